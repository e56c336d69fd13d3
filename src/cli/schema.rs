//! `guihua schema [COMMAND]`: what the JSON of each command looks like, as JSON Schema (draft 2020-12). The shapes stand in
//! `shapes`; a test holds what the commands print to them.

mod shapes;

use std::collections::BTreeMap;

use anyhow::bail;
use clap::Command;
use serde_json::{Map as Fields, Value, json};

use super::output::{self, Outcome};
use super::usage;
use crate::words::help::arguments;
use crate::words::names;
use shapes::{DOCUMENTS, Document, SHAPES};

/// What the command is called on the command line.
pub(super) const NAME: &str = "schema";

/// The version of the language in which the schemas are written.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = arguments::COMMAND_VALUE.get(), help = arguments::SCHEMA_COMMAND.get())]
    command: Option<String>,
}

/// What a field of an object holds in every row.
#[derive(Clone, Copy, Debug)]
enum Field {
    /// A text of one character or more.
    Text,
    /// A number, whole or not, of any sign.
    Number,
    /// A whole number that is not below 0.
    Whole,
    /// True or false, and never null.
    Flag,
    /// A line of the source text, counted from 1.
    Line,
    /// The first and the last line.
    Lines,
    /// One of these words, which may grow in number.
    Word(&'static [&'static str]),
    /// An object of the shape with this name.
    Object(&'static str),
    /// A list of objects of this shape.
    Each(&'static str),
    /// A list of such values, which may be empty.
    List(&'static Self),
    /// Such a value, or null where there is none.
    Maybe(&'static Self),
    /// An object with such values under names that are data.
    Map(&'static Self),
    /// Any value, as a setting may be a text or a list.
    Any,
}

/// Prints the schema of one command, or an object with those of all.
///
/// # Errors
/// There is no such command, it prints no JSON, or stdout cannot be written.
pub(super) fn run(args: &Args, program: &Command) -> anyhow::Result<Outcome> {
    let schema = match &args.command {
        None => DOCUMENTS.iter().map(|(name, documents)| ((*name).to_owned(), schema(name, documents))).collect(),
        Some(name) => match DOCUMENTS.iter().find(|(command, _)| command == name) {
            Some((name, documents)) => schema(name, documents),
            None if program.find_subcommand(name).is_some_and(|command| !command.is_hide_set()) => {
                bail!(names::no_json(name))
            }
            None => bail!(usage::no_command(program, name)),
        },
    };
    output::print(&format!("{schema:#}\n"))?;
    Ok(Outcome::DONE)
}

/// The schema of a command, with the shapes that it needs.
fn schema(name: &str, documents: &[Document]) -> Value {
    let mut shapes = BTreeMap::new();
    let one = |document: &Document| match document {
        Document::Rows(shape) => json!({ "type": "array", "items": reference(shape) }),
        Document::One(shape) => reference(shape),
    };
    for document in documents {
        let (Document::Rows(shape) | Document::One(shape)) = document;
        collect(shape, &mut shapes);
    }
    let mut schema = match documents {
        [document] => one(document),
        documents => json!({ "anyOf": documents.iter().map(one).collect::<Vec<_>>() }),
    };
    if let Value::Object(fields) = &mut schema {
        fields.insert("$schema".to_owned(), DIALECT.into());
        fields.insert("title".to_owned(), format!("guihua {name}").into());
        fields.insert("$defs".to_owned(), Value::Object(shapes.into_iter().collect()));
    }
    schema
}

fn reference(shape: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{shape}") })
}

/// Adds a shape and those that it holds.
fn collect(shape: &'static str, shapes: &mut BTreeMap<String, Value>) {
    let Some((_, fields)) = SHAPES.iter().find(|(name, _)| *name == shape) else { return };
    if shapes.contains_key(shape) {
        return;
    }
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let properties: Fields<String, Value> =
        fields.iter().map(|(name, field)| ((*name).to_owned(), value(field))).collect();
    let object = json!({ "type": "object", "required": names, "properties": properties });
    shapes.insert(shape.to_owned(), object);
    for (_, field) in *fields {
        collect_of(field, shapes);
    }
}

/// Adds the shapes that a field holds.
fn collect_of(field: &Field, shapes: &mut BTreeMap<String, Value>) {
    match field {
        Field::Object(shape) | Field::Each(shape) => collect(shape, shapes),
        Field::List(inner) | Field::Maybe(inner) | Field::Map(inner) => collect_of(inner, shapes),
        Field::Text
        | Field::Number
        | Field::Whole
        | Field::Flag
        | Field::Line
        | Field::Lines
        | Field::Word(_)
        | Field::Any => {}
    }
}

/// Makes the schema of what a field holds.
fn value(field: &Field) -> Value {
    match field {
        Field::Text => json!({ "type": "string", "minLength": 1 }),
        Field::Number => json!({ "type": "number" }),
        Field::Whole => json!({ "type": "integer", "minimum": 0 }),
        Field::Flag => json!({ "type": "boolean" }),
        Field::Line => json!({ "type": "integer", "minimum": 1 }),
        Field::Lines => json!({ "type": "array", "items": value(&Field::Line), "minItems": 2, "maxItems": 2 }),
        Field::Word(words) => json!({ "enum": words }),
        Field::Object(shape) => reference(shape),
        Field::Each(shape) => json!({ "type": "array", "items": reference(shape) }),
        Field::List(inner) => json!({ "type": "array", "items": value(inner) }),
        Field::Maybe(inner) => json!({ "anyOf": [value(inner), { "type": "null" }] }),
        Field::Map(inner) => json!({ "type": "object", "additionalProperties": value(inner) }),
        Field::Any => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_is_there_and_used_once_it_is() {
        let mut used = BTreeMap::new();
        for (_, documents) in DOCUMENTS {
            for document in documents {
                let (Document::Rows(shape) | Document::One(shape)) = document;
                collect(shape, &mut used);
            }
        }
        let known: Vec<&str> = SHAPES.iter().map(|(name, _)| *name).collect();
        let text = Value::Object(used.clone().into_iter().collect()).to_string();
        for part in text.split("#/$defs/").skip(1) {
            let name = part.split('"').next().unwrap_or_default();
            assert!(known.contains(&name), "{name} is no shape");
        }
        assert!(known.iter().all(|name| used.contains_key(*name)), "{known:?}");
        assert_eq!(used.len(), known.len());
    }
}
