//! `guihua bundle`: makes `data/plans.json` and its index anew from the bundled texts, or checks that they are fresh.

use std::path::PathBuf;

use anyhow::Context;

use crate::dataset;
use crate::words::files;
use crate::words::help::arguments;

use super::output::{self, Messages, Outcome};

/// The name of the command, which no help page lists: it is for those who change the bundled plans.
pub(super) const NAME: &str = "bundle";

/// The extension of the index, which is written beside the document under the name of the document.
const INDEX_EXTENSION: &str = "index";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        short,
        long,
        default_value = "data/plans.json",
        value_name = arguments::FILE_VALUE.get(),
        help = arguments::BUNDLE_OUTPUT.get()
    )]
    output: PathBuf,
    #[arg(long, help = arguments::BUNDLE_CHECK.get())]
    check: bool,
}

pub(super) fn run(args: &Args, messages: &mut Messages) -> anyhow::Result<Outcome> {
    let dataset = dataset::build()?;
    let document = dataset::document(&dataset)?;
    let index = dataset::index(&document).context(files::NO_PLANS_IN_DATA)?;
    if args.check {
        let is_fresh = document == dataset::bundled_document() && index == dataset::bundled_index();
        messages.send(if is_fresh { files::BUNDLE_IS_FRESH } else { files::BUNDLE_IS_OLD }.get());
        return Ok(Outcome::found(is_fresh));
    }
    let index_path = args.output.with_extension(INDEX_EXTENSION);
    if index_path == args.output {
        anyhow::bail!(files::name_of_index(args.output.display(), INDEX_EXTENSION));
    }
    output::write_file(&args.output, document.as_bytes(), true)?;
    output::write_file(&index_path, index.as_bytes(), true)?;
    let n_nodes: usize = dataset.plans.iter().map(|plan| plan.nodes.len()).sum();
    messages.send(&files::bundle_saved(args.output.display(), dataset.plans.len(), n_nodes));
    messages.send(&files::index_saved(index_path.display()));
    for plan in &dataset.plans {
        for finding in &plan.findings {
            messages.send(&files::doubt(&plan.source.file, finding.line, &finding.kind));
        }
    }
    Ok(Outcome::DONE)
}
