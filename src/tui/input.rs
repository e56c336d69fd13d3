//! What comes from the terminal, as the program's own types: crossterm's events → keys, paste, mouse, size; and the
//! wakes of other threads.
//!
//! Keys are read on the main thread, by `event::poll` with a timeout of [`TICK`]. Between two polls the thread looks
//! whether a [`Waker`] was used: a key is noticed at once, a wake as soon as no event has come for one tick. No other
//! thread reads keys: one that reads while the process is stopped would lose the keys that follow.
//!
//! Full-width letters and Chinese punctuation are passed on as they are: the keymap knows what they stand for.
//! This file knows no action.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::app::input::key::{Code, Key};
use crate::app::input::mouse::{Mouse, MouseKind};
use crate::app::screen::page::Size;

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
}

/// The timeout of a poll for events: how late a wake is noticed, at most, while no key comes.
const TICK: Duration = Duration::from_millis(40);
/// Two clicks on one cell within this time are a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);
/// The most events that are read before the screen is drawn: more than a hand or an input method sends, but bounded, so
/// that the screen keeps up with a flood of them.
const BATCH: usize = 512;
/// The most characters of a paste that are kept: a text field takes a name or a sentence, not a document.
const PASTE: usize = 1000;

/// The source of inputs: the events of the terminal and the wakes of other threads. It also remembers the last click,
/// to recognise a double click.
#[derive(Debug)]
pub(super) struct Inbox {
    clicked: Option<(Instant, u16, u16)>,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

/// What a [`Waker`] sends to the inbox.
#[derive(Debug)]
enum Message {
    /// A thread has something new to show.
    Wake,
}

/// Wakes the main thread while it waits for inputs. May be used on any thread.
#[derive(Clone, Debug)]
pub struct Waker(Sender<Message>);

impl Waker {
    /// Has the screen take in what is new and be drawn again. Does nothing once the terminal has been given back.
    pub fn wake(&self) {
        let _ = self.0.send(Message::Wake);
    }
}

impl Inbox {
    /// Starts to listen, without waiting for anything. Whatever comes from now on is returned by [`Inbox::wait`].
    pub(super) fn listen() -> io::Result<Self> {
        event::poll(Duration::ZERO)?;
        Ok(Self::default())
    }

    /// Makes a handle that ends [`Inbox::wait`] from another thread.
    pub(super) fn waker(&self) -> Waker {
        Waker(self.sender.clone())
    }

    /// Waits for an event or a wake. Returns the event with all that wait behind it, in their order, of several sizes
    /// only the last; or one wake for all that were sent. Empty if none of the events concerns the browser.
    pub(super) fn wait(&mut self) -> io::Result<Vec<Input>> {
        let mut batch = Vec::new();
        while batch.is_empty() {
            if event::poll(TICK)? {
                for event in read_batch()? {
                    self.take(event, &mut batch);
                }
                return Ok(batch);
            }
            if self.receiver.try_iter().count() > 0 {
                batch.push(Input::Wake);
            }
        }
        Ok(batch)
    }

    fn take(&mut self, event: Event, batch: &mut Vec<Input>) {
        match event {
            Event::Key(key) => batch.extend(keys(key).into_iter().map(Input::Key)),
            Event::Paste(text) => batch.push(Input::Paste(one_line(&text))),
            Event::Mouse(mouse) => batch.extend(self.mouse(mouse, Instant::now()).map(Input::Mouse)),
            Event::Resize(width, height) => {
                batch.retain(|earlier| !matches!(earlier, Input::Resize(_)));
                batch.push(Input::Resize(Size { width, height }));
            }
            Event::FocusGained | Event::FocusLost => {}
        }
    }

    fn mouse(&mut self, event: MouseEvent, at: Instant) -> Option<Mouse> {
        let (column, row) = (event.column, event.row);
        let kind = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(column, row, at),
            MouseEventKind::ScrollUp => MouseKind::WheelUp,
            MouseEventKind::ScrollDown => MouseKind::WheelDown,
            MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
            | MouseEventKind::Up(_)
            | MouseEventKind::Drag(_)
            | MouseEventKind::Moved
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight => return None,
        };
        Some(Mouse { column, row, kind })
    }

    fn click(&mut self, column: u16, row: u16, at: Instant) -> MouseKind {
        let again = self
            .clicked
            .take()
            .is_some_and(|(then, x, y)| (x, y) == (column, row) && at.duration_since(then) <= DOUBLE_CLICK);
        if again {
            MouseKind::DoubleClick
        } else {
            self.clicked = Some((at, column, row));
            MouseKind::Click
        }
    }
}

impl Default for Inbox {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { clicked: None, sender, receiver }
    }
}

/// Waits for an event, and returns it with those that wait behind it, [`BATCH`] at most.
fn read_batch() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while events.len() < BATCH && event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

/// The keys of one event: none for a release or an unknown key, two where Escape and the next key came as one.
///
/// A terminal sends the same bytes for Alt-j and for Escape followed quickly by j. No binding has Alt with a letter,
/// and a user who leaves a field and types on must not lose both keys, so the bytes are read as the two keys.
fn keys(event: KeyEvent) -> Vec<Key> {
    let Some(key) = pressed(event) else { return Vec::new() };
    let glued = key.alt && matches!(key.code, Code::Char(_) | Code::Enter | Code::Tab | Code::Backspace);
    if glued { vec![plain(Code::Esc), Key { alt: false, ..key }] } else { vec![key] }
}

fn pressed(event: KeyEvent) -> Option<Key> {
    if event.kind != KeyEventKind::Press {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt, shift) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), held(KeyModifiers::SHIFT));
    if let KeyCode::Char(c) = event.code {
        return Some(character(c, ctrl, alt, shift));
    }
    if let KeyCode::F(number) = event.code {
        return Some(Key { ctrl, alt, shift, ..plain(Code::F(number)) });
    }
    let (_, named) = *NAMED.iter().find(|(theirs, _)| *theirs == event.code)?;
    let code = if named == Code::Tab && shift { Code::BackTab } else { named };
    Some(Key { code, ctrl, alt, shift: shift && code != Code::BackTab })
}

/// The named keys, each as crossterm's code and as ours.
const NAMED: [(KeyCode, Code); 14] = [
    (KeyCode::Enter, Code::Enter),
    (KeyCode::Esc, Code::Esc),
    (KeyCode::Tab, Code::Tab),
    (KeyCode::BackTab, Code::BackTab),
    (KeyCode::Backspace, Code::Backspace),
    (KeyCode::Delete, Code::Delete),
    (KeyCode::Up, Code::Up),
    (KeyCode::Down, Code::Down),
    (KeyCode::Left, Code::Left),
    (KeyCode::Right, Code::Right),
    (KeyCode::Home, Code::Home),
    (KeyCode::End, Code::End),
    (KeyCode::PageUp, Code::PageUp),
    (KeyCode::PageDown, Code::PageDown),
];

/// A key that types a character, without the differences between terminals.
fn character(c: char, ctrl: bool, alt: bool, shift: bool) -> Key {
    // AltGr of European keyboards is reported as Ctrl and Alt together with the character that it types.
    let (ctrl, alt) = if ctrl && alt && !c.is_ascii_alphanumeric() { (false, false) } else { (ctrl, alt) };
    let code = match c.to_ascii_lowercase() {
        // Some terminals send these for Backspace and, in pasted lines, for Enter.
        'h' if ctrl => return Key { alt, ..plain(Code::Backspace) },
        'j' | 'm' if ctrl => return Key { alt, ..plain(Code::Enter) },
        lower if ctrl => lower,
        _ if shift => c.to_ascii_uppercase(),
        _ => c,
    };
    Key { ctrl, alt, ..plain(Code::Char(code)) }
}

const fn plain(code: Code) -> Key {
    Key { code, ctrl: false, alt: false, shift: false }
}

/// A pasted text as one line: line ends, tabs and runs of spaces become one space, other control characters go.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).take(PASTE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn keys_of_events() {
        const NONE: KeyModifiers = KeyModifiers::NONE;
        const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
        const CTRL: KeyModifiers = KeyModifiers::CONTROL;
        const ALT: KeyModifiers = KeyModifiers::ALT;
        let ctrl = |c| Key { ctrl: true, ..plain(Code::Char(c)) };
        let table = [
            (KeyCode::Char('j'), NONE, vec![plain(Code::Char('j'))]),
            (KeyCode::Char('G'), SHIFT, vec![plain(Code::Char('G'))]),
            (KeyCode::Char('g'), SHIFT, vec![plain(Code::Char('G'))]),
            (KeyCode::Char('？'), NONE, vec![plain(Code::Char('？'))]),
            (KeyCode::Char('卫'), SHIFT, vec![plain(Code::Char('卫'))]),
            (KeyCode::Char('d'), CTRL, vec![ctrl('d')]),
            (KeyCode::Char('D'), CTRL | SHIFT, vec![ctrl('d')]),
            (KeyCode::Char('h'), CTRL, vec![plain(Code::Backspace)]),
            (KeyCode::Char('j'), CTRL, vec![plain(Code::Enter)]),
            (KeyCode::Char('@'), CTRL | ALT, vec![plain(Code::Char('@'))]),
            (KeyCode::Char('j'), ALT, vec![plain(Code::Esc), plain(Code::Char('j'))]),
            (KeyCode::Enter, ALT, vec![plain(Code::Esc), plain(Code::Enter)]),
            (KeyCode::Up, ALT, vec![Key { alt: true, ..plain(Code::Up) }]),
            (KeyCode::BackTab, SHIFT, vec![plain(Code::BackTab)]),
            (KeyCode::Tab, SHIFT, vec![plain(Code::BackTab)]),
            (KeyCode::Down, SHIFT, vec![Key { shift: true, ..plain(Code::Down) }]),
            (KeyCode::F(1), NONE, vec![plain(Code::F(1))]),
            (KeyCode::Insert, NONE, vec![]),
            (KeyCode::CapsLock, NONE, vec![]),
        ];
        for (code, modifiers, expected) in table {
            assert_eq!(keys(event(code, modifiers)), expected, "{code:?} {modifiers:?}");
        }
    }

    #[test]
    fn a_release_is_no_key() {
        let release =
            KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, crossterm::event::KeyEventKind::Release);
        assert_eq!(keys(release), []);
    }

    #[test]
    fn pastes() {
        let long = "字".repeat(5000);
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
        let mut inbox = Inbox::default();
        let table = [
            (after(0), 5, MouseKind::Click),
            (after(200), 5, MouseKind::DoubleClick),
            (after(300), 5, MouseKind::Click),
            (after(400), 6, MouseKind::Click),
            (after(900), 6, MouseKind::Click),
            (after(1300), 6, MouseKind::DoubleClick),
        ];
        for (at, column, expected) in table {
            assert_eq!(inbox.click(column, 2, at), expected, "column {column}");
        }
    }

    #[test]
    fn keys_keep_their_order_and_only_the_last_size_counts() {
        let mut inbox = Inbox::default();
        let mut batch = Vec::new();
        let key = |c| Event::Key(event(KeyCode::Char(c), KeyModifiers::NONE));
        for event in [key('a'), Event::Resize(1, 1), key('b'), Event::FocusLost, Event::Resize(80, 24), key('c')] {
            inbox.take(event, &mut batch);
        }
        let typed = |c| Input::Key(plain(Code::Char(c)));
        assert_eq!(batch, [typed('a'), typed('b'), Input::Resize(Size { width: 80, height: 24 }), typed('c')]);
    }
}
