//! The text against a table: another number for one metric and year, or a name that differs in a numeral.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::difference::{Difference, are_comparable};
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::heading::ONE_TO_TEN;
use crate::model::Confidence;
use crate::registry::name;

/// Fewest characters of a name that may differ from another in a numeral only.
const SHORTEST_NAME: usize = 6;

/// Figures of the text that contradict the table row of the same metric and year. A sentence makes one finding for a
/// row, also where it states several years.
pub(crate) fn differing_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let in_tables: Vec<_> = reading.table_figures().collect();
    let mut contradictions: Vec<Contradiction> = Vec::new();
    for stated in &reading.text_figures {
        for (printed, row) in in_tables.iter().filter(|(printed, _)| are_comparable(stated, printed)) {
            let Some(difference) = Difference::between(stated, printed) else { continue };
            let of_row = || contradictions.iter().enumerate().filter(|(_, one)| one.row.name == row.name);
            if let Some((at, _)) = of_row().find(|(_, one)| one.is_repeated_by(stated)) {
                contradictions[at].repeated.push(stated.citation.clone());
            } else if let Some((at, _)) = of_row().find(|(_, one)| one.stated.citation == stated.citation) {
                contradictions[at].further_years.push((stated, printed));
            } else {
                contradictions.push(Contradiction {
                    difference,
                    stated,
                    printed,
                    row,
                    further_years: Vec::new(),
                    repeated: Vec::new(),
                });
            }
        }
    }
    // Of two tables that contradict one figure, the surer contradiction is reported, of equal ones the first.
    let is_surest = |at: usize, one: &Contradiction| {
        let mut rivals = contradictions.iter().enumerate().filter(|(_, other)| other.is_of_figure(one.stated));
        !rivals.any(|(rival, other)| (other.difference.confidence, rival) < (one.difference.confidence, at))
    };
    let surest = contradictions.iter().enumerate().filter(|(at, one)| is_surest(*at, one));
    surest.map(|(_, one)| one.draft()).collect()
}

/// A figure of the text and a table row that contradict each other.
struct Contradiction<'a> {
    difference: Difference,
    stated: &'a Figure<'a>,
    printed: &'a Figure<'a>,
    row: &'a TableRow<'a>,
    /// Figures of the same sentence and row for further years: of the text, of the table.
    further_years: Vec<(&'a Figure<'a>, &'a Figure<'a>)>,
    /// Other sentences that state the same figure.
    repeated: Vec<Citation>,
}

impl Contradiction<'_> {
    fn is_of_figure(&self, stated: &Figure) -> bool {
        self.stated.citation == stated.citation && self.stated.metric == stated.metric
    }

    /// Whether another sentence states the figure with the same value for the same year.
    fn is_repeated_by(&self, stated: &Figure) -> bool {
        let value = |figure: &Figure| (figure.year, figure.raw.clone(), figure.unit.clone(), figure.dated);
        let is_other = self.stated.citation != stated.citation && self.further_years.is_empty();
        let similarity = self.row.metric.similarity(&stated.metric);
        is_other && value(self.stated) == value(stated) && similarity == Some(self.difference.similarity)
    }

    fn draft(&self) -> FindingDraft {
        let pairs = || [(self.stated, self.printed)].into_iter().chain(self.further_years.iter().copied());
        let by_year: Vec<String> = pairs()
            .map(|(stated, printed)| format!("{}正文写{}，表格写{}", stated.year_label(), stated.raw, printed.raw))
            .collect();
        let name = &self.stated.metric.name;
        let what = format!("“{name}”：{}{}", by_year.join("；"), self.difference.remark(self.stated));
        let cells = pairs().map(|(_, printed)| printed.citation.clone());
        let citations = [self.stated.citation.clone(), self.row.name.clone()].into_iter().chain(cells);
        FindingDraft::new(self.difference.confidence, what, citations.chain(self.repeated.iter().cloned()))
    }
}

/// Rows whose name differs from one of the text in a numeral only (二类以上公厕, 三类以上公厕). Names that stand in the
/// text and in a table are left out.
pub(crate) fn differing_names(reading: &Reading) -> Vec<FindingDraft> {
    let in_text: Vec<(String, &Citation)> =
        reading.target_names.iter().map(|(name, citation)| (name::key(name), citation)).collect();
    let rows: Vec<(String, &TableRow)> = reading.rows.iter().map(|row| (name::key(&row.row.name), row)).collect();
    let is_in_table = |key: &str| rows.iter().any(|(other, _)| other == key);
    let mut drafts: Vec<FindingDraft> = Vec::new();
    for (key, row) in rows.iter().filter(|(key, _)| !in_text.iter().any(|(other, _)| other == key)) {
        let similar = in_text.iter().filter(|(name, _)| differ_in_numeral(name, key) && !is_in_table(name));
        let similar: Vec<&(String, &Citation)> = similar.collect();
        if let Some((name, _)) = similar.first() {
            let what = format!("正文写“{name}”，表格写“{}”", row.row.name);
            let citations = similar.iter().map(|(_, citation)| (*citation).clone()).chain([row.name.clone()]);
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
        }
    }
    drafts
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
