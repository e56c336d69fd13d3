//! What surrounds a view on every screen: the tabs with the search line, the breadcrumb with
//! the counts, and the footer.

use crate::app::input::action::{Action, Open};
use crate::app::input::keymap::{self, Binding};
use crate::app::screen::layout::FLOOR;
use crate::app::screen::page::{Area, Page, Region, Role, Row, Size};
use crate::app::screen::row::{RowBuilder, plain};
use crate::app::state::location::Crumb;
use crate::app::state::session::Session;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::text::sanitize::one_line;
use crate::text::width::{Align, Width};
use crate::words::{Words, browser};

/// Returns the area of the view; empty where the screen is too small.
pub(crate) fn body(size: Size) -> Area {
    if is_small(size) {
        return Area::default();
    }
    Area { x: 0, y: 2, width: size.width, height: size.height - 3 }
}

/// Returns whether the screen is too small to show a view.
pub(crate) fn is_small(size: Size) -> bool {
    size.width < FLOOR.0 || size.height < FLOOR.1
}

/// Makes the page of a screen that is too small, which says what size is needed.
pub(crate) fn small(size: Size, width: Width) -> Page {
    let cells = usize::from(size.width);
    let texts = [browser::SMALL.to_string(), browser::need(FLOOR.0, FLOOR.1)];
    let rows: Vec<Row> = texts.iter().map(|text| plain(text, Role::Warning, cells, width)).collect();
    let area = Area { x: 0, y: 0, width: size.width, height: size.height };
    let rows = rows.into_iter().take(usize::from(size.height)).collect();
    Page { regions: vec![Region { area, rows }], cursor: None, cursor_visible: false }
}

/// Returns the label of each tab on a screen of this width, and the columns it takes. Where not all names fit, only the
/// tab shown has its name; the others have their digit.
pub(crate) fn tabs(width: Width, columns: u16, shown: usize) -> Vec<(String, std::ops::Range<u16>)> {
    let all = labels(width, |_| true);
    let fits = all.last().is_some_and(|(_, taken)| taken.end <= columns);
    if fits { all } else { labels(width, |tab| tab == shown) }
}

/// Makes the labels, with the names of the tabs that `is_named` accepts.
fn labels(width: Width, is_named: impl Fn(usize) -> bool) -> Vec<(String, std::ops::Range<u16>)> {
    let mut at = 0;
    let mut tabs = Vec::new();
    for (ordinal, name) in wording::TABS.into_iter().enumerate() {
        let digit = ordinal + 1;
        let label = if is_named(ordinal) { format!(" {digit} {name} ") } else { format!(" {digit} ") };
        let end = at + u16::try_from(width.of(&label)).unwrap_or(u16::MAX);
        tabs.push((label, at..end));
        at = end;
    }
    tabs
}

/// The line at the top: the tabs, and the search line at the right.
pub(crate) struct Top<'a> {
    /// The ordinal of the tab that is shown.
    pub(crate) tab: usize,
    /// The field of the search line.
    pub(crate) field: &'a TextField,
    /// Whether the search line has the caret.
    pub(crate) is_typing: bool,
}

/// The number of cells between the tabs and the search line.
const AIR: u16 = 2;
/// The search line takes the whole row while the user types if the tabs leave less than this, in cells.
const LEAST_FIELD: u16 = 30;

impl Top<'_> {
    /// Paints the line and places the terminal's cursor. On a narrow screen the search line takes the
    /// whole row while the user types.
    pub(crate) fn paint(&self, session: &Session, size: Size, page: &mut Page) {
        let tabs = tabs(session.width, size.width, self.tab);
        let tabs_end = tabs.last().map_or(0, |(_, columns)| columns.end) + AIR;
        let is_narrow = size.width.saturating_sub(tabs_end) < LEAST_FIELD;
        let start = if self.is_typing && is_narrow { 0 } else { tabs_end.min(size.width) };
        let mut line = RowBuilder::new(usize::from(size.width), session.width);
        for (at, (label, _)) in tabs.iter().enumerate().filter(|_| start > 0) {
            line.put(label, if at == self.tab { Role::TabActive } else { Role::Tab });
        }
        let row = line.filled(Role::Tab);
        page.regions.push(Region { area: Area { x: 0, y: 0, width: size.width, height: 1 }, rows: vec![row] });
        let area = Area { x: start, y: 0, width: size.width - start, height: 1 };
        self.search(session, area, page);
    }

    /// Paints the search line in this area.
    fn search(&self, session: &Session, area: Area, page: &mut Page) {
        let cells = usize::from(area.width);
        if cells < 4 {
            return;
        }
        let typed = self.field.text();
        let role = if self.is_typing { Role::Input } else { Role::Tab };
        let mut line = RowBuilder::new(cells, session.width);
        line.put("/ ", Role::Key);
        let before = session.width.of(&one_line(&self.field.before_caret()));
        // A query that is longer than the line scrolls, so that the caret stays in sight.
        let from = (before + 4).saturating_sub(cells);
        match (&session.search, typed.as_str()) {
            (None, _) if !self.is_typing => line.put(browser::SEARCH_HINT.get(), Role::Tab),
            (Some(search), _) if !self.is_typing => {
                let count = wording::hit_count(search.at + 1, search.found.hits.len());
                let room = cells.saturating_sub(session.width.of(&count) + 3);
                line.put(&session.width.truncate(&search.query, room), Role::Input).gap(1).put(&count, Role::Tab)
            }
            (_, "") => line.put(browser::SEARCH_HINT.get(), role),
            _ => line.put(&session.width.window(&one_line(&typed), from, cells - 2), role),
        };
        page.regions.push(Region { area, rows: vec![line.filled(role)] });
        let caret = if self.is_typing { 2 + before - from } else { 2 };
        let column = area.x + u16::try_from(caret).unwrap_or(0).min(area.width - 1);
        page.cursor = Some((column, 0));
        page.cursor_visible = self.is_typing;
    }
}

/// The breadcrumb with the counts at its right end, on a screen of `cells`.
pub(crate) struct Breadcrumb<'a> {
    /// The titles, outermost first.
    pub(crate) crumbs: &'a [Crumb],
    /// What is counted at the right end.
    pub(crate) count: &'a str,
    /// The width of the screen, in cells.
    pub(crate) cells: usize,
    /// How characters are measured.
    pub(crate) width: Width,
}

impl Breadcrumb<'_> {
    /// Returns the cells that are kept for the counts.
    fn reserved(&self) -> usize {
        if self.count.is_empty() { 0 } else { (self.width.of(self.count) + 2).min(self.cells / 2) }
    }

    fn separator(&self) -> String {
        format!(" {} ", self.width.glyphs().separator)
    }

    /// Returns the titles that are shown, each with its position. Where room is short, those in the middle are left out
    /// first: the outermost and the innermost say most, and the innermost is cut last.
    fn shown(&self) -> Vec<(String, Option<usize>)> {
        let room = self.cells.saturating_sub(self.reserved() + 1);
        let all: Vec<(String, Option<usize>)> =
            self.crumbs.iter().enumerate().map(|(at, crumb)| (one_line(&crumb.text).into_owned(), Some(at))).collect();
        let between = self.width.of(&self.separator());
        let cells = |shown: &[(String, Option<usize>)]| {
            let texts: usize = shown.iter().map(|(text, _)| self.width.of(text)).sum();
            texts + between * shown.len().saturating_sub(1)
        };
        let Some((first, _)) = all.first() else { return all };
        let first = (self.width.truncate(first, room / 3).into_owned(), Some(0));
        let mut shown = all.clone();
        for from in 2..all.len() {
            if cells(&shown) <= room {
                break;
            }
            shown = vec![first.clone(), (self.width.ellipsis().to_owned(), None)];
            shown.extend(all.get(from..).unwrap_or_default().iter().cloned());
        }
        shown
    }

    /// Returns the position of the title in this column of the screen.
    pub(crate) fn at(&self, column: u16) -> Option<usize> {
        let room = self.cells.saturating_sub(self.reserved());
        let between = self.width.of(&self.separator());
        let mut start = 1;
        for (text, at) in self.shown() {
            let end = (start + self.width.of(&text)).min(room);
            if (start..end).contains(&usize::from(column)) {
                return at;
            }
            start = end + between;
        }
        None
    }

    /// Paints the breadcrumb in the second row of the screen.
    pub(crate) fn paint(&self, page: &mut Page) {
        let texts: Vec<String> = self.shown().into_iter().map(|(text, _)| text).collect();
        let mut line = RowBuilder::new(self.cells, self.width);
        line.reserve(self.reserved()).gap(1).put(&texts.join(&self.separator()), Role::Bar);
        line.release(self.cells.saturating_sub(1)).right(self.count, Role::Bar);
        let area = Area { x: 0, y: 1, width: u16::try_from(self.cells).unwrap_or(u16::MAX), height: 1 };
        page.regions.push(Region { area, rows: vec![line.filled(Role::Bar)] });
    }
}

/// Returns the keys that the footer has room for, each with the column where it begins: as many as fit, with the help at
/// the right edge.
pub(crate) fn placed<'a>(session: &Session, cells: usize, hints: &[&'a Binding]) -> Vec<(usize, &'a Binding)> {
    let width = session.width;
    let cells_of = |binding: &Binding| {
        let (key, word) = hint(session, binding);
        width.of(&key) + 1 + width.of(&word)
    };
    let is_help = |binding: &&&Binding| binding.action == Action::Open(Open::Help);
    let help = hints.iter().find(is_help).map(|binding| (cells.saturating_sub(cells_of(binding) + 1), *binding));
    let room = help.map_or(cells, |(start, _)| start.saturating_sub(2));
    let mut placed = Vec::new();
    let mut start = 1;
    for binding in hints.iter().filter(|binding| !is_help(binding)) {
        let end = start + cells_of(binding);
        if end + 2 > room {
            break;
        }
        placed.push((start, *binding));
        start = end + 2;
    }
    placed.extend(help);
    placed
}

/// Returns the binding whose key stands in this column of the footer.
pub(crate) fn hint_at<'a>(session: &Session, cells: usize, hints: &[&'a Binding], column: u16) -> Option<&'a Binding> {
    let width = session.width;
    let column = usize::from(column);
    let placed = placed(session, cells, hints);
    let found = placed.into_iter().rfind(|(start, _)| *start <= column);
    found.and_then(|(start, binding)| {
        let (key, word) = hint(session, binding);
        (column < start + width.of(&key) + 1 + width.of(&word)).then_some(binding)
    })
}

/// Paints the footer: the message, or the keys that work now.
pub(crate) fn foot(session: &Session, size: Size, say: Option<&str>, hints: &[&Binding], page: &mut Page) {
    let cells = usize::from(size.width);
    let mut line = RowBuilder::new(cells, session.width);
    line.gap(1);
    if let Some(say) = say {
        line.put(say, Role::Warning);
    } else {
        for (start, binding) in placed(session, cells, hints) {
            let (key, word) = hint(session, binding);
            let gap = start.saturating_sub(cells - line.left());
            line.gap(gap).put(&key, Role::Key).gap(1).put(&word, Role::Dim);
        }
    }
    let area = Area { x: 0, y: size.height - 1, width: size.width, height: 1 };
    page.regions.push(Region { area, rows: vec![line.build()] });
}

/// Returns the first key of a binding and its word for the footer.
fn hint(session: &Session, binding: &Binding) -> (String, String) {
    let key = session.keymap.keys(binding).first().map(|keys| keymap::show(keys)).unwrap_or_default();
    (key, binding.hint.map(Words::get).unwrap_or_default().to_owned())
}

/// Paints the field of the filter over the footer while the user types in it.
pub(crate) fn filter(session: &Session, size: Size, field: &TextField, page: &mut Page) {
    let cells = usize::from(size.width);
    let label = format!(" {} ", browser::FILTER.get());
    let mut line = RowBuilder::new(cells, session.width);
    line.put(&label, Role::Key);
    let room = cells.saturating_sub(session.width.of(&label) + 1);
    let before = session.width.of(&one_line(&field.before_caret()));
    let from = (before + 1).saturating_sub(room);
    let shown = session.width.window(&one_line(&field.text()), from, room);
    if shown.is_empty() {
        line.put(browser::TYPE_TO_NARROW.get(), Role::Dim);
    } else {
        line.column(&shown, room, Align::Left, Role::Input);
    }
    let area = Area { x: 0, y: size.height - 1, width: size.width, height: 1 };
    let column = u16::try_from(session.width.of(&label) + before - from).unwrap_or(u16::MAX);
    page.cursor = Some((column.min(size.width - 1), area.y));
    page.cursor_visible = true;
    page.regions.push(Region { area, rows: vec![line.filled(Role::Input)] });
}
