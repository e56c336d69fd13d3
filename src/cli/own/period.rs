//! The years that a plan is for, as people type them.

use crate::lexicon::punctuation::RANGE_DASHES;

/// A period in the form that the importer gives it: `2026-2030`, `-2030`. Any dash may be typed.
pub(super) fn period(typed: &str) -> Option<String> {
    let (from, to) = typed.split_once(|c| RANGE_DASHES.contains(c))?;
    let to = to.trim_start_matches(['—', '–']).trim_end_matches('年').trim();
    let from = from.trim_end_matches('年').trim();
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_right = is_year(to) && (from.is_empty() || (is_year(from) && from <= to));
    is_right.then(|| format!("{from}-{to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_taken_as_people_type_them() {
        for (typed, expected) in [
            ("2026-2030", Some("2026-2030")),
            ("2026—2030年", Some("2026-2030")),
            ("2026——2030", Some("2026-2030")),
            ("2026年至2030年", Some("2026-2030")),
            ("-2030", Some("-2030")),
            ("2030", None),
            ("2030-2026", None),
            ("十五五", None),
            ("2026-", None),
        ] {
            assert_eq!(period(typed).as_deref(), expected, "{typed}");
        }
    }
}
