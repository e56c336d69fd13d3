//! What the filters of a query mean, and which entries and lines they keep.
//!
//! A value is whatever a person types. One that means nothing keeps everything and is reported, since a filter that is
//! half typed must not empty the screen. Several filters of one kind are alternatives.

use crate::model::{Level, Role};
use crate::registry::department::{Office, Resolution};
use crate::search::base::bit_set::BitSet;
use crate::search::base::hit::Kind;
use crate::search::base::pattern::Pattern;
use crate::search::base::query::{Filter, FilterKind, Query, Term, role_names, roles_named};
use crate::search::catalog::entries::{Catalog, NO_PLAN};
use crate::search::evaluate::corpus::{Corpus, YEARS};
use crate::search::evaluate::term_matcher::{Looseness, TermMatcher};
use crate::text::fold::fold;
use crate::text::numeral;

/// The most plans that are named to the reader.
const MAX_PLANS_NAMED: usize = 8;

/// A filter and what its value means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedFilter {
    /// The filter as typed, with its range in the query.
    pub filter: Filter,
    /// What its value was found to mean.
    pub meaning: FilterMeaning,
}

/// What the value of a filter means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterMeaning {
    /// No value is typed yet: the filter is ignored.
    Pending,
    /// The value means one thing, or several that are equally likely. Their names for the reader.
    Known(Vec<String>),
    /// The value means nothing that is known. The names that come nearest, for the reader.
    Unknown(Vec<String>),
}

/// What the filters of a query keep. The default keeps everything.
#[derive(Default)]
pub(crate) struct Scope {
    pub(crate) resolved: Vec<ResolvedFilter>,
    /// The plans to keep to, by index.
    plans: Option<BitSet>,
    /// Ids of the offices that the filters name.
    pub(crate) departments: Vec<String>,
    /// What is kept by the filters of each kind other than [`FilterKind::Plan`].
    kept: Vec<Kept>,
}

/// What is kept by the filters of one kind.
struct Kept {
    kind: FilterKind,
    entries: BitSet,
    lines: BitSet,
}

impl Scope {
    /// Resolves the filters of a query. `plans` are ids of plans to keep to; an empty list means all plans.
    pub(crate) fn new(corpus: &Corpus, query: &Query, plans: &[String]) -> Self {
        let mut scope = Self::default();
        if !plans.is_empty() {
            let all = &corpus.dataset.plans;
            let mut set = BitSet::new(all.len());
            let chosen = all.iter().enumerate().filter(|(_, plan)| plans.contains(&plan.id));
            set.extend(chosen.map(|(at, _)| at));
            scope.plans = Some(set);
        }
        let resolver = Resolver(*corpus);
        let mut filtered: Option<BitSet> = None;
        // A role is that of the offices, which are therefore known first.
        let (roles, others): (Vec<&Filter>, Vec<&Filter>) =
            query.filters.iter().partition(|filter| filter.kind == FilterKind::Role);
        for filter in others.into_iter().chain(roles) {
            let meaning = if filter.value.trim().is_empty() {
                FilterMeaning::Pending
            } else if filter.kind == FilterKind::Plan {
                resolver.resolve_plans(&filter.value, &mut filtered)
            } else {
                let mut kept = scope.take_kept(filter.kind, corpus.catalog);
                let meaning = resolver.resolve(filter, &mut kept, &mut scope.departments);
                scope.kept.push(kept);
                meaning
            };
            scope.resolved.push(ResolvedFilter { filter: filter.clone(), meaning });
        }
        scope.drop_unknown();
        if let Some(filtered) = filtered {
            match &mut scope.plans {
                Some(plans) => plans.intersect_with(&filtered),
                None => scope.plans = Some(filtered),
            }
        }
        scope
    }

    /// Takes out what is kept by the filters of one kind so far, or an empty set.
    fn take_kept(&mut self, kind: FilterKind, catalog: &Catalog) -> Kept {
        match self.kept.iter().position(|kept| kept.kind == kind) {
            Some(at) => self.kept.swap_remove(at),
            None => Kept { kind, entries: BitSet::new(catalog.len()), lines: BitSet::new(catalog.text.len()) },
        }
    }

    /// Ignores each kind of filter of which no value is known.
    fn drop_unknown(&mut self) {
        let resolved = &self.resolved;
        self.kept.retain(|kept| {
            resolved.iter().any(|it| it.filter.kind == kept.kind && matches!(it.meaning, FilterMeaning::Known(_)))
        });
    }

    /// Whether there is a filter by year or indicator. Lines of text can match these by themselves.
    pub(crate) fn selects_lines(&self) -> bool {
        self.kept.iter().any(|kept| matches!(kept.kind, FilterKind::Year | FilterKind::Indicator))
    }

    /// Whether everything is kept.
    pub(crate) fn keeps_everything(&self) -> bool {
        self.plans.is_none() && self.kept.is_empty()
    }

    /// Removes the entries and lines that the filters do not keep.
    pub(crate) fn apply(&self, catalog: &Catalog, entries: &mut BitSet, lines: &mut BitSet) {
        for kept in &self.kept {
            entries.intersect_with(&kept.entries);
            lines.intersect_with(&kept.lines);
        }
        let Some(plans) = &self.plans else { return };
        let is_in = |plan: u32| plan == NO_PLAN || plans.contains(plan as usize);
        let [_, end] = catalog.range(Kind::Department);
        entries.retain(|at| match catalog.entry(at) {
            // An office belongs to the plans that give it a task.
            Some(_) if at < end => {
                plans.iter().any(|plan| u32::try_from(plan).is_ok_and(|plan| catalog.is_named_in(at, plan)))
            }
            Some(entry) => is_in(entry.plan),
            None => false,
        });
        lines.retain(|at| catalog.text.origin(at).is_some_and(|line| is_in(line.plan)));
    }
}

fn names(offices: &[&Office]) -> Vec<String> {
    offices.iter().map(|office| office.name.clone()).collect()
}

/// Resolves the values of filters and adds what they keep.
struct Resolver<'a>(Corpus<'a>);

impl Resolver<'_> {
    fn resolve_plans(&self, value: &str, kept: &mut Option<BitSet>) -> FilterMeaning {
        let all = &self.0.dataset.plans;
        let word = fold(value.trim());
        let mut found: Vec<usize> = self.0.catalog.plans_named(&word).iter().map(|plan| *plan as usize).collect();
        if found.is_empty() {
            found = self.0.catalog.plans_meant(&word);
        }
        if found.is_empty() {
            let known = all.iter().take(MAX_PLANS_NAMED);
            return FilterMeaning::Unknown(known.map(|plan| plan.name().to_owned()).collect());
        }
        kept.get_or_insert_with(|| BitSet::new(all.len())).extend(found.iter().copied());
        let named = found.iter().take(MAX_PLANS_NAMED).filter_map(|&at| all.get(at));
        FilterMeaning::Known(named.map(|plan| plan.name().to_owned()).collect())
    }

    fn resolve(&self, filter: &Filter, kept: &mut Kept, departments: &mut Vec<String>) -> FilterMeaning {
        match filter.kind {
            FilterKind::Department => self.resolve_departments(&filter.value, kept, departments),
            FilterKind::Indicator => self.resolve_indicators(&filter.value, kept),
            FilterKind::Year => self.resolve_year(&filter.value, kept),
            FilterKind::Lead => self.resolve_tasks_of(&filter.value, Role::Lead, kept, departments),
            FilterKind::Joint => self.resolve_tasks_of(&filter.value, Role::Joint, kept, departments),
            FilterKind::Role => self.resolve_role(&filter.value, kept, departments),
            FilterKind::Due => self.resolve_due(&filter.value, kept),
            FilterKind::Level => self.resolve_level(&filter.value, kept),
            FilterKind::Plan => FilterMeaning::Pending,
        }
    }

    /// Keeps the offices that are meant, the tasks that name them, and the text of these tasks.
    fn resolve_departments(&self, value: &str, kept: &mut Kept, departments: &mut Vec<String>) -> FilterMeaning {
        let offices = match self.offices(value) {
            Ok(offices) => offices,
            Err(unknown) => return unknown,
        };
        departments.extend(offices.iter().map(|office| office.id.clone()));
        self.keep_departments(offices.iter().map(|office| office.id.as_str()), kept);
        FilterMeaning::Known(names(&offices))
    }

    /// The offices that a value means: several if they are equally likely, and with one of a city its kin of a county, where
    /// the value fits both and a task names that.
    ///
    /// # Errors
    /// It means none; the nearest are named.
    fn offices(&self, value: &str) -> Result<Vec<&Office>, FilterMeaning> {
        let registry = self.0.registry.departments();
        match registry.resolve(value) {
            Resolution::One(office) => {
                let has_tasks = |office: &&Office| {
                    let entry = self.0.catalog.department(&office.id);
                    entry.is_some_and(|entry| !self.0.catalog.tasks_of(entry).is_empty())
                };
                Ok(std::iter::once(office).chain(registry.county_kin(office, value).filter(has_tasks)).collect())
            }
            Resolution::Many(offices) => Ok(offices),
            Resolution::None { nearest } => Err(FilterMeaning::Unknown(names(&nearest))),
        }
    }

    /// Keeps the offices of a level, the tasks that name them, and the text of these tasks.
    fn resolve_level(&self, value: &str, kept: &mut Kept) -> FilterMeaning {
        let Some(level) = Level::typed(&fold(value.trim())) else {
            return FilterMeaning::Unknown(Level::ALL.map(|level| level.name().to_owned()).to_vec());
        };
        let of_it = self.0.dataset.departments.iter().filter(|department| department.level == Some(level));
        self.keep_departments(of_it.map(|department| department.id.as_str()), kept);
        FilterMeaning::Known(vec![level.name().to_owned()])
    }

    /// Keeps the offices with these ids, the tasks that name them, and the text of these tasks.
    fn keep_departments<'d>(&self, ids: impl Iterator<Item = &'d str>, kept: &mut Kept) {
        let catalog = self.0.catalog;
        for department in ids.filter_map(|id| catalog.department(id)) {
            kept.entries.insert(department);
            kept.entries.extend(catalog.tasks_of(department).iter().map(|task| *task as usize));
        }
        self.keep_what_is_theirs(kept);
    }

    /// Keeps the offices that are meant, the tasks in which they have a role, and the text of these tasks.
    fn resolve_tasks_of(
        &self,
        value: &str,
        role: Role,
        kept: &mut Kept,
        departments: &mut Vec<String>,
    ) -> FilterMeaning {
        let offices = match self.offices(value) {
            Ok(offices) => offices,
            Err(unknown) => return unknown,
        };
        let ids: Vec<String> = offices.iter().map(|office| office.id.clone()).collect();
        self.keep_tasks_of(&ids, &[role], kept);
        departments.extend(ids);
        FilterMeaning::Known(names(&offices))
    }

    /// Keeps the tasks in which one of the offices, or any office where the query names none, has a role.
    fn resolve_role(&self, value: &str, kept: &mut Kept, departments: &[String]) -> FilterMeaning {
        let value = fold(value.trim());
        let Some(roles) = roles_named(&value) else {
            return FilterMeaning::Unknown(role_names().map(str::to_owned).collect());
        };
        match departments {
            [] => {
                let [first, _] = self.0.catalog.range(Kind::Task);
                kept.entries.extend(self.0.catalog.marks.tasks_with(roles).map(|task| first + task));
                self.keep_what_is_theirs(kept);
            }
            ids => self.keep_tasks_of(ids, roles, kept),
        }
        FilterMeaning::Known(vec![value])
    }

    /// Keeps the offices with these ids, the tasks in which one of them has one of the roles, the targets in these, and their text.
    fn keep_tasks_of(&self, ids: &[String], roles: &[Role], kept: &mut Kept) {
        let catalog = self.0.catalog;
        let [first, end] = catalog.range(Kind::Task);
        for office in ids.iter().filter_map(|id| catalog.department(id)) {
            kept.entries.insert(office);
            let tasks = catalog.tasks_of(office).iter().map(|task| *task as usize).zip(catalog.duties_of(office));
            let fits = |(task, duty): &(usize, &Role)| (first..end).contains(task) && roles.contains(duty);
            kept.entries.extend(tasks.filter(fits).map(|(task, _)| task));
        }
        self.keep_what_is_theirs(kept);
    }

    /// Keeps the targets in the tasks that are kept, and the text of all of them.
    fn keep_what_is_theirs(&self, Kept { entries, lines, .. }: &mut Kept) {
        let catalog = self.0.catalog;
        entries.extend(self.targets_in(entries));
        let is_theirs = |line: &usize| catalog.owner(*line).is_some_and(|owner| entries.contains(owner));
        lines.extend((0..catalog.text.len()).filter(is_theirs));
    }

    /// Keeps the targets that are due by the end of a year, what states them, and the offices that answer for these.
    fn resolve_due(&self, value: &str, Kept { entries, lines, .. }: &mut Kept) -> FilterMeaning {
        let numeral = fold(value.trim());
        let Some(year) = numeral::parse(numeral.trim_end_matches('年')).filter(|year| YEARS.contains(year)) else {
            return FilterMeaning::Unknown(Vec::new());
        };
        let catalog = self.0.catalog;
        let [first, _] = catalog.range(Kind::Target);
        let nodes = |entry: &usize| {
            let entry = catalog.entry(*entry)?;
            catalog.node(entry.plan as usize, entry.node as usize)
        };
        let due = self.0.targets.with_year(|due| u32::from(due) <= year);
        let targets: Vec<usize> = due.map(|at| first + at).collect();
        entries.extend(targets.iter().filter_map(nodes));
        lines.extend(targets.iter().filter_map(|target| catalog.statement_line(*target)));
        entries.extend(targets);
        let [_, end] = catalog.range(Kind::Department);
        let answers = |office: &usize| catalog.tasks_of(*office).iter().any(|task| entries.contains(*task as usize));
        let offices: Vec<usize> = (0..end).filter(answers).collect();
        entries.extend(offices);
        FilterMeaning::Known(vec![year.to_string()])
    }

    /// The targets that are stated in nodes of a set.
    fn targets_in(&self, nodes: &BitSet) -> Vec<usize> {
        let [first, end] = self.0.catalog.range(Kind::Target);
        let node_of = |target: usize| {
            let entry = self.0.catalog.entry(target)?;
            self.0.catalog.node(entry.plan as usize, entry.node as usize)
        };
        (first..end).filter(|target| node_of(*target).is_some_and(|node| nodes.contains(node))).collect()
    }

    /// Keeps the rows and targets of the indicator, the rows whose names match the value, and the text that names it.
    fn resolve_indicators(&self, value: &str, Kept { entries, lines, .. }: &mut Kept) -> FilterMeaning {
        let value = value.trim();
        let catalog = self.0.catalog;
        let indicators = self.0.registry.indicators().resolve(value);
        for indicator in &indicators {
            entries.extend(catalog.rows_of(&indicator.id).iter().map(|row| *row as usize));
            let [first, _] = catalog.range(Kind::Target);
            entries.extend(self.0.targets.about(&indicator.id).map(|at| first + at));
            for name in indicator.names().map(fold) {
                lines.union_with(&self.0.lines_with(&Pattern::new(&name)));
            }
        }
        let term = Term { folded: fold(value), typed: value.to_owned(), ..Term::default() };
        let matcher = TermMatcher::new(&term, Looseness::Loose);
        let [first, end] = catalog.range(Kind::Indicator);
        for found in matcher.matching_names(catalog, usize::MAX).iter() {
            let rows = catalog.names.entries_with(found.name).iter().map(|(entry, _)| *entry as usize);
            entries.extend(rows.filter(|row| (first..end).contains(row)));
        }
        lines.union_with(&self.0.lines_with(&matcher.pattern));
        if entries.is_empty() && lines.is_empty() {
            return FilterMeaning::Unknown(Vec::new());
        }
        let names: Vec<String> = indicators.iter().map(|indicator| indicator.name.clone()).collect();
        FilterMeaning::Known(if names.is_empty() { vec![value.to_owned()] } else { names })
    }

    /// Keeps the rows with a value for the year, the targets due in it, and whatever mentions it.
    fn resolve_year(&self, value: &str, Kept { entries, lines, .. }: &mut Kept) -> FilterMeaning {
        let numeral = fold(value.trim());
        let Some(year) = numeral::parse(numeral.trim_end_matches('年')).filter(|year| YEARS.contains(year)) else {
            return FilterMeaning::Unknown(Vec::new());
        };
        let catalog = self.0.catalog;
        let digits = year.to_string();
        let pattern = Pattern::new(&digits);
        lines.union_with(&self.0.lines_with(&pattern));
        for name in (0..catalog.names.len()).filter(|&it| pattern.find_from(catalog.names.name(it), 0).is_some()) {
            let named = catalog.names.entries_with(name).iter().map(|(entry, _)| *entry as usize);
            // A target is due in its own years, whatever its name says.
            entries.extend(named.filter(|entry| catalog.target(*entry).is_none()));
        }
        entries.extend(self.targets_due(year));
        entries.extend(lines.iter().filter_map(|line| catalog.owner(line)));
        entries.extend(catalog.marks.rows_of_year(year).iter().map(|row| *row as usize));
        FilterMeaning::Known(vec![digits])
    }

    fn targets_due(&self, year: u32) -> impl Iterator<Item = usize> {
        let [first, _] = self.0.catalog.range(Kind::Target);
        self.0.targets.with_year(move |due| u32::from(due) == year).map(move |at| first + at)
    }
}
