//! What the views and the subcommands show: pure functions over the dataset, each the one source of its rows.
//!
//! - What there is: [`outline`]. Who does it: [`task`], [`unnamed`], [`department`], [`ledger`], [`matrix`], [`dossier`].
//! - What is to be reached: [`indicator`], [`compare`], [`target`], [`deadline`].
//! - What is put otherwise, or does not agree: [`similar`], [`diff`], [`check`].
//!
//! Knows no terminal and no file. The rows derive `Serialize` with the field names of the printed JSON.

pub mod check;
pub mod compare;
pub mod deadline;
pub mod department;
pub mod diff;
pub mod dossier;
pub mod indicator;
pub mod ledger;
pub mod matrix;
pub mod outline;
pub mod similar;
pub mod target;
pub mod task;
pub mod unnamed;
