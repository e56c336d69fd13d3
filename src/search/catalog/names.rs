//! The short fields: names, titles and other names. Equal names are stored once, with all entries that have them.
//!
//! Even a thousand plans have few of them, so each word is compared with every name in one pass: literally, by sound,
//! and by similarity. Entries are known by their numbers only.

use std::collections::HashMap;

use crate::search::base::bit_set::BitSet;
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::char_mask::char_mask;
use crate::search::base::folding::fold_in_line;
use crate::search::matchers::pinyin::PinyinIndex;
use crate::search::text_index::char_index::CharIndex;

/// What a name is to the entry that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum NameRole {
    /// The title or the full name.
    Main,
    /// The usual short name of an office, such as 卫健局.
    Short,
    /// Any other name: an abbreviation, a former name, a synonym.
    Other,
}

impl NameRole {
    /// All roles, in the order of their numbers.
    const ALL: [Self; 3] = [Self::Main, Self::Short, Self::Other];
}

/// The distinct names, folded and numbered.
#[derive(Default)]
pub(crate) struct Names {
    /// All names, each followed by a line feed.
    text: String,
    /// The first byte of each name, and the end of the last with its line feed.
    starts: Vec<u32>,
    masks: Vec<u64>,
    char_index: CharIndex,
    lengths: Vec<u16>,
    pub(crate) pinyin: PinyinIndex,
    /// The entries that have each name, with its role, sorted by name; and where those of each name begin.
    by_name: Vec<(u32, NameRole)>,
    by_name_starts: Vec<u32>,
    /// The names that each entry has, with their roles, sorted by entry; and where those of each entry begin.
    by_entry: Vec<(u32, NameRole)>,
    by_entry_starts: Vec<u32>,
}

/// Collects names before they are indexed.
#[derive(Default)]
pub(crate) struct NamesBuilder {
    names: Names,
    numbers: HashMap<String, u32>,
    /// Each name with an entry that has it: name, entry, role.
    links: Vec<(u32, u32, NameRole)>,
}

impl NamesBuilder {
    /// Gives an entry a name. Empty names are ignored.
    pub(crate) fn add(&mut self, entry: u32, role: NameRole, name: &str) {
        let folded: String = name.chars().map(fold_in_line).collect();
        if folded.trim().is_empty() {
            return;
        }
        let number = self.numbers.get(&folded).copied().unwrap_or_else(|| self.names.push(&folded));
        self.numbers.insert(folded, number);
        self.links.push((number, entry, role));
    }

    /// Indexes the names. `n_entries` is the number of entries of the catalog.
    pub(crate) fn finish(mut self, n_entries: usize) -> Names {
        let n_names = self.names.masks.len();
        self.names.char_index = CharIndex::new(&self.names.text, n_names);
        self.links.sort_unstable();
        self.links.dedup_by_key(|(name, entry, _)| (*name, *entry));
        self.names.by_name = self.links.iter().map(|&(_, entry, role)| (entry, role)).collect();
        self.names.by_name_starts = count_starts(n_names, self.links.iter().map(|link| link.0));
        self.links.sort_unstable_by_key(|&(name, entry, role)| (entry, role, name));
        self.names.by_entry = self.links.iter().map(|&(name, _, role)| (name, role)).collect();
        self.names.by_entry_starts = count_starts(n_entries, self.links.iter().map(|link| link.1));
        self.names
    }
}

/// For a list sorted by owner, where the items of each of `n` owners begin, and the end.
fn count_starts(n: usize, owners: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts = vec![0; n + 1];
    for owner in owners {
        if let Some(count) = counts.get_mut(owner as usize + 1) {
            *count += 1;
        }
    }
    for at in 1..counts.len() {
        let before = counts.get(at - 1).copied().unwrap_or_default();
        if let Some(count) = counts.get_mut(at) {
            *count += before;
        }
    }
    counts
}

impl Names {
    fn push(&mut self, folded: &str) -> u32 {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let number = u32::try_from(self.masks.len()).unwrap_or(u32::MAX);
        self.text.push_str(folded);
        self.text.push('\n');
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.masks.push(char_mask(folded));
        self.lengths.push(u16::try_from(folded.chars().count()).unwrap_or(u16::MAX));
        self.pinyin.push(folded);
        number
    }

    /// Writes the names, to be read by [`Names::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.bytes(self.text.as_bytes());
        out.u32s(self.starts.iter().copied());
        out.u64s(self.masks.iter().copied());
        self.char_index.write(out);
        out.u16s(&self.lengths);
        self.pinyin.write(out);
        for (list, starts) in [(&self.by_name, &self.by_name_starts), (&self.by_entry, &self.by_entry_starts)] {
            out.u64s(list.iter().map(|(number, role)| u64::from(*number) << 8 | u64::from(*role as u8)));
            out.u32s(starts.iter().copied());
        }
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let link = |number: u64| {
            let role = NameRole::ALL.get(usize::try_from(number & 0xff).ok()?)?;
            Some((u32::try_from(number >> 8).ok()?, *role))
        };
        let links = |from: &mut Reader<'_>| from.u64s()?.into_iter().map(link).collect::<Option<Vec<_>>>();
        Some(Self {
            text: from.text()?,
            starts: from.u32s()?,
            masks: from.u64s()?,
            char_index: CharIndex::read(from)?,
            lengths: from.u16s()?,
            pinyin: PinyinIndex::read(from)?,
            by_name: links(from)?,
            by_name_starts: from.u32s()?,
            by_entry: links(from)?,
            by_entry_starts: from.u32s()?,
        })
    }

    /// How many distinct names there are.
    pub(crate) fn len(&self) -> usize {
        self.masks.len()
    }

    /// The names that hold all the characters of a word, and perhaps others, see [`CharIndex::candidates`].
    pub(crate) fn candidates(&self, word: &str) -> BitSet {
        self.char_index.candidates(word)
    }

    fn start(&self, name: usize) -> usize {
        self.starts.get(name).map_or(self.text.len(), |start| *start as usize)
    }

    /// A name by its number, folded.
    pub(crate) fn name(&self, name: usize) -> &str {
        let end = self.start(name + 1).saturating_sub(1);
        self.text.get(self.start(name)..end).unwrap_or_default()
    }

    /// The length of a name in characters.
    pub(crate) fn length(&self, name: usize) -> u32 {
        self.lengths.get(name).copied().map_or(0, u32::from)
    }

    /// The [`char_mask`] of a name.
    pub(crate) fn mask(&self, name: usize) -> u64 {
        self.masks.get(name).copied().unwrap_or_default()
    }

    /// The entries that have a name, and its role for each.
    pub(crate) fn entries_with(&self, name: usize) -> &[(u32, NameRole)] {
        owned_by(&self.by_name, &self.by_name_starts, name)
    }

    /// The names of an entry, the main one first.
    pub(crate) fn names_of(&self, entry: usize) -> &[(u32, NameRole)] {
        owned_by(&self.by_entry, &self.by_entry_starts, entry)
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let of_four = self.starts.capacity() + self.by_name_starts.capacity() + self.by_entry_starts.capacity();
        let of_eight = self.masks.capacity() + self.by_name.capacity() + self.by_entry.capacity();
        self.text.capacity()
            + self.lengths.capacity() * 2
            + of_four * 4
            + of_eight * 8
            + self.pinyin.bytes()
            + self.char_index.bytes()
    }
}

/// The items of one owner in a list sorted by owner.
fn owned_by<'a, T>(list: &'a [T], starts: &[u32], owner: usize) -> &'a [T] {
    let start = |at: usize| starts.get(at).map_or(0, |start| *start as usize);
    list.get(start(owner)..start(owner + 1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_one() {
        let mut builder = NamesBuilder::default();
        for (entry, role, name) in [
            (0, NameRole::Main, "卫生健康局"),
            (0, NameRole::Other, "卫健局"),
            (1, NameRole::Main, "推进控烟"),
            (2, NameRole::Main, "推進控煙"),
            (2, NameRole::Other, "推进控烟"),
            (2, NameRole::Other, " "),
        ] {
            builder.add(entry, role, name);
        }
        let names = builder.finish(3);
        assert_eq!(names.len(), 3);
        assert_eq!(names.name(1), "卫健局");
        assert_eq!(names.entries_with(2), [(1, NameRole::Main), (2, NameRole::Main)]);
        assert_eq!(names.names_of(0), [(0, NameRole::Main), (1, NameRole::Other)]);
        assert_eq!(names.names_of(2), [(2, NameRole::Main)]);
        assert_eq!(names.names_of(9), []);
    }
}
