//! The running text: paragraphs, clauses, captions and the cells of tables, folded, one a line.
//!
//! Lines are numbered in the order in which they rank: first those that belong to a task or a row (clauses, cells), then
//! the rest, the shorter before the longer and the earlier before the later. So the first lines of any answer are its
//! best, and nothing needs sorting.

use std::borrow::Cow;

use crate::model::{Dataset, Node, Row, Table};
use crate::search::base::folding::fold_in_line;
#[cfg(test)]
use crate::text::fold::fold;

/// Where a line comes from. The dataset keeps the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Index of the plan.
    pub(crate) plan: u32,
    /// Index of the node in the plan.
    pub(crate) node: u32,
    /// Which text of the node.
    pub(crate) part: Part,
}

/// One text of a node, by its index there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A clause as printed.
    Clause(u16),
    /// The cells of a row: table, row.
    Cells(u16, u16),
    /// The title of a table.
    Caption(u16),
    /// A paragraph.
    Paragraph(u16),
}

impl Part {
    /// Whether a hit in it is a hit of the task or row it belongs to, not one of its own.
    fn is_owned(self) -> bool {
        matches!(self, Self::Clause(_) | Self::Cells(..))
    }
}

/// All lines.
#[derive(Default)]
pub(crate) struct Prose {
    /// Folded, one after another, a line feed behind each.
    blob: String,
    /// First byte of each line, and the end of the last with its line feed.
    starts: Vec<u32>,
    origins: Vec<Origin>,
    /// How many lines, the first ones, belong to a task or a row.
    n_owned: usize,
}

impl Prose {
    /// The lines of all plans.
    ///
    /// Lines beyond four gigabytes of text are left out: positions have 32 bits.
    pub(crate) fn of(dataset: &Dataset) -> Self {
        let mut lines: Vec<(bool, u32, Origin)> = Vec::new();
        for (plan, it) in (0..).zip(&dataset.plans) {
            for (node, it) in (0..).zip(&it.nodes) {
                lines.extend(parts(it).filter_map(|part| {
                    let length = u32::try_from(text(it, part)?.len()).ok()?;
                    (length > 0).then_some((!part.is_owned(), length, Origin { plan, node, part }))
                }));
            }
        }
        lines.sort_by_key(|(is_own, length, _)| (*is_own, *length));
        let total = lines.iter().map(|(_, length, _)| *length as usize + 1).sum::<usize>();
        let mut prose = Self { blob: String::with_capacity(total), ..Self::default() };
        prose.starts.reserve_exact(lines.len() + 1);
        prose.origins.reserve_exact(lines.len());
        prose.starts.push(0);
        for (is_own, _, origin) in lines {
            let Some(text) = origin.text(dataset) else { continue };
            prose.blob.extend(text.chars().map(fold_in_line));
            prose.blob.push('\n');
            let Ok(end) = u32::try_from(prose.blob.len()) else { break };
            prose.starts.push(end);
            prose.origins.push(origin);
            prose.n_owned += usize::from(!is_own);
        }
        prose
    }

    /// The lines of a text, without a dataset.
    #[cfg(test)]
    pub(crate) fn of_lines(text: &str) -> Self {
        let mut prose = Self { starts: vec![0], ..Self::default() };
        for line in text.lines().map(fold) {
            prose.blob.push_str(&line);
            prose.blob.push('\n');
            prose.starts.push(u32::try_from(prose.blob.len()).unwrap_or_default());
            prose.origins.push(Origin { plan: 0, node: 0, part: Part::Paragraph(0) });
        }
        prose
    }

    /// How many lines there are.
    pub(crate) fn len(&self) -> usize {
        self.origins.len()
    }

    /// How many of them, the first, belong to a task or a row.
    pub(crate) fn n_owned(&self) -> usize {
        self.n_owned
    }

    /// All lines, folded, a line feed behind each.
    pub(crate) fn blob(&self) -> &str {
        // A line that broke the bound of four gigabytes was not counted.
        self.blob.get(..self.start(self.len())).unwrap_or_default()
    }

    /// First byte of a line; behind the last line, the end.
    pub(crate) fn start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.blob.len(), |start| *start as usize)
    }

    /// A line, folded.
    pub(crate) fn text(&self, line: usize) -> &str {
        let end = self.start(line + 1).saturating_sub(1);
        self.blob.get(self.start(line)..end).unwrap_or_default()
    }

    pub(crate) fn origin(&self, line: usize) -> Option<Origin> {
        self.origins.get(line).copied()
    }

    /// The line in which a byte stands, at `from` or behind it.
    pub(crate) fn line_at(&self, byte: usize, from: usize) -> usize {
        // Hits come in order and mostly close together: a few steps, then doubling ones.
        let starts = &self.starts;
        let is_before = |line: usize| starts.get(line + 1).is_some_and(|end| *end as usize <= byte);
        let (mut line, mut step) = (from, 1);
        while is_before(line + step) {
            line += step;
            step *= 2;
        }
        while is_before(line) {
            step = (step / 2).max(1);
            while step > 1 && !is_before(line + step - 1) {
                step /= 2;
            }
            line += step;
        }
        line
    }

    /// Bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.blob.capacity() + self.starts.capacity() * 4 + self.origins.capacity() * size_of::<Origin>()
    }
}

/// The texts of a node, in order.
fn parts(node: &Node) -> impl Iterator<Item = Part> + '_ {
    let count = |n: usize| 0..u16::try_from(n).unwrap_or(u16::MAX);
    let tables = count(node.tables.len()).zip(&node.tables);
    let tables = tables.flat_map(move |(at, table)| {
        std::iter::once(Part::Caption(at)).chain(count(table.rows.len()).map(move |row| Part::Cells(at, row)))
    });
    let paragraphs = count(node.paragraphs.len()).map(Part::Paragraph);
    count(node.responsible.len()).map(Part::Clause).chain(tables).chain(paragraphs)
}

/// A text of a node as it is shown.
pub(crate) fn text(node: &Node, part: Part) -> Option<Cow<'_, str>> {
    Some(match part {
        Part::Clause(at) => Cow::Borrowed(node.responsible.get(usize::from(at))?.raw.as_str()),
        Part::Cells(table, row) => Cow::Owned(cells(row_of(node, table, row)?.1)),
        Part::Caption(at) => Cow::Borrowed(node.tables.get(usize::from(at))?.title.as_deref()?),
        Part::Paragraph(at) => Cow::Borrowed(node.paragraphs.get(usize::from(at))?.text.as_str()),
    })
}

impl Origin {
    /// The line's text as it is shown.
    pub(crate) fn text(self, dataset: &Dataset) -> Option<Cow<'_, str>> {
        text(self.node(dataset)?, self.part)
    }

    /// The node it stands in.
    pub(crate) fn node(self, dataset: &Dataset) -> Option<&Node> {
        dataset.plans.get(self.plan as usize)?.nodes.get(self.node as usize)
    }
}

/// A row of a node's table.
pub(crate) fn row_of(node: &Node, table: u16, row: u16) -> Option<(&Table, &Row)> {
    let table = node.tables.get(usize::from(table))?;
    Some((table, table.rows.get(usize::from(row))?))
}

/// A row without its name, as one line: domain, unit, values, nature.
fn cells(row: &Row) -> String {
    let around = [row.domain.as_deref(), row.unit.as_deref()];
    let values = row.cells.iter().map(Option::as_deref).chain([row.nature.as_deref()]);
    let cells: Vec<&str> = around.into_iter().chain(values).flatten().collect();
    cells.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_bytes() {
        let lengths = [3_usize, 1, 30, 2, 2, 2, 2, 2, 2, 2, 2, 90, 1, 1];
        let prose = Prose::of_lines(&lengths.map(|length| "a".repeat(length - 1)).join("\n"));
        for line in 0..prose.len() {
            for byte in prose.start(line)..prose.start(line + 1) {
                for from in 0..=line {
                    assert_eq!(prose.line_at(byte, from), line, "{byte} from {from}");
                }
            }
        }
    }
}
