//! Puts a text on the clipboard, and tells how: a program of this machine, tmux, or the terminal by OSC 52, which never
//! says whether it obeyed.
//!
//! ```text
//! here, with wl-copy, xclip, xsel, pbcopy or clip.exe    the program's exit status tells
//! in tmux                                                tmux keeps it, and sends it on as `set-clipboard` allows
//! else, and always over ssh                              the terminal is asked
//! ```

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::state::effect::Copied;
use crate::library::Wake;

/// How long a program may take to read the text; one without a display to talk to may never end.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is asked whether it has ended.
const TICK: Duration = Duration::from_millis(5);

/// A program that puts what it reads on the clipboard.
struct Tool {
    name: &'static str,
    arguments: &'static [&'static str],
    /// The variable that is set where there is a display that the program can talk to; `None` where it needs none.
    needs: Option<&'static str>,
    /// Whether it takes UTF-16; the others take UTF-8.
    takes_utf_16: bool,
}

/// The programs that are tried, the first that is there and can work.
const TOOLS: [Tool; 5] = [
    Tool { name: "wl-copy", arguments: &[], needs: Some("WAYLAND_DISPLAY"), takes_utf_16: false },
    Tool { name: "xclip", arguments: &["-selection", "clipboard"], needs: Some("DISPLAY"), takes_utf_16: false },
    Tool { name: "xsel", arguments: &["--clipboard", "--input"], needs: Some("DISPLAY"), takes_utf_16: false },
    Tool { name: "pbcopy", arguments: &[], needs: None, takes_utf_16: false },
    // The clipboard of Windows, from its Linux; it takes other bytes than UTF-16 for the code page of the console.
    Tool { name: "clip.exe", arguments: &[], needs: None, takes_utf_16: true },
];

/// The way to a clipboard in the surroundings of this process.
#[derive(Clone, Copy)]
enum Way {
    Program(&'static Tool),
    Tmux,
    Terminal,
}

/// What became of a text: how it was copied, or that only the terminal is left to ask.
type Outcome = Option<Copied>;

/// Puts one text after another on the clipboard.
pub(super) struct Clipboard {
    way: Way,
    /// Called on another thread when there is an outcome to take.
    wake: Wake,
    /// The text that is on its way, and where its outcome comes from.
    running: Option<(String, Receiver<Outcome>)>,
}

impl Clipboard {
    /// Finds the way to the clipboard. `wake` is called when a text has got there.
    pub(super) fn new(wake: Wake) -> Self {
        Self { way: way(), wake, running: None }
    }

    /// Begins to copy a text. Returns how it was copied if nothing but the terminal is to be asked, by the caller; else the
    /// outcome can be taken after a wake.
    pub(super) fn start(&mut self, text: &str) -> Option<Copied> {
        let (sender, outcome) = mpsc::channel();
        let (way, wake, own) = (self.way, Arc::clone(&self.wake), text.to_owned());
        let copy = move || {
            let copied = match way {
                Way::Program(tool) => tool.copy(&own).is_ok().then_some(Copied::OnClipboard),
                Way::Tmux => give_to_tmux(&own),
                Way::Terminal => None,
            };
            // Nobody hears it only where another text was copied meanwhile.
            let _ = sender.send(copied);
            wake();
        };
        let has_begun = !matches!(self.way, Way::Terminal)
            && thread::Builder::new().name("clipboard".to_owned()).spawn(copy).is_ok();
        self.running = has_begun.then(|| (text.to_owned(), outcome));
        (!has_begun).then_some(Copied::SentToTerminal)
    }

    /// Takes the outcome, if it is there: how the text was copied, and the text itself where the terminal is to be asked.
    pub(super) fn take(&mut self) -> Option<(Copied, Option<String>)> {
        let (_, outcome) = self.running.as_ref()?;
        let outcome = outcome.try_recv().ok()?;
        let (text, _) = self.running.take()?;
        Some(match outcome {
            Some(copied) => (copied, None),
            None => (Copied::SentToTerminal, Some(text)),
        })
    }
}

/// The names of the programs that are on the path, for a report.
pub(super) fn tools() -> impl Iterator<Item = &'static str> {
    TOOLS.iter().filter(|tool| tool.path().is_some()).map(|tool| tool.name)
}

/// What copies here: the name of a program, `tmux`, or `OSC 52`.
pub(super) fn way_name() -> &'static str {
    match way() {
        Way::Program(tool) => tool.name,
        Way::Tmux => "tmux",
        Way::Terminal => "OSC 52",
    }
}

/// The best way here. Over ssh a program would fill the clipboard of the wrong machine.
fn way() -> Way {
    let is_far = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].into_iter().any(is_set);
    let tool = TOOLS.iter().find(|tool| !is_far && tool.needs.is_none_or(is_set) && tool.path().is_some());
    match tool {
        Some(tool) => Way::Program(tool),
        None if is_set("TMUX") => Way::Tmux,
        None => Way::Terminal,
    }
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

impl Tool {
    /// Where the program is; `None` where it is not on the path.
    fn path(&self) -> Option<PathBuf> {
        env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(self.name)).find(|path| path.is_file())
    }

    /// Puts a text on the clipboard.
    fn copy(&self, text: &str) -> io::Result<()> {
        let bytes = if self.takes_utf_16 {
            // The mark of the byte order first, so that it is not taken for a code page.
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        } else {
            text.as_bytes().to_vec()
        };
        feed(Command::new(self.name).args(self.arguments), &bytes)
    }
}

/// Runs a program that reads these bytes and says nothing.
///
/// # Errors
/// It cannot be started, fails, or does not end in time.
fn feed(command: &mut Command, bytes: &[u8]) -> io::Result<()> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // A long text fills the pipe, so it is written beside the clock.
    let stdin = child.stdin.take();
    let own = bytes.to_vec();
    let writer = thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&own)));
    let end = wait(&mut child);
    if end.is_err() {
        let _ = child.kill();
        let _ = child.wait();
    }
    let written = writer.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into()));
    end.and(written)
}

/// Waits so long for a program to end well.
fn wait(child: &mut Child) -> io::Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(_) => return Err(io::ErrorKind::Other.into()),
            None if Instant::now() >= deadline => return Err(io::ErrorKind::TimedOut.into()),
            None => thread::sleep(TICK),
        }
    }
}

/// Gives a text to tmux, which also sends it to the terminal around it, unless it is set not to. An older one, which knows
/// no such order, keeps it only, so the terminal is asked as well.
fn give_to_tmux(text: &str) -> Outcome {
    let bytes = text.as_bytes();
    if feed(Command::new("tmux").args(["load-buffer", "-w", "-"]), bytes).is_err() {
        return None;
    }
    let setting = Command::new("tmux").args(["show-options", "-gqv", "set-clipboard"]).stdin(Stdio::null()).output();
    let is_off = setting.is_ok_and(|output| output.stdout.trim_ascii() == b"off");
    Some(if is_off { Copied::InTmuxOnly } else { Copied::SentThroughTmux })
}
