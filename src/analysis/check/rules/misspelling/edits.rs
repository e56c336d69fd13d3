//! Words that a text prints but for one slip: a character for another, one missing, two that changed places.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::words::{self, Prefix, Word};
use crate::text::{pinyin, shape};

/// Fewest characters of a word that is recognized although one is missing.
const SHORTEST_COMPLETE: usize = 4;

/// Fewest characters of a word that is recognized although one is any other.
const SHORTEST_SURE: usize = 5;

/// Fewest characters of a word that is recognized although one is a rare character.
const SHORTEST_RARE: usize = 4;

/// The weights of a rare character and of one that nobody writes: the counts 1,400 and 180.
const RARE: u32 = 42;
const UNWRITTEN: u32 = 30;

/// How a printed word differs from the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slip {
    /// A character of the same sound and of like shape, as typists and scanners both mistake it: 挡案.
    SoundAndShape,
    /// A character of the same sound.
    Sound,
    /// A character of like shape.
    Shape,
    /// A character of nearly the same sound.
    NearSound,
    /// A character that neither sounds nor looks alike.
    Any,
    /// A character of the word is not printed.
    Missing,
    /// Two characters changed places.
    Swapped,
}

/// A word that stands in a run of characters with one slip.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) slip: Slip,
    /// The characters of the run that stand for the word.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where in the run the slip is.
    pub(super) fault: usize,
    /// The word, and what is known of it.
    pub(super) usual: Vec<char>,
    pub(super) word: Word,
}

/// The characters that are mistaken for one another, looked up once each.
#[derive(Default)]
pub(super) struct Alikes {
    known: FxHashMap<char, Vec<(char, Slip)>>,
}

impl Alikes {
    /// The characters that sound or look like `c`, each with how; the same sound comes before a like shape.
    fn of(&mut self, c: char) -> &[(char, Slip)] {
        self.known.entry(c).or_insert_with(|| {
            let sounding = pinyin::sounding_like(c);
            let (same, near): (Vec<char>, Vec<char>) = sounding.partition(|other| pinyin::sound_alike(c, *other));
            let looking = shape::looking_like(c);
            let both = |other: char| if looking.contains(other) { Slip::SoundAndShape } else { Slip::Sound };
            let same = same.into_iter().map(|other| (other, both(other)));
            let shapes = looking.chars().map(|other| (other, Slip::Shape));
            let near = near.into_iter().map(|other| (other, Slip::NearSound));
            let mut seen = FxHashSet::default();
            same.chain(shapes).chain(near).filter(|(other, _)| seen.insert(*other)).collect()
        })
    }
}

/// Most characters that may follow a beginning for each of them to be tried.
const MOST_LONGER: usize = 120;

/// How many characters a slip may be away from the one of no word that it leaves behind: its own character may happen to
/// be a word together with one of its neighbours.
const SLIP_REACH: usize = 2;

/// The positions of a run whose character belongs to no word there, where a slip is likely.
pub(super) struct Doubts {
    is_doubtful: Vec<bool>,
}

impl Doubts {
    /// Keeps for each position of a run whether it is doubtful.
    pub(super) fn new(is_doubtful: Vec<bool>) -> Self {
        Self { is_doubtful }
    }

    /// The doubtful positions, in their order.
    pub(super) fn positions(&self) -> impl Iterator<Item = usize> {
        self.is_doubtful.iter().enumerate().filter(|(_, is_doubtful)| **is_doubtful).map(|(at, _)| at)
    }

    fn any(&self, from: usize, to: usize) -> bool {
        self.is_doubtful.get(from..to.min(self.is_doubtful.len())).is_some_and(|part| part.contains(&true))
    }

    /// Whether a character may stand for another one at a position, or have changed places with the next.
    fn may_differ(&self, at: usize) -> bool {
        self.any(at.saturating_sub(SLIP_REACH), at + SLIP_REACH + 1)
    }

    /// Whether a character may be missing before a position, or the one there be any other.
    fn may_be_missing(&self, at: usize) -> bool {
        self.any(at.saturating_sub(1), at + 1)
    }
}

/// The words that a run has from a position on but for one slip at a place where it is likely.
pub(super) fn edits_at(run: &[char], from: usize, alikes: &mut Alikes, doubts: &Doubts) -> Vec<Edit> {
    let mut search = Search { run, from, found: Vec::new() };
    let mut prefix = Some(Prefix::EMPTY);
    for at in from..run.len() {
        let (Some(read), Some(c)) = (prefix, run.get(at).copied()) else { break };
        if doubts.may_differ(at) {
            for (other, slip) in alikes.of(c) {
                search.go_on(read.then(*other), at + 1, (*slip, at), &[*other]);
            }
            if let Some(next) = run.get(at + 1).copied().filter(|next| *next != c) {
                search.go_on(read.then(next).and_then(|read| read.then(c)), at + 2, (Slip::Swapped, at), &[next, c]);
            }
        }
        if at > from && doubts.may_be_missing(at) {
            // A beginning that goes on in very many ways says little of the character behind it.
            for (other, longer) in read.longer(MOST_LONGER) {
                if longer.then(c).is_some() {
                    search.go_on(Some(longer), at, (Slip::Missing, at), &[other]);
                }
                search.go_on(Some(longer), at + 1, (Slip::Any, at), &[other]);
            }
        }
        prefix = read.then(c);
    }
    search.found
}

/// The words found from one position of a run on.
struct Search<'a> {
    run: &'a [char],
    from: usize,
    found: Vec<Edit>,
}

/// Whether a character seldom stands alone, so that it is rather part of a technical term (氟, 戟) than a typist's choice.
pub(super) fn is_rare(c: char) -> bool {
    words::find_chars(&[c]).is_none_or(|word| word.weight < RARE)
}

/// Whether a character is one that nobody writes: 杳, 糸.
pub(super) fn is_unwritten(c: char) -> bool {
    words::find_chars(&[c]).is_none_or(|word| word.weight < UNWRITTEN)
}

impl Search<'_> {
    /// Reads on behind a slip, and keeps the words that go on as the run does. `prefix` is what was read, up to and with
    /// the characters `instead` of those from the fault to `at`.
    fn go_on(&mut self, prefix: Option<Prefix>, at: usize, (slip, fault): (Slip, usize), instead: &[char]) {
        let Some(mut read) = prefix else { return };
        for to in at.. {
            if let Some(word) = read.word() {
                let length = fault - self.from + instead.len() + (to - at);
                let is_whole = match slip {
                    // A word that lacks its last character is a shorter word.
                    Slip::Missing => to > at && length >= SHORTEST_COMPLETE,
                    // A character that no word holds here may be the last one as well: 疾病筛杳.
                    Slip::Any if self.run.get(fault).is_some_and(|c| is_unwritten(*c)) => length >= SHORTEST_RARE,
                    Slip::Any => to > at && length >= SHORTEST_SURE,
                    Slip::SoundAndShape | Slip::Sound | Slip::Shape | Slip::NearSound | Slip::Swapped => length > 1,
                };
                if is_whole {
                    let chars = |from: usize, to: usize| self.run.get(from..to).unwrap_or_default().iter();
                    let usual = chars(self.from, fault).chain(instead).chain(chars(at, to)).copied().collect();
                    self.found.push(Edit { slip, from: self.from, to, fault, usual, word });
                }
            }
            let Some(longer) = self.run.get(to).and_then(|c| read.then(*c)) else { break };
            read = longer;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(text: &str) -> Vec<(Slip, String)> {
        let run: Vec<char> = text.chars().collect();
        let found = edits_at(&run, 0, &mut Alikes::default(), &Doubts::new(vec![true; run.len()]));
        found.into_iter().map(|edit| (edit.slip, edit.usual.into_iter().collect())).collect()
    }

    #[test]
    fn words_with_one_slip() {
        for (text, slip, usual) in [
            ("拉圾", Slip::SoundAndShape, "垃圾"),
            ("设旋", Slip::Shape, "设施"),
            ("那圾", Slip::NearSound, "垃圾"),
            ("分级疗诊", Slip::Swapped, "分级诊疗"),
            ("生活垃分类", Slip::Missing, "生活垃圾分类"),
            ("供结侧结构性改革", Slip::Any, "供给侧结构性改革"),
        ] {
            let usual = (slip, usual.to_owned());
            assert!(edits(text).contains(&usual), "{text}: {:?}", edits(text));
        }
        assert!(edits("").is_empty());
    }
}
