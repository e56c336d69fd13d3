//! A department of a large library at a glance, for the preview of a hit: its first tasks, plan by plan. They are taken from the
//! ledger, which is here as soon as the search is; the whole dossier reads the text of every plan.

use crate::app::content::dossier::{DossierRow, Item};
use crate::app::screen::page::Role;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model;
use crate::words::{browser, pages};

/// From how many plans on a key would wait for the whole dossier.
const MANY: usize = 12;

/// Whether there are so many plans that a preview shows departments at a glance.
pub(crate) fn is_needed(session: &Session) -> bool {
    session.heads().len() > MANY
}

/// Makes at most so many rows for the department with this id.
pub(crate) fn rows(session: &Session, id: &str, most: usize) -> Vec<DossierRow> {
    if !session.has_ledger() {
        return vec![DossierRow::Note(browser::LOADING.to_string(), Role::Dim)];
    }
    let department = session.department(id);
    let name = department.map_or(id, |department| department.name.as_str());
    let assignee = session.ledger().assignee(id);
    let total = assignee.map_or(0, |assignee| assignee.count_by_role(|plan| session.is_chosen(plan)).total());
    let mut rows = vec![DossierRow::Head(
        wording::office(name, department.and_then(|department| department.level)),
        pages::tasks(total),
    )];
    let tasks = assignee.into_iter().flat_map(|assignee| assignee.assignments.iter().map(move |each| (assignee, each)));
    let mut last = None;
    for (assignee, assignment) in tasks.filter(|(_, assignment)| session.is_chosen(assignment.plan())) {
        if rows.len() >= most {
            break;
        }
        let plan = assignment.plan();
        if last != Some(plan) {
            last = Some(plan);
            let name = session.heads().get(plan).map(model::Plan::marked);
            rows.push(DossierRow::Head(name.unwrap_or_default(), String::new()));
        }
        rows.push(DossierRow::Item(Item {
            node_ref: NodeRef { plan, node: Some(assignment.node()) },
            tag: wording::short_role(assignment.role).get(),
            is_lead: assignment.role == model::Role::Lead,
            printed: Some(assignee.printed_for(assignment).to_owned()),
            remark: String::new(),
        }));
    }
    rows.truncate(most);
    rows
}
