//! The file of what a user recorded of the execution of plans (台账): `$XDG_DATA_HOME/guihua/progress.json`, which only its owner
//! may read, and beside it what it was before the last change.

use std::fs::{self, DirBuilder, File};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use etcetera::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};

use crate::cli::output::{self, Found};
use crate::cli::paths;
use crate::model::Record;
use crate::words::{self, files, progress};

/// The form of the file. A program that knows only older forms leaves a newer file alone.
const VERSION: u32 = 1;
const FILE: &str = "progress.json";
const FORMER: &str = "progress-former.json";
const LOCK: &str = "progress.lock";
/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;
/// How long another program is waited for that records something.
const PATIENCE: Duration = Duration::from_secs(10);

/// The records in the form of the file.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    records: Vec<Record>,
}

/// The records of this user, whether there are any yet or not.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Records {
    folder: PathBuf,
}

impl Records {
    /// The records of this user.
    ///
    /// # Errors
    /// There is no home folder.
    pub(in crate::cli) fn of_user() -> anyhow::Result<Self> {
        let folders = choose_base_strategy().map_err(|_no_home| anyhow!(words::settings::NO_HOME))?;
        Ok(Self { folder: folders.data_dir().join("guihua") })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Reads all records; none where nothing was recorded yet.
    ///
    /// # Errors
    /// The file is broken and was set aside, is of a newer form, or cannot be read.
    pub(in crate::cli) fn read(&self) -> anyhow::Result<Vec<Record>> {
        self.read_file(FILE)
    }

    fn read_file(&self, name: &str) -> anyhow::Result<Vec<Record>> {
        let path = self.path(name);
        let found = output::look::<Stored>(&path, VERSION, LARGEST);
        match found.map_err(|error| anyhow!(output::reason(&error))).with_context(|| paths::shown(&path))? {
            Found::Nothing => Ok(Vec::new()),
            Found::Here(stored) => Ok(stored.records),
            Found::Newer(version) => bail!(progress::newer(version)),
            Found::Broken(why) => {
                let aside = output::set_aside(&path)?;
                bail!(progress::unreadable_ledger(why, paths::shown(&aside)))
            }
        }
    }

    /// Changes the records under a lock: `change` is given those that are there now. What was there before is kept.
    ///
    /// # Errors
    /// The file cannot be read or written, and then nothing has changed; or `change` fails.
    pub(in crate::cli) fn change<T>(
        &self,
        change: impl FnOnce(&mut Vec<Record>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let _lock = self.lock()?;
        let mut records = self.read()?;
        let before = records.clone();
        let result = change(&mut records)?;
        if records != before {
            self.write(FORMER, before)?;
            self.write(FILE, records)?;
        }
        Ok(result)
    }

    /// Brings back what was there before the last change, and keeps the present in its place; `false` if there is nothing to
    /// bring back.
    ///
    /// # Errors
    /// The files cannot be read or written.
    pub(in crate::cli) fn restore(&self) -> anyhow::Result<bool> {
        if !self.path(FORMER).exists() {
            return Ok(false);
        }
        let _lock = self.lock()?;
        let (present, former) = (self.read()?, self.read_file(FORMER)?);
        self.write(FILE, former)?;
        self.write(FORMER, present)?;
        Ok(true)
    }

    fn lock(&self) -> anyhow::Result<File> {
        let mut folders = DirBuilder::new();
        folders.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
        let unwritable = || progress::unwritable(paths::shown(&self.folder));
        if fs::metadata(&self.folder).is_err() {
            folders.create(&self.folder).map_err(|error| anyhow!(output::reason(&error))).with_context(unwritable)?;
        }
        output::lock(&self.path(LOCK), PATIENCE).with_context(unwritable)
    }

    fn write(&self, name: &str, records: Vec<Record>) -> anyhow::Result<()> {
        let bytes = serde_json::to_vec(&Stored { version: VERSION, records }).context(files::NO_JSON)?;
        let unwritable = || progress::unwritable(paths::shown(&self.path(name)));
        output::write_private(&self.path(name), &bytes).with_context(unwritable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, value: &str) -> Record {
        Record { id: id.to_owned(), year: Some(2027), value: Some(value.to_owned()), ..Record::default() }
    }

    #[test]
    fn a_change_can_be_undone_and_done_again() {
        let folder = tempfile::tempdir().unwrap();
        let records = Records { folder: folder.path().join("data/guihua") };
        assert!(records.read().unwrap().is_empty() && !records.restore().unwrap());
        for value in ["1", "2"] {
            let replace = |all: &mut Vec<Record>| {
                *all = vec![record("甲/t1.1", value)];
                Ok(())
            };
            records.change(replace).unwrap();
        }
        let value = || records.read().unwrap().first().and_then(|record| record.value.clone());
        assert_eq!(value().as_deref(), Some("2"));
        assert!(records.restore().unwrap());
        assert_eq!(value().as_deref(), Some("1"));
        assert!(records.restore().unwrap());
        assert_eq!(value().as_deref(), Some("2"));
        let failed = records.change(|all| {
            all.clear();
            anyhow::Result::<()>::Err(anyhow!("no"))
        });
        assert!(failed.is_err());
        assert_eq!(value().as_deref(), Some("2"), "what fails changes nothing");
        // Nothing changed is nothing to undo.
        records.change(|_| Ok(())).unwrap();
        records.restore().unwrap();
        assert_eq!(value().as_deref(), Some("1"));
    }

    #[test]
    fn what_is_broken_is_set_aside_and_what_is_newer_stays() {
        let folder = tempfile::tempdir().unwrap();
        let records = Records { folder: folder.path().to_owned() };
        fs::write(records.path(FILE), "{\"version\":1,").unwrap();
        assert!(records.read().unwrap_err().to_string().contains("已移到"));
        assert!(records.read().unwrap().is_empty());
        fs::write(records.path(FILE), "{\"version\":9}").unwrap();
        assert!(records.change(|_| Ok(())).unwrap_err().to_string().contains("更新版本"));
        assert_eq!(fs::read_to_string(records.path(FILE)).unwrap(), "{\"version\":9}");
    }
}
