//! 部门: the bureaus that the plans name, the tasks of the chosen one in all plans, and on a broad screen their text.

use super::super::action::{Copied, Deed, Motion};
use super::super::bureaus::{self, Entry, list};
use super::super::command::Command;
use super::super::copying;
use super::super::cursor::Cursor;
use super::super::duties::{self, DutyRow};
use super::super::field::Field;
use super::super::keymap::Context;
use super::super::line::{plain, select};
use super::super::page::{Area, Page, Region, Role, Row};
use super::super::panes::{self, contains, cut, n_panes};
use super::super::place::Place;
use super::super::reader::Reader;
use super::super::words;
use super::super::world::{Spot, World};
use super::{Reply, View};

/// The panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    List,
    Tasks,
    Text,
}

/// The view.
#[derive(Default)]
pub(crate) struct Departments {
    filter: Field,
    entries: Vec<Entry>,
    /// What the entries were listed for: the filter, and the plans chosen.
    listed_for: Option<(String, Vec<bool>)>,
    cursor: Cursor,
    /// Id of the chosen bureau, so that it stays chosen while the list changes.
    chosen: Option<String>,
    tasks: Vec<DutyRow>,
    /// What the tasks were listed for: the bureau, the plans chosen, the cells of a row.
    tasks_for: Option<(Option<String>, Vec<bool>, usize)>,
    task: Cursor,
    reader: Reader,
    pane: Pane,
    list_area: Area,
    tasks_area: Area,
    n_panes: usize,
}

impl Departments {
    fn seen(&self) -> usize {
        // One row of the pane is the head of the columns.
        usize::from(self.list_area.height).saturating_sub(1)
    }

    fn divide(&mut self, area: Area) {
        self.n_panes = n_panes(area.width, 3);
        let (list, rest) = match self.n_panes {
            1 if self.pane == Pane::List => (area, Area::default()),
            1 => (Area::default(), area),
            _ => cut(area, (area.width * 9 / 20).clamp(26, 42)),
        };
        let (tasks, text) = if self.n_panes == 3 { cut(rest, rest.width / 2) } else { (rest, Area::default()) };
        if self.n_panes < 3 && self.pane == Pane::Text {
            self.pane = Pane::Tasks;
        }
        self.list_area = list;
        self.tasks_area = tasks;
        self.reader.area = text;
    }

    /// Takes the bureau under the cursor as the chosen one.
    fn choose(&mut self) {
        self.chosen = self.entries.get(self.cursor.at).map(|entry| entry.id.clone());
    }

    /// The node of the task under the cursor.
    fn task_spot(&self) -> Option<Spot> {
        match self.tasks.get(self.task.at)? {
            DutyRow::Duty(duty) => Some(Spot::of(duty)),
            DutyRow::Head(..) | DutyRow::Note(..) => None,
        }
    }

    /// What is lit up in the text of the task: what answers the search, and the bureau as it is printed there.
    fn lit(&self, world: &World) -> Vec<String> {
        let printed = match self.tasks.get(self.task.at) {
            Some(DutyRow::Duty(duty)) => Some(duty.printed.clone()),
            Some(DutyRow::Head(..) | DutyRow::Note(..)) | None => None,
        };
        world.lit().iter().cloned().chain(printed).collect()
    }

    /// Moves the cursor of the tasks to the next one in the direction of `motion`; group: the next plan.
    fn go_task(&mut self, motion: Motion) {
        let seen = usize::from(self.tasks_area.height);
        let is_duty = |at: &usize| matches!(self.tasks.get(*at), Some(DutyRow::Duty(_)));
        let heads = |at: &usize| *at > 0 && is_duty(at) && !is_duty(&(*at - 1));
        let (from, n_rows) = (self.task.at, self.tasks.len());
        let found = match motion {
            Motion::GroupDown => (from + 1..n_rows).find(heads),
            Motion::GroupUp => (0..from).rfind(heads),
            Motion::Up | Motion::Top | Motion::HalfUp | Motion::PageUp => {
                let to = self.task.target(motion, n_rows, seen);
                // Above the first task stands the card of the bureau, which is worth seeing too.
                if (0..=to).any(|at| is_duty(&at)) {
                    (0..=to).rfind(is_duty)
                } else {
                    self.task.top = 0;
                    (0..n_rows).find(is_duty)
                }
            }
            Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown => {
                let to = self.task.target(motion, n_rows, seen);
                (to..n_rows).find(is_duty).or_else(|| (from..to).rfind(is_duty))
            }
        };
        self.task.at = found.unwrap_or(from);
    }

    fn go_by(&mut self, world: &World, motion: Motion) {
        match self.pane {
            Pane::List => {
                self.cursor.at = self.cursor.target(motion, self.entries.len(), self.seen());
                self.choose();
                self.task = Cursor::default();
            }
            Pane::Tasks => self.go_task(motion),
            Pane::Text => {
                self.reader.scroll(world, motion);
            }
        }
    }

    /// Gives the focus to the neighbouring pane, from the last one to the first.
    fn turn(&mut self, forward: bool) -> Reply {
        let panes = [Pane::List, Pane::Tasks, Pane::Text];
        let n_panes = self.n_panes.max(2);
        let at = panes.iter().position(|pane| *pane == self.pane).unwrap_or(0);
        let next = (at + if forward { 1 } else { n_panes - 1 }) % n_panes;
        self.pane = panes.get(next).copied().unwrap_or_default();
        Reply::Done
    }

    fn open(&mut self, world: &World) -> Reply {
        match (self.pane, self.task_spot()) {
            (Pane::List, _) if self.entries.is_empty() => Reply::Unused,
            (Pane::List, _) => {
                self.pane = Pane::Tasks;
                Reply::Done
            }
            (Pane::Tasks | Pane::Text, Some(spot)) => world.place(spot).map_or(Reply::Unused, Reply::Go),
            (Pane::Tasks | Pane::Text, None) => Reply::Unused,
        }
    }

    /// The pane with the bureaus.
    fn list_rows(&self, world: &World, focused: bool) -> Vec<Row> {
        let cells = usize::from(self.list_area.width);
        let mut rows = vec![bureaus::head(world, cells)];
        if self.entries.is_empty() {
            let why = if self.filter.is_empty() { words::NO_BUREAUS } else { words::NO_SUCH_BUREAU };
            rows.push(plain(why, Role::Dim, cells, world.width));
        }
        let seen = self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen());
        rows.extend(seen.map(|(at, entry)| {
            let row = bureaus::row(world, entry, cells);
            if at == self.cursor.at { select(row, focused && self.pane == Pane::List) } else { row }
        }));
        rows
    }

    fn tasks_rows(&self, world: &World, focused: bool) -> Vec<Row> {
        let cells = usize::from(self.tasks_area.width);
        let seen = self.tasks.iter().enumerate().skip(self.task.top).take(usize::from(self.tasks_area.height));
        seen.map(|(at, task)| {
            let row = duties::paint(world, task, cells);
            if at == self.task.at && matches!(task, DutyRow::Duty(_)) {
                select(row, focused && self.pane == Pane::Tasks)
            } else {
                row
            }
        })
        .collect()
    }
}

impl View for Departments {
    fn context(&self) -> Context {
        match self.pane {
            Pane::List => Context::Bureaus,
            Pane::Tasks => Context::Tasks,
            Pane::Text => Context::Text,
        }
    }

    fn settle(&mut self, world: &World, area: Area) {
        self.divide(area);
        let wanted = Some((self.filter.text(), world.chosen.clone()));
        if self.listed_for != wanted {
            self.entries = list(world, &self.filter.text());
            self.listed_for = wanted;
        }
        let known = self.chosen.as_ref().and_then(|id| self.entries.iter().position(|entry| entry.id == *id));
        if let Some(at) = known {
            self.cursor.at = at;
        }
        self.cursor.settle(self.entries.len(), self.seen());
        let before = self.chosen.take();
        self.choose();
        if self.chosen != before {
            self.task = Cursor::default();
        }
        if self.entries.is_empty() {
            self.pane = Pane::List;
        }
        let cells = usize::from(self.tasks_area.width);
        let wanted = Some((self.chosen.clone(), world.chosen.clone(), cells));
        if self.tasks_for != wanted {
            self.tasks = self.chosen.as_deref().map(|id| duties::rows(world, id, cells)).unwrap_or_default();
            self.tasks_for = wanted;
        }
        if self.task_spot().is_none() {
            self.task.at = self.tasks.iter().position(|row| matches!(row, DutyRow::Duty(_))).unwrap_or(0);
        }
        self.task.settle(self.tasks.len(), usize::from(self.tasks_area.height));
        self.reader.light(self.lit(world));
        self.reader.show(self.task_spot());
        let text = self.reader.area;
        self.reader.settle(world, text);
    }

    fn act(&mut self, world: &World, deed: Deed) -> Reply {
        match deed {
            Deed::Move(motion) => self.go_by(world, motion),
            Deed::Scroll(motion) if self.n_panes == 3 => {
                self.reader.scroll(world, motion);
            }
            Deed::Scroll(motion) => self.go_task(motion),
            Deed::Open => return self.open(world),
            Deed::Pane(_) if self.entries.is_empty() => return Reply::Unused,
            Deed::Pane(forward) => return self.turn(forward),
            Deed::Back | Deed::Close if self.pane != Pane::List && (self.n_panes == 1 || deed == Deed::Back) => {
                self.pane = Pane::List;
            }
            Deed::Back if !self.filter.is_empty() => self.filter.set(""),
            Deed::Fold(_) | Deed::Back | Deed::Close => return Reply::Unused,
        }
        Reply::Done
    }

    fn click(&mut self, _world: &World, column: u16, row: u16) -> bool {
        if contains(self.list_area, column, row) {
            let at = usize::from(row - self.list_area.y).checked_sub(1).map(|at| at + self.cursor.top);
            if let Some(at) = at.filter(|at| *at < self.entries.len()) {
                self.pane = Pane::List;
                self.cursor.at = at;
                self.choose();
                self.task = Cursor::default();
                return true;
            }
        } else if contains(self.tasks_area, column, row) {
            let at = usize::from(row - self.tasks_area.y) + self.task.top;
            self.pane = Pane::Tasks;
            if matches!(self.tasks.get(at), Some(DutyRow::Duty(_))) {
                self.task.at = at;
                return true;
            }
        } else if contains(self.reader.area, column, row) {
            self.pane = Pane::Text;
        }
        false
    }

    fn wheel(&mut self, world: &World, column: u16, row: u16, down: bool) {
        let motion = if down { Motion::Down } else { Motion::Up };
        let pane = self.pane;
        self.pane = if contains(self.list_area, column, row) {
            Pane::List
        } else if contains(self.tasks_area, column, row) {
            Pane::Tasks
        } else {
            Pane::Text
        };
        for _ in 0..super::super::WHEEL {
            self.go_by(world, motion);
        }
        self.pane = pane;
    }

    fn seek(&mut self, world: &World, forward: bool) -> Option<(usize, usize)> {
        if self.pane == Pane::Text { self.reader.seek_next(world, forward) } else { None }
    }

    fn place(&self, _world: &World) -> Option<Place> {
        self.chosen.clone().map(Place::Department)
    }

    fn go(&mut self, world: &World, place: &Place) -> bool {
        let Place::Department(id) = place else { return false };
        self.filter.set("");
        if world.ledger().bureau(id).is_none_or(|bureau| bureau.tally(|plan| world.is_chosen(plan)).total() == 0) {
            // A bureau without tasks is in the list only while it is asked for.
            let Some(department) = world.dataset.department(id) else { return false };
            self.filter.set(&department.name);
        }
        self.chosen = Some(id.clone());
        self.task = Cursor::default();
        self.pane = if self.n_panes == 1 { Pane::Tasks } else { Pane::List };
        true
    }

    fn crumbs(&self, world: &World) -> Vec<String> {
        let tab = words::TABS.get(1).copied().unwrap_or_default();
        let mut crumbs = vec![self.entries.get(self.cursor.at).map_or(tab, |entry| &entry.name).to_owned()];
        if let Some(spot) = self.task_spot().filter(|_| self.pane != Pane::List) {
            crumbs.extend(world.plan(spot).map(|plan| plan.short.clone()));
            crumbs.push(world.title(spot));
        }
        crumbs
    }

    fn count(&self, _world: &World) -> String {
        let at = (self.cursor.at + 1).min(self.entries.len());
        let filter = self.filter.text();
        let filter = if filter.is_empty() { String::new() } else { format!("{}“{filter}” ", words::FILTER) };
        format!("{filter}{at}/{}", self.entries.len())
    }

    fn filter(&self) -> Option<&Field> {
        Some(&self.filter)
    }

    fn filter_mut(&mut self) -> Option<&mut Field> {
        Some(&mut self.filter)
    }

    fn copy(&self, world: &World, what: Copied) -> Option<String> {
        match (self.pane, self.task_spot()) {
            (Pane::Tasks | Pane::Text, Some(spot)) => copying::node(world, spot, what),
            (Pane::List | Pane::Tasks | Pane::Text, _) => {
                let entry = self.entries.get(self.cursor.at)?;
                Some(match what {
                    Copied::Path => entry.name.clone(),
                    Copied::Text | Copied::Citation => duties::text(world, &entry.id, &entry.name),
                })
            }
        }
    }

    fn command(&self, world: &World) -> Option<Command> {
        match (self.pane, self.task_spot()) {
            (Pane::Tasks | Pane::Text, Some(spot)) => copying::command(world, spot),
            (Pane::List | Pane::Tasks | Pane::Text, _) => {
                let entry = self.entries.get(self.cursor.at)?;
                Some(Command::new(&["tasks", "--dept", &entry.name]).over_chosen(world))
            }
        }
    }

    fn export(&self, world: &World) -> Option<Command> {
        // The tasks of the bureau, also where the cursor is on one of them.
        let entry = self.entries.get(self.cursor.at).filter(|_| self.pane == Pane::Tasks);
        let tasks = entry.map(|entry| Command::new(&["tasks", "--dept", &entry.name]).over_chosen(world));
        tasks.or_else(|| self.command(world))
    }

    fn spot(&self, _world: &World) -> Option<Spot> {
        self.task_spot()
    }

    fn paint(&self, world: &World, focused: bool, page: &mut Page) {
        for (area, rows) in
            [(self.list_area, self.list_rows(world, focused)), (self.tasks_area, self.tasks_rows(world, focused))]
        {
            if area.width > 0 && area.height > 0 {
                page.regions.push(Region { area, rows });
            }
        }
        if self.n_panes > 1 {
            panes::rule(self.list_area, world.width, page);
        }
        if self.n_panes > 2 {
            panes::rule(self.tasks_area, world.width, page);
            self.reader.paint(world, page);
        }
    }
}
