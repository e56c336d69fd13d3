//! Whole screens as a reader sees them: every tab and every popup over the bundled plans, in Chinese and in English, at three
//! sizes, each measured with narrow and with wide ambiguous characters. Keys go in, the text of the page comes out.
//!
//! Where a screen is meant to change, look at the new one; `INSTA_UPDATE=always cargo test --locked screens` then takes
//! it over as the record.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::thread;

use guihua::app::input::key::script;
use guihua::app::screen::page::{Page, Size};
use guihua::app::state::file::Files;
use guihua::app::state::location::Location;
use guihua::app::{App, Options};
use guihua::command::Format;
use guihua::library::{self, Memory};
use guihua::text::width::Width;
use guihua::words::{self, Language};

/// A terminal of old, a narrow pane beside something else, and a whole screen.
pub(super) const SIZES: [Size; 3] =
    [Size { width: 80, height: 24 }, Size { width: 44, height: 14 }, Size { width: 160, height: 45 }];

/// The task that the browser opens at: others are close to it.
const TASK: &str = "xiangqiao-145/3.3.2";

/// The screens: name of the snapshot, and the keys that lead there.
pub(super) const SCREENS: [(&str, &str); 30] = [
    // Tabs.
    ("tab-plans", ""),
    ("tab-plans-all-folded", "gC"),
    ("tab-plans-text", "<Enter><Tab>"),
    ("tab-departments", "2jj"),
    ("tab-departments-tasks", "2<Enter>jj"),
    ("tab-indicators", "3j"),
    ("tab-indicators-sorted", "3>tj"),
    ("tab-findings", "4j"),
    ("tab-findings-text", "4<Tab>"),
    ("tab-deadlines", "5jjj"),
    ("tab-deadlines-of-a-year", "5jjj<Enter>j"),
    ("tab-deadlines-by-office", "5tj"),
    ("search", "/健康素养<Down>"),
    ("search-empty", "/"),
    ("search-nothing", "/部门:量子局 没有的词"),
    ("filter", "2f卫"),
    // Popups.
    ("popup-help", "?"),
    ("popup-help-search", "/<F1>"),
    ("popup-palette", ":对"),
    ("popup-departments", "djy"),
    ("popup-plans", "p<Down><Space>"),
    ("popup-source", "o"),
    ("popup-bookmarks", "b2bB"),
    ("popup-similar", "s"),
    ("popup-side-by-side", "S"),
    ("popup-compare", "3x"),
    ("popup-matrix", "2m"),
    ("popup-row", "3j<Enter>"),
    ("popup-export", "2<C-s>"),
    ("popup-import", "I~/规划 文稿/江海市 规划.docx"),
];

/// What is typed in English instead, where the Chinese keys would find nothing.
const ENGLISH_KEYS: [(&str, &str); 2] = [("search-nothing", "/dept:量子局 没有的词"), ("popup-palette", ":pas")];

/// The keys that lead to a screen in the language in force.
pub(super) fn keys_of((name, keys): (&'static str, &'static str)) -> &'static str {
    let english = ENGLISH_KEYS.iter().find(|(other, _)| *other == name && words::in_force() == Language::English);
    english.map_or(keys, |(_, keys)| keys)
}

/// Two formats, and paths below a home that is the same on every machine.
const FILES: Files = Files {
    offered: |_| vec![Format::Xlsx, Format::Docx],
    resolved: |name| format!("/home/me/{name}"),
    completed: |_| Vec::new(),
};

pub(super) static LIBRARY: LazyLock<Arc<Memory>> =
    LazyLock::new(|| Arc::new(library::bundled().expect("the bundled plans")));

/// Opens the browser over these plans, at the first size, and presses these keys.
pub(super) fn browser(library: &Arc<Memory>, keys: &str, width: Width) -> App {
    let options = Options {
        size: SIZES[0],
        width,
        at: Some(Location::Node(TASK.to_owned())),
        files: Some(FILES),
        ..Options::default()
    };
    let mut app = App::new(Arc::clone(library) as _, options);
    for key in script(keys).expect("keys of this file") {
        app.press(key);
    }
    app
}

/// The screens that these keys lead to, one of each size: the keys are pressed at the first,
/// then the terminal is resized.
fn screens(keys: &str, width: Width) -> [String; 3] {
    let mut app = browser(&LIBRARY, keys, width);
    SIZES.map(|size| {
        app.resize(size);
        dump(&app.page(), size, width)
    })
}

/// A page as text, a line a row behind a bar, with the place of the cursor.
fn dump(page: &Page, size: Size, width: Width) -> String {
    let lines = page.to_text(size, width).iter().fold(String::new(), |text, line| text + "|" + line + "\n");
    let shown = if page.cursor_visible { "shown" } else { "hidden" };
    match page.cursor {
        Some((column, row)) => format!("{lines}cursor {shown} in row {}, column {}\n", row + 1, column + 1),
        None => format!("{lines}no cursor\n"),
    }
}

/// The folder with the snapshots of a language, below that of the tests.
fn folder(language: Language) -> &'static str {
    match language {
        Language::Chinese => "screens",
        Language::English => "screens/en",
    }
}

fn every_tab_and_popup(language: Language) {
    let of_width = |width: Width| words::within(language, || SCREENS.map(|screen| screens(keys_of(screen), width)));
    let (narrow, wide) = thread::scope(|scope| {
        let wide = scope.spawn(|| of_width(Width::Wide));
        (of_width(Width::Narrow), wide.join().expect("no thread panics"))
    });
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder(language));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (((name, keys), narrow), wide) in SCREENS.into_iter().zip(&narrow).zip(&wide) {
            let keys = words::within(language, || keys_of((name, keys)));
            let typed = if keys.is_empty() { "no keys".to_owned() } else { format!("keys {keys}") };
            for ((size, narrow), wide) in SIZES.iter().zip(narrow).zip(wide) {
                let text = format!("{typed}\n\nnarrow\n{narrow}\nwide\n{wide}");
                insta::assert_snapshot!(format!("{name}-{}x{}", size.width, size.height), text);
            }
        }
    });
}

#[test]
fn every_tab_and_popup_at_every_size() {
    every_tab_and_popup(Language::Chinese);
}

#[test]
fn every_tab_and_popup_in_english() {
    every_tab_and_popup(Language::English);
}

#[test]
fn every_snapshot_belongs_to_a_screen() {
    let names: HashSet<String> = SCREENS
        .iter()
        .flat_map(|(name, _)| SIZES.map(|size| format!("{name}-{}x{}.snap", size.width, size.height)))
        .collect();
    for language in Language::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(folder(language));
        for entry in std::fs::read_dir(path).expect("the snapshots are read") {
            let entry = entry.expect("the snapshots are read");
            let name = entry.file_name().to_string_lossy().into_owned();
            // The other language has a folder of its own; what insta proposes beside a snapshot is no part of the repository.
            let is_folder = entry.file_type().expect("the snapshots are read").is_dir();
            assert!(is_folder || names.contains(name.trim_end_matches(".new")), "{name} belongs to no screen");
        }
    }
}
