//! A share in the text against the row of a table that words it otherwise: 38%的门诊服务由基层医疗卫生机构提供 and
//! 基层医疗卫生机构诊疗量占比, 72%的幼儿园配备了保健医 and 幼儿园保健医配备率.
//!
//! Two wordings are of one share if the same characters are left once the words are gone that any share may be worded
//! with: verbs of doing and having, 服务, 占比, 全市.

mod twice;

use std::collections::{BTreeSet, HashMap};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::change::GROWTH_WORDS;
use crate::lexicon::heading::ONE_TO_NINE;
use crate::lexicon::metric::{PART_VERBS, SAME_SERVICES, SHARE_ENDINGS, SHARE_FILLERS, SHARES_IN_WORDS};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::value::{ABOUT, AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, OR_LESS, OR_MORE, OR_SO};
use crate::model::{Confidence, ValueKind};
use crate::registry::name;
use crate::text::numeral;
use crate::words::findings::figures;

pub(crate) use twice::shares_stated_twice;

/// Fewest different characters that must be left of a wording.
const FEWEST_CHARS: usize = 4;

/// How far the two numbers may lie apart, in percentage points, as one may be rounded or of another month.
const TOLERANCE: f64 = 1.0;

/// How far they may lie apart if one is in words (四成, 一半), in percentage points.
const ROUGH_TOLERANCE: f64 = 5.0;

/// Most characters before a share in which its year is looked for.
const LONGEST_SENTENCE: usize = 100;

/// A share as a clause states it.
struct StatedShare {
    /// What is left of its wordings, one or two.
    wordings: Vec<Wording>,
    percent: f64,
    tolerance: f64,
    /// Whether it is only a lower bound or only an upper one: 超过六成.
    bound: Option<Bound>,
    /// Whether it is said to be about right: 近八成.
    is_rough: bool,
    /// Its characters in the clause.
    range: (usize, usize),
}

/// The different characters of a wording without its fillers, in their order.
type Wording = String;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Lower,
    Upper,
}

/// Shares in the text that differ from the row of a table for the same year, or the year that the plan starts from.
pub(crate) fn shares_in_other_words(reading: &Reading) -> Vec<FindingDraft> {
    let mut rows: HashMap<Wording, &TableRow> = HashMap::new();
    for row in reading.rows.iter().filter(|row| is_share(row)) {
        let name = name::key(&row.row.name);
        let part = name.split_once('占').map(|(part, _)| part);
        for wording in [Some(name.as_str()), part].into_iter().flatten().filter_map(wording) {
            rows.entry(wording).or_insert(row);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let in_passage = |passage| {
        let clauses = numbers::split_clauses(passage);
        clauses.filter_map(|clause| contradiction(&rows, passage, &clause)).collect::<Vec<_>>()
    };
    reading.passages.iter().filter(|passage| !passage.is_title()).flat_map(in_passage).collect()
}

/// Whether a row measures a share of a whole in percent.
fn is_share(row: &TableRow) -> bool {
    let key = name::key(&row.row.name);
    let is_in_percent = row.metric.measure(row.row.unit.as_deref()).is_none_or(|measure| measure == "%");
    is_in_percent && SHARE_ENDINGS.ends(&key)
}

fn contradiction(rows: &HashMap<Wording, &TableRow>, passage: &Passage, clause: &TextClause) -> Option<FindingDraft> {
    let share = stated_share(clause.chars)?;
    let row = share.wordings.iter().find_map(|wording| rows.get(wording))?;
    let cells: Vec<&Cell> = row.own_cells().filter(|cell| cell.is_absolute()).collect();
    let printed = match year_before(passage, clause.from + share.range.0) {
        Some(year) => cells.iter().find(|cell| cell.value.year == Some(year))?,
        None => cells.iter().rfind(|cell| cell.value.kind != Some(ValueKind::Target))?,
    };
    let is_near = |cell: &&Cell| cell.value.number.is_some_and(|number| share.is_near(number));
    if cells.iter().any(is_near) || printed.value.number.is_some_and(|number| share.is_bound_of(number)) {
        return None;
    }
    let (from, to) = share.range;
    let citation = passage.cite(clause.from + from, clause.from + to);
    let (quote, name, value) = (&citation.quote, &row.row.name, &printed.citation.quote);
    let what = figures::share_and_row(quote, name, value);
    let citations = [citation].into_iter().chain(row.cite_with(&printed.citation));
    Some(FindingDraft::new(Confidence::Low, what, citations))
}

impl StatedShare {
    fn is_near(&self, number: f64) -> bool {
        (number - self.percent).abs() <= self.tolerance
    }

    fn is_bound_of(&self, number: f64) -> bool {
        match self.bound {
            Some(Bound::Lower) => number >= self.percent,
            Some(Bound::Upper) => number <= self.percent,
            None => false,
        }
    }
}

/// Reads the share that a clause states: its only number, in percent or in words, with a verb of sharing and none of
/// change. `None` for any other clause.
fn stated_share(chars: &[char]) -> Option<StatedShare> {
    let text: String = chars.iter().collect();
    if !PART_VERBS.is_in(&text) || GROWTH_WORDS.is_in(&text) || text.contains("分别") {
        return None;
    }
    let (from, to, percent, tolerance) = percent_in(chars).or_else(|| percent_in_words(chars))?;
    let before: String = chars.get(..from)?.iter().collect();
    let behind: String = chars.get(to..)?.iter().collect();
    let bound = match () {
        () if AT_LEAST.ends(&before) || MORE_THAN.ends(&before) || OR_MORE.begins(&behind) => Some(Bound::Lower),
        () if AT_MOST.ends(&before) || LESS_THAN.ends(&before) || OR_LESS.begins(&behind) => Some(Bound::Upper),
        () => None,
    };
    let is_rough = ABOUT.ends(&before) || before.ends_with('近') || OR_SO.begins(&behind);
    // The words of a bound belong to the number.
    let before =
        [&AT_LEAST, &AT_MOST, &MORE_THAN, &LESS_THAN].into_iter().find_map(|words| words.strip_suffix(&before));
    let before = before.map_or_else(|| chars.get(..from).unwrap_or_default().iter().collect(), str::to_owned);
    let before = before.trim_end_matches(['约', '近', '仅']);
    let behind = OR_MORE.strip_prefix(&behind).or_else(|| OR_LESS.strip_prefix(&behind)).unwrap_or(&behind);
    let part = before.split_once('占').and_then(|(part, _)| wording(part));
    let wordings: Vec<Wording> = wording(&format!("{before}{behind}")).into_iter().chain(part).collect();
    let start = chars.iter().position(|c| is_han(*c) && *c != '年').unwrap_or_default().min(from);
    let end = chars.iter().rposition(|c| is_han(*c)).map_or(to, |last| last + 1).max(to);
    Some(StatedShare { wordings, percent, tolerance, bound, is_rough, range: (start, end) })
}

/// The number of a clause that is its only one and is in percent: where it begins and ends, its value.
fn percent_in(chars: &[char]) -> Option<(usize, usize, f64, f64)> {
    let numbers = numbers::find_numbers(chars);
    let [number] = numbers.as_slice() else { return None };
    (number.unit == "%").then_some((number.from, number.to, number.value, TOLERANCE))
}

/// The share in words of a clause without digits: 四成, 一半.
fn percent_in_words(chars: &[char]) -> Option<(usize, usize, f64, f64)> {
    if !numbers::find_numbers(chars).is_empty() {
        return None;
    }
    let starts_at = |at: usize, word: &str| word.chars().eq(chars.iter().skip(at).take(word.chars().count()).copied());
    (0..chars.len()).find_map(|at| {
        let named = SHARES_IN_WORDS.iter().find(|(word, _)| starts_at(at, word));
        if let Some((word, percent)) = named {
            return Some((at, at + word.chars().count(), *percent, ROUGH_TOLERANCE));
        }
        let tenths = chars.get(at).filter(|c| ONE_TO_NINE.contains(**c) && chars.get(at + 1) == Some(&'成'))?;
        // 建成, 一成不变: a share stands at the end of a clause, before 的 or before 以上.
        let is_end = chars.get(at + 2).is_none_or(|c| !is_han(*c) || matches!(c, '的' | '以' | '左'));
        let percent = numeral::parse(&tenths.to_string()).filter(|_| is_end)?;
        Some((at, at + 2, f64::from(percent) * 10.0, ROUGH_TOLERANCE))
    })
}

/// What is left of a wording without the words that any share may be worded with; `None` if that is too little.
fn wording(text: &str) -> Option<Wording> {
    let han: String = text.chars().filter(|c| is_han(*c)).collect();
    let named = SAME_SERVICES.iter().fold(han, |text, (word, same)| text.replace(word, same));
    let bare = SHARE_FILLERS.iter().fold(named, |text, filler| text.replace(filler, ""));
    let chars: BTreeSet<char> = bare.chars().collect();
    (chars.len() >= FEWEST_CHARS).then(|| chars.into_iter().collect())
}

/// The last year that the sentence names before a position, of those not too far away.
fn year_before(passage: &Passage, at: usize) -> Option<u16> {
    let before = passage.chars.get(at.saturating_sub(LONGEST_SENTENCE)..at)?;
    let from = before.iter().rposition(|c| SENTENCE_ENDS.contains(*c)).map_or(0, |end| end + 1);
    let sentence: String = before.get(from..)?.iter().collect();
    let head = sentence.rsplit_once('年')?.0;
    let digits = head.get(head.len().checked_sub(4)?..)?;
    digits.parse().ok().filter(|year| (1950..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn shares_worded_otherwise() {
        let text = |sentence: &str, row: &str| {
            format!(
                "一、基础\n{sentence}\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t{row}\t%\t52\t60\n2\t参保率\t%\t95\t96\n"
            )
        };
        for (sentence, row, is_found) in [
            ("2025年，41%的门诊服务由乡镇卫生院提供。", "乡镇卫生院诊疗量占比", true),
            ("乡镇卫生院承担了全市41%的门诊服务。", "乡镇卫生院诊疗量占比", true),
            ("民办养老床位占全市养老床位的四成。", "民办养老床位占比", true),
            ("41%的小学配备了专职校医。", "小学专职校医配备率", true),
            ("超过41%的小学配备了专职校医。", "小学专职校医配备率", false),
            ("2025年，52%的门诊服务由乡镇卫生院提供。", "乡镇卫生院诊疗量占比", false),
            ("2023年，41%的门诊服务由乡镇卫生院提供。", "乡镇卫生院诊疗量占比", false),
            ("2025年，41%的住院服务由乡镇卫生院提供。", "乡镇卫生院诊疗量占比", false),
            ("2025年，乡镇卫生院提供的门诊服务增长41%。", "乡镇卫生院诊疗量占比", false),
        ] {
            let found = crate::analysis::check::tests::run_rule(shares_in_other_words, &text(sentence, row));
            assert_eq!(!found.is_empty(), is_found, "{sentence} {found:?}");
        }
        check(shares_in_other_words, &[("一、基础\n41%的门诊服务由乡镇卫生院提供。\n", &[])]);
    }
}
