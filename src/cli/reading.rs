//! Reads documents from files, folders and stdin: whatever is named on the command line becomes plain texts, or one line on
//! why it cannot.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};

use super::document;
use super::output;
use super::paths;
use crate::dataset;
use crate::formats::{Anchors, Encoding, Options, Remark};
use crate::text::sanitize;
use crate::words::library;

/// What is named in place of a file for stdin.
const STDIN: &str = "-";
/// The endings of files that are read in a folder. A file that is named itself is read by its content.
const ENDINGS: [&str; 10] = ["txt", "md", "markdown", "html", "htm", "mht", "mhtml", "docx", "xlsx", "pdf"];
/// How deep folders are looked through.
const DEEPEST: usize = 16;

/// Where the bytes of a document come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Stdin,
    File(PathBuf),
}

/// A document as it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// The name of the file, without its folder.
    pub(super) name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub(super) sha256: String,
    /// The plain text, in which nothing acts on a terminal.
    pub(super) text: String,
    /// What is to be said about how it was read.
    pub(super) remarks: Vec<Remark>,
    /// Where the lines stand in a document of Word.
    pub(super) anchors: Anchors,
    /// The bytes of a document of Word, of which a copy with comments is made; empty for any other file.
    pub(super) bytes: Vec<u8>,
}

/// The documents that names on the command line mean.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) places: Vec<Place>,
    /// How many files of folders were passed over because of their endings.
    pub(super) n_skipped: usize,
}

impl Place {
    /// The place as people read it.
    pub(super) fn shown(&self) -> String {
        let shown = match self {
            Self::Stdin => library::STDIN.to_string(),
            Self::File(path) => path.display().to_string(),
        };
        sanitize::one_line(&shown).into_owned()
    }

    /// How long the file is, in bytes; 0 where that is not known.
    pub(super) fn n_bytes(&self) -> u64 {
        match self {
            Self::Stdin => 0,
            Self::File(path) => fs::metadata(path).map_or(0, |about| about.len()),
        }
    }

    /// Reads the document.
    ///
    /// # Errors
    /// The file cannot be read, or holds no text that is read; one line on why.
    pub(super) fn read(&self, encoding: Option<Encoding>) -> anyhow::Result<Document> {
        let (name, bytes) = match self {
            Self::Stdin => (STDIN.to_owned(), document::bytes(Path::new(STDIN))),
            // A device or a pipe may never end.
            Self::File(path) if fs::metadata(path).is_ok_and(|about| !about.is_file()) => bail!(library::NOT_PLAIN),
            Self::File(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                (sanitize::one_line(&name).into_owned(), document::bytes(path))
            }
        };
        let bytes = bytes.map_err(|error| anyhow!(reason(&error)))?;
        let reading = document::read(&bytes, &name, &Options { encoding })?;
        let sha256 = dataset::sha256(&bytes);
        let bytes = if reading.anchors.is_empty() { Vec::new() } else { bytes };
        let (remarks, anchors) = (reading.remarks, reading.anchors);
        Ok(Document { name, sha256, text: harmless(&reading.text), remarks, anchors, bytes })
    }
}

/// A text in which nothing acts on a terminal. Tabs stay, since they part the cells of tables, and so does the number of lines.
fn harmless(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            clean.push('\n');
        }
        for (at, cell) in line.strip_suffix('\r').unwrap_or(line).split('\t').enumerate() {
            if at > 0 {
                clean.push('\t');
            }
            clean.push_str(&sanitize::one_line(cell));
        }
    }
    clean
}

/// The reason why a file cannot be read: in the language in force for the usual ones, else in the words of the system.
fn reason(error: &io::Error) -> String {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the system has errors without number")]
    match error.kind() {
        ErrorKind::NotFound => library::NO_SUCH_FILE.to_string(),
        ErrorKind::PermissionDenied => library::NOT_READABLE.to_string(),
        _ => output::reason(error),
    }
}

/// The documents that these names mean, each once: files as they are, those in folders in the order of their names.
///
/// # Errors
/// Stdin is named twice, or a folder cannot be read or has nothing to read in it.
pub(super) fn places(names: &[PathBuf]) -> anyhow::Result<Places> {
    let mut found = Places::default();
    for name in names {
        if name.as_os_str() == STDIN {
            if found.places.contains(&Place::Stdin) {
                bail!(library::TWICE_STDIN);
            }
            found.places.push(Place::Stdin);
        } else if name.is_dir() {
            let before = found.places.len();
            let walked = walk(name, 0, &mut found);
            walked.map_err(|error| anyhow!(library::failed(paths::shown(name), reason(&error))))?;
            if found.places.len() == before {
                bail!(library::no_documents(paths::shown(name)));
            }
        } else if !found.places.contains(&Place::File(name.clone())) {
            found.places.push(Place::File(name.clone()));
        }
    }
    Ok(found)
}

/// Whether a file has an ending of those that are read in a folder.
pub(super) fn is_document(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// Adds the documents of a folder and of those below it. Links to folders are not followed, as they may lead in a circle; hidden
/// files and those that office programs leave beside an open document are passed over.
fn walk(folder: &Path, depth: usize, found: &mut Places) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '~']) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            if depth < DEEPEST {
                walk(&path, depth + 1, found)?;
            }
        } else if path.is_file() {
            if is_document(&path) {
                found.places.push(Place::File(path));
            } else {
                found.n_skipped += 1;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_harmless_and_keeps_its_lines_and_cells() {
        let text = "一\r\n\u{1b}[31m二\t三\u{2028}四\u{c}\n\n五\u{200b}六\n";
        assert_eq!(harmless(text), "一\n␛[31m二\t三 四 \n\n五六\n");
        assert_eq!(harmless(text).matches('\n').count(), text.matches('\n').count());
    }

    #[test]
    fn folders_are_looked_through_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("乙");
        fs::create_dir_all(&inner).unwrap();
        for name in ["b.md", "a.TXT", ".hidden.txt", "~$a.docx", "x.zip", "乙/c.txt"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), inner.join("circle")).unwrap();
        let found = places(&[folder.path().to_owned(), PathBuf::from("-")]).unwrap();
        let names = ["a.TXT", "b.md", "乙/c.txt"].map(|name| Place::File(folder.path().join(name)));
        assert_eq!(found.places[..3], names);
        assert_eq!((found.places.len(), found.n_skipped), (4, 1));
        assert!(places(&["-".into(), "-".into()]).is_err());
        let empty = tempfile::tempdir().unwrap();
        assert!(places(&[empty.path().to_owned()]).unwrap_err().to_string().contains("没有可以导入"));
    }

    #[test]
    fn what_cannot_be_read_is_said_in_one_line() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("空.txt"), " \n").unwrap();
        for (name, wanted) in [("没有.txt", "没有这个文件"), ("空.txt", "空的"), ("", "不是普通文件")]
        {
            let error = Place::File(folder.path().join(name)).read(None).unwrap_err().to_string();
            assert!(error.contains(wanted) && !error.contains('\n'), "{error}");
        }
    }
}
