//! A share of something that is provided by somebody, in the text against the row of a table that names it otherwise
//! (38%的门诊服务由基层医疗卫生机构提供, 基层医疗卫生机构诊疗量占比), and a count in the text beside a share in a table.

use std::collections::{HashMap, HashSet};

use crate::analysis::check::reading::Reading;
use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::numbers::{self, TextClause};
use crate::analysis::check::reading::passage::{Passage, is_han};
use crate::analysis::check::reading::table_row::{Cell, TableRow};
use crate::lexicon::metric::{COUNT_ENDINGS, DOING_VERBS, PART_WORDS, PEOPLE_COUNTS, RATIO_WORDS, SAME_SERVICES};
use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::model::{Confidence, ValueKind};
use crate::registry::name;

/// Fewest characters of the name of those who do something.
const SHORTEST_DOER: usize = 4;

/// Fewest characters that the names of a count and of a share have in common.
const SHORTEST_STEM: usize = 3;

/// How far the two numbers may lie apart, in percentage points, as one may be rounded or of another month.
const TOLERANCE: f64 = 1.0;

/// A share as a sentence states it: who does how much of what.
struct StatedShare {
    /// Those who do it: 基层医疗卫生机构.
    doer: String,
    /// What they provide, as printed: 门诊服务.
    service: String,
    percent: f64,
    /// Its characters in the clause.
    range: (usize, usize),
}

/// Shares of those who do something that differ from the row of a table for the year the plan starts from.
pub(crate) fn shares_of_doers(reading: &Reading) -> Vec<FindingDraft> {
    let rows: Vec<&TableRow> = reading.rows.iter().filter(|row| PART_WORDS.is_in(&row.row.name)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let in_clause = |passage: &Passage, clause: &TextClause| {
        let share = passive_share(clause.chars).or_else(|| part_of_whole(clause.chars))?;
        let row = rows.iter().find(|row| names_share(&row.row.name, &share))?;
        let cells: Vec<&Cell> = row.own_cells().filter(|cell| cell.is_absolute()).collect();
        let start = cells.iter().rfind(|cell| cell.value.kind != Some(ValueKind::Target))?;
        let agrees = |cell: &&Cell| cell.value.number.is_some_and(|number| (number - share.percent).abs() <= TOLERANCE);
        if cells.iter().any(agrees) {
            return None;
        }
        let (from, to) = share.range;
        let citation = passage.cite(clause.from + from, clause.from + to);
        let what = format!(
            "正文写“{}”，表格“{}”为{}（两处名称不同，似为一事）",
            citation.quote, row.row.name, start.citation.quote
        );
        Some(FindingDraft::new(Confidence::Low, what, [citation].into_iter().chain(row.cite_with(&start.citation))))
    };
    let passages = reading.passages.iter().filter(|passage| !passage.is_title());
    let drafts = passages.flat_map(|passage| {
        let clauses =
            numbers::split_clauses(passage).filter(|clause| clause.chars.iter().any(|c| matches!(c, '%' | '％')));
        clauses.filter_map(|clause| in_clause(passage, &clause)).collect::<Vec<_>>()
    });
    drafts.collect()
}

/// Reads 38%的门诊服务由基层医疗卫生机构提供.
fn passive_share(chars: &[char]) -> Option<StatedShare> {
    let number = numbers::find_numbers(chars).into_iter().find(|number| number.unit == "%")?;
    let rest: String = chars.get(number.to..)?.iter().collect();
    let (service, doer) = rest.strip_prefix('的')?.split_once('由')?;
    let verb = DOING_VERBS.iter().find(|verb| doer.contains(verb))?;
    let (doer, _) = doer.split_once(verb)?;
    let length = rest.chars().count() - rest.split_once(verb)?.1.chars().count();
    let to = number.to + length;
    let is_plain = |words: &str| !words.is_empty() && words.chars().all(is_han);
    (is_plain(service) && is_plain(doer)).then(|| StatedShare {
        doer: doer.to_owned(),
        service: service.to_owned(),
        percent: number.value,
        range: (number.from, to),
    })
}

/// Reads 公办养老机构床位占全市养老床位的35%.
fn part_of_whole(chars: &[char]) -> Option<StatedShare> {
    let at = chars.iter().position(|c| *c == '占')?;
    let number = numbers::find_numbers(chars).into_iter().find(|number| number.unit == "%" && number.from > at)?;
    let start = chars.get(..at)?.iter().rposition(|c| !is_han(*c)).map_or(0, |mark| mark + 1);
    let subject: String = chars.get(start..at)?.iter().collect();
    let subject = subject.trim_start_matches(['年', '底', '末']).to_owned();
    let (service, _) = SAME_SERVICES.iter().find(|(word, _)| subject.contains(word))?;
    let (doer, _) = subject.split_once(service)?;
    Some(StatedShare {
        doer: doer.to_owned(),
        service: service.to_owned(),
        percent: number.value,
        range: (start, number.to),
    })
}

/// Whether the name of a row is that of a stated share: it names those who do it, and what they do.
fn names_share(row: &str, share: &StatedShare) -> bool {
    let meaning = |text: &str| -> HashSet<&str> {
        SAME_SERVICES.iter().filter(|(word, _)| text.contains(word)).map(|(_, meaning)| *meaning).collect()
    };
    let name = name::key(row);
    let doer = share.doer.trim_start_matches(|c| CONJUNCTION_CHARS.contains(c));
    let shares_service = !meaning(&share.service).is_disjoint(&meaning(&name));
    doer.chars().count() >= SHORTEST_DOER && name.contains(doer) && shares_service
}

/// Targets of the text for a number of things whose share a table gives: …数量达到省级规划要求 beside …比例.
pub(crate) fn counts_against_shares(reading: &Reading) -> Vec<FindingDraft> {
    let keys: HashSet<String> = reading.rows.iter().map(|row| name::key(&row.row.name)).collect();
    let mut by_stem: HashMap<String, &TableRow> = HashMap::new();
    for row in &reading.rows {
        let key = name::key(&row.row.name);
        if let Some(stem) = RATIO_WORDS.strip_suffix(&key) {
            by_stem.entry(stem_of(stem)).or_insert(row);
        }
    }
    let mut told = HashSet::new();
    let mut drafts = Vec::new();
    for (printed, citation) in &reading.target_names {
        let key = name::key(printed);
        let Some(stem) = COUNT_ENDINGS.strip_suffix(&key) else { continue };
        if PEOPLE_COUNTS.ends(&key) || keys.contains(&key) || keys.contains(stem) {
            continue;
        }
        let Some(row) = row_of_stem(&by_stem, &stem_of(stem)) else { continue };
        if told.insert((&row.name, key.clone())) {
            let what = format!("正文写“{printed}”，表格写“{}”：一处为数量，一处为比例", row.row.name);
            drafts.push(FindingDraft::new(Confidence::Low, what, [citation.clone(), row.name.clone()]));
        }
    }
    drafts
}

/// What a name counts, without words that plans put in or leave out.
fn stem_of(name: &str) -> String {
    name.replace('的', "")
}

/// The row of a share of these things; of several things in one row (中心、站比例) the first counts.
fn row_of_stem<'r, 'a>(by_stem: &HashMap<String, &'r TableRow<'a>>, stem: &str) -> Option<&'r TableRow<'a>> {
    let is_long = stem.chars().count() >= SHORTEST_STEM;
    by_stem.get(stem).copied().filter(|_| is_long).or_else(|| {
        let mut listed =
            by_stem.iter().filter(|(name, _)| name.split_once('、').is_some_and(|(first, _)| first == stem));
        listed.next().map(|(_, row)| *row).filter(|_| is_long)
    })
}
