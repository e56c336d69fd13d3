//! The house of `guihua`.

pub mod app;
pub mod model;
pub mod registry;
pub mod text;
