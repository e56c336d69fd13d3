//! The dataset as a document: one JSON object whose line ends are at fixed places, so that a change shows as the lines
//! it touches, and a reader finds the head of a plan without reading its nodes.
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
const NEXT: &str = "]},\n";
const DEPARTMENTS: &str = "]}\n],\"departments\":[\n";
const END: &str = "]}\n";

/// Writes the dataset as the document that is compiled in and `guihua export` prints.
///
/// # Errors
/// A value cannot be written as JSON; none of the dataset's can fail.
pub fn write(dataset: &Dataset) -> Result<String, Error> {
    let mut out = format!("{{\"schema\":{}{PLANS}", dataset.schema);
    for (at, plan) in dataset.plans.iter().enumerate() {
        if at > 0 {
            out.push_str(NEXT);
        }
        out.push_str(&head(plan)?);
        out.push_str(NODES);
        lines(&mut out, plan.nodes.iter())?;
        out.push_str(TABLES);
        lines(&mut out, plan.tables())?;
    }
    out.push_str(DEPARTMENTS);
    lines(&mut out, dataset.departments.iter())?;
    out.push_str(END);
    Ok(out)
}

/// Reads a document that [`write`] made: heads now, nodes and offices when they are first looked at.
///
/// # Errors
/// A head does not have the shape this version reads.
pub(super) fn read(document: &'static str) -> Result<Dataset, Error> {
    let misshapen = || <Error as serde::de::Error>::custom("not the shape of the bundled document");
    let (schema, mut rest) = cut(document, PLANS).ok_or_else(misshapen)?;
    let mut plans = Vec::new();
    let departments = loop {
        let (head, after) = cut(rest, NODES).ok_or_else(misshapen)?;
        let (nodes, after) = cut(after, TABLES).ok_or_else(misshapen)?;
        let mut plan: Plan = serde_json::from_str(&format!("{head}{}", "}"))?;
        plan.nodes = Lines::unread(nodes);
        plans.push(plan);
        let (_, after) = cut(after, "\n]}").ok_or_else(misshapen)?;
        match after.strip_prefix("\n],\"departments\":[\n") {
            Some(departments) => break departments,
            None => rest = after.strip_prefix(",\n").ok_or_else(misshapen)?,
        }
    };
    Ok(Dataset {
        schema: schema.trim_start_matches("{\"schema\":").parse().map_err(|_not_a_number| misshapen())?,
        plans,
        departments: Lines::unread(departments.strip_suffix(END).ok_or_else(misshapen)?),
    })
}

/// What stands before and behind the first `mark`: as `str::split_once`, ten times as fast on a long text.
fn cut(text: &'static str, mark: &str) -> Option<(&'static str, &'static str)> {
    let at = memmem::find(text.as_bytes(), mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// The plan's object up to its nodes, left open.
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
    out.push('\n');
    Ok(())
}
