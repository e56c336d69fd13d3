//! The laws of the house, read from the sources: who may import whom, and what only one file may do.

mod imports;
mod laws;
mod plants;
mod source;

use std::fs;

use guihua::app::input::keymap;
use guihua::words::{self, Language};

use source::{before_tests, is_in, root, sources};

/// A module of `src/` and the modules of the crate it may name; it may always name itself.
const IMPORTS: [(&str, &[&str]); 16] = [
    ("text", &[]),
    ("words", &[]),
    ("lexicon", &["text"]),
    ("model", &["words", "lexicon"]),
    ("registry", &["text", "words", "lexicon", "model"]),
    ("formats", &["text", "words", "lexicon"]),
    ("importer", &["text", "words", "lexicon", "model", "registry"]),
    ("dataset", &["text", "lexicon", "model", "registry", "formats", "importer"]),
    ("search", &["text", "words", "lexicon", "model", "registry"]),
    ("analysis", &["text", "words", "lexicon", "model", "registry"]),
    ("library", &["text", "words", "lexicon", "model", "registry", "dataset", "search", "analysis"]),
    ("command", &["words", "model"]),
    ("app", &["text", "words", "model", "registry", "search", "analysis", "library", "command"]),
    ("tui", &["text", "words", "app"]),
    ("export", &["text", "words", "model", "registry", "analysis"]),
    (
        "cli",
        &[
            "text", "words", "lexicon", "model", "registry", "formats", "importer", "dataset", "search", "analysis",
            "library", "command", "app", "tui", "export",
        ],
    ),
];

/// The layers of the browser, from the top down: each may use all that stand behind it.
const APP: &[&str] = &[
    "app/update",
    "app/views",
    "app/popups",
    "app/content",
    "app/widgets",
    "app/state",
    "app/wording",
    "app/screen",
    "app/input",
];

/// The layers of the browser below the first `n`.
const fn below(n: usize) -> &'static [&'static str] {
    APP.split_at(n).1
}

/// The layers inside the modules: a folder or file, and what of its own module it may import.
const LAYERS: [(&str, &[&str]); 57] = [
    ("app/update", below(1)),
    ("app/views", below(2)),
    ("app/popups", below(3)),
    ("app/content", below(4)),
    ("app/widgets", below(5)),
    ("app/state", below(6)),
    ("app/wording", below(7)),
    ("app/screen", below(8)),
    ("app/input", &[]),
    ("search/present", &["search/evaluate", "search/catalog", "search/text_index", "search/matchers", "search/base"]),
    ("search/understand", &["search/evaluate", "search/catalog", "search/matchers", "search/base"]),
    ("search/evaluate", &["search/catalog", "search/text_index", "search/matchers", "search/base"]),
    ("search/catalog", &["search/text_index", "search/matchers", "search/base"]),
    ("search/text_index", &["search/matchers", "search/base"]),
    ("search/matchers", &["search/base"]),
    ("search/base", &[]),
    (
        "analysis/check",
        &[
            "analysis/responsibility",
            "analysis/targets",
            "analysis/indicators",
            "analysis/similarity",
            "analysis/outline",
        ],
    ),
    ("analysis/progress", &["analysis/check", "analysis/comparison", "analysis/indicators"]),
    ("analysis/responsibility", &["analysis/targets", "analysis/indicators"]),
    ("analysis/targets", &["analysis/indicators"]),
    ("analysis/comparison", &["analysis/targets", "analysis/indicators"]),
    ("analysis/indicators", &[]),
    ("analysis/similarity", &[]),
    ("analysis/outline", &[]),
    (
        "cli/browse",
        &[
            "cli/reading",
            "cli/language",
            "cli/reader",
            "cli/session",
            "cli/clipboard",
            "cli/saving",
            "cli/own",
            "cli/paths",
            "cli/commands",
            "cli/resolve",
            "cli/config",
            "cli/output",
        ],
    ),
    ("cli/session", &["cli/paths", "cli/output"]),
    ("cli/saving", &["cli/commands", "cli/reading", "cli/paths", "cli/output"]),
    (
        "cli/own",
        &[
            "cli/reading",
            "cli/resolve",
            "cli/offices",
            "cli/by_hand",
            "cli/nearest",
            "cli/paths",
            "cli/clock",
            "cli/output",
        ],
    ),
    ("cli/offices", &["cli/by_hand", "cli/nearest", "cli/paths"]),
    ("cli/by_hand", &["cli/output"]),
    ("cli/draft", &["cli/own", "cli/commands", "cli/reading", "cli/resolve", "cli/clock", "cli/output"]),
    ("cli/clock", &[]),
    ("cli/progress", &["cli/own", "cli/reading", "cli/resolve", "cli/clock", "cli/output"]),
    ("cli/reading", &["cli/document", "cli/paths", "cli/output"]),
    ("cli/bundle", &["cli/output"]),
    ("cli/clipboard", &[]),
    ("cli/document", &[]),
    (
        "cli/doctor",
        &["cli/language", "cli/clipboard", "cli/config", "cli/own", "cli/offices", "cli/paths", "cli/output"],
    ),
    ("cli/completion", &["cli/help", "cli/output"]),
    ("cli/manual", &["cli/help", "cli/usage", "cli/output"]),
    ("cli/help", &[]),
    ("cli/nearest", &[]),
    ("cli/schema", &["cli/usage", "cli/output"]),
    ("cli/commands", &["cli/resolve", "cli/wording", "cli/output"]),
    ("cli/language", &["cli/config"]),
    ("cli/reader", &["cli/commands", "cli/output"]),
    ("cli/resolve", &["cli/config"]),
    ("cli/config", &["cli/offices", "cli/by_hand", "cli/nearest", "cli/paths", "cli/output"]),
    ("cli/paths", &[]),
    ("cli/wording", &[]),
    ("cli/output", &[]),
    ("cli/usage", &["cli/nearest"]),
    ("command/arguments", &["command/choices", "command/line"]),
    ("command/choices", &[]),
    ("command/format", &[]),
    ("command/line", &[]),
    ("command/query_forms", &[]),
];

/// Where no files may name each other in a circle, a module and its own child aside.
const WITHOUT_CIRCLES: [&str; 16] = [
    "text", "words", "lexicon", "model", "registry", "formats", "importer", "dataset", "search", "analysis", "library",
    "command", "app", "export", "tui", "cli",
];

/// Words that only these places may use (a file, or a folder with everything in it).
const ONLY: [(&str, &[&str]); 9] = [
    ("ratatui", &["tui"]),
    ("crossterm::", &["tui", "cli/output.rs", "cli/doctor.rs"]),
    ("unicode_width", &["text/width.rs"]),
    ("Color::", &["tui/theme.rs"]),
    ("std::fs", &["cli"]),
    ("std::env", &["cli", "tui", "main.rs"]),
    (
        "std::time",
        &[
            "tui",
            "library/waiting.rs",
            "cli/saving/writer.rs",
            "cli/session",
            "cli/clipboard.rs",
            "cli/clock.rs",
            "cli/document",
            "cli/output/file.rs",
            "cli/output/kept.rs",
            "cli/own",
        ],
    ),
    ("stdout()", &["cli", "tui"]),
    ("_WEIGHT: ", &["search/evaluate/rank.rs", "analysis/similarity/similar/weight.rs"]),
];

/// Names of the bundled plans: the importer's rules hold for any plan.
const PLAN_NAMES: [&str; 10] =
    ["佛山", "清远", "湘桥", "云浮", "中山", "foshan", "qingyuan", "xiangqiao", "yunfu", "zhongshan"];

/// Why a file holds Chinese that is never said.
const READ: &str = "characters that are read";

/// Modules whose words stand in the catalogue, and files of theirs that hold Chinese for another reason.
const SPEAKS_THROUGH_THE_CATALOGUE: [laws::Speaking; 13] = [
    (
        "model",
        &[
            ("model/citation.rs", READ),
            ("model/level.rs", READ),
            ("model/plan.rs", READ),
            ("model/target.rs", READ),
            ("model/task.rs", READ),
        ],
    ),
    (
        "search",
        &[
            ("search/base/query.rs", READ),
            ("search/evaluate/corpus.rs", READ),
            ("search/evaluate/scope.rs", READ),
            ("search/evaluate/term.rs", READ),
            ("search/matchers/fuzzy.rs", READ),
            ("search/matchers/heading_number.rs", READ),
            ("search/understand/parts.rs", READ),
        ],
    ),
    (
        "analysis/comparison",
        &[
            ("analysis/comparison.rs", READ),
            ("analysis/comparison/bound.rs", READ),
            ("analysis/comparison/relative.rs", READ),
        ],
    ),
    ("analysis/indicators", &[("analysis/indicators/printed_number.rs", READ), ("analysis/indicators/sort.rs", READ)]),
    (
        "analysis/responsibility",
        &[
            ("analysis/responsibility/dossier/mention.rs", READ),
            ("analysis/responsibility/dossier/name_boundary.rs", READ),
        ],
    ),
    ("analysis/similarity", &[("analysis/similarity/diff.rs", READ), ("analysis/similarity/similar/phrase.rs", READ)]),
    (
        "app",
        &[
            ("app/content/dossier.rs", "what is stored in place of the id of an office"),
            ("app/input/key.rs", "keys as an input method types them"),
            ("app/popups/side_by_side.rs", "the marks of what only one side has"),
            ("app/wording/plan.rs", "a value of the data"),
        ],
    ),
    ("tui", &[]),
    (
        "cli",
        &[
            ("cli/help/examples.rs", "examples are typed with the names of plans and offices"),
            ("cli/language.rs", "a language is named in itself"),
            ("cli/own/period.rs", READ),
            ("cli/progress/table.rs", READ),
            ("cli/reader.rs", "the sign before a search, as an input method types it"),
            ("cli/commands/show/reading.rs", "words of a clause that are read"),
        ],
    ),
    ("command", &[("command/choices.rs", "natures as the plans print them")]),
    (
        "export",
        &[
            ("export/csv.rs", "signs with which a formula begins"),
            ("export/html.rs", "names of fonts"),
            ("export/xlsx.rs", "the name of a font"),
        ],
    ),
    ("library", &[]),
    ("dataset", &[("dataset/bundle.rs", "facts about a plan that its text does not state")]),
];

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

/// Fails with every breach of a law, a line each.
fn assert_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn imports_run_one_way() {
    assert_none(&laws::imports(&sources(), &IMPORTS));
}

#[test]
fn layers_inside_a_module_run_one_way() {
    assert_none(&laws::layers(&sources(), &LAYERS));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    assert_none(&laws::circles_of_files(&sources(), &WITHOUT_CIRCLES));
}

#[test]
fn no_path_climbs_two_modules() {
    assert_none(&laws::climbing(&sources()));
}

#[test]
fn no_library_must_live_for_ever() {
    assert_none(&laws::living_for_ever(&sources()));
}

#[test]
fn doc_comments_say_more_than_the_name() {
    assert_none(&laws::empty_docs(&sources()));
}

#[test]
fn what_the_program_says_stands_in_the_catalogue() {
    assert_none(&laws::own_words(&sources(), &SPEAKS_THROUGH_THE_CATALOGUE));
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
        let n_lines = before_tests(&source.text).lines().count();
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
    for (name, language) in [("README.md", Language::English), ("README.zh-CN.md", Language::Chinese)] {
        let path = root().join(name);
        let text = fs::read_to_string(&path).expect("the sources can be read");
        let (before, rest) = text.split_once("<!-- keys -->\n").expect("the sources can be read");
        let (_, after) = rest.split_once("<!-- /keys -->").expect("the sources can be read");
        let table = words::within(language, keymap::readme_table);
        let fresh = format!("{before}<!-- keys -->\n{table}<!-- /keys -->{after}");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &fresh).expect("the sources can be read");
        }
        let is_fresh = fs::read_to_string(&path).expect("the sources can be read") == fresh;
        assert!(is_fresh, "{name} is not fresh: run `UPDATE=1 cargo test --locked readme`");
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
