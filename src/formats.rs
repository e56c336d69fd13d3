//! The formats that plans come in: turns the bytes of a file into the plain text that the importer reads.
//!
//! ```text
//! bytes ── kind ─┬─ encoding ──────────────────────────► text        txt, md
//!                ├─ (web archive) ─ encoding ─ html ─┐
//!                ├─ package ─ xml ─ docx ────────────┼─ blocks ──► text  one paragraph a line, one row of a table a line
//!                ├─ package ─ xml ─ xlsx ────────────┘
//!                └─ (pdftotext, run by cli) ─ pdf ─► text
//! ```
//!
//! Nothing is lost and nothing is invented: what is left out (deleted text, hidden text, the navigation of a page) is said
//! in a [`Remark`], and numbers that Word writes by itself are written as Word writes them. Memory and time are bounded by
//! the constants in [`limits`], whatever the file is. The module knows no plan, no file system and no terminal.
//!
//! # The text
//!
//! - A paragraph is a line. A row of a table is a line, its cells parted by tabs; a merged cell is written in each row and
//!   column that it spans, but only once in the rows of the header, as the importer expects it there. A blank line ends a
//!   table.
//! - A heading that is one by its style alone and prints no number begins with the marks of Markdown: `#`, `##` …
//! - A footnote is a line of its own behind its paragraph or table: `注1：…`.

pub mod limits;
pub mod pdf;

mod anchors;
mod blocks;
mod docx;
mod encoding;
mod grid;
mod heading;
mod html;
mod kind;
mod markdown;
mod number;
mod package;
mod relations;
mod remark;
mod unreadable;
mod web_archive;
mod writing;
mod xlsx;
mod xml;

pub use anchors::{Anchor, Anchors};
pub use docx::{Author, Comment, commented};
pub use encoding::Encoding;
pub use kind::{Kind, kind};
pub use remark::Remark;
pub use unreadable::{Foreign, Measure, Unreadable};

/// What is known about a file beside its bytes and its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of a text or page; without it the bytes tell.
    pub encoding: Option<Encoding>,
}

/// The text of a file, and how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The plain text: lines, each ended by a line feed.
    pub text: String,
    /// What is to be said about how it was read.
    pub remarks: Vec<Remark>,
    /// Where the lines came from, if the file is a document of Word.
    pub anchors: Anchors,
}

/// Reads the text out of a file. `name` tells the format where the bytes leave it open.
///
/// # Errors
/// [`Unreadable`] says in one line what is wrong and what to do about it. A PDF is refused: its text has to be taken out by
/// `pdftotext` first, see [`pdf`].
///
/// ```
/// use guihua::formats::{self, Options};
///
/// let reading = formats::read("健康江海".as_bytes(), "plan.txt", &Options::default())?;
/// assert_eq!(reading.text, "健康江海");
/// # Ok::<(), formats::Unreadable>(())
/// ```
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Reading, Unreadable> {
    if bytes.len() > limits::MOST_FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let reading = match kind::kind(bytes, name)? {
        Kind::Text => plain(bytes, options.encoding)?,
        Kind::Markdown => {
            let reading = plain(bytes, options.encoding)?;
            Reading { text: markdown::plain(&reading.text), ..reading }
        }
        Kind::Html => html::read(bytes, options.encoding)?,
        Kind::WebArchive => web_archive::read(bytes, options.encoding)?,
        Kind::Docx => docx::read(bytes)?,
        Kind::Xlsx => xlsx::read(bytes)?,
        Kind::Pdf => return Err(Unreadable::Foreign(Foreign::Pdf)),
    };
    if reading.text.trim().is_empty() {
        let has_pictures = reading.remarks.iter().any(|remark| matches!(remark, Remark::Pictures(_)));
        return Err(if has_pictures { Unreadable::Foreign(Foreign::OnlyPictures) } else { Unreadable::Empty });
    }
    Ok(reading)
}

/// Reads a plain text. Its lines stay as they are; where they end as on old computers, with CR alone, they end with LF.
fn plain(bytes: &[u8], forced: Option<Encoding>) -> Result<Reading, Unreadable> {
    let decoded = encoding::decode(bytes, forced, None)?;
    if decoded.text.len() > limits::MOST_TEXT_BYTES {
        return Err(Unreadable::TooMuch(Measure::Text));
    }
    let has_old_breaks = decoded.text.contains('\r') && !decoded.text.contains('\n');
    let text = if has_old_breaks { decoded.text.replace('\r', "\n") } else { decoded.text };
    Ok(Reading { text, remarks: decoded.remarks, anchors: Anchors::default() })
}
