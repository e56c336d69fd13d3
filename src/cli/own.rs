//! Own plans: documents that a user has imported. They are kept in the user's library and take part in every command and in
//! the browser as the bundled plans do.
//!
//! ```text
//! file ── reading ──► text ── import ──► stored ── store ──► $XDG_DATA_HOME/guihua/plans/ID.json
//!                                                    │
//! bundled plans ────────────────── join ◄────────────┘ each plan made anew of its text
//!                                   └──► the library that commands and browser ask
//! ```

mod changes;
mod import;
mod join;
mod name;
mod plans;
mod store;
mod stored;

pub(super) use import::{Args as ImportArgs, NAME as IMPORT, run as import};
pub(super) use join::{Choice, library};
pub(super) use plans::{Args as PlansArgs, NAME as PLANS, run as plans};
