//! Units: which brackets of a name contain one, and which two printings mean one unit.
//!
//! A small grammar, so that the names in new plans are read as well: a measure word, which may be scaled (万人) and may
//! have a base (人/千人口, 1/10万, 每10万). （助理）, （街道） and （户籍人口） are not units. This file knows no indicator.

use crate::lexicon::punctuation::AFTER_UNITS;
use crate::lexicon::unit::{
    BASES_IN_NAMES, COUNTERS, MEASURE_FORMS, MEASURES, PEOPLE, RATE_BASES, SCALES, UNIT_LABELS,
};
use crate::registry::bracket::{self, Part};
use crate::text::fold::fold_cell;

/// The rates with a special name: the unit of the count, and the base of the rate.
const RATES: &[(&[&str], &str, &str)] =
    &[(&["", "1", "人", "例", "个"], "10万", "1/10万"), (&["", "1"], "千", "‰"), (&["", "1"], "百", "%")];

/// Finds the unit that is printed in the name of a row, in a bracket with nothing else or before a comma.
///
/// A unit is at the end of a name or of a part of it, so its bracket is followed by nothing, another bracket or
/// punctuation. `None` if no bracket contains a unit, or if two contain different ones.
#[must_use]
pub fn unit_of_name(name: &str) -> Option<String> {
    let parts = bracket::parts(name);
    let mut found: Option<&str> = None;
    for (at, part) in parts.iter().enumerate() {
        let Part::Bracket(inside) = part else { continue };
        let closes = match parts.get(at + 1) {
            None | Some(Part::Bracket(_)) => true,
            Some(Part::Plain(after)) => after.trim_start().chars().next().is_none_or(|mark| AFTER_UNITS.contains(mark)),
        };
        let Some(unit) = in_bracket(inside).filter(|_| closes) else { continue };
        match found {
            Some(first) if canonical(first) != canonical(unit) => return None,
            Some(_) => {}
            None => found = Some(unit),
        }
    }
    found.map(str::to_owned)
}

/// The unit in the text inside a bracket: `‰`, `岁` of `岁，户籍人口`, `%` of `单位：%`; `None` if it is something else.
#[must_use]
pub fn in_bracket(inside: &str) -> Option<&str> {
    let inside = UNIT_LABELS.strip_prefix(inside.trim()).unwrap_or(inside);
    let first = inside.split(['，', ',', '；', ';']).next()?.trim();
    is_unit(first).then_some(first)
}

/// Whether a text, of either width, is a unit and nothing else.
#[must_use]
pub fn is_unit(text: &str) -> bool {
    let text = fold_cell(text).to_lowercase();
    if let Some(base) = text.strip_prefix('每') {
        return is_scaled_base(base);
    }
    match text.split_once('/').or_else(|| text.split_once('每')) {
        Some(("" | "1", base)) => is_scaled_base(base),
        Some((measure, base)) => is_measure(measure) && (is_measure(base) || is_scaled_base(base)),
        None => is_measure(&text),
    }
}

/// Whether a folded text is a measure word, scaled or not: 人, 万人, 万亿元.
fn is_measure(text: &str) -> bool {
    let is_word = |word: &str| MEASURES.contains(word);
    is_word(text) || SCALES.iter().any(|scale| text.strip_prefix(scale).is_some_and(is_word))
}

/// Whether a folded text is the base of a rate: 10万, 千人口, 万车, 100000.
fn is_scaled_base(text: &str) -> bool {
    let rest = text.trim_start_matches(|mark: char| mark.is_ascii_digit());
    let scale = SCALES.strip_prefix(rest);
    let scaled = scale.is_some() || rest.len() < text.len();
    let rest = scale.unwrap_or(rest);
    scaled && (rest.is_empty() || PEOPLE.contains(rest) || is_measure(rest))
}

/// The canonical form of a unit: `1/10万` for /10 万, 每10万 and 人/10万人口, `人/千人口`, `%`, `微克/立方米`.
///
/// Takes a unit as printed; a text that is not a unit is only folded.
#[must_use]
pub fn canonical(unit: &str) -> String {
    let folded = fold_cell(unit).to_lowercase();
    // 30/10万活产 is measured like 30/10万.
    let folded = RATE_BASES.strip_suffix(&folded).filter(|rate| rate.contains('/')).unwrap_or(&folded);
    let Some((measure, base)) = folded.split_once('/').or_else(|| folded.split_once('每')) else {
        return level_measure(folded).to_owned();
    };
    let measure = level_measure(measure);
    let base = level_base(base, measure);
    let over_people = |over| base.strip_prefix(over).is_some_and(|rest| rest.is_empty() || PEOPLE.contains(rest));
    let rate = RATES.iter().find(|(measures, over, _)| measures.contains(&measure) && over_people(*over));
    rate.map_or_else(|| format!("{measure}/{base}"), |(_, _, name)| (*name).to_owned())
}

/// The canonical measure word where several are printed: 平方米 for ㎡, 天 for 日.
fn level_measure(measure: &str) -> &str {
    MEASURE_FORMS.meaning(measure).copied().unwrap_or(measure)
}

/// The canonical base: 10万 for 十万 and 100000, 千人口 for 千人 and 1000服务人口; a bare 10万 stays bare.
///
/// A count of people or beds has the base 人口, any other count 人, as plans print it (批次/千人).
fn level_base(base: &str, measure: &str) -> String {
    let rest = base.trim_start_matches(|mark: char| mark.is_ascii_digit());
    let digits = base.strip_suffix(rest).unwrap_or_default();
    let (scale, rest) =
        SCALES.iter().find_map(|scale| rest.strip_prefix(scale).map(|rest| (scale, rest))).unwrap_or(("", rest));
    let scale = match (digits, scale) {
        ("", "十万") | ("10", "万") | ("100000", "") => "10万".to_owned(),
        ("1", "万") | ("10000", "") => "万".to_owned(),
        ("1000", "") => "千".to_owned(),
        ("100", "") => "百".to_owned(),
        _ => format!("{digits}{scale}"),
    };
    let people = !scale.is_empty() && PEOPLE.contains(rest);
    match (people, measure == "人" || measure == "例" || COUNTERS.contains(measure)) {
        (true, true) => scale + "人口",
        (true, false) => scale + "人",
        (false, _) => scale + level_measure(rest),
    }
}

/// The canonical unit of a row: its printed unit with the population base in its name.
///
/// 每千人口…数 in 人 has the unit `人/千人口`, like …（人/千人口）. `unit` is the cell of the unit column; without it the
/// bracket in the name counts. `None` if neither contains a unit.
#[must_use]
pub fn measure(name: &str, unit: Option<&str>) -> Option<String> {
    let printed = unit.filter(|unit| is_unit(unit)).map(str::to_owned).or_else(|| unit_of_name(name))?;
    let unit = canonical(&printed);
    if unit.contains('/') || unit == "%" || unit == "‰" {
        return Some(unit);
    }
    Some(match base_in_name(&fold_cell(name)) {
        Some(base) => canonical(&format!("{unit}/{base}")),
        None => unit,
    })
}

/// The population base in a folded name: 千人口 of 每千常住人口….
fn base_in_name(name: &str) -> Option<&'static str> {
    BASES_IN_NAMES.iter().find_map(|(scale, base)| {
        let stated = PEOPLE.iter().any(|people| {
            name.contains(&format!("每{scale}{people}")) || name.starts_with(&format!("{scale}{people}"))
        });
        stated.then_some(*base)
    })
}

/// Whether two canonical units are interchangeable: equal, or two counting words with one base (个 and 所).
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let split = |unit: &str| {
        let (measure, base) = unit.split_once('/').unwrap_or((unit, ""));
        (if COUNTERS.contains(measure) { "个" } else { measure }.to_owned(), base.to_owned())
    };
    split(one) == split(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_unit_is_a_unit() {
        let cases = [
            ("人均预期寿命（岁）（户籍人口）", Some("岁")),
            ("婴儿死亡率（‰）", Some("‰")),
            ("国民体质合格以上的人数比例（％）", Some("％")),
            ("孕产妇死亡率（1/10万）", Some("1/10万")),
            ("孕产妇死亡率(/10万)", Some("/10万")),
            ("孕产妇死亡率（1/10 万）", Some("1/10 万")),
            ("孕产妇死亡率（每10万）", Some("每10万")),
            ("经常参加体育锻炼人数（万人）", Some("万人")),
            ("健康服务业总规模（万亿元）", Some("万亿元")),
            ("PM2.5控制目标（微克/立方米）", Some("微克/立方米")),
            ("PM2.5浓度（μg/m³）", Some("μg/m³")),
            ("食品抽样检验批次数（批次/千人）", Some("批次/千人")),
            ("道路交通事故万车死亡率（人/万车）", Some("人/万车")),
            ("工伤保险参保人数（亿人）", Some("亿人")),
            ("医疗机构社会满意度(分)", Some("分")),
            ("注册护士（人/千人口）", Some("人/千人口")),
            ("每千常住人口执业（助理）医师数（人）", Some("人")),
            ("甲的比例（%），乙的比例（％）", Some("%")),
            ("人数（人），床位（张）", None),
            ("预期寿命（岁，户籍人口）", Some("岁")),
            ("死亡率（单位：‰）", Some("‰")),
            ("每千人口药师（士）数", None),
            ("以镇（区）为单位适龄儿童接种率", None),
            ("以乡镇(街道)为单位适龄儿童免疫规划疫苗接种", None),
            ("省级健康村（社区）建设示范点", None),
            ("村（所）卫生室达标率", None),
            ("二级综合性医院(包括综合医院、中医院)设置老年医学科的比例", None),
            ("预期寿命（户籍人口）", None),
            ("预期寿命（2019）", None),
            ("体检率（每年）", None),
            ("死亡率（‰", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(unit_of_name(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn one_unit_has_one_canonical_printing() {
        let cases = [
            ("/10 万", "1/10万"),
            ("1/10万", "1/10万"),
            ("每10万", "1/10万"),
            ("／十万", "1/10万"),
            ("人/10万人口", "1/10万"),
            ("1/100000", "1/10万"),
            ("％", "%"),
            ("1/1000", "‰"),
            ("人/千人", "人/千人口"),
            ("人/千人口", "人/千人口"),
            ("人/1000人口", "人/千人口"),
            ("ug/m3", "微克/立方米"),
            ("\u{b5}g/m³", "微克/立方米"),
            ("微克每立方米", "微克/立方米"),
            ("人/万车", "人/万车"),
            ("批次/千人口", "批次/千人"),
            ("日", "天"),
            ("㎡", "平方米"),
            ("万人", "万人"),
        ];
        for (unit, expected) in cases {
            assert_eq!(canonical(unit), expected, "{unit}");
        }
    }

    #[test]
    fn the_base_of_a_rate_may_stand_in_the_name() {
        let cases = [
            ("每千常住人口注册护士数（人）", None, Some("人/千人口")),
            ("注册护士", Some("人/千人口"), Some("人/千人口")),
            ("每万人口拥有全科医生数", Some("人"), Some("人/万人口")),
            ("千人口3岁以下婴幼儿托位数", Some("个"), Some("个/千人口")),
            ("每10万人口死亡数", Some("人"), Some("1/10万")),
            ("注册护士数", None, None),
            ("注册护士数", Some("—"), None),
            ("婴儿死亡率", Some("‰"), Some("‰")),
        ];
        for (name, unit, expected) in cases {
            assert_eq!(measure(name, unit).as_deref(), expected, "{name} {unit:?}");
        }
        assert!(alike("个/千人口", "张/千人口"));
        assert!(!alike("人/千人口", "人/万人口"));
        assert!(!alike("万人", "%"));
    }
}
