//! How long a frame takes, the page and its bytes, without a terminal: at 200×60 after a scroll, a fold, a change of
//! tab; at 160×45 in every view and every popup.
//!
//! `cargo bench --locked --bench frame` prints processor time of one thread, in milliseconds. The aim is 1.5 ms for a
//! frame after a scroll or a fold, and 16 ms for any frame at 160×45.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::sync::Arc;

use cpu_time::ThreadTime;
use guihua::analysis::responsibility::dossier::Dossiers;
use guihua::app::input::key::script;
use guihua::app::screen::page::Size;
use guihua::app::state::location::Location;
use guihua::app::{App, Options};
use guihua::dataset::{self, Seeds};
use guihua::library::Memory;
use guihua::model::Dataset;
use guihua::text::width::Width;
use guihua::tui::{Frames, Theme};

const ROUNDS: usize = 400;

/// What is measured: its name, the keys that lead there, and the keys pressed in turn, a frame after each.
type Case = (&'static str, &'static str, &'static str);

const BROAD: Size = Size { width: 200, height: 60 };
const SCROLLS: &[Case] = &[
    ("scroll the tree", "jjjE", "jk"),
    ("scroll the tree by pages", "jjjE", "<C-f><C-b>"),
    ("scroll a table in the text", "j<Enter>jjjjjjjjjjj<Enter>", "jk"),
    ("fold and unfold a plan", "jjj", "EC"),
    ("scroll the bureaus", "2", "jk"),
    ("scroll a dossier", "2<Enter>", "jk"),
    ("open the matrix of bureaus", "2", "m<Esc>"),
    ("scroll the indicators", "3", "jk"),
    ("scroll the findings", "4", "jk"),
    ("scroll the deadlines of a year", "5jjj<Enter>", "jk"),
];

const USUAL: Size = Size { width: 160, height: 45 };
/// Where the views are opened: a task that has others close to it.
const TASK: &str = "xiangqiao-145/3.3.2";
const VIEWS: &[Case] = &[
    ("规划: tree and text", "", "jk"),
    ("部门: bureaus", "2", "jk"),
    ("部门: tasks and text", "2<Enter>", "jk"),
    ("指标: rows", "3", "jk"),
    ("指标: tables", "3", "}{"),
    ("核对: findings", "4", "jk"),
    ("核对: typing a filter", "4f", "云<Backspace>"),
    ("时限: years", "5", "jk"),
    ("时限: bureaus", "5t", "jk"),
    ("时限: by year, by bureau", "5", "t"),
    ("时限: typing a filter", "5f", "健<Backspace>"),
    ("search: hits", "/健康", "<Down><Up>"),
    ("search: typing", "/健康", "素<Backspace>"),
    ("popup: help", "", "?<Esc>"),
    ("popup: similar", "s<Esc>", "s<Esc>"),
    ("popup: beside", "S<Esc>", "S<Esc>"),
    ("popup: comparing", "3", "x<Esc>"),
    ("popup: row", "3", "<Enter><Esc>"),
    ("popup: source", "", "o<Esc>"),
    ("popup: plans", "", "p<Esc>"),
];

fn main() {
    let dataset = Arc::new(dataset::bundled().expect("checked by tests/it/tidy.rs"));
    let start = ThreadTime::now();
    let dossiers = Dossiers::new(&dataset, &dataset::registry(), dataset::seed);
    println!("what all dossiers are made of: {:.1} ms, once, on another thread", start.elapsed().as_secs_f64() * 1e3);
    let start = ThreadTime::now();
    let n_tasks = dossiers.dossier(&dataset, "health", &[]).map_or(0, |dossier| dossier.counts.total());
    println!("the dossier with most tasks ({n_tasks}): {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    for (size, at, cases) in [(BROAD, None, SCROLLS), (USUAL, Some(TASK), VIEWS)] {
        let head = format!("frame at {}×{}, ms", size.width, size.height);
        println!("{head:<32} {:>8} {:>8} {:>8}  bytes", "median", "p99", "max");
        for case in cases {
            measure(&dataset, size, at, case);
        }
    }
}

/// Presses the keys of a case in turn and prints how long their frames took.
fn measure(dataset: &Arc<Dataset>, size: Size, at: Option<&str>, (name, way, keys): &Case) {
    let at = at.map(|id| Location::Node(id.to_owned()));
    let options = Options { size, at, ..Options::default() };
    let library = Arc::new(Memory::new(Arc::clone(dataset), Seeds, dataset::registry()));
    // What is made once, on another thread while the first key is read.
    library.work_ahead();
    let mut app = App::new(library, options);
    let mut frames = Frames::new(size, Width::Narrow, Theme::Colour);
    for key in script(way).expect("keys of this file") {
        app.press(key);
    }
    frames.next(&app.page()).expect("written to memory");
    let (mut times, mut bytes) = (Vec::new(), 0);
    for key in script(keys).expect("keys of this file").into_iter().cycle().take(ROUNDS) {
        let start = ThreadTime::now();
        app.press(key);
        let frame = frames.next(&app.page()).expect("written to memory");
        times.push(start.elapsed().as_secs_f64() * 1e3);
        bytes += frame.len();
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    // Names of views are wide characters, which `{:<32}` counts as one cell.
    let name = Width::Narrow.pad(name, 32, guihua::text::width::Align::Left);
    println!("{name} {:>8.3} {:>8.3} {:>8.3}  {}", at(50), at(99), at(100), bytes / ROUNDS);
}
