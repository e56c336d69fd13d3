//! Days as workbooks count them, written as dates.

use std::fmt::Write;

use crate::formats::xlsx::format::piece::Piece;

/// A point in time: year, month, day, hour, minute, second.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

/// The last day that Excel knows: the end of the year 9999.
const LAST_DAY: f64 = 2_958_466.0;

/// Writes a number of days as a date; `None` for a number that is none.
pub(super) fn show(pieces: &[Piece], days: f64, counts_from_1904: bool) -> Option<String> {
    if !(0.0..LAST_DAY).contains(&days) {
        return None;
    }
    let moment = moment(days, counts_from_1904);
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Literal(c) => text.push(*c),
            Piece::Date(letter, n) => {
                let value = match letter {
                    'y' if *n <= 2 => moment.year % 100,
                    'y' => moment.year,
                    'm' if is_minute(pieces, at) => moment.minute,
                    'm' => moment.month,
                    'd' => moment.day,
                    'h' => moment.hour,
                    _ => moment.second,
                };
                let places = if *letter == 'y' { 0 } else { (*n).min(2) };
                // Writing to a string cannot fail.
                let _ = write!(text, "{value:0places$}");
            }
            Piece::Point => text.push('.'),
            Piece::Digit(_) | Piece::General => {}
        }
    }
    Some(text)
}

/// Whether an `m` stands for minutes: behind hours, or before seconds.
fn is_minute(pieces: &[Piece], at: usize) -> bool {
    let letter = |piece: &Piece| match piece {
        Piece::Date(letter, _) => Some(*letter),
        Piece::Literal(_) | Piece::Digit(_) | Piece::Point | Piece::General => None,
    };
    let before = pieces.iter().take(at).rev().find_map(letter);
    let behind = pieces.iter().skip(at + 1).find_map(letter);
    before == Some('h') || behind == Some('s')
}

/// The moment that a number of days stands for. Excel has a 29 February in 1900, which was none.
fn moment(days: f64, counts_from_1904: bool) -> Moment {
    const SECONDS: i64 = 86_400;
    // Whole seconds, as the fraction of a day is rarely exact; the range was checked by the caller.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are fewer seconds until the year 9999 than an i64 holds"
    )]
    let seconds = (days * 86_400.0).round() as i64;
    let (day, second) = (seconds / SECONDS, seconds % SECONDS);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    // Days since 1 March of the year 0, from which on the months repeat every 400 years.
    let since_march = if counts_from_1904 { day + 695_361 } else { day + 693_899 + i64::from(day < 60) };
    let (year, month, day) = match (counts_from_1904, day) {
        (false, 60) => (1900, 2, 29),
        _ => civil(since_march),
    };
    Moment { year, month, day, hour, minute, second }
}

/// Year, month and day of a number of days since 1 March of the year 0.
fn civil(days: i64) -> (i64, i64, i64) {
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year + era * 400 + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let date = |days: f64, from_1904: bool| {
            let moment = moment(days, from_1904);
            format!("{}-{}-{}", moment.year, moment.month, moment.day)
        };
        for (days, expected) in [
            (1.0, "1900-1-1"),
            (59.0, "1900-2-28"),
            (60.0, "1900-2-29"),
            (61.0, "1900-3-1"),
            (36_526.0, "2000-1-1"),
            (47_482.0, "2029-12-30"),
        ] {
            assert_eq!(date(days, false), expected);
        }
        assert_eq!(date(0.0, true), "1904-1-1");
        assert_eq!(date(44_561.0, true), "2026-1-1");
    }
}
