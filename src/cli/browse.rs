//! The browser, or the plain outline where there is no terminal to draw it on.

mod checker;
mod importer;
mod options;

use std::sync::Arc;

use crate::analysis::outline;
use crate::app::input::key::Key;
use crate::app::input::mouse::Mouse;
use crate::app::screen::page::{Page, Size};
use crate::app::state::effect::Effect;
use crate::app::state::file::Imported;
use crate::app::state::saved::SavedSession;
use crate::app::{self, App};
use crate::dataset;
use crate::library::{Waiting, Wake};
use crate::text::sanitize;
use crate::text::width::Width;
use crate::tui::{self, Screen, Terminal};
use crate::words::{browser, library as words};

use super::clipboard::Clipboard;
use super::commands;
use super::language;
use super::output::{self, Messages, Outcome};
use super::own::{Choice, Joined, Look};
use super::reader;
use super::reading::Document;
use super::saving::{self, Writer};
use super::session::{Keeper, Outcome as Stored, Store};
use checker::Checker;
use importer::{Event, Importer};
use options::Settings;

pub(super) use options::Args;

/// The plans and documents that the browser is over.
pub(super) struct Over {
    /// Which plans of the user's take part.
    pub(super) choice: Choice,
    /// The documents that were opened without importing them.
    pub(super) documents: Vec<Document>,
    pub(super) joined: Joined,
}

/// What of the own plans has to be looked at before the browser shows them: on a screen they can be put right later, but what is
/// printed stands.
///
/// # Errors
/// The options are wrong.
pub(super) fn look(args: &Args) -> anyhow::Result<Look> {
    let is_screen = !args.is_read_line_by_line()? && tui::is_available();
    Ok(if is_screen { Look::AtFolder } else { Look::AtFiles })
}

/// Opens the browser over a library, or prints the outline where there is no terminal. `troubles` is what is to be said of
/// plans that could not be read.
///
/// # Errors
/// The place to open does not exist, the library fails to answer, or the terminal does.
pub(super) fn run(args: &Args, over: Over, troubles: &[String], messages: &mut Messages) -> anyhow::Result<Outcome> {
    let Over { choice, documents, joined: Joined { library, opened, unseen } } = over;
    let (library, opened) = (&library, opened.as_slice());
    let tell = |messages: &mut Messages| troubles.iter().for_each(|trouble| messages.send(trouble));
    if args.is_read_line_by_line()? {
        tell(messages);
        return reader::run(library);
    }
    if !tui::is_available() {
        tell(messages);
        let ids: Vec<&str> = opened.iter().map(String::as_str).collect();
        let dataset = library.with_contents(&ids)?;
        output::print(&commands::outline_text(&outline::nodes(&dataset, &ids, None)))?;
        return Ok(Outcome::DONE);
    }
    let settings = Settings::of(args, library, opened)?;
    // A place is looked up before the screen is taken, so that a wrong name is refused where it was typed.
    let at = args.place(library, opened)?;
    let terminal = Terminal::enter(tui::Options {
        ambiguous: settings.ambiguous,
        ascii: settings.is_ascii,
        mouse: settings.has_mouse,
        theme: settings.look.map(tui::Theme::from),
        asks_background: settings.asks_background(),
    })?;
    let wake = listen(library, &terminal);
    let (session, store, trouble) = stored_session();
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
            bundled: dataset::BUNDLE.iter().map(|row| row.id().to_owned()).collect(),
            files: Some(saving::files()),
        },
    );
    let trouble = trouble.map(|error| format!("{error:#}"));
    let opened = (!opened.is_empty()).then(|| browser::opened(opened.len()));
    let trouble = trouble.as_deref().or(troubles.first().map(String::as_str));
    tell_at_start(&mut app, is_first, trouble.or(opened.as_deref()));
    let keeper = store.map(|store| Keeper::new(store, Arc::clone(&wake)));
    let mut last_will = keeper.as_ref().map(Keeper::last_will);
    terminal.before_signal_exit(move || {
        output::remove_unfinished();
        if let Some(last_will) = &mut last_will {
            last_will();
        }
    });
    let clipboard = Clipboard::new(Arc::clone(&wake));
    let library = Waiting::clone(library);
    let writer = Writer::new(library.clone(), Arc::clone(&wake));
    let checker = Checker::new(choice, documents.clone(), unseen, Arc::clone(&wake));
    let importer = Importer::new(choice, documents, Arc::clone(&wake));
    terminal.run(&mut Browser { app, library, wake, writer, importer, checker, clipboard, keeper, is_used: false })?;
    Ok(Outcome::DONE)
}

/// How the last run was left, where that is stored, and what is wrong with it.
fn stored_session() -> (Option<SavedSession>, Option<Store>, Option<anyhow::Error>) {
    match Store::of_user().map(|store| (store.read(), store)) {
        Ok((Ok(session), store)) => (session, Some(store), None),
        Ok((Err(error), store)) => (None, Some(store), Some(error)),
        Err(error) => (None, None, Some(error)),
    }
}

/// Has the library wake the screen when it has an answer that takes long, and no question wait for one. This comes before the
/// first question, so that no answer comes unheard: a wake waits in the queue until the screen runs.
fn listen(library: &Waiting, terminal: &Terminal) -> Wake {
    let waker = terminal.waker();
    let wake: Wake = Arc::new(move || waker.wake());
    library.library().on_ready(Arc::clone(&wake));
    Arc::clone(library.library()).keep_nobody_waiting();
    wake
}

/// Says what a user should know before the first key: the news (what is wrong, what was opened), what helps, or how to begin.
fn tell_at_start(app: &mut App, is_first: bool, news: Option<&str>) {
    if let Some(news) = news {
        app.tell(&sanitize::one_line(news));
    } else if let Some(advice) = language::advice() {
        app.tell(&advice);
    } else if is_first {
        app.offer_tour();
    }
}

/// The browser as the terminal sees it.
struct Browser {
    app: App,
    library: Waiting,
    /// Wakes the screen when something has come.
    wake: Wake,
    writer: Writer,
    importer: Importer,
    checker: Checker,
    clipboard: Clipboard,
    /// Stores the session; `None` where there is no place for it.
    keeper: Option<Keeper>,
    /// Whether the user has done anything that is not stored yet.
    is_used: bool,
}

impl Browser {
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
                Effect::Import(path) => {
                    let failed = self.importer.import(&path);
                    self.take_import(failed.map(|imported| (imported, None)));
                }
                Effect::UndoImport => {
                    let failed = self.importer.undo();
                    self.take_import(failed.map(|imported| (imported, None)));
                }
                effect @ (Effect::Quit | Effect::Redraw | Effect::Suspend | Effect::Mouse(_)) => rest.push(effect),
            }
        }
        rest
    }

    /// Goes on over another library. What is under way over the old one ends there.
    fn go_over_to(&mut self, library: &Waiting) {
        library.library().on_ready(Arc::clone(&self.wake));
        Arc::clone(library.library()).keep_nobody_waiting();
        self.writer = Writer::new(library.clone(), Arc::clone(&self.wake));
        self.library = library.clone();
    }

    /// Shows the plans as they are, where some were changed by other hands than this program's since they were last looked at.
    fn take_renewed(&mut self) {
        let Some(renewed) = self.checker.take() else { return };
        self.go_over_to(&renewed.library);
        self.app.go_over(Arc::clone(self.library.library()));
        self.app.tell(&sanitize::one_line(renewed.troubles.first().map_or(words::WAS_CHANGED.get(), String::as_str)));
    }

    /// Shows what came of an import, and goes on over the library with the documents.
    fn take_import(&mut self, done: Option<(Imported, Option<Waiting>)>) {
        let Some((imported, library)) = done else { return };
        let library = library.inspect(|library| {
            self.checker.stop();
            self.go_over_to(library);
        });
        self.app.imported(&imported, library.map(|library| Arc::clone(library.library())));
        self.is_used = true;
        self.rest();
    }
}

impl Screen for Browser {
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
        match self.importer.take() {
            Some(Event::Reading(file)) => self.app.importing(&file),
            Some(Event::Done(done, _)) => self.take_import(Some(*done)),
            None => {}
        }
        self.take_renewed();
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

    fn shown(&mut self) {
        self.checker.start();
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
        fn open(&self) -> (Browser, Receiver<()>) {
            let (sender, woken) = mpsc::channel();
            let wake: Wake = Arc::new(move || sender.send(()).unwrap_or_default());
            let options = app::Options { size: SIZE, files: Some(saving::files()), ..app::Options::default() };
            let app = App::new(Arc::clone(self.waiting.library()), options);
            let writer = Writer::new(self.waiting.clone(), Arc::clone(&wake));
            let importer = Importer::new(Choice::default(), Vec::new(), Arc::clone(&wake));
            let mut browser = Browser {
                app,
                library: self.waiting.clone(),
                wake,
                writer,
                importer,
                checker: Checker::new(Choice::default(), Vec::new(), None, Arc::new(|| {})),
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

    fn press(browser: &mut Browser, keys: &str) -> Vec<Effect> {
        script(keys).unwrap().into_iter().flat_map(|key| browser.press(key)).collect()
    }

    fn shown(browser: &Browser) -> String {
        browser.page().to_text(SIZE, Width::Narrow).join("\n")
    }

    /// Waits for the writer, and takes in what it wakes the browser for.
    fn wake(browser: &mut Browser, woken: &Receiver<()>) -> Vec<Effect> {
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
        let writer = Writer::new(waiting.clone(), Arc::clone(&wake_up));
        let importer = Importer::new(Choice::default(), Vec::new(), Arc::clone(&wake_up));
        let mut browser = Browser {
            app,
            library: waiting.clone(),
            wake: wake_up,
            writer,
            importer,
            checker: Checker::new(Choice::default(), Vec::new(), None, Arc::new(|| {})),
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
