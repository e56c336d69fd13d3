//! A sheet as an Excel workbook: the rows on the first tab, title and notes on the second.
//!
//! Every cell is a text or a number, never a formula, whatever it begins with.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};
use unicode_segmentation::UnicodeSegmentation;

use super::{Front, Sheet, columns, xml};
use crate::text::width::Width;
use crate::words::documents;

/// The most that a cell can hold, in UTF-16 units (Excel specifications and limits, "Total number of characters
/// that a cell can contain").
const LONGEST_CELL: usize = 32_767;

/// The width of all columns together, in cells: as many as a screen shows side by side and A4 across
/// prints in legible characters.
const WHOLE: usize = 150;

/// The height of a line and of the space around the lines, in points, enough for fonts that replace ours; and the
/// highest row that Excel allows.
const LINE: f64 = 15.0;
const ROOM: f64 = 3.0;
const HIGHEST: f64 = 409.0;

/// Size of a title in the first row, and the height of a line of it, in points.
const TITLE_SIZE: f64 = 16.0;
const TITLE_LINE: f64 = 24.0;

/// The longest title in a page's header, in characters: Excel allows 255 together with its codes.
const LONGEST_HEADER: usize = 200;

/// Excel's number for the paper size A4.
const A4: u8 = 9;

/// The margins of a printed page, in inches: left and right, above and below, and from the
/// edge to title and page number.
const SIDE: f64 = 0.4;
const TOP: f64 = 0.75;
const EDGE: f64 = 0.3;

/// The font of the whole workbook, which Excel and WPS have in every Chinese system.
const FONT: &str = "宋体";

/// Writes the sheet as a workbook: the header bold and frozen, a filter on each column, and each cell that prints a number
/// as a number with the decimals it prints. Equal sheets give equal bytes on any day.
///
/// # Errors
/// More rows than a worksheet has (1 048 576).
pub fn xlsx(sheet: &Sheet, front: &Front) -> Result<Vec<u8>, XlsxError> {
    workbook_of([(front.name.as_str(), sheet)], front)
}

/// Writes several sheets as a workbook, each on a tab of its name; the title and the notes are on the last tab.
///
/// # Errors
/// More rows than a worksheet has (1 048 576).
pub fn workbook(tabs: &[(String, Sheet)], front: &Front) -> Result<Vec<u8>, XlsxError> {
    workbook_of(tabs.iter().map(|(name, sheet)| (name.as_str(), sheet)), front)
}

fn workbook_of<'a>(
    tabs: impl IntoIterator<Item = (&'a str, &'a Sheet)> + Clone,
    front: &Front,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Excel requires a date; today's would make each file different.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(xml::legal(&front.title)).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let names = tab_names(tabs.clone().into_iter().map(|(name, _)| name));
    for (name, (_, sheet)) in names.into_iter().zip(tabs) {
        rows(workbook.add_worksheet().set_name(name)?, sheet, front)?;
    }
    if !front.notes.is_empty() {
        notes(workbook.add_worksheet(), front)?;
    }
    workbook.save_to_buffer()
}

/// The names in the form that Excel accepts for tabs: without forbidden signs, 31 characters at most, each only once.
fn tab_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    const LONGEST: usize = 31;
    const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let legal: String = name.chars().filter(|c| !FORBIDDEN.contains(c) && !c.is_control()).take(LONGEST).collect();
        let is_free = |name: &str| {
            let same = |one: &String| one.to_lowercase() == name.to_lowercase();
            !name.is_empty() && name != documents::NOTES.get() && !taken.iter().any(same)
        };
        let mut unique = legal.clone();
        let mut ordinals = 2_u32..;
        while !is_free(&unique)
            && let Some(ordinal) = ordinals.next()
        {
            let mark = format!("_{ordinal}");
            unique = legal.chars().take(LONGEST - mark.len()).collect::<String>() + &mark;
        }
        taken.push(unique);
    }
    taken
}

/// Writes the rows on a tab of their own, below the sheet's title where it has one.
fn rows(tab: &mut Worksheet, sheet: &Sheet, front: &Front) -> Result<(), XlsxError> {
    let text = cell_format().set_border(FormatBorder::Thin);
    let bold = text.clone().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let top = title_rows(sheet);
    let last_column = u16::try_from(sheet.width()).unwrap_or(u16::MAX).saturating_sub(1);
    if top > 0 {
        let format = cell_format().set_bold().set_font_size(TITLE_SIZE).set_align(FormatAlign::Center);
        let format = format.set_align(FormatAlign::VerticalCenter);
        if last_column > 0 {
            tab.merge_range(0, 0, 0, last_column, &fitted(&sheet.title), &format)?;
        } else {
            tab.write_string_with_format(0, 0, fitted(&sheet.title), &format)?;
        }
    }
    for (column, cell) in (0_u16..).zip(&sheet.header) {
        tab.write_string_with_format(top, column, fitted(cell), &bold)?;
    }
    for (row, cells) in (top + 1..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match columns::number(cell) {
                Some((number, decimals)) => {
                    let format = text.clone().set_num_format(number_format(decimals));
                    tab.write_number_with_format(row, column, number, &format)?
                }
                None => tab.write_string_with_format(row, column, fitted(cell), &text)?,
            };
        }
    }
    layout(tab, sheet)?;
    if top == 0 {
        let title: String = xml::legal(&front.title).chars().take(LONGEST_HEADER).collect();
        // The space keeps a title that begins with a digit from being read as a size.
        tab.set_header(format!("&C&14 {}", title.replace('&', "&&").replace('\n', " ")));
    }
    tab.set_footer(documents::PAGE_FOOT.get());
    Ok(())
}

/// How many rows stand above the header: one for the title of the sheet.
fn title_rows(sheet: &Sheet) -> u32 {
    u32::from(!sheet.title.is_empty())
}

/// The number format that shows exactly so many decimals.
fn number_format(decimals: usize) -> String {
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) }
}

/// Sets widths and heights, the frozen header, the filter, and how the tab is printed.
fn layout(tab: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let widths = columns::fitted(sheet, WHOLE);
    // Excel fits the height of rows to wrapped text when it opens a file; other programs do not.
    let top = title_rows(sheet);
    if top > 0 {
        let whole = widths.iter().sum::<usize>().max(1);
        let lines = Width::Wide.of(&sheet.title).saturating_mul(3).div_ceil(whole * 2).max(1);
        let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
        tab.set_row_height(0, (lines * TITLE_LINE + ROOM).min(HIGHEST))?;
    }
    for (row, cells) in (top..).zip(std::iter::once(&sheet.header).chain(&sheet.rows)) {
        let lines = u32::try_from(columns::lines(cells, &widths)).unwrap_or(u32::MAX);
        if lines > 1 {
            tab.set_row_height(row, (f64::from(lines) * LINE + ROOM).min(HIGHEST))?;
        }
    }
    for (column, cells) in (0_u16..).zip(widths) {
        // Excel measures in digits of its default font: a Chinese character is a little more than two of them, and the
        // filter's button takes two more.
        let cells = u32::try_from(cells).unwrap_or_default();
        tab.set_column_width(column, f64::from(cells) * 1.1 + 2.0)?;
    }
    tab.set_freeze_panes(top + 1, 0)?;
    tab.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, top)?;
    tab.set_print_center_horizontally(true).set_margins(SIDE, SIDE, TOP, TOP, EDGE, EDGE);
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(top);
    if let Some(last_column) = u16::try_from(sheet.width()).ok().and_then(|width| width.checked_sub(1)) {
        tab.autofilter(top, 0, last_row, last_column)?;
        // A column of texts may hold a number beside `≥95`; Excel shall not warn of that.
        tab.ignore_error_range(top, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// The tab with the title and the notes.
fn notes(tab: &mut Worksheet, front: &Front) -> Result<(), XlsxError> {
    tab.set_name(documents::NOTES.get())?.set_column_width(0, 100)?;
    tab.write_string_with_format(0, 0, fitted(&front.title), &cell_format().set_bold())?;
    for (row, note) in (1_u32..).zip(&front.notes) {
        tab.write_string_with_format(row, 0, fitted(note), &cell_format())?;
    }
    Ok(())
}

fn cell_format() -> Format {
    Format::new().set_font_name(FONT).set_text_wrap().set_align(FormatAlign::Top)
}

/// The cell in a length that Excel can hold: a longer text is cut between two characters and says so.
fn fitted(cell: &str) -> String {
    let units = |text: &str| text.encode_utf16().count();
    let cell = xml::legal(cell);
    if units(&cell) <= LONGEST_CELL {
        return cell.into_owned();
    }
    let mut room = LONGEST_CELL - units(documents::CUT.get());
    let fits = |grapheme: &&str| {
        let left = room.checked_sub(units(grapheme));
        room = left.unwrap_or_default();
        left.is_some()
    };
    let kept: String = cell.graphemes(true).take_while(fits).collect();
    kept + documents::CUT.get()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::export::tests::{hostile, tamed};
    use calamine::{Data, Reader, Xlsx};

    /// The first tab as an independent reader reads it.
    fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        book.worksheet_range_at(0).unwrap().unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    fn front() -> Front {
        Front { name: "表".to_owned(), title: "表 & 题".to_owned(), notes: vec!["注".to_owned()] }
    }

    #[test]
    fn hostile_cells_are_text_and_numbers_are_numbers() {
        let rows = read(xlsx(&hostile(), &front()).unwrap());
        let cells: Vec<String> = rows.iter().skip(1).map(|row| row[1].to_string()).collect();
        assert_eq!(cells, tamed());
        assert!(rows.iter().skip(1).all(|row| matches!(row[1], Data::String(_))));
        assert_eq!(rows[1][0], Data::Float(1.0));
        assert_eq!(rows[1][2], Data::String("≥95".to_owned()));
    }

    #[test]
    fn no_formula_is_written() {
        let bytes = xlsx(&hostile(), &front()).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("表").unwrap().is_empty());
    }

    #[test]
    fn tabs_have_names_that_excel_takes() {
        let long = "规".repeat(40);
        let names =
            tab_names(["全部", "湘桥（征求意见稿）", "湘桥（征求意见稿）", "a/b*", "A:B", "说明", "", &long, &long]);
        assert_eq!(names.len(), 9);
        assert_eq!(names[..2], ["全部", "湘桥（征求意见稿）"]);
        let sheet = hostile();
        let tabs: Vec<(String, Sheet)> = names.into_iter().map(|name| (name, sheet.clone())).collect();
        let bytes = workbook(&tabs, &front()).unwrap();
        let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names().len(), 10);
    }

    #[test]
    fn long_cells_are_cut_visibly() {
        for (character, per) in [("任", 1), ("🏥", 2)] {
            let fitted = fitted(&character.repeat(40_000));
            let units = fitted.encode_utf16().count();
            assert!(units <= LONGEST_CELL && units > LONGEST_CELL - per, "{units}");
            assert!(fitted.ends_with(documents::CUT.get()));
            let mut sheet = Sheet::new(["任务"]);
            sheet.push([character.repeat(40_000)]);
            assert_eq!(read(xlsx(&sheet, &front()).unwrap())[1][0].to_string(), fitted);
        }
        assert_eq!(fitted(&"任".repeat(LONGEST_CELL)), "任".repeat(LONGEST_CELL));
    }

    #[test]
    fn the_same_sheet_is_the_same_file() {
        assert_eq!(xlsx(&hostile(), &front()).unwrap(), xlsx(&hostile(), &front()).unwrap());
        // A sheet without rows is a workbook with a header.
        assert_eq!(read(xlsx(&Sheet::new(["甲"]), &front()).unwrap()).len(), 1);
    }
}
