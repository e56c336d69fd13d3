//! Line breaking for Chinese prose: where a paragraph is cut into the rows of a pane.
//!
//! `rules` says where a row may end. Rows are filled greedily, so that a row stays when the text behind it changes.
//! They are byte ranges of the text, so that search hits and mouse clicks map to each other. It must not
//! know how rows are painted.

mod rules;

use std::iter;
use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::Width;
use crate::text::wrap::rules::Verdict;

/// The cells left free at the start of the rows of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indent {
    /// Those before the first row of a paragraph; usually 4, the room of two characters.
    pub first: usize,
    /// Those before each other row of a paragraph.
    pub rest: usize,
}

impl Indent {
    /// Without an indent, so that every row begins at the left edge.
    pub const NONE: Self = Self { first: 0, rest: 0 };

    /// The indent of Chinese prose: two full-width characters before the first row.
    pub const PROSE: Self = Self { first: 4, rest: 0 };

    /// The indent that a row of `cells` has room for, for the first row of a paragraph or another one.
    ///
    /// It is shortened before the text is: two cells, the room of one character, are kept for the
    /// text where the row has them.
    #[must_use]
    pub fn cells(self, first: bool, cells: usize) -> usize {
        let wanted = if first { self.first } else { self.rest };
        wanted.min(cells.saturating_sub(GLYPH))
    }
}

/// The cells of a full-width character, the least room that a row of text can use.
const GLYPH: usize = 2;

/// Cuts a text into rows of at most `cells`, as byte ranges. See [`wrap_with`].
#[must_use]
pub fn wrap(text: &str, cells: usize, width: Width) -> Vec<Range<usize>> {
    wrap_with(text, Indent::NONE, cells, width)
}

/// Cuts a text into rows of at most `cells`, its indent included, as byte ranges in the order of the text.
///
/// - `\n` ends a paragraph; the next one begins with `indent.first` again. One at the very end adds no empty row.
/// - Spaces at the end of a row belong to no range and need no room. Every other character is in exactly one range.
/// - A piece without a break opportunity that is longer than a row is cut between grapheme clusters.
/// - A cluster wider than the row it would stand in (a Chinese character in a row of one cell) is left out.
/// - `cells` = 0 gives no rows. Otherwise there is at least one, even for an empty text.
#[must_use]
pub fn wrap_with(text: &str, indent: Indent, cells: usize, width: Width) -> Vec<Range<usize>> {
    if cells == 0 {
        return Vec::new();
    }
    let mut filler = Filler::new(text, indent, cells, width);
    for piece in pieces(text, width) {
        filler.add(&piece);
    }
    filler.finish()
}

/// The text between two break opportunities: visible text, then spaces.
struct Piece {
    /// The byte at which the piece begins.
    start: usize,
    /// The byte at which its closing spaces begin.
    solid_end: usize,
    /// The byte at which it ends, spaces included.
    end: usize,
    /// The cells of its visible text, up to `solid_end`.
    cells: usize,
    /// The cells of its closing spaces.
    spaces: usize,
    /// Whether the row must end here.
    ends_paragraph: bool,
}

/// The pieces of a text one by one, each grapheme cluster measured once. The last one ends a
/// paragraph, as UAX 14 demands.
fn pieces(text: &str, width: Width) -> impl Iterator<Item = Piece> {
    let mut breaks = linebreaks(text).peekable();
    let mut graphemes = text.grapheme_indices(true);
    let mut begin = 0;
    iter::from_fn(move || {
        let mut piece = Piece::empty(begin);
        for (start, grapheme) in graphemes.by_ref() {
            piece.push(start, grapheme, width);
            // A break inside a cluster (after a space with a combining mark, say) does not count, and those
            // already passed are skipped.
            while breaks.next_if(|&(at, _)| at < piece.end).is_some() {}
            let found = breaks.next_if(|&(at, _)| at == piece.end).map(|(_, kind)| kind);
            let (before, after) = text.split_at(piece.end);
            let verdict = rules::judge(found, before, after);
            if verdict != Verdict::Bound {
                piece.ends_paragraph = verdict == Verdict::Forced;
                begin = piece.end;
                return Some(piece);
            }
        }
        None
    })
}

impl Piece {
    fn empty(start: usize) -> Self {
        Self { start, solid_end: start, end: start, cells: 0, spaces: 0, ends_paragraph: false }
    }

    fn push(&mut self, start: usize, grapheme: &str, width: Width) {
        self.end = start + grapheme.len();
        let cells = width.grapheme(grapheme);
        if is_space(grapheme) {
            self.spaces += cells;
        } else {
            self.cells += std::mem::take(&mut self.spaces) + cells;
            self.solid_end = self.end;
        }
    }
}

/// Whether a cluster is dropped at the end of a row: a space or a line end.
fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

/// Fills rows greedily with pieces.
struct Filler<'a> {
    text: &'a str,
    width: Width,
    /// The room of a paragraph's first row and of its other rows, without the indents.
    rooms: [usize; 2],
    rows: Vec<Range<usize>>,
    /// The row that is being filled, without the spaces at its end.
    row: Range<usize>,
    /// The cells of that row, and those of the spaces behind it.
    cells: usize,
    spaces: usize,
    /// Whether that row is the first of its paragraph.
    first: bool,
}

impl<'a> Filler<'a> {
    fn new(text: &'a str, indent: Indent, cells: usize, width: Width) -> Self {
        let rooms = [true, false].map(|first| cells - indent.cells(first, cells));
        Self { text, width, rooms, rows: Vec::new(), row: 0..0, cells: 0, spaces: 0, first: true }
    }

    fn room(&self) -> usize {
        if self.first { self.rooms[0] } else { self.rooms[1] }
    }

    fn add(&mut self, piece: &Piece) {
        if piece.solid_end > piece.start {
            if self.cells + self.spaces + piece.cells > self.room() {
                // Spaces before the first word of a paragraph do not make a row.
                if !self.row.is_empty() {
                    self.close();
                }
                self.begin(piece.start);
            }
            if self.cells + self.spaces + piece.cells <= self.room() {
                self.extend(piece.solid_end, piece.cells);
            } else {
                self.cut(piece);
            }
        }
        self.spaces += piece.spaces;
        if piece.ends_paragraph {
            self.end_paragraph(piece.end);
        }
    }

    /// Spreads a piece longer than a row over as many rows as it takes.
    fn cut(&mut self, piece: &Piece) {
        let text = self.text;
        let solid = text.get(piece.start..piece.solid_end).unwrap_or_default();
        for (offset, grapheme) in solid.grapheme_indices(true) {
            let (start, cells) = (piece.start + offset, self.width.grapheme(grapheme));
            let end = start + grapheme.len();
            if is_space(grapheme) {
                self.spaces += if self.row.is_empty() { 0 } else { cells };
                continue;
            }
            if self.cells + self.spaces + cells > self.room() {
                // A first row that is too narrow because of its indent stays empty where the next one has more room.
                if !self.row.is_empty() || cells <= self.rooms[1] {
                    self.close();
                }
                self.begin(start);
            }
            if cells > self.room() {
                self.begin(end);
            } else {
                self.extend(end, cells);
            }
        }
    }

    /// Extends the row to byte `end`.
    fn extend(&mut self, end: usize, cells: usize) {
        self.row.end = end;
        self.cells += std::mem::take(&mut self.spaces) + cells;
    }

    /// Adds the row that is being filled to the result.
    fn close(&mut self) {
        self.rows.push(self.row.clone());
        self.first = false;
    }

    /// Begins an empty row at byte `start`.
    fn begin(&mut self, start: usize) {
        self.row = start..start;
        self.cells = 0;
        self.spaces = 0;
    }

    fn end_paragraph(&mut self, end: usize) {
        // An empty paragraph is an empty row.
        if self.first || !self.row.is_empty() {
            self.close();
        }
        self.begin(end);
        self.first = true;
    }

    fn finish(mut self) -> Vec<Range<usize>> {
        if self.rows.is_empty() {
            self.close();
        }
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::corpus;

    fn slice(text: &str, row: Range<usize>) -> &str {
        text.get(row).expect("rows lie on character boundaries")
    }

    fn rows(text: &str, indent: Indent, cells: usize, width: Width) -> Vec<&str> {
        wrap_with(text, indent, cells, width).into_iter().map(|row| slice(text, row)).collect()
    }

    #[test]
    fn breaks_lines() {
        for (text, cells, expected) in [
            ("规划纲要", 4, &["规划", "纲要"][..]),
            ("规划纲要", 5, &["规划", "纲要"]),
            ("规划，纲要", 4, &["规", "划，", "纲要"]),
            ("到“十五五”末", 6, &["到“十", "五五”", "末"]),
            ("到2030年末", 6, &["到", "2030年", "末"]),
            ("低于10.11/10万。", 10, &["低于", "10.11/10万", "。"]),
            ("达到90%以上", 6, &["达到", "90%以", "上"]),
            ("第3章总则", 6, &["第3章", "总则"]),
            ("千人3.5 人、第 3 节", 10, &["千人", "3.5 人、", "第 3 节"]),
            ("10 20 30", 6, &["10 20", "30"]),
            ("约5～10岁", 8, &["约", "5～10岁"]),
            ("达２．５倍", 8, &["达", "２．５倍"]),
            ("“一老”“一小”", 8, &["“一老”", "“一小”"]),
            ("用’s用“a”", 4, &["用’s", "用", "“a”"]),
            ("plain words here", 11, &["plain words", "here"]),
            ("有 空 格", 4, &["有", "空", "格"]),
            ("一二  三", 4, &["一二", "三"]),
            ("abcdefg", 3, &["abc", "def", "g"]),
            ("一\n\n二", 9, &["一", "", "二"]),
            ("一\n", 9, &["一"]),
            ("一\r\n二", 9, &["一", "二"]),
            ("", 9, &[""]),
            ("   ", 2, &[""]),
            ("　　一二", 8, &["　　一二"]),
            ("　　一二", 2, &["一", "二"]),
        ] {
            assert_eq!(rows(text, Indent::NONE, cells, Width::Narrow), expected, "{text:?} {cells}");
        }
    }

    #[test]
    fn has_rules_for_no_room() {
        for (text, cells, expected) in [
            ("规划", 0, &[][..]),
            ("", 0, &[]),
            ("规划", 1, &[""]),
            ("a规b划c", 1, &["a", "b", "c"]),
            ("a规b", 2, &["a", "规", "b"]),
            ("—“", 1, &[""]),
        ] {
            assert_eq!(rows(text, Indent::NONE, cells, Width::Wide), expected, "{text:?} {cells}");
        }
    }

    #[test]
    fn leaves_room_for_an_indent() {
        let hanging = Indent { first: 0, rest: 2 };
        for (text, indent, cells, expected) in [
            ("一二三四五", Indent::PROSE, 8, &["一二", "三四五"][..]),
            ("一二三\n四五六", Indent::PROSE, 8, &["一二", "三", "四五", "六"]),
            ("一二三四五", hanging, 6, &["一二三", "四五"]),
            ("aaaaaaaaa", hanging, 4, &["aaaa", "aa", "aa", "a"]),
            ("一二三", Indent::PROSE, 4, &["一", "二三"]),
            ("一二三", Indent::PROSE, 2, &["一", "二", "三"]),
            ("ab", Indent::PROSE, 1, &["a", "b"]),
        ] {
            assert_eq!(rows(text, indent, cells, Width::Narrow), expected, "{text:?} {cells}");
        }
    }

    /// Checks that no row is too wide, none begins inside a cluster, and that only spaces and what fits no row
    /// are left out between rows.
    fn check_rows(text: &str, indent: Indent, cells: usize, width: Width) {
        let narrowest = cells - indent.cells(true, cells).max(indent.cells(false, cells));
        let whole: Vec<usize> = text.grapheme_indices(true).map(|(start, _)| start).chain([text.len()]).collect();
        let mut found = wrap_with(text, indent, cells, width);
        assert!(!found.is_empty());
        found.push(text.len()..text.len());
        let (mut behind, mut first) = (0, true);
        for row in found {
            let between = slice(text, behind..row.start);
            let lost = between.graphemes(true).find(|lost| !is_space(lost) && width.grapheme(lost) <= narrowest);
            assert_eq!(lost, None, "lost from {text:?} at {cells}");
            assert!(whole.binary_search(&row.start).is_ok() && whole.binary_search(&row.end).is_ok(), "{text:?}");
            first |= between.contains('\n');
            let used = indent.cells(first, cells) + width.of(slice(text, row.clone()));
            assert!(used <= cells, "{row:?} of {text:?} takes {used} of {cells}");
            (behind, first) = (row.end, false);
        }
    }

    #[test]
    fn no_row_overruns_and_nothing_is_lost_at_any_width() {
        let indents = [Indent::NONE, Indent::PROSE, Indent { first: 0, rest: 6 }];
        for (turn, cells) in (1..=200).chain(1..=8).enumerate() {
            let indent = indents[turn % indents.len()];
            for width in [Width::Narrow, Width::Wide] {
                for text in corpus::sample(cells).into_iter().chain(corpus::HOSTILE) {
                    check_rows(text, indent, cells, width);
                }
                check_rows(&corpus::sample(cells)[..3].join("\n"), indent, cells, width);
            }
        }
    }

    /// Finds rows that begin with closing punctuation, end with opening punctuation, or split a number from its unit.
    fn faults<'a>(text: &'a str, cells: usize, width: Width) -> Vec<&'a str> {
        let found = rows(text, Indent::NONE, cells, width);
        let is_fault = |pair: &&[&'a str]| {
            let (Some(end), Some(start)) = (pair[0].chars().next_back(), pair[1].chars().next()) else { return false };
            "。，、；：？！）》」』】〕〉”’…%％‰·～".contains(start)
                || "（《「『【〔〈“‘".contains(end)
                || (end.is_ascii_digit() && "年月日万亿个%‰人岁张名./".contains(start))
        };
        found.windows(2).filter(is_fault).map(|pair| pair[1]).collect()
    }

    #[test]
    fn good_books_break_lines_so() {
        for width in [Width::Narrow, Width::Wide] {
            for cells in [20, 40, 76] {
                for text in corpus::lines() {
                    assert_eq!(faults(text, cells, width), [""; 0], "{text} at {cells}");
                }
            }
            for cells in 20..=200 {
                for text in corpus::sample(cells) {
                    assert_eq!(faults(text, cells, width), [""; 0], "{text} at {cells}");
                }
            }
        }
    }

    /// How the time grows with the text is measured by `cargo bench --locked --bench importer`.
    #[test]
    fn long_texts_are_wrapped() {
        for pattern in ["规划，", "aaaaaa", "      ", "“（2030年", "🇨🇳", "e\u{301}\u{301}"] {
            assert!(!wrap(&pattern.repeat(200_000 / pattern.len()), 40, Width::Narrow).is_empty(), "{pattern:?}");
        }
        let text = "到2030年，建成“健康佛山”。".repeat(2_000_000 / 39);
        assert!(!wrap(&text, 40, Width::Narrow).is_empty());
    }
}
