//! Makes text fit for XML and for pages: legal, harmless, escaped.
//!
//! This file must not know which format the text goes into.

use std::borrow::Cow;

use crate::text::sanitize::sanitize;

/// The text without the characters that XML 1.0 forbids (§2.2, Char) and those that act instead of being shown: control
/// characters become their pictures, as on the screen, and the two noncharacters are removed. Line feeds stay.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    const NONCHARACTERS: [char; 2] = ['\u{fffe}', '\u{ffff}'];
    let harmless = sanitize(text);
    if harmless.contains(NONCHARACTERS) { Cow::Owned(harmless.replace(NONCHARACTERS, "")) } else { harmless }
}

/// The legal text with the five characters that are markup replaced by entities.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in legal(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, expected) in [
            ("市教育局", "市教育局"),
            ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
            ("&amp;", "&amp;amp;"),
            ("甲\u{0}\u{fffe}\u{ffff}乙", "甲␀乙"),
            ("甲\r\n乙", "甲\n乙"),
        ] {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_character_is_legal() {
        for character in char::MIN..=char::MAX {
            let is_legal = |c: char| matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(legal(character.encode_utf8(&mut [0; 4])).chars().all(is_legal), "{character:?}");
        }
    }
}
