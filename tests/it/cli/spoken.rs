//! What the command line says in each language: every help page, typical mistakes of every command, the heads of the
//! tables. In English there is no Chinese but names, examples and what the plans print.

use std::fmt::Write;
use std::process::{Command, Output};

/// The languages by their names on the command line.
const LANGUAGES: [&str; 2] = ["zh", "en"];

/// Chinese that stands in English help: names of plans, offices and indicators, natures as they are printed, the fields of
/// a query, and examples of what can be asked.
const NAMES: [&str; 26] = [
    "《健康云浮行动2030》",
    "市教育局",
    "残疾人联合会",
    "中文",
    "云浮",
    "清远",
    "佛山",
    "中山",
    "湘桥",
    "教育局",
    "人社局",
    "我局2025年前要完成什么",
    "我局",
    "谁负责控烟",
    "清远控烟",
    "控烟",
    "近视",
    "预期寿命",
    "人均预期寿命",
    "婴儿死亡率",
    "预期性",
    "约束性",
    "倡导性",
    "部门:",
    "没有",
    "云浮市",
];

/// Runs the program at the width of an old terminal, in a language.
fn run(language: &str, arguments: &[&str]) -> Output {
    let mut command = crate::program();
    command.args(arguments).env("GUIHUA_LANG", language).env("COLUMNS", "80");
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    command.output().expect("the program starts")
}

/// The help page of a command, or of the program.
fn help(language: &str, command: Option<&str>) -> String {
    let arguments: Vec<&str> = command.into_iter().chain(["--help"]).collect();
    String::from_utf8(run(language, &arguments).stdout).expect("UTF-8")
}

/// The commands that the help of the program lists.
fn commands() -> Vec<String> {
    let page = help("en", None);
    let (_, rest) = page.split_once("Commands:\n").expect("a list of the commands");
    let listed = rest.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// The commands that print tables, with arguments that find rows in the plan of one place.
const TABLES: [&[&str]; 16] = [
    &["tasks", "--plan", "云浮", "--dept", "教育局"],
    &["tasks", "--no-unit", "--plan", "湘桥"],
    &["depts", "--plan", "云浮"],
    &["dossier", "教育局"],
    &["dossier", "残联", "--plan", "佛山"],
    &["matrix", "--plan", "云浮", "--plan", "佛山"],
    &["indicators", "--plan", "云浮", "--name", "预期寿命"],
    &["compare", "--plan", "云浮"],
    &["compare", "婴儿死亡率"],
    &["similar", "xiangqiao-145/3.3.2"],
    &["similar", "yunfu-2030/3.4.5", "--with", "zhongshan-145/4.6.1"],
    &["targets", "--plan", "云浮", "--year", "2030"],
    &["check", "--plan", "佛山"],
    &["search", "控烟", "--limit", "3"],
    &["config"],
    &["config", "--keys"],
];

/// The commands that make documents, of which the titles and notes are looked at.
const DOCUMENTS: [&[&str]; 4] = [
    &["tasks", "--dept", "教育局", "--plan", "云浮"],
    &["dossier", "教育局"],
    &["show", "yunfu-2030/3.1.1"],
    &["check", "--plan", "佛山"],
];

/// Compares a text with the record of this name.
fn assert_record(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("spoken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// What stands in a text of Chinese, or of the punctuation that goes with it, besides the names.
fn chinese(text: &str) -> String {
    let mut text = text.to_owned();
    let mut names = NAMES;
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        text = text.replace(name, "");
    }
    text.chars().filter(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')).collect()
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for language in LANGUAGES {
        let pages = commands.iter().map(|command| Some(command.as_str())).chain([None, Some("bundle")]);
        let pages: Vec<String> = pages.map(|command| help(language, command)).collect();
        for page in &pages {
            let examples = page.split_once(if language == "en" { "\nExamples:\n" } else { "\n示例：\n" });
            assert!(examples.is_some_and(|(_, rest)| rest.lines().count() > 1), "no examples: {page}");
            // Lines are broken between words, so a name may stand on two of them.
            let whole = page
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace("社 局", "社局")
                .replace("局 2025", "局2025");
            if language == "en" {
                assert_eq!(chinese(&whole), "", "{page}");
            } else {
                for word in ["OPTIONS", "COMMAND]", "ossible values", "default:", "Usage", "Print"] {
                    assert!(!page.contains(word), "{word}: {page}");
                }
            }
        }
        assert_record(&format!("help-{language}"), &pages.join("\n────\n\n"));
    }
}

#[test]
fn tables_have_their_heads_and_messages_in_both_languages() {
    for language in LANGUAGES {
        let mut record = String::new();
        let documents = DOCUMENTS.map(|arguments| [arguments, &["--format", "md"]].concat());
        for arguments in TABLES.iter().map(|arguments| arguments.to_vec()).chain(documents) {
            let output = run(language, &arguments);
            let said = String::from_utf8(output.stderr).expect("UTF-8");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            // The head, and a row to see how the program words its cells.
            let n_lines = if arguments.contains(&"md") { 24 } else { 4 };
            let head = text.lines().next().unwrap_or_default();
            if language == "en" && !arguments.contains(&"--with") && arguments[0] != "show" {
                assert_eq!(chinese(head), "", "{arguments:?}: {head}");
                assert_eq!(chinese(&said), "", "{arguments:?}: {said}");
            }
            let first: Vec<String> = text.lines().take(n_lines).map(|line| line.chars().take(160).collect()).collect();
            let _ = writeln!(record, "$ guihua {}\n{said}{}\n", arguments.join(" "), first.join("\n"));
        }
        assert_record(&format!("tables-{language}"), &record);
    }
}

/// Files for people are in the language in force; those for programs are the same in every language.
#[test]
fn csv_and_json_are_the_same_in_every_language() {
    let commands = TABLES.iter().filter(|arguments| arguments.len() > 1 && arguments[0] != "config");
    for arguments in commands {
        for format in ["csv", "json"] {
            let [chinese, english] =
                LANGUAGES.map(|language| run(language, &[arguments, &["--format", format][..]].concat()).stdout);
            assert!(chinese == english, "{arguments:?} {format}");
        }
        let [chinese, english] =
            LANGUAGES.map(|language| run(language, &[arguments, &["--format", "md"][..]].concat()).stdout);
        assert!(chinese != english || chinese.is_empty(), "{arguments:?}");
    }
    for arguments in [&["doctor", "--format", "json"][..], &["config", "--format", "json"]] {
        let of = |language: &str| {
            let text = String::from_utf8(run(language, arguments).stdout).expect("UTF-8");
            // Which language is set is told by its name.
            text.lines().filter(|line| !line.contains("\"en\"") && !line.contains("\"zh\"")).collect::<String>()
        };
        assert_eq!(of("zh"), of("en"), "{arguments:?}");
    }
}

/// Mistakes that people make, for every command.
const MISTAKES: [&[&str]; 54] = [
    &["taks"],
    &["nonsense"],
    &["--dpet", "x"],
    &["--theme", "x"],
    &["--plan"],
    &["--lang", "fr"],
    &["tree", "--depht", "1"],
    &["tree", "--depth", "one"],
    &["tree", "--depth", "1", "--depth", "2"],
    &["tree", "云浮"],
    &["tree", "--plan", "没有"],
    &["tree", "--plan", "2030"],
    &["show"],
    &["show", "没有/1"],
    &["show", "yunfu-2030/99"],
    &["tasks", "--role", "leed"],
    &["tasks", "--role", "x"],
    &["tasks", "--dept", "教育局", "--no-unit"],
    &["tasks", "--dept", "没有"],
    &["tasks", "--dept", "我局"],
    &["tasks", "--format", "excel"],
    &["tasks", "--format", "xlsx"],
    &["tasks", "--bom"],
    &["tasks", "--force"],
    &["tasks", "-o", "."],
    &["tasks", "-o", "/nonexistent/x.csv"],
    &["tasks", "-o", "a.doc"],
    &["tasks", "-o", "a.xlsx", "--format", "csv"],
    &["depts", "--level", "没有"],
    &["dossier"],
    &["dossier", "没有"],
    &["matrix", "--year", "2030"],
    &["indicators", "--desc"],
    &["indicators", "--sort", "没有"],
    &["indicators", "--nature", "没有"],
    &["compare", "没有"],
    &["compare", "率"],
    &["similar"],
    &["similar", "yunfu-2030/3.1", "--limit", "many"],
    &["targets", "--year", "70000"],
    &["check", "--plan", "没有"],
    &["search"],
    &["search", "控烟", "--kind", "tasks"],
    &["export", "--format", "csv"],
    &["import"],
    &["import", "nowhere.txt"],
    &["import", "x", "--period", "2030"],
    &["plans", "nothing"],
    &["plans", "remove", "yunfu-2030"],
    &["tree", "--only-own", "--no-own"],
    &["config", "--format", "xml"],
    &["completions", "pwsh"],
    &["doctor", "x"],
    &["man", "taks"],
];

#[test]
fn a_mistake_is_told_in_both_languages_with_a_way_out() {
    for language in LANGUAGES {
        let mut record = String::new();
        for arguments in MISTAKES {
            let output = run(language, arguments);
            let message = String::from_utf8(output.stderr).expect("UTF-8");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
            assert!(output.stdout.is_empty() && message.lines().count() == 1, "{arguments:?}: {message}");
            let _ = writeln!(record, "$ guihua {}\n{message}", arguments.join(" "));
        }
        assert_record(&format!("mistakes-{language}"), &record);
    }
}

/// Runs every example that a help page prints, as a shell does, in a folder of its own.
#[cfg(unix)]
#[test]
fn every_example_works() {
    use std::{env, path::Path};

    let folder = Path::new(env!("CARGO_BIN_EXE_guihua")).parent().expect("the folder of the program").to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(std::iter::once(folder).chain(env::split_paths(&path))).expect("a path");
    for language in LANGUAGES {
        let mut n_examples = 0;
        for command in commands().iter().map(|name| Some(name.as_str())).chain([None]) {
            let page = help(language, command);
            for line in page.lines().filter_map(|line| line.strip_prefix("  guihua")) {
                let line = format!("guihua{}", line.split("  ").next().unwrap_or_default());
                let folder = tempfile::tempdir().expect("a folder");
                let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/yunfu-2030.txt");
                std::fs::create_dir(folder.path().join("plans")).expect("a folder");
                for name in ["plan.txt", "plans/1.txt", "jianghai-155.txt", "draft.docx", "last.docx", "province.docx"]
                {
                    std::fs::copy(plan, folder.path().join(name)).expect("a file");
                }
                // What is removed has to be there.
                let line = line.replace("guihua plans", "guihua import jianghai-155.txt && guihua plans");
                let mut shell = Command::new("sh");
                shell.args(["-c", &line]).current_dir(folder.path()).env("PATH", &path).env("GUIHUA_LANG", language);
                shell.env("XDG_DATA_HOME", folder.path().join("data"));
                let output = shell.output().expect("a shell");
                let status = output.status.code();
                assert!(
                    matches!(status, Some(0 | 1)),
                    "{line}: {status:?} {}",
                    String::from_utf8_lossy(&output.stderr)
                );
                n_examples += 1;
            }
        }
        assert!(n_examples > 40, "{n_examples} examples in {language}");
    }
}
