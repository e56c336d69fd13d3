//! The laws of the house, read from the sources: who may import whom, and what only one file may do.

use std::fs;
use std::path::{Path, PathBuf};

use guihua::app::input::keymap;
use guihua::dataset;

/// A module of `src/` and the modules of the crate it may name; it may always name itself.
const IMPORTS: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("lexicon", &["text"]),
    ("model", &["text", "lexicon"]),
    ("registry", &["text", "lexicon", "model"]),
    ("importer", &["text", "lexicon", "model", "registry"]),
    ("dataset", &["text", "lexicon", "model", "registry", "importer"]),
    ("search", &["text", "lexicon", "model", "registry"]),
    ("analysis", &["text", "lexicon", "model", "registry"]),
    ("library", &["text", "lexicon", "model", "registry", "dataset", "search", "analysis"]),
    ("app", &["text", "lexicon", "model", "registry", "search", "analysis", "library"]),
    ("tui", &["text", "app"]),
    ("export", &["text", "lexicon", "model", "registry", "analysis", "app"]),
    (
        "cli",
        &[
            "text", "lexicon", "model", "registry", "importer", "dataset", "search", "analysis", "library", "app",
            "tui", "export",
        ],
    ),
];

/// Words that only these places may use (a file, or a folder with everything in it).
const ONLY: [(&str, &[&str]); 9] = [
    ("ratatui", &["tui"]),
    ("crossterm::", &["tui", "cli/output.rs"]),
    ("unicode_width", &["text/width.rs"]),
    ("Color::", &["tui/theme.rs"]),
    ("std::fs", &["cli"]),
    ("std::env", &["cli", "tui", "main.rs"]),
    ("std::time", &["tui"]),
    ("stdout()", &["cli", "tui"]),
    ("_WEIGHT: ", &["search/evaluate/rank.rs", "analysis/similarity/similar/weight.rs"]),
];

/// Names of the bundled plans: the importer's rules hold for any plan.
const PLAN_NAMES: [&str; 10] =
    ["佛山", "清远", "湘桥", "云浮", "中山", "foshan", "qingyuan", "xiangqiao", "yunfu", "zhongshan"];

const LONGEST_FILE: usize = 500;
const BANNED: [&str; 6] = ["util", "helper", "common", "misc", "manager", "mod.rs"];
const TOP: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "LICENSE",
    "src",
    "data",
    "seeds",
    "tests",
];

/// A source file: its path below `src/`, and its code without comments and tests.
struct Source {
    path: String,
    text: String,
    code: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("the sources can be read");
        let path = path.strip_prefix(&src).expect("the sources can be read").to_string_lossy().replace('\\', "/");
        let is_test = path.ends_with("tests.rs") || path == "text/corpus.rs";
        let shown =
            if is_test { "" } else { text.split("#[cfg(test)]\nmod tests").next().expect("the sources can be read") };
        let code = shown.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Source { path, text, code }
    };
    found.into_iter().map(read).collect()
}

fn is_in(path: &str, place: &str) -> bool {
    path == place || path == format!("{place}.rs") || path.starts_with(&format!("{place}/"))
}

#[test]
fn imports_run_one_way() {
    let modules: Vec<&str> = IMPORTS.iter().map(|(module, _)| *module).collect();
    for source in sources() {
        let Some((own, allowed)) = IMPORTS.iter().find(|(module, _)| is_in(&source.path, module)) else {
            assert!(["lib.rs", "main.rs"].contains(&source.path.as_str()), "{} belongs to no module", source.path);
            continue;
        };
        for module in &modules {
            let named = source.code.contains(&format!("crate::{module}"));
            assert!(!named || module == own || allowed.contains(module), "{} imports {module}", source.path);
        }
    }
}

#[test]
fn some_things_are_done_in_one_place() {
    for source in sources() {
        for (word, places) in ONLY {
            let allowed = places.iter().any(|place| is_in(&source.path, place) || source.path == *place);
            assert!(allowed || !source.code.contains(word), "{} uses {word}", source.path);
        }
    }
}

#[test]
fn the_importer_knows_no_plan() {
    for source in sources().iter().filter(|source| is_in(&source.path, "importer")) {
        for name in PLAN_NAMES {
            assert!(!source.code.contains(name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn files_say_what_they_hold_and_hold_one_idea() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{} does not say what it holds", source.path);
        let n_lines =
            source.text.split("#[cfg(test)]\nmod tests").next().expect("the sources can be read").lines().count();
        assert!(n_lines <= LONGEST_FILE, "{} has {n_lines} lines", source.path);
        assert!(!BANNED.iter().any(|name| source.path.contains(name)), "{} has a name that says nothing", source.path);
    }
}

#[test]
fn the_top_level_is_short() {
    for entry in fs::read_dir(root()).expect("the sources can be read") {
        let name = entry.expect("the sources can be read").file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || name == "target" || TOP.contains(&name.as_str()), "{name} at the top level");
    }
}

#[test]
fn the_readme_lists_the_keys_of_the_program() {
    for name in ["README.md", "README.zh-CN.md"] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).expect("the sources can be read");
        let (before, rest) = text.split_once("<!-- keys -->\n").expect("the sources can be read");
        let (_, after) = rest.split_once("<!-- /keys -->").expect("the sources can be read");
        let fresh = format!("{before}<!-- keys -->\n{}<!-- /keys -->{after}", keymap::readme_table());
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &fresh).expect("the sources can be read");
        }
        assert_eq!(
            fs::read_to_string(&path).expect("the sources can be read"),
            fresh,
            "run `UPDATE=1 cargo test readme`"
        );
    }
}

#[test]
fn every_dependency_says_why() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the sources can be read");
    let mut in_dependencies = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies]");
        } else if in_dependencies && line.contains('=') {
            assert!(line.contains(" # "), "no reason: {line}");
        }
    }
}

#[test]
fn the_bundled_dataset_is_fresh() {
    let fresh =
        dataset::document(&dataset::build().expect("the sources can be read")).expect("the sources can be read");
    let stale = fresh.lines().zip(dataset::bundled_document().lines()).find(|(fresh, bundled)| fresh != bundled);
    assert_eq!(stale, None, "run `cargo run --release -- bundle`");
    assert_eq!(fresh.len(), dataset::bundled_document().len());
}

#[test]
fn the_bundled_dataset_reads_back_as_itself() {
    let bundled = dataset::bundled().expect("the sources can be read");
    assert_eq!(bundled, dataset::build().expect("the sources can be read"));
    assert_eq!(dataset::document(&bundled).expect("the sources can be read"), dataset::bundled_document());
}
