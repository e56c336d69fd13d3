//! Files that the program keeps for itself from one run to the next: the session, own plans. Several programs may use them
//! at once, so whoever changes one holds a lock, looks at what is there now, and puts a whole new file in its place. What
//! is there may be broken, or of a newer version of the program; neither is ever overwritten.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, anyhow, bail};
use fs4::{FileExt, TryLockError};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::file::reason;
use crate::words::files;

/// How many files of one name that could not be read are kept.
const SET_ASIDE: u32 = 100;

/// What was found in place of a file of the form `T`.
pub(in crate::cli) enum Found<T> {
    /// There is no file under this name.
    Nothing,
    /// It is of a form that is known.
    Here(Box<T>),
    /// It is of a newer form, of this version.
    Newer(u32),
    /// It is not of the form at all, for this reason.
    Broken(String),
}

/// What alone is read of a file first.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// Looks at a file of JSON as it is now. `newest` is the newest form that is known, `largest` the size in bytes from which
/// on a file is none of ours.
///
/// # Errors
/// The file is there, and the system does not let it be read.
pub(in crate::cli) fn look<T: DeserializeOwned>(path: &Path, newest: u32, largest: u64) -> io::Result<Found<T>> {
    match fs::metadata(path) {
        Ok(about) if !about.is_file() => return Ok(Found::Broken(files::NOT_A_FILE.to_string())),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Ok(_) | Err(_) => {}
    }
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(largest.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest {
        return Ok(Found::Broken(files::FILE_TOO_LARGE.to_string()));
    }
    if let Ok(Head { version }) = serde_json::from_slice(&bytes)
        && version > newest
    {
        return Ok(Found::Newer(version));
    }
    Ok(match serde_json::from_slice::<T>(&bytes) {
        Ok(stored) => Found::Here(Box::new(stored)),
        Err(error) => Found::Broken(files::at_line(error.line())),
    })
}

/// Waits for the lock, which is let go when the file is dropped, or when the program ends. Another program holds it for some
/// milliseconds; one that holds it for longer than `patience` is not waited for.
///
/// # Errors
/// Another program holds it for long, or the file cannot be made.
pub(in crate::cli) fn lock(path: &Path, patience: Duration) -> anyhow::Result<File> {
    let why = |error: io::Error| anyhow!(files::no_lock(reason(&error)));
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(why)?;
    let start = Instant::now();
    loop {
        match FileExt::try_lock(&file) {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < patience => thread::sleep(Duration::from_millis(3)),
            Err(TryLockError::WouldBlock) => bail!(files::ANOTHER_SAVES),
            // Some file systems have no locks; there two programs at once may overwrite each other.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(why(error)),
        }
    }
}

/// Gives a file a name under which nobody looks for it, and which no file has yet: `session-unreadable-1.json`. Who calls
/// it holds the lock.
///
/// # Errors
/// There are very many such files already, or it cannot be renamed.
pub(in crate::cli) fn set_aside(path: &Path) -> anyhow::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
    let names = (1..=SET_ASIDE).map(|n| path.with_file_name(format!("{stem}{MARK}{n}.{extension}")));
    let free = names.into_iter().find(|name| fs::symlink_metadata(name).is_err());
    let aside = free.context(files::TOO_MANY_ASIDE)?;
    fs::rename(path, &aside).map_err(|error| anyhow!(reason(&error))).context(files::NOT_RENAMED)?;
    Ok(aside)
}

/// What stands in the names of files that were set aside.
const MARK: &str = "-unreadable-";

/// Whether a file bears the name of one that was set aside.
pub(in crate::cli) fn is_aside(name: &str) -> bool {
    let number = name.rsplit_once(MARK).map(|(_, rest)| rest.split('.').next().unwrap_or_default());
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_set_aside_are_known_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("甲-155.json");
        for n in 1..=2 {
            fs::write(&path, "x").unwrap();
            let aside = set_aside(&path).unwrap();
            let name = aside.file_name().unwrap().to_string_lossy().into_owned();
            assert_eq!(name, format!("甲-155-unreadable-{n}.json"));
            assert!(is_aside(&name) && !path.exists());
        }
        for name in ["session.json", "a-unreadable-.json", "a-unreadable-x.json", "unreadable-1.json"] {
            assert!(!is_aside(name), "{name}");
        }
    }

    #[test]
    fn what_is_no_plain_file_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(look::<u32>(folder.path(), 1, 10), Ok(Found::Broken(_))));
        assert!(matches!(look::<u32>(&folder.path().join("没有"), 1, 10), Ok(Found::Nothing)));
        let large = folder.path().join("large");
        fs::write(&large, "1".repeat(11)).unwrap();
        assert!(matches!(look::<u32>(&large, 1, 10), Ok(Found::Broken(_))));
    }
}
