//! The simple popups: help, palette, plans, bookmarks, source lines, one whole row. How a popup behaves is
//! decided by `widgets::popup`.

use crate::app::content::deadline;
use crate::app::content::department::{self, Candidates};
use crate::app::content::dossier;
use crate::app::content::tree;
use crate::app::input::action::{Action, Mark, PopupAction, Program};
use crate::app::input::keymap::{self, Binding, Context, Keymap};
use crate::app::screen::page::Role;
use crate::app::state::effect::Copied;
use crate::app::state::file::Imported;
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::saved::Bookmark;
use crate::app::state::session::{Material, Missing, Session};
use crate::app::state::subject::Subject;
use crate::app::widgets::popup::{Choice, Entry, Popup};
use crate::app::wording;
use crate::command::{QUERY_FORMS, QueryForm};
use crate::library::Answer;
use crate::model::{ColumnRole, Plan, Row, Table, ValueKind};
use crate::words::{Words, browser, clipboard, overlays, pages, punctuation, query, reading};

/// Makes the help: the keys of these contexts, those of the first one first, and how a query is written, in a search
/// before the keys.
pub(crate) fn help(keymap: &Keymap, contexts: &[Context]) -> Popup {
    let mut bindings: Vec<&Binding> = keymap.holding(contexts);
    bindings.sort_by_key(|binding| {
        contexts.iter().position(|context| binding.contexts.contains(context)).unwrap_or(usize::MAX)
    });
    let is_searching = contexts.contains(&Context::Search);
    // The examples are wider than keys, and would leave those little room as labels.
    let form =
        |form: &QueryForm| Entry::new("", &format!("{}{}{}", form.typed, punctuation::GAP, form.finds), Role::Text);
    let forms = QUERY_FORMS.iter().map(form);
    let forms = std::iter::once(Entry::new("", overlays::QUERY_FORMS.get(), Role::Title)).chain(forms);
    let marks = wording::marks(keymap).into_iter().filter(|(context, ..)| contexts.contains(context));
    let marks = marks.map(|(_, mark, means)| Entry::new(mark, &means, Role::Dim));
    let keys = bindings.iter().map(|binding| Entry::new(&keys(keymap, binding), binding.words.get(), Role::Text));
    let keys = marks.chain(keys);
    let entries = if is_searching { forms.chain(keys).collect() } else { keys.chain(forms).collect() };
    Popup::new(overlays::HELP.get(), entries, true)
}

/// Makes the palette: every command that works here, by its name.
pub(crate) fn palette(keymap: &Keymap, contexts: &[Context]) -> Popup {
    let entries = keymap
        .holding(contexts)
        .into_iter()
        .map(|binding| {
            let choice = Choice::Run(binding.action);
            // The names of actions may be typed as well, in whatever language.
            Entry { also: binding.name, ..Entry::choice(&keys(keymap, binding), binding.words.get(), choice) }
        })
        .collect();
    Popup::new(overlays::PALETTE.get(), entries, true)
}

/// Makes the line in which the path of a file or folder to import is typed.
pub(crate) fn import(keymap: &Keymap, typed: &str) -> Popup {
    Popup::new(overlays::IMPORT.get(), import_how(keymap), true).taking_path(typed)
}

/// Says what may be typed there.
pub(crate) fn import_how(keymap: &Keymap) -> Vec<Entry> {
    let [complete, choose] =
        [PopupAction::CompletePath, PopupAction::Choose].map(|action| keymap.key(Action::Popup(action)));
    let lines = [overlays::IMPORT_WHAT.to_string(), overlays::import_how(complete, choose)];
    lines.iter().map(|line| Entry::new("", line, Role::Dim)).collect()
}

/// Lists paths that the typed one may become. The typed one comes first, so that it is what is chosen without a move.
pub(crate) fn paths(typed: &str, paths: &[String]) -> Vec<Entry> {
    let entry = |path: &String| Entry::choice("", path, Choice::Path(path.clone()));
    std::iter::once(&typed.to_owned()).map(entry).chain(paths.iter().map(entry)).collect()
}

/// Makes the popup with what came of an import.
pub(crate) fn imported(keymap: &Keymap, imported: &Imported) -> Popup {
    let mut entries: Vec<Entry> =
        imported.failures.iter().map(|failure| Entry::new("", failure, Role::Error)).collect();
    entries.extend(imported.lines.iter().map(|line| {
        let inner = line.strip_prefix("  ");
        Entry::new("", inner.unwrap_or(line), if inner.is_some() { Role::Text } else { Role::Title })
    }));
    if imported.can_undo {
        let key = keymap.key(Action::Program(Program::UndoImport));
        entries.push(Entry::new("", &overlays::undo_import(key), Role::Dim));
    }
    Popup::new(overlays::IMPORTED.get(), entries, false)
}

/// Makes the list of plans to select from.
pub(crate) fn plans(session: &Session) -> Popup {
    let popup = Popup::new(overlays::CHOOSE_PLANS.get(), plan_entries(session), false);
    match session.missing(Material::Plans) {
        missing if missing == Missing::default() => popup,
        missing => popup.awaiting(Subject::Plans, missing.n_failed > 0),
    }
}

/// Makes the entries of the list of plans.
pub(crate) fn plan_entries(session: &Session) -> Vec<Entry> {
    let line = |at: usize| {
        let plan = session.heads().get(at)?;
        let mark = if session.is_chosen(at) { "[x]" } else { "[ ]" };
        let draft = plan.draft_mark();
        Some(Entry::choice(mark, &format!("{}  {}{draft}", plan.name(), plan.title), Choice::Plan(at)))
    };
    let plans: Vec<_> = session.heads().iter().enumerate().collect();
    tree::ordered(session, &plans).into_iter().filter_map(line).collect()
}

/// Makes the question which department 我局 is. Its list is that of the tab 部门, as far as the registry has it.
pub(crate) fn own_office() -> Popup {
    let answers = |session: &Session, typed: &str| {
        let registry = session.registry().departments();
        let listed = Candidates::new(session).list(session, typed);
        let listed = listed.into_iter().filter(|each| registry.get(&each.id).is_some());
        let answer = |each: department::Entry| {
            Entry::choice(&pages::tasks(each.tally.total()), &each.name, Choice::OwnOffice(each.id))
        };
        let answers: Vec<Entry> = listed.map(answer).collect();
        let why = session.why_empty(Material::Departments, &pages::no_such_bureau(session.keymap.key(wording::ESCAPE)));
        if answers.is_empty() { vec![Entry::new("", &why, Role::Dim)] } else { answers }
    };
    Popup::question(query::WHICH_OFFICE.get(), answers, query::OWN_OFFICE_HOW.get())
}

/// Makes the list of bookmarks, each with its note.
pub(crate) fn bookmarks(session: &Session) -> Popup {
    Popup::new(overlays::BOOKMARKS.get(), bookmark_entries(session), false)
}

/// Makes the lines of the list of bookmarks. A place that is there no more is called as it was when it was marked.
pub(crate) fn bookmark_entries(session: &Session) -> Vec<Entry> {
    let entry = |bookmark: &Bookmark| {
        let words = place_words(session, &bookmark.at);
        let words = if words.is_empty() { bookmark.label.clone() } else { words };
        Entry::choice("", &words, Choice::Go(bookmark.at.clone())).noted(bookmark.note.clone())
    };
    let entries: Vec<Entry> = session.bookmarks.iter().map(entry).collect();
    if entries.is_empty() {
        vec![Entry::new("", &overlays::no_bookmarks(session.keymap.key(Action::Mark(Mark::Bookmark))), Role::Dim)]
    } else {
        entries
    }
}

/// Makes the line in which the note of a bookmark is written.
pub(crate) fn note(bookmark: &Bookmark) -> Popup {
    let how = |session: &Session, _: &str| {
        let [save, leave] =
            [Action::Popup(PopupAction::Choose), wording::ESCAPE].map(|action| session.keymap.key(action));
        vec![Entry::new("", &overlays::note_how(save, leave), Role::Dim)]
    };
    Popup::question(overlays::BOOKMARK_NOTE.get(), how, browser::NOTE_LEFT.get())
        .noting(bookmark.at.clone(), &bookmark.note)
}

/// Words a place for the list of bookmarks.
pub(crate) fn place_words(session: &Session, location: &Location) -> String {
    match location {
        Location::Plan(_) | Location::Node(_) => {
            let path = session.node_ref(location).map(|node_ref| {
                let short = session.plan(node_ref).map(|plan| plan.name().to_owned()).unwrap_or_default();
                format!(
                    "{short}  {}",
                    session.path(node_ref).split_off(usize::from(node_ref.node.is_some())).join(" › ")
                )
            });
            path.unwrap_or_default()
        }
        Location::Department(id) => {
            let name = session.department(id).map(|department| department.name.as_str());
            let unnamed = (id == dossier::UNNAMED).then(|| pages::UNNAMED_OFFICE.get());
            format!("{}  {}", location.tab_name(), name.or(unnamed).unwrap_or(id))
        }
        Location::Indicator(id, row) => {
            let words = session
                .table(id)
                .and_then(|(plan, table)| Some(format!("{}  {}", plan.name(), table.rows.get(*row)?.name)));
            words.unwrap_or_default()
        }
        Location::Finding(id, nth) => {
            let plan = session.position(id);
            let found = plan.and_then(|plan| Some((session.heads().get(plan)?, session.findings(plan).get(*nth)?)));
            let words = found.map(|(plan, found)| format!("{}  {}", plan.name(), found.what));
            format!("{}  {}", location.tab_name(), words.unwrap_or_default())
        }
        Location::Deadline(id, nth) => {
            let plan = session.position(id);
            let short = plan.and_then(|plan| Some(session.heads().get(plan)?.name())).unwrap_or_default();
            let text = plan.and_then(|plan| deadline::text(session, (plan, *nth), false)).unwrap_or_default();
            format!("{}  {short}  {text}", location.tab_name())
        }
    }
}

/// Makes the popup with the document's own lines of a node and their numbers; where the document is not at hand,
/// with what was read from them.
pub(crate) fn source(session: &Session, node_ref: NodeRef) -> Option<Popup> {
    let (plan, node) = (session.plan(node_ref)?, session.node(node_ref)?);
    let title = format!("{} {}", overlays::SOURCE.get(), plan.source.file);
    let [first, last] = node.lines;
    let mut entries: Vec<Entry> = Vec::new();
    let (text, why_not, has_failed) = match session.source(&plan.id) {
        Answer::Ready(text) => (text, overlays::NO_SOURCE.to_string(), None),
        Answer::Pending => (None, overlays::SOURCE_COMES.to_string(), Some(false)),
        Answer::Failed(failure) => (None, failure.to_string(), Some(true)),
    };
    if let Some(text) = text {
        let lines = text.lines().enumerate().skip(usize::try_from(first).unwrap_or(0).saturating_sub(1));
        let n_lines = usize::try_from(last.saturating_sub(first)).unwrap_or(0) + 1;
        entries.extend(lines.take(n_lines).map(|(at, line)| Entry::new(&(at + 1).to_string(), line, Role::Text)));
    } else {
        entries.push(Entry::new("", &why_not, Role::Dim));
        entries.push(Entry::new(&first.to_string(), &wording::heading(node), Role::Title));
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
        let (label, role) = wording::doubt(&doubt.kind);
        entries.push(Entry::new(&doubt.line.to_string(), &punctuation::labelled(label, &doubt.kind), role));
    }
    let popup = Popup::new(&title, entries, false);
    Some(match has_failed {
        Some(has_failed) => popup.awaiting(Subject::Source(node_ref), has_failed),
        None => popup,
    })
}

/// Makes the popup with a text that was copied, and what helps where it did not arrive.
pub(crate) fn copied(keymap: &Keymap, text: &str, how: Copied) -> Popup {
    let help = match how {
        Copied::OnClipboard => None,
        Copied::SentToTerminal => Some(clipboard::ALLOW_TERMINAL),
        Copied::SentThroughTmux => Some(clipboard::ALLOW_TMUX),
        Copied::InTmuxOnly => Some(clipboard::SET_TMUX),
    };
    let select = clipboard::select(keymap.key(Action::Program(Program::ToggleMouse)));
    let help = [Some(select.as_str()), help.map(Words::get)].into_iter().flatten();
    let mut entries: Vec<Entry> = help.map(|words| Entry::new("", words, Role::Dim)).collect();
    entries.push(Entry::default());
    entries.extend(text.lines().map(|line| Entry::new("", line, Role::Text)));
    Popup::new(clipboard::TITLE.get(), entries, false)
}

/// Makes the popup with one row of a table: every cell in full, with the heads as printed.
pub(crate) fn row(session: &Session, plan: &Plan, table: &Table, row: &Row) -> Popup {
    Popup::new(overlays::ROW.get(), row_entries(session, plan, table, row), false)
}

/// Makes the entries for one row of a table, with what the user recorded of it.
pub(crate) fn row_entries(session: &Session, plan: &Plan, table: &Table, row: &Row) -> Vec<Entry> {
    let mut entries = vec![Entry::new("", &row.name, Role::Title)];
    let facts = [
        (ColumnRole::Domain, &row.domain),
        (ColumnRole::Number, &row.number),
        (ColumnRole::Unit, &row.unit),
        (ColumnRole::Nature, &row.nature),
    ];
    let facts = facts.iter().filter_map(|(role, fact)| Some((wording::column_role(*role), fact.as_deref()?)));
    entries.extend(facts.map(|(label, fact)| Entry::new(label, fact, Role::Text)));
    let columns = table.columns.iter().filter(|column| column.role == ColumnRole::Value);
    for (column, cell) in columns.zip(&row.cells) {
        let head = wording::column_in_line(&wording::column(column, plan.region.as_deref()));
        let role = if column.kind == Some(ValueKind::Target) { Role::Target } else { Role::Value };
        let text = cell.as_deref().unwrap_or(wording::EMPTY_CELL.get());
        let printed = if column.header == head { String::new() } else { reading::printed_head(&column.header) };
        entries.push(Entry::new(&head, &format!("{text}{printed}"), role));
    }
    let at = table.rows.iter().position(|each| std::ptr::eq(each, row) || each == row).map(|at| at + 1);
    let id = at.map(|at| format!("{}.{at}", table.id)).unwrap_or_default();
    let plan_at = session.position(&plan.id).unwrap_or(usize::MAX);
    let recorded = session.recorded(plan_at, move |own: &str| own == id);
    entries.extend(recorded.map(wording::recorded).map(|(line, is_behind)| {
        Entry::new(reading::LEDGER.get(), &line, if is_behind { Role::Warning } else { Role::Value })
    }));
    let doubts = plan.findings.iter().filter(|doubt| (row.lines[0]..=row.lines[1]).contains(&doubt.line));
    entries.extend(doubts.map(|doubt| {
        let (label, role) = wording::doubt(&doubt.kind);
        Entry::new(label, &doubt.kind.to_string(), role)
    }));
    entries.extend(row.notes.iter().map(|note| Entry::new(reading::NOTE.get(), note, Role::Text)));
    entries.push(Entry::new(
        reading::ORIGIN.get(),
        &format!("{}{}{}", plan.cited(), punctuation::GAP, wording::lines(row.lines)),
        Role::Dim,
    ));
    entries
}

/// Writes the keys of a binding as people read them.
fn keys(keymap: &Keymap, binding: &Binding) -> String {
    keymap.keys(binding).iter().map(|keys| keymap::show(keys)).collect::<Vec<_>>().join(" ")
}
