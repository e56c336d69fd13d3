//! The place before an office's name: 佛山市教育局, 市委宣传部, 湘桥区卫生健康局.
//!
//! It is removed by a rule about how the names of Chinese units are written; which names exist is not known here. All
//! texts are folded before (brackets are half width).

use crate::lexicon::office::{ENDS_AND_JOINTS, ORGANS};
use crate::lexicon::place::{CITIES, LEVEL_CHARS, NATION};
use crate::registry::department::LONGEST;

/// The longest name of a place inside an office's name, in characters: long enough for 云浮市, not for 高新技术开发区.
const LONGEST_PLACE: usize = 6;

/// The names that may remain of the name of a unit, the least changed first: the name itself, without a note in
/// brackets at its end, without a doubled last character, and each of these without the place before it.
pub(super) fn readings_of(key: &str) -> Vec<String> {
    if key.is_empty() || key.chars().count() > LONGEST {
        return Vec::new();
    }
    let mut whole = vec![key];
    if let Some((name, _)) = key.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        whole.push(name);
    }
    if let Some(last) = key.chars().next_back() {
        let once = key.strip_suffix(last).unwrap_or_default();
        if once.ends_with(last) {
            whole.push(once);
        }
    }
    let mut names = Vec::new();
    for name in whole {
        names.push(name.to_owned());
        names.extend(without_place(name).map(str::to_owned));
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The rests of a text behind each possible place, the shortest place first.
fn without_place(name: &str) -> impl Iterator<Item = &str> {
    let levels = name.char_indices().filter(|(_, c)| LEVEL_CHARS.contains(*c)).filter_map(|(at, c)| {
        let (place, rest) = name.split_at_checked(at + c.len_utf8())?;
        (!place.contains(|c| ENDS_AND_JOINTS.contains(c))).then_some(rest)
    });
    let bare = CITIES.iter().chain(NATION.iter()).filter_map(|city| name.strip_prefix(city));
    levels.chain(bare).flat_map(|rest| std::iter::once(rest).chain(without_organ(rest)))
}

/// The rest behind 委 or 人民政府 after the place: 委宣传部 → 宣传部.
fn without_organ(rest: &str) -> impl Iterator<Item = &str> {
    ORGANS.iter().filter_map(move |organ| rest.strip_prefix(organ))
}

/// Whether `name` consists of `before`, a place, and `after`: 中国人民银行 + 云浮市 + 中心支行. A place does not begin with
/// the word of a level: 市报业传媒集团 is not the 传媒集团 of a place 市报业.
pub(super) fn stands_between(name: &[char], before: &[char], after: &[char]) -> bool {
    let place = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    place.is_some_and(|place| {
        (2..=LONGEST_PLACE).contains(&place.len())
            && !place.starts_with(&['市'])
            && place.iter().all(|&c| c.is_alphabetic() && !c.is_ascii() && !ENDS_AND_JOINTS.contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_off() {
        let rows = [
            ("市教育局", "教育局", true),
            ("佛山市教育局", "教育局", true),
            ("潮州市湘桥区卫生健康局", "卫生健康局", true),
            ("市委宣传部", "宣传部", true),
            ("中共云浮市委宣传部", "宣传部", true),
            ("四会市教育局", "教育局", true),
            ("佛山教育局", "教育局", true),
            ("市市场监督管理局局", "市场监督管理局", true),
            ("市教育局(市委教育工委)", "教育局", true),
            ("市卫生健康局市教育局", "教育局", false),
            ("各区教育局", "教育局", false),
            ("人民教育局", "教育局", false),
        ];
        for (key, name, expected) in rows {
            assert_eq!(readings_of(key).iter().any(|it| it == name), expected, "{key}");
        }
    }

    #[test]
    fn no_place_without_end() {
        assert!(readings_of(&"市".repeat(100_000)).is_empty());
        assert!(readings_of("").is_empty());
    }
}
