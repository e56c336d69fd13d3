//! The browser without a terminal: keys and sizes go in, pages and effects come out.
//!
//! A key becomes an action by the table of `keymap`; `App::update` does the action and restores every invariant; `page`
//! describes the screen. No terminal, no clock, no file is known here: the caller brings the dataset and a search.

pub mod action;
mod beside;
mod bureaus;
mod card;
pub mod command;
mod comparing;
mod copying;
pub mod cursor;
mod detail;
mod doing;
mod due;
mod duties;
mod field;
mod finder;
mod finding;
mod frame;
mod grid;
mod hits;
pub mod key;
pub mod keymap;
mod line;
mod list;
mod matrix;
pub mod page;
mod panes;
pub mod place;
mod pointer;
mod prose;
mod reader;
mod review;
pub mod saving;
mod screen;
mod searching;
mod sheet;
mod sheets;
mod similar;
mod tabled;
#[cfg(test)]
mod tests;
mod travel;
mod tree;
mod views;
mod words;
mod world;

use std::sync::Arc;

use action::{Ask, Effect};
use finder::Finder;
use key::{Code, Key};
use keymap::{Context, Meaning};
use page::Size;
use place::{Place, Trail};
use saving::{Files, Saving};
use searching::Searching;
use sheet::Sheet;
use views::View;
use world::World;

use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::similarity::similar::Similar;
use crate::model::Dataset;
use crate::registry::Registry;
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
    /// What to know of files, for what is written to them; without it nothing is.
    pub files: Option<Files>,
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
    /// The prompt for a file, over everything else.
    saving: Option<Saving>,
    files: Option<Files>,
    /// Keys typed that begin something.
    pending: Vec<Key>,
    trail: Trail,
    /// What the foot says until the next key.
    say: Option<String>,
    has_mouse: bool,
    /// Whether another thread may still work out what is shown.
    awaits: bool,
}

impl App {
    /// A browser over this dataset, read with this registry.
    #[must_use]
    pub fn new(dataset: Arc<Dataset>, registry: Arc<Registry>, options: Options) -> Self {
        Self::over(Arc::new(Finder::new(dataset, registry)), options)
    }

    /// A browser over the dataset of this search.
    fn over(finder: Arc<Finder>, options: Options) -> Self {
        let mut world = World::new(finder, options.width);
        world.source = options.source;
        let mut app = Self {
            world,
            views: views::all(),
            tab: 0,
            size: options.size,
            mode: Mode::List,
            searching: Searching::default(),
            sheet: None,
            saving: None,
            files: options.files,
            pending: Vec::new(),
            trail: Trail::default(),
            say: None,
            has_mouse: true,
            awaits: false,
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

    /// What makes the search, the dossiers, deadlines, findings and the likeness of tasks ready, to be run once on another
    /// thread while nobody asks yet. First comes what a key would wait for; the findings, which take longest, are waited
    /// for by no key: see [`Self::resume`].
    pub fn preparation(&mut self) -> impl FnOnce() + Send + 'static {
        let (finder, similar) = (Arc::clone(&self.world.finder), Arc::clone(&self.world.similar));
        let (dossiers, source) = (Arc::clone(&self.world.dossiers), self.world.source);
        let review = Arc::clone(&self.world.review);
        let under_way = review.announce();
        self.awaits = true;
        move || {
            finder.prepare();
            dossiers.get_or_init(|| Dossiers::new(&finder.dataset, &finder.registry, |plan| source?(plan)));
            review.prepare_deadlines(&finder.dataset, &finder.registry, source);
            review.prepare_findings(&finder.dataset, &finder.registry, source);
            similar.get_or_init(|| Similar::new(&finder.dataset));
            drop(under_way);
        }
    }

    /// Takes in what the preparation has worked out since the last time. `true` as long as more is to come: then the
    /// screen may have to be shown again although nobody pressed a key.
    pub fn resume(&mut self) -> bool {
        if self.awaits {
            // Asked before what there is is taken in: what comes in between is taken in the next time.
            self.awaits = self.world.review.is_under_way();
            self.settle();
        }
        self.awaits
    }

    /// Takes the size of the screen.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Vec<Effect> {
        self.say = None;
        self.world.is_awake = true;
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
        self.world.is_awake = true;
        self.pending.clear();
        if !self.is_typing() {
            self.sheet = None;
            self.ask(Ask::Search);
        }
        self.type_in(text);
        self.settle();
        Vec::new()
    }
}

/// What holds between two keys.
impl App {
    /// The view shown.
    fn view(&self) -> &dyn View {
        // `tab` is the ordinal of a view: only `turn`, `ask_bureau` and `go` set it, from the table of the views.
        self.views[self.tab].as_ref()
    }

    /// Whether a field has the caret.
    fn is_typing(&self) -> bool {
        let in_sheet = self.sheet.as_ref().is_some_and(|sheet| sheet.field.is_some());
        self.saving.is_some() || self.mode != Mode::List || in_sheet
    }

    /// Where keys are looked up now.
    fn contexts(&self) -> Vec<Context> {
        if self.saving.is_some() {
            return vec![Context::Saving];
        }
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
        let is_typing = self.is_typing();
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
        if let Some(saving) = &mut self.saving {
            return saving.type_in(text);
        }
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
        if let Some(saving) = &mut self.saving {
            saving.settle(self.size);
        }
    }
}
