//! Cells of a text in a narrow or a wide terminal (short form for the terminal's branch; the text module's own file wins).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells the terminal gives to characters of ambiguous width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// One cell.
    #[default]
    Narrow,
    /// Two cells.
    Wide,
}

/// What of a text fits into some cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The part that fits.
    pub text: &'a str,
    /// Its cells.
    pub cells: usize,
    /// The rest.
    pub rest: &'a str,
}

impl Width {
    /// Cells of a text.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        text.graphemes(true).map(|g| self.grapheme(g)).sum()
    }

    /// Cells of one grapheme.
    #[must_use]
    pub fn grapheme(self, grapheme: &str) -> usize {
        let cells = match self {
            Self::Narrow => grapheme.width(),
            Self::Wide => grapheme.width_cjk(),
        };
        cells.min(2)
    }

    /// The longest start of a text that takes no more than `cells`.
    #[must_use]
    pub fn fit(self, text: &str, cells: usize) -> Fit<'_> {
        let mut taken = 0;
        for (at, grapheme) in text.grapheme_indices(true) {
            let next = taken + self.grapheme(grapheme);
            if next > cells {
                let (text, rest) = text.split_at(at);
                return Fit { text, cells: taken, rest };
            }
            taken = next;
        }
        Fit { text, cells: taken, rest: "" }
    }
}
