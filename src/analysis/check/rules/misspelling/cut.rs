//! A run of Chinese characters cut into words, with what each way to cut it costs, so that a rule can tell how much more
//! likely the run would be with other characters at one place.

use crate::text::words::{self, Prefix, Word};

/// A run of Chinese characters, cut into the words that are together the most common ones.
pub(super) struct Cut {
    /// The least cost of the characters before each position.
    before: Vec<u32>,
    /// The least cost of the characters from each position on.
    behind: Vec<u32>,
    /// Where the word begins and ends that each character belongs to.
    pieces: Vec<(usize, usize)>,
}

impl Cut {
    /// Cuts a run. Phrases of the table count as one word each.
    pub(super) fn new(run: &[char]) -> Self {
        let mut behind = vec![0_u32; run.len() + 1];
        let mut ends = vec![0; run.len()];
        // Every word of the run: where it begins and ends, and its cost. Those that begin last come first.
        let mut words: Vec<(usize, usize, u32)> = Vec::with_capacity(run.len() * 3);
        for from in (0..run.len()).rev() {
            let mut least = (u32::MAX, from + 1);
            each_word(run, from, |to, word| {
                let cost = words::cost(word);
                words.push((from, to, cost));
                let whole = cost + at(&behind, to);
                if whole <= least.0 {
                    least = (whole, to);
                }
            });
            set(&mut behind, from, least.0);
            set(&mut ends, from, least.1);
        }
        let mut before = vec![u32::MAX; run.len() + 1];
        set(&mut before, 0, 0);
        for (from, to, cost) in words.into_iter().rev() {
            let whole = at(&before, from).saturating_add(cost).min(at(&before, to));
            set(&mut before, to, whole);
        }
        let mut pieces = Vec::with_capacity(run.len());
        while let Some(end) = ends.get(pieces.len()).copied() {
            let from = pieces.len();
            pieces.extend((from..end).map(|_| (from, end)));
        }
        Self { before, behind, pieces }
    }

    /// The cost of the whole run.
    pub(super) fn cost(&self) -> u32 {
        at(&self.behind, 0)
    }

    /// How much less the run costs if the characters `from..to` are replaced by a word; 0 or less if it costs more.
    pub(super) fn gain(&self, from: usize, to: usize, word: Word) -> i64 {
        let whole =
            u64::from(at(&self.before, from)) + u64::from(words::cost(Some(word))) + u64::from(at(&self.behind, to));
        i64::from(self.cost()) - i64::try_from(whole).unwrap_or(i64::MAX)
    }

    /// Whether a word may end at a position in a cut that is as likely as any.
    pub(super) fn is_border(&self, position: usize) -> bool {
        at(&self.before, position).saturating_add(at(&self.behind, position)) == self.cost()
    }

    /// Where the word begins and ends that holds a position.
    pub(super) fn piece(&self, position: usize) -> (usize, usize) {
        self.pieces.get(position).copied().unwrap_or((position, position + 1))
    }

    /// Whether the character at a position belongs to no word of two characters or more.
    pub(super) fn is_alone(&self, position: usize) -> bool {
        let (from, to) = self.piece(position);
        to - from == 1
    }
}

/// The words that begin at a position, each with its end: the character alone, then longer ones.
fn each_word(run: &[char], from: usize, mut found: impl FnMut(usize, Option<Word>)) {
    let mut prefix = Some(Prefix::EMPTY);
    for (number, c) in run.iter().enumerate().skip(from) {
        prefix = prefix.and_then(|prefix| prefix.then(*c));
        let word = prefix.and_then(Prefix::word);
        if number == from || word.is_some() {
            found(number + 1, word);
        }
        if prefix.is_none() {
            break;
        }
    }
}

fn at(costs: &[u32], position: usize) -> u32 {
    costs.get(position).copied().unwrap_or(u32::MAX)
}

fn set<T>(values: &mut [T], position: usize, value: T) {
    if let Some(slot) = values.get_mut(position) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_cut_into_words_and_characters() {
        let run: Vec<char> = "开展生活拉圾分类".chars().collect();
        let cut = Cut::new(&run);
        let alone: String = (0..run.len()).filter(|at| cut.is_alone(*at)).map(|at| run[at]).collect();
        assert_eq!(alone, "拉圾");
        assert_eq!(cut.piece(1), (0, 2));
        assert!(cut.is_border(4) && cut.is_border(6) && !cut.is_border(1));
        let right = words::find("垃圾").expect("a word");
        assert!(cut.gain(4, 6, right) > 0);
        assert_eq!(Cut::new(&[]).cost(), 0);
    }
}
