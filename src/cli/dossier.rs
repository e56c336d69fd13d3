//! `guihua dossier`: what the plans say of one bureau, on one page.

mod text;

use anyhow::Context;

use crate::analysis::responsibility::dossier::{Dossier, Dossiers};
use crate::dataset;
use crate::export;

use super::aside;
use super::format::{Format, offered};
use super::output::{self, Outcome, Target};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "部门", help = "全称、简称、拼音首字母均可")]
    name: String,
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("dossier"))?;
    let dataset = dataset::bundled()?;
    let office = select::department(&args.name)?;
    let ids = select::plans(&dataset, &args.plans)?;
    let dossiers = Dossiers::new(&dataset, &dataset::registry(), dataset::seed);
    // Every office of the registry has a dossier, be it one that says that nobody names it.
    let dossier = dossiers.dossier(&dataset, office, &ids).with_context(|| format!("没有名为“{}”的部门", args.name))?;
    aside::wrote(dossier.counts.total());
    args.target.write_bytes(&made(&dossier, &args.target)?)?;
    Ok(Outcome::of(dossier.counts.total() + dossier.mentions.len()))
}

/// The dossier in the format asked for.
fn made(dossier: &Dossier, target: &Target) -> anyhow::Result<Vec<u8>> {
    let document = || export::dossier(dossier);
    Ok(match target.format {
        Format::Text => text::page(dossier, target.screen()).into_bytes(),
        Format::Json => output::json(&[dossier])?.into_bytes(),
        Format::Csv => target.csv(&export::dossier_tasks(dossier)).into_bytes(),
        Format::Md => export::markdown_document(&document()).into_bytes(),
        Format::Html => export::html_document(&document()).into_bytes(),
        Format::Docx => export::docx_document(&document()).context("无法生成 docx")?,
        Format::Xlsx => {
            let tabs = export::dossier_tabs(dossier);
            let sheets: Vec<_> = tabs.iter().map(|(name, sheet)| (*name, sheet)).collect();
            export::workbook(&sheets, &document().front).context("无法生成 xlsx")?
        }
    })
}
