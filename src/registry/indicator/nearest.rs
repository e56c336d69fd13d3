//! The indicators with names similar to a typed one, which are suggested when a typing error makes it the name of none.

use crate::registry::indicator::{Indicator, Indicators, key};

/// The least similarity of a name that is suggested, in hundredths. Two names of indicators that have nothing to do
/// with each other never share half of their characters.
const LEAST_LIKE: usize = 50;

impl Indicators {
    /// Finds at most `limit` indicators with a name similar to the typed one, the most similar first. Equally similar
    /// ones keep the order of the list.
    #[must_use]
    pub fn nearest(&self, typed: &str, limit: usize) -> Vec<&Indicator> {
        let typed: Vec<char> = key(typed).chars().collect();
        let likeness = |indicator: &Indicator| indicator.names().map(|name| likeness(&typed, &key(name))).max();
        let mut found: Vec<(usize, &Indicator)> = self
            .iter()
            .filter_map(|indicator| Some((likeness(indicator)?, indicator)))
            .filter(|(like, _)| *like >= LEAST_LIKE)
            .collect();
        found.sort_by_key(|(like, _)| std::cmp::Reverse(*like));
        found.into_iter().take(limit).map(|(_, indicator)| indicator).collect()
    }
}

/// The similarity of two names in hundredths: twice the characters that they share, divided by all characters of both
/// (Dice). A character counts as often as it occurs.
fn likeness(typed: &[char], name: &str) -> usize {
    let mut left: Vec<char> = name.chars().collect();
    let total = typed.len() + left.len();
    let mut shared: usize = 0;
    for mark in typed {
        if let Some(at) = left.iter().position(|other| other == mark) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    (200 * shared).checked_div(total).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_slip_still_finds_the_name() {
        let cases = [
            ("婴儿死忙率", Some("infant-mortality")),
            ("人均预寿命", Some("life-expectancy")),
            ("量子纠缠", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            let registry = crate::dataset::registry();
            let found = registry.indicators().nearest(typed, 3);
            assert_eq!(found.first().map(|one| one.id.as_str()), expected, "{typed}");
        }
    }
}
