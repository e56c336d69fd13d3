//! The numbers of the entries of a list within a text: 一是, ①, （1）.

use crate::analysis::check::reading::numbers::parse_integer;
use crate::lexicon::count::ENTRY_OPENINGS;
use crate::lexicon::punctuation::BEFORE_ENTRY;

/// The largest number of an entry in brackets, since a year or a value may stand there as well.
const LARGEST: u32 = 30;

/// How the entries of a list within a text are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// By words that open a clause: 一是, 二是.
    Spoken,
    /// Numbers in circles, of which each is one character: ①②③.
    Circled,
    /// By digits in brackets: （1）（2）（3）.
    Bracketed,
}

/// The number that opens an entry, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) number: u32,
    pub(crate) style: Style,
    /// Its first character, counted in characters of the text.
    pub(crate) from: usize,
    /// The position behind its last character.
    pub(crate) to: usize,
}

/// The entries that open at the start of a text or behind a mark, in the order of the text.
pub(crate) fn find(chars: &[char]) -> impl Iterator<Item = Entry> {
    let is_opening = |at: &usize| *at == 0 || chars.get(at - 1).is_some_and(|c| BEFORE_ENTRY.contains(*c));
    (0..chars.len()).filter(is_opening).filter_map(|at| entry_at(chars, at))
}

fn entry_at(chars: &[char], at: usize) -> Option<Entry> {
    let first = *chars.get(at)?;
    if let Some(number) = u32::from(first).checked_sub(u32::from('①')).filter(|number| *number < 20) {
        return Some(Entry { number: number + 1, style: Style::Circled, from: at, to: at + 1 });
    }
    if chars.get(at + 1) == Some(&'是') {
        let number = ENTRY_OPENINGS.iter().position(|opening| opening.starts_with(first))?;
        let number = u32::try_from(number + 1).unwrap_or_default();
        return Some(Entry { number, style: Style::Spoken, from: at, to: at + 2 });
    }
    if !matches!(first, '（' | '(') {
        return None;
    }
    let (number, end) = parse_integer(chars, at + 1)?;
    let is_closed = matches!(chars.get(end), Some('）' | ')'));
    // （1.5）, （2020） are no numbers of entries.
    (is_closed && (1..=LARGEST).contains(&number)).then_some(Entry {
        number,
        style: Style::Bracketed,
        from: at,
        to: end + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_behind_marks() {
        let found = |text: &str| -> Vec<(u32, Style)> {
            let chars: Vec<char> = text.chars().collect();
            find(&chars).map(|entry| (entry.number, entry.style)).collect()
        };
        assert_eq!(found("一是建，二是管。统一是前提"), [(1, Style::Spoken), (2, Style::Spoken)]);
        assert_eq!(found("要求：①测量；②清淤"), [(1, Style::Circled), (2, Style::Circled)]);
        assert_eq!(found("做好：（1）调度；（2）疏浚（2020）"), [(1, Style::Bracketed), (2, Style::Bracketed)]);
    }
}
