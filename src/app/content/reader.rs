//! The pane that shows a plan or node as text: which one, how far it is scrolled, and its rows, kept from frame to
//! frame until the node, the width or the search changes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::content::text::{self, Text};
use crate::app::input::action::Motion;
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::state::location::{NodeRef, TargetLine};
use crate::app::state::session::Session;
use crate::app::widgets::cursor::scroll;
use crate::text::width::Width;

/// The widest rows of text, in cells; the eye loses its line in longer ones.
const MEASURE: u16 = 88;

/// The number of rows that stay in sight above the line that is scrolled to.
const ABOVE: usize = 2;

/// The text pane with its rows and its position.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    node_ref: Option<NodeRef>,
    /// The first row that is seen.
    top: usize,
    /// The current match of the search, among the matches in the text.
    at: Option<usize>,
    /// The line to scroll to with its words, which stay highlighted while the node is shown; and whether the
    /// scrolling is still to be done.
    target_line: Option<(TargetLine, bool)>,
    /// The words to highlight in place of those of the search in force.
    highlighted: Option<Vec<String>>,
    pub(crate) area: Area,
    kept: RefCell<Option<(Look, Rc<Text>)>>,
}

/// What a pane showed, and how far it was scrolled.
#[derive(Clone, Debug)]
pub(crate) struct ReaderPlace {
    pub(crate) node_ref: Option<NodeRef>,
    pub(crate) top: usize,
    target_line: Option<TargetLine>,
    /// The match of the search that was the current one.
    at: Option<usize>,
}

impl ReaderPlace {
    /// Makes the place where this row of a text is the first that is seen.
    pub(crate) fn at_row(node_ref: Option<NodeRef>, top: usize) -> Self {
        Self { node_ref, top, target_line: None, at: None }
    }
}

impl PartialEq for ReaderPlace {
    /// Compares what is seen. The current match belongs to the search in force, which is the same in every place.
    fn eq(&self, other: &Self) -> bool {
        let seen = |place: &Self| (place.node_ref, place.top, place.target_line.clone());
        seen(self) == seen(other)
    }
}

/// Everything that the rows depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Look {
    node_ref: NodeRef,
    cells: usize,
    width: Width,
    highlighted: Vec<String>,
    has_marks: bool,
    /// What had come from the library by then.
    revision: u64,
}

impl Reader {
    /// Shows this plan or node. Another one is shown from its beginning, or from where the plan was read last.
    pub(crate) fn show(&mut self, session: &Session, node_ref: Option<NodeRef>) {
        if self.node_ref != node_ref {
            self.node_ref = node_ref;
            let read = node_ref.and_then(|node_ref| session.reading(node_ref.plan));
            self.top = read.filter(|(read, _)| Some(*read) == node_ref).map_or(0, |(_, top)| top);
            self.at = None;
            self.target_line = None;
        }
    }

    /// Returns what is shown, and how far it is scrolled.
    pub(crate) fn place(&self) -> ReaderPlace {
        let target_line = self.target_line.as_ref().map(|(target_line, _)| target_line.clone());
        ReaderPlace { node_ref: self.node_ref, top: self.top, target_line, at: self.at }
    }

    /// Scrolls back to where a plan or node was read.
    pub(crate) fn restore(&mut self, place: &ReaderPlace) {
        self.node_ref = place.node_ref;
        self.top = place.top;
        self.at = place.at;
        self.target_line = place.target_line.clone().map(|target_line| (target_line, false));
    }

    /// Highlights these words and scrolls to them at the next `settle`; where they are not found,
    /// to the part with their line.
    pub(crate) fn target_line(&mut self, target_line: TargetLine) {
        self.target_line = Some((target_line, true));
    }

    /// Highlights these words in place of those of the search.
    pub(crate) fn highlight(&mut self, words: Vec<String>) {
        self.highlighted = Some(words);
    }

    /// Fits the pane into this area and makes the rows anew where anything has changed.
    pub(crate) fn settle(&mut self, session: &Session, area: Area) {
        self.area = Area { width: area.width.min(MEASURE), ..area };
        let is_aimed = self.target_line.as_ref().is_some_and(|(_, is_new)| *is_new);
        if self.top == 0 && self.at.is_none() && !is_aimed {
            // A text that is shown from its beginning fits any pane. Its rows are made when it is drawn, so that a burst of
            // keys makes those of the last node only; its plan is asked for now.
            if let Some(node_ref) = self.node_ref {
                session.fetch_contents(node_ref.plan);
            }
            return;
        }
        let text = self.text(session);
        if let Some((target_line, is_new @ true)) = &mut self.target_line {
            *is_new = false;
            self.top = aimed(&text, target_line).saturating_sub(ABOVE);
        }
        self.top = self.top.min(text.rows.len().saturating_sub(usize::from(area.height).max(1)));
        self.at = self.at.filter(|at| *at < places(&text.rows).len());
    }

    /// Scrolls the text. Returns `false` if it is at that end already.
    pub(crate) fn scroll(&mut self, session: &Session, motion: Motion) -> bool {
        let before = self.top;
        self.top = scroll(self.top, motion, self.text(session).rows.len(), usize::from(self.area.height));
        self.top != before
    }

    /// Goes to the first match of the search: in the part of the text that begins at this line of the
    /// document, else in the whole text.
    pub(crate) fn seek(&mut self, session: &Session, line: Option<u32>) {
        let text = self.text(session);
        let places = places(&text.rows);
        let start = line.and_then(|line| text.starts.iter().find(|(first, _)| *first == line));
        let from = start.map_or(0, |(_, row)| *row);
        let found = places.iter().position(|(row, _)| *row >= from);
        self.at = found.or_else(|| (!places.is_empty()).then_some(0));
        self.reveal(&places);
    }

    /// Goes to the next or previous match of the search. Returns which one it is of how many; `None` past the last one.
    pub(crate) fn seek_next(&mut self, session: &Session, forward: bool) -> Option<(usize, usize)> {
        let text = self.text(session);
        let places = places(&text.rows);
        let next = match (self.at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1)?,
            (None, true) => 0,
            (None, false) => places.len().checked_sub(1)?,
        };
        if next >= places.len() {
            return None;
        }
        self.at = Some(next);
        self.reveal(&places);
        Some((next + 1, places.len()))
    }

    /// Scrolls so that the current match is seen with a few rows above it.
    fn reveal(&mut self, places: &[(usize, usize)]) {
        let Some((row, _)) = self.at.and_then(|at| places.get(at)) else { return };
        let seen = self.top..self.top + usize::from(self.area.height).saturating_sub(1);
        if !seen.contains(row) {
            self.top = row.saturating_sub(usize::from(self.area.height) / 3);
        }
    }

    /// Paints the rows that are seen, with the current match brighter than the others.
    pub(crate) fn paint(&self, session: &Session, page: &mut Page) {
        let text = self.text(session);
        let seen = text.rows.iter().skip(self.top).take(usize::from(self.area.height));
        let mut rows: Vec<Row> = seen.cloned().collect();
        if let Some((row, span)) = self.at.and_then(|at| places(&text.rows).get(at).copied()) {
            let row = row.checked_sub(self.top).and_then(|row| rows.get_mut(row));
            if let Some(span) = row.and_then(|row| row.spans.get_mut(span)) {
                span.role = Role::SelectedMatch;
            }
        }
        page.regions.push(Region { area: self.area, rows });
    }

    /// Returns which screenful of the text is shown, counted from 1, and of how many; `None` if all of it fits.
    pub(crate) fn screenful(&self, session: &Session) -> Option<(usize, usize)> {
        let height = usize::from(self.area.height).max(1);
        let n_rows = self.text(session).rows.len();
        let of = n_rows.div_ceil(height);
        let is_end = self.top + height >= n_rows;
        (n_rows > height).then(|| (if is_end { of } else { (self.top / height + 1).min(of) }, of))
    }

    fn text(&self, session: &Session) -> Rc<Text> {
        let Some(node_ref) = self.node_ref else { return Rc::default() };
        let mut highlighted = self.highlighted.as_deref().unwrap_or(session.highlighted()).to_vec();
        highlighted.extend(
            self.target_line.iter().map(|(target_line, _)| target_line.words.clone()).filter(|words| !words.is_empty()),
        );
        let look = Look {
            node_ref,
            cells: usize::from(self.area.width),
            width: session.width,
            highlighted,
            has_marks: session.has_marks(node_ref.plan),
            revision: session.revision(),
        };
        let mut kept = self.kept.borrow_mut();
        match kept.as_ref() {
            Some((known, text)) if *known == look => Rc::clone(text),
            _ => {
                let text = Rc::new(text::text(session, node_ref, look.cells, &look.highlighted));
                *kept = Some((look, Rc::clone(&text)));
                text
            }
        }
    }
}

/// Returns the row to scroll to: in the part of the text that contains the line, the first row with the words, else the
/// first row of that part. Other parts may contain the words too.
fn aimed(text: &Text, target_line: &TargetLine) -> usize {
    let parts = text.starts.iter().filter(|(first, _)| *first <= target_line.line);
    let part = parts.max_by_key(|(first, _)| *first).map_or(0, |(_, row)| *row);
    let next = text.starts.iter().map(|(_, row)| *row).find(|row| *row > part).unwrap_or(text.rows.len());
    places(&text.rows).into_iter().map(|(row, _)| row).find(|row| (part..next).contains(row)).unwrap_or(part)
}

/// Returns the matches of the search: row, and span in it.
fn places(rows: &[Row]) -> Vec<(usize, usize)> {
    let spans = rows.iter().enumerate().flat_map(|(at, row)| row.spans.iter().enumerate().map(move |it| (at, it)));
    spans.filter(|(_, (_, span))| span.role == Role::Match).map(|(row, (span, _))| (row, span)).collect()
}
