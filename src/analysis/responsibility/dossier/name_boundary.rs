//! Whether the name of a department in running prose stands for the department, by the characters before and behind it.
//!
//! Chinese prose has no spaces: 科协 is found in 多学科协作, 人社 in 残疾人社区, 政府办 in 政府办村卫生站. So a name counts only if
//! something marks its beginning (punctuation, its city or level, a word like 由), if no longer name continues behind it
//! (市残联医院), and if the level before it is not a group (各区, 县（市、区）) or another place's (国家, 省, another city).

use crate::lexicon::office::ORGANS;
use crate::lexicon::office_in_text::{
    BEFORE_NO_LEVEL, HIGHER_LEVELS, NAME_CLOSERS, NAME_CONTINUATIONS, NAME_OPENERS, OWN_LEVELS, SURE_ENDINGS,
    WORD_JOINS,
};
use crate::model::Level;
use crate::registry::division;

/// The number of characters before a name that belong to it: its place and level (佛山市, 市, 市委). `None` if the name does
/// not stand for the department here. All texts are folded. `homes` are the names of the plan's own place, the longest
/// first.
pub(super) fn place_before(before: &[char], name: &[char], after: &[char], homes: &[Vec<char>]) -> Option<usize> {
    if NAME_CONTINUATIONS.iter().any(|word| starts_with(after, word)) {
        return None;
    }
    // A name alone in brackets explains the word before them: 政府（管委会）.
    if before.last() == Some(&'(') && after.first() == Some(&')') {
        return None;
    }
    let n_place = n_place(before, name, homes)?;
    if n_place == 0 && after.first().is_some_and(|next| WORD_JOINS.contains(*next)) {
        return None;
    }
    let is_short = name.len() <= 3 && !name.last().is_some_and(|last| SURE_ENDINGS.contains(*last));
    let ends = after.first().is_none_or(|next| !next.is_alphanumeric())
        || NAME_CLOSERS.iter().any(|word| starts_with(after, word));
    (!is_short || ends).then_some(n_place)
}

/// The number of characters of place and level before the name; `None` if they are another place's, or end a word.
fn n_place(before: &[char], name: &[char], homes: &[Vec<char>]) -> Option<usize> {
    // The name itself may hold the place: 中国人民银行云浮市中心支行.
    let holds_place = homes.iter().any(|home| name.windows(home.len()).any(|part| part == home.as_slice()));
    if holds_place {
        return Some(0);
    }
    let organ = ORGANS.iter().chain(["级"]).find(|organ| {
        ends_with(before, organ)
            && before
                .len()
                .checked_sub(organ.chars().count() + 1)
                .and_then(|at| before.get(at))
                .is_some_and(|mark| OWN_LEVELS.contains(*mark))
    });
    let n_organ = organ.map_or(0, |organ| organ.chars().count());
    let rest = before.get(..before.len() - n_organ).unwrap_or_default();
    if let Some(home) = homes.iter().find(|home| rest.ends_with(home)) {
        return Some(n_organ + home.len());
    }
    match rest.last() {
        Some(level) if OWN_LEVELS.contains(*level) => at_level(rest).map(|n_level| n_organ + n_level),
        _ if HIGHER_LEVELS.iter().any(|above| ends_with(before, above)) || ends_with(before, "级") => None,
        _ if ends_with_city(before) => None,
        _ if is_group(before) => None,
        None => Some(0),
        Some(mark) if !mark.is_alphanumeric() || NAME_OPENERS.contains(*mark) => Some(0),
        // A name that begins with 各 needs no mark before it: 各地政府.
        Some(_) => (name.first() == Some(&'各')).then_some(0),
    }
}

/// The number of characters of the levels that end `before`: 市, 市、区, or of the county with its level: 云城区. `None` if
/// they end a word (城市), or belong to another city.
fn at_level(before: &[char]) -> Option<usize> {
    let is_part = |mark: &&char| OWN_LEVELS.contains(**mark) || **mark == '、';
    let mut n_levels = before.iter().rev().take_while(is_part).count();
    while n_levels > 0 && before.get(before.len() - n_levels) == Some(&'、') {
        n_levels -= 1;
    }
    let rest = before.get(..before.len() - n_levels)?;
    let is_word = rest.last().is_some_and(|mark| BEFORE_NO_LEVEL.contains(*mark));
    match division::ending(before, |place| !place.is_short && place.level == Level::County) {
        // 城区 is the name of a county too.
        Some((length, _)) if length > 2 => Some(length.max(n_levels)),
        _ if is_word || ends_with_city(rest) => None,
        _ => Some(n_levels),
    }
}

/// Whether a text ends with the name of a city or a province, or the full name of a county. Short names of counties are
/// not asked for, as many are ordinary words, and some the ends of two: 民政和教育局 does not name 政和.
fn ends_with_city(text: &[char]) -> bool {
    division::ending(text, |place| !place.is_short || place.level != Level::County).is_some()
}

/// Whether `before` ends with a group of places in brackets: 县(市、区).
fn is_group(before: &[char]) -> bool {
    let Some(inner) = before.strip_suffix(&[')']) else { return false };
    let inside: Vec<&char> = inner.iter().rev().take_while(|mark| **mark != '(').collect();
    inside.iter().any(|mark| OWN_LEVELS.contains(**mark) || **mark == '街')
}

fn ends_with(text: &[char], word: &str) -> bool {
    let n = word.chars().count();
    text.len() >= n && text.iter().skip(text.len() - n).copied().eq(word.chars())
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut text = text.iter();
    word.chars().all(|mark| text.next() == Some(&mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    /// The name in brackets 〔〕, which are folded to square ones, with the place before it; `-` if it does not stand for a department.
    fn read(text: &str) -> String {
        let chars: Vec<char> = fold(text).chars().collect();
        let open = chars.iter().position(|mark| *mark == '[').unwrap();
        let close = chars.iter().position(|mark| *mark == ']').unwrap();
        let (before, name, after) = (&chars[..open], &chars[open + 1..close], &chars[close + 1..]);
        let homes: Vec<Vec<char>> = ["云浮市", "云浮"].iter().map(|home| home.chars().collect()).collect();
        match place_before(before, name, after, &homes) {
            Some(n) => before[before.len() - n..].iter().chain(name).collect(),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn names_in_prose() {
        for (text, expected) in [
            ("由市〔卫生健康局〕牵头", "市卫生健康局"),
            ("请径向云浮市〔卫生健康局〕反映", "云浮市卫生健康局"),
            ("广州市〔教育局〕", "-"),
            ("长沙市〔教育局〕", "-"),
            ("长沙〔教育局〕", "-"),
            ("由云城区〔教育局〕落实", "云城区教育局"),
            ("由市民政和〔教育局〕落实", "教育局"),
            ("市委〔宣传部〕负责", "市委宣传部"),
            ("市、区〔教育局〕", "市、区教育局"),
            ("由〔教育局〕会同", "教育局"),
            ("注重发挥〔工会〕、", "-"),
            ("、〔共青团〕、", "共青团"),
            ("〔残联〕等群团组织", "残联"),
            ("多学〔科协〕作", "-"),
            ("、〔科协〕作", "-"),
            ("残疾〔人社〕区", "-"),
            ("支持为〔政府办〕村卫生站", "-"),
            ("市〔残联〕医院", "-"),
            ("县（市、区）〔教育局〕", "-"),
            ("各区〔教育局〕", "-"),
            ("社区〔教育局〕", "-"),
            ("全市〔疾病预防控制中心〕", "-"),
            ("市级〔疾病预防控制中心〕能力", "市级疾病预防控制中心"),
            ("各级〔红十字会〕组织", "-"),
            ("通过省〔卫生健康委〕审查", "-"),
            ("国家〔疾病预防控制局〕", "-"),
            ("省健康医疗〔大数据中心〕", "-"),
            ("教育、〔财政局〕限", "-"),
            ("市〔卫生健康局〕部署", "市卫生健康局"),
            ("市〔科协〕作为", "市科协"),
            ("中国人民银行〔云浮市中心支行〕", "云浮市中心支行"),
            ("〔各地政府〕应加大", "各地政府"),
            ("两级政府（〔管委会〕）", "-"),
            ("强化〔各镇街政府〕属地", "各镇街政府"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
