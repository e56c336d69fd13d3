//! One indicator in two rows of a table, under one name or under two that mean one thing.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::metric::{COUNT_ENDINGS, SAME_MEANING};
use crate::model::Confidence;
use crate::registry::{name, unit};

/// Fewest characters of a name that is compared.
const SHORTEST_NAME: usize = 3;

/// Rows of one table that measure one thing for one group of people or place. Each indicator is told once.
pub(crate) fn repeated_rows(reading: &Reading) -> Vec<FindingDraft> {
    let mut groups: HashMap<(&str, String), Vec<&TableRow>> = HashMap::new();
    let mut order: Vec<(&str, String)> = Vec::new();
    for row in &reading.rows {
        for key in keys(row) {
            let group = groups.entry((&row.table.id, key.clone())).or_default();
            if group.is_empty() {
                order.push((&row.table.id, key));
            }
            group.push(row);
        }
    }
    let mut told: Vec<Vec<Citation>> = Vec::new();
    for key in &order {
        let Some(rows) = groups.get(key).filter(|rows| rows.len() > 1) else { continue };
        let citations: Vec<Citation> = rows.iter().map(|row| row.name.clone()).collect();
        if !told.contains(&citations) {
            told.push(citations);
        }
    }
    let draft = |citations: Vec<Citation>| {
        let names: Vec<&str> = citations.iter().map(|citation| citation.quote.as_str()).collect();
        let what = format!("同一指标在表中列了{}次：“{}”", names.len(), names.join("”“"));
        FindingDraft::new(Confidence::Medium, what, citations)
    };
    told.into_iter().map(draft).collect()
}

/// The forms of a row's name under which another one means the same: its indicator, and its name with synonyms replaced.
/// A unit of another kind makes it another measure. Rows that are a part of the one above (其中) are left out.
fn keys(row: &TableRow) -> Vec<String> {
    let printed = row.row.name.trim();
    if printed.starts_with("其中") || printed.chars().count() < SHORTEST_NAME {
        return Vec::new();
    }
    let measure = row.metric.measure(row.row.unit.as_deref()).map(|measure| unit::canonical(&measure));
    // The loose name of a count and that of a share of it may be one.
    let is_count = COUNT_ENDINGS.ends(printed);
    let suffix = format!("|{}|{is_count}", measure.as_deref().unwrap_or_default());
    let bare = name::key(printed);
    let levelled = SAME_MEANING.iter().fold(bare.clone(), |name, (from, to)| name.replace(from, to));
    let indicator = row.metric.indicator_id().filter(|_| !row.metric.is_incomparable);
    let by_indicator = indicator.map(|id| format!("#{id}{}|{suffix}", row.metric.owner.as_deref().unwrap_or_default()));
    let mut keys = vec![format!("{levelled}{suffix}")];
    keys.extend(by_indicator);
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn one_indicator_in_two_rows() {
        let table = |row: &str| {
            format!(
                "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t2025年\t2030年目标\n1\t普惠性幼儿园在园幼儿占比\t%\t80\t90\n2\t{row}\n"
            )
        };
        for (row, expected) in [
            (
                "普惠性幼儿园在园幼儿比例\t%\t80\t90",
                &["[7, 8] 普惠性幼儿园在园幼儿占比 | 普惠性幼儿园在园幼儿比例"][..],
            ),
            ("普惠性幼儿园在园幼儿数\t人\t8000\t9000", &[]),
            ("公办幼儿园在园幼儿占比\t%\t80\t90", &[]),
        ] {
            check(repeated_rows, &[(&table(row), expected)]);
        }
    }
}
