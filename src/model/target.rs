//! Targets that the body text states: by which year, what, and how much.

use serde::Serialize;

use super::{Comparator, LineRange, Value};

/// A target (目标) of one metric in one sentence. Found in a plan's paragraphs on demand, never stored.
#[doc(alias = "目标")]
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// Id of the plan that states it.
    pub plan: String,
    /// Id of the node whose text states it.
    pub node: String,
    /// The line on which the quote begins (1-based).
    pub line: u32,
    /// The year by which each value is to be reached, one for each of `values`; none at all where neither the sentence
    /// nor what stands above it names a year.
    pub years: Vec<u16>,
    /// What is to be reached, in the plan's words: `居民健康素养水平`.
    pub metric: String,
    /// Id of the canonical indicator that the metric is, where the registry knows it: the link to the tables' rows.
    pub indicator: Option<String>,
    /// The row of the plan's own tables that speaks of the same thing; `None` where none does.
    pub row: Option<TargetRow>,
    /// The values, in the order they are printed; one printed once for two years stands here twice.
    pub values: Vec<TargetValue>,
    /// The document's own words, from the year to the last value.
    pub quote: String,
    /// Whether the target is stated in words (实现全覆盖) and not as a number.
    pub qualitative: bool,
    /// The mark of a draft as printed (征求意见稿), where the plan is one.
    pub draft: Option<String>,
}

/// What is to be reached by one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// The value as printed, for a place where it stands by itself. Without 分别 (respectively), which has no meaning for
    /// a single value; a value of several numbers keeps it.
    #[must_use]
    pub fn alone(&self) -> &str {
        match self.raw.strip_prefix("分别") {
            Some(rest) if !rest.contains(['、', '和']) => rest,
            Some(_) | None => &self.raw,
        }
    }
}

/// A row of a table (指标表) that speaks of the same thing as a target of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TargetRow {
    /// Id of the table the row stands in.
    pub table: String,
    /// The row's name cell as printed.
    pub name: String,
    /// The row's unit as printed.
    pub unit: Option<String>,
    /// First and last line of the row.
    pub lines: LineRange,
    /// The row's target for the year of each value of the text; `None` where the table has none for that year.
    pub values: Vec<Option<Value>>,
    /// Whether text and table have the same numbers for the same years; `None` where no two numbers can be compared.
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
