//! One word against the names: as it stands, by sound, by likeness, the best way first.

use crate::search::base::hit::Kind;
use crate::search::base::pattern::Needle;
use crate::search::base::query::Term;
use crate::search::base::set::Set;
use crate::search::catalog::entries::Haystack;
use crate::search::catalog::names::Role;
use crate::search::evaluate::rank::{Begins, Grade, Merit, Tier};
use crate::search::matchers::fuzzy::{self, Likeness};
use crate::search::matchers::heading_number;
use crate::search::matchers::pinyin::Spelling;

/// How a name meets a word.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// It stands in it, from this byte of the folded name on.
    Stands(usize),
    /// Its letters spell it: from and to, in characters; whether a letter for each character.
    Sounds([usize; 2], bool),
    /// It is like it: these characters.
    Like(Vec<usize>),
}

/// How loosely words are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// As they stand: a word that is refused.
    Literal,
    /// By sound, other names and likeness too.
    Loose,
    /// One slip of the hand forgiven besides: for words that find nothing otherwise.
    Slips,
}

/// A word, ready to be held against names.
pub(crate) struct Word<'a> {
    term: &'a Term,
    pub(crate) needle: Needle<'a>,
    spelling: Option<Spelling>,
    likeness: Option<Likeness>,
    /// Whether one slip of the hand is forgiven.
    slips: bool,
    /// The numbers of headings that it is, outermost first, see [`heading_number::keys`].
    pub(crate) numbers: Option<Vec<String>>,
}

impl<'a> Word<'a> {
    /// How loosely the word is taken.
    pub(crate) fn new(term: &'a Term, care: Care) -> Self {
        let is_loose = care != Care::Literal && !(term.exact || term.at_start || term.at_end);
        let spelling = if is_loose { Spelling::of(&term.word) } else { None };
        let likeness = if is_loose { Likeness::of(&term.word) } else { None };
        let numbers = heading_number::keys(&term.word);
        Self { term, needle: Needle::new(&term.word), spelling, likeness, slips: care == Care::Slips, numbers }
    }

    /// How this name meets the word, the best way first tried.
    pub(crate) fn meets(&self, haystack: &Haystack, name: usize) -> Option<(Way, Merit)> {
        // Where no sound and no slip can help, a name must have all characters of the word.
        let is_strict = self.spelling.is_none() && !self.slips;
        if is_strict && !self.needle.may_stand(haystack.names.mask(name)) {
            return None;
        }
        let text = haystack.names.text(name);
        self.stands(haystack, name, text)
            .or_else(|| self.sounds(haystack, name, text))
            .or_else(|| self.is_like(haystack, name, text))
    }

    fn stands(&self, haystack: &Haystack, name: usize, text: &str) -> Option<(Way, Merit)> {
        let first = self.needle.next(text, 0)?;
        let word = self.needle.word();
        let at = if self.term.at_end { text.strip_suffix(word)?.len() } else { first };
        if self.term.at_start && at != 0 {
            return None;
        }
        let before = text.get(..at).unwrap_or_default();
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let is_whole = before.is_empty() && (rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')')));
        let tier = match (is_whole, before.is_empty()) {
            (true, _) => Tier::Exact,
            (false, true) => Tier::Prefix,
            (false, false) => Tier::Substring,
        };
        let begins = match before.chars().next_back() {
            None => Begins::Name,
            Some(c) if !c.is_alphanumeric() => Begins::Part,
            Some(_) => Begins::Middle,
        };
        Some((Way::Stands(at), Merit { begins, is_whole, ..merit(haystack, name, tier) }))
    }

    fn sounds(&self, haystack: &Haystack, name: usize, text: &str) -> Option<(Way, Merit)> {
        let heard = haystack.names.voices.hear(self.spelling.as_ref()?, name, text)?;
        let [from, _] = heard.place;
        let merit = Merit {
            begins: if from == 0 { Begins::Name } else { Begins::Middle },
            is_whole: heard.is_whole,
            ..merit(haystack, name, Tier::Sound)
        };
        Some((Way::Sounds(heard.place, heard.by_initials), merit))
    }

    /// Whether the name is worth a closer look for likeness.
    fn may_be_like(&self, haystack: &Haystack, name: usize) -> bool {
        self.likeness.as_ref().is_some_and(|likeness| {
            let mask = haystack.names.mask(name);
            (likeness.may_hold(mask) && likeness.is_subsequence(haystack.names.text(name)))
                || (self.slips && likeness.may_slip(mask))
        })
    }

    fn is_like(&self, haystack: &Haystack, name: usize, text: &str) -> Option<(Way, Merit)> {
        let likeness = self.likeness.as_ref()?;
        let mask = haystack.names.mask(name);
        let may_hold = likeness.may_hold(mask) && likeness.is_subsequence(text);
        let close = if may_hold { likeness.compare(text) } else { None };
        let like = close.or_else(|| if self.slips && likeness.may_slip(mask) { likeness.slip(text) } else { None })?;
        Some((Way::Like(like.places), Merit { likeness: like.score, ..merit(haystack, name, Tier::Fuzzy) }))
    }
}

fn merit(haystack: &Haystack, name: usize, tier: Tier) -> Merit {
    Merit { length: haystack.names.length(name), ..Merit::plain(tier) }
}

/// The grade of a name that meets a word, for one who bears it in this role.
pub(crate) fn grade(haystack: &Haystack, merit: Merit, role: Role, entry: usize) -> (Grade, Merit) {
    let kind = haystack.kind(entry);
    let is_office = kind == Kind::Department;
    // What a sentence promises is asked for less than what a plan calls something.
    let role = if kind == Kind::Target { Role::Other } else { role };
    let tier = match (role, merit.tier) {
        (Role::Short | Role::Other, Tier::Exact) if is_office => Tier::Called,
        (Role::Short | Role::Other, Tier::Exact | Tier::Prefix | Tier::Substring) => Tier::Alias,
        (_, tier) => tier,
    };
    let is_idle = is_office && haystack.duties_of(entry).is_empty();
    let merit = Merit { tier, role, is_idle, ..merit };
    (Grade::new(merit, kind), merit)
}

/// Every name that meets the word: those in which it stands, of the rest those that sound so, of the rest those that are
/// like it, of which at most [`fuzzy::MOST_SCORED`] are looked at closely.
pub(crate) fn names_that_meet(haystack: &Haystack, word: &Word) -> Vec<(usize, Merit)> {
    let names = &haystack.names;
    let mut found = Vec::new();
    let mut met = Set::new(names.len());
    let candidates = names.candidates(word.needle.word());
    for name in candidates.iter() {
        let text = names.text(name);
        // Where it stands in the wrong place it is not looked for by sound either.
        if word.needle.next(text, 0).is_some() {
            met.insert(name);
            found.extend(word.stands(haystack, name, text).map(|(_, merit)| (name, merit)));
        }
    }
    if let Some(spelling) = &word.spelling {
        // Characters among the letters stand for themselves.
        let all = if spelling.is_mixed { names.candidates(&spelling.characters()) } else { Set::full(names.len()) };
        for name in all.iter() {
            if !met.contains(name)
                && let Some((_, merit)) = word.sounds(haystack, name, names.text(name))
            {
                met.insert(name);
                found.push((name, merit));
            }
        }
    }
    if word.likeness.is_some() {
        let may_be_like = |name: &usize| !met.contains(*name) && word.may_be_like(haystack, *name);
        // But for a slip, a name that is like the word has all its characters.
        let all = if word.slips { Set::full(names.len()) } else { candidates };
        let like = all.iter().filter(may_be_like).take(fuzzy::MOST_SCORED);
        found.extend(like.filter_map(|name| Some((name, word.is_like(haystack, name, names.text(name))?.1))));
    }
    found
}
