//! The pictures of the READMEs, drawn from real screens: `UPDATE=1 cargo test --locked picture` draws them anew.
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

/// A picture: its name, the arguments of the program, the keys pressed, and the words of the last frame in each language.
type Picture = (&'static str, &'static [&'static str], &'static str, [&'static [&'static str]; 2]);

/// The pictures of both READMEs.
const PICTURES: [Picture; 4] = [
    ("tree", &["--at", "yunfu-2030/3.4.5"], "", [&["? 帮助"], &["? Help"]]),
    ("dossier", &["--dept", "教育局"], "", [&["? 帮助"], &["? Help"]]),
    (
        "compare",
        &["--search", "婴儿死亡率"],
        "\rx",
        [&["指标对照", "可比", "Esc 关闭", "? 帮助"], &["Comparison", "comparable", "Esc closes", "? Help"]],
    ),
    // The number of all findings: those that are still looked for stand below the foot of the list.
    ("findings", &[], "4", [&["1/117", "推算", "? 帮助"], &["1/117", "worked out", "? Help"]]),
];

const SIZE: (u16, u16) = (110, 30);

/// What stands on a screen that is not complete.
const STILL_TO_COME: [&str; 3] = ["正在", "Checking…", "Reading"];

#[test]
fn the_pictures_show_the_screens_of_today() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    for (at, language) in ["zh", "en"].into_iter().enumerate() {
        for (name, arguments, keys, words) in PICTURES {
            let arguments: Vec<&str> = arguments.iter().copied().chain(["--lang", language]).collect();
            let mut session = Session::start(&arguments, SIZE);
            session.wait_until("the first screen", |screen| screen.contents().lines().count() > 20);
            session.keys(keys);
            let is_whole = |screen: &vt100::Screen| {
                let text = screen.contents();
                words[at].iter().all(|words| text.contains(words))
                    && !STILL_TO_COME.iter().any(|words| text.contains(words))
            };
            session.wait_until(name, is_whole);
            let path = folder.join(format!("{name}-{language}.svg"));
            let drawn = session.look(svg);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &drawn).expect("tests/ can be written");
            }
            let shown = fs::read_to_string(&path).unwrap_or_default();
            let is_fresh = shown == drawn;
            assert!(is_fresh, "{name} in {language} has changed: run `UPDATE=1 cargo test --locked picture`");
            session.keys("\u{3}");
            session.end();
        }
    }
}
