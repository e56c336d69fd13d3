//! Where a clause stands in a paragraph: in a bracket that closes a part of it, as the whole of it, or as its last sentence.

use crate::importer::bracket;
use crate::importer::clause::label::{self, Field};
use crate::importer::clause::recognise::{
    LONGEST_CLAUSE, assigns, is_label_line, is_one_office, lists_offices, lists_sections, means_all_above,
    says_responsible,
};
use crate::importer::clause::{above, prose, words};
use crate::importer::offices::Offices;
use crate::lexicon::clause::{BEFORE_FREE_CLAUSE, LABEL_ENDS, TOGETHER, UNIT_SEPARATORS};
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, SENTENCE_ENDS};

/// A paragraph cut where a clause closes a part of it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::importer) struct Piece<'a> {
    /// The text before the clause.
    pub(in crate::importer) text: &'a str,
    /// The clause, as printed, and its offset in the whole paragraph in bytes.
    pub(in crate::importer) clause: Option<(&'a str, usize)>,
}

/// Cuts a paragraph behind each clause in it. The pieces' texts and clauses together are the paragraph.
pub(in crate::importer) fn pieces<'a>(text: &'a str, offices: &Offices<'_>) -> Vec<Piece<'a>> {
    let is_of_above = || above::units(text).is_some_and(|units| is_label_line(units, offices));
    if is_label_line(text, offices) || assigns(text, offices) || is_of_above() {
        return vec![Piece { text: "", clause: Some((text, 0)) }];
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    let end_of_words = text.trim_end_matches(['。', '；', ' ', '*']).len();
    for (kind, start, end) in candidates(text, offices) {
        let (Some(before), Some(raw), Some(after)) = (text.get(from..start), text.get(start..end), text.get(end..))
        else {
            continue;
        };
        if raw.len() > LONGEST_CLAUSE {
            continue;
        }
        if kind == Candidate::Prose {
            pieces.push(Piece { text: before, clause: Some((raw, start)) });
            from = end;
            continue;
        }
        let before_it = before.trim_end();
        let closes = end >= end_of_words
            || kind == Candidate::Bracket && after.trim_start().starts_with(|c| BRACKET_OPENERS.contains(c));
        let stands_free = before_it.is_empty() || BEFORE_FREE_CLAUSE.ends(before_it);
        let inner = if kind == Candidate::Quote { bracket::inside_quotes(raw) } else { bracket::inside(raw) };
        // A quotation that names offices alone is mostly a title: 《市教育局、市民政局》.
        if kind == Candidate::Quote && !raw.starts_with(['<', '＜']) && !is_field_or_verb(inner) {
            continue;
        }
        let names_one = closes && stands_free && !before_it.is_empty() && is_one_office(inner, offices);
        // A bracket before a semicolon closes an entry of a list: 一是……（甲负责）；二是…….
        let closes_entry = after.starts_with(['；', '。']);
        let says = (closes || stands_free || closes_entry) && says_responsible(inner, offices);
        let lists =
            closes && (lists_offices(inner, stands_free, offices) || stands_free && lists_sections(inner, offices));
        if says || names_one || lists {
            // The stop behind a clause belongs to it: the sentence before it has its own.
            let stop = after.chars().next().filter(|c| ['。', '；'].contains(c)).map_or(0, char::len_utf8);
            let raw = text.get(start..end + stop).unwrap_or(raw);
            pieces.push(Piece { text: before, clause: Some((raw, start)) });
            from = end + stop;
        }
    }
    let rest = text.get(from..).unwrap_or_default();
    match free_clause(rest, offices).and_then(|at| rest.split_at_checked(at)) {
        Some((before, raw)) => {
            pieces.push(Piece { text: before, clause: Some((raw, from + before.len())) });
        }
        None if !rest.is_empty() => pieces.push(Piece { text: rest, clause: None }),
        None => {}
    }
    pieces
}

/// What may be a clause within a paragraph.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Candidate {
    Bracket,
    /// What stands in pointed brackets or quotation marks.
    Quote,
    /// Parts of a running sentence, which are a clause.
    Prose,
}

/// What may be a clause within a paragraph, in the order in which it begins, with its bytes.
fn candidates(text: &str, offices: &Offices<'_>) -> Vec<(Candidate, usize, usize)> {
    let brackets = bracket::top_level(text);
    let quotes = bracket::quoted(text);
    let is_free = |(from, _): &(usize, usize)| {
        let at = brackets.partition_point(|(start, _)| start <= from);
        at.checked_sub(1).and_then(|at| brackets.get(at)).is_none_or(|(_, end)| end <= from)
    };
    let prose =
        prose::assignments(text, offices).into_iter().filter(is_free).map(|(from, to)| (from, Candidate::Prose, to));
    let of = |kind: Candidate, spans: &[(usize, usize)]| -> Vec<(usize, Candidate, usize)> {
        spans.iter().map(|(from, to)| (*from, kind, *to)).collect()
    };
    let mut all: Vec<(usize, Candidate, usize)> = prose.collect();
    all.extend(of(Candidate::Bracket, &brackets));
    all.extend(of(Candidate::Quote, &quotes));
    all.sort_unstable();
    all.into_iter().map(|(from, kind, to)| (kind, from, to)).collect()
}

/// Whether words have a label of units before them, or a verb of units behind them.
fn is_field_or_verb(inner: &str) -> bool {
    matches!(label::read(inner), Some((Field::Units { is_whole: true, .. }, ..))) || words::ends_with_verb(inner)
}

/// The longest rest of a name on the next line, in characters.
const LONGEST_REST: usize = 16;

/// Whether the end of a line of units and the beginning of the next one together are the name of an office that the line has broken:
/// 责任单位：市卫生健⏎康局、市教育局.
pub(in crate::importer) fn breaks_name(line: &str, next: &str, offices: &Offices<'_>) -> bool {
    let is_mark = |c: char| UNIT_SEPARATORS.contains(c) || LABEL_ENDS.contains(c);
    let last = line.rsplit(is_mark).next().unwrap_or_default().trim();
    let first = next.split(is_mark).next().unwrap_or_default().trim().trim_end_matches('。');
    let first = words::split_verb(first).0;
    let is_short = (1..=LONGEST_REST).contains(&first.chars().count()) && !last.is_empty();
    is_short && !offices.is_office(last) && offices.is_office(&format!("{last}{first}"))
}

/// The byte at which a clause without brackets begins that ends a paragraph: 责任单位：市科技局、市财政局。 or 以上任务由市教育局负责。
fn free_clause(text: &str, offices: &Offices<'_>) -> Option<usize> {
    let mut starts = text.char_indices().filter(|(_, c)| SENTENCE_ENDS.contains(*c)).map(|(at, c)| at + c.len_utf8());
    starts.find(|at| {
        let tail = text.get(*at..).unwrap_or_default();
        let clause = tail.trim();
        clause.len() <= LONGEST_CLAUSE
            && (is_label_line(clause, offices) || means_all_above(clause, offices) || assigns(clause, offices))
    })
}

/// The bytes at the end of a text in which an open clause can begin.
const LONGEST_OPEN_CLAUSE: usize = 900;

/// Whether a text breaks off within the bracket of a clause: …项目。〔牵头单位：
pub(in crate::importer) fn is_open_clause(text: &str) -> bool {
    let mut from = text.len().saturating_sub(LONGEST_OPEN_CLAUSE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..).unwrap_or_default();
    let mut depth = 0usize;
    let mut opened = None;
    for (at, c) in tail.char_indices().rev() {
        if BRACKET_CLOSERS.contains(c) {
            depth += 1;
        } else if BRACKET_OPENERS.contains(c) {
            if depth == 0 {
                opened = tail.get(at + c.len_utf8()..);
                break;
            }
            depth -= 1;
        }
    }
    opened.is_some_and(|inner| matches!(label::read(inner), Some((Field::Units { .. } | Field::Time, ..))))
}

/// Whether a text ends with the bracket of a clause, behind which nothing goes on.
pub(in crate::importer) fn ends_with_clause(text: &str, offices: &Offices<'_>) -> bool {
    let mut from = text.len().saturating_sub(LONGEST_CLAUSE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..).unwrap_or_default().trim_end();
    BRACKET_CLOSERS.ends(tail)
        && bracket::top_level(tail)
            .pop()
            .filter(|(_, end)| *end == tail.len())
            .and_then(|(start, end)| tail.get(start..end))
            .is_some_and(|raw| {
                let inner = bracket::inside(raw);
                says_responsible(inner, offices) || lists_offices(inner, false, offices)
            })
}

/// Whether the last words of a text give a task to units without any bracket: ……，由市教育局会同市民政局负责落实.
pub(in crate::importer) fn ends_with_assignment(text: &str, offices: &Offices<'_>) -> bool {
    let text = text.trim_end_matches(['。', '；', '.', ';']);
    let last = text.rsplit(['，', ',', '。']).next().unwrap_or_default();
    let Some(given) = last.strip_prefix('由').filter(|given| given.len() <= LONGEST_CLAUSE) else { return false };
    if words::strip_verb(given).is_some() {
        return says_responsible(given, offices);
    }
    // 由甲会同乙等部门研究提出意见
    TOGETHER.iter().any(|word| given.split_once(word).is_some_and(|(first, _)| offices.is_office(first)))
}
