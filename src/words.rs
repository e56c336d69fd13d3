//! Everything the program says itself, in each language that it speaks. What plans print is never translated, and is not here.
//!
//! The catalogue is the files below this one, one for each part of the program. A row has a name, the Chinese and the
//! English; a row without one of them does not compile:
//!
//! ```text
//! words! {
//!     NO_PLANS = "没有规划。", "There are no plans.";                    a text: words::browser::NO_PLANS.get()
//!     below(n) = "以下 {n} 项", "{n} below";                             a text with values: words::browser::below(3)
//! }
//! sentences! {
//!     wrong_sum(sum) = "各项合计{sum}", "the parts add up to {sum}";   in both languages: a Sentence
//! }
//! ```
//!
//! Who needs a text asks for it where it is shown, so that it is in the language in force. What is kept for longer than a
//! screen, or is also written to JSON and CSV (which are the same in every language), is a [`Sentence`].

pub(crate) mod browser;
pub(crate) mod clipboard;
pub(crate) mod compare;
pub(crate) mod corrections;
pub(crate) mod doctor;
pub(crate) mod documents;
pub(crate) mod draft;
pub(crate) mod duties;
pub(crate) mod files;
pub(crate) mod findings;
pub(crate) mod formats;
pub(crate) mod forms;
pub(crate) mod help;
pub(crate) mod hits;
pub(crate) mod keys;
pub(crate) mod library;
pub(crate) mod model;
pub(crate) mod names;
pub(crate) mod overlays;
pub(crate) mod pages;
pub(crate) mod progress;
pub(crate) mod punctuation;
pub(crate) mod query;
pub(crate) mod reader;
pub(crate) mod reading;
pub(crate) mod saving;
pub(crate) mod settings;
pub(crate) mod tables;
pub(crate) mod terminal;
pub(crate) mod topics;
pub(crate) mod tour;
pub(crate) mod usage;

use std::cell::Cell;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Serialize, Serializer};

/// Makes rows of the catalogue, see the top of this file: a constant, or a function where the text has values.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident $(($($value:ident),*))? = $chinese:literal, $english:literal;)*) => {
        $($crate::words::words!(@row [$(#[$about])*] $name [$(($($value),*))?] $chinese, $english);)*
    };
    (@row [$($about:tt)*] $name:ident [] $chinese:literal, $english:literal) => {
        $($about)*
        pub(crate) const $name: $crate::words::Words = $crate::words::Words::new($chinese, $english);
    };
    (@row [$($about:tt)*] $name:ident [($($value:ident),*)] $chinese:literal, $english:literal) => {
        $($about)*
        pub(crate) fn $name($($value: impl std::fmt::Display),*) -> String {
            match $crate::words::in_force() {
                $crate::words::Language::Chinese => format!($chinese),
                $crate::words::Language::English => format!($english),
            }
        }
    };
}
pub(crate) use words;

/// Makes rows of the catalogue that are kept in every language: functions that return a [`Sentence`].
macro_rules! sentences {
    ($($(#[$about:meta])* $name:ident ($($value:ident),*) = $chinese:literal, $english:literal;)*) => {
        $($(#[$about])*
        pub(crate) fn $name($($value: impl std::fmt::Display),*) -> $crate::words::Sentence {
            $crate::words::Sentence::of(|| match $crate::words::in_force() {
                $crate::words::Language::Chinese => format!($chinese),
                $crate::words::Language::English => format!($english),
            })
        })*
    };
}
pub(crate) use sentences;

words! {
    /// What stands between the members of a list.
    LIST = "、", ", ";
    /// What stands between words that are each in quotation marks.
    QUOTED = "”“", "”, “";
    /// What stands between two things.
    AND = "和", " and ";
    /// What stands where nothing is to be said.
    NOTHING = "", "";
}

/// Joins parts by a mark, in every language.
pub(crate) fn joined<T: fmt::Display>(parts: &[T], mark: Words) -> Sentence {
    Sentence::of(|| parts.iter().map(T::to_string).collect::<Vec<_>>().join(mark.get()))
}

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese, in which the plans are written.
    #[default]
    Chinese,
    /// English, for readers who know the plans from elsewhere.
    English,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Returns the short name of the language, as options and settings write it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// Returns the language with this short name.
    #[must_use]
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.id() == id)
    }

    /// Returns the language that a locale (`zh_CN.UTF-8`, `en_GB`, `C`) asks for.
    ///
    /// ```
    /// use guihua::words::Language;
    ///
    /// assert_eq!(Language::of_locale("zh_CN.GB18030"), Language::Chinese);
    /// assert_eq!(Language::of_locale("de_DE.UTF-8"), Language::English);
    /// // A locale of no language says nothing about the reader, and the plans are Chinese.
    /// assert_eq!(Language::of_locale("C.UTF-8"), Language::Chinese);
    /// ```
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        match name {
            "" | "C" | "POSIX" | "zh" | "yue" | "wuu" => Self::Chinese,
            _ => Self::English,
        }
    }
}

/// Whether the process speaks English, where a thread has no language of its own.
static SPEAKS_ENGLISH: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// The language that the current thread speaks at the moment, if it is another one than the process does.
    static OWN: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Returns the language in which the current thread speaks.
#[must_use]
pub fn in_force() -> Language {
    OWN.get().unwrap_or(if SPEAKS_ENGLISH.load(Ordering::Relaxed) { Language::English } else { Language::Chinese })
}

/// Sets the language of the process. It is called once, before anything is said.
pub fn speak(language: Language) {
    SPEAKS_ENGLISH.store(language == Language::English, Ordering::Relaxed);
}

/// Does something in a language, whatever the process speaks, and returns what it makes.
///
/// ```
/// use guihua::words::{self, Language};
///
/// assert_eq!(words::within(Language::English, words::in_force), Language::English);
/// assert_eq!(words::in_force(), Language::Chinese);
/// ```
pub fn within<T>(language: Language, act: impl FnOnce() -> T) -> T {
    /// Gives the thread its former language back, also when `act` panics.
    struct Back(Option<Language>);
    impl Drop for Back {
        fn drop(&mut self) {
            OWN.set(self.0);
        }
    }
    let _back = Back(OWN.replace(Some(language)));
    act()
}

/// A text of the program in each language.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words {
    chinese: &'static str,
    english: &'static str,
}

impl Words {
    /// Takes the text in both languages.
    #[must_use]
    pub const fn new(chinese: &'static str, english: &'static str) -> Self {
        Self { chinese, english }
    }

    /// Returns the text in the language in force.
    #[must_use]
    pub fn get(self) -> &'static str {
        self.within(in_force())
    }

    /// Returns the text in this language.
    #[must_use]
    pub const fn within(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.chinese,
            Language::English => self.english,
        }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.get())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.get())
    }
}

/// A sentence with values, kept in every language. It is shown in the language in force; its JSON is Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sentence {
    chinese: String,
    english: String,
}

impl Sentence {
    /// Makes the sentence once in each language: `say` is called within each of them.
    #[must_use]
    pub fn of(say: impl Fn() -> String) -> Self {
        Self { chinese: within(Language::Chinese, &say), english: within(Language::English, &say) }
    }

    /// Returns the sentence in the language in force.
    #[must_use]
    pub fn get(&self) -> &str {
        self.within(in_force())
    }

    /// Returns the sentence in this language.
    #[must_use]
    pub fn within(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.get())
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.chinese)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    words! {
        /// A text without values needs no arguments.
        NONE = "没有", "none";
        below(n) = "以下 {n} 项", "{n} below";
    }
    sentences! {
        differs(first, second) = "{first}与{second}不一致", "{first} differs from {second}";
    }

    #[test]
    fn texts_are_in_the_language_in_force() {
        assert_eq!((NONE.get(), below(3)), ("没有", "以下 3 项".to_owned()));
        within(Language::English, || assert_eq!((NONE.get(), below(3)), ("none", "3 below".to_owned())));
        assert_eq!(NONE.to_string(), "没有");
    }

    #[test]
    fn sentences_are_kept_in_every_language_with_their_values() {
        let sentence = within(Language::English, || differs("12%", NONE));
        assert_eq!(sentence.get(), "12%与没有不一致");
        within(Language::English, || assert_eq!(sentence.to_string(), "12% differs from none"));
        assert_eq!(serde_json::to_string(&sentence).unwrap(), "\"12%与没有不一致\"");
    }

    #[test]
    fn the_language_comes_back_after_a_panic() {
        let fall = std::panic::catch_unwind(|| within(Language::English, || panic!("on purpose")));
        assert!(fall.is_err() && in_force() == Language::Chinese);
    }
}
