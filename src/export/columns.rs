//! The columns of a sheet: how wide each should be, and which of them hold numbers.
//!
//! This file must not know which format the sheet is written in.

use super::Sheet;
use crate::text::width::Width;

/// The narrowest column, in cells: two Chinese characters.
const NARROWEST: usize = 4;

/// The narrowest column of longer texts, in cells: five characters, the length of an office's name.
const READABLE: usize = 10;

/// The longest word that is kept on one line, in characters: long enough for the id of a node, not for a web address.
const LONGEST_WORD: usize = 20;

/// The room that the margins of a cell take on a page, in cells.
const MARGINS: usize = 2;

/// The most columns that a page holds in text of the usual size.
const MOST_IN_USUAL_TEXT: usize = 7;

/// The longest number that a spreadsheet keeps exactly, in characters: its numbers have 15 digits.
const LONGEST_NUMBER: usize = 15;

/// The cells that mean "no value" in the tables of the plans.
const NOTHING: [char; 3] = ['-', '—', '–'];

/// The number of lines that a row takes in columns of these widths: as many as its longest cell.
pub(super) fn lines(row: &[String], widths: &[usize]) -> usize {
    let wrapped = |line: &str, width: usize| Width::Wide.of(line).div_ceil(width.max(1)).max(1);
    let cell = |(cell, width): (&String, &usize)| cell.lines().map(|line| wrapped(line, *width)).sum::<usize>();
    row.iter().zip(widths).map(cell).max().unwrap_or_default().max(1)
}

/// The widths of the columns in cells, together at most `whole` if possible. While there is room, each column is as
/// wide as its longest line; otherwise short columns stay that wide, and long ones share the rest by how much text they
/// hold. No column gets narrower than [`READABLE`], however small `whole` is.
pub(super) fn fitted(sheet: &Sheet, whole: usize) -> Vec<usize> {
    let natural = natural(sheet);
    if natural.iter().sum::<usize>() <= whole {
        return natural;
    }
    let (weights, words) = (weights(sheet), words(sheet));
    let least: Vec<usize> =
        natural.iter().zip(&words).map(|(natural, word)| READABLE.max(*word).min(*natural)).collect();
    let mut settled: Vec<Option<usize>> = vec![None; natural.len()];
    loop {
        let left = whole.saturating_sub(settled.iter().flatten().sum());
        let open = || settled.iter().zip(&weights).filter(|(width, _)| width.is_none()).map(|(_, weight)| weight);
        let sum = open().sum::<usize>().max(1);
        let due: Vec<usize> = weights.iter().map(|weight| left * weight / sum).collect();
        let settle = |width: &Option<usize>, to: usize| if width.is_none() { Some(to) } else { *width };
        let mut next: Vec<Option<usize>> = settled.clone();
        for ((next, due), natural) in next.iter_mut().zip(&due).zip(&natural) {
            *next = if due >= natural { settle(next, *natural) } else { *next };
        }
        if next == settled {
            for ((next, due), least) in next.iter_mut().zip(&due).zip(&least) {
                *next = if *due < *least { settle(next, *least) } else { *next };
            }
        }
        if next == settled {
            return settled.iter().zip(due).map(|(width, due)| width.unwrap_or(due)).collect();
        }
        settled = next;
    }
}

/// The width in cells that each column would need: that of its longest line; a long header may take two lines.
fn natural(sheet: &Sheet) -> Vec<usize> {
    let heading = |cell: &str| {
        let cells = Width::Wide.of(cell);
        if cells > READABLE { READABLE.max(cells.div_ceil(2) + 1) } else { cells }
    };
    let longest = |cell: &String| cell.lines().map(|line| Width::Wide.of(line)).max().unwrap_or_default();
    let cells = |at: usize| sheet.rows.iter().filter_map(move |row| row.get(at)).map(longest).max().unwrap_or_default();
    let width = |(at, header): (usize, &String)| heading(header).max(cells(at)).max(NARROWEST);
    sheet.header.iter().enumerate().map(width).collect()
}

/// Whether a page should print the sheet in small text, since it has many columns.
pub(super) fn has_small_text(sheet: &Sheet) -> bool {
    sheet.width() > MOST_IN_USUAL_TEXT
}

/// The longest word of each column, in cells, which no line break should split: ids and numbers, as
/// Chinese text can break anywhere.
fn words(sheet: &Sheet) -> Vec<usize> {
    let longest = |cell: &String| {
        let words = cell.split(|c: char| !c.is_ascii_graphic());
        words.map(str::len).filter(|length| *length <= LONGEST_WORD).max().unwrap_or_default()
    };
    let column = |at: usize| sheet.rows.iter().filter_map(move |row| row.get(at));
    (0..sheet.width()).map(|at| column(at).map(longest).max().unwrap_or_default()).collect()
}

/// How much room each column wants, by the text in those of its cells that have some: their typical width to the
/// power of three quarters. A row is as high as its longest cell, yet a column with ten times the text must not
/// leave the others a tenth of the page. Cells count by their length, so that a column that is mostly empty gets
/// room for the few that are not.
fn weights(sheet: &Sheet) -> Vec<usize> {
    let text = |at: usize| sheet.rows.iter().filter_map(move |row| row.get(at)).map(|cell| Width::Wide.of(cell));
    let typical = |at: usize| text(at).map(|cells| cells * cells).sum::<usize>() / text(at).sum::<usize>().max(1);
    // Scaled, so that the whole-number roots of similar numbers still differ.
    let root = |number: usize| (number * 10_000).isqrt();
    (0..sheet.width()).map(|at| (typical(at) * root(typical(at))).isqrt().max(1)).collect()
}

/// The widths of the columns as shares of `whole`, which they add up to exactly, on a page with room for `cells`.
pub(super) fn shares(sheet: &Sheet, cells: usize, whole: usize) -> Vec<usize> {
    let room = cells.saturating_sub(MARGINS * sheet.width());
    let widths: Vec<usize> = fitted(sheet, room).into_iter().map(|cells| cells + MARGINS).collect();
    let sum: usize = widths.iter().sum();
    let mut shares = Vec::with_capacity(widths.len());
    let (mut before, mut taken) = (0, 0);
    for width in widths {
        before += width;
        let end = whole * before / sum.max(1);
        shares.push(end - taken);
        taken = end;
    }
    shares
}

/// The number that a cell prints, with the number of its decimals, if the number written with them gives the same
/// characters again: `0757` and numbers with more digits than a spreadsheet keeps stay text.
pub(super) fn number(cell: &str) -> Option<(f64, usize)> {
    let number: f64 = cell.parse().ok().filter(|number: &f64| number.is_finite())?;
    let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let is_same = cell.len() <= LONGEST_NUMBER && number.to_bits() != (-0.0_f64).to_bits();
    (is_same && format!("{number:.decimals$}") == cell).then_some((number, decimals))
}

/// Which columns are numeric: at least one cell is a number, and every other one is a number too, is
/// empty, or means "no value".
pub(super) fn numeric(sheet: &Sheet) -> Vec<bool> {
    let is_nothing = |cell: &&String| cell.chars().all(|c| NOTHING.contains(&c));
    let column = |at: usize| sheet.rows.iter().filter_map(move |row| row.get(at));
    (0..sheet.width())
        .map(|at| {
            let mut filled = column(at).filter(|cell| !is_nothing(cell)).peekable();
            filled.peek().is_some() && filled.all(|cell| number(cell).is_some())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_back_as_they_are() {
        for (cell, expected) in [
            ("12", Some((12.0, 0))),
            ("-3.5", Some((-3.5, 1))),
            ("10.40", Some((10.4, 2))),
            ("5.", None),
            (".5", None),
            ("0757", None),
            ("1e5", None),
            ("+5", None),
            ("NaN", None),
            ("inf", None),
            ("-0", None),
            ("", None),
            ("12345678901234567", None),
            ("≥95", None),
        ] {
            assert_eq!(number(cell), expected, "{cell}");
        }
    }

    #[test]
    fn columns_of_numbers() {
        for (cells, expected) in [
            (["1", "2", "3"], true),
            (["1", "--", ""], true),
            (["1", "≥2", "3"], false),
            (["12", "13-15", "1"], false),
            (["—", "", "-"], false),
        ] {
            let rows = cells.iter().map(|cell| vec![(*cell).to_owned()]).collect();
            let sheet = Sheet { header: vec!["值".to_owned()], rows, ..Sheet::default() };
            assert_eq!(numeric(&sheet), [expected], "{cells:?}");
        }
    }

    #[test]
    fn columns_fit_and_short_ones_stay_whole() {
        let mut sheet = Sheet::new(["序号", "任务", "值", "责任单位（没有写明谁来牵头）"]);
        sheet.push(["1".to_owned(), "“控烟”\n二".to_owned(), "任".repeat(100), String::new()]);
        assert_eq!(fitted(&sheet, 1_000), [4, 8, 200, 15]);
        assert_eq!(fitted(&sheet, 100), [4, 8, 78, 10]);
        assert_eq!(fitted(&sheet, 5), [4, 8, 10, 10], "no room at all");
        assert!(fitted(&Sheet::default(), 100).is_empty());
        assert_eq!(lines(&sheet.rows[0], &[4, 8, 60, 10]), 4);
        assert_eq!(lines(&sheet.header, &[4, 8, 60, 30]), 1);
        assert_eq!(lines(&[], &[]), 1);
    }

    #[test]
    fn ids_stay_on_one_line() {
        let mut sheet = Sheet::new(["节点", "内容"]);
        sheet.push(["yunfu-2030/3.4.6".to_owned(), "任".repeat(400)]);
        sheet.push(["任".repeat(20), format!("http://{}", "a".repeat(90))]);
        assert_eq!(fitted(&sheet, 80), [16, 64]);
    }

    #[test]
    fn shares_fill_the_whole() {
        let mut sheet = Sheet::new(["序号", "任务", "值"]);
        sheet.push(["1".to_owned(), "任".repeat(20), "任".repeat(100)]);
        let shares = shares(&sheet, 100, 1_000);
        assert_eq!(shares.iter().sum::<usize>(), 1_000);
        assert!(shares.is_sorted() && shares[0] >= 60, "{shares:?}");
        assert!(super::shares(&Sheet::default(), 100, 1_000).is_empty());
    }
}
