//! Lists within an attribute, whose parts share the verb before it and the noun behind it.
//!
//! ```text
//! 接触 粉尘、噪声 作业的劳动者体检率      接触粉尘作业的劳动者体检率, 接触噪声作业的劳动者体检率
//! 集采 药品、耗材 品种                集采药品品种, 集采耗材品种
//! ```

use crate::analysis::targets::target::list::parts::counts;
use crate::lexicon::parallel::{AMOUNT_SHARES, COUNTED_KINDS, ENGAGING_VERBS, HOLDING_VERBS, SHARED_NOUNS};

/// The head that ends with the verb of such a list, and the tail that begins with its noun or with 的; `None` for another list.
/// The verb stands in the first part, the 的 or the kind of things that is counted (品种) in the last one.
pub(super) fn shared<'a>(parts: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let (last, others) = parts.split_last()?;
    let first = others.first()?;
    let head = head(first)?;
    let mut of_kinds = [&COUNTED_KINDS, &AMOUNT_SHARES].into_iter().filter(|kinds| !kinds.ends(first));
    let kind = || of_kinds.find_map(|kinds| kinds.strip_longest(|kind| last.strip_suffix(kind)));
    let attribute = last.split_once('的').map(|(attribute, _)| attribute).or_else(kind)?;
    let is_bare = |part: &&str| !part.contains('的');
    let has_verb = |part: &str| head_of_verb(part).is_some();
    let repeats_verb = has_verb(attribute) || others.iter().skip(1).any(|part| has_verb(part));
    if !counts(last) || !others.iter().all(is_bare) || repeats_verb {
        return None;
    }
    let is_shared = |noun: &&str| attribute.len() > noun.len() && !first.ends_with(noun);
    let noun = SHARED_NOUNS.suffix_of(attribute).filter(is_shared).unwrap_or_default();
    Some((head, last.get(attribute.len() - noun.len()..)?))
}

/// The first part up to its verb, if more than one character follows.
fn head(first: &str) -> Option<&str> {
    let head = head_of_verb(first)?;
    first.strip_prefix(head).filter(|thing| thing.chars().nth(1).is_some()).map(|_| head)
}

/// A text up to the end of the first verb of doing or having something in it; of a verb that stands twice (采购平台采购), its last place.
fn head_of_verb(text: &str) -> Option<&str> {
    let verbs = ENGAGING_VERBS.iter().chain(HOLDING_VERBS.iter());
    let ends = verbs.filter_map(|verb| Some((text.rfind(verb)?, verb.len())));
    let (at, n_bytes) = ends.min_by_key(|(at, n_bytes)| (*at, std::cmp::Reverse(*n_bytes)))?;
    text.get(..at + n_bytes)
}
