//! What to say when nothing was found: the nearest names, the word that stands nowhere, the filter that took all away.

use super::haystack::Haystack;
use super::query::Place;
use crate::registry::department::{Departments, Resolution};

/// How many names are offered.
const NEAREST: usize = 5;

/// Less alike than this, in hundredths, is not near.
const NEAR: usize = 40;

/// Why nothing was found, and what comes near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nothing {
    /// Names that are like what was typed: offices, indicators, titles.
    pub nearest: Vec<String>,
    /// Words that meet nothing at all, as typed.
    pub unmet: Vec<String>,
    /// Filters without which there would be hits: the filter as typed, its place, and how many there would be.
    pub removed: Vec<(String, Place, usize)>,
}

impl Nothing {
    /// What came to nothing in words, a line each; empty if there is nothing to say.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.removed.iter().map(|(filter, _, count)| format!("去掉“{filter}”有 {count} 条")));
        if !self.unmet.is_empty() {
            lines.push(format!("各规划中没有“{}”", self.unmet.join("”“")));
        }
        if !self.nearest.is_empty() {
            lines.push(format!("相近的有：{}", self.nearest.join("、")));
        }
        lines
    }
}

/// The names nearest to a folded word: the offices as the registry knows them, then names that share its characters.
pub(super) fn nearest(haystack: &Haystack, word: &str) -> Vec<String> {
    let mut nearest: Vec<String> = match Departments::bundled().resolve(word) {
        Resolution::One(office) => vec![office.name.clone()],
        Resolution::Many(offices) | Resolution::None { nearest: offices } => {
            offices.iter().take(NEAREST - 2).map(|office| office.name.clone()).collect()
        }
    };
    let mut alike: Vec<(usize, usize)> = (0..haystack.names.len())
        .map(|name| (likeness(word, haystack.names.text(name)), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .collect();
    alike.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, name) in alike {
        let name = haystack.names.text(name).to_owned();
        if nearest.len() < NEAREST && !nearest.contains(&name) {
            nearest.push(name);
        }
    }
    nearest
}

/// How alike a word and a name are, in hundredths: the pairs of neighbouring characters they share (Dice).
fn likeness(word: &str, name: &str) -> usize {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, b) = (pairs(word), pairs(name));
    let shared = a.iter().filter(|pair| b.contains(pair)).count();
    200 * shared / (a.len() + b.len()).max(1)
}
