//! Texts against the tables that they announce: how many indicators there are, what a row or a column comes to, what a project
//! costs, by how much a target lies above its start, by when it is done.

mod changes;
mod dates_of_tasks;
mod indicator_counts;
mod task_values;

pub(crate) use changes::changes_against_rows;
pub(crate) use dates_of_tasks::dates_of_tasks;
pub(crate) use indicator_counts::indicator_counts;
pub(crate) use task_values::values_of_tasks;
