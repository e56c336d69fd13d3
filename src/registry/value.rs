//! Reads a cell of a table as a number and how it is to be met, and keeps the cell as printed.
//!
//! A cell yields a number only if every word around it is known. `达国家 60%要求`, `62% 61.8%` and `1：1.25` hold
//! numbers but no single value, so they yield none. This file knows columns and cells, no indicator and no plan.

use crate::lexicon::unit::POINTS;
use crate::lexicon::{Words, value as words};
use crate::model::{Column, Comparator, Value};
use crate::registry::bracket::{self, Part};
use crate::registry::unit;
use crate::text::fold::{fold_cell, fold_cell_into};

/// The effect that a known word before or behind a number has on its meaning.
#[derive(Clone, Copy)]
enum Sense {
    /// It says nothing about the number: 力争, 每年.
    Nothing,
    /// It says how the number is to be met.
    Met(Comparator),
    /// It says that the number is a change.
    Changed(Comparator),
}

use Comparator::{About, AtLeast, AtMost, Equal, FallBy, LessThan, MoreThan, RiseBy};
use Sense::{Changed, Met, Nothing};

/// A list of words that have one sense.
type Sensed = (Sense, &'static Words);

/// Words before a number. The longest that fits is taken, so 不低于 comes before 低于.
static BEFORE: [Sensed; 9] = [
    (Met(AtLeast), &words::AT_LEAST),
    (Met(AtMost), &words::AT_MOST),
    (Met(MoreThan), &words::MORE_THAN),
    (Met(LessThan), &words::LESS_THAN),
    (Met(About), &words::ABOUT),
    (Met(Equal), &words::COMES_TO),
    (Changed(FallBy), &words::FALLS_BY),
    (Changed(RiseBy), &words::RISES_BY),
    (Nothing, &words::PLAIN_BEFORE),
];

/// Words behind a number and its unit that say how it is to be met.
static MET_BEHIND: [Sensed; 3] =
    [(Met(AtLeast), &words::OR_MORE), (Met(AtMost), &words::OR_LESS), (Met(About), &words::OR_SO)];

/// Words behind a number and its unit that say nothing.
static PLAIN_BEHIND: [Sensed; 1] = [(Nothing, &words::PLAIN_BEHIND)];

/// The combined effect of the words around one number.
#[derive(Clone, Copy, Default)]
struct Reading {
    met: Option<Comparator>,
    changed: Option<Comparator>,
}

impl Reading {
    /// Adds the effect of one more word; `None` if it contradicts an earlier one (不低于 … 以内).
    fn with(self, sense: Sense) -> Option<Self> {
        match sense {
            Nothing => Some(self),
            Met(how) if self.met.is_none_or(|met| met == how || met == Equal) => Some(Self { met: Some(how), ..self }),
            Changed(how) if self.changed.is_none_or(|changed| changed == how) => {
                Some(Self { changed: Some(how), ..self })
            }
            Met(_) | Changed(_) => None,
        }
    }
}

/// Reads a cell of a table as a number, if it contains exactly one.
///
/// Takes the column of the cell and the cell as printed. An empty cell has no raw text, a dash does; neither has a
/// number or a comparator, nor has any cell other than one number with known words. A year in a remark (`10.4（2016年）`)
/// takes precedence over that of the column.
#[must_use]
pub fn value(column: &Column, raw: Option<&str>) -> Value {
    let raw = raw.map(str::trim).filter(|raw| !raw.is_empty());
    let (comparator, number) = raw.and_then(read).unzip();
    Value {
        header: column.header.clone(),
        scope: column.scope.clone(),
        year: raw.and_then(year_remarked).or(column.year),
        kind: column.kind,
        raw: raw.map(str::to_owned),
        comparator,
        number,
    }
}

/// The remarks printed in a cell, without their brackets: `2016年` of `10.4（2016年）`.
///
/// A cell that consists of one bracket contains no remark.
#[must_use]
pub fn remarks(raw: &str) -> Vec<String> {
    if outside(raw).trim().is_empty() {
        return Vec::new();
    }
    let inside = |part| match part {
        Part::Bracket(inside) => Some(inside.trim().to_owned()).filter(|remark| !remark.is_empty()),
        Part::Plain(_) => None,
    };
    bracket::parts(raw).into_iter().filter_map(inside).collect()
}

/// The text of a cell without its brackets.
fn outside(raw: &str) -> String {
    let plain = |part| match part {
        Part::Plain(text) => Some(text),
        Part::Bracket(_) => None,
    };
    bracket::parts(raw).into_iter().filter_map(plain).collect()
}

/// The year in a remark: `2016年`, `2019`, `2019年数据`; not the number of `国家标准 79`.
fn year_remarked(raw: &str) -> Option<u16> {
    remarks(raw).iter().find_map(|remark| {
        let remark = fold_cell(remark);
        let digits: String = remark.chars().take_while(char::is_ascii_digit).collect();
        let rest = remark.strip_prefix(&digits)?;
        (rest.is_empty() || rest.starts_with('年')).then(|| year(&digits)).flatten()
    })
}

/// Parses four digits as a year; `None` for any other text, and for numbers that are no year in a plan.
fn year(digits: &str) -> Option<u16> {
    digits.parse().ok().filter(|year| digits.len() == 4 && (1900..=2100).contains(year))
}

/// The number of bytes of known words at the end of `before` that introduce a number: 分别降低到 of 死亡率分别降低到.
///
/// Takes folded text that ends where the number begins.
#[must_use]
pub fn lead_in(before: &str) -> usize {
    let mut rest = before;
    while let Some(shorter) = longest(&BEFORE, |word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    before.len() - rest.len()
}

/// The number of bytes of words at the start of `after` that say how the number is to be met: 以上, 左右.
///
/// Takes folded text that begins behind the number and its unit.
#[must_use]
pub fn tail(after: &str) -> usize {
    longest(&MET_BEHIND, |word| after.strip_prefix(word)).map_or(0, |rest| after.len() - rest.len())
}

/// The length in bytes of the unit at the start of folded text, including points of a change (个百分点); 0 without one.
#[must_use]
pub fn unit_after_number(after: &str) -> usize {
    after.len() - without_unit(after).1.len()
}

/// The rest that `strip` leaves when it removes the longest of the words that fit.
fn longest<'a>(known: &[Sensed], strip: impl Fn(&'static str) -> Option<&'a str>) -> Option<&'a str> {
    known.iter().filter_map(|(_, words)| words.strip_longest(&strip)).min_by_key(|rest| rest.len())
}

/// The number in a cell and how it is to be met, if the cell contains exactly one value and only known words around it.
#[must_use]
pub fn read(raw: &str) -> Option<(Comparator, f64)> {
    let mut cell = String::with_capacity(raw.len());
    for mark in outside(raw).chars() {
        fold_cell_into(mark, &mut cell);
    }
    let cell = without_years(&cell);
    let from = cell.find(|mark: char| mark.is_ascii_digit())?;
    let (before, rest) = cell.split_at(from);
    let to = rest.find(|mark: char| !mark.is_ascii_digit() && mark != '.').unwrap_or(rest.len());
    let (digits, after) = rest.split_at(to);
    let before = fold_cell(before);
    let (before, sign) = match before.strip_suffix(['-', '−']) {
        Some(before) => (before, -1.0),
        None => (before.as_str(), 1.0),
    };
    let reading = read_words(Reading::default(), before, &[&BEFORE])?;
    let (points, after) = without_unit(&fold_cell(after));
    let reading = read_words(reading, &after, &[&MET_BEHIND, &PLAIN_BEHIND])?;
    if points && reading.changed.is_none() {
        return None;
    }
    // `parse` accepts `1.` and rejects `1.2.3`. No plan prints a number that is too long for a float.
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite() && !digits.ends_with('.'))?;
    Some((reading.changed.or(reading.met).unwrap_or(Equal), sign * number))
}

/// The cell without the digits of its years, so that 比2015年降低10% contains one number.
fn without_years(cell: &str) -> String {
    let mut kept = String::with_capacity(cell.len());
    let mut digits = String::new();
    for mark in cell.chars() {
        if mark.is_ascii_digit() {
            digits.push(mark);
            continue;
        }
        if !(mark == '年' && year(&digits).is_some()) {
            kept.push_str(&digits);
        }
        digits.clear();
        kept.push(mark);
    }
    kept + &digits
}

/// Reads a text that must consist of known words only.
fn read_words(mut reading: Reading, mut text: &str, known: &[&[Sensed]]) -> Option<Reading> {
    while !text.is_empty() {
        let known = known.iter().copied().flatten();
        let words = known.flat_map(|(sense, words)| words.iter().map(|word| (word, *sense)));
        let fitting = words.filter_map(|(word, sense)| Some((text.strip_prefix(word)?, sense)));
        let (rest, sense) = fitting.min_by_key(|(rest, _)| rest.len())?;
        reading = reading.with(sense)?;
        text = rest;
    }
    Some(reading)
}

/// Removes the unit from the start of the text behind a number. Returns whether it counts points
/// of a change, and the rest.
fn without_unit(after: &str) -> (bool, String) {
    if let Some(rest) = POINTS.strip_prefix(after) {
        return (true, rest.to_owned());
    }
    let ends = after.char_indices().map(|(at, mark)| at + mark.len_utf8());
    let longest = ends.rev().filter_map(|end| after.split_at_checked(end)).find(|(unit, _)| unit::is_unit(unit));
    (false, longest.map_or(after, |(_, rest)| rest).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColumnRole, ValueKind};

    fn column() -> Column {
        Column {
            header: "2030年".to_owned(),
            role: ColumnRole::Value,
            scope: Some("某市".to_owned()),
            year: Some(2030),
            kind: Some(ValueKind::Target),
        }
    }

    #[test]
    fn one_number_with_known_words_reads() {
        let cases = [
            ("80.47", Equal, 80.47),
            ("２．１２５", Equal, 2.125),
            ("≤10", AtMost, 10.0),
            ("≥ 80", AtLeast, 80.0),
            ("＞90", MoreThan, 90.0),
            ("<3.2", LessThan, 3.2),
            (">=5", AtLeast, 5.0),
            ("100％", Equal, 100.0),
            ("2.5平方米", Equal, 2.5),
            ("28%以上", AtLeast, 28.0),
            ("3次以上", AtLeast, 3.0),
            ("不少于100所", AtLeast, 100.0),
            ("不低于 60%", AtLeast, 60.0),
            ("低于60%", LessThan, 60.0),
            ("不超过5克", AtMost, 5.0),
            ("不高于20", AtMost, 20.0),
            ("控制在10%以内", AtMost, 10.0),
            ("12以下", AtMost, 12.0),
            ("25左右", About, 25.0),
            ("达到95%以上", AtLeast, 95.0),
            ("下降30％", FallBy, 30.0),
            ("下降\n6%", FallBy, 6.0),
            ("比2015年降低10％", FallBy, 10.0),
            ("比\n2015年降低10%", FallBy, 10.0),
            ("在2015年基础上下降20%", FallBy, 20.0),
            ("增长 30%", RiseBy, 30.0),
            ("提高5个百分点", RiseBy, 5.0),
            ("提高到45%", Equal, 45.0),
            ("降至 4‰ 以下", AtMost, 4.0),
            ("力争每年降低0.5%", FallBy, 0.5),
            ("力争每年降低 0.5 个百分点以上", FallBy, 0.5),
            ("8/10万", Equal, 8.0),
            ("-2.5", Equal, -2.5),
            ("10.4（2016年）", Equal, 10.4),
            ("≥80 (国家标准 79)", AtLeast, 80.0),
        ];
        for (raw, comparator, number) in cases {
            let read = value(&column(), Some(raw));
            assert_eq!((read.comparator, read.number), (Some(comparator), Some(number)), "{raw}");
            assert_eq!(read.raw.as_deref(), Some(raw), "the cell stays as printed");
        }
    }

    #[test]
    fn what_is_not_one_number_stays_as_printed() {
        let cases = [
            "5个百分点",
            "达国家 60%要求",
            "比全国平均水平高5个百分点",
            "达到省的指标要求",
            "持续改善",
            "实现",
            "100，70",
            "1,234",
            "62% 61.8%",
            "62 61.8",
            "60-70",
            "60%～70%",
            "1：1.25",
            "1.2.3",
            "2025年前实现",
            "不低于60%以内",
            "（10.4）",
            "10.4（2016年",
            "--",
            "——",
            "—",
            "-",
            "/",
        ];
        for raw in cases {
            let read = value(&column(), Some(raw));
            assert_eq!((read.comparator, read.number), (None, None), "{raw}");
            assert_eq!(read.raw.as_deref(), Some(raw), "the cell stays as printed");
        }
    }

    #[test]
    fn the_column_speaks_where_the_cell_is_silent() {
        let cases = [
            (Some("10.4（2016年）"), Some(2016), Some("10.4（2016年）")),
            (Some("25.56 (2019)"), Some(2019), Some("25.56 (2019)")),
            (Some("≥80 (国家标准 79)"), Some(2030), Some("≥80 (国家标准 79)")),
            (Some("--"), Some(2030), Some("--")),
            (Some("  "), Some(2030), None),
            (None, Some(2030), None),
        ];
        for (raw, year, kept) in cases {
            let read = value(&column(), raw);
            assert_eq!((read.year, read.raw.as_deref()), (year, kept), "{raw:?}");
            assert_eq!((read.header.as_str(), read.scope.as_deref()), ("2030年", Some("某市")));
        }
    }

    #[test]
    fn remarks_are_what_stands_in_brackets() {
        let cases: [(&str, &[&str]); 6] = [
            ("10.4（2016年）", &["2016年"]),
            ("≥80 (国家标准 79)", &["国家标准 79"]),
            ("80（甲）（乙（丙））", &["甲", "乙（丙）"]),
            ("（10.4）", &[]),
            ("80（）", &[]),
            ("80（甲", &[]),
        ];
        for (raw, expected) in cases {
            assert_eq!(remarks(raw), expected, "{raw}");
        }
    }

    #[test]
    fn no_cell_is_too_strange() {
        let long = "9".repeat(400);
        for raw in [long.as_str(), "≥≥≥", "((((", "））", "\u{200b}5", "5\u{301}", "年", "🦠12🦠", "....", "９９年"]
        {
            let _ = value(&column(), Some(raw));
        }
        assert_eq!(value(&column(), Some(&long)).number, None);
    }
}
