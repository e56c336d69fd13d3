//! `guihua compare`: one indicator in all plans, or the list of the indicators they have.

mod text;

use anyhow::bail;

use crate::analysis::compare::{self, CompareRow, Comparison};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Plan, Value, ValueKind};
use crate::registry::indicator::{Direction, Indicator, Indicators};

use super::indicators::Nature;
use super::output::{Format, Outcome, Target, message, offered};
use super::{select, show};

/// Indicators named where a name means none of them.
const N_NEAREST: usize = 5;

/// Indicators named where a name means several; the rest are counted.
const N_CANDIDATES: usize = 12;

/// The column that says whether a row compares, and what stands there if it does.
const COMPARABLE: &str = "可比";

/// What stands where a plan has no such row.
const SILENT: &str = "规划未列";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "指标", help = "指标名称，同义名称、部分名称也算；不写则列出全部指标")]
    indicator: Option<String>,
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    plans: Vec<String>,
    #[arg(long, value_enum, value_name = "性质", help = "只看这一性质的指标")]
    nature: Option<Nature>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("compare"))?;
    let dataset = dataset::bundled()?;
    let ids = select::plans(&dataset, &args.plans)?;
    let mut found = match &args.indicator {
        Some(typed) => compare::of(&dataset, &ids, &indicator(typed)?.id).into_iter().collect(),
        None => compare::all(&dataset, &ids),
    };
    if let Some(nature) = args.nature {
        for one in &mut found {
            one.retain(|row| row.nature == Some(nature.printed()));
        }
        found.retain(|one| !one.rows.is_empty());
    }
    let compared = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    let front = |what: &str| Front::new("指标对照", what, compared);
    match (found.as_slice(), &args.indicator, args.target.format) {
        ([one], Some(_), Format::Text) => {
            args.target.write(&text::page(&dataset, one, args.target.screen()))?;
            Ok(Outcome::Found)
        }
        ([one], Some(_), _) => args.target.files(&found, || front(one.indicator), || sheet(&dataset, one)),
        _ => {
            let outcome = args.target.files(&found, || front(""), || list(&dataset, &found))?;
            if outcome == Outcome::Found && args.target.format == Format::Text {
                message("写出指标名称可看各规划的对照，如 guihua compare 婴儿死亡率");
            }
            Ok(outcome)
        }
    }
}

/// The indicator that a person means.
///
/// # Errors
/// The name means none, or several equally.
fn indicator(typed: &str) -> anyhow::Result<&'static Indicator> {
    let indicators = Indicators::bundled();
    let names = |found: &[&Indicator]| {
        found.iter().take(N_CANDIDATES).map(|one| one.name.as_str()).collect::<Vec<_>>().join("、")
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

/// All indicators, one a row.
fn list(dataset: &Dataset, found: &[Comparison]) -> Sheet {
    let mut sheet = Sheet::new(["指标", "单位", "方向", "有此指标的规划数", "可比的规划数", "有此指标的规划", "编号"]);
    for one in found {
        let plans = |wanted: &dyn Fn(&CompareRow) -> bool| -> Vec<String> {
            let has = |id: &str| one.rows.iter().any(|row| row.plan == id && wanted(row));
            dataset.plans.iter().filter(|plan| has(&plan.id)).map(Plan::marked).collect()
        };
        let all = plans(&|_| true);
        sheet.push([
            one.indicator.to_owned(),
            one.unit.unwrap_or_default().to_owned(),
            one.direction.map(direction).unwrap_or_default().to_owned(),
            all.len().to_string(),
            plans(&|row| row.comparable).len().to_string(),
            all.join("、"),
            one.id.to_owned(),
        ]);
    }
    sheet
}

/// One indicator for a spreadsheet: a row a table row, the years in columns, what is worked out at the end.
fn sheet(dataset: &Dataset, one: &Comparison) -> Sheet {
    let columns = Columns::of(one);
    let mut sheet = Sheet::default();
    sheet.header.extend(["规划", "指标", "单位", "性质"].map(str::to_owned));
    sheet.header.extend(columns.headers());
    sheet
        .header
        .extend([COMPARABLE, "不可比的原因", "每年变化（推算）", "目标高低（推算）", "表", "行"].map(str::to_owned));
    for row in &one.rows {
        let mut cells = vec![
            plan_name(dataset, row.plan),
            row.name.to_owned(),
            row.unit.unwrap_or_default().to_owned(),
            row.nature.unwrap_or_default().to_owned(),
        ];
        cells.extend(columns.cells(row));
        cells.extend([
            comparable(row).to_owned(),
            row.why_not.unwrap_or_default().to_owned(),
            row.pace.iter().map(|pace| pace.formula.clone()).collect::<Vec<_>>().join("；"),
            row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            row.table.to_owned(),
            show::line_range(row.lines),
        ]);
        sheet.rows.push(cells);
    }
    for id in &one.silent {
        let mut cells = vec![String::new(); sheet.width()];
        cells.splice(0..2, [plan_name(dataset, id), SILENT.to_owned()]);
        sheet.rows.push(cells);
    }
    sheet
}

/// The columns of values: the plans' own years, then the other places whose values they print beside.
struct Columns<'a> {
    years: Vec<Option<u16>>,
    others: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(one: &'a Comparison) -> Self {
        let mut years: Vec<Option<u16>> =
            one.rows.iter().flat_map(|row| row.own_values().map(|value| value.year)).collect();
        years.sort_unstable();
        years.dedup();
        let mut others: Vec<&str> = Vec::new();
        for scope in one.rows.iter().flat_map(beside).filter_map(|value| value.scope.as_deref()) {
            if !others.contains(&scope) {
                others.push(scope);
            }
        }
        Self { years, others }
    }

    fn headers(&self) -> Vec<String> {
        let years = self.years.iter().map(|year| year.map_or("年份未印".to_owned(), |year| year.to_string()));
        years.chain(self.others.iter().map(|scope| (*scope).to_owned())).collect()
    }

    fn cells(&self, row: &CompareRow) -> Vec<String> {
        let own = |year: &Option<u16>| joined(row.own_values().filter(|value| value.year == *year).map(printed));
        let other = |scope: &&str| {
            let values = beside(row).filter(|value| value.scope.as_deref() == Some(*scope));
            joined(values.map(|value| match value.year {
                Some(year) => format!("{year} {}", printed(value)),
                None => printed(value),
            }))
        };
        self.years.iter().map(own).chain(self.others.iter().map(other)).collect()
    }
}

/// The values of other places that a row prints beside the plan's own.
fn beside<'a>(row: &'a CompareRow) -> impl Iterator<Item = &'a Value> {
    row.values.iter().enumerate().filter(|(at, _)| !row.own.contains(at)).map(|(_, value)| value)
}

fn joined(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join("；")
}

/// A value with what it is: `目标 ≤3`.
fn printed(value: &Value) -> String {
    let raw = value.raw.as_deref().unwrap_or("（空）");
    match value.kind {
        Some(ValueKind::Baseline) => format!("基期 {raw}"),
        Some(ValueKind::Actual) => format!("实际 {raw}"),
        Some(ValueKind::Target) => format!("目标 {raw}"),
        None => raw.to_owned(),
    }
}

/// A plan's short name with the mark of a draft.
fn plan_name(dataset: &Dataset, id: &str) -> String {
    dataset.plan(id).map_or_else(|| id.to_owned(), Plan::marked)
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "越高越好",
        Direction::Down => "越低越好",
    }
}

fn comparable(row: &CompareRow) -> &'static str {
    if row.comparable { COMPARABLE } else { "不可比" }
}
