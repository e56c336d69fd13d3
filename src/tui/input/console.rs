//! Waits for the console of Windows, by crossterm's events, and for other threads.
//!
//! The thread that waits polls for events with a timeout of [`TICK`] and looks between two polls whether a [`Waker`] was
//! used: a key is noticed at once, a wake as soon as no event has come for one tick.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEventKind};

use crate::app::input::key::{Code, Key};

use super::keys::{character, plain};
use super::token::{LEFT_BUTTON, Token, WHEEL_DOWN, WHEEL_UP};
use super::{Arrived, News};

/// The timeout of a poll for events: how late a wake is noticed, at most, while no key comes.
const TICK: Duration = Duration::from_millis(40);
/// The most events that are read before the browser sees them.
const MOST: usize = 4096;

/// The console, and the wakes of other threads.
#[derive(Debug)]
pub(super) struct Source {
    sender: Sender<()>,
    receiver: Receiver<()>,
    /// The console tells an Escape from other keys, so nothing is waited for.
    pub(super) escape: Duration,
}

/// Ends a wait from another thread.
#[derive(Clone, Debug)]
pub struct Waker(Sender<()>);

impl Waker {
    /// Has the screen take in what is new and be drawn again. Does nothing once the terminal has been given back.
    pub fn wake(&self) {
        let _ = self.0.send(());
    }
}

impl Source {
    /// Begins to listen. New sizes are noticed from now on.
    pub(super) fn open() -> io::Result<Self> {
        event::poll(Duration::ZERO)?;
        let (sender, receiver) = mpsc::channel();
        Ok(Self { sender, receiver, escape: super::ESCAPE })
    }

    pub(super) fn waker(&self) -> Waker {
        Waker(self.sender.clone())
    }

    /// Does nothing: crossterm does not hand on what a console answers.
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "it is called as on Unix")]
    pub(super) fn expect_background(&mut self) {}

    /// Waits until something comes, without end or so long, and reads all that is there.
    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Arrived> {
        let end = patience.map(|patience| Instant::now() + patience);
        let mut arrived = Arrived::default();
        loop {
            let left = end.map_or(TICK, |end| end.saturating_duration_since(Instant::now()).min(TICK));
            let mut has_event = event::poll(left)?;
            while has_event && arrived.tokens.len() < MOST {
                take(event::read()?, &mut arrived);
                has_event = event::poll(Duration::ZERO)?;
            }
            arrived.news.extend((self.receiver.try_iter().count() > 0).then_some(News::Wake));
            if !(arrived.tokens.is_empty() && arrived.news.is_empty()) {
                return Ok(arrived);
            }
            if end.is_some_and(|end| end <= Instant::now()) {
                arrived.news.push(News::TimeOver);
                return Ok(arrived);
            }
        }
    }
}

/// Adds what an event of the console tells.
fn take(event: Event, arrived: &mut Arrived) {
    match event {
        Event::Key(key) => arrived.tokens.extend(keys(key).into_iter().map(Token::Key)),
        Event::Paste(text) => arrived.tokens.push(Token::Paste(text)),
        Event::Resize(..) => arrived.news.push(News::Size),
        Event::Mouse(mouse) => {
            let button = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => LEFT_BUTTON,
                MouseEventKind::ScrollUp => WHEEL_UP,
                MouseEventKind::ScrollDown => WHEEL_DOWN,
                MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
                | MouseEventKind::Up(_)
                | MouseEventKind::Drag(_)
                | MouseEventKind::Moved
                | MouseEventKind::ScrollLeft
                | MouseEventKind::ScrollRight => return,
            };
            arrived.tokens.push(Token::Mouse { button, column: mouse.column, row: mouse.row });
        }
        Event::FocusGained | Event::FocusLost => {}
    }
}

/// The keys of one event: none for a release or an unknown key, two where Escape and the next key came as one.
///
/// No binding has Alt with a letter, and a user who leaves a field and types on must not lose both keys, so Alt-j is read as
/// Escape and j, as it comes from other terminals.
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
}
