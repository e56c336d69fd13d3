//! One word against everything: the entries that match it with their scores, and the lines that hold it.

use crate::lexicon::heading::NUMBERED_WORDS;
use crate::registry::department::Office;
use crate::search::base::bit_set::BitSet;
use crate::search::base::folding::fold_in_line;
use crate::search::base::hit::Kind;
use crate::search::base::query::Term;
use crate::search::catalog::entries::Catalog;
use crate::search::catalog::names::NameRole;
use crate::search::evaluate::corpus::{Corpus, year_of};
use crate::search::evaluate::name_matches::NameMatches;
use crate::search::evaluate::rank::{MatchQuality, Score, Tier, TierScores};
use crate::search::evaluate::term_matcher::{Looseness, TermMatcher, score_entry};
use crate::search::matchers::fuzzy::MAX_SCORED;
use crate::search::text_index::lines::NodePart;

/// The fewest letters of a word in which the registry allows a typo in pinyin.
const MIN_LETTERS_WITH_TYPO: usize = 7;

/// The fewest numbers of a place in the outline; two may be a decimal number.
const FEWEST_LEVELS: usize = 3;

/// What matches a word, or one of several alternatives.
pub(crate) struct TermMatches {
    /// The score of each entry of the catalog.
    pub(crate) scores: Vec<Score>,
    /// The entries whose score is not [`Score::NONE`].
    pub(crate) entries: BitSet,
    /// The lines that hold the word.
    pub(crate) lines: BitSet,
    /// The numbered places that the word names: everything below them matches as well.
    pub(crate) places: Vec<usize>,
    /// The plans that the word names: everything in them matches as well.
    pub(crate) plans: Vec<u32>,
}

/// A word that was matched, with what building hits needs of it again.
pub(crate) struct MatchedWord<'q> {
    pub(crate) matcher: TermMatcher<'q>,
    pub(crate) names: NameMatches,
    /// The entries of the offices of which the word is a whole name, or one without its last character.
    pub(crate) departments: Vec<usize>,
}

impl TermMatches {
    /// Starts with the lines that hold the word, and no entries.
    pub(crate) fn new(catalog: &Catalog, lines: BitSet) -> Self {
        Self {
            scores: vec![Score::NONE; catalog.len()],
            entries: BitSet::new(catalog.len()),
            lines,
            places: Vec::new(),
            plans: Vec::new(),
        }
    }

    /// Adds what matches an alternative.
    pub(crate) fn merge(&mut self, other: Self) {
        for entry in other.entries.iter() {
            self.add(entry, other.score(entry));
        }
        self.lines.union_with(&other.lines);
        self.places.extend(other.places);
        self.plans.extend(other.plans);
    }

    pub(crate) fn score(&self, entry: usize) -> Score {
        self.scores.get(entry).copied().unwrap_or_default()
    }

    /// Adds a match of an entry; the best one counts.
    pub(crate) fn add(&mut self, entry: usize, score: Score) {
        if let Some(slot) = self.scores.get_mut(entry)
            && score > *slot
        {
            *slot = score;
            self.entries.insert(entry);
        }
    }
}

/// Finds the entries and lines that match a word.
pub(crate) fn match_term<'q>(corpus: &Corpus, term: &'q Term, looseness: Looseness) -> (TermMatches, MatchedWord<'q>) {
    let catalog = corpus.catalog;
    let matcher = TermMatcher::new(term, looseness);
    let mut found = TermMatches::new(catalog, corpus.lines_with(&matcher.pattern));
    keep_anchored_lines(catalog, term, &mut found.lines);
    let mut departments = NamedDepartments::default();
    let names = matcher.matching_names(catalog, MAX_SCORED);
    for name in names.iter() {
        // Headings of a thousand plans have the same name, and what is no office of the same kind the same score.
        let mut last: Option<((Kind, NameRole), Score)> = None;
        for &(entry, role) in catalog.names.entries_with(name.name) {
            let (entry, kind) = (entry as usize, catalog.kind(entry as usize));
            if let Some((_, score)) = last.filter(|(like, _)| *like == (kind, role)) {
                found.add(entry, score);
                continue;
            }
            let (score, quality) = score_entry(catalog, name.quality, role, entry);
            found.add(entry, score);
            departments.add(catalog, entry, quality);
            last = (kind != Kind::Department).then_some(((kind, role), score));
        }
    }
    if !(term.at_start || term.at_end) {
        add_numbered_nodes(corpus, &matcher, &mut found);
        add_node_by_id(corpus, term, &mut found);
        add_nodes_by_place(corpus, term, &mut found);
        add_rows_of_year(corpus, term, &mut found);
    }
    if !term.exact && looseness != Looseness::Literal {
        found.plans = catalog.plans_named(&term.folded).to_vec();
        add_tasks(corpus, term, &mut departments, &mut found);
        add_living_sister(corpus, &departments, &mut found);
    }
    if looseness == Looseness::WithTypos {
        add_misspelled_departments(corpus, term, &mut found);
    }
    add_owners(catalog, &mut found);
    departments.entries.sort_unstable();
    (found, MatchedWord { matcher, names, departments: departments.entries })
}

/// Removes the lines that do not begin or end with the word, if the term demands it.
fn keep_anchored_lines(catalog: &Catalog, term: &Term, lines: &mut BitSet) {
    if !(term.at_start || term.at_end) {
        return;
    }
    let is_anchored = |line: usize| {
        let text = catalog.text.line(line);
        (!term.at_start || text.starts_with(&term.folded))
            && (!term.at_end || text.trim_end_matches(['。', ';']).ends_with(&term.folded))
    };
    lines.retain(is_anchored);
}

/// The offices of which a word is a whole name. If it is the name of several in different
/// ways, only the best way counts.
#[derive(Default)]
struct NamedDepartments {
    best: Option<(Tier, NameRole)>,
    entries: Vec<usize>,
}

impl NamedDepartments {
    /// Adds an entry if it is an office and the match is good enough.
    fn add(&mut self, catalog: &Catalog, entry: usize, quality: MatchQuality) {
        if !quality.is_whole || catalog.kind(entry) != Kind::Department {
            return;
        }
        let this = (quality.tier, quality.role);
        if self.best.is_none_or(|best| this < best) {
            self.best = Some(this);
            self.entries.clear();
        }
        if self.best == Some(this) && !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
    }
}

/// If the word names one office, adds its tasks; and the office itself if the word is its name together with its place.
/// A part of a name names an office too: 医疗保障, 政数.
fn add_tasks(corpus: &Corpus, term: &Term, departments: &mut NamedDepartments, found: &mut TermMatches) {
    let registry = corpus.registry.departments();
    let entry_of = |office: &Office| corpus.catalog.department(&office.id);
    if departments.entries.is_empty() && !term.folded.is_ascii() {
        if let Some(entry) = registry.office(&term.folded).and_then(entry_of) {
            departments.entries.push(entry);
            let quality = MatchQuality { is_whole: true, ..MatchQuality::new(Tier::OtherName) };
            found.add(entry, Score::new(quality, Kind::Department));
        } else if let Some(entry) = registry.of_duty(&term.folded).and_then(entry_of) {
            departments.entries.push(entry);
        }
    }
    let [department] = departments.entries.as_slice() else { return };
    let tasks = corpus.catalog.tasks_of(*department).iter().zip(corpus.catalog.duties_of(*department));
    for (&task, &duty) in tasks {
        let quality = MatchQuality { duty: Some(duty), ..MatchQuality::new(Tier::Named) };
        found.add(task as usize, Score::new(quality, Kind::Task));
    }
}

/// If the word names one office and no plan gives that a task, adds the only one of its sisters that has some.
fn add_living_sister(corpus: &Corpus, departments: &NamedDepartments, found: &mut TermMatches) {
    let [department] = departments.entries.as_slice() else { return };
    if let (Some(sister), Some((tier, _))) = (corpus.living_sister(*department), departments.best) {
        found.add(sister, Score::new(MatchQuality::new(tier), Kind::Department));
    }
}

/// Adds the offices whose pinyin has a typo, or whose name has a wrong ending.
fn add_misspelled_departments(corpus: &Corpus, term: &Term, found: &mut TermMatches) {
    let registry = corpus.registry.departments();
    let offices: Vec<&Office> = match (term.folded.is_ascii(), term.folded.len() < MIN_LETTERS_WITH_TYPO) {
        (false, _) => registry.with_wrong_end(&term.folded),
        (true, false) => registry.resolve_one(&term.folded).into_iter().collect(),
        (true, true) => Vec::new(),
    };
    for entry in offices.iter().filter_map(|office| corpus.catalog.department(&office.id)) {
        found.add(entry, Score::new(MatchQuality::new(Tier::Fuzzy), Kind::Department));
    }
}

/// Adds the nodes whose number was typed: 第三章, 第三章第二节; or all that are numbered so: 专栏.
fn add_numbered_nodes(corpus: &Corpus, matcher: &TermMatcher, found: &mut TermMatches) {
    let catalog = corpus.catalog;
    let word = matcher.pattern.word();
    let node_of = |entry: usize| {
        let entry = catalog.entry(entry)?;
        corpus.dataset.plans.get(entry.plan as usize)?.nodes.get(entry.node as usize)
    };
    // 三、 was typed, not 3.: the place that prints it so comes first.
    let is_printed = |entry: usize| {
        let number = node_of(entry).and_then(|node| node.number.as_deref());
        let number = number.map(|number| number.chars().map(fold_in_line).collect::<String>());
        number.is_some_and(|number| word.ends_with(&number))
    };
    let is_home = |entry: usize| corpus.home.is_some() && catalog.entry(entry).map(|it| it.plan) == corpus.home;
    let quality = |entry, tier| MatchQuality { is_home: is_home(entry), ..MatchQuality::whole_name(tier) };
    if NUMBERED_WORDS.contains(word) {
        for entry in catalog.numbered_as(word) {
            found.add(entry, Score::new(quality(entry, Tier::Exact), catalog.kind(entry)));
        }
    }
    let Some((last, outer)) = matcher.numbers.as_deref().and_then(<[Vec<String>]>::split_last) else { return };
    // A form that was not typed counts only where the typed one finds nothing.
    for form in last {
        let below = catalog.with_number(form).iter().map(|entry| *entry as usize);
        for entry in below.filter(|entry| catalog.is_below(*entry, outer)).collect::<Vec<_>>() {
            let tier = if is_printed(entry) { Tier::Exact } else { Tier::Prefix };
            found.add(entry, Score::new(quality(entry, tier), catalog.kind(entry)));
            found.places.push(entry);
        }
        if outer.is_empty() || !found.entries.is_empty() {
            break;
        }
    }
}

/// Adds the nodes whose place in the outline was typed as the ids have it: 3.4.5.
fn add_nodes_by_place(corpus: &Corpus, term: &Term, found: &mut TermMatches) {
    let numbers: Vec<&str> = term.folded.split('.').collect();
    let is_number = |text: &&str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if numbers.len() < FEWEST_LEVELS || !numbers.iter().all(is_number) {
        return;
    }
    for (at, plan) in corpus.dataset.plans.iter().enumerate() {
        let node = corpus.dataset.node(&format!("{}/{}", plan.id, term.folded)).map(|(_, node)| node);
        let number = node.and_then(|node| plan.nodes.iter().position(|other| other.id == node.id));
        if let Some(entry) = number.and_then(|number| corpus.catalog.node(at, number)) {
            found.add(entry, Score::new(MatchQuality::whole_name(Tier::Exact), corpus.catalog.kind(entry)));
        }
    }
}

/// If the word is a year, adds the rows of tables that have a column for it.
fn add_rows_of_year(corpus: &Corpus, term: &Term, found: &mut TermMatches) {
    let Some(year) = year_of(&term.folded) else { return };
    let score = Score::new(MatchQuality::new(Tier::Text), Kind::Indicator);
    corpus.catalog.marks.rows_of_year(year).iter().for_each(|row| found.add(*row as usize, score));
}

/// Adds the node whose id was typed.
fn add_node_by_id(corpus: &Corpus, term: &Term, found: &mut TermMatches) {
    let plans = &corpus.dataset.plans;
    let Some((id, _)) = term.typed.split_once('/') else { return };
    let Some(at) = plans.iter().position(|plan| plan.id == id) else { return };
    let node = plans.get(at).and_then(|plan| plan.nodes.iter().position(|node| node.id == term.typed));
    if let Some(entry) = node.and_then(|node| corpus.catalog.node(at, node)) {
        found.add(entry, Score::new(MatchQuality::whole_name(Tier::Exact), corpus.catalog.kind(entry)));
    }
}

/// Adds the tasks whose clauses hold the word, and the rows whose cells do.
fn add_owners(catalog: &Catalog, found: &mut TermMatches) {
    let n_owned = catalog.text.n_owned();
    let (clause_scores, cell_scores) = (TierScores::new(Tier::Named), TierScores::new(Tier::Text));
    let lines = std::mem::take(&mut found.lines);
    for line in lines.iter().take_while(|line| *line < n_owned) {
        let Some(owner) = catalog.owner(line) else { continue };
        let is_clause = catalog.text.origin(line).is_some_and(|origin| matches!(origin.part, NodePart::Clause(_)));
        let scores = if is_clause { &clause_scores } else { &cell_scores };
        found.add(owner, scores.of(catalog.kind(owner)));
    }
    found.lines = lines;
}
