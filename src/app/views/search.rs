//! The search while the user types: the query, the hits grouped by kind, and on a broad screen the text of the hit
//! under the cursor. Where nothing is found, other queries are listed in place of hits.

use crate::app::content::hit;
use crate::app::content::reader::Reader;
use crate::app::input::action::{Edit, Motion};
use crate::app::screen::layout::{self, below, contains, cut};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{plain, select};
use crate::app::state::active_search::ActiveSearch;
use crate::app::state::location::{Crumb, Location};
use crate::app::state::search::{Hit, SearchResults, without_last_filter};
use crate::app::state::session::Session;
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{self, Command};
use crate::library::{Answer, Failure};
use crate::search::Kind;
use crate::words::{browser, query};

/// The most hits that are listed; the others are only counted.
pub(crate) const LIMIT: usize = 500;

/// Areas at least this wide, in cells, show the text of the hit beside the list.
const PREVIEW_FROM: u16 = 100;

/// Lists of at least this many rows leave one for the reason of the hit under the cursor.
const WHY_FROM: u16 = 6;

/// One row of the list of hits.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// The head of a group: how many hits of it are listed, and how many there are.
    Head(Kind, usize, usize),
    /// A hit, by its position among those found.
    Hit(usize),
    /// A remark that cannot be chosen.
    Note(String, Role),
    /// Another query to try, by its position.
    Offer(usize),
    /// The typed query in all plans, with the number of its hits there.
    Everywhere(usize),
    /// The question which office 我局 is.
    OwnOffice,
}

impl Entry {
    /// Returns whether the cursor can stand on the row.
    fn is_choice(&self) -> bool {
        matches!(self, Self::Hit(_) | Self::Offer(_) | Self::Everywhere(_) | Self::OwnOffice)
    }
}

/// What Enter means on the row under the cursor.
pub(crate) enum Chosen {
    /// This search is put in force, and this is the place to go to.
    Hit(Box<ActiveSearch>, Location),
    /// This query takes the place of the typed one.
    Offer(String),
    /// The typed query is asked in all plans.
    Everywhere,
    /// The user is asked which office 我局 is.
    OwnOffice,
}

/// The search line with its hits and their preview.
#[derive(Default)]
pub(crate) struct SearchView {
    pub(crate) field: TextField,
    found: SearchResults,
    /// Whether the answer is still to come; until then the last one stays.
    is_pending: bool,
    /// The reason why the library failed to answer; `None` if it did not fail.
    failure: Option<Failure>,
    entries: Vec<Entry>,
    cursor: Cursor,
    reader: Reader,
    /// The area of the filters, and what each was taken for.
    notes_area: Area,
    notes: Vec<Row>,
    /// The area of the list of hits.
    area: Area,
    /// The area of the reason of the hit under the cursor.
    why_area: Area,
}

impl SearchView {
    /// Searches for what is typed.
    pub(crate) fn search(&mut self, session: &Session) {
        let typed = self.field.text();
        let answer = session.find(&typed, LIMIT);
        self.is_pending = answer == Answer::Pending;
        self.failure = None;
        match answer {
            Answer::Ready(found) => self.found = found,
            Answer::Pending => return,
            Answer::Failed(failure) => {
                self.found = SearchResults::default();
                self.entries = vec![Entry::Note(failure.to_string(), Role::Warning)];
                self.failure = Some(failure);
                return;
            }
        }
        self.entries.clear();
        if self.found.lacks_own_office {
            self.entries.push(Entry::Note(query::OWN_OFFICE_UNKNOWN.to_string(), Role::Text));
            self.entries.push(Entry::OwnOffice);
            self.entries.push(Entry::Note(query::OWN_OFFICE_HOW.to_string(), Role::Dim));
        } else if self.found.hits.is_empty() && !typed.trim().is_empty() {
            self.list_nothing(session, typed.trim());
        }
        for (kind, of) in &self.found.totals {
            let of_kind = self.found.hits.iter().enumerate().filter(|(_, hit)| hit.kind == *kind);
            let hits: Vec<Entry> = of_kind.map(|(at, _)| Entry::Hit(at)).collect();
            if !hits.is_empty() {
                self.entries.push(Entry::Head(*kind, hits.len(), *of));
                self.entries.extend(hits);
            }
        }
        let first = self.entries.iter().position(Entry::is_choice);
        self.cursor = Cursor { at: first.unwrap_or(0), top: 0 };
    }

    /// Whether the answer to what is typed is still to come.
    pub(crate) fn is_pending(&self) -> bool {
        self.is_pending
    }

    /// Searches again for what is typed, where that may find more than before. The cursor stays on its hit, if that is found
    /// again.
    pub(crate) fn search_again(&mut self, session: &Session) {
        if !self.is_pending && !self.found.is_partial {
            return;
        }
        let before = (!self.is_pending).then(|| self.hit().map(|hit| (hit.kind, hit.location.clone()))).flatten();
        self.search(session);
        let is_it = |entry: &Entry| match entry {
            Entry::Hit(at) => self.found.hits.get(*at).map(|hit| (hit.kind, hit.location.clone())) == before,
            Entry::Head(..) | Entry::Note(..) | Entry::Offer(_) | Entry::Everywhere(_) | Entry::OwnOffice => false,
        };
        if let Some(at) = before.as_ref().and_then(|_| self.entries.iter().position(is_it)) {
            self.cursor.at = at;
        }
    }

    /// Returns why the search failed, if it did.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Returns the command that prints the hits; `None` while nothing is typed.
    pub(crate) fn command(&self, session: &Session) -> Option<Command> {
        // Outside the browser nobody is asked which office 我局 is.
        let typed = self.found.with_own_office.clone().unwrap_or_else(|| self.field.text());
        // A hyphen at the beginning would be read as an option.
        let query = typed.trim().trim_start_matches('-');
        let search = || {
            Command::Search(command::Search {
                query: vec![query.to_owned()],
                limit: LIMIT,
                plans: session.plan_filter(),
                ..command::Search::default()
            })
        };
        (!query.is_empty()).then(search)
    }

    /// Lists, where nothing was found, the reason and what to try.
    fn list_nothing(&mut self, session: &Session, typed: &str) {
        // Filters that are half typed or not understood search for nothing yet; the rows above say so.
        let asks = self.found.filters.iter().any(|filter| filter.is_used) || !self.found.highlighted.is_empty();
        if !asks && !self.found.filters.is_empty() {
            return;
        }
        let note = |text: String| Entry::Note(text, Role::Dim);
        self.entries.push(Entry::Note(query::nothing_found(typed), Role::Text));
        if !self.found.unmet.is_empty() && self.found.highlighted.len() > 1 {
            self.entries.push(note(query::unmet(self.found.unmet.join("”“"))));
        }
        let everywhere = if session.is_narrowed() { session.count_everywhere(typed) } else { 0 };
        if self.found.offers.is_empty() && everywhere == 0 {
            self.entries.push(note(query::try_shorter(session.keymap.key(wording::ESCAPE))));
            return;
        }
        self.entries.push(note(query::try_these(session.keymap.key(wording::CONFIRM))));
        if everywhere > 0 {
            self.entries.push(Entry::Everywhere(everywhere));
        }
        self.entries.extend((0..self.found.offers.len()).map(Entry::Offer));
    }

    /// Fits list, reason and preview into this area.
    pub(crate) fn settle(&mut self, session: &Session, area: Area) {
        let (list, text) = if area.width >= PREVIEW_FROM { cut(area, area.width / 2) } else { (area, Area::default()) };
        self.notes = hit::notes(session, &self.found, usize::from(list.width));
        self.notes.truncate(usize::from(list.height / 2));
        let (notes, list) = below(list, u16::try_from(self.notes.len()).unwrap_or(0));
        self.notes_area = notes;
        let has_why = list.height >= WHY_FROM && !self.found.hits.is_empty();
        (self.area, self.why_area) = below(list, list.height.saturating_sub(u16::from(has_why)));
        self.cursor.settle(self.entries.len(), self.seen());
        let hit = self.hit();
        if let Some(hit) = hit {
            session.fetch(&hit.location);
        }
        let node_ref = hit.and_then(|hit| session.node_ref(&hit.location));
        let (meant, line) = hit.map(|hit| (hit.meant.clone(), hit.line)).unwrap_or_default();
        let words = self.found.highlighted.iter().cloned().chain(meant).collect();
        self.reader.highlight(words);
        self.reader.show(session, node_ref);
        self.reader.settle(session, text);
        if text.width > 0 {
            self.reader.seek(session, line);
        }
    }

    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Returns the hit under the cursor.
    fn hit(&self) -> Option<&Hit> {
        self.found.hits.get(self.hit_at()?)
    }

    fn hit_at(&self) -> Option<usize> {
        match self.entries.get(self.cursor.at)? {
            Entry::Hit(at) => Some(*at),
            Entry::Head(..) | Entry::Note(..) | Entry::Offer(_) | Entry::Everywhere(_) | Entry::OwnOffice => None,
        }
    }

    /// Moves among the hits; on the first one, ↑ brings back earlier queries.
    pub(crate) fn go(&mut self, session: &Session, motion: Motion) {
        let is_choice = |at| self.entries.get(at).is_some_and(Entry::is_choice);
        let is_first = !(0..self.cursor.at).any(is_choice);
        let recalls = (motion == Motion::Up && is_first) || (motion == Motion::Down && self.field.is_recalled());
        if recalls {
            if self.field.recall(motion == Motion::Up) {
                self.search(session);
            }
            return;
        }
        let found = self.cursor.item_target(motion, self.entries.len(), self.seen(), is_choice, |_| false);
        let at = found.unwrap_or(self.cursor.at);
        // The rows above the first hit stay in sight with it.
        if !(0..at).any(is_choice) {
            self.cursor.top = 0;
        }
        self.cursor.at = at;
    }

    pub(crate) fn type_in(&mut self, session: &Session, text: &str) {
        self.field.insert(text);
        self.search(session);
    }

    /// Replaces the typed query by another one, and searches for it.
    pub(crate) fn replace_query(&mut self, session: &Session, query: &str) {
        self.field.remember();
        self.field.set(query);
        self.search(session);
    }

    /// Edits the query, and searches anew where it changed.
    pub(crate) fn edit(&mut self, session: &Session, edit: Edit) {
        if self.field.edit(edit) {
            self.search(session);
        }
    }

    /// Returns whether Enter and the arrows have anything to choose from.
    pub(crate) fn has_choice(&self) -> bool {
        self.entries.iter().any(Entry::is_choice)
    }

    /// Returns whether the query has a filter.
    pub(crate) fn has_filter(&self) -> bool {
        without_last_filter(&self.field.text()).is_some()
    }

    /// Removes the last filter from the query. Returns `false` if it has none.
    pub(crate) fn unfilter(&mut self, session: &Session) -> bool {
        let Some(query) = without_last_filter(&self.field.text()) else { return false };
        self.field.set(&query);
        self.search(session);
        true
    }

    /// Returns what Enter means on the row under the cursor.
    pub(crate) fn chosen(&mut self, session: &Session) -> Option<Chosen> {
        match self.entries.get(self.cursor.at)? {
            Entry::Hit(at) => {
                let location = self.found.hits.get(*at)?.location.clone();
                self.field.remember();
                let search = ActiveSearch::new(self.field.text(), self.found.clone(), *at);
                Some(Chosen::Hit(Box::new(search), location))
            }
            Entry::Offer(at) => Some(Chosen::Offer(self.found.offers.get(*at)?.query.clone())),
            Entry::Everywhere(_) => session.is_narrowed().then_some(Chosen::Everywhere),
            Entry::OwnOffice => Some(Chosen::OwnOffice),
            Entry::Head(..) | Entry::Note(..) => None,
        }
    }

    /// Handles a click. Returns whether it chose something.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        let at = self.cursor.top + usize::from(row.saturating_sub(self.area.y));
        let is_choice = contains(self.area, column, row) && self.entries.get(at).is_some_and(Entry::is_choice);
        if is_choice {
            self.cursor.at = at;
        }
        is_choice
    }

    /// Returns the titles above the hit under the cursor and its own, for the breadcrumb.
    pub(crate) fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let Some(hit) = self.hit() else { return vec![Crumb::plain(query::SEARCH.get())] };
        let plan = hit.plan.as_deref().and_then(|id| session.head(id));
        let plan = plan.map(|plan| Crumb::to(plan.name(), Some(Location::Plan(plan.id.clone()))));
        let above = hit.path.iter().map(Crumb::plain);
        plan.into_iter().chain(above).chain([Crumb::to(&hit.title, Some(hit.location.clone()))]).collect()
    }

    /// Words which hit the cursor is on, for the end of the breadcrumb.
    pub(crate) fn count(&self) -> String {
        if self.is_pending {
            return browser::SEARCHING.to_string();
        }
        if self.found.is_partial {
            return browser::LOADING.to_string();
        }
        let at = self.hit_at().map(|at| wording::hit_count(at + 1, self.found.hits.len()));
        at.unwrap_or_default()
    }

    /// Paints the filters, the hits, and the preview of the one under the cursor.
    pub(crate) fn paint(&self, session: &Session, page: &mut Page) {
        page.regions.push(Region { area: self.notes_area, rows: self.notes.clone() });
        let cells = usize::from(self.area.width);
        let is_idle = self.field.text().trim().is_empty();
        let mut rows = if is_idle { hit::invitation(session, cells) } else { self.rows(session, cells) };
        rows.truncate(self.seen());
        page.regions.push(Region { area: self.area, rows });
        if let Some(hit) = self.hit().filter(|_| self.why_area.height > 0) {
            page.regions.push(Region { area: self.why_area, rows: vec![hit::why(session, hit, cells)] });
        }
        if self.reader.area.width > 0 {
            let height = self.notes_area.height + self.area.height + self.why_area.height;
            layout::rule(Area { height, ..self.notes_area }, session.width, page);
            self.preview(session, page);
        }
    }

    /// Paints the preview of the hit under the cursor.
    fn preview(&self, session: &Session, page: &mut Page) {
        let area = self.reader.area;
        let location = self.hit().map(|hit| &hit.location);
        let rows = location
            .and_then(|location| hit::preview(session, location, usize::from(area.width), usize::from(area.height)));
        match rows {
            Some(rows) => page.regions.push(Region { area, rows }),
            None => self.reader.paint(session, page),
        }
    }

    fn rows(&self, session: &Session, cells: usize) -> Vec<Row> {
        let seen = self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen());
        let row = |(at, entry): (usize, &Entry)| {
            let row = match entry {
                Entry::Head(kind, listed, of) => hit::head(session, *kind, *listed, *of, cells),
                Entry::Hit(hit) => {
                    self.found.hits.get(*hit).map(|hit| hit::row(session, hit, cells)).unwrap_or_default()
                }
                Entry::Note(text, role) => plain(text, *role, cells, session.width),
                Entry::Offer(offer) => {
                    let words = self.found.offers.get(*offer).map_or("", |offer| &offer.words);
                    plain(&format!("  {words}"), Role::Unit, cells, session.width)
                }
                Entry::OwnOffice => {
                    let words = query::choose_office(session.keymap.key(wording::CONFIRM));
                    plain(&format!("  {words}"), Role::Unit, cells, session.width)
                }
                Entry::Everywhere(n) => plain(&format!("  {}", query::widened(*n)), Role::Unit, cells, session.width),
            };
            if at == self.cursor.at && entry.is_choice() { select(row, true) } else { row }
        };
        seen.map(row).collect()
    }
}
