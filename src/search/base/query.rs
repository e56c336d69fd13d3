//! What was typed, parsed: words, operators and filters, each with its place in the typed text.
//!
//! Parsing never fails. A half-typed piece (`!`, `部门:`, an open quotation mark) becomes what it will most likely be
//! when it is finished, or nothing yet. What a filter's value means and what a word finds is not known here.

mod grouping;

use crate::lexicon::question::OWN_OFFICE;
use crate::model::Role;
use crate::search::base::folding::fold_in_line;
use crate::search::base::hit::CharRange;
use crate::text::fold::fold_char;
use crate::words::{Language, hits, in_force};

/// The most characters of a query that are read; a longer text was pasted by mistake.
const MAX_CHARS: usize = 300;

/// The most words and filters that are read.
const MAX_PIECES: usize = 24;

/// A query. A hit matches every group and every kind of filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The typed text, as far as it was read.
    pub typed: String,
    /// The words, all of which must match.
    pub groups: Vec<Group>,
    /// Filters. Those of one kind are alternatives; those of different kinds must all match.
    pub filters: Vec<Filter>,
}

/// Alternatives, typed as `甲 | 乙`: at least one must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The alternatives, at least one.
    pub terms: Vec<Term>,
}

impl Group {
    /// Whether it is one excluded word, which must not match.
    #[must_use]
    pub fn is_excluded(&self) -> bool {
        matches!(self.terms.as_slice(), [only] if only.is_excluded)
    }
}

/// One word with its operators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each operator is typed or not, apart from the others")]
pub struct Term {
    /// The word as typed, without operators.
    pub typed: String,
    /// The word folded for comparison, see [`crate::text::fold`].
    pub folded: String,
    /// Typed as `'word` or `"word"`: matched literally only, not by sound, other names or similarity.
    pub exact: bool,
    /// Typed as `^word`: matched at the beginning of a text only.
    pub at_start: bool,
    /// Typed as `word$`: matched at the end of a text only.
    pub at_end: bool,
    /// Typed as `!word`: matches what the word does not.
    pub is_excluded: bool,
    /// Where it is in the typed text, operators included.
    pub range: CharRange,
}

/// A filter with its value as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What the filter applies to.
    pub kind: FilterKind,
    /// The value; empty as long as none is typed.
    pub value: String,
    /// Where the filter is in the typed text.
    pub range: CharRange,
}

/// What a filter applies to: an office, a plan, an indicator, a year, or offices of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterKind {
    /// `部门:` keeps the tasks that name an office.
    Department,
    /// `规划:` keeps what belongs to a plan.
    Plan,
    /// `指标:` keeps the rows of an indicator and the texts that name it.
    Indicator,
    /// `年:` keeps the rows with a value for a year and the texts that name it.
    Year,
    /// `牵头:` keeps the tasks that an office leads.
    Lead,
    /// `配合:` keeps the tasks in which an office supports another.
    Joint,
    /// `角色:` keeps the tasks in which the offices of the query, or any office, have a role.
    Role,
    /// `时限:` keeps the targets that are due by the end of a year.
    Due,
    /// `层级:` keeps the offices of a level of government and the tasks that name them.
    Level,
}

/// The names of the filters, folded.
const FILTER_NAMES: [(&str, FilterKind); 28] = [
    ("部门", FilterKind::Department),
    ("单位", FilterKind::Department),
    ("责任单位", FilterKind::Department),
    ("责任部门", FilterKind::Department),
    ("dept", FilterKind::Department),
    ("department", FilterKind::Department),
    ("规划", FilterKind::Plan),
    ("plan", FilterKind::Plan),
    ("指标", FilterKind::Indicator),
    ("ind", FilterKind::Indicator),
    ("indicator", FilterKind::Indicator),
    ("年", FilterKind::Year),
    ("年份", FilterKind::Year),
    ("year", FilterKind::Year),
    ("牵头", FilterKind::Lead),
    ("牵头单位", FilterKind::Lead),
    ("lead", FilterKind::Lead),
    ("配合", FilterKind::Joint),
    ("配合单位", FilterKind::Joint),
    ("joint", FilterKind::Joint),
    ("support", FilterKind::Joint),
    ("角色", FilterKind::Role),
    ("role", FilterKind::Role),
    ("时限", FilterKind::Due),
    ("期限", FilterKind::Due),
    ("due", FilterKind::Due),
    ("层级", FilterKind::Level),
    ("level", FilterKind::Level),
];

/// All roles, as `角色:负责` names them.
const ANY_ROLE: &[Role] = &Role::ALL;

/// What 未分牵头 was called before; it may still be typed, and is offered to nobody.
const NAMED_BEFORE: &str = "列名";

/// The roles that `角色:` names.
const ROLE_NAMES: [(&str, &[Role]); 12] = [
    ("牵头", &[Role::Lead]),
    ("lead", &[Role::Lead]),
    ("配合", &[Role::Joint]),
    ("joint", &[Role::Joint]),
    ("support", &[Role::Joint]),
    ("未分牵头", &[Role::Listed]),
    (NAMED_BEFORE, &[Role::Listed]),
    ("listed", &[Role::Listed]),
    ("其他", &[Role::Other]),
    ("other", &[Role::Other]),
    ("负责", ANY_ROLE),
    ("any", ANY_ROLE),
];

/// The roles that a folded word names, 负责 being all of them; `None` for any other word.
pub(crate) fn roles_named(word: &str) -> Option<&'static [Role]> {
    ROLE_NAMES.iter().find(|(name, _)| *name == word).map(|(_, roles)| *roles)
}

/// The names of the roles for the reader, in the language in force.
pub(crate) fn role_names() -> impl Iterator<Item = &'static str> {
    let is_english = in_force() == Language::English;
    ROLE_NAMES.iter().map(|(name, _)| *name).filter(move |name| name.is_ascii() == is_english && *name != NAMED_BEFORE)
}

impl FilterKind {
    /// The name that is shown to the reader and can be typed, such as `部门`, in the language in force.
    #[must_use]
    pub fn name(self) -> &'static str {
        let name = match self {
            Self::Department => hits::OF_DEPARTMENT,
            Self::Plan => hits::OF_PLAN,
            Self::Indicator => hits::OF_INDICATOR,
            Self::Year => hits::OF_YEAR,
            Self::Lead => hits::OF_LEAD,
            Self::Joint => hits::OF_SUPPORT,
            Self::Role => hits::OF_ROLE,
            Self::Due => hits::OF_DUE,
            Self::Level => hits::OF_LEVEL,
        };
        name.get()
    }
}

impl Query {
    /// Whether it asks about the office of the one who types it (我局), so that whoever repeats it must say which that is.
    #[must_use]
    pub fn asks_own_office(&self) -> bool {
        OWN_OFFICE.is_in(&self.typed)
    }

    /// Parses what was typed, as far as 300 characters and 24 words and filters.
    ///
    /// ```
    /// use guihua::search::Query;
    /// let query = Query::parse("部门：人社局 '健康素养 !中医");
    /// assert_eq!((query.filters.len(), query.groups.len()), (1, 2));
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let chars: Vec<char> = typed.chars().take(MAX_CHARS).collect();
        let mut query = Self { typed: chars.iter().collect(), ..Self::default() };
        if let Some(tokens) = grouping::tokens(&chars) {
            let mut filters = Vec::new();
            query.groups = grouping::groups(tokens.get(..MAX_PIECES * 2).unwrap_or(&tokens), &mut |range| {
                let piece = chars.get(range[0]..range[1]).unwrap_or_default();
                if let Some((kind, value)) = parse_filter(piece) {
                    filters.push(Filter { kind, value, range });
                    return None;
                }
                Some(parse_term(piece, range)).filter(|term| !term.folded.is_empty())
            });
            query.groups.truncate(MAX_PIECES);
            query.filters = filters;
            return query;
        }
        let mut previous = Piece::Nothing;
        let mut is_alternative = false;
        for [from, to] in split_pieces(&chars).into_iter().take(MAX_PIECES) {
            let piece = chars.get(from..to).unwrap_or_default();
            if piece.iter().all(|&c| fold_char(c) == '|') {
                is_alternative = true;
                continue;
            }
            let joins = std::mem::take(&mut is_alternative);
            previous = query.add_piece(piece, [from, to], previous, joins);
        }
        query
    }

    /// Adds one piece and returns what it was. `joins` says that `|` stands before it.
    fn add_piece(&mut self, piece: &[char], range: CharRange, previous: Piece, joins: bool) -> Piece {
        if let Some((kind, value)) = parse_filter(piece) {
            let is_open = value.is_empty();
            self.filters.push(Filter { kind, value, range });
            return if is_open { Piece::OpenFilter } else { Piece::Filter };
        }
        if let (Piece::OpenFilter, Some(open)) = (previous, self.filters.last_mut()) {
            open.value = piece.iter().collect();
            open.range = [open.range[0], range[1]];
            return Piece::Filter;
        }
        if let (Piece::Filter, true, Some(kind)) = (previous, joins, self.filters.last().map(|filter| filter.kind)) {
            self.filters.push(Filter { kind, value: piece.iter().collect(), range });
            return Piece::Filter;
        }
        let term = parse_term(piece, range);
        if term.folded.is_empty() {
            return previous;
        }
        match self.groups.last_mut() {
            Some(group) if joins && previous == Piece::Word => group.terms.push(term),
            _ => self.groups.push(Group { terms: vec![term] }),
        }
        Piece::Word
    }

    /// Whether there is nothing to search for: no filter with a value and no word but excluded ones.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.filters.iter().all(|filter| filter.value.is_empty()) && self.positive_terms().next().is_none()
    }

    /// The words to search for, without the excluded ones.
    pub fn positive_terms(&self) -> impl Iterator<Item = &Term> {
        self.terms().filter(|term| !term.is_excluded)
    }

    /// All words, the excluded ones included.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().flat_map(|group| &group.terms)
    }

    /// The typed text without a range of it: how a screen removes a word or a filter.
    #[must_use]
    pub fn without(&self, range: CharRange) -> String {
        let kept = self.typed.chars().enumerate().filter(|(at, _)| !(range[0]..range[1]).contains(at));
        let kept: String = kept.map(|(_, c)| c).collect();
        kept.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a piece of the query was, as far as it matters to the next piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Nothing,
    Word,
    Filter,
    /// A filter without a value: the next word is its value.
    OpenFilter,
}

/// Splits the text into pieces: at spaces and around each `|`, but not within quotation marks.
fn split_pieces(chars: &[char]) -> Vec<CharRange> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while from < chars.len() {
        let folded = |at: usize| chars.get(at).copied().map(fold_char);
        let is_bar = |c: Option<char>| c == Some('|');
        if chars.get(from).is_some_and(|c| c.is_whitespace()) {
            from += 1;
            continue;
        }
        let mut to = from;
        while to < chars.len() && !chars.get(to).is_some_and(|c| c.is_whitespace()) && !is_bar(folded(to)) {
            to = if folded(to) == Some('"') { closing_quote(chars, to).unwrap_or(to) + 1 } else { to + 1 };
        }
        to = to.max(from + 1);
        pieces.push([from, to]);
        from = to;
    }
    pieces
}

/// The position of the quotation mark that closes the one at `open`.
fn closing_quote(chars: &[char], open: usize) -> Option<usize> {
    (open + 1..chars.len()).find(|&at| chars.get(at).is_some_and(|&c| fold_char(c) == '"'))
}

/// Parses a piece as a filter: one of the filter names, a colon of any width, and the value.
fn parse_filter(piece: &[char]) -> Option<(FilterKind, String)> {
    let colon = piece.iter().position(|&c| fold_char(c) == ':')?;
    let name: String = piece.get(..colon)?.iter().map(|&c| fold_char(c)).collect();
    let (_, kind) = FILTER_NAMES.iter().find(|(known, _)| *known == name)?;
    let value = piece.get(colon + 1..)?.iter().filter(|c| fold_char(**c) != '"').collect();
    Some((*kind, value))
}

/// Parses a piece as a word with its operators.
fn parse_term(piece: &[char], range: CharRange) -> Term {
    let mut term = Term { range, ..Term::default() };
    let mut word = piece;
    while take_operator(&mut word, &mut term) {}
    if let Some((last, rest)) = word.split_last() {
        // A Chinese input method types ￥ with the key for $.
        if matches!(fold_char(*last), '$' | '¥') {
            term.at_end = true;
            word = rest;
        }
    }
    let is_quote = |c: &char| matches!(fold_char(*c), '"' | '\'');
    term.exact |= word.len() > 2 && word.first().is_some_and(is_quote) && word.last().is_some_and(is_quote);
    let typed: String = word.iter().collect();
    typed.trim_matches(|c| is_quote(&c)).trim().clone_into(&mut term.typed);
    let folded: String = term.typed.chars().map(fold_in_line).collect();
    // Keyboards have no key for these two.
    term.folded = folded.replace(">=", "≥").replace("<=", "≤");
    term
}

/// Removes one operator from the front of the word and applies it. Returns whether there was one.
fn take_operator(word: &mut &[char], term: &mut Term) -> bool {
    let Some((&first, rest)) = word.split_first() else { return false };
    match fold_char(first) {
        '!' => term.is_excluded = true,
        '\'' => term.exact = true,
        // A Chinese input method types …… with the key for ^.
        '^' | '…' => term.at_start = true,
        _ => return false,
    }
    *word = rest;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query written out: `+` before words that must be met, `!` before excluded ones, marks of operators in front.
    fn spell(typed: &str) -> String {
        let query = Query::parse(typed);
        let term = |term: &Term| {
            let marks = [(term.is_excluded, "!"), (term.exact, "'"), (term.at_start, "^"), (term.at_end, "$")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
            format!("{marks}{}", term.folded)
        };
        let group = |group: &Group| {
            let terms: Vec<String> = group.terms.iter().map(term).collect();
            terms.join("|")
        };
        let groups = query.groups.iter().map(group);
        let filters = query.filters.iter().map(|filter| format!("[{}={}]", filter.kind.name(), filter.value));
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
            (">=80 <=5", "≥80 ≤5"),
            ("'素养 ^推进 工程$ !中医", "'素养 ^推进 $工程 !中医"),
            ("‘素养 ……推进 工程￥ ！中医", "'素养 ^推进 $工程 !中医"),
            ("!^推进", "!^推进"),
            ("控烟 | 戒烟", "控烟|戒烟"),
            ("控烟|戒烟｜吸烟", "控烟|戒烟|吸烟"),
            ("| 控烟 |", "控烟"),
            ("控烟 | !戒烟", "控烟|!戒烟"),
            ("!戒烟 | 控烟", "!戒烟|控烟"),
            ("(瑶医 | 武术) 规划:佛山", "瑶医|武术 [规划=佛山]"),
            ("（瑶医｜武术）文化 ！（控烟 戒烟）", "(瑶医|武术)文化 !控烟|!戒烟"),
            ("甲 | (乙 丙)", "甲|乙 甲|丙"),
            ("((甲 乙) | 丙) 丁", "甲|丙 乙|丙 丁"),
            ("（三） (3)", "(三) (3)"),
            ("(甲 乙", "(甲 乙"),
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
            let ranges = query.terms().map(|term| term.range).chain(query.filters.iter().map(|filter| filter.range));
            for range in ranges {
                assert!(range[0] < range[1] && range[1] <= end, "{prefix}: {range:?}");
                assert!(query.without(range).chars().count() <= prefix.chars().count());
            }
        }
        assert_eq!(Query::parse("部门：人社局 就业").without([0, 6]), "就业");
    }

    #[test]
    fn a_pasted_book_is_cut() {
        let query = Query::parse(&"健康 ".repeat(5_000));
        assert_eq!(query.typed.chars().count(), MAX_CHARS);
        assert_eq!(query.groups.len(), MAX_PIECES);
    }
}
