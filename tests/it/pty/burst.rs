//! What comes faster than anybody types: held keys over a slow line, a flick of the wheel, pastes that the terminal does not
//! mark, new sizes together with keys. Nothing is lost, and nothing waits for another key.
//!
//! `GUIHUA_ALL=1` sends bursts of ten thousand events and races a thousand sizes with keys.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, mpsc};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use guihua::app::input::key::script;
use guihua::app::input::mouse::{Mouse, MouseKind};
use guihua::app::screen::page::Size;
use guihua::app::{App, Options};
use guihua::library::{self, Memory};
use guihua::text::width::Width;

use super::FIRST_SCREEN;
use super::session::{HOME_FOLDERS, PROGRAM, Session};

static LIBRARY: LazyLock<Arc<Memory>> = LazyLock::new(|| Arc::new(library::bundled().expect("the plans are read")));

/// Whether the whole number of events is asked for.
fn is_whole() -> bool {
    env::var_os("GUIHUA_ALL").is_some()
}

/// The browser without a terminal, which takes events one by one.
fn reference((width, height): (u16, u16)) -> App {
    let size = Size { width, height };
    App::new(Arc::clone(&*LIBRARY) as _, Options { size, width: Width::Narrow, ..Options::default() })
}

/// The rows between the top line and the footer.
fn body(rows: &[String]) -> Vec<String> {
    rows.iter().skip(1).take(rows.len().saturating_sub(2)).map(|row| row.trim_end().to_owned()).collect()
}

fn rows_of(app: &App, (width, height): (u16, u16)) -> Vec<String> {
    app.page().to_text(Size { width, height }, Width::Narrow)
}

/// Waits until the screen shows what the browser without a terminal does.
#[track_caller]
fn wait_for_body(session: &Session, app: &App, size: (u16, u16), what: &str) {
    let expected = body(&rows_of(app, size));
    session.wait_until(what, |screen| {
        let (_, columns) = screen.size();
        let rows: Vec<String> = screen.rows(0, columns.get()).collect();
        body(&rows) == expected
    });
}

/// Xorshift (Marsaglia 2003) is random enough for this.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, n: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 % u64::from(n)).expect("it is below a u16")
    }

    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::from(self.below(u16::try_from(all.len()).expect("few")))]
    }
}

/// Keys as a terminal sends them, and in the notation of scripts.
const KEYS: &[(&str, &str)] = &[
    ("j", "j"),
    ("j", "j"),
    ("k", "k"),
    ("l", "l"),
    ("h", "h"),
    ("\u{1b}[A", "<Up>"),
    ("\u{1b}[B", "<Down>"),
    ("\u{1b}OB", "<Down>"),
    ("\u{1b}[6~", "<PgDn>"),
    ("\u{1b}[5~", "<PgUp>"),
    ("}", "}"),
    ("{", "{"),
    ("J", "J"),
    ("\t", "<Tab>"),
];

/// Some events as bytes; the browser without a terminal takes each.
fn events(n: usize, random: &mut Random, app: &mut App) -> String {
    let mut bytes = String::new();
    for _ in 0..n {
        if random.below(4) == 0 {
            let (column, row) = (random.below(70), 3);
            let (button, kind) = *random.one_of(&[(64, MouseKind::WheelUp), (65, MouseKind::WheelDown)]);
            let _ = write!(bytes, "\u{1b}[<{button};{};{}M", column + 1, row + 1);
            app.mouse(Mouse { column, row, kind });
        } else {
            let (sent, written) = random.one_of(KEYS);
            bytes.push_str(sent);
            press(app, written);
        }
    }
    bytes
}

fn press(app: &mut App, written: &str) {
    for key in script(written).expect("keys of this file") {
        app.press(key);
    }
}

#[test]
fn a_burst_of_keys_and_wheel_ends_where_single_events_do() {
    const SIZE: (u16, u16) = (80, 24);
    let counts: &[usize] = if is_whole() { &[100, 1_000, 10_000] } else { &[100, 1_000] };
    for &n in counts {
        let mut session = Session::start(&[], SIZE);
        session.wait_for(FIRST_SCREEN);
        let mut app = reference(SIZE);
        // What is found in the plans is worked out beside the first keys; the browser of this test has it at once.
        for (sent, what) in [("4", "the findings"), ("1", "the plans with the marks of the findings")] {
            session.keys(sent);
            press(&mut app, sent);
            wait_for_body(&session, &app, SIZE, what);
        }
        let mut random = Random(u64::try_from(n).unwrap() + 7);
        let bytes = events(n, &mut random, &mut app);
        let start = Instant::now();
        session.keys(&bytes);
        wait_for_body(&session, &app, SIZE, &format!("the place behind {n} events"));
        println!("{n} events: shown after {:?}", start.elapsed());
        let start = Instant::now();
        session.keys("?");
        session.wait_for("本页按键");
        println!("one key behind them: {:?}", start.elapsed());
    }
}

#[test]
fn a_flick_of_the_wheel_is_taken_as_one() {
    let mut session = Session::start(&["--at", "yunfu-2030/3"], (80, 24));
    session.wait_for("云浮");
    let start = Instant::now();
    session.keys(&"\u{1b}[<65;3;5M".repeat(2_000));
    session.keys("?");
    session.wait_for("本页按键");
    println!("2,000 turns of the wheel: a key is answered after {:?}", start.elapsed());
}

#[test]
fn a_paste_without_marks_is_text() {
    let line = "加强健康教育，普及健康知识和技能；";
    let n_lines: &[usize] = if is_whole() { &[3, 24, 500] } else { &[3, 24] };
    for &n in n_lines {
        // Line ends, and letters that are commands elsewhere.
        let text = format!("{}末尾", format!("{line}q\n").repeat(n));
        let mut session = Session::start(&[], (80, 24));
        session.wait_for(FIRST_SCREEN);
        let start = Instant::now();
        session.keys(&text);
        // The end of the field is what is seen of it.
        session.wait_until("the end of the pasted text", |screen| {
            screen.rows(0, 80).next().is_some_and(|row| row.contains("q 末尾"))
        });
        println!("{} pasted characters: shown after {:?}", text.chars().count(), start.elapsed());
        // The whole text is in the field: behind its beginning stands the first line.
        session.keys("\u{1b}[H");
        session.wait_until("the beginning of the pasted text", |screen| {
            screen.rows(0, 80).next().is_some_and(|row| row.contains("/ 加强健康教育"))
        });
    }
}

#[test]
fn marked_pastes_between_keys() {
    const SIZE: (u16, u16) = (80, 24);
    let n = if is_whole() { 10_000 } else { 200 };
    let mut session = Session::start(&[], SIZE);
    session.wait_for(FIRST_SCREEN);
    session.keys("/");
    session.keys(&"\u{1b}[200~健\n\u{1b}[201~\u{7f}".repeat(n));
    session.keys("\u{1b}[200~控烟\u{1b}[201~");
    session.wait_until("the last paste alone", |screen| {
        screen.rows(0, 80).next().is_some_and(|row| row.trim_end().ends_with("/ 控烟"))
    });
    // A paste that does not end ends by itself.
    session.keys("\u{1b}[200~限酒");
    session.wait_until("the paste without an end", |screen| {
        screen.rows(0, 80).next().is_some_and(|row| row.contains("/ 控烟限酒"))
    });
    session.keys("\u{1b}");
    session.wait_for(FIRST_SCREEN);
}

#[test]
fn the_last_size_and_the_last_key_are_always_seen() {
    let n = if is_whole() { 1_000 } else { 60 };
    let mut random = Random(11);
    let mut size = (80, 24);
    let mut session = Session::start(&[], size);
    session.wait_for(FIRST_SCREEN);
    let mut app = reference(size);
    for race in 0..n {
        size = (60 + random.below(80), 16 + random.below(30));
        let (sent, written) = *random.one_of(&[("j", "j"), ("\u{1b}[A", "<Up>"), ("}", "}")]);
        if random.below(2) == 0 {
            session.resize_at_once(size);
            session.keys(sent);
        } else {
            session.keys(sent);
            session.resize_at_once(size);
        }
        app.resize(Size { width: size.0, height: size.1 });
        press(&mut app, written);
        // The breadcrumb runs over the whole width and names the place; how far the tree is scrolled depends on which of
        // the two came first.
        let expected = rows_of(&app, size).get(1).map(|row| row.trim_end().to_owned());
        session.wait_until(&format!("size {size:?} and key {written}, race {race}"), |screen| {
            let row = screen.rows(0, size.0).nth(1).map(|row| row.trim_end().to_owned());
            row == expected
        });
    }
}

#[test]
fn an_escape_whose_rest_comes_late_is_one_key_where_the_terminal_is_slow() {
    let mut session = Session::start_with(&[("ESCDELAY", "2000")], (80, 24));
    session.wait_for(FIRST_SCREEN);
    session.keys("/");
    session.wait_until("the search", |screen| screen.contents().contains("输入即搜索"));
    session.keys("控烟");
    session.wait_for("/ 控烟");
    session.keys("\u{1b}");
    thread::sleep(Duration::from_millis(250));
    session.keys("[B");
    thread::sleep(Duration::from_millis(50));
    session.keys("x");
    // The search is still open, and nothing but the letter was typed.
    session.wait_for("/ 控烟x");
}

/// A process that is killed with whoever started it.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a program writes until `text` stands there, whichever pieces it comes in. It must come within a minute.
fn shown_until(text: &str, mut output: impl Read + Send + 'static) -> String {
    let (sender, pieces) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            // Nobody listens any more once the text was seen.
            if sender.send(bytes.get(..count).unwrap_or_default().to_vec()).is_err() {
                return;
            }
        }
    });
    let deadline = Instant::now() + Duration::from_secs(60);
    let mut seen = Vec::new();
    loop {
        let shown = String::from_utf8_lossy(&seen);
        if shown.contains(text) {
            return shown.into_owned();
        }
        match pieces.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(piece) => seen.extend(piece),
            Err(error) => panic!("{text} is not shown ({error}): {shown}"),
        }
    }
}

#[test]
fn a_terminal_that_is_gone_without_a_hangup_ends_the_program() {
    // `script` has the terminal and is killed; the program is in a session without one of its own, so no signal comes.
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("start");
    fs::write(&file, format!("echo \"process $$ \"\nexec '{PROGRAM}' --ambiguous narrow\n"))
        .expect("a file is written");
    let mut command = Command::new("script");
    command.args(["-qec", &format!("setsid -w sh '{}'", file.display()), "/dev/null"]);
    command.env("TERM", "xterm-256color").env("HOME", home.path());
    for variable in HOME_FOLDERS {
        command.env(variable, home.path().join(variable));
    }
    let mut script = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map(Killed).expect("script runs");
    let seen = shown_until(FIRST_SCREEN, script.0.stdout.take().expect("it is piped"));
    let number = seen.split("process ").nth(1).and_then(|rest| rest.split(' ').next()).expect("the shell tells it");
    let entry = Path::new("/proc").join(number).join("exe");
    assert!(entry.read_link().is_ok_and(|program| program == Path::new(PROGRAM)), "process {number}");
    drop(script);
    let start = Instant::now();
    while entry.read_link().is_ok() {
        assert!(start.elapsed() < Duration::from_secs(20), "process {number} lives on without a terminal");
        thread::sleep(Duration::from_millis(20));
    }
    println!("gone after {:?}", start.elapsed());
}
