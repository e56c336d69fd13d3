//! Which file names which: reads every form of `use` and every path in the code, and finds the file where it ends.
//!
//! A name that a module only hands on (`pub use child::Name;`) is followed to the file that has it, so that no circle
//! hides behind a re-export. Macros and globs are not looked into.

use std::collections::{BTreeSet, HashMap};

use super::source::Source;

/// A path in the code, from the root of the crate: `["app", "state", "Session"]`.
type Path = Vec<String>;

/// The code of a file cut into words and signs; `::` is one sign, and literals are left out.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '"' => skip_literal(&mut rest),
            '\'' => skip_character(&mut rest),
            '/' if rest.peek() == Some(&'/') => rest.by_ref().take_while(|sign| *sign != '\n').for_each(drop),
            ':' if rest.next_if_eq(&':').is_some() => tokens.push("::".to_owned()),
            _ if is_word(sign) => {
                let mut word = sign.to_string();
                while let Some(next) = rest.next_if(|next| is_word(*next)) {
                    word.push(next);
                }
                tokens.push(word);
            }
            _ if sign.is_whitespace() => {}
            _ => tokens.push(sign.to_string()),
        }
    }
    tokens
}

fn is_word(sign: char) -> bool {
    sign == '_' || sign.is_alphanumeric()
}

/// Reads to the end of a literal that has been begun. Raw literals with quotes in them do not stand in the sources.
fn skip_literal(rest: &mut impl Iterator<Item = char>) {
    let mut is_escaped = false;
    for sign in rest.by_ref() {
        if sign == '"' && !is_escaped {
            return;
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
}

/// Reads a character literal; of a lifetime only the quote, which has been read.
fn skip_character(rest: &mut (impl Iterator<Item = char> + Clone)) {
    let ahead: Vec<char> = rest.clone().take(2).collect();
    match ahead.as_slice() {
        ['\\', _] => rest.by_ref().skip(1).take_while(|sign| *sign != '\'').for_each(drop),
        [_, '\''] => rest.by_ref().take(2).for_each(drop),
        _ => {}
    }
}

/// What the `use` trees of a file bind: the local name, and the path as written. Reads one tree from `at`
/// on and says where it ends.
fn read_tree(tokens: &[String], mut at: usize, before: &[String], bound: &mut Vec<(String, Path)>) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("::") => at += 1,
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = read_tree(tokens, at, &path, bound);
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                return at + 1;
            }
            Some("*") => {
                bound.push(("*".to_owned(), path));
                return at + 1;
            }
            Some("as") => {
                let name = tokens.get(at + 1).cloned().unwrap_or_default();
                bound.push((name, path));
                return at + 2;
            }
            Some(word) if word.chars().all(is_word) => {
                // `use a::{self}` binds `a` itself.
                if word != "self" || path.is_empty() {
                    path.push(word.to_owned());
                }
                at += 1;
            }
            _ => {
                if let Some(name) = path.last().cloned() {
                    bound.push((name, path));
                }
                return at;
            }
        }
    }
}

/// What a file names: the names it binds, its own child modules, and every path that stands in its code.
struct Reading {
    module: Path,
    bound: Vec<(String, Path)>,
    children: Vec<String>,
    paths: Vec<Path>,
}

impl Reading {
    fn new(source: &Source) -> Self {
        let tokens = tokens(&source.code);
        let module = source.module();
        let (mut written, mut children, mut inline) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).map(String::as_str);
            let is_first = at == 0 || tokens.get(at - 1).is_none_or(|before| before != "::");
            match token.as_str() {
                "use" => at = read_tree(&tokens, at + 1, &[], &mut written),
                // `pub(in crate::app)` says who may see a name, and names nothing.
                "pub" if next == Some("(") && tokens.get(at + 2).is_some_and(|token| token == "in") => {
                    at += tokens.iter().skip(at).take_while(|token| *token != ")").count();
                }
                "mod" if tokens.get(at + 2).is_some_and(|token| token == ";") => {
                    children.extend(next.map(str::to_owned));
                    at += 2;
                }
                word if is_first && next == Some("::") && word.chars().all(is_word) => {
                    let mut path = vec![token.clone()];
                    while tokens.get(at + 1).is_some_and(|token| token == "::") {
                        let Some(word) = tokens.get(at + 2).filter(|word| word.chars().all(is_word)) else { break };
                        path.push(word.clone());
                        at += 2;
                    }
                    inline.push(path);
                    at += 1;
                }
                _ => at += 1,
            }
        }
        let mut reading = Self { module, bound: Vec::new(), children, paths: Vec::new() };
        reading.bound = written.into_iter().filter_map(|(name, path)| Some((name, reading.absolute(&path)?))).collect();
        let inline: Vec<Path> = inline.iter().filter_map(|path| reading.absolute(path)).collect();
        reading.paths = reading.bound.iter().map(|(_, path)| path.clone()).chain(inline).collect();
        reading
    }

    /// A path as written, from the root of the crate; `None` for what belongs to another crate or to no module.
    fn absolute(&self, path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let mut start = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module.split_last()?.1.to_vec(),
            child if self.children.iter().any(|each| each == child) => {
                self.module.iter().cloned().chain([child.to_owned()]).collect()
            }
            name => self.bound.iter().find(|(bound, _)| bound == name)?.1.clone(),
        };
        for word in rest {
            if word == "super" {
                start.pop()?;
            } else {
                start.push(word.clone());
            }
        }
        Some(start)
    }
}

/// The files of a crate, with what each names.
pub(super) struct Crate {
    readings: HashMap<Path, (String, Reading)>,
}

impl Crate {
    pub(super) fn new(sources: &[Source]) -> Self {
        let read = |source: &Source| (source.module(), (source.path.clone(), Reading::new(source)));
        Self { readings: sources.iter().map(read).collect() }
    }

    /// The file where a path ends, behind every re-export.
    fn file(&self, path: &[String], depth: usize) -> Option<&str> {
        let n_modules = (0..=path.len()).rev().find(|n| self.readings.contains_key(path.get(..*n).unwrap_or(path)))?;
        let (file, reading) = self.readings.get(path.get(..n_modules)?)?;
        let handed_on = path.get(n_modules).and_then(|name| reading.bound.iter().find(|(bound, _)| bound == name));
        if let (Some((_, target)), true) = (handed_on, depth > 0) {
            let rest = path.get(n_modules + 1..).unwrap_or_default();
            let target: Path = target.iter().chain(rest).cloned().collect();
            return self.file(&target, depth - 1);
        }
        Some(file)
    }

    /// Every pair of files of which the first names the second.
    pub(super) fn edges(&self) -> BTreeSet<(String, String)> {
        let mut edges = BTreeSet::new();
        for (file, reading) in self.readings.values() {
            let ends = reading.paths.iter().filter_map(|path| self.file(path, 8));
            edges.extend(ends.filter(|end| end != file).map(|end| (file.clone(), end.to_owned())));
        }
        edges
    }
}

/// The groups of files that name each other in a circle; what lies in no circle is in none. Files of which `is_aside`
/// says so do not count as naming each other.
pub(super) fn circles(
    edges: &BTreeSet<(String, String)>,
    is_aside: impl Fn(&str, &str) -> bool,
) -> Vec<BTreeSet<String>> {
    let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in edges.iter().filter(|(from, to)| !is_aside(from, to)) {
        next.entry(from).or_default().push(to);
    }
    let reached = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut open = next.get(from).cloned().unwrap_or_default();
        while let Some(file) = open.pop() {
            if seen.insert(file.to_owned()) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        seen
    };
    let from: HashMap<&str, BTreeSet<String>> = next.keys().map(|file| (*file, reached(file))).collect();
    let mut found: BTreeSet<BTreeSet<String>> = BTreeSet::new();
    for (file, reached) in from.iter().filter(|(file, reached)| reached.contains(**file)) {
        let back = |other: &&String| from.get(other.as_str()).is_some_and(|back| back.contains(*file));
        found.insert(reached.iter().filter(back).cloned().collect());
    }
    found.into_iter().collect()
}
