//! `guihua bundle`: makes `data/plans.json` and its index anew from the bundled texts, or checks that they are fresh.

use std::path::PathBuf;

use anyhow::Context;

use crate::dataset;

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
        value_name = "文件",
        help = "保存到；旁边另存索引，扩展名为 .index"
    )]
    output: PathBuf,
    #[arg(long, help = "只检查内置的数据是否与原文一致，不写文件")]
    check: bool,
}

pub(super) fn run(args: &Args, messages: &mut Messages) -> anyhow::Result<Outcome> {
    let dataset = dataset::build()?;
    let document = dataset::document(&dataset)?;
    let index = dataset::index(&document).context("数据中没有规划")?;
    if args.check {
        let is_fresh = document == dataset::bundled_document() && index == dataset::bundled_index();
        messages.send(if is_fresh {
            "data/plans.json 及其索引与原文一致"
        } else {
            "data/plans.json 或其索引已过时，请运行 guihua bundle"
        });
        return Ok(Outcome::found(is_fresh));
    }
    let index_path = args.output.with_extension(INDEX_EXTENSION);
    if index_path == args.output {
        anyhow::bail!("{}：.{INDEX_EXTENSION} 是索引的扩展名，请换一个文件名", args.output.display());
    }
    output::write_file(&args.output, document.as_bytes(), true)?;
    output::write_file(&index_path, index.as_bytes(), true)?;
    let n_nodes: usize = dataset.plans.iter().map(|plan| plan.nodes.len()).sum();
    messages.send(&format!("已保存到 {}：{} 部规划，{n_nodes} 个节点", args.output.display(), dataset.plans.len()));
    messages.send(&format!("已保存索引到 {}", index_path.display()));
    for plan in &dataset.plans {
        for finding in &plan.findings {
            messages.send(&format!("{} 第 {} 行：{}", plan.source.file, finding.line, finding.kind));
        }
    }
    Ok(Outcome::DONE)
}
