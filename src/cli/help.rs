//! The help page of the program and of each command, in the language in force and broken for the screen. clap holds the
//! definition; the page is made here, because clap's own has English words in it and breaks Chinese at spaces only.

mod examples;

use clap::{Arg, Command};

use crate::text::width::{Align, Width};
use crate::text::wrap;
use crate::words::{self, help};

/// The cells before the name of an option, and between it and what it means.
const INDENT: usize = 2;
/// The most cells of a name that has its meaning beside it; that of a longer one stands below.
const WIDEST_NAME: usize = 24;
/// The fewest cells in which a meaning is read with ease; on a narrower screen it stands below its name.
const READABLE: usize = 40;
/// The cells before a meaning that stands below its name.
const BELOW: usize = 8;
/// The cells that a page takes at most: longer lines are hard to read.
const WIDEST_PAGE: usize = 100;

/// What is listed, and what it means: an option, a command, an example.
struct Entry {
    name: String,
    about: String,
}

/// Makes the page of the program, or of the command with this name, for a screen of so many cells. `program` is built
/// ([`Command::build`]), so that each command has the options of all.
pub(super) fn page(program: &Command, name: Option<&str>, cells: usize) -> String {
    let cells = cells.min(WIDEST_PAGE);
    let command = name.and_then(|name| program.find_subcommand(name)).unwrap_or(program);
    let about = command.get_long_about().or(command.get_about()).map(ToString::to_string).unwrap_or_default();
    let mut parts = vec![broken(&about, 0, cells), broken(&help::usage(usage(command)), 0, cells)];
    let listed = |arg: &&Arg| !arg.is_hide_set();
    let entry = |arg: &Arg| Entry { name: written(arg), about: meaning(arg) };
    let commands = commands(command).map(|each| Entry {
        name: each.get_name().to_owned(),
        about: each.get_about().map(ToString::to_string).unwrap_or_default(),
    });
    let options = command.get_arguments().filter(|arg| !arg.is_positional()).filter(listed);
    for (heading, entries) in [
        (help::COMMANDS, commands.collect::<Vec<_>>()),
        (help::ARGUMENTS, command.get_positionals().filter(listed).map(entry).collect()),
        (help::OPTIONS, options.map(entry).collect()),
        (help::EXAMPLES, examples_of(command)),
    ] {
        let widest = if heading == help::EXAMPLES { cells } else { WIDEST_NAME };
        if !entries.is_empty() {
            parts.push(format!("{}\n{}", help::heading(heading), list(&entries, widest, cells)));
        }
    }
    if command.has_subcommands() {
        parts.push(broken(&help::exit_status(help::EXIT_STATUS, help::STATUSES), 0, cells));
    }
    parts.join("\n")
}

/// The commands that a help page lists.
fn commands(program: &Command) -> impl Iterator<Item = &Command> {
    program.get_subcommands().filter(|command| !command.is_hide_set())
}

/// The examples of a command with what each does.
fn examples_of(command: &Command) -> Vec<Entry> {
    let entry = |one: &examples::Example| Entry { name: one.line.to_owned(), about: one.about.to_string() };
    examples::of(command.get_name()).iter().map(entry).collect()
}

/// The examples as lines of two columns: what is typed, and what it does.
pub(super) fn example_lines(command: &Command) -> Vec<String> {
    list(&examples_of(command), usize::MAX, usize::MAX).lines().map(|line| line.trim_start().to_owned()).collect()
}

/// The line of usage: `guihua show [选项] <节点>`.
pub(super) fn usage(command: &Command) -> String {
    let mut line = match command.get_name() {
        name if command.has_subcommands() => name.to_owned(),
        name => format!("guihua {name}"),
    };
    let mut add = |word: &str| {
        line.push(' ');
        line.push_str(word);
    };
    add(help::OPTIONAL.get());
    command.get_positionals().for_each(|arg| add(&written(arg)));
    if command.has_subcommands() {
        add(help::COMMAND.get());
    }
    line
}

/// An argument as it is typed: `-o, --output <文件>`, `[指标]`, `<查询>...`.
fn written(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default().iter().map(clap::builder::Str::as_str).collect::<Vec<_>>();
    let value = names.join(" ");
    if arg.is_positional() {
        let repeats = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
        let value = if arg.is_required_set() { format!("<{value}>") } else { format!("[{value}]") };
        return format!("{value}{}", if repeats { "..." } else { "" });
    }
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let long = arg.get_long().unwrap_or_default();
    let value = if arg.get_action().takes_values() { format!(" <{value}>") } else { String::new() };
    format!("{short}--{long}{value}")
}

/// What an argument means, in lines: its help, the values that it may have, and the one that it has by default.
pub(super) fn meaning(arg: &Arg) -> String {
    let mut lines: Vec<String> = arg.get_help().map(ToString::to_string).into_iter().collect();
    if !arg.get_action().takes_values() {
        return lines.concat();
    }
    let value = |value: &clap::builder::PossibleValue| match value.get_help().map(ToString::to_string) {
        Some(about) if !about.is_empty() => help::meaning(value.get_name(), about),
        _ => value.get_name().to_owned(),
    };
    let values: Vec<String> = arg.get_possible_values().iter().map(value).collect();
    if !values.is_empty() && !arg.is_hide_possible_values_set() {
        lines.push(help::one_of(values.join(words::LIST.get())));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() {
        lines.push(help::default(default.join(" ")));
    }
    lines.join("\n")
}

/// The first line of what an argument means, for a list of options.
pub(super) fn about(arg: &Arg) -> String {
    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    about.lines().next().unwrap_or_default().to_owned()
}

/// A text broken into lines of at most `cells`, each behind `indent` cells.
fn broken(text: &str, indent: usize, cells: usize) -> String {
    let rows = wrap::wrap(text, cells.saturating_sub(indent).max(1), Width::Narrow);
    let line = |row: &str| format!("{}{row}", " ".repeat(indent)).trim_end().to_owned() + "\n";
    rows.into_iter().filter_map(|row| text.get(row)).map(line).collect()
}

/// Entries in two columns, a name of more than `widest` cells above its meaning. Where the second column would be too
/// narrow, every meaning stands below its name.
fn list(entries: &[Entry], widest: usize, cells: usize) -> String {
    let width = |entry: &Entry| Width::Narrow.of(&entry.name);
    let column = entries.iter().map(width).filter(|width| *width <= widest).max().unwrap_or_default();
    let indent = INDENT + column + INDENT;
    let about = entries.iter().map(|entry| Width::Narrow.of(&entry.about)).max().unwrap_or_default();
    let is_narrow = cells.saturating_sub(indent) < about.min(READABLE);
    let lines = entries.iter().map(|entry| {
        let name = format!("{}{}", " ".repeat(INDENT), entry.name);
        if is_narrow || width(entry) > widest {
            let below = if is_narrow { BELOW } else { indent };
            return format!("{}\n{}", name.trim_end(), broken(&entry.about, below, cells));
        }
        let meaning = broken(&entry.about, indent, cells);
        let meaning = meaning.get(indent..).unwrap_or("\n");
        format!("{}{meaning}", Width::Narrow.pad(&name, indent, Align::Left))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_page_keeps_to_its_width_and_puts_meanings_below_on_a_narrow_screen() {
        for language in Language::ALL {
            words::within(language, || {
                let mut program = crate::cli::definition();
                program.build();
                let names = program.get_subcommands().map(Command::get_name).map(Some).chain([None]);
                for (name, cells) in names.flat_map(|name| [44, 80, 160].map(|cells| (name, cells))) {
                    let page = page(&program, name, cells);
                    let is_typed = |line: &&str| line.starts_with("  guihua ");
                    for line in page.lines().filter(|line| !is_typed(line)) {
                        assert!(Width::Narrow.of(line) <= cells.min(WIDEST_PAGE), "{name:?} {cells}: {line}");
                    }
                }
                let shown = [44, 80].map(|cells| page(&program, Some("depts"), cells));
                assert!(shown[0].contains("\n        ") && shown[1].contains('<'), "{shown:?}");
            });
        }
    }
}
