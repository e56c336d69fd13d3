//! A document as an HTML page to read or to print: A4 across or upright, tables that repeat their header on every page,
//! and nothing fetched from elsewhere.

use super::{Block, Document, Front, Page, Sheet, columns, xml};

/// The width between the margins of A4 across, and of A4 upright, in cells: half a Chinese character of a table's text.
const ACROSS: usize = 144;
const UPRIGHT: usize = 97;

/// The sizes of the text of tables, usual and small, in half points.
const USUAL: usize = 21;
const SMALL: usize = 18;

/// The style sheet. Fonts stand under their Chinese and their Latin names, as programs know them by one or the other.
/// There are no colours, as the page is printed.
const STYLE: &str = r#"
@page { margin: 15mm; }
@media screen { body { max-width: 297mm; margin: 1em auto; padding: 0 1em; } }
body { font-family: "Times New Roman", FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; font-size: 10.5pt; }
h1 { font-family: "Times New Roman", SimSun, "宋体", STSong, "Noto Serif CJK SC", serif; font-size: 18pt; text-align: center; }
h2, h3, h4, h5 { font-family: "Times New Roman", SimSun, "宋体", STSong, "Noto Serif CJK SC", serif; break-after: avoid; margin: 1em 0 0.4em; }
h2 { font-size: 15pt; }
h3 { font-size: 13pt; }
h4, h5 { font-size: 12pt; }
p.body { font-size: 12pt; line-height: 1.6; margin: 0 0 0.2em; text-indent: 2em; }
p.source { font-size: 9pt; margin: 0; text-align: right; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid; padding: 2pt 4pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-family: SimSun, "宋体", STSong, "Noto Serif CJK SC", serif; text-align: center; }
table.small { font-size: 9pt; }
td.number { text-align: right; }
"#;

/// Writes the sheet as one HTML document, which is also well-formed XML.
#[must_use]
pub fn html(sheet: &Sheet, front: &Front) -> String {
    html_document(&Document::with_sheet(sheet.clone(), front.clone()))
}

/// Writes the document as one HTML document, which is also well-formed XML.
#[must_use]
pub fn html_document(document: &Document) -> String {
    let title = xml::escaped(&document.front.title);
    let notes: String = document.front.notes.iter().map(|note| paragraph("", note)).collect();
    let blocks: String = document.blocks.iter().map(|one| block(one, document.page)).collect();
    let lies = match document.page {
        Page::Across => "landscape",
        Page::Upright => "portrait",
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <title>{title}</title>\n<style>{STYLE}@page {{ size: A4 {lies}; }}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n{notes}{blocks}</body>\n</html>\n"
    )
}

fn block(block: &Block, page: Page) -> String {
    match block {
        Block::Heading(rank, words) => {
            // The title is the page's first heading.
            let rank = (*rank).clamp(1, 4) + 1;
            format!("<h{rank}>{}</h{rank}>\n", text(words))
        }
        Block::Text(words) => paragraph("", words),
        Block::Body(words) => paragraph(" class=\"body\"", words),
        Block::Source(words) => paragraph(" class=\"source\"", words),
        Block::Sheet(sheet) => table(sheet, page),
    }
}

/// A paragraph with this `class` attribute; none if it is empty.
fn paragraph(class: &str, words: &str) -> String {
    format!("<p{class}>{}</p>\n", text(words))
}

fn table(sheet: &Sheet, page: Page) -> String {
    let cells = match page {
        Page::Across => ACROSS,
        Page::Upright => UPRIGHT,
    };
    let column = |share: usize| format!("<col style=\"width: {}.{}%\"/>", share / 10, share % 10);
    let heading = |cell: &String| format!("<th>{}</th>", text(cell));
    let (class, cells) =
        if columns::has_small_text(sheet) { (" class=\"small\"", cells * USUAL / SMALL) } else { ("", cells) };
    let widths: String = columns::shares(sheet, cells, 1_000).into_iter().map(column).collect();
    let header: String = sheet.header.iter().map(heading).collect();
    let numeric = columns::numeric(sheet);
    let rows: String = sheet.rows.iter().map(|cells| row(cells, &numeric)).collect();
    format!(
        "<table{class}>\n<colgroup>{widths}</colgroup>\n<thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

fn row(cells: &[String], numeric: &[bool]) -> String {
    let cells = cells.iter().enumerate().map(|(at, cell)| {
        let class = if numeric.get(at) == Some(&true) { " class=\"number\"" } else { "" };
        format!("<td{class}>{}</td>", text(cell))
    });
    format!("<tr>{}</tr>\n", cells.collect::<String>())
}

fn text(cell: &str) -> String {
    xml::escaped(cell).replace('\n', "<br/>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{hostile, tamed};
    use roxmltree::{Document, Node, ParsingOptions};

    /// The text of a cell, its breaks as line feeds.
    fn read(cell: Node) -> String {
        let piece =
            |node: Node| if node.is_text() { node.text().unwrap_or_default().to_owned() } else { "\n".to_owned() };
        cell.children().map(piece).collect()
    }

    #[test]
    fn hostile_cells_are_text() {
        let front = Front { title: "<甲&乙>".to_owned(), notes: vec!["注<br>".to_owned()], ..Front::default() };
        let page = html(&hostile(), &front);
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(&page, options).unwrap();
        let named = |name: &'static str| document.descendants().filter(move |node| node.tag_name().name() == name);
        assert_eq!(named("td").map(read).skip(1).step_by(3).collect::<Vec<_>>(), tamed());
        assert_eq!(named("th").map(read).collect::<Vec<_>>(), ["序号", "任务", "值"]);
        assert_eq!(named("h1").map(read).collect::<Vec<_>>(), ["<甲&乙>"]);
        assert_eq!(named("script").count(), 0);
        assert!(!page.contains("src=") && !page.contains("href=") && !page.contains("url("));
    }
}
