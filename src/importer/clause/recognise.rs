//! Whether words are a clause: a label, a verb behind names of offices, or names of offices alone.

use crate::importer::bracket;
use crate::importer::clause::above::{self, Above};
use crate::importer::clause::label::{self, Field};
use crate::importer::clause::reader::{self, is_time};
use crate::importer::clause::tokens::tokens;
use crate::importer::clause::{open_end, words};
use crate::importer::offices::Offices;
use crate::lexicon::clause::LABEL_ENDS;
use crate::lexicon::document::ISSUER_ENDINGS;
use crate::lexicon::office::{GOVERNMENTS, OFFICE_ENDINGS, SECTION_ENDINGS};
use crate::lexicon::place::OFFICE_LEVEL_CHARS;
use crate::lexicon::punctuation::SENTENCE_ENDS;
use crate::model::Level;

/// Longest clause in bytes. The longest of the five texts has 255; a bracket ten times as long is text.
pub(super) const LONGEST_CLAUSE: usize = 3000;

/// The lengths, in characters, of the name of an office that no registry knows.
const LENGTHS_OF_NAMES: std::ops::RangeInclusive<usize> = 3..=24;

/// The longest name, in characters, that stands alone and is no signature: 省卫生厅.
const LONGEST_LONE: usize = 8;

/// The lengths, in characters, of the name of a section within an office.
const LENGTHS_OF_SECTIONS: std::ops::RangeInclusive<usize> = 3..=12;

/// Whether a text is one sentence that names offices with their verbs and says nothing else: 市教育局牵头，市财政局等配合。
pub(super) fn assigns(text: &str, offices: &Offices<'_>) -> bool {
    let text = text.trim();
    // Nearly no sentence ends with such a verb, and all are asked.
    let Some(sentence) = text.strip_suffix('。').filter(|text| text.len() <= LONGEST_CLAUSE) else { return false };
    if SENTENCE_ENDS.is_in(sentence) || words::strip_verb(sentence).is_none() || !bracket::is_balanced(sentence) {
        return false;
    }
    let tokens = tokens(above::units(sentence).unwrap_or(sentence), offices);
    let names = tokens.iter().filter(|token| !is_time(token)).map(|token| {
        let (name, _) = words::split_verb(token.strip_prefix('由').unwrap_or(token));
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
pub(super) fn means_all_above(text: &str, offices: &Offices<'_>) -> bool {
    let text = bracket::inside(text.trim_end_matches(['。', '；']));
    above::units(text).is_some_and(|units| says_responsible(units, offices))
}

/// Which of the tasks above a clause holds for, if it says so itself.
pub(in crate::importer) fn shared(raw: &str, offices: &Offices<'_>) -> Option<Above> {
    means_all_above(raw, offices).then(|| above::tasks(bracket::inside(raw))).flatten()
}

/// Whether the line is a clause without brackets: `责任单位：市卫生健康局`. A label that may be another word (责任：, 实施：) needs
/// the name of an office behind it.
pub(in crate::importer) fn is_label_line(line: &str, offices: &Offices<'_>) -> bool {
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
            !SENTENCE_ENDS.is_in(line.trim_end_matches('。')) && tokens(line, offices).iter().skip(1).any(is_field)
        }
        Some((Field::Unknown, ..)) | None => false,
    }
}

/// Whether what stands behind a short label (主办：, 实施：) is units: the first is an office, all end as offices do, or a further
/// label parts them and one is an office.
fn opens_with_units(rest: &str, offices: &Offices<'_>) -> bool {
    let tokens = tokens(rest, offices);
    let name = |token: &str| {
        let units = label::read(token).map_or(token, |(_, _, units)| units);
        open_end::strip(words::split_verb(units).0).0.to_owned()
    };
    let names: Vec<String> = tokens.iter().map(|token| name(token)).filter(|name| !name.is_empty()).collect();
    let has_label = |token: &&str| matches!(label::read(token), Some((Field::Units { .. }, ..)));
    let is_parted = tokens.iter().skip(1).any(has_label);
    tokens.first().is_some_and(|first| offices.is_office(&name(first)))
        || names.len() > 1 && names.iter().all(|name| ends_as_office(name))
        || is_parted && names.iter().any(|name| offices.is_office(name))
}

/// Whether the header of a column is a label of units: 牵头单位.
pub(in crate::importer) fn is_label_of_units(header: &str) -> bool {
    matches!(label::of_header(header), Field::Units { .. })
}

/// Whether the header of a column is a label of time limits: 完成时限.
pub(in crate::importer) fn is_label_of_time(header: &str) -> bool {
    label::of_header(header) == Field::Time
}

/// Whether a line begins a field of its own, of units or of anything else that lists know: 完成情况：.
pub(in crate::importer) fn opens_field(line: &str) -> bool {
    let field = label::read(line.trim());
    field.is_some_and(|(field, label, _)| field != Field::Unknown && !label.is_empty())
}

/// Whether the words inside a bracket make it a clause: a label, or a verb behind names that are offices, or one of them an
/// office that the registry knows.
pub(super) fn says_responsible(inner: &str, offices: &Offices<'_>) -> bool {
    match label::read(inner).or_else(|| label::spaced(inner)) {
        Some((Field::Units { is_whole: true, .. }, ..)) => return true,
        Some((Field::Units { is_whole: false, .. }, _, rest)) => return opens_with_units(rest, offices),
        Some((Field::Time | Field::Other | Field::Unknown, ..)) | None => {}
    }
    if means_all_above(inner, offices) {
        return true;
    }
    let mut tokens = tokens(inner, offices);
    tokens.retain(|token| !is_time(token));
    let is_field = |token: &&str| matches!(label::read(token), Some((Field::Units { is_whole: true, .. }, ..)));
    if tokens.iter().any(is_field) {
        return true;
    }
    let assigned = tokens.iter().map(|token| words::split_verb(token.strip_prefix('由').unwrap_or(token)));
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
pub(super) fn lists_offices(inner: &str, stands_free: bool, offices: &Offices<'_>) -> bool {
    let tokens = tokens(inner, offices);
    let mut names = tokens.iter().map(|token| open_end::strip(token).0).filter(|name| !name.is_empty());
    let is_of_the_nation = |name| offices.office(name).is_some_and(|it| it.level == Some(Level::National));
    names.clone().count() > 1
        && names.clone().all(|name| offices.is_office(name))
        && (stands_free || !names.all(is_of_the_nation))
}

/// Whether a bracket holds names of sections and nothing else: （规信处、医政处）.
pub(super) fn lists_sections(inner: &str, offices: &Offices<'_>) -> bool {
    let tokens = tokens(inner, offices);
    let mut names = tokens.iter().map(|token| open_end::strip(token).0).filter(|name| !name.is_empty());
    let is_section = |name: &str| {
        LENGTHS_OF_SECTIONS.contains(&name.chars().count())
            && name.chars().all(char::is_alphabetic)
            && SECTION_ENDINGS.ends(name)
    };
    names.clone().any(&is_section) && names.all(|name| is_section(name) || offices.is_office(name))
}

/// Whether a bracket holds the name of one office that the registry knows, with its level, and nothing else.
pub(super) fn is_one_office(inner: &str, offices: &Offices<'_>) -> bool {
    inner.starts_with(|first| OFFICE_LEVEL_CHARS.contains(first)) && offices.office(inner).is_some()
}

/// Whether a paragraph is nothing but the name of an office, as a cell of a table that was not read is. Governments sign so.
pub(in crate::importer) fn is_lone_office(text: &str, offices: &Offices<'_>) -> bool {
    is_one_office(text, offices) && !ISSUER_ENDINGS.ends(text)
        || is_one_office(text, offices) && text.chars().count() <= LONGEST_LONE
}

/// Whether a line has a label that no list knows before the name of an office: 审核单位：县财政局.
pub(in crate::importer) fn has_unknown_label(text: &str, offices: &Offices<'_>) -> bool {
    match label::read(text) {
        Some((Field::Unknown, _, rest)) => {
            tokens(rest, offices).iter().any(|name| is_one_office(words::split_verb(name).0, offices))
        }
        _ => false,
    }
}

/// Whether a text ends with a bracket of one office, which may be a clause or a remark on the name before it.
pub(in crate::importer) fn ends_with_office(text: &str, offices: &Offices<'_>) -> bool {
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
