//! The file of the session. Several programs may use it at once: whoever changes it holds a lock, reads what is there now,
//! changes that, and puts a whole new file in its place.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use etcetera::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};

use crate::app::state::saved::{Change, SavedSession};
use crate::cli::output::Found;
use crate::cli::{output, paths};
use crate::words::{self, files};

/// The form of the file. A program that knows only older forms leaves a newer file alone.
const VERSION: u32 = 1;
/// The name of the file in the folder of the program's state.
const FILE: &str = "session.json";
/// The name of the file that is locked while the other one is changed.
const LOCK: &str = "session.lock";
/// The largest file that is read, in bytes. Whoever sets bookmarks for years stays far below it.
const LARGEST: u64 = 16 * 1024 * 1024;
/// How long another program is waited for that stores its session. Whoever leaves the browser waits no longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The session in the form of the file.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    #[serde(flatten)]
    session: SavedSession,
}

/// The folder in which the session is stored.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store of this user, in `$XDG_STATE_HOME/guihua`.
    ///
    /// # Errors
    /// There is no home folder.
    pub(in crate::cli) fn of_user() -> anyhow::Result<Self> {
        let folders = choose_base_strategy().map_err(|_no_home| anyhow!(words::settings::NO_HOME))?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
        Ok(Self { folder: state.join("guihua") })
    }

    fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// Reads the session; `None` where none is stored yet. A file that is no session is set aside.
    ///
    /// # Errors
    /// The file was set aside, is of a newer form, or cannot be read.
    pub(in crate::cli) fn read(&self) -> anyhow::Result<Option<SavedSession>> {
        match self.look()? {
            Found::Nothing => Ok(None),
            Found::Here(stored) => Ok(Some(stored.session)),
            Found::Newer(version) => Err(newer(version, &self.path())),
            Found::Broken(_) => {
                let _lock = self.lock()?;
                // Another program may have set it aside meanwhile.
                match self.look()? {
                    Found::Broken(why) => {
                        let aside = output::set_aside(&self.path())?;
                        bail!(files::unreadable_session(why, paths::shown(&aside)))
                    }
                    Found::Here(stored) => Ok(Some(stored.session)),
                    Found::Nothing | Found::Newer(_) => Ok(None),
                }
            }
        }
    }

    /// Stores how the screen looks, and makes the changes to what is stored now. Returns what is stored then.
    ///
    /// # Errors
    /// Another program holds the lock for long, the file is of a newer form, or it cannot be written.
    pub(super) fn change(&self, look: &SavedSession, changes: &[Change]) -> anyhow::Result<SavedSession> {
        fs::create_dir_all(&self.folder)
            .map_err(|error| anyhow!(output::reason(&error)))
            .context(files::NO_FOLDER_MADE)?;
        let _lock = self.lock()?;
        // Nobody else writes now, so what lies there was left by a program that was killed.
        output::clear_temporary(&self.folder);
        let mut session = match self.look()? {
            Found::Nothing => SavedSession::default(),
            Found::Here(stored) => stored.session,
            Found::Newer(version) => return Err(newer(version, &self.path())),
            Found::Broken(_) => {
                output::set_aside(&self.path())?;
                SavedSession::default()
            }
        };
        session.look_like(look);
        for change in changes {
            session.apply(change.clone());
        }
        let stored = Stored { version: VERSION, session };
        let bytes = serde_json::to_vec(&stored).context(files::NO_JSON)?;
        output::write_private(&self.path(), &bytes).context(files::SESSION_UNSAVED)?;
        Ok(stored.session)
    }

    /// Looks at the file as it is now.
    fn look(&self) -> anyhow::Result<Found<Stored>> {
        let path = self.path();
        let cannot = |error| anyhow!(files::session_unopened(paths::shown(&path), output::reason(&error)));
        output::look(&path, VERSION, LARGEST).map_err(cannot)
    }

    /// Waits for the lock, which is let go when the file is dropped, or when the program ends.
    fn lock(&self) -> anyhow::Result<File> {
        output::lock(&self.folder.join(LOCK), PATIENCE)
    }
}

fn newer(version: u32, path: &Path) -> anyhow::Error {
    anyhow!(files::newer_session(version, paths::shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    use crate::app::state::location::Location;
    use crate::app::state::saved::Bookmark;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store { folder: folder.path().join("state/guihua") };
        (folder, store)
    }

    fn bookmarked(id: &str) -> Change {
        let at = Location::Node(id.to_owned());
        Change::Bookmarked(Bookmark { at, label: String::new(), note: String::new() })
    }

    #[test]
    fn two_programs_lose_nothing_and_the_last_look_stays() {
        let (_folder, store) = store();
        assert!(store.read().unwrap().is_none());
        let add = |program: usize| {
            let store = store.clone();
            thread::spawn(move || {
                for n in 0..50 {
                    let look = SavedSession { tab: program, ..SavedSession::default() };
                    store.change(&look, &[bookmarked(&format!("p{program}/{n}"))]).unwrap();
                }
            })
        };
        for program in [1, 2].map(add) {
            program.join().unwrap();
        }
        let session = store.read().unwrap().unwrap();
        assert_eq!(session.bookmarks.len(), 100);
        assert!([1, 2].contains(&session.tab));
        let names: Vec<_> = fs::read_dir(&store.folder).unwrap().map(|each| each.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "the file and the lock: {names:?}");
    }

    #[test]
    fn what_is_no_session_is_set_aside_and_never_overwritten() {
        let (_folder, store) = store();
        fs::create_dir_all(&store.folder).unwrap();
        for (n, text) in ["{\"version\":1,\"tab\":", "", "[]", "\u{0}\u{1}", "{}"].into_iter().enumerate() {
            fs::write(store.path(), text).unwrap();
            let message = format!("{:#}", store.read().unwrap_err());
            let aside = format!("session-unreadable-{}.json", n + 1);
            assert!(message.contains(&aside) && !message.contains('\n'), "{message}");
            assert_eq!(fs::read_to_string(store.folder.join(aside)).unwrap(), text);
            assert!(store.read().unwrap().is_none());
        }
        fs::write(store.path(), "kaputt").unwrap();
        store.change(&SavedSession::default(), &[bookmarked("a/1")]).unwrap();
        assert_eq!(fs::read_to_string(store.folder.join("session-unreadable-6.json")).unwrap(), "kaputt");
    }

    #[test]
    fn a_newer_file_is_neither_read_nor_changed() {
        let (_folder, store) = store();
        fs::create_dir_all(&store.folder).unwrap();
        let text = "{\"version\":2,\"tab\":\"plans\"}";
        fs::write(store.path(), text).unwrap();
        assert!(store.read().unwrap_err().to_string().contains("更新版本"));
        assert!(
            store.change(&SavedSession::default(), &[bookmarked("a/1")]).unwrap_err().to_string().contains("更新版本")
        );
        assert_eq!(fs::read_to_string(store.path()).unwrap(), text);
    }
}
