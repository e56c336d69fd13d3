//! One cell of a table read as a number and how it is to be met, beside the cell as printed.
//!
//! The rule is doubt: a cell gives a number only if every word round it is known. `达国家 60%要求`, `62% 61.8%` and `1：1.25`
//! hold numbers but no single value, so they give none. Knows columns and cells, no indicator and no plan.

use super::bracket::{self, Part};
use super::name::{fold, fold_into};
use super::unit;
use crate::model::{Column, Comparator, Value};

/// What a known word before or after the number does to its reading.
#[derive(Clone, Copy)]
enum Sense {
    /// Nothing: 力争, 每年.
    Nothing,
    /// It says how the number is to be met.
    Met(Comparator),
    /// It says that the number is a change.
    Changed(Comparator),
}

use Comparator::{About, AtLeast, AtMost, Equal, FallBy, LessThan, MoreThan, RiseBy};
use Sense::{Changed, Met, Nothing};

/// Words before a number. The longest that fits is taken, so 不低于 comes before 低于. A year is gone from them: 比年.
const BEFORE: &[(&str, Sense)] = &[
    ("≥", Met(AtLeast)),
    ("≧", Met(AtLeast)),
    ("⩾", Met(AtLeast)),
    (">=", Met(AtLeast)),
    ("不少于", Met(AtLeast)),
    ("不低于", Met(AtLeast)),
    ("不小于", Met(AtLeast)),
    ("至少", Met(AtLeast)),
    ("≤", Met(AtMost)),
    ("≦", Met(AtMost)),
    ("⩽", Met(AtMost)),
    ("<=", Met(AtMost)),
    ("不超过", Met(AtMost)),
    ("不高于", Met(AtMost)),
    ("不大于", Met(AtMost)),
    ("不多于", Met(AtMost)),
    ("至多", Met(AtMost)),
    (">", Met(MoreThan)),
    ("﹥", Met(MoreThan)),
    ("超过", Met(MoreThan)),
    ("高于", Met(MoreThan)),
    ("大于", Met(MoreThan)),
    ("多于", Met(MoreThan)),
    ("<", Met(LessThan)),
    ("﹤", Met(LessThan)),
    ("低于", Met(LessThan)),
    ("小于", Met(LessThan)),
    ("少于", Met(LessThan)),
    ("=", Met(Equal)),
    ("≈", Met(About)),
    ("约", Met(About)),
    ("大约", Met(About)),
    ("下降", Changed(FallBy)),
    ("降低", Changed(FallBy)),
    ("减少", Changed(FallBy)),
    ("↓", Changed(FallBy)),
    ("增长", Changed(RiseBy)),
    ("增加", Changed(RiseBy)),
    ("上升", Changed(RiseBy)),
    ("提高", Changed(RiseBy)),
    ("提升", Changed(RiseBy)),
    ("↑", Changed(RiseBy)),
    ("下降到", Met(Equal)),
    ("下降至", Met(Equal)),
    ("降低到", Met(Equal)),
    ("降低至", Met(Equal)),
    ("减少到", Met(Equal)),
    ("减少至", Met(Equal)),
    ("降到", Met(Equal)),
    ("降至", Met(Equal)),
    ("增长到", Met(Equal)),
    ("增长至", Met(Equal)),
    ("增加到", Met(Equal)),
    ("增加至", Met(Equal)),
    ("上升到", Met(Equal)),
    ("上升至", Met(Equal)),
    ("提高到", Met(Equal)),
    ("提高至", Met(Equal)),
    ("提升到", Met(Equal)),
    ("提升至", Met(Equal)),
    ("达到", Nothing),
    ("达", Nothing),
    ("基本达到", Nothing),
    ("控制在", Nothing),
    ("保持在", Nothing),
    ("稳定在", Nothing),
    ("维持在", Nothing),
    ("力争", Nothing),
    ("每年", Nothing),
    ("逐年", Nothing),
    ("年均", Nothing),
    ("平均", Nothing),
    ("累计", Nothing),
    ("同比", Nothing),
    ("比年", Nothing),
    ("较年", Nothing),
    ("比上年", Nothing),
    ("较上年", Nothing),
    ("比基期", Nothing),
    ("较基期", Nothing),
    ("与年相比", Nothing),
    ("在年基础上", Nothing),
    ("到年", Nothing),
    ("至年", Nothing),
];

/// Words after a number and its unit.
const AFTER: &[(&str, Sense)] = &[
    ("以上", Met(AtLeast)),
    ("及以上", Met(AtLeast)),
    ("或以上", Met(AtLeast)),
    ("以下", Met(AtMost)),
    ("及以下", Met(AtMost)),
    ("或以下", Met(AtMost)),
    ("以内", Met(AtMost)),
    ("之内", Met(AtMost)),
    ("左右", Met(About)),
    ("上下", Met(About)),
    ("*", Nothing),
    ("。", Nothing),
    ("；", Nothing),
    (";", Nothing),
];

/// Units of a change: they make no value without one (`5个百分点`).
const POINTS: &[&str] = &["个百分点", "百分点", "个千分点", "千分点"];

/// How the signs of one number add up.
#[derive(Clone, Copy, Default)]
struct Reading {
    met: Option<Comparator>,
    changed: Option<Comparator>,
}

impl Reading {
    /// Takes one more word in; `None` if it contradicts one before (不低于 … 以内).
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

/// Reads one cell.
///
/// Takes the column it stands in and the cell as printed. An empty cell has no raw text; a dash keeps it; both, and
/// every cell that is not exactly one number with known words, have neither number nor comparator. A year that a remark
/// gives (`10.4（2016年）`) goes before the column's.
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
/// A cell that is nothing but a bracket holds no remark.
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

/// The year that a remark gives: `2016年`, `2019`, `2019年数据`; not the number of `国家标准 79`.
fn year_remarked(raw: &str) -> Option<u16> {
    remarks(raw).iter().find_map(|remark| {
        let remark = fold(remark);
        let digits: String = remark.chars().take_while(char::is_ascii_digit).collect();
        let rest = remark.strip_prefix(&digits)?;
        (rest.is_empty() || rest.starts_with('年')).then(|| year(&digits)).flatten()
    })
}

/// Four digits that can be a year of a plan.
fn year(digits: &str) -> Option<u16> {
    digits.parse().ok().filter(|year| digits.len() == 4 && (1900..=2100).contains(year))
}

/// The number of a cell and how it is to be met, if it holds exactly one value.
fn read(raw: &str) -> Option<(Comparator, f64)> {
    let mut cell = String::with_capacity(raw.len());
    for mark in outside(raw).chars() {
        fold_into(mark, &mut cell);
    }
    let cell = without_years(&cell);
    let from = cell.find(|mark: char| mark.is_ascii_digit())?;
    let (before, rest) = cell.split_at(from);
    let to = rest.find(|mark: char| !mark.is_ascii_digit() && mark != '.').unwrap_or(rest.len());
    let (digits, after) = rest.split_at(to);
    let before = fold(before);
    let (before, sign) = match before.strip_suffix(['-', '−']) {
        Some(before) => (before, -1.0),
        None => (before.as_str(), 1.0),
    };
    let reading = read_words(Reading::default(), before, BEFORE)?;
    let (points, after) = without_unit(&fold(after));
    let reading = read_words(reading, &after, AFTER)?;
    if points && reading.changed.is_none() {
        return None;
    }
    // `parse` takes `1.` and refuses `1.2.3`; a number too long for a float is no number of a plan.
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite() && !digits.ends_with('.'))?;
    Some((reading.changed.or(reading.met).unwrap_or(Equal), sign * number))
}

/// The cell without the digits of its years, so that 比2015年降低10% holds one number.
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

/// Reads a text that must be known words from end to end.
fn read_words(mut reading: Reading, mut text: &str, words: &[(&str, Sense)]) -> Option<Reading> {
    while !text.is_empty() {
        let fitting = words.iter().filter_map(|(word, sense)| Some((text.strip_prefix(word)?, *sense)));
        let (rest, sense) = fitting.min_by_key(|(rest, _)| rest.len())?;
        reading = reading.with(sense)?;
        text = rest;
    }
    Some(reading)
}

/// Takes the unit off the start of what follows a number; tells whether it counts points of a change.
fn without_unit(after: &str) -> (bool, String) {
    if let Some(rest) = POINTS.iter().find_map(|points| after.strip_prefix(points)) {
        return (true, rest.to_owned());
    }
    let ends = after.char_indices().map(|(at, mark)| at + mark.len_utf8());
    let longest = ends.filter_map(|end| after.split_at_checked(end)).filter(|(unit, _)| unit::is_unit(unit)).last();
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
    fn cells_read() {
        let cases: &[(&str, Option<(Comparator, f64)>)] = &[
            ("80.47", Some((Equal, 80.47))),
            ("２．１２５", Some((Equal, 2.125))),
            ("≤10", Some((AtMost, 10.0))),
            ("≥ 80", Some((AtLeast, 80.0))),
            ("＞90", Some((MoreThan, 90.0))),
            ("<3.2", Some((LessThan, 3.2))),
            (">=5", Some((AtLeast, 5.0))),
            ("100％", Some((Equal, 100.0))),
            ("2.5平方米", Some((Equal, 2.5))),
            ("28%以上", Some((AtLeast, 28.0))),
            ("3次以上", Some((AtLeast, 3.0))),
            ("不少于100所", Some((AtLeast, 100.0))),
            ("不低于 60%", Some((AtLeast, 60.0))),
            ("低于60%", Some((LessThan, 60.0))),
            ("不超过5克", Some((AtMost, 5.0))),
            ("不高于20", Some((AtMost, 20.0))),
            ("控制在10%以内", Some((AtMost, 10.0))),
            ("12以下", Some((AtMost, 12.0))),
            ("25左右", Some((About, 25.0))),
            ("达到95%以上", Some((AtLeast, 95.0))),
            ("下降30％", Some((FallBy, 30.0))),
            ("下降\n6%", Some((FallBy, 6.0))),
            ("比2015年降低10％", Some((FallBy, 10.0))),
            ("比\n2015年降低10%", Some((FallBy, 10.0))),
            ("在2015年基础上下降20%", Some((FallBy, 20.0))),
            ("增长 30%", Some((RiseBy, 30.0))),
            ("提高5个百分点", Some((RiseBy, 5.0))),
            ("提高到45%", Some((Equal, 45.0))),
            ("降至 4‰ 以下", Some((AtMost, 4.0))),
            ("力争每年降低0.5%", Some((FallBy, 0.5))),
            ("力争每年降低 0.5 个百分点以上", Some((FallBy, 0.5))),
            ("8/10万", Some((Equal, 8.0))),
            ("-2.5", Some((Equal, -2.5))),
            ("10.4（2016年）", Some((Equal, 10.4))),
            ("≥80 (国家标准 79)", Some((AtLeast, 80.0))),
            ("5个百分点", None),
            ("达国家 60%要求", None),
            ("比全国平均水平高5个百分点", None),
            ("达到省的指标要求", None),
            ("持续改善", None),
            ("实现", None),
            ("100，70", None),
            ("1,234", None),
            ("62% 61.8%", None),
            ("62 61.8", None),
            ("60-70", None),
            ("60%～70%", None),
            ("1：1.25", None),
            ("1.2.3", None),
            ("2025年前实现", None),
            ("不低于60%以内", None),
            ("（10.4）", None),
            ("10.4（2016年", None),
            ("--", None),
            ("——", None),
            ("—", None),
            ("-", None),
            ("/", None),
        ];
        for (raw, expected) in cases {
            let read = value(&column(), Some(raw));
            assert_eq!(read.comparator.zip(read.number), *expected, "{raw}");
            assert_eq!(read.raw.as_deref(), Some(*raw), "the cell stays as printed");
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
