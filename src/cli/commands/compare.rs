//! `guihua compare`: one indicator in all plans, or the list of the indicators they have.

mod text;

use anyhow::bail;

use crate::analysis::indicators::compare::{self, CompareRow, Comparison, report};
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::Selected;
use crate::command;
use crate::export::{Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Dataset, Plan};
use crate::registry::indicator::{Indicator, Indicators};

/// Indicators named where a name means none of them.
const N_NEAREST: usize = 5;

/// Indicators named where a name means several; the rest are counted.
const N_CANDIDATES: usize = 12;

/// A note for the reader of a file on the last columns.
const ON_WORKED_OUT: &str = "标“推算”的各列由程序按表中数值算出，规划原文没有；其余照原表。";

/// How many columns stand before the values: plan, name, unit and nature.
const N_PRINTED: usize = 4;

/// The column of the table's id, which programs know it by.
const TABLE: &str = "表";

pub(super) fn run(args: &command::Compare, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    let selected = Selected::new(library, &args.plans)?;
    let dataset = &selected.dataset;
    let registry = library.library().registry();
    let mut compared = match &args.indicator {
        Some(typed) => {
            let indicator = indicator(registry.indicators(), typed)?;
            compare::by_id(dataset, registry, &selected.ids(), &indicator.id).into_iter().collect()
        }
        None => compare::all(dataset, registry, &selected.ids()),
    };
    if let Some(nature) = args.nature {
        for one in &mut compared {
            one.retain(|row| row.nature == Some(nature.printed()));
        }
        compared.retain(|one| !one.rows.is_empty());
    }
    let front = |what: &str| Front::new("指标对照", what, selected.plans());
    match (compared.as_slice(), &args.indicator, out.format()) {
        ([one], Some(_), Format::Text) => {
            let report = report::describe(dataset, one);
            out.text(&text::page(dataset, one, &report, out.screen_cells()))?;
            Ok(Outcome::DONE)
        }
        ([one], Some(_), Format::Json | Format::Csv) => {
            out.rows(&compared, || front(one.indicator), || sheet(dataset, one))
        }
        ([one], Some(_), _) => {
            let front = || front(one.indicator).noting(ON_WORKED_OUT.to_owned()).citing(listing(dataset, one));
            out.rows(&compared, front, || sheet_to_hand_in(dataset, one))
        }
        _ => {
            let outcome = out.rows(&compared, || front(""), || list(dataset, &compared))?;
            if outcome.is_found && out.format() == Format::Text {
                out.say("写出指标名称可看各规划的对照，如 guihua compare 婴儿死亡率");
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
    let names = |indicators: &[&Indicator]| {
        indicators.iter().take(N_CANDIDATES).map(|one| one.name.as_str()).collect::<Vec<_>>().join("、")
    };
    match indicators.resolve(typed).as_slice() {
        [one] => Ok(*one),
        [] => match indicators.nearest(typed, N_NEAREST).as_slice() {
            [] => bail!("没有名为“{typed}”的指标；guihua compare 列出全部指标"),
            nearest => bail!("没有名为“{typed}”的指标；相近的有：{}", names(nearest)),
        },
        several => {
            let more = if several.len() > N_CANDIDATES { " 等" } else { "" };
            bail!("“{typed}”可指 {} 个指标：{}{more}；请写明其一", several.len(), names(several))
        }
    }
}

/// The list of all indicators, one a row.
fn list(dataset: &Dataset, compared: &[Comparison]) -> Sheet {
    let mut sheet = Sheet::new(["指标", "单位", "方向", "有此指标的规划数", "可比的规划数", "有此指标的规划", "编号"]);
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
            all.join("、"),
            one.id.to_owned(),
        ]);
    }
    sheet
}

/// One indicator for a spreadsheet: a row for each row of a table, a column for each year, and what the
/// program works out at the end.
fn sheet(dataset: &Dataset, one: &Comparison) -> Sheet {
    let report = report::describe(dataset, one);
    let mut sheet = Sheet::new(["规划", "指标", "单位", "性质"]);
    sheet.header.extend(report.columns);
    let at_the_end = ["可比", "不可比的原因", "每年变化（推算）", "目标高低（推算）", TABLE, "行"];
    sheet.header.extend(at_the_end.map(str::to_owned));
    let mut rows = one.rows.iter();
    for report in report.rows {
        let Some(row) = rows.next() else {
            let mut cells = vec![report.plan, report.comparability.name().to_owned()];
            cells.resize(sheet.width(), String::new());
            sheet.rows.push(cells);
            continue;
        };
        let of_row = [row.name, row.unit.unwrap_or_default(), row.nature.unwrap_or_default()];
        let mut cells = vec![report.plan];
        cells.extend(of_row.map(str::to_owned));
        cells.extend(report.cells.into_iter().map(|cell| cell.text));
        cells.extend([
            report.comparability.name().to_owned(),
            row.why_not.unwrap_or_default().to_owned(),
            row.pace.iter().map(|pace| pace.formula.clone()).collect::<Vec<_>>().join("；"),
            row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            row.table.to_owned(),
            line_range(row.lines),
        ]);
        sheet.rows.push(cells);
    }
    sheet
}

/// One indicator for a file that is handed in: as [`sheet`], with a line for each of several values, and without the
/// table's id and the columns in which nothing stands.
fn sheet_to_hand_in(dataset: &Dataset, one: &Comparison) -> Sheet {
    let mut sheet = sheet(dataset, one);
    if let Some(at) = sheet.header.iter().position(|header| header == TABLE) {
        for cells in std::iter::once(&mut sheet.header).chain(&mut sheet.rows) {
            cells.remove(at);
        }
    }
    for cell in sheet.rows.iter_mut().flat_map(|cells| cells.iter_mut().skip(N_PRINTED)) {
        *cell = cell.replace('；', "\n");
    }
    sheet.without_empty(&[])
}

/// The plans that have a row of the indicator.
fn listing<'a>(dataset: &'a Dataset, one: &'a Comparison) -> impl Iterator<Item = &'a Plan> {
    dataset.plans.iter().filter(|plan| one.rows.iter().any(|row| row.plan == plan.id))
}
