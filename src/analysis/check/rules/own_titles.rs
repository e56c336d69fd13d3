//! The document itself under two titles, each of which it says to be its own: 编制《…规划》（以下简称本规划）, and 本规划全称为《…》.

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::document::{NAMED_AS, OWN_NAMES, OWN_TITLE_OPENERS, OWN_TITLE_REMARKS, THIS_DOCUMENT};
use crate::lexicon::punctuation::NAME_QUOTES;
use crate::model::Confidence;
use crate::text::fold::fold;
use crate::words::findings::writing;

/// Most characters of a title, and of the words around it that say that it is the document's own.
const LONGEST: usize = 60;
const REACH: usize = 12;

/// Two titles of the document itself that differ.
pub(crate) fn own_titles(reading: &Reading) -> Vec<FindingDraft> {
    let titles: Vec<(String, Citation)> = reading.passages.iter().flat_map(titles_in).collect();
    let Some((first, place)) = titles.first() else { return Vec::new() };
    let other = titles.iter().find(|(title, _)| title != first);
    let draft = other.map(|(_, other)| {
        let what = writing::two_own_titles(&place.quote, &other.quote);
        FindingDraft::new(Confidence::High, what, [place.clone(), other.clone()])
    });
    draft.into_iter().collect()
}

/// The titles in a text that it says to be those of the document itself.
fn titles_in(passage: &Passage) -> Vec<(String, Citation)> {
    let chars = &passage.chars;
    let mut from = None;
    let mut found = Vec::new();
    for (at, mark) in chars.iter().enumerate() {
        if *mark == '《' {
            from = Some(at);
        }
        let Some(start) = from.filter(|start| *mark == '》' && at - start <= LONGEST && at - start > 1) else {
            continue;
        };
        from = None;
        let before: String = chars.get(start.saturating_sub(REACH)..start).unwrap_or_default().iter().collect();
        let behind: String = chars.iter().skip(at + 1).take(REACH).collect();
        let title: String = chars.get(start + 1..at).unwrap_or_default().iter().collect();
        let clause: String = chars.get(start.saturating_sub(LONGEST / 2)..start).unwrap_or_default().iter().collect();
        let sentence = clause.rsplit(['。', '；']).next().unwrap_or_default();
        let is_named = THIS_DOCUMENT.is_in(sentence) && NAMED_AS.ends(&before);
        let is_own = OWN_TITLE_OPENERS.ends(&before) || is_own_remark(&behind) || is_named;
        // 《规划》 alone is the short name of the document.
        if is_own && !OWN_NAMES.contains(&title) {
            let mut bare = fold(&title);
            bare.retain(|c| !c.is_whitespace() && !NAME_QUOTES.contains(c));
            found.push((bare, passage.cite(start, at + 1)));
        }
    }
    found
}

/// Whether a bracket behind a title says that it is that of the document: （以下简称《规划》）, （即本规划）.
fn is_own_remark(behind: &str) -> bool {
    let Some(inside) = behind.strip_prefix(['（', '(']) else { return false };
    let Some(rest) = OWN_TITLE_REMARKS.strip_prefix(inside) else { return false };
    let is_mark = |c: char| !is_han(c);
    let name = rest.trim_start_matches(is_mark);
    OWN_NAMES.iter().any(|own| {
        let bare = name.strip_prefix('本').unwrap_or(name);
        bare.strip_prefix(own).is_some_and(|rest| rest.starts_with(is_mark))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::check::tests::check;

    #[test]
    fn the_document_under_two_titles() {
        check(
            own_titles,
            &[
                (
                    "一、总则\n制定《云港市托育发展规划》（以下简称《规划》）。\n二、附则\n《规划》全称为《云港市婴幼儿照护规划》。\n",
                    &["[2, 4] 《云港市托育发展规划》 | 《云港市婴幼儿照护规划》"],
                ),
                (
                    "一、总则\n制定《云港市托育发展方案》（即本方案）。\n二、附则\n《云港市托育发展方案》（以下简称本方案）自印发之日起施行。\n",
                    &[],
                ),
                (
                    "一、总则\n根据《云港市总体规划》（以下简称《总体规划》）制定《云港市托育规划》（以下简称《规划》）。\n",
                    &[],
                ),
            ],
        );
    }
}
