//! `guihua config`: the settings in force and where each comes from, or all actions with their keys.

use std::fmt::Write;

use clap::ValueEnum;
use serde_json::{Value as Json, json};

use super::{File, Origin, SETTINGS, keymap};
use crate::app::input::keymap::BINDINGS;
use crate::cli::output::{self, Outcome};
use crate::cli::paths;

/// What the command is called on the command line.
pub(in crate::cli) const NAME: &str = "config";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(long, help = "列出全部操作的名称和按键，供配置文件的 [keys] 使用")]
    keys: bool,
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

/// Prints what the arguments ask for.
///
/// # Errors
/// The configuration file has a mistake, or the output cannot be written.
pub(in crate::cli) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let file = File::of_user()?;
    let rows = if args.keys { keys(&file)? } else { settings(&file)? };
    let text = match args.format {
        Form::Json => {
            format!("{:#}\n", if args.keys { json!(rows.0) } else { json!({ "path": rows.1, "settings": rows.0 }) })
        }
        Form::Table if args.keys => keys_text(&rows.0),
        Form::Table => settings_text(&file, &rows.0),
    };
    output::print(&text)?;
    Ok(Outcome::DONE)
}

/// The settings as JSON objects, and the path of the file.
fn settings(file: &File) -> anyhow::Result<(Vec<Json>, Option<String>)> {
    let mut rows = Vec::new();
    for setting in SETTINGS {
        let value = setting.value(None, file)?;
        rows.push(json!({
            "name": setting.name,
            "value": Some(value.words).filter(|words| !words.is_empty()),
            "origin": origin(&value.origin),
            "about": setting.about,
        }));
    }
    let plans = file.plans.as_ref();
    rows.push(json!({
        "name": super::file::PLANS,
        "value": plans.map(|(plans, _)| plans),
        "origin": origin(&plans.map_or(Origin::Default, |(_, line)| Origin::Line(*line))),
        "about": "打开浏览界面时选择的规划；不设时为全部",
    }));
    keymap(file)?;
    for change in &file.keys {
        rows.push(json!({
            "name": format!("{}.{}", super::file::KEYS, change.action),
            "value": change.keys,
            "origin": origin(&Origin::Line(change.line)),
            "about": "按键",
        }));
    }
    Ok((rows, file.path.as_deref().map(|path| path.display().to_string())))
}

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Default => "default".to_owned(),
        Origin::Option(name) => name.clone(),
        Origin::Variable(name) => format!("${name}"),
        Origin::Line(line) => format!("config.toml:{line}"),
    }
}

fn settings_text(file: &File, rows: &[Json]) -> String {
    let path = file.path.as_deref().map_or_else(|| "没有用户主目录（HOME）".to_owned(), paths::shown);
    let state = if file.is_there { "" } else { "（尚无此文件，需要时自建）" };
    let mut text = format!("配置文件  {path}{state}\n\n");
    for row in rows {
        let word = |name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default();
        let value = match row.get("value") {
            Some(Json::String(words)) => format!("\"{words}\""),
            Some(Json::Null) | None => "（未设）".to_owned(),
            Some(other) => other.to_string(),
        };
        let origin = match word("origin") {
            "default" => "默认".to_owned(),
            origin => match origin.strip_prefix("config.toml:") {
                Some(line) => format!("配置文件第 {line} 行"),
                None => format!("环境变量 {}", origin.trim_start_matches('$')),
            },
        };
        // A string takes every word, so writing to it cannot fail.
        let _ = writeln!(text, "{} = {value}    # {origin}；{}", word("name"), word("about"));
    }
    text
}

/// All actions with their keys in force.
fn keys(file: &File) -> anyhow::Result<(Vec<Json>, Option<String>)> {
    let keymap = keymap(file)?;
    let row = |row: &crate::app::input::keymap::Binding| {
        let places: Vec<&str> = row.contexts.iter().map(|context| context.id()).collect();
        json!({ "name": row.name, "places": places, "keys": keymap.keys(row), "about": row.words })
    };
    Ok((BINDINGS.iter().map(row).collect(), None))
}

fn keys_text(rows: &[Json]) -> String {
    let mut text = String::from("[keys]\n");
    for row in rows {
        let words = |name: &str| row.get(name).map(ToString::to_string).unwrap_or_default();
        let name = row.get("name").and_then(Json::as_str).unwrap_or_default();
        let places = row.get("places").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
        let places: Vec<&str> = places.collect();
        let about = row.get("about").and_then(Json::as_str).unwrap_or_default();
        let _ = writeln!(text, "{name} = {}    # {}：{about}", words("keys"), places.join(" "));
    }
    text
}

/// Names the actions with almost this name, for a message; empty where there is none.
pub(super) fn nearest(name: &str) -> String {
    const LIKE: f64 = 0.7;
    let name = name.rsplit('.').next().unwrap_or(name);
    let mut near: Vec<(f64, &str)> = BINDINGS
        .iter()
        .map(|row| (strsim::normalized_damerau_levenshtein(name, row.name), row.name))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup();
    let names: Vec<&str> = near.into_iter().map(|(_, name)| name).take(3).collect();
    if names.is_empty() { String::new() } else { format!("；相近的有：{}", names.join("、")) }
}
