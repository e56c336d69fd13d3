//! Numbers out of order: headings, boxes, entries (一是…), the ordinals of tables; and rows that the importer doubted.

use crate::model::{Confidence, DoubtKind, Kind, Node};
use crate::text::numeral;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::table_row::TableRow;

/// Marks round the numeral of a heading or a row.
const MARKS: &[char] = &[
    '第', '章', '节', '条', '专', '栏', '附', '件', '表', '（', '）', '(', ')', '、', '.', '．', '：', ':', ' ',
    '\u{3000}',
];

/// What opens an entry of a list.
const ENTRIES: [&str; 10] = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"];

/// Fewest neighbours whose items bear one mark.
const NEIGHBOURS: usize = 3;

/// A printed number with its place.
struct Numbered {
    number: u32,
    printed: String,
    place: Citation,
}

/// Headings of one rank under one heading, boxes and attachments of the whole plan.
pub(crate) fn heading_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut groups: Vec<(Group, Vec<Numbered>)> = Vec::new();
    for node in &*reading.plan.nodes {
        let Some((group, numbered)) = numbered(node) else { continue };
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, members)) => members.push(numbered),
            None => groups.push((group, vec![numbered])),
        }
    }
    let mut found = Vec::new();
    for (at, (group, members)) in groups.iter().enumerate() {
        // Sections numbered through all chapters go on from the group before.
        let before = groups.get(..at).unwrap_or_default().iter().rev().find(|(other, _)| other.style == group.style);
        let last = before.and_then(|(_, members)| members.last()).map_or(0, |member| member.number);
        found.extend(out_of_order(members, last, "同级编号"));
    }
    found
}

/// Nodes that are numbered together.
#[derive(PartialEq, Eq)]
struct Group {
    parent: Option<String>,
    style: String,
}

fn numbered(node: &Node) -> Option<(Group, Numbered)> {
    let printed = node.number.clone()?;
    let numeral: String = printed.trim_matches(MARKS).to_owned();
    let number = numeral::parse(&numeral)?;
    let through = matches!(node.kind, Kind::Box | Kind::Attachment);
    let style: String =
        crate::text::fold::fold(&printed).replace(&crate::text::fold::fold(&numeral), "").replace(' ', "");
    let han = if numeral.is_ascii() { "" } else { "一" };
    let group = Group { parent: node.parent.clone().filter(|_| !through), style: format!("{style}{han}") };
    let place = Citation { line: node.lines[0], node: Some(node.id.clone()), quote: heading(node) };
    Some((group, Numbered { number, printed, place }))
}

/// Number and title as the document prints them together; the number alone where a tab or blank stands between.
fn heading(node: &Node) -> String {
    node.number.clone().unwrap_or_default()
}

/// One finding for a list whose numbers do not run on from one to the next, at the places where they do not.
fn out_of_order(members: &[Numbered], before: u32, what: &str) -> Option<FindingDraft> {
    let mut places: Vec<Citation> = Vec::new();
    let mut last: Option<&Numbered> = None;
    for member in members {
        let follows = match last {
            Some(last) => member.number == last.number + 1,
            None => member.number == 1 || member.number == before + 1,
        };
        if !follows {
            places.extend(last.map(|last| last.place.clone()));
            places.push(member.place.clone());
        }
        last = Some(member);
    }
    let printed: Vec<&str> = members.iter().map(|member| member.printed.trim_matches(['、', '.', '．', ' '])).collect();
    (!places.is_empty()).then(|| {
        let what = format!("{what}不连续，依次为{}", printed.join("，"));
        FindingDraft::new(Confidence::High, what, places)
    })
}

/// A section whose items bear another mark than those of all its neighbours: （1） where the others have 1.
pub(crate) fn heading_styles(reading: &Reading) -> Vec<FindingDraft> {
    let mut children: Vec<(&Node, String, Citation)> = Vec::new();
    for node in &*reading.plan.nodes {
        let Some(parent) = node.parent.as_deref().and_then(|id| reading.plan.node(id)) else { continue };
        let is_first = !children.iter().any(|(other, ..)| other.id == parent.id);
        if let Some((group, numbered)) =
            numbered(node).filter(|_| is_first && node.kind != Kind::Box && parent.kind != Kind::Box)
        {
            children.push((parent, group.style, numbered.place));
        }
    }
    let odd = children.iter().filter(|(parent, style, _)| {
        let beside = || children.iter().filter(|(other, ..)| other.parent == parent.parent && other.id != parent.id);
        let alike = beside().filter(|(_, other, _)| other == style).count();
        alike == 0
            && beside().count() >= NEIGHBOURS
            && beside().all(|(_, other, _)| beside().next().is_some_and(|(_, first, _)| first == other))
    });
    odd.map(|(parent, _, place)| {
        let what = format!("“{}”之下的编号样式与其他各处不同", parent.heading());
        FindingDraft::new(Confidence::Low, what, [place.clone()])
    })
    .collect()
}

/// Ordinals of a table that do not run on; each group may begin again at 1.
pub(crate) fn row_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    for table in reading.plan.tables() {
        let rows = reading.rows.iter().filter(|row| row.table.id == table.id);
        let mut runs: Vec<Vec<Numbered>> = vec![Vec::new()];
        for row in rows {
            let Some(printed) = row.row.number.clone() else { continue };
            let Some(number) = numeral::parse(printed.trim_matches(MARKS)) else { continue };
            if number == 1 {
                runs.push(Vec::new());
            }
            let place = Citation { quote: row.row.name.clone(), ..row.name.clone() };
            runs.last_mut()
                .into_iter()
                .for_each(|run| run.push(Numbered { number, printed: printed.clone(), place: place.clone() }));
        }
        found.extend(runs.iter().filter_map(|run| out_of_order(run, 0, "表中序号")));
    }
    found
}

/// Entries of a text (一是…；二是…) that do not run on.
pub(crate) fn entry_numbers(reading: &Reading) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    // The texts of a node stand together.
    for texts in reading.texts.chunk_by(|one, next| one.node.id == next.node.id) {
        let mut run: Vec<Numbered> = Vec::new();
        for text in texts {
            let marks = &text.marks;
            for at in 0..marks.len().saturating_sub(1) {
                let opens = at == 0 || marks.get(at - 1).is_some_and(|mark| "，；。：、 ".contains(*mark));
                if !opens || marks.get(at + 1) != Some(&'是') {
                    continue;
                }
                let word: String = marks.iter().skip(at).take(2).collect();
                let Some(number) = ENTRIES.iter().position(|entry| *entry == word) else { continue };
                let number = u32::try_from(number + 1).unwrap_or_default();
                if number == 1 {
                    found.extend(out_of_order(&run, 0, "分项编号"));
                    run.clear();
                }
                run.push(Numbered { number, printed: word, place: text.place(at, (at + 10).min(marks.len())) });
            }
        }
        found.extend(out_of_order(&run, 0, "分项编号"));
    }
    found
}

/// Rows that the importer found shifted, merged, cut in two or short of a cell.
pub(crate) fn doubted_rows(reading: &Reading) -> Vec<FindingDraft> {
    let doubted = reading.plan.findings.iter().filter_map(|doubt| {
        let row = reading.rows.iter().find(|row| (row.row.lines[0]..=row.row.lines[1]).contains(&doubt.line))?;
        Some((doubt, row))
    });
    doubted
        .map(|(doubt, row)| {
            let places = [row.name.clone()].into_iter().chain(doubt.kind.quoted().and_then(|words| cell(row, words)));
            // What is cut in two has its other half in the row above.
            let above = reading.rows.iter().filter(|other| other.table.id == row.table.id);
            let above = above.take_while(|other| other.name != row.name).last();
            let other_half =
                above.filter(|_| matches!(doubt.kind, DoubtKind::SplitDomain(_))).map(|above| above.name.clone());
            let places = places.chain(other_half);
            FindingDraft::new(Confidence::High, format!("“{}”：{}", row.row.name, doubt.kind), places)
        })
        .collect()
}

/// The cell of a row that holds these words.
fn cell(row: &TableRow, words: &str) -> Option<Citation> {
    row.cells.iter().find(|cell| cell.place.quote == words).map(|cell| cell.place.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn headings_out_of_order() {
        check(
            heading_numbers,
            &[
                ("第一章 甲\n第一节 乙\n正文。\n第三节 丙\n正文。\n第二章 丁\n", &["[2, 4] 第一节 | 第三节"]),
                ("第一章 甲\n第一节 乙\n正文。\n第二节 丙\n正文。\n第二章 丁\n第三节 戊\n", &[]),
                ("一、甲\n正文。\n二、乙\n正文。\n二、丙\n正文。\n", &["[3, 5] 二、 | 二、"]),
            ],
        );
    }

    #[test]
    fn entries_out_of_order() {
        check(
            entry_numbers,
            &[
                ("一、甲\n要做到：一是建。二是管。四是用。\n", &["[2] 二是管。四是用。 | 四是用。"]),
                ("一、甲\n要做到：一是建。二是管。三是用。另一方面，一是查。二是改。\n", &[]),
            ],
        );
    }

    #[test]
    fn rows_out_of_order_or_shifted() {
        let table = "一、甲\n正文。\n\n领域\t序号\t指标\t2025年\t2030年目标\n健康\t1\t人均预期寿命（岁）\t79\t80\n\t3\t婴儿死亡率（‰）\t3\t2\n4\t参保率（%）\t97\t98\n";
        check(row_numbers, &[(table, &["[5, 6] 人均预期寿命（岁） | 婴儿死亡率（‰）"])]);
        check(doubted_rows, &[(table, &["[7] 参保率（%）"])]);
    }
}
