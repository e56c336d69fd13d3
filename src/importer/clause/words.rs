//! The role that each word of a responsibility clause gives to the units beside it, by the lists of the lexicon.

use crate::lexicon::{Words, clause as lexicon};
use crate::model::Role;

/// The labels before a list of units, and the role they give.
static LABELS: [(&Words, Role); 3] =
    [(&lexicon::LEAD_LABELS, Role::Lead), (&lexicon::JOINT_LABELS, Role::Joint), (&lexicon::UNIT_LABELS, Role::Listed)];

/// The verbs behind a list of units, the role they give, and whether each unit answers for its own share.
static VERBS: [(&Words, Role, bool); 5] = [
    (&lexicon::LEAD_VERBS, Role::Lead, false),
    (&lexicon::JOINT_VERBS, Role::Joint, false),
    (&lexicon::JOINT_SHARE_VERBS, Role::Joint, true),
    (&lexicon::UNIT_VERBS, Role::Listed, false),
    (&lexicon::SHARE_VERBS, Role::Listed, true),
];

/// Every label, with the role it gives.
pub(super) fn labels() -> impl Iterator<Item = (&'static str, Role)> {
    LABELS.iter().flat_map(|(words, role)| words.iter().map(|word| (word, *role)))
}

/// Removes the verb that ends a list of units, the longest that fits. Returns the text before it, the role that the
/// verb gives, and whether each unit answers for its own share; `None` where the text ends with no such verb.
pub(super) fn strip_verb(text: &str) -> Option<(&str, Role, bool)> {
    let fitting = VERBS.iter().filter_map(|(words, role, each)| {
        let before = words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|before| before.len())?;
        Some((before, *role, *each))
    });
    fitting.min_by_key(|(before, ..)| before.len())
}
