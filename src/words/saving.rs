//! The words of the prompt for a file, of what came of it, and of the names that it proposes.

use super::words;

words! {
    /// The prompt: its title, the labels of its lines in eight cells at most, and its keys.
    TITLE = "导出本页内容", "Export this page";
    FILE_NAME = "文件名", "Name";
    WRITE_TO = "保存到", "Save to";
    FORMAT = "格式", "Type";
    SAVE = "保存", "save";
    OTHER_FORMAT = "换格式", "other type";
    CANCEL = "取消", "cancel";
    exists(key) =
        "已有这个文件：再按 {key} 覆盖，或改用其他名称", "This file exists: {key} again replaces it, or choose another name";
    NO_NAME = "请输入文件名", "Please type a name";
    unknown_extension(extension, known) =
        "没有 .{extension} 这种格式；可用：{known}", "No format is called .{extension}; there are: {known}";
    FILTER_NOT_SAVED = "筛选只在屏幕上，文件里是全部", "The filter is for the screen; the file has all rows";
    NOTHING_TO_SAVE = "这里没有可导出的内容", "Nothing to export here";
    NO_FILES = "此处不能保存文件", "Files cannot be saved here";

    /// What the foot says while a file is being written, and afterwards.
    STILL_WRITING = "上一个文件正在保存，完成后再导出", "The last file is still being saved; export again when it is done";
    QUITS_WHEN_WRITTEN =
        "文件正在保存，完成后退出；再按一次立即退出，不保存这个文件",
        "The file is being saved, then the program ends; once more quits at once, without the file";
    writing(path) = "正在保存 {path}…", "Saving {path}…";
    written(path, opens) = "已保存到 {path}，{opens}", "Saved to {path}; {opens}";
    written_rows(path, rows, opens) = "已保存到 {path}，{rows} 行，{opens}", "Saved to {path}, rows: {rows}; {opens}";
    not_written(path, why, key) =
        "未能保存 {path}：{why}；按 {key} 再试", "Not saved: {path}: {why}; {key} tries again";
    not_replaced(path, key) =
        "未能保存：已有 {path}，未覆盖；按 {key} 另用一个名称",
        "Not saved: {path} exists and was not replaced; {key} takes another name";

    /// The fixed parts of the proposed names.
    PLAN = "规划", "plan";
    plans(n) = "{n}部规划", "{n} plans";
    OUTLINE = "目录", "outline";
    TASKS = "任务", "tasks";
    OFFICES = "部门任务数", "tasks by office";
    TASK_LIST = "部门任务清单", "task list";
    MATRIX = "部门与规划", "offices and plans";
    INDICATORS = "指标", "indicators";
    COMPARISON = "指标对照", "comparison";
    SIMILAR = "相近任务", "similar tasks";
    TARGETS = "目标", "targets";
    CHECKS = "核对", "checks";
    SEARCH = "查找", "search";
}
