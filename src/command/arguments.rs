//! The arguments of each command, the help of each argument, and the order in which they are written.

use clap::Args;

use super::choices::{KindName, NatureName, RoleName};
use super::line::Line;

/// Arguments of `guihua tree`: what part of the outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Tree {
    /// Only these plans: ids, or words of their titles or places.
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划（编号、地名或标题的一部分），可多次")]
    pub plans: Vec<String>,
    /// Only so many levels of the outline, chapters being the first.
    #[arg(long, value_name = "层数", help = "只到第几层")]
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
    #[arg(value_name = "节点", help = "节点编号，如 yunfu-2030/3.4.5；只写规划则打印其目录")]
    pub node: String,
    /// With everything below the node; of a plan, its whole text.
    #[arg(long, help = "连同以下各级；只写规划则是全文")]
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
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    pub plans: Vec<String>,
    /// Only tasks that name one of these departments.
    #[arg(long = "dept", value_name = "部门", help = "只看写明此部门的任务：全称、简称、拼音首字母均可，可多次")]
    pub departments: Vec<String>,
    /// Only tasks that name no department.
    #[arg(long, conflicts_with_all = ["departments", "role"], help = "只看没有写责任单位的任务")]
    pub no_unit: bool,
    /// Only tasks in which the department has this role.
    #[arg(long, value_enum, value_name = "角色", help = "部门在任务中的角色")]
    pub role: Option<RoleName>,
    /// Only the node with this id and those below it.
    #[arg(long, value_name = "节点", help = "只看此节点及以下，如 yunfu-2030/3.4")]
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
    #[arg(long = "plan", value_name = "规划", help = "只数这部规划中的任务，可多次")]
    pub plans: Vec<String>,
    /// Only departments of this level.
    #[arg(long = "level", value_name = "层级", help = "只看这一层级的部门：国家、省、市、县级、机构")]
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
    #[arg(value_name = "部门", help = "全称、简称、拼音首字母均可")]
    pub name: String,
    /// Only what these plans say.
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
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
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
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
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    pub plans: Vec<String>,
    /// Only indicators with these characters in their names, or of this name in other words.
    #[arg(long, value_name = "名称", help = "名称中含这些字的指标，同义名称也算")]
    pub name: Option<String>,
    /// Only indicators of this nature.
    #[arg(long, value_enum, value_name = "性质", help = "只看这一性质的指标")]
    pub nature: Option<NatureName>,
    /// The column whose numbers order the rows; `None` for the order of the plans.
    #[arg(long, value_name = "列", help = "按一列数值从小到大排序：年份或表头中的字，如 2025；没有数值的排在最后")]
    pub sort: Option<String>,
    /// The greatest number first.
    #[arg(long, requires = "sort", help = "从大到小排序")]
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
    #[arg(value_name = "指标", help = "指标名称，同义名称、部分名称也算；不写则列出全部指标")]
    pub indicator: Option<String>,
    /// Only rows of these plans; of all where empty.
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    pub plans: Vec<String>,
    /// Only rows of this nature, as 约束性.
    #[arg(long, value_enum, value_name = "性质", help = "只看这一性质的指标")]
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
    #[arg(value_name = "节点", help = "任务的节点编号，如 xiangqiao-145/3.3.2")]
    pub node: String,
    /// How many tasks are printed at most.
    #[arg(long, value_name = "条数", default_value_t = Self::LIMIT, help = "最多列多少条")]
    pub limit: usize,
    /// The id of a second node, which is then set beside the first in place of the list.
    #[arg(long, value_name = "节点", help = "与此节点逐字对照：[-只在前者-]，{+只在后者+}")]
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
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
    pub plans: Vec<String>,
    /// Only targets for this year.
    #[arg(long, value_name = "年份", help = "只看到这一年的目标，如 2030")]
    pub year: Option<u16>,
    /// Only targets of nodes that name this department.
    #[arg(long = "dept", value_name = "部门", help = "只看责任单位中写明此部门的：全称、简称、拼音首字母均可")]
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
    #[arg(long = "plan", value_name = "规划", help = "只看这部规划，可多次")]
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
        value_name = "查询",
        required = true,
        help = "词、名称、简称、拼音、问句和筛选，如 人社局、rsj、清远控烟、“部门:教育局 近视”",
        long_help = "词、名称、简称、拼音、问句和筛选，如 人社局、rsj、清远控烟、谁负责控烟、“部门:教育局 近视”\n\
            甲 乙 都有；甲|乙 有其一；!甲 不含；(甲|乙) 合为一组；'甲 只按字面；^甲 以此开头；甲$ 以此结尾\n\
            部门: 牵头: 配合: 角色: 规划: 指标: 年: 时限: 层级: 后面写值，如 牵头:教育局 时限:2025\n\
            我局 指环境变量 GUIHUA_OFFICE 所写的部门，如“我局2025年前要完成什么”"
    )]
    pub query: Vec<String>,
    /// Only hits in these plans; in all where empty.
    #[arg(long = "plan", value_name = "规划", help = "只在这部规划中查找，可多次")]
    pub plans: Vec<String>,
    /// Only hits of these kinds; of all where empty.
    #[arg(long = "kind", value_enum, value_name = "类别", help = "只列这一类，可多次")]
    pub kinds: Vec<KindName>,
    /// How many hits are printed at most.
    #[arg(long, value_name = "条数", default_value_t = Self::LIMIT, help = "最多列多少条")]
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
