//! Offices that a user adds are known in every command, and change nothing of the bundled plans.

use std::fs;

use serde_json::Value;

use super::{User, says, text};

const OFFICES: &str = "[[office]]\nname = \"碧波管理办公室\"\nshort = \"碧波办\"\nlevel = \"市\"\n\n\
    [aliases]\n\"卫生健康局\" = [\"康养委办\"]\n";

impl User {
    fn with_offices(text: &str) -> Self {
        let user = Self::new();
        fs::create_dir_all(user.path("config/guihua")).expect("a folder");
        fs::write(user.path("config/guihua/offices.toml"), text).expect("a file");
        user
    }

    fn with_config(&self, arguments: &[&str]) -> std::process::Output {
        self.command(arguments).env("XDG_CONFIG_HOME", self.path("config")).output().expect("the program starts")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.with_config(&[arguments, &["--format", "json"]].concat());
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

#[test]
fn added_offices_are_read_found_and_offered() {
    let user = User::with_offices(OFFICES);
    let bundled = user.run(&["export", "--no-own"]).stdout;
    let report = &user.json(&["import", "jianghai-155.txt"])[0];
    assert_eq!(report["unknown_units"], Value::Array(Vec::new()), "{report}");
    let tasks = user.json(&["tasks", "--dept", "bbb", "--plan", "江海"]);
    assert_eq!(tasks.as_array().map(Vec::len), Some(1), "{tasks}");
    let found = user.json(&["search", "碧波", "--kind", "department"]);
    assert_eq!(found[0]["title"], "碧波管理办公室", "{found}");
    for typed in ["碧波", "康养委办"] {
        assert!(user.with_config(&["dossier", typed]).status.success(), "{typed}");
    }
    let offices = user.json(&["depts"]);
    assert!(offices.as_array().is_some_and(|all| all.iter().any(|office| office["name"] == "碧波管理办公室")));
    assert!(says(&user.with_config(&["__complete", "replacing", "tasks", "--dept", "碧"]), "碧波"));
    // What is bundled reads as before.
    let before: Value = serde_json::from_slice(&bundled).expect("JSON");
    let now: Value = serde_json::from_slice(&user.with_config(&["export", "--no-own"]).stdout).expect("JSON");
    assert_eq!(now["plans"], before["plans"]);
    let known = before["departments"].as_array().expect("offices").len();
    let all = now["departments"].as_array().expect("offices");
    let ids = |list: &[Value]| list.iter().map(|office| text(&office["id"]).to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&all[..known]), ids(before["departments"].as_array().expect("offices")));
    assert!(all.len() > known);
    // Without the file the unit is as unknown as it was.
    assert_eq!(user.run(&["tasks", "--dept", "碧波管理办公室"]).status.code(), Some(2));
}

#[test]
fn mistakes_are_told_with_their_lines_and_the_rest_is_used() {
    let text = format!("{OFFICES}\"教育局\" = [\"民政局\"]\n\n[[office]]\nname = \"蓝湾办\"\nlevl = \"市\"\n");
    let user = User::with_offices(&text);
    let output = user.with_config(&["import", "jianghai-155.txt"]);
    let said = String::from_utf8_lossy(&output.stderr);
    for wanted in ["offices.toml 第 8 行：“民政局”已是“民政局”的名称", "第 12 行：没有名为“levl”的项；相近的有：level"]
    {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(!says(&output, "名录中没有的"), "{output:?}");
    for arguments in [&["doctor"][..], &["config"]] {
        let output = user.with_config(arguments);
        assert!(says(&output, "offices.toml") && says(&output, "第 8 行"), "{arguments:?} {output:?}");
    }
    assert!(says(&user.with_config(&["doctor"]), "规划 1 部"));
    fs::write(user.path("config/guihua/offices.toml"), b"[[office]\n\x1b\xff").expect("a file");
    let output = user.with_config(&["tree", "--plan", "江海"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("第 2 行") && said.lines().count() == 1, "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}
