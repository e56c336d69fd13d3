//! Targets stated in the body text: what is to be reached, how much of it, and by which year.

use serde::{Deserialize, Serialize};

use super::{Comparator, LineRange, Value};

/// A target (目标) for one metric in one sentence. Found in the paragraphs of a plan when needed, never stored.
#[doc(alias = "目标")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The id of the plan that states the target.
    pub plan: String,
    /// The id of the node whose text states it.
    pub node: String,
    /// The line on which the quote begins (1-based).
    pub line: u32,
    /// The years by which the values are to be reached, one for each of `values`, of a task without a value all; empty if neither the sentence nor the
    /// headings and text above it name a year.
    pub years: Vec<u16>,
    /// The metric, in the plan's words: `居民健康素养水平`.
    pub metric: String,
    /// The id of the canonical indicator that the metric is, if the registry knows it. Rows of tables are
    /// resolved to the same ids.
    pub indicator: Option<String>,
    /// The row of the plan's own tables for the same metric; `None` if there is none.
    pub row: Option<TargetRow>,
    /// The values in the printed order; one that is printed once for two years is listed twice.
    pub values: Vec<TargetValue>,
    /// The quotation from the document, from the year to the last value.
    pub quote: String,
    /// Whether the target is stated in words (实现全覆盖) instead of a number.
    pub qualitative: bool,
    /// Whether it is a task with a date and without a value: `metric` is the task, and `values` are empty.
    pub deadline_only: bool,
    /// The mark of a draft as printed (征求意见稿), where the plan is one.
    pub draft: Option<String>,
}

/// A value that is to be reached by one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetValue {
    /// How the number is to be met; `None` for words and for a range.
    pub comparator: Option<Comparator>,
    /// The number as printed, 2 for 2万人; `None` for words and for a range.
    pub number: Option<f64>,
    /// The unit as printed: `%`, `万人`, `/10万`.
    pub unit: Option<String>,
    /// The value as printed, with the words that say how it is to be met.
    pub raw: String,
}

impl TargetValue {
    /// The value as printed, to be shown by itself: without 分别 (respectively), which has no meaning for a single value.
    /// A value of several numbers keeps the word.
    #[must_use]
    pub fn alone(&self) -> &str {
        match self.raw.strip_prefix("分别") {
            Some(rest) if !rest.contains(['、', '和']) => rest,
            Some(_) | None => &self.raw,
        }
    }
}

/// A row of a table (指标表) that has the same metric as a target in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRow {
    /// The id of the table that contains the row.
    pub table: String,
    /// The row's name cell as printed.
    pub name: String,
    /// The row's unit as printed.
    pub unit: Option<String>,
    /// The first and the last line of the row.
    pub lines: LineRange,
    /// The row's target for the year of each value in the text; `None` if the table has none for that year.
    pub values: Vec<Option<Value>>,
    /// Whether text and table have the same numbers for the same years; `None` if no numbers can be compared.
    pub agrees: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_one_year_nothing_is_told_apart() {
        for (raw, expected) in [
            ("分别下降到30%以下", "下降到30%以下"),
            ("20%以下", "20%以下"),
            ("分别控制在6‰、4‰以下", "分别控制在6‰、4‰以下"),
            ("分别达到1和2", "分别达到1和2"),
            ("各分别计算", "各分别计算"),
        ] {
            let value = TargetValue { comparator: None, number: None, unit: None, raw: raw.to_owned() };
            assert_eq!(value.alone(), expected);
        }
    }
}
