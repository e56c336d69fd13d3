//! Every answer on the bundled plans, byte for byte: what each command prints for a wide set of arguments, as digests
//! in `answers/recorded.txt`.
//!
//! A change that should not touch answers must leave that file alone. One that should: `UPDATE=1 cargo test --locked
//! answers` writes it anew, and the commit says which answers changed and why.
//!
//! Most answers come from the program itself. Where a command is asked hundreds of things, the rows come from the
//! function that it calls, since so many starts take a minute; `the_program_prints_the_rows` holds both together.

mod asked;

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};

use guihua::analysis::responsibility::dossier::Dossiers;
use guihua::analysis::responsibility::task::{self, Selection};
use guihua::analysis::similarity::similar::Similar;
use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Dataset, Department, Node, Plan, Role};
use guihua::search::{Index, Options, Query};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::search::questions::QUESTIONS;

/// The `--limit` that `search` and `similar` have when none is typed.
const SEARCH_LIMIT: usize = 50;
const SIMILAR_LIMIT: usize = 10;

/// How many mismatching answers a failure names.
const N_NAMED: usize = 12;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| dataset::bundled().expect("the bundled plans"));

/// One answer: the arguments that a person would type for it, and what is printed.
struct Answer {
    arguments: Vec<String>,
    bytes: Vec<u8>,
}

/// Answers that are recorded together, so that the record stays short.
struct Group {
    name: String,
    answers: Vec<Answer>,
}

impl Group {
    /// The group as the record holds it: its name, the digest of all its bytes, and the first four digits of each
    /// answer's own digest, which tell the answer that has changed.
    fn recorded(&self) -> String {
        let mut whole = Sha256::new();
        let mut marks = String::new();
        for (at, answer) in self.answers.iter().enumerate() {
            let digest = hex(&Sha256::digest(&answer.bytes));
            whole.update(&digest);
            let gap = if at % 23 == 0 { "\n " } else { "" };
            write!(marks, "{gap} {}", digest.get(..4).expect("64 digits")).expect("a String takes it");
        }
        format!("{}: {} answers\n  {}{marks}\n", self.name, self.answers.len(), hex(&whole.finalize()))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a String takes it");
        text
    })
}

/// What the program prints, its messages and its status with it.
fn print(arguments: &[String]) -> Vec<u8> {
    let output = crate::program().args(arguments).output().expect("the program starts");
    let status = format!("\n[{:?}]\n", output.status.code());
    [output.stdout, output.stderr, status.into_bytes()].concat()
}

/// The JSON that a command prints for these rows.
fn json<T: Serialize>(rows: &[T]) -> Vec<u8> {
    let rows: Vec<String> = rows.iter().map(|row| serde_json::to_string(row).expect("a row is JSON")).collect();
    if rows.is_empty() { b"[]\n".to_vec() } else { format!("[\n{}\n]\n", rows.join(",\n")).into_bytes() }
}

fn with_json(arguments: &[&str]) -> Vec<String> {
    arguments.iter().chain(&["--format", "json"]).map(|&word| word.to_owned()).collect()
}

/// The answers of the program to each of `asked`, in their order, by as many threads as there are cores.
fn printed(asked: Vec<Vec<String>>) -> Vec<Answer> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Vec<u8>)>> = Mutex::new(Vec::new());
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                while let Some((at, arguments)) = asked.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = print(arguments);
                    done.lock().expect("no thread has panicked").push((at, bytes));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread has panicked");
    done.sort_by_key(|(at, _)| *at);
    asked.into_iter().zip(done).map(|(arguments, (_, bytes))| Answer { arguments, bytes }).collect()
}

/// What the program itself answers, a group for each command and form.
fn from_the_program() -> Vec<Group> {
    let groups = asked::groups(&DATASET);
    let sizes: Vec<usize> = groups.iter().map(|(_, asked)| asked.len()).collect();
    let names: Vec<String> = groups.iter().map(|(name, _)| name.clone()).collect();
    let mut answers = printed(groups.into_iter().flat_map(|(_, asked)| asked).collect()).into_iter();
    let mut take = |size: usize| answers.by_ref().take(size).collect();
    names.into_iter().zip(sizes).map(|(name, size)| Group { name, answers: take(size) }).collect()
}

/// The hits for every planners' question.
fn searches(questions: &[&str]) -> Group {
    let index = Index::with_targets(
        &DATASET,
        &dataset::registry(),
        &target::all(&DATASET, &dataset::registry(), dataset::seed),
    );
    let options = Options { limit: SEARCH_LIMIT, ..Options::default() };
    let answer = |typed: &&str| Answer {
        arguments: with_json(&["search", typed]),
        bytes: json(&index.search(&DATASET, &dataset::registry(), &Query::parse(typed), &options).hits),
    };
    Group { name: "search, every question".to_owned(), answers: questions.iter().map(answer).collect() }
}

/// The closest tasks to every node of a plan that `is_asked`.
fn similars(plan: &Plan, similar: &Similar, is_asked: impl Fn(&str) -> bool) -> Group {
    let nodes = plan.tasks().filter(|node| is_asked(&node.id));
    let answer = |node: &Node| Answer {
        arguments: with_json(&["similar", &node.id]),
        bytes: json(&similar.closest(&DATASET, node, SIMILAR_LIMIT)),
    };
    Group { name: format!("similar, every task of {}", plan.id), answers: nodes.map(answer).collect() }
}

/// The dossier of every office that `is_asked`, over all plans.
fn dossiers(is_asked: impl Fn(&str) -> bool) -> Group {
    let dossiers = Dossiers::new(&DATASET, &dataset::registry(), dataset::seed);
    let offices = DATASET.departments.iter().filter(|office| is_asked(&office.name));
    let answer = |office: &Department| Answer {
        arguments: with_json(&["dossier", &office.name]),
        bytes: json(&[dossiers.dossier(&DATASET, &office.id, &[]).expect("an office of the registry")]),
    };
    Group { name: "dossier, every office".to_owned(), answers: offices.map(answer).collect() }
}

/// The tasks of every office that `is_asked`: all of them, those in each role, and those of each plan.
fn tasks(is_asked: impl Fn(&str) -> bool) -> Group {
    let roles = [("lead", Role::Lead), ("joint", Role::Joint), ("listed", Role::Listed)];
    let offices = DATASET.departments.iter().filter(|office| is_asked(&office.name));
    let answer = |typed: &[&str], selection: &Selection| {
        let rows: Vec<_> = task::select(&DATASET, selection).iter().map(|(plan, node)| task::row(plan, node)).collect();
        Answer { arguments: with_json(&[&["tasks"], typed].concat()), bytes: json(&rows) }
    };
    let answers = offices.flat_map(|office| {
        let whole = Selection { departments: vec![&office.id], ..Selection::default() };
        let typed = ["--dept", &office.name];
        let all = answer(&typed, &whole);
        let of_role = roles.iter().map(|(name, role)| {
            answer(&[&typed[..], &["--role", name]].concat(), &Selection { role: Some(*role), ..whole.clone() })
        });
        let of_plan = DATASET.plans.iter().map(|plan| {
            answer(&[&typed[..], &["--plan", &plan.id]].concat(), &Selection { plans: vec![&plan.id], ..whole.clone() })
        });
        std::iter::once(all).chain(of_role).chain(of_plan).collect::<Vec<_>>()
    });
    // Most offices have none of most roles in most plans: an empty answer is the same bytes as any other.
    let answers = answers.filter(|answer| answer.bytes.len() > 3).collect();
    Group { name: "tasks, every office by role and plan".to_owned(), answers }
}

/// The indicators that every name printed in a table means. What is compared then stands in the group `compare`.
fn names() -> Group {
    let registry = dataset::registry();
    let rows = DATASET.plans.iter().flat_map(Plan::tables).flat_map(|table| &table.rows);
    let names: BTreeSet<&str> = rows.map(|row| row.name.as_str()).collect();
    let answer = |name: &str| {
        let ids: Vec<&str> =
            registry.indicators().resolve(name).iter().map(|indicator| indicator.id.as_str()).collect();
        Answer { arguments: with_json(&["compare", name]), bytes: json(&ids) }
    };
    Group { name: "compare, every name printed".to_owned(), answers: names.into_iter().map(answer).collect() }
}

/// All groups, in the order of the record.
fn groups() -> Vec<Group> {
    let questions: Vec<&str> = QUESTIONS.iter().map(|(typed, _)| *typed).collect();
    let similar = Similar::new(&DATASET);
    let mut groups = from_the_program();
    groups.extend([tasks(|_| true), names(), searches(&questions)]);
    groups.extend(DATASET.plans.iter().map(|plan| similars(plan, &similar, |_| true)));
    groups.push(dossiers(|_| true));
    groups
}

fn record() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/answers/recorded.txt")
}

/// The arguments of the answers whose marks in the record differ; all of the group where their number does.
fn changed(group: &Group, recorded: &str) -> Vec<String> {
    let typed = |answer: &Answer| format!("guihua {}", answer.arguments.join(" "));
    let marks = |text: &str| text.lines().skip(2).flat_map(str::split_whitespace).map(str::to_owned).collect();
    let (was, is): (Vec<String>, Vec<String>) = (marks(recorded), marks(&group.recorded()));
    let differs = |at: usize| was.len() != is.len() || was.get(at) != is.get(at);
    group.answers.iter().enumerate().filter(|(at, _)| differs(*at)).map(|(_, answer)| typed(answer)).collect()
}

#[test]
fn answers_are_what_they_were() {
    let groups = groups();
    let fresh: Vec<String> = groups.iter().map(Group::recorded).collect();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(record(), fresh.join("\n")).expect("the record is written");
    }
    let recorded = std::fs::read_to_string(record()).expect("the record is read");
    let recorded: Vec<&str> = recorded.split("\n\n").map(str::trim_end).collect();
    let names: HashSet<&str> = recorded.iter().filter_map(|text| text.split(':').next()).collect();
    let mut lines = Vec::new();
    for (group, fresh) in groups.iter().zip(&fresh) {
        let was = recorded.iter().find(|text| text.split(':').next() == Some(&group.name));
        match was {
            None => lines.push(format!("{}: not in the record", group.name)),
            Some(was) if *was != fresh.trim_end() => lines.extend(changed(group, was)),
            Some(_) => {}
        }
    }
    assert!(
        lines.is_empty() && names.len() == groups.len(),
        "{} answers differ from the record of {} groups ({} here):\n{}\n\
         To see how, run the command here and in a checkout of the commit that `git log -1 -- {}` names, and compare.\n\
         Where the change is meant: `UPDATE=1 cargo test --locked answers`.",
        lines.len(),
        names.len(),
        groups.len(),
        lines.iter().take(N_NAMED).cloned().collect::<Vec<_>>().join("\n"),
        "tests/it/answers/recorded.txt",
    );
}

#[test]
fn the_program_prints_the_rows() {
    let plan = DATASET.plans.iter().find(|plan| plan.id == "xiangqiao-145").expect("a bundled plan");
    for group in [
        searches(&["婴儿死亡率", "rsj", "部门:教育局 近视"]),
        similars(plan, &Similar::new(&DATASET), |id| id.contains("/3.3.")),
        dossiers(|name| ["教育局", "统计局"].contains(&name)),
        tasks(|name| name == "残疾人联合会"),
    ] {
        assert!(group.answers.len() > 1, "{}", group.name);
        for Answer { arguments, bytes } in &group.answers {
            let printed = print(arguments);
            assert!(printed.starts_with(bytes), "guihua {}", arguments.join(" "));
        }
    }
}
