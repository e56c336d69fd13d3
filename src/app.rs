//! The browser without a terminal: keys and sizes go in, pages and effects come out.
//!
//! A key becomes an action by the table of `keymap`; `App::update` does the action and restores every invariant; `page`
//! describes the screen. No terminal, no clock, no file is known here: the caller brings the dataset and a search.

pub mod action;
mod bureaus;
mod card;
mod copying;
pub mod cursor;
mod duties;
mod field;
pub mod finder;
mod frame;
mod grid;
pub mod key;
pub mod keymap;
mod ledger;
mod line;
pub mod page;
mod panes;
pub mod place;
mod prose;
mod reader;
mod searching;
mod sheet;
mod sheets;
#[cfg(test)]
mod tests;
mod tree;
mod views;
mod words;
mod world;

use std::collections::BTreeMap;
use std::sync::Arc;

use action::{Action, Ask, Edit, Effect, Motion, Mouse, MouseKind};
use finder::{Finder, Scan};
use key::{Code, Key};
use keymap::{Context, Meaning};
use page::{Page, Size};
use place::{Place, Trail};
use searching::Searching;
use sheet::{Choice, Sheet};
use views::{Reply, View};
use world::World;

use crate::model::Dataset;
use crate::text::width::Width;

/// Rows a turn of the wheel moves.
const WHEEL: usize = 3;

/// What the browser starts with.
#[derive(Default)]
pub struct Options {
    /// The size of the screen.
    pub size: Size,
    /// How wide the terminal draws ambiguous characters.
    pub width: Width,
    /// Where to open.
    pub at: Option<Place>,
    /// What to search for at the start.
    pub search: Option<String>,
    /// The search; without one, characters are looked for as they stand.
    pub finder: Option<Box<dyn Finder>>,
    /// The documents as text by the id of their plan, for `o`.
    pub sources: BTreeMap<String, Arc<str>>,
}

/// Which line one types in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// None: keys are commands.
    #[default]
    List,
    /// The search line.
    Search,
    /// The line that narrows the view's list.
    Filter,
}

/// The browser.
pub struct App {
    world: World,
    views: Vec<Box<dyn View>>,
    tab: usize,
    size: Size,
    mode: Mode,
    searching: Searching,
    sheet: Option<Sheet>,
    /// Keys typed that begin something.
    pending: Vec<Key>,
    trail: Trail,
    /// What the foot says until the next key.
    say: Option<String>,
    has_mouse: bool,
}

impl App {
    /// A browser over this dataset.
    #[must_use]
    pub fn new(dataset: Arc<Dataset>, options: Options) -> Self {
        let finder = options.finder.unwrap_or_else(|| Box::new(Scan::new(Arc::clone(&dataset))));
        let mut world = World::new(dataset, finder, options.width);
        world.sources = options.sources;
        let mut app = Self {
            world,
            views: views::all(),
            tab: 0,
            size: options.size,
            mode: Mode::List,
            searching: Searching::default(),
            sheet: None,
            pending: Vec::new(),
            trail: Trail::default(),
            say: None,
            has_mouse: true,
        };
        app.settle();
        if let Some(place) = options.at {
            app.go(&place);
        }
        if let Some(query) = options.search {
            app.ask(Ask::Search);
            app.searching.type_in(&app.world, &query);
        }
        app.settle();
        app
    }

    /// Takes the size of the screen.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Vec<Effect> {
        self.say = None;
        self.pending.push(key);
        let effects = match keymap::lookup(&self.contexts(), &self.pending) {
            Meaning::Bound(action) => {
                self.pending.clear();
                return self.update(action);
            }
            Meaning::Begun => {
                self.say = Some(format!("{}{}", words::AWAITS, keymap::continued(&self.contexts(), &self.pending)));
                Vec::new()
            }
            Meaning::Nothing => {
                let was_alone = self.pending.len() == 1;
                self.pending.clear();
                self.unbound(key, was_alone);
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// Takes pasted text: it goes into the line one types in, or starts a search.
    pub fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.pending.clear();
        let is_typing = self.mode != Mode::List || self.sheet.as_ref().is_some_and(|sheet| sheet.field.is_some());
        if !is_typing {
            self.sheet = None;
            self.ask(Ask::Search);
        }
        self.type_in(text);
        self.settle();
        Vec::new()
    }

    /// Does an action and restores every invariant.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        match action {
            Action::Quit => effects.push(Effect::Quit),
            Action::Redraw => effects.push(Effect::Redraw),
            Action::Suspend => effects.push(Effect::Suspend),
            Action::Mouse => {
                self.has_mouse = !self.has_mouse;
                self.say(if self.has_mouse { words::MOUSE_ON } else { words::MOUSE_OFF });
                effects.push(Effect::Mouse(self.has_mouse));
            }
            Action::Copy(what) => match self.view().copy(&self.world, what) {
                Some(text) => {
                    self.say = Some(format!("{}{text}", words::COPIED));
                    effects.push(Effect::Copy(text));
                }
                None => self.say(words::NOTHING_TO_COPY),
            },
            Action::Close if self.sheet.is_none() && self.mode == Mode::List => {
                if matches!(self.reply(action), Reply::Unused) {
                    effects.push(Effect::Quit);
                }
            }
            Action::Move(_)
            | Action::Scroll(_)
            | Action::Fold(_)
            | Action::Open
            | Action::Pane(_)
            | Action::Tab(_)
            | Action::TurnTab(_)
            | Action::Ask(_)
            | Action::Hit(_)
            | Action::History(_)
            | Action::Bookmark
            | Action::Edit(_)
            | Action::Back
            | Action::Close => return self.browse(action),
        }
        self.settle();
        effects
    }

    /// The actions that ask nothing of the terminal, unless a sheet's choice does.
    fn browse(&mut self, action: Action) -> Vec<Effect> {
        if self.sheet.is_some() {
            if let Some(effects) = self.in_sheet(action) {
                self.settle();
                return effects;
            }
        }
        match (self.mode, action) {
            (Mode::Search, Action::Move(motion)) => self.searching.go(&self.world, motion),
            (Mode::Search, Action::Edit(Edit::Done)) => self.end_search(),
            (Mode::Search, Action::Edit(edit)) => self.searching.edit(&self.world, edit),
            (Mode::Search, Action::Back) => self.leave_search(),
            (Mode::Filter, Action::Edit(Edit::Done)) => self.mode = Mode::List,
            (Mode::Filter, Action::Edit(edit)) => {
                self.filter_mut(|field| {
                    field.edit(edit);
                });
            }
            (Mode::Filter, Action::Back) => {
                self.filter_mut(|field| field.set(""));
                self.mode = Mode::List;
            }
            (_, Action::Tab(tab)) => self.turn(tab),
            (_, Action::TurnTab(forward)) => {
                let n_tabs = self.views.len();
                self.turn((self.tab + if forward { 1 } else { n_tabs - 1 }) % n_tabs);
            }
            (_, Action::Ask(ask)) => self.ask(ask),
            (_, Action::Hit(forward)) => self.next_hit(forward),
            (_, Action::History(forward)) => self.step(forward),
            (_, Action::Bookmark) => self.bookmark(),
            (_, action) => self.pass_on(action),
        }
        self.settle();
        Vec::new()
    }

    /// Lets the view act, and does what it answers.
    fn pass_on(&mut self, action: Action) {
        if matches!(self.reply(action), Reply::Unused) {
            match action {
                Action::Back => self.back(),
                _ if self.say.is_none() => self.say(words::NOT_HERE),
                _ => {}
            }
        }
    }

    /// The view's answer, done as far as it is the app's to do.
    fn reply(&mut self, action: Action) -> Reply {
        let Some(view) = self.views.get_mut(self.tab) else { return Reply::Unused };
        match view.act(&self.world, action) {
            Reply::Done => Reply::Done,
            Reply::Unused => Reply::Unused,
            Reply::Say(words) => {
                self.say(words);
                Reply::Done
            }
            Reply::Go(place) => {
                self.jump(&place);
                Reply::Done
            }
            Reply::Show(sheet) => {
                self.sheet = Some(*sheet);
                Reply::Done
            }
        }
    }

    /// One step back where the view has none: the search in force goes, then the last jump is undone.
    fn back(&mut self) {
        if self.world.search.take().is_some() {
            self.searching.field.set("");
        } else if self.trail.leads(false) {
            self.step(false);
        } else {
            self.say(words::AT_START);
        }
    }

    /// Does an action while a sheet is open. `None` if it is none of the sheet's.
    fn in_sheet(&mut self, action: Action) -> Option<Vec<Effect>> {
        let sheet = self.sheet.as_mut()?;
        match action {
            Action::Move(motion) => sheet.go(motion),
            Action::Edit(edit) => sheet.edit(edit),
            Action::Back | Action::Close => self.sheet = None,
            Action::Fold(_) => self.toggle_choice(),
            Action::Open => return Some(self.choose()),
            Action::Scroll(_)
            | Action::Pane(_)
            | Action::Tab(_)
            | Action::TurnTab(_)
            | Action::Ask(_)
            | Action::Hit(_)
            | Action::History(_)
            | Action::Copy(_)
            | Action::Bookmark
            | Action::Quit
            | Action::Redraw
            | Action::Suspend
            | Action::Mouse => return None,
        }
        Some(Vec::new())
    }

    /// Does what the chosen line of the sheet means, and closes it.
    fn choose(&mut self) -> Vec<Effect> {
        let choice = self.sheet.take().and_then(|sheet| sheet.chosen().cloned());
        match choice {
            Some(Choice::Run(action)) => return self.update(action),
            Some(Choice::Go(place)) => self.jump(&place),
            Some(Choice::Plan(_)) | None => {}
        }
        Vec::new()
    }

    /// Chooses the plan under the cursor of the sheet, or leaves it out; one stays chosen.
    fn toggle_choice(&mut self) {
        let Some(Choice::Plan(at)) = self.sheet.as_ref().and_then(Sheet::chosen).cloned() else { return };
        let n_chosen = self.world.chosen.iter().filter(|chosen| **chosen).count();
        let Some(chosen) = self.world.chosen.get_mut(at) else { return };
        if *chosen && n_chosen == 1 {
            self.say(words::ONE_PLAN_LEAST);
            return;
        }
        *chosen = !*chosen;
        let entries = sheets::plan_entries(&self.world);
        if let Some(sheet) = &mut self.sheet {
            sheet.renew(entries);
        }
    }

    /// Takes a mouse event.
    pub fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.say = None;
        self.pending.clear();
        let mut effects = Vec::new();
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, false),
            MouseKind::WheelDown => self.wheel(mouse, true),
            MouseKind::Click => {
                self.click(mouse);
            }
            MouseKind::DoubleClick => {
                if self.click(mouse) {
                    let action = if self.mode == Mode::Search { Action::Edit(Edit::Done) } else { Action::Open };
                    effects = self.update(action);
                }
            }
        }
        self.settle();
        effects
    }

    /// Takes a click. `true` if something was chosen that a double click opens.
    fn click(&mut self, mouse: Mouse) -> bool {
        if let Some(sheet) = &mut self.sheet {
            let clicked = sheet.click(mouse.column, mouse.row);
            if clicked.is_none() {
                self.sheet = None;
            }
            return clicked.unwrap_or(false);
        }
        if mouse.row == 0 {
            let tabs = frame::tabs(self.world.width);
            match tabs.iter().position(|(_, columns)| columns.contains(&mouse.column)) {
                Some(tab) => self.turn(tab),
                None => self.ask(Ask::Search),
            }
            return false;
        }
        if self.mode == Mode::Search {
            return self.searching.click(mouse.column, mouse.row);
        }
        self.mode = Mode::List;
        let Some(view) = self.views.get_mut(self.tab) else { return false };
        panes::contains(frame::body(self.size), mouse.column, mouse.row)
            && view.click(&self.world, mouse.column, mouse.row)
    }

    /// Takes a turn of the wheel.
    fn wheel(&mut self, mouse: Mouse, down: bool) {
        let motion = if down { Motion::Down } else { Motion::Up };
        if let Some(sheet) = &mut self.sheet {
            (0..WHEEL).for_each(|_| sheet.go(motion));
        } else if self.mode == Mode::Search {
            let page = if down { Motion::HalfDown } else { Motion::HalfUp };
            self.searching.go(&self.world, page);
        } else if let Some(view) = self.views.get_mut(self.tab) {
            view.wheel(&self.world, mouse.column, mouse.row, down);
        }
    }
}

/// Going to places, and the lines one types in.
impl App {
    /// The view shown.
    fn view(&self) -> &dyn View {
        // `tab` is the ordinal of a view: only `turn`, `ask_bureau` and `go` set it, from the table of the views.
        self.views[self.tab].as_ref()
    }

    /// Where keys are looked up now.
    fn contexts(&self) -> Vec<Context> {
        match (&self.sheet, self.mode) {
            (Some(sheet), _) => vec![sheet.context()],
            (None, Mode::Search) => vec![Context::Search],
            (None, Mode::Filter) => vec![Context::Filter],
            (None, Mode::List) => vec![self.view().context(), Context::Anywhere],
        }
    }

    fn say(&mut self, words: &str) {
        self.say = Some(words.to_owned());
    }

    /// Takes a key without a binding: it types itself, or gets a word of advice.
    fn unbound(&mut self, key: Key, was_alone: bool) {
        let is_typing = self.mode != Mode::List || self.sheet.as_ref().is_some_and(|sheet| sheet.field.is_some());
        match key.code {
            Code::Char(character) if is_typing && !key.ctrl && !key.alt => self.type_in(&character.to_string()),
            _ if is_typing && was_alone => {}
            _ => self.say = Some(words::unbound(&keymap::show(&key.to_string()))),
        }
    }

    /// Types text into the line that has the caret.
    fn type_in(&mut self, text: &str) {
        match (&mut self.sheet, self.mode) {
            (Some(sheet), _) => sheet.type_in(text),
            (None, Mode::Search) => self.searching.type_in(&self.world, text),
            (None, Mode::Filter) => self.filter_mut(|field| field.insert(text)),
            (None, Mode::List) => {}
        }
    }

    fn filter_mut(&mut self, change: impl FnOnce(&mut field::Field)) {
        if let Some(field) = self.views.get_mut(self.tab).and_then(|view| view.filter_mut()) {
            change(field);
        }
    }

    /// Opens what is asked for.
    fn ask(&mut self, ask: Ask) {
        self.sheet = match ask {
            Ask::Search => {
                self.mode = Mode::Search;
                // The next search starts from an empty line; the last one is one ↑ away.
                self.searching.field.set("");
                self.searching.ask(&self.world);
                None
            }
            Ask::Filter => {
                self.mode = Mode::Filter;
                None
            }
            Ask::Bureau => {
                self.ask_bureau();
                None
            }
            Ask::Plans => Some(sheets::plans(&self.world)),
            Ask::Help => Some(sheets::help(&self.contexts())),
            Ask::Palette => Some(sheets::palette(&self.contexts())),
            Ask::Bookmarks => Some(sheets::bookmarks(&self.world)),
            Ask::Source => {
                let sheet = self.view().spot(&self.world).and_then(|spot| sheets::source(&self.world, spot));
                if sheet.is_none() {
                    self.say(words::NO_SOURCE_HERE);
                }
                sheet
            }
        };
    }

    /// The bureaus, with the line that chooses one.
    fn ask_bureau(&mut self) {
        let tab = views::tab_of(&Place::Department(String::new()));
        if self.tab != tab {
            self.leave();
            self.tab = tab;
        }
        if let Some(view) = self.views.get_mut(self.tab) {
            while view.context() != Context::Bureaus
                && !matches!(view.act(&self.world, Action::Pane(false)), Reply::Unused)
            {}
        }
        self.filter_mut(|field| field.set(""));
        self.mode = Mode::Filter;
    }

    /// Ends the typing of a query: goes to the hit, keeps the search in force.
    fn end_search(&mut self) {
        match self.searching.done() {
            Some((search, place)) => {
                self.mode = Mode::List;
                self.world.search = Some(search);
                self.jump(&place);
            }
            None if self.searching.field.is_empty() => self.leave_search(),
            None => self.say(words::NOTHING_FOUND),
        }
    }

    /// Leaves the search line and the place as they were.
    fn leave_search(&mut self) {
        self.mode = Mode::List;
        let query = self.world.search.as_ref().map(|search| search.query.clone()).unwrap_or_default();
        self.searching.field.set(&query);
    }

    /// Goes to the next or previous hit of the search in force.
    fn next_hit(&mut self, forward: bool) {
        let Some(search) = &mut self.world.search else {
            self.say(words::NO_SEARCH);
            return;
        };
        let n_hits = search.found.hits.len().max(1);
        let last = n_hits - 1;
        let wraps = search.at == if forward { last } else { 0 };
        search.at = if forward { (search.at + 1) % n_hits } else { (search.at + last) % n_hits };
        if let Some(place) = self.world.hit().map(|hit| hit.place.clone()) {
            self.go(&place);
        }
        if wraps {
            self.say(if forward { words::PAST_LAST_HIT } else { words::PAST_FIRST_HIT });
        }
    }

    /// Shows another tab.
    fn turn(&mut self, tab: usize) {
        if tab != self.tab && tab < self.views.len() {
            self.leave();
            self.tab = tab;
        }
        self.mode = Mode::List;
    }

    /// Remembers where one is, before going elsewhere.
    fn leave(&mut self) {
        if let Some(place) = self.view().place(&self.world) {
            self.trail.leave(place);
        }
    }

    /// Goes to a place and remembers where one was.
    fn jump(&mut self, place: &Place) {
        self.leave();
        self.go(place);
    }

    /// Goes to a place; says why if it cannot.
    fn go(&mut self, place: &Place) {
        self.mode = Mode::List;
        let before = self.tab;
        self.tab = views::tab_of(place);
        // A view that was not shown yet has no area; it needs one to show a place in it.
        self.settle();
        let went = self.views.get_mut(self.tab).is_some_and(|view| view.go(&self.world, place));
        if !went {
            self.tab = before;
            self.say(words::NOT_CHOSEN);
        }
    }

    /// Goes back or forward in the places visited.
    fn step(&mut self, forward: bool) {
        let Some(here) = self.view().place(&self.world) else { return };
        match self.trail.step(here, forward) {
            Some(place) => self.go(&place),
            None => self.say(if forward { words::LAST } else { words::FIRST }),
        }
    }

    /// Sets or takes away a bookmark.
    fn bookmark(&mut self) {
        let Some(place) = self.view().place(&self.world) else { return };
        let bookmarks = &mut self.world.bookmarks;
        let words = if let Some(at) = bookmarks.iter().position(|each| *each == place) {
            bookmarks.remove(at);
            words::UNMARKED
        } else {
            bookmarks.push(place);
            words::MARKED
        };
        self.say(words);
    }

    /// Restores every invariant.
    fn settle(&mut self) {
        let body = frame::body(self.size);
        if let Some(view) = self.views.get_mut(self.tab) {
            view.settle(&self.world, body);
        }
        if self.mode == Mode::Search {
            self.searching.settle(&self.world, body);
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.settle(self.size, self.world.width);
        }
    }

    /// Whether an action would do something now, so that its hint may stand at the foot.
    fn works(&self, action: Action) -> bool {
        match action {
            Action::Hit(_) => self.world.search.is_some(),
            Action::History(forward) => self.trail.leads(forward),
            Action::Back => {
                self.mode != Mode::List || self.world.search.is_some() || self.view().context() == Context::Text
            }
            Action::Pane(_) => self.view().context() != Context::Table,
            Action::Scroll(_) => self.view().context() == Context::Tree && self.size.width >= panes::TWO_FROM,
            Action::Ask(Ask::Source) => self.view().spot(&self.world).is_some_and(|spot| spot.node.is_some()),
            Action::Move(_)
            | Action::Fold(_)
            | Action::Open
            | Action::Tab(_)
            | Action::TurnTab(_)
            | Action::Ask(_)
            | Action::Copy(_)
            | Action::Bookmark
            | Action::Edit(_)
            | Action::Close
            | Action::Quit
            | Action::Redraw
            | Action::Suspend
            | Action::Mouse => true,
        }
    }

    /// The screen.
    #[must_use]
    pub fn page(&self) -> Page {
        if frame::is_small(self.size) {
            return frame::small(self.size, self.world.width);
        }
        let mut page = Page::default();
        let is_searching = self.mode == Mode::Search;
        let top = frame::Top { tab: self.tab, field: &self.searching.field, is_typing: is_searching };
        top.paint(&self.world, self.size, &mut page);
        let view = self.view();
        let (crumbs, mut count) = if is_searching {
            (vec![words::SEARCH.to_owned()], self.searching.counts())
        } else {
            (view.crumbs(&self.world), view.count(&self.world))
        };
        if self.world.is_narrowed() {
            let chosen = words::chosen(self.world.plans().count(), self.world.chosen.len());
            count = if count.is_empty() { chosen } else { format!("{chosen}  {count}") };
        }
        frame::crumbs(&self.world, self.size, &crumbs, &count, &mut page);
        if is_searching {
            self.searching.paint(&self.world, &mut page);
        } else {
            view.paint(&self.world, self.sheet.is_none(), &mut page);
        }
        let contexts = self.contexts();
        let hints: Vec<_> = keymap::holding(&contexts)
            .filter(|binding| !binding.hint.is_empty() && self.works(binding.action))
            .collect();
        frame::foot(&self.world, self.size, self.say.as_deref(), &hints, &mut page);
        if let Some(field) = view.filter().filter(|_| self.mode == Mode::Filter) {
            frame::filter(&self.world, self.size, field, &mut page);
        }
        if let Some(sheet) = &self.sheet {
            sheet.paint(&mut page);
        }
        page
    }
}
