//! The session that outlives the program: whole after every kind of end, shared by several programs, and never in the way.
//!
//! `GUIHUA_ALL=1` kills the program two hundred times and lets each of two programs set two hundred bookmarks.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use guihua::app::screen::page::Size;
use guihua::app::state::location::Location;
use guihua::app::state::saved::{Bookmark, SavedSession};
use guihua::app::{App, Options};
use guihua::library;
use guihua::text::width::Width;

use super::burst::Random;
use super::session::{STATE, Session};
use super::{FIRST_SCREEN, check_restored};

const SIZE: (u16, u16) = (100, 30);

/// A home that is removed at the end.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn start(&self, arguments: &[&str]) -> Session {
        let session = Session::start_at(self.path(), arguments, SIZE);
        session.wait_until("the first screen", |screen| screen.contents().contains("规划  2 部门"));
        session
    }

    fn folder(&self) -> PathBuf {
        self.path().join(STATE).join("guihua")
    }

    fn file(&self) -> PathBuf {
        self.folder().join("session.json")
    }

    /// The session as it is stored; `None` before the first one.
    fn stored(&self) -> Option<SavedSession> {
        let text = fs::read_to_string(self.file()).ok()?;
        Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}")))
    }

    /// The names of the files in the folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).into_iter().flatten();
        let mut names: Vec<String> =
            entries.flatten().map(|each| each.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// The second row of the screen: where the browser is.
fn breadcrumb(session: &Session) -> String {
    session.rows().get(1).cloned().unwrap_or_default()
}

#[test]
fn the_place_comes_back_after_every_kind_of_end() {
    for end in ["q", "TERM", "HUP", "INT", "QUIT"] {
        let home = Home::new();
        let mut session = home.start(&["--at", "yunfu-2030/3"]);
        session.keys("Ejjj");
        session.keys("b");
        session.wait_for("已加书签");
        let place = breadcrumb(&session);
        if end == "q" {
            session.keys("q");
        } else {
            session.signal(end);
        }
        session.end();
        check_restored(&session);
        assert_eq!(home.names(), ["session.json", "session.lock"], "{end}");
        let next = home.start(&[]);
        next.wait_until(&format!("{place} after {end}"), |screen| {
            screen.rows(0, SIZE.0).nth(1).is_some_and(|row| row.trim_end() == place)
        });
        let fresh = home.start(&["--fresh"]);
        fresh.wait_for(FIRST_SCREEN);
        assert!(!breadcrumb(&fresh).contains("云浮"), "{}", breadcrumb(&fresh));
        drop(next);
        drop(fresh);
    }
}

/// Bytes of keys that go anywhere and change anything, but do not end the program.
const KEYS: &[&str] = &[
    "j",
    "j",
    "k",
    "l",
    "h",
    "E",
    "b",
    "1",
    "2",
    "3",
    "4",
    "5",
    "}",
    "J",
    "\t",
    "\r",
    "/控烟\r",
    "f教育\r",
    "\u{1b}[6~",
    "H",
];

#[test]
fn the_file_is_whole_after_every_kill() {
    let n_kills = if env::var_os("GUIHUA_ALL").is_some() { 200 } else { 8 };
    let home = Home::new();
    let mut random = Random(5);
    let plans = Arc::new(library::bundled().expect("the plans are read"));
    for kill in 0..n_kills {
        let mut session = home.start(&[]);
        if let Some(stored) = home.stored() {
            // The program begins where the file says.
            let size = Size { width: SIZE.0, height: SIZE.1 };
            let options = Options { size, width: Width::Narrow, session: Some(stored), ..Options::default() };
            let app = App::new(Arc::clone(&plans) as _, options);
            let expected = app.page().to_text(size, Width::Narrow).get(1).map(|row| row.trim_end().to_owned());
            session.wait_until(&format!("{expected:?} before kill {kill}"), |screen| {
                screen.rows(0, SIZE.0).nth(1).map(|row| row.trim_end().to_owned()) == expected
            });
        }
        for _ in 0..random.below(5) {
            for _ in 0..90 {
                let keys = *random.one_of(KEYS);
                session.keys(keys);
            }
            thread::sleep(Duration::from_millis(u64::from(random.below(120))));
        }
        session.signal("KILL");
        session.end();
        home.stored();
    }
    let mut session = home.start(&[]);
    session.keys("b");
    session.keys("q");
    session.end();
    assert_eq!(home.names(), ["session.json", "session.lock"], "what killed programs left is cleared");
}

/// The plan at which each of two programs begins, and the plans that it walks through.
const STARTS: [(&str, &[&str]); 2] =
    [("foshan-2030", &["foshan", "qingyuan", "xiangqiao"]), ("yunfu-2030", &["yunfu", "zhongshan"])];

#[test]
fn two_programs_at_once_lose_no_bookmark() {
    let n = if env::var_os("GUIHUA_ALL").is_some() { 200 } else { 30 };
    let home = Home::new();
    // Each bookmarks every place.
    let mut sessions = STARTS.map(|(plan, _)| home.start(&["--plan", plan]));
    for _ in 0..n {
        for session in &mut sessions {
            session.keys("Ejb");
        }
        thread::sleep(Duration::from_millis(5));
    }
    for session in &mut sessions {
        session.keys("q");
        session.end();
    }
    let bookmarks = home.stored().map(|session| session.bookmarks).unwrap_or_default();
    for (_, plans) in STARTS {
        let is_one = |mark: &&Bookmark| match &mark.at {
            Location::Plan(id) | Location::Node(id) => plans.iter().any(|plan| id.starts_with(plan)),
            other @ (Location::Department(_)
            | Location::Indicator(..)
            | Location::Finding(..)
            | Location::Deadline(..)) => {
                panic!("{other:?} is no place of a tree")
            }
        };
        assert_eq!(bookmarks.iter().filter(is_one).count(), n, "{plans:?}");
    }
}

#[test]
fn what_cannot_be_read_or_stored_is_said_and_keeps_nobody_from_reading() {
    let home = Home::new();
    fs::create_dir_all(home.folder()).unwrap();
    fs::write(home.file(), "{\"version\": 1, \"tab\"").unwrap();
    let session = home.start(&[]);
    session.wait_for("无法识别");
    drop(session);
    assert!(home.names().contains(&"session-unreadable-1.json".to_owned()), "{:?}", home.names());
    // A newer program's file stays as it is.
    let newer = "{\"version\": 99}";
    fs::write(home.file(), newer).unwrap();
    let mut session = home.start(&[]);
    session.wait_for("更新版本");
    session.keys("jb");
    session.wait_for("已加书签");
    session.keys("q");
    assert_eq!(session.end(), 0);
    assert_eq!(fs::read_to_string(home.file()).unwrap(), newer);
    // No folder can be made where a file stands in its way.
    let home = Home::new();
    fs::write(home.path().join(STATE), "").unwrap();
    let mut session = home.start(&[]);
    session.keys("j");
    session.wait_for("不是文件夹");
    session.keys("j");
    session.wait_until("it is said once", |screen| !screen.contents().contains("不是文件夹"));
    session.keys("q");
    assert_eq!(session.end(), 0);
    // No byte can be written.
    let home = Home::new();
    let lines = "trap '' XFSZ; ulimit -f 0; exec \"$PROGRAM\" --ambiguous narrow";
    let mut session = Session::run_script_at(home.path(), lines, SIZE);
    session.wait_for(FIRST_SCREEN);
    session.keys("j");
    session.wait_for("无法保存浏览记录");
    session.keys("q");
    assert_eq!(session.end(), 0);
    assert_eq!(home.names(), ["session.lock"]);
}
