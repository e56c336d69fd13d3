//! Why a file cannot be read: one line that says what is wrong, where, and what to do about it.

use std::fmt;

use crate::formats::limits;
use crate::text::sanitize;
use crate::words::{Words, formats as words};

/// Why the bytes of a file give no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The file holds nothing but white space.
    Empty,
    /// The file is larger than is read.
    TooLarge,
    /// The bytes are in no encoding that fits them.
    Undecodable {
        /// The first line that cannot be decoded, counted from 1.
        line: usize,
    },
    /// The bytes are not in the encoding that was asked for.
    NotIn {
        /// The name of the encoding that was asked for or said.
        encoding: &'static str,
        /// The first line that cannot be decoded, counted from 1.
        line: usize,
    },
    /// The file holds a NUL byte, which no text has.
    Binary {
        /// The line of the first NUL byte, counted from 1.
        line: usize,
    },
    /// A format that is not read, with what to do about it.
    Foreign(Foreign),
    /// A PDF that `pdftotext` cannot read.
    Pdf {
        /// What the program says, or what went wrong with it.
        reason: String,
    },
    /// A package (docx, xlsx) is cut off or damaged.
    Damaged {
        /// The part of the package that cannot be read; empty for the package itself.
        part: String,
        /// What is wrong with it, as the reader of the container or of its XML says.
        reason: String,
    },
    /// A part that the package must have is not in it.
    Missing {
        /// The path of the part in the package.
        part: String,
    },
    /// A part grows too large when it is unpacked.
    Bomb {
        /// The path of the part in the package.
        part: String,
    },
    /// The XML of a part declares entities or other things of its own, which no such document does.
    Declarations {
        /// The path of the part in the package.
        part: String,
    },
    /// Elements are nested deeper than is read.
    TooDeep {
        /// The path of the part in the package.
        part: String,
    },
    /// There is more of something than is read.
    TooMuch(Measure),
}

/// What there may be too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The text of the file, or of a part.
    Text,
    /// The cells of all tables together.
    Cells,
    /// The columns of a single table.
    Columns,
    /// The elements and texts of a page.
    Elements,
    /// The parts that a package lists.
    Parts,
}

/// A format that is recognised and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A document of Word 2003 or older, or of WPS: `.doc`, `.wps`.
    OldDocument,
    /// A workbook of Excel 2003 or older, or of WPS: `.xls`, `.et`.
    OldWorkbook,
    /// A document or workbook that is protected by a password.
    Protected,
    /// A PDF, which another program has to turn into text first.
    Pdf,
    /// A PDF without text: pages that were scanned.
    Scanned,
    /// A document or page that holds pictures and no text.
    OnlyPictures,
    /// A document of the national format OFD.
    Ofd,
    /// A document in rich text: `.rtf`.
    RichText,
    /// A document of another office program: `.odt`, `.ods`.
    OpenDocument,
    /// A presentation, of slides: `.pptx`.
    Presentation,
    /// A picture, which has no text but may show one.
    Picture,
    /// A packed folder: `.zip`, `.rar`, `.7z`, `.gz`.
    Archive,
}

impl Foreign {
    fn words(self) -> Words {
        match self {
            Self::OldDocument => words::OLD_DOCUMENT,
            Self::OldWorkbook => words::OLD_WORKBOOK,
            Self::Protected => words::PROTECTED,
            Self::Pdf => words::NEEDS_PDFTOTEXT,
            Self::Scanned => words::SCANNED,
            Self::OnlyPictures => words::ONLY_PICTURES,
            Self::Ofd => words::OFD,
            Self::RichText => words::RICH_TEXT,
            Self::OpenDocument => words::OPEN_DOCUMENT,
            Self::Presentation => words::PRESENTATION,
            Self::Picture => words::PICTURE,
            Self::Archive => words::ARCHIVE,
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mega = |bytes: usize| bytes >> 20;
        let place = |part: &str| if part.is_empty() { String::new() } else { words::in_part(part) };
        match self {
            Self::Empty => f.write_str(words::EMPTY.get()),
            Self::TooLarge => f.write_str(&words::too_large(mega(limits::MOST_FILE_BYTES))),
            Self::Undecodable { line } => f.write_str(&words::undecodable(line)),
            Self::NotIn { encoding, line } => f.write_str(&words::not_in_encoding(line, encoding)),
            Self::Binary { line } => f.write_str(&words::binary(line)),
            Self::Foreign(foreign) => f.write_str(foreign.words().get()),
            Self::Pdf { reason } => f.write_str(&words::pdf_unread(one_line(reason))),
            Self::Damaged { part, reason } => f.write_str(&words::damaged(place(part), one_line(reason))),
            Self::Missing { part } => f.write_str(&words::missing(one_line(part))),
            Self::Bomb { part } => f.write_str(&words::bomb(one_line(part))),
            Self::Declarations { part } => f.write_str(&words::declarations(one_line(part))),
            Self::TooDeep { part } => f.write_str(&words::too_deep(place(part), limits::MOST_XML_DEPTH)),
            Self::TooMuch(measure) => f.write_str(&match measure {
                Measure::Text => words::too_much_text(mega(limits::MOST_TEXT_BYTES)),
                Measure::Cells => words::too_many_cells(limits::MOST_CELLS),
                Measure::Columns => words::too_many_columns(limits::MOST_COLUMNS),
                Measure::Elements => words::too_many_elements(limits::MOST_HTML_NODES),
                Measure::Parts => words::too_many_parts(limits::MOST_ENTRIES),
            }),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Makes a text of a foreign file fit for a message: one line that does nothing to a terminal, and not a long one.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 120;
    sanitize::one_line(text).chars().take(LONGEST).collect()
}
