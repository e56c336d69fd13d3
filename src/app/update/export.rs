//! Opens the prompt for a file over everything else, and closes it when the file is written.

use crate::app::input::action::ExportAction;
use crate::app::popups::export::{ExportPrompt, Remark, file_name};
use crate::app::state::effect::Effect;
use crate::app::state::file::Saved;
use crate::app::update::{App, Mode};
use crate::app::wording;

impl App {
    /// Opens the prompt for a file with what the screen shows.
    pub(super) fn open_export(&mut self) {
        let Some(files) = self.files else {
            self.notify(wording::NO_FILES);
            return;
        };
        let Some(command) = self.command_of(|view, session| view.export(session)) else {
            self.notify(wording::NOTHING_TO_SAVE);
            return;
        };
        let is_view = self.mode != Mode::Search && self.popup.as_ref().is_none_or(|popup| popup.command.is_none());
        let is_filtered = is_view && self.view().filter().is_some_and(|field| !field.is_empty());
        let note = if is_filtered { wording::FILTER_NOT_SAVED } else { "" };
        let stem = file_name::proposed(self.session.loaded(), &command);
        self.export_prompt = ExportPrompt::new(command, &stem, files, note);
        if self.export_prompt.is_none() {
            self.notify(wording::NOTHING_TO_SAVE);
        }
    }

    /// Asks for the file to be written, or chooses another format.
    pub(super) fn do_in_export(&mut self, action: ExportAction) -> Vec<Effect> {
        let Some(prompt) = &mut self.export_prompt else { return Vec::new() };
        match action {
            ExportAction::Write => prompt.file().map(Effect::Save).into_iter().collect(),
            ExportAction::Format(step) => {
                prompt.choose_format(step);
                Vec::new()
            }
        }
    }

    /// Receives the outcome of [`Effect::Save`]: the prompt closes and the footer says where the file is, or the prompt
    /// stays open and says what is wrong.
    pub fn saved(&mut self, saved: Saved) {
        match saved {
            Saved::Written { path, n_rows, opens, messages } => {
                self.export_prompt = None;
                self.message = Some(wording::written(&path, n_rows, opens, &messages));
            }
            Saved::Exists => self.refuse(Remark::Exists),
            Saved::Failed(why) => self.refuse(Remark::Wrong(why)),
        }
        self.settle();
    }

    /// Lets the prompt say why the file was not written.
    fn refuse(&mut self, remark: Remark) {
        if let Some(export_prompt) = &mut self.export_prompt {
            export_prompt.refuse(remark);
        }
    }
}
