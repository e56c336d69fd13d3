//! Which tasks of a dossier are listed: words, and the filters 角色:, 年:, 时限: and 规划: of the search. They are typed, or
//! put there by keys that try one value after the other.

use crate::analysis::responsibility::dossier::{Dossier, DossierPlan, DossierTask};
use crate::analysis::targets::target;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{Node, Plan, Role};
use crate::search::{FilterKind, Query, roles_named};
use crate::text::fold::fold;
use crate::words::Language;

/// What is typed to narrow a dossier, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct TaskFilter {
    /// What was typed; empty where every task is listed.
    pub(super) typed: String,
    roles: Vec<Role>,
    years: Vec<u16>,
    /// Parts of plan names, folded.
    plans: Vec<String>,
    /// Folded words, each with whether it must be absent.
    words: Vec<(String, bool)>,
}

impl TaskFilter {
    pub(crate) fn parse(typed: &str) -> Self {
        let query = Query::parse(typed);
        let mut read = Self { typed: typed.trim().to_owned(), ..Self::default() };
        read.words = query.terms().map(|term| (fold(&term.typed), term.is_excluded)).collect();
        for filter in &query.filters {
            let value = fold(filter.value.trim());
            match filter.kind {
                _ if value.is_empty() => {}
                FilterKind::Role => read.roles.extend(roles_named(&value).unwrap_or_default()),
                FilterKind::Year | FilterKind::Due => {
                    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
                    read.years.extend(digits.parse::<u16>());
                }
                FilterKind::Plan => read.plans.push(value),
                FilterKind::Department
                | FilterKind::Indicator
                | FilterKind::Lead
                | FilterKind::Joint
                | FilterKind::Level => read.words.push((value, false)),
            }
        }
        read
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Whether a task of the plan is listed.
    pub(super) fn accepts(&self, plan: &Plan, task: &DossierTask) -> bool {
        let is_of_role = self.roles.is_empty() || self.roles.contains(&task.role);
        let is_due = |year: &u16| task.targets.iter().any(|target| target.years.contains(year));
        let targets = task.targets.iter().map(target::in_words);
        let clauses = task.responsible.iter().map(|clause| clause.raw.clone());
        // Whoever types the role in one language finds it in the other as well.
        let roles = Language::ALL.map(|language| wording::short_role(task.role).within(language).to_owned());
        let title = [task.number, task.title].into_iter().flatten().map(str::to_owned);
        let texts = targets.chain(clauses).chain(roles).chain(title).chain(task.path.iter().map(ToString::to_string));
        is_of_role && (self.years.is_empty() || self.years.iter().any(is_due)) && self.accepts_text(plan, texts)
    }

    /// Whether something of the plan is listed that has no role and no target: a mention, a task that names no units.
    pub(super) fn accepts_other(&self, plan: &Plan, texts: impl IntoIterator<Item = String>) -> bool {
        self.roles.is_empty() && self.years.is_empty() && self.accepts_text(plan, texts)
    }

    /// Whether a node is listed in its chapter: by its heading and its units, by their roles, by the years in its text.
    pub(crate) fn accepts_node(&self, plan: &Plan, node: &Node) -> bool {
        let mut units = node.responsible.iter().flat_map(|clause| &clause.units);
        let is_of_role = self.roles.is_empty() || units.any(|unit| self.roles.contains(&unit.role));
        let tells = |year: &u16| node.paragraphs.iter().any(|each| each.text.contains(&year.to_string()));
        let clauses = node.responsible.iter().map(|clause| clause.raw.clone());
        let texts = clauses.chain([node.heading()]);
        is_of_role && (self.years.is_empty() || self.years.iter().any(tells)) && self.accepts_text(plan, texts)
    }

    /// Whether the plan is one of those asked for, and the texts hold every word.
    fn accepts_text(&self, plan: &Plan, texts: impl IntoIterator<Item = String>) -> bool {
        let names = [plan.name(), &plan.title, &plan.id].map(fold);
        let is_in_plan = self.plans.iter().all(|wanted| names.iter().any(|name| name.contains(wanted)));
        if !is_in_plan || self.words.is_empty() {
            return is_in_plan;
        }
        let texts: Vec<String> = texts.into_iter().map(|text| fold(&text)).collect();
        self.words.iter().all(|(word, is_excluded)| texts.iter().any(|text| text.contains(word)) != *is_excluded)
    }
}

/// Returns a filter with the next value of a kind that the dossier of this department has: the first one after none, none
/// after the last one. What else was typed stays.
pub(crate) fn turned(session: &Session, department: &str, typed: &str, kind: FilterKind) -> String {
    let chosen: Vec<&str> = session.plans().map(|(_, plan)| plan.id.as_str()).collect();
    let query = Query::parse(typed);
    let old = query.filters.iter().find(|filter| filter.kind == kind);
    let rest = old.map_or_else(|| typed.trim().to_owned(), |old| query.without(old.range));
    let dossier = session.dossiers().dossier(session.dataset(), department, &chosen);
    let values = dossier.map(|dossier| values(&dossier, &TaskFilter::parse(&rest), kind)).unwrap_or_default();
    let at = old.and_then(|old| values.iter().position(|value| *value == old.value.trim()));
    let next = if old.is_some() { at.map_or(values.len(), |at| at + 1) } else { 0 };
    let added = values.get(next).map(|value| format!("{}:{value}", kind.name()));
    [rest].into_iter().filter(|rest| !rest.is_empty()).chain(added).collect::<Vec<_>>().join(" ")
}

/// Returns the values of a filter that leave a task of those that `rest` keeps: roles, years or plans.
fn values(dossier: &Dossier, rest: &TaskFilter, kind: FilterKind) -> Vec<String> {
    let kept = |share: &&DossierPlan| {
        let mut tasks = share.chapters.iter().flat_map(|chapter| &chapter.tasks);
        tasks.any(|task| rest.accepts(share.whole, task))
    };
    let with_tasks = || dossier.plans.iter().filter(kept);
    let tasks = || {
        with_tasks().flat_map(|share| {
            let tasks = share.chapters.iter().flat_map(|chapter| &chapter.tasks);
            tasks.filter(|task| rest.accepts(share.whole, task))
        })
    };
    match kind {
        FilterKind::Role => Role::ALL
            .into_iter()
            .filter(|role| tasks().any(|task| task.role == *role))
            .map(|role| wording::role_filter(role).to_owned())
            .collect(),
        FilterKind::Year => {
            let mut years: Vec<u16> =
                tasks().flat_map(|task| task.targets).flat_map(|target| target.years.clone()).collect();
            years.sort_unstable();
            years.dedup();
            years.into_iter().map(|year| year.to_string()).collect()
        }
        FilterKind::Plan => with_tasks().map(|share| share.whole.name().to_owned()).collect(),
        FilterKind::Department
        | FilterKind::Indicator
        | FilterKind::Lead
        | FilterKind::Joint
        | FilterKind::Due
        | FilterKind::Level => Vec::new(),
    }
}
