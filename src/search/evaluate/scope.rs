//! What the filters of a query mean, and what they leave.
//!
//! A value is whatever a person types. One that means nothing yet leaves everything and is reported, since a filter that
//! is half typed must not empty the screen. Several filters of one sort are alternatives.

use crate::model::{Plan, Target};
use crate::registry::department::{Office, Resolution};
use crate::search::base::hit::Kind;
use crate::search::base::pattern::Needle;
use crate::search::base::query::{Filter, FilterSort, Query, Term};
use crate::search::base::set::Set;
use crate::search::catalog::entries::{Haystack, NO_PLAN};
use crate::search::evaluate::corpus::Corpus;
use crate::search::evaluate::word::{Care, Word};
use crate::text::fold::fold;
use crate::text::numeral;
use crate::text::pinyin;

/// Years that a plan may speak of.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// A filter, and what its value was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The filter as typed.
    pub filter: Filter,
    /// What it means.
    pub meaning: Meaning,
}

/// What a filter's value means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing is typed yet.
    Pending,
    /// These: one, or several equally good ones. Names for the reader.
    Known(Vec<String>),
    /// Nothing that is known; these come nearest.
    Unknown(Vec<String>),
}

/// What the filters leave.
#[derive(Default)]
pub(crate) struct Scope {
    pub(crate) readings: Vec<Reading>,
    plans: Option<Set>,
    /// Ids of the offices that are asked for.
    pub(crate) offices: Vec<String>,
    /// For each sort but plans, what fits.
    parts: Vec<Part>,
}

/// What fits the filters of one sort.
struct Part {
    sort: FilterSort,
    entries: Set,
    lines: Set,
}

impl Scope {
    /// Reads the filters of a query. `plans` are ids of plans to keep to; all where there is none.
    pub(crate) fn of(corpus: &Corpus, query: &Query, plans: &[String]) -> Self {
        let mut scope = Self::default();
        if !plans.is_empty() {
            let all = &corpus.dataset.plans;
            let mut set = Set::new(all.len());
            let chosen = all.iter().enumerate().filter(|(_, plan)| plans.contains(&plan.id));
            set.extend(chosen.map(|(at, _)| at));
            scope.plans = Some(set);
        }
        let reader = Reader(*corpus);
        let mut filtered: Option<Set> = None;
        for filter in &query.filters {
            let meaning = if filter.value.trim().is_empty() {
                Meaning::Pending
            } else if filter.sort == FilterSort::Plan {
                reader.plans(&filter.value, &mut filtered)
            } else {
                let mut part = scope.take_part(filter.sort, corpus.catalog);
                let meaning = reader.part(filter, &mut part, &mut scope.offices);
                scope.parts.push(part);
                meaning
            };
            scope.readings.push(Reading { filter: filter.clone(), meaning });
        }
        scope.drop_unknown();
        if let Some(filtered) = filtered {
            match &mut scope.plans {
                Some(plans) => plans.keep(&filtered),
                None => scope.plans = Some(filtered),
            }
        }
        scope
    }

    /// Takes out the part of a sort, or an empty one.
    fn take_part(&mut self, sort: FilterSort, haystack: &Haystack) -> Part {
        match self.parts.iter().position(|part| part.sort == sort) {
            Some(at) => self.parts.swap_remove(at),
            None => Part { sort, entries: Set::new(haystack.len()), lines: Set::new(haystack.prose.len()) },
        }
    }

    /// A sort of which no value is known leaves everything.
    fn drop_unknown(&mut self) {
        let readings = &self.readings;
        self.parts.retain(|part| {
            readings.iter().any(|it| it.filter.sort == part.sort && matches!(it.meaning, Meaning::Known(_)))
        });
    }

    /// Whether a filter by year or indicator is in force, which lines of text can meet by themselves.
    pub(crate) fn chooses_lines(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.sort, FilterSort::Year | FilterSort::Indicator))
    }

    /// Whether anything is left out.
    pub(crate) fn is_open(&self) -> bool {
        self.plans.is_none() && self.parts.is_empty()
    }

    /// Takes out the entries and lines that do not fit.
    pub(crate) fn apply(&self, haystack: &Haystack, entries: &mut Set, lines: &mut Set) {
        for part in &self.parts {
            entries.keep(&part.entries);
            lines.keep(&part.lines);
        }
        let Some(plans) = &self.plans else { return };
        let is_in = |plan: u32| plan == NO_PLAN || plans.contains(plan as usize);
        entries.retain(|at| haystack.entry(at).is_some_and(|entry| is_in(entry.plan)));
        lines.retain(|at| haystack.prose.origin(at).is_some_and(|line| is_in(line.plan)));
    }
}

/// Reads values of filters.
struct Reader<'a>(Corpus<'a>);

impl Reader<'_> {
    fn plans(&self, value: &str, chosen: &mut Option<Set>) -> Meaning {
        let word = fold(value.trim());
        let mut found: Vec<usize> = self.0.catalog.plans_called(&word).iter().map(|plan| *plan as usize).collect();
        if found.is_empty() {
            let is_meant = |plan: &Plan| {
                let fields = [Some(&plan.id), Some(&plan.title), plan.region.as_ref(), plan.period.as_ref()];
                fields.into_iter().flatten().any(|field| fold(field).contains(&word))
                    || pinyin::initials(&plan.short) == word
                    || pinyin::full(&plan.short).starts_with(&word)
            };
            let plans = self.0.dataset.plans.iter().enumerate();
            found = plans.filter(|(_, plan)| is_meant(plan)).map(|(at, _)| at).collect();
        }
        if found.is_empty() {
            return Meaning::Unknown(self.0.dataset.plans.iter().take(8).map(|plan| plan.short.clone()).collect());
        }
        let set = chosen.get_or_insert_with(|| Set::new(self.0.dataset.plans.len()));
        set.extend(found.iter().copied());
        let names = found.iter().take(8).filter_map(|&at| self.0.dataset.plans.get(at));
        Meaning::Known(names.map(|plan| plan.short.clone()).collect())
    }

    fn part(&self, filter: &Filter, part: &mut Part, asked: &mut Vec<String>) -> Meaning {
        match filter.sort {
            FilterSort::Department => self.departments(&filter.value, part, asked),
            FilterSort::Indicator => self.indicators(&filter.value, part),
            FilterSort::Year => self.year(&filter.value, part),
            FilterSort::Plan => Meaning::Pending,
        }
    }

    /// The tasks that name the office or any of the offices meant, the text in them, and the office itself.
    fn departments(&self, value: &str, Part { entries, lines, .. }: &mut Part, asked: &mut Vec<String>) -> Meaning {
        let names = |offices: &[&Office]| offices.iter().map(|office| office.name.clone()).collect();
        let offices = match self.0.registry.departments().resolve(value) {
            Resolution::One(office) => vec![office],
            Resolution::Many(offices) => offices,
            Resolution::None { nearest } => return Meaning::Unknown(names(&nearest)),
        };
        asked.extend(offices.iter().map(|office| office.id.clone()));
        for office in offices.iter().filter_map(|office| self.0.catalog.department(&office.id)) {
            entries.insert(office);
            entries.extend(self.0.catalog.duties_of(office).iter().map(|task| *task as usize));
        }
        entries.extend(self.targets_in(entries));
        let is_theirs = |line: &usize| self.0.catalog.owner(*line).is_some_and(|owner| entries.contains(owner));
        lines.extend((0..self.0.catalog.prose.len()).filter(is_theirs));
        Meaning::Known(names(&offices))
    }

    /// The targets that nodes among these state.
    fn targets_in(&self, nodes: &Set) -> Vec<usize> {
        let [first, end] = self.0.catalog.range(Kind::Target);
        let node_of = |target: usize| {
            let entry = self.0.catalog.entry(target)?;
            self.0.catalog.node(entry.plan as usize, entry.node as usize)
        };
        (first..end).filter(|target| node_of(*target).is_some_and(|node| nodes.contains(node))).collect()
    }

    /// The rows that are the indicator or have the words in their names, and the text that names it.
    fn indicators(&self, value: &str, Part { entries, lines, .. }: &mut Part) -> Meaning {
        let value = value.trim();
        let meant = self.0.registry.indicators().resolve(value);
        for indicator in &meant {
            entries.extend(self.0.catalog.rows(&indicator.id).iter().map(|row| *row as usize));
            let [first, _] = self.0.catalog.range(Kind::Target);
            let stated = self.0.targets.iter().enumerate();
            let stated = stated.filter(|(_, target)| target.indicator.as_deref() == Some(&indicator.id));
            entries.extend(stated.map(|(at, _)| first + at));
            for name in indicator.names().map(fold) {
                lines.add(&self.0.lines_with(&Needle::new(&name)));
            }
        }
        let term = Term { word: fold(value), raw: value.to_owned(), ..Term::default() };
        let word = Word::new(&term, Care::Loose);
        let [first, end] = self.0.catalog.range(Kind::Indicator);
        for name in (0..self.0.catalog.names.len()).filter(|&name| word.meets(self.0.catalog, name).is_some()) {
            let rows = self.0.catalog.names.bearers(name).iter().map(|(entry, _)| *entry as usize);
            entries.extend(rows.filter(|row| (first..end).contains(row)));
        }
        lines.add(&self.0.lines_with(&word.needle));
        if entries.is_empty() && lines.is_empty() {
            return Meaning::Unknown(Vec::new());
        }
        let names: Vec<String> = meant.iter().map(|indicator| indicator.name.clone()).collect();
        Meaning::Known(if names.is_empty() { vec![value.to_owned()] } else { names })
    }

    /// The rows with a value for the year, and whatever says it.
    fn year(&self, value: &str, Part { entries, lines, .. }: &mut Part) -> Meaning {
        let numeral = fold(value.trim());
        let Some(year) = numeral::parse(numeral.trim_end_matches('年')).filter(|year| YEARS.contains(year)) else {
            return Meaning::Unknown(Vec::new());
        };
        let digits = year.to_string();
        let needle = Needle::new(&digits);
        lines.add(&self.0.lines_with(&needle));
        for name in
            (0..self.0.catalog.names.len()).filter(|&it| needle.next(self.0.catalog.names.text(it), 0).is_some())
        {
            let bearers = self.0.catalog.names.bearers(name).iter().map(|(entry, _)| *entry as usize);
            // A target is due in its own years, whatever its name says.
            entries.extend(bearers.filter(|entry| self.0.catalog.target(*entry).is_none()));
        }
        entries.extend(self.due(year));
        entries.extend(lines.iter().filter_map(|line| self.0.catalog.owner(line)));
        let [first, end] = self.0.catalog.range(Kind::Indicator);
        entries.extend((first..end).filter(|&row| self.has_value_for(row, year)));
        Meaning::Known(vec![digits])
    }

    /// The targets due in a year.
    fn due(&self, year: u32) -> impl Iterator<Item = usize> {
        let [first, _] = self.0.catalog.range(Kind::Target);
        let is_due = move |target: &Target| target.years.iter().any(|due| u32::from(*due) == year);
        self.0.targets.iter().enumerate().filter(move |(_, target)| is_due(target)).map(move |(at, _)| first + at)
    }

    fn has_value_for(&self, row: usize, year: u32) -> bool {
        let Some(entry) = self.0.catalog.entry(row) else { return false };
        let node = self.0.dataset.plans.get(entry.plan as usize).and_then(|plan| plan.nodes.get(entry.node as usize));
        let table = node.and_then(|node| node.tables.get(usize::from(entry.row.0)));
        table.is_some_and(|table| table.columns.iter().any(|column| column.year.map(u32::from) == Some(year)))
    }
}
