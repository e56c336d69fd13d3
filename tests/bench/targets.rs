//! How long sentences without an end take to be read for targets: time must grow as their length does.
//!
//! `cargo bench --locked --bench targets` prints processor time of one thread, in milliseconds, and how often longer
//! the doubled text takes. The aim is 2; a rule that looks back over the whole sentence at each figure shows as 4.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;

use cpu_time::ThreadTime;
use guihua::analysis::targets::target;
use guihua::dataset;
use guihua::model::{Node, Paragraph, Plan};
use guihua::text::width::{Align, Width};

/// Sentences of another make each.
const PIECES: [&str; 12] = [
    "到2025年甲率达到5%，",
    "5个甲",
    "2025年甲",
    "（2025年",
    "甲、乙和",
    "“《",
    "达到",
    "甲率5%、",
    "2025年出台甲条例，乙率达到5%，",
    "2025年甲数量达到标准、",
    "2025年甲水平明显提高，",
    "2025年甲更加好的",
];
const N_PIECES: usize = 5_000;
const ROUNDS: usize = 5;

fn main() -> Result<(), serde_json::Error> {
    let plan = dataset::bundled()?.plans.swap_remove(0);
    let node = plan.nodes.iter().find(|node| !node.paragraphs.is_empty()).expect("a plan has text");
    println!("{:24} {N_PIECES:>10} {:>10}      ratio", "pieces", 2 * N_PIECES);
    for piece in PIECES {
        let [once, twice] = [1, 2].map(|times| milliseconds(&plan, node, &piece.repeat(times * N_PIECES)));
        let name = Width::Narrow.pad(piece, 24, Align::Left);
        println!("{name} {once:10.2} {twice:10.2} {:10.2}", twice / once);
    }
    Ok(())
}

/// The median time that a node with this text takes.
fn milliseconds(plan: &Plan, node: &Node, text: &str) -> f64 {
    let mut node = node.clone();
    node.paragraphs = vec![Paragraph { text: text.to_owned(), lines: [1, 1] }];
    let registry = dataset::registry();
    let round = |_| {
        let start = ThreadTime::now();
        black_box(target::in_node(plan, &node, &registry, None));
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..ROUNDS).map(round).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
