//! Units that differ for one thing, that are left out, or that change within a sentence.

use std::collections::HashSet;

use crate::model::Confidence;
use crate::registry::indicator::Indicators;
use crate::registry::unit;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::numbers::{self, Clause};
use crate::analysis::check::reading::passage::Passage;
use crate::analysis::check::reading::quantity;
use crate::analysis::check::reading::table_row::TableRow;

/// One indicator in two units, in text or tables. Each pair of units is told once an indicator.
pub(crate) fn one_metric_two_units(reading: &Reading) -> Vec<FindingDraft> {
    let printed: Vec<(Figure, Vec<Citation>)> = reading
        .printed()
        .map(|(figure, row)| {
            let places = row.places(&figure.place).to_vec();
            (figure, places)
        })
        .collect();
    let stated = reading.stated.iter().map(|figure| (figure.clone(), vec![figure.place.clone()]));
    let all: Vec<_> = stated.chain(printed).collect();
    let mut told = HashSet::new();
    let mut found = Vec::new();
    for (at, (one, here)) in all.iter().enumerate() {
        for (other, there) in all.get(at + 1..).unwrap_or_default() {
            let (Some(unit), Some(other_unit)) = (&one.unit, &other.unit) else { continue };
            // What costs least comes first, as all are set beside all.
            let is_level = !one.is_relative() && !other.is_relative();
            let same = is_level && one.metric.indicator.is_some() && one.metric.similarity(&other.metric).is_some();
            let differ = same && quantity::in_other_units(one, other) && !lacks_base(unit, other_unit);
            let pair = || (one.metric.indicator, unit.min(other_unit).clone(), unit.max(other_unit).clone());
            if differ && told.insert(pair()) {
                let what = format!("“{}”的单位不同：一处为{unit}，另一处为{other_unit}", other.metric.name);
                let people = |unit: &str| unit.contains('/') && unit.ends_with("人口");
                let confidence = if people(unit) && people(other_unit) { Confidence::Low } else { Confidence::High };
                found.push(FindingDraft::new(confidence, what, here.iter().chain(there).cloned()));
            }
        }
    }
    found
}

/// Whether one unit is the other without its base: 注册护士数5.5人 behind 每千常住人口…3.2人 leaves it out.
fn lacks_base(one: &str, other: &str) -> bool {
    let bare = |short: &str, long: &str| long.split_once('/').is_some_and(|(measure, _)| measure == short);
    bare(one, other) || bare(other, one)
}

/// Last words of names that are measured in hundredths, or so.
const SHARES: &[&str] = &["率", "比例", "比重", "占比", "百分比", "接种"];

/// A row of numbers without a unit, where its table prints one for most rows.
pub(crate) fn missing_unit(reading: &Reading) -> Vec<FindingDraft> {
    let of_table = |row: &TableRow| reading.rows.iter().filter(|other| other.table.id == row.table.id).count();
    let with_unit = |row: &TableRow| {
        reading.rows.iter().filter(|other| other.table.id == row.table.id && other.row.unit.is_some()).count()
    };
    let lacks = |row: &&TableRow| {
        let bare: Vec<_> = row.own().filter(|cell| cell.value.number.is_some()).collect();
        let is_bare = |raw: &str| raw.chars().all(|mark| mark.is_ascii_digit() || "≥≤<>＜＞.．=".contains(mark));
        row.row.unit.is_none()
            && SHARES.iter().any(|word| row.row.name.trim().ends_with(word))
            && !bare.is_empty()
            && bare.iter().all(|cell| cell.value.raw.as_deref().is_some_and(is_bare))
            && with_unit(row) * 2 > of_table(row)
    };
    let tell = |row: &TableRow| {
        let cell = row.own().find(|cell| cell.value.number.is_some()).map(|cell| cell.place.clone());
        let what = format!("“{}”有数值而没有单位，表中其他指标多印有单位", row.row.name);
        FindingDraft::new(Confidence::Medium, what, [row.name.clone()].into_iter().chain(cell))
    };
    reading.rows.iter().filter(lacks).map(tell).collect()
}

/// Words between the two numbers of a change.
const CHANGES: &[&str] = &["下降", "降", "提高", "提升", "增", "上升", "减"];

/// A change from a number in one unit to a number in another: 从9.68/10万下降到6.32‰.
pub(crate) fn unit_changes_in_sentence(reading: &Reading) -> Vec<FindingDraft> {
    let changed_in = |text| numbers::clauses(text).filter_map(move |clause| changed(text, &clause));
    reading.texts.iter().flat_map(changed_in).collect()
}

fn changed(text: &Passage, clause: &Clause) -> Option<FindingDraft> {
    let amounts = clause.amounts();
    let [first, second] = amounts.as_slice() else { return None };
    let between: String = clause.marks.get(first.to..second.from)?.iter().collect();
    let opens =
        first.from > 0 && clause.marks.get(..first.from)?.iter().rev().take(8).any(|mark| matches!(mark, '从' | '由'));
    let (one, other) = (unit::canonical(&first.unit), unit::canonical(&second.unit));
    let is_change = opens && CHANGES.iter().any(|word| between.contains(word));
    let differ = !first.unit.is_empty() && !second.unit.is_empty() && !unit::alike(&one, &other);
    (is_change && differ && !second.unit.contains("分点") && !scaled(&one, &other)).then(|| {
        let what = format!("同一句中前后单位不同：{}与{}", first.unit, second.unit);
        FindingDraft::new(Confidence::High, what, [text.place(clause.from, clause.from + second.to)])
    })
}

/// Whether two units are one on another scale: 万人 and 人.
fn scaled(one: &str, other: &str) -> bool {
    let bare = |unit: &str| unit.trim_start_matches(['万', '亿', '千', '百']).to_owned();
    bare(one) == bare(other)
}

/// A yearly change of a share, itself printed in %: the print leaves open whether points are meant.
pub(crate) fn percent_or_percentage_points(reading: &Reading) -> Vec<FindingDraft> {
    let is_open = |row: &TableRow, raw: &str| {
        row.metric.measure(row.row.unit.as_deref()).as_deref() == Some("%")
            && raw.contains("每年")
            && raw.contains(['%', '％'])
            && !raw.contains("比")
    };
    let in_row = |row: &TableRow| {
        let own = row.own().filter(|cell| cell.value.raw.as_deref().is_some_and(|raw| is_open(row, raw)));
        own.map(|cell| {
            let what = format!("“{}”以%计，目标写作“{}”，未写明是否为百分点", row.row.name, cell.place.quote);
            FindingDraft::new(Confidence::Low, what, row.places(&cell.place))
        })
        .collect::<Vec<_>>()
    };
    reading.rows.iter().flat_map(in_row).collect()
}

/// Units that count more than a city or a district can have.
const NATIONAL: &[&str] = &["亿人", "亿人次"];

/// A row of a city or a district in a unit of nations: 参保人数（亿人）.
pub(crate) fn national_unit(reading: &Reading) -> Vec<FindingDraft> {
    let is_small = reading.plan.region.as_deref().is_some_and(|region| region.ends_with(['市', '区', '县', '镇']));
    let rows = reading.rows.iter().filter(|row| row.row.unit.as_deref().is_some_and(|unit| NATIONAL.contains(&unit)));
    rows.filter(|_| is_small)
        .map(|row| {
            let unit = row.row.unit.as_deref().unwrap_or_default();
            let what = format!("“{}”的单位为{unit}，而规划只及一市一区", row.row.name);
            FindingDraft::new(Confidence::Medium, what, [row.name.clone()])
        })
        .collect()
}

/// Units of rates, of which one is the custom for each rate.
const RATES: &[&str] = &["%", "‰", "1/10万"];

/// Rates that no table of the registry lists: the last words of the name, a word that its text must hold, and the unit.
/// Registered severe mental disorders (严重精神障碍) are some in a thousand.
const CUSTOMS: &[(&str, &str, &str)] = &[("报告患病率", "精神", "‰")];

/// A rate of the text in another unit than it is counted in everywhere, where no table of the plan prints it.
pub(crate) fn unusual_unit(reading: &Reading) -> Vec<FindingDraft> {
    let is_printed =
        |id: &str| reading.rows.iter().any(|row| row.metric.indicator == Some(id) && row.row.unit.is_some());
    let says = |figure: &Figure, word: &str| {
        let mut texts = reading.texts.iter().filter(|text| figure.place.node.as_ref() == Some(&text.node.id));
        texts.any(|text| text.text.contains(word))
    };
    let custom = |figure: &Figure| {
        if let Some(id) = figure.metric.indicator {
            return Indicators::bundled().get(id).filter(|_| !is_printed(id))?.unit.clone();
        }
        let mut listed =
            CUSTOMS.iter().filter(|(name, word, _)| figure.metric.name.ends_with(name) && says(figure, word));
        listed.next().map(|(_, _, unit)| (*unit).to_owned())
    };
    let tell = |figure: &Figure| {
        let unit = figure.unit.as_deref().filter(|unit| RATES.contains(unit))?;
        let custom = custom(figure).filter(|custom| custom != unit && RATES.contains(&custom.as_str()))?;
        let what = format!("“{}”写作{}，此类指标通常以{custom}计", figure.metric.name, figure.raw);
        Some(FindingDraft::new(Confidence::Medium, what, [figure.place.clone()]))
    };
    reading.stated.iter().filter(|figure| !figure.is_relative()).filter_map(tell).collect()
}

/// A rate that is not in hundredths, said to change by 百分点.
pub(crate) fn percentage_points_of_rate(reading: &Reading) -> Vec<FindingDraft> {
    let mut found = Vec::new();
    for text in &reading.texts {
        let clauses: Vec<Clause> = numbers::clauses(text).collect();
        for pair in clauses.windows(2) {
            let [before, after] = pair else { continue };
            if !after.marks.contains(&'点') {
                continue;
            }
            let said: String = after.marks.iter().collect();
            let Some(points) = said.find("百分点").filter(|_| opens_with_comparison(&said)) else { continue };
            let n_chars = said.get(..points).map_or(0, |before| before.chars().count()) + 3;
            let rate = before.amounts().pop().map(|amount| unit::canonical(&amount.unit));
            if let Some(rate) = rate.filter(|rate| rate == "1/10万" || rate == "‰") {
                let what = format!("以{rate}计的数值，变化写作“百分点”");
                found.push(FindingDraft::new(
                    Confidence::Medium,
                    what,
                    [text.place(before.from, after.from + n_chars)],
                ));
            }
        }
    }
    found
}

fn opens_with_comparison(clause: &str) -> bool {
    ["较", "比", "下降", "降低", "提高", "上升", "分别"].iter().any(|word| clause.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn units_in_a_sentence() {
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
    fn a_rate_in_another_unit_than_everywhere() {
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
