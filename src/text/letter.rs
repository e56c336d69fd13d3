//! Whether a character is a letter or a digit, asked of every character of a text.

/// The characters of everyday Chinese writing (CJK Unified Ideographs), all of them letters.
const CHINESE: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// Whether a character is a letter or a digit of any script. Answers as [`char::is_alphanumeric`], which searches a table
/// for each Chinese character; these are told by their range.
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    CHINESE.contains(&c) || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_as_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
