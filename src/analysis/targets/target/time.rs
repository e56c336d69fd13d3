//! Years in a sentence, and what each is: a year to come, the base of a comparison, or the time of a result.
//!
//! ```text
//! 到2022年和2030年，  2025年底前，  “十四五”末      due
//! 比2015年  在2019年和2022年基础上  从2016年的     base
//! 2020年，（in a report）  截至2020年  “十三五”期间  past
//! ```

mod base;
mod outlook;

use std::ops::Range;

use crate::analysis::targets::target::sentence::Sentence;
use crate::lexicon::Words;
use crate::lexicon::change::{CHANGE_VERBS, RARE_CHANGE_VERBS};
use crate::lexicon::heading::ONE_TO_NINE;
use crate::lexicon::punctuation::FOLDED_CLAUSE_ENDS;
use crate::lexicon::target::CONJUNCTIONS;
use crate::lexicon::time::{
    BASE_YEAR_PREFIXES, BASE_YEAR_SUFFIXES, BEFORE_VALUES, DUE_YEAR_PREFIXES, EARLIER_PLANS, FORECASTS, NAMED_BY_YEAR,
    PARTS_OF_YEAR, PERIOD_ENDS, PERIOD_NAMES, PERIOD_SPANS, PERIOD_VERBS, PERIODS_TO_FILL, PLAN_ENDS, PLAN_SPANS,
    RESULT_YEAR_PREFIXES, SPAN_JOINTS, START_YEAR_PREFIXES, VERBS_IN_TO, YEAR_SUFFIXES,
};
use crate::lexicon::value::{AT_LEAST, AT_MOST, COMES_TO, MORE_THAN, STATED_BY, STAYING};
use crate::text::numeral;

/// The years that a plan can name.
pub(super) const YEARS: std::ops::RangeInclusive<u16> = 1990..=2060;

/// The year in which the eleventh five-year period would have begun at zero: 第十四个五年 ends in 2025.
const PERIOD_ZERO: u16 = 1955;

/// Longest value to start from, in characters.
const LONGEST_START: usize = 16;
/// The meaning of a year for the values near it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Targets are due by these years.
    Due(Vec<u16>),
    /// Figures are due by the last year of this period (“十四五”期间，新增托位500个); what else is said of it is no target.
    Within(u16),
    /// Values are compared with those of this year.
    Base,
    /// The text reports a result of this year.
    Past,
}

/// Years that a sentence mentions, with their place and meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimeMention {
    /// The characters of the sentence that state the years, with the words around them.
    pub(super) at: Range<usize>,
    pub(super) sense: Sense,
    /// Whether words around the years say that something is due by then: 到2025年, 2025年底前.
    pub(super) is_deadline: bool,
}

/// From which year on the years of a plan are in its future.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Horizon {
    /// First year that can be due with 到 before it; 0 if the plan does not say when it begins.
    pub(super) first_year: u16,
    /// First year that can be due without such a word.
    pub(super) first_bare_year: u16,
    /// The last year of the plan, to which 规划期末 refers; `None` if the plan does not say when it ends.
    pub(super) last_year: Option<u16>,
    /// Whether a year without 到 is past whatever its number, as in a preface.
    pub(super) is_preface: bool,
    /// Whether results are read and not targets: then the year of a result (截至2020年) is the one that counts.
    pub(super) wants_results: bool,
}

/// All mentions of years in a sentence, in their order.
pub(super) fn mentions(sentence: &Sentence, horizon: Horizon) -> Vec<TimeMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.folded.len() {
        let base = || {
            let end = base::end(sentence, at)?;
            Some(TimeMention { at: at..end, sense: Sense::Base, is_deadline: false })
        };
        let mention = base().or_else(|| outlook::span(sentence, at, horizon));
        let mention = mention.or_else(|| years(sentence, at, horizon)).or_else(|| period(sentence, at, horizon));
        let mention = mention.or_else(|| own_period(sentence, at, horizon));
        at = mention.as_ref().map_or(at + 1, |mention| mention.at.end);
        found.extend(mention);
    }
    outlook::expect(sentence, &mut found);
    found
}

/// The list of years that begins at this place; `None` if none does.
fn years(sentence: &Sentence, from: usize, horizon: Horizon) -> Option<TimeMention> {
    let follows_digit = from.checked_sub(1).and_then(|at| sentence.folded.get(at)).is_some_and(|c| digit(*c).is_some());
    let (first, mut end) = year(sentence, from).filter(|_| !follows_digit)?;
    let mut years = vec![first];
    let mut is_span = false;
    let mut closed = sentence.has_at(end, "年");
    end += usize::from(closed);
    loop {
        let next = |joint: &str| {
            let at = end + joint.chars().count();
            let joined = sentence.has_at(end, joint);
            year(sentence, at).filter(|_| joined)
        };
        let list_joints = CONJUNCTIONS.iter().chain(["、", ",", ""]);
        let joined = list_joints.into_iter().find_map(|joint| Some((next(joint)?, false)));
        let Some(((next, to), span)) =
            joined.or_else(|| SPAN_JOINTS.iter().find_map(|joint| Some((next(joint)?, true))))
        else {
            break;
        };
        // A number without 年 (2022年和2030) is no year, unless a later number of the list has it.
        let marked = sentence.has_at(to, "年");
        if !marked && closed {
            break;
        }
        closed = marked;
        is_span |= span;
        years.push(next);
        end = to + usize::from(marked);
    }
    // 2030年可持续发展议程 is the name of a document.
    let is_name = NAMED_BY_YEAR.iter().any(|name| sentence.has_at(end, name));
    (closed && !is_name).then(|| sense(sentence, from..end, years, is_span, horizon))
}

/// The end of the month, the day or the half of the year that stands at this place behind a year, or the
/// place itself: 6月 in 2024年6月底前.
fn part_of_year(sentence: &Sentence, from: usize) -> usize {
    let number = |from: usize, unit: &str| {
        let is_digit = |at: &usize| sentence.folded.get(*at).is_some_and(char::is_ascii_digit);
        let n_digits = (from..from + 2).take_while(is_digit).count();
        Some(from + n_digits).filter(|end| n_digits > 0 && sentence.has_at(*end, unit)).map(|end| end + 1)
    };
    let month = number(from, "月").map(|month| month + usize::from(sentence.has_at(month, "份")));
    let day = month.map(|month| number(month, "日").unwrap_or(month));
    let part = || {
        let part = PARTS_OF_YEAR.iter().find(|part| sentence.has_at(from, part));
        part.map(|part| from + part.chars().count())
    };
    day.or_else(part).unwrap_or(from)
}

/// The meaning of a list of years, by the words around it.
fn sense(sentence: &Sentence, at: Range<usize>, mut years: Vec<u16>, is_span: bool, horizon: Horizon) -> TimeMention {
    let before = |words: &Words| {
        words.iter().filter(|word| sentence.has_before(at.start, word)).map(|w| w.chars().count()).max()
    };
    let after = |words: &Words| words.iter().find(|word| sentence.has_at(at.end, word)).map(|w| w.chars().count());
    let day = part_of_year(sentence, at.end);
    let suffix = YEAR_SUFFIXES.iter().find(|word| sentence.has_at(day, word));
    let end = day + suffix.map_or(0, |word| word.chars().count());
    if let Some(n_past) = before(&RESULT_YEAR_PREFIXES) {
        let sense = if horizon.wants_results { Sense::Due(years) } else { Sense::Past };
        return TimeMention { at: at.start - n_past..end, sense, is_deadline: false };
    }
    if let Some(n_after) = after(&BASE_YEAR_SUFFIXES) {
        let n_before =
            before(&BASE_YEAR_PREFIXES).or_else(|| sentence.has_before(at.start, "在").then_some(1)).unwrap_or(0);
        return TimeMention { at: at.start - n_before..at.end + n_after, sense: Sense::Base, is_deadline: false };
    }
    let is_due = years.last().is_some_and(|year| *year >= horizon.first_bare_year);
    if let Some(n_before) = before(&BASE_YEAR_PREFIXES).filter(|_| !is_due || !closes_name(sentence, at.start, end)) {
        let from = at.start - n_before;
        let end = if START_YEAR_PREFIXES.iter().any(|word| sentence.has_at(from, word)) {
            start_value(sentence, end)
        } else {
            end
        };
        return TimeMention { at: from..end, sense: Sense::Base, is_deadline: false };
    }
    if names_period(sentence, at.start) {
        return TimeMention { at: at.start..end, sense: Sense::Base, is_deadline: false };
    }
    let is_verb = VERBS_IN_TO.iter().any(|verb| sentence.has_before(at.start, verb));
    let lead = before(&DUE_YEAR_PREFIXES).filter(|_| !is_verb);
    let ends_before = suffix.is_some_and(|word| word.ends_with('前'));
    let from = if lead.is_some() || ends_before { horizon.first_year } else { horizon.first_bare_year };
    if is_span {
        years = years.last().copied().into_iter().collect();
    }
    years.retain(|year| *year >= from);
    let is_forecast = FORECASTS.iter().any(|word| sentence.has_before(at.start - lead.unwrap_or(0), word));
    let is_report = lead.is_none() && !ends_before && horizon.is_preface;
    let sense = if years.is_empty() || is_report || is_forecast { Sense::Past } else { Sense::Due(years) };
    // 于2022年 only says when.
    let is_deadline = ends_before || (lead.is_some() && !sentence.has_before(at.start, "于"));
    TimeMention { at: at.start - lead.unwrap_or(0)..end, sense, is_deadline }
}

/// Whether the 比 before years that stand from `start` to `end` closes the name of a share, whose value follows them: 床位占比2023年达到22%.
fn closes_name(sentence: &Sentence, start: usize, end: usize) -> bool {
    let has_value = |at: usize| {
        let words =
            [&COMES_TO, &AT_LEAST, &AT_MOST, &MORE_THAN, &STAYING, &STATED_BY].into_iter().flat_map(Words::iter);
        sentence.folded.get(at).is_some_and(char::is_ascii_digit)
            || words.into_iter().any(|word| sentence.has_at(at, word))
    };
    let behind = BEFORE_VALUES.iter().filter(|word| sentence.has_at(end, word)).map(|word| end + word.chars().count());
    sentence.has_before(start, "比") && (sentence.has_before(start, "占比") || behind.chain([end]).any(has_value))
}

/// Whether the years at this place are those for which a plan holds: 规划期为2021年至2025年.
fn names_period(sentence: &Sentence, at: usize) -> bool {
    let is_verb = |verb: &&str| sentence.has_before(at, verb);
    PERIOD_VERBS.iter().filter(is_verb).any(|verb| {
        let end = at - verb.chars().count();
        PERIOD_NAMES.iter().any(|name| sentence.has_before(end, name))
    })
}

/// The end of the value of the base year, which is before the verb: 从2020年的11.2%下降到.
fn start_value(sentence: &Sentence, end: usize) -> usize {
    let reach = (end + LONGEST_START).min(sentence.folded.len());
    let is_verb =
        |at: &usize| CHANGE_VERBS.iter().chain(RARE_CHANGE_VERBS.iter()).any(|verb| sentence.has_at(*at, verb));
    let before_verb =
        (end..reach).take_while(|at| !sentence.folded.get(*at).is_some_and(|mark| FOLDED_CLAUSE_ENDS.contains(*mark)));
    before_verb.into_iter().find(is_verb).unwrap_or(end)
}

/// The five-year period at this place: its end is due, an earlier period is past, the current period names no year.
fn period(sentence: &Sentence, at: usize, horizon: Horizon) -> Option<TimeMention> {
    let year = period_at(sentence, at)?;
    let quoted = |at: usize| usize::from(sentence.has_at(at, "\""));
    let end = at + 3 + quoted(at + 3);
    let start = at - usize::from(sentence.has_before(at, "\""));
    let closing = PERIOD_ENDS.iter().find(|word| sentence.has_at(end, word));
    let spans = || PERIOD_SPANS.iter().find(|word| sentence.has_at(end, word));
    let base = BASE_YEAR_PREFIXES.iter().filter(|word| sentence.has_before(start, word)).max_by_key(|word| word.len());
    if let (Some(base), Some(word)) = (base, closing.or_else(spans)) {
        let at = start - base.chars().count()..end + word.chars().count();
        return Some(TimeMention { at, sense: Sense::Base, is_deadline: false });
    }
    if let Some(word) = closing.filter(|_| year >= horizon.first_year) {
        let n_before = usize::from(sentence.has_before(start, "到") || sentence.has_before(start, "至"));
        let at = start - n_before..end + word.chars().count();
        return Some(TimeMention { at, sense: Sense::Due(vec![year]), is_deadline: true });
    }
    // “十三五”末 ended before the plan begins.
    if let Some(word) = closing.filter(|_| !horizon.wants_results && year < horizon.first_year) {
        let at = start..end + word.chars().count();
        return Some(TimeMention { at, sense: Sense::Past, is_deadline: false });
    }
    let lasting = spans()?;
    let is_ahead = year > horizon.first_bare_year;
    let fills = PERIODS_TO_FILL.contains(lasting) || PLAN_SPANS.contains(lasting);
    let counts = fills && !horizon.is_preface && !horizon.wants_results;
    let sense = if is_ahead { Some(Sense::Within(year)).filter(|_| counts)? } else { Sense::Past };
    Some(TimeMention { at: start..end + lasting.chars().count(), sense, is_deadline: false })
}

/// The time of the plan itself at this place, which names no year: its last year is due at its end (到规划期末), and figures are due by
/// that year in its course (规划期内).
fn own_period(sentence: &Sentence, at: usize, horizon: Horizon) -> Option<TimeMention> {
    let year = horizon.last_year.filter(|_| !horizon.wants_results && !horizon.is_preface)?;
    let here = |words: &Words| words.iter().find(|word| sentence.has_at(at, word));
    let closing = here(&PLAN_ENDS);
    let word = closing.or_else(|| here(&PLAN_SPANS))?;
    let arrives = sentence.has_before(at, "到") || sentence.has_before(at, "至");
    let from = at - usize::from(arrives && closing.is_some());
    let is_earlier = EARLIER_PLANS.iter().any(|word| sentence.has_before(at, word));
    let is_base = BASE_YEAR_PREFIXES.iter().any(|word| sentence.has_before(at, word));
    let sense = match closing {
        _ if is_earlier => Sense::Past,
        _ if is_base => Sense::Base,
        Some(_) => Sense::Due(vec![year]),
        None => Sense::Within(year),
    };
    let is_deadline = matches!(sense, Sense::Due(_));
    Some(TimeMention { at: from..at + word.chars().count(), sense, is_deadline })
}

/// The last year of the five-year period whose name begins at this place.
fn period_at(sentence: &Sentence, at: usize) -> Option<u16> {
    let is_period = sentence.has_at(at, "十") && sentence.has_at(at + 2, "五");
    let ordinal = sentence.folded.get(at + 1).and_then(|mark| digit(*mark)).filter(|ordinal| *ordinal > 0)?;
    is_period.then_some(PERIOD_ZERO + 5 * (10 + ordinal))
}

/// The year that begins at this place with four digits, and its end.
fn year(sentence: &Sentence, at: usize) -> Option<(u16, usize)> {
    let digits = sentence.folded.get(at..at + 4)?;
    // 二Ｏ三Ｏ年 is printed with letters for its zeros, which the folded text has as small ones.
    let is_spelled = digits.first().is_some_and(|first| ONE_TO_NINE.contains(*first));
    let digit_of_year = |mark: char| digit(mark).or((is_spelled && matches!(mark, 'o' | '◯')).then_some(0));
    let year = digits.iter().try_fold(0, |year, mark| Some(year * 10 + digit_of_year(*mark)?))?;
    let goes_on = sentence.folded.get(at + 4).is_some_and(|mark| digit(*mark).is_some() || *mark == '.');
    (YEARS.contains(&year) && !goes_on).then_some((year, at + 4))
}

fn digit(mark: char) -> Option<u16> {
    numeral::digit(mark).and_then(|digit| u16::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str, horizon: Horizon) -> Vec<Sense> {
        let sentences = Sentence::all(text);
        sentences.iter().flat_map(|sentence| mentions(sentence, horizon)).map(|mention| mention.sense).collect()
    }

    #[test]
    fn years_by_the_words_around_them() {
        let due = |years: &[u16]| Sense::Due(years.to_vec());
        let horizon = Horizon { first_year: 2021, first_bare_year: 2022, ..Horizon::default() };
        for (text, expected) in [
            ("到2022年和2030年，", vec![due(&[2022, 2030])]),
            ("到2022年2030年，", vec![due(&[2022, 2030])]),
            ("到2025、2030年，", vec![due(&[2025, 2030])]),
            ("2026年、2027年及2028年", vec![due(&[2026, 2027, 2028])]),
            ("2025年底前完成", vec![due(&[2025])]),
            ("2024年6月底前完成", vec![due(&[2024])]),
            ("2023年12月31日前", vec![due(&[2023])]),
            ("已于2024年建成", vec![Sense::Past]),
            ("2030年可持续发展议程", vec![]),
            ("到二〇三〇年", vec![due(&[2030])]),
            ("到“十四五”末", vec![due(&[2025])]),
            ("“十三五”期间", vec![Sense::Past]),
            ("“十四五”时期", vec![Sense::Within(2025)]),
            ("“十四五”以来", vec![]),
            ("比“十三五”末提高", vec![Sense::Base]),
            ("2020年，全市", vec![Sense::Past]),
            ("2021年，全市", vec![Sense::Past]),
            ("到2021年", vec![due(&[2021])]),
            ("截至2024年底", vec![Sense::Past]),
            ("2015年到2020年", vec![Sense::Past]),
            ("比2015年降低10%", vec![Sense::Base]),
            ("分别在2019年和2022年基础上提高", vec![Sense::Base]),
            ("与2020年相比，2025年", vec![Sense::Base, due(&[2025])]),
            ("从2020年的11%下降到2025年的10%", vec![Sense::Base, due(&[2025])]),
            ("规划期为2021年至2025年", vec![Sense::Base]),
            ("预计到2025年", vec![Sense::Past]),
            ("预计未来五年年均增长8%，到2025年将突破4万人次", vec![Sense::Past, Sense::Past]),
            ("据测算，“十四五”时期持续增加，到2025年达到", vec![Sense::Past, Sense::Past]),
            ("预计未来几年需求增加，力争到2025年", vec![Sense::Past, due(&[2025])]),
            ("预计总投资3亿元，到2025年建成", vec![due(&[2025])]),
            ("近三年，全市共排查隐患", vec![Sense::Past]),
            ("比近三年平均水平下降", vec![]),
            ("治疗率在现有基础上提高", vec![Sense::Base]),
            ("治疗率在现有（2020年）基础上提高", vec![Sense::Base]),
            ("在此基础上，到2025年再提高", vec![Sense::Base, due(&[2025])]),
            ("标准在2020年每人每月150元基础上提高", vec![Sense::Base]),
            ("供给较现有水平增长", vec![Sense::Base]),
            ("在现有基础上建设平台", vec![]),
            ("床位占比2023年达到22%，2025年达到", vec![due(&[2023]), due(&[2025])]),
            ("医护比2025年分别达到", vec![due(&[2025])]),
            ("床位数比2020年分别增长", vec![Sense::Base]),
            ("满意度比2020年提高到", vec![Sense::Base]),
            ("床位数比2022年累计提高", vec![Sense::Base]),
            ("《行动（2019—2030年）》", vec![]),
            ("“健康中国2030”", vec![]),
            ("电话12320年中", vec![]),
            ("2025 3030年 1889年", vec![]),
        ] {
            assert_eq!(senses(text, horizon), expected, "{text}");
        }
        let preface = Horizon { is_preface: true, ..Horizon::default() };
        assert_eq!(senses("2025年达到。到2030年", preface), [Sense::Past, Sense::Due(vec![2030])]);
    }
}
