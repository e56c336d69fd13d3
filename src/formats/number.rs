//! The numbers that Word and browsers write before paragraphs by themselves: 一, 十二, 〇, 甲, ①, iv, AA.

use std::fmt::Write;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Decimal, // 1, 2, 3
    /// 01, 02, 03: to so many places.
    Padded(usize),
    FullWidth,   // １, ２, ３
    UpperRoman,  // I, II, III
    LowerRoman,  // i, ii, iii
    UpperLetter, // A, B, … Z, AA, BB
    LowerLetter, // a, b, … z, aa, bb
    Ordinal,     // 1st, 2nd, 3rd
    Chinese,     // 一, 十, 十一, 二十, 一百零一
    /// 一, 十, 十一, … 九十九, and from a hundred on one digit after the other: 一○○.
    ChineseToHundred,
    /// One digit after the other: 一, 二, 一〇, 一一.
    ChineseDigits,
    ChineseLegal, // 壹, 贰, 壹拾
    /// 壹, 貳, 壹拾 as they are written in Taiwan.
    ChineseLegalTraditional,
    Stems,             // 甲, 乙, 丙
    Branches,          // 子, 丑, 寅
    Circled,           // ①, ②, ③
    WithStop,          // ⒈, ⒉, ⒊
    InBrackets,        // ⑴, ⑵, ⑶
    ChineseInBrackets, // ㈠, ㈡, ㈢
    BetweenDashes,     // - 1 -, - 2 -
    Nothing,           // Nothing
}

/// The largest number that is written; numbers beyond it are no numbers of headings.
const LARGEST: u32 = 32_767;

pub(super) fn write(number: u32, kind: &Kind) -> String {
    let n = number.min(LARGEST);
    match kind {
        Kind::Decimal => n.to_string(),
        Kind::Padded(places) => format!("{n:0places$}"),
        Kind::FullWidth => n.to_string().chars().map(|digit| shift('０', digit)).collect(),
        Kind::UpperRoman => roman(n),
        Kind::LowerRoman => roman(n).to_lowercase(),
        Kind::UpperLetter => letters(n, 'A'),
        Kind::LowerLetter => letters(n, 'a'),
        Kind::Ordinal => ordinal(n),
        Kind::Chinese => counted(n, &SIMPLE, false),
        Kind::ChineseToHundred if n < 100 => counted(n, &SIMPLE, false),
        Kind::ChineseToHundred => digit_by_digit(n, '○'),
        Kind::ChineseDigits => digit_by_digit(n, '〇'),
        Kind::ChineseLegal => counted(n, &LEGAL, true),
        Kind::ChineseLegalTraditional => counted(n, &LEGAL_TRADITIONAL, true),
        Kind::Stems => in_turn(n, "甲乙丙丁戊己庚辛壬癸"),
        Kind::Branches => in_turn(n, "子丑寅卯辰巳午未申酉戌亥"),
        Kind::Circled => circled(n),
        Kind::WithStop => sign(n, '\u{2488}', 20),
        Kind::InBrackets => sign(n, '\u{2474}', 20),
        Kind::ChineseInBrackets => sign(n, '\u{3220}', 10),
        Kind::BetweenDashes => format!("- {n} -"),
        Kind::Nothing => String::new(),
    }
}

/// A digit as it is written above the line, so that a power stays one: 10⁵.
pub(super) fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied().unwrap_or(digit)
}

/// The character as far behind `first` as an ASCII digit is behind 0.
fn shift(first: char, digit: char) -> char {
    digit.to_digit(10).and_then(|digit| char::from_u32(u32::from(first) + digit)).unwrap_or(digit)
}

/// The digits from zero on, and the signs for ten, a hundred, a thousand and ten thousand.
struct Digits {
    digits: &'static str,
    tens: &'static str,
}

static SIMPLE: Digits = Digits { digits: "零一二三四五六七八九", tens: "十百千万" };
static LEGAL: Digits = Digits { digits: "零壹贰叁肆伍陆柒捌玖", tens: "拾佰仟万" };
static LEGAL_TRADITIONAL: Digits = Digits { digits: "零壹貳參肆伍陸柒捌玖", tens: "拾佰仟萬" };

/// Writes a number by its tens and hundreds. `whole` writes the one before a leading ten: 壹拾.
fn counted(n: u32, digits: &Digits, whole: bool) -> String {
    let digit = |value: u32| digits.digits.chars().nth(value as usize).unwrap_or_default();
    if n == 0 {
        return digit(0).to_string();
    }
    let mut text = String::new();
    let mut owes_zero = false;
    for (power, place) in [(10_000, 3), (1_000, 2), (100, 1), (10, 0)] {
        let value = n / power % 10;
        if value == 0 {
            owes_zero |= !text.is_empty();
            continue;
        }
        if std::mem::take(&mut owes_zero) {
            text.push(digit(0));
        }
        if whole || value > 1 || power != 10 || !text.is_empty() {
            text.push(digit(value));
        }
        text.extend(digits.tens.chars().nth(place));
    }
    if !n.is_multiple_of(10) {
        if owes_zero {
            text.push(digit(0));
        }
        text.push(digit(n % 10));
    }
    text
}

fn digit_by_digit(n: u32, zero: char) -> String {
    let digit = |digit: char| match digit.to_digit(10) {
        Some(0) | None => zero,
        Some(value) => SIMPLE.digits.chars().nth(value as usize).unwrap_or(zero),
    };
    n.to_string().chars().map(digit).collect()
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// A letter, twice behind Z, three times behind ZZ.
fn letters(n: u32, first: char) -> String {
    let Some(behind) = n.checked_sub(1) else { return String::new() };
    let letter = char::from_u32(u32::from(first) + behind % 26).unwrap_or(first);
    std::iter::repeat_n(letter, behind as usize / 26 + 1).collect()
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write!(text, "{n}{ending}");
    text
}

/// The nth of a row of characters, which begins again at its end.
fn in_turn(n: u32, row: &str) -> String {
    let length = row.chars().count();
    n.checked_sub(1)
        .and_then(|behind| row.chars().nth(behind as usize % length))
        .map_or_else(|| n.to_string(), String::from)
}

/// The sign of a number among those that begin with 1; beyond them its digits.
fn sign(n: u32, first: char, most: u32) -> String {
    let sign = (1..=most).contains(&n).then(|| char::from_u32(u32::from(first) + n - 1)).flatten();
    sign.map_or_else(|| n.to_string(), String::from)
}

fn circled(n: u32) -> String {
    match n {
        0 => "⓪".to_owned(),
        21..=35 => sign(n - 20, '\u{3251}', 15),
        36..=50 => sign(n - 35, '\u{32b1}', 15),
        _ => sign(n, '①', 20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (kind, expected) in [
            (Kind::Chinese, "一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千零一十"),
            (Kind::ChineseToHundred, "一 二 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○一○"),
            (Kind::ChineseDigits, "一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一〇一〇"),
            (
                Kind::ChineseLegal,
                "壹 贰 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟零壹拾",
            ),
            (Kind::Stems, "甲 乙 壬 癸 甲 壬 癸 甲 壬 癸 甲 癸 甲 癸"),
            (Kind::Circled, "① ② ⑨ ⑩ ⑪ ⑲ ⑳ ㉑ 99 100 101 110 111 1010"),
            (Kind::UpperLetter, "A B I J K S T U UUUU VVVV WWWW FFFFF GGGGG VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV"),
            (Kind::LowerRoman, "i ii ix x xi xix xx xxi xcix c ci cx cxi mx"),
            (Kind::Padded(2), "01 02 09 10 11 19 20 21 99 100 101 110 111 1010"),
            (Kind::FullWidth, "１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０ １１１ １０１０"),
            (Kind::Ordinal, "1st 2nd 9th 10th 11th 19th 20th 21st 99th 100th 101st 110th 111th 1010th"),
        ] {
            let numbers = [1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 1010];
            let got: Vec<String> = numbers.into_iter().map(|n| write(n, &kind)).collect();
            assert_eq!(got.join(" "), expected);
        }
        assert_eq!(write(3, &Kind::ChineseInBrackets), "㈢");
        assert_eq!(write(50, &Kind::Circled), "㊿");
        assert_eq!(write(20_005, &Kind::Chinese), "二万零五");
        assert_eq!(write(u32::MAX, &Kind::LowerLetter).len(), 1261);
    }
}
