//! Where the printed words of a correction stand: among the headings and texts as they were read, before anything is
//! corrected.

use crate::importer::outline::Draft;
use crate::text::fold::fold;

/// The texts of every draft, folded for comparison.
pub(super) struct Places {
    places: Vec<Place>,
}

struct Place {
    number: String,
    title: String,
    /// The headings above it and its own.
    above: Vec<usize>,
    /// Its paragraphs and clauses.
    text: String,
}

/// The text without white space, folded.
pub(super) fn key(text: &str) -> String {
    fold(&text.split_whitespace().collect::<String>())
}

impl Places {
    pub(super) fn new(drafts: &[Draft<'_>]) -> Self {
        let mut places: Vec<Place> = Vec::with_capacity(drafts.len());
        for (at, draft) in drafts.iter().enumerate() {
            let mut above =
                draft.parent.and_then(|parent| places.get(parent)).map_or_else(Vec::new, |it| it.above.clone());
            above.push(at);
            let paragraphs = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
            let clauses = draft.responsible.iter().map(|clause| clause.raw.as_str());
            let text: Vec<String> = paragraphs.chain(clauses).map(key).collect();
            places.push(Place {
                number: key(draft.number.as_deref().unwrap_or_default()),
                title: key(draft.title.as_deref().unwrap_or_default()),
                above,
                text: text.join("\n"),
            });
        }
        Self { places }
    }

    /// The drafts with this heading: with number and title as printed, else with this title alone, which it keeps where the
    /// numbers change.
    pub(super) fn headings(&self, printed: &str, at: Option<&str>) -> Vec<usize> {
        let wanted = key(printed);
        let found = |fits: &dyn Fn(&Place) -> bool| -> Vec<usize> {
            let all = self.places.iter().enumerate();
            let fitting = all.filter(|(_, place)| !wanted.is_empty() && fits(place)).map(|(draft, _)| draft);
            fitting.filter(|draft| self.is_at(*draft, at)).collect()
        };
        let whole = found(&|place| format!("{}{}", place.number, place.title) == wanted);
        if whole.is_empty() {
            let title = without_number(printed);
            return found(&|place| !place.title.is_empty() && (place.title == wanted || place.title == title));
        }
        whole
    }

    /// The drafts in whose own text these words stand.
    pub(super) fn texts(&self, printed: &str, at: Option<&str>) -> Vec<usize> {
        let wanted = key(printed);
        let holds =
            |place: &Place| !wanted.is_empty() && (place.text.contains(&wanted) || place.title.contains(&wanted));
        let all = self.places.iter().enumerate().filter(|(_, place)| holds(place)).map(|(draft, _)| draft);
        all.filter(|draft| self.is_at(*draft, at)).collect()
    }

    /// Whether these words stand in the text of a draft, in its heading or in one above it.
    pub(super) fn is_at(&self, draft: usize, at: Option<&str>) -> bool {
        let Some(at) = at.map(key).filter(|at| !at.is_empty()) else { return true };
        let Some(place) = self.places.get(draft) else { return false };
        let headings = place.above.iter().filter_map(|above| self.places.get(*above));
        place.text.contains(&at) || headings.into_iter().any(|it| format!("{}{}", it.number, it.title).contains(&at))
    }
}

/// The folded heading without the number that it begins with.
fn without_number(printed: &str) -> String {
    let heading = crate::importer::mark::read(printed.trim());
    let rest = heading.and_then(|mark| printed.trim().strip_prefix(mark.number));
    key(rest.unwrap_or(printed))
}
