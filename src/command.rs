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

use line::Line;

/// A command with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// `guihua tree`: the outline of the plans.
    #[command(about = "打印目录")]
    Tree(Tree),
    /// `guihua show`: a node, a chapter or a whole plan to read.
    #[command(about = "打印一个节点：编号、标题、路径、正文、责任单位、表格")]
    Show(Show),
    /// `guihua tasks`: the tasks, one a row.
    #[command(about = "列出任务，可按规划、部门、角色、章节筛选")]
    Tasks(Tasks),
    /// `guihua depts`: the departments with the number of their tasks.
    #[command(about = "列出部门及任务数")]
    Depts(Depts),
    /// `guihua dossier`: everything the plans say of one department.
    #[command(about = "部门任务清单：任务、时限、共同承担任务的部门、正文提及；可存为 Word")]
    Dossier(Dossier),
    /// `guihua matrix`: the number of tasks by department and plan.
    #[command(about = "部门任务总表：部门 × 规划")]
    Matrix(Matrix),
    /// `guihua indicators`: the rows of the indicator tables.
    #[command(about = "列出指标，与规划原文一致")]
    Indicators(Indicators),
    /// `guihua compare`: one indicator across the plans, or the list of all.
    #[command(about = "一个指标在各规划中的对照；不写指标则列出全部")]
    Compare(Compare),
    /// `guihua similar`: the tasks of other plans closest to one, or two nodes side by side.
    #[command(about = "其他规划中与此最相近的任务")]
    Similar(Similar),
    /// `guihua targets`: the targets stated in the text.
    #[command(about = "列出正文中写明的目标：到哪一年，什么，多少；可按规划、年份、部门筛选")]
    Targets(Targets),
    /// `guihua check`: where a plan contradicts itself or looks wrong.
    #[command(about = "核对：规划前后不一、未达目标、疑似有误之处，按规则得出")]
    Check(Check),
    /// `guihua search`: ranked hits.
    #[command(about = "查找部门、任务、指标和正文")]
    Search(Search),
    /// `guihua export`: the whole dataset as JSON.
    #[command(about = "打印整个数据集（JSON）")]
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
