//! The words of targets in sentences: titles of chapters with targets and reports, verbs that make or reach something,
//! words around a metric and its value.

use crate::lexicon::metric::{RATIO_WORDS, SHARE_WORDS};
use crate::lexicon::value::AUXILIARIES;
use crate::lexicon::{Chars, GENERAL, Words};

/// Words in the title of a chapter that reports what has been done.
pub static REPORT_TITLES: Words = Words::new(&[(
    GENERAL,
    &[
        "成效",
        "成就",
        "发展基础",
        "工作基础",
        "现状",
        "回顾",
        "形势",
        "问题",
        "挑战",
        "短板",
        "机遇",
        "背景",
        "规划基础",
    ],
)]);

/// Words in the title of a chapter that states targets.
pub static TARGET_TITLES: Words = Words::new(&[(GENERAL, &["目标", "任务", "指标"])]);

/// Words of a sentence that reports what has been done.
pub static REPORT_WORDS: Words =
    Words::new(&[(GENERAL, &["已建", "已达", "已实", "已完", "已有", "已经", "目前", "截至", "截止", "年来", "过去"])]);

/// Words of a sentence that says what is to be reached.
pub static AIMING_WORDS: Words = Words::new(&[(GENERAL, &["力争", "计划到", "目标是", "目标为"])]);

/// Verbs of building that say both what is made and what is reached.
pub static BUILDING_VERBS: Words = Words::new(&[(GENERAL, &["建成", "建立", "打造"])]);

/// Verbs of reaching a state.
pub static ATTAINING_VERBS: Words = Words::new(&[(GENERAL, &["形成", "实现", "构建"])]);

/// Verbs of completion with their adverbs.
pub static FULL_COMPLETIONS: Words =
    Words::new(&[(GENERAL, &["基本形成", "基本建成", "基本建立", "基本消除", "全面建成", "全面建立"])]);

/// Adverbs of progress: 逐步, 不断.
pub static PROGRESS_ADVERBS: Words = Words::new(&[(GENERAL, &["全面", "逐步", "进一步", "不断", "持续"])]);

/// Words of effort that also stand before a year by which something is due.
pub static PLEDGES: Words = Words::new(&[(GENERAL, &["力争", "争取", "确保"])]);

/// Verbs of making things that are counted, before the things or before their number: 建成医院5家, 医院建成5家.
pub static MAKING_VERBS: Words = Words::with(
    &[&BUILDING_VERBS],
    &[(GENERAL, &["建设", "新建", "创建", "培养", "引进", "配备", "设立", "建有", "完成"])],
);

/// Verbs of making that stand only between the one who makes and the number: 每县设置1家.
pub static SUPPLYING_VERBS: Words = Words::new(&[(GENERAL, &["设置", "培育", "配置", "有"])]);

/// Verbs of gaining, before the things or their number, but not behind the one who gains: 新增医院5家.
pub static GAINING_VERBS: Words = Words::new(&[(GENERAL, &["新增", "拥有"])]);

/// Marks around the words of a metric that are no part of it.
pub static AROUND_METRICS: Words = Words::new(&[(GENERAL, &["、", ",", "，", ":", "：", " ", "(", "（"])]);

/// Words and marks that open a clause and are no part of its metric.
pub static CLAUSE_OPENERS: Words = Words::with(
    &[&PLEDGES, &AROUND_METRICS],
    &[(
        GENERAL,
        &[
            "努力",
            "保证",
            "推动",
            "带动",
            "实现",
            "基本实现",
            "全面实现",
            "其中",
            "并且",
            "并确保",
            "并力争",
            "原则上",
            "同时",
            "做到",
            "逐步",
            "行动目标：",
            "目标：",
            "——",
            "—",
            "；",
            ";",
            "的",
        ],
    )],
);

/// Words and marks that close the words before a value and are no part of its metric.
pub static METRIC_CLOSERS: Words = Words::with(
    &[&AUXILIARIES, &PLEDGES, &AROUND_METRICS],
    &[(GENERAL, &["将", "均", "都", "分别", "目标", "实现", "全部", "基本", "逐年", "每年", "至少", "已", "也", "需"])],
);

/// Words whose last character looks like an auxiliary verb and is none: 功能达到100%.
pub static COMPOUNDS: Words = Words::new(&[(
    GENERAL,
    &[
        "功能", "性能", "可能", "供应", "反应", "对应", "相应", "许可", "需要", "主要", "必要", "行为", "人均", "平均",
        "成都", "首都",
    ],
)]);

/// Conjunctions of one character.
pub static SHORT_CONJUNCTIONS: Words = Words::new(&[(GENERAL, &["和", "及", "与"])]);

/// Conjunctions between parts of a list.
pub static CONJUNCTIONS: Words = Words::with(&[&SHORT_CONJUNCTIONS], &[(GENERAL, &["以及"])]);

/// Conjunctions of one character, where a text is read character by character.
pub static CONJUNCTION_CHARS: Chars = Chars::new(&[(GENERAL, "和及与")]);

/// Last words of what is measured, beside which a value needs no verb: 覆盖率, 床位数.
pub static MEASURED_ENDINGS: Words = Words::with(
    &[&SHARE_WORDS, &RATIO_WORDS],
    &[(
        GENERAL,
        &[
            "比率",
            "覆盖面",
            "面积",
            "浓度",
            "寿命",
            "水平",
            "数",
            "数量",
            "人数",
            "次数",
            "量",
            "时间",
            "长度",
            "总量",
            "规模",
            "费用",
            "支出",
            "年限",
        ],
    )],
);

/// Words that open a result in words: the metric stands before them.
pub static RESULT_OPENERS: Words = Words::with(
    &[&FULL_COMPLETIONS, &PROGRESS_ADVERBS],
    &[(
        GENERAL,
        &[
            "实现全覆盖",
            "全覆盖",
            "达到",
            "达国",
            "达省",
            "降至",
            "降到",
            "下降至",
            "下降到",
            "降低到",
            "提升到",
            "提高到",
            "下降",
            "位居",
            "居全",
            "处于",
            "进入",
            "保持",
            "维持",
            "得到",
            "基本健全",
            "基本满足",
            "全面形成",
            "显著",
            "明显",
            "大幅",
            "更加",
            "稳步",
            "有所",
            "趋于",
            "取得",
            "全省领先",
            "居于",
            "充分",
            "呈",
            "实现",
        ],
    )],
);

/// Verbs that open a clause whose object is the result.
pub static RESULT_VERBS: Words = Words::with(
    &[&FULL_COMPLETIONS, &BUILDING_VERBS, &ATTAINING_VERBS],
    &[(
        GENERAL,
        &[
            "基本实现",
            "全面实现",
            "创建成为",
            "创建成功",
            "创建为",
            "创建",
            "构建起",
            "建立起",
            "消除",
            "摸清",
            "普遍开展",
        ],
    )],
);

/// Words of effort before a result.
pub static EFFORTS: Words = Words::with(&[&PLEDGES], &[(GENERAL, &["努力"])]);

/// Words for those who act, where a metric is expected.
pub static ACTORS: Words =
    Words::new(&[(GENERAL, &["各地", "各地区", "各级", "各县", "各区", "各镇", "各单位", "各部门"])]);

/// Adverbs before a verb of completion: 逐步建立.
pub static COMPLETION_ADVERBS: Words = Words::with(&[&PROGRESS_ADVERBS], &[(GENERAL, &["基本"])]);

/// Verbs of completion behind an adverb: 逐步建立.
pub static COMPLETION_VERBS: Words = Words::with(&[&BUILDING_VERBS, &ATTAINING_VERBS], &[(GENERAL, &["完善", "健全"])]);

/// Verbs before a result that is part of their object: 发挥更加突出的作用.
pub static VERBS_WITH_RESULT: Words = Words::new(&[(GENERAL, &["发挥", "营造", "创造", "提供"])]);

/// Verbs behind the metric of a clause with 将 or 把: 将预防摆在更加突出位置.
pub static PLACING_VERBS: Words = Words::new(&[(GENERAL, &["摆在", "放在"])]);

/// Words before a number that say what it is, and not that it is to be reached: 约30%.
pub static WEAK_LEADS: Words = Words::with(&[&AUXILIARIES], &[(GENERAL, &["约", "为"])]);
