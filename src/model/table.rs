//! Indicator tables: cells as printed, and what each column holds.

use serde::{Deserialize, Serialize};

use super::LineRange;

/// A table of indicators (指标表) as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Plan id, a slash, and `t` with the table's ordinal in the document: `foshan-2030/t1`.
    pub id: String,
    /// The line printed above the table; `None` where only the heading of its node stands there.
    pub title: Option<String>,
    /// Id of the node the table stands in.
    pub node: String,
    /// From the header's first line to the last row's.
    pub lines: LineRange,
    /// Every column, in the order printed.
    pub columns: Vec<Column>,
    /// The rows, repeated headers left out.
    pub rows: Vec<Row>,
}

/// One column of a table: its header and what the importer took it for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header as printed; a header over several columns is repeated before each.
    pub header: String,
    /// Whether the cells are names, units, values and so on.
    pub role: ColumnRole,
    /// Whose values: `佛山市`, `广东省`, `国家`; `None` for columns without values.
    pub scope: Option<String>,
    /// The year the values hold for.
    pub year: Option<u16>,
    /// Whether they are a baseline, an actual figure or a target.
    pub kind: Option<ValueKind>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnRole {
    /// The group a row stands in: 领域, 指标类别.
    Domain,
    /// The printed ordinal of a row: 序号.
    Number,
    /// The name of the indicator: 指标, 指标名称.
    Name,
    /// The unit of measurement: 单位.
    Unit,
    /// A value of some place and year.
    Value,
    /// 指标性质: 约束性, 预期性, 倡导性, as printed.
    Nature,
}

/// Whether a value is where the plan starts from, what was reached, or what is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ValueKind {
    /// 基期值: where the plan starts from.
    #[doc(alias = "基期值")]
    Baseline,
    /// A value that was reached and is not the plan's baseline.
    Actual,
    /// What is to be reached: 目标值.
    #[doc(alias = "目标值")]
    Target,
}

/// One indicator of a table (指标), as printed.
#[doc(alias = "指标")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The group the row stands in, filled down from where it is printed; `None` where the document lost it.
    pub domain: Option<String>,
    /// The ordinal as printed (序号).
    pub number: Option<String>,
    /// The whole name cell as printed.
    pub name: String,
    /// The unit as printed, from the name's brackets or the unit column.
    pub unit: Option<String>,
    /// 约束性, 预期性 or 倡导性, as printed.
    pub nature: Option<String>,
    /// From the row's first printed cell to its last.
    pub lines: LineRange,
    /// The cells of the value columns, in their order; an empty one is `None`.
    pub cells: Vec<Option<String>>,
    /// Remarks printed inside cells: `2016年` of `10.4（2016年）`.
    pub notes: Vec<String>,
}

/// A cell read beside its raw text. Made from a column and a cell, never stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// The header of the column the cell stands in.
    pub header: String,
    /// The place whose value it is; `None` where no column says so.
    pub scope: Option<String>,
    /// The year it holds for: the column's, or the one a remark in the cell gives.
    pub year: Option<u16>,
    /// Baseline, actual or target.
    pub kind: Option<ValueKind>,
    /// The cell as printed; `None` if it is empty.
    pub raw: Option<String>,
    /// How the number is to be met.
    pub comparator: Option<Comparator>,
    /// The number, where the cell holds exactly one.
    pub number: Option<f64>,
}

/// How a number is to be met, or how it is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    /// Exactly this number: no sign is printed.
    #[serde(rename = "=")]
    Equal,
    /// At least this number (≥, 以上, 不少于).
    #[serde(rename = "≥")]
    AtLeast,
    /// At most this number (≤, 以下, 不超过).
    #[serde(rename = "≤")]
    AtMost,
    /// More than this number (>, 超过, 大于).
    #[serde(rename = ">")]
    MoreThan,
    /// Less than this number (<, 低于, 小于).
    #[serde(rename = "<")]
    LessThan,
    /// About this number (左右, 约).
    #[serde(rename = "≈")]
    About,
    /// To fall by this number (下降, 降低).
    #[serde(rename = "↓")]
    FallBy,
    /// To rise by this number (增长, 提高).
    #[serde(rename = "↑")]
    RiseBy,
}
