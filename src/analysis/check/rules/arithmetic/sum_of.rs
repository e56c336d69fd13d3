//! Totals that a sentence sums up behind what they come from: 2026年1600万元，2027年2000万元，两年合计3800万元; 每年培训500名，五年累计培训3000名;
//! 30个，每个补助20万元，共需900万元.

use crate::analysis::check::reading::amount::{Amount, TOLERANCE};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::rules::arithmetic::{between, round, words_before};
use crate::lexicon::change::{CHANGE_VERBS, EVERY_YEAR};
use crate::lexicon::count::{DISTRIBUTIVES, PART_OPENINGS, SUMMING_WORDS, TOTALS_SO_FAR};
use crate::lexicon::punctuation::{RANGE_DASHES, SENTENCE_ENDS};
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::figures;

/// Fewest parts of a sum that are told apart by nothing but their order.
const FEWEST_PARTS: usize = 3;

/// The longest span of years.
const MOST_YEARS: u32 = 20;

/// The total that ends some amounts, and which they do not come to.
pub(super) fn wrong_sum(passage: &Passage, before: &[Amount], total: &Amount) -> Option<FindingDraft> {
    let words = words_before(passage, total);
    let (lead, verb) = SUMMING_WORDS
        .iter()
        .filter_map(|word| Some((words.split_once(word)?.0, word)))
        .min_by_key(|(lead, _)| lead.len())?;
    if is_bound(passage, total) || total.unit.is_empty() || total.unit == "%" {
        return None;
    }
    // All of them stand in one sentence.
    let first = before.iter().rposition(|amount| {
        let text = between(passage, amount, total);
        text.contains(|c| SENTENCE_ENDS.contains(c) || c == '；')
    });
    let parts = before.get(first.map_or(0, |at| at + 1)..)?;
    let computed = every_year(passage, parts, total, lead)
        .or_else(|| each_times(passage, parts, total, lead))
        .or_else(|| listed(passage, parts, total))?;
    let Computed { sum, from, half } = computed;
    ((sum - total.value).abs() > half + total.half + TOLERANCE && sum > 0.0).then(|| {
        let scale = total.value / number_of(&total.printed).filter(|number| *number > 0.0).unwrap_or(total.value);
        let unit: String = total.printed.chars().skip_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let what = figures::wrong_result(round(sum / scale), unit, verb, &total.printed);
        FindingDraft::new(Confidence::Medium, what, [passage.cite(from, total.to)])
    })
}

/// What the numbers before a total come to, and from where they stand.
struct Computed {
    sum: f64,
    from: usize,
    /// By how much it may be off, as the numbers may be rounded.
    half: f64,
}

fn number_of(printed: &str) -> Option<f64> {
    printed.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().ok()
}

/// Whether an amount is a bound or about right.
fn is_bound(passage: &Passage, amount: &Amount) -> bool {
    let words = words_before(passage, amount);
    let behind: String = passage.chars.iter().skip(amount.to).take(3).collect();
    let is_rough = COMPARISONS.ends(&words) || ABOUT.ends(&words) || words.ends_with(['近', '超', '逾']);
    is_rough || OR_MORE.begins(&behind) || OR_LESS.begins(&behind) || OR_SO.begins(&behind) || behind.starts_with('余')
}

/// Each year so many, in a number of years: 每年培训500名，五年累计培训3000名.
fn every_year(passage: &Passage, parts: &[Amount], total: &Amount, lead: &str) -> Option<Computed> {
    let part = parts.last().filter(|part| part.unit == total.unit && !is_bound(passage, part))?;
    let words = words_before(passage, part);
    let is_yearly = EVERY_YEAR.is_in(&words) && (words.contains("每年") || words.contains("年均"));
    let between = between(passage, part, total);
    if !is_yearly || between.contains("其中") || parts.iter().filter(|one| one.unit == total.unit).count() > 1 {
        return None;
    }
    let ahead = || years_of(words.split("每年").next().unwrap_or_default());
    let years = years_of(lead).or_else(ahead).or_else(|| span_before(passage, part))?;
    let sum = part.value * f64::from(years);
    Some(Computed { sum, from: part.from.saturating_sub(words.chars().count()), half: part.half * f64::from(years) })
}

/// The number of years that words end with: 五年, 三年来.
fn years_of(words: &str) -> Option<u32> {
    let (head, _) = words.rsplit_once('年')?;
    let digits: String = {
        let reversed: Vec<char> =
            head.chars().rev().take_while(|c| c.is_ascii_digit() || numeral::is_numeral_char(*c)).collect();
        reversed.into_iter().rev().collect()
    };
    let years = digits.parse().ok().or_else(|| numeral::parse(&digits))?;
    (2..=MOST_YEARS).contains(&years).then_some(years)
}

/// The number of years in the span that a sentence begins with: 2026年至2030年，每年….
fn span_before(passage: &Passage, part: &Amount) -> Option<u32> {
    let before = passage.chars.get(..part.from)?;
    let start = before.iter().rposition(|c| SENTENCE_ENDS.contains(*c)).map_or(0, |at| at + 1);
    (start..part.from).find_map(|at| {
        let (first, end) = parse_integer(before, at).filter(|(year, end)| end - at == 4 && *year > 1900)?;
        let end = end + usize::from(before.get(end) == Some(&'年'));
        before.get(end).filter(|c| RANGE_DASHES.contains(**c) || matches!(c, '到' | '至'))?;
        let (last, _) = parse_integer(before, end + 1)?;
        Some(last.checked_sub(first)? + 1).filter(|years| (2..=MOST_YEARS).contains(years))
    })
}

/// So many things at so much each: 30个…，每个补助20万元，共需900万元.
fn each_times(passage: &Passage, parts: &[Amount], total: &Amount, lead: &str) -> Option<Computed> {
    let [count, each] = parts else { return None };
    let words = words_before(passage, each);
    let is_each = each.unit == total.unit && count.unit != each.unit && words.contains(|c| DISTRIBUTIVES.contains(c));
    // So much each year makes a total of one year: 每点每年5万元，全年共计175万元.
    let is_yearly = words.contains("每年") && lead.ends_with('年');
    let is_timed = words.replace("每年", "").contains(['年', '月', '日']) || words.contains("每年") && !is_yearly;
    let is_plain = !is_bound(passage, count) && !is_bound(passage, each) && !is_timed;
    (is_each && is_plain && count.half <= 0.0 && !count.unit.is_empty()).then_some(Computed {
        sum: count.value * each.value,
        from: count.from,
        half: each.half * count.value,
    })
}

/// Parts that are listed, each with its year, or three and more of them in one list. A part of a part, or one that each of
/// several has, makes them no list.
fn listed(passage: &Passage, parts: &[Amount], total: &Amount) -> Option<Computed> {
    let parts: Vec<&Amount> = parts.iter().filter(|part| part.unit == total.unit).collect();
    let first = parts.first()?;
    let from = first.from.saturating_sub(words_before(passage, first).chars().count());
    let text: String = passage.chars.get(from..total.from)?.iter().collect();
    let is_dated = |part: &&Amount| {
        let words = words_before(passage, part);
        words.contains('年') && words.starts_with(|c: char| c.is_ascii_digit()) || words.starts_with("20")
    };
    let are_plain = !PART_OPENINGS.is_in(&text) && !text.contains(|c| DISTRIBUTIVES.contains(c));
    let is_list = parts.len() >= FEWEST_PARTS || parts.len() == 2 && parts.iter().all(is_dated);
    let is_least = parts.iter().all(|part| part.value < total.value && !is_bound(passage, part));
    // A change, a comparison or a total so far (2027年累计建成65个) is no part.
    let is_part = |part: &&Amount| {
        let words = words_before(passage, part);
        !CHANGE_VERBS.is_in(&words) && !TOTALS_SO_FAR.is_in(&words) && !words.contains(['比', '较', '均'])
    };
    let are_alike = parts.iter().all(is_part);
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let half = parts.iter().map(|part| part.half).sum();
    (are_plain && is_list && is_least && are_alike).then_some(Computed { sum, from, half })
}
