//! Bad input: whatever is fed to the importer, it answers with a plan and its doubts or with one line of error.
//!
//! The five texts are mutilated at random: lines lost, doubled, cut, brackets torn off, tabs and strange characters put
//! in. Whatever comes out must stay a plan: ids that are unique, parents before children, lines inside the file, and
//! not a character that the text does not have.

mod endless;
mod fuzzed;

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use proptest::sample::select;

use guihua::dataset;
use guihua::model::{ColumnRole, LineRange, Plan, Table};

use super::fixtures::import;

/// One wound: what happens to the lines, at a place given in thousandths of the text.
#[derive(Clone, Debug)]
enum Wound {
    DropLine(usize),
    DropLines(usize, usize),
    DoubleLines(usize, usize),
    CutText(usize),
    CutLine(usize, usize),
    JoinLines(usize),
    SwapLines(usize, usize),
    Insert(usize, usize, &'static str),
    Remove(usize, char),
}

const STRANGE: [&str; 24] = [
    "\t",
    "\t\t",
    "（",
    "）",
    "(",
    ")",
    "**",
    "。",
    "、",
    "负责",
    "责任单位：",
    "（责任单位：",
    "一、",
    "（一）",
    "1.",
    "第一章",
    "专栏 1",
    "附件1：",
    "目录",
    "\u{0}",
    "\u{202e}",
    "\r",
    "👨‍👩‍👧",
    "\u{feff}",
];

fn wound() -> impl Strategy<Value = Wound> {
    let place = || 0..1000_usize;
    prop_oneof![
        place().prop_map(Wound::DropLine),
        (place(), 1..60_usize).prop_map(|(at, n)| Wound::DropLines(at, n)),
        (place(), 1..60_usize).prop_map(|(at, n)| Wound::DoubleLines(at, n)),
        place().prop_map(Wound::CutText),
        (place(), place()).prop_map(|(at, within)| Wound::CutLine(at, within)),
        place().prop_map(Wound::JoinLines),
        (place(), place()).prop_map(|(one, other)| Wound::SwapLines(one, other)),
        (place(), place(), select(&STRANGE)).prop_map(|(at, within, text)| Wound::Insert(at, within, text)),
        (place(), select(&['（', '）', '\t', '。', '：', '“'])).prop_map(|(at, c)| Wound::Remove(at, c)),
    ]
}

fn mutilate(text: &str, wounds: &[Wound]) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for wound in wounds {
        let n_lines = lines.len();
        let line = |at: usize| (at * n_lines / 1000).min(n_lines.saturating_sub(1));
        match *wound {
            Wound::DropLine(at) if n_lines > 1 => drop(lines.remove(line(at))),
            Wound::DropLines(at, n) if n_lines > n => {
                let from = line(at).min(n_lines - n);
                lines.drain(from..from + n);
            }
            Wound::DoubleLines(at, n) => {
                let doubled: Vec<String> = lines.iter().skip(line(at)).take(n).cloned().collect();
                lines.splice(line(at)..line(at), doubled);
            }
            Wound::CutText(at) => lines.truncate(line(at) + 1),
            Wound::CutLine(at, within) => with(&mut lines, line(at), |text| text.chars().take(within).collect()),
            Wound::JoinLines(at) if line(at) + 1 < n_lines => {
                let next = lines.remove(line(at) + 1);
                with(&mut lines, line(at), |text| text + &next);
            }
            Wound::SwapLines(one, other) => lines.swap(line(one), line(other)),
            Wound::Insert(at, within, strange) => with(&mut lines, line(at), |text| {
                let n_chars = text.chars().count() * within / 1000;
                let (before, after): (Vec<_>, Vec<_>) = text.chars().enumerate().partition(|(at, _)| *at < n_chars);
                let side = |side: Vec<(usize, char)>| side.into_iter().map(|(_, c)| c).collect::<String>();
                side(before) + strange + &side(after)
            }),
            Wound::Remove(at, c) => with(&mut lines, line(at), |text| text.replace(c, "")),
            Wound::DropLine(_) | Wound::DropLines(..) | Wound::JoinLines(_) => {}
        }
    }
    lines.join("\n")
}

fn with(lines: &mut [String], at: usize, change: impl FnOnce(String) -> String) {
    if let Some(line) = lines.get_mut(at) {
        *line = change(std::mem::take(line));
    }
}

/// How often each character stands in a text, white space and the mark of bold type left out.
fn count<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace() && *c != '*') {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// What a plan prints of its text: each text once, but for the cells that the tables repeat.
fn printed(plan: &Plan) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for node in &plan.nodes {
        texts.extend(node.number.as_deref());
        texts.extend(node.title.as_deref());
        texts.extend(node.paragraphs.iter().map(|one| one.text.as_str()));
        texts.extend(node.responsible.iter().map(|one| one.raw.as_str()));
        texts.extend(node.tables.iter().flat_map(cells));
    }
    texts
}

/// Title and cells of a table. A merged cell stands in several columns of its row, so that each text of a row counts
/// once; a unit may repeat the name's.
fn cells(table: &Table) -> Vec<&str> {
    let has_units = table.columns.iter().any(|column| column.role == ColumnRole::Unit);
    let mut texts: Vec<&str> = table.title.as_deref().into_iter().collect();
    for row in &table.rows {
        let unit = row.unit.as_deref().filter(|unit| has_units && !row.name.contains(unit));
        let one = [row.number.as_deref(), Some(row.name.as_str()), unit, row.nature.as_deref()];
        let all = one.into_iter().flatten().chain(row.cells.iter().flatten().map(String::as_str));
        texts.extend(all.collect::<HashSet<_>>());
    }
    texts
}

/// What holds of any plan, whatever it was read from.
fn check_sound(text: &str, plan: &Plan) {
    let n_lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    let inside = |what: &str, lines: LineRange| {
        assert!(1 <= lines[0] && lines[0] <= lines[1] && lines[1] <= n_lines, "{what}: lines {lines:?} of {n_lines}");
    };
    let mut ids: HashSet<&str> = HashSet::new();
    for node in &plan.nodes {
        assert!(node.parent.as_deref().is_none_or(|parent| ids.contains(parent)), "{} before its parent", node.id);
        assert!(ids.insert(&node.id), "{} twice", node.id);
        inside(&node.id, node.lines);
        let mut last = 0;
        for paragraph in &node.paragraphs {
            inside(&paragraph.text, paragraph.lines);
            assert!(!paragraph.text.trim().is_empty() && paragraph.lines[0] >= last, "{} {:?}", node.id, paragraph);
            last = paragraph.lines[0];
        }
        for clause in &node.responsible {
            inside(&clause.raw, [clause.line; 2]);
            assert!(clause.units.iter().all(|unit| clause.raw.contains(&unit.raw)), "{clause:?}");
        }
        for table in &node.tables {
            inside(&table.id, table.lines);
            let n_values = table.columns.iter().filter(|column| column.role == ColumnRole::Value).count();
            assert!(table.rows.iter().all(|row| row.cells.len() == n_values), "{}", table.id);
            table.rows.iter().for_each(|row| inside(&row.name, row.lines));
        }
    }
    let have = count([text]);
    for (c, n) in count(printed(plan)) {
        assert!(
            n <= have.get(&c).copied().unwrap_or_default(),
            "{c:?} stands {n} times in the plan, more than in the text"
        );
    }
    assert!(plan.findings.iter().all(|doubt| 1 <= doubt.line && doubt.line <= n_lines));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(80), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutilated_texts_stay_plans(seed in 0..5_usize, wounds in proptest::collection::vec(wound(), 1..12)) {
        let text = dataset::BUNDLE.get(seed).map(|row| mutilate(row.text, &wounds)).unwrap_or_default();
        check_sound(&text, &import("mutilated.txt", &text));
    }

    #[test]
    fn marks_alone_stay_plans(parts in proptest::collection::vec(select(&STRANGE), 0..60), breaks in 1..9_usize) {
        let text: String = parts.iter().enumerate().flat_map(|(at, part)| [*part, if at % breaks == 0 { "\n" } else { "市局" }]).collect();
        check_sound(&text, &import("marks.txt", &text));
    }
}

#[test]
fn doubts_about_bad_texts_have_their_lines() {
    for (text, line, what) in [
        ("只有一段话。", 1, "没有找到章节标题：全文作为一段"),
        ("一、任务\n推进工作（市卫生健康局负责。\n", 2, "括号不成对"),
        ("一、任务\n推进工作市卫生健康局负责）\n", 2, "疑有责任单位，但未能识别"),
        ("一、指标\n\n健康水平\t1\t人均预期寿命\t79\n\t2\t孕产妇死亡率\t8\n", 3, "此表没有表头：各列含义按内容推断"),
        ("一、指标\n序号\t指标\t2025年\n1\t预期寿命\t79\t80\n2\t死亡率\n", 3, "此行比表头多出内容：80"),
        ("一、指标\n序号\t指标\t2025年\n1\t预期寿命\t79\n2\t死亡率\n", 4, "此行少 1 格，缺少的按空格处理"),
    ] {
        let plan = import("bad.txt", text);
        check_sound(text, &plan);
        assert!(
            plan.findings.iter().any(|doubt| doubt.line == line && doubt.kind.to_string() == what),
            "{text}: {:?}",
            plan.findings
        );
    }
}

#[test]
fn tables_cut_in_half_keep_what_is_left() {
    for row in dataset::BUNDLE {
        let lines: Vec<&str> = row.text.split('\n').collect();
        let cells = lines.iter().enumerate().filter(|(_, line)| line.contains('\t')).map(|(at, _)| at);
        for at in cells.step_by(7) {
            let text = lines.get(..=at).unwrap_or_default().join("\n");
            check_sound(&text, &import("half.txt", &text));
        }
    }
}

/// Texts each of which would take hours if some part of the reading looked back at all that it had read. How the time
/// grows with the text is measured by `cargo bench --locked --bench importer`.
#[test]
fn endless_texts_are_read() {
    for (name, text) in endless::texts(1_000_000) {
        let plan = import("endless.txt", &text);
        assert!(!plan.nodes.is_empty(), "{name}");
    }
}
