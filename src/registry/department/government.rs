//! The governments of places: of all places of some levels (各县（市、区）政府), of one place (嘉鱼县, 南湖新区管委会), and the
//! branches that an office has in a place (市公安局江北分局).

use crate::lexicon::office::{GOVERNMENTS, PREFECTURE_GOVERNMENTS};
use crate::lexicon::place::{LEVEL_CHARS, SOME_OF_A_GROUP, ZONE_ENDINGS};
use crate::model::Level;
use crate::registry::department::{Departments, Office, place};
use crate::registry::division;
use crate::text::fold::fold_name;

/// The ids of the governments of all places of a level.
const COUNTY_GOVERNMENTS: &str = "county-governments";
const CITY_GOVERNMENTS: &str = "city-governments";
const PROVINCIAL_GOVERNMENT: &str = "provincial-government";
const TOWNS: &str = "towns";
const DEVELOPMENT_ZONES: &str = "development-zone";

/// The longest name of the government of one zone or town, in characters.
const LONGEST_OF_PLACE: usize = 20;

/// A folded name without a bracket that says which places it includes; `None` if it has none.
fn without_inclusion(name: &str) -> Option<String> {
    let (before, rest) = name.split_once("(含").or_else(|| name.split_once("(包括"))?;
    let (_, after) = rest.split_once(')')?;
    Some(format!("{before}{after}"))
}

impl Departments {
    /// The governments that the words for all places of some levels mean, in whatever order and brackets the levels are
    /// printed: 各市、县（区）人民政府, 各乡镇街道, 县级市政府, 有关县〔市、区〕政府, 各设区市政府.
    #[must_use]
    pub fn of_group(&self, printed: &str) -> Option<&Office> {
        let name = fold_name(printed);
        // 各市（含定州、辛集市）政府 names some of them apart.
        let name = without_inclusion(&name).unwrap_or(name);
        // 各区（市）县政府（管委会）: the zones have another name for it.
        let (whole, other) = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).unwrap_or((&name, ""));
        let name = if GOVERNMENTS.contains(other) { whole.to_owned() } else { name };
        let opened = SOME_OF_A_GROUP.strip_prefix(&name);
        let rest = opened.unwrap_or(&name);
        // 各盟行政公署、市人民政府 is one group, whose governments have two names.
        let bare =
            PREFECTURE_GOVERNMENTS.iter().fold(rest.to_owned(), |rest, word| rest.replace(&format!("{word}、"), "、"));
        let rest = bare.as_str();
        let governed = GOVERNMENTS.iter().find_map(|word| rest.strip_suffix(word));
        // A level alone means one place: 市政府 is that of the plan's own.
        let is_group = opened.is_some() || governed.is_some_and(|places| places.chars().count() > 1);
        let places = place::levels_of_group(governed.unwrap_or(rest)).filter(|_| is_group)?;
        let has = |levels: &[char]| places.contains(levels);
        let id = match () {
            () if has(&['省']) => PROVINCIAL_GOVERNMENT,
            () if has(&['县', '区', '旗']) && !places.contains("设区市") => COUNTY_GOVERNMENTS,
            () if has(&['市', '州', '盟']) => CITY_GOVERNMENTS,
            () if has(&['镇', '乡', '街']) => TOWNS,
            () => return None,
        };
        self.get(id)
    }

    /// The office that a name of one place means by its last words: 南湖新区管委会, 城关镇人民政府, 市公安局江北分局.
    #[must_use]
    pub fn of_one_place(&self, printed: &str) -> Option<&Office> {
        let name = fold_name(printed);
        let n_chars = name.chars().count();
        // The name of a place alone means its government: 越秀区, 杭州市, 唐县.
        if let Some(found) = self.of_listed_place(&name) {
            return Some(found);
        }
        if !(4..=LONGEST_OF_PLACE).contains(&n_chars) || name.chars().any(|c| !c.is_alphabetic() || c.is_ascii()) {
            return None;
        }
        let branch = name.strip_suffix("分局").and_then(|before| {
            let at = before.find(['局', '委'])?;
            before.get(..at + '局'.len_utf8())
        });
        if let Some(of_branch) = branch {
            let office = self.office(of_branch)?;
            return self.at_level(office, Level::County).or(Some(office));
        }
        let governed = GOVERNMENTS.iter().find_map(|word| name.strip_suffix(word));
        let place = governed.unwrap_or(&name);
        if let Some(found) = self.of_listed_place(place) {
            return Some(found);
        }
        let id = match () {
            () if ZONE_ENDINGS.ends(place) => DEVELOPMENT_ZONES,
            () if governed.is_some() && place.ends_with(['镇', '乡']) => TOWNS,
            () if governed.is_none() => return None,
            () if name.ends_with("街道办事处") => TOWNS,
            () if name.ends_with("管委会") || name.ends_with("管理委员会") => DEVELOPMENT_ZONES,
            () => return None,
        };
        self.get(id)
    }

    /// The government of a place of the list by its full name, or by its short one with its level: 嘉鱼县, 恩施州.
    fn of_listed_place(&self, place: &str) -> Option<&Office> {
        let found = division::named(place).filter(|found| !found.is_short || LEVEL_CHARS.ends(place))?;
        let id = match found.level {
            Level::County => COUNTY_GOVERNMENTS,
            Level::Municipal => CITY_GOVERNMENTS,
            Level::Provincial => PROVINCIAL_GOVERNMENT,
            Level::National | Level::Institution => return None,
        };
        self.get(id)
    }
}
