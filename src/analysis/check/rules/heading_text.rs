//! A heading against the text below it: another number of things than the text lists, another period, or a word that the
//! text never uses while it prints one like it again and again (全民健康行动 above a text on 全民健身).

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::heading::{COUNTED_NOUNS, COUNTING_NUMERALS, LISTED_COUNTERS, STARTED_THINGS};
use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::lexicon::target::REPORT_TITLES;
use crate::lexicon::term::{EXCHANGED, STARTING_VERBS};
use crate::model::{Confidence, Node};
use crate::text::{numeral, words};

/// Characters of a word of a heading that is looked for in the text.
const WORD: usize = 4;

/// How often the text must print the other word.
const OFTEN: usize = 4;

/// How often the text must name another period.
const FEWEST_PERIODS: usize = 2;

/// What the text below a heading holds: its own paragraphs, and those of the nodes below it.
struct Below<'r, 'a> {
    title: &'r Passage<'a>,
    children: Vec<&'a Node>,
    passages: Vec<&'r Passage<'a>>,
}

/// Headings that differ from their own text.
pub(crate) fn headings_against_text(reading: &Reading) -> Vec<FindingDraft> {
    let sections = sections(reading);
    let find = |below: &Below| other_count(below).or_else(|| other_period(below)).or_else(|| other_word(below));
    sections.iter().filter_map(find).collect()
}

/// Every titled node with what stands below it. A chapter with many nodes is left to its sections, so that each text is
/// read for the heading above it and for the one above that only.
fn sections<'r, 'a>(reading: &'r Reading<'a>) -> Vec<Below<'r, 'a>> {
    let mut passages: FxHashMap<&str, Vec<&Passage>> = FxHashMap::default();
    for passage in &reading.passages {
        passages.entry(&passage.node.id).or_default().push(passage);
    }
    let of = |id: &str| passages.get(id).into_iter().flatten().copied();
    let section = |title: &'r Passage<'a>| {
        let own = reading.children.get(title.node.id.as_str()).cloned().unwrap_or_default();
        let all = of(&title.node.id).chain(own.iter().flat_map(|child| of(&child.id)));
        Below { title, passages: all.filter(|passage| !std::ptr::eq(*passage, title)).collect(), children: own }
    };
    reading.passages.iter().filter(|passage| passage.is_title()).map(section).collect()
}

/// A heading that announces another number of things (三大工程) than are listed below it.
fn other_count(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let (number, noun, range) = announced(&title.chars)?;
    let by_child: Vec<Citation> = below
        .children
        .iter()
        .filter(|child| child.title.as_deref().is_some_and(|title| title.contains(noun)))
        .map(|child| Citation {
            line: child.lines[0],
            node: Some(child.id.clone()),
            quote: child.title.clone().unwrap_or_default(),
        })
        .collect();
    // Every child, and no other, is one of the things.
    let by_child = Some(by_child).filter(|listed| listed.len() == below.children.len() && listed.len() > 1);
    let listed = by_child.or_else(|| {
        let entries: Vec<Citation> = below.passages.iter().flat_map(|passage| entries_with(passage, noun)).collect();
        Some(entries).filter(|entries| entries.len() > 1)
    })?;
    let found = u32::try_from(listed.len()).unwrap_or_default();
    (found != number).then(|| {
        let citation = title.cite(range.0, range.1);
        let what = format!("标题写“{}”，其下列有{found}项", citation.quote);
        FindingDraft::new(Confidence::Medium, what, [citation].into_iter().chain(listed))
    })
}

/// The number of things that a title announces, the noun for them, and where the words stand. Words
/// in quotation marks are a name.
fn announced(chars: &[char]) -> Option<(u32, &'static str, (usize, usize))> {
    let is_numeral = |at: usize| chars.get(at).is_some_and(|c| COUNTING_NUMERALS.contains(*c));
    (0..chars.len()).filter(|at| is_numeral(*at) && !is_numeral(at + 1)).find_map(|at| {
        let counter = chars.get(at + 1).filter(|c| LISTED_COUNTERS.contains(**c))?;
        let rest: String = chars.iter().skip(at + 2).collect();
        let noun = COUNTED_NOUNS.prefix_of(&rest)?;
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        if matches!(before, Some('“' | '第' | '十'))
            || before.is_some_and(|c| COUNTING_NUMERALS.contains(*c))
            || *counter == ' '
        {
            return None;
        }
        let number = numeral::parse(&chars.get(at)?.to_string()).filter(|number| *number > 1)?;
        Some((number, noun, (at, at + 2 + noun.chars().count())))
    })
}

/// The entries (一是…) of a text that name what is counted.
fn entries_with(passage: &Passage, noun: &str) -> Vec<Citation> {
    let text = passage.text;
    let mut starts: Vec<usize> = ENTRY_OPENINGS.iter().filter_map(|opening| text.find(opening)).collect();
    starts.sort_unstable();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    let entries: Vec<(usize, &str)> =
        starts.iter().zip(ends).filter_map(|(from, to)| Some((*from, text.get(*from..to)?))).collect();
    if !entries.iter().all(|(_, entry)| entry.contains(noun)) {
        return Vec::new();
    }
    let cite = |(from, entry): &(usize, &str)| {
        let at = text.get(..*from).map_or(0, |before| before.chars().count());
        passage.cite(at, at + entry.chars().take_while(|c| !matches!(c, '，' | '。' | '；')).count())
    };
    entries.iter().map(cite).collect()
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
    let what = format!("标题写“{named}”，其下正文写“{other}”");
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
    let what = format!("标题写“{}”，其下正文多处写“{other}”", citation.quote);
    Some(FindingDraft::new(Confidence::Low, what, [citation].into_iter().chain(first)))
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
            _ if STARTED_THINGS.is_in(&nearby) => Some(Self::Word),
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
