//! Which language the program speaks: that of the option, of the variable, of the configuration file, or of the locale.

use std::borrow::Cow;
use std::env;
use std::ffi::OsString;

use super::config::{File, LANGUAGE};
use crate::text::sanitize;
use crate::words::{self, Language};

/// The option that names the language, for every command.
const OPTION: &str = "--lang";

/// The languages by their own names, which are the same in every language.
pub(super) const NAMES: [&str; 2] = ["中文", "English"];

/// The variables that name the locale of messages, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Returns the language that the arguments and their surroundings ask for. It is asked for before the arguments are read,
/// because what is wrong with them is said in it; a value that is none of the languages is refused by who reads them.
///
/// # Errors
/// The variable has a value that is none of the languages.
pub(super) fn choose(arguments: &[OsString]) -> anyhow::Result<Language> {
    if let Some(language) = named(arguments).and_then(|id| Language::with_id(&id)) {
        return Ok(language);
    }
    // A mistake in the file is told by whoever uses its settings; here it would keep every command from running.
    let file = File::of_user().unwrap_or_default();
    let value = LANGUAGE.value(None, &file)?;
    Ok(Language::with_id(&value.words).unwrap_or_else(of_locale))
}

/// The value of the option, as far as the arguments can be read without their definition.
fn named(arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix(OPTION) {
            Some("") => return words.next().map(Cow::into_owned),
            Some(value) if value.starts_with('=') => return Some(value.trim_start_matches('=').to_owned()),
            Some(_) | None => {}
        }
    }
    None
}

/// The encoding that the locale asks for, as far as its variables tell.
pub(super) fn encoding() -> &'static str {
    let locale = locale_of_characters().unwrap_or_default().to_ascii_lowercase();
    if locale.contains("utf-8") || locale.contains("utf8") {
        "UTF-8"
    } else if locale.contains("gb") {
        "GBK"
    } else {
        "C"
    }
}

/// Words what helps where the locale asks for another encoding than UTF-8; `None` where it asks for UTF-8 or for nothing.
pub(super) fn advice() -> Option<String> {
    locale_of_characters().filter(|_| encoding() != "UTF-8").map(words::settings::locale)
}

/// The locale of characters: the first variable that is set and not empty decides.
fn locale_of_characters() -> Option<String> {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty())?;
    Some(sanitize::one_line(&locale.to_string_lossy()).into_owned())
}

/// The language of the locale: the first variable that is set and not empty decides.
fn of_locale() -> Language {
    let locale = LOCALE.into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    Language::of_locale(&locale.unwrap_or_default().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_among_the_arguments() {
        for (arguments, expected) in [
            (&["guihua", "--lang", "en"][..], Some("en")),
            (&["guihua", "tree", "--lang=en", "--depth", "1"], Some("en")),
            (&["guihua", "search", "--", "--lang=en"], None),
            (&["guihua", "--lang"], None),
            (&["guihua", "--language=en"], None),
        ] {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            assert_eq!(named(&arguments).as_deref(), expected, "{arguments:?}");
        }
    }
}
