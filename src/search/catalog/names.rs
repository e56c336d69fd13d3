//! The short fields: names, titles, other names. Equal ones are kept once, with all that bear them.
//!
//! They are few, even of a thousand plans, so each word is compared with every name in one pass: as it stands, by sound,
//! and by likeness. Knows entries by their numbers only.

use std::collections::HashMap;

use crate::search::base::char_mask::char_mask;
use crate::search::base::folding::fold_in_line;
use crate::search::base::set::Set;
use crate::search::matchers::pinyin::Voices;
use crate::search::text_index::char_index::Signs;

/// What a name is to the thing that bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// Its title or its full name.
    Chief,
    /// The common short name of an office: 卫健局.
    Short,
    /// Another name: an abbreviation, a former name, a synonym.
    Other,
}

/// The distinct names.
#[derive(Default)]
pub(crate) struct Names {
    /// Folded, one after another, a line feed behind each.
    blob: String,
    /// First byte of each name, and the end of the last with its line feed.
    starts: Vec<u32>,
    masks: Vec<u64>,
    /// The names by the characters in them.
    signs: Signs,
    lengths: Vec<u16>,
    pub(crate) voices: Voices,
    /// Entry and role by name, and where each name's begin.
    bearers: Vec<(u32, Role)>,
    bearer_starts: Vec<u32>,
    /// Name and role by entry, and where each entry's begin.
    borne: Vec<(u32, Role)>,
    borne_starts: Vec<u32>,
}

/// Names being gathered.
#[derive(Default)]
pub(crate) struct Gathering {
    names: Names,
    numbers: HashMap<String, u32>,
    links: Vec<(u32, u32, Role)>,
}

impl Gathering {
    /// Gives an entry a name. Empty names are passed over.
    pub(crate) fn add(&mut self, entry: u32, role: Role, name: &str) {
        let folded: String = name.chars().map(fold_in_line).collect();
        if folded.trim().is_empty() {
            return;
        }
        let number = self.numbers.get(&folded).copied().unwrap_or_else(|| self.names.push(&folded));
        self.numbers.insert(folded, number);
        self.links.push((number, entry, role));
    }

    /// All names and who bears them; `n_entries` is the number of entries.
    pub(crate) fn finish(mut self, n_entries: usize) -> Names {
        let n_names = self.names.masks.len();
        self.names.signs = Signs::of(&self.names.blob, n_names);
        self.links.sort_unstable();
        self.links.dedup_by_key(|(name, entry, _)| (*name, *entry));
        self.names.bearers = self.links.iter().map(|&(_, entry, role)| (entry, role)).collect();
        self.names.bearer_starts = starts(n_names, self.links.iter().map(|link| link.0));
        self.links.sort_unstable_by_key(|&(name, entry, role)| (entry, role, name));
        self.names.borne = self.links.iter().map(|&(name, _, role)| (name, role)).collect();
        self.names.borne_starts = starts(n_entries, self.links.iter().map(|link| link.1));
        self.names
    }
}

/// Where the run of each of `n` owners begins in a list sorted by owner, and the end.
fn starts(n: usize, owners: impl Iterator<Item = u32>) -> Vec<u32> {
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
        self.blob.push_str(folded);
        self.blob.push('\n');
        self.starts.push(u32::try_from(self.blob.len()).unwrap_or(u32::MAX));
        self.masks.push(char_mask(folded));
        self.lengths.push(u16::try_from(folded.chars().count()).unwrap_or(u16::MAX));
        self.voices.push(folded);
        number
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.masks.len()
    }

    /// The names that hold all the characters of a word, and perhaps others, see [`Signs::candidates`].
    pub(crate) fn candidates(&self, word: &str) -> Set {
        self.signs.candidates(word)
    }

    /// First byte of a name in the blob.
    fn start(&self, name: usize) -> usize {
        self.starts.get(name).map_or(self.blob.len(), |start| *start as usize)
    }

    /// A name, folded.
    pub(crate) fn text(&self, name: usize) -> &str {
        let end = self.start(name + 1).saturating_sub(1);
        self.blob.get(self.start(name)..end).unwrap_or_default()
    }

    /// Its length in characters.
    pub(crate) fn length(&self, name: usize) -> usize {
        self.lengths.get(name).copied().map_or(0, usize::from)
    }

    /// Its characters' mask, see [`char_mask`].
    pub(crate) fn mask(&self, name: usize) -> u64 {
        self.masks.get(name).copied().unwrap_or_default()
    }

    /// The entries that bear it.
    pub(crate) fn bearers(&self, name: usize) -> &[(u32, Role)] {
        run(&self.bearers, &self.bearer_starts, name)
    }

    /// The names of an entry, the chief one first.
    pub(crate) fn of(&self, entry: usize) -> &[(u32, Role)] {
        run(&self.borne, &self.borne_starts, entry)
    }

    /// Bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        let fours = self.starts.capacity() + self.bearer_starts.capacity() + self.borne_starts.capacity();
        let eights = self.masks.capacity() + self.bearers.capacity() + self.borne.capacity();
        self.blob.capacity()
            + self.lengths.capacity() * 2
            + fours * 4
            + eights * 8
            + self.voices.bytes()
            + self.signs.bytes()
    }
}

/// The run of an owner in a list sorted by owner.
fn run<'a, T>(list: &'a [T], starts: &[u32], owner: usize) -> &'a [T] {
    let bound = |at: usize| starts.get(at).map_or(0, |start| *start as usize);
    list.get(bound(owner)..bound(owner + 1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_one() {
        let mut gathering = Gathering::default();
        for (entry, role, name) in [
            (0, Role::Chief, "卫生健康局"),
            (0, Role::Other, "卫健局"),
            (1, Role::Chief, "推进控烟"),
            (2, Role::Chief, "推進控煙"),
            (2, Role::Other, "推进控烟"),
            (2, Role::Other, " "),
        ] {
            gathering.add(entry, role, name);
        }
        let names = gathering.finish(3);
        assert_eq!(names.len(), 3);
        assert_eq!(names.text(1), "卫健局");
        assert_eq!(names.bearers(2), [(1, Role::Chief), (2, Role::Chief)]);
        assert_eq!(names.of(0), [(0, Role::Chief), (1, Role::Other)]);
        assert_eq!(names.of(2), [(2, Role::Chief)]);
        assert_eq!(names.of(9), []);
    }
}
