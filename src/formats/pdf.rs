//! The text of a PDF as `pdftotext -layout -enc UTF-8` writes it, turned into the lines that the importer reads.
//!
//! The program itself is run by `cli`, since this module knows no processes. Pages end with a form feed; columns stand apart
//! by two and more blanks, and stay so. What is taken out is the numbers of pages, as the same form recurs at the end of
//! pages; lines that the width of the page has broken stay broken, and the importer joins them.

use crate::formats::anchors::Anchors;
use crate::formats::limits;
use crate::formats::remark::Remark;
use crate::formats::unreadable::{Foreign, Measure, Unreadable};
use crate::formats::{Reading, encoding};

/// The arguments with which `pdftotext` reads a PDF from its input and writes the text to its output.
pub const ARGUMENTS: [&str; 5] = ["-layout", "-enc", "UTF-8", "-", "-"];

/// Makes the output of `pdftotext` into a text.
///
/// # Errors
/// There is no text in it, as in a PDF of scanned pages, or more than is read.
///
/// ```
/// use guihua::formats::pdf;
///
/// let reading = pdf::from_layout("健康江海行动\n\n      - 1 -\n\u{c}一、总体要求\n\n      - 2 -\n\u{c}".as_bytes())?;
/// assert_eq!(reading.text, "健康江海行动\n\n一、总体要求\n");
/// # Ok::<(), guihua::formats::Unreadable>(())
/// ```
pub fn from_layout(output: &[u8]) -> Result<Reading, Unreadable> {
    let decoded = encoding::decode(output, None, None)?;
    if decoded.text.len() > limits::MOST_TEXT_BYTES {
        return Err(Unreadable::TooMuch(Measure::Text));
    }
    let pages: Vec<Vec<&str>> = decoded.text.split('\u{c}').map(|page| page.lines().collect()).collect();
    let is_numbered = numbers_pages(&pages);
    let (mut text, mut n_numbers) = (String::new(), 0);
    for page in &pages {
        let number = is_numbered.then(|| page_number(page)).flatten();
        n_numbers += usize::from(number.is_some());
        for (at, line) in page.iter().enumerate() {
            let line = line.trim_end();
            // Of several blank lines one is left: how far apart lines stand says nothing.
            let is_second_blank = line.trim().is_empty() && (text.is_empty() || text.ends_with("\n\n"));
            if number.is_none_or(|(place, _)| place != at) && !is_second_blank {
                text.push_str(line);
                text.push('\n');
            }
        }
        if !text.is_empty() && !text.ends_with("\n\n") {
            text.push('\n');
        }
    }
    if text.ends_with("\n\n") {
        text.pop();
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Foreign(Foreign::Scanned));
    }
    let mut remarks = decoded.remarks;
    if n_numbers > 0 {
        remarks.push(Remark::PageNumbers(n_numbers));
    }
    Ok(Reading { text, remarks, anchors: Anchors::default() })
}

/// Whether pages end or begin with their numbers: on most that have any text, and going up by one from page to page.
fn numbers_pages(pages: &[Vec<&str>]) -> bool {
    let numbers: Vec<(usize, u32)> =
        pages.iter().enumerate().filter_map(|(at, page)| Some((at, page_number(page)?.1))).collect();
    let n_pages = pages.iter().filter(|page| page.iter().any(|line| !line.trim().is_empty())).count();
    let goes_up = |pair: &&[(usize, u32)]| match pair {
        [(at, number), (next, following)] => *following as usize == *number as usize + (next - at),
        _ => false,
    };
    let n_steps = numbers.windows(2).filter(goes_up).count();
    match numbers.len() {
        0 => false,
        // A page alone has its number only if it is written as one: - 1 -.
        1 => n_pages <= 2 && numbers.first().is_some_and(|(at, _)| pages.get(*at).is_some_and(|page| is_dashed(page))),
        n => n * 2 >= n_pages && n_steps * 4 >= (n - 1) * 3,
    }
}

/// The line of a page that holds its number, and the number: the last line with text or the first, with nothing else in it.
fn page_number(page: &[&str]) -> Option<(usize, u32)> {
    let last = page.iter().rposition(|line| !line.trim().is_empty());
    let first = page.iter().position(|line| !line.trim().is_empty());
    [last, first].into_iter().flatten().find_map(|at| Some((at, number_in(page.get(at)?)?)))
}

/// The number in a line with nothing else in it but dashes around it: `12`, `- 12 -`, `— 12 —`, 第12页.
fn number_in(line: &str) -> Option<u32> {
    let inner = line.trim();
    let inner = inner.strip_prefix('第').and_then(|inner| inner.strip_suffix('页')).unwrap_or(inner);
    let digits = inner.trim_matches(['-', '—', '–', '－', '·', ' ', '\u{3000}']);
    let digits: String = digits.chars().map(crate::text::fold::half_width).collect();
    (1..=4).contains(&digits.len()).then(|| digits.parse().ok()).flatten()
}

fn is_dashed(page: &[&str]) -> bool {
    let line = page_number(page).and_then(|(at, _)| page.get(at)).map_or("", |line| line.trim());
    line.starts_with(['-', '—', '–', '－']) && line.ends_with(['-', '—', '–', '－'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pages: &[&str], expected: &str, n_numbers: usize) {
        let reading = from_layout(pages.join("\u{c}").as_bytes()).unwrap();
        let numbers = if n_numbers > 0 { vec![Remark::PageNumbers(n_numbers)] } else { vec![] };
        assert_eq!((reading.text.as_str(), reading.remarks), (expected, numbers));
    }

    #[test]
    fn numbers_of_pages_are_taken_out() {
        check(&["甲\n\n 1\n", "乙\n\n 2\n", "丙\n\n 3\n", ""], "甲\n\n乙\n\n丙\n", 3);
        check(&["甲\n", "乙\n\n— ２ —\n", "丙\n\n— ３ —\n"], "甲\n\n乙\n\n丙\n", 2);
        check(&["第 1 页\n甲\n", "第 2 页\n乙\n"], "甲\n\n乙\n", 2);
    }

    #[test]
    fn numbers_that_are_none_of_pages_stay() {
        check(&["甲\n79\n", "乙\n80.5\n", "丙\n3\n"], "甲\n79\n\n乙\n80.5\n\n丙\n3\n", 0);
        check(&["2030\n甲\n"], "2030\n甲\n", 0);
    }

    #[test]
    fn columns_stay_apart() {
        check(
            &["指标      2030年\n寿命        80\n\n\n\n注：初步数\n"],
            "指标      2030年\n寿命        80\n\n注：初步数\n",
            0,
        );
        assert_eq!(from_layout(b"\x0c\x0c").unwrap_err(), Unreadable::Foreign(Foreign::Scanned));
    }
}
