//! What must not happen to a library: two programs at once, a program that is killed, a disk that takes nothing, files that
//! are broken or newer, names and texts that mean harm.

use std::fs;
use std::thread;
use std::time::Duration;

use super::{PLAN, User, names, says};

/// A plan of another city for each number.
fn numbered(n: usize) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let name: String = n.to_string().bytes().map(|digit| digits[usize::from(digit - b'0')]).collect();
    PLAN.replace("江海市", &format!("临{name}市"))
}

#[test]
fn two_programs_at_once_lose_nothing() {
    let user = User::new();
    for n in 0..40 {
        user.write(&format!("{}/plan.{n}.txt", if n < 20 { "left" } else { "right" }), &numbered(n));
    }
    // Each file is named by its stem up to the last dot; some names are wanted by both.
    user.write("left/same.txt", &numbered(100));
    user.write("right/same.txt", &numbered(101));
    thread::scope(|scope| {
        for folder in ["left", "right"] {
            let user = &user;
            scope.spawn(move || {
                let output = user.run(&["import", folder, "--format", "json"]);
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            });
        }
    });
    let mut titles: Vec<String> =
        user.rows(&["plans", "--only-own"]).iter().map(|row| row["title"].to_string()).collect();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), 42, "{titles:?}");
    let ids = user.ids();
    assert!(ids.contains(&"same".to_owned()) && ids.contains(&"same-2".to_owned()), "{ids:?}");
}

#[cfg(unix)]
#[test]
fn a_program_that_is_killed_leaves_whole_files() {
    let user = User::new();
    for n in 0..60 {
        user.write(&format!("many/plan-{n}.txt"), &numbered(n).repeat(20));
    }
    let mut most = 0;
    for wait in [5, 15, 30, 60, 120, 200, 300] {
        let mut child =
            user.command(&["import", "many"]).stdout(std::process::Stdio::null()).spawn().expect("it starts");
        thread::sleep(Duration::from_millis(wait));
        // SIGKILL, which no program can answer.
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let files = user.files();
        assert!(files.iter().all(|name| name.starts_with("plan-") && !name.contains("unreadable")), "{files:?}");
        assert!(files.len() >= most, "nothing goes: {files:?}");
        most = files.len();
        let verified = user.run(&["plans", "verify", "--format", "json"]);
        assert_ne!(verified.status.code(), Some(2), "{}", String::from_utf8_lossy(&verified.stderr));
    }
    assert!(user.run(&["import", "many"]).status.success());
    assert_eq!(user.files().len(), 60);
    let left = names(&user.library()).into_iter().filter(|name| name.starts_with(".guihua-")).count();
    assert_eq!(left, 0, "what was half written is cleared away");
}

#[test]
fn what_is_broken_is_set_aside_and_what_is_newer_is_left_alone() {
    let user = User::new();
    user.write("next.txt", &numbered(7));
    user.rows(&["import", "jianghai-155.txt", "next.txt"]);
    let file = user.library().join("jianghai-155.json");
    let whole = fs::read_to_string(&file).expect("a file");
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    fs::write(&file, &half).expect("a file");
    let newer = "{\"version\":2,\"plan\":{}}";
    fs::write(user.library().join("future.json"), newer).expect("a file");
    let output = user.run(&["tree", "--only-own"]);
    let said = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0));
    assert!(said.contains("jianghai-155-unreadable-1.json") && said.contains("更新版本"), "{said}");
    assert!(says(&output, "临七市") && !says(&output, "江海市"));
    let aside = user.library().join("jianghai-155-unreadable-1.json");
    assert_eq!(fs::read_to_string(aside).expect("it is kept"), half);
    assert_eq!(fs::read_to_string(user.library().join("future.json")).expect("it stays"), newer);
    let verified = user.run(&["plans", "verify"]);
    assert_eq!(verified.status.code(), Some(2));
    assert!(says(&verified, "jianghai-155-unreadable-1.json") && says(&verified, "future.json"), "{verified:?}");
    // The document can be imported again, and no id of a file that cannot be read is given to another.
    user.write("future.txt", &numbered(8));
    let reports = user.rows(&["import", "jianghai-155.txt", "future.txt"]);
    assert_eq!((&reports[0]["plan"], &reports[1]["plan"]), (&"jianghai-155".into(), &"future-2".into()));
    // A text that was changed by another hand shows.
    let file = user.library().join("next.json");
    fs::write(&file, fs::read_to_string(&file).expect("a file").replace("心理", "生理")).expect("a file");
    assert!(says(&user.run(&["plans", "verify"]), "原文与导入时不符"));
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_nothing_is_said_in_one_line_and_loses_nothing() {
    use std::os::unix::fs::PermissionsExt;

    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    let before = fs::read(user.library().join("jianghai-155.json")).expect("a file");
    user.write("jianghai-155.txt", &PLAN.replace("全面", "依法").repeat(30));
    // No file may grow beyond some blocks, as on a disk that is full.
    let program = env!("CARGO_BIN_EXE_guihua");
    let line = format!("trap '' XFSZ; ulimit -f 8; exec {program} import --replace 江海 jianghai-155.txt");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).current_dir(user.folder.path()).env("XDG_DATA_HOME", user.path("data"));
    shell.env("XDG_CACHE_HOME", user.path("cache"));
    let output = shell.env("LC_ALL", "C.UTF-8").output().expect("a shell");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{said}");
    assert!(said.contains("无法写入规划库"), "{said}");
    assert_eq!(fs::read(user.library().join("jianghai-155.json")).expect("a file"), before);
    let half = names(&user.library()).into_iter().filter(|name| name.starts_with(".guihua-")).count();
    assert_eq!(half, 0, "nothing half written is left");
    // A file stands where the folder should be, and a folder that only can be read.
    let barred = User::new();
    barred.write("data/guihua", "a file");
    let said = barred.refused(&["import", "jianghai-155.txt"]);
    assert!(said.contains("规划库") && said.contains("不是文件夹") && said.lines().count() == 1, "{said}");
    assert!(says(&barred.run(&["tree"]), "云浮"), "the bundled plans are there all the same");
    let closed = User::new();
    fs::create_dir_all(closed.path("data")).expect("a folder");
    fs::set_permissions(closed.path("data"), fs::Permissions::from_mode(0o500)).expect("permissions");
    if fs::write(closed.path("data/x"), "x").is_err() {
        let said = closed.refused(&["import", "jianghai-155.txt"]);
        assert!(said.contains("没有写入的权限") && said.lines().count() == 1, "{said}");
    } else {
        println!("SKIPPED: this user may write everywhere");
    }
}

#[test]
fn names_and_texts_that_mean_harm_do_none() {
    let user = User::new();
    let name = "\u{1b}[31m..;rm -rf $HOME.txt";
    user.write(name, &numbered(3).replace("控制吸烟", "控制\u{1b}]0;x\u{7}吸烟\u{202e}"));
    let output = user.run(&["import", name, "--format", "json"]);
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(reports[0]["plan"], "31m-rm-rf-home");
    for arguments in [
        &["plans"][..],
        &["plans", "show", "31m-rm-rf-home"],
        &["tree", "--only-own"],
        &["show", "31m-rm-rf-home", "--deep"],
        &["tasks", "--only-own", "--format", "csv"],
        &["search", "吸烟", "--only-own"],
        &["import", name],
    ] {
        let output = user.run(arguments);
        let bytes = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(bytes).expect("UTF-8");
        let is_harmful = |c: char| (c.is_control() && !['\r', '\n'].contains(&c)) || c == '\u{202e}';
        assert!(!text.contains(is_harmful), "{arguments:?}: {text:?}");
    }
    assert!(says(&user.run(&["show", "31m-rm-rf-home/2.1"]), "吸烟"));
    // No id leads out of the library.
    let outside = user.write("data/guihua/outside.json", "{}");
    for id in ["../outside", "../../guihua/outside", "/etc/passwd", "\u{1b}[31m", ".removed", ""] {
        for action in ["remove", "restore", "show"] {
            let said = user.refused(&["plans", action, id]);
            assert!(said.lines().count() == 1 && !said.contains('\u{1b}'), "{action} {id}: {said:?}");
        }
    }
    assert_eq!(fs::read_to_string(outside).expect("it is there"), "{}");
    // Devices and pipes that never end are not read.
    if std::path::Path::new("/dev/zero").exists() {
        let said = user.refused(&["import", "/dev/zero"]);
        assert!(said.contains("不是普通文件"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_the_library() {
    use std::os::unix::fs::PermissionsExt;

    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    user.write("jianghai-155.txt", &PLAN.replace("全面", "依法"));
    user.rows(&["import", "jianghai-155.txt"]);
    let mode = |path: std::path::PathBuf| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(user.library().join("jianghai-155.json")), 0o600);
    assert_eq!(mode(user.library().join(".removed/jianghai-155.1.json")), 0o600);
    assert_eq!(mode(user.library()), 0o700);
}
