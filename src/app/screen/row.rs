//! Building one row: spans from the left, spans from the right, never wider than the room. Text from outside is made
//! harmless here, so no view has to think of it.

use std::ops::Range;

use crate::app::screen::page::{Role, Row, Span};
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};

/// A row under way.
#[derive(Clone, Debug)]
pub(crate) struct RowBuilder {
    row: Row,
    /// Cells used.
    cells: usize,
    /// Cells there are.
    room: usize,
    width: Width,
}

impl RowBuilder {
    /// An empty row with this room, in cells.
    pub(crate) fn new(room: usize, width: Width) -> Self {
        Self { row: Row::default(), cells: 0, room, width }
    }

    /// Cells still free.
    pub(crate) fn left(&self) -> usize {
        self.room - self.cells
    }

    /// Adds a text, cut with an ellipsis where the room ends.
    pub(crate) fn put(&mut self, text: &str, role: Role) -> &mut Self {
        let text = one_line(text);
        let shown = self.width.truncate(&text, self.left());
        self.cells += self.width.of(&shown);
        if !shown.is_empty() {
            self.row.spans.push(Span { text: shown.to_string(), role });
        }
        self
    }

    /// Adds a text that takes exactly `cells`, or the room that is left.
    pub(crate) fn column(&mut self, text: &str, cells: usize, align: Align, role: Role) -> &mut Self {
        let text = one_line(text);
        let cells = cells.min(self.left());
        let shown = self.width.pad(&text, cells, align);
        self.cells += cells;
        self.row.spans.push(Span { text: shown, role });
        self
    }

    /// Adds a text in which `highlighted` (characters) answers the search.
    pub(crate) fn put_highlighted(&mut self, text: &str, role: Role, highlighted: &[Range<usize>]) -> &mut Self {
        for (part, is_lit) in split_highlighted(text, highlighted) {
            let is_cut = self.width.of(&one_line(&part)) > self.left();
            self.put(&part, if is_lit { Role::Match } else { role });
            // What follows a cut would put a second ellipsis behind the first.
            if is_cut {
                break;
            }
        }
        self
    }

    /// Adds a text in which `highlighted` (characters) answers the search, and takes exactly `cells`, or the room that is left.
    pub(crate) fn column_highlighted(
        &mut self,
        text: &str,
        cells: usize,
        role: Role,
        highlighted: &[Range<usize>],
    ) -> &mut Self {
        let room = self.room;
        let end = self.cells + cells.min(self.left());
        self.room = end;
        self.put_highlighted(text, role, highlighted);
        let rest = end - self.cells;
        self.gap(rest);
        self.room = room;
        self
    }

    /// Adds `cells` spaces, as far as there is room.
    pub(crate) fn gap(&mut self, cells: usize) -> &mut Self {
        let cells = cells.min(self.left());
        if cells > 0 {
            self.row.spans.push(Span { text: " ".repeat(cells), role: Role::Text });
            self.cells += cells;
        }
        self
    }

    /// Adds a text at the right edge, if it fits with a space before it.
    pub(crate) fn right(&mut self, text: &str, role: Role) -> &mut Self {
        let cells = self.width.of(text);
        if cells > 0 && cells < self.left() {
            let gap = self.left() - cells;
            self.gap(gap).put(text, role);
        }
        self
    }

    /// Keeps `cells` at the right edge free of what is put from the left until [`RowBuilder::release`].
    pub(crate) fn reserve(&mut self, cells: usize) -> &mut Self {
        self.room = self.room.saturating_sub(cells).max(self.cells);
        self
    }

    /// Gives the row its full room back.
    pub(crate) fn release(&mut self, room: usize) -> &mut Self {
        self.room = room.max(self.cells);
        self
    }

    /// The row.
    pub(crate) fn build(&mut self) -> Row {
        std::mem::take(&mut self.row)
    }

    /// The row with every cell in this role: a bar.
    pub(crate) fn filled(&mut self, fill: Role) -> Row {
        let mut row = self.build();
        row.fill = fill;
        for span in row.spans.iter_mut().filter(|span| span.role == Role::Text) {
            span.role = fill;
        }
        row
    }
}

/// A text cut into parts, each with whether it answers the search. `highlighted` counts characters and is in order.
fn split_highlighted(text: &str, highlighted: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (at, character) in text.chars().enumerate() {
        let is_lit = highlighted.iter().any(|range| range.contains(&at));
        match parts.last_mut() {
            Some((part, was)) if *was == is_lit => part.push(character),
            _ => parts.push((character.to_string(), is_lit)),
        }
    }
    parts
}

/// The row under the cursor. Its spans keep their meaning: what a span keeps of its look there is the theme's choice.
pub(crate) fn select(row: Row, focused: bool) -> Row {
    Row { fill: if focused { Role::Selected } else { Role::SelectedAway }, ..row }
}

/// A row with one text.
pub(crate) fn plain(text: &str, role: Role, room: usize, width: Width) -> Row {
    RowBuilder::new(room, width).put(text, role).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(row: &Row) -> String {
        row.spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn a_row_never_outgrows_its_room() {
        for width in [Width::Narrow, Width::Wide] {
            for room in 0..12 {
                let row =
                    RowBuilder::new(room, width).put("健康“云浮”行动", Role::Title).right("24", Role::Dim).build();
                assert!(width.of(&text(&row)) <= room, "{room}: {row:?}");
                let row = RowBuilder::new(room, width).put_highlighted("婴儿死亡率", Role::Text, &[0..2, 4..5]).build();
                assert!(width.of(&text(&row)) <= room, "{room}: {row:?}");
            }
        }
    }

    #[test]
    fn the_right_side_stands_at_the_edge() {
        let row = RowBuilder::new(10, Width::Narrow).put("健康", Role::Text).right("24", Role::Dim).build();
        assert_eq!(text(&row), "健康    24");
        let row = RowBuilder::new(5, Width::Narrow).put("健康", Role::Text).right("24", Role::Dim).build();
        assert_eq!(text(&row), "健康");
    }

    #[test]
    fn lit_characters_are_spans_of_their_own() {
        let row = RowBuilder::new(20, Width::Narrow).put_highlighted("人均预期寿命", Role::Text, &[0..1, 2..4]).build();
        let spans: Vec<_> = row.spans.iter().map(|span| (span.text.as_str(), span.role)).collect();
        assert_eq!(spans, [("人", Role::Match), ("均", Role::Text), ("预期", Role::Match), ("寿命", Role::Text)]);
    }
}
