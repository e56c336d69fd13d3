//! Units: two for one metric, one that is missing, one that changes within a sentence, one that cannot be.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::change::{CHANGE_VERBS, COMPARISON_OPENINGS};
use crate::lexicon::metric::{
    INFECTION_RATES, MENTAL_DISORDERS, NATIONAL_UNITS, RATE_UNITS, REGISTERED_RATES, SHARE_ENDINGS,
};
use crate::lexicon::office_in_text::OWN_LEVELS;
use crate::lexicon::unit::{HEADS, SCALE_CHARS};
use crate::lexicon::value::BARE_VALUE_MARKS;
use crate::model::Confidence;
use crate::registry::unit;
use crate::words::Sentence;
use crate::words::findings::units;

/// How far before the first number of a change 从 or 由 may stand, in characters.
const CHANGE_OPENING: usize = 8;

/// One indicator in two units, in text or tables. Each pair of units is reported once for an indicator.
pub(crate) fn one_metric_two_units(reading: &Reading) -> Vec<FindingDraft> {
    let in_text = reading.text_figures.iter().map(|figure| (figure.clone(), vec![figure.citation.clone()]));
    let in_tables = reading.table_figures().map(|(figure, row)| {
        let citations = row.cite_with(&figure.citation).to_vec();
        (figure, citations)
    });
    let mut drafts = Vec::new();
    let mut by_indicator: HashMap<(&str, Option<String>), Vec<Cited>> = HashMap::new();
    for (figure, citations) in in_text.chain(in_tables) {
        let Some(id) = figure.metric.indicator_id().filter(|_| !figure.is_relative() && figure.unit.is_some()) else {
            continue;
        };
        let known = by_indicator.entry((id, figure.metric.owner.clone())).or_default();
        let mut pairs = known.iter().filter_map(|(one, places)| Some((unit_clash(one, &figure)?, places)));
        if let Some(((what, confidence), places)) = pairs.next() {
            // A unit that is known already was told, or agrees with the first one.
            if !known.iter().any(|(one, _)| one.unit == figure.unit) {
                drafts.push(FindingDraft::new(confidence, what, places.iter().chain(&citations).cloned()));
            }
        }
        if !known.iter().any(|(one, _)| one.unit == figure.unit) {
            known.push((figure, citations));
        }
    }
    drafts
}

/// A figure with the places to quote for it.
type Cited<'a> = (Figure<'a>, Vec<Citation>);

/// What is wrong with the units of two figures of one indicator, and how sure that is.
fn unit_clash(one: &Figure, other: &Figure) -> Option<(Sentence, Confidence)> {
    let (unit, other_unit) = (one.unit.as_deref()?, other.unit.as_deref()?);
    one.metric.similarity(&other.metric)?;
    // 每千人口床位数 is never a share.
    let is_per_head = HEADS.iter().any(|(head, _)| one.metric.name.starts_with(head));
    let are_two_measures = are_two_measures(unit, other_unit) && !is_per_head;
    if !quantity::units_differ(one, other) || lacks_base(unit, other_unit) || are_two_measures {
        return None;
    }
    let what = units::two_units(&other.metric.name, unit, other_unit);
    let is_per_people = |unit: &str| unit.contains('/') && unit.ends_with("人口");
    let is_unsure = is_per_people(unit) && is_per_people(other_unit);
    Some((what, if is_unsure { Confidence::Low } else { Confidence::High }))
}

/// Whether one unit is of a share and the other of a number of things, which are two measures: 人数比例 beside 人数.
fn are_two_measures(one: &str, other: &str) -> bool {
    let is_plain_count = |unit: &str| !unit.contains('/') && !RATE_UNITS.contains(unit);
    one == "%" && is_plain_count(other) || other == "%" && is_plain_count(one)
}

/// Whether one unit is the other without its base: 注册护士数5.5人 after 每千常住人口…3.2人 leaves it out.
fn lacks_base(one: &str, other: &str) -> bool {
    let is_numerator = |short: &str, long: &str| long.split_once('/').is_some_and(|(measure, _)| measure == short);
    is_numerator(one, other) || is_numerator(other, one)
}

/// Rows of a share with numbers and no unit, in a table that prints a unit for most rows.
pub(crate) fn missing_unit(reading: &Reading) -> Vec<FindingDraft> {
    let is_bare = |raw: &str| raw.chars().all(|c| c.is_ascii_digit() || BARE_VALUE_MARKS.contains(c));
    let mut counts: HashMap<&str, [usize; 2]> = HashMap::new();
    for row in &reading.rows {
        let [n_rows, n_units] = counts.entry(&row.table.id).or_default();
        *n_rows += 1;
        *n_units += usize::from(row.row.unit.is_some());
    }
    let lacks_unit = |row: &&TableRow| {
        let mut numbers = row.own_cells().filter(|cell| cell.value.number.is_some()).peekable();
        row.row.unit.is_none()
            && SHARE_ENDINGS.ends(row.row.name.trim())
            && numbers.peek().is_some()
            && numbers.all(|cell| cell.value.raw.as_deref().is_some_and(is_bare))
            && counts.get(row.table.id.as_str()).is_some_and(|[n_rows, n_units]| n_units * 2 > *n_rows)
    };
    let draft = |row: &TableRow| {
        let cell = row.own_cells().find(|cell| cell.value.number.is_some()).map(|cell| cell.citation.clone());
        let what = units::no_unit(&row.row.name);
        FindingDraft::new(Confidence::Medium, what, [row.name.clone()].into_iter().chain(cell))
    };
    reading.rows.iter().filter(lacks_unit).map(draft).collect()
}

/// A change from a number in one unit to a number in another: 从9.68/10万下降到6.32‰.
pub(crate) fn unit_changes_in_sentence(reading: &Reading) -> Vec<FindingDraft> {
    let in_passage = |passage| numbers::split_clauses(passage).filter_map(move |clause| unit_change(passage, &clause));
    reading.passages.iter().flat_map(in_passage).collect()
}

fn unit_change(passage: &Passage, clause: &TextClause) -> Option<FindingDraft> {
    let numbers = numbers::find_numbers(clause.chars);
    let [first, second] = numbers.as_slice() else { return None };
    let between: String = clause.chars.get(first.to..second.from)?.iter().collect();
    let mut before = clause.chars.get(..first.from)?.iter().rev().take(CHANGE_OPENING);
    let is_change = before.any(|c| matches!(c, '从' | '由')) && CHANGE_VERBS.is_in(&between);
    let (one, other) = (unit::canonical(&first.unit), unit::canonical(&second.unit));
    let differ = !first.unit.is_empty() && !second.unit.is_empty() && !unit::alike(&one, &other);
    (is_change && differ && !second.unit.contains("分点") && !differ_in_scale(&one, &other)).then(|| {
        let what = units::two_units_in_sentence(&first.unit, &second.unit);
        FindingDraft::new(Confidence::High, what, [passage.cite(clause.from, clause.from + second.to)])
    })
}

/// Whether two units are the same but for a power of ten: 万人 and 人.
fn differ_in_scale(one: &str, other: &str) -> bool {
    let base = |unit: &str| unit.trim_start_matches(|scale| SCALE_CHARS.contains(scale)).to_owned();
    base(one) == base(other)
}

/// A yearly change of a share that is itself printed in %, so that it stays open whether percentage points are meant.
pub(crate) fn percent_or_percentage_points(reading: &Reading) -> Vec<FindingDraft> {
    let is_ambiguous = |row: &TableRow, raw: &str| {
        row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%")
            && raw.contains("每年")
            && raw.contains(['%', '％'])
            && !raw.contains("比")
    };
    let in_row = |row: &TableRow| {
        let cells = row.own_cells().filter(|cell| cell.value.raw.as_deref().is_some_and(|raw| is_ambiguous(row, raw)));
        let draft = |citation: &Citation| {
            let what = units::percent_or_points(&row.row.name, &citation.quote);
            FindingDraft::new(Confidence::Low, what, row.cite_with(citation))
        };
        cells.map(|cell| draft(&cell.citation)).collect::<Vec<_>>()
    };
    reading.rows.iter().flat_map(in_row).collect()
}

/// Rows of a city or a district in a unit that only fits a nation: 参保人数（亿人）.
pub(crate) fn national_unit(reading: &Reading) -> Vec<FindingDraft> {
    let is_local =
        reading.plan.region.as_deref().is_some_and(|region| region.ends_with(|level| OWN_LEVELS.contains(level)));
    let in_row = |row: &TableRow| {
        let unit = row.row.unit.as_deref().filter(|unit| is_local && NATIONAL_UNITS.contains(unit))?;
        let what = units::national_unit(&row.row.name, unit);
        Some(FindingDraft::new(Confidence::Medium, what, [row.name.clone()]))
    };
    reading.rows.iter().filter_map(in_row).collect()
}

/// A rate of the text in another unit than the customary one, where no table of the plan prints a unit for it.
pub(crate) fn unusual_unit(reading: &Reading) -> Vec<FindingDraft> {
    let printed = printed_indicators(reading);
    let draft = |figure: &Figure| {
        let unit = figure.unit.as_deref().filter(|unit| RATE_UNITS.contains(unit))?;
        let custom = customary_unit(reading, &printed, figure)
            .filter(|custom| *custom != unit && RATE_UNITS.contains(custom))?;
        let what = units::unusual_unit(&figure.metric.name, &figure.raw, custom);
        Some(FindingDraft::new(Confidence::Medium, what, [figure.citation.clone()]))
    };
    reading.text_figures.iter().filter(|figure| !figure.is_relative()).filter_map(draft).collect()
}

/// The indicators for which a table of the plan prints a unit.
fn printed_indicators<'a>(reading: &Reading<'a>) -> HashSet<&'a str> {
    let with_unit = reading.rows.iter().filter(|row| row.row.unit.is_some());
    with_unit.filter_map(|row| row.metric.indicator_id()).collect()
}

/// The customary unit of a figure's metric; `None` where a table of the plan prints a unit for it, or nobody knows one.
fn customary_unit<'a>(reading: &Reading<'a>, printed: &HashSet<&str>, figure: &Figure<'a>) -> Option<&'a str> {
    if let Some(indicator) = figure.metric.indicator {
        return indicator.unit.as_deref().filter(|_| !printed.contains(indicator.id.as_str()));
    }
    let name = &figure.metric.name;
    if INFECTION_RATES.ends(name) {
        return Some("1/10万");
    }
    let rest = REGISTERED_RATES.strip_suffix(name)?;
    let node = figure.citation.node.as_deref().and_then(|id| reading.nodes.get(id));
    let in_node = || node.is_some_and(|node| node.paragraphs.iter().any(|one| MENTAL_DISORDERS.is_in(&one.text)));
    // A name that says more than the ending may be of another group of people in the same section.
    let is_of_mental = rest.is_empty() && in_node() || MENTAL_DISORDERS.is_in(rest);
    is_of_mental.then_some("‰")
}

/// A rate that is not in %, said to change by percentage points (百分点).
pub(crate) fn percentage_points_of_rate(reading: &Reading) -> Vec<FindingDraft> {
    let mut drafts = Vec::new();
    for passage in &reading.passages {
        let clauses: Vec<TextClause> = numbers::split_clauses(passage).collect();
        for pair in clauses.windows(2) {
            let [before, after] = pair else { continue };
            // Most clauses hold no 点, and are not made a string.
            if !after.chars.contains(&'点') {
                continue;
            }
            let words: String = after.chars.iter().collect();
            let is_comparison = COMPARISON_OPENINGS.begins(&words);
            let Some(points) = words.find("百分点").filter(|_| is_comparison) else { continue };
            let end = words.get(..points).map_or(0, |before| before.chars().count()) + "百分点".chars().count();
            let rate = numbers::find_numbers(before.chars).pop().map(|number| unit::canonical(&number.unit));
            if let Some(rate) = rate.filter(|rate| rate == "1/10万" || rate == "‰") {
                let what = units::points_of_rate(rate);
                let citation = passage.cite(before.from, after.from + end);
                drafts.push(FindingDraft::new(Confidence::Medium, what, [citation]));
            }
        }
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn units_that_change_in_a_sentence() {
        check(
            unit_changes_in_sentence,
            &[
                ("一、基础\n孕产妇死亡率从9.6/10万下降到6.3‰。\n", &["[2] 孕产妇死亡率从9.6/10万下降到6.3‰"]),
                ("一、基础\n孕产妇死亡率从9.6/10万下降到6.3/10万，参保率从90%提高5个百分点。\n", &[]),
                ("一、基础\n诊疗量由9800人次增加到1.2万人次。\n", &[]),
            ],
        );
        check(
            percentage_points_of_rate,
            &[
                (
                    "一、基础\n肺结核发病率降至51/10万，较2020年下降3个百分点。\n",
                    &["[2] 肺结核发病率降至51/10万，较2020年下降3个百分点"],
                ),
                ("一、基础\n吸烟率降至21%，较2020年下降3个百分点。\n", &[]),
            ],
        );
    }

    #[test]
    fn rates_in_an_unusual_unit() {
        check(
            unusual_unit,
            &[
                (
                    "一、精神卫生\n到2030年，严重精神障碍患者报告患病率达到5%，规范管理率达到95%。\n",
                    &["[2] 到2030年，严重精神障碍患者报告患病率达到5%"],
                ),
                ("一、精神卫生\n到2030年，严重精神障碍患者报告患病率达到5‰，规范管理率达到95%。\n", &[]),
                ("一、慢性病\n到2030年，高血压报告患病率控制在25%以内。\n", &[]),
                (
                    "一、妇幼健康\n到2030年，婴儿死亡率控制在3%以内，吸烟率降到20%以下。\n",
                    &["[2] 到2030年，婴儿死亡率控制在3%以内"],
                ),
                ("一、妇幼健康\n到2030年，婴儿死亡率控制在3‰以内，比2025年下降5%。\n", &[]),
            ],
        );
    }

    /// A text above a table of three rows.
    fn with_table(text: &str, row: &str) -> String {
        format!(
            "一、指标\n{text}\n\n主要指标\n\n领域\t指标\t2025年\t2030年目标\n健康\t人均预期寿命（岁）\t79\t80\n\t{row}\n\t孕产妇死亡率（/10万）\t9\t8\n"
        )
    }

    #[test]
    fn units_of_rows() {
        let row = "免疫规划疫苗接种率\t95.1\t≥96";
        check(missing_unit, &[(&with_table("甲。", row), &["[8] 免疫规划疫苗接种率 | 95.1"])]);
        let row = "医护比\t1:1.2\t1:1.3";
        check(missing_unit, &[(&with_table("甲。", row), &[])]);
        let row = "儿童青少年总体近视率（%）\t53\t每年降低0.5%";
        check(
            percent_or_percentage_points,
            &[(&with_table("甲。", row), &["[8] 儿童青少年总体近视率（%） | 每年降低0.5%"])],
        );
        let row = "儿童青少年总体近视率（%）\t53\t每年降低0.5个百分点";
        check(percent_or_percentage_points, &[(&with_table("甲。", row), &[])]);
        let row = "工伤保险参保人数（亿人）\t2\t3";
        check(national_unit, &[(&with_table("甲。", row), &["[8] 工伤保险参保人数（亿人）"])]);
        let row = "婴儿死亡率（‰）\t3\t2";
        let text = "到2030年，孕产妇死亡率控制在8‰以下。";
        check(
            one_metric_two_units,
            &[(&with_table(text, row), &["[2, 9] 到2030年，孕产妇死亡率控制在8‰以下 | 孕产妇死亡率（/10万） | 9"])],
        );
        let text = "到2030年，孕产妇死亡率控制在8/10万以下。";
        check(one_metric_two_units, &[(&with_table(text, row), &[])]);
    }
}
