//! Targets in body text against what a reader noted: `targets/read.txt`, set down before any rule was written.

mod linked;
pub(crate) mod planted;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use guihua::analysis::targets::target::{self, Document};
use guihua::dataset;
use guihua::model::{Comparator, Dataset, LineRange, Node, Paragraph, Plan, Target};
use proptest::prelude::*;

use crate::fixtures::import;

const READ: &str = include_str!("targets/read.txt");
/// Sentences of other cities, from which the rules have learnt.
const LEARNT: &str = include_str!("targets/learnt.txt");

/// The invented plans: their files and texts.
const INVENTED: [(&str, &str); 3] = [
    ("nanyu-155.txt", include_str!("fixtures/nanyu-155.txt")),
    ("lanxi-2035.txt", include_str!("fixtures/lanxi-2035.txt")),
    ("dongpu-2035.txt", include_str!("fixtures/dongpu-2035.txt")),
];

/// Least share of what was noted that must be found, and of what is found that must have been noted.
const FLOOR: f64 = 0.95;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| dataset::bundled().unwrap_or_else(|error| panic!("{error}")));

/// One value of a target, as a line that can be compared: metric, year, value.
type Note = String;

/// A paragraph with what was noted there.
struct Noted<'a> {
    node: &'a str,
    paragraph: usize,
    /// Values with a number.
    numbers: Vec<Note>,
    /// Targets in words.
    words: Vec<Note>,
}

fn noted() -> Vec<Noted<'static>> {
    let mut all: Vec<Noted> = Vec::new();
    for line in READ.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(place) = line.strip_prefix("@ ") {
            let (node, paragraph) = place.split_once(' ').unwrap_or_else(|| panic!("{line}"));
            let paragraph = paragraph.parse().unwrap_or_else(|_| panic!("{line}"));
            all.push(Noted { node, paragraph, numbers: vec![], words: vec![] });
            continue;
        }
        let current = all.last_mut().unwrap_or_else(|| panic!("{line} belongs to no paragraph"));
        let (list, line) = match line.strip_prefix("~ ") {
            Some(line) => (&mut current.words, line),
            None => (&mut current.numbers, line),
        };
        list.extend(values(line));
    }
    all
}

/// The values of a line of notes, each with its metric.
fn values(line: &str) -> Vec<Note> {
    let (metric, values) = line.split_once(" | ").unwrap_or((line, ""));
    values.split(" | ").map(|value| format!("{metric} | {value}")).collect()
}

/// A comparator as the JSON has it.
fn sign(comparator: Comparator) -> String {
    serde_json::to_value(comparator).expect("a comparator").as_str().expect("a sign").to_owned()
}

/// The values of a target as notes.
fn notes(target: &Target) -> Vec<Note> {
    let value = |(at, value): (usize, &guihua::model::TargetValue)| {
        let year = target.years.get(at).map_or("-".to_owned(), u16::to_string);
        let unit = value.unit.as_deref().unwrap_or_default();
        let said = match (value.comparator, value.number) {
            _ if target.qualitative => value.raw.clone(),
            (Some(comparator), Some(number)) => format!("{}{number}{unit}", sign(comparator)),
            _ => format!("?{unit}"),
        };
        format!("{} | {year} {said}", target.metric)
    };
    target.values.iter().enumerate().map(value).collect()
}

/// All plans, the five and the invented ones, with their texts.
fn plans() -> Vec<(Plan, String)> {
    let invented = INVENTED.iter().map(|(file, text)| (import(file, text), (*text).to_owned()));
    let bundled =
        DATASET.plans.iter().map(|plan| (plan.clone(), dataset::seed(&plan.id).unwrap_or_default().to_owned()));
    bundled.chain(invented).collect()
}

fn within(line: u32, [from, to]: LineRange) -> bool {
    (from..=to).contains(&line)
}

/// How much was noted, found, and both.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    noted: usize,
    found: usize,
    both: usize,
}

impl Tally {
    /// Compares what was noted in a place with what is found there; gives a line for each difference.
    #[must_use]
    fn add(&mut self, noted: &[Note], found: &[Note]) -> String {
        let mut differences = String::new();
        let mut left = found.to_vec();
        for note in noted {
            if let Some(at) = left.iter().position(|found| found == note) {
                left.remove(at);
                self.both += 1;
            } else {
                let _ = writeln!(differences, "    missed {note}");
            }
        }
        for note in &left {
            let _ = writeln!(differences, "    extra  {note}");
        }
        self.noted += noted.len();
        self.found += found.len();
        differences
    }

    fn recall(self) -> f64 {
        share(self.both, self.noted)
    }

    fn precision(self) -> f64 {
        share(self.both, self.found)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let float = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { float(part) / float(whole) }
}

#[test]
fn what_a_reader_notes_is_found() {
    let plans = plans();
    let (mut dated, mut undated, mut by_plan) = (Tally::default(), Tally::default(), BTreeMap::<String, usize>::new());
    let (mut words_found, mut words_noted) = (0, 0);
    let noted = noted();
    for one in &noted {
        let id = one.node.split_once('/').map_or("", |(id, _)| id);
        let (plan, text) = plans.iter().find(|(plan, _)| plan.id == id).unwrap_or_else(|| panic!("no plan {id}"));
        let node = plan.node(one.node).unwrap_or_else(|| panic!("no node {}", one.node));
        let paragraph = node.paragraphs.get(one.paragraph).unwrap_or_else(|| panic!("{} #{}", one.node, one.paragraph));
        let targets = target::in_node(plan, node, &dataset::registry(), Some(&Document::new(text)));
        let here = targets
            .iter()
            .filter(|target| paragraph.text.contains(&target.quote) && within(target.line, paragraph.lines));
        let (in_words, in_numbers): (Vec<&Target>, Vec<&Target>) = here.partition(|target| target.qualitative);
        println!("{} #{}", one.node, one.paragraph);
        let is_dated = |note: &&Note| !note.contains(" | - ");
        let cut = |notes: &[Note], dated: bool| {
            notes.iter().filter(|note| is_dated(note) == dated).cloned().collect::<Vec<Note>>()
        };
        let found: Vec<Note> = in_numbers.into_iter().flat_map(notes).collect();
        print!("{}", dated.add(&cut(&one.numbers, true), &cut(&found, true)));
        print!("{}", undated.add(&cut(&one.numbers, false), &cut(&found, false)));
        let in_words: Vec<Note> = in_words.into_iter().flat_map(notes).collect();
        words_noted += one.words.len();
        words_found += one.words.iter().filter(|note| in_words.contains(note)).count();
        for note in one.words.iter().filter(|note| !in_words.contains(note)) {
            println!("    missed in words {note}: {in_words:?}");
        }
        *by_plan.entry(id.to_owned()).or_default() += 1;
    }
    let n_paragraphs = noted.len();
    let by_plan: Vec<String> = by_plan.iter().map(|(id, n)| format!("{id} {n}")).collect();
    println!("{n_paragraphs} paragraphs: {}", by_plan.join(", "));
    for (what, tally) in [("with a year", dated), ("without one", undated)] {
        let (recall, precision) = (tally.recall(), tally.precision());
        println!("{what}: {} noted, {} found, recall {recall:.3}, precision {precision:.3}", tally.noted, tally.found);
        assert!(recall >= FLOOR && precision >= FLOOR, "{what}: recall {recall:.3}, precision {precision:.3}");
    }
    println!("in words: {words_found} of {words_noted}");
    assert!(share(words_found, words_noted) >= 0.9);
    assert!(n_paragraphs >= 60);
}

/// A task of a plan for 2021 to 2025 that says just this.
pub(crate) fn task(text: &str) -> (Plan, Node) {
    let mut plan = DATASET.plans.first().cloned().unwrap_or_else(|| panic!("no plan"));
    (plan.period, plan.issued) = (Some("2021-2025".to_owned()), None);
    let with_text = |node: &&Node| !node.paragraphs.is_empty() && node.path.len() > 1;
    let mut node = plan.nodes.iter().find(with_text).cloned().unwrap_or_else(|| panic!("no text"));
    node.paragraphs = vec![Paragraph { text: text.to_owned(), lines: [1, 1] }];
    (plan, node)
}

#[test]
fn what_was_learnt_from_other_plans_is_kept() {
    let mut tally = Tally::default();
    for paragraph in LEARNT.split("\n> ").skip(1) {
        let (text, rest) = paragraph.split_once('\n').unwrap_or((paragraph, ""));
        let noted: Vec<Note> = rest.lines().filter(|line| !line.starts_with('#')).flat_map(values).collect();
        let (plan, node) = task(text);
        println!("{text}");
        let targets = target::in_node(&plan, &node, &dataset::registry(), None);
        let found = targets.iter().filter(|target| !target.qualitative).flat_map(notes).collect::<Vec<_>>();
        print!("{}", tally.add(&noted, &found));
    }
    println!("learnt: recall {:.3}, precision {:.3}", tally.recall(), tally.precision());
    assert!(tally.recall() >= FLOOR && tally.precision() >= FLOOR);
}

#[test]
fn every_target_of_every_plan_is_sound() {
    for (plan, text) in plans() {
        let document = Document::new(&text);
        for node in &plan.nodes {
            for target in target::in_node(&plan, node, &dataset::registry(), Some(&document)) {
                sound(&target, node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()));
                assert!(node.paragraphs.iter().any(|paragraph| within(target.line, paragraph.lines)), "{target:?}");
                let line = text.lines().nth(target.line as usize - 1).unwrap_or_default();
                let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect::<String>();
                let start: String = squeeze(&target.quote).chars().take(6).collect();
                let tail: String = squeeze(line).chars().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect();
                let begins = squeeze(line).contains(&start)
                    || (1..6).any(|n| {
                        start.chars().count() > n && tail.ends_with(&start.chars().take(n).collect::<String>())
                    });
                assert!(begins, "{} is not on line {}", target.quote, target.line);
            }
        }
    }
}

#[test]
fn sentences_without_an_end_give_sound_targets() {
    // The time that longer ones take is in `tests/bench/targets.rs`.
    for piece in ["到2025年甲率达到5%，", "5个甲", "2025年甲", "（2025年", "甲、乙和", "“《", "达到", "甲率5%、"]
    {
        let text = piece.repeat(500);
        let (plan, node) = task(&text);
        for target in target::in_node(&plan, &node, &dataset::registry(), None) {
            sound(&target, std::iter::once(text.as_str()));
        }
    }
}

/// What holds for every target, whatever the text.
fn sound<'a>(target: &Target, mut texts: impl Iterator<Item = &'a str>) {
    assert!(texts.any(|text| text.contains(&target.quote)), "not verbatim: {target:?}");
    assert!(!target.quote.is_empty() && !target.metric.is_empty(), "{target:?}");
    assert_eq!(target.values.is_empty(), target.deadline_only, "{target:?}");
    if target.deadline_only {
        assert!(!target.years.is_empty() && !target.qualitative && target.row.is_none(), "{target:?}");
    } else {
        assert!(target.years.is_empty() || target.years.len() == target.values.len(), "{target:?}");
    }
    assert!(target.years.iter().all(|year| (1990..=2060).contains(year)), "{target:?}");
    assert!(target.values.iter().all(|value| !value.raw.is_empty() && value.unit.as_deref() != Some("")), "{target:?}");
    assert!(!target.qualitative || target.values.iter().all(|value| value.number.is_none()), "{target:?}");
}

/// Pieces that targets are made of, in no order.
const PIECES: [&str; 34] = [
    "到2022年和2030年，",
    "2025年",
    "“十四五”末",
    "比2015年",
    "分别",
    "达到",
    "不低于",
    "控制在",
    "以下",
    "及以上",
    "和",
    "、",
    "，",
    "；",
    "。",
    "80",
    "43.33%",
    "9/10万",
    "1—2台/万人",
    "百分之九十五",
    "2.5m2",
    "婴儿死亡率",
    "每千常住人口",
    "（",
    "）",
    "《",
    "》",
    "实现全覆盖",
    "至少建成1家",
    "个百分点",
    "二〇三〇年",
    "在2019年基础上提高",
    "1,200",
    "👩‍⚕️",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(300), ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_sound_targets(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40), noise in ".{0,40}") {
        let text = format!("{}{noise}", pieces.concat());
        let (plan, node) = task(&text);
        for target in target::in_node(&plan, &node, &dataset::registry(), Some(&Document::new(&text))) {
            sound(&target, std::iter::once(text.as_str()));
        }
    }
}
