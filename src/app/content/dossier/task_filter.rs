//! Which tasks of a dossier are listed: words, and the filters 角色:, 年:, 时限: and 规划: of the search. They are typed, or
//! put there by keys that try one value after the other.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use smallvec::SmallVec;

use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Assignment;
use crate::analysis::targets::target;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{Node, Plan, Role, Target};
use crate::search::{FilterKind, Query, roles_named};
use crate::text::fold::{Wanted, fold};
use crate::words::Language;

/// What is typed to narrow a dossier, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct TaskFilter {
    /// What was typed; empty where every task is listed.
    pub(super) typed: String,
    roles: Vec<Role>,
    years: Vec<u16>,
    /// What the names of plans must hold.
    plans: Vec<Wanted>,
    /// Words, each with whether it must be absent.
    words: Vec<(Wanted, bool)>,
}

impl TaskFilter {
    pub(crate) fn parse(typed: &str) -> Self {
        let query = Query::parse(typed);
        let mut read = Self { typed: typed.trim().to_owned(), ..Self::default() };
        read.words = query.terms().map(|term| (Wanted::new(&term.typed), term.is_excluded)).collect();
        for filter in &query.filters {
            let value = fold(filter.value.trim());
            match filter.kind {
                _ if value.is_empty() => {}
                FilterKind::Role => read.roles.extend(roles_named(&value).unwrap_or_default()),
                FilterKind::Year | FilterKind::Due => {
                    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
                    read.years.extend(digits.parse::<u16>());
                }
                FilterKind::Plan => read.plans.push(Wanted::new(&value)),
                FilterKind::Department
                | FilterKind::Indicator
                | FilterKind::Lead
                | FilterKind::Joint
                | FilterKind::Level => read.words.push((Wanted::new(&value), false)),
            }
        }
        read
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Whether a task of the plan is listed, in which a department has a role. Its targets are asked for where they count.
    pub(super) fn accepts<'t>(&self, plan: &Plan, node: &Node, role: Role, targets: impl Fn() -> &'t [Target]) -> bool {
        let is_of_role = self.roles.is_empty() || self.roles.contains(&role);
        let is_due = |year: &u16| targets().iter().any(|target| target.years.contains(year));
        if !is_of_role || !(self.years.is_empty() || self.years.iter().any(is_due)) {
            return false;
        }
        let targets = std::iter::once_with(&targets).flatten().map(|target| Cow::Owned(target::in_words(target)));
        let clauses = node.responsible.iter().map(|clause| Cow::Borrowed(clause.raw.as_str()));
        // Whoever types the role in one language finds it in the other as well.
        let roles = names(role).map(Cow::Borrowed);
        let title = [&node.number, &node.title].into_iter().flatten().map(|text| Cow::Borrowed(text.as_str()));
        let path = node.path.iter().map(|title| Cow::Borrowed(title.as_ref()));
        self.accepts_text(plan, title.chain(path).chain(clauses).chain(roles).chain(targets))
    }

    /// Says which of the tasks of a department in a plan are listed, by their positions among these. Where it is collected what
    /// is told of them, their texts are not looked at.
    pub(super) fn kept(&self, dossiers: &Dossiers, plan: &Plan, tasks: &[Assignment]) -> Vec<usize> {
        let told = dossiers.told(&plan.id).map(|told| self.words.iter().map(|(word, _)| told.with(word.folded())));
        let told: Option<Vec<Vec<usize>>> =
            told.filter(|_| self.roles.is_empty() && self.years.is_empty()).map(Iterator::collect);
        let in_roles: Vec<[bool; Role::ALL.len()]> =
            self.words.iter().map(|(word, _)| Role::ALL.map(|role| tells(role, word))).collect();
        let holds = |told: &[Vec<usize>], task: &Assignment| {
            let role = Role::ALL.iter().position(|role| *role == task.role).unwrap_or_default();
            self.words.iter().zip(told).zip(&in_roles).all(|(((_, is_excluded), told), in_roles)| {
                let is_held = in_roles.get(role) == Some(&true) || told.binary_search(&task.node()).is_ok();
                is_held != *is_excluded
            })
        };
        let is_kept = |task: &Assignment| match &told {
            Some(told) => holds(told, task),
            None => plan
                .nodes
                .get(task.node())
                .is_some_and(|node| self.accepts(plan, node, task.role, || dossiers.targets(&node.id))),
        };
        if told.is_some() && !self.is_asked_for(plan) {
            return Vec::new();
        }
        tasks.iter().enumerate().filter(|(_, task)| is_kept(task)).map(|(at, _)| at).collect()
    }

    /// Whether something of the plan is listed that has no role and no target: a mention, a task that names no units.
    pub(super) fn accepts_other<T: AsRef<str>>(&self, plan: &Plan, texts: impl IntoIterator<Item = T>) -> bool {
        self.roles.is_empty() && self.years.is_empty() && self.accepts_text(plan, texts)
    }

    /// Whether a task of the plan that names no units is listed.
    pub(super) fn accepts_unnamed(&self, plan: &Plan, task: &Node) -> bool {
        let path = task.path.iter().map(|title| Cow::Borrowed(title.as_ref()));
        self.accepts_other(plan, path.chain([Cow::Owned(task.heading())]))
    }

    /// Whether a node is listed in its chapter: by its heading and its units, by their roles, by the years in its text.
    pub(crate) fn accepts_node(&self, plan: &Plan, node: &Node) -> bool {
        let mut units = node.responsible.iter().flat_map(|clause| &clause.units);
        let is_of_role = self.roles.is_empty() || units.any(|unit| self.roles.contains(&unit.role));
        let tells = |year: &u16| node.paragraphs.iter().any(|each| each.text.contains(&year.to_string()));
        let clauses = node.responsible.iter().map(|clause| Cow::Borrowed(clause.raw.as_str()));
        let texts = clauses.chain([Cow::Owned(node.heading())]);
        is_of_role && (self.years.is_empty() || self.years.iter().any(tells)) && self.accepts_text(plan, texts)
    }

    /// Whether the plan is one of those asked for, and the texts hold every word.
    fn accepts_text<T: AsRef<str>>(&self, plan: &Plan, texts: impl IntoIterator<Item = T>) -> bool {
        if !self.is_asked_for(plan) {
            return false;
        }
        let mut is_held: SmallVec<[bool; 8]> = SmallVec::from_elem(false, self.words.len());
        let mut texts = texts.into_iter();
        // As soon as all words are found, no text can change that.
        while is_held.contains(&false)
            && let Some(text) = texts.next()
        {
            for ((word, _), is_held) in self.words.iter().zip(&mut is_held) {
                *is_held = *is_held || word.is_in(text.as_ref());
            }
        }
        self.words.iter().zip(is_held).all(|((_, is_excluded), is_held)| is_held != *is_excluded)
    }

    fn is_asked_for(&self, plan: &Plan) -> bool {
        self.plans.iter().all(|wanted| [plan.name(), &plan.title, &plan.id].iter().any(|name| wanted.is_in(name)))
    }
}

/// The names of a role in each language.
fn names<'n>(role: Role) -> impl Iterator<Item = &'n str> {
    Language::ALL.into_iter().map(move |language| wording::short_role(role).within(language))
}

/// Whether a name of the role holds the word.
fn tells(role: Role, word: &Wanted) -> bool {
    names(role).any(|name| word.is_in(name))
}

/// Returns a filter with the next value of a kind that the dossier of this department has: the first one after none, none
/// after the last one. What else was typed stays.
pub(crate) fn turned(session: &Session, department: &str, typed: &str, kind: FilterKind) -> String {
    let query = Query::parse(typed);
    let old = query.filters.iter().find(|filter| filter.kind == kind);
    let rest = old.map_or_else(|| typed.trim().to_owned(), |old| query.without(old.range));
    let values = values(session, department, &TaskFilter::parse(&rest), kind);
    let at = old.and_then(|old| values.iter().position(|value| *value == old.value.trim()));
    let next = if old.is_some() { at.map_or(values.len(), |at| at + 1) } else { 0 };
    let added = values.get(next).map(|value| format!("{}:{value}", kind.name()));
    [rest].into_iter().filter(|rest| !rest.is_empty()).chain(added).collect::<Vec<_>>().join(" ")
}

/// Returns the values of a filter that leave a task of those that `rest` keeps: roles, years or plans.
fn values(session: &Session, department: &str, rest: &TaskFilter, kind: FilterKind) -> Vec<String> {
    let dossiers = session.dossiers();
    let kept = tasks(session, department).filter(|(_, plan, node, role)| {
        let has_year = kind != FilterKind::Year || !dossiers.targets(&node.id).is_empty();
        has_year && rest.accepts(plan, node, *role, || dossiers.targets(&node.id))
    });
    match kind {
        FilterKind::Role => {
            let mut found: Vec<Role> = Vec::new();
            for (.., role) in kept {
                if !found.contains(&role) {
                    found.push(role);
                }
                if found.len() == Role::ALL.len() {
                    break;
                }
            }
            let roles = Role::ALL.into_iter().filter(|role| found.contains(role));
            roles.map(|role| wording::role_filter(role).to_owned()).collect()
        }
        FilterKind::Year => {
            let targets = kept.flat_map(|(_, _, node, _)| dossiers.targets(&node.id));
            let years: BTreeSet<u16> = targets.flat_map(|target| target.years.iter().copied()).collect();
            years.into_iter().map(|year| year.to_string()).collect()
        }
        FilterKind::Plan => {
            let mut plans: Vec<(usize, &Plan)> = kept.map(|(at, plan, ..)| (at, plan)).collect();
            plans.dedup_by_key(|(at, _)| *at);
            plans.into_iter().map(|(_, plan)| plan.name().to_owned()).collect()
        }
        FilterKind::Department
        | FilterKind::Indicator
        | FilterKind::Lead
        | FilterKind::Joint
        | FilterKind::Due
        | FilterKind::Level => Vec::new(),
    }
}

/// Returns the tasks of a department in the selected plans, each with its plan and the role of the department.
fn tasks<'a>(session: &'a Session, id: &str) -> impl Iterator<Item = (usize, &'a Plan, &'a Node, Role)> {
    let here: HashSet<usize> = session.plans_with_contents().map(|(at, _)| at).collect();
    let assignments = session.ledger().assignee(id).into_iter().flat_map(|assignee| &assignee.assignments);
    assignments.filter(move |task| here.contains(&task.plan())).filter_map(|task| {
        let plan = session.heads().get(task.plan())?;
        Some((task.plan(), plan, plan.nodes.get(task.node())?, task.role))
    })
}
