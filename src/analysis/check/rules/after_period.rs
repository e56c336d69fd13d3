//! Deadlines outside of the years of the plan, behind the last one: 2032年底前建成… in a plan for 2026 to 2030. What is only looked ahead to (展望2035年), what
//! is to be judged then (终期评估), and what others have set (国家提出…) is left out.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::around::sentence_of;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::year::date_at;
use crate::lexicon::count::ALL_OF_THEM;
use crate::lexicon::document::THIS_DOCUMENT;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::time::{BEFORE_DEADLINES, BEYOND_PERIODS, DONE_OR_PREPARED, WITHIN_PERIODS};
use crate::lexicon::value::{COMPLETIONS, REACHED};
use crate::lexicon::works::FINISHING_VERBS;
use crate::model::Confidence;
use crate::words::findings::times;

/// Characters quoted behind a deadline.
const CONTEXT: usize = 12;

/// The most characters of a sentence that are read.
const LONGEST_SENTENCE: usize = 400;

/// The most characters between a date and 前 (12月底前).
const TO_BEFORE: usize = 3;

/// Years that plans look ahead to, behind their own: the national aims for them are long set.
const OUTLOOKS: [u32; 3] = [2035, 2050, 2060];

/// Deadlines behind the last year of the plan, or before its first one.
pub(crate) fn deadlines_outside_period(reading: &Reading) -> Vec<FindingDraft> {
    let Some(period) = reading.plan.period.as_deref() else { return Vec::new() };
    let year = |text: Option<&str>| text?.parse::<u32>().ok();
    let first = year(period.get(..4));
    let Some(last) = year(period.len().checked_sub(4).and_then(|at| period.get(at..))) else { return Vec::new() };
    let texts = reading.passages.iter().filter(|passage| !passage.is_title());
    texts.flat_map(|passage| in_passage(passage, (first, last), period)).collect()
}

fn in_passage(passage: &Passage, (first, last): (Option<u32>, u32), period: &str) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let drafts = starts.filter_map(|from| {
        let date = date_at(chars, from).filter(|date| date.is_marked)?;
        let year = *date.parts.first()?;
        let behind: String = chars.iter().skip(date.end).take(TO_BEFORE).collect();
        let is_done = || {
            let behind: String = chars.iter().skip(date.end).take(CONTEXT).take_while(|c| is_han(**c)).collect();
            claims_all(passage.text) && FINISHING_VERBS.is_in(&behind)
        };
        let word = BEFORE_DEADLINES.prefix_of(&behind).or_else(|| is_done().then_some(""))?;
        let to = date.end + word.chars().count();
        let is_late = year > last && !OUTLOOKS.contains(&year);
        let is_early = first.is_some_and(|first| year < first) && is_still_to_do(chars, from, to);
        if !is_late && !is_early || is_beyond(chars, from) && !is_of_this(chars, to) {
            return None;
        }
        let printed = passage.cite(from, to).quote;
        let what = if is_late { times::after_period(printed, period) } else { times::before_period(printed, period) };
        Some(FindingDraft::new(Confidence::Medium, what, [passage.cite(from, to + CONTEXT)]))
    });
    drafts.collect()
}

/// Whether what is due at a place is to be finished then, and neither told as done nor a preparation of the plan.
fn is_still_to_do(chars: &[char], from: usize, to: usize) -> bool {
    let start = sentence_of(chars, from);
    let before: String = chars.get(start..from).unwrap_or_default().iter().collect();
    let behind: String = chars.iter().skip(to).take(CONTEXT).take_while(|c| !SENTENCE_ENDS.contains(**c)).collect();
    let is_finished = [&FINISHING_VERBS, &COMPLETIONS, &REACHED].iter().any(|verbs| verbs.is_in(&behind));
    is_finished && !DONE_OR_PREPARED.is_in(&behind) && !DONE_OR_PREPARED.is_in(&before)
}

/// Whether a text says that all it tells of is done within the years of the plan: 规划期内全部建成.
fn claims_all(text: &str) -> bool {
    let spans = WITHIN_PERIODS.iter().filter_map(|span| text.split_once(span));
    let mut behind = spans.map(|(_, rest)| rest.chars().take(CONTEXT).collect::<String>());
    behind.any(|rest| ALL_OF_THEM.is_in(&rest) && (FINISHING_VERBS.is_in(&rest) || rest.contains("完成")))
}

/// Whether what is due at a place is what the document itself asks for: 全面完成本方案确定的任务.
fn is_of_this(chars: &[char], at: usize) -> bool {
    let behind: String = chars.iter().skip(at).take(CONTEXT).take_while(|c| is_han(**c)).collect();
    THIS_DOCUMENT.is_in(&behind)
}

/// Whether the sentence of a place speaks of what is behind the plan, or of what others have set.
fn is_beyond(chars: &[char], at: usize) -> bool {
    let start = sentence_of(chars, at);
    let sentence = chars
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take(LONGEST_SENTENCE)
        .take_while(|mark| !SENTENCE_ENDS.contains(**mark));
    BEYOND_PERIODS.is_in(&sentence.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn deadlines_behind_the_last_year() {
        check(
            deadlines_outside_period,
            &[
                ("一、任务\n2032年底前，建成市老年医院。\n", &["[2] 2032年底前，建成市老年医院。"]),
                ("一、任务\n托育机构2031年6月30日前实现街道全覆盖。\n", &["[2] 2031年6月30日前实现街道全覆盖。"]),
                ("一、任务\n2030年底前，建成市老年医院。2031年3月底前完成终期评估。\n", &[]),
                ("一、任务\n展望未来，2032年底前建成健康强市。市老年医院2029年开工，2032年投用。\n", &[]),
                ("一、任务\n国家提出2033年前消除疟疾。2035年前，基本建成健康城市。\n", &[]),
            ],
        );
    }
}
