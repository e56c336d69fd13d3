//! Printed numbers in one form, so that 第3章, 第三章 and 第３章 are one: `章3`; （三） and (3): `(3`; 三、: `3`.
//!
//! A numeral is read as `text::numeral` reads it. What stands under a number is not known here.

use crate::text::fold::fold;
use crate::text::numeral;

/// The words that close a number with 第 before it, or open one.
const RANKS: [char; 5] = ['章', '节', '条', '篇', '款'];

/// The number of a heading in one form; `None` for what is no number.
pub(crate) fn key(printed: &str) -> Option<String> {
    let folded: String = fold(printed).split_whitespace().collect();
    let (mark, numeral) = if let Some(rest) = folded.strip_prefix('第') {
        let rank = rest.chars().next_back().filter(|rank| RANKS.contains(rank))?;
        (rank.to_string(), rest.strip_suffix(rank)?)
    } else if let Some(rest) =
        ["专栏", "附件", "附表", "表"].iter().find_map(|word| Some((*word, folded.strip_prefix(word)?)))
    {
        (rest.0.to_owned(), rest.1)
    } else if let Some(inside) = folded.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        ("(".to_owned(), inside)
    } else {
        (String::new(), folded.strip_suffix(['、', '.'])?)
    };
    Some(format!("{mark}{}", numeral::parse(numeral)?))
}

/// A typed word that is nothing but numbers of headings, outermost first: 第三章第二节 → 章3, 节2.
pub(crate) fn keys(word: &str) -> Option<Vec<String>> {
    let mut keys = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        if c == '第' && !piece.is_empty() {
            keys.push(key(&std::mem::take(&mut piece))?);
        }
        piece.push(c);
    }
    keys.push(key(&piece)?);
    Some(keys)
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
                keys(&crate::text::fold::fold(word)).map_or("-".to_owned(), |keys| keys.join(" ")),
                expected,
                "{word}"
            );
        }
    }
}
