//! `guihua search`: ranked hits.

use clap::ValueEnum;

use crate::analysis::targets::target;
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Plan};
use crate::search::{Hit, Index, Kind, Meaning, Options, Query, Reading};

use super::output::{Outcome, Target, message, offered};
use super::{select, show};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        value_name = "查询",
        required = true,
        help = "词、名称、简称、拼音和筛选，如 人社局、rsj、“控烟 学校”、“部门:教育局 近视”"
    )]
    query: Vec<String>,
    #[arg(long = "plan", value_name = "规划", help = "只在这部规划中查找，可多次")]
    plans: Vec<String>,
    #[arg(long = "kind", value_enum, value_name = "类别", help = "只列这一类，可多次")]
    kinds: Vec<KindName>,
    #[arg(long, value_name = "条数", default_value_t = 50, help = "最多列多少条")]
    limit: usize,
    #[command(flatten)]
    target: Target,
}

/// A kind as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    #[value(alias = "规划")]
    Plan,
    #[value(alias = "章节")]
    Chapter,
    #[value(alias = "任务")]
    Task,
    #[value(alias = "部门")]
    Department,
    #[value(alias = "指标")]
    Indicator,
    #[value(alias = "目标")]
    Target,
    #[value(alias = "正文")]
    Text,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Plan => Self::Plan,
            KindName::Chapter => Self::Chapter,
            KindName::Task => Self::Task,
            KindName::Department => Self::Department,
            KindName::Indicator => Self::Indicator,
            KindName::Target => Self::Target,
            KindName::Text => Self::Text,
        }
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("search"))?;
    let dataset = dataset::bundled()?;
    let plans = select::plans(&dataset, &args.plans)?.into_iter().map(str::to_owned).collect();
    let kinds = args.kinds.iter().map(|kind| Kind::from(*kind)).collect();
    let options = Options { plans, kinds, limit: args.limit, per_kind: None };
    let query = Query::parse(&args.query.join(" "));
    let registry = dataset::registry();
    let index = Index::with_targets(&dataset, &registry, target::all(&dataset, &registry, dataset::seed));
    let found = index.search(&dataset, &registry, &query, &options);
    found.filters.iter().filter_map(told).for_each(|line| message(&line));
    if found.departments.len() > 1 {
        let names: Vec<&str> = found.departments.iter().map(|department| department.name.as_str()).collect();
        message(&format!("可指多个部门：{}", names.join("、")));
    }
    let total: usize = found.counts.iter().filter(|(kind, _)| wants(&options, *kind)).map(|(_, count)| count).sum();
    let named = dataset.plans.iter().filter(|plan| found.hits.iter().any(|hit| hit.plan == Some(&plan.id)));
    let front = || Front::new("查找", &args.query.join(" "), named.clone()).citing(named);
    let outcome = args.target.files(&found.hits, front, || sheet(&dataset, &found.hits))?;
    found.nothing.iter().flat_map(crate::search::Nothing::lines).for_each(|line| message(&line));
    if total > found.hits.len() {
        message(&format!("共 {total} 条，列出前 {} 条；--limit 可多列", found.hits.len()));
    }
    Ok(outcome)
}

fn wants(options: &Options, kind: Kind) -> bool {
    options.kinds.is_empty() || options.kinds.contains(&kind)
}

/// What to tell of a filter whose value was not plain.
fn told(reading: &Reading) -> Option<String> {
    let filter = &reading.filter;
    let name = format!("{}:{}", filter.sort.name(), filter.value);
    match &reading.meaning {
        Meaning::Known(names) if names.len() > 1 => Some(format!("“{name}”可指：{}，都算在内", names.join("、"))),
        Meaning::Known(_) => None,
        Meaning::Pending => Some(format!("“{name}”没有写值，未用")),
        Meaning::Unknown(near) if near.is_empty() => Some(format!("不认识“{name}”，未用")),
        Meaning::Unknown(near) => Some(format!("不认识“{name}”，未用；相近的有：{}", near.join("、"))),
    }
}

fn sheet(dataset: &Dataset, hits: &[Hit]) -> Sheet {
    let mut sheet = Sheet::new(["序", "类别", "规划", "节点", "标题", "内容", "理由", "行"]);
    for hit in hits {
        let plan = hit.plan.and_then(|id| dataset.plan(id));
        let text = hit.matched.iter().find(|matched| matched.field != "title" && matched.field != "name");
        sheet.push([
            hit.rank.to_string(),
            hit.kind.name().to_owned(),
            plan.map(Plan::marked).unwrap_or_default(),
            hit.id.to_owned(),
            hit.title.unwrap_or_default().to_owned(),
            hit.target.map(target::stated).or_else(|| text.map(|it| it.text.to_string())).unwrap_or_default(),
            hit.why(),
            hit.lines.map(show::line_range).unwrap_or_default(),
        ]);
    }
    sheet
}
