//! Cells: how much room a text takes in a terminal, and how to cut and fill it to a given room.
//!
//! The only file that knows the tables behind the measure. Everything is counted in cells per grapheme cluster, and
//! no cut ever falls inside a cluster. It must not know colours, rows or what the text says.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How the terminal draws characters whose East Asian Width is Ambiguous: “ ” — ≥ ‰ · and the box drawing.
///
/// Terminals differ, and by the user's setting, so the choice is a value that travels with every measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Width {
    /// One cell each, as nearly all terminals do out of the box.
    #[default]
    Narrow,
    /// Two cells each, as terminals set up for Chinese may do.
    Wide,
}

/// The longest beginning of a text that fits a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The part that fits: whole grapheme clusters.
    pub text: &'a str,
    /// Its cells, at most the room asked for.
    pub cells: usize,
    /// What follows it.
    pub rest: &'a str,
}

/// Where a text stands in a field that is wider than it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the left edge: words.
    #[default]
    Left,
    /// At the right edge: numbers.
    Right,
    /// In the middle; an odd cell goes to the right.
    Center,
}

impl Width {
    /// Cells of a text. Control characters count 0: tabs must have been expanded before.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        if is_plain(text) {
            return text.len();
        }
        text.graphemes(true).map(|grapheme| self.grapheme(grapheme)).sum()
    }

    /// Cells of one grapheme cluster; 0 for a control character.
    #[must_use]
    pub fn grapheme(self, grapheme: &str) -> usize {
        // A control character is always a cluster of its own (UAX 29, GB4 and GB5), but the tables give it one cell.
        if grapheme.starts_with(char::is_control) {
            return 0;
        }
        match self {
            Self::Narrow => grapheme.width(),
            Self::Wide => grapheme.width_cjk(),
        }
    }

    /// Whether a cluster takes more cells here than the narrow measure says, so that a painter that counts narrowly
    /// must be told its width.
    #[must_use]
    pub fn is_ambiguous_wide(self, grapheme: &str) -> bool {
        self == Self::Wide && self.grapheme(grapheme) > Self::Narrow.grapheme(grapheme)
    }

    /// The longest beginning of `text` that takes at most `cells`.
    #[must_use]
    pub fn fit(self, text: &str, cells: usize) -> Fit<'_> {
        let mut used = 0;
        for (start, grapheme) in text.grapheme_indices(true) {
            let after = used + self.grapheme(grapheme);
            if after > cells {
                let (text, rest) = text.split_at(start);
                return Fit { text, cells: used, rest };
            }
            used = after;
        }
        Fit { text, cells: used, rest: "" }
    }

    /// The text itself where it fits `cells`; otherwise its beginning and an ellipsis, together at most `cells`.
    ///
    /// Where not even the ellipsis has room the text is cut without one.
    #[must_use]
    pub fn truncate(self, text: &str, cells: usize) -> Cow<'_, str> {
        let whole = self.fit(text, cells);
        if whole.rest.is_empty() {
            return Cow::Borrowed(text);
        }
        let ellipsis = self.ellipsis();
        match cells.checked_sub(self.of(ellipsis)) {
            Some(room) => Cow::Owned(format!("{}{ellipsis}", self.fit(whole.text, room).text)),
            None => Cow::Borrowed(whole.text),
        }
    }

    /// The text cut (see [`Width::truncate`]) or filled with spaces to exactly `cells`.
    #[must_use]
    pub fn pad(self, text: &str, cells: usize, align: Align) -> String {
        let shown = self.truncate(text, cells);
        let gap = cells.saturating_sub(self.of(&shown));
        let left = match align {
            Align::Left => 0,
            Align::Right => gap,
            Align::Center => gap / 2,
        };
        format!("{:left$}{shown}{:right$}", "", "", right = gap - left)
    }

    /// What a window of `cells` shows of a text scrolled `from` cells to the left.
    ///
    /// A glyph cut by an edge of the window is replaced by spaces, so nothing shifts while scrolling. The result takes
    /// `cells`, or less where the text ends before.
    #[must_use]
    pub fn window(self, text: &str, from: usize, cells: usize) -> String {
        let to = from.saturating_add(cells);
        let mut shown = String::new();
        let mut end = 0;
        for grapheme in text.graphemes(true) {
            let start = end;
            end += self.grapheme(grapheme);
            if start >= to {
                break;
            }
            if start >= from && end <= to {
                shown.push_str(grapheme);
            } else {
                let seen = end.min(to).saturating_sub(start.max(from));
                shown.extend(std::iter::repeat_n(' ', seen));
            }
        }
        shown
    }

    /// The mark of a cut: `…`, or three full stops where `…` would take two cells.
    #[must_use]
    pub fn ellipsis(self) -> &'static str {
        self.glyphs().ellipsis
    }

    /// The signs the program itself draws.
    #[must_use]
    pub fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Narrow => &Glyphs::NARROW,
            Self::Wide => &Glyphs::WIDE,
        }
    }
}

/// Whether every byte is a printable ASCII character, so that bytes, clusters and cells are the same number.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The signs the program itself draws: markers, rules, bars.
///
/// Each takes exactly one cell, the ellipsis apart. The set for wide terminals holds only signs that every terminal
/// draws in one cell (East Asian Width Neutral or Na), so no frame comes out in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before a folded row.
    pub folded: &'static str,
    /// Before an unfolded row.
    pub unfolded: &'static str,
    /// Before an entry of a list.
    pub bullet: &'static str,
    /// Before the row or field where input goes.
    pub prompt: &'static str,
    /// Between the parts of a place: 规划 › 章 › 节.
    pub separator: &'static str,
    /// More columns lie to the left.
    pub more_left: &'static str,
    /// More columns lie to the right.
    pub more_right: &'static str,
    /// A row the user has marked.
    pub marked: &'static str,
    /// A row with a bookmark.
    pub bookmark: &'static str,
    /// Something holds.
    pub yes: &'static str,
    /// Something does not hold.
    pub no: &'static str,
    /// A vertical line between panes.
    pub vertical: &'static str,
    /// A horizontal line.
    pub horizontal: &'static str,
    /// Where a vertical and a horizontal line cross.
    pub cross: &'static str,
    /// The corners of a frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// A filled cell of a bar, and the thumb of a scroll bar.
    pub bar: &'static str,
    /// An empty cell of a bar, and the track of a scroll bar.
    pub track: &'static str,
    /// A point of a chart.
    pub point: &'static str,
    /// The mark of a cut text.
    pub ellipsis: &'static str,
}

impl Glyphs {
    const NARROW: Self = Self {
        folded: "▸",
        unfolded: "▾",
        bullet: "•",
        prompt: "❯",
        separator: "›",
        more_left: "‹",
        more_right: "›",
        marked: "✓",
        bookmark: "★",
        yes: "✓",
        no: "✗",
        vertical: "│",
        horizontal: "─",
        cross: "┼",
        corners: ["┌", "┐", "└", "┘"],
        bar: "█",
        track: "░",
        point: "●",
        ellipsis: "…",
    };

    const WIDE: Self = Self {
        bullet: "▪",
        bookmark: "*",
        vertical: "|",
        horizontal: "-",
        cross: "+",
        corners: ["+"; 4],
        bar: "▐",
        point: "o",
        ellipsis: "...",
        ..Self::NARROW
    };
}
