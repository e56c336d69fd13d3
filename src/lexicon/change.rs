//! The words of changes and comparisons: 增长, 下降, 较上年.

use crate::lexicon::{GENERAL, Words};

/// Verbs of numbers that fall: 比上年下降.
pub static FALL_VERBS: Words = Words::new(&[(GENERAL, &["下降", "降低"])]);

/// Verbs of numbers that rise: 比上年上升.
pub static RISE_VERBS: Words = Words::new(&[(GENERAL, &["上升", "提高"])]);

/// Verbs of numbers that are raised, with which no comparison begins.
pub static LIFT_VERBS: Words = Words::new(&[(GENERAL, &["提升"])]);

/// Verbs of numbers that grow.
pub static GROWTH_VERBS: Words = Words::new(&[(GENERAL, &["增长", "增加"])]);

/// Verbs of change between two numbers: 从9.68下降到6.32.
pub static CHANGE_VERBS: Words =
    Words::with(&[&FALL_VERBS, &RISE_VERBS, &LIFT_VERBS], &[(GENERAL, &["降", "增", "减"])]);

/// Verbs of change between two values that are rarer, or part of other words.
pub static RARE_CHANGE_VERBS: Words = Words::new(&[(GENERAL, &["扩大", "缩短", "升"])]);

/// Words that make a percentage the size of a change, which may exceed 100 %: 增长120%.
pub static GROWTH_WORDS: Words = Words::with(
    &[&FALL_VERBS, &RISE_VERBS, &LIFT_VERBS, &GROWTH_VERBS],
    &[(GENERAL, &["增幅", "增速", "翻", "超额", "比上年", "同比"])],
);

/// Openings of a clause that compares the number before it with another: 较2020年下降3个百分点.
pub static COMPARISON_OPENINGS: Words = Words::with(&[&FALL_VERBS, &RISE_VERBS], &[(GENERAL, &["较", "比", "分别"])]);

/// Words that make a change one of every year, or of the year before: 每年降低0.5个百分点.
pub static EVERY_YEAR: Words = Words::new(&[(GENERAL, &["每年", "逐年", "年均", "同比", "比上年", "较上年"])]);
