//! Punctuation marks by what they do: end a clause, end a text, join the ends of a range.

use crate::lexicon::{Chars, GENERAL, PUNCTUATION};

/// Marks that end a clause of a sentence.
pub static CLAUSE_ENDS: Chars = Chars::new(&[(PUNCTUATION, "，；。")]);

/// Marks that end a clause of a folded text.
pub static FOLDED_CLAUSE_ENDS: Chars = Chars::new(&[(PUNCTUATION, ",;。")]);

/// Marks that a list of entries (甲、乙、丙) does not reach across.
pub static LIST_ENDS: Chars = Chars::with(&[&CLAUSE_ENDS], &[(PUNCTUATION, "：（）“”"), (GENERAL, "()")]);

/// Marks that a complete text ends with.
pub static TEXT_ENDS: Chars = Chars::new(&[(PUNCTUATION, "。！？；：”）…》"), (GENERAL, ").")]);

/// Marks of which no two follow one another.
pub static SINGLE_MARKS: Chars = Chars::with(&[&CLAUSE_ENDS], &[(PUNCTUATION, "、："), (GENERAL, "％")]);

/// Marks that an entry of a list (一是…) may follow.
pub static BEFORE_ENTRY: Chars = Chars::with(&[&CLAUSE_ENDS], &[(PUNCTUATION, "：、"), (GENERAL, " ")]);

/// Marks and words between two numbers, in text and in cells.
pub static RANGE_JOINTS: Chars = Chars::new(&[(PUNCTUATION, "—–～"), (GENERAL, "-~至到")]);

/// Marks and words between the two ends of a range of numbers, folded or not: 4-5, 4至5.
pub static RANGE_DASHES: Chars = Chars::with(&[&RANGE_JOINTS], &[(GENERAL, "－")]);

/// Marks and words between the two bounds of a range in a cell of a table: 10-20, 20至30.
pub static BOUND_SEPARATORS: Chars = Chars::with(&[&RANGE_JOINTS], &[(GENERAL, "−")]);

/// Marks at which every phrase ends.
pub static PHRASE_ENDS: Chars = Chars::new(&[(PUNCTUATION, "。；：！？"), (GENERAL, ";")]);
