//! `guihua import FILE... | DIR | -`: reads documents, puts them into the library, and reports what was read.

mod read;
mod report;
mod shelf;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{anyhow, bail};

use super::cache::Cache;
use super::changes::Changes;
use super::heads::{Heads, Look};
use super::join;
use super::made::Made;
use super::store::{Open, Store};
use super::stored::{Facts, Stored};
use super::supplied::Supplied;
use super::undo::Undo;
use crate::cli::offices::Offices;
use crate::cli::output::{Format, Messages, Outcome, Output, Target};
use crate::cli::reading::{self, Document, Place};
use crate::dataset;
use crate::export::Front;
use crate::formats::Encoding;
use crate::library::side_by_side;
use crate::model::{Dataset, Plan};
use crate::registry::Registry;
use crate::words::help::arguments;
use crate::words::library as words;
use read::Read;
use report::Report;
use shelf::{Fate, Shelf};

/// How many documents are read at once, at most.
const BATCH: usize = 64;
/// From how many bytes on documents that are read at once are enough.
const BATCH_BYTES: u64 = 32 << 20;

/// What the command is called on the command line.
pub(in crate::cli) const NAME: &str = "import";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(required = true, value_name = arguments::FILE_VALUE.get(), help = arguments::IMPORTED_FILES.get())]
    files: Vec<PathBuf>,
    #[command(flatten)]
    supplied: Supplied,
    #[arg(long, value_name = arguments::PLAN_VALUE.get(), help = arguments::REPLACE.get())]
    replace: Option<String>,
    #[arg(long, help = arguments::DRY_RUN.get())]
    dry_run: bool,
}

/// Imports the documents that are named. One that cannot be read is said, and the others are imported all the same.
///
/// # Errors
/// An option does not fit, or a document could not be imported.
pub(in crate::cli) fn run(args: &Args, target: &Target, messages: &mut Messages) -> anyhow::Result<Outcome> {
    target.check(&Format::ALL)?;
    let (facts, encoding) = (args.supplied.facts()?, args.supplied.encoding()?);
    let found = reading::places(&args.files)?;
    let n_places = found.places.len();
    if n_places > 1 && facts.title.is_some() {
        bail!(words::ONE_TITLE);
    }
    if n_places > 1 && args.replace.is_some() {
        bail!(words::ONE_REPLACED);
    }
    let mut importing = Importing::new(facts, args.replace.as_deref(), args.dry_run, messages)?;
    let begin = |at: usize, place: &Place| progress(at, n_places, Some(place));
    let (reports, mut failures) = importing.import_all(&found.places, encoding, &begin);
    progress(n_places, n_places, None);
    if n_places == 1
        && let Some(failure) = failures.pop()
    {
        bail!(failure);
    }
    let notes = reports.iter().flat_map(|report| report.notes.iter());
    let skipped = (found.n_skipped > 0).then(|| words::skipped(found.n_skipped));
    notes.chain(&skipped).chain(&failures).for_each(|note| messages.send(note));
    let mut out = Output::new(target, messages);
    print(&reports, &mut out)?;
    if !failures.is_empty() {
        bail!(words::some_failed(failures.len(), n_places));
    }
    Ok(Outcome::rows(reports.len()))
}

/// What came of documents that the browser imported.
#[derive(Debug, Default)]
pub(in crate::cli) struct Outcomes {
    /// The reports as lines for people, in the order of the documents.
    pub(in crate::cli) texts: Vec<String>,
    /// What is to be said beside them, and why documents could not be imported, each in one line.
    pub(in crate::cli) failures: Vec<String>,
    /// How what was changed is undone.
    pub(in crate::cli) undo: Vec<Undo>,
}

/// Imports a file or the documents of a folder for the browser. `begin` is called with the number of those before, that of all,
/// and each that is read.
pub(in crate::cli) fn for_browser(path: PathBuf, begin: &(dyn Fn(usize, usize, String) + Sync)) -> Outcomes {
    let failed = |error: anyhow::Error| Outcomes { failures: vec![format!("{error:#}")], ..Outcomes::default() };
    let found = match reading::places(&[path]) {
        Ok(found) => found,
        Err(error) => return failed(error),
    };
    let mut messages = Messages::Collected(Vec::new());
    let mut importing = match Importing::new(Facts::default(), None, false, &mut messages) {
        Ok(importing) => importing,
        Err(error) => return failed(error),
    };
    let begin = |at: usize, place: &Place| begin(at, found.places.len(), place.shown());
    let (reports, failures) = importing.import_all(&found.places, None, &begin);
    let notes = reports.iter().flat_map(|report| report.notes.iter().cloned());
    let skipped = (found.n_skipped > 0).then(|| words::skipped(found.n_skipped));
    Outcomes {
        texts: reports.iter().map(Report::text).collect(),
        failures: failures.into_iter().chain(messages.into_collected()).chain(notes).chain(skipped).collect(),
        undo: reports.iter().filter_map(Report::undo).collect(),
    }
}

fn print(reports: &[Report], out: &mut Output) -> anyhow::Result<()> {
    if out.format() == Format::Text {
        let texts: Vec<String> = reports.iter().map(Report::text).collect();
        return if texts.is_empty() { Ok(()) } else { out.text(&texts.join("\n")) };
    }
    let plans: Vec<Plan> = reports.iter().map(Report::head).collect();
    out.rows(reports, || Front::new(words::LIST, "", &plans), || report::sheet(reports)).map(|_| ())
}

/// Cuts the places into pieces that are read at once and put into the library together: so many files that all processors have
/// work, and so few bytes that they fit into any memory.
fn batches(places: &[Place]) -> impl Iterator<Item = &[Place]> {
    let mut rest = places;
    std::iter::from_fn(move || {
        let mut n_bytes = 0;
        let is_within = |place: &&Place| {
            let fits = n_bytes < BATCH_BYTES;
            n_bytes += place.n_bytes();
            fits
        };
        let n = rest.iter().take(BATCH).take_while(is_within).count();
        let (batch, behind) = rest.split_at_checked(n).filter(|(batch, _)| !batch.is_empty())?;
        rest = behind;
        Some(batch)
    })
}

/// Says on a terminal which file is at hand, on a line that the next one replaces. For one file there is nothing to say.
fn progress(at: usize, all: usize, place: Option<&Place>) {
    let mut stderr = io::stderr().lock();
    if all > 1 && stderr.is_terminal() {
        let line = place.map(|place| words::progress(at + 1, all, place.shown())).unwrap_or_default();
        // What cannot be said here is nothing that anybody needs.
        let _ = write!(stderr, "\r\u{1b}[K{line}").and_then(|()| stderr.flush());
    }
}

/// What all documents of one run are imported with.
struct Importing {
    store: Store,
    cache: Cache,
    shelf: Shelf,
    /// Which state of the library the shelf shows, if nobody has changed it since.
    seen: Option<u64>,
    bundled: Dataset,
    registry: Arc<Registry>,
    facts: Facts,
    /// The id of the plan to replace.
    replaced: Option<String>,
    is_dry: bool,
}

impl Importing {
    fn new(facts: Facts, replaced: Option<&str>, is_dry: bool, messages: &mut Messages) -> anyhow::Result<Self> {
        let (store, offices, bundled) = (Store::of_user()?, Offices::of_user(), dataset::bundled()?);
        offices.mistakes.iter().for_each(|mistake| messages.send(mistake));
        let (registry, cache) = (offices.registry(), Cache::of_library(store.folder(), &[offices.digest()]));
        let replaced = replaced.map(|name| super::named::own_plan(&store, &bundled, &offices, name));
        let replaced = replaced.transpose()?;
        let mut shelf = Shelf::default();
        // What is wrong with other plans is no business of an import.
        shelf.take(&join::heads(&store, &offices));
        shelf.refresh(&store, &cache, &registry)?;
        Ok(Self { store, cache, shelf, seen: None, bundled, registry, facts, replaced, is_dry })
    }

    /// Imports all these documents. `begin` is called with the number of those before and the place of each that is read.
    /// Returns the reports, and why the others could not be imported.
    fn import_all(
        &mut self,
        places: &[Place],
        encoding: Option<Encoding>,
        begin: &(dyn Fn(usize, &Place) + Sync),
    ) -> (Vec<Report>, Vec<String>) {
        let (mut reports, mut failures) = (Vec::new(), Vec::new());
        let n_begun = AtomicUsize::new(0);
        for batch in batches(places) {
            let read = side_by_side::map(batch, |place| {
                begin(n_begun.fetch_add(1, Ordering::Relaxed), place);
                let document = place.read(encoding)?;
                Ok::<_, anyhow::Error>(Read::new(document, place.shown(), &self.facts, &self.registry))
            });
            for (place, report) in batch.iter().zip(self.import(read)) {
                match report {
                    Ok(report) => reports.push(report),
                    Err(error) => failures.push(words::failed(place.shown(), format_args!("{error:#}"))),
                }
            }
        }
        self.end();
        (reports, failures)
    }

    /// Puts documents into the library, each that could be read. The library is locked for all of them once.
    fn import(&mut self, read: Vec<anyhow::Result<Read>>) -> Vec<anyhow::Result<Report>> {
        // Where nothing could be read, no library is made for it.
        if self.is_dry || read.iter().all(Result::is_err) {
            return read.into_iter().map(|read| self.import_one(&read?, None)).collect();
        }
        let store = self.store.clone();
        let open = store.open().and_then(|open| self.look_again(&open).map(|()| open));
        let open = open.map_err(|error| format!("{error:#}"));
        let import = |read: anyhow::Result<Read>| {
            let read = read?;
            self.import_one(&read, Some(open.as_ref().map_err(|error| anyhow!(error.clone()))?))
        };
        let reports = read.into_iter().map(import).collect();
        self.seen = open.as_ref().ok().map(Open::state);
        reports
    }

    /// Looks at the library again, if another program may have changed it since.
    fn look_again(&mut self, open: &Open<'_>) -> anyhow::Result<()> {
        if self.seen == Some(open.state()) {
            return Ok(());
        }
        self.shelf.refresh(&self.store, &self.cache, &self.registry)
    }

    /// Puts one document into the library, if that is `open`.
    fn import_one(&mut self, read: &Read, open: Option<&Open<'_>>) -> anyhow::Result<Report> {
        let is_bundled = |id: &str| self.bundled.plan(id).is_some();
        let fate = read.fate(&self.shelf, self.replaced.as_deref(), &is_bundled, &self.registry);
        let (id, facts) = (fate.id(), fate.facts());
        let document = &read.document;
        let added = self.shelf.added(id);
        // What was corrected in a plan holds for its next version.
        let corrections = self.store.corrections(id).unwrap_or_default();
        let stored = Stored::new(read::source(document), facts.clone(), document.text.clone(), added).with(corrections);
        let key = Made::key(&self.cache, id, &stored, &[]);
        let other;
        let made = if let Some(made) = read.made(id, facts).filter(|_| stored.corrections.entries.is_empty()) {
            made
        } else {
            other = Made::of_stored(&self.cache, &key, id, &stored, &self.registry);
            &other
        };
        let report = self.report(&made.plan, read, &fate);
        match (&fate, open) {
            (_, None) => self.shelf.imagine(id, &made.plan, &stored),
            (Fate::Same { .. }, Some(_)) => {}
            (Fate::New { .. } | Fate::Version { .. } | Fate::Restored { .. }, Some(open)) => {
                open.put(id, &stored)?;
                made.keep(&self.cache, &key);
                self.shelf.put(id, &made.plan, &stored, &self.store);
            }
        }
        Ok(report)
    }

    /// Keeps what the next start needs.
    fn end(&self) {
        if !self.is_dry {
            Heads::read(&self.store, &self.cache, &self.registry, Look::AtFiles, |_| {});
        }
    }

    fn report(&self, plan: &Plan, read: &Read, fate: &Fate) -> Report {
        let former = matches!(fate, Fate::Version { .. }).then(|| self.shelf.former(fate.id(), &self.store)).flatten();
        let changes = former.map(|former| {
            let key = Made::key(&self.cache, fate.id(), &former, &[]);
            let former = Made::of_stored(&self.cache, &key, fate.id(), &former, &self.registry);
            Changes::between(&former.plan, plan)
        });
        let mut report = Report::new(plan, read.file.clone(), &read.document, fate, changes, &self.registry);
        report.dry_run = self.is_dry;
        report.notes = self.notes(plan, &read.document, fate);
        report
    }

    /// What is to be said beside the report.
    fn notes(&self, plan: &Plan, document: &Document, fate: &Fate) -> Vec<String> {
        let mut notes = Vec::new();
        for (option, name, given, found) in [
            ("--title", "title", &self.facts.title, Some(&plan.title)),
            ("--region", "region", &self.facts.region, plan.region.as_ref()),
            ("--period", "period", &self.facts.period, plan.period.as_ref()),
        ] {
            if given.is_some() && !plan.supplied.iter().any(|supplied| supplied == name) {
                notes.extend(found.map(|found| words::fact_in_text(option, found)));
            }
        }
        if let Fate::New { id, stem, .. } = fate {
            if id != stem && self.shelf.has(stem) {
                notes.push(words::another(id, stem));
            }
            let bundled = self.bundled.plans.iter().find(|plan| plan.source.sha256 == document.sha256);
            notes.extend(bundled.map(|plan| words::as_bundled(id, &plan.id)));
        }
        notes
    }
}
