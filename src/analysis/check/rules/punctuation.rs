//! Punctuation and small words: marks without their pair, two marks in a row, foreign words left over, a word too few
//! or too many, an end in mid-sentence.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::Words;
use crate::lexicon::heading::ONE_TO_TEN;
use crate::lexicon::misprint::{AFTER_DENG, AFTER_PEOPLE, CUT_COMPARATORS, FOREIGN_WORDS, PEOPLE_CHARS};
use crate::lexicon::punctuation::{CLAUSE_ENDS, LIST_SEPARATORS, SINGLE_MARKS, TEXT_ENDS};
use crate::model::{Confidence, Kind};
use crate::text::words;
use crate::words::findings::writing;
use crate::words::{Sentence, Words as Said};

/// Marks that come in pairs: those that open, those that close, of any width, and what they are called.
const PAIRS: &[(&[char], &[char], Said)] = &[
    (&['（', '('], &['）', ')'], writing::BRACKETS),
    (&['《'], &['》'], writing::TITLE_MARKS),
    (&['“'], &['”'], writing::QUOTATION_MARKS),
];

/// Fewest characters of a text that must end with a mark.
const SHORTEST_SENTENCE: usize = 16;

/// Characters quoted on each side of a fault.
const CONTEXT: usize = 10;

/// Brackets, title marks and quotation marks without the other of their pair.
pub(crate) fn unpaired_marks(reading: &Reading) -> Vec<FindingDraft> {
    let broken: Vec<bool> = PAIRS.iter().map(|pair| is_paired_over_lines(reading, pair)).collect();
    let in_passage = |passage: &Passage| {
        let pairs = PAIRS.iter().zip(&broken).filter(|(_, is_broken)| !**is_broken || passage.node.kind != Kind::Front);
        pairs.filter_map(|(pair, _)| first_unpaired(passage, pair)).collect::<Vec<_>>()
    };
    reading.passages.iter().flat_map(in_passage).collect()
}

/// Whether the marks of a pair on cover and letter, whose lines may break within a title, match over all their lines.
fn is_paired_over_lines(reading: &Reading, (opens, closes, _): &(&[char], &[char], Said)) -> bool {
    let front = reading.passages.iter().filter(|passage| passage.node.kind == Kind::Front && !passage.is_title());
    let chars = || front.clone().flat_map(|passage| &passage.chars);
    chars().filter(|c| opens.contains(c)).count() == chars().filter(|c| closes.contains(c)).count()
}

/// The first mark of a text that closes what was not opened, else the first that is never closed.
fn first_unpaired(passage: &Passage, (opens, closes, name): &(&[char], &[char], Said)) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let mut open: Vec<usize> = Vec::new();
    let mut unopened = None;
    for (at, c) in chars.iter().enumerate() {
        if opens.contains(c) {
            open.push(at);
        } else if closes.contains(c) && open.pop().is_none() && !ends_entry_number(chars, at) {
            unopened = unopened.or(Some(at));
        }
    }
    let at = unopened.or_else(|| open.first().copied())?;
    Some(FindingDraft::new(Confidence::Medium, writing::unpaired(name), [cite_around(passage, at, at + 1)]))
}

/// Whether a closing bracket ends the number of an entry: 1)
fn ends_entry_number(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    before.is_some_and(|c| c.is_ascii_digit() || ONE_TO_TEN.contains(*c))
}

/// Two marks in a row, a foreign word among Chinese ones, a word too few or too many.
pub(crate) fn misplaced_marks(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage: &Passage| {
        let fault = |at| FAULTS.iter().find_map(|find| find(&passage.chars, at)).map(|fault| (at, fault));
        let faults = (0..passage.chars.len()).filter_map(fault);
        let drafts = faults.map(|(at, (length, what))| {
            FindingDraft::new(Confidence::Medium, what, [cite_around(passage, at, at + length)])
        });
        drafts.collect::<Vec<_>>()
    };
    reading.passages.iter().flat_map(in_passage).collect()
}

/// A fault at a position: its length in characters, and a sentence about it.
type Fault = Option<(usize, Sentence)>;

/// What is looked for at each position of a text; the first fault counts.
const FAULTS: [fn(&[char], usize) -> Fault; 4] = [adjacent_marks, foreign_word, missing_word, superfluous_word];

fn adjacent_marks(chars: &[char], at: usize) -> Fault {
    let pair = chars.get(at..at + 2).filter(|pair| !is_han(pair[0]))?;
    // 3..8: two points in one number.
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    if *pair == ['.', '.'] && is_digit(at.checked_sub(1)) && is_digit(Some(at + 2)) {
        return Some((2, writing::adjacent_marks(String::from_iter(pair))));
    }
    let are_single = pair.iter().all(|c| SINGLE_MARKS.contains(*c)) && !(pair[0] == '％' && pair[1] != '％');
    // 85%%以上.
    if *pair == ['%', '%'] {
        return Some((2, writing::adjacent_marks(String::from_iter(pair))));
    }
    let dangles = match pair {
        ['（' | '(', mark] => *mark == '、' || CLAUSE_ENDS.contains(*mark),
        [mark, '）' | ')'] => LIST_SEPARATORS.contains(*mark),
        _ => false,
    };
    (are_single || dangles).then(|| (2, writing::adjacent_marks(pair.iter().collect::<String>())))
}

/// An English word between Chinese characters or blanks.
fn foreign_word(chars: &[char], at: usize) -> Fault {
    let is_latin = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphabetic);
    if is_latin(at.checked_sub(1)) || !is_latin(Some(at)) {
        return None;
    }
    let word: String = chars.iter().skip(at).take_while(|c| c.is_ascii_alphabetic()).collect();
    let is_boundary = |at: Option<usize>| {
        let other = at.and_then(|at| chars.get(at)).copied();
        other.is_some_and(is_han) || other == Some(' ')
    };
    let is_enclosed = is_boundary(at.checked_sub(1)) && is_boundary(Some(at + word.len()));
    (is_enclosed && FOREIGN_WORDS.contains(&word)).then(|| (word.len(), writing::foreign_word(&word)))
}

/// A word is missing: 不少93%, 2022年2030年.
fn missing_word(chars: &[char], at: usize) -> Fault {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let begins_with = |word: &str| {
        let mut rest = chars.iter().skip(at);
        word.chars().all(|c| rest.next() == Some(&c))
    };
    let mut incomplete = CUT_COMPARATORS.iter();
    if let Some((word, lacking)) = incomplete.find(|(word, _)| begins_with(word) && is_digit(at + word.chars().count()))
    {
        return Some((4, writing::char_missing(word, lacking)));
    }
    let is_year = |from: usize| (from..from + 4).all(is_digit) && chars.get(from + 4) == Some(&'年');
    let begins_number = !at.checked_sub(1).is_some_and(is_digit);
    (begins_number && is_year(at) && is_year(at + 5)).then(|| (10, writing::no_and_between_years()))
}

/// A mark or a word too many: 、等, 与和.
fn superfluous_word(chars: &[char], at: usize) -> Fault {
    let char_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().unwrap_or_default();
    match (char_at(Some(at)), char_at(Some(at + 1))) {
        ('、', '等') if !AFTER_DENG.contains(char_at(Some(at + 2))) => Some((2, writing::mark_before_deng())),
        ('与', '和') if char_at(at.checked_sub(1)) != '参' && !begins_word(chars, at + 1) => {
            Some((2, writing::two_ands()))
        }
        (person, '率') if PEOPLE_CHARS.contains(person) && !begins_any(chars, at + 1, &AFTER_PEOPLE) => {
            Some((2, writing::no_word(format!("{person}率"))))
        }
        _ => None,
    }
}

/// Whether a word of two characters begins at a position: 和谐, 和平.
fn begins_word(chars: &[char], at: usize) -> bool {
    chars.get(at..at + 2).is_some_and(|pair| words::find_chars(pair).is_some())
}

/// Whether one of the words stands at a position.
fn begins_any(chars: &[char], at: usize, words: &Words) -> bool {
    words.iter().any(|word| word.chars().eq(chars.iter().skip(at).take(word.chars().count()).copied()))
}

/// The last text of the plan, attachments apart, where it ends in mid-sentence.
pub(crate) fn unfinished_end(reading: &Reading) -> Vec<FindingDraft> {
    let is_body = |passage: &&Passage| !passage.is_title() && !is_within_attachment(reading, passage);
    let is_unfinished = |passage: &&Passage| {
        let text = passage.text.trim_end();
        // A clause may be made from the cells of a table, or stand on a line of its own.
        let is_clause = passage.node.responsible.iter().any(|clause| clause.raw == passage.text);
        !is_clause
            && text.chars().count() >= SHORTEST_SENTENCE
            && !text.ends_with(|c| TEXT_ENDS.contains(c))
            && text.contains(['，', '。'])
    };
    let draft = |passage: &Passage| {
        let end = passage.text.chars().count();
        let citation = passage.cite(end.saturating_sub(2 * CONTEXT), end);
        FindingDraft::new(Confidence::Medium, writing::unfinished_text(), [citation])
    };
    reading.passages.iter().rfind(is_body).filter(is_unfinished).map(draft).into_iter().collect()
}

fn is_within_attachment(reading: &Reading, passage: &Passage) -> bool {
    let top = passage.node.id.split('.').next().unwrap_or_default();
    reading.plan.node(top).is_some_and(|node| node.kind == Kind::Attachment)
}

/// Cites the characters `from..to` with some on each side.
fn cite_around(passage: &Passage, from: usize, to: usize) -> Citation {
    passage.cite(from.saturating_sub(CONTEXT), to + CONTEXT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn marks_without_their_pair() {
        check(
            unpaired_marks,
            &[
                ("一、依据\n制定《东川规划）》（以下简称《规划》）。\n", &["[2] 制定《东川规划）》（以下简称《规划》"]),
                ("一、依据\n落实“三医联动改革。\n", &["[2] 落实“三医联动改革。"]),
                ("一、依据\n1）做好（县（市、区））工作，“互联网+”《甲》。\n", &[]),
            ],
        );
    }

    #[test]
    fn an_end_in_mid_sentence() {
        check(
            unfinished_end,
            &[
                (
                    "一、任务\n加强领导，压实各方责任，广泛凝聚社会共识，提高\n",
                    &["[2] 导，压实各方责任，广泛凝聚社会共识，提高"],
                ),
                ("一、任务\n加强领导，压实各方责任，广泛凝聚社会共识。\n", &[]),
            ],
        );
    }

    #[test]
    fn adjacent_marks_and_small_words() {
        check(
            misplaced_marks,
            &[
                ("一、任务\n加强领导，。压实责任。\n", &["[2] 加强领导，。压实责任。"]),
                ("一、任务\n健康监测管理 etc 能力建设，接入APP。\n", &["[2] 健康监测管理etc能力建设，接入APP"]),
                ("一、任务\n加强领导……压实责任。接种率100％。\n", &[]),
                ("一、任务\n加强领导，压实各方责任，达标率不少93%。\n", &["[2] 压实各方责任，达标率不少93%。"]),
                (
                    "一、任务\n到2027年2030年，完善教育、卫生、等部门的培训与和演练。\n",
                    &[
                        "[2] 到2027年2030年，完善教育、卫生、等",
                        "[2] 0年，完善教育、卫生、等部门的培训与和演练。",
                        "[2] 、卫生、等部门的培训与和演练。",
                    ],
                ),
                ("一、任务\n完善教育、等级评审，不少于93%的家庭参与和支持，2027年、2030年开展。\n", &[]),
            ],
        );
    }
}
