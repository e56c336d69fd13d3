//! 别的市怎么写: the closest tasks of the other plans that are chosen, as a sheet to choose from. How close, and which
//! phrases they share, is worked out by `analysis::similarity::similar`.

use crate::analysis::similarity::similar::SimilarRow;
use crate::app::state::command::Command;
use crate::app::state::location::{Place, Spot};
use crate::app::state::session::World;
use crate::app::widgets::popup::{Choice, Entry, Sheet};
use crate::app::wording;

/// Tasks listed.
const N_LISTED: usize = 10;

/// The tasks of other chosen plans that are close to this node, the closest first.
fn closest(world: &World, spot: Spot) -> Vec<SimilarRow<'_>> {
    let Some(node) = world.node(spot) else { return Vec::new() };
    // Plans that are left out take none of the places.
    let limit = if world.is_narrowed() { usize::MAX } else { N_LISTED };
    let Some(similar) = world.similar() else { return Vec::new() };
    let mut rows = similar.closest(world.dataset(), node, limit);
    rows.retain(|row| world.plans().any(|(_, plan)| plan.id == row.plan));
    rows.truncate(N_LISTED);
    rows
}

/// The sheet of the closest tasks; `None` if nothing is near.
pub(crate) fn sheet(world: &World, spot: Spot) -> Option<Sheet> {
    let node = world.node(spot)?;
    let entries: Vec<Entry> = closest(world, spot).iter().map(|row| entry(world, row)).collect();
    if entries.is_empty() {
        return None;
    }
    let title = format!("{}：{}", wording::SIMILAR, wording::heading(node));
    let command = Command::new(&["similar", &node.id]);
    Some(Sheet::new(&title, entries, false).about(spot).commanded(command))
}

/// One task: whose and what it is; below, a draft's mark, how close and by which words.
fn entry(world: &World, row: &SimilarRow) -> Entry {
    let place = Place::Node(row.id.to_owned());
    let title = world.spot(&place).map(|spot| world.title(spot)).unwrap_or_default();
    let draft = row.draft.map(|draft| format!("{draft}　")).unwrap_or_default();
    let plan = world.head(row.plan).map(|plan| plan.short.as_str()).unwrap_or_default();
    let note = format!("{draft}{}{}", wording::likeness(row.score), wording::shared(&row.why));
    Entry::choice(plan, &title, Choice::Go(place)).noted(note)
}

/// The node that is closest to this one in the other chosen plans.
pub(crate) fn closest_node(world: &World, spot: Spot) -> Option<Spot> {
    let place = Place::Node(closest(world, spot).first()?.id.to_owned());
    world.spot(&place)
}
