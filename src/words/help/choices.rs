//! What each word means that can be the value of an argument. The Chinese of most can be typed in its place.

use crate::words::words;

words! {
    // The roles of an office.
    LEAD = "牵头", "the office leads";
    JOINT = "配合", "it supports";
    LISTED = "未分牵头", "it is named, no lead given";
    /// What the role was called before, which may still be typed.
    LISTED_BEFORE = "列名", "";

    // The natures of indicators, which are typed as the plans print them, or in English.
    EXPECTED = "", "expected";
    BINDING = "", "binding";
    ADVOCATED = "", "advocated";

    // The kinds of hits; the English says no more than the word itself.
    PLAN = "规划", "";
    CHAPTER = "章节", "";
    TASK = "任务", "";
    OFFICE = "部门", "";
    INDICATOR = "指标", "";
    TARGET = "目标", "";
    TEXT = "正文", "";
}
