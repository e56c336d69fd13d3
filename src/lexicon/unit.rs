//! Units of measure: measure words (个, 家 …), scales, the people a rate is counted over.

use crate::lexicon::{Chars, GENERAL, Glossary, LEGAL_UNITS, Words};

/// Measures of ages and times.
pub static TIME_MEASURES: Words =
    Words::new(&[(GENERAL, &["岁", "周岁", "周", "月", "个月", "年", "分钟"]), (LEGAL_UNITS, &["天", "日", "小时"])]);

/// Measures of areas and of lengths.
pub static SIZE_MEASURES: Words = Words::new(&[
    (LEGAL_UNITS, &["公顷", "米", "公里", "千米", "平方米", "平方公里", "立方米", "m²", "m³"]),
    // Printings of m² and m³ where a keyboard lacks the sign.
    (GENERAL, &["亩", "m2", "㎡", "m3"]),
]);

/// Measure words for whole things, which plans use for one another: 3个, 3所 and 3家 are one number.
pub static COUNTERS: Words = Words::new(&[(GENERAL, &["个", "所", "家", "处", "座", "间", "件", "项", "张"])]);

/// Measures of people, and of things that have one of their own.
pub static COUNTED_MEASURES: Words =
    Words::new(&[(GENERAL, &["人", "人次", "名", "例", "户", "台", "辆", "支", "套"])]);

/// Words of measure that can stand alone, at half width and in lower case.
pub static MEASURES: Words = Words::with(
    &[&TIME_MEASURES, &COUNTERS, &COUNTED_MEASURES, &SIZE_MEASURES],
    &[
        (GENERAL, &["%", "‰", "分", "倍", "次", "元"]),
        (GENERAL, &["人份", "人数", "学时", "课时"]),
        (GENERAL, &["车", "种", "批", "批次", "床", "床日"]),
        (GENERAL, &["条", "艘", "株", "片", "栋", "幢", "场", "场次", "标箱", "标准箱", "吨标准煤", "千克标准煤"]),
        (LEGAL_UNITS, &["千瓦", "千瓦时", "兆瓦"]),
        (LEGAL_UNITS, &["h"]),
        (LEGAL_UNITS, &["克", "毫克", "微克", "千克", "公斤", "吨", "μg", "mg", "g", "kg"]),
        (LEGAL_UNITS, &["升", "毫升"]),
        // A printing of μg where a keyboard lacks the sign.
        (GENERAL, &["ug"]),
    ],
);

/// Measures that a number needs a verb or the end of its clause to have, since they are parts of other words as well: 48块, 60门.
pub static RARE_MEASURES: Words = Words::new(&[
    (GENERAL, &["块", "类", "门", "本", "册", "篇", "部", "份", "组", "队", "节", "堂", "期", "届", "集", "款"]),
    (
        GENERAL,
        &["架", "只", "头", "枚", "面", "道", "根", "顶", "盏", "口", "列", "层", "棵", "副", "把", "匹", "羽", "尾"],
    ),
    (GENERAL, &["位", "起", "宗", "双", "对", "粒", "瓶", "袋", "桶", "箱", "盒", "幅", "首", "平米"]),
]);

/// Measures of ranks, behind 前 and a number: 前5位.
pub static RANK_MEASURES: Words = Words::new(&[(GENERAL, &["位", "名", "强"])]);

/// Words behind the base of a rate that say of what so many are meant: 30/10万活产.
pub static RATE_BASES: Words = Words::new(&[(GENERAL, &["活产婴儿", "活产儿", "活产"])]);

/// Measures that are printed in several ways, each with the one that stands for it.
pub static MEASURE_FORMS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("μg", "微克"),
        ("ug", "微克"),
        ("mg", "毫克"),
        ("g", "克"),
        ("kg", "千克"),
        ("公斤", "千克"),
        ("m2", "平方米"),
        ("m²", "平方米"),
        ("㎡", "平方米"),
        ("m3", "立方米"),
        ("m³", "立方米"),
        ("h", "小时"),
        ("日", "天"),
        ("周岁", "岁"),
        ("名", "人"),
        ("人数", "人"),
    ],
)]);

/// Scales before a measure, a longer one before those it begins with.
pub static SCALES: Words = Words::new(&[(GENERAL, &["万亿", "千万", "百万", "十万", "亿", "万", "千", "百"])]);

/// Characters of the scales that a unit begins with.
pub static SCALE_CHARS: Chars = Chars::new(&[(GENERAL, "万亿千百")]);

/// Units too large for what falls to one person or to some thousands of them, beside those with 亿 and numbers of things or
/// people in 万: 人均体育场地面积（平方公里）.
pub static UNITS_OF_REGIONS: Words = Words::new(&[(GENERAL, &["平方公里", "公顷"])]);

/// Groups of people that a rate is taken over; for rates they are one and the same, the name tells them apart.
pub static PEOPLE: Words = Words::new(&[(GENERAL, &["常住人口", "户籍人口", "服务人口", "人口", "人"])]);

/// Population bases as the names of indicators print them, each with the base of its unit: 每千常住人口…数.
pub static BASES_IN_NAMES: Glossary<&str> =
    Glossary::new(&[(GENERAL, &[("10万", "10万人口"), ("十万", "10万人口"), ("万", "万人口"), ("千", "千人口")])]);

/// Units of a change, which make no value without a word for it: 提高5个百分点.
pub static POINTS: Words = Words::new(&[(
    GENERAL,
    &["个百分点", "百分点", "个千分点", "千分点", "个万分点", "万分点", "个十万分点", "十万分点"],
)]);

/// Labels before a unit in brackets.
pub static UNIT_LABELS: Words = Words::new(&[(GENERAL, &["单位：", "单位:"])]);

/// Bases of rates per head as texts print them, each with how many people it is.
pub static HEADS: Glossary<f64> = Glossary::new(&[(
    GENERAL,
    &[
        ("每千人口", 1e3),
        ("每千常住人口", 1e3),
        ("每千人", 1e3),
        ("每万人口", 1e4),
        ("每万人", 1e4),
        ("每万常住人口", 1e4),
        ("每十万人口", 1e5),
        ("每10万人口", 1e5),
        ("人均", 1.0),
    ],
)]);
