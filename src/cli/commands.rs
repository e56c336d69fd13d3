//! The commands: each turns its arguments and the answers of a library into rows, and writes them to an output. They
//! share no state, and know neither clap nor whether the browser or the command line runs them.

mod check;
mod compare;
mod depts;
mod dossier;
mod export;
mod indicators;
mod matrix;
mod search;
mod show;
mod similar;
mod targets;
mod tasks;
mod tree;

use crate::command::Command;
use crate::library::Waiting;

use super::output::{Format, Messages, Outcome, Output, Target};

pub(super) use tree::text as outline_text;

/// The formats that a command offers.
pub(super) fn formats(command: &Command) -> &'static [Format] {
    match command {
        Command::Export(_) => &export::FORMATS,
        Command::Tree(_)
        | Command::Show(_)
        | Command::Tasks(_)
        | Command::Depts(_)
        | Command::Dossier(_)
        | Command::Matrix(_)
        | Command::Indicators(_)
        | Command::Compare(_)
        | Command::Similar(_)
        | Command::Targets(_)
        | Command::Check(_)
        | Command::Search(_) => &Format::ALL,
    }
}

/// Carries out a command: its rows go to the target, what it has to say besides to `messages`.
///
/// # Errors
/// The target does not suit the command or cannot be written, a name means nothing, or the library fails to answer.
pub(super) fn run(
    command: &Command,
    library: &Waiting,
    target: &Target,
    messages: &mut Messages,
) -> anyhow::Result<Outcome> {
    if let Command::Export(_) = command {
        return export::run(library, target, messages);
    }
    target.check(formats(command))?;
    let out = &mut Output::new(target, messages);
    match command {
        Command::Tree(args) => tree::run(args, library, out),
        Command::Show(args) => show::run(args, library, out),
        Command::Tasks(args) => tasks::run(args, library, out),
        Command::Depts(args) => depts::run(args, library, out),
        Command::Dossier(args) => dossier::run(args, library, out),
        Command::Matrix(args) => matrix::run(args, library, out),
        Command::Indicators(args) => indicators::run(args, library, out),
        Command::Compare(args) => compare::run(args, library, out),
        Command::Similar(args) => similar::run(args, library, out),
        Command::Targets(args) => targets::run(args, library, out),
        Command::Check(args) => check::run(args, library, out),
        Command::Search(args) => search::run(args, library, out),
        Command::Export(_) => export::run(library, target, messages),
    }
}
