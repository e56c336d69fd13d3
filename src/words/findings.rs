//! The words of the findings of a check: what differs, never which place is right.

use super::sentences;

sentences! {
    wrong_sum_in_bracket(sum, unit, whole) =
        "括号内各项合计{sum}{unit}，括号前为{whole}{unit}",
        "the parts in the bracket add up to {sum}{unit}, before it stands {whole}{unit}";
}
