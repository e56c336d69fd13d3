//! The browser as a user meets it: key scripts go in, screens come out, at every size and with both character widths.

mod broad;
mod coming;
mod compare;
mod export;
mod fixture;
mod hand;
mod journeys;
mod kept;
mod late;
mod late_popups;
mod long_dossier;
mod many;

mod reviewing;
mod walk;

use std::sync::LazyLock;

use super::*;
use crate::app::input::key::script;
use crate::app::input::mouse::{Mouse, MouseKind};
use crate::app::update::Mode;
use crate::library::{self, Memory};

const SIZES: &[(u16, u16)] = &[
    (0, 0),
    (0, 5),
    (5, 0),
    (1, 1),
    (2, 2),
    (10, 3),
    (23, 7),
    (24, 6),
    (30, 8),
    (44, 14),
    (59, 20),
    (80, 24),
    (100, 30),
    (120, 12),
    (160, 45),
    (200, 60),
    (300, 90),
];

/// The five plans, with what is worked out of them made once for all tests.
fn bundled() -> Arc<Memory> {
    static LIBRARY: LazyLock<Arc<Memory>> = LazyLock::new(|| Arc::new(library::bundled().unwrap()));
    Arc::clone(&LIBRARY)
}

fn app(width: u16, height: u16) -> App {
    App::new(fixture::library(), Options { size: Size { width, height }, ..Options::default() })
}

/// Presses the keys of a script and returns all effects.
fn type_keys(app: &mut App, keys: &str) -> Vec<Effect> {
    script(keys).unwrap().into_iter().flat_map(|key| app.press(key)).collect()
}

fn screen(app: &App) -> String {
    app.page().to_text(app.size, app.session.width).join("\n")
}

/// Checks that every row fits its region, every region lies on the screen, and no control characters are on it.
#[track_caller]
fn check_page(app: &App, name: &str) {
    let page = app.page();
    for region in &page.regions {
        let area = region.area;
        assert!(area.x + area.width <= app.size.width && area.y + area.height <= app.size.height, "{name}: {area:?}");
        assert!(region.rows.len() <= usize::from(area.height), "{name}: {} rows in {area:?}", region.rows.len());
        for row in &region.rows {
            let text: String = row.spans.iter().map(|span| span.text.as_str()).collect();
            let cells = app.session.width.of(&text);
            assert!(cells <= usize::from(area.width), "{name}: {cells} cells in {area:?}: {text}");
            assert!(!text.contains(char::is_control), "{name}: {text:?}");
        }
    }
    if let Some((column, row)) = page.cursor {
        assert!(column < app.size.width && row < app.size.height, "{name}: cursor at {column}, {row}");
    }
}

/// Key scripts that lead to every kind of screen.
const SCREENS: &[&str] = &[
    "",
    "<Enter>",
    "E}jjjj",
    "E}jjj<Tab><PgDn>",
    "2",
    "2f人社",
    "2<Tab>jj",
    "2fwsjkj<Enter><Enter>",
    "2f没有这个局",
    "3",
    "3jjlll",
    "3jj<Enter>",
    "3f死亡<Enter>",
    "3f没有这个指标",
    "3>>Oj",
    "3t",
    "/",
    "/健康",
    "/没有这样的词",
    "/部门:人社局 规划:乙 素养",
    "/素养 部门:没有",
    "/rsj<Enter>",
    "p<Space><Esc>/素养",
    "/健康<Enter>nn",
    "3jx<C-s>",
    "/健康<C-s>",
    "2f体育<Enter><C-s>乙.doc<Enter>",
    "?",
    "?搜索",
    ":复制",
    "p",
    "p<Space>jj<Space><Esc>",
    "p<Space><Esc>2",
    "Ejjj o",
    "bB",
    "E}jjs",
    "E}jjsS",
    "E}jjS",
    "3x",
    "3jx",
    "4",
    "4j",
    "4<Tab>",
    "4<Enter><Enter>",
    "4f编号",
    "4f没有这样的发现",
    "5",
    "5j<Enter>j",
    "5<Tab><Tab>",
    "5t",
    "5tj<Enter>G",
    "5f人社",
    "5tf卫健<Enter><Enter>j<Enter>",
    "5f没有这样的目标",
    "y",
];

#[test]
fn every_screen_at_every_size_in_both_measures() {
    for measure in [Width::Narrow, Width::Wide] {
        for &(width, height) in SIZES {
            for keys in SCREENS {
                let size = Size { width, height };
                let files = Some(export::FILES);
                let options = Options { size, width: measure, files, ..Options::default() };
                let mut app = App::new(fixture::library(), options);
                type_keys(&mut app, keys);
                check_page(&app, &format!("{keys} at {width}×{height} {measure:?}"));
            }
        }
    }
}

/// Every key that does something, and some that do nothing.
const MONKEY: &[&str] = &[
    "<C-s>",
    "j",
    "k",
    "h",
    "l",
    "g",
    "G",
    "<Space>",
    "<Enter>",
    "<Enter>",
    "c",
    "e",
    "C",
    "E",
    "X",
    "}",
    "{",
    "<Tab>",
    "<S-Tab>",
    "J",
    "K",
    "1",
    "2",
    "3",
    "4",
    "5",
    "t",
    "[",
    "]",
    "/",
    "n",
    "N",
    "f",
    "d",
    "p",
    "H",
    "L",
    "o",
    "s",
    "S",
    "x",
    "y",
    "c",
    "Y",
    "b",
    "B",
    "?",
    ":",
    "<Esc>",
    "<Esc>",
    "<C-d>",
    "<C-u>",
    "<PgDn>",
    "<PgUp>",
    "<Down>",
    "<Up>",
    "<Left>",
    "<Right>",
    "<Home>",
    "<End>",
    "<Backspace>",
    "<Del>",
    "<C-w>",
    "<C-x>",
    "<F1>",
    "<F9>",
    "健",
    "康",
    "死亡",
    "部门:",
    "规划:甲 ",
    "tyj",
    "ｊ",
    "、",
    "】",
    "a",
    "<C-l>",
    "<A-x>",
];

/// Presses 8,000 random keys from a fixed seed, at changing sizes, with mouse events in between.
#[test]
fn a_monkey_breaks_nothing() {
    // Xorshift (Marsaglia 2003) is random enough for this.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    let mut app = app(80, 24);
    let mut pressed = Vec::new();
    for step in 0..8_000 {
        // Random keys rarely leave a text field, so it is left on purpose more often than it is entered.
        let is_typing = app.mode != Mode::List;
        let keys = if is_typing && next(3) == 0 { ["<Esc>", "<Enter>"][next(2)] } else { MONKEY[next(MONKEY.len())] };
        pressed.push(keys);
        let effects = type_keys(&mut app, keys);
        assert!(!effects.contains(&Effect::Quit), "{:?}", pressed.iter().rev().take(5).collect::<Vec<_>>());
        if next(40) == 0 {
            let (width, height) = SIZES[next(SIZES.len())];
            app.resize(Size { width, height });
        }
        if next(20) == 0 {
            let kinds = [MouseKind::Click, MouseKind::DoubleClick, MouseKind::WheelUp, MouseKind::WheelDown];
            let kind = kinds[next(4)];
            let (column, row) = (u16::try_from(next(170)).unwrap(), u16::try_from(next(50)).unwrap());
            app.mouse(Mouse { column, row, kind });
        }
        if next(200) == 0 {
            app.paste("健康\n\u{1b}[2J“素养”");
        }
        if step % 3 == 0 {
            check_page(&app, &format!("step {step}: {:?}", pressed.iter().rev().take(8).collect::<Vec<_>>()));
        }
    }
}

#[test]
fn the_five_plans_at_every_size() {
    for &(width, height) in SIZES {
        for measure in [Width::Narrow, Width::Wide] {
            let size = Size { width, height };
            let files = Some(export::FILES);
            let options = Options { size, width: measure, files, ..Options::default() };
            let mut app = App::new(bundled(), options);
            for keys in [
                "",
                "E",
                "}",
                "}",
                "3",
                "}",
                "}",
                "2",
                "j",
                "m",
                "<Esc><Enter>",
                "G",
                "<Esc>2hG",
                "4",
                "j",
                "<Enter>",
                "5",
                "j",
                "<Enter>",
                "t",
                "<Enter>",
            ] {
                type_keys(&mut app, keys);
                check_page(&app, &format!("{keys} at {width}×{height}"));
            }
        }
    }
}

#[test]
fn the_first_screen_reads_one_plan_only() {
    let library = Arc::new(library::bundled().unwrap());
    let dataset = Arc::clone(library.dataset());
    let size = Size { width: 120, height: 40 };
    let app = App::new(library, Options { size, ..Options::default() });
    check_page(&app, "the first screen");
    assert_eq!(dataset.plans.iter().filter(|plan| plan.nodes.is_read()).count(), 1);
    assert!(!dataset.departments.is_read());
}
