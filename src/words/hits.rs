//! The words of a search for its hits: their kinds, the filters, why a hit was found, how a line was understood, and why nothing
//! was found.

use super::words;

words! {
    /// The kinds of hits, as the heads of their groups.
    DEPARTMENT = "部门", "Office";
    PLAN = "规划", "Plan";
    INDICATOR = "指标", "Indicator";
    TASK = "任务", "Task";
    SECTION = "章节", "Section";
    TARGET = "目标", "Target";
    TEXT = "正文", "Text";

    /// The names of the filters, as they are typed.
    OF_DEPARTMENT = "部门", "dept";
    OF_PLAN = "规划", "plan";
    OF_INDICATOR = "指标", "indicator";
    OF_YEAR = "年", "year";
    OF_LEAD = "牵头", "lead";
    OF_SUPPORT = "配合", "support";
    OF_ROLE = "角色", "role";
    OF_DUE = "时限", "due";
    OF_LEVEL = "层级", "level";
    /// The value of the filter of roles that stands for all of them.
    ANY_ROLE = "负责", "any";

    /// Where a hit has what was typed, before the quoted words.
    IN_UNITS = "责任单位中有", "responsible offices:";
    IN_TEXT = "正文中有", "in the text:";
    IN_CELLS = "表中有", "in the table:";
    NUMBERED = "编号为", "number:";
    OF_THIS_PLAN = "规划为", "plan:";
    PLACED = "位于", "place:";
    ALSO_CALLED = "又名", "also called";
    IN_NAME = "名称中有", "in the name:";
    IN_TITLE = "标题中有", "in the title:";
    found(place, words) = "{place}“{words}”", "{place} “{words}”";
    found_folded(place, words) = "{place}“{words}”（写法不同）", "{place} “{words}” (in another form)";
    found_by_initials(place, words) = "{place}“{words}”（拼音首字母）", "{place} “{words}” (initials in pinyin)";
    found_by_pinyin(place, words) = "{place}“{words}”（拼音）", "{place} “{words}” (pinyin)";
    similar(words) = "与“{words}”相近", "similar to “{words}”";
    similar_office(name) = "“{name}”在规划中未列任务，此为相近部门", "no plan has tasks for “{name}”; this is a similar office";

    /// How a line was understood, in words joined by the first two.
    PLUS = "＋", " + ";
    OR = "或", " or ";
    searched_as(words) = "按“{words}”查找", "searched as “{words}”";
    perhaps(words) = "是不是“{words}”", "perhaps “{words}” is meant";
    perhaps_searched_as(words) = "疑似“{words}”，按此查找", "perhaps “{words}” is meant; searched as that";

    /// Why nothing was found, and what to try instead.
    ONLY_EXCLUDES =
        "只写了不要的词；请再写要查的词或筛选，如“健康 !中医”“部门:教育局 !学校”",
        "only unwanted words are given; add what to look for, or a filter: “健康 !中医”, “dept:教育局 !学校”";
    without(words, count) = "去掉“{words}”有 {count} 条", "without “{words}”: {count}";
    in_no_plan(words) = "各规划中没有“{words}”", "no plan contains “{words}”";
    near(names) = "相近的有：{names}", "near it: {names}";
}
