//! Rows at every width, and edges through wide glyphs.

use super::*;
use crate::app::screen::page::Span;

/// Chinese, ambiguous marks, Latin, wide punctuation, emoji of one and of several characters, a combining mark.
const MIXED: &str = "卫生“健康”a—≥5‰（b）🌞👩‍⚕️e\u{301}Ⅲ〇，end";
const WIDTHS: [Width; 2] = [Width::Narrow, Width::Wide];

fn region(x: u16, y: u16, width: u16, height: u16, rows: &[&str]) -> Region {
    let row = |text: &&str| Row { spans: vec![Span { text: (*text).to_string(), role: Role::Text }], fill: Role::Text };
    Region { area: Area { x, y, width, height }, rows: rows.iter().map(row).collect() }
}

fn painted(size: (u16, u16), width: Width, regions: Vec<Region>) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    Painter { width, theme: Theme::Colour }.page(&Page { regions, ..Page::default() }, &mut buffer);
    buffer
}

/// A row as one string: covered cells hold nothing, so it reads as the terminal shows it.
fn row_of(buffer: &Buffer, y: u16) -> String {
    (0..buffer.area.width).filter_map(|x| buffer.cell((x, y))).map(Cell::symbol).collect()
}

/// Each glyph is followed by as many covered cells as it takes, and no covered cell stands elsewhere.
#[track_caller]
fn check_halves(buffer: &Buffer, width: Width) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while let Some(cell) = buffer.cell((x, y)) {
            let cells = u16::try_from(width.grapheme(cell.symbol())).unwrap();
            assert!(cells > 0, "a half without its glyph at {x},{y}: {:?}", row_of(buffer, y));
            for half in 1..cells {
                assert!(
                    is_covered(buffer, x + half, y),
                    "a glyph without its half at {x},{y}: {:?}",
                    row_of(buffer, y)
                );
            }
            x += cells;
        }
    }
}

#[test]
fn a_row_is_cut_at_a_whole_glyph_at_every_width() {
    for width in WIDTHS {
        for columns in 0..=60_u16 {
            let buffer = painted((columns, 2), width, vec![region(0, 0, columns, 1, &[MIXED])]);
            check_halves(&buffer, width);
            let row = row_of(&buffer, 0);
            let seen = row.trim_end();
            assert!(MIXED.starts_with(seen), "{columns}: {seen}");
            let rest = MIXED.strip_prefix(seen).unwrap();
            let next = rest.graphemes(true).next().map_or(0, |glyph| width.grapheme(glyph));
            let room = usize::from(columns) - width.of(seen);
            assert!(rest.is_empty() || next > room, "{columns}: room for {rest:?} after {seen:?}");
        }
    }
}

#[test]
fn a_region_paints_nothing_outside_itself() {
    for width in WIDTHS {
        for (x, columns) in (0..=12).flat_map(|x| (0..=12).map(move |columns| (x, columns))) {
            let under = region(0, 0, 20, 3, &["....................", "....................", "...................."]);
            let buffer = painted((20, 3), width, vec![under, region(x, 1, columns, 1, &[MIXED])]);
            check_halves(&buffer, width);
            for y in 0..3 {
                for column in (0..20).filter(|column| y != 1 || !(x..x + columns).contains(column)) {
                    assert_eq!(
                        buffer.cell((column, y)).unwrap().symbol(),
                        ".",
                        "{column},{y} of a region {x}+{columns}"
                    );
                }
            }
        }
    }
}

#[test]
fn an_edge_through_a_wide_glyph_blanks_its_other_half() {
    let table = [
        // (x, columns, the row under it, what is seen)
        (1, 2, "卫生健", " ab 健"),
        (2, 2, "卫生健", "卫ab健"),
        (3, 2, "卫生健", "卫 ab "),
        (1, 4, "卫生健", " ab   "),
        (0, 1, "卫生健", "a 生健"),
        (5, 1, "卫生健", "卫生 a"),
    ];
    for (x, columns, under, expected) in table {
        let buffer =
            painted((6, 1), Width::Narrow, vec![region(0, 0, 6, 1, &[under]), region(x, 0, columns, 1, &["ab"])]);
        assert_eq!(row_of(&buffer, 0), expected, "{x}+{columns}");
        check_halves(&buffer, Width::Narrow);
    }
}

#[test]
fn ambiguous_marks_take_the_cells_of_the_terminal() {
    let table =
        [(Width::Narrow, ["“", "a", "≥", "5", " ", " "]), (Width::Wide, ["“", COVERED, "a", "≥", COVERED, "5"])];
    for (width, expected) in table {
        let buffer = painted((6, 1), width, vec![region(0, 0, 6, 1, &["“a≥5"])]);
        let cells: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(cells, expected);
    }
}

#[test]
fn hostile_text_leaves_only_its_letters() {
    let heap = format!("x{}", "\u{300}".repeat(500));
    let table = [
        ("a\u{1b}[2Jb", "a[2Jb"),
        ("a\r\n\tb\u{7f}\u{9b}c", "abc"),
        ("a\u{202e}b\u{2066}c\u{200f}", "abc"),
        ("\u{301}a\u{200b}b\u{feff}", "ab"),
        (&heap, ""),
        ("\u{2028}a\u{0}", "a"),
    ];
    for (text, expected) in table {
        let buffer = painted((12, 1), Width::Narrow, vec![region(0, 0, 12, 1, &[text])]);
        assert_eq!(row_of(&buffer, 0).trim_end(), expected, "{text:?}");
    }
}

#[test]
fn areas_that_lie_about_the_screen_do_no_harm() {
    let areas = [
        (0, 0, 0, 0),
        (0, 0, u16::MAX, u16::MAX),
        (u16::MAX, u16::MAX, u16::MAX, u16::MAX),
        (3, 1, 9, 9),
        (9, 9, 1, 1),
    ];
    for size in [(0, 0), (1, 1), (1, 0), (2, 1), (5, 3)] {
        for width in WIDTHS {
            let regions = areas.iter().map(|&(x, y, w, h)| region(x, y, w, h, &[MIXED, MIXED, MIXED, MIXED])).collect();
            check_halves(&painted(size, width, regions), width);
        }
    }
}

#[test]
fn the_fill_goes_to_the_edge_and_spans_keep_their_role() {
    let spans = vec![Span { text: "卫".into(), role: Role::Lead }, Span { text: "x".into(), role: Role::Text }];
    let rows = vec![Row { spans, fill: Role::Selected }];
    let page =
        Page { regions: vec![Region { area: Area { x: 0, y: 0, width: 5, height: 1 }, rows }], ..Page::default() };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
    Painter::default().page(&page, &mut buffer);
    let reversed: Vec<bool> =
        buffer.content.iter().map(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED)).collect();
    assert_eq!(reversed, [true, true, true, true, true, false]);
    let bold: Vec<bool> =
        buffer.content.iter().map(|cell| cell.modifier.contains(ratatui::style::Modifier::BOLD)).collect();
    assert_eq!(bold, [true, true, false, false, false, false]);
}
