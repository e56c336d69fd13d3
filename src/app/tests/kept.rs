//! What a run leaves behind: the next one begins at the same place, with the same folds, filters, bookmarks and queries.

use super::*;
use crate::app::input::keymap::Context;
use crate::app::state::location::Location;
use crate::app::state::saved::{Change, SavedSession};
use crate::app::tests::hand::{body, with_plans};
use crate::app::tests::journeys::{BROAD, SMALL, USUAL};

/// Begins anew with what was left, as it would be read back from a file.
fn again(app: &mut App) -> App {
    app.take_changes();
    let written = serde_json::to_string(&app.snapshot()).unwrap();
    let session: SavedSession = serde_json::from_str(&written).unwrap();
    App::new(bundled(), Options { size: app.size, session: Some(session), ..Options::default() })
}

#[test]
fn the_next_run_begins_where_this_one_ended() {
    for keys in [
        "",
        "E}}jjjj<Tab>JJJ",
        "f近视<Enter>jj",
        "f教育局<Enter>jjj<Tab>JJ",
        "E}}<Tab>jjjjJJ",
        "jjlljjjl",
        "2G<Enter>jjjj",
        "d卫生<Enter>jjjj",
        "2f教育<Enter><Esc>",
        "2jj<Enter>t",
        "3f死亡<Enter>jl",
        "3tjj>",
        "3}}jjl",
        "3}}jjOO",
        "4f单位<Enter>jjl",
        "4jjj<Tab>JJ",
        "5jj<Enter>jjjj",
        "5tjjj<Enter>jjjj",
        "5f死亡<Enter>j",
        "Ejjj3jj1",
    ] {
        for size in [SMALL, USUAL, BROAD] {
            let mut app = with_plans(size, keys);
            // What the program says of the last key belongs to this run.
            type_keys(&mut app, "<C-l>");
            let mut next = again(&mut app);
            assert_eq!(next.tab, app.tab, "{size:?} {keys}");
            type_keys(&mut next, "<C-l>");
            assert_eq!(body(&next), body(&app), "{size:?} {keys}");
            // The other tabs are as they were left too, once they are shown.
            for tab in ["1", "2", "3", "4", "5"] {
                if tab != (app.tab + 1).to_string() {
                    type_keys(&mut app, tab);
                    type_keys(&mut next, tab);
                    assert_eq!(body(&next), body(&app), "{size:?} {keys} {tab}");
                }
            }
        }
    }
}

#[test]
fn plans_left_out_stay_left_out_and_a_session_of_other_plans_does_no_harm() {
    let mut app = with_plans(USUAL, "p<Space>j<Space><Esc>");
    let left_out = app.snapshot().left_out;
    assert_eq!(left_out.len(), 2);
    assert_eq!(again(&mut app).snapshot().left_out, left_out);
    let session: SavedSession = serde_json::from_str(
        r#"{"tab": 99, "views": [{"at": {"node": "gone-2020/3"}, "unfolded": [{"plan": "gone-2020"}, {"node": "foshan-2030/nowhere"}],
            "pane": 9, "above": 70000, "top": 70000}, {"at": {"department": "nobody"}, "inner": {"node": "gone/1"}},
            {"at": {"indicator": ["gone/1", 3]}, "column": 99, "order": "up"}, {"at": {"finding": ["foshan-2030", 100000]}},
            {"at": {"deadline": ["gone", 0]}, "group": "1999", "order": "moon"}],
            "left_out": ["gone-2020"], "held": {"node": "gone/1"}, "readings": {"foshan-2030": {"at": {"node": "foshan-2030/x"}}},
            "bookmarks": [{"at": {"node": "gone/1"}, "label": "旧规划 第一章"}]}"#,
    )
    .unwrap();
    for (width, height) in [SMALL, USUAL, BROAD] {
        let options = Options { size: Size { width, height }, session: Some(session.clone()), ..Options::default() };
        let mut app = App::new(bundled(), options);
        for keys in ["", "1", "2", "3", "4", "5", "1jj", "B"] {
            type_keys(&mut app, keys);
            check_page(&app, keys);
        }
        assert!(screen(&app).contains("旧规划 第一章"), "{}", screen(&app));
    }
}

#[test]
fn the_node_that_was_held_is_held_again_wherever_its_plan_is() {
    let mut app = with_plans(USUAL, "jljjv");
    let held = app.session.held;
    assert!(held.is_some());
    // Neither another tab nor a tree that shows nothing of the plan is in its way.
    for keys in ["", "3", "1C"] {
        type_keys(&mut app, keys);
        assert_eq!(again(&mut app).session.held, held, "{keys}");
    }
}

#[test]
fn all_plans_left_out_are_none() {
    let mut session = with_plans(USUAL, "").snapshot();
    session.left_out = bundled_ids();
    let app = App::new(
        bundled(),
        Options { size: Size { width: 100, height: 30 }, session: Some(session), ..Options::default() },
    );
    assert!(app.snapshot().left_out.is_empty());
}

fn bundled_ids() -> Vec<String> {
    let app = with_plans(USUAL, "");
    app.session.heads().iter().map(|plan| plan.id.clone()).collect()
}

#[test]
fn bookmarks_have_notes_and_come_back_with_them() {
    let mut app = with_plans(USUAL, "Ejjjb");
    let changes = app.take_changes();
    assert!(matches!(changes.as_slice(), [Change::Bookmarked(_)]), "{changes:?}");
    assert!(app.take_changes().is_empty());
    type_keys(&mut app, "Be待核：数字<Enter>");
    assert!(screen(&app).contains("待核：数字"), "{}", screen(&app));
    assert!(matches!(app.take_changes().as_slice(), [Change::Bookmarked(mark)] if mark.note == "待核：数字"));
    let mut next = again(&mut app);
    type_keys(&mut next, "B");
    assert!(screen(&next).contains("待核：数字"), "{}", screen(&next));
    // Removed and restored in the list, and by the same key at the place.
    type_keys(&mut next, "x");
    assert!(!screen(&next).contains("待核：数字"), "{}", screen(&next));
    assert!(matches!(next.take_changes().as_slice(), [Change::Unbookmarked(_)]));
    type_keys(&mut next, "u");
    assert!(screen(&next).contains("待核：数字"), "{}", screen(&next));
    type_keys(&mut next, "<Esc>bb");
    assert_eq!(next.session.bookmarks.first().map(|mark| mark.note.as_str()), Some("待核：数字"));
    // Another program has added one meanwhile.
    let mut stored = next.snapshot();
    stored.apply(Change::Bookmarked(crate::app::state::saved::Bookmark {
        at: Location::Department("education".to_owned()),
        label: String::new(),
        note: "另一个".to_owned(),
    }));
    type_keys(&mut next, "jb");
    next.take_over(stored);
    assert_eq!(next.session.bookmarks.len(), 3, "that of the other program and the one not stored yet");
}

#[test]
fn a_plan_is_read_on_where_it_was_left() {
    for size in [SMALL, USUAL, BROAD] {
        let mut app = with_plans(size, "E}jj");
        while app.view().context() != Context::Text {
            type_keys(&mut app, "<Tab>");
        }
        type_keys(&mut app, "JJ");
        let read = app.view().reading().map(|(node_ref, _)| node_ref);
        assert!(read.is_some());
        type_keys(&mut app, "<Esc>");
        while app.view().node_ref(&app.session).is_some_and(|here| here.node.is_some()) {
            type_keys(&mut app, "h");
        }
        let mut next = again(&mut app);
        assert!(screen(&next).contains("上次读到") || size == SMALL, "{}", screen(&next));
        type_keys(&mut next, "r");
        assert_eq!(next.view().node_ref(&next.session), read, "{size:?}");
        let queries = with_plans(size, "/控烟<Enter>/限酒<Enter>").snapshot().queries;
        assert_eq!(queries, ["控烟", "限酒"]);
    }
}
