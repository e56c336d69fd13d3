//! The search as one types: the line, the hits grouped by what they are, and on a broad screen the text of the hit
//! under the cursor.

use super::action::{Edit, Motion};
use super::cursor::Cursor;
use super::duties;
use super::field::Field;
use super::finder::{Found, Hit};
use super::grid::Grid;
use super::line::{Line, plain, select};
use super::page::{Area, Page, Region, Role, Row};
use super::panes::{self, contains, cut};
use super::place::Place;
use super::reader::Reader;
use super::words;
use super::world::{InForce, World};
use crate::search::Kind;
use crate::text::sanitize::one_line;
use crate::text::width::Align;

/// Hits kept: more are counted, not listed.
pub(crate) const LIMIT: usize = 500;

/// From this width the text of the hit stands beside the list.
const PREVIEW_FROM: u16 = 100;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// The head of a group, and how many hits it has.
    Head(Kind, usize),
    /// A hit, by its position.
    Hit(usize),
}

/// The search line and its hits.
#[derive(Default)]
pub(crate) struct Searching {
    pub(crate) field: Field,
    found: Found,
    entries: Vec<Entry>,
    cursor: Cursor,
    reader: Reader,
    area: Area,
}

impl Searching {
    /// Asks anew for what is typed.
    pub(crate) fn ask(&mut self, world: &World) {
        self.found = world.find(&self.field.text(), LIMIT);
        self.entries.clear();
        for (at, hit) in self.found.hits.iter().enumerate() {
            let is_first =
                at.checked_sub(1).and_then(|at| self.found.hits.get(at)).is_none_or(|last| last.kind != hit.kind);
            if is_first {
                let total = self.found.totals.iter().find(|(kind, _)| *kind == hit.kind).map_or(0, |(_, total)| *total);
                self.entries.push(Entry::Head(hit.kind, total));
            }
            self.entries.push(Entry::Hit(at));
        }
        self.cursor = Cursor { at: 1, top: 0 };
    }

    /// Restores the invariants at this area.
    pub(crate) fn settle(&mut self, world: &World, area: Area) {
        let (list, text) = if area.width >= PREVIEW_FROM { cut(area, area.width / 2) } else { (area, Area::default()) };
        self.area = list;
        self.cursor.settle(self.entries.len(), self.seen());
        self.reader.show(self.hit().and_then(|hit| world.spot(&hit.place)));
        self.reader.settle(world, text);
    }

    fn seen(&self) -> usize {
        usize::from(self.area.height)
    }

    /// The hit under the cursor.
    fn hit(&self) -> Option<&Hit> {
        self.found.hits.get(self.hit_at()?)
    }

    fn hit_at(&self) -> Option<usize> {
        match self.entries.get(self.cursor.at)? {
            Entry::Hit(at) => Some(*at),
            Entry::Head(..) => None,
        }
    }

    /// Moves among the hits; above the first one ↑ brings earlier queries.
    pub(crate) fn go(&mut self, world: &World, motion: Motion) {
        let is_hit = |at: &usize| matches!(self.entries.get(*at), Some(Entry::Hit(_)));
        let is_first = (0..self.cursor.at).rfind(is_hit).is_none();
        let recalls = (motion == Motion::Up && is_first) || (motion == Motion::Down && self.field.is_recalled());
        if recalls {
            if self.field.recall(motion == Motion::Up) {
                self.ask(world);
            }
            return;
        }
        let n_rows = self.entries.len();
        let to = self.cursor.target(motion, n_rows, self.seen());
        let found = if to < self.cursor.at {
            (0..=to).rfind(is_hit).or_else(|| (0..n_rows).find(is_hit))
        } else {
            (to..n_rows).find(is_hit)
        };
        self.cursor.at = found.unwrap_or(self.cursor.at);
        if (0..self.cursor.at).rfind(is_hit_in(&self.entries)).is_none() {
            self.cursor.top = 0;
        }
    }

    /// Types.
    pub(crate) fn type_in(&mut self, world: &World, text: &str) {
        self.field.insert(text);
        self.ask(world);
    }

    /// Edits the line.
    pub(crate) fn edit(&mut self, world: &World, edit: Edit) {
        if self.field.edit(edit) {
            self.ask(world);
        }
    }

    /// Ends the typing at the hit under the cursor: the search that is now in force, and where to go.
    pub(crate) fn done(&mut self) -> Option<(InForce, Place)> {
        let at = self.hit_at()?;
        let place = self.found.hits.get(at)?.place.clone();
        self.field.remember();
        Some((InForce { query: self.field.text(), found: self.found.clone(), at }, place))
    }

    /// Takes a click. `true` if a hit was chosen.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        let at = self.cursor.top + usize::from(row.saturating_sub(self.area.y));
        let is_hit = contains(self.area, column, row) && matches!(self.entries.get(at), Some(Entry::Hit(_)));
        if is_hit {
            self.cursor.at = at;
        }
        is_hit
    }

    /// How many hits of each kind, for the breadcrumb.
    pub(crate) fn counts(&self) -> String {
        let counts = self.found.totals.iter().map(|(kind, n)| format!("{} {n}", kind.name()));
        counts.collect::<Vec<_>>().join("  ")
    }

    /// Paints the hits.
    pub(crate) fn paint(&self, world: &World, page: &mut Page) {
        let cells = usize::from(self.area.width);
        let mut rows = if self.entries.is_empty() { self.silence(world, cells) } else { self.rows(world, cells) };
        rows.truncate(self.seen());
        page.regions.push(Region { area: self.area, rows });
        if self.reader.area.width > 0 {
            panes::rule(self.area, world.width, page);
            self.preview(world, page);
        }
    }

    /// What the hit under the cursor leads to: the text, or the tasks of the bureau, or the row of the table.
    fn preview(&self, world: &World, page: &mut Page) {
        let area = self.reader.area;
        let cells = usize::from(area.width);
        let mut rows: Vec<Row> = match self.hit().map(|hit| &hit.place) {
            Some(Place::Department(id)) => {
                let duties = duties::rows(world, id, cells);
                duties.iter().take(usize::from(area.height)).map(|row| duties::paint(world, row, cells)).collect()
            }
            Some(Place::Indicator(id, at)) => indicator(world, id, *at, cells),
            Some(Place::Plan(_) | Place::Node(_)) | None => return self.reader.paint(world, page),
        };
        rows.truncate(usize::from(area.height));
        page.regions.push(Region { area, rows });
    }

    /// What stands there without a hit: how to search, or that nothing was found and what may help.
    fn silence(&self, world: &World, cells: usize) -> Vec<Row> {
        let typed = self.field.text();
        if typed.trim().is_empty() {
            return words::TYPE_TO_SEARCH.iter().map(|text| plain(text, Role::Dim, cells, world.width)).collect();
        }
        let mut texts = vec![format!("{}“{}”", words::NOTHING_FOUND, typed.trim())];
        texts.extend(self.found.filters.iter().chain(&self.found.advice).cloned());
        if world.is_narrowed() {
            texts.push(words::NARROWED.to_owned());
        }
        texts.push(words::TRY_SHORTER.to_owned());
        texts.iter().map(|text| plain(text, Role::Dim, cells, world.width)).collect()
    }

    fn rows(&self, world: &World, cells: usize) -> Vec<Row> {
        let seen = self.entries.iter().enumerate().skip(self.cursor.top).take(self.seen());
        seen.map(|(at, entry)| match entry {
            Entry::Head(kind, total) => {
                let text = format!("{}  {total}", kind.name());
                Line::new(cells, world.width).put(&text, Role::Bar).filled(Role::Bar)
            }
            Entry::Hit(hit) => {
                let row = self.found.hits.get(*hit).map(|hit| hit_row(world, hit, cells)).unwrap_or_default();
                if at == self.cursor.at { select(row, true) } else { row }
            }
        })
        .collect()
    }
}

/// A row of a table, one cell a row.
fn indicator(world: &World, id: &str, at: usize, cells: usize) -> Vec<Row> {
    let tables = world.dataset.plans.iter().flat_map(|plan| plan.tables().map(move |table| (plan, table)));
    let found = tables.into_iter().find(|(_, table)| table.id == id);
    let Some((plan, table, row)) = found.and_then(|(plan, table)| Some((plan, table, table.rows.get(at)?))) else {
        return Vec::new();
    };
    let grid = Grid::new(table, plan.region.as_deref(), cells, world.width);
    let mut rows = vec![plain(&row.name, Role::Title, cells, world.width)];
    rows.push(plain(&words::cited(plan), Role::Dim, cells, world.width));
    rows.extend(grid.said(row).map(|(head, cell)| {
        Line::new(cells, world.width).column(&head, 18, Align::Left, Role::Dim).put(cell, Role::Value).done()
    }));
    rows
}

/// Whether the entry at a position is a hit.
fn is_hit_in(entries: &[Entry]) -> impl Fn(&usize) -> bool + '_ {
    |at| matches!(entries.get(*at), Some(Entry::Hit(_)))
}

/// A hit in one row: plan, title, and the words around the match.
fn hit_row(world: &World, hit: &Hit, cells: usize) -> Row {
    let mut line = Line::new(cells, world.width);
    let plan = hit.plan.as_deref().and_then(|id| world.dataset.plan(id));
    line.gap(1);
    if let Some(plan) = plan {
        line.put(&plan.short, Role::Dim).gap(1);
    }
    if hit.context.is_empty() {
        line.put_lit(&hit.title, Role::Text, &hit.title_lit);
        if let Place::Department(id) = &hit.place {
            let n_tasks =
                world.ledger().bureau(id).map_or(0, |bureau| bureau.tally(|plan| world.is_chosen(plan)).total());
            line.right(&words::tasks(n_tasks), Role::Dim);
        }
        return line.done();
    }
    // The title gives way to the context, which holds the reason.
    let share = if hit.context_lit.is_empty() { cells } else { cells * 2 / 5 };
    let title = world.width.truncate(&hit.title, share).into_owned();
    line.put_lit(&title, Role::Text, &hit.title_lit).gap(2);
    let (context, lit) = around(hit, line.left() / 4);
    line.put_lit(&context, Role::Dim, &lit);
    line.done()
}

/// The context from shortly before its first match on, `before` characters at most, and the matches in it.
fn around(hit: &Hit, before: usize) -> (String, Vec<std::ops::Range<usize>>) {
    let first = hit.context_lit.first().map_or(0, |range| range.start);
    let from = first.saturating_sub(before);
    let context: String = one_line(&hit.context).chars().skip(from).take(400).collect();
    let shift = |range: &std::ops::Range<usize>| range.start.saturating_sub(from)..range.end.saturating_sub(from);
    (context, hit.context_lit.iter().map(shift).collect())
}
