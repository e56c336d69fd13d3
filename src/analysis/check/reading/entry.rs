//! The numbers of the entries of a list within a text: 一是, 第一，, ①, （1）, （一）, 1.

use crate::analysis::check::reading::numbers::parse_integer;
use crate::analysis::check::reading::passage::is_han;
use crate::lexicon::count::{ENTRY_OPENINGS, STAGES};
use crate::lexicon::heading::ONE_TO_TEN;
use crate::lexicon::punctuation::BEFORE_ENTRY;
use crate::text::numeral;

/// The largest number of an entry in brackets, since a year or a value may stand there as well.
const LARGEST: u32 = 30;

/// How the entries of a list within a text are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// By words that open a clause: 一是, 二是.
    Spoken,
    /// By a numeral and 要: 一要提高认识，二要明确责任.
    Urged,
    /// Numbers in circles, of which each is one character: ①②③.
    Circled,
    /// By digits in brackets: （1）（2）（3）.
    Bracketed,
    /// By Chinese numerals in brackets: （一）（二）（三）.
    InWords,
    /// By ordinals before a mark: 第一，第二，; 其一，其二，.
    Ordinal,
    /// By the stages of a time: 第一阶段（2026年），; 第二步，.
    Stage,
    /// By digits before a full stop or a comma: 1.建设…；2.培训….
    Dotted,
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
    // 三要素, 两要点 are things.
    let is_urged =
        chars.get(at + 1) == Some(&'要') && !chars.get(at + 2).is_none_or(|c| matches!(c, '素' | '点' | '件'));
    if let Some(number) = ENTRY_OPENINGS.iter().position(|opening| opening.starts_with(first)).filter(|_| is_urged) {
        let number = u32::try_from(number + 1).unwrap_or_default();
        return Some(Entry { number, style: Style::Urged, from: at, to: at + 2 });
    }
    let numeral_at = |at: usize| {
        let numeral = chars.get(at).filter(|c| ONE_TO_TEN.contains(**c));
        numeral.and_then(|numeral| numeral::parse(&numeral.to_string()))
    };
    let entry = |number: u32, style: Style, to: usize| Some(Entry { number, style, from: at, to });
    if let Some(number) = numeral_at(at + 1).filter(|_| first == '第' || first == '其') {
        let is_marked = chars.get(at + 2).is_some_and(|c| matches!(c, '，' | '、' | '：'));
        let stage = STAGES.iter().map(|stage| at + 2 + stage.chars().count());
        let mut stages = STAGES.iter().zip(stage).filter(|(_, to)| matches!(chars.get(*to), Some('，' | '：' | '（')));
        let stage = stages
            .find(|(stage, to)| chars.get(at + 2..*to).is_some_and(|word| stage.chars().eq(word.iter().copied())));
        return match stage {
            Some((_, to)) if first == '第' => entry(number, Style::Stage, to),
            _ => is_marked.then(|| entry(number, Style::Ordinal, at + 3)).flatten(),
        };
    }
    if first.is_ascii_digit() {
        let (number, end) = parse_integer(chars, at).filter(|(number, _)| (1..=LARGEST).contains(number))?;
        let is_marked =
            matches!(chars.get(end), Some('.' | '．' | '、')) && chars.get(end + 1).is_some_and(|c| is_han(*c));
        return is_marked.then_some(Entry { number, style: Style::Dotted, from: at, to: end + 1 });
    }
    if !matches!(first, '（' | '(') {
        return None;
    }
    if let Some(number) = numeral_at(at + 1).filter(|_| matches!(chars.get(at + 2), Some('）' | ')'))) {
        return entry(number, Style::InWords, at + 3);
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
        assert_eq!(found("一要清淤，二要护岸，三要素齐全"), [(1, Style::Urged), (2, Style::Urged)]);
        assert_eq!(found("要求：①测量；②清淤"), [(1, Style::Circled), (2, Style::Circled)]);
        assert_eq!(found("第一，清淤。其二，护岸。第三方"), [(1, Style::Ordinal), (2, Style::Ordinal)]);
        assert_eq!(found("第一阶段（启动），试点。第二阶段，推开"), [(1, Style::Stage), (2, Style::Stage)]);
        assert_eq!(found("做好：1.调度；2、疏浚；3.5米"), [(1, Style::Dotted), (2, Style::Dotted)]);
        assert_eq!(found("（一）调度；（二）疏浚"), [(1, Style::InWords), (2, Style::InWords)]);
        assert_eq!(found("做好：（1）调度；（2）疏浚（2020）"), [(1, Style::Bracketed), (2, Style::Bracketed)]);
    }
}
