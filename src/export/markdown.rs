//! A sheet as a Markdown table, and a document as Markdown.

use super::{Block, Document, Sheet};

/// Writes the sheet as a Markdown table; `|` and line ends inside cells are escaped, so that they do not break it.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', "<br>")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(sheet.width()));
    let rows: String = sheet.rows.iter().map(|row| line(row)).collect();
    format!("{}{rule}{rows}", line(&sheet.header))
}

/// Writes the document as Markdown: title, notes, headings, paragraphs, tables.
#[must_use]
pub fn markdown_document(document: &Document) -> String {
    let mut parts = vec![format!("# {}\n", text(&document.front.title))];
    parts.extend(document.front.notes.iter().map(|note| format!("{}\n", text(note))));
    parts.extend(document.blocks.iter().map(|block| match block {
        Block::Heading(rank, words) => {
            format!("{} {}\n", "#".repeat(usize::from((*rank).clamp(1, 4)) + 1), text(words))
        }
        Block::Text(words) | Block::Body(words) | Block::Source(words) => format!("{}\n", text(words)),
        Block::Sheet(sheet) => markdown(sheet),
    }));
    parts.join("\n")
}

/// A text outside tables. Characters that would be markup are escaped, line ends become line breaks.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for mark in words.chars() {
        if matches!(mark, '\\' | '*' | '_' | '<' | '[' | ']' | '`' | '#') {
            out.push('\\');
        }
        out.push(mark);
    }
    out.replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Front;

    #[test]
    fn a_document() {
        let mut document = Document::new(Front { title: "汇编".to_owned(), ..Front::default() });
        document.heading(1, "一 <b>");
        document.text("*甲*\n乙");
        let mut sheet = Sheet::new(["部门"]);
        sheet.push(["甲".to_owned()]);
        document.sheet(sheet);
        document.sheet(Sheet::new(["空"]));
        let expected = "# 汇编\n\n## 一 \\<b>\n\n\\*甲\\*<br>乙\n\n| 部门 |\n| --- |\n| 甲 |\n";
        assert_eq!(markdown_document(&document), expected);
    }

    #[test]
    fn a_table() {
        let mut sheet = Sheet::new(["部门", "任务"]);
        sheet.push(["甲|乙".to_owned(), "一\n二".to_owned()]);
        assert_eq!(markdown(&sheet), "| 部门 | 任务 |\n| --- | --- |\n| 甲\\|乙 | 一<br>二 |\n");
    }
}
