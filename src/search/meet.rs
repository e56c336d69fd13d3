//! One word against everything: which entries meet it and how well, and which lines hold it.

use super::fuzzy::{self, Likeness};
use super::haystack::Haystack;
use super::hit::Kind;
use super::names::Role;
use super::needle::Needle;
use super::numbering;
use super::prose::Part;
use super::query::Term;
use super::rank::{Begins, Grade, Merit, Tier};
use super::set::Set;
use super::sound::Spelling;
use crate::model::Dataset;
use crate::registry::department::{Departments, Office};

/// The fewest letters of a pinyin spelling in which a slip is forgiven; the registry's own bound.
const SHORTEST_LATIN_SLIP: usize = 7;

/// What meets a word, or one of several alternatives.
pub(super) struct Met {
    /// A grade an entry.
    pub(super) grades: Vec<Grade>,
    /// The entries with a grade.
    pub(super) entries: Set,
    /// The lines that hold it.
    pub(super) lines: Set,
    /// The plans for whose name it stands: everything in them meets it, besides.
    pub(super) plans: Vec<u32>,
    /// The offices that the word names whole, as entries.
    pub(super) offices: Vec<usize>,
}

impl Met {
    /// Met by nothing.
    pub(super) fn nothing(haystack: &Haystack) -> Self {
        Self {
            grades: vec![Grade::NONE; haystack.len()],
            entries: Set::new(haystack.len()),
            lines: Set::new(haystack.prose.len()),
            plans: Vec::new(),
            offices: Vec::new(),
        }
    }

    /// Adds what meets an alternative.
    pub(super) fn or(&mut self, other: Self) {
        for entry in other.entries.iter() {
            self.raise(entry, other.grade(entry));
        }
        self.lines.add(&other.lines);
        self.plans.extend(other.plans);
        self.offices.extend(other.offices);
    }

    /// How well an entry meets the word.
    pub(super) fn grade(&self, entry: usize) -> Grade {
        self.grades.get(entry).copied().unwrap_or_default()
    }

    fn raise(&mut self, entry: usize, grade: Grade) {
        if let Some(slot) = self.grades.get_mut(entry)
            && grade > *slot
        {
            *slot = grade;
            self.entries.insert(entry);
        }
    }
}

/// How a name meets a word.
#[derive(Clone, Debug)]
pub(super) enum Way {
    /// It stands in it, from this byte of the folded name on.
    Stands(usize),
    /// Its letters spell it: from and to, in characters; whether a letter for each character.
    Sounds([usize; 2], bool),
    /// It is like it: these characters.
    Like(Vec<usize>),
}

/// How loosely words are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// As they stand: a word that is refused.
    Literal,
    /// By sound, other names and likeness too.
    Loose,
    /// One slip of the hand forgiven besides: for words that find nothing otherwise.
    Slips,
}

/// A word, ready to be held against names.
pub(super) struct Word<'a> {
    term: &'a Term,
    pub(super) needle: Needle<'a>,
    spelling: Option<Spelling>,
    likeness: Option<Likeness>,
    /// Whether one slip of the hand is forgiven.
    slips: bool,
    /// The numbers of headings that it is, outermost first, see [`numbering::keys`].
    pub(super) numbers: Option<Vec<String>>,
}

impl<'a> Word<'a> {
    /// How loosely the word is taken.
    pub(super) fn new(term: &'a Term, care: Care) -> Self {
        let is_loose = care != Care::Literal && !(term.exact || term.at_start || term.at_end);
        let spelling = if is_loose { Spelling::of(&term.word) } else { None };
        let likeness = if is_loose { Likeness::of(&term.word) } else { None };
        let numbers = numbering::keys(&term.word);
        Self { term, needle: Needle::new(&term.word), spelling, likeness, slips: care == Care::Slips, numbers }
    }

    /// How this name meets the word, the best way first tried.
    pub(super) fn meets(&self, haystack: &Haystack, name: usize) -> Option<(Way, Merit)> {
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
pub(super) fn grade(haystack: &Haystack, merit: Merit, role: Role, entry: usize) -> (Grade, Merit) {
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

/// Holds a word against everything. `lines_with` finds the lines in which a needle stands.
pub(super) fn meet(
    haystack: &Haystack,
    dataset: &Dataset,
    term: &Term,
    care: Care,
    lines_with: &dyn Fn(&Needle) -> Set,
) -> Met {
    let word = Word::new(term, care);
    let mut met = Met { lines: lines_with(&word.needle), ..Met::nothing(haystack) };
    anchor_lines(haystack, term, &mut met.lines);
    let mut offices = Offices::default();
    for (name, merit) in names_that_meet(haystack, &word) {
        for &(entry, role) in haystack.names.bearers(name) {
            let entry = entry as usize;
            let (grade, merit) = grade(haystack, merit, role, entry);
            met.raise(entry, grade);
            offices.note(haystack, entry, merit);
        }
    }
    if !(term.at_start || term.at_end) {
        add_numbered(haystack, &word, &mut met);
        add_place(haystack, dataset, term, &mut met);
    }
    if !term.exact && care != Care::Literal {
        met.plans = haystack.plans_called(&term.word).to_vec();
        add_duties(haystack, term, &mut offices, &mut met);
    }
    if care == Care::Slips {
        add_slip(haystack, term, &mut met);
    }
    add_owners(haystack, &mut met);
    offices.entries.sort_unstable();
    met.offices = offices.entries;
    met
}

/// Takes out the lines that do not begin or end with the word, where that is asked for.
fn anchor_lines(haystack: &Haystack, term: &Term, lines: &mut Set) {
    if !(term.at_start || term.at_end) {
        return;
    }
    let fits = |line: usize| {
        let text = haystack.prose.text(line);
        (!term.at_start || text.starts_with(&term.word))
            && (!term.at_end || text.trim_end_matches(['。', ';']).ends_with(&term.word))
    };
    lines.retain(fits);
}

/// Every name that meets the word: those in which it stands, of the rest those that sound so, of the rest those that are
/// like it, of which at most [`fuzzy::MOST_SCORED`] are looked at closely.
fn names_that_meet(haystack: &Haystack, word: &Word) -> Vec<(usize, Merit)> {
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

/// The offices of which the word is a whole name; only those where it is so in the best way.
#[derive(Default)]
struct Offices {
    best: Option<(Tier, Role)>,
    entries: Vec<usize>,
}

impl Offices {
    fn note(&mut self, haystack: &Haystack, entry: usize, merit: Merit) {
        if !merit.is_whole || haystack.kind(entry) != Kind::Department {
            return;
        }
        let this = (merit.tier, merit.role);
        if self.best.is_none_or(|best| this < best) {
            self.best = Some(this);
            self.entries.clear();
        }
        if self.best == Some(this) && !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
    }
}

/// Adds the tasks of the one office that the word names, and the office itself where it was typed with its place.
fn add_duties(haystack: &Haystack, term: &Term, offices: &mut Offices, met: &mut Met) {
    if offices.entries.is_empty()
        && !term.word.is_ascii()
        && let Some(office) = Departments::bundled().office(&term.word)
        && let Some(entry) = haystack.department(&office.id)
    {
        offices.entries.push(entry);
        let merit = Merit { is_whole: true, ..Merit::plain(Tier::Called) };
        met.raise(entry, Grade::new(merit, Kind::Department));
    }
    let [office] = offices.entries.as_slice() else { return };
    let named = Grade::new(Merit::plain(Tier::Named), Kind::Task);
    for &task in haystack.duties_of(*office) {
        met.raise(task as usize, named);
    }
}

/// Adds the office whose pinyin was typed with a slip, or whose name was typed with a wrong end.
fn add_slip(haystack: &Haystack, term: &Term, met: &mut Met) {
    let offices = Departments::bundled();
    let near: Vec<&Office> = match (term.word.is_ascii(), term.word.len() < SHORTEST_LATIN_SLIP) {
        (false, _) => offices.with_wrong_end(&term.word),
        (true, false) => offices.resolve_one(&term.word).into_iter().collect(),
        (true, true) => Vec::new(),
    };
    for entry in near.iter().filter_map(|office| haystack.department(&office.id)) {
        met.raise(entry, Grade::new(Merit::plain(Tier::Fuzzy), Kind::Department));
    }
}

/// Adds the nodes whose number was typed: 第三章, 第三章第二节.
fn add_numbered(haystack: &Haystack, word: &Word, met: &mut Met) {
    let Some((last, outer)) = word.numbers.as_deref().and_then(<[String]>::split_last) else { return };
    for &entry in haystack.numbered(last) {
        if haystack.stands_under(entry as usize, outer) {
            let merit = Merit { role: Role::Chief, begins: Begins::Name, is_whole: true, ..Merit::plain(Tier::Exact) };
            met.raise(entry as usize, Grade::new(merit, haystack.kind(entry as usize)));
        }
    }
}

/// Adds the node whose id was typed.
fn add_place(haystack: &Haystack, dataset: &Dataset, term: &Term, met: &mut Met) {
    let Some((id, _)) = term.raw.split_once('/') else { return };
    let Some(at) = dataset.plans.iter().position(|plan| plan.id == id) else { return };
    let node = dataset.plans.get(at).and_then(|plan| plan.nodes.iter().position(|node| node.id == term.raw));
    if let Some(entry) = node.and_then(|node| haystack.node(at, node)) {
        let merit = Merit { role: Role::Chief, begins: Begins::Name, is_whole: true, ..Merit::plain(Tier::Exact) };
        met.raise(entry, Grade::new(merit, haystack.kind(entry)));
    }
}

/// Adds the tasks whose clauses and the rows whose cells hold the word.
fn add_owners(haystack: &Haystack, met: &mut Met) {
    let n_owned = haystack.prose.n_owned();
    let lines = std::mem::take(&mut met.lines);
    for line in lines.iter().take_while(|line| *line < n_owned) {
        let Some(owner) = haystack.owner(line) else { continue };
        let is_clause = haystack.prose.origin(line).is_some_and(|origin| matches!(origin.part, Part::Clause(_)));
        let tier = if is_clause { Tier::Named } else { Tier::Prose };
        met.raise(owner, Grade::new(Merit::plain(tier), haystack.kind(owner)));
    }
    met.lines = lines;
}
