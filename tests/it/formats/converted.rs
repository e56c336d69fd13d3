//! The bundled plans as other programs and websites dress them: pages of a website, pages of a PDF, and documents that python-docx
//! and `LibreOffice` have written. Each gives the plan that the text gives, but for what is listed here with its reason.
//!
//! What needs another program is skipped aloud where it is missing; `LibreOffice` takes minutes and runs with `GUIHUA_ALL=1`.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use guihua::dataset;
use guihua::formats::pdf;
use guihua::model::Plan;

use super::super::fixtures::import;
use super::plans::{Block, blocks, counts};
use super::read;

/// The text of a bundled plan with the line ends of Unix.
fn text(printed: &str) -> String {
    printed.trim_start_matches('\u{feff}').replace('\r', "")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A text as the page of a website: what stands around it on each page of the site, and tables as tables.
fn page(text: &str) -> String {
    let mut body = String::new();
    for block in blocks(text) {
        match block {
            Block::Line(line) => {
                let _ = write!(body, "<p>{}</p>", escaped(line).replace('\t', " &emsp; "));
            }
            Block::Table(rows) => {
                let width = rows.iter().map(Vec::len).max().unwrap_or(1);
                body.push_str("<table border=1><tbody>");
                for row in &rows {
                    body.push_str("<tr>");
                    let n_missing = width - row.len();
                    for (at, cell) in row.iter().enumerate() {
                        let span = if n_missing > 0 && at + 2 == row.len() { n_missing + 1 } else { 1 };
                        let _ = write!(body, "<td colspan={span}><p>{}</p></td>", escaped(cell));
                    }
                    body.push_str("</tr>");
                }
                body.push_str("</tbody></table>");
            }
        }
    }
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>政府文件</title></head><body><ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li></ul><div id=content>{body}</div><div><a href=#>打印本页</a> <a href=#>关闭窗口</a></div><div>主办：某市人民政府　网站标识码：4400000000</div></body></html>"
    )
}

/// What two readings of one plan do not share: nodes by their titles, and the numbers of clauses and of rows.
fn differences(as_text: &Plan, other: &Plan) -> Vec<String> {
    let (one, two) = (counts(as_text), counts(other));
    let mut found: Vec<String> = Vec::new();
    let missing = |all: &[String], of: &[String]| -> Vec<String> {
        all.iter().filter(|node| !of.contains(node)).cloned().collect()
    };
    found.extend(missing(&one.0, &two.0).into_iter().map(|node| format!("- {node}")));
    found.extend(missing(&two.0, &one.0).into_iter().map(|node| format!("+ {node}")));
    if one.1 != two.1 {
        found.push(format!("{} clauses, not {}", two.1, one.1));
    }
    if one.2 != two.2 {
        found.push(format!("rows {:?}, not {:?}", two.2, one.2));
    }
    found
}

#[test]
fn the_bundled_plans_as_pages_of_a_website() {
    for row in dataset::BUNDLE {
        let reading = read(page(&text(row.text)).as_bytes(), "plan.html");
        let found = differences(&import(row.file, row.text), &import(row.file, &reading.text));
        assert!(found.is_empty(), "{}: {found:#?}", row.file);
    }
}

/// The columns of a page, in cells of the screen, and the lines on it.
const COLUMNS: usize = 76;
const LINES: usize = 36;

/// A text as `pdftotext -layout` prints the pages of its PDF: lines broken at the width of the page, the first one of a paragraph
/// indented, pages with their number, and the columns of tables apart by blanks.
fn pages(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks(text) {
        match block {
            Block::Line(line) if line.trim().is_empty() => lines.push(String::new()),
            Block::Line(line) => {
                let mut rest: Vec<char> = line.trim().chars().collect();
                let mut indent = 4;
                while !rest.is_empty() {
                    let fits = fitting(&rest, COLUMNS - indent);
                    let tail = rest.split_off(fits);
                    lines.push(format!("{}{}", " ".repeat(indent), rest.iter().collect::<String>()));
                    rest = tail;
                    indent = 0;
                }
            }
            Block::Table(rows) => lines.extend(columns(&rows)),
        }
    }
    let mut pages = String::new();
    for (at, page) in lines.chunks(LINES).enumerate() {
        pages.push_str(&page.join("\n"));
        let _ = write!(pages, "\n\n{}— {} —\n\u{c}", " ".repeat(34), at + 1);
    }
    pages
}

fn width(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

/// How many characters fit into so many columns. A mark that closes hangs over, as in print.
fn fitting(chars: &[char], columns: usize) -> usize {
    let mut taken = 0;
    let mut n = 0;
    for c in chars {
        taken += width(*c);
        if taken > columns && !matches!(c, '，' | '。' | '；' | '、' | '：' | '）' | '”' | '》') {
            break;
        }
        n += 1;
    }
    n.max(1)
}

/// The rows of a table with each cell below its header.
fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell_width = |text: &str| text.chars().map(width).sum::<usize>();
    let widths: Vec<usize> = (0..n_columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell_width(cell)).max().unwrap_or(0) + 3)
        .collect();
    let line = |row: &Vec<String>| {
        let cells =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell_width(cell))));
        cells.collect::<String>().trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// What is lost on the pages of a PDF, by plan. A head over two columns leaves no trace of the second one, so that a header of two
/// lines is not known again where a page repeats it (中山): its upper line is read as a row.
const LOST_ON_PAGES: &[(&str, &[&str])] = &[("zhongshan-145.txt", &["rows [25, 21], not [25, 20]"])];

#[test]
fn the_bundled_plans_as_pages_of_a_pdf() {
    for row in dataset::BUNDLE {
        let reading = pdf::from_layout(pages(&text(row.text)).as_bytes()).expect("pages with text");
        let found = differences(&import(row.file, row.text), &import(row.file, &reading.text));
        let expected = LOST_ON_PAGES.iter().find(|(file, _)| *file == row.file).map_or(&[][..], |(_, lost)| *lost);
        assert_eq!(found, expected, "{}", row.file);
    }
}

/// Says aloud why a test is skipped.
fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// Runs a program on files in a folder; `false`, said aloud, where there is none.
fn run(program: &str, arguments: &[&str], folder: &Path) -> bool {
    match Command::new(program).args(arguments).current_dir(folder).env("HOME", folder).env_remove("DISPLAY").output() {
        Ok(output) if output.status.success() => true,
        Ok(output) => {
            skip(&format!("{program} says {}", String::from_utf8_lossy(&output.stderr).trim()));
            false
        }
        Err(error) => {
            skip(&format!("no {program} here ({error})"));
            false
        }
    }
}

/// Writes the lines and tables of a text with python-docx, as scripts of offices do.
const WITH_PYTHON: &str = r"
import sys, docx
document, rows = docx.Document(), []
def close():
    if rows:
        table = document.add_table(rows=0, cols=max(len(row) for row in rows))
        for row in rows:
            cells = table.add_row().cells
            for cell, words in zip(cells, row):
                cell.text = words
        rows.clear()
for line in open('plan.lines', encoding='utf8').read().split('\n'):
    if line.startswith('\x02'):
        rows.append(line[1:].split('\x03'))
    elif line == '\x04':
        close()
    else:
        close()
        document.add_paragraph(line)
close()
document.save('plan.docx')
";

/// The lines of a text for the script: rows of tables open with a sign, and a sign closes each table.
fn marked(text: &str) -> String {
    let mut marked = String::new();
    for block in blocks(text) {
        match block {
            Block::Line(line) => marked.push_str(line),
            Block::Table(rows) => {
                for row in rows {
                    let _ = writeln!(marked, "\u{2}{}", row.join("\u{3}"));
                }
                marked.push('\u{4}');
            }
        }
        marked.push('\n');
    }
    marked
}

/// Writes a plan as `plan.docx` in the folder with python-docx.
fn written_with_python(plan: &str, folder: &Path) -> bool {
    fs::write(folder.join("plan.lines"), marked(&text(plan))).expect("a file can be written");
    run("python3", &["-c", WITH_PYTHON], folder)
}

/// What python-docx cannot write: a row that is short of a cell ends with an empty one in place of a cell over two columns.
const LOST_WITH_PYTHON: &[(&str, &[&str])] = &[];

#[test]
fn the_bundled_plans_as_python_docx_writes_them() {
    for row in dataset::BUNDLE {
        let folder = tempfile::tempdir().expect("there is a folder for files");
        if !written_with_python(row.text, folder.path()) {
            return;
        }
        let bytes = fs::read(folder.path().join("plan.docx")).expect("the script has written it");
        let found = differences(&import(row.file, row.text), &import(row.file, &read(&bytes, "plan.docx").text));
        let expected = LOST_WITH_PYTHON.iter().find(|(file, _)| *file == row.file).map_or(&[][..], |(_, lost)| *lost);
        assert_eq!(found, expected, "{}", row.file);
    }
}

/// The most titles that a PDF of `LibreOffice` adds, by plan: an untitled number, the ends of sentences that its lines break
/// behind a full stop (云浮), and entries of contents whose page numbers it prints within them (中山).
const ADDED_BY_POPPLER: [(&str, usize); 3] =
    [("xiangqiao-145.txt", 1), ("yunfu-2030.txt", 3), ("zhongshan-145.txt", 17)];

/// The titles of a plan, each as often as it stands there, without their places.
fn titles(plan: &Plan) -> Vec<String> {
    let mut titles: Vec<String> = plan.nodes.iter().filter_map(|node| node.title.clone()).collect();
    titles.sort_unstable();
    titles
}

/// The titles of one list that another one lacks.
fn lacking(all: &[String], of: &[String]) -> Vec<String> {
    let mut rest = of.to_vec();
    let is_lacking = |title: &&String| match rest.iter().position(|other| other == *title) {
        Some(at) => {
            rest.swap_remove(at);
            false
        }
        None => true,
    };
    all.iter().filter(is_lacking).cloned().collect()
}

#[test]
fn the_bundled_plans_by_way_of_libreoffice() {
    if std::env::var_os("GUIHUA_ALL").is_none() {
        skip("LibreOffice takes minutes; GUIHUA_ALL=1 runs it");
        return;
    }
    for row in dataset::BUNDLE {
        let folder = tempfile::tempdir().expect("there is a folder for files");
        if !written_with_python(row.text, folder.path()) {
            return;
        }
        let convert = |to: &str, from: &str| {
            run("soffice", &["--headless", "--convert-to", to, "--outdir", "out", from], folder.path())
        };
        if !convert("odt", "plan.docx") || !convert("docx:MS Word 2007 XML", "out/plan.odt") {
            return;
        }
        let as_text = import(row.file, row.text);
        let bytes = fs::read(folder.path().join("out/plan.docx")).expect("LibreOffice has written it");
        let found = differences(&as_text, &import(row.file, &read(&bytes, "plan.docx").text));
        assert!(found.is_empty(), "{}: {found:#?}", row.file);
        if !convert("pdf", "plan.docx")
            || !run("pdftotext", &["-layout", "-enc", "UTF-8", "out/plan.pdf", "plan.layout"], folder.path())
        {
            continue;
        }
        let layout = fs::read(folder.path().join("plan.layout")).expect("pdftotext has written it");
        let reading = pdf::from_layout(&layout).expect("pages with text");
        // Its pages cut the tables, whose rows are not compared; nothing else of the plan may be missing.
        let of_pages = import(row.file, &reading.text);
        let missing = lacking(&titles(&as_text), &titles(&of_pages));
        assert!(missing.is_empty(), "{}: {missing:#?}", row.file);
        assert_eq!(counts(&of_pages).1, counts(&as_text).1, "{}: clauses", row.file);
        let added = lacking(&titles(&of_pages), &titles(&as_text));
        let most = ADDED_BY_POPPLER.iter().find(|(file, _)| *file == row.file).map_or(0, |(_, most)| *most);
        assert!(added.len() <= most, "{}: {added:#?}", row.file);
    }
}
