//! The report on a document that was imported: what was read, what is doubtful, and what changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::shelf::Fate;
use crate::cli::own::changes::Changes;
use crate::cli::own::undo::Undo;
use crate::cli::reading::Document;
use crate::export::Sheet;
use crate::model::{Doubt, Lines, Plan};
use crate::registry::Registry;
use crate::registry::department::Resolution;
use crate::words::{LIST, Sentence, Words, corrections, library as words, punctuation, tables};

/// How many doubts, and how many changes of a kind, a text lists.
const LISTED: usize = 40;
/// How many offices are named for a unit that is none.
const NEAREST: usize = 3;

/// What became of one document. The fields are those of the JSON.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    file: String,
    pub(super) plan: String,
    title: String,
    region: Option<String>,
    period: Option<String>,
    draft: Option<String>,
    /// The facts that the text does not give and that were supplied.
    supplied: Vec<String>,
    chapters: usize,
    nodes: usize,
    clauses: usize,
    units: usize,
    unknown_units: Vec<String>,
    /// The known offices that are nearest to each unknown unit.
    nearest: BTreeMap<String, Vec<String>>,
    tables: usize,
    rows: usize,
    findings: Vec<Doubt>,
    /// What is to be said about how the file was read.
    remarks: Vec<Sentence>,
    outcome: Kind,
    /// Whether the library is another one now, or would be but for the dry run.
    changed: bool,
    /// What differs from the former version; `None` where there is none.
    changes: Option<Changes>,
    pub(super) dry_run: bool,
    /// What is said on stderr, apart from the report.
    #[serde(skip)]
    pub(super) notes: Vec<String>,
    /// The plan without its nodes.
    #[serde(skip)]
    head: Plan,
}

/// What became of a document, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    New,
    Version,
    Restored,
    Same,
}

impl Kind {
    fn words(self) -> Words {
        match self {
            Self::New => words::NEW,
            Self::Version => words::VERSION,
            Self::Restored => words::RESTORED,
            Self::Same => words::SAME,
        }
    }
}

impl Report {
    pub(super) fn new(
        plan: &Plan,
        file: String,
        document: &Document,
        fate: &Fate,
        changes: Option<Changes>,
        registry: &Registry,
    ) -> Self {
        let outcome = match fate {
            Fate::New { .. } => Kind::New,
            Fate::Version { .. } => Kind::Version,
            Fate::Restored { .. } => Kind::Restored,
            Fate::Same { .. } => Kind::Same,
        };
        let clauses = plan.nodes.iter().flat_map(|node| &node.responsible);
        let units: Vec<_> = clauses.flat_map(|clause| &clause.units).collect();
        let unknown_units =
            unknown(units.iter().filter(|unit| unit.department.is_none()).map(|unit| unit.raw.as_str()));
        let nearest = unknown_units.iter().map(|raw| (raw.clone(), nearest(raw, registry))).collect();
        Self {
            file,
            plan: plan.id.clone(),
            title: plan.title.clone(),
            region: plan.region.clone(),
            period: plan.period.clone(),
            draft: plan.draft().map(str::to_owned),
            supplied: plan.supplied.clone(),
            chapters: plan.counts.chapters,
            nodes: plan.counts.nodes,
            clauses: plan.counts.clauses,
            units: units.len(),
            unknown_units,
            nearest,
            tables: plan.counts.tables,
            rows: plan.counts.rows,
            findings: plan.findings.to_vec(),
            remarks: document.remarks.iter().map(crate::formats::Remark::sentence).collect(),
            outcome,
            changed: outcome != Kind::Same,
            changes,
            dry_run: false,
            notes: Vec::new(),
            head: Plan { nodes: Lines::default(), ..plan.clone() },
        }
    }

    /// The plan without its nodes, for the title of a file.
    pub(super) fn head(&self) -> Plan {
        self.head.clone()
    }

    /// How the import is undone; `None` where it has changed nothing.
    pub(super) fn undo(&self) -> Option<Undo> {
        match self.outcome {
            Kind::New | Kind::Restored => Some(Undo::Remove(self.plan.clone())),
            Kind::Version => Some(Undo::Restore(self.plan.clone())),
            Kind::Same => None,
        }
    }

    fn outcome(&self) -> String {
        let outcome = self.outcome.words().get();
        if self.dry_run { words::would(outcome) } else { outcome.to_owned() }
    }

    /// The report as lines for people.
    pub(super) fn text(&self) -> String {
        let mut lines = vec![words::heading(&self.title, &self.plan, self.outcome())];
        let mut add = |line: String| lines.push(format!("  {line}"));
        add(words::file(&self.file));
        add(words::facts(self.facts().join(punctuation::COMMA.get())));
        add(words::outline(self.chapters, self.nodes));
        let unknown = (!self.unknown_units.is_empty()).then(|| words::unknown_units(self.unknown_units.len()));
        add(format!("{}{}", words::responsible(self.clauses, self.units), unknown.unwrap_or_default()));
        for unit in &self.unknown_units {
            let offices = self.nearest.get(unit).filter(|offices| !offices.is_empty());
            let named = offices.map_or_else(|| unit.clone(), |offices| words::nearest(unit, offices.join(LIST.get())));
            add(format!("  {named}"));
        }
        add(words::tables(self.tables, self.rows));
        for remark in &self.remarks {
            add(words::remark(remark));
        }
        let (made, doubts): (Vec<&Doubt>, Vec<&Doubt>) =
            self.findings.iter().partition(|doubt| doubt.kind.correction().is_some());
        for (list, head) in [(&made, corrections::count(made.len())), (&doubts, words::doubts(doubts.len()))] {
            if list.is_empty() {
                continue;
            }
            add(head);
            for line in listed(list.iter().map(|doubt| words::at_line(doubt.line, &doubt.kind))) {
                add(format!("  {line}"));
            }
        }
        if let Some(changes) = &self.changes {
            lines.extend(changed(changes).into_iter().map(|line| format!("  {line}")));
            if !self.dry_run {
                lines.push(format!("  {}", words::undo_version(&self.plan)));
            }
        }
        lines.join("\n") + "\n"
    }

    /// Place, period and standing, and what of it is not known.
    fn facts(&self) -> Vec<String> {
        let mut facts = vec![
            self.region.clone().unwrap_or_else(|| words::UNKNOWN_REGION.to_string()),
            self.period.clone().unwrap_or_else(|| words::UNKNOWN_PERIOD.to_string()),
        ];
        if self.title == self.plan {
            facts.insert(0, words::UNKNOWN_TITLE.to_string());
        }
        facts.extend(self.head.draft_word().map(str::to_owned));
        facts
    }
}

/// Each of the names once, in their order.
fn unknown<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
}

/// The offices that a name which is none may mean.
fn nearest(name: &str, registry: &Registry) -> Vec<String> {
    let offices = match registry.departments().resolve(name) {
        Resolution::One(office) => vec![office],
        Resolution::Many(offices) | Resolution::None { nearest: offices } => offices,
    };
    offices.into_iter().take(NEAREST).map(|office| office.name.clone()).collect()
}

/// The first of these lines, and how many more there are.
fn listed(lines: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let n_more = lines.len().saturating_sub(LISTED);
    lines.take(LISTED).chain((n_more > 0).then(|| words::and_more(n_more))).collect()
}

/// What differs from the former version, as lines.
fn changed(changes: &Changes) -> Vec<String> {
    if changes.is_empty() {
        return vec![words::NO_CHANGES.to_string()];
    }
    let title = |title: &Option<String>| title.clone().unwrap_or_default();
    let counts =
        [changes.added.len(), changes.removed.len(), changes.moved.len(), changes.renamed.len(), changes.edited.len()];
    let [added, removed, moved, renamed, edited] = counts;
    let mut lines = vec![words::changes(added, removed, moved, renamed, edited)];
    let mut add = |more: Vec<String>| lines.extend(more.into_iter().map(|line| format!("  {line}")));
    add(listed(changes.added.iter().map(|at| words::added(&at.id, title(&at.title)))));
    add(listed(changes.removed.iter().map(|at| words::removed(&at.id, title(&at.title)))));
    add(listed(changes.moved.iter().map(|at| words::moved(&at.from, &at.to, title(&at.title)))));
    add(listed(changes.renamed.iter().map(|at| words::renamed(&at.id, title(&at.from), title(&at.to)))));
    add(listed(changes.edited.iter().map(|at| words::edited(&at.id, title(&at.title)))));
    lines
}

/// The reports as a table, a document a row.
pub(super) fn sheet(reports: &[Report]) -> Sheet {
    let mut sheet = Sheet::new([
        words::FILE,
        tables::ID,
        tables::TITLE,
        words::REGION,
        words::PERIOD,
        words::NODES,
        words::CLAUSES,
        tables::RESPONSIBLE,
        words::UNKNOWN_UNITS,
        words::TABLES,
        words::DOUBTS,
        words::STATE,
    ]);
    for report in reports {
        sheet.push([
            report.file.clone(),
            report.plan.clone(),
            format!("{}{}", report.title, report.head.draft_mark()),
            report.region.clone().unwrap_or_default(),
            report.period.clone().unwrap_or_default(),
            report.nodes.to_string(),
            report.clauses.to_string(),
            report.units.to_string(),
            report.unknown_units.join(LIST.get()),
            report.tables.to_string(),
            report.findings.len().to_string(),
            report.outcome(),
        ]);
    }
    sheet
}
