//! The bundled dataset against the five texts: nothing lost, nothing invented, everything in its place.
//!
//! The proofs read the texts by rules of their own, simpler than the importer's, and hold for every plan alike: no
//! exception is made for a line. [`whole`] walks through a text from its first character to its last and finds every
//! part of the plan in turn; [`headings`] finds the outline again from the marks alone.

/// Headings: number, title and parent of each.
mod headings;
/// Who is responsible: each clause, each unit in it.
mod responsible;
/// What the columns of the seven tables hold, and the facts of the five plans.
mod values;
/// Every character, in order, with its line.
mod whole;

use std::sync::LazyLock;

use guihua::dataset;
use guihua::model::{Dataset, Plan};

static DATASET: LazyLock<Dataset> = LazyLock::new(|| dataset::bundled().unwrap_or_else(|error| panic!("{error}")));

/// The plans with their texts.
fn plans() -> impl Iterator<Item = (&'static Plan, &'static str)> {
    DATASET.plans.iter().map(|plan| (plan, dataset::seed(&plan.id).unwrap_or_else(|| panic!("no text of {}", plan.id))))
}

/// A line of a text.
#[derive(Clone, Copy)]
struct Line<'a> {
    no: u32,
    text: &'a str,
}

/// The lines of a text that are neither blank nor contents: those from 目录 on that end with the number of a page.
fn body(text: &str) -> Vec<Line<'_>> {
    let mut in_contents = false;
    let lines = text.lines().zip(1u32..).map(|(text, no)| Line { no, text });
    let mut body = Vec::new();
    for line in lines.filter(|line| !line.text.trim().is_empty()) {
        let is_title = squeezed(line.text) == "目录";
        let has_page = line.text.rsplit_once('\t').is_some_and(|(_, page)| page.chars().all(|c| c.is_ascii_digit()));
        in_contents = is_title || (in_contents && has_page);
        if !in_contents {
            body.push(line);
        }
    }
    body
}

/// A text without white space and without the mark of bold type.
fn squeezed(text: &str) -> String {
    text.replace("**", "").chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_bundled_document_is_what_the_importer_makes_of_the_texts() {
    let built = dataset::build().expect("the bundled texts are read");
    let fresh = dataset::document(&built).expect("a dataset is JSON");
    let bundled = dataset::bundled_document();
    let differs = fresh.lines().zip(bundled.lines()).find(|(fresh, bundled)| fresh != bundled);
    assert_eq!(differs, None, "data/plans.json is stale: run `cargo run --locked --release -- bundle`");
    assert_eq!(fresh.len(), bundled.len(), "data/plans.json is stale: run `cargo run --locked --release -- bundle`");
    let index = dataset::index(bundled).expect("the document has plans");
    assert_eq!(
        index,
        dataset::bundled_index(),
        "data/plans.index is stale: run `cargo run --locked --release -- bundle`"
    );
    assert_eq!(*DATASET, built, "what is read from data/plans.json is what was written");
}
