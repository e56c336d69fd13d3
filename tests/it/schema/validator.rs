//! A validator for the part of JSON Schema (draft 2020-12) that our schemas use; any other keyword is refused, so that
//! none is passed over. The crate `jsonschema` would bring some eighty others for these few rules.

use serde_json::{Map, Value};

/// Everything in which a document is not as its schema says, each with its place.
pub(super) fn errors(schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, document, "", &mut found);
    found
}

/// The keywords that say nothing of a document.
const NOTES: [&str; 3] = ["$schema", "title", "$defs"];

/// The errors by the alternative that the value is closest to; none if it is as one of them says.
fn closest(root: &Value, alternatives: &Value, value: &Value, place: &str) -> Vec<String> {
    let tries = list(alternatives).iter().map(|one| {
        let mut found = Vec::new();
        check(root, one, value, place, &mut found);
        found
    });
    tries.min_by_key(Vec::len).unwrap_or_default()
}

fn check(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let rules = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in rules.iter().filter(|(keyword, _)| !NOTES.contains(&keyword.as_str())) {
        match keyword.as_str() {
            "$ref" => check(root, definition(root, rule), value, place, found),
            "type" if !is_of_type(rule, value) => found.push(format!("{place} is no {rule}: {value}")),
            "enum" if !list(rule).contains(value) => found.push(format!("{place} is none of {rule}: {value}")),
            "minLength" if value.as_str().is_some_and(|text| text.chars().count() < size(rule)) => {
                found.push(format!("{place} is too short: {value}"));
            }
            "minimum" if value.as_f64().is_some_and(|number| number < rule.as_f64().expect("a number")) => {
                found.push(format!("{place} is too small: {value}"));
            }
            "minItems" if value.as_array().is_some_and(|items| items.len() < size(rule)) => {
                found.push(format!("{place} has too few items"));
            }
            "maxItems" if value.as_array().is_some_and(|items| items.len() > size(rule)) => {
                found.push(format!("{place} has too many items"));
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{place}[{at}]"), found);
                }
            }
            "required" => {
                for name in list(rule).iter().filter_map(Value::as_str) {
                    if value.as_object().is_some_and(|fields| !fields.contains_key(name)) {
                        found.push(format!("{place} has no {name}"));
                    }
                }
            }
            "properties" => {
                for (name, rule) in object(rule) {
                    if let Some(field) = value.get(name) {
                        check(root, rule, field, &format!("{place}.{name}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let named = rules.get("properties").map(object);
                for (name, field) in value.as_object().into_iter().flatten() {
                    if !named.is_some_and(|named| named.contains_key(name)) {
                        check(root, rule, field, &format!("{place}.{name}"), found);
                    }
                }
            }
            "anyOf" => found.extend(closest(root, rule, value, place)),
            "type" | "enum" | "minLength" | "minimum" | "minItems" | "maxItems" => {}
            other => panic!("the validator does not know {other}"),
        }
    }
}

/// The fields of a document that no schema of its place describes.
pub(super) fn undescribed(schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(schema, schema, document, "", &mut found);
    found.sort();
    found.dedup();
    found
}

fn look(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema.get("$ref") {
        return look(root, definition(root, reference), value, place, found);
    }
    if let Some(choices) = schema.get("anyOf") {
        let fitting = list(choices).iter().find(|one| {
            let mut errors = Vec::new();
            check(root, one, value, "", &mut errors);
            errors.is_empty()
        });
        return fitting.into_iter().for_each(|one| look(root, one, value, place, found));
    }
    for item in value.as_array().into_iter().flatten() {
        schema.get("items").into_iter().for_each(|rule| look(root, rule, item, place, found));
    }
    let Some(named) = schema.get("properties").map(object) else { return };
    for (name, field) in value.as_object().into_iter().flatten() {
        let place = format!("{place}.{name}");
        match named.get(name) {
            Some(rule) => look(root, rule, field, &place, found),
            None => found.push(place),
        }
    }
}

fn definition<'a>(root: &'a Value, reference: &Value) -> &'a Value {
    let name = reference.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a shape of the document");
    &root["$defs"][name]
}

fn is_of_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("one type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("there is no type {other}"),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn size(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a size")).expect("a small one")
}
