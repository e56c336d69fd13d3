//! `guihua similar`: the tasks of other plans closest to one, or two nodes side by side.

use serde::Serialize;

use crate::analysis::similarity::diff::{self, Side, Span};
use crate::analysis::similarity::similar::{self, SimilarRow};
use crate::cli::output::{Format, Outcome, Output};
use crate::cli::resolve::{self, Selected};
use crate::command;
use crate::export::{Front, Sheet, line_range};
use crate::library::Waiting;
use crate::model::{Dataset, Node, Plan};
use crate::text::sanitize;
use crate::words::punctuation::SEMICOLON;
use crate::words::{LIST, Words, documents, tables};

pub(super) fn run(args: &command::Similar, library: &Waiting, out: &mut Output) -> anyhow::Result<Outcome> {
    if let Some(other) = &args.with {
        let selected = Selected::of_nodes(library, &[&args.node, other])?;
        let one = resolve::node(&selected.dataset, &args.node)?;
        return side_by_side(out, one, resolve::node(&selected.dataset, other)?);
    }
    let dataset = &library.with_contents(&[])?;
    let one = resolve::node(dataset, &args.node)?;
    let rows = library.ask(|library| library.similar())?.closest(dataset, one.1, args.limit);
    if rows.is_empty()
        && let Some(word) = similar::word_to_search(one.0, one.1)
    {
        out.say(&tables::nothing_similar(word));
    }
    let named = dataset.plans.iter().filter(|plan| rows.iter().any(|row| row.plan == plan.id));
    let plans: Vec<&Plan> = std::iter::once(one.0).chain(named).collect();
    let front = || {
        Front::new(tables::SIMILAR, &task_name(one), plans.clone())
            .noting(tables::ON_LIKENESS.to_string())
            .citing(plans)
    };
    out.rows(&rows, front, || sheet(dataset, &rows))
}

fn sheet(dataset: &Dataset, rows: &[SimilarRow]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::LIKENESS,
        tables::PLAN,
        tables::NODE,
        tables::TASK,
        tables::TOPICS,
        tables::PHRASES,
        tables::LINES,
    ]);
    for row in rows {
        let plan = dataset.plan(&row.plan);
        let node = plan.and_then(|plan| plan.node(&row.id));
        sheet.push([
            format!("{:.0}", row.score * 100.0),
            plan.map(Plan::marked).unwrap_or_default(),
            row.id.clone(),
            node.map(Node::heading).unwrap_or_default(),
            row.shown_topics().join(LIST.get()),
            row.why.join(SEMICOLON.get()),
            line_range(row.lines),
        ]);
    }
    sheet
}

/// Writes two nodes with their differences marked.
fn side_by_side(out: &mut Output, one: (&Plan, &Node), other: (&Plan, &Node)) -> anyhow::Result<Outcome> {
    let (left, right) = (whole_text(one.1), whole_text(other.1));
    let spans = diff::diff(&left, &right);
    if out.format() == Format::Text {
        out.text(&text(one, other, &spans))?;
        return Ok(Outcome::found(!spans.is_empty()));
    }
    let rows: Vec<SpanRow> = spans.iter().map(|span| SpanRow::new(span, one.0, other.0)).collect();
    let front =
        || Front::new(tables::SIDE_BY_SIDE, "", [one.0].into_iter().chain((one.0.id != other.0.id).then_some(other.0)));
    out.rows(&rows, front, || {
        let mut sheet = Sheet::new([tables::SIDE]);
        sheet.header.extend([tables::first_side(task_name(one)), tables::second_side(task_name(other))]);
        for span in &spans {
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            sheet.rows.push(vec![side_name(span.side).to_string(), text(span.left), text(span.right)]);
        }
        sheet
    })
}

/// A piece of two compared texts as JSON, with the draft marks of both plans.
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
    fn new(span: &'a Span<'a>, left: &'a Plan, right: &'a Plan) -> Self {
        Self { span, left_draft: left.draft(), right_draft: right.draft() }
    }
}

/// A task named by its plan, with the mark of a draft, and its heading.
fn task_name((plan, node): (&Plan, &Node)) -> String {
    format!("{} {}", plan.marked(), node.heading())
}

/// The title and the paragraphs of a node, a line each.
fn whole_text(node: &Node) -> String {
    let paragraphs = node.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    node.title.as_deref().into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n")
}

fn side_name(side: Side) -> Words {
    match side {
        Side::Common => tables::COMMON,
        Side::Left => tables::FIRST_ONLY,
        Side::Right => tables::SECOND_ONLY,
    }
}

fn text(one: (&Plan, &Node), other: (&Plan, &Node), spans: &[Span]) -> String {
    let source = |(plan, node): (&Plan, &Node)| {
        documents::at(format_args!("{}{} {}", plan.title, plan.draft_mark(), node.heading()), line_range(node.lines))
    };
    let marked: String = spans
        .iter()
        .map(|span| match span.side {
            Side::Common => span.left.unwrap_or_default().to_owned(),
            Side::Left => format!("[-{}-]", span.left.unwrap_or_default()),
            Side::Right => format!("{{+{}+}}", span.right.unwrap_or_default()),
        })
        .collect();
    let (first, second) = (tables::FIRST, tables::SECOND);
    let head = format!("[-{first}-] {}\n{{+{second}+}} {}", source(one), source(other));
    sanitize::sanitize(&format!("{head}\n\n{marked}\n")).into_owned()
}
