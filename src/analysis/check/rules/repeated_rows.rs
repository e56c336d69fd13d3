//! One indicator in two rows of a table: under one name, under two that mean one thing, or with the same values under a
//! name with a word more (产前筛查率, 孕产妇产前筛查率).

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::indicator::LEVELLED;
use crate::lexicon::metric::{
    COUNT_ENDINGS, DIRECTIONS, MEASURED_OPENINGS, NOUNS_OF_PARTS, SAME_MEANING, SHARE_ENDINGS,
};
use crate::model::Confidence;
use crate::registry::bracket::{self, Part};
use crate::registry::{name, unit};
use crate::text::fold::fold_cell;
use crate::words::findings::lists;
use crate::words::{self};

/// Fewest characters of a name that is compared.
const SHORTEST_NAME: usize = 3;

/// Fewest characters that a name shares with one that has a word more, and the most of that word.
const SHORTEST_SHARED: usize = 4;
const LONGEST_WORD: usize = 6;

/// Fewest characters of a name whose words may stand in another order.
const SHORTEST_ORDERED: usize = 6;

/// The most rows with the same values whose names are compared with one another.
const MOST_ALIKE: usize = 12;

/// Rows of one table that measure one thing for one group of people or place. Each indicator is told once.
pub(crate) fn repeated_rows(reading: &Reading) -> Vec<FindingDraft> {
    let mut groups: HashMap<(&str, String), Vec<&TableRow>> = HashMap::new();
    let mut order: Vec<(&str, String)> = Vec::new();
    for row in &reading.rows {
        for key in keys(row) {
            let group = groups.entry((&row.table.id, key.clone())).or_default();
            if group.is_empty() {
                order.push((&row.table.id, key));
            }
            group.push(row);
        }
    }
    let mut told: HashSet<Vec<Citation>> = HashSet::new();
    let mut drafts = Vec::new();
    for key in &order {
        let Some(rows) = groups.get(key).filter(|rows| rows.len() > 1) else { continue };
        let is_by_values = key.1.starts_with(BY_VALUES);
        let alike = if is_by_values { with_a_word_more(rows) } else { rows.clone() };
        let citations: Vec<Citation> = alike.iter().map(|row| row.name.clone()).collect();
        if citations.len() > 1 && told.insert(citations.clone()) {
            let names: Vec<&str> = citations.iter().map(|citation| citation.quote.as_str()).collect();
            let names_told = words::joined(&names, words::QUOTED);
            let values = differing_values(&alike);
            let what = if values.is_empty() {
                lists::repeated_row(names.len(), names_told)
            } else {
                let printed: Vec<&str> = values.iter().map(|citation| citation.quote.trim()).collect();
                lists::repeated_row_with_values(names.len(), names_told, words::joined(&printed, words::LIST))
            };
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations.into_iter().chain(values)));
        }
    }
    drafts
}

/// The cells of the first column in which some rows of one indicator print different numbers; empty where none does.
fn differing_values(rows: &[&TableRow]) -> Vec<Citation> {
    let n_columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let of_column = |column: usize| -> Vec<&Cell> {
        rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| cell.is_absolute()).collect()
    };
    let differ = |cells: &Vec<&Cell>| {
        cells.len() == rows.len()
            && cells.iter().any(|cell| cell.value.number != cells.first().and_then(|first| first.value.number))
    };
    let found = (0..n_columns).map(of_column).find(differ);
    found.into_iter().flatten().map(|cell| cell.citation.clone()).collect()
}

/// The mark before the key of rows with the same values.
const BY_VALUES: char = '=';

/// The forms of a row's name under which another one means the same: its indicator, its name with synonyms replaced, its
/// name with the base (每千人口) in front; and its values. A unit of another kind makes it another measure. Rows that are a
/// part of the one above (其中) are left out.
fn keys(row: &TableRow) -> Vec<String> {
    let printed = row.row.name.trim();
    if printed.starts_with("其中") || printed.chars().count() < SHORTEST_NAME {
        return Vec::new();
    }
    let printed_unit = row.row.unit.as_deref().map(unit::canonical).unwrap_or_default();
    let measure = row.metric.measure(row.row.unit.as_deref()).map(|measure| unit::canonical(&measure));
    // The loose name of a count and that of a share of it may be one.
    let is_count = COUNT_ENDINGS.ends(printed);
    let suffix = format!("|{}|{is_count}", measure.as_deref().unwrap_or_default());
    let indicator = row.metric.indicator_id().filter(|_| !row.metric.is_incomparable);
    let by_indicator = indicator.map(|id| format!("#{id}{}|{suffix}", row.metric.owner.as_deref().unwrap_or_default()));
    let by_base = base_in_front(printed).map(|name| format!("@{}|{printed_unit}", shortened(&levelled(&name))));
    let by_values = values(row).map(|values| format!("{BY_VALUES}{printed_unit}|{values}"));
    let mut keys = vec![format!("{}{suffix}", levelled(&name::key(printed)))];
    keys.extend(people_in_front(printed).map(|name| format!("{}{suffix}", levelled(&name))));
    let by_parts = share_of_part(&name::key(printed)).map(|name| format!("&{name}{suffix}"));
    keys.extend(by_indicator.into_iter().chain(by_base).chain(by_values).chain(by_parts));
    keys
}

/// A name with synonyms replaced.
fn levelled(name: &str) -> String {
    let name = SAME_MEANING.iter().fold(name.to_owned(), |name, (from, to)| name.replace(from, to));
    LEVELLED.iter().fold(name, |name, (from, to)| name.replace(from, to))
}

/// A name without the 数 at its end.
fn shortened(name: &str) -> &str {
    name.strip_suffix('数').unwrap_or(name)
}

/// A name with the base of its counting in front, where it has one: 床位数（每千人口） as 每千人口床位数.
fn base_in_front(printed: &str) -> Option<String> {
    let is_base = |part: &&Part| matches!(part, Part::Bracket(inside) if MEASURED_OPENINGS.begins(inside));
    let parts = bracket::parts(printed);
    let base = parts.iter().find(is_base);
    let text = |part: &Part| match part {
        Part::Plain(text) | Part::Bracket(text) => fold_cell(text),
    };
    let is_aside = |part: &Part| matches!(part, Part::Bracket(inside) if unit::in_bracket(inside).is_some());
    let rest = parts.iter().filter(|part| !is_base(part) && !is_aside(part)).map(text);
    let name: String = base.map(text).into_iter().chain(rest).collect();
    MEASURED_OPENINGS.begins(&name).then_some(name)
}

/// What a share is of, in one order of words: 新能源公交车 of 公交车中新能源车辆比例 and of 新能源公交车占比. `None` for what is no share.
fn share_of_part(name: &str) -> Option<String> {
    let thing = SHARE_ENDINGS.strip_suffix(name)?.trim_end_matches(['的', '占', '数']);
    let parts = thing.split_once('中').filter(|(whole, part)| whole.chars().count() > 1 && part.chars().count() > 1);
    let Some((whole, part)) = parts else { return Some(thing.to_owned()) };
    let part = part.trim_start_matches('的');
    Some(format!("{}{whole}", NOUNS_OF_PARTS.strip_suffix(part).unwrap_or(part)))
}

/// A name with the people that its bracket names in front: 签约率（重点人群） as 重点人群签约率.
fn people_in_front(printed: &str) -> Option<String> {
    let parts = bracket::parts(printed);
    let [Part::Plain(name), Part::Bracket(people)] = parts.as_slice() else { return None };
    let is_people =
        unit::in_bracket(people).is_none() && people.chars().all(char::is_alphanumeric) && people.chars().count() > 1;
    is_people.then(|| name::key(&format!("{people}{name}")))
}

/// The own values of a row, written one behind another; `None` where they are too few, or such as many rows have.
fn values(row: &TableRow) -> Option<String> {
    let numbers: Vec<f64> =
        row.own_cells().filter(|cell| cell.is_absolute()).filter_map(|cell| cell.value.number).collect();
    let is_telling = |number: &f64| *number > 0.0 && (*number - 100.0).abs() > f64::EPSILON;
    let written: Vec<String> = numbers.iter().map(f64::to_string).collect();
    (numbers.len() > 1 && numbers.iter().any(is_telling)).then(|| written.join(","))
}

/// The first of some rows with the same values whose name has another one with a word more, and that one.
fn with_a_word_more<'r, 'a>(rows: &[&'r TableRow<'a>]) -> Vec<&'r TableRow<'a>> {
    let named: Vec<(&TableRow, Vec<char>)> = rows
        .iter()
        .take(MOST_ALIKE)
        .map(|row| (*row, levelled(&name::key(row.row.name.trim())).chars().collect()))
        .collect();
    let pair = named.iter().enumerate().find_map(|(at, (one, name))| {
        let mut others = named.iter().skip(at + 1);
        others
            .find(|(_, other)| {
                has_a_word_more(name, other) || has_a_word_more(other, name) || has_other_order(name, other)
            })
            .map(|(other, _)| [one, other])
    });
    pair.into_iter().flatten().copied().collect()
}

/// Whether the longer name is the shorter one with one word put in.
fn has_a_word_more(short: &[char], long: &[char]) -> bool {
    let Some(n_more) = long.len().checked_sub(short.len()) else { return false };
    let start = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let end = short.iter().rev().zip(long.iter().rev()).take_while(|(one, other)| one == other).count();
    short.len() >= SHORTEST_SHARED && (1..=LONGEST_WORD).contains(&n_more) && start + end >= short.len()
}

/// Whether two names are the same words in another order: 医院设立老年科的比例, 设立老年科的医院占比. Who does something to whom
/// tells them apart.
fn has_other_order(one: &[char], other: &[char]) -> bool {
    let parts = |name: &[char]| {
        let name: String = name.iter().collect();
        let (words, is_share) = SHARE_ENDINGS.strip_suffix(&name).map_or((name.as_str(), false), |words| (words, true));
        let mut chars: Vec<char> = words.chars().filter(|c| *c != '的').collect();
        chars.sort_unstable();
        (chars, is_share)
    };
    let is_directed = |(chars, _): &(Vec<char>, bool)| chars.iter().any(|c| DIRECTIONS.contains(*c));
    let (one, other) = (parts(one), parts(other));
    one.0.len() >= SHORTEST_ORDERED && one == other && !is_directed(&one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_indicator_in_two_rows() {
        let table = |row: &str| {
            format!(
                "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t普惠性幼儿园在园幼儿占比\t%\t80\t90\n2\t{row}\n"
            )
        };
        for (row, expected) in [
            (
                "普惠性幼儿园在园幼儿比例\t%\t80\t90",
                &["[7, 8] 普惠性幼儿园在园幼儿占比 | 普惠性幼儿园在园幼儿比例"][..],
            ),
            (
                "全市普惠性民办幼儿园在园幼儿占比\t%\t80\t90",
                &["[7, 8] 普惠性幼儿园在园幼儿占比 | 全市普惠性民办幼儿园在园幼儿占比"],
            ),
            ("在园幼儿普惠性幼儿园比例\t%\t80\t90", &["[7, 8] 普惠性幼儿园在园幼儿占比 | 在园幼儿普惠性幼儿园比例"]),
            ("在园幼儿普惠性幼儿园比例\t%\t70\t85", &[]),
            ("普惠性民办幼儿园在园幼儿占比\t%\t60\t75", &[]),
            ("普惠性幼儿园在园幼儿数\t人\t8000\t9000", &[]),
            ("公办幼儿园在园幼儿占比\t%\t80\t90", &[]),
        ] {
            check(repeated_rows, &[(&table(row), expected)]);
        }
    }

    #[test]
    fn a_base_before_or_behind_its_name() {
        assert_eq!(base_in_front("床位数（每千人口）（张）"), base_in_front("每千人口床位数"));
        assert_eq!(base_in_front("床位使用率（%）"), None);
    }
}
