//! Looks up what typed keys mean in the table of keys, and writes keys the way people read them: in the help, the
//! footer and the README.

use std::sync::LazyLock;

use crate::app::input::action::Action;
use crate::app::input::key::{Code, Key, script};
use crate::app::input::keymap::{ALL, BINDINGS, Binding, Context};

/// What the keys typed so far amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They are bound to this action.
    Bound(Action),
    /// They are the beginning of a binding, so one more key is awaited.
    Begun,
    /// No binding here begins with them.
    Nothing,
}

/// Looks up `keys` in these contexts, the first context first. Keys that are not bound as typed are looked up once more
/// as a keyboard without an input method would have sent them.
#[must_use]
pub fn lookup(contexts: &[Context], keys: &[Key]) -> Meaning {
    let typed = find(contexts, keys);
    if typed != Meaning::Nothing {
        return typed;
    }
    find(contexts, &keys.iter().map(|key| key.twin()).collect::<Vec<_>>())
}

/// The table with the notation of its keys read, once for the whole program.
static READ: LazyLock<Vec<(&'static Binding, Vec<Key>)>> = LazyLock::new(|| {
    let keys = BINDINGS.iter().flat_map(|binding| binding.keys.iter().map(move |keys| (binding, keys)));
    keys.filter_map(|(binding, keys)| Some((binding, script(keys).ok()?))).collect()
});

/// Looks up exactly these keys.
fn find(contexts: &[Context], keys: &[Key]) -> Meaning {
    let mut meaning = Meaning::Nothing;
    for context in contexts {
        for (binding, bound) in READ.iter().filter(|(binding, _)| binding.contexts.contains(context)) {
            if bound == keys {
                return Meaning::Bound(binding.action);
            }
            if bound.starts_with(keys) {
                meaning = Meaning::Begun;
            }
        }
    }
    meaning
}

/// Returns the bindings that hold in these contexts, in the order of the table. A binding is left out when all its keys
/// mean something else in an earlier context.
///
/// Every footer asks this, the first one before a key is typed. So keys are compared as they are written in the table,
/// where a key is written in one way only, and their notation is not read.
#[must_use]
pub fn holding(contexts: &[Context]) -> Vec<&'static Binding> {
    let by_context: Vec<Vec<&Binding>> = contexts
        .iter()
        .map(|context| BINDINGS.iter().filter(|binding| binding.contexts.contains(context)).collect())
        .collect();
    let holds = |binding: &&Binding| {
        let place = contexts.iter().position(|context| binding.contexts.contains(context));
        let earlier = place.and_then(|place| by_context.get(..place));
        earlier.is_some_and(|earlier| {
            binding.keys.iter().any(|keys| {
                let first = earlier.iter().flatten().find(|other| other.keys.contains(keys));
                first.is_none_or(|first| first.action == binding.action)
            })
        })
    };
    BINDINGS.iter().filter(holds).collect()
}

/// Lists what may follow the keys of an unfinished binding: `y 复制文字  p 复制所在位置`.
#[must_use]
pub fn continued(contexts: &[Context], begun: &[Key]) -> String {
    let begun: Vec<Key> = begun.iter().map(|key| key.twin()).collect();
    let ways =
        holding(contexts).into_iter().flat_map(|binding| binding.keys.iter().map(move |keys| (keys, binding.words)));
    let ways = ways.filter_map(|(keys, words)| {
        let keys = script(keys).ok()?;
        let rest: String = keys.strip_prefix(begun.as_slice())?.iter().map(|key| show_one(*key)).collect();
        // The first clause of the words is enough here; the help shows all of them.
        Some(format!("{rest} {}", words.split('：').next().unwrap_or(words)))
    });
    ways.collect::<Vec<_>>().join("  ")
}

/// Writes keys as they are printed on a keyboard: `Enter`, `Ctrl-d`, `↑`.
#[must_use]
pub fn show(keys: &str) -> String {
    let names = script(keys).unwrap_or_default();
    names.iter().map(|key| show_one(*key)).collect()
}

/// Writes one key as it is printed on a keyboard.
fn show_one(key: Key) -> String {
    let text = match key.code {
        Code::Char(' ') => "空格".to_owned(),
        Code::Char(character) => character.to_string(),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        Code::Left => "←".to_owned(),
        Code::Right => "→".to_owned(),
        Code::BackTab => "Shift-Tab".to_owned(),
        Code::PageUp
        | Code::PageDown
        | Code::Enter
        | Code::Esc
        | Code::Tab
        | Code::Backspace
        | Code::Delete
        | Code::Home
        | Code::End
        | Code::F(_) => Key::plain(key.code).to_string().replace(['<', '>'], ""),
    };
    let held = [(key.ctrl, "Ctrl-"), (key.alt, "Alt-"), (key.shift, "Shift-")];
    held.iter().filter(|(held, _)| *held).map(|(_, name)| *name).chain([text.as_str()]).collect()
}

/// What the README says of a binding that holds in every context.
const EVERYWHERE: &str = "任何地方";

/// Makes the README's list of keys, a Markdown table of where they hold, the keys, and what they do.
#[must_use]
pub fn readme_table() -> String {
    // Bindings with the same keys and words are one row: they do the same in several contexts.
    let mut rows: Vec<(String, &str, Vec<Context>)> = Vec::new();
    for binding in BINDINGS {
        let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{}`", show(keys))).collect();
        let keys = keys.join(" ");
        match rows.iter_mut().find(|(old, words, _)| *old == keys && *words == binding.words) {
            Some((.., contexts)) => contexts.extend(binding.contexts),
            None => rows.push((keys, binding.words, binding.contexts.to_vec())),
        }
    }
    let mut table = String::from("| 哪里 | 按键 | 作用 |\n|---|---|---|\n");
    for (keys, words, contexts) in rows {
        let names: Vec<&str> = contexts.iter().map(|context| context.name()).collect();
        let is_everywhere = ALL.iter().all(|context| contexts.contains(context));
        let place = if is_everywhere { EVERYWHERE.to_owned() } else { names.join("、") };
        table.extend(["| ", &place, " | ", &keys, " | ", words, " |\n"]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::input::action::{CopyKind, Go, Motion, Open, Step, ViewAction};

    const CONTEXTS: &[Context] = &[
        Context::Tree,
        Context::Chapter,
        Context::Text,
        Context::Departments,
        Context::Tasks,
        Context::Table,
        Context::Findings,
        Context::Years,
        Context::Due,
        Context::Search,
        Context::Filter,
        Context::Popup,
        Context::Typing,
        Context::Export,
        Context::Anywhere,
    ];

    #[test]
    fn every_key_is_written_right_and_bound_once() {
        for context in CONTEXTS {
            let mut seen: Vec<Vec<Key>> = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| binding.contexts.contains(context)) {
                for keys in binding.keys {
                    let written = keys;
                    let keys = script(keys).unwrap();
                    let shown: String = keys.iter().map(Key::to_string).collect();
                    assert_eq!(shown, *written, "a key is written in one way only");
                    assert!(
                        !seen.iter().any(|old| old.starts_with(&keys) || keys.starts_with(old)),
                        "{context:?} {keys:?}"
                    );
                    seen.push(keys);
                }
            }
        }
    }

    #[test]
    fn lookups() {
        let tree = &[Context::Tree, Context::Anywhere];
        for (keys, expected) in [
            ("j", Meaning::Bound(Action::View(ViewAction::Move(Motion::Down)))),
            ("ｊ", Meaning::Bound(Action::View(ViewAction::Move(Motion::Down)))),
            ("、", Meaning::Bound(Action::Open(Open::Search))),
            ("／", Meaning::Bound(Action::Open(Open::Search))),
            ("？", Meaning::Bound(Action::Open(Open::Help))),
            ("：", Meaning::Bound(Action::Open(Open::Palette))),
            ("】", Meaning::Bound(Action::Go(Go::AdjacentTab(Step::Next)))),
            ("y", Meaning::Begun),
            ("yy", Meaning::Bound(Action::Copy(CopyKind::Text))),
            ("ｙｙ", Meaning::Bound(Action::Copy(CopyKind::Text))),
            ("yz", Meaning::Nothing),
            ("健", Meaning::Nothing),
        ] {
            assert_eq!(lookup(tree, &script(keys).unwrap()), expected, "{keys}");
        }
    }

    #[test]
    fn the_readme_names_every_action() {
        let table = readme_table();
        for binding in BINDINGS {
            assert!(table.contains(binding.words), "{}", binding.words);
        }
        assert!(table.contains("| 各标签页、弹窗 | `j` `↓` | 下移一行 |"));
        assert!(table.contains("| 任何地方 | `Ctrl-c` | 立即退出 |"));
        assert!(table.contains("`Ctrl-d`"));
    }
}
