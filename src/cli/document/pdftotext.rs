//! Runs `pdftotext`, which takes the text out of a PDF, for so long and for so much text as is allowed.

use std::env;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::formats::{Foreign, Measure, Reading, Unreadable, limits, pdf};
use crate::words::formats as words;

/// How long the program may take; a PDF of 500 pages takes it a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is asked whether it has ended.
const TICK: Duration = Duration::from_millis(5);

/// How much of what it says about a PDF is kept, in bytes.
const MOST_COMPLAINTS: u64 = 2_000;

/// Reads the text out of a PDF.
///
/// # Errors
/// There is no `pdftotext` on this machine, or it cannot read the PDF, or there is no text in it.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let program = path().ok_or(Unreadable::Foreign(Foreign::Pdf))?;
    run(&program, bytes, PATIENCE)
}

/// Where the program is; `None` where it is not on the path.
#[must_use]
pub fn path() -> Option<PathBuf> {
    const NAMES: [&str; 2] = ["pdftotext", "pdftotext.exe"];
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    folders.iter().flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|path| path.is_file())
}

/// Reads the text out of a PDF with this program, which may take so long.
///
/// # Errors
/// As [`read`] has them.
pub fn run(program: &Path, bytes: &[u8], patience: Duration) -> Result<Reading, Unreadable> {
    let failed = |reason: String| Unreadable::Pdf { reason };
    let piped = Command::new(program)
        .args(pdf::ARGUMENTS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = piped.map_err(|error| failed(error.to_string()))?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    // The PDF is written and the text is read beside the clock: either may fill its pipe.
    let (ended, text, complaints) = thread::scope(|scope| {
        // A program that has read enough closes its input, which is no failure.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(bytes)));
        let text = scope.spawn(move || take(stdout, limits::MOST_TEXT_BYTES as u64 + 1));
        let complaints = scope.spawn(move || take(stderr, MOST_COMPLAINTS));
        let ended = wait(&mut child, patience);
        if ended.is_err() {
            let _ = child.kill();
            let _ = child.wait();
        }
        (ended, text.join().unwrap_or_default(), complaints.join().unwrap_or_default())
    });
    if text.len() > limits::MOST_TEXT_BYTES {
        return Err(Unreadable::TooMuch(Measure::Text));
    }
    match ended {
        Ok(true) => pdf::from_layout(&text),
        Ok(false) => Err(complaint(&complaints)),
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(failed(words::took_longer(patience.as_secs()))),
        Err(error) => Err(failed(error.to_string())),
    }
}

/// What the program says about a PDF that it cannot read.
fn complaint(complaints: &[u8]) -> Unreadable {
    let complaints = String::from_utf8_lossy(complaints);
    if complaints.contains("Incorrect password") {
        return Unreadable::Foreign(Foreign::Protected);
    }
    let last = complaints.lines().map(str::trim).rfind(|line| !line.is_empty());
    Unreadable::Pdf { reason: last.unwrap_or(words::NO_REASON.get()).to_owned() }
}

/// Reads so many bytes; what would come behind them is left, which ends a program that goes on writing.
fn take(source: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(source) = source {
        // What has been read before a failure is as good as what there is.
        let _ = source.take(most).read_to_end(&mut bytes);
    }
    bytes
}

/// Waits so long for the program to end, and says whether it ended well.
fn wait(child: &mut Child, patience: Duration) -> io::Result<bool> {
    let deadline = Instant::now() + patience;
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(status.success()),
            None if Instant::now() >= deadline => return Err(io::ErrorKind::TimedOut.into()),
            None => thread::sleep(TICK),
        }
    }
}
