//! Completion of the command line as each shell asks for it, and the manual page.

use std::env;
use std::process::Command;

const PROGRAM: &str = env!("CARGO_BIN_EXE_guihua");

/// The values that are offered behind these words, the last of which is at the caret.
fn offered(form: &str, words: &[&str]) -> Vec<String> {
    let output = crate::program().args(["__complete", form]).args(words).output().expect("the program starts");
    assert!(output.status.success() && output.stderr.is_empty(), "{words:?}: {output:?}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| line.split_once('\t').expect("a value and what it means").0.to_owned()).collect()
}

#[test]
fn plans_nodes_and_offices_are_offered_by_hanzi_and_by_letters() {
    for (words, first) in [
        (&["tas"][..], "tasks"),
        (&["tasks", "--form"], "--format"),
        (&["tasks", "--format", "xl"], "xlsx"),
        (&["tasks", "--dept", "jyj"], "教育局"),
        (&["tasks", "--dept", "jiaoyuju"], "教育局"),
        (&["tasks", "--dept", "教育"], "教育局"),
        (&["dossier", "wsjkj"], "卫生健康局"),
        (&["tree", "--plan", "云"], "yunfu-2030"),
        (&["tree", "--plan", "=", "云"], "yunfu-2030"),
        (&["tree", "--plan", "yun"], "yunfu-2030"),
        (&["show", "云浮"], "yunfu-2030/"),
        (&["show", "yunfu-2030/3.4"], "yunfu-2030/3.4"),
        (&["show", "yunfu-2030/控烟"], "yunfu-2030/3.4"),
        (&["--at", "云浮/3.4"], "云浮/3.4"),
    ] {
        assert_eq!(offered("replacing", words).first().map(String::as_str), Some(first), "{words:?}");
    }
    // A shell that keeps what was typed gets values that begin with it.
    for (words, first) in [
        (&["tasks", "--dept", "jyj"][..], "jyj"),
        (&["tasks", "--dept=教"], "--dept=教育局"),
        (&["tree", "--plan", "云"], "云浮"),
    ] {
        assert_eq!(offered("keeping", words).first().map(String::as_str), Some(first), "{words:?}");
    }
    for words in [&["tasks", "--dept", "\u{1b}[31m"][..], &["show", "nowhere/1"], &["--plan", "'\"$(x)"], &[""]] {
        let values = offered("replacing", words);
        assert!(values.is_empty() || words == [""], "{words:?}: {values:?}");
    }
}

/// Runs lines in a shell in which `guihua` is the program.
///
/// # Errors
/// The shell is not there.
fn run_in(shell: &str, lines: &str) -> std::io::Result<String> {
    let folder = std::path::Path::new(PROGRAM).parent().expect("the folder of the program");
    let path = env::join_paths(
        std::iter::once(folder.to_owned()).chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
    );
    let mut command = Command::new(shell);
    command.args(["-c", lines]).env("PATH", path.expect("a path")).env("LC_ALL", "C.UTF-8");
    Ok(String::from_utf8(command.output()?.stdout).expect("UTF-8"))
}

#[test]
fn shells_complete_without_octal_numbers_or_split_words() {
    let bash = r#"
        source <(guihua completions bash)
        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _guihua; printf '%s|' "${COMPREPLY[@]:0:2}"; echo; }
        try guihua tasks --dept jyj
        try guihua tree --plan 云
        try guihua tre
    "#;
    let fish = "guihua completions fish | source; complete -C 'guihua tasks --dept 教育局'; complete -C 'guihua tre'";
    let zsh = "autoload -Uz compinit && compinit -D; eval \"$(guihua completions zsh)\"; echo ${_comps[guihua]}";
    for (shell, lines, expected) in [
        ("bash", bash, &["教育局|\nyunfu-2030|\ntree|\n"][..]),
        ("fish", fish, &["教育局", "\ntree\t"]),
        ("zsh", zsh, &["_guihua"]),
    ] {
        match run_in(shell, lines) {
            Ok(printed) => assert!(expected.iter().all(|words| printed.contains(words)), "{shell}: {printed}"),
            Err(error) => println!("SKIPPED: {shell} is not there ({error})"),
        }
    }
}

#[test]
fn the_manual_names_every_command_and_option() {
    let page = |arguments: &[&str]| {
        let output = crate::program().arg("man").args(arguments).output().expect("the program starts");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (status, whole) = page(&[]);
    assert_eq!(status, Some(0));
    for words in [".TH guihua 1", "tasks", "\\-\\-search", "示例"] {
        assert!(whole.contains(words), "{words}");
    }
    assert!(!whole.contains("__complete") && !whole.contains("bundle"));
    let (status, tasks) = page(&["tasks"]);
    assert_eq!(status, Some(0));
    assert!(tasks.contains("guihua\\-tasks") && tasks.contains("\\-\\-dept"), "{tasks}");
    assert_eq!(page(&["nothing"]).0, Some(2));
    // What man makes of it, where man is there.
    let shown = run_in("bash", "guihua man tasks | man -l - 2>/dev/null | cat").expect("bash is there");
    assert!(shown.is_empty() || shown.contains("--dept"), "{shown}");
}

#[test]
fn doctor_reports_what_it_finds_and_what_to_do() {
    let home = tempfile::tempdir().expect("a folder");
    let doctor = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = crate::program();
        command.arg("doctor").args(arguments).env("HOME", home.path());
        for name in ["LC_ALL", "LC_CTYPE", "LANG", "TMUX", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().expect("the program starts");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let good = doctor(&[("LANG", "zh_CN.UTF-8"), ("TERM", "xterm")], &[]);
    assert!(good.contains("~/.config/guihua/config.toml（尚无）") && !good.contains('※'), "{good}");
    assert!(!good.contains(&home.path().display().to_string()), "the home is not named");
    for (variables, advice) in [
        (&[("LC_ALL", "zh_CN.GBK"), ("TERM", "xterm")][..], "区域设置不是 UTF-8"),
        (&[("LC_ALL", "C"), ("TERM", "xterm")], "区域设置不是 UTF-8"),
        (&[("LC_ALL", "C.UTF-8"), ("TERM", "dumb")], "TERM 未设或为 dumb"),
        (&[("LC_ALL", "C.UTF-8"), ("TERM", "screen"), ("TMUX", "/tmp/tmux/1,2,3")], "set-clipboard on"),
    ] {
        let text = doctor(variables, &[]);
        assert!(text.contains(advice) && !text.contains("tmux/1"), "{text}");
    }
    std::fs::create_dir_all(home.path().join(".config/guihua")).expect("a folder");
    std::fs::write(home.path().join(".config/guihua/config.toml"), "theme = 1").expect("a file");
    let json: serde_json::Value =
        serde_json::from_str(&doctor(&[("LC_ALL", "C.UTF-8")], &["--format", "json"])).expect("JSON");
    assert!(json["config_error"].as_str().is_some_and(|words| words.contains("第 1 行")), "{json}");
    assert_eq!(json["data"].as_str().map(str::len), Some(64));
    assert_eq!(json["plans"].as_array().map(Vec::len), Some(5));
}
