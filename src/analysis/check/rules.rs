//! The rules, one idea a file. Each is a pure function from a [`Reading`](crate::analysis::check::reading::Reading) to
//! the drafts of its findings; none knows another, and the table in `check.rs` says which run.

pub(crate) mod announced_count;
pub(crate) mod arithmetic;
pub(crate) mod broken_sentences;
pub(crate) mod count_or_share;
pub(crate) mod direction;
pub(crate) mod document_names;
pub(crate) mod heading_text;
pub(crate) mod label_numbers;
pub(crate) mod misspelling;
pub(crate) mod numbering;
pub(crate) mod office_names;
pub(crate) mod over_100;
pub(crate) mod own_period;
pub(crate) mod own_place;
pub(crate) mod punctuation;
pub(crate) mod range;
pub(crate) mod rank;
pub(crate) mod repeated_rows;
pub(crate) mod repeated_words;
pub(crate) mod shares;
pub(crate) mod spans;
pub(crate) mod stated_counts;
pub(crate) mod style;
pub(crate) mod subset;
pub(crate) mod sum;
pub(crate) mod table_values;
pub(crate) mod targets;
pub(crate) mod tenfold;
pub(crate) mod text_vs_table;
pub(crate) mod text_vs_text;
pub(crate) mod units;
pub(crate) mod wrong_level;
pub(crate) mod year;
