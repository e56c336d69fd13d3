//! Five-year plans by name.

use crate::lexicon::{GENERAL, Glossary};

/// Five-year plans, each with its last year.
pub static FIVE_YEAR_PLANS: Glossary<u16> = Glossary::new(&[(
    GENERAL,
    &[("十一五", 2010), ("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)],
)]);
