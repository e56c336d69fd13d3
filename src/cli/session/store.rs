//! The file of the session. Several programs may use it at once: whoever changes it holds a lock, reads what is there now,
//! changes that, and puts a whole new file in its place.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, bail};
use etcetera::{BaseStrategy, choose_base_strategy};
use fs4::{FileExt, TryLockError};
use serde::{Deserialize, Serialize};

use crate::app::state::saved::{Change, SavedSession};
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
/// How long another program is waited for that holds the lock; it holds it for some milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many files that could not be read are kept.
const SET_ASIDE: u32 = 100;

/// The session in the form of the file.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    #[serde(flatten)]
    session: SavedSession,
}

/// What alone is read of a file first.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// What was found in place of the file.
enum Found {
    /// No session was stored yet, or it was set aside.
    Nothing,
    Session(Box<SavedSession>),
    /// It is of a newer form, of this version.
    Newer(u32),
    /// It is no session at all, for this reason.
    Broken(String),
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
            Found::Session(session) => Ok(Some(*session)),
            Found::Newer(version) => Err(newer(version, &self.path())),
            Found::Broken(_) => {
                let _lock = self.lock()?;
                // Another program may have set it aside meanwhile.
                match self.look()? {
                    Found::Broken(why) => {
                        let aside = self.set_aside()?;
                        bail!(files::unreadable_session(why, paths::shown(&aside)))
                    }
                    Found::Session(session) => Ok(Some(*session)),
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
            Found::Session(session) => *session,
            Found::Newer(version) => return Err(newer(version, &self.path())),
            Found::Broken(_) => {
                self.set_aside()?;
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
    fn look(&self) -> anyhow::Result<Found> {
        let path = self.path();
        let cannot =
            |error: std::io::Error| anyhow!(files::session_unopened(paths::shown(&path), output::reason(&error)));
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(cannot(error)),
        };
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(cannot)?;
        if bytes.len() as u64 > LARGEST {
            return Ok(Found::Broken(files::FILE_TOO_LARGE.to_string()));
        }
        if let Ok(Head { version }) = serde_json::from_slice(&bytes)
            && version > VERSION
        {
            return Ok(Found::Newer(version));
        }
        Ok(match serde_json::from_slice::<Stored>(&bytes) {
            Ok(stored) => Found::Session(Box::new(stored.session)),
            Err(error) => Found::Broken(files::at_line(error.line())),
        })
    }

    /// Waits for the lock, which is let go when the file is dropped, or when the program ends.
    fn lock(&self) -> anyhow::Result<File> {
        let why = |error: std::io::Error| anyhow!(files::no_lock(output::reason(&error)));
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).open(self.folder.join(LOCK)).map_err(why)?;
        let start = Instant::now();
        loop {
            match FileExt::try_lock(&file) {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(3)),
                Err(TryLockError::WouldBlock) => bail!(files::ANOTHER_SAVES),
                // Some file systems have no locks; there two programs at once may overwrite each other.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(why(error)),
            }
        }
    }

    /// Gives the file a name under which nobody looks for it, and which no file has yet.
    fn set_aside(&self) -> anyhow::Result<PathBuf> {
        let names = (1..=SET_ASIDE).map(|n| self.folder.join(format!("session-unreadable-{n}.json")));
        let free = names.into_iter().find(|name| fs::symlink_metadata(name).is_err());
        let aside = free.context(files::TOO_MANY_ASIDE)?;
        fs::rename(self.path(), &aside).map_err(|error| anyhow!(output::reason(&error))).context(files::NOT_RENAMED)?;
        Ok(aside)
    }
}

fn newer(version: u32, path: &Path) -> anyhow::Error {
    anyhow!(files::newer_session(version, paths::shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
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
