//! What only the last part of a list prints and holds for the parts before it: 患者随访率 of 冠心病、脑卒中患者随访率.
//!
//! It begins behind that word of the last part which is the counterpart of the other part: a disease of a disease, people of
//! people, a place of a place, otherwise as many characters or words.

use crate::analysis::targets::target::list::level::level_tail;
use crate::analysis::targets::target::list::parts::{SHORTEST_SHARED_END, behind_bracket, counts, is_name};
use crate::analysis::targets::target::metric::{ends_as_measure, is_measure};
use crate::lexicon::Words;
use crate::lexicon::metric::{EACH_WORDS, GROWTH_ENDINGS, MEASURED_OPENINGS, RATED_PEOPLE};
use crate::lexicon::parallel::{
    COUNTED_KINDS, DISEASES, HOUSES, KIND_ENDINGS, MONEYS, PARALLEL_SUBJECTS, PARTS_OF_WHOLE, POLLUTANTS, PROFESSIONS,
    SHARED_NOUNS, WAYS_OF_MEASURES,
};
use crate::lexicon::target::RATE_STEMS;
use crate::lexicon::value::BOUNDS;
use crate::text::words::{self, Kind, Piece};

/// What the last part of a list prints for a part before it: 患者规范管理率 for 高血压 in 高血压、2型糖尿病患者规范管理率.
/// `None` for a part that is whole.
pub(super) fn tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let grows = GROWTH_ENDINGS.ends(last) && !GROWTH_ENDINGS.ends(part);
    if ends_as_measure(part) && !POLLUTANTS.ends(part) {
        // 门诊费用、住院费用增幅 are two growths.
        let behind_share = || last.split_once('率').map(|(_, rest)| rest).filter(|_| part.ends_with('率'));
        // 住院费用、门诊费用直接结算率 are two rates of money.
        let is_money = MONEYS.ends(part) && last.ends_with('率');
        let of_money = || behind_shared_end(part, last).filter(|_| is_money);
        return if grows { behind_shared_end(part, last).or_else(behind_share) } else { of_money() };
    }
    // 日间手术病种、术式 are two kinds.
    if COUNTED_KINDS.ends(part) {
        return None;
    }
    sure_tail(part, last).or_else(|| last.get(behind_like_length(part, last)?..).map(without_repeated))
}

/// The tail behind a counterpart that words tell, or a first word that is as long as the part.
pub(super) fn sure_tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let is_as_long = |end: &usize| last.get(..*end).is_some_and(|word| length(word) == length(part));
    if let Some(tail) = level_tail(part, last) {
        return Some(tail);
    }
    let is_whole = |end: &usize| !(breaks_phrase(last, *end) || ends_as_noun(part) && closes_as_act(last, *end));
    let first_word = || word_ends(last).first().copied().filter(|end| is_as_long(end) && is_whole(end));
    let end = || {
        behind_kind(part, last)
            .or_else(|| behind_shared_character(part, last))
            .or_else(|| each_one(last))
            .or_else(|| behind_shared_middle(part, last))
            .or_else(|| first_word().filter(|_| counts(last)))
    };
    behind_shared_end(part, last).or_else(|| last.get(end()?..).map(without_repeated))
}

/// A tail without its first word, if it says that word again: 设施无障碍设施建设率 behind 公共交通, which 设施 belongs to.
fn without_repeated(tail: &str) -> &str {
    let pieces = words::split(tail);
    let Some((first, others)) = pieces.split_first() else { return tail };
    let is_again = is_name(first.text) && others.iter().any(|piece| piece.text == first.text);
    if is_again { tail.get(first.text.len()..).unwrap_or_default() } else { tail }
}

/// What follows the longest end of a part in the last part: 规范管理率 behind 患者 in 高血压患者、糖尿病患者规范管理率. People of
/// two words (儿童青少年) are one group.
fn behind_shared_end<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let ends = part.char_indices().filter_map(|(at, _)| part.get(at..));
    let mut ends = ends.filter(|end| end.chars().count() >= SHORTEST_SHARED_END);
    let (end, mut rest) = ends.find_map(|end| last.split_once(end).map(|(_, rest)| (end, rest)))?;
    while let Some(behind) = RATED_PEOPLE.strip_prefix(rest).filter(|_| RATED_PEOPLE.ends(end)) {
        rest = behind;
    }
    Some(rest)
}

/// The ends of the words of a text in bytes. The sign of a rate counts as a word: 肥胖 and 率. A bracket belongs to the word
/// before it: 药师（士）, and a number to the word behind it: 60岁.
fn word_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let (mut at, mut depth) = (0, 0_usize);
    for piece in words::split(text) {
        if piece.text == "（" {
            depth += 1;
        }
        if depth > 0 {
            ends.pop();
        } else if let Some(stem) = piece.text.strip_suffix('率').filter(|stem| is_name(stem)) {
            ends.push(at + stem.len());
        }
        at += piece.text.len();
        let is_number = piece.text.ends_with(|mark: char| mark.is_ascii_digit());
        if !is_number || at == text.len() {
            ends.push(at);
        }
        if piece.text == "）" {
            depth = depth.saturating_sub(1);
        }
    }
    ends
}

/// A text without the bracket that closes it: 药师 of 药师（士）.
fn without_bracket(text: &str) -> &str {
    text.strip_suffix('）').and_then(|text| text.rsplit_once('（')).map_or(text, |(before, _)| before)
}

/// The characters of a name without the bracket that closes it.
fn length(name: &str) -> usize {
    without_bracket(name).chars().count()
}

/// The end of what is of one kind with a part: of a disease beside a disease, of people beside people.
fn behind_kind(part: &str, last: &str) -> Option<usize> {
    let kinds: [&Words; 7] =
        [&RATED_PEOPLE, &DISEASES, &POLLUTANTS, &HOUSES, &PROFESSIONS, &MONEYS, &PARALLEL_SUBJECTS];
    let kind = kinds.into_iter().find(|kind| kind.ends(without_bracket(part)))?;
    // 三级医院、社区卫生服务中心 name both what is counted.
    if !is_measure(last) && kind.ends(without_bracket(last)) {
        return Some(last.len());
    }
    let ends_kind = |end: &usize| last.get(..*end).is_some_and(|text| kind.ends(without_bracket(text)));
    let of_words = word_ends(last).into_iter().filter(ends_kind).min();
    // 乙肝 is no word of its own in 乙肝疫苗.
    let inside =
        kind.iter().filter(|word| is_name(word)).filter_map(|word| last.find(word).map(|at| at + word.len())).min();
    let mut end = of_words.into_iter().chain(inside).min()?;
    end = behind_bracket(last, end);
    // 儿童青少年 are one group of people.
    while let Some(rest) = last.get(end..).and_then(|rest| kind.strip_prefix(rest)).filter(|rest| !rest.is_empty()) {
        end = last.len() - rest.len();
    }
    Some(end)
}

/// The end of the first word of the last part that ends with the same character as a part: 小学生 and 高中生.
fn behind_shared_character(part: &str, last: &str) -> Option<usize> {
    let closing = without_bracket(part).chars().next_back()?;
    word_ends(last)
        .into_iter()
        .find(|end| last.get(..*end).is_some_and(|text| without_bracket(text).ends_with(closing)))
}

/// The place of the first word that says that something is each one's, or counted for so many: 日均 of 护士日均工作量.
fn each_one(text: &str) -> Option<usize> {
    let openings = EACH_WORDS.iter().chain(MEASURED_OPENINGS.iter());
    openings.filter_map(|word| text.find(word)).filter(|at| *at > 0).min()
}

/// The end of about as many characters as a part has, at the end of a word. The last part must be a measure, or be two words of
/// which the first is as long as the last word of the part: 养老、托育机构. What both open with is not yet all of the
/// name: 健康企业 beside 健康村.
fn behind_like_length(part: &str, last: &str) -> Option<usize> {
    let n_before = |end: &usize| length(last.get(..*end).unwrap_or_default());
    let n_chars = length(part);
    let ends = word_ends(last);
    if !counts(last) {
        // 健康企业、健康家庭 are both whole.
        let first_word = ends.first().and_then(|end| last.get(..*end)).unwrap_or_default();
        if part.contains(first_word) {
            return None;
        }
        let n_chars = words::split(part).last().map_or(n_chars, |piece| piece.text.chars().count());
        return ends.first().copied().filter(|end| ends.len() == 2 && n_before(end) == n_chars);
    }
    let alike = part.chars().zip(last.chars()).take_while(|(one, other)| one == other);
    let opening: usize = alike.map(|(mark, _)| mark.len_utf8()).sum();
    // The tail of 压力性损伤、跌倒发生率 is 发生率, that of 知晓、治疗率 is 率.
    let cuts_rate =
        |end: usize| last.get(end..) == Some("率") && last.get(..end).is_some_and(|stem| RATE_STEMS.ends(stem));
    // 工伤保险 is one word of two, and 失业 is the counterpart of the first.
    let ends = half_of_first_word(part, last).into_iter().chain(ends);
    // 5岁以下儿童死亡率 is not cut behind 5岁.
    let cuts_bound = |end: usize| last.get(end..).is_some_and(|rest| BOUNDS.begins(rest));
    let fits = |end: &usize| {
        *end < last.len() && *end > opening && !cuts_bound(*end) && (!cuts_rate(*end) || RATE_STEMS.ends(part))
    };
    let of_noun = ends_as_noun(part).then(|| measure_at(last)).filter(|at| *at > 0);
    let cost = |end: &usize| {
        let broken = if breaks_phrase(last, *end) { BROKEN } else { 0 };
        let acts = if of_noun.is_some() && closes_as_act(last, *end) { ACTING } else { 0 };
        let into_measure = if of_noun.is_some_and(|at| *end > at) { BROKEN } else { 0 };
        let before_things = if of_noun.is_some_and(|at| *end < at) { BEFORE_THINGS } else { 0 };
        n_before(end).abs_diff(n_chars) + broken + acts + into_measure + before_things
    };
    ends.filter(fits).min_by_key(cost)
}

/// Characters of difference in length for which a cut stands back that breaks a known phrase, or one into the measure.
const BROKEN: usize = 6;

/// Characters of difference in length for which a cut stands back behind a verb, where the other part ends with a noun.
const ACTING: usize = 3;

/// Characters of difference in length for which a cut stands back that leaves things before the measure.
const BEFORE_THINGS: usize = 2;

/// Whether the last word of a part names a thing: 药品, but not 知晓.
fn ends_as_noun(part: &str) -> bool {
    words::split(part).last().is_some_and(|last| last.word.is_none_or(|word| word.kind == Kind::Noun))
}

/// Whether the words of a text up to `end` close with one of doing, or with one that only stands before a noun: 检查, 植入类.
fn closes_as_act(text: &str, end: usize) -> bool {
    let Some(before) = text.get(..end) else { return false };
    let acts = |piece: &Piece| {
        let is_act = |word: words::Word| matches!(word.kind, Kind::Verb | Kind::VerbalNoun | Kind::Attribute);
        piece.word.is_some_and(is_act)
    };
    KIND_ENDINGS.ends(before) || words::split(before).last().is_some_and(acts)
}

/// Whether a place of a text lies within the phrase of the table that is all that the text names before its measure: 医用 of
/// 高值医用耗材采购率.
fn breaks_phrase(text: &str, end: usize) -> bool {
    let things = measure_at(text);
    let is_phrase = |(n_bytes, word): (usize, words::Word)| word.kind == Kind::Phrase && n_bytes == things;
    // 社区养老服务设施 names the place and the things, 流脑疫苗 one of several vaccines.
    let names_two = text.get(..end).is_some_and(|before| PARTS_OF_WHOLE.contains(before) || HOUSES.ends(before))
        || text.get(end..things).is_some_and(|rest| SHARED_NOUNS.contains(rest));
    end < things && !names_two && words::at_start(text).any(is_phrase)
}

/// The place at which a text names no more things and says what is measured of them: 网上采购率 of 耗材网上采购率.
fn measure_at(text: &str) -> usize {
    let mut at = text.len();
    for piece in words::split(text).into_iter().rev() {
        let is_act = piece.word.is_some_and(|word| word.kind != Kind::Noun);
        let measures = (ends_as_measure(piece.text) && !MONEYS.ends(piece.text)) || RATE_STEMS.contains(piece.text);
        if !measures && is_name(piece.text) && !is_act && !WAYS_OF_MEASURES.contains(piece.text) {
            break;
        }
        at -= piece.text.len();
    }
    at
}

/// The end of as many characters behind what both parts hold in their midst as the part has behind it: 事件 of
/// 医疗器械不良事件报告数 beside 药品不良反应, 地块 of 污染地块安全利用率 beside 受污染耕地.
fn behind_shared_middle(part: &str, last: &str) -> Option<usize> {
    let marks: Vec<(usize, char)> = part.char_indices().collect();
    let end_of = |(at, mark): (usize, char)| at + mark.len_utf8();
    let pairs = marks.windows(2).skip(1).filter_map(|pair| Some((pair.first()?.0, end_of(*pair.last()?))));
    let behind = |(from, to): (usize, usize)| {
        let shared = part.get(from..to)?;
        let n_chars = part.get(to..)?.chars().count();
        let from = last.find(shared)? + shared.len();
        let (n_bytes, _) = last.get(from..)?.char_indices().nth(n_chars)?;
        let is_thing = |thing: &str| words::find(thing).is_some_and(|word| word.kind == Kind::Noun);
        last.get(from..from + n_bytes).is_some_and(is_thing).then_some(from + n_bytes)
    };
    pairs.filter_map(behind).next_back()
}

/// The end of the first half of the first word of the last part, if both halves are words of as many characters as a part and
/// the second belongs to each part of a list (保险).
fn half_of_first_word(part: &str, last: &str) -> Option<usize> {
    let word = words::split(last).first()?.text;
    let n_chars = length(part);
    let (at, _) = word.char_indices().nth(n_chars).filter(|_| n_chars > 1 && word.chars().count() == 2 * n_chars)?;
    let (first, second) = word.split_at_checked(at)?;
    (words::find(first).is_some() && SHARED_NOUNS.contains(second)).then_some(at)
}
