//! A sentence read clause by clause: years, metrics and values are found where they stand and paired.
//!
//! A year holds from where it stands to the next one; a clause without a metric of its own (2025年达到85%以上) speaks of the
//! one before it. What is found are places in the sentence, so that every quote is the document's own words.

use std::ops::Range;

use crate::model::TargetValue;

use crate::analysis::targets::target::figure::{Figure, Figures};
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::qualitative;
use crate::analysis::targets::target::segment::{self, Stretch};
use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::{Mention, Sense};

/// How many targets of the same sentence are looked through for the same metric.
const MOST_LOOKED_AT: usize = 40;

/// A target found in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) metric: String,
    pub(super) years: Vec<u16>,
    pub(super) values: Vec<TargetValue>,
    /// The characters of the sentence to quote.
    pub(super) quote: Range<usize>,
    /// Where the metric begins.
    pub(super) at: usize,
    pub(super) qualitative: bool,
}

/// The years that hold at a place of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Time {
    /// Nothing was said.
    #[default]
    Unsaid,
    /// Something is to be reached by these.
    Due(Vec<u16>),
    /// A result is told.
    Past,
}

impl Time {
    fn years(&self) -> &[u16] {
        match self {
            Self::Due(years) => years,
            Self::Unsaid | Self::Past => &[],
        }
    }
}

/// Reads one sentence.
pub(super) struct Reader<'a> {
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    time: Time,
    /// Where the words that set the time begin, if this sentence has them.
    said_at: Option<usize>,
    /// A clause without a value that may name the metric of the next, and where it begins.
    pending: Option<(String, usize)>,
    /// Whether values without a year count.
    timeless: bool,
    found: Vec<Found>,
}

impl<'a> Reader<'a> {
    /// A reader that begins with the time that holds from the sentence before.
    pub(super) fn new(sentence: &'a Sentence, mentions: &'a [Mention], time: Time, timeless: bool) -> Self {
        Self { sentence, mentions, time, said_at: None, pending: None, timeless, found: Vec::new() }
    }

    /// The targets, and the time that holds at the end of the sentence.
    pub(super) fn read(mut self) -> (Vec<Found>, Time) {
        for clause in segment::clauses(self.sentence, self.mentions) {
            self.clause(&clause);
        }
        (self.found, self.time)
    }

    fn clause(&mut self, clause: &Range<usize>) {
        // Years set the time from where they stand; what is left of the clause is read without them.
        let mut from = clause.start;
        let mentions = self.mentions;
        let begun = |place: usize| mentions.partition_point(|mention| mention.at.start < place);
        let own = mentions.get(begun(clause.start)..begun(clause.end)).unwrap_or_default();
        let mut before: Vec<usize> = Vec::new();
        for mention in own {
            before.extend(from..mention.at.start);
            let said: &[usize] = &before;
            if said.len() > segment::LONGEST_METRIC || has_figure(self.sentence, said) {
                let said = std::mem::take(&mut before);
                self.stretch(&said, false);
            }
            self.set_time(mention);
            from = mention.at.end;
        }
        let has_time = from > clause.start;
        before.extend(from..clause.end);
        self.stretch(&before, has_time);
    }

    fn set_time(&mut self, mention: &Mention) {
        match &mention.sense {
            Sense::Due(years) => self.time = Time::Due(years.clone()),
            Sense::Past => self.time = Time::Past,
            Sense::Base => return,
        }
        self.said_at = Some(mention.at.start);
    }

    /// Reads the characters at `places`, one time over all of them.
    fn stretch(&mut self, places: &[usize], has_time: bool) {
        let read: Vec<char> = places.iter().filter_map(|at| self.sentence.read.get(*at)).copied().collect();
        let making = metric::making(&self.print(places, 0..places.len()));
        let mut stretch = Stretch { places, read: &read, making, cursor: 0, may_inherit: has_time };
        let mut from = 0;
        let mut any = false;
        while let Some(figures) = Figures::next(&read, from) {
            from = figures.at().end.max(from + 1);
            if let Some(end) = self.figures(&stretch, &figures) {
                stretch.cursor = end;
                stretch.may_inherit = true;
                from = end;
                any = true;
            }
        }
        if !any && !self.date_the_last(&stretch, has_time) {
            self.words(places);
        }
    }

    /// A bracket that holds nothing but a year dates the value before it: 达到42%（2025年）.
    fn date_the_last(&mut self, stretch: &Stretch, has_time: bool) -> bool {
        let is_bracket = has_time && stretch.is_empty_bracket();
        let years = self.time.years().to_vec();
        if let Some(last) = self.found.last_mut().filter(|last| is_bracket && last.years.is_empty())
            && let Some(year) = years.last()
        {
            last.years = vec![*year; last.values.len()];
            last.quote.end = stretch.places.last().copied().unwrap_or(last.quote.end).max(last.quote.end);
        }
        is_bracket
    }

    /// Takes figures as values of a metric, if they are any; gives where the next metric begins.
    fn figures(&mut self, stretch: &Stretch, figures: &Figures) -> Option<usize> {
        let at = figures.at();
        let first = figures.first().filter(|_| at.start <= stretch.cursor + segment::LONGEST_METRIC)?;
        let print = |range: Range<usize>| self.print(stretch.places, range);
        let before = print(stretch.cursor..at.start);
        let before = metric::without_start(if stretch.cursor > 0 { metric::joined(&before) } else { &before });
        let ends = stretch.ends(at.end);
        let object_end = if ends || !first.counts_things() { at.end } else { stretch.object_end(at.end) };
        let object = metric::object(&print(at.end..object_end)).to_owned();
        let (metric, start) = if !object.is_empty() && self.counts(stretch, first, before) {
            (format!("{}{object}", metric::maker(before)), None)
        } else {
            self.metric_before(before, first.is_aimed_at() || stretch.may_inherit)?
        };
        let is_name = !ends && (first.is_time() || (first.is_bare() && !first.has_tail()));
        if is_name || metric.chars().count() < 2 || !self.is_value(stretch, first, &metric, !object.is_empty(), ends) {
            return None;
        }
        let end = if object.is_empty() { at.end } else { object_end };
        let values = figures.values(stretch.making.filter(|_| first.lead.is_empty()).unwrap_or_default(), print);
        let quote_from = start.or_else(|| stretch.places.get(stretch.cursor).copied()).unwrap_or_default();
        let quote_to = end.checked_sub(1).and_then(|last| stretch.places.get(last)).map_or(quote_from, |last| last + 1);
        self.pair(&metric, values, quote_from..quote_to);
        Some(end)
    }

    /// Whether a figure counts the things named behind it: 建成2家以上基地, 60%以上的患者.
    fn counts(&self, stretch: &Stretch, figure: &Figure, before: &str) -> bool {
        let opens = metric::clean(before).is_empty();
        let share = figure.is_share() && figure.has_tail();
        let listed = stretch.making.is_some() && stretch.cursor > 0;
        !self.time.years().is_empty() && (figure.made || (opens && (figure.is_aimed_at() || share || listed)))
    }

    /// Whether a figure is a value to be reached, by the words round it and the time that holds.
    fn is_value(&self, stretch: &Stretch, figure: &Figure, metric: &str, has_object: bool, ends: bool) -> bool {
        let due = !self.time.years().is_empty();
        let alone = figure.lead.is_empty() && !figure.made;
        if !due {
            let says_so = figure.is_aimed_at() || (alone && figure.is_share() && ends);
            return self.time == Time::Unsaid && self.timeless && metric::is_measure(metric) && says_so;
        }
        let made = (stretch.making.is_some() || stretch.is_part()) && figure.counts_things();
        let beside = ends && (metric::is_measure(metric) || figure.has_tail() || made);
        !alone || beside || (has_object && (figure.is_share() || made))
    }

    /// The metric in the words before a value, and where it stands if that is an earlier clause.
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

    /// Pairs values with years and metrics, and keeps the targets.
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

    /// Keeps a target; one of the same metric in the same sentence takes its values in.
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
            // One year and several values, or numbers that do not pair: each holds for the last year named.
            (years, values) => years.last().map(|year| vec![*year; values.len()]).unwrap_or_default(),
        };
        let from = self.said_at.map_or(quote.start, |said| said.min(quote.start));
        let (at, quote) = (quote.start, from..quote.end);
        let alike = |found: &&mut Found| {
            found.metric == metric && found.qualitative == qualitative && found.years.is_empty() == years.is_empty()
        };
        let same = self.found.iter_mut().rev().take(MOST_LOOKED_AT).find(alike);
        match same {
            // Printed twice over.
            Some(found) if found.years == years && found.values == values => {}
            // Another year of the same metric; the same year again is another thing of the same name.
            Some(found) if !years.is_empty() && !years.iter().any(|year| found.years.contains(year)) => {
                found.years.extend(years);
                found.values.extend(values);
                found.quote = found.quote.start.min(quote.start)..found.quote.end.max(quote.end);
            }
            Some(_) | None => {
                self.found.push(Found { metric: metric.to_owned(), years, values, quote, at, qualitative });
            }
        }
    }

    /// A stretch without a value: a target in words, or the metric of the next clause.
    fn words(&mut self, places: &[usize]) {
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return };
        let text = self.print(places, 0..places.len());
        let clean = metric::clean(text.trim_end_matches(['。', '；', '，', '：'])).to_owned();
        if clean.is_empty() {
            return;
        }
        if !self.time.years().is_empty()
            && let Some(wording) = qualitative::read(&text, self.said_at.is_some())
        {
            let value = TargetValue { comparator: None, number: None, unit: None, raw: wording.raw };
            let years = self.time.years().to_vec();
            let closes =
                self.sentence.printed.get(last).is_some_and(|mark| matches!(mark, '。' | '；' | '，' | '：' | ','));
            self.keep(&wording.metric, &years, vec![value], first..last + usize::from(!closes), true);
            self.pending = None;
        } else {
            self.pending = Some((clean, first));
        }
    }

    fn print(&self, places: &[usize], range: Range<usize>) -> String {
        places.get(range).unwrap_or_default().iter().filter_map(|at| self.sentence.printed.get(*at)).collect()
    }
}

fn has_figure(sentence: &Sentence, places: &[usize]) -> bool {
    let read: Vec<char> = places.iter().filter_map(|at| sentence.read.get(*at)).copied().collect();
    Figures::next(&read, 0).is_some_and(|figures| figures.first().is_some_and(Figure::is_aimed_at))
}
