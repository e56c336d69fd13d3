//! Responsibility clauses: where one stands in a paragraph, and what it says of whom.
//!
//! ```text
//! （责任单位：甲、乙、丙）                       listed
//! （甲、乙负责，排在第一位的为牵头单位，下同）     the first leads, here and in every clause below
//! （甲、乙分别负责） （丙按职责分工负责）          each for its own share
//! （牵头单位：甲；配合单位：乙、丙）               lead and joint by label
//! （甲牵头，乙、丙配合） （甲牵头，乙按职责分工负责） lead and joint by verb
//! （甲、乙、丙）                                 listed: names alone, at the end of a paragraph (云浮 line 386)
//! 责任单位：甲、乙                               on a line of its own, without brackets or in 【】
//! （甲会同乙负责）                               listed: together, not one under the other
//! ```
//!
//! Who leads is taken from the words only. A clause is recognised by its words or, without any, by names of offices.

mod words;

use crate::importer::bracket;
use crate::importer::clause::words::labels;
use crate::lexicon::clause::{BEFORE_FREE_CLAUSE, FIRST_PLACES, LABEL_ENDS, OPEN_ENDS, UNIT_SEPARATORS};
use crate::lexicon::office::OFFICE_ENDINGS;
use crate::lexicon::place::{BARE_LEVELS, OFFICE_LEVEL_CHARS};
use crate::lexicon::punctuation::{SQUARE_CLOSERS, SQUARE_OPENERS};
use crate::model::{Clause, Level, Role, Unit};
use crate::registry::department::Departments;

/// Longest clause in bytes. The longest of the five texts has 255; a bracket ten times as long is text.
const LONGEST_CLAUSE: usize = 3000;

/// A word between two units that are responsible together.
const TOGETHER: &str = "会同";

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
}

/// Cuts a paragraph behind each clause in it. The pieces' texts and clauses together are the paragraph.
pub(super) fn pieces<'a>(text: &'a str, offices: &Departments) -> Vec<Piece<'a>> {
    if is_label_line(text) {
        return vec![Piece { text: "", clause: Some((text, 0)) }];
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    let end_of_words = text.trim_end_matches(['。', '；', ' ']).len();
    for (start, end) in bracket::top_level(text) {
        let (Some(before), Some(raw), Some(after)) = (text.get(from..start), text.get(start..end), text.get(end..))
        else {
            continue;
        };
        if raw.len() > LONGEST_CLAUSE {
            continue;
        }
        let before_it = before.trim_end();
        let closes = end >= end_of_words || after.trim_start().starts_with(['（', '(']);
        let stands_free = before_it.is_empty() || BEFORE_FREE_CLAUSE.ends(before_it);
        let inner = bracket::inside(raw);
        if says_responsible(inner, offices) && (closes || stands_free) || closes && lists_offices(inner, offices) {
            // The stop behind a clause belongs to it: the sentence before it has its own.
            let stop = after.chars().next().filter(|c| ['。', '；'].contains(c)).map_or(0, char::len_utf8);
            let raw = text.get(start..end + stop).unwrap_or(raw);
            pieces.push(Piece { text: before, clause: Some((raw, start)) });
            from = end + stop;
        }
    }
    match text.get(from..) {
        Some(rest) if !rest.is_empty() => pieces.push(Piece { text: rest, clause: None }),
        _ => {}
    }
    pieces
}

/// Whether the line is a clause without brackets: `责任单位：市卫生健康局`.
pub(super) fn is_label_line(line: &str) -> bool {
    line.len() <= LONGEST_CLAUSE && label(line.trim()).is_some()
}

/// Reads a clause as printed, on line `line`. `convention` holds what earlier clauses stated about who leads, and is
/// updated for the later ones.
pub(super) fn parse(raw: &str, line: u32, convention: &mut Convention, offices: &Departments) -> Clause {
    let mut reader = Reader::default();
    let inner = SQUARE_CLOSERS.trim_end(bracket::inside(raw.trim_end_matches(['。', '；'])));
    for token in bracket::split(inner, &UNIT_SEPARATORS) {
        token.split(TOGETHER).for_each(|token| reader.read_token(token.trim()));
    }
    if reader.first_leads && reader.holds_below {
        convention.first_leads = true;
    }
    let names_lead = reader.names_lead();
    let first_leads = (reader.first_leads || convention.first_leads) && !names_lead;
    let units: Vec<Unit> = reader
        .units
        .iter()
        .enumerate()
        .map(|(at, (raw, printed_role))| {
            let office = offices.office(raw);
            let role = match printed_role {
                Role::Lead | Role::Joint | Role::Listed if first_leads && at == 0 => Role::Lead,
                Role::Listed if first_leads || names_lead => Role::Joint,
                Role::Lead | Role::Joint | Role::Listed => *printed_role,
            };
            Unit {
                raw: raw.clone(),
                department: office.map(|office| office.id.clone()),
                name: office.map_or_else(|| raw.clone(), |office| office.name.clone()),
                role,
            }
        })
        .collect();
    Clause {
        raw: raw.to_owned(),
        line,
        lead: units.iter().find(|unit| unit.role == Role::Lead).map(|unit| unit.name.clone()),
        each_responsible: reader.each_responsible,
        open_ended: reader.open_ended,
        units,
    }
}

/// Whether a sentence states that the unit named first leads: 排在第一位的为牵头单位, 列首位的为牵头部门.
pub(super) fn states_first_leads(text: &str) -> bool {
    text.contains("牵头") && FIRST_PLACES.is_in(text)
}

/// Whether a text that gave no clause ends as one would: the words of a label, or a verb before a closing bracket.
pub(super) fn looks_missed(text: &str) -> bool {
    labels().any(|(word, _)| ["：", ":"].iter().any(|colon| text.contains(&format!("（{word}{colon}"))))
        || text.ends_with("负责）")
        || text.ends_with("牵头）")
}

/// What the tokens of one clause say, in their order.
#[derive(Default)]
struct Reader {
    units: Vec<(String, Role)>,
    /// Index of the first unit whose verb has not come yet.
    first_open: usize,
    label: Option<Role>,
    each_responsible: bool,
    open_ended: Option<String>,
    first_leads: bool,
    holds_below: bool,
}

impl Reader {
    fn read_token(&mut self, token: &str) {
        if states_first_leads(token) {
            self.first_leads = true;
            return;
        }
        if token == "下同" {
            self.holds_below = true;
            return;
        }
        let token = match label(token) {
            Some((role, rest)) => {
                self.label = Some(role);
                self.first_open = self.units.len();
                rest
            }
            None => token,
        };
        let (name, verb) = strip_verb(token.strip_prefix('由').unwrap_or(token));
        let (name, open) = strip_open_end(name);
        if let Some(open) = open {
            self.open_ended = Some(open.to_owned());
        }
        if !name.is_empty() {
            self.units.push((name.to_owned(), self.label.unwrap_or(Role::Listed)));
        }
        if let Some((role, each)) = verb {
            self.each_responsible |= each;
            if role != Role::Listed {
                for (_, printed_role) in self.units.iter_mut().skip(self.first_open) {
                    *printed_role = role;
                }
            }
            self.first_open = self.units.len();
        }
    }

    fn names_lead(&self) -> bool {
        self.units.iter().any(|(_, role)| *role == Role::Lead)
    }
}

/// Takes a label off: its role, and what follows its colon, or its bracket in `【责任单位】`.
fn label(token: &str) -> Option<(Role, &str)> {
    let token = SQUARE_OPENERS.strip_prefix(token).unwrap_or(token);
    labels().find_map(|(word, role)| {
        let rest = LABEL_ENDS.strip_prefix(token.strip_prefix(word)?.trim_start())?;
        Some((role, rest.trim_matches(|c: char| c == '：' || c == ':' || c.is_whitespace())))
    })
}

/// Takes the verb off that closes a list: the name before it, and what the verb says.
fn strip_verb(token: &str) -> (&str, Option<(Role, bool)>) {
    let found = words::strip_verb(token);
    found.map_or((token, None), |(name, role, each)| (name.trim_end(), Some((role, each))))
}

/// Takes the words off that leave the list open.
fn strip_open_end(name: &str) -> (&str, Option<&str>) {
    let found = OPEN_ENDS.iter().find_map(|word| {
        let rest = name.strip_suffix(word)?.trim_end();
        Some((if BARE_LEVELS.is(rest) { "" } else { rest }, name.get(rest.len()..)?))
    });
    found.map_or((name, None), |(rest, open)| (rest, Some(open)))
}

/// Whether the words inside a bracket make it a clause: a label, or a verb behind the name of an office.
fn says_responsible(inner: &str, offices: &Departments) -> bool {
    if label(inner).is_some() {
        return true;
    }
    let tokens = bracket::split(inner, &UNIT_SEPARATORS);
    let has_verb = tokens.iter().any(|token| strip_verb(token.trim()).1.is_some());
    let mut units = tokens.iter().flat_map(|token| token.split(TOGETHER));
    has_verb && units.any(|token| is_office(strip_open_end(strip_verb(token.trim()).0).0, offices))
}

/// Whether a bracket holds names of offices and nothing else, at least two of them. Those of the nation alone issued
/// what stands before the bracket: 《……意见》（国家卫生健康委、教育部）.
fn lists_offices(inner: &str, offices: &Departments) -> bool {
    let tokens = bracket::split(inner, &UNIT_SEPARATORS);
    let mut names = tokens.iter().map(|token| strip_open_end(token.trim()).0);
    let is_of_the_nation = |name| offices.office(name).is_some_and(|it| it.level == Some(Level::National));
    tokens.len() > 1 && names.clone().all(|name| is_office(name, offices)) && !names.all(is_of_the_nation)
}

fn is_office(name: &str, offices: &Departments) -> bool {
    let levelled = name.starts_with(|first| OFFICE_LEVEL_CHARS.contains(first));
    offices.office(name).is_some() || levelled && OFFICE_ENDINGS.ends(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clause of a text whose only clause closes it: units with roles, whether each for itself, what is left open.
    fn read(text: &str, convention: &mut Convention) -> Option<String> {
        let registry = crate::dataset::registry();
        let offices = registry.departments();
        let (raw, _) = pieces(text, offices).pop()?.clause?;
        let clause = parse(raw, 1, convention, offices);
        let units = clause.units.iter().map(|unit| {
            let role = match unit.role {
                Role::Lead => "牵",
                Role::Joint => "配",
                Role::Listed => "列",
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
        let got: Vec<(&str, Option<&str>)> = pieces(text, crate::dataset::registry().departments())
            .into_iter()
            .map(|one| (one.text, one.clause.map(|(raw, _)| raw)))
            .collect();
        assert_eq!(got, [("一项。", Some("（市教育局负责）")), ("二项。", Some("（市民政局负责）。")), ("末尾", None)]);
    }
}
