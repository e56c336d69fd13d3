//! `guihua config`: the settings in force and where each comes from, or all actions with their keys.

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::file::{KEYS, PLANS};
use super::{File, Origin, SETTINGS, keymap};
use crate::app::input::keymap::{BINDINGS, Binding, Keymap};
use crate::cli::nearest::nearest;
use crate::cli::offices::Offices;
use crate::cli::output::{self, Outcome, ReportForm};
use crate::cli::paths;
use crate::words::help::arguments;
use crate::words::{self, Language, Words};

/// What the command is called on the command line.
pub(in crate::cli) const NAME: &str = "config";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(long, help = arguments::KEYS.get())]
    keys: bool,
    #[arg(long, value_enum, default_value = "text", value_name = arguments::FORMAT_VALUE.get(), help = arguments::REPORT_FORMAT.get())]
    format: ReportForm,
}

/// A setting in force with who has set it, as one line of the list.
struct Line {
    name: String,
    /// A text, a list of texts, or null where nothing is set.
    value: Json,
    origin: Origin,
    about: Words,
}

/// Prints what the arguments ask for.
///
/// # Errors
/// The configuration file has a mistake, or the output cannot be written.
pub(in crate::cli) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let file = File::of_user()?;
    let keymap = keymap(&file)?;
    output::print(&match (args.keys, args.format) {
        (true, ReportForm::Text) => keys_text(&keymap),
        (true, ReportForm::Json) => format!("{:#}\n", keys_json(&keymap)),
        (false, ReportForm::Text) => settings_text(&file, &settings(&file)?),
        (false, ReportForm::Json) => format!("{:#}\n", settings_json(&file, &settings(&file)?)),
    })?;
    Ok(Outcome::DONE)
}

/// The settings in force, each with who has set it.
fn settings(file: &File) -> anyhow::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for setting in SETTINGS {
        let value = setting.value(None, file)?;
        let words = Some(value.words).filter(|words| !words.is_empty());
        let name = setting.name.to_owned();
        lines.push(Line { name, value: words.into(), origin: value.origin, about: setting.about });
    }
    let plans = file.plans.as_ref();
    lines.push(Line {
        name: PLANS.to_owned(),
        value: plans.map(|(plans, _)| plans.clone()).into(),
        origin: plans.map_or(Origin::Default, |(_, line)| Origin::Line(*line)),
        about: words::settings::PLANS,
    });
    lines.extend(file.keys.iter().map(|change| Line {
        name: format!("{KEYS}.{}", change.action),
        value: change.keys.clone().into(),
        origin: Origin::Line(change.line),
        about: words::settings::KEYS,
    }));
    Ok(lines)
}

fn settings_json(file: &File, lines: &[Line]) -> Json {
    let line = |line: &Line| {
        let origin = match &line.origin {
            Origin::Default => "default".to_owned(),
            Origin::Option(name) => name.clone(),
            Origin::Variable(name) => format!("${name}"),
            Origin::Line(line) => format!("config.toml:{line}"),
        };
        json!({ "name": line.name, "value": line.value, "origin": origin, "about": line.about.within(Language::Chinese) })
    };
    let path = |path: Option<&Path>| path.map(|path| path.display().to_string());
    let offices = Offices::of_user();
    json!({ "path": path(file.path.as_deref()), "offices": path(offices.path.as_deref()), "offices_errors": offices.mistakes, "settings": lines.iter().map(line).collect::<Vec<_>>() })
}

fn settings_text(file: &File, lines: &[Line]) -> String {
    let path = file.path.as_deref().map_or_else(|| words::settings::NO_HOME.to_string(), paths::shown);
    let state = if file.is_there { "" } else { words::settings::NO_FILE.get() };
    let mut text = format!("{}  {path}{state}\n", words::settings::FILE);
    let offices = Offices::of_user();
    if let Some(path) = &offices.path {
        let state = if offices.is_there { "" } else { words::settings::NO_FILE.get() };
        let _ = writeln!(text, "{}  {}{state}", words::settings::OFFICES_FILE, paths::shown(path));
    }
    for mistake in &offices.mistakes {
        let _ = writeln!(text, "※ {mistake}");
    }
    text.push('\n');
    for Line { name, value, origin, about } in lines {
        let value = if value.is_null() { words::settings::UNSET.to_string() } else { value.to_string() };
        let origin = match origin {
            Origin::Default => words::settings::BY_DEFAULT.to_string(),
            Origin::Option(name) => words::settings::by_option(name),
            Origin::Variable(name) => words::settings::by_variable(name),
            Origin::Line(line) => words::settings::by_line(line),
        };
        // A string takes every word, so writing to it cannot fail.
        let _ = writeln!(text, "{name} = {value}    # {}", words::settings::origin_and_about(origin, about));
    }
    text
}

/// The names of the places where a row of keys holds.
fn places(row: &Binding) -> Vec<&'static str> {
    row.contexts.iter().map(|context| context.id()).collect()
}

fn keys_json(keymap: &Keymap) -> Json {
    let row = |row: &Binding| json!({ "name": row.name, "places": places(row), "keys": keymap.keys(row), "about": row.words.within(Language::Chinese) });
    BINDINGS.iter().map(row).collect()
}

fn keys_text(keymap: &Keymap) -> String {
    let mut text = format!("[{KEYS}]\n");
    for row in BINDINGS {
        let keys = json!(keymap.keys(row));
        let about = words::punctuation::labelled(places(row).join(" "), row.words);
        let _ = writeln!(text, "{} = {keys}    # {about}", row.name);
    }
    text
}

/// Names the actions with almost this name, for a message; empty where there is none.
pub(super) fn near_action(name: &str) -> String {
    let name = name.rsplit('.').next().unwrap_or(name);
    let names = nearest(name, BINDINGS.iter().map(|row| row.name));
    if names.is_empty() { String::new() } else { words::settings::near(names.join(words::LIST.get())) }
}
