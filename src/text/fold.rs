//! One-to-one folding for comparison: full width to half width, traditional to simplified.
//!
//! Every character becomes exactly one character, so that offsets into the folded text are offsets into the original.

/// Traditional characters and their simplified twins, pair by pair.
const PAIRS: &str = "衛卫發发會会員员體体劃划局局財财務务環环態态醫医療疗農农業业鄉乡聯联婦妇殘残黨党團团機机關关電电廣广總总資资產产規规審审計计統统應应藥药檢检";

/// The folded form of one character: `Ａ` → `A`, `衛` → `卫`; any other character is itself.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => {
            let mut pairs = PAIRS.chars();
            while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
                if from == c {
                    return to;
                }
            }
            c
        }
    }
}

/// The text with every character folded; as many characters as before.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}
