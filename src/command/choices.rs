//! Arguments that are one of a few words.

use clap::ValueEnum;

use crate::model::Role;
use crate::words::Language;
use crate::words::help::choices;

/// The role of a department in a task, as typed behind `--role`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    /// 牵头: the department leads the task.
    #[value(help = choices::LEAD.get(), alias = choices::LEAD.within(Language::Chinese))]
    Lead,
    /// 配合: the department supports the one that leads.
    #[value(help = choices::JOINT.get(), alias = choices::JOINT.within(Language::Chinese))]
    Joint,
    /// 未分牵头: the plan lists the department and does not say who leads.
    #[value(help = choices::LISTED.get(), aliases = [choices::LISTED, choices::LISTED_BEFORE].map(|word| word.within(Language::Chinese)))]
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
    #[value(help = choices::EXPECTED.get(), name = Self::Expected.printed(), alias = choices::EXPECTED.within(Language::English))]
    Expected,
    /// 约束性: what the government binds itself to.
    #[value(help = choices::BINDING.get(), name = Self::Binding.printed(), alias = choices::BINDING.within(Language::English))]
    Binding,
    /// 倡导性: what people are called upon to do.
    #[value(help = choices::ADVOCATED.get(), name = Self::Advocated.printed(), alias = choices::ADVOCATED.within(Language::English))]
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
    #[value(help = choices::PLAN.get(), alias = choices::PLAN.within(Language::Chinese))]
    Plan,
    /// 章节: a heading that is no task.
    #[value(help = choices::CHAPTER.get(), alias = choices::CHAPTER.within(Language::Chinese))]
    Chapter,
    /// 任务: a node that names who is responsible.
    #[value(help = choices::TASK.get(), alias = choices::TASK.within(Language::Chinese))]
    Task,
    /// 部门: a department of the registry.
    #[value(help = choices::OFFICE.get(), alias = choices::OFFICE.within(Language::Chinese))]
    Department,
    /// 指标: a row of an indicator table.
    #[value(help = choices::INDICATOR.get(), alias = choices::INDICATOR.within(Language::Chinese))]
    Indicator,
    /// 目标: a target stated in the text.
    #[value(help = choices::TARGET.get(), alias = choices::TARGET.within(Language::Chinese))]
    Target,
    /// 正文: a paragraph of the text.
    #[value(help = choices::TEXT.get(), alias = choices::TEXT.within(Language::Chinese))]
    Text,
}
