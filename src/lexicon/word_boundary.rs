//! Words that seem to occur in a text but are made of the end of one word and the beginning of the next, as Chinese is
//! written without spaces.

use crate::lexicon::{GENERAL, Glossary};

/// Short names of offices, each with a text that contains its characters by chance: 民政 in 人民政府.
pub static ACCIDENTAL_OFFICES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("民政", "人民政"),
        ("民政", "居民政"),
        ("民政", "农民政"),
        ("科协", "学科协"),
        ("科协", "专科协"),
        ("人社", "人社区"),
        ("人社", "人社会"),
        ("市监", "市监测"),
        ("政协", "行政协"),
    ],
)]);
