//! Values of table rows that say nothing: one that refers to an empty cell of province or nation, words under a unit of
//! numbers, a change of something for which neither a unit nor a base is printed.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::count::GRADES;
use crate::lexicon::heading::ONE_TO_TEN;
use crate::lexicon::metric::{SHARE_ENDINGS, WITHOUT_UNIT};
use crate::lexicon::unit::MEASURES;
use crate::lexicon::value::{
    BARE_VALUE_MARKS, COMPLETIONS, EMPTY_CELLS, GROWN, NO_UNITS, STAYING, TRENDS, UPPER_LEVELS, UPPER_STANDARDS,
};
use crate::model::{Confidence, Value, ValueKind};
use crate::registry::indicator::is_relative;
use crate::words::Words;
use crate::words::findings::targets;
use crate::words::findings::units;

/// The share of the other rows, in tenths, that must print a unit for a row without one to be told.
const USUAL_TENTHS: usize = 6;

/// Words before the year that a change is counted from: 比2015年降低10%.
const BASES_OF_CHANGES: [&str; 3] = ["比", "较", "基础上"];

/// Own targets that refer to the value of province or nation where its cell for the year is empty: one finding a table.
pub(crate) fn references_to_empty_cells(reading: &Reading) -> Vec<FindingDraft> {
    let mut by_table: Vec<(&str, &str, usize, Vec<Citation>)> = Vec::new();
    for row in &reading.rows {
        let found = row.own_cells().find_map(|cell| Some((cell, empty_reference(row, cell)?)));
        let Some((cell, level)) = found else { continue };
        match by_table.last_mut().filter(|(table, known, ..)| *table == row.table.id && *known == level) {
            Some((_, _, n_rows, citations)) => {
                *n_rows += 1;
                citations.push(row.name.clone());
            }
            None => by_table.push((&row.table.id, level, 1, row.cite_with(&cell.citation).to_vec())),
        }
    }
    let draft = |(_, level, n_rows, citations): (&str, &str, usize, Vec<Citation>)| {
        let what = targets::empty_reference(level_name(level), n_rows);
        FindingDraft::new(Confidence::Medium, what, citations)
    };
    by_table.into_iter().map(draft).collect()
}

/// The level (省, 国家) that a value refers to, if the table has a column of it for the year and its cell is empty.
fn empty_reference(row: &TableRow, cell: &Cell) -> Option<&'static str> {
    let level = level_referred_to(&cell.value)?;
    let is_of_level = |other: &&Cell| {
        let scope = other.value.scope.as_deref().unwrap_or_default();
        !other.is_own && scope.ends_with(level) && other.value.year == cell.value.year
    };
    let mut others = row.cells.iter().filter(is_of_level).peekable();
    others.peek()?;
    others.all(|other| is_empty(&other.value)).then_some(level)
}

/// What the program calls a level of [`UPPER_LEVELS`].
fn level_name(level: &str) -> Words {
    match level {
        "省" => targets::PROVINCE,
        "国家" => targets::NATION,
        _ => targets::LEVEL_ABOVE,
    }
}

/// The level whose value a value in words takes for its own: 省 of 达到省的指标要求, 国家 of 不低于全国平均水平.
fn level_referred_to(value: &Value) -> Option<&'static str> {
    let raw = value.raw.as_deref().filter(|raw| value.number.is_none() && UPPER_STANDARDS.is_in(raw))?;
    UPPER_LEVELS.iter().find(|(word, _)| raw.contains(word)).map(|(_, level)| *level)
}

fn is_empty(value: &Value) -> bool {
    let says_nothing = |raw: &str| !raw.chars().any(char::is_alphanumeric) || EMPTY_CELLS.contains(raw.trim());
    value.number.is_none() && value.raw.as_deref().is_none_or(says_nothing)
}

/// Rows with a unit of numbers whose own values are all words. A single value that only says how something goes on
/// (持续改善) is what planners write where no base is known.
pub(crate) fn words_under_unit(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let is_number_unit = |unit: &&str| unit.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '‰' | '％'));
        let unit = row.row.unit.as_deref().or_else(|| grade_in_name(&row.row.name));
        let unit = unit.filter(is_number_unit).filter(|unit| !NO_UNITS.contains(unit))?;
        let values: Vec<&Cell> = row.own_cells().filter(|cell| !is_empty(&cell.value)).collect();
        if let Some(draft) = words_beside_number(row, unit, &values) {
            return Some(draft);
        }
        if values.iter().any(|cell| holds_number(&cell.citation.quote))
            || values.iter().all(|cell| level_referred_to(&cell.value).is_some())
        {
            return None;
        }
        let says_completion =
            |quote: &str| COMPLETIONS.is_in(quote) && (!TRENDS.is_in(quote) || quote.contains("实现"));
        let is_found = match values.as_slice() {
            [] => false,
            [value] => says_completion(&value.citation.quote),
            several => !several.iter().all(|value| STAYING.is_in(&value.citation.quote)),
        };
        let what = units::words_under_unit(&row.row.name, unit);
        is_found.then(|| FindingDraft::new(Confidence::Medium, what, values.iter().map(|cell| cell.citation.clone())))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// A target in words of what is done (基本建立) beside a base in numbers; what only says how something goes on (明显提高) is told only
/// where no number can be meant by it.
fn words_beside_number(row: &TableRow, unit: &str, values: &[&Cell]) -> Option<FindingDraft> {
    let has_number = values.iter().any(|cell| cell.is_absolute());
    let in_words = values.iter().find(|cell| {
        let quote = cell.citation.quote.trim();
        let is_grown = GROWN.begins(quote) || COMPLETIONS.is_in(quote) && !quote.contains("实现");
        let is_asked = UPPER_LEVELS.iter().any(|(word, _)| quote.contains(word));
        cell.value.kind == Some(ValueKind::Target)
            && !holds_number(quote)
            && is_grown
            && !is_asked
            && !STAYING.is_in(quote)
    })?;
    let what = units::words_under_unit(&row.row.name, unit);
    has_number.then(|| FindingDraft::new(Confidence::Medium, what, row.cite_with(&in_words.citation)))
}

/// The measure of grades in the bracket at the end of a name, which is no unit elsewhere: 评估级别（级）.
fn grade_in_name(name: &str) -> Option<&str> {
    let inside = name.trim().strip_suffix(['）', ')'])?.rsplit(['（', '(']).next()?.trim();
    let mut chars = inside.chars();
    chars.next().filter(|c| GRADES.contains(*c) && chars.next().is_none()).map(|_| inside)
}

/// Whether a cell holds a number, be it a Roman one or a Chinese one before its measure: Ⅲ类, 三级.
fn holds_number(quote: &str) -> bool {
    let chars: Vec<char> = quote.chars().collect();
    let is_counted = chars
        .windows(2)
        .any(|pair| matches!(pair, [numeral, next] if ONE_TO_TEN.contains(*numeral) && GRADES.contains(*next)));
    is_counted || chars.iter().any(|c| c.is_numeric())
}

/// Rows for which neither a unit nor a base is printed, so that nobody can say what is to be reached.
pub(crate) fn neither_unit_nor_base(reading: &Reading) -> Vec<FindingDraft> {
    let mut counts: HashMap<&str, [usize; 2]> = HashMap::new();
    for row in &reading.rows {
        let [n_rows, n_units] = counts.entry(&row.table.id).or_default();
        *n_rows += 1;
        *n_units += usize::from(prints_unit(row));
    }
    let with_base: HashSet<&str> = reading
        .rows
        .iter()
        .filter(|row| changes(row).into_iter().any(names_base))
        .map(|row| row.table.id.as_str())
        .collect();
    let in_row = |row: &TableRow| {
        let [n_rows, n_units] = counts.get(row.table.id.as_str())?;
        // The row itself prints none, and says nothing of what is usual.
        let n_others = n_rows.saturating_sub(1);
        let is_unit_usual = n_others > 0 && n_units * 10 >= n_others * USUAL_TENTHS;
        // A sum of the rows above it has neither a name nor a unit of its own.
        if prints_unit(row) || bare_name(row).is_empty() || WITHOUT_UNIT.ends(&bare_name(row)) {
            return None;
        }
        let has_sisters = is_unit_usual || with_base.contains(row.table.id.as_str());
        let change = baseless_change(row).filter(|_| has_sisters);
        // A dash says that a number has no unit.
        let sister = reading.rows.iter().find(|other| other.table.id == row.table.id && prints_unit(other));
        change.or_else(|| bare_numbers(row, sister).filter(|_| is_unit_usual && row.row.unit.is_none()))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// Whether a row prints a unit, and no dash for it.
fn prints_unit(row: &TableRow) -> bool {
    row.row
        .unit
        .as_deref()
        .is_some_and(|unit| unit.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '‰' | '％')))
}

/// The name without what stands in brackets at its end.
fn bare_name(row: &TableRow) -> String {
    let name = row.row.name.trim();
    name.split(['（', '(']).next().unwrap_or(name).trim().to_owned()
}

/// The own targets of a row that are changes.
fn changes<'r>(row: &'r TableRow) -> Vec<&'r Cell> {
    row.own_cells_of(ValueKind::Target).filter(|cell| is_relative(&cell.value)).collect()
}

/// Whether a change says what it is counted from.
fn names_base(cell: &Cell) -> bool {
    BASES_OF_CHANGES.iter().any(|word| cell.citation.quote.contains(word))
}

/// A row whose target is a change of something that has no number in the row, and that names no base.
fn baseless_change(row: &TableRow) -> Option<FindingDraft> {
    let targets = changes(row);
    let has_base = row.own_cells().any(Cell::is_absolute);
    let first = targets.first().filter(|_| !has_base && !targets.iter().any(|cell| names_base(cell)))?;
    let what = units::change_without_base(&row.row.name, first.citation.quote.trim());
    Some(FindingDraft::new(Confidence::Medium, what, [row.name.clone()]))
}

/// A row of bare numbers, where neither the name nor the values say what is counted. Shares are left to the rule on
/// units, as they are in % all the same.
fn bare_numbers(row: &TableRow, sister: Option<&TableRow>) -> Option<FindingDraft> {
    let is_bare = |cell: &Cell| {
        let raw = cell.citation.quote.trim();
        !raw.is_empty() && raw.chars().all(|c| c.is_ascii_digit() || BARE_VALUE_MARKS.contains(c))
    };
    let values: Vec<&Cell> = row.own_cells().filter(|cell| !is_empty(&cell.value)).collect();
    let names_unit = MEASURES.iter().any(|measure| row.row.name.ends_with(&format!("（{measure}）")));
    let is_share = SHARE_ENDINGS.ends(&bare_name(row));
    // A part is counted in the unit of its whole, the row above: 其中：公园绿地.
    let is_part = row.row.name.trim_start().starts_with("其中");
    let is_told = !names_unit && !is_share && !is_part;
    let first = values.first().filter(|_| values.iter().all(|cell| is_bare(cell)) && is_told)?;
    let what = match sister {
        Some(sister) => units::no_unit_beside(&row.row.name, &sister.row.name),
        None => units::no_unit(&row.row.name),
    };
    Some(FindingDraft::new(Confidence::Medium, what, row.cite_with(&first.citation)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    /// A table whose columns are those of the province and of the plan's own place, with one row.
    fn table(row: &str) -> String {
        format!(
            "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t省2025年\t市2025年\t省2030年目标\t市2030年目标\n1\t{row}\n2\t婴儿死亡率\t‰\t3\t3\t2.9\t2.8\n"
        )
    }

    #[test]
    fn references_to_cells_without_a_value() {
        for (row, expected) in [
            ("参保率\t%\t95\t94\t—\t与全省持平", &["[7] 参保率 | 与全省持平"][..]),
            ("参保率\t%\t95\t94\t无\t达到省级标准", &["[7] 参保率 | 达到省级标准"]),
            ("参保率\t%\t95\t94\t96\t达到省级标准", &[]),
            // The table has no column of the nation, and an own wording refers to nobody.
            ("参保率\t%\t95\t94\t—\t达到国家要求", &[]),
            ("参保率\t%\t95\t94\t—\t持续提高", &[]),
        ] {
            check(references_to_empty_cells, &[(&table(row), expected)]);
        }
    }

    #[test]
    fn words_below_a_unit_of_numbers() {
        for (row, expected) in [
            ("达标率\t%\t95\t大部分达标\t96\t全部达标", &["[7] 大部分达标 | 全部达标"][..]),
            ("体系\t—\t\t逐步健全\t\t更加完善", &[]),
            ("达标率\t%\t95\t94\t96\t全部达标", &[]),
            ("出厂水水质\t类\tⅡ类\tⅢ类\tⅡ类\t优于Ⅲ类", &[]),
            ("医院等级\t级\t三级\t二级\t三级\t三级", &[]),
            ("服务评估级别（级）\t\t\t稳步提高\t\t明显提高", &["[7] 稳步提高 | 明显提高"]),
            ("达标率\t%\t95\t保持\t96\t保持稳定", &[]),
            ("满意度\t%\t95\t\t96\t持续提高", &[]),
        ] {
            check(words_under_unit, &[(&table(row), expected)]);
        }
    }
}
