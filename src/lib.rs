//! guihua (规划): a browser for the terminal over government health plans.
//!
//! # The map
//!
//! ```text
//! seeds/*.txt ─ importer ─► data/plans.json ─ dataset ─► Dataset ─┬─ search ───► Hits ─┐
//!                  ▲                                              └─ analysis ─► rows ─┤
//! data/departments.json, indicators.json ─ registry                                     │
//!                                                                app: keys in, Page out ┤
//!                                        tui: Page → cells, terminal → keys ◄───────────┤
//!                                                     cli, export: rows → text, csv, xlsx, docx …
//! ```
//!
//! Modules in the order in which to read them:
//!
//! - [`text`]: cells, Chinese line breaking, folding, numerals, pinyin, foreign text made harmless.
//! - [`lexicon`]: the word lists of written Chinese that the rules read by, each row with its source.
//! - [`model`]: plans, nodes, clauses, tables, offices as plain data, named as in the JSON.
//! - [`registry`]: the curated names of offices and indicators, and how printed units and values read.
//! - [`importer`]: the text of a plan → its outline, units, tables, and what is doubtful.
//! - [`dataset`]: the bundled plans.
//! - [`search`]: what is typed → ranked hits. [`analysis`]: the rows that views and commands show.
//! - [`app`]: the browser without a terminal. [`tui`]: the terminal without a plan.
//! - [`export`]: rows as files. [`cli`]: the commands; it alone touches files and prints.
//!
//! # The laws
//!
//! Each is held by a test that reads the sources (`tests/it/tidy.rs`).
//!
//! - Imports run one way, in the order above; siblings on one line do not meet.
//! - The importer knows no file and no plan by name: its rules hold for any plan of the kind.
//! - `app` knows no terminal, no clock and no file; `tui` knows no plan, no search and no file.
//! - Only `cli` prints; only `tui` takes the screen; only `tui/theme.rs` names colours.
//! - Only `search/evaluate/rank.rs` weighs hits; only `text/width.rs` measures characters.
//! - `data/plans.json` equals a fresh import of `seeds/`.
//! - Text from outside never fails to be read: what is wrong with it is a finding with its line.

pub mod text;

pub mod lexicon;

pub mod model;

pub mod registry;

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
