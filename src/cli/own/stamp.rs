//! By what a file is known to be as it was, without reading it.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long a folder must have been as it is, until the time of its last change tells it from itself a moment later: the clocks
/// of file systems go by steps, of two seconds at most.
const STEP: Duration = Duration::from_secs(2);

/// By what a plan is known to be as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    plan: OfFile,
    /// `None` where nothing was corrected.
    corrections: Option<OfFile>,
}

impl Stamp {
    /// The stamp of a plan by those of its two files.
    pub(super) fn new(plan: OfFile, corrections: Option<OfFile>) -> Self {
        Self { plan, corrections }
    }

    /// Whether anything was corrected.
    pub(super) fn is_corrected(self) -> bool {
        self.corrections.is_some()
    }

    /// Gives the numbers of the stamp, for [`Stamp::read`].
    pub(super) fn write(self, mut write: impl FnMut(u64)) {
        self.plan.write(&mut write);
        OfFile::write_option(self.corrections, write);
    }

    pub(super) fn read(mut next: impl FnMut() -> Option<u64>) -> Option<Self> {
        Some(Self { plan: OfFile::read(&mut next)?, corrections: OfFile::read_option(next)? })
    }
}

/// By what a file is known to be as it was: its size, the time when it was written, and its number in the file system, which
/// is another one for a file that has taken its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OfFile {
    size: u64,
    /// Seconds since 1970, and nanoseconds.
    time: (u64, u32),
    number: u64,
}

impl OfFile {
    /// The stamp of a file or folder; `None` where it is not there.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        let time = about.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&about);
        #[cfg(not(unix))]
        let number = 0;
        Some(Self { size: about.len(), time: (time.as_secs(), time.subsec_nanos()), number })
    }

    /// Whether a change from now on gives another stamp, as the last one was long enough ago.
    pub(super) fn is_settled(self) -> bool {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let (seconds, nanoseconds) = self.time;
        now.checked_sub(Duration::new(seconds, nanoseconds)).is_some_and(|age| age > STEP)
    }

    fn write(self, write: &mut impl FnMut(u64)) {
        let Self { size, time: (seconds, nanoseconds), number } = self;
        [size, seconds, nanoseconds.into(), number].into_iter().for_each(write);
    }

    fn read(next: &mut impl FnMut() -> Option<u64>) -> Option<Self> {
        let (size, seconds, nanoseconds, number) = (next()?, next()?, next()?, next()?);
        Some(Self { size, time: (seconds, u32::try_from(nanoseconds).ok()?), number })
    }

    /// Gives the numbers of a stamp that may be lacking, as many in any case, for [`OfFile::read_option`].
    pub(super) fn write_option(stamp: Option<Self>, mut write: impl FnMut(u64)) {
        write(stamp.is_some().into());
        stamp.unwrap_or(Self { size: 0, time: (0, 0), number: 0 }).write(&mut write);
    }

    #[expect(clippy::option_option, reason = "the outer one says whether it could be read, the inner one is the value")]
    pub(super) fn read_option(mut next: impl FnMut() -> Option<u64>) -> Option<Option<Self>> {
        let is_there = next()?;
        let stamp = Self::read(&mut next)?;
        match is_there {
            0 => Some(None),
            1 => Some(Some(stamp)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let of = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, name).unwrap();
            OfFile::of(&path).unwrap()
        };
        for stamp in [Stamp::new(of("a"), None), Stamp::new(of("b"), Some(of("corrections")))] {
            let mut numbers = Vec::new();
            stamp.write(|number| numbers.push(number));
            let mut numbers = numbers.into_iter();
            assert_eq!((Stamp::read(|| numbers.next()), numbers.next()), (Some(stamp), None));
        }
        assert_eq!(OfFile::read_option(|| Some(2)), None);
    }

    #[test]
    fn a_folder_that_was_changed_a_moment_ago_is_not_settled() {
        let folder = tempfile::tempdir().unwrap();
        let now = OfFile::of(folder.path()).unwrap();
        let (seconds, nanoseconds) = now.time;
        let changed = |seconds| OfFile { time: (seconds, nanoseconds), ..now };
        assert!(!now.is_settled() && changed(seconds - 10).is_settled());
        assert!(!changed(seconds + 1_000).is_settled(), "a clock that was set back tells nothing");
    }
}
