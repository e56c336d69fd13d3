//! Duties: a responsibility clause with the text it closes, which is what a bureau hands in as one row. A task with
//! three clauses is three duties, since each clause gives its own text to its own units.

use crate::analysis::responsibility::task::Selection;
use crate::lexicon::clause::{JOINT_SHARE_VERBS, SHARE_VERBS};
use crate::model::{Clause, LineRange, Node, Paragraph, Plan, Role, Target, Unit};
use crate::words::duties;

/// One duty (任务内容) of a task: the paragraphs that a clause closes, and who answers for them.
#[derive(Clone, Copy, Debug)]
pub struct Duty<'a> {
    /// The plan in whose tasks it stands.
    pub plan: &'a Plan,
    /// The task: the node whose text and clause it is.
    pub node: &'a Node,
    /// The clause that names the units; `None` for a task that names none, which is one duty with all its text.
    pub clause: Option<&'a Clause>,
    /// The paragraphs that the clause closes; none where it stands right below the heading.
    pub paragraphs: &'a [Paragraph],
}

/// The duties of a task in the order of the document.
///
/// A clause inside or at the end of a paragraph closes that paragraph. A clause on a line of its own closes everything
/// since the clause before it.
#[must_use]
pub fn in_node<'a>(plan: &'a Plan, node: &'a Node) -> Vec<Duty<'a>> {
    let paragraphs = node.paragraphs.as_slice();
    if node.responsible.is_empty() {
        return vec![Duty { plan, node, clause: None, paragraphs }];
    }
    let mut n_closed = 0;
    let duty = |clause: &'a Clause| {
        let holds = |paragraph: &Paragraph| (paragraph.lines[0]..=paragraph.lines[1]).contains(&clause.line);
        let open = paragraphs.get(n_closed..).unwrap_or_default();
        let range = if let Some(at) = open.iter().position(holds) {
            n_closed + at..n_closed + at + 1
        } else if let Some(last) = n_closed.checked_sub(1).filter(|at| paragraphs.get(*at).is_some_and(holds)) {
            // A second clause of one paragraph: the lead in one bracket, those who assist in the next.
            last..n_closed
        } else {
            n_closed..n_closed + open.iter().take_while(|paragraph| paragraph.lines[0] < clause.line).count()
        };
        n_closed = n_closed.max(range.end);
        Duty { plan, node, clause: Some(clause), paragraphs: paragraphs.get(range).unwrap_or_default() }
    };
    node.responsible.iter().map(duty).collect()
}

/// The duties of these tasks that the selection asks for: those whose clause names a selected department, in the
/// selected role. Where neither is selected, all of them.
#[must_use]
pub fn select<'a>(tasks: &[(&'a Plan, &'a Node)], selection: &Selection) -> Vec<Duty<'a>> {
    let duties = tasks.iter().flat_map(|(plan, node)| in_node(plan, node));
    duties.filter(|duty| selection.takes(duty.clause)).collect()
}

impl<'a> Duty<'a> {
    /// The text that the clause closes, a line a paragraph.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// First and last line of the duty: of its paragraphs and its clause, else of the node.
    #[must_use]
    pub fn lines(&self) -> LineRange {
        let clause = self.clause.map(|clause| [clause.line; 2]);
        let ranges = self.paragraphs.iter().map(|paragraph| paragraph.lines).chain(clause);
        ranges.reduce(|one, two| [one[0].min(two[0]), one[1].max(two[1])]).unwrap_or(self.node.lines)
    }

    /// The units that the clause names in this role, in its order.
    pub fn units(&self, role: Role) -> impl Iterator<Item = &'a Unit> {
        let units = self.clause.map_or(&[] as &[Unit], |clause| &clause.units);
        units.iter().filter(move |unit| unit.role == role)
    }

    /// The strongest role in which the clause names this department; an unknown one is called by its printed name.
    #[must_use]
    pub fn role_of(&self, department: &str) -> Option<Role> {
        let units = self.clause?.units.iter().filter(|unit| unit.id() == department);
        units.map(|unit| unit.role).min()
    }

    /// Those of the node's targets that the duty's own text states.
    pub fn targets<'t>(&self, of_node: &'t [Target]) -> impl Iterator<Item = &'t Target> {
        let paragraphs = self.paragraphs;
        let is_here = move |target: &&Target| {
            paragraphs.iter().any(|paragraph| {
                let [first, last] = paragraph.lines;
                (first..=last).contains(&target.line) && paragraph.text.contains(&target.quote)
            })
        };
        of_node.iter().filter(is_here)
    }

    /// What the clause says beside the names, as printed: that each unit answers for its own share (分别负责,
    /// 按职责分工负责), that the list is open (等单位).
    #[must_use]
    pub fn remarks(&self) -> Vec<&'a str> {
        self.clause.map(remarks).unwrap_or_default()
    }
}

/// What a unit does in a duty, as official writing calls it, in the language in force.
#[must_use]
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Lead => duties::LEAD.get(),
        Role::Joint => duties::SUPPORT.get(),
        Role::Listed => duties::NAMED.get(),
        Role::Other => duties::OTHER.get(),
    }
}

/// The words by which each unit of a clause answers for its own share, as printed: 按职责分工负责.
/// `None` where it does not say so.
#[must_use]
pub fn share(clause: &Clause) -> Option<&'static str> {
    let words = || [&JOINT_SHARE_VERBS, &SHARE_VERBS].into_iter().find_map(|verbs| verbs.find_in(&clause.raw));
    clause.each_responsible.then(words).flatten()
}

/// What a clause says beside the names of the units, as printed.
#[must_use]
pub fn remarks(clause: &Clause) -> Vec<&str> {
    let deadline = clause.deadline.as_ref().map(|deadline| deadline.raw.as_str());
    share(clause).into_iter().chain(clause.open_ended.as_deref()).chain(deadline).collect()
}
