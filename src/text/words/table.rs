//! The table of words as `src/build.rs` writes it: a tree whose edges are characters, laid out level by level, so that the
//! children of a node stand side by side and are found by halving. It is searched where it lies in the program; nothing is
//! read or allocated at the start.
//!
//! Why no crate: a transducer over bytes (`fst`) takes three steps for a Chinese character and unpacks a node at each; one
//! step over characters is ten times as quick, in a table of nearly the same size.

use std::ops::Range;
use std::sync::OnceLock;

use crate::text::words::{Kind, Word};

/// The nodes, [`NODE_BYTES`] each, the root first, and one more that only tells where the children of the last one end.
static NODES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.tree"));

/// A node in bytes, the lower byte first: the character that leads to it (2), the value of the word that ends there (2, 0 if
/// none does), and the number of its first child (4). Its children end where those of the next node begin.
const NODE_BYTES: usize = 8;

/// What a weight is multiplied by to make room for the number of a kind. A value is one more than the sum of both.
const KIND_RANGE: u16 = 16;

/// The characters that begin words: the first of the block, and how many the block has.
const FIRST_HAN: u32 = 0x4e00;
const N_HAN: usize = 0x5200;

/// The beginning of words of the table, character by character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix {
    node: usize,
}

impl Prefix {
    /// The empty beginning, with which every word begins.
    pub const EMPTY: Self = Self { node: 0 };

    /// The beginning with one character more, if any word begins so.
    #[must_use]
    pub fn then(self, c: char) -> Option<Self> {
        if self == Self::EMPTY { from_root(c) } else { self.child(c) }
    }

    fn child(self, c: char) -> Option<Self> {
        let c = u16::try_from(u32::from(c)).ok()?;
        let mut open = self.children();
        while open.start < open.end {
            let middle = open.start.midpoint(open.end);
            match half(middle, 0)?.cmp(&c) {
                std::cmp::Ordering::Less => open.start = middle + 1,
                std::cmp::Ordering::Greater => open.end = middle,
                std::cmp::Ordering::Equal => return Some(Self { node: middle }),
            }
        }
        None
    }

    /// What is known of the word, if the beginning is a whole one.
    #[must_use]
    pub fn word(self) -> Option<Word> {
        let value = half(self.node, 2)?.checked_sub(1)?;
        let kind = match value % KIND_RANGE {
            0 => Kind::Noun,
            1 => Kind::Verb,
            2 => Kind::Adjective,
            3 => Kind::Adverb,
            4 => Kind::Idiom,
            6 => Kind::Phrase,
            7 => Kind::VerbalNoun,
            8 => Kind::Attribute,
            _ => Kind::Other,
        };
        Some(Word { weight: u32::from(value / KIND_RANGE), kind })
    }

    /// Every character that goes on with a word, and the longer beginning; none if there are more than `most`.
    pub fn longer(self, most: usize) -> impl Iterator<Item = (char, Self)> {
        let children = self.children();
        let few = if children.len() > most { 0..0 } else { children };
        few.filter_map(|node| Some((char::from_u32(u32::from(half(node, 0)?))?, Self { node })))
    }

    fn children(self) -> Range<usize> {
        let first = |node: usize| first_child(node).unwrap_or_default();
        first(self.node)..first(self.node + 1)
    }
}

/// The beginning of one character, kept for each character, as the root has thousands of children.
fn from_root(c: char) -> Option<Prefix> {
    static CHILDREN: OnceLock<Vec<u16>> = OnceLock::new();
    let index = |c: char| u32::from(c).checked_sub(FIRST_HAN).and_then(|index| usize::try_from(index).ok());
    let children = CHILDREN.get_or_init(|| {
        let mut children = vec![0; N_HAN];
        for (c, prefix) in Prefix::EMPTY.longer(usize::MAX) {
            if let (Some(slot), Ok(node)) = (index(c).and_then(|at| children.get_mut(at)), u16::try_from(prefix.node)) {
                *slot = node;
            }
        }
        children
    });
    let node = usize::from(*children.get(index(c)?)?);
    (node > 0).then_some(Prefix { node })
}

/// Two bytes of a node, from an offset, as a number; `None` behind the last node.
fn half(node: usize, offset: usize) -> Option<u16> {
    let at = node * NODE_BYTES + offset;
    NODES.get(at..at + 2)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

/// The number of the first child of a node, or where it would stand.
fn first_child(node: usize) -> Option<usize> {
    let at = node * NODE_BYTES + 4;
    let number = NODES.get(at..at + 4)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))?;
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Prefix> {
        text.chars().try_fold(Prefix::EMPTY, Prefix::then)
    }

    #[test]
    fn words_read_character_by_character() {
        assert_eq!(read("分级诊疗").and_then(Prefix::word).map(|word| word.kind), Some(Kind::Phrase));
        assert!(read("心脑血").is_some_and(|prefix| prefix.word().is_none()));
        assert!(read("心脑血").is_some_and(|prefix| prefix.longer(usize::MAX).any(|(c, _)| c == '管')));
        assert!(read("剌激").is_none() && read("a").is_none() && read("𠮷").is_none());
        assert_eq!(Prefix::EMPTY.longer(10).count(), 0);
    }

    #[test]
    fn every_word_of_the_lists_is_found() {
        let lists = [include_str!("../../../data/words.txt"), include_str!("../../../data/terms.txt")];
        let words = lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with('#'));
        let lost: Vec<&str> = words
            .filter_map(|line| line.split(' ').next())
            .filter(|word| read(word).and_then(Prefix::word).is_none())
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
