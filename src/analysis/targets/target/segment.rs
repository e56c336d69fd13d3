//! A sentence cut into clauses, and the stretch of a clause over which one time holds.

use std::ops::Range;

use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::Mention;

/// Longest metric, in characters. More between two values is text, and looking further would take time for nothing.
pub(super) const LONGEST_METRIC: usize = 160;

/// Characters of a clause over which one time holds.
pub(super) struct Stretch<'a> {
    /// Their places in the sentence.
    pub(super) places: &'a [usize],
    /// The characters, folded.
    pub(super) read: &'a [char],
    /// The verb that opens it and makes what it counts.
    pub(super) making: Option<&'static str>,
    /// Where the next metric begins.
    pub(super) cursor: usize,
    /// Whether a value without words of its own before it belongs to the metric before.
    pub(super) may_inherit: bool,
}

impl Stretch<'_> {
    /// Whether a value that ends here ends its part of the clause.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.read.get(at).is_none_or(|mark| matches!(mark, ',' | ';' | '。' | '、' | '(' | ')' | '和' | '及'))
    }

    /// Where the things counted from here end: with the clause, or before the next number in a list (1个国家级、3个省级).
    pub(super) fn object_end(&self, from: usize) -> usize {
        let mark = |at: usize| self.read.get(at).copied().unwrap_or_default();
        let reach = self.read.len().min(from + LONGEST_METRIC);
        let next = (from..reach).find(|at| matches!(mark(*at), '、' | '和' | '及') && mark(at + 1).is_ascii_digit());
        next.unwrap_or(reach)
    }

    /// Whether it speaks of a part of what was counted before: 其中三级甲等医院10家.
    pub(super) fn is_part(&self) -> bool {
        self.read.starts_with(&['其', '中'])
    }

    /// Whether it is a bracket in which nothing but years stood.
    pub(super) fn is_empty_bracket(&self) -> bool {
        let is_mark = |mark: &char| matches!(mark, '(' | ')' | '。' | ',' | ';');
        self.read.first() == Some(&'(') && self.read.iter().all(is_mark)
    }
}

/// The clauses of a sentence: cut after ， and ；, and round a bracket that names a year; not inside another bracket.
pub(super) fn clauses(sentence: &Sentence, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    let mut depth = 0_usize;
    for (at, mark) in sentence.read.iter().enumerate() {
        match mark {
            '(' => {
                depth += 1;
                if mentions.binary_search_by_key(&(at + 1), |mention| mention.at.start).is_ok() {
                    cuts.push(at);
                }
            }
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | ':' if depth == 0 && !is_inside_number(&sentence.read, at) => cuts.push(at + 1),
            _ => {}
        }
    }
    cuts.push(sentence.read.len());
    cuts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).filter(|range| !range.is_empty()).collect()
}

/// Whether a mark stands between two digits: 1,200 and 1:50.
fn is_inside_number(read: &[char], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| read.get(at)).is_some_and(char::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}
