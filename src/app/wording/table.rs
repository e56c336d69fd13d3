//! The words of the indicator tables: how rows are sorted, and which are left out.

use crate::analysis::indicators::sort::SortOrder;

pub(crate) const AS_IN_PRINT: &str = "照原文次序";
pub(crate) const ANY_NATURE: &str = "不分性质，全部列出";

/// Stands for the unit of a row that prints none.
pub(crate) const NO_UNIT: &str = "未写单位";

/// Words that rows of unlike units cannot be sorted, and the way out.
pub(crate) fn unlike_units(units: &[String]) -> String {
    const SHOWN: usize = 4;
    let shown = units.get(..SHOWN).unwrap_or(units).join("、");
    let more = if units.len() > SHOWN { "等" } else { "" };
    format!("不能排序：单位不一（{shown}{more}），数值大小不能比；先按 f 筛出同一单位的行")
}

/// The hint at the head of a comparison.
pub(crate) const ENTER_FOR_ROWS: &str = "Enter 看各行原样";

/// The line above the rows of tables that a text's targets refer to.
pub(crate) const TABLED: &str = "本程序注：正文所说的目标，本规划的指标表列为";

/// Words by which column rows are sorted, and in which direction.
pub(crate) fn ordered(column: &str, way: SortOrder) -> String {
    let way = match way {
        SortOrder::Ascending => "从小到大",
        SortOrder::Descending => "从大到小",
    };
    format!("按“{column}”{way}排，没有数值的在最后；O 换次序，< > 换列")
}

/// Words that only rows of one nature are listed.
pub(crate) fn only(nature: &str) -> String {
    format!("只看{nature}")
}

/// Words that only rows of one nature are listed, and which key undoes it.
pub(crate) fn only_now(nature: &str) -> String {
    format!("{}；t 换一种，Esc 清除", only(nature))
}

/// Words what leaves rows out, how many are listed of how many, and the position of the cursor.
pub(crate) fn narrowed(by: &str, listed: usize, of: usize, at: usize) -> String {
    format!("{by}，列出 {listed}/{of} 项，第 {at}")
}
