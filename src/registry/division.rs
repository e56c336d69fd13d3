//! The provinces, cities and counties of China (行政区划) by name, for the place before the name of an office: 长沙教育局,
//! 浏阳市卫生健康局.
//!
//! Many short names are ordinary words as well (和平, 朝阳, 新建), so a text is never searched for places: whoever has
//! found the name of an office asks for the place before it. The table comes from `data/places.txt` (its head names the
//! source) and is built when the program is compiled.

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lexicon::place::PLAN_LEVELS;
use crate::model::Level;

/// The table: a name in each line, in the order of the bytes, then a blank and its rank (1 province, 2 city, 3 county), with
/// [`SHORT`] added for a short name.
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/places.txt"));

/// What is added to the rank of a short name.
const SHORT: u8 = 4;

/// The longest name in the table has 16 characters: 双江拉祜族佤族布朗族傣族自治县.
pub const LONGEST: usize = 16;

/// What the table knows of the name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// The level of its government.
    pub level: Level,
    /// Whether the name is the short one: 长沙 for 长沙市.
    pub is_short: bool,
}

impl Division {
    fn of(value: u8) -> Self {
        let level = match value % SHORT {
            1 => Level::Provincial,
            2 => Level::Municipal,
            _ => Level::County,
        };
        Self { level, is_short: value > SHORT }
    }
}

/// The places of the table by the first character of their names, which few of them share: a name is looked up wherever a
/// place may begin, and nearly always there is none.
struct Divisions {
    places: Vec<(&'static str, Division)>,
    /// Where in `places` those are that begin with a character.
    beginning_with: FxHashMap<char, Range<usize>>,
}

impl Divisions {
    /// The table, which is parsed when a place is first looked up.
    fn all() -> &'static Self {
        static ALL: OnceLock<Divisions> = OnceLock::new();
        ALL.get_or_init(|| {
            let mut all = Self { places: Vec::new(), beginning_with: FxHashMap::default() };
            for line in TABLE.lines() {
                let Some((name, rank)) = line.split_once(' ') else { continue };
                let (Some(first), Ok(rank)) = (name.chars().next(), rank.parse()) else { continue };
                let at = all.places.len();
                all.places.push((name, Division::of(rank)));
                all.beginning_with.entry(first).or_insert(at..at).end = at + 1;
            }
            all
        })
    }

    /// The places whose names begin with this character, a name before those that begin with it.
    fn beginning_with(&self, first: Option<char>) -> &[(&'static str, Division)] {
        let range = first.and_then(|first| self.beginning_with.get(&first));
        range.and_then(|range| self.places.get(range.clone())).unwrap_or_default()
    }
}

/// The place with this name, full or short.
#[must_use]
pub fn named(name: &str) -> Option<Division> {
    let places = Divisions::all().beginning_with(name.chars().next());
    places.iter().find(|(found, _)| *found == name).map(|(_, division)| *division)
}

/// Every place with whose name `text` begins, the shortest first, each with the length of the name in bytes.
#[must_use]
pub fn starting(text: &str) -> impl DoubleEndedIterator<Item = (usize, Division)> {
    let places = Divisions::all().beginning_with(text.chars().next());
    places.iter().filter(move |(name, _)| text.starts_with(name)).map(|(name, division)| (name.len(), *division))
}

/// The place that `fits` with the longest name that `text` ends with, and that name's length in characters.
#[must_use]
pub fn ending(text: &[char], fits: impl Fn(Division) -> bool) -> Option<(usize, Division)> {
    (2..=LONGEST.min(text.len())).rev().find_map(|length| {
        let name = text.get(text.len() - length..)?;
        let places = Divisions::all().beginning_with(name.first().copied()).iter();
        let mut named = places.filter(|(found, _)| found.chars().eq(name.iter().copied()));
        named.find(|(_, found)| fits(*found)).map(|(_, found)| (length, *found))
    })
}

/// The innermost place of a region: `湘桥区` of 潮州市湘桥区.
#[must_use]
pub fn innermost(region: &str) -> &str {
    let mut place = region;
    let full_name = |text: &str| starting(text).rfind(|(_, division)| !division.is_short);
    while let Some(inner) = full_name(place).and_then(|(length, _)| place.get(length..)).filter(|rest| !rest.is_empty())
    {
        place = inner;
    }
    place.split_once('市').map(|(_, inner)| inner).filter(|inner| !inner.is_empty()).unwrap_or(place)
}

/// The short name of the innermost place of a region: `湘桥` of 潮州市湘桥区, `广西` of 广西壮族自治区, `黔南州` of 黔南州. A place that
/// the list does not have loses its level alone.
#[must_use]
pub fn short_name(region: &str) -> &str {
    let place = innermost(region);
    let listed = starting(place).rfind(|(_, division)| division.is_short);
    if let Some(short) = listed.and_then(|(length, _)| place.get(..length)) {
        return short;
    }
    place.strip_suffix(|level| PLAN_LEVELS.contains(level)).filter(|name| name.chars().count() > 1).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_levels() {
        for (name, level, is_short) in [
            ("湖南省", Level::Provincial, false),
            ("湖南", Level::Provincial, true),
            ("上海市", Level::Provincial, false),
            ("广西", Level::Provincial, true),
            ("长沙市", Level::Municipal, false),
            ("长沙", Level::Municipal, true),
            ("恩施州", Level::Municipal, true),
            ("喀什地区", Level::Municipal, false),
            ("浏阳市", Level::County, false),
            ("浏阳", Level::County, true),
            ("浦东新区", Level::County, false),
            ("吉林", Level::Provincial, true),
            ("唐县", Level::County, false),
            ("湘桥区", Level::County, false),
        ] {
            assert_eq!(named(name), Some(Division { level, is_short }), "{name}");
        }
        for name in ["唐", "市辖区", "和平里", "", "-", "#"] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn short_names_of_regions() {
        for (region, short) in [
            ("佛山市", "佛山"),
            ("杭州市", "杭州"),
            ("湖州市", "湖州"),
            ("潮州市湘桥区", "湘桥"),
            ("长沙市浏阳市", "浏阳"),
            ("湖南省", "湖南"),
            ("广西壮族自治区", "广西"),
            ("内蒙古自治区", "内蒙古"),
            ("新疆维吾尔自治区喀什地区", "喀什"),
            ("黔南州", "黔南州"),
            ("恩施土家族苗族自治州利川市", "利川"),
            ("唐县", "唐县"),
            ("滨海新区", "滨海"),
            ("北京市朝阳区", "朝阳"),
            ("江海市", "江海"),
            ("江海市云溪区", "云溪"),
            ("云溪省", "云溪"),
            ("", ""),
        ] {
            assert_eq!(short_name(region), short, "{region}");
        }
    }

    #[test]
    fn places_stand_at_the_start_and_at_the_end() {
        let lengths = |text| starting(text).map(|(length, _)| length / 3).collect::<Vec<_>>();
        assert_eq!(lengths("长沙市教育局"), [2, 3]);
        assert_eq!(lengths("教育局"), [0; 0]);
        assert_eq!(starting("长沙").collect::<Vec<_>>(), [(6, Division { level: Level::Municipal, is_short: true })]);
        let end = |text: &str| ending(&text.chars().collect::<Vec<_>>(), |_| true).map(|(length, _)| length);
        assert_eq!(end("由湖南省浏阳市"), Some(3));
        assert_eq!(end("双江拉祜族佤族布朗族傣族自治县"), Some(15));
        assert_eq!(end("由市"), None);
    }

    #[test]
    fn every_place_of_the_table_is_found() {
        let names: Vec<&str> = TABLE.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.len() > 6000, "{}", names.len());
        for name in names {
            assert!(named(name).is_some() && name.chars().count() <= LONGEST, "{name}");
        }
    }
}
