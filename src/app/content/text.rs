//! A plan or a node as rows to read, all of them at one width. Which rows are seen is decided by `reader`.

use crate::app::content::plan;
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::Row;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;

/// A plan or a node as rows of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// All rows of the text, whether seen or not.
    pub(crate) rows: Vec<Row>,
    /// Where paragraphs, tables and their rows begin: the line of the document, and the row of the text.
    pub(crate) starts: Vec<(u32, usize)>,
}

/// Makes the rows of a plan or node, each at most `cells` wide, with these words highlighted.
pub(crate) fn text(session: &Session, node_ref: NodeRef, cells: usize, highlighted: &[String]) -> Text {
    let mut prose = TextBuilder::new(session, cells, highlighted);
    match (session.plan(node_ref), session.node(node_ref)) {
        (Some(plan), Some(node)) => prose.node(plan, node, node_ref),
        (Some(plan), None) => plan::card(&mut prose, plan, node_ref),
        (None, _) => {}
    }
    Text { rows: prose.rows, starts: prose.starts }
}
