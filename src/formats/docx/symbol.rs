//! Signs of the fonts Symbol and Wingdings, whose numbers are their own, as characters of Unicode.

/// The sign as a character of Unicode; one that is not known, and any other character, stays as it is.
pub(super) fn symbol(sign: char) -> char {
    match sign {
        '\u{f052}' | '\u{f0fe}' => '☑',
        '\u{f0a3}' | '\u{f0a8}' | '\u{f06f}' | '\u{f071}' => '□',
        '\u{f053}' | '\u{f0fd}' => '☒',
        '\u{f0fc}' => '✓',
        '\u{f0fb}' => '✗',
        '\u{f06c}' | '\u{f09f}' | '\u{f0b7}' => '●',
        '\u{f06e}' | '\u{f0a7}' => '■',
        '\u{f075}' | '\u{f076}' => '◆',
        '\u{f0d8}' => '➢',
        '\u{f0e8}' => '→',
        _ => sign,
    }
}

/// The mark of a list as a character of Unicode; one that is not known is a dot, which it mostly is.
pub(super) fn bullet(mark: char) -> char {
    match symbol(mark) {
        '\u{f000}'..='\u{f0ff}' => '•',
        known => known,
    }
}
