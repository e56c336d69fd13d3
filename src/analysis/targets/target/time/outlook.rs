//! Sentences that tell what is expected or what has been, and set nothing: 预计未来五年…，到2025年将突破…; 近三年，….

use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::punctuation::FOLDED_CLAUSE_ENDS;
use crate::lexicon::target::PLEDGES;
use crate::lexicon::time::{BEFORE_FORECASTS, FORECASTS, PERIOD_SPANS, SPANS_AHEAD, SPANS_BEHIND};
use crate::text::numeral;

use super::{Horizon, Sense, TimeMention, period_at, year};

/// The mention at this place of years to come of which a forecast is made (预计未来五年), or of years gone by (近三年); `None` if there
/// is none.
pub(super) fn span(sentence: &Sentence, at: usize, horizon: Horizon) -> Option<TimeMention> {
    if !opens_clause(sentence, at) {
        return None;
    }
    let ahead = || span_ahead(sentence, behind_forecast(sentence, at)?);
    let end = if horizon.wants_results { ahead() } else { ahead().or_else(|| span_behind(sentence, at)) };
    Some(TimeMention { at: at..end?, sense: Sense::Past, is_deadline: false })
}

/// Takes the years behind the forecast of a sentence for what is expected and not for what is due, up to those that something is
/// pledged for (力争到2025年).
pub(super) fn expect(sentence: &Sentence, mentions: &mut [TimeMention]) {
    let opens = |at: &usize| {
        opens_clause(sentence, *at)
            && behind_forecast(sentence, *at).is_some_and(|end| {
                let end = end + usize::from(sentence.has_at(end, "到") || sentence.has_at(end, "至"));
                span_ahead(sentence, end).is_some() || year(sentence, end).is_some()
            })
    };
    let Some(from) = (0..sentence.folded.len()).find(opens) else { return };
    let is_pledged = |mention: &TimeMention| {
        let at = mention.at.start;
        PLEDGES.iter().any(|word| sentence.has_before(at, word) || sentence.has_at(at, word))
    };
    let behind = mentions.iter_mut().filter(|mention| mention.at.start >= from);
    for mention in behind.take_while(|mention| !is_pledged(mention)) {
        if matches!(mention.sense, Sense::Due(_)) {
            mention.sense = Sense::Past;
            mention.is_deadline = false;
        }
    }
}

/// Whether a clause begins at this place.
fn opens_clause(sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| sentence.folded.get(at));
    before.is_none_or(|mark| FOLDED_CLAUSE_ENDS.contains(*mark))
}

/// The end of the words at this place that open a forecast: 预计, 据测算，.
fn behind_forecast(sentence: &Sentence, at: usize) -> Option<usize> {
    let n_before =
        BEFORE_FORECASTS.iter().filter(|word| sentence.has_at(at, word)).map(|word| word.chars().count()).max();
    let from = at + n_before.unwrap_or(0);
    let end = FORECASTS.iter().find(|word| sentence.has_at(from, word)).map(|word| from + word.chars().count())?;
    Some(end + usize::from(n_before.is_some() && sentence.has_at(end, ",")))
}

/// The end of the years to come at this place: 未来五年, “十四五”期间.
fn span_ahead(sentence: &Sentence, at: usize) -> Option<usize> {
    let word = SPANS_AHEAD.iter().find(|word| sentence.has_at(at, word));
    if let Some(word) = word {
        return Some(years_behind(sentence, at + word.chars().count()).unwrap_or(at + word.chars().count()));
    }
    let from = at + usize::from(sentence.has_at(at, "\""));
    let end = period_at(sentence, from).map(|_| from + 3)?;
    let end = end + usize::from(sentence.has_at(end, "\""));
    PERIOD_SPANS.iter().find(|word| sentence.has_at(end, word)).map(|word| end + word.chars().count())
}

/// The end of the years gone by at this place: 近三年, 近五年来.
fn span_behind(sentence: &Sentence, at: usize) -> Option<usize> {
    let word = SPANS_BEHIND.iter().find(|word| sentence.has_at(at, word))?;
    let end = years_behind(sentence, at + word.chars().count())?;
    Some(end + usize::from(sentence.has_at(end, "来")))
}

/// The end of a number of years at this place: 五年, 几年.
fn years_behind(sentence: &Sentence, at: usize) -> Option<usize> {
    let is_number = |at: &usize| {
        sentence
            .folded
            .get(*at)
            .is_some_and(|mark| numeral::digit(*mark).is_some() || matches!(mark, '几' | '两' | '十'))
    };
    let end = at + (at..at + 2).take_while(is_number).count();
    (end > at && sentence.has_at(end, "年")).then_some(end + 1)
}
