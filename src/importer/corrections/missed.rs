//! Headings that were not read: words of the running text that a user gives the rank of a heading open a node of their own.

use crate::importer::corrections::Correct;
use crate::importer::corrections::place::Places;
use crate::importer::mark;
use crate::importer::outline::Draft;
use crate::importer::paragraph;
use crate::lexicon::punctuation::PARAGRAPH_ENDS;
use crate::model::{Correction, Doubt, DoubtKind, Kind, Rank};

/// A heading that was read as the beginning of a paragraph.
pub(super) struct Missed {
    /// The node in whose text it stands, by position.
    draft: usize,
    /// The paragraph that begins with it.
    paragraph: usize,
    /// The heading as the paragraph has it.
    printed: String,
    kind: Kind,
    number: Option<String>,
    title: Option<String>,
}

/// Looks for a heading that was not read. `None` if the correction gives no rank of a heading; a doubt if its words begin no
/// paragraph, or several.
pub(super) fn find(correct: &Correct, places: &Places, drafts: &[Draft<'_>]) -> Option<Result<Missed, Doubt>> {
    let Correct::Heading { printed, at, rank: Some(Rank::Heading(kind)), number, title } = correct else { return None };
    let printed = paragraph::tidy(printed.trim());
    let is_there = |draft: &usize| !printed.is_empty() && places.is_at(*draft, at.as_deref());
    let found: Vec<(usize, usize)> = (0..drafts.len())
        .filter(is_there)
        .flat_map(|draft| {
            let paragraphs = drafts.get(draft).map(|draft| draft.paragraphs.as_slice()).unwrap_or_default();
            let beginning = paragraphs.iter().enumerate().filter(|(_, one)| one.text.starts_with(&printed));
            beginning.map(move |(paragraph, _)| (draft, paragraph)).collect::<Vec<_>>()
        })
        .collect();
    let (draft, paragraph) = match found.as_slice() {
        [] => return Some(Err(correct.not_made(Correction::Nowhere))),
        [one] => *one,
        several => return Some(Err(correct.not_made(|what| Correction::Several { what, n: several.len() }))),
    };
    let mark = mark::read(&printed).map(|mark| (mark.number.to_owned(), mark.rest.to_owned()));
    let (read_number, read_title) = mark.map_or_else(|| (None, printed.clone()), |(number, rest)| (Some(number), rest));
    let given = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let number = number.as_ref().map_or(read_number, given);
    let title = title.as_ref().map_or_else(|| given(&read_title), given);
    Some(Ok(Missed { draft, paragraph, printed, kind: *kind, number, title }))
}

/// Gives each of these headings a node behind that in whose text it stands, with the text from it on, and its rank. The
/// outline is to be arranged anew behind this. What lies below the node comes behind the new ones.
pub(super) fn open(
    mut missed: Vec<Missed>,
    ranks: &mut Vec<Option<Rank>>,
    drafts: &mut Vec<Draft<'_>>,
    doubts: &mut Vec<Doubt>,
) {
    // From the last one on, so that the positions of those before it hold.
    missed.sort_by_key(|one| std::cmp::Reverse((one.draft, one.paragraph)));
    for one in missed {
        let rank = Rank::Heading(one.kind);
        let (printed, behind) = (one.printed.clone(), one.draft + 1);
        let Some(opened) = drafts.get_mut(one.draft).and_then(|draft| split(draft, one)) else { continue };
        doubts.push(Doubt {
            line: opened.lines[0],
            kind: DoubtKind::Correction(Correction::Rank { heading: printed, rank }),
        });
        for parent in drafts.iter_mut().filter_map(|draft| draft.parent.as_mut()).filter(|parent| **parent >= behind) {
            *parent += 1;
        }
        drafts.insert(behind, opened);
        ranks.insert(behind, Some(rank));
    }
}

/// Takes the text from the heading on out of a node, as a node of its own.
fn split<'a>(draft: &mut Draft<'a>, missed: Missed) -> Option<Draft<'a>> {
    let line = draft.paragraphs.get(missed.paragraph)?.lines[0];
    let mut paragraphs = draft.paragraphs.split_off(missed.paragraph);
    if let Some(first) = paragraphs.first_mut() {
        let rest = first.text.strip_prefix(&missed.printed).unwrap_or_default();
        first.text = rest.trim_start_matches(|c: char| c.is_whitespace() || PARAGRAPH_ENDS.contains(c)).to_owned();
    }
    paragraphs.retain(|paragraph| !paragraph.text.is_empty());
    let is_before = |at: u32| at < line;
    let (before, responsible) = std::mem::take(&mut draft.responsible).into_iter().partition(|one| is_before(one.line));
    draft.responsible = before;
    // A grid tells its first line by its position, which is one less than the line.
    let first_line = |from: usize| u32::try_from(from).unwrap_or(u32::MAX).saturating_add(1);
    let (before, tables) =
        std::mem::take(&mut draft.tables).into_iter().partition(|(_, grid)| is_before(first_line(grid.from)));
    draft.tables = before;
    let lines = [line, draft.lines[1].max(line)];
    draft.lines[1] = draft.paragraphs.last().map_or(draft.lines[0], |last| last.lines[1]).max(draft.lines[0]);
    let (kind, number, title) = (missed.kind, missed.number, missed.title);
    Some(Draft { kind, number, title, parent: draft.parent, lines, paragraphs, responsible, tables })
}
