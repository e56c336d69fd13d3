//! 部门: the bureaus that the plans name, the dossier of the chosen one, and on a broad screen the text of its tasks.

use crate::app::content::clipboard;
use crate::app::content::department::{self, Entry, list};
use crate::app::content::dossier::{self, DutyPane};
use crate::app::content::reader::Reader;
use crate::app::input::action::{Copied, Deed, Motion};
use crate::app::input::keymap::Context;
use crate::app::input::mouse::WHEEL_ROWS;
use crate::app::screen::layout::{self, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{plain, select};
use crate::app::state::command::Command;
use crate::app::state::location::{Place, Spot};
use crate::app::state::session::{PlansShown, World};
use crate::app::views::{Reply, View};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::Field;
use crate::app::wording;

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
    listed_for: Option<(String, PlansShown)>,
    cursor: Cursor,
    /// Id of the chosen bureau, so that it stays chosen while the list changes.
    chosen: Option<String>,
    tasks: DutyPane,
    reader: Reader,
    pane: Pane,
    list_area: Area,
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
        self.tasks.area = tasks;
        self.reader.area = text;
    }

    /// Takes the bureau under the cursor as the chosen one.
    fn choose(&mut self) {
        self.chosen = self.entries.get(self.cursor.at).map(|entry| entry.id.clone());
    }

    /// What is lit up in the text of the task: what answers the search, and the bureau as it is printed there.
    fn lit(&self, world: &World) -> Vec<String> {
        let printed = self.tasks.item().and_then(|item| item.printed.clone());
        world.lit().iter().cloned().chain(printed).collect()
    }

    fn go_by(&mut self, world: &World, motion: Motion) {
        match self.pane {
            Pane::List => {
                self.cursor.at = self.cursor.target(motion, self.entries.len(), self.seen());
                self.choose();
                self.tasks.restart();
            }
            Pane::Tasks => self.tasks.go(motion),
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
        match (self.pane, self.tasks.spot()) {
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
        let mut rows = vec![department::head(world, cells)];
        if self.entries.is_empty() {
            let why = if self.filter.is_empty() { wording::NO_BUREAUS } else { wording::NO_SUCH_BUREAU };
            rows.push(plain(&world.why_empty(why), Role::Dim, cells, world.width));
        }
        let seen = self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen());
        rows.extend(seen.map(|(at, entry)| {
            let row = department::row(world, entry, cells);
            if at == self.cursor.at { select(row, focused && self.pane == Pane::List) } else { row }
        }));
        rows
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
        let wanted = Some((self.filter.text(), world.plans_shown()));
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
            self.tasks.restart();
        }
        if self.entries.is_empty() {
            self.pane = Pane::List;
        }
        self.tasks.settle(world, self.chosen.as_deref());
        self.reader.light(self.lit(world));
        self.reader.show(self.tasks.spot());
        let text = self.reader.area;
        self.reader.settle(world, text);
    }

    fn act(&mut self, world: &World, deed: Deed) -> Reply {
        match deed {
            Deed::Move(motion) => self.go_by(world, motion),
            Deed::Scroll(motion) if self.n_panes == 3 => {
                self.reader.scroll(world, motion);
            }
            Deed::Scroll(motion) => self.tasks.go(motion),
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
                self.tasks.restart();
                return true;
            }
        } else if contains(self.tasks.area, column, row) {
            self.pane = Pane::Tasks;
            return self.tasks.click(column, row);
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
        } else if contains(self.tasks.area, column, row) {
            Pane::Tasks
        } else {
            Pane::Text
        };
        for _ in 0..WHEEL_ROWS {
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
        let is_bureau = id != dossier::UNNAMED;
        if is_bureau
            && world
                .ledger()
                .assignee(id)
                .is_none_or(|bureau| bureau.count_by_role(|plan| world.is_chosen(plan)).total() == 0)
        {
            // A bureau without tasks is in the list only while it is asked for.
            let Some(department) = world.department(id) else { return false };
            self.filter.set(&department.name);
        }
        self.chosen = Some(id.clone());
        self.tasks.restart();
        self.pane = if self.n_panes == 1 { Pane::Tasks } else { Pane::List };
        true
    }

    fn crumbs(&self, world: &World) -> Vec<String> {
        let tab = wording::TABS.get(1).copied().unwrap_or_default();
        let mut crumbs = vec![self.entries.get(self.cursor.at).map_or(tab, |entry| &entry.name).to_owned()];
        if let Some(spot) = self.tasks.spot().filter(|_| self.pane != Pane::List) {
            crumbs.extend(world.plan(spot).map(|plan| plan.short.clone()));
            crumbs.push(world.title(spot));
        }
        crumbs
    }

    fn count(&self, _world: &World) -> String {
        let at = (self.cursor.at + 1).min(self.entries.len());
        let filter = self.filter.text();
        let filter = if filter.is_empty() { String::new() } else { format!("{}“{filter}” ", wording::FILTER) };
        format!("{filter}{at}/{}", self.entries.len())
    }

    fn filter(&self) -> Option<&Field> {
        Some(&self.filter)
    }

    fn filter_mut(&mut self) -> Option<&mut Field> {
        Some(&mut self.filter)
    }

    fn copy(&self, world: &World, what: Copied) -> Option<String> {
        match (self.pane, self.tasks.spot()) {
            (Pane::Tasks | Pane::Text, Some(spot)) => clipboard::node(world, spot, what),
            (Pane::List | Pane::Tasks | Pane::Text, _) => {
                let entry = self.entries.get(self.cursor.at)?;
                Some(match what {
                    Copied::Path => entry.name.clone(),
                    Copied::Text | Copied::Citation => dossier::text(world, &entry.id),
                })
            }
        }
    }

    fn command(&self, world: &World) -> Option<Command> {
        match (self.pane, self.tasks.spot()) {
            (Pane::Tasks | Pane::Text, Some(spot)) => clipboard::command(world, spot),
            (Pane::List | Pane::Tasks | Pane::Text, _) => Some(whole(world, self.entries.get(self.cursor.at)?)),
        }
    }

    fn export(&self, world: &World) -> Option<Command> {
        // The dossier of the bureau, also where the cursor is on one of its tasks.
        let entry = self.entries.get(self.cursor.at).filter(|_| self.pane == Pane::Tasks);
        entry.map(|entry| whole(world, entry)).or_else(|| self.command(world))
    }

    fn spot(&self, _world: &World) -> Option<Spot> {
        self.tasks.spot()
    }

    fn paint(&self, world: &World, focused: bool, page: &mut Page) {
        for (area, rows) in [
            (self.list_area, self.list_rows(world, focused)),
            (self.tasks.area, self.tasks.painted(world, focused && self.pane == Pane::Tasks)),
        ] {
            if area.width > 0 && area.height > 0 {
                page.regions.push(Region { area, rows });
            }
        }
        if self.n_panes > 1 {
            layout::rule(self.list_area, world.width, page);
        }
        if self.n_panes > 2 {
            layout::rule(self.tasks.area, world.width, page);
            self.reader.paint(world, page);
        }
    }
}

/// The command that prints all that stands beside an entry of the list.
fn whole(world: &World, entry: &Entry) -> Command {
    let command = if entry.id == dossier::UNNAMED {
        Command::new(&["tasks", "--no-unit"])
    } else {
        Command::new(&["dossier", &entry.name])
    };
    command.over_chosen(world)
}
