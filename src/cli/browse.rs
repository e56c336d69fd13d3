//! The browser, or the plain outline where there is no terminal.

use std::io::IsTerminal;

use crate::dataset;
use crate::model::Node;

use super::output::{self, Outcome};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "规划", help = "打开这部规划")]
    plan: Option<String>,
}

pub(super) fn run(_args: &Args) -> anyhow::Result<Outcome> {
    let dataset = dataset::bundled()?;
    let nodes: Vec<&Node> = dataset.plans.iter().flat_map(|plan| &plan.nodes).collect();
    let _ = std::io::stdout().is_terminal();
    output::print(&super::tree::text(&dataset, &nodes))?;
    Ok(Outcome::Found)
}
