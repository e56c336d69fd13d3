//! `guihua completions SHELL` prints the script by which a shell completes the command line. The scripts ask the program
//! itself what may stand at the caret, as `guihua __complete FORM WORD...`: plans, nodes and offices are in it, and no shell
//! could match them by hanzi or pinyin.

use std::fmt::Write;

use clap::{Arg, Command, ValueEnum};

use super::help;
use super::output::{self, Outcome};
use crate::command::Format;
use crate::library::Waiting;
use crate::model::Dataset;
use crate::text::fold::fold;
use crate::text::sanitize;
use crate::words;
use crate::words::help::arguments;

/// What the command is called on the command line.
pub(super) const NAME: &str = "completions";
/// The command that the scripts call; no help lists it.
pub(super) const ASKED: &str = "__complete";
/// The most values that are offered; nobody reads more.
const MOST: usize = 200;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum, value_name = arguments::SHELL_VALUE.get(), help = arguments::SHELL.get())]
    shell: Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// The question of a script: what may stand at the caret?
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    form: Form,
    /// The words behind the name of the program, up to the one at the caret, which may be empty.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

/// What the shell does with a value that does not begin with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// It puts the value in place of what was typed, so a name may be typed by its pinyin.
    Replacing,
    /// It drops the value, so one is offered that is written as what was typed.
    Keeping,
}

/// Prints the script for a shell.
///
/// # Errors
/// Stdout cannot be written.
pub(super) fn print_script(args: &Args) -> anyhow::Result<Outcome> {
    output::print(match args.shell {
        Shell::Bash => include_str!("completion/guihua.bash"),
        Shell::Zsh => include_str!("completion/guihua.zsh"),
        Shell::Fish => include_str!("completion/guihua.fish"),
    })?;
    Ok(Outcome::DONE)
}

/// Prints what may stand at the caret: a value a line, and what it means behind a tab.
///
/// # Errors
/// The plans cannot be read, or stdout cannot be written.
pub(super) fn answer(asked: &Asked, program: &Command, library: &Waiting) -> anyhow::Result<Outcome> {
    let (typed, before) = asked.words.split_last().map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
    // bash gives `--plan=x` as three words, the others as one.
    let (head, typed) = match typed.split_once('=').filter(|(name, _)| name.starts_with("--")) {
        Some((name, value)) if asked.form == Form::Keeping => (format!("{name}="), value),
        _ => (String::new(), typed),
    };
    let mut before: Vec<&str> = before.iter().map(String::as_str).filter(|word| *word != "=").collect();
    if !head.is_empty() {
        before.push(head.trim_end_matches('='));
    }
    let typed = if typed == "=" { "" } else { typed };
    let values = Caret::find(program, &before).values(asked.form, typed, library)?;
    let mut text = String::new();
    for (value, about) in values.into_iter().take(MOST) {
        let (value, about) = (sanitize::one_line(&value), sanitize::one_line(&about));
        // A string takes every word, so writing to it cannot fail.
        let _ = writeln!(text, "{head}{value}\t{about}");
    }
    output::print(&text)?;
    Ok(Outcome::DONE)
}

/// What may stand at the caret.
enum Caret<'a> {
    /// A value of this argument, whose name stands before the caret.
    Value(&'a Arg),
    /// An option of this command, one of its values without a name, or a command.
    Any(&'a Command),
}

impl<'a> Caret<'a> {
    /// Reads the words before the caret.
    fn find(program: &'a Command, before: &[&str]) -> Self {
        let mut command = program;
        let mut awaited = None;
        for word in before {
            let takes_value = |arg: &&Arg| arg.get_action().takes_values();
            if awaited.take().is_some() {
                continue;
            }
            if let Some(name) = word.strip_prefix("--") {
                awaited = command.get_arguments().find(|arg| arg.get_long() == Some(name)).filter(takes_value);
            } else if let Some(short) = word.strip_prefix('-').and_then(|rest| rest.chars().last()) {
                awaited = command.get_arguments().find(|arg| arg.get_short() == Some(short)).filter(takes_value);
            } else if let Some(inner) = command.find_subcommand(word) {
                command = inner;
            }
        }
        awaited.map_or(Self::Any(command), Self::Value)
    }

    /// The values that begin with what was typed, or are known by it, each with what it means.
    fn values(&self, form: Form, typed: &str, library: &Waiting) -> anyhow::Result<Vec<(String, String)>> {
        let command = match self {
            Self::Value(arg) => return values_of(arg, form, typed, library),
            Self::Any(command) => command,
        };
        let mut values = Vec::new();
        if typed.starts_with('-') {
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let about = help::about(arg);
                values.extend(arg.get_long().map(|name| (format!("--{name}"), about)));
            }
            values.retain(|(value, _)| value.starts_with(typed));
            return Ok(values);
        }
        for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != ASKED) {
            let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
            values.push((inner.get_name().to_owned(), about));
        }
        values.retain(|(value, _)| value.starts_with(typed));
        for arg in command.get_positionals() {
            values.extend(values_of(arg, form, typed, library)?);
        }
        Ok(values)
    }
}

/// The values of an argument: those that it names itself, or the plans, nodes or offices that it is about.
fn values_of(arg: &Arg, form: Form, typed: &str, library: &Waiting) -> anyhow::Result<Vec<(String, String)>> {
    let about =
        arg.get_value_names().and_then(|names| names.first()).map(clap::builder::Str::as_str).unwrap_or_default();
    // An argument is about what its value is named by.
    Ok(match about {
        about if about == arguments::PLAN_VALUE.get() => plans(&*library.plans()?, form, typed),
        about if about == arguments::NODE_VALUE.get() => nodes(library, form, typed)?,
        about if about == arguments::OFFICE_VALUE.get() => offices(library, form, typed),
        _ => {
            let possible = arg.get_possible_values();
            let value = |value: &clap::builder::PossibleValue| {
                let name = value.get_name();
                // The words of a format stand in the table of formats.
                let format = Format::from_str(name, false).ok().filter(|_| arg.get_id() == "format");
                let help = || value.get_help().map(ToString::to_string).unwrap_or_default();
                (name.to_owned(), format.map_or_else(help, |format| format.description().to_owned()))
            };
            possible.iter().map(value).filter(|(value, _)| value.starts_with(typed)).collect()
        }
    })
}

/// The plans whose id begins with what was typed, or whose name has it.
fn plans(dataset: &Dataset, form: Form, typed: &str) -> Vec<(String, String)> {
    let word = fold(typed);
    let mut found = Vec::new();
    for plan in &dataset.plans {
        if plan.id.starts_with(typed) {
            found.push((plan.id.clone(), plan.title.clone()));
        } else if fold(&plan.title).contains(&word) || fold(&plan.short).contains(&word) {
            let value = if form == Form::Replacing { &plan.id } else { &plan.short };
            found.push((value.clone(), plan.title.clone()));
        }
    }
    found
}

/// The plans, and once one is typed its nodes: by id, or by words of the heading.
fn nodes(library: &Waiting, form: Form, typed: &str) -> anyhow::Result<Vec<(String, String)>> {
    let all = library.plans()?;
    let Some((name, rest)) = typed.split_once('/') else {
        return Ok(plans(&all, form, typed).into_iter().map(|(id, title)| (format!("{id}/"), title)).collect());
    };
    let Some(plan) = all.plans.iter().find(|plan| plan.id == name || plan.short == name) else { return Ok(Vec::new()) };
    let dataset = library.with_contents(&[plan.id.as_str()])?;
    let Some(plan) = dataset.plan(&plan.id) else { return Ok(Vec::new()) };
    let word = fold(rest);
    let mut found = Vec::new();
    for node in &plan.nodes {
        let title = node.title.clone().unwrap_or_default();
        let number = node.id.split_once('/').map_or("", |(_, number)| number);
        let is_named = form == Form::Replacing && !word.is_empty() && fold(&title).contains(&word);
        if number.starts_with(rest) || is_named {
            found.push((format!("{name}/{number}"), title));
        }
    }
    Ok(found)
}

/// The offices whose name has what was typed, or whose pinyin or its initials begin with it.
fn offices(library: &Waiting, form: Form, typed: &str) -> Vec<(String, String)> {
    let letters = typed.to_ascii_lowercase();
    let mut found = Vec::new();
    for office in library.library().registry().departments().departments() {
        let is_spelt = !letters.is_empty() && office.initials.starts_with(&letters);
        if office.name.contains(typed) || office.abbreviations.iter().any(|short| short.contains(typed)) {
            found.push((office.name, office.abbreviations.join(words::LIST.get())));
        } else if is_spelt || !letters.is_empty() && office.pinyin.starts_with(&letters) {
            let written = if is_spelt { office.initials } else { office.pinyin };
            found.push(match form {
                Form::Replacing => (office.name, written),
                Form::Keeping => (written, office.name),
            });
        }
    }
    // The shorter a name is, the more of it was typed.
    found.sort_by_key(|(value, _)| (!value.starts_with(typed), value.chars().count()));
    found
}
