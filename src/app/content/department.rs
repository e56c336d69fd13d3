//! The list of departments: which ones it shows, in which order, and how a row reads. Without a filter those with most
//! tasks come first; with one, those that match it by any of their names, by initials or by pinyin. `层级:省` keeps those
//! of one level.

use std::collections::HashMap;

use crate::analysis::responsibility::ledger::Assignee;
use crate::app::content::dossier::UNNAMED;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::session::Session;
use crate::model::{Department, Level, RoleCounts};
use crate::search::{FilterKind, Query};
use crate::text::fold::fold;
use crate::text::width::Align;
use crate::words::{Words, browser, pages};

/// One department of the list, with its tasks in the selected plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The id of the department in the ledger or the registry.
    pub(crate) id: String,
    /// The full name of the department.
    pub(crate) name: String,
    /// The number of its tasks in the selected plans, by role.
    pub(crate) tally: RoleCounts,
    /// The number of its tasks in all.
    total: usize,
}

impl Entry {
    fn new(id: &str, name: &str, tally: RoleCounts) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), tally, total: tally.total() }
    }
}

/// All departments that may be listed, with what a query is compared with. They change only where plans do, and not with each
/// key.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    all: Vec<Candidate>,
    /// The tasks that name no units, if there are any.
    unnamed: Option<Entry>,
}

#[derive(Debug)]
struct Candidate {
    entry: Entry,
    /// Whether some clause names it, in whatever plan.
    is_named: bool,
    /// Whether it is listed for a query although no clause names it.
    is_listed: bool,
    level: Option<Level>,
    /// Full, short, former and printed ones, folded.
    names: Vec<String>,
    /// Its initials and its pinyin, where the registry knows it.
    sounds: Option<[String; 2]>,
}

impl Candidates {
    /// Collects the departments that clauses name, and those of the registry that none does.
    pub(crate) fn new(session: &Session) -> Self {
        let registry: HashMap<&str, &Department> =
            session.departments().iter().map(|department| (department.id.as_str(), department)).collect();
        let named = session.ledger().assignees.iter().map(|bureau| {
            let tally = bureau.count_by_role(|plan| session.is_chosen(plan));
            let entry = Entry::new(&bureau.id, &bureau.name, tally);
            Candidate::new(entry, Some(bureau), registry.get(bureau.id.as_str()).copied())
        });
        let is_unnamed = |department: &&Department| session.ledger().assignee(&department.id).is_none();
        let unnamed = session.departments().iter().filter(is_unnamed).map(|department| {
            let entry = Entry::new(&department.id, &department.name, RoleCounts::default());
            Candidate::new(entry, None, Some(department))
        });
        Self { all: named.chain(unnamed).collect(), unnamed: unnamed_entry(session) }
    }

    /// Returns the departments to list. Without a query they are those that the selected plans name; with one, departments
    /// without a task are listed too, so that the answer is "none" and not an empty list.
    pub(crate) fn list(&self, session: &Session, query: &str) -> Vec<Entry> {
        let (level, query) = level_in(query);
        let meant = meant(session, &query);
        let query = fold(query.trim());
        let mut entries: Vec<(u8, &Entry)> = Vec::new();
        for candidate in &self.all {
            let is_meant = meant.contains(&candidate.entry.id.as_str());
            if candidate.is_asked_for(&query, level, is_meant)
                && let Some(rank) = candidate.rank(&query, is_meant)
            {
                entries.push((rank, &candidate.entry));
            }
        }
        entries.sort_by(|(rank_a, a), (rank_b, b)| {
            rank_a.cmp(rank_b).then(b.tally.total().cmp(&a.tally.total())).then_with(|| a.name.cmp(&b.name))
        });
        let unnamed = self.unnamed.as_ref().filter(|_| query.is_empty() && level.is_none());
        entries.into_iter().map(|(_, entry)| entry).chain(unnamed).cloned().collect()
    }
}

impl Candidate {
    fn new(entry: Entry, bureau: Option<&Assignee>, department: Option<&Department>) -> Self {
        let printed = bureau.into_iter().flat_map(|bureau| &bureau.printed).map(AsRef::as_ref);
        let known = department.into_iter().flat_map(|department| {
            let aliases = department.aliases.iter().map(|alias| alias.raw.as_str());
            let short = department.abbreviations.iter().map(String::as_str);
            aliases.chain(short).chain([department.name.as_str()])
        });
        let mut names: Vec<String> =
            std::iter::once(entry.name.as_str()).chain(known).chain(printed).map(fold).collect();
        names.sort_unstable();
        names.dedup();
        Self {
            is_named: bureau.is_some(),
            is_listed: department.is_some_and(Department::is_listed),
            level: department.and_then(|department| department.level),
            sounds: department.map(|department| [department.initials.clone(), department.pinyin.clone()]),
            entry,
            names,
        }
    }

    /// Whether the query asks for departments like this one: with tasks in the selected plans, or with others of the registry.
    fn is_asked_for(&self, query: &str, level: Option<Level>, is_meant: bool) -> bool {
        let is_of_level = level.is_none() || self.level == level;
        let is_typed = !query.is_empty();
        is_of_level
            && if self.is_named {
                is_typed || self.entry.tally.total() > 0
            } else {
                level.is_some() || is_typed && (self.is_listed || is_meant)
            }
    }

    /// Returns how well the department matches a folded query, 0 being best: a whole name, the beginning of one, a part of
    /// one, initials, pinyin. `None` if it does not match. Chinese characters never match by their sound.
    fn rank(&self, query: &str, is_meant: bool) -> Option<u8> {
        if query.is_empty() {
            return Some(0);
        }
        let by_name = self.names.iter().filter_map(|name| match name {
            _ if name == query => Some(0),
            _ if name.starts_with(query) => Some(1),
            _ if name.contains(query) => Some(2),
            _ => None,
        });
        let spelled = self.sounds.as_ref().and_then(|[initials, pinyin]| {
            if initials.starts_with(query) {
                Some(3)
            } else if pinyin.starts_with(query) {
                Some(4)
            } else {
                None
            }
        });
        // The registry forgives slips and knows the initials of short names, so what it finds
        // comes right behind whole names.
        let is_meant = is_meant && self.sounds.is_some();
        by_name.chain(spelled).chain(is_meant.then_some(1)).min()
    }
}

/// The level that a query asks for (`层级:省`), and the rest of the query.
fn level_in(query: &str) -> (Option<Level>, String) {
    let parsed = Query::parse(query);
    let Some(filter) = parsed.filters.iter().find(|filter| filter.kind == FilterKind::Level) else {
        return (None, query.to_owned());
    };
    let [from, to] = filter.range;
    let rest = query.chars().enumerate().filter(|(at, _)| !(from..to).contains(at)).map(|(_, c)| c);
    (Level::typed(&fold(filter.value.trim())), rest.collect())
}

/// Returns the last entry of the list: the tasks that name no units, if there are any.
fn unnamed_entry(session: &Session) -> Option<Entry> {
    let plans = session.plans_with_contents().filter_map(|(at, _)| session.unassigned(at));
    let total = plans.map(|places| places.tasks.len()).sum();
    let entry = Entry { total, ..Entry::new(UNNAMED, pages::UNNAMED_OFFICE.get(), RoleCounts::default()) };
    (total > 0).then_some(entry)
}

/// Returns the ids of the departments that the registry takes the typed name for.
pub(crate) fn meant<'a>(session: &'a Session, typed: &str) -> Vec<&'a str> {
    let registry = session.registry().departments();
    let offices = registry.resolve_all(typed);
    let county = match offices.as_slice() {
        [office] => registry.county_kin(office, typed).map(|county| county.id.as_str()),
        _ => None,
    };
    let county = county.filter(|county| session.ledger().assignee(county).is_some());
    offices.into_iter().map(|office| office.id.as_str()).chain(county).collect()
}

/// The heads of the columns that count tasks by role.
const COUNTS: [Words; 4] = [pages::LEAD, pages::JOINT, pages::LISTED, pages::TOTAL];

/// Returns the width of each column of counts, in cells: that of the widest head and a gap.
fn count_cells(session: &Session) -> usize {
    COUNTS.iter().map(|head| session.width.of(head.get())).max().unwrap_or_default() + 1
}

/// Makes the row of a department: its name, and how often it leads, assists, is listed, and all that together.
pub(crate) fn row(session: &Session, entry: &Entry, cells: usize) -> Row {
    let tally = entry.tally;
    let counts = [tally.lead, tally.joint, tally.listed, entry.total].map(|n| match n {
        0 => "·".to_owned(),
        n => n.to_string(),
    });
    columns(session, cells, name(session, entry, cells), &counts, Role::Text)
}

/// Makes the row with the heads of the columns.
pub(crate) fn head(session: &Session, cells: usize) -> Row {
    let heads = COUNTS.map(|head| head.to_string());
    let mut row = columns(session, cells, browser::DEPARTMENTS.get(), &heads, Role::Bar);
    row.fill = Role::Bar;
    for span in &mut row.spans {
        span.role = Role::Bar;
    }
    row
}

/// Returns the name of a department for a row of `cells`: the full one where it fits, else the usual short one.
fn name<'a>(session: &'a Session, entry: &'a Entry, cells: usize) -> &'a str {
    let room = cells.saturating_sub(count_cells(session) * n_counts(session, cells));
    if session.width.of(&entry.name) <= room {
        return &entry.name;
    }
    let short = session.registry().departments().get(&entry.id).map(|office| office.short.as_str());
    short.filter(|short| session.width.of(short) <= room).unwrap_or(&entry.name)
}

/// Returns how many counts a row shows: all four or only the total, since two of the four would look like all.
fn n_counts(session: &Session, cells: usize) -> usize {
    if cells >= 10 + count_cells(session) * COUNTS.len() { COUNTS.len() } else { 1 }
}

/// Makes a row of a name and its counts; only the total where the pane is narrow.
fn columns(session: &Session, cells: usize, name: &str, counts: &[String; 4], role: Role) -> Row {
    let (room, count_cells) = (n_counts(session, cells), count_cells(session));
    let mut line = RowBuilder::new(cells, session.width);
    line.column(name, cells.saturating_sub(room * count_cells), Align::Left, role);
    let roles = [Role::Lead, Role::Text, Role::Text, Role::Number];
    let shown = if room == counts.len() { 0 } else { counts.len() - room };
    for (count, role) in counts.iter().zip(roles).skip(shown) {
        let role = if count == "·" { Role::Dim } else { role };
        line.column(count, count_cells, Align::Right, role);
    }
    line.build()
}
