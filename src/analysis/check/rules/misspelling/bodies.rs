//! Names of public bodies whose last word lacks its middle character behind another word: 妇女联会 for 妇女联合会. Short forms
//! stand behind a single character (村委会, 业委会).

use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::office::{BODY_ENDINGS, SHORT_COMMITTEES};
use crate::text::words::{self, Kind};

/// Characters before the last word that are read with it.
const REACH: usize = 8;

/// Characters behind it that may belong to another word: 街道办|处理.
const BEHIND: usize = 3;

/// How common such a word has to be: the weight of the count 16.
const COMMON: u32 = 16;

/// A name that lacks a character: its place, and the name as it is usually written.
pub(super) struct CutBody {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) usual: String,
}

/// The name whose last word begins at a position without its middle character.
pub(super) fn cut_body_at(chars: &[char], at: usize) -> Option<CutBody> {
    let printed = chars.get(at..at + 2)?;
    let ending = BODY_ENDINGS.iter().find(|ending| {
        let mut ending = ending.chars();
        (ending.next(), ending.next_back()) == (printed.first().copied(), printed.last().copied())
    })?;
    let begins_word = |to: usize| {
        let word = chars.get(at + 1..to).and_then(words::find_chars);
        word.is_some_and(|word| word.weight >= COMMON)
    };
    if (at + 3..=at + 2 + BEHIND).any(begins_word) {
        return None;
    }
    let before: String = chars.get(at.saturating_sub(REACH)..at)?.rsplit(|c| !is_han(*c)).next()?.iter().collect();
    let stem = words::split(&before).pop().filter(|piece| piece.text.chars().count() > 1)?;
    // 工商联 is a name itself, and so is 街道办, of which no 处 is made.
    let is_short_form = words::find(&format!("{}{}", stem.text, printed.first()?)).is_some();
    let is_office = ending.starts_with('办');
    let is_committee = ending.starts_with('委');
    // 进村|委会 and 国奥|委会 hold the short forms 村委会 and 奥委会.
    if is_committee && stem.text.ends_with(|c| SHORT_COMMITTEES.contains(c)) {
        return None;
    }
    let is_name = match stem.word?.kind {
        Kind::Noun => true,
        // 发展改革委 is the short form of an office.
        Kind::Phrase | Kind::VerbalNoun | Kind::Attribute => !is_committee,
        Kind::Verb | Kind::Adjective | Kind::Adverb | Kind::Idiom | Kind::Other => false,
    };
    let from = at - stem.text.chars().count();
    let is_name = is_name && (is_office || !is_short_form);
    let stem = stem.text;
    is_name.then(|| CutBody { from, to: at + 2, usual: format!("{stem}{ending}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lack_a_character() {
        let found = |text: &str| -> Vec<String> {
            let chars: Vec<char> = text.chars().collect();
            (0..chars.len()).filter_map(|at| cut_body_at(&chars, at)).map(|body| body.usual).collect()
        };
        assert_eq!(found("市妇女联会、防汛指部和街道办处。"), ["妇女联合会", "防汛指挥部", "街道办事处"]);
        assert_eq!(
            found("村委会、业委会、工商联会员，街道办处理，改革委会同、省残联会议，选进村委会，中国奥委会谴责"),
            Vec::<String>::new()
        );
    }
}
