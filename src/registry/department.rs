//! The offices of government (部门) and all their names, at the levels of the country, the provinces, the cities and the
//! counties.
//!
//! `data/departments.json` is curated by reading the plans, with one entry for each kind of office, which is that of a
//! city; `kin` has those of the other levels. The printed name of a unit is recognised only if it is exactly one of the
//! forms, once the place before it is removed; that place says which level is meant. A name that somebody types may
//! differ much more; [`Departments::resolve`] finds it. Words of running prose are never looked up here.

mod added;
mod government;
mod kin;
mod kind;
mod place;
mod resolve;
mod spelling;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer};

use crate::lexicon::office::{COMMON_OFFICE_CHARS, DUTY_ENDINGS, OFFICE_LAST_CHARS};
use crate::model::{self, Level};
use crate::registry::department::kin::Kin;
use crate::registry::department::place::Reading;
use crate::text::fold::fold_name;
use crate::text::pinyin;

pub use added::{Additions, Refused};
pub use kin::Spread;
pub use place::is_of_group;
pub use resolve::Resolution;

/// The placeholder for the place in a form that contains one: `{地}海关` for 清远海关.
const PLACE_MARK: &str = "{地}";

/// The longest name that is looked up, in characters: the longest in the registry has 52 letters of pinyin.
const LONGEST: usize = 80;

/// One real office (部门), whatever the plans call it.
#[doc(alias = "部门")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Stable id: lower-case Latin letters, digits and hyphens.
    pub id: String,
    /// Full name without the place it belongs to: `卫生健康局`.
    pub name: String,
    /// The common short name: `卫健局`.
    pub short: String,
    /// The full name in toneless pinyin: `weishengjiankangju`.
    pub pinyin: String,
    /// The first letters of the full name: `wsjkj`.
    pub initials: String,
    /// Names that plans print, without 市, 区, 县 or 省 before them; the full and the short name are among them.
    #[serde(deserialize_with = "names")]
    pub forms: Vec<String>,
    /// Printed names with the place inside, which is replaced by `{地}`: `中国人民银行{地}中心支行`.
    #[serde(default)]
    pub placed: Vec<String>,
    /// Names that people type and plans seldom print: `卫健委`.
    #[serde(default, deserialize_with = "names")]
    pub abbreviations: Vec<String>,
    /// Names from before a reform: `卫计局`.
    #[serde(default, deserialize_with = "names")]
    pub former: Vec<String>,
    /// Offices that are easily confused with this one.
    #[serde(default)]
    pub sisters: Vec<Sister>,
    /// The level of government; `None` for the offices of towns.
    #[serde(default)]
    pub level: Option<Level>,
    /// Where the names come from that do not say so themselves: a plan, a law, a notice.
    #[serde(default)]
    pub source: String,
    /// How the office of the same kind is named at a level that is not among `levels`.
    #[serde(default)]
    pub spread: Spread,
    /// The offices of the same kind at other levels that have names of their own; empty once [`Departments`] has them.
    #[serde(default)]
    pub levels: Vec<Self>,
}

/// Reads names that are written alone, or with the source of this one name.
fn names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Alone(String),
        Sourced {
            name: String,
            #[serde(rename = "source")]
            _source: String,
        },
    }
    let written = Vec::<Written>::deserialize(deserializer)?;
    Ok(written.into_iter().map(|(Written::Alone(name) | Written::Sourced { name, .. })| name).collect())
}

/// Another office with a similar duty or name, which is offered beside the one found but never counted as it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sister {
    /// The id of the office that is easily confused with this one.
    pub id: String,
    /// The difference between the two, in words for the reader.
    pub why: String,
}

/// How official a name is, the most official first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// The full or the short name.
    Chief,
    /// Another form that plans print.
    Form,
    /// A name of earlier years, which people still say and type.
    Former,
    /// An abbreviation that no plan need print.
    Abbreviation,
    /// A name that a user has added, before which every name of the table goes.
    Added,
}

/// One name of one office, folded for comparison.
#[derive(Debug)]
struct Name {
    key: String,
    standing: Standing,
    /// Index into `Departments::offices`.
    office: usize,
}

impl Standing {
    /// Whether the name is one of today's, as official writing has it.
    fn is_formal(self) -> bool {
        self < Self::Former
    }

    /// For names that are compared as plans print them: there a former name counts as little as an abbreviation.
    fn in_print(self) -> Self {
        if self == Self::Former { Self::Abbreviation } else { self }
    }

    /// For initials, which are typed from memory: there a former name counts as much as a form that plans print.
    fn in_memory(self) -> Self {
        if self == Self::Former { Self::Form } else { self }
    }
}

impl Name {
    /// Whether plans print it, or may: it is formal or a user's own, or says that it is an office.
    fn is_printed(&self) -> bool {
        self.standing.in_print() != Standing::Abbreviation || self.key.ends_with(|c| OFFICE_LAST_CHARS.contains(c))
    }
}

/// A name with a place inside: the text before and behind the place, and the index of the office.
#[derive(Debug)]
struct Placed {
    before: String,
    after: String,
    office: usize,
}

/// The spellings of a name in Latin letters.
#[derive(Debug)]
struct Spelled {
    full: String,
    initials: String,
}

/// The registry of offices, with the tables to find one by any of its names.
#[derive(Debug, Default)]
pub struct Departments {
    offices: Vec<Office>,
    /// Indices into `offices` by id.
    by_id: HashMap<String, usize>,
    names: Vec<Name>,
    /// Indices into `names` by key.
    by_key: HashMap<String, Vec<usize>>,
    /// The names without their last character, where that is one of [`OFFICE_LAST_CHARS`]: 教育.
    duties: HashSet<String>,
    /// The last characters of the names that a plan may print, by which most words are seen to name no office.
    last_chars: HashSet<char>,
    /// The names with a place inside, by their last character; by `None` those that end with the place.
    placed: HashMap<Option<char>, Vec<Placed>>,
    kin: Kin,
    /// The spellings of each of `names`, in their order. Made when Latin letters are first looked up.
    spelled: OnceLock<Vec<Spelled>>,
}

impl Departments {
    /// Reads the offices from the JSON of `data/departments.json`.
    ///
    /// # Errors
    /// The text is not a JSON array of offices.
    pub fn parse(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json).map(Self::new)
    }

    /// Makes the tables for looking up these offices.
    #[must_use]
    pub fn new(offices: Vec<Office>) -> Self {
        let (offices, n_named, kin) = kin::spread(offices);
        let last_chars = DUTY_ENDINGS.iter().filter_map(|end| end.chars().next_back()).collect();
        let mut this = Self { last_chars, kin, ..Self::default() };
        // An office that is named after that of a city is found by the names of that one.
        for (at, office) in offices.iter().enumerate().take(n_named) {
            for form in &office.forms {
                let chief = *form == office.name || *form == office.short;
                this.add_name(form, if chief { Standing::Chief } else { Standing::Form }, at);
            }
            for name in &office.abbreviations {
                this.add_name(name, Standing::Abbreviation, at);
            }
            for name in &office.former {
                this.add_name(name, Standing::Former, at);
            }
            for pattern in &office.placed {
                if let Some((before, after)) = pattern.split_once(PLACE_MARK) {
                    let [before, after] = [before, after].map(fold_name);
                    let last = after.chars().next_back();
                    this.last_chars.extend(last);
                    this.placed.entry(last).or_default().push(Placed { before, after, office: at });
                }
            }
        }
        this.by_id = offices.iter().enumerate().map(|(at, office)| (office.id.clone(), at)).collect();
        this.offices = offices;
        this
    }

    fn add_name(&mut self, name: &str, standing: Standing, office: usize) {
        let key = fold_name(name);
        if let Some(duty) = key.strip_suffix(|c| OFFICE_LAST_CHARS.contains(c)) {
            self.duties.insert(duty.to_owned());
        }
        let name = Name { key, standing, office };
        if name.is_printed() {
            self.last_chars.extend(name.key.chars().next_back());
        }
        self.by_key.entry(name.key.clone()).or_default().push(self.names.len());
        self.names.push(name);
    }

    /// The names that belong to this office and its kin alone, as they may occur in running prose, folded for comparison;
    /// without those that hold a place.
    #[must_use]
    pub fn own_names(&self, office: &Office) -> Vec<String> {
        self.own(office, office.forms.iter().chain(&office.abbreviations).chain(&office.former).cloned())
    }

    /// Those of such names that hold one of these places: 云浮日报社.
    #[must_use]
    pub fn own_names_with(&self, office: &Office, places: &[&str]) -> Vec<String> {
        let with_place = |form: &String| places.iter().map(|place| form.replace(PLACE_MARK, place)).collect::<Vec<_>>();
        self.own(office, office.placed.iter().flat_map(with_place))
    }

    fn own(&self, office: &Office, names: impl Iterator<Item = String>) -> Vec<String> {
        let is_own = |name: &String| self.office(name).is_some_and(|found| self.are_kin(found, office));
        let mut names: Vec<String> = names.filter(is_own).map(|name| fold_name(&name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Every office, in the order of the table.
    #[must_use]
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// Finds the office with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Office> {
        self.offices.get(*self.by_id.get(id)?)
    }

    /// Whether two offices are of one kind, at whatever levels: 省教育厅 and 市教育局.
    #[must_use]
    pub fn are_kin(&self, one: &Office, other: &Office) -> bool {
        let base = |office: &Office| self.index(office).map(|at| self.kin.base(at));
        one.id == other.id || base(one).is_some_and(|kind| base(other) == Some(kind))
    }

    /// The office of this kind at another level, if there is one.
    #[must_use]
    pub fn at_level(&self, office: &Office, level: Level) -> Option<&Office> {
        let found = self.offices.get(self.kin.at_level(self.index(office)?, level))?;
        (found.level == Some(level)).then_some(found)
    }

    /// The office of a county that is of the kind of a city's `office`, if `typed` says no level: 卫健局 is the plan's own one in
    /// the plan of a county as well.
    #[must_use]
    pub fn county_kin(&self, office: &Office, typed: &str) -> Option<&Office> {
        let is_whole = |reading: &&Reading| !self.whole_or_duty(reading, |_| true).is_empty();
        let readings = place::readings_of(&fold_name(typed));
        let says_level = readings.iter().find(is_whole).is_some_and(|reading| reading.level.is_some());
        let county = self.at_level(office, Level::County);
        county.filter(|_| office.level == Some(Level::Municipal) && !says_level)
    }

    fn index(&self, office: &Office) -> Option<usize> {
        self.by_id.get(&office.id).copied()
    }

    /// Finds the office that a unit name in a plan means: `市卫生健康局`, `佛山市教育局`, `清远海关`, `市市场监督管理局局`.
    ///
    /// The place and level before the name, white space, a note in brackets behind it and a doubled last character are
    /// ignored, but for the level of the office. The rest must be a whole name of exactly one kind of office. Topics
    /// (民政) and bare 人民政府 are names of none.
    #[must_use]
    pub fn office(&self, printed: &str) -> Option<&Office> {
        let printed = fold_name(printed);
        if !printed.ends_with(|c| matches!(c, ')' | ']' | '组') || self.last_chars.contains(&c)) {
            return None;
        }
        place::readings_of(&printed).iter().find_map(|reading| {
            match self.whole_or_duty(reading, Name::is_printed).as_slice() {
                [only] => self.offices.get(*only),
                _ => None,
            }
        })
    }

    /// The one office that a topic names when 局, 委 or another such character is put behind it: `医疗保障`, `政数`, `科技`.
    #[must_use]
    pub fn of_duty(&self, topic: &str) -> Option<&Office> {
        match self.with_duty(&fold_name(topic), |_| true).as_slice() {
            [only] => self.offices.get(*only),
            _ => None,
        }
    }

    /// The offices of which a reading is a whole name that `fits`, or else names the duty (教育部门), at the level that was
    /// before the name. Sorted indices.
    fn whole_or_duty(&self, reading: &Reading, fits: impl Fn(&Name) -> bool) -> Vec<usize> {
        let mut found = self.whole(&reading.name, &fits);
        if found.is_empty() {
            let duties = DUTY_ENDINGS.iter().filter_map(|end| reading.name.strip_suffix(end));
            found = duties.map(|duty| self.with_duty(duty, &fits)).find(|found| !found.is_empty()).unwrap_or_default();
        }
        if found.is_empty() && reading.level.is_some() {
            // An office of the same duty may be a 厅, a 委 or a 局: 省环境保护厅 after 环境保护局, 市教育委.
            let duty = COMMON_OFFICE_CHARS.strip_suffix(&reading.name);
            found = duty.map(|duty| self.with_duty(duty, &fits)).unwrap_or_default();
        }
        self.at_level_of(reading, found)
    }

    /// The offices whose name is that of a duty and one last character: 教育 + 局.
    fn with_duty(&self, duty: &str, fits: impl Fn(&Name) -> bool) -> Vec<usize> {
        if !self.duties.contains(duty) {
            return Vec::new();
        }
        let named = OFFICE_LAST_CHARS.iter().filter_map(|end| self.by_key.get(&format!("{duty}{end}")));
        let hits: Vec<&Name> = named.flatten().filter_map(|&at| self.names.get(at)).filter(|name| fits(name)).collect();
        let local = self.local(hits.iter().map(|name| name.office).collect());
        let best = hits.iter().filter(|name| local.contains(&name.office)).map(|name| name.standing).min();
        let kept = hits.iter().filter(|name| Some(name.standing) == best && local.contains(&name.office));
        sorted(kept.map(|name| name.office).collect())
    }

    /// The offices at the level that a reading has lost; these offices themselves if it had none.
    fn at_level_of(&self, reading: &Reading, offices: Vec<usize>) -> Vec<usize> {
        match reading.level {
            Some(level) => sorted(offices.into_iter().map(|office| self.kin.at_level(office, level)).collect()),
            None => offices,
        }
    }

    /// The offices nearest to the plan's own place, which a part of a name (教育) means before it means 教育部: those of a
    /// city, institutions and what has no level; else those of counties; else all.
    fn local(&self, mut offices: Vec<usize>) -> Vec<usize> {
        let level = |at: &usize| self.offices.get(*at).and_then(|office| office.level);
        let is_near = |at: &usize| matches!(level(at), None | Some(Level::Municipal | Level::Institution));
        let is_local = |at: &usize| is_near(at) || level(at) == Some(Level::County);
        if offices.iter().any(is_near) {
            offices.retain(is_near);
        } else if offices.iter().any(is_local) {
            offices.retain(is_local);
        }
        offices
    }

    /// The offices of which `key` is a whole name that `fits`, only those of the best standing; sorted indices.
    fn whole(&self, key: &str, fits: impl Fn(&Name) -> bool) -> Vec<usize> {
        let hits = self.by_key.get(key).into_iter().flatten().filter_map(|&at| self.names.get(at));
        let hits: Vec<&Name> = hits.filter(|name| fits(name)).collect();
        let formal = hits.iter().any(|name| name.standing.is_formal());
        let kept = hits.iter().filter(|name| !formal || name.standing.is_formal());
        let mut offices: Vec<usize> = kept.map(|name| name.office).collect();
        if offices.is_empty() {
            offices = self.around_place(key);
        }
        sorted(offices)
    }

    /// The offices whose names have a place inside, at the level of that place. A place that is known for one goes before
    /// other readings: in 健康广东行动推进委员会 it is 广东 and not 广东行动.
    fn around_place(&self, key: &str) -> Vec<usize> {
        let names = [key.chars().next_back(), None].into_iter().filter_map(|last| self.placed.get(&last)).flatten();
        let found = names.filter_map(|Placed { before, after, office }| {
            Some((*office, place::level_of(place::between(key, before, after)?)))
        });
        let (known, unknown): (Vec<_>, Vec<_>) = found.partition(|(_, level)| level.is_some());
        let found = if known.is_empty() { unknown } else { known };
        let at_level =
            |(office, level): (usize, Option<Level>)| level.map_or(office, |level| self.kin.at_level(office, level));
        found.into_iter().map(at_level).collect()
    }

    /// The Latin spellings of all names.
    fn spelled(&self) -> &[Spelled] {
        self.spelled.get_or_init(|| {
            let spell = |name: &Name| Spelled { full: pinyin::full(&name.key), initials: pinyin::initials(&name.key) };
            self.names.iter().map(spell).collect()
        })
    }

    /// The offices in the form of the dataset. The lists of the plans that print each form are empty, as the
    /// registry does not know them.
    #[must_use]
    pub fn departments(&self) -> Vec<model::Department> {
        self.offices.iter().map(Office::department).collect()
    }
}

impl Office {
    /// Whether a name that was typed for this office is one from before a reform, with or without the place before it.
    #[must_use]
    pub fn had_name(&self, typed: &str) -> bool {
        let typed = fold_name(typed);
        let ends = |names: &[String]| names.iter().any(|name| typed.ends_with(&fold_name(name)));
        ends(&self.former) && !ends(&self.forms) && !ends(&self.abbreviations)
    }

    /// The office in the form of the dataset, its forms as aliases without any plan that prints them.
    #[must_use]
    pub fn department(&self) -> model::Department {
        model::Department {
            id: self.id.clone(),
            name: self.name.clone(),
            aliases: self.forms.iter().map(|raw| model::Alias { raw: raw.clone(), plans: Vec::new() }).collect(),
            abbreviations: self.abbreviations.iter().chain(&self.former).cloned().collect(),
            pinyin: self.pinyin.clone(),
            initials: self.initials.clone(),
            sisters: self.sisters.iter().map(|sister| sister.id.clone()).collect(),
            level: self.level,
        }
    }
}

/// These indices in order, each once.
fn sorted(mut indices: Vec<usize>) -> Vec<usize> {
    indices.sort_unstable();
    indices.dedup();
    indices
}

#[cfg(test)]
mod tests;
