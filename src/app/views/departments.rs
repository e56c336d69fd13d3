//! 部门: the departments that the plans name, the dossier of the chosen one, and on a broad screen the text of its tasks.

use crate::analysis::responsibility::ledger::Assignee;
use crate::app::content::clipboard;
use crate::app::content::department::{self, Candidates, Entry};
use crate::app::content::dossier::{self, DossierPane, DossierPlace};
use crate::app::content::reader::{Reader, ReaderPlace};
use crate::app::input::action::{Arrange, CopyKind, Motion, Only, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::layout::{self, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{plain, select};
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine};
use crate::app::state::saved::SavedView;
use crate::app::state::session::{Material, PlansShown, Session};
use crate::app::views::{self, Reply, View, adjacent};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{self, Command};
use crate::search::FilterKind;
use crate::words::{browser, pages};

/// The panes of the view, from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    List,
    Tasks,
    Text,
}

/// The panes in the order in which Tab goes through them.
const PANES: [Pane; 3] = [Pane::List, Pane::Tasks, Pane::Text];

/// The view with its list, dossier and text.
#[derive(Default)]
pub(crate) struct Departments {
    /// What narrows the list of departments.
    filter: TextField,
    /// What narrows the tasks of the chosen one.
    narrow: TextField,
    candidates: Candidates,
    /// The plans that the candidates were collected in.
    collected_for: Option<PlansShown>,
    /// Whether it was known then who has which task.
    had_ledger: bool,
    entries: Vec<Entry>,
    /// The filter and the plans that the entries were listed for.
    listed_for: Option<(String, PlansShown)>,
    cursor: Cursor,
    /// Whether the list was narrowed by typing since it was made: what matches best is chosen then.
    is_typed: bool,
    /// The id of the chosen department, so that it stays chosen while the list changes.
    chosen: Option<String>,
    tasks: DossierPane,
    reader: Reader,
    pane: Pane,
    list_area: Area,
    n_panes: usize,
}

/// Where the user is among the departments.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    filter: String,
    narrow: String,
    chosen: Option<String>,
    cursor: Cursor,
    tasks: DossierPlace,
    reader: ReaderPlace,
    pane: Pane,
}

impl Departments {
    fn seen(&self) -> usize {
        // One row of the pane is taken by the heads of the columns.
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

    /// Makes the department under the cursor the chosen one.
    fn choose(&mut self) {
        self.chosen = self.entries.get(self.cursor.at).map(|entry| entry.id.clone());
    }

    /// Returns what is highlighted in the text of the task: the words of the search, and the
    /// department as it is printed there.
    fn highlights(&self, session: &Session) -> Vec<String> {
        let printed = self.tasks.item().and_then(|item| item.printed.clone());
        session.highlighted().iter().cloned().chain(printed).collect()
    }

    fn go_by(&mut self, session: &Session, motion: Motion) {
        match self.pane {
            Pane::List => {
                self.cursor.at = self.cursor.target(motion, self.entries.len(), self.seen());
                self.choose();
                self.tasks.restart();
            }
            Pane::Tasks => self.tasks.go(session, motion),
            Pane::Text => {
                self.reader.scroll(session, motion);
            }
        }
    }

    fn open(&mut self, session: &Session) -> Reply {
        match (self.pane, self.tasks.node_ref()) {
            (Pane::List, _) if self.entries.is_empty() => Reply::Ignored,
            (Pane::List, _) => {
                self.pane = Pane::Tasks;
                Reply::Handled
            }
            (Pane::Tasks | Pane::Text, Some(node_ref)) => {
                session.location(node_ref).map_or(Reply::Ignored, Reply::GoTo)
            }
            (Pane::Tasks | Pane::Text, None) => {
                let sister = self.tasks.sister().map(str::to_owned);
                sister.map_or(Reply::Ignored, |id| Reply::GoTo(Location::Department(id)))
            }
        }
    }

    /// Makes the rows of the list of departments.
    fn list_rows(&self, session: &Session, focused: bool) -> Vec<Row> {
        let cells = usize::from(self.list_area.width);
        let mut rows = vec![department::head(session, cells)];
        let seen = self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen());
        rows.extend(seen.map(|(at, entry)| {
            let row = department::row(session, entry, cells);
            if at == self.cursor.at { select(row, focused && self.pane == Pane::List) } else { row }
        }));
        // Without the ledger only the tasks that name no units are listed.
        if self.entries.is_empty() || !session.has_ledger() {
            let why = if self.filter.is_empty() {
                pages::no_bureaus(session.keymap.key(wording::SELECT_PLANS))
            } else {
                pages::no_such_bureau(session.keymap.key(wording::ESCAPE))
            };
            rows.push(plain(&session.why_empty(Material::Departments, &why), Role::Dim, cells, session.width));
        }
        rows.truncate(usize::from(self.list_area.height));
        rows
    }
}

impl View for Departments {
    fn context(&self) -> Context {
        match self.pane {
            Pane::List => Context::Departments,
            Pane::Tasks => Context::Tasks,
            Pane::Text => Context::Text,
        }
    }

    fn settle(&mut self, session: &Session, area: Area) {
        self.divide(area);
        let shown = session.plans_shown();
        if self.collected_for.as_ref() != Some(&shown) {
            // Before it is known who has which task, only the tasks of nobody are listed, and nobody has chosen them.
            let has_ledger = session.has_ledger();
            if has_ledger && !self.had_ledger && self.pane == Pane::List && self.collected_for.is_some() {
                (self.chosen, self.cursor) = (None, Cursor::default());
            }
            self.had_ledger = has_ledger;
            self.candidates = Candidates::new(session);
            self.collected_for = Some(shown.clone());
        }
        let wanted = Some((self.filter.text(), shown));
        if self.listed_for != wanted {
            self.entries = self.candidates.list(session, &self.filter.text());
            self.listed_for = wanted;
            if self.is_typed && !self.filter.is_empty() {
                (self.chosen, self.cursor) = (None, Cursor::default());
            }
            self.is_typed = false;
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
        self.tasks.settle(session, self.chosen.as_deref(), &self.narrow.text());
        self.reader.highlight(self.highlights(session));
        self.reader.show(session, self.tasks.node_ref());
        let text = self.reader.area;
        self.reader.settle(session, text);
    }

    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply {
        match view_action {
            ViewAction::Move(motion) => self.go_by(session, motion),
            ViewAction::Scroll(motion) if self.n_panes == 3 => {
                self.reader.scroll(session, motion);
            }
            ViewAction::Scroll(motion) => self.tasks.scroll(session, motion),
            ViewAction::Open => return self.open(session),
            ViewAction::Focus(_) if self.entries.is_empty() => return Reply::Ignored,
            ViewAction::Focus(step) => {
                let panes = [Pane::List, Pane::Tasks, Pane::Text];
                let seen = panes.get(..self.n_panes.max(2)).unwrap_or(&panes);
                self.pane = adjacent(seen, self.pane, step);
            }
            ViewAction::Back if self.pane != Pane::List && !self.narrow.is_empty() => self.narrow.set(""),
            ViewAction::Back | ViewAction::Close
                if self.pane != Pane::List && (self.n_panes == 1 || view_action == ViewAction::Back) =>
            {
                self.pane = Pane::List;
            }
            ViewAction::Back if !self.filter.is_empty() => self.filter.set(""),
            ViewAction::Fold(_)
            | ViewAction::Column(_)
            | ViewAction::Passage(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn works(&self, session: &Session, view_action: ViewAction) -> bool {
        if matches!(view_action, ViewAction::Scroll(_)) {
            return if self.n_panes == 3 { self.reader.screenful(session).is_some() } else { self.tasks.is_long() };
        }
        if view_action == ViewAction::Open && self.pane != Pane::List {
            return self.tasks.node_ref().is_some() || self.tasks.sister().is_some();
        }
        !matches!(view_action, ViewAction::Open | ViewAction::Focus(_)) || !self.entries.is_empty()
    }

    fn click(&mut self, _session: &Session, column: u16, row: u16) -> bool {
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

    fn is_link(&self) -> bool {
        self.pane == Pane::Tasks && self.tasks.sister().is_some()
    }

    fn move_at(&mut self, session: &Session, column: u16, row: u16, motion: Motion) {
        let pane = if contains(self.list_area, column, row) {
            Pane::List
        } else if contains(self.tasks.area, column, row) {
            Pane::Tasks
        } else {
            Pane::Text
        };
        let focused = std::mem::replace(&mut self.pane, pane);
        self.go_by(session, motion);
        self.pane = focused;
    }

    fn seek(&mut self, session: &Session, forward: bool) -> Option<(usize, usize)> {
        if self.pane == Pane::Text { self.reader.seek_next(session, forward) } else { None }
    }

    fn place(&self) -> views::Place {
        views::Place::Departments(Place {
            filter: self.filter.text(),
            narrow: self.narrow.text(),
            chosen: self.chosen.clone(),
            cursor: self.cursor,
            tasks: self.tasks.place(),
            reader: self.reader.place(),
            pane: self.pane,
        })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Departments(place) = place else { return false };
        self.filter.set(&place.filter);
        self.narrow.set(&place.narrow);
        self.pane = place.pane;
        self.chosen.clone_from(&place.chosen);
        self.settle(session, area);
        let is_listed = self.chosen == place.chosen;
        self.cursor = if is_listed { place.cursor.carried_to(self.cursor.at) } else { self.cursor };
        self.tasks.restore(session, &place.tasks);
        self.reader.restore(&place.reader);
        is_listed
    }

    fn saved(&self, session: &Session) -> SavedView {
        let tasks = self.tasks.place();
        SavedView {
            at: self.location(session),
            above: self.cursor.above(),
            filter: self.filter.text(),
            narrow: self.narrow.text(),
            pane: PANES.iter().position(|pane| *pane == self.pane).unwrap_or(0),
            inner: tasks.item.and_then(|item| session.location(item.node_ref)),
            inner_above: tasks.cursor.above(),
            top: self.reader.place().top,
            ..SavedView::default()
        }
    }

    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<views::Place> {
        if !session.knows(saved.at.iter().chain(&saved.inner)) || !(session.has_dossiers() || saved.inner.is_none()) {
            return None;
        }
        let chosen = match &saved.at {
            Some(Location::Department(id)) => Some(id.clone()),
            _ => None,
        };
        let inner = saved.inner.as_ref().and_then(|location| session.node_ref(location));
        let tasks = chosen
            .as_deref()
            .zip(inner)
            .map(|(id, node_ref)| DossierPlace::on_node(session, id, &saved.narrow, node_ref, saved.inner_above));
        Some(views::Place::Departments(Place {
            filter: saved.filter.clone(),
            narrow: saved.narrow.clone(),
            chosen,
            cursor: Cursor::below(saved.above),
            tasks: tasks.unwrap_or_default(),
            reader: ReaderPlace::at_row(inner, saved.top),
            pane: PANES.get(saved.pane).copied().unwrap_or_default(),
        }))
    }

    fn go_to_top(&mut self, _session: &Session) {
        self.pane = Pane::List;
        self.cursor = Cursor::default();
        self.choose();
        self.tasks.restart();
    }

    fn location(&self, _session: &Session) -> Option<Location> {
        self.chosen.clone().map(Location::Department)
    }

    fn go(&mut self, session: &Session, location: &Location, _target: Option<&TargetLine>) -> bool {
        let Location::Department(id) = location else { return false };
        if !session.has_ledger() {
            return false;
        }
        self.narrow.set("");
        let has_tasks = |bureau: &Assignee| bureau.count_by_role(|plan| session.is_chosen(plan)).total() > 0;
        if id == dossier::UNNAMED || session.ledger().assignee(id).is_some_and(has_tasks) {
            self.filter.set("");
        } else {
            // A department without tasks is in the list only while the filter asks for it.
            let Some(department) = session.department(id) else { return false };
            self.filter.set(&department.name);
        }
        self.chosen = Some(id.clone());
        self.tasks.restart();
        self.pane = if self.n_panes == 1 { Pane::Tasks } else { Pane::List };
        true
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let tab = browser::DEPARTMENTS.get();
        let name = self.entries.get(self.cursor.at).map_or(tab, |entry| &entry.name);
        let mut crumbs = vec![Crumb::to(name, self.location(session))];
        if let Some(node_ref) = self.tasks.node_ref().filter(|_| self.pane != Pane::List) {
            let plan = session.plan(node_ref);
            crumbs.extend(plan.map(|plan| Crumb::to(plan.name(), Some(Location::Plan(plan.id.clone())))));
            crumbs.push(Crumb::to(session.title(node_ref), session.location(node_ref)));
        }
        crumbs
    }

    fn count(&self, session: &Session) -> String {
        match self.pane {
            Pane::List => {
                let at = (self.cursor.at + 1).min(self.entries.len());
                wording::filtered_count(&self.filter.text(), (at, self.entries.len()))
            }
            Pane::Tasks => wording::filtered_count(&self.narrow.text(), self.tasks.count()),
            Pane::Text => self.reader.screenful(session).map(|(at, of)| browser::screenful(at, of)).unwrap_or_default(),
        }
    }

    fn filter(&self) -> Option<&TextField> {
        Some(if self.pane == Pane::List { &self.filter } else { &self.narrow })
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        self.is_typed = self.pane == Pane::List;
        Some(if self.pane == Pane::List { &mut self.filter } else { &mut self.narrow })
    }

    fn arrange(&mut self, session: &Session, arrange: Arrange) -> Option<String> {
        let Arrange::Only(only) = arrange else { return None };
        let department = self.chosen.as_deref().filter(|_| self.pane != Pane::List)?;
        let kind = match only {
            Only::Role => FilterKind::Role,
            Only::Year => FilterKind::Year,
            Only::Plan => FilterKind::Plan,
        };
        let filter = dossier::turned(session, department, &self.narrow.text(), kind);
        self.narrow.set(&filter);
        Some(if filter.is_empty() { pages::ALL_TASKS.to_string() } else { browser::filtered(filter) })
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        match (self.pane, self.tasks.node_ref()) {
            (Pane::Tasks | Pane::Text, Some(node_ref)) => clipboard::node(session, node_ref, what),
            (Pane::List | Pane::Tasks | Pane::Text, _) => {
                let entry = self.entries.get(self.cursor.at)?;
                Some(match what {
                    CopyKind::Path => entry.name.clone(),
                    CopyKind::Text | CopyKind::Citation => dossier::text(session, &entry.id),
                })
            }
        }
    }

    fn command(&self, session: &Session) -> Option<Command> {
        match (self.pane, self.tasks.node_ref()) {
            (Pane::Tasks | Pane::Text, Some(node_ref)) => clipboard::command(session, node_ref),
            (Pane::List | Pane::Tasks | Pane::Text, _) => Some(whole(session, self.entries.get(self.cursor.at)?)),
        }
    }

    fn export(&self, session: &Session) -> Option<Command> {
        // The dossier is exported even where the cursor is on one of its tasks.
        let entry = self.entries.get(self.cursor.at).filter(|_| self.pane == Pane::Tasks);
        entry.map(|entry| whole(session, entry)).or_else(|| self.command(session))
    }

    fn node_ref(&self, _session: &Session) -> Option<NodeRef> {
        self.tasks.node_ref()
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        for (area, rows) in [
            (self.list_area, self.list_rows(session, focused)),
            (self.tasks.area, self.tasks.painted(session, focused && self.pane == Pane::Tasks)),
        ] {
            if area.width > 0 && area.height > 0 {
                page.regions.push(Region { area, rows });
            }
        }
        if self.n_panes > 1 {
            layout::rule(self.list_area, session.width, page);
        }
        if self.n_panes > 2 {
            layout::rule(self.tasks.area, session.width, page);
            self.reader.paint(session, page);
        }
    }
}

/// Returns the command that prints the dossier beside an entry of the list.
fn whole(session: &Session, entry: &Entry) -> Command {
    let plans = session.plan_filter();
    if entry.id == dossier::UNNAMED {
        Command::Tasks(command::Tasks { plans, no_unit: true, ..command::Tasks::default() })
    } else {
        Command::Dossier(command::Dossier { name: entry.name.clone(), plans })
    }
}
