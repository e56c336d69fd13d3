//! The words of ranks: 处于全省前列.

use crate::lexicon::{GENERAL, Glossary};

/// The groups that something is ranked in, with the size of the group, 0 for the widest.
pub static RANK_GROUPS: Glossary<usize> = Glossary::new(&[(
    GENERAL,
    &[
        ("国际", 0),
        ("世界", 0),
        ("全球", 0),
        ("全国", 1),
        ("国内", 1),
        ("全省", 2),
        ("省内", 2),
        ("全市", 3),
        ("市内", 3),
    ],
)]);

/// The positions in a group, 0 for the highest.
pub static RANK_POSITIONS: Glossary<usize> = Glossary::new(&[(
    GENERAL,
    &[
        ("前列", 0),
        ("领先", 0),
        ("先进", 0),
        ("前茅", 0),
        ("一流", 0),
        ("中上", 1),
        ("上游", 1),
        ("平均", 2),
        ("中等", 2),
        ("中游", 2),
    ],
)]);
