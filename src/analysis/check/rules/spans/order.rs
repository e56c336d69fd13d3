//! Steps whose dates run backwards: works that are finished before they are begun (2027年9月开工，2027年3月竣工), or used before they
//! are built, and stages of which one begins before the one above it ends.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::entry::{self, Style};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::spans::{MONTHS, Span, spans};
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::Glossary;
use crate::lexicon::count::STAGES;
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::works::{EVALUATIONS_IN_ORDER, STEPS_IN_ORDER};
use crate::model::{Confidence, Node};
use crate::words::findings::times;

/// Most characters between a date and its verb: 于2027年9月正式开工.
const TO_VERB: usize = 8;

/// A date with the step that is taken then.
struct Dated {
    from: usize,
    date: Date,
    rank: u8,
    verb: &'static str,
    /// What is begun or finished, where the verb says it: 完成方案制定.
    object: String,
}

/// Two steps of one sentence of which the later one has the earlier date.
pub(super) fn steps_out_of_order(passage: &Passage) -> Option<FindingDraft> {
    [&STEPS_IN_ORDER, &EVALUATIONS_IN_ORDER].into_iter().find_map(|steps| steps_in_order(passage, steps))
}

/// Two of some steps, in one sentence, of which the later one has the earlier date.
fn steps_in_order(passage: &Passage, steps: &'static Glossary<u8>) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let dated = starts.filter_map(|from| {
        let date = date_at(chars, from).filter(|date| date.is_marked)?;
        let behind: String =
            chars.iter().skip(date.end).take(TO_VERB).take_while(|c| !CLAUSE_BREAKS.contains(**c)).collect();
        let steps = steps.iter().filter(|(verb, _)| behind.contains(verb));
        let (verb, rank) = steps.min_by_key(|(verb, _)| behind.find(verb))?;
        let rest: String = chars.iter().skip(date.end).take_while(|c| !CLAUSE_BREAKS.contains(**c)).collect();
        let object = rest.split_once(verb).map(|(_, object)| object.trim_start_matches("投用").to_owned());
        Some(Dated { from, date, rank: *rank, verb, object: object.unwrap_or_default() })
    });
    let dated: Vec<Dated> = dated.collect();
    dated.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let between = chars.get(one.date.end..other.from)?;
        // Another subject before the second date is another work.
        let lead = between.iter().rev().take_while(|c| !CLAUSE_BREAKS.contains(**c)).count();
        let is_one_thing = one.object.is_empty() || other.object.is_empty() || one.object == other.object;
        let is_one_work = !between.iter().any(|c| matches!(c, '。' | '；')) && lead <= 1 && is_one_thing;
        let (first, last) = if one.rank < other.rank { (one, other) } else { (other, one) };
        (is_one_work && first.rank < last.rank && first.date.is_after(&last.date)).then(|| {
            let quote = |dated: &Dated| passage.cite(dated.from, dated.date.end).quote;
            let what = times::wrong_order(quote(first), first.verb, quote(last), last.verb);
            FindingDraft::new(Confidence::High, what, [passage.cite(one.from, other.date.end)])
        })
    })
}

/// Stages that are numbered headings side by side, of which one begins before the one above it is over.
pub(super) fn stages_out_of_order(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for children in reading.children.values() {
        let staged: Vec<(&Node, [u32; 2])> = children.iter().filter_map(|node| Some((*node, span_of(node)?))).collect();
        drafts.extend(staged.windows(2).filter_map(|pair| {
            let [(above, [_, end]), (node, [start, _])] = pair else { return None };
            (start <= end && above.number.is_some() && node.number.is_some()).then(|| {
                let [one, other] = [above, node].map(|node| Citation {
                    line: node.lines[0],
                    node: Some(node.id.clone()),
                    quote: node.title.clone().unwrap_or_default(),
                });
                let what = times::overlapping_stages(&one.quote, &other.quote);
                FindingDraft::new(Confidence::Medium, what, [one, other])
            })
        }));
    }
    drafts.sort_by_key(FindingDraft::first_line);
    drafts
}

/// Stages of one text, each with its span in brackets, of which one begins before the one before it is over.
pub(super) fn stages_in_text(passage: &Passage) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let spans = spans(chars);
    let stages = entry::find(chars).filter(|entry| entry.style == Style::Stage).filter_map(|entry| {
        let span = spans.iter().find(|span| span.from == entry.to + 1)?;
        Some((entry.from, span.to, months_of(span)?))
    });
    let stages: Vec<(usize, usize, [u32; 2])> = stages.collect();
    stages.windows(2).find_map(|pair| {
        let [(from, to, [_, end]), (next, next_to, [start, _])] = pair else { return None };
        (start <= end).then(|| {
            let (one, other) = (passage.cite(*from, *to), passage.cite(*next, *next_to));
            let what = times::overlapping_stages(&one.quote, &other.quote);
            FindingDraft::new(Confidence::Medium, what, [one, other])
        })
    })
}

/// The first and the last month of a span, counted from the year 0.
fn months_of(span: &Span) -> Option<[u32; 2]> {
    let month =
        |date: &Date, default: u32| Some(date.parts.first()? * MONTHS + date.parts.get(1).copied().unwrap_or(default));
    Some([month(&span.first, 1)?, month(&span.last, MONTHS)?])
}

/// The first and the last month of the stage that a heading names with its span in brackets, counted from the year 0.
fn span_of(node: &Node) -> Option<[u32; 2]> {
    let title = node.title.as_deref()?;
    let chars: Vec<char> = title.chars().collect();
    let spans = spans(&chars);
    let [span] = spans.as_slice() else { return None };
    let name: String = chars.get(..span.from)?.iter().filter(|c| is_han(**c)).collect();
    STAGES.ends(&name).then(|| months_of(span)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::spans::spans_against_their_dates;
    use crate::analysis::check::tests::check;

    #[test]
    fn steps_and_stages() {
        check(
            spans_against_their_dates,
            &[
                ("一、项目\n急救中心2023年5月建成，2022年10月投入使用。\n", &["[2] 2023年5月建成，2022年10月"]),
                ("一、项目\n改造2026年启动，2024年全面完成。\n", &["[2] 2026年启动，2024年"]),
                (
                    "一、步骤\n第一阶段（2026年1月至6月）为启动；第二阶段（2026年3月至2027年12月）为实施。\n",
                    &["[2] 第一阶段（2026年1月至6月 | 第二阶段（2026年3月至2027年12月"],
                ),
                ("一、步骤\n第一阶段（2026年1月至6月）为启动；第二阶段（2026年7月至2027年12月）为实施。\n", &[]),
                ("一、项目\n血站2020年建成，2019年立项。甲院2027年开工，乙院2026年竣工。\n", &[]),
                (
                    "一、步骤\n（一）启动阶段（2026年1月—3月）\n甲。\n（二）实施阶段（2026年4月—2027年12月）\n乙。\n（三）总结阶段（2027年9月—2027年12月）\n丙。\n",
                    &["[4, 6] 实施阶段（2026年4月—2027年12月） | 总结阶段（2027年9月—2027年12月）"],
                ),
                (
                    "一、步骤\n（一）实施阶段（2026年4月—2027年12月）\n乙。\n（二）总结阶段（2028年1月—2028年12月）\n丙。\n",
                    &[],
                ),
            ],
        );
    }
}
