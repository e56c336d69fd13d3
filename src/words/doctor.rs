//! The words of `guihua doctor`: what it looks at, what it finds, and what may be done about it.

use super::words;

words! {
    // What it looks at; the column of labels has 16 cells.
    VERSION = "版本", "version";
    SYSTEM = "系统", "system";
    PLANS = "规划", "plans";
    DATA = "数据摘要", "digest of data";
    ENCODING = "区域编码", "encoding";
    TERMINAL = "输出到终端", "to a terminal";
    SIZE = "窗口", "window";
    AMBIGUOUS = "“—≥ 占", "“—≥ take";
    CLIPBOARD = "剪贴板程序", "clipboard tools";
    COPIES_BY = "复制方式", "copies by";
    CONFIG = "配置文件", "settings";
    STATE = "浏览记录", "session";
    LIBRARY = "规划库", "library";
    CONFIG_ERROR = "配置有误", "settings wrong";
    OFFICES = "自有部门", "own offices";
    OFFICES_ERRORS = "自有部门有误", "offices wrong";

    // What it finds.
    NONE = "（无）", "(none)";
    YES = "是", "yes";
    NO = "否", "no";
    IS_SET = "（已设）", "(set)";
    bytes(n) = "{n} 字节", "{n} bytes";
    added(offices, names) = "：新增部门 {offices} 个，别名 {names} 个", ": offices added {offices}, names {names}";
    NOT_THERE = "尚无", "not there yet";
    library(plans, corrected, bytes, versions, aside, cached) =
        "规划 {plans} 部（有更正 {corrected}），旧版 {versions}，共 {bytes} 字节；无法识别而移开的 {aside}；缓存 {cached} 字节",
        "plans {plans} (corrected {corrected}), former versions {versions}, {bytes} bytes in all; set aside {aside}; cache {cached} bytes";
    place(path, state) = "{path}（{state}）", "{path} ({state})";

    // What may be done about it.
    advice(words) = "※ {words}", "※ {words}";
    NOT_UTF_8 =
        "区域设置不是 UTF-8，中文可能显示为乱码；可执行 export LC_ALL=C.UTF-8，终端编码也选 UTF-8",
        "the locale is not UTF-8, so Chinese may not be readable; try export LC_ALL=C.UTF-8, and UTF-8 in the terminal";
    NO_TERM =
        "TERM 未设或为 dumb，浏览界面不能使用，各命令不受影响",
        "TERM is dumb or not set, so the browser cannot be used; the commands can";
    IN_TMUX =
        "在 tmux 中复制到本机剪贴板，须在 tmux 里 set -g set-clipboard on",
        "to copy to the clipboard from within tmux, set -g set-clipboard on there";
}
