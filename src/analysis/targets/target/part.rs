//! Parts of a whole that stand behind the name of what is measured, before their values: 覆盖率城市达到95%、农村达到60%.

use crate::analysis::targets::target::list;
use crate::analysis::targets::target::metric::{ends_as_measure, is_rate, without_whole_place};
use crate::lexicon::metric::MEASURED_OPENINGS;
use crate::lexicon::parallel::PARTS_OF_WHOLE;
use crate::lexicon::place::{AREA_ENDINGS, KINDS_OF_AREAS, LEVELS_AND_ABOVE, NOT_OF_A_PART, PART_LEVELS};
use crate::lexicon::target::CONJUNCTIONS;

/// Longest name of a place within a city, in characters.
const LONGEST_PLACE: usize = 6;

/// What is measured, and the parts that stand behind it: 覆盖率 and 城市 of 覆盖率城市. `None` if none do.
pub(super) fn behind_measure(metric: &str) -> Option<(&str, &str)> {
    let measure = without_parts(metric);
    let parts = metric.strip_prefix(measure).filter(|parts| !parts.is_empty())?;
    ends_as_measure(measure).then_some((measure, parts))
}

/// What is measured of parts that stand alone: 农村覆盖率 of 农村 behind a value of 覆盖率.
pub(super) fn of_measure(parts: &str, measure: &str) -> Option<String> {
    let is_bare = without_parts(parts).is_empty() && !parts.is_empty();
    (is_bare && ends_as_measure(measure)).then(|| format!("{parts}{}", without_whole_place(measure)))
}

/// Whether a text is the name of a place within the own one: 云山市, 东港区, but not 示范区.
pub(super) fn is_place(text: &str) -> bool {
    let n_chars = text.chars().count();
    let stem = text.char_indices().next_back().filter(|(_, level)| PART_LEVELS.contains(*level));
    let stem = stem.and_then(|(at, _)| text.get(..at));
    let is_name = |stem: &str| !NOT_OF_A_PART.is_in(stem) && stem.chars().nth(1).is_some();
    n_chars <= LONGEST_PLACE
        && stem.is_some_and(is_name)
        && !KINDS_OF_AREAS.ends(text)
        && !PARTS_OF_WHOLE.contains(text)
}

/// What is counted or measured of a place that stands alone: 云山市养老床位 of 云山市 behind a value of 全市养老床位.
pub(super) fn of_place(place: &str, whole: &str) -> Option<String> {
    is_place(place).then(|| format!("{place}{}", without_whole_place(whole)))
}

/// What is counted or measured of a part that a whole has by its level: 国家级重点专科 of 国家级 behind 市级以上重点专科.
pub(super) fn of_level(level: &str, whole: &str) -> Option<String> {
    let is_level = LEVELS_AND_ABOVE.contains(level) || (AREA_ENDINGS.ends(level) && level.ends_with("以下"));
    let whole = without_whole_place(whole);
    let things = LEVELS_AND_ABOVE.strip_longest(|word| whole.strip_prefix(word)).unwrap_or(whole);
    (is_level && !things.is_empty()).then(|| format!("{level}{things}"))
}

/// A rate of an area that names no rate: 高发地区近视率 of 高发地区 behind 全市近视率.
pub(super) fn of_area(area: &str, rate: &str) -> Option<String> {
    let rate = without_whole_place(rate);
    (AREA_ENDINGS.ends(area) && !ends_as_measure(area) && is_rate(rate)).then(|| format!("{area}{rate}"))
}

/// The share of a part that names no whole: 执业医师占职工总数的比重 of 执业医师 behind 卫生技术人员占职工总数的比重.
pub(super) fn of_whole(part: &str, share: &str) -> Option<String> {
    let (holder, _) = share.split_once('占').filter(|_| !part.contains('占') && !ends_as_measure(part))?;
    let list = format!("{holder}、{part}{}", share.strip_prefix(holder)?);
    list::split(&list, 2, true)?.pop()
}

/// What is counted for so many people of a group that only names for how many: 有条件的乡镇每万人拥有床位 of 有条件的乡镇每万人 behind
/// 每万人拥有床位.
pub(super) fn of_counted(group: &str, measure: &str) -> Option<String> {
    let measure = without_whole_place(measure);
    let ends = measure.char_indices().map(|(at, _)| at).skip(1).take(LONGEST_PLACE);
    let bases = ends.filter_map(|at| measure.get(..at)).filter(|base| MEASURED_OPENINGS.begins(base));
    let base = bases.filter(|base| group.ends_with(base) && group.len() > base.len()).last()?;
    measure.strip_prefix(base).map(|rest| format!("{group}{rest}"))
}

/// A text without the list of parts that closes it.
fn without_parts(text: &str) -> &str {
    let mut rest = text;
    loop {
        let Some(before) = PARTS_OF_WHOLE.strip_longest(|part| rest.strip_suffix(part)) else { return rest };
        let joined = before.strip_suffix('、').or_else(|| CONJUNCTIONS.strip_suffix(before));
        match joined {
            Some(joined) => rest = joined,
            None => return before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_before_their_measure() {
        for (metric, expected) in [
            ("生活垃圾分类覆盖率城市", Some(("生活垃圾分类覆盖率", "城市"))),
            ("近视率小学、初中", Some(("近视率", "小学、初中"))),
            ("生活垃圾分类覆盖率", None),
            ("城市", None),
            ("示范社区", None),
        ] {
            assert_eq!(behind_measure(metric), expected, "{metric}");
        }
        assert_eq!(of_measure("重点人群", "签约服务覆盖率").as_deref(), Some("重点人群签约服务覆盖率"));
        assert_eq!(of_measure("示范社区", "签约服务覆盖率"), None);
        assert_eq!(of_place("云山市", "全市养老床位").as_deref(), Some("云山市养老床位"));
        assert_eq!(of_place("示范区", "全市养老床位"), None);
        assert_eq!(of_place("三级医院", "全市养老床位"), None);
    }
}
