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
//! ……，由甲负责，乙配合。                          parts of a running sentence
//! <责任单位：甲> 《责任单位：甲》                  in pointed brackets or quotation marks
//! ```
//!
//! Who leads is taken from the words only. A clause is recognised by its words or, without any, by names of offices.

mod above;
mod convention;
mod label;
mod open_end;
mod place;
mod prose;
mod reader;
mod recognise;
mod tokens;
mod words;

use crate::importer::bracket;
use crate::importer::clause::label::Field;
use crate::importer::clause::reader::Reader;
use crate::importer::offices::Offices;
use crate::lexicon::punctuation::SQUARE_CLOSERS;
use crate::model::{Clause, Deadline, Role, Unit};

pub(super) use above::Above;
pub(super) use convention::{Convention, states_first_leads, states_shares};
pub(super) use label::{completes_label, looks_missed};
pub(super) use place::{breaks_name, ends_with_assignment, ends_with_clause, is_open_clause, pieces};
pub(super) use recognise::{
    ends_with_office, has_unknown_label, is_label_line, is_label_of_time, is_label_of_units, is_lone_office,
    opens_field, shared,
};

/// The time limit that a line states by its label: 完成时限：2027年12月底前.
pub(super) fn deadline_line(line: &str) -> Option<Deadline> {
    match label::read(bracket::inside(line.trim())) {
        Some((Field::Time, _, rest)) if !rest.is_empty() => Some(reader::deadline(rest)),
        _ => None,
    }
}

/// Reads a clause as printed, on line `line`. `convention` holds what earlier clauses stated about who leads, and is
/// updated for the later ones. Returns the labels that no list knows beside the clause.
pub(super) fn parse(raw: &str, line: u32, convention: &mut Convention, offices: &Offices<'_>) -> (Clause, Vec<String>) {
    let mut reader = Reader::default();
    let whole = bracket::inside_quotes(bracket::inside(raw.trim().trim_end_matches(['。', '；'])));
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

/// The name of a unit without the verb behind it and without words that leave the list open; nothing where only they stand.
pub(super) fn without_verb(unit: &str) -> &str {
    open_end::strip(words::split_verb(unit.strip_prefix('由').unwrap_or(unit)).0).0
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
