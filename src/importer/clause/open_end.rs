//! The words that leave a list of units open, as a grammar: `等` + whose they are + `有关` or `相关` + what they are.
//!
//! ```text
//! 市公安局等                     等
//! 市公安局等市级相关部门          等市级相关部门
//! 市水利局、市级有关部门和单位     市级有关部门和单位
//! 市统计局有关单位               有关单位, glued to a name
//! 各成员单位                     各成员单位
//! 区政府有关部门                 区政府有关部门: the offices of that government, which itself is not meant
//! 各项目牵头单位                 各项目牵头单位
//! ```

use crate::lexicon::Words;
use crate::lexicon::clause::{LEVELS_OF_ENDS, NOUNS_OF_ENDS, OPENERS_OF_ENDS, PARTS_OF_ENDS};
use crate::lexicon::place::{LEVEL_CHARS, OFFICE_LEVEL_CHARS};
use crate::lexicon::target::CONJUNCTIONS;

/// The word that leaves a list open by itself.
const AND_SO_ON: &str = "等";

/// The noun for those who belong to the body named before it.
const MEMBERS: &str = "成员单位";

/// The longest name of a government before the words for its offices, and the longest word between 各 and a noun, in characters.
const LONGEST_GOVERNMENT: usize = 10;
const LONGEST_OF_EACH: usize = 4;

/// Takes the words off that leave the list open: the name before them, and the words as printed.
pub(super) fn strip(name: &str) -> (&str, Option<&str>) {
    let name = name.trim_end();
    let rest = before_end(name).unwrap_or(name);
    let open = name.get(rest.len()..).filter(|open| !open.is_empty());
    (rest.trim_end(), open)
}

/// The text before an open end; `None` where it ends with none.
fn before_end(name: &str) -> Option<&str> {
    if let Some(before) = name.strip_suffix(AND_SO_ON) {
        return Some(before);
    }
    let rest = before_nouns(name)?;
    if means_each_with_a_part(name) {
        return Some("");
    }
    // A noun alone is no open end: 教育部门 is an office by its duty.
    let opened = shortest_before(&OPENERS_OF_ENDS, rest);
    let levelled = opened.or_else(|| rest.ends_with(['各', '级', '直']).then_some(rest));
    if let Some(before) = rest.strip_suffix(AND_SO_ON) {
        return Some(before);
    }
    // 市爱卫会各成员单位 are all who belong to that body.
    if name.ends_with(MEMBERS) && !rest.is_empty() && !rest.ends_with(AND_SO_ON) {
        return Some(rest.strip_suffix('各').unwrap_or(rest));
    }
    let rest = levelled?;
    // 国务院各部门, 市各部门
    let each_of = rest.strip_suffix('各').is_some_and(|of| LEVELS_OF_ENDS.contains(of) || is_level(of));
    if is_government(rest) || each_of {
        return Some("");
    }
    let before_level = shortest_before(&LEVELS_OF_ENDS, rest).or_else(|| OFFICE_LEVEL_CHARS.strip_suffix(rest));
    let level = before_level.filter(|before| before.is_empty() || before.ends_with(AND_SO_ON));
    let rest = level.unwrap_or(rest);
    let before = rest.strip_suffix(AND_SO_ON).unwrap_or(rest);
    (before.len() < rest.len() || opened.is_some() || before.is_empty()).then_some(before)
}

/// Whether a text is all who have a part in the tasks: 各项目牵头单位, 各责任单位.
fn means_each_with_a_part(name: &str) -> bool {
    let rest = name.strip_prefix('各').and_then(|rest| shortest_before(&PARTS_OF_ENDS, rest));
    rest.is_some_and(|between| between.chars().count() <= LONGEST_OF_EACH)
}

/// Whether an open end means those who belong to the body named before it: 成员单位.
pub(super) fn means_members(open: &str) -> bool {
    open.ends_with(MEMBERS)
}

/// Whether a text is the word of one level: 省.
fn is_level(text: &str) -> bool {
    OFFICE_LEVEL_CHARS.strip_suffix(text).is_some_and(str::is_empty)
}

/// Whether a text is the government of one place by its level or name: 区政府, 江海市人民政府.
fn is_government(text: &str) -> bool {
    let place = text.strip_suffix("人民政府").or_else(|| text.strip_suffix("政府"));
    place.is_some_and(|place| {
        LEVEL_CHARS.ends(place) && place.chars().count() <= LONGEST_GOVERNMENT && !place.contains(['、', '，', ','])
    })
}

/// The text before what an open list means: before 部门和单位, 部门及有关地区.
fn before_nouns(name: &str) -> Option<&str> {
    let mut rest = shortest_before(&NOUNS_OF_ENDS, name)?;
    while let Some(before) = joint(rest) {
        rest = before;
    }
    Some(rest)
}

/// The text before one more noun and the word that joins it: before `部门和` or `部门和有关`.
fn joint(text: &str) -> Option<&str> {
    let text = shortest_before(&OPENERS_OF_ENDS, text).unwrap_or(text);
    let before = shortest_before(&CONJUNCTIONS, text).or_else(|| text.strip_suffix('、'))?;
    shortest_before(&NOUNS_OF_ENDS, before)
}

/// The text before the longest word of the list that it ends with.
fn shortest_before<'a>(words: &Words, text: &'a str) -> Option<&'a str> {
    words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|before| before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends() {
        for (name, rest, open) in [
            ("市公安局等", "市公安局", Some("等")),
            ("市公安局等部门", "市公安局", Some("等部门")),
            ("市公安局等市级相关部门", "市公安局", Some("等市级相关部门")),
            ("市公安局等有关部门和单位", "市公安局", Some("等有关部门和单位")),
            ("市级有关部门和单位", "", Some("市级有关部门和单位")),
            ("市有关部门", "", Some("市有关部门")),
            ("市统计局有关单位", "市统计局", Some("有关单位")),
            ("各成员单位", "", Some("各成员单位")),
            ("各有关部门、单位", "", Some("各有关部门、单位")),
            ("国务院有关部门", "", Some("国务院有关部门")),
            ("市直有关单位", "", Some("市直有关单位")),
            ("等各级各有关单位", "", Some("等各级各有关单位")),
            ("区政府有关部门", "", Some("区政府有关部门")),
            ("江海市人民政府各有关部门", "", Some("江海市人民政府各有关部门")),
            ("市财政局、区政府", "市财政局、区政府", None),
            ("国务院各部门", "", Some("国务院各部门")),
            ("市各部门", "", Some("市各部门")),
            ("各项目牵头单位", "", Some("各项目牵头单位")),
            ("各责任单位", "", Some("各责任单位")),
            ("教育部门", "教育部门", None),
            ("市教育局", "市教育局", None),
            ("各县（市、区）", "各县（市、区）", None),
        ] {
            assert_eq!(strip(name), (rest, open), "{name}");
        }
    }
}
