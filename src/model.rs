//! The dataset as plain data: plans, their nodes, clauses, tables, and the offices they name.
//!
//! The field names are those of the JSON that the program prints (`guihua export`), so that the bundled file, a printed
//! document and the data in memory have one form. The model knows no file, no terminal and no rule for reading texts:
//! `importer` fills it, `registry` names the offices in it, and everything else only reads it.

mod citation;
mod clause;
mod correction;
mod dataset;
mod department;
mod doubt;
mod finding;
mod level;
mod line_range;
mod lines;
mod node;
mod node_index;
mod plan;
mod progress;
mod sources;
mod table;
mod target;
mod task;

pub use citation::Citations;
pub use clause::{Clause, Deadline, Role, RoleCounts, Unit};
pub use correction::{Correction, FactName, Rank, read_role, role_words};
pub use dataset::Dataset;
pub use department::{Alias, Department};
pub use doubt::{Doubt, DoubtKind};
pub use finding::{Confidence, Finding, FindingKind};
pub use level::Level;
pub use line_range::LineRange;
pub use lines::Lines;
pub use node::{Kind, Node, Paragraph};
pub use node_index::NodeIndex;
pub(crate) use plan::draft_word;
pub use plan::{Counts, Plan, Source};
pub use progress::{Progress, Record};
pub use sources::Sources;
pub use table::{Column, ColumnRole, Comparator, Row, Table, Value, ValueKind};
pub use target::{Target, TargetRow, TargetValue};
