//! Pairs the values of a clause with years and metrics and stores them as targets.

use std::ops::Range;

use crate::analysis::targets::target::clause::{MOST_LOOKED_AT, SentenceReader};
use crate::analysis::targets::target::found::FoundTarget;
use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric;
use crate::model::TargetValue;

impl SentenceReader<'_> {
    /// Pairs values with years and metrics and stores the targets. `are_alike` says that the values hold for each metric of a
    /// list (均).
    pub(super) fn pair(
        &mut self,
        metric: &str,
        years: &[u16],
        values: Vec<TargetValue>,
        quote: Range<usize>,
        are_alike: bool,
    ) {
        let n_years = years.len().max(1);
        let n_metrics = values.len() / n_years;
        let is_alike = (are_alike || list::is_of_rates(metric)) && n_metrics <= 1;
        let are_shares =
            values.iter().all(|value| value.unit.as_deref().is_some_and(|unit| matches!(unit, "%" | "％")));
        let parts = if is_alike {
            list::split_alike(metric)
        } else if values.len() > 1 && values.len().is_multiple_of(n_years) {
            list::split(metric, n_metrics, are_shares)
        } else {
            None
        };
        let metrics = parts
            .map(|metrics| metrics.iter().map(|metric| metric::clean(metric).to_owned()).collect::<Vec<_>>())
            // A part that is no name leaves the metrics in one.
            .filter(|metrics| metrics.len() > 1 && !metrics.iter().any(String::is_empty));
        self.pending = None;
        let Some(metrics) = metrics else {
            self.keep(metric, years, values, quote, false);
            return;
        };
        let n_each = if is_alike { values.len() } else { n_years };
        for (metric, values) in metrics.iter().zip(values.chunks(n_each).cycle()) {
            self.keep(metric, years, values.to_vec(), quote.clone(), false);
        }
    }

    /// Stores a target, or adds its values to a target of the same metric in the same sentence.
    pub(super) fn keep(
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
        self.is_date_open = false;
        if self.task.as_ref().is_some_and(|task| !task.is_firm) {
            self.task = None;
        }
        let from = self.time_start.map_or(quote.start, |start| start.min(quote.start));
        let (at, quote) = (quote.start, from..quote.end);
        let is_same_metric = |found: &&mut FoundTarget| {
            found.metric == metric
                && found.qualitative == qualitative
                && !found.values.is_empty()
                && found.years.is_empty() == years.is_empty()
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
}
