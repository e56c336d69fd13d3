//! The names of indicators: words that stand around a name without belonging to it, and words
//! that plans use for one another.

use crate::lexicon::count::PART_OPENINGS;
use crate::lexicon::metric::{FOR_PEOPLE, HIGHER_LEVEL_PREFIXES, OWN_PLACES};
use crate::lexicon::target::SHORT_CONJUNCTIONS;
use crate::lexicon::{GENERAL, Glossary, Words};

/// Words before a name that say whose the value is, or that the row is a part of the row above.
pub static OWNERS: Words = Words::with(&[&OWN_PLACES, &HIGHER_LEVEL_PREFIXES], &[(GENERAL, &["其中:", "其中"])]);

/// Comparators and units that slipped from the value into the end of the name.
pub static SLIPPED_IN: Words =
    Words::new(&[(GENERAL, &["不高于", "不低于", "不少于", "不超过", "达到", ":", "%", "‰"])]);

/// First words of a bracket that explains a name without belonging to it: （含中医师）.
pub static EXPLANATIONS: Words = Words::with(&[&PART_OPENINGS], &[(GENERAL, &["不含", "不包括", "指"])]);

/// Words that plans use for one another, each with the one that is put in its place, in the order of replacement.
pub static LEVELLED: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("常住人口", "人口"),
        ("户籍人口", "人口"),
        ("期望寿命", "预期寿命"),
        ("拥有", ""),
        ("的", ""),
        ("医生", "医师"),
        ("及以上", "以上"),
        ("六十五岁", "65岁"),
        ("六十岁", "60岁"),
        ("八十岁", "80岁"),
        ("设置", "设"),
        ("设立", "设"),
        ("规范化", "规范"),
        ("数量", ""),
        ("国家级和省级", "省级以上"),
        ("国家和省级", "省级以上"),
        ("国家、省级", "省级以上"),
        ("国家和省", "省级以上"),
        ("村卫生站", "村卫生室"),
        ("百分比", "比例"),
        ("比重", "比例"),
        ("比率", "比例"),
        ("占比", "比例"),
    ],
)]);

/// Population bases before a name: 每千人口床位数.
pub static BASES: Words = Words::with(&[&FOR_PEOPLE], &[(GENERAL, &["千人口", "万人口"])]);

/// Words before a name that mean everybody, or everywhere, as the name without them does.
pub static EVERYBODY: Words =
    Words::new(&[(GENERAL, &["城乡居民", "城乡广大", "城乡", "广大", "居民", "群众", "市民", "全民", "城市"])]);

/// Words within a name that may be left out: 重大慢性病导致的过早死亡率.
pub static CAUSES: Words = Words::new(&[(GENERAL, &["导致", "引起"])]);

/// Words at the end of a name that add nothing: 健康素养水平.
pub static EMPTY_ENDINGS: Words = Words::new(&[(GENERAL, &["水平"])]);

/// Words between two names that one row or sentence joins: 高血压、糖尿病患者规范管理率.
pub static NAME_JOINTS: Words = Words::with(&[&SHORT_CONJUNCTIONS], &[(GENERAL, &["以及", "、", "/"])]);

/// Words for indicators beside their number: 4项约束性指标, 主要指标16项.
pub static INDICATOR_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "约束性指标",
        "预期性指标",
        "倡导性指标",
        "主要发展指标",
        "主要指标",
        "核心指标",
        "发展指标",
        "监测指标",
        "具体指标",
        "量化指标",
        "指标",
    ],
)]);

/// Words before the number of all indicators of a plan: 设置16项指标, 由16项指标构成.
pub static BEFORE_INDICATORS: Words = Words::new(&[(
    GENERAL,
    &[
        "设置",
        "设置了",
        "设定",
        "提出",
        "提出了",
        "确定",
        "确定了",
        "明确",
        "明确了",
        "设立",
        "建立由",
        "由",
        "包括",
        "包含",
        "共",
        "共设",
        "选取",
        "涵盖",
        "安排",
    ],
)]);
