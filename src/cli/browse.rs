//! The browser, or the plain outline where there is no terminal to draw it on.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use anyhow::Context;
use clap::ValueEnum;

use crate::analysis::outline;
use crate::app::input::key::Key;
use crate::app::input::keymap::Keymap;
use crate::app::input::mouse::Mouse;
use crate::app::screen::page::{Page, Size};
use crate::app::state::effect::Effect;
use crate::app::state::location::Location;
use crate::app::{self, App};
use crate::library::{Waiting, Wake};
use crate::text::sanitize;
use crate::text::width::Width;
use crate::tui::{self, Ambiguous, Screen, Terminal};
use crate::words;
use crate::words::help::arguments;

use super::clipboard::Clipboard;
use super::commands;
use super::config::{self, File};
use super::language;
use super::output::{self, Outcome};
use super::reader;
use super::resolve::{self, Selected};
use super::saving::{self, Writer};
use super::session::{Keeper, Outcome as Stored, Store};

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not, apart from the others")]
pub(super) struct Args {
    #[arg(long, value_name = arguments::PLAN_VALUE.get(), help = arguments::OPEN_PLAN.get())]
    plan: Option<String>,
    #[arg(long, value_name = arguments::NODE_VALUE.get(), help = arguments::OPEN_NODE.get())]
    at: Option<String>,
    #[arg(long, value_name = arguments::OFFICE_VALUE.get(), help = arguments::OPEN_OFFICE.get())]
    dept: Option<String>,
    #[arg(long, value_name = arguments::QUERY_VALUE.get(), help = arguments::OPEN_SEARCH.get())]
    search: Option<String>,
    #[arg(long, value_enum, value_name = arguments::WIDTH_VALUE.get(), help = arguments::AMBIGUOUS.get())]
    ambiguous: Option<AmbiguousWidth>,
    #[arg(long, value_enum, value_name = arguments::THEME_VALUE.get(), help = arguments::THEME.get())]
    theme: Option<Look>,
    #[arg(long, help = arguments::FRESH.get())]
    fresh: bool,
    #[arg(long, help = words::reader::ABOUT.get())]
    plain: bool,
    #[arg(long, help = words::settings::ASCII.get())]
    ascii: bool,
    #[arg(long, help = arguments::NO_MOUSE.get())]
    no_mouse: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AmbiguousWidth {
    #[value(help = arguments::WIDTH_ASKED.get())]
    Auto,
    #[value(help = arguments::WIDTH_NARROW.get())]
    Narrow,
    #[value(help = arguments::WIDTH_WIDE.get())]
    Wide,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Look {
    #[value(help = arguments::THEME_COLOUR.get())]
    Colour,
    #[value(help = arguments::THEME_DARK.get())]
    Dark,
    #[value(help = arguments::THEME_LIGHT.get())]
    Light,
    #[value(help = arguments::THEME_MONO.get())]
    Mono,
    #[value(help = arguments::THEME_CONTRAST.get())]
    Contrast,
}

/// Opens the browser over a library, or prints the outline where there is no terminal.
///
/// # Errors
/// The place to open does not exist, the library fails to answer, or the terminal does.
pub(super) fn run(args: &Args, library: &Waiting) -> anyhow::Result<Outcome> {
    if args.is_read_line_by_line()? {
        return reader::run(library);
    }
    if !tui::is_available() {
        let dataset = library.with_contents(&[])?;
        output::print(&commands::outline_text(&outline::nodes(&dataset, &[], None)))?;
        return Ok(Outcome::DONE);
    }
    let settings = Settings::of(args, library)?;
    // A place is looked up before the screen is taken, so that a wrong name is refused where it was typed.
    let at = args.place(library)?;
    let terminal = Terminal::enter(tui::Options {
        ambiguous: settings.ambiguous,
        ascii: settings.is_ascii,
        mouse: settings.has_mouse,
        theme: settings.look.map(tui::Theme::from),
        asks_background: settings.look.is_none_or(|look| matches!(look, Look::Colour)),
    })?;
    // Before the first question, so that no answer comes unheard: a wake waits in the queue until the screen runs.
    let waker = terminal.waker();
    let wake: Wake = Arc::new(move || waker.wake());
    library.library().on_ready(Arc::clone(&wake));
    let (session, store, trouble) = match Store::of_user().map(|store| (store.read(), store)) {
        Ok((Ok(session), store)) => (session, Some(store), None),
        Ok((Err(error), store)) => (None, Some(store), Some(error)),
        Err(error) => (None, None, Some(error)),
    };
    let is_first = session.is_none() && trouble.is_none() && args.names_no_place();
    let mut app = App::new(
        Arc::clone(library.library()),
        app::Options {
            size: terminal.size(),
            width: terminal.width(),
            at,
            search: args.search.clone(),
            keymap: settings.keymap,
            plans: settings.plans,
            session: session.map(|session| if args.fresh { session.without_look() } else { session }),
            own_office: settings.office,
            files: Some(saving::files()),
        },
    );
    tell_at_start(&mut app, is_first, trouble.as_ref());
    let keeper = store.map(|store| Keeper::new(store, Arc::clone(&wake)));
    let mut last_will = keeper.as_ref().map(Keeper::last_will);
    terminal.before_signal_exit(move || {
        output::remove_unfinished();
        if let Some(last_will) = &mut last_will {
            last_will();
        }
    });
    let clipboard = Clipboard::new(Arc::clone(&wake));
    let writer = Writer::new(library.clone(), wake);
    terminal.run(&mut Browser { app, library, writer, clipboard, keeper, is_used: false })?;
    Ok(Outcome::DONE)
}

/// Says what a user should know before the first key: what is wrong, what helps, or how to begin.
fn tell_at_start(app: &mut App, is_first: bool, trouble: Option<&anyhow::Error>) {
    if let Some(trouble) = trouble {
        app.tell(&sanitize::one_line(&format!("{trouble:#}")));
    } else if let Some(advice) = language::advice() {
        app.tell(&advice);
    } else if is_first {
        app.offer_tour();
    }
}

/// The settings of the browser, each from where it is set first.
struct Settings {
    ambiguous: Ambiguous,
    look: Option<Look>,
    has_mouse: bool,
    is_ascii: bool,
    office: Option<String>,
    /// The ids of the plans to select at the start; empty for all.
    plans: Vec<String>,
    keymap: Keymap,
}

impl Settings {
    /// Reads the options, the environment and the configuration file.
    ///
    /// # Errors
    /// One of them has a value that is none, or names a plan that is not there.
    fn of(args: &Args, library: &Waiting) -> anyhow::Result<Self> {
        let file = File::of_user()?;
        let ambiguous = config::AMBIGUOUS.value(args.ambiguous.as_ref().and_then(word).as_deref(), &file)?;
        let theme = config::THEME.value(args.theme.as_ref().and_then(word).as_deref(), &file)?;
        let has_mouse = !args.no_mouse && config::MOUSE.value(None, &file)?.words == "on";
        let is_ascii = args.ascii || config::ASCII.value(None, &file)?.words == "on";
        let office = config::OFFICE.value(None, &file)?;
        let mut plans = Vec::new();
        if let Some((names, line)) = &file.plans {
            let all = library.plans()?;
            for name in names {
                let plan = resolve::plan(&all, name).with_context(|| file.place(*line))?;
                plans.push(plan.id.clone());
            }
        }
        Ok(Self {
            ambiguous: Ambiguous::with_name(&ambiguous.words).unwrap_or_default(),
            look: Look::from_str(&theme.words, false).ok(),
            has_mouse,
            is_ascii,
            office: Some(office.words).filter(|words| !words.is_empty()),
            plans,
            keymap: config::keymap(&file)?,
        })
    }
}

/// The word of a value of an option.
fn word<V: ValueEnum>(value: &V) -> Option<String> {
    Some(value.to_possible_value()?.get_name().to_owned())
}

impl Args {
    /// Whether the linear reader is asked for, and there is somebody to ask or a script of answers. Where only the output is
    /// no terminal, nobody would see the questions.
    fn is_read_line_by_line(&self) -> anyhow::Result<bool> {
        let is_terminal = [io::stdin().is_terminal(), io::stdout().is_terminal()];
        let is_set = || Ok::<_, anyhow::Error>(config::PLAIN.value(None, &File::of_user()?)?.words == "on");
        Ok(match is_terminal {
            [true, true] => self.plain || is_set()?,
            [true, false] => false,
            [false, _] => self.plain,
        })
    }

    /// Whether the browser begins at its own beginning.
    fn names_no_place(&self) -> bool {
        [&self.plan, &self.at, &self.dept, &self.search].into_iter().all(Option::is_none)
    }

    /// Where to open: the narrowest of the places named.
    fn place(&self, library: &Waiting) -> anyhow::Result<Option<Location>> {
        if let Some(id) = &self.at {
            let selected = Selected::of_nodes(library, &[id])?;
            return Ok(Some(Location::Node(resolve::node(&selected.dataset, id)?.1.id.clone())));
        }
        if let Some(name) = &self.dept {
            let departments = library.library().registry().departments();
            return Ok(Some(Location::Department(resolve::department(departments, name)?.id.clone())));
        }
        let Some(name) = &self.plan else { return Ok(None) };
        Ok(Some(Location::Plan(resolve::plan(&*library.plans()?, name)?.id.clone())))
    }
}

impl From<Look> for tui::Theme {
    fn from(look: Look) -> Self {
        match look {
            Look::Colour | Look::Dark => Self::Colour,
            Look::Light => Self::Light,
            Look::Mono => Self::Mono,
            Look::Contrast => Self::Contrast,
        }
    }
}

/// The browser as the terminal sees it.
struct Browser<'a> {
    app: App,
    library: &'a Waiting,
    writer: Writer,
    clipboard: Clipboard,
    /// Stores the session; `None` where there is no place for it.
    keeper: Option<Keeper>,
    /// Whether the user has done anything that is not stored yet.
    is_used: bool,
}

impl Browser<'_> {
    /// Lets the library work ahead from the first sign of a user: not earlier, as the first screen must not wait, and
    /// not later, as the first letter of a query must not either.
    fn start_background(&mut self) {
        self.is_used = true;
        Arc::clone(self.library.library()).start_background();
    }

    /// Does what is no business of the terminal's: files are written, texts are given to programs that copy them. What is
    /// left is handed on.
    fn obey(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            match effect {
                Effect::Save(save) => match self.writer.start(save) {
                    Some(saved) => rest.extend(self.app.saved(saved)),
                    None => self.app.saving_takes_time(),
                },
                Effect::Copy(text) => {
                    if let Some(copied) = self.clipboard.start(&text) {
                        self.app.copied(copied);
                        rest.push(Effect::Copy(text));
                    }
                }
                effect @ (Effect::Quit | Effect::Redraw | Effect::Suspend | Effect::Mouse(_)) => rest.push(effect),
            }
        }
        rest
    }
}

impl Screen for Browser<'_> {
    fn resize(&mut self, size: Size) {
        self.app.resize(size);
    }

    fn set_width(&mut self, width: Width) {
        self.app.set_width(width);
    }

    fn wake(&mut self) -> Vec<Effect> {
        self.app.wake();
        match self.keeper.as_ref().and_then(Keeper::outcome) {
            Some(Stored::Changed(session)) => self.app.take_over(*session),
            Some(Stored::Failed(words)) => self.app.tell(&sanitize::one_line(&words)),
            None => {}
        }
        let mut effects = self.writer.take().map(|saved| self.app.saved(saved)).unwrap_or_default();
        if let Some((copied, text)) = self.clipboard.take() {
            self.app.copied(copied);
            effects.extend(text.map(Effect::Copy));
        }
        effects
    }

    fn rest(&mut self) {
        if let Some(keeper) = self.keeper.as_ref().filter(|_| std::mem::take(&mut self.is_used)) {
            keeper.store(self.app.snapshot(), self.app.take_changes());
        }
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.start_background();
        let effects = self.app.press(key);
        self.obey(effects)
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.start_background();
        self.app.paste(text)
    }

    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.start_background();
        let effects = self.app.mouse(mouse);
        self.obey(effects)
    }

    fn page(&self) -> Page {
        self.app.page()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::input::key::script;
    use crate::library::late::{Late, Mood};
    use crate::library::{self, Failure, Library};
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{self, Receiver};
    use std::time::Duration;

    /// The size of the screen, with room for a whole path in the footer.
    const SIZE: Size = Size { width: 200, height: 24 };

    /// A browser that has asked its library for a file and gets no contents of plans for it.
    struct Fixture {
        library: Arc<Late>,
        waiting: Waiting,
        folder: tempfile::TempDir,
    }

    impl Fixture {
        fn new() -> Self {
            let library = Arc::new(Late::new(library::bundled().unwrap()));
            library.turn(Mood::Answering);
            let waiting = Waiting::new(Arc::clone(&library) as Arc<dyn Library>);
            Self { library, waiting, folder: tempfile::tempdir().unwrap() }
        }

        /// Opens the browser, and asks for the file.
        fn open(&self) -> (Browser<'_>, Receiver<()>) {
            let (sender, woken) = mpsc::channel();
            let wake: Wake = Arc::new(move || sender.send(()).unwrap_or_default());
            let options = app::Options { size: SIZE, files: Some(saving::files()), ..app::Options::default() };
            let app = App::new(Arc::clone(self.waiting.library()), options);
            let writer = Writer::new(self.waiting.clone(), wake);
            let mut browser = Browser {
                app,
                library: &self.waiting,
                writer,
                clipboard: Clipboard::new(Arc::new(|| {})),
                keeper: None,
                is_used: false,
            };
            self.library.turn_one("plan", Mood::Silent);
            press(&mut browser, &format!("<C-s><C-u>{}<Enter>", self.file().display()));
            (browser, woken)
        }

        fn file(&self) -> std::path::PathBuf {
            self.folder.path().join("目录.xlsx")
        }

        /// How many files there are, whole or not.
        fn n_files(&self) -> usize {
            fs::read_dir(self.folder.path()).unwrap().count()
        }
    }

    fn press(browser: &mut Browser<'_>, keys: &str) -> Vec<Effect> {
        script(keys).unwrap().into_iter().flat_map(|key| browser.press(key)).collect()
    }

    fn shown(browser: &Browser<'_>) -> String {
        browser.page().to_text(SIZE, Width::Narrow).join("\n")
    }

    /// Waits for the writer, and takes in what it wakes the browser for.
    fn wake(browser: &mut Browser<'_>, woken: &Receiver<()>) -> Vec<Effect> {
        woken.recv_timeout(Duration::from_secs(60)).unwrap();
        Screen::wake(browser)
    }

    #[test]
    fn a_file_over_a_late_library_keeps_nobody_from_reading_on() {
        let fixture = Fixture::new();
        let (mut browser, woken) = fixture.open();
        let waiting = shown(&browser);
        assert!(waiting.contains("正在保存") && !waiting.contains("导出本页"), "{waiting}");
        press(&mut browser, "j2");
        assert!(shown(&browser).contains("正在保存") && shown(&browser) != waiting, "{}", shown(&browser));
        assert_eq!(press(&mut browser, "<C-s>"), []);
        assert!(shown(&browser).contains("上一个文件正在保存"), "{}", shown(&browser));
        press(&mut browser, "<Esc>");
        assert_eq!(fixture.n_files(), 0);
        fixture.library.turn(Mood::Answering);
        assert_eq!(wake(&mut browser, &woken), []);
        let written = shown(&browser);
        assert!(written.contains("已保存到") && written.contains("目录.xlsx"), "{written}");
        assert_eq!(fixture.n_files(), 1);
        // The next file may be asked for, and is refused at once as it is there.
        press(&mut browser, &format!("1<C-s><C-u>{}<Enter>", fixture.file().display()));
        while shown(&browser).contains("正在保存") {
            wake(&mut browser, &woken);
        }
        assert!(
            shown(&browser).contains("再按 Enter 覆盖") || shown(&browser).contains("未覆盖"),
            "{}",
            shown(&browser)
        );
    }

    #[test]
    fn a_file_that_fails_late_is_told_in_the_footer_and_leaves_nothing() {
        let fixture = Fixture::new();
        let (mut browser, woken) = fixture.open();
        press(&mut browser, "j/健康");
        fixture.library.turn(Mood::Failing(Failure::Unreachable("连接被拒绝".to_owned())));
        assert_eq!(wake(&mut browser, &woken), []);
        let failed = shown(&browser);
        assert!(failed.contains("未能保存") && failed.contains("连接被拒绝"), "{failed}");
        assert!(!failed.contains("导出本页"), "the prompt takes no keys meant for the search: {failed}");
        assert_eq!(fixture.n_files(), 0);
    }

    #[test]
    fn quitting_waits_for_the_file_and_says_so() {
        for (keys, quits) in [("q", true), ("<C-c>", true), ("qj", false), ("qjq", true)] {
            let fixture = Fixture::new();
            let (mut browser, woken) = fixture.open();
            assert_eq!(press(&mut browser, keys), [], "{keys}");
            assert_eq!(shown(&browser).contains("完成后退出"), quits, "{keys}: {}", shown(&browser));
            fixture.library.turn(Mood::Answering);
            assert_eq!(wake(&mut browser, &woken), if quits { vec![Effect::Quit] } else { Vec::new() }, "{keys}");
            assert_eq!(fixture.n_files(), 1);
        }
    }

    #[test]
    fn quitting_twice_gives_the_file_up_and_leaves_nothing() {
        for keys in ["qq", "<C-c><C-c>", "q<C-c>"] {
            let fixture = Fixture::new();
            let (mut browser, _) = fixture.open();
            assert_eq!(press(&mut browser, keys), [Effect::Quit], "{keys}");
            drop(browser);
            assert_eq!(fixture.n_files(), 0, "{keys}");
        }
    }

    #[test]
    fn a_file_of_plans_in_memory_is_told_of_without_a_key() {
        let fixture = Fixture::new();
        let (sender, woken) = mpsc::channel();
        let waiting = Waiting::new(Arc::new(library::bundled().unwrap()));
        let wake_up: Wake = Arc::new(move || sender.send(()).unwrap_or_default());
        let options = app::Options { size: SIZE, files: Some(saving::files()), ..app::Options::default() };
        let app = App::new(Arc::clone(waiting.library()), options);
        let writer = Writer::new(waiting.clone(), wake_up);
        let mut browser = Browser {
            app,
            library: &waiting,
            writer,
            clipboard: Clipboard::new(Arc::new(|| {})),
            keeper: None,
            is_used: false,
        };
        press(&mut browser, &format!("<C-s><C-u>{}<Enter>", fixture.file().display()));
        // A machine under load may need longer than the screen waits.
        while shown(&browser).contains("正在保存") {
            wake(&mut browser, &woken);
        }
        assert!(shown(&browser).contains("已保存到"), "{}", shown(&browser));
        assert!(Path::exists(&fixture.file()));
    }
}
