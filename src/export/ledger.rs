//! The ledger (任务分工表): who does what by the plans, a duty a row, as bureaus hand it in.
//!
//! Everything in it is printed in the plans, apart from the targets that the program picked out of the text. Paper names
//! plan and bureau in the title, leaves out columns in which nothing stands, and cites the place in the plan. A file for
//! programs (csv) keeps every column and says plan, node and lines besides. It must not know how duties are selected.

use std::collections::HashMap;

use super::{Document, Front, Sheet};
use crate::analysis::progress::{ProgressRow, RowKind};
use crate::analysis::responsibility::duty::{Duty, role_name};
use crate::analysis::targets::target;
use crate::model::{Citations, Plan, Role, Target};
use crate::words::{LIST, Words, documents, punctuation};

/// The columns that stand on paper; the others are for programs.
const ON_PAPER: usize = 10;

/// The columns of the ledger.
const HEADER: [Words; 13] = [
    documents::ORDINAL,
    documents::CHAPTER,
    documents::TASK,
    documents::TEXT,
    documents::OWN_ROLE,
    documents::LEAD,
    documents::SUPPORT,
    documents::NAMED,
    documents::DEADLINES,
    documents::REMARK,
    documents::PLAN,
    documents::ID,
    documents::LINES,
];

/// A bureau that a ledger is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bureau<'a> {
    /// Id in the registry; the printed name of one that the registry does not know.
    pub id: &'a str,
    /// Full name in the registry, or the printed name.
    pub name: &'a str,
}

/// What the user recorded of the tasks and of the targets in them, by the ids of the nodes; it stands beside what the plans say.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    lines: HashMap<String, String>,
}

impl Recorded {
    /// Adds the records of a plan, a line each.
    pub fn add(&mut self, rows: &[ProgressRow]) {
        for row in rows.iter().filter(|row| matches!(row.kind, RowKind::Task | RowKind::Target)) {
            let node = row.id.split('#').next().unwrap_or_default().to_owned();
            let text = self.lines.entry(node).or_default();
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&row.in_words());
        }
    }

    fn of(&self, duty: &Duty) -> Option<&String> {
        self.lines.get(duty.node.id.as_str())
    }
}

/// The rows of a ledger before they are a table, a workbook or a document.
#[derive(Debug)]
pub struct DutyLedger<'a> {
    /// The duties, those of one plan next to each other.
    pub duties: Vec<Duty<'a>>,
    /// The bureaus that it was asked for; none for all.
    pub bureaus: Vec<Bureau<'a>>,
    /// The targets of the tasks' text, by the id of the node.
    pub targets: HashMap<&'a str, &'a [Target]>,
    /// What the user recorded; empty for a ledger of what the plans say alone.
    pub recorded: &'a Recorded,
}

impl<'a> DutyLedger<'a> {
    /// All duties in one table with every column, for csv.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(HEADER);
        for (_, duties) in self.by_plan() {
            let n_before = sheet.rows.len();
            sheet.rows.extend(self.rows(duties).enumerate().map(|(at, mut row)| {
                row[0] = (n_before + at + 1).to_string();
                row.into()
            }));
        }
        self.add_recorded(&mut sheet, &self.duties);
        sheet
    }

    /// Adds a column behind those of the plan with what was recorded of the duties in the rows, where anything was. Returns how
    /// many columns stand on paper.
    fn add_recorded(&self, sheet: &mut Sheet, duties: &[Duty]) -> usize {
        if duties.iter().all(|duty| self.recorded.of(duty).is_none()) {
            return ON_PAPER;
        }
        sheet.header.insert(ON_PAPER, documents::PROGRESS.to_string());
        for (row, duty) in sheet.rows.iter_mut().zip(duties) {
            row.insert(ON_PAPER, self.recorded.of(duty).cloned().unwrap_or_default());
        }
        ON_PAPER + 1
    }

    /// The tables as they stand on paper, a plan each.
    pub(super) fn sheets(&self) -> impl Iterator<Item = (&'a Plan, Sheet)> {
        self.by_plan().map(|(plan, duties)| {
            let mut sheet = Sheet::new(HEADER);
            sheet.rows.extend(self.rows(duties).map(Into::into));
            let n_columns = self.add_recorded(&mut sheet, duties);
            sheet.keep_first(n_columns);
            (plan, sheet.without_empty(&[]))
        })
    }

    /// The ledger as a document: the table below its title, or a section a plan where there are several.
    #[must_use]
    pub fn document(&self, front: Front) -> Document {
        let mut document = Document::new(front);
        let sheets: Vec<_> = self.sheets().collect();
        let has_sections = sheets.len() > 1;
        for (plan, sheet) in sheets {
            if has_sections {
                document.heading(1, plan.cited());
            }
            document.sheet(sheet);
        }
        if document.blocks.is_empty() {
            document.text(documents::NO_TASKS.get());
        }
        document
    }

    /// The ledger as the tabs of a workbook, a plan each, with the title in the first row.
    #[must_use]
    pub fn tabs(&self) -> Vec<(String, Sheet)> {
        let tabs: Vec<_> =
            self.sheets().map(|(plan, sheet)| (plan.marked(), sheet.titled(self.title(&[plan])))).collect();
        if tabs.is_empty() {
            let mut sheet = Sheet::new(HEADER);
            sheet.keep_first(ON_PAPER);
            return vec![(documents::LEDGER.to_string(), sheet.titled(self.title(&[])))];
        }
        tabs
    }

    /// Makes the title with plan and bureau, and the notes that explain the columns.
    #[must_use]
    pub fn front(&self) -> Front {
        let plans: Vec<&Plan> = self.by_plan().map(|(plan, _)| plan).collect();
        let has_listed = self.duties.iter().any(|duty| duty.units(Role::Listed).next().is_some());
        let has_targets = self.duties.iter().any(|duty| self.stated(duty).next().is_some());
        Front { name: documents::LEDGER.to_string(), title: self.title(&plans), notes: Vec::new() }
            .noting(has_listed.then(|| documents::ON_NAMED.to_string()))
            .noting(has_targets.then(|| documents::ON_DEADLINES.to_string()))
    }

    /// The title: 《规划》任务分工表 — 部门. Several plans stand in the headings of their sections instead.
    fn title(&self, plans: &[&Plan]) -> String {
        let what = match plans {
            [plan] => documents::ledger_of(plan.cited()),
            plans => documents::ledger_drafts(super::front::drafts(plans)),
        };
        let bureaus: Vec<&str> = self.bureaus.iter().map(|bureau| self.name(bureau, plans)).collect();
        if bureaus.is_empty() { what } else { documents::for_offices(what, bureaus.join(LIST.get())) }
    }

    /// What a bureau is called: as the plan prints it most often where there is one plan, else as the registry has it.
    fn name(&self, bureau: &Bureau<'a>, plans: &[&Plan]) -> &'a str {
        let [plan] = plans else { return bureau.name };
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let clauses = self.duties.iter().filter(|duty| duty.plan.id == plan.id).filter_map(|duty| duty.clause);
        for unit in clauses.flat_map(|clause| &clause.units).filter(|unit| unit.id() == bureau.id) {
            *counts.entry(&unit.raw).or_default() += 1;
        }
        let most = counts.into_iter().max_by(|(one, n), (two, m)| n.cmp(m).then_with(|| two.cmp(one)));
        most.map_or(bureau.name, |(name, _)| name)
    }

    fn by_plan(&self) -> impl Iterator<Item = (&'a Plan, &[Duty<'a>])> {
        let chunks = self.duties.chunk_by(|one, two| one.plan.id == two.plan.id);
        chunks.filter_map(|duties| Some((duties.first()?.plan, duties)))
    }

    /// The rows of the duties of one plan, with all columns.
    fn rows<'s>(&'s self, duties: &'s [Duty<'a>]) -> impl Iterator<Item = [String; 13]> + 's {
        let citations = duties.first().map(|duty| Citations::new(duty.plan));
        duties.iter().enumerate().map(move |(at, duty)| {
            let [first, last] = duty.lines();
            [
                (at + 1).to_string(),
                citations.as_ref().map(|citations| citations.place(duty.node)).unwrap_or_default(),
                duty.node.heading(),
                duty.text(),
                self.roles(duty),
                units(duty, Role::Lead),
                units(duty, Role::Joint),
                units(duty, Role::Listed),
                self.stated(duty).map(target::in_words).collect::<Vec<_>>().join("\n"),
                remarks(duty),
                duty.plan.marked(),
                duty.node.id.clone(),
                super::line_range([first, last]),
            ]
        })
    }

    /// The targets that the text of this duty states.
    fn stated(&self, duty: &Duty<'a>) -> impl Iterator<Item = &'a Target> {
        duty.targets(self.targets.get(duty.node.id.as_str()).copied().unwrap_or_default())
    }

    /// What the bureaus of the ledger do in this duty; of several bureaus each with its name.
    fn roles(&self, duty: &Duty) -> String {
        let roles = self.bureaus.iter().filter_map(|bureau| Some((bureau.name, role_name(duty.role_of(bureau.id)?))));
        match self.bureaus.as_slice() {
            [_] => roles.map(|(_, role)| role.to_owned()).collect(),
            _ => roles.map(|(name, role)| documents::office_and_role(name, role)).collect::<Vec<_>>().join("\n"),
        }
    }
}

/// What the clause says beside the names: shares, an open list, a time limit of its own, units that guide or supervise.
fn remarks(duty: &Duty) -> String {
    let others = units(duty, Role::Other);
    let others = (!others.is_empty()).then(|| punctuation::labelled(role_name(Role::Other), others));
    duty.remarks().into_iter().map(str::to_owned).chain(others).collect::<Vec<_>>().join(punctuation::SEMICOLON.get())
}

/// The units with this role as printed, each once.
fn units(duty: &Duty, role: Role) -> String {
    let mut names: Vec<&str> = Vec::new();
    for unit in duty.units(role) {
        if !names.contains(&unit.raw.as_str()) {
            names.push(&unit.raw);
        }
    }
    names.join(LIST.get())
}
