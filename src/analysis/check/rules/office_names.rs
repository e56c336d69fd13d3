//! Clauses of responsible units: an office under several names, a word or a mark that is missing or wrong.

use std::collections::BTreeMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::lexicon::misprint::DANGLING_PHRASES;
use crate::model::{Clause, Confidence, Node};

/// How often a name must be printed to be an office's usual one.
const USUAL_NAME: usize = 5;

/// How many times rarer another name of the office must be to be reported.
const TIMES_RARER: usize = 4;

/// Fewest clauses of a plan that has a usual wording.
const FEWEST_CLAUSES: usize = 10;

/// The share of clauses, in tenths, that makes a wording the usual one.
const USUAL_TENTHS: usize = 9;

fn clauses<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (&'a Node, &'a Clause)> {
    reading.plan.nodes.iter().flat_map(|node| node.responsible.iter().map(move |clause| (node, clause)))
}

fn cite(node: &Node, clause: &Clause, quote: &str) -> Citation {
    Citation { line: clause.line, node: Some(node.id.clone()), quote: quote.to_owned() }
}

/// Offices that the clauses name in one way throughout and in another a few times.
pub(crate) fn inconsistent_names(reading: &Reading) -> Vec<FindingDraft> {
    let mut offices: BTreeMap<&str, Vec<(&str, Citation)>> = BTreeMap::new();
    for (node, clause) in clauses(reading) {
        for unit in &clause.units {
            if let Some(id) = unit.department.as_deref() {
                offices.entry(id).or_default().push((&unit.raw, cite(node, clause, &unit.raw)));
            }
        }
    }
    offices.values().filter_map(|names| rare_names(names)).collect()
}

/// The rare names of one office, beside its usual one. `names` are all its mentions.
fn rare_names(names: &[(&str, Citation)]) -> Option<FindingDraft> {
    let count = |name: &str| names.iter().filter(|(other, _)| *other == name).count();
    let usual = names.iter().map(|(name, _)| name).max_by_key(|name| count(name))?;
    let first = names.iter().find(|(name, _)| name == usual).map(|(_, citation)| citation)?;
    let is_rare = |name: &str| is_other_name(name, usual) && count(name) * TIMES_RARER <= count(usual);
    let rare: Vec<&(&str, Citation)> = names.iter().filter(|(name, _)| is_rare(name)).collect();
    let mut printed: Vec<&str> = rare.iter().map(|(name, _)| *name).collect();
    printed.dedup();
    (count(usual) >= USUAL_NAME && !rare.is_empty()).then(|| {
        let what = format!("同一单位多写作“{usual}”，{}处写作“{}”", rare.len(), printed.join("”“"));
        let citations = [first.clone()].into_iter().chain(rare.iter().map(|(_, citation)| citation.clone()));
        FindingDraft::new(Confidence::Low, what, citations)
    })
}

/// Whether a name is another than the usual one. One that ends in a doubled character (局局) is a misprint and none,
/// which the rule on repeated words reports.
fn is_other_name(name: &str, usual: &str) -> bool {
    let is_doubled = name.strip_prefix(usual).is_some_and(|rest| usual.ends_with(rest));
    name != usual && !is_doubled
}

/// Clauses without the word that closes the others, with a mark too many, or with another mark between two units.
pub(crate) fn irregular_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let all: Vec<_> = clauses(reading).collect();
    let is_closed = |clause: &Clause| clause.raw.contains("负责");
    let n_closed = all.iter().filter(|(_, clause)| is_closed(clause)).count();
    let is_closing_usual = all.len() >= FEWEST_CLAUSES && n_closed * 10 >= all.len() * USUAL_TENTHS;
    let mut drafts = Vec::new();
    for (node, clause) in &all {
        let mut report = |confidence, what: &str, quote: &str| {
            drafts.push(FindingDraft::new(confidence, what.to_owned(), [cite(node, clause, quote)]));
        };
        if is_closing_usual && !is_closed(clause) {
            report(Confidence::Low, "责任单位之后没有“负责”，与其他各处不同", &clause.raw);
        }
        for phrase in DANGLING_PHRASES.iter().filter(|phrase| clause.raw.contains(phrase)) {
            report(Confidence::Medium, "顿号之后没有单位", phrase);
        }
        if clause.open_ended.as_deref() == Some("有关单位") {
            let last = clause.units.last().map_or("", |unit| unit.raw.as_str());
            let quote = format!("{last}有关单位");
            if clause.raw.contains(&quote) {
                report(Confidence::Medium, "“有关单位”之前没有“等”", &quote);
            }
        }
        if let Some(quote) = odd_comma(clause) {
            report(Confidence::Low, "单位之间用逗号，其余用顿号", &quote);
        }
    }
    drafts
}

/// The two units with ， between them in a clause that separates the others with 、.
fn odd_comma(clause: &Clause) -> Option<String> {
    let joined_by = |mark: char| {
        let pairs = clause.units.windows(2).filter_map(move |pair| match pair {
            [one, other] if !other.raw.starts_with('各') => Some(format!("{}{mark}{}", one.raw, other.raw)),
            _ => None,
        });
        pairs.filter(|pair| clause.raw.contains(pair.as_str())).collect::<Vec<_>>()
    };
    match (joined_by('，').as_slice(), joined_by('、').as_slice()) {
        ([one], [_, ..]) => Some(one.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_office_under_two_names() {
        let usual = "做好此事。（市医疗保障局、市教育局负责）\n".repeat(8);
        let text = format!("一、任务\n{usual}做好此事。（市医保局、市教育局负责）\n");
        check(inconsistent_names, &[(&text, &["[2, 10] 市医疗保障局 | 市医保局"])]);
        let text = "一、任务\n做好此事。（市医疗保障局负责）\n做好此事。（市医保局负责）\n";
        check(inconsistent_names, &[(text, &[])]);
    }

    #[test]
    fn clauses_with_a_missing_word_or_mark() {
        check(
            irregular_clauses,
            &[
                ("一、任务\n做好此事。（市教育局、市民政局、分别负责）\n", &["[2] 、分别负责"]),
                ("一、任务\n做好此事。（市教育局，市民政局、市财政局、市公安局负责）\n", &["[2] 市教育局，市民政局"]),
                ("一、任务\n做好此事。（市教育局、市民政局、市财政局，各县政府负责）\n", &[]),
            ],
        );
    }
}
