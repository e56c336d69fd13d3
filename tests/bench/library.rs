//! A thousand own plans beside five: importing them, the first screen, a key, the memory, the files, and how all of that grows.
//!
//! `cargo bench --locked --bench library [N]...` imports varied copies of the five bundled texts, 1,000 or as many as are asked
//! for, into libraries of its own and prints figures with ratios within one run. Several numbers give a table of growth with
//! exponents (10 100 1000 5000). Where `fzf` is on the path, the keys are set against it.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "library/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use cpu_time::ThreadTime;
use guihua::dataset;
use guihua::importer::{self, Supplied};
use guihua::model::Source;
use terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_guihua");
const PLACES: &str = include_str!("../../data/places.txt");
/// The places that the bundled plans are of.
const OWN: [&str; 6] = ["佛山", "清远", "潮州", "湘桥", "云浮", "中山"];
/// Verbs that plans use for one another.
const VERBS: [(&str, &str); 3] = [("加强", "强化"), ("推进", "推动"), ("开展", "实施")];
const ROUNDS: usize = 15;
const QUERY: &str = "卫生健康局";

fn main() {
    let asked: Vec<usize> = env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let numbers = if asked.is_empty() { vec![1_000] } else { asked };
    importing_alone();
    let rows: Vec<Row> = numbers.iter().map(|n| Library::new(folder.path(), *n).measure()).collect();
    growth(&rows);
}

/// How quickly one thread makes plans of texts.
fn importing_alone() {
    let registry = dataset::registry();
    let texts: Vec<String> = (1..=4).flat_map(varied).map(|(_, text)| text).collect();
    let n_bytes: usize = texts.iter().map(String::len).sum();
    let start = ThreadTime::now();
    for text in &texts {
        let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
        std::hint::black_box(importer::import(text, source, &Supplied::default(), registry.departments()));
    }
    let rate = megabytes(n_bytes) / start.elapsed().as_secs_f64();
    target("importer alone, MB/s a core", rate >= 10.0, &format!("{rate:.1}"), "≥ 10");
}

#[expect(clippy::cast_precision_loss, reason = "figures are printed with three digits")]
fn megabytes(n_bytes: usize) -> f64 {
    n_bytes as f64 / 1e6
}

fn target(what: &str, is_met: bool, measured: &str, wanted: &str) {
    println!("TARGET {what}: wanted {wanted}, measured {measured}, {}", if is_met { "met" } else { "MISSED" });
}

/// The bundled texts as those of other places: names of files, and texts.
fn varied(copy: usize) -> Vec<(String, String)> {
    let names: Vec<&str> = PLACES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split_whitespace().skip(1))
        .filter(|name| name.chars().count() == 3 && name.ends_with(['市', '县', '区']))
        .map(|name| name.trim_end_matches(['市', '县', '区']))
        .collect();
    let vary = |(seed, row): (usize, &dataset::Bundled)| {
        let mut text = row.text.to_owned();
        for (at, own) in OWN.iter().enumerate() {
            text = text.replace(own, names[(copy * 5 + seed + at * 331) % names.len()]);
        }
        for (at, (one, other)) in VERBS.iter().enumerate() {
            if copy >> at & 1 == 1 {
                text = text.replace(one, other);
            }
        }
        (row.file.replace(".txt", &format!("-c{copy}.txt")), text)
    };
    dataset::BUNDLE.iter().enumerate().map(vary).collect()
}

/// What was measured of a library of one size.
struct Row {
    n_plans: usize,
    import: Duration,
    start: Duration,
    listing: Duration,
    search: Duration,
}

/// A library of so many plans with its documents.
struct Library {
    home: PathBuf,
    n_plans: usize,
    /// Bytes of all texts.
    n_bytes: usize,
}

impl Library {
    fn new(folder: &Path, n_plans: usize) -> Self {
        let home = folder.join(n_plans.to_string());
        let documents = home.join("documents");
        fs::create_dir_all(&documents).expect("a folder");
        let mut n_bytes = 0;
        for (file, text) in (1..).flat_map(varied).take(n_plans) {
            n_bytes += text.len();
            fs::write(documents.join(file), text).expect("a file");
        }
        Self { home, n_plans, n_bytes }
    }

    fn surroundings(&self) -> [(&'static str, PathBuf); 4] {
        [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CONFIG_HOME", "config"),
        ]
        .map(|(variable, name)| (variable, self.home.join(name)))
    }

    /// Wall time of a command, and the processor time of all its threads.
    fn run(&self, arguments: &[&str]) -> (Duration, Duration) {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(&self.home).envs(self.surroundings());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let (before, start) = (children_time(), Instant::now());
        let status = command.status().expect("the program starts");
        assert!(status.success(), "{arguments:?}: {status}");
        (start.elapsed(), children_time().saturating_sub(before))
    }

    fn browser(&self) -> Terminal {
        Terminal::start(PROGRAM, &["--ambiguous", "narrow"], &self.surroundings())
    }

    /// The medians of wall and processor time up to the first full screen, of this library and of another in turn.
    fn first_screens(&self, other: &Self) -> [(Duration, Duration); 2] {
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..=ROUNDS {
            for (library, times) in [self, other].into_iter().zip(&mut times) {
                times.push(library.browser().until_full());
            }
        }
        times.map(|times| (median(times[1..].iter().map(|time| time.0)), median(times[1..].iter().map(|time| time.1))))
    }

    fn measure(self) -> Row {
        println!("\n{} plans, {:.1} MB of text", self.n_plans, megabytes(self.n_bytes));
        let (wall, import) = self.run(&["import", "documents"]);
        let rate = megabytes(self.n_bytes) / import.as_secs_f64();
        println!(
            "imported in {wall:.1?}, {import:.1?} of processor time: {rate:.1} MB/s a core with files and reports"
        );
        let (_, first_search) = self.run(&["search", QUERY]);
        let (wall, search) = self.run(&["search", QUERY]);
        println!("a search on the command line: {search:.0?} ({wall:.0?} wall), the first one {first_search:.1?}");
        let (_, listing) = self.run(&["plans"]);
        let start = self.first_screen();
        if self.n_plans >= 100 {
            self.keys();
        }
        self.files();
        Row { n_plans: self.n_plans, import, start, listing, search }
    }

    fn first_screen(&self) -> Duration {
        let five = self.without_own();
        let [(wall, work), (few_wall, few_work)] = self.first_screens(&five);
        let ratio = wall.as_secs_f64() / few_wall.as_secs_f64();
        let of_work = work.as_secs_f64() / few_work.as_secs_f64();
        println!("first screen {wall:.1?} ({work:.1?} of processor time), with five {few_wall:.1?} ({few_work:.1?})");
        let measured = format!("{ratio:.2} (processor time {of_work:.2})");
        target("first screen / that with five", ratio <= 1.5, &measured, "≤ 1.5");
        work
    }

    /// Types a query into the search, once everything is read, and the same into fzf over the same lines.
    fn keys(&self) {
        let mut browser = self.browser();
        browser.until_full();
        let start = Instant::now();
        browser.send("/健");
        let is_idle = browser.until_idle(Duration::from_secs(300));
        assert!(is_idle && !browser.shows("正在读取"), "the library is never read");
        browser.press("\u{7f}");
        println!("everything read {:.1?} after the first key", start.elapsed());
        let ours = median(type_in(&mut browser));
        let memory = browser.memory();
        let slowest = type_in(&mut browser).into_iter().max().unwrap_or_default();
        target(
            "key → last change",
            ours <= Duration::from_millis(10),
            &format!("{ours:.1?}, slowest {slowest:.1?}"),
            "≤ 10 ms",
        );
        self.say_memory(memory);
        drop(browser);
        let Some(mut fzf) = self.fzf() else { return println!("fzf is not on the path: no comparison") };
        fzf.settle(Duration::from_secs(3));
        let theirs = median(type_in(&mut fzf));
        let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
        target("fzf's key / ours", ratio >= 30.0, &format!("{ratio:.0} ({theirs:.0?})"), "≥ 30");
    }

    /// What the program itself and the five plans take is the most of a small library's memory, so that only a large one says
    /// how much a text takes.
    fn say_memory(&self, memory: usize) {
        let mut browser = self.without_own().browser();
        browser.until_full();
        browser.send("/");
        type_in(&mut browser);
        let fixed = browser.memory();
        let [all, own] = [memory, memory.saturating_sub(fixed)].map(|bytes| megabytes(bytes) / megabytes(self.n_bytes));
        let measured = format!(
            "{all:.2} ({:.0} MB; {own:.2} without the {:.0} MB that it takes with five)",
            megabytes(memory),
            megabytes(fixed)
        );
        if self.n_plans >= 1_000 {
            target("memory / text", all <= 4.0, &measured, "≤ 4");
        } else {
            println!("memory / text {measured}");
        }
    }

    fn without_own(&self) -> Self {
        Self { home: self.home.join("none"), n_plans: 0, n_bytes: 0 }
    }

    fn fzf(&self) -> Option<Terminal> {
        let path =
            env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join("fzf")).find(|path| path.is_file())?;
        let lines = self.home.join("lines.txt");
        let texts = fs::read_dir(self.home.join("documents")).ok()?.flatten();
        let all: Vec<u8> = texts.flat_map(|entry| fs::read(entry.path()).unwrap_or_default()).collect();
        fs::write(&lines, all).ok()?;
        let line = format!("{} < {}", path.display(), lines.display());
        Some(Terminal::start("/bin/sh", &["-c", &line], &[]).patiently())
    }

    fn files(&self) {
        let mut sizes = [0; 2];
        let mut folders = vec![self.home.join("cache")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(about) = entry.metadata() else { continue };
                if about.is_dir() {
                    folders.push(entry.path());
                } else {
                    let n_bytes = usize::try_from(about.len()).unwrap_or_default();
                    sizes[usize::from(entry.file_name() == "index")] += n_bytes;
                }
            }
        }
        let [others, index] = sizes.map(|size| megabytes(size) / megabytes(self.n_bytes));
        println!("the other files of the cache / text: {others:.2}");
        target("index file / text", index <= 3.0, &format!("{index:.2}"), "≤ 3");
    }
}

/// How long the screen changes after each character of the query, which is deleted again.
fn type_in(terminal: &mut Terminal) -> Vec<Duration> {
    let mut times = Vec::new();
    for _ in 0..4 {
        for character in QUERY.chars() {
            times.push(terminal.press(&character.to_string()));
        }
        for _ in QUERY.chars() {
            terminal.press("\u{7f}");
        }
    }
    times
}

fn median(times: impl IntoIterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.into_iter().collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Processor time of all children that have ended.
fn children_time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok()).unwrap_or_default();
    // Hundredths of a second, as Linux has counted them for programs since the beginning.
    Duration::from_millis((ticks(13) + ticks(14)) * 10)
}

/// How the times grow with the number of plans.
fn growth(rows: &[Row]) {
    let [Some(first), Some(last)] = [rows.first(), rows.last()] else { return };
    println!("\n{:>6} {:>12} {:>12} {:>12} {:>12}", "plans", "import", "first screen", "plans", "search");
    for row in rows {
        println!(
            "{:>6} {:>12.1?} {:>12.1?} {:>12.1?} {:>12.1?}",
            row.n_plans, row.import, row.start, row.listing, row.search
        );
    }
    if last.n_plans > first.n_plans {
        for (what, of) in [
            ("import", (|row| row.import) as fn(&Row) -> Duration),
            ("first screen", |row| row.start),
            ("plans", |row| row.listing),
            ("search", |row| row.search),
        ] {
            let seconds = |row: &Row| of(row).max(Duration::from_millis(10)).as_secs_f64();
            let exponent =
                (seconds(last) / seconds(first)).ln() / (megabytes(last.n_plans) / megabytes(first.n_plans)).ln();
            target(&format!("growth of {what}, exponent"), exponent <= 1.1, &format!("{exponent:.2}"), "≤ 1.1");
        }
    }
}
