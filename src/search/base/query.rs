//! What a person typed, understood: words, operators and filters, each with its place in the typed text.
//!
//! Reading never fails. A half-typed piece (`!`, `部门:`, an open quotation mark) is what it will most likely become, or
//! nothing yet. What a filter's value means, and what a word finds, is not known here.

use crate::search::base::folding::fold_in_line;
use crate::text::fold::fold_char;

/// The most characters of a query that are read; a longer text is a slip of the clipboard.
const LONGEST: usize = 300;

/// The most words and filters that are read.
const MOST_PIECES: usize = 24;

/// From and to (exclusive), in characters of the typed text.
pub type Place = [usize; 2];

/// A query: every group must be met, and every filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The text as typed, as far as it was read.
    pub typed: String,
    /// Words, all of which must be met.
    pub groups: Vec<Group>,
    /// Filters; those of one sort are alternatives, those of several sorts must all hold.
    pub filters: Vec<Filter>,
}

/// Alternatives: `甲 | 乙`. One must be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// `!word`: must not be met. Such a word stands alone.
    pub refused: bool,
    /// One word or more.
    pub terms: Vec<Term>,
}

/// One word with its operators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The word as typed, without operators.
    pub raw: String,
    /// The word, folded for comparison.
    pub word: String,
    /// `'word` or `"word"`: only as it stands, not by sound, alias or likeness.
    pub exact: bool,
    /// `^word`: at the beginning.
    pub at_start: bool,
    /// `word$`: at the end.
    pub at_end: bool,
    /// Where it was typed, operators included.
    pub place: Place,
}

/// A filter with its value as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub sort: FilterSort,
    /// Its value; empty while it is being typed.
    pub value: String,
    /// Where it was typed.
    pub place: Place,
}

/// What a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterSort {
    /// `部门:` the tasks that name an office.
    Department,
    /// `规划:` what stands in a plan.
    Plan,
    /// `指标:` the rows of an indicator, and text that names it.
    Indicator,
    /// `年:` rows with a value for a year, and text that names it.
    Year,
}

/// The names of the filters, folded.
const FILTERS: [(&str, FilterSort); 12] = [
    ("部门", FilterSort::Department),
    ("单位", FilterSort::Department),
    ("dept", FilterSort::Department),
    ("department", FilterSort::Department),
    ("规划", FilterSort::Plan),
    ("plan", FilterSort::Plan),
    ("指标", FilterSort::Indicator),
    ("ind", FilterSort::Indicator),
    ("indicator", FilterSort::Indicator),
    ("年", FilterSort::Year),
    ("年份", FilterSort::Year),
    ("year", FilterSort::Year),
];

impl FilterSort {
    /// The name by which it is shown: `部门`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Department => "部门",
            Self::Plan => "规划",
            Self::Indicator => "指标",
            Self::Year => "年",
        }
    }
}

/// What may stand before a word, and what it does. `!` makes `refused` true.
fn take_operator(word: &mut &[char], term: &mut Term, refused: &mut bool) -> bool {
    let Some((&first, rest)) = word.split_first() else { return false };
    match fold_char(first) {
        '!' => *refused = true,
        '\'' => term.exact = true,
        // …… is what a Chinese input method makes of the key for ^.
        '^' | '…' => term.at_start = true,
        _ => return false,
    }
    *word = rest;
    true
}

impl Query {
    /// Reads what was typed. The first 300 characters and 24 pieces count.
    ///
    /// ```
    /// use guihua::search::Query;
    /// let query = Query::parse("部门：人社局 '健康素养 !中医");
    /// assert_eq!((query.filters.len(), query.groups.len()), (1, 2));
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let chars: Vec<char> = typed.chars().take(LONGEST).collect();
        let mut query = Self { typed: chars.iter().collect(), ..Self::default() };
        let mut last = Last::Nothing;
        let mut is_alternative = false;
        for [from, to] in pieces(&chars).into_iter().take(MOST_PIECES) {
            let piece = chars.get(from..to).unwrap_or_default();
            if piece.iter().all(|&c| fold_char(c) == '|') {
                is_alternative = true;
                continue;
            }
            let joins = std::mem::take(&mut is_alternative);
            last = query.add(piece, [from, to], last, joins);
        }
        query
    }

    /// Adds one piece; tells what it was, for the piece after it.
    fn add(&mut self, piece: &[char], place: Place, last: Last, joins: bool) -> Last {
        if let Some((sort, value)) = filter(piece) {
            self.filters.push(Filter { sort, value, place });
            return if self.filters.last().is_some_and(|it| it.value.is_empty()) { Last::Open } else { Last::Filter };
        }
        if let (Last::Open, Some(open)) = (last, self.filters.last_mut()) {
            open.value = piece.iter().collect();
            open.place = [open.place[0], place[1]];
            return Last::Filter;
        }
        if let (Last::Filter, true, Some(sort)) = (last, joins, self.filters.last().map(|it| it.sort)) {
            self.filters.push(Filter { sort, value: piece.iter().collect(), place });
            return Last::Filter;
        }
        let (term, refused) = term(piece, place);
        if term.word.is_empty() {
            return last;
        }
        match self.groups.last_mut() {
            Some(group) if joins && last == Last::Word && !refused => group.terms.push(term),
            _ => self.groups.push(Group { terms: vec![term], refused }),
        }
        if refused { Last::Nothing } else { Last::Word }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.filters.iter().all(|filter| filter.value.is_empty()) && self.wanted().next().is_none()
    }

    /// The words that are looked for, without the refused ones.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().filter(|group| !group.refused).flat_map(|group| &group.terms)
    }

    /// All words.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().flat_map(|group| &group.terms)
    }

    /// The typed text without the piece at this place: how a screen removes a filter.
    #[must_use]
    pub fn without(&self, place: Place) -> String {
        let kept = self.typed.chars().enumerate().filter(|(at, _)| !(place[0]..place[1]).contains(at));
        let kept: String = kept.map(|(_, c)| c).collect();
        kept.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What the piece before was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Word,
    Filter,
    /// A filter without a value: the next word is its value.
    Open,
}

/// The places of the pieces: what stands between blanks, `|` by itself, and a quoted text with its blanks.
fn pieces(chars: &[char]) -> Vec<Place> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while from < chars.len() {
        let at = |at: usize| chars.get(at).copied().map(fold_char);
        let is_bar = |c: Option<char>| c == Some('|');
        if chars.get(from).is_some_and(|c| c.is_whitespace()) {
            from += 1;
            continue;
        }
        let mut to = from;
        while to < chars.len() && !chars.get(to).is_some_and(|c| c.is_whitespace()) && !is_bar(at(to)) {
            to = if at(to) == Some('"') { closing(chars, to).unwrap_or(to) + 1 } else { to + 1 };
        }
        to = to.max(from + 1);
        pieces.push([from, to]);
        from = to;
    }
    pieces
}

/// Where the quotation mark at `open` is closed.
fn closing(chars: &[char], open: usize) -> Option<usize> {
    (open + 1..chars.len()).find(|&at| chars.get(at).is_some_and(|&c| fold_char(c) == '"'))
}

/// A piece as a filter: a name of one, a colon of any width, and the rest.
fn filter(piece: &[char]) -> Option<(FilterSort, String)> {
    let colon = piece.iter().position(|&c| fold_char(c) == ':')?;
    let name: String = piece.get(..colon)?.iter().map(|&c| fold_char(c)).collect();
    let (_, sort) = FILTERS.iter().find(|(known, _)| *known == name)?;
    let value = piece.get(colon + 1..)?.iter().filter(|c| fold_char(**c) != '"').collect();
    Some((*sort, value))
}

/// A piece as a word with its operators, and whether it is refused.
fn term(piece: &[char], place: Place) -> (Term, bool) {
    let mut refused = false;
    let mut term = Term { place, ..Term::default() };
    let mut word = piece;
    while take_operator(&mut word, &mut term, &mut refused) {}
    if let Some((last, rest)) = word.split_last() {
        // ￥ is what a Chinese input method makes of the key for $.
        if matches!(fold_char(*last), '$' | '¥') {
            term.at_end = true;
            word = rest;
        }
    }
    let is_quote = |c: &char| matches!(fold_char(*c), '"' | '\'');
    term.exact |= word.len() > 2 && word.first().is_some_and(is_quote) && word.last().is_some_and(is_quote);
    let raw: String = word.iter().collect();
    raw.trim_matches(|c| is_quote(&c)).trim().clone_into(&mut term.raw);
    term.word = term.raw.chars().map(fold_in_line).collect();
    (term, refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query written out: `+` before words that must be met, `-` before refused ones, marks of operators behind.
    fn spell(typed: &str) -> String {
        let query = Query::parse(typed);
        let term = |term: &Term| {
            let marks = [(term.exact, "'"), (term.at_start, "^"), (term.at_end, "$")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
            format!("{marks}{}", term.word)
        };
        let group = |group: &Group| {
            let terms: Vec<String> = group.terms.iter().map(term).collect();
            format!("{}{}", if group.refused { "!" } else { "" }, terms.join("|"))
        };
        let groups = query.groups.iter().map(group);
        let filters = query.filters.iter().map(|filter| format!("[{}={}]", filter.sort.name(), filter.value));
        groups.chain(filters).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_words_operators_and_filters() {
        for (typed, expected) in [
            ("", ""),
            ("  　", ""),
            ("健康素养", "健康素养"),
            ("健康　素养", "健康 素养"),
            ("ＰＭ２．５", "pm2.5"),
            ("衞生", "卫生"),
            ("'素养 ^推进 工程$ !中医", "'素养 ^推进 $工程 !中医"),
            ("‘素养 ……推进 工程￥ ！中医", "'素养 ^推进 $工程 !中医"),
            ("!^推进", "!^推进"),
            ("控烟 | 戒烟", "控烟|戒烟"),
            ("控烟|戒烟｜吸烟", "控烟|戒烟|吸烟"),
            ("| 控烟 |", "控烟"),
            ("控烟 | !戒烟", "控烟 !戒烟"),
            ("“健康 素养”", "'健康 素养"),
            ("\"健康 素养", "健康 素养"),
            ("部门:人社局", "[部门=人社局]"),
            ("部门：人社局 就业", "就业 [部门=人社局]"),
            ("部门: 人社局 就业", "就业 [部门=人社局]"),
            ("Dept:rsj PLAN:yunfu", "[部门=rsj] [规划=yunfu]"),
            ("规划:云浮 | 佛山", "[规划=云浮] [规划=佛山]"),
            ("年：2030", "[年=2030]"),
            ("规划:", "[规划=]"),
            ("规划: 年:2025", "[规划=] [年=2025]"),
            ("时间:2025", "时间:2025"),
            ("! ^ ' $", ""),
            ("|||", ""),
            ("\u{1b}[31m", "\u{1b}[31m"),
        ] {
            assert_eq!(spell(typed), expected, "{typed}");
        }
    }

    #[test]
    fn every_prefix_is_read_and_every_piece_can_be_removed() {
        let typed = "部门：人社局 '健康素养 !中医 a|b \"甲 乙\" 规划: 云浮 年:";
        for end in 0..=typed.chars().count() {
            let prefix: String = typed.chars().take(end).collect();
            let query = Query::parse(&prefix);
            assert_eq!(query.typed, prefix);
            let places = query.terms().map(|term| term.place).chain(query.filters.iter().map(|filter| filter.place));
            for place in places {
                assert!(place[0] < place[1] && place[1] <= end, "{prefix}: {place:?}");
                assert!(query.without(place).chars().count() <= prefix.chars().count());
            }
        }
        assert_eq!(Query::parse("部门：人社局 就业").without([0, 6]), "就业");
    }

    #[test]
    fn a_pasted_book_is_cut() {
        let query = Query::parse(&"健康 ".repeat(5_000));
        assert_eq!(query.typed.chars().count(), LONGEST);
        assert_eq!(query.groups.len(), MOST_PIECES);
    }
}
