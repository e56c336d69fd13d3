//! Reads a typed line as a planner means it, where it is more than a list of words: words without spaces between them
//! (清远控烟), a question (谁负责控烟), an office with its role (教育局 牵头) or with a year (民政局2025年前).
//!
//! The line becomes a query of words and filters, which is then matched as any other. How it was understood is told to the
//! reader; a line with operators is taken as it was typed.

mod parts;
mod short_form;
mod synonyms;

use crate::lexicon::office::OFFICE_LAST_CHARS;
use crate::lexicon::question::{Asked, OWN_OFFICE, QUESTIONS, UNTIL};
use crate::search::base::pattern::Pattern;
use crate::search::base::query::{FilterKind, Query, Term};
use crate::search::evaluate::corpus::Corpus;
use crate::search::matchers::heading_number;
use crate::search::understand::parts::{Part, cut};
use crate::search::understand::synonyms::{is_synonym, official_words};
use crate::words::hits;

/// How a line was understood: another query, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The words and filters that it stands for.
    pub query: Query,
    /// Whether it says more than its words alone: a question, a role, a last year, an office of a place. Such a
    /// reading counts before the words as they were typed.
    pub(crate) is_sure: bool,
    /// What the program supposes, beyond cutting the line at what it names.
    guess: Option<Guess>,
}

/// What is supposed of a line that names nothing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guess {
    /// It is the name of an office, with characters of the same sound or in other words.
    Office,
    /// It is a short form of what the texts write in full.
    ShortForm,
}

impl Understood {
    /// The reading for the reader: `按“清远＋控烟”查找`, `是不是“卫健委”`.
    #[must_use]
    pub fn message(&self) -> String {
        let parts = self.query.typed.split_whitespace().collect::<Vec<_>>().join(hits::PLUS.get());
        let parts = parts.replace('|', hits::OR.get());
        match self.guess {
            None => hits::searched_as(parts),
            Some(Guess::Office) => hits::perhaps(parts),
            Some(Guess::ShortForm) => hits::perhaps_searched_as(parts),
        }
    }
}

/// Whether a line may say more than its words: it has a word of a question, a last year, a word for which plans have another,
/// or a place and an office. Asked
/// at every letter that is typed, so it looks for no more than these.
pub(crate) fn may_say_more(corpus: &Corpus, query: &Query) -> bool {
    let asks = |term: &Term| {
        let typed = term.folded.as_str();
        QUESTIONS.is_in(typed) || UNTIL.is_in(typed) || OWN_OFFICE.is_in(typed) || is_synonym(typed)
    };
    let names_office = |term: &Term| term.folded.contains(|c| OFFICE_LAST_CHARS.contains(c));
    query.terms().any(asks)
        || query.terms().any(names_office) && query.terms().any(|term| holds_plan(corpus, &term.folded))
}

/// Whether the name of a plan stands in a word.
fn holds_plan(corpus: &Corpus, word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let names = (0..chars.len()).filter_map(|from| chars.get(from..));
    names.into_iter().any(|rest| parts::plan(corpus, rest).is_some())
}

/// How a typed line is read, if not word by word.
pub(crate) enum Reading {
    /// As another query, with what is supposed.
    As(Understood),
    /// A question about the office of the one who asks, which nobody has named.
    OwnOfficeUnknown,
}

/// Reads a query as it is meant; `None` where it says nothing but the words it has, or has operators. `own_office` is a
/// name of the office of the one who asks.
pub(crate) fn understand(corpus: &Corpus, query: &Query, own_office: Option<&str>) -> Option<Reading> {
    let is_plain = |term: &Term| !(term.exact || term.at_start || term.at_end || term.is_excluded);
    let are_words = query.terms().all(is_plain);
    if !are_words || query.groups.iter().any(|group| group.terms.len() != 1) || query.groups.is_empty() {
        return None;
    }
    let words = joined_numbers(query);
    let filters = query.filters.iter().map(|filter| format!("{}:{}", filter.kind.name(), filter.value)).collect();
    if let [only] = words.as_slice()
        && let Some(name) = likely_offices(corpus, only)
    {
        let line = [vec![name], filters].concat().join(" ");
        let guess = Some(Guess::Office);
        return Some(Reading::As(Understood { query: Query::parse(&line), is_sure: false, guess }));
    }
    if let [only] = words.as_slice()
        && let Some(names) = other_names(corpus, only)
    {
        return Some(Reading::As(Understood { query: Query::parse(&names), is_sure: true, guess: None }));
    }
    if let [only] = words.as_slice()
        && let Some(official) = official_words(corpus, only)
    {
        let line = [vec![format!("{only}|{official}")], filters].concat().join(" ");
        return Some(Reading::As(Understood { query: Query::parse(&line), is_sure: true, guess: None }));
    }
    let mut pieces: Vec<Vec<Part>> = words.iter().map(|word| cut(corpus, word)).collect::<Option<_>>()?;
    let is_other = |(parts, word): (&Vec<Part>, &String)| match parts.as_slice() {
        [Part::Topic(topic)] => topic != word,
        [Part::OwnOffice] => true,
        parts => parts.len() > 1,
    };
    let is_cut = words.len() < query.groups.len() || pieces.iter().zip(&words).any(is_other);
    for part in pieces.iter_mut().flatten().filter(|part| **part == Part::OwnOffice) {
        let Some(own_office) = own_office else { return Some(Reading::OwnOfficeUnknown) };
        *part = Part::Office(own_office.to_owned());
    }
    let parts: Vec<Part> = pieces.into_iter().flatten().collect();
    if let [Part::Plan(plan), Part::Office(office)] = parts.as_slice()
        && !is_named_in(corpus, office, plan)
    {
        // The office of a place whose plan says nothing of offices: 佛山市教育局.
        return None;
    }
    written(&parts, filters, is_cut).map(Reading::As)
}

/// Whether a plan of this name gives an office of this name a task.
fn is_named_in(corpus: &Corpus, office: &str, plan: &str) -> bool {
    let office = corpus.registry.departments().office(office).and_then(|office| corpus.catalog.department(&office.id));
    let is_named =
        |office: usize| corpus.catalog.plans_named(plan).iter().any(|plan| corpus.catalog.is_named_in(office, *plan));
    office.is_some_and(is_named)
}

/// Writes the parts of a line as a query; `None` where that is no other than the line. `is_cut` says whether the parts are
/// other than the words that were typed.
fn written(parts: &[Part], filters: Vec<String>, is_cut: bool) -> Option<Understood> {
    let has = |is_it: &dyn Fn(&Part) -> bool| parts.iter().any(is_it);
    let has_office = has(&|part| matches!(part, Part::Office(_)));
    let has_topic = has(&|part| matches!(part, Part::Topic(_) | Part::Official(_) | Part::Short(_)));
    let has_plan = has(&|part| matches!(part, Part::Plan(_)));
    let asks = has(&|part| matches!(part, Part::Asked(..)));
    let has_limit = has(&|part| matches!(part, Part::Until(_)));
    // An office of a place is looked for in the plan of the place, whatever else the line says.
    let is_placed = has_office && has_plan;
    if asks && !(has_office || has_topic || has_plan) {
        return None;
    }
    let mut written = Writer { is_placed, ..Writer::default() };
    for part in parts {
        written.add(part, has_office);
    }
    written.finish(has_topic, filters);
    let guess = has(&|part| matches!(part, Part::Short(_))).then_some(Guess::ShortForm);
    let query = Query::parse(&written.line());
    let is_other = is_cut || asks || has_limit || is_placed || guess.is_some();
    let is_sure = (asks && (has_office || has_topic)) || has_limit || is_placed;
    (is_other && !query.is_empty()).then_some(Understood { query, is_sure, guess })
}

/// The names of the offices that a word likely means which names none, as alternatives: those that sound like it, else the
/// one that `--dept` takes it for (环保分局).
fn likely_offices(corpus: &Corpus, word: &str) -> Option<String> {
    let departments = corpus.registry.departments();
    if word.is_ascii() || departments.office(word).is_some() {
        return None;
    }
    let mut offices = departments.sounding_like(word);
    if offices.is_empty() && word.ends_with(|c| OFFICE_LAST_CHARS.contains(c)) {
        offices = departments.resolve_one(word).into_iter().collect();
    }
    let known = offices.iter().filter(|office| corpus.catalog.department(&office.id).is_some());
    let names: Vec<&str> = known.map(|office| office.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("|"))
}

/// The names under which the texts mention an office that has no task, as alternatives behind the typed one; `None` where
/// the texts have the typed one, or none.
fn other_names(corpus: &Corpus, word: &str) -> Option<String> {
    let office = corpus.registry.departments().office(word)?;
    let department = corpus.catalog.department(&office.id)?;
    let is_written = |name: &str| !corpus.lines_with(&Pattern::new(name)).is_empty();
    if !corpus.catalog.tasks_of(department).is_empty() || is_written(word) {
        return None;
    }
    let names = corpus.registry.departments().own_names(office);
    let written: Vec<&str> = names.iter().map(String::as_str).filter(|name| is_written(name)).collect();
    (!written.is_empty()).then(|| format!("{word}|{}", written.join("|")))
}

/// The words of a query, those that are one number of a heading together as one: 第三章 第二节, 专栏 一.
fn joined_numbers(query: &Query) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for term in query.terms() {
        let joined = words.last().map(|last| format!("{last}{}", term.folded));
        match (joined.filter(|joined| heading_number::parse_path(joined).is_some()), words.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => words.push(term.folded.clone()),
        }
    }
    words
}

/// Writes the parts of a line as a query.
#[derive(Default)]
struct Writer<'a> {
    /// Whether plans are filters, not words.
    is_placed: bool,
    words: Vec<&'a str>,
    offices: Vec<&'a str>,
    asked: Vec<Asked>,
    filters: Vec<String>,
}

impl<'a> Writer<'a> {
    fn add(&mut self, part: &'a Part, has_office: bool) {
        match part {
            Part::Office(name) => self.offices.push(name),
            Part::Plan(name) if self.is_placed => self.filters.push(format!("{}:{name}", FilterKind::Plan.name())),
            // Its name stands in its place.
            Part::OwnOffice => {}
            Part::Plan(word)
            | Part::Year(word)
            | Part::Number(word)
            | Part::Topic(word)
            | Part::Official(word)
            | Part::Short(word) => {
                self.words.push(word);
            }
            Part::Until(year) => self.filters.push(format!("{}:{year}", FilterKind::Due.name())),
            Part::Asked(Asked::Lead | Asked::Joint, word) if !has_office => {
                // 牵头 without an office is a word like any other.
                self.words.push(word);
            }
            Part::Asked(asked, _) => self.asked.push(*asked),
        }
    }

    /// Adds what depends on the whole line, and the filters that were typed.
    fn finish(&mut self, has_topic: bool, filters: Vec<String>) {
        let role = self.asked.iter().find_map(|asked| match asked {
            Asked::Lead => Some(FilterKind::Lead),
            Asked::Joint => Some(FilterKind::Joint),
            Asked::Nothing | Asked::Who | Asked::Duties => None,
        });
        match role {
            Some(role) => self.filters.extend(self.offices.iter().map(|office| format!("{}:{office}", role.name()))),
            None => self.words.extend(&self.offices),
        }
        if self.asked.contains(&Asked::Who) && self.offices.is_empty() && has_topic {
            self.filters.push(format!("{}:{}", FilterKind::Role.name(), hits::ANY_ROLE));
        }
        self.filters.extend(filters);
    }

    fn line(&self) -> String {
        let words = self.words.iter().map(|word| (*word).to_owned());
        words.chain(self.filters.iter().cloned()).collect::<Vec<_>>().join(" ")
    }
}
