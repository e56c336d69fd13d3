//! The offices of one kind at the levels of government: 国家卫生健康委, 省卫生健康委, 市卫生健康局 and 县级卫生健康局.
//!
//! The table describes a kind by the office of a city. An office of another level stands among its `levels` where it has
//! a name of its own (教育部, 省教育厅); the others are made here from the name of the city's office. Institutions, towns
//! and what exists at one level only have no kin.

use std::collections::HashMap;

use serde::Deserialize;

use crate::model::Level;
use crate::registry::department::Office;

/// How an office of a city is named at the other levels, where the table does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Spread {
    /// An office of the government: 省卫生健康局.
    #[default]
    Government,
    /// An office of the party's committee: 省委宣传部.
    Party,
    /// The other levels have no such office, but for those that the table names.
    Alone,
}

/// The levels at which an office is named after that of a city.
pub(super) const MADE: [Level; 3] = [Level::National, Level::Provincial, Level::County];

/// Which offices are of one kind.
#[derive(Debug, Default)]
pub(super) struct Kin {
    /// For each office, the office of its kind that the table describes, by index.
    base: Vec<usize>,
    /// The office of a kind at a level; the kind by the index of its base.
    at: HashMap<(usize, Level), usize>,
}

impl Kin {
    /// The office of the same kind at this level; the office itself if there is none.
    pub(super) fn at_level(&self, office: usize, level: Level) -> usize {
        self.at.get(&(self.base(office), level)).copied().unwrap_or(office)
    }

    /// The office that the table describes the kind by.
    pub(super) fn base(&self, office: usize) -> usize {
        self.base.get(office).copied().unwrap_or(office)
    }

    /// Takes in the next office of all, which is of the kind that this one describes.
    pub(super) fn add(&mut self, base: usize, level: Option<Level>) {
        if let Some(level) = level {
            self.at.insert((base, level), self.base.len());
        }
        self.base.push(base);
    }
}

/// Takes the offices of other levels out of the entries of their kinds and makes those that the table does not name. The
/// entries of the table come first, in their order; the number of offices with names of their own is given, behind which
/// the made ones stand.
pub(super) fn spread(mut offices: Vec<Office>) -> (Vec<Office>, usize, Kin) {
    let mut kin = Kin::default();
    for (base, office) in offices.iter().enumerate() {
        kin.add(base, office.level);
    }
    let n_kinds = offices.len();
    for base in 0..n_kinds {
        let named = offices.get_mut(base).map(|office| std::mem::take(&mut office.levels)).unwrap_or_default();
        for office in named {
            kin.add(base, office.level);
            offices.push(office);
        }
    }
    let n_named = offices.len();
    for base in 0..n_kinds {
        for level in MADE {
            let Some(office) = offices.get(base).filter(|_| !kin.at.contains_key(&(base, level))) else { continue };
            if let Some(made) = made(office, level) {
                kin.add(base, Some(level));
                offices.push(made);
            }
        }
    }
    (offices, n_named, kin)
}

/// The office of another level, named after the one of a city. `None` if this kind has none there.
pub(super) fn made(office: &Office, level: Level) -> Option<Office> {
    let (id, word, pinyin, initials) = match (office.spread, level) {
        (Spread::Government, Level::National) => ("national", "国家", "guojia", "gj"),
        (Spread::Government, Level::Provincial) => ("provincial", "省", "sheng", "s"),
        (Spread::Government, Level::County) => ("county", "县级", "xianji", "xj"),
        (Spread::Party, Level::National) => ("national", "中央", "zhongyang", "zy"),
        (Spread::Party, Level::Provincial) => ("provincial", "省委", "shengwei", "sw"),
        (Spread::Party, Level::County) => ("county", "县级党委", "xianjidangwei", "xjdw"),
        (Spread::Alone, _) | (_, Level::Municipal | Level::Institution) => return None,
    };
    let (name, short) = (format!("{word}{}", office.name), format!("{word}{}", office.short));
    let mut forms = vec![name.clone(), short.clone()];
    forms.dedup();
    (office.level == Some(Level::Municipal)).then(|| Office {
        id: format!("{}-{id}", office.id),
        name,
        short,
        pinyin: format!("{pinyin}{}", office.pinyin),
        initials: format!("{initials}{}", office.initials),
        forms,
        level: Some(level),
        source: office.source.clone(),
        ..Office::default()
    })
}
