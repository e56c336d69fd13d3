//! `guihua compare`: one indicator in all plans, or the list of the indicators they have.

mod sheet;
mod text;

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::bail;

use crate::analysis::comparison::{self, CompareRow, Comparison, report};
use crate::cli::commands::compare::sheet::Cells;
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Dataset, Plan, Target};
use crate::registry::indicator::{Indicator, Indicators};
use crate::words::{self, names, tables};

/// Indicators named where a name means none of them.
const N_NEAREST: usize = 5;

/// Indicators named where a name means several; the rest are counted.
const N_CANDIDATES: usize = 12;

pub(super) fn run(args: &command::Compare, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let dataset = &selected.dataset;
    let registry = library.library().registry();
    let wanted = args.indicator.as_ref().map(|typed| indicator(registry.indicators(), typed)).transpose()?;
    let mut targets: HashMap<&str, Arc<[Target]>> = HashMap::new();
    for plan in selected.plans() {
        targets.insert(&plan.id, library.ask(|library| library.targets(&plan.id))?);
    }
    let targets = |plan: &str| targets.get(plan).map_or(&[] as &[Target], AsRef::as_ref);
    let mut compared = match wanted {
        Some(one) => comparison::by_id(dataset, registry, &selected.ids(), targets, &one.id).into_iter().collect(),
        None => comparison::all(dataset, registry, &selected.ids(), targets),
    };
    if let Some(nature) = args.nature {
        for one in &mut compared {
            one.retain(|row| row.nature == Some(nature.printed()));
        }
        compared.retain(|one| !one.rows.is_empty());
    }
    let front = |what: &str| Front::new(tables::COMPARISON, what, selected.plans());
    match (compared.as_slice(), &args.indicator, out.format()) {
        ([one], Some(_), Format::Text) => {
            let report = report::describe(dataset, one);
            out.text(&text::page(dataset, one, &report, out.screen_cells()))?;
            Ok(Outcome::DONE)
        }
        ([one], Some(_), Format::Json | Format::Csv) => {
            out.rows(&compared, || front(one.indicator), || sheet::sheet(dataset, one, Cells::Whole))
        }
        ([one], Some(_), format) => {
            let front = || front(one.indicator).noting(tables::ON_WORKED_OUT.to_string()).citing(listing(dataset, one));
            let cells = if format == Format::Xlsx { Cells::Apart } else { Cells::Whole };
            out.rows(&compared, front, || sheet::sheet_to_hand_in(dataset, one, cells))
        }
        _ => {
            let outcome = out.rows(&compared, || front(""), || list(dataset, &compared))?;
            if outcome.is_found && out.format() == Format::Text {
                out.say(tables::NAME_ONE.get());
            }
            Ok(outcome)
        }
    }
}

/// Finds the indicator that a person means.
///
/// # Errors
/// The name means none, or several equally.
fn indicator<'a>(indicators: &'a Indicators, typed: &str) -> anyhow::Result<&'a Indicator> {
    let listed = |indicators: &[&Indicator]| {
        indicators.iter().take(N_CANDIDATES).map(|one| one.name.as_str()).collect::<Vec<_>>().join(words::LIST.get())
    };
    match indicators.resolve(typed).as_slice() {
        [one] => Ok(*one),
        [] => match indicators.nearest(typed, N_NEAREST).as_slice() {
            [] => bail!("{}{}", names::no_indicator(typed), names::ALL_INDICATORS),
            nearest => bail!("{}{}", names::no_indicator(typed), names::near(listed(nearest))),
        },
        several => {
            let more = if several.len() > N_CANDIDATES { names::AND_OTHERS.get() } else { "" };
            bail!(names::several_indicators(typed, several.len(), listed(several), more))
        }
    }
}

/// The list of all indicators, one a row.
fn list(dataset: &Dataset, compared: &[Comparison]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::INDICATOR,
        tables::UNIT,
        tables::DIRECTION,
        tables::N_PLANS,
        tables::N_COMPARABLE,
        tables::PLANS,
        tables::ID,
    ]);
    for one in compared {
        let plans = |wanted: &dyn Fn(&CompareRow) -> bool| -> Vec<String> {
            let has = |id: &str| one.rows.iter().any(|row| row.plan == id && wanted(row));
            dataset.plans.iter().filter(|plan| has(&plan.id)).map(Plan::marked).collect()
        };
        let all = plans(&|_| true);
        sheet.push([
            one.indicator.to_owned(),
            one.unit.unwrap_or_default().to_owned(),
            one.direction.map(report::direction).unwrap_or_default().to_owned(),
            all.len().to_string(),
            plans(&|row| row.comparable).len().to_string(),
            all.join(words::LIST.get()),
            one.id.to_owned(),
        ]);
    }
    sheet
}

/// The plans that have a row of the indicator.
fn listing<'a>(dataset: &'a Dataset, one: &'a Comparison) -> impl Iterator<Item = &'a Plan> {
    dataset.plans.iter().filter(|plan| one.rows.iter().any(|row| row.plan == plan.id))
}
