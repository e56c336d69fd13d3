//! `guihua progress`: the ledger of execution (台账): what was reached, beside what the plans ask for. It is filled in as a
//! table that the command writes and reads back, and kept apart from the plans.

mod table;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use super::clock;
use super::output::{Format, Messages, Outcome, Output, Target};
use super::own::{self, Records};
use super::reading::{Document, Place};
use super::resolve::Selected;
use crate::analysis::progress::{ProgressRow, Recordable, Verdict};
use crate::export::{Front, Sheet};
use crate::library::Waiting;
use crate::model::{Plan, Progress, Record};
use crate::words::help::arguments;
use crate::words::{self, draft, progress as said};
use table::Filled;

/// What the command is called on the command line.
pub(super) const NAME: &str = "progress";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum, default_value = "list", value_name = arguments::ACTION_VALUE.get(), help = arguments::PROGRESS_ACTION.get())]
    action: Action,
    #[arg(value_name = arguments::FILE_VALUE.get(), help = arguments::PROGRESS_FILE.get())]
    file: Option<PathBuf>,
    #[arg(long = "plan", value_name = arguments::PLAN_VALUE.get(), help = arguments::PROGRESS_PLANS.get())]
    plans: Vec<String>,
    #[command(flatten)]
    choice: own::Choice,
}

/// What is done with the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    #[value(help = arguments::PROGRESS_LIST.get())]
    List,
    #[value(help = arguments::PROGRESS_IMPORT.get())]
    Import,
    #[value(help = arguments::PROGRESS_RESTORE.get())]
    Restore,
}

/// Does what was asked for.
///
/// # Errors
/// A file is lacking or cannot be read, a format does not fit, or the ledger cannot be read or written.
pub(super) fn run(args: &Args, target: &Target, messages: &mut Messages) -> anyhow::Result<Outcome> {
    target.check(&Format::ALL)?;
    let records = Records::of_user()?;
    if args.action != Action::Import && args.file.is_some() {
        bail!(said::NEEDLESS);
    }
    match args.action {
        Action::Restore => {
            let is_found = records.restore()?;
            messages.send(if is_found { said::RESTORED.get() } else { said::NO_FORMER.get() });
            Ok(Outcome::found(is_found))
        }
        Action::Import => {
            let library = own::library(args.choice, messages)?;
            let file = args.file.clone().ok_or_else(|| anyhow!(said::NO_FILE))?;
            let place = if file.as_os_str() == "-" { Place::Stdin } else { Place::File(file) };
            let document = place.read(None).map_err(|error| anyhow!(draft::unread(place.shown(), error)))?;
            import(&document, &library, &records, messages)
        }
        Action::List => {
            let library = own::library(args.choice, messages)?;
            list(args, &library, &records, &mut Output::new(target, messages))
        }
    }
}

/// Prints what was recorded; of plans that are named, everything that can be recorded.
fn list(args: &Args, library: &Waiting, records: &Records, out: &mut Output) -> anyhow::Result<Outcome> {
    let progress = Progress::new(records.read()?);
    if progress.is_empty() && args.plans.is_empty() {
        out.say(said::NOTHING.get());
        return Ok(Outcome::found(false));
    }
    let selected = Selected::new(library, &args.plans)?;
    let mut rows = Vec::new();
    for plan in selected.plans() {
        let targets = library.ask(|library| library.targets(&plan.id))?;
        let recordable = Recordable::new(plan, &targets, library.library().registry());
        rows.extend(recordable.rows(&progress, clock::year(), !args.plans.is_empty()));
    }
    let counts: Vec<String> = Verdict::ALL.iter().filter_map(|verdict| counted(&rows, *verdict)).collect();
    if !counts.is_empty() {
        out.say(&counts.join(words::LIST.get()));
    }
    let named: Vec<&Plan> = selected.plans().filter(|plan| rows.iter().any(|row| row.plan == plan.id)).collect();
    let front = || {
        let notes = if args.plans.is_empty() { None } else { Some(said::FILL_IN.to_string()) };
        Front::new(said::LEDGER, "", named.iter().copied()).noting(notes).noting(said::ON_VERDICT.to_string())
    };
    out.rows(&rows, front, || sheet(&rows))
}

/// How many rows have a verdict; `None` if none has.
fn counted(rows: &[ProgressRow], verdict: Verdict) -> Option<String> {
    let n = rows.iter().filter(|row| row.verdict == Some(verdict)).count();
    (n > 0).then(|| said::counted(verdict.name(), n))
}

fn sheet(rows: &[ProgressRow]) -> Sheet {
    let mut sheet = Sheet::new([
        said::ID,
        said::KIND,
        said::PLACE,
        said::NAME,
        said::UNIT,
        said::BASE,
        said::TARGET,
        said::DUE,
        said::YEAR,
        said::VALUE,
        said::STATUS,
        said::NOTE,
        said::EXPECTED,
        said::VERDICT,
    ]);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    for row in rows {
        sheet.push([
            row.id.clone(),
            row.kind.name().to_owned(),
            row.place.clone(),
            row.name.clone(),
            text(&row.unit),
            text(&row.base),
            text(&row.target),
            year(row.due),
            year(row.year),
            text(&row.value),
            text(&row.status),
            text(&row.note),
            row.expected.map(|number| number.to_string()).unwrap_or_default(),
            row.verdict.map(|verdict| verdict.name().to_owned()).unwrap_or_default(),
        ]);
    }
    sheet
}

/// What became of the rows of a table.
#[derive(Default)]
struct Taken {
    new: usize,
    changed: usize,
    removed: usize,
    same: usize,
}

/// Takes the rows of a table into the ledger. A row in which nothing is filled in removes what was recorded under its id and
/// year. Rows that do not fit the plans are said, and the others are taken all the same.
fn import(
    document: &Document,
    library: &Waiting,
    records: &Records,
    messages: &mut Messages,
) -> anyhow::Result<Outcome> {
    let rows = table::filled(document).ok_or_else(|| anyhow!(said::NO_HEADER))?;
    let (right, wrong) = sorted(rows, library)?;
    let taken = records.change(|records| Ok(take(right, records)))?;
    let n_taken = taken.new + taken.changed + taken.removed + taken.same;
    for (row, what) in &wrong {
        messages.send(&said::at_row(row, what));
    }
    if n_taken == 0 && wrong.is_empty() {
        messages.send(said::READ_BUT_NONE.get());
        return Ok(Outcome::found(false));
    }
    messages.send(&said::imported(taken.new, taken.changed, taken.removed, taken.same));
    if !wrong.is_empty() {
        bail!(said::some_refused(wrong.len()));
    }
    Ok(Outcome::DONE)
}

/// The rows of a table that fit the plans, and those that do not: the number of the row with the reason.
type Sorted = (Vec<Record>, Vec<(usize, String)>);

/// Tells the rows that fit the plans from those that do not.
fn sorted(rows: Vec<Filled>, library: &Waiting) -> anyhow::Result<Sorted> {
    let plan_of = |filled: &Filled| filled.record.id.split('/').next().unwrap_or_default().to_owned();
    let all = library.plans()?;
    let mut ids: Vec<String> = rows.iter().map(plan_of).filter(|id| all.plan(id).is_some()).collect();
    ids.sort();
    ids.dedup();
    let dataset = library.with_contents(&ids.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut targets = HashMap::new();
    for id in &ids {
        targets.insert(id.as_str(), library.ask(|library| library.targets(id))?);
    }
    let registry = library.library().registry();
    let mut recordables: HashMap<&str, Recordable> = HashMap::new();
    for id in &ids {
        if let Some((plan, targets)) = dataset.plan(id).zip(targets.get(id.as_str())) {
            recordables.insert(id, Recordable::new(plan, targets, registry));
        }
    }
    let names: HashMap<&str, HashMap<&str, &str>> =
        recordables.iter().map(|(id, items)| (*id, items.names())).collect();
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for filled in rows {
        let record = &filled.record;
        let plan = plan_of(&filled);
        let name = names.get(plan.as_str()).and_then(|names| names.get(record.id.as_str()));
        let is_task = recordables.get(plan.as_str()).is_some_and(|items| items.is_task(&record.id));
        let what = match name {
            None => Some(said::unknown_id(&record.id)),
            Some(name) if !record.name.is_empty() && bare(&record.name) != bare(name) => {
                Some(said::other_name(&record.id, name, &record.name))
            }
            Some(_) => filled.wrong_year.as_ref().map(said::wrong_year),
        };
        let lacks_year = record.value.is_some() && record.year.is_none() && !is_task;
        if let Some(what) = what.or_else(|| lacks_year.then(|| said::no_year(&record.id))) {
            wrong.push((filled.row, what));
        } else {
            let name = name.map(|name| (*name).to_owned()).unwrap_or_default();
            right.push(Record { name, ..filled.record });
        }
    }
    Ok((right, wrong))
}

/// A name without the white space that spreadsheets put into it.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Puts rows into the records.
fn take(rows: Vec<Record>, records: &mut Vec<Record>) -> Taken {
    let mut taken = Taken::default();
    let mut places: HashMap<(String, Option<u16>), usize> =
        records.iter().enumerate().map(|(at, record)| ((record.id.clone(), record.year), at)).collect();
    let mut removed = HashSet::new();
    for row in rows {
        let key = (row.id.clone(), row.year);
        let is_empty = !row.is_filled();
        match places.get(&key).and_then(|at| Some((*at, records.get_mut(*at)?))) {
            None if is_empty => {}
            None => {
                places.insert(key, records.len());
                records.push(row);
                taken.new += 1;
            }
            Some((at, _)) if is_empty => {
                removed.insert(at);
                taken.removed += 1;
            }
            Some((_, record)) if *record == row => taken.same += 1,
            Some((_, record)) => {
                *record = row;
                taken.changed += 1;
            }
        }
    }
    let mut at = 0;
    records.retain(|_| {
        at += 1;
        !removed.contains(&(at - 1))
    });
    taken
}
