//! The text against a table: another number for one metric and year, or a name that differs in a numeral.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{Difference, are_comparable};
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::metric::Similarity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::heading::ONE_TO_TEN;
use crate::model::Confidence;
use crate::registry::name;
use crate::words::findings::figures;
use crate::words::{self, Sentence};

/// Fewest characters of a name that may differ from another in a numeral only.
const SHORTEST_NAME: usize = 6;

/// The most sentences that a finding lists.
const MOST_PLACES: usize = 20;

/// Figures of the text that contradict the table row of the same metric and year. A row makes one finding for each way in
/// which its name is like that of the text, with all sentences.
pub(crate) fn differing_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let rows: Vec<(&TableRow, Vec<Figure>)> =
        reading.rows.iter().map(|row| (row, row.own_figures().collect())).collect();
    let mut found: Vec<RowContradictions> = Vec::new();
    let mut numbers: HashMap<(usize, Similarity), usize> = HashMap::new();
    for stated in &reading.text_figures {
        for (at, similarity, contradiction) in surest(contradictions(reading, &rows, stated)) {
            let number = *numbers.entry((at, similarity)).or_insert(found.len());
            match (found.get_mut(number), rows.get(at)) {
                (Some(known), _) => known.contradictions.push(contradiction),
                (None, Some((row, _))) => found.push(RowContradictions { row, contradictions: vec![contradiction] }),
                (None, None) => {}
            }
        }
    }
    found.iter().filter_map(RowContradictions::draft).collect()
}

/// A row, by its position, with how alike its name is and with what contradicts the figure.
type Found<'a> = (usize, Similarity, Contradiction<'a>);

/// The rows that contradict a figure of the text.
fn contradictions<'a>(
    reading: &Reading,
    rows: &'a [(&'a TableRow<'a>, Vec<Figure<'a>>)],
    stated: &'a Figure<'a>,
) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for at in reading.row_index.candidates(&stated.metric) {
        for printed in rows.get(at).into_iter().flat_map(|(_, printed)| printed) {
            let difference = are_comparable(stated, printed).then(|| Difference::between(stated, printed)).flatten();
            let found_here =
                difference.map(|difference| (at, difference.similarity, Contradiction { difference, stated, printed }));
            found.extend(found_here);
        }
    }
    found
}

/// Of several rows that contradict one figure, the surest, and of equally sure ones the first.
fn surest(found: Vec<Found>) -> Vec<Found> {
    let best = found.iter().map(|(at, _, one)| (one.difference.confidence, *at)).min();
    found.into_iter().filter(|(at, ..)| best.is_some_and(|(_, row)| row == *at)).collect()
}

/// A figure of the text and one of a table row that contradict each other.
struct Contradiction<'a> {
    difference: Difference,
    stated: &'a Figure<'a>,
    printed: &'a Figure<'a>,
}

/// What the text says against one row.
struct RowContradictions<'a> {
    row: &'a TableRow<'a>,
    contradictions: Vec<Contradiction<'a>>,
}

impl RowContradictions<'_> {
    fn draft(&self) -> Option<FindingDraft> {
        let first = self.contradictions.first()?;
        let mut sentences: Vec<Sentence> = Vec::new();
        for Contradiction { stated, printed, .. } in self.contradictions.iter().take(MOST_PLACES) {
            let sentence = figures::text_and_table(stated.year_label(), &stated.raw, &printed.raw);
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        let name = &first.stated.metric.name;
        let differences = words::joined(&sentences, words::punctuation::SEMICOLON);
        let what = figures::of_metric(name, differences, first.difference.remark(first.stated));
        let listed = || self.contradictions.iter().take(MOST_PLACES);
        let cells = listed().map(|one| one.printed.citation.clone());
        let repeated = listed().map(|one| one.stated.citation.clone());
        let citations = [first.stated.citation.clone(), self.row.name.clone()].into_iter().chain(cells).chain(repeated);
        let confidence = self.contradictions.iter().map(|one| one.difference.confidence).min();
        Some(FindingDraft::new(confidence?, what, citations))
    }
}

/// Rows whose name differs from one of the text in a numeral only (二类以上公厕, 三类以上公厕). Names that stand in the
/// text and in a table are left out.
pub(crate) fn differing_names(reading: &Reading) -> Vec<FindingDraft> {
    let rows: Vec<(String, &TableRow)> = reading.rows.iter().map(|row| (name::key(&row.row.name), row)).collect();
    let in_table: HashSet<&str> = rows.iter().map(|(key, _)| key.as_str()).collect();
    let in_text: Vec<(String, &Citation)> =
        reading.target_names.iter().map(|(name, citation)| (name::key(name), citation)).collect();
    // The names of the text that no table has, by what is left of them without numerals.
    let mut by_rest: HashMap<String, Vec<&(String, &Citation)>> = HashMap::new();
    for named in in_text.iter().filter(|(name, _)| !in_table.contains(name.as_str())) {
        by_rest.entry(without_numerals(&named.0)).or_default().push(named);
    }
    let in_text: HashSet<&str> = in_text.iter().map(|(key, _)| key.as_str()).collect();
    let mut drafts: Vec<FindingDraft> = Vec::new();
    for (key, row) in rows.iter().filter(|(key, _)| !in_text.contains(key.as_str())) {
        let alike = by_rest.get(&without_numerals(key)).into_iter().flatten();
        let similar: Vec<_> = alike.filter(|(name, _)| differ_in_numeral(name, key)).take(MOST_PLACES).collect();
        if let Some((name, _)) = similar.first() {
            let what = figures::names_in_text_and_table(name, &row.row.name);
            let citations = similar.iter().map(|(_, citation)| (*citation).clone()).chain([row.name.clone()]);
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
        }
    }
    drafts
}

/// A name without its numerals.
fn without_numerals(name: &str) -> String {
    name.chars().filter(|c| !ONE_TO_TEN.contains(*c)).collect()
}

/// Whether two names are the same but for one numeral.
fn differ_in_numeral(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let differing: Vec<_> = one.iter().zip(&other).filter(|(one, other)| one != other).collect();
    let is_numeral = |c: &char| ONE_TO_TEN.contains(*c);
    one.len() == other.len()
        && one.len() >= SHORTEST_NAME
        && matches!(differing.as_slice(), [(one, other)] if is_numeral(one) && is_numeral(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A table of three metrics that stands below a text.
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
