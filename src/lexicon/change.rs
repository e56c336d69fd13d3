//! The words of changes and comparisons: 增长, 下降, 较上年.

use crate::lexicon::{GENERAL, Words};

/// Verbs of change between two numbers: 从9.68下降到6.32.
pub static CHANGE_VERBS: Words = Words::new(&[(GENERAL, &["下降", "降", "提高", "提升", "增", "上升", "减"])]);

/// Verbs of change between two values that are rarer, or part of other words.
pub static RARE_CHANGE_VERBS: Words = Words::new(&[(GENERAL, &["扩大", "缩短", "升"])]);

/// Words that make a percentage the size of a change, which may exceed 100 %: 增长120%.
pub static GROWTH_WORDS: Words = Words::new(&[(
    GENERAL,
    &["增长", "增加", "提高", "上升", "提升", "增幅", "增速", "下降", "降低", "翻", "超额", "比上年", "同比"],
)]);

/// Openings of a clause that compares the number before it with another: 较2020年下降3个百分点.
pub static COMPARISON_OPENINGS: Words = Words::new(&[(GENERAL, &["较", "比", "下降", "降低", "提高", "上升", "分别"])]);
