//! How the body of the screen is divided, from its size alone.

use crate::app::screen::page::{Area, Page, Region, Role, Row, Span};
use crate::text::width::Width;

/// Below this width one pane is shown at a time.
pub(crate) const TWO_FROM: u16 = 60;
/// From this width three panes are shown.
pub(crate) const THREE_FROM: u16 = 140;
/// Below this many columns or rows nothing of use can be shown.
pub(crate) const FLOOR: (u16, u16) = (24, 6);

/// How many panes a body of this width has, of the `wanted` ones.
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

/// Cells between two panes: air, a line, air.
const BETWEEN: u16 = 3;

/// Cuts `width` columns off the left, and three more for the line between and the air around it.
pub(crate) fn cut(area: Area, width: u16) -> (Area, Area) {
    let width = width.min(area.width);
    let gap = BETWEEN.min(area.width - width);
    let left = Area { width, ..area };
    let right = Area { x: area.x + width + gap, width: area.width - width - gap, ..area };
    (left, right)
}

/// Cuts `height` rows off the top.
pub(crate) fn below(area: Area, height: u16) -> (Area, Area) {
    let height = height.min(area.height);
    let top = Area { height, ..area };
    let rest = Area { y: area.y + height, height: area.height - height, ..area };
    (top, rest)
}

/// Paints the line between the pane `left` and what stands to its right.
pub(crate) fn rule(left: Area, width: Width, page: &mut Page) {
    let span = Span { text: width.glyphs().vertical.to_owned(), role: Role::Rule };
    let row = Row { spans: vec![span], fill: Role::Rule };
    let area = Area { x: left.x + left.width + BETWEEN / 2, y: left.y, width: 1, height: left.height };
    page.regions.push(Region { area, rows: vec![row; usize::from(left.height)] });
}

/// Two areas above each other as one.
pub(crate) fn joined(above: Area, below: Area) -> Area {
    Area { height: above.height + below.height, ..above }
}

/// Whether a cell lies in an area.
pub(crate) fn contains(area: Area, column: u16, row: u16) -> bool {
    (area.x..area.x.saturating_add(area.width)).contains(&column)
        && (area.y..area.y.saturating_add(area.height)).contains(&row)
}
