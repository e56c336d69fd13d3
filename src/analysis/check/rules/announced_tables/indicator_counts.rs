//! How many indicators a text says that its table has, in all or of one nature: 16项指标, 其中约束性指标4项.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::count::{PART_OPENINGS, STATING_CHARS};
use crate::lexicon::indicator::{BEFORE_INDICATORS, INDICATOR_WORDS};
use crate::lexicon::table::{NATURES, SUBTOTALS, TOTALS};
use crate::model::Confidence;
use crate::text::fold::squeeze;
use crate::words::Sentence;
use crate::words::findings::figures;

/// Most by which the number may be wrong; a table that lacks more prints only some of the indicators.
const LARGEST_DIFFERENCE: usize = 3;

/// Most characters around a number that are read.
const REACH: usize = 12;

/// Numbers of indicators that differ from the rows of the only table of their section.
pub(crate) fn indicator_counts(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for passage in reading.passages.iter().filter(|passage| !passage.is_title() && passage.text.contains("指标")) {
        let [table] = passage.node.tables.as_slice() else { continue };
        let rows: Vec<&TableRow> =
            reading.rows.iter().filter(|row| row.table.id == table.id && !is_total(row)).collect();
        let amounts = amount::find_amounts(&passage.chars);
        let wrong: Vec<(Sentence, Citation)> =
            amounts.iter().filter_map(|amount| against_table(passage, amount, &rows)).collect();
        if let Some((what, _)) = wrong.first() {
            let title = table.title.clone().unwrap_or_default();
            let place = Citation { line: table.lines[0], node: Some(table.node.clone()), quote: title };
            let what = what.clone();
            let citations = wrong.into_iter().map(|(_, citation)| citation).chain([place]);
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
        }
    }
    drafts
}

/// Whether a row adds up others.
fn is_total(row: &TableRow) -> bool {
    let name = squeeze(&row.row.name);
    TOTALS.contains(&name) || SUBTOTALS.contains(&name)
}

/// What is wrong with a number of indicators, and where it stands.
fn against_table(passage: &Passage, amount: &Amount, rows: &[&TableRow]) -> Option<(Sentence, Citation)> {
    let counted = counted(passage, amount)?;
    let number = usize::try_from(
        amount.printed.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok()?,
    )
    .ok()?;
    let counts = if let Counted::OfNature(nature) = counted {
        vec![rows.iter().filter(|row| row.row.nature.as_deref() == Some(nature)).count()]
    } else {
        // Rows that are a part of the one above may count or not, and some tables number what they count.
        let is_part = |row: &&&TableRow| PART_OPENINGS.begins(row.row.name.trim());
        let n_parts = rows.iter().filter(is_part).count();
        let last = rows.iter().filter_map(|row| row.row.number.as_deref()?.parse().ok()).max();
        [Some(rows.len()), Some(rows.len() - n_parts), last].into_iter().flatten().collect()
    };
    let count = counts.first().copied().filter(|count| *count > 0)?;
    let is_wrong = counts.iter().all(|count| *count != number) && number.abs_diff(count) <= LARGEST_DIFFERENCE;
    is_wrong.then(|| {
        let citation = passage.cite(amount.from.saturating_sub(REACH / 2), amount.to + REACH / 2);
        let what = match counted {
            Counted::OfNature(nature) => figures::indicators_of_nature(nature, &amount.printed, count),
            Counted::All => figures::indicators(&amount.printed, count),
        };
        (what, citation)
    })
}

/// What a number of indicators counts.
#[derive(Clone, Copy)]
enum Counted {
    All,
    OfNature(&'static str),
}

/// What an amount counts of the indicators; `None` where it counts anything else.
fn counted(passage: &Passage, amount: &Amount) -> Option<Counted> {
    let chars = &passage.chars;
    let behind: String = chars.iter().skip(amount.to).take(REACH).take_while(|c| is_han(**c)).collect();
    let from = amount.from - chars.get(..amount.from)?.iter().rev().take(REACH).take_while(|c| is_han(**c)).count();
    let before: String = chars.get(from..amount.from)?.iter().collect();
    let of_nature = |words: &str| NATURES.iter().find(|nature| words.contains(nature)).map(Counted::OfNature);
    if amount.unit != "个" && amount.unit != "项" {
        return None;
    }
    if let Some(words) = INDICATOR_WORDS.prefix_of(&behind) {
        return of_nature(words).or_else(|| BEFORE_INDICATORS.ends(&before).then_some(Counted::All));
    }
    let words = INDICATOR_WORDS.suffix_of(before.trim_end_matches(|c| STATING_CHARS.contains(c)))?;
    Some(of_nature(words).unwrap_or(Counted::All))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn numbers_of_indicators() {
        let text = |sentence: &str| {
            format!(
                "一、指标\n{sentence}\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\t属性\n1\t人均预期寿命\t岁\t79\t80\t预期性\n2\t婴儿死亡率\t‰\t3\t2.8\t约束性\n3\t参保率\t%\t95\t96\t约束性\n"
            )
        };
        for (sentence, expected) in [
            ("设置主要指标4项。", &["[2, 6] 设置主要指标4项。 | 主要指标"][..]),
            (
                "建立由4项指标构成的体系，其中约束性指标1项。",
                &["[2, 6] 建立由4项指标构成的体系， | 约束性指标1项。 | 主要指标"],
            ),
            ("设置主要指标3项，其中约束性指标2项、预期性指标1项。", &[]),
            ("国家卫生城市40项指标，设置主要指标22项。", &[]),
        ] {
            let found = crate::analysis::check::tests::run_rule(indicator_counts, &text(sentence));
            assert_eq!(found.len(), expected.len(), "{sentence} {found:?}");
        }
        check(indicator_counts, &[("一、指标\n设置主要指标4项。\n", &[])]);
    }
}
