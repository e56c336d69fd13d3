//! A set of characters that answers at once for most of those it does not hold: rules ask at every character of a text
//! whether a word of a list begins or ends there, and nearly always none does.

/// Numbers of 64 bits that a filter has; a character is told by the lower ten bits of its code.
const N_PARTS: usize = 16;

/// The characters of a set, and others that share their bits.
#[derive(Debug)]
pub(super) struct Filter([u64; N_PARTS]);

impl Filter {
    /// A filter for some characters. `None` among them stands for any character, as an empty word begins every text.
    pub(super) fn new(chars: impl Iterator<Item = Option<char>>) -> Self {
        let mut parts = [0; N_PARTS];
        for c in chars {
            match c.map(place) {
                Some((part, bit)) => parts.iter_mut().skip(part).take(1).for_each(|part| *part |= bit),
                None => parts = [u64::MAX; N_PARTS],
            }
        }
        Self(parts)
    }

    /// Whether the set may hold a character; it does not where this is false.
    pub(super) fn may_hold(&self, c: char) -> bool {
        let (part, bit) = place(c);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }
}

/// The number that holds the bit of a character, and the bit.
fn place(c: char) -> (usize, u64) {
    let code = u32::from(c);
    let part = usize::try_from(code / u64::BITS).unwrap_or_default() % N_PARTS;
    (part, 1 << (code % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_holds_its_characters_and_few_others() {
        let filter = Filter::new("规划健康行动".chars().map(Some));
        assert!("规划健康行动".chars().all(|c| filter.may_hold(c)));
        let n_held = ('一'..='龥').filter(|c| filter.may_hold(*c)).count();
        assert!(n_held < 200, "{n_held}");
        assert!(Filter::new([None].into_iter()).may_hold('规'));
        assert!(!Filter::new(std::iter::empty()).may_hold('规'));
    }
}
