//! The prompt for a file: opened over everything else, and closed when the file is written.

use crate::app::input::action::Deed;
use crate::app::popups::export::{Answer, Remark, Saving, file_name};
use crate::app::state::effect::Effect;
use crate::app::state::file::Saved;
use crate::app::update::{App, Mode};
use crate::app::wording;

impl App {
    /// Asks for the name of a file with what the screen shows.
    pub(super) fn ask_file(&mut self) {
        let Some(files) = self.files else {
            self.say(wording::NO_FILES);
            return;
        };
        let Some(command) = self.command_of(|view, world| view.export(world)) else {
            self.say(wording::NOTHING_TO_SAVE);
            return;
        };
        let is_view = self.mode != Mode::Search && self.sheet.as_ref().is_none_or(|sheet| sheet.command.is_none());
        let is_filtered = is_view && self.view().filter().is_some_and(|field| !field.is_empty());
        let note = if is_filtered { wording::FILTER_NOT_SAVED } else { "" };
        let stem = file_name::proposed(&self.world.dataset(), &command);
        self.saving = Saving::new(command, &stem, files, note);
        if self.saving.is_none() {
            self.say(wording::NOTHING_TO_SAVE);
        }
    }

    /// Does something in the prompt.
    pub(super) fn in_saving(&mut self, deed: Deed) -> Vec<Effect> {
        match self.saving.as_mut().map_or(Answer::Stay, |saving| saving.act(deed)) {
            Answer::Stay => {}
            Answer::Close => self.saving = None,
            Answer::Save(save) => return vec![Effect::Save(save)],
        }
        Vec::new()
    }

    /// Takes what came of [`Effect::Save`]: the prompt closes and the foot says where the file is, or it stays and asks.
    pub fn saved(&mut self, saved: Saved) {
        match saved {
            Saved::Written { path, n_rows, opens, said } => {
                self.saving = None;
                self.say = Some(wording::written(&path, n_rows, opens, &said));
            }
            Saved::Exists => self.refuse(Remark::Exists),
            Saved::Failed(why) => self.refuse(Remark::Wrong(why)),
        }
        self.settle();
    }

    /// Lets the prompt say why the file was not written.
    fn refuse(&mut self, remark: Remark) {
        if let Some(saving) = &mut self.saving {
            saving.refuse(remark);
        }
    }
}
