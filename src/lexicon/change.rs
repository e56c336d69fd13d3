//! The words of changes and comparisons: 增长, 下降, 较上年.

use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Verbs of numbers that fall: 比上年下降.
pub static FALL_VERBS: Words = Words::new(&[(GENERAL, &["下降", "降低"])]);

/// Verbs of numbers that rise: 比上年上升.
pub static RISE_VERBS: Words = Words::new(&[(GENERAL, &["上升", "提高"])]);

/// Verbs of making less of something.
pub static REDUCING: Words = Words::new(&[(GENERAL, &["减少", "压减", "削减", "压降", "压缩", "缩减"])]);

/// Verbs of numbers that are raised, with which no comparison begins.
pub static LIFT_VERBS: Words = Words::new(&[(GENERAL, &["提升"])]);

/// Verbs of numbers that grow.
pub static GROWTH_VERBS: Words = Words::new(&[(GENERAL, &["增长", "增加"])]);

/// Verbs of change between two numbers: 从9.68下降到6.32.
pub static CHANGE_VERBS: Words =
    Words::with(&[&FALL_VERBS, &RISE_VERBS, &LIFT_VERBS], &[(GENERAL, &["降", "增", "减"])]);

/// Verbs of change between two values that are rarer, or part of other words.
pub static RARE_CHANGE_VERBS: Words = Words::new(&[(GENERAL, &["扩大", "缩短", "升"])]);

/// Further verbs behind the words for what a change is counted from: 在现有基础上翻一番.
pub static FURTHER_CHANGES: Words = Words::new(&[(GENERAL, &["翻", "上调", "上浮", "下浮", "改善", "优化"])]);

/// Words that make a percentage the size of a change, which may exceed 100 %: 增长120%.
pub static GROWTH_WORDS: Words = Words::with(
    &[&FALL_VERBS, &RISE_VERBS, &LIFT_VERBS, &GROWTH_VERBS],
    &[(GENERAL, &["增幅", "增速", "翻", "超额", "比上年", "同比"])],
);

/// Openings of a clause that compares the number before it with another: 较2020年下降3个百分点.
pub static COMPARISON_OPENINGS: Words = Words::with(&[&FALL_VERBS, &RISE_VERBS], &[(GENERAL, &["较", "比", "分别"])]);

/// Words that make a change one of every year, or of the year before: 每年降低0.5个百分点.
pub static EVERY_YEAR: Words = Words::new(&[(GENERAL, &["每年", "逐年", "年均", "同比", "比上年", "较上年"])]);

/// Characters of a change that is no plain difference of two values: 年均提高, 比省高, 其中提高.
pub static MEANS_AND_PARTS: Chars = Chars::new(&[(GENERAL, "均比较中")]);

/// Words directly before what a value is compared with: 较2020年, 相对于“十三五”.
pub static COMPARING: Words = Words::new(&[(GENERAL, &["较", "比", "较于", "比于", "相对于", "较之", "比之"])]);

/// Words directly before what a value is a multiple of: 是“十三五”时期的1.6倍.
pub static BEFORE_MULTIPLES: Words = Words::new(&[(GENERAL, &["是", "为", "达", "达到", "相当于", "约为"])]);

/// Characters before what a value is compared with, where 相比 stands behind it: 与2020年相比.
pub static WITH: Chars = Chars::new(&[(GENERAL, "与同和跟")]);

/// Last characters of verbs that fall to a number, before 到 or 至: 由45%降低到38%.
pub static FALLING: Chars = Chars::new(&[(GENERAL, "降低少短减缩小落窄")]);

/// Last characters of verbs that rise to a number, before 到 or 至: 由3.2提高到3.8.
pub static RISING: Chars = Chars::new(&[(GENERAL, "升高增加长大涨")]);

/// Words in front of a number that is compared, or is not of the same things as the one before: 比上年多5家, 人均.
pub static COMPARED: Words =
    Words::new(&[(GENERAL, &["较", "比", "升", "扩大", "新", "每年", "平均", "人均", "累计", "达", "超过"])]);

/// Names of a change in percent, behind its ends: 降幅达25%.
pub static RATES_OF_CHANGE: Words = Words::new(&[(GENERAL, &["降幅", "增幅", "涨幅", "降幅为", "增幅为"])]);

/// Words for a number that becomes twice or four times as large, each with how many times that is.
pub static DOUBLINGS: Glossary<f64> = Glossary::new(&[(
    GENERAL,
    &[
        ("翻一番", 2.0),
        ("翻了一番", 2.0),
        ("翻两番", 4.0),
        ("翻了两番", 4.0),
        ("增加一倍", 2.0),
        ("增长一倍", 2.0),
        ("增加两倍", 3.0),
        ("增长两倍", 3.0),
    ],
)]);

/// Characters between the verb of a change and by how much: 增加了24张, 降幅达25%.
pub static BEFORE_CHANGE: Chars = Chars::new(&[(GENERAL, "了近约达")]);
