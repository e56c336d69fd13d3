//! Cells: how much room a text takes in a terminal, and how it is cut or padded to a given width.
//!
//! This is the only file that uses the tables of character widths. Everything is counted in cells for each grapheme
//! cluster, and no text is ever cut inside a cluster. It must not know colours, rows or what the text says.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How the terminal draws characters whose East Asian Width is Ambiguous: “ ” — ≥ ‰ · and the box drawing; and with which
/// characters the program draws lines and marks of its own.
///
/// Terminals differ in it, also by the user's settings, so whoever measures a text needs this value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Width {
    /// One cell each, as in nearly all terminals by default.
    #[default]
    Narrow,
    /// Two cells each, as in some terminals set up for Chinese.
    Wide,
    /// One cell each; lines and marks are drawn in ASCII alone, as fonts without them and some screen readers need.
    NarrowAscii,
    /// Two cells each; lines and marks are drawn in ASCII alone.
    WideAscii,
}

/// The longest beginning of a text that fits a number of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The part that fits: whole grapheme clusters.
    pub text: &'a str,
    /// The cells that it takes, at most those asked for.
    pub cells: usize,
    /// The rest of the text, which does not fit.
    pub rest: &'a str,
}

/// How a text is aligned in a field that is wider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the left edge, the alignment of words.
    #[default]
    Left,
    /// At the right edge, the alignment of numbers.
    Right,
    /// In the middle; an odd cell goes to the right.
    Center,
}

impl Width {
    /// The cells that a text takes. Control characters count 0, so tabs must have been expanded before.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        if is_plain(text) {
            return text.len();
        }
        text.graphemes(true).map(|grapheme| self.grapheme(grapheme)).sum()
    }

    /// The cells that one grapheme cluster takes; 0 for a control character.
    #[must_use]
    pub fn grapheme(self, grapheme: &str) -> usize {
        // A control character is always a cluster of its own (UAX 29, GB4 and GB5), but the tables give it one cell.
        if grapheme.starts_with(char::is_control) {
            return 0;
        }
        if self.is_wide() { grapheme.width_cjk() } else { grapheme.width() }
    }

    /// Whether ambiguous characters take two cells.
    #[must_use]
    pub fn is_wide(self) -> bool {
        matches!(self, Self::Wide | Self::WideAscii)
    }

    /// The width that measures alike and draws in ASCII alone.
    #[must_use]
    pub fn in_ascii(self) -> Self {
        if self.is_wide() { Self::WideAscii } else { Self::NarrowAscii }
    }

    /// Whether a cluster takes more cells than `Narrow` counts for it. A painter that measures narrowly must then be
    /// told the width of the cluster.
    #[must_use]
    pub fn is_ambiguous_wide(self, grapheme: &str) -> bool {
        self.is_wide() && self.grapheme(grapheme) > Self::Narrow.grapheme(grapheme)
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
    /// Where there is no room even for the ellipsis, the text is cut without one.
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

    /// The part of a text that a window of `cells` shows when it is scrolled `from` cells to the left.
    ///
    /// A glyph cut by an edge of the window is replaced by spaces, so that nothing shifts while scrolling. The result
    /// takes `cells`, or less where the text ends earlier.
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
            Self::NarrowAscii | Self::WideAscii => &Glyphs::ASCII,
        }
    }
}

/// Whether every byte is a printable ASCII character, so that there are as many bytes as clusters and cells.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The signs that the program itself draws: markers, rules, bars.
///
/// Each takes exactly one cell, except the ellipsis. The set for wide terminals has only signs that every terminal
/// draws in one cell (East Asian Width Neutral or Na), so that frames have no gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Stands before a folded row of a tree.
    pub folded: &'static str,
    /// Stands before an unfolded row of a tree.
    pub unfolded: &'static str,
    /// Stands before an entry of a list.
    pub bullet: &'static str,
    /// Stands before the row or the field that has the focus.
    pub prompt: &'static str,
    /// Stands between the parts of a location: 规划 › 章 › 节.
    pub separator: &'static str,
    /// Says that there are more columns to the left.
    pub more_left: &'static str,
    /// Says that there are more columns to the right.
    pub more_right: &'static str,
    /// Marks a row that the user has chosen.
    pub marked: &'static str,
    /// Marks a row that has a bookmark.
    pub bookmark: &'static str,
    /// Stands for yes: a condition holds.
    pub yes: &'static str,
    /// Stands for no: a condition does not hold.
    pub no: &'static str,
    /// Marks the header of a column that is sorted by ascending values.
    pub ascending: &'static str,
    /// Marks the header of a column that is sorted by descending values.
    pub descending: &'static str,
    /// A vertical line, as between two panes.
    pub vertical: &'static str,
    /// A horizontal line, as below a header.
    pub horizontal: &'static str,
    /// Where a vertical and a horizontal line cross.
    pub cross: &'static str,
    /// The corners of a frame: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// A filled cell of a bar, and the thumb of a scroll bar.
    pub bar: &'static str,
    /// An empty cell of a bar, and the track of a scroll bar.
    pub track: &'static str,
    /// A point on the line of a chart.
    pub point: &'static str,
    /// Stands at the end of a text that was cut.
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
        ascending: "▲",
        descending: "▼",
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
        ascending: "^",
        descending: "v",
        vertical: "|",
        horizontal: "-",
        cross: "+",
        corners: ["+"; 4],
        bar: "▐",
        point: "o",
        ellipsis: "...",
        ..Self::NARROW
    };

    const ASCII: Self = Self {
        folded: "+",
        unfolded: "-",
        bullet: "*",
        prompt: ">",
        separator: ">",
        more_left: "<",
        more_right: ">",
        marked: "x",
        yes: "y",
        no: "n",
        bar: "#",
        track: ".",
        ..Self::WIDE
    };
}

#[cfg(test)]
mod tests {
    use crate::text::corpus;

    use super::*;

    const BOTH: [Width; 2] = [Width::Narrow, Width::Wide];

    #[test]
    fn measures_cells() {
        for (text, narrow, wide) in [
            ("", 0, 0),
            ("abc 123", 7, 7),
            ("规划", 4, 4),
            ("“十五五”", 8, 10),
            ("——≥‰·", 5, 10),
            ("～％（）《》〇㎡", 16, 16),
            ("e\u{301}", 1, 1),
            ("\t\u{1b}\n", 0, 0),
            ("👨\u{200d}👩\u{200d}👧", 2, 2),
            ("\u{301}", 0, 0),
        ] {
            assert_eq!((Width::Narrow.of(text), Width::Wide.of(text)), (narrow, wide), "{text:?}");
        }
    }

    #[test]
    fn knows_which_clusters_a_narrow_painter_would_get_wrong() {
        for (grapheme, expected) in [("“", true), ("≥", true), ("─", true), ("规", false), ("a", false), ("（", false)]
        {
            assert_eq!(Width::Wide.is_ambiguous_wide(grapheme), expected, "{grapheme}");
            assert!(!Width::Narrow.is_ambiguous_wide(grapheme), "{grapheme}");
        }
    }

    #[test]
    fn truncates() {
        for (text, cells, narrow, wide) in [
            ("规划纲要", 8, "规划纲要", "规划纲要"),
            ("规划纲要", 7, "规划纲…", "规划..."),
            ("规划纲要", 6, "规划…", "规..."),
            ("规划纲要", 3, "规…", "..."),
            ("规划纲要", 2, "…", "规"),
            ("规划纲要", 1, "…", ""),
            ("规划纲要", 0, "", ""),
            ("“规划”", 6, "“规划”", "“..."),
            ("", 0, "", ""),
        ] {
            assert_eq!(Width::Narrow.truncate(text, cells), narrow, "{text} {cells}");
            assert_eq!(Width::Wide.truncate(text, cells), wide, "{text} {cells}");
        }
    }

    #[test]
    fn pads() {
        for (text, cells, align, expected) in [
            ("市局", 6, Align::Left, "市局  "),
            ("95.5", 6, Align::Right, "  95.5"),
            ("局", 5, Align::Center, " 局  "),
            ("卫生健康局", 6, Align::Left, "卫生… "),
            ("卫生健康局", 6, Align::Right, " 卫生…"),
            ("", 2, Align::Center, "  "),
        ] {
            assert_eq!(Width::Narrow.pad(text, cells, align), expected, "{text} {cells}");
        }
    }

    #[test]
    fn shows_a_window() {
        for (text, from, cells, expected) in [
            ("规划abc", 0, 4, "规划"),
            ("规划abc", 1, 4, " 划a"),
            ("规划abc", 0, 3, "规 "),
            ("规划abc", 1, 2, "  "),
            ("规划abc", 1, 1, " "),
            ("规划abc", 5, 9, "bc"),
            ("规划abc", 7, 9, ""),
            ("规划abc", 0, 0, ""),
            ("ae\u{301}b", 1, 1, "e\u{301}"),
            ("规", usize::MAX, usize::MAX, ""),
        ] {
            assert_eq!(Width::Narrow.window(text, from, cells), expected, "{text} {from} {cells}");
        }
        assert_eq!(Width::Wide.window("“规”", 1, 4), " 规 ");
    }

    #[test]
    fn every_sign_of_the_program_takes_one_cell() {
        for width in BOTH.into_iter().chain(BOTH.map(Width::in_ascii)) {
            let glyphs = width.glyphs();
            #[rustfmt::skip]
            let signs = [
                glyphs.folded, glyphs.unfolded, glyphs.bullet, glyphs.prompt, glyphs.separator, glyphs.more_left,
                glyphs.more_right, glyphs.marked, glyphs.bookmark, glyphs.yes, glyphs.no, glyphs.vertical,
                glyphs.horizontal, glyphs.cross, glyphs.bar, glyphs.track, glyphs.point,
                glyphs.ascending, glyphs.descending,
            ];
            for sign in signs.into_iter().chain(glyphs.corners) {
                assert_eq!(width.of(sign), 1, "{sign} {width:?}");
                assert!(sign.is_ascii() || width != width.in_ascii(), "{sign} {width:?}");
            }
        }
        assert_eq!((Width::Narrow.of("…"), Width::Wide.of("...")), (1, 3));
    }

    /// Checks what each way to cut promises, over real and hostile lines.
    fn check_cuts(width: Width, text: &str, cells: usize) {
        let fit = width.fit(text, cells);
        assert_eq!(format!("{}{}", fit.text, fit.rest), text);
        assert_eq!(width.of(fit.text), fit.cells);
        assert!(fit.cells <= cells, "{text:?}");
        let next = fit.rest.graphemes(true).next().map_or(0, |grapheme| width.grapheme(grapheme));
        assert!(fit.rest.is_empty() || fit.cells + next > cells, "more would fit: {text:?}");

        assert!(width.of(&width.truncate(text, cells)) <= cells, "{text:?}");
        for align in [Align::Left, Align::Right, Align::Center] {
            assert_eq!(width.of(&width.pad(text, cells, align)), cells, "{text:?}");
        }
        for from in [1, cells / 2, cells] {
            let window = width.window(text, from, cells);
            let left = width.of(text).saturating_sub(from).min(cells);
            assert_eq!(width.of(&window), left, "{text:?} {from} {cells}");
            assert!(text.contains(window.trim_matches(' ')), "{window:?} of {text:?}");
        }
    }

    #[test]
    fn no_cut_overruns_or_splits_at_any_width() {
        for width in BOTH {
            for cells in 0..=200 {
                for text in corpus::sample(cells).into_iter().chain(corpus::HOSTILE) {
                    check_cuts(width, text, cells);
                }
            }
        }
    }
}
