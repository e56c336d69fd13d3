//! 时限: targets by year or by department, in three panes: the years or departments, the targets of the chosen one, and
//! the chosen target in full.

use crate::app::content::deadline::{self, At, Due, Group};
use crate::app::input::action::{CopyKind, Motion, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::layout::{self, below, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role};
use crate::app::screen::row::plain;
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine};
use crate::app::state::saved::SavedView;
use crate::app::state::session::{Material, Session};
use crate::app::views::{self, Reply, View, adjacent, selected_plan};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::detail::{Detail, DetailPlace};
use crate::app::widgets::list::{ListPane, ListPlace, ListRow};
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::Command;
use crate::text::width::Width;
use crate::words::{browser, pages};

/// The panes of the view, from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Groups,
    Targets,
    Detail,
}

/// The panes in the order in which Tab goes through them.
const PANES: [Pane; 3] = [Pane::Groups, Pane::Targets, Pane::Detail];

/// How a saved view says that targets are grouped by department.
const BY_OFFICE: &str = "office";
/// How a saved view says that targets are grouped by year.
const BY_YEAR: &str = "year";

/// What a list of targets was made for: the groups at that time, the group, its own filter, the width of a row.
type TargetsFor = (usize, Option<Group>, String, (usize, Width));

/// The view with its panes and their lists.
#[derive(Default)]
pub(crate) struct Deadlines {
    /// The filter of all targets, which also decides what groups there are.
    filter: TextField,
    /// The filter of the targets of the chosen group.
    narrow: TextField,
    is_by_bureau: bool,
    /// Whether the grouping was chosen; until then it is by department where the user's own is known.
    is_grouping_chosen: bool,
    due: Due,
    /// The list of years or departments.
    groups: ListPane<Group>,
    targets: ListPane<At>,
    targets_for: Option<TargetsFor>,
    detail: Detail<At>,
    pane: Pane,
    head_area: Area,
    /// The area of the remark that targets of some plans are missing; without rows where none are.
    note_area: Area,
    /// The area of the message that there is nothing to list.
    empty_area: Area,
    n_panes: usize,
}

/// Where the user is among the targets.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    filter: String,
    narrow: String,
    is_by_bureau: bool,
    groups: ListPlace<Group>,
    targets: ListPlace<At>,
    detail: DetailPlace<At>,
    pane: Pane,
}

impl Deadlines {
    /// Makes the groups anew where anything they depend on has changed.
    fn list(&mut self, session: &Session) {
        if !self.due.update(session, &self.filter.text(), self.is_by_bureau) {
            return;
        }
        let before = self.groups.chosen().cloned();
        self.groups.set_rows(self.due.groups.iter().map(|(group, _)| ListRow::Item(group.clone())).collect());
        if self.groups.chosen() != before.as_ref() {
            self.groups.restart();
        }
    }

    /// Makes the targets of the chosen group anew where anything they depend on has changed.
    fn list_targets(&mut self, session: &Session, cells: usize) {
        let group = self.groups.chosen().cloned();
        let narrow = self.narrow.text();
        let wanted = Some((self.due.version(), group.clone(), narrow.clone(), (cells, session.width)));
        if self.targets_for == wanted {
            return;
        }
        let is_other = self.targets_for.as_ref().is_none_or(|(_, known, ..)| *known != group);
        self.targets.set_rows(group.map(|group| self.due.rows(session, &group, &narrow, cells)).unwrap_or_default());
        if is_other && self.pane == Pane::Groups {
            self.targets.restart();
        }
        self.targets_for = wanted;
    }

    /// Divides the area: groups, targets and detail side by side, or the detail below the targets.
    fn divide(&mut self, session: &Session, area: Area) -> (Area, Area, Area) {
        self.n_panes = n_panes(area.width, 3);
        let (groups, rest) = match self.n_panes {
            1 if self.pane == Pane::Groups => (area, Area::default()),
            1 => (Area::default(), area),
            2 => cut(area, deadline::list_width(session, self.is_by_bureau, 0)),
            _ => cut(area, deadline::list_width(session, self.is_by_bureau, area.width / 3)),
        };
        let (head, groups) = below(groups, 1);
        self.head_area = head;
        let (targets, detail) = if self.n_panes == 3 {
            cut(rest, rest.width * 3 / 5)
        } else {
            let (targets, detail) = below(rest, rest.height - rest.height * 2 / 5);
            (targets, below(detail, 1).1)
        };
        (groups, targets, detail)
    }

    fn go_by(&mut self, motion: Motion) {
        match self.pane {
            Pane::Groups => self.groups.go(motion),
            Pane::Targets => self.targets.go(motion),
            Pane::Detail => self.detail.scroll(motion),
        }
    }

    fn open(&mut self, session: &Session) -> Reply {
        let Some(at) = self.targets.chosen().copied() else { return Reply::Ignored };
        if self.pane == Pane::Groups {
            self.pane = Pane::Targets;
            return Reply::Handled;
        }
        let location = deadline::node_ref(session, at).and_then(|node_ref| session.location(node_ref));
        location
            .zip(deadline::target_line(session, at))
            .map_or(Reply::Ignored, |(location, target_line)| Reply::GoToLine(location, target_line))
    }

    /// Groups the targets by department instead of by year, or the other way round. The chosen target stays chosen.
    fn regroup(&mut self, session: &Session) {
        let chosen = self.targets.chosen().copied();
        self.is_by_bureau = !self.is_by_bureau;
        self.list(session);
        if let Some(each) = chosen.and_then(|at| deadline::get(session, at)).filter(|_| self.pane != Pane::Groups) {
            self.groups.choose(|group| deadline::first_group(each, self.is_by_bureau) == *group);
        }
    }

    fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        let areas = [(Pane::Groups, self.groups.area), (Pane::Targets, self.targets.area)];
        let all = areas.into_iter().chain([(Pane::Detail, self.detail.area)]);
        all.into_iter().find(|(_, area)| contains(*area, column, row)).map(|(pane, _)| pane)
    }
}

impl View for Deadlines {
    fn context(&self) -> Context {
        match self.pane {
            Pane::Groups => Context::Years,
            Pane::Targets | Pane::Detail => Context::Due,
        }
    }

    fn settle(&mut self, session: &Session, area: Area) {
        if !self.is_grouping_chosen {
            (self.is_by_bureau, self.is_grouping_chosen) = (session.own_office.is_some(), true);
        }
        self.list(session);
        let is_partial =
            !self.groups.is_empty() && session.missing(Material::Deadlines).remark(&session.keymap).is_some();
        let (note, area) = below(area, u16::from(is_partial));
        self.note_area = note;
        self.empty_area = below(area, 1).1;
        if self.groups.is_empty() {
            self.pane = Pane::Groups;
        }
        let (groups, targets, detail) = self.divide(session, area);
        self.groups.settle(groups);
        self.list_targets(session, usize::from(targets.width));
        self.targets.settle(targets);
        let chosen = self.targets.chosen().copied();
        let rows =
            |cells| chosen.map(|at| deadline::detail(session, at, session.highlighted(), cells)).unwrap_or_default();
        self.detail.show(detail, chosen, rows);
    }

    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply {
        match view_action {
            ViewAction::Move(motion) => self.go_by(motion),
            ViewAction::Scroll(motion) => self.detail.scroll(motion),
            ViewAction::Regroup => self.regroup(session),
            ViewAction::Open => return self.open(session),
            ViewAction::Focus(_) if self.groups.is_empty() => return Reply::Ignored,
            ViewAction::Focus(step) => self.pane = adjacent(&PANES, self.pane, step),
            ViewAction::Back if self.pane != Pane::Groups && !self.narrow.is_empty() => self.narrow.set(""),
            ViewAction::Back if self.pane != Pane::Groups => self.pane = Pane::Groups,
            ViewAction::Close if self.pane != Pane::Groups && self.n_panes == 1 => self.pane = Pane::Groups,
            ViewAction::Back if !self.filter.is_empty() => self.filter.set(""),
            ViewAction::Fold(_)
            | ViewAction::Column(_)
            | ViewAction::Passage(_)
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn works(&self, _session: &Session, view_action: ViewAction) -> bool {
        if matches!(view_action, ViewAction::Scroll(_)) {
            return self.detail.area.width > 0 && self.detail.is_long();
        }
        if view_action == ViewAction::Open && self.pane != Pane::Groups {
            return !self.targets.is_empty();
        }
        !matches!(view_action, ViewAction::Open | ViewAction::Focus(_)) || !self.groups.is_empty()
    }

    fn click(&mut self, _session: &Session, column: u16, row: u16) -> bool {
        let Some(pane) = self.pane_at(column, row) else { return false };
        self.pane = pane;
        match pane {
            Pane::Groups => self.groups.click(column, row),
            Pane::Targets => self.targets.click(column, row),
            Pane::Detail => false,
        }
    }

    fn move_at(&mut self, _session: &Session, column: u16, row: u16, motion: Motion) {
        let Some(pane) = self.pane_at(column, row) else { return };
        let focused = std::mem::replace(&mut self.pane, pane);
        self.go_by(motion);
        self.pane = focused;
    }

    fn place(&self) -> views::Place {
        views::Place::Deadlines(Place {
            filter: self.filter.text(),
            narrow: self.narrow.text(),
            is_by_bureau: self.is_by_bureau,
            groups: self.groups.place(),
            targets: self.targets.place(),
            detail: self.detail.place(),
            pane: self.pane,
        })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Deadlines(place) = place else { return false };
        self.filter.set(&place.filter);
        self.narrow.set(&place.narrow);
        self.is_by_bureau = place.is_by_bureau;
        self.pane = place.pane;
        self.list(session);
        let has_group = self.groups.restore(&place.groups);
        // The targets are those of the group, and need an area.
        self.settle(session, area);
        let is_listed = self.targets.restore(&place.targets);
        self.detail.restore(&place.detail);
        has_group && is_listed
    }

    fn saved(&self, session: &Session) -> SavedView {
        SavedView {
            at: self.location(session),
            above: self.groups.place().cursor.above(),
            filter: self.filter.text(),
            narrow: self.narrow.text(),
            pane: PANES.iter().position(|pane| *pane == self.pane).unwrap_or(0),
            inner_above: self.targets.place().cursor.above(),
            top: self.detail.place().top,
            group: self.groups.chosen().map(deadline::key),
            order: self.is_grouping_chosen.then(|| if self.is_by_bureau { BY_OFFICE } else { BY_YEAR }.to_owned()),
            ..SavedView::default()
        }
    }

    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<views::Place> {
        let is_by_bureau = saved.order.as_deref().map_or(self.is_by_bureau, |order| order == BY_OFFICE);
        for (at, _) in session.plans() {
            session.deadlines(at);
        }
        if !session.knows_contents() || session.missing(Material::Deadlines).n_pending > 0 {
            return None;
        }
        let mut due = Due::default();
        due.update(session, &saved.filter, is_by_bureau);
        let group =
            due.groups.into_iter().map(|(group, _)| group).find(|group| Some(deadline::key(group)) == saved.group);
        let at = match &saved.at {
            Some(Location::Deadline(id, nth)) => selected_plan(session, id).map(|plan| (plan, *nth)),
            _ => None,
        };
        Some(views::Place::Deadlines(Place {
            filter: saved.filter.clone(),
            narrow: saved.narrow.clone(),
            is_by_bureau,
            groups: ListPlace { item: group, cursor: Cursor::below(saved.above) },
            targets: ListPlace { item: at, cursor: Cursor::below(saved.inner_above) },
            detail: DetailPlace { of: at, top: saved.top },
            pane: PANES.get(saved.pane).copied().unwrap_or_default(),
        }))
    }

    fn go_to_top(&mut self, _session: &Session) {
        self.pane = Pane::Groups;
        self.groups.restart();
        self.targets.restart();
        self.detail.scroll(Motion::Top);
    }

    fn location(&self, session: &Session) -> Option<Location> {
        let (plan, nth) = *self.targets.chosen()?;
        Some(Location::Deadline(session.heads().get(plan)?.id.clone(), nth))
    }

    fn go(&mut self, session: &Session, location: &Location, _target: Option<&TargetLine>) -> bool {
        let Location::Deadline(id, nth) = location else { return false };
        let Some(plan) = selected_plan(session, id) else { return false };
        let Some(each) = deadline::get(session, (plan, *nth)) else { return false };
        self.filter.set("");
        self.narrow.set("");
        self.list(session);
        let kept = self.groups.chosen().is_some_and(|group| deadline::is_in(each, group));
        if !kept {
            self.groups.choose(|group| deadline::first_group(each, self.is_by_bureau) == *group);
        }
        self.pane = Pane::Targets;
        self.list_targets(session, usize::from(self.targets.area.width));
        self.targets.choose(|at| *at == (plan, *nth))
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let mut crumbs = vec![Crumb::plain(browser::DEADLINES.get())];
        crumbs.extend(self.groups.chosen().map(|group| Crumb::to(deadline::name(group), deadline::office(group))));
        let each =
            self.targets.chosen().filter(|_| self.pane != Pane::Groups).and_then(|at| deadline::get(session, *at));
        let place = self.node_ref(session).and_then(|node_ref| session.location(node_ref));
        crumbs.extend(each.map(|each| Crumb::to(&each.metric, place)));
        crumbs
    }

    fn count(&self, _session: &Session) -> String {
        match self.pane {
            Pane::Groups => wording::filtered_count(&self.filter.text(), self.groups.count()),
            Pane::Targets | Pane::Detail => wording::filtered_count(&self.narrow.text(), self.targets.count()),
        }
    }

    fn filter(&self) -> Option<&TextField> {
        Some(if self.pane == Pane::Groups { &self.filter } else { &self.narrow })
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        Some(if self.pane == Pane::Groups { &mut self.filter } else { &mut self.narrow })
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        let at = *self.targets.chosen()?;
        match what {
            CopyKind::Text => deadline::text(session, at, false),
            CopyKind::Citation => deadline::text(session, at, true),
            CopyKind::Path => deadline::node_ref(session, at).map(|node_ref| session.path(node_ref).join(" › ")),
        }
    }

    fn command(&self, session: &Session) -> Option<Command> {
        Some(deadline::command(session, self.groups.chosen()?))
    }

    fn node_ref(&self, session: &Session) -> Option<NodeRef> {
        deadline::node_ref(session, *self.targets.chosen()?)
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        let remark = session.missing(Material::Deadlines).remark(&session.keymap).filter(|_| self.note_area.height > 0);
        if let Some(remark) = remark {
            let rows =
                vec![plain(&format!(" {remark}"), Role::Warning, usize::from(self.note_area.width), session.width)];
            page.regions.push(Region { area: self.note_area, rows });
        }
        if self.head_area.width > 0 && self.head_area.height > 0 {
            let rows = vec![deadline::group_head(session, self.is_by_bureau, usize::from(self.head_area.width))];
            page.regions.push(Region { area: self.head_area, rows });
        }
        if self.groups.is_empty() {
            let why = if self.filter.is_empty() {
                pages::no_deadlines(session.keymap.key(wording::SELECT_PLANS))
            } else {
                pages::no_such_deadline(session.keymap.key(wording::ESCAPE))
            };
            let area = self.empty_area;
            let rows = vec![plain(
                &session.why_empty(Material::Deadlines, &why),
                Role::Dim,
                usize::from(area.width),
                session.width,
            )];
            page.regions.extend((area.height > 0).then_some(Region { area, rows }));
            return;
        }
        self.groups.paint(session, focused && self.pane == Pane::Groups, page, |group, cells| {
            let counted = self.due.groups.iter().find(|(each, ..)| each == group);
            counted.map(|counted| deadline::group_row(session, &self.due, counted, cells)).unwrap_or_default()
        });
        let typed = [self.filter.text(), self.narrow.text()].join(" ");
        let highlighted: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        if let Some(group) = self.groups.chosen() {
            self.targets.paint(session, focused && self.pane == Pane::Targets, page, |at, cells| {
                deadline::row(session, *at, group, &highlighted, cells)
            });
        }
        if self.n_panes > 1 {
            layout::rule(layout::joined(self.head_area, self.groups.area), session.width, page);
        }
        if self.n_panes > 2 {
            layout::rule(self.targets.area, session.width, page);
        }
        self.detail.paint(page);
    }
}
