//! guihua (规划): a browser for the terminal over government health plans.
//!
//! # The map
//!
//! ```text
//! seeds/*.txt ─ importer ─► data/plans.json ─ dataset ─┐
//!                  ▲                                   ├─► library ─┬─ search ───► hits ─┐
//! data/departments.json, indicators.json ─ registry ───┘            └─ analysis ─► rows ─┤
//!                                                                                        │
//!                              command: what is asked for, with its arguments            │
//!                              app: keys in, pages out ◄─────────────────────────────────┤
//!                              tui: page → cells → bytes, terminal → keys                │
//!                              cli, export: rows → text, csv, xlsx, docx … ◄─────────────┘
//! ```
//!
//! # The layers
//!
//! Each module imports only from those above it; those on one line do not meet.
//!
//! ```text
//! text          cells, Chinese line breaking, folding, numerals, pinyin, foreign text made harmless
//! words         what the program says itself, in Chinese and English: the catalogue, and the language in force
//! lexicon       word lists of written Chinese that the rules read by, each row with its source
//! model         plans, nodes, clauses, tables, offices as plain data, named as in the JSON
//! registry      curated names of offices and indicators; how printed units and values read
//! formats       the bytes of a file (txt, html, docx, xlsx) → its plain text
//! importer      the text of a plan → its outline, units, tables, and what is doubtful
//! dataset       the bundled plans and the bundled registry
//! search        what is typed → ranked hits           analysis    the rows that views and commands show
//! library       where plans come from: answers at once, later, or not at all
//! command       the commands with their arguments, shared by the browser and the command line
//! app           the browser without a terminal
//! tui           the terminal without a plan           export      rows as files
//! cli           the command line; it alone touches files and prints
//! ```
//!
//! Inside [`app`], from the top down: update, views, popups, content, widgets, state, wording, screen, input. Inside
//! [`search`]: present, evaluate, catalog, `text_index`, matchers, base.
//!
//! # The way of one key
//!
//! ```text
//! terminal ─► tui/input             an event becomes a Key
//!             cli/browse            the loop's Screen hands it on
//!             app: App::press       keeps the keys typed so far
//!             app/input/keymap      looks them up where one is: an Action
//!             app/update/act        does it, or asks the popup, the hits or the view: View::act gives a Reply
//!                                   what takes time is asked of the library and comes later: App::wake
//!             app: settle           restores every invariant; Effects go back to the loop
//!             app/update/render     describes the screen: a Page of rows and spans, each with a role
//!             tui/paint             the page as a widget: glyphs and looks into a buffer of cells
//! terminal ◄─ tui/canvas            what differs from the last frame, as bytes, in one write
//! ```
//!
//! # The laws
//!
//! Each is held by a test; those on sources by `tests/it/tidy.rs`, which also shows that each
//! law catches a planted breach.
//!
//! - Imports run one way, between the modules and between the layers inside them; no files
//!   import each other in a circle.
//! - No dataset, source or registry has to live for ever: whoever needs one is handed it.
//! - The importer knows no file and no plan by name: its rules hold for any plan of the kind.
//! - `app` knows no terminal, no clock and no file; `tui` knows no plan, no search and no file.
//! - Only `cli` prints; only `tui` takes the screen; only `tui/theme.rs` names colours.
//! - Only `search/evaluate/rank.rs` weighs hits; only `text/width.rs` measures characters.
//! - `data/plans.json` equals a fresh import of `seeds/`.
//! - What the commands print and what the screens show is recorded (`tests/it/answers`, `tests/it/screens`).
//! - Any text can be imported: what is wrong with it is a finding with its line. Only bytes that
//!   are no text are refused.

pub mod text;

pub mod words;

pub mod lexicon;

pub mod model;

pub mod registry;

pub mod formats;

pub mod importer;

pub mod dataset;

pub mod search;

pub mod analysis;

pub mod library;

pub mod command;

pub mod app;

pub mod tui;

pub mod export;

pub mod cli;
