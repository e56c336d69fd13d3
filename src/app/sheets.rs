//! The sheets there are: what stands in each. How a sheet behaves is `sheet`'s.

use super::due;
use super::keymap::{self, Binding, Context};
use super::page::Role;
use super::place::Place;
use super::sheet::{Choice, Entry, Sheet};
use super::words;
use super::world::{Spot, World};
use crate::model::{ColumnRole, Plan, Row, Table, ValueKind};

/// The keys of this place, its own first; where one searches, what to type before them.
pub(crate) fn help(contexts: &[Context]) -> Sheet {
    let mut bindings: Vec<&Binding> = keymap::holding(contexts);
    bindings.sort_by_key(|binding| {
        contexts.iter().position(|context| binding.contexts.contains(context)).unwrap_or(usize::MAX)
    });
    let is_searching = contexts.contains(&Context::Search);
    let typed = words::TYPE_TO_SEARCH.iter().filter(|_| is_searching);
    let typed = typed.map(|(typed, finds)| Entry::new(typed, finds, Role::Text));
    let marks = words::MARKS.iter().filter(|(context, ..)| contexts.contains(context));
    let marks = marks.map(|(_, mark, means)| Entry::new(mark, means, Role::Dim));
    let keys = bindings.iter().map(|binding| Entry::new(&keys(binding), binding.words, Role::Text));
    Sheet::new(words::HELP, typed.chain(marks).chain(keys).collect(), true)
}

/// Every command that holds here, by name.
pub(crate) fn palette(contexts: &[Context]) -> Sheet {
    let entries = keymap::holding(contexts)
        .into_iter()
        .map(|binding| Entry::choice(&keys(binding), binding.words, Choice::Run(binding.action)))
        .collect();
    Sheet::new(words::PALETTE, entries, true)
}

/// The plans, each chosen or not.
pub(crate) fn plans(world: &World) -> Sheet {
    Sheet::new(words::CHOOSE_PLANS, plan_entries(world), false)
}

/// The lines of the sheet of plans.
pub(crate) fn plan_entries(world: &World) -> Vec<Entry> {
    let line = |(at, plan): (usize, &Plan)| {
        let mark = if world.is_chosen(at) { "[x]" } else { "[ ]" };
        let draft = words::draft(plan).map(|draft| format!("（{draft}）")).unwrap_or_default();
        Entry::choice(mark, &format!("{}  {}{draft}", plan.short, plan.title), Choice::Plan(at))
    };
    world.dataset.plans.iter().enumerate().map(line).collect()
}

/// The bookmarks.
pub(crate) fn bookmarks(world: &World) -> Sheet {
    let mut entries: Vec<Entry> = world
        .bookmarks
        .iter()
        .map(|place| Entry::choice("", &place_words(world, place), Choice::Go(place.clone())))
        .collect();
    if entries.is_empty() {
        entries.push(Entry::new("", words::NO_BOOKMARKS, Role::Dim));
    }
    Sheet::new(words::BOOKMARKS, entries, false)
}

/// A place in words.
fn place_words(world: &World, place: &Place) -> String {
    match place {
        Place::Plan(_) | Place::Node(_) => {
            let path = world.spot(place).map(|spot| {
                let short = world.plan(spot).map(|plan| plan.short.clone()).unwrap_or_default();
                format!("{short}  {}", world.path(spot).split_off(usize::from(spot.node.is_some())).join(" › "))
            });
            path.unwrap_or_default()
        }
        Place::Department(id) => {
            let name = world.dataset.department(id).map(|department| department.name.as_str());
            format!("{}  {}", words::tab_of(place), name.unwrap_or(id))
        }
        Place::Indicator(id, row) => {
            let table = world.dataset.plans.iter().flat_map(|plan| plan.tables().map(move |table| (plan, table)));
            let found = table.into_iter().find(|(_, table)| table.id == *id);
            let words = found.and_then(|(plan, table)| Some(format!("{}  {}", plan.short, table.rows.get(*row)?.name)));
            words.unwrap_or_default()
        }
        Place::Finding(id, nth) => {
            let plan = world.dataset.plans.iter().position(|plan| plan.id == *id);
            let found = plan.and_then(|plan| Some((world.dataset.plans.get(plan)?, world.findings(plan).get(*nth)?)));
            let words = found.map(|(plan, found)| format!("{}  {}", plan.short, found.what));
            format!("{}  {}", words::tab_of(place), words.unwrap_or_default())
        }
        Place::Deadline(id, nth) => {
            let plan = world.dataset.plans.iter().position(|plan| plan.id == *id);
            let short = plan.and_then(|plan| Some(world.dataset.plans.get(plan)?.short.as_str())).unwrap_or_default();
            let text = plan.and_then(|plan| due::text(world, (plan, *nth), false)).unwrap_or_default();
            format!("{}  {short}  {text}", words::tab_of(place))
        }
    }
}

/// The document's own lines of a node, with their numbers; where the document is not at hand, what was read from them.
pub(crate) fn source(world: &World, spot: Spot) -> Option<Sheet> {
    let (plan, node) = (world.plan(spot)?, world.node(spot)?);
    let title = format!("{} {}", words::SOURCE, plan.source.file);
    let [first, last] = node.lines;
    let mut entries: Vec<Entry> = Vec::new();
    if let Some(text) = world.source.and_then(|source| source(&plan.id)) {
        let lines = text.lines().enumerate().skip(usize::try_from(first).unwrap_or(0).saturating_sub(1));
        let n_lines = usize::try_from(last.saturating_sub(first)).unwrap_or(0) + 1;
        entries.extend(lines.take(n_lines).map(|(at, line)| Entry::new(&(at + 1).to_string(), line, Role::Text)));
    } else {
        entries.push(Entry::new("", words::NO_SOURCE, Role::Dim));
        entries.push(Entry::new(&first.to_string(), &words::heading(node), Role::Title));
        let texts = node.paragraphs.iter().map(|each| (each.lines, each.text.as_str()));
        let clauses = node.responsible.iter().map(|each| ([each.line; 2], each.raw.as_str()));
        let rows = node.tables.iter().flat_map(|table| &table.rows).map(|row| (row.lines, row.name.as_str()));
        let mut parts: Vec<_> = texts.chain(clauses).chain(rows).collect();
        parts.sort_by_key(|(lines, _)| *lines);
        entries.extend(parts.into_iter().map(|([first, last], text)| {
            let label = if first == last { first.to_string() } else { format!("{first}–{last}") };
            Entry::new(&label, text, Role::Text)
        }));
    }
    for doubt in plan.findings.iter().filter(|doubt| (first..=last).contains(&doubt.line)) {
        entries.push(Entry::new(&doubt.line.to_string(), &format!("{}：{}", words::DOUBT, doubt.kind), Role::Warning));
    }
    Some(Sheet::new(&title, entries, false))
}

/// One row of a table, every cell whole, the heads as printed.
pub(crate) fn row(plan: &Plan, table: &Table, row: &Row) -> Sheet {
    Sheet::new(words::ROW, row_entries(plan, table, row), false)
}

/// The lines of the sheet of a row.
pub(crate) fn row_entries(plan: &Plan, table: &Table, row: &Row) -> Vec<Entry> {
    let mut entries = vec![Entry::new("", &row.name, Role::Title)];
    let facts = [
        (ColumnRole::Domain, &row.domain),
        (ColumnRole::Number, &row.number),
        (ColumnRole::Unit, &row.unit),
        (ColumnRole::Nature, &row.nature),
    ];
    let facts = facts.iter().filter_map(|(role, fact)| Some((words::column_role(*role), fact.as_deref()?)));
    entries.extend(facts.map(|(label, fact)| Entry::new(label, fact, Role::Text)));
    let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
    for (column, cell) in columns.zip(&row.cells) {
        let [what, year] = words::column(column, plan.region.as_deref());
        let role = if column.kind == Some(ValueKind::Target) { Role::Target } else { Role::Value };
        let text = cell.as_deref().unwrap_or(words::EMPTY_CELL);
        let head = format!("{year}{what}");
        let printed = if column.header == head { String::new() } else { words::printed_head(&column.header) };
        entries.push(Entry::new(&head, &format!("{text}{printed}"), role));
    }
    let doubts = plan.findings.iter().filter(|doubt| (row.lines[0]..=row.lines[1]).contains(&doubt.line));
    entries.extend(doubts.map(|doubt| Entry::new(words::DOUBT, &doubt.kind.to_string(), Role::Warning)));
    entries.extend(row.notes.iter().map(|note| Entry::new(words::NOTE, note, Role::Text)));
    entries.push(Entry::new(words::ORIGIN, &format!("{}　{}", words::cited(plan), words::lines(row.lines)), Role::Dim));
    entries
}

/// The keys of a binding as people read them.
fn keys(binding: &Binding) -> String {
    binding.keys.iter().map(|keys| keymap::show(keys)).collect::<Vec<_>>().join(" ")
}
