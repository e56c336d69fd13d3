//! What the first metric of a list is counted for, which holds for those behind it as well: 每千人口, 人均, 单位地区生产总值.

use crate::analysis::targets::target::metric::{is_rate, without_whole_place};
use crate::lexicon::metric::{COUNTED_PEOPLE, EACH_WORDS, MEASURED_OPENINGS, OWN_PLACES, RATED_PEOPLE};
use crate::lexicon::parallel::UNIT_BASES;
use crate::lexicon::target::HAVING_VERBS;

/// A metric with what the metric before it is counted for: 注册护士数 behind 每千人口医师数. `is_joined` says that only a mark of a
/// list stands between the two, as in 每千人口拥有医师3人、护士4人.
pub(in crate::analysis::targets::target) fn with_base(metric: &str, before: &str, is_joined: bool) -> Option<String> {
    let is_free = !MEASURED_OPENINGS.begins(metric) && !OWN_PLACES.begins(metric) && !is_rate(metric);
    let base = if is_joined { base_of(before) } else { counted_for(before).filter(|_| metric.ends_with('数')) };
    base.filter(|_| is_free).map(|base| format!("{base}{metric}"))
}

/// The opening of a metric that holds for those behind it as well: 每千人口, 人均.
pub(super) fn base_of(metric: &str) -> Option<&str> {
    counted_for(metric).or_else(|| for_each(metric)).or_else(|| for_unit(metric))
}

/// The opening of a metric up to the word for that of which a unit is meant: 单位地区生产总值 of 单位地区生产总值能耗.
pub(super) fn for_unit(metric: &str) -> Option<&str> {
    let (before, rest) = ["单位", "万元"].iter().find_map(|unit| metric.split_once(unit))?;
    let (before, _) = metric.split_at_checked(before.len() + "单位".len()).filter(|_| !before.ends_with('等'))?;
    let n_base = UNIT_BASES.iter().filter_map(|base| rest.find(base).map(|at| at + base.len())).max()?;
    metric.get(..before.len() + n_base).filter(|base| base.len() < metric.len())
}

/// The opening of a metric that says for how many its things are counted: 每千人口 of 每千人口注册护士数.
fn counted_for(metric: &str) -> Option<&str> {
    let placed = without_whole_place(metric);
    let rest = MEASURED_OPENINGS.strip_longest(|opening| placed.strip_prefix(opening))?;
    let known = COUNTED_PEOPLE.strip_longest(|people| rest.strip_prefix(people));
    // 每万名60岁以上老年人护理床位数.
    let of_age = || {
        let ends = RATED_PEOPLE.iter().filter_map(|people| rest.find(people).map(|at| at + people.len()));
        rest.get(ends.min().filter(|_| rest.starts_with(['名', '个']))?..)
    };
    let rest = known.or_else(of_age).unwrap_or(rest);
    let rest = HAVING_VERBS.strip_prefix(rest).unwrap_or(rest);
    metric.strip_suffix(rest).filter(|base| !rest.is_empty() && !base.starts_with("人均"))
}

/// The opening of a metric up to the word that says that it is each one's: 居民人均每日 of 居民人均每日食盐.
fn for_each(metric: &str) -> Option<&str> {
    let ends = EACH_WORDS.iter().filter_map(|word| metric.find(word).map(|at| at + word.len()));
    metric.get(..ends.max()?).filter(|base| base.len() < metric.len() && !base.starts_with("人均预期"))
}
