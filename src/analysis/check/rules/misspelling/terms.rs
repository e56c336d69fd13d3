//! Terms with a fixed wording that a text prints with another character (突发公共卫生时间), with one too few (未成人), or
//! with two that changed places. Of the many terms that are known as words only, one is found that has
//! characters of the same sound or shape (社会求助). What else a plan misspells is judged by its own phrases.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::check::reading::passage::is_han;
use crate::analysis::check::rules::misspelling::bodies::cut_body_at;
use crate::analysis::check::rules::misspelling::miswritten::{are_forms_of_one, gain_of, miswritten_at};
use crate::lexicon::misprint::{OPTIONAL_CHARS, STANDING_ALONE};
use crate::lexicon::spelling::OTHER_FORMS;
use crate::lexicon::term::{
    BEFORE_SELF, CARRIED_OUT, CLOSED_TERMS, EQUALLY_RIGHT, EXCHANGED, RARE_CHARS, RARE_WORDS, RIGHT_ALIKE, SHAPES,
    SHORT_COMPLETE, TERMS,
};
use crate::text::words::{self, Kind};
use crate::text::{pinyin, shape};

/// Fewest characters of a term that is recognized although one is left out, or two have changed places.
const LONG: usize = 5;

/// Fewest characters of a known term that is looked for.
const SHORTEST_KNOWN: usize = 4;

/// How many characters of a term make room for one that sounds or looks alike.
const ALIKE_SHARE: usize = 3;

/// How much more likely a text must be with a term where only the table of shapes takes one character for the other, a
/// step of 4 for each doubling: 狂大病 is no likely text, 上级医院 is one beside 三级医院.
const SURELY_LIKELIER: i64 = 70;

/// How much more likely a text must be with a long term that lacks a character where words end and begin, if a single
/// character is left over: 居家养服务 is no likely text, 健康医疗数据 is one.
const WHOLE_LIKELIER: i64 = 68;

/// How common a word has to be that a like shape alone does not make a slip: the weight of the count 128.
const COMMON_WORD: u32 = 28;

/// Characters on each side of a fault that a right word may take in.
const REACH: usize = 4;

/// A stretch of a text that is a term but for a slip.
pub(super) struct Slip {
    pub(super) from: usize,
    /// Behind its last character.
    pub(super) to: usize,
    /// The term as it is usually written.
    pub(super) usual: String,
}

/// The terms by their first and by their second character, so that either may be the wrong one.
pub(super) struct Terms {
    all: Vec<Vec<char>>,
    by_first: FxHashMap<char, Vec<usize>>,
    by_second: FxHashMap<char, Vec<usize>>,
    right_alike: Vec<Vec<char>>,
    /// Further terms, and their numbers by their first two and by their last two characters.
    known: Vec<Vec<char>>,
    by_start: FxHashMap<[char; 2], Vec<Known>>,
    by_end: FxHashMap<[char; 2], Vec<Known>>,
    /// Characters that official writing does not use, each with the one that is meant.
    rare: FxHashMap<char, char>,
}

/// A known term among others with the same two characters, with what tells at once that most texts are not it.
struct Known {
    number: usize,
    /// The length of the term in characters.
    length: usize,
    head: Head,
}

/// The first [`HEAD`] characters of a text, so that two texts are compared in one step.
#[derive(Clone, Copy)]
struct Head(u128);

/// Characters in a [`Head`], 16 bits each.
const HEAD: usize = 8;

impl Head {
    fn new(chars: &[char]) -> Self {
        let code = |c: &char| u16::try_from(u32::from(*c)).unwrap_or_default();
        Self(chars.iter().take(HEAD).rev().fold(0, |head, c| head << u16::BITS | u128::from(code(c))))
    }

    /// In how many of the first `length` characters two heads differ.
    fn n_differing(self, other: Self, length: usize) -> usize {
        let differing = self.0 ^ other.0;
        (0..length.min(HEAD)).filter(|at| (differing >> (at * 16)) & u128::from(u16::MAX) != 0).count()
    }
}

impl Terms {
    /// The terms of the lists, indexed at the first call.
    pub(super) fn get() -> &'static Self {
        static TERMS_OF_LISTS: OnceLock<Terms> = OnceLock::new();
        TERMS_OF_LISTS.get_or_init(Self::new)
    }

    fn new() -> Self {
        let terms: Vec<Vec<char>> = TERMS.iter().map(|term| term.chars().collect()).collect();
        let index = |at: usize| {
            let mut index: FxHashMap<char, Vec<usize>> = FxHashMap::default();
            for (number, term) in terms.iter().enumerate() {
                index.entry(term.get(at).copied().unwrap_or_default()).or_default().push(number);
            }
            index
        };
        let (by_first, by_second) = (index(0), index(1));
        let right_alike = RIGHT_ALIKE.iter().map(|word| word.chars().collect()).collect();
        let known: Vec<Vec<char>> = words::terms().map(|term| term.chars().collect()).collect();
        let known: Vec<Vec<char>> = known.into_iter().filter(|term| term.len() >= SHORTEST_KNOWN).collect();
        let (mut by_start, mut by_end) = (FxHashMap::default(), FxHashMap::default());
        for (number, term) in known.iter().enumerate() {
            let pairs = [(&mut by_start, term.first_chunk()), (&mut by_end, term.last_chunk())];
            for (index, pair) in pairs {
                let known = Known { number, length: term.len(), head: Head::new(term) };
                index.entry(pair.copied().unwrap_or_default()).or_insert_with(Vec::new).push(known);
            }
        }
        let rare = RARE_CHARS.iter().filter_map(|(rare, meant)| Some((rare.chars().next()?, *meant))).collect();
        Self { all: terms, by_first, by_second, right_alike, known, by_start, by_end, rare }
    }

    /// The slips in the terms of a text, the longest at each place, in its order.
    pub(super) fn slips(&self, chars: &[char]) -> Vec<Slip> {
        let mut slips: Vec<Slip> = Vec::new();
        for at in 0..chars.len() {
            let miswritten = || {
                let (to, usual) = miswritten_at(chars, at)?;
                Some(Slip { from: at, to, usual: usual.to_owned() })
            };
            let found = self.slip_at(chars, at).or_else(miswritten);
            let found = found.or_else(|| self.rare_char(chars, at));
            let Some(slip) = found else { continue };
            match slips.last_mut() {
                Some(last) if slip.from < last.to && slip.to - slip.from <= last.to - last.from => {}
                Some(last) if slip.from < last.to => *last = slip,
                _ => slips.push(slip),
            }
        }
        let cut_bodies = (0..chars.len()).filter_map(|at| cut_body_at(chars, at));
        let cut_bodies = cut_bodies.map(|body| Slip { from: body.from, to: body.to, usual: body.usual });
        for slip in self.known_slips(chars).into_iter().chain(cut_bodies) {
            if slips.iter().all(|other| slip.to <= other.from || other.to <= slip.from) {
                slips.push(slip);
            }
        }
        slips.sort_by_key(|slip| slip.from);
        slips
    }

    /// The slips in known terms whose first or last two characters are right.
    fn known_slips(&self, chars: &[char]) -> Vec<Slip> {
        let mut slips: Vec<Slip> = Vec::new();
        let heads: Vec<Head> = (0..chars.len()).map(|at| Head::new(chars.get(at..).unwrap_or_default())).collect();
        for (at, pair) in chars.windows(2).enumerate() {
            let Some(pair) = pair.first_chunk::<2>() else { continue };
            let starting = self.by_start.get(pair).into_iter().flatten().map(|known| (known, Some(at)));
            let ending = self.by_end.get(pair).into_iter().flatten();
            let ending = ending.map(|known| (known, (at + 2).checked_sub(known.length)));
            for (known, from) in starting.chain(ending) {
                let Some((from, head)) = from.and_then(|from| Some((from, heads.get(from)?))) else { continue };
                let is_near = head.n_differing(known.head, known.length) <= most_differing(known.length);
                let term = || self.known.get(known.number).map(Vec::as_slice).unwrap_or_default();
                let slip = is_near.then(|| self.known_slip(chars, from, term())).flatten();
                let short = || (from == at && known.length > LONG).then(|| self.known_short(chars, from, term()));
                let Some(slip) = slip.or_else(|| short().flatten()) else { continue };
                match slips.last_mut() {
                    Some(last) if slip.from < last.to && slip.to - slip.from <= last.to - last.from => {}
                    Some(last) if slip.from < last.to => *last = slip,
                    _ => slips.push(slip),
                }
            }
        }
        slips
    }

    /// The slip in a known term at a position, if its characters are those of the term but for some that sound or look
    /// alike, and are no other word.
    fn known_slip(&self, chars: &[char], from: usize, term: &[char]) -> Option<Slip> {
        let to = from + term.len();
        let printed = chars.get(from..to)?;
        let fault = replaced_at(printed, term).filter(|_| !CLOSED_TERMS.contains(&term.iter().collect::<String>()))?;
        let is_right = self.is_right(chars, from + fault) || self.is_whole_term(chars, from, term.len());
        let is_shared = is_shared(chars, from, term);
        let is_other = is_equally_right(chars, from + fault)
            || is_right_too(chars, from, term, fault)
            || words::find_chars(printed).is_some();
        let usual: String = term.iter().collect();
        let is_other_end =
            || fault + 1 == term.len() && words::find_chars(term.get(..fault).unwrap_or_default()).is_some();
        let is_likely =
            || !is_by_table(printed, term) || !is_other_end() && gain_of(chars, from..to, &usual).1 >= SURELY_LIKELIER;
        // 环境卫生整洁 holds a word of its own where only a like shape would make it 整治.
        let is_own = || is_by_table(printed, term) && holds_word(printed, fault) || is_coined_beside(chars, from, term);
        (!is_right && !is_shared && !is_other && is_likely() && !is_own()).then_some(Slip { from, to, usual })
    }

    /// The slip in a long known term at a position, if one of its inner characters is missing that it cannot do without.
    fn known_short(&self, chars: &[char], from: usize, term: &[char]) -> Option<Slip> {
        let rest = chars.get(from..)?;
        let n_same = rest.iter().zip(term).take_while(|(one, other)| one == other).count();
        let gone =
            term.get(n_same).filter(|c| (2..term.len() - 2).contains(&n_same) && !OPTIONAL_CHARS.contains(**c))?;
        let to = from + term.len() - 1;
        let goes_on = chars.get(from + n_same..to) == term.get(n_same + 1..) && Some(gone) != rest.get(n_same);
        // Two words that are whole without it make a shorter term of their own: 中医特色.
        let is_whole = |from: usize, to: usize| {
            let read = |at: usize| chars.get(at..to).is_some_and(|word| words::find_chars(word).is_some());
            (from..to.saturating_sub(1)).any(read)
        };
        let begins = |at: usize| {
            (at + 2..=to).any(|end| chars.get(at..end).is_some_and(|word| words::find_chars(word).is_some()))
        };
        let at = from + n_same;
        let usual: String = term.iter().collect();
        let holds_single = || {
            let printed: String = chars.get(from..to).unwrap_or_default().iter().collect();
            words::split(&printed).iter().any(|piece| piece.text.chars().count() == 1)
        };
        let is_unlikely = || holds_single() && gain_of(chars, from..to, &usual).1 >= WHOLE_LIKELIER;
        let is_shorter = || is_whole(from, at) && begins(at) && !is_unlikely();
        // 幽门螺杆菌 is a term as 幽门螺旋杆菌 is.
        let is_known = || chars.get(from..to).is_some_and(|printed| words::find_chars(printed).is_some());
        let is_right = || self.is_right(chars, at - 1) || self.is_whole_term(chars, from, term.len() - 1) || is_known();
        (goes_on && !is_shorter() && !is_right()).then_some(Slip { from, to, usual })
    }

    /// The longest slip in a term that begins at a position.
    fn slip_at(&self, chars: &[char], at: usize) -> Option<Slip> {
        fn numbered<'i>(index: &'i FxHashMap<char, Vec<usize>>, c: Option<&char>) -> &'i [usize] {
            c.and_then(|c| index.get(c)).map(Vec::as_slice).unwrap_or_default()
        }
        let by_first = numbered(&self.by_first, chars.get(at));
        let by_second = numbered(&self.by_second, chars.get(at + 1));
        let candidates = by_first.iter().chain(by_second).filter_map(|number| self.all.get(*number));
        // A term that stands there whole is no slip in a longer one.
        let slips = candidates.filter_map(|term| {
            let (length, fault) = slip_in(chars, at, term)?;
            let is_right = self.is_right(chars, at + fault)
                || self.is_whole_term(chars, at, length)
                || length == term.len() && (is_right_too(chars, at, term, fault) || is_shared(chars, at, term));
            let usual: String = term.iter().collect();
            let by_table = || chars.get(at..at + length).is_some_and(|printed| is_by_table(printed, term));
            let is_likely =
                || length != term.len() || !by_table() || gain_of(chars, at..at + length, &usual).1 >= SURELY_LIKELIER;
            (!is_right && is_likely()).then_some(Slip { from: at, to: at + length, usual })
        });
        slips.max_by_key(|slip| slip.to)
    }

    /// A character that official writing does not use, outside the words that hold it rightly.
    fn rare_char(&self, chars: &[char], at: usize) -> Option<Slip> {
        let c = chars.get(at)?;
        let meant = self.rare.get(c)?;
        let from = at.saturating_sub(REACH);
        let around: String = chars.iter().skip(from).take(2 * REACH + 1).collect();
        if RARE_WORDS.is_in(&around) {
            return None;
        }
        // The character is quoted with the neighbour with which the right one is a word, as it says little alone.
        let pair = |from: usize| {
            let meant = |each: &char| if each == c { *meant } else { *each };
            let printed = chars.get(from..from + 2).filter(|pair| pair.iter().all(|each| is_han(*each)))?;
            let usual: Vec<char> = printed.iter().map(meant).collect();
            (words::find_chars(&usual).is_some() && words::find_chars(printed).is_none()).then_some((from, usual))
        };
        // What stands for 已 before a verb makes no word with it: 己建成.
        let before_verb = || {
            let is_verb = |to: usize| {
                let word = chars.get(at + 1..to).and_then(words::find_chars);
                word.is_some_and(|word| matches!(word.kind, Kind::Verb | Kind::VerbalNoun))
            };
            let is_self =
                at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| BEFORE_SELF.contains(*c));
            let usual = || [*meant].into_iter().chain(chars.get(at + 1).copied()).collect();
            (*meant == '已' && !is_self && is_verb(at + 3)).then(|| (at, usual()))
        };
        let (from, usual) = at.checked_sub(1).and_then(pair).or_else(|| pair(at)).or_else(before_verb)?;
        Some(Slip { from, to: from + 2, usual: usual.into_iter().collect() })
    }

    /// Whether a word that is right although it resembles a term takes in a position.
    fn is_right(&self, chars: &[char], fault: usize) -> bool {
        let is_at = |word: &[char], from: usize| chars.get(from..from + word.len()) == Some(word);
        let takes_in = |word: &Vec<char>| (fault.saturating_sub(word.len() - 1)..=fault).any(|from| is_at(word, from));
        self.right_alike.iter().any(takes_in)
    }

    /// Whether the characters at a position are a term of the list, or begin one that goes on behind them.
    fn is_whole_term(&self, chars: &[char], at: usize, length: usize) -> bool {
        let numbers = chars.get(at).and_then(|c| self.by_first.get(c)).map(Vec::as_slice).unwrap_or_default();
        let mut terms = numbers.iter().filter_map(|number| self.all.get(*number));
        terms.any(|term| term.len() >= length && chars.get(at..at + term.len()) == Some(term))
    }
}

/// How many characters of the text are a term with a slip, and where in them the fault lies.
fn slip_in(chars: &[char], at: usize, term: &[char]) -> Option<(usize, usize)> {
    let rest = chars.get(at..)?;
    let n_same = rest.iter().zip(term).take_while(|(one, other)| one == other).count();
    let length = term.len();
    if n_same == length {
        return None;
    }
    let replaced = || rest.get(..length).and_then(|words| replaced_at(words, term)).map(|fault| (length, fault));
    let swapped = || {
        let (one, other) = (term.get(n_same)?, term.get(n_same + 1)?);
        let is_swapped = rest.get(n_same) == Some(other) && rest.get(n_same + 1) == Some(one);
        let goes_on = rest.get(n_same + 2..length) == term.get(n_same + 2..);
        (length >= LONG && n_same > 0 && one != other && is_swapped && goes_on).then_some((length, n_same))
    };
    let shortened = || {
        // A single character at either end may belong to another word: 健全健康信息平台, 人居环境治理.
        let inner = if length >= LONG { 2..length - 2 } else { 1..length - 1 };
        let is_inner = inner.contains(&n_same);
        let goes_on = rest.get(n_same..length - 1) == term.get(n_same + 1..);
        let is_complete = || length >= LONG || SHORT_COMPLETE.contains(&term.iter().collect::<String>());
        (is_inner && goes_on && is_complete()).then(|| (length - 1, n_same - 1))
    };
    shortened().or_else(swapped).or_else(replaced)
}

/// Where some words differ from a term of their length, if they are that term but for characters that sound or look
/// alike, or but for one inner character of a long term.
fn replaced_at(words: &[char], term: &[char]) -> Option<usize> {
    let differing = || words.iter().zip(term).enumerate().filter(|(_, (one, other))| one != other);
    // Nearly every text differs in more characters than a slip: looked at first, and no further than that.
    let (first, _) = differing().next()?;
    if differing().nth(most_differing(term.len())).is_some() || !words.iter().all(|c| is_han(*c)) {
        return None;
    }
    let n_differing = differing().count();
    let is_few = n_differing * ALIKE_SHARE <= term.len();
    let is_inner = n_differing == 1 && first > 0 && first + 1 < term.len();
    let is_closed = || is_inner && CLOSED_TERMS.contains(&term.iter().collect::<String>());
    let is_slip = is_few && differing().all(|(_, (one, other))| are_alike(*one, *other)) || is_closed();
    is_slip.then_some(first)
}

/// Whether the beginning of a term stands right before the place, so that the other one is made after it: 适老化适幼化改造.
fn is_coined_beside(chars: &[char], from: usize, term: &[char]) -> bool {
    let stands =
        |length: usize| from.checked_sub(length).and_then(|start| chars.get(start..from)) == term.get(..length);
    stands(3) || stands(2)
}

/// Whether a common word of two characters within some characters takes in one of them.
fn holds_word(printed: &[char], at: usize) -> bool {
    let is_word = |from: Option<usize>| {
        let word = from.and_then(|from| printed.get(from..from + 2)).and_then(words::find_chars);
        word.is_some_and(|word| word.weight >= COMMON_WORD)
    };
    is_word(at.checked_sub(1)) || is_word(Some(at))
}

/// Whether a wrong character at an end of a term belongs to the word before or behind (中小学教师 is not 中小学校, 市委成年人 not
/// 未成年人), or is a small word beside what is whole without it: 为成年人, 体育场的.
fn is_shared(chars: &[char], from: usize, term: &[char]) -> bool {
    let to = from + term.len();
    let is_word = |from: Option<usize>, to: usize| {
        from.and_then(|from| chars.get(from..to)).is_some_and(|word| words::find_chars(word).is_some())
    };
    let differs = |at: usize| chars.get(from + at) != term.get(at);
    let is_small = |at: usize| chars.get(at).is_some_and(|c| STANDING_ALONE.contains(*c));
    let is_particle = |at: usize| chars.get(at).is_some_and(|c| matches!(c, '的' | '是' | '了'));
    let (last, before) = (term.len() - 1, from.checked_sub(1));
    differs(last)
        && (is_word(Some(to - 1), to + 1) || is_small(to - 1) && (is_word(Some(from), to - 1) || is_particle(to - 1)))
        || (differs(last) || differs(last - 1)) && is_word(Some(to - 2), to + 1)
        || differs(0) && (is_word(before, from + 1) || is_small(from) && is_word(Some(from + 1), to))
        || (differs(0) || differs(1)) && is_word(before, from + 2)
}

/// Whether what a text prints from a position on is as right as a term that it differs from at `fault`: by another form of a
/// character (胶黏剂), or by a word that stands for another one (检测评价, 监测评价). A plan is monitored, never tested.
fn is_right_too(chars: &[char], from: usize, term: &[char], fault: usize) -> bool {
    let printed = chars.get(from..).unwrap_or_default();
    let are_exchanged = |at: usize| {
        let (Some(one), Some(other)) = (printed.get(at..at + 2), term.get(at..at + 2)) else { return false };
        EXCHANGED.iter().any(|group| {
            let words: Vec<char> = group.chars().collect();
            [one, other].iter().all(|word| words.chunks(2).any(|each| each == *word))
        })
    };
    let are_forms =
        || printed.get(fault).zip(term.get(fault)).is_some_and(|(one, other)| are_forms_of_one(*one, *other));
    let is_of_plan = || {
        let before: String = chars.iter().take(from).skip(from.saturating_sub(REACH)).collect();
        CARRIED_OUT.is_in(&before)
    };
    are_forms() || (are_exchanged(fault) || fault.checked_sub(1).is_some_and(are_exchanged)) && !is_of_plan()
}

/// In how many characters a text may differ from a term of a length that it is meant for.
fn most_differing(length: usize) -> usize {
    (length / ALIKE_SHARE).max(1)
}

/// Whether a position belongs to a word that stands in terms of its own where another word stands in known ones, or to one in
/// a form that is less usual and right (人材).
pub(super) fn is_equally_right(chars: &[char], position: usize) -> bool {
    let is_at = |word: &str, from: usize| {
        chars.get(from..from + word.chars().count()).is_some_and(|printed| word.chars().eq(printed.iter().copied()))
    };
    let takes_in = |word: &str| {
        let length = word.chars().count();
        (position.saturating_sub(length - 1)..=position).any(|from| is_at(word, from))
    };
    EQUALLY_RIGHT.iter().chain(OTHER_FORMS.iter()).any(takes_in)
}

/// Whether two characters share a reading, or are mistaken for one another by their shape.
fn are_alike(one: char, other: char) -> bool {
    let is_shape = || pairs_of_shapes().contains(&(one, other)) || shape::looking_like(one).contains(other);
    pinyin::sound_alike(one, other) || is_shape()
}

/// Whether a word differs from a term in a character that only the table of shapes takes for the right one.
fn is_by_table(printed: &[char], term: &[char]) -> bool {
    let is_known =
        |one: char, other: char| pinyin::sound_alike(one, other) || pairs_of_shapes().contains(&(one, other));
    printed.iter().zip(term).any(|(one, other)| one != other && !is_known(*one, *other))
}

/// The characters that are mistaken for one another by their shape, each pair in both orders.
fn pairs_of_shapes() -> &'static FxHashSet<(char, char)> {
    static PAIRS: OnceLock<FxHashSet<(char, char)>> = OnceLock::new();
    let orders = |pair: &'static str| pair.chars().flat_map(|one| pair.chars().map(move |other| (one, other)));
    PAIRS.get_or_init(|| SHAPES.iter().flat_map(orders).collect())
}
