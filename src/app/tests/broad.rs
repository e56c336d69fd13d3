//! 规划 in three panes, as a broad screen shows it: tree, chapter, text.

use super::*;
use crate::app::tests::hand::{body, with_plans};
use crate::app::tests::journeys::{BROAD, at_node, check};

/// The panes of a row of the body, from left to right.
fn panes(app: &App, row: usize) -> Vec<String> {
    body(app)[row].split('│').map(|pane| pane.trim().to_owned()).collect()
}

/// The node that the view shows.
fn shown(app: &App) -> Option<String> {
    match app.view().location(&app.session) {
        Some(Location::Node(id) | Location::Plan(id)) => Some(id),
        _ => None,
    }
}

#[test]
fn three_panes_from_140_columns_on() {
    for (size, n_panes) in [((140, 45), 3), ((139, 45), 2), ((60, 24), 2), ((300, 90), 3)] {
        let app = with_plans(size, "E}");
        assert_eq!(panes(&app, 4).len(), n_panes, "{size:?}:\n{}", screen(&app));
    }
    // A plan lists its chapters, a chapter everything below it.
    let app = with_plans((140, 45), "jjj");
    assert!(panes(&app, 0)[1].starts_with("云浮") && panes(&app, 2)[1].contains("一、总体要求"), "{}", screen(&app));
    check(BROAD, "E}}", &["二、主要任务", "1.提升居民健康素养", "牵头 市卫生健康局", "牵头 市体育局"]);
}

#[test]
fn the_text_shows_what_the_chapter_has_under_its_cursor() {
    let task = "健康甲市行动2030 › 二、主要任务 › 1.提升居民健康素养\n";
    // The tree is folded, and stays so.
    check(BROAD, "<Enter>jj<Tab>j", &["▸ 二、主要任务", "到2025年，居民健康素养", "› 1.提升居民健康素养", " 2/3\n"]);
    check((160, 45), "<Enter>jj<Tab>jyp", &[task.trim_end()]);
    // In an unfolded tree the cursor goes along, and the chapter goes along with the tree.
    let mut app = with_plans(BROAD, "E}jj");
    let in_tree = shown(&app);
    type_keys(&mut app, "<Tab>j");
    assert_ne!(shown(&app), in_tree);
    type_keys(&mut app, "k");
    assert_eq!(shown(&app), in_tree);
    type_keys(&mut app, "<S-Tab>j<Tab>k<Tab>h<Esc>");
    assert_eq!((shown(&app), app.view().context()), (in_tree, keymap::Context::Tree));
    // Enter and → read the text, ← leads back to the chapter, Esc to the tree.
    for (keys, context) in [
        ("<Tab>", keymap::Context::Chapter),
        ("<Tab><Enter>", keymap::Context::Text),
        ("<Tab>l", keymap::Context::Text),
        ("<Tab>lh", keymap::Context::Chapter),
        ("<Tab>lhh", keymap::Context::Tree),
        ("<Tab>l<Esc>", keymap::Context::Tree),
        ("<Tab><Tab><Tab>", keymap::Context::Tree),
        ("<S-Tab>", keymap::Context::Text),
    ] {
        assert_eq!(with_plans(BROAD, &format!("E}}{keys}")).view().context(), context, "{keys}");
    }
}

#[test]
fn the_chapter_is_narrowed_and_its_head_stays() {
    let narrowed = ["二、主要任务", "筛选“健身” 1/2", "筛选“健身”：列出 1 项", "推动全民健身"];
    check(BROAD, "E}}<Tab>f健身<Enter>", &narrowed);
    check(BROAD, "E}}<Tab>f体育局 角色:牵头<Enter>", &["列出 2 项"]);
    check(BROAD, "E}}<Tab>f角色:列名<Enter>", &["列出 0 项"]);
    check(BROAD, "E}}<Tab>f年:2025<Enter>", &["列出 1 项", "提升居民健康素养"]);
    check(BROAD, "E}}<Tab>f规划:乙<Enter>", &["列出 0 项"]);
    check(BROAD, "E}}<Tab>f健身<Enter><Esc>", &[" 1/3\n"]);
    // What the tree leads to is not hidden, and another chapter is not narrowed.
    check(BROAD, "E}}<Tab>f健身<Enter><S-Tab>j", &["› 1.提升居民健康素养"]);
    let app = with_plans(BROAD, "E}}<Tab>f健康<Enter>}");
    assert!(!screen(&app).contains("筛选“"), "{}", screen(&app));
}

#[test]
fn back_leads_to_the_same_row_of_the_chapter() {
    for keys in ["jjjE}}}<Tab>jjjjJ", "jjj<Enter>}}}<Tab>f健康<Enter>jj", "jjj<Enter>}}}<Tab>jjj<Tab>JJ"] {
        let mut app = with_plans(BROAD, keys);
        let before = (app.view().place(), body(&app));
        for travel in ["1", "2", "d<Esc>", "/医保局<Enter>", "/健康素养<Enter>"] {
            type_keys(&mut app, &format!("{travel}jjH"));
            assert_eq!((app.view().place(), body(&app)), before, "{keys} {travel}");
        }
    }
}

#[test]
fn the_chapter_takes_clicks_and_the_wheel() {
    let mut app = at_node(BROAD, "yunfu-2030/3");
    let mouse = |row, kind| Mouse { column: 60, row, kind };
    app.mouse(mouse(5, MouseKind::Click));
    let there = (shown(&app), app.view().context());
    assert_eq!(there.1, keymap::Context::Chapter);
    type_keys(&mut app, "j");
    assert_ne!(shown(&app), there.0);
    app.mouse(mouse(5, MouseKind::Click));
    app.mouse(mouse(5, MouseKind::DoubleClick));
    assert_eq!((shown(&app), app.view().context()), (there.0, keymap::Context::Text));
    let before = shown(&app);
    app.mouse(mouse(5, MouseKind::WheelDown));
    assert_ne!(shown(&app), before);
    assert_eq!(app.view().context(), keymap::Context::Text);
    // A click on the row of the tree shows the chapter itself again.
    let row = body(&app).iter().position(|row| row.starts_with("▾") || row.contains("▸")).unwrap();
    app.mouse(Mouse { column: 5, row: u16::try_from(row + 2).unwrap(), kind: MouseKind::Click });
    assert_eq!(app.view().context(), keymap::Context::Tree);
}

#[test]
fn a_narrower_screen_keeps_what_was_chosen() {
    let mut app = at_node(BROAD, "yunfu-2030/3.1");
    type_keys(&mut app, "C<Enter>}<Tab>jjj");
    let chosen = shown(&app);
    app.resize(Size { width: 80, height: 24 });
    assert_eq!((shown(&app), app.view().context()), (chosen.clone(), keymap::Context::Tree));
    app.resize(Size { width: 160, height: 45 });
    assert_eq!(shown(&app), chosen);
}

#[test]
fn a_text_read_to_its_end_goes_on_with_the_next_node() {
    let mut app = at_node((160, 45), "yunfu-2030/3.1");
    let first = shown(&app);
    type_keys(&mut app, "<Tab><Tab><PgDn><PgDn><PgDn>");
    assert_ne!(shown(&app), first);
    assert_eq!(app.view().context(), keymap::Context::Text);
    type_keys(&mut app, "<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>g");
    assert!(screen(&app).contains("云浮"));
}
