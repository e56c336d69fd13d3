//! The card of a plan: what it is, what it names, what to do next. The first screen of the program shows it.

use crate::app::content::prose::TextBuilder;
use crate::app::content::tree::Head;
use crate::app::input::action::{Action, Go};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::NodeRef;
use crate::app::state::session::{Material, Session};
use crate::app::wording;
use crate::model::{Correction, Doubt, Plan};
use crate::text::width::Align;
use crate::text::wrap::Indent;
use crate::words::{browser, pages, punctuation, reading};

/// Adds the rows of a plan's card.
pub(crate) fn card(prose: &mut TextBuilder<'_>, plan: &Plan, node_ref: NodeRef) {
    prose.text(&plan.title, Indent::NONE, Role::Title);
    prose.blank();
    for (label, text, role) in facts(prose, plan, node_ref) {
        prose.labelled(label, &text, role);
    }
    steps(prose);
    let (made, doubts): (Vec<&Doubt>, Vec<&Doubt>) =
        plan.findings.iter().partition(|doubt| doubt.kind.correction().is_some());
    for (list, head) in [(&made, reading::corrections(made.len())), (&doubts, reading::doubts(doubts.len()))] {
        if !list.is_empty() {
            prose.blank();
            prose.line(&head, Role::Dim);
        }
        for doubt in list {
            prose.doubt(doubt);
        }
    }
    prose.below(node_ref, false);
}

/// Paints what stands below a head of the tree: its plans with their periods.
pub(crate) fn group(session: &Session, head: &Head, plans: &[usize], area: Area, page: &mut Page) {
    let cells = usize::from(area.width);
    let title = plain(&head.label, Role::Title, cells, session.width);
    let count = plain(&pages::plans_in_group(plans.len()), Role::Dim, cells, session.width);
    let plans = plans.iter().filter_map(|plan| session.heads().get(*plan)).map(|plan| {
        let period = plan.period.as_deref().map(wording::period).unwrap_or_default();
        let mut line = RowBuilder::new(cells, session.width);
        line.reserve(session.width.of(&period) + 1).put(&plan.title, Role::Text);
        line.release(cells).right(&period, Role::Dim);
        line.build()
    });
    let rows = [title, count, Row::default()].into_iter().chain(plans).take(usize::from(area.height)).collect();
    if area.width > 0 && area.height > 0 {
        page.regions.push(Region { area, rows });
    }
}

/// Returns the facts of a plan: label, words, role.
fn facts(prose: &TextBuilder<'_>, plan: &Plan, node_ref: NodeRef) -> Vec<(&'static str, String, Role)> {
    let is_corrected = |field: &str| {
        let made = plan.findings.iter().filter_map(|doubt| doubt.kind.correction());
        let mut facts =
            made.filter_map(|made| if let Correction::Fact { fact, .. } = made { Some(fact) } else { None });
        facts.any(|fact| fact.id() == field)
    };
    let ours = |field: &str, text: String| {
        if is_corrected(field) {
            punctuation::with_remark(text, reading::CORRECTED)
        } else if plan.supplied.iter().any(|name| name == field) {
            punctuation::with_remark(text, reading::OURS)
        } else {
            text
        }
    };
    let mut facts = Vec::new();
    if let Some(status) = &plan.status {
        facts.push((
            reading::STATUS.get(),
            ours("status", wording::status(status).to_owned()),
            if plan.is_draft() { Role::Warning } else { Role::Text },
        ));
    }
    if let Some(period) = &plan.period {
        facts.push((reading::PERIOD.get(), ours("period", wording::period(period)), Role::Text));
    }
    if let Some(region) = &plan.region {
        facts.push((reading::REGION.get(), ours("region", region.clone()), Role::Text));
    }
    if let Some(issuer) = &plan.issuer {
        facts.push((reading::ISSUER.get(), ours("issuer", issuer.clone()), Role::Text));
    }
    if let Some(issued) = &plan.issued {
        let label = if plan.is_draft() { reading::DATED.get() } else { reading::ISSUED.get() };
        facts.push((label, ours("issued", issued.clone()), Role::Text));
    }
    if !plan.nodes.is_here() {
        facts.push((
            reading::EXTENT.get(),
            prose.session.why_empty(Material::ContentsOf(node_ref.plan), browser::LOADING.get()),
            Role::Dim,
        ));
        return facts;
    }
    facts.push((reading::EXTENT.get(), wording::extent(plan), Role::Text));
    let n_tasks = plan.nodes.iter().filter(|node| !node.responsible.is_empty()).count();
    facts.push(if n_tasks == 0 {
        (reading::NAMES.get(), reading::NO_UNITS_WHOLE.to_string(), Role::Warning)
    } else {
        (reading::NAMES.get(), wording::units_named(n_tasks, prose.session.says_lead(node_ref.plan)), Role::Text)
    });
    if let Some((read, _)) = prose.session.reading(node_ref.plan) {
        let path: Vec<String> = prose.session.path(read).split_off(1);
        facts.push((
            reading::LAST_READ.get(),
            reading::last_read(path.join(" › "), prose.session.keymap.key(Action::Go(Go::Reading))),
            Role::Text,
        ));
    }
    facts
}

/// Adds the first steps: which keys do what.
fn steps(prose: &mut TextBuilder<'_>) {
    prose.blank();
    prose.line(reading::WHAT_NEXT.get(), Role::Dim);
    for (key, text) in wording::first_steps(&prose.session.keymap) {
        let mut line = RowBuilder::new(prose.cells, prose.session.width);
        line.gap(2).column(&key, 6, Align::Left, Role::Key).put(&text, Role::Text);
        let row: Row = line.build();
        prose.rows.push(row);
    }
}
