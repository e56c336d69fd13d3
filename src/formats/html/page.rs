//! Turns the main text of a page into lines and tables, as a browser shows them.

use crate::formats::blocks::{Block, Cell, Line, Row, Rows, Table};
use crate::formats::heading;
use crate::formats::html::block::is_block;
use crate::formats::html::main_text::MainText;
use crate::formats::html::tree::{Data, Node};
use crate::formats::number;

/// The pieces of the main text of a page, and how many pictures are among them.
pub(super) fn blocks(nodes: &[Node], main: &MainText) -> (Vec<Block>, usize) {
    let n_titles = nodes.iter().filter(|node| node.name() == "h1").count();
    let mut writer = Writer { has_one_title: n_titles == 1, ..Writer::default() };
    let mut at = main.root;
    while let Some(node) = nodes.get(at) {
        let is_left_out = main.leaves_out(nodes, at) && at != main.root;
        if !is_left_out {
            writer.enter(node);
            if let Some(first) = node.first() {
                at = first;
                continue;
            }
            writer.leave(node);
        }
        // Leaves every element that ends here, up to the one with something behind it.
        loop {
            let Some(node) = nodes.get(at).filter(|_| at != main.root) else { return writer.finish() };
            if let Some(next) = node.next() {
                at = next;
                break;
            }
            let Some(parent) = node.parent() else { return writer.finish() };
            at = parent;
            if let Some(parent) = nodes.get(parent) {
                writer.leave(parent);
            }
        }
    }
    writer.finish()
}

/// What is being written: the pieces of the page, of a table in it, of a cell in that.
#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    tables: Vec<OpenTable>,
    line: String,
    /// The level of the heading that is open, 0 without one.
    heading: usize,
    /// Whether the page has a single heading of the first level, which then is its title.
    has_one_title: bool,
    n_preformatted: usize,
    n_raised: usize,
    lists: Vec<List>,
    /// The mark of an entry that is still to be written.
    mark: Option<String>,
    n_pictures: usize,
}

/// A table whose end has not come yet, and what stands in the open cell.
#[derive(Default)]
struct OpenTable {
    table: Table,
    /// What stands before and around the table, to which it will be added.
    around: Vec<Block>,
    is_in_cell: bool,
}

/// A list whose entries may be numbered.
struct List {
    next: Option<u32>,
    kind: number::Kind,
    step_back: bool,
}

impl Writer {
    fn enter(&mut self, node: &Node) {
        if let Data::Text(text) = &node.data {
            self.add(text);
            return;
        }
        let name = node.name();
        if is_block(name) {
            self.end_line();
        }
        match name {
            "br" => self.end_line(),
            "pre" => self.n_preformatted += 1,
            "sup" => self.n_raised += 1,
            "img" => self.n_pictures += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(0, |digit| usize::from(digit - b'0'));
                self.heading = if level == 1 && self.has_one_title { 0 } else { level };
            }
            "ol" | "ul" | "dir" | "menu" => self.lists.push(List::new(node)),
            "li" => self.open_entry(node),
            "table" => {
                let around = std::mem::take(&mut self.blocks);
                self.tables.push(OpenTable { around, ..OpenTable::default() });
            }
            "tr" => {
                if let Some(open) = self.tables.last_mut() {
                    open.table.rows.push(Row::default());
                }
            }
            "td" | "th" => self.open_cell(node),
            _ => {}
        }
    }

    fn leave(&mut self, node: &Node) {
        let name = node.name();
        if is_block(name) {
            self.end_line();
        }
        match name {
            "pre" => self.n_preformatted -= 1,
            "sup" => self.n_raised -= 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = 0,
            "ol" | "ul" | "dir" | "menu" => {
                self.lists.pop();
            }
            "td" | "th" => self.close_cell(),
            "table" => self.close_table(),
            _ => {}
        }
    }

    fn open_cell(&mut self, node: &Node) {
        let span = |name: &str| node.attribute(name).and_then(|value| value.trim().parse().ok());
        let columns = span("colspan").filter(|columns| *columns > 0).unwrap_or(1);
        // Zero means: down to the last row.
        let rows = span("rowspan").map_or(1, |rows: usize| if rows == 0 { usize::MAX } else { rows });
        if let Some(open) = self.tables.last_mut() {
            if open.table.rows.is_empty() {
                open.table.rows.push(Row::default());
            }
            // What stands in the table outside its cells has been moved before it by the rules of HTML.
            open.around.append(&mut self.blocks);
            open.is_in_cell = true;
            if let Some(row) = open.table.rows.last_mut() {
                row.cells.push(Cell { blocks: Vec::new(), columns, rows: Rows::Span(rows) });
            }
        }
    }

    fn close_cell(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        let Some(open) = self.tables.last_mut() else {
            self.blocks = blocks;
            return;
        };
        open.is_in_cell = false;
        match open.table.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            Some(cell) => cell.blocks = blocks,
            None => open.around.extend(blocks),
        }
    }

    fn close_table(&mut self) {
        let Some(open) = self.tables.pop() else { return };
        // The caption, which stands in the table and in none of its cells.
        let rest = std::mem::replace(&mut self.blocks, open.around);
        self.blocks.extend(rest);
        self.blocks.push(Block::Table(open.table));
    }

    fn open_entry(&mut self, node: &Node) {
        let Some(list) = self.lists.last_mut() else { return };
        let Some(next) = list.next else { return };
        let value = node.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(next);
        list.next = Some(if list.step_back { value.saturating_sub(1) } else { value.saturating_add(1) });
        self.mark = Some(format!("{}. ", number::write(value, &list.kind)));
    }

    /// Adds text to the open line. White space is one blank, as browsers show it, and nothing between two Chinese characters
    /// where the source of the page only broke its line.
    fn add(&mut self, text: &str) {
        if self.n_preformatted > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.end_line();
                }
                self.line.push_str(line);
            }
            return;
        }
        if self.n_raised > 0 && !text.trim().is_empty() && text.trim().chars().all(|c| c.is_ascii_digit()) {
            self.line.extend(text.trim().chars().map(number::raised));
            return;
        }
        let mut gap: Option<bool> = None;
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}') {
                let is_break = matches!(c, '\n' | '\r');
                gap = Some(gap.unwrap_or_default() || is_break);
                continue;
            }
            if let Some(is_break) = gap.take() {
                self.add_gap(is_break, Some(c));
            }
            self.line.push(c);
        }
        if let Some(is_break) = gap {
            self.add_gap(is_break, None);
        }
    }

    /// Adds a blank before a character, where one is to be seen.
    fn add_gap(&mut self, is_break: bool, next: Option<char>) {
        let is_wide = |c: char| ('\u{2e80}'..='\u{ffe6}').contains(&c);
        let previous = self.line.chars().next_back();
        let is_within_chinese = is_break && previous.is_some_and(is_wide) && next.is_none_or(is_wide);
        if !is_within_chinese && previous.is_some_and(|c| c != ' ') {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self) {
        let text = self.line.trim_matches([' ', '\u{3000}', '\t']);
        if text.is_empty() {
            self.line.clear();
            return;
        }
        let mark = self.mark.take().filter(|_| !heading::is_numbered(text)).unwrap_or_default();
        let line = Line { text: format!("{mark}{text}"), heading: self.heading, anchor: None };
        self.blocks.push(Block::Line(line));
        self.line.clear();
    }

    fn finish(mut self) -> (Vec<Block>, usize) {
        self.end_line();
        while !self.tables.is_empty() {
            self.close_cell();
            self.close_table();
        }
        (self.blocks, self.n_pictures)
    }
}

impl List {
    fn new(node: &Node) -> Self {
        let style = node.attribute("style").unwrap_or_default().to_ascii_lowercase();
        let is_bare = style.contains("list-style") && style.contains("none");
        let start = node.attribute("start").and_then(|value| value.trim().parse().ok());
        // A list that counts down from the number of its entries is left without numbers: how many there are comes later.
        let step_back = node.attribute("reversed").is_some();
        let is_numbered = node.name() == "ol" && !is_bare && (start.is_some() || !step_back);
        let kind = match node.attribute("type") {
            Some("a") => number::Kind::LowerLetter,
            Some("A") => number::Kind::UpperLetter,
            Some("i") => number::Kind::LowerRoman,
            Some("I") => number::Kind::UpperRoman,
            _ if style.contains("simp-chinese") || style.contains("cjk-ideographic") => number::Kind::Chinese,
            _ => number::Kind::Decimal,
        };
        Self { next: is_numbered.then_some(start.unwrap_or(1)), kind, step_back }
    }
}
