//! 导出: the prompt for a file with what the screen shows. It asks for a name and a format, and the name's extension
//! decides the format. It touches no file: when filled in, it returns a [`Save`], and is told when that fails.

pub(crate) mod file_name;
mod paint;

use crate::app::input::action::{Edit, Step};
use crate::app::screen::layout::contains;
use crate::app::screen::page::Area;
use crate::app::state::file::{Files, Save};
use crate::app::widgets::text_field::TextField;
use crate::app::wording;
use crate::command::{Command, Format};
use crate::words::saving;

/// What the prompt says about the typed name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Remark {
    /// There is nothing to say about it.
    #[default]
    None,
    /// A file of this name exists, and Enter pressed once more replaces it.
    Exists,
    /// The name was rejected, with the reason.
    Wrong(String),
}

/// The open prompt with the name and the format chosen so far.
#[derive(Debug)]
pub(crate) struct ExportPrompt {
    command: Command,
    field: TextField,
    /// The formats to choose from; never empty.
    formats: Vec<Format>,
    /// The position of the chosen format.
    at: usize,
    /// The whole path that the typed name resolves to.
    path: String,
    resolved: fn(&str) -> String,
    remark: Remark,
    /// What the file will not contain of the screen; empty for nothing.
    note: &'static str,
    /// The lines of the prompt and what is within them.
    frame: Area,
    /// The number of columns of the screen.
    columns: u16,
}

/// The longest extension, in characters: `.markdown` is one, `.2030年目标` is not.
const LONGEST_EXTENSION: usize = 8;

/// What a typed name says about its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named<'a> {
    /// The name has no extension.
    Nothing,
    /// The extension of the format at this position.
    Format(usize),
    /// An extension that no format has.
    Unknown(&'a str),
}

/// Reads what a typed name says about its format.
fn named<'a>(name: &'a str, formats: &[Format]) -> Named<'a> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((stem, extension)) = file.rsplit_once('.') else { return Named::Nothing };
    let is_one = extension.starts_with(|c: char| c.is_ascii_alphabetic())
        && extension.chars().all(|c| c.is_ascii_alphanumeric())
        && extension.len() <= LONGEST_EXTENSION;
    if stem.is_empty() || !is_one {
        return Named::Nothing;
    }
    let found = formats.iter().position(|format| format.extension().eq_ignore_ascii_case(extension));
    found.map_or(Named::Unknown(extension), Named::Format)
}

/// A field with a file's name, the caret before the extension: it is the name that people change.
fn filled(stem: &str, format: Format) -> TextField {
    let mut field = TextField::default();
    field.set(&format!(".{}", format.extension()));
    field.edit(Edit::Home);
    field.insert(stem);
    field
}

impl ExportPrompt {
    /// Opens a prompt for the rows of this command, with a proposed name; `None` where no format is offered for it.
    pub(crate) fn new(command: Command, stem: &str, files: Files, note: &'static str) -> Option<Self> {
        let formats = (files.offered)(&command);
        let first = formats.first()?;
        let field = filled(stem, *first);
        let mut prompt = Self {
            command,
            field,
            formats,
            at: 0,
            path: String::new(),
            resolved: files.resolved,
            remark: Remark::None,
            note,
            frame: Area::default(),
            columns: 0,
        };
        prompt.refresh();
        Some(prompt)
    }

    /// Reads format and path from the field, and drops the remark about an earlier name.
    fn refresh(&mut self) {
        let name = self.field.text();
        if let Named::Format(at) = named(&name, &self.formats) {
            self.at = at;
        }
        self.path = (self.resolved)(&self.whole(name.trim()));
        self.remark = Remark::None;
    }

    /// Returns the name with an extension.
    fn whole(&self, name: &str) -> String {
        match (named(name, &self.formats), self.formats.get(self.at)) {
            (Named::Nothing, Some(format)) => format!("{}.{}", name.trim_end_matches('.'), format.extension()),
            _ => name.to_owned(),
        }
    }

    /// Chooses the format at this position, and gives the name its extension.
    fn use_format(&mut self, at: usize) {
        let Some(format) = self.formats.get(at) else { return };
        let name = self.field.text();
        let stem = match named(&name, &self.formats) {
            Named::Nothing => name.trim_end_matches('.'),
            Named::Format(_) | Named::Unknown(_) => name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem),
        };
        self.field = filled(stem, *format);
        self.at = at;
        self.refresh();
    }

    /// Chooses the next or previous format, and gives the name its extension.
    pub(crate) fn choose_format(&mut self, step: Step) {
        let n_formats = self.formats.len();
        self.use_format((self.at + if step.is_forward() { 1 } else { n_formats - 1 }) % n_formats);
    }

    /// Returns the file that is asked for. Where the name is rejected it returns `None`, and the prompt says why.
    pub(crate) fn file(&mut self) -> Option<Save> {
        let name = self.field.text().trim().to_owned();
        let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
        if stem.is_empty() || stem == "~" || stem.chars().all(|c| c == '.') {
            self.remark = Remark::Wrong(saving::NO_NAME.to_string());
            return None;
        }
        if let Named::Unknown(extension) = named(&name, &self.formats) {
            let known: Vec<&str> = self.formats.iter().map(|format| format.extension()).collect();
            self.remark = Remark::Wrong(saving::unknown_extension(extension, wording::list(&known)));
            return None;
        }
        let format = *self.formats.get(self.at)?;
        let overwrite = self.remark == Remark::Exists;
        Some(Save { command: self.command.clone(), format, name: self.whole(&name), overwrite })
    }

    /// Returns the whole path that the typed name resolves to, as people read it.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Says why the file was not written.
    pub(crate) fn refuse(&mut self, remark: Remark) {
        self.remark = remark;
    }

    /// Inserts typed text into the name.
    pub(crate) fn type_in(&mut self, text: &str) {
        self.field.insert(text);
        self.refresh();
    }

    /// Edits the name or moves its caret.
    pub(crate) fn edit(&mut self, edit: Edit) {
        if self.field.edit(edit) {
            self.refresh();
        }
    }

    /// Handles a click, which may choose a format. Returns `false` if it was outside the prompt.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> bool {
        let is_inside = contains(self.frame, column, row);
        if is_inside && let Some(at) = self.format_at(usize::from(row - self.frame.y)) {
            self.use_format(at);
        }
        is_inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Tasks;

    const FORMATS: [Format; 3] = [Format::Xlsx, Format::Csv, Format::Text];

    fn prompt(stem: &str) -> ExportPrompt {
        let files =
            Files { offered: |_| FORMATS.to_vec(), resolved: |name| format!("/甲/{name}"), completed: |_| Vec::new() };
        ExportPrompt::new(Command::Tasks(Tasks::default()), stem, files, "").unwrap()
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
        let mut prompt = prompt("任务");
        let mut names = Vec::new();
        for step in [Step::Next, Step::Next, Step::Next, Step::Previous] {
            prompt.choose_format(step);
            names.push(prompt.field.text());
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
            prompt.edit(Edit::Clear);
            prompt.type_in(typed);
            let file = prompt.file();
            assert_eq!(file.as_ref().map(|file| file.format.extension()), format, "{typed:?}");
            assert_eq!(file.map(|file| file.name).unwrap_or_default(), name, "{typed:?}");
        }
    }

    #[test]
    fn a_file_is_replaced_only_by_a_second_enter_on_the_same_name() {
        let mut prompt = prompt("任务");
        assert!(!prompt.file().unwrap().overwrite);
        prompt.remark = Remark::Exists;
        assert!(prompt.file().unwrap().overwrite);
        prompt.type_in("2");
        let file = prompt.file().unwrap();
        assert!(!file.overwrite && file.name == "任务2.xlsx", "{}", file.name);
        prompt.remark = Remark::Exists;
        prompt.choose_format(Step::Next);
        assert!(!prompt.file().unwrap().overwrite);
    }
}
