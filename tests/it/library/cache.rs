//! The cache of what was made of a library: it changes no answer, whatever stands in it, and whoever writes into it.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::{PLAN, User, names, says};

/// Questions whose answers come from heads, outlines, tables, targets, texts and the search.
const QUESTIONS: [&[&str]; 9] = [
    &["tree", "--format", "json"],
    &["search", "吸烟", "--format", "json"],
    &["depts", "--format", "json"],
    &["tasks", "--format", "csv"],
    &["indicators", "--format", "json"],
    &["compare", "居民健康素养水平", "--format", "json"],
    &["targets", "--format", "json"],
    &["plans", "--format", "json"],
    &["show", "jianghai-155", "--deep", "--format", "json"],
];

/// A plan of another city for each number, some of them with a unit of their own.
fn numbered(n: usize) -> String {
    let name: String = n
        .to_string()
        .chars()
        .map(|digit| char::from_u32(digit as u32 - '0' as u32 + '甲' as u32))
        .map(Option::unwrap_or_default)
        .collect();
    PLAN.replace("江海市", &format!("临{name}市"))
        .replace("市碧波办", if n.is_multiple_of(2) { "市碧波办" } else { "市民政局" })
}

/// Makes of the bytes of a file others.
type Spoil = fn(&[u8]) -> Vec<u8>;

impl User {
    /// A user with so many plans.
    fn with_plans(n: usize) -> Self {
        let user = Self::new();
        for at in 0..n {
            user.write(&format!("many/plan-{at}.txt"), &numbered(at));
        }
        user.write("many/jianghai-155.txt", PLAN);
        assert!(user.run(&["import", "many"]).status.success());
        user
    }

    /// The answers to all questions: exit status, rows and messages.
    fn answers(&self) -> Vec<(Option<i32>, String, String)> {
        self.answers_to(&QUESTIONS)
    }

    /// The answers to the first questions, which need the heads, the outlines, the names and the index.
    fn some_answers(&self) -> Vec<(Option<i32>, String, String)> {
        self.answers_to(&QUESTIONS[..3])
    }

    fn answers_to(&self, questions: &[&[&str]]) -> Vec<(Option<i32>, String, String)> {
        let answer = |arguments: &&[&str]| {
            let output = self.run(arguments);
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            (output.status.code(), text(&output.stdout), text(&output.stderr))
        };
        questions.iter().map(answer).collect()
    }

    /// The folder of the cache.
    fn cache(&self) -> PathBuf {
        let folder = self.path("cache/guihua");
        let inner = names(&folder);
        assert_eq!(inner.len(), 1, "{inner:?}");
        folder.join(&inner[0])
    }

    fn without_cache(&self) {
        fs::remove_dir_all(self.path("cache")).expect("there is a cache");
    }

    /// All files of the cache.
    fn cached(&self) -> Vec<PathBuf> {
        let (top, plans) = (self.cache(), self.cache().join("plans"));
        let of = |folder: &PathBuf| names(folder).into_iter().map(|name| folder.join(name)).collect::<Vec<_>>();
        of(&top).into_iter().chain(of(&plans)).filter(|path| path.is_file()).collect()
    }
}

#[test]
fn answers_are_the_same_with_and_without_a_cache() {
    let user = User::with_plans(7);
    let first = user.answers();
    assert!(first.iter().all(|(status, ..)| *status == Some(0)), "{first:?}");
    let has = |name: &str| user.cached().iter().any(|path| path.to_string_lossy().contains(name));
    assert!(["heads", "names", "index", ".targets"].into_iter().all(has), "{:?}", user.cached());
    assert_eq!(user.answers(), first, "from the cache");
    user.without_cache();
    assert_eq!(user.answers(), first, "made anew");
    // Nowhere to keep anything.
    user.without_cache();
    user.write("cache", "a file stands here");
    assert_eq!(user.answers(), first, "without a place for it");
}

#[test]
fn whatever_stands_in_the_cache_is_never_believed() {
    let user = User::with_plans(7);
    let expected = user.some_answers();
    let spoil: [Spoil; 6] = [
        |bytes| bytes[..bytes.len() / 2].to_vec(),
        |_| Vec::new(),
        |_| b"\0\xff{}[]\n".repeat(100),
        |bytes| {
            let mut flipped = bytes.to_vec();
            let at = flipped.len() * 2 / 3;
            flipped[at] ^= 4;
            flipped
        },
        |bytes| String::from_utf8_lossy(bytes).replacen("guihua-cache 1", "guihua-cache 2", 1).into_bytes(),
        |bytes| String::from_utf8_lossy(bytes).replace("吸烟", "饮酒").into_bytes(),
    ];
    for (n, spoil) in spoil.into_iter().enumerate() {
        for path in user.cached() {
            let bytes = fs::read(&path).expect("a file");
            fs::write(&path, spoil(&bytes)).expect("it can be spoilt");
        }
        assert_eq!(user.some_answers(), expected, "spoilt in the way {n}");
    }
    // Files under the names of others.
    let cached = user.cached();
    let bytes: Vec<Vec<u8>> = cached.iter().map(|path| fs::read(path).expect("a file")).collect();
    for (path, bytes) in cached.iter().zip(bytes.iter().skip(1).chain(&bytes)) {
        fs::write(path, bytes).expect("a file");
    }
    assert_eq!(user.some_answers(), expected, "exchanged");
}

#[test]
fn what_another_program_does_to_the_library_is_seen_at_once() {
    let user = User::with_plans(3);
    assert!(says(&user.run(&["tree"]), "江海市"));
    // Another hand changes a file in its place, with as many bytes as before.
    let file = user.library().join("plan-1.json");
    let text = fs::read_to_string(&file).expect("a file");
    thread::sleep(Duration::from_millis(20));
    fs::write(&file, text.replace("控制吸烟", "控制饮酒")).expect("a file");
    assert!(says(&user.run(&["tree"]), "控制饮酒"));
    // A file goes, another comes under its name, one is added.
    fs::rename(user.library().join("plan-2.json"), user.path("away.json")).expect("a file");
    assert!(!says(&user.run(&["plans"]), "plan-2"));
    fs::copy(user.library().join("plan-0.json"), user.library().join("plan-2.json")).expect("a file");
    let plans = user.rows(&["plans", "--only-own"]);
    assert_eq!(plans.len(), 4);
    let title = &plans.iter().find(|row| row["id"] == "plan-0").expect("it is there")["title"];
    assert_eq!(plans.iter().filter(|row| row["title"] == *title).count(), 2, "{plans:?}");
    user.run(&["plans", "remove", "plan-0"]);
    assert_eq!(user.ids().len(), 3);
    user.run(&["plans", "restore", "plan-0"]);
    assert_eq!(user.ids().len(), 4);
}

#[test]
fn two_programs_make_the_cache_at_once() {
    let user = User::with_plans(7);
    let expected = user.some_answers();
    for _ in 0..2 {
        user.without_cache();
        let answers = thread::scope(|scope| {
            let running: Vec<_> = (0..3).map(|_| scope.spawn(|| user.some_answers())).collect();
            running.into_iter().map(|thread| thread.join().expect("it ends")).collect::<Vec<_>>()
        });
        assert!(answers.iter().all(|answers| *answers == expected), "{answers:?}");
    }
    assert_eq!(user.some_answers(), expected);
}

#[cfg(unix)]
#[test]
fn a_program_that_is_killed_in_the_midst_of_anything_loses_no_plan() {
    // As many times as is asked for where everything is tried.
    let n_times = if std::env::var_os("GUIHUA_ALL").is_some() { 200 } else { 20 };
    let user = User::new();
    for n in 0..30 {
        user.write(&format!("many/plan-{n}.txt"), &numbered(n).repeat(4));
    }
    let mut most = 0;
    let mut state = 7_u64;
    for time in 0..n_times {
        // Each third time the cache is made anew, which a search does.
        if time % 3 == 2 && user.path("cache").exists() {
            user.without_cache();
        }
        let arguments: &[&str] = if time % 3 == 0 { &["import", "many"] } else { &["search", "吸烟"] };
        // Two at once import the same texts, and both are killed in the midst of it.
        let start = |_| {
            let mut command = user.command(arguments);
            let command = command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
            command.spawn().expect("it starts")
        };
        let running: Vec<_> = (0..if time % 3 == 0 { 2 } else { 1 }).map(start).collect();
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        thread::sleep(Duration::from_millis((state >> 33) % 400));
        for mut child in running {
            child.kill().expect("it can be killed");
            child.wait().expect("it ends");
        }
        let files = user.files();
        assert!(files.len() >= most && files.iter().all(|name| !name.contains("unreadable")), "{files:?}");
        most = files.len();
    }
    let verified = user.run(&["plans", "verify", "--format", "json"]);
    assert_ne!(verified.status.code(), Some(2), "{}", String::from_utf8_lossy(&verified.stderr));
    assert!(user.run(&["import", "many"]).status.success());
    assert_eq!(user.files().len(), 30);
    let first = user.run(&["tree", "--only-own"]).stdout;
    user.without_cache();
    assert_eq!(user.run(&["tree", "--only-own"]).stdout, first, "what was kept is what is made");
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_cache_says_nothing_and_answers() {
    let user = User::with_plans(7);
    let expected = user.answers();
    user.without_cache();
    let program = env!("CARGO_BIN_EXE_guihua");
    for (arguments, (_, wanted, messages)) in QUESTIONS.iter().zip(&expected) {
        // No file may grow beyond a block, as on a disk that is full.
        let line = format!("trap '' XFSZ; ulimit -f 1; exec {program} {} | cat", arguments.join(" "));
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &line]).current_dir(user.folder.path()).env("XDG_DATA_HOME", user.path("data"));
        shell.env("XDG_CACHE_HOME", user.path("cache")).env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8");
        let output = shell.output().expect("a shell");
        assert_eq!(String::from_utf8_lossy(&output.stdout), wanted.as_str(), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), messages.as_str(), "{arguments:?}");
    }
}
