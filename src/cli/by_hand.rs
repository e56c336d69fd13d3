//! Files in TOML that people write by hand: read whole, never over a limit, and each mistake told with its line.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::output;
use crate::words;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// The text of a file that was written by hand.
pub(super) struct ByHand {
    text: String,
}

/// What is wrong with a file or with one of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line, counted from 1; `None` where the system does not let the file be read.
    pub(super) line: Option<usize>,
    pub(super) what: String,
}

impl ByHand {
    /// Reads the file; `None` where there is none.
    ///
    /// # Errors
    /// It cannot be read, is too large, or is not UTF-8.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Fault> {
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(Fault { line: None, what: output::reason(&error) }),
        };
        Self::of(bytes).map(Some)
    }

    /// Takes these bytes for those of a file.
    ///
    /// # Errors
    /// They are not UTF-8.
    pub(super) fn of(bytes: Vec<u8>) -> Result<Self, Fault> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { text }),
            Err(error) => {
                let line = line_of(error.as_bytes(), error.utf8_error().valid_up_to());
                Err(Fault { line: Some(line), what: words::settings::NOT_UTF_8.to_string() })
            }
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Reads the table that the text is.
    ///
    /// # Errors
    /// It is no TOML, from this line on.
    pub(super) fn table(&self) -> Result<Spanned<DeTable<'_>>, Fault> {
        DeTable::parse(&self.text).map_err(|error| {
            let line = self.line(error.span().unwrap_or_default());
            Fault { line: Some(line), what: words::settings::not_toml(error.message()) }
        })
    }

    /// The line in which a part of the text begins, counted from 1.
    pub(super) fn line(&self, span: Range<usize>) -> usize {
        line_of(self.text.as_bytes(), span.start)
    }
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    // A device or a pipe may never end.
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::Error::from(ErrorKind::IsADirectory));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST { Err(std::io::Error::from(ErrorKind::FileTooLarge)) } else { Ok(bytes) }
}

/// Reads one text or a list of texts.
pub(super) fn listed(value: &DeValue<'_>) -> Option<Vec<String>> {
    match value {
        DeValue::String(word) => Some(vec![word.to_string()]),
        DeValue::Array(array) => array.iter().map(|each| each.get_ref().as_str().map(str::to_owned)).collect(),
        DeValue::Boolean(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => {
            None
        }
    }
}

/// The line in which a byte stands, counted from 1.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        for (bytes, line) in [(&b"a = 1\nb = \xff"[..], 2), (b"\n\n[a", 3), (b"a = 1\na = 2", 2), (b"\x00", 1)] {
            let fault = ByHand::of(bytes.to_vec()).and_then(|file| file.table().map(drop)).unwrap_err();
            assert_eq!(fault.line, Some(line), "{fault:?}");
        }
        let folder = tempfile::tempdir().unwrap();
        assert!(ByHand::read(&folder.path().join("none.toml")).unwrap().is_none());
        assert_eq!(ByHand::read(folder.path()).err().map(|fault| fault.line), Some(None));
        let large = folder.path().join("large.toml");
        std::fs::write(&large, "#".repeat(1024 * 1024 + 1)).unwrap();
        assert!(ByHand::read(&large).is_err());
    }
}
