//! The formats in which a command's rows can be written: how each is typed, the extension of its files, and the words
//! by which the browser offers it.
//!
//! The table here is the only one: `--format`, `-o`, the messages about both and the browser's prompt read it.

use std::path::Path;

use clap::ValueEnum;

use crate::words::{Words, files};

/// A format of rows and documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table in plain text, for people.
    Text,
    /// An array of objects, one JSON document.
    Json,
    /// Comma-separated values, quoted as RFC 4180 says.
    Csv,
    /// A table in Markdown, or headings and paragraphs.
    Md,
    /// A workbook for Excel and WPS.
    Xlsx,
    /// A document for Word and WPS.
    Docx,
    /// A page for a browser, laid out to be printed.
    Html,
}

/// A row of the table of formats.
struct Row {
    format: Format,
    /// The word behind `--format`.
    name: &'static str,
    /// The extension of its files in small letters, and others that people give them.
    extensions: &'static [&'static str],
    /// What it is, for the browser's prompt.
    description: Words,
    /// What its files are opened with, for people who have just written one.
    opened_with: Words,
    content: Content,
}

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    /// A zip container, which a terminal cannot show.
    Container,
    /// A text in markup, which another program shows.
    Markup,
    /// A text that people read as it is.
    Plain,
}

/// The formats; those that are handed in most come first.
const ROWS: [Row; 7] = [
    row(Format::Xlsx, "xlsx", &["xlsx"], files::XLSX, files::BY_EXCEL, Content::Container),
    row(Format::Docx, "docx", &["docx"], files::DOCX, files::BY_WORD, Content::Container),
    row(Format::Html, "html", &["html", "htm"], files::HTML, files::BY_BROWSER, Content::Markup),
    row(Format::Csv, "csv", &["csv"], files::CSV, files::BY_EXCEL, Content::Plain),
    row(Format::Md, "md", &["md", "markdown"], files::MD, files::BY_EDITOR, Content::Plain),
    row(Format::Json, "json", &["json"], files::JSON, files::BY_PROGRAMS, Content::Plain),
    row(Format::Text, "text", &["txt"], files::TEXT, files::BY_EDITOR, Content::Plain),
];

/// Extensions of office programs that no command writes, and the format to write in their place. A file with such a name and
/// other content is opened by no program.
const FOREIGN: [(&[&str], Format); 3] = [
    (&["xls", "xlsm", "xlsb", "et", "ett", "ods", "numbers"], Format::Xlsx),
    (&["doc", "docm", "wps", "wpt", "rtf", "odt", "pages", "ofd"], Format::Docx),
    (&["pdf"], Format::Html),
];

const fn row(
    format: Format,
    name: &'static str,
    extensions: &'static [&'static str],
    description: Words,
    opened_with: Words,
    content: Content,
) -> Row {
    Row { format, name, extensions, description, opened_with, content }
}

impl Format {
    /// All formats, in the order in which messages name them.
    pub const ALL: [Self; 7] = [Self::Text, Self::Json, Self::Csv, Self::Md, Self::Xlsx, Self::Docx, Self::Html];

    /// All formats; those that are handed in most come first.
    pub fn by_use() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.format)
    }

    fn row(self) -> &'static Row {
        // Every format has a row: a test holds it. The first row stands in for one that has none.
        ROWS.iter().find(|row| row.format == self).unwrap_or(&ROWS[0])
    }

    /// The word that is typed behind `--format`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The extension of its files, without the dot, in small letters.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.row().extensions.first().copied().unwrap_or_default()
    }

    /// What it is, in words: `Excel 工作簿`.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.row().description.get()
    }

    /// What its files are opened with, in words: `用 Excel 或 WPS 打开`.
    #[must_use]
    pub fn opened_with(self) -> &'static str {
        self.row().opened_with.get()
    }

    /// Whether a terminal cannot show it.
    #[must_use]
    pub fn is_binary(self) -> bool {
        self.row().content == Content::Container
    }

    /// The format to write in place of one that no command writes, told by the extension of a file: `xlsx` for `.xls`.
    #[must_use]
    pub fn in_place_of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        FOREIGN.iter().find(|(extensions, _)| extensions.contains(&extension.as_str())).map(|(_, format)| *format)
    }

    /// The format whose extension a file has, in capitals or not.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        ROWS.iter().find(|row| row.extensions.contains(&extension.as_str())).map(|row| row.format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_row_and_is_typed_by_its_name() {
        for format in Format::value_variants() {
            assert_eq!(ROWS.iter().filter(|row| row.format == *format).count(), 1, "{format:?}");
            assert!(Format::ALL.contains(format), "{format:?}");
            let typed = format.to_possible_value().unwrap();
            assert_eq!(typed.get_name(), format.name());
            let path = format!("表.{}", format.extension());
            assert_eq!(Format::of_file(Path::new(&path)), Some(*format));
        }
    }

    #[test]
    fn files_have_formats() {
        for (path, expected) in [
            ("任务.xlsx", Some(Format::Xlsx)),
            ("任务.XLSX", Some(Format::Xlsx)),
            ("a.b/任务.htm", Some(Format::Html)),
            ("任务.doc", None),
            ("任务", None),
            (".xlsx", None),
            ("", None),
        ] {
            assert_eq!(Format::of_file(Path::new(path)), expected, "{path}");
        }
    }
}
