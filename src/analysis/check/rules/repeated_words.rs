//! What is printed twice in a row: characters, words, clauses, entries of a list.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::Chars;
use crate::lexicon::count::DISTRIBUTIVES;
use crate::lexicon::heading::NUMERAL_CHARS;
use crate::lexicon::misprint::{
    BOUNDS_BEHIND, DOUBLED_CHARS, DOUBLED_LEVELS, DOUBLED_STARTS, ENDING_ADVERBS, NEVER_DOUBLED, POSTPOSITIONS,
    REDUPLICATED, REPEATED_STARTS, SMALL_WORDS, STANDING_ALONE, UNIT_LAST_CHARS,
};
use crate::lexicon::office::OFFICE_LAST_CHARS;
use crate::lexicon::punctuation::{CLAUSE_ENDS, LIST_ENDS};
use crate::model::Confidence;
use crate::text::words::{self, Kind, Piece};
use crate::words::Words;
use crate::words::findings::writing;

/// Longest word looked for, in characters.
const LONGEST_WORD: usize = 8;

/// How much less a run of characters costs without one that is surely a stray one, a step of 4 for each doubling, and
/// without one of two that each belong to a word: 医共体体内部 needs more than 关税税率 has.
const SURELY_STRAY: u32 = 80;
const BOTH_WORDS: u32 = 51;

/// How much less it costs without one where the two are a word by themselves, and where a word of [`LONG_WORD`]
/// characters or more begins with the second of them.
const MUCH_LIKELIER: u32 = 62;
const LIKELIER: u32 = 30;
const LONG_WORD: usize = 3;

/// The weight of a word that a character forms with itself: the count 128.
const COMMON: u32 = 28;

/// The weight from which on a character stands alone everywhere: the count 12,000.
const EVERYWHERE: u32 = 54;

/// Characters quoted on each side of a repeated word.
const CONTEXT: usize = 4;

/// Fewest characters of a repeated clause.
const SHORTEST_CLAUSE: usize = 8;

/// How many clauses further on a clause is looked for again.
const CLAUSE_REACH: usize = 4;

/// Fewest characters of a repeated entry of a list.
const SHORTEST_ENTRY: usize = 3;

/// A character or a word printed twice in a row: 监督管理局局, 服务服务.
pub(crate) fn repeated_words(reading: &Reading) -> Vec<FindingDraft> {
    let repeated: Vec<(String, FindingDraft)> = reading.passages.iter().flat_map(words_repeated_in).collect();
    let counts = count_pairs(reading, repeated.iter().map(|(word, _)| word.as_str()));
    repeated.into_iter().filter(|(word, _)| is_word(&counts, word)).map(|(_, draft)| draft).collect()
}

/// How often the plan prints each pair of characters among `words`, and each of them turned round.
fn count_pairs<'a>(reading: &Reading, words: impl Iterator<Item = &'a str>) -> FxHashMap<[char; 2], usize> {
    let mut counts: FxHashMap<[char; 2], usize> = FxHashMap::default();
    for (one, other) in words.filter_map(pair_of) {
        counts.extend([([one, other], 0), ([other, one], 0)]);
    }
    if counts.is_empty() {
        return counts;
    }
    for pair in reading.passages.iter().flat_map(|passage| passage.chars.windows(2)) {
        let pair = <[char; 2]>::try_from(pair).unwrap_or_default();
        if let Some(count) = counts.get_mut(&pair) {
            *count += 1;
        }
    }
    counts
}

/// The two characters of a word of two.
fn pair_of(word: &str) -> Option<(char, char)> {
    let mut chars = word.chars();
    Some((chars.next()?, chars.next()?)).filter(|_| chars.next().is_none())
}

/// Whether a pair of characters that is printed twice is a word, and not the end of one and the start of the next
/// (体育教育教学): then the plan prints it more often than the two turned round.
fn is_word(counts: &FxHashMap<[char; 2], usize>, word: &str) -> bool {
    pair_of(word).is_none_or(|(one, other)| counts.get(&[one, other]) > counts.get(&[other, one]))
}

/// The words that a passage prints twice in a row, the longest first at each position.
fn words_repeated_in(passage: &Passage) -> Vec<(String, FindingDraft)> {
    let chars = &passage.chars;
    let mut repeated = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let is_slip = |length: &usize| is_word_repeated(chars, at, *length) && !are_other_words(chars, at, *length);
        let length = (2..=LONGEST_WORD).rev().find(is_slip);
        let Some(length) = length.or_else(|| is_char_doubled(chars, at).then_some(1)) else {
            at += 1;
            continue;
        };
        let word: String = chars.get(at..at + length).unwrap_or_default().iter().collect();
        let citation = passage.cite(at.saturating_sub(CONTEXT), at + 2 * length + CONTEXT);
        let draft = FindingDraft::new(Confidence::Medium, writing::printed_twice(&word), [citation]);
        repeated.push((word, draft));
        at += 2 * length;
    }
    repeated
}

fn is_word_repeated(chars: &[char], at: usize, length: usize) -> bool {
    let (Some(one), Some(other)) = (chars.get(at..at + length), chars.get(at + length..at + 2 * length)) else {
        return false;
    };
    let is_varied = one.iter().any(|c| Some(c) != one.first());
    // 一步一步, 很多很多: told of one after the other, or with stress.
    let is_stressed = one.first().is_some_and(|c| NUMERAL_CHARS.contains(*c) || REPEATED_STARTS.contains(*c));
    // 互助点每点每年: so much for each of them in each year.
    let is_for_each = one.iter().any(|c| DISTRIBUTIVES.contains(*c));
    one == other && is_varied && !is_stressed && !is_for_each && one.iter().all(|c| is_han(*c))
}

/// Whether a pair of characters that is printed twice is cut otherwise: 髌骨|软骨|软化 and 去年|一年|一些 into three words, or
/// 根据|根据地 into two, of which the second goes on.
fn are_other_words(chars: &[char], at: usize, length: usize) -> bool {
    let word = |from: usize, to: usize| chars.get(from..to).and_then(words::find_chars);
    let is_word = |from: usize, to: usize| word(from, to).is_some();
    let end = at + 2 * length;
    let are_three = at > 0 && is_word(at - 1, at + 1) && is_word(at + 1, end - 1) && is_word(end - 1, end + 1);
    let is_own = || word(at, at + 2).is_some_and(|word| matches!(word.kind, Kind::Verb | Kind::Other));
    let goes_on = || is_own() && word(at + 2, end + 1).is_some_and(|word| word.kind != Kind::Phrase);
    length == 2 && (are_three || goes_on())
}

/// Whether the character at a position is printed twice by a slip: one that never is, one at an end of its clause that
/// forms no word with itself (督查查，), or the first one of a term that it starts (委委员会).
pub(super) fn is_char_doubled(chars: &[char], at: usize) -> bool {
    let Some([one, other]) = chars.get(at..at + 2) else { return false };
    if one != other || !is_han(*one) {
        return false;
    }
    let char_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let (before, behind) = (char_at(at.checked_sub(1)), char_at(Some(at + 2)));
    // A third one makes it neither a word nor a slip of one character, nor does a pair like it: 实实在在, 红红火火.
    let is_pair = |from: Option<usize>| {
        let pair = from.and_then(|from| chars.get(from..from + 2));
        pair.is_some_and(|pair| pair.first() == pair.last() && pair.iter().all(|c| is_han(*c)))
    };
    if before == Some(*one) || behind == Some(*one) || is_pair(at.checked_sub(2)) || is_pair(Some(at + 2)) {
        return false;
    }
    // 95%以以上: what stands behind a number is no particle.
    let is_bound =
        BOUNDS_BEHIND.iter().any(|word| word.chars().eq(chars.iter().skip(at + 1).take(word.chars().count()).copied()));
    if is_bound && before.is_some_and(|c| !is_han(c)) {
        return true;
    }
    if is_reduplicated(chars, at) || is_particle(chars, at) {
        return false;
    }
    if NEVER_DOUBLED.contains(*one) {
        return !DOUBLED_CHARS.iter().any(|word| covers_pair(word, chars, at));
    }
    let is_mark = |c: Option<char>| c.is_some_and(|c| CLAUSE_ENDS.contains(c) || c == '、');
    let (is_first, is_last) = (before.is_none() || is_mark(before), is_mark(behind));
    let forms_word = REDUPLICATED.contains(*one) || is_first && DOUBLED_LEVELS.contains(*one);
    if is_first != is_last && !forms_word && !is_literary(chars, at) {
        return true;
    }
    let starts_term = |(term, joins): (&str, &&str)| {
        let is_at = term.chars().eq(chars.iter().skip(at + 1).take(term.chars().count()).copied());
        is_at && !before.is_some_and(|before| joins.contains(before))
    };
    DOUBLED_STARTS.iter().any(starts_term) || !forms_word && is_one_too_many(chars, at) || is_likelier_once(chars, at)
}

/// Whether two equal characters at an end of their clause paint a picture (春意融融, 声名赫赫): they are in the table as a word,
/// and what remains without one of them is none.
fn is_literary(chars: &[char], at: usize) -> bool {
    let is_word = |from: Option<usize>, to: usize| {
        from.and_then(|from| chars.get(from..to)).is_some_and(|word| words::find_chars(word).is_some())
    };
    let remains =
        || (1..LONG_WORD).any(|more| is_word(at.checked_sub(more), at + 1) || is_word(Some(at + 1), at + 2 + more));
    is_word(Some(at), at + 2) && !remains()
}

/// Whether the first of two equal characters ends what stands before it, or is a small word, and the second begins another
/// one: 打开了|了解, 脚踏实地|地.
fn is_particle(chars: &[char], at: usize) -> bool {
    let Some(c) = chars.get(at) else { return false };
    let word = |from: Option<usize>, to: usize| from.and_then(|from| chars.get(from..to)).and_then(words::find_chars);
    let ends = || word(at.checked_sub(1), at + 1).is_some();
    let begins = || word(Some(at + 1), at + 3).is_some_and(|word| word.weight >= COMMON);
    // 在健康城市建设中|中医药: the first one stands behind a word.
    let stands_behind = || POSTPOSITIONS.contains(*c) && word(at.checked_sub(2), at).is_some();
    stands_behind() && word(Some(at + 1), at + 3).is_some()
        || ENDING_ADVERBS.contains(*c) && ends()
        || SMALL_WORDS.contains(*c) && begins()
}

/// Whether two equal characters are a word of the table (纷纷), part of one (生机勃勃, 绿茵茵), or tell of each one by itself
/// (一桩桩), where what remains without one of them is no longer word.
fn is_reduplicated(chars: &[char], at: usize) -> bool {
    let word = |from: Option<usize>, to: usize| from.and_then(|from| chars.get(from..to)).and_then(words::find_chars);
    let is_counted = at.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'一');
    let is_own = || word(Some(at), at + 2).is_some_and(|word| word.weight >= COMMON);
    let holds_pair = || {
        let starts = (0..3).filter_map(|before| at.checked_sub(before));
        let mut ranges = starts.flat_map(|from| (at + 2..at + 5).map(move |to| (from, to)));
        ranges.any(|(from, to)| to - from >= LONG_WORD && word(Some(from), to).is_some())
    };
    let begins_longer = || (LONG_WORD..=LONGEST_WORD).any(|length| word(Some(at + 1), at + 1 + length).is_some());
    let ends_longer = || (2..LONGEST_WORD).any(|before| word(at.checked_sub(before), at + 1).is_some());
    let is_counted = is_counted && !ends_longer() && word(at.checked_sub(1), at + 3).is_none();
    (is_own() || is_counted) && !begins_longer() && stray_gain(chars, at) < MUCH_LIKELIER || holds_pair()
}

/// Whether two equal characters that are a word by themselves are a slip all the same: what remains without one of them
/// is much likelier (体育公公园), or likelier and a long word, of which one before it holds no part (人人民政府).
fn is_likelier_once(chars: &[char], at: usize) -> bool {
    let is_number = chars.get(at).is_some_and(|c| NUMERAL_CHARS.contains(*c) || DOUBLED_LEVELS.contains(*c));
    let is_word = |from: usize, to: usize| chars.get(from..to).is_some_and(|word| words::find_chars(word).is_some());
    if is_number || !is_word(at, at + 2) {
        return false;
    }
    let pair = |from: usize| chars.get(from..from + 2).and_then(words::find_chars);
    let is_shared = || at.checked_sub(1).and_then(pair).is_some_and(|word| word.weight >= COMMON);
    let begins_long_word = || (LONG_WORD..=LONGEST_WORD).any(|length| is_word(at + 1, at + 1 + length));
    let least = if begins_long_word() && !is_shared() { LIKELIER } else { MUCH_LIKELIER };
    stray_gain(chars, at) >= least
}

/// Whether of two equal characters one ends a word or begins one, and the other belongs to none: 工作作机制, 乡村振振兴.
fn is_one_too_many(chars: &[char], at: usize) -> bool {
    let is_word = |from: Option<usize>, to: usize| {
        from.and_then(|from| chars.get(from..to)).is_some_and(|word| words::find_chars(word).is_some())
    };
    let is_one_of = |list: &Chars| chars.get(at).is_some_and(|c| list.contains(*c));
    // The first of two may be the last one of an office (研究馆馆员), and a number is read digit by digit (十五五).
    let is_affix = is_one_of(&DOUBLED_LEVELS) || is_one_of(&OFFICE_LAST_CHARS) || is_one_of(&UNIT_LAST_CHARS);
    let is_number = is_one_of(&NUMERAL_CHARS);
    let ends = is_word(at.checked_sub(1), at + 1) || is_word(at.checked_sub(2), at + 1);
    let begins = is_word(Some(at + 1), at + 3) || is_word(Some(at + 1), at + 4);
    let is_pair = chars.get(at..at + 2).and_then(words::find_chars).is_some_and(|word| word.weight >= COMMON);
    // A word that holds both is whole: 卒中中心.
    let belongs = is_pair
        || (0..3).any(|before| (at + 2..at + 4).any(|to| before + to > at + 2 && is_word(at.checked_sub(before), to)));
    let is_right = is_number || belongs || is_affix && begins;
    // A long word that ends so, or a level, needs no more telling: 公共场所所, 全市市.
    let ends_surely = || {
        (LONG_WORD..=LONGEST_WORD).any(|length| is_word((at + 1).checked_sub(length), at + 1))
            || is_one_of(&DOUBLED_LEVELS)
    };
    if leaves_stray(chars, at, ends, begins) {
        return false;
    }
    let least = match (ends, begins) {
        (true, true) => BOTH_WORDS,
        (true, false) if ends_surely() => 0,
        (false, false) => u32::MAX,
        _ => SURELY_STRAY,
    };
    !is_right && stray_gain(chars, at) >= least
}

/// Whether a text without one of two equal characters has a character of no word where the other one is, so that each may
/// belong to a compound that the table does not hold: 肉毒|毒素 would leave 肉, 作坊|坊主 would leave 主. Where the table holds
/// both words, the text is whole as it stands: 停车|车位.
fn leaves_stray(chars: &[char], at: usize, ends: bool, begins: bool) -> bool {
    let is_near = |c: &&char| is_han(**c);
    let before: String = {
        let near: Vec<char> = chars.iter().take(at).rev().take_while(is_near).take(LONGEST_WORD).copied().collect();
        near.iter().rev().collect()
    };
    let behind: String = chars.iter().skip(at + 2).take_while(is_near).take(LONGEST_WORD).collect();
    let is_stray = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| {
            let c = piece.text.chars().next().unwrap_or_default();
            let is_common = piece
                .word
                .is_some_and(|word| word.weight >= EVERYWHERE && !matches!(word.kind, Kind::Noun | Kind::Attribute));
            piece.text.chars().count() == 1 && !is_common && !STANDING_ALONE.contains(c)
        })
    };
    // 覆盖面 takes in both sides of a doubled 盖; 停车位 is no commoner than 车位.
    let second = chars.get(at + 1..at + 3).and_then(words::find_chars).map(|word| word.weight);
    let lefts = (1..LONG_WORD).filter_map(|more| chars.get(at.checked_sub(more)?..at));
    let spanning = |left: &[char]| {
        let rights = (at + 3..at + 3 + LONG_WORD).filter_map(|to| chars.get(at + 1..to));
        let words = rights.filter_map(|right| words::find_chars(&[left, right].concat()));
        words.map(|word| word.weight).max()
    };
    let is_spanned = lefts.filter_map(spanning).max().is_some_and(|weight| Some(weight) > second);
    let are_words = |text: &str| words::split(text).iter().all(|piece| piece.text.chars().count() > 1);
    let c = chars.get(at).copied().unwrap_or_default();
    !is_spanned
        && match (ends, begins) {
            (true, true) => are_words(&format!("{before}{c}")) && are_words(&format!("{c}{behind}")),
            (true, false) => is_stray(words::split(&behind).first()),
            (false, true) => is_stray(words::split(&before).last()),
            (false, false) => false,
        }
}

/// How much less the characters around a position cost without the one that stands there.
fn stray_gain(chars: &[char], at: usize) -> u32 {
    let is_near = |c: &&char| is_han(**c);
    let before: Vec<char> = chars.iter().take(at).rev().take_while(is_near).take(LONGEST_WORD).copied().collect();
    let behind: Vec<char> = chars.iter().skip(at + 1).take_while(is_near).take(LONGEST_WORD).copied().collect();
    let without: Vec<char> = before.iter().rev().chain(&behind).copied().collect();
    let stray = chars.iter().skip(at).take(1);
    let with: Vec<char> = before.iter().rev().chain(stray).chain(&behind).copied().collect();
    words::cost_of(&with).saturating_sub(words::cost_of(&without))
}

/// Whether the pair at a position is part of a word of three characters that doubles its first or its last one.
fn covers_pair(word: &str, chars: &[char], at: usize) -> bool {
    let is_at =
        |from: Option<usize>| from.is_some_and(|from| word.chars().eq(chars.iter().skip(from).take(3).copied()));
    is_at(at.checked_sub(1)) || is_at(Some(at))
}

/// Clauses printed again a few clauses on, and entries printed twice in one list.
pub(crate) fn repeated_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let clauses = reading.passages.iter().flat_map(|passage| {
        let clauses = split_at(&passage.chars, |c| CLAUSE_ENDS.contains(c));
        repeated_parts(passage, &clauses, SHORTEST_CLAUSE, CLAUSE_REACH, writing::CLAUSE)
    });
    clauses.chain(reading.passages.iter().flat_map(repeated_entries)).collect()
}

/// The entries that a list names twice.
fn repeated_entries(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let mut drafts = Vec::new();
    for (from, to) in split_at(chars, |c| LIST_ENDS.contains(c)) {
        let entries = split_at(chars.get(from..to).unwrap_or_default(), |c| c == '、');
        let entries: Vec<(usize, usize)> = entries.into_iter().map(|(start, end)| (from + start, from + end)).collect();
        drafts.extend(repeated_parts(passage, &entries, SHORTEST_ENTRY, entries.len(), writing::ENTRY));
    }
    drafts
}

/// Finds parts of at least `shortest` characters that are printed again within the next `reach` parts. Of several parts
/// that are repeated together the first is reported. `noun` says what a part is.
fn repeated_parts(
    passage: &Passage,
    parts: &[(usize, usize)],
    shortest: usize,
    reach: usize,
    noun: Words,
) -> Vec<FindingDraft> {
    let chars_of = |(from, to): (usize, usize)| passage.chars.get(from..to).unwrap_or_default();
    // For each part, the next one with the same characters.
    let mut next: Vec<Option<usize>> = vec![None; parts.len()];
    let mut last: FxHashMap<&[char], usize> = FxHashMap::default();
    for (at, part) in parts.iter().enumerate().rev() {
        if let Some(next) = next.get_mut(at) {
            *next = last.insert(chars_of(*part), at);
        }
    }
    let mut drafts = Vec::new();
    let mut reported: FxHashSet<&[char]> = FxHashSet::default();
    let mut reported_to = 0;
    for (at, one) in parts.iter().enumerate().filter(|(_, (from, to))| to - from >= shortest) {
        let Some((again_at, again)) = next.get(at).copied().flatten().and_then(|next| Some((next, parts.get(next)?)))
        else {
            continue;
        };
        // A short first sentence that heads the paragraph may be taken up as a clause.
        let heads = one.0 == 0 && passage.chars.get(one.1) == Some(&'。') && passage.chars.get(again.1) != Some(&'。');
        if again_at - at > reach || heads {
            continue;
        }
        // What is printed again and again is told once.
        if at < reported_to || reported.contains(chars_of(*one)) || names_year(chars_of((one.1, again.0))) {
            continue;
        }
        let words: String = chars_of(*one).iter().collect();
        let (first, second) = (passage.cite(one.0, one.1), passage.cite(again.0, again.1));
        // Two citations on one line would be the same one, so that the words are quoted from the first to the second.
        let citations = if first == second { vec![passage.cite(one.0, again.1)] } else { vec![first, second] };
        drafts.push(FindingDraft::new(Confidence::Medium, writing::repeated(noun, words), citations));
        reported.insert(chars_of(*one));
        reported_to = again_at;
    }
    drafts
}

/// Whether a year stands between two parts: one year's target may be set for the next in the same words.
fn names_year(chars: &[char]) -> bool {
    chars.windows(2).any(|pair| matches!(pair, [digit, '年'] if digit.is_ascii_digit()))
}

/// Splits characters at some marks, into ranges that leave the marks out.
fn split_at(chars: &[char], is_mark: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| !is_han(**c) && is_mark(**c)) {
        parts.push((from, at));
        from = at + 1;
    }
    parts.push((from, chars.len()));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn words_printed_twice() {
        check(
            repeated_words,
            &[
                ("一、服务\n基本公共卫生服务服务内容扩大。\n", &["[2] 公共卫生服务服务内容扩大"]),
                ("一、服务\n市市场监督管理局局和各部门。\n", &["[2] 监督管理局局和各部门"]),
                ("一、服务\n人人享有健康，达到目的的机构等等，市市场监督管理局局长。\n", &[]),
                ("一、服务\n完善工作作机制，提高覆盖盖面。\n", &["[2] 完善工作作机制，提", "[2] ，提高覆盖盖面。"]),
                ("一、服务\n加强公共场所所控烟，研究馆馆员和“十五五”规划。\n", &["[2] 强公共场所所控烟，研"]),
                ("一、服务\n推动县医共体体内部药品目录互通。\n", &["[2] 动县医共体体内部药品"]),
                ("一、服务\n提高高血压管理率，老年人人数增加，职业病病人。\n", &[]),
                (
                    "一、服务\n建设森林公公园，各县人人民政府。\n",
                    &["[2] 建设森林公公园，各县", "[2] 园，各县人人民政府。"],
                ),
                ("一、服务\n规范肉毒毒素注射，防护髌骨软骨软化，小作坊坊主签订承诺书，增加停车车位，声名赫赫。\n", &[]),
                ("一、服务\n壮大志愿愿者队伍，加强对外交流流。\n", &["[2] 壮大志愿愿者队伍，", "[2] 强对外交流流。"]),
                ("一、服务\n天天走访，人人享有，处处可见，家家户户，年年增长，层层压实，步步推进。\n", &[]),
                ("一、服务\n一个个、一件件，遵循体育教育教学规律，办好教育。\n", &[]),
            ],
        );
    }

    #[test]
    fn clauses_and_entries_printed_twice() {
        check(
            repeated_clauses,
            &[
                (
                    "一、任务\n推进无烟单位创建建设，推进无烟单位创建建设。\n",
                    &["[2] 推进无烟单位创建建设，推进无烟单位创建建设"],
                ),
                ("一、任务\n加强领导，压实责任，加强领导。\n", &[]),
                ("一、任务\n由市教育局、市财政局、市教育局承担。\n", &[]),
                ("一、任务\n要求：市教育局、市财政局、市教育局。\n", &["[2] 市教育局、市财政局、市教育局"]),
            ],
        );
    }
}
