//! Rows of a long list that are made block by block, and only around what is seen: a list of a thousand plans costs a key no
//! more than one of five. What a block is, and how its rows are made, is left to the caller.

use std::collections::VecDeque;

/// The rows of blocks that follow one another, a part of all rows without a gap.
#[derive(Clone, Debug)]
pub(crate) struct Window<R> {
    rows: VecDeque<R>,
    /// How many rows each block has that was made, in their order.
    heights: VecDeque<usize>,
    /// The position of the first block that was made.
    first: usize,
    /// How many there are, made or not.
    n_blocks: usize,
}

impl<R> Default for Window<R> {
    fn default() -> Self {
        Self { rows: VecDeque::new(), heights: VecDeque::new(), first: 0, n_blocks: 0 }
    }
}

impl<R> Window<R> {
    /// Makes a window without rows in front of the block at this position; behind all of them for their number.
    pub(crate) fn before(block: usize, n_blocks: usize) -> Self {
        Self { first: block.min(n_blocks), n_blocks, ..Self::default() }
    }

    /// Returns the rows that were made.
    pub(crate) fn rows(&self) -> &VecDeque<R> {
        &self.rows
    }

    /// Returns the position of the first block that was made.
    pub(crate) fn first_block(&self) -> usize {
        self.first
    }

    /// Returns whether the first of all rows was made.
    pub(crate) fn is_at_top(&self) -> bool {
        self.first == 0
    }

    /// Returns whether the last of all rows was made.
    pub(crate) fn is_at_bottom(&self) -> bool {
        self.first + self.heights.len() >= self.n_blocks
    }

    /// Adds the block below those that were made. Returns `false` if there is none.
    pub(crate) fn add_below(&mut self, make: impl FnOnce(usize) -> Vec<R>) -> bool {
        if self.is_at_bottom() {
            return false;
        }
        let rows = make(self.first + self.heights.len());
        self.heights.push_back(rows.len());
        self.rows.extend(rows);
        true
    }

    /// Adds the block above those that were made. Returns how many rows that are; `None` if there is no such block.
    pub(crate) fn add_above(&mut self, make: impl FnOnce(usize) -> Vec<R>) -> Option<usize> {
        let first = self.first.checked_sub(1)?;
        let rows = make(first);
        let n_rows = rows.len();
        self.first = first;
        self.heights.push_front(n_rows);
        for row in rows.into_iter().rev() {
            self.rows.push_front(row);
        }
        Some(n_rows)
    }

    /// Returns the block of a row, and which of its rows it is, counted from 0. Behind the last row it is that of the end.
    pub(crate) fn place(&self, row: usize) -> (usize, usize) {
        let mut start = 0;
        for (at, height) in self.heights.iter().enumerate() {
            if row < start + height {
                return (self.first + at, row - start);
            }
            start += height;
        }
        (self.first + self.heights.len(), row.saturating_sub(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of so many rows, each row with its block and its own position.
    fn make(block: usize) -> Vec<(usize, usize)> {
        (0..[2, 0, 3, 1][block]).map(|row| (block, row)).collect()
    }

    #[test]
    fn blocks_are_added_on_both_sides_without_a_gap() {
        let mut window = Window::before(2, 4);
        assert!(window.add_below(make));
        assert_eq!((window.rows().len(), window.place(1), window.is_at_top()), (3, (2, 1), false));
        assert_eq!(window.add_above(make), Some(0));
        assert_eq!(window.add_above(make), Some(2));
        assert_eq!((window.add_above(make), window.is_at_top(), window.is_at_bottom()), (None, true, false));
        assert!(window.add_below(make) && window.is_at_bottom() && !window.add_below(make));
        let all: Vec<(usize, usize)> = (0..4).flat_map(make).collect();
        assert_eq!(window.rows().iter().copied().collect::<Vec<_>>(), all);
        let places: Vec<(usize, usize)> = (0..all.len()).map(|row| window.place(row)).collect();
        assert_eq!(places, all);
        assert_eq!(window.place(9), (4, 3));
    }

    #[test]
    fn a_window_behind_the_last_block_is_empty() {
        let mut window: Window<(usize, usize)> = Window::before(9, 4);
        assert!(window.is_at_bottom() && window.rows().is_empty());
        assert_eq!(window.add_above(make), Some(1));
        assert_eq!(window.first_block(), 3);
    }
}
