//! Numbers of headings in one form, so that 第3章, 第三章 and 第３章 are equal: `章3`; （三） and (3): `(3`; 三、: `3`.
//!
//! `text::numeral` parses the numerals. Which heading has a number is not known here.

use crate::lexicon::heading::{COUNTED_LEVELS, NUMBERED_WORDS, NUMERAL_CHARS};
use crate::text::fold::{fold, fold_char};
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

/// Parses a typed word that consists of numbers of headings, outermost first: 第三章第二节 → 章3, 节2; 三（二） → 3, (2.
/// A number that is typed without its mark below another one may be of several forms; each level has all of them.
/// `None` for any other word.
pub(crate) fn parse_path(word: &str) -> Option<Vec<Vec<String>>> {
    // Most words have no numeral, which is told without a copy of the word.
    if !word.contains(|c| numeral::is_numeral_char(fold_char(c))) {
        return None;
    }
    if let Some(only) = normalize(word) {
        return Some(vec![vec![only]]);
    }
    let chars: Vec<char> = fold(word).chars().filter(|c| !c.is_whitespace()).collect();
    let mut levels = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (forms, length) = level_at(chars.get(at..)?, levels.is_empty())?;
        levels.push(forms);
        at += length;
    }
    (levels.len() > 1).then_some(levels)
}

/// The forms of the number at the beginning of some characters, and how many it takes. The first of several numbers
/// may lack its mark (三 in 三（二）), and the others as well, with or without 第 (第三章二节).
fn level_at(chars: &[char], is_first: bool) -> Option<(Vec<String>, usize)> {
    let has_ordinal = chars.first() == Some(&'第');
    let opens = chars.first() == Some(&'(');
    let from = usize::from(has_ordinal || opens);
    let is_numeral = |c: &char| c.is_ascii_digit() || NUMERAL_CHARS.contains(*c);
    let to = from + chars.get(from..)?.iter().take_while(|c| is_numeral(c)).count();
    let number = numeral::parse(&chars.get(from..to)?.iter().collect::<String>())?;
    let mark = chars.get(to);
    if opens {
        return (mark == Some(&')')).then(|| (vec![format!("({number}"), number.to_string()], to + 1));
    }
    match mark {
        Some(level) if COUNTED_LEVELS.contains(*level) => Some((vec![format!("{level}{number}")], to + 1)),
        Some('、' | '.') if !has_ordinal => Some((vec![number.to_string(), format!("({number}")], to + 1)),
        Some('(') if is_first && !has_ordinal => Some((vec![number.to_string(), format!("章{number}")], to)),
        None if !is_first && !has_ordinal => Some((vec![number.to_string(), format!("({number}")], to)),
        _ => None,
    }
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
            ("三（二）", "3|章3 (2|2"),
            ("三(七)(3)", "3|章3 (7|7 (3|3"),
            ("三(七)3", "3|章3 (7|7 3|(3"),
            ("第三章二节", "章3 节2"),
            ("三、（四）4.", "3|(3 (4|4 4|(4"),
        ] {
            assert_eq!(
                parse_path(&crate::text::fold::fold(word)).map_or("-".to_owned(), |levels| {
                    levels.iter().map(|forms| forms.join("|")).collect::<Vec<_>>().join(" ")
                }),
                expected,
                "{word}"
            );
        }
    }
}
