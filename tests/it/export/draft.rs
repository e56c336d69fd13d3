//! A draft for comment (征求意见稿) is marked in whatever leaves the program, command by command and format by format.

use std::io::{Cursor, Read};

use super::{file, run};

const MARK: &str = "征求意见稿";

/// The two drafts, and a plan in force: by id, a node with text, and a node beside it.
const PLANS: [(&str, &str, bool); 3] = [
    ("xiangqiao-145", "xiangqiao-145/3.3.2", true),
    ("zhongshan-145", "zhongshan-145/4.6.1", true),
    ("yunfu-2030", "yunfu-2030/3.1.1", false),
];

/// The formats, and whether they are containers.
const FORMATS: [(&str, bool); 7] =
    [("text", false), ("json", false), ("csv", false), ("md", false), ("html", false), ("xlsx", true), ("docx", true)];

/// Subcommands without rows of a plan, and those that count the units a plan names.
const OTHERS: [&str; 9] = ["completions", "config", "doctor", "export", "import", "man", "plans", "progress", "schema"];
const OF_UNITS: [&str; 3] = ["depts", "matrix", "dossier"];

/// What the file says: its text, or the text of all its parts.
fn said(bytes: Vec<u8>, is_container: bool) -> String {
    if !is_container {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut container = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut text = String::new();
    for at in 0..container.len() {
        container.by_index(at).expect("a part").read_to_string(&mut text).expect("UTF-8");
    }
    text
}

/// The subcommands that the help lists.
fn subcommands() -> Vec<String> {
    let help = String::from_utf8(run(&["--help"]).stdout).expect("UTF-8");
    let (_, list) = help.split_once("\n命令").expect("a list of commands");
    let names = list.lines().skip(1).take_while(|line| !line.trim().is_empty()).filter(|line| !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// The arguments that make a subcommand speak of one plan, at most.
fn arguments<'a>(subcommand: &'a str, plan: &'a str, node: &'a str) -> Vec<Vec<&'a str>> {
    match subcommand {
        "show" => vec![vec!["show", node], vec!["show", plan]],
        "similar" => vec![vec!["similar", node, "--with", node]],
        "search" => vec![vec!["search", "健康", "--plan", plan]],
        "compare" => vec![vec!["compare", "--plan", plan], vec!["compare", "婴儿死亡率", "--plan", plan]],
        "dossier" => vec![vec!["dossier", "教育局", "--plan", plan]],
        other => vec![vec![other, "--plan", plan]],
    }
}

#[test]
fn every_command_marks_a_draft_in_every_format() {
    let subcommands = subcommands();
    assert!(subcommands.len() > 8, "{subcommands:?}");
    let mut n_files = 0;
    for (plan, node, is_draft) in PLANS {
        for arguments in subcommands.iter().flat_map(|subcommand| arguments(subcommand, plan, node)) {
            // The drafts name no units, so they have no bureaus.
            let names_none = OF_UNITS.contains(&arguments[0]) && is_draft;
            if OTHERS.contains(&arguments[0]) || names_none {
                continue;
            }
            for (format, is_container) in FORMATS {
                let said = said(file(&arguments, format), is_container);
                assert_eq!(said.contains(MARK), is_draft, "{arguments:?} {format}");
                n_files += 1;
            }
        }
    }
    assert!(n_files > 150, "{n_files}");
}

#[test]
fn every_row_of_json_says_whether_its_plan_is_a_draft() {
    for (plan, node, is_draft) in PLANS {
        for (arguments, field) in [
            (&["tree", "--plan", plan][..], "draft"),
            (&["show", node], "draft"),
            (&["tasks", "--plan", plan], "draft"),
            (&["indicators", "--plan", plan], "draft"),
            (&["targets", "--plan", plan], "draft"),
            (&["check", "--plan", plan], "draft"),
            (&["search", "健康", "--plan", plan, "--kind", "text"], "draft"),
            (&["similar", node, "--with", node], "left_draft"),
        ] {
            let rows: Vec<serde_json::Value> = serde_json::from_slice(&file(arguments, "json")).expect("JSON");
            assert!(!rows.is_empty());
            let mark = is_draft.then_some(MARK);
            assert!(rows.iter().all(|row| row.get(field).is_some_and(|draft| draft.as_str() == mark)), "{arguments:?}");
        }
        for arguments in [["compare", "婴儿死亡率"], ["similar", node]] {
            let rows: Vec<serde_json::Value> = serde_json::from_slice(&file(&arguments, "json")).expect("JSON");
            let lists =
                rows.iter().flat_map(|row| row["rows"].as_array().cloned().unwrap_or_else(|| vec![row.clone()]));
            for row in lists {
                let drafts = ["xiangqiao-145", "zhongshan-145"];
                let mark = drafts.contains(&row["plan"].as_str().expect("a plan")).then_some(MARK);
                assert_eq!(row["draft"].as_str(), mark, "{row}");
            }
        }
    }
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&file(&["depts"], "json")).expect("JSON");
    for row in &rows {
        let counts = |count: &serde_json::Value| count.as_object().expect("counts").values().any(|n| n != 0);
        let expected: Vec<&str> =
            ["xiangqiao-145", "zhongshan-145"].into_iter().filter(|id| counts(&row["plans"][id])).collect();
        let drafts: Vec<&str> = row["drafts"].as_array().expect("a list").iter().filter_map(|id| id.as_str()).collect();
        assert_eq!(drafts, expected, "{row}");
    }
}
