//! The outline: which heading is below which, and the text of each node.
//!
//! Marks nest in the order of Chinese official documents (`mark::Class`). A document uses some of the classes, and the
//! kind of a node follows from them: the first one used is the chapter, the second the section. A box (专栏) is a child
//! of its chapter and ends at the next section; an attachment is outside the chapters and ends with the document.

use std::collections::HashSet;

use crate::importer::assignment::Assignment;
use crate::importer::cell::Grid;
use crate::importer::clause::{self, Above, Convention};
use crate::importer::document::Line;
use crate::importer::mark::{Class, Heading};
use crate::importer::offices::Offices;
use crate::importer::{bracket, paragraph};
use crate::model::{Clause, Deadline, Doubt, DoubtKind, Kind, Paragraph, Role};
use crate::text::numeral;

/// A node while it is being built, before it has an id.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) kind: Kind,
    pub(super) number: Option<String>,
    pub(super) title: Option<String>,
    pub(super) parent: Option<usize>,
    /// The first and the last line of the node's own text.
    pub(super) lines: [u32; 2],
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) responsible: Vec<Clause>,
    /// The node's tables with the lines printed above them.
    pub(super) tables: Vec<(Option<String>, &'a Grid)>,
}

/// The classes of heading marks that a document uses, which decide what kind of node each one opens.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranks {
    used: Vec<Class>,
}

impl Ranks {
    /// Takes the classes of the headings of a document.
    pub(super) fn from_classes(classes: impl Iterator<Item = Class>) -> Self {
        let outside = |class: &Class| matches!(class, Class::Attachment | Class::Box | Class::Part);
        let mut used: Vec<Class> = classes.filter(|class| !outside(class)).collect();
        used.sort_unstable();
        used.dedup();
        Self { used }
    }

    fn chapter(&self) -> Class {
        self.used.first().copied().unwrap_or(Class::Chapter)
    }

    /// The class of headings at which a box ends: that of the sections, unless only items lie below a chapter.
    fn boxed(&self) -> Class {
        self.used.get(1).copied().filter(|class| *class < Class::Arabic).unwrap_or(Class::HanParen)
    }

    fn kind(&self, class: Class) -> Kind {
        match (self.used.iter().position(|used| *used == class), class) {
            (_, Class::Attachment) => Kind::Attachment,
            (_, Class::Box) => Kind::Box,
            (Some(0), _) | (_, Class::Part) => Kind::Chapter,
            (_, Class::Article | Class::Arabic | Class::LongDecimal | Class::ArabicParen) => Kind::Item,
            (Some(1), _) => Kind::Section,
            (Some(2), _) => Kind::Subsection,
            _ => Kind::Item,
        }
    }
}

/// A paragraph that the next line may continue.
#[derive(Default)]
struct Open {
    text: String,
    /// The byte offset in `text` at which each line begins, with the number of the line.
    starts: Vec<(usize, u32)>,
    /// Whether it begins on the line of a heading, behind the title.
    is_run_in: bool,
}

impl Open {
    fn line_at(&self, offset: usize) -> u32 {
        let n_before = self.starts.partition_point(|(start, _)| *start <= offset);
        self.starts.get(n_before.saturating_sub(1)).map_or(0, |(_, line)| *line)
    }
}

/// Builds the outline line by line.
pub(super) struct Builder<'a> {
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) findings: Vec<Doubt>,
    stack: Vec<(Class, usize)>,
    open: Open,
    ranks: Ranks,
    has_preamble: bool,
    paged: bool,
    convention: Convention,
    /// A time limit of the last node that stands before its clause.
    deadline: Option<Deadline>,
    offices: &'a Offices<'a>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(ranks: Ranks, paged: bool, offices: &'a Offices<'a>) -> Self {
        let convention = Convention::default();
        Self {
            drafts: vec![],
            findings: vec![],
            stack: vec![],
            open: Open::default(),
            ranks,
            has_preamble: false,
            paged,
            convention,
            deadline: None,
            offices,
        }
    }

    /// Opens a node without a mark: front, preamble.
    pub(super) fn open_unnumbered(&mut self, kind: Kind, title: Option<String>, line: u32) {
        self.close_paragraph();
        self.stack.clear();
        self.push(Class::Attachment, kind, None, title, line);
        self.stack.clear();
    }

    /// Whether a preamble was opened. A plan has only one: if the word is printed again, it is text.
    pub(super) fn has_preamble(&self) -> bool {
        self.has_preamble
    }

    /// Opens the node of a heading; text that follows in the same line begins its first paragraph.
    pub(super) fn open_heading(&mut self, heading: &Heading, line: u32) {
        self.close_paragraph();
        let class = heading.class;
        let rank = if class == Class::Box { self.ranks.boxed() } else { class };
        if class == Class::Box {
            let chapter = self.ranks.chapter();
            self.stack.retain(|(open, _)| *open <= chapter);
        }
        while self.stack.last().is_some_and(|(open, _)| *open >= rank) {
            self.stack.pop();
        }
        // A clause may end the title itself: （2）开设栏目（甲牵头，乙配合）。
        let title = heading.title.unwrap_or_default();
        let clause = clause::pieces(title, self.offices).first().and_then(|piece| piece.clause);
        let (title, closing_clause) = clause.and_then(|(_, at)| title.split_at_checked(at)).unwrap_or((title, ""));
        if clause::ends_with_assignment(title, self.offices) {
            self.findings.push(Doubt { line, kind: DoubtKind::UnreadClause });
        }
        let title = title.trim_end_matches(['，', ',']);
        let title = (!title.is_empty()).then(|| paragraph::tidy(title));
        let number = (!heading.number.is_empty()).then(|| heading.number.to_owned());
        self.push(rank, self.ranks.kind(class), number, title, line);
        for text in [closing_clause, heading.body].into_iter().filter(|text| !text.is_empty()) {
            self.append(text, line);
        }
        self.open.is_run_in = !heading.body.is_empty();
    }

    /// Says that what was opened last goes on with another line from this byte of its text on.
    pub(super) fn go_on_at(&mut self, offset: usize, line: u32) {
        if !self.open.text.is_empty() {
            self.open.starts.retain(|(start, _)| *start < offset);
            self.open.starts.push((offset, line));
        }
    }

    /// Adds a line of text, which continues the open paragraph or begins a new one.
    pub(super) fn add_line(&mut self, line: Line) {
        let text = line.text.replace("**", "");
        let text = text.trim();
        if !paragraph::goes_on(&self.open.text, self.open.is_run_in, text, self.paged, self.offices) {
            self.close_paragraph();
        }
        self.append(text, line.no);
    }

    /// Adds a paragraph that is joined with nothing before or behind it.
    pub(super) fn add_paragraph(&mut self, text: &str, lines: [u32; 2]) {
        self.close_paragraph();
        self.extend_last_node(lines);
        self.read_convention(text);
        if let Some(draft) = self.drafts.last_mut() {
            draft.paragraphs.push(Paragraph { text: paragraph::tidy(text), lines });
        }
    }

    /// Keeps what a text says of all clauses: that the unit printed first leads (列第一位的责任单位为牵头单位). Where it gives a task at
    /// the same time, the clause itself says it.
    fn read_convention(&mut self, text: &str) {
        if clause::states_first_leads(text) {
            self.convention.but_not_of_shares |= clause::states_shares(text);
            self.convention.first_leads |= !text.contains("负责") || clause::states_shares(text);
        }
    }

    /// Says of rows of a table that their units may be others than those that were read.
    pub(super) fn doubt_rows(&mut self, lines: &[u32]) {
        self.findings.extend(lines.iter().map(|line| Doubt { line: *line, kind: DoubtKind::UnreadClause }));
    }

    /// Adds a table with the line printed above it to the last node.
    pub(super) fn add_table(&mut self, title: Option<Line>, grid: &'a Grid) {
        self.close_paragraph();
        let cells = || grid.rows.iter().flatten().map(|cell| cell.lines);
        let first = title.map_or_else(|| cells().map(|lines| lines[0]).min(), |line| Some(line.no));
        if let (Some(first), Some(last)) = (first, cells().map(|lines| lines[1]).max()) {
            self.extend_last_node([first, last]);
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.tables.push((title.map(|line| paragraph::tidy(&line.text.replace("**", ""))), grid));
        }
    }

    /// Adds the rows of a table that divides tasks: each becomes a node below the last one.
    pub(super) fn add_tasks(&mut self, title: Option<Line>, rows: &[Assignment]) {
        if let Some(title) = title {
            self.add_paragraph(&title.text.replace("**", ""), [title.no, title.no]);
        }
        self.close_paragraph();
        for row in rows {
            let rank = if row.is_group { Class::LongDecimal } else { Class::ArabicParen };
            while self.stack.last().is_some_and(|(open, _)| *open >= rank) {
                self.stack.pop();
            }
            let title = row.title.as_deref().map(paragraph::tidy);
            self.push(rank, Kind::Item, row.number.clone(), title, row.lines[0]);
            self.extend_last_node(row.lines);
            for (text, lines) in &row.texts {
                self.keep_paragraph(text, *lines);
            }
            if !row.clause.is_empty() {
                self.keep_clause(&row.clause, row.line);
            }
        }
    }

    /// Whether the open paragraph breaks off and may be continued.
    pub(super) fn is_broken_off(&self) -> bool {
        !self.open.text.is_empty() && !paragraph::ends_sentence(&self.open.text)
    }

    /// Whether the last node is a chapter or a section by its number alone (第一章), whose title the next line may be.
    pub(super) fn waits_for_title(&self) -> bool {
        let is_counted = matches!(self.stack.last(), Some((Class::Part | Class::Chapter | Class::Section, _)));
        let last = self.drafts.last().filter(|draft| draft.title.is_none() && draft.number.is_some());
        is_counted && last.is_some_and(|draft| draft.paragraphs.is_empty() && draft.lines[0] == draft.lines[1])
    }

    /// Gives the last node the title that is printed on the line after its number (附件1：, then the title).
    pub(super) fn take_late_title(&mut self, line: Line) -> bool {
        let is_counted = self.waits_for_title();
        let Some(draft) = self.drafts.last_mut() else { return false };
        let waits =
            is_counted || draft.kind == Kind::Attachment && draft.title.is_none() && draft.lines[0] == draft.lines[1];
        let fits = line.text.trim().chars().count() <= 50 && !line.text.contains('。');
        if waits && fits && self.open.text.is_empty() {
            draft.title = Some(paragraph::tidy(&line.text.replace("**", "")));
            draft.lines[1] = line.no;
            return true;
        }
        false
    }

    /// Extends the last node to a line of its title.
    pub(super) fn widen(&mut self, line: u32) {
        self.extend_last_node([line, line]);
    }

    /// Closes the last paragraph at the end of the document.
    pub(super) fn finish(&mut self) {
        self.close_paragraph();
    }

    fn push(&mut self, rank: Class, kind: Kind, number: Option<String>, title: Option<String>, line: u32) {
        self.has_preamble |= kind == Kind::Preamble;
        self.deadline = None;
        let parent = self.stack.last().map(|(_, draft)| *draft);
        self.stack.push((rank, self.drafts.len()));
        let (paragraphs, responsible, tables) = (vec![], vec![], vec![]);
        self.drafts.push(Draft { kind, number, title, parent, lines: [line, line], paragraphs, responsible, tables });
    }

    fn append(&mut self, text: &str, line: u32) {
        if self.drafts.is_empty() {
            self.open_unnumbered(Kind::Preamble, None, line);
        }
        // The line break before a further field of a clause parts it from the units above.
        if clause::is_open_clause(&self.open.text) && clause::opens_field(text) {
            self.open.text.push(' ');
        }
        self.open.starts.push((self.open.text.len(), line));
        self.open.text.push_str(text);
    }

    /// Extends the last node to include these lines.
    fn extend_last_node(&mut self, lines: [u32; 2]) {
        if self.drafts.is_empty() {
            self.open_unnumbered(Kind::Preamble, None, lines[0]);
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.lines[1] = draft.lines[1].max(lines[1]);
        }
    }

    /// Adds the open paragraph and its clauses to the last node.
    fn close_paragraph(&mut self) {
        let open = std::mem::take(&mut self.open);
        if open.text.is_empty() {
            return;
        }
        self.read_convention(&open.text);
        let mut offset = 0;
        for piece in clause::pieces(&open.text, self.offices) {
            let end = offset + piece.text.len();
            self.keep_paragraph(piece.text, [open.line_at(offset), open.line_at(end.saturating_sub(1))]);
            offset = end;
            if let Some((raw, at)) = piece.clause {
                self.keep_clause(raw, open.line_at(at));
                offset = at + raw.len();
                self.extend_last_node([open.line_at(at), open.line_at(offset.saturating_sub(1))]);
            }
        }
    }

    fn keep_paragraph(&mut self, text: &str, lines: [u32; 2]) {
        let text = paragraph::tidy(text);
        if text.is_empty() {
            return;
        }
        if let Some(deadline) = clause::deadline_line(&text) {
            self.keep_deadline(deadline);
        }
        if !bracket::is_balanced(&text) {
            self.findings.push(Doubt { line: lines[0], kind: DoubtKind::UnpairedBracket });
        }
        let offices = self.offices;
        let is_missed = clause::looks_missed(&text)
            || clause::ends_with_office(&text, offices)
            || clause::is_lone_office(&text, offices)
            || clause::ends_with_assignment(&text, offices)
            || clause::has_unknown_label(&text, offices);
        if is_missed {
            self.findings.push(Doubt { line: lines[1], kind: DoubtKind::UnreadClause });
        }
        self.extend_last_node(lines);
        if let Some(draft) = self.drafts.last_mut() {
            draft.paragraphs.push(Paragraph { text, lines });
        }
    }

    fn keep_clause(&mut self, raw: &str, line: u32) {
        let (mut clause, unknown_labels) = clause::parse(raw, line, &mut self.convention, self.offices);
        for unit in clause.units.iter().filter(|unit| unit.department.is_none()) {
            self.findings.push(Doubt { line, kind: DoubtKind::UnknownUnit(unit.raw.clone()) });
        }
        for label in unknown_labels {
            self.findings.push(Doubt { line, kind: DoubtKind::UnknownLabel(label) });
        }
        if clause.deadline.is_none() {
            clause.deadline = self.deadline.take();
        }
        if self.supports_lead_above(&clause) {
            for unit in clause.units.iter_mut().filter(|unit| unit.role == Role::Listed) {
                unit.role = Role::Joint;
            }
        }
        if let Some(above) = clause::shared(raw, self.offices) {
            self.share(&clause, &above);
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.responsible.push(clause);
        }
    }

    /// Whether a labelled clause stands below one of the same task that names who leads, with no text between: 牵头单位：甲 and on
    /// the next line 责任单位：乙.
    fn supports_lead_above(&self, clause: &Clause) -> bool {
        let Some(draft) = self.drafts.last() else { return false };
        let Some(above) = draft.responsible.last() else { return false };
        let has_text_between =
            draft.paragraphs.last().is_some_and(|text| text.lines[1] > above.line && text.lines[0] < clause.line);
        let are_labelled = clause.label.is_some() && above.label.is_some();
        are_labelled && clause.lead.is_none() && above.lead.is_some() && clause.line > above.line && !has_text_between
    }

    /// Gives a time limit on a line of its own to the clauses above it in the node; without any, to the next one.
    fn keep_deadline(&mut self, deadline: Deadline) {
        let Some(draft) = self.drafts.last_mut() else { return };
        if draft.responsible.is_empty() {
            self.deadline = Some(deadline);
            return;
        }
        for clause in draft.responsible.iter_mut().filter(|clause| clause.deadline.is_none()) {
            clause.deadline = Some(deadline.clone());
        }
    }

    /// Gives a clause that says 以上任务 to those nodes beside and before the last one that it means and that name nobody
    /// themselves.
    fn share(&mut self, clause: &Clause, above: &Above) {
        let Some((last, before)) = self.drafts.split_last_mut() else { return };
        let first = last.parent.map_or(0, |parent| parent + 1);
        let parents: HashSet<usize> = before.iter().skip(first).filter_map(|draft| draft.parent).collect();
        // The last of the tasks that are meant is the one in which the clause stands.
        let mut n_left = if let Above::Last(n) = above { n.saturating_sub(1) } else { usize::MAX };
        for (at, draft) in before.iter_mut().enumerate().skip(first).rev() {
            let is_text = !matches!(draft.kind, Kind::Front | Kind::Preamble);
            if !is_text || draft.parent != last.parent || parents.contains(&at) || n_left == 0 {
                continue;
            }
            n_left -= 1;
            let number = draft.number.as_deref().and_then(number_of_mark);
            let is_meant = match above {
                Above::All | Above::Last(_) => true,
                Above::Numbers(ranges) => {
                    number.is_some_and(|number| ranges.iter().any(|[from, to]| (*from..=*to).contains(&number)))
                }
            };
            if is_meant && draft.responsible.is_empty() {
                draft.responsible.push(clause.clone());
            }
        }
    }
}

/// The number that a mark counts: 7 of （七）, 10 of 10..
fn number_of_mark(mark: &str) -> Option<u32> {
    numeral::parse(mark.trim_matches(|c: char| !c.is_alphanumeric()))
}
