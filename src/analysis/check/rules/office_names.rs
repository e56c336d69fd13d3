//! Clauses of responsible units: one office printed under several names, and clauses that lack a word or a mark.

use std::collections::BTreeMap;

use crate::model::{Clause, Confidence, Node};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};

/// How often a name must be printed to be the usual one, and how rare another must be beside it.
const USUAL: usize = 5;
const RARER: usize = 4;

/// Fewest clauses, and the share of them in tenths, that make a wording the plan's own.
const FEWEST: usize = 10;
const TENTHS: usize = 9;

fn clauses<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (&'a Node, &'a Clause)> {
    reading.plan.nodes.iter().flat_map(|node| node.responsible.iter().map(move |clause| (node, clause)))
}

fn place(node: &Node, clause: &Clause, quote: &str) -> Citation {
    Citation { line: clause.line, node: Some(node.id.clone()), quote: quote.to_owned() }
}

/// An office that the clauses name in one way throughout and in another a few times.
pub(crate) fn inconsistent_names(reading: &Reading) -> Vec<FindingDraft> {
    let mut offices: BTreeMap<&str, Vec<(&str, Citation)>> = BTreeMap::new();
    for (node, clause) in clauses(reading) {
        for unit in &clause.units {
            if let Some(id) = unit.department.as_deref() {
                offices.entry(id).or_default().push((&unit.raw, place(node, clause, &unit.raw)));
            }
        }
    }
    let tell = |names: &Vec<(&str, Citation)>| {
        let count = |name: &str| names.iter().filter(|(other, _)| *other == name).count();
        let usual = names.iter().map(|(name, _)| name).max_by_key(|name| count(name))?;
        let first = names.iter().find(|(name, _)| name == usual).map(|(_, place)| place)?;
        let rare: Vec<&(&str, Citation)> =
            names.iter().filter(|(name, _)| is_other(name, usual) && count(name) * RARER <= count(usual)).collect();
        let mut printed: Vec<&str> = rare.iter().map(|(name, _)| *name).collect();
        printed.dedup();
        (count(usual) >= USUAL && !rare.is_empty()).then(|| {
            let what = format!("同一单位多写作“{usual}”，{}处写作“{}”", rare.len(), printed.join("”“"));
            let places = [first.clone()].into_iter().chain(rare.iter().map(|(_, place)| place.clone()));
            FindingDraft::new(Confidence::Low, what, places)
        })
    };
    offices.values().filter_map(tell).collect()
}

/// Whether a name is another than the usual one; with its last character printed twice it is a slip, told as such.
fn is_other(name: &str, usual: &str) -> bool {
    let doubled = name.strip_prefix(usual).is_some_and(|rest| usual.ends_with(rest));
    name != usual && !doubled
}

/// Clauses without the word that closes the others, with a mark too many, or with another mark between two units.
pub(crate) fn irregular_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let all: Vec<_> = clauses(reading).collect();
    let closes = |clause: &Clause| clause.raw.contains("负责");
    let n_closed = all.iter().filter(|(_, clause)| closes(clause)).count();
    let usual = all.len() >= FEWEST && n_closed * 10 >= all.len() * TENTHS;
    let mut found = Vec::new();
    for (node, clause) in &all {
        let mut tell = |sure, what: &str, quote: &str| {
            found.push(FindingDraft::new(sure, what.to_owned(), [place(node, clause, quote)]))
        };
        if usual && !closes(clause) {
            tell(Confidence::Low, "责任单位之后没有“负责”，与其他各处不同", &clause.raw);
        }
        for words in ["、分别负责", "、负责", "、按职责分工负责"].iter().filter(|words| clause.raw.contains(**words))
        {
            tell(Confidence::Medium, "顿号之后没有单位", words);
        }
        if clause.open_ended.as_deref() == Some("有关单位") {
            let last = clause.units.last().map_or("", |unit| unit.raw.as_str());
            let quote = format!("{last}有关单位");
            if clause.raw.contains(&quote) {
                tell(Confidence::Medium, "“有关单位”之前没有“等”", &quote);
            }
        }
        if let Some(quote) = odd_comma(clause) {
            tell(Confidence::Low, "单位之间用逗号，其余用顿号", &quote);
        }
    }
    found
}

/// Two units with ， between them where all others of the clause have 、.
fn odd_comma(clause: &Clause) -> Option<String> {
    let joined = |mark: char| {
        let pairs = clause.units.windows(2).filter_map(move |pair| match pair {
            [one, other] if !other.raw.starts_with('各') => Some(format!("{}{mark}{}", one.raw, other.raw)),
            _ => None,
        });
        pairs.filter(|pair| clause.raw.contains(pair.as_str())).collect::<Vec<_>>()
    };
    let (commas, pauses) = (joined('，'), joined('、'));
    match commas.as_slice() {
        [one] if !pauses.is_empty() => Some(one.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_office_in_two_printings() {
        let usual = "做好此事。（市医疗保障局、市教育局负责）\n".repeat(8);
        let text = format!("一、任务\n{usual}做好此事。（市医保局、市教育局负责）\n");
        check(inconsistent_names, &[(&text, &["[2, 10] 市医疗保障局 | 市医保局"])]);
        let text = "一、任务\n做好此事。（市医疗保障局负责）\n做好此事。（市医保局负责）\n";
        check(inconsistent_names, &[(text, &[])]);
    }

    #[test]
    fn clauses_that_lack_something() {
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
