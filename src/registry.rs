//! The curated tables: which names are one office, which rows are one indicator, and how printed cells are read.
//!
//! The tables are compiled into the program (`data/`), so nothing here opens a file. The registry knows the model and
//! the text, but not which plan prints a name, or where.

pub mod bracket;
pub mod department;
pub mod division;
pub mod indicator;
pub mod name;
pub mod reason;
pub mod unit;
pub mod value;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::registry::department::{Additions, Departments};
use crate::registry::indicator::Indicators;

/// The offices and the indicators with which plans are read and searched. Made once when the program starts and passed
/// down; each table is parsed when it is first needed.
#[derive(Debug)]
pub struct Registry {
    departments_json: Cow<'static, str>,
    indicators_json: Cow<'static, str>,
    departments: OnceLock<Departments>,
    indicators: OnceLock<Indicators>,
}

impl Registry {
    /// Makes a registry of the JSON of `data/departments.json` and `data/indicators.json`, or of tables in that format.
    #[must_use]
    pub fn new(departments_json: impl Into<Cow<'static, str>>, indicators_json: impl Into<Cow<'static, str>>) -> Self {
        Self {
            departments_json: departments_json.into(),
            indicators_json: indicators_json.into(),
            departments: OnceLock::new(),
            indicators: OnceLock::new(),
        }
    }

    /// The offices; none if the table is not in the expected format, which [`Registry::check`] reports.
    #[must_use]
    pub fn departments(&self) -> &Departments {
        self.departments.get_or_init(|| Departments::parse(&self.departments_json).unwrap_or_default())
    }

    /// The indicators; none if the table is not in the expected format, which [`Registry::check`] reports.
    #[must_use]
    pub fn indicators(&self) -> &Indicators {
        self.indicators.get_or_init(|| Indicators::parse(&self.indicators_json).unwrap_or_default())
    }

    /// This registry with what a user has added to the offices.
    #[must_use]
    pub fn with(&self, additions: &Additions) -> Self {
        let registry = Self::new(self.departments_json.clone(), self.indicators_json.clone());
        let mut departments = Departments::parse(&registry.departments_json).unwrap_or_default();
        departments.extend(additions);
        // The cell of a new registry is empty.
        let _ = registry.departments.set(departments);
        registry
    }

    /// The offices, to be added to.
    #[must_use]
    pub fn into_departments(self) -> Departments {
        let parse = || Departments::parse(&self.departments_json).unwrap_or_default();
        self.departments.into_inner().unwrap_or_else(parse)
    }

    /// Parses both tables, to report whether they are in the expected format.
    ///
    /// # Errors
    /// One of the two texts is not the JSON of its table.
    pub fn check(&self) -> serde_json::Result<()> {
        Departments::parse(&self.departments_json)?;
        Indicators::parse(&self.indicators_json).map(drop)
    }
}
