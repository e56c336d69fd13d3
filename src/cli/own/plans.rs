//! `guihua plans [list | show ID | remove ID | restore ID | verify]`: the library of plans.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use clap::ValueEnum;
use serde::Serialize;

use super::heads::Heads;
use super::join::{self, Choice};
use super::store::Store;
use super::stored::Stored;
use crate::cli::output::{Format, Found, Messages, Outcome, Output, Target};
use crate::cli::{paths, resolve};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::model::{Dataset, Doubt, Lines, Plan};
use crate::registry::Registry;
use crate::words::help::arguments;
use crate::words::{LIST, library as words, punctuation, tables};

/// What the command is called on the command line.
pub(in crate::cli) const NAME: &str = "plans";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_enum, default_value = "list", value_name = arguments::ACTION_VALUE.get(), help = arguments::ACTION.get())]
    action: Action,
    #[arg(value_name = arguments::PLAN_VALUE.get(), help = arguments::ACTED_ON.get())]
    plan: Option<String>,
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
        Action::Show | Action::Remove | Action::Restore => &[Format::Text, Format::Json],
    };
    target.check(offered)?;
    let store = Store::of_user()?;
    let out = &mut Output::new(target, messages);
    match (args.action, &args.plan) {
        (Action::List, None) => list(&store, args.choice, out),
        (Action::Verify, None) => verify(&store, out),
        (Action::Show, Some(name)) => show(&store, args.choice, name, out),
        (Action::Remove, Some(name)) => remove(&store, name, out),
        (Action::Restore, Some(name)) => restore(&store, name, out),
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
        Action::List | Action::Show | Action::Remove | Action::Verify => store.ids()?.into_iter().collect(),
    })
}

fn among(ids: &[String]) -> String {
    if ids.is_empty() { String::new() } else { words::among(ids.join(LIST.get())) }
}

impl All {
    /// Reads the plans that take part. Own plans that cannot be read are said.
    fn read(store: &Store, choice: Choice, out: &mut Output) -> anyhow::Result<Self> {
        let heads = if choice.no_own { Heads::default() } else { join::heads(store, &dataset::registry()) };
        heads.troubles.iter().for_each(|trouble| out.say(trouble));
        let own = heads.plans.iter().map(|head| (head.plan.id.clone(), head.imported.clone())).collect();
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
        findings: plan.findings.clone(),
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
        add((!self.findings.is_empty()).then(|| words::doubts(self.findings.len())));
        for doubt in &self.findings {
            add(Some(format!("  {}", words::at_line(doubt.line, &doubt.kind))));
        }
        lines.join("\n") + "\n"
    }
}

fn n_units(plan: &Plan) -> usize {
    plan.nodes.iter().flat_map(|node| &node.responsible).map(|clause| clause.units.len()).sum()
}

/// Finds the own plan that a name means, and returns its id.
///
/// # Errors
/// There is no such plan, several have the name, or it is a bundled one.
pub(super) fn own_plan(
    store: &Store,
    bundled: &Dataset,
    registry: &Arc<Registry>,
    name: &str,
) -> anyhow::Result<String> {
    // A file that is broken is named by its id.
    if store.ids()?.contains(name) {
        return Ok(name.to_owned());
    }
    let plans = join::heads(store, registry).plans.into_iter().map(|head| head.plan).collect();
    let dataset = Dataset { schema: dataset::SCHEMA, plans, departments: Lines::default() };
    match resolve::plan(&dataset, name) {
        Ok(plan) => Ok(plan.id.clone()),
        Err(_) if resolve::plan(bundled, name).is_ok() => bail!(words::is_bundled(name)),
        Err(_) if dataset.plans.is_empty() => bail!(words::NO_OWN_PLANS),
        Err(error) => Err(error),
    }
}

fn remove(store: &Store, name: &str, out: &mut Output) -> anyhow::Result<Outcome> {
    let (bundled, registry) = (dataset::bundled()?, dataset::registry());
    let id = own_plan(store, &bundled, &registry, name)?;
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

fn restore(store: &Store, name: &str, out: &mut Output) -> anyhow::Result<Outcome> {
    let kept = store.kept()?;
    let others = || among(&kept.keys().cloned().collect::<Vec<_>>());
    // What was removed is named by its id; what is there by any of its names.
    let id = if kept.contains_key(name) {
        name.to_owned()
    } else {
        let own = own_plan(store, &dataset::bundled()?, &dataset::registry(), name);
        own.map_err(|_not_there| anyhow!(words::nothing_to_restore(name, others())))?
    };
    let restored = store.open()?.restore(&id)?;
    let Some(stored) = restored else { bail!(words::nothing_to_restore(&id, others())) };
    let plan = stored.plan(&id, &dataset::registry());
    let line = words::was_restored(&plan.title, &id);
    done(store, &line, Some(&(plan, Box::new(stored))), out)
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
        rows.push(Verified { file: format!("{id}.json"), id: Some(id), whole: what.is_none(), what });
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
