//! What `--plan` and `--dept` mean: whatever a person types, resolved to ids, or refused with what was meant.

use anyhow::bail;

use crate::model::{Dataset, Plan};
use crate::registry::department::{Departments, Office, Resolution};
use crate::text::fold::fold;

/// The ids of the plans named; all where none is.
///
/// # Errors
/// A name that no plan has, or that several have.
pub(super) fn plans<'a>(dataset: &'a Dataset, names: &[String]) -> anyhow::Result<Vec<&'a str>> {
    names.iter().map(|name| plan(dataset, name).map(|plan| plan.id.as_str())).collect()
}

/// The plan with this id, or the only one with this word in its id, title or region.
///
/// # Errors
/// None has it, or several have.
pub(super) fn plan<'a>(dataset: &'a Dataset, name: &str) -> anyhow::Result<&'a Plan> {
    if let Some(plan) = dataset.plan(name) {
        return Ok(plan);
    }
    let word = fold(name.trim());
    let has_word = |plan: &&Plan| {
        let fields = [Some(&plan.id), Some(&plan.title), plan.region.as_ref()];
        !word.is_empty() && fields.into_iter().flatten().any(|field| fold(field).contains(&word))
    };
    let found: Vec<&Plan> = dataset.plans.iter().filter(has_word).collect();
    let list = |plans: &[&Plan]| {
        plans.iter().map(|plan| format!("{}（{}）", plan.id, plan.short)).collect::<Vec<_>>().join("、")
    };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => bail!("没有名为“{name}”的规划；可用：{}", list(&dataset.plans.iter().collect::<Vec<_>>())),
        several => bail!("“{name}”可指多部规划：{}；请写明其一", list(several)),
    }
}

/// The ids of the offices named.
///
/// # Errors
/// A name that no office has, or that several have equally.
pub(super) fn departments(names: &[String]) -> anyhow::Result<Vec<&'static str>> {
    names.iter().map(|name| department(name)).collect()
}

/// The id of the office that a person means by `name`.
///
/// # Errors
/// Nobody bears the name, or several do equally.
pub(super) fn department(name: &str) -> anyhow::Result<&'static str> {
    let list = |offices: &[&Office]| offices.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join("、");
    match Departments::bundled().resolve(name) {
        Resolution::One(office) => Ok(office.id.as_str()),
        Resolution::Many(offices) => bail!("“{name}”可指多个部门：{}；请写明其一", list(&offices)),
        Resolution::None { nearest } if nearest.is_empty() => {
            bail!("没有名为“{name}”的部门；guihua depts 列出全部部门")
        }
        Resolution::None { nearest } => bail!("没有名为“{name}”的部门；相近的有：{}", list(&nearest)),
    }
}

/// What to say of the plans asked for that name no responsible units; `None` if all of them do.
pub(super) fn silent(dataset: &Dataset, ids: &[&str]) -> Option<String> {
    let asked = dataset.plans.iter().filter(|plan| ids.is_empty() || ids.contains(&plan.id.as_str()));
    let silent: Vec<&str> = asked.filter(|plan| !plan.names_units()).map(|plan| plan.short.as_str()).collect();
    (!silent.is_empty()).then(|| format!("{}的规划没有写明各任务的责任单位，不在其中", silent.join("、")))
}
