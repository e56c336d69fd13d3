//! `guihua check FILE`: checks a draft before it is issued, without importing it; alone, against the last plan of the same
//! place, and against the plan of the level above. The findings are printed as those of a plan, or written as comments into a
//! copy of the Word document.

mod comments;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, anyhow, bail};
use clap::ArgMatches;

use super::commands;
use super::output::{Format, Messages, Outcome, Output, Target};
use super::own::{self, Supplied};
use super::reading::{self, Document, Place};
use super::resolve;
use crate::analysis::check::{self, Relation, Text};
use crate::analysis::targets::target;
use crate::command::Check;
use crate::library::Waiting;
use crate::model::{Finding, Plan, Source};
use crate::registry::Registry;
use crate::words::draft as words;
use crate::words::help::arguments;

/// What the command is called, which checks plans of the library as well.
pub(super) const NAME: &str = "check";

// The arguments beside those by which plans of the library are checked. A doc comment here would become the help text.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = arguments::FILE_VALUE.get(), conflicts_with = "plans", help = arguments::CHECKED_FILES.get())]
    files: Vec<PathBuf>,
    #[arg(long, value_name = arguments::PLAN_OR_FILE_VALUE.get(), help = arguments::AGAINST.get())]
    against: Option<PathBuf>,
    #[arg(long, value_name = arguments::PLAN_OR_FILE_VALUE.get(), help = arguments::ABOVE.get())]
    above: Option<PathBuf>,
    #[command(flatten)]
    supplied: Supplied,
}

/// Whether the arguments name a document, or a plan to hold another against.
pub(super) fn is_asked(matches: &ArgMatches) -> bool {
    ["files", "against", "above"].iter().any(|name| matches.contains_id(name))
}

/// A plan that is checked, with its text where that is kept.
struct Checked {
    plan: Plan,
    text: Option<Arc<str>>,
    /// The document that it was read from; `None` for a plan of the library.
    document: Option<Document>,
}

impl Checked {
    /// Reads a document. Its id is that of its file, unless another plan has it.
    fn read(document: Document, supplied: &Supplied, taken: &[&str], registry: &Registry) -> anyhow::Result<Self> {
        let id = own::unique_id(&own::id_of_file(&document.name), |id| taken.contains(&id));
        let source = Source { file: document.name.clone(), sha256: document.sha256.clone() };
        let plan = supplied.facts()?.plan(&id, source, &document.text, registry);
        Ok(Self { plan, text: Some(Arc::from(document.text.as_str())), document: Some(document) })
    }

    /// Takes a plan out of the library.
    fn take(name: &str, library: &Waiting) -> anyhow::Result<Self> {
        let id = resolve::plan(&*library.plans()?, name)?.id.clone();
        let dataset = library.with_contents(&[&id])?;
        let plan = dataset.plan(&id).cloned().context(words::NO_PLAN)?;
        let text = library.ask(|library| library.source(&id))?;
        Ok(Self { plan, text, document: None })
    }

    /// The plan that a name stands for, or the document at a path.
    fn named(name: &Path, library: &Waiting) -> anyhow::Result<Self> {
        if name.exists() {
            let place = Place::File(name.to_owned());
            let document = place.read(None).map_err(|error| anyhow!(words::unread(place.shown(), error)))?;
            return Self::read(document, &Supplied::default(), &[], library.library().registry());
        }
        let name = name.to_string_lossy();
        Self::take(&name, library).with_context(|| words::no_file_or_plan(&name))
    }
}

/// Checks the documents that are named, or the chosen plans, and holds them against the others.
///
/// # Errors
/// A document or a plan cannot be read, or the rows cannot be written.
pub(super) fn run(
    args: &Args,
    check: &Check,
    library: &Waiting,
    target: &Target,
    messages: &mut Messages,
) -> anyhow::Result<Outcome> {
    target.check(&Format::ALL)?;
    let registry = library.library().registry();
    let other = |name: &Option<PathBuf>| name.as_ref().map(|name| Checked::named(name, library)).transpose();
    let others = [(Relation::Earlier, other(&args.against)?), (Relation::Above, other(&args.above)?)];
    let others: Vec<(Relation, Checked)> =
        others.into_iter().filter_map(|(relation, other)| Some((relation, other?))).collect();
    let taken: Vec<&str> = others.iter().map(|(_, other)| other.plan.id.as_str()).collect();
    let checked = checked(args, check, library, &taken)?;
    let findings: Vec<Vec<Finding>> = checked.iter().map(|one| findings(one, &others, registry)).collect();
    let out = &mut Output::new(target, messages);
    for one in checked.iter().filter(|one| one.document.is_some()) {
        let counts = &one.plan.counts;
        out.say(&words::read(one.plan.cited(), counts.nodes, counts.clauses, counts.tables, one.plan.findings.len()));
    }
    if target.format == Format::Docx
        && let [one] = checked.as_slice()
        && let Some(document) = one.document.as_ref().filter(|document| !document.anchors.is_empty())
    {
        return comments::write(&one.plan, document, findings.first().map_or(&[], Vec::as_slice), out);
    }
    let plans: Vec<&Plan> = checked.iter().map(|one| &one.plan).collect();
    commands::print_findings(&plans, &findings.concat(), out)
}

/// What is checked: the documents, or the plans that are chosen.
fn checked(args: &Args, check: &Check, library: &Waiting, taken: &[&str]) -> anyhow::Result<Vec<Checked>> {
    let registry = library.library().registry();
    if args.files.is_empty() {
        let [name] = check.plans.as_slice() else { bail!(words::ONE_PLAN) };
        return Ok(vec![Checked::take(name, library)?]);
    }
    let encoding = args.supplied.encoding()?;
    let mut all: Vec<Checked> = Vec::new();
    for place in reading::places(&args.files)?.places {
        let document = place.read(encoding).map_err(|error| anyhow!(words::unread(place.shown(), error)))?;
        let taken: Vec<&str> = taken.iter().copied().chain(all.iter().map(|one| one.plan.id.as_str())).collect();
        let one = Checked::read(document, &args.supplied, &taken, registry)?;
        all.push(one);
    }
    Ok(all)
}

/// What is found in a plan: by itself, in the order of its lines, and then against the others.
fn findings(one: &Checked, others: &[(Relation, Checked)], registry: &Registry) -> Vec<Finding> {
    let text = |checked: &Checked| checked.text.clone();
    let own = text(one);
    let document = own.as_deref().map(target::Document::new);
    let mut findings = check::check_plan(&one.plan, registry, document.as_ref());
    for (relation, other) in others {
        let kept = text(other);
        let of_other = kept.as_deref().map(target::Document::new);
        let own = Text { plan: &one.plan, document: document.as_ref() };
        let other = Text { plan: &other.plan, document: of_other.as_ref() };
        findings.extend(check::against(own, other, *relation, registry));
    }
    findings
}
