//! The words about files: those that the rows go to, those of the bundled plans, and the session of the browser.

use super::words;

words! {
    // What cannot be made or written.
    no_file_of(format) = "无法生成 {format}", "cannot make the {format} file";
    NO_STDOUT = "无法写入标准输出", "cannot write to stdout";
    NOTHING_FOUND = "没有找到符合条件的内容", "nothing was found";
    replaced(path) = "已替换原有文件 {path}", "replaced the file {path}";
    no_paragraphs(format) = "{format} 格式没有段落", "the format {format} has no paragraphs";

    // The file and the format that were asked for.
    exists(path) = "文件 {path} 已存在；要覆盖请加 --force", "the file {path} exists; to replace it add --force";
    THIS_FOLDER = "当前文件夹", "the current folder";
    not_in(folder) = "无法在 {folder} 中写文件", "cannot write a file in {folder}";
    not_written(path) = "无法写入 {path}", "cannot write {path}";
    is_folder(path) = "{path} 是文件夹；请输入文件名", "{path} is a folder; give the name of a file";
    no_plain_file(path) =
        "{path} 不是普通文件，不能写入；要输出到屏幕或管道请去掉 -o",
        "{path} is no plain file and cannot be written; without -o it goes to the screen or a pipe";
    not_offered(format, formats) =
        "此命令没有 {format} 格式；可用：{formats}", "this command has no format {format}; there are: {formats}";
    needs_file(format) =
        "{format} 格式要写入文件：请加 -o 文件.{format}", "the format {format} goes to a file: add -o FILE.{format}";
    bom_only_for_csv(format) =
        "--bom 只用于 csv 格式，这里是 {format}", "--bom is only for the format csv, and this is {format}";
    foreign_file(extension, description, opened, path) =
        "不能写 .{extension} 文件；可写 {description}（{opened}）：-o {path}",
        "cannot write a .{extension} file; write {description} ({opened}): -o {path}";
    misnamed(file, description, format, path) =
        "{file} 是 {description}的文件名，而格式是 {format}：请去掉 --format，或写 -o {path}",
        "{file} is the name of {description}, and the format is {format}: leave out --format, or write -o {path}";
    WHOLE_DATASET_IS_JSON =
        "整个数据集只有 JSON 一种格式；表格请用 tasks、depts、indicators 的 --format csv、md 或 xlsx",
        "the whole dataset is JSON alone; for tables use tasks, depts or indicators with --format csv, md or xlsx";

    // The reasons for which a file cannot be written, as the system gives them.
    NO_SUCH_FOLDER = "没有这个文件夹", "there is no such folder";
    NOT_PERMITTED = "没有写入的权限", "no permission to write";
    READ_ONLY = "这里只能读，不能写", "it can only be read here";
    DISK_FULL = "磁盘已满", "the disk is full";
    NO_FOLDER_IN_PATH = "路径中有一段不是文件夹", "a part of the path is no folder";
    BAD_NAME = "文件名太长或有不能用的字符", "the name is too long or has characters that cannot be used";

    // The formats: what each is, and what its files are opened with.
    XLSX = "Excel 工作簿", "an Excel workbook";
    DOCX = "Word 文档", "a Word document";
    HTML = "网页，可直接打印", "a page to print";
    CSV = "逗号分隔的表格", "comma-separated values";
    MD = "Markdown 文本", "Markdown";
    JSON = "JSON，供程序读取", "JSON for programs";
    TEXT = "纯文本", "plain text";
    BY_EXCEL = "用 Excel 或 WPS 打开", "opened with Excel or WPS";
    BY_WORD = "用 Word 或 WPS 打开", "opened with Word or WPS";
    BY_BROWSER = "用浏览器打开", "opened with a web browser";
    BY_EDITOR = "用文本编辑器打开", "opened with a text editor";
    BY_PROGRAMS = "供程序读取", "read by programs";

    // Files that the browser saves.
    STILL_SAVING = "上一个文件尚未保存完", "the file before is not saved yet";
    no_thread(reason) = "无法开始写文件：{reason}", "cannot begin to write the file: {reason}";
    BROKEN_OFF = "保存时程序出错，文件未保存", "the program failed while saving; the file is not saved";

    // The bundled plans.
    NO_PLANS_IN_DATA = "数据中没有规划", "the data has no plans";
    BUNDLE_IS_FRESH = "data/plans.json 及其索引与原文一致", "data/plans.json and its index are those of the texts";
    BUNDLE_IS_OLD =
        "data/plans.json 或其索引已过时，请运行 guihua bundle", "data/plans.json or its index is out of date; run guihua bundle";
    name_of_index(path, extension) =
        "{path}：.{extension} 是索引的扩展名，请换一个文件名",
        "{path}: .{extension} is the extension of the index; choose another name";
    bundle_saved(path, plans, nodes) =
        "已保存到 {path}：{plans} 部规划，{nodes} 个节点", "saved to {path}: {plans} plans, {nodes} nodes";
    index_saved(path) = "已保存索引到 {path}", "saved the index to {path}";
    doubt(file, line, doubt) = "{file} 第 {line} 行：{doubt}", "{file}, line {line}: {doubt}";

    // The session of the browser.
    unreadable_session(reason, path) =
        "上次的浏览记录无法识别（{reason}），已改名为 {path}，本次从头开始",
        "the last session cannot be read ({reason}); it is now called {path}, and this one begins anew";
    session_unopened(path, reason) = "无法读取浏览记录 {path}：{reason}", "cannot read the session {path}: {reason}";
    newer_session(version, path) =
        "浏览记录由更新版本的 guihua 写成（格式 {version}），本次不读取也不改动：{path}",
        "the session is of a newer guihua (form {version}); it is neither read nor changed: {path}";
    NOT_A_FILE = "不是普通文件", "it is no plain file";
    FILE_TOO_LARGE = "文件过大", "the file is too large";
    at_line(line) = "第 {line} 行", "line {line}";
    NO_FOLDER_MADE = "无法建立文件夹", "cannot make the folder";
    NO_JSON = "无法写成 JSON", "cannot be written as JSON";
    SESSION_UNSAVED = "无法保存浏览记录", "cannot save the session";
    no_lock(reason) = "无法加锁：{reason}", "cannot lock it: {reason}";
    ANOTHER_SAVES = "另一个 guihua 正在保存，稍后再试", "another guihua is saving; try again later";
    TOO_MANY_ASIDE = "无法识别的文件已有许多，请清理", "there are too many files that cannot be read; remove some";
    NOT_RENAMED = "无法改名", "cannot rename it";

    // Where the plans come from.
    unreachable(reason) = "无法连接规划库：{reason}", "cannot reach the library of plans: {reason}";
    unreadable(reason) = "规划库内容无法读取：{reason}", "the library of plans cannot be read: {reason}";
    no_such_plan(id) = "规划库中没有“{id}”", "the library has no plan “{id}”";
    CANCELLED = "查询已取消", "the question was given up";
    no_answer(seconds) = "{seconds} 秒内没有回应", "no answer within {seconds} seconds";
}
