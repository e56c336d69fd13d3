//! Opens the prompt for a file over everything else, and says what comes of the file: at once, or
//! later while the user goes on.

use crate::app::input::action::{Action, ExportAction, Open};
use crate::app::popups::export::{ExportPrompt, Remark, file_name};
use crate::app::state::effect::Effect;
use crate::app::state::file::Saved;
use crate::app::update::{App, Mode};
use crate::app::wording;
use crate::words::saving;

/// The action that opens the prompt for a file.
const EXPORT: Action = Action::Open(Open::Export);

/// A file that is being written.
pub(super) struct Writing {
    /// The path of the file, as people read it.
    path: String,
    /// The prompt that asked for it, to come back if it is refused; `None` once the user has gone on.
    prompt: Option<ExportPrompt>,
    quits: Quits,
}

/// Whether the program ends when the file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quits {
    /// The user stays in the browser.
    #[default]
    Not,
    /// The user has quit, and the program waits for the file.
    WhenWritten,
    /// The user had quit before the key that is handled now.
    Asked,
}

impl Writing {
    /// Words for the footer: which file is being written.
    pub(super) fn words(&self) -> String {
        saving::writing(&self.path)
    }
}

impl App {
    /// Opens the prompt for a file with what the screen shows.
    pub(super) fn open_export(&mut self) {
        if self.writing.is_some() {
            self.notify(saving::STILL_WRITING.get());
            return;
        }
        let Some(files) = self.files else {
            self.notify(saving::NO_FILES.get());
            return;
        };
        let Some(command) = self.command_of(|view, session| view.export(session)) else {
            self.notify(saving::NOTHING_TO_SAVE.get());
            return;
        };
        let is_view = self.mode != Mode::Search && self.popup.as_ref().is_none_or(|popup| popup.command.is_none());
        let is_filtered = is_view && self.view().filter().is_some_and(|field| !field.is_empty());
        let note = if is_filtered { saving::FILTER_NOT_SAVED.get() } else { "" };
        let stem = file_name::proposed(self.session.loaded(), &command);
        self.export_prompt = ExportPrompt::new(command, &stem, files, note);
        if self.export_prompt.is_none() {
            self.notify(saving::NOTHING_TO_SAVE.get());
        }
    }

    /// Asks for the file to be written, or chooses another format.
    pub(super) fn do_in_export(&mut self, action: ExportAction) -> Vec<Effect> {
        let Some(prompt) = &mut self.export_prompt else { return Vec::new() };
        match action {
            ExportAction::Write => {
                let Some(save) = prompt.file() else { return Vec::new() };
                let path = prompt.path().to_owned();
                self.writing = Some(Writing { path, prompt: self.export_prompt.take(), quits: Quits::Not });
                vec![Effect::Save(save)]
            }
            ExportAction::Format(step) => {
                prompt.choose_format(step);
                Vec::new()
            }
        }
    }

    /// Notes that the file asked for is not written at once. The user goes on, and the prompt does not come back: a key
    /// meant for something else must not replace a file.
    pub fn saving_takes_time(&mut self) {
        if let Some(writing) = &mut self.writing {
            writing.prompt = None;
        }
        self.settle();
    }

    /// Receives the outcome of [`Effect::Save`]: the footer says where the file is. Where it was not written, the
    /// prompt comes back and says what is wrong, or the footer does if the user has gone on. Returns
    /// what the caller has to do.
    pub fn saved(&mut self, saved: Saved) -> Vec<Effect> {
        let (path, prompt, quits) = match self.writing.take() {
            Some(Writing { path, prompt, quits }) => (path, prompt, quits),
            None => Default::default(),
        };
        let remark = match saved {
            Saved::Written { path, n_rows, opens, messages } => {
                self.message = Some(wording::written(&path, n_rows, opens, &messages));
                self.settle();
                return if quits == Quits::WhenWritten { vec![Effect::Quit] } else { Vec::new() };
            }
            Saved::Exists => Remark::Exists,
            Saved::Failed(why) => Remark::Wrong(why),
        };
        match (prompt, &remark) {
            (Some(mut prompt), _) => {
                prompt.refuse(remark);
                self.export_prompt = Some(prompt);
            }
            (None, Remark::Wrong(why)) => {
                self.message = Some(saving::not_written(&path, why, self.session.keymap.key(EXPORT)));
            }
            (None, Remark::Exists | Remark::None) => {
                self.message = Some(saving::not_replaced(&path, self.session.keymap.key(EXPORT)));
            }
        }
        self.settle();
        Vec::new()
    }

    /// Ends the program, unless a file is being written: then the first time only once that is done.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        match &mut self.writing {
            Some(writing) if writing.quits != Quits::Asked => {
                writing.quits = Quits::WhenWritten;
                self.notify(saving::QUITS_WHEN_WRITTEN.get());
                Vec::new()
            }
            Some(_) | None => vec![Effect::Quit],
        }
    }

    /// Notes that a key was pressed: only one that quits again ends the program before the file is written, any other
    /// means that the user stays.
    pub(super) fn stay_while_writing(&mut self) {
        if let Some(writing) = &mut self.writing {
            writing.quits = if writing.quits == Quits::WhenWritten { Quits::Asked } else { Quits::Not };
        }
    }
}
