//! The search as the views see it: hits as plain data with the place each leads to. What is found, and in which order,
//! is `search`'s affair.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::place::Place;
use crate::model::Dataset;
use crate::search::{self, Index, Kind, Meaning, Query, Reading, Spot};
use crate::text::fold::fold;

/// Hits of one kind that are listed; more are counted.
const PER_KIND: usize = 100;

/// A search over the dataset. Its index is made when it is first asked, or before by [`Finder::prepare`].
pub(crate) struct Finder {
    pub(crate) dataset: Arc<Dataset>,
    index: OnceLock<Index>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The hits, best first within their kind.
    pub(crate) hits: Vec<Hit>,
    /// How many there are of each kind, those beyond the limit included.
    pub(crate) totals: Vec<(Kind, usize)>,
    /// Words to light up in the texts.
    pub(crate) lit: Vec<String>,
    /// The filters in the query, and what each was taken for.
    pub(crate) filters: Vec<String>,
    /// What to say when nothing was found: the nearest names, the filter that took everything away.
    pub(crate) advice: Vec<String>,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// What it is.
    pub(crate) kind: Kind,
    /// Id of its plan; `None` for a bureau.
    pub(crate) plan: Option<String>,
    /// Where Enter leads.
    pub(crate) place: Place,
    /// Title, name of the bureau, or name of the indicator.
    pub(crate) title: String,
    /// The text or the other name that answers; where the title does, what contains it.
    pub(crate) context: String,
    /// Characters of `title` that answer.
    pub(crate) title_lit: Vec<Range<usize>>,
    /// Characters of `context` that answer.
    pub(crate) context_lit: Vec<Range<usize>>,
    /// In words, why it was found.
    pub(crate) why: String,
}

impl Finder {
    /// A search over this dataset.
    pub(crate) fn new(dataset: Arc<Dataset>) -> Self {
        Self { dataset, index: OnceLock::new() }
    }

    /// Makes the index, so that the first question does not wait for it.
    pub(crate) fn prepare(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.dataset))
    }

    /// The hits for what is typed in the plans with these ids (in all, where there are none), grouped by kind.
    pub(crate) fn find(&self, typed: &str, plans: Vec<String>, limit: usize) -> Found {
        let query = Query::parse(typed);
        let options = search::Options { plans, kinds: Vec::new(), limit, per_kind: Some(PER_KIND) };
        let found = self.prepare().search(&self.dataset, &query, &options);
        let terms = query.groups.iter().filter(|group| !group.refused).flat_map(|group| &group.terms);
        let mut hits: Vec<Hit> = found.hits.iter().filter_map(|hit| self.hit(hit)).collect();
        hits.sort_by_key(|hit| hit.kind);
        Found {
            hits,
            totals: found.counts,
            lit: terms.map(|term| term.raw.clone()).filter(|word| !word.is_empty()).collect(),
            filters: found.filters.iter().map(told).collect(),
            advice: found.nothing.map(|nothing| nothing.lines()).unwrap_or_default(),
        }
    }

    fn hit(&self, hit: &search::Hit) -> Option<Hit> {
        let ranges = |ranges: &[[usize; 2]]| ranges.iter().map(|[from, to]| *from..*to).collect::<Vec<_>>();
        let title = hit.title.unwrap_or_default();
        let in_title = hit.matched.iter().find(|matched| matched.text == title);
        let elsewhere = hit.matched.iter().find(|matched| matched.text != title);
        let place = match (hit.kind, hit.spot) {
            (Kind::Department, _) => Place::Department(hit.id.to_owned()),
            (Kind::Plan, _) => Place::Plan(hit.id.to_owned()),
            (_, Spot::Row(table, row)) => {
                Place::Indicator(self.dataset.node(hit.id)?.1.tables.get(table)?.id.clone(), row)
            }
            _ => Place::Node(hit.id.to_owned()),
        };
        Some(Hit {
            kind: hit.kind,
            plan: hit.plan.map(str::to_owned),
            place,
            title: title.to_owned(),
            context: elsewhere.map_or_else(|| hit.context.join(" › "), |matched| matched.text.to_string()),
            title_lit: in_title.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
            context_lit: elsewhere.map(|matched| ranges(&matched.ranges)).unwrap_or_default(),
            why: hit.why.clone(),
        })
    }
}

/// A filter and what it was taken for, in words.
fn told(reading: &Reading) -> String {
    let filter = format!("{}:{}", reading.filter.sort.name(), reading.filter.value);
    match &reading.meaning {
        Meaning::Pending => format!("{filter}…"),
        Meaning::Known(names) if names.as_slice() == [reading.filter.value.clone()] => filter,
        Meaning::Known(names) => format!("{filter}（{}）", names.join("、")),
        Meaning::Unknown(near) if near.is_empty() => format!("{filter}（不认识，未用）"),
        Meaning::Unknown(near) => format!("{filter}（不认识，未用；相近：{}）", near.join("、")),
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
