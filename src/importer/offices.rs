//! The offices, as they are asked for while one document is read. A document names the same few offices in all its clauses, and
//! the rules ask of each name several times, so that what was found out of a name is kept until the document is read.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::lexicon::office::{GOVERNMENTS, LEVELLED_ENDINGS, OFFICE_ENDINGS};
use crate::lexicon::place::OFFICE_LEVEL_CHARS;
use crate::registry::department::{Departments, Office};

/// The offices of the registry, with what is known of the names in one document.
pub(super) struct Offices<'d> {
    departments: &'d Departments,
    named: Known<Option<&'d Office>>,
    units: Known<Option<&'d Office>>,
    kinds: Known<Option<&'d Office>>,
    is_unit: Known<bool>,
}

impl<'d> Offices<'d> {
    pub(super) fn new(departments: &'d Departments) -> Self {
        Self {
            departments,
            named: Known::default(),
            units: Known::default(),
            kinds: Known::default(),
            is_unit: Known::default(),
        }
    }

    /// The office that a plan prints by this name, see [`Departments::office`].
    pub(super) fn office(&self, name: &str) -> Option<&'d Office> {
        self.named.of(name, || self.departments.office(name))
    }

    /// The office that a unit of a clause is: by its name, or as the governments of several places or of one.
    pub(super) fn unit(&self, name: &str) -> Option<&'d Office> {
        let of_places = || self.departments.of_group(name).or_else(|| self.departments.of_one_place(name));
        self.units.of(name, || self.office(name).or_else(of_places))
    }

    /// The office for the kind of a unit, see [`Departments::of_kind`].
    pub(super) fn of_kind(&self, name: &str) -> Option<&'d Office> {
        self.kinds.of(name, || self.departments.of_kind(name))
    }

    /// Whether a name is that of an office, known or with the ending of one behind the word of a level (市碧波办).
    pub(super) fn is_office(&self, name: &str) -> bool {
        let name = name.trim();
        self.is_unit.of(name, || {
            let levelled = name.starts_with(|first| OFFICE_LEVEL_CHARS.contains(first));
            let ends = || OFFICE_ENDINGS.ends(name) || GOVERNMENTS.ends(name) || LEVELLED_ENDINGS.ends(name);
            self.office(name).is_some() || name.chars().count() > 2 && (levelled && ends() || self.unit(name).is_some())
        })
    }
}

/// What was found out of the names of one document.
#[derive(Default)]
struct Known<V>(RefCell<FxHashMap<Box<str>, V>>);

impl<V: Copy> Known<V> {
    /// What is known of a name, or is found out now.
    fn of(&self, name: &str, find_out: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.borrow().get(name) {
            return *known;
        }
        let found = find_out();
        self.0.borrow_mut().insert(name.into(), found);
        found
    }
}
