//! When two printed names mean one metric: 中山市居民人均预期寿命 and 人均预期寿命, 孕前优生健康检查目标人群覆盖率 and 目标人群免费孕前优生健康检查覆盖率; and whether
//! its values are those of the plan's own place or of province and nation. It knows names and units, and no values.

use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::metric::{LESS_IS_BETTER, MORE_IS_BETTER, OPTIONAL_WORDS, OTHER_PREFIXES, OWN_PREFIXES, SPELLINGS};
use crate::lexicon::office_in_text::BEFORE_NO_LEVEL;
use crate::lexicon::place::{AFTER_NO_LEVEL, NOT_OF_A_PART, PART_LEVELS};
use crate::model::Plan;
use crate::registry::indicator::{Direction, Indicator, Indicators};
use crate::registry::{name, unit};

/// Characters of the name of a part of a place before its level: 东山, 湘桥.
const PART_NAMES: std::ops::RangeInclusive<usize> = 2..=4;

/// Fewest characters of a name that is compared without its optional words, and of one that the registry does not know.
const SHORTEST_NAME: usize = 5;

/// Fewest characters of a name that another may print with more words in it.
const SHORTEST_EXPANDED: usize = 12;

/// Most characters that the longer of two such names may have more.
const MOST_INSERTED: usize = 16;

/// Characters at the start that two such names must share; half as many at the end.
const SHARED_START: usize = 4;

/// A metric as a plan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Metric<'a> {
    /// The name as the plan prints it.
    pub(crate) name: String,
    /// The canonical indicator, where the registry knows the name.
    pub(crate) indicator: Option<&'a Indicator>,
    /// Whether the registry says that the name cannot be compared with others of that indicator.
    pub(crate) is_incomparable: bool,
    /// Whether its values are of the plan's own place.
    pub(crate) is_own: bool,
    /// The part of the plan's own place whose values they are, as printed: 东山县. `None` for the whole.
    pub(crate) owner: Option<String>,
    /// The name normalized for comparison.
    key: String,
    /// The key without optional words.
    short_key: String,
    /// How many characters the printed name has without brackets and without what says that it is of the own place.
    n_printed: usize,
}

/// How alike two names are, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Similarity {
    /// One name is the other with words put in: 综合医院设…比例, 综合医院、中医医院设…比例.
    Expanded,
    /// They are the same but for optional words.
    Variant,
    /// They are one indicator of the registry, or one name.
    Same,
}

impl<'a> Metric<'a> {
    /// Reads a printed name, with its unit where one is printed.
    pub(crate) fn new(plan: &Plan, indicators: &'a Indicators, printed: &str, unit: Option<&str>) -> Self {
        let owner = part_at_start(plan, printed);
        let mut bare = respell(owner.map_or(printed, |owner| printed.get(owner.len()..).unwrap_or_default()));
        let mut known = indicators.canonical(&bare, unit);
        while let Some(rest) = strip_own_prefix(plan, &bare).filter(|_| known.is_none()) {
            bare = rest;
            known = indicators.canonical(&bare, unit);
        }
        let key = name::loose(&bare);
        let n_printed = name::key(&bare).chars().count();
        let short_key = OPTIONAL_WORDS.iter().fold(key.clone(), |name, word| name.replace(word, ""));
        let short_key = short_key.strip_suffix('率').unwrap_or(&short_key).to_owned();
        Self {
            name: printed.to_owned(),
            indicator: known.map(|known| known.indicator),
            is_incomparable: known.is_some_and(|known| known.unlike.is_some()),
            is_own: !OTHER_PREFIXES.begins(printed),
            owner: owner.map(str::to_owned),
            key,
            short_key,
            n_printed,
        }
    }

    /// Id of the canonical indicator.
    pub(crate) fn indicator_id(&self) -> Option<&'a str> {
        self.indicator.map(|indicator| indicator.id.as_str())
    }

    /// How alike another name is; `None` if it is another metric, or if that is left open.
    pub(crate) fn similarity(&self, other: &Self) -> Option<Similarity> {
        if self.is_own != other.is_own || self.owner != other.owner {
            return None;
        }
        if self.indicator.is_some() && self.indicator_id() == other.indicator_id() {
            let is_same = self.is_incomparable == other.is_incomparable;
            return Some(if is_same { Similarity::Same } else { Similarity::Variant });
        }
        // 千人口献血率 is compared as 献血率, and says more than that.
        let is_long = |one: &Self| one.key.chars().count() >= SHORTEST_NAME || one.n_printed >= SHORTEST_NAME;
        if self.key == other.key && is_long(self) && is_long(other) {
            return Some(Similarity::Same);
        }
        let is_variant = self.short_key == other.short_key && self.short_key.chars().count() >= SHORTEST_NAME;
        let is_unlisted = self.indicator.is_none() || other.indicator.is_none();
        if is_variant {
            return is_unlisted.then_some(Similarity::Variant);
        }
        let is_expanded = || expands(&self.short_key, &other.short_key) || expands(&other.short_key, &self.short_key);
        (is_unlisted && is_expanded()).then_some(Similarity::Expanded)
    }

    /// What every name that is [similar](Self::similarity) to this one shares with it in one or more of these keys, so that
    /// names need not be compared one by one. The first one is shared by all names of one metric.
    pub(crate) fn index_keys(&self) -> Vec<String> {
        let owner = self.owner.as_deref().unwrap_or_default();
        let mut keys: Vec<String> = self.indicator_id().map(|id| format!("{owner}#{id}")).into_iter().collect();
        keys.push(format!("{owner}|{}", self.key));
        keys.push(format!("{owner}~{}", self.short_key));
        let chars: Vec<char> = self.short_key.chars().collect();
        if let Some(end) = chars.len().checked_sub(SHARED_START / 2).filter(|_| chars.len() >= SHORTEST_EXPANDED) {
            let start: String = chars.iter().take(SHARED_START).collect();
            let end: String = chars.iter().skip(end).collect();
            keys.push(format!("{owner}…{start}…{end}"));
        }
        keys
    }

    /// Which direction is better: by the registry, else by the ending of the name.
    pub(crate) fn direction(&self) -> Option<Direction> {
        match self.indicator {
            Some(indicator) => indicator.direction,
            None if LESS_IS_BETTER.ends(&self.key) => Some(Direction::Down),
            None if MORE_IS_BETTER.ends(&self.key) => Some(Direction::Up),
            None => None,
        }
    }

    /// The canonical unit of its values, from the printed unit or from the name.
    pub(crate) fn measure(&self, unit: Option<&str>) -> Option<String> {
        match unit {
            Some(printed) if !unit::is_unit(printed) => Some(unit::canonical(printed)),
            unit => unit::measure(&respell(&self.name), unit),
        }
    }
}

/// The name of a part of the plan's own place that a text begins with: 东山县 of 东山县婴儿死亡率. The plan's own place and
/// words that only look like the name of a part (社区, 国家卫生镇) are none.
pub(crate) fn part_at_start<'t>(plan: &Plan, text: &'t str) -> Option<&'t str> {
    let places = plan.region.iter().chain([&plan.short]).filter(|place| !place.is_empty());
    if places.into_iter().any(|place| text.starts_with(place.as_str())) {
        return None;
    }
    let mut chars = text.char_indices();
    let (at, level) = chars.find(|(_, c)| NOT_OF_A_PART.contains(*c) || PART_LEVELS.contains(*c))?;
    let name = text.get(..at)?;
    let is_name = PART_LEVELS.contains(level)
        && PART_NAMES.contains(&name.chars().count())
        && name.chars().all(is_han)
        && !BEFORE_NO_LEVEL.contains(name.chars().next_back().unwrap_or_default());
    let end = at + level.len_utf8();
    // 县域, 镇村, 区级: the level is part of another word.
    let rest = text.get(end..)?;
    let is_other_word = rest.starts_with(|c| PART_LEVELS.contains(c) || AFTER_NO_LEVEL.contains(c));
    (is_name && !is_other_word).then(|| text.get(..end)).flatten()
}

/// Replaces the spellings that the registry does not list.
fn respell(name: &str) -> String {
    let replace = |name: String, (from, to): (&str, &&str)| {
        if name.contains(from) { name.replace(from, to) } else { name }
    };
    SPELLINGS.iter().fold(name.to_owned(), replace)
}

/// Whether a long name is a short one with words put in: it begins and ends alike, holds all characters of the short
/// one in their order, and is at most [`MOST_INSERTED`] characters longer.
fn expands(short: &str, long: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let n_inserted = long.len().saturating_sub(short.len());
    if short.len() < SHORTEST_EXPANDED || !(1..=MOST_INSERTED).contains(&n_inserted) {
        return false;
    }
    let end = SHARED_START / 2;
    let mut rest = long.iter();
    short.get(..SHARED_START) == long.get(..SHARED_START)
        && short.get(short.len() - end..) == long.get(long.len() - end..)
        && short.iter().all(|c| rest.any(|other| other == c))
}

/// The name without a prefix that says that it is of the plan's own place; `None` where it has none.
fn strip_own_prefix(plan: &Plan, name: &str) -> Option<String> {
    let mut places = plan.region.iter().chain([&plan.short]).filter(|place| !place.is_empty());
    let rest = places.find_map(|place| name.strip_prefix(place.as_str()));
    let rest = rest.or_else(|| OWN_PREFIXES.strip_prefix(name))?;
    (rest.chars().count() > 2).then(|| rest.trim_start_matches('的').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::{plan, registry};

    #[test]
    fn names_of_one_metric() {
        let plan = plan("一、目标\n甲。\n");
        let registry = registry();
        let metric = |name: &str| Metric::new(&plan, registry.indicators(), name, None);
        for (one, other, expected) in [
            ("东川市居民人均预期寿命", "人均预期寿命（岁）", Some(Similarity::Same)),
            ("全市婴儿死亡率", "婴儿死亡率", Some(Similarity::Same)),
            ("每千人常住人口拥有3岁以下婴幼儿托位数", "每千人口拥有3岁以下婴幼儿托位数", Some(Similarity::Same)),
            ("孕前优生健康检查目标人群覆盖率", "目标人群免费孕前优生健康检查覆盖率", Some(Similarity::Same)),
            ("国家免疫规划疫苗接种率", "以镇为单位适龄儿童免疫规划疫苗接种", Some(Similarity::Variant)),
            ("全省婴儿死亡率", "婴儿死亡率", None),
            ("农村婴儿死亡率", "婴儿死亡率", None),
            ("高血压患者规范管理率", "糖尿病患者规范管理率", None),
        ] {
            assert_eq!(metric(one).similarity(&metric(other)), expected, "{one} {other}");
        }
    }
}
