//! How long it takes to check the bundled plans, and what the browser makes ready beside the first keys.
//!
//! `cargo bench --locked --bench check` prints processor time of one thread, in milliseconds and in memmem passes over
//! the same text in the same run: a ratio means the same on any machine. The aim is 100 ms
//! for the findings of all five.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use guihua::analysis::check;
use guihua::analysis::responsibility::dossier::Dossiers;
use guihua::analysis::similarity::similar::Similar;
use guihua::analysis::targets::{deadline, target};
use guihua::dataset;
use guihua::model::Dataset;
use guihua::registry::Registry;
use guihua::search::Index;
use memchr::memmem;

const ROUNDS: usize = 15;

/// Words that no plan holds, so that a search pass goes through the whole text.
const NOWHERE: &str = "规划终结";

/// Passes that are timed together, as a single one is too short for the clock.
const PASSES: u32 = 100;

fn main() -> Result<(), serde_json::Error> {
    let dataset = dataset::bundled()?;
    let registry = dataset::registry();
    // The nodes of a plan are parsed when first asked for; counting them keeps that out of the times below.
    let n_nodes: usize = dataset.plans.iter().map(|plan| plan.nodes.len()).sum();
    let text: String = dataset.plans.iter().filter_map(|plan| dataset::seed(&plan.id)).collect();
    let pass = median(|| (0..PASSES).filter(|_| memmem::find(text.as_bytes(), NOWHERE.as_bytes()).is_some()).count());
    let pass = pass / PASSES;
    let findings = check::select(&dataset, &registry, &[], dataset::seed);
    println!("{n_nodes} nodes, {} bytes, {} findings, median of {ROUNDS} rounds", text.len(), findings.len());
    println!("one memmem pass     {:8.3} ms", pass.as_secs_f64() * 1e3);
    let report = |what: &str, time: Duration| {
        let passes = time.as_secs_f64() / pass.as_secs_f64();
        println!("{what:19} {:8.2} ms {passes:8.0} passes", time.as_secs_f64() * 1e3);
    };
    report("without documents", median(|| check::select(&dataset, &registry, &[], |_| None).len()));
    let parts = preparation(&dataset, &registry);
    for (what, time) in &parts {
        report(what, *time);
    }
    report("preparation, whole", parts.iter().map(|(_, time)| *time).sum());
    Ok(())
}

/// The parts that the browser prepares on another thread, in its order, with the time of each.
fn preparation(dataset: &Dataset, registry: &Registry) -> [(&'static str, Duration); 5] {
    let index = || Index::with_targets(dataset, registry, &target::all(dataset, registry, |_| None));
    let due = |plan| deadline::in_plan(plan, registry, dataset::seed(&plan.id)).len();
    [
        ("search index", median(|| index().bytes())),
        ("findings", median(|| check::select(dataset, registry, &[], dataset::seed).len())),
        ("deadlines", median(|| dataset.plans.iter().map(due).sum::<usize>())),
        ("dossiers", median(|| Dossiers::new(dataset, registry, dataset::seed))),
        ("similar", median(|| Similar::new(dataset))),
    ]
}

/// The median processor time of a call over [`ROUNDS`] rounds.
fn median<T>(call: impl Fn() -> T) -> Duration {
    let round = |_| {
        let start = ThreadTime::now();
        black_box(call());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..ROUNDS).map(round).collect();
    times.sort_unstable();
    times[times.len() / 2]
}
