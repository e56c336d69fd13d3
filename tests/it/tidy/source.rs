//! The sources as data: a path and a text for each file, so that a law can be tried on a planted file too.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src/`, its text, and its code, which is the text without comments and tests.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) code: String,
}

impl Source {
    /// A file with this text. Files that are tests as a whole have no code.
    pub(super) fn new(path: &str, text: &str) -> Self {
        let is_test = path.ends_with("tests.rs") || path.contains("/tests/") || TEST_FILES.contains(&path);
        let shown = if is_test { "" } else { before_tests(text) };
        let code: Vec<&str> = shown.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        Self { path: path.to_owned(), text: text.to_owned(), code: code.join("\n") }
    }

    /// The modules that lead to the file: `app/views/plans.rs` is `["app", "views", "plans"]`, `lib.rs` is empty.
    pub(super) fn module(&self) -> Vec<String> {
        let path = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
    }

    /// The doc comments: the number of the first line, and the lines without their slashes.
    pub(super) fn doc_comments(&self) -> Vec<(usize, Vec<&str>)> {
        let mut comments: Vec<(usize, Vec<&str>)> = Vec::new();
        let mut is_open = false;
        for (line, no) in self.text.lines().zip(1..) {
            let doc = line.trim_start().strip_prefix("///").map(str::trim);
            match (doc, comments.last_mut()) {
                (Some(doc), Some((_, lines))) if is_open => lines.push(doc),
                (Some(doc), _) => comments.push((no, vec![doc])),
                (None, _) => {}
            }
            is_open = doc.is_some();
        }
        comments
    }
}

/// Files that only tests are compiled with, besides those named `tests.rs`.
const TEST_FILES: [&str; 1] = ["text/corpus.rs"];

/// The text of a file down to its own tests.
pub(super) fn before_tests(text: &str) -> &str {
    let tests = ["#[cfg(test)]\nmod tests {", "#[cfg(test)]\npub(crate) mod tests {"];
    let end = tests.iter().filter_map(|tests| text.find(tests)).min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The root of the repository.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every file below `src/`.
pub(super) fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("the sources can be read");
        let path = path.strip_prefix(&src).expect("a file below src").to_string_lossy().replace('\\', "/");
        Source::new(&path, &text)
    };
    found.into_iter().map(read).collect()
}

/// Whether a file is this one, or lies in this folder, or is the folder's own file.
pub(super) fn is_in(path: &str, place: &str) -> bool {
    path == place || path == format!("{place}.rs") || path.starts_with(&format!("{place}/"))
}
