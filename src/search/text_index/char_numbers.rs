//! The characters of a text as small numbers, by which its indexes are sorted.

use std::collections::HashSet;

use crate::search::base::bytes::{Reader, Writer};

/// Numbers are below this. A text with more different characters has several of them share a number, which costs time
/// but gives no wrong answer: what is found by a number is compared with the text.
pub(crate) const MAX_NUMBERS: u32 = 4_096;

/// Assigns numbers below [`MAX_NUMBERS`] to characters.
#[derive(Default)]
pub(crate) struct CharNumbers {
    /// By code point, for the Basic Multilingual Plane; 0 for a character without a number of its own.
    assigned: Vec<u16>,
    n_assigned: u32,
    /// The characters of the text without a number of their own.
    unassigned: HashSet<char>,
    /// The numbers that these share with others.
    shared: HashSet<u32>,
}

impl CharNumbers {
    /// Numbers the characters of a text in the order in which they first occur.
    pub(crate) fn new(text: &str) -> Self {
        let mut this = Self { assigned: vec![0; 1 << 16], ..Self::default() };
        for c in text.chars() {
            match this.assigned.get_mut(c as usize) {
                Some(slot) if *slot != 0 => {}
                Some(slot) if this.n_assigned + 1 < MAX_NUMBERS => {
                    this.n_assigned += 1;
                    *slot = u16::try_from(this.n_assigned).unwrap_or_default();
                }
                _ => {
                    this.unassigned.insert(c);
                }
            }
        }
        this.shared = this.unassigned.iter().map(|c| this.get(*c)).collect();
        this
    }

    /// Writes the numbers, to be read by [`CharNumbers::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.u16s(&self.assigned);
        out.number(self.n_assigned as usize);
        let mut unassigned: Vec<u32> = self.unassigned.iter().map(|c| u32::from(*c)).collect();
        unassigned.sort_unstable();
        out.u32s(unassigned.into_iter());
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (assigned, n_assigned) = (from.u16s()?, u32::try_from(from.number()?).ok()?);
        let unassigned = from.u32s()?.into_iter().map(char::from_u32).collect::<Option<_>>()?;
        let mut this = Self { assigned, n_assigned, unassigned, shared: HashSet::new() };
        this.shared = this.unassigned.iter().map(|c| this.get(*c)).collect();
        Some(this)
    }

    /// The greatest number that was assigned.
    pub(crate) fn max(&self) -> u32 {
        self.n_assigned
    }

    /// The number of a character. Those without a number of their own share the numbers of others.
    pub(crate) fn get(&self, c: char) -> u32 {
        self.own(c).unwrap_or(u32::from(c) % self.n_assigned.max(1))
    }

    /// The number that only this character was assigned.
    fn own(&self, c: char) -> Option<u32> {
        self.assigned.get(c as usize).filter(|number| **number != 0).map(|number| u32::from(*number))
    }

    /// Whether the text has the character.
    pub(crate) fn is_in_text(&self, c: char) -> bool {
        self.own(c).is_some() || self.unassigned.contains(&c)
    }

    /// Whether no other character of the text shares the number of this one.
    pub(crate) fn is_unique(&self, c: char) -> bool {
        self.own(c).is_some_and(|number| !self.shared.contains(&number))
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.assigned.capacity() * size_of::<u16>()
            + self.unassigned.capacity() * size_of::<char>()
            + self.shared.capacity() * size_of::<u32>()
    }
}
