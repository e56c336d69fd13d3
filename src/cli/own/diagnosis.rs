//! What `guihua doctor` says of the library: where it is, and what is in it.

use std::fs;
use std::path::Path;

use super::cache::Cache;
use super::store::Store;
use crate::cli::offices::Offices;
use crate::cli::{output, paths};
use crate::words::doctor as words;

/// The folder of the library with what it holds; `None` without a home folder.
pub(in crate::cli) fn diagnosis() -> Option<String> {
    let store = Store::of_user().ok()?;
    let folder = paths::shown(store.folder());
    let found = || -> anyhow::Result<String> {
        let ids = store.ids()?;
        let n_corrected = ids.iter().filter(|id| store.corrections_path(id).exists()).count();
        let n_versions: usize = store.kept()?.values().map(Vec::len).sum();
        let n_bytes = bytes(store.folder(), 1);
        let cache = Cache::of_library(store.folder(), &[Offices::of_user().digest()]);
        let cached = cache.folder().map_or(0, |folder| bytes(folder, 1));
        Ok(words::library(ids.len(), n_corrected, n_bytes, n_versions, store.set_aside()?.len(), cached))
    };
    let state = match fs::metadata(store.folder()) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => words::NOT_THERE.to_string(),
        Err(error) => output::reason(&error),
        Ok(_) => found().unwrap_or_else(|error| format!("{error:#}")),
    };
    Some(words::place(folder, state))
}

/// The bytes of all files in a folder, and in those so deep below it.
fn bytes(folder: &Path, depth: usize) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: fs::DirEntry| match entry.metadata() {
        Ok(about) if about.is_file() => about.len(),
        Ok(about) if about.is_dir() && depth > 0 => bytes(&entry.path(), depth - 1),
        Ok(_) | Err(_) => 0,
    };
    entries.map(size).sum()
}
