//! Allowances and terms that two sentences state with two values: 岗位补助每人每月200元 and …300元, 反应时间不超过12分钟 and …120分钟.
//!
//! An allowance is told by the name of the money and by for whom and how often it is given, a term by the name of the time. A
//! sentence that names a year or a change says how the value develops, and is left out; one that gives the money to a group
//! of its own (服务满六年的，岗位补助…) is compared only with those that name this group.

use std::collections::HashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::amount::{self, Amount};
use crate::analysis::check::reading::around::{run_before, sentence_of, year_before};
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::Words;
use crate::lexicon::allowance::{ALLOWANCES, AROUND_ALLOWANCES, EACH_OF, GIVING_VERBS, GROUP_CLOSERS, GROUP_OPENERS};
use crate::lexicon::metric::OWN_PLACES;
use crate::lexicon::target::PLEDGES;
use crate::lexicon::task::OBJECT_PREPOSITIONS;
use crate::lexicon::time::{CALENDAR_UNITS, CLOCK_UNITS, NOW_WORDS, TERM_NAMES};
use crate::lexicon::value::{ABOUT, AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, OR_LESS, OR_MORE};
use crate::lexicon::works::BEFORE_WORKS;
use crate::model::Confidence;
use crate::registry::value;
use crate::words::findings::figures;

/// Fewest characters of the name of money or of a term that says by itself of what it is.
const NAME: usize = 6;

/// Fewest characters of those to whom money is given.
const GROUP: usize = 2;

/// Fewest characters of the name of money beside a group that another sentence names.
const SHORT_NAME: usize = 4;

/// Most characters of a clause that names the money besides its amount.
const LONGEST_NAME: usize = 40;

/// The most statements of one kind that one is compared with, the last ones first.
const MOST_COMPARED: usize = 40;

/// Characters of a name by which statements are looked up.
const ENDING: usize = 2;

/// What a sentence says of an allowance or of a term.
struct Stated {
    name: String,
    /// The clause before the name in its sentence.
    clause: String,
    value: f64,
    raw: String,
    citation: Citation,
    /// The number of the text and that of the sentence in it.
    place: (usize, usize),
}

impl Stated {
    /// Those to whom the money is given, or for what the term is, by the clause before the name; empty where it says nothing of that.
    fn group(&self) -> &str {
        Some(self.clause.as_str()).filter(|clause| limits(clause)).unwrap_or_default()
    }

    /// Whether another statement is of the same thing: by the whole name, or by a name that begins with those to whom this one
    /// gives the money.
    fn is_like(&self, other: &Self) -> bool {
        let is_named = self.name == other.name && self.group() == other.group();
        is_named && (self.name.chars().count() >= NAME || !self.group().is_empty())
            || names_group(self, other)
            || names_group(other, self)
    }
}

/// Whether the name of `long` is that of `short` behind those to whom `short` gives the money.
fn names_group(short: &Stated, long: &Stated) -> bool {
    let group = long.name.strip_suffix(short.name.as_str()).filter(|group| group.chars().count() >= GROUP);
    let mut given = short.clause.chars();
    let is_named = |group: &str| group.chars().all(|mark| given.any(|other| other == mark));
    long.group().is_empty() && short.name.chars().count() >= SHORT_NAME && group.is_some_and(is_named)
}

/// Allowances and terms with two values, each told once.
pub(crate) fn standards_stated_twice(reading: &Reading) -> Vec<FindingDraft> {
    let mut known: HashMap<String, Vec<Stated>> = HashMap::new();
    let mut drafts = Vec::new();
    let texts = reading.passages.iter().enumerate().filter(|(_, passage)| !passage.is_title());
    for (text, passage) in texts.filter(|(_, passage)| !is_dated(passage)) {
        for amount in amount::find_amounts(&passage.chars) {
            let Some((kind, stated)) = allowance(passage, text, &amount).or_else(|| term(passage, text, &amount))
            else {
                continue;
            };
            let others = known.entry(kind).or_default();
            let like = || others.iter().rev().take(MOST_COMPARED).filter(|other| other.is_like(&stated));
            let is_same = |other: &Stated| (other.value - stated.value).abs() < amount::TOLERANCE;
            let is_repeated = like().any(is_same);
            if let Some(other) = like().find(|other| other.place != stated.place).filter(|_| !is_repeated) {
                let name = if other.name.len() > stated.name.len() { &other.name } else { &stated.name };
                let what = figures::two_works(name, &other.raw, &stated.raw);
                let citations = [other.citation.clone(), stated.citation.clone()];
                drafts.push(FindingDraft::new(Confidence::Medium, what, citations));
            }
            if !is_repeated {
                others.push(stated);
            }
        }
    }
    drafts
}

/// Whether a heading above a text names a year, for which its values hold.
fn is_dated(passage: &Passage) -> bool {
    let names_year = |title: &str| {
        let before = title.match_indices('年').filter_map(|(at, _)| title.get(..at)?.chars().next_back());
        before.into_iter().any(|mark| mark.is_ascii_digit())
    };
    passage.node.titles().any(names_year)
}

/// The allowance whose amount stands at this place, with what it is looked up by.
fn allowance(passage: &Passage, text: usize, amount: &Amount) -> Option<(String, Stated)> {
    let chars = &passage.chars;
    let run = run_before(chars, amount.from);
    if amount.unit != "元"
        || is_bound(chars, &run, amount.to)
        || run.ends_with(['到', '至'])
        || run.ends_with(['由', '从'])
    {
        return None;
    }
    let (named, per) = name_and_base(&run, chars.get(amount.to..)?)?;
    let from = amount.from - run.chars().count();
    let bare = without_openers(&named);
    let bare = bare.strip_suffix("标准").unwrap_or(bare);
    // The name may stand behind the amount (按每人每月200元发放补贴) or in the clause before it (…安排补贴，标准为每人每月200元).
    let own = Some(bare.to_owned()).filter(|name| ALLOWANCES.ends(name));
    let elsewhere = || name_behind(chars, amount.to).or_else(|| name_in_clause_before(chars, from));
    let name = own.or_else(|| bare.is_empty().then(elsewhere).flatten())?;
    let name = name.as_str();
    let clause = clause_before(chars, from);
    let is_name = name.chars().count() >= SHORT_NAME;
    let kind = format!("{per}|{}", ending(name));
    is_name.then(|| stated(passage, text, amount, name.to_owned(), clause)).flatten().map(|one| (kind, one))
}

/// The name of the money that stands behind its amount: 高原补贴 of 每人每月1000元发放高原补贴.
fn name_behind(chars: &[char], to: usize) -> Option<String> {
    let behind: String = chars.iter().skip(to).take(LONGEST_NAME).take_while(|mark| is_han(**mark)).collect();
    let given = behind.strip_prefix("的标准").or_else(|| behind.strip_prefix("标准")).unwrap_or(&behind);
    let name = GIVING_VERBS.strip_longest(|verb| given.strip_prefix(verb))?;
    ALLOWANCES.ends(name).then(|| name.to_owned())
}

/// The name of the money that closes the clause before its amount: 运营补贴 of 安排运营补贴，标准为每托位每月400元.
fn name_in_clause_before(chars: &[char], at: usize) -> Option<String> {
    let (mark, before) = chars.get(sentence_of(chars, at)..at)?.split_last()?;
    let start = before.len() - before.iter().rev().take(LONGEST_NAME).take_while(|mark| is_han(**mark)).count();
    let clause: String = before.get(start..)?.iter().collect();
    let given = GIVING_VERBS.iter().filter_map(|verb| clause.rfind(verb).map(|at| at + verb.len())).max();
    let name = clause.get(given.unwrap_or_default()..)?;
    (*mark == '，' && ALLOWANCES.ends(name)).then(|| without_openers(name).to_owned())
}

/// The name of the money and for whom or how often it is given: (岗位补助, 每人每月) of 发放岗位补助每人每月, of 每人每月发放岗位补助, and of
/// 岗位补助 before 200元/人·月.
fn name_and_base(run: &str, behind: &[char]) -> Option<(String, String)> {
    let words = AROUND_ALLOWANCES.iter().fold(run, |words, closer| words.strip_suffix(closer).unwrap_or(words));
    let mut name = words;
    let mut bases = Vec::new();
    while let Some(base) = EACH_OF.suffix_of(name) {
        bases.push(base);
        name = name.get(..name.len() - base.len())?;
    }
    let mut name =
        AROUND_ALLOWANCES.iter().fold(name, |name, closer| name.strip_suffix(closer).unwrap_or(name)).to_owned();
    if bases.is_empty()
        && let Some(slash) = behind.first().filter(|mark| **mark == '/')
    {
        let units = behind.iter().take_while(|mark| *mark == slash || mark.is_alphabetic() || **mark == '·');
        bases = units
            .filter_map(|unit| {
                EACH_OF.iter().find(|base| base.strip_prefix('每').is_some_and(|one| one.chars().eq([*unit])))
            })
            .collect();
    }
    if bases.is_empty() {
        let (at, base) = EACH_OF
            .iter()
            .filter_map(|base| Some((words.rfind(base)?, base)))
            .max_by_key(|(at, base)| at + base.len())?;
        let (before, behind) = (words.get(..at)?, words.get(at + base.len()..)?);
        bases.push(base);
        let mut before = before;
        while let Some(base) = EACH_OF.suffix_of(before) {
            bases.push(base);
            before = before.get(..before.len() - base.len())?;
        }
        let before = AROUND_ALLOWANCES.strip_suffix(before).unwrap_or(before);
        name = format!("{before}{}", GIVING_VERBS.strip_prefix(behind).unwrap_or(behind));
    }
    bases.sort_unstable();
    let per: String = bases.into_iter().map(|base| if base == "每名" { "每人" } else { base }).collect();
    (!per.is_empty()).then_some((name, per))
}

/// The term whose number stands at this place, with what it is looked up by.
fn term(passage: &Passage, text: usize, amount: &Amount) -> Option<(String, Stated)> {
    let chars = &passage.chars;
    let digits = amount.printed.chars().take_while(|mark| mark.is_ascii_digit() || *mark == '.').count();
    let behind: String = chars.iter().skip(amount.from + digits).take(SHORT_NAME).collect();
    let clock = CLOCK_UNITS.iter().find(|(unit, _)| behind.starts_with(unit));
    let (unit, base, factor) = match clock {
        Some((unit, minutes)) => (unit, "", *minutes),
        None => CALENDAR_UNITS.prefix_of(&behind).map(|unit| (unit, unit.trim_start_matches('个'), 1.0))?,
    };
    let to = amount.from + digits + unit.chars().count();
    let run = run_before(chars, amount.from);
    let lead = run.get(run.len() - value::lead_in(&run)..)?;
    let name = without_openers(run.strip_suffix(lead)?);
    let name = ABOUT.strip_suffix(name).unwrap_or(name);
    let tail: String = chars.iter().skip(to).take(SHORT_NAME).collect();
    let is_ceiling =
        AT_MOST.is_in(lead) || LESS_THAN.is_in(lead) || OR_LESS.begins(&tail) || lead.ends_with(['到', '至', '在']);
    // 超过 stands in 不超过.
    let is_floor = AT_LEAST.is_in(lead) || MORE_THAN.is_in(lead) && !AT_MOST.is_in(lead) || OR_MORE.begins(&tail);
    let is_now = NOW_WORDS.is_in(&run) || ABOUT.is_in(lead);
    if !TERM_NAMES.ends(name) || name.chars().count() < NAME || is_now || is_floor {
        return None;
    }
    let sense = if is_ceiling { "≤" } else { "=" };
    let mut one =
        stated(passage, text, amount, name.to_owned(), clause_before(chars, amount.from - run.chars().count()))?;
    one.value = amount.value * factor;
    one.raw = passage.cite(amount.from, to).quote;
    one.citation = passage.cite(amount.from - name_length(&run, name), to);
    Some((format!("{base}{sense}|{}", ending(name)), one))
}

/// Characters from the beginning of a name in a run up to the end of the run.
fn name_length(run: &str, name: &str) -> usize {
    run.find(name).and_then(|at| run.get(at..)).unwrap_or(run).chars().count()
}

/// What a number states; `None` where its sentence names a year before it.
fn stated(passage: &Passage, text: usize, amount: &Amount, name: String, clause: String) -> Option<Stated> {
    let sentence = sentence_of(&passage.chars, amount.from);
    if !year_before(&passage.chars, sentence, amount.from).is_empty() {
        return None;
    }
    let run = run_before(&passage.chars, amount.from);
    let from = amount.from - run.chars().count();
    Some(Stated {
        name,
        clause,
        value: amount.value,
        raw: amount.printed.clone(),
        citation: passage.cite(from, amount.to),
        place: (text, sentence),
    })
}

/// The clause right before a position, in the same sentence: 对服务满三年的乡村医生，.
fn clause_before(chars: &[char], at: usize) -> String {
    let before = chars.get(sentence_of(chars, at)..at).unwrap_or_default();
    let Some((_, before)) = before.split_last().filter(|(mark, _)| **mark == '，') else { return String::new() };
    let start = before.iter().rposition(|mark| *mark == '，').map_or(0, |at| at + 1);
    before.get(start..).unwrap_or_default().iter().collect()
}

/// Whether a clause says to whom money is given or when, or states another value of what the next clause goes on with
/// (注册办理时限法定20天，承诺办理时限3天).
fn limits(clause: &str) -> bool {
    let is_group = GROUP_OPENERS.begins(clause) || OBJECT_PREPOSITIONS.begins(clause) || GROUP_CLOSERS.ends(clause);
    is_group || clause.contains(|mark: char| mark.is_ascii_digit())
}

/// A name without the verbs and the own place before it.
fn without_openers(name: &str) -> &str {
    let lists: [&Words; 4] = [&BEFORE_WORKS, &GIVING_VERBS, &OWN_PLACES, &PLEDGES];
    let mut name = name;
    while let Some(rest) = lists.iter().find_map(|words| words.strip_longest(|word| name.strip_prefix(word))) {
        name = rest;
    }
    OBJECT_PREPOSITIONS.strip_prefix(name).unwrap_or(name)
}

/// The last characters of a name, by which it is looked up.
fn ending(name: &str) -> String {
    let skipped = name.chars().count().saturating_sub(ENDING);
    name.chars().skip(skipped).collect()
}

/// Whether a number is a bound or about right.
fn is_bound(chars: &[char], run: &str, to: usize) -> bool {
    let behind: String = chars.iter().skip(to).take(SHORT_NAME).collect();
    let bounds = [&AT_LEAST, &AT_MOST, &MORE_THAN, &LESS_THAN, &ABOUT];
    bounds.iter().any(|words| words.ends(run)) || OR_MORE.begins(&behind) || OR_LESS.begins(&behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn standards_with_two_values() {
        let two = |one: &str, other: &str| format!("一、政策\n{one}\n二、保障\n{other}\n");
        let cases: [(&str, &str, &[&str]); 12] = [
            (
                "对到海岛工作的全科医生，发放交通补贴每人每月500元。",
                "海岛全科医生交通补贴每人每月600元。",
                &["[2, 4] 发放交通补贴每人每月500元 | 海岛全科医生交通补贴每人每月600元"],
            ),
            (
                "家庭照护床位运营补助标准为每张每年1800元。",
                "家庭照护床位运营补助每张每年2400元。",
                &["[2, 4] 家庭照护床位运营补助标准为每张每年1800元 | 家庭照护床位运营补助每张每年2400元"],
            ),
            (
                "村级护理站评估合格后，每个给予一次性开办补助3万元。",
                "村级护理站一次性开办补助每个3000元。",
                &["[2, 4] 每个给予一次性开办补助3万元 | 村级护理站一次性开办补助每个3000元"],
            ),
            (
                "医师变更注册办结时限压缩到3个工作日。",
                "将医师变更注册办结时限压缩到8个工作日。",
                &["[2, 4] 医师变更注册办结时限压缩到3个工作日 | 医师变更注册办结时限压缩到8个工作日"],
            ),
            // Of another group; of another level; a bound; by another year; a change; the same in another scale.
            ("对一级的，护理补贴每人每月300元。", "对二级的，护理补贴每人每月200元。", &[]),
            ("养老床位市级建设补助每张8000元。", "养老床位县级建设补助每张4000元。", &[]),
            ("家庭照护床位运营补助每张每年1800元。", "家庭照护床位运营补助每张每年不低于1500元。", &[]),
            ("家庭照护床位运营补助每张每年1800元。", "到2028年，家庭照护床位运营补助每张每年2400元。", &[]),
            ("家庭照护床位运营补助每张每年1800元。", "家庭照护床位运营补助提高到每张每年2400元。", &[]),
            ("村级护理站一次性开办补助每个3万元。", "村级护理站一次性开办补助每个30000元。", &[]),
            ("城区急救平均反应时间控制在10分钟以内。", "山区急救平均反应时间控制在25分钟以内。", &[]),
            ("目前急救平均反应时间为16分钟。", "急救平均反应时间缩短到12分钟以内。", &[]),
        ];
        for (one, other, expected) in cases {
            check(standards_stated_twice, &[(&two(one, other), expected)]);
        }
    }
}
