//! What comes from the user: keys, mouse events, and the actions that the keymap turns them into.

pub mod action;
pub mod key;
pub mod keymap;
pub mod mouse;
