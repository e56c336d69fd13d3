//! Clauses of responsible units: a word or a mark that is missing or wrong.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::lexicon::clause::{JOINT_VERBS, LEAD_VERBS};
use crate::lexicon::misprint::DANGLING_PHRASES;
use crate::lexicon::office::GOVERNMENTS;
use crate::lexicon::place::{OFFICE_LEVEL_CHARS, ZONE_ENDINGS};
use crate::model::{Clause, Confidence, Node, Role};
use crate::words::Sentence;
use crate::words::findings::writing;

/// The most units of a clause whose marks are looked at one by one.
const MOST_UNITS: usize = 100;

/// Fewest clauses of a plan that has a usual wording.
const FEWEST_CLAUSES: usize = 10;

/// A comma between units is a slip where no more than one clause in so many has any.
const RARE_IN: usize = 10;

/// The share of clauses, in tenths, that makes a wording the usual one.
const USUAL_TENTHS: usize = 9;

/// All clauses of the plan, each with its node.
pub(crate) fn clauses<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (&'a Node, &'a Clause)> {
    reading.plan.nodes.iter().flat_map(|node| node.responsible.iter().map(move |clause| (node, clause)))
}

/// Cites some words of a clause.
pub(crate) fn cite(node: &Node, clause: &Clause, quote: &str) -> Citation {
    Citation { line: clause.line, node: Some(node.id.clone()), quote: quote.to_owned() }
}

/// Clauses without the word that closes nearly all others, as a part of a sentence on the plan's style.
pub(crate) fn unclosed_clauses(reading: &Reading) -> Option<(Sentence, Vec<Citation>)> {
    // A clause that says who leads and who assists says who is responsible.
    let is_closed = |clause: &Clause| {
        let raw = &clause.raw;
        raw.contains("负责") || clause.label.is_some() || LEAD_VERBS.is_in(raw) || JOINT_VERBS.is_in(raw)
    };
    let n_all = clauses(reading).count();
    let open: Vec<_> = clauses(reading).filter(|(_, clause)| !is_closed(clause)).collect();
    let is_usual = n_all >= FEWEST_CLAUSES && (n_all - open.len()) * 10 >= n_all * USUAL_TENTHS;
    (is_usual && !open.is_empty()).then(|| {
        let what = writing::unclosed_clauses(open.len());
        (what, open.iter().map(|(node, clause)| cite(node, clause, &clause.raw)).collect())
    })
}

/// Clauses with a mark too many, or with another mark between two units.
pub(crate) fn irregular_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let all: Vec<_> = clauses(reading).collect();
    // A plan that parts groups of units by commas does so throughout.
    let n_with_comma = all.iter().filter(|(_, clause)| clause.units.len() > 1 && clause.raw.contains('，')).count();
    let commas_are_odd = all.len() >= FEWEST_CLAUSES && n_with_comma * RARE_IN <= all.len();
    let mut drafts = Vec::new();
    for (node, clause) in &all {
        let mut report = |confidence, what: Sentence, quote: &str| {
            drafts.push(FindingDraft::new(confidence, what, [cite(node, clause, quote)]));
        };
        for phrase in DANGLING_PHRASES.iter().filter(|phrase| clause.raw.contains(phrase)) {
            report(Confidence::Medium, writing::no_office_behind_mark(), phrase);
        }
        let bare = clause.units.iter().take(MOST_UNITS).map(|unit| format!("{}有关单位", unit.raw));
        if let Some(quote) = bare.filter(|_| clause.raw.contains("有关单位")).find(|quote| clause.raw.contains(quote))
        {
            report(Confidence::Medium, writing::no_deng(), &quote);
        }
        if let Some(quote) = odd_comma(clause).filter(|_| commas_are_odd || parts_those_who_assist(clause)) {
            report(Confidence::Low, writing::odd_comma(), &quote);
        }
    }
    drafts
}

/// Whether a comma stands behind the first of the units that assist, where the label has said who they are: 配合单位：甲，乙、丙.
fn parts_those_who_assist(clause: &Clause) -> bool {
    let first = clause.units.iter().find(|unit| unit.role == Role::Joint).filter(|_| clause.label.is_some());
    first.is_some_and(|unit| clause.raw.contains(&format!("：{}，", unit.raw)))
}

/// The two units with ， between them in a clause that separates the others with 、.
fn odd_comma(clause: &Clause) -> Option<String> {
    if clause.units.len() > MOST_UNITS || !clause.raw.contains('，') {
        return None;
    }
    let joined_by = |mark: char| {
        let pairs = clause.units.windows(2).enumerate().filter_map(move |(at, pair)| match pair {
            // Behind a group of its own none of the first group follows.
            [one, other]
                if !other.raw.starts_with('各')
                    && (mark == '、'
                        || are_of_one_group(&one.raw, &other.raw)
                        || clause.units.iter().skip(at + 2).any(|later| are_of_one_group(&one.raw, &later.raw))) =>
            {
                Some(format!("{}{mark}{}", one.raw, other.raw))
            }
            _ => None,
        });
        pairs.filter(|pair| clause.raw.contains(pair.as_str())).collect::<Vec<_>>()
    };
    match (joined_by('，').as_slice(), joined_by('、').as_slice()) {
        ([one], [_, ..]) => Some(one.clone()),
        _ => None,
    }
}

/// Whether two offices are of one group, within which no comma stands: those of one level, both of the government or both of the
/// party's committee. A comma before the government of a place, a zone or a branch of another level parts groups on purpose.
fn are_of_one_group(one: &str, other: &str) -> bool {
    let level = |name: &str| name.chars().next().filter(|first| OFFICE_LEVEL_CHARS.contains(*first));
    let is_of_party = |name: &str| name.chars().nth(1) == Some('委');
    let is_place = |name: &str| GOVERNMENTS.ends(name) || ZONE_ENDINGS.ends(name);
    level(one).is_some()
        && level(one) == level(other)
        && is_of_party(one) == is_of_party(other)
        && !other.starts_with('各')
        && !is_place(one)
        && !is_place(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn clauses_with_a_missing_word_or_mark() {
        // A comma is a slip only where nine other clauses have none.
        let others = "做好此事。（市教育局、市民政局负责）\n".repeat(9);
        let with_comma = format!("一、任务\n做好此事。（市教育局，市民政局、市财政局、市公安局负责）\n{others}");
        check(
            irregular_clauses,
            &[
                ("一、任务\n做好此事。（市教育局、市民政局、分别负责）\n", &["[2] 、分别负责"]),
                (&with_comma, &["[2] 市教育局，市民政局"]),
                ("一、任务\n做好此事。（市教育局，市民政局、市财政局、市公安局负责）\n", &[]),
                ("一、任务\n做好此事。（市教育局、市民政局、市财政局，各县政府负责）\n", &[]),
            ],
        );
    }
}
