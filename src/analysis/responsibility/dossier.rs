//! The dossier of a department (部门任务清单): its tasks by plan and chapter with their deadlines, the departments it
//! shares them with, where the body text names it, and which plans name nobody.
//!
//! Tasks are read from the clauses and never inferred; a mention in the body text gives no task and stands apart.
//! [`Dossiers`] holds what takes long to read and owns it; a [`Dossier`] borrows from it and from the dataset.

mod card;
mod mention;
mod name_boundary;
mod partner;
mod told;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use crate::analysis::responsibility::duty;
use crate::analysis::targets::target::{self, Document};
use crate::model::{Clause, Dataset, Department, Level, LineRange, Node, Plan, Role, RoleCounts, Target, Unit};
use crate::registry::Registry;

pub use card::Card;
pub use mention::Mention;
pub use partner::Partner;
pub use told::Told;

/// All that the plans say of one department, as `dossier` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct Dossier<'a> {
    /// Id in the registry; the printed name of a unit that the registry does not know.
    pub id: &'a str,
    /// Full name of the department; the printed name of an unknown unit.
    pub name: &'a str,
    /// Whether the registry knows it; if not, `id` is a printed name.
    pub known: bool,
    /// The names that the clauses of these plans print for it, with the plans.
    pub printed: Vec<PrintedName<'a>>,
    /// Full names of departments that are easily taken for this one; their tasks are not among these.
    pub sisters: Vec<&'a str>,
    /// Those of them that have tasks in these plans, with how many; empty where the department has tasks itself.
    #[serde(skip)]
    pub living_sisters: Vec<LivingSister<'a>>,
    /// Numbers of its tasks in all these plans, by role.
    pub counts: RoleCounts,
    /// What each plan gives it, in the order of the dataset; plans that name no units are among them.
    pub plans: Vec<DossierPlan<'a>>,
    /// The departments named in the same clauses, most clauses first.
    pub partners: Vec<Partner<'a>>,
    /// The sentences of the body text that name it outside the clauses; they give it no task.
    pub mentions: Vec<&'a Mention>,
    /// The level of government; `None` for the offices of towns, and for a unit that the registry does not know.
    pub level: Option<Level>,
}

/// A department with tasks that is easily taken for one without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LivingSister<'a> {
    /// Id of the department in the registry.
    pub id: &'a str,
    /// Full name of the department.
    pub name: &'a str,
    /// How many tasks it has in the plans of the dossier.
    pub n_tasks: usize,
}

/// A form in which clauses print the name of the department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintedName<'a> {
    /// The name with its place as printed: `市卫生健康局`.
    pub raw: &'a str,
    /// Ids of the plans whose clauses print it.
    pub plans: Vec<&'a str>,
}

/// The tasks that one plan gives to the department.
#[derive(Clone, Debug, Serialize)]
pub struct DossierPlan<'a> {
    /// Id of the plan that gives them.
    pub plan: &'a str,
    /// The title of the plan, without the mark of a draft.
    pub title: &'a str,
    /// The word that marks a draft as printed (征求意见稿); `None` for a plan that is none.
    pub draft: Option<&'a str>,
    /// Whether any clause of the plan names a unit. If none does, having no task here means nothing.
    pub names_units: bool,
    /// Whether any clause of the plan says which unit leads.
    pub says_lead: bool,
    /// Numbers of the department's tasks in this plan, by role.
    pub counts: RoleCounts,
    /// The chapters with a task of the department, in the order of the document.
    pub chapters: Vec<DossierChapter<'a>>,
    /// The plan itself, for callers that show more of it.
    #[serde(skip)]
    pub whole: &'a Plan,
}

/// The tasks of the department in one chapter.
#[derive(Clone, Debug, Serialize)]
pub struct DossierChapter<'a> {
    /// Id of the chapter, a node at the top of the outline.
    pub id: &'a str,
    /// Number and title of the chapter.
    pub heading: String,
    /// The tasks, in the order of the document.
    pub tasks: Vec<DossierTask<'a>>,
}

/// One task of the department.
#[derive(Clone, Debug, Serialize)]
pub struct DossierTask<'a> {
    /// Id of the node, as `show` takes it.
    pub id: &'a str,
    /// The number before the title as printed: `（一）`.
    pub number: Option<&'a str>,
    /// The title; `None` where the document prints none.
    pub title: Option<&'a str>,
    /// Titles of the ancestors, outermost first.
    pub path: &'a [Arc<str>],
    /// Numbers and titles of the nodes between the chapter and the task, joined by ` › `.
    /// `None` for a task right below its chapter.
    pub section: Option<String>,
    /// The department's role; the strongest where several clauses of the task name it.
    pub role: Role,
    /// The department's name as that clause prints it.
    pub printed: &'a str,
    /// First and last line of the task's own text, 1-based.
    pub lines: LineRange,
    /// The responsibility clauses of the task.
    pub responsible: &'a [Clause],
    /// Deadlines and targets that the task's own text states.
    pub targets: &'a [Target],
    /// Id of the department that the task is told of.
    #[serde(skip)]
    pub department: &'a str,
    /// The node itself, for callers that show more of it.
    #[serde(skip)]
    pub node: &'a Node,
}

/// What is read once for the dossiers of all departments: the targets of all tasks with a clause, and all mentions in
/// the body text. Owned, so that it can be shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Dossiers {
    /// The targets of a task, by the id of its node.
    targets: HashMap<String, Vec<Target>>,
    /// The mentions of a department, by its id.
    mentions: HashMap<String, Vec<Mention>>,
    /// What is told of the tasks of each plan, by the id of the plan; empty before [`Dossiers::tell`].
    told: HashMap<String, Told>,
}

impl Dossiers {
    /// Reads all plans. `document` gives the text of a plan by its id, or `None`: then quotes in paragraphs that were
    /// joined from several lines are all given the first of them.
    #[must_use]
    pub fn new<'d>(dataset: &Dataset, registry: &Registry, document: impl Fn(&str) -> Option<&'d str>) -> Self {
        let targets = |plan: &Plan| target::of_plan(plan, registry, document(&plan.id));
        let targets: HashMap<&str, Vec<Target>> =
            dataset.plans.iter().map(|plan| (plan.id.as_str(), targets(plan))).collect();
        let known = |plan: &str| targets.get(plan).map_or(&[] as &[Target], Vec::as_slice);
        Self::with_targets(dataset, registry, known, |plan| document(plan).map(Cow::Borrowed))
    }

    /// Reads all plans as [`Dossiers::new`] does, where the targets of each plan's text are known already.
    #[must_use]
    pub fn with_targets<'t, 'd>(
        dataset: &Dataset,
        registry: &Registry,
        targets: impl Fn(&str) -> &'t [Target],
        document: impl Fn(&str) -> Option<Cow<'d, str>>,
    ) -> Self {
        let mut this = Self::default();
        let mentions = mention::Reader::new(registry.departments());
        for plan in &dataset.plans {
            let assigned = plan.nodes.iter().filter(|node| !node.responsible.is_empty());
            let assigned: HashSet<&str> = assigned.map(|node| node.id.as_str()).collect();
            for target in targets(&plan.id).iter().filter(|target| assigned.contains(target.node.as_str())) {
                this.targets.entry(target.node.clone()).or_default().push(target.clone());
            }
            let text = document(&plan.id);
            let document = text.as_deref().map(Document::new);
            mentions.in_plan(plan, document.as_ref(), &mut this.mentions);
        }
        this
    }

    /// These dossiers, with what is told of the tasks of all plans: so that of many plans those are quickly found that hold a word.
    #[must_use]
    pub fn tell(mut self, dataset: &Dataset) -> Self {
        let told = |plan: &Plan| (plan.id.clone(), Told::new(plan, |node| self.targets(node)));
        self.told = dataset.plans.iter().map(told).collect();
        self
    }

    /// What is told of the tasks of the plan with this id; `None` where it was not collected.
    #[must_use]
    pub fn told(&self, plan: &str) -> Option<&Told> {
        self.told.get(plan)
    }

    /// The targets that the text of this node states; none for a node without a responsibility clause.
    #[must_use]
    pub fn targets(&self, node: &str) -> &[Target] {
        self.targets.get(node).map_or(&[], Vec::as_slice)
    }

    /// The dossier of the department with this id, over the plans of `ids` (over all where `ids` is empty). `None` if
    /// neither the registry nor any clause of these plans knows it.
    #[must_use]
    pub fn dossier<'a>(&'a self, dataset: &'a Dataset, department_id: &str, ids: &[&str]) -> Option<Dossier<'a>> {
        let department = dataset.department(department_id);
        let plans: Vec<&Plan> = dataset.selected(ids).collect();
        let plan_tasks: Vec<DossierPlan> = plans.iter().map(|plan| self.share(plan, department_id)).collect();
        let named = || units_of(&plans, department_id);
        let (id, name) = match department {
            Some(department) => (department.id.as_str(), department.name.as_str()),
            None => named().next().map(|(_, unit)| (unit.name.as_str(), unit.name.as_str()))?,
        };
        let sisters = department.map_or(&[] as &[String], |department| &department.sisters);
        let sisters = || sisters.iter().filter_map(|id| dataset.department(id));
        let counts = plan_tasks.iter().fold(RoleCounts::default(), |sum, plan| sum.and(plan.counts));
        let living = |sister: &'a Department| {
            let n_tasks = plans.iter().map(|plan| n_tasks(plan, &sister.id)).sum();
            (n_tasks > 0).then_some(LivingSister { id: &sister.id, name: &sister.name, n_tasks })
        };
        let chosen: HashSet<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
        let is_chosen = |mention: &&Mention| chosen.contains(mention.plan.as_str());
        Some(Dossier {
            id,
            name,
            known: department.is_some(),
            printed: printed_names(named()),
            sisters: sisters().map(|sister| sister.name.as_str()).collect(),
            living_sisters: if counts.total() == 0 { sisters().filter_map(living).collect() } else { Vec::new() },
            counts,
            partners: partner::partners(&plans, department_id),
            mentions: self.mentions(department_id).iter().filter(is_chosen).collect(),
            plans: plan_tasks,
            level: department.and_then(|department| department.level),
        })
    }

    /// The sentences of the body text of all plans that name the department with this id.
    #[must_use]
    pub fn mentions(&self, department: &str) -> &[Mention] {
        self.mentions.get(department).map_or(&[], Vec::as_slice)
    }

    /// What one plan gives to the department with this id.
    #[must_use]
    pub fn share<'a>(&'a self, plan: &'a Plan, department: &str) -> DossierPlan<'a> {
        let mut counts = RoleCounts::default();
        let mut chapters: Vec<DossierChapter> = Vec::new();
        // The ancestors of the current node: the outline lists a parent before its children.
        let mut above: Vec<&Node> = Vec::new();
        for node in &plan.nodes {
            while above.last().is_some_and(|last| Some(&last.id) != node.parent.as_ref()) {
                above.pop();
            }
            let unit = strongest_unit(node, department);
            above.push(node);
            let (Some(unit), Some((top, below))) = (unit, above.split_first()) else { continue };
            counts.add(unit.role);
            if chapters.last().is_none_or(|chapter| chapter.id != top.id) {
                chapters.push(DossierChapter { id: &top.id, heading: top.heading(), tasks: Vec::new() });
            }
            if let Some(chapter) = chapters.last_mut() {
                let sections = below.split_last().map_or(&[] as &[_], |(_, sections)| sections);
                chapter.tasks.push(self.task(node, unit, sections));
            }
        }
        DossierPlan {
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

    fn task<'a>(&'a self, node: &'a Node, unit: &'a Unit, sections: &[&Node]) -> DossierTask<'a> {
        let sections: Vec<String> = sections.iter().map(|section| section.heading()).collect();
        DossierTask {
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
            department: unit.id(),
            node,
        }
    }
}

impl Dossier<'_> {
    /// The plans that name no units: having no task there means nothing.
    pub fn plans_without_units(&self) -> impl Iterator<Item = &DossierPlan<'_>> {
        self.plans.iter().filter(|plan| !plan.names_units)
    }

    /// Whether the plans give the department no task and do not mention it either.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.total() == 0 && self.mentions.is_empty()
    }
}

impl<'a> DossierPlan<'a> {
    /// The tasks of all chapters, in the order of the document.
    pub fn tasks(&self) -> impl Iterator<Item = &DossierTask<'a>> {
        self.chapters.iter().flat_map(|chapter| &chapter.tasks)
    }
}

impl<'a> DossierTask<'a> {
    /// The clauses that name the department, in the order of the document.
    pub fn naming(&self) -> impl Iterator<Item = &'a Clause> {
        let department = self.department;
        self.responsible.iter().filter(move |clause| clause.units.iter().any(|unit| unit.id() == department))
    }

    /// What the clauses that name the department say beside the names, as printed, each once: 分别负责, 等单位.
    #[must_use]
    pub fn remarks(&self) -> Vec<&'a str> {
        let mut remarks: Vec<&str> = Vec::new();
        for remark in self.naming().flat_map(duty::remarks) {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        remarks
    }
}

/// The unit in a node's clauses that is this department, where its role is strongest.
fn strongest_unit<'a>(node: &'a Node, department: &str) -> Option<&'a Unit> {
    let units = node.responsible.iter().flat_map(|clause| &clause.units);
    units.filter(|unit| unit.id() == department).min_by_key(|unit| unit.role)
}

/// How many tasks of a plan name a department.
fn n_tasks(plan: &Plan, department: &str) -> usize {
    plan.nodes.iter().filter(|node| node.role_of(department).is_some()).count()
}

/// Every unit of a clause that is this department, with its plan.
fn units_of<'a>(plans: &[&'a Plan], department: &str) -> impl Iterator<Item = (&'a Plan, &'a Unit)> {
    let clauses = plans.iter().flat_map(|plan| {
        plan.nodes.iter().flat_map(move |node| node.responsible.iter().map(move |clause| (*plan, clause)))
    });
    clauses
        .flat_map(|(plan, clause)| clause.units.iter().map(move |unit| (plan, unit)))
        .filter(move |(_, unit)| unit.id() == department)
}

/// The forms in which these units are printed, each once, with the plans that print it.
fn printed_names<'a>(named: impl Iterator<Item = (&'a Plan, &'a Unit)>) -> Vec<PrintedName<'a>> {
    let mut forms: Vec<PrintedName> = Vec::new();
    for (plan, unit) in named {
        match forms.iter_mut().find(|form| form.raw == unit.raw) {
            Some(form) if form.plans.last() == Some(&plan.id.as_str()) => {}
            Some(form) => form.plans.push(&plan.id),
            None => forms.push(PrintedName { raw: &unit.raw, plans: vec![&plan.id] }),
        }
    }
    forms
}
