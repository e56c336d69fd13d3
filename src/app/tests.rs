//! The browser as a user meets it: key scripts in, screens out, at every size and in both measures.

mod fixture;

use super::key::script;
use super::*;

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

fn app(width: u16, height: u16) -> App {
    App::new(fixture::dataset(), Options { size: Size { width, height }, ..Options::default() })
}

/// Presses the keys of a script and gives all the effects.
fn type_keys(app: &mut App, keys: &str) -> Vec<Effect> {
    script(keys).unwrap().into_iter().flat_map(|key| app.press(key)).collect()
}

fn screen(app: &App) -> String {
    app.page().to_text(app.size, app.world.width).join("\n")
}

/// Every row fits its region, every region lies on the screen, nothing harmful is on it.
#[track_caller]
fn check_page(app: &App, name: &str) {
    let page = app.page();
    for region in &page.regions {
        let area = region.area;
        assert!(area.x + area.width <= app.size.width && area.y + area.height <= app.size.height, "{name}: {area:?}");
        assert!(region.rows.len() <= usize::from(area.height), "{name}: {} rows in {area:?}", region.rows.len());
        for row in &region.rows {
            let text: String = row.spans.iter().map(|span| span.text.as_str()).collect();
            let cells = app.world.width.of(&text);
            assert!(cells <= usize::from(area.width), "{name}: {cells} cells in {area:?}: {text}");
            assert!(!text.contains(char::is_control), "{name}: {text:?}");
        }
    }
    if let Some((column, row)) = page.cursor {
        assert!(column < app.size.width && row < app.size.height, "{name}: cursor at {column}, {row}");
    }
}

/// Scripts that lead to every screen there is.
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
    "/",
    "/健康",
    "/没有这样的词",
    "/健康<Enter>nn",
    "?",
    "?搜索",
    ":复制",
    "p",
    "p<Space>jj<Space><Esc>",
    "p<Space><Esc>2",
    "Ejjj o",
    "bB",
    "y",
];

#[test]
fn every_screen_at_every_size_in_both_measures() {
    for measure in [Width::Narrow, Width::Wide] {
        for &(width, height) in SIZES {
            for keys in SCREENS {
                let options = Options { size: Size { width, height }, width: measure, ..Options::default() };
                let mut app = App::new(fixture::dataset(), options);
                type_keys(&mut app, keys);
                check_page(&app, &format!("{keys} at {width}×{height} {measure:?}"));
            }
        }
    }
}

/// Prints the screens, for looking at them: `cargo test look -- --nocapture`.
#[test]
fn look() {
    let dataset = Arc::new(crate::dataset::bundled().unwrap());
    for (width, height) in [(80, 24), (44, 14), (160, 45)] {
        for keys in SCREENS {
            let options = Options { size: Size { width, height }, ..Options::default() };
            let mut app = App::new(Arc::clone(&dataset), options);
            type_keys(&mut app, keys);
            println!("──── {width}×{height} {keys}\n{}", screen(&app));
        }
    }
}
