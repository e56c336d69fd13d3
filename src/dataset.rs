//! The bundled dataset: five plans read in advance, and the way to read them again from their texts.
//!
//! `data/plans.json` is what [`build`] makes of `seeds/`; `guihua bundle` writes it and a test compares the two.
//! `data/plans.index`, written with it, gives the bytes at which its parts begin. A dataset of other plans is put
//! together in the same way, with [`read_plan`] and [`assemble`]. Nothing here answers questions: a
//! `library` over a dataset does.

mod bundle;
mod document;
mod labels;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::formats::{self, Unreadable};
use crate::importer::{self, Supplied};
use crate::model::{Alias, Dataset, Department, Lines, Plan, Source, Sources};
use crate::registry::Registry;

pub use bundle::{BUNDLE, Bundled};
pub use document::{index, write as document};

/// The version of the dataset's JSON format.
pub const SCHEMA: u32 = 1;

static PLANS: &str = include_str!("../data/plans.json");
static INDEX: &str = include_str!("../data/plans.index");
static DEPARTMENTS: &str = include_str!("../data/departments.json");
static INDICATORS: &str = include_str!("../data/indicators.json");

/// Returns the bundled dataset. Its nodes and offices are parsed when they are first accessed.
///
/// # Errors
/// The bundled document is not of the format that this version reads; then the program was built wrongly.
pub fn bundled() -> Result<Dataset, serde_json::Error> {
    document::read(PLANS, INDEX)
}

/// The bundled document unchanged, byte for byte what `guihua export` prints.
#[must_use]
pub fn bundled_document() -> &'static str {
    PLANS
}

/// The bundled index of the parts of [`bundled_document`], as [`index`] makes it.
#[must_use]
pub fn bundled_index() -> &'static str {
    INDEX
}

/// The bundled registry of offices and indicators. All callers share one, so that its tables are parsed once.
#[must_use]
pub fn registry() -> Arc<Registry> {
    static REGISTRY: OnceLock<Arc<Registry>> = OnceLock::new();
    Arc::clone(REGISTRY.get_or_init(|| Arc::new(Registry::new(DEPARTMENTS, INDICATORS))))
}

/// The text of a bundled plan, to show the lines of the document.
#[must_use]
pub fn seed(plan: &str) -> Option<&'static str> {
    BUNDLE.iter().find(|row| row.file.rsplit_once('.').is_some_and(|(stem, _)| stem == plan)).map(|row| row.text)
}

/// The texts of the bundled plans.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seeds;

impl Sources for Seeds {
    fn text(&self, plan: &str) -> Option<Cow<'_, str>> {
        seed(plan).map(Cow::Borrowed)
    }
}

/// Imports every bundled text again and puts the dataset together.
///
/// # Errors
/// A text cannot be decoded.
pub fn build() -> Result<Dataset, Unreadable> {
    let registry = registry();
    let read = |row: &Bundled| read_plan(row.file, row.text.as_bytes(), &row.supplied, &registry);
    Ok(assemble(BUNDLE.iter().map(read).collect::<Result<_, _>>()?, &registry))
}

/// Imports one plan from the bytes of a file, in any format that is read. The stem of the file's name becomes the id of the plan; `supplied`
/// are facts for what the text does not give.
///
/// # Errors
/// The file cannot be read.
pub fn read_plan(file: &str, bytes: &[u8], supplied: &Supplied<'_>, registry: &Registry) -> Result<Plan, Unreadable> {
    let text = formats::read(bytes, file, &formats::Options::default())?.text;
    let source = Source { file: file.to_owned(), sha256: sha256(bytes) };
    Ok(importer::import(&text, source, supplied, registry.departments()))
}

/// Puts plans together with the offices of the registry, each with the names that the plans print for it.
#[must_use]
pub fn assemble(plans: Vec<Plan>, registry: &Registry) -> Dataset {
    let mut departments = registry.departments().departments();
    // The registry lists the forms of each name; here only those count that a plan prints.
    for department in &mut departments {
        department.aliases.clear();
    }
    let printed: Vec<PrintedNames> = plans.iter().map(|plan| (plan.id.clone(), printed_names(plan))).collect();
    add_printed_names(&mut departments, &printed);
    Dataset { schema: SCHEMA, plans, departments: departments.into() }
}

/// The names that the clauses of one plan print for offices: its id, and for each office its id with a name.
pub type PrintedNames = (String, Vec<(String, String)>);

/// Adds plans to a dataset, behind those in it, without looking at their nodes. `printed` gives the names that each of them
/// prints for offices; it is asked when the offices are first accessed. Where no plan is added, the offices stay unparsed. A
/// plan that has the short name of one before it is labelled with what tells them apart.
#[must_use]
pub fn join(
    mut dataset: Dataset,
    plans: impl IntoIterator<Item = Plan>,
    printed: impl Fn() -> Vec<PrintedNames> + Send + Sync + 'static,
) -> Dataset {
    let n_before = dataset.plans.len();
    dataset.plans.extend(plans);
    if let Some((before, added)) = dataset.plans.split_at_mut_checked(n_before)
        && !added.is_empty()
    {
        let bundled = dataset.departments.clone();
        dataset.departments = Lines::fetched_by(move || {
            let mut departments = bundled.to_vec();
            add_printed_names(&mut departments, &printed());
            departments
        });
        labels::tell_apart(before, added);
    }
    dataset
}

/// The offices of the registry, none with a name that a plan prints.
#[must_use]
pub fn without_plans(registry: &Registry) -> Dataset {
    assemble(Vec::new(), registry)
}

/// The names that the clauses of a plan print for offices, each once, in the order in which they first stand there.
#[must_use]
pub fn printed_names(plan: &Plan) -> Vec<(String, String)> {
    let units = plan.nodes.iter().flat_map(|node| &node.responsible).flat_map(|clause| &clause.units);
    let named = units.filter_map(|unit| Some((unit.department.as_deref()?, unit.raw.as_str())));
    let mut seen = HashSet::new();
    let first = named.filter(|named| seen.insert(*named));
    first.map(|(office, raw)| (office.to_owned(), raw.to_owned())).collect()
}

/// Adds to the offices the names that the clauses of these plans print for them, and in which plans.
fn add_printed_names(departments: &mut [Department], plans: &[PrintedNames]) {
    let positions: HashMap<String, usize> = departments.iter().map(|one| one.id.clone()).zip(0..).collect();
    // Where each printed name stands among those of its office.
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    for (at, department) in departments.iter().enumerate() {
        known.extend(department.aliases.iter().map(|alias| (at, alias.raw.clone())).zip(0..));
    }
    for (plan, names) in plans {
        for (office, raw) in names {
            let Some(&at) = positions.get(office) else { continue };
            let Some(department) = departments.get_mut(at) else { continue };
            let alias = *known.entry((at, raw.clone())).or_insert(department.aliases.len());
            match department.aliases.get_mut(alias) {
                None => department.aliases.push(Alias { raw: raw.clone(), plans: vec![plan.clone()] }),
                Some(alias) => alias.plans.push(plan.clone()),
            }
        }
    }
}

/// Returns the SHA-256 of the bundled document in hexadecimal, by which two programs tell whether they have the same plans.
#[must_use]
pub fn digest() -> String {
    sha256(bundled_document().as_bytes())
}

/// Returns the SHA-256 of some bytes in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
