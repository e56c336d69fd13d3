//! What the browser asks of a search, as plain data, so that the views know no index and no ranking.
//!
//! `Scan` is the plainest search there is: characters that stand in a field, in the order of the dataset. It serves
//! the tests, and any caller that brings no better one.

use std::ops::Range;
use std::sync::Arc;

use super::place::Place;
use crate::model::{Dataset, Node};
use crate::text::fold::fold;

/// A search over the dataset.
pub trait Finder {
    /// The hits for what is typed, best first, at most `limit` of them.
    fn find(&self, query: &str, limit: usize) -> Found;
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The hits, best first within their kind.
    pub hits: Vec<Hit>,
    /// How many there are of each kind, those beyond the limit included.
    pub totals: Vec<(HitKind, usize)>,
    /// Words to light up in the texts.
    pub lit: Vec<String>,
    /// What to say when nothing was found: the nearest names, the filter that took everything away.
    pub advice: Option<String>,
}

/// What a hit is; the order is that of the groups on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitKind {
    /// 部门.
    Department,
    /// 规划.
    Plan,
    /// 章节.
    Chapter,
    /// 任务.
    Task,
    /// 指标.
    Indicator,
    /// 正文里的目标.
    Target,
    /// 正文.
    Text,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Id of its plan; `None` for a bureau.
    pub plan: Option<String>,
    /// Where Enter leads.
    pub place: Place,
    /// Heading, name of the bureau, or name of the indicator.
    pub title: String,
    /// The sentence or the other name that answers; empty if the title does.
    pub context: String,
    /// Characters of `title` that answer.
    pub title_lit: Vec<Range<usize>>,
    /// Characters of `context` that answer.
    pub context_lit: Vec<Range<usize>>,
}

/// A literal search: every word of the query stands in the field, folded.
pub struct Scan {
    dataset: Arc<Dataset>,
}

impl Scan {
    /// A search over this dataset.
    #[must_use]
    pub fn new(dataset: Arc<Dataset>) -> Self {
        Self { dataset }
    }

    /// Every field of the dataset as a hit without matches, in the order of the kinds and the document.
    fn fields(&self) -> impl Iterator<Item = Hit> + '_ {
        let departments = self.dataset.departments.iter().flat_map(|department| {
            let names = std::iter::once(&department.name).chain(&department.abbreviations);
            names.map(|name| {
                let context = if *name == department.name { String::new() } else { name.clone() };
                hit(HitKind::Department, None, Place::Department(department.id.clone()), &department.name, context)
            })
        });
        let nodes = self.dataset.plans.iter().flat_map(|plan| &plan.nodes);
        departments.chain(nodes.flat_map(node_fields))
    }
}

/// The fields of one node: its heading, its tables' rows, its paragraphs.
fn node_fields(node: &Node) -> impl Iterator<Item = Hit> + '_ {
    let place = || Place::Node(node.id.clone());
    let kind = if node.responsible.is_empty() { HitKind::Chapter } else { HitKind::Task };
    let heading = hit(kind, Some(&node.plan), place(), &node.heading(), String::new());
    let rows = node.tables.iter().flat_map(|table| {
        table.rows.iter().enumerate().map(|(at, row)| {
            let place = Place::Indicator(table.id.clone(), at);
            hit(HitKind::Indicator, Some(&node.plan), place, &row.name, String::new())
        })
    });
    let texts = node
        .paragraphs
        .iter()
        .map(move |paragraph| hit(HitKind::Text, Some(&node.plan), place(), &node.heading(), paragraph.text.clone()));
    std::iter::once(heading).chain(rows).chain(texts)
}

/// A hit without matches.
fn hit(kind: HitKind, plan: Option<&String>, place: Place, title: &str, context: String) -> Hit {
    Hit {
        kind,
        plan: plan.cloned(),
        place,
        title: title.to_owned(),
        context,
        title_lit: Vec::new(),
        context_lit: Vec::new(),
    }
}

impl Finder for Scan {
    fn find(&self, query: &str, limit: usize) -> Found {
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        let mut found = Found { lit: words.clone(), ..Found::default() };
        if words.is_empty() {
            return found;
        }
        for mut hit in self.fields() {
            let field = if hit.context.is_empty() { &hit.title } else { &hit.context };
            let Some(lit) = words.iter().map(|word| Some(lit(field, word)).filter(|lit| !lit.is_empty())).collect()
            else {
                continue;
            };
            let lit: Vec<Vec<Range<usize>>> = lit;
            let mut lit = lit.concat();
            lit.sort_by_key(|range| range.start);
            if hit.context.is_empty() {
                hit.title_lit = lit;
            } else {
                hit.context_lit = lit;
            }
            if hit.kind == HitKind::Department && found.hits.last().is_some_and(|last| last.place == hit.place) {
                continue;
            }
            match found.totals.iter_mut().find(|(kind, _)| *kind == hit.kind) {
                Some((_, total)) => *total += 1,
                None => found.totals.push((hit.kind, 1)),
            }
            found.hits.push(hit);
        }
        found.hits.sort_by_key(|hit| hit.kind);
        found.totals.sort_by_key(|(kind, _)| *kind);
        found.hits.truncate(limit);
        found
    }
}

/// Where `word` stands in `text`, in characters, both folded one character to one.
pub(crate) fn lit(text: &str, word: &str) -> Vec<Range<usize>> {
    let folded: Vec<char> = fold(text).chars().collect();
    let word: Vec<char> = fold(word).chars().collect();
    let mut ranges = Vec::new();
    let mut at = 0;
    while !word.is_empty() && at + word.len() <= folded.len() {
        if folded.get(at..at + word.len()) == Some(word.as_slice()) {
            ranges.push(at..at + word.len());
            at += word.len();
        } else {
            at += 1;
        }
    }
    ranges
}
