//! What a user has corrected in the reading of a plan, and why a correction was not made, as the plan tells it.

use std::fmt;

use crate::model::{Kind, Role};
use crate::words::help::choices;
use crate::words::{Language, Words, model as words, reading};

/// A fact of a plan that can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactName {
    /// The title of the document.
    Title,
    /// The place whose plan it is.
    Region,
    /// The years that it plans for.
    Period,
}

impl FactName {
    /// Every fact that can be corrected.
    pub const ALL: [Self; 3] = [Self::Title, Self::Region, Self::Period];

    /// What the fact is called in [`crate::model::Plan::supplied`].
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Region => "region",
            Self::Period => "period",
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Title => words::FACT_TITLE,
            Self::Region => words::FACT_REGION,
            Self::Period => words::FACT_PERIOD,
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.words().within(Language::Chinese) == word)
    }
}

/// The rank that a user gives to a heading: a kind of node, or that of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// A heading that opens a node of this kind.
    Heading(Kind),
    /// No heading at all, but running text.
    Text,
}

impl Rank {
    /// Every rank that can be given, the highest first.
    pub const ALL: [Self; 7] = [
        Self::Heading(Kind::Chapter),
        Self::Heading(Kind::Section),
        Self::Heading(Kind::Subsection),
        Self::Heading(Kind::Item),
        Self::Heading(Kind::Box),
        Self::Heading(Kind::Attachment),
        Self::Text,
    ];

    /// What the rank is called, in each language.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            Self::Heading(Kind::Chapter) => words::RANK_CHAPTER,
            Self::Heading(Kind::Section) => words::RANK_SECTION,
            Self::Heading(Kind::Subsection) => words::RANK_SUBSECTION,
            Self::Heading(Kind::Item) => words::RANK_ITEM,
            Self::Heading(Kind::Box) => words::RANK_BOX,
            Self::Heading(Kind::Attachment) => words::RANK_ATTACHMENT,
            Self::Heading(Kind::Front | Kind::Preamble) | Self::Text => words::RANK_TEXT,
        }
    }

    /// Reads the word of a rank, in any language.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| Language::ALL.iter().any(|language| rank.words().within(*language) == word))
    }
}

/// The word for the role of a unit, in each language.
#[must_use]
pub fn role_words(role: Role) -> Words {
    match role {
        Role::Lead => reading::LEAD_FILTER,
        Role::Joint => reading::JOINT_FILTER,
        Role::Listed => reading::LISTED_FILTER,
        Role::Other => reading::OTHER_FILTER,
    }
}

/// Reads the word for a role, in any language; 列名, as the screens once said, is 未分牵头.
#[must_use]
pub fn read_role(word: &str) -> Option<Role> {
    let is_named = |role: &Role| Language::ALL.iter().any(|language| role_words(*role).within(*language) == word);
    let before = (word == choices::LISTED_BEFORE.within(Language::Chinese)).then_some(Role::Listed);
    Role::ALL.into_iter().find(is_named).or(before)
}

/// A correction, as it was made or as it could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// A fact about the plan as a whole.
    Fact {
        /// Which fact it was that was wrong.
        fact: FactName,
        /// What was read; `None` where the text does not give it.
        from: Option<String>,
        /// What it is, as the user says.
        to: String,
    },
    /// The office or the role of a unit.
    Unit {
        /// The unit as the document prints it.
        raw: String,
        /// The full name of its office.
        office: String,
        /// The part that it has in the task.
        role: Role,
    },
    /// What was read as a unit and is none.
    NoUnit(String),
    /// A unit that is printed and was not read.
    Missed {
        /// The unit as the document prints it.
        raw: String,
        /// The full name of its office.
        office: String,
        /// The part that it has in the task.
        role: Role,
    },
    /// The number or the title of a heading.
    Heading {
        /// The heading as it was read.
        from: String,
        /// What it is, as the user says.
        to: String,
    },
    /// The rank of a heading in the outline.
    Rank {
        /// The heading as it was read.
        heading: String,
        /// What it is, as the user says.
        rank: Rank,
    },
    /// The place of the correction is not in the text.
    Nowhere(String),
    /// The place of the correction is in the text more than once.
    Several {
        /// What was to be corrected, and where.
        what: String,
        /// How many places there are.
        n: usize,
    },
    /// The office that the correction names is not known.
    NoOffice {
        /// What was to be corrected, and where.
        what: String,
        /// The name that no office has.
        office: String,
    },
}

impl Correction {
    /// Whether it was made, and is in force.
    #[must_use]
    pub fn is_made(&self) -> bool {
        match self {
            Self::Fact { .. }
            | Self::Unit { .. }
            | Self::NoUnit(_)
            | Self::Missed { .. }
            | Self::Heading { .. }
            | Self::Rank { .. } => true,
            Self::Nowhere(_) | Self::Several { .. } | Self::NoOffice { .. } => false,
        }
    }
}

impl fmt::Display for Correction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Fact { fact, from: Some(from), to } => words::corrected_fact(fact.words(), from, to),
            Self::Fact { fact, from: None, to } => words::added_fact(fact.words(), to),
            Self::Unit { raw, office, role } => words::corrected_unit(raw, office, role_words(*role)),
            Self::NoUnit(raw) => words::no_unit(raw),
            Self::Missed { raw, office, role } => words::missed_unit(raw, office, role_words(*role)),
            Self::Heading { from, to } => words::corrected_heading(from, to),
            Self::Rank { heading, rank } => words::corrected_rank(heading, rank.words()),
            Self::Nowhere(what) => words::correction_nowhere(what),
            Self::Several { what, n } => words::correction_several(what, n),
            Self::NoOffice { what, office } => words::correction_office(what, office),
        })
    }
}
