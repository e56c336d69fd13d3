//! One thing in two places with two numbers: text against table, text against text, table against table.

use crate::model::Confidence;
use crate::registry::name;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{Difference, differs, faces, years};
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::TableRow;

/// Fewest characters of a name that is another but for a numeral.
const FEWEST: usize = 6;

/// A figure of the text against the table row of the same thing and year. What a sentence says of several years is one
/// finding a row.
pub(crate) fn differing_numbers(reading: &Reading) -> Vec<FindingDraft> {
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
            .filter(|(_, other)| other.stated.place == pair.stated.place && other.stated.metric == pair.stated.metric);
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
    again: Vec<Citation>,
}

impl Facing<'_> {
    /// Whether another sentence states the one figure of this one with the same value for the same year.
    fn is_repeated_by(&self, stated: &Figure) -> bool {
        let figure = |figure: &Figure| (figure.year, figure.raw.clone(), figure.unit.clone(), figure.dated);
        let is_other = self.stated.place != stated.place && self.more.is_empty();
        let similarity = self.row.metric.similarity(&stated.metric);
        is_other && figure(self.stated) == figure(stated) && similarity == Some(self.how.similarity)
    }

    fn found(&self) -> FindingDraft {
        let pairs = || [(self.stated, self.cell)].into_iter().chain(self.more.iter().copied());
        let told: Vec<String> = pairs()
            .map(|(stated, cell)| format!("{}正文写{}，表格写{}", years(stated), stated.raw, cell.raw))
            .collect();
        let what = format!("“{}”：{}{}", self.stated.metric.name, told.join("；"), self.how.remark(self.stated));
        let cells = pairs().map(|(_, cell)| cell.place.clone());
        let places = [self.stated.place.clone(), self.row.name.clone()].into_iter().chain(cells);
        let places = places.chain(self.again.iter().cloned());
        FindingDraft::new(self.how.confidence, what, places)
    }
}

/// A row whose name differs from the text's in a numeral only (二类以上公厕 against 三类以上公厕), where neither name stands
/// on the other side.
pub(crate) fn differing_names(reading: &Reading) -> Vec<FindingDraft> {
    let named: Vec<(String, &Citation)> =
        reading.named.iter().map(|(named, place)| (name::key(named), place)).collect();
    let rows: Vec<(String, &TableRow)> = reading.rows.iter().map(|row| (name::key(&row.row.name), row)).collect();
    let in_table = |key: &str| rows.iter().any(|(other, _)| other == key);
    let mut found: Vec<FindingDraft> = Vec::new();
    for (key, row) in rows.iter().filter(|(key, _)| !named.iter().any(|(other, _)| other == key)) {
        let near = named.iter().filter(|(named, _)| differ_in_numeral(named, key) && !in_table(named));
        let near: Vec<&(String, &Citation)> = near.collect();
        if let Some((named, _)) = near.first() {
            let what = format!("正文写“{named}”，表格写“{}”", row.row.name);
            let places = near.iter().map(|(_, place)| (*place).clone()).chain([row.name.clone()]);
            found.push(FindingDraft::new(Confidence::Medium, what, places));
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
            check(differing_numbers, &[(&text, &expected)]);
        }
    }
}
