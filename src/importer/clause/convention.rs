//! What a document says once about who leads, and which holds for its other clauses.

use crate::lexicon::clause::{LEADING_WORDS, SHARE_VERBS, SHARES_MEAN};
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::lexicon::scope::{FIRST_PLACES, PUT_FIRST};

/// What the document has stated so far about which unit leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::importer) struct Convention {
    /// The unit printed first leads (排在第一位的为牵头单位，下同).
    pub(in crate::importer) first_leads: bool,
    /// But it does not where each unit answers for its own share (分别负责为各部门按职责分工负责).
    pub(in crate::importer) but_not_of_shares: bool,
}

/// Whether a sentence states that the unit named first leads: 排在第一位的为牵头单位, 列首位的为牵头部门.
pub(in crate::importer) fn states_first_leads(text: &str) -> bool {
    // Nearly no paragraph has such words, and all are asked.
    if !FIRST_PLACES.is_in(text) {
        return false;
    }
    text.split(|c| SENTENCE_ENDS.contains(c) || c == '；').any(|sentence| {
        let place = FIRST_PLACES.iter().filter_map(|word| sentence.find(word)).min();
        let before = place.and_then(|at| sentence.get(..at));
        LEADING_WORDS.is_in(sentence) && before.is_some_and(|before| !PUT_FIRST.ends(before))
    })
}

/// Whether words say that no unit leads where each answers for its own share: 分别负责为各部门按职责分工负责.
pub(in crate::importer) fn states_shares(text: &str) -> bool {
    let tail = |word: &str| text.split_once(word).map(|(_, tail)| tail);
    SHARE_VERBS.iter().filter_map(tail).any(|tail| SHARES_MEAN.strip_prefix(tail.trim_start_matches('”')).is_some())
}
