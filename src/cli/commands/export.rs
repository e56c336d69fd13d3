//! `guihua export`: the whole dataset as one JSON document.

use anyhow::bail;

use crate::cli::output::{Format, Outcome, Output, Target};
use crate::dataset;
use crate::library::Waiting;

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
        bail!("整个数据集只有 JSON 一种格式；表格请用 tasks、depts、indicators 的 --format csv、md 或 xlsx");
    }
    Ok(target.as_json())
}
