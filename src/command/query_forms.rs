//! How a query of the search is written, form by form. The help of the browser lists these rows; the READMEs and
//! `search --help` name each of them, which a test holds them to.

use crate::words::{Words, forms};

/// One form in which a query can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueryForm {
    /// An example that can be typed as it stands.
    pub typed: Words,
    /// What the example finds, in words.
    pub finds: Words,
}

const fn form(typed: Words, finds: Words) -> QueryForm {
    QueryForm { typed, finds }
}

/// The forms of a query: words, signs, parentheses, filters.
pub const QUERY_FORMS: [QueryForm; 17] = [
    form(forms::BOTH, forms::FINDS_BOTH),
    form(forms::EITHER, forms::FINDS_EITHER),
    form(forms::WITHOUT, forms::FINDS_WITHOUT),
    form(forms::GROUP, forms::FINDS_GROUP),
    form(forms::AS_TYPED, forms::FINDS_AS_TYPED),
    form(forms::BEGINNING, forms::FINDS_BEGINNING),
    form(forms::END, forms::FINDS_END),
    form(forms::OFFICE, forms::FINDS_OFFICE),
    form(forms::LEAD, forms::FINDS_LEAD),
    form(forms::SUPPORT, forms::FINDS_SUPPORT),
    form(forms::QUESTION, forms::FINDS_QUESTION),
    form(forms::ROLE, forms::FINDS_ROLE),
    form(forms::PLAN, forms::FINDS_PLAN),
    form(forms::INDICATOR, forms::FINDS_INDICATOR),
    form(forms::YEAR, forms::FINDS_YEAR),
    form(forms::DUE, forms::FINDS_DUE),
    form(forms::LEVEL, forms::FINDS_LEVEL),
];
