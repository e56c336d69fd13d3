//! From the start to the first full screen in a pseudo-terminal, beside a bare ratatui
//! program that shows the same text.
//!
//! `cargo bench --locked --bench start` runs the two in turn and prints medians and their ratio; the aim is 1.2. The
//! bare program is this file itself, started with the word `bare`: a list of all lines, a pane
//! of text, a line to type in.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListItem, ListState, Paragraph, Wrap};

const ROUNDS: usize = 40;
const SCREEN: (u16, u16) = (120, 40);
/// The screen is full when this many of its lines have text and nothing more comes for a while.
const FULL: usize = 15;

fn main() -> std::io::Result<()> {
    if std::env::args().any(|word| word == "bare") {
        return bare();
    }
    let this = std::env::current_exe()?;
    let this = this.to_str().expect("a path in UTF-8");
    let programs =
        [("guihua", vec![env!("CARGO_BIN_EXE_guihua"), "--ambiguous", "narrow"]), ("bare ratatui", vec![this, "bare"])];
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..=ROUNDS {
        for ((_, command), times) in programs.iter().zip(&mut times) {
            times.push(first_screen(command));
        }
    }
    let medians = times.map(|mut times| {
        // The first round warms the caches.
        times.remove(0);
        times.sort_unstable();
        times[times.len() / 2]
    });
    for ((name, _), median) in programs.iter().zip(medians) {
        println!("{name:<14} first full screen, median of {ROUNDS}: {:.2} ms", median.as_secs_f64() * 1e3);
    }
    println!("ratio: {:.2}", medians[0].as_secs_f64() / medians[1].as_secs_f64());
    Ok(())
}

/// Time from the start of the process to the last byte of the first full screen.
fn first_screen(command: &[&str]) -> Duration {
    let size = PtySize { rows: SCREEN.1, cols: SCREEN.0, ..PtySize::default() };
    let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut builder = CommandBuilder::new(command[0]);
    builder.args(&command[1..]);
    builder.env("TERM", "xterm-256color");
    let mut reader = pty.master.try_clone_reader().expect("a reader");
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(builder).expect("the program starts");
    let mut screen = vt100::Parser::new(SCREEN.1.try_into().expect("not 0"), SCREEN.0.try_into().expect("not 0"), 0);
    let mut bytes = vec![0; 1 << 16];
    let elapsed = loop {
        let n = reader.read(&mut bytes).expect("the program draws");
        assert!(n > 0, "the program ended before it drew");
        let now = start.elapsed();
        screen.process(&bytes[..n]);
        let text = screen.screen().contents();
        if text.lines().filter(|line| !line.trim().is_empty()).count() >= FULL {
            break now;
        }
    };
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    elapsed
}

/// The bare program.
fn bare() -> std::io::Result<()> {
    let texts = guihua::dataset::BUNDLE.map(|row| row.text);
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()).collect();
    let mut terminal = ratatui::init();
    let (mut list, mut query) = (ListState::default().with_selected(Some(0)), String::new());
    loop {
        let shown: Vec<&str> = lines.iter().copied().filter(|line| line.contains(&query)).collect();
        terminal.draw(|frame| {
            let rows = Layout::vertical([Constraint::Length(3), Constraint::Min(1)]);
            let [top, body] = rows.areas(frame.area());
            let [left, right] =
                Layout::horizontal([Constraint::Percentage(40), Constraint::Percentage(60)]).areas(body);
            frame.render_widget(Paragraph::new(query.as_str()).block(Block::bordered()), top);
            let items = shown.iter().take(left.height.into()).map(|line| ListItem::new(Line::raw(*line)));
            let items = List::new(items)
                .block(Block::bordered())
                .highlight_style(Style::new().add_modifier(Modifier::REVERSED));
            frame.render_stateful_widget(items, left, &mut list);
            let text: Vec<Line> = shown.iter().take(30).map(|line| Line::raw(*line)).collect();
            frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: false }).block(Block::bordered()), right);
        })?;
        if let Event::Key(key) = event::read()? {
            if key.code == KeyCode::Esc {
                break;
            }
            query.extend(key.code.as_char());
        }
    }
    ratatui::restore();
    Ok(())
}
