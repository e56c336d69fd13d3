//! `guihua similar`: the tasks of other plans closest to one, or two nodes side by side.

use crate::analysis::diff::{self, Side, Span};
use crate::analysis::similar::{Similar, SimilarRow};
use crate::dataset;
use crate::export::Sheet;
use crate::model::{Dataset, Node, Plan};
use crate::text::sanitize;

use super::output::{self, Format, Outcome, Target};
use super::show;

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
    args.target.offers(&output::PLAIN)?;
    let dataset = dataset::bundled()?;
    let one = show::node(&dataset, &args.node)?;
    if let Some(other) = &args.with {
        return side_by_side(&args.target, one, show::node(&dataset, other)?);
    }
    let rows = Similar::new(&dataset).closest(&dataset, one.1, args.limit);
    args.target.rows(&rows, || sheet(&dataset, &rows))
}

fn sheet(dataset: &Dataset, rows: &[SimilarRow]) -> Sheet {
    let mut sheet = Sheet::new(["相近度（推算）", "规划", "节点", "任务", "共有的词句", "行"]);
    for row in rows {
        let plan = dataset.plan(row.plan);
        let node = plan.and_then(|plan| plan.node(row.id));
        sheet.push([
            format!("{:.2}", row.score),
            plan.map(|plan| format!("{}{}", plan.short, plan.draft_mark())).unwrap_or_default(),
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
    target.rows(&spans, || {
        let mut sheet = Sheet::new(["", "前者", "后者"]);
        for span in &spans {
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            sheet.push([name(span.side).to_owned(), text(span.left), text(span.right)]);
        }
        sheet
    })
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
