//! Files written whole or not at all.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};

use super::unfinished::Unfinished;
use crate::words::files;

/// How the names of temporary files begin, by which those of programs that were killed are known.
const PREFIX: &str = ".guihua-";

/// The error of a file that exists and may not be replaced.
#[derive(Debug)]
pub(in crate::cli) struct Exists(PathBuf);

impl std::fmt::Display for Exists {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&files::exists(self.0.display()))
    }
}

impl std::error::Error for Exists {}

/// Writes a file whole or not at all: the bytes go to a temporary file beside it, which then takes its name. With
/// `replaces` an existing file is replaced; of a link, the file it leads to. Returns whether there was one, whose
/// permissions the new one has.
///
/// # Errors
/// The file exists and may not be replaced ([`Exists`]), is a folder or a device, or stands in a folder that is missing
/// or may not be written.
pub(in crate::cli) fn write(path: &Path, bytes: &[u8], replaces: bool) -> anyhow::Result<bool> {
    check(path, replaces)?;
    let name = path.display();
    // A link that leads nowhere is replaced itself.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let why = |error: std::io::Error| anyhow::Error::msg(reason(&error));
    let shown = folder.display().to_string();
    clear_old(folder);
    let before = fs::metadata(&place).ok();
    let mut file = new_file()
        .tempfile_in(folder)
        .map_err(why)
        .with_context(|| files::not_in(if shown == "." { files::THIS_FOLDER.get() } else { &shown }))?;
    let _unfinished = Unfinished::begin(file.path());
    if let Some(before) = &before {
        // A file system without permissions keeps none.
        let _ = file.as_file().set_permissions(before.permissions());
    }
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(why)
        .with_context(|| files::not_written(&name))?;
    let kept = if replaces { file.persist(&place) } else { file.persist_noclobber(&place) };
    match kept {
        Ok(_) => Ok(before.is_some()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(Exists(path.to_owned()).into()),
        Err(error) => Err(why(error.error)).with_context(|| files::not_written(&name)),
    }
}

/// Removes the temporary files that programs left which were killed in the midst of writing: those older than an hour.
fn clear_old(folder: &Path) {
    const OLD: Duration = Duration::from_secs(3600);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > OLD) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes a file that only its user may read, whole or not at all. A file of this name is replaced.
///
/// # Errors
/// The folder is missing or may not be written, or the disk is full.
pub(in crate::cli) fn write_private(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let why = |error: std::io::Error| anyhow::Error::msg(reason(&error));
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(why)?;
    let _unfinished = Unfinished::begin(file.path());
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(why)?;
    file.persist(path).map_err(|error| why(error.error))?;
    Ok(())
}

/// Writes a file as [`write_private`] does, but without waiting for the disk: for what can be made again at any time. A
/// program that is killed meanwhile leaves a temporary file.
///
/// # Errors
/// The folder is missing or may not be written, or the disk is full.
pub(in crate::cli) fn write_remade(path: &Path, parts: &[&[u8]]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder)?;
    parts.iter().try_for_each(|part| file.write_all(part))?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Removes the temporary files of [`write_private`] that a program left which was killed. Nobody may be writing there.
pub(in crate::cli) fn clear_temporary(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            // One that cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Refuses a path that [`write`] would refuse for what is there now, before any work is done for it.
///
/// # Errors
/// The file exists and may not be replaced ([`Exists`]), or is a folder or a device.
pub(in crate::cli) fn check(path: &Path, replaces: bool) -> anyhow::Result<()> {
    let name = path.display();
    match fs::metadata(path).ok() {
        Some(found) if found.is_dir() => bail!(files::is_folder(name)),
        Some(found) if !found.is_file() => bail!(files::no_plain_file(name)),
        _ if !replaces && fs::symlink_metadata(path).is_ok() => Err(Exists(path.to_owned()).into()),
        _ => Ok(()),
    }
}

/// The reason why a file cannot be written: in the language in force for the usual ones, else in the words of the system.
pub(in crate::cli) fn reason(error: &std::io::Error) -> String {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system has errors without number")]
    match error.kind() {
        ErrorKind::NotFound => files::NO_SUCH_FOLDER.to_string(),
        ErrorKind::PermissionDenied => files::NOT_PERMITTED.to_string(),
        ErrorKind::ReadOnlyFilesystem => files::READ_ONLY.to_string(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => files::DISK_FULL.to_string(),
        ErrorKind::NotADirectory => files::NO_FOLDER_IN_PATH.to_string(),
        ErrorKind::InvalidFilename => files::BAD_NAME.to_string(),
        _ => error.to_string(),
    }
}

/// The builder of new files. They get the permissions that the user's umask leaves, where temporary files would be
/// readable to the user alone.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_message(path: &Path, replaces: bool) -> String {
        format!("{:#}", write(path, "新".as_bytes(), replaces).unwrap_err())
    }

    #[test]
    fn a_file_is_new_or_replaced_on_demand() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("表.csv");
        write(&path, "旧".as_bytes(), false).unwrap();
        assert!(write(&path, "新".as_bytes(), false).unwrap_err().is::<Exists>());
        assert_eq!(fs::read_to_string(&path).unwrap(), "旧");
        write(&path, "新".as_bytes(), true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "新");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_is_no_file_is_said_in_one_line_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("内");
        fs::create_dir(&inner).unwrap();
        let file = folder.path().join("表");
        fs::write(&file, "旧").unwrap();
        for (path, replaces, wanted) in [
            (inner.clone(), true, "是文件夹"),
            (inner.clone(), false, "是文件夹"),
            (folder.path().join("没有/表.csv"), false, "没有这个文件夹"),
            (file.join("表.csv"), true, "不是文件夹"),
            (folder.path().join("长".repeat(200)), false, "太长"),
        ] {
            let message = error_message(&path, replaces);
            assert!(message.contains(wanted) && !message.contains('\n'), "{message}");
        }
        assert!(inner.is_dir());
        assert_eq!(fs::read_to_string(&file).unwrap(), "旧");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_device_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("表"), folder.path().join("链"));
        fs::write(&file, "旧").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(error_message(&link, false).contains("--force"));
        write(&link, "新".as_bytes(), true).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "新");
        assert!(error_message(Path::new("/dev/null"), true).contains("不是普通文件"));
    }
}
