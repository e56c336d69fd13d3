//! The ids of own plans: made once of the name of the file that a plan came from, and never changed. An id is the name of a
//! file of the library, and the beginning of the id of every node, so that it holds nothing that a file system, a shell or the
//! slash of a node could take amiss.

use std::path::Path;

use crate::cli::output;

/// The longest id in characters. In hanzi it takes three bytes a character, and the names of files may have 255.
const LONGEST: usize = 60;
/// The id of a plan whose file has a name without letters, and what is put behind a name that cannot be an id itself.
const PLAN: &str = "plan";
/// Names that no file on Windows can have.
const OF_DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The characters of full width that have narrow twins: `！` to `～`.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
/// How far they stand behind their twins.
const TO_NARROW: u32 = 0xfee0;

/// The id for a file: its stem in small letters, letters (hanzi are) and digits only, with a hyphen for everything else.
///
/// `江海市“十五五”规划（印发稿）.docx` → `江海市-十五五-规划-印发稿`.
pub(in crate::cli) fn of_file(file: &str) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    let mut id = String::new();
    for character in stem.chars().map(narrow).flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.chars().take(LONGEST).collect();
    match id.trim_end_matches('-') {
        "" => PLAN.to_owned(),
        id if is_taken_by_system(id) => format!("{id}-{PLAN}"),
        id => id.to_owned(),
    }
}

/// This id, or with the first number behind it with which it is free.
pub(in crate::cli) fn unique(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n: u64| format!("{id}-{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

/// Whether a name is an id that [`of_file`] and [`unique`] can have made. Nothing else is ever looked for in the library.
pub(super) fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= LONGEST + 20
        && !name.starts_with('-')
        && name.chars().all(|character| character == '-' || character.is_alphanumeric())
        && !is_taken_by_system(name)
}

fn is_taken_by_system(id: &str) -> bool {
    let of_device = |name: &str| {
        let rest = id.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || (rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit())))
    };
    OF_DEVICES.into_iter().any(of_device) || output::is_aside(id)
}

fn narrow(character: char) -> char {
    let twin = FULL_WIDTH.contains(&character).then(|| char::from_u32(u32::from(character) - TO_NARROW));
    twin.flatten().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_whatever_the_file_is_called() {
        for (file, expected) in [
            ("jianghai-155.txt", "jianghai-155"),
            ("Jianghai Plan (final).TXT", "jianghai-plan-final"),
            ("江海市“十五五”规划.docx", "江海市-十五五-规划"),
            ("ＡＢ１.txt", "ab1"),
            ("../x.txt", "x"),
            ("..", "plan"),
            ("-rf.txt", "rf"),
            ("\u{1b}[31m\n\t.md", "31m"),
            ("……", "plan"),
            ("con.txt", "con-plan"),
            ("LPT1.txt", "lpt1-plan"),
            ("a-unreadable-3.json", "a-unreadable-3-plan"),
            ("", "plan"),
        ] {
            assert_eq!(of_file(file), expected, "{file:?}");
        }
        let long = of_file(&format!("{}.txt", "规".repeat(300)));
        assert_eq!(long.chars().count(), LONGEST);
    }

    #[test]
    fn what_is_made_is_an_id_and_what_leads_elsewhere_is_none() {
        for file in ["jianghai-155.txt", "../../etc/passwd", "…", "nul", "İstanbul.txt", "ﬀ.txt", "é.txt"] {
            let id = of_file(file);
            assert!(is_id(&id), "{id:?}");
            assert!(is_id(&unique(&id, |taken| taken == id)), "{id:?}");
            assert_eq!(of_file(&format!("{id}.txt")), id, "made once more");
        }
        for name in ["../x", "a/b", "a.b", "", "-", "a b", "a\u{1b}", ".removed", "nul", "x-unreadable-1"] {
            assert!(!is_id(name), "{name:?}");
        }
        assert_eq!(unique("x", |id| ["x", "x-2"].contains(&id)), "x-3");
    }
}
