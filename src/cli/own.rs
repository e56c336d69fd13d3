//! Own plans: documents that a user has imported. They are kept in the user's library and take part in every command and in
//! the browser as the bundled plans do.
//!
//! ```text
//! file ── reading ──► text ── import ──► stored ── store ──► $XDG_DATA_HOME/guihua/plans/ID.json
//!                                                    │
//!                                           ┌── heads ◄──────────┘ the facts of all plans; each plan made of its text
//!                                           │     ▲ ▼
//!                                           │    cache               what was made is kept in $XDG_CACHE_HOME
//! bundled plans ─────────────────── join ◄──┘
//!                                    └──► the library that commands and browser ask
//! ```

mod cache;
mod catalogue;
mod changes;
mod correct;
mod corrections;
mod diagnosis;
mod head;
mod heads;
mod import;
mod join;
mod keys;
mod made;
mod name;
mod named;
mod period;
mod plans;
mod record;
mod records;
mod shared;
mod stamp;
mod store;
mod stored;
mod supplied;
mod undo;
mod unseen;

pub(super) use diagnosis::diagnosis;
pub(super) use heads::Look;
pub(super) use import::{
    Args as ImportArgs, NAME as IMPORT, Outcomes, for_browser as import_for_browser, run as import,
};
pub(super) use join::{Choice, Joined, library, library_with};
pub(super) use name::{of_file as id_of_file, unique as unique_id};
pub(super) use plans::{Args as PlansArgs, NAME as PLANS, run as plans};
pub(super) use records::Records;
pub(super) use supplied::Supplied;
pub(super) use undo::{Undo, undo};
pub(super) use unseen::Unseen;
