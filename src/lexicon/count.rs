//! The words of counting: measure words, the openings of numbered entries.

use super::{Chars, GENERAL, Words};

/// Measure words of institutions and places (个, 家 …), as they stand behind a range.
pub static INSTITUTION_COUNTERS: Chars = Chars::new(&[(GENERAL, "个家所间座支")]);

/// Words for a number that holds for each of many: 每个县建设1-2个.
pub static DISTRIBUTIVES: Chars = Chars::new(&[(GENERAL, "每各")]);

/// Openings of the entries of a list, in their order.
pub static ENTRY_OPENINGS: Words =
    Words::new(&[(GENERAL, &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"])]);
