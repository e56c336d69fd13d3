//! The house of `guihua`.

pub mod app;
pub mod model;
pub mod text;
pub mod tui;
