//! A word as it stands in folded text, and where it only seems to stand.
//!
//! Chinese is written without blanks, so the characters of a short word may be the end of one word and the beginning of
//! the next: 民政 in 人民政府. The few such words that are names of offices are listed; nothing is guessed.

use memchr::memmem;

use crate::search::base::char_mask::char_mask;

/// A word, and a longer one in which it stands by chance.
const CHANCE: [(&str, &str); 9] = [
    ("民政", "人民政"),
    ("民政", "居民政"),
    ("民政", "农民政"),
    ("科协", "学科协"),
    ("科协", "专科协"),
    ("人社", "人社区"),
    ("人社", "人社会"),
    ("市监", "市监测"),
    ("政协", "行政协"),
];

/// A folded word, ready to be looked for.
pub(crate) struct Needle<'a> {
    word: &'a str,
    finder: memmem::Finder<'a>,
    /// Longer words, and where in them the word begins, in bytes.
    chance: Vec<(&'static str, usize)>,
    /// Its length in characters, and their mask.
    n_chars: usize,
    mask: u64,
}

impl<'a> Needle<'a> {
    /// A needle for this folded word.
    pub(crate) fn new(word: &'a str) -> Self {
        let listed = CHANCE.iter().filter(|(known, _)| *known == word);
        let chance = listed.filter_map(|(_, outer)| outer.find(word).map(|at| (*outer, at))).collect();
        Self { word, finder: memmem::Finder::new(word), chance, n_chars: word.chars().count(), mask: char_mask(word) }
    }

    /// Its length in characters.
    pub(crate) fn n_chars(&self) -> usize {
        self.n_chars
    }

    /// Whether a text with this mask, see [`char_mask`], may hold the word: most texts are dismissed by this.
    pub(crate) fn may_stand(&self, mask: u64) -> bool {
        self.mask & !mask == 0
    }

    pub(crate) fn word(&self) -> &'a str {
        self.word
    }

    /// Whether some places of the word do not count, so that each must be looked at.
    pub(crate) fn is_wary(&self) -> bool {
        !self.chance.is_empty()
    }

    /// Whether the word stands at this byte.
    pub(crate) fn stands_at(&self, text: &str, at: usize) -> bool {
        let there = text.as_bytes().get(at..at + self.word.len());
        there == Some(self.word.as_bytes()) && !self.is_chance(text, at)
    }

    /// Where the word stands, in bytes, one place after another without overlap.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        self.finder.find_iter(text.as_bytes()).filter(move |&at| !self.is_chance(text, at))
    }

    /// The first place at `from` or behind it.
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = from + self.finder.find(text.as_bytes().get(from..)?)?;
            if !self.is_chance(text, at) {
                return Some(at);
            }
            from = at + self.word.len();
        }
    }

    fn is_chance(&self, text: &str, at: usize) -> bool {
        self.chance.iter().any(|(outer, offset)| {
            at.checked_sub(*offset).and_then(|from| text.get(from..)).is_some_and(|rest| rest.starts_with(outer))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_no_hit() {
        for (word, text, expected) in [
            ("民政", "市人民政府、市民政局", 1),
            ("民政", "人民政府", 0),
            ("民政局", "市民政局", 1),
            ("科协", "多学科协作，市科协", 1),
            ("健康", "健康健康", 2),
        ] {
            let needle = Needle::new(word);
            assert_eq!(needle.places(text).count(), expected, "{word} {text}");
            assert_eq!(needle.next(text, 0), needle.places(text).next());
        }
    }
}
