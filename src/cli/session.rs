//! The session of the browser from one run to the next: where it is stored, and the thread that stores it.

mod keeper;
mod store;

pub(super) use keeper::{Keeper, Outcome};
pub(super) use store::Store;
