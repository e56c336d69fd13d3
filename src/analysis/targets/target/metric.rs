//! The metric of a target: the words before its value, without those that only say that something is to be done.

use crate::lexicon::Words;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::metric::{COUNTED_PEOPLE, MEASURED_OPENINGS, OWN_PLACES, SHARE_ENDINGS};
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::result::RESULT_ADVERBS;
use crate::lexicon::target::{
    CLAUSE_OPENERS, COMPOUNDS, CONJUNCTIONS, GAINING_VERBS, MAKING_VERBS, MEASURED_ENDINGS, METRIC_CLOSERS,
    PARALLEL_SUBJECTS, RATE_STEMS, RELATING_WORDS, RENEWING_VERBS, SUPPLYING_VERBS,
};

/// The metric in a text: without the words that open and close its clause, and without a making verb.
pub(super) fn clean(text: &str) -> &str {
    let text = without_openers(text);
    let text = without_closers(without_counting_unit(without_closers(text)));
    let placed = OWN_PLACES.strip_prefix(text).filter(|rest| without_making_verb(rest).is_some());
    let mut made = placed.unwrap_or(text);
    // 建设用地利用率 is a rate of land and not a rate that is built.
    while let Some(rest) = without_making_verb(made).filter(|_| !is_rate(text))
        && rest.chars().count() > 1
    {
        made = rest.strip_prefix('的').unwrap_or(rest);
    }
    made.trim()
}

/// The metric with the subject that only the target before it names: 对国民经济的贡献度 behind 健康产业, 规范管理率 behind
/// 患者报告患病率. `before` is the metric of that target.
pub(super) fn with_subject(metric: &str, before: &str) -> Option<String> {
    let is_about = RELATING_WORDS.begins(metric) && metric.contains('的');
    if is_about || metric.starts_with('占') {
        let subject = if is_rate(before) { without_rate(before)? } else { before };
        return Some(format!("{subject}{metric}"));
    }
    let is_bare = is_rate(metric) && without_rate(metric).is_some_and(str::is_empty);
    let subject = without_rate(before).filter(|subject| is_bare && subject.chars().count() > 1)?;
    let is_list = CONJUNCTIONS.iter().chain(["、"]).any(|joint| before.contains(joint) && !subject.contains(joint));
    (!is_list).then(|| format!("{subject}{metric}"))
}

/// The subject of a rate without the words that say what is measured: 患者 of 患者规范管理率. `None` if they are not known.
fn without_rate(metric: &str) -> Option<&str> {
    let stem = SHARE_ENDINGS.strip_longest(|word| metric.strip_suffix(word))?;
    let mut rest = stem;
    while let Some(shorter) = RATE_STEMS.strip_longest(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    (rest.len() < stem.len()).then_some(rest)
}

/// Whether a text ends with a word for a share (率, 比例).
pub(super) fn is_rate(text: &str) -> bool {
    SHARE_ENDINGS.ends(text)
}

/// The verb that opens a clause and makes what the clause counts: 新增 in 新增三级医院5家、二级医院10家.
pub(super) fn making_verb(text: &str) -> Option<&'static str> {
    let text = without_openers(text);
    let text = OWN_PLACES.strip_prefix(text).unwrap_or(text);
    making_verbs().filter(|verb| text.starts_with(verb)).max_by_key(|verb| verb.len())
}

/// The words before a value without the value that the metric starts from: 检测量 of 检测量从600人份.
pub(super) fn without_start(text: &str) -> &str {
    let is_start = |(at, mark): &(usize, char)| {
        let after = text.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next());
        matches!(mark, '从' | '由') && after.is_some_and(|next| next.is_ascii_digit())
    };
    text.char_indices().find(is_start).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// What follows a value in the same clause, without the word that joins it (和, 、).
pub(super) fn without_joint(text: &str) -> &str {
    text.strip_prefix(['、', '，', ',']).or_else(|| CONJUNCTIONS.strip_prefix(text)).unwrap_or(text)
}

/// Whether a text ends with a word whose last character must not be cut off as an auxiliary verb.
pub(super) fn ends_in_compound(text: &str) -> bool {
    COMPOUNDS.ends(text)
}

/// Who makes the objects that are counted: 全市 of 全市建成.
pub(super) fn maker(text: &str) -> &str {
    let text = without_openers(text);
    let text = without_closers(text);
    let text = stripped(text, [&MAKING_VERBS, &SUPPLYING_VERBS, &RENEWING_VERBS], |text, word| text.strip_suffix(word));
    without_closers(text)
}

/// The objects that are counted, from the text behind the figure, without the 的 before them.
pub(super) fn object(text: &str) -> &str {
    AROUND_CLAUSES.trim_end(text.strip_prefix('的').unwrap_or(text))
}

/// Whether a text is the name of something that is measured: it ends with a word for it (率, 数), or opens with that for
/// which it is counted (每千人).
pub(super) fn is_measure(text: &str) -> bool {
    if MEASURED_OPENINGS.begins(text) {
        return true;
    }
    let text = text.rsplit_once(['（', '(']).filter(|_| text.ends_with(['）', ')'])).map_or(text, |(before, _)| before);
    MEASURED_ENDINGS.ends(text)
}

/// Splits the metrics that share a list of values (A、B分别…) into exactly `n`; `None` if they are not so many.
pub(super) fn split(text: &str, n: usize) -> Option<Vec<String>> {
    let parts = |joints: &[&str]| {
        let mut parts = vec![String::new()];
        let mut depth = 0_usize;
        let mut rest = text;
        while let Some(mark) = rest.chars().next() {
            depth = match mark {
                '（' | '(' => depth + 1,
                '）' | ')' => depth.saturating_sub(1),
                _ => depth,
            };
            if let Some(after) = joints.iter().filter(|_| depth == 0).find_map(|joint| rest.strip_prefix(joint)) {
                parts.push(String::new());
                rest = after;
                continue;
            }
            if let Some(part) = parts.last_mut() {
                part.push(mark);
            }
            rest = rest.get(mark.len_utf8()..).unwrap_or_default();
        }
        parts
    };
    let joints: Vec<&str> = ["、"].into_iter().chain(CONJUNCTIONS.iter()).collect();
    let tries: [&[&str]; 2] = [&["、"], &joints];
    let is_whole = |parts: &Vec<String>| parts.len() == n && parts.iter().all(|part| part.chars().count() > 1);
    let parts = tries.into_iter().map(parts).find(is_whole)?;
    let last = parts.last().cloned().unwrap_or_default();
    let first = parts.first().cloned().unwrap_or_default();
    // 每千人口医师数、护士数 count both for the same people; a rate is counted for none.
    let is_counted = |part: &String| !MEASURED_OPENINGS.begins(part) && !is_rate(part);
    let base = counted_for(&first).filter(|_| parts.iter().skip(1).all(is_counted));
    let whole = |(at, part): (usize, &String)| {
        let part = with_subject(part, &first).unwrap_or_else(|| completed(part, &last));
        format!("{}{part}", base.filter(|_| at > 0).unwrap_or_default())
    };
    Some(parts.iter().enumerate().map(whole).collect())
}

/// The opening of a metric that says for how many its things are counted: 每千人口 of 每千人口注册护士数.
fn counted_for(metric: &str) -> Option<&str> {
    let rest = MEASURED_OPENINGS.strip_longest(|opening| metric.strip_prefix(opening))?;
    let rest = COUNTED_PEOPLE.strip_longest(|people| rest.strip_prefix(people)).unwrap_or(rest);
    metric.strip_suffix(rest).filter(|base| !rest.is_empty() && !base.starts_with("人均"))
}

/// A text without the unit by which it is counted, where that closes it: 以乡镇（街道）为单位.
fn without_counting_unit(text: &str) -> &str {
    let unit = || text.strip_suffix("为单位")?.rsplit_once('以').map(|(before, _)| before);
    unit().filter(|before| before.chars().count() > 1).unwrap_or(text)
}

/// Fewest equal characters at the end of two parts of a list from which what follows them in
/// the last part holds for both.
const SHORTEST_SHARED_END: usize = 2;

/// Longest subject of a list of subjects with one rate, in characters.
const LONGEST_SUBJECT: usize = 10;

/// A part of a list completed by the words that only the last part prints: 高血压患者 in 高血压患者、糖尿病患者规范管理率.
fn completed(part: &str, last: &str) -> String {
    let is_bare = !is_measure(part) && is_measure(last);
    let ends = part.char_indices().map(|(at, _)| part.get(at..).unwrap_or_default());
    let mut shared = ends.filter(|end| is_bare && end.chars().count() >= SHORTEST_SHARED_END);
    let rest = shared.find_map(|end| last.split_once(end).map(|(_, rest)| rest));
    // 小学 in 小学、初中近视率 shares only what is measured.
    let rate = PARALLEL_SUBJECTS.strip_prefix(last).or_else(|| last.strip_prefix(without_rate(last)?));
    let rate = rate.filter(|_| is_bare && part.chars().count() <= LONGEST_SUBJECT);
    format!("{part}{}", rest.or(rate).unwrap_or_default())
}

/// A text without this closing word, unless the word is part of a compound (功能).
fn closer<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_suffix(word).filter(|_| !ends_in_compound(text))
}

/// The verbs that open a clause and make what it counts.
fn making_verbs() -> impl Iterator<Item = &'static str> {
    MAKING_VERBS.iter().chain(GAINING_VERBS.iter()).chain(RENEWING_VERBS.iter())
}

/// A text without the verb of making that opens it; `None` if none does.
fn without_making_verb(text: &str) -> Option<&str> {
    let rest = making_verbs().filter_map(|verb| text.strip_prefix(verb)).min_by_key(|rest| rest.len())?;
    // 新建、改扩建幼儿园: two verbs with one object.
    Some(without_joint(rest))
        .filter(|after| after.len() == rest.len() || without_making_verb(after).is_some())
        .or(Some(rest))
}

/// A text without the words that open its clause.
fn without_openers(text: &str) -> &str {
    stripped(text, [&CLAUSE_OPENERS, &ENTRY_OPENINGS], |text, word| text.strip_prefix(word))
}

/// A text without the words between a metric and its value.
fn without_closers(text: &str) -> &str {
    stripped(text, [&METRIC_CLOSERS, &RESULT_ADVERBS], closer)
}

/// Strips words of these lists from one end of a text as long as there are any, the longest first.
fn stripped<'a, const N: usize>(
    mut text: &'a str,
    lists: [&Words; N],
    strip: impl Fn(&'a str, &str) -> Option<&'a str>,
) -> &'a str {
    loop {
        let rest = lists.iter().filter_map(|words| words.strip_longest(|word| strip(text, word)));
        let rest = rest.min_by_key(|rest| rest.len());
        match rest {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_are_stripped_of_verbs() {
        for (text, expected) in [
            ("力争各级医疗机构及时处置率", "各级医疗机构及时处置率"),
            ("建设健康促进学校", "健康促进学校"),
            ("——人均期望寿命", "人均期望寿命"),
            ("内在质量合格率要", "内在质量合格率"),
            ("知晓率目标", "知晓率"),
            ("使用率", "使用率"),
            ("并发症发生率", "并发症发生率"),
            ("基本医保参保率", "基本医保参保率"),
            ("电子病历应用功能", "电子病历应用功能"),
            ("接种率以乡镇（街道）为单位", "接种率"),
            ("人均预期寿命继续", "人均预期寿命"),
            ("其中", ""),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
        assert_eq!(maker("各镇街至少建成"), "各镇街");
        assert_eq!(without_start("检测量从600人份"), "检测量");
        assert_eq!(without_joint("、及时处置率"), "及时处置率");
    }

    #[test]
    fn metrics_that_share_their_values() {
        let parts = |text, n| split(text, n).map(|parts| parts.join("|"));
        assert_eq!(parts("甲率、乙率", 2).as_deref(), Some("甲率|乙率"));
        assert_eq!(parts("甲（丙、丁）率和乙率", 2).as_deref(), Some("甲（丙、丁）率|乙率"));
        assert_eq!(parts("甲率", 2), None);
        let counted = "每千人口执业（助理）医师数、注册护士数";
        assert_eq!(parts(counted, 2).as_deref(), Some("每千人口执业（助理）医师数|每千人口注册护士数"));
        let shared = "高血压患者、糖尿病患者规范管理率";
        assert_eq!(parts(shared, 2).as_deref(), Some("高血压患者规范管理率|糖尿病患者规范管理率"));
        assert_eq!(parts("艾滋病感染率、乙肝流行率", 2).as_deref(), Some("艾滋病感染率|乙肝流行率"));
    }
}
