//! Names that join several indicators in one row or sentence: 高血压、糖尿病患者规范管理率, 孕产妇死亡率和婴儿死亡率.
//!
//! Such a name counts only if each of its parts is an indicator, alone or with the tail that the last part prints for
//! all (患者规范管理率), and if the parts are different indicators. So 宫颈癌和乳腺癌筛查覆盖率, which the list knows as one, stays one.

use crate::lexicon::indicator::NAME_JOINTS;
use crate::registry::bracket::{self, Part};
use crate::registry::indicator::{Indicator, Indicators, Match};
use crate::registry::reason::Reason;
use crate::registry::unit;
use crate::words::compare;

/// Longest part of a name whose tail is tried, in characters. It bounds the time for hostile names.
const LONGEST_PART: usize = 60;

impl Indicators {
    /// The indicators that a printed row is: none, one, or all those that its name joins.
    #[must_use]
    pub fn all_of_row(&self, printed_name: &str, unit: Option<&str>) -> Vec<Match<'_>> {
        let joined = joined(printed_name, |name| self.canonical(name, unit).map(|found| found.indicator));
        if joined.is_empty() {
            return self.canonical(printed_name, unit).into_iter().collect();
        }
        joined
            .into_iter()
            .map(|indicator| Match { indicator, unlike: Some(Reason::General(compare::JOINED)) })
            .collect()
    }

    /// The indicators that a sentence names by `metric`: none, one, or all those that it joins, which then share the
    /// value. `whole` is the id of the one that the whole metric is, as [`Indicators::stated`] finds it. `is_change` says
    /// that the value is a change (下降30%), so that its unit is not that of the indicator.
    #[must_use]
    pub fn all_stated(&self, metric: &str, unit: Option<&str>, is_change: bool, whole: Option<&str>) -> Vec<Match<'_>> {
        let joined = joined(metric, |name| self.stated(name, unit, is_change));
        let whole = || whole.and_then(|id| self.get(id)).into_iter().collect();
        let found = if joined.is_empty() { whole() } else { joined };
        let unlike = |indicator: &'_ Indicator| {
            let measure = unit::measure(metric, unit)?;
            let is_other = indicator.unit.as_deref().is_some_and(|unit| !unit::alike(unit, &measure));
            (is_other && !is_change).then_some(Reason::General(compare::OTHER_UNIT))
        };
        found.into_iter().map(|indicator| Match { indicator, unlike: unlike(indicator) }).collect()
    }
}

/// The different indicators whose names are joined; none unless every part is one by `find` and there are two.
fn joined<'a>(name: &str, find: impl Fn(&str) -> Option<&'a Indicator>) -> Vec<&'a Indicator> {
    let plain: String = bracket::parts(name)
        .into_iter()
        .map(|part| match part {
            Part::Plain(text) | Part::Bracket(text) => text,
        })
        .collect();
    let parts = split(&plain);
    // Most joined names join no indicators: the last part, which prints its own tail, says so before tails are tried.
    let Some(last) = parts.last().filter(|last| parts.len() > 1 && find(last).is_some()) else { return Vec::new() };
    let mut found: Vec<&Indicator> = Vec::new();
    for part in &parts {
        let Some(indicator) = find(part).or_else(|| with_tail(part, last, &find)) else { return Vec::new() };
        if !found.iter().any(|known| known.id == indicator.id) {
            found.push(indicator);
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// The parts of a name between the words that join names.
fn split(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = name.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(after) = NAME_JOINTS.strip_prefix(rest) {
            parts.extend(name.get(from..at));
            at = name.len() - after.len();
            from = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.extend(name.get(from..));
    parts
}

/// The indicator that a part is with the longest tail of the last part that makes it one.
fn with_tail<'a>(part: &str, last: &str, find: impl Fn(&str) -> Option<&'a Indicator>) -> Option<&'a Indicator> {
    if part.is_empty() || last.chars().count() > LONGEST_PART || part.chars().count() > LONGEST_PART {
        return None;
    }
    let starts = last.char_indices().map(|(at, _)| at).skip(1);
    starts.filter_map(|at| last.get(at..)).find_map(|tail| find(&format!("{part}{tail}")))
}

#[cfg(test)]
mod tests {
    /// The name of a row, its unit, and the indicators it joins.
    #[test]
    fn a_row_is_all_the_indicators_that_its_name_joins() {
        let cases: [(&str, Option<&str>, &[&str]); 12] = [
            ("高血压、糖尿病患者规范化管理率（%）", Some("%"), &["hypertension-management", "diabetes-management"]),
            ("高血压和糖尿病患者规范管理率", Some("%"), &["hypertension-management", "diabetes-management"]),
            ("高血压、糖尿病规范管理率", Some("%"), &["hypertension-management", "diabetes-management"]),
            ("孕产妇系统管理率及3岁以下儿童系统管理率", None, &["maternal-management", "child-management"]),
            ("孕产妇、3岁以下儿童系统管理率", Some("%"), &["maternal-management", "child-management"]),
            ("院内感染发病率、30天再住院率", Some("%"), &["hospital-infection", "readmission-30-day"]),
            ("孕产妇死亡率与婴儿死亡率", None, &["maternal-mortality", "infant-mortality"]),
            // One indicator with a joint in its name, and one with a part that is none.
            ("农村适龄妇女宫颈癌和乳腺癌筛查覆盖率", Some("%"), &["womens-cancer-screening"]),
            ("二级及以上综合性医院设置老年医学科的比例", Some("%"), &["geriatrics-departments"]),
            ("婴儿死亡率、儿童伤害死亡率", None, &[]),
            ("婴儿死亡率", Some("‰"), &["infant-mortality"]),
            ("、、和", None, &[]),
        ];
        let registry = crate::dataset::registry();
        for (name, unit, expected) in cases {
            let found = registry.indicators().all_of_row(name, unit);
            let ids: Vec<&str> = found.iter().map(|found| found.indicator.id.as_str()).collect();
            assert_eq!(ids, expected, "{name}");
            assert_eq!(found.iter().filter(|found| found.unlike.is_some()).count() > 1, expected.len() > 1, "{name}");
        }
    }

    #[test]
    fn a_sentence_may_set_one_value_for_several() {
        let registry = crate::dataset::registry();
        let ids = |metric: &str| -> Vec<String> {
            let whole = registry.indicators().stated(metric, Some("%"), false).map(|found| found.id.as_str());
            let found = registry.indicators().all_stated(metric, Some("%"), false, whole);
            found.iter().map(|found| found.indicator.id.clone()).collect()
        };
        assert_eq!(ids("全县高血压和糖尿病患者规范管理率"), ["hypertension-management", "diabetes-management"]);
        assert_eq!(ids("居民健康素养水平"), ["health-literacy"]);
        assert_eq!(ids("群众满意度和知晓率").len(), 0);
    }
}
