//! Waits for the terminal, for other threads and for new sizes, on Unix: three files that `poll` watches together.
//!
//! crossterm's own reader loses what comes in bursts (it is told once of many bytes and returns after one event), and
//! spins where the terminal is gone, so it is not used here. `poll` tells of what is still unread each time it is asked.

use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use super::decode::Decoder;
use super::{Arrived, News};

/// The most bytes that are read before the browser sees them: more than a hand sends, but bounded, so that the screen
/// keeps up with a flood.
const MOST: usize = 64 * 1024;
/// The bytes of one read; the kernel keeps no more than this of a terminal.
const READ: usize = 4096;

/// The terminal's keyboard, and what else ends a wait.
#[derive(Debug)]
pub(super) struct Source {
    /// Where the keys come from if that is not standard input.
    tty: Option<OwnedFd>,
    wakes: UnixStream,
    waker: Waker,
    sizes: UnixStream,
    decoder: Decoder,
    /// When what has begun and not ended is given up.
    deadline: Option<Instant>,
    /// How long the rest of a key may take behind a lone Escape.
    pub(super) escape: Duration,
}

/// Ends a wait from another thread.
#[derive(Clone, Debug)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Has the screen take in what is new and be drawn again. Does nothing once the terminal has been given back.
    pub fn wake(&self) {
        // A full pipe holds a wake already.
        let _ = (&*self.0).write(&[0]);
    }
}

/// Two ends of a pipe, neither of which waits.
fn quick_pair() -> io::Result<(UnixStream, UnixStream)> {
    let (reader, writer) = UnixStream::pair()?;
    reader.set_nonblocking(true)?;
    writer.set_nonblocking(true)?;
    Ok((reader, writer))
}

impl Source {
    /// Begins to listen. New sizes are noticed from now on.
    pub(super) fn open() -> io::Result<Self> {
        let tty = if io::stdin().is_terminal() {
            None
        } else {
            Some(open("/dev/tty", OFlags::RDONLY | OFlags::NOCTTY, Mode::empty())?)
        };
        let (wakes, sender) = quick_pair()?;
        let (sizes, size_writer) = quick_pair()?;
        pipe::register(SIGWINCH, size_writer)?;
        Ok(Self {
            tty,
            wakes,
            waker: Waker(Arc::new(sender)),
            sizes,
            decoder: Decoder::default(),
            deadline: None,
            escape: super::ESCAPE,
        })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Takes the next report of the cursor for the answer to a question that the caller is about to ask.
    pub(super) fn expect_answer(&mut self) {
        self.decoder.awaits_answer = true;
    }

    /// Takes the next report of a background for the answer to a question that the caller is about to ask.
    pub(super) fn expect_background(&mut self) {
        self.decoder.awaits_background = true;
    }

    /// Waits until something comes, without end or so long, and reads all that is there.
    pub(super) fn wait(&mut self, patience: Option<Duration>) -> io::Result<Arrived> {
        let stdin = io::stdin();
        let keys = self.tty.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
        // The time counts from the first wait on: while the browser was at work, the rest may have been on its way.
        if self.deadline.is_none() {
            self.deadline = self.decoder.patience(self.escape).map(|patience| Instant::now() + patience);
        }
        let until_deadline = self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let patience = [patience, until_deadline].into_iter().flatten().min();
        let mut arrived = Arrived::default();
        let Some([has_keys, has_wake, has_size]) = ready([keys, self.wakes.as_fd(), self.sizes.as_fd()], patience)?
        else {
            return Ok(arrived);
        };
        let is_over = !(has_keys || has_wake || has_size);
        let news = [
            (is_over, News::TimeOver),
            (has_wake && drain(self.wakes.as_fd()), News::Wake),
            (has_size && drain(self.sizes.as_fd()), News::Size),
        ];
        arrived.news.extend(news.into_iter().filter(|(has, _)| *has).map(|(_, news)| news));
        if has_keys {
            let (bytes, has_ended) = read_all(keys)?;
            arrived.tokens = self.decoder.feed(&bytes);
            arrived.news.extend(has_ended.then_some(News::End));
            self.deadline = None;
        } else if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) {
            arrived.tokens = self.decoder.give_up();
            self.deadline = None;
        }
        Ok(arrived)
    }
}

/// Which of the files have something to read or have ended; none once the time is over. `None` where a signal came first,
/// of which the next round tells more.
fn ready<const N: usize>(files: [BorrowedFd<'_>; N], patience: Option<Duration>) -> io::Result<Option<[bool; N]>> {
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut watched = files.map(|file| PollFd::from_borrowed_fd(file, PollFlags::IN));
    match poll(&mut watched, patience.as_ref()) {
        Ok(_) => Ok(Some(watched.map(|file| !file.revents().is_empty()))),
        Err(Errno::INTR) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Empties a pipe that does not wait. Returns whether something was in it.
fn drain(pipe: BorrowedFd<'_>) -> bool {
    let mut buffer = [0; 256];
    let mut has_any = false;
    while matches!(rustix::io::read(pipe, &mut buffer), Ok(1..)) {
        has_any = true;
    }
    has_any
}

/// Reads what the terminal has sent, as long as more is there at once, and tells whether it has ended.
fn read_all(keys: BorrowedFd<'_>) -> io::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; READ];
    while bytes.len() < MOST {
        match rustix::io::read(keys, &mut buffer) {
            Ok(0) | Err(Errno::IO) => return Ok((bytes, true)),
            Ok(length) => bytes.extend(buffer.iter().take(length)),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
        if ready([keys], Some(Duration::ZERO))? != Some([true]) {
            break;
        }
    }
    Ok((bytes, false))
}
