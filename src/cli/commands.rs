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
use crate::export::Recorded;
use crate::library::Waiting;

use super::output::{Messages, Outcome, Output, Target};
use super::resolve::Selected;

pub(super) use check::print as print_findings;
pub(super) use tree::text as outline_text;

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
    let as_json = matches!(command, Command::Export(_)).then(|| export::json_target(target)).transpose()?;
    let target = as_json.as_ref().unwrap_or(target);
    target.check(command.formats())?;
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
        Command::Export(_) => export::run(library, out),
    }
}

/// What the user recorded of the selected plans, for ledgers.
///
/// # Errors
/// The library fails to answer.
fn recorded(selected: &Selected, library: &Waiting) -> anyhow::Result<Recorded> {
    let mut recorded = Recorded::default();
    for plan in selected.plans() {
        recorded.add(&library.ask(|library| library.progress(&plan.id))?);
    }
    Ok(recorded)
}
