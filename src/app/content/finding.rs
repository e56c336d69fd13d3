//! Findings as the screen shows them: which match a filter, a row of the list, one finding in full, and what is copied.

mod checked;

use crate::analysis::check::{confidence_name, kind_name};
use crate::app::content::prose::TextBuilder;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::search::highlights_of_words;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{self, Finding, LineRange, Plan};
use crate::text::width::Align;
use crate::text::wrap::Indent;
use crate::words::{pages, punctuation, reading};

pub(crate) use crate::app::content::finding::checked::Checked;

/// The width of the column of kinds, in cells.
const KIND: usize = 10;

/// Makes a row of the list: kind, what differs, how reliable the rule is.
pub(crate) fn row(session: &Session, finding: &Finding, highlighted: &[String], cells: usize) -> Row {
    let surety = confidence_name(finding.confidence);
    let mut line = RowBuilder::new(cells, session.width);
    line.reserve(session.width.of(surety) + 1);
    line.column(kind_name(finding.kind), KIND, Align::Left, Role::Warning).gap(1);
    line.put_highlighted(finding.what.get(), Role::Text, &highlights_of_words(finding.what.get(), highlighted));
    line.release(cells).right(surety, Role::Dim);
    line.build()
}

/// Makes the rows of one finding in full: what differs, then every passage with its quotation. `at` is the
/// passage that Enter leads to.
pub(crate) fn detail(
    session: &Session,
    plan: usize,
    finding: &Finding,
    at: usize,
    highlighted: &[String],
    cells: usize,
) -> Vec<Row> {
    let mut prose = TextBuilder::new(session, cells, highlighted);
    prose.text(finding.what.get(), Indent::NONE, Role::Title);
    prose.blank();
    let surety = wording::surety(finding.confidence);
    let kind = format!("{}{}{surety}", kind_name(finding.kind), punctuation::GAP);
    prose.text(&kind, Indent::NONE, Role::Warning);
    if let Some(read) = session.heads().get(plan) {
        prose.text(&read.cited(), Indent::NONE, Role::Dim);
    }
    for (nth, spoken) in places(session, plan, finding).iter().enumerate() {
        prose.blank();
        let mark = if nth == at { session.width.glyphs().prompt } else { " " };
        let location = format!("{mark} {}", wording::nth_place(nth, &spoken.lines));
        prose.line(&location, if nth == at { Role::Number } else { Role::Dim });
        if let Some(node_ref) = spoken.node_ref {
            let path = session.path(node_ref).split_off(1).join(" › ");
            prose.text(&path, Indent { first: 2, rest: 2 }, Role::Dim);
        }
        prose.text(&spoken.quoted(), Indent { first: 2, rest: 2 }, Role::Text);
    }
    prose.blank();
    prose.text(pages::CARE.get(), Indent::NONE, Role::Dim);
    prose.rows
}

/// One passage that a finding concerns; the cells of a table's row are one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spoken<'a> {
    /// The node that contains the passage.
    pub(crate) node_ref: Option<NodeRef>,
    /// The lines of the passage, among those of the finding.
    pub(crate) lines: Vec<u32>,
    /// The quotations from the passage.
    pub(crate) quotes: Vec<&'a str>,
}

impl Spoken<'_> {
    /// Returns the quotations in quotation marks, those of a row's cells side by side.
    fn quoted(&self) -> String {
        format!("“{}”", self.quotes.join("”“"))
    }
}

/// The paragraph or row that contains a quotation, by its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    node_ref: Option<NodeRef>,
    lines: Option<LineRange>,
    is_row: bool,
}

/// Returns the passages of a finding, in its order.
pub(crate) fn places<'a>(session: &Session, plan: usize, finding: &'a Finding) -> Vec<Spoken<'a>> {
    let node_ref = |nth: usize| session.node_ref(&Location::Node(finding.nodes.get(nth)?.clone()?));
    let quotes = finding.evidence.iter().enumerate();
    let held: Vec<(Held, &str)> =
        quotes.map(|(nth, quote)| (holder(session, finding, node_ref(nth), quote), quote.as_str())).collect();
    let mut places: Vec<Spoken> = Vec::new();
    for (nth, (holder, quote)) in held.iter().enumerate() {
        let same = |(other, _): &&(Held, &str)| other == holder;
        let own: Vec<u32> = finding.lines.iter().copied().filter(|line| lies_in(session, holder, *line)).collect();
        let before = held.iter().take(nth).filter(same).count();
        // With as many lines as quotations, each quotation has one line.
        let lines = match own.get(before) {
            Some(line) if held.iter().filter(same).count() == own.len() => vec![*line],
            Some(_) | None => own,
        };
        let goes_on =
            nth.checked_sub(1).and_then(|before| held.get(before)).is_some_and(|(before, _)| before == holder);
        match places.last_mut().filter(|_| goes_on && holder.is_row) {
            Some(last) => {
                last.quotes.push(quote);
                last.lines.extend(lines);
                last.lines.sort_unstable();
                last.lines.dedup();
            }
            None => places.push(Spoken { node_ref: holder.node_ref, lines, quotes: vec![quote] }),
        }
    }
    let whole = NodeRef { plan, node: None };
    for location in places.iter_mut().filter(|location| location.node_ref.is_none()) {
        location.node_ref = Some(whole);
        location.lines.clone_from(&finding.lines);
    }
    places
}

/// Returns whether a line lies in the paragraph or row that contains a quotation; where there is
/// none, in the node's own text.
fn lies_in(session: &Session, holder: &Held, line: u32) -> bool {
    let own = holder.node_ref.and_then(|node_ref| session.node(node_ref)).map(|node| node.lines);
    holder.lines.or(own).is_some_and(|[first, last]| (first..=last).contains(&line))
}

/// Returns the row or paragraph that contains a quotation and that the finding concerns.
fn holder(session: &Session, finding: &Finding, node_ref: Option<NodeRef>, quote: &str) -> Held {
    let node = node_ref.and_then(|node_ref| session.node(node_ref));
    let spoken = |lines: LineRange| finding.lines.iter().any(|line| (lines[0]..=lines[1]).contains(line));
    let rows = || node.into_iter().flat_map(|node| &node.tables).flat_map(|table| &table.rows);
    let is_cell =
        |row: &&model::Row| row.name == quote || row.cells.iter().flatten().any(|cell| cell.trim() == quote.trim());
    let row = rows().filter(|row| spoken(row.lines)).find(is_cell).map(|row| (row.lines, true));
    let paragraphs = node.into_iter().flat_map(|node| &node.paragraphs).filter(|each| spoken(each.lines));
    let paragraph = paragraphs.clone().find(|each| each.text.contains(quote)).map(|each| (each.lines, false));
    let around = rows().find(|row| spoken(row.lines) && quote.contains(&row.name)).map(|row| (row.lines, true));
    let found = row.or(paragraph).or(around);
    Held { node_ref, lines: found.map(|(lines, _)| lines), is_row: found.is_some_and(|(_, is_row)| is_row) }
}

/// Words a finding for the clipboard: kind and what differs, then each passage with its quotation;
/// with the plan where `cited`.
pub(crate) fn text(session: &Session, plan: usize, finding: &Finding, cited: bool) -> String {
    let kind = punctuation::with_remark(kind_name(finding.kind), reading::WORKED_OUT);
    let mut text = vec![punctuation::labelled(kind, &finding.what)];
    let places = places(session, plan, finding);
    let with_lines = |place: &Spoken| punctuation::with_remark(place.quoted(), wording::lines_listed(&place.lines));
    text.extend(places.iter().map(with_lines));
    let title = session.heads().get(plan).filter(|_| cited).map(Plan::cited);
    title.into_iter().chain(text).collect::<Vec<_>>().join("\n")
}
