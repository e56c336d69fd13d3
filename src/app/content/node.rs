//! A node as rows to read: heading, units, paragraphs, tables, doubts and findings, each where its line stands.

use crate::app::content::prose::{LABEL, TextBuilder, fill};
use crate::app::screen::page::{Role, Row};
use crate::app::state::location::NodeRef;
use crate::app::widgets::indicator_table::IndicatorTable;
use crate::app::wording;
use crate::model::{self, Clause, Finding, FindingKind, LineRange, Node, Paragraph, Plan, Table};
use crate::text::wrap::Indent;
use crate::words::{self, punctuation, reading};
use std::borrow::Cow;

/// Up to this many findings in a table are shown above it; more are shown below.
const FEW_FOUND: usize = 2;

/// One part of a node's text.
enum Part<'a> {
    Text(&'a Paragraph),
    Table(&'a Table),
    Doubt(&'a model::Doubt),
    /// A line between the other parts that findings concern.
    Between(u32),
}

/// Returns the lines of a part.
fn lines(part: &Part) -> LineRange {
    match part {
        Part::Text(paragraph) => paragraph.lines,
        Part::Table(table) => table.lines,
        Part::Doubt(doubt) => [doubt.line; 2],
        Part::Between(line) => [*line; 2],
    }
}

impl TextBuilder<'_> {
    /// Adds the rows of a whole node.
    pub(crate) fn node(&mut self, plan: &Plan, node: &Node, node_ref: NodeRef) {
        self.text(&wording::heading(node), Indent::NONE, Role::Title);
        if let Some(mark) = plan.draft_word() {
            self.line(mark, Role::Warning);
        }
        let findings: Vec<&Finding> = self.session.findings_at(node_ref).collect();
        let parts = parts(plan, node, &findings);
        self.found_above(&findings, node, &parts);
        self.responsibility(node, node_ref);
        let inline = node.responsible.len() > 1;
        for (line, part) in parts {
            // A doubt is shown near its line, but the line itself is elsewhere.
            self.starts.extend((!matches!(part, Part::Doubt(_))).then_some((line, self.rows.len())));
            let here = speaking(&findings, lines(&part));
            match part {
                Part::Text(paragraph) => {
                    self.rows.extend(needs_gap(&self.rows, &node.paragraphs, paragraph).then(Row::default));
                    let mark = if here.is_empty() { "" } else { wording::FOUND };
                    self.marked(&paragraph.text, Indent::PROSE, Role::Text, mark);
                    let within = |clause: &&Clause| (paragraph.lines[0]..=paragraph.lines[1]).contains(&clause.line);
                    for clause in node.responsible.iter().filter(within).filter(|_| inline) {
                        self.clause(clause);
                    }
                    self.found(&here, paragraph.lines);
                }
                Part::Table(table) => self.table(plan, table, &here),
                Part::Doubt(doubt) => self.doubt(doubt),
                Part::Between(line) => self.found(&here, [line; 2]),
            }
        }
        if inline {
            self.stray_clauses(node);
        }
        self.tabled(plan, node);
        self.recorded(node, node_ref);
        self.below(node_ref, node.paragraphs.is_empty() && node.tables.is_empty());
        self.blank();
        self.line(&wording::lines(node.lines), Role::Dim);
    }

    /// Adds what the user recorded of the node: as a task, of the targets of its text and of the rows of its tables.
    fn recorded(&mut self, node: &Node, node_ref: NodeRef) {
        let is_here = |id: &str| {
            let of_text =
                id.strip_prefix(node.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
            let in_table = |table: &Table| id.strip_prefix(table.id.as_str()).is_some_and(|rest| rest.starts_with('.'));
            of_text || node.tables.iter().any(in_table)
        };
        let lines: Vec<(String, bool)> = self.session.recorded(node_ref.plan, is_here).map(wording::recorded).collect();
        if !lines.is_empty() {
            self.blank();
            self.text(reading::RECORDED.get(), Indent::NONE, Role::Dim);
        }
        for (line, is_behind) in lines {
            self.text(&line, Indent { first: 4, rest: 6 }, if is_behind { Role::Warning } else { Role::Value });
        }
    }

    /// Adds who is responsible, or that the plan does not say it.
    fn responsibility(&mut self, node: &Node, node_ref: NodeRef) {
        match node.responsible.as_slice() {
            [] if !self.session.names_units(node_ref.plan) && self.session.children(node_ref).len() == 0 => {
                if node.number.is_some() {
                    self.line(reading::NO_UNITS.get(), Role::Dim);
                }
            }
            [] => {}
            [clause] => self.clause(clause),
            several => self.line(&reading::several_clauses(several.len()), Role::Dim),
        }
        if !node.responsible.is_empty() && node.responsible.iter().all(|clause| clause.lead.is_none()) {
            let says = self.session.says_lead(node_ref.plan);
            self.line(if says { reading::NO_LEAD_HERE.get() } else { reading::NO_LEAD.get() }, Role::Dim);
        }
        self.blank();
    }

    /// Adds the units of a clause, the leads first. A name is never broken over two rows where it fits on one.
    fn clause(&mut self, clause: &Clause) {
        for role in model::Role::ALL {
            let names: Vec<&str> =
                clause.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str()).collect();
            let leads = role == model::Role::Lead;
            let (unit, label) = if leads { (Role::Lead, Role::Lead) } else { (Role::Unit, Role::Dim) };
            let rows = fill(&names, words::LIST.get(), self.cells.saturating_sub(LABEL), self.width());
            for (at, row) in rows.iter().enumerate() {
                self.beside(if at == 0 { wording::role_label(role) } else { "" }, row, unit, label);
            }
        }
        let remarks = wording::remarks(clause).join(punctuation::COMMA.get());
        if !remarks.is_empty() {
            self.labelled("", &remarks, Role::Dim);
        }
    }

    /// Adds the clauses that lie in none of the paragraphs, for a node with several clauses.
    fn stray_clauses(&mut self, node: &Node) {
        let inside = |clause: &Clause| {
            node.paragraphs.iter().any(|paragraph| (paragraph.lines[0]..=paragraph.lines[1]).contains(&clause.line))
        };
        for clause in node.responsible.iter().filter(|clause| !inside(clause)) {
            self.line(&wording::lines([clause.line; 2]), Role::Dim);
            self.clause(clause);
        }
    }

    /// Adds a table: as columns where they fit, else each row as a list.
    fn table(&mut self, plan: &Plan, table: &Table, findings: &[&Finding]) {
        self.blank();
        if let Some(title) = &table.title {
            self.text(title, Indent::NONE, Role::Title);
        }
        // A few findings are shown above the rows, where they are seen first; many would hide the table.
        let is_few = findings.len() <= FEW_FOUND;
        if is_few {
            self.found(findings, table.lines);
        } else {
            let key = self.session.keymap.key(wording::SHOW_FINDINGS);
            let found = reading::found_in_table(wording::FOUND, findings.len(), key);
            self.text(&found, Indent { first: 0, rest: 2 }, Role::Warning);
        }
        let table = &with_marks(table, findings);
        let grid =
            IndicatorTable::new(table, plan.region.as_deref(), self.cells, self.width()).highlighting(self.highlighted);
        let rows = if grid.shows_all(self.cells) { grid.rows(table, self.cells) } else { grid.list(table, self.cells) };
        for (line, row) in rows {
            self.starts.extend(line.map(|line| (line, self.rows.len())));
            self.rows.push(row);
        }
        self.line(&wording::lines(table.lines), Role::Dim);
        if !is_few {
            self.found(findings, table.lines);
        }
        self.blank();
    }

    /// Adds the findings that concern a part of the text, behind it.
    fn found(&mut self, findings: &[&Finding], here: LineRange) {
        for finding in findings {
            let elsewhere: Vec<u32> = finding.lines.iter().copied().filter(|line| !holds(here, *line)).collect();
            let text = wording::found(finding.kind, finding.what.get(), &elsewhere);
            self.text(&text, Indent { first: 0, rest: 2 }, Role::Warning);
        }
    }

    /// Adds the findings that concern the heading: those of the node that concern none of its parts.
    fn found_above(&mut self, findings: &[&Finding], node: &Node, parts: &[(u32, Part)]) {
        let is_below = |finding: &Finding| parts.iter().any(|(_, part)| speaks(finding, lines(part)));
        let above: Vec<&Finding> = findings.iter().copied().filter(|finding| !is_below(finding)).collect();
        self.found(&above, [node.lines[0]; 2]);
    }
}

fn holds([first, last]: LineRange, line: u32) -> bool {
    (first..=last).contains(&line)
}

/// Returns whether a finding concerns one of these lines.
fn speaks(finding: &Finding, lines: LineRange) -> bool {
    finding.lines.iter().any(|line| holds(lines, *line))
}

/// Returns the findings that concern these lines.
fn speaking<'a>(findings: &[&'a Finding], lines: LineRange) -> Vec<&'a Finding> {
    findings.iter().copied().filter(|finding| speaks(finding, lines)).collect()
}

/// Returns a table with a mark before the name of every row that a finding concerns.
fn with_marks<'a>(table: &'a Table, findings: &[&Finding]) -> Cow<'a, Table> {
    if findings.is_empty() {
        return Cow::Borrowed(table);
    }
    let mut table = table.clone();
    for row in table.rows.iter_mut().filter(|row| findings.iter().any(|finding| speaks(finding, row.lines))) {
        row.name.insert_str(0, wording::FOUND);
    }
    Cow::Owned(table)
}

/// Returns whether a finding already says what the importer doubts: both concern how one line is printed, or the words
/// that the doubt quotes.
fn tells(finding: &Finding, doubt: &model::Doubt) -> bool {
    let is_of_print = matches!(finding.kind, FindingKind::Numbering | FindingKind::Typo);
    let quotes = |words: &str| finding.evidence.iter().any(|evidence| evidence.contains(words));
    is_of_print && (finding.lines.contains(&doubt.line) || doubt.kind.quoted().is_some_and(quotes))
}

/// Returns the parts of a node in the order of the document, each with its first line. A doubt that a finding
/// already covers is left out.
fn parts<'a>(plan: &'a Plan, node: &'a Node, findings: &[&Finding]) -> Vec<(u32, Part<'a>)> {
    let mut parts: Vec<(u32, Part<'a>)> = Vec::new();
    parts.extend(node.paragraphs.iter().map(|each| (each.lines[0], Part::Text(each))));
    parts.extend(node.tables.iter().map(|each| (each.lines[0], Part::Table(each))));
    let own = |line: u32| (node.lines[0]..=node.lines[1]).contains(&line);
    // The line of the heading itself comes before all of them.
    let below = (node.lines[0] + 1)..=node.lines[1];
    let mut between: Vec<u32> = findings.iter().flat_map(|each| &each.lines).copied().collect();
    between.retain(|line| below.contains(line) && !parts.iter().any(|(_, part)| holds(lines(part), *line)));
    between.sort_unstable();
    between.dedup();
    parts.extend(between.into_iter().map(|line| (line, Part::Between(line))));
    let is_told = |doubt: &&model::Doubt| findings.iter().any(|finding| tells(finding, doubt));
    let doubts = plan.findings.iter().filter(|each| own(each.line)).filter(|each| !is_told(each));
    parts.extend(doubts.map(|each| (each.line, Part::Doubt(each))));
    parts.sort_by_key(|(line, _)| *line);
    parts
}

/// Returns whether an empty row belongs before a paragraph: after a table or a heading, but not between paragraphs,
/// which their indent separates.
fn needs_gap(rows: &[Row], paragraphs: &[Paragraph], paragraph: &Paragraph) -> bool {
    paragraphs.first() == Some(paragraph) && rows.last().is_some_and(|row| !row.spans.is_empty())
}
