//! The arithmetic of a cursor in a list that scrolls. All it needs is how many rows there are and how many are seen.

use crate::app::input::action::Motion;

/// A cursor in a list of rows, with the first row that is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The position of the row under the cursor.
    pub at: usize,
    /// The position of the first row that is seen.
    pub top: usize,
}

/// The number of rows kept in sight above and below the cursor, where the pane is high enough.
const MARGIN: usize = 2;

impl Cursor {
    /// Restores the invariants: the cursor stands on one of `rows`, is one of the `seen` rows, and no row at the end of
    /// the pane stays empty while rows are hidden above. With no rows, or none seen, everything is 0.
    pub fn settle(&mut self, rows: usize, seen: usize) {
        self.at = self.at.min(rows.saturating_sub(1));
        let margin = MARGIN.min(seen.saturating_sub(1) / 2);
        let lowest = self.at.saturating_sub(margin);
        let highest = (self.at + margin + 1).saturating_sub(seen);
        self.top = self.top.clamp(highest.min(lowest), lowest.max(highest)).min(rows.saturating_sub(seen));
    }

    /// Returns the cursor on another row, which is seen as far below the top of the pane as this one was.
    #[must_use]
    pub fn carried_to(self, at: usize) -> Self {
        Self { at, top: (self.top + at).saturating_sub(self.at) }
    }

    /// Returns how many rows are seen above the cursor.
    #[must_use]
    pub fn above(self) -> usize {
        self.at.saturating_sub(self.top)
    }

    /// Returns a cursor with so many rows seen above it, to be [carried](Self::carried_to) to its row.
    #[must_use]
    pub fn below(above: usize) -> Self {
        Self { at: above, top: 0 }
    }

    /// Returns the row that a motion leads to. Motions by group move by a page.
    #[must_use]
    pub fn target(self, motion: Motion, rows: usize, seen: usize) -> usize {
        step(self.at, motion, seen).min(rows.saturating_sub(1))
    }

    /// Returns the row that a motion leads to where the cursor may only be on rows that `is_item` accepts: the first
    /// one from the end of the motion on, else the last one before it. A motion by group leads to the next or previous
    /// row that `begins_group` accepts. `None` where there is no such row.
    #[must_use]
    pub fn item_target(
        self,
        motion: Motion,
        rows: usize,
        seen: usize,
        is_item: impl Fn(usize) -> bool,
        begins_group: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let is_item = |at: &usize| is_item(*at);
        let to = self.target(motion, rows, seen);
        match motion {
            Motion::GroupUp => (0..self.at).rfind(|at| begins_group(*at)),
            Motion::GroupDown => (self.at + 1..rows).find(|at| begins_group(*at)),
            Motion::Up | Motion::Top | Motion::HalfUp | Motion::PageUp => {
                (0..rows.min(to + 1)).rfind(is_item).or_else(|| (to..rows).find(is_item))
            }
            Motion::Down | Motion::Bottom | Motion::HalfDown | Motion::PageDown => {
                (to..rows).find(is_item).or_else(|| (0..to).rfind(is_item))
            }
        }
    }
}

/// Returns the first line that is seen of a text without a cursor after `motion`; it never goes past the last screen.
#[must_use]
pub fn scroll(top: usize, motion: Motion, lines: usize, seen: usize) -> usize {
    step(top, motion, seen).min(lines.saturating_sub(seen.max(1)))
}

/// Moves `at` by `motion`, without an upper bound.
fn step(at: usize, motion: Motion, seen: usize) -> usize {
    let half = (seen / 2).max(1);
    // One row of the old screen stays in sight, so that the reader finds the place again.
    let page = seen.saturating_sub(1).max(1);
    match motion {
        Motion::Up => at.saturating_sub(1),
        Motion::Down => at.saturating_add(1),
        Motion::Top => 0,
        Motion::Bottom => usize::MAX,
        Motion::HalfUp => at.saturating_sub(half),
        Motion::HalfDown => at.saturating_add(half),
        Motion::PageUp | Motion::GroupUp => at.saturating_sub(page),
        Motion::PageDown | Motion::GroupDown => at.saturating_add(page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (motion, from, rows, seen) → (cursor, top).
    #[test]
    fn movements() {
        use Motion::*;
        for (motion, at, rows, seen, expected) in [
            (Down, 0, 10, 4, (1, 0)),
            (Down, 9, 10, 4, (9, 6)),
            (Up, 0, 10, 4, (0, 0)),
            (Bottom, 0, 10, 4, (9, 6)),
            (Top, 9, 10, 4, (0, 0)),
            (HalfDown, 0, 10, 4, (2, 0)),
            (PageDown, 0, 10, 4, (3, 1)),
            (PageUp, 9, 10, 4, (6, 5)),
            (Down, 0, 0, 4, (0, 0)),
            (Bottom, 0, 10, 0, (9, 9)),
            (Down, 0, 10, 1, (1, 1)),
        ] {
            let mut cursor = Cursor { at, top: at };
            cursor.settle(rows, seen);
            cursor.at = cursor.target(motion, rows, seen);
            cursor.settle(rows, seen);
            let name = format!("{motion:?} from {at} of {rows}, {seen} seen");
            assert_eq!(cursor.at, expected.0, "{name}");
            assert!(seen == 0 || (cursor.top <= cursor.at && cursor.at < cursor.top + seen) || rows == 0, "{name}");
            if seen > 1 {
                assert_eq!(cursor.top, expected.1, "{name}");
            }
        }
    }

    /// (motion, from) → the row that it leads to, in a list of seven rows of which four are seen.
    #[test]
    fn only_items_are_led_to() {
        use Motion::*;
        // `#` begins a group, `i` is an item, a blank is neither.
        const ROWS: [char; 7] = [' ', '#', 'i', ' ', '#', 'i', ' '];
        for (motion, at, expected) in [
            (Down, 2, Some(4)),
            (Up, 4, Some(2)),
            (Up, 1, Some(1)),
            (Top, 5, Some(1)),
            (Bottom, 1, Some(5)),
            (PageDown, 1, Some(4)),
            (PageDown, 4, Some(5)),
            (GroupDown, 1, Some(4)),
            (GroupDown, 4, None),
            (GroupUp, 5, Some(4)),
            (GroupUp, 1, None),
        ] {
            let is = |marks: &'static [char]| move |at: usize| ROWS.get(at).is_some_and(|row| marks.contains(row));
            let to = Cursor { at, top: 0 }.item_target(motion, ROWS.len(), 4, is(&['#', 'i']), is(&['#']));
            assert_eq!(to, expected, "{motion:?} from {at}");
        }
        assert_eq!(Cursor::default().item_target(Down, 3, 4, |_| false, |_| false), None);
        assert_eq!(Cursor::default().item_target(Up, 0, 4, |_| true, |_| true), None);
    }

    #[test]
    fn text_stops_at_its_last_screen() {
        assert_eq!(scroll(0, Motion::Bottom, 10, 4), 6);
        assert_eq!(scroll(6, Motion::Down, 10, 4), 6);
        assert_eq!(scroll(3, Motion::Up, 10, 4), 2);
        assert_eq!(scroll(0, Motion::Down, 3, 4), 0);
        assert_eq!(scroll(0, Motion::Down, 3, 0), 1);
    }
}
