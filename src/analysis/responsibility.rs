//! Who is responsible: which plan gives which task to which department, read from the responsibility clauses.
//!
//! ```text
//! unassigned ─► task               tasks that nobody is named for; tasks by department, role and chapter
//! ledger ─► department ─► matrix   departments with their tasks; numbers of tasks by plan; both as a matrix
//! duty                             a clause with the text it closes and the targets in it: a row of what is handed in
//! dossier                          all that the plans say of one department
//! ```
//! A responsibility is never inferred: only a clause that names a unit gives it a task.

pub mod department;
pub mod dossier;
pub mod duty;
pub mod ledger;
pub mod matrix;
pub mod task;
pub mod unassigned;
