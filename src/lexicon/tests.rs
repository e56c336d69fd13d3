//! Tests of the lists: what the methods find. The modules read the sources: no word stands twice, none outside the folder.

mod repeats;
mod strays;
mod tokens;

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
    assert_eq!((MARKS.trim("，。完。,"), MARKS.trim_end("，。完。,"), MARKS.trim("。")), ("完", "，。完", ""));
    assert!(MARKS.ends("完。") && !MARKS.ends("。完") && !MARKS.ends(""));
    assert!(MARKS.is("。") && !MARKS.is("。。") && !MARKS.is(""));
    assert_eq!(MARKS.iter().collect::<String>(), "。，.,");
}
