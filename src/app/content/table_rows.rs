//! Below a text, what the plan's own tables print for the targets that it states. That both are one thing is this
//! program's reading, and said to be so.

use crate::analysis::targets::target;
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::Role;
use crate::app::wording;
use crate::model::{Node, Plan};
use crate::text::wrap::Indent;

/// A row stands in by so much, and its further rows.
const ROW: Indent = Indent { first: 4, rest: 6 };

impl TextBuilder<'_> {
    /// The rows of the plan's tables that the targets of a node speak of; those that say another number stand out.
    pub(crate) fn tabled(&mut self, plan: &Plan, node: &Node) {
        let mut told: Vec<(String, bool)> = Vec::new();
        for target in target::in_node(plan, node, self.session.registry(), None) {
            let differs = target.row.as_ref().is_some_and(|row| row.agrees == Some(false));
            told.extend(
                target::row_in_words(&target)
                    .filter(|text| told.iter().all(|(known, _)| known != text))
                    .map(|text| (text, differs)),
            );
        }
        // A row that is told with more words, such as that its number differs, is not told with fewer as well.
        let all: Vec<String> = told.iter().map(|(text, _)| text.clone()).collect();
        told.retain(|(text, _)| !all.iter().any(|other| other.starts_with(&format!("{text}，"))));
        if told.is_empty() {
            return;
        }
        self.blank();
        self.text(wording::TABLED, Indent::NONE, Role::Dim);
        for (text, differs) in told {
            self.text(&text, ROW, if differs { Role::Warning } else { Role::Value });
        }
    }
}
