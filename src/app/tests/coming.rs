//! What comes plan by plan, in whatever order, stands in the lists as if it had come at once.

use super::*;
use crate::app::content::deadline::Due;
use crate::app::content::finding::Checked;
use crate::app::state::session::Session;
use crate::library::late::{Late, Mood};

const N_PLANS: usize = 12;
const FILTERS: [&str; 4] = ["", "素养", "体育局", "素养 25"];

/// A session whose targets and findings are still to come, all else is here.
fn session() -> (Session, Arc<Late>) {
    let library = Arc::new(Late::new(fixture::crowd(N_PLANS)));
    library.turn(Mood::Answering);
    library.turn_one("deadlines", Mood::Silent);
    library.turn_one("findings", Mood::Silent);
    let mut session = Session::new(Arc::clone(&library) as Arc<dyn crate::library::Library>, Width::Narrow);
    session.take_in();
    session.ledger();
    session.fetch_selected();
    (session, library)
}

/// Lets the answer to a question of one plan come.
fn let_come(session: &mut Session, library: &Late, question: &str, plan: usize) {
    let asked: &'static str = format!("{question} {}", session.heads()[plan].id).leak();
    library.turn_one(asked, Mood::Answering);
    session.take_in();
}

#[test]
fn targets() {
    for is_by_bureau in [false, true] {
        let (mut session, library) = session();
        let mut coming: Vec<Due> = FILTERS.iter().map(|_| Due::default()).collect();
        for step in 0..N_PLANS {
            for (due, filter) in coming.iter_mut().zip(FILTERS) {
                due.update(&session, filter, is_by_bureau);
            }
            // Every plan once, not in their order.
            let_come(&mut session, &library, "deadlines", step * 5 % N_PLANS);
        }
        for (due, filter) in coming.iter_mut().zip(FILTERS) {
            assert!(due.update(&session, filter, is_by_bureau) && !due.update(&session, filter, is_by_bureau));
            let mut at_once = Due::default();
            at_once.update(&session, filter, is_by_bureau);
            assert!(!due.groups.is_empty(), "{filter}");
            assert_eq!(due.groups, at_once.groups, "{filter}");
            for (group, total) in &due.groups {
                assert_eq!(due.by_plan(&session, group).iter().sum::<usize>(), *total, "{group:?}");
                assert_eq!(due.by_plan(&session, group), at_once.by_plan(&session, group), "{group:?}");
                for narrow in FILTERS {
                    let rows = due.rows(&session, group, narrow, 40);
                    assert_eq!(rows, at_once.rows(&session, group, narrow, 40), "{filter} {group:?} {narrow}");
                }
            }
        }
    }
}

#[test]
fn findings() {
    let (mut session, library) = session();
    let mut coming = Checked::default();
    for step in 0..N_PLANS {
        coming.update(&session);
        assert_eq!(coming.kept(&session, "").len(), step);
        let_come(&mut session, &library, "findings", step * 7 % N_PLANS);
    }
    assert!(coming.update(&session) && !coming.update(&session));
    let mut at_once = Checked::default();
    at_once.update(&session);
    assert_eq!(coming.tally(&session, 80), at_once.tally(&session, 80));
    for filter in ["", "体育局", "c3-2030", "没有这个词"] {
        assert_eq!(coming.kept(&session, filter), at_once.kept(&session, filter), "{filter}");
    }
}
