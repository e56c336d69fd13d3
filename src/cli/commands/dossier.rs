//! `guihua dossier`: what the plans say of one bureau, on one page.

mod text;

use anyhow::Context;

use crate::analysis::responsibility::dossier::Dossier;
use crate::cli::output::{self, Format, Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::command;
use crate::export::{self, Recorded};
use crate::library::Waiting;
use crate::words::{Language, files, names, within};

pub(super) fn run(args: &command::Dossier, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let departments = library.library().registry().departments();
    let (office, note) = resolve::department_in(departments, &args.name, &selected)?;
    if let Some(note) = &note {
        out.say(note);
    }
    let dossiers = library.ask(|library| library.dossiers())?;
    // Every office of the registry has a dossier, be it one that says that no plan names it.
    let dossier = dossiers
        .dossier(&selected.dataset, &office.id, &selected.ids())
        .with_context(|| names::no_office(&args.name))?;
    let recorded = super::recorded(&selected, library)?;
    let bytes = convert(&dossier, &recorded, out)?;
    out.bytes(&bytes)?;
    let n_duties = export::dossier_ledger(&dossier, &recorded).duties.len();
    Ok(Outcome { is_found: n_duties + dossier.mentions.len() > 0, n_rows: Some(n_duties) })
}

/// Converts a dossier to the format of the output.
fn convert(dossier: &Dossier, recorded: &Recorded, out: &Output) -> anyhow::Result<Vec<u8>> {
    let document = || export::dossier(dossier, recorded);
    Ok(match out.format() {
        Format::Text => text::page(dossier, out.screen_cells()).into_bytes(),
        Format::Json => within(Language::Chinese, || output::json(&[dossier]))?.into_bytes(),
        Format::Csv => {
            within(Language::Chinese, || out.csv(&export::dossier_ledger(dossier, recorded).sheet())).into_bytes()
        }
        Format::Md => export::markdown_document(&document()).into_bytes(),
        Format::Html => export::html_document(&document()).into_bytes(),
        Format::Docx => export::docx_document(&document()).context(files::no_file_of("docx"))?,
        Format::Xlsx => export::workbook(&export::dossier_tabs(dossier, recorded), &document().front)
            .context(files::no_file_of("xlsx"))?,
    })
}
