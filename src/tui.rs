//! The terminal: keys in, cells out. Takes the screen over, finds out how wide it draws ambiguous characters, runs the
//! loop, and gives the screen back.
//!
//! ```text
//! Terminal::enter ─ modes (raw), signals, probe → width() ─ the browser is built ─ Terminal::run
//! run: inbox (keys, paste, mouse, size, wake) → Screen → effects
//!      page → paint (cells) → canvas (bytes) → modes (write)
//! ```
//!
//! The loop runs on the main thread and reads the keys there. It waits until something comes from the terminal or a
//! [`Waker`] is used, hands all that has come to the [`Screen`], and then draws once. Time alone draws nothing. The module knows no plan, no search and no file; only `theme` names colours, and only
//! `modes` writes to the screen.

mod canvas;
mod input;
mod modes;
mod paint;
mod probe;
#[cfg(unix)]
mod signals;
mod theme;

use std::env;
use std::io::{self, IsTerminal};

use anyhow::Context;
use crossterm::clipboard::CopyToClipboard;
use crossterm::{queue, style, terminal};

use crate::app::input::key::Key;
use crate::app::screen::page::{Page, Size};
use crate::app::{input::mouse::Mouse, state::effect::Effect};
use crate::text::width::Width;
use crate::words;

use canvas::Canvas;
pub use input::Waker;
use input::{Inbox, Input};
use modes::Held;
use paint::Painter;
pub use theme::Theme;

/// A program that is driven by keys and describes what to show. The browser is one; it knows no terminal.
pub trait Screen {
    /// Takes the size that the screen has now. Called before the first page is asked for.
    fn resize(&mut self, size: Size);
    /// Takes how wide the terminal draws ambiguous characters, where it says so late.
    fn set_width(&mut self, width: Width);
    /// Takes a key that was pressed.
    fn press(&mut self, key: Key) -> Vec<Effect>;
    /// Takes a pasted line of text, which has no control characters and no line ends.
    fn paste(&mut self, text: &str) -> Vec<Effect>;
    /// Takes a click or a turn of the wheel.
    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect>;
    /// Takes in what other threads have worked out or fetched. Called after a [`Waker`] was used.
    fn wake(&mut self) -> Vec<Effect>;
    /// Called when everything that has come was taken in, before it is shown: what a user has seen is kept even if the
    /// program is ended the next moment.
    fn rest(&mut self) {}
    /// Called once the first page stands on the screen.
    fn shown(&mut self) {}
    /// Describes what to show at the size that was set last.
    fn page(&self) -> Page;
}

/// How it is decided whether ambiguous characters (`“ ” — ≥ ‰`, lines of boxes) take one cell or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// Asks the terminal, and waits for its answer.
    #[default]
    Auto,
    /// Takes them as one cell, without asking.
    Narrow,
    /// Takes them as two cells, without asking.
    Wide,
}

impl Ambiguous {
    /// Returns the way that is called `auto`, `narrow` or `wide`.
    #[must_use]
    pub fn with_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "narrow" => Some(Self::Narrow),
            "wide" => Some(Self::Wide),
            _ => None,
        }
    }
}

/// How the browser uses the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How it is decided whether ambiguous characters take one cell or two.
    pub ambiguous: Ambiguous,
    /// Whether lines and marks are drawn in ASCII alone.
    pub ascii: bool,
    /// Whether clicks and the wheel come to the browser from the start, and not to the terminal.
    pub mouse: bool,
    /// The colours to use; `None` means `Mono` where `NO_COLOR` is set, else `Colour`.
    pub theme: Option<Theme>,
    /// Whether the terminal is asked if its background is light: `Colour` is then changed for `Light`.
    pub asks_background: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { ambiguous: Ambiguous::Auto, ascii: false, mouse: true, theme: None, asks_background: true }
    }
}

/// Tells whether there is a terminal that a browser can be drawn on: standard output is one, and it is not `TERM=dumb`.
#[must_use]
pub fn is_available() -> bool {
    // crossterm reads keys from /dev/tty when standard input is a pipe, which macOS cannot wait for.
    let keys = io::stdin().is_terminal() || cfg!(target_os = "linux");
    keys && io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Tells whether the browser has the terminal now, and so watches the signals that end the process.
#[must_use]
pub fn is_running() -> bool {
    modes::are_wanted()
}

/// The terminal while the browser has it. It is given back when this is dropped, on a panic, and on every
/// signal that can be caught.
#[derive(Debug)]
pub struct Terminal {
    size: Size,
    canvas: Canvas,
    painter: Painter,
    /// Whether the terminal decides how wide ambiguous characters are.
    asks_width: bool,
    inbox: Inbox,
    _held: Held,
}

impl Terminal {
    /// Takes the keyboard, and finds out the size and the width of ambiguous characters. Nothing is shown before the
    /// first page, unless the terminal has to be asked.
    ///
    /// # Errors
    /// There is no terminal, or it cannot be set up. Whatever was taken is given back then.
    pub fn enter(options: Options) -> anyhow::Result<Self> {
        modes::restore_on_panic();
        #[cfg(unix)]
        signals::watch().context(words::terminal::NO_SIGNALS.get())?;
        // With NO_COLOR set, crossterm writes "reset all" for a colour, which would undo reversal and weight. The look
        // without colours names none, so nothing is lost by this.
        style::force_color_output(true);
        let held = modes::take(options.mouse).context(words::terminal::UNUSABLE.get())?;
        // Listening also notices new sizes, so it has to begin before the size is asked for: a change in between would
        // be lost. It fails where no keys can be read, which the question below would wait for without end.
        let mut inbox = Inbox::listen().context(words::terminal::NO_KEYS.get())?;
        let size = terminal::size().map_or(FALLBACK, |(width, height)| sound(Size { width, height }));
        let theme = options.theme.unwrap_or_else(theme_of_the_environment);
        if options.asks_background && theme == Theme::Colour {
            probe::ask_background(&mut inbox).context(words::terminal::NOT_WRITTEN.get())?;
        }
        let width = match options.ambiguous {
            Ambiguous::Auto => probe::ambiguous_width(size, &mut inbox).context(words::terminal::NOT_WRITTEN.get())?,
            Ambiguous::Narrow => Width::Narrow,
            Ambiguous::Wide => Width::Wide,
        };
        let width = if options.ascii { width.in_ascii() } else { width };
        let asks_width = options.ambiguous == Ambiguous::Auto;
        Ok(Self { size, canvas: Canvas::new(size), painter: Painter { width, theme }, asks_width, inbox, _held: held })
    }

    /// How wide this terminal draws ambiguous characters. Whatever is shown must be measured with it.
    #[must_use]
    pub fn width(&self) -> Width {
        self.painter.width
    }

    /// The size at the start, in cells.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Makes a handle that has the screen drawn again although no key was pressed. It may be used on any thread.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.inbox.waker()
    }

    /// Sets what is done before a signal ends the process, such as saving what must not be lost. The hook runs on
    /// another thread while the browser may be at work, so it must not wait for the browser, and it has one second.
    /// Signals are caught on Unix only; elsewhere the hook is never called.
    pub fn before_signal_exit(&self, hook: impl FnMut() + Send + 'static) {
        #[cfg(unix)]
        signals::before_exit(Box::new(hook));
        #[cfg(not(unix))]
        drop(hook);
    }

    /// Shows the screen and feeds it until it asks to quit.
    ///
    /// # Errors
    /// The terminal can no longer be read or written.
    pub fn run(mut self, screen: &mut dyn Screen) -> anyhow::Result<()> {
        screen.resize(self.size);
        let mut is_shown = false;
        loop {
            screen.rest();
            self.draw(screen).context(words::terminal::NOT_WRITTEN.get())?;
            if !std::mem::replace(&mut is_shown, true) {
                screen.shown();
            }
            for input in self.inbox.wait().context(words::terminal::NO_KEYS.get())? {
                if input == Input::End {
                    screen.rest();
                    hang_up();
                    return Ok(());
                }
                for effect in self.feed(screen, input) {
                    if effect == Effect::Quit {
                        screen.rest();
                        return Ok(());
                    }
                    self.obey(effect).context(words::terminal::NOT_WRITTEN.get())?;
                }
            }
        }
    }

    fn draw(&mut self, screen: &dyn Screen) -> io::Result<()> {
        let frame = self.canvas.frame(&screen.page(), self.painter);
        if frame.is_empty() { Ok(()) } else { modes::send(&frame) }
    }

    fn feed(&mut self, screen: &mut dyn Screen, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => screen.press(key),
            Input::Paste(text) => screen.paste(&text),
            Input::Mouse(mouse) => screen.mouse(mouse),
            Input::Wake => screen.wake(),
            Input::CursorAt(column, row) => {
                if self.asks_width {
                    self.measure(screen, probe::width_of((column, row)));
                }
                Vec::new()
            }
            Input::Background { is_light } => {
                if is_light && self.painter.theme == Theme::Colour {
                    self.painter.theme = Theme::Light;
                    self.canvas.forget();
                }
                Vec::new()
            }
            // The loop ends there.
            Input::End => Vec::new(),
            Input::Resize(size) => {
                self.size = sound(size);
                // Also where the size is the old one: the window may have been away, or the process stopped.
                self.canvas = Canvas::new(self.size);
                screen.resize(self.size);
                Vec::new()
            }
        }
    }

    /// Draws everything anew where the terminal, which was asked at the start, answers late that it is a wide one.
    fn measure(&mut self, screen: &mut dyn Screen, width: Width) {
        let is_ascii = self.painter.width == self.painter.width.in_ascii();
        let width = if is_ascii { width.in_ascii() } else { width };
        if self.painter.width != width {
            self.painter.width = width;
            self.canvas.forget();
            screen.set_width(width);
        }
    }

    /// Carries out an effect that needs the terminal. `Quit` is left to the loop.
    fn obey(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Copy(text) => copy(&text)?,
            Effect::Redraw => self.canvas.forget(),
            Effect::Mouse(on) => modes::set_mouse(on)?,
            Effect::Suspend => suspend(),
            // Files are written and read by the one who owns the screen.
            Effect::Quit | Effect::Save(_) | Effect::Import(_) | Effect::UndoImport => {}
        }
        Ok(())
    }
}

/// Frames without a terminal: the bytes that would be written to one. For benches and tests.
#[derive(Debug)]
pub struct Frames {
    canvas: Canvas,
    painter: Painter,
}

impl Frames {
    /// Makes frames for a terminal of this size in cells that draws ambiguous characters this wide.
    #[must_use]
    pub fn new(size: Size, width: Width, theme: Theme) -> Self {
        Self { canvas: Canvas::new(size), painter: Painter { width, theme } }
    }

    /// Returns the bytes that turn the last page into this one; none if nothing differs.
    ///
    /// # Errors
    /// Never: bytes in memory can always be written.
    pub fn next(&mut self, page: &Page) -> io::Result<Vec<u8>> {
        Ok(self.canvas.frame(page, self.painter))
    }
}

/// The size in cells that is assumed where the terminal gives none, or 0 × 0 as serial lines do.
const FALLBACK: Size = Size { width: 80, height: 24 };

/// The largest size that is believed, in cells; no window has more. A size set by mistake must not cost the
/// memory of 65535 × 65535 cells.
const LARGEST: Size = Size { width: 1000, height: 500 };

fn sound(Size { width, height }: Size) -> Size {
    if width == 0 || height == 0 {
        FALLBACK
    } else {
        Size { width: width.min(LARGEST.width), height: height.min(LARGEST.height) }
    }
}

/// The theme that the environment asks for with `NO_COLOR`; see <https://no-color.org>.
fn theme_of_the_environment() -> Theme {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if no_color { Theme::Mono } else { Theme::Colour }
}

/// Puts text on the clipboard of the machine that the terminal runs on, also over ssh (OSC 52). A terminal that does
/// not allow it does nothing and sends no answer. Inside tmux it needs `set -g set-clipboard on`.
fn copy(text: &str) -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    modes::send(&bytes)
}

#[cfg(unix)]
fn suspend() {
    signals::suspend();
}

/// Ends the process as where its window is closed: what must not be lost is saved.
#[cfg(unix)]
fn hang_up() {
    signals::hang_up();
}

/// Does nothing: the loop ends by itself.
#[cfg(not(unix))]
fn hang_up() {}

/// Does nothing: only Unix can stop a process and continue it.
#[cfg(not(unix))]
fn suspend() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_options() {
        assert_eq!(
            ["auto", "narrow", "wide", "宽"].map(Ambiguous::with_name),
            [Some(Ambiguous::Auto), Some(Ambiguous::Narrow), Some(Ambiguous::Wide), None]
        );
    }

    #[test]
    fn sizes_that_are_none_or_too_large() {
        let table = [
            ((0, 0), (80, 24)),
            ((0, 9), (80, 24)),
            ((1, 1), (1, 1)),
            ((44, 14), (44, 14)),
            ((65535, 65535), (1000, 500)),
        ];
        for ((width, height), expected) in table {
            let Size { width, height } = sound(Size { width, height });
            assert_eq!((width, height), expected);
        }
    }
}
