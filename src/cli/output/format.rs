//! The formats of rows and documents: how each is typed, what a file of it is called, and what it is opened with.
//!
//! The tables here are the only ones: `--format`, `-o`, the messages about both and the browser's prompt read them.

use std::path::Path;

use clap::ValueEnum;

/// The format of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// A table for people.
    Text,
    /// An array of objects, one document.
    Json,
    /// Comma-separated values.
    Csv,
    /// A Markdown table.
    Md,
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// A page to print.
    Html,
}

/// What is known of a format.
struct Known {
    format: Format,
    /// As it is typed behind `--format`.
    name: &'static str,
    /// The extension of a file of it; others that people give it follow.
    extensions: &'static [&'static str],
    /// What it is, for the browser's prompt.
    words: &'static str,
    /// What it is opened with, for people who have just written it.
    opens: &'static str,
    /// What its bytes are.
    sort: Sort,
}

/// What the bytes of a format are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A container, which a terminal cannot show.
    Container,
    /// A text in markup, for another program.
    Page,
    /// A text to read.
    Plain,
}

/// The formats, those that are handed in most first.
const KNOWN: [Known; 7] = [
    known(Format::Xlsx, "xlsx", &["xlsx"], "Excel 工作簿", "用 Excel 或 WPS 打开", Sort::Container),
    known(Format::Docx, "docx", &["docx"], "Word 文档", "用 Word 或 WPS 打开", Sort::Container),
    known(Format::Html, "html", &["html", "htm"], "网页，可直接打印", "用浏览器打开", Sort::Page),
    known(Format::Csv, "csv", &["csv"], "逗号分隔的表格", "用 Excel 或 WPS 打开", Sort::Plain),
    known(Format::Md, "md", &["md", "markdown"], "Markdown 文本", "用文本编辑器打开", Sort::Plain),
    known(Format::Json, "json", &["json"], "JSON，供程序读取", "供程序读取", Sort::Plain),
    known(Format::Text, "text", &["txt"], "纯文本", "用文本编辑器打开", Sort::Plain),
];

/// A row of the table.
const fn known(
    format: Format,
    name: &'static str,
    extensions: &'static [&'static str],
    words: &'static str,
    opens: &'static str,
    sort: Sort,
) -> Known {
    Known { format, name, extensions, words, opens, sort }
}

impl Format {
    /// All formats, in the order in which messages name them.
    pub(in crate::cli) const ALL: [Self; 7] =
        [Self::Text, Self::Json, Self::Csv, Self::Md, Self::Xlsx, Self::Docx, Self::Html];

    /// All formats, those that are handed in most first.
    pub(in crate::cli) fn by_use() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|known| known.format)
    }

    fn known(self) -> &'static Known {
        // Every format is in the table: a test holds it. The first row stands in for none.
        KNOWN.iter().find(|known| known.format == self).unwrap_or(&KNOWN[0])
    }

    /// As it is typed.
    pub(in crate::cli) fn name(self) -> &'static str {
        self.known().name
    }

    /// The extension of a file of it, without the dot.
    pub(in crate::cli) fn extension(self) -> &'static str {
        self.known().extensions.first().copied().unwrap_or_default()
    }

    /// What it is, in words.
    pub(in crate::cli) fn words(self) -> &'static str {
        self.known().words
    }

    /// What it is opened with, in words.
    pub(in crate::cli) fn opens(self) -> &'static str {
        self.known().opens
    }

    /// Whether a terminal cannot show it.
    pub(in crate::cli) fn is_binary(self) -> bool {
        self.known().sort == Sort::Container
    }

    /// Whether a file's extension alone asks for it. The contract keeps `text` for the others.
    pub(in crate::cli) fn is_inferred(self) -> bool {
        self.known().sort != Sort::Plain
    }

    /// The format whose extension a file has, in capitals or not.
    pub(in crate::cli) fn of_file(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        KNOWN.iter().find(|known| known.extensions.contains(&extension.as_str())).map(|known| known.format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_known_once_and_typed_as_it_is_called() {
        for format in Format::value_variants() {
            assert_eq!(KNOWN.iter().filter(|known| known.format == *format).count(), 1, "{format:?}");
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
