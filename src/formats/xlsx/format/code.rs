//! The code of a number format (`#,##0.0"岁";-0`): its parts, and how a number is written by them.

use crate::formats::xlsx::format::piece::Piece;
use crate::formats::xlsx::format::{date, general};

/// A number format: one part, or one for positive numbers, one for negative ones and one for zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code(Vec<Section>);

/// A part of a format: what it is made of, one piece after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Section {
    pieces: Vec<Piece>,
    n_percent: usize,
    /// Commas behind the last digit: each leaves off three places.
    n_thousands: i32,
    has_groups: bool,
    is_date: bool,
}

impl Code {
    /// Reads a format; `None` for those whose numbers are shown as without a format.
    pub(super) fn parse(code: &str) -> Option<Self> {
        /// No format that a person has made is longer.
        const LONGEST: usize = 255;
        if code.chars().nth(LONGEST).is_some() {
            return None;
        }
        let sections: Vec<Section> =
            split(code).iter().map(|section| Section::parse(section)).collect::<Option<_>>()?;
        Some(Self(sections))
    }

    /// What the format shows of a number.
    pub(super) fn show(&self, number: f64, counts_from_1904: bool) -> String {
        let (section, number) = match self.0.as_slice() {
            [_, _, zero, ..] if number == 0.0 => (zero, number),
            [_, negative, ..] if number < 0.0 => (negative, -number),
            [positive, ..] => (positive, number),
            [] => return general(number),
        };
        if section.is_date {
            return date::show(&section.pieces, number, counts_from_1904).unwrap_or_else(|| general(number));
        }
        section.show(number)
    }
}

/// The parts of a format, which `;` parts outside quotation marks.
fn split(code: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in code.chars() {
        if c == ';' && !is_quoted && !is_escaped {
            parts.push(String::new());
            continue;
        }
        if c == '"' && !is_escaped {
            is_quoted = !is_quoted;
        }
        is_escaped = c == '\\' && !is_escaped;
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

impl Section {
    /// Reads a part; `None` for fractions, powers, and conditions.
    fn parse(code: &str) -> Option<Self> {
        let mut section = Self::default();
        let mut rest = code.chars().peekable();
        if let Some(behind) = code.strip_prefix("General").or_else(|| code.strip_prefix("G/通用格式")) {
            section.pieces.push(Piece::General);
            rest = behind.chars().peekable();
        }
        let mut commas = 0;
        while let Some(c) = rest.next() {
            match c {
                '"' => section.pieces.extend(rest.by_ref().take_while(|c| *c != '"').map(Piece::Literal)),
                '\\' | '!' => section.pieces.extend(rest.next().map(Piece::Literal)),
                // A blank as wide as the next character, or one that is repeated to fill the cell.
                '_' | '*' => {
                    rest.next();
                }
                '[' => section.bracket(&rest.by_ref().take_while(|c| *c != ']').collect::<String>())?,
                '0' | '#' | '?' => {
                    section.has_groups |= std::mem::take(&mut commas) > 0;
                    section.pieces.push(Piece::Digit(c == '0'));
                }
                ',' => commas += 1,
                '.' if rest.peek().is_some_and(|next| matches!(next, '0' | '#' | '?')) || section.has_digits() => {
                    section.n_thousands += std::mem::take(&mut commas);
                    section.pieces.push(Piece::Point);
                }
                '%' => {
                    section.n_percent += 1;
                    section.pieces.push(Piece::Literal('%'));
                }
                '@' => section.pieces.push(Piece::General),
                'E' | 'e' | '/' if section.has_digits() => return None,
                'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                    let letter = c.to_ascii_lowercase();
                    let mut n = 1;
                    while rest.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some() {
                        n += 1;
                    }
                    section.is_date = true;
                    section.pieces.push(Piece::Date(letter, n));
                }
                _ => section.pieces.push(Piece::Literal(c)),
            }
        }
        section.n_thousands += commas;
        Some(section)
    }

    /// Reads what stands in square brackets: a colour, a currency, hours beyond a day. A condition is not read.
    fn bracket(&mut self, inner: &str) -> Option<()> {
        if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.split('-').next().unwrap_or_default();
            self.pieces.extend(sign.chars().map(Piece::Literal));
        } else if matches!(inner.to_ascii_lowercase().trim_matches(['h', 'm', 's']), "") && !inner.is_empty() {
            self.is_date = true;
            self.pieces.push(Piece::Date('h', 1));
        } else if inner.starts_with(['<', '>', '=']) {
            return None;
        }
        Some(())
    }

    fn has_digits(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Digit(_)))
    }

    fn show(&self, number: f64) -> String {
        let scaled =
            number * 100f64.powi(i32::try_from(self.n_percent).unwrap_or_default()) / 1000f64.powi(self.n_thousands);
        let point = self.pieces.iter().position(|piece| *piece == Piece::Point).unwrap_or(self.pieces.len());
        let is_digit = |piece: &&Piece| matches!(piece, Piece::Digit(_));
        let n_decimals = self.pieces.iter().skip(point).filter(is_digit).count();
        let n_whole = self.pieces.iter().take(point).filter(is_digit).count();
        let (whole, decimals) = rounded(scaled.abs(), n_decimals);
        let is_nothing = whole.chars().chain(decimals.chars()).all(|digit| digit == '0');
        let mut text = String::new();
        if scaled < 0.0 && !is_nothing {
            text.push('-');
        }
        let whole = if whole == "0" { "" } else { whole.as_str() };
        let mut at_whole = 0;
        let mut decimals = decimals.chars();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Literal(c) => text.push(*c),
                Piece::General => text.push_str(&general(scaled.abs())),
                Piece::Point if decimals.as_str().trim_end_matches('0').is_empty() && !self.needs_decimals(at) => {}
                Piece::Point => text.push('.'),
                Piece::Digit(is_needed) if at < point => {
                    at_whole += 1;
                    self.push_whole(whole, n_whole, at_whole, *is_needed, &mut text);
                }
                Piece::Digit(is_needed) => {
                    let left = decimals.as_str().trim_end_matches('0').is_empty();
                    if let Some(digit) = decimals.next().filter(|_| *is_needed || !left) {
                        text.push(digit);
                    }
                }
                Piece::Date(..) => {}
            }
        }
        text
    }

    /// Writes the digits of the whole number that belong to its place `at` of `n_places`: the first takes all those before.
    fn push_whole(&self, whole: &str, n_places: usize, at: usize, is_needed: bool, text: &mut String) {
        let n_behind = n_places - at;
        let length = whole.len();
        let push = |digit: char, n_behind: usize, text: &mut String| {
            text.push(digit);
            if self.has_groups && n_behind > 0 && n_behind.is_multiple_of(3) {
                text.push(',');
            }
        };
        if at == 1 && length > n_places {
            for (before, digit) in whole.chars().enumerate().take(length - n_places) {
                push(digit, length - 1 - before, text);
            }
        }
        match length.checked_sub(n_behind + 1).and_then(|index| whole.chars().nth(index)) {
            Some(digit) => push(digit, n_behind, text),
            None if is_needed => push('0', n_behind, text),
            None => {}
        }
    }

    /// Whether a decimal is written though it be zero.
    fn needs_decimals(&self, point: usize) -> bool {
        self.pieces.iter().skip(point).any(|piece| *piece == Piece::Digit(true))
    }
}

/// A number to so many decimals, halves upwards, as the fifteen places have it that Excel reckons with.
fn rounded(number: f64, n_decimals: usize) -> (String, String) {
    const PLACES: usize = 15;
    let written = format!("{number:.*e}", PLACES - 1);
    let (digits, power) = written.split_once('e').unwrap_or((&written, "0"));
    let power: i64 = power.parse().unwrap_or_default();
    let mut digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    // Zeros before the number, so that it can carry over and its decimals begin at the point.
    let n_zeros = usize::try_from(-power).unwrap_or_default().min(PLACES * 2) + 1;
    digits.splice(0..0, std::iter::repeat_n(0, n_zeros));
    let n_whole = usize::try_from(power + 1 + i64::try_from(n_zeros).unwrap_or_default()).unwrap_or_default();
    let n_kept = n_whole + n_decimals;
    let rounds_up = digits.get(n_kept).is_some_and(|digit| *digit >= 5);
    digits.resize(n_kept, 0);
    if rounds_up {
        for digit in digits.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                break;
            }
            *digit = 0;
        }
    }
    let text: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
    let (whole, decimals) = text.split_at_checked(n_whole).unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    (if whole.is_empty() { "0" } else { whole }.to_owned(), decimals.to_owned())
}
