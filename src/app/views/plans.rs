//! 规划: the plans as a tree at the left, and the text of the plan or node under the cursor at the right.

use crate::app::content::clipboard;
use crate::app::content::reader::{Reader, ReaderPlace};
use crate::app::input::action::{Action, CopyKind, Fold, Motion, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::layout::{self, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{RowBuilder, plain, select};
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine};
use crate::app::state::session::{Material, Session};
use crate::app::views::{self, Reply, View};
use crate::app::widgets::text_field::TextField;
use crate::app::widgets::tree::{Tree, TreePlace};
use crate::app::wording;
use crate::command::{self, Command};

/// The view with its tree and text.
#[derive(Default)]
pub(crate) struct Plans {
    tree: Tree,
    reader: Reader,
    /// The area of the tree; empty while only the text is shown.
    tree_area: Area,
    in_text: bool,
    /// Whether the screen shows one pane at a time.
    is_single: bool,
}

/// Where the user is among the plans.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    tree: TreePlace,
    reader: ReaderPlace,
    in_text: bool,
}

/// Narrow screens show the text below a tree that leaves at least this many rows free.
const PEEK: u16 = 5;

impl Plans {
    fn seen(&self) -> usize {
        usize::from(self.tree_area.height)
    }

    /// Divides the area: tree and text side by side, or the text below a short tree, or one of the two.
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

    /// Makes one row of the tree.
    fn row(&self, session: &Session, node_ref: NodeRef, cells: usize) -> Row {
        let glyphs = session.width.glyphs();
        let n_children = session.n_children(node_ref);
        let marker = match (n_children, self.tree.is_open(node_ref)) {
            (0, _) => " ",
            (_, true) => glyphs.unfolded,
            (_, false) => glyphs.folded,
        };
        let (marks, role) = self.marks(session, node_ref, n_children);
        let marks_cells = session.width.of(&marks) + usize::from(!marks.is_empty());
        let mut line = RowBuilder::new(cells, session.width);
        // The indent stops growing at a third of the pane, so that deep nodes keep room for their titles.
        let indent = (session.depth(node_ref) * 2).min(cells / 3);
        line.reserve(marks_cells).gap(indent).put(marker, Role::Dim).gap(1);
        Self::name(session, node_ref, &mut line);
        line.release(cells).right(&marks, role);
        line.build()
    }

    /// Adds the number and title to a row of the tree.
    fn name(session: &Session, node_ref: NodeRef, line: &mut RowBuilder) {
        match (session.node(node_ref), session.plan(node_ref)) {
            (Some(node), _) => {
                let (number, title) = (node.number.as_deref().unwrap_or_default(), session.title(node_ref));
                let title = title.strip_prefix(number).unwrap_or(&title);
                line.put(number, Role::Number).put(title, Role::Text);
            }
            (None, Some(plan)) => {
                line.put(&plan.short, Role::Number).gap(1).put(&plan.title, Role::Title);
            }
            (None, None) => {}
        }
    }

    /// Returns the marks at the right end of a row: a bookmark, a draft, 核 for a node with findings, 责 for a task with
    /// units, and the number of nodes folded away.
    fn marks(&self, session: &Session, node_ref: NodeRef, n_children: usize) -> (String, Role) {
        let mut marks = Vec::new();
        let mut role = Role::Dim;
        if session.location(node_ref).is_some_and(|location| session.bookmarks.contains(&location)) {
            marks.push(session.width.glyphs().bookmark.to_owned());
        }
        match session.node(node_ref) {
            Some(node) => {
                if session.findings_at(node_ref).next().is_some() {
                    marks.push(wording::FOUND_SHORT.to_owned());
                }
                marks.extend((!node.responsible.is_empty()).then(|| wording::HAS_UNITS.to_owned()));
            }
            None if session.plan(node_ref).is_some_and(|plan| wording::draft(plan).is_some()) => {
                role = Role::Warning;
                marks.push(wording::DRAFT_SHORT.to_owned());
            }
            None => {}
        }
        if n_children > 0 && !self.tree.is_open(node_ref) {
            marks.push(n_children.to_string());
        }
        (marks.join(" "), role)
    }

    /// Moves in the focused pane.
    fn go_by(&mut self, session: &Session, motion: Motion) -> Reply {
        if !self.in_text {
            self.tree.go(session, motion, self.seen());
            return Reply::Handled;
        }
        match motion {
            // In the text a group is a chapter: the tree moves, and the text follows it.
            Motion::GroupUp | Motion::GroupDown => self.tree.go(session, motion, self.seen()),
            Motion::Up | Motion::Down | Motion::Top | Motion::Bottom => {
                self.reader.scroll(session, motion);
            }
            Motion::HalfUp | Motion::HalfDown | Motion::PageUp | Motion::PageDown => {
                // At the end of a text the next screen is the next node, so that one key reads a whole plan.
                if !self.reader.scroll(session, motion) {
                    self.turn(session, !motion.is_upward());
                }
            }
        }
        Reply::Handled
    }

    /// Handles a fold where there is nothing to fold: → goes on into the text, the other keys say why nothing happens.
    fn unfoldable(&mut self, session: &Session, fold: Fold) -> Reply {
        let coming = self.tree.node_ref().filter(|at| session.plan(*at).is_some_and(|plan| !plan.nodes.is_here()));
        if let Some(node_ref) = coming {
            // It unfolds when its contents have come.
            if matches!(fold, Fold::ExpandOrEnter | Fold::Toggle | Fold::ExpandBelow) {
                self.tree.open(node_ref);
            }
            return Reply::Message(wording::LOADING);
        }
        match fold {
            Fold::ExpandOrEnter => self.in_text = true,
            Fold::CollapseOrLeave => return Reply::Message(wording::TOPMOST),
            Fold::Toggle | Fold::CollapseSiblings | Fold::ExpandSiblings | Fold::CollapseAll | Fold::ExpandBelow => {
                return Reply::Message(wording::NOTHING_BELOW);
            }
        }
        Reply::Handled
    }

    /// Goes to the next or previous node in reading order, unfolding as needed.
    fn turn(&mut self, session: &Session, forward: bool) {
        let Some(node_ref) = self.tree.node_ref() else { return };
        if forward && !self.tree.is_open(node_ref) && session.children(node_ref).len() > 0 {
            self.tree.fold(session, Fold::ExpandOrEnter);
            self.tree.settle(session, self.seen());
        }
        self.tree.go(session, if forward { Motion::Down } else { Motion::Up }, self.seen());
    }
}

impl View for Plans {
    fn context(&self) -> Context {
        if self.in_text { Context::Text } else { Context::Tree }
    }

    fn settle(&mut self, session: &Session, area: Area) {
        self.tree.settle(session, self.seen());
        self.is_single = n_panes(area.width, 2) == 1;
        let (tree, text) = self.divide(area);
        self.tree_area = tree;
        self.tree.settle(session, self.seen());
        self.reader.show(self.tree.node_ref());
        self.reader.settle(session, text);
    }

    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply {
        match view_action {
            ViewAction::Move(motion) => return self.go_by(session, motion),
            ViewAction::Scroll(motion) => {
                self.reader.scroll(session, motion);
            }
            ViewAction::Fold(fold) => {
                if !self.tree.fold(session, fold) {
                    return self.unfoldable(session, fold);
                }
            }
            ViewAction::Open if self.in_text => return Reply::Ignored,
            ViewAction::Open => {
                if !self.tree.fold(session, Fold::Toggle) {
                    self.in_text = true;
                }
            }
            ViewAction::Focus(_) if self.tree.rows.is_empty() => return Reply::Ignored,
            ViewAction::Focus(step) if self.in_text || step.is_forward() => self.in_text = !self.in_text,
            ViewAction::Focus(_) => self.in_text = true,
            ViewAction::Back if self.in_text => self.in_text = false,
            ViewAction::Close if self.in_text && self.tree_area.height == 0 => self.in_text = false,
            ViewAction::Column(_)
            | ViewAction::Passage(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn works(&self, session: &Session, action: Action) -> bool {
        let Action::View(view_action) = action else { return true };
        match view_action {
            ViewAction::Scroll(_) => self.reader.screenful(session).is_some(),
            ViewAction::Fold(_) => self.tree.node_ref().is_some_and(|node_ref| session.n_children(node_ref) > 0),
            ViewAction::Open | ViewAction::Focus(_) => !self.tree.rows.is_empty(),
            ViewAction::Move(_)
            | ViewAction::Column(_)
            | ViewAction::Passage(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => true,
        }
    }

    fn click(&mut self, _session: &Session, column: u16, row: u16) -> bool {
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

    fn move_at(&mut self, session: &Session, column: u16, row: u16, motion: Motion) {
        if contains(self.tree_area, column, row) {
            self.tree.go(session, motion, self.seen());
        } else {
            self.reader.scroll(session, motion);
        }
    }

    fn seek(&mut self, session: &Session, forward: bool) -> Option<(usize, usize)> {
        if self.in_text { self.reader.seek_next(session, forward) } else { None }
    }

    fn place(&self) -> views::Place {
        views::Place::Plans(Place { tree: self.tree.place(), reader: self.reader.place(), in_text: self.in_text })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Plans(place) = place else { return false };
        self.in_text = place.in_text;
        self.settle(session, area);
        let is_listed = self.tree.restore(session, &place.tree);
        self.reader.restore(&place.reader);
        is_listed
    }

    fn go_to_top(&mut self, session: &Session) {
        self.in_text = false;
        self.tree.go(session, Motion::Top, self.seen());
        self.reader.scroll(session, Motion::Top);
    }

    fn location(&self, session: &Session) -> Option<Location> {
        session.location(self.tree.node_ref()?)
    }

    fn go(&mut self, session: &Session, location: &Location, target: Option<&TargetLine>) -> bool {
        let Some(node_ref) = session.node_ref(location).filter(|node_ref| session.is_chosen(node_ref.plan)) else {
            return false;
        };
        self.tree.reveal(session, node_ref, self.seen());
        self.reader.show(Some(node_ref));
        let hit = session.hit().filter(|hit| hit.location == *location);
        match target {
            Some(target) => self.reader.target_line(target.clone()),
            None => self.reader.seek(session, hit.and_then(|hit| hit.line)),
        }
        // Where one pane is shown at a time, the text is shown to be read; in two panes, the
        // text keeps the focus it had.
        self.in_text = (self.is_single || self.in_text) && node_ref.node.is_some();
        true
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let trail = self.tree.node_ref().map(|node_ref| session.trail(node_ref)).unwrap_or_default();
        trail.into_iter().map(|each| Crumb::to(session.title(each), session.location(each))).collect()
    }

    fn count(&self, session: &Session) -> String {
        self.reader.screenful(session).map(wording::screenful).unwrap_or_default()
    }

    fn filter(&self) -> Option<&TextField> {
        None
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        None
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        clipboard::node(session, self.tree.node_ref()?, what)
    }

    fn command(&self, session: &Session) -> Option<Command> {
        clipboard::command(session, self.tree.node_ref()?)
    }

    fn export(&self, session: &Session) -> Option<Command> {
        let node_ref = self.tree.node_ref()?;
        let node = session.node(node_ref).filter(|_| session.children(node_ref).len() > 0);
        // A chapter lists the nodes below it, so it is exported with them.
        let show = node.map(|node| Command::Show(command::Show { node: node.id.clone(), deep: true }));
        show.or_else(|| self.command(session))
    }

    fn node_ref(&self, _session: &Session) -> Option<NodeRef> {
        self.tree.node_ref()
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        let area = self.tree_area;
        if area.width > 0 && area.height > 0 {
            let cells = usize::from(area.width);
            let rows = self.tree.rows.iter().enumerate().skip(self.tree.cursor.top).take(self.seen());
            let rows = rows.map(|(at, node_ref)| {
                let row = self.row(session, *node_ref, cells);
                if at == self.tree.cursor.at { select(row, focused && !self.in_text) } else { row }
            });
            let mut rows: Vec<Row> = rows.collect();
            if rows.is_empty() {
                rows.push(plain(
                    &session.why_empty(Material::Plans, wording::NO_PLANS),
                    Role::Dim,
                    cells,
                    session.width,
                ));
            }
            page.regions.push(Region { area, rows });
            if self.reader.area.y == area.y && self.reader.area.width > 0 {
                layout::rule(area, session.width, page);
            }
        }
        self.reader.paint(session, page);
    }
}
