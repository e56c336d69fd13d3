//! Shares above 100 %, and parts of one whole that come to more: 参保覆盖率达113.73%, 分别占35%、40%、30%.

use std::collections::HashSet;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, TextClause, TextNumber};
use crate::analysis::check::reading::partition::is_partition;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::change::GROWTH_WORDS;
use crate::lexicon::count::{OF_ONE_AMONG_MANY, PART_GROUPS};
use crate::lexicon::metric::{
    PART_SHARES, SHARE_BEARING, SHARES, SHARES_ABOVE_WHOLE, SPLIT_BEHIND, SPLITTING, WEIGHTS,
};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::rate::OPEN_RATES;
use crate::model::Confidence;
use crate::registry::value;
use crate::words::findings::figures;

/// The largest share of a whole, in percent.
const WHOLE: f64 = 100.0;

/// Words before the shares of the parts of one whole.
const LISTED_SHARES: &str = "分别占";

/// How far above the whole the sum of rounded shares may lie, in percentage points.
const SUM_TOLERANCE: f64 = 1.0;

/// The largest sum that a slip in one of the shares may make; a larger one is rather of parts that overlap.
const MOST_BY_SLIP: f64 = 130.0;

/// Most characters before listed shares that are searched for what they are shares of.
const LONGEST_SENTENCE: usize = 400;

/// Most characters before a number that are quoted with it.
const LONGEST_LEAD: usize = 40;

/// Shares above 100 % in tables and in the text.
pub(crate) fn shares_over_100(reading: &Reading) -> Vec<FindingDraft> {
    let in_rows = reading.rows.iter().flat_map(in_row);
    let in_passage = |passage| numbers::split_clauses(passage).flat_map(move |clause| in_clause(passage, &clause));
    let sums = |passage| numbers::split_clauses(passage).filter_map(move |clause| parts_over_100(passage, &clause));
    let passages = || reading.passages.iter();
    let in_texts = passages().flat_map(in_passage).chain(passages().flat_map(sums));
    let weights = passages().flat_map(weights_not_100);
    in_rows.chain(in_texts).chain(passages().flat_map(named_parts_over_100)).chain(weights).collect()
}

/// Weights, or the shares of those who pay for one thing, that are listed and come to more or less than all of it: 权重分别为40%、30%和70%.
fn weights_not_100(passage: &Passage) -> Vec<FindingDraft> {
    let numbers = numbers::find_numbers(&passage.chars);
    let mut drafts = Vec::new();
    for listed in numbers.chunk_by(|one, other| other.from == one.to + 1) {
        let (Some(first), Some(last)) = (listed.first(), listed.last()) else { continue };
        let before: String = {
            let before = passage.chars.get(first.from.saturating_sub(LONGEST_SENTENCE)..first.from).unwrap_or_default();
            let start = before.iter().rposition(|c| matches!(c, '。' | '；')).map_or(0, |at| at + 1);
            before.get(start..).unwrap_or_default().iter().collect()
        };
        let behind: String = passage.chars.iter().skip(last.to).take(LONGEST_LEAD / 2).collect();
        let clause = before.rsplit(|c| CLAUSE_BREAKS.contains(c)).next().unwrap_or_default();
        let is_split = WEIGHTS.is_in(clause) || SPLITTING.ends(clause) && SPLIT_BEHIND.begins(&behind);
        let sum: f64 = listed.iter().map(|number| number.value).sum();
        let is_wrong =
            (sum - WHOLE).abs() > SUM_TOLERANCE && (WHOLE - (MOST_BY_SLIP - WHOLE)..=2.0 * WHOLE).contains(&sum);
        if listed.len() > 2 && listed.iter().all(|number| number.unit == "%") && is_split && is_wrong {
            let what = figures::weights_not_100(sum);
            let lead = clause.chars().count().min(LONGEST_LEAD / 4);
            drafts.push(FindingDraft::new(Confidence::Medium, what, [passage.cite(first.from - lead, last.to)]));
        }
    }
    drafts
}

/// Parts of one whole whose shares are listed behind 分别占 and come to more than all of it: 分别占35%、40%和30%. A part that
/// holds another one (本科以上, 硕士以上) may be counted twice.
fn parts_over_100(passage: &Passage, clause: &TextClause) -> Option<FindingDraft> {
    let text: String = clause.chars.iter().collect();
    let (before, _) = text.split_once(LISTED_SHARES).filter(|(before, _)| !before.contains(['上', '下']))?;
    let from = before.chars().count();
    let numbers = numbers::find_numbers(clause.chars.get(from..)?);
    let n_listed = numbers.windows(2).take_while(|pair| is_listed(pair)).count() + 1;
    let listed = numbers.get(..n_listed).filter(|listed| listed.len() > 2)?;
    let sum: f64 = listed.iter().map(|number| number.value).sum();
    let is_above = listed.iter().all(|number| number.unit == "%") && sum > WHOLE + SUM_TOLERANCE;
    let last = listed.last().filter(|_| is_above)?;
    let what = figures::shares_over_100(sum);
    Some(FindingDraft::new(Confidence::Low, what, [passage.cite(clause.from + from, clause.from + from + last.to)]))
}

/// Parts of one whole that are named each with its share (综合医院占42%，专科医院占21%，…) and come to more than all of it. Parts by
/// two features, or of which one may hold another (本科以上), overlap.
fn named_parts_over_100(passage: &Passage) -> Vec<FindingDraft> {
    let numbers = numbers::find_numbers(&passage.chars);
    let candidates: Vec<Option<(usize, String)>> = numbers.iter().map(|number| name_of_part(passage, number)).collect();
    let mut drafts = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        // A part stands directly behind the mark behind the one before it.
        let follows = |next: usize, from: usize| {
            next == at || next.checked_sub(1).and_then(|last| numbers.get(last)).is_some_and(|last| last.to + 1 == from)
        };
        let parts = candidates.iter().enumerate().skip(at);
        let parts = parts.map_while(|(next, part)| part.as_ref().filter(|(from, _)| follows(next, *from)));
        let names: Vec<&String> = parts.map(|(_, name)| name).collect();
        let n_parts = names.len();
        let parts = numbers.get(at..at + n_parts).unwrap_or_default();
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let bare: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        // 受访者中城镇居民占58%.
        let within: Vec<&str> = bare.iter().map(|name| name.split_once('中').map_or(*name, |(_, rest)| rest)).collect();
        let is_told = n_parts > 2 && are_parts(&names) || n_parts > 1 && (is_partition(&bare) || is_partition(&within));
        if is_told && (WHOLE + SUM_TOLERANCE..=MOST_BY_SLIP).contains(&sum) {
            let (first, last) = (parts.first().map_or(0, |part| part.from), parts.last().map_or(0, |part| part.to));
            let lead = names.first().map_or(0, |name| name.chars().count());
            let what = figures::shares_over_100(sum);
            let citation = passage.cite(first.saturating_sub(lead), last);
            drafts.push(FindingDraft::new(Confidence::Medium, what, [citation]));
        }
        at += n_parts.max(1);
    }
    drafts
}

/// The name of the part whose share a number is, with its word of sharing (综合医院占), and where it begins, behind a mark.
fn name_of_part(passage: &Passage, number: &TextNumber) -> Option<(usize, String)> {
    let before = passage.chars.get(..number.from).filter(|_| number.unit == "%")?;
    let from = number.from - before.iter().rev().take(LONGEST_LEAD).take_while(|c| is_han(**c)).count();
    let name: String = before.get(from..)?.iter().collect();
    let name = name.trim_start_matches("其中").to_owned();
    let mark = from.checked_sub(1).and_then(|mark| before.get(mark));
    let is_mark = mark.is_none_or(|c| CLAUSE_BREAKS.contains(*c) || *c == '、');
    let bare = PART_SHARES.strip_suffix(&name).or_else(|| SHARE_BEARING.strip_suffix(&name));
    let is_named = bare.is_some_and(|bare| !bare.is_empty());
    (is_mark && is_named).then_some((from, name))
}

/// Whether some names are of parts that do not overlap, as far as their words tell.
fn are_parts(names: &[&String]) -> bool {
    let groups: HashSet<&str> = PART_GROUPS
        .iter()
        .filter(|(word, _)| names.iter().any(|name| name.contains(word)))
        .map(|(_, group)| *group)
        .collect();
    let distinct: HashSet<&&String> = names.iter().collect();
    let may_be_both = names.iter().any(|name| OF_ONE_AMONG_MANY.is_in(name));
    !may_be_both
        && groups.len() < 2
        && !groups.contains("范围")
        && !groups.contains("状态")
        && distinct.len() == names.len()
}

/// Whether two numbers stand in one list, with nothing but 、 or 和 between them.
fn is_listed(pair: &[TextNumber]) -> bool {
    matches!(pair, [one, other] if other.from == one.to + 1)
}

fn in_row(row: &TableRow) -> Vec<FindingDraft> {
    let name = &row.row.name;
    let is_in_percent = row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%");
    if !is_in_percent || !names_share(name) {
        return Vec::new();
    }
    let draft = |citation: &Citation| {
        let what = figures::row_over_100(name, &citation.quote);
        FindingDraft::new(confidence(name), what, row.cite_with(citation))
    };
    let above = row.cells.iter().filter(|cell| cell.is_absolute() && cell.value.number > Some(WHOLE));
    above.map(|cell| draft(&cell.citation)).collect()
}

fn in_clause(passage: &Passage, clause: &TextClause) -> Vec<FindingDraft> {
    let mut begins = 0;
    let mut drafts = Vec::new();
    for TextNumber { from, to, value, unit } in numbers::find_numbers(clause.chars) {
        let before: String = clause.chars.get(begins..from).unwrap_or_default().iter().collect();
        begins = to;
        // Beds that stand in the corridor are used besides those that are counted.
        let is_crowded = SHARES_ABOVE_WHOLE.is_in(&before) && value <= MOST_BY_SLIP;
        if unit == "%" && value > WHOLE && names_share(&before) && !is_crowded {
            let printed: String = clause.chars.get(from..to).unwrap_or_default().iter().collect();
            let lead = before.chars().count().min(LONGEST_LEAD);
            let citation = passage.cite(clause.from + from - lead, clause.from + to);
            drafts.push(FindingDraft::new(confidence(&before), figures::over_100(printed), [citation]));
        }
    }
    drafts
}

fn names_share(words: &str) -> bool {
    let (name, lead) = words.split_at_checked(words.len() - value::lead_in(words)).unwrap_or((words, ""));
    let is_rate = name.ends_with('率') && !OPEN_RATES.ends(name);
    // 提高到101.5% is no growth by so much.
    let grows = GROWTH_WORDS.is_in(name) || GROWTH_WORDS.is_in(lead) && !lead.ends_with(['到', '至']);
    // 占全部死亡人数的108.7%.
    let is_part =
        name.strip_suffix('的').and_then(|name| name.rsplit_once('占')).is_some_and(|(_, whole)| !whole.is_empty());
    (SHARES.is_in(words) || is_rate || is_part) && !grows
}

fn confidence(words: &str) -> Confidence {
    if SHARES_ABOVE_WHOLE.is_in(words) { Confidence::Low } else { Confidence::High }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn shares_above_the_whole() {
        check(
            shares_over_100,
            &[
                ("一、基础\n老年人参保覆盖率达113.7%，居全省前列。\n", &["[2] 老年人参保覆盖率达113.7%"]),
                ("一、基础\n床位使用率为103.2%。\n", &[]),
                ("一、基础\n参保覆盖率提高120%。\n", &[]),
                ("一、基础\n门诊量在市、县、乡三级分别占35%、40%和30%。\n", &["[2] 分别占35%、40%和30%"]),
                ("一、基础\n门诊量在市、县、乡三级分别占35%、40%、25%，增长20%。\n", &[]),
                ("一、基础\n大专以上、本科以上、硕士以上分别占95%、60%、12%。\n", &[]),
                (
                    "一、基础\n床位中，综合医院占42%，专科医院占21%，中医医院占17%，卫生院占24%，康复不足。\n",
                    &["[2] 综合医院占42%，专科医院占21%，中医医院占17%，卫生院占24%"],
                ),
                ("一、基础\n床位中，综合医院占42%，专科医院占21%，中医医院占17%，卫生院占20%。\n", &[]),
                ("一、基础\n职工中，女性占62%，本科占31%，高级职称占12%，党员占14%。\n", &[]),
                ("一、基础\n业务收入为上年的113.7%，参保率100%。\n", &[]),
            ],
        );
    }
}
