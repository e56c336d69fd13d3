//! 规划: the plans as a tree at the left, the text of the place under the cursor at the right.

use crate::app::content::clipboard;
use crate::app::content::reader::Reader;
use crate::app::input::action::{Copied, Deed, Fold, Motion};
use crate::app::input::keymap::Context;
use crate::app::input::mouse::WHEEL_ROWS;
use crate::app::screen::layout::{self, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{Line, plain, select};
use crate::app::state::command::Command;
use crate::app::state::location::{Place, Spot};
use crate::app::state::session::World;
use crate::app::views::{Reply, View};
use crate::app::widgets::text_field::Field;
use crate::app::widgets::tree::Tree;
use crate::app::wording;

/// The view.
#[derive(Default)]
pub(crate) struct Plans {
    tree: Tree,
    reader: Reader,
    /// Where the tree stands; empty while only the text is shown.
    tree_area: Area,
    in_text: bool,
    /// Whether the screen has room for one pane only.
    is_single: bool,
}

/// Free rows below a short tree from which on the text is shown there on a narrow screen.
const PEEK: u16 = 5;

impl Plans {
    fn seen(&self) -> usize {
        usize::from(self.tree_area.height)
    }

    /// Divides the area: side by side, or the tree with the text below it while it is short, or one of the two.
    fn divide(&self, area: Area) -> (Area, Area) {
        if !self.is_single {
            return cut(area, (area.width * 2 / 5).clamp(28, 56));
        }
        if self.in_text {
            return (Area::default(), area);
        }
        let rows = u16::try_from(self.tree.rows.len()).unwrap_or(u16::MAX);
        let is_short = rows.saturating_add(PEEK) <= area.height;
        layout::below(area, if is_short { rows + 1 } else { area.height })
    }

    /// One row of the tree.
    fn row(&self, world: &World, spot: Spot, cells: usize) -> Row {
        let glyphs = world.width.glyphs();
        let n_children = world.n_children(spot);
        let marker = match (n_children, self.tree.is_open(spot)) {
            (0, _) => " ",
            (_, true) => glyphs.unfolded,
            (_, false) => glyphs.folded,
        };
        let (marks, role) = self.marks(world, spot, n_children);
        let marks_cells = world.width.of(&marks) + usize::from(!marks.is_empty());
        let mut line = Line::new(cells, world.width);
        // Deep places keep room for their words: the indent stops growing at a third of the pane.
        let indent = (world.depth(spot) * 2).min(cells / 3);
        line.reserve(marks_cells).gap(indent).put(marker, Role::Dim).gap(1);
        Self::name(world, spot, &mut line);
        line.release(cells).right(&marks, role);
        line.done()
    }

    /// The name in a row of the tree.
    fn name(world: &World, spot: Spot, line: &mut Line) {
        match (world.node(spot), world.plan(spot)) {
            (Some(node), _) => {
                let (number, title) = (node.number.as_deref().unwrap_or_default(), world.title(spot));
                let title = title.strip_prefix(number).unwrap_or(&title);
                line.put(number, Role::Number).put(title, Role::Text);
            }
            (None, Some(plan)) => {
                line.put(&plan.short, Role::Number).gap(1).put(&plan.title, Role::Title);
            }
            (None, None) => {}
        }
    }

    /// What stands at the right end of a row: a bookmark, a draft's mark, 核 for a place that a
    /// finding speaks of, 责 for a task with units, the number of
    /// places folded away.
    fn marks(&self, world: &World, spot: Spot, n_children: usize) -> (String, Role) {
        let mut marks = Vec::new();
        let mut role = Role::Dim;
        if world.place(spot).is_some_and(|place| world.bookmarks.contains(&place)) {
            marks.push(world.width.glyphs().bookmark.to_owned());
        }
        match world.node(spot) {
            Some(node) => {
                if world.findings_at(spot).next().is_some() {
                    marks.push(wording::FOUND_SHORT.to_owned());
                }
                marks.extend((!node.responsible.is_empty()).then(|| wording::HAS_UNITS.to_owned()));
            }
            None if world.plan(spot).is_some_and(|plan| wording::draft(plan).is_some()) => {
                role = Role::Warning;
                marks.push(wording::DRAFT_SHORT.to_owned());
            }
            None => {}
        }
        if n_children > 0 && !self.tree.is_open(spot) {
            marks.push(n_children.to_string());
        }
        (marks.join(" "), role)
    }

    /// Moves in the pane with the focus.
    fn go_by(&mut self, world: &World, motion: Motion) -> Reply {
        if !self.in_text {
            self.tree.go(world, motion, self.seen());
            return Reply::Done;
        }
        match motion {
            // From the text, a group is the next chapter, and the text follows.
            Motion::GroupUp | Motion::GroupDown => self.tree.go(world, motion, self.seen()),
            Motion::Up | Motion::Down | Motion::Top | Motion::Bottom => {
                self.reader.scroll(world, motion);
            }
            Motion::HalfUp | Motion::HalfDown | Motion::PageUp | Motion::PageDown => {
                // At the end of a text the next screen is the next place: one key reads a whole plan.
                if !self.reader.scroll(world, motion) {
                    self.turn(world, matches!(motion, Motion::HalfDown | Motion::PageDown));
                }
            }
        }
        Reply::Done
    }

    /// What a fold means where there is nothing to fold: → goes on into the text, the others say why not.
    fn unfoldable(&mut self, fold: Fold) -> Reply {
        match fold {
            Fold::In => self.in_text = true,
            Fold::Out => return Reply::Say(wording::TOPMOST),
            Fold::Toggle | Fold::CloseSiblings | Fold::OpenSiblings | Fold::CloseAll | Fold::OpenDeep => {
                return Reply::Say(wording::NOTHING_BELOW);
            }
        }
        Reply::Done
    }

    /// Goes to the next or previous place in reading order, unfolding as needed.
    fn turn(&mut self, world: &World, forward: bool) {
        let Some(spot) = self.tree.spot() else { return };
        if forward && !self.tree.is_open(spot) && world.children(spot).len() > 0 {
            self.tree.fold(world, Fold::In);
            self.tree.settle(world, self.seen());
        }
        self.tree.go(world, if forward { Motion::Down } else { Motion::Up }, self.seen());
    }
}

impl View for Plans {
    fn context(&self) -> Context {
        if self.in_text { Context::Text } else { Context::Tree }
    }

    fn settle(&mut self, world: &World, area: Area) {
        self.tree.settle(world, self.seen());
        self.is_single = n_panes(area.width, 2) == 1;
        let (tree, text) = self.divide(area);
        self.tree_area = tree;
        self.tree.settle(world, self.seen());
        self.reader.show(self.tree.spot());
        self.reader.settle(world, text);
    }

    fn act(&mut self, world: &World, deed: Deed) -> Reply {
        match deed {
            Deed::Move(motion) => return self.go_by(world, motion),
            Deed::Scroll(motion) => {
                self.reader.scroll(world, motion);
            }
            Deed::Fold(fold) => {
                if !self.tree.fold(world, fold) {
                    return self.unfoldable(fold);
                }
            }
            Deed::Open if self.in_text => return Reply::Unused,
            Deed::Open => {
                if !self.tree.fold(world, Fold::Toggle) {
                    self.in_text = true;
                }
            }
            Deed::Pane(_) if self.tree.rows.is_empty() => return Reply::Unused,
            Deed::Pane(forward) if self.context() == Context::Text || forward => self.in_text = !self.in_text,
            Deed::Pane(_) => self.in_text = true,
            Deed::Back if self.in_text => self.in_text = false,
            Deed::Close if self.in_text && self.tree_area.height == 0 => self.in_text = false,
            Deed::Back | Deed::Close => return Reply::Unused,
        }
        Reply::Done
    }

    fn click(&mut self, _world: &World, column: u16, row: u16) -> bool {
        if contains(self.reader.area, column, row) && self.tree_area.y == self.reader.area.y {
            self.in_text = true;
            return false;
        }
        let at = self.tree.cursor.top + usize::from(row.saturating_sub(self.tree_area.y));
        let is_row = contains(self.tree_area, column, row) && at < self.tree.rows.len();
        if is_row {
            self.in_text = false;
            self.tree.cursor.at = at;
        }
        is_row
    }

    fn wheel(&mut self, world: &World, column: u16, row: u16, down: bool) {
        let motion = if down { Motion::Down } else { Motion::Up };
        for _ in 0..WHEEL_ROWS {
            if contains(self.tree_area, column, row) {
                self.tree.go(world, motion, self.seen());
            } else {
                self.reader.scroll(world, motion);
            }
        }
    }

    fn seek(&mut self, world: &World, forward: bool) -> Option<(usize, usize)> {
        if self.in_text { self.reader.seek_next(world, forward) } else { None }
    }

    fn place(&self, world: &World) -> Option<Place> {
        world.place(self.tree.spot()?)
    }

    fn go(&mut self, world: &World, place: &Place) -> bool {
        let Some(spot) = world.spot(place).filter(|spot| world.is_chosen(spot.plan)) else { return false };
        self.tree.reveal(world, spot, self.seen());
        self.reader.show(Some(spot));
        let hit = world.hit().filter(|hit| hit.place == *place);
        match &world.aim {
            Some(aim) => self.reader.aim(aim.clone()),
            None => self.reader.seek(world, hit.and_then(|hit| hit.line)),
        }
        // Where one pane is shown at a time, who asks for a place wants to read it; who reads goes on reading.
        self.in_text = (self.is_single || self.in_text) && spot.node.is_some();
        true
    }

    fn crumbs(&self, world: &World) -> Vec<String> {
        self.tree.spot().map(|spot| world.path(spot)).unwrap_or_default()
    }

    fn count(&self, world: &World) -> String {
        let progress = self.reader.progress(world).map(wording::progress);
        progress.unwrap_or_default()
    }

    fn filter(&self) -> Option<&Field> {
        None
    }

    fn filter_mut(&mut self) -> Option<&mut Field> {
        None
    }

    fn copy(&self, world: &World, what: Copied) -> Option<String> {
        clipboard::node(world, self.tree.spot()?, what)
    }

    fn command(&self, world: &World) -> Option<Command> {
        clipboard::command(world, self.tree.spot()?)
    }

    fn export(&self, world: &World) -> Option<Command> {
        let spot = self.tree.spot()?;
        let node = world.node(spot).filter(|_| world.children(spot).len() > 0);
        // A chapter shows its places below; it is handed in with them.
        node.map(|node| Command::new(&["show", &node.id, "--deep"])).or_else(|| self.command(world))
    }

    fn spot(&self, _world: &World) -> Option<Spot> {
        self.tree.spot()
    }

    fn paint(&self, world: &World, focused: bool, page: &mut Page) {
        let area = self.tree_area;
        if area.width > 0 && area.height > 0 {
            let cells = usize::from(area.width);
            let rows = self.tree.rows.iter().enumerate().skip(self.tree.cursor.top).take(self.seen());
            let rows = rows.map(|(at, spot)| {
                let row = self.row(world, *spot, cells);
                if at == self.tree.cursor.at { select(row, focused && !self.in_text) } else { row }
            });
            let mut rows: Vec<Row> = rows.collect();
            if rows.is_empty() {
                rows.push(plain(wording::NO_PLANS, Role::Dim, cells, world.width));
            }
            page.regions.push(Region { area, rows });
            if self.reader.area.y == area.y && self.reader.area.width > 0 {
                layout::rule(area, world.width, page);
            }
        }
        self.reader.paint(world, page);
    }
}
