//! Documents of Word and WPS: paragraphs with the numbers that Word writes by itself, tables, footnotes and text boxes, as they
//! stand when all tracked changes are accepted.
//!
//! ```text
//! _rels/.rels, word/_rels/… ──► which part is which
//! styles ─────┐
//! numbering ──┼──► body: events of word/document.xml ──► blocks
//! notes ──────┘
//! ```

mod body;
mod comments;
mod field;
mod numbering;
mod paragraph;
mod styles;
mod symbol;
mod table;

use crate::formats::Reading;
use crate::formats::anchors::Lines;
use crate::formats::docx::body::{Notes, Story};
use crate::formats::docx::numbering::Numbering;
use crate::formats::docx::styles::Styles;
use crate::formats::package::Package;
use crate::formats::relations::{self, Relations};
use crate::formats::remark::Remark;
use crate::formats::unreadable::Unreadable;
use crate::formats::writing;

/// The most headers and footers that are looked into.
const MOST_EDGES: usize = 40;

/// The part that holds the text, where the package does not say otherwise.
const MAIN: &str = "word/document.xml";

pub use comments::{Author, Comment, commented};

/// The path of the part with the text.
fn main_part(package: &mut Package) -> Result<String, Unreadable> {
    let said = relations::main_part(package)?;
    Ok(said.filter(|part| package.has(part)).unwrap_or_else(|| MAIN.to_owned()))
}

pub(super) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let parts = Relations::read(&mut package, &main)?;
    let part = |kind: &str, usual: &str| parts.of_kind(kind).unwrap_or(usual).to_owned();
    let styles = Styles::read(&mut package, &part("styles", "word/styles.xml"))?;
    let mut numbering = Numbering::read(&mut package, &part("numbering", "word/numbering.xml"), &styles)?;
    let footnotes = read_notes(&mut package, &part("footnotes", "word/footnotes.xml"), &styles)?;
    let endnotes = read_notes(&mut package, &part("endnotes", "word/endnotes.xml"), &styles)?;
    let mut story = Story::new(&styles, &mut numbering, [&footnotes, &endnotes]);
    if !story.read(&mut package, &main)? {
        return Err(Unreadable::Missing { part: main });
    }
    let (blocks, mut remarks, starts) = story.finish();
    let edges = page_edges(&mut package, &parts, &styles)?;
    remarks.extend(Some(edges).filter(|edges| !edges.is_empty()).map(Remark::PageEdges));
    let mut lines = Lines::default();
    writing::write(&blocks, &mut lines, &mut 0)?;
    let (text, anchors) = lines.finish();
    Ok(Reading { text, remarks, anchors: anchors.with_starts(starts) })
}

/// The texts of the headers and footers of the pages, each once and without those that are nothing but the number of a page.
fn page_edges(package: &mut Package, parts: &Relations, styles: &Styles) -> Result<Vec<String>, Unreadable> {
    let mut texts: Vec<String> = Vec::new();
    for part in parts.all_of_kind("header").chain(parts.all_of_kind("footer")).take(MOST_EDGES) {
        let (mut unnumbered, none) = (Numbering::default(), Notes::new());
        let mut story = Story::new(styles, &mut unnumbered, [&none, &none]);
        story.read(package, part)?;
        let (blocks, ..) = story.finish();
        let mut lines = Lines::default();
        writing::write(&blocks, &mut lines, &mut 0)?;
        for text in lines.finish().0.lines().map(str::trim) {
            if text.chars().any(char::is_alphabetic) && texts.iter().all(|known| known != text) {
                texts.push(text.to_owned());
            }
        }
    }
    Ok(texts)
}

/// Reads the footnotes or endnotes of a document. Their paragraphs are not numbered.
fn read_notes(package: &mut Package, part: &str, styles: &Styles) -> Result<Notes, Unreadable> {
    let (mut unnumbered, none) = (Numbering::default(), Notes::new());
    let mut story = Story::new(styles, &mut unnumbered, [&none, &none]);
    story.read(package, part)?;
    Ok(story.finish_notes())
}
