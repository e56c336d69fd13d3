//! The folder of the library: a file a plan, which only its owner may read.
//!
//! ```text
//! $XDG_DATA_HOME/guihua/plans/
//!     jianghai-155.json                 a plan
//!     jianghai-155.toml                 what a user has corrected in it, in all its versions
//!     lanshan-155-unreadable-1.json     a file that was none, set aside
//!     .lock                             locked while anything here is changed
//!     .removed/jianghai-155.3.json      a version that was replaced, or a plan that was removed
//! ```
//!
//! Every file is whole at any time: it comes and goes by one renaming. Who only reads needs no lock.

mod corrections;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow};
use etcetera::{BaseStrategy, choose_base_strategy};

use super::name;
use super::stamp::{OfFile, Stamp};
use super::stored::{LARGEST, Stored, VERSION};
use crate::cli::output::{self, Found};
use crate::cli::paths;
use crate::words::{self, files, library};

/// The ending of the files of plans, in both folders.
const ENDING: &str = ".json";
/// The folder of what was removed or replaced.
const REMOVED: &str = ".removed";
const LOCK: &str = ".lock";
/// How long another program is waited for that imports; it holds the lock for some milliseconds a file.
const PATIENCE: Duration = Duration::from_secs(30);

/// The library of this user, whether it is there yet or not.
#[derive(Clone, Debug)]
pub(super) struct Store {
    folder: PathBuf,
}

impl Store {
    /// The library in `$XDG_DATA_HOME/guihua/plans`, which need not be there.
    ///
    /// # Errors
    /// There is no home folder.
    pub(super) fn of_user() -> anyhow::Result<Self> {
        let folders = choose_base_strategy().map_err(|_no_home| anyhow!(words::settings::NO_HOME))?;
        Ok(Self { folder: folders.data_dir().join("guihua").join("plans") })
    }

    /// A library in this folder, for tests.
    #[cfg(test)]
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The folder, which need not be there.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}{ENDING}"))
    }

    fn removed_path(&self, id: &str, number: u64) -> PathBuf {
        self.folder.join(REMOVED).join(format!("{id}.{number}{ENDING}"))
    }

    /// The names of the files in the library or one of its folders; none where it is not there.
    fn names(folder: &Path) -> io::Result<Vec<String>> {
        match fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
            Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
        }
    }

    /// The ids of the plans, be their files readable or not.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(super) fn ids(&self) -> anyhow::Result<BTreeSet<String>> {
        let names = Self::names(&self.folder).map_err(|error| self.unreadable(&error))?;
        let id = |name: &String| name.strip_suffix(ENDING).filter(|id| name::is_id(id)).map(str::to_owned);
        Ok(names.iter().filter_map(id).collect())
    }

    /// The ids of the plans, each with whether a file of corrections stands beside it: one look at the folder instead of one at
    /// each file.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(super) fn listing(&self) -> anyhow::Result<BTreeMap<String, bool>> {
        let names = Self::names(&self.folder).map_err(|error| self.unreadable(&error))?;
        let corrected: HashSet<&str> =
            names.iter().filter_map(|name| name.strip_suffix(corrections::CORRECTIONS)).collect();
        let ids = names.iter().filter_map(|name| name.strip_suffix(ENDING)).filter(|id| name::is_id(id));
        Ok(ids.map(|id| (id.to_owned(), corrected.contains(id))).collect())
    }

    /// The files that were set aside because they were no plans.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(super) fn set_aside(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut names = Self::names(&self.folder).map_err(|error| self.unreadable(&error))?;
        names.retain(|name| output::is_aside(name));
        names.sort();
        Ok(names.into_iter().map(|name| self.folder.join(name)).collect())
    }

    /// The kept versions of each plan that has any: their numbers, the oldest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(super) fn kept(&self) -> anyhow::Result<BTreeMap<String, Vec<u64>>> {
        let names = Self::names(&self.folder.join(REMOVED)).map_err(|error| self.unreadable(&error))?;
        let mut kept: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for name in names {
            let parts = name.strip_suffix(ENDING).and_then(|stem| stem.rsplit_once('.'));
            let Some((id, number)) = parts.and_then(|(id, number)| Some((id, number.parse().ok()?))) else { continue };
            if name::is_id(id) {
                kept.entry(id.to_owned()).or_default().push(number);
            }
        }
        for numbers in kept.values_mut() {
            numbers.sort_unstable();
        }
        Ok(kept)
    }

    /// Looks at the file of a plan as it is now, with what was corrected in it.
    pub(super) fn look(&self, id: &str) -> io::Result<Found<Stored>> {
        output::look(&self.path(id), VERSION, LARGEST).map(|found| self.corrected(id, found))
    }

    /// Looks at a version that was replaced or removed. Corrections are of all versions of a plan.
    pub(super) fn look_at_kept(&self, id: &str, number: u64) -> io::Result<Found<Stored>> {
        output::look(&self.removed_path(id, number), VERSION, LARGEST).map(|found| self.corrected(id, found))
    }

    /// By what the file of a plan and that of its corrections are known to be as they were; `None` where it is not there.
    pub(super) fn stamp(&self, id: &str) -> Option<Stamp> {
        self.listed_stamp(id, true)
    }

    /// The stamp of a plan of the [`Store::listing`], which says whether it has corrections.
    pub(super) fn listed_stamp(&self, id: &str, is_corrected: bool) -> Option<Stamp> {
        let corrections = is_corrected.then(|| OfFile::of(&self.corrections_path(id))).flatten();
        Some(Stamp::new(OfFile::of(&self.path(id))?, corrections))
    }

    /// By what the folder is known to hold the files that it held: it is another one once a file came, went, or took the
    /// place of one. `None` where it is not there.
    pub(super) fn folder_stamp(&self) -> Option<OfFile> {
        OfFile::of(&self.folder)
    }

    /// Reads a plan. A file that is none is set aside; that, or why the file cannot be read, is the trouble that is to be said.
    pub(super) fn load(&self, id: &str) -> Result<Option<Box<Stored>>, String> {
        match self.look(id) {
            Ok(Found::Nothing) => Ok(None),
            Ok(Found::Here(stored)) => Ok(Some(stored)),
            Ok(Found::Newer(version)) => Err(library::newer(version, paths::shown(&self.path(id)))),
            Ok(Found::Broken(why)) => self.put_aside(id, why).map_or(Ok(None), Err),
            Err(error) => Err(self.unopened(id, &error)),
        }
    }

    /// Sets a broken file aside, and says so; `None` where another program has mended or moved it meanwhile.
    fn put_aside(&self, id: &str, why: String) -> Option<String> {
        let path = self.path(id);
        let aside = || {
            let _lock = self.lock()?;
            match self.look(id) {
                Ok(Found::Broken(_)) => output::set_aside(&path).map(Some),
                Ok(Found::Nothing | Found::Here(_) | Found::Newer(_)) | Err(_) => Ok(None),
            }
        };
        match aside() {
            Ok(aside) => aside.map(|aside| library::broken_and_moved(paths::shown(&path), why, paths::shown(&aside))),
            Err(_cannot_be_moved) => Some(library::broken(paths::shown(&path), why)),
        }
    }

    /// What is said of the file of a plan that the system does not let be read.
    pub(super) fn unopened(&self, id: &str, error: &io::Error) -> String {
        library::unopened(paths::shown(&self.path(id)), output::reason(error))
    }

    fn unreadable(&self, error: &io::Error) -> anyhow::Error {
        anyhow!(library::unopened(paths::shown(&self.folder), output::reason(error)))
    }

    fn lock(&self) -> anyhow::Result<File> {
        output::lock(&self.folder.join(LOCK), PATIENCE)
    }

    /// Locks the library to change it, and makes its folders where they are not there yet.
    ///
    /// # Errors
    /// Another program holds the lock for long, or nothing can be written there.
    pub(super) fn open(&self) -> anyhow::Result<Open<'_>> {
        let unwritable = || library::unwritable(paths::shown(&self.folder));
        let mut folders = DirBuilder::new();
        folders.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
        let made = folders.create(self.folder.join(REMOVED));
        made.map_err(|error| anyhow!(output::reason(&error))).with_context(unwritable)?;
        let lock = self.lock().with_context(unwritable)?;
        // Nobody else writes now, so what lies there was left by a program that was killed.
        output::clear_temporary(&self.folder);
        Ok(Open { store: self, lock, kept: RefCell::new(None) })
    }
}

/// The library while it is locked, so that it can be changed.
pub(super) struct Open<'s> {
    store: &'s Store,
    /// The file that is locked. It holds a number that is another one whenever the library was changed.
    lock: File,
    /// The kept versions, once they are known.
    kept: RefCell<Option<BTreeMap<String, Vec<u64>>>>,
}

impl Open<'_> {
    /// A number that is another one once a program has changed the library.
    pub(super) fn state(&self) -> u64 {
        let mut text = String::new();
        let mut file = &self.lock;
        let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_string(&mut text));
        read.ok().and_then(|_| text.trim().parse().ok()).unwrap_or_default()
    }

    /// Says to the other programs that the library is about to be changed.
    fn change(&self) -> anyhow::Result<()> {
        let mut file = &self.lock;
        let next = self.state().wrapping_add(1);
        let written = file.seek(SeekFrom::Start(0)).and_then(|_| writeln!(file, "{next:020}"));
        let written = written.map_err(|error| anyhow!(output::reason(&error)));
        written.with_context(|| library::unwritable(paths::shown(&self.store.folder)))
    }

    /// Puts a plan into the library. One that has this id already is kept as a former version.
    ///
    /// # Errors
    /// It cannot be written; then nothing has changed.
    pub(super) fn put(&self, id: &str, stored: &Stored) -> anyhow::Result<()> {
        let unwritable = || library::unwritable(paths::shown(&self.store.folder));
        self.change()?;
        self.keep(id).with_context(unwritable)?;
        let bytes = serde_json::to_vec(stored).context(files::NO_JSON)?;
        output::write_private(&self.store.path(id), &bytes).with_context(unwritable)
    }

    /// Keeps the present version of a plan, which stays where it is, as a former one. Returns its number, if there is one.
    fn keep(&self, id: &str) -> anyhow::Result<Option<u64>> {
        let path = self.store.path(id);
        if !path.exists() {
            return Ok(None);
        }
        let number = self.next_number(id)?;
        let kept = self.store.removed_path(id, number);
        // The file gets a second name, which it keeps when another takes its first one.
        if fs::hard_link(&path, &kept).is_err() {
            let bytes = fs::read(&path).map_err(|error| anyhow!(output::reason(&error)))?;
            output::write_private(&kept, &bytes)?;
        }
        Ok(Some(number))
    }

    /// A number that no version of the plan has been kept under.
    fn next_number(&self, id: &str) -> anyhow::Result<u64> {
        let mut kept = self.kept.borrow_mut();
        let kept = match &mut *kept {
            Some(kept) => kept,
            unknown => unknown.insert(self.store.kept()?),
        };
        let numbers = kept.entry(id.to_owned()).or_default();
        let next = numbers.last().map_or(1, |last| last + 1);
        numbers.push(next);
        Ok(next)
    }

    /// Takes a plan out of the library. It is kept as a former version.
    ///
    /// # Errors
    /// The file cannot be moved.
    pub(super) fn remove(&self, id: &str) -> anyhow::Result<()> {
        self.change()?;
        let kept = self.store.removed_path(id, self.next_number(id)?);
        self.rename(&self.store.path(id), &kept)
    }

    /// Brings a former version back: of a plan that was removed the last one, else the last one that says something else
    /// than the present one, which is kept in its turn. So whoever restores twice has what was there before. With `number` it
    /// is that version. `None` where there is nothing to bring back.
    ///
    /// # Errors
    /// The files cannot be read or moved.
    pub(super) fn restore(&self, id: &str, number: Option<u64>) -> anyhow::Result<Option<Stored>> {
        self.change()?;
        let cannot = |error: io::Error| anyhow!(self.store.unopened(id, &error));
        let present = match self.store.look(id).map_err(cannot)? {
            Found::Here(stored) => Some(stored),
            Found::Nothing => None,
            Found::Newer(version) => {
                return Err(anyhow!(library::newer(version, paths::shown(&self.store.path(id)))));
            }
            Found::Broken(why) => {
                output::set_aside(&self.store.path(id)).with_context(|| why)?;
                None
            }
        };
        let wanted = number;
        let numbers = self.store.kept()?.remove(id).unwrap_or_default();
        for number in numbers.into_iter().rev().filter(|number| wanted.is_none_or(|wanted| wanted == *number)) {
            let Found::Here(former) = self.store.look_at_kept(id, number).map_err(cannot)? else { continue };
            if wanted.is_none() && present.as_ref().is_some_and(|present| present.says_the_same(&former)) {
                continue;
            }
            self.keep(id)?;
            self.rename(&self.store.removed_path(id, number), &self.store.path(id))?;
            return Ok(Some(*former));
        }
        Ok(None)
    }

    fn rename(&self, from: &Path, to: &Path) -> anyhow::Result<()> {
        let renamed = fs::rename(from, to).map_err(|error| anyhow!(output::reason(&error)));
        renamed.with_context(|| library::unwritable(paths::shown(&self.store.folder)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::own::stored::Facts;
    use crate::model::Source;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store { folder: folder.path().join("data/guihua/plans") };
        (folder, store)
    }

    fn stored(text: &str) -> Stored {
        let source = Source { file: "a.txt".to_owned(), sha256: String::new() };
        Stored::new(source, Facts::default(), text.to_owned(), None)
    }

    fn text(store: &Store, id: &str) -> Option<String> {
        match store.look(id).unwrap() {
            Found::Here(stored) => Some(stored.text),
            Found::Nothing => None,
            Found::Newer(_) | Found::Broken(_) => panic!("{id} is no plan"),
        }
    }

    /// The ids of the plans that can be read, and what is to be said of the others.
    fn load(store: &Store) -> (Vec<String>, Vec<String>) {
        let (mut plans, mut troubles) = (Vec::new(), Vec::new());
        for id in store.ids().unwrap() {
            match store.load(&id) {
                Ok(stored) => plans.extend(stored.map(|_| id)),
                Err(trouble) => troubles.push(trouble),
            }
        }
        (plans, troubles)
    }

    #[test]
    fn versions_come_back_in_turn_and_nothing_is_lost() {
        let (_folder, store) = store();
        assert!(load(&store).0.is_empty() && store.kept().unwrap().is_empty());
        for version in ["一", "二", "三"] {
            store.open().unwrap().put("甲", &stored(version)).unwrap();
        }
        assert_eq!(text(&store, "甲").as_deref(), Some("三"));
        let restore = || store.open().unwrap().restore("甲", None).unwrap().map(|stored| stored.text);
        assert_eq!(restore().as_deref(), Some("二"));
        assert_eq!(restore().as_deref(), Some("三"), "twice is as before");
        store.open().unwrap().remove("甲").unwrap();
        assert_eq!((text(&store, "甲"), store.ids().unwrap().len()), (None, 0));
        assert_eq!(restore().as_deref(), Some("三"));
        assert_eq!(store.open().unwrap().restore("乙", None).unwrap(), None);
        let kept = store.kept().unwrap();
        let texts: BTreeSet<String> = kept["甲"]
            .iter()
            .map(|number| match store.look_at_kept("甲", *number).unwrap() {
                Found::Here(stored) => stored.text,
                Found::Nothing | Found::Newer(_) | Found::Broken(_) => panic!("{number}"),
            })
            .collect();
        assert!(texts.contains("一") && texts.contains("二"), "{texts:?}");
    }

    #[test]
    fn what_is_no_plan_is_set_aside_and_what_is_newer_stays() {
        let (_folder, store) = store();
        store.open().unwrap().put("好", &stored("好")).unwrap();
        fs::write(store.path("坏"), "{\"version\":1,").unwrap();
        fs::write(store.path("新"), "{\"version\":9}").unwrap();
        fs::write(store.folder.join("no id.json"), "x").unwrap();
        let (plans, troubles) = load(&store);
        assert_eq!(plans, ["好"]);
        let [first, second] = troubles.as_slice() else { panic!("{troubles:?}") };
        assert!(first.contains("坏-unreadable-1.json") && second.contains("更新版本"), "{first} {second}");
        assert_eq!(fs::read_to_string(store.folder.join("坏-unreadable-1.json")).unwrap(), "{\"version\":1,");
        assert_eq!(fs::read_to_string(store.path("新")).unwrap(), "{\"version\":9}");
        assert_eq!(load(&store).1.len(), 1, "said once");
        assert_eq!(store.set_aside().unwrap().len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, store) = store();
        for version in ["一", "二"] {
            store.open().unwrap().put("甲", &stored(version)).unwrap();
        }
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&store.path("甲")), 0o600);
        assert_eq!(mode(&store.removed_path("甲", 1)), 0o600);
        assert_eq!(mode(&store.folder.join(LOCK)), 0o600);
        assert_eq!(mode(&store.folder), 0o700);
    }
}
