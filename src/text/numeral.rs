//! Numbers as plans write them: 三, 十二, 一百零五, 二〇三〇, 12, １２, 百分之九十.
//!
//! They number headings: 第三章, 第3章 and 第３章 are one place. This file must not know what the numbers count. It reads
//! whole texts only; finding a numeral in a sentence is up to the caller.
//!
//! Written by hand because converters that accept spoken forms give a number for 一百五 and 二三, which can be read in two
//! ways. Here both are rejected, while years written digit by digit and full-width digits are read.

/// Parses a text as a number; `None` if it is no numeral.
///
/// Takes ASCII and full-width digits, Chinese numerals up to 九千九百九十九, and years and codes written digit by digit
/// (二〇三〇, 一〇五). A loose 一百五, which may be 105 or 150, and 二三, which may be "two or three", are no numerals.
///
/// ```
/// use guihua::text::numeral::parse;
/// assert_eq!([parse("三"), parse("3"), parse("３")], [Some(3); 3]);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<u32> {
    arabic(text).or_else(|| by_place(text)).or_else(|| by_digit(text))
}

/// Parses a percentage: 90 for 百分之九十, 90% or ９０％; decimals as in 百分之九十五点五 or 95.5%.
#[must_use]
pub fn percent(text: &str) -> Option<f64> {
    let number = match text.strip_prefix("百分之") {
        Some(number) => number,
        None => text.strip_suffix(['%', '％', '﹪'])?,
    };
    let Some((whole, fraction)) = number.split_once(['点', '點', '.', '．']) else {
        return parse(number).map(f64::from);
    };
    let whole = parse(whole)?;
    let mut decimals = String::new();
    for character in fraction.chars() {
        let digit = digit(character)?;
        decimals.push(char::from_digit(digit, 10)?);
    }
    // Parsed from decimal text, so that 95.5 is the float nearest to 95.5 and not a sum of rounded tenths.
    if decimals.is_empty() { None } else { format!("{whole}.{decimals}").parse().ok() }
}

/// Parses a text of digits only, ASCII or full width.
fn arabic(text: &str) -> Option<u32> {
    in_decimal(text.chars().map(arabic_digit))
}

/// Parses Chinese digits that follow each other. Without a zero among them exactly four are
/// accepted, a year: 二三 is not 23.
fn by_digit(text: &str) -> Option<u32> {
    let is_code = text.chars().count() == 4 || text.chars().any(|character| chinese_digit(character) == Some(0));
    if is_code { in_decimal(text.chars().map(chinese_digit)) } else { None }
}

/// The number that digits spell; `None` for no digit at all, for anything else among them, and beyond 32 bits.
fn in_decimal(digits: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    let mut number = None;
    for digit in digits {
        number = Some(number.unwrap_or(0_u32).checked_mul(10)?.checked_add(digit?)?);
    }
    number
}

/// Parses Chinese numerals with 十, 百, 千, from the highest place down.
///
/// A 零 stands for skipped places, so at least one must be missing behind it. Whatever could be
/// read in two ways is rejected.
fn by_place(text: &str) -> Option<u32> {
    /// The upper bound of numbers: ten times the highest place value.
    const TOP: u32 = 10_000;
    let (mut total, mut place) = (0, TOP);
    let (mut digit, mut skipped) = (None, false);
    for character in text.chars() {
        if let Some(unit) = chinese_place(character) {
            // 十二 has no digit before its 十; 百 and 千 always have one.
            let count = digit.take().or((unit == 10).then_some(1))?;
            if unit >= place || (skipped && unit * 10 >= place) {
                return None;
            }
            total += count * unit;
            (place, skipped) = (unit, false);
        } else if digit.is_some() {
            return None;
        } else if chinese_digit(character)? == 0 {
            if skipped || !(100..TOP).contains(&place) {
                return None;
            }
            skipped = true;
        } else {
            digit = chinese_digit(character);
        }
    }
    match digit {
        Some(ones) if place == TOP || place == 10 || skipped => Some(total + ones),
        None if place < TOP && !skipped => Some(total),
        Some(_) | None => None,
    }
}

/// Returns the digit that a character writes alone, in ASCII, full width or Chinese (`五`, `伍`, `〇`).
#[must_use]
pub fn digit(character: char) -> Option<u32> {
    arabic_digit(character).or_else(|| chinese_digit(character))
}

/// Whether a character is a part of numerals: a digit, or a place as in 十 and 百.
#[must_use]
pub fn is_numeral_char(character: char) -> bool {
    digit(character).is_some() || chinese_place(character).is_some()
}

fn arabic_digit(character: char) -> Option<u32> {
    match character {
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        _ => character.to_digit(10),
    }
}

fn chinese_digit(character: char) -> Option<u32> {
    Some(match character {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn chinese_place(character: char) -> Option<u32> {
    match character {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numerals() {
        for (text, expected) in [
            ("一", Some(1)),
            ("两", Some(2)),
            ("〇", Some(0)),
            ("零", Some(0)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("二十一", Some(21)),
            ("一百", Some(100)),
            ("一百零五", Some(105)),
            ("一百〇五", Some(105)),
            ("一百一十", Some(110)),
            ("一百十五", Some(115)),
            ("两百三十", Some(230)),
            ("一千零五十", Some(1050)),
            ("一千零五", Some(1005)),
            ("九千九百九十九", Some(9999)),
            ("二〇三〇", Some(2030)),
            ("一九四九", Some(1949)),
            ("一〇五", Some(105)),
            ("3", Some(3)),
            ("３", Some(3)),
            ("2０25", Some(2025)),
            ("007", Some(7)),
            ("4294967295", Some(u32::MAX)),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_numeral() {
        for text in [
            "",
            " ",
            "百",
            "千",
            "十十",
            "一一",
            "二三",
            "一百五",
            "一千二",
            "一百零",
            "一百零五十",
            "一千零五百",
            "十百",
            "一百百",
            "十零五",
            "零十",
            "三章",
            "第三",
            "-3",
            "3.5",
            "4294967296",
            "一万",
            "一百零零五",
            "\u{1b}",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    /// Writes a number the way a plan numbers its items.
    fn spell(number: u32) -> String {
        let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
        let (mut spelled, mut gap) = (String::new(), false);
        for (unit, mark) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10;
            if digit == 0 {
                gap = true;
                continue;
            }
            if gap && !spelled.is_empty() {
                spelled.push('零');
            }
            gap = false;
            if !(digit == 1 && unit == 10 && spelled.is_empty()) {
                spelled.push(digits[digit as usize]);
            }
            spelled.push_str(mark);
        }
        spelled
    }

    #[test]
    fn reads_every_number_it_can_be_asked_for() {
        for number in 1..=9999 {
            assert_eq!(parse(&spell(number)), Some(number), "{}", spell(number));
            assert_eq!(parse(&number.to_string()), Some(number));
        }
    }

    #[test]
    fn reads_percentages() {
        for (text, expected) in [
            ("百分之九十", Some("90")),
            ("百分之一百", Some("100")),
            ("百分之95", Some("95")),
            ("百分之九十五点五", Some("95.5")),
            ("百分之零点八", Some("0.8")),
            ("90%", Some("90")),
            ("９０％", Some("90")),
            ("95.50%", Some("95.5")),
            ("90", None),
            ("百分之", None),
            ("百分之九十点", None),
            ("九十分之一", None),
            ("-5%", None),
            ("%", None),
        ] {
            assert_eq!(percent(text).map(|number| number.to_string()).as_deref(), expected, "{text}");
        }
    }
}
