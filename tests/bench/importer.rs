//! How long it takes to read plans and to wrap their text, and that the time grows with the length of a text only.
//!
//! `cargo bench --locked --bench importer` prints processor time of one thread and how many times longer a text takes
//! that is ten times as long. It ends with an error where that is more than [`STEEPEST`]: reading in the square of the
//! length takes a hundred times as long, and hangs on a text that somebody hands in by mistake.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../it/importer/endless.rs"]
mod endless;

use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;
use guihua::dataset::{self, BUNDLE};
use guihua::importer::{self, Supplied};
use guihua::model::Source;
use guihua::text::width::Width;
use guihua::text::wrap::wrap;

/// Bytes of the longer text of each pair; the shorter has a tenth.
const LONG: usize = 1_000_000;

/// The most times longer that a text of ten times the length may take. Generous, as the shorter text takes next to
/// nothing and the machine may be busy.
const STEEPEST: f64 = 40.0;

/// Less time than this is taken for this: below it the clock is too coarse to compare.
const FLOOR: Duration = Duration::from_millis(2);

/// Texts whose line breaks are hard to find: nothing to break at, marks that bind, clusters of several characters.
const WRAPPED: [&str; 6] = ["规划，", "aaaaaa", "      ", "“（2030年", "🇨🇳", "e\u{301}\u{301}"];

fn main() -> ExitCode {
    let registry = dataset::registry();
    let read = |text: &str| {
        let source = Source { file: "bench.txt".to_owned(), sha256: String::new() };
        importer::import(text, source, &Supplied::default(), registry.departments()).nodes.len()
    };
    let plans = time(|| BUNDLE.iter().map(|row| read(row.text)).sum());
    println!("the bundled plans             {:8.2} ms", plans.as_secs_f64() * 1e3);
    let mut steepest: f64 = 0.0;
    let mut report = |name: &str, short: Duration, long: Duration| {
        let growth = long.max(FLOOR).as_secs_f64() / short.max(FLOOR).as_secs_f64();
        println!("{name:29} {:8.2} ms {growth:8.1} times", long.as_secs_f64() * 1e3);
        steepest = steepest.max(growth);
    };
    for ((name, short), (_, long)) in endless::texts(LONG / 10).zip(endless::texts(LONG)) {
        report(name, time(|| read(&short)), time(|| read(&long)));
    }
    for pattern in WRAPPED {
        let [short, long] = [LONG / 10, LONG].map(|bytes| pattern.repeat(bytes / pattern.len()));
        let rows = |text: &str| wrap(text, 40, Width::Narrow).len();
        report(&format!("wrap {}", pattern.escape_debug()), time(|| rows(&short)), time(|| rows(&long)));
    }
    if steepest > STEEPEST {
        println!("time grows faster than the text: {steepest:.0} times for ten times the length");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Processor time of the best of three runs.
fn time(work: impl Fn() -> usize) -> Duration {
    let run = || {
        let start = ThreadTime::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}
