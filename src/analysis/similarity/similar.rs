//! Finds how other plans word a task: the closest tasks of the other plans, with the phrases they share.
//!
//! ```text
//! gram, weight ─► gram_index, phrase
//! ```
//! Titles and texts are compared by the characters they have in common (推算), so that equal words are found in any plan;
//! `weight` holds all numbers of the score. [`Similar`] is made once from a dataset and owned, so that it can be shared
//! between threads; it is asked for one node at a time.

mod gram;
mod gram_index;
mod phrase;
mod weight;

use serde::Serialize;

use crate::model::{Dataset, LineRange, Node, Plan};

use gram_index::GramIndex;
use phrase::Phrases;
use weight::{COSINE_WEIGHT, N_PHRASES, NEAR, ROUND, TEXT_GRAMS, TITLE_GRAMS, TITLE_WEIGHT};

/// A task that is close to the one asked for, as `similar` prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimilarRow {
    /// Id of the plan that prints it.
    pub plan: String,
    /// Id of the node, as `show` takes it.
    pub id: String,
    /// The number before the title as printed: `（一）`.
    pub number: Option<String>,
    /// The title; `None` where the document prints none.
    pub title: Option<String>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<String>,
    /// First and last line of the node's own text, 1-based.
    pub lines: LineRange,
    /// How close it is, from 0 to 1, as this program calculates it.
    pub score: f64,
    /// The longest phrases that both texts print, those of both titles first.
    pub why: Vec<String>,
}

/// All tasks of a dataset, indexed for comparison.
#[derive(Clone, Debug)]
pub struct Similar {
    /// The positions of plan and node of each task, in the order of the documents.
    tasks: Vec<(usize, usize)>,
    titles: GramIndex,
    texts: GramIndex,
}

impl Similar {
    /// Indexes the tasks of all plans. The time grows with the length of the texts.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut tasks = Vec::new();
        let (mut titles, mut texts) = (Vec::new(), Vec::new());
        for (plan_at, plan) in dataset.plans.iter().enumerate() {
            let mut chosen = plan.tasks().peekable();
            for (node_at, node) in plan.nodes.iter().enumerate() {
                if chosen.next_if(|task| task.id == node.id).is_some() {
                    tasks.push((plan_at, node_at));
                    titles.push(title(node).to_owned());
                    texts.push(node.text());
                }
            }
        }
        Self { tasks, titles: GramIndex::new(&titles, TITLE_GRAMS), texts: GramIndex::new(&texts, TEXT_GRAMS) }
    }

    /// The tasks of other plans that are close to this node, at most `limit`, the closest first; equally close ones in
    /// the order of the documents. The node need not be a task. `dataset` must be the one that this was made from.
    #[must_use]
    pub fn closest(&self, dataset: &Dataset, node: &Node, limit: usize) -> Vec<SimilarRow> {
        let own_text = node.text();
        let scores = self.scores(title(node), &own_text);
        let mut near: Vec<(f64, &Plan, &Node)> = self
            .tasks
            .iter()
            .zip(scores)
            .filter(|(_, score)| *score >= NEAR)
            .filter_map(|((plan, other), score)| {
                let plan = dataset.plans.get(*plan).filter(|plan| plan.id != node.plan)?;
                Some((score, plan, plan.nodes.get(*other)?))
            })
            .collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        near.truncate(limit);
        let titles = Phrases::new(title(node));
        let texts = Phrases::new(&format!("{}\n{own_text}", title(node)));
        let why = |other: &Node| shared_phrases(&titles, &texts, other);
        near.into_iter().map(|(score, plan, other)| row(score, plan, other, why(other))).collect()
    }

    /// The score of each task for this title and text, from 0 to 1.
    fn scores(&self, title: &str, text: &str) -> Vec<f64> {
        // Where the node has no title, or no text, the other part counts alone.
        let title_weight = match (self.titles.has_no_grams(title), self.texts.has_no_grams(text)) {
            (true, _) => 0.0,
            (false, true) => 1.0,
            (false, false) => TITLE_WEIGHT,
        };
        let blend = |likeness: &gram_index::Likeness| {
            COSINE_WEIGHT * likeness.cosine + (1.0 - COSINE_WEIGHT) * likeness.coverage
        };
        let titles = self.titles.compare(title);
        let texts = self.texts.compare(text);
        let scores = titles.iter().zip(&texts).map(|(title, text)| {
            let score = title_weight * title.cosine + (1.0 - title_weight) * blend(text);
            (score.min(1.0) * ROUND).round() / ROUND
        });
        scores.collect()
    }
}

/// The title of a node; empty where it has none.
fn title(node: &Node) -> &str {
    node.title.as_deref().unwrap_or_default()
}

/// The phrases that title and text of a node share with another's: those of both titles first, then the longest.
fn shared_phrases(titles: &Phrases, texts: &Phrases, other: &Node) -> Vec<String> {
    let mut why = titles.shared(title(other));
    let least = why.len();
    for phrase in texts.shared(&format!("{}\n{}", title(other), other.text())) {
        if why.len() >= N_PHRASES.max(least) {
            break;
        }
        if !why.iter().any(|longer| longer.contains(&phrase)) {
            why.push(phrase);
        }
    }
    why
}

fn row(score: f64, plan: &Plan, other: &Node, why: Vec<String>) -> SimilarRow {
    SimilarRow {
        plan: plan.id.clone(),
        id: other.id.clone(),
        number: other.number.clone(),
        title: other.title.clone(),
        draft: plan.draft().map(str::to_owned),
        lines: other.lines,
        score,
        why,
    }
}
