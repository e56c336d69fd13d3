//! Folding: texts that a reader takes for the same become equal.
//!
//! | function | for | white space | keeps the number of characters |
//! |---|---|---|---|
//! | [`fold`] | searching: width, case, quotation marks, traditional characters | becomes a blank | yes |
//! | [`fold_name`] | comparing names of offices and headers: as [`fold`] | is taken out | no |
//! | [`fold_cell`] | reading cells of tables: width and brackets only | is taken out | no |
//! | [`squeeze`] | comparing printed words | is taken out | no |
//!
//! A folded search text has as many characters as the text itself, so that positions of hits hold for both. That is why
//! Unicode's NFKC is not used, which turns … and Ⅲ into three characters. The module must not
//! know what is searched or read.

mod texts;
mod wanted;

use std::sync::OnceLock;

pub use texts::FoldedTexts;
pub use wanted::Wanted;

/// Traditional and simplified characters, in pairs; see the head of the file for its source and licence.
const TRADITIONAL: &str = include_str!("../../data/traditional.txt");

/// Radicals and compatibility forms with the characters they look like; see the head of the file for its source and licence.
const RADICALS: &str = include_str!("../../data/radicals.txt");

/// The text with each character folded by [`fold_char`]; as many characters as before, though not as many bytes.
///
/// ```
/// use guihua::text::fold::fold;
/// assert_eq!(fold("《衞生健康》（２０３０）"), fold("《卫生健康》(2030)"));
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.chars().map(fold_char));
    folded
}

/// Canonical form of a character: half width, straight, lower case, simplified, square for 〔 and 【.
#[must_use]
pub fn fold_char(character: char) -> char {
    match character {
        '\0'..='\u{7f}' => character.to_ascii_lowercase(),
        '！'..='～' => half_width(character).to_ascii_lowercase(),
        '\u{a0}' | '\u{3000}' => ' ',
        '“' | '”' | '„' | '‟' | '〝' | '〞' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        '〔' | '【' | '〖' => '[',
        '〕' | '】' | '〗' => ']',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '〜' | '∼' => '~',
        '∶' | '︰' => ':',
        '・' | '･' | '‧' | '∙' | '⋅' => '·',
        '￥' => '¥',
        _ => simplified(character),
    }
}

/// The text folded by [`fold_char`] and without white space: for comparing names.
///
/// ```
/// use guihua::text::fold::fold_name;
/// assert_eq!(fold_name("市 衞生健康局（ＣＤＣ）"), "市卫生健康局(cdc)");
/// ```
#[must_use]
pub fn fold_name(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).map(fold_char).collect()
}

/// The text of a table's cell brought to half width, without white space; letters keep their case.
///
/// Full-width marks, digits and letters become ASCII, Ⅲ becomes III, every bracket a round one, the micro sign μ. The
/// commas ， and 、 stay: in a cell they part two values, where an ASCII comma might group digits.
///
/// ```
/// use guihua::text::fold::fold_cell;
/// assert_eq!(fold_cell("【１，２】 ＰＭ２．５／Ⅲ类"), "(1，2)PM2.5/III类");
/// ```
#[must_use]
pub fn fold_cell(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        fold_cell_into(character, &mut folded);
    }
    folded
}

/// Adds one character to `folded`, as [`fold_cell`] folds it; white space is added as it is.
pub fn fold_cell_into(character: char, folded: &mut String) {
    match character {
        'Ⅰ' => folded.push('I'),
        'Ⅱ' => folded.push_str("II"),
        'Ⅲ' => folded.push_str("III"),
        'Ⅳ' => folded.push_str("IV"),
        'Ⅴ' => folded.push('V'),
        '［' | '【' | '〔' | '[' => folded.push('('),
        '］' | '】' | '〕' | ']' => folded.push(')'),
        '\u{b5}' => folded.push('μ'),
        '，' => folded.push(character),
        _ => folded.push(half_width(character)),
    }
}

/// The text without any white space.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The ASCII character of a full-width form between ！ and ～; any other character as it is. The block has the order of
/// ASCII (Unicode, Halfwidth and Fullwidth Forms).
#[must_use]
pub fn half_width(character: char) -> char {
    const SHIFT: u32 = '！' as u32 - '!' as u32;
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - SHIFT).unwrap_or(character),
        _ => character,
    }
}

/// The simplified character that stands for a traditional or variant one, for a radical (⽤) or a compatibility form; any other
/// character as it is.
///
/// ```
/// use guihua::text::fold::simplified;
/// assert_eq!(['衛', '\u{2f64}', '卫'].map(simplified), ['卫', '用', '卫']);
/// ```
#[must_use]
pub fn simplified(character: char) -> char {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS.get_or_init(|| Pairs::read(&[TRADITIONAL, RADICALS])).simplified(character)
}

/// The pairs as one array over the code points that they span, so that a character is folded with one access.
struct Pairs {
    /// The code point of the first element of the array.
    base: u32,
    /// The simplified character's code point; 0 where a character stays as it is.
    places: Box<[u16]>,
}

impl Pairs {
    /// Reads lines of the form `traditional<tab>simplified`; any other line is skipped.
    fn read(tables: &[&str]) -> Self {
        let pairs = || tables.iter().flat_map(|table| table.lines()).filter_map(pair);
        let base = pairs().map(|(from, _)| from).min().unwrap_or(0);
        let last = pairs().map(|(from, _)| from).max().unwrap_or(0);
        let mut places = vec![0; usize::from(last - base) + 1];
        for (from, to) in pairs() {
            if let Some(place) = places.get_mut(usize::from(from - base)) {
                *place = to;
            }
        }
        Self { base: u32::from(base), places: places.into() }
    }

    fn simplified(&self, character: char) -> char {
        let place = u32::from(character).checked_sub(self.base).and_then(|place| usize::try_from(place).ok());
        match place.and_then(|place| self.places.get(place)) {
            None | Some(0) => character,
            Some(&simplified) => char::from_u32(u32::from(simplified)).unwrap_or(character),
        }
    }
}

/// One line of the table as code points of the Basic Multilingual Plane.
fn pair(line: &str) -> Option<(u16, u16)> {
    let (from, to) = line.split_once('\t')?;
    let code = |text: &str| u16::try_from(u32::from(text.parse::<char>().ok()?)).ok();
    Some((code(from)?, code(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_a_reader_takes_for_the_same() {
        for (text, expected) in [
            ("ＡＢＣａｂｃ０１２！？～", "abcabc012!?~"),
            ("DRG　PM2.5", "drg pm2.5"),
            ("“十五五”‘双减’", "\"十五五\"'双减'"),
            ("——–－-", "-----"),
            ("1∶2：3", "1:2:3"),
            ("卡・介·苗", "卡·介·苗"),
            ("衞生局衛生局", "卫生局卫生局"),
            ("裏臺台羣爲為", "里台台群为为"),
            ("醫療衛生體系", "医疗卫生体系"),
            ("《规划》、〔2021〕【一】。", "《规划》、[2021][一]。"),
            ("Ⅲ㎡…é𠮷👪", "Ⅲ㎡…é𠮷👪"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn every_character_folds_to_one_that_folds_no_further() {
        for character in '\0'..=char::MAX {
            let folded = fold_char(character);
            assert_eq!(fold_char(folded), folded, "{character}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_each_of_its_lines_is_read() {
        let lines: Vec<&str> = TRADITIONAL.lines().filter(|line| !line.starts_with('#')).collect();
        let read: Vec<(u16, u16)> = lines.iter().filter_map(|line| pair(line)).collect();
        assert_eq!(read.len(), lines.len());
        assert!(read.len() > 2_500);
        assert!(read.is_sorted_by(|one, next| one.0 < next.0));
        assert!(read.iter().all(|(from, to)| from != to));
    }
}
