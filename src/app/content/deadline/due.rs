//! The targets of the selected plans by year and by department, as far as a filter keeps them. Each plan is taken in once, when
//! its targets come: of a thousand plans that come in the course of seconds, none is read twice.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::targets::deadline::Deadline;
use crate::app::content::deadline::{At, Group, get, nature, remarks, section};
use crate::app::content::department::meant;
use crate::app::screen::page::Role;
use crate::app::state::session::Session;
use crate::app::widgets::list::ListRow;
use crate::app::wording;
use crate::model::Plan;
use crate::text::fold::{FoldedTexts, Wanted};
use crate::words::pages;

/// The targets of the selected plans that match the filter, with their groups.
#[derive(Debug, Default)]
pub(crate) struct Due {
    /// The selection that the targets belong to.
    chosen: Vec<bool>,
    /// What is known of each plan whose targets are here, by its position.
    plans: Vec<Option<FoldedTexts>>,
    by_year: Shares,
    by_bureau: Shares,
    /// What the groups were made for.
    asked: Option<Asked>,
    kept: Kept,
    /// The groups in their order, each with the number of its targets.
    pub(crate) groups: Vec<(Group, usize)>,
    /// Counts the times that the groups have changed.
    version: usize,
}

/// What decides which groups there are, and in which order.
#[derive(Debug, PartialEq)]
struct Asked {
    query: String,
    is_by_bureau: bool,
    own_office: Option<String>,
    /// Only with the ledger is it known which department a word means.
    has_ledger: bool,
}

/// The targets that a filter keeps: of each plan by its position, for each of its targets; `None` where all are kept.
#[derive(Clone, Debug, Default)]
struct Kept(Option<Vec<Vec<bool>>>);

impl Kept {
    fn holds(&self, (plan, nth): At) -> bool {
        let Some(plans) = &self.0 else { return true };
        plans.get(plan).and_then(|kept| kept.get(nth)).copied().unwrap_or(false)
    }
}

/// All targets of a year or a department, whether the filter keeps them or not.
#[derive(Debug)]
struct Share {
    group: Group,
    /// In the order of plans and documents, by the positions of the plan and of the target in it.
    own: Vec<(u32, u32)>,
    is_sorted: bool,
}

impl Share {
    fn new(group: Group) -> Self {
        Self { group, own: Vec::new(), is_sorted: true }
    }

    /// The targets that both filters keep.
    fn kept<'a>(&'a self, kept: &'a Kept) -> impl Iterator<Item = At> + 'a {
        let wide = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        self.own.iter().map(move |(plan, nth)| (wide(*plan), wide(*nth))).filter(|at| kept.holds(*at))
    }

    fn add(&mut self, at: (u32, u32)) {
        match self.own.last() {
            // Two printed names of one department count once.
            Some(last) if *last == at => return,
            Some(last) if *last > at => self.is_sorted = false,
            Some(_) | None => {}
        }
        self.own.push(at);
    }
}

/// All targets by group: by year, or by department.
#[derive(Debug, Default)]
struct Shares {
    all: Vec<Share>,
    years: HashMap<Option<u16>, usize>,
    /// By the id of the department.
    bureaus: HashMap<String, usize>,
    /// The targets that no clause assigns.
    unassigned: Option<usize>,
}

impl Shares {
    fn at(&mut self, at: usize, group: impl FnOnce() -> Group) -> Option<&mut Share> {
        if at == self.all.len() {
            self.all.push(Share::new(group()));
        }
        self.all.get_mut(at)
    }

    fn add_by_year(&mut self, at: (u32, u32), each: &Deadline) {
        let share = *self.years.entry(each.year).or_insert(self.all.len());
        if let Some(share) = self.at(share, || Group::Year(each.year)) {
            share.add(at);
        }
    }

    fn add_by_bureau(&mut self, at: (u32, u32), each: &Deadline) {
        if each.units.is_empty() {
            let share = *self.unassigned.get_or_insert(self.all.len());
            if let Some(share) = self.at(share, || Group::Bureau(None)) {
                share.add(at);
            }
        }
        for unit in &each.units {
            let share = self.bureaus.get(unit.id()).copied().unwrap_or_else(|| {
                self.bureaus.insert(unit.id().to_owned(), self.all.len());
                self.all.len()
            });
            if let Some(share) = self.at(share, || Group::Bureau(Some((unit.id().to_owned(), unit.name.clone())))) {
                share.add(at);
            }
        }
    }

    fn sort(&mut self) {
        for share in self.all.iter_mut().filter(|share| !share.is_sorted) {
            share.own.sort_unstable();
            share.own.dedup();
            share.is_sorted = true;
        }
    }

    fn of(&self, group: &Group) -> Option<&Share> {
        let at = match group {
            Group::Year(year) => self.years.get(year).copied(),
            Group::Bureau(Some((id, _))) => self.bureaus.get(id).copied(),
            Group::Bureau(None) => self.unassigned,
        };
        self.all.get(at?)
    }
}

impl Due {
    /// Takes in the targets that have come, and groups those that match every word of `query` by year or by department.
    /// Returns whether the groups may have changed.
    pub(crate) fn update(&mut self, session: &Session, query: &str, is_by_bureau: bool) -> bool {
        if self.chosen != session.chosen {
            *self = Self { chosen: session.chosen.clone(), version: self.version, ..Self::default() };
            self.plans.resize_with(self.chosen.len(), || None);
        }
        let asked = Asked {
            query: query.to_owned(),
            is_by_bureau,
            own_office: session.own_office.clone(),
            has_ledger: session.has_ledger(),
        };
        let has_come = self.take_in(session);
        if !has_come && self.asked.as_ref() == Some(&asked) {
            return false;
        }
        let wanted = wanted(session, query);
        self.kept = self.kept(session, &wanted);
        self.groups = if is_by_bureau { self.bureaus(session, &wanted) } else { self.years() };
        self.asked = Some(asked);
        self.version += 1;
        true
    }

    /// Counts the times that the groups have changed: what was made of them at another count may be out of date.
    pub(crate) fn version(&self) -> usize {
        self.version
    }

    /// Takes in the targets of the plans that were not here before. Returns whether there are any.
    fn take_in(&mut self, session: &Session) -> bool {
        let mut has_come = false;
        for (at, _) in session.plans() {
            let Some(kept @ None) = self.plans.get_mut(at) else { continue };
            let Some(deadlines) = session.deadlines_here(at) else { continue };
            *kept = Some(folded(deadlines));
            let Ok(position) = u32::try_from(at) else { continue };
            for (nth, each) in (0..).zip(deadlines) {
                self.by_year.add_by_year((position, nth), each);
                self.by_bureau.add_by_bureau((position, nth), each);
            }
            has_come = true;
        }
        if has_come {
            self.by_year.sort();
            self.by_bureau.sort();
        }
        has_come
    }

    /// The targets that hold every word, or that a department has which the word means.
    fn kept(&self, session: &Session, wanted: &[(Wanted, Vec<&str>)]) -> Kept {
        if wanted.is_empty() {
            return Kept(None);
        }
        let count = |at: usize| session.deadlines(at).len();
        let mut n_met: Vec<Vec<u32>> = (0..self.plans.len()).map(|at| vec![0; count(at)]).collect();
        for (nth, (word, meant)) in (0..).zip(wanted) {
            // What has met all words so far meets this one as well.
            let mut meet = |plan: usize, target: usize| {
                let n_met = n_met.get_mut(plan).and_then(|met| met.get_mut(target));
                n_met.filter(|n_met| **n_met == nth).into_iter().for_each(|n_met| *n_met += 1);
            };
            for ((at, plan), texts) in session.heads().iter().enumerate().zip(&self.plans) {
                if [plan.name(), &plan.title].iter().any(|name| word.is_in(name)) {
                    (0..count(at)).for_each(|target| meet(at, target));
                }
                if let Some(texts) = texts {
                    texts.each_with(word.folded(), |target| meet(at, target));
                }
            }
            for share in meant.iter().filter_map(|id| self.by_bureau.all.get(*self.by_bureau.bureaus.get(*id)?)) {
                share.kept(&Kept(None)).for_each(|(plan, target)| meet(plan, target));
            }
        }
        let is_kept = |met: Vec<u32>| met.into_iter().map(|n_met| usize::try_from(n_met) == Ok(wanted.len())).collect();
        Kept(Some(n_met.into_iter().map(is_kept).collect()))
    }

    fn shares(&self, is_by_bureau: bool) -> &Shares {
        if is_by_bureau { &self.by_bureau } else { &self.by_year }
    }

    /// The groups by year, the years ascending, those without a year last.
    fn years(&self) -> Vec<(Group, usize)> {
        let years = self.by_year.years.iter();
        let mut years: Vec<(Option<u16>, usize)> = years.map(|(year, at)| (*year, *at)).collect();
        years.sort_unstable_by_key(|(year, _)| (year.is_none(), *year));
        let counted = years.into_iter().filter_map(|(_, at)| self.counted(self.by_year.all.get(at)?));
        counted.collect()
    }

    /// A group with the number of its targets; `None` where the filter keeps none.
    fn counted(&self, share: &Share) -> Option<(Group, usize)> {
        let n_kept = if self.kept.0.is_none() { share.own.len() } else { share.kept(&self.kept).count() };
        (n_kept > 0).then(|| (share.group.clone(), n_kept))
    }

    /// The groups by department, the one with most targets first, those that no clause assigns last, and the user's own
    /// before all; where typed words name departments, only those.
    fn bureaus(&self, session: &Session, wanted: &[(Wanted, Vec<&str>)]) -> Vec<(Group, usize)> {
        let mut groups: Vec<(Group, usize)> =
            self.by_bureau.all.iter().filter_map(|share| self.counted(share)).collect();
        let id = |group: &Group| match group {
            Group::Bureau(Some((id, _))) => Some(id.clone()),
            Group::Bureau(None) | Group::Year(_) => None,
        };
        let named = |(group, _): &(Group, usize)| {
            let Group::Bureau(Some((id, name))) = group else { return false };
            wanted.iter().any(|(word, meant)| meant.contains(&id.as_str()) || word.is_in(name))
        };
        if groups.iter().any(named) {
            groups.retain(named);
        }
        groups.sort_by(|(a, n_a), (b, n_b)| {
            let is_last = |group: &Group| id(group).is_none();
            let is_own = |group: &Group| id(group).is_some_and(|id| session.own_office.as_ref() == Some(&id));
            let rank = |group: &Group| (is_last(group), !is_own(group));
            rank(a).cmp(&rank(b)).then(n_b.cmp(n_a)).then_with(|| bureau_name(a).cmp(bureau_name(b)))
        });
        groups
    }

    /// Counts the targets of a group in each of the selected plans, in their order.
    pub(crate) fn by_plan(&self, session: &Session, group: &Group) -> Vec<usize> {
        let mut counts = vec![0; self.plans.len()];
        let own = self.shares(matches!(group, Group::Bureau(_))).of(group);
        for (plan, _) in own.into_iter().flat_map(|share| share.kept(&self.kept)) {
            counts.get_mut(plan).into_iter().for_each(|count| *count += 1);
        }
        session.plans().map(|(at, _)| counts.get(at).copied().unwrap_or_default()).collect()
    }

    /// Makes the rows of those targets of a group that match every word of `query`, with remarks broken at `cells`: for a
    /// year plan by plan, for a department year by year. Targets of tables follow those of the text.
    pub(crate) fn rows(&self, session: &Session, group: &Group, query: &str, cells: usize) -> Vec<ListRow<At>> {
        let kept = self.kept(session, &wanted(session, query));
        let share = self.shares(matches!(group, Group::Bureau(_))).of(group);
        let own = share.into_iter().flat_map(|share| share.kept(&self.kept));
        let own: Vec<At> = own.filter(|at| kept.holds(*at)).collect();
        if own.is_empty() {
            return vec![ListRow::Note(pages::no_such_deadline(session.keymap.key(wording::ESCAPE)), Role::Dim)];
        }
        let mut rows = remarks(session, &own, group, cells);
        match group {
            Group::Year(_) => {
                // Kept in the order of the plans, so that each plan has one run.
                for own in own.chunk_by(|(one, _), (other, _)| one == other) {
                    let plan = own.first().and_then(|(at, _)| session.heads().get(*at));
                    section(session, &plan.map(Plan::marked).unwrap_or_default(), own, &mut rows);
                }
            }
            Group::Bureau(_) => {
                let mut years: BTreeMap<(bool, Option<u16>), Vec<At>> = BTreeMap::new();
                for at in own {
                    let Some(each) = get(session, at) else { continue };
                    years.entry((each.year.is_none(), each.year)).or_default().push(at);
                }
                for ((_, year), own) in years {
                    section(session, &wording::due_year(year), &own, &mut rows);
                }
            }
        }
        rows
    }
}

/// The name by which departments with as many targets are in order; targets that no clause assigns have none.
fn bureau_name(group: &Group) -> &str {
    match group {
        Group::Bureau(Some((_, name))) => name,
        Group::Bureau(None) | Group::Year(_) => "",
    }
}

/// Returns the words of a filter, folded, each with the departments that it names.
fn wanted<'a>(session: &'a Session, query: &str) -> Vec<(Wanted, Vec<&'a str>)> {
    query.split_whitespace().map(|word| (Wanted::new(word), meant(session, word))).collect()
}

/// What a word of the filter is looked for in, beside the names of the plan: the name, value, nature and units of each target.
fn folded(deadlines: &[Deadline]) -> FoldedTexts {
    let mut texts = FoldedTexts::default();
    for each in deadlines {
        let units = each.units.iter().flat_map(|unit| [unit.raw.as_str(), unit.name.as_str()]);
        let own = [each.metric.as_str(), each.value_in_words(), nature(each)];
        texts.push(own.into_iter().chain(units));
    }
    texts.shrink();
    texts
}
