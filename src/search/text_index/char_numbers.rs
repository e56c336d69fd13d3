//! The characters of a text as small numbers, which the indexes of it are kept by.

/// The most different characters with a number of their own; further ones share the numbers, which costs time, never a
/// right answer: what was found by a number is compared with the text.
pub(crate) const MOST_NUMBERS: u32 = 4_096;

/// Characters as numbers below [`MOST_NUMBERS`].
#[derive(Default)]
pub(crate) struct Numbers {
    /// By code point, for the Basic Multilingual Plane; 0 where none was given.
    given: Vec<u16>,
    n_given: u32,
}

impl Numbers {
    /// Numbers for the characters of a text, in the order in which they come up.
    pub(crate) fn of(text: &str) -> Self {
        let mut this = Self { given: vec![0; 1 << 16], n_given: 0 };
        for c in text.chars() {
            if let Some(slot) = this.given.get_mut(c as usize)
                && *slot == 0
                && this.n_given + 1 < MOST_NUMBERS
            {
                this.n_given += 1;
                *slot = u16::try_from(this.n_given).unwrap_or_default();
            }
        }
        this
    }

    /// The greatest number that was given.
    pub(crate) fn greatest(&self) -> u32 {
        self.n_given
    }

    /// The number of a character; those beyond the plane or the bound share numbers.
    pub(crate) fn get(&self, c: char) -> u32 {
        match self.given.get(c as usize) {
            Some(&number) if number != 0 => u32::from(number),
            _ => u32::from(c) % self.n_given.max(1),
        }
    }

    /// Whether no other character has its number.
    pub(crate) fn is_own(&self, c: char) -> bool {
        self.n_given + 1 < MOST_NUMBERS && self.given.get(c as usize).is_some_and(|number| *number != 0)
    }

    /// Bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.given.capacity() * size_of::<u16>()
    }
}
