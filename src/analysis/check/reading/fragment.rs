//! What a text without a title tells of itself: whose it is, by the only place that it names, and for which years it holds, by
//! its own words or by the years of its targets. A chapter that is handed in alone has no other place and period than these.

use std::collections::HashMap;

use crate::analysis::check::reading::metric::part_at_start;
use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::document::{OWN_NAMES, THIS_DOCUMENT};
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::target::{PLEDGES, REPORT_TITLES, TARGET_TITLES};
use crate::lexicon::term::STARTING_VERBS;
use crate::lexicon::time::{BASE_YEAR_PREFIXES, BEHIND_TOLD_YEARS, PERIOD_NAMES, TOLD_ENDS};
use crate::model::{Node, Plan, ValueKind};
use crate::text::words::{self, Kind};

/// Characters behind which the name of a place may begin without a mark: 2020年末，, 截至2020年底.
const BEFORE_PLACES: [char; 3] = ['年', '末', '底'];

/// The word before the last year that a report tells of: 截至2020年底.
const UP_TO: &str = "截至";

/// Years in a five-year plan.
const PLAN_YEARS: u16 = 5;

/// Characters before a span of years in which the name of the period stands.
const REACH: usize = 8;

/// The plan with the place and the period that its own text tells, where it has no title that does; `None` where nothing is
/// to be added.
pub(crate) fn completed(plan: &Plan) -> Option<Plan> {
    if plan.region.is_some() && plan.period.is_some() {
        return None;
    }
    let texts: Vec<&str> = plan.nodes.iter().flat_map(texts_of).collect();
    let region = plan.region.clone().or_else(|| only_place(plan, &texts));
    let period = plan.period.clone().or_else(|| stated_period(&texts)).or_else(|| period_by_years(plan, &texts));
    let first = period.as_deref().filter(|_| plan.period.is_none()).and_then(|period| period.get(..4)?.parse().ok());
    let mut nodes = plan.nodes.to_vec();
    for column in nodes.iter_mut().flat_map(|node| &mut node.tables).flat_map(|table| &mut table.columns) {
        let is_past = column.year.zip(first).is_some_and(|(year, first): (u16, u16)| year < first);
        if is_past && column.kind == Some(ValueKind::Target) {
            column.kind = Some(ValueKind::Actual);
        }
    }
    Some(Plan { region, period, nodes: nodes.into(), ..plan.clone() })
}

fn texts_of(node: &Node) -> impl Iterator<Item = &str> {
    node.title.as_deref().into_iter().chain(node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()))
}

/// The place that a text names, if it names one only.
fn only_place(plan: &Plan, texts: &[&str]) -> Option<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in texts {
        let mut before = None;
        for (at, c) in text.char_indices() {
            let is_start = before.is_none_or(|before| !is_han(before) || BEFORE_PLACES.contains(&before))
                || text.get(..at).is_some_and(|head| STARTING_VERBS.ends(head));
            before = Some(c);
            let place = is_start.then(|| text.get(at..).and_then(|rest| part_at_start(plan, rest))).flatten();
            if let Some(place) = place.filter(|place| !begins_with_verb(place)) {
                *counts.entry(place).or_default() += 1;
            }
        }
    }
    let mut places = counts.into_keys();
    places.next().filter(|_| places.next().is_none()).map(str::to_owned)
}

/// Whether what looks like a name is a verb before the word for a level: 依托县人民医院.
fn begins_with_verb(place: &str) -> bool {
    let name: Vec<char> = place.chars().take(place.chars().count() - 1).collect();
    let is_verb = |word: &[char]| {
        words::find_chars(word).is_some_and(|word| !matches!(word.kind, Kind::Noun | Kind::Adjective | Kind::Phrase))
    };
    name.get(..2).is_some_and(is_verb)
}

/// The period that a text states as its own (规划期为2021—2025年), or the five-year plan that it speaks of (“十四五”).
fn stated_period(texts: &[&str]) -> Option<String> {
    let named = texts.iter().find_map(|text| {
        let years = years_of(text);
        years.windows(2).find_map(|pair| match pair {
            [(at, first), (to, last)] => {
                let between = text.get(at + 4..*to)?.trim_start_matches('年');
                let is_span = between.chars().all(|c| RANGE_DASHES.contains(c) || matches!(c, '至' | '到'));
                let before: String = text.get(..*at)?.chars().rev().take(REACH).collect();
                let before: String = before.chars().rev().collect();
                let is_title = OWN_NAMES.ends(before.trim_end_matches(['（', '('])) && !is_in_title(text, *at);
                let is_period = PERIOD_NAMES.is_in(&before)
                    || before.contains("规划期")
                    || is_title && texts.iter().any(|text| THIS_DOCUMENT.is_in(text));
                (is_span && !between.is_empty() && is_period && first < last).then(|| format!("{first}-{last}"))
            }
            _ => None,
        })
    });
    named.or_else(|| {
        let named = FIVE_YEAR_PLANS.iter().filter(|(name, _)| texts.iter().any(|text| text.contains(name)));
        let last = named.map(|(_, last)| *last).max()?;
        // A text that only looks back on a period belongs to the one behind it.
        let is_ahead = has_aim_in(texts, last) || years_in(texts).any(|year| year + 1 >= last);
        let last = if is_ahead || last > latest(texts)? { last } else { last + PLAN_YEARS };
        Some(format!("{}-{last}", last - PLAN_YEARS + 1))
    })
}

/// Whether a place stands in the title of a document.
fn is_in_title(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    head.rfind('《') > head.rfind('》')
}

/// The five-year plan that the years of a text fit: the first one that it aims at, or the one behind what it looks back on.
fn period_by_years(plan: &Plan, texts: &[&str]) -> Option<String> {
    let columns = plan.tables().flat_map(|table| &table.columns).filter_map(|column| column.year);
    let mut ends: Vec<u16> = years_in(texts).chain(columns).filter(|year| year % PLAN_YEARS == 0).collect();
    ends.sort_unstable();
    ends.dedup();
    let latest = *ends.last()?;
    let is_plan = texts.iter().any(|text| TARGET_TITLES.is_in(text) || PLEDGES.is_in(text));
    let is_told = is_told(texts, latest) && !is_plan || texts.iter().any(|text| REPORT_TITLES.is_in(text));
    // The first of two ends of periods is where a table starts from, or what a sentence counts from; else both are aimed at.
    let starts_from = |year: &u16| {
        plan.tables().any(|table| table.columns.iter().find_map(|column| column.year) == Some(*year))
            || is_base(texts, *year)
    };
    let second = ends.iter().copied().find(|year| !starts_from(year)).filter(|_| ends.len() > 1 && !is_told);
    let aimed = ends.iter().copied().find(|year| has_aim_in(texts, *year) && !(is_told && *year == latest));
    let last = aimed.or(second).unwrap_or(latest + if is_told || ends.len() == 1 { PLAN_YEARS } else { 0 });
    Some(format!("{}-{last}", last - PLAN_YEARS + 1))
}

/// Whether a text counts from a year (由2020年的), or tells of its end (2020年末).
fn is_base(texts: &[&str], year: u16) -> bool {
    let from = BASE_YEAR_PREFIXES.iter().chain([UP_TO]).map(|word| format!("{word}{year}年"));
    let told = BEHIND_TOLD_YEARS.iter().map(|word| format!("{year}年{word}"));
    let words: Vec<String> = from.chain(told).collect();
    texts.iter().any(|text| words.iter().any(|words| text.contains(words.as_str())))
}

/// Whether a sentence tells of a year as of one that is over: 截至2020年底，, 2020年，.
fn is_told(texts: &[&str], year: u16) -> bool {
    let told: Vec<String> = TOLD_ENDS.iter().map(|behind| format!("{year}{behind}")).collect();
    let is_behind = |at: usize, text: &str| {
        text.get(..at).is_none_or(|head| !head.ends_with(['到', '至']) || head.ends_with("截至"))
    };
    texts
        .iter()
        .any(|text| told.iter().any(|words| text.match_indices(words.as_str()).any(|(at, _)| is_behind(at, text))))
}

/// Whether a text aims at a year: 到2025年, 2025年底前.
fn has_aim_in(texts: &[&str], year: u16) -> bool {
    let due = [format!("到{year}年，"), format!("至{year}年，"), format!("{year}年底前")];
    let opens = |text: &&str| {
        let is_aim = |at: usize| {
            let before = text.get(..at).and_then(|head| head.chars().next_back());
            before.is_none_or(|c| !is_han(c))
        };
        due.iter().any(|words| text.match_indices(words.as_str()).any(|(at, _)| is_aim(at)))
            || text.contains(&format!("提高到{year}年"))
            || text.contains(&format!("到{year}年达到"))
    };
    texts.iter().any(opens)
}

fn latest(texts: &[&str]) -> Option<u16> {
    years_in(texts).max()
}

fn years_in<'t>(texts: &'t [&str]) -> impl Iterator<Item = u16> + 't {
    texts.iter().flat_map(|text| years_of(text)).map(|(_, year)| year)
}

/// The years that a text names in four digits, with their places.
fn years_of(text: &str) -> Vec<(usize, u16)> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let starts = text.match_indices("20").map(|(at, _)| at);
    let year = |at: usize| {
        let digits = text.get(at..at + 4)?;
        let is_whole = !is_digit(at.checked_sub(1)) && !is_digit(Some(at + 4));
        let is_year = text
            .get(at + 4..)?
            .starts_with(|c: char| c == '年' || RANGE_DASHES.contains(c) || matches!(c, '至' | '到'));
        digits.parse().ok().filter(|_| is_whole && is_year).map(|year| (at, year))
    };
    starts.filter_map(year).collect()
}
