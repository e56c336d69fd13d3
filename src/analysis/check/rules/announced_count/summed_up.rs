//! Lists of places or offices whose number is summed up right behind them: 甲区、乙区、丙县、丁县三个县（区）; 甲局、乙局、丙局、丁局五部门.

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::announced_count::small_number;
use crate::lexicon::count::{BEFORE_SUMMED_UP, SUMMED_UP, SUMMING_NOUNS};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::model::Confidence;
use crate::words::findings::lists;

/// Fewest entries of a list, and most characters of one.
const FEWEST: usize = 3;
const LONGEST: usize = 14;

/// Most entries that a numeral of one character can sum up.
const MOST: usize = 12;

/// The lists of a text that hold another number of entries than is said behind them.
pub(super) fn summed_up(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    (1..chars.len()).filter_map(|at| wrong_sum(passage, at)).collect()
}

/// The list that ends before the numeral at a position, where that is another number.
fn wrong_sum(passage: &Passage, at: usize) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let (number, _) = small_number(chars, at)?;
    let rest: String = chars.iter().skip(at + 1).take(LONGEST).collect();
    let counted = rest.strip_prefix('个').unwrap_or(&rest);
    let noun = SUMMING_NOUNS.prefix_of(counted)?;
    let (from, entries) = entries_before(chars, at);
    let number = usize::try_from(number).ok()?;
    // Two counties may be summed up behind districts and counties.
    let of_noun = entries.iter().filter(|entry| entry.last() == noun.chars().next().as_ref()).count();
    let is_wrong = entries.len() >= FEWEST && number > 1 && number != entries.len() && number != of_noun;
    is_wrong.then(|| {
        let to = at + 1 + rest.chars().count() - counted.chars().count() + noun.chars().count();
        let (citation, n_entries) = (passage.cite(from, to), entries.len());
        let what = lists::listed_before(passage.cite(at, to).quote, n_entries);
        FindingDraft::new(Confidence::Medium, what, [citation])
    })
}

/// The entries of the list that ends at a position, each with the last character of a place or an office, and where the
/// first one begins.
fn entries_before(chars: &[char], end: usize) -> (usize, Vec<&[char]>) {
    let is_listed = |c: &char| is_han(*c) || *c == '、';
    let from = end
        - chars.get(..end).unwrap_or_default().iter().rev().take(MOST * LONGEST).take_while(|c| is_listed(c)).count();
    let list = chars.get(from..end).unwrap_or_default();
    let is_joint = |at: usize| {
        let is_behind_name = at.checked_sub(1).and_then(|at| list.get(at)).is_some_and(|c| SUMMED_UP.contains(*c));
        list.get(at).is_some_and(|c| *c == '、' || CONJUNCTION_CHARS.contains(*c) && is_behind_name)
    };
    let mut entries = Vec::new();
    let mut start = 0;
    for at in 0..=list.len() {
        if at == list.len() || is_joint(at) {
            entries.push(list.get(start..at).unwrap_or_default());
            start = at + 1;
        }
    }
    let is_name =
        |entry: &&[char]| (2..=LONGEST).contains(&entry.len()) && entry.last().is_some_and(|c| SUMMED_UP.contains(*c));
    let are_names = entries.iter().all(is_name);
    // 在柳浦区: what stands before the first name belongs to the sentence.
    let lead = list.first().is_some_and(|c| BEFORE_SUMMED_UP.contains(*c));
    (from + usize::from(lead), if are_names { entries } else { Vec::new() })
}
