//! A document for Word: A4 across or upright, a title, notes, headings that Word's navigation lists, and tables that
//! repeat their header on every page.
//!
//! The minimal ECMA-376 package that Word accepts: a container of XML parts. The parts are written by hand because the
//! documents need only headings, paragraphs and tables, and their exact XML decides whether Word repeats a header and
//! keeps a row on one page; only the container comes from a crate. This file must not know what the document is about.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::{Block, Document, Front, Page, Sheet, columns, xml};
use crate::words::documents;

/// Long and short side of A4 and the margin (2 cm), in twentieths of a point.
const LONG: usize = 16_838;
const SHORT: usize = 11_906;
const MARGIN: usize = 1_134;

/// The text of a table: the styles of its paragraphs, and the width of the cell that columns are measured in, which is
/// half a Chinese character, in twentieths of a point.
struct TableText {
    cell: usize,
    header: &'static str,
    text: &'static str,
    number: &'static str,
}

/// The text of most tables: 五号, 10.5 points.
const TEXT: TableText = TableText { cell: 105, header: "Header", text: "Cell", number: "Number" };

/// The text of tables with many columns: 小五, 9 points, in which a third more stands on a page.
const SMALL_TEXT: TableText = TableText { cell: 90, header: "SmallHeader", text: "SmallCell", number: "SmallNumber" };

/// The lowest rank of headings that has a style of its own.
const LOWEST: u8 = 4;

/// The parts that every document has unchanged, by their names in the container.
const PARTS: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("docx/content_types.xml")),
    ("_rels/.rels", include_str!("docx/rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("docx/document_rels.xml")),
    ("word/styles.xml", include_str!("docx/styles.xml")),
    // Without these settings Word opens the file in the compatibility mode of an old version.
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/fontTable.xml", include_str!("docx/fonts.xml")),
];

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The width and the height of a page.
fn sides(page: Page) -> (usize, usize) {
    match page {
        Page::Across => (LONG, SHORT),
        Page::Upright => (SHORT, LONG),
    }
}

/// The settings of the page, which close the body of the document.
fn section(page: Page) -> String {
    let (width, height) = sides(page);
    let orientation = match page {
        Page::Across => "landscape",
        Page::Upright => "portrait",
    };
    format!(
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="{width}" w:h="{height}" w:orient="{orientation}"/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"#
    )
}

/// Writes the sheet as a Word document. Equal sheets give equal bytes on any day.
///
/// # Errors
/// The document is larger than a container without 64-bit extensions may be (4 GB).
pub fn docx(sheet: &Sheet, front: &Front) -> Result<Vec<u8>, ZipError> {
    docx_document(&Document::with_sheet(sheet.clone(), front.clone()))
}

/// Writes the document as a Word document. Equal documents give equal bytes on any day.
///
/// # Errors
/// The document is larger than a container without 64-bit extensions may be (4 GB).
pub fn docx_document(document: &Document) -> Result<Vec<u8>, ZipError> {
    let mut container = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let made = [
        ("word/footer1.xml", footer()),
        ("word/document.xml", body(document)),
        ("docProps/core.xml", properties(&document.front)),
    ];
    let parts = PARTS.iter().map(|(name, part)| (*name, *part));
    for (name, part) in parts.chain(made.iter().map(|(name, part)| (*name, part.as_str()))) {
        container.start_file(name, options)?;
        container.write_all(part.as_bytes())?;
    }
    Ok(container.finish()?.into_inner())
}

/// The foot of each page with its number and the number of pages.
fn footer() -> String {
    let words = [("{before}", documents::PAGE), ("{between}", documents::OF_PAGES), ("{behind}", documents::PAGES)];
    let footer = include_str!("docx/footer.xml").to_owned();
    words.into_iter().fold(footer, |footer, (place, words)| footer.replace(place, words.get()))
}

fn properties(front: &Front) -> String {
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>"#,
        xml::escaped(&front.title)
    )
}

fn body(document: &Document) -> String {
    let title = paragraph("Title", &document.front.title);
    let notes: String = document.front.notes.iter().map(|note| paragraph("Note", note)).collect();
    let blocks: String = document.blocks.iter().map(|one| block(one, document.page)).collect();
    let section = section(document.page);
    format!(
        r#"{XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{title}{notes}{blocks}{section}</w:body></w:document>"#
    )
}

fn block(block: &Block, page: Page) -> String {
    match block {
        Block::Heading(rank, text) => paragraph(&format!("Heading{}", (*rank).clamp(1, LOWEST)), text),
        Block::Text(text) => paragraph("Note", text),
        Block::Body(text) => paragraph("BodyText", text),
        Block::Source(text) => paragraph("Source", text),
        Block::Sheet(sheet) if sheet.header.is_empty() => String::new(),
        // Word requires a paragraph between two tables, and between a table and the end; its style
        // makes it as low as possible.
        Block::Sheet(sheet) => format!("{}{}", table(sheet, page), paragraph("End", "")),
    }
}

fn table(sheet: &Sheet, page: Page) -> String {
    let width = sides(page).0 - 2 * MARGIN;
    let text = if columns::has_small_text(sheet) { SMALL_TEXT } else { TEXT };
    let shares = columns::shares(sheet, width / text.cell, width);
    let column = |share: &usize| format!(r#"<w:gridCol w:w="{share}"/>"#);
    let grid: String = shares.iter().map(column).collect();
    let header = row(&sheet.header, &shares, &vec![text.header; shares.len()], "<w:cantSplit/><w:tblHeader/>");
    let style = |is_numeric: bool| if is_numeric { text.number } else { text.text };
    let styles: Vec<&str> = columns::numeric(sheet).into_iter().map(style).collect();
    let rows: String = sheet.rows.iter().map(|cells| row(cells, &shares, &styles, "<w:cantSplit/>")).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"#
    )
}

fn row(cells: &[String], shares: &[usize], styles: &[&str], properties: &str) -> String {
    let cells = cells.iter().zip(shares).zip(styles).map(|((cell, share), style)| {
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{}</w:tc>"#, paragraph(style, cell))
    });
    format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.collect::<String>())
}

/// A text as one paragraph; line ends in it become line breaks.
fn paragraph(style: &str, text: &str) -> String {
    let lines: Vec<String> = xml::escaped(text).split('\n').map(run).collect();
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, lines.join("<w:r><w:br/></w:r>"))
}

fn run(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(r#"<w:r><w:t xml:space="preserve">{line}</w:t></w:r>"#) }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::export::tests::{hostile, tamed};
    use roxmltree::{Document, Node};

    fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
        let mut container = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let n_parts = container.len();
        let read = |at| {
            let mut file = container.by_index(at).unwrap();
            let mut part = String::new();
            file.read_to_string(&mut part).unwrap();
            (file.name().unwrap().into_owned(), part)
        };
        (0..n_parts).map(read).collect()
    }

    /// The text inside a node of the XML, its breaks as line feeds.
    fn read(node: Node) -> String {
        let piece = |node: Node| match node.tag_name().name() {
            "t" => node.text().unwrap_or_default().to_owned(),
            "br" => "\n".to_owned(),
            _ => String::new(),
        };
        node.descendants().filter(Node::is_element).map(piece).collect()
    }

    #[test]
    fn hostile_cells_are_text() {
        let front = Front { title: "<甲&乙>".to_owned(), notes: vec!["注</w:p>".to_owned()], ..Front::default() };
        let parts = parts(docx(&hostile(), &front).unwrap());
        let (_, document) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
        let document = Document::parse(document).unwrap();
        let rows: Vec<Node> = document.descendants().filter(|node| node.tag_name().name() == "tr").collect();
        let cells = |row: &Node| -> Vec<String> {
            row.children()
                .filter(|node| node.has_tag_name((row.tag_name().namespace().unwrap(), "tc")))
                .map(read)
                .collect()
        };
        assert_eq!(cells(&rows[0]), ["序号", "任务", "值"]);
        assert!(rows[0].descendants().any(|node| node.tag_name().name() == "tblHeader"));
        assert_eq!(rows.iter().skip(1).map(|row| cells(row)[1].clone()).collect::<Vec<_>>(), tamed());
        let title = document.descendants().find(|node| node.tag_name().name() == "p").map(read);
        assert_eq!(title.as_deref(), Some("<甲&乙>"));
    }

    #[test]
    fn every_part_is_xml_and_is_named_in_the_list_of_types() {
        let parts = parts(docx(&hostile(), &Front::default()).unwrap());
        let types = parts[0].1.clone();
        for (name, part) in &parts {
            assert!(Document::parse(part).is_ok(), "{name}");
            let is_relation = name.contains("_rels/");
            assert!(is_relation || name.starts_with('[') || types.contains(&format!("/{name}\"")), "{name}");
        }
    }

    #[test]
    fn the_same_sheet_is_the_same_file() {
        assert_eq!(docx(&hostile(), &Front::default()).unwrap(), docx(&hostile(), &Front::default()).unwrap());
        assert!(docx(&Sheet::default(), &Front::default()).is_ok());
    }
}
