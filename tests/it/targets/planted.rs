//! Sentences for every kind of slip that readers found, in the words of other cities and other offices. The head of
//! `planted-1.txt` says how they are written and what the notes mean.

use std::fmt::Write as _;

use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Node, Plan, Target};

use super::{FLOOR, Note, Tally, notes, task, values};

/// The batches, in the order in which the rules met them.
const BATCHES: [(&str, &str); 36] = [
    ("planted-1", include_str!("planted-1.txt")),
    ("planted-2", include_str!("planted-2.txt")),
    ("planted-3", include_str!("planted-3.txt")),
    ("planted-4", include_str!("planted-4.txt")),
    ("planted-5", include_str!("planted-5.txt")),
    ("planted-6", include_str!("planted-6.txt")),
    ("planted-7", include_str!("planted-7.txt")),
    ("planted-8", include_str!("planted-8.txt")),
    ("planted-9", include_str!("planted-9.txt")),
    ("planted-10", include_str!("planted-10.txt")),
    ("planted-11", include_str!("planted-11.txt")),
    ("planted-12", include_str!("planted-12.txt")),
    ("planted-13", include_str!("planted-13.txt")),
    ("planted-14", include_str!("planted-14.txt")),
    ("planted-15", include_str!("planted-15.txt")),
    ("planted-16", include_str!("planted-16.txt")),
    ("planted-17", include_str!("planted-17.txt")),
    ("planted-18", include_str!("planted-18.txt")),
    ("planted-19", include_str!("planted-19.txt")),
    ("planted-20", include_str!("planted-20.txt")),
    ("planted-21", include_str!("planted-21.txt")),
    ("planted-22", include_str!("planted-22.txt")),
    ("planted-23", include_str!("planted-23.txt")),
    ("planted-24", include_str!("planted-24.txt")),
    ("planted-25", include_str!("planted-25.txt")),
    ("planted-26", include_str!("planted-26.txt")),
    ("planted-27", include_str!("planted-27.txt")),
    ("planted-28", include_str!("planted-28.txt")),
    ("planted-29", include_str!("planted-29.txt")),
    ("planted-30", include_str!("planted-30.txt")),
    ("planted-31", include_str!("planted-31.txt")),
    ("planted-32", include_str!("planted-32.txt")),
    ("planted-33", include_str!("planted-33.txt")),
    ("planted-34", include_str!("planted-34.txt")),
    ("planted-35", include_str!("planted-35.txt")),
    ("planted-36", include_str!("planted-36.txt")),
];

/// One paragraph with what was noted of it.
#[derive(Default)]
struct Planted<'a> {
    kind: &'a str,
    /// The years for which the plan holds; empty for those of [`task`].
    period: &'a str,
    titles: Vec<&'a str>,
    text: &'a str,
    numbers: Vec<Note>,
    words: Vec<Note>,
    tasks: Vec<Note>,
}

fn planted(batch: &str) -> Vec<Planted<'_>> {
    let (mut kind, mut period, mut titles) = ("", "", Vec::new());
    let mut all: Vec<Planted> = Vec::new();
    for line in batch.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_at_checked(2).unwrap_or(("", line)) {
            ("= ", rest) => (kind, titles) = (rest, Vec::new()),
            ("% ", rest) => period = rest,
            ("@ ", rest) => titles = rest.split(" › ").collect(),
            ("> ", text) => all.push(Planted { kind, period, titles: titles.clone(), text, ..Planted::default() }),
            (mark, rest) => {
                let current = all.last_mut().unwrap_or_else(|| panic!("{line} belongs to no paragraph"));
                match mark {
                    "~ " => current.words.extend(values(rest)),
                    "! " => current.tasks.extend(values(rest)),
                    _ => current.numbers.extend(values(line)),
                }
            }
        }
    }
    all
}

/// The paragraph as a task of a plan for its period, or for 2021 to 2025, below its titles.
fn node(planted: &Planted) -> (Plan, Node) {
    let (mut plan, mut node) = task(planted.text);
    if !planted.period.is_empty() {
        plan.period = Some(planted.period.to_owned());
    }
    if let Some((title, path)) = planted.titles.split_last() {
        node.title = Some((*title).to_owned());
        node.path = path.iter().map(|title| (*title).into()).collect();
    }
    (plan, node)
}

/// The tasks without a value among the targets, as notes.
fn tasks(targets: &[Target]) -> Vec<Note> {
    let dated = targets.iter().filter(|target| target.values.is_empty());
    dated.flat_map(|target| target.years.iter().map(|year| format!("{} | {year}", target.metric))).collect()
}

/// Reads a batch: what differs, a line each, and the tallies of numbers, words and dated tasks.
pub(crate) fn report(name: &str, batch: &str) -> (String, [(&'static str, Tally); 3]) {
    let mut told = String::new();
    let (mut numbers, mut words, mut dated) = (Tally::default(), Tally::default(), Tally::default());
    let mut by_kind: Vec<(&str, usize, usize)> = Vec::new();
    for planted in planted(batch) {
        let (plan, node) = node(&planted);
        let targets = target::in_node(&plan, &node, &dataset::registry(), None);
        let of = |qualitative: bool| {
            let own = targets.iter().filter(|target| target.qualitative == qualitative);
            own.flat_map(notes).collect::<Vec<Note>>()
        };
        let differences = [
            numbers.add(&planted.numbers, &of(false)),
            words.add(&planted.words, &of(true)),
            dated.add(&planted.tasks, &tasks(&targets)),
        ]
        .concat();
        if !by_kind.iter().any(|(kind, ..)| *kind == planted.kind) {
            by_kind.push((planted.kind, 0, 0));
        }
        if let Some((_, right, all)) = by_kind.last_mut() {
            *all += 1;
            *right += usize::from(differences.is_empty());
        }
        if !differences.is_empty() {
            let _ = writeln!(told, "{} · {}\n{differences}", planted.kind, planted.text);
        }
    }
    for (kind, right, all) in by_kind {
        let _ = writeln!(told, "{name} {kind}: {right} of {all}");
    }
    let tallies = [("numbers", numbers), ("words", words), ("tasks", dated)];
    for (what, tally) in &tallies {
        let (recall, precision) = (tally.recall(), tally.precision());
        let noted = tally.noted;
        let _ = writeln!(told, "{name} {what}: {noted} noted, recall {recall:.3}, precision {precision:.3}");
    }
    (told, tallies)
}

#[test]
fn planted_sentences_are_read() {
    for (name, batch) in BATCHES {
        let (told, tallies) = report(name, batch);
        println!("{told}");
        for (what, tally) in tallies {
            let (recall, precision) = (tally.recall(), tally.precision());
            assert!(recall >= FLOOR && precision >= FLOOR, "{what}: recall {recall:.3}, precision {precision:.3}");
        }
    }
}
