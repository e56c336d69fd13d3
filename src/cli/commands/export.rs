//! `guihua export`: the whole dataset as one JSON document.

use anyhow::bail;

use crate::cli::output::{Format, Outcome, Output, Target};
use crate::dataset;
use crate::library::Waiting;
use crate::words::files;

pub(super) fn run(library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let document = dataset::document(&*library.with_contents(&[])?)?;
    out.text(&document)?;
    Ok(Outcome::DONE)
}

/// The target for the dataset's one format: without `--format` it is written as JSON.
///
/// # Errors
/// Another format was asked for.
pub(super) fn json_target(target: &Target) -> anyhow::Result<Target> {
    if ![Format::Text, Format::Json].contains(&target.format) {
        bail!(files::WHOLE_DATASET_IS_JSON);
    }
    Ok(target.as_json())
}
