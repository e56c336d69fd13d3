//! The view model: what a screen shows, as plain data. Roles say what a span means; no colour, no terminal is known here.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::Width;

/// The size of the screen in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// One whole screen. Regions are painted in order, later ones over earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The panes, bars and popups.
    pub regions: Vec<Region>,
    /// Where the terminal's cursor stands (column, row): in an input field, or where an input method should open.
    pub cursor: Option<(u16, u16)>,
    /// Whether the cursor is shown there.
    pub cursor_visible: bool,
}

/// Rows in a rectangle. The painter blanks the rectangle first, then paints the rows from its top, each cut at its edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// Where.
    pub area: Area,
    /// The seen rows only.
    pub rows: Vec<Row>,
}

/// One row of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What stands in it, from the left.
    pub spans: Vec<Span>,
    /// The role of the cells to the right of the last span, over the whole width of the region.
    pub fill: Role,
}

/// A run of text with one meaning. Never holds a control character: text from outside goes through `text::sanitize`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it means.
    pub role: Role,
}

/// What a span means. `tui/theme.rs` gives each one a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Plain text.
    #[default]
    Text,
    /// Secondary text: counts, sources, what the program adds.
    Dim,
    /// A heading or title.
    Title,
    /// A printed number of a heading, or a row's ordinal.
    Number,
    /// A responsible unit.
    Unit,
    /// A lead unit and the word 牵头.
    Lead,
    /// A value of a table: baseline or actual.
    Value,
    /// A target value.
    Target,
    /// Characters that answer the search.
    Match,
    /// The row under the cursor in the pane that has the focus.
    Selected,
    /// The row under the cursor in a pane without the focus.
    SelectedAway,
    /// Characters that answer the search, in the row under the cursor.
    SelectedMatch,
    /// The active tab.
    TabActive,
    /// Another tab.
    Tab,
    /// The breadcrumb, bars and rules.
    Bar,
    /// A key in a hint.
    Key,
    /// A draft's mark, a finding, a warning.
    Warning,
    /// An error or a message that needs an answer.
    Error,
    /// A line between panes.
    Rule,
    /// The field one types in.
    Input,
}

impl Page {
    /// The screen as text, a line a row, without the spaces at their ends: later regions cover earlier ones. For tests
    /// and for anybody who wants to see a screen without a terminal; `width` measures as the terminal would.
    #[must_use]
    pub fn to_text(&self, size: Size, width: Width) -> Vec<String> {
        let columns = usize::from(size.width);
        let mut screen = vec![vec![Some(" ".to_owned()); columns]; usize::from(size.height)];
        for region in &self.regions {
            let left = usize::from(region.area.x);
            for at in 0..region.area.height {
                let Some(cells) = screen.get_mut(usize::from(region.area.y.saturating_add(at))) else { break };
                let right = (left + usize::from(region.area.width)).min(columns);
                for cell in cells.iter_mut().take(right).skip(left) {
                    *cell = Some(" ".to_owned());
                }
                let spans = region.rows.get(usize::from(at)).map(|row| row.spans.as_slice()).unwrap_or_default();
                put(cells, left, right, spans, width);
            }
        }
        let line = |cells: Vec<Option<String>>| cells.into_iter().flatten().collect::<String>().trim_end().to_owned();
        screen.into_iter().map(line).collect()
    }
}

/// Puts spans into a row of cells: a wide cluster takes its first cell and empties the others.
fn put(cells: &mut [Option<String>], left: usize, right: usize, spans: &[Span], width: Width) {
    let mut at = left;
    for grapheme in spans.iter().flat_map(|span| span.text.graphemes(true)) {
        let n_cells = width.grapheme(grapheme);
        if n_cells == 0 || at + n_cells > right {
            continue;
        }
        for (part, cell) in cells.iter_mut().skip(at).take(n_cells).enumerate() {
            *cell = (part == 0).then(|| grapheme.to_owned());
        }
        at += n_cells;
    }
}
