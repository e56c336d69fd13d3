//! A message of one line for arguments that cannot be used: what is wrong, where, what was likely meant, and which command
//! explains the usage. clap finds the fault; the words are ours.

use std::error::Error;
use std::ffi::OsString;
use std::num::{IntErrorKind, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::nearest::nearest;
use crate::text::width::Width;
use crate::words::{self, usage};

/// Makes one line of clap's error. `program` is built ([`Command::build`]), and has what could have been meant.
pub(super) fn message(error: &clap::Error, program: &Command, arguments: &[OsString]) -> String {
    let command = named(program, arguments);
    let find = |kind: ContextKind| error.get(kind).and_then(words);
    let argument = find(ContextKind::InvalidArg).unwrap_or_default();
    let value = find(ContextKind::InvalidValue);
    let see = || match command {
        Some(command) => usage::see(format_args!("{} {} --help", program.get_name(), command.get_name())),
        None => usage::see(format_args!("{} --help", program.get_name())),
    };
    #[expect(clippy::wildcard_enum_match_arm, reason = "clap's list is open: a newer version may add kinds of errors")]
    let what = match error.kind() {
        ErrorKind::InvalidUtf8 => usage::NOT_UTF_8.to_string(),
        ErrorKind::InvalidSubcommand => {
            return no_command(program, &find(ContextKind::InvalidSubcommand).unwrap_or_default());
        }
        // Without a command there is nothing that a word alone could be but a command.
        ErrorKind::UnknownArgument if !argument.starts_with('-') && command.is_none() => {
            return no_command(program, &argument);
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => usage::unexpected(argument),
        ErrorKind::UnknownArgument => {
            let known = command.unwrap_or(program).get_arguments().filter(|arg| !arg.is_hide_set());
            let known: Vec<String> = known.filter_map(Arg::get_long).map(|name| format!("--{name}")).collect();
            let typed = argument.split('=').next().unwrap_or_default();
            let near = near(typed, known.iter().map(String::as_str)).unwrap_or_default();
            format!("{}{near}", usage::no_option(&argument))
        }
        ErrorKind::InvalidValue => match value {
            None => usage::no_value(argument),
            Some(value) => {
                let known = valid_values(error);
                let all = || usage::usable(known.join(words::LIST.get()));
                let right = near(&value, known.iter().map(String::as_str)).unwrap_or_else(all);
                format!("{}{right}", usage::wrong_value(value, argument))
            }
        },
        ErrorKind::ValueValidation => {
            format!("{}{}", usage::wrong_value(value.unwrap_or_default(), argument), why_no_number(error))
        }
        ErrorKind::MissingRequiredArgument => usage::missing(argument),
        ErrorKind::ArgumentConflict => match find(ContextKind::PriorArg).filter(|prior| *prior != argument) {
            Some(prior) => usage::conflict(argument, prior),
            None => usage::repeated(argument),
        },
        ErrorKind::TooManyValues => usage::too_many_values(argument),
        ErrorKind::WrongNumberOfValues => usage::wrong_number_of_values(argument),
        _ => usage::OTHERWISE.to_string(),
    };
    format!("{what}{}", see())
}

/// The message about a command that there is not, with those that were likely meant.
pub(super) fn no_command(program: &Command, word: &str) -> String {
    let known = program.get_subcommands().filter(|command| !command.is_hide_set()).map(Command::get_name);
    let near = near(word, known).unwrap_or_default();
    format!("{}{near}{}", usage::no_command(word), usage::see_commands(format_args!("{} --help", program.get_name())))
}

/// Names the known words that are near; `None` where none is.
fn near<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = nearest(typed, known);
    (!near.is_empty()).then(|| usage::near(near.join(words::LIST.get())))
}

/// The command that the arguments name, as far as they can be read: the first word that is no option and no option's value.
pub(super) fn named<'a>(program: &'a Command, arguments: &[OsString]) -> Option<&'a Command> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--" {
            return None;
        }
        let Some(name) = word.strip_prefix("--") else {
            if word.starts_with('-') && word.len() > 1 {
                continue;
            }
            return program.find_subcommand(word.as_ref());
        };
        let option = program.get_arguments().find(|arg| arg.get_long() == Some(name));
        if option.is_some_and(|option| option.get_action().takes_values()) {
            words.next();
        }
    }
    None
}

/// The values that the argument of an error may have.
fn valid_values(error: &clap::Error) -> Vec<String> {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => values.clone(),
        _ => Vec::new(),
    }
}

/// Why a value is no number that an argument takes.
fn why_no_number(error: &clap::Error) -> &'static str {
    let why = error.source().and_then(|source| source.downcast_ref::<ParseIntError>());
    match why.map(ParseIntError::kind) {
        Some(IntErrorKind::InvalidDigit | IntErrorKind::Empty) => usage::WHOLE_NUMBER.get(),
        _ => usage::TOO_LARGE.get(),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "clap's list is open: a newer version may add kinds of values")]
fn words(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(word) => Some(word.clone()).filter(|word| !word.is_empty()),
        ContextValue::Strings(words) => Some(words.join(words::LIST.get())).filter(|words| !words.is_empty()),
        ContextValue::StyledStr(words) => Some(words.to_string()),
        _ => None,
    }
}

/// The most cells of an argument that a message quotes.
const QUOTED: usize = 80;

/// Shortens what a message quotes of the arguments: whoever pasted a document as an argument reads a line all the same.
pub(super) fn quoting(message: &str, arguments: &[OsString]) -> String {
    let values = arguments.iter().filter_map(|argument| argument.to_str());
    // `--name=value` is quoted by its value as well.
    let mut long: Vec<&str> = values
        .flat_map(|argument| [Some(argument), argument.split_once('=').map(|(_, value)| value)])
        .flatten()
        .flat_map(|argument| [argument, argument.trim()])
        .filter(|argument| Width::Narrow.of(argument) > QUOTED)
        .collect();
    long.sort_by_key(|argument| std::cmp::Reverse(argument.len()));
    long.into_iter().fold(message.to_owned(), |message, argument| {
        message.replace(argument, &Width::Narrow.truncate(argument, QUOTED))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_arguments_are_quoted_in_part() {
        let long = "健".repeat(200);
        let arguments = ["guihua".into(), format!("--dept={long}").into(), OsString::from("short")];
        let message = quoting(&format!("没有名为“{long}”的部门；short"), &arguments);
        assert!(Width::Narrow.of(&message) < 80 + 30 && message.ends_with("short"), "{message}");
        assert_eq!(quoting("没有名为“short”的部门", &arguments), "没有名为“short”的部门");
    }
}
