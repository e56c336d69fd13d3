//! Searches the bundled plans and prints the hits with the reason for each.
//!
//! `cargo run --locked --example search -- 部门:教育局 近视`

#![expect(clippy::print_stdout, reason = "an example prints what it finds")]

use std::env;
use std::error::Error;

use guihua::dataset;
use guihua::search::{Index, Options, Query};

fn main() -> Result<(), Box<dyn Error>> {
    let typed: Vec<String> = env::args().skip(1).collect();
    let dataset = dataset::bundled()?;
    let registry = dataset::registry();
    // Made once, then asked as often as one likes.
    let index = Index::new(&dataset, &registry);
    let query = Query::parse(&typed.join(" "));
    let found = index.search(&dataset, &registry, &query, &Options { limit: 10, ..Options::default() });
    for hit in &found.hits {
        println!("{:>2} {} {} {} ({})", hit.rank, hit.kind.name(), hit.id, hit.title, hit.why());
    }
    for (kind, count) in &found.counts {
        println!("{}: {count}", kind.name());
    }
    Ok(())
}
