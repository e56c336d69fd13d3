//! 核对: where the selected plans contradict themselves, as a list plan by plan, with the chosen
//! finding in full beside it.

use crate::analysis::check::kind_name;
use crate::app::content::finding::{self, Checked, Spoken};
use crate::app::input::action::{CopyKind, Motion, Step, ViewAction};
use crate::app::input::keymap::Context;
use crate::app::screen::layout::{self, below, contains, cut, n_panes};
use crate::app::screen::page::{Area, Page, Region, Role};
use crate::app::screen::row::plain;
use crate::app::state::location::{Crumb, Location, NodeRef, TargetLine, joined};
use crate::app::state::saved::SavedView;
use crate::app::state::session::{Material, Missing, PlansShown, Session};
use crate::app::views::{self, Reply, View, selected_plan};
use crate::app::widgets::cursor::Cursor;
use crate::app::widgets::detail::{Detail, DetailPlace};
use crate::app::widgets::list::{ListPane, ListPlace, ListRow};
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{self, Command};
use crate::model::{Finding, Plan};
use crate::words::{browser, pages};

/// A finding by position: that of its plan, and its own among the findings of the plan.
type At = (usize, usize);

/// The view with its list and detail.
#[derive(Default)]
pub(crate) struct Findings {
    filter: TextField,
    checked: Checked,
    list: ListPane<At>,
    /// What the list was made for: the filter, the plans, how many of them were checked, and how many are not yet.
    listed_for: Option<(String, PlansShown, usize, Missing)>,
    detail: Detail<At>,
    /// The passage of the chosen finding that Enter leads to.
    nth: usize,
    in_detail: bool,
    /// Whether the screen shows one pane at a time.
    is_single: bool,
    /// The rows that count the findings of each kind.
    tally: Vec<String>,
    tally_area: Area,
}

/// Where the user is among the findings.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    filter: String,
    list: ListPlace<At>,
    detail: DetailPlace<At>,
    nth: usize,
    in_detail: bool,
}

/// The most rows that the counts by kind take.
const TALLY: usize = 2;
/// Areas of at least this many rows show the counts by kind.
const TALLY_FROM: u16 = 8;

/// Returns the selected plans whose findings are at hand.
fn checked(session: &Session) -> impl Iterator<Item = (usize, &Plan)> {
    session.plans().filter(|(at, _)| session.has_findings(*at))
}

impl Findings {
    fn finding<'a>(&self, session: &'a Session) -> Option<(usize, &'a Finding)> {
        let (plan, nth) = *self.list.chosen()?;
        Some((plan, session.findings(plan).get(nth)?))
    }

    /// Returns the passages of the chosen finding.
    fn places<'a>(&self, session: &'a Session) -> Vec<Spoken<'a>> {
        self.finding(session).map(|(plan, found)| finding::places(session, plan, found)).unwrap_or_default()
    }

    /// Returns the node that Enter leads to; where the passage lies in no node, that of the first passage that does.
    fn spot_chosen(&self, session: &Session) -> Option<NodeRef> {
        let places = self.places(session);
        let chosen =
            places.get(self.nth).and_then(|location| location.node_ref).filter(|node_ref| node_ref.node.is_some());
        let first = || places.iter().filter_map(|location| location.node_ref).find(|node_ref| node_ref.node.is_some());
        chosen.or_else(first)
    }

    /// Lists the findings that match the filter, each plan under its head, as far as the plans were checked.
    fn rows(&self, session: &Session) -> Vec<ListRow<At>> {
        let mut rows = Vec::new();
        for (at, own) in self.checked.kept(session, &self.filter.text()) {
            let plan = session.heads().get(at).filter(|_| !own.is_empty());
            rows.extend(plan.map(|plan| ListRow::Head(plan.marked(), pages::findings(own.len()))));
            rows.extend(own.into_iter().map(|nth| ListRow::Item((at, nth))));
        }
        let missing = session.missing(Material::Findings);
        if missing.n_failed > 0 {
            rows.push(ListRow::Note(pages::unchecked(missing.n_failed), Role::Warning));
        }
        if missing.n_pending > 0 {
            rows.push(ListRow::Note(browser::CHECKING.to_string(), Role::Dim));
        }
        rows
    }

    /// Divides the area: the counts above, and below them list and detail, or one of the two.
    fn divide(&mut self, session: &Session, area: Area) -> (Area, Area) {
        self.tally = self.checked.tally(session, usize::from(area.width.saturating_sub(1)));
        self.tally.truncate(TALLY);
        let n_rows = u16::try_from(self.tally.len()).unwrap_or(0);
        let (head, body) = below(area, if area.height < TALLY_FROM { 0 } else { n_rows });
        self.tally_area = head;
        self.is_single = n_panes(area.width, 2) == 1;
        match (self.is_single, self.in_detail) {
            (true, false) => (body, Area::default()),
            (true, true) => (Area::default(), body),
            (false, _) => cut(body, (body.width * 9 / 20).clamp(30, 72)),
        }
    }

    /// Shows the chosen finding in full in this area.
    fn show(&mut self, session: &Session, area: Area) {
        let found = self.finding(session);
        let n_places = self.places(session).len();
        self.nth = self.nth.min(n_places.saturating_sub(1));
        let nth = self.nth;
        let rows = |cells| match found {
            Some((plan, one)) => finding::detail(session, plan, one, nth, session.highlighted(), cells),
            None => Vec::new(),
        };
        self.detail.show(area, self.list.chosen().copied(), rows);
    }

    fn go_by(&mut self, motion: Motion) {
        if self.in_detail {
            self.detail.scroll(motion);
        } else {
            let before = self.list.chosen().copied();
            self.list.go(motion);
            if self.list.chosen() != before.as_ref() {
                self.nth = 0;
            }
        }
    }

    /// Goes to the next or previous passage of the finding, from the last to the first; back from the first one to the
    /// list where the finding itself has the focus.
    fn go_to_passage(&mut self, session: &Session, step: Step) -> Reply {
        let n_places = self.places(session).len();
        match step {
            Step::Next if self.nth + 1 < n_places => self.nth += 1,
            Step::Next if n_places > 1 => self.nth = 0,
            Step::Previous if self.nth > 0 => self.nth -= 1,
            Step::Previous if self.in_detail => self.in_detail = false,
            Step::Previous if n_places > 1 => self.nth = n_places - 1,
            Step::Next | Step::Previous if n_places == 1 => return Reply::Message(browser::ONE_PLACE.to_string()),
            Step::Next | Step::Previous => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn open(&mut self, session: &Session) -> Reply {
        if self.list.chosen().is_none() {
            return Reply::Ignored;
        }
        if self.is_single && !self.in_detail {
            self.in_detail = true;
            return Reply::Handled;
        }
        let Some(spoken) = self.places(session).into_iter().nth(self.nth) else { return Reply::Ignored };
        let target_line = TargetLine {
            line: spoken.lines.first().copied().unwrap_or_default(),
            words: spoken.quotes.first().map(|quote| (*quote).to_owned()).unwrap_or_default(),
        };
        let location = spoken.node_ref.and_then(|node_ref| session.location(node_ref));
        location.map_or(Reply::Ignored, |location| Reply::GoToLine(location, target_line))
    }
}

impl View for Findings {
    fn context(&self) -> Context {
        Context::Findings
    }

    fn settle(&mut self, session: &Session, area: Area) {
        self.checked.update(session);
        let n_checked = checked(session).count();
        let missing = session.missing(Material::Findings);
        let wanted = Some((self.filter.text(), session.plans_shown(), n_checked, missing));
        if self.listed_for != wanted {
            let before = self.list.chosen().copied();
            self.list.set_rows(self.rows(session));
            self.listed_for = wanted;
            if self.list.chosen() != before.as_ref() {
                self.list.restart();
            }
        }
        self.in_detail &= !self.list.is_empty();
        let (list, detail) = self.divide(session, area);
        self.list.settle(list);
        self.show(session, detail);
    }

    fn act(&mut self, session: &Session, view_action: ViewAction) -> Reply {
        match view_action {
            ViewAction::Move(motion) => self.go_by(motion),
            ViewAction::Scroll(motion) => self.detail.scroll(motion),
            ViewAction::Passage(step) => return self.go_to_passage(session, step),
            ViewAction::Open => return self.open(session),
            ViewAction::Focus(_) if self.list.is_empty() => return Reply::Ignored,
            ViewAction::Focus(_) => self.in_detail = !self.in_detail,
            ViewAction::Back if self.in_detail => self.in_detail = false,
            ViewAction::Close if self.in_detail && self.is_single => self.in_detail = false,
            ViewAction::Back if !self.filter.is_empty() => self.filter.set(""),
            ViewAction::Fold(_)
            | ViewAction::Column(_)
            | ViewAction::Regroup
            | ViewAction::Back
            | ViewAction::Close => return Reply::Ignored,
        }
        Reply::Handled
    }

    fn works(&self, session: &Session, view_action: ViewAction) -> bool {
        if matches!(view_action, ViewAction::Scroll(_)) {
            return self.detail.area.width > 0 && self.detail.is_long();
        }
        if matches!(view_action, ViewAction::Passage(_)) {
            return self.places(session).len() > 1;
        }
        !matches!(view_action, ViewAction::Open | ViewAction::Focus(_)) || !self.list.is_empty()
    }

    fn click(&mut self, _session: &Session, column: u16, row: u16) -> bool {
        if contains(self.detail.area, column, row) {
            self.in_detail = true;
            return false;
        }
        let before = self.list.chosen().copied();
        let hits = self.list.click(column, row);
        if hits {
            self.in_detail = false;
            self.nth = if self.list.chosen() == before.as_ref() { self.nth } else { 0 };
        }
        hits
    }

    fn move_at(&mut self, _session: &Session, column: u16, row: u16, motion: Motion) {
        let had_focus = std::mem::replace(&mut self.in_detail, contains(self.detail.area, column, row));
        self.go_by(motion);
        self.in_detail = had_focus;
    }

    fn place(&self) -> views::Place {
        views::Place::Findings(Place {
            filter: self.filter.text(),
            list: self.list.place(),
            detail: self.detail.place(),
            nth: self.nth,
            in_detail: self.in_detail,
        })
    }

    fn restore(&mut self, session: &Session, place: &views::Place, area: Area) -> bool {
        let views::Place::Findings(place) = place else { return false };
        self.filter.set(&place.filter);
        self.in_detail = place.in_detail;
        self.settle(session, area);
        let is_listed = self.list.restore(&place.list);
        self.detail.restore(&place.detail);
        self.nth = place.nth;
        is_listed
    }

    fn saved(&self, session: &Session) -> SavedView {
        SavedView {
            at: self.location(session),
            above: self.list.place().cursor.above(),
            filter: self.filter.text(),
            pane: usize::from(self.in_detail),
            top: self.detail.place().top,
            sideways: self.nth,
            ..SavedView::default()
        }
    }

    fn recalled(&self, session: &Session, saved: &SavedView) -> Option<views::Place> {
        let at = match &saved.at {
            Some(Location::Finding(id, nth)) => selected_plan(session, id).map(|plan| (plan, *nth)),
            _ => None,
        };
        // The list is whole once all plans were checked.
        let n_checked = checked(session).count();
        if !session.knows_contents()
            || n_checked < session.plans().count() && session.missing(Material::Findings).n_pending > 0
        {
            return None;
        }
        Some(views::Place::Findings(Place {
            filter: saved.filter.clone(),
            list: ListPlace { item: at, cursor: Cursor::below(saved.above) },
            detail: DetailPlace { of: at, top: saved.top },
            nth: saved.sideways,
            in_detail: saved.pane > 0,
        }))
    }

    fn go_to_top(&mut self, _session: &Session) {
        self.in_detail = false;
        self.nth = 0;
        self.list.restart();
        self.detail.scroll(Motion::Top);
    }

    fn location(&self, session: &Session) -> Option<Location> {
        let (plan, nth) = *self.list.chosen()?;
        Some(Location::Finding(session.heads().get(plan)?.id.clone(), nth))
    }

    fn go(&mut self, session: &Session, location: &Location, _target: Option<&TargetLine>) -> bool {
        let Location::Finding(id, nth) = location else { return false };
        let Some(plan) = selected_plan(session, id) else { return false };
        // The list stays as it is where there is no such finding, or not yet.
        if session.findings(plan).get(*nth).is_none() {
            return false;
        }
        self.filter.set("");
        self.listed_for = None;
        self.checked.update(session);
        self.list.set_rows(self.rows(session));
        self.nth = 0;
        self.in_detail = self.is_single;
        self.list.choose(|at| *at == (plan, *nth))
    }

    fn crumbs(&self, session: &Session) -> Vec<Crumb> {
        let mut crumbs = vec![Crumb::plain(browser::FINDINGS.get())];
        if let Some((plan, found)) = self.finding(session) {
            let plan = session.heads().get(plan);
            crumbs.extend(plan.map(|plan| Crumb::to(plan.name(), Some(Location::Plan(plan.id.clone())))));
            crumbs.push(Crumb::plain(kind_name(found.kind)));
        }
        crumbs
    }

    fn count(&self, _session: &Session) -> String {
        wording::filtered_count(&self.filter.text(), self.list.count())
    }

    fn filter(&self) -> Option<&TextField> {
        Some(&self.filter)
    }

    fn filter_mut(&mut self) -> Option<&mut TextField> {
        Some(&mut self.filter)
    }

    fn copy(&self, session: &Session, what: CopyKind) -> Option<String> {
        let (plan, found) = self.finding(session)?;
        Some(match what {
            CopyKind::Text => finding::text(session, plan, found, false),
            CopyKind::Citation => finding::text(session, plan, found, true),
            CopyKind::Path => match self.spot_chosen(session) {
                Some(node_ref) => session.path(node_ref).join(" › "),
                None => joined(&self.crumbs(session)),
            },
        })
    }

    fn command(&self, session: &Session) -> Option<Command> {
        Some(Command::Check(command::Check { plans: session.plan_filter() }))
    }

    fn node_ref(&self, session: &Session) -> Option<NodeRef> {
        self.spot_chosen(session)
    }

    fn paint(&self, session: &Session, focused: bool, page: &mut Page) {
        let area = self.tally_area;
        if area.height > 0 {
            let cells = usize::from(area.width);
            let rows = self.tally.iter().map(|text| plain(&format!(" {text}"), Role::Dim, cells, session.width));
            page.regions.push(Region { area, rows: rows.collect() });
        }
        if self.list.is_empty() {
            let why = if self.filter.is_empty() {
                pages::NO_FINDINGS.to_string()
            } else {
                pages::no_such_finding(session.keymap.key(wording::ESCAPE))
            };
            let cells = usize::from(self.list.area.width);
            let rows = vec![plain(&session.why_empty(Material::Findings, &why), Role::Dim, cells, session.width)];
            page.regions.extend((self.list.area.height > 0).then_some(Region { area: self.list.area, rows }));
        } else {
            let highlighted: Vec<String> = self.filter.text().split_whitespace().map(str::to_owned).collect();
            self.list.paint(session, focused && !self.in_detail, page, |(plan, nth), cells| {
                let found = session.findings(*plan).get(*nth);
                found.map(|found| finding::row(session, found, &highlighted, cells)).unwrap_or_default()
            });
        }
        if !self.is_single {
            layout::rule(self.list.area, session.width, page);
        }
        self.detail.paint(page);
    }
}
