//! The library of own plans: what is imported takes part everywhere, nothing that was imported is lost, and nothing of it harms
//! the terminal or the disk.

mod cache;
mod corrections;
mod harm;
mod offices;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A user with a library and documents of their own.
struct User {
    folder: tempfile::TempDir,
}

/// The plan of a city that does not exist, with a bureau that the registry knows and one that it does not.
const PLAN: &str = "江海市卫生健康“十五五”规划\n\n一、总体要求\n\n坚持健康优先。到2030年，居民健康素养水平达到35%。\n\n二、主要任务\n\n\
    （一）控制吸烟\n\n公共场所全面禁烟，建设无烟码头。（责任单位：市教育局、市碧波办）\n\n\
    （二）心理健康\n\n加强服务。（责任单位：市卫生健康局）\n\n三、主要指标\n\n\
    序号\t指标\t单位\t2025年\t2030年\n1\t居民健康素养水平\t%\t25\t38\n2\t人均预期寿命\t岁\t79\t80\n";

impl User {
    fn new() -> Self {
        let user = Self { folder: tempfile::tempdir().expect("a folder") };
        user.write("jianghai-155.txt", PLAN);
        user
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path.display().to_string()
    }

    /// The folder of the library.
    fn library(&self) -> PathBuf {
        self.path("data/guihua/plans")
    }

    /// The names of the files in the library, those that are hidden aside.
    fn files(&self) -> Vec<String> {
        names(&self.library()).into_iter().filter(|name| !name.starts_with('.')).collect()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = crate::program();
        command.args(arguments).current_dir(self.folder.path());
        command.env("XDG_DATA_HOME", self.path("data")).env("XDG_CACHE_HOME", self.path("cache"));
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }

    /// The rows of the JSON of a command that finds something.
    fn rows(&self, arguments: &[&str]) -> Vec<Value> {
        let output = self.run(&[arguments, &["--format", "json"]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error} {said}"))
    }

    /// The message of a command that is refused.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        said
    }

    fn ids(&self) -> Vec<String> {
        self.rows(&["plans", "--only-own"]).iter().map(|row| text(&row["id"]).to_owned()).collect()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// Whether a text says something.
fn says(output: &Output, words: &str) -> bool {
    String::from_utf8_lossy(&output.stdout).contains(words)
}

#[test]
fn a_report_says_what_was_read_and_what_is_doubtful() {
    let user = User::new();
    let report = &user.rows(&["import", "jianghai-155.txt"])[0];
    for (field, expected) in [
        ("plan", "jianghai-155".into()),
        ("title", "江海市卫生健康“十五五”规划".into()),
        ("region", "江海市".into()),
        ("period", "2026-2030".into()),
        ("nodes", 6.into()),
        ("clauses", 2.into()),
        ("units", 3.into()),
        ("unknown_units", vec!["市碧波办"].into()),
        ("tables", 1.into()),
        ("rows", 2.into()),
        ("outcome", "new".into()),
        ("changed", true.into()),
        ("changes", Value::Null),
    ] {
        assert_eq!(report[field], expected, "{field}");
    }
    let line = PLAN.lines().position(|line| line.contains("碧波办")).expect("a line") + 1;
    assert_eq!(report["findings"][0]["line"], line);
    assert!(report["nearest"]["市碧波办"].as_array().is_some_and(|offices| !offices.is_empty()), "{report}");
    let again = &user.rows(&["import", "jianghai-155.txt"])[0];
    assert_eq!(
        (&again["outcome"], &again["changed"], &again["plan"]),
        (&"same".into(), &false.into(), &report["plan"])
    );
    assert_eq!(user.files(), ["jianghai-155.json"]);
    let said = user.run(&["import", "jianghai-155.txt"]);
    for words in ["未改动", "市碧波办（相近：", "第 11 行", "指标表：1 张，2 行"] {
        assert!(says(&said, words), "{words}: {said:?}");
    }
}

#[test]
fn own_plans_take_part_in_every_command() {
    let user = User::new();
    let before = user.run(&["tree"]).stdout;
    user.rows(&["import", "jianghai-155.txt"]);
    for arguments in [
        &["tree", "--plan", "江海"][..],
        &["show", "jianghai-155/2.1"],
        &["tasks", "--dept", "教育局", "--plan", "jianghai-155"],
        &["depts"],
        &["matrix"],
        &["dossier", "教育局"],
        &["indicators", "--plan", "江海", "--name", "预期寿命"],
        &["compare", "人均预期寿命"],
        &["targets", "--plan", "江海"],
        &["search", "无烟码头"],
        &["check", "--plan", "江海"],
        &["similar", "yunfu-2030/3.4.5", "--limit", "500"],
        &["plans"],
    ] {
        let rows = user.rows(arguments);
        let json = serde_json::to_string(&rows).expect("JSON");
        assert!(json.contains("jianghai-155"), "{arguments:?}");
    }
    // Text and table differ on the literacy that is to be reached, which needs the source text.
    let findings = user.rows(&["check", "--plan", "江海"]);
    assert!(findings.iter().any(|finding| finding["kind"] == "text_vs_table"), "{findings:?}");
    let export: Value = serde_json::from_slice(&user.run(&["export"]).stdout).expect("JSON");
    assert_eq!(export["plans"].as_array().map(Vec::len), Some(6));
    let offered = user.run(&["__complete", "replacing", "tree", "--plan", "江"]);
    assert!(says(&offered, "jianghai-155"));
    assert_eq!(user.run(&["tree", "--no-own"]).stdout, before, "without own plans all is as before");
    let only = user.rows(&["tree", "--only-own"]);
    assert!(only.iter().all(|row| row["plan"] == "jianghai-155") && only.len() == 6, "{only:?}");
    let clash = user.refused(&["tree", "--only-own", "--no-own"]);
    assert!(clash.contains("--no-own"), "{clash}");
    // Into a pipe the browser prints the outline.
    assert!(says(&user.run(&["--only-own"]), "控制吸烟") && !says(&user.run(&["--no-own"]), "无烟码头"));
}

#[test]
fn a_new_version_keeps_its_id_says_what_changed_and_can_be_undone() {
    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    let next = PLAN
        .replace("（二）心理健康", "（二）口腔健康\n\n检查牙齿。\n\n（三）心理健康")
        .replace("全面禁烟", "依法禁烟");
    user.write("下载/江海（定稿）.md", &next);
    let report = &user.rows(&["import", "下载"])[0];
    assert_eq!((&report["plan"], &report["outcome"]), (&"jianghai-155".into(), &"version".into()));
    let changes = &report["changes"];
    assert_eq!(changes["added"][0]["id"], "jianghai-155/2.2", "{changes}");
    assert_eq!(
        (&changes["moved"][0]["from"], &changes["moved"][0]["to"]),
        (&"jianghai-155/2.2".into(), &"jianghai-155/2.3".into())
    );
    assert_eq!(changes["edited"][0]["id"], "jianghai-155/2.1");
    assert_eq!(changes["removed"], Value::Array(Vec::new()));
    // Where headings stand, the ids are as before.
    assert_eq!(user.rows(&["show", "jianghai-155/2.1"])[0]["title"], "控制吸烟");
    assert!(says(&user.run(&["show", "jianghai-155/2.1"]), "依法禁烟"));
    assert_eq!(user.rows(&["plans", "restore", "jianghai-155"])[0]["id"], "jianghai-155");
    assert!(says(&user.run(&["show", "jianghai-155/2.1"]), "全面禁烟"));
    user.rows(&["plans", "restore", "江海"]);
    assert!(says(&user.run(&["show", "jianghai-155/2.1"]), "依法禁烟"), "undone once more");
    assert_eq!(user.ids(), ["jianghai-155"]);
}

#[test]
fn a_plan_is_named_by_what_tells_it_from_another_of_its_place() {
    let user = User::new();
    user.write("foshan-155.txt", &PLAN.replace("江海市", "佛山市"));
    user.rows(&["import", "foshan-155.txt"]);
    assert_eq!(user.rows(&["show", "佛山十五五/2.1"])[0]["id"], "foshan-155/2.1");
    assert!(says(&user.run(&["search", "规划:佛山十五五 控制吸烟"]), "佛山十五五"));
}

#[test]
fn only_what_agrees_is_a_version_unless_it_is_said() {
    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    let other = PLAN.replace("江海市", "蓝湾市");
    user.write("jianghai-155.txt", &other);
    let output = user.run(&["import", "jianghai-155.txt"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("--replace jianghai-155"), "{output:?}");
    assert_eq!(user.ids(), ["jianghai-155", "jianghai-155-2"]);
    user.write("draft.txt", &PLAN.replace("“十五五”", "“十四五”"));
    let report = &user.rows(&["import", "draft.txt", "--replace", "江海"])[0];
    assert_eq!((&report["plan"], &report["outcome"]), (&"jianghai-155".into(), &"version".into()));
    assert_eq!(user.ids().len(), 2);
    for (arguments, wanted) in [
        (&["import", "draft.txt", "--replace", "云浮"][..], "内置规划"),
        (&["import", "draft.txt", "--replace", "没有"], "没有"),
        (&["import", "draft.txt", "jianghai-155.txt", "--replace", "江海"], "一个文件"),
        (&["import", "draft.txt", "jianghai-155.txt", "--title", "规划"], "一个文件"),
        (&["import", "draft.txt", "--period", "十五五"], "2026-2030"),
        (&["import", "draft.txt", "--encoding", "latin"], "gb18030"),
        (&["plans", "remove", "云浮"], "内置规划"),
        (&["plans", "remove"], "jianghai-155"),
        (&["plans", "restore", "没有"], "没有可恢复"),
        (&["plans", "verify", "江海"], "不带"),
    ] {
        let said = user.refused(arguments);
        assert!(said.contains(wanted) && said.lines().count() == 1, "{arguments:?}: {said}");
    }
}

#[test]
fn facts_that_a_text_lacks_are_supplied_and_hold_for_its_versions() {
    let user = User::new();
    let bare = "一、主要任务\n\n1.控烟。全面禁烟。（责任单位：市教育局）\n";
    user.write("bare.txt", bare);
    let supplied = ["import", "bare.txt", "--region", "江海市", "--period", "2026—2030年", "--title", "江海控烟规划"];
    let report = &user.rows(&supplied)[0];
    assert_eq!((&report["region"], &report["period"]), (&"江海市".into(), &"2026-2030".into()));
    assert_eq!(report["supplied"], serde_json::json!(["title", "region", "period"]));
    user.write("bare.txt", &bare.replace("全面", "依法"));
    let next = &user.rows(&["import", "bare.txt"])[0];
    assert_eq!((&next["outcome"], &next["region"]), (&"version".into(), &"江海市".into()));
    // What the text says itself goes first, and is said.
    let output = user.run(&["import", "jianghai-155.txt", "--region", "蓝湾市"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("原文已写明“江海市”"), "{output:?}");
    // A text from a pipe is called by its title, and read in the encoding that is said.
    let mut import = user.command(&["import", "-", "--encoding", "gb18030", "--format", "json"]);
    let mut child = import.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let bytes = b"\xc0\xb6\xcd\xe5\xca\xd0\xbd\xa1\xbf\xb5\xb9\xe6\xbb\xae\n\n\xd2\xbb\xa1\xa2\xc8\xce\xce\xf1\n";
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), bytes).expect("it reads");
    let report: Value = serde_json::from_slice(&child.wait_with_output().expect("it ends").stdout).expect("JSON");
    assert_eq!(report[0]["plan"], "蓝湾市健康规划", "{report}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let user = User::new();
    user.write("second.txt", PLAN);
    let reports = user.rows(&["import", "--dry-run", "jianghai-155.txt", "second.txt"]);
    let outcomes: Vec<&str> = reports.iter().map(|report| text(&report["outcome"])).collect();
    assert_eq!(outcomes, ["new", "same"], "the second meets the first");
    assert!(reports.iter().all(|report| report["dry_run"] == true));
    assert!(!user.path("data").exists());
    assert!(says(&user.run(&["import", "--dry-run", "second.txt"]), "试读，未保存"));
    assert!(!user.path("data").exists());
    for arguments in [&["plans"][..], &["plans", "verify"], &["tree"]] {
        user.run(arguments);
        assert!(!user.path("data").exists(), "{arguments:?} only reads");
    }
}

#[test]
fn one_file_that_cannot_be_read_keeps_no_other_out() {
    let user = User::new();
    user.write("empty.txt", "\n");
    fs::write(user.path("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0").expect("a file");
    let output =
        user.run(&["import", "empty.txt", "jianghai-155.txt", "nowhere.txt", "picture.txt", "--format", "json"]);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2));
    for words in ["empty.txt", "nowhere.txt：没有这个文件", "picture.txt", "4 个文件中有 3 个未能导入"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(said.lines().count(), 4, "{said}");
    let reports: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(reports.len(), 1);
    assert_eq!(user.ids(), ["jianghai-155"]);
}

#[test]
fn what_is_removed_comes_back() {
    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    let removed = user.run(&["plans", "remove", "江海"]);
    assert!(says(&removed, "guihua plans restore jianghai-155"), "{removed:?}");
    assert!(!says(&user.run(&["tree"]), "江海市"));
    let list = user.run(&["plans"]);
    assert!(String::from_utf8_lossy(&list.stderr).contains("可恢复：jianghai-155"), "{list:?}");
    user.rows(&["plans", "restore", "jianghai-155"]);
    assert!(says(&user.run(&["tree"]), "江海市"));
    // Its document brings it back as well, and another document of its name gets another id.
    user.run(&["plans", "remove", "jianghai-155"]);
    let other = user.write("other/jianghai-155.txt", &PLAN.replace("江海市", "蓝湾市"));
    assert_eq!(user.rows(&["import", &other])[0]["plan"], "jianghai-155-2");
    assert_eq!(user.rows(&["import", "jianghai-155.txt"])[0]["outcome"], "restored");
    assert_eq!(user.ids(), ["jianghai-155", "jianghai-155-2"]);
    let verified = user.rows(&["plans", "verify"]);
    assert!(verified.len() == 2 && verified.iter().all(|file| file["whole"] == true), "{verified:?}");
    let whole = &user.rows(&["plans", "show", "jianghai-155"])[0];
    assert_eq!((&whole["own"], &whole["rows"]), (&true.into(), &2.into()));
}
