//! How a plan is written, summed up in one finding: half-width marks between Chinese characters, one office under its full
//! name and under short ones, clauses of responsible units that end in another way than all others. None is an error.

use std::collections::BTreeMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::is_han;
use crate::analysis::check::rules::office_names;
use crate::lexicon::office::GOVERNMENTS;
use crate::model::{Confidence, Unit};
use crate::words::findings::writing;
use crate::words::{self, Sentence};

/// How often a name must be printed to be an office's usual one.
const USUAL_NAME: usize = 5;

/// How many times rarer another name of the office must be to be reported.
const TIMES_RARER: usize = 4;

/// A text is written in half width throughout if no more than one of so many commas is of full width.
const ONE_IN_HALF_WIDTH: usize = 20;

/// The most units of a clause that are compared with one another.
const MOST_UNITS: usize = 100;

/// Characters quoted before and behind a half-width mark.
const CONTEXT: usize = 3;

/// One finding for everything about the style of the plan; none where nothing is uneven.
pub(crate) fn uneven_style(reading: &Reading) -> Vec<FindingDraft> {
    let parts = [half_width_marks(reading), other_names(reading), office_names::unclosed_clauses(reading)];
    let (sentences, citations): (Vec<Sentence>, Vec<Vec<Citation>>) = parts.into_iter().flatten().unzip();
    let what = writing::uneven_style(words::joined(&sentences, words::punctuation::SEMICOLON));
    let draft =
        (!sentences.is_empty()).then(|| FindingDraft::new(Confidence::Low, what, citations.into_iter().flatten()));
    draft.into_iter().collect()
}

/// Half-width marks between Chinese characters, the first of each line quoted.
fn half_width_marks(reading: &Reading) -> Option<(Sentence, Vec<Citation>)> {
    let is_half_width =
        |chars: &[char]| matches!(chars, [one, ',' | ';', other] if is_han(*one) && (is_han(*other) || *other == ' '));
    let mut citations: Vec<Citation> = Vec::new();
    let mut n_half_width = 0;
    let mut n_full_width = 0;
    for passage in &reading.passages {
        let half_width = passage.chars.windows(3).enumerate().filter(|(_, chars)| is_half_width(chars));
        n_full_width += passage.chars.iter().filter(|c| matches!(c, '，' | '；')).count();
        for (at, _) in half_width {
            n_half_width += 1;
            let citation = passage.cite(at.saturating_sub(CONTEXT), at + 2 * CONTEXT);
            if citations.last().is_none_or(|last| last.line != citation.line) {
                citations.push(citation);
            }
        }
    }
    // A text without any other commas is written in half width: one remark with one place is enough.
    if n_half_width > 0 && n_full_width * ONE_IN_HALF_WIDTH <= n_half_width {
        citations.truncate(1);
        return Some((writing::half_width_throughout(), citations));
    }
    (!citations.is_empty()).then(|| (writing::half_width_marks(n_half_width), citations))
}

/// Offices that the clauses name in one way throughout and in another a few times.
fn other_names(reading: &Reading) -> Option<(Sentence, Vec<Citation>)> {
    // A body of a kind has the id of the kind, and a name of its own.
    let mut offices: BTreeMap<(&str, &str), Vec<(&str, Citation)>> = BTreeMap::new();
    for (node, clause) in office_names::clauses(reading) {
        for unit in &clause.units {
            // Two names of one office in one clause were two bodies when it was written: 市卫生局、市人口计生局.
            let beside = |other: &Unit| other.department == unit.department && other.raw != unit.raw;
            if clause.units.iter().take(MOST_UNITS).any(beside) {
                continue;
            }
            // A group of places is named as it is meant: 各有关区 are not all of 各区.
            let is_one = !unit.raw.starts_with('各') && !GOVERNMENTS.ends(&unit.raw);
            if let Some(id) = unit.department.as_deref().filter(|_| is_one) {
                let citation = office_names::cite(node, clause, &unit.raw);
                offices.entry((id, unit.name.as_str())).or_default().push((&unit.raw, citation));
            }
        }
    }
    let rare: Vec<(Sentence, Vec<Citation>)> = offices.values().filter_map(|names| rare_names(names)).collect();
    let (sentences, citations): (Vec<Sentence>, Vec<Vec<Citation>>) = rare.into_iter().unzip();
    let what = writing::other_names(words::joined(&sentences, words::punctuation::COMMA));
    (!sentences.is_empty()).then(|| (what, citations.into_iter().flatten().collect()))
}

/// The rare names of one office, behind its usual one. `names` are all its mentions.
fn rare_names(names: &[(&str, Citation)]) -> Option<(Sentence, Vec<Citation>)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in names {
        *counts.entry(name).or_default() += 1;
    }
    let (usual, count) = counts.iter().max_by_key(|(_, count)| **count)?;
    let is_rare =
        |name: &str| is_other_name(name, usual) && counts.get(name).is_some_and(|rare| rare * TIMES_RARER <= *count);
    let rare: Vec<&(&str, Citation)> = names.iter().filter(|(name, _)| is_rare(name)).collect();
    let mut printed: Vec<&str> = rare.iter().map(|(name, _)| *name).collect();
    printed.sort_unstable();
    printed.dedup();
    (*count >= USUAL_NAME && !rare.is_empty()).then(|| {
        let what = writing::rare_names(usual, rare.len(), words::joined(&printed, words::QUOTED));
        (what, rare.iter().map(|(_, citation)| citation.clone()).collect())
    })
}

/// Whether a name is another than the usual one. One that ends in a doubled character (局局) is a misprint and none,
/// which the rule on repeated words reports.
fn is_other_name(name: &str, usual: &str) -> bool {
    let is_doubled = name.strip_prefix(usual).is_some_and(|rest| usual.ends_with(rest));
    name != usual && !is_doubled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn everything_about_the_style_is_told_once() {
        let usual = "做好此事。（市医疗保障局、市教育局负责）\n".repeat(8);
        let text = format!("一、任务\n{usual}做好,此事。（市医保局、市教育局负责）\n");
        check(uneven_style, &[(&text, &["[10] 做好,此事。 | 市医保局"])]);
        let text = "一、任务\n做好此事。（市医疗保障局负责）\n做好此事。（市医保局负责）\n";
        check(uneven_style, &[(text, &[])]);
    }
}
