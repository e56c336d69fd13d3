//! A plan or a node as rows to read. Everything of one place at one width; which of the rows are seen is the reader's
//! business (`reader`).

use crate::app::content::plan;
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::Row;
use crate::app::state::location::NodeRef;
use crate::app::state::session::Session;

/// A place as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// Where paragraphs, tables and their rows begin: the line of the document, and the row.
    pub(crate) starts: Vec<(u32, usize)>,
}

/// A place as text, each row at most `cells` wide, these words highlighted.
pub(crate) fn text(session: &Session, node_ref: NodeRef, cells: usize, highlighted: &[String]) -> Text {
    let mut prose = TextBuilder::new(session, cells, highlighted);
    match (session.plan(node_ref), session.node(node_ref)) {
        (Some(plan), Some(node)) => prose.node(plan, node, node_ref),
        (Some(plan), None) => plan::card(&mut prose, plan, node_ref),
        (None, _) => {}
    }
    Text { rows: prose.rows, starts: prose.starts }
}
