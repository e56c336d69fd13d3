//! What the browser knows between two keys: the session, places in it, the search, and what is asked of the caller.

pub(crate) mod active_search;
pub mod effect;
pub mod file;
pub(crate) mod history;
pub(crate) mod library_cache;
pub mod location;
pub(crate) mod outline;
pub(crate) mod readings;
pub mod saved;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod subject;
pub(crate) mod tour;
