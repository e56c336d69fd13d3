//! A bureau's dossier (部门任务汇编): its tasks by plan and chapter with their deadlines, whom it shares them with, where
//! the body text names it, and which plans name nobody.
//!
//! Tasks are read from the clauses and never inferred; a mention in the body text is another thing and stands apart.

mod mention;
mod name_boundary;
mod partner;

use std::collections::HashMap;

use serde::Serialize;

use crate::analysis::targets::target::{self, Document};
use crate::model::{Clause, Dataset, LineRange, Node, Plan, Role, RoleCounts, Target, Unit};
use crate::registry::Registry;

pub use mention::Mention;
pub use partner::Partner;

/// What the plans say of one office.
#[derive(Clone, Debug, Serialize)]
pub struct Dossier<'a> {
    /// Id in the registry; the printed name of a unit that the registry does not know.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Whether the registry knows it.
    pub known: bool,
    /// The names that the clauses of these plans print, with the plans.
    pub printed: Vec<Printed<'a>>,
    /// Full names of offices that are easily taken for this one; their tasks are not among these.
    pub sisters: Vec<&'a str>,
    /// Its tasks in all these plans by role.
    pub counts: RoleCounts,
    /// The plans, in the order of the dataset, those that name no units among them.
    pub plans: Vec<Share<'a>>,
    /// The offices that stand in the same clauses, most clauses first.
    pub partners: Vec<Partner<'a>>,
    /// The sentences of the body text that name it outside the clauses; no responsibility follows from them.
    pub mentions: Vec<&'a Mention>,
}

/// A name as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Printed<'a> {
    /// The name.
    pub raw: &'a str,
    /// Ids of the plans whose clauses print it.
    pub plans: Vec<&'a str>,
}

/// What one plan gives the office.
#[derive(Clone, Debug, Serialize)]
pub struct Share<'a> {
    /// Id of the plan.
    pub plan: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The mark of a draft as printed, where it is one.
    pub draft: Option<&'a str>,
    /// Whether any clause of the plan names a unit: if not, that the office has no task here says nothing.
    pub names_units: bool,
    /// Whether any clause of the plan says who leads.
    pub says_lead: bool,
    /// The office's tasks here by role.
    pub counts: RoleCounts,
    /// The chapters with a task of the office, in the order of the document.
    pub chapters: Vec<Chapter<'a>>,
    /// The plan, for whoever shows more of it.
    #[serde(skip)]
    pub whole: &'a Plan,
}

/// A chapter with tasks of the office.
#[derive(Clone, Debug, Serialize)]
pub struct Chapter<'a> {
    /// Id of the node at the top.
    pub id: &'a str,
    /// Its number and title.
    pub heading: String,
    /// The tasks.
    pub tasks: Vec<Duty<'a>>,
}

/// A task of the office.
#[derive(Clone, Debug, Serialize)]
pub struct Duty<'a> {
    /// Id of the node.
    pub id: &'a str,
    /// The printed number.
    pub number: Option<&'a str>,
    /// The title.
    pub title: Option<&'a str>,
    /// Titles of the ancestors, outermost first.
    pub path: &'a [String],
    /// Number and title of what lies between the chapter and the task: `第二节 …`; `None` for a task right in its chapter.
    pub section: Option<String>,
    /// What the plan says the office does; the strongest where it stands in several clauses of the task.
    pub role: Role,
    /// The office's name as printed in that clause.
    pub printed: &'a str,
    /// Lines of the task's own text.
    pub lines: LineRange,
    /// The task's clauses.
    pub responsible: &'a [Clause],
    /// Deadlines and targets that the task's own text states.
    pub targets: &'a [Target],
    /// The node, for whoever shows more of it.
    #[serde(skip)]
    pub node: &'a Node,
}

/// What dossiers are made of, worked out once: the targets of all tasks with a clause, and all mentions.
#[derive(Clone, Debug, Default)]
pub struct Dossiers {
    /// By the id of the node.
    targets: HashMap<String, Vec<Target>>,
    /// By the id of the office.
    mentions: HashMap<String, Vec<Mention>>,
}

impl Dossiers {
    /// Reads all plans. `document` gives the text of a plan by its id, where the caller has it; the lines of quotes in
    /// joined paragraphs are found there.
    #[must_use]
    pub fn new<'d>(dataset: &Dataset, registry: &Registry, document: impl Fn(&str) -> Option<&'d str>) -> Self {
        let mut this = Self::default();
        for plan in &dataset.plans {
            let document = document(&plan.id).map(Document::new);
            for stated in target::in_nodes(plan, registry, document.as_ref(), |node| !node.responsible.is_empty()) {
                this.targets.entry(stated.node.id.clone()).or_default().push(stated.target);
            }
            mention::in_plan(plan, registry.departments(), document.as_ref(), &mut this.mentions);
        }
        this
    }

    /// What the text of a task with a clause promises.
    #[must_use]
    pub fn targets(&self, node: &str) -> &[Target] {
        self.targets.get(node).map_or(&[], Vec::as_slice)
    }

    /// The dossier of the office with this id over the plans of `ids` (over all, where there are none). `None` where
    /// neither the registry nor any clause knows it.
    #[must_use]
    pub fn of<'a>(&'a self, dataset: &'a Dataset, office: &str, ids: &[&str]) -> Option<Dossier<'a>> {
        let department = dataset.department(office);
        let plans: Vec<&Plan> =
            dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str())).collect();
        let shares: Vec<Share> = plans.iter().map(|plan| self.share(plan, office)).collect();
        let named = || named(&plans, office);
        let (id, name) = match department {
            Some(department) => (department.id.as_str(), department.name.as_str()),
            None => named().next().map(|(_, unit)| (unit.name.as_str(), unit.name.as_str()))?,
        };
        let sisters = department.map_or(&[] as &[String], |department| &department.sisters);
        let is_chosen = |mention: &&Mention| plans.iter().any(|plan| plan.id == mention.plan);
        Some(Dossier {
            id,
            name,
            known: department.is_some(),
            printed: printed(named()),
            sisters: sisters.iter().filter_map(|id| Some(dataset.department(id)?.name.as_str())).collect(),
            counts: shares.iter().fold(RoleCounts::default(), |sum, share| sum.and(share.counts)),
            partners: partner::all(&plans, office),
            mentions: self.mentions.get(office).into_iter().flatten().filter(is_chosen).collect(),
            plans: shares,
        })
    }

    fn share<'a>(&'a self, plan: &'a Plan, office: &str) -> Share<'a> {
        let mut counts = RoleCounts::default();
        let mut chapters: Vec<Chapter> = Vec::new();
        // The nodes above the present one: the outline lists a parent before its children.
        let mut above: Vec<&Node> = Vec::new();
        for node in &plan.nodes {
            while above.last().is_some_and(|last| Some(&last.id) != node.parent.as_ref()) {
                above.pop();
            }
            let unit = strongest(node, office);
            above.push(node);
            let (Some(unit), Some((top, below))) = (unit, above.split_first()) else { continue };
            counts.add(unit.role);
            if chapters.last().is_none_or(|chapter| chapter.id != top.id) {
                chapters.push(Chapter { id: &top.id, heading: top.heading(), tasks: Vec::new() });
            }
            if let Some(chapter) = chapters.last_mut() {
                let sections = below.split_last().map_or(&[] as &[_], |(_, sections)| sections);
                chapter.tasks.push(self.duty(node, unit, sections));
            }
        }
        Share {
            plan: &plan.id,
            title: &plan.title,
            draft: plan.status.as_deref().filter(|_| plan.is_draft()),
            names_units: plan.names_units(),
            says_lead: plan.counts.leads > 0,
            counts,
            chapters,
            whole: plan,
        }
    }

    fn duty<'a>(&'a self, node: &'a Node, unit: &'a Unit, sections: &[&Node]) -> Duty<'a> {
        let sections: Vec<String> = sections.iter().map(|section| section.heading()).collect();
        Duty {
            id: &node.id,
            number: node.number.as_deref(),
            title: node.title.as_deref(),
            path: &node.path,
            section: (!sections.is_empty()).then(|| sections.join(" › ")),
            role: unit.role,
            printed: &unit.raw,
            lines: node.lines,
            responsible: &node.responsible,
            targets: self.targets(&node.id),
            node,
        }
    }
}

impl Dossier<'_> {
    /// The plans that name no units, for which "no task" says nothing.
    pub fn silent(&self) -> impl Iterator<Item = &Share<'_>> {
        self.plans.iter().filter(|share| !share.names_units)
    }

    /// Whether the plans say anything of the office, be it a mention.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.total() == 0 && self.mentions.is_empty()
    }
}

impl<'a> Share<'a> {
    /// The tasks of all chapters.
    pub fn tasks(&self) -> impl Iterator<Item = &Duty<'a>> {
        self.chapters.iter().flat_map(|chapter| &chapter.tasks)
    }
}

/// Whether a unit of a clause is the office: by its id, or by its name where the registry does not know it.
fn is_of(unit: &Unit, office: &str) -> bool {
    unit.department.as_deref().unwrap_or(&unit.name) == office
}

/// The office in a node's clauses, where its role is strongest.
fn strongest<'a>(node: &'a Node, office: &str) -> Option<&'a Unit> {
    let units = node.responsible.iter().flat_map(|clause| &clause.units);
    units.filter(|unit| is_of(unit, office)).min_by_key(|unit| unit.role)
}

/// Everywhere that a clause names the office.
fn named<'a>(plans: &[&'a Plan], office: &str) -> impl Iterator<Item = (&'a Plan, &'a Unit)> {
    let clauses = plans.iter().flat_map(|plan| {
        plan.nodes.iter().flat_map(move |node| node.responsible.iter().map(move |clause| (*plan, clause)))
    });
    clauses
        .flat_map(|(plan, clause)| clause.units.iter().map(move |unit| (plan, unit)))
        .filter(move |(_, unit)| is_of(unit, office))
}

fn printed<'a>(named: impl Iterator<Item = (&'a Plan, &'a Unit)>) -> Vec<Printed<'a>> {
    let mut forms: Vec<Printed> = Vec::new();
    for (plan, unit) in named {
        match forms.iter_mut().find(|form| form.raw == unit.raw) {
            Some(form) if form.plans.last() == Some(&plan.id.as_str()) => {}
            Some(form) => form.plans.push(&plan.id),
            None => forms.push(Printed { raw: &unit.raw, plans: vec![&plan.id] }),
        }
    }
    forms
}
