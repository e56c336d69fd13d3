//! Looks up what typed keys mean in the table of keys, and writes keys the way people read them: in the help, the
//! footer and the README.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::app::input::action::Action;
use crate::app::input::key::{Code, Key, script};
use crate::app::input::keymap::{ALL, BINDINGS, Binding, Context, FIELDS};
use crate::words::{self, Words, punctuation};

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

/// The keys in force: those of the table, but for the actions to which the user gave other keys.
#[derive(Debug, Default)]
pub struct Keymap {
    /// The rows with other keys than the table has, in the notation of the table.
    changed: Vec<(&'static Binding, Vec<String>)>,
    /// Every row with the notation of its keys read, each once for each of its keys.
    read: OnceLock<Vec<(&'static Binding, Vec<Key>)>>,
}

/// A row of the table with the keys that it has in this run.
type Row<'a> = (&'static Binding, Cow<'a, [&'a str]>);

/// Why keys cannot be given to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// The name is that of no action, or of none that holds in the place named with it.
    NoAction,
    /// This is no key in the notation of the table.
    NoKey(String),
    /// These keys type a character, and the action holds where a text field has the caret.
    Types(String),
    /// These keys, or the first of them, mean something else where the action holds: the action with this name.
    Taken(String, &'static str),
}

impl Keymap {
    /// Gives other keys to actions, each named as in the table; `tree.open` names the rows that hold in the tree.
    ///
    /// # Errors
    /// A name or a key is not known, or a key would have two meanings in one place. Returned with the position of the
    /// change that is wrong.
    pub fn with(changes: &[(&str, Vec<&str>)]) -> Result<Self, (usize, KeyError)> {
        let mut keymap = Self::default();
        for (at, (name, keys)) in changes.iter().enumerate() {
            let written: Result<Vec<String>, KeyError> = keys.iter().map(|keys| normal(keys)).collect();
            let written = written.map_err(|error| (at, error))?;
            let rows: Vec<&Binding> = BINDINGS.iter().filter(|row| is_named(row, name)).collect();
            if rows.is_empty() {
                return Err((at, KeyError::NoAction));
            }
            keymap.changed.retain(|(row, _)| !rows.iter().any(|other| std::ptr::eq(*row, *other)));
            keymap.changed.extend(rows.into_iter().map(|row| (row, written.clone())));
        }
        for (at, (name, _)) in changes.iter().enumerate() {
            for row in BINDINGS.iter().filter(|row| is_named(row, name)) {
                keymap.check(row).map_err(|error| (at, error))?;
            }
        }
        Ok(keymap)
    }

    /// Checks that no key of a row has another meaning in a place where the row holds.
    fn check(&self, row: &'static Binding) -> Result<(), KeyError> {
        let own: Vec<Vec<Key>> = self.keys(row).iter().filter_map(|keys| script(keys).ok()).collect();
        let types = |keys: &&Vec<Key>| {
            keys.first().is_some_and(|key| matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt)
        };
        if let Some(keys) =
            own.iter().find(types).filter(|_| row.contexts.iter().any(|context| FIELDS.contains(context)))
        {
            return Err(KeyError::Types(keys.iter().map(Key::to_string).collect()));
        }
        let shares = |other: &Binding| row.contexts.iter().any(|context| other.contexts.contains(context));
        for (other, keys) in self.read().iter().filter(|(other, _)| !std::ptr::eq(*other, row) && shares(other)) {
            if own.iter().any(|own| own.starts_with(keys) || keys.starts_with(own)) {
                return Err(KeyError::Taken(keys.iter().map(Key::to_string).collect(), other.name));
            }
        }
        Ok(())
    }

    /// Returns the keys of a row, in the notation of the table.
    #[must_use]
    pub fn keys(&self, row: &Binding) -> Cow<'_, [&str]> {
        match self.changed.iter().find(|(changed, _)| std::ptr::eq(*changed, row)) {
            Some((_, keys)) => keys.iter().map(String::as_str).collect(),
            None => Cow::Borrowed(row.keys),
        }
    }

    /// Writes the first key of an action as it is printed on a keyboard, for sentences that name it. An action to which the
    /// user gave no key is called by its name, as in the configuration file.
    #[must_use]
    pub fn key(&self, action: Action) -> String {
        self.first_key(BINDINGS.iter().filter(|row| row.action == action))
    }

    /// Writes the first key that an action has in this part of the screen, as [`Keymap::key`] does.
    #[must_use]
    pub fn key_in(&self, context: Context, action: Action) -> String {
        self.first_key(BINDINGS.iter().filter(|row| row.action == action && row.contexts.contains(&context)))
    }

    fn first_key(&self, mut rows: impl Iterator<Item = &'static Binding> + Clone) -> String {
        let first = rows.clone().find_map(|row| self.keys(row).first().map(|keys| show(keys)));
        first.or_else(|| Some(format!("“{}”", rows.next()?.name))).unwrap_or_default()
    }

    /// Looks up `keys` in these contexts, the first context first. Keys that are not bound as typed are looked up once
    /// more as a keyboard without an input method would have sent them.
    #[must_use]
    pub fn lookup(&self, contexts: &[Context], keys: &[Key]) -> Meaning {
        let typed = self.find(contexts, keys);
        if typed != Meaning::Nothing {
            return typed;
        }
        self.find(contexts, &keys.iter().map(|key| key.twin()).collect::<Vec<_>>())
    }

    fn read(&self) -> &[(&'static Binding, Vec<Key>)] {
        self.read.get_or_init(|| {
            let read = |row: &'static Binding| {
                self.keys(row).iter().filter_map(move |keys| Some((row, script(keys).ok()?))).collect::<Vec<_>>()
            };
            BINDINGS.iter().flat_map(read).collect()
        })
    }

    /// Looks up exactly these keys.
    fn find(&self, contexts: &[Context], keys: &[Key]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for context in contexts {
            for (binding, bound) in self.read().iter().filter(|(binding, _)| binding.contexts.contains(context)) {
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
    /// mean something else in an earlier context, or when it has none.
    ///
    /// Every footer asks this, the first one before a key is typed. So keys are compared as they are written in the table,
    /// where a key is written in one way only, and their notation is not read.
    #[must_use]
    pub fn holding(&self, contexts: &[Context]) -> Vec<&'static Binding> {
        let rows: Vec<Row<'_>> = BINDINGS.iter().map(|binding| (binding, self.keys(binding))).collect();
        let by_context: Vec<Vec<&Row<'_>>> = contexts
            .iter()
            .map(|context| rows.iter().filter(|(binding, _)| binding.contexts.contains(context)).collect())
            .collect();
        let holds = |(binding, keys): &&Row<'_>| {
            let place = contexts.iter().position(|context| binding.contexts.contains(context));
            let earlier = place.and_then(|place| by_context.get(..place));
            earlier.is_some_and(|earlier| {
                keys.iter().any(|keys| {
                    let first = earlier.iter().flatten().find(|(_, other)| other.contains(keys));
                    first.is_none_or(|(first, _)| first.action == binding.action)
                })
            })
        };
        rows.iter().filter(holds).map(|(binding, _)| *binding).collect()
    }

    /// Lists what may follow the keys of an unfinished binding: `y 复制文字  p 复制所在位置`.
    #[must_use]
    pub fn continued(&self, contexts: &[Context], begun: &[Key]) -> String {
        let begun: Vec<Key> = begun.iter().map(|key| key.twin()).collect();
        let rows = self.holding(contexts).into_iter();
        let ways = rows.flat_map(|row| self.keys(row).into_owned().into_iter().map(move |keys| (keys, row.words)));
        let ways = ways.filter_map(|(keys, words)| {
            let keys = script(keys).ok()?;
            let rest: String = keys.strip_prefix(begun.as_slice())?.iter().map(|key| show_one(*key)).collect();
            // The first clause of the words is enough here; the help shows all of them.
            let words = words.get();
            Some(format!("{rest} {}", words.split(punctuation::COLON.get()).next().unwrap_or(words)))
        });
        ways.collect::<Vec<_>>().join("  ")
    }
}

/// Whether a row is called so: by the name of its action, alone or behind that of a place where it holds.
fn is_named(row: &Binding, name: &str) -> bool {
    match name.split_once('.') {
        Some((place, name)) => row.name == name && row.contexts.iter().any(|context| context.id() == place),
        None => row.name == name,
    }
}

/// Writes keys in the one way in which the table writes them.
fn normal(keys: &str) -> Result<String, KeyError> {
    let read = script(keys).ok().filter(|keys| !keys.is_empty());
    read.map(|keys| keys.iter().map(Key::to_string).collect()).ok_or_else(|| KeyError::NoKey(keys.to_owned()))
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
        Code::Char(' ') => words::keys::SPACE.to_string(),
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

/// Makes a README's list of keys in the language in force, a Markdown table of where they hold, the keys, and what they do.
#[must_use]
pub fn readme_table() -> String {
    // Bindings with the same keys and words are one row: they do the same in several contexts.
    let mut rows: Vec<(String, Words, Vec<Context>)> = Vec::new();
    for binding in BINDINGS {
        let keys: Vec<String> = binding.keys.iter().map(|keys| format!("`{}`", show(keys))).collect();
        let keys = keys.join(" ");
        match rows.iter_mut().find(|(old, words, _)| *old == keys && *words == binding.words) {
            Some((.., contexts)) => contexts.extend(binding.contexts),
            None => rows.push((keys, binding.words, binding.contexts.to_vec())),
        }
    }
    let mut table = format!("{}\n|---|---|---|\n", words::keys::README_HEADS);
    for (keys, words, contexts) in rows {
        let names: Vec<&str> = contexts.iter().map(|context| context.name().get()).collect();
        let is_everywhere = ALL.iter().all(|context| contexts.contains(context));
        let place = if is_everywhere { words::keys::EVERYWHERE.to_string() } else { names.join(words::LIST.get()) };
        table.extend(["| ", &place, " | ", &keys, " | ", words.get(), " |\n"]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::input::action::{CopyKind, Go, Motion, Open, Step, ViewAction};
    use crate::words::Language;

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
        let keymap = Keymap::default();
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
            assert_eq!(keymap.lookup(tree, &script(keys).unwrap()), expected, "{keys}");
        }
    }

    #[test]
    fn other_keys() {
        let tree = &[Context::Tree, Context::Anywhere];
        let keymap = Keymap::with(&[("down", vec!["n", "<Down>"]), ("hit-next", vec!["z"]), ("tree.open", vec![])]);
        let keymap = keymap.unwrap();
        let down = Meaning::Bound(Action::View(ViewAction::Move(Motion::Down)));
        for (keys, expected) in [
            ("n", down),
            ("<Down>", down),
            ("j", Meaning::Nothing),
            ("z", Meaning::Bound(Action::Go(Go::Hit(Step::Next)))),
            ("<Enter>", Meaning::Nothing),
        ] {
            assert_eq!(keymap.lookup(tree, &script(keys).unwrap()), expected, "{keys}");
        }
        assert!(keymap.holding(tree).iter().any(|row| keymap.keys(row) == ["n", "<Down>"].as_slice()));
        assert!(!keymap.holding(tree).iter().any(|row| row.name == "open"), "a row without keys is not listed");
        for (changes, at, error) in [
            (vec![("down", vec!["n"])], 0, KeyError::Taken("n".to_owned(), "hit-next")),
            (vec![("top", vec!["T"]), ("search", vec!["yy"])], 1, KeyError::Taken("yy".to_owned(), "copy-text")),
            (vec![("search", vec!["y"])], 0, KeyError::Taken("yc".to_owned(), "copy-citation")),
            (vec![("fly", vec!["n"])], 0, KeyError::NoAction),
            (vec![("moon.open", vec!["n"])], 0, KeyError::NoAction),
            (vec![("edit-clear", vec!["u"])], 0, KeyError::Types("u".to_owned())),
            (vec![("search", vec!["<C-"])], 0, KeyError::NoKey("<C-".to_owned())),
            (vec![("search", vec![""])], 0, KeyError::NoKey(String::new())),
        ] {
            assert_eq!(Keymap::with(&changes).map(|_| ()), Err((at, error)), "{changes:?}");
        }
        // Two actions may change their keys with each other.
        Keymap::with(&[("down", vec!["k"]), ("up", vec!["j"])]).unwrap();
    }

    #[test]
    fn sentences_name_the_keys_in_force() {
        let plans = Action::Open(Open::Plans);
        for (keys, expected) in [(vec!["z", "p"], "z"), (vec!["<C-p>"], "Ctrl-p"), (vec![], "“plans”")] {
            let keymap = Keymap::with(&[("palette", vec![]), ("plans", keys)]).unwrap();
            assert_eq!(keymap.key(plans), expected);
        }
        let keymap = Keymap::default();
        assert_eq!(keymap.key(plans), "p");
        let up = Action::View(ViewAction::Move(Motion::Up));
        assert_eq!((keymap.key(up).as_str(), keymap.key_in(Context::Search, up).as_str()), ("k", "↑"));
    }

    #[test]
    fn one_name_has_one_action_and_never_a_key_that_types() {
        let is_typed = |row: &Binding| row.contexts.iter().any(|context| FIELDS.contains(context));
        for row in BINDINGS {
            for other in BINDINGS.iter().filter(|other| other.name == row.name) {
                assert_eq!(row.action, other.action, "{}", row.name);
                // Whoever gives a list another key means no text field.
                assert!(is_typed(row) == is_typed(other) || row.name == "help", "{}", row.name);
            }
            Keymap::default().check(row).unwrap();
        }
    }

    #[test]
    fn the_readme_names_every_action() {
        for language in Language::ALL {
            let table = words::within(language, readme_table);
            for binding in BINDINGS {
                assert!(table.contains(binding.words.within(language)), "{}", binding.words);
            }
        }
        let table = readme_table();
        assert!(table.contains("| 各标签页、弹窗 | `j` `↓` | 下移一行 |"));
        assert!(table.contains("| 任何地方 | `Ctrl-c` | 立即退出 |"));
        assert!(table.contains("`Ctrl-d`"));
    }
}
