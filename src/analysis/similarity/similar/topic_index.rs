//! What tasks are about: the topics that titles, the headings above them and texts name, and how far two tasks share
//! them. Rare topics count more than those of every other task.
//!
//! Characters in common are found by `gram_index`; this index finds tasks on one subject in other words: 拓宽控烟渠道 and
//! 开展控烟限酒 share few characters, and 控烟 says what both are about.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::similarity::similar::weight::{
    self, ABOVE_WEIGHT, FURTHER_ABOVE_WEIGHT, OWN_TEXT_WEIGHT, OWN_TITLE_WEIGHT,
};
use crate::lexicon::task::TASK_VERBS;
use crate::lexicon::topic::TOPICS;
use crate::model::{Node, Plan};

/// The words of all topics by their first characters, the longest first, each with the name of its topic.
static WORDS: LazyLock<FxHashMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut words: FxHashMap<char, Vec<(&str, &str)>> = FxHashMap::default();
    for (word, topic) in TOPICS.iter() {
        if let Some(first) = word.chars().next() {
            words.entry(first).or_default().push((word, topic));
        }
    }
    for words in words.values_mut() {
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    words
});

/// How much each topic has to do with a task, by its name.
type Topics = BTreeMap<&'static str, f64>;

/// What one task is about, by topics and not by characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// All its topics with their weights.
    topics: Topics,
    /// Those that its title names, without any those of the heading above it, and without headings that name
    /// any those of its text; each once.
    named: Vec<&'static str>,
    /// Whether its title, or a heading above it, says what it is about.
    pub(super) is_named: bool,
}

/// The topics of many tasks, each with the tasks that it has to do with.
#[derive(Clone, Debug)]
pub(super) struct TopicIndex {
    /// For each topic the tasks that it has to do with, and its share in them.
    holders: FxHashMap<&'static str, Vec<(usize, f64)>>,
    /// The number of tasks that were indexed.
    n_tasks: usize,
}

/// What a task has in common with a subject.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// The cosine of their weighted topics, from 0 to 1.
    pub(super) cosine: f64,
    /// The topics that the subject is named by and that the task has to do with.
    pub(super) topics: Vec<&'static str>,
}

impl Subject {
    /// Reads what a node is about, from its text and from the titles of the nodes `above` it, its parent first.
    pub(super) fn new<'a>(node: &'a Node, above: impl Iterator<Item = &'a Node>) -> Self {
        let weights = [OWN_TITLE_WEIGHT, ABOVE_WEIGHT, FURTHER_ABOVE_WEIGHT];
        let titles = std::iter::once(node).chain(above).map(|node| found(node.title.as_deref().unwrap_or_default()));
        let headings: Vec<(Vec<&'static str>, f64)> = titles.zip(weights).collect();
        let mut topics = Topics::new();
        let in_text: Vec<&str> = node.paragraphs.iter().flat_map(|paragraph| found(&paragraph.text)).collect();
        let share = OWN_TEXT_WEIGHT / f64::from(u32::try_from(in_text.len().max(1)).unwrap_or(u32::MAX));
        for topic in in_text {
            *topics.entry(topic).or_default() += share;
        }
        for (found, weight) in &headings {
            for topic in found {
                let held = topics.entry(topic).or_default();
                *held = held.max(*weight);
            }
        }
        let from_headings = headings.into_iter().map(|(found, _)| found).find(|found| !found.is_empty());
        let is_named = from_headings.is_some();
        let mut named = from_headings.unwrap_or_else(|| topics.keys().copied().collect());
        named.sort_unstable();
        named.dedup();
        Self { topics, named, is_named }
    }
}

impl TopicIndex {
    /// Indexes the subjects of tasks.
    pub(super) fn new(subjects: &[Subject]) -> Self {
        let mut holders: FxHashMap<&'static str, Vec<(usize, f64)>> = FxHashMap::default();
        for (task, subject) in subjects.iter().enumerate() {
            for (topic, weight) in &subject.topics {
                holders.entry(topic).or_default().push((task, *weight));
            }
        }
        let mut index = Self { holders, n_tasks: subjects.len() };
        let lengths: Vec<f64> = subjects.iter().map(|subject| index.length(subject)).collect();
        for holders in index.holders.values_mut() {
            let rarity = rarity(holders.len(), subjects.len());
            for (task, weight) in holders {
                let length = lengths.get(*task).copied().unwrap_or_default();
                *weight = if length > 0.0 { *weight * rarity / length } else { 0.0 };
            }
        }
        index
    }

    /// What each task has in common with a subject, in the order of the tasks.
    pub(super) fn compare(&self, subject: &Subject) -> Vec<Shared> {
        let mut found = vec![Shared::default(); self.n_tasks];
        let length = self.length(subject);
        for (topic, weight) in subject.topics.iter().filter(|_| length > 0.0) {
            let holders = self.holders.get(topic).map(Vec::as_slice).unwrap_or_default();
            let own = weight * rarity(holders.len(), self.n_tasks) / length;
            for (task, theirs) in holders {
                if let Some(shared) = found.get_mut(*task) {
                    shared.cosine += own * theirs;
                }
            }
        }
        for topic in &subject.named {
            for (task, _) in self.holders.get(topic).into_iter().flatten() {
                if let Some(shared) = found.get_mut(*task) {
                    shared.topics.push(topic);
                }
            }
        }
        found
    }

    /// The length of the vector of a subject's topics, each weighted by its rarity.
    fn length(&self, subject: &Subject) -> f64 {
        let square = |(topic, weight): (&&'static str, &f64)| {
            let held_by = self.holders.get(topic).map_or(0, Vec::len);
            (weight * rarity(held_by, self.n_tasks)).powi(2)
        };
        subject.topics.iter().map(square).sum::<f64>().sqrt()
    }
}

/// The word to search for where nothing is close: the first that says the topic in the title of a node, or in the heading
/// above it; without any the title without the verbs before it. `None` for a node without a title.
pub(super) fn word_to_search(plan: &Plan, node: &Node) -> Option<String> {
    let above = node.parent.as_deref().and_then(|parent| plan.node(parent));
    let titles = [Some(node), above].into_iter().flatten().filter_map(|node| node.title.as_deref());
    let word = titles.flat_map(words).map(|(word, _)| word.to_owned()).next();
    let bare = || {
        let mut title = node.title.as_deref()?;
        while let Some(rest) = TASK_VERBS.strip_prefix(title).filter(|rest| !rest.is_empty()) {
            title = rest;
        }
        Some(title.to_owned())
    };
    word.or_else(bare)
}

/// The weight of a topic that so many of all tasks have to do with.
fn rarity(holders: usize, tasks: usize) -> f64 {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    weight::rarity_weight(count(holders), count(tasks))
}

/// The topics that a text names, once for each word, in its order.
fn found(text: &str) -> Vec<&'static str> {
    words(text).into_iter().map(|(_, topic)| topic).collect()
}

/// The words that say a topic, with its name, in the order of the text. Of words that overlap the first and longest counts.
fn words(text: &str) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let words = WORDS.get(&first).map(Vec::as_slice).unwrap_or_default();
        let hit = words.iter().find(|(word, _)| rest.starts_with(word));
        found.extend(hit);
        let length = hit.map_or(first.len_utf8(), |(word, _)| word.len());
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, topics, within};

    #[test]
    fn the_longest_word_says_the_topic() {
        for (text, expected) in [
            ("拓宽控烟渠道", &["控烟限酒"][..]),
            ("推进儿童青少年近视综合防控", &["儿童健康", "学生健康", "学生健康"]),
            ("完善基本医疗保障制度", &["医疗保障"]),
            ("加强健康科普人才培养", &["健康教育", "人才队伍"]),
            ("深入推进有关工作", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn every_topic_has_an_english_word() {
        for (_, topic) in TOPICS.iter() {
            assert!(within(Language::English, || topics::shown(topic)).is_ascii(), "{topic}");
            assert_eq!(topics::shown(topic), *topic);
        }
    }

    #[test]
    fn tasks_on_one_subject_meet_and_others_do_not() {
        let subject = |title: &str| {
            let named = found(title);
            Subject { topics: named.iter().map(|topic| (*topic, 1.0)).collect(), named, is_named: true }
        };
        let index = TopicIndex::new(&["开展控烟限酒", "促进重点人群体育活动", "加强组织领导"].map(subject));
        let shared = index.compare(&subject("推进重点人群控烟工作"));
        assert!(shared[0].cosine > 0.99 && shared[0].topics == ["控烟限酒"], "{shared:?}");
        assert!(shared[1].cosine == 0.0 && shared[2].topics.is_empty(), "{shared:?}");
    }
}
