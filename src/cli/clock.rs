//! The time of day, for what is written with a date.

use std::time::{SystemTime, UNIX_EPOCH};

/// The present time in UTC: `2026-03-01T09:30:00.000Z`.
pub(super) fn now() -> String {
    // A clock before 1970 is wrong anyhow.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = since.as_secs();
    let (year, month, day) = civil(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", since.subsec_millis())
}

/// The present year in UTC, by which it is told what is overdue; 0 where the clock is wrong.
pub(super) fn year() -> u16 {
    now().get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// The date of a day, counted from 1 January 1970. Years begin with March here, so that a leap day ends one.
fn civil(days: u64) -> (u64, u64, u64) {
    // 1 March 0000, and the days of 400, 100, 4 years and one.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_dates() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_512, (2026, 2, 28)),
            (20_513, (2026, 3, 1)),
            (20_787, (2026, 11, 30)),
            (47_482, (2100, 1, 1)),
        ] {
            assert_eq!(civil(days), date, "{days}");
        }
        let now = now();
        assert!(now.len() == 24 && now.as_str() > "2026-01-01T00:00:00.000Z", "{now}");
    }
}
