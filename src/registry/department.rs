//! The offices of a city (部门) and all their names.
//!
//! `data/departments.json` is curated by reading the plans, with one entry for each real office. The printed name of a
//! unit is recognised only if it is exactly one of the forms, once the place before it is removed. A name that somebody
//! types may differ much more; [`Departments::resolve`] finds it. Words of running prose are never looked up here.

mod place;
mod resolve;
mod spelling;

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::office::OFFICE_LAST_CHARS;
use crate::model;
use crate::text::fold::fold_name;
use crate::text::pinyin;

pub use resolve::Resolution;

/// The placeholder for the place in a form that contains one: `{地}海关` for 清远海关.
const PLACE_MARK: &str = "{地}";

/// The longest name that is looked up, in characters: the longest in the registry has 52 letters of pinyin.
const LONGEST: usize = 80;

/// One real office (部门), whatever the plans call it.
#[doc(alias = "部门")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
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
    pub forms: Vec<String>,
    /// Printed names with the place inside, which is replaced by `{地}`: `中国人民银行{地}中心支行`.
    pub placed: Vec<String>,
    /// Names that people type and plans seldom print: `卫健委`.
    pub abbreviations: Vec<String>,
    /// Names from before a reform: `卫计局`.
    pub former: Vec<String>,
    /// Offices that are easily confused with this one.
    pub sisters: Vec<Sister>,
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
    /// An abbreviation or a former name.
    Nickname,
}

/// One name of one office, folded for comparison.
#[derive(Debug)]
struct Name {
    key: String,
    standing: Standing,
    /// Index into `Departments::offices`.
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
    names: Vec<Name>,
    /// Indices into `names` by key.
    by_key: HashMap<String, Vec<usize>>,
    /// The text before and after the place, and the index of the office.
    placed: Vec<(Vec<char>, Vec<char>, usize)>,
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
        let mut this = Self::default();
        for (at, office) in offices.iter().enumerate() {
            for form in &office.forms {
                let chief = *form == office.name || *form == office.short;
                this.add_name(form, if chief { Standing::Chief } else { Standing::Form }, at);
            }
            for name in office.abbreviations.iter().chain(&office.former) {
                this.add_name(name, Standing::Nickname, at);
            }
            for pattern in &office.placed {
                if let Some((before, after)) = pattern.split_once(PLACE_MARK) {
                    this.placed.push((fold_name(before).chars().collect(), fold_name(after).chars().collect(), at));
                }
            }
        }
        this.offices = offices;
        this
    }

    fn add_name(&mut self, name: &str, standing: Standing, office: usize) {
        let key = fold_name(name);
        self.by_key.entry(key.clone()).or_default().push(self.names.len());
        self.names.push(Name { key, standing, office });
    }

    /// The names that belong to this office alone, as they may occur in running prose, folded for comparison. A name
    /// with its place inside is given for each of `places`.
    #[must_use]
    pub fn own_names(&self, office: &Office, places: &[&str]) -> Vec<String> {
        let names = office.forms.iter().chain(&office.abbreviations).chain(&office.former).cloned();
        let with_place =
            office.placed.iter().flat_map(|form| places.iter().map(|place| form.replace(PLACE_MARK, place)));
        let is_own = |name: &String| self.office(name).is_some_and(|found| found.id == office.id);
        let mut names: Vec<String> = names.chain(with_place).filter(is_own).map(|name| fold_name(&name)).collect();
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
        self.offices.iter().find(|office| office.id == id)
    }

    /// Finds the office that a unit name in a plan means: `市卫生健康局`, `佛山市教育局`, `清远海关`, `市市场监督管理局局`.
    ///
    /// The place and level before the name, white space, a note in brackets behind it and a doubled last character are
    /// ignored. The rest must be a whole name of exactly one office. Topics (民政) and bare 人民政府 are names of none.
    #[must_use]
    pub fn office(&self, printed: &str) -> Option<&Office> {
        place::readings_of(&fold_name(printed)).iter().find_map(|name| {
            let mut found = self.whole(name, |name| {
                name.standing < Standing::Nickname || name.key.ends_with(|c| OFFICE_LAST_CHARS.contains(c))
            });
            found.dedup();
            match found.as_slice() {
                [only] => self.offices.get(*only),
                _ => None,
            }
        })
    }

    /// The offices of which `key` is a whole name that `fits`, only those of the best standing; sorted indices.
    fn whole(&self, key: &str, fits: impl Fn(&Name) -> bool) -> Vec<usize> {
        let hits = self.by_key.get(key).into_iter().flatten().filter_map(|&at| self.names.get(at));
        let hits: Vec<&Name> = hits.filter(|name| fits(name)).collect();
        let formal = hits.iter().any(|name| name.standing < Standing::Nickname);
        let kept = hits.iter().filter(|name| !formal || name.standing < Standing::Nickname);
        let mut offices: Vec<usize> = kept.map(|name| name.office).collect();
        if offices.is_empty() {
            let chars: Vec<char> = key.chars().collect();
            let placed = self.placed.iter().filter(|(before, after, _)| place::stands_between(&chars, before, after));
            offices.extend(placed.map(|&(_, _, office)| office));
        }
        offices.sort_unstable();
        offices.dedup();
        offices
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
        }
    }
}

#[cfg(test)]
mod tests;
