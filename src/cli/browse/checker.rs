//! Looks, once the first screen stands, at the files of the plans that it was made of, and makes the library anew where one of
//! them is not as it was: nobody waits for a look at a thousand files to see the first screen.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::cli::output::Messages;
use crate::cli::own::{self, Choice, Look, Unseen};
use crate::cli::reading::Document;
use crate::library::{Waiting, Wake};
use crate::words;

/// The thread that looks at the files, if one does.
pub(super) struct Checker {
    choice: Choice,
    /// The documents that are open without being imported.
    documents: Vec<Document>,
    wake: Wake,
    /// What is yet to be looked at.
    unseen: Option<Unseen>,
    running: Option<Receiver<Renewed>>,
}

/// A library that was made anew, and what is to be said of plans that could not be read.
pub(super) struct Renewed {
    pub(super) library: Waiting,
    pub(super) troubles: Vec<String>,
}

impl Checker {
    /// A checker of a browser over the plans of this choice and these documents. It calls `wake` when there is something to take.
    pub(super) fn new(choice: Choice, documents: Vec<Document>, unseen: Option<Unseen>, wake: Wake) -> Self {
        Self { choice, documents, wake, unseen, running: None }
    }

    /// Starts to look, if there is anything that was not looked at yet.
    pub(super) fn start(&mut self) {
        let Some(unseen) = self.unseen.take() else { return };
        let (choice, documents) = (self.choice, self.documents.clone());
        let (wake, language) = (Arc::clone(&self.wake), words::in_force());
        let (sender, renewed) = mpsc::channel();
        let look = move || {
            if unseen.are_as_known() {
                return;
            }
            let mut troubles = Messages::Collected(Vec::new());
            let anew = words::within(language, || own::library_with(choice, documents, Look::AtFiles, &mut troubles));
            // What cannot be read is as it was before; nobody hears it only where the browser has been left.
            let Ok(joined) = anew else { return };
            let _ = sender.send(Renewed { library: joined.library, troubles: troubles.into_collected() });
            wake();
        };
        // Where no thread can be started the plans stay as they were at the last start that could.
        if thread::Builder::new().name("check".to_owned()).spawn(look).is_ok() {
            self.running = Some(renewed);
        }
    }

    /// Takes the library, if it was made anew since the last time.
    pub(super) fn take(&mut self) -> Option<Renewed> {
        let renewed = self.running.as_ref()?.try_recv().ok()?;
        self.running = None;
        Some(renewed)
    }

    /// Looks at nothing any more, as the library was made anew by others.
    pub(super) fn stop(&mut self) {
        (self.unseen, self.running) = (None, None);
    }
}
