//! One run of the program in a pseudo-terminal, with a screen to look at.
//!
//! A thread reads what the program writes into a `vt100` terminal and wakes whoever waits. The terminal answers no
//! question, so the program is told its widths (`--ambiguous narrow`) instead of waiting two seconds for them.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;
use std::{env, fs, process, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before the test fails. Far more than is needed: it bounds a hang on a loaded machine.
const LIMIT: Duration = Duration::from_secs(20);

/// The variable with the folder of what a program keeps from run to run; here it is a folder of the home of this name.
pub(super) const STATE: &str = "XDG_STATE_HOME";

/// The variables that name the folders of the user's home.
pub(super) const HOME_FOLDERS: [&str; 4] = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", STATE, "XDG_CACHE_HOME"];

/// The program under test.
pub(super) const PROGRAM: &str = env!("CARGO_BIN_EXE_guihua");

/// A running program and its terminal.
pub(super) struct Session {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    display: Arc<Display>,
    home: PathBuf,
    keeps_home: bool,
}

/// What the terminal shows, and a bell for those who wait for a change.
struct Display {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    terminal: vt100::Parser,
    /// Bytes written by the program so far.
    written: usize,
    /// The program has closed the terminal.
    closed: bool,
}

/// A command in surroundings that do not depend on the machine.
fn builder(program: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    for name in crate::SURROUNDINGS {
        command.env_remove(name);
    }
    command
}

impl Session {
    /// Starts the program with these arguments in a terminal of this size (columns, rows), with a home of its own.
    pub(super) fn start(arguments: &[&str], size: (u16, u16)) -> Self {
        let mut command = builder(PROGRAM);
        command.args(["--ambiguous", "narrow"]);
        command.args(arguments);
        Self::spawn(command, size)
    }

    /// Starts the program in this environment, in a terminal of this size (columns, rows).
    pub(super) fn start_with(environment: &[(&str, &str)], size: (u16, u16)) -> Self {
        let mut command = builder(PROGRAM);
        command.args(["--ambiguous", "narrow"]);
        for (name, value) in environment {
            command.env(name, value);
        }
        Self::spawn(command, size)
    }

    /// Starts a shell with job control in a terminal of this size, and the program in it. Ends with the shell.
    pub(super) fn start_in_shell(size: (u16, u16)) -> Self {
        let mut command = builder("sh");
        command.args(["-i", "-m"]);
        command.env("LC_ALL", "C");
        let mut session = Self::spawn(command, size);
        session.keys(&format!("'{PROGRAM}' --ambiguous narrow\n"));
        session
    }

    /// Starts the program once more for the user whose home this is, which is kept.
    pub(super) fn start_at(home: &Path, arguments: &[&str], size: (u16, u16)) -> Self {
        let mut command = builder(PROGRAM);
        command.args(["--ambiguous", "narrow"]);
        command.args(arguments);
        let mut session = Self::spawn_at(home.to_owned(), command, size);
        session.keeps_home = true;
        session
    }

    /// Runs these lines in a shell, in which `$PROGRAM` is the program, for the user whose home this is, which is kept.
    pub(super) fn run_script_at(home: &Path, lines: &str, size: (u16, u16)) -> Self {
        let mut command = builder("sh");
        command.args(["-c", lines]);
        command.env("PROGRAM", PROGRAM);
        let mut session = Self::spawn_at(home.to_owned(), command, size);
        session.keeps_home = true;
        session
    }

    fn spawn(command: CommandBuilder, size: (u16, u16)) -> Self {
        Self::spawn_at(fresh_home(), command, size)
    }

    fn spawn_at(home: PathBuf, mut command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size((columns, rows))).expect("a pseudo-terminal");
        command.env("TERM", "xterm-256color");
        command.env("HOME", &home);
        for variable in HOME_FOLDERS {
            command.env(variable, home.join(variable));
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        // The end of the program is seen as the end of its output, once nobody else holds the terminal.
        drop(pair.slave);
        let state = State { terminal: vt100::Parser::new(cells(rows), cells(columns), 0), written: 0, closed: false };
        let display = Arc::new(Display { state: Mutex::new(state), changed: Condvar::new() });
        let output = pair.master.try_clone_reader().expect("the terminal's output");
        let shown = Arc::clone(&display);
        thread::spawn(move || shown.show(output));
        let keyboard = pair.master.take_writer().expect("the terminal's keyboard");
        Self { master: pair.master, keyboard, child, display, home, keeps_home: false }
    }

    /// The home of the program's user.
    pub(super) fn home(&self) -> &Path {
        &self.home
    }

    /// Sends bytes as the keyboard does.
    pub(super) fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).and_then(|()| self.keyboard.flush()).expect("the program reads keys");
    }

    /// Gives the window another size (columns, rows), and waits until the program has drawn it.
    pub(super) fn resize(&self, (columns, rows): (u16, u16)) {
        let before = {
            let mut state = self.display.lock();
            state.terminal.set_size(cells(rows), cells(columns));
            self.master.resize(pty_size((columns, rows))).expect("the terminal takes a size");
            state.written
        };
        self.wait(&format!("a frame of {columns}×{rows}"), |state| state.written > before);
    }

    /// Gives the window another size (columns, rows), and waits for nothing.
    pub(super) fn resize_at_once(&self, (columns, rows): (u16, u16)) {
        self.display.lock().terminal.set_size(cells(rows), cells(columns));
        self.master.resize(pty_size((columns, rows))).expect("the terminal takes a size");
    }

    /// Sends a signal by its name without SIG.
    pub(super) fn signal(&self, name: &str) {
        let process = self.child.process_id().expect("the program runs").to_string();
        let status = Command::new("kill").args(["-s", name, &process]).status().expect("kill runs");
        assert!(status.success(), "kill -s {name} {process}");
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    pub(super) fn wait_for(&self, words: &str) {
        self.wait(words, |state| state.terminal.screen().contents().contains(words));
    }

    /// Waits until the screen is as told.
    #[track_caller]
    pub(super) fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        self.wait(what, |state| holds(state.terminal.screen()));
    }

    /// What is seen on the screen as it stands now.
    pub(super) fn look<T>(&self, see: impl Fn(&vt100::Screen) -> T) -> T {
        see(self.display.lock().terminal.screen())
    }

    /// The rows of the screen from the top, without the blanks at their ends.
    pub(super) fn rows(&self) -> Vec<String> {
        rows_of(&self.display.lock())
    }

    /// Looks at the screen as it stands now.
    #[track_caller]
    pub(super) fn check(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let holds = holds(self.display.lock().terminal.screen());
        assert!(holds, "not so: {what}\n{}", self.rows().join("\n"));
    }

    /// Waits for the end of the program: its exit status.
    #[track_caller]
    pub(super) fn end(&mut self) -> u32 {
        self.wait("the end of the program", |state| state.closed);
        self.child.wait().expect("the program has ended").exit_code()
    }

    #[track_caller]
    fn wait(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let state = self.display.lock();
        let (state, timeout) = self
            .display
            .changed
            .wait_timeout_while(state, LIMIT, |state| !holds(state) && !state.closed)
            .expect("the reader lives");
        let failed = timeout.timed_out() || !holds(&state);
        assert!(!failed, "waited in vain for {what}\n{}", rows_of(&state).join("\n"));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        if !self.keeps_home {
            let _ = fs::remove_dir_all(&self.home);
        }
    }
}

impl Display {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the reader lives")
    }

    /// Shows what the program writes until it writes no more. (The end reads as an error on Linux.)
    fn show(&self, mut output: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let mut state = self.lock();
            state.terminal.process(bytes.get(..count).unwrap_or_default());
            state.written += count;
            self.changed.notify_all();
        }
        self.lock().closed = true;
        self.changed.notify_all();
    }
}

fn rows_of(state: &State) -> Vec<String> {
    let screen = state.terminal.screen();
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).map(|row| row.trim_end().to_string()).collect()
}

fn pty_size((columns, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a window has cells")
}

/// An empty directory that no other session has.
fn fresh_home() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let home = env::temp_dir().join(format!("guihua-pty-{}-{number}", process::id()));
    fs::create_dir_all(&home).expect("a directory for the session");
    home
}
