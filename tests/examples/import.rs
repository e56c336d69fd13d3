//! Reads a plan from a file and prints its outline with the lines, and what the importer doubts.
//!
//! `cargo run --locked --example import -- seeds/yunfu-2030.txt`

#![expect(clippy::print_stdout, reason = "an example prints what it finds")]

use std::env;
use std::error::Error;
use std::path::Path;

use guihua::cli::document;
use guihua::dataset;
use guihua::formats::Options;
use guihua::importer::{self, Supplied};
use guihua::model::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("which text? cargo run --locked --example import -- FILE")?;
    // Texts, pages, documents, workbooks and PDF files are read alike; what cannot be read is said in one line.
    let bytes = document::bytes(Path::new(&file))?;
    let text = document::read(&bytes, &file, &Options::default())?.text;
    let source = Source { file, sha256: String::new() };
    // The registry knows the offices that clauses name; facts that the text lacks could be supplied too.
    let plan = importer::import(&text, source, &Supplied::default(), dataset::registry().departments());

    println!("{} ({})", plan.title, plan.period.as_deref().unwrap_or("no period"));
    for node in &plan.nodes {
        let [first, last] = node.lines;
        println!("{}{} [{first}-{last}]", "  ".repeat(node.path.len()), node.heading());
    }
    let n_clauses: usize = plan.nodes.iter().map(|node| node.responsible.len()).sum();
    println!("{} nodes, {n_clauses} clauses of responsibility", plan.nodes.len());
    for doubt in &plan.findings {
        println!("line {}: {}", doubt.line, doubt.kind);
    }
    Ok(())
}
