//! What a user corrects in an own plan holds in every command and for its next versions; nothing of it is lost in silence.

use std::fs;

use serde_json::{Value, json};

use super::{PLAN, User, says, text};

const CORRECT: [&str; 3] = ["plans", "correct", "jianghai-155"];

fn user() -> User {
    let user = User::new();
    user.rows(&["import", "jianghai-155.txt"]);
    user
}

impl User {
    fn correct(&self, options: &[&str]) -> Vec<Value> {
        self.rows(&[&CORRECT, options].concat())
    }

    fn corrections(&self) -> String {
        fs::read_to_string(self.library().join("jianghai-155.toml")).expect("a file of corrections")
    }

    /// The names of the offices of the clauses of a node, with their roles.
    fn offices(&self, node: &str) -> Vec<String> {
        let rows = self.rows(&["show", node]);
        let clauses = rows[0]["responsible"].as_array().expect("clauses").iter();
        let units = clauses.flat_map(|clause| clause["units"].as_array().expect("units"));
        units.map(|unit| format!("{}:{}", text(&unit["name"]), text(&unit["role"]))).collect()
    }
}

#[test]
fn corrections_are_in_force_everywhere_and_survive_the_next_version() {
    let user = user();
    for options in [
        &["--unit", "市碧波办=体育局", "--role", "牵头"][..],
        &["--heading", "（二）心理健康", "--rank", "章"],
        &["--heading", "jianghai-155/2.1", "--title", "全面控烟", "--number", "（甲）"],
        &["--region", "蓝湾市", "--period", "2026—2035年"],
    ] {
        let rows = user.correct(options);
        assert!(rows.last().is_some_and(|row| row["in_force"] == true), "{options:?} {rows:?}");
    }
    let check = |user: &User| {
        assert_eq!(user.offices("jianghai-155/2.1"), ["教育局:listed", "体育局:lead"]);
        let tree = user.rows(&["tree", "--plan", "jianghai-155"]);
        let outline: Vec<String> = tree
            .iter()
            .map(|row| format!("{} {}", text(&row["id"]), row["title"].as_str().unwrap_or_default()))
            .collect();
        assert!(outline.contains(&"jianghai-155/2.1 全面控烟".to_owned()), "{outline:?}");
        assert!(outline.contains(&"jianghai-155/3 心理健康".to_owned()), "{outline:?}");
        let plan = &user.rows(&["plans", "show", "jianghai-155"])[0];
        assert_eq!((&plan["region"], &plan["period"]), (&json!("蓝湾市"), &json!("2026-2035")));
        assert_eq!(plan["corrections"], 5, "{}", plan["findings"]);
        assert!(says(&user.run(&["tasks", "--dept", "体育局", "--role", "lead"]), "全面控烟"));
        assert!(!says(&user.run(&["plans", "show", "jianghai-155"]), "不在部门名录中"));
    };
    check(&user);
    let next = format!("\n\n{}", PLAN.replace("全面禁烟", "依法禁烟").replace("（责任单位：市卫", "（责任单位： 市卫"));
    user.write("next.txt", &next);
    let report = &user.rows(&["import", "next.txt"])[0];
    assert_eq!((&report["plan"], &report["outcome"]), (&json!("jianghai-155"), &json!("version")), "{report}");
    check(&user);
    user.run(&["plans", "remove", "jianghai-155"]);
    user.run(&["plans", "restore", "jianghai-155"]);
    check(&user);
    let said = user.run(&["plans", "correct", "江海", "--list"]);
    assert!(says(&said, "更正层级：“（二）心理健康”为章") && says(&said, "第 1 行：更正地区"), "{said:?}");
}

#[test]
fn a_correction_is_taken_back_and_what_people_wrote_stays() {
    let user = user();
    user.correct(&["--unit", "市碧波办=体育局"]);
    let path = user.library().join("jianghai-155.toml");
    let written = user.corrections().replace("\noffice", "\n# 电话问过\noffice");
    fs::write(&path, format!("{written}\n[[correction]]\nheading = '（二）心理健康'\ntitle = \"\"\"心理\"\"\"\n"))
        .expect("a file");
    assert_eq!(user.rows(&["show", "jianghai-155/2.2"])[0]["title"], "心理");
    user.correct(&["--not-unit", "市教育局", "--at", "jianghai-155/2.1"]);
    assert_eq!(user.offices("jianghai-155/2.1"), ["体育局:listed"]);
    let left = user.correct(&["--undo", "2"]);
    assert_eq!(left.len(), 2);
    assert_eq!(user.rows(&["show", "jianghai-155/2.2"])[0]["title"], "心理健康");
    assert!(user.corrections().contains("# 电话问过"));
    user.correct(&["--undo", "1"]);
    user.run(&[&CORRECT[..], &["--undo", "1"]].concat());
    assert_eq!(user.offices("jianghai-155/2.1"), ["教育局:listed", "市碧波办:listed"]);
    let said = user.refused(&[&CORRECT[..], &["--undo", "1"]].concat());
    assert!(said.contains("没有更正 1"), "{said}");
}

#[test]
fn what_finds_no_place_is_refused_and_later_told_but_never_dropped() {
    let user = user();
    for (options, wanted) in [
        (&["--unit", "市碧海办=体育局"][..], "所印单位有：市碧波办"),
        (&["--unit", "市碧波办=没有这局"], "没有这局"),
        (&["--unit", "市碧波办"], "=部门"),
        (&["--unit", "市碧波办=体育局", "--role", "领头"], "牵头、配合"),
        (&["--heading", "心理健廉", "--rank", "节"], "相近的标题：心理健康"),
        (&["--heading", "心理健康"], "--rank"),
        (&["--heading", "心理健康", "--rank", "卷"], "章、节"),
        (&["--rank", "节"], "--heading"),
        (&["--unit", "市碧波办=体育局", "--rank", "节"], "--rank"),
        (&["--period", "十五五"], "2026-2030"),
        (&["--at", "心理"], "--unit"),
        (&["--unit", "市碧波办=体育局", "--at", "jianghai-155/9"], "没有节点"),
        (&[], "--list"),
    ] {
        let said = user.refused(&[&CORRECT, options].concat());
        assert!(said.contains(wanted) && said.lines().count() == 1, "{options:?}: {said}");
    }
    for arguments in [&["plans", "list", "--unit", "x=y"][..], &["plans", "show", "江海", "--version", "1"]] {
        user.refused(arguments);
    }
    assert!(!user.library().join("jianghai-155.toml").exists());
    user.correct(&["--unit", "市碧波办=体育局", "--at", "建设无烟码头"]);
    user.write("next.txt", &PLAN.replace("无烟码头", "无烟港口"));
    let report = &user.rows(&["import", "next.txt"])[0];
    let told: Vec<&str> =
        report["findings"].as_array().expect("findings").iter().map(|each| text(&each["what"])).collect();
    assert!(told.contains(&"更正未采用，原文中找不到：“市碧波办”（建设无烟码头）"), "{told:?}");
    assert_eq!(user.offices("jianghai-155/2.1"), ["教育局:listed", "市碧波办:listed"]);
    assert!(says(&user.run(&["plans", "show", "江海"]), "更正未采用"));
    assert_eq!(user.correct(&["--list"])[0]["in_force"], false);
}

#[test]
fn hostile_files_are_set_aside_with_their_place_and_mistakes_leave_one_entry_out() {
    let user = user();
    let path = user.library().join("jianghai-155.toml");
    let good = "[[correction]]\nunit = \"市碧波办\"\noffice = \"体育局\"\n";
    fs::write(&path, format!("{good}[[correction]]\nunit = \"x\u{7f}\"\nofice = 1\n")).expect("a file");
    let output = user.run(&["tree"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("jianghai-155.toml 第 ") && said.lines().count() == 1, "{said}");
    fs::write(&path, format!("{good}[[correction]]\nunit = \"x\"\nofice = \"y\"\n")).expect("a file");
    let output = user.run(&["tree"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("第 6 行") && said.contains("相近的有：office"), "{said}");
    assert_eq!(user.offices("jianghai-155/2.1"), ["教育局:listed", "体育局:listed"]);
    for (content, wanted) in
        [(&b"[[correction]\nunit"[..], "第 1 行"), (b"a = 1\n\n\xff\xfe", "第 3 行"), (b"\x1b]0;title\x07", "第 1 行")]
    {
        fs::write(&path, content).expect("a file");
        let output = user.run(&["tree"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(wanted) && said.contains("已改名为") && said.lines().count() == 1, "{said}");
        let verified = user.run(&["plans", "verify"]);
        assert!(says(&verified, "jianghai-155-unreadable-1.toml"), "{verified:?}");
        assert!(!said.contains('\u{1b}') && !path.exists());
        assert!(says(&output, "控制吸烟"));
    }
    fs::write(&path, "version = 7\n").expect("a file");
    let said = user.refused(&["plans", "correct", "江海", "--region", "蓝湾市"]);
    assert!(said.contains("更新版本") && fs::read_to_string(&path).expect("a file") == "version = 7\n", "{said}");
    assert_eq!(user.ids(), ["jianghai-155"]);
}

#[test]
fn a_version_is_chosen_by_its_number() {
    let user = user();
    for year in ["35%", "36%", "37%"] {
        user.write("next.txt", &PLAN.replace("达到35%", &format!("达到{year}。健康")));
        user.rows(&["import", "next.txt"]);
    }
    let whole = &user.rows(&["plans", "show", "江海"])[0];
    let versions = whole["versions"].as_array().expect("versions");
    let numbers: Vec<u64> = versions.iter().filter_map(|version| version["number"].as_u64()).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(versions[0]["changes"]["edited"][0]["id"], "jianghai-155/1", "{}", versions[0]);
    assert!(says(&user.run(&["plans", "show", "江海"]), "旧版 2："));
    user.rows(&["plans", "restore", "江海", "--version", "1"]);
    assert!(!says(&user.run(&["show", "jianghai-155/1"]), "达到35%。健康"));
    let said = user.refused(&["plans", "restore", "江海", "--version", "9"]);
    assert!(said.contains("没有旧版 9") && said.contains('2'), "{said}");
    user.rows(&["plans", "restore", "江海", "--version", "3"]);
    assert!(says(&user.run(&["show", "jianghai-155/1"]), "达到36%"));
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_what_was_corrected() {
    use std::os::unix::fs::PermissionsExt;
    let user = user();
    user.correct(&["--region", "蓝湾市"]);
    let about = fs::metadata(user.library().join("jianghai-155.toml")).expect("a file");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
}
