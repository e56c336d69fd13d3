//! Imports documents for the browser on a thread of its own, one import at a time, and makes the library with them: nobody
//! waits for either to read on.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;

use crate::app::state::file::Imported;
use crate::cli::output::Messages;
use crate::cli::own::{self, Choice, Look, Outcomes, Undo};
use crate::cli::paths::resolved;
use crate::cli::reading::Document;
use crate::library::{Waiting, Wake};
use crate::text::sanitize;
use crate::words::{self, files, library};

/// The thread that imports, if one does, and how the last import is undone.
pub(super) struct Importer {
    choice: Choice,
    /// The documents that are open without being imported.
    documents: Vec<Document>,
    wake: Wake,
    running: Option<Receiver<Event>>,
    undo: Vec<Undo>,
    /// Whether the last import is undone now.
    is_undone: bool,
}

/// What the thread tells the browser while it works.
pub(super) enum Event {
    /// The document that is read now.
    Reading(String),
    /// The end: what came of it, and the library with the documents; `None` where it is as it was.
    Done(Box<(Imported, Option<Waiting>)>, Vec<Undo>),
}

impl Importer {
    /// An importer of plans for a browser over the plans of this choice and these documents. It calls `wake` when there is something to take.
    pub(super) fn new(choice: Choice, documents: Vec<Document>, wake: Wake) -> Self {
        Self { choice, documents, wake, running: None, undo: Vec::new(), is_undone: false }
    }

    /// Starts to import a file or folder.
    pub(super) fn import(&mut self, path: &str) -> Option<Imported> {
        let path = resolved(path);
        self.is_undone = false;
        self.start(move |tell| {
            let begin = |at: usize, all: usize, file: String| {
                tell(Event::Reading(if all > 1 { library::of_all(at + 1, all, file) } else { file }));
            };
            let Outcomes { texts, failures, undo } = own::import_for_browser(path, &begin);
            let lines = texts.iter().flat_map(|text| text.lines().map(str::to_owned)).collect();
            let words = library::was_imported(texts.len(), undo.len());
            let imported = Imported { lines, failures, words, can_undo: !undo.is_empty() };
            (imported, undo)
        })
    }

    /// Starts to undo the last import, or to bring back what was undone.
    pub(super) fn undo(&mut self) -> Option<Imported> {
        let undo = std::mem::take(&mut self.undo);
        self.is_undone = !self.is_undone;
        let is_undone = self.is_undone;
        self.start(move |_| {
            let (failures, back) = own::undo(&undo).unwrap_or_else(|error| (vec![format!("{error:#}")], Vec::new()));
            let n = back.len();
            let words = if is_undone { library::was_undone(n) } else { library::was_brought_back(n) };
            let imported = Imported { lines: Vec::new(), failures, words, can_undo: !back.is_empty() };
            (imported, back)
        })
    }

    /// Starts the thread. Returns why it cannot be started.
    fn start(
        &mut self,
        work: impl FnOnce(&(dyn Fn(Event) + Sync)) -> (Imported, Vec<Undo>) + Send + 'static,
    ) -> Option<Imported> {
        let (sender, events): (Sender<Event>, _) = mpsc::channel();
        let (choice, documents) = (self.choice, self.documents.clone());
        let (wake, language) = (Arc::clone(&self.wake), words::in_force());
        let run = move || {
            let tell = |event| {
                // Nobody hears it only where the browser has been left.
                let _ = sender.send(event);
                wake();
            };
            words::within(language, || {
                let (imported, undo) = work(&tell);
                // What cannot be read is as it was before.
                let messages = &mut Messages::Collected(Vec::new());
                let anew = || own::library_with(choice, documents, Look::AtFiles, messages).ok();
                let library = (!undo.is_empty()).then(anew).flatten().map(|joined| joined.library);
                tell(Event::Done(Box::new((harmless(imported), library)), undo));
            });
        };
        match thread::Builder::new().name("import".to_owned()).spawn(run) {
            Ok(_) => {
                self.running = Some(events);
                None
            }
            Err(error) => Some(Imported { failures: vec![files::no_thread(error)], ..Imported::default() }),
        }
    }

    /// Takes what the thread has told since the last time: of what it reads only the last.
    pub(super) fn take(&mut self) -> Option<Event> {
        let mut last = None;
        loop {
            match self.running.as_ref()?.try_recv() {
                Ok(Event::Done(done, undo)) => {
                    self.running = None;
                    self.undo.clone_from(&undo);
                    return Some(Event::Done(done, undo));
                }
                Ok(event @ Event::Reading(_)) => last = Some(event),
                Err(TryRecvError::Empty) => return last,
                Err(TryRecvError::Disconnected) => {
                    self.running = None;
                    let failures = vec![files::BROKEN_OFF.to_string()];
                    let imported = Imported { failures, ..Imported::default() };
                    return Some(Event::Done(Box::new((imported, None)), Vec::new()));
                }
            }
        }
    }
}

/// What was imported, with nothing in it that acts on a terminal.
fn harmless(imported: Imported) -> Imported {
    let clean = |lines: Vec<String>| lines.iter().map(|line| sanitize::one_line(line).into_owned()).collect();
    Imported { lines: clean(imported.lines), failures: clean(imported.failures), ..imported }
}
