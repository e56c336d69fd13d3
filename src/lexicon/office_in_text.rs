//! The characters and words around the name of an office in running prose: what shows that the name stands for the office,
//! and what shows that it is part of another word.

use crate::lexicon::place::{AROUND_LEVELS, BELOW_COUNTIES, LOCAL_LEVELS, NATION};
use crate::lexicon::target::{CONJUNCTION_CHARS, SHORT_CONJUNCTIONS};
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Levels at which the offices of a plan's own place stand.
pub static OWN_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS], &[(GENERAL, "镇")]);

/// Characters before a level that make it the end of a word or of a group, and no level: 社区, 城市, 全市, 各县.
pub static BEFORE_NO_LEVEL: Chars =
    Chars::new(&[(GENERAL, "各全两三二社地园校辖城院街片小景山灾郊库牧疫超都夜股上乡村")]);

/// Words before the name of an office of the nation or the province.
pub static HIGHER_LEVELS: Words = Words::with(&[&NATION], &[(GENERAL, &["中国", "国", "中央", "省", "省级"])]);

/// Characters behind which a name may begin without a mark: 由卫生健康局.
pub static NAME_OPENERS: Chars = Chars::with(&[&CONJUNCTION_CHARS], &[(GENERAL, "由或同向对经请跟")]);

/// Words before which a short name may end without a mark: 市残联等.
pub static NAME_CLOSERS: Words = Words::with(
    &[&SHORT_CONJUNCTIONS],
    &[(
        GENERAL,
        &[
            "等", "或", "的", "要", "应", "将", "为", "在", "按", "负责", "牵头", "会同", "联合", "配合", "组织",
            "建立", "根据", "反映", "作为",
        ],
    )],
);

/// Words behind a name that make it the beginning of a longer name or of another word: 市残联医院.
pub static NAME_CONTINUATIONS: Words = Words::new(&[(
    GENERAL,
    &[
        "医院",
        "学校",
        "学院",
        "幼儿园",
        "附属",
        "直属",
        "所属",
        "下属",
        "分局",
        "分会",
        "分中心",
        "支队",
        "大队",
        "总队",
        "办公室",
        "委员会",
        "协会",
        "学会",
        "联合会",
        "基金会",
        "机关",
        "系统",
        "网站",
        "官网",
    ],
)]);

/// Characters that form a word with the end of a name: 局限, 局面, 局部, 协作.
pub static WORD_JOINS: Chars = Chars::new(&[(GENERAL, "限面势部作")]);

/// Last characters of a name that cannot be part of another word even if the name is short.
pub static SURE_ENDINGS: Chars = Chars::new(&[(GENERAL, "局厅")]);

/// Characters of names that are only a place: 各镇街, 各县(市、区).
pub static PLACE_CHARS: Chars = Chars::with(&[&LOCAL_LEVELS, &AROUND_LEVELS, &BELOW_COUNTIES], &[(GENERAL, "镇村")]);

/// Short names of offices, each with a longer text that holds its characters but not the name: 民政 in 人民政府.
pub static FALSE_MATCHES: Glossary<&str> = Glossary::new(&[(
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
