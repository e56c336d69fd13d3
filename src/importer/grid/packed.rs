//! Tables whose cells have a single blank between them, as they are copied out of a page or a PDF:
//!
//! ```text
//! 序号 指标名称 2020年 2025年 指标属性
//! 1 人均预期寿命（岁） 77.88 79左右 预期性
//! 2 每千人口执业 （助理）医师数（人） 2.87 3.5 预期性     blanks within the name
//! 3 每千人口拥有3岁以下 / 婴幼儿托位数（个） 3.1 4.6 预期性   a name over two lines
//! ```
//! The cells are counted: behind the name from the end of the row, before it from its start.

use super::cell;
use crate::importer::cell::{Cell, Grid, GridRow};
use crate::importer::document::Line;
use crate::importer::{column, mark};
use crate::lexicon::punctuation::CLAUSE_ENDS;
use crate::lexicon::table::NATURES;
use crate::model::LineRange;

/// The fewest columns of such a table, and the fewest rows with its header.
const FEWEST_COLUMNS: usize = 3;
const FEWEST_ROWS: usize = 3;

/// The most characters of a row.
const LONGEST_ROW: usize = 120;

/// Reads the table that begins at the line `from`; `None` if there is none.
pub(super) fn read(lines: &[Line], from: usize) -> Option<Grid> {
    let first = lines.get(from)?;
    let heads = words(first);
    let name = name_column(&heads)?;
    let header: GridRow = heads.iter().map(|text| cell(text, first.no)).collect();
    let mut rows = vec![header];
    let mut to = from + 1;
    let mut below = lines.iter().enumerate().skip(from + 1).filter(|(_, line)| !line.is_blank()).peekable();
    while let Some((at, line)) = below.next() {
        let own = words(line);
        if let Some(row) = row(&own, [line.no, line.no], name, heads.len()) {
            rows.push(row);
            to = at + 1;
            continue;
        }
        let Some((next_at, next)) = below.peek().copied() else { break };
        let next_words = words(next);
        // The name of a row may go on in the next line, before its values or behind them.
        let whole: Vec<&str> = own.iter().chain(&next_words).copied().collect();
        let opens = if name > 0 { own.first().is_some_and(|word| is_ordinal(word)) } else { own.len() == 1 };
        if let Some(row) = row(&whole, [line.no, next.no], name, heads.len()).filter(|_| opens && own.len() <= name + 2)
        {
            rows.push(row);
            to = next_at + 1;
            below.next();
            continue;
        }
        let is_tail = own.len() == 1 && rows.len() > 1 && !own.iter().any(|word| is_ordinal(word) || is_sentence(word));
        let goes_on = row(&next_words, [next.no, next.no], name, heads.len()).is_some();
        let above = rows.last_mut().and_then(|row| row.get_mut(name)).filter(|_| is_tail && name > 0 && goes_on);
        let Some(above) = above else { break };
        above.text.push_str(&own.concat());
        above.lines[1] = line.no;
        to = at + 1;
    }
    (rows.len() >= FEWEST_ROWS).then_some(Grid { from, to, rows, unsure: Vec::new() })
}

fn is_ordinal(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
}

fn is_sentence(word: &str) -> bool {
    CLAUSE_ENDS.is_in(word)
}

fn words<'a>(line: &Line<'a>) -> Vec<&'a str> {
    let is_row = !line.text.contains('\t') && line.text.chars().nth(LONGEST_ROW).is_none() && !line.text.contains('。');
    if is_row { line.text.split_whitespace().collect() } else { Vec::new() }
}

/// The column of the names of a header: all its words are heads, and at least one of them is that of values.
fn name_column(heads: &[&str]) -> Option<usize> {
    let is_known = |head: &str| column::is_header(head) || column::heads_values(head) || column::is_plain_header(head);
    let has_values = heads.iter().any(|head| column::heads_values(head));
    let is_header = heads.len() >= FEWEST_COLUMNS && heads.iter().all(|head| is_known(head)) && has_values;
    is_header.then(|| heads.iter().position(|head| column::is_name(head))).flatten()
}

/// The cells of a row on these lines: as many as the header has, or one less where the group of the row is printed above.
fn row(words: &[&str], lines: LineRange, name: usize, width: usize) -> Option<GridRow> {
    let ends_as_row =
        words.last().is_some_and(|word| NATURES.contains(word) || word.contains(|c: char| c.is_ascii_digit()));
    if !ends_as_row || words.len() + 1 < width || words.len() < 3 || words.iter().any(|word| CLAUSE_ENDS.ends(word)) {
        return None;
    }
    let is_heading = mark::heading(&words.join(" ")).is_some_and(|heading| heading.class < mark::Class::Arabic);
    if is_heading {
        return None;
    }
    let n_behind = width - name - 1;
    let n_before = if words.len() < width { name.saturating_sub(1) } else { name };
    let middle = words.get(n_before..words.len().checked_sub(n_behind)?)?;
    let texts = words.iter().take(n_before).map(|word| (*word).to_owned()).chain([middle.concat()]);
    let texts = texts.chain(words.iter().skip(words.len() - n_behind).map(|word| (*word).to_owned()));
    let mut cells: GridRow = texts.map(|text| Cell { text, lines }).collect();
    if cells.len() < width {
        cells.insert(0, Cell { text: String::new(), lines });
    }
    Some(cells)
}
