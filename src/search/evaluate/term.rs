//! One word against everything: which entries meet it and how well, and which lines hold it.

use crate::model::Dataset;
use crate::registry::department::Office;
use crate::search::base::hit::Kind;
use crate::search::base::query::Term;
use crate::search::base::set::Set;
use crate::search::catalog::entries::Haystack;
use crate::search::catalog::names::Role;
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::rank::{Begins, Grade, Merit, Tier};
use crate::search::evaluate::word::{Care, Word, grade, names_that_meet};
use crate::search::text_index::lines::Part;

/// The fewest letters of a pinyin spelling in which a slip is forgiven; the registry's own bound.
const SHORTEST_LATIN_SLIP: usize = 7;

/// What meets a word, or one of several alternatives.
pub(crate) struct Met {
    /// A grade an entry.
    pub(crate) grades: Vec<Grade>,
    /// The entries with a grade.
    pub(crate) entries: Set,
    /// The lines that hold it.
    pub(crate) lines: Set,
    /// The plans for whose name it stands: everything in them meets it, besides.
    pub(crate) plans: Vec<u32>,
    /// The offices that the word names whole, as entries.
    pub(crate) offices: Vec<usize>,
}

impl Met {
    /// Met by nothing.
    pub(crate) fn nothing(haystack: &Haystack) -> Self {
        Self {
            grades: vec![Grade::NONE; haystack.len()],
            entries: Set::new(haystack.len()),
            lines: Set::new(haystack.prose.len()),
            plans: Vec::new(),
            offices: Vec::new(),
        }
    }

    /// Adds what meets an alternative.
    pub(crate) fn or(&mut self, other: Self) {
        for entry in other.entries.iter() {
            self.raise(entry, other.grade(entry));
        }
        self.lines.add(&other.lines);
        self.plans.extend(other.plans);
        self.offices.extend(other.offices);
    }

    /// How well an entry meets the word.
    pub(crate) fn grade(&self, entry: usize) -> Grade {
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

/// Holds a word against everything.
pub(crate) fn meet(corpus: &Corpus, term: &Term, care: Care) -> Met {
    let haystack = corpus.catalog;
    let word = Word::new(term, care);
    let mut met = Met { lines: corpus.lines_with(&word.needle), ..Met::nothing(haystack) };
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
        add_place(haystack, corpus.dataset, term, &mut met);
    }
    if !term.exact && care != Care::Literal {
        met.plans = haystack.plans_called(&term.word).to_vec();
        add_duties(corpus, term, &mut offices, &mut met);
    }
    if care == Care::Slips {
        add_slip(corpus, term, &mut met);
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
fn add_duties(corpus: &Corpus, term: &Term, offices: &mut Offices, met: &mut Met) {
    let haystack = corpus.catalog;
    if offices.entries.is_empty()
        && !term.word.is_ascii()
        && let Some(office) = corpus.registry.departments().office(&term.word)
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
fn add_slip(corpus: &Corpus, term: &Term, met: &mut Met) {
    let offices = corpus.registry.departments();
    let near: Vec<&Office> = match (term.word.is_ascii(), term.word.len() < SHORTEST_LATIN_SLIP) {
        (false, _) => offices.with_wrong_end(&term.word),
        (true, false) => offices.resolve_one(&term.word).into_iter().collect(),
        (true, true) => Vec::new(),
    };
    for entry in near.iter().filter_map(|office| corpus.catalog.department(&office.id)) {
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
