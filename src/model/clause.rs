//! Responsibility: the clause that ends a paragraph, and the units that it lists.

use serde::{Deserialize, Serialize};

/// A responsibility clause (责任单位句), such as `（市卫生健康局、市教育局负责）` at the end of a task.
#[doc(alias = "责任单位")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The whole clause as printed, with its brackets and what is printed behind the units.
    pub raw: String,
    /// The line of the document on which it stands (1-based).
    pub line: u32,
    /// The units in the printed order.
    pub units: Vec<Unit>,
    /// The full name of the lead unit (牵头); `None` if the plan does not say who leads.
    pub lead: Option<String>,
    /// Whether each unit answers for its own share: `分别负责`, `按职责分工负责`.
    pub each_responsible: bool,
    /// The printed words that say the list is not complete: `等单位`, `等有关单位`, `有关单位`.
    pub open_ended: Option<String>,
    /// The label printed before the first units, without its colon: `牵头单位`; `None` where the words are a sentence.
    pub label: Option<String>,
    /// By when the units have to be done, where the clause itself says so.
    pub deadline: Option<Deadline>,
}

/// A time limit that stands in a clause or beside it: `完成时限：2027年12月底前`.
#[doc(alias = "完成时限")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The years that it names, in the printed order; empty for words such as `长期`.
    pub years: Vec<u16>,
    /// The time as printed, without its label: `2027年12月底前`.
    pub raw: String,
}

/// One unit of a clause, and the office it was recognised as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The unit's name as printed.
    pub raw: String,
    /// The id of the office in the registry; `None` if no office there has this name.
    pub department: Option<String>,
    /// The full name of the office; the printed name if the office is unknown.
    pub name: String,
    /// The part that the plan gives to this unit.
    pub role: Role,
}

impl Unit {
    /// The id of the office in the registry; for a unit that the registry does not know, its name.
    #[must_use]
    pub fn id(&self) -> &str {
        self.department.as_deref().unwrap_or(&self.name)
    }
}

/// The part that a clause gives to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头: the plan says that this unit leads.
    #[doc(alias = "牵头")]
    Lead,
    /// 配合: the plan names a lead, and it is another unit.
    #[doc(alias = "配合")]
    Joint,
    /// 列名: the plan lists the unit and does not say who leads.
    #[doc(alias = "列名")]
    Listed,
    /// 指导、监督等: the plan gives the unit a part that is neither of these.
    #[doc(alias = "指导")]
    Other,
}

impl Role {
    /// All roles, in the order in which the units of a task are told.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Joint, Self::Listed, Self::Other];
}

/// The numbers of tasks that name one office, by its role in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RoleCounts {
    /// Tasks that the office leads (牵头).
    pub lead: usize,
    /// Tasks in which the office supports another that leads (配合).
    pub joint: usize,
    /// Tasks that list the office without saying who leads (列名).
    pub listed: usize,
    /// Tasks that give the office another part: 指导, 监督. The JSON counts them in the total only.
    #[serde(skip)]
    pub other: usize,
}

impl RoleCounts {
    /// The number of tasks in which the office has this role.
    #[must_use]
    pub fn of(self, role: Role) -> usize {
        match role {
            Role::Lead => self.lead,
            Role::Joint => self.joint,
            Role::Listed => self.listed,
            Role::Other => self.other,
        }
    }

    /// Counts one more task in which the office has this role.
    pub fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.lead += 1,
            Role::Joint => self.joint += 1,
            Role::Listed => self.listed += 1,
            Role::Other => self.other += 1,
        }
    }

    /// The sums of these counts and the others, role by role.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            lead: self.lead + other.lead,
            joint: self.joint + other.joint,
            listed: self.listed + other.listed,
            other: self.other + other.other,
        }
    }

    /// The tasks of all roles together.
    #[must_use]
    pub fn total(self) -> usize {
        self.lead + self.joint + self.listed + self.other
    }
}
