//! Metrics that stand in a list before their values: A、B率分别达到…, A、B率均达到….
//!
//! What only the last part prints holds for the parts before it (the tail), and what only the first part prints holds for
//! those behind it (the head):
//!
//! ```text
//! 冠心病、脑卒中患者随访率      tail 患者随访率
//! 每千人口医师数、护士数        head 每千人口
//! 儿童青少年超重、肥胖率        both
//! ```
//! A tail begins behind that word of the last part which is the counterpart of the other part: a disease of a disease,
//! people of people, a place of a place, otherwise as many characters or words.

mod base;
mod counted;
mod level;
mod parts;
mod phrase;
mod tail;

pub(super) use base::with_base;
pub(super) use counted::{behind_subject, shared_by_counted};

use crate::analysis::targets::target::list::base::{base_of, for_unit};
use crate::analysis::targets::target::list::level::{level_tail, of_levels};
use crate::analysis::targets::target::list::parts::{SHORTEST_SHARED_END, behind_bracket, cut, is_name, joints};
use crate::analysis::targets::target::list::tail::{sure_tail, tail};
use crate::analysis::targets::target::metric::{ends_as_measure, is_measure, is_rate, rated_people, with_subject};
use crate::lexicon::Words;
use crate::lexicon::metric::{
    MEASURED_OPENINGS, OWN_PLACES, PEOPLE_IN_RATES, RATED_PEOPLE, RATIO_WORDS, SHARE_ENDINGS,
};
use crate::lexicon::parallel::{
    COUNTED_KINDS, DISEASES, ENGAGING_VERBS, GROUP_WORDS, GROWING_VERBS, HOLDING_VERBS, HOUSE_ACTS, HOUSES,
    NAMED_HOUSES, OUTPUTS, OWNING_PLACES, PARALLEL_SUBJECTS, PARTS_OF_WHOLE, PEOPLE_COSTS, PLANNED_AREAS, SUBSTANCES,
};
use crate::lexicon::target::{CONJUNCTIONS, RATE_STEMS};
use crate::text::words::{self, Kind, Piece};

/// Longest list that is taken apart, in characters.
const LONGEST_LIST: usize = 120;

/// Longest name of a state or an act of people before 率, in characters: 生长迟缓.
const LONGEST_STATE: usize = 4;

/// Longest words between the last thing of a list and the word for its share, in characters: 的金额.
const LONGEST_SHARE: usize = 3;

/// Fewest characters of a measure that two parts of a list print (知晓率), from which the first part may name those of whom both tell.
const SHORTEST_SHARED_MEASURE: usize = 3;

/// Splits the metrics that share a list of values (A、B分别…) into exactly `n`; `None` if they are not so many. `are_shares`
/// says that all values are shares.
pub(super) fn split(text: &str, n: usize, are_shares: bool) -> Option<Vec<String>> {
    let is_whole = |parts: &Vec<&str>| parts.len() == n && are_names(parts);
    if text.chars().count() > LONGEST_LIST {
        return None;
    }
    if let Some(levels) = of_levels(text, n) {
        return Some(levels);
    }
    let parts = Some(cut(text, &["、"])).filter(is_whole).or_else(|| Some(cut(text, &joints())).filter(is_whole));
    // 大气、水、土壤监测点位数: one character may name a thing between others.
    let has_short = |parts: &Vec<&str>| parts.len() == n && n > 2 && parts.first().is_some_and(|part| is_name(part));
    let parts = parts.or_else(|| Some(cut(text, &["、"])).filter(has_short))?;
    let shares = || are_shares.then(|| shares_of_counts(&parts)).flatten();
    Some(shares().unwrap_or_else(|| completed(&parts)))
}

/// The shares of things that are counted, if only the last part says that shares are meant: 社会办医床位数和门诊量占比.
fn shares_of_counts(parts: &[&str]) -> Option<Vec<String>> {
    let (last, others) = parts.split_last()?;
    let ratio = RATIO_WORDS.suffix_of(last)?;
    let is_count = |part: &&str| ends_as_measure(part) && !SHARE_ENDINGS.ends(part);
    if others.iter().any(|part| is_rate(part)) || !others.iter().any(is_count) {
        return None;
    }
    let counts: Vec<&str> = others.iter().copied().chain(last.strip_suffix(ratio)).collect();
    let (first, rest) = counts.split_first()?;
    let owner = owner_among(first, rest, &RATED_PEOPLE).or_else(|| owner_among(first, rest, &OWNING_PLACES));
    let with_owner = |(at, part): (usize, String)| match owner.filter(|owner| at > 0 && !part.starts_with(owner)) {
        Some(owner) => format!("{owner}{part}{ratio}"),
        None => format!("{part}{ratio}"),
    };
    Some(completed(&counts).into_iter().enumerate().map(with_owner).collect())
}

/// Splits the metrics for each of which one value holds (A、B均…); `None` if the text names one.
pub(super) fn split_alike(text: &str) -> Option<Vec<String>> {
    if text.chars().count() > LONGEST_LIST {
        return None;
    }
    let is_list = |parts: &Vec<&str>| parts.len() > 1 && are_names(parts);
    let are_measures = |parts: &Vec<&str>| is_list(parts) && parts.iter().all(|part| is_measure(part));
    let parts = Some(cut(text, &["、"])).filter(|parts| are_measures(parts) || are_of_people(parts));
    // A率、B率和C率 are three.
    let parts = parts.map(|parts| if is_of_rates(text) { cut(text, &joints()) } else { parts });
    let parts = parts.or_else(|| Some(cut(text, &joints())).filter(is_list))?;
    // 医院、学校等公共场所 and 县级、乡级两级医院 are one group.
    let is_group = |piece: &Piece| GROUP_WORDS.contains(piece.text);
    let (last, others) = parts.split_last()?;
    let head = head(&parts);
    let has_tail = |part: &str| sure_tail(without_head(part, head), last).is_some();
    // 接触粉尘、噪声的劳动者 are one group; those of 粉尘、噪声作业 are two.
    let phrase = phrase::shared(&parts);
    let is_phrase = phrase.is_some_and(|(_, tail)| !tail.starts_with('的') || is_bare_share(tail));
    let is_of_people = phrase.is_some_and(|(_, tail)| tail.starts_with('的') && RATED_PEOPLE.is_in(tail));
    if is_of_people {
        return None;
    }
    let is_whole = |part: &&str| is_phrase || ends_as_measure(part) || !is_measure(last) || has_tail(part);
    (!words::split(last).iter().any(is_group) && others.iter().all(is_whole)).then(|| completed(&parts))
}

/// Whether a tail that begins with 的 names no more things, but only what share is meant: 的金额占比.
fn is_bare_share(tail: &str) -> bool {
    let share = RATIO_WORDS.strip_suffix(tail).unwrap_or(tail);
    RATIO_WORDS.ends(tail) && share.chars().count() <= LONGEST_SHARE
}

/// Whether the parts of a list name people, of whom each has what a conjunction joins in the last part: 困难残疾人、重度残疾人生活和护理补贴覆盖率.
fn are_of_people(parts: &[&str]) -> bool {
    let Some((last, others)) = parts.split_last().filter(|(_, others)| !others.is_empty()) else { return false };
    let joins_people = cut(last, &joints()).first().is_some_and(|part| RATED_PEOPLE.ends(part));
    let has_tail = |part: &&str| RATED_PEOPLE.ends(part) && sure_tail(part, last).is_some();
    is_measure(last) && CONJUNCTIONS.is_in(last) && !joins_people && others.iter().all(has_tail)
}

/// Whether a text is a list of whole rates, for each of which one value holds: 直接通邮率、快递服务覆盖率保持100%.
pub(super) fn is_of_rates(text: &str) -> bool {
    let parts = cut(text, &joints());
    parts.len() > 1 && parts.iter().all(|part| part.ends_with('率') && is_name(part))
}

/// Whether a word joins the `n` metrics of a list: A率和B率, as it may join their values.
pub(super) fn joins_by_word(text: &str, n: usize) -> bool {
    let n_by_marks = || cut(text, &["、"]).len();
    CONJUNCTIONS.is_in(text) && n_by_marks() != n && cut(text, &joints()).len() > n_by_marks()
}

/// Whether each part of a list is a name, or a substance of one character, or the character of a level that shares 级 with the last: 市、县级医院.
fn are_names(parts: &[&str]) -> bool {
    let last = parts.last().copied().unwrap_or_default();
    parts.iter().all(|part| is_name(part) || SUBSTANCES.contains(part) || level_tail(part, last).is_some())
}

/// The parts of a list with the tail and the head that they share.
fn completed(parts: &[&str]) -> Vec<String> {
    if let Some((head, tail)) = phrase::shared(parts) {
        let whole = |(at, part): (usize, &&str)| {
            let head = if at > 0 { head } else { "" };
            let tail = if at + 1 < parts.len() { tail } else { "" };
            format!("{head}{part}{tail}")
        };
        return parts.iter().enumerate().map(whole).collect();
    }
    let (first, last) = (parts.first().copied().unwrap_or_default(), parts.last().copied().unwrap_or_default());
    let head = head(parts);
    let with_tail = |(at, part): (usize, &&str)| {
        let tail = if at + 1 < parts.len() { tail(without_head(part, head), last).unwrap_or_default() } else { "" };
        format!("{part}{tail}")
    };
    let tailed: Vec<String> = parts.iter().enumerate().map(with_tail).collect();
    let whole_first = tailed.first().map_or("", String::as_str);
    // 每千人口医师数、护士数 count both for the same people; a rate is counted for none.
    let is_counted = |part: &String| !MEASURED_OPENINGS.begins(part) && !is_rate(part) && for_unit(part).is_none();
    let base = base_of(first).filter(|_| tailed.iter().skip(1).all(is_counted));
    let head = base.or(head.filter(|head| !OWN_PLACES.contains(head)));
    // What one part behind the first shares with it, the next rates share as well.
    let mut found: Option<&str> = None;
    let mut with_head = |(at, part): (usize, &String)| {
        // 职业病诊断机构报告率 names those who report.
        if at > 0
            && is_rate(part)
            && NAMED_HOUSES.is_in(part)
            && RATED_PEOPLE.is_in(whole_first)
            && !NAMED_HOUSES.is_in(whole_first)
        {
            return part.clone();
        }
        let own = || {
            owner_of_acting(whole_first, part)
                .or_else(|| owner_of_measures(whole_first, part))
                .or_else(|| found.filter(|_| is_bare_rate(part)))
        };
        let head = head.or_else(own).or_else(|| crop(whole_first, part));
        found = head.filter(|_| at > 0);
        match head.filter(|head| at > 0 && !part.starts_with(head)) {
            Some(head) => format!("{head}{part}"),
            None if at > 0 => with_subject(part, whole_first)
                .or_else(|| {
                    let owner = owner_of_states(whole_first, part)
                        .or_else(|| owner_of_acts(whole_first, part))
                        .or_else(|| described_owner(whole_first, part))?;
                    Some(format!("{owner}{part}"))
                })
                .unwrap_or_else(|| part.clone()),
            None => part.clone(),
        }
    };
    tailed.iter().enumerate().map(&mut with_head).collect()
}

/// Whether a part of a list is a rate that names neither people nor a place.
fn is_bare_rate(part: &str) -> bool {
    let is_house = |piece: &Piece| HOUSES.ends(piece.text) && !HOUSE_ACTS.contains(piece.text);
    is_rate(part)
        && ![&RATED_PEOPLE, &OWNING_PLACES].iter().any(|owners| owners.is_in(part))
        && !words::split(part).iter().any(is_house)
}

/// What the first part of a list says for all of them; `None` if it says nothing for the others.
fn head<'a>(parts: &[&'a str]) -> Option<&'a str> {
    let (first, others) = parts.split_first()?;
    repeated_word(first, others.last()?).or_else(|| head_of_kinds(first, others)).or_else(|| owner(first, others))
}

/// What the first part of a list of kinds of things says for all of them: 日间手术 of 日间手术病种、术式, 按病种付费的 of
/// 按病种付费的住院病种、门诊病种.
fn head_of_kinds<'a>(first: &'a str, others: &[&str]) -> Option<&'a str> {
    let kind = COUNTED_KINDS.suffix_of(first)?;
    let described = first.strip_suffix(kind)?;
    if others.iter().all(|part| COUNTED_KINDS.contains(part)) {
        return Some(described).filter(|described| is_name(described));
    }
    let (attribute, _) = described.rsplit_once('的')?;
    let are_bare = others.iter().all(|part| COUNTED_KINDS.ends(part) && !part.contains('的'));
    first.get(..attribute.len() + '的'.len_utf8()).filter(|_| are_bare)
}

/// A part without the head of its list, or without what it is counted for.
fn without_head<'a>(part: &'a str, head: Option<&str>) -> &'a str {
    base_of(part).or(head).and_then(|head| part.strip_prefix(head)).unwrap_or(part)
}

/// What stands before the first word of the last part in the first one, and so holds for all parts: 公立医院 of
/// 公立医院次均门诊费用、次均住院费用.
fn repeated_word<'a>(first: &'a str, last: &str) -> Option<&'a str> {
    let opening: String = last.chars().take(SHORTEST_SHARED_END).collect();
    let at = first.find(&opening).filter(|at| *at > 0 && opening.chars().count() == SHORTEST_SHARED_END)?;
    // 抗病毒 is one word.
    let mut ends = words::split(first).into_iter().scan(0, |end, piece| {
        *end += piece.text.len();
        Some(*end)
    });
    ends.find(|end| *end >= at).filter(|end| *end == at)?;
    first.get(..at).filter(|head| is_name(head))
}

/// Those of whom a list of bare parts tells, if no other part names one of their kind: 儿童青少年 of 儿童青少年超重、肥胖率,
/// 公立医院 of 公立医院门诊、住院费用增幅, with a verb that holds for all: 医院设置 of 医院设置康复科、儿科的比例.
fn owner<'a>(first: &'a str, others: &[&str]) -> Option<&'a str> {
    if is_measure(first) {
        return None;
    }
    let among = |owners| owner_among(first, others, owners);
    among(&RATED_PEOPLE).or_else(|| among(&OWNING_PLACES)).or_else(|| among(&NAMED_HOUSES))
}

/// Those of one kind whom the first part of a list names, if no other part names one of their kind.
fn owner_among<'a>(first: &'a str, others: &[&str], owners: &Words) -> Option<&'a str> {
    let (head, rest) = first.split_at_checked(last_end(first, owners)?)?;
    let is_free = |other: &&str| !owners.is_in(other) && !PARTS_OF_WHOLE.begins(other);
    let is_own = is_name(rest) && !PEOPLE_COSTS.begins(rest) && others.iter().all(is_free);
    let shares_verb = others.iter().all(|other| words::split(other).first().is_none_or(|word| !is_verb(word)));
    let thing = HOLDING_VERBS.strip_prefix(rest).filter(|thing| shares_verb && is_name(thing)).unwrap_or(rest);
    first.strip_suffix(thing).filter(|_| is_own && !head.is_empty())
}

/// Whether the table of words knows a piece of a text as a verb.
fn is_verb(piece: &Piece) -> bool {
    piece.word.is_some_and(|word| word.kind == Kind::Verb)
}

/// Those of whom two parts with one measure tell, if only the first part names them: 30岁以上人群 of 30岁以上人群高血压知晓率,
/// 糖尿病知晓率. What each is measured of must be of one kind: 老年人健康管理率, 结核病管理率 tell of two groups.
fn owner_of_measures<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let shared = first.chars().rev().zip(part.chars().rev()).take_while(|(one, other)| one == other);
    let measure: usize = shared.map(|(mark, _)| mark.len_utf8()).sum();
    let (name, measure) = first.split_at_checked(first.len() - measure)?;
    let other = part.strip_suffix(measure)?;
    if measure.chars().count() < SHORTEST_SHARED_MEASURE || !ends_as_measure(measure) {
        return None;
    }
    let (head, own) = [&RATED_PEOPLE, &OWNING_PLACES].iter().find_map(|owners| {
        let (head, own) = name.split_at_checked(last_end(name, owners)?)?;
        is_name(own).then_some((head, own))
    })?;
    let is_house = |piece: &Piece| HOUSES.ends(piece.text) && !HOUSE_ACTS.contains(piece.text);
    let names_others = [&RATED_PEOPLE, &OWNING_PLACES].iter().any(|owners| owners.is_in(other))
        || words::split(other).iter().any(is_house);
    let is_alike = !DISEASES.ends(other) || DISEASES.ends(own);
    let is_free = is_name(other) && !names_others && !PARTS_OF_WHOLE.begins(other) && !RATE_STEMS.ends(own);
    (is_free && is_alike && !OWN_PLACES.begins(other)).then_some(head)
}

/// A metric with those or with that of which only the metric before it tells: 适龄妇女 of 适龄妇女宫颈癌筛查率 for 乳腺癌筛查率, 中药材
/// of 中药材种植面积 for 综合产值.
pub(super) fn with_owner(metric: &str, before: &str) -> Option<String> {
    let is_of_disease = |metric: &str| DISEASES.find_in(metric).is_some();
    let owner = || owner_of_measures(before, metric).filter(|_| is_of_disease(metric));
    // 森林面积, 总产值: what grows there is not said.
    let is_grown = OUTPUTS.ends(before) || GROWING_VERBS.is_in(before);
    let owner = owner().or_else(|| crop(before, metric).filter(|_| is_grown));
    owner.map(|owner| format!("{owner}{metric}"))
}

/// Those of whom a share tells that opens with what they do: 感染者和病人 of 感染者和病人发现率 for 接受治疗比例.
fn owner_of_acting<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let (owner, _) = first.split_at_checked(last_end(first, &RATED_PEOPLE)?)?;
    (ENGAGING_VERBS.begins(part) && is_rate(part) && !RATED_PEOPLE.is_in(part)).then_some(owner)
}

/// What two rates of acts tell of, if only the first names it: 劳动人事争议 of 劳动人事争议调解成功率, 仲裁结案率.
fn owner_of_acts<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let acts = |text: &str| {
        let is_act = |piece: &Piece| {
            let is_verb = |word: words::Word| matches!(word.kind, Kind::Verb | Kind::VerbalNoun | Kind::Adjective);
            piece.word.is_some_and(is_verb) || RATE_STEMS.contains(piece.text)
        };
        text.chars().count() == LONGEST_STATE && words::split(text).iter().all(is_act)
    };
    let (of_first, own) = (first.strip_suffix('率')?, part.strip_suffix('率')?);
    let (at, _) = of_first.char_indices().rev().nth(LONGEST_STATE - 1)?;
    let (subject, first_acts) = of_first.split_at_checked(at)?;
    let is_subject = subject.chars().count() > SHORTEST_SHARED_MEASURE && !OWN_PLACES.contains(subject);
    (acts(first_acts) && acts(own) && is_subject && is_bare_rate(part)).then_some(subject)
}

/// Those whom the first rate of a list describes, of whom a rate that names nobody tells as well: 有需求的残疾人 of
/// 有需求的残疾人基本康复服务覆盖率, 辅助器具适配率.
fn described_owner<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let (owner, own) = first.split_at_checked(last_end(first, &RATED_PEOPLE)?)?;
    let is_described = owner.split_once('的').is_some_and(|(_, people)| RATED_PEOPLE.ends(people));
    (is_described && is_rate(own) && is_bare_rate(part)).then_some(owner)
}

/// Those of whom a short rate tells behind the rate that names them: 5岁以下儿童 of 5岁以下儿童贫血率, 生长迟缓率; or the area:
/// 建成区 of 建成区绿地率, 绿化覆盖率. A disease is not
/// theirs unless the first rate is of one as well: 老年人健康管理率, 结核病管理率.
fn owner_of_states<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let area = || first.strip_prefix(PLANNED_AREAS.prefix_of(first)?).and_then(|own| first.strip_suffix(own));
    let owner = rated_people(first).or_else(area)?;
    let own = first.strip_prefix(owner).filter(|own| is_rate(own))?;
    let state = part.strip_suffix('率').filter(|state| state.chars().count() <= LONGEST_STATE)?;
    // 产前筛查率 and 产后访视率 tell of whom they are.
    let is_theirs = is_bare_rate(part)
        && ![&PARALLEL_SUBJECTS, &PEOPLE_IN_RATES].iter().any(|others| others.begins(state))
        && !state.contains(['前', '后']);
    (is_theirs && (DISEASES.is_in(own) || !DISEASES.is_in(state))).then_some(owner)
}

/// What is grown or made, where the parts behind the first name only how much of it: 全市中药材 of 全市中药材种植面积、产量.
fn crop<'a>(first: &'a str, part: &str) -> Option<&'a str> {
    let measure = OUTPUTS.strip_suffix(first).or_else(|| first.strip_suffix("面积"))?;
    let grown = GROWING_VERBS.strip_suffix(measure).unwrap_or(measure);
    Some(grown).filter(|grown| OUTPUTS.contains(part) && is_name(grown) && !OWN_PLACES.contains(grown))
}

/// The end in bytes of the last of these words in a text.
fn last_end(text: &str, words: &Words) -> Option<usize> {
    let end = words.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()?;
    Some(behind_bracket(text, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_that_share_their_values() {
        let parts = |text, n| split(text, n, false).map(|parts| parts.join("|"));
        assert_eq!(parts("甲率、乙率", 2).as_deref(), Some("甲率|乙率"));
        assert_eq!(parts("甲（丙、丁）率和乙率", 2).as_deref(), Some("甲（丙、丁）率|乙率"));
        assert_eq!(parts("甲率", 2), None);
        let counted = "每千人口执业（助理）医师数、注册护士数";
        assert_eq!(parts(counted, 2).as_deref(), Some("每千人口执业（助理）医师数|每千人口注册护士数"));
        let each = "居民人均每日食盐、食用油摄入量";
        assert_eq!(parts(each, 2).as_deref(), Some("居民人均每日食盐摄入量|居民人均每日食用油摄入量"));
        assert_eq!(parts("小学生、高中生近视率", 2).as_deref(), Some("小学生近视率|高中生近视率"));
        let growth = "公立医院次均门诊费用、次均住院费用年均增幅";
        assert_eq!(parts(growth, 2).as_deref(), Some("公立医院次均门诊费用年均增幅|公立医院次均住院费用年均增幅"));
        let shared = "高血压患者、糖尿病患者规范管理率";
        assert_eq!(parts(shared, 2).as_deref(), Some("高血压患者规范管理率|糖尿病患者规范管理率"));
        let phrase = "接触粉尘、噪声作业的劳动者体检率";
        assert_eq!(parts(phrase, 2).as_deref(), Some("接触粉尘作业的劳动者体检率|接触噪声作业的劳动者体检率"));
        let departments = "设置中医、康复科室的乡镇卫生院占比";
        assert_eq!(parts(departments, 2).as_deref(), Some("设置中医科室的乡镇卫生院占比|设置康复科室的乡镇卫生院占比"));
        let levels = "市、县两级疾控机构达标率";
        assert_eq!(parts(levels, 2).as_deref(), Some("市级疾控机构达标率|县级疾控机构达标率"));
        let of_counts = split("养老机构床位数和入住人数占比", 2, true).map(|parts| parts.join("|"));
        assert_eq!(of_counts.as_deref(), Some("养老机构床位数占比|养老机构入住人数占比"));
        let states = "5岁以下儿童贫血率、生长迟缓率";
        assert_eq!(parts(states, 2).as_deref(), Some("5岁以下儿童贫血率|5岁以下儿童生长迟缓率"));
        let acts = "残疾儿童入学率、送教上门率";
        assert_eq!(parts(acts, 2).as_deref(), Some("残疾儿童入学率|残疾儿童送教上门率"));
        assert_eq!(parts("孕产妇死亡率、婴儿死亡率", 2).as_deref(), Some("孕产妇死亡率|婴儿死亡率"));
        let area = "建成区绿地率、绿化覆盖率";
        assert_eq!(parts(area, 2).as_deref(), Some("建成区绿地率|建成区绿化覆盖率"));
        let alike = split_alike("困难残疾人、重度残疾人生活和护理补贴覆盖率").map(|parts| parts.join("|"));
        assert_eq!(alike.as_deref(), Some("困难残疾人生活和护理补贴覆盖率|重度残疾人生活和护理补贴覆盖率"));
        let others = "老年人健康管理率、结核病管理率";
        assert_eq!(parts(others, 2).as_deref(), Some("老年人健康管理率|结核病管理率"));
        assert_eq!(parts("失业、工伤保险参保人数", 2).as_deref(), Some("失业保险参保人数|工伤保险参保人数"));
        assert_eq!(parts("艾滋病感染率、乙肝流行率", 2).as_deref(), Some("艾滋病感染率|乙肝流行率"));
    }
}
