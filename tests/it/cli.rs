//! The command line: every subcommand prints what the contract says, and ends with the status it says.

mod spoken;

use std::process::Output;

use serde_json::Value;

/// Runs the program without a terminal.
fn run(arguments: &[&str]) -> Output {
    crate::program().args(arguments).output().expect("the program starts")
}

/// The rows of a command's JSON.
fn rows(arguments: &[&str]) -> Vec<Value> {
    let output = run(&[arguments, &["--format", "json"]].concat());
    assert!(output.stderr.is_empty() || output.status.code() != Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("one JSON array")
}

/// Checks the status, and that a message of one line stands on stderr where it is 2.
fn check_status(arguments: &[&str], expected: i32) -> String {
    let output = run(arguments);
    let message = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(expected), "{arguments:?}: {message}");
    message
}

#[test]
fn absent_is_null_and_never_empty() {
    fn walk(value: &Value, path: &str) {
        match value {
            Value::String(text) => assert!(!text.is_empty(), "empty text at {path}"),
            Value::Array(items) => items.iter().for_each(|item| walk(item, path)),
            Value::Object(fields) => fields.iter().for_each(|(name, field)| walk(field, &format!("{path}.{name}"))),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let export: Value = serde_json::from_slice(&run(&["export"]).stdout).expect("one JSON document");
    walk(&export, "");
    for row in rows(&["tasks"]).iter().chain(&rows(&["indicators"])).chain(&rows(&["targets"])) {
        walk(row, "rows");
    }
}

#[test]
fn indicators_come_in_the_order_of_a_column() {
    // 中山 by what it aims at for 2025, the plan's own value and not the province's.
    let numbers = |arguments: &[&str]| {
        let own = |row: &Value| {
            let values = row["values"].as_array().expect("a list").clone();
            let is_own = |value: &&Value| value["year"] == 2025 && value["scope"] == "中山市";
            values.iter().find(is_own).and_then(|value| value["number"].as_f64())
        };
        rows(arguments).iter().map(own).collect::<Vec<Option<f64>>>()
    };
    for (arguments, falls) in [
        (&["indicators", "--plan", "中山", "--sort", "2025年目标"][..], false),
        (&["indicators", "--plan", "中山", "--sort", "2025", "--desc"], true),
    ] {
        let found = numbers(arguments);
        let known: Vec<f64> = found.iter().copied().flatten().collect();
        let last_known = found.iter().rposition(Option::is_some).expect("some number");
        assert!(known.len() > 10 && found.len() > last_known + 1, "{found:?}");
        // Two rows in words of a change (力争每年降低0.5%) are numbers too; they count as falls.
        let plain: Vec<f64> = known.iter().copied().filter(|number| (*number - 0.5).abs() > 0.01).collect();
        assert!(plain.is_sorted_by(|one, next| if falls { one >= next } else { one <= next }), "{plain:?}");
        assert!(found.iter().take(known.len()).all(Option::is_some), "what has no number comes last: {found:?}");
    }
}

#[test]
fn targets_are_picked_by_plan_year_and_bureau() {
    let literacy = rows(&["show", "yunfu-2030/3.1"])[0]["targets"][0].clone();
    assert_eq!(literacy["years"], serde_json::json!([2022, 2030]));
    assert_eq!(literacy["values"][1]["number"], serde_json::json!(35.0));
    assert_eq!(literacy["indicator"], "health-literacy");
    assert_eq!(literacy["line"], 264);
    let picked = rows(&["targets", "--plan", "清远", "--year", "2030", "--dept", "教育局"]);
    let years = |row: &Value| row["years"].as_array().is_some_and(|years| years.contains(&2030.into()));
    assert!(picked.len() > 5 && picked.iter().all(|row| row["plan"] == "qingyuan-2030" && years(row)), "{picked:?}");
    check_status(&["targets", "--year", "1999"], 1);
    check_status(&["check", "--plan", "没有的规划"], 2);
    let message = check_status(&["targets", "--plan", "foshan-2030", "--dept", "教育局"], 1);
    assert!(message.contains("没有写明各任务的责任单位"), "{message}");
}

#[test]
fn the_export_holds_every_plan_with_its_facts() {
    let export: Value = serde_json::from_slice(&run(&["export"]).stdout).expect("one JSON document");
    let plans = export["plans"].as_array().expect("a list");
    let ids: Vec<&str> = plans.iter().filter_map(|plan| plan["id"].as_str()).collect();
    assert_eq!(ids, ["foshan-2030", "qingyuan-2030", "xiangqiao-145", "yunfu-2030", "zhongshan-145"]);
    for field in ["title", "short", "region", "issuer", "issued", "status", "period", "source", "nodes", "tables"] {
        assert!(plans.iter().all(|plan| plan.get(field).is_some()), "no {field}");
    }
    assert_eq!(plans.iter().map(|plan| plan["tables"].as_array().map_or(0, Vec::len)).sum::<usize>(), 7);
}

#[test]
fn statuses() {
    check_status(&["tree", "--plan", "云浮", "--depth", "1"], 0);
    check_status(&["tasks", "--dept", "人社局"], 0);
    check_status(&["indicators", "--sort", "没有这一列"], 2);
    check_status(&["indicators", "--desc"], 2);
    check_status(&["indicators", "--name", "没有这个指标"], 1);
    check_status(&["tasks", "--plan", "foshan-2030", "--dept", "教育局"], 1);
    check_status(&["nonsense"], 2);
    check_status(&["--version"], 0);
    let message = check_status(&["show", "yunfu-2030/99"], 2);
    assert!(message.contains("yunfu-2030/99") && message.lines().count() == 1, "{message}");
    let message = check_status(&["tasks", "--dept", "量子局局长"], 2);
    assert!(message.contains("没有") && message.lines().count() == 1, "{message}");
    let message = check_status(&["tree", "--plan", "广州"], 2);
    assert!(message.contains("云浮"), "the plans there are: {message}");
    let message = check_status(&["tree", "--plan", "2030"], 2);
    assert!(message.contains("多部"), "{message}");
}

#[test]
fn without_a_terminal_the_outline_is_printed() {
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("（一）实施健康知识普及行动") && text.contains("第一章 总体战略"));
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn a_plan_without_clauses_is_named_and_counts_zero() {
    let message = check_status(&["tasks", "--dept", "教育局"], 0);
    assert!(message.contains("佛山") && message.contains("没有写明"), "{message}");
    let tasks = rows(&["tasks", "--dept", "教育局"]);
    assert!(tasks.iter().all(|task| task["plan"] == "yunfu-2030" || task["plan"] == "qingyuan-2030"));
}

#[test]
fn a_chapter_is_shown_with_all_below_it() {
    let own = rows(&["show", "yunfu-2030/3.1"]);
    let deep = rows(&["show", "yunfu-2030/3.1", "--deep"]);
    assert_eq!(own.len(), 1);
    assert_eq!(deep[0], own[0]);
    let ids: Vec<&str> = deep.iter().filter_map(|row| row["id"].as_str()).collect();
    let all = rows(&["tree", "--plan", "yunfu-2030"]);
    let all = all.iter().filter_map(|row| row["id"].as_str());
    let expected: Vec<&str> = all.filter(|id| *id == "yunfu-2030/3.1" || id.starts_with("yunfu-2030/3.1.")).collect();
    assert!(ids.len() > 3 && ids == expected, "{ids:?}");
    // Each of them stands in the sheet, be it by its heading alone.
    let csv = String::from_utf8(run(&["show", "yunfu-2030/3.1", "--deep", "--format", "csv"]).stdout).expect("UTF-8");
    for row in &deep {
        assert!(csv.contains(row["title"].as_str().expect("a title")), "{row}");
    }
}

#[test]
fn a_department_is_found_by_any_name() {
    let expected = rows(&["tasks", "--dept", "人力资源和社会保障局"]).len();
    assert!(expected > 40);
    for name in
        ["人社局", "市人社局", "rsj", "RSJ", "市人力资源社会保障局", "renshej", "人力資源和社會保障局", "ｒｓｊ"]
    {
        let found = rows(&["tasks", "--dept", name]).len();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_file_is_written_whole_and_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("任务.csv");
    let path = path.to_str().expect("UTF-8");
    check_status(&["tasks", "--dept", "残联", "--format", "csv", "-o", path], 0);
    let first = std::fs::read(path).expect("written");
    let message = check_status(&["tasks", "--format", "csv", "-o", path], 2);
    assert!(message.contains("--force"), "{message}");
    assert_eq!(std::fs::read(path).expect("still there"), first);
    check_status(&["tasks", "--format", "csv", "-o", path, "--force"], 0);
    assert!(std::fs::read(path).expect("written").len() > first.len());
    check_status(&["tasks", "-o", "/nonexistent/x.csv"], 2);
}

#[test]
fn a_bundle_is_two_files_and_both_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let [document, index] = ["plans.json", "plans.index"].map(|name| folder.path().join(name));
    let message = check_status(&["bundle", "-o", document.to_str().expect("UTF-8")], 0);
    for file in [&document, &index] {
        assert!(message.lines().any(|line| line.contains(&file.display().to_string())), "{file:?}: {message}");
    }
    assert_eq!(std::fs::read_to_string(&document).expect("the document"), guihua::dataset::bundled_document());
    assert_eq!(std::fs::read_to_string(&index).expect("the index"), guihua::dataset::bundled_index());
    assert!(String::from_utf8_lossy(&run(&["bundle", "--help"]).stdout).contains(".index"));
    // One file cannot be both.
    let message = check_status(&["bundle", "-o", folder.path().join("other.index").to_str().expect("UTF-8")], 2);
    assert!(message.lines().count() == 1 && message.contains("other.index"), "{message}");
    assert!(!folder.path().join("other.index").exists());
}

#[test]
fn both_readmes_name_every_command() {
    let help = String::from_utf8(run(&["--help"]).stdout).expect("UTF-8");
    let (_, rest) = help.split_once("命令：\n").expect("a list of the commands");
    let listed = rest.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let commands: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{commands:?}");
    for readme in [include_str!("../../README.md"), include_str!("../../README.zh-CN.md")] {
        for command in &commands {
            assert!(readme.contains(&format!("| `guihua {command}")), "{command} in\n{readme}");
        }
    }
}

/// Runs the program with a configuration file of these lines, and these variables.
fn run_configured(lines: &str, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("guihua")).expect("a folder");
    std::fs::write(folder.path().join("guihua/config.toml"), lines).expect("a file");
    let mut command = crate::program();
    command.args(arguments).env("XDG_CONFIG_HOME", folder.path()).env_remove("GUIHUA_OFFICE");
    command.envs(variables.iter().copied()).output().expect("the program starts")
}

#[test]
fn settings_come_from_the_environment_then_the_file() {
    let lines = "theme = \"mono\"\noffice = \"教育局\"\n[keys]\ndown = \"<C-n>\"\n";
    let output =
        run_configured(lines, &[("GUIHUA_THEME", "contrast"), ("GUIHUA_MOUSE", "")], &["config", "--format", "json"]);
    let printed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let of = |name: &str| {
        let settings = printed["settings"].as_array().expect("a list");
        settings.iter().find(|each| each["name"] == name).map(|each| (each["value"].clone(), each["origin"].clone()))
    };
    for (name, value, origin) in [
        ("theme", Value::from("contrast"), "$GUIHUA_THEME"),
        ("mouse", Value::from("on"), "default"),
        ("office", Value::from("教育局"), "config.toml:2"),
        ("plans", Value::Null, "default"),
        ("keys.down", serde_json::json!(["<C-n>"]), "config.toml:4"),
    ] {
        assert_eq!(of(name), Some((value, Value::from(origin))), "{name}");
    }
    assert!(printed["path"].as_str().is_some_and(|path| path.ends_with("guihua/config.toml")));
    // 我局 of a command is that of the file.
    let own = run_configured(lines, &[], &["tasks", "--dept", "我局", "--format", "json"]).stdout;
    assert_eq!(own, run(&["tasks", "--dept", "教育局", "--format", "json"]).stdout);
}

#[test]
fn the_settings_that_the_readmes_show_are_right() {
    for readme in [include_str!("../../README.md"), include_str!("../../README.zh-CN.md")] {
        let (_, rest) = readme.split_once("```toml\n").expect("an example");
        let (lines, _) = rest.split_once("```").expect("its end");
        let output = run_configured(lines, &[], &["config"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_mistake_in_a_setting_is_told_where_it_stands_and_hinders_no_other_command() {
    for (lines, variables, wanted) in [
        ("theme = \"x\"", &[][..], "config.toml 第 1 行"),
        ("", &[("GUIHUA_THEME", "x")], "环境变量 GUIHUA_THEME"),
        ("\n[keys]\nfly = \"n\"", &[], "第 3 行：没有名为“fly”的操作"),
        ("theme = ", &[], "第 1 行：不合 TOML 格式"),
    ] {
        let output = run_configured(lines, variables, &["config"]);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains(wanted) && message.trim_end().lines().count() == 1, "{message}");
        assert!(output.stdout.is_empty());
        assert_eq!(run_configured(lines, variables, &["tree", "--plan", "佛山"]).status.code(), Some(0));
    }
}

#[test]
fn a_file_is_written_in_the_format_of_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    for name in ["a.xls", "a.XLS", "a.et", "a.doc", "a.wps", "a.pdf", "a.ods", "a.odt"] {
        for format in [&[][..], &["--format", "csv"]] {
            let message = check_status(&[&["depts", "-o", &path(name)], format].concat(), 2);
            assert!(message.contains("-o ") && message.contains("a."), "{name}: {message}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    for (name, begins) in [
        ("a.csv", "部门"),
        ("a.MD", "| "),
        ("a.json", "[\n"),
        ("a.txt", "部门 "),
        ("a", "部门 "),
        ("a.html", "<!DOCTYPE"),
        ("a.xlsx", "PK"),
    ] {
        check_status(&["depts", "-o", &path(name)], 0);
        let bytes = std::fs::read(path(name)).expect("it was written");
        assert!(bytes.starts_with(begins.as_bytes()), "{name}: {:?}", String::from_utf8_lossy(&bytes[..40]));
    }
    let to_stdout = run(&["depts", "-o", "-", "--format", "csv"]);
    assert_eq!(to_stdout.stdout, std::fs::read(path("a.csv")).expect("it was written"));
    assert!(run(&["depts", "-o", "-", "--format", "xlsx"]).stdout.starts_with(b"PK"));
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions_and_what_a_killed_program_left_goes() {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, SystemTime};

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "旧").expect("a file");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    let name = path.display().to_string();
    let old = folder.path().join(".guihua-left");
    std::fs::write(&old, "").expect("a file");
    let hours_ago = SystemTime::now() - Duration::from_secs(7200);
    std::fs::File::options().write(true).open(&old).and_then(|file| file.set_modified(hours_ago)).expect("a time");
    assert!(check_status(&["depts", "-o", &name], 2).contains("--force"));
    let message = check_status(&["depts", "-o", &name, "--force"], 0);
    assert!(message.contains("已替换"), "{message}");
    let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_is_no_success() {
    for arguments in [&["depts"][..], &["--help"], &["--version"], &["config"], &["export"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let output = crate::program().args(arguments).stdout(full).output().expect("it starts");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(
            message.lines().last().is_some_and(|line| line.contains("无法写入标准输出")),
            "{arguments:?}: {message}"
        );
    }
}

#[cfg(unix)]
#[test]
fn arguments_are_quoted_in_part_and_those_that_are_no_text_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let long = "健".repeat(5_000);
    for arguments in [&["tasks", "--dept", &long][..], &["tree", "--plan", &long], &["show", &long], &[&long]] {
        let message = check_status(arguments, 2);
        assert!(message.chars().count() < 400, "{}", message.chars().count());
    }
    let arguments = [OsStr::new("tree"), OsStr::new("--plan"), OsStr::from_bytes(b"\xb7\xf0\xc9\xbd")];
    let output = crate::program().args(arguments).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("UTF-8"));
}
