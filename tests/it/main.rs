//! What the program promises, shown from outside: one binary, a module a promise. This file is the table of contents.

/// Every answer on the bundled plans is what the record says, byte for byte.
mod answers;
/// Findings: each judged by reading, with the precision that gives; what must be found.
mod check;
/// The command line: every subcommand, its JSON, its exit status.
mod cli;
/// One indicator over all plans, against the printed tables read by hand.
mod compare;
mod completion;
/// The JSON of every command against the table of the contract.
mod contract;
/// The five plans: every heading, character, clause and cell of the texts stands in the dataset, and nothing else.
mod dataset;
/// `--dept`: every name of every office gives exactly the tasks whose clauses name it.
mod departments;
/// The dossier of a bureau against the clauses of the texts, the matrix, tasks without a unit, the Word document.
mod dossier;
/// Drafts that are checked before they are issued.
mod drafts;
/// English: only what plans print stays Chinese, and JSON and CSV do not change.
mod english;
/// No Chinese of the program on its English screens.
mod english_screens;
/// Files that are handed in, read back by other readers than wrote them.
mod export;
/// Plans of invented cities, from which the rules have learnt, read whole by the rules that read the five.
mod fixtures;
/// Files of every format, read and refused.
mod formats;
/// Bad input: mutilated, endless, undecodable. A plan or one line of error, soon, and never a panic.
mod importer;
/// The library of own plans, from outside.
mod library;
/// The ledger of execution: what was reached, beside what the plans ask for.
mod progress;
/// The real program in a real terminal: it starts, ends, and gives the terminal back.
#[cfg(unix)]
mod pty;
/// The linear reader, question and answer.
mod reader;
mod readings;
/// The registry of indicators against the rows of the printed tables.
mod registry;
/// The schema of every command against what it prints, and against wrong documents.
mod schema;
/// Whole screens: every tab and popup, at three sizes.
mod screens;
/// Search: planners' questions and what must stand first, and queries nobody should type.
mod search;
/// The closest tasks of other plans, and the wording they share.
mod similar;
/// Targets in body text: what a reader noted in over a hundred paragraphs, and how much of it is found.
mod targets;
/// The laws of the house, read from the sources.
mod tidy;

/// Variables by which a user or a machine changes what the program says and how it shows it.
const SURROUNDINGS: [&str; 19] = [
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
    "LANG",
    "GUIHUA_LANG",
    "GUIHUA_THEME",
    "GUIHUA_AMBIGUOUS",
    "GUIHUA_MOUSE",
    "GUIHUA_OFFICE",
    "GUIHUA_ASCII",
    "GUIHUA_PLAIN",
    "NO_COLOR",
    "TMUX",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "SSH_CLIENT",
    "ENV",
];

/// The program, in surroundings that do not depend on the machine: it speaks Chinese and is far from any display.
fn program() -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_guihua"));
    for name in SURROUNDINGS {
        command.env_remove(name);
    }
    // Whoever runs the tests may have plans of their own.
    command.env("XDG_DATA_HOME", "/nonexistent");
    // No test depends on what another one has left, and nobody can make a folder there.
    command.env("XDG_CACHE_HOME", "/dev/null/cache");
    command
}

/// How many inputs a property of a reader tries; with `GUIHUA_ALL=1` so many that the `n_properties` of the reader try a hundred
/// thousand together.
fn fuzz_cases(usual: u32, n_properties: u32) -> u32 {
    if std::env::var_os("GUIHUA_ALL").is_some() { 100_000 / n_properties } else { usual }
}

/// How many cases a property test tries: as many as `PROPTEST_CASES` says, else `usual`.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}
