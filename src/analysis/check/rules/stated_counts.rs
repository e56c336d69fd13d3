//! Two sentences that count one thing of the whole place and differ, in wordings that no target has: 全市共有三级医院9家 and
//! 全市11家三级医院, and over one period 新建社区食堂45家 and 建成社区食堂38家.
//!
//! A count is read only where the own place (全市) stands right before it and its time is known, so that the counts of a
//! part, or of another year, are not compared.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::are_told;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::change::CHANGE_VERBS;
use crate::lexicon::count::{
    ALL_BEFORE, ALL_OF_THEM, BEFORE_COUNTS, BEHIND_COUNTED, COMPARING_CHARS, COUNTED_IN_TWO, COUNTING_ALL,
    COUNTS_OF_ALL, DISTRIBUTIVES, DONE_BY_SOME, INSTITUTION_COUNTERS, OF_ALL_KINDS, OWNERS_OF_ALL, OWNING_VERBS,
    SETTING_UP_VERBS,
};
use crate::lexicon::metric::{COUNT_ENDINGS, OWN_PLACES};
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::target::PLEDGES;
use crate::lexicon::time::{FIVE_YEARS_BEHIND, NOW_WORDS, PERIOD_SPANS, WITHIN_PERIODS};
use crate::lexicon::unit::{COUNTERS, PEOPLE, SCALES};
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::model::{Confidence, Plan};
use crate::registry::unit;
use crate::words::findings::figures;

/// Fewest and most characters of the name of what is counted. Two are enough only for a few names.
const NAME: std::ops::RangeInclusive<usize> = 2..=16;

/// Most characters before a count that are read for its name.
const LONGEST_RUN: usize = 40;

/// Most characters between the beginning of a sentence and its count in which the time is looked for.
const LONGEST_SENTENCE: usize = 100;

/// First words of a sentence whose counts are of all that there is by then.
const STOCK_OPENING: &str = "截至";

/// Years in a five-year plan.
const PLAN_YEARS: u16 = 5;

/// What a sum of printed decimals may be off.
const TOLERANCE: f64 = 1e-6;

/// The year or the period for which a count holds.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Time {
    Year(u16),
    /// The five-year plan with this last year, from its first to its last day.
    Period(u16),
    /// The present of a plan that does not say when it begins.
    Present,
}

/// What makes two counts comparable: the thing, the time, the unit, and how the things came about; empty for those that are
/// there, the verb for those that came in one year, 新建 for all that came within a period.
type Key = (String, Time, String, &'static str);

/// A count as a sentence states it.
struct Stated {
    keys: Vec<Key>,
    number: f64,
    /// Half of its last digit, by which it may be rounded.
    rounding: f64,
    /// Its value as the sentence prints it, with the unit.
    raw: String,
    citation: Citation,
}

/// Counts of one thing at one time that differ, each pair of wordings once.
pub(crate) fn counts_in_other_words(reading: &Reading) -> Vec<FindingDraft> {
    let base_year = base_year(reading);
    let in_passage = |passage: &Passage| {
        let numbers = numbers::find_numbers(&passage.chars);
        numbers.iter().filter_map(|number| stated(reading.plan, passage, number, base_year)).collect::<Vec<_>>()
    };
    let texts = reading.passages.iter().filter(|passage| !passage.is_title());
    let all: Vec<Stated> = texts.flat_map(in_passage).collect();
    let mut firsts: HashMap<&Key, &Stated> = HashMap::new();
    let mut drafts = Vec::new();
    for other in &all {
        for key in &other.keys {
            let one = *firsts.entry(key).or_insert(other);
            let is_other = (one.number - other.number).abs() > one.rounding + other.rounding + TOLERANCE;
            if is_other
                && one.citation.line != other.citation.line
                && !are_told(&reading.text_figures, (one.citation.line, &one.raw), (other.citation.line, &other.raw))
            {
                let what = figures::two_counts(&key.0, &one.raw, &other.raw);
                let citations = [one.citation.clone(), other.citation.clone()];
                drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
                break;
            }
        }
    }
    drafts
}

/// The last year before the plan begins, which its present is.
fn base_year(reading: &Reading) -> Option<u16> {
    let first: u16 = reading.plan.period.as_deref()?.get(..4)?.parse().ok()?;
    first.checked_sub(1)
}

/// Reads the count that a number states; `None` for a number of anything but things of the whole place.
fn stated(plan: &Plan, passage: &Passage, number: &TextNumber, base_year: Option<u16>) -> Option<Stated> {
    let chars = &passage.chars;
    let (scale, counter) = without_scale(&number.unit);
    let behind: String = chars.iter().skip(number.to).take(LONGEST_RUN).collect();
    let is_bound = OR_MORE.begins(&behind) || OR_LESS.begins(&behind) || OR_SO.begins(&behind);
    if !is_counter(counter) || is_bound {
        return None;
    }
    let is_of_name = |c: char| is_han(c) || matches!(c, '（' | '）');
    let before = chars.get(..number.from)?;
    let run = before.iter().rev().take(LONGEST_RUN).take_while(|c| is_of_name(**c)).count();
    let from = number.from - run;
    let run: String = before.get(from..)?.iter().collect();
    let all = ALL_BEFORE.iter().find(|word| run.ends_with(word));
    let of_place = all
        .map(|_| "")
        .or_else(|| behind_own_place(plan, &run))
        .or_else(|| of_whole(before, from, &run))
        .or_else(|| part_of_whole(before, from, &run))?;
    let (verb, rest) = without_verbs(of_place);
    let name = without_value_words(rest)?;
    // 全市11家三级医院 that open their sentence are all of them, whatever is said of them.
    let opens = all.is_some()
        || of_place.ends_with('的')
        || OWN_PLACES.prefix_of(&run).is_some_and(|place| run.get(place.len()..) == Some(of_place))
            && is_opening(before.get(..from)?)
            && !DONE_BY_SOME.is_in(&behind);
    let names = if name.is_empty() { names_behind(&behind, opens) } else { vec![name.to_owned()] };
    let mut names: Vec<String> = names.into_iter().filter(|name| is_name(name)).collect();
    let bare =
        names.first().and_then(|name| OWNERS_OF_ALL.strip_prefix(name)).filter(|bare| COUNTED_IN_TWO.contains(bare));
    names.extend(bare.map(str::to_owned));
    let is_present = opens || verb.is_none() && OWNING_VERBS.begins(of_place) || name.is_empty();
    let time = time_of(passage, number, from, &run, base_year)
        .or_else(|| present_of(passage, from, base_year).filter(|_| is_present))?;
    let is_stock = before.get(..from)?.ends_with(&['，']) && opening_of(before, from).starts_with(STOCK_OPENING);
    let came = match (&time, verb) {
        (Time::Period(_), Some(_)) => "新建",
        (Time::Year(_), Some("建成")) if is_stock => "",
        // 全市已建成服务站216个 are those that there are.
        (Time::Year(_) | Time::Present, Some("建成")) if of_place.starts_with("已建成") => "",
        (Time::Year(_) | Time::Present, Some("建成")) | (Time::Period(_), None) => return None,
        (Time::Year(_) | Time::Present, verb) => verb.unwrap_or_default(),
    };
    let place = number.from - of_place.chars().count();
    let end = number.to + if name.is_empty() { names.first().map_or(0, |name| name.chars().count()) } else { 0 };
    let keys: Vec<Key> = names.into_iter().map(|name| (name, time.clone(), same_counter(counter), came)).collect();
    let printed: String = chars.get(number.from..number.to)?.iter().collect();
    let decimals = printed.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
    // A number without decimals is exact unless a scale stands behind it: 9家, 3万人.
    let half = if decimals == 0 && scale <= 1.0 { 0.0 } else { 0.5 * 0.1_f64.powi(i32::try_from(decimals).ok()?) };
    (!keys.is_empty()).then(|| Stated {
        keys,
        number: number.value * scale,
        rounding: half * scale,
        raw: printed,
        citation: passage.cite(place, end),
    })
}

/// How many the scale of a unit stands for, and the unit without it: 万名.
fn without_scale(unit: &str) -> (f64, &str) {
    let scale = SCALES.prefix_of(unit).unwrap_or_default();
    let factor = match scale {
        "百" => 1e2,
        "千" => 1e3,
        "万" => 1e4,
        "亿" => 1e8,
        _ => 1.0,
    };
    if factor > 1.0 { (factor, unit.get(scale.len()..).unwrap_or_default()) } else { (1.0, unit) }
}

/// Whether a unit counts people or things.
fn is_counter(unit: &str) -> bool {
    let canonical = unit::canonical(unit);
    COUNTERS.contains(unit) || PEOPLE.contains(&canonical) || matches!(unit, "户" | "台" | "辆")
}

/// One counter for those that plans use for one another.
fn same_counter(unit: &str) -> String {
    let mut chars = unit.chars();
    let is_institution = chars.next().is_some_and(|c| INSTITUTION_COUNTERS.contains(c)) && chars.next().is_none();
    if is_institution || unit == "处" { "个".to_owned() } else { unit::canonical(unit) }
}

/// What stands behind the last name of the own place (全市, 东川市), unless the place is compared with or is a whole.
fn behind_own_place<'r>(plan: &Plan, run: &'r str) -> Option<&'r str> {
    let named = plan.region.as_deref().filter(|place| !place.is_empty());
    let end_of = |place: &str| run.rfind(place).map(|at| (at, at + place.len()));
    let ends = OWN_PLACES.iter().filter_map(end_of).chain(named.and_then(end_of));
    let (at, end) = ends.max()?;
    let is_other = COMPARING_CHARS.ends(run.get(..at)?);
    run.get(end..).filter(|_| !is_other)
}

/// What stands before a count in a clause of its own, which says that it is of all there are (共有医院9家, 医院总数达到9家) behind
/// a mark or the year of the sentence.
fn of_whole<'r>(before: &[char], from: usize, run: &'r str) -> Option<&'r str> {
    let run = ["年末", "年底", "年"].iter().find_map(|year| run.strip_prefix(*year)).unwrap_or(run);
    let is_apart = from.checked_sub(1).and_then(|at| before.get(at)).is_none_or(|mark| !is_han(*mark));
    let is_all = COUNTING_ALL.begins(run) || COUNTS_OF_ALL.iter().any(|word| run.contains(word));
    (is_apart && is_all).then_some(run)
}

/// The name of a part in a list of all things that the place has: 共有各类机构402所，其中医院21所、村卫生室318所.
fn part_of_whole<'r>(before: &[char], from: usize, run: &'r str) -> Option<&'r str> {
    let mark = from.checked_sub(1).and_then(|at| before.get(at))?;
    let name = run.strip_prefix("其中").unwrap_or(run);
    let sentence = opening_of(before, from);
    let (whole, list) =
        sentence.split_once("其中").or_else(|| Some((sentence.as_str(), "")).filter(|_| run != name))?;
    let is_list = !list.contains('，') && !list.contains('；') && (*mark == '、' || run != name);
    (is_list && COUNTING_ALL.is_in(whole) && !whole.contains('：')).then_some(name)
}

/// A text without the verbs of having and setting up that it begins with, and which of the latter there was.
fn without_verbs(text: &str) -> (Option<&'static str>, &str) {
    let (mut verb, mut rest) = (None, text);
    loop {
        if let Some(found) = SETTING_UP_VERBS.prefix_of(rest) {
            verb = verb.or(Some(found));
            rest = rest.get(found.len()..).unwrap_or_default();
        } else if let Some(left) = OWNING_VERBS.strip_prefix(rest).or_else(|| OF_ALL_KINDS.strip_prefix(rest)) {
            rest = left;
        } else {
            return (verb, rest);
        }
    }
}

/// A name without the words between it and its number; `None` if they say that the number is about right or a bound.
fn without_value_words(text: &str) -> Option<&str> {
    let is_rough = |text: &str| ABOUT.ends(text) || COMPARISONS.ends(text) || text.ends_with(['近', '超', '逾']);
    if is_rough(text) {
        return None;
    }
    let mut name = text;
    while let Some(rest) = BEFORE_COUNTS.strip_suffix(name).or_else(|| COUNTS_OF_ALL.strip_suffix(name)) {
        name = rest;
    }
    Some(COUNT_ENDINGS.strip_suffix(name).unwrap_or(name)).filter(|name| !is_rough(name))
}

/// Whether a run of words opens its sentence.
fn is_opening(before: &[char]) -> bool {
    before.last().is_none_or(|c| SENTENCE_ENDS.contains(*c))
}

/// The sentence of a position up to it.
fn opening_of(before: &[char], at: usize) -> String {
    let before = before.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|c| SENTENCE_ENDS.contains(*c)).map_or(0, |end| end + 1);
    before.get(start..).unwrap_or_default().iter().collect()
}

/// The present, where the sentence of a count names no time and nothing that is still to come.
fn present_of(passage: &Passage, from: usize, base_year: Option<u16>) -> Option<Time> {
    let sentence = opening_of(&passage.chars, from);
    let is_timeless = !sentence.contains('年') && FIVE_YEAR_PLANS.iter().all(|(name, _)| !sentence.contains(name));
    let time = base_year.map_or(Time::Present, Time::Year);
    (is_timeless && !PLEDGES.is_in(&sentence)).then_some(time)
}

/// The names that what stands behind a count may begin with, as far as a word behind them ends them: 三级医院|中. Where the
/// count opens its sentence, any of its beginnings may be one.
fn names_behind(behind: &str, opens: bool) -> Vec<String> {
    let chars: Vec<char> = behind.chars().take_while(|c| is_han(*c)).take(*NAME.end() + 1).collect();
    let is_whole = |at: usize| {
        let rest: String = chars.iter().skip(at).collect();
        ALL_OF_THEM.begins(&rest)
    };
    let is_end = |at: usize| chars.get(at).is_none_or(|c| BEHIND_COUNTED.contains(*c)) || is_whole(at);
    let (ended, others): (Vec<usize>, Vec<usize>) =
        NAME.filter(|end| *end <= chars.len()).partition(|end| is_end(*end));
    let names = ended.into_iter().chain(others.into_iter().filter(|_| opens));
    names.filter_map(|end| Some(chars.get(..end)?.iter().collect())).collect()
}

/// Whether some words name a thing, and neither a change, a mean nor what each of many has.
fn is_name(name: &str) -> bool {
    let is_each = name.chars().any(|c| DISTRIBUTIVES.contains(c));
    let is_long = name.chars().count() > *NAME.start() || COUNTED_IN_TWO.contains(name);
    is_long && NAME.contains(&name.chars().count()) && !CHANGE_VERBS.is_in(name) && !is_each && !name.contains("均")
}

/// The time of a count: the year in brackets behind it, else the last one or the last period of its sentence before it,
/// else the present where a word says so.
fn time_of(passage: &Passage, number: &TextNumber, from: usize, run: &str, base_year: Option<u16>) -> Option<Time> {
    let chars = &passage.chars;
    if matches!(chars.get(number.to), Some('（' | '(')) {
        let bracket = chars.get(number.to + 1..number.to + 6)?;
        let year = year_at_end(&bracket.iter().collect::<String>());
        if let Some(year) = year {
            return Some(Time::Year(year)).filter(|_| base_year.is_none_or(|base| year <= base));
        }
    }
    let before = chars.get(from.saturating_sub(LONGEST_SENTENCE)..from)?;
    let start = before.iter().rposition(|c| SENTENCE_ENDS.contains(*c)).map_or(0, |end| end + 1);
    let sentence: String = before.get(start..)?.iter().collect::<String>() + run;
    let year = last_year(&sentence);
    let period = last_period(&sentence, base_year);
    let time = match (year, period) {
        (Some((year_at, _)), Some((period_at, last))) if period_at > year_at => Time::Period(last),
        (Some((_, year)), _) => Time::Year(year),
        (None, Some((_, last))) => Time::Period(last),
        (None, None) if WITHIN_PERIODS.is_in(&sentence) => Time::Period(base_year.map_or(0, |base| base + PLAN_YEARS)),
        (None, None) => Time::Year(base_year.filter(|_| NOW_WORDS.is_in(&sentence))?),
    };
    // What is still to come is a target, which another rule compares.
    let is_past = |year: u16| base_year.is_none_or(|base| year <= base);
    let is_ahead = matches!(time, Time::Year(year) if !is_past(year));
    (!is_ahead).then_some(time)
}

/// The last year that a text names, and where it stands.
fn last_year(text: &str) -> Option<(usize, u16)> {
    let end = |at: usize| at + '年'.len_utf8();
    text.rmatch_indices('年').find_map(|(at, _)| Some((at, year_at_end(text.get(..end(at))?)?)))
}

/// The year with 年 that a text ends with.
fn year_at_end(text: &str) -> Option<u16> {
    let head = text.strip_suffix('年')?;
    let digits = head.get(head.len().checked_sub(4)?..)?;
    digits.parse().ok().filter(|year| (1950..2100).contains(year))
}

/// The last period of five years that a text names (“十四五”期间, 五年来), by its last year, and where it stands.
fn last_period(text: &str, base_year: Option<u16>) -> Option<(usize, u16)> {
    let named = FIVE_YEAR_PLANS.iter().filter_map(|(name, last)| {
        let at = text.rfind(name)?;
        let behind = text.get(at + name.len()..)?.trim_start_matches('”');
        PERIOD_SPANS.begins(behind).then_some((at, *last))
    });
    let gone = FIVE_YEARS_BEHIND.iter().filter_map(|words| Some((text.rfind(words)?, base_year?)));
    named.chain(gone).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn counts_of_one_thing() {
        let two = |one: &str, other: &str| format!("一、基础\n{one}\n二、问题\n{other}\n");
        let cases: [(&str, &str, &[&str]); 14] = [
            (
                "2025年末，全市共有三级医院9家。",
                "截至2025年末，全市11家三级医院中有8家在城区。",
                &["[2, 4] 共有三级医院9家 | 11家三级医院"],
            ),
            (
                "2025年，全市血液透析床位达到120张。",
                "2025年，全市仅有血液透析床位96张。",
                &["[2, 4] 血液透析床位达到120张 | 仅有血液透析床位96张"],
            ),
            (
                "2025年底，全市共有养老护理员1860名。",
                "全市养老护理员1680人（2025年底），缺口大。",
                &["[2, 4] 共有养老护理员1860名 | 养老护理员1680人"],
            ),
            (
                "“十四五”期间，全市新建社区食堂45家。",
                "五年来，全市建成社区食堂38家。",
                &["[2, 4] 新建社区食堂45家 | 建成社区食堂38家"],
            ),
            (
                "目前，全市现有公立医院21所。",
                "2025年，全市有公立医院23家。",
                &["[2, 4] 现有公立医院21所 | 有公立医院23家"],
            ),
            // The same number, rounded or not; about; other years, things, places; what came and what is there.
            ("2025年，全市共有养老护理员1860名。", "2025年，全市养老护理员0.19万人。", &[]),
            ("2025年，全市共有养老护理员1860名。", "2025年，全市养老护理员近1900名。", &[]),
            ("2020年，全市共有三级医院9家。", "2025年，全市共有三级医院11家。", &[]),
            ("2025年，全市共有三级医院9家。", "2025年，全市共有三级专科医院2家。", &[]),
            ("2025年，全市共有三级医院9家。", "2025年，东山县共有三级医院2家。", &[]),
            ("2025年，全市共有社区食堂45家。", "2025年，全市新建社区食堂8家。", &[]),
            ("“十四五”期间，全市新建社区食堂45家。", "“十三五”期间，全市建成社区食堂38家。", &[]),
            ("“十四五”期间，全市新建社区食堂45家。", "2025年，全市建成社区食堂38家。", &[]),
            ("2025年，全市共有社区食堂45家。", "2025年，全市38家社区食堂通过验收。", &[]),
        ];
        for (one, other, expected) in cases {
            check(counts_in_other_words, &[(&two(one, other), expected)]);
        }
    }
}
