//! A level before the full name of the plan's own place: 市东川市第一中学.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::office_in_text::BEFORE_NO_LEVEL;
use crate::lexicon::place::BEFORE_LEVEL_OF;
use crate::model::Confidence;
use crate::words::findings::writing;

/// Characters quoted behind the name.
const CONTEXT: usize = 6;

/// Places of the text where the level of the plan's own place stands before its name as well as in it.
pub(crate) fn levels_before_own_name(reading: &Reading) -> Vec<FindingDraft> {
    let region: Vec<char> = reading.plan.region.iter().flat_map(|region| region.chars()).collect();
    let Some(level) = region.last().copied() else { return Vec::new() };
    let mut drafts = Vec::new();
    for passage in &reading.passages {
        let chars = &passage.chars;
        let is_name =
            |words: &[char]| matches!(words.split_first(), Some((first, rest)) if *first == level && rest == region);
        let named = chars.windows(region.len() + 1).enumerate().filter(|(_, words)| is_name(words));
        for (at, _) in named {
            let before = at.checked_sub(1).and_then(|before| chars.get(before));
            // 全市东川市, 地级市东川市: the character before makes another word of the level.
            if before.is_some_and(|c| is_han(*c) && (BEFORE_NO_LEVEL.contains(*c) || BEFORE_LEVEL_OF.contains(*c))) {
                continue;
            }
            let to = at + region.len() + 1;
            let words: String = std::iter::once(&level).chain(&region).collect();
            let what = writing::one_char_too_many(words, level);
            drafts.push(FindingDraft::new(Confidence::Medium, what, [passage.cite(at, to + CONTEXT)]));
        }
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn a_level_too_many() {
        check(
            levels_before_own_name,
            &[
                ("一、任务\n支持市东川市第一中学建设。\n", &["[2] 市东川市第一中学建设"]),
                ("一、任务\n地级市东川市和全市东川市级部门。\n", &[]),
            ],
        );
    }
}
