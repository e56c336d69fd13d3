//! The files of what a user has corrected in the plans of the library.

use std::path::PathBuf;

use anyhow::Context;

use super::{Open, Store};
use crate::cli::by_hand::{ByHand, Fault};
use crate::cli::output::{self, Found};
use crate::cli::own::corrections::{Corrections, NoCorrections};
use crate::cli::own::stored::Stored;
use crate::cli::paths;
use crate::words::{self, library};

/// The ending of the files of corrections.
pub(super) const CORRECTIONS: &str = ".toml";

impl Store {
    /// What was found of a plan, with what was corrected in it.
    pub(in crate::cli::own) fn corrected(&self, id: &str, found: Found<Stored>) -> Found<Stored> {
        match found {
            Found::Here(stored) => Found::Here(Box::new(stored.with(self.corrections(id).unwrap_or_default()))),
            other @ (Found::Nothing | Found::Newer(_) | Found::Broken(_)) => other,
        }
    }

    /// The file of corrections of a plan, which need not be there.
    pub(in crate::cli::own) fn corrections_path(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}{CORRECTIONS}"))
    }

    /// The text of that file; `None` where there is none.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub(in crate::cli::own) fn corrections_text(&self, id: &str) -> Result<Option<ByHand>, Fault> {
        ByHand::read(&self.corrections_path(id))
    }

    /// What was corrected in a plan.
    ///
    /// # Errors
    /// The file of corrections is none that can be read.
    pub(in crate::cli::own) fn corrections(&self, id: &str) -> Result<Corrections, NoCorrections> {
        match self.corrections_text(id) {
            Ok(None) => Ok(Corrections::default()),
            Ok(Some(text)) => Corrections::read(&text),
            Err(fault) => Err(NoCorrections::Broken(fault)),
        }
    }

    /// What is wrong with the file of corrections, if anything is: the first fault with its line.
    pub(in crate::cli::own) fn corrections_fault(&self, id: &str) -> Option<String> {
        let at = |fault: Fault| words::library::at_line(fault.line.unwrap_or(1), fault.what);
        match self.corrections(id) {
            Ok(corrections) => corrections.faults.into_iter().next().map(at),
            Err(NoCorrections::Newer(version)) => {
                Some(words::corrections::newer(version, paths::shown(&self.corrections_path(id))))
            }
            Err(NoCorrections::Broken(fault)) => Some(at(fault)),
        }
    }

    /// What is wrong with the corrections of a plan, each in one line. A file that is none is set aside.
    pub(in crate::cli::own) fn wrong_corrections(&self, id: &str) -> Vec<String> {
        let path = self.corrections_path(id);
        let shown = || paths::shown(&path);
        let fault = match self.corrections(id) {
            Ok(corrections) => {
                let said = |fault: &Fault| words::corrections::wrong(shown(), fault.line.unwrap_or(1), &fault.what);
                return corrections.faults.iter().map(said).collect();
            }
            Err(NoCorrections::Newer(version)) => return vec![words::corrections::newer(version, shown())],
            Err(NoCorrections::Broken(fault)) => fault,
        };
        let Some(line) = fault.line else { return vec![words::corrections::unread(shown(), fault.what)] };
        let aside = || {
            let _lock = self.lock()?;
            match self.corrections(id) {
                Err(NoCorrections::Broken(_)) => output::set_aside(&path).map(Some),
                Ok(_) | Err(NoCorrections::Newer(_)) => Ok(None),
            }
        };
        match aside() {
            Ok(None) => Vec::new(),
            Ok(Some(aside)) => {
                vec![words::corrections::broken_and_moved(shown(), line, fault.what, paths::shown(&aside))]
            }
            Err(_cannot_be_moved) => vec![words::corrections::broken(shown(), line, fault.what)],
        }
    }
}

impl Open<'_> {
    /// Writes the corrections of a plan; an empty text takes them away.
    ///
    /// # Errors
    /// They cannot be written; then nothing has changed.
    pub(in crate::cli::own) fn put_corrections(&self, id: &str, text: &str) -> anyhow::Result<()> {
        let path = self.store.corrections_path(id);
        let unwritable = || library::unwritable(paths::shown(&self.store.folder));
        self.change()?;
        output::write_private(&path, text.as_bytes()).with_context(unwritable)
    }
}
