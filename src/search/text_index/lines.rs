//! The running text: paragraphs, clauses, captions and the cells of tables, folded, one a line.
//!
//! Lines are numbered in the order in which they rank: first those that belong to a task or a row (clauses, cells),
//! then the others; the shorter before the longer, and the earlier before the later. So the first lines of any answer
//! are the best ones, and nothing has to be sorted.

use std::borrow::Cow;

use crate::model::{Dataset, Node, Row, Table};
use crate::search::base::bytes::{Reader, Writer};
use crate::search::base::folding::fold_in_line;
#[cfg(test)]
use crate::text::fold::fold;

/// Where a line comes from. The unfolded text stays in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineOrigin {
    /// Index of the plan in the dataset.
    pub(crate) plan: u32,
    /// Index of the node in the plan.
    pub(crate) node: u32,
    /// Which text of the node it is.
    pub(crate) part: NodePart,
}

/// One text of a node, by its index in the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodePart {
    /// A clause that names the offices in charge, as printed.
    Clause(u16),
    /// The cells of a row: index of the table, index of the row in it.
    Cells(u16, u16),
    /// The title of a table, by the index of the table.
    Caption(u16),
    Paragraph(u16),
}

impl NodePart {
    /// Whether a match in it is a hit of its task or row, and not a hit of its own.
    fn is_owned(self) -> bool {
        matches!(self, Self::Clause(_) | Self::Cells(..))
    }

    /// The part as one number, for [`NodePart::numbered`].
    fn number(self) -> u64 {
        let (kind, first, second) = match self {
            Self::Clause(at) => (0, at, 0),
            Self::Cells(table, row) => (1, table, row),
            Self::Caption(at) => (2, at, 0),
            Self::Paragraph(at) => (3, at, 0),
        };
        kind << 32 | u64::from(first) << 16 | u64::from(second)
    }

    fn numbered(number: u64) -> Option<Self> {
        let [first, second] = [number >> 16, number].map(|part| u16::try_from(part & 0xffff).unwrap_or_default());
        match number >> 32 {
            0 => Some(Self::Clause(first)),
            1 => Some(Self::Cells(first, second)),
            2 => Some(Self::Caption(first)),
            3 => Some(Self::Paragraph(first)),
            _ => None,
        }
    }
}

/// The lines of all plans, numbered as they rank.
#[derive(Default)]
pub(crate) struct TextLines {
    /// The folded lines, each followed by a line feed.
    folded: String,
    /// The first byte of each line, and the end of the last line with its line feed.
    starts: Vec<u32>,
    origins: Vec<LineOrigin>,
    n_owned: usize,
}

impl TextLines {
    /// Collects and folds the lines of all plans. Lines beyond four gigabytes are left out: positions have 32 bits.
    pub(crate) fn from_dataset(dataset: &Dataset) -> Self {
        let mut parts: Vec<(bool, u32, LineOrigin)> = Vec::new();
        for (plan, it) in (0..).zip(&dataset.plans) {
            for (node, it) in (0..).zip(&it.nodes) {
                parts.extend(parts_of(it).filter_map(|part| {
                    let length = u32::try_from(part_text(it, part)?.len()).ok()?;
                    (length > 0).then_some((!part.is_owned(), length, LineOrigin { plan, node, part }))
                }));
            }
        }
        parts.sort_by_key(|(is_independent, length, _)| (*is_independent, *length));
        let n_bytes = parts.iter().map(|(_, length, _)| *length as usize + 1).sum::<usize>();
        let mut lines = Self { folded: String::with_capacity(n_bytes), ..Self::default() };
        lines.starts.reserve_exact(parts.len() + 1);
        lines.origins.reserve_exact(parts.len());
        lines.starts.push(0);
        for (is_independent, _, origin) in parts {
            let Some(text) = origin.text(dataset) else { continue };
            lines.folded.extend(text.chars().map(fold_in_line));
            lines.folded.push('\n');
            let Ok(end) = u32::try_from(lines.folded.len()) else { break };
            lines.starts.push(end);
            lines.origins.push(origin);
            lines.n_owned += usize::from(!is_independent);
        }
        lines
    }

    /// Writes the lines, to be read by [`TextLines::read`].
    pub(crate) fn write(&self, out: &mut Writer) {
        out.bytes(self.folded.as_bytes());
        out.u32s(self.starts.iter().copied());
        out.u64s(self.origins.iter().map(|origin| u64::from(origin.plan) << 32 | u64::from(origin.node)));
        out.u64s(self.origins.iter().map(|origin| origin.part.number()));
        out.number(self.n_owned);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (folded, starts) = (from.text()?, from.u32s()?);
        let (places, parts) = (from.u64s()?, from.u64s()?);
        let low = |number: u64| u32::try_from(number & u64::from(u32::MAX)).ok();
        let origin = |(place, part): (u64, u64)| {
            Some(LineOrigin { plan: low(place >> 32)?, node: low(place)?, part: NodePart::numbered(part)? })
        };
        let origins = places.into_iter().zip(parts).map(origin).collect::<Option<_>>()?;
        Some(Self { folded, starts, origins, n_owned: from.number()? })
    }

    /// The lines of a text without a dataset, all with one origin.
    #[cfg(test)]
    pub(crate) fn from_text(text: &str) -> Self {
        let mut lines = Self { starts: vec![0], ..Self::default() };
        for line in text.lines().map(fold) {
            lines.folded.push_str(&line);
            lines.folded.push('\n');
            lines.starts.push(u32::try_from(lines.folded.len()).unwrap_or_default());
            lines.origins.push(LineOrigin { plan: 0, node: 0, part: NodePart::Paragraph(0) });
        }
        lines
    }

    pub(crate) fn len(&self) -> usize {
        self.origins.len()
    }

    /// How many lines belong to a task or a row. They are the first ones.
    pub(crate) fn n_owned(&self) -> usize {
        self.n_owned
    }

    /// All lines, folded, each followed by a line feed.
    pub(crate) fn folded(&self) -> &str {
        // A line beyond four gigabytes was written but not counted.
        self.folded.get(..self.start(self.len())).unwrap_or_default()
    }

    /// The first byte of a line; the end of the text for a number past the last line.
    pub(crate) fn start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.folded.len(), |start| *start as usize)
    }

    /// A line, folded, without its line feed.
    pub(crate) fn line(&self, line: usize) -> &str {
        let end = self.start(line + 1).saturating_sub(1);
        self.folded.get(self.start(line)..end).unwrap_or_default()
    }

    pub(crate) fn origin(&self, line: usize) -> Option<LineOrigin> {
        self.origins.get(line).copied()
    }

    /// The line that contains a byte. It must not be before the line `from`.
    pub(crate) fn line_at(&self, byte: usize, from: usize) -> usize {
        // Matches come in order and mostly close together, so steps start small and double.
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

    /// How much memory the heap allocations take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.folded.capacity() + self.starts.capacity() * 4 + self.origins.capacity() * size_of::<LineOrigin>()
    }
}

/// The texts of a node, in the order of the document.
fn parts_of(node: &Node) -> impl Iterator<Item = NodePart> + '_ {
    let count = |n: usize| 0..u16::try_from(n).unwrap_or(u16::MAX);
    let tables = count(node.tables.len()).zip(&node.tables);
    let tables = tables.flat_map(move |(at, table)| {
        std::iter::once(NodePart::Caption(at)).chain(count(table.rows.len()).map(move |row| NodePart::Cells(at, row)))
    });
    let paragraphs = count(node.paragraphs.len()).map(NodePart::Paragraph);
    count(node.responsible.len()).map(NodePart::Clause).chain(tables).chain(paragraphs)
}

/// A text of a node as it is shown; `None` if the node has no such text.
pub(crate) fn part_text(node: &Node, part: NodePart) -> Option<Cow<'_, str>> {
    Some(match part {
        NodePart::Clause(at) => Cow::Borrowed(node.responsible.get(usize::from(at))?.raw.as_str()),
        NodePart::Cells(table, row) => Cow::Owned(join_cells(row_of(node, table, row)?.1)),
        NodePart::Caption(at) => Cow::Borrowed(node.tables.get(usize::from(at))?.title.as_deref()?),
        NodePart::Paragraph(at) => Cow::Borrowed(node.paragraphs.get(usize::from(at))?.text.as_str()),
    })
}

impl LineOrigin {
    /// The text of the line as it is shown.
    pub(crate) fn text(self, dataset: &Dataset) -> Option<Cow<'_, str>> {
        part_text(self.node(dataset)?, self.part)
    }

    /// The node that the line belongs to.
    pub(crate) fn node(self, dataset: &Dataset) -> Option<&Node> {
        dataset.plans.get(self.plan as usize)?.nodes.get(self.node as usize)
    }
}

/// A row of a node and the table it is in.
pub(crate) fn row_of(node: &Node, table: u16, row: u16) -> Option<(&Table, &Row)> {
    let table = node.tables.get(usize::from(table))?;
    Some((table, table.rows.get(usize::from(row))?))
}

/// A row as one line without its name: domain, unit, values, nature.
fn join_cells(row: &Row) -> String {
    let before = [row.domain.as_deref(), row.unit.as_deref()];
    let values = row.cells.iter().map(Option::as_deref).chain([row.nature.as_deref()]);
    let cells: Vec<&str> = before.into_iter().chain(values).flatten().collect();
    cells.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_bytes() {
        let lengths = [3_usize, 1, 30, 2, 2, 2, 2, 2, 2, 2, 2, 90, 1, 1];
        let lines = TextLines::from_text(&lengths.map(|length| "a".repeat(length - 1)).join("\n"));
        for line in 0..lines.len() {
            for byte in lines.start(line)..lines.start(line + 1) {
                for from in 0..=line {
                    assert_eq!(lines.line_at(byte, from), line, "{byte} from {from}");
                }
            }
        }
    }
}
