//! Levels of places that a list names by one character each: 市、县级医院, 县、乡、村三级医疗机构.

use crate::analysis::targets::target::list::parts::{cut, is_name, joints};
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS, TIERS};
use crate::text::numeral;

/// What follows the level of the last part, from 级 on, for a part that is a level: 级医院 for 市 in 市、县级医院.
pub(super) fn level_tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let level =
        |text: &str| text.chars().next().filter(|mark| LOCAL_LEVELS.contains(*mark) || OTHER_LEVELS.contains(*mark));
    let rest = last.get(level(last)?.len_utf8()..).filter(|rest| rest.starts_with('级'))?;
    (level(part).is_some() && !is_name(part)).then_some(rest)
}

/// What is measured at each of `n` levels that a list names before their number: 县级医院达标率 of 县、乡、村三级医院达标率.
pub(super) fn of_levels(text: &str, n: usize) -> Option<Vec<String>> {
    let (levels, rest) = text.split_once('级')?;
    let (at, numeral) = levels.char_indices().next_back()?;
    let n_levels = if numeral == '两' { 2 } else { numeral::digit(numeral)? };
    let levels = cut(levels.get(..at)?, &joints());
    let is_level = |level: &&str| {
        let mut marks = level.chars();
        marks.next().is_some_and(|mark| TIERS.contains(mark)) && marks.next().is_none()
    };
    (u32::try_from(n) == Ok(n_levels) && levels.len() == n && levels.iter().all(is_level))
        .then(|| levels.iter().map(|level| format!("{level}级{rest}")).collect())
}
