//! Corrections of responsible units: which office one is, what it has to do, what is none, and what was not read.

use std::collections::{BTreeMap, BTreeSet};

use crate::importer::corrections::Correct;
use crate::importer::corrections::place::{Places, key};
use crate::importer::outline::Draft;
use crate::model::{Clause, Correction, Doubt, DoubtKind, Paragraph, Role, Unit};
use crate::registry::department::{Departments, Office};

/// Puts the corrections of units into force.
pub(super) fn correct(
    corrections: &[Correct],
    places: &Places,
    drafts: &mut [Draft<'_>],
    doubts: &mut Vec<Doubt>,
    offices: &Departments,
) {
    // The places of all are found among the units as they were read, so that none depends on another.
    let mut changes: Vec<Change> = Vec::new();
    for correct in corrections {
        match changes_of(correct, places, drafts, offices) {
            Ok(found) => changes.extend(found),
            Err(doubt) => doubts.push(doubt),
        }
    }
    let (new, of_units): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| matches!(change.kind, ChangeKind::New(..)));
    // What two corrections say of one unit is one change; the later one goes first where they differ.
    let mut merged: BTreeMap<(usize, usize, usize), ChangeKind> = BTreeMap::new();
    for Change { draft, clause, unit, kind } in of_units {
        let before = merged.remove(&(draft, clause, unit));
        merged.insert((draft, clause, unit), kind.over(before));
    }
    let mut changes: Vec<Change> = merged
        .into_iter()
        .map(|((draft, clause, unit), kind)| Change { draft, clause, unit, kind })
        .chain(new)
        .collect();
    // From the last unit of a clause to its first, so that what is taken out or put in moves none that is still to come.
    changes.sort_by_key(|change| {
        let is_new = matches!(change.kind, ChangeKind::New(..));
        (std::cmp::Reverse((change.draft, change.clause, change.unit)), is_new)
    });
    let emptied: BTreeSet<(usize, usize)> =
        changes.into_iter().filter_map(|change| change.make(drafts, doubts)).collect();
    for (draft, clause) in emptied.into_iter().rev() {
        if let Some(draft) = drafts.get_mut(draft) {
            give_back(draft, clause);
        }
    }
}

/// Makes text again of a clause that names nobody, if none was put into it.
fn give_back(draft: &mut Draft<'_>, clause: usize) {
    if draft.responsible.get(clause).is_some_and(|clause| clause.units.is_empty() && clause.open_ended.is_none()) {
        let Clause { raw: text, line, .. } = draft.responsible.remove(clause);
        draft.paragraphs.push(Paragraph { text, lines: [line, line] });
    }
}

/// One change of one clause of a draft.
struct Change {
    draft: usize,
    /// The position of the clause in the draft; behind the last for a new one.
    clause: usize,
    /// The position of the unit in the clause; behind the last for a new one.
    unit: usize,
    kind: ChangeKind,
}

enum ChangeKind {
    /// The unit has this office and this role.
    Is { office: Option<(String, String)>, role: Option<Role> },
    /// It is none, and is taken out.
    Not,
    /// It is put in at this line.
    New(Unit, u32),
}

impl ChangeKind {
    /// This change, and what an earlier one says that it leaves open.
    fn over(self, earlier: Option<Self>) -> Self {
        match (self, earlier) {
            (Self::Is { office, role }, Some(Self::Is { office: former, role: former_role })) => {
                Self::Is { office: office.or(former), role: role.or(former_role) }
            }
            (this, _) => this,
        }
    }
}

/// The changes that a correction makes; none where it is not about units.
fn changes_of(
    correct: &Correct,
    places: &Places,
    drafts: &[Draft<'_>],
    offices: &Departments,
) -> Result<Vec<Change>, Doubt> {
    let office = |name: &Option<String>| match name {
        None => Ok(None),
        Some(name) => match offices.resolve_one(name) {
            Some(office) => Ok(Some(id_and_name(office))),
            None => Err(correct.not_made(|what| Correction::NoOffice { what, office: name.clone() })),
        },
    };
    let found = match correct {
        Correct::Fact(..) | Correct::Heading { .. } => return Ok(Vec::new()),
        Correct::Unit { printed, at, office: name, role } => {
            let office = office(name)?;
            let kind = || ChangeKind::Is { office: office.clone(), role: *role };
            units(printed, at.as_deref(), places, drafts, kind)
        }
        Correct::NoUnit { printed, at } => units(printed, at.as_deref(), places, drafts, || ChangeKind::Not),
        Correct::Missed { printed, at, office: name, role } => {
            let office = office(name)?.or_else(|| offices.office(printed).map(id_and_name));
            let (department, name) = match office {
                Some((id, name)) => (Some(id), name),
                None => (None, printed.clone()),
            };
            let unit = Unit { raw: printed.clone(), department, name, role: *role };
            return missed(correct, unit, at.as_deref(), places, drafts);
        }
    };
    if found.is_empty() { Err(correct.not_made(Correction::Nowhere)) } else { Ok(found) }
}

fn id_and_name(office: &Office) -> (String, String) {
    (office.id.clone(), office.name.clone())
}

/// The units that are printed so, at these words.
fn units(
    printed: &str,
    at: Option<&str>,
    places: &Places,
    drafts: &[Draft<'_>],
    kind: impl Fn() -> ChangeKind,
) -> Vec<Change> {
    let wanted = key(printed);
    let mut changes = Vec::new();
    for (draft, each) in drafts.iter().enumerate().filter(|(draft, _)| places.is_at(*draft, at)) {
        for (clause, responsible) in each.responsible.iter().enumerate() {
            let fitting = responsible.units.iter().enumerate().filter(|(_, unit)| key(&unit.raw) == wanted);
            changes.extend(fitting.map(|(unit, _)| Change { draft, clause, unit, kind: kind() }));
        }
    }
    changes
}

/// The place for a unit that was not read: in the clause that prints it, else in a new one of the text that does.
fn missed(
    correct: &Correct,
    unit: Unit,
    at: Option<&str>,
    places: &Places,
    drafts: &[Draft<'_>],
) -> Result<Vec<Change>, Doubt> {
    let found = places.texts(&unit.raw, at);
    let [draft] = found.as_slice() else {
        return Err(match found.len() {
            0 => correct.not_made(Correction::Nowhere),
            n => correct.not_made(|what| Correction::Several { what, n }),
        });
    };
    let Some(each) = drafts.get(*draft) else { return Ok(Vec::new()) };
    let wanted = key(&unit.raw);
    let in_clause = each.responsible.iter().position(|clause| key(&clause.raw).contains(&wanted));
    let found = in_clause.and_then(|clause| Some((clause, each.responsible.get(clause)?)));
    let (clause, at, line) = if let Some((clause, responsible)) = found {
        (clause, before(responsible, &wanted), responsible.line)
    } else {
        let holding = each.paragraphs.iter().find(|paragraph| key(&paragraph.text).contains(&wanted));
        (each.responsible.len(), 0, holding.map_or(each.lines[0], |paragraph| paragraph.lines[1]))
    };
    Ok(vec![Change { draft: *draft, clause, unit: at, kind: ChangeKind::New(unit, line) }])
}

/// How many units of a clause are printed before this one.
fn before(clause: &Clause, wanted: &str) -> usize {
    let raw = key(&clause.raw);
    let own = raw.find(wanted).unwrap_or(raw.len());
    let is_before = |unit: &&Unit| raw.find(&key(&unit.raw)).is_some_and(|at| at < own);
    clause.units.iter().take_while(is_before).count()
}

impl Change {
    /// Makes the change, and says so. Returns the clause, if it has no units any more.
    fn make(self, drafts: &mut [Draft<'_>], doubts: &mut Vec<Doubt>) -> Option<(usize, usize)> {
        let draft = drafts.get_mut(self.draft)?;
        if let ChangeKind::New(unit, line) = self.kind {
            let made = Correction::Missed { raw: unit.raw.clone(), office: unit.name.clone(), role: unit.role };
            // Who is responsible there has been read now.
            doubts.retain(|doubt| doubt.line != line || doubt.kind != DoubtKind::UnreadClause);
            doubts.push(Doubt { line, kind: DoubtKind::Correction(made) });
            if self.clause >= draft.responsible.len() {
                draft.responsible.push(new_clause(&unit.raw, line));
            }
            if let Some(clause) = draft.responsible.get_mut(self.clause) {
                // Several that were missed in one text are one clause.
                if !key(&clause.raw).contains(&key(&unit.raw)) {
                    clause.raw = format!("{}、{}", unit.raw, clause.raw);
                }
                clause.units.insert(self.unit.min(clause.units.len()), unit);
                name_lead(clause);
            }
            return None;
        }
        let clause = draft.responsible.get_mut(self.clause)?;
        let line = clause.line;
        let unit = clause.units.get_mut(self.unit)?;
        let raw = unit.raw.clone();
        let made = if let ChangeKind::Is { office, role } = self.kind {
            if let Some((id, name)) = office {
                (unit.department, unit.name) = (Some(id), name);
            }
            unit.role = role.unwrap_or(unit.role);
            Correction::Unit { raw: raw.clone(), office: unit.name.clone(), role: unit.role }
        } else {
            clause.units.remove(self.unit);
            Correction::NoUnit(raw.clone())
        };
        name_lead(clause);
        // Whether the registry knows it is no question any more.
        doubts.retain(|doubt| doubt.line != line || doubt.kind != DoubtKind::UnknownUnit(raw.clone()));
        doubts.push(Doubt { line, kind: DoubtKind::Correction(made) });
        clause.units.is_empty().then_some((self.draft, self.clause))
    }
}

/// The clause of a unit that stands in running text.
fn new_clause(raw: &str, line: u32) -> Clause {
    Clause {
        raw: raw.to_owned(),
        line,
        units: Vec::new(),
        lead: None,
        each_responsible: false,
        open_ended: None,
        label: None,
        deadline: None,
    }
}

fn name_lead(clause: &mut Clause) {
    clause.lead = clause.units.iter().find(|unit| unit.role == Role::Lead).map(|unit| unit.name.clone());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importer::{self, Supplied};
    use crate::model::{Plan, Source};

    const TEXT: &str = "江海市规划\n\n一、主要任务\n\n（一）控烟\n\n禁烟。（牵头单位：市碧波办、市教育局；配合单位：市民政局）\n\n\
        （二）心理\n\n服务，由市碧波办和市妇儿工委办一起做。\n\n（三）养老\n\n养老。（市碧波办、各地负责）\n";

    fn read(corrections: &[Correct]) -> Plan {
        let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
        importer::import_corrected(
            TEXT,
            source,
            &Supplied::default(),
            corrections,
            crate::dataset::registry().departments(),
        )
    }

    fn units(plan: &Plan) -> Vec<String> {
        let clauses = plan.nodes.iter().flat_map(|node| &node.responsible);
        let words = |unit: &Unit| format!("{}={}:{:?}", unit.raw, unit.name, unit.role);
        clauses.map(|clause| clause.units.iter().map(words).collect::<Vec<_>>().join(" ")).collect()
    }

    fn unit(office: Option<&str>, role: Option<Role>, at: Option<&str>) -> Correct {
        let own = |text: &str| text.to_owned();
        Correct::Unit { printed: own("市 碧波办"), at: at.map(own), office: office.map(own), role }
    }

    #[test]
    fn units_are_corrected_wherever_they_stand_or_at_one_place() {
        let before = units(&read(&[]));
        assert_eq!(before.len(), 2, "{before:?}");
        let everywhere = read(&[unit(Some("体育局"), None, None)]);
        assert!(units(&everywhere).iter().all(|clause| clause.contains("市碧波办=体育局")), "{:?}", units(&everywhere));
        assert!(everywhere.findings.iter().all(|doubt| !doubt.kind.to_string().contains("“市碧波办”不在")));
        let here = read(&[unit(Some("体育局"), Some(Role::Joint), Some("控烟"))]);
        assert_eq!(units(&here)[0], "市碧波办=体育局:Joint 市教育局=教育局:Lead 市民政局=民政局:Joint");
        assert_eq!(units(&here)[1], before[1]);
        assert_eq!(
            here.nodes.iter().find_map(|node| node.responsible.first()?.lead.clone()).as_deref(),
            Some("教育局")
        );
        let told = here.findings.iter().find(|doubt| doubt.kind.correction().is_some()).unwrap();
        assert_eq!((told.line, told.kind.to_string().contains("配合")), (7, true), "{told:?}");
    }

    #[test]
    fn what_is_none_is_left_out_and_what_was_missed_is_put_in() {
        let none = Correct::NoUnit { printed: "各地".to_owned(), at: None };
        let missed = |printed: &str, office: Option<&str>, at: Option<&str>| Correct::Missed {
            printed: printed.to_owned(),
            at: at.map(str::to_owned),
            office: office.map(str::to_owned),
            role: Role::Listed,
        };
        let plan = read(&[none, missed("市妇儿工委办", Some("教育局"), None), missed("市碧波办", None, Some("心理"))]);
        let all = units(&plan);
        assert!(!all.concat().contains("各地"), "{all:?}");
        assert_eq!(plan.counts.clauses, all.len());
        let inner: Vec<&str> = all.iter().map(String::as_str).filter(|clause| clause.contains("妇儿")).collect();
        assert_eq!(inner, ["市碧波办=市碧波办:Listed 市妇儿工委办=教育局:Listed"], "{all:?}");
        let unit_of =
            |role| Correct::Unit {
                printed: "市碧波办".to_owned(), at: Some("养老".to_owned()), office: None, role
            };
        let both = [
            Correct::NoUnit { printed: "各地".to_owned(), at: None },
            Correct::NoUnit { printed: "市碧波办".to_owned(), at: Some("养老".to_owned()) },
        ];
        let plan = read(&both);
        assert_eq!(plan.counts.clauses, 1);
        let texts: Vec<&str> = plan.nodes.iter().flat_map(|node| &node.paragraphs).map(|it| it.text.as_str()).collect();
        assert_eq!(texts.last(), Some(&"（市碧波办、各地负责）"), "what is no clause is text: {texts:?}");
        let role = read(&[unit_of(Some(Role::Lead)), unit(Some("体育局"), None, None), both[0].clone()]);
        assert_eq!(units(&role)[1], "市碧波办=体育局:Lead");
        let again = read(&[missed("市碧波办", None, None)]);
        let told: Vec<String> = again.findings.iter().map(|doubt| doubt.kind.to_string()).collect();
        assert!(told.iter().any(|told| told.contains("多处") && told.contains("3 处")), "{told:?}");
    }

    #[test]
    fn a_unit_or_an_office_that_is_not_there_is_told() {
        for (correct, wanted) in [
            (unit(Some("没有这个局"), None, None), "名录中没有“没有这个局”"),
            (unit(None, Some(Role::Lead), Some("没有这里")), "找不到：“市 碧波办”（没有这里）"),
            (Correct::NoUnit { printed: "市财政局".to_owned(), at: None }, "找不到：“市财政局”"),
        ] {
            let plan = read(&[correct]);
            assert!(plan.findings.iter().any(|doubt| doubt.kind.to_string().contains(wanted)), "{:?}", plan.findings);
            assert_eq!(units(&plan), units(&read(&[])));
        }
    }
}
