//! The words for what a plan is made of: levels of government, places without a title, drafts, and what the importer doubts.

use super::words;

words! {
    /// The levels of government. The English ones are typed as the value of a filter as well.
    NATIONAL = "国家", "national";
    PROVINCIAL = "省", "provincial";
    MUNICIPAL = "市", "municipal";
    COUNTY = "县级", "county";
    INSTITUTION = "机构", "institution";

    /// What a place without number and title is called.
    FRONT = "封面", "Cover";
    PREAMBLE = "前言", "Preamble";
    UNTITLED_CHAPTER = "无标题的章", "Untitled chapter";
    UNTITLED_SECTION = "无标题的节", "Untitled section";
    UNTITLED_ITEM = "无标题的条目", "Untitled item";
    BOX = "专栏", "Box";
    ATTACHMENT = "附件", "Attachment";

    /// What a plan calls itself that is not in force yet.
    DRAFT_FOR_COMMENT = "征求意见稿", "draft for comment";
    DRAFT_FOR_PUBLIC_COMMENT = "公开征求意见稿", "draft for public comment";
    DRAFT_FOR_APPROVAL = "送审稿", "draft for approval";
    DRAFT_FOR_DISCUSSION = "讨论稿", "draft for discussion";
    REVISED_DRAFT = "修订稿", "revised draft";
    DRAFT = "草案", "draft";
    draft_mark(draft) = "（{draft}）", " ({draft})";

    /// What is doubtful about a line. The Chinese is also the JSON of a doubt, and is read back from it.
    NO_PLAN = "此件由条款组成，不是规划：只列条款，不作任务", "this document is made of articles and is no plan: its articles are listed, none is a task";
    NO_HEADINGS = "没有找到章节标题：全文作为一段", "no heading was found: the whole text is one part";
    UNPAIRED_BRACKET = "括号不成对", "a bracket has no counterpart";
    UNREAD_CLAUSE = "疑有责任单位，但未能识别", "responsible offices seem to be named, but could not be read";
    unknown_unit(name) = "责任单位“{name}”不在部门名录中", "the responsible office “{name}” is not in the list of offices";
    unknown_label(label) =
        "标签“{label}”未能识别，其后单位的分工未定", "the label “{label}” is not known: the part of the units behind it is open";
    NO_HEADER = "此表没有表头：各列含义按内容推断", "the table has no header: its columns are told by their cells";
    split_domain(name) = "领域“{name}”被分在两行，已合并", "the domain “{name}” is printed in two rows, which were joined";
    extra_cells(cells) = "此行比表头多出内容：{cells}", "the row has more cells than the header: {cells}";
    SHIFTED_ROW = "此行左移一格，所属领域缺失", "the row is shifted one cell to the left, its domain is missing";
    merged_cell(count, text) =
        "此行少 {count} 格：“{text}”为合并单元格，各列同用",
        "the row lacks cells ({count}): “{text}” is a merged cell and counts for each of its columns";
    missing_cells(count) = "此行少 {count} 格，缺少的按空格处理", "the row lacks cells ({count}), which are taken to be empty";

    /// The facts of a plan and the ranks of headings that a user can correct.
    FACT_TITLE = "标题", "title";
    FACT_REGION = "地区", "place";
    FACT_PERIOD = "期限", "period";
    RANK_CHAPTER = "章", "chapter";
    RANK_SECTION = "节", "section";
    RANK_SUBSECTION = "小节", "subsection";
    RANK_ITEM = "条", "item";
    RANK_BOX = "专栏", "box";
    RANK_ATTACHMENT = "附件", "attachment";
    RANK_TEXT = "正文", "text";

    /// What a user has corrected, and why a correction was not made. The Chinese is also the JSON of a doubt.
    corrected_fact(fact, from, to) = "更正{fact}：“{from}”改作“{to}”", "corrected {fact}: “{from}” is “{to}”";
    added_fact(fact, to) = "更正{fact}：“{to}”", "corrected {fact}: “{to}”";
    corrected_unit(raw, office, role) =
        "更正责任单位：“{raw}”为“{office}”，角色：{role}", "corrected office: “{raw}” is “{office}”, its role: {role}";
    no_unit(raw) = "更正责任单位：“{raw}”不是单位", "corrected office: “{raw}” is none";
    missed_unit(raw, office, role) =
        "更正责任单位：补“{raw}”，即“{office}”，角色：{role}", "corrected office: added “{raw}”, “{office}”, its role: {role}";
    corrected_heading(from, to) = "更正条目标题：“{from}”改作“{to}”", "corrected heading: “{from}” is “{to}”";
    corrected_rank(heading, rank) = "更正层级：“{heading}”为{rank}", "corrected rank: “{heading}” is of the rank {rank}";
    correction_nowhere(what) =
        "更正未采用，原文中找不到：{what}", "a correction was not made, as its place is not in the text: {what}";
    correction_several(what, n) =
        "更正未采用，原文中有多处，请用 at 写明：{what}（{n} 处）",
        "a correction was not made, as its place is in the text more than once (say at): {what} ({n} times)";
    correction_office(what, office) =
        "更正未采用，名录中没有“{office}”：{what}", "a correction was not made, as “{office}” is no known office: {what}";
}
