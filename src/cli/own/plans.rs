//! `guihua plans [list | show ID | remove ID | restore ID | verify]`: the library of plans.

use std::collections::BTreeMap;

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use serde::Serialize;

use super::changes::Changes;
use super::correct::{self, Correcting};
use super::heads::Heads;
use super::join::{self, Choice};
use super::named::own_plan;
use super::store::Store;
use super::stored::Stored;
use crate::cli::offices::Offices;
use crate::cli::output::{Format, Found, Messages, Outcome, Output, Target};
use crate::cli::{paths, resolve};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Doubt, Lines, Plan};
use crate::words::help::arguments;
use crate::words::{LIST, corrections, library as words, punctuation, tables};

/// What the command is called on the command line.
pub(in crate::cli) const NAME: &str = "plans";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_enum, default_value = "list", value_name = arguments::ACTION_VALUE.get(), help = arguments::ACTION.get())]
    action: Action,
    #[arg(value_name = arguments::PLAN_VALUE.get(), help = arguments::ACTED_ON.get())]
    plan: Option<String>,
    #[arg(long = "version", value_name = arguments::LIMIT_VALUE.get(), help = arguments::RESTORED_VERSION.get())]
    restored: Option<u64>,
    #[command(flatten)]
    correct: Correcting,
    #[command(flatten)]
    choice: Choice,
}

/// What is done with the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    #[value(help = arguments::ACTION_LIST.get())]
    List,
    #[value(help = arguments::ACTION_SHOW.get())]
    Show,
    #[value(help = arguments::ACTION_CORRECT.get())]
    Correct,
    #[value(help = arguments::ACTION_REMOVE.get())]
    Remove,
    #[value(help = arguments::ACTION_RESTORE.get())]
    Restore,
    #[value(help = arguments::ACTION_VERIFY.get())]
    Verify,
}

/// A plan of the library. The fields are those of the JSON.
#[derive(Debug, Serialize)]
struct Row {
    id: String,
    title: String,
    region: Option<String>,
    own: bool,
    file: String,
    nodes: usize,
    clauses: usize,
    tables: usize,
    period: Option<String>,
    draft: Option<String>,
    /// When it was imported; `None` for a bundled plan.
    imported: Option<String>,
    /// How many former versions are kept.
    former: usize,
}

/// A plan with all that is known of it.
#[derive(Debug, Serialize)]
struct Whole {
    #[serde(flatten)]
    row: Row,
    issuer: Option<String>,
    issued: Option<String>,
    status: Option<String>,
    supplied: Vec<String>,
    sha256: String,
    chapters: usize,
    rows: usize,
    findings: Vec<Doubt>,
    /// What was corrected, and is in force.
    corrections: usize,
    versions: Vec<Version>,
}

/// A version that was replaced or removed and is kept.
#[derive(Debug, Serialize)]
struct Version {
    number: u64,
    imported: String,
    file: String,
    /// What the version after it has changed.
    changes: Option<Changes>,
}

/// What was found of a file of the library.
#[derive(Debug, Serialize)]
struct Verified {
    id: Option<String>,
    file: String,
    whole: bool,
    what: Option<String>,
}

/// All plans, with what the library knows of the own ones.
struct All {
    dataset: Dataset,
    /// The own plans, with the time when each was imported.
    own: BTreeMap<String, String>,
    kept: BTreeMap<String, Vec<u64>>,
}

/// Does what was asked for.
///
/// # Errors
/// A plan is lacking or wrong, a format does not fit, the library cannot be read or written, or one of its files is broken.
pub(in crate::cli) fn run(args: &Args, target: &Target, messages: &mut Messages) -> anyhow::Result<Outcome> {
    let offered: &[Format] = match args.action {
        Action::List | Action::Verify => &Format::ALL,
        Action::Correct if args.correct.is_list() => &Format::ALL,
        Action::Correct | Action::Show | Action::Remove | Action::Restore => &[Format::Text, Format::Json],
    };
    target.check(offered)?;
    if let Some(option) = args.correct.first().filter(|_| args.action != Action::Correct) {
        bail!(corrections::only_correct(option));
    }
    if args.restored.is_some() && args.action != Action::Restore {
        bail!(words::ONLY_RESTORE);
    }
    let store = Store::of_user()?;
    let out = &mut Output::new(target, messages);
    match (args.action, &args.plan) {
        (Action::List, None) => list(&store, args.choice, out),
        (Action::Verify, None) => verify(&store, out),
        (Action::Show, Some(name)) => show(&store, args.choice, name, out),
        (Action::Correct, Some(name)) => correct::run(&args.correct, &store, name, out),
        (Action::Remove, Some(name)) => remove(&store, name, out),
        (Action::Restore, Some(name)) => restore(&store, name, args.restored, out),
        (Action::List | Action::Verify, Some(_)) => bail!(words::takes_none(action_name(args.action))),
        (action, None) => bail!(words::which_plan(action_name(action), among(&own_ids(&store, action)?))),
    }
}

fn action_name(action: Action) -> String {
    action.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// The ids that an action can be asked of.
fn own_ids(store: &Store, action: Action) -> anyhow::Result<Vec<String>> {
    Ok(match action {
        Action::Restore => store.kept()?.into_keys().collect(),
        Action::List | Action::Show | Action::Correct | Action::Remove | Action::Verify => {
            store.ids()?.into_iter().collect()
        }
    })
}

fn among(ids: &[String]) -> String {
    if ids.is_empty() { String::new() } else { words::among(ids.join(LIST.get())) }
}

impl All {
    /// Reads the plans that take part. Own plans that cannot be read are said.
    fn read(store: &Store, choice: Choice, out: &mut Output) -> anyhow::Result<Self> {
        let offices = Offices::of_user();
        offices.mistakes.iter().for_each(|mistake| out.say(mistake));
        let heads = if choice.no_own { Heads::default() } else { join::heads(store, &offices) };
        heads.troubles.iter().for_each(|trouble| out.say(trouble));
        let own = heads.plans.iter().map(|head| (head.plan.id.clone(), head.imported.to_string())).collect();
        let mut dataset = dataset::bundled()?;
        if choice.only_own {
            dataset.plans.clear();
        }
        dataset.plans.extend(heads.plans.into_iter().map(|head| head.plan));
        Ok(Self { dataset, own, kept: store.kept()? })
    }

    fn row(&self, plan: &Plan) -> Row {
        let imported = self.own.get(&plan.id);
        Row {
            id: plan.id.clone(),
            title: plan.title.clone(),
            region: plan.region.clone(),
            own: imported.is_some(),
            file: plan.source.file.clone(),
            nodes: plan.counts.nodes,
            clauses: plan.counts.clauses,
            tables: plan.counts.tables,
            period: plan.period.clone(),
            draft: plan.draft().map(str::to_owned),
            imported: imported.cloned(),
            former: self.kept.get(&plan.id).map_or(0, Vec::len),
        }
    }
}

fn list(store: &Store, choice: Choice, out: &mut Output) -> anyhow::Result<Outcome> {
    let all = All::read(store, choice, out)?;
    if !choice.no_own {
        out.say(&words::in_library(all.own.len(), paths::shown(store.folder())));
        let removed = all.kept.keys().filter(|id| !all.own.contains_key(*id)).cloned().collect::<Vec<_>>();
        if !removed.is_empty() {
            out.say(&words::removed_before(removed.join(LIST.get())));
        }
    }
    let rows: Vec<Row> = all.dataset.plans.iter().map(|plan| all.row(plan)).collect();
    let front = || Front::new(words::LIST, "", &all.dataset.plans);
    out.rows(&rows, front, || sheet(&all.dataset.plans, &rows))
}

fn sheet(plans: &[Plan], rows: &[Row]) -> Sheet {
    let mut sheet = Sheet::new([
        tables::ID,
        tables::TITLE,
        words::REGION,
        words::PERIOD,
        words::ORIGIN,
        words::FILE,
        words::NODES,
        words::CLAUSES,
        words::TABLES,
        words::IMPORTED,
        words::FORMER,
    ]);
    for (plan, row) in plans.iter().zip(rows) {
        sheet.push([
            row.id.clone(),
            format!("{}{}", row.title, plan.draft_mark()),
            row.region.clone().unwrap_or_default(),
            row.period.clone().unwrap_or_default(),
            if row.own { words::OWN } else { words::BUNDLED }.to_string(),
            row.file.clone(),
            row.nodes.to_string(),
            row.clauses.to_string(),
            row.tables.to_string(),
            row.imported.as_deref().map(short_time).unwrap_or_default(),
            if row.former > 0 { row.former.to_string() } else { String::new() },
        ]);
    }
    sheet
}

/// A time without its seconds: `2026-03-01 09:30 UTC`.
fn short_time(time: &str) -> String {
    let minutes = time.get(..16).unwrap_or(time).replace('T', " ");
    format!("{minutes} UTC")
}

fn show(store: &Store, choice: Choice, name: &str, out: &mut Output) -> anyhow::Result<Outcome> {
    let all = All::read(store, choice, out)?;
    let plan = resolve::plan(&all.dataset, name)?;
    let whole = Whole {
        row: all.row(plan),
        issuer: plan.issuer.clone(),
        issued: plan.issued.clone(),
        status: plan.status.clone(),
        supplied: plan.supplied.clone(),
        sha256: plan.source.sha256.clone(),
        chapters: plan.counts.chapters,
        rows: plan.counts.rows,
        findings: plan.findings.to_vec(),
        corrections: plan.findings.iter().filter(|doubt| doubt.kind.correction().is_some()).count(),
        versions: versions(store, plan),
    };
    if out.format() == Format::Text {
        out.text(&whole.text(plan))?;
        return Ok(Outcome::DONE);
    }
    out.rows(&[whole], || Front::new(words::LIST, "", [plan]), Sheet::default)
}

impl Whole {
    fn text(&self, plan: &Plan) -> String {
        let row = &self.row;
        let origin = if row.own { words::OWN } else { words::BUNDLED };
        let mut lines = vec![words::heading(&row.title, &row.id, origin)];
        let facts = [&row.region, &row.period].into_iter().flatten().map(String::as_str).chain(plan.draft_word());
        let facts: Vec<&str> = facts.collect();
        let mut add = |line: Option<String>| lines.extend(line.map(|line| format!("  {line}")));
        add((!facts.is_empty()).then(|| words::facts(facts.join(punctuation::COMMA.get()))));
        add(self.issuer.as_ref().map(words::issued_by));
        add(self.issued.as_ref().map(words::issued_on));
        add((!self.supplied.is_empty()).then(|| words::supplied(self.supplied.join(LIST.get()))));
        add(Some(words::file(&row.file)));
        add(Some(words::digest(&self.sha256)));
        add(row.imported.as_deref().map(|time| words::imported_at(short_time(time))));
        add((row.former > 0).then(|| words::former(row.former, &row.id)));
        add(Some(words::outline(self.chapters, row.nodes)));
        add(Some(words::responsible(row.clauses, n_units(plan))));
        add(Some(words::tables(row.tables, self.rows)));
        let (made, doubts): (Vec<&Doubt>, Vec<&Doubt>) =
            self.findings.iter().partition(|doubt| doubt.kind.correction().is_some());
        for (list, head) in [(&made, corrections::count(made.len())), (&doubts, words::doubts(doubts.len()))] {
            add((!list.is_empty()).then_some(head));
            for doubt in list {
                add(Some(format!("  {}", words::at_line(doubt.line, &doubt.kind))));
            }
        }
        for version in &self.versions {
            add(Some(words::version(version.number, short_time(&version.imported), &version.file)));
            add(version.changes.as_ref().map(|changes| format!("  {}", words::changed_since(changed_words(changes)))));
        }
        lines.join("\n") + "\n"
    }
}

/// The kept versions of a plan, the oldest first, each with what came of it.
fn versions(store: &Store, plan: &Plan) -> Vec<Version> {
    let registry = Offices::of_user().registry();
    let numbers = store.kept().ok().and_then(|mut kept| kept.remove(&plan.id)).unwrap_or_default();
    let read = |number: u64| match store.look_at_kept(&plan.id, number) {
        Ok(Found::Here(stored)) => Some((number, *stored)),
        Ok(Found::Nothing | Found::Newer(_) | Found::Broken(_)) | Err(_) => None,
    };
    let kept: Vec<(u64, Stored)> = numbers.into_iter().filter_map(read).collect();
    let plans: Vec<Plan> = kept.iter().map(|(_, stored)| stored.plan(&plan.id, &registry)).collect();
    let later = plans.iter().skip(1).chain(std::iter::once(plan));
    let made = kept.iter().zip(plans.iter().zip(later)).map(|((number, stored), (former, later))| Version {
        number: *number,
        imported: stored.imported.clone(),
        file: stored.file.clone(),
        changes: Some(Changes::between(former, later)),
    });
    made.collect()
}

/// How many headings were added, taken out and so on.
fn changed_words(changes: &Changes) -> String {
    if changes.is_empty() {
        return words::NOTHING_CHANGED.to_string();
    }
    let [added, removed, moved, renamed, edited] =
        [changes.added.len(), changes.removed.len(), changes.moved.len(), changes.renamed.len(), changes.edited.len()];
    words::counted_changes(added, removed, moved, renamed, edited)
}

fn n_units(plan: &Plan) -> usize {
    plan.nodes.iter().flat_map(|node| &node.responsible).map(|clause| clause.units.len()).sum()
}

fn remove(store: &Store, name: &str, out: &mut Output) -> anyhow::Result<Outcome> {
    let (bundled, offices) = (dataset::bundled()?, Offices::of_user());
    let registry = offices.registry();
    let id = own_plan(store, &bundled, &offices, name)?;
    let found = store.look(&id);
    let open = store.open()?;
    open.remove(&id)?;
    drop(open);
    let plan = match found {
        Ok(Found::Here(stored)) => Some((stored.plan(&id, &registry), stored)),
        Ok(Found::Nothing | Found::Newer(_) | Found::Broken(_)) | Err(_) => None,
    };
    let title = plan.as_ref().map_or(id.as_str(), |(plan, _)| plan.title.as_str());
    done(store, &words::was_removed(title, &id), plan.as_ref(), out)
}

fn restore(store: &Store, name: &str, number: Option<u64>, out: &mut Output) -> anyhow::Result<Outcome> {
    let kept = store.kept()?;
    let others = || among(&kept.keys().cloned().collect::<Vec<_>>());
    // What was removed is named by its id; what is there by any of its names.
    let id = if kept.contains_key(name) {
        name.to_owned()
    } else {
        let own = own_plan(store, &dataset::bundled()?, &Offices::of_user(), name);
        own.map_err(|_not_there| anyhow!(words::nothing_to_restore(name, others())))?
    };
    let restored = store.open()?.restore(&id, number)?;
    let Some(stored) = restored else {
        match number {
            Some(number) => bail!(words::no_version(&id, number, version_numbers(kept.get(&id)))),
            None => bail!(words::nothing_to_restore(&id, others())),
        }
    };
    let plan = stored.plan(&id, &Offices::of_user().registry());
    let line = words::was_restored(&plan.title, &id);
    done(store, &line, Some(&(plan, Box::new(stored))), out)
}

fn version_numbers(numbers: Option<&Vec<u64>>) -> String {
    let numbers: Vec<String> = numbers.into_iter().flatten().map(u64::to_string).collect();
    among(&numbers)
}

/// Says what was done, or prints the plan it was done with.
fn done(store: &Store, line: &str, plan: Option<&(Plan, Box<Stored>)>, out: &mut Output) -> anyhow::Result<Outcome> {
    if out.format() == Format::Text {
        out.text(&format!("{line}\n"))?;
        return Ok(Outcome::DONE);
    }
    let row = |(plan, stored): &(Plan, Box<Stored>)| {
        let own = BTreeMap::from([(plan.id.clone(), stored.imported.clone())]);
        let plans = Dataset { schema: dataset::SCHEMA, plans: Vec::new(), departments: Lines::default() };
        Ok::<_, anyhow::Error>(All { dataset: plans, own, kept: store.kept()? }.row(plan))
    };
    let rows: Vec<Row> = plan.map(row).transpose()?.into_iter().collect();
    out.rows(&rows, Front::default, Sheet::default)?;
    Ok(Outcome::DONE)
}

fn verify(store: &Store, out: &mut Output) -> anyhow::Result<Outcome> {
    let mut rows = Vec::new();
    for id in store.ids()? {
        let what = match store.look(&id) {
            Ok(Found::Nothing) => continue,
            Ok(Found::Here(stored)) => (!stored.is_whole()).then(|| words::CHANGED_TEXT.to_string()),
            Ok(Found::Newer(version)) => Some(words::newer(version, &id)),
            Ok(Found::Broken(why)) => Some(why),
            Err(error) => Some(store.unopened(&id, &error)),
        };
        rows.push(Verified { file: format!("{id}.json"), id: Some(id.clone()), whole: what.is_none(), what });
        let path = store.corrections_path(&id);
        if path.exists() {
            let what = store.corrections_fault(&id);
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            rows.push(Verified { file, id: Some(id), whole: what.is_none(), what });
        }
    }
    for path in store.set_aside()? {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        rows.push(Verified { id: None, file, whole: false, what: Some(words::ASIDE.to_string()) });
    }
    if rows.is_empty() {
        out.say(words::NO_OWN_PLANS.get());
    }
    let sheet = || {
        let mut sheet = Sheet::new([words::FILE, words::STATE]);
        for row in &rows {
            let state = row.what.clone().unwrap_or_else(|| words::GOOD.to_string());
            sheet.push([row.file.clone(), state]);
        }
        sheet
    };
    if !rows.is_empty() || out.format() != Format::Text {
        out.rows(&rows, || Front::new(words::LIST, "", []), sheet)?;
    }
    match rows.iter().filter(|row| !row.whole).count() {
        0 => Ok(Outcome::found(!rows.is_empty())),
        n_broken => bail!(words::some_broken(n_broken)),
    }
}
