//! Texts against the tables that they announce: how many indicators there are, what a row or a column comes to, what a project
//! costs, by how much a target lies above its start.

mod changes;
mod indicator_counts;
mod task_values;

pub(crate) use changes::changes_against_rows;
pub(crate) use indicator_counts::indicator_counts;
pub(crate) use task_values::values_of_tasks;
