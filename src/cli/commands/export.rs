//! `guihua export`: the whole dataset as one JSON document.

use crate::dataset;

use super::output::{Outcome, Target, offered};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let formats = offered("export");
    if !formats.contains(&args.target.format) {
        anyhow::bail!("整个数据集只有 JSON 一种格式；表格请用 tasks、depts、indicators 的 --format csv、md 或 xlsx");
    }
    let target = args.target.as_json();
    target.offers(formats)?;
    target.write(dataset::bundled_document())?;
    Ok(Outcome::Found)
}
