//! The rows of a long dossier are made only around what is seen. Whatever one does, it looks as if all of them were made.

use super::*;
use crate::analysis::responsibility::dossier::{Card, Dossier};
use crate::app::content::dossier::{self, DossierPane, DossierRow};
use crate::app::input::action::Motion;
use crate::app::screen::page::Area;
use crate::app::state::session::Session;

const IDS: [&str; 7] = ["health", "sports", "human-resources", "市健康办", "市某办", "education", dossier::UNNAMED];
const FILTERS: [&str; 6] = ["", "健身", "角色:配合", "年:2030", "规划:c3", "没有这个词"];

fn session(library: Memory) -> Session {
    let mut session = Session::new(Arc::new(library), Width::Narrow);
    session.dossiers();
    session.ledger();
    session.fetch_selected();
    session
}

/// A pane that has made its rows, all of them or those around what is seen.
fn pane(session: &Session, id: &str, filter: &str, height: u16, is_whole: bool) -> DossierPane {
    let mut pane = DossierPane::default();
    pane.area = Area { x: 0, y: 0, width: 40, height };
    settle(&mut pane, session, id, filter, is_whole);
    pane
}

fn settle(pane: &mut DossierPane, session: &Session, id: &str, filter: &str, is_whole: bool) {
    pane.settle(session, Some(id), filter);
    if is_whole {
        pane.reach_all(session);
        pane.settle(session, Some(id), filter);
    }
}

/// One of the motions, by a number that looks like chance and is the same in each run.
fn motion(chance: &mut u64) -> (Motion, bool) {
    use Motion::*;
    const ALL: [Motion; 10] = [Down, Up, Down, GroupDown, GroupUp, HalfDown, HalfUp, PageDown, PageUp, Down];
    *chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let dice = usize::try_from(*chance >> 40).unwrap();
    match dice % 23 {
        21 => (Top, false),
        22 => (Bottom, false),
        which => (ALL[which % ALL.len()], dice / 23 % 5 == 0),
    }
}

#[test]
fn it_looks_as_if_all_rows_were_made() {
    let session = session(fixture::crowd(36));
    for (at, id) in IDS.into_iter().enumerate() {
        for (nth, filter) in FILTERS.into_iter().enumerate() {
            let height = [1, 2, 5, 12, 33][(at + nth) % 5];
            let [mut whole, mut part] = [true, false].map(|is_whole| pane(&session, id, filter, height, is_whole));
            let mut chance = u64::try_from(at * 7 + nth).unwrap();
            for step in 0..30 {
                let (motion, is_scrolled) = motion(&mut chance);
                for (pane, is_whole) in [(&mut whole, true), (&mut part, false)] {
                    if is_scrolled {
                        pane.scroll(&session, motion);
                    } else {
                        pane.go(&session, motion);
                    }
                    settle(pane, &session, id, filter, is_whole);
                }
                let name = format!("{id} {filter} {height} {step} {motion:?} {is_scrolled}");
                assert_eq!(part.painted(&session, true), whole.painted(&session, true), "{name}");
                assert_eq!((part.count(), part.is_long()), (whole.count(), whole.is_long()), "{name}");
                assert_eq!(part.place(), whole.place(), "{name}");
                let place = part.place();
                let mut again = pane_at(&session, id, filter, height, &place);
                assert_eq!(again.painted(&session, true), part.painted(&session, true), "{name}");
                again.go(&session, Motion::Down);
            }
        }
    }
}

#[test]
fn a_filter_keeps_the_same_of_many_plans_as_of_few() {
    // Of so many plans it is collected what is told of their tasks.
    let [few, many] = [9, 15].map(|n| session(fixture::crowd(n)));
    let told = |session: &Session| session.dossiers().told("c3-2030").is_some();
    assert_eq!((told(&few), told(&many)), (false, true));
    let first = |session: &Session, id: &str, filter: &str| {
        let rows = dossier::rows(session, id, filter, 40).into_iter();
        rows.filter_map(|row| match row {
            DossierRow::Item(item) => Some(item).filter(|item| item.node_ref.plan < 9),
            DossierRow::Head(..) | DossierRow::Note(..) | DossierRow::Sister(..) => None,
        })
        .collect::<Vec<_>>()
    };
    let filters = [
        "健身",
        "牵头",
        "lead",
        "主要任务 健身",
        "!健身",
        "25%",
        "體育局",
        "规划:c3 健身",
        "角色:配合 素养",
        "没有这个词",
        "2.",
    ];
    for filter in filters.into_iter().chain(FILTERS) {
        for id in IDS {
            assert_eq!(first(&many, id, filter), first(&few, id, filter), "{id} {filter}");
        }
    }
}

/// A new pane that goes back to a place.
fn pane_at(session: &Session, id: &str, filter: &str, height: u16, place: &dossier::DossierPlace) -> DossierPane {
    let mut pane = pane(session, id, filter, height, false);
    pane.restore(session, place);
    settle(&mut pane, session, id, filter, false);
    pane
}

#[test]
fn the_head_says_what_the_dossier_says() {
    let session = session(fixture::crowd(30));
    let ids = ["c3-2030", "c4-2030", "c6-2030", "c7-2030"];
    for chosen in [&[][..], &ids] {
        let is_chosen = |at: usize| chosen.is_empty() || chosen.contains(&session.heads()[at].id.as_str());
        for id in IDS.into_iter().chain(session.departments().iter().map(|each| each.id.as_str())) {
            let card = Card::new(session.loaded(), session.ledger(), id, is_chosen);
            let dossier = session.dossiers().dossier(session.loaded(), id, chosen);
            assert_eq!(card.as_ref().map(said), dossier.as_ref().map(told), "{id}");
        }
    }
}

fn said(card: &Card) -> String {
    let partners: Vec<(&str, usize)> = card.partners.iter().map(|(one, total)| (one.name.as_str(), *total)).collect();
    let Card { name, known, level, printed, sisters, living_sisters, counts, .. } = card;
    format!("{name} {known} {level:?} {printed:?} {sisters:?} {living_sisters:?} {counts:?} {partners:?}")
}

fn told(dossier: &Dossier) -> String {
    let partners: Vec<(&str, usize)> = dossier.partners.iter().map(|one| (one.name, one.total)).collect();
    let Dossier { name, known, level, printed, sisters, living_sisters, counts, .. } = dossier;
    let printed: Vec<&str> = printed.iter().map(|form| form.raw).collect();
    format!("{name} {known} {level:?} {printed:?} {sisters:?} {living_sisters:?} {counts:?} {partners:?}")
}

#[test]
fn the_head_of_each_bundled_dossier_is_that_of_the_command() {
    let session = session(library::bundled().unwrap());
    for department in session.departments() {
        let card = Card::new(session.loaded(), session.ledger(), &department.id, |_| true);
        let dossier = session.dossiers().dossier(session.loaded(), &department.id, &[]);
        assert_eq!(card.as_ref().map(said), dossier.as_ref().map(told), "{}", department.id);
    }
}

#[test]
fn a_plan_that_comes_late_leaves_the_item_where_it_is_seen() {
    let mut session = session(fixture::crowd(60));
    let mut pane = pane(&session, "sports", "", 12, false);
    for _ in 0..9 {
        pane.go(&session, Motion::GroupDown);
        settle(&mut pane, &session, "sports", "", false);
    }
    let (before, item) = (pane.painted(&session, true), pane.item().cloned());
    session.leave_out(vec!["c0-2030".to_owned(), "c3-2030".to_owned()]);
    settle(&mut pane, &session, "sports", "", false);
    assert_eq!((pane.painted(&session, true), pane.item().cloned()), (before, item));
    assert!(dossier::rows(&session, "sports", "", 40).iter().any(|row| matches!(row, DossierRow::Item(_))));
}
