//! `guihua doctor`: what the program finds of its terminal, its folders and its data, as lines to be pasted into a report.
//! It changes nothing, and names no file but its own.

use std::env;
use std::fmt::Write;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use etcetera::{BaseStrategy, choose_base_strategy};
use serde_json::Value;

use super::clipboard;
use super::config::{self, File};
use super::language;
use super::offices::Offices;
use super::output::{self, Outcome, ReportForm};
use super::own;
use super::paths;
use crate::dataset;
use crate::library::Waiting;
use crate::text::sanitize;
use crate::text::width::{Align, Width};
use crate::tui::{self, Ambiguous, Terminal};
use crate::words::doctor as words;
use crate::words::help::arguments;
use crate::words::{LIST, Language, in_force, within};

/// What the command is called on the command line.
pub(super) const NAME: &str = "doctor";

/// Variables that decide how the terminal is used.
const VARIABLES: [&str; 9] =
    ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TERM", "COLORTERM", "NO_COLOR", "TMUX", "SSH_CONNECTION"];

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_enum, default_value = "text", value_name = arguments::FORMAT_VALUE.get(), help = arguments::REPORT_FORMAT.get())]
    format: ReportForm,
}

/// A fact about the program or what it runs in, as one line of the report.
struct Fact {
    /// What it is called in JSON, where names never change.
    name: &'static str,
    /// What it is called in the text.
    label: &'static str,
    /// A text, a list of texts, whether something is so, or null.
    value: Value,
}

/// Prints what was found.
///
/// # Errors
/// The plans cannot be read, or stdout cannot be written.
pub(super) fn run(args: &Args, library: &Waiting) -> anyhow::Result<Outcome> {
    // JSON is the same in every language.
    let language = if args.format == ReportForm::Json { Language::Chinese } else { in_force() };
    let facts = within(language, || facts(library))?;
    output::print(&match args.format {
        ReportForm::Json => {
            let fields = facts.into_iter().map(|fact| (fact.name.to_owned(), fact.value)).collect();
            format!("{:#}\n", Value::Object(fields))
        }
        ReportForm::Text => text(&facts),
    })?;
    Ok(Outcome::DONE)
}

/// All that was found, in the order in which it is told.
fn facts(library: &Waiting) -> anyhow::Result<Vec<Fact>> {
    let mut facts = Vec::new();
    let mut tell = |name, label, value: Value| facts.push(Fact { name, label, value });
    tell("version", words::VERSION.get(), env!("CARGO_PKG_VERSION").into());
    tell("system", words::SYSTEM.get(), format!("{} {}", env::consts::OS, env::consts::ARCH).into());
    let plans = &library.plans()?.plans;
    tell("plans", words::PLANS.get(), plans.iter().map(|plan| plan.id.as_str()).collect::<Vec<_>>().into());
    tell("data", words::DATA.get(), dataset::digest().into());
    tell("encoding", words::ENCODING.get(), language::encoding().into());
    tell("terminal", words::TERMINAL.get(), io::stdout().is_terminal().into());
    let size = crossterm::terminal::size().ok().filter(|_| io::stdout().is_terminal());
    tell("size", words::SIZE.get(), size.map(|(width, height)| format!("{width}×{height}")).into());
    tell("ambiguous", words::AMBIGUOUS.get(), measured().into());
    tell("clipboard", words::CLIPBOARD.get(), clipboard::tools().collect::<Vec<_>>().into());
    tell("copies_by", words::COPIES_BY.get(), clipboard::way_name().into());
    let folders = choose_base_strategy().ok();
    let config = folders.as_ref().map(|folders| place(&folders.config_dir().join("guihua/config.toml")));
    tell("config", words::CONFIG.get(), config.into());
    let state = folders.map(|folders| folders.state_dir().unwrap_or_else(|| folders.data_dir()));
    tell("state", words::STATE.get(), state.map(|state| place(&state.join("guihua/session.json"))).into());
    tell("library", words::LIBRARY.get(), own::diagnosis().into());
    let settings = File::of_user().and_then(|file| config::keymap(&file));
    tell("config_error", words::CONFIG_ERROR.get(), settings.err().map(|error| format!("{error:#}")).into());
    let offices = Offices::of_user();
    let found = offices.path.as_deref().map(|path| {
        let (n_offices, n_names) = offices.counts();
        let added = if offices.is_there { words::added(n_offices, n_names) } else { String::new() };
        format!("{}{added}", place(path))
    });
    tell("offices", words::OFFICES.get(), found.into());
    tell("offices_errors", words::OFFICES_ERRORS.get(), offices.mistakes.into());
    for name in VARIABLES {
        let value = env::var_os(name).map(|value| sanitize::one_line(&value.to_string_lossy()).into_owned());
        // What these two hold is nobody's business.
        let is_private = matches!(name, "TMUX" | "SSH_CONNECTION");
        tell(name, name, value.map(|value| if is_private { words::IS_SET.to_string() } else { value }).into());
    }
    Ok(facts)
}

/// How many cells the terminal gives to ambiguous characters; `None` where there is none to ask.
fn measured() -> Option<&'static str> {
    if !tui::is_available() {
        return None;
    }
    let options =
        tui::Options { ambiguous: Ambiguous::Auto, ascii: false, mouse: false, theme: None, asks_background: false };
    let terminal = Terminal::enter(options).ok()?;
    Some(if terminal.width().is_wide() { "wide" } else { "narrow" })
}

/// A file's path, and whether it is there.
fn place(path: &Path) -> String {
    let state = match fs::metadata(path) {
        Ok(about) => words::bytes(about.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => words::NOT_THERE.to_string(),
        Err(error) => output::reason(&error),
    };
    words::place(paths::shown(path), state)
}

/// The width of the column of labels, in cells.
const LABEL: usize = 16;

/// What was found as lines, and below them what to do about it.
fn text(facts: &[Fact]) -> String {
    let mut text = String::new();
    for Fact { name, label, value } in facts {
        let value = match value {
            // What is wrong is told below.
            Value::Array(values) if *name == "offices_errors" => values.len().to_string(),
            Value::Null => words::NONE.to_string(),
            Value::String(words) => words.clone(),
            Value::Bool(is_so) => if *is_so { words::YES } else { words::NO }.to_string(),
            Value::Array(values) if values.is_empty() => words::NONE.to_string(),
            Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(LIST.get()),
            other @ (Value::Number(_) | Value::Object(_)) => other.to_string(),
        };
        // A string takes every word, so writing to it cannot fail.
        let _ = writeln!(text, "{}{value}", Width::Narrow.pad(label, LABEL, Align::Left));
    }
    for advice in advice(facts) {
        let _ = writeln!(text, "{}", words::advice(advice));
    }
    text
}

/// What the user may do about what was found.
fn advice(facts: &[Fact]) -> Vec<String> {
    let word = |name: &str| {
        let fact = facts.iter().find(|fact| fact.name == name);
        fact.and_then(|fact| fact.value.as_str()).unwrap_or_default()
    };
    let mut advice = Vec::new();
    if word("encoding") != "UTF-8" {
        advice.push(words::NOT_UTF_8.to_string());
    }
    if matches!(word("TERM"), "dumb" | "") {
        advice.push(words::NO_TERM.to_string());
    }
    if !word("TMUX").is_empty() {
        advice.push(words::IN_TMUX.to_string());
    }
    if !word("config_error").is_empty() {
        advice.push(word("config_error").to_owned());
    }
    let listed = facts.iter().filter(|fact| fact.name == "offices_errors").filter_map(|fact| fact.value.as_array());
    advice.extend(listed.flatten().filter_map(Value::as_str).map(str::to_owned));
    advice
}
