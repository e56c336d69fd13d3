//! In English the browser says nothing in Chinese but what the plans and the registry say, and what was typed.
//!
//! Seen in two ways. Over plans and names whose Chinese characters were all exchanged for Korean syllables, which are as
//! wide, any Chinese is the program's own. But the rules find nothing there, so that the screens over the bundled plans
//! are seen too: there every run of Chinese must stand in the plans, in the registry or in the keys.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use guihua::app::App;
use guihua::app::input::keymap::{BINDINGS, Context};
use guihua::app::screen::page::Size;
use guihua::dataset;
use guihua::library::{Library, Memory};
use guihua::model::Dataset;
use guihua::registry::Registry;
use guihua::text::width::Width;
use guihua::words::{self, Language};

use crate::screens::{LIBRARY, SCREENS, SIZES, browser, keys_of};

/// Chinese on English screens that is neither text of plans nor typed: examples that can be typed, the word for one's own
/// office, and what a check proposes for a misprint.
const EXAMPLES: [&str; 22] = [
    "人社局",
    "婴儿死亡率",
    "健康",
    "素养",
    "控烟",
    "戒烟",
    "医疗",
    "中医",
    "分级诊疗",
    "医保局",
    "云浮",
    "我局",
    "学校",
    "瑶医",
    "壮医",
    "武术",
    "推进",
    "教育局",
    "工程",
    "近视率",
    "年前要完成什么",
    "忧患",
];

/// A screen that shows popups whole, beside those of the snapshots.
const TALL: Size = Size { width: 120, height: 200 };

/// The first and the number of the Korean syllables.
const SYLLABLES: (u32, u32) = (0xAC00, 11172);

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// A text with a Korean syllable for each Chinese character, always the same for the same one.
fn veiled(text: &str) -> String {
    let veil = |c: char| char::from_u32(SYLLABLES.0 + u32::from(c) % SYLLABLES.1).unwrap_or(c);
    text.chars().map(|c| if is_chinese(c) { veil(c) } else { c }).collect()
}

/// The bundled plans and names without a Chinese character.
static VEILED: LazyLock<Arc<Memory>> = LazyLock::new(|| {
    let plans: Dataset = serde_json::from_str(&veiled(dataset::bundled_document())).expect("the bundled plans");
    let registry = Registry::new(veiled(DEPARTMENTS), veiled(INDICATORS));
    Arc::new(Memory::new(plans, (), Arc::new(registry)))
});

const DEPARTMENTS: &str = include_str!("../../data/departments.json");
const INDICATORS: &str = include_str!("../../data/indicators.json");

/// The runs of Chinese characters in the rows of the screen, at every size.
fn runs(app: &mut App, width: Width) -> Vec<String> {
    let mut runs = Vec::new();
    for size in [&SIZES[..], &[TALL]].concat() {
        app.resize(size);
        for row in app.page().to_text(size, width) {
            let parts = row.split(|c| !is_chinese(c)).filter(|run| !run.is_empty());
            runs.extend(parts.map(str::to_owned));
        }
    }
    runs.sort();
    runs.dedup();
    runs
}

/// Lists the runs of Chinese on the screens behind these keys that `is_allowed` refuses, a line for each screen with some.
fn refused(library: &Arc<Memory>, scripts: &[(String, Width)], is_allowed: impl Fn(&str, &str) -> bool) -> String {
    // An example may be cut at the edge of the screen.
    let is_known = |run: &str| EXAMPLES.iter().any(|example| example.contains(run));
    let mut found = String::new();
    for (keys, width) in scripts {
        let mut runs = runs(&mut browser(library, keys, *width), *width);
        runs.retain(|run| !is_known(run) && !is_allowed(keys, run));
        if !runs.is_empty() {
            writeln!(found, "after {keys:?}: {}", runs.join(" ")).expect("a string takes every word");
        }
    }
    found
}

/// The keys of the screens of the snapshots, with either width of ambiguous characters.
fn screens(typed: impl Fn(&str) -> String) -> Vec<(String, Width)> {
    let keys = SCREENS.map(|screen| typed(keys_of(screen)));
    keys.iter().flat_map(|keys| [Width::Narrow, Width::Wide].map(|width| (keys.clone(), width))).collect()
}

/// Every tab with each key that does something there.
fn keys() -> Vec<(String, Width)> {
    let contexts = [Context::Anywhere, Context::Tree, Context::Departments, Context::Tasks, Context::Table];
    let contexts = [&contexts[..], &[Context::Findings, Context::Years, Context::Due]].concat();
    let rows = BINDINGS.iter().filter(|row| row.contexts.iter().any(|context| contexts.contains(context)));
    let keys: BTreeSet<&str> = rows.filter_map(|row| row.keys.first().copied()).collect();
    let places = ["1", "2", "2<Enter>", "3", "4", "5", "5<Enter>"];
    let pressed = places.iter().flat_map(|place| keys.iter().map(move |keys| format!("{place}{keys}")));
    pressed.map(|keys| (keys, Width::Narrow)).collect()
}

#[test]
fn over_plans_without_chinese_there_is_none() {
    let found = words::within(Language::English, || {
        let scripts = [screens(veiled), keys()].concat();
        refused(&VEILED, &scripts, |_, _| false)
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn over_the_bundled_plans_all_chinese_is_theirs_or_typed() {
    let mut theirs = format!("{}{DEPARTMENTS}{INDICATORS}", dataset::bundled_document());
    for plan in &LIBRARY.dataset().plans {
        theirs += dataset::seed(&plan.id).expect("a seed");
        // What a target is about is put together from words of its sentence.
        let deadlines = LIBRARY.deadlines(&plan.id).ready().expect("plans in memory answer at once");
        deadlines.iter().for_each(|each| theirs.extend([" ", &each.metric, " ", each.value_in_words()]));
    }
    let is_allowed = |keys: &str, run: &str| theirs.contains(run) || keys.contains(run);
    let found = words::within(Language::English, || refused(&LIBRARY, &screens(str::to_owned), is_allowed));
    assert!(found.is_empty(), "{found}");
}
