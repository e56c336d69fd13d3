//! Chinese characters that look alike, so that one is printed for the other by a slip of the hand or of a scanner.
//!
//! The table `data/alike.txt` is read when a character is first asked for, never at the start of the program.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The table: a character in each line and those that it is mistaken for; the head of the file names its source.
const SOURCE: &str = include_str!("../../data/alike.txt");

/// The characters that look like `c`; empty for one that is not in the table.
#[must_use]
pub fn looking_like(c: char) -> &'static str {
    static TABLE: OnceLock<HashMap<char, &'static str>> = OnceLock::new();
    let entry = |line: &'static str| line.split_once(' ').and_then(|(c, alike)| Some((c.chars().next()?, alike)));
    let table = TABLE.get_or_init(|| SOURCE.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect());
    table.get(&c).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_look_alike() {
        assert!(looking_like('未').contains('末') && looking_like('末').contains('未'));
        assert!(looking_like('治').contains('冶'));
        assert!(!looking_like('治').contains('未'));
        assert_eq!(looking_like('，'), "");
    }
}
