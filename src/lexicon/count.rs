//! The words of counting: measure words, what stands around a number, the openings of numbered entries.

use crate::lexicon::heading::{HEADING_LEVELS, NUMBER_STOPS};
use crate::lexicon::punctuation::ROUND_BRACKETS;
use crate::lexicon::{Chars, GENERAL, Words};

/// Measure words of institutions and places (个, 家 …), as they stand behind a range.
pub static INSTITUTION_COUNTERS: Chars = Chars::new(&[(GENERAL, "个家所间座支")]);

/// Words for a number that holds for each of many: 每个县建设1-2个.
pub static DISTRIBUTIVES: Chars = Chars::new(&[(GENERAL, "每各")]);

/// Characters around the numeral in the number of a heading, a box or a row: 第一章, 专栏2, （三）.
pub static AROUND_NUMERALS: Chars =
    Chars::with(&[&HEADING_LEVELS, &NUMBER_STOPS, &ROUND_BRACKETS], &[(GENERAL, "第专栏附件表：:")]);

/// Openings of the entries of a list, in their order.
pub static ENTRY_OPENINGS: Words =
    Words::new(&[(GENERAL, &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"])]);
