//! What tells plans of one place apart in lists: their period, else their kind, else a number.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::period::FIVE_YEAR_PLANS;
use crate::model::Plan;

/// Labels the plans that are added to others, where a plan before them has the same short name. Those before keep theirs, so
/// that no name changes when a plan is added.
pub(super) fn tell_apart(before: &[Plan], added: &mut [Plan]) {
    let labels = labels(before, added);
    for (plan, label) in added.iter_mut().zip(labels) {
        plan.label = label;
    }
}

/// The labels of the plans that need one.
fn labels(before: &[Plan], added: &[Plan]) -> Vec<Option<String>> {
    let mut taken: FxHashSet<Cow<str>> = before.iter().map(|plan| plan.name().into()).collect();
    taken.reserve(added.len());
    // The numbers that were given, so that a thousand plans of one place are not counted through for each.
    let mut numbered: FxHashMap<&str, u32> = FxHashMap::default();
    let label = |plan| {
        let label = taken.contains(short(plan)).then(|| {
            let is_free = |label: &String| !taken.contains(label.as_str());
            let number = numbered.entry(short(plan)).or_insert(1);
            let mut counted = std::iter::repeat_with(|| {
                *number += 1;
                format!("{}{number}", plan.short)
            });
            marked(plan).find(is_free).or_else(|| counted.find(is_free))
        });
        let label = label.flatten();
        taken.insert(label.clone().map_or(Cow::Borrowed(short(plan)), Cow::Owned));
        label
    };
    added.iter().map(label).collect()
}

fn short(plan: &Plan) -> &str {
    &plan.short
}

/// The short name with each of the marks that may tell a plan from others of its place, the best first.
fn marked(plan: &Plan) -> impl Iterator<Item = String> {
    let marks: [fn(&Plan) -> Option<String>; 3] = [five_years, years, |plan| plan.kind().map(str::to_owned)];
    marks.into_iter().filter_map(|mark| Some(format!("{}{}", plan.short, mark(plan)?)))
}

/// The name of the five-year plan whose years the plan is for: `十五五`.
fn five_years(plan: &Plan) -> Option<String> {
    let (from, to) = years_of(plan)?;
    let (name, _) = FIVE_YEAR_PLANS.iter().find(|(_, end)| **end == to && from.is_none_or(|from| from + 4 == to))?;
    Some(name.to_owned())
}

/// The years that the plan is for: `2023-2025`, or the last one alone.
fn years(plan: &Plan) -> Option<String> {
    let (from, to) = years_of(plan)?;
    Some(from.filter(|from| *from < to).map_or_else(|| to.to_string(), |from| format!("{from}-{to}")))
}

fn years_of(plan: &Plan) -> Option<(Option<u16>, u16)> {
    let (from, to) = plan.period.as_deref()?.split_once('-')?;
    Some((from.parse().ok(), to.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;
    use crate::importer::{self, Supplied};
    use crate::model::Source;

    fn plan(id: &str, title: &str) -> Plan {
        let source = Source { file: format!("{id}.txt"), sha256: String::new() };
        let text = format!("{title}\n\n一、主要任务\n\n（一）控制吸烟\n\n全面禁烟。\n");
        importer::import(&text, source, &Supplied::default(), dataset::registry().departments())
    }

    #[test]
    fn plans_of_one_place_have_different_names() {
        let before = [plan("a", "江海市卫生健康“十四五”规划"), plan("b", "蓝湾市卫生健康“十四五”规划")];
        let titles = [
            "江海市卫生健康“十五五”规划",
            "江海市托育服务行动方案（2026—2028年）",
            "江海市控烟办法",
            "江海市献血办法",
            "江海市口腔健康办法",
            "望海市卫生健康“十五五”规划",
            "望海市2027年卫生健康工作要点",
        ];
        let mut added: Vec<Plan> =
            titles.iter().enumerate().map(|(at, title)| plan(&format!("n{at}"), title)).collect();
        tell_apart(&before, &mut added);
        let names: Vec<&str> = added.iter().map(Plan::name).collect();
        assert_eq!(names, ["江海十五五", "江海2026-2028", "江海办法", "江海2", "江海3", "望海", "望海2027"]);
        assert!(
            before.iter().chain(&added).all(|plan| plan.short == "江海" || plan.region.as_deref() != Some("江海市"))
        );
    }
}
