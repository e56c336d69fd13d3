//! Frames read back by a terminal.

use std::num::NonZero;

use super::*;
use crate::app::screen::page::{Area, Region, Role, Row, Span};
use crate::text::width::Width;

fn page(rows: &[&str], width: u16) -> Page {
    let row = |text: &&str| Row { spans: vec![Span { text: (*text).into(), role: Role::Text }], fill: Role::Text };
    let height = u16::try_from(rows.len()).unwrap();
    let area = Area { x: 0, y: 0, width, height };
    Page { regions: vec![Region { area, rows: rows.iter().map(row).collect() }], ..Page::default() }
}

fn painter(width: Width) -> Painter {
    Painter { width, ..Painter::default() }
}

fn terminal_of_20_by_3() -> vt100::Parser {
    let cells = |n| NonZero::new(n).unwrap();
    vt100::Parser::new(cells(3), cells(20), 0)
}

/// The rows as they are seen: blanks at the end are none.
fn rows(terminal: &vt100::Parser) -> Vec<String> {
    terminal.screen().rows(0, 20).map(|row| row.trim_end().to_string()).collect()
}

/// Draws the pages one after the other on one terminal of 20 × 3 that takes ambiguous marks as narrow.
fn drawn(pages: &[Page], width: Width) -> vt100::Parser {
    let mut canvas = Canvas::new(Size { width: 20, height: 3 });
    let mut terminal = terminal_of_20_by_3();
    terminal.process(b"rubbish that stood there before");
    for page in pages {
        terminal.process(&canvas.frame(page, painter(width)));
    }
    terminal
}

#[test]
fn each_frame_leaves_the_screen_as_if_it_were_the_first() {
    let texts = [
        ["卫生健康局", "a1b2c3", ""],
        ["a卫生健康局", "卫1生2", "“引”—≥5‰"],
        ["卫 生健康a", "a1b2", "“引号”—"],
        ["", "Ⅲ级", "12345678901234567890"],
        ["一二三四五六七八九十", "🌞日", "e\u{301}x"],
        ["a一二三四五六七八九十", "日🌞", "xe\u{301}"],
    ];
    for before in texts {
        for after in texts {
            let (before, after) = (page(&before, 20), page(&after, 20));
            let alone = rows(&drawn(std::slice::from_ref(&after), Width::Narrow));
            let both = rows(&drawn(&[before, after], Width::Narrow));
            assert_eq!(both, alone);
        }
    }
}

#[test]
fn a_wrong_guess_of_width_shifts_no_row() {
    // The painter takes the marks as wide, the terminal as narrow: each leaves a blank, and what follows stands right.
    let terminal = drawn(&[page(&["xxxxxxxxxx", "", ""], 20), page(&["“引”a—b≥5", "", ""], 20)], Width::Wide);
    assert_eq!(rows(&terminal), ["“ 引” a— b≥ 5", "", ""]);
}

#[test]
fn the_cursor_is_placed_on_after_the_last_glyph_of_unsure_width() {
    let mut canvas = Canvas::new(Size { width: 10, height: 1 });
    let bytes = canvas.frame(&page(&["“a卫b"], 10), painter(Width::Narrow));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("“\u{1b}[1;2Ha卫b"), "{text:?}");
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let mut canvas = Canvas::new(Size { width: 10, height: 1 });
    let page = page(&["卫生"], 10);
    assert!(!canvas.frame(&page, painter(Width::Narrow)).is_empty());
    assert!(canvas.frame(&page, painter(Width::Narrow)).is_empty());
    canvas.forget();
    let whole = String::from_utf8(canvas.frame(&page, painter(Width::Narrow))).unwrap();
    assert!(whole.contains("\u{1b}[2J") && whole.contains("卫生"), "{whole:?}");
}

#[test]
fn the_cursor_stands_where_the_page_says_seen_or_not() {
    let at = |cursor, cursor_visible| Page { cursor, cursor_visible, ..page(&["卫生", "", ""], 20) };
    let table = [
        (at(Some((4, 2)), true), (2, 4), false),
        (at(Some((4, 2)), false), (2, 4), true),
        (at(Some((99, 99)), true), (2, 19), false),
        (at(None, true), (2, 19), true),
    ];
    let mut canvas = Canvas::new(Size { width: 20, height: 3 });
    let mut terminal = terminal_of_20_by_3();
    for (page, position, hidden) in table {
        terminal.process(&canvas.frame(&page, painter(Width::Narrow)));
        assert_eq!((terminal.screen().cursor_position(), terminal.screen().hide_cursor()), (position, hidden));
    }
}

#[test]
fn every_size_can_be_drawn() {
    for (width, height) in (0..=9).flat_map(|width| (0..=3).map(move |height| (width, height))) {
        let mut canvas = Canvas::new(Size { width, height });
        let page = Page { cursor: Some((1, 1)), ..page(&["“卫”生", "健康🌞局", "x", "y"], 30) };
        for width in [Width::Narrow, Width::Wide] {
            canvas.frame(&page, painter(width));
        }
    }
}

#[test]
fn certain_glyphs_have_one_width_everywhere() {
    for c in ('\u{20}'..='\u{FFFF}').filter(|c| is_certain(c.encode_utf8(&mut [0; 4]))) {
        let glyph = c.to_string();
        let cells = if c.is_ascii() { 1 } else { 2 };
        assert_eq!(
            (Width::Narrow.grapheme(&glyph), Width::Wide.grapheme(&glyph)),
            (cells, cells),
            "{c} {:x}",
            u32::from(c)
        );
    }
}
