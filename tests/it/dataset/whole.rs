//! Every character of the body stands in the dataset once, in its order and on its line; no other does.
//!
//! The text is walked through from its first character to its last. What may be passed over is what `contract.md`
//! names: white space, `**`, the mark that closes a title, contents pages, repeated table headers, and a title or
//! signature printed twice. A merged cell and a group filled down stand in the dataset more often than in the text.

use std::collections::VecDeque;

use guihua::model::{ColumnRole, Kind, LineRange, Node, Plan, Row, Table};

use super::{body, plans, squeezed};

/// The characters of a body that are still to be found, with their lines.
struct Walk<'a> {
    plan: &'a Plan,
    chars: VecDeque<(char, u32)>,
    /// Titles and signatures that were passed over because they are printed twice.
    repeated: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(plan: &'a Plan, text: &str) -> Self {
        let line = |line: super::Line| squeezed(line.text).chars().map(|c| (c, line.no)).collect::<Vec<_>>();
        Self { plan, chars: body(text).into_iter().flat_map(line).collect(), repeated: Vec::new() }
    }

    fn is_next(&self, text: &str) -> bool {
        let text = squeezed(text);
        text.chars().count() <= self.chars.len() && text.chars().zip(&self.chars).all(|(a, (b, _))| a == *b)
    }

    /// Passes over `text` if it comes next, and says on which lines it stands.
    fn take(&mut self, text: &str) -> Option<LineRange> {
        if text.is_empty() || !self.is_next(text) {
            return None;
        }
        let found: Vec<(char, u32)> = self.chars.drain(..squeezed(text).chars().count()).collect();
        Some([found.first()?.1, found.last()?.1])
    }

    fn expect(&mut self, what: &str, text: &str) -> LineRange {
        self.take(text)
            .unwrap_or_else(|| panic!("{}: {what} {text:?} does not come next: {}", self.plan.id, self.ahead()))
    }

    fn ahead(&self) -> String {
        let line = self.chars.front().map_or(0, |(_, line)| *line);
        format!("line {line}: {:?}", self.chars.iter().take(40).map(|(c, _)| *c).collect::<String>())
    }

    fn close_title(&mut self) {
        for mark in ["。", "：", ":"] {
            if self.take(mark).is_some() {
                return;
            }
        }
    }

    /// Passes over the title of the plan or the issuer's name, each only once.
    fn repetition(&mut self) -> bool {
        let texts: Vec<String> =
            [Some(&self.plan.title), self.plan.issuer.as_ref()].into_iter().flatten().cloned().collect();
        let Some(text) = texts.into_iter().find(|text| !self.repeated.contains(text) && self.is_next(text)) else {
            return false;
        };
        self.expect("the repetition", &text);
        self.repeated.push(text);
        true
    }

    fn node(&mut self, node: &Node) {
        let mut lines: Vec<LineRange> = Vec::new();
        let mut title = node.title.as_deref();
        if let Some(number) = &node.number {
            lines.push(self.expect("the number", number));
            self.close_title();
        }
        if let Some(printed) = title.filter(|_| node.kind != Kind::Front) {
            lines.push(self.expect("the title", printed));
            self.close_title();
            title = None;
        }
        let mut paragraphs = node.paragraphs.iter().peekable();
        let mut clauses = node.responsible.iter().peekable();
        let mut tables = node.tables.iter().peekable();
        loop {
            if let Some(paragraph) = paragraphs.next_if(|paragraph| self.is_next(&paragraph.text)) {
                assert_eq!(
                    self.expect("the paragraph", &paragraph.text),
                    paragraph.lines,
                    "{}: {}",
                    node.id,
                    paragraph.text
                );
                lines.push(paragraph.lines);
            } else if let Some(clause) = clauses.next_if(|clause| self.is_next(&clause.raw)) {
                lines.push(self.expect("the clause", &clause.raw));
                assert_eq!(lines.last().map(|lines| lines[0]), Some(clause.line), "{}: {}", node.id, clause.raw);
            } else if let Some(printed) = title.take_if(|title| self.is_next(title)) {
                lines.push(self.expect("the title", printed));
            } else if let Some(table) = tables.next_if(|table| self.is_next(&head(table))) {
                lines.extend(self.table(table));
            } else if !self.repetition() {
                break;
            }
        }
        let left = (
            paragraphs.next().map(|one| &one.text),
            clauses.next().map(|one| &one.raw),
            tables.next().map(|one| &one.id),
            title,
        );
        assert_eq!(left, (None, None, None, None), "{}: not found; what comes next is {}", node.id, self.ahead());
        let first = lines.iter().map(|lines| lines[0]).min().unwrap_or(node.lines[0]);
        let last = lines.iter().map(|lines| lines[1]).max().unwrap_or(node.lines[1]);
        assert_eq!(node.lines, [first, last], "{}", node.id);
    }

    /// Finds title, header and rows of a table: where the title stands, and the rest.
    fn table(&mut self, table: &Table) -> Vec<LineRange> {
        let title = table.title.as_ref().map(|title| self.expect("the title of the table", title));
        let header = self.expect("the header", &header(table));
        let mut last = header[1];
        let mut group = Group::default();
        for row in &table.rows {
            while self.take(&self::header(table)).is_some() {}
            let lines = self.row(table, row, &mut group);
            assert_eq!(row.lines, lines, "{} {}", table.id, row.name);
            last = lines[1];
        }
        group.close();
        assert_eq!(table.lines, [header[0], last], "{}", table.id);
        title.into_iter().chain([table.lines]).collect()
    }

    fn row(&mut self, table: &Table, row: &Row, group: &mut Group) -> LineRange {
        let mut lines: Vec<LineRange> = Vec::new();
        let mut cells = row.cells.iter();
        let mut above: Option<&String> = None;
        for column in &table.columns {
            let cell = match column.role {
                ColumnRole::Domain => {
                    let next = format!("{}{}", row.number.as_deref().unwrap_or_default(), row.name);
                    let printed = group.printed(row.domain.as_deref(), |text| self.is_next(&format!("{text}{next}")));
                    lines.extend(self.take(&printed));
                    continue;
                }
                ColumnRole::Number => row.number.as_ref(),
                ColumnRole::Name => Some(&row.name),
                ColumnRole::Unit => row.unit.as_ref(),
                ColumnRole::Nature => row.nature.as_ref(),
                ColumnRole::Value => cells.next().and_then(Option::as_ref),
            };
            // Only a merged cell, which stands beside itself, may be missing.
            if let Some(cell) = cell.filter(|cell| above != Some(cell) || self.is_next(cell)) {
                lines.push(self.expect("the cell", cell));
            }
            above = cell;
        }
        let first = lines.first().map_or(0, |lines| lines[0]);
        [first, lines.last().map_or(0, |lines| lines[1])]
    }
}

/// What has been printed of a group's name: it stands in its first row, or is cut over its first two, and may be
/// printed again on a new page.
#[derive(Default)]
struct Group {
    name: Option<String>,
    printed: String,
}

impl Group {
    /// The part of the name that the row prints: of all parts, the one with which `comes_next` is true.
    fn printed(&mut self, name: Option<&str>, comes_next: impl Fn(&str) -> bool) -> String {
        if self.name.as_deref() != name {
            self.close();
            self.name = name.map(str::to_owned);
        }
        let name: Vec<char> = name.unwrap_or_default().chars().collect();
        let n_chars = name.len();
        let parts = (0..=n_chars).rev().flat_map(|len| [(0, len), (n_chars - len, n_chars)]);
        let part =
            parts.map(|(from, to)| name.iter().take(to).skip(from).collect::<String>()).find(|part| comes_next(part));
        let part = part.unwrap_or_default();
        self.printed.push_str(&part);
        part
    }

    fn close(&mut self) {
        let name = self.name.take().unwrap_or_default();
        let times = self.printed.chars().count() / name.chars().count().max(1);
        assert_eq!(std::mem::take(&mut self.printed), name.repeat(times));
        assert!(times > 0 || name.is_empty(), "the group {name} is printed nowhere");
    }
}

/// The first of a table that the text prints: its title, or its header.
fn head(table: &Table) -> String {
    table.title.clone().unwrap_or_else(|| header(table))
}

/// The header as printed. A group over several columns stands in a row of its own, before what stands below it.
fn header(table: &Table) -> String {
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let group_of = |at: usize| -> Option<&str> {
        let group = headers.get(at)?.split_once(' ')?.0;
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| headers.get(at));
        beside.filter_map(|header| header.split_once(' ')).any(|(other, _)| other == group).then_some(group)
    };
    let (mut above, mut below, mut last) = (String::new(), String::new(), None);
    for (at, header) in headers.iter().enumerate() {
        let group = group_of(at);
        match group {
            Some(group) => below.push_str(header.strip_prefix(group).unwrap_or(header)),
            None => above.push_str(header),
        }
        if let Some(group) = group.filter(|_| group != last) {
            above.push_str(group);
        }
        last = group;
    }
    above + &below
}

#[test]
fn every_character_of_the_texts_stands_in_the_dataset_once() {
    for (plan, text) in plans() {
        let mut walk = Walk::new(plan, text);
        for node in &plan.nodes {
            walk.node(node);
        }
        walk.repetition();
        assert!(walk.chars.is_empty(), "{}: not in the dataset: {}", plan.id, walk.ahead());
    }
}
