//! The place before an office's name: 佛山市教育局, 市委宣传部, 湘桥区卫生健康局, 长沙教育局, 各县（市、区）教育局.
//!
//! It is removed by a rule about how the names of Chinese units are written, and by the names of the places of China where
//! no level closes it. What is removed says at which level the office stands. All texts are folded before (brackets are
//! half width).

use std::collections::BTreeMap;

use crate::lexicon::office::{ENDS_AND_JOINTS, ORGANS, PARTY_GROUPS};
use crate::lexicon::place::{
    COUNTY_LEVELS, GROUP_CHARS, IN_GROUPS, LEVEL_CHARS, LOCAL_LEVELS, NATIONAL, WORDS_OF_GROUPS,
};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS};
use crate::model::Level;
use crate::registry::department::LONGEST;
use crate::registry::division::{self, Division};

/// The longest name of a place inside an office's name, in characters: long enough for 云浮市, not for 高新技术开发区.
const LONGEST_PLACE: usize = 6;

/// A name that may be that of an office, and the level that the place before it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// What remains of the name of a unit.
    pub(super) name: String,
    /// The level that was removed; `None` if there was none, or that of a town.
    pub(super) level: Option<Level>,
}

/// The names that may remain of the name of a unit, the least changed first: the name itself, without a note in
/// brackets at its end, without a doubled last character, and each of these without the place before it.
pub(super) fn readings_of(key: &str) -> Vec<Reading> {
    if key.is_empty() || key.chars().count() > LONGEST {
        return Vec::new();
    }
    let mut whole = vec![key];
    let note = |open: char, close: char| Some(key.strip_suffix(close)?.rsplit_once(open)?.0);
    whole.extend(note('(', ')').or_else(|| note('[', ']')));
    whole.extend(PARTY_GROUPS.strip_suffix(key));
    if let Some(last) = key.chars().next_back() {
        let once = key.strip_suffix(last).unwrap_or_default();
        if once.ends_with(last) {
            whole.push(once);
        }
    }
    let mut names = Vec::new();
    for name in whole {
        names.push(Reading { name: name.to_owned(), level: None });
        for (rest, level) in without_place(name) {
            names.extend(without_organ(rest).map(|name| Reading { name: name.to_owned(), level }));
        }
    }
    names.retain(|reading| !reading.name.is_empty());
    names
}

/// The rests of a text behind each possible place, the shortest place first, each with the level of that place.
fn without_place(name: &str) -> Vec<(&str, Option<Level>)> {
    // Where a place may end, in bytes, and its level.
    let mut ends: BTreeMap<usize, Option<Level>> = BTreeMap::new();
    for (at, c) in name.char_indices().filter(|(_, c)| LEVEL_CHARS.contains(*c)) {
        let end = at + c.len_utf8();
        let place = name.get(..end).unwrap_or_default();
        if !place.contains(|c| ENDS_AND_JOINTS.contains(c)) {
            ends.insert(end, level_of(place));
        }
    }
    if let Some((end, level)) = group(name) {
        ends.insert(end, level);
    }
    for word in NATIONAL.iter().filter(|word| name.starts_with(*word)) {
        ends.insert(word.len(), Some(Level::National));
    }
    // Places without the word of a level, at the start and behind another place: 湖南省长沙教育局.
    let mut starts: Vec<usize> = std::iter::once(0).chain(ends.keys().copied()).collect();
    while let Some(start) = starts.pop() {
        for (length, place) in division::starting(name.get(start..).unwrap_or_default()) {
            if ends.insert(start + length, Some(place.level)).is_none() {
                starts.push(start + length);
            }
        }
    }
    ends.into_iter().filter_map(|(end, level)| Some((name.get(end..)?, level))).collect()
}

/// The level of the government of a place, by its name if it is known, else by the last word.
pub(super) fn level_of(place: &str) -> Option<Level> {
    let chars: Vec<char> = place.chars().collect();
    if let Some((_, Division { level, .. })) = division::ending(&chars, |_| true) {
        return Some(level);
    }
    match chars.last()? {
        _ if NATIONAL.contains(place) => Some(Level::National),
        '省' => Some(Level::Provincial),
        '区' if chars.ends_with(&['自', '治', '区']) => Some(Level::Provincial),
        '区' | '县' | '旗' => Some(Level::County),
        '市' | '州' | '盟' => Some(Level::Municipal),
        _ => None,
    }
}

/// The end of the words for a group of places at the start of a name, in bytes, and the level of those places: 各县(市、区),
/// 县(市、区), 各区, 各镇.
fn group(name: &str) -> Option<(usize, Option<Level>)> {
    let end = name.find(|c| !GROUP_CHARS.contains(c))?;
    let words = name.get(..end).filter(|words| words.starts_with('各') || words.ends_with(')'))?;
    let is_of_counties = COUNTY_LEVELS.iter().any(|level| words.contains(level)) && !words.contains('州');
    let is_of_cities = words.contains(|c| LOCAL_LEVELS.contains(c)) || words.contains('州');
    let level = if is_of_counties { Some(Level::County) } else { is_of_cities.then_some(Level::Municipal) };
    (words != "各").then_some((end, level))
}

/// The levels that the words for a group of places name, without what else they hold: 市县(区) of 地级以上市、县（区）; `None` if they
/// hold anything that is no word for a group.
pub(super) fn levels_of_group(words: &str) -> Option<String> {
    let mut levels = words.to_owned();
    for (word, level) in WORDS_OF_GROUPS.iter() {
        levels = levels.replace(word, level);
    }
    let is_group = levels.chars().all(is_of_group);
    (is_group && !levels.is_empty()).then_some(levels)
}

/// Whether a character may stand in the words for a group of places.
#[must_use]
pub fn is_of_group(c: char) -> bool {
    GROUP_CHARS.contains(c) || IN_GROUPS.contains(c) || BRACKET_OPENERS.contains(c) || BRACKET_CLOSERS.contains(c)
}

/// The rest behind a place, and that behind 级, 委 or 人民政府 after the place: 委宣传部 → 宣传部, 级党委宣传部 → 宣传部.
fn without_organ(rest: &str) -> impl Iterator<Item = &str> {
    let rests = std::iter::once(rest).chain(rest.strip_prefix('级'));
    rests.flat_map(|rest| std::iter::once(rest).chain(ORGANS.iter().filter_map(move |organ| rest.strip_prefix(organ))))
}

/// The place in `name`, if that consists of `before`, a place, and `after`: 中国人民银行 + 云浮市 + 中心支行. A place does not
/// begin with the word of a level: 市报业传媒集团 is not the 传媒集团 of a place 市报业.
pub(super) fn between<'n>(name: &'n str, before: &str, after: &str) -> Option<&'n str> {
    let place = name.strip_suffix(after).and_then(|rest| rest.strip_prefix(before))?;
    let is_place = (2..=LONGEST_PLACE).contains(&place.chars().count())
        && !place.starts_with('市')
        && place.chars().all(|c| c.is_alphabetic() && !c.is_ascii() && !ENDS_AND_JOINTS.contains(c));
    is_place.then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_off() {
        use Level::{County, Municipal, National, Provincial};
        let rows = [
            ("市教育局", "教育局", Some(Municipal)),
            ("佛山市教育局", "教育局", Some(Municipal)),
            ("潮州市湘桥区卫生健康局", "卫生健康局", Some(County)),
            ("市委宣传部", "宣传部", Some(Municipal)),
            ("中共云浮市委宣传部", "宣传部", Some(Municipal)),
            ("四会市教育局", "教育局", Some(County)),
            ("佛山教育局", "教育局", Some(Municipal)),
            ("长沙教育局", "教育局", Some(Municipal)),
            ("湖南省长沙教育局", "教育局", Some(Municipal)),
            ("湖南浏阳教育局", "教育局", Some(County)),
            ("浏阳市卫生健康局", "卫生健康局", Some(County)),
            ("济南市市中区教育局", "教育局", Some(County)),
            ("恩施州教育局", "教育局", Some(Municipal)),
            ("广西壮族自治区教育厅", "教育厅", Some(Provincial)),
            ("自治区教育厅", "教育厅", Some(Provincial)),
            ("上海市教育委员会", "教育委员会", Some(Provincial)),
            ("上海市黄浦区教育局", "教育局", Some(County)),
            ("火炬区社会事业局", "社会事业局", Some(County)),
            ("省委宣传部", "宣传部", Some(Provincial)),
            ("国家医保局", "医保局", Some(National)),
            ("县级教育局", "教育局", Some(County)),
            ("各区教育局", "教育局", Some(County)),
            ("各县(市、区)教育局", "教育局", Some(County)),
            ("县(市、区)教育局", "教育局", Some(County)),
            ("各市教育局", "教育局", Some(Municipal)),
            ("市市场监督管理局局", "市场监督管理局", Some(Municipal)),
            ("市教育局(市委教育工委)", "教育局", Some(Municipal)),
        ];
        for (key, name, level) in rows {
            let found = readings_of(key).into_iter().find(|it| it.name == name);
            assert_eq!(found.map(|it| it.level), Some(level), "{key}");
        }
        for (key, name) in [("市卫生健康局市教育局", "教育局"), ("人民教育局", "教育局"), ("各教育局", "教育局")]
        {
            assert!(readings_of(key).iter().all(|it| it.name != name), "{key}");
        }
    }

    #[test]
    fn no_place_without_end() {
        assert!(readings_of(&"市".repeat(100_000)).is_empty());
        assert!(readings_of("").is_empty());
    }
}
