//! Works and institutions that two sentences give another size, cost or date: 区域医疗中心项目总投资12.6亿元 and …总投资12.6万元,
//! 市传染病医院设置床位500张 and …600张, 迁建项目2027年底建成 and …2028年底建成.
//!
//! A sentence is read only where one of a few attributes stands right before the number and the name of a work before that,
//! so that what is compared is one thing by its words. A year beside the number is part of the key for what changes over time.

mod qualities;

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::around::{run_before, sentence_of, year_before};
use crate::analysis::check::reading::difference::are_told;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::metric::part_at_start;
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::rules::named_quantities::qualities::qualities_in;
use crate::analysis::check::rules::year::{Date, date_at};
use crate::lexicon::count::BEFORE_COUNTS;
use crate::lexicon::metric::OWN_PLACES;
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::lexicon::task::OBJECT_PREPOSITIONS;
use crate::lexicon::time::BEFORE_DEADLINES;
use crate::lexicon::value::{ABOUT, COMPARISONS, OR_LESS, OR_MORE, OR_SO};
use crate::lexicon::works::{
    ATTRIBUTES, ATTRIBUTES_BEHIND, BEFORE_DATES, BEFORE_NEW, BEFORE_STEPS, BEFORE_WORKS, DONE_WITH_WORKS,
    EQUIPPING_VERBS, LASTING_ATTRIBUTES, STEPS_IN_ORDER, THIS_WORK, WORK_ENDINGS, WORK_NOUNS,
};
use crate::model::{Confidence, Plan};
use crate::words::findings::figures;

/// Fewest and most characters of the name of a work.
const NAME: std::ops::RangeInclusive<usize> = 4..=30;

/// Fewest and most characters of what an institution is equipped with.
const NAME_OF_THING: std::ops::RangeInclusive<usize> = 3..=10;

/// Fewest characters of what a part of the place does: 改造户厕.
const SHORTEST_DEED: usize = 4;

/// Fewest characters of a name that is told from a longer one which ends with it.
const SHORTEST_ENDING: usize = 6;

/// The place of what is built in the order of the steps of works.
const BUILT: u8 = 4;

/// Most characters between a date and what happens then.
const TO_VERB: usize = 8;

/// The most names that one which ends alike is looked for among.
const MOST_NAMES: usize = 400;

/// What a sentence says of a work.
struct Stated {
    name: String,
    /// The attribute with the unit of its number, or the milestone, and the year where the value depends on it.
    key: String,
    value: Value,
    /// The value as printed, with its unit.
    raw: String,
    citation: Citation,
    /// The number of the text and that of the sentence in it.
    place: (usize, usize),
}

/// The value of an attribute, the date of a milestone, or a place or a grade in words.
enum Value {
    Amount(Amount),
    Date(Date),
    Words(String),
}

impl Value {
    /// Whether two values of one key cannot both be right. Dates are compared as far as both name month and day.
    fn differs_from(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount(one), Self::Amount(other)) => one.differs_from(other),
            (Self::Date(one), Self::Date(other)) => one.is_after(other) || other.is_after(one),
            // 城东新区 is in 江城城东新区.
            (Self::Words(one), Self::Words(other)) => !one.contains(other.as_str()) && !other.contains(one.as_str()),
            _ => false,
        }
    }
}

/// Works of which two sentences state one attribute with two values, each attribute once.
pub(crate) fn works_stated_twice(reading: &Reading) -> Vec<FindingDraft> {
    let texts = reading.passages.iter().enumerate().filter(|(_, passage)| !passage.is_title());
    let all: Vec<Stated> = texts
        .flat_map(|(text, passage)| {
            let mut stated = amounts_in(passage, text);
            stated.extend(dates_in(passage, text));
            stated.extend(parts_in(reading.plan, passage, text));
            stated.extend(qualities_in(passage, text));
            stated
        })
        .collect();
    let names = one_name_each(&all);
    let mut firsts: HashMap<(&str, &str), &Stated> = HashMap::new();
    let mut told: Vec<(&str, &str)> = Vec::new();
    let mut drafts = Vec::new();
    let is_figure = |one: &Stated, other: &Stated| {
        are_told(&reading.text_figures, (one.citation.line, &one.raw), (other.citation.line, &other.raw))
    };
    for (other, name) in all.iter().zip(&names) {
        let key = (name.as_str(), other.key.as_str());
        let one = *firsts.entry(key).or_insert(other);
        if one.place != other.place
            && one.value.differs_from(&other.value)
            && !told.contains(&key)
            && !is_figure(one, other)
        {
            told.push(key);
            let what = figures::two_works(&one.name, &one.raw, &other.raw);
            let citations = [one.citation.clone(), other.citation.clone()];
            drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
        }
    }
    drafts
}

/// The name of each statement, the longest one for all that end alike, if only one such name is longer.
fn one_name_each(all: &[Stated]) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for stated in all.iter().take(MOST_NAMES) {
        if !names.contains(&stated.name.as_str()) {
            names.push(&stated.name);
        }
    }
    let whole = |name: &str| {
        let is_longer = |other: &&&str| other.len() > name.len() && other.ends_with(name);
        let mut longer = names.iter().filter(is_longer).filter(|_| name.chars().count() >= SHORTEST_ENDING);
        longer.next().filter(|_| longer.next().is_none()).map_or(name, |longer| longer).to_owned()
    };
    let by_name: HashMap<&str, String> = names.iter().map(|name| (*name, whole(name))).collect();
    all.iter().map(|stated| by_name.get(stated.name.as_str()).unwrap_or(&stated.name).clone()).collect()
}

/// The attributes of works that a text states.
fn amounts_in(passage: &Passage, text: usize) -> Vec<Stated> {
    let chars = &passage.chars;
    let mut subject: Option<(usize, String)> = None;
    let mut stated = Vec::new();
    for amount in amount::find_amounts(chars) {
        let sentence = sentence_of(chars, amount.from);
        let run = run_before(chars, amount.from);
        let found = attribute_at_end(&run).map(|(attribute, before)| (attribute.to_owned(), before));
        let found =
            found.or_else(|| attribute_behind(chars, &amount, &run)).or_else(|| equipment(chars, &amount, &run));
        let Some((attribute, before)) = found else { continue };
        let own = name_at_end(before).filter(|_| !THIS_WORK.contains(before));
        let is_bare = before.is_empty() || WORK_ENDINGS.contains(before) || THIS_WORK.contains(before);
        let of_sentence = || subject.as_ref().filter(|(of, _)| *of == sentence).map(|(_, name)| name.clone());
        let inherited = is_bare.then(|| of_sentence().or_else(|| name_of_first_clause(chars, sentence))).flatten();
        let is_own = own.is_some();
        let Some(name) = own.or(inherited).filter(|_| !is_bound(chars, &run, &amount)) else { continue };
        if is_own {
            subject = Some((sentence, name.clone()));
        }
        let year = if LASTING_ATTRIBUTES.contains(&attribute) {
            String::new()
        } else {
            year_before(chars, sentence, amount.from)
        };
        let key = format!("{attribute}|{}|{year}", amount.unit);
        let from = amount.from
            - if is_own {
                run.chars().count().min(name.chars().count() + attribute.chars().count() + 4)
            } else {
                attribute.chars().count()
            };
        stated.push(Stated {
            name,
            key,
            raw: amount.printed.clone(),
            citation: passage.cite(from, amount.to),
            value: Value::Amount(amount),
            place: (text, sentence),
        });
    }
    stated
}

/// The milestones of works that a text dates: …项目2027年底建成.
fn dates_in(passage: &Passage, text: usize) -> Vec<Stated> {
    let chars = &passage.chars;
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let starts = (0..chars.len()).filter(|at| is_digit(Some(*at)) && !is_digit(at.checked_sub(1)));
    let stated = starts.filter_map(|from| {
        let date = date_at(chars, from).filter(|date| date.is_marked)?;
        let behind: String = without_mark(chars, date.end).take(TO_VERB).take_while(|c| is_han(**c)).collect();
        let steps = STEPS_IN_ORDER.iter().filter(|(verb, _)| behind.contains(verb) && !is_vague(verb));
        let (_, rank) = steps.min_by_key(|(verb, _)| behind.find(verb))?;
        let milestone = if *rank >= BUILT { "建成" } else { "开工" };
        let run = run_before(chars, from);
        let own = name_at_end(BEFORE_DATES.strip_suffix(&run).unwrap_or(&run));
        let (name, n_before) = match own {
            Some(name) => {
                let n_before = run.chars().count().min(name.chars().count() + 2);
                (name, n_before)
            }
            None => (name_behind_step(chars, date.end)?, 0),
        };
        let place = (text, sentence_of(chars, from));
        let citation = passage.cite(from - n_before, date.end + behind.chars().count());
        let raw = passage.cite(from, date.end).quote + milestone;
        Some(Stated { name, key: milestone.to_owned(), value: Value::Date(date), raw, citation, place })
    });
    stated.collect()
}

/// What stands behind a date, without the mark behind its bound: 2027年底前，|全面建成….
fn without_mark(chars: &[char], from: usize) -> impl Iterator<Item = &char> {
    let bound: String = chars.iter().skip(from).take_while(|c| is_han(**c)).collect();
    let is_bound = BEFORE_DEADLINES.contains(&bound);
    chars.iter().skip(from + if is_bound { bound.chars().count() + 1 } else { 0 })
}

/// The work that stands behind the step that it is to have come to by a date: 2027年底前，全面建成|市公共卫生临床中心.
fn name_behind_step(chars: &[char], from: usize) -> Option<String> {
    let clause: String = without_mark(chars, from).take_while(|c| is_han(**c)).collect();
    let clause = BEFORE_STEPS.strip_prefix(&clause).unwrap_or(&clause);
    let (step, _) = STEPS_IN_ORDER
        .iter()
        .filter(|(step, rank)| **rank >= BUILT && !is_vague(step) && clause.starts_with(step))
        .max_by_key(|(step, _)| step.len())?;
    let rest = clause.strip_prefix(step)?;
    // A work that is one of several (建成医院和学校) is no single one.
    let is_single = WORK_NOUNS.ends(rest) && CONJUNCTION_CHARS.iter().all(|c| !rest.contains(c));
    name_at_end(rest).filter(|_| is_single)
}

/// Whether a verb says too little of how far a work is: 启动, 完成 may be of a part of it.
fn is_vague(verb: &str) -> bool {
    matches!(verb, "启动" | "完成" | "立项")
}

/// The attribute that some words end with, one for those of one sense, and the words before it.
fn attribute_at_end(run: &str) -> Option<(&'static str, &str)> {
    let stated = BEFORE_COUNTS.strip_suffix(run).unwrap_or(run);
    let (word, attribute) =
        ATTRIBUTES.iter().filter(|(word, _)| stated.ends_with(word)).max_by_key(|(word, _)| word.len())?;
    let before = stated.strip_suffix(word)?;
    Some((attribute, before.strip_suffix('的').unwrap_or(before)))
}

/// The attribute behind an amount (350张床位), and the words before it, which are the name of the work or name none.
fn attribute_behind<'r>(chars: &[char], amount: &Amount, run: &'r str) -> Option<(String, &'r str)> {
    let behind: String = chars.get(amount.to..)?.iter().take_while(|c| is_han(**c)).collect();
    let (_, attribute) = ATTRIBUTES_BEHIND.iter().find(|(word, _)| behind.starts_with(word))?;
    let is_named = name_at_end(run).is_some();
    let is_of_other = !is_named && WORK_NOUNS.is_in(run) || run.contains("其中");
    let before = if is_named { run } else { "" };
    (!BEFORE_NEW.ends(run) && !is_of_other).then(|| ((*attribute).to_owned(), before))
}

/// What an institution is equipped with, as the attribute, and the words before the verb: 市急救中心|配备救护车12辆.
fn equipment<'r>(chars: &[char], amount: &Amount, run: &'r str) -> Option<(String, &'r str)> {
    let (at, verb) = EQUIPPING_VERBS.iter().filter_map(|verb| Some((run.rfind(verb)?, verb))).max()?;
    let between = run.get(at + verb.len()..)?;
    let behind: String = chars.get(amount.to..)?.iter().take_while(|c| is_han(**c)).collect();
    let thing = if between.is_empty() { behind.as_str() } else { between };
    let before = run.get(..at)?;
    let before = OBJECT_PREPOSITIONS.strip_prefix(before).unwrap_or(before);
    let is_thing = NAME_OF_THING.contains(&thing.chars().count()) && !thing.contains('的');
    (is_thing && name_at_end(before).is_some()).then(|| (thing.to_owned(), before))
}

/// The name of a work that some words end with, without the verbs before it and without what says that it is of the own place.
fn name_at_end(run: &str) -> Option<String> {
    let mut name = run;
    while let Some(rest) = BEFORE_WORKS.strip_prefix(name).or_else(|| OWN_PLACES.strip_prefix(name)) {
        name = rest;
    }
    let is_name = WORK_NOUNS.ends(name) && NAME.contains(&name.chars().count());
    let bare = WORK_ENDINGS.strip_suffix(name).filter(|bare| NAME.contains(&bare.chars().count())).unwrap_or(name);
    is_name.then(|| bare.to_owned())
}

/// The work that the first clause of a sentence is about, where it is all verb and name: 实施供水管道更新工程，….
fn name_of_first_clause(chars: &[char], sentence: usize) -> Option<String> {
    let clause: String = chars.get(sentence..)?.iter().take_while(|c| is_han(**c)).collect();
    let is_clause = chars.get(sentence + clause.chars().count()) == Some(&'，');
    if let Some(name) = name_at_end(&clause).filter(|name| clause.chars().count() > name.chars().count()) {
        return Some(name).filter(|_| is_clause);
    }
    if let Some(bare) = DONE_WITH_WORKS.strip_suffix(&clause).filter(|_| is_clause)
        && let Some(name) = name_at_end(bare)
    {
        return Some(name);
    }
    // 县医院新院区项目|位于…, 推进县医院新院区项目|前期工作: the first word for a work ends the name.
    let end = WORK_ENDINGS.iter().filter_map(|word| Some(clause.find(word)? + word.len())).min()?;
    name_at_end(clause.get(..end)?).filter(|_| is_clause)
}

/// What parts of the own place do in so many places or for so many, by the words from their name on: 白石乡改造户厕150户.
fn parts_in(plan: &Plan, passage: &Passage, text: usize) -> Vec<Stated> {
    let chars = &passage.chars;
    let stated = amount::find_amounts(chars).into_iter().filter_map(|amount| {
        let run = run_before(chars, amount.from);
        let words = BEFORE_COUNTS.strip_suffix(&run).unwrap_or(&run);
        let part = part_at_start(plan, words)?;
        let is_told = !amount.unit.is_empty()
            && words.chars().count() >= part.chars().count() + SHORTEST_DEED
            && !is_bound(chars, &run, &amount);
        let sentence = sentence_of(chars, amount.from);
        let year = year_before(chars, sentence, amount.from);
        let from = amount.from - run.chars().count();
        is_told.then(|| Stated {
            name: words.to_owned(),
            key: format!("{part}|{}|{year}", amount.unit),
            raw: amount.printed.clone(),
            citation: passage.cite(from, amount.to),
            value: Value::Amount(amount),
            place: (text, sentence),
        })
    });
    stated.collect()
}

/// Whether an amount is a bound or about right.
fn is_bound(chars: &[char], run: &str, amount: &Amount) -> bool {
    let behind: String = chars.iter().skip(amount.to).take(3).collect();
    let is_rough = COMPARISONS.ends(run) || ABOUT.ends(run) || run.ends_with(['近', '超', '逾']);
    is_rough || OR_MORE.begins(&behind) || OR_LESS.begins(&behind) || OR_SO.begins(&behind) || behind.starts_with('余')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn works_with_two_values() {
        let two = |one: &str, other: &str| format!("一、项目\n{one}\n二、保障\n{other}\n");
        let cases: [(&str, &str, &[&str]); 12] = [
            (
                "建设东部医疗中心，东部医疗中心项目总投资12.6亿元。",
                "东部医疗中心项目总投资12.6万元，自筹解决。",
                &["[2, 4] 东部医疗中心项目总投资12.6亿元 | 东部医疗中心项目总投资12.6万元"],
            ),
            (
                "新建市传染病医院规划床位500张，建筑面积8.6万平方米。",
                "市传染病医院建筑面积6.8万平方米。",
                &["[2, 4] 建筑面积8.6万平方米 | 市传染病医院建筑面积6.8万平方米"],
            ),
            (
                "推进全民健康平台升级改造项目，健康平台升级改造项目投资估算860万元。",
                "全民健康平台升级改造项目计划投资8600万元。",
                &["[2, 4] 健康平台升级改造项目投资估算860万元 | 全民健康平台升级改造项目计划投资8600万元"],
            ),
            (
                "市血站迁建项目2027年底建成投用。",
                "市血站迁建项目2028年6月建成投用。",
                &["[2, 4] 市血站迁建项目2027年底建成投用 | 市血站迁建项目2028年6月建成投用"],
            ),
            // In another scale; of one year; by another year; another work; about; another attribute.
            ("市血站迁建项目总投资1.26亿元。", "市血站迁建项目总投资12600万元。", &[]),
            ("市血站迁建项目总投资1.26亿元。", "2026年市血站迁建项目完成投资3600万元。", &[]),
            ("市第一医院设置床位900张。", "到2030年，市第一医院设置床位1200张。", &[]),
            ("市第一医院设置床位900张。", "市第二医院设置床位1200张。", &[]),
            ("市血站迁建项目总投资1.26亿元。", "市血站迁建项目总投资约1.3亿元。", &[]),
            ("市第一医院新增床位300张。", "市第一医院设置床位1200张。", &[]),
            ("市血站迁建项目2026年开工。", "市血站迁建项目2027年建成。", &[]),
            ("市血站迁建项目2027年建成。", "市血站迁建项目2027年6月建成投用。", &[]),
        ];
        for (one, other, expected) in cases {
            check(works_stated_twice, &[(&two(one, other), expected)]);
        }
    }
}
