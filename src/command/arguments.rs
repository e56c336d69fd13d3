//! The arguments of each command, the help of each argument, and the order in which they are written.

use clap::Args;

use super::choices::{KindName, NatureName, RoleName};
use super::line::Line;
use crate::words::help::arguments;

/// Arguments of `guihua tree`: what part of the outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Tree {
    /// Only these plans: ids, or words of their titles or places.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::TREE_PLANS.get())]
    pub plans: Vec<String>,
    /// Only so many levels of the outline, chapters being the first.
    #[arg(long, value_name = arguments::DEPTH_VALUE.get(), help = arguments::DEPTH.get())]
    pub depth: Option<usize>,
}

impl Tree {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("plan", &self.plans);
        line.options("depth", &self.depth);
    }
}

/// Arguments of `guihua show`: what to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Show {
    /// A node's id, or a plan's name or id.
    #[arg(value_name = arguments::NODE_VALUE.get(), help = arguments::NODE.get())]
    pub node: String,
    /// With everything below the node; of a plan, its whole text.
    #[arg(long, help = arguments::DEEP.get())]
    pub deep: bool,
}

impl Show {
    pub(super) fn write(&self, line: &mut Line) {
        line.values([&self.node]);
        line.flag("deep", self.deep);
    }
}

/// Arguments of `guihua tasks`: which tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Tasks {
    /// Only tasks of these plans.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
    /// Only tasks that name one of these departments.
    #[arg(long = "dept", value_name = arguments::OFFICE_VALUE.get(), help = arguments::OFFICES.get())]
    pub departments: Vec<String>,
    /// Only tasks that name no department.
    #[arg(long, conflicts_with_all = ["departments", "role"], help = arguments::NO_UNIT.get())]
    pub no_unit: bool,
    /// Only tasks in which the department has this role.
    #[arg(long, value_enum, value_name = arguments::ROLE_VALUE.get(), help = arguments::ROLE.get())]
    pub role: Option<RoleName>,
    /// Only the node with this id and those below it.
    #[arg(long, value_name = arguments::NODE_VALUE.get(), help = arguments::CHAPTER.get())]
    pub chapter: Option<String>,
}

impl Tasks {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("dept", &self.departments);
        line.flag("no-unit", self.no_unit);
        line.choices("role", &self.role);
        line.options("chapter", &self.chapter);
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua depts`: whose tasks are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Depts {
    /// Only tasks of these plans count.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::COUNTED_PLANS.get())]
    pub plans: Vec<String>,
    /// Only departments of this level.
    #[arg(long = "level", value_name = arguments::LEVEL_VALUE.get(), help = arguments::LEVEL.get())]
    pub level: Option<String>,
}

impl Depts {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("plan", &self.plans);
        line.options("level", &self.level);
    }
}

/// Arguments of `guihua dossier`: of which department.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Dossier {
    /// The department by any of its names.
    #[arg(value_name = arguments::OFFICE_VALUE.get(), help = arguments::OFFICE.get())]
    pub name: String,
    /// Only what these plans say.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
}

impl Dossier {
    pub(super) fn write(&self, line: &mut Line) {
        line.values([&self.name]);
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua matrix`: which plans are its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Matrix {
    /// Only columns for these plans.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
}

impl Matrix {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua indicators`: which rows, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Indicators {
    /// Only rows of these plans; of all where empty.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
    /// Only indicators with these characters in their names, or of this name in other words.
    #[arg(long, value_name = arguments::NAME_VALUE.get(), help = arguments::INDICATOR_NAME.get())]
    pub name: Option<String>,
    /// Only indicators of this nature.
    #[arg(long, value_enum, value_name = arguments::NATURE_VALUE.get(), help = arguments::NATURE.get())]
    pub nature: Option<NatureName>,
    /// The column whose numbers order the rows; `None` for the order of the plans.
    #[arg(long, value_name = arguments::COLUMN_VALUE.get(), help = arguments::SORT.get())]
    pub sort: Option<String>,
    /// The greatest number first.
    #[arg(long, requires = "sort", help = arguments::DESC.get())]
    pub desc: bool,
}

impl Indicators {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("plan", &self.plans);
        line.options("name", &self.name);
        line.choices("nature", &self.nature);
        line.options("sort", &self.sort);
        line.flag("desc", self.desc);
    }
}

/// Arguments of `guihua compare`: which indicator, in which plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Compare {
    /// The indicator by any of its names; `None` for the list of all.
    #[arg(value_name = arguments::INDICATOR_VALUE.get(), help = arguments::INDICATOR.get())]
    pub indicator: Option<String>,
    /// Only rows of these plans; of all where empty.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
    /// Only rows of this nature, as 约束性.
    #[arg(long, value_enum, value_name = arguments::NATURE_VALUE.get(), help = arguments::NATURE.get())]
    pub nature: Option<NatureName>,
}

impl Compare {
    pub(super) fn write(&self, line: &mut Line) {
        line.values(&self.indicator);
        line.choices("nature", &self.nature);
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua similar`: similar to what.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Similar {
    /// The id of a task's node, as the outline prints it.
    #[arg(value_name = arguments::NODE_VALUE.get(), help = arguments::TASK_NODE.get())]
    pub node: String,
    /// How many tasks are printed at most.
    #[arg(long, value_name = arguments::LIMIT_VALUE.get(), default_value_t = Self::LIMIT, help = arguments::LIMIT.get())]
    pub limit: usize,
    /// The id of a second node, which is then set beside the first in place of the list.
    #[arg(long, value_name = arguments::NODE_VALUE.get(), help = arguments::WITH.get())]
    pub with: Option<String>,
}

impl Similar {
    const LIMIT: usize = 10;

    pub(super) fn write(&self, line: &mut Line) {
        line.values([&self.node]);
        line.options("limit", Some(&self.limit).filter(|limit| **limit != Self::LIMIT));
        line.options("with", &self.with);
    }
}

impl Default for Similar {
    fn default() -> Self {
        Self { node: String::new(), limit: Self::LIMIT, with: None }
    }
}

/// Arguments of `guihua targets`: which targets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Targets {
    /// Only targets of these plans.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
    /// Only targets for this year.
    #[arg(long, value_name = arguments::YEAR_VALUE.get(), help = arguments::YEAR.get())]
    pub year: Option<u16>,
    /// Only targets of nodes that name this department.
    #[arg(long = "dept", value_name = arguments::OFFICE_VALUE.get(), help = arguments::TARGET_OFFICE.get())]
    pub department: Option<String>,
}

impl Targets {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("year", &self.year);
        line.options("dept", &self.department);
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua check`: which plans are checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Check {
    /// Only findings in these plans.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PLANS.get())]
    pub plans: Vec<String>,
}

impl Check {
    pub(super) fn write(&self, line: &mut Line) {
        line.options("plan", &self.plans);
    }
}

/// Arguments of `guihua search`: what is looked for, and where.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Search {
    /// The words and filters of the query; a space parts them.
    #[arg(
        value_name = arguments::QUERY_VALUE.get(),
        required = true,
        help = arguments::QUERY.get()
    )]
    pub query: Vec<String>,
    /// Only hits in these plans; in all where empty.
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::SEARCHED_PLANS.get())]
    pub plans: Vec<String>,
    /// Only hits of these kinds; of all where empty.
    #[arg(long = "kind", value_enum, value_name = arguments::KIND_VALUE.get(), help = arguments::KINDS.get())]
    pub kinds: Vec<KindName>,
    /// How many hits are printed at most.
    #[arg(long, value_name = arguments::LIMIT_VALUE.get(), default_value_t = Self::LIMIT, help = arguments::LIMIT.get())]
    pub limit: usize,
}

impl Search {
    const LIMIT: usize = 50;

    pub(super) fn write(&self, line: &mut Line) {
        line.values(&self.query);
        line.choices("kind", &self.kinds);
        line.options("limit", Some(&self.limit).filter(|limit| **limit != Self::LIMIT));
        line.options("plan", &self.plans);
    }
}

impl Default for Search {
    fn default() -> Self {
        Self { query: Vec::new(), plans: Vec::new(), kinds: Vec::new(), limit: Self::LIMIT }
    }
}

/// Arguments of `guihua export`: there are none, it prints the whole dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Export {}
