//! `guihua man` prints the manual page: of the program with all its commands, or of one command.

use anyhow::bail;
use clap::Command;
use clap_mangen::Man;

use super::output::{self, Outcome};

/// What the command is called on the command line.
pub(super) const NAME: &str = "man";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "命令", help = "只要这个命令的手册页")]
    command: Option<String>,
}

/// Prints the page in the language of man.
///
/// # Errors
/// There is no such command, or stdout cannot be written.
pub(super) fn run(args: &Args, program: &Command) -> anyhow::Result<Outcome> {
    let page = match &args.command {
        None => program.clone(),
        Some(name) => {
            let found = program.get_subcommands().find(|each| each.get_name() == name && !each.is_hide_set());
            let Some(found) = found else { bail!("没有命令“{name}”；guihua --help 列出全部命令") };
            // A page is named as man finds it: guihua-tasks.
            found.clone().display_name(format!("guihua-{name}")).bin_name(format!("guihua {name}"))
        }
    };
    let mut bytes = Vec::new();
    Man::new(page).manual("guihua").source(concat!("guihua ", env!("CARGO_PKG_VERSION"))).render(&mut bytes)?;
    output::print(&String::from_utf8_lossy(&bytes))?;
    Ok(Outcome::DONE)
}
