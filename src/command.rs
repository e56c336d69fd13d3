//! The commands with their arguments, as the command line and the browser share them.
//!
//! The command line parses a [`Command`] with clap; the browser builds one for what its screen shows, to copy it as the
//! line a shell takes ([`Display`](fmt::Display)) or to have it run for the file it writes. Each command is described
//! once, here: its name, its arguments and their help. How a command is carried out, and where its
//! rows go, is not known here.

mod arguments;
mod choices;
mod format;
mod line;
mod query_forms;

use std::fmt;

use clap::Subcommand;

pub use arguments::{
    Check, Compare, Depts, Dossier, Export, Indicators, Matrix, Search, Show, Similar, Targets, Tasks, Tree,
};
pub use choices::{KindName, NatureName, RoleName};
pub use format::Format;
pub use query_forms::{QUERY_FORMS, QueryForm};

use crate::words::help;
use line::Line;

/// A command with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// `guihua tree`: the outline of the plans.
    #[command(about = help::TREE.get())]
    Tree(Tree),
    /// `guihua show`: a node, a chapter or a whole plan to read.
    #[command(about = help::SHOW.get())]
    Show(Show),
    /// `guihua tasks`: the tasks, one a row.
    #[command(about = help::TASKS.get())]
    Tasks(Tasks),
    /// `guihua depts`: the departments with the number of their tasks.
    #[command(about = help::DEPTS.get())]
    Depts(Depts),
    /// `guihua dossier`: everything the plans say of one department.
    #[command(about = help::DOSSIER.get())]
    Dossier(Dossier),
    /// `guihua matrix`: the number of tasks by department and plan.
    #[command(about = help::MATRIX.get())]
    Matrix(Matrix),
    /// `guihua indicators`: the rows of the indicator tables.
    #[command(about = help::INDICATORS.get())]
    Indicators(Indicators),
    /// `guihua compare`: one indicator across the plans, or the list of all.
    #[command(about = help::COMPARE.get())]
    Compare(Compare),
    /// `guihua similar`: the tasks of other plans closest to one, or two nodes side by side.
    #[command(about = help::SIMILAR.get())]
    Similar(Similar),
    /// `guihua targets`: the targets stated in the text.
    #[command(about = help::TARGETS.get())]
    Targets(Targets),
    /// `guihua check`: where a plan contradicts itself or looks wrong.
    #[command(about = help::CHECK.get())]
    Check(Check),
    /// `guihua search`: ranked hits.
    #[command(about = help::SEARCH.get())]
    Search(Search),
    /// `guihua export`: the whole dataset as JSON.
    #[command(about = help::EXPORT.get())]
    Export(Export),
}

/// The only format of the whole dataset.
const WHOLE_DATASET: [Format; 1] = [Format::Json];

impl Command {
    /// The formats in which its rows can be written, in the order in which messages name them.
    #[must_use]
    pub fn formats(&self) -> &'static [Format] {
        if matches!(self, Self::Export(_)) { &WHOLE_DATASET } else { &Format::ALL }
    }

    /// The name it is typed by: `tasks`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Tree(_) => "tree",
            Self::Show(_) => "show",
            Self::Tasks(_) => "tasks",
            Self::Depts(_) => "depts",
            Self::Dossier(_) => "dossier",
            Self::Matrix(_) => "matrix",
            Self::Indicators(_) => "indicators",
            Self::Compare(_) => "compare",
            Self::Similar(_) => "similar",
            Self::Targets(_) => "targets",
            Self::Check(_) => "check",
            Self::Search(_) => "search",
            Self::Export(_) => "export",
        }
    }

    /// The plans it is narrowed to, as typed behind `--plan`; empty where it runs over all.
    #[must_use]
    pub fn plans(&self) -> &[String] {
        match self {
            Self::Tree(tree) => &tree.plans,
            Self::Tasks(tasks) => &tasks.plans,
            Self::Depts(depts) => &depts.plans,
            Self::Dossier(dossier) => &dossier.plans,
            Self::Matrix(matrix) => &matrix.plans,
            Self::Indicators(indicators) => &indicators.plans,
            Self::Compare(compare) => &compare.plans,
            Self::Targets(targets) => &targets.plans,
            Self::Check(check) => &check.plans,
            Self::Search(search) => &search.plans,
            Self::Show(_) | Self::Similar(_) | Self::Export(_) => &[],
        }
    }
}

impl fmt::Display for Command {
    /// The line that a shell takes: `guihua tasks --dept 人社局 --plan yunfu-2030`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = Line::new(self.name());
        match self {
            Self::Tree(tree) => tree.write(&mut line),
            Self::Show(show) => show.write(&mut line),
            Self::Tasks(tasks) => tasks.write(&mut line),
            Self::Depts(depts) => depts.write(&mut line),
            Self::Dossier(dossier) => dossier.write(&mut line),
            Self::Matrix(matrix) => matrix.write(&mut line),
            Self::Indicators(indicators) => indicators.write(&mut line),
            Self::Compare(compare) => compare.write(&mut line),
            Self::Similar(similar) => similar.write(&mut line),
            Self::Targets(targets) => targets.write(&mut line),
            Self::Check(check) => check.write(&mut line),
            Self::Search(search) => search.write(&mut line),
            Self::Export(Export {}) => {}
        }
        line.fmt(f)
    }
}

#[cfg(test)]
mod tests;
