//! Where rows go: stdout or a file, in the format asked for; and what the exit status says of them.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::ValueEnum;
use serde::Serialize;

use crate::export::{self, Sheet};
use crate::text::sanitize;
use crate::text::width::Width;

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Something was found, or the command was carried out.
    Found,
    /// Nothing was found.
    Nothing,
}

impl Outcome {
    /// Whether there were any rows.
    pub(super) fn of(n_rows: usize) -> Self {
        if n_rows == 0 { Self::Nothing } else { Self::Found }
    }
}

/// The format of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A table for people.
    Text,
    /// An array of objects, one document.
    Json,
    /// Comma-separated values.
    Csv,
    /// A Markdown table.
    Md,
}

/// Where and how to print.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Target {
    #[arg(long, value_enum, default_value = "text", value_name = "格式", help = "输出格式")]
    pub(super) format: Format,
    #[arg(short, long, value_name = "文件", help = "写入文件，不覆盖已有文件")]
    output: Option<PathBuf>,
    #[arg(long, requires = "output", help = "覆盖已有文件")]
    force: bool,
}

impl Target {
    /// Prints rows: as JSON by their field names, else as a sheet.
    pub(super) fn rows<T: Serialize>(&self, rows: &[T], sheet: impl FnOnce() -> Sheet) -> anyhow::Result<Outcome> {
        let text = match self.format {
            Format::Json => json(rows)?,
            Format::Csv => export::csv(&sheet()),
            Format::Md => export::markdown(&sheet()),
            Format::Text if rows.is_empty() => String::new(),
            Format::Text => export::plain(&sheet(), self.screen(), Width::Narrow),
        };
        if rows.is_empty() && self.output.is_none() && self.format == Format::Text {
            message("没有找到符合条件的内容");
        } else {
            self.write(&text)?;
        }
        Ok(Outcome::of(rows.len()))
    }

    /// Writes a document to the file or to stdout.
    pub(super) fn write(&self, text: &str) -> anyhow::Result<()> {
        match &self.output {
            Some(path) => write_file(path, text.as_bytes(), self.force),
            None => print(text),
        }
    }

    /// The screen's width in cells, where the rows go to a screen.
    pub(super) fn screen(&self) -> Option<usize> {
        let to_screen = self.output.is_none() && io::stdout().is_terminal();
        to_screen
            .then(crossterm::terminal::size)?
            .ok()
            .map(|(columns, _)| usize::from(columns))
            .filter(|cells| *cells > 0)
    }
}

/// One JSON document of an array, a row a line.
pub(super) fn json<T: Serialize>(rows: &[T]) -> anyhow::Result<String> {
    let rows: Vec<String> = rows.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) })
}

/// Prints to stdout. A reader that has gone away is no error.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).context("无法写到标准输出"),
        _ => Ok(()),
    }
}

/// A message of one line to stderr.
pub(super) fn message(text: &str) {
    // A message that cannot be written has nowhere else to go.
    let _ = writeln!(io::stderr().lock(), "guihua: {}", sanitize::one_line(text));
}

/// The exit status of a command; an error is printed with what led to it, in one line.
pub(super) fn status(outcome: anyhow::Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Err(error) => {
            message(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Writes a file whole or not at all: to a new file beside it, which then takes its name.
pub(super) fn write_file(path: &Path, bytes: &[u8], force: bool) -> anyhow::Result<()> {
    let name = path.display();
    if !force && fs::symlink_metadata(path).is_ok() {
        bail!("文件 {name} 已存在；要覆盖请加 --force");
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file =
        tempfile::NamedTempFile::new_in(folder).with_context(|| format!("无法在 {} 中写文件", folder.display()))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).with_context(|| format!("无法写入 {name}"))?;
    let kept = if force { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|error| error.error).with_context(|| format!("无法写入 {name}"))
}
