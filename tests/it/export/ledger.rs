//! Ledgers (任务分工表): the files of `tasks` and `dossier` against the clauses of the texts, row for row.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::{csv_cells, file, part, printed, run, table_cells};

/// The text of the bracket that closes a line, brackets within it included.
fn closing_bracket(line: &str) -> Option<&str> {
    let inner = line.trim().trim_end_matches('。').strip_suffix('）')?;
    let mut depth = 1;
    for (at, c) in inner.char_indices().rev() {
        depth += i32::from(c == '）') - i32::from(c == '（');
        if depth == 0 {
            return inner.get(at..).map(|found| found.trim_start_matches('（'));
        }
    }
    None
}

/// The units of a list, parted by 、 ， or ；. Within brackets those part none, at the end of the list none either.
fn units(list: &str) -> BTreeSet<String> {
    const FORM: [&str; 5] = ["（分别负责）", "分别负责", "负责", "等有关单位", "等单位"];
    let list = FORM.iter().fold(list.to_owned(), |list, words| list.replace(words, ""));
    let mut depth = 0;
    let parts = list.split(|c: char| {
        depth += i32::from(c == '（') - i32::from(c == '）');
        depth == 0 && matches!(c, '、' | '，' | '；')
    });
    parts.filter(|unit| !unit.is_empty()).map(str::to_owned).collect()
}

/// The units of a clause that closes a line of the seed; none for another line. Two clauses are bare lists: no other
/// bracket names two offices one after the other.
fn clause(line: &str) -> Option<BTreeSet<String>> {
    let inner = closing_bracket(line)?.trim_end_matches("，排在第一位的为牵头单位，下同");
    (inner.contains("负责") || inner.contains("局、市")).then(|| units(inner))
}

/// The tabs of a workbook with their cells.
fn tabs(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let cells = |book: &mut Xlsx<_>, name: &str| {
        let range = book.worksheet_range(name).expect("a readable tab");
        range.rows().map(<[Data]>::to_vec).collect()
    };
    names.into_iter().map(|name| (name.clone(), cells(&mut book, &name))).collect()
}

/// The column of this name in the rows below a header.
fn column<'a>(rows: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let at = rows[0].iter().position(|header| header == name);
    rows.iter().skip(1).map(|row| at.map_or("", |at| row[at].as_str())).collect()
}

/// One clause as a ledger must tell it: the text it closes as JSON has it, its units by role, and its remarks.
#[derive(Debug, PartialEq)]
struct Expected {
    text: String,
    units: [Vec<String>; 3],
    line: u64,
}

/// The clauses of a plan that name this bureau, read from the JSON of `tasks`.
fn expected(plan: &str, bureau: &str, department: &str) -> Vec<Expected> {
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&file(&["tasks", "--plan", plan, "--dept", bureau], "json")).expect("JSON");
    let mut found = Vec::new();
    for row in &rows {
        let show: Vec<serde_json::Value> =
            serde_json::from_slice(&file(&["show", row["id"].as_str().expect("an id")], "json")).expect("JSON");
        for clause in row["responsible"].as_array().expect("clauses") {
            let units = clause["units"].as_array().expect("units");
            if !units.iter().any(|unit| unit["department"] == *department) {
                continue;
            }
            let line = clause["line"].as_u64().expect("a line");
            let holds = |paragraph: &&serde_json::Value| {
                let at = |end: usize| paragraph["lines"][end].as_u64().expect("a line");
                at(0) <= line && line <= at(1)
            };
            let paragraph = show[0]["paragraphs"].as_array().expect("paragraphs").iter().find(holds);
            let of = |role: &str| {
                let of_role = units.iter().filter(|unit| unit["role"] == role);
                of_role.map(|unit| unit["raw"].as_str().expect("a name").to_owned()).collect()
            };
            let text = paragraph.map_or("", |paragraph| paragraph["text"].as_str().expect("a text")).to_owned();
            found.push(Expected { text, units: [of("lead"), of("joint"), of("listed")], line });
        }
    }
    found
}

/// The ledgers that are read back: plan, bureau as printed, its id.
const LEDGERS: [(&str, &str, &str); 2] =
    [("yunfu-2030", "市教育局", "education"), ("qingyuan-2030", "市人力资源和社会保障局", "human-resources")];

#[test]
fn a_ledger_is_the_clauses_row_for_row() {
    for (plan, bureau, department) in LEDGERS {
        let expected = expected(plan, bureau, department);
        assert!(expected.len() > 15, "{plan}: {}", expected.len());
        let arguments = ["tasks", "--plan", plan, "--dept", bureau];
        let document = part(file(&arguments, "docx"), "word/document.xml");
        let workbook = tabs(file(&arguments, "xlsx"));
        let page = String::from_utf8(file(&arguments, "html")).expect("UTF-8");
        let from_dossier = tabs(file(&["dossier", bureau, "--plan", plan], "xlsx"));
        for rows in [
            table_cells(&document, "tr", &["tc"]),
            table_cells(&page, "tr", &["td", "th"]),
            printed(&workbook[0].1[1..]),
            printed(&from_dossier[0].1[1..]),
        ] {
            assert_eq!(rows.len(), expected.len() + 1, "{plan}");
            let texts = column(&rows, "任务内容");
            let units = ["牵头单位", "配合单位", "责任单位（未分牵头）"].map(|name| column(&rows, name));
            for (at, expected) in expected.iter().enumerate() {
                assert_eq!(texts[at], expected.text, "{plan} line {}", expected.line);
                for (cells, units) in units.iter().zip(&expected.units) {
                    assert_eq!(cells[at], units.join("、"), "{plan} line {}", expected.line);
                }
            }
            // Nothing stands empty, and no line number of a text that nobody outside holds.
            for name in &rows[0] {
                assert!(column(&rows, name).iter().any(|cell| !cell.is_empty()), "{plan}: {name}");
                assert!(!["行号", "编号", "规划", "出处"].contains(&name.as_str()), "{plan}: {name}");
            }
            assert!(!rows.concat().iter().any(|cell| cell.contains(plan)), "{plan}");
        }
        for title in [workbook[0].1[0][0].to_string(), part(file(&arguments, "docx"), "docProps/core.xml")] {
            assert!(title.contains("》任务分工表 — ") && title.contains(bureau), "{title}");
        }
    }
}

#[test]
fn places_are_cited_as_printed_and_shares_are_kept() {
    let rows = csv_cells(&file(&["tasks", "--plan", "清远", "--dept", "市人力资源和社会保障局"], "csv"));
    let places = column(&rows, "章节");
    assert!(places.contains(&"第四章第一节一"), "{places:?}");
    let rows = csv_cells(&file(&["tasks", "--plan", "云浮"], "csv"));
    let places = column(&rows, "章节");
    assert!(places.contains(&"三、主要任务（一）1.") && places.iter().all(|place| place.contains('、')), "{places:?}");
    // Every clause that says 分别负责 or 按职责分工 keeps these words beside its units.
    let mut n_shares = 0;
    let tasks: Vec<serde_json::Value> =
        serde_json::from_slice(&file(&["tasks", "--plan", "云浮"], "json")).expect("JSON");
    for row in &tasks {
        for clause in row["responsible"].as_array().expect("clauses") {
            let line = clause["line"].to_string();
            let is_of =
                |told: &&Vec<String>| row["id"] == told[11].as_str() && told[12].split('–').any(|at| at == line);
            let told = rows.iter().skip(1).find(is_of).expect("a row for each clause");
            for words in ["分别负责", "按职责分工负责", "等单位", "等有关单位"] {
                if clause["raw"].as_str().expect("a text").contains(words) {
                    assert!(told[9].contains(words), "{told:?}");
                    n_shares += 1;
                }
            }
        }
    }
    assert!(n_shares > 30, "{n_shares}");
}

#[test]
fn several_plans_are_parts_and_csv_keeps_every_column() {
    let arguments = ["tasks", "--dept", "教育局"];
    let names: Vec<String> = tabs(file(&arguments, "xlsx")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["清远", "云浮", "说明"], "no tab for a plan that names no units");
    let text = String::from_utf8(run(&["tasks", "--dept", "教育局", "--format", "md"]).stdout).expect("UTF-8");
    assert!(text.starts_with("# 任务分工表 — 教育局") && text.matches("\n## 《").count() == 2, "{text}");
    let rows = csv_cells(&file(&arguments, "csv"));
    assert_eq!(rows[0].len(), 13);
    assert_eq!(rows[0][10..], ["规划", "编号", "行号"]);
    let n_of =
        |format: &str| tabs(file(&arguments, format)).iter().take(2).map(|(_, rows)| rows.len() - 2).sum::<usize>();
    assert_eq!(rows.len() - 1, n_of("xlsx"));
    assert!(rows.iter().skip(1).all(|row| !row[12].contains('-')), "a spreadsheet would make dates of 3-6");
}

#[test]
fn the_units_of_a_ledger_are_those_of_the_seed() {
    let seed = include_str!("../../../seeds/yunfu-2030.txt");
    let rows = csv_cells(&file(&["tasks", "--plan", "云浮", "--dept", "市教育局"], "csv"));
    let clauses: Vec<(usize, BTreeSet<String>)> =
        seed.lines().zip(1..).filter_map(|(line, no)| Some((no, clause(line)?))).collect();
    let mut told = 0;
    for row in rows.iter().skip(1) {
        let last: usize = row[12].rsplit('–').next().and_then(|line| line.parse().ok()).expect("a line");
        let own: Vec<_> = clauses.iter().filter(|(no, _)| *no == last).collect();
        let expected: BTreeSet<String> = own.iter().flat_map(|(_, units)| units).cloned().collect();
        let listed: BTreeSet<String> = row[5..8].iter().flat_map(|cell| units(cell)).collect();
        assert_eq!(listed, expected, "{row:?}");
        told += own.iter().filter(|(_, units)| units.contains("市教育局")).count();
    }
    let expected = clauses.iter().filter(|(_, units)| units.contains("市教育局")).count();
    assert!(expected > 30 && told == expected, "{told} of {expected} clauses");
}
