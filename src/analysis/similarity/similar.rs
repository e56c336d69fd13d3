//! How other plans put the same task: the closest tasks of the other plans, with the wording they share.
//!
//! Titles and texts are compared by the characters they have in common (推算), so the same words find each other in any
//! plan; what the numbers weigh stands in `weight`. Made once from the dataset, then asked for one node at a time.

mod gram;
mod gram_index;
mod phrase;
mod weight;

use serde::Serialize;

use crate::model::{Dataset, LineRange, Node, Plan};

use gram_index::Field;
use phrase::Phrases;
use weight::{ALIKE_WEIGHT, N_PHRASES, NEAR, ROUND, TEXT_GRAMS, TITLE_GRAMS, TITLE_WEIGHT};

/// A task close to the one asked for, as `similar` prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimilarRow<'a> {
    /// Id of the plan that prints it.
    pub plan: &'a str,
    /// Id of the node, as `show` takes it.
    pub id: &'a str,
    /// The number before the title as printed: `（一）`.
    pub number: Option<&'a str>,
    /// The title; `None` where the document prints none.
    pub title: Option<&'a str>,
    /// The plan's draft mark, 征求意见稿 and the like; `None` for a plan that is no draft.
    pub draft: Option<&'a str>,
    /// First and last line of the node's own text, 1-based.
    pub lines: LineRange,
    /// How close, from 0 to 1: worked out by this program.
    pub score: f64,
    /// The longest phrases that stand in both, as printed; those of both titles first.
    pub why: Vec<String>,
}

/// All tasks of a dataset, ready to be compared with.
#[derive(Clone, Debug)]
pub struct Similar {
    /// Position of plan and node in the dataset, a task each, in the order of the documents.
    tasks: Vec<(usize, usize)>,
    titles: Field,
    texts: Field,
}

impl Similar {
    /// Reads the tasks of all plans. Takes time with the length of the texts.
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
                    texts.push(text(node));
                }
            }
        }
        Self { tasks, titles: Field::new(&titles, TITLE_GRAMS), texts: Field::new(&texts, TEXT_GRAMS) }
    }

    /// The tasks of plans other than the node's own that are close to it, at most `limit`, the closest first; equally
    /// close ones in the order of the documents. The node may be any, and `dataset` the one this was made from.
    #[must_use]
    pub fn closest<'a>(&self, dataset: &'a Dataset, node: &Node, limit: usize) -> Vec<SimilarRow<'a>> {
        let own_text = text(node);
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
        let titles = Phrases::of(title(node));
        let texts = Phrases::of(&format!("{}\n{own_text}", title(node)));
        let why = |other: &Node| shared(&titles, &texts, other);
        near.into_iter().map(|(score, plan, other)| row(score, plan, other, why(other))).collect()
    }

    /// How close each task is to this title and text, from 0 to 1.
    fn scores(&self, title: &str, text: &str) -> Vec<f64> {
        // Where the node has no title, or no text, the other part speaks alone.
        let title_weight = match (self.titles.is_silent(title), self.texts.is_silent(text)) {
            (true, _) => 0.0,
            (false, true) => 1.0,
            (false, false) => TITLE_WEIGHT,
        };
        let blend =
            |likeness: &gram_index::Likeness| ALIKE_WEIGHT * likeness.alike + (1.0 - ALIKE_WEIGHT) * likeness.held;
        let titles = self.titles.compare(title);
        let texts = self.texts.compare(text);
        let scores = titles.iter().zip(&texts).map(|(title, text)| {
            let score = title_weight * title.alike + (1.0 - title_weight) * blend(text);
            (score.min(1.0) * ROUND).round() / ROUND
        });
        scores.collect()
    }
}

/// The title, empty where there is none.
fn title(node: &Node) -> &str {
    node.title.as_deref().unwrap_or_default()
}

/// The paragraphs of a node, a line each.
fn text(node: &Node) -> String {
    node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// What a node's title and text share with another's: phrases of both titles first, then the longest.
fn shared(titles: &Phrases, texts: &Phrases, other: &Node) -> Vec<String> {
    let mut why = titles.shared(title(other));
    let least = why.len();
    for phrase in texts.shared(&format!("{}\n{}", title(other), text(other))) {
        if why.len() >= N_PHRASES.max(least) {
            break;
        }
        if !why.iter().any(|longer| longer.contains(&phrase)) {
            why.push(phrase);
        }
    }
    why
}

fn row<'a>(score: f64, plan: &'a Plan, other: &'a Node, why: Vec<String>) -> SimilarRow<'a> {
    SimilarRow {
        plan: &plan.id,
        id: &other.id,
        number: other.number.as_deref(),
        title: other.title.as_deref(),
        draft: plan.status.as_deref().filter(|_| plan.is_draft()),
        lines: other.lines,
        score,
        why,
    }
}
