//! A line to type in: its characters, its caret, and the texts typed before. What the text is for is not known here.

use crate::app::input::action::Edit;
use crate::text::sanitize::one_line;

/// The longest text a field takes, in characters. What is pasted by mistake stays whole, so that it can be seen and cleared;
/// a query reads the beginning only.
const LONGEST: usize = 20_000;

/// The number of texts that ↑ can bring back.
const REMEMBERED: usize = 50;

/// A text field with a caret and a history.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextField {
    characters: Vec<char>,
    /// The number of characters before the caret.
    caret: usize,
    history: Vec<String>,
    /// The position in the history that ↑ has reached; `None` on the line being typed.
    recalled: Option<usize>,
}

impl TextField {
    /// Returns the text of the field.
    pub(crate) fn text(&self) -> String {
        self.characters.iter().collect()
    }

    /// Returns the text before the caret.
    pub(crate) fn before_caret(&self) -> String {
        self.characters.iter().take(self.caret).collect()
    }

    /// Returns whether the field has no text.
    pub(crate) fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// Returns whether the text came from the history, so that ↑ and ↓ go on in it.
    pub(crate) fn is_recalled(&self) -> bool {
        self.recalled.is_some()
    }

    /// Replaces the text; the caret goes behind it.
    pub(crate) fn set(&mut self, text: &str) {
        self.characters = one_line(text).chars().take(LONGEST).collect();
        self.caret = self.characters.len();
        self.recalled = None;
    }

    /// Inserts `text` at the caret; line breaks become spaces.
    pub(crate) fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.characters.len());
        let typed: Vec<char> = one_line(text).chars().take(room).collect();
        let n_typed = typed.len();
        self.characters.splice(self.caret..self.caret, typed);
        self.caret += n_typed;
        self.recalled = None;
    }

    /// Moves the caret or removes characters. Returns whether the text changed.
    pub(crate) fn edit(&mut self, edit: Edit) -> bool {
        let before = self.characters.len();
        match edit {
            Edit::Backspace => self.cut(self.caret.saturating_sub(1)),
            Edit::Delete if self.caret < before => {
                self.characters.remove(self.caret);
            }
            Edit::DeleteWord => {
                let spaces = self.characters.iter().take(self.caret).rev().take_while(|c| c.is_whitespace()).count();
                let word = self.characters.iter().take(self.caret - spaces).rev();
                let letters = word.take_while(|c| !c.is_whitespace()).count();
                self.cut(self.caret - spaces - letters);
            }
            Edit::Clear => {
                self.characters.clear();
                self.caret = 0;
            }
            Edit::Left => self.caret = self.caret.saturating_sub(1),
            Edit::Right => self.caret = (self.caret + 1).min(before),
            Edit::Home => self.caret = 0,
            Edit::End => self.caret = before,
            Edit::Delete => {}
        }
        self.characters.len() != before
    }

    /// Adds the text to the history, for ↑.
    pub(crate) fn remember(&mut self) {
        let text = self.text();
        if !text.trim().is_empty() {
            self.history.retain(|old| *old != text);
            self.history.push(text);
            if self.history.len() > REMEMBERED {
                self.history.remove(0);
            }
        }
        self.recalled = None;
    }

    /// Returns the texts that ↑ can bring back, the latest last.
    pub(crate) fn history(&self) -> &[String] {
        &self.history
    }

    /// Replaces the texts that ↑ can bring back.
    pub(crate) fn set_history(&mut self, texts: Vec<String>) {
        if self.recalled.is_none() {
            self.history = texts;
            self.history.drain(..self.history.len().saturating_sub(REMEMBERED));
        }
    }

    /// Puts an older (`true`) or newer text of the history into the field. Returns whether there was one.
    pub(crate) fn recall(&mut self, older: bool) -> bool {
        let from = self.recalled.unwrap_or(self.history.len());
        let next = if older { from.checked_sub(1) } else { Some(from + 1) };
        let Some(next) = next.filter(|&next| next <= self.history.len()) else { return false };
        let text = self.history.get(next).cloned().unwrap_or_default();
        self.set(&text);
        self.recalled = (next < self.history.len()).then_some(next);
        true
    }

    /// Removes the characters from `from` up to the caret.
    fn cut(&mut self, from: usize) {
        self.characters.drain(from..self.caret);
        self.caret = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing() {
        use Edit::*;
        for (typed, edits, expected, caret) in [
            ("人社局", &[Backspace][..], "人社", 2),
            ("人社局", &[Left, Left, Backspace], "社局", 0),
            ("人社局", &[Home, Delete], "社局", 0),
            ("健康 素养 ", &[DeleteWord], "健康 ", 3),
            ("健康", &[Clear, Backspace, Delete, DeleteWord], "", 0),
            ("健康", &[Home, Left, End, Right], "健康", 2),
        ] {
            let mut field = TextField::default();
            field.insert(typed);
            for &edit in edits {
                field.edit(edit);
            }
            assert_eq!((field.text().as_str(), field.caret), (expected, caret), "{typed} {edits:?}");
        }
    }

    #[test]
    fn history_goes_back_and_forth() {
        let mut field = TextField::default();
        for text in ["甲", "乙", "甲"] {
            field.set(text);
            field.remember();
        }
        field.set("");
        let steps = [true, true, true, false, false].map(|older| {
            field.recall(older);
            field.text()
        });
        assert_eq!(steps, ["甲", "乙", "乙", "甲", ""]);
    }

    #[test]
    fn a_paste_is_one_line_and_short() {
        let mut field = TextField::default();
        field.insert(&"健康\n".repeat(50_000));
        assert!(!field.text().contains('\n'));
        assert_eq!(field.text().chars().count(), LONGEST);
    }
}
