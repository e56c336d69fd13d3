//! The card of a plan: what it is, what it names, what to do next. The first screen of the program shows it.

use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Material;
use crate::app::wording;
use crate::model::Plan;
use crate::text::width::Align;
use crate::text::wrap::Indent;

/// Adds the rows of a plan's card.
pub(crate) fn card(prose: &mut TextBuilder<'_>, plan: &Plan, node_ref: NodeRef) {
    prose.text(&plan.title, Indent::NONE, Role::Title);
    prose.blank();
    for (label, text, role) in facts(prose, plan, node_ref) {
        prose.labelled(label, &text, role);
    }
    steps(prose);
    for finding in &plan.findings {
        if finding == plan.findings.first().unwrap_or(finding) {
            prose.blank();
            prose.line(&wording::doubts(plan.findings.len()), Role::Dim);
        }
        prose.doubt(finding);
    }
    prose.below(node_ref, false);
}

/// Returns the facts of a plan: label, words, role.
fn facts(prose: &TextBuilder<'_>, plan: &Plan, node_ref: NodeRef) -> Vec<(&'static str, String, Role)> {
    let ours = |field: &str, text: String| {
        if plan.supplied.iter().any(|name| name == field) { format!("{text}（{}）", wording::OURS) } else { text }
    };
    let mut facts = Vec::new();
    if let Some(status) = &plan.status {
        facts.push((
            wording::STATUS,
            ours("status", wording::status(status)),
            if plan.is_draft() { Role::Warning } else { Role::Text },
        ));
    }
    if let Some(period) = &plan.period {
        facts.push((wording::PERIOD, ours("period", wording::period(period)), Role::Text));
    }
    if let Some(region) = &plan.region {
        facts.push((wording::REGION, ours("region", region.clone()), Role::Text));
    }
    if let Some(issuer) = &plan.issuer {
        facts.push((wording::ISSUER, ours("issuer", issuer.clone()), Role::Text));
    }
    if let Some(issued) = &plan.issued {
        let label = if plan.is_draft() { wording::DATED } else { wording::ISSUED };
        facts.push((label, ours("issued", issued.clone()), Role::Text));
    }
    if !plan.nodes.is_here() {
        facts.push((
            wording::EXTENT,
            prose.session.why_empty(Material::ContentsOf(node_ref.plan), wording::LOADING),
            Role::Dim,
        ));
        return facts;
    }
    facts.push((wording::EXTENT, wording::extent(plan), Role::Text));
    let n_tasks = plan.nodes.iter().filter(|node| !node.responsible.is_empty()).count();
    facts.push(if n_tasks == 0 {
        (wording::NAMES, wording::NO_UNITS_WHOLE.to_owned(), Role::Warning)
    } else {
        (wording::NAMES, wording::units_named(n_tasks, prose.session.says_lead(node_ref.plan)), Role::Text)
    });
    if let Some((read, _)) = prose.session.reading(node_ref.plan) {
        let path: Vec<String> = prose.session.path(read).split_off(1);
        facts.push((wording::LAST_READ, wording::last_read(&path.join(" › ")), Role::Text));
    }
    facts
}

/// Adds the first steps: which keys do what.
fn steps(prose: &mut TextBuilder<'_>) {
    prose.blank();
    prose.line(wording::WHAT_NEXT, Role::Dim);
    for (key, text) in wording::FIRST_STEPS {
        let mut line = RowBuilder::new(prose.cells, prose.session.width);
        line.gap(2).column(key, 6, Align::Left, Role::Key).put(text, Role::Text);
        let row: Row = line.build();
        prose.rows.push(row);
    }
}
