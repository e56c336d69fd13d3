//! What a user asks of the browser: its options on the command line, and the settings in force.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::{Context, anyhow};
use clap::ValueEnum;

use crate::app::input::keymap::Keymap;
use crate::app::state::location::Location;
use crate::cli::config::{self, File};
use crate::cli::reading::{self, Document, Place};
use crate::cli::resolve::{self, Selected};
use crate::library::Waiting;
use crate::tui::{self, Ambiguous};
use crate::words::help::arguments;
use crate::words::{self, draft};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not, apart from the others")]
pub(in crate::cli) struct Args {
    #[arg(value_name = arguments::FILE_VALUE.get(), help = arguments::OPEN_FILES.get())]
    files: Vec<PathBuf>,
    #[arg(long, value_name = arguments::PLAN_VALUE.get(), help = arguments::OPEN_PLAN.get())]
    plan: Option<String>,
    #[arg(long, value_name = arguments::NODE_VALUE.get(), help = arguments::OPEN_NODE.get())]
    at: Option<String>,
    #[arg(long, value_name = arguments::OFFICE_VALUE.get(), help = arguments::OPEN_OFFICE.get())]
    dept: Option<String>,
    #[arg(long, value_name = arguments::QUERY_VALUE.get(), help = arguments::OPEN_SEARCH.get())]
    pub(super) search: Option<String>,
    #[arg(long, value_enum, value_name = arguments::WIDTH_VALUE.get(), help = arguments::AMBIGUOUS.get())]
    ambiguous: Option<AmbiguousWidth>,
    #[arg(long, value_enum, value_name = arguments::THEME_VALUE.get(), help = arguments::THEME.get())]
    theme: Option<Look>,
    #[arg(long, help = arguments::FRESH.get())]
    pub(super) fresh: bool,
    #[arg(long, help = words::reader::ABOUT.get())]
    plain: bool,
    #[arg(long, help = words::settings::ASCII.get())]
    ascii: bool,
    #[arg(long, help = arguments::NO_MOUSE.get())]
    no_mouse: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AmbiguousWidth {
    #[value(help = arguments::WIDTH_ASKED.get())]
    Auto,
    #[value(help = arguments::WIDTH_NARROW.get())]
    Narrow,
    #[value(help = arguments::WIDTH_WIDE.get())]
    Wide,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Look {
    #[value(help = arguments::THEME_COLOUR.get())]
    Colour,
    #[value(help = arguments::THEME_DARK.get())]
    Dark,
    #[value(help = arguments::THEME_LIGHT.get())]
    Light,
    #[value(help = arguments::THEME_MONO.get())]
    Mono,
    #[value(help = arguments::THEME_CONTRAST.get())]
    Contrast,
}

/// The settings of the browser, each from where it is set first.
pub(super) struct Settings {
    pub(super) ambiguous: Ambiguous,
    pub(super) look: Option<Look>,
    pub(super) has_mouse: bool,
    pub(super) is_ascii: bool,
    pub(super) office: Option<String>,
    /// The ids of the plans to select at the start; empty for all.
    pub(super) plans: Vec<String>,
    pub(super) keymap: Keymap,
}

impl Settings {
    /// Reads the options, the environment and the configuration file. `opened` are the ids of the documents that were opened.
    ///
    /// # Errors
    /// One of them has a value that is none, or names a plan that is not there.
    pub(super) fn of(args: &Args, library: &Waiting, opened: &[String]) -> anyhow::Result<Self> {
        let file = File::of_user()?;
        let ambiguous = config::AMBIGUOUS.value(args.ambiguous.as_ref().and_then(word).as_deref(), &file)?;
        let theme = config::THEME.value(args.theme.as_ref().and_then(word).as_deref(), &file)?;
        let has_mouse = !args.no_mouse && config::MOUSE.value(None, &file)?.words == "on";
        let is_ascii = args.ascii || config::ASCII.value(None, &file)?.words == "on";
        let office = config::OFFICE.value(None, &file)?;
        let mut plans = Vec::new();
        if let Some((names, line)) = &file.plans {
            let all = library.plans()?;
            for name in names {
                let plan = resolve::plan(&all, name).with_context(|| file.place(*line))?;
                plans.push(plan.id.clone());
            }
            // What is opened now is what somebody wants to see.
            plans.extend_from_slice(opened);
        }
        Ok(Self {
            ambiguous: Ambiguous::with_name(&ambiguous.words).unwrap_or_default(),
            look: Look::from_str(&theme.words, false).ok(),
            has_mouse,
            is_ascii,
            office: Some(office.words).filter(|words| !words.is_empty()),
            plans,
            keymap: config::keymap(&file)?,
        })
    }

    /// Whether the terminal decides for which background the colours are.
    pub(super) fn asks_background(&self) -> bool {
        self.look.is_none_or(|look| matches!(look, Look::Colour))
    }
}

/// The word of a value of an option.
fn word<V: ValueEnum>(value: &V) -> Option<String> {
    Some(value.to_possible_value()?.get_name().to_owned())
}

impl Args {
    /// Whether the linear reader is asked for, and there is somebody to ask or a script of answers. Where only the output is
    /// no terminal, nobody would see the questions.
    pub(super) fn is_read_line_by_line(&self) -> anyhow::Result<bool> {
        let is_terminal = [io::stdin().is_terminal(), io::stdout().is_terminal()];
        let is_set = || Ok::<_, anyhow::Error>(config::PLAIN.value(None, &File::of_user()?)?.words == "on");
        Ok(match is_terminal {
            [true, true] => self.plain || is_set()?,
            [true, false] => false,
            [false, _] => self.plain,
        })
    }

    /// Reads the documents to open.
    ///
    /// # Errors
    /// One of them cannot be read; one line on why.
    pub(in crate::cli) fn documents(&self) -> anyhow::Result<Vec<Document>> {
        let read = |place: &Place| place.read(None).map_err(|error| anyhow!(draft::unread(place.shown(), error)));
        reading::places(&self.files)?.places.iter().map(read).collect()
    }

    /// The word that was taken for a file and is more likely the name of a command that there is not.
    pub(in crate::cli) fn no_command(&self) -> Option<&str> {
        let first = self.files.first().filter(|file| !file.exists())?.to_str()?;
        (!first.contains(['.', '/', '\\']) && first != "-").then_some(first)
    }

    /// Whether the browser begins at its own beginning.
    pub(super) fn names_no_place(&self) -> bool {
        self.files.is_empty() && [&self.plan, &self.at, &self.dept, &self.search].into_iter().all(Option::is_none)
    }

    /// Where to open: the narrowest of the places named, else the first of the documents that were `opened`.
    pub(super) fn place(&self, library: &Waiting, opened: &[String]) -> anyhow::Result<Option<Location>> {
        if let Some(id) = &self.at {
            let selected = Selected::of_nodes(library, &[id])?;
            return Ok(Some(Location::Node(resolve::node(&selected.dataset, id)?.1.id.clone())));
        }
        if let Some(name) = &self.dept {
            let departments = library.library().registry().departments();
            return Ok(Some(Location::Department(resolve::department(departments, name)?.id.clone())));
        }
        let Some(name) = &self.plan else { return Ok(opened.first().cloned().map(Location::Plan)) };
        Ok(Some(Location::Plan(resolve::plan(&*library.plans()?, name)?.id.clone())))
    }
}

impl From<Look> for tui::Theme {
    fn from(look: Look) -> Self {
        match look {
            Look::Colour | Look::Dark => Self::Colour,
            Look::Light => Self::Light,
            Look::Mono => Self::Mono,
            Look::Contrast => Self::Contrast,
        }
    }
}
