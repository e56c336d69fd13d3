//! What a user has corrected in the reading of a plan, and how it is put into force. A correction finds its place by the
//! printed text and the words around it, never by a line or a position, so that it holds for the next version of the
//! document. One that finds no place, or more than it should, is told as a doubt and changes nothing.

mod headings;
mod missed;
mod place;
mod units;

use crate::importer::facts::Facts;
use crate::importer::outline::Draft;
use crate::model::{Correction, Doubt, DoubtKind, FactName, Rank, Role};
use crate::registry::department::Departments;

/// One thing that was read wrongly, and what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correct {
    /// A fact of the plan is this one, whatever the text says.
    Fact(FactName, String),
    /// A unit as printed has this office or this role.
    Unit {
        /// The unit as the document prints it.
        printed: String,
        /// Words that stand around it; `None` for wherever it is printed.
        at: Option<String>,
        /// A name of its office; `None` to leave that.
        office: Option<String>,
        /// Its role; `None` to leave that.
        role: Option<Role>,
    },
    /// What was read as a unit is none.
    NoUnit {
        /// The words that were read as a unit.
        printed: String,
        /// Words that stand around them.
        at: Option<String>,
    },
    /// A unit that is printed was not read.
    Missed {
        /// The unit as the document prints it.
        printed: String,
        /// Words that stand around it.
        at: Option<String>,
        /// A name of its office; `None` for the one that the registry has for it.
        office: Option<String>,
        /// The part that it has in the task.
        role: Role,
    },
    /// A heading has another rank, number or title.
    Heading {
        /// The heading as printed, with its number or without.
        printed: String,
        /// Words that stand around it: a heading above it, or its own text.
        at: Option<String>,
        /// Its rank; `None` to leave that.
        rank: Option<Rank>,
        /// Its number with the mark; `None` to leave that, empty for none.
        number: Option<String>,
        /// Its title; `None` to leave that.
        title: Option<String>,
    },
}

/// Puts the corrections of facts into force, and says so.
pub(super) fn correct_facts(corrections: &[Correct], facts: &mut Facts) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for correct in corrections {
        let Correct::Fact(fact, value) = correct else { continue };
        let place = match fact {
            FactName::Title => &mut facts.title,
            FactName::Region => &mut facts.region,
            FactName::Period => &mut facts.period,
        };
        let from = place.replace(value.clone());
        let made = Correction::Fact { fact: *fact, from, to: value.clone() };
        doubts.push(Doubt { line: 1, kind: DoubtKind::Correction(made) });
    }
    doubts
}

/// The names of the facts that were corrected, each once, as those of facts that the text does not give.
pub(super) fn corrected_facts(corrections: &[Correct]) -> Vec<String> {
    let is_given =
        |fact: &FactName| corrections.iter().any(|each| matches!(each, Correct::Fact(name, _) if name == fact));
    FactName::ALL.iter().filter(|fact| is_given(fact)).map(|fact| fact.id().to_owned()).collect()
}

/// Puts the other corrections into force, and says so: first those of units, whose places are told by the headings as printed.
pub(super) fn correct_drafts(
    corrections: &[Correct],
    drafts: &mut Vec<Draft<'_>>,
    doubts: &mut Vec<Doubt>,
    offices: &Departments,
) {
    if corrections.is_empty() {
        return;
    }
    let places = place::Places::new(drafts);
    units::correct(corrections, &places, drafts, doubts, offices);
    headings::correct(corrections, &places, drafts, doubts);
}

impl Correct {
    /// What is to be corrected, for a message: the printed words, and those around them.
    fn what(&self) -> String {
        let (Self::Unit { printed, at, .. }
        | Self::NoUnit { printed, at }
        | Self::Missed { printed, at, .. }
        | Self::Heading { printed, at, .. }) = self
        else {
            return String::new();
        };
        match at {
            Some(at) => format!("“{printed}”（{at}）"),
            None => format!("“{printed}”"),
        }
    }

    /// Why the correction was not made, as a doubt about the plan as a whole.
    fn not_made(&self, why: impl FnOnce(String) -> Correction) -> Doubt {
        Doubt { line: 1, kind: DoubtKind::Correction(why(self.what())) }
    }
}
