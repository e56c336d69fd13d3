//! Findings as the screen tells them: which answer to a filter, a row of the list, one of them whole, what is copied.

use super::finder::lit_words;
use super::line::Line;
use super::page::{Role, Row};
use super::place::Place;
use super::prose::Prose;
use super::words;
use super::world::{Spot, World};
use crate::model::{Finding, FindingKind, LineRange, Node, Plan};
use crate::text::fold::fold;
use crate::text::width::Align;
use crate::text::wrap::Indent;

/// Cells of the column of kinds.
const KIND: usize = 9;

/// Whether a finding answers to every word of a query: by its kind, its words, the words it quotes, or its plan.
pub(crate) fn answers(plan: &Plan, finding: &Finding, query: &str) -> bool {
    let own = [words::finding_kind(finding.kind), &finding.what, &plan.short, &plan.title];
    let all = own.into_iter().chain(finding.evidence.iter().map(String::as_str)).map(fold).collect::<Vec<_>>();
    query.split_whitespace().map(fold).all(|word| all.iter().any(|text| text.contains(&word)))
}

/// How many findings of each kind there are in the chosen plans, in one line.
pub(crate) fn tally(world: &World) -> String {
    let all = || world.plans().flat_map(|(at, _)| world.findings(at));
    let count = |kind: FindingKind| all().filter(|finding| finding.kind == kind).count();
    let counts = words::KINDS.iter().map(|kind| (words::finding_kind(*kind), count(*kind)));
    counts.filter(|(_, n)| *n > 0).map(|(kind, n)| format!("{kind} {n}")).collect::<Vec<_>>().join("　")
}

/// A row of the list: kind, what differs, how sure the rule is.
pub(crate) fn row(world: &World, finding: &Finding, lit: &[String], cells: usize) -> Row {
    let surety = words::confidence(finding.confidence);
    let mut line = Line::new(cells, world.width);
    line.reserve(world.width.of(surety) + 1);
    line.column(words::finding_kind(finding.kind), KIND, Align::Left, Role::Warning).gap(1);
    line.put_lit(&finding.what, Role::Text, &lit_words(&finding.what, lit));
    line.release(cells).right(surety, Role::Dim);
    line.done()
}

/// The finding whole: what differs, then every place with its words. `at` is the place that Enter leads to.
pub(crate) fn detail(
    world: &World,
    plan: usize,
    finding: &Finding,
    at: usize,
    lit: &[String],
    cells: usize,
) -> Vec<Row> {
    let mut prose = Prose::new(world, cells, lit);
    prose.text(&finding.what, Indent::NONE, Role::Title);
    prose.blank();
    let kind = format!("{}　{}", words::finding_kind(finding.kind), words::surety(finding.confidence));
    prose.text(&kind, Indent::NONE, Role::Warning);
    if let Some(read) = world.dataset.plans.get(plan) {
        prose.text(&words::cited(read), Indent::NONE, Role::Dim);
    }
    for (nth, quote) in finding.evidence.iter().enumerate() {
        prose.blank();
        let mark = if nth == at { world.width.glyphs().prompt } else { " " };
        let place = format!("{mark} {}", words::nth_place(nth, &lines(world, plan, finding, nth)));
        prose.line(&place, if nth == at { Role::Number } else { Role::Dim });
        if let Some(spot) = spot(world, finding, nth) {
            let path = world.path(spot).split_off(1).join(" › ");
            prose.text(&path, Indent { first: 2, rest: 2 }, Role::Dim);
        }
        prose.text(&format!("“{quote}”"), Indent { first: 2, rest: 2 }, Role::Text);
    }
    prose.blank();
    prose.text(words::CARE, Indent::NONE, Role::Dim);
    prose.rows
}

/// The node that holds a place of a finding.
pub(crate) fn spot(world: &World, finding: &Finding, nth: usize) -> Option<Spot> {
    world.spot(&Place::Node(finding.nodes.get(nth)?.clone()?))
}

/// The lines of one place of a finding: of all its lines those that the place's node prints, and among them those of the
/// paragraph or row that holds the quote.
pub(crate) fn lines(world: &World, plan: usize, finding: &Finding, nth: usize) -> Vec<u32> {
    let id = finding.nodes.get(nth).and_then(Option::as_deref);
    let node = id.and_then(|id| world.dataset.plans.get(plan)?.node(id));
    let Some(node) = node else { return finding.lines.clone() };
    let within = |[first, last]: LineRange| {
        finding.lines.iter().copied().filter(|line| (first..=last).contains(line)).collect::<Vec<_>>()
    };
    let own = within(node.lines);
    let quote = finding.evidence.get(nth).map(String::as_str).unwrap_or_default();
    let parts =
        parts(node).into_iter().filter(|(_, text)| !text.is_empty() && (text.contains(quote) || quote.contains(text)));
    let quoted = parts.map(|(lines, _)| within(lines)).find(|lines| !lines.is_empty());
    match (quoted, own.is_empty()) {
        (Some(lines), _) => lines,
        (None, false) => own,
        (None, true) => finding.lines.clone(),
    }
}

/// The texts of a node with their lines.
fn parts(node: &Node) -> Vec<(LineRange, &str)> {
    let paragraphs = node.paragraphs.iter().map(|each| (each.lines, each.text.as_str()));
    let rows = node.tables.iter().flat_map(|table| &table.rows).map(|row| (row.lines, row.name.as_str()));
    paragraphs.chain(rows).collect()
}

/// A finding as text: kind and what differs, then each place with its words; the plan is cited where `cited`.
pub(crate) fn text(world: &World, plan: usize, finding: &Finding, cited: bool) -> String {
    let mut text = vec![format!("{}（{}）：{}", words::finding_kind(finding.kind), words::WORKED_OUT, finding.what)];
    for (nth, quote) in finding.evidence.iter().enumerate() {
        let place = words::lines_listed(&lines(world, plan, finding, nth));
        text.push(format!("“{quote}”（{place}）"));
    }
    let title = world.dataset.plans.get(plan).filter(|_| cited).map(words::cited);
    title.into_iter().chain(text).collect::<Vec<_>>().join("\n")
}
