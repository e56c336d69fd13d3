//! Findings about targets: missed ones, looser ones, and those that lean on what is not there.

use crate::words::{sentences, words};

sentences! {
    missed(name, year, target, actual) =
        "“{name}”{year}年目标{target}，实际{actual}，按表中数值未达到目标",
        "“{name}”: target {target} for {year}, reached {actual}; by the table the target is missed";

    looser_than_reached(name, origin, reached, asked) =
        "“{name}”{origin}{reached}，而{asked}：按数值，目标比已达到的水平宽松",
        "“{name}” {reached}{origin}, but {asked}: by the numbers, the target is looser than what was reached";
    bound_met(name, asked, bound, origin, reached) =
        "“{name}”{asked}：目标为{bound}，基期已达到（{origin}{reached}），须保持",
        "“{name}” {asked}: {bound} that the base meets already ({reached}{origin}); it is to be held";
    text_looser_than_table(name, asked, reached) =
        "“{name}”正文目标{asked}，而表格所列{reached}：按数值，目标比已达到的水平宽松",
        "“{name}” target {asked} in the text, but {reached} in the table: by the numbers, the target is looser than what was reached";
    text_bound_met(name, asked, bound, reached) =
        "“{name}”正文目标{asked}：目标为{bound}，基期已达到（表格所列{reached}），须保持",
        "“{name}” target {asked} in the text: {bound} that the base meets already ({reached} in the table); it is to be held";
    text_looser_than_text(name, asked, reached) =
        "“{name}”目标{asked}，而正文所述{reached}：按数值，目标比已达到的水平宽松",
        "“{name}” target {asked}, but {reached} in the text: by the numbers, the target is looser than what was reached";
    looser_than_earlier(name, earlier, later) =
        "“{name}”{earlier}，{later}：按数值，后一年的目标比前一年宽松",
        "“{name}” {earlier}, {later}: by the numbers, the later target is looser than the earlier one";
    looser_than_scope(name, own, scope, other) =
        "“{name}”{own}，同表{scope}{other}：按数值，不及{scope}",
        "“{name}” {own}, for {scope} {other} in the same table: by the numbers, it falls short of {scope}";
}

words! {
    /// Where a value that was reached stands, if it is not in the row itself.
    IN_TEXT = "正文所述", " in the text";
    UPPER_BOUND = "上限", "an upper bound";
    LOWER_BOUND = "下限", "a lower bound";
    /// Levels of government that a value or a column is for.
    PROVINCE = "省", "the province";
    NATION = "国家", "the nation";
    LEVEL_ABOVE = "上级", "the level above";
}

sentences! {
    empty_reference(level, count) =
        "目标值写按{level}的要求，而同表{level}一栏没有数值，共{count}行，目标无从确定",
        "the target is what {level} asks for, but the table has no value for {level}, so that it cannot be told; rows: {count}";
    column_of_other_level(level, region) =
        "指标名写“{level}”，而此列为{region}的数值", "the indicator is named “{level}”, but the column is for {region}";
    text_of_other_level(region, level) =
        "本规划为{region}的规划，此处数值写作“{level}”的", "this is a plan of {region}, but the value is said to be of “{level}”";
}
