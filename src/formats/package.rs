//! The container of docx and xlsx: a zip archive, whose parts are unpacked piece by piece and within limits.

use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::formats::limits;
use crate::formats::unreadable::{Measure, Unreadable};
use crate::words::formats as words;

/// A package: the parts by their paths. It keeps count of what has been unpacked from it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The bytes that may still be unpacked.
    left: u64,
}

/// A part that is being unpacked.
pub(super) type Part<'a> = BufReader<Bounded<Box<dyn Read + 'a>>>;

impl<'a> Package<'a> {
    /// Opens the package that these bytes are.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("", &error))?;
        if archive.len() > limits::MOST_ENTRIES {
            return Err(Unreadable::TooMuch(Measure::Parts));
        }
        Ok(Self { archive, left: limits::MOST_UNPACKED_BYTES })
    }

    /// Whether the package has a part with this path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.archive.index_for_name(path).is_some()
    }

    /// Begins to unpack a part; `None` if the package does not have it.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Part<'_>>, Unreadable> {
        let Some(at) = self.archive.index_for_name(path) else { return Ok(None) };
        let file = self.archive.by_index(at).map_err(|error| damaged(path, &error))?;
        // The sizes are those that the archive claims; what is unpacked is counted all the same.
        let ratio = file.compressed_size().saturating_mul(limits::MOST_RATIO).max(limits::RATIO_COUNTS_FROM);
        if file.size() > self.left || file.size() > ratio {
            return Err(Unreadable::Bomb { part: path.to_owned() });
        }
        let most = self.left.min(ratio);
        self.left = self.left.saturating_sub(file.size());
        Ok(Some(BufReader::with_capacity(1 << 15, Bounded { inner: Box::new(file), left: most })))
    }
}

fn damaged(part: &str, error: &ZipError) -> Unreadable {
    let has_no_contents = matches!(error, ZipError::InvalidArchive(_) | ZipError::FileNotFound);
    let reason = if has_no_contents { words::NO_CONTENTS } else { words::BAD_PART };
    Unreadable::Damaged { part: part.to_owned(), reason: reason.get().to_owned() }
}

/// A reader that fails once more is read than may be.
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
}

/// The error of a part that grows beyond its limit.
#[derive(Debug)]
pub(super) struct Beyond;

impl std::fmt::Display for Beyond {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("beyond the limit")
    }
}

impl std::error::Error for Beyond {}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(n as u64).ok_or_else(|| io::Error::other(Beyond))?;
        Ok(n)
    }
}
