//! Arguments that are one of a few words.

use clap::ValueEnum;

use crate::model::Role;

/// The help of a word that says what it means: clap would print the comment on it.
const NO_HELP: Option<&str> = None;

/// The role of a department in a task, as typed behind `--role`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    /// 牵头: the department leads the task.
    #[value(help = NO_HELP, alias = "牵头")]
    Lead,
    /// 配合: the department supports the one that leads.
    #[value(help = NO_HELP, alias = "配合")]
    Joint,
    /// 列名: the plan lists the department and does not say who leads.
    #[value(help = NO_HELP, alias = "列名")]
    Listed,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Lead => Self::Lead,
            RoleName::Joint => Self::Joint,
            RoleName::Listed => Self::Listed,
        }
    }
}

/// The nature of an indicator, as typed behind `--nature`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NatureName {
    /// 预期性: what is expected to come about.
    #[value(help = NO_HELP, name = Self::Expected.printed())]
    Expected,
    /// 约束性: what the government binds itself to.
    #[value(help = NO_HELP, name = Self::Binding.printed())]
    Binding,
    /// 倡导性: what people are called upon to do.
    #[value(help = NO_HELP, name = Self::Advocated.printed())]
    Advocated,
}

impl NatureName {
    /// Gives the word that the plans print.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Expected => "预期性",
            Self::Binding => "约束性",
            Self::Advocated => "倡导性",
        }
    }
}

/// The kind of a hit, as typed behind `--kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KindName {
    /// 规划: a plan by its title or place.
    #[value(help = NO_HELP, alias = "规划")]
    Plan,
    /// 章节: a heading that is no task.
    #[value(help = NO_HELP, alias = "章节")]
    Chapter,
    /// 任务: a node that names who is responsible.
    #[value(help = NO_HELP, alias = "任务")]
    Task,
    /// 部门: a department of the registry.
    #[value(help = NO_HELP, alias = "部门")]
    Department,
    /// 指标: a row of an indicator table.
    #[value(help = NO_HELP, alias = "指标")]
    Indicator,
    /// 目标: a target stated in the text.
    #[value(help = NO_HELP, alias = "目标")]
    Target,
    /// 正文: a paragraph of the text.
    #[value(help = NO_HELP, alias = "正文")]
    Text,
}
