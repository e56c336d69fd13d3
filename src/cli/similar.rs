//! `guihua similar`: the tasks of other plans closest to one, or two nodes side by side.

use serde::Serialize;

use crate::analysis::similarity::diff::{self, Side, Span};
use crate::analysis::similarity::similar::{Similar, SimilarRow};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Node, Plan};
use crate::text::sanitize;

use super::output::{Format, Outcome, Target, offered};
use super::show;

/// What a reader must know of the scores.
const SCORE: &str = "相近度由程序按共有的字词推算，不是规划的说法。";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "节点", help = "任务的节点编号，如 xiangqiao-145/3.3.2")]
    node: String,
    #[arg(long, value_name = "条数", default_value_t = 10, help = "最多列多少条")]
    limit: usize,
    #[arg(long, value_name = "节点", help = "与此节点逐字对照：[-只在前者-]，{+只在后者+}")]
    with: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.target.offers(offered("similar"))?;
    let dataset = dataset::bundled()?;
    let one = show::node(&dataset, &args.node)?;
    if let Some(other) = &args.with {
        return side_by_side(&args.target, one, show::node(&dataset, other)?);
    }
    let rows = Similar::new(&dataset).closest(&dataset, one.1, args.limit);
    let named = dataset.plans.iter().filter(|plan| rows.iter().any(|row| row.plan == plan.id));
    let plans: Vec<&Plan> = std::iter::once(one.0).chain(named).collect();
    let front = || Front::new("相近任务", &called(one), plans.clone()).noting(SCORE.to_owned()).citing(plans);
    args.target.files(&rows, front, || sheet(&dataset, &rows))
}

fn sheet(dataset: &Dataset, rows: &[SimilarRow]) -> Sheet {
    let mut sheet = Sheet::new(["相近度%（推算）", "规划", "节点", "任务", "共有的词句", "行"]);
    for row in rows {
        let plan = dataset.plan(row.plan);
        let node = plan.and_then(|plan| plan.node(row.id));
        sheet.push([
            format!("{:.0}", row.score * 100.0),
            plan.map(Plan::marked).unwrap_or_default(),
            row.id.to_owned(),
            node.map(Node::heading).unwrap_or_default(),
            row.why.join("；"),
            show::line_range(row.lines),
        ]);
    }
    sheet
}

/// Two nodes with their differences marked.
fn side_by_side(target: &Target, one: (&Plan, &Node), other: (&Plan, &Node)) -> anyhow::Result<Outcome> {
    let (left, right) = (whole(one.1), whole(other.1));
    let spans = diff::diff(&left, &right);
    if target.format == Format::Text {
        target.write(&text(one, other, &spans))?;
        return Ok(Outcome::of(spans.len()));
    }
    let rows: Vec<SpanRow> = spans.iter().map(|span| SpanRow::of(span, one.0, other.0)).collect();
    let front = || Front::new("两边对照", "", [one.0].into_iter().chain((one.0.id != other.0.id).then_some(other.0)));
    target.files(&rows, front, || {
        let mut sheet = Sheet::new(["对照"]);
        sheet.header.extend([format!("前者：{}", called(one)), format!("后者：{}", called(other))]);
        for span in &spans {
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            sheet.rows.push(vec![name(span.side).to_owned(), text(span.left), text(span.right)]);
        }
        sheet
    })
}

/// A piece of two texts, with what must be known of both wherever it goes.
#[derive(Serialize)]
struct SpanRow<'a> {
    #[serde(flatten)]
    span: &'a Span<'a>,
    /// The draft mark of the left text's plan.
    left_draft: Option<&'a str>,
    /// The draft mark of the right text's plan.
    right_draft: Option<&'a str>,
}

impl<'a> SpanRow<'a> {
    fn of(span: &'a Span<'a>, left: &'a Plan, right: &'a Plan) -> Self {
        Self { span, left_draft: left.draft(), right_draft: right.draft() }
    }
}

/// A task by its plan, marked, and its heading.
fn called((plan, node): (&Plan, &Node)) -> String {
    format!("{} {}", plan.marked(), node.heading())
}

/// Title and paragraphs of a node, a line each.
fn whole(node: &Node) -> String {
    let paragraphs = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    node.title.as_deref().into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n")
}

fn name(side: Side) -> &'static str {
    match side {
        Side::Common => "共有",
        Side::Left => "只在前者",
        Side::Right => "只在后者",
    }
}

fn text(one: (&Plan, &Node), other: (&Plan, &Node), spans: &[Span]) -> String {
    let source = |(plan, node): (&Plan, &Node)| {
        format!("{}{} {} 第 {} 行", plan.title, plan.draft_mark(), node.heading(), show::line_range(node.lines))
    };
    let marked: String = spans
        .iter()
        .map(|span| match span.side {
            Side::Common => span.left.unwrap_or_default().to_owned(),
            Side::Left => format!("[-{}-]", span.left.unwrap_or_default()),
            Side::Right => format!("{{+{}+}}", span.right.unwrap_or_default()),
        })
        .collect();
    let head = format!("[-前者-] {}\n{{+后者+}} {}", source(one), source(other));
    sanitize::sanitize(&format!("{head}\n\n{marked}\n")).into_owned()
}
