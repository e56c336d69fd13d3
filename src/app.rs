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
mod finder;
mod frame;
mod grid;
pub mod key;
pub mod keymap;
mod line;
pub mod page;
mod panes;
pub mod place;
mod pointer;
mod prose;
mod reader;
mod searching;
mod sheet;
mod sheets;
#[cfg(test)]
mod tests;
mod travel;
mod tree;
mod views;
mod words;
mod world;

use std::sync::Arc;

use action::{Action, Ask, Edit, Effect, Fold};
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

/// Gives the document that a plan was read from, by the plan's id. Asked only when its lines are to be shown.
pub type SourceOf = fn(&str) -> Option<&'static str>;

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
    /// The documents as text, for `o`.
    pub source: Option<SourceOf>,
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
        let mut world = World::new(dataset, options.width);
        world.source = options.source;
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

    /// What makes the search ready, to be run once on another thread while nobody asks yet.
    pub fn preparation(&self) -> impl FnOnce() + Send + 'static {
        let finder = Arc::clone(&self.world.finder);
        move || {
            finder.prepare();
        }
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
        if let Some(effects) = self.in_sheet(action) {
            self.settle();
            return effects;
        }
        match (self.mode, action) {
            (Mode::Search, Action::Move(motion)) => self.searching.go(&self.world, motion),
            (Mode::Search, Action::Edit(Edit::Done)) => self.end_search(),
            (Mode::Search, Action::Edit(edit)) => self.searching.edit(&self.world, edit),
            (Mode::Search, Action::Back) => self.leave_search(),
            (Mode::Filter, Action::Edit(Edit::Done)) => self.end_filter(),
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
            if action == Action::Back {
                self.back();
            } else if self.say.is_none() {
                self.say(words::NOT_HERE);
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

    /// Does an action while a sheet is open. `None` if it is none of the sheet's.
    fn in_sheet(&mut self, action: Action) -> Option<Vec<Effect>> {
        let sheet = self.sheet.as_mut()?;
        match action {
            Action::Move(motion) => sheet.go(motion),
            Action::Edit(edit) => sheet.edit(edit),
            Action::Back | Action::Close => self.sheet = None,
            Action::Fold(fold) => self.choose_plans(fold),
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

    /// Chooses the plan under the cursor of the sheet or leaves it out, or takes it alone, or all; one stays chosen.
    fn choose_plans(&mut self, fold: Fold) {
        let Some(Choice::Plan(at)) = self.sheet.as_ref().and_then(Sheet::chosen).cloned() else { return };
        let mut chosen = self.world.chosen.clone();
        for (plan, chosen) in chosen.iter_mut().enumerate() {
            *chosen = match fold {
                Fold::OpenSiblings => true,
                Fold::CloseSiblings => plan == at,
                Fold::Toggle | Fold::In | Fold::Out | Fold::CloseAll | Fold::OpenDeep => *chosen != (plan == at),
            };
        }
        if !chosen.contains(&true) {
            self.say(words::ONE_PLAN_LEAST);
            return;
        }
        self.world.chosen = chosen;
        let entries = sheets::plan_entries(&self.world);
        if let Some(sheet) = &mut self.sheet {
            sheet.renew(entries);
        }
    }
}

/// What holds between two keys.
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
        if let Code::Char(character) = key.code
            && is_typing
            && !key.ctrl
            && !key.alt
        {
            self.type_in(&character.to_string());
        } else if !(is_typing && was_alone) {
            self.say = Some(words::unbound(&keymap::show(&key.to_string())));
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
            Action::Ask(Ask::Bureau) => !matches!(self.view().context(), Context::Bureaus | Context::Tasks),
            Action::Open | Action::Fold(_) if self.sheet.is_some() => self.sheet.as_ref().is_some_and(|sheet| {
                sheet.chosen().is_some_and(|choice| action == Action::Open || matches!(choice, Choice::Plan(_)))
            }),
            Action::Close => self.sheet.is_none() || self.contexts() == [Context::Sheet],
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
            .into_iter()
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
