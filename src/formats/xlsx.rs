//! Workbooks of Excel and WPS: the sheets one after the other, each as a table, with its cells as they are shown.
//!
//! Cells are read as the file has them and not through a crate for workbooks: what a cell shows (95%, 1,234, 2030年) is in its
//! number format, and what such crates give is the bare value (0.95).

mod format;
mod sheet;
mod strings;

use crate::formats::Reading;
use crate::formats::anchors::{Anchors, Lines};
use crate::formats::blocks::{Block, Line};
use crate::formats::package::Package;
use crate::formats::relations::{self, Relations};
use crate::formats::remark::Remark;
use crate::formats::unreadable::Unreadable;
use crate::formats::writing;
use crate::formats::xlsx::format::Formats;
use crate::formats::xlsx::sheet::Sheet;
use crate::formats::xlsx::strings::Strings;
use crate::formats::xml::{Event, Ns, Xml};

/// The part that lists the sheets, where the package does not say otherwise.
const MAIN: &str = "xl/workbook.xml";

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    id: String,
    is_hidden: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = relations::main_part(&mut package)?.filter(|part| package.has(part)).unwrap_or_else(|| MAIN.to_owned());
    let parts = Relations::read(&mut package, &main)?;
    let (listed, counts_from_1904) = sheets(&mut package, &main)?;
    let strings = Strings::read(&mut package, parts.of_kind("sharedStrings").unwrap_or("xl/sharedStrings.xml"))?;
    let formats = Formats::read(&mut package, parts.of_kind("styles").unwrap_or("xl/styles.xml"), counts_from_1904)?;
    let mut lines = Lines::default();
    let (mut n_cells, mut n_hidden_sheets, mut n_hidden_lines, mut n_errors) = (0, 0, 0, 0);
    let n_shown = listed.iter().filter(|sheet| !sheet.is_hidden).count();
    for sheet in listed {
        if sheet.is_hidden {
            n_hidden_sheets += 1;
            continue;
        }
        let Some(part) = parts.with_id(&sheet.id) else { continue };
        let Some(Sheet { table, n_hidden, n_errors: errors }) =
            sheet::read(&mut package, part, &strings, &formats, &mut n_cells)?
        else {
            continue;
        };
        n_hidden_lines += n_hidden;
        n_errors += errors;
        if table.rows.is_empty() {
            continue;
        }
        // The name of a sheet is its title where there are several, and where a person has given it.
        if n_shown > 1 || !is_default_name(&sheet.name) {
            writing::write(&[Block::Line(Line::plain(&sheet.name))], &mut lines, &mut 0)?;
        }
        writing::write(&[Block::Table(table)], &mut lines, &mut n_cells)?;
        lines.part();
    }
    let mut remarks = Vec::new();
    if n_hidden_sheets + n_hidden_lines > 0 {
        remarks.push(Remark::HiddenCells { sheets: n_hidden_sheets, lines: n_hidden_lines });
    }
    if n_errors > 0 {
        remarks.push(Remark::CellErrors(n_errors));
    }
    let (text, _) = lines.finish();
    Ok(Reading { text, remarks, anchors: Anchors::default() })
}

/// Whether a sheet has the name that the program gave it: Sheet1, 工作表2.
fn is_default_name(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(name.trim().to_ascii_lowercase().as_str(), "sheet" | "工作表" | "表")
}

/// The sheets of a workbook, and whether its days are counted from 1904 on.
fn sheets(package: &mut Package, part: &str) -> Result<(Vec<Listed>, bool), Unreadable> {
    let mut listed = Vec::new();
    let mut counts_from_1904 = false;
    let Some(mut xml) = Xml::open(package, part)? else { return Err(Unreadable::Missing { part: part.to_owned() }) };
    while let Some(event) = xml.next()? {
        let Event::Start(Ns::Sheet, tag) = event else { continue };
        match tag.name() {
            "sheet" => listed.push(Listed {
                name: tag.value("name").unwrap_or_default(),
                // `sheetId` is another thing: the attribute is that of the relations, `r:id`.
                id: tag.value("id").unwrap_or_default(),
                is_hidden: tag.value("state").is_some_and(|state| state != "visible"),
            }),
            "workbookPr" => counts_from_1904 = matches!(tag.value("date1904").as_deref(), Some("1" | "true")),
            _ => {}
        }
    }
    Ok((listed, counts_from_1904))
}
