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
}

impl RoleCounts {
    /// Counts one more task in which the office has this role.
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
