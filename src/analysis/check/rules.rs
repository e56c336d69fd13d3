//! The rules, one idea a file. Each is a pure function from a [`Reading`](crate::analysis::check::reading::Reading) to
//! the drafts of its findings; none knows another, and the table in `check.rs` says which run.

pub(crate) mod misspelling;
pub(crate) mod numbering;
pub(crate) mod office_names;
pub(crate) mod over_100;
pub(crate) mod punctuation;
pub(crate) mod range;
pub(crate) mod rank;
pub(crate) mod repeated_words;
pub(crate) mod subset;
pub(crate) mod sum;
pub(crate) mod targets;
pub(crate) mod tenfold;
pub(crate) mod text_vs_table;
pub(crate) mod text_vs_text;
pub(crate) mod units;
pub(crate) mod wrong_level;
pub(crate) mod year;
