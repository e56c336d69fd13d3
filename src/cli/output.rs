//! Where rows go: stdout or a file, in the format asked for; and what the exit status says of them.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::ValueEnum;
use serde::Serialize;

use crate::export::{self, Front, Sheet};
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
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// A page to print.
    Html,
}

/// What every command with rows offers.
pub(super) const PLAIN: [Format; 4] = [Format::Text, Format::Json, Format::Csv, Format::Md];
/// The same and a workbook.
pub(super) const WITH_WORKBOOK: [Format; 5] = [Format::Text, Format::Json, Format::Csv, Format::Md, Format::Xlsx];
/// All formats: what is handed in to be read, signed or printed.
pub(super) const ALL: [Format; 7] =
    [Format::Text, Format::Json, Format::Csv, Format::Md, Format::Xlsx, Format::Docx, Format::Html];

impl Format {
    /// As it is typed.
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Md => "md",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    /// Whether a terminal cannot show it.
    fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
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
    #[arg(long, help = "csv 开头加 BOM，Excel 直接打开不乱码")]
    bom: bool,
}

impl Target {
    /// Refuses what the command does not offer, before any work is done for it.
    ///
    /// # Errors
    /// A format that is not among `offered`; a workbook or a document without a file to go to; `--bom` without CSV.
    pub(super) fn offers(&self, offered: &[Format]) -> anyhow::Result<()> {
        let name = self.format.name();
        if !offered.contains(&self.format) {
            let names: Vec<&str> = offered.iter().map(|format| format.name()).collect();
            bail!("此命令没有 {name} 格式；可用：{}", names.join("、"));
        }
        if self.format.is_binary() && self.output.is_none() {
            bail!("{name} 格式要写入文件：请加 -o 文件.{name}");
        }
        if self.bom && self.format != Format::Csv {
            bail!("--bom 只用于 csv 格式，这里是 {name}");
        }
        Ok(())
    }

    /// Prints rows in one of the plain formats: as JSON by their field names, else as a sheet.
    pub(super) fn rows<T: Serialize>(&self, rows: &[T], sheet: impl FnOnce() -> Sheet) -> anyhow::Result<Outcome> {
        self.offers(&PLAIN)?;
        self.files(rows, Front::default, sheet)
    }

    /// Prints rows in any format; the command has said before which it offers. `front` is asked for where the file has
    /// a title.
    pub(super) fn files<T: Serialize>(
        &self,
        rows: &[T],
        front: impl FnOnce() -> Front,
        sheet: impl FnOnce() -> Sheet,
    ) -> anyhow::Result<Outcome> {
        let bytes = match self.format {
            Format::Json => json(rows)?.into_bytes(),
            Format::Csv => self.csv(&sheet()).into_bytes(),
            Format::Md => export::markdown(&sheet()).into_bytes(),
            Format::Text if rows.is_empty() => Vec::new(),
            Format::Text => export::plain(&sheet(), self.screen(), Width::Narrow).into_bytes(),
            Format::Xlsx => export::xlsx(&sheet(), &front()).context("无法生成 xlsx")?,
            Format::Docx => export::docx(&sheet(), &front()).context("无法生成 docx")?,
            Format::Html => export::html(&sheet(), &front()).into_bytes(),
        };
        if rows.is_empty() && self.output.is_none() && self.format == Format::Text {
            message("没有找到符合条件的内容");
        } else {
            self.write_bytes(&bytes)?;
        }
        Ok(Outcome::of(rows.len()))
    }

    /// The sheet as CSV, with the mark for Excel where it is asked for.
    pub(super) fn csv(&self, sheet: &Sheet) -> String {
        let mark = if self.bom { export::BOM } else { "" };
        format!("{mark}{}", export::csv(sheet))
    }

    /// Writes a document to the file or to stdout.
    pub(super) fn write(&self, text: &str) -> anyhow::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes bytes to the file or to stdout.
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match &self.output {
            Some(path) => write_file(path, bytes, self.force),
            None => print_bytes(bytes),
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
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
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
    let mut file = new_file().tempfile_in(folder).with_context(|| format!("无法在 {} 中写文件", folder.display()))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).with_context(|| format!("无法写入 {name}"))?;
    let kept = if force { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|error| error.error).with_context(|| format!("无法写入 {name}"))
}

/// How a new file is made: readable to whom the user's umask lets read, not to the user alone as temporary files are.
fn new_file() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has permissions to set"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
