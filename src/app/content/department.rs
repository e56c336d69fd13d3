//! The list of departments: which ones it shows, in which order, and how a row reads. Without a filter those with most
//! tasks come first; with one, those that match it by any of their names, by initials or by pinyin. `层级:省` keeps those
//! of one level.

use crate::analysis::responsibility::ledger::Assignee;
use crate::analysis::responsibility::unassigned;
use crate::app::content::dossier::UNNAMED;
use crate::app::screen::page::{Role, Row};
use crate::app::screen::row::RowBuilder;
use crate::app::state::session::Session;
use crate::model::{Department, Level, RoleCounts};
use crate::registry::department::Resolution;
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

/// Returns the departments to list. Without a query they are those that the selected plans name; with one, departments
/// without a task are listed too, so that the answer is "none" and not an empty list.
pub(crate) fn list(session: &Session, query: &str) -> Vec<Entry> {
    let (level, query) = level_in(query);
    let meant = meant(session, &query);
    let query = fold(query.trim());
    let mut entries: Vec<(u8, Entry)> = Vec::new();
    for bureau in &session.ledger().assignees {
        let tally = bureau.count_by_role(|plan| session.is_chosen(plan));
        let department = session.department(&bureau.id);
        let rank = rank(&query, &meant, Some(bureau), department);
        let is_asked = tally.total() > 0 || !query.is_empty();
        let is_of_level = level.is_none() || department.and_then(|it| it.level) == level;
        if let Some(rank) = rank.filter(|_| is_asked && is_of_level) {
            entries.push((rank, Entry::new(&bureau.id, &bureau.name, tally)));
        }
    }
    let unnamed = |department: &&Department| session.ledger().assignee(&department.id).is_none();
    let is_listed = |department: &&Department| match level {
        Some(_) => department.level == level,
        None => !query.is_empty() && (department.is_listed() || meant.contains(&department.id.as_str())),
    };
    for department in session.departments().iter().filter(unnamed).filter(is_listed) {
        if let Some(rank) = rank(&query, &meant, None, Some(department)) {
            entries.push((rank, Entry::new(&department.id, &department.name, RoleCounts::default())));
        }
    }
    entries.sort_by(|(rank_a, a), (rank_b, b)| {
        rank_a.cmp(rank_b).then(b.tally.total().cmp(&a.tally.total())).then_with(|| a.name.cmp(&b.name))
    });
    let mut entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    entries.extend(unnamed_entry(session).filter(|_| query.is_empty() && level.is_none()));
    entries
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
    let total = session.plans_with_contents().map(|(_, plan)| unassigned::in_plan(plan).tasks.len()).sum();
    let entry = Entry { total, ..Entry::new(UNNAMED, pages::UNNAMED_OFFICE.get(), RoleCounts::default()) };
    (total > 0).then_some(entry)
}

/// Returns the ids of the departments that the registry takes the typed name for.
pub(crate) fn meant<'a>(session: &'a Session, typed: &str) -> Vec<&'a str> {
    let registry = session.registry().departments();
    match registry.resolve(typed) {
        Resolution::One(office) => {
            let county = registry.county_kin(office, typed).map(|county| county.id.as_str());
            let county = county.filter(|county| session.ledger().assignee(county).is_some());
            std::iter::once(office.id.as_str()).chain(county).collect()
        }
        Resolution::Many(offices) => offices.iter().map(|office| office.id.as_str()).collect(),
        Resolution::None { .. } => Vec::new(),
    }
}

/// Returns how well a department matches a folded query, 0 being best: a whole name, the beginning of one, a part of
/// one, initials, pinyin. `None` if it does not match. Chinese characters never match by their sound.
fn rank(query: &str, meant: &[&str], bureau: Option<&Assignee>, department: Option<&Department>) -> Option<u8> {
    if query.is_empty() {
        return Some(0);
    }
    let names = bureau.into_iter().map(|bureau| bureau.name.as_str());
    let printed = bureau.into_iter().flat_map(|bureau| &bureau.printed).map(AsRef::as_ref);
    let known = department.into_iter().flat_map(|department| {
        let aliases = department.aliases.iter().map(|alias| alias.raw.as_str());
        let short = department.abbreviations.iter().map(String::as_str);
        aliases.chain(short).chain([department.name.as_str()])
    });
    let by_name = names.chain(known).chain(printed).filter_map(|name| {
        let name = fold(name);
        match name {
            _ if name == query => Some(0),
            _ if name.starts_with(query) => Some(1),
            _ if name.contains(query) => Some(2),
            _ => None,
        }
    });
    let spelled = department.and_then(|department| {
        if department.initials.starts_with(query) {
            Some(3)
        } else if department.pinyin.starts_with(query) {
            Some(4)
        } else {
            None
        }
    });
    // The registry forgives slips and knows the initials of short names, so what it finds
    // comes right behind whole names.
    let is_meant = department.is_some_and(|department| meant.contains(&department.id.as_str()));
    by_name.chain(spelled).chain(is_meant.then_some(1)).min()
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
