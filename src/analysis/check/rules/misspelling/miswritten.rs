//! Words that are usually miswritten (己经, 布署), as a list has them, where no other words explain the characters as well.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::spelling::{MISWRITTEN, RIGHTLY_WRITTEN, WRITTEN_FOR_EACH_OTHER};
use crate::text::words;

/// Characters on each side that are read together with a spelling.
const REACH: usize = 4;

/// How much more likely a text must be with the right spelling, a step of 4 for each doubling.
const LIKELIER: i64 = 17;

/// How common a word has to be that a spelling must not cut: the weight of the count 512.
const COMMON: u32 = 36;

/// Fewest characters of a spelling that is told without comparing.
const LONG: usize = 4;

/// The wrong spellings by their first character, each with the right one.
type Spellings = FxHashMap<char, Vec<(Vec<char>, &'static str)>>;

/// Behind which position a wrong spelling ends that begins at `at`, and the right one.
pub(super) fn miswritten_at(chars: &[char], at: usize) -> Option<(usize, &'static str)> {
    static SPELLINGS: OnceLock<Spellings> = OnceLock::new();
    let spellings = SPELLINGS.get_or_init(|| {
        let mut spellings = Spellings::default();
        for (wrong, right) in MISWRITTEN.iter() {
            let first = wrong.chars().next().unwrap_or_default();
            spellings.entry(first).or_default().push((wrong.chars().collect(), *right));
        }
        spellings
    });
    let (wrong, right) = spellings.get(chars.get(at)?)?.iter().find(|(wrong, right)| {
        chars.get(at..at + wrong.len()) == Some(wrong)
            && !cuts_word(chars, at)
            && is_likelier(chars, at..at + wrong.len(), right)
    })?;
    Some((at + wrong.len(), right))
}

/// Whether the character at a position ends a word of two characters, so that a spelling which begins with it would cut that word:
/// 功能|提升项目 is no 能力提升项目.
fn cuts_word(chars: &[char], at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|before| chars.get(before..=at));
    pair.and_then(words::find_chars).is_some_and(|word| word.weight >= COMMON)
}

/// Whether a text is likelier with another word in place of some characters, which need not belong together: 登|记划|转.
fn is_likelier(chars: &[char], range: Range<usize>, word: &str) -> bool {
    // Four characters do not come together by chance.
    let is_long = range.len() >= LONG;
    let (printed, gain) = gain_of(chars, range, word);
    (is_long || gain >= LIKELIER) && !RIGHTLY_WRITTEN.is_in(&printed)
}

/// How much more likely a text is with a word in place of some characters, a step of 4 for each doubling, and the text as
/// printed, with what stands around them.
pub(super) fn gain_of(chars: &[char], range: Range<usize>, word: &str) -> (String, i64) {
    let is_near = |c: &&char| is_han(**c);
    let before: Vec<char> = chars.iter().take(range.start).rev().take_while(is_near).take(REACH).copied().collect();
    let behind = || chars.iter().skip(range.end).take_while(is_near).take(REACH).copied();
    let with = |chars: Vec<char>| before.iter().rev().copied().chain(chars).chain(behind()).collect::<Vec<char>>();
    let printed = with(chars.get(range.clone()).unwrap_or_default().to_vec());
    let usual = with(word.chars().collect());
    let gain = i64::from(words::cost_of(&printed)) - i64::from(words::cost_of(&usual));
    (printed.into_iter().collect(), gain)
}

/// Whether two characters are written for one another and both right: 黏 and 粘.
pub(super) fn are_forms_of_one(one: char, other: char) -> bool {
    WRITTEN_FOR_EACH_OTHER.iter().any(|pair| pair.contains(one) && pair.contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_slips_outside_of_other_words() {
        let found = |text: &str| -> Vec<&str> {
            let chars: Vec<char> = text.chars().collect();
            (0..chars.len()).filter_map(|at| miswritten_at(&chars, at)).map(|(_, usual)| usual).collect()
        };
        assert_eq!(found("减兔学费，爱护眼晴，及时划拔"), ["减免", "眼睛", "划拨"]);
        assert_eq!(found("登记划转，统计录入，整治金融乱象，情不自已，公园功能提升项目"), Vec::<&str>::new());
        assert_eq!(found("实施能提升项目"), ["能力提升项目"]);
        assert!(are_forms_of_one('粘', '黏') && !are_forms_of_one('粘', '站'));
    }
}
