//! Lists of which every item names the catchword that a sentence announces a number of: 三个全覆盖：…全覆盖，…全覆盖;
//! “三个统一”：统一…；统一….

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::announced_count::listed::LARGEST_DIFFERENCE;
use crate::lexicon::heading::COUNTING_NUMERALS;
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Fewest and most characters of a catchword: 到位, 应治尽治.
const SHORTEST: usize = 2;
const LONGEST: usize = 4;

/// A catchword with the number of things that are announced by it.
struct Catchword<'c> {
    number: usize,
    word: &'c [char],
    /// Its numeral, the position behind its last character, and that of the first character of the list.
    from: usize,
    to: usize,
    list: usize,
}

/// The catchwords of a text whose lists hold another number of items.
pub(super) fn catchwords(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let announced = (0..chars.len()).filter_map(|at| catchword_at(chars, at));
    let found = announced.filter_map(|announced| {
        let (count, to) = count_items(chars, &announced)?;
        let differs = count != announced.number && count.abs_diff(announced.number) <= LARGEST_DIFFERENCE;
        differs.then(|| {
            let citation = passage.cite(announced.from, announced.to);
            let what = lists::listed_behind(&citation.quote, count);
            FindingDraft::new(Confidence::Medium, what, [citation, passage.cite(announced.list, to)])
        })
    });
    found.collect()
}

/// The catchword whose numeral stands at a position, directly before the mark that opens its list: 四个到位：. Quotation
/// marks may stand around it.
fn catchword_at(chars: &[char], at: usize) -> Option<Catchword<'_>> {
    let numeral = chars.get(at).filter(|c| COUNTING_NUMERALS.contains(**c) && chars.get(at + 1) == Some(&'个'))?;
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    // 第三个, 十三个 and 二百三个 announce nothing so.
    if before.is_some_and(|c| matches!(c, '第' | '百' | '十') || COUNTING_NUMERALS.contains(*c)) {
        return None;
    }
    let is_mark = |at: usize, mark: char| chars.get(at) == Some(&mark);
    let start = at + 2 + usize::from(is_mark(at + 2, '“'));
    let length = chars.get(start..)?.iter().take_while(|c| is_han(**c)).count();
    let to = start + length;
    let stop = to + usize::from(is_mark(to, '”'));
    let is_opened = matches!(chars.get(stop), Some('：' | ':' | '，'));
    let number = usize::try_from(numeral::parse(&numeral.to_string())?).ok()?;
    let word = chars.get(start..to)?;
    let is_short = (SHORTEST..=LONGEST).contains(&length) && number > 1;
    (is_short && is_opened).then_some(Catchword { number, word, from: at, to, list: stop + 1 })
}

/// How many items begin the list, all of them ending in the catchword or all beginning with it, and where the last one ends;
/// `None` for fewer than two. A clause without the word may follow them. Where two things share the word (人员、经费到位,
/// 人员和经费到位), fewer items than announced say nothing.
fn count_items(chars: &[char], announced: &Catchword) -> Option<(usize, usize)> {
    let word = announced.word;
    let behind = chars.get(announced.list..)?;
    let sentence = behind.get(..behind.iter().position(|c| *c == '。').unwrap_or(behind.len()))?;
    let parts: Vec<&[char]> = sentence.split(|c| matches!(c, '，' | '；' | '、')).collect();
    let names = |part: &&[char]| part.len() > word.len() && (part.ends_with(word) || part.starts_with(word));
    let count = parts.iter().take_while(|part| names(part)).count();
    let (items, rest) = parts.split_at_checked(count).filter(|_| count > 1)?;
    let are_alike = items.iter().all(|item| item.ends_with(word)) || items.iter().all(|item| item.starts_with(word));
    let end = items.iter().map(|item| item.len() + 1).sum::<usize>() - 1;
    // A list that only holds 、 is read by its noun.
    let is_read = !sentence.iter().take(end + 1).any(|c| matches!(c, '，' | '；'));
    let is_named_again = rest.iter().any(|part| part.windows(word.len()).any(|chars| chars == word));
    let is_shared =
        sentence.get(end) == Some(&'、') || items.iter().copied().flatten().any(|c| CONJUNCTION_CHARS.contains(*c));
    let is_sure = count > announced.number || !is_shared;
    (are_alike && !is_read && !is_named_again && is_sure).then_some((count, announced.list + end))
}
