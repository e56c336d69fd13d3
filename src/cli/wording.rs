//! Words that several commands print for the same thing.

use crate::model::Node;
use crate::words::punctuation::bracketed;

/// The number and title of a node; of one that has neither, the kind of its place in brackets.
pub(super) fn node_heading(node: &Node) -> String {
    match node.heading() {
        heading if heading.is_empty() => bracketed(node.kind.untitled()),
        heading => heading,
    }
}
