//! Clauses that are a part of a running sentence, as posts and letters print them.
//!
//! ```text
//! 新建步道二十条，由市体育局负责，各区政府配合落实。         the last parts of a sentence
//! 建成医院三家，市卫生健康局负责具体实施，市财政局予以配合。   likewise, where offices stand before each verb
//! 这项工作由市民政局牵头。                             behind words for the task itself
//! ```
//! Each part names nothing but offices and what they do, so that a sentence with an object (由市教育局牵头制定方案) is text, and so is one
//! that goes on behind them (由市教育局牵头，每年开展一次筛查).

use crate::importer::clause::{above, open_end, reader, tokens, words};
use crate::importer::offices::Offices;
use crate::lexicon::place::OFFICE_LEVEL_CHARS;
use crate::lexicon::punctuation::{PHRASE_ENDS, SENTENCE_ENDS};
use crate::model::Role;

/// The longest part of such a sentence, in bytes.
const LONGEST_PART: usize = 600;

/// What one part of a sentence gives to whom.
struct Part {
    from: usize,
    to: usize,
    role: Role,
}

/// The stretches of a text that are such clauses, as bytes. Each takes in the stop behind it.
pub(super) fn assignments(text: &str, offices: &Offices<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // The parts of one sentence that follow one another.
    let mut open: Vec<Part> = Vec::new();
    let mut from = 0;
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '，' | ',') || PHRASE_ENDS.contains(*c));
    for (at, mark) in ends.chain([(text.len(), '。')]) {
        let to = at + if at < text.len() { mark.len_utf8() } else { 0 };
        let is_end = SENTENCE_ENDS.contains(mark) || mark == '；';
        let part = text.get(from..at).and_then(|part| read(part, from, to, offices));
        let goes_on = part.is_some();
        open.extend(part);
        if !goes_on || is_end {
            found.extend(clause(&open).filter(|_| goes_on && is_end));
            open.clear();
        }
        from = to;
    }
    found
}

/// The clause that the last parts of a sentence make, if they do.
fn clause(parts: &[Part]) -> Option<(usize, usize)> {
    let (first, last) = (parts.first()?, parts.last()?);
    matches!(first.role, Role::Lead | Role::Listed).then_some((first.from, last.to))
}

/// Reads one part of a sentence: offices, and what they do.
fn read(part: &str, from: usize, to: usize, offices: &Offices<'_>) -> Option<Part> {
    let trimmed = part.trim();
    // Nearly no part ends with such a verb, and all are asked.
    if trimmed.len() > LONGEST_PART || !words::ends_with_verb(trimmed) || trimmed.contains(['（', '(', '“', '《']) {
        return None;
    }
    let units = above::units(trimmed).unwrap_or(trimmed);
    let given = units.strip_prefix('由');
    let is_given = given.is_some() || units.len() < trimmed.len();
    let inner = given.unwrap_or(units);
    let (_, role, _) = words::strip_verb(inner)?;
    let tokens = tokens::tokens(inner, offices);
    let names = tokens.iter().map(|token| {
        let name = open_end::strip(words::split_verb(token).0).0;
        reader::without_modal(name, |name| offices.is_office(name))
    });
    let mut names = names.filter(|name| !name.is_empty()).peekable();
    names.peek()?;
    // 党委领导，政府负责 names no office of this place.
    let is_named = |name: &str| {
        offices.is_office(name)
            && (is_given || name.starts_with(|first| first == '各' || OFFICE_LEVEL_CHARS.contains(first)))
    };
    names.all(is_named).then(|| Part { from: from + (part.len() - part.trim_start().len()), to, role })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_sentences() {
        let registry = crate::dataset::registry();
        let offices = &Offices::new(registry.departments());
        for (text, expected) in [
            ("新建步道，由市体育局负责，各区政府配合落实。", &["由市体育局负责，各区政府配合落实。"][..]),
            (
                "建成医院，市卫生健康局负责具体实施，市财政局予以配合。",
                &["市卫生健康局负责具体实施，市财政局予以配合。"],
            ),
            ("由市教育局牵头，市卫生健康局配合，每年开展一次筛查。", &[]),
            ("免费筛查。这项工作由市民政局牵头。另行通知。", &["这项工作由市民政局牵头。"]),
            ("由市教育局牵头制定方案，市财政局安排资金。", &[]),
            ("坚持党委领导，政府负责，社会参与。", &[]),
            ("市卫生健康局牵头，每年开展一次筛查。", &[]),
            ("落实企业主体责任，部门负责，群众参与。", &[]),
            ("完善预案，市气象局参与。", &[]),
        ] {
            let got: Vec<&str> =
                assignments(text, offices).into_iter().filter_map(|(from, to)| text.get(from..to)).collect();
            assert_eq!(got, expected, "{text}");
        }
    }
}
