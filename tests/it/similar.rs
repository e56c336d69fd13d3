//! The closest tasks of other plans: two drafts that share wording find each other, and what
//! is called shared is shared.

use std::collections::HashSet;
use std::process::{Command, Output};

use guihua::analysis::similarity::similar::Similar;
use guihua::dataset;
use guihua::model::{Dataset, Node, Plan};
use serde_json::Value;

/// Characters of a run that two texts hardly share by chance.
const RUN: usize = 8;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_guihua")).arg("similar").args(arguments).output().expect("the program starts")
}

fn plans() -> Dataset {
    dataset::bundled().expect("the bundled plans are read")
}

fn text(node: &Node) -> String {
    node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The words of a text: without marks and white space.
fn words(text: &str) -> Vec<char> {
    text.chars().filter(|mark| mark.is_alphanumeric()).collect()
}

/// Whether at least half of the runs of a text stand in the other.
fn shares_most(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let held: HashSet<&[char]> = other.windows(RUN).collect();
    let shared = one.windows(RUN).filter(|run| held.contains(run)).count();
    shared > 0 && 2 * shared >= one.windows(RUN).count()
}

fn twins<'a>(node: &Node, plan: &'a Plan) -> Vec<&'a str> {
    let same_title = |other: &Node| {
        let title = |node: &Node| words(node.title.as_deref().unwrap_or_default());
        !title(node).is_empty() && title(node) == title(other)
    };
    plan.tasks()
        .filter(|other| same_title(other) || shares_most(&text(node), &text(other)))
        .map(|other| other.id.as_str())
        .collect()
}

/// Every task of either draft that shares its title or most of its wording with one of the other has that one first.
#[test]
fn a_task_finds_its_twin_in_the_other_draft() {
    let dataset = plans();
    let similar = Similar::new(&dataset);
    for (from, to, at_least) in [("xiangqiao-145", "zhongshan-145", 20), ("zhongshan-145", "xiangqiao-145", 20)] {
        let (from, to) = (dataset.plan(from).expect("bundled"), dataset.plan(to).expect("bundled"));
        let mut n_twins = 0;
        for node in from.tasks() {
            let twins = twins(node, to);
            n_twins += usize::from(!twins.is_empty());
            let found = similar.closest(&dataset, node, 3);
            let first = found.first().map(|row| row.id.as_str());
            assert!(
                twins.is_empty() || first.is_some_and(|first| twins.contains(&first)),
                "{} {:?}: wanted {twins:?}, got {found:#?}",
                node.id,
                node.title
            );
        }
        println!("{n_twins} tasks of {} have a twin in {}", from.id, to.id);
        assert!(n_twins >= at_least, "{n_twins}");
    }
}

#[test]
fn what_is_called_shared_stands_in_both() {
    let dataset = plans();
    let similar = Similar::new(&dataset);
    for plan in &dataset.plans {
        for node in plan.tasks() {
            let own = format!("{}\n{}", node.title.as_deref().unwrap_or_default(), text(node));
            let found = similar.closest(&dataset, node, 5);
            assert!(found.is_sorted_by(|one, other| one.score >= other.score), "{}", node.id);
            for row in found {
                let (_, other) = dataset.node(&row.id).expect("a node");
                let theirs = format!("{}\n{}", other.title.as_deref().unwrap_or_default(), text(other));
                assert!(row.plan != node.plan && (0.0..=1.0).contains(&row.score), "{row:?}");
                for phrase in &row.why {
                    assert!(own.contains(phrase) && theirs.contains(phrase), "{} {}: {phrase}", node.id, row.id);
                    assert!(phrase.chars().count() >= 4, "{phrase}");
                }
            }
        }
    }
}

#[test]
fn a_task_taken_over_word_for_word_scores_one() {
    let dataset = plans();
    let (_, node) = dataset.node("xiangqiao-145/3.6.6").expect("促进残疾人健康");
    let found = Similar::new(&dataset).closest(&dataset, node, 1);
    assert!(found[0].score > 0.99, "{found:?}");
    assert_eq!(found[0].why[0], "促进残疾人健康");
    assert_eq!(found[0].draft.as_deref(), Some("征求意见稿"));
}

#[test]
fn the_json_is_the_contracts() {
    let output = run(&["xiangqiao-145/3.3.2", "--limit", "2", "--format", "json"]);
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("one JSON array");
    assert_eq!(found.len(), 2);
    for field in ["plan", "id", "title", "score", "why"] {
        assert!(found[0].get(field).is_some(), "no {field}");
    }
    assert_eq!(found[0]["title"], "推进卫生应急管理体系和能力现代化");
}

#[test]
fn statuses() {
    let cases: [(&[&str], i32); 4] = [
        (&["湘桥/3.3.2"], 0),
        (&["xiangqiao-145/99"], 2),
        (&["foshan-2030/front", "--limit", "3"], 1),
        (&["xiangqiao-145/3.3.2", "--with", "nowhere/1"], 2),
    ];
    for (arguments, expected) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(expected), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn two_texts_stand_side_by_side() {
    let output = run(&["xiangqiao-145/3.6.6", "--with", "zhongshan-145/7.6"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("征求意见稿") && text.contains("促进残疾人健康"), "{text}");
    let spans = run(&["xiangqiao-145/3.4.1", "--with", "zhongshan-145/7.6", "--format", "json"]);
    let spans: Vec<Value> = serde_json::from_slice(&spans.stdout).expect("one JSON array");
    for (side, present, absent) in [("left", "left", "right"), ("right", "right", "left")] {
        let only: Vec<&Value> = spans.iter().filter(|span| span["side"] == side).collect();
        assert!(!only.is_empty() && only.iter().all(|span| span[present].is_string() && span[absent].is_null()));
    }
}
