//! The dataset as a document: one JSON object with line breaks at fixed places, so that a diff shows only the parts
//! that changed, and the head of a plan can be read without its nodes.
//!
//! ```text
//! {"schema":1,"plans":[
//! {"id":"foshan-2030","title":…,"counts":{…},"nodes":[       the head, to its nodes
//! {"plan":"foshan-2030","id":"foshan-2030/front",…},          a node a line
//! …
//! ],"tables":[
//! {"id":"foshan-2030/t1",…}                                   the tables again, as export promises them
//! ]},
//! …
//! ],"departments":[
//! {"id":"wjj",…},                                             an office a line
//! ]}
//! ```

use memchr::memmem;
use serde::Serialize;
use serde_json::Error;

use crate::model::{Dataset, Lines, Plan};

const PLANS: &str = ",\"plans\":[\n";
const NODES: &str = ",\"nodes\":[\n";
const TABLES: &str = "],\"tables\":[\n";
const PLAN_END: &str = "\n]}";
const NEXT_PLAN: &str = ",\n";
const DEPARTMENTS: &str = "\n],\"departments\":[\n";
const END: &str = "]}\n";

/// Writes the dataset as the document that is compiled in and that `guihua export` prints.
///
/// # Errors
/// A value cannot be written as JSON, which happens to none of a dataset's.
pub fn write(dataset: &Dataset) -> Result<String, Error> {
    let mut out = format!("{{\"schema\":{}{PLANS}", dataset.schema);
    for (at, plan) in dataset.plans.iter().enumerate() {
        if at > 0 {
            out.push_str(NEXT_PLAN);
        }
        out.push_str(&head(plan)?);
        out.push_str(NODES);
        lines(&mut out, plan.nodes.iter())?;
        out.push('\n');
        out.push_str(TABLES);
        lines(&mut out, plan.tables())?;
        out.push_str(PLAN_END);
    }
    out.push_str(DEPARTMENTS);
    lines(&mut out, dataset.departments.iter())?;
    out.push('\n');
    out.push_str(END);
    Ok(out)
}

/// Makes the index of a document, so that a reader need not search for its parts: one line for each plan, with the byte
/// offsets of the marks of its nodes, its tables and its end. `None` for a text that `write` did not make.
#[must_use]
pub fn index(document: &str) -> Option<String> {
    let find = |from: usize, mark: &str| Some(from + memmem::find(document.get(from..)?.as_bytes(), mark.as_bytes())?);
    let mut index = String::new();
    let mut from = 0;
    loop {
        let nodes = find(from, NODES)?;
        let tables = find(nodes, TABLES)?;
        from = find(tables + TABLES.len(), PLAN_END)?;
        index.extend([nodes.to_string(), format!(" {tables} {from}\n")]);
        if !document.get(from + PLAN_END.len()..)?.starts_with(NEXT_PLAN) {
            return Some(index);
        }
    }
}

/// Reads a document that [`write`] made, with its [`index`]. The heads of plans are parsed now, nodes and offices when
/// they are first accessed.
///
/// # Errors
/// A head is not of the format that this version reads, or the index belongs to another document.
pub(super) fn read(document: &'static str, index: &str) -> Result<Dataset, Error> {
    let misshapen = || <Error as serde::de::Error>::custom("not the shape of the bundled document");
    let (schema, _) = document.split_once(PLANS).ok_or_else(misshapen)?;
    // The text from one offset up to the mark at another, and the offset behind that mark.
    let cut = |from: usize, at: usize, mark: &str| {
        let is_there = document.get(at..).is_some_and(|rest| rest.starts_with(mark));
        document.get(from..at).filter(|_| is_there).map(|text| (text, at + mark.len())).ok_or_else(misshapen)
    };
    let mut plans = Vec::new();
    let mut from = schema.len() + PLANS.len();
    for line in index.lines() {
        let marks: Vec<usize> = line.split(' ').filter_map(|at| at.parse().ok()).collect();
        let &[nodes, tables, end] = marks.as_slice() else { return Err(misshapen()) };
        if !plans.is_empty() {
            (_, from) = cut(from, from, NEXT_PLAN)?;
        }
        let (head, after) = cut(from, nodes, NODES)?;
        let (nodes, after) = cut(after, tables, TABLES)?;
        let mut plan: Plan = serde_json::from_str(&format!("{head}{}", "}"))?;
        plan.nodes = Lines::unread(nodes);
        plans.push(plan);
        (_, from) = cut(after, end, PLAN_END)?;
    }
    let (_, from) = cut(from, from, DEPARTMENTS)?;
    let departments = document.get(from..).and_then(|rest| rest.strip_suffix(END)).ok_or_else(misshapen)?;
    Ok(Dataset {
        schema: schema.trim_start_matches("{\"schema\":").parse().map_err(|_not_a_number| misshapen())?,
        plans,
        departments: Lines::unread(departments),
    })
}

/// The JSON object of a plan up to its nodes, not closed.
fn head(plan: &Plan) -> Result<String, Error> {
    let bare = Plan { nodes: Lines::default(), ..plan.clone() };
    let json = serde_json::to_string(&bare)?;
    Ok(json.split_once(NODES.trim_end()).map_or(json.as_str(), |(head, _)| head).to_owned())
}

fn lines<'a, T: Serialize + 'a>(out: &mut String, items: impl Iterator<Item = &'a T>) -> Result<(), Error> {
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push_str(",\n");
        }
        out.push_str(&serde_json::to_string(item)?);
    }
    Ok(())
}
