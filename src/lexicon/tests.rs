//! Tests of the lists: what the methods find, and, read from the sources, that no list and no word stands twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::*;

static TREES: Words = Words::new(&[(GENERAL, &["白桦林", "白桦"]), (PUNCTUATION, &["桦"])]);

#[test]
fn words_are_tried_in_their_order() {
    assert_eq!(TREES.iter().collect::<Vec<_>>(), ["白桦林", "白桦", "桦"]);
    assert_eq!(TREES.prefix_of("白桦林中"), Some("白桦林"));
    assert_eq!(TREES.suffix_of("林中白桦"), Some("白桦"));
    assert_eq!(TREES.strip_prefix("白桦树"), Some("树"));
    assert_eq!(TREES.strip_suffix("一棵白桦"), Some("一棵"));
    assert_eq!(TREES.find_in("黑桦"), Some("桦"));
    assert!(TREES.contains("桦") && !TREES.contains("桦林"));
    assert!(TREES.is_in("黑桦") && !TREES.is_in("松"));
    assert!(TREES.begins("桦皮") && !TREES.begins("黑桦") && TREES.ends("黑桦"));
    assert_eq!(TREES.rows()[1].0, PUNCTUATION);
}

#[test]
fn glossaries_give_meanings() {
    static YEARS: Glossary<u16> = Glossary::new(&[(GENERAL, &[("甲子", 1984), ("乙丑", 1985)])]);
    assert_eq!(YEARS.meaning("乙丑"), Some(&1985));
    assert_eq!(YEARS.meaning("丙寅"), None);
    assert_eq!(YEARS.iter().map(|(word, _)| word).collect::<String>(), "甲子乙丑");
}

#[test]
fn characters_are_found() {
    static MARKS: Chars = Chars::new(&[(PUNCTUATION, "。，"), (GENERAL, ".,")]);
    assert!(MARKS.contains('，') && MARKS.contains('.') && !MARKS.contains('！'));
    assert!(MARKS.is_in("完。") && !MARKS.is_in("完"));
    assert_eq!(MARKS.strip_suffix("完。"), Some("完"));
    assert_eq!(MARKS.strip_prefix(",完"), Some("完"));
    assert_eq!(MARKS.iter().collect::<String>(), "。，.,");
}

/// The entries of every list of the folder with those of its parts, by file and name, as the sources write them.
fn lists() -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut own: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        let theme = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if theme == "tests" {
            continue;
        }
        let source = fs::read_to_string(&path).expect("the sources can be read");
        let code: Vec<&str> = source.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
        for declaration in code.join("\n").split("pub static ").skip(1) {
            let (head, made) = declaration.split_once(" =").expect("a list has a value");
            let (name, kind) = head.split_once(':').expect("a list has a type");
            let (maker, rows) = made.split_once('(').expect("a list is made by a function");
            let (parts, rows) = if maker.ends_with("::with") {
                rows.split_once(']').expect("the parts stand in brackets")
            } else {
                ("", rows)
            };
            let parts = parts.split('&').map(|part| part.trim_matches(|mark: char| !mark.is_alphanumeric()).to_owned());
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            own.insert(format!("{theme}::{name}"), (parts, entries(kind, rows)));
        }
    }
    let part = |name: &String| {
        let ending = format!("::{name}");
        let mut named = own.iter().filter(|(list, _)| list.ends_with(&ending));
        let (_, (_, entries)) = named.next().expect("a part is a list of the folder");
        assert_eq!(named.next(), None, "the name of a part is not the name of two lists");
        entries.clone()
    };
    let whole = |(parts, entries): &(Vec<String>, Vec<String>)| {
        parts.iter().flat_map(part).chain(entries.iter().cloned()).collect::<Vec<_>>()
    };
    own.iter().map(|(name, list)| (name.clone(), whole(list))).collect()
}

/// The entries of one list: characters of `Chars`, the innermost brackets of a `Glossary`, the strings of `Words`.
fn entries(kind: &str, rows: &str) -> Vec<String> {
    let strings = || rows.split('"').skip(1).step_by(2);
    if kind.contains("Chars") {
        return strings().flat_map(|row| row.chars().map(String::from)).collect();
    }
    if kind.contains("Glossary") {
        let inner = rows.split('(').filter_map(|part| part.split_once(')')).map(|(inner, _)| inner.to_owned());
        return inner.filter(|inner| inner.contains('"')).collect();
    }
    strings().map(str::to_owned).collect()
}

#[test]
fn no_word_stands_twice_in_a_list() {
    for (name, entries) in lists() {
        let mut seen = BTreeSet::new();
        for entry in &entries {
            assert!(seen.insert(entry), "{name} has {entry} twice");
        }
        assert!(!seen.is_empty(), "{name} is empty, or is not read by this test");
    }
}

#[test]
fn no_list_stands_twice() {
    let mut seen: BTreeMap<BTreeSet<String>, String> = BTreeMap::new();
    for (name, entries) in lists() {
        let set: BTreeSet<String> = entries.into_iter().collect();
        if let Some(other) = seen.insert(set, name.clone()) {
            assert_eq!(other, name, "two lists hold the same words: give them one name");
        }
    }
}

/// Where lists of Chinese words may stand outside the lexicon, and why. A file, or a folder with everything in it.
const ELSEWHERE: [(&str, &str); 6] = [
    ("app", "words on the screen"),
    ("cli", "heads of columns and messages that the commands print"),
    ("export", "heads of columns in files"),
    ("search/base/query.rs", "names of filters, which a person types"),
    ("analysis/check/reading/quantity.rs", "conversions between units, with their factors"),
    ("text", "imports no other module"),
];

/// The most Chinese words of an array that is still read as part of its rule.
const MOST_IN_CODE: usize = 3;

/// Adds the sources below `folder` to `found`: their paths below `src`, and their code without comments and tests.
fn collect_sources(folder: &Path, found: &mut Vec<(String, String)>) {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            collect_sources(&path, found);
            continue;
        }
        let source = fs::read_to_string(&path).expect("the sources can be read");
        let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let below = path.strip_prefix(&src).expect("the sources can be read").to_string_lossy().replace('\\', "/");
        if !below.ends_with("tests.rs") && !below.contains("/tests/") {
            found.push((below, lines.join("\n")));
        }
    }
}

/// The arrays of a source, each with the strings that are its elements, or the first of an element in round brackets.
fn arrays(code: &str) -> Vec<Vec<String>> {
    let code =
        ["'\"'", "'['", "']'", "'('", "')'"].iter().fold(code.to_owned(), |code, mark| code.replace(mark, "' '"));
    let mut found = Vec::new();
    // The strings of each open array, and how many round brackets are open in it.
    let mut open: Vec<(Vec<String>, usize)> = Vec::new();
    let (mut chars, mut before) = (code.chars(), ' ');
    while let Some(mark) = chars.next() {
        match mark {
            '"' => {
                let mut text = String::new();
                while let Some(letter) = chars.next().filter(|letter| *letter != '"') {
                    text.push(if letter == '\\' { chars.next().unwrap_or(' ') } else { letter });
                }
                if let Some((strings, depth)) = open.last_mut()
                    && (*depth == 0 || *depth == 1 && before == '(')
                {
                    strings.push(text);
                }
            }
            '[' => open.push((Vec::new(), 0)),
            ']' => found.extend(open.pop().map(|(strings, _)| strings)),
            '(' => open.iter_mut().last().into_iter().for_each(|(_, depth)| *depth += 1),
            ')' => open.iter_mut().last().into_iter().for_each(|(_, depth)| *depth = depth.saturating_sub(1)),
            _ => {}
        }
        if !mark.is_whitespace() {
            before = mark;
        }
    }
    found
}

/// How many of the strings hold a Chinese character.
fn n_chinese(strings: &[String]) -> usize {
    let is_chinese = |text: &&String| text.contains(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    strings.iter().filter(is_chinese).count()
}

#[test]
fn word_lists_stand_in_the_lexicon() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect_sources(&src, &mut sources);
    let is_in = |path: &str, place: &str| {
        path == place || path == format!("{place}.rs") || path.starts_with(&format!("{place}/"))
    };
    for (path, code) in sources {
        if is_in(&path, "lexicon") || ELSEWHERE.iter().any(|(place, _)| is_in(&path, place)) {
            continue;
        }
        let list = arrays(&code).into_iter().find(|strings| n_chinese(strings) > MOST_IN_CODE);
        assert_eq!(list, None, "{path} holds a word list: give it a name and a source in src/lexicon");
    }
}

#[test]
fn a_planted_word_list_is_found() {
    let code = r#"const A: [(&str, u8); 4] = [("一", 1), ("二", 2), ("三", 3), ("四", 4)]; let b = ['[', '"']; f(["a", "五"])"#;
    let found: Vec<usize> = arrays(code).iter().map(|strings| n_chinese(strings)).collect();
    assert_eq!(found, [0, 4, 0, 1]);
}
