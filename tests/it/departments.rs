//! `--dept`: every name of every office gives exactly the tasks whose clauses name it, counted anew from the texts.

use std::collections::{BTreeMap, BTreeSet};

use guihua::analysis::responsibility::task::{self, Selection};
use guihua::dataset;
use guihua::model::{Dataset, Level};
use guihua::registry::department::{Office, Resolution};
use guihua::text::pinyin;

use crate::registry::REGISTRY;

/// Words that may close a clause behind its last unit: what it does, then what leaves the list open.
const TAILS: [&str; 6] = ["按职责分工负责", "分别负责", "负责", "等有关单位", "等单位", "有关单位"];

/// The units that a line of a text names in the bracket that closes it.
fn units(line: &str) -> Vec<&str> {
    let Some(inner) = line.trim().strip_suffix('）') else { return Vec::new() };
    let mut depth = 0_i32;
    let opens = inner.char_indices().rev().find(|(_, c)| {
        depth += i32::from(*c == '）') - i32::from(*c == '（');
        depth < 0
    });
    let Some(inner) = opens.and_then(|(at, _)| inner.get(at..)) else { return Vec::new() };
    let inner = inner.trim_start_matches('（').trim_start_matches("责任单位：").replace("（市、区）", "（市|区）");
    let bare = |unit: &str| {
        TAILS.iter().fold(unit.to_owned(), |unit, tail| unit.trim_end_matches(tail).to_owned()).replace('|', "、")
    };
    let found = inner.split(['、', '，']).map(bare).filter(|unit| !unit.is_empty());
    // The text itself again, so that nothing but what is printed comes back.
    found.filter_map(|unit| line.find(&unit).and_then(|at| line.get(at..at + unit.len()))).collect()
}

/// For each office, the places (plan, line) at which a clause of the texts names it.
fn named_in_the_texts() -> BTreeMap<&'static str, BTreeSet<(String, u32)>> {
    let offices = REGISTRY.departments();
    let mut named: BTreeMap<&str, BTreeSet<(String, u32)>> = BTreeMap::new();
    for row in dataset::BUNDLE {
        let plan = row.file.trim_end_matches(".txt");
        for (line, no) in row.text.lines().zip(1..) {
            for office in units(line).into_iter().filter_map(|unit| offices.office(unit)) {
                named.entry(&office.id).or_default().insert((plan.to_owned(), no));
            }
        }
    }
    named
}

/// The same for the tasks that `--dept` selects: the lines of those of their clauses that name the office.
fn selected(dataset: &Dataset, office: &str) -> BTreeSet<(String, u32)> {
    let selection = Selection { departments: vec![office], ..Selection::default() };
    let tasks = task::select(dataset, &selection);
    let clauses = tasks.into_iter().flat_map(|(plan, node)| node.responsible.iter().map(move |clause| (plan, clause)));
    let naming =
        clauses.filter(|(_, clause)| clause.units.iter().any(|unit| unit.department.as_deref() == Some(office)));
    naming.map(|(plan, clause)| (plan.id.clone(), clause.line)).collect()
}

fn names(office: &Office) -> Vec<String> {
    let forms = office.forms.iter().chain(&office.abbreviations).chain(&office.former);
    // 市 before a name makes it that of a city's office: 市教育部 is none of the nation.
    let is_of_a_city = REGISTRY.departments().at_level(office, Level::Municipal).is_none_or(|it| it.id == office.id);
    let with_level = |name: &String| is_of_a_city.then(|| format!("市{name}"));
    let mut names: Vec<String> = forms.flat_map(|name| [name.clone()].into_iter().chain(with_level(name))).collect();
    names.extend([office.id.clone(), office.initials.clone(), office.pinyin.clone()]);
    names.extend([pinyin::initials(&office.short), pinyin::full(&office.short)]);
    names
}

#[test]
fn every_name_that_is_one_office_s_gives_its_tasks() {
    let dataset = dataset::bundled().expect("the bundled dataset");
    let expected = named_in_the_texts();
    let (mut n_names, mut n_with_tasks) = (0, 0);
    for office in REGISTRY.departments().offices() {
        let tasks = selected(&dataset, &office.id);
        assert_eq!(tasks, expected.get(office.id.as_str()).cloned().unwrap_or_default(), "{}", office.name);
        n_with_tasks += usize::from(!tasks.is_empty());
        for name in names(office) {
            match REGISTRY.departments().resolve(&name) {
                Resolution::One(found) => {
                    // A whole name of another office goes before letters that this one shares with it.
                    let own =
                        found.id == office.id || found.forms.contains(&name) || found.abbreviations.contains(&name);
                    assert!(
                        own || name.is_ascii() || found.former.contains(&name),
                        "{name} of {} is {}",
                        office.name,
                        found.name
                    );
                    n_names += 1;
                }
                Resolution::Many(found) => {
                    // Letters mean the offices of the place before those of the nation and the province.
                    let is_above = matches!(office.level, Some(Level::National | Level::Provincial));
                    let is_found = found.iter().any(|one| one.id == office.id);
                    assert!(is_found || is_above && name.is_ascii(), "{name} of {}", office.name);
                }
                Resolution::None { .. } => panic!("{name} of {} is not found", office.name),
            }
        }
    }
    assert_eq!(n_with_tasks, expected.len());
    println!("{n_names} names of one office each, {n_with_tasks} offices with tasks");
}

#[test]
fn shared_names_are_refused_with_the_offices_that_share_them() {
    let dataset = REGISTRY.departments();
    let mut shared: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in dataset.offices().iter().flat_map(names) {
        if let Resolution::Many(offices) = dataset.resolve(&name) {
            shared.entry(name).or_insert_with(|| offices.iter().map(|office| office.name.as_str()).collect());
        }
    }
    assert!(shared.len() > 5, "{shared:?}");
    for (name, offices) in shared {
        let output = crate::program().args(["tasks", "--dept", &name]).output().expect("it runs");
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{name}: {message}");
        assert!(offices.iter().all(|office| message.contains(office)), "{name}: {message}");
    }
}

/// Names with their office and level; the head of the file tells how many were found when they were first asked.
const TYPED: &str = include_str!("departments/typed.txt");

#[test]
fn typed_names_have_their_office_and_level() {
    let departments = REGISTRY.departments();
    let mut wrong = Vec::new();
    let mut n_names = 0;
    for line in TYPED.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(' ').collect();
        let [typed, kind, expected] = fields.as_slice() else { panic!("{line}") };
        n_names += 1;
        let found = departments.resolve(typed);
        if let Resolution::One(office) = found {
            let is_kind = departments.get(kind).is_some_and(|it| departments.are_kin(it, office));
            if is_kind && office.level == Level::typed(expected) {
                continue;
            }
        }
        let got: String = format!("{found:?}").chars().take(60).collect();
        wrong.push(format!("{typed}: {kind} at {expected} expected, got {got}"));
    }
    println!("{} of {n_names} names found", n_names - wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
