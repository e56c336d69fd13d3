//! The bytes that a terminal sends, as keys, pastes, mouse events and answers.
//!
//! What a terminal sends is described in "Xterm Control Sequences" (ctlseqs). The bytes of one key may come in several
//! reads, and an Escape may be a key of its own or the beginning of another one, which only time tells: whoever feeds the
//! decoder asks it how long to wait, and then has it [`give_up`](Decoder::give_up).

use std::time::Duration;

use crate::app::input::key::{Code, Key};

use super::background::{self, Answer};
use super::keys::{character, plain};
use super::token::Token;

/// How long the rest of a key, of a character or of a paste may take to come.
const REST: Duration = Duration::from_millis(500);
/// The longest sequence that is taken for one, in bytes. A terminal that is asked nothing sends shorter ones.
const LONGEST: usize = 64;
/// The most bytes of a marked paste that are kept; a field takes a sentence, not a document.
const LONGEST_PASTE: usize = 64 * 1024;
/// Before a text that is pasted.
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
/// Behind a text that is pasted.
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// The bytes of a mouse event in the old form, behind `ESC [ M`.
const OLD_MOUSE: usize = 3;

const ESC: u8 = 0x1b;
/// The bytes that begin a sequence or a command: Escape and one more.
const INTRODUCER: usize = 2;
/// The number of the Escape key where keys are sent by number (CSI u).
const ESC_NUMBER: u16 = 27;

/// Keys by the last byte of their sequence: `ESC [ A`, `ESC O A`.
const BY_LAST_BYTE: &[(u8, Code)] = &[
    (b'A', Code::Up),
    (b'B', Code::Down),
    (b'C', Code::Right),
    (b'D', Code::Left),
    (b'F', Code::End),
    (b'H', Code::Home),
    (b'M', Code::Enter),
    (b'P', Code::F(1)),
    (b'Q', Code::F(2)),
    (b'R', Code::F(3)),
    (b'S', Code::F(4)),
    (b'Z', Code::BackTab),
];

/// Keys by the number of their sequence: `ESC [ 5 ~`.
const BY_NUMBER: &[(u16, Code)] = &[
    (1, Code::Home),
    (3, Code::Delete),
    (4, Code::End),
    (5, Code::PageUp),
    (6, Code::PageDown),
    (7, Code::Home),
    (8, Code::End),
    (11, Code::F(1)),
    (12, Code::F(2)),
    (13, Code::F(3)),
    (14, Code::F(4)),
    (15, Code::F(5)),
    (17, Code::F(6)),
    (18, Code::F(7)),
    (19, Code::F(8)),
    (20, Code::F(9)),
    (21, Code::F(10)),
    (23, Code::F(11)),
    (24, Code::F(12)),
];

/// What the beginning of some bytes is.
enum Begins {
    /// So many bytes are these tokens.
    With(usize, Vec<Token>),
    /// Part of something whose rest has not come.
    Unfinished,
}

/// Turns bytes into tokens, and keeps those whose rest has not come.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    /// The marked paste that is under way.
    paste: Option<Vec<u8>>,
    /// Whether the terminal was asked where its cursor stands, and has not answered. Shift-F3 looks like an answer.
    pub(super) awaits_answer: bool,
    /// Whether the terminal was asked for its background, and has not answered. Escape and `]` could be keys.
    pub(super) awaits_background: bool,
    /// Whether an Escape was taken for a key of its own just now, so that what follows may be the rest of another key.
    has_cut_escape: bool,
}

impl Decoder {
    /// Takes what was read, and returns what is whole by now.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Token> {
        if std::mem::take(&mut self.has_cut_escape) && is_rest_of_key(bytes) {
            // The terminal is slow: the Escape that was acted on belonged to this.
            self.bytes.push(ESC);
        }
        self.bytes.extend_from_slice(bytes);
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(rest) = self.bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if self.paste.is_some() {
                match self.paste_on(at, &mut tokens) {
                    Some(taken) => at += taken,
                    None => break,
                }
                continue;
            }
            if rest.starts_with(PASTE_BEGINS) {
                at += PASTE_BEGINS.len();
                self.paste = Some(Vec::new());
                continue;
            }
            let begins = match rest {
                [ESC, b']', command @ ..] if self.awaits_background => match background::read(command) {
                    Answer::Whole(taken, is_light) => Begins::With(
                        INTRODUCER + taken,
                        is_light.map(|is_light| Token::Background { is_light }).into_iter().collect(),
                    ),
                    Answer::Unfinished => Begins::Unfinished,
                },
                _ => begins_with(rest, self.awaits_answer),
            };
            match begins {
                Begins::With(taken, found) => {
                    let has_place = found.iter().any(|token| matches!(token, Token::CursorAt { .. }));
                    let has_background = found.iter().any(|token| matches!(token, Token::Background { .. }));
                    // Answers come in the order of the questions, of which the place is the last.
                    self.awaits_background &= !has_place && !has_background;
                    self.awaits_answer &= !has_place;
                    tokens.extend(found);
                    at += taken;
                }
                Begins::Unfinished => break,
            }
        }
        self.bytes.drain(..at.min(self.bytes.len()));
        tokens
    }

    /// How long to wait for more before [`give_up`](Decoder::give_up) is called; `None` where nothing is unfinished.
    /// `escape` is how long the rest of a key may take behind a lone Escape.
    pub(super) fn patience(&self, escape: Duration) -> Option<Duration> {
        match self.bytes.as_slice() {
            [] => self.paste.as_ref().map(|_| REST),
            [ESC] if self.paste.is_none() => Some(escape),
            _ => Some(REST),
        }
    }

    /// Takes for whole what has begun, as its rest does not come: a lone Escape is a key, a paste ends, and what is no key
    /// is dropped.
    pub(super) fn give_up(&mut self) -> Vec<Token> {
        if let Some(mut pasted) = self.paste.take() {
            pasted.append(&mut self.bytes);
            return vec![Token::Paste(String::from_utf8_lossy(&pasted).into_owned())];
        }
        let bytes = std::mem::take(&mut self.bytes);
        match bytes.as_slice() {
            [ESC] => {
                self.has_cut_escape = true;
                vec![Token::Key(plain(Code::Esc))]
            }
            // Alt with a letter that also begins sequences.
            [ESC, letter @ (b'[' | b'O')] => {
                vec![Token::Key(plain(Code::Esc)), Token::Key(character(char::from(*letter), false, false, false))]
            }
            _ => Vec::new(),
        }
    }

    /// Goes on with a marked paste, whose rest begins at a byte. Returns how many bytes it took; `None` where more have to
    /// come.
    fn paste_on(&mut self, at: usize, tokens: &mut Vec<Token>) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        let pasted = self.paste.as_mut()?;
        if let Some(end) = memchr::memmem::find(rest, PASTE_ENDS) {
            pasted.extend(rest.get(..end)?.iter().take(LONGEST_PASTE.saturating_sub(pasted.len())));
            tokens.push(Token::Paste(String::from_utf8_lossy(pasted).into_owned()));
            self.paste = None;
            return Some(end + PASTE_ENDS.len());
        }
        // The last bytes may be the beginning of the end.
        let kept = (1..PASTE_ENDS.len()).rev().find(|kept| rest.ends_with(PASTE_ENDS.get(..*kept).unwrap_or_default()));
        let taken = rest.len() - kept.unwrap_or(0);
        pasted.extend(rest.get(..taken)?.iter().take(LONGEST_PASTE.saturating_sub(pasted.len())));
        (taken > 0).then_some(taken)
    }
}

/// Whether bytes that come behind a lone Escape are the rest of a key, and nothing else: `[B`, `OB`, `[5~`.
fn is_rest_of_key(bytes: &[u8]) -> bool {
    let whole = [&[ESC], bytes].concat();
    bytes.len() > 1
        && matches!(bytes.first(), Some(b'[' | b'O'))
        && matches!(begins_with(&whole, false), Begins::With(taken, tokens) if taken == whole.len() && tokens.len() == 1)
}

/// What some bytes begin with.
fn begins_with(bytes: &[u8], awaits_answer: bool) -> Begins {
    match bytes {
        [ESC] | [ESC, b'O'] => Begins::Unfinished,
        [ESC, b'[', rest @ ..] => sequence(rest, awaits_answer),
        [ESC, b'O', last, ..] if by_last_byte(*last, 1).is_some() => {
            Begins::With(3, by_last_byte(*last, 1).into_iter().collect())
        }
        // A terminal sends the same bytes for Alt-j and for Escape followed quickly by j. No binding has Alt with a
        // letter, and whoever leaves a field and types on must not lose both keys.
        [ESC, ..] => Begins::With(1, vec![Token::Key(plain(Code::Esc))]),
        [byte @ 0..=0x7f, ..] => Begins::With(1, control_or_ascii(*byte).map(Token::Key).into_iter().collect()),
        _ => beyond_ascii(bytes),
    }
}

/// A key of one byte below 0x80; `None` for a byte that no key sends.
fn control_or_ascii(byte: u8) -> Option<Key> {
    let key = match byte {
        b'\r' | b'\n' => plain(Code::Enter),
        b'\t' => plain(Code::Tab),
        0x08 | 0x7f => plain(Code::Backspace),
        0x01..=0x1a => character(char::from(byte - 1 + b'a'), true, false, false),
        0x20..=0x7e => character(char::from(byte), false, false, false),
        _ => return None,
    };
    Some(key)
}

/// A character of UTF-8. Bytes that are none are dropped one by one.
fn beyond_ascii(bytes: &[u8]) -> Begins {
    let length = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Begins::With(1, Vec::new()),
    };
    let present = bytes.get(..length.min(bytes.len())).unwrap_or_default();
    match std::str::from_utf8(present) {
        Ok(text) => {
            // Control characters of Latin-1 are typed by no key.
            let typed = text.chars().next().filter(|c| !c.is_control());
            let key = typed.map(|c| Token::Key(character(c, false, false, false)));
            Begins::With(length, key.into_iter().collect())
        }
        Err(error) if error.error_len().is_none() => Begins::Unfinished,
        Err(_) => Begins::With(1, Vec::new()),
    }
}

/// What follows `ESC [`, up to and with its last byte.
fn sequence(rest: &[u8], awaits_answer: bool) -> Begins {
    if rest.first() == Some(&b'M') {
        return match rest.get(1..=OLD_MOUSE) {
            Some(&[button, column, row]) => {
                let position = |byte: u8| u16::from(byte).saturating_sub(33);
                let button = u16::from(button).saturating_sub(32);
                let mouse = Token::Mouse { button, column: position(column), row: position(row) };
                Begins::With(INTRODUCER + 1 + OLD_MOUSE, vec![mouse])
            }
            _ => Begins::Unfinished,
        };
    }
    let is_inside = |byte: &u8| (0x20..0x40).contains(byte);
    let Some(end) = rest.iter().position(|byte| !is_inside(byte)) else {
        // So long a one is none; what follows is read anew.
        return if rest.len() > LONGEST { Begins::With(INTRODUCER, Vec::new()) } else { Begins::Unfinished };
    };
    let (Some(inside), Some(last)) = (rest.get(..end), rest.get(end)) else { return Begins::Unfinished };
    if !(0x40..=0x7e).contains(last) || end > LONGEST {
        return Begins::With(INTRODUCER + end, Vec::new());
    }
    Begins::With(INTRODUCER + end + 1, meaning(inside, *last, awaits_answer).into_iter().collect())
}

/// The meaning of a whole sequence: what stands inside, and its last byte.
fn meaning(inside: &[u8], last: u8, awaits_answer: bool) -> Option<Token> {
    let text = std::str::from_utf8(inside).ok()?;
    if let Some(mouse) = text.strip_prefix('<') {
        let &[button, column, row] = numbers(mouse).as_slice() else { return None };
        // A release ends in m.
        return (last == b'M').then(|| Token::Mouse {
            button,
            column: column.saturating_sub(1),
            row: row.saturating_sub(1),
        });
    }
    let parameters = numbers(text);
    let modifier = parameters.get(1).copied().unwrap_or(1);
    match (last, parameters.as_slice()) {
        (b'R', &[row, column]) if awaits_answer => {
            Some(Token::CursorAt { column: column.saturating_sub(1), row: row.saturating_sub(1) })
        }
        (b'~', &[number, ..]) => {
            let (_, code) = BY_NUMBER.iter().find(|(known, _)| *known == number)?;
            Some(Token::Key(with_modifiers(*code, modifier)))
        }
        // The key of a character with modifiers, as some terminals send it (CSI u).
        (b'u', &[ESC_NUMBER, ..]) => Some(Token::Key(plain(Code::Esc))),
        (b'u', &[number, ..]) => {
            let held = modifier.saturating_sub(1);
            let c = char::from_u32(u32::from(number)).filter(|c| !c.is_control());
            let named = u8::try_from(number).ok().and_then(control_or_ascii);
            let key = c.map(|c| character(c, held & 4 != 0, held & 2 != 0, held & 1 != 0)).or(named)?;
            Some(Token::Key(key))
        }
        _ => by_last_byte(last, modifier),
    }
}

/// The numbers between semicolons; an empty one is 0, and what is none ends them.
fn numbers(text: &str) -> Vec<u16> {
    let parsed = |part: &str| if part.is_empty() { Some(0) } else { part.parse().ok() };
    text.split(';').map_while(parsed).collect()
}

fn by_last_byte(last: u8, modifier: u16) -> Option<Token> {
    let (_, code) = BY_LAST_BYTE.iter().find(|(known, _)| *known == last)?;
    Some(Token::Key(with_modifiers(*code, modifier)))
}

/// A named key with the modifiers of a sequence: 1, and 1 for Shift, 2 for Alt, 4 for Control.
fn with_modifiers(code: Code, modifier: u16) -> Key {
    let held = modifier.saturating_sub(1);
    Key { shift: held & 1 != 0 && code != Code::BackTab, alt: held & 2 != 0, ctrl: held & 4 != 0, code }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::input::background::is_light;

    fn key(written: &str) -> Token {
        Token::Key(written.parse().unwrap())
    }

    fn all(bytes: &[u8]) -> Vec<Token> {
        let mut decoder = Decoder::default();
        let mut tokens = decoder.feed(bytes);
        tokens.extend(decoder.give_up());
        tokens
    }

    #[test]
    fn sequences_of_keys() {
        let table: &[(&[u8], &[&str])] = &[
            (b"j", &["j"]),
            (b"G", &["G"]),
            ("卫生".as_bytes(), &["卫", "生"]),
            (b"\r\n\t", &["<Enter>", "<Enter>", "<Tab>"]),
            (b"\x7f\x08", &["<Backspace>", "<Backspace>"]),
            (b"\x04\x1a", &["<C-d>", "<C-z>"]),
            (b"\x1b", &["<Esc>"]),
            (b"\x1b\x1b", &["<Esc>", "<Esc>"]),
            (b"\x1bj", &["<Esc>", "j"]),
            (b"\x1b[A\x1bOB", &["<Up>", "<Down>"]),
            (b"\x1b[1;2B\x1b[1;5C", &["<S-Down>", "<C-Right>"]),
            (b"\x1b[5~\x1b[6;5~", &["<PgUp>", "<C-PgDn>"]),
            (b"\x1b[Z\x1bOP\x1b[15~", &["<S-Tab>", "<F1>", "<F5>"]),
            (b"\x1b[1;2R", &["<S-F3>"]),
            (b"\x1b[106;5u\x1b[27u", &["<Enter>", "<Esc>"]),
            (b"\x1b[", &["<Esc>", "["]),
            (b"\x1bO", &["<Esc>", "O"]),
            // What no key sends is dropped, and nothing behind it.
            (b"\x1b[99zq", &["q"]),
            (b"\x1b[?1;2cq", &["q"]),
            (b"\x1b[I\x1b[Oq", &["q"]),
            (b"\x1b[1\xe5q", &["q"]),
            (b"\xff\xfeq\xe5\x8d", &["q"]),
            (b"\x00\x1cq", &["q"]),
        ];
        for (bytes, expected) in table {
            let expected: Vec<Token> = expected.iter().map(|written| key(written)).collect();
            assert_eq!(all(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_long_sequence_is_none() {
        let long = [b"\x1b[", "1;".repeat(500).as_bytes(), b"A"].concat();
        assert!(all(&long).len() < 2000);
        assert_eq!(all(&[long, b"q".to_vec()].concat()).last(), Some(&key("q")));
    }

    #[test]
    fn the_mouse_in_both_forms() {
        let mouse = |button, column, row| Token::Mouse { button, column, row };
        assert_eq!(all(b"\x1b[<0;3;5M\x1b[<0;3;5m\x1b[<65;300;2M"), [mouse(0, 2, 4), mouse(65, 299, 1)]);
        assert_eq!(all(b"\x1b[M !%q"), [mouse(0, 0, 4), key("q")]);
        assert_eq!(all(b"\x1b[<1;2q"), []);
    }

    #[test]
    fn an_answer_is_one_only_where_it_was_asked_for() {
        let mut decoder = Decoder { awaits_answer: true, ..Decoder::default() };
        assert_eq!(decoder.feed(b"j\x1b[2;7Rj"), [key("j"), Token::CursorAt { column: 6, row: 1 }, key("j")]);
        assert_eq!(decoder.feed(b"\x1b[1;2R"), [key("<S-F3>")]);
    }

    #[test]
    fn a_background_is_light_or_dark() {
        let table = [
            ("rgb:ffff/ffff/ffff", Some(true)),
            ("rgb:0000/0000/0000", Some(false)),
            ("rgb:fd/f6/e3", Some(true)),
            ("rgba:1c1c/1c1c/1c1c/ffff", Some(false)),
            ("rgb:f/f/f", Some(true)),
            ("rgb:0000/0000/ffff", Some(false)),
            ("rgb:ffff/ffff", None),
            ("rgb:/0/0", None),
            ("rgb:00000/0/0", None),
            ("white", None),
        ];
        for (colour, expected) in table {
            assert_eq!(is_light(colour), expected, "{colour}");
            let answer = format!("j\u{1b}]11;{colour}\u{1b}\\k\u{1b}]11;{colour}\u{7}");
            for cut in 0..answer.len() {
                let mut decoder = Decoder { awaits_background: true, ..Decoder::default() };
                let (first, second) = answer.as_bytes().split_at(cut);
                let mut tokens = decoder.feed(first);
                tokens.extend(decoder.feed(second));
                let answered = expected.map(|is_light| Token::Background { is_light });
                let begins: Vec<Token> = [key("j")].into_iter().chain(answered).chain([key("k")]).collect();
                assert!(tokens.starts_with(&begins), "{colour} cut at {cut}: {tokens:?}");
            }
        }
        // Who was not asked does not answer, and who has told the place has no background to tell.
        assert_eq!(all(b"\x1b]1"), [key("<Esc>"), key("]"), key("1")]);
        let mut decoder = Decoder { awaits_background: true, awaits_answer: true, ..Decoder::default() };
        assert_eq!(decoder.feed(b"\x1b[2;4R\x1b]").len(), 3);
    }

    #[test]
    fn every_cut_gives_the_same_tokens() {
        let bytes = "j卫\u{1b}[B\u{1b}[<65;3;5M\u{1b}[200~粘\n贴\u{1b}[1m\u{1b}[201~\u{1b}[5~🌞\u{1b}OAq".as_bytes();
        let expected = all(bytes);
        assert_eq!(expected.len(), 9);
        for cut in 0..bytes.len() {
            for second in cut..bytes.len() {
                let mut decoder = Decoder::default();
                let parts = [&bytes[..cut], &bytes[cut..second], &bytes[second..]];
                let tokens: Vec<Token> = parts.into_iter().flat_map(|part| decoder.feed(part)).collect();
                assert_eq!(tokens, expected, "cut at {cut} and {second}");
                assert_eq!(decoder.patience(REST), None);
            }
        }
    }

    #[test]
    fn what_does_not_end_is_given_up() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed("\u{1b}[200~粘贴".as_bytes()), []);
        assert_eq!(decoder.patience(Duration::ZERO), Some(REST));
        assert_eq!(decoder.give_up(), [Token::Paste("粘贴".to_owned())]);
        assert_eq!(decoder.feed(b"q"), [key("q")]);
        // An Escape whose rest comes late is a key of its own, and the rest the key that was meant.
        assert_eq!(decoder.feed(b"\x1b"), []);
        assert_eq!(decoder.give_up(), [key("<Esc>")]);
        assert_eq!(decoder.feed(b"[B"), [key("<Down>")]);
        assert_eq!(decoder.feed(b"[B"), [key("["), key("B")]);
    }

    #[test]
    fn a_paste_beyond_all_measure_takes_little() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(PASTE_BEGINS), []);
        for _ in 0..1000 {
            assert_eq!(decoder.feed(&[b'x'; 1000]), []);
        }
        assert!(matches!(decoder.feed(PASTE_ENDS).as_slice(), [Token::Paste(text)] if text.len() == LONGEST_PASTE));
    }

    proptest::proptest! {
        #[test]
        fn bytes_of_any_kind_are_read(bytes: Vec<u8>, cut: u8) {
            let cut = usize::from(cut).min(bytes.len());
            let mut decoder = Decoder::default();
            let mut tokens = decoder.feed(&bytes[..cut]);
            tokens.extend(decoder.feed(&bytes[cut..]));
            decoder.give_up();
            // Whatever came, the next key is read.
            proptest::prop_assert_eq!(decoder.feed(b"j"), [key("j")]);
        }
    }
}
