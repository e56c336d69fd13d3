//! Canonical indicators: which printed rows measure the same thing, in which unit and direction, and which
//! of them cannot be compared.
//!
//! The list is curated in `data/indicators.json`. Its rules speak of printed units and words, never of a plan, so that
//! rows of new plans resolve as well; what they do not cover stays without an indicator. No file is opened.

mod nearest;
mod several;
mod stated;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::model::{Comparator, Value};
use crate::registry::name::{key, level, loose};
use crate::registry::reason::Reason;
use crate::registry::unit;
use crate::text::fold::fold_cell;
use crate::words::compare;

/// Whether more or less of an indicator is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More is better, as with 人均预期寿命.
    Up,
    /// Less is better, as with 婴儿死亡率.
    Down,
}

/// One canonical indicator (指标), whatever the plans call it.
#[doc(alias = "指标")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable id: lower-case Latin letters, digits and hyphens.
    pub id: String,
    /// The standard name, without unit and place.
    pub name: String,
    /// Other names that people type, or that are printed elsewhere.
    pub synonyms: Vec<String>,
    /// Printed row names that are this indicator, without units, （户籍人口） and 其中：.
    pub forms: Vec<String>,
    /// The unit it is compared in, in the form of [`unit::canonical`]; `None` for ratios and
    /// for values without numbers.
    pub unit: Option<String>,
    /// Which direction is better; `None` if neither is.
    pub direction: Option<Direction>,
    /// Which of its rows cannot be compared with the others; the first condition that holds gives the reason.
    pub unlike: Vec<Unlike>,
}

/// A condition under which a row of an indicator cannot be compared with its other rows. All given parts must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unlike {
    /// The name of the row is this one, apart from what [`key`] removes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// The printed name, with its brackets, contains this word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// The row is measured in this canonical unit, see [`unit::measure`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The reason, in the words shown to the reader.
    pub why: String,
    /// The reason in English, for readers who know the plans from elsewhere.
    pub why_english: String,
}

/// The indicator that a printed row was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// The canonical indicator that the row is.
    pub indicator: &'a Indicator,
    /// Why the row cannot be compared with the indicator's other rows; `None` if it can.
    pub unlike: Option<Reason<'a>>,
}

/// The curated list of indicators, with tables to find one by its names.
#[derive(Clone, Debug, Default)]
pub struct Indicators {
    list: Vec<Indicator>,
    /// All names of all indicators, in the order of the list.
    known: Vec<Known>,
    /// Key of a name or form → index in the list.
    exact: HashMap<String, usize>,
    /// Loose key of a name or form → index in the list.
    loose: HashMap<String, usize>,
    /// Loose key of a synonym → index in the list.
    synonyms: HashMap<String, usize>,
    /// Bare name (see [`stated`]) → index in the list; `None` if two indicators share it.
    bare: HashMap<String, Option<usize>>,
}

/// A name of an indicator in the forms that are compared.
#[derive(Clone, Debug)]
struct Known {
    /// The index of the indicator in the list.
    at: usize,
    key: String,
    loose: String,
}

impl Indicators {
    /// Parses a list from the JSON of `data/indicators.json`.
    ///
    /// # Errors
    /// The text is not that JSON. An unknown field is an error too, so that a misspelt condition is noticed.
    pub fn parse(json: &str) -> serde_json::Result<Self> {
        let list: Vec<Indicator> = serde_json::from_str(json)?;
        let mut read = Self {
            list: Vec::new(),
            known: Vec::new(),
            exact: HashMap::new(),
            loose: HashMap::new(),
            synonyms: HashMap::new(),
            bare: stated::by_bare_name(&list),
        };
        for (at, indicator) in list.iter().enumerate() {
            for name in indicator.printed_names() {
                read.exact.entry(key(name)).or_insert(at);
                read.loose.entry(loose(name)).or_insert(at);
            }
            for synonym in &indicator.synonyms {
                read.synonyms.entry(loose(synonym)).or_insert(at);
            }
            read.known.extend(indicator.names().map(|name| Known { at, key: key(name), loose: loose(name) }));
        }
        Ok(Self { list, ..read })
    }

    /// All indicators, in the order of the list.
    pub fn iter(&self) -> std::slice::Iter<'_, Indicator> {
        self.list.iter()
    }

    /// Finds the indicator with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.list.iter().find(|indicator| indicator.id == id)
    }

    /// Finds the indicator that a printed row is, and whether it can be compared with the others.
    ///
    /// Takes the whole name cell as printed, and the cell of the unit column if the table has one. A form takes
    /// precedence over a loose form; a synonym counts only with the indicator's own unit, since
    /// short names fit many rows.
    #[must_use]
    pub fn canonical(&self, printed_name: &str, unit: Option<&str>) -> Option<Match<'_>> {
        let measure = unit::measure(printed_name, unit);
        let name = key(printed_name);
        let levelled = level(&name);
        let listed = self.exact.get(&name).or_else(|| self.loose.get(&levelled)).and_then(|at| self.list.get(*at));
        let by_synonym = || {
            let indicator = self.list.get(*self.synonyms.get(&levelled)?)?;
            unit::alike(indicator.unit.as_deref()?, measure.as_deref()?).then_some(indicator)
        };
        let indicator = listed.or_else(by_synonym)?;
        Some(Match { indicator, unlike: indicator.unlike(printed_name, measure.as_deref()) })
    }

    /// Finds the indicators that a typed name may mean, in the order of the list; only one if it is the name of one.
    ///
    /// The first of these ways that finds anything decides: an id; a name, form or synonym; one of them loosely; the
    /// start of one; a part of one. An empty name means none.
    #[must_use]
    pub fn resolve(&self, typed: &str) -> Vec<&Indicator> {
        let (name, levelled) = (key(typed), loose(typed));
        if name.is_empty() {
            return Vec::new();
        }
        if let Some(indicator) = self.get(typed.trim()) {
            return vec![indicator];
        }
        let classes: [&dyn Fn(&Known) -> bool; 4] = [
            &|known| known.key == name,
            &|known| !levelled.is_empty() && known.loose == levelled,
            &|known| known.key.starts_with(&name),
            &|known| known.key.contains(&name),
        ];
        let members = |class: &&dyn Fn(&Known) -> bool| {
            let mut places: Vec<usize> = self.known.iter().filter(|known| class(known)).map(|known| known.at).collect();
            places.dedup();
            places
        };
        let places = classes.iter().map(members).find(|places| !places.is_empty()).unwrap_or_default();
        places.into_iter().filter_map(|at| self.list.get(at)).collect()
    }
}

impl<'a> IntoIterator for &'a Indicators {
    type Item = &'a Indicator;
    type IntoIter = std::slice::Iter<'a, Indicator>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Indicator {
    /// All its names: the standard one, the printed forms, the synonyms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.printed_names().chain(self.synonyms.iter().map(String::as_str))
    }

    /// The names by which it alone is meant: all but those that say something else as well, such as a second disease.
    pub fn own_names(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| !self.unlike.iter().any(|unlike| unlike.says_more(name)))
    }

    /// The names that suffice whatever the unit: the standard one and the printed forms.
    fn printed_names(&self) -> impl Iterator<Item = &str> {
        [&self.name].into_iter().chain(&self.forms).map(String::as_str)
    }

    /// The reason why a row with this name and canonical unit cannot be compared with the others.
    fn unlike(&self, printed_name: &str, measure: Option<&str>) -> Option<Reason<'_>> {
        let stated = self.unlike.iter().find(|unlike| unlike.holds(printed_name, measure));
        let other_unit = match (self.unit.as_deref(), measure) {
            (Some(unit), Some(measure)) => !unit::alike(unit, measure),
            _ => false,
        };
        stated.map(Unlike::reason).or(other_unit.then_some(Reason::General(compare::OTHER_UNIT)))
    }
}

impl Unlike {
    fn reason(&self) -> Reason<'_> {
        Reason::Listed { chinese: &self.why, english: &self.why_english }
    }

    /// Whether a name has the word that makes a row another one.
    fn says_more(&self, name: &str) -> bool {
        self.word.as_deref().is_some_and(|word| fold_cell(name).contains(&fold_cell(word)))
    }

    /// Whether all given parts hold for a row with this name and canonical unit.
    fn holds(&self, printed_name: &str, measure: Option<&str>) -> bool {
        self.form.as_deref().is_none_or(|form| key(form) == key(printed_name))
            && self.word.as_deref().is_none_or(|word| fold_cell(printed_name).contains(&fold_cell(word)))
            && self.unit.as_deref().is_none_or(|unit| measure == Some(unit))
    }
}

/// Whether a value says by how much something is to change instead of what it is to be.
#[must_use]
pub fn is_relative(value: &Value) -> bool {
    matches!(value.comparator, Some(Comparator::FallBy | Comparator::RiseBy))
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn the_list_is_sound() {
        let mut ids = HashSet::new();
        let mut names: HashMap<String, &str> = HashMap::new();
        let registry = crate::dataset::registry();
        for indicator in registry.indicators() {
            assert!(ids.insert(&indicator.id), "id twice: {}", indicator.id);
            assert!(indicator.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            if let Some(unit) = &indicator.unit {
                assert_eq!(&unit::canonical(unit), unit, "{}: no canonical unit", indicator.id);
                assert!(unit::is_unit(unit), "{}: no unit", indicator.id);
            }
            for name in indicator.names() {
                for key in [key(name), loose(name)] {
                    assert!(!key.is_empty(), "{name}");
                    let owner = names.entry(key).or_insert(&indicator.id);
                    assert_eq!(*owner, indicator.id, "{name} belongs to two");
                }
            }
            for unlike in &indicator.unlike {
                let given = [&unlike.form, &unlike.word, &unlike.unit].into_iter().flatten().count();
                assert!(given > 0 && !unlike.why.is_empty(), "{}: a condition without content", indicator.id);
            }
        }
    }

    /// Name, unit column, expected id, and whether the row compares.
    #[test]
    fn printed_rows_resolve() {
        let cases = [
            ("婴儿死亡率（‰）", None, Some("infant-mortality"), true),
            ("婴儿死亡率", Some("‰"), Some("infant-mortality"), true),
            ("婴儿死亡率（％）", None, Some("infant-mortality"), false),
            ("人均期望寿命（岁）", None, Some("life-expectancy"), true),
            ("预期寿命（岁）", None, Some("life-expectancy"), true),
            ("人均预期寿命（岁）\n（户籍人口）", None, Some("life-expectancy"), false),
            ("人均健康预期寿命（岁）", None, None, true),
            ("孕产妇死亡率（每10万）", None, Some("maternal-mortality"), true),
            ("孕产妇死亡率", Some("/10 万"), Some("maternal-mortality"), true),
            ("经常参加体育锻炼人数（万人）", None, Some("regular-exercise"), false),
            ("经常参加体育锻炼人数比例", Some("%"), Some("regular-exercise"), true),
            ("全科医师（人/千人口）", None, Some("general-practitioners"), false),
            ("每千人口全科医生数（人）", None, Some("general-practitioners"), false),
            ("每万名人口全科医生数", None, None, true),
            ("注册护士（人/千人口）", None, Some("registered-nurses"), true),
            ("注册护士数", None, Some("registered-nurses"), false),
            ("护士数（人）", None, None, true),
            ("公立医院住院床位数（张/千人口）", None, Some("hospital-beds"), false),
            ("每千常住人口医疗卫生机构床位数（张）", None, Some("hospital-beds"), true),
            ("《国家学生体质健康标准》达标优秀率", None, Some("student-fitness"), false),
            ("国家学生体质健康标准达标优良率（%）", None, Some("student-fitness"), true),
            ("高血压患者规范管理率（%）", None, Some("hypertension-management"), true),
            ("高血压、糖尿病患者规范化管理率（%）", None, Some("hypertension-management"), false),
            ("糖尿病患者规范化管理率（%）", None, Some("diabetes-management"), true),
            ("15岁以上人群吸烟率", None, Some("adult-smoking"), true),
            ("抽烟人数占总人口的百分比不高于", None, Some("adult-smoking"), false),
            ("地表水质量达到或好于Ⅲ类水体比例（％）", None, Some("surface-water"), true),
            ("国家和省卫生镇数量占比（%）", None, Some("sanitary-towns"), false),
            // Rows of plans that are not among the five.
            ("以街道（镇）为单位的适龄儿童免疫规划疫苗接种率（%）", None, Some("immunization"), true),
            ("地级及以上城市空气质量优良天数比率（％）", None, Some("good-air-days"), true),
            ("城市空气质量优良天数比例", Some("%"), Some("good-air-days"), true),
            ("细颗粒物（PM2.5）年均浓度（μg/m³）", None, Some("pm25"), true),
            ("经常参加体育锻炼人数（亿人）", None, Some("regular-exercise"), false),
            ("每千人口拥有3岁以下婴幼儿托位数（个）", None, Some("childcare-places"), true),
            ("全区人均预期寿命（岁）", None, Some("life-expectancy"), true),
            ("15 岁及以上人群吸烟率（%）", None, Some("adult-smoking"), true),
            ("二级及以上公立综合医院设置老年医学科的比例", Some("%"), None, true),
            ("满意度", None, None, true),
            ("死亡率（‰）", None, None, true),
            ("", None, None, true),
        ];
        let registry = crate::dataset::registry();
        for (name, unit, id, alike) in cases {
            let found = registry.indicators().canonical(name, unit);
            assert_eq!(found.map(|found| found.indicator.id.as_str()), id, "{name}");
            assert_eq!(found.and_then(|found| found.unlike).is_none(), alike, "{name}: {found:?}");
        }
    }

    #[test]
    fn typed_names_resolve() {
        let cases: [(&str, &[&str]); 9] = [
            ("infant-mortality", &["infant-mortality"]),
            ("婴儿死亡率", &["infant-mortality"]),
            ("期望寿命", &["life-expectancy"]),
            ("ＰＭ２．５", &["pm25"]),
            ("万车死亡率", &["road-deaths"]),
            ("每千人口医生数", &["licensed-doctors"]),
            ("疫苗", &["immunization"]),
            ("儿童系统", &["child-management"]),
            (" ", &[]),
        ];
        let registry = crate::dataset::registry();
        for (typed, expected) in cases {
            let found: Vec<&str> =
                registry.indicators().resolve(typed).iter().map(|indicator| indicator.id.as_str()).collect();
            assert_eq!(found, expected, "{typed}");
        }
        assert!(registry.indicators().resolve("死亡率").len() >= 4, "a part of several names means them all");
    }
}
