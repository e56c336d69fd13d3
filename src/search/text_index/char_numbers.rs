//! The characters of a text as small numbers, by which its indexes are sorted.

/// Numbers are below this. A text with more different characters has several of them share a number, which costs time
/// but gives no wrong answer: what is found by a number is compared with the text.
pub(crate) const MAX_NUMBERS: u32 = 4_096;

/// Assigns numbers below [`MAX_NUMBERS`] to characters.
#[derive(Default)]
pub(crate) struct CharNumbers {
    /// By code point, for the Basic Multilingual Plane; 0 for a character without a number of its own.
    assigned: Vec<u16>,
    n_assigned: u32,
}

impl CharNumbers {
    /// Numbers the characters of a text in the order in which they first occur.
    pub(crate) fn new(text: &str) -> Self {
        let mut this = Self { assigned: vec![0; 1 << 16], n_assigned: 0 };
        for c in text.chars() {
            if let Some(slot) = this.assigned.get_mut(c as usize)
                && *slot == 0
                && this.n_assigned + 1 < MAX_NUMBERS
            {
                this.n_assigned += 1;
                *slot = u16::try_from(this.n_assigned).unwrap_or_default();
            }
        }
        this
    }

    /// The greatest number that was assigned.
    pub(crate) fn max(&self) -> u32 {
        self.n_assigned
    }

    /// The number of a character. Those without a number of their own share the numbers of others.
    pub(crate) fn get(&self, c: char) -> u32 {
        match self.assigned.get(c as usize) {
            Some(&number) if number != 0 => u32::from(number),
            _ => u32::from(c) % self.n_assigned.max(1),
        }
    }

    /// Whether no other character shares the number of this one.
    pub(crate) fn is_unique(&self, c: char) -> bool {
        self.n_assigned + 1 < MAX_NUMBERS && self.assigned.get(c as usize).is_some_and(|number| *number != 0)
    }

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.assigned.capacity() * size_of::<u16>()
    }
}
