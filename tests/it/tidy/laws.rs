//! The laws that need a table or a reading of their own. Each takes sources and gives the breaches in words, so that a
//! planted file can show that the law bites.

use std::collections::BTreeSet;

use super::imports::{Crate, circles};
use super::source::{Source, before_tests, is_in};

/// A folder or file below `src/`, and what of its own module it may import besides itself and its module's own file.
pub(super) type Layers = [(&'static str, &'static [&'static str])];

/// The shortest doc comment of one line that can say more than the name below it, in characters.
const SHORTEST_DOC: usize = 26;

/// Types that belong to a dataset, a source or a registry, and so live as long as their library and not for ever.
const NOT_STATIC: [&str; 9] =
    ["Dataset", "Registry", "Departments", "Indicators", "Department", "Indicator", "Plan", "Node", "Lines"];

/// The path of a file without its ending.
fn stem(file: &str) -> &str {
    file.strip_suffix(".rs").unwrap_or(file)
}

/// Imports between the layers of one module that the table does not allow, and files that no row of it names.
pub(super) fn layers(sources: &[Source], layers: &Layers) -> Vec<String> {
    let place = |file: &str| layers.iter().find(|(place, _)| is_in(file, place));
    let module = |file: &str| stem(file).split('/').next().unwrap_or(file).to_owned();
    let modules: BTreeSet<&str> = layers.iter().filter_map(|(place, _)| place.split('/').next()).collect();
    let is_below = |file: &str| file.contains('/') && modules.contains(module(file).as_str());
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| is_below(&source.path) && !source.code.is_empty()) {
        if place(&source.path).is_none() {
            breaches.push(format!("{} is in no layer", source.path));
        }
    }
    for (from, to) in Crate::new(sources).edges() {
        let Some((own, allowed)) = place(&from) else { continue };
        // A module's own file is no part of its layers: it may use them all, and they it only where the table says so.
        let other = place(&to).map_or_else(|| stem(&to), |(other, _)| *other);
        if module(&from) == module(&to) && *own != other && !allowed.contains(&other) {
            breaches.push(format!("{from} imports {to}"));
        }
    }
    breaches
}

/// Modules that name others than `table` allows.
pub(super) fn imports(sources: &[Source], table: &Layers) -> Vec<String> {
    let module = |file: &str| table.iter().find(|(module, _)| is_in(file, module));
    let mut breaches: Vec<String> = Vec::new();
    for source in sources.iter().filter(|source| !["lib.rs", "main.rs", "build.rs"].contains(&source.path.as_str())) {
        if module(&source.path).is_none() {
            breaches.push(format!("{} belongs to no module", source.path));
        }
    }
    for (from, to) in Crate::new(sources).edges() {
        let (Some((own, allowed)), Some((other, _))) = (module(&from), module(&to)) else { continue };
        if own != other && !allowed.contains(other) {
            breaches.push(format!("{from} imports {to}"));
        }
    }
    breaches
}

/// Circles of files, a module and its own child aside.
pub(super) fn circles_of_files(sources: &[Source], places: &[&str]) -> Vec<String> {
    let edges = Crate::new(sources).edges();
    let within = |file: &str| places.iter().any(|place| is_in(file, place));
    let edges = edges.into_iter().filter(|(from, to)| within(from) && within(to)).collect();
    let is_child = |one: &str, other: &str| stem(one).rsplit_once('/').is_some_and(|(parent, _)| parent == stem(other));
    let found = circles(&edges, |from, to| is_child(from, to) || is_child(to, from));
    found.into_iter().map(|files| files.into_iter().collect::<Vec<_>>().join(" ↔ ")).collect()
}

/// Paths that climb two modules at once: such a path says nothing of where it leads.
pub(super) fn climbing(sources: &[Source]) -> Vec<String> {
    let climbs = |source: &&Source| before_tests(&source.text).contains("super::super");
    sources.iter().filter(climbs).map(|source| format!("{} names super::super", source.path)).collect()
}

/// The public signatures of a file, each on one line: what stands from `pub` to the body, the value or the end.
fn signatures(code: &str) -> Vec<String> {
    let starts = code.match_indices("pub ").filter(|(at, _)| {
        code.get(..*at).is_some_and(|before| !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_'))
    });
    let end = |text: &str| text.find(['{', ';']).unwrap_or(text.len());
    let signature = |text: &str| {
        let line = text.get(..end(text)).unwrap_or(text);
        // A field ends at its comma, which a function's signature may hold.
        let is_item =
            ["fn ", "const ", "static ", "type ", "use ", "struct ", "trait "].iter().any(|word| line.contains(word));
        let line = if is_item { line } else { line.split(",\n").next().unwrap_or(line) };
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    starts.filter_map(|(at, _)| code.get(at..)).map(signature).collect()
}

/// Public signatures outside `dataset` with a dataset, a source or a registry that must live for ever.
pub(super) fn living_for_ever(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !is_in(&source.path, "dataset")) {
        for signature in signatures(&source.code) {
            let is_kept = |name: &&str| {
                signature.match_indices("'static ").any(|(at, _)| {
                    let rest = signature.get(at + "'static ".len()..).unwrap_or_default();
                    rest.strip_prefix(*name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                })
            };
            let is_source = signature.contains("fn(&str) -> Option<&'static str>")
                || signature.contains("Fn(&str) -> Option<&'static str>");
            if is_source || NOT_STATIC.iter().any(is_kept) {
                breaches.push(format!("{}: {signature}", source.path));
            }
        }
    }
    breaches
}

/// A module that says nothing itself but what the catalogue has, and files of it that hold Chinese for another reason.
pub(super) type Speaking = (&'static str, &'static [(&'static str, &'static str)]);

/// Lines of code with Chinese in them, in modules that speak through the catalogue alone; and exceptions that need be none.
/// The signs 《》 belong to the titles of plans, and the wide space to their text.
pub(super) fn own_words(sources: &[Source], speaking: &[Speaking]) -> Vec<String> {
    let is_chinese =
        |c: char| matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}') && !matches!(c, '《' | '》');
    let mut breaches = Vec::new();
    for (module, exceptions) in speaking {
        for source in sources.iter().filter(|source| is_in(&source.path, module)) {
            // An alias is what a reader of the documentation may search for.
            let said = source.code.lines().filter(|line| !line.trim_start().starts_with("#[doc(alias"));
            let mut lines = said.map(|line| line.split(" // ").next().unwrap_or(line));
            match (
                lines.find(|line| line.contains(is_chinese)),
                exceptions.iter().any(|(path, _)| *path == source.path),
            ) {
                (Some(line), false) => breaches.push(format!("{} says: {}", source.path, line.trim())),
                (None, true) => breaches.push(format!("{} needs no exception", source.path)),
                (Some(_), true) | (None, false) => {}
            }
        }
    }
    breaches
}

/// Doc comments that say no more than the name below them, and those that lean on a neighbour
/// which rustdoc shows elsewhere.
pub(super) fn empty_docs(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources {
        for (no, lines) in source.doc_comments() {
            let first = lines.first().copied().unwrap_or_default();
            let is_short = lines.len() == 1 && first.chars().count() < SHORTEST_DOC;
            if is_short || first.starts_with("The same") {
                breaches.push(format!("{}:{no}: {first}", source.path));
            }
        }
    }
    breaches
}
