//! Misspellings: a term with a fixed wording, a frequent phrase of the same plan, or any word of Chinese, but for characters
//! that are mistaken (公共卫生时间, 公共卫生事件), too few (心理健服务, 心理健康服务) or too many. A slip that is printed in several
//! places is told once.

mod bodies;
mod cut;
mod edits;
mod miswritten;
mod phrases;
mod terms;
mod unlikely;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::misspelling::phrases::{
    FREQUENT, LongPhrase, PackedMap, PackedPhrase, Phrases, SHORT, Sounds, pack,
};
use crate::analysis::check::rules::misspelling::terms::Terms;
use crate::analysis::check::rules::misspelling::unlikely::unlikely_words;
use crate::analysis::check::rules::repeated_words::is_char_doubled;
use crate::lexicon::misprint::{HOMOPHONES, OPTIONAL_CHARS};
use crate::lexicon::term::RIGHT_ALIKE;
use crate::model::Confidence;
use crate::text::fold::simplified;
use crate::text::words::{self, Kind};
use crate::text::{pinyin, shape};
use crate::words::findings::writing;

/// A text is in traditional characters where more than one of so many characters is one.
const TRADITIONAL_ONE_IN: usize = 10;

/// Characters of a phrase of the plan's own that is looked for with one left out.
const LONG: usize = 6;

/// The longest item of a list whose items are alike on purpose, in characters.
const LONGEST_ALIKE: usize = 4;

/// Characters on each side of a misspelt word that are quoted with it.
const CONTEXT: usize = 6;

/// Where a misspelling was found: the passage, and the characters in it.
type Place = (usize, Range<usize>);

/// All misspellings of a plan. What two ways find at one place is told once.
pub(crate) fn misspellings(reading: &Reading) -> Vec<FindingDraft> {
    if is_traditional(reading) {
        return Vec::new();
    }
    let mut sounds = Sounds::default();
    let phrases = Phrases::new(&reading.passages, &mut sounds);
    let (mut drafts, places) = misspelt_terms(&reading.passages, |_, _| true);
    // The names of rows are read by themselves: few of them are phrases of the text.
    let (in_names, of_names) = misspelt_terms(&reading.row_names, is_mistaken_char);
    let of_phrases = same_sound_phrases(reading, &phrases).into_iter().chain(shortened_phrases(reading, &phrases));
    let mut taken = Taken::default();
    taken.extend(places);
    for (place, draft) in of_phrases.filter(|(place, _)| !taken.holds(place)).collect::<Vec<_>>() {
        taken.extend([place]);
        drafts.push(draft);
    }
    drafts.extend(misspelt_words(&reading.passages, &taken, |_, _| true));
    let mut taken_names = Taken::default();
    taken_names.extend(of_names);
    drafts.extend(in_names);
    drafts.extend(misspelt_words(&reading.row_names, &taken_names, is_mistaken_char));
    drafts
}

/// Whether the text is printed in traditional characters, which the lists of words do not hold.
fn is_traditional(reading: &Reading) -> bool {
    let chars = || reading.passages.iter().flat_map(|passage| &passage.chars);
    let n_traditional = chars().filter(|c| simplified(**c) != **c).count();
    n_traditional * TRADITIONAL_ONE_IN > chars().count()
}

/// Slips in terms, each wrong spelling once with all its places.
fn misspelt_terms(passages: &[Passage], is_told: fn(&[char], &str) -> bool) -> (Vec<FindingDraft>, Vec<Place>) {
    let terms = Terms::get();
    let mut places = Vec::new();
    let mut told = Told::default();
    for (number, passage) in passages.iter().enumerate() {
        for slip in terms.slips(&passage.chars) {
            let printed = passage.chars.get(slip.from..slip.to).unwrap_or_default();
            if holds_doubled(passage, slip.from..slip.to) || !is_told(printed, &slip.usual) {
                continue;
            }
            places.push((number, slip.from..slip.to));
            let printed = passage.chars.get(slip.from..slip.to).unwrap_or_default().iter().collect();
            let citation = passage.cite(slip.from.saturating_sub(CONTEXT), slip.to + CONTEXT);
            told.add(printed, slip.usual, citation);
        }
    }
    (told.into_drafts(Confidence::Medium), places)
}

/// Whether what is printed differs from the usual word in one character that sounds or looks like the right one. The names of rows are
/// short and technical, so that no other slip is told in them.
fn is_mistaken_char(printed: &[char], usual: &str) -> bool {
    let usual: Vec<char> = usual.chars().collect();
    let differing: Vec<(char, char)> =
        printed.iter().copied().zip(usual.iter().copied()).filter(|(one, other)| one != other).collect();
    let is_alike = |one: char, other: char| pinyin::sound_alike(one, other) || shape::looking_like(one).contains(other);
    printed.len() == usual.len() && matches!(differing.as_slice(), [(one, other)] if is_alike(*one, *other))
}

/// Whether two characters behind 健康 may be the name of the place that is to be healthy: 健康郁平行动 is no 健康公平.
fn is_healthy_place(printed: &[char], usual: &str) -> bool {
    matches!(printed, ['健', '康', _, _]) && usual.starts_with("健康") && usual.chars().count() == printed.len()
}

/// The places where something was found.
#[derive(Default)]
struct Taken(FxHashMap<usize, Vec<Range<usize>>>);

impl Taken {
    fn extend(&mut self, places: impl IntoIterator<Item = Place>) {
        for (passage, range) in places {
            self.0.entry(passage).or_default().push(range);
        }
    }

    /// Whether a place shares a character with one of them.
    fn holds(&self, (passage, range): &Place) -> bool {
        let shares = |other: &Range<usize>| range.start < other.end && other.start < range.end;
        self.0.get(passage).is_some_and(|ranges| ranges.iter().any(shares))
    }
}

/// Slips in any words, where no other way found one.
fn misspelt_words(passages: &[Passage], taken: &Taken, is_told: fn(&[char], &str) -> bool) -> Vec<FindingDraft> {
    let mut told = Told::default();
    for word in unlikely_words(passages) {
        if taken.holds(&(word.passage, word.from..word.to)) {
            continue;
        }
        let Some(passage) = passages.get(word.passage) else { continue };
        if holds_doubled(passage, word.from..word.to) || is_one_of_alike(&passage.chars, word.from..word.to) {
            continue;
        }
        let printed = passage.chars.get(word.from..word.to).unwrap_or_default();
        if !is_told(printed, &word.usual) || is_healthy_place(printed, &word.usual) {
            continue;
        }
        let printed = printed.iter().collect();
        let citation = passage.cite(word.from.saturating_sub(CONTEXT), word.to + CONTEXT);
        told.add(printed, word.usual, citation);
    }
    told.into_drafts(Confidence::Low)
}

/// Whether a character is printed twice by a slip in a word or at its ends, which another rule tells: 癌癌筛查 lacks none of
/// 癌症筛查, and 食品品安全 none of 食品药品安全.
fn holds_doubled(passage: &Passage, word: Range<usize>) -> bool {
    (word.start.saturating_sub(1)..=word.end).any(|at| is_char_doubled(&passage.chars, at))
}

/// Whether a word stands among items of a list that have as many characters as its own, which are short on purpose:
/// 优结构、升功能、增能力.
fn is_one_of_alike(chars: &[char], word: Range<usize>) -> bool {
    let is_end = |c: &char| !c.is_alphabetic();
    let length_before =
        |end: usize| chars.get(..end).map_or(0, |before| before.iter().rev().take_while(|c| !is_end(c)).count());
    let length_from =
        |from: usize| chars.get(from..).map_or(0, |after| after.iter().take_while(|c| !is_end(c)).count());
    let start = word.start - length_before(word.start);
    let end = word.end + length_from(word.end);
    let length = end - start;
    let before = start.checked_sub(1).filter(|at| chars.get(*at) == Some(&'、')).map_or(0, length_before);
    let after = if chars.get(end) == Some(&'、') { length_from(end + 1) } else { 0 };
    // 进一步优结构、升功能: an adverb before the first item is none of it.
    let n_own = word.end - word.start;
    let before_word = chars.get(start..word.start).unwrap_or_default();
    let is_adverb = |n: &usize| {
        let word = before_word.get(before_word.len().wrapping_sub(*n)..).and_then(words::find_chars);
        word.is_some_and(|word| word.kind == Kind::Adverb)
    };
    let is_behind_adverb = word.end == end && after == n_own && (2..=3).any(|n| is_adverb(&n));
    length <= LONGEST_ALIKE && (before == length || after == length) || n_own <= LONGEST_ALIKE && is_behind_adverb
}

/// Misspellings by what is printed and what is usual, in the order in which they were first met.
#[derive(Default)]
struct Told {
    found: Vec<(String, String, Vec<Citation>)>,
    numbers: FxHashMap<(String, String), usize>,
}

impl Told {
    fn add(&mut self, printed: String, usual: String, citation: Citation) {
        let number = *self.numbers.entry((printed.clone(), usual.clone())).or_insert(self.found.len());
        match self.found.get_mut(number) {
            Some((.., citations)) => citations.push(citation),
            None => self.found.push((printed, usual, vec![citation])),
        }
    }

    fn into_drafts(self, confidence: Confidence) -> Vec<FindingDraft> {
        let draft = |(printed, usual, citations): (String, String, Vec<Citation>)| {
            FindingDraft::new(confidence, writing::misspelt(printed, usual), citations)
        };
        self.found.into_iter().map(draft).collect()
    }
}

/// Phrases printed once that are a frequent one of the plan but for an inner character of the same sound.
fn same_sound_phrases(reading: &Reading, phrases: &Phrases) -> Vec<(Place, FindingDraft)> {
    let mut frequent: PackedMap<PackedPhrase, Vec<&[char]>> = PackedMap::default();
    for phrase in phrases.frequent() {
        let same_sound = frequent.entry(phrases.sounds_of(phrase)).or_default();
        let words = phrases.chars_of(phrase, SHORT);
        if !same_sound.contains(&words) {
            same_sound.push(words);
        }
    }
    let mut drafts = Vec::new();
    let mut reported = None;
    for phrase in phrases.single() {
        let Some(same_sound) = frequent.get(&phrases.sounds_of(phrase)) else { continue };
        let words = phrases.chars_of(phrase, SHORT);
        let candidates = same_sound.iter().filter(|_| !holds_homophone(words)).filter_map(|usual| {
            let at = only_difference(words, usual).filter(|at| *at > 0 && at + 1 < SHORT)?;
            Some((*usual, (phrase.passage, phrase.at + at)))
        });
        let Some((usual, position)) = candidates.min() else { continue };
        // The next phrase holds the same character again.
        if reported.replace(position) != Some(position) {
            let passage = reading.passages.get(phrase.passage);
            let place = (phrase.passage, phrase.at..phrase.at + SHORT);
            drafts.extend(passage.map(|passage| (place, draft(passage, phrase.at, SHORT, usual))));
        }
    }
    drafts
}

/// Whether a phrase holds a word that is right though it sounds like another.
fn holds_homophone(words: &[char]) -> bool {
    HOMOPHONES.iter().any(|word| {
        let word: Vec<char> = word.chars().collect();
        words.windows(word.len()).any(|chars| chars == word)
    })
}

/// Where two phrases differ, if they do in one character only.
fn only_difference(one: &[char], other: &[char]) -> Option<usize> {
    let mut differing = one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other).map(|(at, _)| at);
    differing.next().filter(|_| differing.next().is_none())
}

/// Phrases printed once that are a frequent one without one of its inner characters, where that brings two characters
/// together that stand side by side nowhere else.
fn shortened_phrases(reading: &Reading, phrases: &Phrases) -> Vec<(Place, FindingDraft)> {
    let shortened = shorten_frequent(phrases);
    let mut counts: PackedMap<LongPhrase, u32> = PackedMap::default();
    let mut matches = Vec::new();
    for (passage, read) in reading.passages.iter().enumerate() {
        for (at, words) in read.chars.windows(LONG - 1).enumerate() {
            let Some((short, usual)) = pack(words).and_then(|short| Some((short, shortened.get(&short)?))) else {
                continue;
            };
            *counts.entry(short).or_default() += 1;
            matches.push((passage, at, words, short, usual));
        }
    }
    let mut reported = None;
    let pairs = if matches.is_empty() { PackedMap::default() } else { phrases.count_pairs() };
    let single = matches.into_iter().filter(|(.., short, _)| counts.get(short) == Some(&1));
    let drafts = single.filter_map(|(passage, at, words, _, (gone, usual))| {
        let (one, other) = (*words.get(gone - 1)?, *words.get(*gone)?);
        let is_new = reported.replace((passage, at + gone)) != Some((passage, at + gone));
        let is_rare = pairs.get(&pack(&[one, other])?) == Some(&1);
        let is_right = RIGHT_ALIKE.is_in(&words.iter().collect::<String>());
        let read = reading.passages.get(passage).filter(|_| is_new && is_rare && !is_right)?;
        Some(((passage, at..at + words.len()), draft(read, at, words.len(), usual)))
    });
    drafts.collect()
}

/// The frequent phrases of [`LONG`] characters with one inner character left out, packed. Each comes with the position
/// of that character and with the whole phrase.
fn shorten_frequent<'a>(phrases: &Phrases<'a>) -> PackedMap<LongPhrase, (usize, &'a [char])> {
    // A long phrase is no more frequent than its beginning, so few have to be counted.
    let candidates = || {
        let long = phrases.frequent().map(|phrase| phrases.chars_of(phrase, LONG)).filter(|words| !words.is_empty());
        long.filter_map(|words| Some((words, pack(words)?)))
    };
    let mut counts: PackedMap<LongPhrase, u32> = PackedMap::default();
    for (_, packed) in candidates() {
        *counts.entry(packed).or_default() += 1;
    }
    let mut shortened = PackedMap::default();
    // Taking the count out makes each phrase count at its first position only.
    for (words, _) in candidates().filter(|(_, packed)| counts.remove(packed).is_some_and(|count| count >= FREQUENT)) {
        for gone in (2..LONG - 2).filter(|gone| words.get(*gone).is_some_and(|c| !OPTIONAL_CHARS.contains(*c))) {
            let short: Vec<char> = words.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, c)| *c).collect();
            shortened.extend(pack(&short).map(|short| (short, (gone, words))));
        }
    }
    shortened
}

/// Drafts a finding for the `length` characters from `at`, with the usual phrase of the plan.
fn draft(passage: &Passage, at: usize, length: usize, usual: &[char]) -> FindingDraft {
    let citation = passage.cite(at, at + length);
    let usual: String = usual.iter().collect();
    FindingDraft::new(Confidence::Low, writing::other_elsewhere(&citation.quote, usual), [citation])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn misspelt_fixed_terms() {
        check(
            misspellings,
            &[
                (
                    "一、任务\n提升突发公共卫生时间应对能力，加强出声缺陷防治。\n",
                    &["[2] 提升突发公共卫生时间应对能力，加", "[2] 对能力，加强出声缺陷防治。"],
                ),
                ("一、任务\n做好疾病预防和控制，办好社会医疗保险，防治心血管疾病。\n", &[]),
                ("一、任务\n做好疾病防控制，落实新生儿疾病筛查。\n", &["[2] 做好疾病防控制，落实新生儿"]),
                ("一、任务\n提升公共卫生事件应对能力，加强出生缺陷防治。\n", &[]),
                (
                    "一、任务\n建立户藉台账，己建成站点，搞好自已的事。\n",
                    &["[2] 建立户藉台账，己建成", "[2] 立户藉台账，己建成站点，搞好", "[2] 成站点，搞好自已的事。"],
                ),
                ("一、任务\n低毒胶黏剂、正己烷的检测评价，缓解腰背痛，慰藉心灵，推选拨冗。\n", &[]),
                (
                    "一、任务\n招募志者愿，关心残人疾，抓好近视防空。\n",
                    &["[2] 残人疾，抓好近视防空。", "[2] 招募志者愿，关心残人疾", "[2] 志者愿，关心残人疾，抓好近视防"],
                ),
            ],
        );
    }

    #[test]
    fn misspellings_against_the_plan_itself() {
        let often = "全民阅览中心。".repeat(4);
        let text = format!("一、任务\n{often}建成全民月览中心。\n");
        check(misspellings, &[(&text, &["[2] 全民月览"])]);
        let often = "完善社区养老服务网络。".repeat(4);
        let text = format!("一、任务\n{often}完善社区养服务网络。\n");
        check(misspellings, &[(&text, &["[2] 社区养服务"])]);
    }
}
