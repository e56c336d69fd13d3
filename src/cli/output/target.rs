//! The target of a command's rows: stdout or a file, and the format.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::command::Format;
use crate::words::help::arguments;
use crate::words::{self, files};

/// What is written in place of a file for stdout.
const STDOUT: &str = "-";

/// Where the rows go, and in which format.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Target {
    /// The format typed, else the one that the file's extension asks for, else text.
    pub(in crate::cli) format: Format,
    options: Options,
    /// Whether the user was asked before a file is replaced, and need not be told.
    is_confirmed: bool,
}

// The options as they are typed. A doc comment here would become the help text of every command.
#[derive(Clone, Debug, clap::Args)]
struct Options {
    #[arg(
        long,
        value_enum,
        value_name = arguments::FORMAT_VALUE.get(),
        hide_possible_values = true,
        help = arguments::FORMAT.get()
    )]
    format: Option<Format>,
    #[arg(short, long, value_name = arguments::FILE_VALUE.get(), help = arguments::OUTPUT.get())]
    output: Option<PathBuf>,
    #[arg(long, requires = "output", help = arguments::FORCE.get())]
    force: bool,
    #[arg(long, help = arguments::BOM.get())]
    bom: bool,
}

impl From<Options> for Target {
    fn from(options: Options) -> Self {
        let by_name = options.output.as_deref().and_then(Format::of_file);
        Self { format: options.format.or(by_name).unwrap_or(Format::Text), options, is_confirmed: false }
    }
}

impl clap::FromArgMatches for Target {
    fn from_arg_matches(matches: &clap::ArgMatches) -> Result<Self, clap::Error> {
        Options::from_arg_matches(matches).map(Self::from)
    }

    fn update_from_arg_matches(&mut self, matches: &clap::ArgMatches) -> Result<(), clap::Error> {
        self.options.update_from_arg_matches(matches)?;
        *self = Self::from(self.options.clone());
        Ok(())
    }
}

impl clap::Args for Target {
    fn augment_args(command: clap::Command) -> clap::Command {
        Options::augment_args(command)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Options::augment_args_for_update(command)
    }
}

impl Target {
    /// A file that the browser writes, which asks before it replaces one. CSV gets the byte order mark by which Excel tells the encoding.
    pub(in crate::cli) fn file(path: PathBuf, format: Format, overwrites: bool) -> Self {
        let bom = format == Format::Csv;
        let options = Options { format: Some(format), output: Some(path), force: overwrites, bom };
        Self { format, options, is_confirmed: true }
    }

    /// Text on stdout, as where nothing else is asked for.
    pub(in crate::cli) fn text() -> Self {
        let options = Options { format: None, output: None, force: false, bom: false };
        Self { format: Format::Text, options, is_confirmed: false }
    }

    /// This target for what has no form but JSON, whatever format was typed.
    pub(in crate::cli) fn as_json(&self) -> Self {
        Self { format: Format::Json, ..self.clone() }
    }

    /// Refuses what the command does not offer, before any work is done for it.
    ///
    /// # Errors
    /// A format that is not among `offered`; a workbook or a document without a file to go to, or with one whose name
    /// says another format; `--bom` without CSV.
    pub(in crate::cli) fn check(&self, offered: &[Format]) -> anyhow::Result<()> {
        let name = self.format.name();
        if !offered.contains(&self.format) {
            let names: Vec<&str> = offered.iter().map(|format| format.name()).collect();
            bail!(files::not_offered(name, names.join(words::LIST.get())));
        }
        let is_to_pipe = self.options.output.is_some() && !io::stdout().is_terminal();
        if self.format.is_binary() && self.path().is_none() && !is_to_pipe {
            bail!(files::needs_file(name));
        }
        if self.has_bom() && self.format != Format::Csv {
            bail!(files::bom_only_for_csv(name));
        }
        self.check_name()
    }

    /// Refuses a file's name by which no program would open it.
    fn check_name(&self) -> anyhow::Result<()> {
        if let Some(path) = self.path()
            && let Some(format) = Format::in_place_of(path)
        {
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            let right = path.with_extension(format.extension());
            let (description, opened) = (format.description(), format.opened_with());
            bail!(files::foreign_file(extension, description, opened, right.display()));
        }
        let Some((path, named)) = self.misnamed() else { return Ok(()) };
        if named.is_binary() || self.format.is_binary() {
            let (name, file) = (self.format.name(), path.display());
            let right = path.with_extension(self.format.extension());
            bail!(files::misnamed(file, named.description(), name, right.display()));
        }
        Ok(())
    }

    /// The file and the format that its name says, where another format goes into it.
    fn misnamed(&self) -> Option<(&Path, Format)> {
        let path = self.path()?;
        Some((path, Format::of_file(path).filter(|named| *named != self.format)?))
    }

    /// The file to write; `None` for stdout.
    pub(super) fn path(&self) -> Option<&Path> {
        self.options.output.as_deref().filter(|path| *path != Path::new(STDOUT))
    }

    /// Whether an existing file may be replaced.
    pub(super) fn overwrites(&self) -> bool {
        self.options.force
    }

    /// Whether the user knows already that a file is replaced.
    pub(super) fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }

    /// Whether CSV begins with a byte order mark.
    pub(super) fn has_bom(&self) -> bool {
        self.options.bom
    }

    /// Whether the rows are read on paper, where an empty column takes room from the others.
    pub(super) fn is_paper(&self) -> bool {
        matches!(self.format, Format::Docx | Format::Html)
    }
}
