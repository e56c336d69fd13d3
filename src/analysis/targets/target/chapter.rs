//! Tells by its titles what a chapter is about: it reports what has been done or found, states targets, or neither.

use crate::analysis::targets::target::time::YEARS;
use crate::lexicon::punctuation::{INNER_STOPS, LIST_ENDS};
use crate::lexicon::target::{
    AFTER_REPORT_WORDS, COMPLETION_TITLES, CONJUNCTION_CHARS, REPORT_TITLES, TARGET_TITLES, TASK_TITLES,
};
use crate::lexicon::task::{ACTION_NOUNS, NOUN_VERBS, TASK_VERBS};
use crate::model::Node;
use crate::text::fold::fold;
use crate::text::numeral;

/// How many digits a year in a title has, arabic or Chinese.
const N_DIGITS: usize = 4;

/// What the text below a title is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// What has been done, or how things stand.
    Report,
    /// What is to be reached, as figures or in words.
    Aims,
    /// What is to be done, by whom and how.
    Tasks,
}

/// Whether the text of a node is a report of the past.
pub(super) fn is_report(node: &Node) -> bool {
    subject_of(node) == Some(Subject::Report)
}

/// What a node is about, by its own title or else the nearest title above that decides it.
pub(super) fn subject_of(node: &Node) -> Option<Subject> {
    node.titles().find_map(subject)
}

/// The year by which the targets below a title are due, by the nearest title that names one: 2030年主要目标, 近期目标（2027年）,
/// 到2027年 below 发展目标. A title of more than one year, or of one before `first_year`, dates nothing.
pub(super) fn year_of_aims(node: &Node, first_year: u16) -> Option<u16> {
    let titles = node.titles();
    let (title, years) = titles.map(|title| (title, years_of(title))).find(|(_, years)| !years.is_empty())?;
    let [year] = years.as_slice() else { return None };
    (subject_of(node) == Some(Subject::Aims) && subject(title) != Some(Subject::Tasks) && *year >= first_year)
        .then_some(*year)
}

/// The years that a title names, each span (2026—2030年) by its last one.
fn years_of(title: &str) -> Vec<u16> {
    let title = fold(title);
    let before_year = title.match_indices('年').filter_map(|(at, _)| title.get(..at));
    let years = before_year.filter_map(|text| {
        let (at, _) = text.char_indices().rev().nth(N_DIGITS - 1)?;
        let digits = text.get(at..)?.chars().map(|mark| numeral::digit(mark).map(|digit| digit.to_string()));
        digits.collect::<Option<String>>()?.parse().ok().filter(|year| YEARS.contains(year))
    });
    years.collect()
}

/// What a title says of the text below it; `None` if it decides nothing.
///
/// A report word counts as the subject of the title (存在问题, 形势分析), not as the object of a task (解决突出问题) nor as a
/// part of the name of a task (环境问题治理).
fn subject(title: &str) -> Option<Subject> {
    if COMPLETION_TITLES.is_in(title) {
        return Some(Subject::Report);
    }
    if TARGET_TITLES.is_in(title) {
        return Some(Subject::Aims);
    }
    if TASK_TITLES.is_in(title) {
        return Some(Subject::Tasks);
    }
    // 问题与不足, 成效（2016—2020年）.
    let joins = |mark: char| CONJUNCTION_CHARS.contains(mark) || INNER_STOPS.contains(mark) || LIST_ENDS.contains(mark);
    let is_subject = |word: &str| {
        let tail = title.rsplit_once(word).map(|(_, tail)| tail);
        tail.is_some_and(|tail| tail.is_empty() || AFTER_REPORT_WORDS.begins(tail) || tail.starts_with(joins))
    };
    let is_task = (TASK_VERBS.begins(title) && !NOUN_VERBS.begins(title)) || ACTION_NOUNS.ends(title);
    (!is_task && REPORT_TITLES.iter().any(is_subject)).then_some(Subject::Report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_years() {
        for (title, expected) in [
            ("2030年主要目标", vec![2030]),
            ("近期目标（二〇二七年）", vec![2027]),
            ("2026—2030年目标", vec![2030]),
            ("2027年和2030年目标", vec![2027, 2030]),
            ("健康2030目标", vec![]),
            ("三年行动目标", vec![]),
        ] {
            assert_eq!(years_of(title), expected, "{title}");
        }
    }

    #[test]
    fn titles_tell_what_a_chapter_is_about() {
        for (title, expected) in [
            ("存在问题", Some(Subject::Report)),
            ("面临的形势与挑战", Some(Subject::Report)),
            ("机遇和挑战并存的形势分析", Some(Subject::Report)),
            ("“十三五”时期主要成效（2016—2020年）", Some(Subject::Report)),
            ("规划背景", Some(Subject::Report)),
            ("发展基础", Some(Subject::Report)),
            ("建设成效", Some(Subject::Report)),
            ("主要指标完成情况", Some(Subject::Report)),
            ("发展目标", Some(Subject::Aims)),
            ("主要任务", Some(Subject::Tasks)),
            ("加强影响健康的环境问题治理", None),
            ("突出环境问题整治", None),
            ("补齐农村供水短板", None),
            ("有效应对人口老龄化挑战", None),
            ("抢抓数字化转型机遇", None),
            ("夯实发展基础", None),
            ("优化健康服务", None),
        ] {
            assert_eq!(subject(title), expected, "{title}");
        }
    }
}
