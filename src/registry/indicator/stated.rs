//! Indicators as running text names them: 全市居民健康素养水平, 群众健康素养水平, 重大慢性病导致的过早死亡率.
//!
//! Running text says more than a row does (the place of a value) or less (no 水平 at the end). Words that limit the
//! population of a rate are never removed: 青少年近视率 is not 近视率.

use std::collections::HashMap;

use crate::lexicon::indicator::{CAUSES, EMPTY_ENDINGS, EVERYBODY};
use crate::registry::indicator::{Indicator, Indicators, loose};

/// The fewest characters of a bare name; a shorter one would be a common word.
const SHORTEST: usize = 4;

impl Indicators {
    /// Finds the indicator that a sentence names. `unit` is the unit of its value; `is_change` says that the value is a
    /// change (下降30%), so that its unit is not that of the indicator.
    #[must_use]
    pub fn stated(&self, metric: &str, unit: Option<&str>, is_change: bool) -> Option<&Indicator> {
        let listed = self.canonical(metric, unit).map(|found| found.indicator);
        let at = || self.bare.get(&bare(metric)).copied().flatten();
        // A synonym is the indicator only if the value has its unit; the unit of a change says nothing.
        let synonym = || self.synonyms.get(&loose(metric)).copied().filter(|_| is_change);
        listed.or_else(|| self.list.get(at().or_else(synonym)?))
    }
}

/// The indices of the indicators by their bare names; `None` for a bare name that two share.
pub(super) fn by_bare_name(list: &[Indicator]) -> HashMap<String, Option<usize>> {
    let mut places: HashMap<String, Option<usize>> = HashMap::new();
    for (at, indicator) in list.iter().enumerate() {
        for name in indicator.printed_names().map(bare).filter(|name| name.chars().count() >= SHORTEST) {
            let place = places.entry(name).or_insert(Some(at));
            *place = place.filter(|known| *known == at);
        }
    }
    places
}

/// A name without the words that running text adds or omits.
fn bare(name: &str) -> String {
    let levelled = CAUSES.iter().fold(loose(name), |name, word| name.replace(word, ""));
    let mut name = levelled.as_str();
    while let Some(rest) = EVERYBODY.strip_prefix(name) {
        name = rest;
    }
    EMPTY_ENDINGS.strip_suffix(name).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    /// Metric, unit, whether the value is a change → the indicator.
    #[test]
    fn text_names_indicators() {
        let cases = [
            ("全市居民健康素养水平", Some("%"), false, Some("health-literacy")),
            ("群众健康素养水平", None, false, Some("health-literacy")),
            ("全民健康素养", None, false, Some("health-literacy")),
            ("重大慢性病导致的过早死亡率", None, false, Some("premature-ncd-mortality")),
            ("我市环境空气质量优良天数比率", Some("％"), false, Some("good-air-days")),
            ("全区每千人常住人口拥有3岁以下婴幼儿托位数", Some("个"), false, Some("childcare-places")),
            ("二级及以上综合性医院设立老年医学科的比例", Some("%"), false, Some("geriatrics-departments")),
            ("道路交通万车死亡率", Some("％"), true, Some("road-deaths")),
            ("近视率", Some("个百分点"), true, Some("child-myopia")),
            ("全区人均期望寿命", Some("岁"), false, Some("life-expectancy")),
            // Other metrics, or other populations.
            ("居民心理健康素养水平", Some("%"), false, None),
            ("居民营养知识素养水平", None, false, None),
            ("居民中医药健康文化素养水平", None, false, None),
            ("小学生近视率", Some("%"), false, None),
            ("人均健康预期寿命", None, false, None),
            ("规范管理率", Some("%"), false, None),
            ("孕产妇死亡率、婴儿死亡率", None, false, None),
            ("心脑血管疾病死亡率", Some("/10万"), false, None),
            ("健康产业", None, false, None),
            ("食品安全", None, false, None),
            ("参保率", Some("%"), false, None),
            ("", None, true, None),
        ];
        for (metric, unit, is_change, id) in cases {
            let registry = crate::dataset::registry();
            let found = registry.indicators().stated(metric, unit, is_change);
            assert_eq!(found.map(|found| found.id.as_str()), id, "{metric}");
        }
    }
}
