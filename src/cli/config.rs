//! The settings of a user: what the options of the command line, the environment and the configuration file say, in this
//! order, and where each value comes from.

mod file;
mod listing;

use std::env;

use anyhow::bail;

use crate::app::input::keymap::{KeyError, Keymap};
use crate::words::{self, Words};

pub(super) use file::File;
pub(super) use listing::{Args, NAME, run};

/// One setting with a single value.
#[derive(Debug)]
pub(super) struct Setting {
    /// What it is called in the configuration file.
    pub(super) name: &'static str,
    /// The variable of the environment that sets it; `None` for none.
    pub(super) variable: Option<&'static str>,
    /// The values that it may have; empty for any words.
    pub(super) values: &'static [&'static str],
    /// Its value where nobody sets it; empty for none.
    default: &'static str,
    /// What it decides, for the list of settings.
    about: Words,
}

pub(super) const THEME: Setting = Setting {
    name: "theme",
    variable: Some("GUIHUA_THEME"),
    values: &["colour", "dark", "light", "mono", "contrast"],
    default: "",
    about: words::settings::THEME,
};
pub(super) const AMBIGUOUS: Setting = Setting {
    name: "ambiguous",
    variable: Some("GUIHUA_AMBIGUOUS"),
    values: &["auto", "narrow", "wide"],
    default: "auto",
    about: words::settings::AMBIGUOUS,
};
pub(super) const MOUSE: Setting = Setting {
    name: "mouse",
    variable: Some("GUIHUA_MOUSE"),
    values: &["on", "off"],
    default: "on",
    about: words::settings::MOUSE,
};
pub(super) const ASCII: Setting = Setting {
    name: "ascii",
    variable: Some("GUIHUA_ASCII"),
    values: &["on", "off"],
    default: "off",
    about: words::settings::ASCII,
};
pub(super) const PLAIN: Setting = Setting {
    name: "plain",
    variable: Some("GUIHUA_PLAIN"),
    values: &["on", "off"],
    default: "off",
    about: words::reader::ABOUT,
};
pub(super) const OFFICE: Setting = Setting {
    name: "office",
    variable: Some("GUIHUA_OFFICE"),
    values: &[],
    default: "",
    about: words::settings::OFFICE,
};

pub(super) const LANGUAGE: Setting = Setting {
    name: "lang",
    variable: Some("GUIHUA_LANG"),
    values: &["zh", "en"],
    default: "",
    about: words::settings::LANGUAGE,
};

/// All settings with a single value, in the order in which they are listed.
const SETTINGS: [&Setting; 7] = [&LANGUAGE, &THEME, &AMBIGUOUS, &ASCII, &PLAIN, &MOUSE, &OFFICE];

/// Who has set a value: the user in one of three places, or nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Nobody has set it, so the program decides.
    Default,
    /// An option of the command line, by its name.
    Option(String),
    /// A variable of the environment, by its name.
    Variable(&'static str),
    /// This line of the configuration file, counted from 1.
    Line(usize),
}

/// A value as it is written, and who has set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) words: String,
    pub(super) origin: Origin,
}

impl Setting {
    /// Returns the value in force: that of the option if one is given, of the variable if it is set and not empty, of the
    /// file, or the default.
    ///
    /// # Errors
    /// The value is none of those that the setting may have.
    pub(super) fn value(&self, option: Option<&str>, file: &File) -> anyhow::Result<Value> {
        let option =
            option.map(|words| Value { words: words.to_owned(), origin: Origin::Option(format!("--{}", self.name)) });
        let variable = || {
            let name = self.variable?;
            let words = env::var_os(name)?.to_string_lossy().trim().to_owned();
            (!words.is_empty()).then_some(Value { words, origin: Origin::Variable(name) })
        };
        let default = || Value { words: self.default.to_owned(), origin: Origin::Default };
        let value = option.or_else(variable).or_else(|| file.value(self.name)).unwrap_or_else(default);
        let is_right = self.values.is_empty() || value.words == self.default || self.values.contains(&&*value.words);
        if !is_right {
            let values = self.values.join(words::LIST.get());
            bail!(words::settings::wrong(self.named(&value.origin, file), value.words, values));
        }
        Ok(value)
    }

    /// Names the setting as where its value comes from names it.
    pub(super) fn named(&self, origin: &Origin, file: &File) -> String {
        match origin {
            Origin::Default => self.name.to_owned(),
            Origin::Option(name) => words::settings::option(name),
            Origin::Variable(name) => words::settings::variable(name),
            Origin::Line(line) => format!("{}{}", file.place(*line), self.name),
        }
    }
}

/// Makes the keys in force of the table `[keys]` of the file.
///
/// # Errors
/// An action or a key is not known, or a key would have two meanings.
pub(super) fn keymap(file: &File) -> anyhow::Result<Keymap> {
    let changes: Vec<(&str, Vec<&str>)> = file
        .keys
        .iter()
        .map(|change| (change.action.as_str(), change.keys.iter().map(String::as_str).collect()))
        .collect();
    match Keymap::with(&changes) {
        Ok(keymap) => Ok(keymap),
        Err((at, error)) => {
            let change = file.keys.get(at);
            let action = change.map(|change| change.action.as_str()).unwrap_or_default();
            let place = change.map(|change| file.place(change.line)).unwrap_or_default();
            match error {
                KeyError::NoAction => {
                    let near = listing::near_action(action);
                    bail!("{place}{}", words::settings::no_action(action, near))
                }
                KeyError::NoKey(keys) => bail!("{place}{}", words::settings::no_key(keys)),
                KeyError::Types(keys) => bail!("{place}{}", words::settings::key_types(action, keys)),
                KeyError::Taken(keys, other) => bail!("{place}{}", words::settings::key_taken(action, keys, other)),
            }
        }
    }
}
