//! Files of what the browser shows: the command of the screen is run in this process, over the browser's own library,
//! with a file as its target. Nothing is printed meanwhile: the command's messages go to the foot of the screen.

mod writer;

use std::fs;

use crate::app::state::file::{Files, Save, Saved};
use crate::command::{Command, Format};
use crate::library::Waiting;
use crate::text::sanitize;

use super::commands;
use super::output::{self, Exists, Messages, Outcome, Target};
use super::paths::{resolved, shown};
use super::reading::is_document;

pub(super) use writer::Writer;

/// What the browser needs to know of files, as it touches none.
pub(super) fn files() -> Files {
    Files { offered, resolved: |name| shown(&resolved(name)), completed }
}

/// How many paths are offered that begin with what was typed.
const COMPLETED: usize = 200;

/// The files that can be imported, and the folders, whose paths begin with what was typed, as they would be typed.
fn completed(typed: &str) -> Vec<String> {
    let start = typed.rsplit_once('/').map_or(typed, |(_, start)| start);
    let typed_folder = typed.strip_suffix(start).unwrap_or_default();
    let place = resolved(if typed_folder.is_empty() { "." } else { typed_folder });
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let path = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        // Hidden files are offered to whoever begins to type one.
        let is_meant = name.starts_with(start) && (start.starts_with('.') || !name.starts_with('.'));
        let is_folder = entry.path().is_dir();
        let fits = is_meant && !name.chars().any(char::is_control) && (is_folder || is_document(&entry.path()));
        fits.then(|| format!("{typed_folder}{name}{}", if is_folder { "/" } else { "" }))
    };
    let mut paths: Vec<String> = entries.filter_map(path).collect();
    paths.sort();
    paths.truncate(COMPLETED);
    paths
}

/// The formats that a command offers; those that are handed in most come first.
fn offered(command: &Command) -> Vec<Format> {
    Format::by_use().filter(|format| command.formats().contains(format)).collect()
}

/// Writes the file that the browser asks for, and tells what came of it.
pub(super) fn save(save: &Save, library: &Waiting) -> Saved {
    let path = resolved(&save.name);
    let target = Target::file(path.clone(), save.format, save.overwrite);
    let mut messages = Messages::Collected(Vec::new());
    // Asked first, so that nobody waits for rows that would not be written.
    let free = output::check_file(&path, save.overwrite);
    let run = |()| -> anyhow::Result<Outcome> { commands::run(&save.command, library, &target, &mut messages) };
    match free.and_then(run) {
        Ok(outcome) => Saved::Written {
            path: shown(&path),
            n_rows: outcome.n_rows,
            opens: save.format.opened_with(),
            messages: messages.into_collected(),
        },
        Err(error) if error.is::<Exists>() => Saved::Exists,
        Err(error) => Saved::Failed(sanitize::one_line(&format!("{error:#}")).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::command::{Export, Tasks};
    use crate::library;
    use clap::{FromArgMatches, Subcommand};
    use std::sync::Arc;

    /// Saves the rows of a command to a file, and gives what came of it.
    fn saved(command: &Command, format: Format, path: &Path, overwrite: bool) -> Saved {
        let library = Waiting::new(Arc::new(library::bundled().unwrap()));
        save(&Save { command: command.clone(), format, name: path.display().to_string(), overwrite }, &library)
    }

    fn tasks(departments: &[&str]) -> Command {
        let departments = departments.iter().map(|&name| name.to_owned()).collect();
        Command::Tasks(Tasks { departments, ..Tasks::default() })
    }

    #[test]
    fn a_file_is_written_and_the_messages_of_the_command_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("-表 1.csv");
        let Saved::Written { n_rows, messages, .. } = saved(&tasks(&["教育局"]), Format::Csv, &path, false) else {
            panic!("not written")
        };
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with('\u{feff}'), "Excel reads it");
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(n_rows, Some(reader.records().count()));
        assert!(messages.iter().any(|line| line.contains("没有写明")), "{messages:?}");
        assert_eq!(saved(&tasks(&[]), Format::Csv, &path, false), Saved::Exists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        assert!(matches!(saved(&tasks(&[]), Format::Csv, &path, true), Saved::Written { .. }));
        assert!(std::fs::read_to_string(&path).unwrap().len() > text.len());
    }

    #[test]
    fn paths_go_on_with_folders_and_documents() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["规划 一.docx", "规划二.txt", "图.png", ".隐.txt"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        std::fs::create_dir(folder.path().join("规划 稿")).unwrap();
        let at = |rest: &str| format!("{}/{rest}", folder.path().display());
        for (typed, expected) in [
            ("", &["规划 一.docx", "规划 稿/", "规划二.txt"][..]),
            ("规划 ", &["规划 一.docx", "规划 稿/"]),
            ("图", &[]),
            (".", &[".隐.txt"]),
            ("没有/", &[]),
        ] {
            let expected: Vec<String> = expected.iter().map(|name| at(name)).collect();
            assert_eq!(completed(&at(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn what_fails_says_why_in_one_line() {
        let folder = tempfile::tempdir().unwrap();
        for (command, format, path, wanted) in [
            (tasks(&[]), Format::Xlsx, "没有/表.xlsx", "没有这个文件夹"),
            (tasks(&[]), Format::Xlsx, "", "是文件夹"),
            (tasks(&["没有这个局"]), Format::Xlsx, "表.xlsx", "没有这个局"),
            (Command::Export(Export {}), Format::Xlsx, "表.xlsx", "JSON"),
        ] {
            match saved(&command, format, &folder.path().join(path), false) {
                Saved::Failed(why) => assert!(why.contains(wanted) && !why.contains('\n'), "{why}"),
                other @ (Saved::Written { .. } | Saved::Exists) => panic!("{command}: {other:?}"),
            }
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn every_command_writes_every_format_it_offers() {
        let program = Command::augment_subcommands(clap::Command::new("guihua"));
        let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        assert!(names.len() > 8, "{names:?}");
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let arguments: &[&str] = match name {
                "show" | "similar" => &["yunfu-2030/3.1.1"],
                "search" => &["控烟"],
                "dossier" => &["教育局"],
                _ => &[],
            };
            let line = [&["guihua", name], arguments].concat();
            let command = Command::from_arg_matches(&program.clone().try_get_matches_from(line).unwrap()).unwrap();
            let formats = offered(&command);
            let first = if name == "export" { Format::Json } else { Format::Xlsx };
            assert_eq!(formats.first(), Some(&first), "{name}");
            for format in formats {
                let path = folder.path().join(format!("{name}.{}", format.extension()));
                let saved = saved(&command, format, &path, false);
                assert!(matches!(saved, Saved::Written { .. }), "{name} {format:?}: {saved:?}");
            }
        }
    }
}
