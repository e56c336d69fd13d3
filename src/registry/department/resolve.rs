//! Finds the office that somebody types: by anything from the full name to initials or a name with a typing error.
//!
//! The ways to read what was typed are tried one after another, the most certain first. The first one that finds
//! anything decides: it gives one office, or several that fit equally well, among which the program never chooses.
//! Latin letters may be pinyin. A Chinese character never matches another of the same sound, but an office whose whole name
//! sounds like the typed one is the first that is suggested: 卫健局 for 卫建局.

use crate::lexicon::office::OFFICE_LAST_CHARS;
use crate::model::Level;
use crate::registry::department::place::{self, Reading};
use crate::registry::department::spelling::{distance, likeness};
use crate::registry::department::{Departments, LONGEST, Name, Office, Spelled, Standing, sorted};
use crate::text::fold::fold_name;
use crate::text::pinyin;

/// The fewest Latin letters that may be the beginning of a name.
const SHORTEST_LATIN_PART: usize = 3;

/// The fewest Chinese characters that may be a part of a name.
const SHORTEST_CHINESE_PART: usize = 2;

/// The least length at which one wrong letter of a pinyin spelling is tolerated.
const SHORTEST_LATIN_SLIP: usize = 7;

/// The least length, of the longer of the two names, at which one wrong character is tolerated anywhere. Shorter names
/// often differ by one in the middle: 地震局 is not 地税局, and 人民医院 is not 人民法院. A wrong last character is different,
/// as it makes no other name (人社居, 教育据).
const SHORTEST_CHINESE_SLIP: usize = 5;

/// The least length at which a wrong last character is tolerated.
const SHORTEST_WRONG_END: usize = 3;

/// The most offices that are suggested when none is found.
const NEAREST: usize = 5;

/// The least similarity (0–100) of a suggestion.
const NEAR: usize = 25;

/// The words of a level before a name, in Latin letters: 省, 市, 区, 县, 县级, 国家, 中央, 省委, 县级党委. A lone `s` may be 省
/// or 市.
const LEVEL_LETTERS: [(&str, Option<Level>); 17] = [
    ("sheng", Some(Level::Provincial)),
    ("shi", Some(Level::Municipal)),
    ("qu", Some(Level::County)),
    ("xianji", Some(Level::County)),
    ("xian", Some(Level::County)),
    ("s", None),
    ("q", Some(Level::County)),
    ("xj", Some(Level::County)),
    ("x", Some(Level::County)),
    ("guojia", Some(Level::National)),
    ("gj", Some(Level::National)),
    ("zhongyang", Some(Level::National)),
    ("zy", Some(Level::National)),
    ("shengwei", Some(Level::Provincial)),
    ("sw", Some(Level::Provincial)),
    ("xianjidangwei", Some(Level::County)),
    ("xjdw", Some(Level::County)),
];

/// The fewest characters of an unusual short form: 人保局.
const SHORTEST_SHORTENING: usize = 3;

/// Endings of branches of offices, with those of the office itself.
const BRANCHES: [(&str, &str); 3] = [("分局", "局"), ("分会", "会"), ("分中心", "中心")];

/// Which office a typed name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// The typed name means this office and no other.
    One(&'a Office),
    /// Several offices that fit equally well, in the order of the table; the user has to choose.
    Many(Vec<&'a Office>),
    /// No office has such a name. Offices with similar names are suggested, if there are any.
    None {
        /// At most five offices, the nearest first.
        nearest: Vec<&'a Office>,
    },
}

impl Departments {
    /// Finds the office that `typed` means: its id, any of its names with or without the place, initials
    /// (`wsjkj`, `swsjkj`), pinyin, Chinese and pinyin mixed (`卫sjkj`), a part of a name that no other has, or a name
    /// with one typing error. Width, case, blanks and traditional characters make no difference.
    #[must_use]
    pub fn resolve(&self, typed: &str) -> Resolution<'_> {
        let (readings, offices) = self.meant(typed);
        match offices.as_slice() {
            [] => Resolution::None { nearest: self.nearest(&readings) },
            [only] => Resolution::One(only),
            _ => Resolution::Many(offices),
        }
    }

    /// All offices that [`Departments::resolve`] finds, without suggestions where there are none.
    #[must_use]
    pub fn resolve_all(&self, typed: &str) -> Vec<&Office> {
        self.meant(typed).1
    }

    /// The one office that [`Departments::resolve`] finds; `None` also if there are several. Cheaper than that where
    /// there is none, since no suggestions are made.
    #[must_use]
    pub fn resolve_one(&self, typed: &str) -> Option<&Office> {
        match self.meant(typed).1.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Returns the names that the typed one may stand for, and the offices that it means.
    fn meant(&self, typed: &str) -> (Vec<Reading>, Vec<&Office>) {
        // Cut before folding, so that a megabyte pasted by mistake is not processed.
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).take(LONGEST + 1).collect();
        let typed = fold_name(&typed);
        if typed.is_empty() || typed.chars().count() > LONGEST {
            return (Vec::new(), Vec::new());
        }
        if let Some(office) = self.get(&typed) {
            return (Vec::new(), vec![office]);
        }
        let readings = place::readings_of(&typed);
        let found = first_found(readings.iter().map(|reading| self.whole_or_duty(reading, |_| true)));
        let found = found.or_else(|| if has_latin(&typed) { self.by_sound(&typed, &readings) } else { None });
        let found = found.or_else(|| {
            let part = |reading: &Reading| Some(self.at_level_of(reading, self.by_part(&reading.name)?));
            readings.iter().find_map(part)
        });
        let slip = |reading: &Reading| self.at_level_of(reading, self.by_slip(&reading.name));
        let found = found.or_else(|| first_found(readings.iter().map(slip)));
        let wrong_end = |reading: &Reading| self.at_level_of(reading, self.by_wrong_end(&reading.name));
        let found = found.or_else(|| first_found(readings.iter().map(wrong_end)));
        let branch = |reading: &Reading| self.at_level_of(reading, self.by_branch(&reading.name));
        let found = found.or_else(|| first_found(readings.iter().map(branch)));
        let shortened = |reading: &Reading| self.at_level_of(reading, self.by_shortening(&reading.name));
        let found = found.or_else(|| first_found(readings.iter().map(shortened)));
        let offices = found.map(|found| self.offices_at(&found)).unwrap_or_default();
        (readings, offices)
    }

    /// The offices by initials, else whole pinyin, else Chinese and letters mixed, with or without a level before them.
    fn by_sound(&self, typed: &str, readings: &[Reading]) -> Option<Vec<usize>> {
        let spellings = with_and_without_level(&pinyin::without_umlaut(&typed.replace(['\'', '-'], "")));
        let best = |it: &Reading, fits: &dyn Fn(&Name, &Spelled) -> bool| self.at_level_of(it, self.best(fits));
        let by_initials = |it: &Reading| self.best_of(|_, spelled| spelled.initials == it.name, Standing::in_memory);
        let initials = spellings.iter().map(|it| self.at_level_of(it, by_initials(it)));
        let full = spellings.iter().map(|it| best(it, &|_, spelled| spelled.full == it.name));
        let mixed = spellings.iter().chain(readings);
        let mixed = mixed.map(|it| best(it, &|name, _| pinyin::spells(&it.name, &name.key)));
        let long = spellings.iter().filter(|it| it.name.len() >= SHORTEST_LATIN_PART && it.name.is_ascii());
        let beginning = long.map(|it| {
            best(it, &|_, spelled| spelled.initials.starts_with(&it.name) || spelled.full.starts_with(&it.name))
        });
        first_found(initials.chain(full).chain(mixed).chain(beginning))
    }

    /// The offices of which `part` is a name without its ending (教育 + 局, 疾控 + 中心), else a part of the full or short
    /// name, else the beginning of any name.
    fn by_part(&self, part: &str) -> Option<Vec<usize>> {
        if has_latin(part) || part.chars().count() < SHORTEST_CHINESE_PART {
            return None;
        }
        let lacks_only_its_end = |name: &Name, _: &Spelled| {
            let end = name.key.strip_prefix(part).unwrap_or_default();
            end == "中心" || (end.chars().count() == 1 && OFFICE_LAST_CHARS.is_in(end))
        };
        let holds_it = |name: &Name, _: &Spelled| name.is_chief() && name.key.contains(part);
        let begins_with_it = |name: &Name, _: &Spelled| name.key.starts_with(part);
        first_found(
            [
                self.best(lacks_only_its_end),
                self.without_institutions(self.best(holds_it)),
                self.without_institutions(self.best(begins_with_it)),
            ]
            .into_iter(),
        )
    }

    /// The offices without institutions, unless there are no others: 健康 means 卫生健康局 before 健康教育所.
    fn without_institutions(&self, mut offices: Vec<usize>) -> Vec<usize> {
        let is_office = |at: &usize| self.offices().get(*at).is_some_and(|it| it.level != Some(Level::Institution));
        if offices.iter().any(is_office) {
            offices.retain(is_office);
        }
        offices
    }

    /// The offices with a name that differs by one character.
    fn by_slip(&self, typed: &str) -> Vec<usize> {
        let typed: Vec<char> = typed.chars().collect();
        let latin = typed.iter().all(char::is_ascii);
        self.best(|name, spelled| {
            let other = if latin { &spelled.full } else { &name.key };
            let other: Vec<char> = other.chars().collect();
            let shortest = if latin { SHORTEST_LATIN_SLIP } else { SHORTEST_CHINESE_SLIP };
            typed.len().max(other.len()) >= shortest
                && typed.len().abs_diff(other.len()) <= 1
                && distance(&typed, &other) == 1
        })
    }

    /// The offices with a whole name that sounds like the typed one, character by character, with the place before it or
    /// not: 卫健局 for `卫建局`.
    #[must_use]
    pub fn sounding_like(&self, typed: &str) -> Vec<&Office> {
        let readings = place::readings_of(&fold_name(typed));
        let found = readings.iter().map(|it| self.at_level_of(it, self.by_same_sound(&it.name)));
        self.offices_at(&first_found(found).unwrap_or_default())
    }

    /// The offices with a name of the same sound. Sorted indices.
    fn by_same_sound(&self, typed: &str) -> Vec<usize> {
        let n_chars = typed.chars().count();
        if n_chars < SHORTEST_WRONG_END || typed.is_ascii() {
            return Vec::new();
        }
        let sound = pinyin::full(typed);
        self.best(|name, spelled| spelled.full == sound && name.key.chars().count() == n_chars)
    }

    /// The offices with a name that differs from `typed` in its last character only: 人社局 for `人社居`.
    #[must_use]
    pub fn with_wrong_end(&self, typed: &str) -> Vec<&Office> {
        self.offices_at(&self.by_wrong_end(&fold_name(typed)))
    }

    /// The offices with the name `typed` but for its last character, if no name of an office ends with the
    /// one typed. Sorted indices.
    fn by_wrong_end(&self, typed: &str) -> Vec<usize> {
        let mut stem = typed.chars();
        let is_slip = stem.next_back().is_some_and(|end| !end.is_ascii() && !OFFICE_LAST_CHARS.contains(end));
        if !is_slip || typed.chars().count() < SHORTEST_WRONG_END {
            return Vec::new();
        }
        let stem = stem.as_str();
        let named = OFFICE_LAST_CHARS.iter().flat_map(|end| self.whole(&format!("{stem}{end}"), |_| true));
        self.local(sorted(named.collect()))
    }

    /// The offices that a branch belongs to: 环保局 for 环保分局. Sorted indices.
    fn by_branch(&self, typed: &str) -> Vec<usize> {
        let of_it = BRANCHES.iter().find_map(|(branch, whole)| Some(format!("{}{whole}", typed.strip_suffix(branch)?)));
        of_it.map_or_else(Vec::new, |name| self.local(self.whole(&name, |_| true)))
    }

    /// The offices whose full name was shortened in an unusual way, to characters of it in their order, from the first to
    /// the last: 人保局 for 人力资源和社会保障局. Sorted indices.
    fn by_shortening(&self, typed: &str) -> Vec<usize> {
        let chars: Vec<char> = typed.chars().collect();
        let is_short =
            chars.len() >= SHORTEST_SHORTENING && chars.last().is_some_and(|end| OFFICE_LAST_CHARS.contains(*end));
        if !is_short || has_latin(typed) {
            return Vec::new();
        }
        self.best(|name, _| {
            let mut of_name = name.key.chars();
            name.is_chief()
                && name.key.chars().next() == chars.first().copied()
                && name.key.chars().next_back() == chars.last().copied()
                && chars.iter().all(|c| of_name.any(|other| other == *c))
        })
    }

    /// The offices with a name that `fits`, local ones if there are any, and of these only those of which a name of the
    /// best standing does. Sorted indices.
    fn best(&self, fits: impl Fn(&Name, &Spelled) -> bool) -> Vec<usize> {
        self.best_of(fits, Standing::in_print)
    }

    /// As `best`, with standings that count as `weighed` says: initials are typed from memory, names read in a plan are not.
    fn best_of(&self, fits: impl Fn(&Name, &Spelled) -> bool, weighed: impl Fn(Standing) -> Standing) -> Vec<usize> {
        let hits: Vec<&Name> = self
            .names
            .iter()
            .zip(self.spelled())
            .filter(|(name, spelled)| fits(name, spelled))
            .map(|it| it.0)
            .collect();
        let local = self.local(sorted(hits.iter().map(|name| name.office).collect()));
        let hits = || hits.iter().filter(|name| local.binary_search(&name.office).is_ok());
        let best = hits().map(|name| weighed(name.standing)).min();
        sorted(hits().filter(|name| Some(weighed(name.standing)) == best).map(|name| name.office).collect())
    }

    /// The offices with the names most similar to what was typed, the most similar first.
    fn nearest(&self, readings: &[Reading]) -> Vec<&Office> {
        let mut scores = vec![0; self.offices().len()];
        for Reading { name: typed, .. } in readings {
            let latin = typed.is_ascii();
            let sound = if latin { String::new() } else { pinyin::full(typed) };
            let typed: Vec<char> = typed.chars().collect();
            for (name, spelled) in self.names.iter().zip(self.spelled()) {
                let like = |other: &str| {
                    let other: Vec<char> = other.chars().collect();
                    // Of two characters the first tells more than the last: 没有 is not near 国有.
                    if !latin && typed.len() <= 2 && typed.first() != other.first() {
                        return 0;
                    }
                    // A name that differs by one character is nearest, however short it is.
                    likeness(&typed, &other) + if distance(&typed, &other) == 1 { 100 } else { 0 }
                };
                let is_sound = !latin && spelled.full == sound && name.key.chars().count() == typed.len();
                let score = if latin { like(&spelled.full).max(like(&spelled.initials)) } else { like(&name.key) }
                    + if is_sound { 200 } else { 0 };
                if let Some(best) = scores.get_mut(name.office) {
                    *best = score.max(*best);
                }
            }
        }
        let mut order: Vec<usize> = (0..scores.len()).filter(|&at| scores.get(at) >= Some(&NEAR)).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(scores.get(at)));
        order.truncate(NEAREST);
        self.offices_at(&order)
    }

    fn offices_at(&self, indices: &[usize]) -> Vec<&Office> {
        indices.iter().filter_map(|&at| self.offices().get(at)).collect()
    }
}

/// The result of the first way that found anything.
fn first_found(ways: impl Iterator<Item = Vec<usize>>) -> Option<Vec<usize>> {
    let mut ways = ways;
    ways.find(|found| !found.is_empty())
}

fn has_latin(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic())
}

/// The letters as typed, then without those of a level: `swsjkj` may be 市卫生健康局.
fn with_and_without_level(typed: &str) -> Vec<Reading> {
    let bare = LEVEL_LETTERS.iter().filter_map(|(letters, level)| Some((typed.strip_prefix(letters)?, *level)));
    let all = std::iter::once((typed, None)).chain(bare).filter(|(name, _)| name.len() >= 2);
    all.map(|(name, level)| Reading { name: name.to_owned(), level }).collect()
}
