//! The body: passes the lines and tables of a document to the outline, without contents pages and blank lines.
//!
//! ```text
//! lines before the first heading ──► front, preamble
//! 附件：1、… 2、…                ──► one paragraph: the list that stands before the attachments
//! heading                        ──► a node
//! a short line above a table     ──► the table's title
//! anything else                  ──► text of the node above
//! ```
//! Each line is looked at a fixed number of times, so that a document of any length is read in linear time. The module
//! `outline` decides which node a heading belongs to.

use std::collections::{HashMap, HashSet};

use crate::importer::assignment;
use crate::importer::cell::Grid;
use crate::importer::document::Line;
use crate::importer::facts::Facts;
use crate::importer::front::{self, Front};
use crate::importer::headings::{self, Headings};
use crate::importer::mark::{self, Class};
use crate::importer::outline::{Builder, Ranks};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::table::NOTE_LABELS;
use crate::model::{Kind, LineRange};
use crate::text::fold::squeeze;
use crate::text::numeral;

/// The longest line above a table that can be its title, in characters.
const LONGEST_TABLE_TITLE: usize = 50;

/// The shortest line, in characters, that can have been cut by the edge of a page.
const SHORTEST_CUT_LINE: usize = 60;

/// The most lines of a letter that has numbered points.
const MOST_POINTS: usize = 80;

/// The fewest articles that make a document one of rules.
const FEWEST_ARTICLES: usize = 3;

/// The fewest items that make the body of a document which has no other headings.
const FEWEST_ITEMS: usize = 2;

/// The lines of a document that carry content, with the tables among them.
pub(super) struct Body<'a> {
    items: Vec<Item<'a>>,
    headings: &'a Headings,
    /// The number of items before the first heading.
    n_before: usize,
    /// The last line that is no part of the text, such as that of the signature; 0 without any.
    last_left_out: u32,
}

/// One item of the body: a line or a table.
#[derive(Clone, Copy)]
enum Item<'a> {
    Text(Line<'a>),
    Table(&'a Grid),
}

impl<'a> Item<'a> {
    fn text(self) -> Option<Line<'a>> {
        match self {
            Item::Text(line) => Some(line),
            Item::Table(_) => None,
        }
    }
}

impl<'a> Body<'a> {
    /// Collects the lines that are neither blank nor in `left_out` (indices into `lines`),
    /// with `grids` in their places.
    pub(super) fn new(
        lines: &[Line<'a>],
        left_out: &HashSet<usize>,
        grids: &'a [Grid],
        headings: &'a Headings,
    ) -> Self {
        let mut items = Vec::new();
        let mut grids = grids.iter().peekable();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            if let Some(grid) = grids.next_if(|grid| grid.from == at) {
                items.push(Item::Table(grid));
                at = grid.to.max(at + 1);
                continue;
            }
            if !line.text.trim().trim_matches('*').is_empty() && !left_out.contains(&at) {
                items.push(Item::Text(*line));
            }
            at += 1;
        }
        // Without any heading, the first table begins the body.
        let first_table = || items.iter().position(|item| item.text().is_none());
        let n_before = first_heading(&items, headings, 0).or_else(first_table).unwrap_or(items.len());
        let n_before = behind_letter(&items, n_before)
            .and_then(|title| first_heading(&items, headings, title))
            .unwrap_or(n_before);
        let last_left_out = left_out.iter().filter_map(|at| lines.get(*at)).map(|line| line.no).max();
        Self { items, headings, n_before, last_left_out: last_left_out.unwrap_or_default() }
    }

    /// The ranks of headings that the document uses.
    pub(super) fn ranks(&self) -> Ranks {
        let class = |line: Line| Some(self.headings.read(line.no, &line.text.replace("**", ""))?.class);
        Ranks::from_classes(self.texts().filter_map(class))
    }

    /// Whether the document is made of articles, as laws and rules are: it has several, and they are most of its items.
    pub(super) fn is_of_articles(&self) -> bool {
        let mut n_articles = 0;
        let mut n_items = 0;
        for line in self.texts() {
            match self.headings.read(line.no, line.text).map(|heading| heading.class) {
                Some(Class::Article) => n_articles += 1,
                Some(Class::Han | Class::Arabic | Class::Decimal | Class::LongDecimal) => n_items += 1,
                _ => {}
            }
        }
        n_articles >= FEWEST_ARTICLES && n_articles > n_items
    }

    /// The lines before the first heading: cover, letter, preamble.
    pub(super) fn before_first_heading(&self) -> Vec<Line<'a>> {
        self.items.iter().take(self.n_before).filter_map(|item| item.text()).collect()
    }

    /// Whether page breaks cut sentences: a long line breaks off, and the next line opens nothing.
    pub(super) fn is_cut(&self) -> bool {
        let texts: Vec<&str> = self.texts().map(|line| line.text.trim()).collect();
        texts.windows(2).any(|pair| match pair {
            [line, next] => {
                line.chars().nth(SHORTEST_CUT_LINE).is_some()
                    && line.ends_with(|c: char| c.is_alphanumeric() || c == '，' || c == '、')
                    && mark::heading(line).is_none_or(|heading| !heading.body.is_empty())
                    && !mark::opens_entry(next)
            }
            _ => false,
        })
    }

    /// Passes front, preamble and body to the builder.
    pub(super) fn build(
        &self,
        front: &Front<'a>,
        facts: &Facts,
        number: Option<&(String, u32)>,
        builder: &mut Builder<'a>,
    ) {
        build_front(front, facts, number, builder);
        // A signature that is printed again at the very end is dropped (佛山 line 400).
        let signature = self.is_signed_twice(facts).then(|| self.items.len() - 1);
        let mut listing = Listing { announced: self.announced_attachments(), ..Listing::default() };
        let mut at = 0;
        while let Some(item) = self.items.get(at) {
            at += 1;
            let line = match item {
                Item::Table(grid) => {
                    listing.close(builder);
                    add_table(None, grid, builder);
                    at = self.add_notes(at, builder);
                    continue;
                }
                Item::Text(line) if at > self.n_before && Some(at - 1) != signature => *line,
                Item::Text(_) => continue,
            };
            let next = self.items.get(at).and_then(|item| item.text());
            if listing.takes(line, next, builder) {
                continue;
            }
            match self.items.get(at) {
                Some(Item::Table(grid)) if is_table_title(line.text, builder) => {
                    let late = builder.take_late_title(line);
                    add_table((!late).then_some(line), grid, builder);
                    at = self.add_notes(at + 1, builder);
                }
                _ => at = self.build_line(line, at, builder),
            }
        }
        listing.close(builder);
        builder.finish();
    }

    /// Passes on the notes below a table (注：1.… 2.…), which are no headings; returns the index behind them.
    fn add_notes(&self, from: usize, builder: &mut Builder<'a>) -> usize {
        let text = |at: usize| self.items.get(at).and_then(|item| item.text());
        let Some(first) = text(from).filter(|line| opens_notes(line.text)) else { return from };
        builder.add_paragraph(first.text, [first.no, first.no]);
        let mut number = 2;
        let mut at = from + 1;
        while let Some(line) = text(at).filter(|line| is_note(line.text, number)) {
            builder.add_paragraph(line.text, [line.no, line.no]);
            number += 1;
            at += 1;
        }
        at
    }

    /// Passes on a line with no table below it: a heading, the title of an attachment on a line of its own, or text. Returns
    /// the index of the item behind it, or behind the line that goes on with its title.
    fn build_line(&self, line: Line<'a>, at: usize, builder: &mut Builder<'a>) -> usize {
        let text = line.text.replace("**", "");
        let text = text.trim();
        let next =
            self.items.get(at).and_then(|item| item.text()).filter(|next| self.headings.is_broken(text, next.text));
        if let Some(next) = next {
            let whole = format!("{text}{}", next.text.trim());
            if let Some(heading) = self.headings.read(line.no, &whole) {
                builder.open_heading(&heading, line.no);
                let body = whole.len() - heading.body.len();
                builder.go_on_at(text.len().saturating_sub(body), next.no);
                builder.widen(next.no);
                return at + 1;
            }
        }
        let heading = self.headings.read(line.no, text);
        let is_late_title = heading.is_none_or(|heading| heading.number.is_empty()) && builder.waits_for_title();
        if is_late_title && builder.take_late_title(line) {
            return at;
        }
        if let Some(heading) = heading {
            builder.open_heading(&heading, line.no);
        } else if front::is_preamble_heading(text) && !builder.has_preamble() {
            builder.open_unnumbered(Kind::Preamble, Some(squeeze(text)), line.no);
        } else if !builder.take_late_title(line) {
            builder.add_line(line);
        }
        at
    }

    /// The lines that name an attachment by its title, where the title is printed again further down, or where nothing follows but
    /// the signature.
    fn announced_attachments(&self) -> HashSet<u32> {
        let attached = |line: &Line<'a>| {
            let heading = mark::heading(line.text).filter(|heading| heading.class == Class::Attachment)?;
            Some((squeeze(heading.title?), line.no))
        };
        let named: Vec<(String, u32)> = self.texts().filter_map(|line| attached(&line)).collect();
        if named.is_empty() {
            return HashSet::new();
        }
        let mut last: HashMap<String, u32> = HashMap::new();
        for line in self.texts() {
            let title = attached(&line).map_or_else(|| squeeze(line.text), |(title, _)| title);
            last.insert(title.replace("**", ""), line.no);
        }
        let is_above = |(title, no): &(String, u32)| last.get(title).is_some_and(|last| last > no);
        let above = named.into_iter().filter(is_above).map(|(_, no)| no);
        let at_end = self.items.iter().rev().map_while(|item| Some(attached(&item.text()?)?.1));
        above.chain(at_end.filter(|no| *no < self.last_left_out)).collect()
    }

    fn texts(&self) -> impl Iterator<Item = Line<'a>> {
        self.items.iter().filter_map(|item| item.text())
    }

    /// Whether the last line is the issuer's name and stands on the cover or in the letter as well.
    fn is_signed_twice(&self, facts: &Facts) -> bool {
        let last = self.items.iter().skip(self.n_before).next_back().and_then(|item| item.text());
        last.is_some_and(|last| {
            let last = last.text.trim();
            let mut before = self.items.iter().take(self.n_before).filter_map(|item| item.text());
            facts.issuer.as_deref() == Some(last) && before.any(|line| line.text.trim() == last)
        })
    }
}

/// Reads the list of attachments: `附件：1、…`, and the numbered lines behind it.
#[derive(Default)]
struct Listing {
    open: Option<(String, LineRange)>,
    /// The lines that only name an attachment which stands below: `附件：重点任务清单` above the signature.
    announced: HashSet<u32>,
}

impl Listing {
    /// Takes the line if it belongs to the list, and says whether it does; any other line ends the list.
    fn takes(&mut self, line: Line, next: Option<Line>, builder: &mut Builder) -> bool {
        let text = line.text.replace("**", "");
        let text = text.trim();
        let is_entry = |text: &str| mark::read(text).is_some_and(|mark| mark.class == Class::Arabic);
        if let Some((list, lines)) = &mut self.open
            && text.chars().nth(LONGEST_TABLE_TITLE).is_none()
            && mark::read(text).is_none()
            && !CLAUSE_BREAKS.is_in(text)
            && (next.is_some_and(|next| is_entry(next.text.trim())) || headings::breaks_word(list, text))
        {
            // The page has broken an entry.
            list.push_str(text);
            lines[1] = line.no;
            return true;
        }
        if let Some((list, lines)) = &mut self.open
            && is_entry(text)
        {
            list.push(' ');
            list.push_str(text);
            lines[1] = line.no;
            return true;
        }
        self.close(builder);
        let opens = mark::opens_attachment_list(text) || self.announced.contains(&line.no);
        if opens {
            self.open = Some((text.to_owned(), [line.no, line.no]));
        }
        opens
    }

    fn close(&mut self, builder: &mut Builder) {
        if let Some((list, lines)) = self.open.take() {
            builder.add_paragraph(&list, lines);
        }
    }
}

/// Passes a table on: the rows of one that divides tasks among units become tasks.
fn add_table<'a>(title: Option<Line<'a>>, grid: &'a Grid, builder: &mut Builder<'a>) {
    builder.doubt_rows(&grid.unsure);
    match assignment::read(grid) {
        Some(rows) => builder.add_tasks(title, &rows),
        None => builder.add_table(title, grid),
    }
}

/// Passes the front on. A website may give the `number` of the document where no line of the cover prints it.
fn build_front<'a>(front: &Front<'a>, facts: &Facts, number: Option<&(String, u32)>, builder: &mut Builder<'a>) {
    let number = number.filter(|(number, _)| {
        let number = squeeze(number);
        !number.is_empty() && !front.cover.iter().any(|line| squeeze(line.text).contains(&number))
    });
    let printed = front.title.iter().map(|(_, line)| *line).chain(front.cover.iter().map(|line| line.no));
    let first = printed.min().map(|first| number.map_or(first, |(_, line)| first.min(*line)));
    if let Some(first) = first {
        let title = facts.title.clone().filter(|_| front.title.is_some());
        builder.open_unnumbered(Kind::Front, title, first);
        if let Some((number, line)) = number {
            builder.add_paragraph(number, [*line, *line]);
        }
        for line in &front.cover {
            builder.add_paragraph(&line.text.replace("**", ""), [line.no, line.no]);
        }
        let title = front.title.as_ref().map_or(first, |(_, line)| *line);
        builder.widen(title);
    }
    if let Some(first) = front.heading.or(front.preamble.first().copied()) {
        let title = front.heading.map(|line| squeeze(line.text));
        builder.open_unnumbered(Kind::Preamble, title, first.no);
    }
    for line in &front.preamble {
        builder.add_line(*line);
    }
}

/// The first heading that begins the body. Items do not where there are other headings, and neither does 附件 above a title,
/// which only says that the whole document was sent as an attachment.
fn first_heading(items: &[Item], headings: &Headings, from: usize) -> Option<usize> {
    let class = |item: &Item| {
        let line = item.text()?;
        Some(headings.read(line.no, &line.text.replace("**", ""))?.class)
    };
    // Several attachments with a number are what a letter sends out: the first of them begins the body.
    let attached: Vec<usize> = items
        .iter()
        .enumerate()
        .skip(from)
        .filter(|(_, item)| class(item) == Some(Class::Attachment) && is_numbered(item))
        .map(|(at, _)| at)
        .take(2)
        .collect();
    let is_outer = |class: Class| (Class::Part..Class::Arabic).contains(&class) && class != Class::Box;
    let is_inner = |class: Class| class >= Class::Arabic;
    let first = |opens: &dyn Fn(Class) -> bool| {
        items.iter().enumerate().skip(from).find(|(_, item)| class(item).is_some_and(opens)).map(|(at, _)| at)
    };
    let outer = first(&is_outer);
    if let [attachment, _] = attached.as_slice()
        && outer.is_none_or(|outer| *attachment < outer)
    {
        return Some(*attachment);
    }
    outer.or_else(|| {
        let n_items = items.iter().filter(|item| class(item).is_some_and(is_inner)).count();
        // A box stands beside the text of the items, where there are any.
        let boxed = first(&|class| class == Class::Box);
        first(&is_inner).filter(|_| n_items >= FEWEST_ITEMS).or(boxed)
    })
}

/// Whether the item is the number of an attachment on a line of its own, or before its title: 附件1.
fn is_numbered(item: &Item) -> bool {
    item.text().and_then(|line| mark::read(line.text)).is_some_and(|mark| mark.number.chars().count() > 2)
}

/// The title of the document that a letter sends out, if the letter has numbered points of its own before it: the line that
/// repeats what the letter calls the document. `n_before` is the number of items before its first point.
fn behind_letter(items: &[Item], n_before: usize) -> Option<usize> {
    let letter: Vec<Line> = items.iter().take(n_before).filter_map(|item| item.text()).collect();
    let sent = front::sent_title(&letter)?;
    let points = items.iter().enumerate().skip(n_before).take(MOST_POINTS);
    let mut above = String::new();
    for (at, item) in points {
        let text = item.text().map_or_else(String::new, |line| squeeze(line.text).replace("**", ""));
        if front::is_same_title(&text, &sent) || front::is_same_title(&format!("{above}{text}"), &sent) {
            return Some(at);
        }
        above = text;
    }
    None
}

/// Whether the line opens the notes below a table: 注：1.…
fn opens_notes(text: &str) -> bool {
    let text = squeeze(text);
    NOTE_LABELS.strip_prefix(&text).is_some_and(|rest| rest.starts_with(['：', ':', '1', '１', '①', '（', '(']))
}

/// Whether the line is the note with this number, or a further one without any.
fn is_note(text: &str, number: u32) -> bool {
    mark::read(text).is_some_and(|mark| {
        matches!(mark.class, Class::Arabic | Class::ArabicParen)
            && numeral::parse(mark.number.trim_matches(|c: char| !c.is_alphanumeric())) == Some(number)
    })
}

fn is_table_title(text: &str, builder: &Builder) -> bool {
    !builder.is_broken_off()
        && text.chars().nth(LONGEST_TABLE_TITLE).is_none()
        && !CLAUSE_BREAKS.is_in(text)
        && mark::heading(text.trim()).is_none()
}
