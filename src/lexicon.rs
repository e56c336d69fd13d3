//! The word lists of written Chinese that the rules read by, one file a theme, each row with its source.
//!
//! The module holds words and what they stand for, and imports nothing. It must not know what a rule does with a word
//! or what a plan is: the module that reads with a word decides what it makes of a plan (a role, a year, a finding).
//!
//! # Adding words
//!
//! 1. Look for the theme: a list of words of one kind stands once, and the rules of all modules share it.
//! 2. Declare the list as a `static` of type [`Words`] (whole words), [`Chars`] (single characters) or [`Glossary`]
//!    (words with a meaning), and name it after what the words are, not after the rule that uses them.
//! 3. Give each row its [`Source`]: [`GENERAL`] for what every reader of official Chinese knows, or a document's constant
//!    from this file, if the words stand in that document.
//! 4. Words are tried in the order of the list, so a word stands before those it contains at the end that is compared.
//!
//! ```
//! use guihua::lexicon::{GENERAL, Words};
//!
//! static FLOWERS: Words = Words::new(&[(GENERAL, &["牡丹花", "牡丹", "菊花"])]);
//!
//! assert!(FLOWERS.contains("菊花"));
//! assert!(FLOWERS.is_in("国色牡丹"));
//! assert_eq!(FLOWERS.strip_prefix("牡丹花开"), Some("开"));
//! assert_eq!(FLOWERS.strip_suffix("洛阳牡丹"), Some("洛阳"));
//! ```
//!
//! Tests read the sources: no word stands twice in a list, no two lists share most of their words unless a table says why
//! (a list is built from a common part instead: [`List::with`]), and no array, pattern or set of more than three Chinese
//! words or marks stands outside this folder. Lists of what the program itself says or a person types (heads of columns,
//! names of filters) do not belong here; the test names the places that hold them.

pub mod allowance;
pub mod change;
pub mod clause;
pub mod condition;
pub mod count;
pub mod document;
mod filter;
pub mod heading;
pub mod indicator;
pub mod measured;
pub mod metric;
pub mod misprint;
pub mod office;
pub mod office_in_text;
pub mod parallel;
pub mod period;
pub mod place;
pub mod progress;
pub mod punctuation;
pub mod question;
pub mod rank;
pub mod rate;
pub mod result;
pub mod scope;
pub mod spelling;
pub mod subject;
pub mod table;
pub mod target;
pub mod task;
pub mod term;
pub mod time;
pub mod topic;
pub mod unit;
pub mod value;
pub mod website;
pub mod works;

use std::sync::OnceLock;

use crate::lexicon::filter::Filter;

/// Where the words of a row come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Common knowledge of written Chinese and of the way officials write.
    General,
    /// A standard or another published document, named by its title and number.
    Document(&'static str),
}

/// Common knowledge of written Chinese and of the way officials write.
pub const GENERAL: Source = Source::General;

/// The layout of official documents: headings, attachments, dates, signatures.
pub const OFFICIAL_LAYOUT: Source = Source::Document("《党政机关公文格式》GB/T 9704—2012");

/// The use of punctuation marks.
pub const PUNCTUATION: Source = Source::Document("《标点符号用法》GB/T 15834—2011");

/// The use of numerals in publications.
pub const NUMERALS: Source = Source::Document("《出版物上数字用法》GB/T 15835—2011");

/// The provinces and cities of China with their codes.
pub const DIVISIONS: Source = Source::Document("《中华人民共和国行政区划代码》GB/T 2260");

/// The national outline for health, which the plans of provinces and cities follow.
pub const HEALTHY_CHINA: Source = Source::Document("《“健康中国2030”规划纲要》（2016年）");

/// The national actions for health, whose table of indicators gives each its nature.
pub const HEALTH_ACTIONS: Source = Source::Document("《健康中国行动（2019—2030年）》（2019年）");

/// The units of measure that may be used in China, with their Chinese names and signs.
pub const LEGAL_UNITS: Source = Source::Document("《中华人民共和国法定计量单位》（1984年）");

/// A list of entries in rows, each row with its source. The entries keep the order in which they are written.
#[derive(Debug)]
pub struct List<T: 'static> {
    parts: &'static [&'static Self],
    rows: &'static [(Source, &'static [T])],
    first_chars: OnceLock<Filter>,
    last_chars: OnceLock<Filter>,
}

/// A list of words without meanings of their own.
pub type Words = List<&'static str>;

/// A list of words, each with its meaning.
pub type Glossary<M> = List<(&'static str, M)>;

impl<T> List<T> {
    /// A list of these rows, each with its source.
    #[must_use]
    pub const fn new(rows: &'static [(Source, &'static [T])]) -> Self {
        Self::with(&[], rows)
    }

    /// A list of the entries of `parts`, which stand first, and of these rows. A part has no parts itself.
    #[must_use]
    pub const fn with(parts: &'static [&'static Self], rows: &'static [(Source, &'static [T])]) -> Self {
        Self { parts, rows, first_chars: OnceLock::new(), last_chars: OnceLock::new() }
    }

    /// The rows of the list itself as they are written, each with its source, without those of its parts.
    #[must_use]
    pub const fn rows(&self) -> &'static [(Source, &'static [T])] {
        self.rows
    }

    fn entries(&self) -> impl Iterator<Item = &'static T> + Clone + use<T> {
        self.parts.iter().flat_map(|part| part.rows).chain(self.rows).flat_map(|(_, row)| row.iter())
    }

    /// The first entry for which `pick` gives something, and what it gives. Plain loops, since rules ask at every character
    /// of a text, where the chained iterator of `entries` takes half as long again.
    fn find_map<R>(&self, mut pick: impl FnMut(&'static T) -> Option<R>) -> Option<R> {
        let own = std::slice::from_ref(&self.rows);
        for rows in self.parts.iter().map(|part| &part.rows).chain(own) {
            for (_, row) in *rows {
                for entry in *row {
                    if let Some(found) = pick(entry) {
                        return Some(found);
                    }
                }
            }
        }
        None
    }
}

impl Words {
    /// What is left of a text once the longest of the words that `strip` can take off is gone; `None` if it takes off none.
    pub fn strip_longest<'a>(&self, strip: impl Fn(&'static str) -> Option<&'a str>) -> Option<&'a str> {
        let mut shortest: Option<&'a str> = None;
        self.find_map(|word| {
            if let Some(rest) = strip(word).filter(|rest| shortest.is_none_or(|shortest| rest.len() < shortest.len())) {
                shortest = Some(rest);
            }
            None::<()>
        });
        shortest
    }

    /// The words in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.entries().copied()
    }

    fn find(&self, is_found: impl Fn(&'static str) -> bool) -> Option<&'static str> {
        self.find_map(|word| is_found(word).then_some(*word))
    }

    /// Whether `text` is one of the words.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        self.find(|word| word == text).is_some()
    }

    /// Whether one of the words stands anywhere in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.find_in(text).is_some()
    }

    /// The first word of the list that stands anywhere in `text`.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Option<&'static str> {
        let may_begin = text.is_empty() || text.chars().any(|c| self.first_chars().may_hold(c));
        may_begin.then(|| self.find(|word| text.contains(word)))?
    }

    /// Whether `text` begins with one of the words.
    #[must_use]
    pub fn begins(&self, text: &str) -> bool {
        self.prefix_of(text).is_some()
    }

    /// Whether `text` ends with one of the words.
    #[must_use]
    pub fn ends(&self, text: &str) -> bool {
        self.suffix_of(text).is_some()
    }

    /// The first word of the list that `text` begins with.
    #[must_use]
    pub fn prefix_of(&self, text: &str) -> Option<&'static str> {
        self.may_begin(text).then(|| self.find(|word| text.starts_with(word)))?
    }

    /// The first word of the list that `text` ends with.
    #[must_use]
    pub fn suffix_of(&self, text: &str) -> Option<&'static str> {
        self.may_end(text).then(|| self.find(|word| text.ends_with(word)))?
    }

    /// `text` without the first word of the list that it begins with; `None` if it begins with none.
    #[must_use]
    pub fn strip_prefix<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.may_begin(text).then(|| self.find_map(|word| text.strip_prefix(word)))?
    }

    /// `text` without the first word of the list that it ends with; `None` if it ends with none.
    #[must_use]
    pub fn strip_suffix<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.may_end(text).then(|| self.find_map(|word| text.strip_suffix(word)))?
    }

    fn may_begin(&self, text: &str) -> bool {
        text.chars().next().is_none_or(|c| self.first_chars().may_hold(c))
    }

    fn may_end(&self, text: &str) -> bool {
        let last_chars =
            || self.last_chars.get_or_init(|| Filter::new(self.iter().map(|word| word.chars().next_back())));
        text.chars().next_back().is_none_or(|c| last_chars().may_hold(c))
    }

    fn first_chars(&self) -> &Filter {
        self.first_chars.get_or_init(|| Filter::new(self.iter().map(|word| word.chars().next())))
    }
}

impl<M> Glossary<M> {
    /// The words with their meanings, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static M)> + Clone + use<M> {
        self.entries().map(|(word, meaning)| (*word, meaning))
    }

    /// Whether one of the words stands anywhere in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let first_chars =
            self.first_chars.get_or_init(|| Filter::new(self.iter().map(|(word, _)| word.chars().next())));
        let starts = text.char_indices().filter(|(_, c)| first_chars.may_hold(*c));
        let mut rests = starts.filter_map(|(at, _)| text.get(at..));
        rests.any(|rest| self.find_map(|(word, _)| rest.starts_with(word).then_some(())).is_some())
    }

    /// What `word` means; `None` if it is not in the list.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<&'static M> {
        self.find_map(|(entry, meaning)| (*entry == word).then_some(meaning))
    }
}

/// A list of single characters. The characters of a row are written as one string.
#[derive(Debug)]
pub struct Chars {
    parts: &'static [&'static Self],
    rows: &'static [(Source, &'static str)],
    filter: OnceLock<Filter>,
}

impl Chars {
    /// A list of the characters of these rows.
    #[must_use]
    pub const fn new(rows: &'static [(Source, &'static str)]) -> Self {
        Self::with(&[], rows)
    }

    /// A list of the characters of `parts`, which stand first, and of these rows. A part has no parts itself.
    #[must_use]
    pub const fn with(parts: &'static [&'static Self], rows: &'static [(Source, &'static str)]) -> Self {
        Self { parts, rows, filter: OnceLock::new() }
    }

    /// The rows of the list itself as they are written, each with its source, without those of its parts.
    #[must_use]
    pub const fn rows(&self) -> &'static [(Source, &'static str)] {
        self.rows
    }

    /// The characters in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = char> + Clone + use<> {
        self.parts.iter().flat_map(|part| part.rows).chain(self.rows).flat_map(|(_, row)| row.chars())
    }

    /// Whether `character` is in the list.
    #[must_use]
    pub fn contains(&self, character: char) -> bool {
        // Rows are short: comparing characters is quicker here than a search for the bytes of one.
        let is_in = |rows: &[(Source, &str)]| rows.iter().any(|(_, row)| row.chars().any(|each| each == character));
        let filter = self.filter.get_or_init(|| Filter::new(self.iter().map(Some)));
        filter.may_hold(character) && (is_in(self.rows) || self.parts.iter().any(|part| is_in(part.rows)))
    }

    /// Whether `text` is one of the characters and nothing else.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.strip_prefix(text) == Some("")
    }

    /// Whether one of the characters stands anywhere in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.contains(|character| self.contains(character))
    }

    /// `text` without its first character, if that is in the list.
    #[must_use]
    pub fn strip_prefix<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.strip_prefix(|character| self.contains(character))
    }

    /// `text` without its last character, if that is in the list.
    #[must_use]
    pub fn strip_suffix<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.strip_suffix(|character| self.contains(character))
    }

    /// Whether `text` ends with one of the characters.
    #[must_use]
    pub fn ends(&self, text: &str) -> bool {
        text.ends_with(|character| self.contains(character))
    }

    /// `text` without all characters of the list at both of its ends.
    #[must_use]
    pub fn trim<'a>(&self, text: &'a str) -> &'a str {
        text.trim_matches(|character| self.contains(character))
    }

    /// `text` without all characters of the list at its end.
    #[must_use]
    pub fn trim_end<'a>(&self, text: &'a str) -> &'a str {
        text.trim_end_matches(|character| self.contains(character))
    }
}

#[cfg(test)]
mod tests;
