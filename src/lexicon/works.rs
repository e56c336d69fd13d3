//! The words of what becomes of works that are built (竣工投产, 建成通车), and of what two things come to together.

use crate::lexicon::target::HAVING_VERBS;
use crate::lexicon::term::STARTING_VERBS;
use crate::lexicon::{GENERAL, Glossary, Source, Words};

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

/// Attributes of works and institutions, right before their number, each with one word for those of one sense.
pub static ATTRIBUTES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("总投资", "总投资"),
        ("投资", "总投资"),
        ("总投资额", "总投资"),
        ("投资总额", "总投资"),
        ("估算投资", "总投资"),
        ("估算总投资", "总投资"),
        ("投资估算", "总投资"),
        ("总投资估算", "总投资"),
        ("概算投资", "总投资"),
        ("概算总投资", "总投资"),
        ("投资概算", "总投资"),
        ("计划投资", "总投资"),
        ("计划总投资", "总投资"),
        ("总建筑面积", "建筑面积"),
        ("建筑面积", "建筑面积"),
        ("规划建筑面积", "建筑面积"),
        ("占地面积", "占地"),
        ("用地面积", "占地"),
        ("占地", "占地"),
        ("规划用地", "占地"),
        ("设置床位", "床位"),
        ("规划床位", "床位"),
        ("规划设置床位", "床位"),
        ("编制床位", "床位"),
        ("设计床位", "床位"),
        ("设床位", "床位"),
        ("床位", "床位"),
        ("总床位", "床位"),
        ("床位数", "床位"),
        ("新增床位", "新增床位"),
        ("新增床位数", "新增床位"),
        ("日处理能力", "处理能力"),
        ("处理能力", "处理能力"),
        ("设计规模", "处理能力"),
        ("全长", "长度"),
        ("总长度", "长度"),
        ("建设工期", "工期"),
        ("建设周期", "工期"),
        ("工期", "工期"),
    ],
)]);

/// What is counted of works behind the number, each with the word of [`ATTRIBUTES`] for it: 350张床位.
pub static ATTRIBUTES_BEHIND: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("床位", "床位"),
        ("编制床位", "床位"),
        ("病床", "床位"),
        ("建筑面积", "建筑面积"),
        ("投资", "总投资"),
        ("总投资", "总投资"),
        ("的投资", "总投资"),
        ("的总投资", "总投资"),
        ("业务用房", "建筑面积"),
    ],
)]);

/// Verbs of giving an institution what it works with, before the thing and its number or before both: 配备救护车12辆.
pub static EQUIPPING_VERBS: Words =
    Words::with(&[&HAVING_VERBS], &[(GENERAL, &["配齐", "配足", "购置", "添置", "下设", "核定", "投放"])]);

/// Words before a number of which only a part is told: 新增350张床位.
pub static BEFORE_NEW: Words =
    Words::new(&[(GENERAL, &["新增", "增加", "增设", "新增加", "增至", "预留", "减少", "其中"])]);

/// Attributes that a work keeps, so that the year beside them says nothing of their value.
pub static LASTING_ATTRIBUTES: Words = Words::new(&[(GENERAL, &["总投资", "建筑面积", "占地", "长度", "工期"])]);

/// Last words of the names of works and institutions that are built.
pub static WORK_NOUNS: Words = Words::new(&[(
    GENERAL,
    &[
        "项目",
        "工程",
        "改造",
        "中心",
        "医院",
        "院区",
        "分院",
        "卫生院",
        "大楼",
        "综合楼",
        "门诊楼",
        "住院楼",
        "实验楼",
        "病房楼",
        "基地",
        "平台",
        "系统",
        "血站",
        "急救站",
        "场馆",
        "体育馆",
        "体育场",
        "公园",
        "养老院",
        "福利院",
        "护理院",
        "敬老院",
        "学校",
        "幼儿园",
        "水厂",
        "处理厂",
        "填埋场",
        "焚烧厂",
        "园区",
        "仓库",
        "储备库",
        "步道",
        "绿道",
    ],
)]);

/// Words before the name of a work that are no part of it.
pub static BEFORE_WORKS: Words = Words::with(
    &[&STARTING_VERBS],
    &[(
        GENERAL,
        &[
            "新建",
            "改建",
            "扩建",
            "迁建",
            "规划建设",
            "投资建设",
            "加快推进",
            "加快建设",
            "加快",
            "启动建设",
            "完成",
            "建成",
            "建好",
            "支持",
            "确保",
            "力争",
            "其中",
            "优先安排",
            "优先保障",
            "保障",
            "依托",
            "在建的",
            "拟建的",
            "计划",
            "重点建设",
            "重点推进",
            "同步建设",
            "继续实施",
            "继续推进",
        ],
    )],
);

/// Words between the name of a work and the date of a milestone: 项目将于2027年底建成.
pub static BEFORE_DATES: Words = Words::new(&[(
    GENERAL,
    &[
        "将于",
        "计划于",
        "预计于",
        "拟于",
        "确保于",
        "力争于",
        "已于",
        "力争到",
        "确保到",
        "计划",
        "预计",
        "力争",
        "确保",
        "拟",
        "于",
        "到",
        "至",
    ],
)]);

/// Last words of the name of a work that it is also called without: 区域医疗中心（建设）项目.
pub static WORK_ENDINGS: Words = Words::new(&[(GENERAL, &["建设项目", "建设工程", "项目", "工程"])]);

/// Verbs of the steps of a work, each with its place in their order.
pub static STEPS_IN_ORDER: Glossary<u8> = Glossary::new(&[(
    GENERAL,
    &[
        ("立项", 1),
        ("开工", 2),
        ("动工", 2),
        ("奠基", 2),
        ("启动", 2),
        ("完成", 4),
        ("建成", 4),
        ("竣工", 4),
        ("完工", 4),
        ("投用", 5),
        ("投入使用", 5),
        ("启用", 5),
        ("投产", 5),
    ],
)]);

/// Evaluations of a plan, each with its place in their order.
pub static EVALUATIONS_IN_ORDER: Glossary<u8> = Glossary::new(&[(
    GENERAL,
    &[
        ("中期评估", 1),
        ("中期考核", 1),
        ("中期评价", 1),
        ("中期检查", 1),
        ("终期评估", 2),
        ("末期评估", 2),
        ("终期考核", 2),
        ("总结评估", 2),
        ("期末评估", 2),
        ("终期评价", 2),
        ("终期验收", 2),
    ],
)]);

/// Words between a date and the step of a work that leave it that of all of it: 2027年底全面建成.
pub static BEFORE_STEPS: Words = Words::new(&[(
    GENERAL,
    &["底全面", "底全部", "底正式", "底整体", "全面", "全部", "正式", "整体", "将", "可", "拟"],
)]);

/// Words for the work of which the sentence has told.
pub static THIS_WORK: Words =
    Words::new(&[(GENERAL, &["该项目", "该工程", "本项目", "本工程", "此项目", "项目", "工程"])]);

/// What is done with a work, behind its name in a clause of its own: 加快新院区建设，….
pub static DONE_WITH_WORKS: Words = Words::new(&[(
    GENERAL,
    &[
        "建设",
        "新建",
        "改造",
        "迁建",
        "扩建",
        "改扩建",
        "搬迁",
        "整体搬迁",
        "整体迁建",
        "升级",
        "升级改造",
        "提质改造",
        "建设工作",
        "前期工作",
        "建设进度",
        "规划建设",
        "异地新建",
        "易地新建",
        "投用",
        "运营",
        "选址",
        "筹建",
        "落地",
        "建成",
        "建成投用",
        "投入使用",
    ],
)]);

/// Verbs between the name of a work and the place where it is to stand.
pub static PLACING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "整体搬迁至",
        "整体搬迁到",
        "整体迁至",
        "整体迁建至",
        "搬迁至",
        "搬迁到",
        "迁建至",
        "迁建到",
        "迁至",
        "迁到",
        "选址于",
        "选址在",
        "选址定于",
        "选址定在",
        "选址为",
        "选址",
        "位于",
        "坐落于",
        "落户于",
        "落户",
        "布局在",
        "布局于",
        "设在",
    ],
)]);

/// Words behind 在 and a place that say that a work is built there: 在城西片区新址建设.
pub static BUILT_THERE: Words = Words::new(&[(
    GENERAL,
    &[
        "新址建设",
        "新址",
        "新建",
        "异地新建",
        "易地新建",
        "选址建设",
        "选址新建",
        "选址",
        "择址",
        "重新选址",
        "落地",
        "建设",
        "布局",
    ],
)]);

/// Last characters of the names of places within a city or a county.
pub static PLACE_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "新区",
        "片区",
        "城区",
        "园区",
        "开发区",
        "高新区",
        "示范区",
        "功能区",
        "新城",
        "组团",
        "板块",
        "街道",
        "镇",
        "乡",
        "村",
        "社区",
        "大道",
        "路",
        "街",
    ],
)]);

/// Grades of hospitals, each with its short form.
pub static GRADES: Glossary<&str> = Glossary::new(&[(
    Source::Document("《医院分级管理办法》"),
    &[
        ("三级甲等", "三甲"),
        ("三级乙等", "三乙"),
        ("三级丙等", "三丙"),
        ("二级甲等", "二甲"),
        ("二级乙等", "二乙"),
        ("二级丙等", "二丙"),
        ("一级甲等", "一甲"),
        ("三甲", "三甲"),
        ("三乙", "三乙"),
        ("二甲", "二甲"),
        ("二乙", "二乙"),
    ],
)]);
