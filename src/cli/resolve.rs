//! From the names that people type to the plans, nodes and departments they mean; a name that is none is refused with
//! the names that were likely meant.

use std::sync::Arc;

use anyhow::{Context, bail};

use super::config::{self, File};
use crate::lexicon::question::OWN_OFFICE;
use crate::library::Waiting;
use crate::model::{Dataset, Level, Node, Plan};
use crate::registry::department::{Departments, Office, Resolution};
use crate::text::fold::fold;
use crate::words::settings::OFFICE_EXAMPLE;
use crate::words::{self, names};

/// The plans that a command looks at.
pub(super) struct Selected {
    /// All plans; those selected have their contents.
    pub(super) dataset: Arc<Dataset>,
    /// Ids of the selected plans; empty where all are.
    ids: Vec<String>,
}

impl Selected {
    /// The plans named, with their contents; all where no name is given.
    ///
    /// # Errors
    /// A name that no plan has, or that several have; the library fails to answer.
    pub(super) fn new(library: &Waiting, names: &[String]) -> anyhow::Result<Self> {
        let plans = library.plans()?;
        let ids: Vec<String> =
            names.iter().map(|name| plan(&plans, name).map(|plan| plan.id.clone())).collect::<Result<_, _>>()?;
        let dataset = library.with_contents(&ids.iter().map(String::as_str).collect::<Vec<_>>())?;
        Ok(Self { dataset, ids })
    }

    /// The plans of these nodes, with their contents.
    ///
    /// # Errors
    /// No plan has the name that stands before the slash of an id, or several have; the library fails to answer.
    pub(super) fn of_nodes(library: &Waiting, nodes: &[&str]) -> anyhow::Result<Self> {
        let names: Vec<String> = nodes.iter().map(|id| plan_of_node(id).to_owned()).collect();
        Self::new(library, &names)
    }

    /// The ids of the selected plans; empty where all are.
    pub(super) fn ids(&self) -> Vec<&str> {
        self.ids.iter().map(String::as_str).collect()
    }

    /// The selected plans in the order of the dataset.
    pub(super) fn plans(&self) -> impl Iterator<Item = &Plan> + Clone {
        self.dataset.plans.iter().filter(|plan| self.ids.is_empty() || self.ids.contains(&plan.id))
    }

    /// A sentence on the selected plans that name no responsible units, and so have no tasks to count or list; `None`
    /// if every one names some.
    pub(super) fn note_without_units(&self) -> Option<String> {
        let plans = self.plans().filter(|plan| !plan.names_units());
        let plans: Vec<&str> = plans.map(Plan::name).collect();
        (!plans.is_empty()).then(|| names::plans_without_units(plans.join(words::LIST.get())))
    }
}

/// Finds the plan with this id, or the only one with this word in its id, title, region or label.
///
/// # Errors
/// No plan has it, or several have.
pub(super) fn plan<'a>(dataset: &'a Dataset, name: &str) -> anyhow::Result<&'a Plan> {
    if let Some(plan) = dataset.plan(name) {
        return Ok(plan);
    }
    let word = fold(name.trim());
    let has_word = |plan: &&Plan| {
        let fields = [Some(&plan.id), Some(&plan.title), plan.region.as_ref(), plan.label.as_ref()];
        !word.is_empty() && fields.into_iter().flatten().any(|field| fold(field).contains(&word))
    };
    let matching: Vec<&Plan> = dataset.plans.iter().filter(has_word).collect();
    let list = |plans: &[&Plan]| {
        let named = |plan: &&Plan| names::also(&plan.id, plan.name());
        plans.iter().map(named).collect::<Vec<_>>().join(words::LIST.get())
    };
    match matching.as_slice() {
        [one] => Ok(*one),
        [] => bail!(names::no_plan(name, list(&dataset.plans.iter().collect::<Vec<_>>()))),
        several => bail!(names::several_plans(name, list(several))),
    }
}

/// The plan named before the slash of a node's id: `yunfu-2030` of `yunfu-2030/3.4`.
fn plan_of_node(id: &str) -> &str {
    id.split_once('/').map_or(id, |(plan, _)| plan)
}

/// Finds the node with this id, and its plan, which must have its contents. The plan may be named as [`plan`] takes it.
///
/// # Errors
/// There is no such plan, or no such node in it.
pub(super) fn node<'a>(dataset: &'a Dataset, id: &str) -> anyhow::Result<(&'a Plan, &'a Node)> {
    let plan = plan(dataset, plan_of_node(id))?;
    let full = format!("{}/{}", plan.id, id.split_once('/').map_or("", |(_, rest)| rest));
    match plan.node(&full) {
        Some(node) => Ok((plan, node)),
        None => bail!(names::no_node(plan.name(), id, &plan.id)),
    }
}

/// The variable of the environment with the office that 我局 stands for.
pub(super) const OWN_OFFICE_VARIABLE: &str = "GUIHUA_OFFICE";

/// Finds the office of the one who asks, as the environment names it.
///
/// # Errors
/// The environment names none, or one that is not known.
pub(super) fn own_office(departments: &Departments) -> anyhow::Result<&Office> {
    let file = File::of_user()?;
    let office = config::OFFICE.value(None, &file)?;
    let name = office.words.trim();
    if name.is_empty() || OWN_OFFICE.contains(name) {
        bail!(names::no_own_office(format_args!("export {OWN_OFFICE_VARIABLE}={OFFICE_EXAMPLE}")));
    }
    department(departments, name).with_context(|| names::wrong_office(config::OFFICE.named(&office.origin, &file)))
}

/// Finds the office that a person means by a name, an abbreviation or the initials of its pinyin.
///
/// # Errors
/// No office bears the name, or several do equally.
pub(super) fn department<'a>(departments: &'a Departments, name: &str) -> anyhow::Result<&'a Office> {
    let list = |offices: &[&Office]| {
        offices.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join(words::LIST.get())
    };
    if OWN_OFFICE.contains(name.trim()) {
        return own_office(departments);
    }
    match departments.resolve(name) {
        Resolution::One(office) => Ok(office),
        Resolution::Many(offices) => bail!(names::several_offices(name, list(&offices))),
        Resolution::None { nearest } if nearest.is_empty() => {
            bail!("{}{}", names::no_office(name), names::ALL_OFFICES)
        }
        Resolution::None { nearest } => bail!("{}{}", names::no_office(name), names::near(list(&nearest))),
    }
}

/// Finds the office as [`department`] does, for these plans: a name without a level means the office of the county where
/// the plans' clauses name that one and not the city's. A note tells the reader that a name is from before a reform.
///
/// # Errors
/// No office bears the name, or several do equally.
pub(super) fn department_in<'a>(
    departments: &'a Departments,
    name: &str,
    selected: &Selected,
) -> anyhow::Result<(&'a Office, Option<String>)> {
    let office = department(departments, name)?;
    let ids = selected.ids();
    let is_named = |office: &Office| {
        let aliases = selected.dataset.department(&office.id).into_iter().flat_map(|department| &department.aliases);
        let mut plans = aliases.flat_map(|alias| &alias.plans);
        plans.any(|plan| ids.is_empty() || ids.contains(&plan.as_str()))
    };
    let county = departments.county_kin(office, name).filter(|county| !is_named(office) && is_named(county));
    let note = office.had_name(name).then(|| names::former_name(name, &office.name));
    Ok((county.unwrap_or(office), note))
}

/// The level of government that a person means by its name: `省`, `县级`.
///
/// # Errors
/// There is no such level.
pub(super) fn level(name: &str) -> anyhow::Result<Level> {
    let levels = || Level::ALL.map(Level::name).join(words::LIST.get());
    Level::typed(&fold(name.trim())).with_context(|| names::no_level(name, levels()))
}
