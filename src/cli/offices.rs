//! The offices that a user adds to the registry, in a file of their own: new offices, and further names of known ones. A
//! mistake in the file is told with its line, and only what it concerns is left out.
//!
//! ```toml
//! [[office]]
//! name = "碧波管理办公室"
//! short = "碧波办"
//! aliases = ["碧波管理中心"]
//! level = "市"
//! group = "政府"
//!
//! [aliases]
//! "卫生健康局" = ["健康办"]
//! ```

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use etcetera::{BaseStrategy, choose_base_strategy};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::by_hand::{ByHand, Fault, listed};
use super::nearest::nearest;
use super::paths;
use crate::dataset;
use crate::model::Level;
use crate::registry::Registry;
use crate::registry::department::{Additions, Departments, Refused, Resolution, Spread};
use crate::words::{LIST, Language, Words, library, settings};

/// The name of the file in the folder of the program's configuration.
const FILE: &str = "offices.toml";
/// The list of new offices, and the table of further names of known ones.
const OFFICE: &str = "office";
const ALIASES: &str = "aliases";
/// The fields that a new office may have.
const FIELDS: [&str; 5] = ["name", "short", "aliases", "level", "group"];
/// The groups of offices in the words that are written for them; the first is meant where none is.
const GROUPS: [(Words, Spread); 3] = [
    (library::GROUP_GOVERNMENT, Spread::Government),
    (library::GROUP_PARTY, Spread::Party),
    (library::GROUP_ALONE, Spread::Alone),
];
/// How many offices are named for a name that is none.
const NEAREST: usize = 3;

/// What the file adds, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Offices {
    /// Where the file is or would be; `None` without a home folder.
    pub(super) path: Option<PathBuf>,
    pub(super) is_there: bool,
    /// What is wrong with the file, a line each.
    pub(super) mistakes: Vec<String>,
    additions: Additions,
    /// The SHA-256 of the file; empty without one.
    digest: String,
    registry: Arc<Registry>,
}

impl Offices {
    /// Reads the file of this user, `$XDG_CONFIG_HOME/guihua/offices.toml`.
    pub(super) fn of_user() -> Self {
        let path = choose_base_strategy().ok().map(|folders| folders.config_dir().join("guihua").join(FILE));
        let mut offices = Self::none(path);
        let Some(path) = &offices.path else { return offices };
        match ByHand::read(path) {
            Ok(None) => {}
            Ok(Some(text)) => offices.take(&text),
            Err(fault) => {
                offices.is_there = true;
                offices.mistakes.push(offices.said(&fault));
            }
        }
        offices
    }

    fn none(path: Option<PathBuf>) -> Self {
        Self {
            path,
            is_there: false,
            mistakes: Vec::new(),
            additions: Additions::default(),
            digest: String::new(),
            registry: dataset::registry(),
        }
    }

    /// The bundled registry with what the file adds.
    pub(super) fn registry(&self) -> Arc<Registry> {
        Arc::clone(&self.registry)
    }

    /// Whether the registry is the bundled one.
    pub(super) fn adds_nothing(&self) -> bool {
        self.additions.is_empty()
    }

    /// What tells this file from any other: what was read with the registry is out of date once it differs.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// The number of offices, and of names for known ones, that were added.
    pub(super) fn counts(&self) -> (usize, usize) {
        self.additions.counts()
    }

    fn take(&mut self, text: &ByHand) {
        self.is_there = true;
        self.digest = dataset::sha256(text.text().as_bytes());
        let mut reading = Reading { text, additions: Additions::default(), faults: Vec::new() };
        match text.table() {
            Ok(table) => {
                let registry = dataset::registry().with(&Additions::default());
                reading.read(table.get_ref(), registry.into_departments());
            }
            Err(fault) => reading.faults.push(fault),
        }
        let Reading { additions, mut faults, .. } = reading;
        faults.sort_by_key(|fault| fault.line);
        self.mistakes = faults.iter().map(|fault| self.said(fault)).collect();
        if !additions.is_empty() {
            self.registry = Arc::new(dataset::registry().with(&additions));
            self.additions = additions;
        }
    }

    /// What is wrong, with the file and the line.
    fn said(&self, fault: &Fault) -> String {
        let path = self.path.as_deref().map(paths::shown).unwrap_or_default();
        match fault.line {
            Some(line) => library::wrong_office(path, line, &fault.what),
            None => library::unread_offices(path, &fault.what),
        }
    }
}

/// The file while it is read.
struct Reading<'t> {
    text: &'t ByHand,
    additions: Additions,
    faults: Vec<Fault>,
}

/// An office as it is written.
#[derive(Default)]
struct Written {
    names: Vec<(String, usize)>,
    level: Option<Level>,
    spread: Spread,
}

impl Reading<'_> {
    fn wrong(&mut self, line: usize, what: String) {
        self.faults.push(Fault { line: Some(line), what });
    }

    fn line(&self, span: Range<usize>) -> usize {
        self.text.line(span)
    }

    fn read(&mut self, table: &DeTable<'_>, mut departments: Departments) {
        for (name, value) in table {
            let line = self.line(name.span());
            match (name.get_ref().as_ref(), value.get_ref()) {
                (OFFICE, DeValue::Array(offices)) => {
                    for office in offices {
                        self.read_office(office, &mut departments);
                    }
                }
                (OFFICE, _) => self.wrong(line, library::OFFICE_FORM.to_string()),
                (ALIASES, _) => {}
                (other, _) => {
                    let near = near(other, &[OFFICE, ALIASES]);
                    self.wrong(line, library::no_such_field(other, near));
                }
            }
        }
        // A new office may have further names too, wherever it stands in the file.
        match table.get(ALIASES).map(|value| (self.line(value.span()), value.get_ref())) {
            Some((_, DeValue::Table(aliases))) => {
                for (office, names) in aliases {
                    let line = self.line(office.span());
                    self.read_aliases(office.get_ref(), names, line, &mut departments);
                }
            }
            Some((line, _)) => self.wrong(line, library::ALIASES_FORM.to_string()),
            None => {}
        }
    }

    fn read_office(&mut self, office: &Spanned<DeValue<'_>>, departments: &mut Departments) {
        let line = self.line(office.span());
        let DeValue::Table(fields) = office.get_ref() else {
            return self.wrong(line, library::OFFICE_FORM.to_string());
        };
        let n_faults = self.faults.len();
        let mut written = Written::default();
        for field in FIELDS {
            if let Some((name, value)) = fields.get_key_value(field) {
                let at = self.line(name.span());
                self.read_field(field, value.get_ref(), at, &mut written);
            }
        }
        for (name, _) in fields {
            if !FIELDS.contains(&name.get_ref().as_ref()) {
                let at = self.line(name.span());
                self.wrong(at, library::no_such_field(name.get_ref(), near(name.get_ref(), &FIELDS)));
            }
        }
        if !fields.contains_key("name") {
            self.wrong(line, library::NO_OFFICE_NAME.to_string());
        }
        // What is half wrong is left out as a whole, so that no office is there by half its names.
        if self.faults.len() > n_faults {
            return;
        }
        let mut seen = BTreeSet::new();
        written.names.retain(|(name, _)| seen.insert(name.clone()));
        let names: Vec<String> = written.names.iter().map(|(name, _)| name.clone()).collect();
        let level = written.level.unwrap_or(Level::Municipal);
        if let Err((name, why)) = departments.add(&names, level, written.spread, &mut self.additions) {
            let at = written.names.iter().find(|(each, _)| *each == name).map_or(line, |(_, line)| *line);
            self.wrong(at, refused(&name, &why));
        }
    }

    fn read_field(&mut self, field: &str, value: &DeValue<'_>, line: usize, written: &mut Written) {
        let (one, several) = (value.as_str().map(|word| word.trim().to_owned()), listed(value));
        match (field, one, several) {
            ("aliases", _, Some(names)) => {
                written.names.extend(names.into_iter().map(|name| (name.trim().to_owned(), line)));
            }
            ("aliases", _, None) => self.wrong(line, library::ALIASES_FORM.to_string()),
            (_, None, _) => self.wrong(line, library::text_form(field)),
            ("level", Some(word), _) => {
                written.level = Level::typed(&word);
                if written.level.is_none() {
                    let levels = Level::ALL.map(Level::name).join(LIST.get());
                    self.wrong(line, settings::wrong(field, word, levels));
                }
            }
            ("group", Some(word), _) => {
                let is_it = |name: &Words| Language::ALL.iter().any(|language| name.within(*language) == word);
                if let Some((_, spread)) = GROUPS.iter().find(|(name, _)| is_it(name)) {
                    written.spread = *spread;
                } else {
                    let groups = GROUPS.map(|(name, _)| name.get());
                    self.wrong(line, settings::wrong(field, word, groups.join(LIST.get())));
                }
            }
            (_, Some(name), _) => written.names.push((name, line)),
        }
    }

    fn read_aliases(&mut self, office: &str, names: &Spanned<DeValue<'_>>, line: usize, departments: &mut Departments) {
        let Some(names) = listed(names.get_ref()) else {
            return self.wrong(line, library::ALIASES_FORM.to_string());
        };
        let id = match departments.resolve(office) {
            Resolution::One(office) => office.id.clone(),
            Resolution::Many(offices) | Resolution::None { nearest: offices } => {
                let near: Vec<&str> = offices.iter().take(NEAREST).map(|office| office.name.as_str()).collect();
                let near = if near.is_empty() { String::new() } else { settings::near(near.join(LIST.get())) };
                return self.wrong(line, library::no_such_office(office, near));
            }
        };
        for name in names {
            if let Err(why) = departments.add_alias(&id, name.trim(), &mut self.additions) {
                self.wrong(line, refused(name.trim(), &why));
            }
        }
    }
}

fn refused(name: &str, why: &Refused) -> String {
    match why {
        Refused::Taken(office) => library::name_taken(name, office),
        Refused::NoName => library::no_office_name(crate::text::sanitize::one_line(name)),
    }
}

/// Names those of `names` that are nearly this one, for a message; empty where there is none.
fn near(name: &str, names: &[&'static str]) -> String {
    let near = nearest(name, names.iter().copied());
    if near.is_empty() { settings::near(names.join(LIST.get())) } else { settings::near(near.join(LIST.get())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Offices {
        let mut offices = Offices::none(Some(PathBuf::from("/c/offices.toml")));
        offices.take(&ByHand::of(text.as_bytes().to_vec()).unwrap());
        offices
    }

    #[test]
    fn offices_and_names_are_added() {
        let offices = read(
            "[aliases]\n\"卫健局\" = [\"康养委办\"]\n\"碧波办\" = \"碧波专班\"\n\n[[office]]\nname = \"碧波管理办公室\"\n\
             short = \"碧波办\"\nlevel = \"市级\"\ngroup = \"政府\"\n\n[[office]]\nname = \"蓝湾研究院\"\nlevel = \"机构\"\n",
        );
        assert_eq!(offices.mistakes, Vec::<String>::new());
        assert_eq!(offices.counts(), (2, 2));
        let registry = offices.registry();
        for (printed, name) in [
            ("市康养委办", "卫生健康局"),
            ("市碧波专班", "碧波管理办公室"),
            ("县碧波办", "县级碧波管理办公室"),
            ("江海市蓝湾研究院", "蓝湾研究院"),
        ] {
            let found = registry.departments().office(printed).map(|office| office.name.as_str());
            assert_eq!(found, Some(name), "{printed}");
        }
        assert!(registry.check().is_ok() && offices.digest().len() == 64);
    }

    #[test]
    fn every_mistake_has_its_line_and_spoils_nothing_else() {
        let good = "\n[[office]]\nname = \"碧波管理办公室\"\n";
        for (text, line, wanted) in [
            ("[[office]]\nname = \"市教育局\"\n", 2, "“市教育局”已是“教育局”的名称"),
            ("[[office]]\nname = \"蓝湾办\"\naliases = [\"卫健委\"]\n", 3, "“卫健委”已是“卫生健康局”的名称"),
            ("[[office]]\nshort = \"蓝湾办\"\n", 1, "name"),
            ("[[office]]\nname = \"蓝湾办\"\nalias = \"x\"\n", 3, "相近的有：aliases"),
            ("[[office]]\nname = \"蓝湾办\"\nlevel = \"乡\"\n", 3, "可用：国家、省"),
            ("[[office]]\nname = \"蓝湾办\"\ngroup = \"x\"\n", 3, "可用：政府、党委、独有"),
            ("[[office]]\nname = 3\n", 2, "name"),
            ("[[office]]\nname = \"办\"\n", 2, "“办”"),
            ("[aliases]\n\"卫生健康据\" = \"健康\"\n\"碧波管理局办公\" = [\"x\"]\n", 3, "碧波管理局办公"),
            ("[aliases]\n\"教育局\" = [\"民政局\"]\n", 2, "“民政局”已是“民政局”的名称"),
            ("[aliases]\n\"教育局\" = 3\n", 2, "aliases"),
            ("offices = 1\n", 1, "相近的有：office"),
            ("office = 1\n", 1, "[[office]]"),
        ] {
            let offices = read(&if text.contains("[[") || text.contains("[al") {
                format!("{text}{good}")
            } else {
                text.to_owned()
            });
            let said = offices.mistakes.join("\n");
            assert!(said.contains(&format!("第 {line} 行")) && said.contains(wanted), "{text}: {said}");
            assert!(offices.mistakes.iter().all(|mistake| !mistake.contains('\n')));
        }
        let offices = read(&format!("[[office]]\nname = \"市教育局\"\n{good}"));
        assert_eq!((offices.counts(), offices.mistakes.len()), ((1, 0), 1));
        assert_eq!(read("office = [").mistakes.len(), 1);
    }
}
