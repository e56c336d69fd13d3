//! Builds one row: texts from the left, texts from the right, never wider than its room. Control characters in text
//! from outside are replaced here, so no view has to think of them.

use std::ops::Range;

use crate::app::screen::page::{Role, Row, Span};
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};

/// A row that is being built.
#[derive(Clone, Debug)]
pub(crate) struct RowBuilder {
    row: Row,
    /// The number of cells that are taken.
    cells: usize,
    /// The number of cells that may be taken.
    room: usize,
    width: Width,
}

impl RowBuilder {
    /// Starts an empty row of at most `room` cells.
    pub(crate) fn new(room: usize, width: Width) -> Self {
        Self { row: Row::default(), cells: 0, room, width }
    }

    /// Returns the number of cells that are still free.
    pub(crate) fn left(&self) -> usize {
        self.room - self.cells
    }

    /// Adds a text, which is cut with an ellipsis where the room ends.
    pub(crate) fn put(&mut self, text: &str, role: Role) -> &mut Self {
        let text = one_line(text);
        let shown = self.width.truncate(&text, self.left());
        self.cells += self.width.of(&shown);
        if !shown.is_empty() {
            self.row.spans.push(Span { text: shown.to_string(), role });
        }
        self
    }

    /// Adds a text that takes exactly `cells`, or the rest of the room where that is less.
    pub(crate) fn column(&mut self, text: &str, cells: usize, align: Align, role: Role) -> &mut Self {
        let text = one_line(text);
        let cells = cells.min(self.left());
        let shown = self.width.pad(&text, cells, align);
        self.cells += cells;
        self.row.spans.push(Span { text: shown, role });
        self
    }

    /// Adds a text in which the ranges `highlighted`, counted in characters, match the search.
    pub(crate) fn put_highlighted(&mut self, text: &str, role: Role, highlighted: &[Range<usize>]) -> &mut Self {
        for (part, is_lit) in split_highlighted(text, highlighted) {
            let is_cut = self.width.of(&one_line(&part)) > self.left();
            self.put(&part, if is_lit { Role::Match } else { role });
            // A text behind one that was cut would add a second ellipsis.
            if is_cut {
                break;
            }
        }
        self
    }

    /// Adds a text that takes exactly `cells`, or the rest of the room; the ranges `highlighted`, counted in
    /// characters, match the search.
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

    /// Adds `cells` spaces, as far as the room goes.
    pub(crate) fn gap(&mut self, cells: usize) -> &mut Self {
        let cells = cells.min(self.left());
        if cells > 0 {
            self.row.spans.push(Span { text: " ".repeat(cells), role: Role::Text });
            self.cells += cells;
        }
        self
    }

    /// Adds a text at the right edge if it fits with a space before it.
    pub(crate) fn right(&mut self, text: &str, role: Role) -> &mut Self {
        let cells = self.width.of(text);
        if cells > 0 && cells < self.left() {
            let gap = self.left() - cells;
            self.gap(gap).put(text, role);
        }
        self
    }

    /// Keeps `cells` at the right edge free until [`RowBuilder::release`].
    pub(crate) fn reserve(&mut self, cells: usize) -> &mut Self {
        self.room = self.room.saturating_sub(cells).max(self.cells);
        self
    }

    /// Gives the row its full room of `room` cells back.
    pub(crate) fn release(&mut self, room: usize) -> &mut Self {
        self.room = room.max(self.cells);
        self
    }

    /// Returns the finished row, and leaves the builder empty.
    pub(crate) fn build(&mut self) -> Row {
        std::mem::take(&mut self.row)
    }

    /// Returns the finished row as a bar whose every cell has this role.
    pub(crate) fn filled(&mut self, fill: Role) -> Row {
        let mut row = self.build();
        row.fill = fill;
        for span in row.spans.iter_mut().filter(|span| span.role == Role::Text) {
            span.role = fill;
        }
        row
    }
}

/// Splits a text into parts, each with whether it matches the search. `highlighted` counts characters and is in order.
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

/// Turns a row into the one under the cursor. Its spans keep their roles; the theme decides how they look there.
pub(crate) fn select(row: Row, focused: bool) -> Row {
    Row { fill: if focused { Role::Selected } else { Role::SelectedAway }, ..row }
}

/// Makes a row with one text, cut at `room` cells.
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
