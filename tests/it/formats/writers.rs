//! Small writers of documents for the tests: packages from parts, Word documents from the XML of their bodies.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What is written for each of these things, one behind the other.
pub(super) fn each<T>(things: impl IntoIterator<Item = T>, write: impl Fn(T) -> String) -> String {
    things.into_iter().map(write).collect::<Vec<_>>().concat()
}

/// A package with these parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*path, options).expect("a part can be written to memory");
        writer.write_all(content.as_bytes()).expect("a part can be written to memory");
    }
    writer.finish().expect("a package can be written to memory").into_inner()
}

/// The names of the vocabularies that documents of Word use.
const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#;

/// The XML of a part of a document.
pub(crate) fn part(root: &str, inner: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMES}>{inner}</w:{root}>"#)
}

/// A document of Word from the XML in its body, and the XML in other parts: `("numbering", "<w:abstractNum …")`.
pub(super) fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let main = part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"));
    let mut parts = vec![("word/document.xml".to_owned(), main)];
    parts.extend(others.iter().map(|(name, inner)| (format!("word/{name}.xml"), part(name, inner))));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(path, content)| (path.as_str(), content.as_str())).collect();
    package(&parts)
}

/// A paragraph of Word with this text, and with these properties.
pub(crate) fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run(text))
}

/// A run with this text.
pub(super) fn run(text: &str) -> String {
    let text =
        text.replace('&', "&amp;").replace('<', "&lt;").replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A table of Word; a cell is its properties and its text.
pub(crate) fn table(rows: &[&[(&str, &str)]]) -> String {
    let cell = |(properties, text): &(&str, &str)| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", text));
    let row = |cells: &&[(&str, &str)]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A workbook of one sheet from the XML in it, with the XML in its styles and its shared texts.
pub(super) fn xlsx(sheets: &[(&str, &str)], styles: &str, strings: &[&str]) -> Vec<u8> {
    const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
    let listed = each(sheets.iter().enumerate(), |(at, (attributes, _))| {
        format!(r#"<sheet sheetId="{at}" r:id="rId{at}" {attributes}/>"#)
    });
    let related = each(0..sheets.len(), |at| {
        format!(
            r#"<Relationship Id="rId{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at}.xml"/>"#
        )
    });
    let texts = each(strings, |text| format!("<si><t>{text}</t></si>"));
    let mut parts = vec![
        ("xl/workbook.xml".to_owned(), format!("<workbook {MAIN}><sheets>{listed}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>"#
            ),
        ),
        ("xl/styles.xml".to_owned(), format!("<styleSheet {MAIN}>{styles}</styleSheet>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst {MAIN}>{texts}</sst>")),
    ];
    for (at, (_, inner)) in sheets.iter().enumerate() {
        parts.push((format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet {MAIN}>{inner}</worksheet>")));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(path, content)| (path.as_str(), content.as_str())).collect();
    package(&parts)
}
