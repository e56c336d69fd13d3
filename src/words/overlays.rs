//! The words of what opens over a page: titles, the help's list of marks, and the popups that compare tasks and indicators.

use super::words;

words! {
    // The line for a file to import, and what came of it.
    IMPORT = "导入", "Import";
    TYPE_PATH = "文件或文件夹的路径", "path of a file or folder";
    IMPORT_WHAT = "txt、md、html、docx、xlsx、pdf，或整个文件夹", "txt, md, html, docx, xlsx, pdf, or a whole folder";
    import_how(complete, import) = "{complete} 补全路径，{import} 导入", "{complete} completes the path, {import} imports";
    IMPORTED = "导入结果", "Imported";
    undo_import(key) = "按 {key} 撤销导入", "{key} undoes the import";
    importing(what) = "正在导入 {what}…", "Importing {what}…";
    UNDOING = "正在撤销或恢复导入…", "Undoing or bringing back the import…";
    STILL_IMPORTING = "正在导入，完成后再试", "An import is under way; try again when it is done";
    NO_PATH = "请输入文件或文件夹的路径", "Please type the path of a file or folder";
    CANNOT_IMPORT = "此处不能导入文件", "Files cannot be imported here";
    NOTHING_TO_UNDO = "没有可撤销的导入", "There is no import to undo";
    NO_SUCH_PATH = "没有以此开头的文件或文件夹", "No file or folder begins so";

    /// The titles, in the upper edges.
    HELP = "本页按键", "Keys of this page";
    PALETTE = "命令", "Commands";
    CHOOSE_PLANS = "选择规划", "Select plans";
    SOURCE = "原文", "Source text";
    SIMILAR = "其他规划相近表述", "Similar passages of other plans";
    BESIDE = "两边对照", "Side by side";
    COMPARE = "指标对照", "Comparison of an indicator";
    BOOKMARKS = "书签", "Bookmarks";
    BOOKMARK_NOTE = "书签备注", "Note of the bookmark";
    ROW = "指标详情", "Indicator in full";
    MATRIX =
        "部门任务总表：牵头、配合、责任单位（未分牵头）的任务数",
        "Tasks: L lead, S support, N named";
    /// What the lower edge of a popup says.
    LEAVE = "Esc 关闭", "Esc closes";

    /// The help: how a query is written, and what the marks on a page mean.
    QUERY_FORMS = "搜索的写法", "How a search is written";
    A_NUMBER = "12", "12";
    NUMBER_MEANS = "行末的数：以下有几项", "the number at the end of a row: entries below it";
    UNITS_MEAN = "本条写有责任单位", "this entry names responsible offices";
    findings_mean(mark, key) =
        "本条有核对发现，正文里标 {mark}，核对页（{key}）全列",
        "findings concern this entry; in the text they have {mark}, the tab of checks ({key}) lists all";
    LEAD_MEANS =
        "行末的单位：牵头单位；未分牵头的，列第一个责任单位",
        "the office at the end of a row: the lead; where none is given, the first one named";
    LISTED_MEANS =
        "责任单位（未分牵头）：规划只列出各单位，未分牵头、配合",
        "named (no lead given): the plan only lists the offices, without lead and support";
    doubted_means(key) = "识别存疑的一行，{key} 看缘由", "a row that was read with doubt; {key} says why";
    CONFIDENCE = "可信程度", "confidence";
    CONFIDENCE_MEANS = "推算有多可靠，不是问题有多大", "how reliable a finding is, not how grave";

    /// The lines of the document.
    NO_SOURCE =
        "本机没有原文文件，以下为识别后的文字", "The file is not on this machine; this is what was read from it";
    SOURCE_COMES = "原文正在读取…以下为识别后的文字", "The file is being read… this is what was read from it before";

    no_bookmarks(key) = "尚无书签。按 {key} 添加。", "No bookmarks yet. {key} sets one.";
    note_how(save, leave) =
        "{save} 保存备注；清空后保存即删去备注；{leave} 不改",
        "{save} saves the note, an empty one removes it; {leave} leaves it as it is";

    /// Plans that the table of offices and plans has no column for.
    unwritten(plans) = "未写责任单位，不在表中：{plans}", "Without offices, so not in the table: {plans}";

    /// Tasks of other plans that are close to one.
    likeness(percent) = "相近度 {percent}%（推算）", "similarity {percent}% (worked out)";
    same_topic(topics) = "　同一主题 {topics}", "  same topic {topics}";
    shared(phrases) = "　共有“{phrases}”", "  shared “{phrases}”";
    NOTHING_NEAR = "所选的其他规划里没有相近的任务（推算）", "No similar task in the other selected plans (worked out)";
    search_instead(typed) = "搜索全部规划：{typed}", "Search all plans: {typed}";
    ONLY_HERE =
        "〔 〕里是只有这一边写的，〔 〕外是两边共有的词句（推算）",
        "In 〔 〕: only on this side; outside 〔 〕: words of both sides (worked out)";

    /// The hint at the head of a comparison.
    enter_for_rows(key) = "{key} 看各行原样", "{key} shows the rows as printed";
}
