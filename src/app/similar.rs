//! 别的市怎么写: the closest tasks of the other plans that are chosen, as a sheet to choose from. How close, and which
//! phrases they share, is worked out by `analysis::similarity::similar`.

use super::command::Command;
use super::place::Place;
use super::sheet::{Choice, Entry, Sheet};
use super::world::{Spot, World};
use super::{App, beside, words};
use crate::analysis::similarity::similar::SimilarRow;

/// Tasks listed.
const N_LISTED: usize = 10;

/// The tasks of other chosen plans that are close to this node, the closest first.
fn closest(world: &World, spot: Spot) -> Vec<SimilarRow<'_>> {
    let Some(node) = world.node(spot) else { return Vec::new() };
    // Plans that are left out take none of the places.
    let limit = if world.is_narrowed() { usize::MAX } else { N_LISTED };
    let mut rows = world.similar().closest(&world.dataset, node, limit);
    rows.retain(|row| world.plans().any(|(_, plan)| plan.id == row.plan));
    rows.truncate(N_LISTED);
    rows
}

/// The sheet of the closest tasks; `None` if nothing is near.
fn sheet(world: &World, spot: Spot) -> Option<Sheet> {
    let node = world.node(spot)?;
    let entries: Vec<Entry> = closest(world, spot).iter().map(|row| entry(world, row)).collect();
    if entries.is_empty() {
        return None;
    }
    let title = format!("{}：{}", words::SIMILAR, words::heading(node));
    let command = Command::new(&["similar", &node.id]);
    Some(Sheet::new(&title, entries, false).about(spot).commanded(command))
}

/// One task: whose and what it is; below, a draft's mark, how close and by which words.
fn entry(world: &World, row: &SimilarRow) -> Entry {
    let place = Place::Node(row.id.to_owned());
    let title = world.spot(&place).map(|spot| world.title(spot)).unwrap_or_default();
    let draft = row.draft.map(|draft| format!("{draft}　")).unwrap_or_default();
    let plan = world.dataset.plan(row.plan).map(|plan| plan.short.as_str()).unwrap_or_default();
    let note = format!("{draft}{}{}", words::likeness(row.score), words::shared(&row.why));
    Entry::choice(plan, &title, Choice::Go(place)).noted(note)
}

impl App {
    /// The node one is at; says so if there is none.
    fn task(&mut self) -> Option<Spot> {
        let spot = self.view().spot(&self.world).filter(|spot| spot.node.is_some());
        if spot.is_none() {
            self.say(words::NO_TASK_HERE);
        }
        spot
    }

    /// Holds the node one is at, or lets it go if it is the one held.
    pub(super) fn hold(&mut self) {
        let Some(spot) = self.task() else { return };
        if self.world.held == Some(spot) {
            self.world.held = None;
            self.say(words::LET_GO);
        } else {
            self.world.held = Some(spot);
            self.say(words::HELD);
        }
    }

    /// What a node is set beside: the one held, or else its closest in the other plans.
    fn other(&self, spot: Spot) -> Option<Spot> {
        self.world.held.filter(|held| *held != spot).or_else(|| {
            let place = Place::Node(closest(&self.world, spot).first()?.id.to_owned());
            self.world.spot(&place)
        })
    }

    /// The closest tasks of the other plans.
    pub(super) fn similar(&mut self) -> Option<Sheet> {
        let spot = self.task()?;
        let sheet = sheet(&self.world, spot);
        if sheet.is_none() {
            self.say(words::NOTHING_NEAR);
        }
        sheet
    }

    /// The task that the open sheet speaks of beside the one chosen there, or the node one is at beside the one held or
    /// its closest.
    pub(super) fn beside(&mut self, open: Option<Sheet>) -> Option<Sheet> {
        let Some(open) = open else {
            let spot = self.task()?;
            let Some(other) = self.other(spot) else {
                self.say(words::NOTHING_NEAR);
                return None;
            };
            // What was held first stands at the left.
            let is_held = self.world.held == Some(other);
            let (left, right) = if is_held { (other, spot) } else { (spot, other) };
            return beside::sheet(&self.world, left, right);
        };
        let other = match open.chosen() {
            Some(Choice::Go(place)) => self.world.spot(place),
            Some(Choice::Run(_) | Choice::Plan(_)) | None => None,
        };
        let sheet = open.about.zip(other).and_then(|(spot, other)| beside::sheet(&self.world, spot, other));
        let Some(sheet) = sheet else {
            self.say(words::NOT_HERE);
            return Some(open);
        };
        Some(sheet.over(open))
    }
}
