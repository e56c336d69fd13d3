//! A plan or a node as rows to read. Everything of one place at one width; which of the rows are seen is the reader's
//! business (`reader`).

use crate::app::content::plan;
use crate::app::content::prose::Prose;
use crate::app::screen::page::Row;
use crate::app::state::location::Spot;
use crate::app::state::session::World;

/// A place as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// Where paragraphs, tables and their rows begin: the line of the document, and the row.
    pub(crate) starts: Vec<(u32, usize)>,
}

/// A place as text, each row at most `cells` wide, these words lit up.
pub(crate) fn text(world: &World, spot: Spot, cells: usize, lit: &[String]) -> Text {
    let mut prose = Prose::new(world, cells, lit);
    match (world.plan(spot), world.node(spot)) {
        (Some(plan), Some(node)) => prose.node(plan, node, spot),
        (Some(plan), None) => plan::card(&mut prose, plan, spot),
        (None, _) => {}
    }
    Text { rows: prose.rows, starts: prose.starts }
}
