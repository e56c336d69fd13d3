//! Asks for a file to import, says how far that is, and goes on over the library with the new plans.

use std::mem;
use std::sync::Arc;

use crate::app::popups::menus;
use crate::app::state::effect::Effect;
use crate::app::state::file::Imported;
use crate::app::update::{App, Mode};
use crate::library::Library;
use crate::words::{Language, overlays};

/// What is under way of importing, and whether the last import can be undone.
#[derive(Debug, Default)]
pub(super) struct Importing {
    /// What the foot says while files are read; `None` where none are.
    words: Option<String>,
    pub(super) can_undo: bool,
}

impl Importing {
    /// Words for the foot: which file is being read.
    pub(super) fn words(&self) -> Option<String> {
        self.words.clone()
    }
}

impl App {
    /// Opens the line for the path, which begins with what was typed.
    pub(super) fn open_import(&mut self, typed: &str) {
        if self.importing.words.is_some() {
            self.notify(overlays::STILL_IMPORTING.get());
        } else if self.files.is_none() {
            self.notify(overlays::CANNOT_IMPORT.get());
        } else {
            self.popup = Some(menus::import(&self.session.keymap, typed));
        }
    }

    /// Turns the list of commands into the line for the path, once the command is typed with a space behind it.
    pub(super) fn follow_command(&mut self) {
        let popup = self.popup.as_ref().filter(|popup| popup.title() == overlays::PALETTE.get());
        let Some(typed) = popup.and_then(|popup| Some(popup.field.as_ref()?.text())) else { return };
        let commands = Language::ALL.map(|language| overlays::IMPORT.within(language).to_lowercase());
        let path =
            commands.iter().find_map(|command| typed.strip_prefix(command.as_str())?.strip_prefix([' ', '\u{3000}']));
        if let Some(path) = path {
            self.open_import(path);
        }
    }

    /// Lists nothing any more that another path was completed to.
    pub(super) fn forget_paths(&mut self) {
        let how = menus::import_how(&self.session.keymap);
        if let Some(popup) = self.popup.as_mut().filter(|popup| popup.takes_path) {
            popup.renew(how);
        }
    }

    /// Goes on with the typed path as far as all files agree that begin with it, and lists them where there are several.
    pub(super) fn complete_path(&mut self) {
        let Some(files) = self.files else { return };
        let Some(popup) = self.popup.as_mut().filter(|popup| popup.takes_path) else { return };
        let Some(field) = &mut popup.field else { return };
        let found = (files.completed)(&field.text());
        let Some(common) = common_beginning(&found) else {
            self.notify(overlays::NO_SUCH_PATH.get());
            return;
        };
        field.set(&common);
        if let [_one] = found.as_slice() {
            self.forget_paths();
        } else {
            popup.renew(menus::paths(&common, &found));
        }
    }

    /// Takes the path that the line holds, or that was chosen from the list: what is chosen there is typed first.
    pub(super) fn import_typed(&mut self, typed: &str, chosen: Option<&str>) -> Vec<Effect> {
        if let Some(path) = chosen.filter(|path| *path != typed) {
            self.open_import(path);
            return Vec::new();
        }
        let path = typed.trim();
        if path.is_empty() {
            self.open_import("");
            self.notify(overlays::NO_PATH.get());
            return Vec::new();
        }
        self.importing.words = Some(overlays::importing(path));
        vec![Effect::Import(path.to_owned())]
    }

    /// Asks for the last import to be undone, or for what was undone to come back.
    pub(super) fn undo_import(&mut self) -> Vec<Effect> {
        if self.importing.words.is_some() {
            self.notify(overlays::STILL_IMPORTING.get());
            return Vec::new();
        }
        if !self.importing.can_undo {
            self.notify(overlays::NOTHING_TO_UNDO.get());
            return Vec::new();
        }
        if self.popup.as_ref().is_some_and(|popup| popup.title() == overlays::IMPORTED.get()) {
            self.popup = None;
        }
        self.importing.words = Some(overlays::UNDOING.to_string());
        vec![Effect::UndoImport]
    }

    /// Says which file is being read.
    pub fn importing(&mut self, words: &str) {
        self.importing.words = Some(overlays::importing(words));
    }

    /// Receives the outcome of [`Effect::Import`] or [`Effect::UndoImport`], with the library that the browser is over from now
    /// on; `None` where it has not changed.
    pub fn imported(&mut self, imported: &Imported, library: Option<Arc<dyn Library>>) {
        self.importing = Importing { words: None, can_undo: imported.can_undo };
        if let Some(library) = library {
            self.go_over_to(library);
        }
        if !imported.lines.is_empty() || !imported.failures.is_empty() {
            let popup = menus::imported(&self.session.keymap, imported);
            // Whoever is typing something is not interrupted.
            if self.is_typing() {
                self.message = Some(imported.words.clone());
            } else {
                self.popup = Some(popup);
            }
        }
        if !imported.words.is_empty() {
            self.message = Some(imported.words.clone());
        }
        self.settle();
    }

    /// Goes on over a library with the plans as they are now, where they were changed by other hands.
    pub fn go_over(&mut self, library: Arc<dyn Library>) {
        self.go_over_to(library);
        self.settle();
    }

    /// Goes on over another library: places are told by ids, as from one run to the next.
    fn go_over_to(&mut self, library: Arc<dyn Library>) {
        let saved = self.snapshot();
        let mut next = Self::at_start(library, self.size, self.session.width);
        next.session.keymap = mem::take(&mut self.session.keymap);
        next.session.bundled = mem::take(&mut self.session.bundled);
        next.session.own_office = self.session.own_office.take();
        next.session.is_awake = self.session.is_awake;
        next.begin_as(saved);
        next.keep_changes_of(self);
        (next.files, next.has_mouse, next.tour) = (self.files, self.has_mouse, self.tour);
        next.copied = self.copied.take();
        next.writing = self.writing.take();
        next.importing = mem::take(&mut self.importing);
        next.export_prompt = self.export_prompt.take();
        if self.mode == Mode::Search {
            next.mode = Mode::Search;
            next.search_view = mem::take(&mut self.search_view);
            next.search_view.search(&next.session);
        }
        *self = next;
    }
}

/// The beginning that all these have; `None` where there are none.
fn common_beginning(all: &[String]) -> Option<String> {
    let (first, others) = all.split_first()?;
    let is_shared = |n: &usize| {
        let start: Vec<char> = first.chars().take(*n).collect();
        others.iter().all(|other| other.chars().take(*n).eq(start.iter().copied()))
    };
    let n = (0..=first.chars().count()).rev().find(is_shared)?;
    Some(first.chars().take(n).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_alike() {
        for (all, expected) in [
            (&["江海/规划.txt", "江海/规划二.txt"][..], Some("江海/规划")),
            (&["一"], Some("一")),
            (&["一", "二"], Some("")),
            (&[], None),
        ] {
            let all: Vec<String> = all.iter().map(|&path| path.to_owned()).collect();
            assert_eq!(common_beginning(&all).as_deref(), expected, "{all:?}");
        }
    }
}
