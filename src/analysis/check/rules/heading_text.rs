//! A heading against the text below it: another number of things than the text lists, the opposite of what the text says,
//! another period or year, or a word that the text never uses while it prints one like it again and again (全民健康行动 above a text on
//! 全民健身).

mod below;
mod count;
mod direction;
mod quantity;
mod topic;
mod year;

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::is_han;
use crate::analysis::check::rules::heading_text::below::{Below, sections};
use crate::analysis::check::rules::heading_text::count::other_count;
use crate::analysis::check::rules::heading_text::direction::other_direction;
use crate::analysis::check::rules::heading_text::quantity::other_quantity;
use crate::analysis::check::rules::heading_text::topic::other_topic;
use crate::analysis::check::rules::heading_text::year::other_year;
use crate::lexicon::heading::STARTED_THINGS;
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::target::REPORT_TITLES;
use crate::lexicon::term::{EXCHANGED, STARTING_VERBS};
use crate::model::Confidence;
use crate::text::words::{self, Kind};
use crate::words::findings::lists;

/// Characters of a word of a heading that is looked for in the text.
const WORD: usize = 4;

/// How often the text must print the other word.
const OFTEN: usize = 4;

/// How many characters the thing of a heading may have whose text is on another one.
const SUBJECT: std::ops::RangeInclusive<usize> = 4..=10;

/// How often the text must name another period.
const FEWEST_PERIODS: usize = 2;

/// Headings that differ from their own text.
pub(crate) fn headings_against_text(reading: &Reading) -> Vec<FindingDraft> {
    let sections = sections(reading);
    let find = |below: &Below| {
        let found = other_count(below).or_else(|| other_direction(below));
        found
            .or_else(|| other_quantity(below))
            .or_else(|| other_period(below))
            .or_else(|| other_year(below))
            .or_else(|| other_word(below))
            .or_else(|| other_thing(below))
            .or_else(|| other_subject(below))
            .or_else(|| other_topic(below))
    };
    sections.iter().filter_map(find).collect()
}

/// A heading that names a five-year period which its text never names, while that names another one.
fn other_period(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let (named, _) = FIVE_YEAR_PLANS.iter().find(|(name, _)| title.text.contains(name))?;
    if REPORT_TITLES.is_in(title.text) || title.text.contains('《') {
        return None;
    }
    let count = |name: &str| below.passages.iter().map(|passage| passage.text.matches(name).count()).sum::<usize>();
    let others: Vec<&str> =
        FIVE_YEAR_PLANS.iter().map(|(name, _)| name).filter(|name| *name != named && count(name) > 0).collect();
    let [other] = others.as_slice() else { return None };
    if count(named) > 0 || count(other) < FEWEST_PERIODS {
        return None;
    }
    let first = below.passages.iter().find_map(|passage| {
        let at = passage.text.find(other)?;
        let from = passage.text.get(..at)?.chars().count();
        Some(passage.cite(from.saturating_sub(1), from + 2 * WORD))
    });
    let what = lists::heading_and_text(named, other);
    Some(FindingDraft::new(Confidence::Medium, what, [title.cite(0, title.chars.len())].into_iter().chain(first)))
}

/// A word of a heading that the text below never prints, beside one that it prints often and that differs in one
/// character. Words that are used for one another (防治, 防控) are no difference.
fn other_word(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    // Only where a word begins and ends is told, as other four characters are parts of words. Few headings have such a
    // word, and only for those are the words of the text counted.
    let names: Vec<(usize, Name)> = (0..(title.chars.len() + 1).saturating_sub(WORD))
        .filter_map(|at| Some((at, Name::at(&title.chars, at)?)))
        .collect();
    if names.is_empty() {
        return None;
    }
    let mut counts: HashMap<&[char], usize> = HashMap::new();
    let texts = || below.passages.iter().map(|passage| passage.chars.as_slice());
    for words in texts().flat_map(|chars| chars.windows(WORD)) {
        *counts.entry(words).or_default() += 1;
    }
    let often: Vec<&[char]> = counts.iter().filter(|(_, count)| **count >= OFTEN).map(|(words, _)| *words).collect();
    let is_printed = |words: &[char]| texts().any(|chars| chars.windows(words.len()).any(|other| other == words));
    let mut differing: Vec<(usize, &[char])> = Vec::new();
    for (at, name) in names {
        let Some(words) = title.chars.get(at..at + WORD) else { continue };
        if counts.get(words).copied().unwrap_or_default() > 1 {
            continue;
        }
        let alike = often.iter().filter(|other| {
            is_other_word(words, other)
                && !title.text.contains(&other.iter().collect::<String>())
                && match name {
                    Name::Whole => true,
                    Name::Word => are_words_alone(words, other, is_printed),
                    // 健康步行网络 beside 健康步道网络.
                    Name::Before(behind) => {
                        are_words_alone(words, other, is_printed) && is_printed(&[*other, &behind[..]].concat())
                    }
                }
        });
        differing.extend(alike.map(|other| (at, *other)));
    }
    let (at, other) = differing.into_iter().min()?;
    let other: String = other.iter().collect();
    let first = below.passages.iter().find_map(|passage| {
        let from = passage.text.get(..passage.text.find(&other)?)?.chars().count();
        Some(passage.cite(from, from + WORD))
    });
    let citation = title.cite(at, at + WORD);
    let what = lists::heading_and_texts(&citation.quote, other);
    Some(FindingDraft::new(Confidence::Low, what, [citation].into_iter().chain(first)))
}

/// A heading that is all verb and thing (建设健康食堂), above a text that names this thing never and another one of the same
/// beginning in most of its clauses (健康步道).
fn other_thing(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let at = title.chars.len().checked_sub(WORD)?;
    let verb: String = title.chars.get(..at)?.iter().collect();
    let (one, other) = title.chars.get(at..)?.split_at(WORD / 2);
    let is_word = |chars: &[char]| words::find_chars(chars).is_some_and(|word| word.kind == Kind::Noun);
    let own: String = other.iter().collect();
    if !STARTING_VERBS.contains(&verb)
        || !is_word(other)
        || below.passages.iter().any(|passage| passage.text.contains(&own))
    {
        return None;
    }
    let mut followers: Vec<(&[char], Citation)> = Vec::new();
    let mut n_clauses = 0;
    for passage in &below.passages {
        n_clauses += passage.chars.iter().filter(|c| CLAUSE_ENDS.contains(**c)).count();
        for (from, thing) in passage.chars.windows(WORD).enumerate().filter(|(_, thing)| thing.starts_with(one)) {
            followers.push((thing.get(WORD / 2..)?, passage.cite(from, from + WORD)));
        }
    }
    let (follower, first) = followers.first()?;
    let is_told = followers.len() >= OFTEN
        && followers.len() * 2 > n_clauses
        && followers.iter().all(|(each, _)| each == follower)
        && is_word(follower);
    is_told.then(|| {
        let citation = title.cite(at, at + WORD);
        let what = lists::heading_and_texts(&citation.quote, &first.quote);
        FindingDraft::new(Confidence::Low, what, [citation, first.clone()])
    })
}

/// A heading that is all verb and words for a thing (发展森林康养, 改造老旧小区供水设施), above a text that prints none of them
/// and another noun in each of its clauses (温泉).
fn other_subject(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    if !below.children.is_empty() || !title.chars.iter().all(|c| is_han(*c)) {
        return None;
    }
    let (verb, thing) = title.chars.split_at_checked(WORD / 2)?;
    let is_verb = STARTING_VERBS.contains(&verb.iter().collect::<String>())
        || words::find_chars(verb).is_some_and(|word| matches!(word.kind, Kind::Verb | Kind::VerbalNoun));
    let thing: String = Some(thing).filter(|thing| is_verb && SUBJECT.contains(&thing.len()))?.iter().collect();
    let pieces = words::split(&thing);
    let is_printed = |word: &str| below.passages.iter().any(|passage| passage.text.contains(word));
    let are_words = pieces.iter().all(|piece| piece.text.chars().count() > 1 && piece.word.is_some());
    if pieces.len() < 2 || !are_words || pieces.iter().any(|piece| is_printed(piece.text)) {
        return None;
    }
    let is_end = |c: &char| CLAUSE_ENDS.contains(*c);
    let mut clauses =
        below.passages.iter().flat_map(|passage| passage.chars.split(is_end)).filter(|one| !one.is_empty());
    let first: Vec<char> = clauses.next()?.to_vec();
    let others: Vec<&[char]> = clauses.collect();
    let is_noun = |word: &[char]| words::find_chars(word).is_some_and(|known| known.kind == Kind::Noun);
    let is_subject = |word: &&[char]| {
        let is_in = |clause: &&[char]| clause.windows(word.len()).any(|each| each == *word);
        word.get(word.len() - WORD / 2..).is_some_and(is_noun) && others.iter().all(is_in)
    };
    // Two words (节能灯具) say more than one.
    let pair = first.windows(WORD).find(is_subject).or_else(|| first.windows(WORD / 2).find(is_subject));
    let subject = pair.filter(|pair| others.len() + usize::from(pair.len() == WORD) >= OFTEN)?;
    let passage = below.passages.first()?;
    let from = passage.chars.windows(subject.len()).position(|word| word == subject)?;
    let citation = title.cite(0, title.chars.len());
    let subject: String = subject.iter().collect();
    let what = lists::heading_and_every_sentence(&citation.quote, subject);
    Some(FindingDraft::new(Confidence::Low, what, [citation, passage.cite(from, from + WORD)]))
}

/// Where a word of a heading stands, which tells how sure it is that it is one.
#[derive(Clone, Copy)]
enum Name {
    /// A whole name between a verb and what it is: 推进全民阅读活动.
    Whole,
    /// The beginning of such a name, or all that stands behind the verb: 实施健康口腔促进行动, 打造智慧血站.
    Word,
    /// Behind the verb, before these two characters: 建设健康步道网络.
    Before([char; 2]),
}

impl Name {
    /// The name that begins at a position; `None` where no verb stands before it.
    fn at(title: &[char], at: usize) -> Option<Self> {
        let before: String = title.iter().take(at).collect();
        let rest = title.get(at + WORD..)?;
        let behind: String = rest.iter().collect();
        let is_behind_verb = at == 0 || STARTING_VERBS.ends(&before);
        let nearby: String = rest.iter().take(WORD).collect();
        match rest {
            _ if !is_behind_verb => None,
            _ if at > 0 && STARTED_THINGS.begins(&behind) => Some(Self::Whole),
            [] => Some(Self::Word),
            _ if STARTED_THINGS.is_in(&nearby) || behind == "服务" => Some(Self::Word),
            [one, other, ..] => Some(Self::Before([*one, *other])),
            [_] => None,
        }
    }
}

/// Whether the last halves of two words are words themselves, of which the text never prints the first one.
fn are_words_alone(one: &[char], other: &[char], is_printed: impl Fn(&[char]) -> bool) -> bool {
    let half = |words: &[char]| words.get(WORD / 2..).unwrap_or_default().to_vec();
    let (one, other) = (half(one), half(other));
    words::find_chars(&one).is_some() && words::find_chars(&other).is_some() && !is_printed(&one)
}

/// Whether two words differ in their last or last but one character only, and not in a way in which words are exchanged.
fn is_other_word(one: &[char], other: &[char]) -> bool {
    let differing: Vec<usize> = (0..WORD).filter(|at| one.get(*at) != other.get(*at)).collect();
    let [at] = differing.as_slice() else { return false };
    let (Some(one), Some(other)) = (one.get(WORD - 2..), other.get(WORD - 2..)) else { return false };
    let are_exchanged = |group: &str| {
        let holds = |word: &[char]| group.contains(&word.iter().collect::<String>());
        holds(one) && holds(other)
    };
    *at == WORD - 1 && other.iter().all(|c| is_han(*c)) && !EXCHANGED.iter().any(are_exchanged)
}
