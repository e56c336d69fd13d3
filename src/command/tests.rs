//! What a command is written as, and that the command line reads back what is written.

use clap::{CommandFactory, FromArgMatches, Parser};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// The commands as a program.
#[derive(Debug, Parser)]
#[command(name = "guihua")]
struct Program {
    #[command(subcommand)]
    command: Command,
}

/// Splits a line into words as a POSIX shell does: at spaces, but for what stands in single
/// quotes or behind a backslash.
fn split(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut is_quoted = false;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\'' => {
                is_quoted = !is_quoted;
                word.get_or_insert_default();
            }
            c if is_quoted => word.get_or_insert_default().push(c),
            '\\' => word.get_or_insert_default().extend(chars.next()),
            ' ' => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    assert!(!is_quoted, "a quote is open: {line}");
    words.extend(word);
    words
}

/// Parses a line as the shell and then the program do.
fn parse(line: &str) -> Command {
    let parsed = Program::try_parse_from(split(line));
    parsed.unwrap_or_else(|error| panic!("{line}: {error}")).command
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn a_command_is_the_line_that_a_shell_takes() {
    for (command, expected) in [
        (
            Command::Tasks(Tasks {
                departments: owned(&["人社局"]),
                plans: owned(&["yunfu-2030"]),
                ..Tasks::default()
            }),
            "guihua tasks --dept 人社局 --plan yunfu-2030",
        ),
        (Command::Show(Show { node: "yunfu-2030/3.4.5".to_owned(), deep: false }), "guihua show yunfu-2030/3.4.5"),
        (
            Command::Compare(Compare { indicator: Some("婴儿死亡率（‰）".to_owned()), ..Compare::default() }),
            "guihua compare '婴儿死亡率（‰）'",
        ),
        (
            Command::Search(Search { query: owned(&["it's", ""]), limit: 500, ..Search::default() }),
            r"guihua search 'it'\''s' '' --limit 500",
        ),
        (
            Command::Indicators(Indicators {
                plans: owned(&["yunfu-2030"]),
                name: Some("-2".to_owned()),
                ..Indicators::default()
            }),
            "guihua indicators --plan yunfu-2030 '--name=-2'",
        ),
        (
            Command::Search(Search { query: owned(&["-x"]), plans: owned(&["云浮"]), ..Search::default() }),
            "guihua search --plan 云浮 -- -x",
        ),
        (Command::Export(Export {}), "guihua export"),
    ] {
        assert_eq!(command.to_string(), expected);
        assert_eq!(parse(expected), command);
    }
}

#[test]
fn a_command_is_typed_by_its_name() {
    for definition in Program::command().get_subcommands() {
        let name = definition.get_name();
        let matches = Program::command().try_get_matches_from(["guihua", name, "甲"]);
        let matches = matches.or_else(|_takes_no_value| Program::command().try_get_matches_from(["guihua", name]));
        let command = Command::from_arg_matches(&matches.unwrap()).unwrap();
        assert_eq!(command.name(), name);
    }
}

/// Words that a shell or clap could take for something else.
const TRICKY: [&str; 15] =
    ["", "-", "--", "-x", "--plan", "--plan=a", "a b", "'", "it's", "\\", "\"$HOME\"", "\n", "=", "-1", "help"];

/// Any text, often one that a shell or clap could mistake.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![select(&TRICKY[..]).prop_map(str::to_owned), ".{0,6}", "[a-z-]{0,4}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(text(), 0..3)
}

fn choice<T: clap::ValueEnum + std::fmt::Debug + 'static>() -> impl Strategy<Value = T> {
    select(T::value_variants())
}

/// Any command; `option::of` is `None` every other time, so that each argument stands alone and beside the others.
fn command() -> impl Strategy<Value = Command> {
    use proptest::option::of;
    prop_oneof![
        (texts(), of(any::<usize>())).prop_map(|(plans, depth)| Command::Tree(Tree { plans, depth })),
        (text(), any::<bool>()).prop_map(|(node, deep)| Command::Show(Show { node, deep })),
        (texts(), texts(), of(choice()), of(text())).prop_map(|(plans, departments, role, chapter)| {
            Command::Tasks(Tasks { plans, departments, no_unit: false, role, chapter })
        }),
        (texts(), of(text())).prop_map(|(plans, chapter)| {
            Command::Tasks(Tasks { plans, no_unit: true, chapter, ..Tasks::default() })
        }),
        (texts(), of(text())).prop_map(|(plans, level)| Command::Depts(Depts { plans, level })),
        (text(), texts()).prop_map(|(name, plans)| Command::Dossier(Dossier { name, plans })),
        texts().prop_map(|plans| Command::Matrix(Matrix { plans })),
        (texts(), of(text()), of(choice()), of(text()), any::<bool>()).prop_map(|(plans, name, nature, sort, desc)| {
            let desc = desc && sort.is_some();
            Command::Indicators(Indicators { plans, name, nature, sort, desc })
        }),
        (of(text()), texts(), of(choice()))
            .prop_map(|(indicator, plans, nature)| { Command::Compare(Compare { indicator, plans, nature }) }),
        (text(), any::<usize>(), of(text())).prop_map(|(node, limit, with)| Command::Similar(Similar {
            node,
            limit,
            with
        })),
        (texts(), of(any::<u16>()), of(text())).prop_map(|(plans, year, department)| Command::Targets(Targets {
            plans,
            year,
            department
        })),
        texts().prop_map(|plans| Command::Check(Check { plans })),
        (proptest::collection::vec(text(), 1..4), texts(), proptest::collection::vec(choice(), 0..3), any::<usize>())
            .prop_map(|(query, plans, kinds, limit)| Command::Search(Search { query, plans, kinds, limit })),
        Just(Command::Export(Export {})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(command in command()) {
        let line = command.to_string();
        prop_assert_eq!(parse(&line), command, "{}", line);
    }
}
