//! A heading that announces another number of things (三大工程) than its text lists.

use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::heading_text::below::Below;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::heading::{COUNTED_NOUNS, COUNTING_NUMERALS, LISTED_COUNTERS};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Fewest entries of a list within a sentence that is taken for what its heading announces.
const FEWEST_LISTED: usize = 3;

/// The most characters of a noun with the words that say more of it: 能力提升专项行动.
const LONGEST_NOUN: usize = 8;

/// A heading that announces another number of things (三大工程) than are listed below it.
pub(super) fn other_count(below: &Below) -> Option<FindingDraft> {
    announced(&below.title.chars).into_iter().find_map(|announced| other_than_listed(below, announced))
}

/// The finding on things that a title announces, where another number of them is listed.
fn other_than_listed(below: &Below, (number, noun, range): Announced) -> Option<FindingDraft> {
    let title = below.title;
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
    let by_entry = || {
        let entries: Vec<Citation> = below.passages.iter().flat_map(|passage| entries_with(passage, noun)).collect();
        Some(entries).filter(|entries| entries.len() > 1)
    };
    // What is quoted may be a name, unless the headings below are all such things.
    let is_name = range.0.checked_sub(1).and_then(|before| title.chars.get(before)) == Some(&'“');
    let elsewhere = || Some(()).filter(|()| !is_name);
    let each = by_child
        .or_else(|| elsewhere().and_then(|()| by_entry()))
        .or_else(|| elsewhere().and_then(|()| by_clause(below, noun)))
        .and_then(|listed| Some((u32::try_from(listed.len()).ok()?, listed)));
    let only_list = || elsewhere().and_then(|()| only_list(below, noun)).map(|(number, list)| (number, vec![list]));
    let (found, listed) = each.or_else(only_list)?;
    (found != number).then(|| {
        let citation = title.cite(range.0, range.1);
        let what = lists::listed_below(&citation.quote, found);
        FindingDraft::new(Confidence::Medium, what, [citation].into_iter().chain(listed))
    })
}

/// The number of things that a title announces, the noun for them, and where the words stand.
type Announced = (u32, &'static str, (usize, usize));

/// What a title announces: by the noun directly behind the number, and by the one that words before it say more of and that
/// ends the title (五大专项工程).
fn announced(chars: &[char]) -> Vec<Announced> {
    let is_numeral = |at: usize| chars.get(at).is_some_and(|c| COUNTING_NUMERALS.contains(*c));
    let numerals = (0..chars.len()).filter(|at| is_numeral(*at) && !is_numeral(at + 1));
    let things = numerals.filter_map(|at| {
        chars.get(at + 1).filter(|c| LISTED_COUNTERS.contains(**c) && **c != ' ')?;
        let rest: String = chars.iter().skip(at + 2).collect();
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        if matches!(before, Some('第' | '十')) || before.is_some_and(|c| COUNTING_NUMERALS.contains(*c)) {
            return None;
        }
        let number = numeral::parse(&chars.get(at)?.to_string()).filter(|number| *number > 1)?;
        let n_chars = rest.chars().count();
        let is_short = n_chars <= LONGEST_NOUN && rest.chars().all(is_han);
        let last = COUNTED_NOUNS.suffix_of(&rest).filter(|_| is_short).map(|noun| (noun, n_chars));
        let first = COUNTED_NOUNS.prefix_of(&rest).map(|noun| (noun, noun.chars().count()));
        let nouns = last.into_iter().chain(first);
        Some(nouns.map(|(noun, to)| (number, noun, (at, at + 2 + to))).collect::<Vec<_>>())
    });
    things.flatten().collect()
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

/// The parts of the only text below a heading, cut at its semicolons, where each names one of the things at the end of its
/// first clause (开展膳食行动，减盐；开展健身行动，办课堂) and no other place names it.
fn by_clause(below: &Below, noun: &str) -> Option<Vec<Citation>> {
    let [passage] = below.passages.as_slice() else { return None };
    let mut at = 0;
    let mut listed = Vec::new();
    for part in passage.text.trim_end_matches('。').split('；') {
        let clause = part.split('，').next().filter(|clause| clause.ends_with(noun))?;
        let length = clause.chars().count();
        listed.push(passage.cite(at, at + length));
        at += part.chars().count() + 1;
    }
    let is_all = listed.len() >= FEWEST_LISTED && passage.text.matches(noun).count() == listed.len();
    (is_all && below.children.is_empty()).then_some(listed)
}

/// The one list within a sentence of all things that a text names by a noun (胸痛中心、卒中中心和创伤中心): how many it lists, and
/// its place. A list that ends with 等 is not whole, and a noun that stands elsewhere as well may name further things.
fn only_list(below: &Below, noun: &str) -> Option<(u32, Citation)> {
    if !below.children.is_empty() {
        return None;
    }
    let n_named: usize = below.passages.iter().map(|passage| passage.text.matches(noun).count()).sum();
    let unfinished = format!("{noun}等");
    below.passages.iter().find_map(|passage| {
        numbers::split_clauses(passage).find_map(|clause| {
            let text: String = clause.chars.iter().collect();
            let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
            let things: Vec<&str> = text.split('、').flat_map(|entry| without_conjunction(entry, noun)).collect();
            let are_whole = things.iter().all(|thing| thing.ends_with(noun) && !thing.contains(&unfinished));
            let are_all = are_whole && things.len() >= FEWEST_LISTED && things.len() == n_named;
            let number = u32::try_from(things.len()).ok().filter(|_| are_all)?;
            Some((number, passage.cite(clause.from, clause.from + text.chars().count())))
        })
    })
}

/// An entry of a list, or the two that a conjunction joins behind the noun: 卒中中心和创伤中心.
fn without_conjunction<'t>(entry: &'t str, noun: &str) -> Vec<&'t str> {
    let joined = ["以及", "和", "及"].iter().find_map(|word| entry.split_once(word));
    joined.filter(|(one, _)| one.ends_with(noun)).map_or_else(|| vec![entry], |(one, other)| vec![one, other])
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::heading_text::headings_against_text;
    use crate::analysis::check::tests::check;

    #[test]
    fn things_listed_in_a_sentence() {
        check(
            headings_against_text,
            &[
                (
                    "一、任务\n（一）建好五类学校\n支持普通高中学校、中等职业学校和特教学校。\n",
                    &["[2, 3] 五类学校 | 支持普通高中学校、中等职业学校和特教学校"],
                ),
                (
                    "一、任务\n（一）实施四大行动\n开展膳食行动，减盐；开展健身行动，办课堂；开展控烟行动，巩固成果。\n",
                    &["[2, 3] 四大行动 | 开展膳食行动 | 开展健身行动 | 开展控烟行动"],
                ),
                ("一、任务\n（一）实施四大行动\n开展膳食行动，减盐；开展健身行动，办课堂；抓好控烟，巩固成果。\n", &[]),
                (
                    "一、任务\n（一）实施五大专项工程\n1.强基工程\n建站。\n2.引才工程\n招人。\n（二）实施两大提升工程\n1.强基工程\n建站。\n2.引才工程\n招人。\n",
                    &["[2, 3, 5] 五大专项工程 | 强基工程 | 引才工程"],
                ),
                (
                    "一、实施“三大工程”\n1.强基工程\n建站。\n2.引才工程\n招人。\n二、落实“四大工程”\n实施强基工程和引才工程。\n",
                    &["[1, 2, 4] 三大工程 | 强基工程 | 引才工程"],
                ),
                ("一、任务\n（一）建好三类学校\n支持普通高中学校、职业学校和特教学校。\n", &[]),
                ("一、任务\n（一）建好五类学校\n支持高中学校、职业学校、特教学校等学校。\n", &[]),
                ("一、任务\n（一）建好五类学校\n支持高中学校、职业学校、特教学校，办好专门学校。\n", &[]),
            ],
        );
    }
}
