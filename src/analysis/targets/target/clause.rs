//! Reads a sentence clause by clause: finds years, metrics and values and pairs them.
//!
//! A year holds from its place to the next year; a clause without a metric of its own (2025年达到85%以上) continues the
//! metric before it. Results are ranges of the sentence, so that every quote is printed in the document.

use std::ops::Range;

use crate::analysis::targets::target::figure::{Figure, Figures};
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::qualitative;
use crate::analysis::targets::target::segment::{self, Segment};
use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::{Sense, TimeMention};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::model::TargetValue;

/// Targets of the same sentence that are searched for the same metric, the last ones first.
const MOST_LOOKED_AT: usize = 40;

/// A target found in a sentence, with its place there.
#[derive(Clone, Debug)]
pub(super) struct FoundTarget {
    pub(super) metric: String,
    pub(super) years: Vec<u16>,
    pub(super) values: Vec<TargetValue>,
    /// The characters of the sentence that are quoted.
    pub(super) quote: Range<usize>,
    /// The place at which the metric begins.
    pub(super) at: usize,
    pub(super) qualitative: bool,
}

/// The time that holds at a place of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Time {
    /// No time has been stated yet.
    #[default]
    NotStated,
    /// Targets are due by these years.
    Due(Vec<u16>),
    /// The text reports a result of the past.
    Past,
}

impl Time {
    fn years(&self) -> &[u16] {
        match self {
            Self::Due(years) => years,
            Self::NotStated | Self::Past => &[],
        }
    }
}

/// The state while one sentence is read.
pub(super) struct SentenceReader<'a> {
    sentence: &'a Sentence,
    mentions: &'a [TimeMention],
    time: Time,
    /// The start of the words that set the time, if they are in this sentence.
    time_start: Option<usize>,
    /// A clause without a value that may name the metric of the next clause, and its start.
    pending: Option<(String, usize)>,
    /// Whether values without a year count as targets.
    timeless: bool,
    found: Vec<FoundTarget>,
}

impl<'a> SentenceReader<'a> {
    /// A reader that starts with the time that still holds from the sentence before.
    pub(super) fn new(sentence: &'a Sentence, mentions: &'a [TimeMention], time: Time, timeless: bool) -> Self {
        Self { sentence, mentions, time, time_start: None, pending: None, timeless, found: Vec::new() }
    }

    /// Returns the targets, and the time that holds at the end of the sentence.
    pub(super) fn read(mut self) -> (Vec<FoundTarget>, Time) {
        for clause in segment::clauses(self.sentence, self.mentions) {
            self.read_clause(&clause);
        }
        (self.found, self.time)
    }

    fn read_clause(&mut self, clause: &Range<usize>) {
        // A year sets the time for what follows it; the rest of the clause is read without the years.
        let mut from = clause.start;
        let mentions = self.mentions;
        let begun = |place: usize| mentions.partition_point(|mention| mention.at.start < place);
        let own = mentions.get(begun(clause.start)..begun(clause.end)).unwrap_or_default();
        let mut before: Vec<usize> = Vec::new();
        for mention in own {
            before.extend(from..mention.at.start);
            let places: &[usize] = &before;
            if places.len() > segment::LONGEST_METRIC || has_figure(self.sentence, places) {
                let places = std::mem::take(&mut before);
                self.read_segment(&places, false);
            }
            self.set_time(mention);
            from = mention.at.end;
        }
        let has_time = from > clause.start;
        before.extend(from..clause.end);
        self.read_segment(&before, has_time);
    }

    fn set_time(&mut self, mention: &TimeMention) {
        match &mention.sense {
            Sense::Due(years) => self.time = Time::Due(years.clone()),
            Sense::Past => self.time = Time::Past,
            Sense::Base => return,
        }
        self.time_start = Some(mention.at.start);
    }

    /// Reads the characters at `places`, for all of which one time holds.
    fn read_segment(&mut self, places: &[usize], has_time: bool) {
        let folded: Vec<char> = places.iter().filter_map(|at| self.sentence.folded.get(*at)).copied().collect();
        let making_verb = metric::making_verb(&self.print(places, 0..places.len()));
        let mut segment = Segment { places, folded: &folded, making_verb, cursor: 0, may_inherit: has_time };
        let mut from = 0;
        let mut has_values = false;
        while let Some(figures) = Figures::next(&folded, from) {
            from = figures.at().end.max(from + 1);
            if let Some(end) = self.read_figures(&segment, &figures) {
                segment.cursor = end;
                segment.may_inherit = true;
                from = end;
                has_values = true;
            }
        }
        if !has_values && !self.date_previous_value(&segment, has_time) {
            self.read_words(places);
        }
    }

    /// Gives the year of a bracket that holds nothing else to the value before it: 达到42%（2025年）.
    fn date_previous_value(&mut self, segment: &Segment, has_time: bool) -> bool {
        let is_bracket = has_time && segment.is_empty_bracket();
        let years = self.time.years().to_vec();
        if let Some(last) = self.found.last_mut().filter(|last| is_bracket && last.years.is_empty())
            && let Some(year) = years.last()
        {
            last.years = vec![*year; last.values.len()];
            last.quote.end = segment.places.last().copied().unwrap_or(last.quote.end).max(last.quote.end);
        }
        is_bracket
    }

    /// Takes figures as values of a metric. Returns the position from which the next metric is read; `None` if
    /// the figures are no values.
    fn read_figures(&mut self, segment: &Segment, figures: &Figures) -> Option<usize> {
        let at = figures.at();
        let first = figures.first().filter(|_| at.start <= segment.cursor + segment::LONGEST_METRIC)?;
        let print = |range: Range<usize>| self.print(segment.places, range);
        let before = print(segment.cursor..at.start);
        let before = metric::without_start(if segment.cursor > 0 { metric::without_joint(&before) } else { &before });
        let ends = segment.ends(at.end);
        let object_end = if ends || !first.counts_things() { at.end } else { segment.object_end(at.end) };
        let object = metric::object(&print(at.end..object_end)).to_owned();
        let (metric, start) = if !object.is_empty() && self.counts_objects(segment, first, before) {
            (format!("{}{object}", metric::maker(before)), None)
        } else {
            self.metric_before(before, first.is_aimed_at() || segment.may_inherit)?
        };
        let is_name = !ends && (first.is_time() || (first.is_bare() && !first.has_tail()));
        if is_name || metric.chars().count() < 2 || !self.is_value(segment, first, &metric, !object.is_empty(), ends) {
            return None;
        }
        let end = if object.is_empty() { at.end } else { object_end };
        let values = figures.values(segment.making_verb.filter(|_| first.lead.is_empty()).unwrap_or_default(), print);
        let quote_from = start.or_else(|| segment.places.get(segment.cursor).copied()).unwrap_or_default();
        let quote_to = end.checked_sub(1).and_then(|last| segment.places.get(last)).map_or(quote_from, |last| last + 1);
        self.pair(&metric, values, quote_from..quote_to);
        Some(end)
    }

    /// Whether a figure counts the objects named behind it: 建成2家以上基地, 60%以上的患者.
    fn counts_objects(&self, segment: &Segment, figure: &Figure, before: &str) -> bool {
        let opens = metric::clean(before).is_empty();
        let share = figure.is_share() && figure.has_tail();
        let listed = segment.making_verb.is_some() && segment.cursor > 0;
        !self.time.years().is_empty()
            && (figure.has_making_verb || (opens && (figure.is_aimed_at() || share || listed)))
    }

    /// Whether a figure is a target value, by the words around it and the time that holds.
    fn is_value(&self, segment: &Segment, figure: &Figure, metric: &str, has_object: bool, ends: bool) -> bool {
        let due = !self.time.years().is_empty();
        let alone = figure.lead.is_empty() && !figure.has_making_verb;
        if !due {
            let is_stated = figure.is_aimed_at() || (alone && figure.is_share() && ends);
            return self.time == Time::NotStated && self.timeless && metric::is_measure(metric) && is_stated;
        }
        let made = (segment.making_verb.is_some() || segment.is_part()) && figure.counts_things();
        let beside = ends && (metric::is_measure(metric) || figure.has_tail() || made);
        !alone || beside || (has_object && (figure.is_share() || made))
    }

    /// The metric in the words before a value, and its start if it stands in an earlier clause.
    fn metric_before(&self, before: &str, may_inherit: bool) -> Option<(String, Option<usize>)> {
        let own = metric::clean(before);
        if own.chars().count() > 1 {
            return Some((own.to_owned(), None));
        }
        if !may_inherit {
            return None;
        }
        let pending = self.pending.clone().map(|(text, at)| (text, Some(at)));
        pending.or_else(|| self.found.last().map(|found| (found.metric.clone(), Some(found.quote.start))))
    }

    /// Pairs values with years and metrics and stores the targets.
    fn pair(&mut self, metric: &str, values: Vec<TargetValue>, quote: Range<usize>) {
        let years = self.time.years().to_vec();
        let n_years = years.len().max(1);
        let metrics = (values.len() > 1 && values.len().is_multiple_of(n_years))
            .then(|| metric::split(metric, values.len() / n_years))
            .flatten()
            .filter(|metrics| metrics.len() > 1);
        self.pending = None;
        match metrics {
            Some(metrics) => {
                for (metric, values) in metrics.iter().zip(values.chunks(n_years)) {
                    self.keep(metric::clean(metric), &years, values.to_vec(), quote.clone(), false);
                }
            }
            None => self.keep(metric, &years, values, quote, false),
        }
    }

    /// Stores a target, or adds its values to a target of the same metric in the same sentence.
    fn keep(
        &mut self,
        metric: &str,
        years: &[u16],
        mut values: Vec<TargetValue>,
        quote: Range<usize>,
        qualitative: bool,
    ) {
        let years = match (years, values.as_slice()) {
            ([], _) => Vec::new(),
            (years, [one]) if years.len() > 1 => {
                values = vec![one.clone(); years.len()];
                years.to_vec()
            }
            (years, values) if years.len() == values.len() => years.to_vec(),
            // One year and several values, or numbers that do not match: each value holds for the last year.
            (years, values) => years.last().map(|year| vec![*year; values.len()]).unwrap_or_default(),
        };
        let from = self.time_start.map_or(quote.start, |start| start.min(quote.start));
        let (at, quote) = (quote.start, from..quote.end);
        let is_same_metric = |found: &&mut FoundTarget| {
            found.metric == metric && found.qualitative == qualitative && found.years.is_empty() == years.is_empty()
        };
        let same = self.found.iter_mut().rev().take(MOST_LOOKED_AT).find(is_same_metric);
        match same {
            // The sentence prints it twice.
            Some(found) if found.years == years && found.values == values => {}
            // Another year of the same metric. The same year again is another object of the same name.
            Some(found) if !years.is_empty() && !years.iter().any(|year| found.years.contains(year)) => {
                found.years.extend(years);
                found.values.extend(values);
                found.quote = found.quote.start.min(quote.start)..found.quote.end.max(quote.end);
            }
            Some(_) | None => {
                self.found.push(FoundTarget { metric: metric.to_owned(), years, values, quote, at, qualitative });
            }
        }
    }

    /// Reads a segment without a value: a target in words, or the metric of the next clause.
    fn read_words(&mut self, places: &[usize]) {
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return };
        let text = self.print(places, 0..places.len());
        let clean = metric::clean(CLAUSE_BREAKS.trim_end(&text)).to_owned();
        if clean.is_empty() {
            return;
        }
        if !self.time.years().is_empty()
            && let Some(target) = qualitative::read(&text, self.time_start.is_some())
        {
            let value = TargetValue { comparator: None, number: None, unit: None, raw: target.raw };
            let years = self.time.years().to_vec();
            let closes =
                self.sentence.printed.get(last).is_some_and(|mark| *mark == ',' || CLAUSE_BREAKS.contains(*mark));
            self.keep(&target.metric, &years, vec![value], first..last + usize::from(!closes), true);
            self.pending = None;
        } else {
            self.pending = Some((clean, first));
        }
    }

    /// The printed text at these places of the sentence.
    fn print(&self, places: &[usize], range: Range<usize>) -> String {
        places.get(range).unwrap_or_default().iter().filter_map(|at| self.sentence.printed.get(*at)).collect()
    }
}

/// Whether the characters at these places hold a figure that is to be reached.
fn has_figure(sentence: &Sentence, places: &[usize]) -> bool {
    let folded: Vec<char> = places.iter().filter_map(|at| sentence.folded.get(*at)).copied().collect();
    Figures::next(&folded, 0).is_some_and(|figures| figures.first().is_some_and(Figure::is_aimed_at))
}
