//! What is told of the tasks of a plan, in a form in which a word is quickly looked for: their titles and places, their clauses,
//! and the targets that they state.

use crate::analysis::targets::target;
use crate::model::{Plan, Target};
use crate::text::fold::FoldedTexts;

/// The texts of the nodes of one plan that have a clause.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The positions of these nodes in the plan, ascending.
    nodes: Vec<usize>,
    texts: FoldedTexts,
}

impl Told {
    /// Collects the texts of a plan; targets are worded in the language in force.
    pub(super) fn new<'t>(plan: &Plan, targets: impl Fn(&str) -> &'t [Target]) -> Self {
        let mut told = Self::default();
        for (at, node) in plan.nodes.iter().enumerate().filter(|(_, node)| !node.responsible.is_empty()) {
            let targets: Vec<String> = targets(&node.id).iter().map(target::in_words).collect();
            let own = node.number.as_deref().into_iter().chain(node.title.as_deref());
            let clauses = node.responsible.iter().map(|clause| clause.raw.as_str());
            let path = node.path.iter().map(AsRef::as_ref);
            told.texts.push(own.chain(path).chain(clauses).chain(targets.iter().map(String::as_str)));
            told.nodes.push(at);
        }
        told.texts.shrink();
        told
    }

    /// The positions of the nodes of which a text holds this folded word, ascending.
    #[must_use]
    pub fn with(&self, word: &str) -> Vec<usize> {
        let mut found = Vec::new();
        self.texts.each_with(word, |entry| found.extend(self.nodes.get(entry)));
        found
    }
}
