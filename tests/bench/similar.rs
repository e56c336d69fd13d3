//! How long the closest tasks take: for all tasks of the bundled plans, with the phrases they share.
//!
//! `cargo bench --locked --bench similar` prints processor time of one thread, in milliseconds. The aim
//! is 100 ms for all of them.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use cpu_time::ThreadTime;
use guihua::analysis::similarity::similar::Similar;
use guihua::dataset;
use guihua::model::Node;

const ROUNDS: usize = 9;
/// Rows a task, as many as the command prints.
const LIMIT: usize = 10;

fn main() -> Result<(), serde_json::Error> {
    let dataset = dataset::bundled()?;
    let tasks: Vec<&Node> = dataset.plans.iter().flat_map(guihua::model::Plan::tasks).collect();
    let (mut made, mut asked) = (Vec::new(), Vec::new());
    let mut n_rows = 0;
    for _ in 0..ROUNDS {
        let start = ThreadTime::now();
        let similar = Similar::new(&dataset);
        made.push(start.elapsed());
        let start = ThreadTime::now();
        n_rows = tasks.iter().map(|task| similar.closest(&dataset, task, LIMIT).len()).sum();
        asked.push(start.elapsed());
    }
    let [made, asked] = [made, asked].map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() * 1e3
    });
    println!("{} tasks, {n_rows} rows, median of {ROUNDS} rounds", tasks.len());
    println!("made ready       {made:8.2} ms");
    println!("all tasks asked  {asked:8.2} ms");
    println!("together         {:8.2} ms", made + asked);
    Ok(())
}
