//! Shares that their part and their whole contradict: 120个村，其中90个建成…，占总数的85%; 90个，占总数的三分之二.

use crate::analysis::check::reading::amount::Amount;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::arithmetic::{between, words_before};
use crate::lexicon::count::{PARTS_OF_NAMED, STATING_CHARS};
use crate::lexicon::metric::{AGEING, BEFORE_SHARES, OWN_PLACES, PART_SHARES, SHARES_IN_WORDS, WHOLE_WORDS};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::value::STATED_VALUES;
use crate::model::Confidence;
use crate::words::findings::figures;

/// How far a share may lie from the quotient of its part and its whole, in percentage points, as each may be rounded.
const TOLERANCE: f64 = 1.5;

/// How far a share in words may lie from it.
const ROUGH_TOLERANCE: f64 = 8.0;

/// Most characters between a part and its share.
const REACH: usize = 24;

/// Characters of a deed that names a rate: 设立率.
const DEED: usize = 2;

/// Most characters of the name of a whole that is looked for.
const LONGEST_NAME: usize = 12;

/// What a share is said to be of.
enum Of {
    /// The whole is named: 占常住人口的25%.
    Named(String),
    /// It is that of which the part was told: 占总数的75%, 占75%.
    Told,
    /// It is the amount before the part, by the name of the rate.
    Part,
}

/// The share in percent that ends some amounts, where its part stands right before it.
pub(super) fn wrong_share(passage: &Passage, before: &[Amount], share: &Amount) -> Option<FindingDraft> {
    let (part, before) = before.split_last().filter(|_| share.unit == "%")?;
    let of = share_of(&between(passage, part, share))?;
    judge(passage, before, part, (share.value, TOLERANCE), &of, share.to)
}

/// The rate in percent that ends some amounts, where it is named by what the part before it did: 32家，已设立…的24家，设立率为62.5%.
pub(super) fn wrong_rate(passage: &Passage, before: &[Amount], share: &Amount) -> Option<FindingDraft> {
    let [.., whole, part] = before else { return None };
    let words = between(passage, part, share);
    let clause = words.strip_prefix('，').filter(|clause| clause.chars().count() <= REACH / 2 && share.unit == "%")?;
    let name = STATED_VALUES.strip_suffix(clause).unwrap_or(clause).strip_suffix('率')?;
    let told = between(passage, whole, part) + &words_behind(passage, part);
    let is_of_deed = name.chars().count() == DEED && told.contains(name);
    let is_of_age = AGEING.contains(name) && told.contains('岁');
    let is_near = told.chars().count() <= 2 * REACH && !told.contains('。');
    let is_rate = (is_of_deed || is_of_age) && is_near && whole.counts_like(part);
    is_rate
        .then(|| judge(passage, before.get(..before.len() - 1)?, part, (share.value, TOLERANCE), &Of::Part, share.to))
        .flatten()
}

/// The Chinese characters right behind an amount.
fn words_behind(passage: &Passage, amount: &Amount) -> String {
    passage.chars.iter().skip(amount.to).take(LONGEST_NAME).take_while(|c| is_han(**c)).collect()
}

/// Shares in words: 占总数的三分之二.
pub(super) fn wrong_shares_in_words(passage: &Passage, amounts: &[Amount]) -> Vec<FindingDraft> {
    let judged = amounts.iter().enumerate().filter_map(|(at, part)| {
        let behind: String = passage.chars.iter().skip(part.to).take(REACH).collect();
        let (word, percent) = SHARES_IN_WORDS.iter().find(|(word, _)| behind.contains(word))?;
        let (words, _) = behind.split_once(word)?;
        let of = share_of(words)?;
        let to = part.to + words.chars().count() + word.chars().count();
        judge(passage, amounts.get(..at)?, part, (*percent, ROUGH_TOLERANCE), &of, to)
    });
    judged.collect()
}

/// Reads the words between a part and its share: ，占常住人口的, （占, ，占比为. `None` for any others.
fn share_of(words: &str) -> Option<Of> {
    let last = words.rsplit(|c| CLAUSE_BREAKS.contains(c) || matches!(c, '（' | '、')).next()?;
    let is_one_clause = words.chars().count() <= REACH && !words.contains(['。', '；']) && words != last;
    let rest = PART_SHARES.strip_prefix(last).filter(|_| is_one_clause)?;
    let rest = rest.strip_suffix('的').unwrap_or(rest).trim_start_matches("到了");
    if rest.chars().any(|c| !is_han(c)) || OWN_PLACES.contains(rest) {
        return None;
    }
    let bare = WHOLE_WORDS.strip_suffix(rest).unwrap_or(rest);
    let bare = OWN_PLACES.strip_prefix(bare).unwrap_or(bare);
    let bare = bare.strip_prefix('总').unwrap_or(bare);
    Some(if bare.is_empty() { Of::Told } else { Of::Named(bare.to_owned()) })
}

/// Compares a share with every whole before it that its part can be one of. It is told only if none of them agrees, and the
/// one that it is said to be of is known: by its name, or by 其中 or 中 behind it.
fn judge(
    passage: &Passage,
    before: &[Amount],
    part: &Amount,
    (share, tolerance): (f64, f64),
    of: &Of,
    to: usize,
) -> Option<FindingDraft> {
    let percent_of = |whole: &Amount| part.value / whole.value * 100.0;
    let is_possible = |whole: &&Amount| {
        whole.counts_like(part) && whole.value >= part.value && whole.value > 0.0 && whole.unit != "%"
    };
    let wholes: Vec<&Amount> = before.iter().rev().filter(is_possible).collect();
    if part.unit == "%" || wholes.iter().any(|whole| (percent_of(whole) - share).abs() <= tolerance) {
        return None;
    }
    let whole = match of {
        Of::Named(name) => wholes.iter().find(|whole| is_named(passage, whole, name))?,
        Of::Part => wholes.first()?,
        Of::Told => wholes.first().filter(|whole| is_whole_of(passage, whole, part))?,
    };
    let from = whole.from.min(part.from);
    let what = figures::wrong_share(&part.printed, &whole.printed, percent_of(whole), quote(passage, to));
    Some(FindingDraft::new(Confidence::High, what, [passage.cite(from, to)]))
}

/// The share itself, as printed.
fn quote(passage: &Passage, to: usize) -> String {
    let before = passage.chars.get(..to).unwrap_or_default();
    let n_chars =
        before.iter().rev().take_while(|c| c.is_ascii_digit() || !is_han(**c) || !BEFORE_SHARES.contains(**c)).count();
    before.get(to - n_chars..).unwrap_or_default().iter().collect()
}

/// Whether a whole is called by a name, before its number or behind it: 常住人口320万人, 150个行政村中.
fn is_named(passage: &Passage, whole: &Amount, name: &str) -> bool {
    let behind: String = passage.chars.iter().skip(whole.to).take(LONGEST_NAME).take_while(|c| is_han(**c)).collect();
    let words = words_before(passage, whole);
    let stated = words.trim_end_matches(|c| STATING_CHARS.contains(c));
    WHOLE_WORDS.strip_suffix(stated).unwrap_or(stated).ends_with(name) || behind.starts_with(name)
}

/// Whether the words between a whole and a part say that it is one: ，其中, 个行政村中，有.
fn is_whole_of(passage: &Passage, whole: &Amount, part: &Amount) -> bool {
    let words = between(passage, whole, part);
    words.chars().count() <= 2 * REACH && !words.contains('。') && PARTS_OF_NAMED.is_in(&words)
}
