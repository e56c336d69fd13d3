//! Writes the notice of whose work is in the program: every crate that is linked into it, with its licence, and the texts of
//! the licences, each once with the crates that carry it. Reads what cargo says of the package:
//!
//! `cargo metadata --locked --format-version 1 --filter-platform TARGET | cargo run --locked --example notices`

#![expect(clippy::print_stdout, reason = "an example prints what it finds")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{fs, io};

use serde_json::Value;

/// How the names of files with a licence or a notice begin.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// The data tables of the program that come from the work of others; each says at its head what was taken and changed.
const TABLES: &str = "\
OpenCC (https://github.com/BYVoid/OpenCC), Apache-2.0: traditional characters
pypinyin, pypinyin-dict (https://github.com/mozillazg), MIT: readings of characters
jieba 0.42.1 (https://github.com/fxsjy/jieba), MIT: words
JioNLP 1.5.31 (https://github.com/dongrixinyu/JioNLP), Apache-2.0: words
pycorrector 1.1.4 (https://github.com/shibing624/pycorrector), Apache-2.0: characters that look alike
char-similar 0.0.2 (https://github.com/yongzhuo/char-similar), Apache-2.0: characters that look alike
china-division 2.7.0 (https://github.com/modood/Administrative-divisions-of-China), MIT: names of places
";

fn main() -> Result<(), Box<dyn Error>> {
    let metadata: Value = serde_json::from_reader(io::stdin())?;
    let linked = linked(&metadata).ok_or("this is not what `cargo metadata --format-version 1` prints")?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let mut crates = BTreeMap::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages.iter().filter(|package| package["id"].as_str().is_some_and(|id| linked.contains(id))) {
        let text = |field: &str| package[field].as_str().unwrap_or_default();
        let name = format!("{} {}", text("name"), text("version"));
        let folder = Path::new(text("manifest_path")).parent().ok_or("a manifest without a folder")?;
        for licence in licences(folder)? {
            texts.entry(licence).or_default().insert(name.clone());
        }
        crates.insert(name, format!("{}  {}", text("license"), text("repository")));
    }
    println!("The work of others in guihua\n\nData tables\n\n{TABLES}\nCrates\n");
    for (name, about) in &crates {
        println!("{name}  {about}");
    }
    for (text, names) in &texts {
        let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        println!("\n{}\n{names}\n\n{text}", "-".repeat(78));
    }
    Ok(())
}

/// The ids of the packages that are linked into the program, its own not among them: what it needs, and what they need,
/// neither for tests nor to be built.
fn linked(metadata: &Value) -> Option<BTreeSet<&str>> {
    let resolve = &metadata["resolve"];
    let root = resolve["root"].as_str()?;
    let nodes: BTreeMap<&str, &Value> =
        resolve["nodes"].as_array()?.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let mut found = BTreeSet::new();
    let mut left = vec![root];
    while let Some(id) = left.pop() {
        for dependency in nodes.get(id)?["deps"].as_array()? {
            let is_linked = dependency["dep_kinds"].as_array()?.iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str()?;
            if is_linked && found.insert(id) {
                left.push(id);
            }
        }
    }
    Some(found)
}

/// The texts of the licences and notices in the folder of a crate. White space at their ends is cut, so that equal ones meet.
fn licences(folder: &Path) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if entry.file_type()?.is_file() && NAMES.iter().any(|begin| name.starts_with(begin)) {
            let text = fs::read_to_string(entry.path())?.replace('\r', "");
            texts.push(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned());
        }
    }
    Ok(texts)
}
