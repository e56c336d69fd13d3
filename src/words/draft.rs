//! The words of checking a draft: what was read of it, and the comments in a copy of it.

use super::words;

words! {
    read(title, nodes, clauses, tables, doubts) =
        "{title}：读到标题 {nodes} 个、责任条款 {clauses} 条、指标表 {tables} 张；识别存疑 {doubts} 处（guihua import --dry-run 可查看）",
        "{title}: headings {nodes}, clauses {clauses}, tables {tables}; doubts in reading: {doubts} (see guihua import --dry-run)";
    unread(file, reason) = "{file}：{reason}", "{file}: {reason}";
    NO_PLAN = "规划库中没有这部规划", "the library has no such plan";
    no_file_or_plan(name) =
        "“{name}”既不是文件，也不是规划库中的规划", "“{name}” is neither a file nor a plan of the library";
    ONE_PLAN =
        "请写要核对的文件，或用 --plan 指定一部规划", "name the file to check, or one plan by --plan";

    // The copy with comments.
    AUTHOR = "规划核对", "guihua check";
    INITIALS = "核", "gh";
    NO_COMMENTS = "未发现需要批注之处，未写文件", "nothing to comment on was found, so no file was written";
    commented(findings, comments) =
        "已将 {findings} 处核对结果写成批注 {comments} 条，原文未改动；由程序按规则得出，请对照原文",
        "findings: {findings}, as comments: {comments}; the text is unchanged. They were worked out by rules: check them against the source";
    told(kind, confidence, what) = "【{kind}，可信程度{confidence}】{what}", "[{kind}, {confidence} confidence] {what}";
    see_also(place, quote) = "另见{place}：“{quote}”", "See also {place}: “{quote}”";
    of_all(n) = "以下 {n} 处在本稿中没有对应位置：", "Without a place in this draft: {n}";
}
