//! A unit that cannot be one of what a name says is measured: 养老机构数（岁）, 平均住院日达到7.5%.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::figure::Figure;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::table_row::TableRow;
use crate::lexicon::Words;
use crate::lexicon::measured::{MEASURED_BY_NAMES, Measured};
use crate::lexicon::metric::{COUNTS_OF_THINGS, RATIO_WORDS, SHARE_WORDS};
use crate::lexicon::rate::OPEN_RATES;
use crate::lexicon::unit::{
    COUNTED_MEASURES, COUNTERS, HEADS, SCALE_CHARS, SIZE_MEASURES, TIME_MEASURES, UNITS_OF_REGIONS,
};
use crate::model::Confidence;
use crate::registry::name;
use crate::words::findings::units;

/// Units, each with what its numbers measure.
const MEASURED_BY_UNITS: [(&Words, Measured); 4] = [
    (&TIME_MEASURES, Measured::Time),
    (&SIZE_MEASURES, Measured::Size),
    (&COUNTERS, Measured::Count),
    (&COUNTED_MEASURES, Measured::Count),
];

/// Rows and values in the text with a unit that does not fit their name.
pub(crate) fn unfit_units(reading: &Reading) -> Vec<FindingDraft> {
    let in_row = |row: &TableRow| {
        let unit = row.row.unit.as_deref()?;
        let measure = row.metric.measure(Some(unit))?;
        is_unfit(&row.row.name, &measure).then(|| {
            let what = units::unfit_unit(&row.row.name, unit);
            FindingDraft::new(Confidence::Medium, what, [row.name.clone()])
        })
    };
    let in_text = |figure: &Figure| {
        let measure = figure.unit.as_deref().filter(|_| !figure.is_relative())?;
        is_unfit(&figure.metric.name, measure).then(|| {
            let what = units::unfit_unit(&figure.metric.name, measure);
            FindingDraft::new(Confidence::Medium, what, [figure.citation.clone()])
        })
    };
    let rows = reading.rows.iter().filter_map(in_row);
    rows.chain(reading.text_figures.iter().filter_map(in_text)).collect()
}

/// Whether a number in a canonical unit cannot be what a name says. A name or a unit that may be of several things never is.
fn is_unfit(printed: &str, unit: &str) -> bool {
    if is_too_large(printed, unit) {
        return true;
    }
    let Some((named, counted)) = measured_by_name(&name::key(printed)).zip(measured_in(unit)) else { return false };
    // A number of things in percent is told as such, and money may stand for its share of a whole.
    named != counted && !(counted == Measured::Share && matches!(named, Measured::Count | Measured::Money))
}

/// Whether a name tells what falls to one person or to some thousands of them, and a unit is of a whole region: 人均经费（亿元）.
fn is_too_large(printed: &str, unit: &str) -> bool {
    let measure = unit.split_once('/').map_or(unit, |(measure, _)| measure);
    let is_count = |measure: &str| COUNTERS.contains(measure) || COUNTED_MEASURES.contains(measure);
    let is_large = UNITS_OF_REGIONS.contains(measure)
        || measure.starts_with('亿')
        || measure.strip_prefix('万').is_some_and(is_count);
    is_large && HEADS.iter().any(|(head, _)| printed.starts_with(head))
}

/// What the numbers of a name measure, by its last words.
fn measured_by_name(key: &str) -> Option<Measured> {
    if RATIO_WORDS.ends(key) || SHARE_WORDS.ends(key) {
        return (!OPEN_RATES.ends(key)).then_some(Measured::Share);
    }
    let is_count = COUNTS_OF_THINGS.ends(key);
    let named = || MEASURED_BY_NAMES.iter().find(|(word, _)| key.ends_with(word)).map(|(_, measured)| *measured);
    is_count.then_some(Measured::Count).or_else(named)
}

/// What a number in a canonical unit measures; `None` for people or things by something else, which may be a rate, and for a
/// unit that is nothing of these.
fn measured_in(unit: &str) -> Option<Measured> {
    if matches!(unit, "%" | "‰") {
        return Some(Measured::Share);
    }
    let (measure, is_divided) = unit.split_once('/').map_or((unit, false), |(measure, _)| (measure, true));
    let bare = measure.trim_start_matches(|scale| SCALE_CHARS.contains(scale));
    if bare == "元" {
        return Some(Measured::Money);
    }
    let measured = MEASURED_BY_UNITS.iter().find(|(units, _)| units.contains(bare)).map(|(_, measured)| *measured);
    measured.filter(|measured| !is_divided || *measured != Measured::Count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn units_of_something_else() {
        let table = |name: &str, unit: &str| {
            format!(
                "一、指标\n甲。\n\n主要指标\n\n序号\t指标\t单位\t2020年\t2025年\n1\t{name}\t{unit}\t12\t15\n2\t婴儿死亡率\t‰\t3\t2.8\n"
            )
        };
        for (name, unit, is_told) in [
            ("养老机构数", "岁", true),
            ("家庭医生签约率", "人", true),
            ("托育服务覆盖比例", "个", true),
            ("平均住院日", "%", true),
            ("人均体育场地面积", "元", true),
            ("每万人口全科医生数", "平方米", true),
            ("次均费用", "张", true),
            ("人均体育场地面积", "平方公里", true),
            ("人均基本公共卫生服务经费", "亿元", true),
            ("每千人口床位数", "万张", true),
            ("人均地区生产总值", "万元", false),
            ("养老机构数", "家", false),
            ("每万人口全科医生数", "人", false),
            ("传染病发病率", "1/10万", false),
            ("病床周转率", "次", false),
            ("次均费用", "元", false),
            ("平均住院日", "天", false),
            ("人均体育场地面积", "平方米", false),
            ("自杀率", "/10万", false),
        ] {
            let expected = format!("[7] {name}");
            let expected: &[&str] = if is_told { &[&expected] } else { &[] };
            check(unfit_units, &[(&table(name, unit), expected)]);
        }
        let text = "一、目标\n到2025年，平均住院日达到7.5%，婴儿死亡率控制在3‰以内。\n";
        check(unfit_units, &[(text, &["[2] 到2025年，平均住院日达到7.5%"])]);
    }
}
