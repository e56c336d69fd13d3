//! Cuts a sentence into clauses, and describes the segment of a clause for which one time holds. Knows no metric.

use std::ops::Range;

use crate::analysis::targets::target::sentence::Sentence;
use crate::analysis::targets::target::time::TimeMention;
use crate::lexicon::punctuation::{FOLDED_CLAUSE_ENDS, ITEM_JOINTS, VALUE_ENDS};

/// Longest metric, in characters. A longer text between two values is no metric.
pub(super) const LONGEST_METRIC: usize = 160;

/// Marks behind a bracket at which its clause ends anyway.
const CLAUSE_ENDS_BEHIND: [char; 4] = [',', ';', ':', '。'];

/// The characters of a clause for which one time holds.
pub(super) struct Segment<'a> {
    /// The places of the characters in the sentence.
    pub(super) places: &'a [usize],
    /// The characters, folded, one for each place.
    pub(super) folded: &'a [char],
    /// The verb that opens the segment and makes what it counts (新增).
    pub(super) making_verb: Option<String>,
    /// The position from which the next metric is read.
    pub(super) cursor: usize,
    /// Whether a value without words before it belongs to the previous metric.
    pub(super) may_inherit: bool,
}

impl Segment<'_> {
    /// Whether a value that ends at this position ends its part of the clause.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.folded.get(at).is_none_or(|mark| VALUE_ENDS.contains(*mark))
    }

    /// The end of the objects that are counted from this position: the end of the clause, or the next
    /// number in a list (1个国家级、3个省级), or the next of those who each have something (每县1所学校、每个乡镇1名教师).
    pub(super) fn object_end(&self, from: usize) -> usize {
        let mark = |at: usize| self.folded.get(at).copied().unwrap_or_default();
        let reach = self.folded.len().min(from + LONGEST_METRIC);
        let opens = |mark: char| mark.is_ascii_digit() || mark == '每';
        let next = (from..reach).find(|at| ITEM_JOINTS.contains(mark(*at)) && opens(mark(at + 1)));
        next.unwrap_or(reach)
    }

    /// The end of the list of counted things that goes on at this position: the end of its clause.
    pub(super) fn list_end(&self, from: usize) -> usize {
        let reach = self.folded.len().min(from + LONGEST_METRIC);
        let ends = |at: &usize| self.folded.get(*at).is_some_and(|mark| FOLDED_CLAUSE_ENDS.contains(*mark));
        (from..reach).find(ends).unwrap_or(reach)
    }

    /// Whether only the mark of a list stands between the value before the cursor and what follows: 医师3人、护士4人.
    pub(super) fn is_joined(&self) -> bool {
        self.cursor > 0 && self.folded.get(self.cursor).is_some_and(|mark| ITEM_JOINTS.contains(*mark))
    }

    /// Whether a value that ends at this position describes the noun behind it: 90%的村卫生室.
    pub(super) fn is_attribute(&self, at: usize) -> bool {
        self.folded.get(at) == Some(&'的')
    }

    /// Whether a place lies in a bracket within a name, behind which the name goes on: 参加锻炼（每周3次以上）人数比例.
    pub(super) fn is_remarked(&self, at: usize) -> bool {
        let before = self.folded.get(self.cursor..at).unwrap_or_default();
        let opens = before
            .iter()
            .rposition(|mark| *mark == '(')
            .is_some_and(|open| before.get(open..).is_some_and(|inside| !inside.contains(&')')));
        let mut behind = self.folded.iter().skip(at).skip_while(|mark| **mark != ')').skip(1);
        opens && behind.next().is_some_and(|mark| !VALUE_ENDS.contains(*mark))
    }

    /// Whether it counts a part of what was counted before: 其中三级甲等医院10家.
    pub(super) fn is_part(&self) -> bool {
        self.folded.starts_with(&['其', '中'])
    }

    /// Whether a verb makes these things in it each year: 每年培训乡村医生不少于900人次.
    pub(super) fn makes_each_year(&self, things: &str) -> bool {
        self.making_verb.as_ref().is_some_and(|verb| verb != things) && self.folded.starts_with(&['每', '年'])
    }

    /// Whether it is a bracket that held nothing but years.
    pub(super) fn is_empty_bracket(&self) -> bool {
        let is_mark = |mark: &char| matches!(mark, '(' | ')') || FOLDED_CLAUSE_ENDS.contains(*mark);
        self.folded.first() == Some(&'(') && self.folded.iter().all(is_mark)
    }
}

/// The clauses of a sentence, as ranges of its characters. It is cut after ， ； and ：, and around a bracket that begins
/// with a year, but not inside other brackets. A bracket that holds nothing but the year belongs to what follows it.
pub(super) fn clauses(sentence: &Sentence, mentions: &[TimeMention]) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    let mut depth = 0_usize;
    // The depth of a bracket that says something of a year: （2020年为79.2岁）.
    let mut remark = None;
    for (at, mark) in sentence.folded.iter().enumerate() {
        match mark {
            '(' => {
                depth += 1;
                if let Ok(found) = mentions.binary_search_by_key(&(at + 1), |mention| mention.at.start) {
                    cuts.push(at);
                    let end = mentions.get(found).map(|mention| mention.at.end);
                    remark = end.filter(|end| sentence.folded.get(*end) != Some(&')')).map(|_| depth);
                }
            }
            ')' => {
                if remark == Some(depth) {
                    let next = sentence.folded.get(at + 1);
                    cuts.extend(Some(at + 1).filter(|_| next.is_some_and(|mark| !CLAUSE_ENDS_BEHIND.contains(mark))));
                    remark = None;
                }
                depth = depth.saturating_sub(1);
            }
            ',' | ';' | ':' if depth == 0 && !is_inside_number(&sentence.folded, at) => cuts.push(at + 1),
            _ => {}
        }
    }
    cuts.push(sentence.folded.len());
    cuts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).filter(|range| !range.is_empty()).collect()
}

/// Whether the mark at this place stands between two digits: 1,200 and 1:50.
fn is_inside_number(folded: &[char], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| folded.get(at)).is_some_and(char::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}

/// Whether a clause is a bracket and nothing else, as one that remarks on a year is: （2020年为79.2岁）.
pub(super) fn is_bracket(sentence: &Sentence, clause: &Range<usize>) -> bool {
    let marks = sentence.folded.get(clause.clone()).unwrap_or_default();
    let mut inner = marks.iter().rev().skip_while(|mark| CLAUSE_ENDS_BEHIND.contains(mark));
    marks.first() == Some(&'(') && inner.next() == Some(&')')
}
