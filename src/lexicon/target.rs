//! The words of targets in sentences: titles of chapters with targets and reports, verbs that make or reach something,
//! words around a metric and its value.

use crate::lexicon::change::{FALL_VERBS, LIFT_VERBS, RISE_VERBS};
use crate::lexicon::metric::{RATIO_WORDS, SHARE_WORDS};
use crate::lexicon::value::AUXILIARIES;
use crate::lexicon::{Chars, GENERAL, Words};

/// Words in the title of a chapter that reports what has been done, or what was found there.
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

/// Words behind a report word that leave it the subject of the title: 形势分析.
pub static AFTER_REPORT_WORDS: Words = Words::new(&[(
    GENERAL,
    &["分析", "情况", "研判", "评价", "评估", "总结", "概述", "概况", "特点", "依据", "要求", "条件"],
)]);

/// Words of a title that reports how earlier targets were met: 主要指标完成情况.
pub static COMPLETION_TITLES: Words = Words::new(&[(GENERAL, &["完成情况", "落实情况", "执行情况", "实现情况"])]);

/// Words in the title of a chapter that states targets.
pub static TARGET_TITLES: Words = Words::new(&[(GENERAL, &["目标", "指标", "愿景"])]);

/// Words in the title of a chapter of tasks, which is no report.
pub static TASK_TITLES: Words = Words::new(&[(GENERAL, &["任务", "举措", "措施"])]);

/// Words of a sentence that reports what has been done.
pub static REPORT_WORDS: Words = Words::new(&[
    (GENERAL, &["已建", "已达", "已实", "已完", "已有", "已经", "目前", "截至", "截止", "年来", "过去", "以来"]),
    (
        GENERAL,
        &[
            "批复同意",
            "荣获",
            "被评为",
            "被授予",
            "被确定为",
            "据统计",
            "据监测",
            "据第",
            "调查显示",
            "数据显示",
            "结果显示",
        ],
    ),
    (GENERAL, &["已安排", "已投入", "已下达", "已拨付", "已落实", "已到位", "已争取", "已累计"]),
]);

/// Words of a sentence that says how far the place is from what others ask of it.
pub static GAPS: Words = Words::new(&[(
    GENERAL,
    &[
        "仍有较大差距",
        "仍有一定差距",
        "仍有差距",
        "还有较大差距",
        "还有差距",
        "存在较大差距",
        "存在差距",
        "尚有差距",
        "差距较大",
    ],
)]);

/// Words of a sentence that says what is to be reached.
pub static AIMING_WORDS: Words = Words::new(&[(GENERAL, &["力争", "计划到", "目标是", "目标为"])]);

/// Verbs of building that say both what is made and what is reached.
pub static BUILDING_VERBS: Words = Words::new(&[(GENERAL, &["建成", "建立", "打造"])]);

/// Words of effort that also stand before a year by which something is due.
pub static PLEDGES: Words = Words::new(&[(GENERAL, &["力争", "争取", "确保"])]);

/// Verbs of making things that are counted, before the things or before their number: 建成医院5家, 医院建成5家.
pub static MAKING_VERBS: Words = Words::with(
    &[&BUILDING_VERBS],
    &[(GENERAL, &["建设", "新建", "创建", "培养", "引进", "配备", "设立", "建有", "完成"])],
);

/// Verbs of making that stand only between the one who makes and the number: 每县设置1家.
pub static SUPPLYING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "设置", "培育", "配置", "有", "办好", "建好", "配齐", "设有", "组建", "成立", "开设", "增设", "布设", "招募",
        "储备", "聘请", "配有",
    ],
)]);

/// Verbs of gaining, before the things or their number, but not behind the one who gains: 新增医院5家.
pub static GAINING_VERBS: Words = Words::new(&[(GENERAL, &["新增", "拥有"])]);

/// Words that close a verb before the number it comes to, or stand alone behind a metric: 拓展至, 知晓率在.
pub static ARRIVALS: Chars = Chars::new(&[(GENERAL, "到至在")]);

/// Verbs before 为 that set a number, while a noun before 为 has it: 医护比优化为1∶1.2, but 收入构成为40%.
pub static SETTING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "优化", "调整", "固定", "确定", "设定", "核定", "限定", "锁定", "压缩", "升级", "变更", "更改", "精简", "统一",
        "缩减", "提档", "下调", "上调", "改善",
    ],
)]);

/// Words before a value that holds for each part of a list: 高血压、糖尿病患者管理率均达到70%.
pub static ALIKE_WORDS: Words = Words::new(&[(GENERAL, &["均", "都", "各", "皆", "双双"])]);

/// Verbs before a metric that say how it is to change, or that it is to stay: 提高普及率到95%, 保持参保率在97%以上.
pub static LEADING_VERBS: Words = Words::with(
    &[&FALL_VERBS, &RISE_VERBS, &LIFT_VERBS],
    &[(
        GENERAL,
        &["控制", "保持", "稳定", "维持", "减少", "增加", "扩大", "缩短", "压减", "压降", "巩固", "严控", "推动"],
    )],
);

/// Verbs of having behind the own place, before the things of which it has so many: 全市共有三级医院15家.
pub static TOTAL_VERBS: Words =
    Words::new(&[(GENERAL, &["共有", "总共有", "一共有", "共设有", "共建有", "共拥有", "共设置", "将有", "将共有"])]);

/// Words behind things or people that are counted, for what becomes of them: 选派50名骨干医师赴上级医院进修.
pub static WAYS_OF_THINGS: Words = Words::new(&[(GENERAL, &["赴", "前往", "参加", "到上级", "到基层", "进行"])]);

/// Acts by which people or things are counted, at the end of the name of what is done: 户厕改造6万户.
pub static COUNTED_ACTS: Words = Words::new(&[(
    GENERAL,
    &[
        "培训",
        "轮训",
        "就业",
        "再就业",
        "创业",
        "改造",
        "救助",
        "资助",
        "筛查",
        "体检",
        "康复",
        "托养",
        "安置",
        "搬迁",
        "整治",
        "治理",
        "转移",
        "转移就业",
        "帮扶",
        "建档",
        "签约",
        "评估",
        "检查",
        "抽检",
        "监测",
        "适配",
        "加装",
        "更新",
        "修缮",
        "诊疗",
        "巡诊",
    ],
)]);

/// Verbs of doing something for people, which say less than what is done: 为6000户家庭实施适老化改造.
pub static SERVING_VERBS: Words =
    Words::new(&[(GENERAL, &["进行", "实施", "开展", "提供", "做", "免费提供", "免费开展", "免费做"])]);

/// Words before an object whose verb stands behind it: 将感染率控制在2%以内.
pub static OBJECT_OPENERS: Words = Words::new(&[(GENERAL, &["将", "把", "使", "让", "使得"])]);

/// Verbs behind those for whom something is counted, which hold for all that is counted: 每千人口拥有医师3人、护士4人.
pub static HAVING_VERBS: Words =
    Words::new(&[(GENERAL, &["拥有", "配备", "配有", "配置", "设有", "设置", "建有", "享有"])]);

/// Verbs of making that open a clause before the things they count, and end names otherwise: 改造小区5个, but 小区改造5个.
pub static RENEWING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "改建",
        "扩建",
        "改造",
        "培育",
        "新改建",
        "改扩建",
        "新改扩建",
        "新扩建",
        "提升改造",
        "建设提升",
        "改造提升",
        "组建",
        "制修订",
        "整治",
        "认定",
        "引育",
        "培训",
        "招引",
        "配齐",
        "购置",
        "添置",
        "增设",
        "增配",
        "布设",
        "选树",
        "选派",
        "招收",
        "招录",
        "招聘",
        "命名",
        "更新",
        "更换",
        "采购",
        "救助",
        "资助",
        "储备",
        "遴选",
        "引入",
        "投放",
        "创成",
        "创建成",
        "创建成功",
        "争创",
        "创评",
        "评选",
        "评定",
        "评选表彰",
        "选育",
        "孵化",
        "打造成",
        "打造形成",
        "培育形成",
        "培育壮大",
        "培养造就",
        "选拔",
        "选聘",
        "推出",
        "推选",
        "编印",
        "印制",
        "制作",
        "轮训",
        "续建",
        "评聘",
        "引聘",
        "柔性引进",
        "新辟",
        "新开",
        "添建",
        "补建",
        "铺设",
        "建强",
        "新开工",
        "设置",
        "定向培养",
        "联合培养",
        "委托培养",
        "订单定向培养",
        "提质扩能",
        "提质改造",
        "提质升级",
        "提标扩能",
        "扩容提质",
        "升级改造",
        "改造升级",
        "更新改造",
        "维修改造",
        "新建改扩建",
        "新建改造",
        "新建改建",
        "新改建设",
    ],
)]);

/// What is measured of a subject, before 率 or its like: 规范管理 of 患者规范管理率.
pub static RATE_STEMS: Words = Words::with(
    &[&QUALITY_STEMS],
    &[
        (
            GENERAL,
            &[
                "规范",
                "及时",
                "有效",
                "综合",
                "集中",
                "系统",
                "定期",
                "随访",
                "报告",
                "健康",
                "无害化",
                "资源化",
                "规律",
                "规范化",
                "动态",
            ],
        ),
        (GENERAL, &["管理", "知晓", "治疗", "控制", "治愈", "患病", "发病", "死亡", "覆盖", "普及", "处置"]),
        (
            GENERAL,
            &[
                "处理", "利用", "回收", "分类", "收集", "检测", "监测", "抽检", "检查", "建档", "签约", "参保", "持证",
                "入住",
            ],
        ),
        (GENERAL, &["使用", "完成", "办结", "满意", "筛查", "早诊", "申报", "接种", "入学", "配备", "近视"]),
        (
            GENERAL,
            &[
                "建成",
                "消除",
                "整改",
                "查处",
                "公开",
                "响应",
                "受理",
                "上网",
                "联网",
                "登记",
                "备案",
                "巡查",
                "清运",
                "发生",
                "抗病毒",
                "完好",
                "认知",
            ],
        ),
        (GENERAL, &["可办", "线上", "网上", "网办", "全程", "即办", "好评", "结算"]),
        (
            GENERAL,
            &["服药", "面访", "早治", "检出", "干预", "救治", "履约", "结案", "转诊", "互认", "激活", "追溯", "直报"],
        ),
    ],
);

/// What says how good something is, before 率: 合格 of 体质健康合格率, whose subject 优良率 behind it shares.
pub static QUALITY_STEMS: Words = Words::new(&[(GENERAL, &["合格", "优良", "优秀", "达标", "良好", "及格"])]);

/// Verbs that open names and say of what kind the things are: 授权发明专利, 注册志愿者.
pub static ATTRIBUTE_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "授权", "持证", "注册", "参保", "在岗", "备案", "挂牌", "入驻", "上市", "定向", "执业", "登记", "在册", "就业",
        "高发", "失业", "急救", "住院", "出院", "签约", "转诊",
    ],
)]);

/// Words that open a metric whose subject stands before it: 对国民经济的贡献度.
pub static RELATING_WORDS: Words = Words::new(&[(GENERAL, &["对"])]);

/// Names that begin with a verb of making: 建成区绿化.
pub static MAKING_NOUNS: Words = Words::new(&[(GENERAL, &["建成区", "建设用地"])]);

/// Words before a verb of reaching that deny it: 未达到.
pub static NEGATIONS: Words = Words::new(&[(GENERAL, &["未", "不", "没有", "尚未", "无法", "难以"])]);

/// Nouns behind 达到90%的 that leave it a target.
pub static GOAL_NOUNS: Words = Words::new(&[(
    GENERAL,
    &["目标", "要求", "水平", "标准", "规划", "年度目标", "总目标", "覆盖", "比例", "增长", "增速"],
)]);

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
            "累计",
            "每年",
            "提倡",
            "倡导",
            "共有",
            "总共有",
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
    &[&AUXILIARIES, &PLEDGES, &AROUND_METRICS, &ALIKE_WORDS],
    &[(GENERAL, &["将", "分别", "目标", "实现", "全部", "基本", "逐年", "每年", "至少", "已", "也", "需", "原则上"])],
);

/// Words whose last character or word looks like one that only stands before a value, and is none: 功能达到100%, 主要目标全部实现.
pub static COMPOUNDS: Words = Words::new(&[
    (
        GENERAL,
        &[
            "功能", "性能", "可能", "供应", "反应", "对应", "相应", "许可", "需要", "主要", "必要", "行为", "人均",
            "平均", "成都", "首都", "人才", "引才", "英才", "成才", "船只",
        ],
    ),
    (
        GENERAL,
        &["主要目标", "阶段性目标", "总体目标", "战略目标", "规划目标", "各项目标", "既定目标", "预期目标", "发展目标"],
    ),
]);

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
            "增幅",
            "增速",
            "降幅",
            "年限",
            "满意度",
            "住院日",
            "密度",
            "半径",
            "指数",
            "强度",
            "能耗",
            "时长",
        ],
    )],
);

/// Words before a number that say what it is, and not that it is to be reached: 约30%.
pub static WEAK_LEADS: Words = Words::with(&[&AUXILIARIES], &[(GENERAL, &["约", "为"])]);

/// Words of a value that is not to be exceeded: 控制在, 以内.
pub static BEFORE_CEILINGS: Words = Words::new(&[(GENERAL, &["控制", "以内", "以下", "不超过", "不高于"])]);
