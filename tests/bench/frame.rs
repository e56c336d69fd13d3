//! How long a frame takes at 200×60 after a scroll, a fold, a change of tab: the page and its bytes, without a terminal.
//!
//! `cargo bench --bench frame` prints processor time of one thread, in milliseconds. The aim is 1.5 ms for a frame after
//! a scroll or a fold.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::sync::Arc;

use cpu_time::ThreadTime;
use guihua::analysis::dossier::Dossiers;
use guihua::app::key::script;
use guihua::app::page::Size;
use guihua::app::{App, Options};
use guihua::dataset;
use guihua::text::width::Width;
use guihua::tui::{Frames, Theme};

const SIZE: Size = Size { width: 200, height: 60 };
const ROUNDS: usize = 400;

/// What is measured: its name, the keys that lead there, and the keys pressed in turn, a frame after each.
const CASES: [(&str, &str, &str); 8] = [
    ("scroll the tree", "jjjE", "jk"),
    ("scroll the tree by pages", "jjjE", "<C-f><C-b>"),
    ("scroll a table in the text", "j<Enter>jjjjjjjjjjj<Enter>", "jk"),
    ("fold and unfold a plan", "jjj", "EC"),
    ("scroll the bureaus", "2", "jk"),
    ("scroll a dossier", "2<Enter>", "jk"),
    ("open the matrix of bureaus", "2", "m<Esc>"),
    ("scroll the indicators", "3", "jk"),
];

fn main() {
    let dataset = Arc::new(dataset::bundled().expect("checked by tests/it/tidy.rs"));
    let start = ThreadTime::now();
    let dossiers = Dossiers::new(&dataset, dataset::seed);
    println!("what all dossiers are made of: {:.1} ms, once, on another thread", start.elapsed().as_secs_f64() * 1e3);
    let start = ThreadTime::now();
    let n_tasks = dossiers.of(&dataset, "health", &[]).map_or(0, |dossier| dossier.counts.total());
    println!("the dossier with most tasks ({n_tasks}): {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    println!("{:<28} {:>8} {:>8} {:>8}  bytes", "frame at 200×60, ms", "median", "p99", "max");
    for (name, way, keys) in CASES {
        let mut app = App::new(Arc::clone(&dataset), Options { size: SIZE, ..Options::default() });
        let mut frames = Frames::new(SIZE, Width::Narrow, Theme::Colour);
        let press = |app: &mut App, keys: &str| {
            for key in script(keys).expect("keys of this file") {
                app.press(key);
            }
        };
        press(&mut app, way);
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
        println!("{name:<28} {:>8.3} {:>8.3} {:>8.3}  {}", at(50), at(99), at(100), bytes / ROUNDS);
    }
}
