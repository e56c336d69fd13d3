//! The words of the findings of a check: what differs, never which place is right. A finding is written to JSON and CSV as
//! well as shown, so that each is kept in every language.

pub(crate) mod against;
pub(crate) mod figures;
pub(crate) mod lists;
pub(crate) mod targets;
pub(crate) mod times;
pub(crate) mod units;
pub(crate) mod writing;

use super::words;

words! {
    /// The kinds of findings. They stand in a column of ten cells.
    TEXT_VS_TABLE = "文表不一", "Text/table";
    TEXT_VS_TEXT = "前后不一", "Text/text";
    UNIT = "单位", "Unit";
    TYPO = "文字存疑", "Wording";
    NUMBERING = "编号与表行", "Numbering";
    MISSED_TARGET = "未达目标", "Missed";
    IMPLAUSIBLE = "数值存疑", "Odd value";
    STYLE = "书写体例", "Style";
    MET_TARGET = "已达目标", "Met";
    LOOSER_TARGET = "目标偏松", "Looser";
    UNLISTED_INDICATOR = "指标未列", "Left out";
    UNLISTED_TASK = "任务未列", "No task";

    /// How far a rule can be relied on.
    HIGH = "高", "high";
    MEDIUM = "中", "medium";
    LOW = "低", "low";
}
