//! The findings of the selected plans as they come: how many there are of each kind, and which a filter keeps. Each plan is
//! taken in once: of a thousand plans that are checked in the course of minutes, none is counted twice.

use std::collections::HashMap;

use crate::analysis::check::kind_name;
use crate::app::content::prose::fill;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{Finding, FindingKind};
use crate::text::fold::{FoldedTexts, Wanted};
use crate::words::punctuation;

/// What is known of the findings that are here.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// The selection that the findings belong to.
    chosen: Vec<bool>,
    /// The texts of the findings of each plan, by its position; `None` where it was not checked yet.
    plans: Vec<Option<FoldedTexts>>,
    counts: HashMap<FindingKind, usize>,
}

impl Checked {
    /// Takes in the findings that have come. Returns whether there are plans that were not checked before.
    pub(crate) fn update(&mut self, session: &Session) -> bool {
        let mut has_changed = self.chosen != session.chosen;
        if has_changed {
            *self = Self { chosen: session.chosen.clone(), ..Self::default() };
            self.plans.resize_with(self.chosen.len(), || None);
        }
        for (at, _) in session.plans() {
            let Some(kept @ None) = self.plans.get_mut(at) else { continue };
            let Some(findings) = session.findings_here(at) else { continue };
            *kept = Some(folded(findings));
            for finding in findings {
                *self.counts.entry(finding.kind).or_default() += 1;
            }
            has_changed = true;
        }
        has_changed
    }

    /// Words how many findings of each kind the selected plans have, over rows of at most `cells`. Only plans that were checked
    /// already count.
    pub(crate) fn tally(&self, session: &Session, cells: usize) -> Vec<String> {
        let counts = wording::KINDS.iter().filter_map(|kind| Some((kind_name(*kind), self.counts.get(kind)?)));
        let counts: Vec<String> = counts.map(|(kind, n)| format!("{kind} {n}")).collect();
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let rows = fill(&counts, punctuation::GAP.get(), cells, session.width);
        rows.iter().map(|row| row.trim_end().to_owned()).collect()
    }

    /// Returns the plans that were checked, by their positions, each with the positions of those findings that match every word
    /// of a query: by kind, text, quotations, or plan.
    pub(crate) fn kept(&self, session: &Session, query: &str) -> Vec<(usize, Vec<usize>)> {
        let words: Vec<Wanted> = query.split_whitespace().map(Wanted::new).collect();
        let plans = session.heads().iter().enumerate().zip(&self.plans);
        let kept = plans.filter_map(|((at, plan), texts)| {
            let texts = texts.as_ref()?;
            let mut kept: Vec<usize> = (0..session.findings(at).len()).collect();
            for word in &words {
                if ![plan.name(), &plan.title].iter().any(|name| word.is_in(name)) {
                    let mut with_word = Vec::new();
                    texts.each_with(word.folded(), |nth| with_word.push(nth));
                    kept.retain(|nth| with_word.binary_search(nth).is_ok());
                }
            }
            Some((at, kept))
        });
        kept.collect()
    }
}

/// What a word of the filter is looked for in, beside the names of the plan.
fn folded(findings: &[Finding]) -> FoldedTexts {
    let mut texts = FoldedTexts::default();
    for finding in findings {
        let own = [kind_name(finding.kind), finding.what.get()];
        texts.push(own.into_iter().chain(finding.evidence.iter().map(String::as_str)));
    }
    texts.shrink();
    texts
}
