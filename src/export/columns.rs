//! The columns of a sheet: how wide each should be, and which of them hold numbers.
//!
//! It must not know the file that is made of them.

use super::Sheet;
use crate::text::width::Width;

/// Narrowest column, in cells: two Chinese characters.
const NARROWEST: usize = 4;

/// Longest number that a spreadsheet keeps whole, in characters: its numbers have 15 digits.
const LONGEST_NUMBER: usize = 15;

/// What stands for "no value" in the tables of the plans.
const NOTHING: [char; 3] = ['-', '—', '–'];

/// The widest line of each column in cells, header included, at most `most`. Ambiguous characters (“ ” — ≥) count two:
/// so the Chinese fonts of office programs draw them.
pub(super) fn widths(sheet: &Sheet, most: usize) -> Vec<usize> {
    let widest = |cell: &String| cell.lines().map(|line| Width::Wide.of(line)).max().unwrap_or_default();
    let column = |at: usize| std::iter::once(&sheet.header).chain(&sheet.rows).filter_map(move |row| row.get(at));
    (0..sheet.width()).map(|at| column(at).map(widest).max().unwrap_or_default().clamp(NARROWEST, most)).collect()
}

/// The lines that a row takes in columns of these widths: as many as its longest cell.
pub(super) fn lines(row: &[String], widths: &[usize]) -> usize {
    let wrapped = |line: &str, width: usize| Width::Wide.of(line).div_ceil(width.max(1)).max(1);
    let cell = |(cell, width): (&String, &usize)| cell.lines().map(|line| wrapped(line, *width)).sum::<usize>();
    row.iter().zip(widths).map(cell).max().unwrap_or_default().max(1)
}

/// The columns' widths as shares of `whole`; together exactly that. Long columns get less than their due, by the square
/// root, so that short ones stay readable: a cell of 40 characters may take two lines, one of 4 should not.
pub(super) fn shares(sheet: &Sheet, whole: usize) -> Vec<usize> {
    const MOST: usize = 80;
    /// How finely the roots are told apart.
    const SCALE: usize = 10_000;
    let roots: Vec<usize> = widths(sheet, MOST).iter().map(|cells| (cells * SCALE).isqrt()).collect();
    let sum: usize = roots.iter().sum();
    let mut shares = Vec::with_capacity(roots.len());
    let (mut before, mut taken) = (0, 0);
    for root in roots {
        before += root;
        let end = whole * before / sum.max(1);
        shares.push(end - taken);
        taken = end;
    }
    shares
}

/// The number that a cell prints: only one that prints back as the same characters, so that `10.40`, `0757` and what
/// has more digits than a spreadsheet keeps stay as printed.
pub(super) fn number(cell: &str) -> Option<f64> {
    let number: f64 = cell.parse().ok().filter(|number: &f64| number.is_finite())?;
    let is_same = cell.len() <= LONGEST_NUMBER && cell != "-0" && number.to_string() == cell;
    is_same.then_some(number)
}

/// Which columns are numeric: some cell is a number, and all others are too, or are empty, or say that nothing is there.
pub(super) fn numeric(sheet: &Sheet) -> Vec<bool> {
    let is_nothing = |cell: &&String| cell.chars().all(|c| NOTHING.contains(&c));
    let column = |at: usize| sheet.rows.iter().filter_map(move |row| row.get(at));
    (0..sheet.width())
        .map(|at| {
            let mut said = column(at).filter(|cell| !is_nothing(cell)).peekable();
            said.peek().is_some() && said.all(|cell| number(cell).is_some())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_back_as_they_are() {
        for (cell, expected) in [
            ("12", Some(12.0)),
            ("-3.5", Some(-3.5)),
            ("10.40", None),
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
            let sheet = Sheet { header: vec!["值".to_owned()], rows };
            assert_eq!(numeric(&sheet), [expected], "{cells:?}");
        }
    }

    #[test]
    fn widths_are_of_lines_and_shares_fill_the_whole() {
        let mut sheet = Sheet::new(["序号", "任务", "值"]);
        sheet.push(["1".to_owned(), "“控烟”\n二".to_owned(), "任".repeat(100)]);
        assert_eq!(widths(&sheet, 60), [4, 8, 60]);
        assert_eq!(lines(&sheet.rows[0], &[4, 8, 60]), 4);
        assert_eq!(lines(&sheet.header, &[4, 8, 60]), 1);
        assert_eq!(lines(&[], &[]), 1);
        let shares = shares(&sheet, 1_000);
        assert_eq!(shares.iter().sum::<usize>(), 1_000);
        assert!(shares.is_sorted() && shares[0] > 100, "{shares:?}");
        assert!(super::shares(&Sheet::default(), 1_000).is_empty());
    }
}
