//! Years that cannot be: a span that runs backwards, a month above twelve, a baseline behind its target.

use crate::model::{ColumnRole, Confidence, ValueKind};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;

/// The years a plan can name.
const YEARS: std::ops::RangeInclusive<u32> = 1949..=2100;

/// Spans and dates of the text, and columns of tables.
pub(crate) fn impossible_years(reading: &Reading) -> Vec<FindingDraft> {
    let texts = reading.texts.iter().flat_map(|text| in_text(text));
    let tables = reading.plan.tables().filter_map(|table| {
        let own = |kind: ValueKind| {
            let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
            columns.filter(move |column| column.kind == Some(kind) && column.scope == reading.plan.region)
        };
        let start = own(ValueKind::Baseline).filter(|column| column.year.is_some()).max_by_key(|column| column.year)?;
        let target = own(ValueKind::Target).find(|column| column.year.is_some_and(|year| Some(year) < start.year))?;
        let what = format!("表中目标年份早于基期年份：{}、{}", target.header, start.header);
        let place =
            |quote: &str| Citation { line: table.lines[0], node: Some(table.node.clone()), quote: quote.to_owned() };
        Some(FindingDraft::new(Confidence::Medium, what, [place(&target.header), place(&start.header)]))
    });
    texts.chain(tables).collect()
}

fn in_text(text: &Passage) -> Vec<FindingDraft> {
    let marks = &text.marks;
    let number = |from: usize| {
        let digits: String = marks.iter().skip(from).take_while(|mark| mark.is_ascii_digit()).collect();
        digits.parse::<u32>().ok().map(|number| (number, from + digits.len()))
    };
    let mut found = Vec::new();
    for (at, _) in marks.iter().enumerate().filter(|(at, mark)| {
        mark.is_ascii_digit() && !at.checked_sub(1).and_then(|at| marks.get(at)).is_some_and(char::is_ascii_digit)
    }) {
        let Some((year, mut end)) = number(at).filter(|(year, _)| YEARS.contains(year)) else { continue };
        let closed = marks.get(end) == Some(&'年');
        end += usize::from(closed);
        let dash = matches!(marks.get(end), Some('-' | '—' | '–' | '－' | '至' | '~' | '～' | '到'));
        if let Some((last, to)) = number(end + 1).filter(|(last, _)| dash && YEARS.contains(last))
            && last < year
            && marks.get(to) == Some(&'年')
        {
            let what = format!("起止年份颠倒：{year}年至{last}年");
            found.push(FindingDraft::new(Confidence::High, what, [text.place(at, to + 1)]));
        }
        if let Some((month, to)) = number(end).filter(|_| closed)
            && marks.get(to) == Some(&'月')
            && !(1..=12).contains(&month)
        {
            found.push(FindingDraft::new(Confidence::High, format!("没有{month}月"), [text.place(at, to + 1)]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn years_and_months_that_cannot_be() {
        check(
            impossible_years,
            &[
                ("一、依据\n按《方案（2030—2025年）》执行。\n", &["[2] 2030—2025年"]),
                ("一、依据\n按2025—2030年方案，自2025年13月起执行。\n", &["[2] 2025年13月"]),
                ("一、依据\n按国卫发2021—1号文，自2025年12月起执行。\n", &[]),
            ],
        );
    }
}
