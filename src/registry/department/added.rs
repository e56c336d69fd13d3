//! Offices and names that a user adds to the table. Nothing of the table changes by them: every name that it has keeps its
//! office, and where a word may mean several, the names of the table go before those that were added.

use crate::model::Level;
use crate::registry::department::{Departments, LONGEST, Name, Office, Spread, Standing, kin};
use crate::text::fold::fold_name;
use crate::text::pinyin;

/// The fewest characters of an added name: one alone stands in too many others.
const SHORTEST: usize = 2;

/// Which offices and names were added, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    offices: Vec<Office>,
    /// The id of an office of the table, and a further name for it.
    aliases: Vec<(String, String)>,
}

/// Why a name cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It belongs to this office already.
    Taken(String),
    /// It is too short or too long, or holds something that no name of an office does.
    NoName,
}

impl Additions {
    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.offices.is_empty() && self.aliases.is_empty()
    }

    /// The number of offices, and of names for known ones.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.offices.len(), self.aliases.len())
    }
}

impl Departments {
    /// Adds everything that was added before to another copy of the table.
    pub(crate) fn extend(&mut self, additions: &Additions) {
        for office in &additions.offices {
            self.put(office);
        }
        for (id, name) in &additions.aliases {
            self.put_name(id, name);
        }
    }

    /// Adds an office with this name and these further ones, and notes it in `additions`.
    ///
    /// # Errors
    /// The first name that cannot be added, with the reason; then nothing was.
    pub fn add(
        &mut self,
        names: &[String],
        level: Level,
        spread: Spread,
        additions: &mut Additions,
    ) -> Result<(), (String, Refused)> {
        for name in names {
            self.check(name, None).map_err(|why| (name.clone(), why))?;
        }
        let Some((name, others)) = names.split_first() else { return Ok(()) };
        let pinyin = pinyin::full(name);
        let office = Office {
            id: self.free_id(&pinyin),
            name: name.clone(),
            short: others.first().unwrap_or(name).clone(),
            initials: pinyin::initials(name),
            pinyin,
            forms: names.to_vec(),
            level: Some(level),
            spread,
            ..Office::default()
        };
        self.put(&office);
        additions.offices.push(office);
        Ok(())
    }

    /// Adds a further name for a known office, and notes it in `additions`. A name that this office has already is none.
    ///
    /// # Errors
    /// Why it cannot be added.
    pub fn add_alias(&mut self, id: &str, name: &str, additions: &mut Additions) -> Result<(), Refused> {
        self.check(name, Some(id))?;
        if self.office(name).is_none() {
            self.put_name(id, name);
            additions.aliases.push((id.to_owned(), name.to_owned()));
        }
        Ok(())
    }

    /// Whether a name may be added for the office with this id, or for a new one.
    fn check(&self, name: &str, id: Option<&str>) -> Result<(), Refused> {
        let key = fold_name(name);
        let n_chars = key.chars().count();
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')' | '、' | '-' | '·');
        if !(SHORTEST..=LONGEST / 2).contains(&n_chars) || !key.chars().all(is_name) {
            return Err(Refused::NoName);
        }
        let owner = self.office(name).or_else(|| self.get(&key));
        match owner.filter(|owner| Some(owner.id.as_str()) != id) {
            Some(owner) => Err(Refused::Taken(owner.name.clone())),
            None => self.nickname(&key, id),
        }
    }

    /// Refuses a name that another office has as a nickname, which no plan prints: 发改.
    fn nickname(&self, key: &str, id: Option<&str>) -> Result<(), Refused> {
        let names = self.by_key.get(key).into_iter().flatten().filter_map(|at| self.names.get(*at));
        let mut owners = names.filter_map(|name| self.offices.get(name.office));
        match owners.find(|owner| Some(owner.id.as_str()) != id) {
            Some(owner) => Err(Refused::Taken(owner.name.clone())),
            None => Ok(()),
        }
    }

    /// An id that no office has: by the sound of the name, so that it is the same wherever the name stands in the file.
    fn free_id(&self, pinyin: &str) -> String {
        let letters: String = pinyin.chars().filter(char::is_ascii_alphanumeric).collect();
        let id = format!("own-{}", letters.to_ascii_lowercase());
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        std::iter::once(id.clone()).chain(numbered).find(|id| !self.by_id.contains_key(id)).unwrap_or(id)
    }

    /// Puts an office behind all others, and those of other levels that are named after it.
    fn put(&mut self, office: &Office) {
        let base = self.offices.len();
        self.put_kin(base, office.clone());
        for form in &office.forms {
            self.add_name(form, Standing::Added, base);
        }
        for level in kin::MADE {
            if let Some(made) = kin::made(office, level) {
                self.put_kin(base, made);
            }
        }
    }

    fn put_kin(&mut self, base: usize, office: Office) {
        self.kin.add(base, office.level);
        self.by_id.insert(office.id.clone(), self.offices.len());
        self.offices.push(office);
    }

    fn put_name(&mut self, id: &str, name: &str) {
        let Some(&at) = self.by_id.get(id) else { return };
        self.add_name(name, Standing::Added, at);
        if let Some(office) = self.offices.get_mut(at) {
            office.abbreviations.push(name.to_owned());
        }
    }
}

impl Name {
    /// Whether it is the name of an office of the table, or the first of an added one, of which a part may be typed.
    pub(super) fn is_chief(&self) -> bool {
        matches!(self.standing, Standing::Chief | Standing::Added)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::department::Resolution;

    fn departments() -> Departments {
        Departments::parse(include_str!("../../../data/departments.json")).unwrap()
    }

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn added_names_are_found_as_printed_and_as_typed() {
        let (mut offices, mut additions) = (departments(), Additions::default());
        let all = names(&["碧波管理办公室", "碧波办", "碧波港务集团"]);
        offices.add(&all, Level::Municipal, Spread::Government, &mut additions).unwrap();
        offices.add_alias("health", "康养委办", &mut additions).unwrap();
        for printed in ["市碧波办", "江海市碧波管理办公室", "碧波港务集团"] {
            assert_eq!(offices.office(printed).map(|it| it.name.as_str()), Some("碧波管理办公室"), "{printed}");
        }
        assert_eq!(offices.office("县碧波办").and_then(|it| it.level), Some(Level::County));
        assert_eq!(offices.office("市康养委办").map(|it| it.id.as_str()), Some("health"));
        for typed in ["碧波", "bbb", "bibobangongshi", "碧波管理", "own-biboguanlibangongshi"] {
            let found = offices.resolve(typed);
            let is_it = matches!(&found, Resolution::One(it) if it.name == "碧波管理办公室");
            assert!(is_it || typed == "bibobangongshi", "{typed}: {found:?}");
        }
        let mut again = departments();
        again.extend(&additions);
        assert_eq!(again.offices(), offices.offices());
    }

    #[test]
    fn what_others_have_is_refused_and_nothing_of_the_table_changes() {
        let (mut offices, mut additions) = (departments(), Additions::default());
        for (name, refused) in [
            ("市教育局", Refused::Taken("教育局".to_owned())),
            ("卫健委", Refused::Taken("卫生健康局".to_owned())),
            ("办", Refused::NoName),
            ("碧 波\u{1b}办", Refused::NoName),
            (&"长".repeat(60), Refused::NoName),
        ] {
            let added = offices.add(&names(&["蓝湾办公室", name]), Level::Municipal, Spread::Alone, &mut additions);
            assert_eq!(added, Err((name.to_owned(), refused)), "{name}");
        }
        assert!(additions.is_empty() && offices.office("蓝湾办公室").is_none());
        // Names of the same duty as one of the table.
        offices.add(&names(&["教育办", "民政办"]), Level::Municipal, Spread::Alone, &mut additions).unwrap();
        let before = departments();
        for typed in ["教育部门", "教育", "民政部门", "jyj", "教育主管部门", "jy", "卫健", "市教育局", "minzheng"]
        {
            let id = |offices: &Departments| offices.resolve_one(typed).map(|it| it.id.clone());
            assert_eq!(id(&offices), id(&before), "{typed}");
            let read = |offices: &Departments| offices.office(typed).map(|it| it.id.clone());
            assert_eq!(read(&offices), read(&before), "{typed}");
        }
    }
}
