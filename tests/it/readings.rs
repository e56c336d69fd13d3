//! Small texts in the dressings of real documents, each with what is read of it: facts, outline, paragraphs, clauses, tables,
//! doubts, findings. The texts and their readings stand in `readings/`; a reading was judged by eye before it was kept.
//!
//! Where a reading is meant to change, look at the new one: `UPDATE=1 cargo test --locked --test it readings` writes it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use guihua::analysis::check;
use guihua::analysis::targets::target::{self, Document};
use guihua::dataset;
use guihua::model::Plan;

use crate::fixtures;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/readings")
}

#[test]
fn every_text_is_read_as_it_was_judged() {
    let files = fs::read_dir(folder()).expect("the folder of readings");
    let mut texts: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    texts.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.sort();
    assert!(texts.len() > 30);
    let mut differing = Vec::new();
    for path in texts {
        let text = fs::read_to_string(&path).expect("a text");
        let reading = reading(&text);
        let kept = path.with_extension("reading");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept, &reading).expect("the reading is written");
        }
        let expected = fs::read_to_string(&kept).unwrap_or_default();
        let first = reading.lines().zip(expected.lines()).find(|(got, expected)| got != expected);
        if reading != expected {
            differing.push(format!("{}: {first:?}", path.file_name().expect("a file").to_string_lossy()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// What was read of a text, line by line.
fn reading(text: &str) -> String {
    let plan = fixtures::import("reading.txt", text);
    let registry = dataset::registry();
    let document = Document::new(text);
    let mut out = String::new();
    let facts =
        [&plan.region, &plan.issuer, &plan.issued, &plan.status, &plan.period].map(|fact| or_none(fact.as_ref()));
    let _ = writeln!(out, "{}\n{}", plan.title, facts.join(" | "));
    outline(&plan, &mut out);
    for stated in target::in_plan(&plan, &registry, Some(text)) {
        let _ = writeln!(
            out,
            "target {} {} {}",
            stated.target.line,
            stated.target.metric,
            target::in_words(&stated.target)
        );
    }
    for doubt in &plan.findings {
        let _ = writeln!(out, "doubt {} {}", doubt.line, doubt.kind);
    }
    for finding in check::check_plan(&plan, &registry, Some(&document)) {
        let _ = writeln!(out, "finding {:?} {}", finding.lines, finding.what);
    }
    out
}

fn outline(plan: &Plan, out: &mut String) {
    for node in &plan.nodes {
        let [from, to] = node.lines;
        let kind = format!("{:?}", node.kind).to_lowercase();
        let ordinals = node.id.split_once('/').map_or("", |(_, id)| id);
        let _ = writeln!(
            out,
            "{kind} {ordinals} {from}-{to} {} {}",
            or_none(node.number.as_ref()),
            or_none(node.title.as_ref())
        );
        for paragraph in &node.paragraphs {
            let [from, to] = paragraph.lines;
            let _ = writeln!(out, "  text {from}-{to} {}", paragraph.text);
        }
        for clause in &node.responsible {
            let units = clause.units.iter().map(|unit| {
                let known = if unit.department.is_some() { "" } else { "?" };
                format!("{:?}:{}{known}", unit.role, unit.raw)
            });
            let open = clause.open_ended.iter().map(|open| format!("open:{open}"));
            let due = clause.deadline.iter().map(|due| format!("due:{}{:?}", due.raw, due.years));
            let each = clause.each_responsible.then(|| "each".to_owned());
            let all: Vec<String> = units.chain(open).chain(each).chain(due).collect();
            let _ = writeln!(out, "  clause {} {}", clause.line, all.join(" "));
        }
        for table in &node.tables {
            let [from, to] = table.lines;
            let heads = table.columns.iter().map(|column| format!("{}={:?}", column.header, column.role));
            let heads: Vec<String> = heads.collect();
            let _ = writeln!(out, "  table {from}-{to} {} {}", or_none(table.title.as_ref()), heads.join(" | "));
            for row in &table.rows {
                let cells = row.cells.iter().map(|cell| or_none(cell.as_ref())).collect::<Vec<_>>().join(" ; ");
                let own = [&row.domain, &row.number, &Some(row.name.clone()), &row.unit, &row.nature];
                let own = own.map(|cell| or_none(cell.as_ref()));
                let _ = writeln!(out, "    {} : {cells}", own.join(" | "));
            }
        }
    }
}

fn or_none<T: AsRef<str>>(text: Option<T>) -> String {
    text.map_or_else(|| "-".to_owned(), |text| text.as_ref().to_owned())
}
