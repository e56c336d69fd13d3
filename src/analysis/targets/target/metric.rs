//! The metric of a target: the words before its value, without those that only say that something is to be done.

use crate::lexicon::Words;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::punctuation::AROUND_CLAUSES;
use crate::lexicon::target::{
    CLAUSE_OPENERS, COMPOUNDS, CONJUNCTIONS, GAINING_VERBS, MAKING_VERBS, MEASURED_ENDINGS, METRIC_CLOSERS,
    SUPPLYING_VERBS,
};

/// The metric in a text: without the words that open and close its clause, and without a making verb.
pub(super) fn clean(text: &str) -> &str {
    let text = without_openers(text);
    let text = without_closers(text);
    let made = making_verbs().find_map(|verb| text.strip_prefix(verb)).filter(|rest| rest.chars().count() > 1);
    made.unwrap_or(text).trim()
}

/// The verb that opens a clause and makes what the clause counts: 新增 in 新增三级医院5家、二级医院10家.
pub(super) fn making_verb(text: &str) -> Option<&'static str> {
    let text = without_openers(text);
    making_verbs().find(|verb| text.starts_with(verb))
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
    let text = stripped(text, [&MAKING_VERBS, &SUPPLYING_VERBS], |text, word| text.strip_suffix(word));
    without_closers(text)
}

/// The objects that are counted, from the text behind the figure, without the 的 before them.
pub(super) fn object(text: &str) -> &str {
    AROUND_CLAUSES.trim_end(text.strip_prefix('的').unwrap_or(text))
}

/// Whether a text ends with a word for something that is measured (率, 数).
pub(super) fn is_measure(text: &str) -> bool {
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
    Some(parts.iter().map(|part| completed(part, &last)).collect())
}

/// Fewest equal characters at the end of two parts of a list from which what follows them in
/// the last part holds for both.
const SHORTEST_SHARED_END: usize = 2;

/// A part of a list completed by the words that only the last part prints: 高血压患者 in 高血压患者、糖尿病患者规范管理率.
fn completed(part: &str, last: &str) -> String {
    let is_bare = !is_measure(part) && is_measure(last);
    let ends = part.char_indices().map(|(at, _)| part.get(at..).unwrap_or_default());
    let mut shared = ends.filter(|end| is_bare && end.chars().count() >= SHORTEST_SHARED_END);
    let rest = shared.find_map(|end| last.split_once(end).map(|(_, rest)| rest)).unwrap_or_default();
    format!("{part}{rest}")
}

/// A text without this closing word, unless the word is part of a compound (功能).
fn closer<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_suffix(word).filter(|_| !ends_in_compound(text))
}

/// The verbs that open a clause and make what it counts.
fn making_verbs() -> impl Iterator<Item = &'static str> {
    MAKING_VERBS.iter().chain(GAINING_VERBS.iter())
}

/// A text without the words that open its clause.
fn without_openers(text: &str) -> &str {
    stripped(text, [&CLAUSE_OPENERS, &ENTRY_OPENINGS], |text, word| text.strip_prefix(word))
}

/// A text without the words between a metric and its value.
fn without_closers(text: &str) -> &str {
    stripped(text, [&METRIC_CLOSERS], closer)
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
        let shared = "高血压患者、糖尿病患者规范管理率";
        assert_eq!(parts(shared, 2).as_deref(), Some("高血压患者规范管理率|糖尿病患者规范管理率"));
        assert_eq!(parts("艾滋病感染率、乙肝流行率", 2).as_deref(), Some("艾滋病感染率|乙肝流行率"));
    }
}
