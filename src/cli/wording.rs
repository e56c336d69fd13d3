//! Words that several commands print for the same thing.

use crate::model::{Kind, Node};

/// The number and title of a node; of one that has neither, the kind of its place in brackets.
pub(super) fn node_heading(node: &Node) -> String {
    match node.heading() {
        heading if heading.is_empty() => match node.kind {
            Kind::Front => "（封面）",
            Kind::Preamble => "（前言）",
            Kind::Chapter | Kind::Section | Kind::Subsection | Kind::Item | Kind::Box | Kind::Attachment => {
                "（无标题）"
            }
        }
        .to_owned(),
        heading => heading,
    }
}
