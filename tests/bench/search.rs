//! How long a keystroke takes: every prefix of every planner's question, in processor time of one thread.
//!
//! A harness of its own, since criterion reads the wall clock, which on a shared machine measures the neighbours, and
//! since what counts is the spread over many different queries, not the mean of one. Times are set against one pass of
//! memmem over the same text in the same run: a ratio means the same on any machine.
//!
//! `cargo bench --locked --bench search [copies]`; 200 copies of the five plans are the default.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "corpus.rs"]
mod corpus;
#[path = "../it/search/questions.rs"]
mod questions;

use std::time::Duration;

use cpu_time::ThreadTime;
use guihua::analysis::targets::target as targets;
use guihua::dataset;
use guihua::model::Dataset;
use guihua::search::{Index, Options, Query};
use memchr::memmem;

fn main() {
    let copies = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(200);
    let bundled = dataset::bundled().expect("the bundled plans are read");
    small(&bundled);
    large(&bundled, copies);
}

/// Every prefix of every question.
fn keystrokes() -> Vec<String> {
    let prefixes = questions::QUESTIONS
        .iter()
        .flat_map(|(typed, _)| (1..=typed.chars().count()).map(|length| typed.chars().take(length).collect()));
    prefixes.collect()
}

/// All text of the plans, as one.
fn whole_text(dataset: &Dataset) -> String {
    let mut text = String::new();
    for node in dataset.plans.iter().flat_map(|plan| &plan.nodes) {
        let title = node.title.iter();
        let paragraphs = node.paragraphs.iter().map(|paragraph| &paragraph.text);
        let clauses = node.responsible.iter().map(|clause| &clause.raw);
        let rows = node.tables.iter().flat_map(|table| &table.rows);
        let cells = rows.flat_map(|row| std::iter::once(&row.name).chain(row.cells.iter().flatten()));
        for part in title.chain(paragraphs).chain(clauses).chain(cells) {
            text.push_str(part);
            text.push('\n');
        }
    }
    text
}

/// The thread time of one call.
fn time<T>(call: impl FnOnce() -> T) -> (Duration, T) {
    let start = ThreadTime::now();
    let result = call();
    (start.elapsed(), result)
}

/// One memmem pass over the text with each keystroke before each round of the searches, so that both meet the machine in the
/// same state: the times of the searches, the slowest of them, and the median of the passes.
fn run_beside_passes(
    index: &Index,
    dataset: &Dataset,
    keys: &[String],
    text: &str,
) -> (Vec<Duration>, Vec<(Duration, String)>, Duration) {
    const ROUNDS: usize = 10;
    let mut all = Vec::new();
    let mut passes = Vec::new();
    let mut slowest = Vec::new();
    for _ in 0..ROUNDS {
        passes.push(pass(text, keys));
        let (times, worst) = run(index, dataset, keys, 1);
        all.extend(times);
        slowest = worst;
    }
    all.sort();
    passes.sort();
    (all, slowest, passes[passes.len() / 2])
}

/// The median time of one memmem pass over the text, the keystrokes themselves looked for.
fn pass(text: &str, keys: &[String]) -> Duration {
    let count = |key: &String| memmem::find_iter(text.as_bytes(), key.as_bytes()).count();
    let mut times: Vec<Duration> = keys.iter().map(|key| time(|| count(key)).0).collect();
    times.sort();
    times[times.len() / 2]
}

/// Times of all keystrokes, sorted, and the slowest of them.
fn run(index: &Index, dataset: &Dataset, keys: &[String], rounds: usize) -> (Vec<Duration>, Vec<(Duration, String)>) {
    let registry = dataset::registry();
    let options = Options::default();
    let mut times = Vec::new();
    let mut slowest = Vec::new();
    for key in keys {
        let rounds =
            (0..rounds).map(|_| time(|| index.search(dataset, &registry, &Query::parse(key), &options).hits.len()).0);
        let each: Vec<Duration> = rounds.collect();
        slowest.push((each.iter().min().copied().unwrap_or_default(), key.clone()));
        times.extend(each);
    }
    times.sort();
    slowest.sort();
    slowest.reverse();
    slowest.truncate(8);
    (times, slowest)
}

/// The value below which so many of a hundred sorted times lie.
fn percentile(times: &[Duration], percent: usize) -> Duration {
    times[(times.len() - 1) * percent / 100]
}

fn report(name: &str, times: &[Duration], slowest: &[(Duration, String)], pass: Duration) {
    let ratio = |time: Duration| time.as_secs_f64() / pass.as_secs_f64();
    println!("{name}: one memmem pass {pass:?}");
    for (label, share) in [("p50", 50), ("p90", 90), ("p99", 99), ("max", 100)] {
        let time = percentile(times, share);
        println!("  {label} {time:>10.1?}  {:>6.2} passes", ratio(time));
    }
    let slowest: Vec<String> = slowest.iter().map(|(time, key)| format!("{key} {time:.1?}")).collect();
    println!("  slowest: {}", slowest.join(", "));
}

/// One line for a target: what is wanted, what was measured, and the share of the one in the other; above 1 is a miss.
fn target(what: &str, wanted: Duration, measured: Duration) {
    let ratio = measured.as_secs_f64() / wanted.as_secs_f64();
    let verdict = if ratio <= 1.0 { "met" } else { "MISSED" };
    println!("TARGET {what}: wanted ≤ {wanted:.1?}, measured {measured:.1?}, ratio {ratio:.2}, {verdict}");
}

/// The time of the slowest hostile query.
fn hostile(index: &Index, dataset: &Dataset) -> Duration {
    let registry = dataset::registry();
    let answer = |typed: &String| {
        time(|| index.search(dataset, &registry, &Query::parse(typed), &Options::default()).hits.len())
    };
    questions::hostile().iter().map(|typed| answer(typed).0).max().unwrap_or_default()
}

fn small(bundled: &Dataset) {
    let registry = dataset::registry();
    let keys = keystrokes();
    let (reading, targets) = time(|| targets::all(bundled, &dataset::registry(), |_| None));
    println!("five plans: {} targets read out of the text in {reading:.1?}", targets.len());
    let (bare_making, bare) = time(|| Index::new(bundled, &registry));
    let (making, index) = time(|| Index::with_targets(bundled, &registry, &targets));
    let text = whole_text(bundled);
    // One round of each to warm the caches.
    pass(&text, &keys);
    run(&index, bundled, &keys, 1);
    let (times, slowest, pass) = run_beside_passes(&bare, bundled, &keys, &text);
    println!("five plans without targets: index made in {bare_making:.1?}, {} bytes", bare.bytes());
    report("five plans without targets", &times, &slowest, pass);
    let (times, slowest, pass) = run_beside_passes(&index, bundled, &keys, &text);
    println!("five plans: index made in {making:.1?}, {} bytes; {} keystrokes", index.bytes(), keys.len());
    report("five plans", &times, &slowest, pass);
    target("five plans, median key, one and a half memmem passes", pass * 3 / 2, percentile(&times, 50));
    target("five plans, p99", Duration::from_millis(1), percentile(&times, 99));
    target("five plans, slowest hostile query", Duration::from_millis(50), hostile(&index, bundled));
}

fn large(bundled: &Dataset, copies: usize) {
    let registry = dataset::registry();
    let keys = keystrokes();
    let dataset = corpus::library(bundled, copies);
    let text = whole_text(&dataset);
    let n_bytes = text.len();
    let pass = pass(&text, &keys);
    drop(text);
    let before = resident();
    let (making, index) = time(|| Index::new(&dataset, &registry));
    let some: Vec<String> = keys.iter().step_by(7).cloned().collect();
    let (times, slowest) = run(&index, &dataset, &some, 1);
    report(&format!("{} plans, scan until the index is ready", dataset.plans.len()), &times, &slowest, pass);
    let counts = |keys: &[String]| -> Vec<_> {
        keys.iter()
            .map(|key| index.search(&dataset, &registry, &Query::parse(key), &Options::default()).counts)
            .collect()
    };
    let scanned = counts(&some);
    let (preparing, ()) = time(|| index.prepare());
    println!("counts of the index equal those of the scan: {}", counts(&some) == scanned);
    let (times, slowest) = run(&index, &dataset, &keys, 2);
    report("with the index", &times, &slowest, pass);
    target("1,000 plans, p99", Duration::from_millis(4), percentile(&times, 99));
    target("1,000 plans, slowest hostile query", Duration::from_millis(50), hostile(&index, &dataset));
    println!("names and text read in {making:.2?}, pairs indexed in {preparing:.2?}");
    target("1,000 plans, index built", Duration::from_millis(1_500), making + preparing);
    let mega = |bytes: usize| bytes / 1_000_000;
    println!(
        "text {} MB; index {} MB = {} x text; resident {} MB more than before",
        mega(n_bytes),
        mega(index.bytes()),
        times_of(index.bytes(), n_bytes),
        mega(resident().saturating_sub(before)),
    );
    let all = resident();
    println!(
        "TARGET 1,000 plans, memory: wanted ≤ {} MB, measured {} MB, ratio {}, {}",
        mega(n_bytes * 9 / 2),
        mega(all),
        times_of(all, n_bytes * 9 / 2),
        if all <= n_bytes * 9 / 2 { "met" } else { "MISSED" },
    );
}

/// How many times the one is the other, to a hundredth.
fn times_of(one: usize, other: usize) -> String {
    format!("{}.{:02}", one / other, one * 100 / other % 100)
}

/// Bytes of memory resident, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: usize = status.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4_096
}
