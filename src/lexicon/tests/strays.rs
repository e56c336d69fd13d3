//! Word lists and sets of characters outside the lexicon: arrays, alternations of patterns, and strings that are used
//! as sets of characters.

use std::fs;
use std::path::Path;

use super::tokens::{Token, tokens};

/// Where lists of Chinese words and marks may stand outside the lexicon, and why. A file, or
/// a folder with everything in it.
const ELSEWHERE: [(&str, &str); 7] = [
    ("cli/progress/table.rs", "heads of columns, which a person types"),
    ("app", "words on the screen"),
    ("export", "heads of columns in files, and what spreadsheets read as a formula"),
    ("search/base/query.rs", "names of filters, which a person types"),
    ("analysis/check/reading/quantity.rs", "conversions between units, with their factors"),
    ("analysis/targets/target/sentence.rs", "pairs of marks, each opening one with its closing one"),
    ("text", "imports no other module"),
];

/// The most Chinese words or characters of a list that is still read as part of its rule.
const MOST_IN_CODE: usize = 3;

/// Methods by which a string is used as a set of characters.
const SET_METHODS: [&str; 3] = ["contains", "chars", "find"];

/// Adds the sources below `folder` to `found`: their paths below `src`, and their code without tests.
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
        let below = path.strip_prefix(&src).expect("the sources can be read").to_string_lossy().replace('\\', "/");
        if !below.ends_with("tests.rs") && !below.contains("/tests/") {
            found.push((below, code.to_owned()));
        }
    }
}

/// The lists of a source that have more Chinese entries than a rule may hold.
fn strays(code: &str) -> Vec<Vec<String>> {
    let tokens = tokens(code);
    let lists = arrays(&tokens).into_iter().chain(alternations(&tokens)).chain(sets(&tokens));
    lists.filter(|entries| entries.iter().filter(|entry| entry.contains(is_chinese)).count() > MOST_IN_CODE).collect()
}

/// Whether a character is Chinese, or a mark that Chinese text is printed with.
fn is_chinese(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The arrays, each with the literals that are its elements. Of an element in round brackets, the first string counts,
/// which is the word that has a meaning, and every character.
fn arrays(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    // The literals of each open array, and how many round brackets are open in it.
    let mut open: Vec<(Vec<String>, usize)> = Vec::new();
    let mut before = &Token::Mark(' ');
    for token in tokens {
        match (token, open.last_mut()) {
            (Token::Mark('['), _) => open.push((Vec::new(), 0)),
            (Token::Mark(']'), _) => found.extend(open.pop().map(|(literals, _)| literals)),
            (Token::Mark('('), Some((_, depth))) => *depth += 1,
            (Token::Mark(')'), Some((_, depth))) => *depth = depth.saturating_sub(1),
            (Token::Text(_), Some((literals, depth))) if *depth == 0 || *depth == 1 && before.is('(') => {
                literals.extend(token.literal());
            }
            (Token::Char(_), Some((literals, 0 | 1))) => literals.extend(token.literal()),
            _ => {}
        }
        before = token;
    }
    found
}

/// The patterns of literals with `|` between them.
fn alternations(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut is_joined = false;
    for token in tokens {
        match (token.literal(), found.last_mut()) {
            (Some(literal), Some(last)) if is_joined => last.push(literal),
            (Some(literal), _) => found.push(vec![literal]),
            (None, _) => {}
        }
        is_joined = token.is('|') || is_joined && token.literal().is_some();
        if !token.is('|') && token.literal().is_none() {
            found.push(Vec::new());
        }
    }
    found
}

/// The characters of the strings, or of the constants for one, that a method takes for a set of characters.
fn sets(tokens: &[Token]) -> Vec<Vec<String>> {
    // A constant: NAME: &str = "…", or &'static str.
    let tokens: Vec<&Token> = tokens.iter().filter(|token| token.name() != Some("static")).collect();
    let constant = |part: &[&Token]| match part {
        [Token::Name(name), colon, and, _, equals, Token::Text(text)]
            if colon.is(':') && and.is('&') && equals.is('=') =>
        {
            Some((name.clone(), text.clone()))
        }
        _ => None,
    };
    let named: Vec<(String, String)> = tokens.windows(6).filter_map(constant).collect();
    let used = tokens
        .windows(3)
        .filter(|part| part[1].is('.') && part[2].name().is_some_and(|method| SET_METHODS.contains(&method)));
    let text = |token: &Token| match token {
        Token::Text(text) => Some(text.clone()),
        Token::Name(name) => named.iter().find(|(constant, _)| constant == name).map(|(_, text)| text.clone()),
        Token::Char(_) | Token::Mark(_) => None,
    };
    used.filter_map(|part| text(part[0])).map(|text| text.chars().map(String::from).collect()).collect()
}

#[test]
fn word_lists_stand_in_the_lexicon() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect_sources(&src, &mut sources);
    let is_in = |path: &str, place: &str| {
        path == place || path == format!("{place}.rs") || path.starts_with(&format!("{place}/"))
    };
    let mut used = Vec::new();
    for (path, code) in sources {
        let found = strays(&code);
        match ELSEWHERE.iter().find(|(place, _)| is_in(&path, place)) {
            Some((place, _)) if !found.is_empty() => used.push(*place),
            None if !is_in(&path, "lexicon") => {
                assert_eq!(found, [[""; 0]; 0], "{path} holds a list: give it a name and a source in src/lexicon");
            }
            _ => {}
        }
    }
    for (place, _) in ELSEWHERE {
        assert!(used.contains(&place), "{place} holds no list any more: take it out of the table");
    }
}

#[test]
fn planted_lists_are_found() {
    let n_found = |code: &str| strays(code).len();
    for code in [
        r#"const A: [(&str, u8); 4] = [("一", 1), ("二", 2), ("三", 3), ("四", 4)]; let b = ['[', '"'];"#,
        r#"text.contains(["甲", "乙", "a", "丙", "丁"])"#,
        r"text.trim_end_matches(['，', '；', ',', '。', '：'])",
        r"const PAIRS: [(char, char); 2] = [('《', '》'), ('“', '”')];",
        r#""，,、；;。：:".contains(mark)"#,
        r#"const JOINTS: &str = "·—～－∶／"; fn f(c: char) -> bool { JOINTS.contains(c) }"#,
        r#"static ENDS: &'static str = "。！？；"; let x = ENDS.chars().any(is_end);"#,
        r"matches!(mark, '(' | '（' | '[' | '［' | '【' | '〔')",
        r#"match word { "甲" | "乙" | "丙" | "丁" => 1, _ => 0 }"#,
    ] {
        assert_eq!(n_found(code), 1, "{code}");
    }
    for code in [
        r#"f(["a", "五"]); let names = [("一", "甲"), ("二", "乙")];"#,
        r"text.trim_end_matches(['，', '；', ',', '。'])",
        r"matches!(mark, '(' | '（' | '［' | '【') || matches!(mark, '〔')",
        r#"const TITLE: &str = "没有找到章节标题"; say(TITLE); text.contains("卫生健康局")"#,
    ] {
        assert_eq!(n_found(code), 0, "{code}");
    }
}
