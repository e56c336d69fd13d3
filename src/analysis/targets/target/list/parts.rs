//! Cuts a list of metrics into its parts: at marks, and at conjunctions that are words.

use crate::analysis::targets::target::metric::is_measure;
use crate::lexicon::parallel::COUNTED_KINDS;
use crate::lexicon::target::CONJUNCTIONS;
use crate::lexicon::value::BOUNDS;
use crate::text::words;

/// Fewest equal characters at an end of two parts of a list from which one of them says something for both.
pub(super) const SHORTEST_SHARED_END: usize = 2;

/// The marks and words between the parts of a list.
pub(super) fn joints() -> Vec<&'static str> {
    ["、"].into_iter().chain(CONJUNCTIONS.iter()).collect()
}

/// Whether a part of a list is long enough to name something.
pub(super) fn is_name(part: &str) -> bool {
    part.chars().nth(1).is_some()
}

/// Whether a text is the name of something that is measured, or of a kind of things that are counted (品种).
pub(super) fn counts(text: &str) -> bool {
    is_measure(text) || COUNTED_KINDS.ends(text)
}

/// Cuts a text at these joints, but not inside brackets, and at a conjunction only where that is a word: not in 普及率.
pub(super) fn cut<'a>(text: &'a str, joints: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut at, mut depth) = (0, 0, 0_usize);
    for piece in words::split(text) {
        match piece.text {
            "（" | "(" => depth += 1,
            "）" | ")" => depth = depth.saturating_sub(1),
            // 二级及以上医院 is one name.
            joint if depth == 0 && joints.contains(&joint) && !is_within_bound(text, at + joint.len()) => {
                parts.push(text.get(from..at).unwrap_or_default());
                from = at + joint.len();
            }
            _ => {}
        }
        at += piece.text.len();
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// Whether a bound (以上, 以下) stands at this place, which a conjunction before it belongs to: 65岁及以上.
fn is_within_bound(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| BOUNDS.begins(rest))
}

/// A place in a text, or the end of the bracket in which or before which it is: behind 药师（士）, not behind 药师.
pub(super) fn behind_bracket(text: &str, at: usize) -> usize {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let is_open = rest.starts_with('（') || before.matches('（').count() > before.matches('）').count();
    let close = rest.find('）').filter(|_| is_open);
    close.map_or(at, |close| at + close + '）'.len_utf8())
}
