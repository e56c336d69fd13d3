//! Divides the body of the screen into panes, by its size alone.

use crate::app::screen::page::{Area, Page, Region, Role, Row, Span};
use crate::text::width::Width;

/// Bodies narrower than this, in cells, show one pane at a time.
pub(crate) const TWO_FROM: u16 = 60;
/// Bodies at least this wide, in cells, show three panes.
pub(crate) const THREE_FROM: u16 = 140;
/// The smallest screen, in columns and rows, on which the browser shows anything.
pub(crate) const FLOOR: (u16, u16) = (24, 6);

/// Returns how many of the `wanted` panes a body of this width shows.
pub(crate) fn n_panes(width: u16, wanted: usize) -> usize {
    let n = if width < TWO_FROM {
        1
    } else if width < THREE_FROM {
        2
    } else {
        3
    };
    n.min(wanted)
}

/// Cells between two panes: a space, a line, a space.
const BETWEEN: u16 = 3;

/// Splits an area into a left part of `width` columns and the rest, with the line between them left out.
pub(crate) fn cut(area: Area, width: u16) -> (Area, Area) {
    let width = width.min(area.width);
    let gap = BETWEEN.min(area.width - width);
    let left = Area { width, ..area };
    let right = Area { x: area.x + width + gap, width: area.width - width - gap, ..area };
    (left, right)
}

/// Splits an area into an upper part of `height` rows and the rest.
pub(crate) fn below(area: Area, height: u16) -> (Area, Area) {
    let height = height.min(area.height);
    let top = Area { height, ..area };
    let rest = Area { y: area.y + height, height: area.height - height, ..area };
    (top, rest)
}

/// Paints the line to the right of the pane `left`.
pub(crate) fn rule(left: Area, width: Width, page: &mut Page) {
    let span = Span { text: width.glyphs().vertical.to_owned(), role: Role::Rule };
    let row = Row { spans: vec![span], fill: Role::Rule };
    let area = Area { x: left.x + left.width + BETWEEN / 2, y: left.y, width: 1, height: left.height };
    page.regions.push(Region { area, rows: vec![row; usize::from(left.height)] });
}

/// Joins two areas that lie one above the other.
pub(crate) fn joined(above: Area, below: Area) -> Area {
    Area { height: above.height + below.height, ..above }
}

/// Returns whether a cell lies in an area.
pub(crate) fn contains(area: Area, column: u16, row: u16) -> bool {
    (area.x..area.x.saturating_add(area.width)).contains(&column)
        && (area.y..area.y.saturating_add(area.height)).contains(&row)
}
