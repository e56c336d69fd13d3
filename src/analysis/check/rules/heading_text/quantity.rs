//! A heading that states a number of things (改造乡镇卫生院8所) above a text that states another one (6所卫生院).

use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::heading_text::below::Below;
use crate::lexicon::count::{DISTRIBUTIVES, PART_OPENINGS, PHASE_WORDS};
use crate::lexicon::unit::{COUNTERS, PEOPLE};
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::model::Confidence;
use crate::text::numeral;
use crate::words::findings::lists;

/// Fewest characters that the name of what is counted shares with that in the text.
const SHARED: usize = 2;

/// Most characters of a name on one side of its number.
const LONGEST_NAME: usize = 16;

/// The amount of a heading with the name of what it counts.
struct Announced {
    amount: Amount,
    name: Vec<char>,
}

/// A heading whose number of things differs from the only one that its text states of them.
pub(super) fn other_quantity(below: &Below) -> Option<FindingDraft> {
    let title = below.title;
    let announced = announced(title)?;
    let mut stated: Vec<(&Passage, Amount)> = Vec::new();
    for passage in &below.passages {
        let amounts = amount::find_amounts(&passage.chars);
        let alike = amounts.into_iter().filter(|amount| amount.unit == announced.amount.unit);
        stated.extend(alike.map(|amount| (*passage, amount)));
    }
    let (passage, amount) = match stated.as_slice() {
        [(passage, amount)] => (passage, amount),
        several => return wrong_sum(title, &announced, several),
    };
    let is_wrong = amount.differs_from(&announced.amount) && counts_the_same(passage, amount, &announced.name);
    is_wrong.then(|| {
        let what = lists::heading_and_text(&announced.amount.printed, &amount.printed);
        let from = amount.from - words_before(passage, amount.from).len().min(LONGEST_NAME);
        let n_behind = words_behind(passage, amount.to).len().min(LONGEST_NAME / 2);
        let citations = [title.cite(0, title.chars.len()), passage.cite(from, amount.to + n_behind)];
        FindingDraft::new(Confidence::Medium, what, citations)
    })
}

/// A heading whose number is another one than the numbers of the years below it come to: 2026年12个，2027年10个，2028年6个.
fn wrong_sum(title: &Passage, announced: &Announced, stated: &[(&Passage, Amount)]) -> Option<FindingDraft> {
    let (first, (passage, last)) = (stated.first()?, stated.last()?);
    let is_of_year = |(passage, amount): &(&Passage, Amount)| {
        let chars = &passage.chars;
        let start = chars.get(..amount.from).unwrap_or_default().iter().rposition(|c| matches!(c, '。' | '；' | '，'));
        let clause: String = chars.get(start.map_or(0, |at| at + 1)..amount.from).unwrap_or_default().iter().collect();
        is_of_a_year(&clause)
            && !clause.contains(['到', '至'])
            && !clause.contains(|c| DISTRIBUTIVES.contains(c))
            && !is_bound(passage, amount)
    };
    let sum: f64 = stated.iter().map(|(_, amount)| amount.value).sum();
    let half: f64 = stated.iter().map(|(_, amount)| amount.half).sum();
    let is_one_text = std::ptr::eq(first.0, *passage) && stated.iter().all(is_of_year);
    let is_wrong = (sum - announced.amount.value).abs() > half + announced.amount.half + amount::TOLERANCE;
    (is_one_text && is_wrong && sum < 2.0 * announced.amount.value).then(|| {
        let what = lists::heading_and_sum(&announced.amount.printed, sum);
        let from = first.1.from.saturating_sub(words_before(passage, first.1.from).len());
        FindingDraft::new(Confidence::Medium, what, [title.cite(0, title.chars.len()), passage.cite(from, last.to)])
    })
}

/// The only number of a heading that counts things or people, in digits or in Chinese numerals before 万, with the name of what it
/// counts: before it, or behind it where the heading ends there.
fn announced(title: &Passage) -> Option<Announced> {
    let chars = &title.chars;
    let in_digits = amount::find_amounts(chars);
    let amount = match in_digits.as_slice() {
        [amount] => amount.clone(),
        [] => in_numerals(chars)?,
        _ => return None,
    };
    let is_counter = COUNTERS.contains(&amount.unit) || PEOPLE.contains(&amount.unit);
    let before = words_before(title, amount.from);
    let behind: Vec<char> =
        chars.iter().skip(amount.to).take(LONGEST_NAME).take_while(|c| is_han(**c)).copied().collect();
    let name = if amount.to == chars.len() { before } else { behind };
    (is_counter && !is_bound(title, &amount) && name.len() >= SHARED).then_some(Announced { amount, name })
}

/// A number in Chinese numerals with 万 and a unit at the end of some characters: 两万名.
fn in_numerals(chars: &[char]) -> Option<Amount> {
    let at = chars.iter().position(|c| *c == '万')?;
    let from = at - chars.get(..at)?.iter().rev().take_while(|c| numeral::is_numeral_char(**c) || **c == '两').count();
    let digits: String = chars.get(from..at)?.iter().map(|c| if *c == '两' { '二' } else { *c }).collect();
    let number = numeral::parse(&digits)?;
    let unit: String = chars.get(at..)?.iter().collect();
    let as_digits: Vec<char> = format!("{number}{unit}").chars().collect();
    let amounts = amount::find_amounts(&as_digits);
    let [amount] = amounts.as_slice() else { return None };
    let printed = chars.get(from..)?.iter().collect();
    // In words it is a round number, and not one rounded to ten thousands.
    let half = amount.half / 10.0;
    (amount.to == as_digits.len()).then(|| Amount { from, to: chars.len(), printed, half, ..amount.clone() })
}

/// The Chinese characters right before a position.
fn words_before(passage: &Passage, at: usize) -> Vec<char> {
    let before = passage.chars.get(..at).unwrap_or_default();
    let length = before.iter().rev().take(LONGEST_NAME).take_while(|c| is_han(**c)).count();
    before.get(at - length..).unwrap_or_default().to_vec()
}

/// The Chinese characters right behind a position.
fn words_behind(passage: &Passage, at: usize) -> Vec<char> {
    passage.chars.iter().skip(at).take(LONGEST_NAME).take_while(|c| is_han(**c)).copied().collect()
}

/// Whether an amount is a bound or about right.
fn is_bound(passage: &Passage, amount: &Amount) -> bool {
    let before: String = words_before(passage, amount.from).into_iter().collect();
    let behind: String = passage.chars.iter().skip(amount.to).take(3).collect();
    let is_rough = COMPARISONS.ends(&before) || ABOUT.ends(&before) || before.ends_with(['近', '超', '逾']);
    is_rough || OR_MORE.begins(&behind) || OR_LESS.begins(&behind) || OR_SO.begins(&behind) || behind.starts_with('余')
}

/// Whether an amount of the text counts what the heading does: the name of the one ends like that of the other, and it is not told
/// of a part, of each of many, or of one year.
fn counts_the_same(passage: &Passage, amount: &Amount, name: &[char]) -> bool {
    let chars = &passage.chars;
    let start = chars.get(..amount.from).unwrap_or_default().iter().rposition(|c| matches!(c, '。' | '；' | '，'));
    let clause: String = chars.get(start.map_or(0, |at| at + 1)..amount.from).unwrap_or_default().iter().collect();
    let is_part = PART_OPENINGS.is_in(&clause)
        || PHASE_WORDS.is_in(&clause)
        || clause.contains(|c| DISTRIBUTIVES.contains(c))
        || is_of_a_year(&clause);
    let before = words_before(passage, amount.from);
    let behind: Vec<char> =
        chars.iter().skip(amount.to).take(LONGEST_NAME).take_while(|c| is_han(**c)).copied().collect();
    let ending = name.get(name.len().saturating_sub(SHARED)..).unwrap_or_default();
    let is_named = before.ends_with(ending) || behind.windows(SHARED).take(LONGEST_NAME / 2).any(|pair| pair == ending);
    is_named && !is_part && !is_bound(passage, amount)
}

/// Whether a clause tells what is done in one year: 2026年改造.
fn is_of_a_year(clause: &str) -> bool {
    clause
        .match_indices('年')
        .any(|(at, _)| clause.get(..at).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use crate::analysis::check::rules::heading_text::headings_against_text;
    use crate::analysis::check::tests::check;

    #[test]
    fn numbers_of_headings() {
        let section =
            |title: &str, text: &str| format!("一、任务\n（一）{title}\n{text}\n（二）做好保障\n落实经费。\n");
        for (title, text, expected) in [
            (
                "改造乡镇卫生院8所",
                "对桐花镇、石桥镇、白石乡6所卫生院进行改造，2028年完工。",
                &["[2, 3] 改造乡镇卫生院8所 | 白石乡6所卫生院进行改造"][..],
            ),
            (
                "培训照护者两万名",
                "五年培训照护者1.5万名，发放手册。",
                &["[2, 3] 培训照护者两万名 | 五年培训照护者1.5万名"],
            ),
            (
                "新建球场30个",
                "2026年建成12个，2027年建成10个，2028年建成6个。",
                &["[2, 3] 新建球场30个 | 年建成12个，2027年建成10个，2028年建成6个"],
            ),
            ("新建球场30个", "2026年建成12个，2027年建成10个，2028年建成8个。", &[]),
            ("新建20个村卫生室", "全县新建村卫生室24个。", &["[2, 3] 新建20个村卫生室 | 全县新建村卫生室24个"]),
            // In parts, each, of one year, of other things, about right, the same.
            ("改造乡镇卫生院8所", "改造中心卫生院3所、一般卫生院5所。", &[]),
            ("改造乡镇卫生院8所", "2026年改造卫生院3所。", &[]),
            ("改造乡镇卫生院8所", "每所卫生院至少配备医师3名。", &[]),
            ("改造乡镇卫生院8所", "其中中心卫生院3所。", &[]),
            ("改造乡镇卫生院8所", "全部8所卫生院2028年完工。", &[]),
            ("培训照护者两万名", "五年培训照护者约1.5万名。", &[]),
        ] {
            let text = section(title, text);
            check(headings_against_text, &[(&text, expected)]);
        }
    }
}
