//! Cuts Rust source into tokens, as far as the tests of the word lists need it: literals, names and marks.
//!
//! Comments and white space are left out. Numbers are names here, and of a lifetime only the name is kept.

use std::iter::Peekable;
use std::str::Chars;

/// A token of Rust source, with what the tests ask of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// What stands between the quotation marks of a string, escapes resolved where that matters.
    Text(String),
    /// A character in single quotation marks, without them.
    Char(char),
    /// A name, a keyword or a number.
    Name(String),
    /// Any other character: a bracket, a dot.
    Mark(char),
}

impl Token {
    /// Whether the token is this mark, and no literal of it.
    pub(super) fn is(&self, mark: char) -> bool {
        *self == Self::Mark(mark)
    }

    /// The name or keyword; `None` for other tokens.
    pub(super) fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    /// The text of a literal; `None` for other tokens.
    pub(super) fn literal(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Char(character) => Some(character.to_string()),
            Self::Name(_) | Self::Mark(_) => None,
        }
    }
}

/// The tokens of a source, in their order, without comments.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = source.chars().peekable();
    while let Some(first) = rest.next() {
        match first {
            '/' if rest.peek() == Some(&'/') => rest.by_ref().find(|mark| *mark == '\n').into_iter().for_each(drop),
            '"' => found.push(Token::Text(text(&mut rest))),
            '\'' => found.extend(character(&mut rest).map(Token::Char)),
            'r' if matches!(rest.peek(), Some('"' | '#')) => found.push(Token::Text(raw_text(&mut rest))),
            _ if is_of_name(first) => {
                let mut name = String::from(first);
                while let Some(next) = rest.next_if(|next| is_of_name(*next)) {
                    name.push(next);
                }
                found.push(Token::Name(name));
            }
            _ if first.is_whitespace() => {}
            _ => found.push(Token::Mark(first)),
        }
    }
    found
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The rest of a string behind its opening mark.
fn text(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(next) = rest.next().filter(|next| *next != '"') {
        text.push(if next == '\\' { escaped(rest) } else { next });
    }
    text
}

/// The rest of a raw string behind its r.
fn raw_text(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut end = String::from('"');
    while rest.next_if_eq(&'#').is_some() {
        end.push('#');
    }
    rest.next();
    let mut text = String::new();
    while !text.ends_with(&end) {
        let Some(next) = rest.next() else { break };
        text.push(next);
    }
    text.strip_suffix(&end).unwrap_or(&text).to_owned()
}

/// The character behind a single quotation mark; `None` if the mark opens a lifetime.
fn character(rest: &mut Peekable<Chars<'_>>) -> Option<char> {
    let mut ahead = rest.clone();
    let first = ahead.next()?;
    let character = if first == '\\' { escaped(&mut ahead) } else { first };
    (ahead.next() == Some('\'')).then(|| {
        *rest = ahead;
        character
    })
}

/// The character that an escape stands for: itself for a mark, a blank for white space and for a number.
fn escaped(rest: &mut Peekable<Chars<'_>>) -> char {
    match rest.next() {
        Some('u') => rest.by_ref().find(|next| *next == '}').map_or(' ', |_| ' '),
        Some(mark @ ('"' | '\'' | '\\')) => mark,
        _ => ' ',
    }
}

#[test]
fn literals_are_told_from_lifetimes_and_comments() {
    let code = r##"f::<'a>('，', '\'', '"', "甲\"乙", r#"丙"丁"#) // "戊""##;
    let literals: Vec<String> = tokens(code).iter().filter_map(Token::literal).collect();
    assert_eq!(literals, ["，", "'", "\"", "甲\"乙", "丙\"丁"]);
    assert_eq!(tokens("r[0].is('\\u{3000}')").first().and_then(Token::name), Some("r"));
}
