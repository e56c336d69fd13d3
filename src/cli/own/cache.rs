//! Files of what was made of the library and can be made again at any time.
//!
//! ```text
//! $XDG_CACHE_HOME/guihua/library-0f3a…/     what one version of the program has made of one library
//!     heads                                 the facts of all own plans, which the first screen needs
//!     names                                 the names that they print for offices
//!     index                                 what a search of many plans is made of
//!     plans/8c21…                           a plan, by a digest of all that it was made of
//!     plans/8c21….targets                   the targets that its text states
//! ```
//!
//! A file begins with a line that says what it is, how long and with which checksum. One that is not whole, is of another
//! form, or cannot be read, is as if it were not there; what cannot be written is made again next time. So nothing here is an
//! error, and several programs may read and write at once: a file comes by one renaming.

use std::fs::{self, DirBuilder, File};
use std::hash::Hasher;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use etcetera::{BaseStrategy, choose_base_strategy};
use rustc_hash::FxHasher;

use crate::cli::output;
use crate::dataset;
use crate::library::Opened;
#[cfg(unix)]
use crate::search::ReadAt;

/// How the first line of each file begins: the form of the files.
const FORM: &str = "guihua-cache 2";
/// How long the first line of a file may be.
const LONGEST_LINE: u64 = 256;
/// How the names of the folders begin.
const FOLDER: &str = "library-";
/// The folder in which each plan has a file.
const PLANS: &str = "plans";
/// For how long what nobody asks for any more stays: another program may be about to use it.
const UNUSED: Duration = Duration::from_secs(3600);
/// For how long the folder of another version of the program stays.
const OTHER_VERSION: Duration = Duration::from_secs(14 * 24 * 3600);

/// The folder of what was made, whether it can be used or not.
#[derive(Clone, Debug)]
pub(super) struct Cache {
    /// `None` where there is no place for it.
    folder: Option<PathBuf>,
    /// A digest of all that everything in it depends on.
    key: String,
}

impl Cache {
    /// The cache of this user for this program and the library in this folder. `others` are digests of what else all plans
    /// depend on, such as a list of offices of the user's own: with other digests it is another cache.
    pub(super) fn of_library(library: &Path, others: &[&str]) -> Self {
        let library = library.to_string_lossy();
        let key = key(&[&[env!("CARGO_PKG_VERSION"), env!("GUIHUA_READING"), &library], others].concat());
        let folders = choose_base_strategy().ok().map(|folders| folders.cache_dir().join("guihua"));
        let name = format!("{FOLDER}{}", key.get(..16).unwrap_or_default());
        Self { folder: folders.map(|folder| folder.join(name)), key }
    }

    /// A cache in this folder, for tests.
    #[cfg(test)]
    pub(super) fn in_folder(folder: &Path, others: &[&str]) -> Self {
        Self { folder: Some(folder.to_owned()), key: key(others) }
    }

    /// The folder, which need not be there; `None` where there is no place for it.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// A digest of all that everything here depends on.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Reads what was kept under a name, if it is whole and was made by this program.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.open(name).map(|opened| opened.bytes)
    }

    /// Reads as [`Cache::read`] does, and keeps the file open, from which any part can be read again without reading the rest.
    pub(super) fn open(&self, name: &str) -> Option<Opened> {
        let (bytes, file) = self.read_file(&self.folder.as_ref()?.join(name), name).ok().flatten()?;
        #[cfg(unix)]
        let place: Option<Arc<dyn ReadAt>> = Some(Arc::new(file));
        #[cfg(not(unix))]
        let place = Some(file).and(None);
        Some(Opened { bytes, place })
    }

    /// Reads the plan with this key.
    pub(super) fn read_plan(&self, key: &str) -> Option<Vec<u8>> {
        self.read(&format!("{PLANS}/{key}"))
    }

    /// The bytes of a file behind its first line, and the file.
    fn read_file(&self, path: &Path, name: &str) -> io::Result<Option<(Vec<u8>, KeptFile)>> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        let mut file = BufReader::new(file);
        let mut line = Vec::new();
        file.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        let Some(rest) = usize::try_from(n_bytes).ok().and_then(|n_bytes| n_bytes.checked_sub(line.len())) else {
            return Ok(None);
        };
        // The line says the length, so that nothing is read of a file that is none of ours.
        let begins = self.first_line(name, rest, None);
        if !line.starts_with(begins.as_bytes()) {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(rest);
        file.by_ref().take(n_bytes).read_to_end(&mut bytes)?;
        let is_whole = line == self.first_line(name, rest, Some(checksum(&[&bytes]))).into_bytes();
        let file = KeptFile { file: file.into_inner(), from: line.len() };
        Ok(is_whole.then_some((bytes, file)))
    }

    /// The first line of a file of this name, up to the checksum where that is not known yet.
    fn first_line(&self, name: &str, n_bytes: usize, sum: Option<u64>) -> String {
        let begins = format!("{FORM} {name} {} {n_bytes} ", self.key);
        sum.map_or_else(|| begins.clone(), |sum| format!("{begins}{sum:016x}\n"))
    }

    /// Keeps something under a name. Where it cannot be written, nothing is kept.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) {
        self.write_parts(name, &[bytes]);
    }

    /// Keeps something that consists of several parts.
    pub(super) fn write_parts(&self, name: &str, parts: &[&[u8]]) {
        let Some(folder) = &self.folder else { return };
        let n_bytes = parts.iter().map(|part| part.len()).sum();
        let line = self.first_line(name, n_bytes, Some(checksum(parts)));
        let path = folder.join(name);
        let parts = [&[line.as_bytes()], parts].concat();
        let write = || output::write_remade(&path, &parts);
        if write().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) && make_folders(folder).is_ok() {
            // What cannot be kept is made again.
            let _ = write();
        }
    }

    /// Keeps the plan with this key.
    pub(super) fn write_plan(&self, key: &str, bytes: &[u8]) {
        self.write(&format!("{PLANS}/{key}"), bytes);
    }

    /// Reads what was kept beside the plan with this key.
    pub(super) fn read_beside(&self, key: &str, name: &str) -> Option<Vec<u8>> {
        self.read(&format!("{PLANS}/{key}.{name}"))
    }

    /// Keeps something beside the plan with this key.
    pub(super) fn write_beside(&self, key: &str, name: &str, bytes: &[u8]) {
        self.write(&format!("{PLANS}/{key}.{name}"), bytes);
    }

    /// Removes the plans that nobody asks for any more, with what is kept beside them: all but those with these keys, and what
    /// other versions of the program have left.
    pub(super) fn clear(&self, is_used: impl Fn(&str) -> bool) {
        let Some(folder) = &self.folder else { return };
        for (name, path) in entries_older_than(&folder.join(PLANS), UNUSED) {
            if !is_used(name.split('.').next().unwrap_or_default()) {
                let _ = fs::remove_file(path);
            }
        }
        for (name, path) in entries_older_than(folder, UNUSED) {
            if name.starts_with('.') {
                let _ = fs::remove_file(path);
            }
        }
        for (name, path) in folder.parent().into_iter().flat_map(|parent| entries_older_than(parent, OTHER_VERSION)) {
            if name.starts_with(FOLDER) && path != *folder {
                let _ = fs::remove_dir_all(path);
            }
        }
    }
}

/// A file of the cache that stays open. Another one that takes its name does not change it, and none is written where it stands.
#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix reads it again"))]
#[derive(Debug)]
struct KeptFile {
    file: File,
    /// Where its first line ends.
    from: usize,
}

#[cfg(unix)]
impl ReadAt for KeptFile {
    fn read_at(&self, from: usize, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        let at = u64::try_from(self.from.checked_add(from)?).ok()?;
        std::os::unix::fs::FileExt::read_exact_at(&self.file, &mut bytes, at).ok()?;
        Some(bytes)
    }
}

/// Makes the folder of the cache with the folder of plans in it, which only the user may read.
fn make_folders(folder: &Path) -> io::Result<()> {
    let mut folders = DirBuilder::new();
    folders.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
    folders.create(folder.join(PLANS))
}

/// The names in a folder, with their paths, that have not been written for so long.
fn entries_older_than(folder: &Path, age: Duration) -> Vec<(String, PathBuf)> {
    let now = SystemTime::now();
    let is_old = |entry: &fs::DirEntry| {
        let written = entry.metadata().and_then(|about| about.modified()).ok();
        written.and_then(|written| now.duration_since(written).ok()).is_some_and(|unchanged| unchanged > age)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().filter(is_old);
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())).collect()
}

/// A digest of several texts in their order: what was made of them has it as its key.
pub(super) fn key(parts: &[&str]) -> String {
    // Each with its length, so that no two lists are one text.
    let mut all = String::new();
    for part in parts {
        all.extend([part.len().to_string().as_str(), " ", part, "\n"]);
    }
    dataset::sha256(all.as_bytes())
}

/// A sum over some bytes that is another one when any of them is changed. It takes a fraction of the time of reading them;
/// nobody is kept from making a file with the right sum, who might as well write into the library.
fn checksum(parts: &[&[u8]]) -> u64 {
    let mut sum = Sum::default();
    // What is left of a part is summed up with the beginning of the next one, so that only the whole counts.
    let mut left: Vec<u8> = Vec::new();
    for part in parts {
        let (before, rest) = part.split_at(((8 - left.len()) % 8).min(part.len()));
        left.extend(before);
        if left.len() == 8 {
            sum.add(&left);
            left.clear();
        }
        let whole = if left.is_empty() { rest.len() / 8 * 8 } else { 0 };
        let (words, rest) = rest.split_at(whole);
        sum.add(words);
        left.extend(rest);
    }
    left.resize(left.len().next_multiple_of(8), 0);
    sum.add(&left);
    sum.finish(parts.iter().map(|part| part.len()).sum())
}

/// How many words are summed up at once, each in a sum of its own: no step has to wait for the one before.
const LANES: usize = 4;

/// What has been summed up so far, and how many words that were.
#[derive(Default)]
struct Sum {
    lanes: [FxHasher; LANES],
    n_words: usize,
}

impl Sum {
    /// Adds words of eight bytes each.
    fn add(&mut self, words: &[u8]) {
        let (words, _) = words.as_chunks::<8>();
        let (before, rest) = words.split_at(((LANES - self.n_words % LANES) % LANES).min(words.len()));
        for word in before {
            self.add_word(*word);
        }
        let (whole, after) = rest.as_chunks::<LANES>();
        for words in whole {
            for (lane, word) in self.lanes.iter_mut().zip(words) {
                lane.write_u64(u64::from_le_bytes(*word));
            }
        }
        for word in after {
            self.add_word(*word);
        }
    }

    fn add_word(&mut self, word: [u8; 8]) {
        if let Some(lane) = self.lanes.get_mut(self.n_words % LANES) {
            lane.write_u64(u64::from_le_bytes(word));
        }
        self.n_words += 1;
    }

    fn finish(self, n_bytes: usize) -> u64 {
        let mut hasher = FxHasher::default();
        self.lanes.iter().for_each(|lane| hasher.write_u64(lane.finish()));
        hasher.write_usize(n_bytes);
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("cache/library-x");
        let cache = Cache::in_folder(&place, &["a"]);
        let bytes: Vec<u8> = "卫生健康规划，一部。".bytes().cycle().take(1003).collect();
        assert_eq!(cache.read("heads"), None);
        cache.write("heads", &bytes);
        cache.write_plan("00", &bytes[..500]);
        assert_eq!(
            (cache.read("heads").as_ref(), cache.read_plan("00").as_deref()),
            (Some(&bytes), Some(&bytes[..500]))
        );
        let path = place.join("heads");
        let written = fs::read(&path).unwrap();
        let mut spoilt: Vec<Vec<u8>> = (0..written.len()).step_by(7).map(|end| written[..end].to_vec()).collect();
        spoilt.push([written.as_slice(), b"x"].concat());
        for at in (0..written.len()).step_by(3) {
            let mut flipped = written.clone();
            flipped[at] ^= 1 << (at % 8);
            spoilt.push(flipped);
        }
        spoilt.push(b"\0\0\0\0".repeat(1000));
        for bytes in spoilt {
            fs::write(&path, &bytes).unwrap();
            assert_eq!(cache.read("heads"), None, "{:?}", String::from_utf8_lossy(&bytes));
        }
        cache.write("heads", &bytes);
        let opened = cache.open("heads").unwrap().place;
        cache.write("heads", b"another");
        #[cfg(unix)]
        {
            let opened = opened.unwrap();
            assert_eq!(opened.read_at(7, 100).as_deref(), Some(&bytes[7..107]), "the file that was opened");
            assert_eq!((opened.read_at(bytes.len(), 0), opened.read_at(bytes.len(), 1)), (Some(Vec::new()), None));
        }
        #[cfg(not(unix))]
        assert!(opened.is_none());
        // A file under the name of another one, and the file of another program.
        fs::copy(place.join("plans/00"), place.join("plans/01")).unwrap();
        assert_eq!(cache.read_plan("01"), None);
        assert_eq!(Cache::in_folder(&place, &["b"]).read_plan("00"), None);
        cache.write("heads", &bytes);
        assert_eq!(cache.read("heads"), Some(bytes), "what is broken is replaced");
    }

    #[test]
    fn a_sum_is_of_the_whole_however_it_is_cut() {
        let bytes: Vec<u8> = (0..41).collect();
        for one in 0..bytes.len() {
            for other in one..bytes.len() {
                let parts = [&bytes[..one], &bytes[one..other], &bytes[other..]];
                assert_eq!(checksum(&parts), checksum(&[&bytes]), "{one} {other}");
            }
        }
        assert_ne!(checksum(&[b"a"]), checksum(&[b"a\0"]));
    }

    #[test]
    fn no_place_for_a_cache_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        for place in [None, Some(file.join("below"))] {
            let cache = Cache { folder: place, key: String::new() };
            cache.write("heads", b"x");
            assert_eq!(cache.read("heads"), None);
            cache.clear(|_| false);
        }
    }

    #[test]
    fn keys_tell_lists_apart() {
        let lists = [&["a", "b"][..], &["ab"], &["a", "", "b"], &["b", "a"], &[], &[""], &["a\n1 b"]];
        let keys: std::collections::BTreeSet<String> = lists.iter().map(|list| key(list)).collect();
        assert_eq!(keys.len(), lists.len());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("cache");
        Cache::in_folder(&place, &[]).write_plan("00", b"x");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!([mode(&place), mode(&place.join("plans")), mode(&place.join("plans/00"))], [0o700, 0o700, 0o600]);
    }
}
