//! When two printings are of one thing: 中山市居民人均预期寿命 and 人均预期寿命, 孕前优生健康检查目标人群覆盖率 and
//! 目标人群免费孕前优生健康检查覆盖率; and whose it is, the plan's own place's or that of province and nation.

use crate::model::Plan;
use crate::registry::indicator::{Direction, Indicators};
use crate::registry::{name, unit};

/// Words before a name that say no more than that it is the place's own.
const OWN: &[&str] =
    &["全市", "全区", "全县", "全镇", "我市", "我区", "我县", "本市", "本区", "本县", "城乡居民", "居民", "我", "辖区"];

/// Words that a name opens with when it is not the place's own.
const OTHERS: &[&str] = &["全省", "全国", "我省", "我国", "国家级", "省级", "各镇", "各县", "各区", "每个", "各"];

/// Printings levelled before a name is looked up.
const SPELT: &[(&str, &str)] = &[("千人常住人口", "千常住人口"), ("万人常住人口", "万常住人口"), ("设立", "设置")];

/// Words of a name that plans put in and leave out.
const OPTIONAL: &[&str] = &["适龄儿童", "目标人群", "国家", "免费", "居民", "人群", "医疗机构", "医院", "全市", "现金"];

/// Fewest characters of a name that is looked for without those words.
const FEWEST: usize = 5;

/// Fewest characters of a name of which another is a longer print, the most that may be put in, and how many at the start
/// must be the same; half as many at the end.
const LONG: usize = 12;
const MOST_INSERTED: usize = 16;
const ALIKE: usize = 4;

/// Last words of names of which less is better, and more.
const LESS: &[&str] = &["死亡率", "发病率", "患病率", "感染率", "吸烟率", "近视率", "再住院率", "住院日", "使用强度"];
const MORE: &[&str] = &[
    "覆盖率",
    "知晓率",
    "合格率",
    "达标率",
    "接种率",
    "参保率",
    "支付比例",
    "管理率",
    "签约率",
    "筛查率",
    "检出率",
    "生存率",
    "床位数",
    "医师数",
    "医师",
    "医生数",
    "护士数",
    "护士",
    "药师数",
    "人员数",
    "公共卫生人员",
    "诊疗量比例",
    "诊疗量占比",
    "床位数比例",
    "满意度",
    "经费人均标准",
    "学历比例",
    "住户占比",
];

/// What a printed name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Metric {
    /// The name as printed.
    pub(crate) name: String,
    /// Id of the canonical indicator.
    pub(crate) indicator: Option<&'static str>,
    /// Why the name compares with no other of that indicator.
    pub(crate) unlike: bool,
    /// The name levelled.
    key: String,
    /// The name levelled, and without what is optional.
    kin: String,
    /// Whether it is the plan's own.
    pub(crate) own: bool,
}

/// How sure it is that two names are of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Similarity {
    /// One name is the other with words put in: 综合医院设…比例, 综合医院、中医医院设…比例.
    Part,
    /// But for words that plans put in and leave out.
    Kin,
    /// One indicator, or one name.
    Same,
}

impl Metric {
    /// Reads a printed name, with its unit where one is printed.
    pub(crate) fn new(plan: &Plan, printed: &str, unit: Option<&str>) -> Self {
        let own = !OTHERS.iter().any(|word| printed.starts_with(word));
        let mut bare =
            SPELT.iter().fold(
                printed.to_owned(),
                |name, (from, to)| {
                    if name.contains(from) { name.replace(from, to) } else { name }
                },
            );
        let mut known = Indicators::bundled().canonical(&bare, unit);
        while let Some(rest) = without_own(plan, &bare).filter(|_| known.is_none()) {
            bare = rest;
            known = Indicators::bundled().canonical(&bare, unit);
        }
        let key = name::loose(&bare);
        let kin = OPTIONAL.iter().fold(key.clone(), |name, word| name.replace(word, ""));
        let kin = kin.strip_suffix('率').unwrap_or(&kin).to_owned();
        Self {
            name: printed.to_owned(),
            indicator: known.map(|known| known.indicator.id.as_str()),
            unlike: known.is_some_and(|known| known.unlike.is_some()),
            key,
            kin,
            own,
        }
    }

    /// Whether another name is of the same thing; `None` if it is not, or if nobody can tell.
    pub(crate) fn similarity(&self, other: &Self) -> Option<Similarity> {
        if self.own != other.own {
            return None;
        }
        if self.indicator.is_some() && self.indicator == other.indicator {
            return Some(if self.unlike == other.unlike { Similarity::Same } else { Similarity::Kin });
        }
        if self.key == other.key && self.key.chars().count() >= FEWEST {
            return Some(Similarity::Same);
        }
        let is_kin = self.kin == other.kin && self.kin.chars().count() >= FEWEST;
        let unlisted = self.indicator.is_none() || other.indicator.is_none();
        if is_kin {
            return unlisted.then_some(Similarity::Kin);
        }
        (unlisted && (is_part(&self.kin, &other.kin) || is_part(&other.kin, &self.kin))).then_some(Similarity::Part)
    }

    /// Which way is better: by the registry, else by the words that the name ends with, `sure` saying which.
    pub(crate) fn direction(&self) -> Option<Direction> {
        let listed = self.indicator.and_then(|id| Indicators::bundled().get(id));
        let ends = |words: &[&str]| words.iter().any(|word| self.key.ends_with(word));
        match listed {
            Some(indicator) => indicator.direction,
            None if ends(LESS) => Some(Direction::Down),
            None if ends(MORE) => Some(Direction::Up),
            None => None,
        }
    }

    /// What a value of it is measured in, canonical.
    pub(crate) fn measure(&self, unit: Option<&str>) -> Option<String> {
        let name =
            SPELT.iter().fold(
                self.name.clone(),
                |name, (from, to)| {
                    if name.contains(from) { name.replace(from, to) } else { name }
                },
            );
        match unit {
            Some(printed) if !unit::is_unit(printed) => Some(unit::canonical(printed)),
            unit => unit::measure(&name, unit),
        }
    }
}

/// Whether the characters of a name stand in another in their order, which begins and ends alike and is not much longer.
fn is_part(short: &str, long: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let inserted = long.len().saturating_sub(short.len());
    if short.len() < LONG || !(1..=MOST_INSERTED).contains(&inserted) {
        return false;
    }
    let mut rest = long.iter();
    short.get(..ALIKE) == long.get(..ALIKE)
        && short.get(short.len() - ALIKE / 2..) == long.get(long.len() - ALIKE / 2..)
        && short.iter().all(|mark| rest.any(|other| other == mark))
}

/// The name without a word before it that says that it is the plan's own.
fn without_own(plan: &Plan, name: &str) -> Option<String> {
    let places = plan.region.iter().map(String::as_str).chain([plan.short.as_str()]).filter(|place| !place.is_empty());
    let rest = places.chain(OWN.iter().copied()).find_map(|word| name.strip_prefix(word))?;
    (rest.chars().count() > 2).then(|| rest.trim_start_matches('的').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::plan;

    #[test]
    fn names_of_one_thing() {
        let plan = plan("一、目标\n甲。\n");
        let like = |one: &str, other: &str| Metric::new(&plan, one, None).similarity(&Metric::new(&plan, other, None));
        for (one, other, expected) in [
            ("东川市居民人均预期寿命", "人均预期寿命（岁）", Some(Similarity::Same)),
            ("全市婴儿死亡率", "婴儿死亡率", Some(Similarity::Same)),
            ("每千人常住人口拥有3岁以下婴幼儿托位数", "每千人口拥有3岁以下婴幼儿托位数", Some(Similarity::Same)),
            ("孕前优生健康检查目标人群覆盖率", "目标人群免费孕前优生健康检查覆盖率", Some(Similarity::Same)),
            ("国家免疫规划疫苗接种率", "以镇为单位适龄儿童免疫规划疫苗接种", Some(Similarity::Kin)),
            ("全省婴儿死亡率", "婴儿死亡率", None),
            ("农村婴儿死亡率", "婴儿死亡率", None),
            ("高血压患者规范管理率", "糖尿病患者规范管理率", None),
        ] {
            assert_eq!(like(one, other), expected, "{one} {other}");
        }
    }
}
