//! What every view reads: the plans as far as the library has handed them out, their outlines, which plans are
//! selected, and the search in force. What the library has not answered looks empty. No screen is known here.

mod material;
mod tree;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::progress::ProgressRow;
use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::responsibility::unassigned::Places;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::app::input::keymap::Keymap;
use crate::app::state::active_search::ActiveSearch;
use crate::app::state::library_cache::{LibraryCache, Question, Unanswered};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::outline::Outline;
use crate::app::state::readings::Readings;
use crate::app::state::saved::{Bookmark, Reading};
use crate::app::state::search::{self, Asker, Hit, SearchResults};
use crate::library::{Answer, Failure, Library};
use crate::model::{Dataset, Department, Finding, Plan, Table, Target};
use crate::registry::Registry;
use crate::registry::department::Resolution;
use crate::text::width::Width;

pub(crate) use crate::app::state::session::material::{Material, Missing};

/// The plans that a list was made of, and how its text was measured: once it differs, the list is out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlansShown {
    chosen: Vec<bool>,
    revision: u64,
    width: Width,
}

/// The reason why no view can show a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// The library has not answered yet.
    Coming,
    /// The library failed to answer.
    Failed,
    /// The place lies in a plan that is not selected.
    NotSelected,
    /// Everything that was asked for is here, and the place is not in it.
    NotThere,
}

/// The plans and the user's choices that every view reads.
pub(crate) struct Session {
    /// The answers of the library so far.
    cache: LibraryCache,
    /// Made when first looked at, which reads the nodes: the first screen needs those of one plan only.
    outlines: Vec<OnceCell<Outline>>,
    /// The tasks of each plan that nobody is named for, where the ledger does not say it yet.
    unassigned: Vec<OnceCell<Places>>,
    /// Empty answers, for those that are not here yet.
    no_ledger: Ledger,
    no_dossiers: Dossiers,
    /// Whether the user has reacted to the first screen: only then are findings marked in texts and trees.
    pub(crate) is_awake: bool,
    pub(crate) width: Width,
    /// The keys that the actions have in this run.
    pub(crate) keymap: Keymap,
    /// Whether each plan is selected; at least one always is.
    pub(crate) chosen: Vec<bool>,
    pub(crate) search: Option<ActiveSearch>,
    /// The ids of the plans that the program brings itself; all others are the user's own.
    pub(crate) bundled: HashSet<String>,
    /// The ids of the plans that are left out as soon as they come.
    left_out: Vec<String>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) readings: Readings,
    /// The id of the department that the user works in, which is listed first; `None` where it is not known.
    pub(crate) own_office: Option<String>,
    /// The id of the plan that the tree stands in, in which the search looks first for the number of a heading.
    pub(crate) home: Option<String>,
    /// The node that another one can be set beside.
    pub(crate) held: Option<NodeRef>,
}

impl Session {
    /// Makes a session over the plans of this library, with every plan selected.
    pub(crate) fn new(library: Arc<dyn Library>, width: Width) -> Self {
        let mut session = Self {
            cache: LibraryCache::new(library),
            outlines: Vec::new(),
            unassigned: Vec::new(),
            no_ledger: Ledger::default(),
            no_dossiers: Dossiers::default(),
            is_awake: false,
            width,
            keymap: Keymap::default(),
            chosen: Vec::new(),
            search: None,
            bundled: HashSet::new(),
            left_out: Vec::new(),
            bookmarks: Vec::new(),
            readings: Readings::default(),
            own_office: None,
            home: None,
            held: None,
        };
        session.fit_plans();
        session
    }

    /// Returns whether the program brings the plan with this id itself.
    pub(crate) fn is_bundled(&self, plan: &str) -> bool {
        self.bundled.contains(plan)
    }

    /// Takes the typed name for that of the department that the user works in, if it names one alone.
    pub(crate) fn works_in(&mut self, name: &str) {
        if let Resolution::One(office) = self.registry().departments().resolve(name.trim()) {
            self.own_office = Some(office.id.clone());
        }
    }

    /// Leaves these plans out, now and when they come. Where none would be left, all stay selected.
    pub(crate) fn leave_out(&mut self, ids: Vec<String>) {
        self.left_out = ids;
        self.chosen.clear();
        self.fit_plans();
    }

    /// Selects these plans alone, as far as they are there. Where none is, all are selected.
    pub(crate) fn select(&mut self, ids: &[String]) {
        if !ids.is_empty() {
            let others = self.heads().iter().filter(|plan| !ids.contains(&plan.id)).map(|plan| plan.id.clone());
            self.leave_out(others.collect());
        }
    }

    /// Returns the ids of the plans that are left out.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let out = self.heads().iter().zip(&self.chosen).filter(|(_, is_chosen)| !**is_chosen);
        out.map(|(plan, _)| plan.id.clone()).collect()
    }

    /// Returns where the plan at this position was read last, in this run or in an earlier one.
    pub(crate) fn reading(&self, plan: usize) -> Option<(NodeRef, usize)> {
        let stored = || {
            let reading = self.readings.stored().get(&self.heads().get(plan)?.id)?;
            Some((self.node_ref(&reading.at)?, reading.top))
        };
        self.readings.here(plan).or_else(stored)
    }

    /// Returns what was read since the last time, each with the id of the plan.
    pub(crate) fn take_readings(&mut self) -> Vec<(String, Reading)> {
        let mut new = Vec::new();
        for plan in self.readings.take_new() {
            let Some((node_ref, top)) = self.readings.here(plan) else { continue };
            if let (Some(at), Some(plan)) = (self.location(node_ref), self.heads().get(plan)) {
                new.push((plan.id.clone(), Reading { at, top }));
            }
        }
        for (plan, reading) in &new {
            self.readings.keep(plan.clone(), reading.clone());
        }
        new
    }

    /// Returns whether there is a bookmark at this place.
    pub(crate) fn is_bookmarked(&self, location: &Location) -> bool {
        self.bookmarks.iter().any(|each| each.at == *location)
    }

    /// Takes in what the library has answered since the last time.
    pub(crate) fn take_in(&mut self) {
        if self.cache.take_in() {
            self.fit_plans();
        }
    }

    /// Takes in contents that came while the screen was being made. Returns whether there were any.
    pub(crate) fn take_contents(&mut self) -> bool {
        let is_new = self.cache.take_contents();
        if is_new {
            self.fit_plans();
        }
        is_new
    }

    /// Lets questions that failed be asked again.
    pub(crate) fn retry(&mut self) {
        self.cache.retry();
        self.fit_plans();
    }

    /// Makes room for what is kept of each plan. An outline is made only of contents that are
    /// here, so none is out of date.
    fn fit_plans(&mut self) {
        let plans = &self.cache.dataset().plans;
        let n_plans = plans.len();
        let new = plans.iter().skip(self.chosen.len()).map(|plan| !self.left_out.contains(&plan.id));
        self.chosen.extend(new.collect::<Vec<_>>());
        if !self.chosen.contains(&true) {
            self.chosen.fill(true);
        }
        self.chosen.truncate(n_plans);
        self.outlines.resize_with(n_plans, OnceCell::new);
        self.unassigned.resize_with(n_plans, OnceCell::new);
    }

    /// Asks for the contents that this place is made of, if they are not here.
    pub(crate) fn fetch(&self, location: &Location) {
        if let Some(at) = location.plan_id().and_then(|id| self.position(id)) {
            self.fetch_contents(at);
        }
    }

    /// Returns whether all these places can be told to be there or not; what they are made of is asked for if not.
    pub(crate) fn knows<'a>(&self, mut locations: impl Iterator<Item = &'a Location>) -> bool {
        locations.all(|location| match location.plan_id().map(|id| self.position(id)) {
            Some(Some(at)) => self.has_or_lacks_contents(at),
            Some(None) => self.cache.unanswered(Question::Plans) != Some(Unanswered::Pending),
            None => self.has_ledger() || self.cache.unanswered(Question::Ledger) != Some(Unanswered::Pending),
        })
    }

    /// Returns whether the contents of every selected plan are here or failed to come; they are asked for if not.
    pub(crate) fn knows_contents(&self) -> bool {
        self.plans().fold(true, |all, (at, _)| self.has_or_lacks_contents(at) && all)
    }

    fn has_or_lacks_contents(&self, plan: usize) -> bool {
        let has_failed = || matches!(self.cache.unanswered(Question::Contents(plan)), Some(Unanswered::Failed(_)));
        self.cache.fetch_contents(plan) || has_failed()
    }

    /// Asks for the contents of the plan at this position, if they are not here.
    pub(crate) fn fetch_contents(&self, plan: usize) {
        self.cache.fetch_contents(plan);
    }

    /// Returns the table with this id and its plan, if its contents are here; they are asked for if not.
    pub(crate) fn table(&self, id: &str) -> Option<(&Plan, &Table)> {
        let at = self.position(id.split_once('/')?.0)?;
        self.cache.fetch_contents(at);
        let plan = self.heads().get(at)?;
        Some((plan, plan.tables().find(|table| table.id == id)?))
    }

    /// Returns the position of the plan with this id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.cache.position(id)
    }

    /// Asks for the contents of every selected plan, and takes in those that are answered at once.
    pub(crate) fn fetch_selected(&mut self) {
        self.dataset();
        self.take_contents();
    }

    /// Returns whether everything is here that the dossier of a department is made of.
    pub(crate) fn has_dossiers(&self) -> bool {
        let has_contents = self.plans_with_contents().count() == self.plans().count();
        has_contents && self.has_ledger() && self.cache.dossiers().is_some()
    }

    /// Returns whether it is known which department has which task.
    pub(crate) fn has_ledger(&self) -> bool {
        self.cache.ledger().is_some()
    }

    /// Returns all plans with those contents that are here, and asks for none.
    pub(crate) fn loaded(&self) -> &Arc<Dataset> {
        self.cache.dataset()
    }

    /// Returns all plans with those contents that are here; the contents of selected plans are asked for.
    pub(crate) fn dataset(&self) -> &Arc<Dataset> {
        for (at, _) in self.plans() {
            self.cache.fetch_contents(at);
        }
        self.cache.dataset()
    }

    /// Returns all plans for their facts; no contents are asked for.
    pub(crate) fn heads(&self) -> &[Plan] {
        &self.cache.dataset().plans
    }

    /// Returns the plan with this id, for its facts.
    pub(crate) fn head(&self, id: &str) -> Option<&Plan> {
        self.heads().get(self.position(id)?)
    }

    /// Returns the department of the registry with this id.
    pub(crate) fn department(&self, id: &str) -> Option<&Department> {
        self.cache.dataset().department(id)
    }

    /// Returns all departments of the registry.
    pub(crate) fn departments(&self) -> &[Department] {
        &self.cache.dataset().departments
    }

    /// Returns the names by which departments and indicators are known.
    pub(crate) fn registry(&self) -> &Arc<Registry> {
        self.cache.library().registry()
    }

    /// Returns the plans that lists are made of now.
    pub(crate) fn plans_shown(&self) -> PlansShown {
        PlansShown { chosen: self.chosen.clone(), revision: self.cache.revision(), width: self.width }
    }

    /// Counts the times that something came from the library.
    pub(crate) fn revision(&self) -> u64 {
        self.cache.revision()
    }

    /// Returns whether plans or the contents of plans are still to come.
    pub(crate) fn is_loading(&self) -> bool {
        self.cache.is_loading()
    }

    /// Returns why the library did not answer, if it failed since the last retry.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.cache.failure()
    }

    /// Returns which department has which task; empty while the library has not answered.
    pub(crate) fn ledger(&self) -> &Ledger {
        self.cache.ledger().unwrap_or(&self.no_ledger)
    }

    /// Returns how close tasks are to each other.
    pub(crate) fn similar(&self) -> Option<&Similar> {
        self.cache.similar()
    }

    /// Returns the findings in the plan at this position; none while they are not here.
    pub(crate) fn findings(&self, plan: usize) -> &[Finding] {
        self.cache.findings(plan).unwrap_or_default()
    }

    /// Returns them as well; `None` while they are not here.
    pub(crate) fn findings_here(&self, plan: usize) -> Option<&[Finding]> {
        self.cache.findings(plan)
    }

    /// Returns whether the findings in the plan at this position are here.
    pub(crate) fn has_findings(&self, plan: usize) -> bool {
        self.cache.findings(plan).is_some()
    }

    /// Returns whether texts and trees of the plan at this position are marked: not on the first screen, and not
    /// before the findings are here.
    pub(crate) fn has_marks(&self, plan: usize) -> bool {
        self.is_awake && self.has_findings(plan)
    }

    /// Returns the targets that the text of the plan with this id states; none while the library has not answered.
    pub(crate) fn targets(&self, plan: &str) -> &[Target] {
        self.position(plan).and_then(|at| self.cache.targets(at)).unwrap_or_default()
    }

    /// Returns the targets with their years of the plan at this position; none while the library has not answered.
    pub(crate) fn deadlines(&self, plan: usize) -> &[Deadline] {
        self.cache.deadlines(plan).unwrap_or_default()
    }

    /// Returns them as well; `None` where they are not here, which are then asked for.
    pub(crate) fn deadlines_here(&self, plan: usize) -> Option<&[Deadline]> {
        self.cache.deadlines(plan)
    }

    /// Returns what was recorded of the plan at this position under ids that `is_here` accepts; nothing while the library has
    /// not answered.
    pub(crate) fn recorded(&self, plan: usize, is_here: impl Fn(&str) -> bool) -> impl Iterator<Item = &ProgressRow> {
        self.cache.progress(plan).unwrap_or_default().iter().filter(move |row| is_here(&row.id))
    }

    /// Returns what dossiers of departments are made of; empty while the library has not answered.
    pub(crate) fn dossiers(&self) -> &Dossiers {
        self.cache.dossiers().unwrap_or(&self.no_dossiers)
    }

    /// Returns the text that a plan was read from, `None` where the library does not keep it. An answer that is late or
    /// failed is handed on as such.
    pub(crate) fn source(&self, plan: &str) -> Answer<Option<Arc<str>>> {
        self.cache.library().source(plan)
    }

    /// Returns whether any clause of the plan at this position names a unit.
    pub(crate) fn names_units(&self, plan: usize) -> bool {
        self.heads().get(plan).is_some_and(Plan::names_units)
    }

    /// Returns whether any clause of the plan at this position says who leads.
    pub(crate) fn says_lead(&self, plan: usize) -> bool {
        self.heads().get(plan).is_some_and(|plan| plan.counts.leads > 0)
    }

    /// Returns the selected plans with their positions.
    pub(crate) fn plans(&self) -> impl Iterator<Item = (usize, &Plan)> {
        self.heads().iter().enumerate().filter(|(at, _)| self.is_chosen(*at))
    }

    /// Returns the selected plans with their positions, for their contents: those that are not here are asked for.
    pub(crate) fn plans_with_contents(&self) -> impl Iterator<Item = (usize, &Plan)> {
        self.plans().filter(|(at, _)| self.cache.fetch_contents(*at))
    }

    /// Returns whether the plan at this position is selected.
    pub(crate) fn is_chosen(&self, plan: usize) -> bool {
        self.chosen.get(plan).copied().unwrap_or(false)
    }

    /// Returns whether any plan is left out.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.chosen.contains(&false)
    }

    /// Returns the ids of the selected plans as commands and the search take them: none where all are selected.
    pub(crate) fn plan_filter(&self) -> Vec<String> {
        if self.is_narrowed() { self.plans().map(|(_, plan)| plan.id.clone()).collect() } else { Vec::new() }
    }

    /// Returns why a place that no view can show is not here.
    pub(crate) fn absence(&self, location: &Location) -> Absence {
        let plan = location.plan_id().map(|id| self.position(id));
        let question = match (location, plan) {
            (_, Some(None)) => Question::Plans,
            (_, Some(Some(at))) if !self.is_chosen(at) => return Absence::NotSelected,
            (Location::Finding(..), Some(Some(at))) => Question::Findings(at),
            (Location::Deadline(..), Some(Some(at))) => Question::Deadlines(at),
            (_, Some(Some(at))) => Question::Contents(at),
            (_, None) if self.heads().is_empty() => Question::Plans,
            (_, None) => Question::Ledger,
        };
        match self.cache.unanswered(question) {
            Some(Unanswered::Pending) => Absence::Coming,
            Some(Unanswered::Failed(_)) => Absence::Failed,
            None => Absence::NotThere,
        }
    }

    /// Searches the selected plans.
    pub(crate) fn find(&self, query: &str, limit: usize) -> Answer<SearchResults> {
        let own = self.own_office.as_ref().and_then(|id| self.registry().departments().get(id));
        let own = own.map(|office| office.name.clone());
        let asker = Asker { own_office: own, home: self.home.clone() };
        search::find(self.cache.library().as_ref(), query, self.plan_filter(), limit, asker)
    }

    /// Counts the hits of a query in all plans, those left out included; 0 while the library has not answered.
    pub(crate) fn count_everywhere(&self, query: &str) -> usize {
        search::count(self.cache.library().as_ref(), query)
    }

    /// Cancels a search that has not been answered.
    pub(crate) fn cancel_search(&self) {
        self.cache.library().cancel_search();
    }

    /// Returns the words to highlight in texts.
    pub(crate) fn highlighted(&self) -> &[String] {
        self.search.as_ref().map_or(&[], |search| &search.highlighted)
    }

    /// Returns the current hit of the search in force.
    pub(crate) fn hit(&self) -> Option<&Hit> {
        let search = self.search.as_ref()?;
        search.found.hits.get(search.at)
    }
}
