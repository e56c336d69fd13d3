//! `guihua export`: the whole dataset as one JSON document.

use crate::dataset;

use super::output::{Format, Outcome, Target};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    if !matches!(args.target.format, Format::Text | Format::Json) {
        anyhow::bail!("整个数据集只有 JSON 一种格式；表格请用 tasks、depts、indicators 的 --format csv、md 或 xlsx");
    }
    args.target.offers(&[Format::Text, Format::Json])?;
    args.target.write(dataset::bundled_document())?;
    Ok(Outcome::Found)
}
