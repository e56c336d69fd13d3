//! `guihua indicators`: the rows of the indicator tables as printed.

use clap::ValueEnum;

use crate::analysis::indicator::{self, IndicatorRow};
use crate::dataset;
use crate::export::Sheet;
use crate::registry::indicator::Indicators;
use crate::text::fold::fold;

use super::output::{Outcome, Target};
use super::select;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[arg(long, value_name = "名称", help = "名称中含这些字的指标，同义名称也算")]
    name: Option<String>,
    #[arg(long, value_enum, value_name = "性质", help = "只看这一性质的指标")]
    nature: Option<Nature>,
    #[command(flatten)]
    target: Target,
}

/// The nature of an indicator as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Nature {
    #[value(name = "预期性")]
    Expected,
    #[value(name = "约束性")]
    Binding,
    #[value(name = "倡导性")]
    Advocated,
}

impl Nature {
    /// As the plans print it.
    pub(super) fn printed(self) -> &'static str {
        match self {
            Self::Expected => "预期性",
            Self::Binding => "约束性",
            Self::Advocated => "倡导性",
        }
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let mut rows = indicator::rows(&dataset, &ids);
    if let Some(name) = &args.name {
        rows.retain(|row| has_name(row, name));
    }
    if let Some(nature) = args.nature {
        rows.retain(|row| row.nature == Some(nature.printed()));
    }
    args.target.rows(&rows, || sheet(&rows))
}

/// Whether a row's printed name has the words, or is the indicator that they name otherwise (期望寿命 = 预期寿命).
fn has_name(row: &IndicatorRow, typed: &str) -> bool {
    let word: String = fold(typed).split_whitespace().collect();
    let name: String = fold(row.name).split_whitespace().collect();
    let indicators = Indicators::bundled();
    let meant = indicators.resolve(typed);
    name.contains(&word)
        || indicators
            .canonical(row.name, row.unit)
            .is_some_and(|found| meant.iter().any(|one| one.id == found.indicator.id))
}

fn sheet(rows: &[IndicatorRow]) -> Sheet {
    let mut sheet = Sheet::new(["规划", "领域", "序号", "指标", "单位", "性质", "数值", "行"]);
    for row in rows {
        let values: Vec<String> = row
            .values
            .iter()
            .map(|value| format!("{}：{}", value.header, value.raw.as_deref().unwrap_or("（空）")))
            .collect();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        sheet.push([
            row.plan.to_owned(),
            text(row.domain),
            text(row.number),
            row.name.to_owned(),
            text(row.unit),
            text(row.nature),
            values.join("；"),
            super::show::line_range(row.lines),
        ]);
    }
    sheet
}
