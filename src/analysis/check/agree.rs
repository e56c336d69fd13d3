//! One thing in two places with two numbers: text against table, text against text, table against table.

use crate::model::{Confidence, ValueKind};
use crate::registry::name;

use super::amount;
use super::place::{Found, Place};
use super::reading::{Figure, Reading, TableRow};
use super::same::Likeness;

/// Fewest characters of a name that is another but for a numeral.
const FEWEST: usize = 6;

/// A figure of the text against the table row of the same thing and year. What a sentence says of several years is one
/// finding a row.
pub(super) fn text_and_table(reading: &Reading) -> Vec<Found> {
    let printed: Vec<_> = reading.printed().collect();
    let mut pairs: Vec<Facing> = Vec::new();
    for stated in &reading.stated {
        let facing = printed.iter().filter(|(cell, _)| faces(stated, cell));
        for (how, cell, row) in facing.filter_map(|(cell, row)| Some((differs(stated, cell)?, cell, *row))) {
            let repeats = |pair: &&mut Facing| pair.row.name == row.name && pair.is_repeated_by(stated);
            if let Some(pair) = pairs.iter_mut().find(repeats) {
                pair.again.push(stated.place.clone());
                continue;
            }
            let same = |pair: &&mut Facing| pair.row.name == row.name && pair.stated.place == stated.place;
            match pairs.iter_mut().find(same) {
                Some(pair) => pair.more.push((stated, cell)),
                None => pairs.push(Facing { how, stated, cell, row, more: Vec::new(), again: Vec::new() }),
            }
        }
    }
    // Of two tables that differ from one sentence, the surer difference is told, of equal ones the first.
    let surest = |at: usize, pair: &Facing| {
        let mut rivals = pairs
            .iter()
            .enumerate()
            .filter(|(_, other)| other.stated.place == pair.stated.place && other.stated.thing == pair.stated.thing);
        !rivals.any(|(other_at, other)| (other.how.confidence, other_at) < (pair.how.confidence, at))
    };
    let told = pairs.iter().enumerate().filter(|(at, pair)| surest(*at, pair));
    told.map(|(_, pair)| pair.found()).collect()
}

/// A figure of the text and the row it faces.
struct Facing<'a> {
    how: Difference,
    stated: &'a Figure,
    cell: &'a Figure,
    row: &'a TableRow<'a>,
    /// Further years of the same sentence and row.
    more: Vec<(&'a Figure, &'a Figure)>,
    /// Where the text says the same again.
    again: Vec<Place>,
}

impl Facing<'_> {
    /// Whether another sentence states the one figure of this one with the same value for the same year.
    fn is_repeated_by(&self, stated: &Figure) -> bool {
        let figure = |figure: &Figure| (figure.year, figure.raw.clone(), figure.unit.clone(), figure.dated);
        let is_other = self.stated.place != stated.place && self.more.is_empty();
        let likeness = self.row.thing.likeness(&stated.thing);
        is_other && figure(self.stated) == figure(stated) && likeness == Some(self.how.likeness)
    }

    fn found(&self) -> Found {
        let pairs = || [(self.stated, self.cell)].into_iter().chain(self.more.iter().copied());
        let told: Vec<String> = pairs()
            .map(|(stated, cell)| format!("{}正文写{}，表格写{}", years(stated), stated.raw, cell.raw))
            .collect();
        let what = format!("“{}”：{}{}", self.stated.thing.name, told.join("；"), self.how.remark(self.stated));
        let cells = pairs().map(|(_, cell)| cell.place.clone());
        let places = [self.stated.place.clone(), self.row.name.clone()].into_iter().chain(cells);
        let places = places.chain(self.again.iter().cloned());
        Found::new(self.how.confidence, what, places)
    }
}

/// Two figures of the text for the same thing and year.
pub(super) fn text_and_text(reading: &Reading) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, one) in reading.stated.iter().enumerate() {
        let later = reading.stated.get(at + 1..).unwrap_or_default();
        let facing = later.iter().filter(|other| faces(one, other) && one.place.line != other.place.line);
        for (how, other) in facing.filter_map(|other| Some((differs(one, other)?, other))) {
            let what = format!(
                "“{}”{}：一处写{}，另一处写{}{}",
                one.thing.name,
                years(one),
                one.raw,
                other.raw,
                how.remark(other)
            );
            found.push(Found::new(how.confidence, what, [one.place.clone(), other.place.clone()]));
        }
    }
    found
}

/// Two places of the text that set the same numbers for the same thing by other years.
pub(super) fn text_and_text_by_year(reading: &Reading) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, (name, years, numbers, place)) in reading.paired.iter().enumerate() {
        let later = reading.paired.get(at + 1..).unwrap_or_default().iter();
        let same = later.filter(|(other, other_years, others, _)| {
            name::key(other) == name::key(name) && others == numbers && other_years != years
        });
        found.extend(same.map(|(_, others, _, other)| {
            let joined = |years: &[u16]| years.iter().map(|year| format!("{year}年")).collect::<Vec<_>>().join("和");
            let what = format!("“{name}”的目标数值相同，年份一处为{}，另一处为{}", joined(years), joined(others));
            Found::new(Confidence::High, what, [place.clone(), other.clone()])
        }));
    }
    found
}

/// Two tables that print another number for the same thing, year and kind.
pub(super) fn table_and_table(reading: &Reading) -> Vec<Found> {
    let printed: Vec<_> = reading.printed().collect();
    let mut found = Vec::new();
    for (at, (one, row)) in printed.iter().enumerate() {
        let later = printed.get(at + 1..).unwrap_or_default();
        for (other, below) in later.iter().filter(|(_, below)| below.table.id != row.table.id) {
            let how = faces(one, other).then(|| differs(one, other)).flatten();
            if let Some(how) = how.filter(|how| how.likeness == Likeness::Same && !one.thing.unlike) {
                let places = row.places(&one.place).into_iter().chain(below.places(&other.place));
                let what = format!("“{}”{}：一表写{}，另一表写{}", one.thing.name, years(one), one.raw, other.raw);
                found.push(Found::new(how.confidence, what, places));
            }
        }
    }
    found
}

/// A row whose name differs from the text's in a numeral only (二类以上公厕 against 三类以上公厕), where neither name stands
/// on the other side.
pub(super) fn names(reading: &Reading) -> Vec<Found> {
    let named: Vec<(String, &Place)> = reading.named.iter().map(|(named, place)| (name::key(named), place)).collect();
    let rows: Vec<(String, &TableRow)> = reading.rows.iter().map(|row| (name::key(&row.row.name), row)).collect();
    let in_table = |key: &str| rows.iter().any(|(other, _)| other == key);
    let mut found: Vec<Found> = Vec::new();
    for (key, row) in rows.iter().filter(|(key, _)| !named.iter().any(|(other, _)| other == key)) {
        let near = named.iter().filter(|(named, _)| differ_in_numeral(named, key) && !in_table(named));
        let near: Vec<&(String, &Place)> = near.collect();
        if let Some((named, _)) = near.first() {
            let what = format!("正文写“{named}”，表格写“{}”", row.row.name);
            let places = near.iter().map(|(_, place)| (*place).clone()).chain([row.name.clone()]);
            found.push(Found::new(Confidence::Medium, what, places));
        }
    }
    found
}

/// Whether two names are one but for a numeral.
fn differ_in_numeral(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let differing: Vec<_> = one.iter().zip(&other).filter(|(one, other)| one != other).collect();
    let is_numeral = |mark: &char| "一二三四五六七八九十".contains(*mark);
    one.len() == other.len()
        && one.len() >= FEWEST
        && matches!(differing.as_slice(), [(one, other)] if is_numeral(one) && is_numeral(other))
}

/// How two figures differ.
struct Difference {
    confidence: Confidence,
    likeness: Likeness,
    /// Whether the two are printed in units that differ.
    in_other_units: bool,
}

impl Difference {
    /// What a reader must know to weigh it.
    fn remark(&self, figure: &Figure) -> String {
        let name = match () {
            () if self.in_other_units => "（两处单位不同）",
            () if self.likeness < Likeness::Same => "（两处名称或口径不尽相同）",
            () => "",
        };
        let year = if figure.dated { "" } else { "（正文未写年份）" };
        format!("{name}{year}")
    }
}

/// Whether two figures speak of the same year and of the same sort: both targets, or both not.
fn faces(one: &Figure, other: &Figure) -> bool {
    let is_target = |figure: &Figure| figure.kind == ValueKind::Target;
    one.year.is_some() && one.year == other.year && is_target(one) == is_target(other)
}

/// How two figures of one thing differ; `None` where they agree, or where it cannot be told.
fn differs(one: &Figure, other: &Figure) -> Option<Difference> {
    let likeness = one.thing.likeness(&other.thing)?;
    if one.is_relative() != other.is_relative() || one.is_relative() && one.unit != other.unit {
        return None;
    }
    // The same number in two units is a matter of the unit.
    let number = amount::in_unit_of(one, other)
        .filter(|_| one.number.to_bits() != other.number.to_bits() || !amount::in_other_units(one, other))?;
    if amount::agree(number, one, other) && !amount::signs_differ(one, other) {
        return None;
    }
    let dated = one.dated && other.dated;
    let in_other_units = amount::in_other_units(one, other);
    let in_one_unit = one.unit.is_some() && other.unit.is_some() && !in_other_units;
    let confidence = match (likeness, dated) {
        (Likeness::Same, true) if in_one_unit => Confidence::High,
        (Likeness::Same, _) | (Likeness::Kin, true) => Confidence::Medium,
        (Likeness::Kin, false) | (Likeness::Part, _) => Confidence::Low,
    };
    Some(Difference { confidence, likeness, in_other_units })
}

fn years(figure: &Figure) -> String {
    let kind = if figure.kind == ValueKind::Target { "目标" } else { "" };
    figure.year.map(|year| format!("{year}年{kind}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A table below a text.
    const TABLE: &str = "\n东川市主要指标\n\n领域\t序号\t指标\t单位\t2025年\t2030年目标\n健康\t1\t人均预期寿命\t岁\t79.2\t80.5\n\t2\t婴儿死亡率\t‰\t3.1\t≤3\n\t3\t每千人口注册护士数\t人\t2.8\t3.4\n";

    fn with_table(text: &str) -> String {
        format!("一、发展基础\n{text}\n{TABLE}")
    }

    #[test]
    fn text_against_table() {
        for (text, expected) in [
            (
                "2025年，全市人均预期寿命达到79.8岁。",
                vec!["[2, 7] 2025年，全市人均预期寿命达到79.8岁 | 人均预期寿命 | 79.2"],
            ),
            ("2025年，全市人均预期寿命达到79.2岁。", vec![]),
            ("2025年，全省人均预期寿命达到79.8岁。", vec![]),
            ("2024年，全市人均预期寿命达到79.8岁。", vec![]),
            ("全市婴儿死亡率下降到3.5‰。", vec!["[2, 8] 全市婴儿死亡率下降到3.5‰ | 婴儿死亡率 | 3.1"]),
            ("2025年农村婴儿死亡率为3.5‰。", vec![]),
            ("2025年，每万人口注册护士数28人。", vec![]),
        ] {
            let text = with_table(text);
            check(text_and_table, &[(&text, &expected)]);
        }
    }
}
