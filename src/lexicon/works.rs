//! The words of what becomes of works that are built (竣工投产, 建成通车), and of what two things come to together.

use crate::lexicon::{GENERAL, Words};

/// Verbs of finishing a work, behind which another verb says what it does from then on: 建成招生, 竣工交付.
pub static FINISHING_VERBS: Words = Words::new(&[(GENERAL, &["建成", "竣工", "完工", "落成", "揭牌", "挂牌"])]);

/// What becomes of a work, where one word says it: 医院投用, 主体完工.
pub static WORK_ENDS: Words = Words::new(&[
    (GENERAL, &["封顶", "主体封顶", "主体结构封顶", "主体完工", "主体竣工", "通过验收", "交付使用", "移交"]),
    (GENERAL, &["投用", "投入使用", "投产", "投运", "投入运营", "投入运行", "投入生产", "启用"]),
    (GENERAL, &["建成投用", "建成投产", "建成通车", "建成使用", "试运行", "试运营", "试生产", "试营业", "达产"]),
    (GENERAL, &["并网", "并网发电", "通水", "通气", "通电", "通航", "通车", "首飞", "贯通"]),
    (GENERAL, &["开诊", "开馆", "开园", "开业"]),
]);

/// What a work does from then on. Alone some of these end names (药物使用).
pub static WORK_RUNS: Words = Words::new(&[
    (GENERAL, &["完成验收", "验收", "使用", "运行", "运营", "营业", "达效", "交付", "发电", "通行", "开通", "开放"]),
    (GENERAL, &["开学", "开班", "接诊", "招生", "上线"]),
]);

/// What becomes of a work, one step behind the other: 开通试运行, 竣工并投入使用.
pub static WORK_STEPS: Words = Words::with(&[&FINISHING_VERBS, &WORK_ENDS, &WORK_RUNS], &[]);

/// Words that join such steps.
pub static STEP_JOINTS: Words = Words::new(&[(GENERAL, &["并", "且", "后", "并正式", "并全面", "、"])]);

/// What two things do together, behind the way in which they do it: 健康旅游与农业跨界融合.
pub static MUTUAL_VERBS: Words = Words::new(&[(
    GENERAL,
    &["融合", "协作", "合作", "协同", "互动", "互通", "互认", "共享", "对接", "结合", "接轨", "协调", "融通", "互补"],
)]);

/// Verbs of being equal to what stands before them with 与: 与全省平均水平持平.
pub static MATCHING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "持平",
        "基本持平",
        "大体相当",
        "相当",
        "看齐",
        "保持一致",
        "基本一致",
        "相一致",
        "接轨",
        "全面接轨",
        "相适应",
        "相匹配",
        "基本同步",
        "保持同步",
        "同步增长",
    ],
)]);

/// Verbs for the beginning of works.
pub static STARTING_VERBS: Words = Words::new(&[(GENERAL, &["开工", "动工", "奠基"])]);
