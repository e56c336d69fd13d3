//! `guihua export`: the whole dataset as one JSON document.

use crate::cli::output::{Format, Messages, Outcome, Output, Target};
use crate::dataset;
use crate::library::Waiting;

/// What the whole dataset can be written as; text stands for the format that is not typed, and means JSON.
pub(super) const FORMATS: [Format; 2] = [Format::Text, Format::Json];

pub(super) fn run(library: &Waiting, target: &Target, messages: &mut Messages) -> anyhow::Result<Outcome> {
    if !FORMATS.contains(&target.format) {
        anyhow::bail!("整个数据集只有 JSON 一种格式；表格请用 tasks、depts、indicators 的 --format csv、md 或 xlsx");
    }
    let target = target.as_json();
    target.check(&FORMATS)?;
    let document = dataset::document(&*library.with_contents(&[])?)?;
    Output::new(&target, messages).text(&document)?;
    Ok(Outcome::DONE)
}
