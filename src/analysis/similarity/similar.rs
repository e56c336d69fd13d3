//! Finds how other plans word a task: the closest tasks of the other plans, with the phrases they share.
//!
//! ```text
//! gram, weight ─► gram_index, phrase, topic_index
//! ```
//! Titles and texts are compared by the characters they have in common, so that equal words are found in any plan, and by
//! the topics that titles, headings and texts name, so that other words for one subject are found as well (推算); `weight`
//! holds all numbers of the score. [`Similar`] is made once from a dataset and owned, so that it can be shared
//! between threads; it is asked for one node at a time.

mod gram;
mod gram_index;
mod phrase;
mod topic_index;
mod weight;

use std::collections::HashSet;

use serde::Serialize;

use crate::model::{Dataset, Kind, LineRange, Node, NodeIndex, Plan};
use crate::words::topics;

use gram_index::GramIndex;
use phrase::Phrases;
use topic_index::{Shared, Subject, TopicIndex};
use weight::{
    COMMON_LEAST, COMMON_SHARE, COSINE_WEIGHT, FEWEST_LETTERS, N_PHRASES, NEAR, NO_TASK_WEIGHT, OTHER_TOPIC_WEIGHT,
    ROUND, SAME_TOPIC, TEXT_GRAMS, TITLE_GRAMS, TITLE_WEIGHT, TOPIC_WEIGHT,
};

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
    /// The topics that the title of the node asked for, the heading above it or else its text names and that this task has
    /// to do with as well, in the words of this program.
    pub topics: Vec<&'static str>,
}

impl SimilarRow {
    /// The topics for the reader, in the language in force.
    #[must_use]
    pub fn shown_topics(&self) -> Vec<&'static str> {
        self.topics.iter().map(|topic| topics::shown(topic)).collect()
    }
}

/// A node that may be listed: the positions of its plan and of itself, and whether it is a task.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    plan: usize,
    node: usize,
    is_task: bool,
}

/// All tasks of a dataset, indexed for comparison.
#[derive(Clone, Debug)]
pub struct Similar {
    /// All tasks and the other nodes without nodes below them, covers aside, in the order of the documents.
    tasks: Vec<Candidate>,
    titles: GramIndex,
    texts: GramIndex,
    topics: TopicIndex,
}

impl Similar {
    /// Indexes the tasks of all plans. The time grows with the length of the texts.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut tasks = Vec::new();
        let (mut titles, mut texts, mut subjects) = (Vec::new(), Vec::new(), Vec::new());
        for (plan_at, plan) in dataset.plans.iter().enumerate() {
            let mut chosen = plan.tasks().peekable();
            let index = NodeIndex::new(plan);
            let parents: HashSet<&str> = plan.nodes.iter().filter_map(|node| node.parent.as_deref()).collect();
            for (node_at, node) in plan.nodes.iter().enumerate() {
                let is_task = chosen.next_if(|task| task.id == node.id).is_some();
                let is_leaf = node.kind != Kind::Front && !parents.contains(node.id.as_str());
                if is_task || is_leaf {
                    tasks.push(Candidate { plan: plan_at, node: node_at, is_task });
                    titles.push(title(node).to_owned());
                    texts.push(node.text());
                    subjects.push(Subject::new(node, index.above(node)));
                }
            }
        }
        let (titles, texts) = (GramIndex::new(&titles, TITLE_GRAMS), GramIndex::new(&texts, TEXT_GRAMS));
        Self { tasks, titles, texts, topics: TopicIndex::new(&subjects) }
    }

    /// The tasks of other plans that are close to this node, at most `limit`, the closest first; equally close ones in
    /// the order of the documents. The node need not be a task, and of other nodes (目标, 保障措施) those of other plans are
    /// listed as well; a cover has none. `dataset` must be the one that this was made from.
    #[must_use]
    pub fn closest(&self, dataset: &Dataset, node: &Node, limit: usize) -> Vec<SimilarRow> {
        let own_text = node.text();
        let own_plan = dataset.plan(&node.plan);
        if node.kind == Kind::Front {
            return Vec::new();
        }
        let asks_task = own_plan.is_some_and(|plan| plan.tasks().any(|task| task.id == node.id));
        let subject = own_plan.map(|plan| Subject::new(node, NodeIndex::new(plan).above(node))).unwrap_or_default();
        let shared = self.topics.compare(&subject);
        let scores = self.scores(title(node), &own_text).into_iter().zip(&shared);
        let scores = scores.zip(&self.tasks).map(|((score, shared), candidate)| {
            let score = with_topics(score, subject.is_named, shared);
            let score = if asks_task && !candidate.is_task { score * NO_TASK_WEIGHT } else { score };
            (score * ROUND).round() / ROUND
        });
        let mut near: Vec<(f64, &Shared, &Plan, &Node)> = self
            .tasks
            .iter()
            .zip(scores.zip(&shared))
            .filter(|(_, (score, shared))| *score >= NEAR && (!subject.is_named || is_about(*score, shared)))
            .filter_map(|(candidate, (score, shared))| {
                let plan = dataset.plans.get(candidate.plan).filter(|plan| *plan.id != *node.plan)?;
                Some((score, shared, plan, plan.nodes.get(candidate.node)?))
            })
            .collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        near.truncate(limit);
        let titles = Phrases::new(title(node));
        let texts = Phrases::new(&format!("{}\n{own_text}", title(node)));
        let common = (self.tasks.len() / COMMON_SHARE).max(COMMON_LEAST);
        let says_something = |phrase: &String| {
            phrase.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_LETTERS
                && !self.texts.is_common(phrase, common)
        };
        let why = |other: &Node| shared_phrases(&titles, &texts, other, says_something);
        let row = |(score, shared, plan, other): (f64, &Shared, &Plan, &Node)| {
            let why = why(other);
            SimilarRow { topics: shared.topics.clone(), ..row(score, plan, other, why) }
        };
        near.into_iter().map(row).collect()
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
            score.min(1.0)
        });
        scores.collect()
    }
}

/// The word to search all plans for where no task is close to a node: what its title, or the heading above it, is about.
/// `None` for a node without a title.
#[must_use]
pub fn word_to_search(plan: &Plan, node: &Node) -> Option<String> {
    topic_index::word_to_search(plan, node)
}

/// The score of a task with what it has in common with the subject of the node asked for: a shared subject raises it,
/// and a subject that the task never names lowers it, where the title names one.
fn with_topics(score: f64, is_named: bool, shared: &Shared) -> f64 {
    let is_other = is_named && shared.topics.is_empty();
    let by_characters = if is_other { score * OTHER_TOPIC_WEIGHT } else { score };
    (by_characters + (1.0 - by_characters) * TOPIC_WEIGHT * shared.cosine).min(1.0)
}

/// Whether a task is listed for a node whose title names a subject: it is on that subject, or its wording is close.
fn is_about(score: f64, shared: &Shared) -> bool {
    (!shared.topics.is_empty() && shared.cosine >= SAME_TOPIC) || score >= 2.0 * NEAR
}

/// The title of a node; empty where it has none.
fn title(node: &Node) -> &str {
    node.title.as_deref().unwrap_or_default()
}

/// The phrases that title and text of a node share with another's: those of both titles first, then the longest.
/// Only those that `says_something` accepts.
fn shared_phrases(
    titles: &Phrases,
    texts: &Phrases,
    other: &Node,
    says_something: impl Fn(&String) -> bool,
) -> Vec<String> {
    let mut why: Vec<String> = titles.shared(title(other)).into_iter().filter(&says_something).collect();
    let least = why.len();
    for phrase in texts.shared(&format!("{}\n{}", title(other), other.text())).into_iter().filter(&says_something) {
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
        topics: Vec::new(),
    }
}
