//! The terminal: keys in, cells out. Takes the screen, asks it what it must know, runs the loop, and gives it back.
//!
//! ```text
//! Terminal::enter ─ modes (raw), signals, probe → width() ─ the browser is built ─ Terminal::run
//! run: inbox (keys, paste, mouse, size) → Screen → effects, then page → paint (cells) → canvas (bytes) → modes (write)
//! ```
//!
//! The loop waits for an event or a wake, takes all that came with it, and draws once. Nothing is drawn by the clock.
//! It knows no plan, no search and no file; only `theme` names colours, only `modes` writes to the screen.

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
use std::str::FromStr;

use anyhow::Context;
use crossterm::clipboard::CopyToClipboard;
use crossterm::{queue, style, terminal};

use crate::app::input::key::Key;
use crate::app::screen::page::{Page, Size};
use crate::app::{input::mouse::Mouse, state::effect::Effect};
use crate::text::width::Width;

use canvas::Canvas;
pub use input::Waker;
use input::{Inbox, Input};
use modes::Held;
use paint::Painter;
pub use theme::Theme;

/// What is shown and driven by keys. The browser is one; it knows no terminal.
pub trait Screen {
    /// The screen has this size now. Called before the first page is asked for.
    fn resize(&mut self, size: Size);
    /// Takes a key that was pressed.
    fn press(&mut self, key: Key) -> Vec<Effect>;
    /// A line of text was pasted: no control characters, no line ends.
    fn paste(&mut self, text: &str) -> Vec<Effect>;
    /// Takes a click or a turn of the wheel.
    fn mouse(&mut self, mouse: Mouse) -> Vec<Effect>;
    /// Takes in what was worked out or fetched meanwhile: a [`Waker`] was used.
    fn wake(&mut self);
    /// What to show, at the size last told.
    fn page(&self) -> Page;
}

/// How the cells of ambiguous characters (`“ ” — ≥ ‰`, lines of boxes) are found out.
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

impl FromStr for Ambiguous {
    type Err = String;

    /// Reads `auto`, `narrow` or `wide`.
    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "auto" => Ok(Self::Auto),
            "narrow" => Ok(Self::Narrow),
            "wide" => Ok(Self::Wide),
            other => Err(format!("{other}：应为 auto、narrow 或 wide")),
        }
    }
}

/// How the browser uses the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How the cells of ambiguous characters are found out.
    pub ambiguous: Ambiguous,
    /// Whether the mouse is taken from the start.
    pub mouse: bool,
    /// The look; none takes `Mono` where `NO_COLOR` is set, else `Colour`.
    pub theme: Option<Theme>,
}

impl Default for Options {
    fn default() -> Self {
        Self { ambiguous: Ambiguous::Auto, mouse: true, theme: None }
    }
}

/// Tells whether there is a terminal that a browser can be drawn on: standard output is one, and it is not `TERM=dumb`.
#[must_use]
pub fn is_available() -> bool {
    // crossterm reads keys from /dev/tty when standard input is a pipe, which macOS cannot wait for.
    let keys = io::stdin().is_terminal() || cfg!(target_os = "linux");
    keys && io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The terminal, taken. Dropping it gives it back, as a panic and every signal that can be caught do.
#[derive(Debug)]
pub struct Terminal {
    size: Size,
    canvas: Canvas,
    painter: Painter,
    inbox: Inbox,
    _held: Held,
}

impl Terminal {
    /// Takes the keyboard, and finds out the size and the width of ambiguous characters. Nothing is shown before the
    /// first page, unless the terminal has to be asked.
    ///
    /// # Errors
    /// Where there is no terminal, or it does not obey. It is given back then.
    pub fn enter(options: Options) -> anyhow::Result<Self> {
        modes::restore_on_panic();
        #[cfg(unix)]
        signals::watch().context("无法接收系统信号")?;
        // With NO_COLOR set, crossterm writes "reset all" for a colour, which would undo reversal and weight. The look
        // without colours names none, so nothing is lost by this.
        style::force_color_output(true);
        let held = modes::take(options.mouse).context("无法使用终端")?;
        // The reader of keys also hears of new sizes: it has to listen before the size is asked for, or one set in
        // between is lost. Without it there is nothing to wait for, and the question below would wait for ever.
        let inbox = Inbox::listen().context("无法读取按键")?;
        let size = terminal::size().map_or(FALLBACK, |(width, height)| sound(Size { width, height }));
        let theme = options.theme.unwrap_or_else(theme_of_the_environment);
        let width = match options.ambiguous {
            Ambiguous::Auto => probe::ambiguous_width(size).context("无法写入终端")?,
            Ambiguous::Narrow => Width::Narrow,
            Ambiguous::Wide => Width::Wide,
        };
        Ok(Self { size, canvas: Canvas::new(size), painter: Painter { width, theme }, inbox, _held: held })
    }

    /// Cells of ambiguous characters here: what is shown must be measured with this.
    #[must_use]
    pub fn width(&self) -> Width {
        self.painter.width
    }

    /// The size at the start, in cells.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// What lets the screen be drawn again although no key was pressed; may be used on any thread.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.inbox.waker()
    }

    /// Sets what is done before a signal ends the process: the place to save what must not be lost. It runs on another
    /// thread while the browser may be at work, so it must not wait for it, and it has a second. Nowhere but on Unix.
    pub fn before_signal_exit(&self, hook: impl FnMut() + Send + 'static) {
        #[cfg(unix)]
        signals::before_exit(Box::new(hook));
        #[cfg(not(unix))]
        drop(hook);
    }

    /// Shows the screen and feeds it until it asks to quit.
    ///
    /// # Errors
    /// Where the terminal cannot be read or written any more.
    pub fn run(mut self, screen: &mut dyn Screen) -> anyhow::Result<()> {
        screen.resize(self.size);
        loop {
            self.draw(screen).context("无法写入终端")?;
            for input in self.inbox.wait().context("无法读取按键")? {
                for effect in self.feed(screen, input) {
                    if effect == Effect::Quit {
                        return Ok(());
                    }
                    self.obey(effect).context("无法写入终端")?;
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
            Input::Wake => {
                screen.wake();
                Vec::new()
            }
            Input::Resize(size) => {
                self.size = sound(size);
                // Also where the size is the old one: the window may have been away, or the process stopped.
                self.canvas = Canvas::new(self.size);
                screen.resize(self.size);
                Vec::new()
            }
        }
    }

    /// Does what the screen cannot. `Quit` is for the loop.
    fn obey(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Copy(text) => copy(&text)?,
            Effect::Redraw => self.canvas.forget(),
            Effect::Mouse(on) => modes::set_mouse(on)?,
            Effect::Suspend => suspend(),
            // A file is written before the effects come here.
            Effect::Quit | Effect::Save(_) => {}
        }
        Ok(())
    }
}

/// The frames of a screen without a terminal: what would be written to one. For benches and for tests.
#[derive(Debug)]
pub struct Frames {
    canvas: Canvas,
    painter: Painter,
}

impl Frames {
    /// Frames for a terminal of this size in cells that draws ambiguous characters this wide.
    #[must_use]
    pub fn new(size: Size, width: Width, theme: Theme) -> Self {
        Self { canvas: Canvas::new(size), painter: Painter { width, theme } }
    }

    /// The bytes that turn the last page into this one; none if nothing differs.
    ///
    /// # Errors
    /// Never: bytes in memory can always be written.
    pub fn next(&mut self, page: &Page) -> io::Result<Vec<u8>> {
        Ok(self.canvas.frame(page, self.painter))
    }
}

/// The size where the terminal names none, or none that is one (serial lines say 0 × 0).
const FALLBACK: Size = Size { width: 80, height: 24 };

/// More than any window has. A size set by mistake must not cost the memory of 65535 × 65535 cells.
const LARGEST: Size = Size { width: 1000, height: 500 };

fn sound(Size { width, height }: Size) -> Size {
    if width == 0 || height == 0 {
        FALLBACK
    } else {
        Size { width: width.min(LARGEST.width), height: height.min(LARGEST.height) }
    }
}

/// The look that the environment asks for: see <https://no-color.org>.
fn theme_of_the_environment() -> Theme {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if no_color { Theme::Mono } else { Theme::Colour }
}

/// Puts text on the clipboard of the machine the terminal runs on, also over ssh (OSC 52). There is no answer: a
/// terminal that does not allow it does nothing. Within tmux it needs `set -g set-clipboard on`.
fn copy(text: &str) -> io::Result<()> {
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    modes::send(&bytes)
}

#[cfg(unix)]
fn suspend() {
    signals::suspend();
}

/// Nothing stops a process here.
#[cfg(not(unix))]
fn suspend() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_options() {
        assert_eq!(
            ["auto", "narrow", "wide"].map(str::parse),
            [Ambiguous::Auto, Ambiguous::Narrow, Ambiguous::Wide].map(Ok)
        );
        assert_eq!(
            ["colour", "mono", "contrast"].map(str::parse),
            [Theme::Colour, Theme::Mono, Theme::Contrast].map(Ok)
        );
        assert!("宽".parse::<Ambiguous>().is_err_and(|message| message.contains('宽')));
        assert!("".parse::<Theme>().is_err());
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
