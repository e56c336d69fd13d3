//! The names that match one word: found once, for the ranking, and asked again for the names of each hit that is built.

use crate::search::evaluate::rank::MatchQuality;

/// How a name matches a word.
#[derive(Clone, Debug)]
pub(crate) enum MatchKind {
    /// The folded name contains the word, from this byte on.
    Literal(usize),
    /// The letters are the pinyin of these characters of the name. The second value says whether the letters are the
    /// initials, one for each character.
    Pinyin([usize; 2], bool),
    /// The name is similar to the word; these are the positions of the characters that they share.
    Fuzzy(Vec<usize>),
}

/// A name that matches a word.
pub(crate) struct NameMatch {
    /// Which of the distinct names of the catalog it is.
    pub(crate) name: usize,
    pub(crate) kind: MatchKind,
    pub(crate) quality: MatchQuality,
}

/// All names that match a word, in the order of their numbers.
pub(crate) struct NameMatches(Vec<NameMatch>);

impl NameMatches {
    /// Takes the matches in any order; each name has one at most.
    pub(crate) fn new(mut found: Vec<NameMatch>) -> Self {
        // They come in runs that ascend, one for each way to match, which a stable sort merges.
        found.sort_by_key(|found| found.name);
        Self(found)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &NameMatch> {
        self.0.iter()
    }

    /// How a name matches; `None` if it does not.
    pub(crate) fn get(&self, name: usize) -> Option<&NameMatch> {
        let at = self.0.binary_search_by_key(&name, |found| found.name).ok()?;
        self.0.get(at)
    }
}
