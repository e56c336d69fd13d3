//! Where rows go: stdout or a file, in the format asked for; and what the exit status says of them.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use serde::Serialize;

use crate::export::{self, Document, Front, Sheet};
use crate::text::width::Width;

pub(super) use super::aside::message;
pub(super) use super::format::{Format, offered};
use super::{aside, file};

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

/// Where and how to print.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The format typed, else the one that the file's extension asks for, else text.
    pub(super) format: Format,
    typed: Typed,
}

/// The same as typed.
#[derive(Clone, Debug, clap::Args)]
struct Typed {
    #[arg(
        long,
        value_enum,
        value_name = "格式",
        hide_possible_values = true,
        help = "text、json、csv、md、html、xlsx、docx；不写为 text，文件名以 .xlsx、.docx、.html 结尾时随文件名"
    )]
    format: Option<Format>,
    #[arg(short, long, value_name = "文件", help = "写入文件，不覆盖已有文件")]
    output: Option<PathBuf>,
    #[arg(long, requires = "output", help = "覆盖已有文件")]
    force: bool,
    #[arg(long, help = "csv 开头加 BOM，Excel 直接打开不乱码")]
    bom: bool,
}

impl From<Typed> for Target {
    fn from(typed: Typed) -> Self {
        let asked = typed.output.as_deref().and_then(Format::of_file).filter(|format| format.is_inferred());
        Self { format: typed.format.or(asked).unwrap_or(Format::Text), typed }
    }
}

impl clap::FromArgMatches for Target {
    fn from_arg_matches(matches: &clap::ArgMatches) -> Result<Self, clap::Error> {
        Typed::from_arg_matches(matches).map(Self::from)
    }

    fn update_from_arg_matches(&mut self, matches: &clap::ArgMatches) -> Result<(), clap::Error> {
        self.typed.update_from_arg_matches(matches)?;
        *self = Self::from(self.typed.clone());
        Ok(())
    }
}

impl clap::Args for Target {
    fn augment_args(command: clap::Command) -> clap::Command {
        Typed::augment_args(command)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Typed::augment_args_for_update(command)
    }
}

impl Target {
    /// The same for what has no form but JSON, whatever was typed.
    pub(super) fn as_json(&self) -> Self {
        Self { format: Format::Json, ..self.clone() }
    }

    /// Refuses what the command does not offer, before any work is done for it.
    ///
    /// # Errors
    /// A format that is not among `offered`; a workbook or a document without a file to go to, or with one whose name
    /// says another thing; `--bom` without CSV.
    pub(super) fn offers(&self, offered: &[Format]) -> anyhow::Result<()> {
        let name = self.format.name();
        if !offered.contains(&self.format) {
            let names: Vec<&str> = offered.iter().map(|format| format.name()).collect();
            bail!("此命令没有 {name} 格式；可用：{}", names.join("、"));
        }
        if self.format.is_binary() && self.typed.output.is_none() {
            bail!("{name} 格式要写入文件：请加 -o 文件.{name}");
        }
        if self.typed.bom && self.format != Format::Csv {
            bail!("--bom 只用于 csv 格式，这里是 {name}");
        }
        self.agrees()
    }

    /// The format that the file's name says, where it is another one than goes into it.
    fn misnamed(&self) -> Option<(&Path, Format)> {
        let path = self.typed.output.as_deref()?;
        Some((path, Format::of_file(path).filter(|named| *named != self.format)?))
    }

    /// Refuses a file's name that no program would open it by.
    fn agrees(&self) -> anyhow::Result<()> {
        let Some((path, named)) = self.misnamed() else { return Ok(()) };
        if named.is_binary() || self.format.is_binary() {
            let (name, file) = (self.format.name(), path.display());
            let right = path.with_extension(self.format.extension());
            bail!("{file} 是 {}的文件名，而格式是 {name}：请去掉 --format，或写 -o {}", named.words(), right.display());
        }
        Ok(())
    }

    /// Says that a file holds plain text although its name says otherwise: the format is text where none is typed.
    fn tell_misnamed(&self) {
        let is_default = self.typed.format.is_none() && self.format == Format::Text;
        if let Some((path, named)) = self.misnamed().filter(|_| is_default) {
            let file = path.display();
            message(&format!("{file} 里写的是 text 格式；要 {0} 格式请加 --format {0}", named.name()));
        }
    }

    /// Prints rows in any format; the command has said before which it offers. `front` is asked for where the file has
    /// a title.
    pub(super) fn files<T: Serialize>(
        &self,
        rows: &[T],
        front: impl FnOnce() -> Front,
        sheet: impl FnOnce() -> Sheet,
    ) -> anyhow::Result<Outcome> {
        let counted = || {
            let sheet = sheet();
            aside::wrote(sheet.rows.len());
            if self.is_paper() { sheet.without_empty(&[]) } else { sheet }
        };
        let bytes = match self.format {
            Format::Json => {
                aside::wrote(rows.len());
                json(rows)?.into_bytes()
            }
            Format::Csv => self.csv(&counted()).into_bytes(),
            Format::Md => export::markdown(&counted()).into_bytes(),
            Format::Text if rows.is_empty() => Vec::new(),
            Format::Text => export::plain(&counted(), self.screen(), Width::Narrow).into_bytes(),
            Format::Xlsx => export::xlsx(&counted(), &front()).context("无法生成 xlsx")?,
            Format::Docx => export::docx(&counted(), &front()).context("无法生成 docx")?,
            Format::Html => export::html(&counted(), &front()).into_bytes(),
        };
        if rows.is_empty() && self.typed.output.is_none() && self.format == Format::Text {
            message("没有找到符合条件的内容");
        } else {
            self.write_bytes(&bytes)?;
        }
        Ok(Outcome::of(rows.len()))
    }

    /// Whether what is written is read on paper, where an empty column takes room from the others.
    pub(super) fn is_paper(&self) -> bool {
        matches!(self.format, Format::Docx | Format::Html)
    }

    /// Writes a document in a format that has headings and paragraphs; `n_rows` of rows are in it.
    pub(super) fn document(&self, document: &Document, n_rows: usize) -> anyhow::Result<()> {
        aside::wrote(n_rows);
        match self.format {
            Format::Docx => self.write_bytes(&export::docx_document(document).context("无法生成 docx")?),
            Format::Html => self.write(&export::html_document(document)),
            Format::Md => self.write(&export::markdown_document(document)),
            Format::Text | Format::Json | Format::Csv | Format::Xlsx => bail!("{} 格式没有段落", self.format.name()),
        }
    }

    /// Writes several sheets as the tabs of a workbook, by their names; `n_rows` of rows are in it.
    pub(super) fn workbook(&self, tabs: &[(String, Sheet)], front: &Front, n_rows: usize) -> anyhow::Result<()> {
        aside::wrote(n_rows);
        let names = export::tab_names(tabs.iter().map(|(name, _)| name.as_str()));
        let sheets = tabs.iter().map(|(_, sheet)| sheet);
        let sheets: Vec<(&str, &Sheet)> = names.iter().map(String::as_str).zip(sheets).collect();
        self.write_bytes(&export::workbook(&sheets, front).context("无法生成 xlsx")?)
    }

    /// The sheet as CSV, with the mark for Excel where it is asked for.
    pub(super) fn csv(&self, sheet: &Sheet) -> String {
        let mark = if self.typed.bom { export::BOM } else { "" };
        format!("{mark}{}", export::csv(sheet))
    }

    /// Writes a document to the file or to stdout.
    pub(super) fn write(&self, text: &str) -> anyhow::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes bytes to the file or to stdout.
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match &self.typed.output {
            Some(path) => file::write(path, bytes, self.typed.force).inspect(|()| self.tell_misnamed()),
            None => print_bytes(bytes),
        }
    }

    /// The screen's width in cells, where the rows go to a screen.
    pub(super) fn screen(&self) -> Option<usize> {
        let to_screen = self.typed.output.is_none() && io::stdout().is_terminal();
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
