//! Shares above 100 %: 参保覆盖率达113.73%.

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

/// Most characters before a number that are quoted with it.
const LONGEST_LEAD: usize = 40;

/// Shares above 100 % in tables and in the text.
pub(crate) fn shares_over_100(reading: &Reading) -> Vec<FindingDraft> {
    let in_rows = reading.rows.iter().flat_map(in_row);
    let in_passage = |passage| numbers::split_clauses(passage).flat_map(move |clause| in_clause(passage, &clause));
    in_rows.chain(reading.passages.iter().flat_map(in_passage)).collect()
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
                ("一、基础\n业务收入为上年的113.7%，参保率100%。\n", &[]),
            ],
        );
    }
}
