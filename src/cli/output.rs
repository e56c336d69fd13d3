//! Where the rows and messages of a command go, and what is reported of them: rows to stdout or a file in the format
//! asked for, messages to stderr or, while the browser has the screen, to its foot. No command is known here.

mod file;
mod kept;
mod messages;
mod report_form;
mod target;
mod unfinished;

use std::env;
use std::io::{self, IsTerminal, Write};

use anyhow::{Context, bail};
use serde::Serialize;

use crate::export::{self, Document, Front, Sheet};
use crate::text::width::Width;
use crate::words::{self, Language, files};

pub(super) use crate::command::Format;
pub(super) use file::{
    Exists, check as check_file, clear_temporary, reason, write as write_file, write_private, write_remade,
};
pub(super) use kept::{Found, is_aside, lock, look, set_aside};
pub(super) use messages::Messages;
pub(super) use report_form::ReportForm;
pub(super) use target::Target;
pub(super) use unfinished::remove_unfinished;

/// Result of a command; determines the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Whether something was found, or done; the exit status says so.
    pub(super) is_found: bool,
    /// The number of rows written; `None` for a text without rows.
    pub(super) n_rows: Option<usize>,
}

impl Outcome {
    /// Something was found or done, and it has no rows to count.
    pub(super) const DONE: Self = Self { is_found: true, n_rows: None };

    /// The outcome of a text without rows.
    pub(super) fn found(is_found: bool) -> Self {
        Self { is_found, n_rows: None }
    }

    /// The outcome of a document that holds so many rows, and nothing but rows.
    pub(super) fn rows(n_rows: usize) -> Self {
        Self { is_found: n_rows > 0, n_rows: Some(n_rows) }
    }
}

/// What a command writes to: the target of its rows, and the place of its messages.
pub(super) struct Output<'a> {
    target: &'a Target,
    messages: &'a mut Messages,
}

impl<'a> Output<'a> {
    /// An output to this target; what the command has to say besides goes to `messages`.
    pub(super) fn new(target: &'a Target, messages: &'a mut Messages) -> Self {
        Self { target, messages }
    }

    /// The format in which the target takes rows.
    pub(super) fn format(&self) -> Format {
        self.target.format
    }

    /// Sends a message of one line.
    pub(super) fn say(&mut self, message: &str) {
        self.messages.send(message);
    }

    /// Writes rows in the target's format; JSON and CSV are the same in every language, as other programs read them. `front` is called for formats that have a title page or header lines,
    /// `sheet` for all but JSON, which holds the rows themselves.
    ///
    /// # Errors
    /// The rows cannot be converted, or the target cannot be written.
    pub(super) fn rows<T: Serialize>(
        &mut self,
        rows: &[T],
        front: impl FnOnce() -> Front,
        sheet: impl FnOnce() -> Sheet,
    ) -> anyhow::Result<Outcome> {
        let mut n_rows = None;
        let counted = |n_rows: &mut Option<usize>| {
            let sheet = sheet();
            *n_rows = Some(sheet.rows.len());
            if self.target.is_paper() { sheet.without_empty(&[]) } else { sheet }
        };
        let bytes = match self.format() {
            Format::Json => {
                n_rows = Some(rows.len());
                words::within(Language::Chinese, || json(rows))?.into_bytes()
            }
            Format::Csv => words::within(Language::Chinese, || self.csv(&counted(&mut n_rows))).into_bytes(),
            Format::Md => export::markdown(&counted(&mut n_rows)).into_bytes(),
            Format::Text if rows.is_empty() => Vec::new(),
            Format::Text => export::plain(&counted(&mut n_rows), self.screen_cells(), Width::Narrow).into_bytes(),
            Format::Xlsx => export::xlsx(&counted(&mut n_rows), &front()).context(files::no_file_of("xlsx"))?,
            Format::Docx => export::docx(&counted(&mut n_rows), &front()).context(files::no_file_of("docx"))?,
            Format::Html => export::html(&counted(&mut n_rows), &front()).into_bytes(),
        };
        if rows.is_empty() && self.target.path().is_none() && self.format() == Format::Text {
            self.say(files::NOTHING_FOUND.get());
        } else {
            self.bytes(&bytes)?;
        }
        Ok(Outcome { is_found: !rows.is_empty(), n_rows })
    }

    /// Writes a document with headings and paragraphs that holds `n_rows` rows.
    ///
    /// # Errors
    /// The target's format has no paragraphs, or the target cannot be written.
    pub(super) fn document(&mut self, document: &Document, n_rows: usize) -> anyhow::Result<Outcome> {
        match self.format() {
            Format::Docx => self.bytes(&export::docx_document(document).context(files::no_file_of("docx"))?),
            Format::Html => self.text(&export::html_document(document)),
            Format::Md => self.text(&export::markdown_document(document)),
            Format::Text | Format::Json | Format::Csv | Format::Xlsx => {
                bail!(files::no_paragraphs(self.format().name()))
            }
        }?;
        Ok(Outcome::rows(n_rows))
    }

    /// Writes a workbook with a tab for each named sheet; `n_rows` rows are in it.
    ///
    /// # Errors
    /// The workbook cannot be made, or the target cannot be written.
    pub(super) fn workbook(
        &mut self,
        tabs: &[(String, Sheet)],
        front: &Front,
        n_rows: usize,
    ) -> anyhow::Result<Outcome> {
        self.bytes(&export::workbook(tabs, front).context(files::no_file_of("xlsx"))?)?;
        Ok(Outcome::rows(n_rows))
    }

    /// Converts a sheet to CSV, with the byte order mark for Excel where the target wants it.
    pub(super) fn csv(&self, sheet: &Sheet) -> String {
        let mark = if self.target.has_bom() { export::BOM } else { "" };
        format!("{mark}{}", export::csv(sheet))
    }

    /// Writes a text to the target.
    ///
    /// # Errors
    /// The target cannot be written.
    pub(super) fn text(&mut self, text: &str) -> anyhow::Result<()> {
        self.bytes(text.as_bytes())
    }

    /// Writes bytes to the target, and says so where they replace a file.
    ///
    /// # Errors
    /// The target cannot be written.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let Some(path) = self.target.path() else { return print_bytes(bytes) };
        if write_file(path, bytes, self.target.overwrites())? && !self.target.is_confirmed() {
            self.say(&files::replaced(path.display()));
        }
        Ok(())
    }

    /// The width of the screen in cells, where the rows go to a screen.
    pub(super) fn screen_cells(&self) -> Option<usize> {
        self.target.path().is_none().then(screen_cells)?
    }
}

/// The width of the screen in cells, where stdout is one.
fn screen_cells() -> Option<usize> {
    let size = io::stdout().is_terminal().then(crossterm::terminal::size)?.ok()?;
    Some(usize::from(size.0)).filter(|cells| *cells > 0)
}

/// The width for a page of help in cells: that of the screen, else that of `COLUMNS`, else 80.
pub(super) fn page_cells() -> usize {
    const USUAL: usize = 80;
    let set = || env::var("COLUMNS").ok()?.parse().ok().filter(|cells| *cells > 0);
    screen_cells().or_else(set).unwrap_or(USUAL)
}

/// Converts rows to one JSON document: an array, a row a line.
///
/// # Errors
/// A row cannot be written as JSON.
pub(super) fn json<T: Serialize>(rows: &[T]) -> anyhow::Result<String> {
    let rows: Vec<String> = rows.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) })
}

/// Prints to stdout. A reader that has gone away is no error.
///
/// # Errors
/// Stdout cannot be written.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).context(files::NO_STDOUT),
        _ => Ok(()),
    }
}
