//! Short forms of what the texts write in full: 长护险 for 长期护理保险, 医废 for 医疗废物, 市一院 for 市第一人民医院.
//!
//! Chinese shortens by taking the first or the last character of each word, or of most of them. A short form therefore
//! stands in a text as characters in their order, each at an edge of a word, close together and in one clause.

use std::collections::HashMap;

use crate::search::base::bit_set::BitSet;
use crate::search::base::pattern::Pattern;
use crate::search::evaluate::corpus::Corpus;
use crate::text::letter::is_letter_or_digit;
use crate::text::words;

/// How many characters a short form has.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;

/// How many characters of the full form one of the short form stands for at most.
const SPREAD: usize = 3;

/// The most full forms that are looked for.
const MOST_FORMS: usize = 3;

/// The most lines that are read for them.
const MOST_LINES: usize = 2_000;

/// The full forms of a folded word that the texts write, the most frequent first, joined as alternatives (`甲|乙`);
/// `None` if there are none.
pub(super) fn full_forms(corpus: &Corpus, word: &str) -> Option<String> {
    let short: Vec<char> = word.chars().collect();
    if !LENGTHS.contains(&short.len()) || short.iter().any(|c| c.is_ascii() || !is_letter_or_digit(*c)) {
        return None;
    }
    let mut lines: Option<BitSet> = None;
    for c in &short {
        let text = c.to_string();
        let with_char = corpus.lines_with(&Pattern::new(&text));
        match &mut lines {
            Some(lines) => lines.intersect_with(&with_char),
            None => lines = Some(with_char),
        }
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in lines?.iter().take(MOST_LINES) {
        for form in forms_in(corpus.catalog.text.line(line), &short) {
            *counts.entry(form).or_default() += 1;
        }
    }
    let mut forms: Vec<(String, usize)> = counts.into_iter().collect();
    forms.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.len().cmp(&b.len())).then(a.cmp(b)));
    let forms: Vec<String> = forms.into_iter().take(MOST_FORMS).map(|(form, _)| form).collect();
    (!forms.is_empty()).then(|| forms.join("|"))
}

/// The full forms in a line, each from the first of its words to the last.
fn forms_in(line: &str, short: &[char]) -> Vec<String> {
    let mut forms = Vec::new();
    if !holds_in_order(line, short) {
        return forms;
    }
    for clause in line.split(|c: char| !is_letter_or_digit(c)).filter(|clause| holds_in_order(clause, short)) {
        let pieces: Vec<&str> = words::split(clause).into_iter().flat_map(|piece| smallest(piece.text)).collect();
        let mut from = 0;
        while from < pieces.len() {
            match form_at(pieces.get(from..).unwrap_or_default(), short) {
                Some(n_pieces) => {
                    forms.push(pieces.get(from..from + n_pieces).unwrap_or_default().concat());
                    from += n_pieces;
                }
                None => from += 1,
            }
        }
    }
    forms
}

/// The words of two characters of which a longer one consists (长期护理 → 长期, 护理), or the word itself.
fn smallest(word: &str) -> Vec<&str> {
    let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let pairs: Vec<&str> =
        starts.windows(3).step_by(2).filter_map(|ends| word.get(*ends.first()?..*ends.last()?)).collect();
    let are_words = starts.len() % 2 == 1 && pairs.iter().all(|pair| words::find(pair).is_some());
    if are_words { pairs } else { vec![word] }
}

fn holds_in_order(clause: &str, short: &[char]) -> bool {
    let mut chars = clause.chars();
    short.iter().all(|c| chars.any(|other| other == *c))
}

/// How many words a full form takes that begins with the first of some words. The first and the last of them have a
/// character of the short form at an edge, and no more words stand between than the short form leaves room for.
fn form_at(pieces: &[&str], short: &[char]) -> Option<usize> {
    let mut rest = short;
    let mut n_chars = 0;
    for (number, piece) in pieces.iter().enumerate() {
        n_chars += piece.chars().count();
        if n_chars > short.len() * SPREAD {
            return None;
        }
        let taken = taken_from(piece, rest);
        if number == 0 && taken == 0 {
            return None;
        }
        rest = rest.get(taken..)?;
        if rest.is_empty() {
            return (number > 0).then_some(number + 1);
        }
    }
    None
}

/// How many characters of a short form a word gives: its first, its last, or both.
fn taken_from(piece: &str, rest: &[char]) -> usize {
    let (first, last) = (piece.chars().next(), piece.chars().next_back());
    let is_long = piece.chars().count() > 1;
    match rest {
        [one, other, ..] if is_long && Some(*one) == first && Some(*other) == last => 2,
        [one, ..] if Some(*one) == first || is_long && Some(*one) == last => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_forms_of_short_ones() {
        for (line, short, expected) in [
            ("稳步推进长期护理保险制度试点", "长护险", "长期护理保险"),
            ("加强医疗废物处置", "医废", "医疗废物"),
            ("依托市第一人民医院", "市一院", "市第一人民医院"),
            ("开展住院医师规范化培训", "规培", "规范化培训"),
            ("落实家庭医生签约服务", "家医签约", "家庭医生签约"),
            ("医疗机构、废物回收", "医废", ""),
            ("提高医疗服务能力和医院管理水平，减少浪费", "医费", ""),
        ] {
            let short: Vec<char> = short.chars().collect();
            assert_eq!(forms_in(line, &short).concat(), expected, "{line}");
        }
    }
}
