//! A sheet as a Markdown table, and a document as Markdown.

use super::{Block, Document, Sheet};

/// Writes the sheet as a Markdown table. Characters that would be markup are escaped, line ends become line breaks.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
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

/// A text outside tables: as in one, and a mark at its start that would open a list, a quotation or a rule is escaped.
fn text(words: &str) -> String {
    let escaped = escaped(words);
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = escaped.split_at_checked(digits).unwrap_or((&escaped, ""));
    let opens_list = digits > 0 && rest.starts_with(['.', ')']);
    match number {
        "" if rest.starts_with(['-', '+', '=', '>']) => format!("\\{rest}"),
        number if opens_list => format!("{number}\\{rest}"),
        _ => escaped,
    }
}

/// The characters that mark something up anywhere in a line (the `CommonMark` specification 0.31, and the tables of its dialect at `GitHub`).
const MARKUP: [char; 12] = ['\\', '*', '_', '<', '>', '[', ']', '`', '#', '|', '~', '&'];

/// A text on one line, in which no character is markup.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for mark in words.chars() {
        match mark {
            '\n' => out.push_str("<br>"),
            '\r' => {}
            mark => {
                if MARKUP.contains(&mark) {
                    out.push('\\');
                }
                out.push(mark);
            }
        }
    }
    out
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
        let expected = "# 汇编\n\n## 一 \\<b\\>\n\n\\*甲\\*<br>乙\n\n| 部门 |\n| --- |\n| 甲 |\n";
        assert_eq!(markdown_document(&document), expected);
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (words, expected) in [
            ("1. 甲", "1\\. 甲"),
            ("12)甲", "12\\)甲"),
            ("2025年", "2025年"),
            ("- 甲", "\\- 甲"),
            ("+甲", "\\+甲"),
            ("> 甲", "\\> 甲"),
            ("===", "\\==="),
            ("~~甲~~ [乙](丙) a_b*c|d &lt;", "\\~\\~甲\\~\\~ \\[乙\\](丙) a\\_b\\*c\\|d \\&lt;"),
        ] {
            assert_eq!(text(words), expected);
        }
    }

    #[test]
    fn a_table() {
        let mut sheet = Sheet::new(["部门", "任务"]);
        sheet.push(["甲|乙".to_owned(), "一\n二".to_owned()]);
        assert_eq!(markdown(&sheet), "| 部门 | 任务 |\n| --- | --- |\n| 甲\\|乙 | 一<br>二 |\n");
    }
}
