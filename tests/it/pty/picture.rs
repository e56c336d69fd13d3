//! The README's picture, drawn from the real screen: `UPDATE=1 cargo test --locked picture` draws it anew.
//!
//! One `<text>` for each glyph at the place of its cell, so that columns hold whatever fonts the reader has.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::Session;

/// Size of a cell in the picture's units, and of the glyphs in it.
const CELL: (u16, u16) = (9, 20);
const FONT: u16 = 16;
const MARGIN: u16 = 10;

/// Background and text where the program names no colour, then the sixteen it may name.
const GROUND: &str = "#1d1f21";
const INK: &str = "#d8dad6";
const PALETTE: [&str; 16] = [
    "#1d1f21", "#cc6666", "#9ec07c", "#e0b05a", "#81a2be", "#b294bb", "#76c7b7", "#c5c8c6", "#8a8f98", "#e08080",
    "#b8d68c", "#f0c674", "#9cc4e4", "#c8a8d8", "#8fded0", "#ffffff",
];

/// A cell's colour; what the palette does not have is drawn as plain text.
fn colour(named: vt100::Color, default: &'static str) -> &'static str {
    match named {
        vt100::Color::Idx(at) => PALETTE.get(usize::from(at)).copied().unwrap_or(default),
        vt100::Color::Default | vt100::Color::Rgb(..) => default,
    }
}

fn svg(screen: &vt100::Screen) -> String {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"{FONT}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, monospace\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{GROUND}\"/>\n"
    );
    for row in 0..rows {
        for column in 0..columns {
            if let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation()) {
                draw(&mut out, cell, MARGIN + column * CELL.0, MARGIN + row * CELL.1);
            }
        }
    }
    out.push_str("</svg>\n");
    out
}

fn draw(out: &mut String, cell: &vt100::Cell, x: u16, y: u16) {
    let cells = if cell.is_wide() { 2 } else { 1 };
    let (ink, ground) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), GROUND));
    let (ink, ground) = if cell.inverse() { (ground, ink) } else { (ink, ground) };
    if ground != GROUND {
        writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
            cells * CELL.0,
            CELL.1
        )
        .expect("a string");
    }
    let glyph = cell.contents();
    if glyph.trim().is_empty() {
        return;
    }
    let glyph = glyph.replace('&', "&amp;").replace('<', "&lt;");
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let dim = if cell.dim() { " opacity=\"0.65\"" } else { "" };
    let (middle, base) = (x + cells * CELL.0 / 2, y + CELL.1 - 5);
    writeln!(
        out,
        "<text x=\"{middle}\" y=\"{base}\" text-anchor=\"middle\" fill=\"{ink}\"{weight}{dim}>{glyph}</text>"
    )
    .expect("a string");
}

#[test]
fn the_picture_shows_the_screen_of_today() {
    let mut session = Session::start(&["--dept", "教育局"], (110, 30));
    // The last words of a frame, at its lower right corner: the frame is whole.
    session.wait_for("? 帮助");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture.svg");
    let drawn = session.look(svg);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &drawn).expect("tests/ can be written");
    }
    let shown = fs::read_to_string(&path).expect("the picture");
    assert!(shown == drawn, "the screen has changed: run `UPDATE=1 cargo test --locked picture`");
    session.keys("q");
    session.end();
}
