//! Numbers of running text brought to one scale, so that 3.8亿元 and 38000万元 can be compared and added up.

use crate::analysis::check::reading::numbers::{self, TextNumber};
use crate::lexicon::count::INSTITUTION_COUNTERS;
use crate::lexicon::punctuation::RANGE_DASHES;
use crate::lexicon::unit::{MEASURES, SCALES};
use crate::registry::unit;

/// The unit of ages, which stand in the names of things: 65岁及以上老年人.
const AGE: &str = "岁";

/// What a sum of printed decimals may be off besides their rounding.
pub(crate) const TOLERANCE: f64 = 1e-6;

/// A number of a text with its scale (万, 亿) multiplied in.
#[derive(Clone)]
pub(crate) struct Amount {
    /// The positions of its first digit and behind its unit.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: f64,
    /// Half of its last printed digit, by which it may be rounded; 0 for a whole number without a scale.
    pub(crate) half: f64,
    /// Its unit without the scale, one for those that are used for one another (个, 所, 家); empty where none is printed.
    pub(crate) unit: String,
    /// The number as printed, with its unit.
    pub(crate) printed: String,
}

impl Amount {
    /// Whether another amount counts the same things, as far as the units tell. A number may leave its unit to another one:
    /// 2000万，其中1100万人次.
    pub(crate) fn counts_like(&self, other: &Self) -> bool {
        let has_scale = |amount: &Self| amount.unit.is_empty() && amount.half > 0.0;
        self.unit == other.unit && !self.unit.is_empty() || has_scale(self) || has_scale(other)
    }

    /// Whether it is another number than one of the same unit, beyond the rounding of both.
    pub(crate) fn differs_from(&self, other: &Self) -> bool {
        (self.value - other.value).abs() > self.half + other.half + TOLERANCE
    }
}

/// The amounts in some characters, in their order, without ages.
pub(crate) fn find_amounts(chars: &[char]) -> Vec<Amount> {
    let numbers = numbers::find_numbers(chars);
    let is_value = |number: &&TextNumber| number.unit != AGE || ends_age(chars.get(number.to));
    numbers.iter().filter(is_value).map(|number| amount(chars, number)).collect()
}

/// Whether a character behind an age shows that the age is a value, and no part of a name: 由78.6岁提高到79.8岁，.
fn ends_age(behind: Option<&char>) -> bool {
    behind.is_none_or(|c| !c.is_alphanumeric() && !RANGE_DASHES.contains(*c) || matches!(c, '提' | '增' | '升'))
}

fn amount(chars: &[char], number: &TextNumber) -> Amount {
    // A scale may stand alone: 2000万.
    let is_scaled = number.unit.is_empty() && chars.get(number.to).is_some_and(|c| matches!(c, '万' | '亿'));
    let to = number.to + usize::from(is_scaled);
    let printed: String = chars.get(number.from..to).unwrap_or_default().iter().collect();
    let unit: String =
        if is_scaled { chars.get(number.to..to).unwrap_or_default().iter().collect() } else { number.unit.clone() };
    let (scale, bare) = without_scale(&unit);
    let decimals = printed.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
    let half = match i32::try_from(decimals) {
        Ok(0) if scale <= 1.0 => 0.0,
        Ok(decimals) => 0.5 * 0.1_f64.powi(decimals) * scale,
        Err(_) => 0.0,
    };
    Amount { from: number.from, to, value: number.value * scale, half, unit: same_unit(bare), printed }
}

/// How many the scale of a unit stands for, and the unit without it: 万名. Units that begin like a scale (千瓦) have none.
fn without_scale(unit: &str) -> (f64, &str) {
    let scale = SCALES.prefix_of(unit).filter(|_| !MEASURES.contains(unit)).unwrap_or_default();
    let factor = match scale {
        "百" => 1e2,
        "千" => 1e3,
        "万" => 1e4,
        "十万" => 1e5,
        "百万" => 1e6,
        "千万" => 1e7,
        "亿" => 1e8,
        "万亿" => 1e12,
        _ => return (1.0, unit),
    };
    (factor, unit.get(scale.len()..).unwrap_or_default())
}

/// One unit for those that plans use for one another.
fn same_unit(printed: &str) -> String {
    let mut chars = printed.chars();
    let is_institution = chars.next().is_some_and(|c| INSTITUTION_COUNTERS.contains(c)) && chars.next().is_none();
    if is_institution || printed == "处" { "个".to_owned() } else { unit::canonical(printed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_one_scale() {
        let amounts = |text: &str| -> Vec<(f64, String)> {
            let chars: Vec<char> = text.chars().collect();
            find_amounts(&chars).into_iter().map(|amount| (amount.value, amount.unit)).collect()
        };
        assert_eq!(amounts("投资3.8亿元"), amounts("投资38000万元"));
        assert_eq!(amounts("9家，65岁以上1.2万名"), [(9.0, "个".to_owned()), (12000.0, "人".to_owned())]);
        assert_eq!(amounts("装机50千瓦"), [(50.0, "千瓦".to_owned())]);
    }
}
