//! The words for copied texts: where they went, and what helps where they did not arrive.

use super::words;

words! {
    copying(text) = "正在复制：{text}", "Copying: {text}";
    on_clipboard(text) = "已复制：{text}", "Copied: {text}";
    /// Sent to a clipboard that does not answer. `keys` show the whole text.
    sent_to_terminal(keys, text) = "已发送到终端（{keys} 看全文和说明）：{text}", "Sent to the terminal ({keys} for text and help): {text}";
    sent_through_tmux(keys, text) =
        "已存入 tmux 并发送到终端（{keys} 看全文和说明）：{text}", "In tmux and sent to the terminal ({keys} for text and help): {text}";
    in_tmux_only(keys, text) =
        "只存入 tmux，未到剪贴板（{keys} 看全文和说明）：{text}", "In tmux only, not on the clipboard ({keys} for text and help): {text}";

    /// The popup with what was copied last.
    TITLE = "上次复制的文字", "Text copied last";
    NOTHING_YET = "尚未复制过文字", "Nothing was copied yet";
    select(key) =
        "按住 Shift 拖选；或按 {key} 把鼠标交还终端后拖选。", "Hold Shift and drag to select; or give the mouse back with {key}.";
    ALLOW_TERMINAL =
        "若剪贴板里没有：请在终端设置中允许程序写剪贴板（OSC 52）。",
        "If it is not on the clipboard: let programs write to it in the settings of the terminal (OSC 52).";
    ALLOW_TMUX =
        "若剪贴板里没有：tmux 前缀键后按 ] 可粘贴；终端须允许 OSC 52，tmux 须有 set -s set-clipboard on。",
        "If it is not on the clipboard: the tmux prefix and ] paste it; the terminal must allow OSC 52, and tmux needs set -s set-clipboard on.";
    SET_TMUX =
        "tmux 的 set-clipboard 是 off：前缀键后按 ] 可粘贴；要到剪贴板，请执行 tmux set -s set-clipboard on。",
        "set-clipboard of tmux is off: the prefix and ] paste it; to reach the clipboard run tmux set -s set-clipboard on.";
}
