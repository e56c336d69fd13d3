//! Where a plan does not agree with itself (核对): what the reading of the document left in doubt, as findings.

use crate::model::{Confidence, Dataset, Doubt, Finding, FindingKind, Node, Plan};

/// The findings in the plans of these ids (in all, where there are none), in the order of the documents.
#[must_use]
pub fn all(dataset: &Dataset, ids: &[&str]) -> Vec<Finding> {
    let plans = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    plans.flat_map(|plan| plan.findings.iter().map(move |doubt| finding(plan, doubt))).collect()
}

/// A doubt with the words of its line.
fn finding(plan: &Plan, doubt: &Doubt) -> Finding {
    let node = plan.nodes.iter().find(|node| (node.lines[0]..=node.lines[1]).contains(&doubt.line));
    Finding {
        plan: plan.id.clone(),
        lines: vec![doubt.line],
        kind: FindingKind::Numbering,
        what: doubt.what.clone(),
        evidence: vec![node.map(|node| printed(node, doubt.line)).unwrap_or_default()],
        confidence: Confidence::Medium,
        nodes: vec![node.map(|node| node.id.clone())],
        draft: plan.status.clone().filter(|_| plan.is_draft()),
    }
}

/// What a node prints on a line: its paragraph, the name of a row, else its heading.
fn printed(node: &Node, line: u32) -> String {
    let paragraphs = node.paragraphs.iter().map(|paragraph| (paragraph.lines, &paragraph.text));
    let rows = node.tables.iter().flat_map(|table| &table.rows).map(|row| (row.lines, &row.name));
    let mut parts = paragraphs.chain(rows);
    let part = parts.find(|(lines, _)| (lines[0]..=lines[1]).contains(&line)).map(|(_, text)| text.clone());
    part.unwrap_or_else(|| node.heading())
}
