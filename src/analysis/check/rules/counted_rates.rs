//! Rates of a table or a sentence that the counts of the text contradict: 常住人口40万人，签约居民16万人 beside 签约率52%; 活产5000例，婴儿死亡20例 beside
//! 婴儿死亡率6.8‰; 常住人口50万人，医师1200人 beside 每千人口医师数3.1.
//!
//! A rate is told only if its year is that of the counts, and if no two counts of the text come to it, nor one of them with
//! a count of another text.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::around::{sentence_of, year_before};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::count::STATING_CHARS;
use crate::lexicon::metric::{OF_ALL_PEOPLE, POPULATIONS, RATIO_WORDS};
use crate::lexicon::unit::{HEADS, RATE_BASES};
use crate::model::{Confidence, ValueKind};
use crate::registry::name;
use crate::words::findings::figures;

/// How far a rate may lie from its quotient, as a share of it and in its own unit.
const ROUGH: f64 = 0.06;
const TOLERANCE: f64 = 0.12;

/// The most counts of a plan, and the most rates, that are compared.
const MOST_COUNTS: usize = 4000;
const MOST_NEAR: usize = 24;

/// The most texts that a rate is compared with.
const MOST_TEXTS: usize = 40;

/// Fewest characters that the deed of a rate shares with the name of a count: 签约.
const DEED: usize = 2;

/// Fewest characters of what a share is of.
const STEM: usize = 6;

/// Most characters of the name of a count.
const LONGEST_NAME: usize = 26;

/// A count of the text with the words before it and the year of its sentence.
struct Count {
    amount: Amount,
    words: String,
    /// The Chinese characters right behind it: 36所|乡镇卫生院中有.
    behind: String,
    year: Option<u16>,
    passage: usize,
}

/// A rate that a row or a sentence prints.
struct Rate<'r> {
    name: &'r str,
    year: u16,
    is_base: bool,
    value: f64,
    half: f64,
    unit: String,
    printed: &'r str,
    citations: Vec<Citation>,
    /// The line on which a sentence prints it, whose own numbers other rules compare.
    line: Option<u32>,
}

/// Rates that two counts of the text contradict, each once.
pub(crate) fn counts_against_rates(reading: &Reading) -> Vec<FindingDraft> {
    let counts = counts(reading);
    if counts.is_empty() {
        return Vec::new();
    }
    let passages: Vec<&[Count]> = counts.chunk_by(|one, next| one.passage == next.passage).collect();
    // Each rate is compared only with the texts that print two characters of what it counts.
    let mut by_pair: FxHashMap<[char; 2], Vec<usize>> = FxHashMap::default();
    for (at, counts) in passages.iter().enumerate() {
        for pair in counts.iter().flat_map(|count| pairs(&count.words).into_iter().chain(pairs(&count.behind))) {
            let texts = by_pair.entry(pair).or_default();
            if texts.last() != Some(&at) && texts.len() < MOST_TEXTS {
                texts.push(at);
            }
        }
    }
    let in_texts = |rate: &Rate| {
        let measure = Measure::of(rate)?;
        let last = pairs(&measure.part);
        let wanted = if matches!(measure.whole, Whole::Reached) {
            last.as_slice()
        } else {
            last.get(last.len().checked_sub(1)?..)?
        };
        let texts: Vec<usize> =
            wanted.iter().filter_map(|pair| by_pair.get(pair)).flatten().copied().take(MOST_TEXTS).collect();
        texts
            .into_iter()
            .filter_map(|at| passages.get(at))
            .find_map(|near| contradiction(reading, rate, &measure, [near, &counts]))
    };
    rates(reading).iter().filter_map(in_texts).collect()
}

/// Numbers of things that are the very number of the share that a row gives of them: 设置老年医学科的医院达到60家 beside 设置老年医学科的比例60%.
pub(crate) fn counts_like_shares(reading: &Reading) -> Vec<FindingDraft> {
    let mut shares: FxHashMap<u64, Vec<(String, &TableRow, &Cell)>> = FxHashMap::default();
    for row in &reading.rows {
        let bare = row.row.name.split(['（', '(']).next().unwrap_or_default();
        let Some(stem) = RATIO_WORDS.strip_suffix(bare.trim()) else { continue };
        let stem = stem.strip_suffix('的').unwrap_or(stem).to_owned();
        let is_share = row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%");
        for cell in row.own_cells().filter(|cell| cell.is_absolute() && is_share && stem.chars().count() >= STEM) {
            let number = cell.value.number.unwrap_or_default();
            shares.entry(number.to_bits()).or_default().push((stem.clone(), row, cell));
        }
    }
    let told = counts(reading).into_iter().filter_map(|count| {
        let (_, row, cell) =
            shares.get(&count.amount.value.to_bits())?.iter().find(|(stem, ..)| count.words.contains(stem.as_str()))?;
        let passage = reading.passages.get(count.passage)?;
        let citation = passage.cite(count.amount.from - count.words.chars().count(), count.amount.to);
        let what =
            figures::count_and_share(&citation.quote, format!("{} {}", row.row.name, cell.citation.quote.trim()));
        Some(FindingDraft::new(Confidence::Medium, what, [citation].into_iter().chain(row.cite_with(&cell.citation))))
    });
    told.collect()
}

/// The pairs of characters of some words, in their order.
fn pairs(words: &str) -> Vec<[char; 2]> {
    let chars: Vec<char> = words.chars().collect();
    chars.windows(2).filter_map(|pair| <[char; 2]>::try_from(pair).ok()).collect()
}

fn counts(reading: &Reading) -> Vec<Count> {
    let texts = reading.passages.iter().enumerate().filter(|(_, passage)| !passage.is_title());
    let in_text = |(at, passage): (usize, &Passage)| {
        let chars = &passage.chars;
        let amounts = amount::find_amounts(chars);
        let count = |amount: Amount| {
            let sentence = sentence_of(chars, amount.from);
            let is_plain = !matches!(amount.unit.as_str(), "%" | "‰" | "" | "元" | "岁");
            let year = year_before(chars, sentence, amount.from).parse().ok();
            let behind = chars.iter().skip(amount.to).take(LONGEST_NAME).take_while(|c| is_han(**c)).collect();
            is_plain.then(|| Count { words: words_before(passage, &amount), behind, year, passage: at, amount })
        };
        amounts.into_iter().filter_map(count).collect::<Vec<_>>()
    };
    texts.flat_map(in_text).take(MOST_COUNTS).collect()
}

fn words_before(passage: &Passage, amount: &Amount) -> String {
    let before = passage.chars.get(..amount.from).unwrap_or_default();
    let is_of_name = |c: &&char| c.is_alphanumeric() || matches!(c, '（' | '）');
    let n_words = before.iter().rev().take(LONGEST_NAME).take_while(is_of_name).count();
    before.get(amount.from - n_words..).unwrap_or_default().iter().collect()
}

/// The rates of the rows and of the sentences, results only.
fn rates<'r>(reading: &'r Reading) -> Vec<Rate<'r>> {
    let mut rates = Vec::new();
    for row in &reading.rows {
        for cell in row.own_cells().filter(|cell| cell.is_absolute() && cell.value.kind != Some(ValueKind::Target)) {
            let (Some(year), Some(value)) = (cell.value.year, cell.value.number) else { continue };
            let unit = row.metric.measure(row.row.unit.as_deref()).unwrap_or_default();
            rates.push(Rate {
                name: &row.row.name,
                year,
                is_base: true,
                value,
                half: half(&cell.citation.quote),
                unit,
                printed: &cell.citation.quote,
                citations: row.cite_with(&cell.citation).to_vec(),
                line: None,
            });
        }
    }
    for figure in reading.text_figures.iter().filter(|figure| figure.kind != ValueKind::Target && figure.is_exact()) {
        let Some(year) = figure.year else { continue };
        rates.push(Rate {
            name: &figure.metric.name,
            year,
            is_base: false,
            value: figure.number,
            half: half(&figure.raw),
            unit: figure.unit.clone().unwrap_or_default(),
            printed: &figure.raw,
            citations: vec![figure.citation.clone()],
            line: Some(figure.citation.line),
        });
    }
    rates
}

/// Half of the last printed decimal.
fn half(printed: &str) -> f64 {
    let decimals = printed.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
    i32::try_from(decimals).map_or(0.0, |decimals| 0.5 * 0.1_f64.powi(decimals))
}

/// What the counts of one text say against a rate; `None` where none of them are what it is of, or two of them come to it, or one of
/// them with any other count of the plan.
fn contradiction(
    reading: &Reading,
    rate: &Rate,
    measure: &Measure,
    [counts, all_counts]: [&[Count]; 2],
) -> Option<FindingDraft> {
    let is_of_year = |count: &&Count| count.year == Some(rate.year) || count.year.is_none() && rate.is_base;
    let counts: Vec<&Count> = counts.iter().filter(is_of_year).take(MOST_NEAR).collect();
    let parts = || counts.iter().filter(|count| measure.is_part(count));
    let wholes = || counts.iter().filter(|count| measure.is_whole(count));
    let quotient = |part: &Count, whole: &Count| part.amount.value / whole.amount.value * measure.scale;
    let is_pair = |part: &Count, whole: &Count| {
        part.amount.value < whole.amount.value
            && (!measure.is_of_same_unit || part.amount.unit == whole.amount.unit)
            && whole.amount.value > 0.0
    };
    let agrees = |part: &Count, whole: &Count| {
        let computed = quotient(part, whole);
        let relative = part.amount.half / part.amount.value.max(1.0) + whole.amount.half / whole.amount.value;
        let rough = if measure.is_of_same_unit { relative } else { ROUGH.max(relative) };
        (computed - rate.value).abs() <= computed * rough + rate.half + TOLERANCE.min(rate.value / 50.0)
    };
    let all = || counts.iter().flat_map(|part| counts.iter().map(move |whole| (part, whole)));
    if all().any(|(part, whole)| is_pair(part, whole) && agrees(part, whole)) {
        return None;
    }
    let (part, whole) = parts()
        .flat_map(|part| wholes().map(move |whole| (part, whole)))
        .filter(|(part, whole)| part.amount.from != whole.amount.from && is_pair(part, whole))
        .min_by_key(|(part, whole)| part.amount.from.abs_diff(whole.amount.from))?;
    if all_counts.iter().filter(is_of_year).any(|other| is_pair(part, other) && agrees(part, other)) {
        return None;
    }
    let passage = reading.passages.get(part.passage)?;
    let (from, to) = (part.amount.from.min(whole.amount.from), part.amount.to.max(whole.amount.to));
    let to = if matches!(measure.whole, Whole::Reached) { to + REACHED } else { to };
    let lead = if part.amount.from < whole.amount.from { &part.words } else { &whole.words };
    let lead = lead.chars().rev().take_while(|c| is_han(*c)).count();
    let citation = passage.cite(from - lead, to);
    if rate.line == Some(citation.line) {
        return None;
    }
    let computed = (quotient(part, whole) * 100.0).round() / 100.0;
    let what = figures::counts_and_rate(
        &part.amount.printed,
        &whole.amount.printed,
        computed,
        &rate.unit,
        rate.name,
        rate.printed,
    );
    Some(FindingDraft::new(Confidence::Medium, what, [citation].into_iter().chain(rate.citations.iter().cloned())))
}

/// What a rate is a quotient of, by its name.
struct Measure {
    /// The name of what is counted, or the deed that counts.
    part: String,
    /// The name of the rate without brackets.
    name: String,
    whole: Whole,
    scale: f64,
    is_of_same_unit: bool,
}

enum Whole {
    Population,
    Births,
    /// What the name of the rate names itself.
    Named,
    /// All people, of whom the rate needs no word: 签约率.
    People,
    /// What the name begins with, before what some of them reach: 乡镇卫生院达到…标准的比例.
    Reached,
}

impl Measure {
    fn of(rate: &Rate) -> Option<Self> {
        let whole_name = format!("{}{}", name::key(rate.name), rate.name);
        let bare: String = rate.name.split(['（', '(']).next().unwrap_or_default().trim().to_owned();
        let unit = if rate.unit.is_empty() && rate.name.contains('%') { "%" } else { rate.unit.as_str() };
        if let Some((base, heads)) = HEADS.iter().find(|(base, _)| bare.contains(base) && **base != *"人均") {
            let (_, counted) = rate.name.split_once(base)?;
            let counted = without_unit(counted);
            let counted = counted.strip_suffix('数').unwrap_or(&counted).to_owned();
            let is_long = counted.chars().count() >= DEED;
            return is_long.then_some(Self {
                part: counted,
                name: whole_name,
                whole: Whole::Population,
                scale: *heads,
                is_of_same_unit: false,
            });
        }
        if let Some(name) = RATIO_WORDS.strip_suffix(&bare).filter(|_| unit == "%") {
            let part = name.strip_suffix('的').unwrap_or(name).to_owned();
            return Some(Self { part, name: whole_name, whole: Whole::Reached, scale: 100.0, is_of_same_unit: true });
        }
        let stem = bare.strip_suffix('率')?;
        let scale = match unit {
            "%" => 100.0,
            "‰" => 1e3,
            "1/10万" => 1e5,
            _ => return None,
        };
        if let Some(who) = stem.strip_suffix("死亡").filter(|who| !who.is_empty()) {
            let part = format!("{who}死亡");
            return Some(Self { part, name: whole_name, whole: Whole::Births, scale, is_of_same_unit: false });
        }
        let deed: Vec<char> = stem.chars().rev().take(DEED).collect();
        let part: String = deed.into_iter().rev().collect();
        let is_rate = unit == "%" && part.chars().count() == DEED;
        let whole = if OF_ALL_PEOPLE.contains(&bare) { Whole::People } else { Whole::Named };
        is_rate.then_some(Self { part, name: whole_name, whole, scale, is_of_same_unit: true })
    }

    fn is_part(&self, count: &Count) -> bool {
        let words = count.words.trim_end_matches(|c| STATING_CHARS.contains(c));
        match self.whole {
            Whole::Population => words.ends_with(&self.part),
            Whole::Births => words.replace("发生", "").replace("报告", "").ends_with(&self.part),
            Whole::Named | Whole::People => words.contains(&self.part) || count.behind.starts_with(&self.part),
            Whole::Reached => {
                starts_alike(&count.behind, REACHED) && self.part.contains(&shortened(&count.behind, REACHED))
            }
        }
    }

    fn is_whole(&self, count: &Count) -> bool {
        let words = count.words.trim_end_matches(|c| STATING_CHARS.contains(c));
        match self.whole {
            Whole::Population | Whole::People => POPULATIONS.ends(words) && count.amount.unit == "人",
            Whole::Reached => {
                starts_alike(&count.behind, THINGS) && self.part.starts_with(&shortened(&count.behind, THINGS))
            }
            Whole::Births => RATE_BASES.ends(words.strip_suffix('数').unwrap_or(words)),
            Whole::Named => {
                let chars: Vec<char> = words.chars().collect();
                let last: String = chars.iter().skip(chars.len().saturating_sub(DEED)).collect();
                !words.contains(&self.part)
                    && last.chars().count() == DEED
                    && last.chars().all(is_han)
                    && self.name.contains(&last)
            }
        }
    }
}

/// Fewest characters of what is reached, and of the things that reach it.
const REACHED: usize = 5;
const THINGS: usize = 3;

/// Whether a text is long enough to be told by its first characters.
fn starts_alike(text: &str, length: usize) -> bool {
    text.chars().count() >= length
}

/// The first characters of a text.
fn shortened(text: &str, length: usize) -> String {
    text.chars().take(length).collect()
}

/// A name without its unit in the bracket at its end: 执业（助理）医师数（人）.
fn without_unit(name: &str) -> String {
    let name = name.trim();
    match name.strip_suffix('）').and_then(|head| head.rsplit_once('（')) {
        Some((head, inside)) if inside.chars().count() <= DEED => head.to_owned(),
        _ => name.to_owned(),
    }
}
