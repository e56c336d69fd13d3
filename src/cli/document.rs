//! Reads a file that a person names into the text that the importer reads, whatever its format: see [`crate::formats`]. A PDF
//! goes through `pdftotext` first.

pub mod pdftotext;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::formats::{self, Kind, Options, Reading, Unreadable, limits};

/// Reads the bytes of a file, or of the standard input where the path is `-`, but never more than are read of any file.
///
/// # Errors
/// The file cannot be opened or read. One that is too large is read to just beyond the limit, so that [`read`] says it.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let most = limits::MOST_FILE_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Reads the text out of the bytes of a file with this name.
///
/// # Errors
/// [`Unreadable`] says in one line what is wrong and what to do about it.
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Reading, Unreadable> {
    let is_small = bytes.len() <= limits::MOST_FILE_BYTES;
    if is_small && formats::kind(bytes, name)? == Kind::Pdf {
        return pdftotext::read(bytes);
    }
    formats::read(bytes, name, options)
}
