//! The browser, or the plain outline where there is no terminal to draw it on.

use std::sync::Arc;

use clap::ValueEnum;

use crate::analysis::outline;
use crate::app::input::key::Key;
use crate::app::input::mouse::Mouse;
use crate::app::screen::page::{Page, Size};
use crate::app::state::effect::Effect;
use crate::app::state::location::Location;
use crate::app::{self, App};
use crate::library::Waiting;
use crate::tui::{self, Ambiguous, Screen, Terminal};

use super::output::{self, Outcome};
use super::resolve::{self, Selected};
use super::{commands, saving};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "规划", help = "打开这部规划")]
    plan: Option<String>,
    #[arg(long, value_name = "节点", help = "打开这个节点")]
    at: Option<String>,
    #[arg(long, value_name = "部门", help = "打开这个部门")]
    dept: Option<String>,
    #[arg(long, value_name = "查询", help = "打开时查找")]
    search: Option<String>,
    #[arg(
        long,
        value_enum,
        default_value = "auto",
        value_name = "宽度",
        env = "GUIHUA_AMBIGUOUS",
        help = "“—≥ 等字符占一格还是两格"
    )]
    ambiguous: AmbiguousWidth,
    #[arg(long, value_enum, value_name = "配色", env = "GUIHUA_THEME", help = "配色；设了 NO_COLOR 时为 mono")]
    theme: Option<Look>,
    #[arg(long, help = "不使用鼠标")]
    no_mouse: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AmbiguousWidth {
    #[value(help = "询问终端")]
    Auto,
    #[value(help = "一格")]
    Narrow,
    #[value(help = "两格")]
    Wide,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Look {
    #[value(help = "十六色，随终端底色")]
    Colour,
    #[value(help = "不用颜色")]
    Mono,
    #[value(help = "高对比度")]
    Contrast,
}

/// Opens the browser over a library, or prints the outline where there is no terminal.
///
/// # Errors
/// The place to open does not exist, the library fails to answer, or the terminal does.
pub(super) fn run(args: &Args, library: &Waiting) -> anyhow::Result<Outcome> {
    if !tui::is_available() {
        let dataset = library.with_contents(&[])?;
        output::print(&commands::outline_text(&outline::nodes(&dataset, &[], None)))?;
        return Ok(Outcome::DONE);
    }
    // A place is looked up before the screen is taken, so that a wrong name is refused where it was typed.
    let at = args.place(library)?;
    let terminal = Terminal::enter(tui::Options {
        ambiguous: args.ambiguous.into(),
        mouse: !args.no_mouse,
        theme: args.theme.map(tui::Theme::from),
    })?;
    // Before the first question, so that no answer comes unheard: a wake waits in the queue until the screen runs.
    let waker = terminal.waker();
    library.library().on_ready(Arc::new(move || waker.wake()));
    let app = App::new(
        Arc::clone(library.library()),
        app::Options {
            size: terminal.size(),
            width: terminal.width(),
            at,
            search: args.search.clone(),
            files: Some(saving::files()),
        },
    );
    terminal.run(&mut Browser { app, library })?;
    Ok(Outcome::DONE)
}

impl Args {
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

impl From<AmbiguousWidth> for Ambiguous {
    fn from(width: AmbiguousWidth) -> Self {
        match width {
            AmbiguousWidth::Auto => Self::Auto,
            AmbiguousWidth::Narrow => Self::Narrow,
            AmbiguousWidth::Wide => Self::Wide,
        }
    }
}

impl From<Look> for tui::Theme {
    fn from(look: Look) -> Self {
        match look {
            Look::Colour => Self::Colour,
            Look::Mono => Self::Mono,
            Look::Contrast => Self::Contrast,
        }
    }
}

/// The browser as the terminal sees it.
struct Browser<'a> {
    app: App,
    library: &'a Waiting,
}

impl Browser<'_> {
    /// Lets the library work ahead from the first sign of a user: not earlier, as the first screen must not wait, and
    /// not later, as the first letter of a query must not either.
    fn start_background(&self) {
        Arc::clone(self.library.library()).start_background();
    }

    /// Writes the files asked for, which is no business of the terminal's; the other effects are handed on.
    fn write(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            if let Effect::Save(save) = effect {
                self.app.saved(saving::save(&save, self.library));
            } else {
                rest.push(effect);
            }
        }
        rest
    }
}

impl Screen for Browser<'_> {
    fn resize(&mut self, size: Size) {
        self.app.resize(size);
    }

    fn wake(&mut self) {
        self.app.wake();
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.start_background();
        let effects = self.app.press(key);
        self.write(effects)
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.start_background();
        self.app.paste(text)
    }

    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.start_background();
        let effects = self.app.mouse(mouse);
        self.write(effects)
    }

    fn page(&self) -> Page {
        self.app.page()
    }
}
