//! Numbers of tasks and projects in the text against the cells of a table of them: 新增托位1200个 above a column 新增托位 whose total
//! is 1000, 老年医院项目总投资2.4亿元 beside a row of it with 2.8亿元.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::count::BEFORE_COUNTS;
use crate::lexicon::metric::OWN_PLACES;
use crate::lexicon::table::{SUBTOTALS, TOTAL_HEADERS, TOTALS};
use crate::lexicon::task::BEFORE_TASKS;
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::model::Confidence;
use crate::registry::{name, unit};
use crate::text::fold::squeeze;
use crate::words::findings::figures;

/// Fewest characters of the name of a row or of a column that a text may name.
const SHORTEST_NAME: usize = 4;

/// Fewest characters of the header of a value beside the name of its row.
const SHORTEST_HEADER: usize = 2;

/// Most characters before a number that are read for its names.
const LONGEST_RUN: usize = 40;

/// The most cells of tables that a text is compared with by one name.
const MOST_CELLS: usize = 40;

/// A cell that a text may state by a name.
struct Named<'r, 'a> {
    row: &'r TableRow<'a>,
    cell: &'r Cell,
    amount: Amount,
    /// The other numbers of the row and of the column, of which the text may tell one.
    others: Vec<f64>,
    /// What must stand between the name and the number; empty for the total of the name itself.
    header: String,
}

/// Numbers of the text that differ from the cell of a table that has their name.
pub(crate) fn values_of_tasks(reading: &Reading) -> Vec<FindingDraft> {
    let named = named_cells(reading);
    if named.is_empty() {
        return Vec::new();
    }
    let in_passage = |passage: &Passage| {
        let amounts = amount::find_amounts(&passage.chars);
        amounts.iter().filter_map(|amount| contradiction(&named, passage, amount)).collect::<Vec<_>>()
    };
    reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(in_passage).collect()
}

/// The cells that can be told by a name, by the last characters of that name: the total of a column by its header, the total of
/// a row by the name of the row, and any value by the name of its row and its own header.
fn named_cells<'r, 'a>(reading: &'r Reading<'a>) -> HashMap<String, Vec<(String, Named<'r, 'a>)>> {
    let mut named: HashMap<String, Vec<(String, Named)>> = HashMap::new();
    let mut add = |name: String, one: Named<'r, 'a>| {
        if name.chars().count() >= SHORTEST_NAME {
            named.entry(ending(&name)).or_default().push((name, one));
        }
    };
    for rows in reading.rows.chunk_by(|one, next| one.table.id == next.table.id) {
        for row in rows {
            for cell in &row.cells {
                let header = name::key(&cell.value.header);
                let printed_unit = unit_of(cell, row);
                let Some(amount) = amount_of(cell, &printed_unit) else { continue };
                let in_row = row.cells.iter().filter_map(|cell| cell.value.number);
                let in_column =
                    rows.iter().flat_map(|row| &row.cells).filter(|other| other.value.header == cell.value.header);
                let others: Vec<f64> = in_row.chain(in_column.filter_map(|cell| cell.value.number)).collect();
                let one = |header: String| Named { row, cell, amount: amount.clone(), others: others.clone(), header };
                let row_name = name::key(&row.row.name);
                if is_total(row) {
                    add(header, one(String::new()));
                } else if TOTAL_HEADERS.begins(&squeeze(&header)) && !header.contains('投') {
                    add(row_name, one(String::new()));
                } else if cell.value.year.is_none() && header.chars().count() >= SHORTEST_HEADER {
                    add(row_name, one(header));
                }
            }
        }
    }
    named
}

/// Whether a row adds up those above it.
fn is_total(row: &TableRow) -> bool {
    let printed = [Some(row.row.name.as_str()), row.row.number.as_deref()];
    printed.into_iter().flatten().any(|text| TOTALS.contains(&squeeze(text)) && !SUBTOTALS.contains(text))
}

/// The last characters of a name, by which it is looked up.
fn ending(name: &str) -> String {
    let skipped = name.chars().count().saturating_sub(SHORTEST_HEADER);
    name.chars().skip(skipped).collect()
}

/// The unit of a cell: its own, that of its header, or that of its row.
fn unit_of(cell: &Cell, row: &TableRow) -> String {
    let in_header = unit::unit_of_name(&cell.value.header);
    in_header.or_else(|| row.row.unit.clone()).unwrap_or_default()
}

/// The amount that a cell holds, with its unit.
fn amount_of(cell: &Cell, unit: &str) -> Option<Amount> {
    let raw = cell.value.raw.as_deref()?.trim();
    let is_bare = raw.chars().all(|c| c.is_ascii_digit() || c == '.');
    let text = if is_bare { format!("{raw}{unit}") } else { raw.to_owned() };
    let chars: Vec<char> = text.chars().collect();
    let amounts = amount::find_amounts(&chars);
    match amounts.as_slice() {
        [one] if one.from == 0 && one.to == chars.len() && !one.unit.is_empty() && one.unit != "%" => Some(one.clone()),
        _ => None,
    }
}

fn contradiction(
    named: &HashMap<String, Vec<(String, Named)>>,
    passage: &Passage,
    amount: &Amount,
) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let length = chars
        .get(..amount.from)?
        .iter()
        .rev()
        .take(LONGEST_RUN)
        .take_while(|c| is_han(**c) || matches!(c, '（' | '）'))
        .count();
    let from = amount.from - length;
    let run: String = chars.get(from..amount.from)?.iter().collect();
    let behind: String = chars.iter().skip(amount.to).take(3).collect();
    let is_bound = COMPARISONS.ends(&run)
        || ABOUT.ends(&run)
        || [&OR_MORE, &OR_LESS, &OR_SO].into_iter().any(|words| words.begins(&behind));
    // A year or a part tells another number than the total.
    let is_dated = from.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit)
        || run.contains(['每', '各', '均']);
    if is_bound || is_dated || amount.unit.is_empty() || is_dated_clause(chars, from) {
        return None;
    }
    let mut words = run.as_str();
    while let Some(rest) = BEFORE_COUNTS.strip_suffix(words) {
        words = rest;
    }
    let folded = name::key(words);
    let found = |one: &Named, name: &str| {
        let before = folded.strip_suffix(one.header.as_str())?;
        let is_named = if one.header.is_empty() { is_all_of(before, name) } else { before.ends_with(name) };
        let is_other = one.amount.counts_like(amount) && one.amount.differs_from(amount);
        let is_known = one.others.iter().any(|other| (other - bare_number(amount)).abs() < amount::TOLERANCE);
        (is_named && is_other && !is_known).then_some(())
    };
    let candidates = named.iter().filter(|(ending, _)| folded.contains(ending.as_str())).flat_map(|(_, cells)| cells);
    let (name, one) = candidates.take(MOST_CELLS).find(|(name, one)| found(one, name).is_some())?;
    let header = &one.cell.value.header;
    let printed = one.cell.citation.quote.trim();
    let what = figures::task_and_row(name, &amount.printed, header, printed);
    let citations = [passage.cite(from, amount.to)].into_iter().chain(one.row.cite_with(&one.cell.citation));
    Some(FindingDraft::new(Confidence::Medium, what, citations))
}

/// The number of an amount without its scale.
fn bare_number(amount: &Amount) -> f64 {
    amount
        .printed
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect::<String>()
        .parse()
        .unwrap_or(amount.value)
}

/// Whether a clause begins with a year, behind which a number is that of the year alone: 2026年改造5所.
fn is_dated_clause(chars: &[char], from: usize) -> bool {
    let before = chars.get(..from).unwrap_or_default();
    let start = before.iter().rposition(|c| matches!(c, '。' | '；' | '，')).map_or(0, |at| at + 1);
    before.get(start..).unwrap_or_default().contains(&'年')
}

/// Whether some words are a name, or print more words in it (新增普惠托位, 新增托位), behind words that leave its number that of all:
/// 全县, 三年共. Those of a part (东片) do not.
fn is_all_of(words: &str, name: &str) -> bool {
    let mut rest = words;
    while let Some(left) = BEFORE_TASKS.strip_prefix(rest).or_else(|| OWN_PLACES.strip_prefix(rest)) {
        rest = left;
    }
    let mut chars = rest.chars().rev();
    let n_more = rest.chars().count().checked_sub(name.chars().count());
    n_more.is_some_and(|n_more| n_more < SHORTEST_NAME)
        && ending(rest) == ending(name)
        && rest.starts_with(|c| name.starts_with(c))
        && name.chars().rev().all(|c| chars.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn tasks_beside_their_table() {
        let text = |sentence: &str| {
            format!(
                "一、任务\n{sentence}\n\n任务分解\n\n单位\t新增托位（个）\n东镇\t300\n西镇\t280\n合计\t580\n\n重大项目\n\n序号\t项目名称\t总投资\n1\t市老年医院项目\t2.8亿元\n2\t市急救中心项目\t0.6亿元\n\n任务清单\n\n任务\t单位\t2026年\t2027年\t合计\n改造乡镇卫生院\t所\t5\t6\t11\n改造村卫生室\t个\t40\t40\t80\n"
            )
        };
        for (sentence, expected) in [
            ("三年新增普惠托位620个，见下表。", &["[2, 9] 三年新增普惠托位620个 | 合计 | 580"][..]),
            ("市老年医院项目总投资2.4亿元。", &["[2, 14] 市老年医院项目总投资2.4亿元 | 市老年医院项目 | 2.8亿元"]),
            ("全县改造乡镇卫生院13所。", &["[2, 20] 全县改造乡镇卫生院13所 | 改造乡镇卫生院 | 11"]),
            ("三年新增普惠托位580个，市老年医院项目总投资28000万元，市急救中心项目投资2000万元。", &[]),
            ("2026年改造乡镇卫生院5所，东片改造乡镇卫生院不少于7所，改造乡镇卫生院6所。", &[]),
        ] {
            let found = crate::analysis::check::tests::run_rule(values_of_tasks, &text(sentence));
            assert_eq!(found.len(), expected.len(), "{sentence} {found:?}");
        }
        check(values_of_tasks, &[("一、任务\n改造乡镇卫生院13所。\n", &[])]);
    }
}
