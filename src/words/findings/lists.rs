//! Findings about numbering, lists, rows of tables, and headings.

use crate::words::{sentences, words};

sentences! {
    out_of_sequence(numbers, printed) = "{numbers}不连续，依次为{printed}", "{numbers} do not run on: {printed}";
    gap(one, other) = "编号不连续，“{one}”之后为“{other}”", "numbers do not run on: “{other}” comes after “{one}”";
    odd_style(heading) =
        "“{heading}”之下的编号样式与其他各处不同", "below “{heading}” the numbers are in another style than elsewhere";
    doubted_row(name, doubt) = "“{name}”：{doubt}", "“{name}”: {doubt}";
    years_of_title(one, other) =
        "标题为{one}，正文写“{other}”", "the title says {one}, the text “{other}”";
    two_periods(one, other) =
        "规划期前后不一：一处写“{one}”，另一处写“{other}”", "the period is “{one}” in one place, “{other}” in another";
    heading_on_other_subject(title, word) =
        "标题为“{title}”，其下正文未提及，所写为另一事（“{word}”等）",
        "the heading is “{title}”, but the text below is on something else (“{word}”)";
    repeated_row_with_values(count, names, values) =
        "同一指标在表中列了{count}次，数值不同：“{names}”（{values}）",
        "one indicator is listed {count} times in the table with other values: “{names}” ({values})";
    repeated_row(count, names) =
        "同一指标在表中列了{count}次：“{names}”", "one indicator is listed {count} times in the table: “{names}”";
}

words! {
    /// What is numbered, as the sentences above begin with it.
    HEADING_NUMBERS = "同级编号", "numbers of one level";
    ROW_NUMBERS = "表中序号", "row numbers";
    ENTRY_NUMBERS = "分项编号", "item numbers";
}

sentences! {
    listed_behind(announced, count) = "写“{announced}”，其后列有{count}项", "“{announced}”, but items listed after it: {count}";
    listed_before(announced, count) = "写“{announced}”，其前列有{count}个", "“{announced}”, but items listed before it: {count}";
    explained_behind(announced, explained) = "写“{announced}”，其后写“{explained}”", "“{announced}”, but “{explained}” after it";
    formula_behind(formula, word, number, count) =
        "写“{formula}”，其后含“{word}”的列有{count}项，不是{number}项",
        "“{formula}”, but items with “{word}” listed after it: {count}, not {number}";
    listed_below(announced, count) =
        "标题写“{announced}”，其下列有{count}项", "“{announced}” in the heading, but items listed below it: {count}";

    missing_attachment(named) = "文中写“{named}”，而文件没有该附件", "“{named}” is named, but the document has no such attachment";
    heading_and_text(heading, text) =
        "标题写“{heading}”，其下正文写“{text}”", "“{heading}” in the heading, “{text}” in the text below";
    heading_and_sum(heading, sum) =
        "标题写“{heading}”，其下各年合计{sum}", "“{heading}” in the heading, the years below it add up to {sum}";
    heading_and_texts(heading, text) =
        "标题写“{heading}”，其下正文多处写“{text}”", "“{heading}” in the heading, “{text}” many times in the text below";
    heading_and_every_sentence(heading, text) =
        "标题写“{heading}”，其下正文各句均写“{text}”",
        "“{heading}” in the heading, “{text}” in every sentence of the text below";
}
