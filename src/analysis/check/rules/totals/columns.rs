//! Columns of a table of which one adds up two others without a word that says so: 现有人数, 拟招聘人数, 2030年人数.
//!
//! That a column adds up is seen from the other rows: all but one of them must, with numbers too large for chance.

use crate::analysis::check::reading::finding_draft::FindingDraft;
use crate::analysis::check::reading::table_row::TableRow;
use crate::analysis::check::rules::totals::{TOLERANCE, is_mean, is_near, plain_number, round, total_label};
use crate::lexicon::table::{ADDED, TOTAL_HEADERS, TOTALS};
use crate::model::Confidence;
use crate::registry::name;
use crate::text::fold::squeeze;
use crate::words::findings::figures;

/// Fewest rows that must add up, and fewer where a header says that its column is added (新增).
const FEWEST_RIGHT: usize = 3;
const FEWEST_ADDED: usize = 2;

/// The number that the parts of the rows that add up must reach, so that they do not do so by chance.
const LARGE: f64 = 20.0;

/// The most columns of which three are compared.
const MOST_COLUMNS: usize = 8;

/// The row of which one column differs from the sum of two others, while all other rows add up.
pub(super) fn wrong_sums_of_columns(rows: &[TableRow]) -> Vec<FindingDraft> {
    let Some(first) = rows.first() else { return Vec::new() };
    let headers: Vec<&str> = first.cells.iter().map(|cell| cell.value.header.as_str()).collect();
    let columns: Vec<usize> = (0..headers.len().min(MOST_COLUMNS))
        .filter(|at| headers.get(*at).is_some_and(|header| !is_mean(header)))
        .collect();
    // Neighbours only: the whole stands before or behind its two parts.
    let triples = columns.windows(3).filter_map(|three| match three {
        [one, two, three] => Some([[*one, *two, *three], [*two, *three, *one]]),
        _ => None,
    });
    let own: Vec<&TableRow> = rows.iter().filter(|row| total_label(row).is_none()).collect();
    let found = triples.flatten().find_map(|columns| {
        let header = |at: usize| headers.get(columns[at]).copied().unwrap_or_default();
        if is_total(header(2)) || is_series([header(0), header(1), header(2)]) {
            return None;
        }
        let fewest = if ADDED.is_in(header(0)) || ADDED.is_in(header(1)) { FEWEST_ADDED } else { FEWEST_RIGHT };
        let by_row: Vec<(&TableRow, [f64; 3], f64)> = own.iter().filter_map(|row| sums(row, columns)).collect();
        let is_right =
            |(_, [one, two, whole], half): &(&TableRow, [f64; 3], f64)| (one + two - whole).abs() <= half + TOLERANCE;
        let (right, wrong): (Vec<_>, Vec<_>) = by_row.into_iter().partition(is_right);
        let are_large =
            right.iter().filter(|(_, [one, two, _], half)| *half > 0.0 || one + two >= LARGE && *two > 0.0).count();
        match wrong.as_slice() {
            [wrong] if are_large >= fewest && right.len() == are_large => Some((columns, wrong.0, wrong.1)),
            _ => None,
        }
    });
    let draft = found.and_then(|(columns, row, [one, two, whole])| {
        let cell = row.cells.get(columns[2])?;
        let sum = round(one + two);
        let (first, second) = (headers.get(columns[0])?, headers.get(columns[1])?);
        let what = figures::wrong_sum_of_columns(
            &row.row.name,
            &cell.value.header,
            cell.citation.quote.trim(),
            first,
            second,
            sum,
        );
        is_near(sum, Some(whole)).then(|| FindingDraft::new(Confidence::Medium, what, row.cite_with(&cell.citation)))
    });
    draft.into_iter().collect()
}

/// The numbers of three columns of a row, with what their sum may be off by rounding; `None` where one of them is no plain number.
fn sums<'r, 'a>(row: &'r TableRow<'a>, columns: [usize; 3]) -> Option<(&'r TableRow<'a>, [f64; 3], f64)> {
    let number = |at: usize| row.cells.get(columns[at]).and_then(plain_number);
    let (one, two, whole) = (number(0)?, number(1)?, number(2)?);
    Some((row, [one.0, two.0, whole.0], one.1 + two.1 + whole.1))
}

/// Whether a header says that its column is a total, which another rule reads.
fn is_total(header: &str) -> bool {
    let header = squeeze(header);
    TOTAL_HEADERS.begins(&header) || TOTALS.contains(&header)
}

/// Whether three columns are of one thing in three years, which do not add up: 2026年, 2027年, 2028年.
fn is_series(headers: [&str; 3]) -> bool {
    let bare =
        headers.map(|header| name::key(header).chars().filter(|mark| !mark.is_ascii_digit()).collect::<String>());
    let [one, two, three] = &bare;
    one == two && two == three
}
