//! The bundled plans in other forms: each gives the same text, or the same plan.

use guihua::dataset;
use guihua::formats::{self, Encoding, Options};
use guihua::model::Plan;

use super::super::fixtures::import;
use super::read;
use super::writers::{docx, each, p};

/// The text in the encoding of this name, without a mark.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}

#[test]
fn the_bundled_plans_in_other_encodings() {
    for row in dataset::BUNDLE {
        assert_eq!(read(row.text.as_bytes(), row.file).text, row.text.trim_start_matches('\u{feff}'), "{}", row.file);
        for encoding in ["GB18030", "UTF-16LE", "UTF-16BE"] {
            let bytes = encoded(row.text, encoding);
            let reading = read(&bytes, row.file);
            assert!(reading.text == row.text, "{} in {encoding}", row.file);
            assert_eq!(super::remarks(&reading), format!("编码按内容判断为 {encoding}"));
            let forced = Options { encoding: Encoding::with_name(encoding) };
            assert!(formats::read(&bytes, row.file, &forced).is_ok_and(|reading| reading.text == row.text));
            // A part of a text is enough.
            let start: String = row.text.chars().take(300).collect();
            assert_eq!(read(&encoded(&start, encoding), "start.txt").text, start, "{} in {encoding}", row.file);
        }
    }
}

/// What a plan counts: the ids and titles of its nodes, its clauses, and the rows of each table.
pub(super) fn counts(plan: &Plan) -> (Vec<String>, usize, Vec<usize>) {
    let nodes = plan.nodes.iter().map(|node| format!("{} {:?}", node.id, node.title)).collect();
    let n_clauses = plan.nodes.iter().map(|node| node.responsible.len()).sum();
    (nodes, n_clauses, plan.tables().map(|table| table.rows.len()).collect())
}

#[test]
fn the_bundled_plans_as_documents_of_word() {
    for row in dataset::BUNDLE {
        let text = row.text.trim_start_matches('\u{feff}').replace('\r', "");
        let body: String = as_paragraphs(&text);
        let reading = read(&docx(&body, &[]), "plan.docx");
        let (as_text, as_document) = (import(row.file, row.text), import(row.file, &reading.text));
        let (text, document) = (counts(&as_text), counts(&as_document));
        assert_eq!(document.1, text.1, "{}: clauses", row.file);
        assert_eq!(document.2, text.2, "{}: rows of tables", row.file);
        assert_eq!(document.0, text.0, "{}: nodes", row.file);
    }
}

/// A part of a text: a line, or the rows of a table.
pub(super) enum Block<'a> {
    Line(&'a str),
    Table(Vec<Vec<String>>),
}

/// A text as the body of a document: tables as tables, all other lines as paragraphs.
fn as_paragraphs(text: &str) -> String {
    each(blocks(text), |block| match block {
        Block::Line(line) => p("", line),
        Block::Table(rows) => table(&rows),
    })
}

/// Cuts a text into its lines and tables.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut body = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let is_blank = line.trim().is_empty() && !line.contains('\t');
        let next = lines.iter().skip(at + 1).find(|line| !line.trim().is_empty() || line.contains('\t'));
        let goes_on = next.is_some_and(|next| next.starts_with('\t') && next.matches('\t').count() == 1);
        let is_row =
            if rows.is_empty() { !is_entry_of_contents(line) } else { line.matches('\t').count() > 1 || !is_blank };
        if line.starts_with('\t') && line.matches('\t').count() == 1 {
            // A cell a line: a blank line before it opens a row.
            let opens_row = rows.is_empty() || at.checked_sub(1).is_some_and(|before| lines[before].is_empty());
            if opens_row {
                rows.push(Vec::new());
            }
            rows.last_mut().into_iter().for_each(|row| row.push(line.trim().to_owned()));
        } else if line.contains('\t') && is_row {
            rows.push(line.split('\t').map(str::to_owned).collect());
        } else if is_blank && !rows.is_empty() {
        } else if !rows.is_empty() && goes_on && line.chars().count() <= 40 {
            // The rest of a cell that takes two lines.
            rows.iter_mut()
                .rev()
                .find_map(|row| row.last_mut())
                .into_iter()
                .for_each(|cell| cell.push_str(line.trim()));
        } else {
            if !rows.is_empty() {
                body.push(Block::Table(std::mem::take(&mut rows)));
            }
            body.push(Block::Line(line));
        }
    }
    if !rows.is_empty() {
        body.push(Block::Table(rows));
    }
    body
}

fn is_entry_of_contents(line: &str) -> bool {
    line.trim_end().ends_with(|c: char| c.is_ascii_digit()) && line.matches('\t').count() == 1
}

/// The table with these rows. A row that lacks a cell has one that spans two columns: the one before its last.
fn table(rows: &[Vec<String>]) -> String {
    let Some(width) = rows.first().map(Vec::len) else { return String::new() };
    let row = |cells: &Vec<String>| {
        let n_missing = width.saturating_sub(cells.len());
        let cell = |(at, text): (usize, &String)| {
            let span = if n_missing > 0 && at + 2 == cells.len() { n_missing + 1 } else { 1 };
            format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{}</w:tc>", p("", text))
        };
        format!("<w:tr>{}</w:tr>", each(cells.iter().enumerate(), cell))
    };
    format!("<w:tbl>{}</w:tbl>", each(rows, row))
}

/// What the program hands out as documents and workbooks can be read in again, with every word of the tasks.
#[test]
fn what_the_program_hands_out_is_read_in_again() {
    let folder = tempfile::tempdir().expect("there is a folder for files");
    let plan = import("yunfu-2030.txt", dataset::seed("yunfu-2030").expect("the plan is bundled"));
    let titles: Vec<&str> = plan.tasks().filter_map(|task| task.title.as_deref()).collect();
    for (arguments, name, words) in [
        (&["dossier", "市卫生健康局"][..], "dossier.docx", &["卫生健康局"][..]),
        (&["tasks", "--plan", "yunfu-2030"], "tasks.xlsx", &titles),
        (&["tasks", "--plan", "yunfu-2030"], "tasks.html", &titles),
    ] {
        let path = folder.path().join(name);
        let status = super::super::program().args(arguments).arg("-o").arg(&path).status().expect("the program runs");
        assert!(status.success() && !words.is_empty(), "{name}");
        let text: String =
            read(&std::fs::read(&path).expect("the file was written"), name).text.split_whitespace().collect();
        for word in words {
            let word: String = word.split_whitespace().collect();
            assert!(text.contains(&word), "{name} lacks {word}");
        }
    }
}
