//! `guihua doctor`: what the program finds of its terminal, its folders and its data, as lines to be pasted into a report.
//! It changes nothing, and names no file but its own.

use std::env;
use std::fmt::Write;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ValueEnum;
use etcetera::{BaseStrategy, choose_base_strategy};
use serde_json::{Map, Value};

use super::config::{self, File};
use super::output::{self, Outcome};
use super::paths;
use crate::dataset;
use crate::library::Waiting;
use crate::text::sanitize;
use crate::text::width::Width;
use crate::tui::{self, Ambiguous, Terminal};

/// What the command is called on the command line.
pub(super) const NAME: &str = "doctor";

/// Programs that put a text on the clipboard.
const CLIPBOARD_TOOLS: [&str; 5] = ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"];
/// Variables that decide how the terminal is used.
const VARIABLES: [&str; 9] =
    ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TERM", "COLORTERM", "NO_COLOR", "TMUX", "SSH_CONNECTION"];

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_enum, default_value = "table", value_name = "格式", help = "输出格式")]
    format: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    #[value(help = "文字")]
    Table,
    #[value(help = "JSON")]
    Json,
}

/// Prints what was found.
///
/// # Errors
/// The plans cannot be read, or stdout cannot be written.
pub(super) fn run(args: &Args, library: &Waiting) -> anyhow::Result<Outcome> {
    let found = found(library)?;
    output::print(&match args.format {
        Form::Json => format!("{:#}\n", Value::Object(found)),
        Form::Table => text(&found),
    })?;
    Ok(Outcome::DONE)
}

/// All that was found, by name.
fn found(library: &Waiting) -> anyhow::Result<Map<String, Value>> {
    let mut found = Map::new();
    let mut tell = |name: &str, value: Value| {
        found.insert(name.to_owned(), value);
    };
    tell("version", env!("CARGO_PKG_VERSION").into());
    tell("system", format!("{} {}", env::consts::OS, env::consts::ARCH).into());
    let plans = &library.plans()?.plans;
    tell("plans", plans.iter().map(|plan| plan.id.as_str()).collect::<Vec<_>>().into());
    tell("data", dataset::digest().into());
    for name in VARIABLES {
        let value = env::var_os(name).map(|value| sanitize::one_line(&value.to_string_lossy()).into_owned());
        // What these two hold is nobody's business.
        let is_private = matches!(name, "TMUX" | "SSH_CONNECTION");
        tell(name, value.map(|value| if is_private { "（已设）".to_owned() } else { value }).into());
    }
    tell("encoding", encoding().into());
    tell("terminal", io::stdout().is_terminal().into());
    let size = crossterm::terminal::size().ok().filter(|_| io::stdout().is_terminal());
    tell("size", size.map(|(width, height)| format!("{width}×{height}")).into());
    tell("ambiguous", measured().into());
    let tools = CLIPBOARD_TOOLS.iter().filter(|name| is_on_path(name)).copied().collect::<Vec<_>>();
    tell("clipboard", tools.into());
    let settings = File::of_user();
    let mistake = settings.as_ref().err().map(|error| format!("{error:#}"));
    let keys = settings.ok().and_then(|file| config::keymap(&file).err()).map(|error| format!("{error:#}"));
    tell("config_error", mistake.or(keys).into());
    if let Ok(folders) = choose_base_strategy() {
        let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
        tell("config", place(&folders.config_dir().join("guihua/config.toml")).into());
        tell("state", place(&state.join("guihua/session.json")).into());
    }
    Ok(found)
}

/// The encoding that the locale asks for, as far as its variables tell.
fn encoding() -> &'static str {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(env::var_os).find(|value| !value.is_empty());
    let locale = set.map(|value| value.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if locale.contains("utf-8") || locale.contains("utf8") {
        "UTF-8"
    } else if locale.contains("gb") {
        "GBK"
    } else {
        "C"
    }
}

/// How many cells the terminal gives to ambiguous characters; `None` where there is none to ask.
fn measured() -> Option<&'static str> {
    if !tui::is_available() {
        return None;
    }
    let options = tui::Options { ambiguous: Ambiguous::Auto, mouse: false, theme: None };
    let terminal = Terminal::enter(options).ok()?;
    Some(match terminal.width() {
        Width::Narrow => "narrow",
        Width::Wide => "wide",
    })
}

fn is_on_path(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// A file's path, and whether it is there.
fn place(path: &Path) -> String {
    let state = match fs::metadata(path) {
        Ok(about) => format!("{} 字节", about.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => "尚无".to_owned(),
        Err(error) => output::reason(&error),
    };
    format!("{}（{state}）", paths::shown(path))
}

/// What was found as lines, and below them what to do about it.
fn text(found: &Map<String, Value>) -> String {
    let mut text = String::new();
    for (name, value) in found {
        let value = match value {
            Value::Null => "（无）".to_owned(),
            Value::String(words) => words.clone(),
            Value::Bool(is_so) => if *is_so { "是" } else { "否" }.to_owned(),
            Value::Array(values) if values.is_empty() => "（无）".to_owned(),
            Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("、"),
            other @ (Value::Number(_) | Value::Object(_)) => other.to_string(),
        };
        // A string takes every word, so writing to it cannot fail.
        let _ = writeln!(text, "{}{value}", Width::Narrow.pad(name, 18, crate::text::width::Align::Left));
    }
    for advice in advice(found) {
        let _ = writeln!(text, "※ {advice}");
    }
    text
}

/// What the user may do about what was found.
fn advice(found: &Map<String, Value>) -> Vec<String> {
    let word = |name: &str| found.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut advice = Vec::new();
    if word("encoding") != "UTF-8" {
        advice.push(
            "区域设置不是 UTF-8，中文可能显示为乱码；可执行 export LC_ALL=C.UTF-8，终端编码也选 UTF-8".to_owned(),
        );
    }
    if word("TERM") == "dumb" || word("TERM").is_empty() {
        advice.push("TERM 未设或为 dumb，浏览界面不能使用，各命令不受影响".to_owned());
    }
    if !word("TMUX").is_empty() {
        advice.push("在 tmux 中复制到本机剪贴板，须在 tmux 里 set -g set-clipboard on".to_owned());
    }
    if !word("config_error").is_empty() {
        advice.push(word("config_error").to_owned());
    }
    advice
}
