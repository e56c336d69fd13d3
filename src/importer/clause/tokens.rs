//! Cuts the inside of a clause into its parts: units with their verbs, labels, time limits.
//!
//! ```text
//! 市农业农村局及各区县按职责分工负责    市农业农村局 | 各区县按职责分工负责
//! 各县、区人民政府                   one unit: the words between are levels, and the government is that of each
//! 市工业和信息化局                   one unit: neither half is an office
//! ```

use crate::importer::bracket;
use crate::importer::clause::words::split_verb;
use crate::importer::clause::{label, open_end};
use crate::importer::offices::Offices;
use crate::lexicon::clause::{TOGETHER, UNIT_SEPARATORS};
use crate::lexicon::office::{GOVERNMENTS, PREFECTURE_GOVERNMENTS};
use crate::lexicon::place::{BELOW_COUNTIES, SOME_OF_A_GROUP, WORDS_OF_GROUPS};
use crate::lexicon::target::CONJUNCTIONS;
use crate::registry::department;

/// The word that opens the name of a group of places: 各县（市、区）.
const EACH: char = '各';

/// The parts of a clause without its outer brackets, in their order.
pub(super) fn tokens<'a>(inner: &'a str, offices: &Offices<'_>) -> Vec<&'a str> {
    let mut found = Vec::new();
    // A full stop may part two fields: 牵头单位：甲。配合单位：乙.
    let parts = inner
        .split(['。', '｜'])
        .flat_map(|field| field.split(" / "))
        .flat_map(|field| bracket::split(field, &UNIT_SEPARATORS))
        .collect();
    for part in joined(inner, parts) {
        for field in fields(part.trim()) {
            for unit in together(field) {
                split_at_joint(unit.trim(), offices, &mut found);
            }
        }
    }
    found.retain(|token| !token.is_empty());
    found
}

/// Joins what separators within the name of one government have parted: 各县、区人民政府; 各县、市、特区、区人民政府. Levels alone mean
/// their governments, and are one group as well: 各区、县级市.
fn joined<'a>(inner: &'a str, parts: Vec<&'a str>) -> Vec<&'a str> {
    let mut joined: Vec<&str> = Vec::new();
    // Where a group has begun among `joined`, whose government has not come yet.
    let mut opened = None;
    for part in parts {
        let group = opened.and_then(|at: usize| {
            let from = offset(inner, joined.get(at)?)?;
            let whole = inner.get(from..offset(inner, part)? + part.len())?;
            Some((at, whole)).filter(|_| is_levels_of_government(part) || is_more_levels(whole, part))
        });
        if let Some((at, whole)) = group {
            joined.truncate(at);
            joined.push(whole);
            opened = is_of_levels(part.trim()).then_some(at);
            continue;
        }
        if opens_group(part) {
            opened = Some(joined.len());
        } else if !is_of_levels(part.trim()) {
            opened = None;
        }
        joined.push(part);
    }
    joined
}

/// Whether a part adds levels to a group that a pause mark has cut: 县级市 behind 各区, 街道 behind 各镇. Counties and towns are two
/// groups.
fn is_more_levels(whole: &str, part: &str) -> bool {
    let part = part.trim();
    let before = whole.strip_suffix(part).and_then(|before| before.strip_suffix('、')).unwrap_or_default();
    let are_towns = |text: &str| {
        let text = text.trim_end_matches(['）', ')']);
        BELOW_COUNTIES.ends(text) || text.ends_with('镇')
    };
    !before.is_empty() && is_of_levels(part) && are_towns(before) == are_towns(part)
}

/// Whether a part ends with the first levels of a group: 各县, 各有关区, 各盟行政公署.
fn opens_group(part: &str) -> bool {
    let part = PREFECTURE_GOVERNMENTS.strip_suffix(part).unwrap_or(part);
    let at = SOME_OF_A_GROUP.iter().filter_map(|word| Some((part.rfind(word)?, word.len()))).max();
    at.and_then(|(at, length)| part.get(at + length..)).is_some_and(|levels| is_of_levels(levels.trim()))
}

/// Whether a part is levels and the word for their government: 区人民政府, 市、区）政府负责, 县级市政府.
fn is_levels_of_government(part: &str) -> bool {
    let found =
        GOVERNMENTS.iter().filter_map(|word| part.trim().split_once(word)).min_by_key(|(before, _)| before.len());
    found.is_some_and(|(before, _)| !before.is_empty() && is_of_levels(before))
}

/// Whether words name nothing but levels of places: 县（市, 地级以上市.
fn is_of_levels(words: &str) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        let after = WORDS_OF_GROUPS.iter().find_map(|(word, _)| rest.strip_prefix(word));
        let Some(after) = after.or_else(|| rest.strip_prefix(department::is_of_group)) else { return false };
        rest = after;
    }
    true
}

/// The byte at which a part of a text begins.
fn offset(text: &str, part: &str) -> Option<usize> {
    (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)
}

/// Cuts a part before a label that only white space divides from the unit before it: `市财政局 配合单位：市教育局`.
fn fields(part: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut rest = part;
    let mut from = 0;
    while let Some(gap) = rest.get(from..).and_then(|text| text.find(char::is_whitespace)).map(|at| at + from) {
        let after = rest.get(gap..).unwrap_or_default().trim_start();
        let is_known = |field: label::Field| field != label::Field::Unknown;
        let opens = label::read(after).is_some_and(|(field, ..)| is_known(field)) || label::spaced(after).is_some();
        if opens && !label::is_sure(rest.get(..gap).unwrap_or_default()) {
            fields.extend(rest.get(..gap));
            rest = after;
            from = 0;
        } else {
            from = rest.len() - after.len();
        }
    }
    fields.push(rest);
    fields
}

/// Cuts a part at 会同, which puts two units beside one another.
fn together(part: &str) -> Vec<&str> {
    for word in TOGETHER.iter() {
        if let Some((before, after)) = part.split_once(word)
            && word.chars().count() > 1
        {
            return std::iter::once(before).chain(together(after)).collect();
        }
    }
    vec![part]
}

/// Cuts a part at the word that joins two units, where both halves are units.
fn split_at_joint<'a>(part: &'a str, offices: &Offices<'_>, found: &mut Vec<&'a str>) {
    let beside: Vec<&str> = part.split_whitespace().collect();
    if beside.len() > 1 && beside.iter().all(|name| offices.is_office(split_verb(without_label(name)).0)) {
        found.extend(beside);
        return;
    }
    let (name, _) = open_end::strip(split_verb(part).0);
    let is_whole = offices.is_office(name) && offices.office(name).is_some();
    let cut = (!is_whole).then(|| joints(part).find(|(before, after)| are_units(before, after, offices))).flatten();
    match cut {
        Some((before, after)) => {
            found.push(before.trim());
            split_at_joint(after.trim(), offices, found);
        }
        None => found.push(part),
    }
}

fn without_label(name: &str) -> &str {
    label::read(name).map_or(name, |(_, _, rest)| rest)
}

/// The halves of a text at each word that may join two units, outside of brackets.
fn joints(part: &str) -> impl Iterator<Item = (&str, &str)> {
    let brackets = bracket::top_level(part);
    part.char_indices().filter_map(move |(at, _)| {
        if brackets.iter().any(|(from, to)| (*from..*to).contains(&at)) {
            return None;
        }
        let (before, rest) = part.split_at_checked(at)?;
        let after = CONJUNCTIONS.strip_prefix(rest)?;
        (!before.is_empty() && !after.is_empty()).then_some((before, after))
    })
}

/// Whether both halves beside a joint are units, or words that leave the list open.
fn are_units(before: &str, after: &str, offices: &Offices<'_>) -> bool {
    let left = match open_end::strip(before.trim()) {
        (name, Some(_)) => name.is_empty() || offices.is_office(name),
        (name, None) => offices.is_office(without_label(name)),
    };
    let (name, open) = open_end::strip(split_verb(after.trim()).0);
    let right = offices.is_office(name) || name.starts_with(EACH) || name.is_empty() && open.is_some();
    // 市级有关部门和单位 is one open end.
    let is_one_end = open_end::strip(split_verb(before).0).1.is_some() && name.is_empty();
    left && right && !is_one_end
}
