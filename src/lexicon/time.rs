//! The words around years: what makes a year due, the base of a comparison, or the year of a result.

use crate::lexicon::target::{ALIKE_WORDS, PLEDGES};
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Units of dates and of times of day, whose ranges may run over the end of a year or a day: 11—3月, 22—6时.
pub static RECURRING_UNITS: Words =
    Words::new(&[(GENERAL, &["年", "月", "日", "号", "时", "点", "周", "月份", "点钟"])]);

/// Words before the year of a comparison: 比2015年.
pub static BASE_YEAR_PREFIXES: Words =
    Words::with(&[&START_YEAR_PREFIXES], &[(GENERAL, &["比", "较", "与", "以", "相对", "对比", "高于", "低于"])]);

/// Words before the year from which something starts: 从2016年的.
pub static START_YEAR_PREFIXES: Words = Words::new(&[(GENERAL, &["从", "由", "自"])]);

/// Words behind the year of a comparison: 2015年的基础上.
pub static BASE_YEAR_SUFFIXES: Words =
    Words::new(&[(GENERAL, &["的基础上", "基础上", "相比", "为基期", "为基数", "水平上", "以来", "起"])]);

/// Words behind 在 for a level that stands, from which a change is counted: 在现有基础上, 在此基础上.
pub static STANDING_BASES: Words = Words::with(
    &[&LEVELS_OF_NOW],
    &[(
        GENERAL,
        &["已有", "既有", "此", "这一", "该", "上年", "上一年", "前一年", "上年度", "去年", "原", "基期", "基准年"],
    )],
);

/// Last words of such a phrase.
pub static BASE_ENDS: Words = Words::new(&[(GENERAL, &["基础上", "基础之上", "水平上", "水平之上", "基数上"])]);

/// Words for the level of now that a value is compared with: 较现状下降, 比目前水平提高.
pub static LEVELS_OF_NOW: Words = Words::new(&[(
    GENERAL,
    &["现状", "现有", "目前", "当前", "现在", "现行", "原有", "原来", "现状值", "期初", "规划期初", "规划初期"],
)]);

/// Words between what a change is counted from and its verb.
pub static BEFORE_CHANGES: Words = Words::with(
    &[&PLEDGES, &ALIKE_WORDS],
    &[(GENERAL, &["再", "又", "每年", "年均", "逐年", "累计", "平均", "分别", "进一步", "继续", "总体", "至少"])],
);

/// Words between a year and the value of a metric before it: 占比2023年、2025年分别达到.
pub static BEFORE_VALUES: Words =
    Words::with(&[&PLEDGES, &ALIKE_WORDS], &[(GENERAL, &["分别", "要", "应", "将", "需", "预计"])]);

/// Words before a year by which something is due: 到2025年.
pub static DUE_YEAR_PREFIXES: Words = Words::with(&[&PLEDGES], &[(GENERAL, &["到", "至", "于", "在"])]);

/// Verbs that end in 到 or 至, which belong to the value behind the year: 提高到2020年的74元.
pub static VERBS_IN_TO: Words = Words::new(&[
    (
        GENERAL,
        &[
            "高到", "加到", "升到", "降到", "少到", "低到", "大到", "长到", "展到", "增到", "达到", "小到", "短到",
            "减到",
        ],
    ),
    (
        GENERAL,
        &["高至", "加至", "升至", "降至", "少至", "低至", "大至", "长至", "展至", "增至", "小至", "短至", "减至"],
    ),
]);

/// Last words of the name of the time for which a plan holds, before its years: 规划期为2021年至2025年.
pub static PERIOD_NAMES: Words =
    Words::new(&[(GENERAL, &["期", "期限", "时限", "年限", "时间", "时段", "目标年", "水平年", "基准年"])]);

/// Words and marks between such a name and its years.
pub static PERIOD_VERBS: Words = Words::new(&[(GENERAL, &["为", "是", ":", "为从", "为自"])]);

/// Words before the value of today, from which something starts: 由目前的32分钟缩短到20分钟.
pub static START_TIMES: Words = Words::new(&[(
    GENERAL,
    &[
        "目前的",
        "当前的",
        "现有的",
        "现在的",
        "现行的",
        "原有的",
        "原来的",
        "上年的",
        "上年末的",
        "基期的",
        "期初的",
        "如今的",
        "今年的",
        "上一年的",
        "如今",
        "目前",
        "当前",
        "现有",
        "现在",
        "原来",
        "最初的",
        "去年的",
        "约",
        "目前的约",
    ],
)]);

/// Words right before a year, or before 到 and the year, that make it a forecast: 预计到2025年.
pub static FORECASTS: Words = Words::new(&[(GENERAL, &["预计", "预测", "估计", "预估", "测算"])]);

/// Words before those of a forecast: 据测算.
pub static BEFORE_FORECASTS: Words = Words::new(&[(GENERAL, &["据", "经", "据初步", "经初步", "根据", "初步"])]);

/// Words for the years to come, with or without their number: 未来五年.
pub static SPANS_AHEAD: Words = Words::new(&[(GENERAL, &["未来", "今后", "接下来", "规划期内", "规划期"])]);

/// Words before a number of years gone by: 近三年.
pub static SPANS_BEHIND: Words = Words::new(&[(GENERAL, &["近", "最近", "过去", "此前"])]);

/// Words before the year of a result: 截至2020年.
pub static RESULT_YEAR_PREFIXES: Words = Words::new(&[(
    GENERAL,
    &[
        "截至",
        "截止",
        "截止到",
        "截至到",
        "截止至",
        "有效期至",
        "有效期到",
        "有效期限至",
        "有效期截至",
        "已于",
        "已在",
        "曾于",
    ],
)]);

/// Words behind a date that make it a deadline, a longer one before those it begins with: 2032年底前.
pub static BEFORE_DEADLINES: Words = Words::new(&[(
    GENERAL,
    &["年底之前", "年末之前", "年底以前", "底之前", "末之前", "底以前", "年底前", "底前", "末前", "之前", "以前", "前"],
)]);

/// Words behind a year that belong to it, a longer one before those it begins with.
pub static YEAR_SUFFIXES: Words =
    Words::with(&[&BEFORE_DEADLINES], &[(GENERAL, &["及其以后", "及以后", "年底", "底", "末", "的", "起"])]);

/// Parts of a year behind its number: 2022年上半年.
pub static PARTS_OF_YEAR: Words = Words::new(&[(
    GENERAL,
    &[
        "上半年",
        "下半年",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "年初",
        "年中",
        "年内",
    ],
)]);

/// What a year at its head makes the name of a document or an edition: 2030年可持续发展议程.
pub static NAMED_BY_YEAR: Words = Words::new(&[(
    GENERAL,
    &[
        "可持续发展议程",
        "可持续发展目标",
        "远景目标",
        "远景规划",
        "议程",
        "版",
        "度",
        "行动计划",
        "行动方案",
        "工作要点",
        "工作计划",
        "工作方案",
        "规划纲要",
    ],
)]);

/// Words behind a five-year period for its end: “十四五”末.
pub static PERIOD_ENDS: Words = Words::with(&[&PLAN_ENDS], &[(GENERAL, &["期末", "末期", "末"])]);

/// Words for the end of the time for which the plan itself holds: 到规划期末.
pub static PLAN_ENDS: Words = Words::new(&[(
    GENERAL,
    &["规划期末", "规划末期", "规划期满", "规划期结束", "规划实施期末", "方案期末", "行动期末", "纲要期末"],
)]);

/// Words for the whole time for which the plan itself holds: 规划期内，新增托位500个.
pub static PLAN_SPANS: Words =
    Words::new(&[(GENERAL, &["规划期内", "规划期间", "规划实施期内", "规划实施期间", "行动期内", "纲要期内"])]);

/// Words before such a time that make it the one of an earlier plan: 上一规划期末.
pub static EARLIER_PLANS: Words =
    Words::new(&[(GENERAL, &["上一", "上一轮", "上轮", "上个", "上期", "前一", "前一轮", "前期", "上"])]);

/// Words behind a five-year period for its whole time: “十三五”期间.
pub static PERIOD_SPANS: Words = Words::with(&[&PERIODS_TO_FILL, &PLAN_SPANS], &[(GENERAL, &["以来"])]);

/// Words behind a five-year period in the course of which something is to come about: “十四五”期间，新增托位500个.
pub static PERIODS_TO_FILL: Words = Words::new(&[(GENERAL, &["期间", "时期"])]);

/// Marks and words between the two years of a span, folded: 2021-2025.
pub static SPAN_JOINTS: Words = Words::new(&[(GENERAL, &["-", "~", "至", "到"])]);

/// Words behind a year or a period for its beginning, with which the time itself can be compared: 2025年初.
pub static OF_ITS_START: Words =
    Words::new(&[(GENERAL, &["初", "年初", "同期", "上半年", "规划", "目标", "1月", "一季度", "期初"])]);

/// Words behind the name of a period or a year that add nothing to it: “十四五”时期, 2025年全年.
pub static BEHIND_PERIODS: Words = Words::new(&[(GENERAL, &["时期", "期间", "期末", "末", "底", "全年", "同期"])]);

/// Words for the years behind the one that stands before them: 2022年达到85%，以后每年提升2个百分点.
pub static LATER_WORDS: Words =
    Words::new(&[(GENERAL, &["以后", "此后", "之后", "其后", "今后", "随后", "往后", "后续", "并在此后", "并在以后"])]);

/// Words behind a year that say what a value was then, and not what it is to be: （2025年为79.2岁）.
pub static STATING_WORDS: Words = Words::new(&[(GENERAL, &["为", "是", "仅", "只有", "约为", "实际", "已达"])]);

/// Words for the five years before a plan begins.
pub static FIVE_YEARS_BEHIND: Words =
    Words::new(&[(GENERAL, &["五年来", "五年间", "过去五年", "近五年", "5年来", "5年间", "过去5年", "近5年"])]);

/// Characters between 开局之年 and the year that it is: 开局之年的2021年, 收官之年（2025年）.
pub static BEFORE_NAMED_YEARS: Chars = Chars::new(&[(GENERAL, "的，（即")]);

/// Characters before a number of years that is not that of a whole span: 第三年, 每三年, 前三年.
pub static BEFORE_OTHER_YEARS: Chars = Chars::new(&[(GENERAL, "第每前后近")]);

/// Words for the present, where a count names no year.
pub static NOW_WORDS: Words = Words::new(&[(GENERAL, &["目前", "当前", "现有"])]);

/// Words behind the name of a five-year plan for its first year.
pub static FIRST_YEARS: Words =
    Words::new(&[(GENERAL, &["开局之年", "起步之年", "开局年", "起步年", "首年", "第一年"])]);

/// Words behind the name of a five-year plan for its last year.
pub static LAST_YEARS: Words = Words::new(&[(GENERAL, &["收官之年", "收官年", "收尾之年", "最后一年"])]);

/// Words before the number of years or months that works take.
pub static DURATIONS: Words =
    Words::new(&[(GENERAL, &["建设工期", "总工期", "工期", "建设周期", "建设期", "为期", "历时"])]);

/// Words before the number of years that a span behind it comes to: 2021—2035年，共计15年.
pub static SPAN_SUMS: Words = Words::new(&[(GENERAL, &["共计", "总共", "前后", "历时", "时间跨度", "共"])]);

/// Words before the number of years for which a rule holds.
pub static TERMS: Words = Words::new(&[(GENERAL, &["有效期限", "有效期", "施行期限", "试行期", "期限"])]);

/// Parts of a year, each with its first month.
pub static MONTHS_OF_PARTS: Glossary<u32> = Glossary::new(&[(
    GENERAL,
    &[
        ("上半年", 1),
        ("下半年", 7),
        ("一季度", 1),
        ("二季度", 4),
        ("三季度", 7),
        ("四季度", 10),
        ("第一季度", 1),
        ("第二季度", 4),
        ("第三季度", 7),
        ("第四季度", 10),
    ],
)]);

/// Last words of the names of spans of time that a service takes or may take: 反应时间, 办理时限.
pub static TERM_NAMES: Words =
    Words::new(&[(GENERAL, &["时间", "时限", "时长", "期限", "周期", "用时", "时效", "间隔"])]);

/// Units of such spans by the clock, each with its minutes.
pub static CLOCK_UNITS: Glossary<f64> = Glossary::new(&[(GENERAL, &[("分钟", 1.0), ("个小时", 60.0), ("小时", 60.0)])]);

/// Units of such spans by the calendar.
pub static CALENDAR_UNITS: Words =
    Words::new(&[(GENERAL, &["个工作日", "工作日", "个自然日", "自然日", "天", "日", "个月"])]);

/// Words of a sentence that speaks of what is behind the years of a plan, or of what others have set.
pub static BEYOND_PERIODS: Words = Words::new(&[(
    GENERAL,
    &[
        "展望",
        "远景",
        "远期",
        "长远",
        "评估",
        "总结",
        "终期",
        "国家",
        "全国",
        "我国",
        "联合国",
        "国务院",
        "碳达峰",
        "碳中和",
        "《",
        "“十六五”",
        "有效期",
        "届满",
    ],
)]);

/// Words before the years that a plan takes: 经过三年努力, 用三年时间.
pub static BEFORE_YEARS_TAKEN: Words = Words::new(&[(GENERAL, &["经过", "通过", "力争用", "计划用", "利用", "用"])]);

/// What says, behind a number of years, that a plan takes them: 三年|努力, 三年|左右时间.
pub static BEHIND_YEARS_TAKEN: Words =
    Words::new(&[(GENERAL, &["的努力", "努力", "左右的努力", "左右努力", "的时间", "时间", "左右的时间", "左右时间"])]);

/// Words behind a deadline by which something is told as done, or is a preparation that comes before a plan: 2025年底前已完成, 印发.
pub static DONE_OR_PREPARED: Words = Words::new(&[(
    GENERAL,
    &["已", "了", "制定", "印发", "出台", "编制", "部署", "启动", "发布", "上报", "报送", "的", "曾", "累计"],
)]);

/// Words for the years of a plan, within which something is to be done.
pub static WITHIN_PERIODS: Words = Words::new(&[(
    GENERAL,
    &["规划期内", "规划期间", "实施期内", "实施期限内", "”期间", "”时期", "五年内", "规划期末前"],
)]);

/// Words and marks behind a year that is told of as over: 2020年末.
pub static BEHIND_TOLD_YEARS: Words = Words::new(&[(GENERAL, &["末", "底，", "为", "的", "，"])]);

/// Words behind the number of a year with which a sentence tells of it as over.
pub static TOLD_ENDS: Words = Words::new(&[(GENERAL, &["年，", "年末，", "年底，", "年全", "年末全", "年底全"])]);

/// What a document calls the years for which it holds.
pub static OWN_PERIODS: Words = Words::new(&[(
    GENERAL,
    &["规划期", "规划期限", "规划实施期", "实施期", "实施期限", "本规划实施期", "规划年限", "规划时限"],
)]);
