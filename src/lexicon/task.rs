//! The words of tasks and of the adverbs before them, as headings and sentences give them: 加强…, 开展…, 到2025年，各县设立….

use crate::lexicon::office::OFFICE_ENDINGS;
use crate::lexicon::result::{ENDING_VERBS, PROGRESS_ADVERBS, VERBS_WITH_RESULT};
use crate::lexicon::target::BUILDING_VERBS;
use crate::lexicon::{GENERAL, Words};

/// Words for the start of works, behind what is built: 档案馆开工建设.
pub static WORK_STARTS: Words =
    Words::new(&[(GENERAL, &["开工", "开工建设", "动工", "动工建设", "启动建设", "启动", "上线", "开通"])]);

/// Verbs of making a document, an office or a work, which is there or not when its date comes.
pub static FOUNDING_VERBS: Words = Words::new(&[
    (GENERAL, &["出台", "印发", "制定", "制订", "修订", "编制", "颁布", "发布", "公布", "开设"]),
    (GENERAL, &["设立", "组建", "成立", "搭建", "启用", "投用", "揭牌", "挂牌", "开行", "投运", "投放"]),
]);

/// Verbs of tasks that are as often nouns: 发展成效, 建设现状.
pub static NOUN_VERBS: Words = Words::new(&[(
    GENERAL,
    &["发展", "建设", "改革", "保障", "治理", "创新", "研究", "规范", "普及", "落实", "实施", "整治"],
)]);

/// Verbs that open a task, and adverbs that stand before them.
pub static TASK_VERBS: Words = Words::with(
    &[
        &WORK_STARTS,
        &FOUNDING_VERBS,
        &ENDING_VERBS,
        &PROGRESS_ADVERBS,
        &VERBS_WITH_RESULT,
        &BUILDING_VERBS,
        &NOUN_VERBS,
    ],
    &[
        (GENERAL, &["部署", "布设", "试点", "牵头", "配合落实", "配合", "参与", "协助", "迎接"]),
        (GENERAL, &["加强", "强化", "推进", "推动", "促进", "完善", "健全", "优化", "深化", "开展"]),
        (GENERAL, &["实行", "推行", "推广", "提升", "提高", "改善", "改造", "改进", "构建"]),
        (GENERAL, &["形成", "创建", "拓展", "拓宽", "扩大", "增加", "增强", "夯实", "筑牢"]),
        (GENERAL, &["巩固", "补齐", "破解", "化解", "遏制", "防范", "应对", "抢抓"]),
        (GENERAL, &["把握", "抓住", "严格", "统筹", "整合", "融合", "组织", "引导", "鼓励", "支持", "扶持"]),
        (GENERAL, &["培育", "引进", "配备", "配置", "探索", "稳步", "着力", "大力", "加快"]),
        (GENERAL, &["加大", "全力", "积极", "深入", "有序", "有效", "坚持", "满足"]),
        (GENERAL, &["纳入", "拥有", "进行", "承担", "确保", "力争", "努力", "继续"]),
        (GENERAL, &["切实", "扎实", "做好", "做强", "做优", "办好", "抓好", "聚焦", "补短板", "攻克", "突破", "完成"]),
        (GENERAL, &["排查", "摸排", "搬迁", "修复", "执行", "覆盖", "延伸"]),
        (
            GENERAL,
            &["定期", "经常", "掌握", "注重", "突出", "举办", "承办", "召开", "申报", "争创", "接入", "共享", "用好"],
        ),
    ],
);

/// Words that open a clause about the way of a task, and not the task: 依托…, 运用….
pub static MEANS_OPENERS: Words = Words::new(&[(
    GENERAL,
    &[
        "以", "依托", "利用", "运用", "通过", "按照", "按", "根据", "依据", "围绕", "结合", "借助", "基于", "针对",
        "对照", "在", "聚焦", "立足", "经过",
    ],
)]);

/// Names of ways of paying, which open like means: 按病种付费, 按床日付费.
pub static NAMES_OF_MEANS: Words = Words::new(&[(GENERAL, &["付费", "计费", "付酬"])]);

/// Prepositions of a clause whose verb stands behind its object: 对小散工程进行监管.
pub static OBJECT_PREPOSITIONS: Words = Words::new(&[(GENERAL, &["对", "为", "将", "把", "向"])]);

/// Words that open the name of those who act: 各县（市、区）, 每个行政村, 所有医院.
pub static ACTOR_OPENERS: Words = Words::new(&[(GENERAL, &["各", "每", "所有", "全部", "凡", "全市", "全区", "全县"])]);

/// Last words of the names of those who act: offices, institutions, and places below a county.
pub static ACTOR_ENDINGS: Words = Words::with(
    &[&OFFICE_ENDINGS],
    &[
        (GENERAL, &["大队", "救援队", "医共体", "医联体", "供销社", "合作社", "联盟", "专班"]),
        (
            GENERAL,
            &["乡", "街道", "村", "社区", "医院", "学校", "高校", "机构", "机关", "单位", "部门", "企业", "银行"],
        ),
    ],
);

/// Verbs between the one who leads and those who act with him: 甲会同乙制定.
pub static JOINING_VERBS: Words = Words::new(&[(GENERAL, &["会同", "联合", "协同"])]);

/// Adverbs between those who act together and what they do: 甲、乙共同开展监测.
pub static JOINT_ADVERBS: Words =
    Words::new(&[(GENERAL, &["共同", "联手", "携手", "一并", "分别", "合力", "协力", "同步", "统一"])]);

/// Words that end in 时 and do not say when something happens.
pub static WORDS_FOR_TIME: Words = Words::new(&[(
    GENERAL,
    &["小时", "及时", "实时", "按时", "定时", "适时", "学时", "工时", "课时", "临时", "即时", "准时"],
)]);

/// Verbs of duty between those who act and what they do: 医院要开展.
pub static DUTY_VERBS: Words = Words::new(&[(GENERAL, &["要", "应", "须", "需", "必须", "应当"])]);

/// Words between those who act and their verb: 各县区共建成.
pub static ACT_OPENERS: Words =
    Words::with(&[&DUTY_VERBS], &[(GENERAL, &["共", "至少", "累计", "分别", "均", "都", "至少要", "要至少"])]);

/// What something passes: 通过验收.
pub static TESTS: Words =
    Words::new(&[(GENERAL, &["验收", "评审", "评估", "认证", "复审", "考核", "审核", "评审认定", "达标验收"])]);

/// Nouns of action that end the heading of a task: 环境问题治理.
pub static ACTION_NOUNS: Words = Words::new(&[(
    GENERAL,
    &["治理", "整治", "整改", "行动", "工程", "防治", "改造", "提升", "化解", "攻坚", "解决", "计划", "项目"],
)]);

/// Words before the name of a task and its number that leave the number that of all: 三年共改造18所.
pub static BEFORE_TASKS: Words = Words::new(&[(
    GENERAL,
    &[
        "三年内",
        "五年内",
        "用三年时间",
        "三年",
        "五年",
        "规划期内",
        "期内",
        "期间",
        "计划",
        "累计",
        "总共",
        "共",
        "力争",
        "完成",
        "将",
        "拟",
    ],
)]);

/// What stands behind the name of a task that is named whole: 医养结合|工作由县民政局牵头.
pub static BEHIND_TASKS: Words = Words::new(&[(GENERAL, &["工作", "任务", "由", "项工作", "建设由", "事项", "日常"])]);

/// Words right behind the office that leads a task.
pub static LEADING_WORDS: Words = Words::new(&[(GENERAL, &["牵头实施", "牵头负责", "牵头", "负责实施", "组织实施"])]);
