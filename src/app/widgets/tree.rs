//! The flat tree: the visible rows of the outlines, rebuilt when a fold changes. A row is a spot; nothing is drawn here.

use std::collections::HashSet;

use crate::app::input::action::{Fold, Motion};
use crate::app::state::location::Spot;
use crate::app::state::session::{PlansShown, World};
use crate::app::widgets::cursor::Cursor;

/// Which places are unfolded, the rows that follow from it, and the cursor in them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    open: HashSet<Spot>,
    pub(crate) rows: Vec<Spot>,
    pub(crate) cursor: Cursor,
    /// The choice of plans that the rows were made for; none once a fold has changed since.
    made_for: Option<PlansShown>,
}

impl Tree {
    /// The spot under the cursor.
    pub(crate) fn spot(&self) -> Option<Spot> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Whether this place is unfolded.
    pub(crate) fn is_open(&self, spot: Spot) -> bool {
        self.open.contains(&spot)
    }

    /// Restores the invariants after any change: the rows are the visible places of the chosen plans, the cursor
    /// stands on the same place, or on the nearest one above that is still visible.
    pub(crate) fn settle(&mut self, world: &World, seen: usize) {
        if self.made_for != Some(world.plans_shown()) {
            self.rebuild(world);
        }
        self.cursor.settle(self.rows.len(), seen);
    }

    /// Makes the rows anew.
    fn rebuild(&mut self, world: &World) {
        let mut at = self.spot();
        self.made_for = Some(world.plans_shown());
        self.rows.clear();
        for (plan, _) in world.plans() {
            self.show(world, Spot { plan, node: None });
        }
        while let Some(spot) = at {
            // The rows are in the order of the document, so a place is found without walking over them.
            if let Ok(found) = self.rows.binary_search(&spot) {
                self.cursor.at = found;
                break;
            }
            at = world.parent(spot);
        }
    }

    /// Puts a place and, where it is unfolded, what lies below it into the rows.
    fn show(&mut self, world: &World, spot: Spot) {
        let mut waiting = vec![spot];
        while let Some(spot) = waiting.pop() {
            self.rows.push(spot);
            if self.is_open(spot) {
                let children = world.children(spot);
                waiting.extend(children.collect::<Vec<_>>().into_iter().rev());
            }
        }
    }

    /// Moves the cursor; a group is a chapter, and a plan where the cursor stands on one.
    pub(crate) fn go(&mut self, world: &World, motion: Motion, seen: usize) {
        let is_group = |spot: &Spot| world.depth(*spot) <= 1;
        let found = match motion {
            Motion::GroupDown => {
                let below = self.rows.iter().enumerate().skip(self.cursor.at + 1);
                below.into_iter().find(|(_, spot)| is_group(spot)).map(|(at, _)| at)
            }
            Motion::GroupUp => self.rows.iter().take(self.cursor.at).rposition(is_group),
            Motion::Up
            | Motion::Down
            | Motion::Top
            | Motion::Bottom
            | Motion::HalfUp
            | Motion::HalfDown
            | Motion::PageUp
            | Motion::PageDown => Some(self.cursor.target(motion, self.rows.len(), seen)),
        };
        self.cursor.at = found.unwrap_or(self.cursor.at);
    }

    /// Folds or unfolds. `false` if there was nothing to do. The caller settles.
    pub(crate) fn fold(&mut self, world: &World, fold: Fold) -> bool {
        let Some(spot) = self.spot() else { return false };
        self.made_for = None;
        match fold {
            Fold::In => self.enter(world, spot),
            Fold::Out => self.leave(world, spot),
            Fold::Toggle => self.toggle(world, spot),
            Fold::CloseSiblings => self.siblings(world, spot, false),
            Fold::OpenSiblings => self.siblings(world, spot, true),
            Fold::CloseAll => {
                self.open.clear();
                true
            }
            Fold::OpenDeep => self.open_deep(world, spot),
        }
    }

    /// Shows `spot`: everything above it is unfolded, the cursor stands on it.
    pub(crate) fn reveal(&mut self, world: &World, spot: Spot, seen: usize) {
        self.made_for = None;
        let mut above = world.parent(spot);
        while let Some(parent) = above {
            self.open.insert(parent);
            above = world.parent(parent);
        }
        self.settle(world, seen);
        if let Ok(at) = self.rows.binary_search(&spot) {
            self.cursor.at = at;
        }
        self.cursor.settle(self.rows.len(), seen);
    }

    fn enter(&mut self, world: &World, spot: Spot) -> bool {
        if world.children(spot).len() == 0 {
            return false;
        }
        if !self.open.insert(spot) {
            self.cursor.at += 1;
        }
        true
    }

    fn leave(&mut self, world: &World, spot: Spot) -> bool {
        if self.open.remove(&spot) {
            return true;
        }
        let Some(at) = world.parent(spot).and_then(|parent| self.rows.binary_search(&parent).ok()) else {
            return false;
        };
        self.cursor.at = at;
        true
    }

    fn toggle(&mut self, world: &World, spot: Spot) -> bool {
        if self.open.remove(&spot) {
            return true;
        }
        world.children(spot).len() > 0 && self.open.insert(spot)
    }

    fn siblings(&mut self, world: &World, spot: Spot, open: bool) -> bool {
        let siblings: Vec<Spot> = match world.parent(spot) {
            Some(parent) => world.children(parent).collect(),
            None => world.plans().map(|(plan, _)| Spot { plan, node: None }).collect(),
        };
        for sibling in siblings {
            if !open {
                self.open.remove(&sibling);
            } else if world.children(sibling).len() > 0 {
                self.open.insert(sibling);
            }
        }
        true
    }

    fn open_deep(&mut self, world: &World, spot: Spot) -> bool {
        let mut waiting = vec![spot];
        while let Some(spot) = waiting.pop() {
            let children = world.children(spot);
            if children.len() > 0 {
                self.open.insert(spot);
                waiting.extend(children);
            }
        }
        true
    }
}
