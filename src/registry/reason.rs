//! Why a row cannot be compared with the others of its indicator: in the words of the list of indicators, or of the program.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::words::{Language, Words, in_force};

/// A reason why a row cannot be compared. It is shown in the language in force; its JSON is Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason<'a> {
    /// What the list of indicators says of such rows.
    Listed {
        /// The reason as the list gives it in Chinese.
        chinese: &'a str,
        /// The reason as the list gives it in English.
        english: &'a str,
    },
    /// What holds for rows of any indicator.
    General(Words),
}

impl<'a> Reason<'a> {
    /// The reason in the language in force.
    #[must_use]
    pub fn get(self) -> &'a str {
        self.within(in_force())
    }

    /// The reason in this language.
    #[must_use]
    pub fn within(self, language: Language) -> &'a str {
        match (self, language) {
            (Self::Listed { chinese, .. }, Language::Chinese) => chinese,
            (Self::Listed { english, .. }, Language::English) => english,
            (Self::General(words), language) => words.within(language),
        }
    }
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.get())
    }
}

impl Serialize for Reason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.within(Language::Chinese))
    }
}
