//! Shares above the whole: 参保覆盖率达113.73%.

use crate::model::Confidence;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, Clause, TextNumber};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::table_row::{Cell, TableRow, is_absolute};

/// The whole, in hundredths.
const WHOLE: f64 = 100.0;

/// Words of what cannot be more than the whole.
const SHARES: &[&str] = &[
    "覆盖率",
    "覆盖面",
    "比例",
    "比重",
    "占比",
    "知晓率",
    "合格率",
    "达标率",
    "接种率",
    "参保率",
    "签约率",
    "管理率",
    "治疗率",
    "普及率",
    "处理率",
    "筛查率",
    "报告率",
    "死亡率",
    "发病率",
    "患病率",
    "吸烟率",
    "近视率",
    "建档率",
    "配备率",
    "治愈率",
    "使用率",
    "完成率",
    "参与率",
    "服务率",
    "入住率",
];

/// Words of shares that are printed above the whole: a bed in the corridor, a plan more than carried out.
const MAY_EXCEED: &[&str] = &["使用率", "完成率"];

/// Words of a change, which has no whole.
const CHANGES: &[&str] =
    &["增长", "增加", "提高", "上升", "提升", "增幅", "增速", "下降", "降低", "翻", "超额", "比上年", "同比"];

/// A share above 100 % in a table or in the text.
pub(crate) fn shares_over_100(reading: &Reading) -> Vec<FindingDraft> {
    let cells = reading.rows.iter().flat_map(in_row);
    let texts =
        reading.texts.iter().flat_map(|text| numbers::clauses(text).flat_map(move |clause| in_clause(text, &clause)));
    cells.chain(texts).collect()
}

fn in_row(row: &TableRow) -> Vec<FindingDraft> {
    let in_hundredths = row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%");
    let is_share = in_hundredths && is_share(&row.row.name);
    let above = row.cells.iter().filter(|cell| is_absolute(&cell.value) && cell.value.number > Some(WHOLE));
    let tell = |cell: &Cell| {
        let what = format!("“{}”为{}，超过100%", row.row.name, cell.place.quote);
        FindingDraft::new(confidence(&row.row.name), what, row.places(&cell.place))
    };
    above.filter(|_| is_share).map(tell).collect()
}

fn in_clause(text: &Passage, clause: &Clause) -> Vec<FindingDraft> {
    let mut begins = 0;
    let mut found = Vec::new();
    for TextNumber { from, to, number, unit } in clause.amounts() {
        let before: String = clause.marks.get(begins..from).unwrap_or_default().iter().collect();
        begins = to;
        if unit == "%" && number > WHOLE && is_share(&before) {
            let what =
                format!("“{}”超过100%", clause.marks.get(from..to).unwrap_or_default().iter().collect::<String>());
            let start = before.chars().count().min(40);
            found.push(FindingDraft::new(
                confidence(&before),
                what,
                [text.place(clause.from + from - start, clause.from + to)],
            ));
        }
    }
    found
}

fn is_share(words: &str) -> bool {
    SHARES.iter().any(|word| words.contains(word)) && !CHANGES.iter().any(|word| words.contains(word))
}

fn confidence(words: &str) -> Confidence {
    let may = MAY_EXCEED.iter().any(|word| words.contains(word));
    if may { Confidence::Low } else { Confidence::High }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn more_than_all() {
        check(
            shares_over_100,
            &[
                ("一、基础\n老年人参保覆盖率达113.7%，居全省前列。\n", &["[2] 老年人参保覆盖率达113.7%"]),
                ("一、基础\n床位使用率为103.2%。\n", &["[2] 床位使用率为103.2%"]),
                ("一、基础\n参保覆盖率提高120%。\n", &[]),
                ("一、基础\n业务收入为上年的113.7%，参保率100%。\n", &[]),
            ],
        );
    }
}
