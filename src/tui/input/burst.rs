//! Tells a text that was pasted from keys that were pressed, where the terminal does not mark it.
//!
//! Both are the same bytes. A paste comes faster than anybody types, so only characters that came together are looked at;
//! but so do the keys of a script, of a line that was slow, and of a key that is held down. Those move or command, with
//! few different letters; an input method commits some words of a line. A text is longer, or goes on behind a line end.

use std::collections::HashSet;

use crate::app::input::key::{Code, Key};

/// From so many characters together on they may be a text: more than an input method commits at once.
const LONG: usize = 40;
/// A text has at least so many Chinese characters, or [`LETTERS`].
const CHINESE: usize = 8;
/// A text in letters has at least so many different ones; the keys that move are fewer.
const LETTERS: usize = 12;
/// Behind a line end in a text stand at least so many different characters that move nothing.
const GOING_ON: usize = 4;
/// Keys that move, and so come many together where one is held down.
const MOVES: &str = "hjklgGJK{}[]<> ";

/// The character that a key types in a text: line ends and tabs are white space there. `None` for any other key.
pub(super) fn typed(key: Key) -> Option<char> {
    if key.ctrl || key.alt {
        return None;
    }
    match key.code {
        Code::Char(c) => Some(c),
        Code::Enter => Some('\n'),
        Code::Tab => Some('\t'),
        Code::Esc
        | Code::BackTab
        | Code::Backspace
        | Code::Delete
        | Code::Up
        | Code::Down
        | Code::Left
        | Code::Right
        | Code::Home
        | Code::End
        | Code::PageUp
        | Code::PageDown
        | Code::F(_) => None,
    }
}

/// Whether characters that came together are a text that was pasted.
pub(super) fn is_pasted(run: &str) -> bool {
    let n_chinese = run.chars().filter(|c| !c.is_ascii()).count();
    let is_long = run.chars().count() >= LONG && (n_chinese >= CHINESE || n_different(run) >= LETTERS);
    let goes_on = run.trim_start().split_once('\n').is_some_and(|(_, rest)| n_different(rest) >= GOING_ON);
    is_long || goes_on
}

/// How many different characters of a run move nothing.
fn n_different(run: &str) -> usize {
    let others = run.chars().filter(|c| !c.is_whitespace() && !MOVES.contains(*c));
    others.collect::<HashSet<char>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_keys() {
        let hanzi = "加强健康教育，普及健康知识。".repeat(30);
        for text in [
            hanzi.as_str(),
            "第一行\n第二行文字",
            "控烟\n限酒和膳食\n",
            "The quick brown fox jumps over the lazy dog, twice.",
            "q\nquit the plan",
        ] {
            assert!(is_pasted(text), "{text}");
        }
        let moves = "jkhl".repeat(2500);
        for keys in [
            moves.as_str(),
            "jjkkjjkkq",
            "/控烟\n",
            "/控烟\njjj",
            "健康教育\n",
            "2\n\njj",
            "d教育局\n\njjjj",
            "/rsj\njj\n",
        ] {
            assert!(!is_pasted(keys), "{keys}");
        }
    }
}
