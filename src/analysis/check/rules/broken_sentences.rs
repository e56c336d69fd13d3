//! Clauses that break off: behind 的 and one character that is no word (意外伤害的发。), behind a noun and the first character
//! of the next word (工作平，), before the last character of a phrase (均衡布，) or of what is raised (提升群众获得。), behind a
//! conjunction, a year, a comparison or a verb of reaching without a value, in an adverb behind what is measured.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::Chars;
use crate::lexicon::heading::COUNTING_NUMERALS;
use crate::lexicon::misprint::{
    ABSTRACT_NOUNS, AFTER_ABSTRACT, AIMS, ASKING_FOR_MORE, BEFORE_VERBS, BOUND_NOUNS, BUILT_NOUNS, CUT_ADVERBS,
    ENDING_WORDS, ENDINGS_OF_NAMES, FURTHER_NOUNS_OF_ONE, GROUPS_AND_PLACES, MANNERS_OF_REACHING, NEEDING_OBJECTS,
    NEVER_LAST, NO_OFFICES, NOUNS_OF_ONE, OFFICES_OF_NOUNS, OPTIONAL_ENDS, QUALITY_ENDS, RAISING_VERBS, REACHING_VERBS,
    SET_OPENINGS, SURE_NOUNS, VERBS_OF_ONE, WHOLE_BODIES, WORK_OF_DEVICES,
};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::target::{MEASURED_ENDINGS, METRIC_CLOSERS, PLEDGES};
use crate::lexicon::unit::MEASURES;
use crate::lexicon::value::{AT_LEAST, AT_MOST, COMES_TO};
use crate::model::Confidence;
use crate::text::words::{self, Kind, Prefix, Word, phrases};
use crate::words::Sentence;
use crate::words::findings::writing;

/// Characters before the end of a clause that are looked at, and quoted.
const REACH: usize = 12;

/// How many characters at the end of a clause are looked at; no phrase of the table is as long.
const LONGEST_PHRASE: usize = 24;

/// Fewest characters left of a phrase that breaks off, and of one whose last character may end a clause as well.
const SHORT_PHRASE: usize = 3;
const LONG_PHRASE: usize = 5;

/// The weight from which on a character stands alone everywhere: the count 12,000.
const STANDING_ALONE: u32 = 54;

/// The weight of the terms of the plans' own fields, which the list gives the count 2,000.
const FIELD_TERM: u32 = 44;

/// Characters of a word that stands for a quality with one more: 获得 of 获得感.
const QUALITY: usize = 2;

/// Most characters of a unit before 以.
const LONGEST_UNIT: usize = 3;

/// How many digits the number of a year has.
const YEAR: usize = 4;

/// The most characters of a clause that is all year: 力争到2030年底.
const LONGEST_YEAR: usize = 12;

/// The most characters of a clause that is a slogan: 责有人负, 小病不出村.
const LONGEST_SLOGAN: usize = 5;

/// Characters with which a clause may end behind a word.
const MAY_END: [&Chars; 8] = [
    &AFTER_ABSTRACT,
    &NOUNS_OF_ONE,
    &FURTHER_NOUNS_OF_ONE,
    &VERBS_OF_ONE,
    &ENDINGS_OF_NAMES,
    &GROUPS_AND_PLACES,
    &NEVER_LAST,
    &COUNTING_NUMERALS,
];

/// The clauses of the body text that break off.
pub(crate) fn broken_clauses(reading: &Reading) -> Vec<FindingDraft> {
    let texts = || reading.passages.iter().filter(|passage| !passage.is_title());
    let others = texts().flat_map(without_verb).chain(texts().filter_map(left_open));
    texts().flat_map(in_passage).chain(others).collect()
}

/// A text that ends without a mark behind a word that asks for another one: 将考核结果作为.
fn left_open(passage: &Passage) -> Option<FindingDraft> {
    let n_chars = passage.chars.len();
    let last = ASKING_FOR_MORE.suffix_of(passage.text).filter(|_| n_chars > LONGEST_PHRASE)?;
    let has_marks = passage.chars.iter().any(|c| CLAUSE_ENDS.contains(*c));
    has_marks.then(|| {
        let what = writing::unfinished_at(last);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(n_chars.saturating_sub(REACH), n_chars)])
    })
}

/// Places where a word stands that needs a verb behind it, and a noun begins a clause that holds no verb: 为进一步基层服务能力，.
fn without_verb(passage: &Passage) -> Vec<FindingDraft> {
    let found = BEFORE_VERBS.iter().flat_map(|word| passage.text.match_indices(word)).filter_map(|(at, word)| {
        let rest = passage.text.get(at + word.len()..)?.chars().take_while(|c| is_han(*c)).take(REACH);
        let rest: String = rest.collect();
        let pieces = words::split(&rest);
        let is_of_name = |word: Word| matches!(word.kind, Kind::Noun | Kind::VerbalNoun | Kind::Phrase);
        let first = pieces.first().filter(|piece| SURE_NOUNS.contains(piece.text))?;
        let is_lacking = pieces.iter().all(|piece| piece.word.is_some_and(is_of_name));
        let from = passage.text.get(..at)?.chars().count();
        let what = writing::breaks_off(format!("{word}{}", first.text));
        let end = from + word.chars().count() + rest.chars().count();
        is_lacking.then(|| FindingDraft::new(Confidence::Medium, what, [passage.cite(from.saturating_sub(1), end)]))
    });
    found.collect()
}

fn in_passage(passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let ends = (1..chars.len()).filter(|at| chars.get(*at).is_some_and(|c| CLAUSE_ENDS.contains(*c)));
    let broken = ends.filter_map(|end| {
        let from = end.saturating_sub(REACH);
        let before = chars.get(from..end)?;
        let start = before.iter().rposition(|c| !is_han(*c)).map_or(0, |at| at + 1);
        let clause: String = before.get(start..)?.iter().collect();
        let is_sentence = chars.get(end) == Some(&'。');
        // 人员通、信息通、资源通 end alike on purpose.
        let item_before = before.get(..start).and_then(|before| before.strip_suffix(&['、']));
        let is_alike = item_before.is_some_and(|item| item.last() == before.last());
        let what = what_breaks_off(&clause, is_sentence).filter(|_| !is_alike);
        let without_value = || lacks_value(chars.get(..end)?, &clause).then(|| (from + start, writing::no_value()));
        if lacks_side(chars.get(..end)?) {
            let start = before.iter().rposition(|c| CLAUSE_ENDS.contains(*c)).map_or(from, |at| from + at + 1);
            let citation = passage.cite(start, end + 1);
            return Some(FindingDraft::new(Confidence::Medium, writing::unfinished_at('以'), [citation]));
        }
        let of_year = || only_year(chars.get(..end)?).or_else(without_value);
        let (start, what) = what
            .map(|what| (from + start, what))
            .or_else(|| Some(()).filter(|()| is_sentence).and_then(|()| of_year()))?;
        Some(FindingDraft::new(Confidence::Medium, what, [passage.cite(start, end + 1)]))
    });
    broken.collect()
}

/// Says how a clause breaks off; `None` for a whole one. `clause` are the last Chinese characters of it, without a mark.
fn what_breaks_off(clause: &str, is_sentence: bool) -> Option<Sentence> {
    let last = clause.chars().next_back()?;
    let stem = clause.strip_suffix(last)?;
    if stem.ends_with('的') && !stem.ends_with("目的") && !NOUNS_OF_ONE.contains(last) && !SET_OPENINGS.contains(clause)
    {
        return Some(writing::breaks_off(format!("的{last}")));
    }
    // 预防控制 ends in a word of its own, although it holds 防控.
    let is_own_word = ABSTRACT_NOUNS.ends(clause) || WHOLE_BODIES.ends(clause);
    if let Some(noun) = ABSTRACT_NOUNS.suffix_of(stem).filter(|_| !is_own_word) {
        let is_office = last == '局' && (!NO_OFFICES.contains(noun) || OFFICES_OF_NOUNS.ends(stem));
        let is_device = last == '机' && WORK_OF_DEVICES.ends(stem);
        let is_stray = last == '局' && !is_office || !AFTER_ABSTRACT.contains(last) && !is_device;
        // A character that is printed twice is told by the rule on repeated words.
        if is_stray && !NEVER_LAST.contains(last) && !stem.ends_with(last) && !ends_in_word(clause, noun) {
            return Some(writing::cut_word(format!("{noun}{last}")));
        }
    }
    // 队伍建，: a verb of one character behind what it is done to, and nothing behind it.
    if let Some(noun) = BUILT_NOUNS.suffix_of(stem).filter(|_| last == '建') {
        return Some(writing::cut_word(format!("{noun}{last}")));
    }
    if let Some(phrase) = cut_phrase(clause, is_sentence).filter(|_| !is_own_word) {
        return Some(writing::unfinished_phrase(phrase));
    }
    if let Some(phrase) = phrases::without_last_char(clause).filter(|_| !stem.ends_with(last)) {
        return Some(writing::unfinished_phrase(phrase));
    }
    if let Some(words) = stray_last(clause) {
        return Some(writing::cut_word(words));
    }
    if let Some(word) = lacks_object(clause).filter(|_| is_sentence) {
        return Some(writing::unfinished_at(word));
    }
    // 植被 is a word that ends as no sentence does.
    let is_word = || words::split(clause).last().is_some_and(|piece| piece.text.chars().count() > 1);
    let is_left_open = || {
        NEVER_LAST.contains(last) && !ENDING_WORDS.ends(clause) && !is_word()
            || clause.ends_with("以及")
            // 以人民为 lacks what the people are taken for.
            || last == '为' && stem.contains('以') && !is_word()
    };
    if is_sentence && is_left_open() {
        return Some(writing::unfinished_at(last));
    }
    // 满意度持 lacks what it goes on to do.
    let is_measured = MEASURED_ENDINGS.ends(stem) || stem.ends_with(['度', '率']);
    if is_sentence && is_measured && CUT_ADVERBS.contains(last) && !is_word() {
        return Some(writing::unfinished_at(last));
    }
    if let Some(quality) = cut_quality(clause).filter(|_| is_sentence) {
        return Some(writing::unfinished_phrase(quality));
    }
    // 补贴标准提高到每人每月 lacks the sum.
    let rate =
        before_rate(clause).filter(|rest| COMES_TO.ends(rest) || REACHING_VERBS.ends(rest) || rest.ends_with('为'));
    if rate.is_some_and(|_| is_sentence) {
        return Some(writing::no_value());
    }
    let reached = || ["超过", "达"].iter().find_map(|verb| clause.strip_suffix(verb));
    // What is said of any thing may have no value behind 达到, and none has 不少于 without one.
    let is_comparison =
        AT_LEAST.suffix_of(clause).or_else(|| AT_MOST.suffix_of(clause)).is_some_and(|word| word.starts_with('不'));
    let before = REACHING_VERBS.strip_suffix(clause).or_else(reached).filter(|_| is_sentence || is_comparison)?;
    let metric = METRIC_CLOSERS.strip_suffix(before).unwrap_or(before);
    (is_comparison || MEASURED_ENDINGS.ends(metric)).then(writing::no_value)
}

/// A word and one character behind it with which no clause ends, as the rest of the last word is missing: 由产权单位负. What is
/// no word of the list may be a name, a noun may be joined to any other, and a slogan (责有人负) ends as it likes.
fn stray_last(clause: &str) -> Option<String> {
    let pieces = words::split(clause);
    let [.., before, last] = pieces.as_slice() else { return None };
    let is_noun = last.word.is_some_and(|word| word.kind == Kind::Noun);
    let mut chars = last.text.chars();
    let last = chars.next().filter(|c| chars.next().is_none() && (!is_noun || BOUND_NOUNS.contains(*c)))?;
    let is_known = before.word.is_some() && before.text.chars().count() > 1 && !before.text.ends_with(last);
    // 有效应|对 is 有效|应对: the last two characters are a word in another cut.
    let two_last = clause.char_indices().nth_back(1).and_then(|(at, _)| clause.get(at..))?;
    let is_word = words::find(two_last).is_some() || WHOLE_BODIES.ends(clause) || REACHING_VERBS.ends(clause);
    let is_stray = is_known && !is_word && !MAY_END.iter().any(|set| set.contains(last));
    (is_stray && clause.chars().count() > LONGEST_SLOGAN).then(|| format!("{}{last}", before.text))
}

/// The last word of a clause, if it is one that needs an object or a verb behind it: 将爱国卫生工作纳入, 口岸卫生检疫，严防.
fn lacks_object(clause: &str) -> Option<&str> {
    let last = words::split(clause).pop()?.text;
    // 积极作为 is whole, 将考核结果作为 is not.
    let is_taken = || last == "作为" && clause.contains(['将', '把']);
    (NEEDING_OBJECTS.contains(last) || is_taken()).then_some(last)
}

/// Whether a text ends in a number with its unit and 以, which needs 上, 下 or 内: 达到95%以, 床位300张以.
fn lacks_side(chars: &[char]) -> bool {
    let Some(measured) = chars.strip_suffix(&['以']) else { return false };
    let unit: String = {
        let n_chars = measured.iter().rev().take(LONGEST_UNIT).take_while(|c| is_han(**c)).count();
        measured.iter().skip(measured.len() - n_chars).collect()
    };
    let number = measured.get(..measured.len() - unit.chars().count()).and_then(<[char]>::last);
    let is_measured = unit.is_empty() || MEASURES.contains(&unit);
    is_measured && number.is_some_and(|c| c.is_ascii_digit() || matches!(c, '%' | '％' | '‰'))
}

/// Whether a sentence names the year by which something is to come to a value, and ends where the value must stand: 到2028年，
/// 分级评价平均级别达到。 What is aimed at may be reached without one.
fn lacks_value(sentence: &[char], clause: &str) -> bool {
    let start = sentence.iter().rposition(|c| matches!(c, '。' | '；' | '：')).map_or(0, |at| at + 1);
    let sentence = sentence.get(start..).unwrap_or_default();
    let is_year = |years: &[char]| match years {
        [to, digits @ .., '年'] => matches!(to, '到' | '至') && digits.iter().all(char::is_ascii_digit),
        _ => false,
    };
    let is_for_year = sentence.windows(YEAR + 2).any(is_year);
    let before = REACHING_VERBS.strip_suffix(clause).filter(|before| !before.is_empty());
    let is_reached = |before: &str| METRIC_CLOSERS.ends(before) || MANNERS_OF_REACHING.ends(before);
    is_for_year && before.is_some_and(|before| !is_reached(before) && !AIMS.is_in(before))
}

/// Where the last clause of a text begins and what is wrong with it, if it is a year by which something is to be done, and
/// nothing else: 力争到2028年.
fn only_year(chars: &[char]) -> Option<(usize, Sentence)> {
    let start = chars.iter().rposition(|c| CLAUSE_ENDS.contains(*c)).map_or(0, |at| at + 1);
    let clause: String = chars.get(start..).filter(|clause| clause.len() <= LONGEST_YEAR)?.iter().collect();
    let year = PLEDGES.strip_prefix(&clause)?.strip_prefix(['到', '至'])?;
    let year = year.trim_end_matches(['底', '末', '年']);
    (year.len() == 4 && year.chars().all(|c| c.is_ascii_digit())).then(|| (start, writing::only_year()))
}

/// The word for a quality whose last character is missing at the end of a clause that says what is raised: 提升群众获得 for
/// 获得感. A verb alone is nothing that can be raised.
fn cut_quality(clause: &str) -> Option<String> {
    let last = words::split(clause).pop()?;
    let is_quality = last.text.chars().count() == QUALITY && last.word.is_some_and(|word| word.kind == Kind::Verb);
    let raised = RAISING_VERBS.iter().find_map(|verb| clause.rsplit_once(verb)).filter(|_| is_quality)?.1;
    let owners = words::split(raised.strip_suffix(last.text)?);
    let are_nouns = owners.iter().all(|piece| piece.word.is_some_and(|word| word.kind == Kind::Noun));
    let ends = QUALITY_ENDS.iter().filter(|_| are_nouns);
    let mut qualities = ends.flat_map(str::chars).map(|end| format!("{}{end}", last.text));
    qualities.find(|quality| words::find(quality).is_some_and(|word| word.weight >= FIELD_TERM))
}

/// Whether the last character of a clause belongs to a word with what stands before it: 安全感 as a whole, or its last two
/// characters where the noun begins within a word before them, as in 社工|作用.
fn ends_in_word(clause: &str, noun: &str) -> bool {
    let is_word = |text: &str| words::find(text).is_some();
    let starts: Vec<usize> = clause.char_indices().map(|(at, _)| at).collect();
    let last_two = starts.len().checked_sub(2).and_then(|at| clause.split_at_checked(*starts.get(at)?));
    let behind_word = |(before, last): (&str, &str)| {
        let is_before = starts.iter().any(|at| before.get(*at..).is_some_and(|word| word.len() > 3 && is_word(word)));
        is_word(last) && is_before
    };
    let whole = clause.len().checked_sub(noun.len() + 3).and_then(|from| clause.get(from..));
    whole.is_some_and(is_word) || last_two.is_some_and(behind_word)
}

/// What stands before 每人每月 and its like at the end of a clause: two words for what a sum is paid for, or more.
fn before_rate(clause: &str) -> Option<&str> {
    let mut rest = clause;
    let mut n_words = 0;
    while let Some((before, _)) = rest.rsplit_once('每').filter(|(_, word)| (1..=2).contains(&word.chars().count())) {
        rest = before;
        n_words += 1;
    }
    (n_words > 1).then_some(rest)
}

/// The phrase whose last character is missing at the end of a clause, where its last word has one character left: 均衡布局.
/// A term of the plans' fields is told from three characters on at the end of a sentence, if it leaves no name of a group or
/// a place: 基础设 for 基础设施, and not 应急队.
fn cut_phrase(clause: &str, is_sentence: bool) -> Option<String> {
    let tail = clause.char_indices().rev().nth(LONGEST_PHRASE).and_then(|(at, _)| clause.get(at..)).unwrap_or(clause);
    let pieces = words::split(tail);
    let last = pieces.last()?.text.chars().next()?;
    let may_end = AFTER_ABSTRACT.contains(last) || NOUNS_OF_ONE.contains(last) || NEVER_LAST.contains(last);
    // 走, 说, 重 and 半 stand alone everywhere, and end a clause as they are.
    let is_common = words::find_chars(&[last]).is_some_and(|word| word.weight >= STANDING_ALONE);
    let shortest = if may_end || is_common { LONG_PHRASE } else { SHORT_PHRASE };
    if pieces.last()?.text.chars().count() > 1 {
        return None;
    }
    let is_cut = is_sentence && !GROUPS_AND_PLACES.contains(last);
    let tails = (0..pieces.len().saturating_sub(1)).filter_map(|from| pieces.get(from..));
    let phrases = tails.filter_map(|tail| {
        let tail: String = tail.iter().map(|piece| piece.text).collect();
        let length = tail.chars().count();
        let read = tail.chars().try_fold(Prefix::EMPTY, Prefix::then).filter(|_| length >= SHORT_PHRASE)?;
        let is_end = |(c, longer): &(char, Prefix)| {
            let is_field_term = |word: Word| is_cut && word.weight >= FIELD_TERM;
            longer.word().is_some_and(|word| length >= shortest || is_field_term(word)) && !OPTIONAL_ENDS.contains(*c)
        };
        let end = read.longer(usize::MAX).find(is_end).filter(|_| read.word().is_none());
        end.map(|(c, _)| format!("{tail}{c}"))
    });
    phrases.max_by_key(String::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn clauses_that_break_off() {
        check(
            broken_clauses,
            &[
                ("一、任务\n减少水旱灾害的损。建设信息平台。\n", &["[2] 减少水旱灾害的损。"]),
                (
                    "一、任务\n健全工作机，加快形成现代水网体系局。\n",
                    &["[2] 健全工作机，", "[2] 加快形成现代水网体系局。"],
                ),
                ("一、任务\n到2030年，供水普及率达到。加强城市和。\n", &["[2] 供水普及率达到。", "[2] 加强城市和。"]),
                ("一、任务\n推动优质资源均衡布。促进分级诊，\n", &["[2] 推动优质资源均衡布。", "[2] 促进分级诊，"]),
                ("一、任务\n恢复湖滨植被。加强城市绿化和。\n", &["[2] 加强城市绿化和。"]),
                (
                    "一、任务\n补偿标准提高至每亩每年。护理补贴调整为每床每月。\n",
                    &["[2] 补偿标准提高至每亩每年。", "[2] 护理补贴调整为每床每月。"],
                ),
                ("一、任务\n价格为元每人每月。配备后装治疗机、供水机。送到每村每户。\n", &[]),
                (
                    "一、任务\n服务满意度持。居民健康素养水平逐。参保率稳，满意度持续提升，参保率更高。\n",
                    &["[2] 服务满意度持。", "[2] 居民健康素养水平逐。"],
                ),
                (
                    "一、任务\n减少拍片，到2028年，电子病历分级评价平均级别达到。到2028年，用水总量不超过。\n",
                    &["[2] 病历分级评价平均级别达到。", "[2] 用水总量不超过。"],
                ),
                ("一、任务\n规模以上企业占比达。规划目标全部到达。\n", &["[2] 规模以上企业占比达。"]),
                (
                    "一、任务\n签约率达到75%以，床位达到300张以。参保率稳定在95%以上，以奖代补。\n",
                    &["[2] 签约率达到75%以，", "[2] 床位达到300张以。"],
                ),
                ("一、任务\n到2028年，规划目标如期达到。力争到2030年，各项指标全面达到。\n", &[]),
                ("一、任务\n推动社会办，落实到项目前，加强培训中。\n", &[]),
                ("一、任务\n满足不同的人，建好管理局，做好工作的是，实现目标已达到。引导群众参与。\n", &[]),
            ],
        );
    }
}
