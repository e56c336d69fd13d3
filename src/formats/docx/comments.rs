//! Puts comments into a copy of a Word document, each at its place, and leaves everything else in it as it is.
//!
//! ```text
//! document.xml ── spans ──► where paragraphs and the pieces in them begin and end
//!                             └─► the same bytes, with the anchors of the comments put between them
//! comments.xml, _rels, [Content_Types].xml ── parts ──► with one more child each
//! ```
//! Of all other parts the packed bytes are copied unread.

mod parts;
mod spans;

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::formats::anchors::Anchors;
use crate::formats::docx;
use crate::formats::package::Package;
use crate::formats::relations::Relations;
use crate::formats::unreadable::Unreadable;
use crate::words::formats as words;
use parts::Kept;
use spans::{Paragraph, Spans};

/// The byte order mark that some programs put before a text.
const MARK: &str = "\u{feff}";

/// A comment on a line of the text that was read of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The line of the text that was read, counted from 1.
    pub line: usize,
    /// The words in the line that the comment is about; `None` for all of it.
    pub quote: Option<String>,
    /// What the comment says, a paragraph each.
    pub text: Vec<String>,
}

/// Who is named as the author of comments, and with which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author<'a> {
    /// The name that Word shows beside each comment.
    pub name: &'a str,
    /// The short form of the name.
    pub initials: &'a str,
    /// The time in the form of XML Schema: `2026-03-01T09:30:00Z`.
    pub date: &'a str,
}

/// Returns a copy of a Word document with these comments. `anchors` are those of the text that was read of the same bytes. A
/// comment on words that stand in several pieces takes the pieces whole, as none is cut; one on a line without an anchor
/// goes to the first paragraph that has text.
///
/// # Errors
/// The package cannot be read, or is not one of Word.
pub fn commented(
    bytes: &[u8],
    anchors: &Anchors,
    comments: &[Comment],
    author: &Author<'_>,
) -> Result<Vec<u8>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = docx::main_part(&mut package)?;
    let relations = Relations::read(&mut package, &main)?;
    let mut kept = Kept::new(&mut package, &main, &relations)?;
    let wanted = |comment: &Comment| anchors.of_line(comment.line).map(|anchor| anchors.starts(anchor));
    let starts = comments.iter().filter_map(wanted).flatten().copied().collect();
    let document = package.text(&main)?.ok_or_else(|| Unreadable::Missing { part: main.clone() })?;
    // Positions are counted without a byte order mark.
    let (mark, document) = document.strip_prefix(MARK).map_or(("", document.as_str()), |text| (MARK, text));
    let spans = Spans::find(document, &starts, &main)?;
    let first_id = spans.next_id.max(kept.next_id()?);
    let mut insertions = Vec::new();
    for (id, comment) in (first_id..).zip(comments) {
        let paragraphs = wanted(comment).unwrap_or_default().iter().filter_map(|start| spans.paragraph(*start));
        let Some(place) = Place::of(paragraphs, comment.quote.as_deref()).or_else(|| spans.first().map(Place::whole))
        else {
            continue;
        };
        place.anchor(id, &mut insertions);
        kept.add(id, comment, author);
    }
    let parts = kept.finish(format!("{mark}{}", with_insertions(document, insertions)))?;
    write(bytes, &parts)
}

/// The place of a comment: between two bytes of a paragraph.
struct Place<'s> {
    paragraph: &'s Paragraph,
    from: usize,
    to: usize,
}

impl<'s> Place<'s> {
    /// The place in the first of these paragraphs that has the words, else in the first that has text, else in the first.
    fn of(paragraphs: impl Iterator<Item = &'s Paragraph>, quote: Option<&str>) -> Option<Self> {
        let paragraphs: Vec<&Paragraph> = paragraphs.collect();
        let quoted = quote.and_then(|quote| {
            // A cell that holds the words alone comes before one that holds them in others: 3 before 3岁以下.
            let is_it = |paragraph: &&&Paragraph| paragraph.is(quote);
            let alone = paragraphs.iter().find(is_it).map(|paragraph| Self::whole(paragraph));
            let within = || {
                paragraphs.iter().find_map(|paragraph| {
                    let (from, to) = paragraph.range_of(quote)?;
                    Some(Self { paragraph, from, to })
                })
            };
            alone.or_else(within)
        });
        let with_text = || paragraphs.iter().find(|paragraph| paragraph.has_text()).or(paragraphs.first());
        quoted.or_else(|| with_text().map(|paragraph| Self::whole(paragraph)))
    }

    fn whole(paragraph: &'s Paragraph) -> Self {
        let (from, to) = paragraph.whole();
        Self { paragraph, from, to }
    }

    /// Adds the marks of a comment at the two ends, and the reference behind it.
    fn anchor(&self, id: u64, insertions: &mut Vec<(usize, String)>) {
        let Paragraph { prefix, declaration, .. } = self.paragraph;
        let mark = |name: &str| format!("<{prefix}{name}{declaration} {prefix}id=\"{id}\"/>");
        let reference = mark("commentReference");
        let end = mark("commentRangeEnd");
        insertions.push((self.from, mark("commentRangeStart")));
        insertions.push((self.to, format!("{end}<{prefix}r{declaration}>{reference}</{prefix}r>")));
    }
}

/// The text with others put in at these bytes; those at one byte in their order.
fn with_insertions(text: &str, mut insertions: Vec<(usize, String)>) -> String {
    insertions.sort_by_key(|(at, _)| *at);
    let mut out =
        String::with_capacity(text.len() + insertions.iter().map(|(_, inserted)| inserted.len()).sum::<usize>());
    let mut done = 0;
    for (at, inserted) in &insertions {
        out.push_str(text.get(done..*at).unwrap_or_default());
        out.push_str(inserted);
        done = *at;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Writes the package with these parts in place of its own or, where it has none of the name, behind them.
fn write(bytes: &[u8], parts: &[(String, String)]) -> Result<Vec<u8>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_no_archive| failed(""))?;
    let mut new: HashMap<&str, &str> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|_unreadable| failed(""))?;
        let name = file.name().map_err(|_unreadable| failed(""))?.into_owned();
        let written = match new.remove(name.as_str()) {
            None => out.raw_copy_file(file),
            Some(text) => {
                let options = deflated.last_modified_time(file.last_modified().unwrap_or_default());
                out.start_file(name.as_str(), options).and_then(|()| Ok(out.write_all(text.as_bytes())?))
            }
        };
        written.map_err(|_unwritten| failed(&name))?;
    }
    for (name, text) in parts.iter().filter(|(name, _)| new.contains_key(name.as_str())) {
        let written = out.start_file(name.as_str(), deflated).and_then(|()| Ok(out.write_all(text.as_bytes())?));
        written.map_err(|_unwritten| failed(name))?;
    }
    Ok(out.finish().map_err(|_unwritten| failed(""))?.into_inner())
}

/// A package whose container cannot be read or copied at this part.
fn failed(part: &str) -> Unreadable {
    Unreadable::Damaged { part: part.to_owned(), reason: words::BAD_PART.get().to_owned() }
}

impl Package<'_> {
    /// The text of a part whole; `None` if the package does not have the part.
    fn text(&mut self, path: &str) -> Result<Option<String>, Unreadable> {
        let damaged = |_error| Unreadable::Damaged { part: path.to_owned(), reason: words::BAD_XML.get().to_owned() };
        let Some(mut part) = self.part(path)? else { return Ok(None) };
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(damaged)?;
        Ok(Some(text))
    }
}
