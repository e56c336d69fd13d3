//! What a sentence states without a figure: results in words, tasks with a date, and the metric of the clause behind.

use std::ops::Range;

use crate::analysis::targets::target::clause::SentenceReader;
use crate::analysis::targets::target::dated_task::{self, DatedTask};
use crate::analysis::targets::target::found::FoundTarget;
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::qualitative::{self, QualitativeTarget};
use crate::lexicon::condition::NO_AIMS;
use crate::lexicon::punctuation::{AROUND_CLAUSES, CLAUSE_BREAKS};
use crate::lexicon::result::{COVERED_SCOPES, FOLLOWING_WORDS, RESULT_OPENERS, TRENDS_OF_MEASURES};
use crate::model::TargetValue;

/// A target whose value names where everything is covered: 职业病防治服务网络 with 县域全覆盖.
fn with_scope(mut target: QualitativeTarget) -> QualitativeTarget {
    let rest = COVERED_SCOPES.strip_suffix(&target.metric).filter(|_| target.raw.starts_with(COVERED));
    if let Some(rest) = rest.filter(|rest| rest.chars().count() >= SHORTEST_COVERED).map(str::to_owned) {
        let scope = target.metric.get(rest.len()..).unwrap_or_default();
        target.raw = format!("{scope}{}", target.raw);
        target.metric = rest;
    }
    target
}

/// The word for what is everywhere.
const COVERED: &str = "全覆盖";

/// Fewest characters of what is everywhere.
const SHORTEST_COVERED: usize = 4;

impl SentenceReader<'_> {
    /// Reads a segment without a value: a target in words, or the metric of the next clause.
    pub(super) fn read_words(&mut self, places: &[usize]) {
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return };
        let text = self.print(places, 0..places.len());
        let clean = metric::clean(CLAUSE_BREAKS.trim_end(&text)).to_owned();
        // 因政策调整确需修订的 is a case for which something is said.
        if clean.is_empty() || AROUND_CLAUSES.trim(&text).ends_with('的') {
            return;
        }
        let years = self.time.years_of_words().to_vec();
        let closes = self.sentence.printed.get(last).is_some_and(|mark| *mark == ',' || CLAUSE_BREAKS.contains(*mark));
        let quote = first..last + usize::from(!closes);
        if self.continues_words(&text, &quote) {
            return;
        }
        if let Some(task) = self.task.as_mut().filter(|task| task.names_actor && qualitative::opens_with_making(&text))
        {
            task.quote.end = quote.end;
            return;
        }
        let verbs_count = self.time_start.is_some() || self.verbs_count;
        let mut targets = if years.is_empty() { Vec::new() } else { qualitative::read(&text, verbs_count) };
        if targets.is_empty() && !years.is_empty() {
            targets.extend(self.task.as_ref().or(self.last_task.as_ref()).and_then(|task| task.result(&text)));
        }
        if targets.is_empty() && !years.is_empty() && qualitative::is_only_result(&text) {
            targets.extend(self.last_found().filter(|found| found.qualitative).map(|found| QualitativeTarget {
                metric: found.metric.clone(),
                raw: AROUND_CLAUSES.trim(&text).to_owned(),
            }));
        }
        let follows_result = self.found.last().is_some_and(|found| found.qualitative && found.quote.end + 1 >= first);
        if targets.is_empty() && !years.is_empty() && follows_result && self.task.is_none() {
            targets.extend(qualitative::by_last_verb(&text));
        }
        if targets.is_empty() {
            self.read_task(&text, quote);
            // 推动居民健康素养水平稳步提升，2025年达到30%: the trend is no part of the name.
            let measure = TRENDS_OF_MEASURES.strip_suffix(&clean).filter(|name| metric::is_measure(name));
            self.pending = Some((measure.map_or_else(|| clean.clone(), str::to_owned), first));
            return;
        }
        for target in targets.into_iter().filter(|target| !NO_AIMS.contains(&target.metric)).map(with_scope) {
            let word = |raw: String| TargetValue { comparator: None, number: None, unit: None, raw };
            let values = qualitative::respectively(&target.raw, years.len()).into_iter().map(word).collect();
            let metric = self.with_subject(&target.metric);
            self.keep(&metric, &years, values, quote.clone(), true);
        }
        self.pending = None;
    }

    /// Reads a target in words behind the last value of a clause: 比例达到85%、劣Ⅴ类断面全面消除.
    pub(super) fn read_rest(&mut self, places: &[usize]) {
        let text = self.print(places, 0..places.len());
        let years = self.time.years_of_words().to_vec();
        let (Some(first), Some(last), Some(rest)) = (places.first(), places.last(), text.strip_prefix('、')) else {
            return;
        };
        let targets = if years.is_empty() { Vec::new() } else { qualitative::read(rest, false) };
        for target in targets {
            let value = TargetValue { comparator: None, number: None, unit: None, raw: target.raw };
            self.keep(&target.metric, &years, vec![value], first + 1..*last, true);
        }
    }

    /// Gives the words of a clause without a subject (并持续改善) to the second year of the target in words before it.
    fn continues_words(&mut self, text: &str, quote: &Range<usize>) -> bool {
        let text = CLAUSE_BREAKS.trim_end(AROUND_CLAUSES.trim(text));
        let Some(words) = FOLLOWING_WORDS.strip_prefix(text).filter(|words| RESULT_OPENERS.begins(words)) else {
            return false;
        };
        let Some(last) = self.found.last_mut().filter(|last| last.qualitative && last.years.len() == 2) else {
            return false;
        };
        let Some(second) = last.values.last_mut() else { return false };
        words.clone_into(&mut second.raw);
        last.quote.end = quote.end.max(last.quote.end);
        true
    }

    /// Reads a clause behind a date as a task, or as more of the task before it.
    fn read_task(&mut self, text: &str, quote: Range<usize>) {
        // 2021年安排资金860万元，鼓励…: the year is that of the money.
        if self.remarks.allots {
            return;
        }
        let Some(start) = self.time_start.filter(|_| !self.time.years_of_words().is_empty()) else { return };
        let is_open = self.is_date_open;
        let Some(read) = dated_task::read(text).filter(|read| is_open || read.is_firm) else { return };
        // Until a value is found, all clauses are one task; then those that follow one another, with a mark between them.
        let follows = |task: &&mut DatedTask| is_open || task.quote.end + 1 >= quote.start;
        if let Some(task) = self.task.as_mut().filter(follows) {
            task.quote.end = quote.end;
            return;
        }
        self.keep_task();
        self.task = Some(DatedTask {
            text: read.text.to_owned(),
            years: self.time.years_of_words().to_vec(),
            quote: start.min(quote.start)..quote.end,
            at: quote.start,
            is_firm: read.is_firm,
            names_actor: read.names_actor,
            n_before: self.found.len(),
        });
    }

    /// Stores the task that waited for a value of its date.
    pub(super) fn keep_task(&mut self) {
        let Some(task) = self.task.take() else { return };
        self.last_task = Some(task.clone());
        let target = FoundTarget {
            metric: task.text,
            years: task.years,
            values: Vec::new(),
            at: task.at,
            quote: task.quote,
            qualitative: false,
        };
        self.found.insert(task.n_before.min(self.found.len()), target);
    }
}
