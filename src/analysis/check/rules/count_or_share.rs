//! A number of things in the text whose share a table gives, so that one standard is asked of two measures:
//! 绿色社区数量达到省级规划要求 beside 绿色社区比例; and a number of things that is given in percent.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::is_han;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::metric::{COUNT_ENDINGS, COUNTS_OF_THINGS, PEOPLE_COUNTS, SHARES_OF_THINGS};
use crate::lexicon::target::BUILDING_VERBS;
use crate::lexicon::unit::HEADS;
use crate::lexicon::value::{MEETING_OPENINGS, MEETING_VERBS, STATED_VALUES, UPPER_LEVELS, UPPER_STANDARDS};
use crate::model::Confidence;
use crate::registry::name;
use crate::words::findings::figures;

/// Fewest characters that the names of a count and of a share have in common.
const SHORTEST_STEM: usize = 3;

/// Most characters of such a name.
const LONGEST_STEM: usize = 40;

/// A clause that asks for a number of things in the words of a standard.
struct AskedCount {
    /// What may be the name without its ending and without 的: characters, each with its position in the clause.
    names: Vec<Vec<(usize, char)>>,
    /// The position behind the name with its ending: that of the verb.
    to: usize,
}

/// Targets of the text for a number of things in the words of a standard, where a row gives the share of the things.
pub(crate) fn counts_against_shares(reading: &Reading) -> Vec<FindingDraft> {
    let shares = shares_by_stem(reading);
    if shares.is_empty() {
        return Vec::new();
    }
    let mut told = HashSet::new();
    let mut drafts = Vec::new();
    for passage in reading.passages.iter().filter(|passage| !passage.is_title()) {
        for clause in numbers::split_clauses(passage) {
            let Some((row, from, to)) = asked_count(&clause).and_then(|count| row_of(&shares, &count)) else {
                continue;
            };
            let printed: String = clause.chars.get(from..to).unwrap_or_default().iter().collect();
            if told.insert((&row.name, printed.clone())) {
                let what = figures::count_and_share(printed, &row.row.name);
                let end = clause.chars.iter().rposition(|c| is_han(*c)).map_or(to, |last| last + 1);
                let citation = passage.cite(clause.from + from, clause.from + end);
                drafts.push(FindingDraft::new(Confidence::Low, what, [citation, row.name.clone()]));
            }
        }
    }
    drafts
}

/// Numbers of things that are given in percent (设置中医馆的社区卫生服务中心数量达到100%), in the text and in rows.
pub(crate) fn counts_in_percent(reading: &Reading) -> Vec<FindingDraft> {
    let draft = |name: &str, citations: Vec<Citation>| {
        let what = figures::count_in_percent(name);
        FindingDraft::new(Confidence::Medium, what, citations)
    };
    let in_row = |row: &TableRow| {
        let name = name::key(&row.row.name);
        let is_percent = row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%");
        (COUNTS_OF_THINGS.ends(&name) && is_percent).then(|| draft(&row.row.name, vec![row.name.clone()]))
    };
    let mut drafts: Vec<FindingDraft> = reading.rows.iter().filter_map(in_row).collect();
    for passage in reading.passages.iter().filter(|passage| !passage.is_title()) {
        for clause in numbers::split_clauses(passage).filter(|clause| clause.chars.contains(&'%')) {
            let Some((from, to)) = percent_of_count(&clause) else { continue };
            let citation = passage.cite(clause.from + from, clause.from + to);
            let name: String =
                clause.chars.get(from..).unwrap_or_default().iter().take_while(|c| is_han(**c)).collect();
            let name = STATED_VALUES.iter().find_map(|verb| name.strip_suffix(verb)).unwrap_or(&name).to_owned();
            // A count for so many people, a known indicator whose unit a table prints, is told by the two units.
            let is_printed = || {
                reading.rows.iter().any(|row| {
                    row.row.unit.is_some() && row.metric.indicator.is_some() && name::key(&row.row.name) == name
                })
            };
            if COUNTS_OF_THINGS.ends(&name) || !is_printed() {
                drafts.push(draft(&name, vec![citation]));
            }
        }
    }
    drafts
}

/// Where a clause states a number of things in percent: from the first character of the words before the number, to
/// behind the number.
fn percent_of_count(clause: &TextClause) -> Option<(usize, usize)> {
    let numbers = numbers::find_numbers(clause.chars);
    let number = numbers.iter().find(|number| number.unit == "%")?;
    let before = clause.chars.get(..number.from)?;
    let start = before.iter().rposition(|c| !is_han(*c)).map_or(0, |mark| mark + 1);
    let words: String = before.get(start..)?.iter().collect();
    let name = STATED_VALUES.strip_suffix(&words)?;
    // 每千人口床位数达到6.8%: how many for so many people.
    let is_per_head = HEADS.iter().any(|(base, _)| name.contains(base)) && COUNT_ENDINGS.ends(name);
    (COUNTS_OF_THINGS.ends(name) || is_per_head).then_some((start, number.to))
}

/// The rows of shares by what they are shares of, except where a row counts the same things.
fn shares_by_stem<'r, 'a>(reading: &'r Reading<'a>) -> HashMap<String, &'r TableRow<'a>> {
    let keys: Vec<(String, &TableRow)> =
        reading.rows.iter().map(|row| (name::key(&row.row.name).replace('的', ""), row)).collect();
    let counted: HashSet<&str> = keys.iter().flat_map(|(key, _)| without_ending(key)).collect();
    let mut by_stem = HashMap::new();
    for (key, row) in &keys {
        let Some(things) = SHARES_OF_THINGS.strip_suffix(key) else { continue };
        let things = things.split('占').next().unwrap_or(things);
        let things = COUNT_ENDINGS.strip_suffix(things).unwrap_or(things);
        // 绿色社区建成比例 is a share of 绿色社区.
        let things = BUILDING_VERBS.strip_suffix(things).unwrap_or(things);
        // Of several things in one row (中心、站比例) the first counts as well.
        for stem in [Some(things), things.split_once('、').map(|(first, _)| first)].into_iter().flatten() {
            if stem.chars().count() >= SHORTEST_STEM && !counted.contains(stem) {
                by_stem.entry(stem.to_owned()).or_insert(*row);
            }
        }
    }
    by_stem
}

/// Reads 绿色社区数量达到省级规划要求; `None` for a clause with a number behind its verb, or of a count of people.
fn asked_count(clause: &TextClause) -> Option<AskedCount> {
    let text: String = clause.chars.iter().collect();
    // The verb stands behind the name of the count: 完成改造的小区数量达到省级要求, …数量与全省持平.
    let verbs = MEETING_VERBS.iter().chain(MEETING_OPENINGS.iter()).filter_map(|verb| text.split_once(verb));
    let (before, behind) =
        verbs.filter(|(before, _)| COUNT_ENDINGS.ends(before)).min_by_key(|(before, _)| before.len())?;
    let is_standard = UPPER_STANDARDS.is_in(behind) && UPPER_LEVELS.iter().any(|(level, _)| behind.contains(level));
    if !is_standard || behind.contains(|c: char| c.is_ascii_digit()) || PEOPLE_COUNTS.ends(before) {
        return None;
    }
    let chars = |name: &str| name.chars().enumerate().filter(|(_, c)| *c != '的').collect();
    Some(AskedCount { names: without_ending(before).map(chars).collect(), to: before.chars().count() })
}

/// What a name may count, by each ending that it has: 厕所数 is a number of 厕所, and looks like one of 厕.
fn without_ending(name: &str) -> impl Iterator<Item = &str> {
    COUNT_ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending))
}

/// The row of the share of what a clause counts, and where the name begins and ends in the clause. The longest name wins.
fn row_of<'r, 'a>(
    shares: &HashMap<String, &'r TableRow<'a>>,
    count: &AskedCount,
) -> Option<(&'r TableRow<'a>, usize, usize)> {
    let row_of_name = |name: &Vec<(usize, char)>| {
        let first = name.len().saturating_sub(LONGEST_STEM);
        (first..name.len()).find_map(|start| {
            let name = name.get(start..)?;
            let row = shares.get(&name.iter().map(|(_, c)| *c).collect::<String>())?;
            Some((*row, name.first()?.0, count.to))
        })
    };
    count.names.iter().find_map(row_of_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn a_count_beside_a_share() {
        let text = |sentence: &str| {
            format!(
                "一、任务\n{sentence}\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t配有校医的学校占比\t%\t52\t80\n2\t绿色社区比例\t%\t40\t60\n3\t绿色社区数\t个\t12\t30\n4\t完成改造的小区比例\t%\t40\t60\n"
            )
        };
        for (sentence, expected) in [
            (
                "到2030年，配有校医的学校数量达到省级规划目标。",
                &["[2, 7] 配有校医的学校数量达到省级规划目标 | 配有校医的学校占比"][..],
            ),
            (
                "到2030年，完成改造的小区数量符合国家要求。",
                &["[2, 10] 完成改造的小区数量符合国家要求 | 完成改造的小区比例"],
            ),
            ("到2030年，配有校医的学校数量与全省持平。", &["[2, 7] 配有校医的学校数量与全省持平 | 配有校医的学校占比"]),
            ("配有校医的学校数量达到80所。", &[]),
            ("配有校医的学校占比达到省级规划目标。", &[]),
            ("绿色社区数量达到省级规划目标。", &[]),
        ] {
            check(counts_against_shares, &[(&text(sentence), expected)]);
        }
    }

    #[test]
    fn a_count_in_percent() {
        check(
            counts_in_percent,
            &[
                ("一、任务\n到2030年，配有校医的学校数量达到90%以上。\n", &["[2] 配有校医的学校数量达到90%"]),
                ("一、任务\n配有校医的学校数量增长20%，占比达到90%，使用率指数达到95%。\n", &[]),
            ],
        );
    }
}
