//! From the names that people type to the own plans that they mean.

use anyhow::bail;

use super::join;
use super::store::Store;
use crate::cli::offices::Offices;
use crate::cli::resolve;
use crate::dataset;
use crate::model::{Dataset, Lines};
use crate::words::library as words;

/// Finds the own plan that a name means, and returns its id.
///
/// # Errors
/// There is no such plan, several have the name, or it is a bundled one.
pub(super) fn own_plan(store: &Store, bundled: &Dataset, offices: &Offices, name: &str) -> anyhow::Result<String> {
    // A file that is broken is named by its id.
    if store.ids()?.contains(name) {
        return Ok(name.to_owned());
    }
    let plans = join::heads(store, offices).plans.into_iter().map(|head| head.plan).collect();
    let dataset = Dataset { schema: dataset::SCHEMA, plans, departments: Lines::default() };
    match resolve::plan(&dataset, name) {
        Ok(plan) => Ok(plan.id.clone()),
        Err(_) if resolve::plan(bundled, name).is_ok() => bail!(words::is_bundled(name)),
        Err(_) if dataset.plans.is_empty() => bail!(words::NO_OWN_PLANS),
        Err(error) => Err(error),
    }
}
