//! Line breaking for Chinese prose: where a paragraph is cut into the rows of a pane.
//!
//! Break opportunities are those of the Unicode line breaking algorithm (UAX 14), which keeps 。，、）” off the start of
//! a row and （《“ off its end. Two house rules stand on top: a number is not parted from its unit (see [`parts`]), and
//! rows are filled greedily, so that no word moves while the paragraph below it changes. Rows are byte ranges of the
//! text, so that search hits and mouse clicks find their way back. It must not know how rows are painted.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::width::Width;

/// Cells left free at the beginning of the rows of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indent {
    /// Before the first row of each paragraph; 4 is the usual two characters.
    pub first: usize,
    /// Before the other rows.
    pub rest: usize,
}

impl Indent {
    /// No indent at all.
    pub const NONE: Self = Self { first: 0, rest: 0 };

    /// The indent of Chinese prose: two full-width characters before the first row.
    pub const PROSE: Self = Self { first: 4, rest: 0 };

    /// Cells really left free in a row of `cells`, for the first row of a paragraph or another one.
    ///
    /// An indent gives way before the text does: two cells, the room of one character, stay for it where the row has them.
    #[must_use]
    pub fn cells(self, first: bool, cells: usize) -> usize {
        let wanted = if first { self.first } else { self.rest };
        wanted.min(cells.saturating_sub(GLYPH))
    }
}

/// Cells of a full-width character: the least room a row of text can use.
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
/// - A cluster wider than any row (a Chinese character in a row of one cell) is left out.
/// - No room, no rows: `cells` = 0 gives none. Otherwise there is at least one, even for an empty text.
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

/// What stands between two break opportunities: something to read, then spaces.
struct Piece {
    /// Where it begins.
    start: usize,
    /// Where the spaces begin that close it.
    solid_end: usize,
    /// Where it ends.
    end: usize,
    /// Cells up to `solid_end`.
    cells: usize,
    /// Cells of the closing spaces.
    spaces: usize,
    /// Whether the row must end here.
    ends_paragraph: bool,
}

/// The pieces of a text, each grapheme cluster measured once.
fn pieces(text: &str, width: Width) -> Vec<Piece> {
    let mut breaks = linebreaks(text).peekable();
    let mut pieces = Vec::new();
    let mut piece = Piece::empty(0);
    for (start, grapheme) in text.grapheme_indices(true) {
        piece.push(start, grapheme, width);
        // A break inside a cluster (a mark on a space, say) is none; those behind us are passed over here.
        while breaks.next_if(|&(at, _)| at < piece.end).is_some() {}
        let Some((_, kind)) = breaks.next_if(|&(at, _)| at == piece.end) else { continue };
        let forced = kind == BreakOpportunity::Mandatory;
        if forced || !parts_number(text, piece.end) {
            let next = Piece::empty(piece.end);
            pieces.push(Piece { ends_paragraph: forced, ..std::mem::replace(&mut piece, next) });
        }
    }
    pieces
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

/// Whether a cluster may vanish at the end of a row; line ends are among them.
fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

/// What a number is counted in, or what follows it in one breath: 2030|年, 30|万, 2|个, 3|余.
const UNITS: &str = "年月日号时分秒周天岁届期次人名位个张家所间项件条种类批台套辆例户床倍成元角米里平立公吨克升毫千百十万亿兆余多余几度级版章节款%％‰℃㎡";

/// Whether a row break at byte `at` would tear a number apart or take its unit away.
fn parts_number(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut before = before.chars().rev();
    let (Some(last), Some(next)) = (before.next(), after.chars().next()) else { return false };
    if is_digit(last) {
        return is_digit(next) || UNITS.contains(next) || next.is_ascii_alphabetic();
    }
    // 第3章; and ２．５ in full-width characters, which UAX 14 takes for ideographs and a closing mark.
    is_digit(next) && (last == '第' || (matches!(last, '．' | '／') && before.next().is_some_and(is_digit)))
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// Fills rows greedily with pieces.
struct Filler<'a> {
    text: &'a str,
    width: Width,
    /// Room of a paragraph's first row and of its other rows, indents taken off.
    rooms: [usize; 2],
    rows: Vec<Range<usize>>,
    /// The row under way, spaces at its end left out.
    row: Range<usize>,
    /// Its cells, and those of the spaces behind it.
    cells: usize,
    spaces: usize,
    /// Whether it is the first of its paragraph.
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
                // Spaces before the first word of a paragraph are no row of their own.
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
        let widest = self.rooms[0].max(self.rooms[1]);
        for (offset, grapheme) in solid.grapheme_indices(true) {
            let (start, cells) = (piece.start + offset, self.width.grapheme(grapheme));
            let end = start + grapheme.len();
            if cells > widest {
                if !self.row.is_empty() {
                    self.close();
                }
                self.begin(end);
                continue;
            }
            if is_space(grapheme) {
                self.spaces += cells;
                continue;
            }
            if self.cells + self.spaces + cells > self.room() {
                self.close();
                self.begin(start);
            }
            self.extend(end, cells);
        }
    }

    /// Takes what ends at byte `end` into the row.
    fn extend(&mut self, end: usize, cells: usize) {
        self.row.end = end;
        self.cells += std::mem::take(&mut self.spaces) + cells;
    }

    /// The row is done.
    fn close(&mut self) {
        self.rows.push(self.row.clone());
        self.first = false;
    }

    /// An empty row that begins at byte `start`.
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

    fn rows(text: &str, indent: Indent, cells: usize, width: Width) -> Vec<&str> {
        wrap_with(text, indent, cells, width).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn breaks_lines() {
        for (text, cells, expected) in [
            ("规划纲要", 4, &["规划", "纲要"][..]),
            ("规划纲要", 5, &["规划", "纲要"]),
            ("规划，纲要", 4, &["规", "划，", "纲要"]),
            ("到“十五五”末", 6, &["到", "“十五", "五”末"]),
            ("到2030年末", 6, &["到", "2030年", "末"]),
            ("低于10.11/10万。", 10, &["低于", "10.11/10万", "。"]),
            ("达到90%以上", 6, &["达到", "90%以", "上"]),
            ("第3章总则", 4, &["第3", "章总", "则"]),
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
}
