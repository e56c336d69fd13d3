//! `guihua plans correct ID …`: adds a correction of what was read wrongly, lists them, and takes one back. A correction that
//! finds no place in the plan is refused, and what is near is named.

use anyhow::{anyhow, bail};
use serde::Serialize;

use super::corrections::{Corrections, NoCorrections, ranks, roles, with_entry, without_entry};
use super::named::own_plan;
use super::store::Store;
use super::stored::Stored;
use crate::cli::by_hand::ByHand;
use crate::cli::nearest::nearest;
use crate::cli::offices::Offices;
use crate::cli::output::{Format, Found, Outcome, Output};
use crate::cli::{paths, resolve};
use crate::dataset;
use crate::export::{Front, Sheet};
use crate::importer::Correct;
use crate::model::{Correction, Doubt, DoubtKind, Node, Plan, Rank, read_role};
use crate::registry::Registry;
use crate::text::fold::half_width;
use crate::words::help::arguments;
use crate::words::{LIST, corrections as words, library, settings};

/// How many of the units or headings that a plan prints are named where one is not there.
const NAMED: usize = 6;
/// How much of a text is taken to tell where something stands, in characters.
const AROUND: usize = 24;

// What is corrected. A doc comment here would become the help text of the command.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = words::HELP_HEADING.get())]
pub(super) struct Correcting {
    #[arg(long, value_name = arguments::UNIT_VALUE.get(), help = arguments::CORRECT_UNIT.get())]
    unit: Option<String>,
    #[arg(long, value_name = arguments::PRINTED_VALUE.get(), help = arguments::CORRECT_NOT_UNIT.get())]
    not_unit: Option<String>,
    #[arg(long, value_name = arguments::UNIT_VALUE.get(), help = arguments::CORRECT_MISSED.get())]
    missed: Option<String>,
    #[arg(long, value_name = arguments::ROLE_VALUE.get(), help = arguments::CORRECT_ROLE.get())]
    role: Option<String>,
    #[arg(long, value_name = arguments::PRINTED_VALUE.get(), help = arguments::CORRECT_HEADING.get())]
    heading: Option<String>,
    #[arg(long, value_name = arguments::RANK_VALUE.get(), help = arguments::CORRECT_RANK.get())]
    rank: Option<String>,
    #[arg(long, value_name = arguments::NUMBER_VALUE.get(), help = arguments::CORRECT_NUMBER.get())]
    number: Option<String>,
    #[arg(long, value_name = arguments::TITLE_VALUE.get(), help = arguments::CORRECT_TITLE.get())]
    title: Option<String>,
    #[arg(long, value_name = arguments::REGION_VALUE.get(), help = arguments::CORRECT_REGION.get())]
    region: Option<String>,
    #[arg(long, value_name = arguments::PERIOD_VALUE.get(), help = arguments::CORRECT_PERIOD.get())]
    period: Option<String>,
    #[arg(long, value_name = arguments::AT_VALUE.get(), help = arguments::CORRECT_AT.get())]
    at: Option<String>,
    #[arg(long, help = arguments::CORRECT_LIST.get())]
    list: bool,
    #[arg(long, value_name = arguments::LIMIT_VALUE.get(), help = arguments::CORRECT_UNDO.get())]
    undo: Option<usize>,
}

/// The fields of an entry of the file, by their names.
type Fields = Vec<(&'static str, String)>;

impl Correcting {
    /// The first option that is given.
    pub(super) fn first(&self) -> Option<&'static str> {
        let given = self.given().into_iter().map(|(name, _)| name);
        let undo = self.undo.map(|_| "--undo");
        given.chain(self.list.then_some("--list")).chain(undo).next()
    }

    pub(super) fn is_list(&self) -> bool {
        self.list
    }

    fn given(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("--unit", &self.unit),
            ("--not-unit", &self.not_unit),
            ("--missed", &self.missed),
            ("--heading", &self.heading),
            ("--role", &self.role),
            ("--rank", &self.rank),
            ("--number", &self.number),
            ("--title", &self.title),
            ("--region", &self.region),
            ("--period", &self.period),
            ("--at", &self.at),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?.trim().to_owned()))).collect()
    }

    /// The entry of the file that the options mean.
    fn fields(&self) -> anyhow::Result<Fields> {
        let given = self.given();
        let value = |option: &str| given.iter().find(|(name, _)| *name == option).map(|(_, value)| value.clone());
        let subjects: Vec<&str> = given.iter().map(|(name, _)| *name).filter(|name| SUBJECTS.contains(name)).collect();
        let (subject, others): (Option<&str>, &[&str]) = match subjects.as_slice() {
            [] => (None, &["--title", "--region", "--period"]),
            [subject @ "--heading"] => (Some(subject), &["--rank", "--number", "--title", "--at"]),
            [subject @ "--not-unit"] => (Some(subject), &["--at"]),
            [subject] => (Some(subject), &["--role", "--at"]),
            _several => bail!(words::ONE_PLACE),
        };
        for (option, _) in &given {
            if Some(*option) != subject && !others.contains(option) {
                match subject {
                    Some(subject) => bail!(words::does_not_go(option, subject)),
                    None => bail!(words::needs(option, SUBJECTS.join(LIST.get()))),
                }
            }
        }
        let Some(subject) = subject else {
            let facts = [("title", "--title"), ("region", "--region"), ("period", "--period")];
            let fields: Fields = facts.iter().filter_map(|(field, option)| Some((*field, value(option)?))).collect();
            return if fields.is_empty() { Err(anyhow!(words::WHAT)) } else { Ok(fields) };
        };
        let mut fields = Fields::new();
        let printed = value(subject).unwrap_or_default();
        let (printed, office) = match printed.split_once(is_equals).filter(|_| subject != "--heading") {
            Some((printed, office)) => (printed.trim().to_owned(), Some(office.trim().to_owned())),
            None => (printed, None),
        };
        fields.push((if subject == "--heading" { "heading" } else { "unit" }, printed));
        fields.extend(office.filter(|office| !office.is_empty()).map(|office| ("office", office)));
        match subject {
            "--not-unit" => fields.push(("none", "true".to_owned())),
            "--missed" => fields.push(("missed", "true".to_owned())),
            "--unit" if fields.len() == 1 && self.role.is_none() => {
                bail!(words::needs("--unit", words::OFFICE_OR_ROLE))
            }
            "--heading" if [&self.rank, &self.number, &self.title].into_iter().all(Option::is_none) => {
                bail!(words::needs("--heading", ["--rank", "--number", "--title"].join(LIST.get())))
            }
            _ => {}
        }
        if let Some(role) = value("--role") {
            read_role(&role).ok_or_else(|| anyhow!(settings::wrong("--role", &role, roles())))?;
            fields.push(("role", role));
        }
        if let Some(rank) = value("--rank") {
            Rank::read(&rank).ok_or_else(|| anyhow!(settings::wrong("--rank", &rank, ranks())))?;
            fields.push(("rank", rank));
        }
        let rest = [("number", "--number"), ("title", "--title"), ("at", "--at")];
        fields.extend(rest.iter().filter_map(|(field, option)| Some((*field, value(option)?))));
        Ok(fields)
    }
}

/// Whether a character is the sign between a unit and its office, in whatever width it is typed.
fn is_equals(character: char) -> bool {
    half_width(character) == '='
}

/// The options that say what is corrected, of which one is given.
const SUBJECTS: [&str; 4] = ["--unit", "--not-unit", "--missed", "--heading"];

/// A correction as it is listed. The fields are those of the JSON.
#[derive(Debug, Serialize)]
struct Row {
    plan: String,
    number: usize,
    line: usize,
    fields: serde_json::Map<String, serde_json::Value>,
    in_force: bool,
    /// What it does, or why it does nothing.
    what: Vec<Doubt>,
}

/// A plan that is corrected, with what was corrected before.
struct Subject<'s> {
    store: &'s Store,
    registry: std::sync::Arc<Registry>,
    id: String,
    stored: Stored,
    corrections: Corrections,
    text: String,
}

/// Does what was asked for.
///
/// # Errors
/// The options do not fit, there is no such plan or place in it, or the file cannot be read or written.
pub(super) fn run(args: &Correcting, store: &Store, name: &str, out: &mut Output) -> anyhow::Result<Outcome> {
    let offices = Offices::of_user();
    offices.mistakes.iter().for_each(|mistake| out.say(mistake));
    let id = own_plan(store, &dataset::bundled()?, &offices, name)?;
    let stored = match store.look(&id) {
        Ok(Found::Here(stored)) => *stored,
        Ok(Found::Newer(version)) => bail!(library::newer(version, &id)),
        Ok(Found::Nothing | Found::Broken(_)) | Err(_) => bail!(library::nothing_to_restore(&id, "")),
    };
    store.wrong_corrections(&id).iter().for_each(|wrong| out.say(wrong));
    let corrections = match store.corrections(&id) {
        Ok(corrections) => corrections,
        Err(NoCorrections::Newer(version)) => bail!(words::newer(version, paths::shown(&store.corrections_path(&id)))),
        Err(NoCorrections::Broken(fault)) => {
            bail!(words::unread(paths::shown(&store.corrections_path(&id)), fault.what))
        }
    };
    let text = store.corrections_text(&id).ok().flatten().map(|text| text.text().to_owned()).unwrap_or_default();
    let subject = Subject { store, registry: offices.registry(), id, stored, corrections, text };
    match (args.list, args.undo) {
        (true, None) if args.given().is_empty() => subject.list(out),
        (false, Some(number)) if args.given().is_empty() => subject.undo(number, out),
        (false, None) => subject.add(args.fields()?, out),
        _ => bail!(words::does_not_go(if args.list { "--list" } else { "--undo" }, "…")),
    }
}

impl Subject<'_> {
    /// The plan with these corrections alone.
    fn plan(&self, corrects: &[Correct]) -> Plan {
        self.stored.plan_with(&self.id, corrects, &self.registry)
    }

    /// What corrections tell of themselves.
    fn told(&self, corrects: &[Correct]) -> Vec<Doubt> {
        let findings = self.plan(corrects).findings;
        findings.iter().filter(|doubt| matches!(doubt.kind, DoubtKind::Correction(_))).cloned().collect()
    }

    fn rows(&self) -> Vec<Row> {
        let entries = self.corrections.entries.iter().zip(1..);
        let row = |(entry, number): (&super::corrections::Entry, usize)| {
            // Alone, as each finds its place in the plan as it is read.
            let what = self.told(&entry.corrects);
            let fields = entry.fields.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
            let in_force = what.iter().any(|doubt| doubt.kind.correction().is_some());
            Row { plan: self.id.clone(), number, line: entry.line, fields, in_force, what }
        };
        entries.map(row).collect()
    }

    fn list(&self, out: &mut Output) -> anyhow::Result<Outcome> {
        let rows = self.rows();
        if rows.is_empty() && out.format() == Format::Text {
            out.say(words::NONE.get());
            return Ok(Outcome::found(false));
        }
        let sheet = || {
            let mut sheet = Sheet::new([words::NUMBER, words::CORRECTION, words::STATE]);
            for (row, entry) in rows.iter().zip(&self.corrections.entries) {
                let fields = entry.fields.iter().map(|(name, value)| format!("{name} = {value}"));
                let told = row.what.iter().map(|doubt| library::at_line(doubt.line, &doubt.kind));
                sheet.push([
                    row.number.to_string(),
                    fields.collect::<Vec<_>>().join(LIST.get()),
                    told.collect::<Vec<_>>().join(LIST.get()),
                ]);
            }
            sheet
        };
        out.rows(&rows, || Front::new(words::CORRECTION, "", []), sheet)
    }

    fn undo(&self, number: usize, out: &mut Output) -> anyhow::Result<Outcome> {
        let at = number.checked_sub(1).filter(|at| *at < self.corrections.entries.len());
        let Some((at, entry)) = at.and_then(|at| Some((at, self.corrections.entries.get(at)?))) else {
            bail!(words::no_such(number, &self.id));
        };
        let mut left = self.corrections.corrects();
        let before: usize = self.corrections.entries.iter().take(at).map(|entry| entry.corrects.len()).sum();
        left.drain(before..before + entry.corrects.len());
        // Entries with mistakes are counted by their heads as well.
        let heads =
            self.corrections.faults.iter().filter(|fault| fault.line.is_some_and(|line| line < entry.line)).count();
        let found = (at..=at + heads).find_map(|at| {
            let text = without_entry(&self.text, at)?;
            let read = Corrections::read(&ByHand::of(text.clone().into_bytes()).ok()?).ok()?;
            (read.corrects() == left).then_some(text)
        });
        let path = self.store.corrections_path(&self.id);
        let Some(text) = found else { bail!(words::not_cut(paths::shown(&path), entry.line)) };
        self.write(&text)?;
        self.done(&words::undone(number, &self.id), None, out)
    }

    fn add(&self, mut fields: Fields, out: &mut Output) -> anyhow::Result<Outcome> {
        self.say_where(&mut fields)?;
        let text = with_entry(&self.text, &fields);
        let read = ByHand::of(text.clone().into_bytes()).ok().and_then(|text| Corrections::read(&text).ok());
        let read = read.unwrap_or_default();
        if let Some(fault) = read.faults.get(self.corrections.faults.len()) {
            bail!(fault.what.clone());
        }
        let Some(entry) = read.entries.last() else { bail!(words::WHAT) };
        if self.corrections.entries.iter().any(|known| known.corrects == entry.corrects) {
            out.say(words::ALREADY.get());
            return Ok(Outcome::DONE);
        }
        if let Some((_, office)) = fields.iter().find(|(name, _)| *name == "office") {
            resolve::department(self.registry.departments(), office)?;
        }
        let told = self.told(&entry.corrects);
        if let Some(wrong) = told.iter().find(|doubt| doubt.kind.correction().is_none()) {
            bail!("{}{}", wrong.kind, self.near(&wrong.kind, &fields));
        }
        self.write(&text)?;
        let path = paths::shown(&self.store.corrections_path(&self.id));
        let title = self.plan(&read.corrects()).title;
        self.done(&words::done(title, &self.id, path), Some((read.entries.len(), &told)), out)
    }

    fn write(&self, text: &str) -> anyhow::Result<()> {
        let open = self.store.open()?;
        // Another program may have written meanwhile.
        let now = self.store.corrections_text(&self.id).ok().flatten().map(|text| text.text().to_owned());
        if now.unwrap_or_default() != self.text {
            bail!(crate::words::files::ANOTHER_SAVES);
        }
        open.put_corrections(&self.id, text)
    }

    /// Says what was done, with the places, and how to take it back.
    fn done(&self, line: &str, made: Option<(usize, &[Doubt])>, out: &mut Output) -> anyhow::Result<Outcome> {
        if out.format() == Format::Text {
            let mut lines = vec![line.to_owned()];
            if let Some((number, told)) = made {
                lines.extend(told.iter().map(|doubt| format!("  {}", library::at_line(doubt.line, &doubt.kind))));
                lines.push(format!("  {}", words::undo(&self.id, number)));
            }
            out.text(&(lines.join("\n") + "\n"))?;
            return Ok(Outcome::DONE);
        }
        let corrections = self.store.corrections(&self.id).unwrap_or_default();
        let now = Subject {
            corrections,
            text: String::new(),
            stored: self.stored.clone(),
            id: self.id.clone(),
            registry: self.registry.clone(),
            store: self.store,
        };
        out.rows(&now.rows(), Front::default, Sheet::default)?;
        Ok(Outcome::DONE)
    }

    /// Puts words in place of the ids of nodes, since ids change with the text.
    fn say_where(&self, fields: &mut Fields) -> anyhow::Result<()> {
        let as_read = self.plan(&[]);
        let now = self.plan(&self.corrections.corrects());
        let prefix = format!("{}/", self.id);
        let node = |id: &str| -> anyhow::Result<Option<&Node>> {
            if !id.starts_with(&prefix) {
                return Ok(None);
            }
            let shown = now.node(id).ok_or_else(|| anyhow!(words::no_node(id)))?;
            Ok(as_read.nodes.iter().find(|node| node.lines[0] == shown.lines[0]))
        };
        let mut around = None;
        for (name, value) in fields.iter_mut() {
            let Some(node) = (if matches!(*name, "heading" | "at") { node(value)? } else { None }) else { continue };
            if *name == "at" {
                *value = around_words(&as_read, node);
            } else {
                *value = node.heading();
                let twins = as_read.nodes.iter().filter(|each| each.heading() == *value).count();
                around = (twins > 1).then(|| around_words(&as_read, node));
            }
        }
        if let Some(around) = around
            && !fields.iter().any(|(name, _)| *name == "at")
        {
            fields.push(("at", around));
        }
        Ok(())
    }

    /// What the plan has that is near to what it has not.
    fn near(&self, kind: &DoubtKind, fields: &Fields) -> String {
        if !matches!(kind, DoubtKind::Correction(Correction::Nowhere(_))) {
            return String::new();
        }
        let plan = self.plan(&[]);
        let value = |field: &str| fields.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str());
        let pick = |typed: &str, mut all: Vec<String>| {
            all.sort();
            all.dedup();
            let near: Vec<String> =
                nearest(typed, all.iter().map(String::as_str)).into_iter().map(str::to_owned).collect();
            if near.is_empty() { all.into_iter().take(NAMED).collect() } else { near }
        };
        let found = if let Some(typed) = value("heading") {
            let titles = plan.nodes.iter().flat_map(|node| [Some(node.heading()), node.title.clone()]).flatten();
            let near = nearest(typed, titles.clone().collect::<Vec<_>>().iter().map(String::as_str)).join(LIST.get());
            return if near.is_empty() { String::new() } else { words::near_headings(near) };
        } else {
            let units = plan.nodes.iter().flat_map(|node| &node.responsible).flat_map(|clause| &clause.units);
            pick(value("unit").unwrap_or_default(), units.map(|unit| unit.raw.clone()).collect())
        };
        if found.is_empty() { String::new() } else { words::printed_units(found.join(LIST.get())) }
    }
}

/// Words by which a node is told from all others: its heading, else the beginning of its text, else the heading above it.
fn around_words(plan: &Plan, node: &Node) -> String {
    let is_own = |words: &str| {
        let holds = |each: &&Node| each.heading().contains(words) || each.text().contains(words);
        !words.is_empty() && plan.nodes.iter().filter(holds).count() == 1
    };
    let start = |text: &str| text.chars().take(AROUND).collect::<String>();
    let texts = node.paragraphs.iter().map(|paragraph| start(&paragraph.text));
    let clauses = node.responsible.iter().map(|clause| start(&clause.raw));
    let mut all = std::iter::once(node.heading()).chain(texts).chain(clauses);
    all.find(|words| is_own(words)).unwrap_or_else(|| node.heading())
}
