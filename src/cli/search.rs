//! `guihua search`.
use super::output::{Outcome, Target};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    query: String,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(_args: &Args) -> anyhow::Result<Outcome> {
    anyhow::bail!("in work")
}
