//! Parentheses in a query: `(瑶医 | 武术) 规划:佛山`, `!(甲 乙)`.
//!
//! What stands in parentheses becomes groups of alternatives that must all match, as the rest of a query is kept:
//! `甲 | (乙 丙)` is `甲|乙 甲|丙`. Parentheses around one word belong to it: （三）.

use crate::search::base::hit::CharRange;
use crate::search::base::query::{Group, Term, split_pieces};
use crate::text::fold::fold_char;

/// The most groups that parentheses may make; with more they count as spaces.
const MOST_GROUPS: usize = 64;

/// A part of a query with parentheses.
pub(super) enum Token {
    Open {
        /// Whether `!` stands before it.
        is_negated: bool,
    },
    Close,
    Bar,
    /// A word or a filter, by its place in the query.
    Piece(CharRange),
}

/// Words and what joins them.
enum Expression {
    Word(Term),
    All(Vec<Self>),
    Any(Vec<Self>),
}

/// The parts of a query; `None` where no parentheses group anything.
pub(super) fn tokens(chars: &[char]) -> Option<Vec<Token>> {
    let marks = grouping_marks(chars);
    if marks.is_empty() {
        return None;
    }
    let mut tokens = Vec::new();
    let mut from = 0;
    for at in marks.into_iter().chain([chars.len()]) {
        let is_open = chars.get(at).is_some_and(|c| fold_char(*c) == '(');
        let is_negated = is_open && at > from && chars.get(at - 1).is_some_and(|c| fold_char(*c) == '!');
        let end = at - usize::from(is_negated);
        for [start, to] in split_pieces(chars.get(from..end).unwrap_or_default()) {
            let range = [from + start, from + to];
            let piece = chars.get(range[0]..range[1]).unwrap_or_default();
            let is_bar = piece.iter().all(|c| fold_char(*c) == '|');
            tokens.push(if is_bar { Token::Bar } else { Token::Piece(range) });
        }
        match chars.get(at) {
            Some(_) if is_open => tokens.push(Token::Open { is_negated }),
            Some(_) => tokens.push(Token::Close),
            None => {}
        }
        from = at + 1;
    }
    Some(tokens)
}

/// The positions of the parentheses that group: each pair stands at the edges of words and has more than a word inside.
fn grouping_marks(chars: &[char]) -> Vec<usize> {
    let folded = |at: usize| chars.get(at).copied().map(fold_char);
    let is_edge = |c: Option<char>, inner: &[char]| c.is_none_or(|c| c.is_whitespace() || inner.contains(&c));
    let mut marks = Vec::new();
    let mut open = Vec::new();
    for at in 0..chars.len() {
        let before = at.checked_sub(1).and_then(folded);
        match folded(at) {
            Some('(') if is_edge(before, &['|', '(', '!']) => open.push(at),
            Some(')') if is_edge(folded(at + 1), &['|', ')']) => {
                let Some(start) = open.pop() else { continue };
                let inside = chars.get(start + 1..at).unwrap_or_default();
                if inside.iter().any(|c| c.is_whitespace() || matches!(fold_char(*c), '|' | '!')) {
                    marks.extend([start, at]);
                }
            }
            _ => {}
        }
    }
    marks.sort_unstable();
    marks
}

/// The groups of a query with parentheses. `word` reads a piece; it is `None` for a filter, which it keeps itself.
pub(super) fn groups(tokens: &[Token], word: &mut impl FnMut(CharRange) -> Option<Term>) -> Vec<Group> {
    let mut at = 0;
    let whole = sequence(tokens, &mut at, word);
    let groups = conjunction(&whole).unwrap_or_else(|| words_of(&whole).into_iter().map(|term| vec![term]).collect());
    groups.into_iter().map(|terms| Group { terms }).collect()
}

/// Everything up to the parenthesis that closes: alternatives first, all of which must match.
fn sequence(tokens: &[Token], at: &mut usize, word: &mut impl FnMut(CharRange) -> Option<Term>) -> Expression {
    let mut all: Vec<Expression> = Vec::new();
    let mut joins = false;
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        let item = match token {
            Token::Close => break,
            Token::Bar => {
                joins = !all.is_empty();
                continue;
            }
            Token::Piece(range) => word(*range).map(Expression::Word),
            Token::Open { is_negated } => {
                let inner = sequence(tokens, at, word);
                Some(if *is_negated { negated(inner) } else { inner })
            }
        };
        let Some(item) = item else { continue };
        match all.pop() {
            Some(Expression::Any(mut any)) if joins => {
                any.push(item);
                all.push(Expression::Any(any));
            }
            Some(last) if joins => all.push(Expression::Any(vec![last, item])),
            last => {
                all.extend(last);
                all.push(item);
            }
        }
        joins = false;
    }
    Expression::All(all)
}

/// The opposite of an expression.
fn negated(expression: Expression) -> Expression {
    match expression {
        Expression::Word(term) => Expression::Word(Term { is_excluded: !term.is_excluded, ..term }),
        Expression::All(all) => Expression::Any(all.into_iter().map(negated).collect()),
        Expression::Any(any) => Expression::All(any.into_iter().map(negated).collect()),
    }
}

/// The expression as alternatives that must all match; `None` if there are too many.
fn conjunction(expression: &Expression) -> Option<Vec<Vec<Term>>> {
    let groups = match expression {
        Expression::Word(term) => vec![vec![term.clone()]],
        Expression::All(all) => {
            all.iter().map(conjunction).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect()
        }
        Expression::Any(any) => {
            let mut product: Vec<Vec<Term>> = vec![Vec::new()];
            for groups in any.iter().map(conjunction) {
                let groups = groups.filter(|groups| groups.len() * product.len() <= MOST_GROUPS)?;
                let joined = |one: &Vec<Term>| {
                    let one = one.clone();
                    groups.iter().map(move |other| one.iter().chain(other).cloned().collect()).collect::<Vec<_>>()
                };
                product = product.iter().flat_map(joined).collect();
            }
            product
        }
    };
    (groups.len() <= MOST_GROUPS).then_some(groups)
}

fn words_of(expression: &Expression) -> Vec<Term> {
    match expression {
        Expression::Word(term) => vec![term.clone()],
        Expression::All(all) | Expression::Any(all) => all.iter().flat_map(words_of).collect(),
    }
}
