//! The command line: it parses the arguments, makes the library, runs the command or opens the browser, and sets the
//! exit status. Nothing else in the program prints or touches files.
//!
//! Exit status: 0 found, 1 nothing found, 2 wrong use or unreadable data, 128 + n for signal n. A closed pipe is no
//! error. Data goes to stdout, messages to stderr.

mod browse;
mod bundle;
mod by_hand;
mod clipboard;
mod clock;
mod commands;
mod completion;
mod config;
mod doctor;
pub mod document;
mod draft;
mod help;
mod language;
mod manual;
mod nearest;
mod offices;
mod output;
mod own;
mod paths;
mod progress;
mod reader;
mod reading;
mod resolve;
mod saving;
mod schema;
mod session;
#[cfg(test)]
mod tests;
mod usage;
mod wording;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::bail;
use clap::error::ErrorKind;
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::command::{Check, Command};
use crate::words::help as help_words;
use crate::words::help::arguments;
use crate::words::{self, Words};

use output::{Messages, Outcome, Target};

/// The options of the program itself; they belong to the browser.
#[derive(Debug, Parser)]
#[command(
    name = "guihua",
    version,
    about = help_words::PROGRAM.get(),
    long_about = help_words::PROGRAM_AT_LENGTH.get(),
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
struct Cli {
    #[command(flatten)]
    browse: browse::Args,
    #[command(flatten)]
    choice: own::Choice,
    #[arg(short, long, action = clap::ArgAction::Help, global = true, help = arguments::HELP.get())]
    help: Option<bool>,
    #[arg(long, global = true, value_enum, value_name = arguments::LANGUAGE_VALUE.get(), help = words::settings::LANGUAGE.get())]
    lang: Option<LanguageName>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = arguments::VERSION.get())]
    version: Option<bool>,
}

/// A language as it is typed behind `--lang`. It is read before the other arguments, see [`language`]; here it is checked.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageName {
    #[value(help = language::NAMES[0])]
    Zh,
    #[value(help = language::NAMES[1])]
    En,
}

/// What the arguments ask for.
enum Request {
    /// The browser, with its options, over the plans that take part.
    Browse(browse::Args, own::Choice),
    /// A command, the target of its rows, and the plans that take part.
    Run(Command, Target, own::Choice),
    /// A document that is checked without importing it, or a plan that is held against another one.
    CheckDraft(draft::Args, Check, Target, own::Choice),
    /// Documents to put into the library of own plans.
    Import(own::ImportArgs, Target),
    /// The list of all plans, or what is to be done with an own one.
    Plans(own::PlansArgs, Target),
    /// The ledger of execution, or what is to be done with it.
    Progress(progress::Args, Target),
    /// The document of the bundled plans, made anew.
    Bundle(bundle::Args),
    /// The settings in force, with who has set each.
    Config(config::Args),
    /// The script by which a shell completes the command line.
    Completions(completion::Args),
    /// What may stand at the caret of a command line.
    Complete(completion::Asked),
    /// What the program finds of its terminal, folders and data.
    Doctor(doctor::Args),
    /// The manual page of the program or of one command.
    Manual(manual::Args),
    /// What the JSON of the commands looks like.
    Schema(schema::Args),
}

/// The definition of the program: the options of the browser, and the shared commands with the options of their output.
fn definition() -> clap::Command {
    let shared = Command::augment_subcommands(clap::Command::new("commands"));
    let shared = shared.get_subcommands().map(|command| {
        // Own plans take part in every command.
        let command = own::Choice::augment_args(command.clone());
        Target::augment_args(if command.get_name() == draft::NAME {
            draft::Args::augment_args(command)
        } else {
            command
        })
    });
    let command = |name, about: Words| clap::Command::new(name).about(about.get());
    Cli::command()
        .subcommands(shared)
        .subcommand(Target::augment_args(own::ImportArgs::augment_args(command(own::IMPORT, help_words::IMPORT))))
        .subcommand(Target::augment_args(own::PlansArgs::augment_args(command(own::PLANS, help_words::PLANS))))
        .subcommand(Target::augment_args(progress::Args::augment_args(command(progress::NAME, help_words::PROGRESS))))
        .subcommand(config::Args::augment_args(command(config::NAME, help_words::CONFIG)))
        .subcommand(completion::Args::augment_args(command(completion::NAME, help_words::COMPLETIONS)))
        .subcommand(completion::Asked::augment_args(clap::Command::new(completion::ASKED).hide(true)))
        .subcommand(doctor::Args::augment_args(command(doctor::NAME, help_words::DOCTOR)))
        .subcommand(schema::Args::augment_args(command(schema::NAME, help_words::SCHEMA)))
        .subcommand(manual::Args::augment_args(command(manual::NAME, help_words::MAN)))
        .subcommand(bundle::Args::augment_args(command(bundle::NAME, help_words::BUNDLE).hide(true)))
}

/// The definition with the options of all commands in each of them, for who reads it without arguments.
fn built() -> clap::Command {
    let mut program = definition();
    program.build();
    program
}

/// Reads the matched arguments.
///
/// # Errors
/// The arguments do not fit the definition.
fn request(matches: &ArgMatches) -> Result<Request, clap::Error> {
    Ok(match matches.subcommand() {
        None => {
            let cli = Cli::from_arg_matches(matches)?;
            Request::Browse(cli.browse, cli.choice)
        }
        Some((own::IMPORT, matches)) => {
            Request::Import(own::ImportArgs::from_arg_matches(matches)?, Target::from_arg_matches(matches)?)
        }
        Some((own::PLANS, matches)) => {
            Request::Plans(own::PlansArgs::from_arg_matches(matches)?, Target::from_arg_matches(matches)?)
        }
        Some((progress::NAME, matches)) => {
            Request::Progress(progress::Args::from_arg_matches(matches)?, Target::from_arg_matches(matches)?)
        }
        Some((bundle::NAME, matches)) => Request::Bundle(bundle::Args::from_arg_matches(matches)?),
        Some((config::NAME, matches)) => Request::Config(config::Args::from_arg_matches(matches)?),
        Some((completion::NAME, matches)) => Request::Completions(completion::Args::from_arg_matches(matches)?),
        Some((completion::ASKED, matches)) => Request::Complete(completion::Asked::from_arg_matches(matches)?),
        Some((doctor::NAME, matches)) => Request::Doctor(doctor::Args::from_arg_matches(matches)?),
        Some((manual::NAME, matches)) => Request::Manual(manual::Args::from_arg_matches(matches)?),
        Some((schema::NAME, matches)) => Request::Schema(schema::Args::from_arg_matches(matches)?),
        Some((_, inner)) => {
            let (target, choice) = (Target::from_arg_matches(inner)?, own::Choice::from_arg_matches(inner)?);
            let command = Command::from_arg_matches(matches)?;
            if let Command::Check(check) = command
                && draft::is_asked(inner)
            {
                Request::CheckDraft(draft::Args::from_arg_matches(inner)?, check, target, choice)
            } else {
                Request::Run(Command::from_arg_matches(matches)?, target, choice)
            }
        }
    })
}

/// Reads the arguments of the command line.
///
/// Most starts name no command and open the browser, whose first screen should come at once. So the options of the
/// browser are tried alone, which leaves the thirteen commands with all their options unbuilt. Where that fails, be it
/// for a command, a mistake or a request for help, the whole definition reads the arguments again,
/// and every message is its own.
///
/// # Errors
/// The arguments do not fit the definition, or ask for the help or the version.
fn parse(arguments: &[OsString]) -> Result<Request, clap::Error> {
    let names_command = arguments.get(1).is_some_and(|first| !first.as_encoded_bytes().starts_with(b"-"));
    if !names_command && let Ok(cli) = Cli::try_parse_from(arguments) {
        return Ok(Request::Browse(cli.browse, cli.choice));
    }
    request(&definition().try_get_matches_from(arguments)?)
}

/// Runs the program with these arguments.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match language::choose(&arguments) {
        Ok(language) => words::speak(language),
        Err(error) => return exit_status(Err(error), &arguments, &mut Messages::Stderr),
    }
    match parse(&arguments) {
        Ok(request) => {
            let mut messages = Messages::Stderr;
            let outcome = run(&request, &mut messages);
            exit_status(outcome, &arguments, &mut messages)
        }
        Err(error) => {
            let told = explain(&error, &arguments);
            exit_status(told, &arguments, &mut Messages::Stderr)
        }
    }
}

/// Prints the help or the version where the arguments ask for it, or fails with what is wrong with them.
fn explain(error: &clap::Error, arguments: &[OsString]) -> anyhow::Result<Outcome> {
    let program = built();
    #[expect(clippy::wildcard_enum_match_arm, reason = "clap's list is open: a newer version may add kinds of errors")]
    let text = match error.kind() {
        ErrorKind::DisplayHelp => {
            let name = usage::named(&program, arguments).map(clap::Command::get_name);
            help::page(&program, name, output::page_cells())
        }
        ErrorKind::DisplayVersion => format!("{} {}\n", program.get_name(), env!("CARGO_PKG_VERSION")),
        _ => bail!(usage::message(error, &program, arguments)),
    };
    output::print(&text)?;
    Ok(Outcome::DONE)
}

/// Does what was asked for. The library is made here, once, where it is needed.
fn run(request: &Request, messages: &mut Messages) -> anyhow::Result<Outcome> {
    // What is wrong with own plans is no business of a completion or a diagnosis.
    let library = || own::library(own::Choice::default(), &mut Messages::Collected(Vec::new()));
    match request {
        Request::Browse(args, choice) => {
            if let Some(word) = args.no_command() {
                bail!(usage::no_command(&built(), word));
            }
            let mut troubles = Messages::Collected(Vec::new());
            let documents = args.documents()?;
            let joined = own::library_with(*choice, documents.clone(), browse::look(args)?, &mut troubles)?;
            let over = browse::Over { choice: *choice, documents, joined };
            browse::run(args, over, &troubles.into_collected(), messages)
        }
        Request::Run(command, target, choice) => {
            let library = own::library(*choice, messages)?;
            commands::run(command, &library, target, messages)
        }
        Request::CheckDraft(args, check, target, choice) => {
            let library = own::library(*choice, messages)?;
            draft::run(args, check, &library, target, messages)
        }
        Request::Import(args, target) => own::import(args, target, messages),
        Request::Plans(args, target) => own::plans(args, target, messages),
        Request::Progress(args, target) => progress::run(args, target, messages),
        Request::Bundle(args) => bundle::run(args, messages),
        Request::Config(args) => config::run(args),
        Request::Completions(args) => completion::print_script(args),
        Request::Complete(asked) => completion::answer(asked, &definition(), &library()?),
        Request::Doctor(args) => doctor::run(args, &library()?),
        Request::Manual(args) => manual::run(args, &built()),
        Request::Schema(args) => schema::run(args, &built()),
    }
}

/// The exit status of an outcome; an error is sent as a message of one line with its causes.
fn exit_status(outcome: anyhow::Result<Outcome>, arguments: &[OsString], messages: &mut Messages) -> ExitCode {
    match outcome {
        Ok(outcome) if outcome.is_found => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            messages.send(&usage::quoting(&format!("{error:#}"), arguments));
            ExitCode::from(2)
        }
    }
}
