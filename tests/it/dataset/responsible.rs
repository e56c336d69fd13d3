//! Every clause of the texts that says who is responsible, and what it says.
//!
//! The clauses are found again by their brackets: a round bracket, nested ones and all, that closes a line and names
//! an office. What a clause says is checked against its words: with the units taken out only words of form remain.

use guihua::model::{Clause, Plan, Role};

use super::{body, plans};

/// Words that may stand in a clause beside the units, longest first.
const WORDS: [&str; 8] = [
    "排在第一位的为牵头单位，下同",
    "按职责分工负责",
    "等有关单位",
    "分别负责",
    "责任单位：",
    "等单位",
    "有关单位",
    "负责",
];

fn clauses(plan: &Plan) -> impl Iterator<Item = &Clause> {
    plan.nodes.iter().flat_map(|node| &node.responsible)
}

/// The bracket that closes a line, from its opening to the end of the line.
fn closing_bracket(line: &str) -> Option<&str> {
    let line = line.trim();
    let end = line.trim_end_matches('。');
    let mut depth = 0_usize;
    for (at, c) in end.char_indices().rev() {
        depth = match c {
            '）' | ')' => depth + 1,
            '（' | '(' => depth.checked_sub(1)?,
            _ if depth == 0 => return None,
            _ => continue,
        };
        if depth == 0 {
            return line.get(at..);
        }
    }
    None
}

/// Whether a bracket says who is responsible: by the words, or by naming offices one after the other.
fn names_units(bracket: &str) -> bool {
    bracket.contains("责任单位：") || bracket.contains("负责") || bracket.contains("局、市")
}

#[test]
fn every_clause_of_the_texts_and_no_other() {
    let mut counts = Vec::new();
    for (plan, text) in plans() {
        let expected: Vec<(u32, &str)> = body(text)
            .into_iter()
            .filter_map(|line| Some((line.no, closing_bracket(line.text).filter(|bracket| names_units(bracket))?)))
            .collect();
        let got: Vec<(u32, &str)> = clauses(plan).map(|clause| (clause.line, clause.raw.as_str())).collect();
        assert_eq!(got, expected, "{}", plan.id);
        counts.push((plan.id.as_str(), got.len()));
    }
    // Counted by reading, too: one task of 清远 has three clauses, and two clauses of 云浮 say no 负责.
    let read =
        [("foshan-2030", 0), ("qingyuan-2030", 58), ("xiangqiao-145", 0), ("yunfu-2030", 121), ("zhongshan-145", 0)];
    assert_eq!(counts, read);
}

#[test]
fn the_clauses_that_are_hard_to_see() {
    let count = |id: &str, fits: &dyn Fn(&Clause) -> bool| {
        plans()
            .filter(|(plan, _)| plan.id == id)
            .flat_map(|(plan, _)| clauses(plan))
            .filter(|clause| fits(clause))
            .count()
    };
    assert_eq!(count("yunfu-2030", &|clause| !clause.raw.contains("负责")), 2);
    let nested = |clause: &Clause| clause.raw.matches('（').count() > 1;
    assert_eq!((count("yunfu-2030", &nested), count("qingyuan-2030", &nested)), (3, 0));
    let most = plans().flat_map(|(plan, _)| &plan.nodes).max_by_key(|node| node.responsible.len());
    assert_eq!(most.map(|node| (node.id.as_str(), node.responsible.len())), Some(("qingyuan-2030/4.1.1", 3)));
}

#[test]
fn units_are_all_that_a_clause_says_beside_words_of_form() {
    for (plan, _) in plans() {
        for clause in clauses(plan) {
            let mut rest = clause.raw.as_str();
            let mut between = String::new();
            for unit in &clause.units {
                let (before, after) =
                    rest.split_once(&unit.raw).unwrap_or_else(|| panic!("{} not in {rest}", unit.raw));
                between.push_str(before);
                between.push('|');
                rest = after;
            }
            between.push_str(rest);
            for word in WORDS {
                between = between.replacen(word, "", 1);
            }
            let between = between.trim_matches(['（', '）', '(', ')', '。', '、', '，', '|']);
            assert!(between.split('|').all(|sign| ["、", "，", "；", ""].contains(&sign)), "{}: {between}", clause.raw);
            assert!(!clause.units.is_empty(), "{}", clause.raw);
            let depth = |text: &str| text.matches('（').count() == text.matches('）').count();
            assert!(clause.units.iter().all(|unit| depth(&unit.raw)), "{}", clause.raw);
        }
    }
}

#[test]
fn what_each_clause_says_of_its_units() {
    for (plan, text) in plans() {
        // A plan that says so in one clause means all below it: 排在第一位的为牵头单位，下同.
        let first_leads = text.contains("排在第一位的为牵头单位，下同");
        for clause in clauses(plan) {
            let raw = clause.raw.as_str();
            assert_eq!(clause.each_responsible, raw.contains("分别负责") || raw.contains("分工负责"), "{raw}");
            let open = WORDS.iter().find(|word| word.ends_with("单位") && raw.contains(**word));
            assert_eq!(clause.open_ended.as_deref(), open.copied(), "{raw}");
            let roles: Vec<Role> = clause.units.iter().map(|unit| unit.role).collect();
            let expected: Vec<Role> = (0..roles.len())
                .map(|at| match (first_leads, at) {
                    (true, 0) => Role::Lead,
                    (true, _) => Role::Joint,
                    (false, _) => Role::Listed,
                })
                .collect();
            assert_eq!(roles, expected, "{raw}");
            let lead = clause.units.first().filter(|_| first_leads).map(|unit| unit.name.as_str());
            assert_eq!(clause.lead.as_deref(), lead, "{raw}");
        }
    }
}

#[test]
fn every_unit_of_the_five_plans_is_an_office() {
    for unit in plans().flat_map(|(plan, _)| clauses(plan)).flat_map(|clause| &clause.units) {
        let office = unit.department.as_deref().and_then(|id| super::DATASET.department(id));
        assert_eq!(office.map(|office| &office.name), Some(&unit.name), "{}", unit.raw);
    }
}
