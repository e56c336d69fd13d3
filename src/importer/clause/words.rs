//! The verbs of responsibility clauses, by the lists of the lexicon, with what each makes of the units before it.

use crate::lexicon::{Words, clause as lexicon};
use crate::model::Role;

/// The verbs behind a list of units, the role they give, and whether each unit answers for its own share.
static VERBS: [(&Words, Role, bool); 6] = [
    (&lexicon::LEAD_VERBS, Role::Lead, false),
    (&lexicon::JOINT_VERBS, Role::Joint, false),
    (&lexicon::JOINT_SHARE_VERBS, Role::Joint, true),
    (&lexicon::UNIT_VERBS, Role::Listed, false),
    (&lexicon::SHARE_VERBS, Role::Listed, true),
    (&lexicon::OTHER_VERBS, Role::Other, false),
];

/// Whether a text ends with a verb of the lists.
pub(super) fn ends_with_verb(text: &str) -> bool {
    VERBS.iter().any(|(words, ..)| words.ends(text))
}

/// Removes the verb that ends a list of units, the longest that fits. Returns the text before it, the role that the
/// verb gives, and whether each unit answers for its own share; `None` where the text ends with no such verb.
pub(super) fn strip_verb(text: &str) -> Option<(&str, Role, bool)> {
    let fitting = VERBS.iter().filter_map(|(words, role, each)| {
        let before = words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|before| before.len())?;
        let before = before.trim_end();
        Some((lexicon::WAYS_OF_DOING.strip_suffix(before).unwrap_or(before), *role, *each))
    });
    fitting.min_by_key(|(before, ..)| before.len())
}

/// Takes the verb off that closes a list: the name before it, and what the verb says of role and shares, if there is one.
pub(super) fn split_verb(token: &str) -> (&str, Option<(Role, bool)>) {
    let found = strip_verb(token);
    found.map_or((token, None), |(name, role, each)| (name, Some((role, each))))
}
