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
mod phrase;

pub(super) use base::with_base;

use crate::analysis::targets::target::list::base::{base_of, for_unit};
use crate::analysis::targets::target::metric::{ends_as_measure, is_measure, is_rate, with_subject};
use crate::lexicon::Words;
use crate::lexicon::metric::{
    EACH_WORDS, GROWTH_ENDINGS, MEASURED_OPENINGS, OWN_PLACES, RATED_PEOPLE, RATIO_WORDS, SHARE_ENDINGS,
};
use crate::lexicon::parallel::{
    DISEASES, GROUP_WORDS, GROWING_VERBS, HOLDING_VERBS, HOUSE_ACTS, HOUSES, MONEYS, OUTPUTS, OWNING_PLACES,
    PARALLEL_SUBJECTS, PEOPLE_COSTS, POLLUTANTS, PROFESSIONS,
};
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS};
use crate::lexicon::target::{CONJUNCTIONS, RATE_STEMS};
use crate::lexicon::value::BOUNDS;
use crate::text::words::{self, Kind, Piece};

/// Longest list that is taken apart, in characters.
const LONGEST_LIST: usize = 120;

/// Fewest equal characters at the end of two parts of a list from which what follows them in the last part holds for both.
const SHORTEST_SHARED_END: usize = 2;

/// Fewest characters of a measure that two parts of a list print (知晓率), from which the first part may name those of whom both tell.
const SHORTEST_SHARED_MEASURE: usize = 3;

/// Splits the metrics that share a list of values (A、B分别…) into exactly `n`; `None` if they are not so many. `are_shares`
/// says that all values are shares.
pub(super) fn split(text: &str, n: usize, are_shares: bool) -> Option<Vec<String>> {
    let is_whole = |parts: &Vec<&str>| parts.len() == n && are_names(parts);
    if text.chars().count() > LONGEST_LIST {
        return None;
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
    let parts = Some(cut(text, &["、"])).filter(are_measures);
    let parts = parts.or_else(|| Some(cut(text, &joints())).filter(is_list))?;
    // 医院、学校等公共场所 and 县级、乡级两级医院 are one group.
    let is_group = |piece: &Piece| GROUP_WORDS.contains(piece.text);
    let (last, others) = parts.split_last()?;
    let head = head(&parts);
    let has_tail = |part: &str| sure_tail(without_head(part, head), last).is_some();
    // 接触粉尘、噪声的劳动者 are one group; those of 粉尘、噪声作业 are two.
    let is_phrase = phrase::shared(&parts).is_some_and(|(_, tail)| !tail.starts_with('的'));
    let is_whole = |part: &&str| is_phrase || ends_as_measure(part) || !is_measure(last) || has_tail(part);
    (!words::split(last).iter().any(is_group) && others.iter().all(is_whole)).then(|| completed(&parts))
}

/// Whether a word joins two metrics: A率和B率, as it may join their values.
pub(super) fn joins_by_word(text: &str) -> bool {
    CONJUNCTIONS.is_in(text) && cut(text, &joints()).len() > cut(text, &["、"]).len()
}

/// The marks and words between the parts of a list.
fn joints() -> Vec<&'static str> {
    ["、"].into_iter().chain(CONJUNCTIONS.iter()).collect()
}

/// Whether a part of a list is long enough to name something.
fn is_name(part: &str) -> bool {
    part.chars().nth(1).is_some()
}

/// Whether each part of a list is a name, or the character of a level that shares 级 with the last: 市、县级医院.
fn are_names(parts: &[&str]) -> bool {
    let last = parts.last().copied().unwrap_or_default();
    parts.iter().all(|part| is_name(part) || level_tail(part, last).is_some())
}

/// What follows the level of the last part, from 级 on, for a part that is a level: 级医院 for 市 in 市、县级医院.
fn level_tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let level =
        |text: &str| text.chars().next().filter(|mark| LOCAL_LEVELS.contains(*mark) || OTHER_LEVELS.contains(*mark));
    let rest = last.get(level(last)?.len_utf8()..).filter(|rest| rest.starts_with('级'))?;
    (level(part).is_some() && !is_name(part)).then_some(rest)
}

/// Cuts a text at these joints, but not inside brackets, and at a conjunction only where that is a word: not in 普及率.
fn cut<'a>(text: &'a str, joints: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut at, mut depth) = (0, 0, 0_usize);
    for piece in words::split(text) {
        match piece.text {
            "（" | "(" => depth += 1,
            "）" | ")" => depth = depth.saturating_sub(1),
            // 二级及以上医院 is one name.
            joint if depth == 0 && joints.contains(&joint) && !is_within_bound(text, at + joint.len()) => {
                parts.push(text.get(from..at).unwrap_or_default());
                from = at + joint.len();
            }
            _ => {}
        }
        at += piece.text.len();
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// Whether a bound (以上, 以下) stands at this place, which a conjunction before it belongs to: 65岁及以上.
fn is_within_bound(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| BOUNDS.begins(rest))
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
    let with_head = |(at, part): (usize, &String)| {
        let head = head.or_else(|| owner_of_measures(whole_first, part)).or_else(|| crop(whole_first, part));
        match head.filter(|head| at > 0 && !part.starts_with(head)) {
            Some(head) => format!("{head}{part}"),
            None => with_subject(part, whole_first).filter(|_| at > 0).unwrap_or_else(|| part.clone()),
        }
    };
    tailed.iter().enumerate().map(with_head).collect()
}

/// What the first part of a list says for all of them; `None` if it says nothing for the others.
fn head<'a>(parts: &[&'a str]) -> Option<&'a str> {
    let (first, others) = parts.split_first()?;
    repeated_word(first, others.last()?).or_else(|| owner(first, others))
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
    first.get(..at).filter(|head| is_name(head))
}

/// Those of whom a list of bare parts tells, if no other part names one of their kind: 儿童青少年 of 儿童青少年超重、肥胖率,
/// 公立医院 of 公立医院门诊、住院费用增幅, with a verb that holds for all: 医院设置 of 医院设置康复科、儿科的比例.
fn owner<'a>(first: &'a str, others: &[&str]) -> Option<&'a str> {
    if is_measure(first) {
        return None;
    }
    owner_among(first, others, &RATED_PEOPLE).or_else(|| owner_among(first, others, &OWNING_PLACES))
}

/// Those of one kind whom the first part of a list names, if no other part names one of their kind.
fn owner_among<'a>(first: &'a str, others: &[&str], owners: &Words) -> Option<&'a str> {
    let (head, rest) = first.split_at_checked(last_end(first, owners)?)?;
    let is_free = |other: &&str| !owners.is_in(other) && !PARALLEL_SUBJECTS.begins(other);
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
    let is_free = is_name(other) && !names_others && !PARALLEL_SUBJECTS.begins(other) && !RATE_STEMS.ends(own);
    (is_free && is_alike && !OWN_PLACES.begins(other)).then_some(head)
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

/// A place in a text, or the end of the bracket in which or before which it is: behind 药师（士）, not behind 药师.
fn behind_bracket(text: &str, at: usize) -> usize {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_open = rest.starts_with('（') || before.matches('（').count() > before.matches('）').count();
    let close = rest.find('）').filter(|_| is_open);
    close.map_or(at, |close| at + close + '）'.len_utf8())
}

/// What the last part of a list prints for a part before it: 患者规范管理率 for 高血压 in 高血压、2型糖尿病患者规范管理率.
/// `None` for a part that is whole.
fn tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let grows = GROWTH_ENDINGS.ends(last) && !GROWTH_ENDINGS.ends(part);
    if ends_as_measure(part) && !POLLUTANTS.ends(part) {
        // 门诊费用、住院费用增幅 are two growths.
        let behind_share = || last.split_once('率').map(|(_, rest)| rest).filter(|_| part.ends_with('率'));
        return if grows { behind_shared_end(part, last).or_else(behind_share) } else { None };
    }
    sure_tail(part, last).or_else(|| last.get(behind_like_length(part, last)?..).map(without_repeated))
}

/// The tail behind a counterpart that words tell, or a first word that is as long as the part.
fn sure_tail<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let is_as_long = |end: &usize| last.get(..*end).is_some_and(|word| length(word) == length(part));
    if let Some(tail) = level_tail(part, last) {
        return Some(tail);
    }
    let end = || {
        behind_kind(part, last)
            .or_else(|| behind_shared_character(part, last))
            .or_else(|| each_one(last))
            .or_else(|| word_ends(last).first().copied().filter(is_as_long).filter(|_| is_measure(last)))
    };
    behind_shared_end(part, last).or_else(|| last.get(end()?..).map(without_repeated))
}

/// A tail without its first word, if it says that word again: 设施无障碍设施建设率 behind 公共交通, which 设施 belongs to.
fn without_repeated(tail: &str) -> &str {
    let pieces = words::split(tail);
    let Some((first, others)) = pieces.split_first() else { return tail };
    let is_again = is_name(first.text) && others.iter().any(|piece| piece.text == first.text);
    if is_again { tail.get(first.text.len()..).unwrap_or_default() } else { tail }
}

/// What follows the longest end of a part in the last part: 规范管理率 behind 患者 in 高血压患者、糖尿病患者规范管理率.
fn behind_shared_end<'a>(part: &str, last: &'a str) -> Option<&'a str> {
    let ends = part.char_indices().filter_map(|(at, _)| part.get(at..));
    let mut ends = ends.filter(|end| end.chars().count() >= SHORTEST_SHARED_END);
    ends.find_map(|end| last.split_once(end)).map(|(_, rest)| rest)
}

/// The ends of the words of a text in bytes. The sign of a rate counts as a word: 肥胖 and 率. A bracket belongs to the word
/// before it: 药师（士）.
fn word_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let (mut at, mut depth) = (0, 0_usize);
    for piece in words::split(text) {
        if piece.text == "（" {
            depth += 1;
        }
        if depth > 0 {
            ends.pop();
        } else if let Some(stem) = piece.text.strip_suffix('率').filter(|stem| is_name(stem)) {
            ends.push(at + stem.len());
        }
        at += piece.text.len();
        ends.push(at);
        if piece.text == "）" {
            depth = depth.saturating_sub(1);
        }
    }
    ends
}

/// A text without the bracket that closes it: 药师 of 药师（士）.
fn without_bracket(text: &str) -> &str {
    text.strip_suffix('）').and_then(|text| text.rsplit_once('（')).map_or(text, |(before, _)| before)
}

/// The characters of a name without the bracket that closes it.
fn length(name: &str) -> usize {
    without_bracket(name).chars().count()
}

/// The end of what is of one kind with a part: of a disease beside a disease, of people beside people.
fn behind_kind(part: &str, last: &str) -> Option<usize> {
    let kinds: [&Words; 7] =
        [&RATED_PEOPLE, &DISEASES, &POLLUTANTS, &HOUSES, &PROFESSIONS, &MONEYS, &PARALLEL_SUBJECTS];
    let kind = kinds.into_iter().find(|kind| kind.ends(without_bracket(part)))?;
    // 三级医院、社区卫生服务中心 name both what is counted.
    if !is_measure(last) && kind.ends(without_bracket(last)) {
        return Some(last.len());
    }
    let ends_kind = |end: &usize| last.get(..*end).is_some_and(|text| kind.ends(without_bracket(text)));
    let of_words = word_ends(last).into_iter().filter(ends_kind).min();
    // 乙肝 is no word of its own in 乙肝疫苗.
    let inside =
        kind.iter().filter(|word| is_name(word)).filter_map(|word| last.find(word).map(|at| at + word.len())).min();
    let mut end = of_words.into_iter().chain(inside).min()?;
    end = behind_bracket(last, end);
    // 儿童青少年 are one group of people.
    while let Some(rest) = last.get(end..).and_then(|rest| kind.strip_prefix(rest)).filter(|rest| !rest.is_empty()) {
        end = last.len() - rest.len();
    }
    Some(end)
}

/// The end of the first word of the last part that ends with the same character as a part: 小学生 and 高中生.
fn behind_shared_character(part: &str, last: &str) -> Option<usize> {
    let closing = without_bracket(part).chars().next_back()?;
    word_ends(last)
        .into_iter()
        .find(|end| last.get(..*end).is_some_and(|text| without_bracket(text).ends_with(closing)))
}

/// The place of the first word that says that something is each one's, or counted for so many: 日均 of 护士日均工作量.
fn each_one(text: &str) -> Option<usize> {
    let openings = EACH_WORDS.iter().chain(MEASURED_OPENINGS.iter());
    openings.filter_map(|word| text.find(word)).filter(|at| *at > 0).min()
}

/// The end of about as many characters as a part has, at the end of a word. The last part must be a measure, or be two words of
/// which the first is as long as the last word of the part: 养老、托育机构. What both open with is not yet all of the
/// name: 健康企业 beside 健康村.
fn behind_like_length(part: &str, last: &str) -> Option<usize> {
    let n_before = |end: &usize| length(last.get(..*end).unwrap_or_default());
    let n_chars = length(part);
    let ends = word_ends(last);
    if !is_measure(last) {
        let n_chars = words::split(part).last().map_or(n_chars, |piece| piece.text.chars().count());
        return ends.first().copied().filter(|end| ends.len() == 2 && n_before(end) == n_chars);
    }
    let alike = part.chars().zip(last.chars()).take_while(|(one, other)| one == other);
    let opening: usize = alike.map(|(mark, _)| mark.len_utf8()).sum();
    // The tail of 压力性损伤、跌倒发生率 is 发生率, that of 知晓、治疗率 is 率.
    let cuts_rate =
        |end: usize| last.get(end..) == Some("率") && last.get(..end).is_some_and(|stem| RATE_STEMS.ends(stem));
    let fits = |end: &usize| *end < last.len() && *end > opening && (!cuts_rate(*end) || RATE_STEMS.ends(part));
    ends.into_iter().filter(fits).min_by_key(|end| n_before(end).abs_diff(n_chars))
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
        let of_counts = split("养老机构床位数和入住人数占比", 2, true).map(|parts| parts.join("|"));
        assert_eq!(of_counts.as_deref(), Some("养老机构床位数占比|养老机构入住人数占比"));
        assert_eq!(parts("艾滋病感染率、乙肝流行率", 2).as_deref(), Some("艾滋病感染率|乙肝流行率"));
    }
}
