//! Which metric a value belongs to: that of its clause, with what only the clauses before it print.

use crate::analysis::targets::target::clause::{MOST_LOOKED_AT, SentenceReader};
use crate::analysis::targets::target::figure::Figure;
use crate::analysis::targets::target::found::FoundTarget;
use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric;
use crate::analysis::targets::target::part;
use crate::lexicon::result::FOLLOWING_WORDS;
use crate::lexicon::target::{MAKING_VERBS, RENEWING_VERBS};
use crate::lexicon::task::OBJECT_PREPOSITIONS;
use crate::lexicon::unit::SCALES;
use crate::model::TargetValue;
use crate::text::fold::fold_cell;

/// Most that a thousand or ten thousand people are given of something in one count.
const MOST_FOR_EACH: f64 = 100.0;

/// Whether a text is a verb of making and names nothing that is made: 再改造 behind 改造户厕6000户.
fn is_verb_alone(text: &str) -> bool {
    let verb = FOLLOWING_WORDS.strip_prefix(text).unwrap_or(text);
    MAKING_VERBS.contains(verb) || RENEWING_VERBS.contains(verb)
}

impl SentenceReader<'_> {
    /// The metric in the words before a value, and its start if it stands in an earlier clause.
    pub(super) fn metric_before(&self, before: &str, may_inherit: bool) -> Option<(String, Option<usize>)> {
        let own = metric::clean(before);
        let is_alone = is_verb_alone(own);
        if own.chars().count() > 1 && !FOLLOWING_WORDS.contains(own) && !is_alone {
            return Some((self.with_subject(own), None));
        }
        if !may_inherit && !is_alone {
            return None;
        }
        let done = |text: String| {
            let act = OBJECT_PREPOSITIONS.strip_prefix(&text).and_then(metric::served);
            act.unwrap_or(text)
        };
        let pending = self.pending.clone().map(|(text, at)| (done(text), Some(at)));
        pending.or_else(|| self.last_found().map(|found| (found.metric.clone(), Some(found.quote.start))))
    }

    /// The last target with a value.
    pub(super) fn last_found(&self) -> Option<&FoundTarget> {
        self.found.iter().rev().take(MOST_LOOKED_AT).find(|found| !found.values.is_empty())
    }

    /// A metric with the subject that only the target before it names.
    pub(super) fn with_subject(&self, metric: &str) -> String {
        let before = self.last_found().and_then(|found| {
            metric::with_subject(metric, &found.metric).or_else(|| list::with_owner(metric, &found.metric))
        });
        before.unwrap_or_else(|| metric.to_owned())
    }

    /// A metric with what the metric before it is counted for, if both are small counts: 每千人口医师数达到3.6人，注册护士数达到4.8人.
    pub(super) fn with_base(&self, metric: String, figure: &Figure, is_joined: bool) -> String {
        let last = self.last_found().filter(|_| figure.is_below(MOST_FOR_EACH));
        let value = last.and_then(|found| found.values.last());
        let is_alike = value.is_some_and(|value| is_joined || value.unit.as_deref() == Some(figure.unit()));
        let based = last.filter(|_| is_alike).and_then(|found| list::with_base(&metric, &found.metric, is_joined));
        based.unwrap_or(metric)
    }

    /// What a part of a whole is that only names the part: 云山市养老床位 of 云山市 in 全市养老床位90张，其中云山市20张; with the metric of the
    /// whole. `is_part` says that 其中 opens the segment.
    pub(super) fn of_whole(&self, name: &str, figure: &Figure, is_part: bool) -> Option<(String, Option<String>)> {
        let last = self.last_found()?;
        let unit = last.values.last().and_then(|value| value.unit.as_deref()).map(fold_cell).unwrap_or_default();
        let whole = self.divided.as_deref().unwrap_or(&last.metric);
        let without_scale = |unit: &str| SCALES.strip_prefix(unit).unwrap_or(unit).to_owned();
        if without_scale(&unit) != without_scale(figure.unit()) {
            return None;
        }
        let of_share = || part::of_whole(name, whole).filter(|_| figure.is_share());
        let of_part = || part::of_place(name, whole).or_else(|| part::of_level(name, whole)).or_else(of_share);
        let named = is_part.then(of_part).flatten().or_else(|| part::of_area(name, whole));
        let named = named.or_else(|| part::of_counted(name, whole));
        named.map(|name| (name, Some(whole.to_owned())))
    }

    /// A metric with the part of which it tells before it, or what is measured of a part that stands alone, and in these cases
    /// the measure itself.
    pub(super) fn of_part(&self, metric: String, figure: &Figure) -> (String, Option<String>) {
        if let Some((measure, parts)) = part::behind_measure(&metric) {
            return (format!("{parts}{measure}"), Some(measure.to_owned()));
        }
        let is_alike = |value: &TargetValue| value.unit.as_deref().map(fold_cell).unwrap_or_default() == figure.unit();
        let last = self.last_found().filter(|found| found.values.last().is_some_and(is_alike));
        let measure = last.and_then(|found| {
            let rate = Some(found.metric.as_str()).filter(|metric| metric::is_rate(metric));
            self.divided.as_deref().or(rate)
        });
        match measure.and_then(|measure| Some((part::of_measure(&metric, measure)?, Some(measure.to_owned())))) {
            Some(of_part) => of_part,
            None => (metric, None),
        }
    }
}
