//! Who is responsible: the clause that closes a paragraph, and the units it lists.

use serde::{Deserialize, Serialize};

/// A responsibility clause (责任单位句), as `（市卫生健康局、市教育局负责）` closes a task.
#[doc(alias = "责任单位")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The whole clause as printed, its brackets and its tail included.
    pub raw: String,
    /// The line of the document on which it stands (1-based).
    pub line: u32,
    /// The units in the order they are printed.
    pub units: Vec<Unit>,
    /// Full name of the lead unit (牵头); `None` where the plan does not say who leads.
    pub lead: Option<String>,
    /// `分别负责` or `按职责分工负责`: each unit answers for its own share.
    pub each_responsible: bool,
    /// The words that leave the list open, as printed: `等单位`, `等有关单位`, `有关单位`.
    pub open_ended: Option<String>,
}

/// One unit of a clause, and the office it was recognised as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The unit's name as printed.
    pub raw: String,
    /// Id of the office in the registry; `None` if nobody there bears this name.
    pub department: Option<String>,
    /// The office's full name; the printed one where the office is unknown.
    pub name: String,
    /// What the plan says this unit does.
    pub role: Role,
}

impl Unit {
    /// Id of the office in the registry; for a unit that the registry does not know, the name that stands for it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.department.as_deref().unwrap_or(&self.name)
    }
}

/// What a clause says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头: the plan says this unit leads.
    #[doc(alias = "牵头")]
    Lead,
    /// 配合: the plan names a lead, and it is another unit.
    #[doc(alias = "配合")]
    Joint,
    /// 列名: the plan lists the unit and does not say who leads.
    #[doc(alias = "列名")]
    Listed,
}

/// Numbers of tasks by the role in which they name one office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RoleCounts {
    /// Tasks that the office leads (牵头).
    pub lead: usize,
    /// Tasks in which it supports the one that leads (配合).
    pub joint: usize,
    /// Tasks that list it without saying who leads (列名).
    pub listed: usize,
}

impl RoleCounts {
    /// Counts one task with the office in this role.
    pub fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.lead += 1,
            Role::Joint => self.joint += 1,
            Role::Listed => self.listed += 1,
        }
    }

    /// The sums of these counts and the others, role by role.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { lead: self.lead + other.lead, joint: self.joint + other.joint, listed: self.listed + other.listed }
    }

    /// The tasks of all roles together.
    #[must_use]
    pub fn total(self) -> usize {
        self.lead + self.joint + self.listed
    }
}
