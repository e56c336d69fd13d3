//! Reads results of past years from the body text: 2020年…达到…, 截至…, and the figures of a report without a year.
//!
//! Sentences are read like those of targets, but a year up to the start of the plan is the year of a result. A sentence
//! of a report without a year reports the year before the plan begins; such a year is marked as not printed.

use std::cell::OnceCell;

use crate::analysis::targets::target::clause::SentenceReader;
use crate::analysis::targets::target::found::Time;
use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::source_line::{Document, LineBreaks};
use crate::analysis::targets::target::time::{self, Horizon, Sense};
use crate::analysis::targets::target::{is_report, shortened, unlinked_target};
use crate::lexicon::target::AIMING_WORDS;
use crate::model::{Kind, Node, Plan, Target};

/// A figure that the text reports of the past.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct PastFigure {
    /// The figure, with the years for which it holds.
    pub(in crate::analysis) figure: Target,
    /// Whether its year is printed; if not, it is the year of the report.
    pub(in crate::analysis) dated: bool,
}

/// The results that the paragraphs of a node report, up to the year `now` in which the plan begins. `report` is the
/// year of those figures of a report that name no year; `None` leaves them out.
pub(in crate::analysis) fn results_in_node(
    plan: &Plan,
    node: &Node,
    document: Option<&Document>,
    (now, report): (u16, Option<u16>),
) -> Vec<PastFigure> {
    if node.kind == Kind::Front {
        return Vec::new();
    }
    let default_time = report.filter(|_| is_report(node)).map_or(Time::NotStated, |year| Time::Due(vec![year]));
    let mut results = Vec::new();
    for paragraph in &node.paragraphs {
        let breaks = OnceCell::new();
        let (mut time, mut dated) = (default_time.clone(), false);
        for sentence in Sentence::all(&paragraph.text) {
            let mentions = time::mentions(&sentence, Horizon { wants_results: true, ..Horizon::default() });
            let has_year = mentions.iter().any(|mention| matches!(mention.sense, Sense::Due(_)));
            dated |= has_year;
            if AIMING_WORDS.iter().any(|word| sentence.contains(word)) {
                (time, dated) = (default_time.clone(), false);
                continue;
            }
            if !has_year && !sentence.may_hold_figure() {
                (time, dated) = (default_time.clone(), false);
                continue;
            }
            let (found, after) = SentenceReader::new(&sentence, &mentions, time, false).read();
            let is_past = |years: &[u16]| !years.is_empty() && years.iter().all(|year| *year <= now);
            for found in found
                .into_iter()
                .filter(|found| is_past(&found.years) && !found.qualitative && !found.values.is_empty())
                .map(shortened)
            {
                let from = sentence.at + found.quote.start;
                let quote = sentence.printed.get(found.quote.clone()).unwrap_or_default().iter().collect();
                let line = breaks.get_or_init(|| LineBreaks::new(paragraph, document)).line_at(from);
                results.push(PastFigure { figure: unlinked_target(plan, node, found, line, quote), dated });
            }
            // A printed year holds for the next sentence as well: the figures of a report are those of one year.
            (time, dated) = if has_year { (after, true) } else { (default_time.clone(), false) };
        }
    }
    results
}
