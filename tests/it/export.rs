//! Files that are handed in: what another program reads from them is what the commands say and what the plans print.

/// Drafts.
mod draft;
/// Ledgers of bureaus, read back from each format.
mod ledger;
/// Documents to read, and tables for paper.
mod reading;

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Output;

use calamine::{Data, Reader, Xlsx};
use roxmltree::{Document, Node, ParsingOptions};

/// Runs the program without a terminal.
fn run(arguments: &[&str]) -> Output {
    crate::program().args(arguments).output().expect("the program starts")
}

/// The bytes of the file that a command writes.
fn file(arguments: &[&str], format: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("文件");
    let path = path.to_str().expect("UTF-8");
    let output = run(&[arguments, &["--format", format, "-o", path]].concat());
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(path).expect("written")
}

/// The cells of CSV, the header first, by the rules of RFC 4180.
fn csv_cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

/// The cells of a workbook's first tab; numbers as they print.
fn xlsx_cells(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a tab").expect("a readable tab");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn printed(cells: &[Vec<Data>]) -> Vec<Vec<String>> {
    cells.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The text under a node, its breaks as line feeds.
fn text(node: Node) -> String {
    let piece = |node: Node| match node.tag_name().name() {
        "br" => "\n".to_owned(),
        _ if node.is_text() => node.text().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    node.descendants().map(piece).collect()
}

/// The cells of the only table of a document of XML, by the names of its rows and cells.
fn table_cells(document: &str, row: &str, cells: &[&str]) -> Vec<Vec<String>> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(document, options).expect("well-formed XML");
    let rows = document.descendants().filter(|node| node.tag_name().name() == row);
    rows.map(|row| row.children().filter(|node| cells.contains(&node.tag_name().name())).map(text).collect()).collect()
}

fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut part = String::new();
    container.by_name(name).expect("the part").read_to_string(&mut part).expect("UTF-8");
    part
}

const TABLES: [&[&str]; 2] = [&["depts"], &["depts", "--plan", "qingyuan-2030"]];

#[test]
fn a_workbook_holds_the_cells_of_the_csv() {
    for arguments in TABLES {
        let cells = printed(&xlsx_cells(file(arguments, "xlsx")));
        assert_eq!(cells, csv_cells(&file(arguments, "csv")), "{arguments:?}");
        assert!(cells.len() > 10, "{arguments:?}");
    }
}

#[test]
fn word_and_html_hold_the_cells_of_the_csv() {
    for arguments in TABLES {
        // Paper has no room for columns in which nothing stands.
        let all = csv_cells(&file(arguments, "csv"));
        let is_kept = |at: &usize| all.iter().skip(1).any(|row| !row[*at].is_empty());
        let kept: Vec<usize> = (0..all[0].len()).filter(is_kept).collect();
        let expected: Vec<Vec<String>> =
            all.iter().map(|row| kept.iter().map(|at| row[*at].clone()).collect()).collect();
        let document = part(file(arguments, "docx"), "word/document.xml");
        assert_eq!(table_cells(&document, "tr", &["tc"]), expected, "{arguments:?}");
        let page = String::from_utf8(run(&[arguments, &["--format", "html"]].concat()).stdout).expect("UTF-8");
        assert_eq!(table_cells(&page, "tr", &["td", "th"]), expected, "{arguments:?}");
    }
}

#[test]
fn numbers_are_numbers_and_texts_are_texts() {
    for row in xlsx_cells(file(&["depts"], "xlsx")).iter().skip(1) {
        assert!(row[1..5].iter().all(|cell| matches!(cell, Data::Float(_))), "{row:?}");
        assert!(matches!(row[0], Data::String(_)), "{row:?}");
    }
}

/// Cells of the indicator tables that print no lone number: nothing, words, changes, two values, ratios.
const NO_LONE_NUMBERS: [&str; 25] = [
    "达国家 60%要求",
    "-",
    "--",
    "—",
    "——",
    "达到省的指标要求",
    "持续改善",
    "持续提升",
    "维持",
    "实现",
    "基本实现",
    "继续加强",
    "保持省内先进水平",
    "实现工伤保险法定人群参保全覆盖",
    "下降6%",
    "下降30%",
    "下降30％",
    "增长30%",
    "增长 30%",
    "比全国平均水平高5个百分点",
    "力争每年降低0.5%",
    "力争每年降低 0.5 个百分点以上",
    "100，70",
    "100，80",
    "62% 61.8%",
];

#[test]
fn each_cell_that_prints_one_number_is_a_number() {
    let json: Vec<serde_json::Value> = serde_json::from_slice(&file(&["indicators"], "json")).expect("JSON");
    let bytes = file(&["indicators"], "xlsx");
    let styles = part(bytes.clone(), "xl/styles.xml");
    let rows = xlsx_cells(bytes);
    let (mut n_numbers, mut n_texts) = (0, 0);
    for (one, row) in json.iter().zip(rows.iter().skip(1)) {
        for value in one["values"].as_array().expect("a list") {
            let Some(raw) = value["raw"].as_str() else { continue };
            let header = value["header"].as_str().expect("a header").split_whitespace().collect::<Vec<_>>().join(" ");
            let columns = rows[0].iter().enumerate().filter(|(_, name)| name.to_string() == header);
            let cells: Vec<&Data> = columns.map(|(at, _)| &row[at]).collect();
            let digits: String = raw.chars().skip_while(|c| !c.is_ascii_digit()).collect();
            let digits: String = digits.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            let is_text = NO_LONE_NUMBERS.contains(&raw)
                || raw.starts_with("比2015年")
                || raw.starts_with("1：")
                || raw.starts_with("1:");
            if is_text {
                assert!(cells.iter().any(|cell| matches!(cell, Data::String(text) if text == raw)), "{raw}: {cells:?}");
                n_texts += 1;
            } else {
                let number: f64 = digits.parse().expect("a number");
                assert!(cells.iter().any(|cell| **cell == Data::Float(number)), "{raw}: {cells:?}");
                n_numbers += 1;
            }
        }
    }
    assert!(n_numbers > 280 && n_texts > 100, "{n_numbers} numbers, {n_texts} texts");
    assert!(styles.contains("formatCode=\"0.000\""), "2.125 keeps its three decimals: {styles}");
    // The sign and the remark of a number stand beside it.
    let column = |name: &str| rows[0].iter().position(|cell| *cell == name).expect(name);
    let smoking = rows.iter().find(|row| row[3].to_string().contains("个人卫生支出")).expect("a row");
    assert_eq!(smoking[column("2020年")], Data::Float(25.0));
    assert_eq!(smoking[column("2020年 比较符")].to_string(), "<");
    let literacy = rows.iter().find(|row| row[3].to_string().contains("居民健康素养水平")).expect("a row");
    assert_eq!(literacy[column("2015年 备注")].to_string(), "（2016年）");
}

#[test]
fn every_printed_value_has_a_cell_under_its_year() {
    let rows = csv_cells(&file(&["indicators"], "csv"));
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let json: Vec<serde_json::Value> = serde_json::from_slice(&file(&["indicators"], "json")).expect("JSON");
    assert_eq!(json.len(), rows.len() - 1);
    for (one, row) in json.iter().zip(rows.iter().skip(1)) {
        let cells: Vec<(String, &String)> =
            rows[0].iter().zip(row).skip(6).map(|(header, cell)| (header.clone(), cell)).collect();
        let values = one["values"].as_array().expect("a list");
        for value in values {
            let header = squeezed(value["header"].as_str().expect("a header"));
            let raw = value["raw"].as_str().unwrap_or_default();
            assert!(cells.iter().any(|(name, cell)| *name == header && *cell == raw), "{header}: {raw} not in {row:?}");
        }
        let printed = values.iter().filter(|value| value["raw"].is_string()).count();
        assert_eq!(cells.iter().filter(|(_, cell)| !cell.is_empty()).count(), printed + 1, "{row:?}");
    }
}

#[test]
fn the_same_command_makes_the_same_file() {
    for format in ["xlsx", "docx", "html", "csv"] {
        let arguments = ["tasks", "--dept", "残联"];
        assert_eq!(file(&arguments, format), file(&arguments, format), "{format}");
    }
}

#[test]
fn a_draft_is_marked_in_every_file() {
    let draft = "征求意见稿";
    for (plan, expected) in [("湘桥", true), ("中山", true), ("云浮", false), ("清远", false)] {
        let arguments = ["tasks", "--plan", plan];
        let rows = xlsx_cells(file(&arguments, "xlsx"));
        assert_eq!(rows[0][0].to_string().contains(draft), expected, "{plan}");
        for row in csv_cells(&file(&["indicators", "--plan", plan], "csv")).iter().skip(1) {
            assert_eq!(row[0].contains(draft), expected, "{plan}");
        }
        let title = part(file(&arguments, "xlsx"), "docProps/core.xml");
        assert_eq!(title.contains(draft), expected, "{plan}");
        let title = part(file(&arguments, "docx"), "docProps/core.xml");
        assert_eq!(title.contains(draft), expected, "{plan}");
        let page = String::from_utf8(file(&arguments, "html")).expect("UTF-8");
        let heading = page.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a heading");
        assert_eq!(heading.contains(draft), expected, "{plan}");
    }
}

#[test]
fn formats_that_are_not_offered_are_refused_in_one_line() {
    for (arguments, words) in [
        (&["tasks", "--format", "xlsx"][..], &["-o"][..]),
        (&["tasks", "--format", "docx"], &["-o"]),
        (&["export", "--format", "html"], &["JSON"]),
        (&["export", "-o", "x.xlsx"], &["JSON"]),
        (&["tasks", "--format", "csv", "-o", "x.xlsx"], &["Excel", "--format", "-o x.csv"]),
        (&["tasks", "--format", "text", "-o", "x.docx"], &["Word", "-o x.txt"]),
        (&["tasks", "--format", "xlsx", "-o", "x.csv"], &["-o x.xlsx"]),
        (&["tasks", "--format", "docx", "-o", "x.xlsx"], &["-o x.docx"]),
        (&["tasks", "--format", "json", "--bom"], &["csv"]),
    ] {
        let output = run(arguments);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert!(output.stdout.is_empty() && message.lines().count() == 1, "{arguments:?}: {message}");
        assert!(words.iter().all(|word| message.contains(word)), "{arguments:?}: {message}");
    }
    assert!(!Path::new("x").exists());
}

#[test]
fn the_mark_for_excel_stands_once_at_the_head() {
    for arguments in [&["tasks"][..], &["show", "yunfu-2030/3.1.1"], &["indicators"]] {
        let plain = run(&[arguments, &["--format", "csv"]].concat()).stdout;
        let marked = run(&[arguments, &["--format", "csv", "--bom"]].concat()).stdout;
        assert_eq!(marked.strip_prefix(b"\xef\xbb\xbf"), Some(plain.as_slice()), "{arguments:?}");
    }
}

#[test]
fn the_name_of_a_file_asks_for_its_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    for (name, head) in
        [("a.xlsx", &b"PK"[..]), ("b.DOCX", b"PK"), ("c.html", b"<!DOCTYPE html>"), ("d.htm", b"<!DOCTYPE")]
    {
        let output = run(&["tasks", "-o", &path(name)]);
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{name}");
        assert!(std::fs::read(path(name)).expect("written").starts_with(head), "{name}");
    }
    for (name, format) in
        [("e.csv", "csv"), ("f.md", "md"), ("g.json", "json"), ("h.txt", "text"), ("i", "text"), ("j.dat", "text")]
    {
        let output = run(&["tasks", "-o", &path(name)]);
        assert!(output.stderr.is_empty(), "{name}");
        let printed = run(&["tasks", "--format", format]).stdout;
        assert_eq!(std::fs::read(path(name)).expect("written"), printed, "{name}");
        let output = run(&["tasks", "--format", "text", "--force", "-o", &path(name)]);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(message.contains("已替换") && message.lines().count() == 1, "{name}: {message}");
    }
    // A dataset has one form only.
    assert_eq!(run(&["export", "-o", &path("whole.csv")]).status.code(), Some(2));
    assert_eq!(run(&["export", "-o", &path("whole.json")]).status.code(), Some(0));
}

#[test]
fn what_cannot_be_written_is_said_in_one_line_and_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = folder.path().join("旧.xlsx");
    std::fs::write(&old, "旧").expect("written");
    let folder_path = folder.path().to_str().expect("UTF-8");
    let old = old.to_str().expect("UTF-8");
    for (arguments, words) in [
        (&["tasks", "-o", old][..], "--force"),
        (&["tasks", "-o", folder_path, "--force"], "是文件夹"),
        (&["tasks", "-o", "/nonexistent/x.xlsx"], "没有这个文件夹"),
        (&["tasks", "-o", "/nonexistent/x.csv"], "没有这个文件夹"),
        (&["tasks", "--dept", "没有这个局", "-o", old, "--force"], "没有这个局"),
        (&["tasks", "-o", &format!("{old}/x.xlsx")], "不是文件夹"),
        #[cfg(unix)]
        (&["tasks", "--format", "csv", "-o", "/dev/null", "--force"], "不是普通文件"),
        (&["tasks", "--force"], "缺少"),
    ] {
        let output = run(arguments);
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert!(message.contains(words) && message.lines().count() == 1, "{arguments:?}: {message}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(std::fs::read_to_string(old).expect("still there"), "旧");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
}

#[test]
fn a_comparison_is_a_sheet() {
    let rows = xlsx_cells(file(&["compare", "婴儿死亡率"], "xlsx"));
    assert!(rows.len() > 7, "a header and a row for each printed row: {rows:?}");
    let text: Vec<String> = rows.concat().iter().map(ToString::to_string).collect();
    assert!(text.iter().any(|cell| cell.contains("湘桥（征求意见稿）")), "{text:?}");
    assert!(text.iter().any(|cell| cell == "可比"), "{text:?}");
}
