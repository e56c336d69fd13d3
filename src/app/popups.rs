//! What opens over a view: one file for each popup, except that the simple menus share one.

pub(crate) mod compare;
pub(crate) mod export;
pub(crate) mod matrix;
pub(crate) mod menus;
pub(crate) mod side_by_side;
pub(crate) mod similar;

use crate::app::screen::page::Role;
use crate::app::state::location::NodeRef;
use crate::app::state::session::{Material, Session};
use crate::app::state::subject::Subject;
use crate::app::widgets::popup::{Entry, Popup};
use crate::app::wording;
use crate::words::{browser, overlays};

/// Makes the popup about a subject. Where the library has not answered everything, the popup says so and awaits it.
/// The contents of the selected plans must have been asked for before, if the subject needs them.
///
/// # Errors
/// Everything is here and there is nothing to show, for the reason returned.
pub(crate) fn make(session: &Session, subject: &Subject) -> Result<Popup, String> {
    match subject {
        Subject::Plans => Ok(menus::plans(session)),
        Subject::Source(node_ref) => {
            menus::source(session, *node_ref).ok_or_else(|| browser::NO_SOURCE_HERE.to_string())
        }
        Subject::Matrix => Ok(missing(session, Material::Contents, subject, overlays::MATRIX.get())
            .unwrap_or_else(|| matrix::popup(session))),
        Subject::Compare(location) => match missing_targets(session, subject, overlays::COMPARE.get()) {
            Some(popup) => Ok(popup),
            None => compare::popup(session, location)
                .ok_or_else(|| browser::no_such_indicator(session.keymap.key(wording::OPEN))),
        },
        Subject::Similar(node_ref) => match missing_similar(session, subject, overlays::SIMILAR.get()) {
            Some(popup) => Ok(popup),
            None => similar::popup(session, *node_ref).ok_or_else(|| overlays::NOTHING_NEAR.to_string()),
        },
        Subject::SideBySide(node_ref, held) => beside(session, *node_ref, *held, subject),
    }
}

/// Makes the popup with a task and the one that is held, or the closest one.
fn beside(session: &Session, node_ref: NodeRef, held: Option<NodeRef>, subject: &Subject) -> Result<Popup, String> {
    let pair = match held {
        // The node that was held first is shown at the left.
        Some(held) => Some((held, node_ref)),
        None => match missing_similar(session, subject, overlays::BESIDE.get()) {
            Some(popup) => return Ok(popup),
            None => similar::closest_node(session, node_ref).map(|other| (node_ref, other)),
        },
    };
    let (left, right) = pair.ok_or_else(|| overlays::NOTHING_NEAR.to_string())?;
    side_by_side::popup(session, left, right).ok_or_else(|| browser::NO_TASK_HERE.to_string())
}

/// Makes the popup of a subject that needs to know how close tasks are, while that is missing.
fn missing_similar(session: &Session, subject: &Subject, title: &str) -> Option<Popup> {
    // Only once all contents are here is there anything to be close to.
    missing(session, Material::Contents, subject, title).or_else(|| {
        session.similar();
        missing(session, Material::Similar, subject, title)
    })
}

/// Makes the popup of a subject that needs the targets of all selected texts, while they are missing.
fn missing_targets(session: &Session, subject: &Subject, title: &str) -> Option<Popup> {
    missing(session, Material::Contents, subject, title).or_else(|| {
        for (_, plan) in session.plans() {
            session.targets(&plan.id);
        }
        missing(session, Material::Targets, subject, title)
    })
}

/// Makes the popup of a subject while answers are missing, with the reason; `None` if none are.
fn missing(session: &Session, material: Material, subject: &Subject, title: &str) -> Option<Popup> {
    let why = session.why_missing(material)?;
    let has_failed = session.missing(material).n_failed > 0;
    Some(remark(title, &why).awaiting(subject.clone(), has_failed))
}

/// Makes a popup that only says something.
pub(crate) fn remark(title: &str, words: &str) -> Popup {
    Popup::new(title, vec![Entry::new("", words, Role::Dim)], false)
}
