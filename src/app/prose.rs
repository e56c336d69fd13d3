//! A plan or a node as rows to read: heading, units, text broken as a Chinese book breaks it, tables, doubts, source.
//!
//! Everything of one place at one width. Which of the rows are seen is the reader's business (`reader`).

use std::borrow::Cow;
use std::ops::Range;

use super::finder::lit_words;
use super::grid::Grid;
use super::line::{Line, plain};
use super::page::{Role, Row};
use super::words;
use super::world::{Spot, World};
use crate::model::{self, Clause, Finding, FindingKind, LineRange, Node, Paragraph, Plan, Table};
use crate::text::sanitize::sanitize;
use crate::text::width::Width;
use crate::text::wrap::{Indent, wrap_with};

/// Cells of the column in which 牵头, 配合 and 列名 stand.
const LABEL: usize = 6;

/// So many findings in a table are told above it; more are told below.
const FEW_FOUND: usize = 2;

/// A place as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    /// The rows.
    pub(crate) rows: Vec<Row>,
    /// Where paragraphs, tables and their rows begin: the line of the document, and the row.
    pub(crate) starts: Vec<(u32, usize)>,
}

/// A place as text, each row at most `cells` wide, these words lit up.
pub(crate) fn text(world: &World, spot: Spot, cells: usize, lit: &[String]) -> Text {
    let mut prose = Prose::new(world, cells, lit);
    match (world.plan(spot), world.node(spot)) {
        (Some(plan), Some(node)) => prose.node(plan, node, spot),
        (Some(plan), None) => super::card::plan(&mut prose, plan, spot),
        (None, _) => {}
    }
    Text { rows: prose.rows, starts: prose.starts }
}

/// Rows under way.
pub(crate) struct Prose<'a> {
    pub(crate) world: &'a World,
    /// Cells of a row.
    pub(crate) cells: usize,
    /// Words to light up.
    lit: &'a [String],
    pub(crate) rows: Vec<Row>,
    starts: Vec<(u32, usize)>,
}

/// What stands in a node, by its first line.
enum Part<'a> {
    Text(&'a Paragraph),
    Table(&'a Table),
    Doubt(&'a model::Doubt),
    /// A line between the texts that findings speak of.
    Between(u32),
}

/// The lines of what stands there.
fn lines(part: &Part) -> LineRange {
    match part {
        Part::Text(paragraph) => paragraph.lines,
        Part::Table(table) => table.lines,
        Part::Doubt(doubt) => [doubt.line; 2],
        Part::Between(line) => [*line; 2],
    }
}

impl<'a> Prose<'a> {
    /// No rows yet, each to be at most `cells` wide, these words lit up.
    pub(crate) fn new(world: &'a World, cells: usize, lit: &'a [String]) -> Self {
        Self { world, cells, lit, rows: Vec::new(), starts: Vec::new() }
    }
}

impl Prose<'_> {
    fn width(&self) -> Width {
        self.world.width
    }

    /// An empty row, unless one stands there already or nothing stands above.
    pub(crate) fn blank(&mut self) {
        if self.rows.last().is_some_and(|row| !row.spans.is_empty()) {
            self.rows.push(Row::default());
        }
    }

    /// A text over as many rows as it takes.
    pub(crate) fn text(&mut self, text: &str, indent: Indent, role: Role) {
        self.marked(text, indent, role, "");
    }

    /// The same, with a mark in the indent of the first row, where it fits.
    fn marked(&mut self, text: &str, indent: Indent, role: Role, mark: &str) {
        let text = sanitize(text);
        let folded = self.lit(&text);
        let mut first = true;
        for range in wrap_with(&text, indent, self.cells, self.width()) {
            let gap = indent.cells(first, self.cells);
            let mark = if first && self.width().of(mark) < gap { mark } else { "" };
            first = false;
            let Some(part) = text.get(range.clone()) else { continue };
            let mut line = Line::new(self.cells, self.width());
            line.put(mark, Role::Warning).gap(gap - self.width().of(mark));
            if folded.is_empty() {
                line.put(part, role);
            } else {
                let from = text.get(..range.start).map_or(0, |before| before.chars().count());
                line.put_lit(part, role, &shift(&folded, from));
            }
            self.rows.push(line.done());
        }
    }

    /// A row that is cut at the edge, not wrapped.
    pub(crate) fn line(&mut self, text: &str, role: Role) {
        self.rows.push(plain(text, role, self.cells, self.width()));
    }

    /// A name in a column, then a text that hangs beside it.
    pub(crate) fn labelled(&mut self, label: &str, text: &str, role: Role) {
        let room = self.cells.saturating_sub(LABEL);
        let text = sanitize(text);
        for (at, range) in wrap_with(&text, Indent::NONE, room, self.width()).into_iter().enumerate() {
            let Some(part) = text.get(range) else { continue };
            self.beside(if at == 0 { label } else { "" }, part, role, Role::Dim);
        }
    }

    /// One row: a label in its column, a text beside it.
    fn beside(&mut self, label: &str, text: &str, role: Role, label_role: Role) {
        let mut line = Line::new(self.cells, self.width());
        line.put(label, label_role);
        line.gap((LABEL + line.left()).saturating_sub(self.cells)).put_lit(text, role, &self.lit(text));
        self.rows.push(line.done());
    }

    /// Characters of `text` that answer the search, in order.
    fn lit(&self, text: &str) -> Vec<Range<usize>> {
        lit_words(text, self.lit)
    }

    fn node(&mut self, plan: &Plan, node: &Node, spot: Spot) {
        self.text(&words::heading(node), Indent::NONE, Role::Title);
        if let Some(mark) = words::draft(plan) {
            self.line(mark, Role::Warning);
        }
        let findings: Vec<&Finding> = self.world.findings_at(spot).collect();
        let parts = parts(plan, node, &findings);
        self.found_above(&findings, node, &parts);
        self.responsibility(node, spot);
        let inline = node.responsible.len() > 1;
        for (line, part) in parts {
            // A doubt is told near its line; the line itself stands elsewhere.
            self.starts.extend((!matches!(part, Part::Doubt(_))).then_some((line, self.rows.len())));
            let here = speaking(&findings, lines(&part));
            match part {
                Part::Text(paragraph) => {
                    self.rows.extend(needs_gap(&self.rows, &node.paragraphs, paragraph).then(Row::default));
                    let mark = if here.is_empty() { "" } else { words::FOUND };
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
        self.below(spot, node.paragraphs.is_empty() && node.tables.is_empty());
        self.blank();
        self.line(&words::lines(node.lines), Role::Dim);
    }

    /// Who is responsible, or that the plan does not say it.
    fn responsibility(&mut self, node: &Node, spot: Spot) {
        match node.responsible.as_slice() {
            [] if !self.world.names_units(spot.plan) && self.world.children(spot).len() == 0 => {
                if node.number.is_some() {
                    self.line(words::NO_UNITS, Role::Dim);
                }
            }
            [] => {}
            [clause] => self.clause(clause),
            several => self.line(&words::several_clauses(several.len()), Role::Dim),
        }
        if !node.responsible.is_empty() && node.responsible.iter().all(|clause| clause.lead.is_none()) {
            let says = self.world.says_lead(spot.plan);
            self.line(if says { words::NO_LEAD_HERE } else { words::NO_LEAD }, Role::Dim);
        }
        self.blank();
    }

    /// The units of a clause, those that lead first, a name never broken over two rows where it fits one.
    fn clause(&mut self, clause: &Clause) {
        for role in [model::Role::Lead, model::Role::Joint, model::Role::Listed] {
            let names: Vec<&str> =
                clause.units.iter().filter(|unit| unit.role == role).map(|unit| unit.raw.as_str()).collect();
            let leads = role == model::Role::Lead;
            let (unit, label) = if leads { (Role::Lead, Role::Lead) } else { (Role::Unit, Role::Dim) };
            let rows = fill(&names, '、', self.cells.saturating_sub(LABEL), self.width());
            for (at, row) in rows.iter().enumerate() {
                self.beside(if at == 0 { words::role(role) } else { "" }, row, unit, label);
            }
        }
        let remarks = words::remarks(clause).join("，");
        if !remarks.is_empty() {
            self.labelled("", &remarks, Role::Dim);
        }
    }

    /// The clauses of a node with several that lie in none of its paragraphs.
    fn stray_clauses(&mut self, node: &Node) {
        let inside = |clause: &Clause| {
            node.paragraphs.iter().any(|paragraph| (paragraph.lines[0]..=paragraph.lines[1]).contains(&clause.line))
        };
        for clause in node.responsible.iter().filter(|clause| !inside(clause)) {
            self.line(&words::lines([clause.line; 2]), Role::Dim);
            self.clause(clause);
        }
    }

    /// A table: whole where it fits, a row of it in two lines where it does not.
    fn table(&mut self, plan: &Plan, table: &Table, findings: &[&Finding]) {
        self.blank();
        if let Some(title) = &table.title {
            self.text(title, Indent::NONE, Role::Title);
        }
        // A few words stand above the rows, where they are seen first; many would hide the table.
        let is_few = findings.len() <= FEW_FOUND;
        if is_few {
            self.found(findings, table.lines);
        } else {
            self.text(&words::found_in_table(findings.len()), Indent { first: 0, rest: 2 }, Role::Warning);
        }
        let table = &with_marks(table, findings);
        let grid = Grid::new(table, plan.region.as_deref(), self.cells, self.width()).lighting(self.lit);
        let rows = if grid.shows_all(self.cells) { grid.rows(table, self.cells) } else { grid.list(table, self.cells) };
        for (line, row) in rows {
            self.starts.extend(line.map(|line| (line, self.rows.len())));
            self.rows.push(row);
        }
        self.line(&words::lines(table.lines), Role::Dim);
        if !is_few {
            self.found(findings, table.lines);
        }
        self.blank();
    }

    /// What findings say of a part of the text, behind it.
    fn found(&mut self, findings: &[&Finding], here: LineRange) {
        for finding in findings {
            let elsewhere: Vec<u32> = finding.lines.iter().copied().filter(|line| !holds(here, *line)).collect();
            let text = words::found(finding.kind, &finding.what, &elsewhere);
            self.text(&text, Indent { first: 0, rest: 2 }, Role::Warning);
        }
    }

    /// What findings say of the heading: those that speak of the node and of nothing that stands below it.
    fn found_above(&mut self, findings: &[&Finding], node: &Node, parts: &[(u32, Part)]) {
        let is_below = |finding: &Finding| parts.iter().any(|(_, part)| speaks(finding, lines(part)));
        let above: Vec<&Finding> = findings.iter().copied().filter(|finding| !is_below(finding)).collect();
        self.found(&above, [node.lines[0]; 2]);
    }

    /// What the importer doubts, where it doubts it.
    pub(crate) fn doubt(&mut self, doubt: &model::Doubt) {
        let text = format!("{}（{}）：{}", words::DOUBT, words::lines([doubt.line; 2]), doubt.kind);
        self.text(&text, Indent { first: 0, rest: 2 }, Role::Warning);
    }

    /// The places right below.
    pub(crate) fn below(&mut self, spot: Spot, only: bool) {
        let children: Vec<Spot> = self.world.children(spot).collect();
        if children.is_empty() {
            if only {
                self.line(words::EMPTY_NODE, Role::Dim);
            }
            return;
        }
        self.blank();
        self.line(&words::below(children.len()), Role::Dim);
        for child in children {
            let title = self.world.title(child);
            self.text(&title, Indent { first: 2, rest: 4 }, Role::Text);
        }
    }
}

/// Whether a line is one of these.
fn holds([first, last]: LineRange, line: u32) -> bool {
    (first..=last).contains(&line)
}

/// Whether a finding speaks of one of these lines.
fn speaks(finding: &Finding, lines: LineRange) -> bool {
    finding.lines.iter().any(|line| holds(lines, *line))
}

/// Those of the findings that speak of these lines.
fn speaking<'a>(findings: &[&'a Finding], lines: LineRange) -> Vec<&'a Finding> {
    findings.iter().copied().filter(|finding| speaks(finding, lines)).collect()
}

/// A table with a mark before the name of every row that a finding speaks of.
fn with_marks<'a>(table: &'a Table, findings: &[&Finding]) -> Cow<'a, Table> {
    if findings.is_empty() {
        return Cow::Borrowed(table);
    }
    let mut table = table.clone();
    for row in table.rows.iter_mut().filter(|row| findings.iter().any(|finding| speaks(finding, row.lines))) {
        row.name.insert_str(0, words::FOUND);
    }
    Cow::Owned(table)
}

/// Whether a finding says what the importer doubts: in its very words, or both speak of how one line is printed.
fn tells(finding: &Finding, doubt: &model::Doubt) -> bool {
    let is_of_print = matches!(finding.kind, FindingKind::Numbering | FindingKind::Typo);
    is_of_print && (finding.lines.contains(&doubt.line) || finding.what.contains(&doubt.kind.to_string()))
}

/// The parts of a node in the order of the document, each with its first line; a doubt stands before the text it speaks
/// of ends, unless a finding tells the same.
fn parts<'a>(plan: &'a Plan, node: &'a Node, findings: &[&Finding]) -> Vec<(u32, Part<'a>)> {
    let mut parts: Vec<(u32, Part<'a>)> = Vec::new();
    parts.extend(node.paragraphs.iter().map(|each| (each.lines[0], Part::Text(each))));
    parts.extend(node.tables.iter().map(|each| (each.lines[0], Part::Table(each))));
    let own = |line: u32| (node.lines[0]..=node.lines[1]).contains(&line);
    // The heading's own line stands above all of them.
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

/// Whether a free row belongs before a paragraph: after a table or a heading, not between paragraphs, whose indent
/// tells them apart.
fn needs_gap(rows: &[Row], paragraphs: &[Paragraph], paragraph: &Paragraph) -> bool {
    paragraphs.first() == Some(paragraph) && rows.last().is_some_and(|row| !row.spans.is_empty())
}

/// `lit` as seen from character `from` on.
fn shift(lit: &[Range<usize>], from: usize) -> Vec<Range<usize>> {
    lit.iter()
        .filter(|range| range.end > from)
        .map(|range| range.start.saturating_sub(from)..range.end - from)
        .collect()
}

/// Names joined with `joint` over rows of at most `cells`, broken between names; a name longer than a row is cut by
/// `Line`.
pub(crate) fn fill(names: &[&str], joint: char, cells: usize, width: Width) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let name = if at + 1 < names.len() { format!("{name}{joint}") } else { (*name).to_owned() };
        match rows.last_mut() {
            Some(row) if width.of(row) + width.of(&name) <= cells => row.push_str(&name),
            _ => rows.push(name),
        }
    }
    rows
}
