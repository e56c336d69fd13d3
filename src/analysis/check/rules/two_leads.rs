//! Who leads a task in the text and where the task itself stands: 由县民政局牵头实施医养结合示范项目 beside the row or heading of that project,
//! which names another office as its lead.

use rustc_hash::FxHashMap;

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::{Citation, FindingDraft};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::lexicon::punctuation::CLAUSE_BREAKS;
use crate::lexicon::task::{BEHIND_TASKS, LEADING_WORDS};
use crate::lexicon::term::STARTING_VERBS;
use crate::model::{Confidence, Node, Role};
use crate::words::findings::figures;

/// Characters of the beginning of a task's name by which it is looked up.
const START: usize = 4;

/// Characters behind the name of a task in which a word says that it is named whole.
const BEHIND: usize = 3;

/// Fewest characters of the name of an office.
const SHORTEST_OFFICE: usize = 3;

/// Offices that the text lets lead a task whose own clause names another one.
pub(crate) fn leads_of_tasks(reading: &Reading) -> Vec<FindingDraft> {
    let mut tasks: FxHashMap<Vec<char>, Vec<&Node>> = FxHashMap::default();
    for node in reading.plan.nodes.iter().filter(|node| !node.responsible.is_empty()) {
        let start: Vec<char> = name_of(node).chars().take(START).collect();
        if start.len() == START {
            tasks.entry(start).or_default().push(node);
        }
    }
    let with_lead = reading.passages.iter().filter(|passage| !passage.is_title() && LEADING_WORDS.is_in(passage.text));
    with_lead.flat_map(|passage| in_passage(&tasks, passage)).collect()
}

/// The title of a task without the verb of starting it: 医养结合 of 推进医养结合.
fn name_of(node: &Node) -> &str {
    let title = node.title.as_deref().unwrap_or_default();
    STARTING_VERBS.strip_prefix(title).filter(|thing| thing.chars().count() >= START).unwrap_or(title)
}

fn in_passage(tasks: &FxHashMap<Vec<char>, Vec<&Node>>, passage: &Passage) -> Vec<FindingDraft> {
    let chars = &passage.chars;
    let mut drafts = Vec::new();
    for (from, start) in chars.windows(START).enumerate() {
        for node in tasks.get(start).into_iter().flatten().filter(|node| node.id != passage.node.id) {
            let name: Vec<char> = name_of(node).chars().collect();
            let behind: String = chars.iter().skip(from + name.len()).take(BEHIND).collect();
            // 医养结合 alone names no part of it, as 医养结合示范项目 does.
            let is_whole = name_of(node).len() == node.title.as_deref().map_or(0, str::len)
                || BEHIND_TASKS.begins(&behind)
                || !behind.starts_with(is_han);
            if chars.get(from..from + name.len()) == Some(&name) && is_whole {
                drafts.extend(contradiction(passage, node, from, name.len()));
            }
        }
    }
    drafts
}

/// The office that leads a task by the clause that names it at a position, where its own clause names another one.
fn contradiction(passage: &Passage, node: &Node, from: usize, length: usize) -> Option<FindingDraft> {
    let chars = &passage.chars;
    let is_break = |c: &char| CLAUSE_BREAKS.contains(*c);
    let begin = chars.get(..from)?.iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let end = chars.iter().skip(from).position(is_break).map_or(chars.len(), |mark| from + mark);
    let clause: String = chars.get(begin..end)?.iter().collect();
    let name: String = chars.get(from..from + length)?.iter().collect();
    let (before, _) = LEADING_WORDS.iter().find_map(|word| clause.split_once(word))?;
    let office = before.rsplit(|c| c == '由' || !is_han(c)).next()?;
    let office = office.strip_prefix(name.as_str()).unwrap_or(office);
    let units = || node.responsible.iter().flat_map(|clause| &clause.units);
    let has_lead = units().any(|unit| unit.role == Role::Lead);
    let leads: Vec<&str> =
        units().filter(|unit| !has_lead || unit.role == Role::Lead).map(|unit| unit.raw.as_str()).collect();
    let is_named = leads.iter().any(|lead| lead.contains(office) || office.contains(lead));
    let first = leads.first().filter(|_| office.chars().count() >= SHORTEST_OFFICE && !is_named)?;
    let what = figures::two_leads(&name, office, first);
    let line = node.responsible.first().map_or(node.lines[0], |clause| clause.line);
    let own = |quote: &str| Citation { line, node: Some(node.id.clone()), quote: quote.to_owned() };
    Some(FindingDraft::new(Confidence::Medium, what, [passage.cite(begin, end), own(first)]))
}
