//! An office of government as the registry describes it.

use serde::{Deserialize, Serialize};

use crate::model::Level;

/// One real office (部门), whatever the plans call it.
#[doc(alias = "部门")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// Stable id: lower-case Latin letters, digits and hyphens.
    pub id: String,
    /// Full name without the place it belongs to: `卫生健康局`.
    pub name: String,
    /// Every form of its name in the plans, with the plans that print it.
    pub aliases: Vec<Alias>,
    /// Short and former names that people type: `卫健局`, `卫计局`.
    pub abbreviations: Vec<String>,
    /// The full name in toneless pinyin, without spaces: `weishengjiankangju`.
    pub pinyin: String,
    /// The first letters of the full name in pinyin: `wsjkj`.
    pub initials: String,
    /// The ids of offices with a similar duty elsewhere, which are not this one: 水利局 / 水务局.
    pub sisters: Vec<String>,
    /// The level of government; `None` for the offices of towns.
    #[serde(default)]
    pub level: Option<Level>,
}

impl Department {
    /// Whether it is listed when a part of its name is typed: an office of a city or a town, and every office that a clause
    /// names. The others would stand beside nearly every office of a city without having a task; they are found by a
    /// whole name and by their level.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.aliases.is_empty() || self.level.is_none_or(|level| level == Level::Municipal)
    }
}

/// A printed form of an office's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The form as printed: `市文广旅体局`.
    pub raw: String,
    /// Ids of the plans whose clauses print it, in the order of the bundle.
    pub plans: Vec<String>,
}
