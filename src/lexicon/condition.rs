//! The words of conditions and standards in sentences, whose numbers are no targets: 若…, 超过85%即启动, 按照不少于1辆的标准.

use crate::lexicon::task::DUTY_VERBS;
use crate::lexicon::{Chars, GENERAL, Words};

/// Words that open a condition: 若….
pub static CONDITION_OPENERS: Words = Words::new(&[(GENERAL, &["如", "若", "凡", "倘", "一旦", "对未", "对于未"])]);

/// Words that begin like a condition and open none: 若干….
pub static NOT_CONDITIONS: Words = Words::new(&[(GENERAL, &["若干", "如期"])]);

/// Words behind a value that make it the condition of what is done: 超过85%即启动, 低于60%便列入.
pub static CONDITION_CLOSERS: Words = Words::new(&[(
    GENERAL,
    &["即", "便", "就", "则", "后即", "后方可", "方可", "才可", "才能", "后可", "才予", "后予以"],
)]);

/// Words that begin like those behind a condition and are none: 即时.
pub static NOT_CONDITION_CLOSERS: Words =
    Words::new(&[(GENERAL, &["即时", "便民", "便利", "便捷", "就诊", "就业", "就医", "就近", "就读", "即期"])]);

/// Words behind a value that make it the time at which something is done: 达到80%时，由市指挥部统一调度.
pub static CONDITION_TIMES: Words = Words::new(&[(GENERAL, &["时", "的时候", "之时", "的情况下", "的情形", "后"])]);

/// Words behind such a time that tell what is done.
pub static AFTER_CONDITION_TIMES: Words = Words::with(
    &[&DUTY_VERBS],
    &[(GENERAL, &["启动", "启用", "由", "立即", "及时", "自动", "不再", "实施", "实行", "触发", "暂停"])],
);

/// Words before a year to come that make the clause the purpose of what stands before it: 为2035年建成健康强市奠定基础.
pub static PURPOSE_OPENERS: Words = Words::new(&[(
    GENERAL,
    &["为", "为了", "为实现", "为达到", "为顺利实现", "向", "向着", "朝", "朝着", "迈向", "面向", "着眼"],
)]);

/// Verbs of a clause that opens with 为 and only says what something is good for.
pub static PURPOSE_VERBS: Words =
    Words::new(&[(GENERAL, &["奠定", "打下", "打好", "夯实", "筑牢", "积累", "创造", "作出", "做出", "注入", "提供"])]);

/// Last words of such a clause.
pub static PURPOSE_CLOSERS: Words = Words::new(&[(
    GENERAL,
    &["基础", "支撑", "保障", "条件", "经验", "贡献", "动力", "底座", "步伐", "迈进", "前进", "准备", "示范"],
)]);

/// Words of a clause behind whose colon conditions are listed: 应当具备以下条件：….
pub static LISTED_CONDITIONS: Words = Words::new(&[(
    GENERAL,
    &[
        "以下条件",
        "下列条件",
        "如下条件",
        "以下情形",
        "下列情形",
        "基本条件",
        "申报条件",
        "准入条件",
        "以下标准",
        "下列标准",
    ],
)]);

/// Words that open a clause for those who do not meet the standards before it: 不符合要求的不予备案.
pub static FAILING_OPENERS: Words =
    Words::new(&[(GENERAL, &["不符合", "未达到", "达不到", "未达标", "不达标", "不具备", "违反", "逾期", "低于上述"])]);

/// Words between a figure and more of what tells which things are meant: 入住率低于30%且连续运营满两年的机构.
pub static MORE_CONDITIONS: Words = Words::new(&[(GENERAL, &["且", "并", "并且", "同时", "或", "或者"])]);

/// Last words of things that a condition describes, besides people and institutions: 绿地率低于25%、设施不达标的住宅小区.
pub static DESCRIBED_THINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "小区", "项目", "家庭", "地区", "科室", "床位", "车辆", "团队", "园区", "产品", "药品", "路段", "区域", "乡镇",
        "路口", "场所",
    ],
)]);

/// Verbs behind a figure that opens with a standard (按每床1200元给予补贴): what is given or built by it.
pub static STANDARD_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "给予", "予以", "发放", "补助", "补贴", "奖励", "资助", "配备", "配建", "配置", "建设", "计算", "确定", "执行",
        "核定",
    ],
)]);

/// Verbs that open a clause of advice to people, which binds nobody: 提倡每人每日食盐摄入量不超过5克.
pub static ADVISING_VERBS: Words = Words::new(&[(
    GENERAL,
    &["提倡", "倡导", "鼓励", "建议", "引导", "提醒", "指导", "督促", "劝导", "号召", "动员", "呼吁", "宣传"],
)]);

/// Last characters of the measures of what a person eats, drinks or walks, besides those of time: 食盐5克, 步行6000步.
pub static PERSONAL_MEASURES: Chars = Chars::new(&[(GENERAL, "克g升步次里斤杯勺顿口样餐")]);

/// Last words of the names of money that is given for something.
pub static FUNDS: Words = Words::new(&[(
    GENERAL,
    &[
        "资金",
        "投资",
        "经费",
        "债券",
        "贷款",
        "专款",
        "预算",
        "拨款",
        "基金",
        "概算",
        "补助",
        "奖补",
        "补助款",
        "专项债",
    ],
)]);

/// Verbs of giving money, before how much it is: 安排3200万元.
pub static ALLOTTING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "安排", "下达", "拨付", "划拨", "投入", "筹集", "筹措", "争取", "整合", "统筹", "列支", "追加", "募集", "申请",
        "撬动", "带动", "吸引", "落实", "补助", "奖补", "投资",
    ],
)]);

/// Words that open a clause about what such money is for, whose numbers are no targets: 用于5所卫生院建设.
pub static USE_OPENERS: Words = Words::new(&[(
    GENERAL,
    &[
        "用于",
        "主要用于",
        "专项用于",
        "重点用于",
        "专门用于",
        "全部用于",
        "专用于",
        "支持",
        "重点支持",
        "支持建设",
        "资助",
    ],
)]);

/// Words that open a standard by which something is done, and no metric: 按照每10万人口不少于1辆的标准.
pub static STANDARD_OPENERS: Words = Words::new(&[(GENERAL, &["按照", "按", "依照", "参照", "比照"])]);

/// Words that open a clause about the rule by which something is done: 依据《托育机构设置标准》, 落实场馆开放规定.
pub static RULE_OPENERS: Words = Words::with(
    &[&STANDARD_OPENERS],
    &[(GENERAL, &["根据", "依据", "遵照", "对照", "严格按照", "落实", "严格落实", "执行", "严格执行", "贯彻", "遵守"])],
);

/// Last words of the names of rules, whose bounds hold always and are no targets of a plan.
pub static RULES: Words = Words::new(&[(
    GENERAL,
    &[
        "办法",
        "规定",
        "标准",
        "条例",
        "规范",
        "细则",
        "规程",
        "准则",
        "导则",
        "规则",
        "法律法规",
        "技术要求",
        "设置要求",
    ],
)]);

/// Words of duty in the clauses of rules, whose bounds are no targets: 接种单位应具备2名以上医师，面积不低于60平方米.
pub static RULE_DUTIES: Words = Words::new(&[(
    GENERAL,
    &[
        "应当",
        "必须",
        "应具备",
        "应配备",
        "应设置",
        "应设立",
        "应有",
        "应配有",
        "应建有",
        "应按",
        "应至少",
        "须",
        "不得",
    ],
)]);

/// Words right before a bound that say that it holds as a rule.
pub static AS_A_RULE: Words = Words::new(&[(GENERAL, &["一般", "一般情况下", "通常", "最长", "最高", "最低", "最短"])]);

/// Openings of names of small things and groups, whose sizes rules bound: 每班人数, 每张床位使用面积, 每个团队签约人数.
pub static SMALL_THINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "每班",
        "每张",
        "每间",
        "每组",
        "每床",
        "每辆",
        "每个团队",
        "每个班",
        "每个小组",
        "每个站点",
        "每个班组",
        "每名医生",
        "每名护士",
    ],
)]);

/// Words before what is measured of a single thing, as rules about its size say: 单处建筑面积, 单体规模.
pub static SINGLE_THINGS: Words = Words::new(&[(
    GENERAL,
    &["单处", "单个", "单体", "单间", "单所", "单座", "单站", "单点", "单项设施", "单栋", "每处", "每间", "每床"],
)]);

/// What says how large a project is, and sets nothing: 占地98亩.
pub static PROJECT_SIZES: Words = Words::new(&[(
    GENERAL,
    &[
        "占地",
        "占地面积",
        "总占地",
        "总占地面积",
        "用地",
        "用地面积",
        "总用地面积",
        "建筑面积",
        "总建筑面积",
        "规划床位",
    ],
)]);

/// Words for those who are given money, behind which stands what they must do for it: 接受补助的体育馆.
pub static GIVEN_MONEY: Words = Words::new(&[(GENERAL, &["补助的", "补贴的", "奖补的", "资助的", "奖励的", "资金的"])]);

/// Verbs of putting projects on a list, before how many there are: 谋划实施重大项目64个.
pub static LISTING_VERBS: Words = Words::new(&[(GENERAL, &["谋划", "策划", "安排实施", "规划实施", "规划布局"])]);

/// What plans of land use set for housing, whose bounds are rules where something is built or rebuilt.
pub static PLANNING_NORMS: Words = Words::new(&[(GENERAL, &["绿地率", "绿化率", "容积率", "建筑密度"])]);

/// Words of sentences on what an insurance pays, whose shares are rules unless a year stands beside them.
pub static BENEFIT_WORDS: Words =
    Words::new(&[(GENERAL, &["起付线", "起付标准", "起付金", "封顶线", "最高支付限额", "年度支付限额", "最高限额"])]);

/// Words for housing that is newly built, for which rules say what must be built with it.
pub static NEW_HOUSING: Words = Words::new(&[(
    GENERAL,
    &[
        "新建居住区",
        "新建居住小区",
        "新建居住（小）区",
        "新建住宅",
        "新建小区",
        "新建商品房",
        "新建楼盘",
        "新建城区",
        "新建社区",
        "新建城镇住宅",
        "新建、改建居住区",
        "新建和改建居住区",
    ],
)]);

/// What a survey is made of, and no plan aims at.
pub static NO_AIMS: Words = Words::new(&[(
    GENERAL,
    &["样本量", "样本数", "样本", "调查对象", "受访者", "调查户数", "有效问卷", "问卷", "抽样人数", "计划", "拟"],
)]);

/// Verbs of saving for people what they had to pay, which only reports tell in numbers: 为群众节约药费约4.3亿元.
pub static SAVINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "节约药费",
        "节省药费",
        "节约费用",
        "节省费用",
        "节约资金",
        "节省资金",
        "节约医药费",
        "节省医药费",
        "减轻负担",
        "减轻群众",
        "减轻患者",
    ],
)]);
