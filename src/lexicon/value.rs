//! The words around a number: how it is to be met, by how much it is to change, and what says nothing about it.
//!
//! Lists of what stands before a number are tried together, and the longest word that fits is taken: 不低于 before 低于.

use crate::lexicon::change::{EVERY_YEAR, FALL_VERBS, GROWTH_VERBS, LIFT_VERBS, REDUCING, RISE_VERBS};
use crate::lexicon::metric::FOR_PEOPLE;
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Before a number that is the least.
pub static AT_LEAST: Words = Words::new(&[
    (GENERAL, &["≥", "≧", "⩾", ">=", "不少于", "不低于", "不小于", "至少"]),
    (GENERAL, &["不得低于", "不得少于", "不应低于", "不应少于", "不能低于", "不能少于", "须不低于", "须不少于"]),
    // A slip for 不少于 that plans make.
    (GENERAL, &["不少"]),
]);

/// Before a number that is the most.
pub static AT_MOST: Words = Words::new(&[
    (GENERAL, &["≤", "≦", "⩽", "<=", "不超过", "不突破", "不高于", "不大于", "不多于", "至多"]),
    (
        GENERAL,
        &[
            "不得超过",
            "不得高于",
            "不得突破",
            "不得多于",
            "不应超过",
            "不应高于",
            "不能超过",
            "不宜超过",
            "最多不超过",
            "最高不超过",
        ],
    ),
]);

/// Before a number that is to be exceeded.
pub static MORE_THAN: Words =
    Words::new(&[(GENERAL, &[">", "﹥", "超过", "突破", "高于", "大于", "多于", "超", "逾"])]);

/// Before a number that is not to be reached.
pub static LESS_THAN: Words = Words::new(&[(GENERAL, &["<", "﹤", "低于", "小于", "少于"])]);

/// Before a number that is about right.
pub static ABOUT: Words = Words::new(&[(GENERAL, &["≈", "大约", "约"])]);

/// Before the number that something comes to: 下降到.
pub static COMES_TO: Words = Words::new(&[
    (GENERAL, &["=", "下降到", "下降至", "降低到", "降低至", "减少到", "减少至", "降到", "降至"]),
    (GENERAL, &["增长到", "增长至", "增加到", "增加至", "上升到", "上升至", "提高到", "提高至", "提升到", "提升至"]),
    (GENERAL, &["缩短到", "缩短至", "压减到", "压减至", "扩大到", "扩大至", "增至", "增到", "升至", "升到"]),
    (
        GENERAL,
        &[
            "控制到",
            "恢复到",
            "压降到",
            "压降至",
            "压缩到",
            "压缩至",
            "缩小到",
            "缩小至",
            "减至",
            "减到",
            "回落到",
            "回落至",
            "收窄到",
            "收窄至",
        ],
    ),
]);

/// Before the number by which something falls.
pub static FALLS_BY: Words = Words::with(&[&FALL_VERBS, &REDUCING], &[(GENERAL, &["缩短", "减排", "下调", "↓"])]);

/// Before the number by which something rises.
pub static RISES_BY: Words = Words::with(
    &[&RISE_VERBS, &LIFT_VERBS, &GROWTH_VERBS],
    &[(GENERAL, &["新增", "扩大", "净增", "上涨", "延长", "↑"])],
);

/// Auxiliary verbs before a verb or a number: 应达到.
pub static AUXILIARIES: Words = Words::new(&[(GENERAL, &["要", "应", "可", "能"])]);

/// Verbs before a number that only say that it is so much.
pub static STATED_BY: Words = Words::new(&[(GENERAL, &["达", "为", "控制在"])]);

/// Verbs before a number that is reached, or kept.
pub static REACHED: Words = Words::new(&[(GENERAL, &["达到", "保持在", "稳定在"])]);

/// Before a number, without saying anything about it. A year is gone from them: 比年 for 比2015年.
pub static PLAIN_BEFORE: Words = Words::with(
    &[&AUXILIARIES, &EVERY_YEAR, &STATED_BY, &REACHED],
    &[
        (GENERAL, &["高达", "达成", "基本达到", "实现", "保持", "维持", "维持在", "达到并", "迈上"]),
        (GENERAL, &["分别", "均", "都", "仅", "只", "才", "已", "仅仅"]),
        (GENERAL, &["力争", "进一步", "稳定", "平均", "累计", "到年", "至年"]),
        (GENERAL, &["比年", "较年", "比基期", "较基期", "与年相比", "在年基础上"]),
    ],
);

/// Words that compare a number with a bound.
pub static COMPARISONS: Words = Words::with(&[&AT_LEAST, &AT_MOST, &MORE_THAN, &LESS_THAN], &[]);

/// First words of a comparison that forbids to pass a bound: 不得超过.
pub static FORBIDDING: Words = Words::new(&[(GENERAL, &["不得", "不应", "不能", "不宜"])]);

/// Behind a number that is the least.
pub static OR_MORE: Words = Words::new(&[(GENERAL, &["以上", "及以上", "或以上"])]);

/// Behind a number that is the most.
pub static OR_LESS: Words = Words::new(&[(GENERAL, &["以下", "及以下", "或以下", "以内", "之内"])]);

/// Behind a number that is about right.
pub static OR_SO: Words = Words::new(&[(GENERAL, &["左右", "上下"])]);

/// Words of a bound behind a number or a grade, before which 及 stands: 二级及以上.
pub static BOUNDS: Words = Words::with(&[&OR_MORE, &OR_LESS], &[]);

/// Behind a number, without saying anything about it.
pub static PLAIN_BEHIND: Words = Words::new(&[(GENERAL, &["*", "。", "；", ";"])]);

/// Marks of a value that has nothing but its digits and a comparator: ≥95.5.
pub static BARE_VALUE_MARKS: Chars = Chars::new(&[(GENERAL, "≥≤<>＜＞.．=")]);

/// Words of a value that refers to what the province or the nation asks or reaches: 达到省的指标要求, 与全国持平.
pub static UPPER_STANDARDS: Words = Words::new(&[(
    GENERAL,
    &["要求", "标准", "水平", "目标", "指标", "规定", "规划值", "任务", "下达", "平均", "均值", "持平", "同步", "一致"],
)]);

/// Words of a value for those whose standard it refers to, each with what the header of their column contains.
pub static UPPER_LEVELS: Glossary<&str> =
    Glossary::new(&[(GENERAL, &[("省", "省"), ("国家", "国家"), ("全国", "国家"), ("上级", "上级")])]);

/// Verbs before a standard that is to be met: 达到省的要求.
pub static MEETING_VERBS: Words =
    Words::new(&[(GENERAL, &["达到", "达成", "符合", "满足", "不低于", "不少于", "完成", "优于", "高于"])]);

/// Words between a name and its value that say how much it is, or is to be, and not by how much it changes.
pub static STATED_VALUES: Words =
    Words::with(&[&AT_LEAST, &AT_MOST, &STATED_BY, &COMES_TO, &REACHED], &[(GENERAL, &["超过"])]);

/// Further words before a standard that is to be met, which stand before other things as well: 超过全省平均水平, 与全省持平, 位居全国前列.
pub static MEETING_OPENINGS: Words =
    Words::new(&[(GENERAL, &["超过", "超出", "赶超", "高出", "接近", "赶上", "居", "位居", "与", "按"])]);

/// Verbs between two measures of which one is to exceed the other: 增幅高于经常性支出增幅.
pub static COMPARING_VERBS: Words = Words::new(&[(GENERAL, &["高于", "低于", "快于", "优于", "好于", "慢于"])]);

/// Words between 达到 or its like and a number that say for whom and how often it holds: 提高到每人每月200元.
pub static FOR_EACH: Words = Words::with(
    &[&FOR_PEOPLE],
    &[(
        GENERAL,
        &[
            "每人每月",
            "每人每年",
            "每人每天",
            "每人每日",
            "每人",
            "每月",
            "每天",
            "每日",
            "每户",
            "每床",
            "每床每年",
            "每床每月",
            "每次",
            "每百万人口",
            "每百万人",
            "每十万人",
            "每100万人",
            "每100万人口",
            "每1万人",
            "每千名老年人",
            "每万名老年人",
            "每亩",
            "每公里",
            "每平方米",
        ],
    )],
);

/// Last words of a whole between 达到 or its like and its part: 达到常住人口的1%, 提高到全国城市总数的50%.
pub static WHOLES: Words = Words::new(&[(
    GENERAL,
    &[
        "人口",
        "总数",
        "总量",
        "总额",
        "人数",
        "户数",
        "面积",
        "生产总值",
        "GDP",
        "总费用",
        "总支出",
        "总收入",
        "平均水平",
        "床位数",
        "数量",
    ],
)]);

/// Words of a cell in which nothing is stated.
pub static EMPTY_CELLS: Words = Words::new(&[(
    GENERAL,
    &["无", "暂无", "空", "空白", "无数据", "暂缺", "待定", "未定", "待下达", "未下达", "待核定", "待确定"],
)]);

/// Words in place of a unit that say that there is none.
pub static NO_UNITS: Words = Words::new(&[(GENERAL, &["无", "无量纲"])]);

/// Words of a value that says that a number stays what it is.
pub static STAYING: Words = Words::new(&[(GENERAL, &["维持", "保持", "稳定", "持平", "不变"])]);

/// Words of a value that only says how something goes on, which fits a unit as well: 持续改善.
pub static TRENDS: Words = Words::with(
    &[&STAYING],
    &[(GENERAL, &["持续", "有所", "下降", "提高", "提升", "降低", "改善", "上升", "优于", "高于", "低于", "达标"])],
);

/// First words of a value that says how much better something gets, in a column where the others are numbers: 明显提高.
pub static GROWN: Words = Words::new(&[(GENERAL, &["明显", "显著", "大幅", "基本", "较大", "更加", "全面", "初步"])]);

/// Words of a value that says that something is done, which no number can be.
pub static COMPLETIONS: Words = Words::new(&[(
    GENERAL,
    &[
        "完成",
        "实现",
        "建立",
        "建成",
        "应保尽保",
        "应收尽收",
        "全覆盖",
        "健全",
        "形成",
        "完善",
        "到位",
        "开展",
        "落实",
        "覆盖",
    ],
)]);

/// Verbs between the ends of a change that tell no direction: 由2.8‰控制到2.6‰.
pub static KEEPING_VERBS: Words =
    Words::with(&[&REACHED], &[(GENERAL, &["控制到", "控制在", "控制至", "调整到", "调整为", "变为", "到"])]);

/// Words of a bound that is kept on, whatever was reached: 继续控制在12/10万以内.
pub static KEEPING_ON: Words = Words::new(&[(GENERAL, &["继续控制", "持续控制", "继续保持", "稳定控制", "始终控制"])]);
