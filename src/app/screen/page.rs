//! A screen as plain data: regions, rows and spans of text. Roles say what a span means; no colour and
//! no terminal is known here.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::Width;

/// The size of a screen, counted in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The number of columns, each one cell wide.
    pub width: u16,
    /// The number of rows, each one cell high.
    pub height: u16,
}

/// A rectangle of cells on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The leftmost column, counted from 0.
    pub x: u16,
    /// The topmost row, counted from 0.
    pub y: u16,
    /// The number of columns it is wide.
    pub width: u16,
    /// The number of rows it is high.
    pub height: u16,
}

/// One whole screen. Its regions are painted in order, so later ones cover earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The panes, bars and popups, from back to front.
    pub regions: Vec<Region>,
    /// The cell (column, row) of the terminal's cursor: the caret of a field, or where an input method should open.
    pub cursor: Option<(u16, u16)>,
    /// Whether the terminal shows its cursor.
    pub cursor_visible: bool,
}

/// Rows of text in a rectangle. The painter blanks the rectangle first, then paints the rows from its top,
/// each cut at the right edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// The rectangle to be filled.
    pub area: Area,
    /// The rows that are seen, from the top.
    pub rows: Vec<Row>,
}

/// One row of text in a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The texts of the row, from the left.
    pub spans: Vec<Span>,
    /// The role of the cells behind the last span, up to the right edge of the region.
    pub fill: Role,
}

/// A run of text with one meaning. It holds no control characters: text from outside goes
/// through `text::sanitize` before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text without control characters.
    pub text: String,
    /// What the text means, for its colour.
    pub role: Role,
}

/// What a span means. `tui/theme.rs` gives each role its colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Plain text of a plan or of the program.
    #[default]
    Text,
    /// Secondary text: counts, sources, what the program adds.
    Dim,
    /// The heading of a node or the title of a plan.
    Title,
    /// The printed number of a heading, or the ordinal of a row.
    Number,
    /// The name of a responsible unit.
    Unit,
    /// The name of a lead unit, and the word 牵头.
    Lead,
    /// A value of an indicator table: baseline or actual.
    Value,
    /// The value that an indicator is to reach.
    Target,
    /// Characters that match the search.
    Match,
    /// The row under the cursor in the pane that has the focus.
    Selected,
    /// The row under the cursor in a pane without the focus.
    SelectedAway,
    /// Characters that match the search in the row under the cursor.
    SelectedMatch,
    /// The tab whose view is shown.
    TabActive,
    /// A tab whose view is not shown.
    Tab,
    /// The breadcrumb and the edges of popups.
    Bar,
    /// A key in the help or the footer.
    Key,
    /// The mark of a draft, a finding, or a warning.
    Warning,
    /// An error or a message that needs an answer.
    Error,
    /// The line between two panes.
    Rule,
    /// The text field that has the caret.
    Input,
}

impl Page {
    /// Returns the screen as lines of text without trailing spaces, for tests and for anybody who wants to see a screen
    /// without a terminal. `width` measures characters as the terminal would.
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

/// Puts spans into a row of cells; a wide character takes its first cell and empties the others.
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
