//! What comes from the terminal, as the program's own types: keys, paste, mouse, size, and the wakes of other threads.
//!
//! The files below: `unix` and `console` wait for the terminal and say what it has told in tokens, `decode` makes them of the
//! bytes of a Unix terminal, `burst` tells an unmarked paste from keys. Keys are read on the main thread only: a thread that
//! reads while the process is stopped would lose the keys that follow.
//!
//! Full-width letters and Chinese punctuation are passed on as they are: the keymap knows what they stand for.
//! This file knows no action.

#[cfg(unix)]
mod background;
mod burst;
#[cfg(any(not(unix), test))]
#[cfg_attr(unix, expect(dead_code, unreachable_pub, reason = "on Unix only the translation of events is tested"))]
mod console;
#[cfg(unix)]
mod decode;
mod keys;
mod token;
#[cfg(unix)]
mod unix;

use std::env;
use std::io;
use std::time::{Duration, Instant};

use crossterm::terminal;

use crate::app::input::key::Key;
use crate::app::input::mouse::{Mouse, MouseKind};
use crate::app::screen::page::Size;

#[cfg(not(unix))]
use console::Source;
#[cfg(not(unix))]
pub use console::Waker;
use token::{LEFT_BUTTON, Token, WHEEL_DOWN, WHEEL_UP};
#[cfg(unix)]
use unix::Source;
#[cfg(unix)]
pub use unix::Waker;

/// One event that the browser reacts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// A key was pressed, or is held down and repeats.
    Key(Key),
    /// Text was pasted; here it is one line without control characters.
    Paste(String),
    /// A button or the wheel of the mouse was used on a cell.
    Mouse(Mouse),
    /// The screen has this size now, or another program has drawn on it.
    Resize(Size),
    /// Another thread has worked something out or fetched it, so that it may be shown.
    Wake,
    /// The terminal says where its cursor stands, column and row counted from 0.
    CursorAt(u16, u16),
    /// The terminal says that its background is light, or dark.
    Background {
        /// Whether it is nearer to white than to black.
        is_light: bool,
    },
    /// The terminal is gone: nothing will come any more.
    End,
}

/// What has come while the source was waited for: what the terminal has told, and anything else.
#[derive(Debug, Default)]
struct Arrived {
    tokens: Vec<Token>,
    news: Vec<News>,
}

/// What ends a wait beside tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum News {
    /// The time was over before anything came.
    TimeOver,
    /// A [`Waker`] was used on some thread.
    Wake,
    /// The window has another size.
    Size,
    /// The terminal is gone, and sends nothing any more.
    End,
}

impl Arrived {
    fn has(&self, news: News) -> bool {
        self.news.contains(&news)
    }

    /// Adds what came in the next wait.
    fn extend(&mut self, more: Self) {
        self.tokens.extend(more.tokens);
        self.news.extend(more.news);
    }
}

/// Two clicks on one cell within this time are a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);
/// The most characters of a paste that are kept: a text field takes a passage, not a document.
const PASTE: usize = 20_000;
/// How long the rest of a key may take behind a lone Escape, where nothing says that the terminal is slow.
const ESCAPE: Duration = Duration::from_millis(50);
/// How long it may take where the terminal is far away and was not timed.
const FAR_ESCAPE: Duration = Duration::from_millis(300);
/// The longest that an Escape is waited behind.
const LONGEST_ESCAPE: Duration = Duration::from_millis(400);
/// An unmarked paste goes on if more comes within this time.
const PASTE_GAP: Duration = Duration::from_millis(20);
/// Characters that come so soon after the browser has taken an unmarked paste belong to it.
const PASTE_TAIL: Duration = Duration::from_millis(100);
/// The most tokens that are taken together, so that a flood does not stop the screen.
const MOST_TOKENS: usize = 100_000;

/// The source of inputs. It also remembers the last click, to recognise a double click.
#[derive(Debug)]
pub(super) struct Inbox {
    source: Source,
    clicks: Clicks,
    /// What came while something else was waited for.
    early: Vec<Input>,
    /// Whether the last thing that came was an unmarked paste, which may go on.
    is_pasting: bool,
    /// When the terminal was asked where its cursor stands, until it answers.
    asked: Option<Instant>,
}

impl Inbox {
    /// Starts to listen, without waiting for anything. Whatever comes from now on is returned by [`Inbox::wait`].
    pub(super) fn listen() -> io::Result<Self> {
        let mut source = Source::open()?;
        source.escape = escape_of_the_environment();
        Ok(Self { source, clicks: Clicks::default(), early: Vec::new(), is_pasting: false, asked: None })
    }

    /// Makes a handle that ends [`Inbox::wait`] from another thread.
    pub(super) fn waker(&self) -> Waker {
        self.source.waker()
    }

    /// Says that the terminal is about to be asked where its cursor stands.
    #[cfg(unix)]
    pub(super) fn expect_answer(&mut self) {
        self.asked = Some(Instant::now());
        self.source.expect_answer();
    }

    /// Says that the terminal is about to be asked for its background.
    pub(super) fn expect_background(&mut self) {
        self.source.expect_background();
    }

    /// Waits so long for the answer: column and row, counted from 0. What else comes is kept for [`Inbox::wait`], and so is
    /// an answer that comes later.
    #[cfg(unix)]
    pub(super) fn answer(&mut self, patience: Duration) -> io::Result<Option<(u16, u16)>> {
        let end = Instant::now() + patience;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let inputs = self.take_what_comes(Some(left))?;
            let mut answer = None;
            for input in inputs {
                if let Input::CursorAt(column, row) = input {
                    answer = Some((column, row));
                } else {
                    self.early.push(input);
                }
            }
            if answer.is_some() || left.is_zero() {
                return Ok(answer);
            }
        }
    }

    /// Waits for inputs. Returns all that have come, in their order, of several sizes only the last; or one wake for all that
    /// were sent.
    pub(super) fn wait(&mut self) -> io::Result<Vec<Input>> {
        let mut batch = std::mem::take(&mut self.early);
        while batch.is_empty() {
            batch = self.take_what_comes(None)?;
        }
        Ok(batch)
    }

    /// Waits until something comes, without end or so long, and reads it as inputs.
    fn take_what_comes(&mut self, patience: Option<Duration>) -> io::Result<Vec<Input>> {
        let mut arrived = Arrived::default();
        if self.is_pasting {
            arrived = self.source.wait(Some(patience.map_or(PASTE_TAIL, |patience| patience.min(PASTE_TAIL))))?;
            self.is_pasting = !arrived.has(News::TimeOver);
        }
        if !self.is_pasting {
            arrived = self.source.wait(patience)?;
        }
        // An unmarked paste comes in pieces.
        while self.ends_in_text(&arrived.tokens) && arrived.tokens.len() < MOST_TOKENS && !arrived.has(News::End) {
            let more = self.source.wait(Some(PASTE_GAP))?;
            let is_all = more.has(News::TimeOver);
            arrived.extend(more);
            if is_all {
                break;
            }
        }
        Ok(self.inputs(arrived))
    }

    /// Whether the last characters are part of an unmarked paste.
    fn ends_in_text(&self, tokens: &[Token]) -> bool {
        let last = tokens.iter().rev().map_while(typed).collect::<Vec<char>>();
        self.is_text(&last.into_iter().rev().collect::<String>())
    }

    /// Whether characters that came together are a text, by themselves or as the rest of one.
    fn is_text(&self, run: &str) -> bool {
        burst::is_pasted(run) || self.is_pasting && !run.is_empty()
    }

    /// What has arrived, as inputs.
    fn inputs(&mut self, arrived: Arrived) -> Vec<Input> {
        let mut batch = Vec::new();
        let has = [News::Size, News::Wake, News::End].map(|news| arrived.has(news));
        let mut tokens = arrived.tokens.into_iter().peekable();
        while let Some(token) = tokens.peek() {
            let mut run: Vec<Token> = Vec::new();
            if typed(token).is_some() {
                while let Some(token) = tokens.next_if(|token| typed(token).is_some()) {
                    run.push(token);
                }
                let text: String = run.iter().filter_map(typed).collect();
                if self.is_text(&text) {
                    self.is_pasting = true;
                    batch.push(Input::Paste(one_line(&text)));
                    continue;
                }
            } else {
                run.extend(tokens.next());
            }
            self.is_pasting = false;
            batch.extend(run.into_iter().filter_map(|token| self.input(token)));
        }
        let [has_size, has_wake, has_end] = has;
        if has_size {
            let size = terminal::size().map(|(width, height)| Size { width, height });
            batch.extend(size.map(Input::Resize));
        }
        batch.extend(has_wake.then_some(Input::Wake));
        batch.extend(has_end.then_some(Input::End));
        batch
    }

    fn input(&mut self, token: Token) -> Option<Input> {
        match token {
            Token::Key(key) => Some(Input::Key(key)),
            Token::Paste(text) => Some(Input::Paste(one_line(&text))),
            Token::CursorAt { column, row } => {
                if let Some(asked) = self.asked.take() {
                    self.source.escape = (asked.elapsed() * 4).clamp(self.source.escape, LONGEST_ESCAPE);
                }
                Some(Input::CursorAt(column, row))
            }
            Token::Background { is_light } => Some(Input::Background { is_light }),
            Token::Mouse { button, column, row } => {
                let kind = match button & !MODIFIERS {
                    LEFT_BUTTON => self.clicks.take(column, row, Instant::now()),
                    WHEEL_UP => MouseKind::WheelUp,
                    WHEEL_DOWN => MouseKind::WheelDown,
                    _ => return None,
                };
                Some(Input::Mouse(Mouse { column, row, kind }))
            }
        }
    }
}

/// The bits of a mouse button that say which modifiers are held.
const MODIFIERS: u16 = 4 | 8 | 16;

/// The character that a token types in a text; `None` for any other token.
fn typed(token: &Token) -> Option<char> {
    match token {
        Token::Key(key) => burst::typed(*key),
        Token::Paste(_) | Token::Mouse { .. } | Token::CursorAt { .. } | Token::Background { .. } => None,
    }
}

/// How long the rest of a key may take behind an Escape: `ESCDELAY` in milliseconds, as ncurses has it, or longer where the
/// terminal is at the other end of ssh.
fn escape_of_the_environment() -> Duration {
    let asked = env::var("ESCDELAY").ok().and_then(|value| value.parse().ok()).map(Duration::from_millis);
    let is_far =
        ["SSH_CONNECTION", "SSH_TTY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    asked.unwrap_or(if is_far { FAR_ESCAPE } else { ESCAPE }).min(Duration::from_secs(2))
}

/// Tells the second of two quick clicks from a single one.
#[derive(Debug, Default)]
struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    fn take(&mut self, column: u16, row: u16, at: Instant) -> MouseKind {
        let is_again = self
            .last
            .take()
            .is_some_and(|(then, x, y)| (x, y) == (column, row) && at.duration_since(then) <= DOUBLE_CLICK);
        if is_again {
            MouseKind::DoubleClick
        } else {
            self.last = Some((at, column, row));
            MouseKind::Click
        }
    }
}

/// A pasted text as one line: line ends, tabs and runs of spaces become one space, other control characters go.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).take(PASTE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pastes() {
        let long = "字".repeat(30_000);
        let kept = "字".repeat(PASTE);
        let table = [
            ("粘贴\n文本\r\n", "粘贴 文本"),
            ("\t卫生  健康\r局", "卫生 健康 局"),
            ("a\u{1b}[31mb\u{7}", "a[31mb"),
            ("\n\n", ""),
            (&long, &kept),
        ];
        for (pasted, expected) in table {
            assert_eq!(one_line(pasted), expected);
        }
    }

    #[test]
    fn a_second_click_soon_and_there_is_a_double_click() {
        let start = Instant::now();
        let after = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut clicks = Clicks::default();
        let table = [
            (after(0), 5, MouseKind::Click),
            (after(200), 5, MouseKind::DoubleClick),
            (after(300), 5, MouseKind::Click),
            (after(400), 6, MouseKind::Click),
            (after(900), 6, MouseKind::Click),
            (after(1300), 6, MouseKind::DoubleClick),
        ];
        for (at, column, expected) in table {
            assert_eq!(clicks.take(column, 2, at), expected, "column {column}");
        }
    }
}
