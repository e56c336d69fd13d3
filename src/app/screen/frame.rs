//! The frame around what lies over a view. The rows it takes are cleared from edge to edge of the screen, so that nothing
//! beside it reads as a part of it.

use crate::app::screen::page::{Area, Page, Region, Role, Row, Span};
use crate::app::screen::row::RowBuilder;
use crate::text::width::Width;

/// The cells that one side of the frame takes, its line and the space within it.
pub(crate) const SIDE: u16 = 2;

/// Returns the area within the lines of a frame.
pub(crate) fn inside(frame: Area) -> Area {
    Area {
        x: frame.x + 1,
        y: frame.y + 1,
        width: frame.width.saturating_sub(2),
        height: frame.height.saturating_sub(2),
    }
}

/// Paints the rows within a frame, `head` in its upper line and `foot` in its lower one, over a screen that is `columns`
/// wide. The edges hold as much of their texts as fits.
pub(crate) fn paint(page: &mut Page, frame: Area, columns: u16, width: Width, edges: [Edge; 2], rows: Vec<Row>) {
    let cleared = Area { x: 0, width: columns, ..frame };
    page.regions.push(Region { area: cleared, rows: Vec::new() });
    let [top_left, top_right, bottom_left, bottom_right] = width.glyphs().corners;
    let cells = usize::from(frame.width);
    let [head, foot] = edges;
    let mut lines = vec![head.row(cells, width, [top_left, top_right])];
    let side = || Span { text: width.glyphs().vertical.to_owned(), role: Role::Rule };
    let air = Span { text: " ".repeat(cells.saturating_sub(2)), role: Role::Text };
    let between = Row { spans: vec![side(), air, side()], fill: Role::Text };
    lines.resize(usize::from(frame.height).saturating_sub(1), between);
    lines.push(foot.row(cells, width, [bottom_left, bottom_right]));
    page.regions.push(Region { area: frame, rows: lines });
    page.regions.push(Region { area: inside(frame), rows });
}

/// What stands in the upper or lower line of a frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edge {
    /// The texts from the left corner on, each with its role.
    pub(crate) left: Vec<Span>,
    /// The text at the right end.
    pub(crate) right: String,
}

impl Edge {
    /// Makes an edge with a text at the left.
    pub(crate) fn new(text: &str, role: Role) -> Self {
        Self::default().with(text, role)
    }

    /// Adds a text behind those at the left.
    pub(crate) fn with(mut self, text: &str, role: Role) -> Self {
        self.left.push(Span { text: text.to_owned(), role });
        self
    }

    /// Adds a text at the right end.
    pub(crate) fn ending(self, text: String) -> Self {
        Self { right: text, ..self }
    }

    /// Makes the line of `cells`, between these corners.
    fn row(&self, cells: usize, width: Width, [left, right]: [&str; 2]) -> Row {
        let horizontal = width.glyphs().horizontal;
        let room = cells.saturating_sub(1);
        let mut line = RowBuilder::new(room, width);
        line.put(left, Role::Rule);
        let reserved = if self.right.is_empty() { 0 } else { width.of(&self.right) + 3 };
        if !self.left.is_empty() {
            line.reserve(reserved + 1).gap(1);
            for span in &self.left {
                line.put(&span.text, span.role);
            }
            line.release(room).gap(1);
        }
        let n_lines = line.left().saturating_sub(reserved);
        line.put(&horizontal.repeat(n_lines), Role::Rule);
        if reserved > 0 && line.left() == reserved {
            line.gap(1).put(&self.right, Role::Dim).gap(1).put(horizontal, Role::Rule);
        }
        line.release(cells).put(right, Role::Rule);
        line.build()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::screen::page::Size;

    /// A frame of 12 columns over a full screen of 16.
    fn screen(head: &str, right: &str, width: Width) -> Vec<String> {
        let full = Row { spans: vec![Span { text: "列".repeat(8), role: Role::Text }], fill: Role::Text };
        let mut page = Page::default();
        page.regions.push(Region { area: Area { x: 0, y: 0, width: 16, height: 5 }, rows: vec![full; 5] });
        let frame = Area { x: 2, y: 1, width: 12, height: 3 };
        let edges = [Edge::new(head, Role::Title), Edge::default().ending(right.to_owned())];
        let row = Row { spans: vec![Span { text: " 局".to_owned(), role: Role::Text }], fill: Role::Text };
        paint(&mut page, frame, 16, width, edges, vec![row]);
        page.to_text(Size { width: 16, height: 5 }, width)
    }

    #[test]
    fn nothing_is_seen_beside_a_frame() {
        let around = "列".repeat(8);
        for (width, head, right, expected) in [
            (Width::Narrow, "甲", "1/9", ["  ┌ 甲 ──────┐", "  │ 局       │", "  └──── 1/9 ─┘"]),
            (Width::Wide, "甲", "", ["  + 甲 ------+", "  | 局       |", "  +----------+"]),
            (Width::Narrow, "甲乙丙丁戊己", "", ["  ┌ 甲乙丙… ─┐", "  │ 局       │", "  └──────────┘"]),
        ] {
            let [first, top, middle, bottom, last] = screen(head, right, width).try_into().unwrap();
            assert_eq!([&first, &last], [&around; 2]);
            for line in [&top, &middle, &bottom] {
                assert_eq!(width.of(line), 14, "{line}");
            }
            assert_eq!([top.as_str(), middle.as_str(), bottom.as_str()], expected);
        }
    }
}
