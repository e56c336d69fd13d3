//! Files of what the browser shows: the command of the screen is run in this process, over the browser's own library,
//! with a file as its target. Nothing is printed meanwhile: the command's messages go to the foot of the screen.

use std::path::{Component, Path, PathBuf};
use std::{env, path};

use clap::{FromArgMatches, Subcommand};

use crate::app::state::command::Command as Words;
use crate::app::state::file::{Files, Format as Offer, Save, Saved};
use crate::command::Command;
use crate::library::Waiting;
use crate::text::sanitize;

use super::commands;
use super::output::{Exists, Format, Messages, Target};

/// What the browser needs to know of files, as it touches none.
pub(super) fn files() -> Files {
    Files { offered, resolved: |name| shown(&resolved(name)) }
}

/// The formats that a command offers, those that are handed in most first.
fn offered(command: &Words) -> Vec<Offer> {
    let offered = typed(command).map_or(&[] as &[_], |command| commands::formats(&command));
    let formats = Format::by_use().filter(|format| offered.contains(format));
    formats.map(|format| Offer { extension: format.extension(), words: format.words() }).collect()
}

fn typed(command: &Words) -> Result<Command, clap::Error> {
    let program = Command::augment_subcommands(clap::Command::new("guihua").no_binary_name(true));
    Command::from_arg_matches(&program.try_get_matches_from(command.arguments())?)
}

/// Writes the file that the browser asks for, and tells what came of it.
pub(super) fn save(save: &Save, library: &Waiting) -> Saved {
    let path = resolved(&save.name);
    let known = Format::by_use().find(|format| format.extension() == save.format.extension);
    let Some(format) = known else { return Saved::Failed(format!("没有 {} 格式", save.format.extension)) };
    let command = match typed(&save.command) {
        Ok(command) => command,
        Err(error) => return Saved::Failed(super::usage::message(&error)),
    };
    let target = Target::file(path.clone(), format, save.overwrite);
    let mut messages = Messages::Collected(Vec::new());
    match commands::run(&command, library, &target, &mut messages) {
        Ok(outcome) => Saved::Written {
            path: shown(&path),
            n_rows: outcome.n_rows,
            opens: format.opens(),
            said: messages.into_collected(),
        },
        Err(error) if error.is::<Exists>() => Saved::Exists,
        Err(error) => Saved::Failed(sanitize::one_line(&format!("{error:#}")).into_owned()),
    }
}

/// The whole path of a typed name: `~/` is the user's home, a relative name stands in the current folder.
fn resolved(name: &str) -> PathBuf {
    let home = home().and_then(|home| Some(home.join(name.strip_prefix("~/")?)));
    let typed = home.unwrap_or_else(|| PathBuf::from(name));
    path::absolute(&typed).unwrap_or(typed)
}

/// The path as people read it: the home as `~`.
fn shown(path: &Path) -> String {
    let below = home().and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    let is_below = |below: &PathBuf| matches!(below.components().next(), Some(Component::Normal(_)));
    match below.filter(is_below) {
        Some(below) => format!("~/{}", below.display()),
        None => path.display().to_string(),
    }
}

fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;
    use std::sync::Arc;

    /// What a save of this command in this format comes to; a name given twice is overwritten.
    fn saved(arguments: &[&str], extension: &'static str, path: &Path, overwrite: bool) -> Saved {
        let command = Words::new(arguments);
        let format = Offer { extension, words: "" };
        let library = Waiting::new(Arc::new(library::bundled().unwrap()));
        save(&Save { command, format, name: path.display().to_string(), overwrite }, &library)
    }

    #[test]
    fn a_file_is_written_and_what_the_command_says_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("-表 1.csv");
        let Saved::Written { n_rows, said, .. } = saved(&["tasks", "--dept", "教育局"], "csv", &path, false) else {
            panic!("not written")
        };
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with('\u{feff}'), "Excel reads it");
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(n_rows, Some(reader.records().count()));
        assert!(said.iter().any(|line| line.contains("没有写明")), "{said:?}");
        assert_eq!(saved(&["tasks"], "csv", &path, false), Saved::Exists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        assert!(matches!(saved(&["tasks"], "csv", &path, true), Saved::Written { .. }));
        assert!(std::fs::read_to_string(&path).unwrap().len() > text.len());
    }

    #[test]
    fn what_fails_says_why_in_one_line() {
        let folder = tempfile::tempdir().unwrap();
        for (arguments, extension, path, wanted) in [
            (&["tasks"][..], "xlsx", "没有/表.xlsx", "没有这个文件夹"),
            (&["tasks"], "xlsx", "", "是文件夹"),
            (&["tasks", "--dept", "没有这个局"], "xlsx", "表.xlsx", "没有这个局"),
            (&["nonsense"], "xlsx", "表.xlsx", "nonsense"),
            (&["tasks"], "exe", "表.exe", "exe"),
        ] {
            match saved(arguments, extension, &folder.path().join(path), false) {
                Saved::Failed(why) => assert!(why.contains(wanted) && !why.contains('\n'), "{why}"),
                other @ (Saved::Written { .. } | Saved::Exists) => panic!("{arguments:?}: {other:?}"),
            }
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn every_command_with_rows_writes_every_format_it_offers() {
        let program = Command::augment_subcommands(clap::Command::new("guihua"));
        let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let arguments: Vec<&str> = match name {
                "show" | "similar" => vec![name, "yunfu-2030/3.1.1"],
                "search" => vec![name, "控烟"],
                "dossier" => vec![name, "教育局"],
                "export" => continue,
                _ => vec![name],
            };
            let formats = offered(&Words::new(&arguments));
            assert_eq!(formats.first().map(|format| format.extension), Some("xlsx"), "{name}");
            for format in formats {
                let path = folder.path().join(format!("{name}.{}", format.extension));
                let saved = saved(&arguments, format.extension, &path, false);
                assert!(matches!(saved, Saved::Written { .. }), "{name} {}: {saved:?}", format.extension);
            }
        }
    }

    #[test]
    fn names_are_resolved() {
        let home = home().unwrap();
        assert_eq!(resolved("~/a/表.xlsx"), home.join("a/表.xlsx"));
        assert_eq!(shown(&home.join("a/表.xlsx")), "~/a/表.xlsx");
        assert_eq!(shown(&home), home.display().to_string());
        assert_eq!(resolved("/甲/表"), Path::new("/甲/表"));
        assert!(resolved("表.xlsx").is_absolute() && resolved("表.xlsx").ends_with("表.xlsx"));
    }
}
