//! Each law catches what it forbids: sources planted here, a breach in each.

use super::laws::{self, Layers};
use super::source::Source;

fn planted(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(path, text)| Source::new(path, text)).collect()
}

/// One file that imports, in every form there is, and the file it imports from.
const FORMS: [&str; 10] = [
    "use crate::app::views::plans::Plans;",
    "use crate::app::{state::session, views::plans};",
    "use crate::{app::{views::{plans::{self, Plans}}}, text};",
    "use crate::app::views::plans as other;",
    "pub use crate::app::views::plans::Plans;",
    "pub(crate) use super::views::plans::{Plans as Other};",
    "use crate::app::views;\nfn f() { views::plans::draw() }",
    "fn f() -> crate::app::views::plans::Plans { todo!() }",
    "use super::views::plans;",
    "// A quote: '\"' and a lifetime.\nfn f<'a>(_: &'a str) { '\"'; \"use a::b;\"; super::views::plans::draw() }",
];

const APP: &Layers = &[("app/views", &["app/state"]), ("app/state", &[])];

#[test]
fn every_form_of_import_is_read() {
    for form in FORMS {
        let sources = planted(&[
            ("app.rs", "pub mod state;\npub mod views;"),
            ("app/state.rs", form),
            ("app/views.rs", "pub mod plans;"),
            ("app/views/plans.rs", "pub struct Plans;"),
        ]);
        let breaches = laws::layers(&sources, APP);
        assert!(breaches.contains(&"app/state.rs imports app/views/plans.rs".to_owned()), "{form}: {breaches:?}");
    }
}

#[test]
fn what_is_allowed_or_not_code_is_no_breach() {
    let sources = planted(&[
        ("app.rs", "pub mod state;\npub mod views;"),
        (
            "app/state.rs",
            "//! See `crate::app::views`.\n/// [`crate::app::views::View`]\nfn f() -> &'static str { \"crate::app::views\" }\n#[cfg(test)]\nmod tests {\n    use crate::app::views::View;\n}\n",
        ),
        ("app/views.rs", "use crate::app::state::State;\nuse std::fmt::{self, Write};"),
    ]);
    assert_eq!(laws::layers(&sources, APP), Vec::<String>::new());
    assert_eq!(laws::circles_of_files(&sources, &["app"]), Vec::<String>::new());
}

#[test]
fn a_file_in_no_layer_is_caught() {
    let sources = planted(&[("app/oddments.rs", "fn f() {}"), ("app/state.rs", "fn f() {}")]);
    assert_eq!(laws::layers(&sources, APP), ["app/oddments.rs is in no layer"]);
}

#[test]
fn an_import_against_the_order_of_modules_is_caught() {
    let table: &Layers = &[("text", &[]), ("app", &["text"])];
    let sources = planted(&[
        ("text.rs", "use crate::{app::{key::{self}}};"),
        ("app.rs", "pub mod key;\nuse crate::text::fold;"),
        ("app/key.rs", ""),
        ("stray.rs", ""),
    ]);
    assert_eq!(laws::imports(&sources, table), ["stray.rs belongs to no module", "text.rs imports app/key.rs"]);
}

#[test]
fn circles_are_caught() {
    let pair = planted(&[("search/a.rs", "use crate::search::b::B;"), ("search/b.rs", "use super::a::A;")]);
    assert_eq!(laws::circles_of_files(&pair, &["search"]), ["search/a.rs ↔ search/b.rs"]);
    let three = planted(&[
        ("search/a.rs", "use crate::search::{b::B, d};"),
        ("search/b.rs", "fn f() { crate::search::c::f() }"),
        ("search/c.rs", "use crate::search::a;"),
        ("search/d.rs", ""),
    ]);
    assert_eq!(laws::circles_of_files(&three, &["search"]), ["search/a.rs ↔ search/b.rs ↔ search/c.rs"]);
    // Behind a name that the parent hands on.
    let hidden = planted(&[
        ("search.rs", "mod a;\nmod b;\npub use b::B;"),
        ("search/a.rs", "use crate::search::B;"),
        ("search/b.rs", "use crate::search::a::A;"),
    ]);
    assert_eq!(laws::circles_of_files(&hidden, &["search"]), ["search/a.rs ↔ search/b.rs"]);
    // A module and its child may name each other.
    let family = planted(&[("search/a.rs", "mod b;\nuse b::B;"), ("search/a/b.rs", "use crate::search::a::A;")]);
    assert_eq!(laws::circles_of_files(&family, &["search"]), Vec::<String>::new());
}

#[test]
fn climbing_twice_is_caught() {
    let sources = planted(&[("app/a.rs", "use super::super::b;"), ("app/b.rs", "use super::a;")]);
    assert_eq!(laws::climbing(&sources), ["app/a.rs names super::super"]);
}

#[test]
fn what_must_live_for_ever_is_caught() {
    for signature in [
        "pub fn all() -> &'static Indicators { todo!() }",
        "pub type SourceOf = fn(&str) -> Option<&'static str>;",
        "pub fn read(\n    dataset: &'static Dataset,\n    plan: usize,\n) -> usize { 0 }",
        "pub struct Reading {\n    pub plan: &'static Plan,\n    pub line: u32,\n}",
        "impl App {\n    pub fn new(source: impl Fn(&str) -> Option<&'static str>) -> Self { todo!() }\n}",
    ] {
        assert_eq!(laws::living_for_ever(&planted(&[("app/a.rs", signature)])).len(), 1, "{signature}");
        assert_eq!(laws::living_for_ever(&planted(&[("dataset.rs", signature)])).len(), 0, "{signature}");
    }
    for signature in [
        "pub fn name(self) -> &'static str { todo!() }",
        "pub const PLANS: &'static [&'static str] = &[];",
        "pub(crate) fn bundled() -> &'static Dataset { todo!() }",
        "pub fn plan(&self, id: &str) -> Option<&Plan> { todo!() }",
        "pub fn nodes(&self) -> &'static NodeKinds { todo!() }",
    ] {
        assert_eq!(laws::living_for_ever(&planted(&[("app/a.rs", signature)])).len(), 0, "{signature}");
    }
}

#[test]
fn docs_that_say_nothing_are_caught() {
    let text = "/// Done.\nfn done() {}\n\n/// The same with a longer name than before, and a second line of text.\nfn same() {}\n\n/// Ends the program, and gives the\n/// terminal back.\nfn end() {}\n";
    let breaches = laws::empty_docs(&planted(&[("app/a.rs", text)]));
    assert_eq!(breaches.len(), 2, "{breaches:?}");
    assert!(breaches[0].starts_with("app/a.rs:1: Done.") && breaches[1].starts_with("app/a.rs:4: The same"));
}

#[test]
fn words_outside_the_catalogue_are_caught() {
    let sources = planted(&[
        ("cli/a.rs", "//! 甲\nfn f() { say(\"没有\") }"),
        ("cli/b.rs", "const MARKS: [char; 1] = ['，'];"),
        (
            "cli/c.rs",
            "/// 甲\nfn f() { say(\"《{}》\"); } // 乙\n#[cfg(test)]\nmod tests {\n    const A: &str = \"甲\";\n}\n",
        ),
        ("cli/d.rs", "fn f() {}"),
        ("app/a.rs", "fn f() { say(\"没有\") }"),
    ]);
    let speaking = [("cli", &[("cli/b.rs", "signs"), ("cli/d.rs", "nothing")][..])];
    assert_eq!(
        laws::own_words(&sources, &speaking),
        ["cli/a.rs says: fn f() { say(\"没有\") }", "cli/d.rs needs no exception"]
    );
}
