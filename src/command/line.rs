//! A command line: the words of a command in order, quoted where a POSIX shell would take them apart.

use std::fmt;

use clap::ValueEnum;

/// The words of a command, to be written as one line.
pub(super) struct Line {
    command: &'static str,
    /// The arguments without an option's name; they come first.
    values: Vec<String>,
    /// The options with their values.
    options: Vec<String>,
}

impl Line {
    /// The line of a command that has no arguments yet.
    pub(super) fn new(command: &'static str) -> Self {
        Self { command, values: Vec::new(), options: Vec::new() }
    }

    /// Adds arguments that have no option's name.
    pub(super) fn values<'a>(&mut self, values: impl IntoIterator<Item = &'a String>) {
        self.values.extend(values.into_iter().cloned());
    }

    /// Adds an option with each of the values: `--plan 云浮 --plan 佛山`.
    pub(super) fn options<'a, T: ToString + 'a>(&mut self, name: &str, values: impl IntoIterator<Item = &'a T>) {
        for value in values {
            let value = value.to_string();
            // Behind a space, a value with a hyphen at its head would be an option itself.
            if value.starts_with('-') {
                self.options.push(format!("--{name}={value}"));
            } else {
                self.options.extend([format!("--{name}"), value]);
            }
        }
    }

    /// Adds an option with each of the values, which are words that clap knows.
    pub(super) fn choices<'a, T: ValueEnum + 'a>(&mut self, name: &str, values: impl IntoIterator<Item = &'a T>) {
        let words: Vec<String> =
            values.into_iter().filter_map(T::to_possible_value).map(|value| value.get_name().to_owned()).collect();
        self.options(name, &words);
    }

    /// Adds an option without a value where it is set.
    pub(super) fn flag(&mut self, name: &str, is_set: bool) {
        self.options.extend(is_set.then(|| format!("--{name}")));
    }
}

impl fmt::Display for Line {
    /// Values, then options; values that look like options stand at the end, behind the `--` that ends the options.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = "--".to_owned();
        let looks_like_option = self.values.iter().any(|value| value.starts_with('-'));
        let (first, last): (&[String], &[String]) =
            if looks_like_option { (&[], &self.values) } else { (&self.values, &[]) };
        let end = looks_like_option.then_some(&end);
        write!(f, "guihua {}", self.command)?;
        let mut words = first.iter().chain(&self.options).chain(end).chain(last);
        words.try_for_each(|word| write!(f, " {}", quote(word)))
    }
}

/// A word as a shell takes it, in single quotes where it must be.
fn quote(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}
