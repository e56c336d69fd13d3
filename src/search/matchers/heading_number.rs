//! Numbers of headings in one form, so that 第3章, 第三章 and 第３章 are equal: `章3`; （三） and (3): `(3`; 三、: `3`.
//!
//! `text::numeral` parses the numerals. Which heading has a number is not known here.

use crate::lexicon::heading::{COUNTED_LEVELS, NUMBERED_WORDS};
use crate::text::fold::fold;
use crate::text::numeral;

/// The number of a heading in one form; `None` if the text is not a number.
pub(crate) fn normalize(printed: &str) -> Option<String> {
    let folded: String = fold(printed).split_whitespace().collect();
    let numbered = || NUMBERED_WORDS.iter().find_map(|word| Some((word, folded.strip_prefix(word)?)));
    let (mark, numeral) = if let Some(rest) = folded.strip_prefix('第') {
        let level = rest.chars().next_back().filter(|level| COUNTED_LEVELS.contains(*level))?;
        (level.to_string(), rest.strip_suffix(level)?)
    } else if let Some((word, rest)) = numbered() {
        (word.to_owned(), rest)
    } else if let Some(inside) = folded.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        ("(".to_owned(), inside)
    } else {
        (String::new(), folded.strip_suffix(['、', '.'])?)
    };
    Some(format!("{mark}{}", numeral::parse(numeral)?))
}

/// Parses a typed word that consists of numbers of headings, outermost first: 第三章第二节 → 章3, 节2.
/// `None` for any other word.
pub(crate) fn parse_path(word: &str) -> Option<Vec<String>> {
    let mut numbers = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        if c == '第' && !piece.is_empty() {
            numbers.push(normalize(&std::mem::take(&mut piece))?);
        }
        piece.push(c);
    }
    numbers.push(normalize(&piece)?);
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_form() {
        for (word, expected) in [
            ("第三章", "章3"),
            ("第3章", "章3"),
            ("第３章", "章3"),
            ("第十二节", "节12"),
            ("第三章第二节", "章3 节2"),
            ("（三）", "(3"),
            ("(3)", "(3"),
            ("三、", "3"),
            ("3.", "3"),
            ("专栏 1", "专栏1"),
            ("专栏一", "专栏1"),
            ("附件2", "附件2"),
            ("第三", "-"),
            ("第三章控烟", "-"),
            ("三", "-"),
            ("", "-"),
            ("2030", "-"),
        ] {
            assert_eq!(
                parse_path(&crate::text::fold::fold(word)).map_or("-".to_owned(), |keys| keys.join(" ")),
                expected,
                "{word}"
            );
        }
    }
}
