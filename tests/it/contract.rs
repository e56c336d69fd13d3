//! The contract of the JSON: for every command the fields of its rows, what may stand in them,
//! and lines within the files.
//!
//! Holds the table of [`SHAPES`]; knows nothing of how the rows are made.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use guihua::dataset;
use serde_json::Value;

/// What a field holds.
#[derive(Clone, Copy)]
enum Field {
    /// Some text, never empty.
    Text,
    /// Some text or null.
    TextOrNull,
    /// A number, or null.
    NumberOrNull,
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// A list of anything.
    List,
    /// An object, or null.
    ObjectOrNull,
    /// A list of objects of this shape.
    Each(&'static str),
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words, or null.
    WordOrNull(&'static [&'static str]),
    /// The first and the last line.
    Lines,
    /// One line.
    Line,
}
use Field::{Each, Flag, Line, Lines, List, Number, NumberOrNull, ObjectOrNull, Text, TextOrNull, Word, WordOrNull};

const NODE_KINDS: &[&str] = &["front", "preamble", "chapter", "section", "subsection", "item", "box", "attachment"];
const ROLES: &[&str] = &["lead", "joint", "listed"];
const SIGNS: &[&str] = &["=", "≥", "≤", ">", "<", "≈", "↓", "↑"];
const VALUE_KINDS: &[&str] = &["baseline", "actual", "target"];
const HIT_KINDS: &[&str] = &["plan", "chapter", "task", "department", "indicator", "target", "text"];
const FINDING_KINDS: &[&str] = &[
    "text_vs_table",
    "text_vs_text",
    "unit",
    "typo",
    "numbering",
    "missed_target",
    "implausible",
    "style",
    "met_target",
    "looser_target",
    "unlisted_indicator",
    "unlisted_task",
];
const HOW: &[&str] = &["exact", "fuzzy", "alias", "pinyin", "initials", "folded"];

/// Every shape of the contract with its fields. Fields beside these may be added, none may be missing.
const SHAPES: &[(&str, &[(&str, Field)])] = &[
    ("tree", NODE),
    (
        "show",
        &[
            ("path", List),
            ("paragraphs", Each("paragraph")),
            ("responsible", Each("clause")),
            ("tables", Each("table")),
            ("targets", Each("targets")),
        ],
    ),
    ("paragraph", &[("text", Text), ("lines", Lines)]),
    (
        "tasks",
        &[
            ("plan", Text),
            ("id", Text),
            ("number", TextOrNull),
            ("title", TextOrNull),
            ("path", List),
            ("lines", Lines),
            ("text", TextOrNull),
            ("responsible", Each("clause")),
        ],
    ),
    (
        "clause",
        &[
            ("raw", Text),
            ("line", Line),
            ("units", Each("unit")),
            ("lead", TextOrNull),
            ("each_responsible", Flag),
            ("open_ended", TextOrNull),
        ],
    ),
    ("unit", &[("raw", Text), ("department", TextOrNull), ("name", Text), ("role", Word(ROLES))]),
    (
        "depts",
        &[
            ("id", Text),
            ("name", Text),
            ("aliases", Each("alias")),
            ("abbreviations", List),
            ("pinyin", Text),
            ("initials", Text),
            ("plans", ObjectOrNull),
            ("total", Number),
        ],
    ),
    ("alias", &[("raw", Text), ("plans", List)]),
    (
        "indicators",
        &[
            ("plan", Text),
            ("table", Text),
            ("title", TextOrNull),
            ("domain", TextOrNull),
            ("number", TextOrNull),
            ("name", Text),
            ("unit", TextOrNull),
            ("nature", TextOrNull),
            ("lines", Lines),
            ("notes", List),
            ("values", Each("value")),
        ],
    ),
    (
        "value",
        &[
            ("header", Text),
            ("scope", TextOrNull),
            ("year", NumberOrNull),
            ("kind", WordOrNull(VALUE_KINDS)),
            ("raw", TextOrNull),
            ("comparator", WordOrNull(SIGNS)),
            ("number", NumberOrNull),
        ],
    ),
    ("compare", &[("indicator", Text), ("unit", TextOrNull), ("direction", TextOrNull), ("rows", Each("compared"))]),
    (
        "compared",
        &[
            ("plan", Text),
            ("source", Word(&["table", "text"])),
            ("table", TextOrNull),
            ("name", Text),
            ("lines", Lines),
            ("values", Each("value")),
            ("comparable", Flag),
            ("why_not", TextOrNull),
            ("rank", NumberOrNull),
        ],
    ),
    (
        "targets",
        &[
            ("plan", Text),
            ("node", Text),
            ("line", Line),
            ("years", List),
            ("metric", Text),
            ("values", Each("stated")),
            ("quote", Text),
            ("qualitative", Flag),
            ("deadline_only", Flag),
        ],
    ),
    ("stated", &[("comparator", WordOrNull(SIGNS)), ("number", NumberOrNull), ("unit", TextOrNull), ("raw", Text)]),
    ("similar", &[("plan", Text), ("id", Text), ("title", TextOrNull), ("score", Number), ("why", List)]),
    (
        "check",
        &[
            ("plan", Text),
            ("lines", List),
            ("kind", Word(FINDING_KINDS)),
            ("what", Text),
            ("evidence", List),
            ("confidence", Word(&["high", "medium", "low"])),
        ],
    ),
    (
        "search",
        &[
            ("rank", Number),
            ("score", Number),
            ("kind", Word(HIT_KINDS)),
            ("plan", TextOrNull),
            ("id", Text),
            ("title", TextOrNull),
            ("context", List),
            ("matched", Each("match")),
            ("why", TextOrNull),
        ],
    ),
    ("match", &[("field", Text), ("text", Text), ("ranges", List), ("how", Word(HOW))]),
    (
        "table",
        &[
            ("id", Text),
            ("title", TextOrNull),
            ("node", Text),
            ("lines", Lines),
            ("columns", Each("column")),
            ("rows", Each("row")),
        ],
    ),
    (
        "column",
        &[
            ("header", TextOrNull),
            ("role", Text),
            ("scope", TextOrNull),
            ("year", NumberOrNull),
            ("kind", WordOrNull(VALUE_KINDS)),
        ],
    ),
    (
        "row",
        &[
            ("domain", TextOrNull),
            ("number", TextOrNull),
            ("name", Text),
            ("unit", TextOrNull),
            ("nature", TextOrNull),
            ("lines", Lines),
            ("cells", List),
            ("notes", List),
        ],
    ),
];

const NODE: &[(&str, Field)] = &[
    ("plan", Text),
    ("id", Text),
    ("parent", TextOrNull),
    ("kind", Word(NODE_KINDS)),
    ("number", TextOrNull),
    ("title", TextOrNull),
    ("lines", Lines),
];

/// The lines of each text.
static LENGTHS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    let plans = dataset::bundled().expect("the bundled plans").plans.into_iter();
    plans.map(|plan| (plan.id.clone(), dataset::seed(&plan.id).expect("a seed").lines().count() as u64)).collect()
});

/// The rows of a command.
fn rows(arguments: &[&str]) -> Vec<Value> {
    let output = crate::program().args(arguments).args(["--format", "json"]).output().expect("the program starts");
    serde_json::from_slice(&output.stdout).expect("one JSON array")
}

/// Holds an object to a shape, and all within it to theirs.
fn check_shape(shape: &str, object: &Value, length: u64) {
    let (_, fields) = SHAPES.iter().find(|(name, _)| *name == shape).expect("a shape of the table");
    for (name, field) in *fields {
        let value = object.get(*name).unwrap_or_else(|| panic!("{shape}: no {name} in {object}"));
        assert!(holds(*field, value, length), "{shape}.{name}: {value} in {object}");
    }
}

fn holds(field: Field, value: &Value, length: u64) -> bool {
    let line = |value: &Value| value.as_u64().filter(|line| (1..=length).contains(line));
    match field {
        Text => value.as_str().is_some_and(|text| !text.is_empty()),
        TextOrNull => value.is_null() || holds(Text, value, length),
        Number => value.is_number(),
        NumberOrNull => value.is_null() || value.is_number(),
        Flag => value.is_boolean(),
        List => value.is_array(),
        ObjectOrNull => value.is_null() || value.is_object(),
        Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        WordOrNull(words) => value.is_null() || holds(Word(words), value, length),
        Line => line(value).is_some(),
        Lines => match value.as_array().map(Vec::as_slice) {
            Some([first, last]) => line(first).is_some() && line(first) <= line(last),
            _ => false,
        },
        Each(shape) => {
            let items = value.as_array();
            items.into_iter().flatten().for_each(|item| check_shape(shape, item, length));
            items.is_some()
        }
    }
}

fn length_of(row: &Value) -> u64 {
    row["plan"].as_str().and_then(|plan| LENGTHS.get(plan)).copied().unwrap_or(u64::MAX)
}

#[test]
fn every_row_of_every_command_has_its_shape() {
    for arguments in [
        &["tree"][..],
        &["tasks"],
        &["depts"],
        &["indicators"],
        &["compare"],
        &["targets"],
        &["check"],
        &["search", "婴儿死亡率"],
        &["search", "rsj"],
        &["search", "医共体"],
    ] {
        let rows = rows(arguments);
        assert!(!rows.is_empty(), "{arguments:?}");
        for row in &rows {
            check_shape(arguments[0], row, length_of(row));
        }
    }
    for id in ["foshan-2030/preamble", "yunfu-2030/3.1.1", "zhongshan-145/3", "xiangqiao-145/2"] {
        for row in rows(&["show", id, "--deep"]) {
            check_shape("tree", &row, length_of(&row));
            check_shape("show", &row, length_of(&row));
        }
        for row in rows(&["similar", id]) {
            check_shape("similar", &row, length_of(&row));
        }
    }
}

#[test]
fn every_exported_plan_has_its_shape() {
    let output = crate::program().arg("export").output().expect("the program starts").stdout;
    let export: Value = serde_json::from_slice(&output).expect("one JSON document");
    for plan in export["plans"].as_array().expect("a list") {
        let length = LENGTHS[plan["id"].as_str().expect("an id")];
        for node in plan["nodes"].as_array().expect("a list") {
            check_shape("tree", node, length);
            assert!(holds(Each("paragraph"), &node["paragraphs"], length), "{node}");
            assert!(holds(Each("clause"), &node["responsible"], length), "{node}");
        }
        assert!(holds(Each("table"), &plan["tables"], length));
    }
}

#[test]
fn ids_are_the_ordinals_below_the_parents() {
    let tree = rows(&["tree"]);
    let mut known = HashSet::new();
    for row in &tree {
        let (plan, id) = (row["plan"].as_str().expect("a plan"), row["id"].as_str().expect("an id"));
        let own = id.strip_prefix(plan).and_then(|rest| rest.strip_prefix('/')).expect("a plan and a slash");
        let ordinals = own.split('.').all(|part| part.parse::<u32>().is_ok());
        assert!(ordinals || ["front", "preamble"].contains(&own), "{id}");
        if let Some(parent) = row["parent"].as_str() {
            assert!(known.contains(parent) && id.rsplit_once('.').is_some_and(|(above, _)| above == parent), "{id}");
        }
        assert!(known.insert(id), "{id} twice");
    }
}

#[test]
fn years_belong_to_values_and_cells_to_columns() {
    for target in rows(&["targets"]) {
        let count = |field: &str| target[field].as_array().map_or(0, Vec::len);
        if target["deadline_only"] == true {
            assert!(count("values") == 0 && count("years") > 0 && target["qualitative"] == false, "{target}");
            continue;
        }
        // What names no year at all has none; else there is one for each value.
        assert!(count("values") > 0 && (count("years") == 0 || count("years") == count("values")), "{target}");
    }
    for row in rows(&["compare"]).iter().flat_map(|row| row["rows"].as_array().expect("a list")) {
        assert_eq!(row["comparable"] == true, row["why_not"].is_null(), "{row}");
    }
    for row in rows(&["indicators"]) {
        assert!(row["values"].as_array().is_some_and(|values| !values.is_empty()), "{row}");
    }
}

#[test]
fn lines_of_findings_are_flat_sorted_and_within_the_text() {
    for finding in rows(&["check"]) {
        let lines: Vec<u64> =
            finding["lines"].as_array().expect("a list").iter().map(|line| line.as_u64().expect("a line")).collect();
        let rises = lines.is_sorted_by(|one, next| one < next);
        let within = lines.iter().all(|line| (1..=length_of(&finding)).contains(line));
        assert!(rises && within && !lines.is_empty(), "{finding}");
        assert!(holds(Text, &finding["evidence"][0], 0), "{finding}");
    }
}

#[test]
fn hits_are_ranked_and_their_ranges_lie_in_their_texts() {
    for query in ["婴儿死亡率", "人社局", "ylws", "控烟", "人均预期寿命 中山"] {
        for (at, hit) in rows(&["search", query]).iter().enumerate() {
            assert_eq!(hit["rank"], at + 1, "{query}");
            for matched in hit["matched"].as_array().expect("a list") {
                let length = matched["text"].as_str().map_or(0, |text| text.chars().count() as u64);
                for range in matched["ranges"].as_array().expect("a list") {
                    let (from, to) = (range[0].as_u64(), range[1].as_u64());
                    assert!(from < to && to <= Some(length), "{query}: {matched}");
                }
            }
        }
    }
}
