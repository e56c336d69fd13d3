//! 规划: the plans as a tree at the left, and the text of the plan or node under the cursor at the right; on a broad
//! screen the chapter with its tasks between them.

use crate::app::content::chapter::{ChapterPane, ChapterPlace};
use crate::app::content::clipboard;
use crate::app::content::node_row;
use crate::app::content::plan;
use crate::app::content::reader::{Reader, ReaderPlace};
use crate::app::content::tree::{Tree, TreePlace};
use crate::app::input::action::{Action, CopyKind, Fold, Motion, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::layout::{self, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role, Row};
use crate::app::screen::row::{plain, select};
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine};
use crate::app::state::saved::SavedView;
use crate::app::state::session::{Material, Session};
use crate::app::views::{self, Reply, View, adjacent};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::list::ListPlace;
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{self, Command};
use crate::words::{browser, pages};

/// The panes of the view, from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Tree,
    /// The chapter with what lies below it; only where three panes are shown.
    Chapter,
    Text,
}

/// The view with its tree, chapter and text.
#[derive(Default)]
pub(crate) struct Plans {
    tree: Tree,
    chapter: ChapterPane,
    reader: Reader,
    /// The area of the tree; empty while only the text is shown.
    tree_area: Area,
    pane: Pane,
    n_panes: usize,
}

/// Where the user is among the plans.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    tree: TreePlace,
    chapter: ChapterPlace,
    reader: ReaderPlace,
    pane: Pane,
}

/// Narrow screens show the text below a tree that leaves at least this many rows free.
const PEEK: u16 = 5;

impl Plans {
    fn seen(&self) -> usize {
        usize::from(self.tree_area.height)
    }

    /// Divides the area into tree, chapter and text: side by side, or the text below a short tree, or one of the two.
    fn divide(&self, area: Area) -> (Area, Area, Area) {
        match (self.n_panes, self.pane) {
            (3, _) => {
                let (tree, rest) = cut(area, (area.width / 4).clamp(34, 48));
                let (chapter, text) = cut(rest, rest.width * 9 / 20);
                (tree, chapter, text)
            }
            (2, _) => {
                let (tree, text) = cut(area, (area.width * 2 / 5).clamp(28, 56));
                (tree, Area::default(), text)
            }
            (_, Pane::Text) => (Area::default(), Area::default(), area),
            _ => {
                let rows = u16::try_from(self.tree.rows.len()).unwrap_or(u16::MAX);
                let is_short = rows.saturating_add(PEEK) <= area.height;
                let (tree, text) = layout::below(area, if is_short { rows + 1 } else { area.height });
                (tree, Area::default(), text)
            }
        }
    }

    /// Returns the panes that the screen has room for.
    fn panes(&self) -> &'static [Pane] {
        if self.n_panes == 3 { &[Pane::Tree, Pane::Chapter, Pane::Text] } else { &[Pane::Tree, Pane::Text] }
    }

    /// Returns the plan or node whose text is shown.
    fn current(&self) -> Option<NodeRef> {
        self.chapter.node_ref().or_else(|| self.tree.node_ref())
    }

    /// Moves in the chapter. The tree goes along without being unfolded.
    fn go_in_chapter(&mut self, session: &Session, motion: Motion) {
        self.chapter.go(motion);
        self.follow_chapter(session);
    }

    fn follow_chapter(&mut self, session: &Session) {
        if let Some(node_ref) = self.chapter.node_ref() {
            self.tree.follow(session, node_ref);
            self.chapter.stay(self.tree.node_ref());
        }
    }

    /// Moves in the focused pane.
    fn go_by(&mut self, session: &Session, motion: Motion) -> Reply {
        match (self.pane, motion) {
            // A group is a chapter: the tree moves, and the other panes follow it.
            (Pane::Tree, _) | (_, Motion::GroupUp | Motion::GroupDown) => self.tree.go(session, motion, self.seen()),
            (Pane::Chapter, _) => self.go_in_chapter(session, motion),
            (Pane::Text, motion) => self.read_on(session, motion),
        }
        Reply::Handled
    }

    /// Scrolls the text by lines; by screens it goes on with the next or previous node at its end.
    fn read_on(&mut self, session: &Session, motion: Motion) {
        match motion {
            Motion::Up | Motion::Down | Motion::Top | Motion::Bottom => {
                self.reader.scroll(session, motion);
            }
            Motion::HalfUp
            | Motion::HalfDown
            | Motion::PageUp
            | Motion::PageDown
            | Motion::GroupUp
            | Motion::GroupDown => {
                // At the end of a text the next screen is the next node, so that one key reads a whole plan.
                if !self.reader.scroll(session, motion) {
                    self.turn(session, !motion.is_upward());
                }
            }
        }
    }

    /// Handles a fold where there is nothing to fold: → goes on into the text, the other keys say why nothing happens.
    fn unfoldable(&mut self, session: &Session, fold: Fold) -> Reply {
        let coming = self.tree.node_ref().filter(|at| session.plan(*at).is_some_and(|plan| !plan.nodes.is_here()));
        if let Some(node_ref) = coming {
            // It unfolds when its contents have come.
            if matches!(fold, Fold::ExpandOrEnter | Fold::Toggle | Fold::ExpandBelow) {
                self.tree.open(node_ref);
            }
            return Reply::Message(browser::LOADING.to_string());
        }
        match fold {
            Fold::ExpandOrEnter => self.pane = Pane::Text,
            Fold::CollapseOrLeave => return Reply::Message(browser::TOPMOST.to_string()),
            Fold::Toggle | Fold::CollapseSiblings | Fold::ExpandSiblings | Fold::CollapseAll | Fold::ExpandBelow => {
                let key = session.keymap.key(Action::View(ViewAction::Fold(Fold::ExpandOrEnter)));
                return Reply::Message(browser::nothing_below(key));
            }
        }
        Reply::Handled
    }

    /// Goes to the next or previous node in reading order, unfolding as needed.
    fn turn(&mut self, session: &Session, forward: bool) {
        let Some(node_ref) = self.current() else { return };
        self.tree.reveal(session, node_ref, self.seen());
        if forward && !self.tree.is_open(node_ref) && session.children(node_ref).len() > 0 {
            self.tree.fold(session, Fold::ExpandOrEnter);
            self.tree.settle(session, self.seen());
        }
        self.tree.go(session, if forward { Motion::Down } else { Motion::Up }, self.seen());
    }
}

impl View for Plans {
    fn context(&self) -> Context {
        match self.pane {
            Pane::Tree => Context::Tree,
            Pane::Chapter => Context::Chapter,
            Pane::Text => Context::Text,
        }
    }

    fn settle(&mut self, session: &Session, area: Area) {
        self.tree.settle(session, self.seen());
        self.n_panes = n_panes(area.width, 3);
        if self.n_panes < 3 {
            // What was chosen in the chapter stays chosen where there is no room for it.
            if let Some(node_ref) = self.chapter.close() {
                self.tree.reveal(session, node_ref, self.seen());
            }
            if self.pane == Pane::Chapter {
                self.pane = Pane::Tree;
            }
        }
        let (tree, chapter, text) = self.divide(area);
        self.tree_area = tree;
        self.tree.settle(session, self.seen());
        if self.n_panes == 3 {
            self.chapter.settle(session, self.tree.node_ref(), chapter);
        }
        self.reader.show(session, self.current());
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
            ViewAction::Open => match self.pane {
                Pane::Tree if self.tree.fold(session, Fold::Toggle) => {}
                Pane::Tree | Pane::Chapter => self.pane = Pane::Text,
                Pane::Text => return Reply::Ignored,
            },
            ViewAction::Focus(_) if self.tree.rows.is_empty() => return Reply::Ignored,
            ViewAction::Focus(step) => self.pane = adjacent(self.panes(), self.pane, step),
            ViewAction::Back if self.pane == Pane::Tree && !self.tree.narrow.is_empty() => self.tree.narrow.set(""),
            ViewAction::Back if !self.chapter.narrow.is_empty() => self.chapter.narrow.set(""),
            ViewAction::Back if self.pane != Pane::Tree => self.pane = Pane::Tree,
            ViewAction::Close if self.pane == Pane::Text && self.tree_area.height == 0 => self.pane = Pane::Tree,
            ViewAction::Column(_)
            | ViewAction::Passage(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn works(&self, session: &Session, view_action: ViewAction) -> bool {
        if matches!(view_action, ViewAction::Scroll(_)) {
            return self.reader.screenful(session).is_some();
        }
        if matches!(view_action, ViewAction::Fold(_)) {
            let has_children = |node_ref| session.n_children(node_ref) > 0;
            return self.tree.head().is_some() || self.tree.node_ref().is_some_and(has_children);
        }
        !matches!(view_action, ViewAction::Open | ViewAction::Focus(_)) || !self.tree.rows.is_empty()
    }

    fn click(&mut self, session: &Session, column: u16, row: u16) -> bool {
        if contains(self.reader.area, column, row) && self.tree_area.y == self.reader.area.y {
            self.pane = Pane::Text;
            return false;
        }
        if contains(self.chapter.area(), column, row) {
            self.pane = Pane::Chapter;
            let is_row = self.chapter.click(column, row);
            self.follow_chapter(session);
            return is_row;
        }
        let at = self.tree.cursor.top + usize::from(row.saturating_sub(self.tree_area.y));
        let is_row = contains(self.tree_area, column, row) && at < self.tree.rows.len();
        if is_row {
            self.pane = Pane::Tree;
            self.tree.cursor.at = at;
            self.chapter.lead();
        }
        is_row
    }

    fn move_at(&mut self, session: &Session, column: u16, row: u16, motion: Motion) {
        if contains(self.tree_area, column, row) {
            self.tree.go(session, motion, self.seen());
        } else if contains(self.chapter.area(), column, row) {
            self.go_in_chapter(session, motion);
        } else {
            self.reader.scroll(session, motion);
        }
    }

    fn seek(&mut self, session: &Session, forward: bool) -> Option<(usize, usize)> {
        if self.pane == Pane::Text { self.reader.seek_next(session, forward) } else { None }
    }

    fn place(&self) -> views::Place {
        views::Place::Plans(Place {
            tree: self.tree.place(),
            chapter: self.chapter.place(),
            reader: self.reader.place(),
            pane: self.pane,
        })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Plans(place) = place else { return false };
        self.pane = place.pane;
        self.settle(session, area);
        let is_in_tree = self.tree.restore(session, &place.tree);
        // How many rows of the tree are seen depends on how many there are now.
        (self.tree_area, ..) = self.divide(area);
        let is_in_chapter = self.chapter.restore(session, &place.chapter);
        self.reader.restore(&place.reader);
        is_in_tree && is_in_chapter
    }

    fn saved(&self, session: &Session) -> SavedView {
        let location = |node_ref| session.location(node_ref);
        let place = self.tree.place();
        let mut unfolded: Vec<NodeRef> = place.open.into_iter().collect();
        unfolded.sort_unstable();
        let mut heads: Vec<String> = place.open_heads.into_iter().collect();
        heads.sort_unstable();
        SavedView {
            at: self.tree.node_ref().and_then(location),
            above: self.tree.cursor.above(),
            filter: self.tree.narrow.text(),
            narrow: self.chapter.narrow.text(),
            pane: self.panes().iter().position(|pane| *pane == self.pane).unwrap_or(0),
            inner: self.current().and_then(location),
            inner_above: self.chapter.place().list.cursor.above(),
            top: self.reader.place().top,
            unfolded: unfolded.into_iter().filter_map(location).collect(),
            heads,
            group: place.head,
            ..SavedView::default()
        }
    }

    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<views::Place> {
        let known = session.knows(saved.unfolded.iter().chain(&saved.at).chain(&saved.inner));
        if !known {
            return None;
        }
        let at = saved.at.as_ref().and_then(|location| session.node_ref(location));
        let inner = saved.inner.as_ref().and_then(|location| session.node_ref(location));
        let tree = TreePlace {
            narrow: saved.filter.clone(),
            open: saved.unfolded.iter().filter_map(|location| session.node_ref(location)).collect(),
            open_heads: saved.heads.iter().cloned().collect(),
            node_ref: at,
            head: saved.group.clone(),
            cursor: Cursor::below(saved.above),
        };
        let list = ListPlace { item: inner, cursor: Cursor::below(saved.inner_above) };
        Some(views::Place::Plans(Place {
            tree,
            chapter: ChapterPlace::led(session, at, saved.narrow.clone(), list),
            reader: ReaderPlace::at_row(inner, saved.top),
            pane: self.panes().get(saved.pane).copied().unwrap_or_default(),
        }))
    }

    fn go_to_top(&mut self, session: &Session) {
        self.pane = Pane::Tree;
        self.tree.go(session, Motion::Top, self.seen());
        self.chapter.lead();
        self.reader.scroll(session, Motion::Top);
    }

    fn location(&self, session: &Session) -> Option<Location> {
        session.location(self.current()?)
    }

    fn go(&mut self, session: &Session, location: &Location, target: Option<&TargetLine>) -> bool {
        let Some(node_ref) = session.node_ref(location).filter(|node_ref| session.is_chosen(node_ref.plan)) else {
            return false;
        };
        self.tree.reveal(session, node_ref, self.seen());
        self.chapter.lead();
        self.reader.show(session, Some(node_ref));
        let hit = session.hit().filter(|hit| hit.location == *location);
        match target {
            Some(target) => self.reader.target_line(target.clone()),
            None => self.reader.seek(session, hit.and_then(|hit| hit.line)),
        }
        // Where one pane is shown at a time, the text is shown to be read; otherwise the pane keeps the focus it had.
        if node_ref.node.is_none() {
            self.pane = Pane::Tree;
        } else if self.n_panes == 1 {
            self.pane = Pane::Text;
        }
        true
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let trail = self.current().map(|node_ref| session.trail(node_ref)).unwrap_or_default();
        let head = self.tree.head().filter(|_| trail.is_empty()).map(|head| Crumb::plain(head.label.clone()));
        let trail = trail.into_iter().map(|each| Crumb::to(session.title(each), session.location(each)));
        head.into_iter().chain(trail).collect()
    }

    fn count(&self, session: &Session) -> String {
        match self.pane {
            Pane::Chapter => wording::filtered_count(&self.chapter.narrow.text(), self.chapter.count()),
            Pane::Tree if !self.tree.narrow.is_empty() => {
                browser::filtered_count(self.tree.narrow.text(), self.tree.n_kept)
            }
            Pane::Tree | Pane::Text => {
                self.reader.screenful(session).map(|(at, of)| browser::screenful(at, of)).unwrap_or_default()
            }
        }
    }

    fn filter(&self) -> Option<&TextField> {
        match self.pane {
            Pane::Tree => Some(&self.tree.narrow),
            Pane::Chapter => Some(&self.chapter.narrow),
            Pane::Text => None,
        }
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        match self.pane {
            Pane::Tree => Some(&mut self.tree.narrow),
            Pane::Chapter => Some(&mut self.chapter.narrow),
            Pane::Text => None,
        }
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        clipboard::node(session, self.current()?, what)
    }

    fn command(&self, session: &Session) -> Option<Command> {
        clipboard::command(session, self.current()?)
    }

    fn export(&self, session: &Session) -> Option<Command> {
        let node_ref = self.current()?;
        let node = session.node(node_ref).filter(|_| session.children(node_ref).len() > 0);
        // A chapter lists the nodes below it, so it is exported with them.
        let show = node.map(|node| Command::Show(command::Show { node: node.id.clone(), deep: true }));
        show.or_else(|| self.command(session))
    }

    fn reading(&self) -> Option<(NodeRef, usize)> {
        let place = self.reader.place();
        let node_ref = place.node_ref.filter(|node_ref| node_ref.node.is_some())?;
        (self.pane == Pane::Text || place.top > 0).then_some((node_ref, place.top))
    }

    fn node_ref(&self, _session: &Session) -> Option<NodeRef> {
        self.current()
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        let area = self.tree_area;
        if area.width > 0 && area.height > 0 {
            let cells = usize::from(area.width);
            let rows = self.tree.rows.iter().enumerate().skip(self.tree.cursor.top).take(self.seen());
            let rows = rows.map(|(at, row)| {
                let (is_open, above) = (self.tree.is_unfolded(*row), self.tree.heads_above(*row));
                let row = match (self.tree.head_of(*row), row.node_ref()) {
                    (Some(head), _) => node_row::head(session, &head.label, head.plans.len(), is_open, above, cells),
                    (None, Some(node_ref)) => node_row::in_tree(session, node_ref, is_open, above, cells),
                    (None, None) => Row::default(),
                };
                if at == self.tree.cursor.at { select(row, focused && self.pane == Pane::Tree) } else { row }
            });
            let mut rows: Vec<Row> = rows.collect();
            if rows.is_empty() {
                let why = if self.tree.narrow.is_empty() {
                    pages::NO_PLANS.to_string()
                } else {
                    pages::no_such_node(session.keymap.key(wording::ESCAPE))
                };
                rows.push(plain(&session.why_empty(Material::Plans, &why), Role::Dim, cells, session.width));
            }
            page.regions.push(Region { area, rows });
            if self.reader.area.y == area.y && self.reader.area.width > 0 {
                layout::rule(area, session.width, page);
            }
        }
        if self.n_panes == 3 {
            self.chapter.paint(session, focused && self.pane == Pane::Chapter, page);
            layout::rule(self.chapter.area(), session.width, page);
        }
        match self.tree.head().filter(|_| self.current().is_none()) {
            Some(head) => plan::group(session, head, self.tree.plans_of(head), self.reader.area, page),
            None => self.reader.paint(session, page),
        }
    }
}
