//! The edit distance and the similarity of two spellings.
//!
//! Works on characters and knows nothing of offices.

/// The edit distance from `a` to `b`: the fewest insertions, deletions and replacements of a character.
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for ((&above, &diagonal), y) in row.iter().skip(1).zip(&row).zip(b) {
            let left = next.last().copied().unwrap_or_default();
            next.push((diagonal + usize::from(x != y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The similarity of two spellings, 0 to 100, half by the characters that they share and half by their edit distance.
pub(super) fn likeness(a: &[char], b: &[char]) -> usize {
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 0;
    }
    let mut left = b.to_vec();
    let shared =
        a.iter().filter(|c| left.iter().position(|d| d == *c).map(|at| left.swap_remove(at)).is_some()).count();
    if shared == 0 {
        return 0;
    }
    let common = 100 * 2 * shared / (a.len() + b.len());
    let unchanged = 100 * (longer - distance(a, b)) / longer;
    usize::midpoint(common, unchanged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn distances() {
        let rows = [
            ("", "", 0),
            ("局", "", 1),
            ("卫生建康局", "卫生健康局", 1),
            ("卫生康局", "卫生健康局", 1),
            ("卫生健康康局", "卫生健康局", 1),
            ("教育局", "民政局", 2),
        ];
        for (a, b, expected) in rows {
            assert_eq!(distance(&chars(a), &chars(b)), expected, "{a} {b}");
            assert_eq!(distance(&chars(b), &chars(a)), expected, "{b} {a}");
        }
    }

    #[test]
    fn likeness_orders() {
        assert_eq!(likeness(&chars("教育局"), &chars("教育局")), 100);
        assert_eq!(likeness(&chars("教育局"), &chars("海关")), 0);
        assert!(likeness(&chars("地震局"), &chars("气象局")) < likeness(&chars("水电局"), &chars("供电局")));
        assert_eq!(likeness(&[], &[]), 0);
    }
}
