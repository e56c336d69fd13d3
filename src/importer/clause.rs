//! Responsibility clauses: where one stands in a paragraph, and what it says of whom.
//!
//! ```text
//! （责任单位：甲、乙、丙）                       listed
//! （甲、乙负责，排在第一位的为牵头单位，下同）     the first leads, here and in every clause below
//! （甲、乙分别负责） （丙按职责分工负责）          each for its own share
//! （牵头单位：甲；配合单位：乙、丙）               lead and joint by label
//! （甲牵头，乙、丙配合） （甲牵头，乙按职责分工负责） lead and joint by verb
//! （甲、乙、丙）                                 listed: names alone, at the end of a paragraph (云浮 line 386)
//! 责任单位：甲、乙                               on a line of its own or at the end of a paragraph, without brackets or in 【】
//! （甲会同乙负责）                               listed: together, not one under the other
//! （责任单位：甲；完成时限：2027年底）            a field of time is a deadline, one of persons or places is no unit
//! （甲负责，乙指导）                             other: 指导, 监督, and units behind a label that no list knows
//! 以上任务由甲负责                               belongs to all tasks above
//! 甲牵头，乙、丙配合。                            a sentence of nothing but offices and verbs, at the end of a paragraph
//! ```
//!
//! Who leads is taken from the words only. A clause is recognised by its words or, without any, by names of offices.

mod above;
mod label;
mod open_end;
mod reader;
mod tokens;
mod words;

use crate::importer::bracket;
use crate::importer::clause::label::Field;
use crate::importer::clause::reader::Reader;
use crate::importer::offices::Offices;
use crate::lexicon::clause::{
    BEFORE_FREE_CLAUSE, FIRST_PLACES, LABEL_ENDS, LEADING_WORDS, PUT_FIRST, SHARE_VERBS, SHARES_MEAN, TOGETHER,
};
use crate::lexicon::document::ISSUER_ENDINGS;
use crate::lexicon::office::{GOVERNMENTS, OFFICE_ENDINGS, SECTION_ENDINGS};
use crate::lexicon::place::OFFICE_LEVEL_CHARS;
use crate::lexicon::punctuation::{BRACKET_CLOSERS, BRACKET_OPENERS, SENTENCE_ENDS, SQUARE_CLOSERS};
use crate::model::{Clause, Deadline, Level, Role, Unit};

pub(super) use above::Above;
pub(super) use label::looks_missed;

/// Longest clause in bytes. The longest of the five texts has 255; a bracket ten times as long is text.
const LONGEST_CLAUSE: usize = 3000;

/// The lengths, in characters, of the name of an office that no registry knows.
const LENGTHS_OF_NAMES: std::ops::RangeInclusive<usize> = 3..=24;

/// The longest name, in characters, that stands alone and is no signature: 省卫生厅.
const LONGEST_LONE: usize = 8;

/// The lengths, in characters, of the name of a section within an office.
const LENGTHS_OF_SECTIONS: std::ops::RangeInclusive<usize> = 3..=12;

/// A paragraph cut where a clause closes a part of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// The text before the clause.
    pub(super) text: &'a str,
    /// The clause, as printed, and its offset in the whole paragraph in bytes.
    pub(super) clause: Option<(&'a str, usize)>,
}

/// What the document has stated so far about which unit leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Convention {
    /// The unit printed first leads (排在第一位的为牵头单位，下同).
    pub(super) first_leads: bool,
    /// But it does not where each unit answers for its own share (分别负责为各部门按职责分工负责).
    pub(super) but_not_of_shares: bool,
}

/// Cuts a paragraph behind each clause in it. The pieces' texts and clauses together are the paragraph.
pub(super) fn pieces<'a>(text: &'a str, offices: &Offices<'_>) -> Vec<Piece<'a>> {
    let is_of_above = || above::units(text).is_some_and(|units| is_label_line(units, offices));
    if is_label_line(text, offices) || assigns(text, offices) || is_of_above() {
        return vec![Piece { text: "", clause: Some((text, 0)) }];
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    let end_of_words = text.trim_end_matches(['。', '；', ' ', '*']).len();
    for (start, end) in bracket::top_level(text) {
        let (Some(before), Some(raw), Some(after)) = (text.get(from..start), text.get(start..end), text.get(end..))
        else {
            continue;
        };
        if raw.len() > LONGEST_CLAUSE {
            continue;
        }
        let before_it = before.trim_end();
        let closes = end >= end_of_words || after.trim_start().starts_with(|c| BRACKET_OPENERS.contains(c));
        let stands_free = before_it.is_empty() || BEFORE_FREE_CLAUSE.ends(before_it);
        let inner = bracket::inside(raw);
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

/// Whether a text is one sentence that names offices with their verbs and says nothing else: 市教育局牵头，市财政局等配合。
fn assigns(text: &str, offices: &Offices<'_>) -> bool {
    let text = text.trim();
    // Nearly no sentence ends with such a verb, and all are asked.
    let Some(sentence) = text.strip_suffix('。').filter(|text| text.len() <= LONGEST_CLAUSE) else { return false };
    if SENTENCE_ENDS.is_in(sentence) || words::strip_verb(sentence).is_none() || !bracket::is_balanced(sentence) {
        return false;
    }
    let tokens = tokens::tokens(above::units(sentence).unwrap_or(sentence), offices);
    let names = tokens.iter().filter(|token| !reader::is_time(token)).map(|token| {
        let (name, _) = strip_verb(token.strip_prefix('由').unwrap_or(token));
        let name = open_end::strip(name).0;
        reader::without_modal(name, |name| offices.is_office(name))
    });
    let mut names = names.filter(|name| !name.is_empty()).peekable();
    names.peek().is_some()
        && names.all(|name| {
            offices.is_office(name) || name.starts_with('各') && LENGTHS_OF_NAMES.contains(&name.chars().count())
        })
}

/// Whether a sentence gives tasks above it to units: 以上任务由市教育局牵头，市财政局配合.
fn means_all_above(text: &str, offices: &Offices<'_>) -> bool {
    let text = bracket::inside(text.trim_end_matches(['。', '；']));
    above::units(text).is_some_and(|units| says_responsible(units, offices))
}

/// Which of the tasks above a clause holds for, if it says so itself.
pub(super) fn shared(raw: &str, offices: &Offices<'_>) -> Option<Above> {
    means_all_above(raw, offices).then(|| above::tasks(bracket::inside(raw))).flatten()
}

/// Whether the line is a clause without brackets: `责任单位：市卫生健康局`. A label that may be another word (责任：, 实施：) needs
/// the name of an office behind it.
pub(super) fn is_label_line(line: &str, offices: &Offices<'_>) -> bool {
    let line = line.trim();
    if line.len() > LONGEST_CLAUSE || line.starts_with(['（', '(']) {
        return false;
    }
    match label::read(line) {
        Some((Field::Units { is_whole: true, .. }, ..)) => true,
        Some((Field::Units { is_whole: false, .. }, _, rest)) => opens_with_units(rest, offices),
        // 分管领导：某某　牵头科室：医政科　完成时限：9月底
        Some((Field::Time | Field::Other, ..)) => {
            let is_field = |token: &&str| matches!(label::read(token), Some((Field::Units { is_whole: true, .. }, ..)));
            !SENTENCE_ENDS.is_in(line.trim_end_matches('。'))
                && tokens::tokens(line, offices).iter().skip(1).any(is_field)
        }
        Some((Field::Unknown, ..)) | None => false,
    }
}

/// Whether what stands behind a short label (主办：, 实施：) is units: the first is an office, all end as offices do, or a further
/// label parts them and one is an office.
fn opens_with_units(rest: &str, offices: &Offices<'_>) -> bool {
    let tokens = tokens::tokens(rest, offices);
    let name = |token: &str| {
        let units = label::read(token).map_or(token, |(_, _, units)| units);
        open_end::strip(strip_verb(units).0).0.to_owned()
    };
    let names: Vec<String> = tokens.iter().map(|token| name(token)).filter(|name| !name.is_empty()).collect();
    let has_label = |token: &&str| matches!(label::read(token), Some((Field::Units { .. }, ..)));
    let is_parted = tokens.iter().skip(1).any(has_label);
    tokens.first().is_some_and(|first| offices.is_office(&name(first)))
        || names.len() > 1 && names.iter().all(|name| ends_as_office(name))
        || is_parted && names.iter().any(|name| offices.is_office(name))
}

/// Whether the header of a column is a label of units: 牵头单位.
pub(super) fn is_label_of_units(header: &str) -> bool {
    matches!(label::of_header(header), Field::Units { .. })
}

/// Whether the header of a column is a label of time limits: 完成时限.
pub(super) fn is_label_of_time(header: &str) -> bool {
    label::of_header(header) == Field::Time
}

/// The time limit that a line states by its label: 完成时限：2027年12月底前.
pub(super) fn deadline_line(line: &str) -> Option<Deadline> {
    match label::read(bracket::inside(line.trim())) {
        Some((Field::Time, _, rest)) if !rest.is_empty() => Some(reader::deadline(rest)),
        _ => None,
    }
}

/// Whether a line begins a field of its own, of units or of anything else that lists know: 完成情况：.
pub(super) fn opens_field(line: &str) -> bool {
    let field = label::read(line.trim());
    field.is_some_and(|(field, label, _)| field != Field::Unknown && !label.is_empty())
}

/// Reads a clause as printed, on line `line`. `convention` holds what earlier clauses stated about who leads, and is
/// updated for the later ones. Returns the labels that no list knows beside the clause.
pub(super) fn parse(raw: &str, line: u32, convention: &mut Convention, offices: &Offices<'_>) -> (Clause, Vec<String>) {
    let mut reader = Reader::default();
    let whole = bracket::inside(raw.trim().trim_end_matches(['。', '；']));
    let unwrapped = without_brackets(whole);
    // A clause that was cut from a bracket may have kept its end.
    let inner = unwrapped.as_deref().unwrap_or_else(|| SQUARE_CLOSERS.trim_end(whole));
    let inner = above::units(inner).unwrap_or(inner);
    for token in tokens::tokens(inner, offices) {
        reader.read_token(token, |name| offices.is_office(name));
    }
    if reader.stated.first_leads && reader.stated.holds_below {
        convention.first_leads = true;
    }
    convention.but_not_of_shares |= reader.stated.shares_have_no_lead;
    let names_lead = reader.names_lead();
    // The members of a body stand in no order.
    let are_members = reader.units.len() == 1 && reader.open_ended.as_deref().is_some_and(open_end::means_members);
    let has_shares = convention.but_not_of_shares && reader.each_responsible;
    let first_leads = (reader.stated.first_leads || convention.first_leads) && !has_shares && !names_lead;
    let units: Vec<Unit> = reader
        .units
        .iter()
        .enumerate()
        .map(|(at, (raw, printed_role))| {
            let own = offices.unit(raw);
            let office = own.or_else(|| offices.of_kind(raw));
            let role = match printed_role {
                Role::Lead | Role::Joint | Role::Listed if first_leads && at == 0 && !are_members => Role::Lead,
                Role::Listed if first_leads || names_lead => Role::Joint,
                Role::Lead | Role::Joint | Role::Listed | Role::Other => *printed_role,
            };
            Unit {
                raw: raw.clone(),
                department: office.map(|office| office.id.clone()),
                // The name of a kind would not say which body it is.
                name: own.map_or_else(|| raw.clone(), |office| office.name.clone()),
                role,
            }
        })
        .collect();
    let clause = Clause {
        raw: raw.to_owned(),
        line,
        lead: units.iter().find(|unit| unit.role == Role::Lead).map(|unit| unit.name.clone()),
        each_responsible: reader.each_responsible,
        open_ended: reader.open_ended,
        label: reader.label,
        deadline: reader.deadline,
        units,
    };
    (clause, reader.unknown_labels)
}

/// A field whose value stands in brackets of its own, without them and without notes behind them: 责任单位：（甲、乙负责）（注：甲为牵头单位）.
/// `None` for any other.
fn without_brackets(inner: &str) -> Option<String> {
    let (_, label, value) = label::read(inner)?;
    let brackets = bracket::top_level(value);
    let in_brackets: usize = brackets.iter().map(|(from, to)| to - from).sum();
    let is_note = |(from, to): &(usize, usize)| {
        let inside = bracket::inside(value.get(*from..*to).unwrap_or_default());
        inside.split_once('：').is_some_and(|(head, _)| head.ends_with('注'))
    };
    let (from, to) = *brackets.first()?;
    let is_whole = in_brackets == value.len() && brackets.iter().skip(1).all(is_note);
    is_whole.then(|| format!("{label}：{}", bracket::inside(value.get(from..to).unwrap_or_default())))
}

/// Whether a sentence states that the unit named first leads: 排在第一位的为牵头单位, 列首位的为牵头部门.
pub(super) fn states_first_leads(text: &str) -> bool {
    // Nearly no paragraph has such words, and all are asked.
    if !FIRST_PLACES.is_in(text) {
        return false;
    }
    text.split(|c| SENTENCE_ENDS.contains(c) || c == '；').any(|sentence| {
        let place = FIRST_PLACES.iter().filter_map(|word| sentence.find(word)).min();
        let before = place.and_then(|at| sentence.get(..at));
        LEADING_WORDS.is_in(sentence) && before.is_some_and(|before| !PUT_FIRST.ends(before))
    })
}

/// Whether words say that no unit leads where each answers for its own share: 分别负责为各部门按职责分工负责.
pub(super) fn states_shares(text: &str) -> bool {
    let tail = |word: &str| text.split_once(word).map(|(_, tail)| tail);
    SHARE_VERBS.iter().filter_map(tail).any(|tail| SHARES_MEAN.strip_prefix(tail.trim_start_matches('”')).is_some())
}

/// The bytes at the end of a text in which an open clause can begin.
const LONGEST_OPEN_CLAUSE: usize = 900;

/// Whether a text breaks off within the bracket of a clause: …项目。〔牵头单位：
pub(super) fn is_open_clause(text: &str) -> bool {
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
pub(super) fn ends_with_clause(text: &str, offices: &Offices<'_>) -> bool {
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

/// The name of a unit without the verb behind it and without words that leave the list open; nothing where only they stand.
pub(super) fn without_verb(unit: &str) -> &str {
    open_end::strip(strip_verb(unit.strip_prefix('由').unwrap_or(unit)).0).0
}

/// Takes the verb off that closes a list: the name before it, and what the verb says.
fn strip_verb(token: &str) -> (&str, Option<(Role, bool)>) {
    let found = words::strip_verb(token);
    found.map_or((token, None), |(name, role, each)| (name, Some((role, each))))
}

/// Whether the words inside a bracket make it a clause: a label, or a verb behind names that are offices, or one of them an
/// office that the registry knows.
fn says_responsible(inner: &str, offices: &Offices<'_>) -> bool {
    match label::read(inner).or_else(|| label::spaced(inner)) {
        Some((Field::Units { is_whole: true, .. }, ..)) => return true,
        Some((Field::Units { is_whole: false, .. }, _, rest)) => return opens_with_units(rest, offices),
        Some((Field::Time | Field::Other | Field::Unknown, ..)) | None => {}
    }
    if means_all_above(inner, offices) {
        return true;
    }
    let mut tokens = tokens::tokens(inner, offices);
    tokens.retain(|token| !reader::is_time(token));
    let is_field = |token: &&str| matches!(label::read(token), Some((Field::Units { is_whole: true, .. }, ..)));
    if tokens.iter().any(is_field) {
        return true;
    }
    let assigned = tokens.iter().map(|token| strip_verb(token.strip_prefix('由').unwrap_or(token)));
    if !assigned.clone().any(|(_, verb)| verb.is_some()) {
        return false;
    }
    let ends: Vec<(&str, Option<&str>)> = assigned.map(|(name, _)| open_end::strip(name)).collect();
    let mut names = ends.iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).peekable();
    let names_nobody = names.peek().is_none();
    if names_nobody {
        return ends.iter().any(|(_, open)| open.is_some());
    }
    names.clone().any(|name| offices.is_office(name)) || names.all(ends_as_office)
}

/// Whether a bracket holds names of offices and nothing else, at least two of them. Those of the nation alone issued
/// what stands before the bracket: 《……意见》（国家卫生健康委、教育部）; behind a full stop (`stands_free`) they are responsible.
fn lists_offices(inner: &str, stands_free: bool, offices: &Offices<'_>) -> bool {
    let tokens = tokens::tokens(inner, offices);
    let mut names = tokens.iter().map(|token| open_end::strip(token).0).filter(|name| !name.is_empty());
    let is_of_the_nation = |name| offices.office(name).is_some_and(|it| it.level == Some(Level::National));
    names.clone().count() > 1
        && names.clone().all(|name| offices.is_office(name))
        && (stands_free || !names.all(is_of_the_nation))
}

/// Whether a bracket holds the name of one office that the registry knows, with its level, and nothing else.
fn is_one_office(inner: &str, offices: &Offices<'_>) -> bool {
    inner.starts_with(|first| OFFICE_LEVEL_CHARS.contains(first)) && offices.office(inner).is_some()
}

/// Whether a paragraph is nothing but the name of an office, as a cell of a table that was not read is. Governments sign so.
pub(super) fn is_lone_office(text: &str, offices: &Offices<'_>) -> bool {
    is_one_office(text, offices) && !ISSUER_ENDINGS.ends(text)
        || is_one_office(text, offices) && text.chars().count() <= LONGEST_LONE
}

/// Whether the last words of a text give a task to units without any bracket: ……，由市教育局会同市民政局负责落实.
pub(super) fn ends_with_assignment(text: &str, offices: &Offices<'_>) -> bool {
    let text = text.trim_end_matches(['。', '；', '.', ';']);
    let last = text.rsplit(['，', ',', '。']).next().unwrap_or_default();
    let Some(given) = last.strip_prefix('由').filter(|given| given.len() <= LONGEST_CLAUSE) else { return false };
    if words::strip_verb(given).is_some() {
        return says_responsible(given, offices);
    }
    // 由甲会同乙等部门研究提出意见
    TOGETHER.iter().any(|word| given.split_once(word).is_some_and(|(first, _)| offices.is_office(first)))
}

/// Whether a line has a label that no list knows before the name of an office: 审核单位：县财政局.
pub(super) fn has_unknown_label(text: &str, offices: &Offices<'_>) -> bool {
    match label::read(text) {
        Some((Field::Unknown, _, rest)) => {
            tokens::tokens(rest, offices).iter().any(|name| is_one_office(strip_verb(name).0, offices))
        }
        _ => false,
    }
}

/// Whether a text ends with a bracket of one office, which may be a clause or a remark on the name before it.
pub(super) fn ends_with_office(text: &str, offices: &Offices<'_>) -> bool {
    let text = text.trim_end_matches(['。', '；']);
    let last = bracket::top_level(text).pop().filter(|(_, end)| *end == text.len());
    last.and_then(|(from, to)| text.get(from..to)).is_some_and(|raw| is_one_office(bracket::inside(raw), offices))
}

/// Whether a name of no level ends as the name of an office does: 住房城乡建设部; or as that of a section of one: 医政处.
fn ends_as_office(name: &str) -> bool {
    LENGTHS_OF_NAMES.contains(&name.chars().count())
        && (OFFICE_ENDINGS.ends(name) || GOVERNMENTS.ends(name) || SECTION_ENDINGS.ends(name))
        && name.chars().all(|c| c.is_alphabetic() || LABEL_ENDS.contains(c))
}

/// Whether a bracket holds names of sections and nothing else: （规信处、医政处）.
fn lists_sections(inner: &str, offices: &Offices<'_>) -> bool {
    let tokens = tokens::tokens(inner, offices);
    let mut names = tokens.iter().map(|token| open_end::strip(token).0).filter(|name| !name.is_empty());
    let is_section = |name: &str| {
        LENGTHS_OF_SECTIONS.contains(&name.chars().count())
            && name.chars().all(char::is_alphabetic)
            && SECTION_ENDINGS.ends(name)
    };
    names.clone().any(&is_section) && names.all(|name| is_section(name) || offices.is_office(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clause of a text whose only clause closes it: units with roles, whether each for itself, what is left open.
    fn read(text: &str, convention: &mut Convention) -> Option<String> {
        let registry = crate::dataset::registry();
        let offices = &Offices::new(registry.departments());
        let (raw, _) = pieces(text, offices).pop()?.clause?;
        let (clause, _) = parse(raw, 1, convention, offices);
        let units = clause.units.iter().map(|unit| {
            let role = match unit.role {
                Role::Lead => "牵",
                Role::Joint => "配",
                Role::Listed => "列",
                Role::Other => "他",
            };
            format!("{role}{}", unit.raw)
        });
        let each = clause.each_responsible.then(|| "各".to_owned());
        Some(units.chain(each).chain(clause.open_ended).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn forms_of_clauses() {
        for (text, expected) in [
            ("工作。（责任单位：市教育局、市民政局）", "列市教育局 列市民政局"),
            ("工作。（责任部门：市教育局、市民政局、）", "列市教育局 列市民政局"),
            ("工作。（牵头单位：市教育局；配合单位：市民政局、市财政局）", "牵市教育局 配市民政局 配市财政局"),
            ("工作。（市教育局牵头，市民政局、市财政局配合）", "牵市教育局 配市民政局 配市财政局"),
            ("工作。（市教育局牵头，市民政局、市财政局按职责分工负责）。", "牵市教育局 配市民政局 配市财政局 各"),
            ("工作。（市教育局、市民政局分别负责）", "列市教育局 列市民政局 各"),
            ("工作。（由市教育局会同市民政局负责）", "列市教育局 列市民政局"),
            (
                "工作（市教育局、市民政局等有关单位，各县（市、区）政府负责）",
                "列市教育局 列市民政局 列各县（市、区）政府 等有关单位",
            ),
            ("工作。（市教育局、市统计局有关单位负责）", "列市教育局 列市统计局 有关单位"),
            ("工作（市教育局牵头，市民政局等按职责负责）；", "牵市教育局 配市民政局 各 等"),
            ("工作。（市教育局、市民政局）", "列市教育局 列市民政局"),
            ("责任单位：市教育局、市民政局等部门", "列市教育局 列市民政局 等部门"),
            ("【责任单位：市教育局、市民政局】", "列市教育局 列市民政局"),
            ("【责任单位】市教育局，市民政局", "列市教育局 列市民政局"),
        ] {
            assert_eq!(read(text, &mut Convention::default()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn brackets_that_are_no_clauses() {
        for text in [
            "由市教育局负责（含民办学校）。",
            "市疾控中心（市卫生监督所）",
            "落实各方责任（以下简称负责制）",
            "开展义诊（市教育局负责）活动，覆盖城乡。",
            "（甲、乙、丙）",
            "推进工作（市教育局负责。",
        ] {
            assert_eq!(read(text, &mut Convention::default()), None, "{text}");
        }
    }

    #[test]
    fn who_is_first_leads_from_there_on() {
        let mut convention = Convention::default();
        assert_eq!(read("工作。（市教育局、市民政局负责）", &mut convention).as_deref(), Some("列市教育局 列市民政局"));
        let stated = "工作。（市教育局、市民政局负责，排在第一位的为牵头单位，下同）";
        assert_eq!(read(stated, &mut convention).as_deref(), Some("牵市教育局 配市民政局"));
        assert_eq!(read("工作。（市财政局、市民政局负责）", &mut convention).as_deref(), Some("牵市财政局 配市民政局"));
    }

    #[test]
    fn pieces_together_are_the_paragraph() {
        let text = "一项。（市教育局负责）二项。（市民政局负责）。末尾";
        let registry = crate::dataset::registry();
        let got: Vec<(&str, Option<&str>)> = pieces(text, &Offices::new(registry.departments()))
            .into_iter()
            .map(|one| (one.text, one.clause.map(|(raw, _)| raw)))
            .collect();
        assert_eq!(got, [("一项。", Some("（市教育局负责）")), ("二项。", Some("（市民政局负责）。")), ("末尾", None)]);
    }
}
