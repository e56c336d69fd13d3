//! The words of the prompt for a file, and of what came of it.

/// The title of the prompt for a file.
pub(crate) const SAVE: &str = "导出本页内容";
/// The labels of the prompt's lines.
pub(crate) const FILE_NAME: &str = "文件名";
pub(crate) const WRITE_TO: &str = "保存到";
pub(crate) const FORMAT: &str = "格式";
/// The keys that the prompt shows, with what they do.
pub(crate) const SAVE_KEYS: [(&str, &str); 3] = [("<Enter>", "保存"), ("<Tab>", "换格式"), ("<Esc>", "取消")];

pub(crate) const FILE_EXISTS: &str = "已有这个文件：再按 Enter 覆盖，或改用其他名称";
pub(crate) const NO_NAME: &str = "请输入文件名";
pub(crate) const FILTER_NOT_SAVED: &str = "筛选只在屏幕上，文件里是全部";
pub(crate) const NOTHING_TO_SAVE: &str = "这里没有可导出的内容";
pub(crate) const NO_FILES: &str = "此处不能保存文件";

pub(crate) const STILL_WRITING: &str = "上一个文件正在保存，完成后再导出";
pub(crate) const QUITS_WHEN_WRITTEN: &str = "文件正在保存，完成后退出；再按一次立即退出，不保存这个文件";

/// Words that a file is being written while the user goes on.
pub(crate) fn writing(path: &str) -> String {
    format!("正在保存 {path}…")
}

/// Words that a file was not written after all, with the reason.
pub(crate) fn not_written(path: &str, why: &str) -> String {
    format!("未能保存 {path}：{why}；按 Ctrl-s 再试")
}

/// Words that a file of this name has come up meanwhile, and was left as it is.
pub(crate) fn not_replaced(path: &str) -> String {
    format!("未能保存：已有 {path}，未覆盖；按 Ctrl-s 另用一个名称")
}

/// Words that no format has this extension, and which extensions there are.
pub(crate) fn unknown_extension(extension: &str, known: &[&str]) -> String {
    format!("没有 .{extension} 这种格式；可用：{}", known.join("、"))
}

/// Words that a file was written: its path, its rows, the program that opens it, and the messages of the command.
pub(crate) fn written(path: &str, n_rows: Option<usize>, opens: &str, messages: &[String]) -> String {
    let rows = n_rows.map(|n| format!("，{n} 行")).unwrap_or_default();
    let written = format!("已保存到 {path}{rows}，{opens}");
    std::iter::once(written.as_str()).chain(messages.iter().map(String::as_str)).collect::<Vec<_>>().join("；")
}
