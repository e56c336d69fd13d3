//! Shows below a text what the plan's own tables print for the targets that the text states. That both mean the same is
//! inferred by this program, and the screen says so.

use crate::analysis::targets::target;
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::Role;
use crate::model::{Node, Plan};
use crate::text::wrap::Indent;
use crate::words::{punctuation, reading};

/// The indent of a table's row and of its further rows, in cells.
const ROW: Indent = Indent { first: 4, rest: 6 };

impl TextBuilder<'_> {
    /// Adds the rows of the plan's tables that the targets of a node refer to; those with another number stand out.
    pub(crate) fn tabled(&mut self, plan: &Plan, node: &Node) {
        let mut rows: Vec<(String, bool)> = Vec::new();
        for target in target::in_node(plan, node, self.session.registry(), None) {
            let differs = target.row.as_ref().is_some_and(|row| row.agrees == Some(false));
            rows.extend(
                target::row_in_words(&target)
                    .filter(|text| rows.iter().all(|(known, _)| known != text))
                    .map(|text| (text, differs)),
            );
        }
        // A row that is shown with a remark, such as that its number differs, is not shown without it as well.
        let all: Vec<String> = rows.iter().map(|(text, _)| text.clone()).collect();
        rows.retain(|(text, _)| !all.iter().any(|other| other.starts_with(&format!("{text}{}", punctuation::COMMA))));
        if rows.is_empty() {
            return;
        }
        self.blank();
        self.text(reading::TABLED.get(), Indent::NONE, Role::Dim);
        for (text, differs) in rows {
            self.text(&text, ROW, if differs { Role::Warning } else { Role::Value });
        }
    }
}
