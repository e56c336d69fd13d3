//! A program in a terminal of its own: when its screen was full, and how long it changes after a key.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SCREEN: (u16, u16) = (120, 40);
/// The screen is full when this many of its lines have text.
const FULL: usize = 15;
/// A screen of ours that has not changed for so long does not change any more: it is drawn once a key.
const QUIET: Duration = Duration::from_millis(60);
/// The same of a program that shows the key at once and what it finds later.
const QUIET_OF_OTHERS: Duration = Duration::from_millis(1_200);
/// A program that has not worked for so long waits for a key.
const IDLE: Duration = Duration::from_secs(1);
/// How long at most a key is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program and its screen.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    start: Instant,
    quiet: Duration,
    _pty: Box<dyn MasterPty + Send>,
}

impl Terminal {
    pub(crate) fn start(program: &str, arguments: &[&str], surroundings: &[(&str, PathBuf)]) -> Self {
        let size = PtySize { rows: SCREEN.1, cols: SCREEN.0, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut builder = CommandBuilder::new(program);
        builder.args(arguments);
        builder.env("TERM", "xterm-256color");
        for (variable, value) in surroundings {
            builder.env(variable, value);
        }
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let keys = pty.master.take_writer().expect("a writer");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(n) = reader.read(&mut bytes)
                && n > 0
                && sender.send((Instant::now(), bytes[..n].to_vec())).is_ok()
            {}
        });
        let start = Instant::now();
        let child = pty.slave.spawn_command(builder).expect("the program starts");
        let [rows, columns] = [SCREEN.1, SCREEN.0].map(|n| n.try_into().expect("not 0"));
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { child, keys, output, screen, start, quiet: QUIET, _pty: pty.master }
    }

    /// Waits longer after each key, since the program shows in between what was typed.
    pub(crate) fn patiently(mut self) -> Self {
        self.quiet = QUIET_OF_OTHERS;
        self
    }

    /// Wall time and processor time from the start to the first full screen.
    pub(crate) fn until_full(&mut self) -> (Duration, Duration) {
        loop {
            let (at, bytes) = self.output.recv_timeout(PATIENCE).expect("the program draws");
            self.take(&bytes);
            if self.screen.screen().contents().lines().filter(|line| !line.trim().is_empty()).count() >= FULL {
                return (at - self.start, self.processor_time());
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        // Programs that ask where the cursor is wait for the answer.
        for _ in bytes.windows(4).filter(|window| *window == b"\x1b[6n") {
            self.send("\x1b[1;1R");
        }
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("the program reads");
    }

    /// Presses a key, and returns after how long the text of the screen changed last.
    pub(crate) fn press(&mut self, key: &str) -> Duration {
        let (start, mut last) = (Instant::now(), Duration::ZERO);
        self.send(key);
        let mut wait = PATIENCE;
        while let Ok((at, bytes)) = self.output.recv_timeout(wait) {
            let before = self.screen.screen().contents();
            self.take(&bytes);
            if self.screen.screen().contents() != before {
                last = at - start;
            }
            // A program that draws for ever is not waited for.
            wait = if start.elapsed() > PATIENCE { Duration::ZERO } else { self.quiet };
        }
        last
    }

    /// Reads what comes for a while.
    pub(crate) fn settle(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while let Ok((_, bytes)) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.take(&bytes);
        }
    }

    /// Reads what comes until no thread of the program has worked for a while. Returns `false` if it still works after so long.
    pub(crate) fn until_idle(&mut self, patience: Duration) -> bool {
        let start = Instant::now();
        let mut before = self.processor_time();
        while start.elapsed() < patience {
            self.settle(IDLE);
            let now = self.processor_time();
            // A thread that has ended counts no more.
            if now.saturating_sub(before) < IDLE / 100 {
                return true;
            }
            before = now;
        }
        false
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        self.screen.screen().contents().contains(words)
    }

    /// Processor time of all threads so far, where the system tells.
    fn processor_time(&self) -> Duration {
        let tasks = self.child.process_id().map(|id| format!("/proc/{id}/task")).unwrap_or_default();
        let of_task = |task: std::fs::DirEntry| {
            let told = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            told.split(' ').next()?.parse::<u64>().ok()
        };
        let nanoseconds: u64 = std::fs::read_dir(tasks).into_iter().flatten().flatten().filter_map(of_task).sum();
        Duration::from_nanos(nanoseconds)
    }

    /// Bytes of memory resident now, where the system tells.
    pub(crate) fn memory(&self) -> usize {
        let status = self.child.process_id().and_then(|id| std::fs::read_to_string(format!("/proc/{id}/statm")).ok());
        let pages = status.and_then(|status| status.split(' ').nth(1)?.parse::<usize>().ok());
        pages.unwrap_or_default() * 4_096
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that has ended already is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
