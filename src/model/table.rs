//! Indicator tables: the cells as printed, and the meaning of each column.

use serde::{Deserialize, Serialize};

use super::LineRange;

/// A table of indicators (指标表) as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The id of the plan, a slash, and `t` with the table's ordinal in the document: `foshan-2030/t1`.
    pub id: String,
    /// The line printed above the table; `None` if that is only the heading of its node.
    pub title: Option<String>,
    /// The id of the node that contains the table.
    pub node: String,
    /// The lines from the header to the last row.
    pub lines: LineRange,
    /// All columns, in the printed order.
    pub columns: Vec<Column>,
    /// The rows, without repeated headers.
    pub rows: Vec<Row>,
}

/// One column of a table: its header, and how the importer understood it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header as printed; a header over several columns is repeated before each.
    pub header: String,
    /// Whether the cells are names, units, values and so on.
    pub role: ColumnRole,
    /// The place whose values they are: `佛山市`, `广东省`, `国家`; `None` for columns without values.
    pub scope: Option<String>,
    /// The year that the values are of.
    pub year: Option<u16>,
    /// Whether the values are a baseline, actual figures or targets.
    pub kind: Option<ValueKind>,
}

/// The kinds of cells that columns have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnRole {
    /// The group that a row belongs to: 领域, 指标类别.
    Domain,
    /// The printed ordinal of a row: 序号.
    Number,
    /// The name of the indicator: 指标, 指标名称.
    Name,
    /// The unit of measurement: 单位.
    Unit,
    /// The value for a place and a year.
    Value,
    /// The nature of the indicator (指标性质) as printed: 约束性, 预期性, 倡导性.
    Nature,
}

/// Whether a value is the starting point of the plan, was reached, or is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ValueKind {
    /// 基期值: the starting point of the plan.
    #[doc(alias = "基期值")]
    Baseline,
    /// A value that was reached, other than the plan's baseline.
    Actual,
    /// 目标值: the value to be reached.
    #[doc(alias = "目标值")]
    Target,
}

/// One indicator of a table (指标), as printed.
#[doc(alias = "指标")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The group of the row, filled down from where it is printed; `None` if the document has lost it.
    pub domain: Option<String>,
    /// The ordinal as printed (序号).
    pub number: Option<String>,
    /// The whole name cell as printed.
    pub name: String,
    /// The unit as printed, from the name's brackets or the unit column.
    pub unit: Option<String>,
    /// 约束性, 预期性 or 倡导性, as printed.
    pub nature: Option<String>,
    /// The lines from the first printed cell of the row to the last.
    pub lines: LineRange,
    /// The cells of the value columns, in their order; `None` if empty.
    pub cells: Vec<Option<String>>,
    /// Remarks printed inside cells: `2016年` of `10.4（2016年）`.
    pub notes: Vec<String>,
}

/// A cell with its text and what was read from it. Made from a column and a cell when needed, never stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The header of the column of the cell.
    pub header: String,
    /// The place whose value it is; `None` if the column does not say.
    pub scope: Option<String>,
    /// The year of the value, given by the column or by a remark in the cell.
    pub year: Option<u16>,
    /// Whether it is a baseline, an actual figure or a target.
    pub kind: Option<ValueKind>,
    /// The cell as printed; `None` if it is empty.
    pub raw: Option<String>,
    /// How the number is to be met.
    pub comparator: Option<Comparator>,
    /// The number, if the cell contains exactly one.
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
    /// A fall by this number (下降, 降低).
    #[serde(rename = "↓")]
    FallBy,
    /// A rise by this number (增长, 提高).
    #[serde(rename = "↑")]
    RiseBy,
}
