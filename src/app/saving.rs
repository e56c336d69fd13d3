//! 导出: the prompt for a file with what the screen shows. It asks for a name and a format; the name's extension is the
//! format. Files are the caller's: a filled prompt is an effect, and what came of it is told by [`App::saved`].

mod name;
mod paint;

use super::action::{Deed, Edit, Effect, Motion};
use super::command::Command;
use super::field::Field;
use super::page::Area;
use super::{App, Mode, words};

/// A format that a file can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// The extension of the file, without the dot, in small letters.
    pub extension: &'static str,
    /// What it is, in words.
    pub words: &'static str,
}

/// What the browser must be told of files, as it touches none.
#[derive(Clone, Copy, Debug)]
pub struct Files {
    /// The formats that a command's rows can be written in, the most wanted first.
    pub offered: fn(&Command) -> Vec<Format>,
    /// The whole path that a typed name means, as people read it.
    pub resolved: fn(&str) -> String,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// What makes its rows.
    pub command: Command,
    /// Its format.
    pub format: Format,
    /// Its name as typed, extension included.
    pub name: String,
    /// Whether it may take the place of a file that is there.
    pub overwrite: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file is written.
    Written {
        /// Where it is, as people read it.
        path: String,
        /// How many rows it has; `None` for a text without rows.
        n_rows: Option<usize>,
        /// What to open it with.
        opens: &'static str,
        /// What the command said of it.
        said: Vec<String>,
    },
    /// There is a file of this name, and it was left as it is.
    Exists,
    /// It could not be written: why, in one line.
    Failed(String),
}

/// What the prompt has to say of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Remark {
    /// Nothing.
    #[default]
    None,
    /// A file of this name is there: Enter once more replaces it.
    Exists,
    /// Why it does not do.
    Wrong(String),
}

/// The open prompt.
#[derive(Debug)]
pub(super) struct Saving {
    command: Command,
    field: Field,
    /// What can be chosen; never empty.
    formats: Vec<Format>,
    /// The chosen one.
    at: usize,
    /// The whole path that the typed name means.
    path: String,
    resolved: fn(&str) -> String,
    remark: Remark,
    /// What the file will not show of the screen; empty for nothing.
    note: &'static str,
    /// Where it was painted.
    frame: Area,
}

/// The longest extension that is taken for one, in characters: `.markdown` is one, `.2030年目标` is none.
const LONGEST_EXTENSION: usize = 8;

/// What a name says of its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named<'a> {
    /// Nothing: it has no extension.
    Nothing,
    /// The format at this position.
    Format(usize),
    /// An extension that is no format's.
    Unknown(&'a str),
}

/// What a name says of its format.
fn named<'a>(name: &'a str, formats: &[Format]) -> Named<'a> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((stem, extension)) = file.rsplit_once('.') else { return Named::Nothing };
    let is_one = extension.starts_with(|c: char| c.is_ascii_alphabetic())
        && extension.chars().all(|c| c.is_ascii_alphanumeric())
        && extension.len() <= LONGEST_EXTENSION;
    if stem.is_empty() || !is_one {
        return Named::Nothing;
    }
    let found = formats.iter().position(|format| format.extension.eq_ignore_ascii_case(extension));
    found.map_or(Named::Unknown(extension), Named::Format)
}

/// A field with a file's name, the caret before the extension: it is the name that people change.
fn filled(stem: &str, format: &Format) -> Field {
    let mut field = Field::default();
    field.set(&format!(".{}", format.extension));
    field.edit(Edit::Home);
    field.insert(stem);
    field
}

impl Saving {
    fn new(command: Command, stem: &str, files: Files, note: &'static str) -> Option<Self> {
        let formats = (files.offered)(&command);
        let first = formats.first()?;
        let field = filled(stem, first);
        let mut saving = Self {
            command,
            field,
            formats,
            at: 0,
            path: String::new(),
            resolved: files.resolved,
            remark: Remark::None,
            note,
            frame: Area::default(),
        };
        saving.read();
        Some(saving)
    }

    /// Takes in what stands in the field: its format and its path. What was said of another name no longer holds.
    fn read(&mut self) {
        let name = self.field.text();
        if let Named::Format(at) = named(&name, &self.formats) {
            self.at = at;
        }
        self.path = (self.resolved)(&self.whole(name.trim()));
        self.remark = Remark::None;
    }

    /// The name with an extension.
    fn whole(&self, name: &str) -> String {
        match (named(name, &self.formats), self.formats.get(self.at)) {
            (Named::Nothing, Some(format)) => format!("{}.{}", name.trim_end_matches('.'), format.extension),
            _ => name.to_owned(),
        }
    }

    /// Takes the format at this position, and gives the name its extension.
    fn take(&mut self, at: usize) {
        let Some(format) = self.formats.get(at) else { return };
        let name = self.field.text();
        let stem = match named(&name, &self.formats) {
            Named::Nothing => name.trim_end_matches('.'),
            Named::Format(_) | Named::Unknown(_) => name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem),
        };
        self.field = filled(stem, format);
        self.at = at;
        self.read();
    }

    /// Takes the next format, or the one before.
    fn turn(&mut self, forward: bool) {
        let n_formats = self.formats.len();
        self.take((self.at + if forward { 1 } else { n_formats - 1 }) % n_formats);
    }

    /// The file that is asked for; nothing where the name does not do, which the prompt then says.
    fn file(&mut self) -> Option<Save> {
        let name = self.field.text().trim().to_owned();
        let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
        if stem.is_empty() || stem == "~" || stem.chars().all(|c| c == '.') {
            self.remark = Remark::Wrong(words::NO_NAME.to_owned());
            return None;
        }
        if let Named::Unknown(extension) = named(&name, &self.formats) {
            let known: Vec<&str> = self.formats.iter().map(|format| format.extension).collect();
            self.remark = Remark::Wrong(words::unknown_extension(extension, &known));
            return None;
        }
        let format = *self.formats.get(self.at)?;
        let overwrite = self.remark == Remark::Exists;
        Some(Save { command: self.command.clone(), format, name: self.whole(&name), overwrite })
    }

    /// Types into the name.
    pub(super) fn type_in(&mut self, text: &str) {
        self.field.insert(text);
        self.read();
    }

    /// Edits the name.
    pub(super) fn edit(&mut self, edit: Edit) {
        if self.field.edit(edit) {
            self.read();
        }
    }

    /// Takes a click. `false` if it was outside.
    pub(super) fn click(&mut self, column: u16, row: u16) -> bool {
        let is_inside = super::panes::contains(self.frame, column, row);
        if is_inside && let Some(at) = self.format_at(usize::from(row - self.frame.y)) {
            self.take(at);
        }
        is_inside
    }
}

impl App {
    /// Asks for the name of a file with what the screen shows.
    pub(super) fn ask_file(&mut self) {
        let Some(files) = self.files else {
            self.say(words::NO_FILES);
            return;
        };
        let Some(command) = self.command_of(|view, world| view.export(world)) else {
            self.say(words::NOTHING_TO_SAVE);
            return;
        };
        let is_view = self.mode != Mode::Search && self.sheet.as_ref().is_none_or(|sheet| sheet.command.is_none());
        let is_filtered = is_view && self.view().filter().is_some_and(|field| !field.is_empty());
        let note = if is_filtered { words::FILTER_NOT_SAVED } else { "" };
        let stem = name::proposed(&self.world.dataset, &command);
        self.saving = Saving::new(command, &stem, files, note);
        if self.saving.is_none() {
            self.say(words::NOTHING_TO_SAVE);
        }
    }

    /// Does something in the prompt.
    pub(super) fn in_saving(&mut self, deed: Deed) -> Vec<Effect> {
        let Some(saving) = &mut self.saving else { return Vec::new() };
        match deed {
            Deed::Back | Deed::Close => self.saving = None,
            Deed::Open => return saving.file().map(Effect::Save).into_iter().collect(),
            Deed::Pane(forward) => saving.turn(forward),
            Deed::Move(Motion::Up) => saving.turn(false),
            Deed::Move(Motion::Down) => saving.turn(true),
            Deed::Move(_) | Deed::Scroll(_) | Deed::Fold(_) => {}
        }
        Vec::new()
    }

    /// Takes what came of [`Effect::Save`]: the prompt closes and the foot says where the file is, or it stays and asks.
    pub fn saved(&mut self, saved: Saved) {
        match saved {
            Saved::Written { path, n_rows, opens, said } => {
                self.saving = None;
                self.say = Some(words::written(&path, n_rows, opens, &said));
            }
            Saved::Exists => self.remark(Remark::Exists),
            Saved::Failed(why) => self.remark(Remark::Wrong(why)),
        }
        self.settle();
    }

    fn remark(&mut self, remark: Remark) {
        if let Some(saving) = &mut self.saving {
            saving.remark = remark;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMATS: [Format; 3] = [
        Format { extension: "xlsx", words: "工作簿" },
        Format { extension: "csv", words: "表格" },
        Format { extension: "txt", words: "文本" },
    ];

    fn saving(stem: &str) -> Saving {
        let files = Files { offered: |_| FORMATS.to_vec(), resolved: |name| format!("/甲/{name}") };
        Saving::new(Command::new(&["tasks"]), stem, files, "").unwrap()
    }

    #[test]
    fn names_say_their_format() {
        for (name, expected) in [
            ("任务.xlsx", Named::Format(0)),
            ("任务.CSV", Named::Format(1)),
            ("任务", Named::Nothing),
            ("2.0版", Named::Nothing),
            ("任务.2030", Named::Nothing),
            ("任务.doc", Named::Unknown("doc")),
            ("文件夹.xlsx/任务", Named::Nothing),
            (".csv", Named::Nothing),
        ] {
            assert_eq!(named(name, &FORMATS), expected, "{name}");
        }
    }

    #[test]
    fn a_turn_changes_the_extension_and_an_extension_the_format() {
        let mut saving = saving("任务");
        let mut names = Vec::new();
        for forward in [true, true, true, false] {
            saving.turn(forward);
            names.push(saving.field.text());
        }
        assert_eq!(names, ["任务.csv", "任务.txt", "任务.xlsx", "任务.txt"]);
        for (typed, format, name) in [
            ("表.csv", Some("csv"), "表.csv"),
            (" 表 ", Some("csv"), "表.csv"),
            ("2.0版", Some("csv"), "2.0版.csv"),
            ("表.", Some("csv"), "表.csv"),
            ("表.xls", None, ""),
            ("", None, ""),
            ("a/", None, ""),
            ("..", None, ""),
        ] {
            saving.edit(Edit::Clear);
            saving.type_in(typed);
            let file = saving.file();
            assert_eq!(file.as_ref().map(|file| file.format.extension), format, "{typed:?}");
            assert_eq!(file.map(|file| file.name).unwrap_or_default(), name, "{typed:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_only_by_a_second_enter_on_the_same_name() {
        let mut saving = saving("任务");
        assert!(!saving.file().unwrap().overwrite);
        saving.remark = Remark::Exists;
        assert!(saving.file().unwrap().overwrite);
        saving.type_in("2");
        let file = saving.file().unwrap();
        assert!(!file.overwrite && file.name == "任务2.xlsx", "{}", file.name);
        saving.remark = Remark::Exists;
        saving.turn(true);
        assert!(!saving.file().unwrap().overwrite);
    }
}
