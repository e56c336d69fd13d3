//! What the body text tells of years gone by: 2020年…达到…, 截至…, and the figures of a report that name no year.
//!
//! The machinery is that of the targets with another gate: a year up to the plan's own start is one of a result. A sentence
//! of a report without a year speaks of the year before the plan begins, which is said to be understood and not printed.

use std::cell::OnceCell;

use crate::model::{Kind, Node, Plan, Target};

use crate::analysis::targets::target::clause::{Reader, Time};
use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::source_line::{Breaks, Document};
use crate::analysis::targets::target::time::{self, Horizon, Sense};
use crate::analysis::targets::target::{is_report, shortened, target};

/// Words of a sentence that tell of others, of a share of a change, or of what lies ahead.
const NOT_OWN: &[&str] = &["力争", "计划到", "目标是", "目标为"];

/// A figure of the past.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Told {
    /// The figure, with the years it holds for.
    pub(in crate::analysis) figure: Target,
    /// Whether its year is printed; else it is the year that the report speaks of.
    pub(in crate::analysis) dated: bool,
}

/// The results that a node's own paragraphs tell, up to the year `now` in which the plan begins; `report` is the year that
/// a report without years speaks of.
pub(in crate::analysis) fn of_node(
    plan: &Plan,
    node: &Node,
    document: Option<&Document>,
    (now, report): (u16, Option<u16>),
) -> Vec<Told> {
    if node.kind == Kind::Front {
        return Vec::new();
    }
    let understood = report.filter(|_| is_report(node)).map_or(Time::Unsaid, |year| Time::Due(vec![year]));
    let mut told = Vec::new();
    for paragraph in &node.paragraphs {
        let breaks = OnceCell::new();
        let (mut time, mut dated) = (understood.clone(), false);
        for sentence in Sentence::all(&paragraph.text) {
            let mentions = time::mentions(&sentence, Horizon { results: true, ..Horizon::default() });
            let says_when = mentions.iter().any(|mention| matches!(mention.sense, Sense::Due(_)));
            dated |= says_when;
            if NOT_OWN.iter().any(|word| sentence.holds(word)) {
                (time, dated) = (understood.clone(), false);
                continue;
            }
            if !says_when && !sentence.may_hold_figure() {
                (time, dated) = (understood.clone(), false);
                continue;
            }
            let (found, after) = Reader::new(&sentence, &mentions, time, false).read();
            let past = |years: &[u16]| !years.is_empty() && years.iter().all(|year| *year <= now);
            for found in found.into_iter().filter(|found| past(&found.years) && !found.qualitative).map(shortened) {
                let from = sentence.at + found.quote.start;
                let quote = sentence.printed.get(found.quote.clone()).unwrap_or_default().iter().collect();
                let line = breaks.get_or_init(|| Breaks::of(paragraph, document)).line(from);
                told.push(Told { figure: target(plan, node, found, line, quote), dated });
            }
            // A year goes on to the next sentence of the report, as its figures are those of one year.
            (time, dated) = if says_when { (after, true) } else { (understood.clone(), false) };
        }
    }
    told
}
