//! Punctuation marks by what they do: end a clause, end a text, open and close a bracket, join the ends of a range.

use crate::lexicon::{Chars, GENERAL, PUNCTUATION, Words};

/// Marks that end a sentence.
pub static SENTENCE_ENDS: Chars = Chars::new(&[(PUNCTUATION, "。！？")]);

/// Marks that end a clause of a sentence.
pub static CLAUSE_ENDS: Chars = Chars::new(&[(PUNCTUATION, "，；。")]);

/// Marks that end a clause of a folded text.
pub static FOLDED_CLAUSE_ENDS: Chars = Chars::new(&[(PUNCTUATION, ",;。")]);

/// Marks between two clauses that belong together.
pub static CLAUSE_JOINTS: Chars = Chars::new(&[(PUNCTUATION, "；：")]);

/// Marks within a clause: before a list and between its entries.
pub static INNER_STOPS: Chars = Chars::new(&[(PUNCTUATION, "、：")]);

/// Marks between the entries of a list.
pub static LIST_SEPARATORS: Chars = Chars::new(&[(PUNCTUATION, "，、；")]);

/// Round brackets of both widths.
pub static ROUND_BRACKETS: Chars = Chars::new(&[(PUNCTUATION, "（）"), (GENERAL, "()")]);

/// Opening square brackets of full width, which some plans put around a clause on a line of its own.
pub static SQUARE_OPENERS: Chars = Chars::new(&[(PUNCTUATION, "【〔［｛")]);

/// Closing square brackets of full width.
pub static SQUARE_CLOSERS: Chars = Chars::new(&[(PUNCTUATION, "】〕］｝")]);

/// Opening brackets of every kind and width.
pub static BRACKET_OPENERS: Chars = Chars::with(&[&SQUARE_OPENERS], &[(PUNCTUATION, "（"), (GENERAL, "([")]);

/// Closing brackets of every kind and width.
pub static BRACKET_CLOSERS: Chars = Chars::with(&[&SQUARE_CLOSERS], &[(PUNCTUATION, "）"), (GENERAL, ")]")]);

/// Pairs of marks around a title, a quotation or a remark, besides brackets: some papers put a clause in them.
pub static QUOTE_PAIRS: Words = Words::new(&[(PUNCTUATION, &["《》", "〈〉", "“”", "‘’"]), (GENERAL, &["<>", "＜＞"])]);

/// Round, square and pointed marks before the entries of menus and lists.
pub static BULLETS: Chars = Chars::new(&[(GENERAL, "•·▪●■◆◇▶►∙")]);

/// Marks before the entries of a list, with those that are typed: `- `, `* `.
pub static LIST_MARKS: Chars = Chars::with(&[&BULLETS], &[(GENERAL, "○-*+—－>")]);

/// Marks that open a quotation, a title or a remark, and belong to what follows.
pub static OPENERS: Chars = Chars::new(&[(PUNCTUATION, "“《（"), (GENERAL, "(")]);

/// Marks that close a quotation, a title or a remark, and belong to what stands before.
pub static CLOSERS: Chars = Chars::new(&[(PUNCTUATION, "”》）"), (GENERAL, ")")]);

/// Quotation marks of both kinds that stand in corners, which “ and ” may take the place of.
pub static CORNER_QUOTES: Chars = Chars::new(&[(PUNCTUATION, "「」『』")]);

/// Marks that close a quotation or a title at the end of a sentence.
pub static CLOSING_QUOTES: Chars = Chars::new(&[(PUNCTUATION, "”’」』》"), (GENERAL, "\"")]);

/// Marks around a title or a quotation in the name of an indicator, which the name may do without.
pub static NAME_QUOTES: Chars = Chars::new(&[(PUNCTUATION, "《》“”"), (GENERAL, "\"'")]);

/// Marks that end a clause or announce the next one.
pub static CLAUSE_BREAKS: Chars = Chars::with(&[&CLAUSE_ENDS], &[(PUNCTUATION, "：")]);

/// Marks around the words of a clause that are no part of them.
pub static AROUND_CLAUSES: Chars = Chars::with(&[&CLAUSE_ENDS, &INNER_STOPS], &[(GENERAL, ",; ")]);

/// Marks that a list of entries (甲、乙、丙) does not reach across.
pub static LIST_ENDS: Chars = Chars::with(&[&CLAUSE_ENDS, &ROUND_BRACKETS], &[(PUNCTUATION, "：“”")]);

/// Marks that a complete text ends with.
pub static TEXT_ENDS: Chars =
    Chars::with(&[&SENTENCE_ENDS, &CLAUSE_JOINTS, &CLOSERS], &[(PUNCTUATION, "…"), (GENERAL, ".")]);

/// Marks that a paragraph ends with, before closing quotation marks.
pub static PARAGRAPH_ENDS: Chars = Chars::with(&[&SENTENCE_ENDS], &[(PUNCTUATION, "：…"), (GENERAL, "!?:")]);

/// Marks at the end of a page behind which a paragraph may go on.
pub static PAGE_ENDS: Chars = Chars::with(&[&CLOSERS], &[(PUNCTUATION, "；」"), (GENERAL, ";")]);

/// Marks at which every phrase ends.
pub static PHRASE_ENDS: Chars = Chars::with(&[&SENTENCE_ENDS, &CLAUSE_JOINTS], &[(GENERAL, ";")]);

/// Marks of which no two follow one another.
pub static SINGLE_MARKS: Chars = Chars::with(&[&CLAUSE_ENDS, &INNER_STOPS], &[(GENERAL, "％")]);

/// Marks that an entry of a list (一是…) may follow.
pub static BEFORE_ENTRY: Chars = Chars::with(&[&CLAUSE_ENDS, &INNER_STOPS], &[(GENERAL, " ")]);

/// Marks behind the bracket of a unit that closes a part of a name: 床位（张）、护士（人）.
pub static AFTER_UNITS: Chars = Chars::with(&[&CLAUSE_ENDS, &INNER_STOPS], &[(GENERAL, ",;:")]);

/// Marks and words between two things of one list, folded or not: 5家和10家.
pub static ITEM_JOINTS: Chars = Chars::new(&[(PUNCTUATION, "、"), (GENERAL, "和及")]);

/// Marks and words behind a value that end its part of a clause, in a folded text.
pub static VALUE_ENDS: Chars = Chars::with(&[&FOLDED_CLAUSE_ENDS, &ITEM_JOINTS], &[(GENERAL, "()")]);

/// Marks and words between two numbers, in text and in cells.
pub static RANGE_JOINTS: Chars = Chars::new(&[(PUNCTUATION, "—–～"), (GENERAL, "-~至到")]);

/// Marks and words between the two ends of a range of numbers, folded or not: 4-5, 4至5.
pub static RANGE_DASHES: Chars = Chars::with(&[&RANGE_JOINTS], &[(GENERAL, "－")]);

/// Marks and words between the two bounds of a range in a cell of a table: 10-20, 20至30.
pub static BOUND_SEPARATORS: Chars = Chars::with(&[&RANGE_JOINTS], &[(GENERAL, "−")]);

/// Marks behind the number that a text opens with: 任务1：, 行动二、.
pub static LABEL_STOPS: Chars = Chars::with(&[&INNER_STOPS], &[(PUNCTUATION, "．"), (GENERAL, ".:")]);
