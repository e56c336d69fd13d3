//! The importer reads the text of a plan and makes the [`Plan`]. Every text gives one; what the importer is not certain
//! of becomes a doubt with its line. How the bytes of a file become a text is the matter of [`crate::formats`].
//!
//! ```text
//! text ─── document ──► lines ─┬─ contents ──► left out
//!                              ├─ grid ──► cells ── table + column ──► tables
//!                              ├─ front + facts ──► cover, title, place, date, standing, period
//!                              └─ body: mark ──► headings ── outline ──► nodes
//!                                                        ├─ paragraph: broken pages joined
//!                                                        └─ clause + bracket: who is responsible
//! ```
//!
//! It works by rules and knows no plan by name and no file. Where a comment cites a line of a plan, the line is an
//! example of the rule, which holds for any plan of the kind.

mod assignment;
mod body;
mod bracket;
mod cell;
mod clause;
mod column;
mod contents;
mod corrections;
mod document;
mod facts;
mod front;
mod grid;
mod headings;
mod mark;
mod normal;
mod offices;
mod outline;
mod paragraph;
mod runs;
mod table;
mod website;

use std::borrow::Cow;
use std::sync::Arc;

use crate::importer::body::Body;
use crate::importer::cell::Grid;
use crate::importer::document::Line;
use crate::importer::facts::Facts;
use crate::importer::front::Front;
use crate::importer::headings::Headings;
use crate::importer::normal::Printed;
use crate::importer::offices::Offices;
use crate::importer::outline::{Builder, Draft};
use crate::importer::website::Surroundings;
use crate::lexicon::table::AHEAD_WORDS;
use crate::model::{Counts, Doubt, DoubtKind, Kind, Lines, Node, Plan, Source};
use crate::registry::department::Departments;
use crate::registry::division;

pub use corrections::Correct;
pub use facts::Supplied;

/// Reads the text of a plan (规划): its facts, outline, responsibility clauses and indicator tables.
///
/// - `source` names the file; its stem becomes the id of the plan.
/// - `supplied` gives facts that the text may lack. Each one that is used is named in [`Plan::supplied`].
/// - `offices` are the offices that responsible units are recognised as. A unit that has none of their names is kept as
///   printed, and reported as a doubt.
///
/// Any text gives a plan. The doubts about it are in [`Plan::findings`], in the order of the lines.
///
/// ```
/// use guihua::importer::{self, Supplied};
/// use guihua::model::Source;
///
/// let text = "江海市卫生健康“十五五”规划\n\n一、主要任务\n1.促进心理健康。加强服务。（责任单位：市卫生健康局、市教育局）\n";
/// let source = Source { file: "jianghai-155.txt".to_owned(), sha256: String::new() };
/// let registry = guihua::dataset::registry();
/// let plan = importer::import(text, source, &Supplied::default(), registry.departments());
///
/// assert_eq!(plan.region.as_deref(), Some("江海市"));
/// assert_eq!(plan.period.as_deref(), Some("2026-2030"));
/// let task = plan.tasks().next().expect("the plan has one task");
/// assert_eq!((task.id.as_str(), task.title.as_deref()), ("jianghai-155/1.1", Some("促进心理健康")));
/// let units: Vec<&str> = task.responsible[0].units.iter().map(|unit| unit.name.as_str()).collect();
/// assert_eq!(units, ["卫生健康局", "教育局"]);
/// ```
#[must_use]
pub fn import(text: &str, source: Source, supplied: &Supplied<'_>, offices: &Departments) -> Plan {
    import_corrected(text, source, supplied, &[], offices)
}

/// Reads the text of a plan as [`import`] does, and corrects what a user has found to be read wrongly. Each correction that
/// was made, and each that found no place, is among the doubts.
#[must_use]
pub fn import_corrected(
    text: &str,
    source: Source,
    supplied: &Supplied<'_>,
    corrections: &[Correct],
    offices: &Departments,
) -> Plan {
    let text = document::undressed(text);
    let read = normal::normal(&text);
    let mut lines = runs::cut(document::lines(&read));
    let around = website::find(&mut lines);
    let headings = Headings::new(&mut lines);
    let printed = matches!(read, Cow::Owned(_)).then(|| Printed::new(&text, &read));
    let mut left_out = contents::find_pages(&lines);
    left_out.extend(&around.left_out);
    let grids: Vec<Grid> = grid::find_grids(&lines).into_iter().filter(|grid| !left_out.contains(&grid.from)).collect();
    let body = Body::new(&lines, &left_out, &grids, &headings);
    let front = front::read(&body.before_first_heading(), headings.title());
    let facts = read_facts(&front, &lines, &around);
    let asked = Offices::new(offices);
    let mut builder = Builder::new(body.ranks(), !left_out.is_empty() || body.is_cut(), &asked);
    body.build(&front, &facts, around.number.as_ref(), &mut builder);
    let (mut drafts, mut findings) = (builder.drafts, builder.findings);
    let mut facts = facts;
    if let Some(printed) = &printed {
        printed.restore_facts(&mut facts);
        for draft in &mut drafts {
            printed.restore_draft(draft);
        }
        for doubt in &mut findings {
            printed.restore_doubt(doubt);
        }
    }
    corrections::correct_drafts(corrections, &mut drafts, &mut findings, offices);
    findings.extend(corrections::correct_facts(corrections, &mut facts));
    let id = source.file.rsplit_once('.').map_or(source.file.as_str(), |(stem, _)| stem).to_owned();
    let mut plan = new_plan(id, facts, supplied, source);
    plan.supplied.extend(corrections::corrected_facts(corrections));
    let target_years = find_target_years(&lines);
    let nodes = build_nodes(&plan, drafts, &target_years, printed.as_ref(), &mut findings);
    plan.counts = Counts::from_nodes(&nodes);
    plan.nodes = nodes.into();
    let has_tasks = plan.nodes.iter().any(|node| node.kind == Kind::Item && !node.responsible.is_empty());
    if !has_tasks && !plan.nodes.iter().any(|node| node.kind == Kind::Chapter) {
        findings.push(Doubt { line: 1, kind: DoubtKind::NoHeadings });
    }
    if body.is_of_articles() && plan.counts.clauses == 0 {
        findings.push(Doubt { line: front_line(&front), kind: DoubtKind::NoPlan });
    }
    findings.sort_by_key(|finding| finding.line);
    plan.findings = findings.into();
    plan
}

/// The line of the title, else the first one.
fn front_line(front: &Front) -> u32 {
    front.title.as_ref().map_or(1, |(_, line)| *line)
}

fn read_facts(front: &Front, lines: &[Line], around: &Surroundings) -> Facts {
    let cover: Vec<&str> = front.cover.iter().chain(&front.title_lines).map(|line| line.text.trim()).collect();
    let body: Vec<&str> = lines.iter().map(|line| line.text.trim()).filter(|text| !text.is_empty()).collect();
    let printed = front.title.as_ref().map(|(title, _)| title);
    let title = printed.or(front.sent.as_ref()).or(around.title.as_ref());
    facts::read(title.map(String::as_str), &cover, &body, &around.signature)
}

/// The years that the text sets targets for (到2030年, 到 2025 年), each once and in order.
fn find_target_years(lines: &[Line]) -> Vec<u16> {
    let mut years: Vec<u16> = lines
        .iter()
        .flat_map(|line| line.text.match_indices('到').map(|(at, word)| (line.text, at, at + word.len())))
        .filter(|(text, at, _)| text.get(..*at).is_some_and(looks_ahead))
        .filter_map(|(text, _, behind)| text.get(behind..))
        .filter(|after| after.trim_start().starts_with("20"))
        .filter_map(|after| column::year(after.get(..after.find('年')?)?))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Whether 到 behind these words says by when: 到2030年 at the start of a clause, 力争到2030年; but 提高到2020年的77.88岁.
fn looks_ahead(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| !last.is_alphanumeric()) || AHEAD_WORDS.ends(before)
}

/// Makes the plan without its nodes. A fact that the text does not give is taken from `given`.
fn new_plan(id: String, facts: Facts, given: &Supplied<'_>, source: Source) -> Plan {
    let mut supplied = Vec::new();
    let mut fact = |name: &str, read: Option<String>, given: Option<&str>| {
        read.or_else(|| {
            let given = given?;
            supplied.push(name.to_owned());
            Some(given.to_owned())
        })
    };
    let title = fact("title", facts.title, given.title);
    let region = fact("region", facts.region, given.region);
    let issuer = fact("issuer", facts.issuer, given.issuer);
    let date = fact("issued", facts.issued, given.issued);
    let status = fact("status", facts.status, given.status);
    let period = fact("period", facts.period, given.period);
    let short = region.as_deref().map_or(id.as_str(), division::short_name).to_owned();
    let title = title.unwrap_or_else(|| id.clone());
    Plan {
        id,
        title,
        short,
        label: None,
        sound: None,
        region,
        issuer,
        issued: date,
        status,
        period,
        supplied,
        source,
        findings: Vec::new().into(),
        counts: Counts::default(),
        nodes: Lines::default(),
    }
}

/// Makes the drafts into nodes: gives each its id by its position in the outline, and reads its tables.
fn build_nodes(
    plan: &Plan,
    drafts: Vec<Draft>,
    target_years: &[u16],
    printed: Option<&Printed>,
    findings: &mut Vec<Doubt>,
) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(drafts.len());
    let mut n_children = vec![0u32; drafts.len()];
    let (mut n_top, mut n_tables) = (0u32, 0u32);
    for draft in drafts {
        let parent = draft.parent.and_then(|at| nodes.get(at));
        let ordinal = match draft.parent.and_then(|at| n_children.get_mut(at)) {
            Some(n) => n,
            None => &mut n_top,
        };
        let id = match (draft.kind, parent) {
            (Kind::Front, _) => format!("{}/front", plan.id),
            (Kind::Preamble, _) => format!("{}/preamble", plan.id),
            (_, parent) => {
                *ordinal += 1;
                parent.map_or_else(|| format!("{}/{ordinal}", plan.id), |parent| format!("{}.{ordinal}", parent.id))
            }
        };
        let path = parent.map_or_else(Vec::new, |parent| {
            let own = parent.title.clone().or_else(|| parent.number.clone());
            parent.path.iter().cloned().chain(own.map(Arc::from)).collect()
        });
        let mut tables = Vec::new();
        for (title, grid) in draft.tables {
            n_tables += 1;
            let context = column::Context {
                place: plan.region.as_deref().map(division::innermost),
                title: title.as_deref().or(draft.title.as_deref()).unwrap_or_default(),
                last_year: plan.period.as_deref().and_then(facts::last_year),
                target_years,
                issued: plan.issued.as_deref().and_then(column::year),
            };
            let place = table::Place { id: format!("{}/t{n_tables}", plan.id), node: &id, title: title.clone() };
            let mut table = table::read(grid, place, &context, findings);
            if let Some(printed) = printed {
                printed.restore_table(&mut table);
            }
            tables.push(table);
        }
        nodes.push(Node {
            plan: plan.id.as_str().into(),
            parent: parent.map(|parent| parent.id.clone()),
            id,
            kind: draft.kind,
            number: draft.number,
            title: draft.title,
            lines: draft.lines,
            path: path.into(),
            paragraphs: draft.paragraphs,
            responsible: draft.responsible,
            tables,
        });
    }
    nodes
}
