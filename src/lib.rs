//! The house of `guihua`.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod dataset;
pub mod export;
pub mod importer;
pub mod model;
pub mod registry;
pub mod search;
pub mod text;
pub mod tui;
