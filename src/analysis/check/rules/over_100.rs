//! Shares above 100 %, and parts of one whole that come to more: 参保覆盖率达113.73%, 分别占35%、40%、30%.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, TextClause, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::change::GROWTH_WORDS;
use crate::lexicon::metric::{SHARES, SHARES_ABOVE_WHOLE};
use crate::model::Confidence;

/// The largest share of a whole, in percent.
const WHOLE: f64 = 100.0;

/// Words before the shares of the parts of one whole.
const LISTED_SHARES: &str = "分别占";

/// How far above the whole the sum of rounded shares may lie, in percentage points.
const SUM_TOLERANCE: f64 = 1.0;

/// Most characters before a number that are quoted with it.
const LONGEST_LEAD: usize = 40;

/// Shares above 100 % in tables and in the text.
pub(crate) fn shares_over_100(reading: &Reading) -> Vec<FindingDraft> {
    let in_rows = reading.rows.iter().flat_map(in_row);
    let in_passage = |passage| numbers::split_clauses(passage).flat_map(move |clause| in_clause(passage, &clause));
    let sums = |passage| numbers::split_clauses(passage).filter_map(move |clause| parts_over_100(passage, &clause));
    let passages = || reading.passages.iter();
    in_rows.chain(passages().flat_map(in_passage)).chain(passages().flat_map(sums)).collect()
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
    let what = format!("各部分占比合计{sum:.1}%，超过100%");
    Some(FindingDraft::new(Confidence::Low, what, [passage.cite(clause.from + from, clause.from + from + last.to)]))
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
        let what = format!("“{name}”为{}，超过100%", citation.quote);
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
        if unit == "%" && value > WHOLE && names_share(&before) {
            let printed: String = clause.chars.get(from..to).unwrap_or_default().iter().collect();
            let lead = before.chars().count().min(LONGEST_LEAD);
            let citation = passage.cite(clause.from + from - lead, clause.from + to);
            drafts.push(FindingDraft::new(confidence(&before), format!("“{printed}”超过100%"), [citation]));
        }
    }
    drafts
}

fn names_share(words: &str) -> bool {
    SHARES.is_in(words) && !GROWTH_WORDS.is_in(words)
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
                ("一、基础\n床位使用率为103.2%。\n", &["[2] 床位使用率为103.2%"]),
                ("一、基础\n参保覆盖率提高120%。\n", &[]),
                ("一、基础\n门诊量在市、县、乡三级分别占35%、40%和30%。\n", &["[2] 分别占35%、40%和30%"]),
                ("一、基础\n门诊量在市、县、乡三级分别占35%、40%、25%，增长20%。\n", &[]),
                ("一、基础\n大专以上、本科以上、硕士以上分别占95%、60%、12%。\n", &[]),
                ("一、基础\n业务收入为上年的113.7%，参保率100%。\n", &[]),
            ],
        );
    }
}
