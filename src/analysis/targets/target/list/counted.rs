//! What only the last of several counted things prints and holds for those before it.
//!
//! ```text
//! 20个 国家级 和100个 省级 重点学科          20个国家级重点学科
//! 95%的 城市社区 和85%的 农村社区 建立家长学校    95%的城市社区建立家长学校
//! ```

use crate::analysis::targets::target::list::parts::behind_bracket;
use crate::analysis::targets::target::list::tail::sure_tail;
use crate::lexicon::parallel::{HOLDING_VERBS, PARALLEL_SUBJECTS};
use crate::lexicon::result::{ENTERING_VERBS, RESULT_VERBS};
use crate::text::words;

/// What the last thing of a list prints for one before it; `None` for a thing that is whole.
pub(in crate::analysis::targets::target) fn shared_by_counted<'a>(thing: &str, last: &'a str) -> Option<&'a str> {
    // 国家级 names no thing by itself.
    if PARALLEL_SUBJECTS.contains(thing) {
        return sure_tail(thing, last).filter(|tail| !tail.is_empty());
    }
    // 三级医院、二级医院实现…: who has no verb of his own does what the last one does.
    let predicate = behind_subject(last)?;
    (behind_subject(thing).is_none() && same_kind(thing, last.strip_suffix(predicate)?)).then_some(predicate)
}

/// What a text says of its subject, from the first verb of having, making or reaching on.
pub(in crate::analysis::targets::target) fn behind_subject(text: &str) -> Option<&str> {
    let mut at = 0;
    let verbs = [&HOLDING_VERBS, &RESULT_VERBS, &ENTERING_VERBS];
    let verb = words::split(text).into_iter().find(|piece| {
        let is_verb = at > 0 && verbs.iter().any(|verbs| verbs.contains(piece.text));
        at += piece.text.len();
        is_verb
    })?;
    text.get(at - verb.text.len()..)
}

/// Whether two things are of one kind by their last characters, without brackets: 城市社区 and 农村社区（村）.
fn same_kind(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.find('（').filter(|at| behind_bracket(text, *at) == text.len()).unwrap_or(text.len());
    let last = |text: &str| text.get(..plain(text)).and_then(|text| text.chars().next_back());
    last(one) == last(other)
}
