//! The configuration file: TOML, each value with its line. What it may hold: the settings of [`SETTINGS`], [`PLANS`] and [`KEYS`].

use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use etcetera::{BaseStrategy, choose_base_strategy};
use toml::Spanned;
use toml::de::DeValue;

use super::{Origin, SETTINGS, Value};
use crate::cli::by_hand::{ByHand, Fault, listed};
use crate::cli::paths;
use crate::words;

/// The name of the file in the folder of the program's configuration.
const FILE: &str = "config.toml";
/// The list of plans that are selected at the start.
pub(super) const PLANS: &str = "plans";
/// The table of actions with the keys that a user gives them.
pub(super) const KEYS: &str = "keys";
/// What the configuration file says. Without a file everything is empty.
#[derive(Debug, Default)]
pub(in crate::cli) struct File {
    /// Where the file is or would be; `None` without a home folder.
    pub(super) path: Option<PathBuf>,
    /// Whether there is a file of this name.
    pub(super) is_there: bool,
    values: Vec<(&'static str, Value)>,
    /// The plans to select, as written, and the line.
    pub(in crate::cli) plans: Option<(Vec<String>, usize)>,
    pub(super) keys: Vec<KeyChange>,
}

/// Keys that a user gives to an action.
#[derive(Debug)]
pub(super) struct KeyChange {
    pub(super) action: String,
    pub(super) keys: Vec<String>,
    /// The line of the file, counted from 1.
    pub(super) line: usize,
}

impl File {
    /// Reads the file of this user, `$XDG_CONFIG_HOME/guihua/config.toml`.
    ///
    /// # Errors
    /// The file cannot be read, is no TOML, or holds something that is no setting.
    pub(in crate::cli) fn of_user() -> anyhow::Result<Self> {
        let Ok(folders) = choose_base_strategy() else { return Ok(Self::default()) };
        let path = folders.config_dir().join("guihua").join(FILE);
        match ByHand::read(&path) {
            Ok(Some(text)) => Self::of(path, &text),
            Ok(None) => Ok(Self { path: Some(path), ..Self::default() }),
            Err(fault) => Err(Self::error(&path, &fault)),
        }
    }

    fn error(path: &Path, fault: &Fault) -> anyhow::Error {
        let path = paths::shown(path);
        match fault.line {
            Some(line) => anyhow!("{}{}", words::settings::place(path, line), fault.what),
            None => anyhow!(words::settings::unreadable(path, &fault.what)),
        }
    }

    fn of(path: PathBuf, text: &ByHand) -> anyhow::Result<Self> {
        let table = text.table().map_err(|fault| Self::error(&path, &fault))?;
        let mut file = Self { path: Some(path), is_there: true, ..Self::default() };
        let line = |span: Range<usize>| text.line(span);
        for (name, value) in table.get_ref() {
            let at = line(name.span());
            file.take(name.get_ref(), value, at, &line)?;
        }
        Ok(file)
    }

    /// Takes one entry of the file.
    fn take(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        at: usize,
        line: &dyn Fn(Range<usize>) -> usize,
    ) -> anyhow::Result<()> {
        let place = self.place(at);
        match (name, value.get_ref()) {
            (PLANS, value) => {
                let plans = listed(value).ok_or_else(|| anyhow!("{place}{}", words::settings::plans_form(name)))?;
                self.plans = Some((plans, at));
            }
            (KEYS, DeValue::Table(keys)) => {
                for (action, value) in keys {
                    let at = line(action.span());
                    let action = action.get_ref().to_string();
                    // A table of its own for a place: [keys.tree].
                    if let DeValue::Table(inner) = value.get_ref() {
                        for (inner, value) in inner {
                            let at = line(inner.span());
                            self.take_keys(format!("{action}.{}", inner.get_ref()), value.get_ref(), at)?;
                        }
                    } else {
                        self.take_keys(action, value.get_ref(), at)?;
                    }
                }
            }
            (KEYS, _) => bail!("{place}{}", words::settings::keys_form(KEYS)),
            (name, value) => {
                let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
                    let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).chain([PLANS, KEYS]).collect();
                    bail!("{place}{}", words::settings::no_setting(name, names.join(words::LIST.get())));
                };
                let words = match value {
                    DeValue::String(words) => words.to_string(),
                    DeValue::Boolean(is_on) => if *is_on { "on" } else { "off" }.to_owned(),
                    DeValue::Integer(_)
                    | DeValue::Float(_)
                    | DeValue::Datetime(_)
                    | DeValue::Array(_)
                    | DeValue::Table(_) => {
                        let example = setting.values.first().unwrap_or(&words::settings::OFFICE_EXAMPLE);
                        bail!("{place}{}", words::settings::value_form(name, example))
                    }
                };
                self.values.push((setting.name, Value { words, origin: Origin::Line(at) }));
            }
        }
        Ok(())
    }

    fn take_keys(&mut self, action: String, value: &DeValue<'_>, line: usize) -> anyhow::Result<()> {
        let place = self.place(line);
        let keys = listed(value).ok_or_else(|| anyhow!("{place}{}", words::settings::action_form(&action)))?;
        self.keys.push(KeyChange { action, keys, line });
        Ok(())
    }

    /// Returns what the file says of a setting.
    pub(super) fn value(&self, name: &str) -> Option<Value> {
        self.values.iter().find(|(each, _)| *each == name).map(|(_, value)| value.clone())
    }

    /// Names a line of the file, for the beginning of a message.
    pub(in crate::cli) fn place(&self, line: usize) -> String {
        let path = self.path.as_deref().map(Path::to_owned).unwrap_or_default();
        words::settings::place(paths::shown(&path), line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::config::{AMBIGUOUS, MOUSE, OFFICE, THEME, keymap};

    fn read(text: &str) -> anyhow::Result<File> {
        let path = PathBuf::from("/c/config.toml");
        ByHand::of(text.as_bytes().to_vec())
            .map_err(|fault| File::error(&path, &fault))
            .and_then(|text| File::of(path.clone(), &text))
    }

    #[test]
    fn values_have_their_lines_and_options_go_first() {
        let text = "# 我的设置\ntheme = \"mono\"\nmouse = false\noffice = \"教育局\"\nplans = [\"云浮\", \"foshan-2030\"]\n\n[keys]\ndown = [\"n\", \"<Down>\"]\nhit-next = \"z\"\n[keys.tree]\nopen = []\n";
        let file = read(text).unwrap();
        let theme = THEME.value(None, &file).unwrap();
        assert_eq!((theme.words.as_str(), theme.origin), ("mono", Origin::Line(2)));
        let theme = THEME.value(Some("contrast"), &file).unwrap();
        assert_eq!((theme.words.as_str(), theme.origin), ("contrast", Origin::Option("--theme".to_owned())));
        assert_eq!(MOUSE.value(None, &file).unwrap().words, "off");
        assert_eq!(AMBIGUOUS.value(None, &file).unwrap(), Value { words: "auto".to_owned(), origin: Origin::Default });
        assert_eq!(OFFICE.value(None, &file).unwrap().origin, Origin::Line(4));
        assert_eq!(file.plans, Some((vec!["云浮".to_owned(), "foshan-2030".to_owned()], 5)));
        keymap(&file).unwrap();
    }

    #[test]
    fn every_mistake_has_its_line_and_a_way_out() {
        for (text, wanted) in [
            ("theme = \"x\"\n", "第 1 行：theme“x”不对；可用：colour、dark、light、mono、contrast"),
            ("\n\ncolor = \"mono\"", "第 3 行：没有名为“color”的设置；可用：lang、theme"),
            ("theme = 3", "第 1 行：theme 的值应加引号"),
            ("theme = \"mono\"\ntheme = \"mono\"", "第 2 行：不合 TOML 格式"),
            ("theme = \"mono", "第 1 行：不合 TOML 格式"),
            ("plans = 3", "第 1 行：plans 应写作"),
            ("plans = [1]", "第 1 行：plans 应写作"),
            ("keys = 1", "第 1 行：keys 应是一张表"),
            ("[keys]\ndown = 1", "第 2 行：down 的按键应写作"),
            ("[keys]\nfly = \"n\"", "第 2 行：没有名为“fly”的操作"),
            ("[keys]\ndwon = \"n\"", "相近的有：down"),
            ("[keys]\ndown = \"<C-\"", "第 2 行：“<C-”不是按键"),
            ("[keys]\n\ndown = \"n\"", "第 3 行：down 的按键与 hit-next 的 n 冲突"),
        ] {
            let file = read(text);
            let error = file.and_then(|file| THEME.value(None, &file).and_then(|_| keymap(&file)).map(|_| ()));
            let message = format!("{:#}", error.unwrap_err());
            assert!(message.contains(wanted) && !message.contains('\n'), "{text}: {message}");
        }
    }
}
