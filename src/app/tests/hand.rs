//! How the browser lies in the hand: what is typed without thinking, the way back, popups, scrolling.

use super::*;
use crate::app::tests::journeys::{BROAD, SMALL, USUAL, at_node, check};

/// Opens the five bundled plans at this size and presses the keys.
fn with_plans((width, height): (u16, u16), keys: &str) -> App {
    let mut app = App::new(bundled(), Options { size: Size { width, height }, ..Options::default() });
    type_keys(&mut app, keys);
    app
}

/// Returns the rows of the body: the screen without the top line, the breadcrumb and the footer.
fn body(app: &App) -> Vec<String> {
    let mut rows = app.page().to_text(app.size, app.session.width);
    rows.pop();
    rows.split_off(2)
}

#[test]
fn a_hanzi_begins_a_search_anywhere() {
    for keys in ["健康", "3健康", "y健康", "E}jj<Tab>健康", "4健康", "p健康", "o健康", "2<Enter>健康"] {
        for size in [SMALL, USUAL, BROAD] {
            check(size, keys, &["/ 健康\n", "任务  1"]);
        }
    }
    // What an input method types for a command key stays a command, and letters in full width do too.
    check(USUAL, "？", &["本页按键"]);
    check(USUAL, "ｊ", &["全文未写责任单位"]);
    check(USUAL, "Ｚ", &["不起作用"]);
    // A field that has the caret keeps what is typed.
    check(USUAL, "2f体育", &["筛选 体育"]);
    check(USUAL, "?引文", &["本页按键  ❯ 引文"]);
    check(USUAL, "健康<Esc>", &["接下来"]);
}

#[test]
fn back_leads_to_the_same_filter_pane_row_and_scroll() {
    let sizes = [SMALL, USUAL, BROAD];
    for keys in [
        "E}}jjjj<Tab>JJJ",
        "2G<Enter>jjjj",
        "d卫生<Enter>jjjj",
        "2f教育<Enter><Esc>",
        "3f死亡<Enter>jl",
        "3tjj>",
        "3}}jjl",
        "4f单位<Enter>jjl",
        "4jjj<Tab>JJ",
        "5jj<Enter>jjjj",
        "5tjjj<Enter>jjjj",
        "5f死亡<Enter>j",
    ] {
        for size in sizes {
            let mut app = with_plans(size, keys);
            let before = (app.view().place(), body(&app));
            for travel in ["1", "2", "3", "4", "5", "]", "d<Esc>", "/医保局<Enter>", "/健康素养<Enter>"] {
                type_keys(&mut app, travel);
                // The key of the tab shown leads nowhere from its beginning.
                if keys.starts_with(travel) && app.view().place() == before.0 {
                    continue;
                }
                type_keys(&mut app, "jj");
                type_keys(&mut app, "H");
                assert_eq!((app.view().place(), body(&app)), before, "{keys} {travel} at {size:?}");
            }
        }
    }
}

#[test]
fn back_and_forward_through_many_places() {
    let mut app = with_plans(USUAL, "");
    let mut visited = vec![app.view().place()];
    for keys in ["jj2", "jj<Enter>", "jj<Enter>", "/控烟<Enter>", "n", "n", "5", "4", "<Enter>", "3", "1", "1", "d"] {
        let before = app.history.n_back();
        type_keys(&mut app, keys);
        if app.history.n_back() > before {
            visited.push(app.view().place());
        }
    }
    type_keys(&mut app, "<Esc>");
    assert!(visited.len() > 8, "{}", visited.len());
    let there = app.view().place();
    let n_back = app.history.n_back();
    type_keys(&mut app, &"H".repeat(n_back));
    assert!(!app.history.leads(false));
    type_keys(&mut app, &"L".repeat(n_back));
    assert_eq!(app.view().place(), there);
}

#[test]
fn esc_clears_or_closes_and_stays() {
    for keys in ["2<Enter><Enter>", "/婴儿<Enter>", "4<Enter>", "5<Enter><Enter>", "2m<Enter>", "1234"] {
        let mut app = app(80, 24);
        type_keys(&mut app, keys);
        let (tab, n_back) = (app.tab, app.history.n_back());
        assert!(n_back > 0, "{keys}");
        for _ in 0..5 {
            type_keys(&mut app, "<Esc>");
        }
        assert_eq!((app.tab, app.history.n_back()), (tab, n_back), "{keys}");
    }
}

#[test]
fn a_place_that_cannot_be_shown_is_no_step() {
    let mut app = app(80, 24);
    type_keys(&mut app, "jbkpo<Esc>B<Enter>");
    assert!(screen(&app).contains("该规划未选择"), "{}", screen(&app));
    assert_eq!(app.history.n_back(), 0);
}

#[test]
fn nothing_is_seen_beside_a_popup() {
    for size in [SMALL, USUAL, BROAD] {
        for keys in ["?", ":", "p", "B", "o", "s", "S", "2m", "3x", "3j<Enter>"] {
            let mut app = at_node(size, "yunfu-2030/3.1");
            type_keys(&mut app, keys);
            let rows = app.page().to_text(app.size, app.session.width);
            let first = rows.iter().position(|row| row.trim_start().starts_with('┌'));
            let last = rows.iter().position(|row| row.trim_start().starts_with('└'));
            let (Some(first), Some(last)) = (first, last) else { panic!("{keys}: no frame on\n{}", rows.join("\n")) };
            for row in rows.iter().take(last).skip(first + 1) {
                let row = row.trim();
                assert!(row.starts_with('│') && row.ends_with('│'), "{keys} at {size:?}: {row}");
            }
            assert!(rows[first].ends_with('┐') && rows[last].ends_with('┘'), "{keys} at {size:?}");
        }
    }
}

#[test]
fn the_text_scrolls_by_lines_from_the_first_press_on() {
    for (size, keys) in [
        (USUAL, "d卫生健康局<Enter>"),
        (USUAL, "d卫生健康局<Enter><Esc>"),
        (USUAL, "d教育局<Enter>jjjj"),
        ((160, 12), "d教育局<Enter>"),
        ((120, 12), "E}}}j"),
        ((80, 12), "4<Tab>"),
        ((80, 12), "5<Enter>"),
        ((160, 12), "5<Enter>"),
    ] {
        let mut app = with_plans(size, keys);
        let before = body(&app);
        type_keys(&mut app, "J");
        let once = body(&app);
        assert_ne!(before, once, "{keys}");
        type_keys(&mut app, "K");
        assert_eq!(body(&app), before, "{keys}");
        type_keys(&mut app, "JJKK");
        assert_eq!(body(&app), before, "{keys}");
    }
    // One press is one line.
    let mut app = with_plans(USUAL, "d卫生健康局<Enter>");
    let right = |app: &App| -> Vec<String> {
        body(app).iter().map(|row| row.split('│').nth(1).unwrap_or_default().to_owned()).collect()
    };
    let before = right(&app);
    type_keys(&mut app, "J");
    assert_eq!(right(&app)[..before.len() - 1], before[1..]);
}

#[test]
fn the_key_of_the_tab_shown_leads_to_its_beginning() {
    for (tab, keys) in [("1", "E}}jj<Tab>"), ("2", "G<Enter>jj"), ("3", "}}jjl"), ("4", "jj<Tab>"), ("5", "jj<Enter>j")]
    {
        let mut app = with_plans(USUAL, tab);
        let top = (screen(&app), app.view().context());
        type_keys(&mut app, keys);
        let there = app.view().place();
        type_keys(&mut app, tab);
        if tab != "1" {
            assert_eq!((screen(&app), app.view().context()), top, "{tab}");
        }
        type_keys(&mut app, "H");
        assert_eq!(app.view().place(), there, "{tab}");
    }
    check(USUAL, "E}jj1", &["甲 健康甲市行动2030", "接下来"]);
}

#[test]
fn a_double_click_opens_what_its_first_click_chose() {
    // A click on the last row makes the list scroll.
    let mut app = with_plans(USUAL, "2");
    let mouse = |kind| Mouse { column: 3, row: 22, kind };
    app.mouse(mouse(MouseKind::Click));
    let chosen = app.view().location(&app.session);
    app.mouse(mouse(MouseKind::DoubleClick));
    assert_eq!(app.view().location(&app.session), chosen);
}
