//! The command line that prints what the screen shows, to be copied or exported.

use std::fmt;

use crate::app::state::session::Session;

/// A subcommand with its arguments, none of them quoted for a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command(Vec<String>);

impl Command {
    /// Makes a command from a subcommand and its arguments.
    pub(crate) fn new(words: &[&str]) -> Self {
        Self(words.iter().map(|&word| word.to_owned()).collect())
    }

    /// Limits the command to the selected plans, where not all are selected.
    pub(crate) fn over_chosen(mut self, session: &Session) -> Self {
        if session.is_narrowed() {
            self.0.extend(session.plans().flat_map(|(_, plan)| ["--plan".to_owned(), plan.id.clone()]));
        }
        self
    }

    /// Returns the subcommand and its arguments as a program gets them.
    #[must_use]
    pub fn arguments(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Command {
    /// Writes the command as a shell takes it: `guihua tasks --dept 人社局`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("guihua")?;
        self.0.iter().try_for_each(|word| write!(f, " {}", quoted(word)))
    }
}

/// Quotes an argument where a shell would take it apart.
fn quoted(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    if !argument.is_empty() && argument.chars().all(is_plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_quoted_where_a_shell_would_take_it_apart() {
        let cases = [
            (&["show", "yunfu-2030/3.4.5"][..], "guihua show yunfu-2030/3.4.5"),
            (&["compare", "婴儿死亡率（‰）"], "guihua compare '婴儿死亡率（‰）'"),
            (&["search", "it's", ""], r"guihua search 'it'\''s' ''"),
        ];
        for (words, expected) in cases {
            assert_eq!(Command::new(words).to_string(), expected);
        }
    }
}
