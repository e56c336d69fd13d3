//! Five-year plans by name.

use crate::lexicon::{GENERAL, Glossary};

/// Five-year plans, each with its last year.
pub static FIVE_YEAR_PLANS: Glossary<u16> = Glossary::new(&[(
    GENERAL,
    &[("十一五", 2010), ("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)],
)]);

/// Five-year plans by their number in full, each with its last year.
pub static NUMBERED_FIVE_YEAR_PLANS: Glossary<u16> = Glossary::new(&[(
    GENERAL,
    &[
        ("第十一个五年", 2010),
        ("第十二个五年", 2015),
        ("第十三个五年", 2020),
        ("第十四个五年", 2025),
        ("第十五个五年", 2030),
        ("第十六个五年", 2035),
    ],
)]);
