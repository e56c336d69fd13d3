//! Dates of works and tasks in the text against the cell of a table of them: 迁建项目2028年底建成 beside a row with 完成时间 2029年,
//! 2026年9月底前，制定设置清单 beside a row with 完成时限 2026年6月.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::around::{run_before, sentence_of};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::analysis::check::rules::office_names::{cite, clauses};
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::punctuation::{RANGE_DASHES, ROUND_BRACKETS};
use crate::lexicon::table::{DUE_HEADERS, START_HEADERS};
use crate::lexicon::time::BEFORE_DEADLINES;
use crate::lexicon::works::{BEFORE_DATES, BEFORE_STEPS, BEFORE_WORKS, STEPS_IN_ORDER, WORK_ENDINGS};
use crate::model::{Clause, Confidence, Node};
use crate::registry::name;
use crate::text::fold::squeeze;
use crate::words::findings::figures;

/// Fewest characters of the name of a row that a text may date.
const SHORTEST_NAME: usize = 5;

/// Most characters between a date and what happens then, and of the name of a task.
const REACH: usize = 8;
const LONGEST_NAME: usize = 44;

/// The places of what is begun and of what is built in the order of the steps of works.
const BEGUN: u8 = 2;
const BUILT: u8 = 4;

/// The most rows with one name that are looked at.
const MOST_ROWS: usize = 40;

/// Fewest characters that are left of a name without the verbs before it.
const SHORTEST_REST: usize = 3;

/// A cell with the date by which a row is done, or of its beginning; the same of a task that has a time limit of its own.
struct Dated {
    /// The name of the row as printed, the header above the date, and the date as printed.
    printed: [String; 3],
    citations: Vec<Citation>,
    date: Date,
    name: String,
    is_start: bool,
}

/// A work or a task with the date that a text gives it.
struct Stated {
    name: String,
    date: Date,
    /// Whether that is the date of its beginning, or of its end.
    step: Step,
    date_from: usize,
    from: usize,
    to: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    End,
}

/// Dates of the text that differ from that of the row with the name.
pub(crate) fn dates_of_tasks(reading: &Reading) -> Vec<FindingDraft> {
    let mut dated: HashMap<String, Vec<Dated>> = HashMap::new();
    for row in &reading.rows {
        for one in row.cells.iter().filter_map(|cell| of_cell(row, cell)) {
            dated.entry(one.name.clone()).or_default().push(one);
        }
    }
    for (node, clause) in clauses(reading) {
        if let Some(one) = of_clause(node, clause) {
            dated.entry(one.name.clone()).or_default().push(one);
        }
    }
    if dated.is_empty() {
        return Vec::new();
    }
    let in_passage = |passage: &Passage| {
        stated_in(passage).into_iter().filter_map(|stated| contradiction(&dated, passage, &stated)).collect::<Vec<_>>()
    };
    reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(in_passage).collect()
}

/// The date of a cell below a header that says of what it is; `None` for a span, and for what is no date.
fn of_cell(row: &TableRow, cell: &Cell) -> Option<Dated> {
    let raw = cell.value.raw.as_deref()?;
    let citations = row.cite_with(&cell.citation).into_iter().collect();
    let printed = [row.row.name.clone(), cell.value.header.clone(), cell.citation.quote.trim().to_owned()];
    dated(printed, raw, citations)
}

/// The time limit of a task, by the label before it in the clause.
fn of_clause(node: &Node, clause: &Clause) -> Option<Dated> {
    let raw = &clause.deadline.as_ref()?.raw;
    let (before, _) = clause.raw.split_once(raw.as_str())?;
    let label = before.trim_end_matches(['：', ':']).rsplit(['；', ';', '，', '（', '(']).next()?;
    let title = node.title.clone()?;
    let citations = vec![cite(node, clause, &title), cite(node, clause, raw)];
    dated([title, label.to_owned(), raw.clone()], raw, citations)
}

/// The date of a row with this name below this header.
fn dated(printed: [String; 3], raw: &str, citations: Vec<Citation>) -> Option<Dated> {
    let [row, header, _] = &printed;
    let header = squeeze(header);
    let is_start = START_HEADERS.is_in(&header) || steps(Step::Start).any(|step| header.contains(step));
    let is_due = DUE_HEADERS.is_in(&header) || steps(Step::End).any(|step| header.contains(step));
    let chars: Vec<char> = raw.trim().chars().collect();
    let date = date_at(&chars, 0).filter(|_| is_start != is_due)?;
    let is_span = chars.iter().any(|mark| RANGE_DASHES.contains(*mark) || *mark == '至' || *mark == '、');
    let name = bare(row);
    (!is_span && name.chars().count() >= SHORTEST_NAME).then_some(Dated { printed, citations, date, name, is_start })
}

/// A name of a work or a task without what it may also be called without.
fn bare(printed: &str) -> String {
    let name = name::key(printed);
    WORK_ENDINGS.strip_suffix(&name).unwrap_or(&name).to_owned()
}

fn contradiction(dated: &HashMap<String, Vec<Dated>>, passage: &Passage, stated: &Stated) -> Option<FindingDraft> {
    let of_name = dated.get(&stated.name)?;
    let is_same = |one: &&Dated| one.is_start == (stated.step == Step::Start);
    let differs = |one: &&Dated| one.date.is_after(&stated.date) || stated.date.is_after(&one.date);
    let mut same = of_name.iter().take(MOST_ROWS).filter(is_same);
    let first = same.next().filter(differs)?;
    // Of two rows with one name the text may mean either.
    if same.next().is_some() {
        return None;
    }
    let citation = passage.cite(stated.from, stated.to);
    let date = passage.cite(stated.date_from, stated.date.end).quote;
    let [row, header, printed] = &first.printed;
    let what = figures::task_and_row(row, date, header, printed);
    let citations = [citation].into_iter().chain(first.citations.iter().cloned());
    Some(FindingDraft::new(Confidence::Medium, what, citations))
}

/// What a text dates: …项目2028年底建成, 2028年建成…项目, 2026年9月底前，制定….
fn stated_in(passage: &Passage) -> Vec<Stated> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let mut all: Vec<Stated> = Vec::new();
    // A clause that begins with a date goes on with the work of the clause before it: …2026年3月开工，2027年12月建成.
    let mut last: Option<(String, usize)> = None;
    for from in starts {
        let Some(date) = date_at(chars, from).filter(|date| date.is_marked) else { continue };
        let sentence = sentence_of(chars, from);
        let end = date.end;
        let going_on = last
            .as_ref()
            .filter(|(_, of)| *of == sentence && from.checked_sub(1).and_then(|at| chars.get(at)) == Some(&'，'));
        let goes_on = going_on.and_then(|(name, _)| {
            let (step, to) = step_behind(chars, end)?;
            let date = date_at(chars, from)?;
            Some(Stated { name: name.clone(), date, step, date_from: from, from, to })
        });
        let Some(one) = work_before(chars, from, date).or(goes_on).or_else(|| work_or_task_behind(chars, from)) else {
            continue;
        };
        last = Some((one.name.clone(), sentence));
        all.push(one);
    }
    all
}

/// A work whose name stands right before a date, behind which its step stands.
fn work_before(chars: &[char], from: usize, date: Date) -> Option<Stated> {
    let run = run_before(chars, from);
    let words = BEFORE_DATES.strip_longest(|word| run.strip_suffix(word)).unwrap_or(&run);
    let name = bare(without_openers(words));
    let (step, to) = step_behind(chars, date.end)?;
    let date_from = from;
    let from = from - run.chars().count();
    (name.chars().count() >= SHORTEST_NAME).then_some(Stated { name, date, step, date_from, from, to })
}

/// A work behind a date and its step (2028年建成…), or a task behind a deadline (2026年9月底前，制定…).
fn work_or_task_behind(chars: &[char], from: usize) -> Option<Stated> {
    let date = date_at(chars, from)?;
    let behind: String = chars.iter().skip(date.end).take(REACH).collect();
    let deadline = BEFORE_DEADLINES.prefix_of(&behind).map_or(0, |word| word.chars().count());
    let mut at = date.end + deadline;
    if deadline == 0 {
        at += usize::from(chars.get(at).is_some_and(|mark| matches!(mark, '底' | '末')));
    }
    at += usize::from(chars.get(at) == Some(&'，'));
    let rest: String = chars
        .iter()
        .skip(at)
        .take(LONGEST_NAME)
        .take_while(|mark| is_han(**mark) || ROUND_BRACKETS.contains(**mark))
        .collect();
    let ended = steps(Step::End).filter_map(|step| rest.strip_prefix(step)).min_by_key(|name| name.len());
    let name = match ended {
        Some(name) => bare(name),
        None if deadline > 0 => bare(&rest),
        None => return None,
    };
    let to = at + rest.chars().count();
    (name.chars().count() >= SHORTEST_NAME).then_some(Stated { name, date, step: Step::End, date_from: from, from, to })
}

/// The verbs of one step of a work.
fn steps(step: Step) -> impl Iterator<Item = &'static str> {
    let of_step = move |rank: u8| if step == Step::End { rank >= BUILT } else { (BEGUN..BUILT).contains(&rank) };
    STEPS_IN_ORDER.iter().filter(move |(_, rank)| of_step(**rank)).map(|(verb, _)| verb)
}

/// The step right behind a date, and the position behind it; `None` where it is that of a part (主体完工).
fn step_behind(chars: &[char], at: usize) -> Option<(Step, usize)> {
    let behind: String = chars.iter().skip(at).take(REACH).take_while(|mark| is_han(**mark)).collect();
    let find = |step| steps(step).filter_map(|verb| Some((behind.find(verb)?, step, verb.len()))).collect::<Vec<_>>();
    let (from, step, n_bytes) = find(Step::Start).into_iter().chain(find(Step::End)).min_by_key(|(at, ..)| *at)?;
    let between = BEFORE_DEADLINES.strip_prefix(behind.get(..from)?).unwrap_or(behind.get(..from)?);
    let is_whole = BEFORE_STEPS.strip_prefix(between).unwrap_or(between).trim_start_matches(['底', '末']).is_empty();
    is_whole.then_some((step, at + behind.get(..from + n_bytes)?.chars().count()))
}

/// A name without the verbs before it.
fn without_openers(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) =
        BEFORE_WORKS.strip_longest(|word| name.strip_prefix(word)).filter(|rest| rest.chars().count() >= SHORTEST_REST)
    {
        name = rest;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn dates_beside_their_table() {
        let text = |sentence: &str| {
            format!(
                "一、任务\n{sentence}\n\n重大项目表\n\n序号\t项目名称\t建设内容\t完成时间\n1\t市急救中心迁建项目\t新建调度楼\t2029年\n2\t市血站扩建项目\t新建业务楼\t2027年6月\n"
            )
        };
        for (sentence, expected) in [
            (
                "市急救中心迁建项目2028年底建成投用。",
                &["[2, 7] 市急救中心迁建项目2028年底建成 | 市急救中心迁建项目 | 2029年"][..],
            ),
            ("2028年建成市血站扩建工程。", &["[2, 8] 2028年建成市血站扩建工程 | 市血站扩建项目 | 2027年6月"]),
            ("市急救中心迁建项目2026年开工，2029年建成，市血站扩建项目2027年建成。", &[]),
            ("市急救中心迁建项目2027年主体封顶，市急救中心停车楼2028年建成。", &[]),
        ] {
            check(dates_of_tasks, &[(&text(sentence), expected)]);
        }
    }
}
