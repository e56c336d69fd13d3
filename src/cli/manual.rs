//! `guihua man` prints the manual page: of the program with all its commands, or of one command.

use anyhow::bail;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::output::{self, Outcome};
use super::{help, usage};
use crate::words::Words;
use crate::words::help as words;
use crate::words::help::arguments;

/// What the command is called on the command line.
pub(super) const NAME: &str = "man";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = arguments::COMMAND_VALUE.get(), help = arguments::MAN_COMMAND.get())]
    command: Option<String>,
}

/// The headings that the crate writes into a page, and ours.
const HEADINGS: [(&str, Words); 6] = [
    ("NAME", words::MAN_NAME),
    ("SYNOPSIS", words::MAN_SYNOPSIS),
    ("DESCRIPTION", words::MAN_DESCRIPTION),
    ("OPTIONS", words::MAN_OPTIONS),
    ("SUBCOMMANDS", words::MAN_COMMANDS),
    ("VERSION", words::MAN_VERSION),
];

/// Prints the page in the language of man.
///
/// # Errors
/// There is no such command, or stdout cannot be written.
pub(super) fn run(args: &Args, program: &Command) -> anyhow::Result<Outcome> {
    let page = match &args.command {
        None => program.clone(),
        Some(name) => {
            let found = program.get_subcommands().find(|each| each.get_name() == name && !each.is_hide_set());
            let Some(found) = found else { bail!(usage::no_command(program, name)) };
            // A page is named as man finds it: guihua-tasks.
            found.clone().display_name(format!("guihua-{name}"))
        }
    };
    let mut examples = Roff::new();
    examples.control("SH", [words::MAN_EXAMPLES.get()]).control("nf", []);
    for line in help::example_lines(&page) {
        examples.text([roman(line)]);
    }
    examples.control("fi", []);
    if page.has_subcommands() {
        examples.control("SH", [words::MAN_EXIT_STATUS.get()]).text([roman(words::STATUSES.get())]);
    }
    // The crate names values and defaults in English; here they are a part of what an argument means.
    let explained = |arg: clap::Arg| {
        let meaning = help::meaning(&arg);
        arg.help(meaning).hide_possible_values(true).hide_default_value(true)
    };
    let usage = help::usage(&page);
    let man = Man::new(page.mut_args(explained).override_usage(usage));
    let man = man.manual("guihua").source(concat!("guihua ", env!("CARGO_PKG_VERSION")));
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    let page = format!("{}{}", with_our_headings(&String::from_utf8_lossy(&bytes)), examples.to_roff());
    output::print(&page)?;
    Ok(Outcome::DONE)
}

/// The page with its sections named in the language in force.
fn with_our_headings(page: &str) -> String {
    let line = |line: &str| {
        let heading = line.strip_prefix(".SH ");
        match heading.and_then(|heading| HEADINGS.iter().find(|(name, _)| *name == heading)) {
            Some((_, ours)) => format!(".SH {ours}\n"),
            None => format!("{line}\n"),
        }
    };
    page.lines().map(line).collect()
}
