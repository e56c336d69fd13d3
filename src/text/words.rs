//! Words of written Chinese: which runs of characters are words, how common each is, and what kind of word it mostly is.
//!
//! Chinese is written without spaces. [`split`] cuts a text into the words that are together the most common ones; a
//! character of no word stands alone. [`Prefix`] reads the table character by character, for whoever tries several ways to
//! go on. The words come from `data/words.txt` and `data/terms.txt`, whose heads name the sources.

mod pairs;
pub mod phrases;
mod table;

pub use pairs::{Half, share_of_pairs};
pub use table::Prefix;

/// The list of terms, which is part of the table as well.
const TERMS: &str = include_str!("../../data/terms.txt");

/// Steps of the weight in which a count doubles.
const STEPS_PER_DOUBLING: u32 = 4;

/// The weight of all words together: the logarithm of the sum of their counts.
const WHOLE: u32 = 26 * STEPS_PER_DOUBLING;

/// What a word mostly is; many Chinese words are also used as another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A noun, a number, a measure, a place or a time.
    Noun,
    /// A verb that mostly stands as one: 开展.
    Verb,
    /// A verb that mostly stands for a noun: 服务, 建设.
    VerbalNoun,
    /// An adjective or a word for a state.
    Adjective,
    /// A word that stands only before nouns: 国产.
    Attribute,
    /// An adverb, of manner, degree or time.
    Adverb,
    /// An idiom or a set phrase: 深入人心.
    Idiom,
    /// A preposition, a conjunction, a particle.
    Other,
    /// A phrase or a term made of several words: 分级诊疗制度.
    Phrase,
}

/// What the table knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// How common it is: the logarithm of its count, a step of 4 for each doubling.
    pub weight: u32,
    /// What kind of word it mostly is.
    pub kind: Kind,
}

/// A part of a text: a word, or a single character that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The characters of the piece.
    pub text: &'a str,
    /// What is known of them; `None` for a character that is no word.
    pub word: Option<Word>,
}

/// What the table knows of a word, `None` if it does not hold it.
#[must_use]
pub fn find(word: &str) -> Option<Word> {
    word.chars().try_fold(Prefix::EMPTY, Prefix::then)?.word()
}

/// What the table knows of a word that is given as characters.
#[must_use]
pub fn find_chars(word: &[char]) -> Option<Word> {
    word.iter().try_fold(Prefix::EMPTY, |prefix, c| prefix.then(*c))?.word()
}

/// The terms of the plans' fields, as the list has them.
pub fn terms() -> impl Iterator<Item = &'static str> {
    TERMS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(' ').next())
}

/// The words of two and more characters with which a text begins, the shortest first, each with its end in bytes.
pub fn at_start(text: &str) -> impl Iterator<Item = (usize, Word)> {
    let mut prefix = Some(Prefix::EMPTY);
    let read = text.char_indices().map_while(move |(at, c)| {
        prefix = prefix?.then(c);
        Some((at + c.len_utf8(), prefix?.word()))
    });
    read.skip(1).filter_map(|(end, word)| Some((end, word?)))
}

/// Cuts a text into words. Of all ways to cut it, the one whose words are together the most common is taken; phrases are
/// cut into theirs. The pieces are the whole text, in its order.
#[must_use]
pub fn split(text: &str) -> Vec<Piece<'_>> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let n_chars = starts.len() - 1;
    // From the end: the least cost to the end from each character, and the piece that begins there.
    let mut costs = vec![0_u32; n_chars + 1];
    let mut pieces: Vec<Piece> = Vec::with_capacity(n_chars);
    for at in (0..n_chars).rev() {
        let (from, next) = (starts.get(at).copied().unwrap_or_default(), starts.get(at + 1).copied());
        let rest = text.get(from..).unwrap_or_default();
        let single = next.and_then(|next| text.get(from..next)).unwrap_or_default();
        let word = find(single);
        let mut best = (cost(word) + cost_at(&costs, at + 1), Piece { text: single, word });
        for (end, word) in at_start(rest).filter(|(_, word)| word.kind != Kind::Phrase) {
            let known = rest.get(..end).unwrap_or_default();
            let whole = cost(Some(word)) + cost_at(&costs, at + known.chars().count());
            if whole <= best.0 {
                best = (whole, Piece { text: known, word: Some(word) });
            }
        }
        if let Some(slot) = costs.get_mut(at) {
            *slot = best.0;
        }
        pieces.push(best.1);
    }
    pieces.reverse();
    let mut taken = Vec::new();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        taken.push(*piece);
        at += piece.text.chars().count().max(1);
    }
    taken
}

/// The least cost of a run of characters: of its words together, in the cut where they are the most common ones.
#[must_use]
pub fn cost_of(run: &[char]) -> u32 {
    let mut costs = vec![0_u32; run.len() + 1];
    for from in (0..run.len()).rev() {
        let mut least = u32::MAX;
        let mut prefix = Some(Prefix::EMPTY);
        for (at, c) in run.iter().enumerate().skip(from) {
            prefix = prefix.and_then(|prefix| prefix.then(*c));
            let word = prefix.and_then(Prefix::word);
            if at == from || word.is_some() {
                least = least.min(cost(word) + cost_at(&costs, at + 1));
            }
            if prefix.is_none() {
                break;
            }
        }
        if let Some(slot) = costs.get_mut(from) {
            *slot = least;
        }
    }
    cost_at(&costs, 0)
}

/// How rare a word is, a step of 4 for each halving; a character that is no word is rarer than any.
#[must_use]
pub fn cost(word: Option<Word>) -> u32 {
    WHOLE.saturating_sub(word.map_or(0, |word| word.weight)).max(1)
}

fn cost_at(costs: &[u32], at: usize) -> u32 {
    costs.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_text_is_cut_into_its_words() {
        assert_eq!(pieces("居民分类习惯基本养成"), ["居民", "分类", "习惯", "基本", "养成"]);
        assert_eq!(pieces("孕产妇死亡率持续下降"), ["孕产妇", "死亡率", "持续", "下降"]);
        assert_eq!(pieces("到2025年，全市"), ["到", "2", "0", "2", "5", "年", "，", "全市"]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn words_have_a_kind() {
        assert_eq!(find("下降").map(|word| word.kind), Some(Kind::Verb));
        assert_eq!(find("深入人心").map(|word| word.kind), Some(Kind::Idiom));
        assert_eq!(find("剌激"), None);
        assert!(find("健康").map(|word| word.weight) > find("健儿").map(|word| word.weight));
    }

    #[test]
    fn words_at_the_start_of_a_text() {
        let words: Vec<&str> = at_start("心脑血管疾病").filter_map(|(end, _)| "心脑血管疾病".get(..end)).collect();
        assert_eq!(words, ["心脑", "心脑血管", "心脑血管疾病"]);
        assert_eq!(at_start("").count(), 0);
    }

    #[test]
    fn runs_with_a_stray_character_cost_more() {
        let cost = |text: &str| cost_of(&text.chars().collect::<Vec<char>>());
        assert!(cost("完善工作作机制") > cost("完善工作机制") + 40);
        assert!(cost("提高高血压管理") < cost("提高血压管理") + 40);
        assert_eq!(cost(""), 0);
    }
}
