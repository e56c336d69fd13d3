//! Words for things that stand beside their like in lists with one measure: 高血压、糖尿病患者规范管理率, 城市、农村居民收入.

use crate::lexicon::office::INSTITUTION_ENDINGS;
use crate::lexicon::target::HAVING_VERBS;
use crate::lexicon::{Chars, GENERAL, Words};

/// Last words of the names of diseases and conditions: 糖尿病, 脑卒中.
pub static DISEASES: Words = Words::new(&[
    (GENERAL, &["病", "症", "癌", "炎", "瘤", "疹", "痘", "血压", "血糖", "血脂", "卒中", "梗死", "梗塞"]),
    (GENERAL, &["慢阻肺", "哮喘", "障碍", "结核", "尘肺", "乙肝", "丙肝", "梅毒", "脊灰", "流感", "痴呆"]),
    (GENERAL, &["肥胖", "超重", "贫血", "龋齿", "近视", "骨质疏松", "跌倒", "失能", "伤害", "溺水"]),
    (GENERAL, &["骤停", "心梗", "脑梗", "中风", "出血", "感染", "缺陷", "畸形", "精神分裂", "胸痛", "创伤"]),
]);

/// Pollutants whose amounts are measured; the names of some end like that of an amount (化学需氧量).
pub static POLLUTANTS: Words = Words::new(&[(
    GENERAL,
    &[
        "需氧量",
        "氨氮",
        "氮氧化物",
        "有机物",
        "总磷",
        "总氮",
        "二氧化硫",
        "颗粒物",
        "PM2.5",
        "PM10",
        "臭氧",
        "粉尘",
        "噪声",
        "毒物",
        "油烟",
        "甲醛",
        "苯系物",
    ],
)]);

/// Substances with names of one character, which a list may hold: 铅、苯检测合格率.
pub static SUBSTANCES: Words =
    Words::new(&[(GENERAL, &["铅", "苯", "汞", "镉", "砷", "铬", "氟", "碘", "磷", "氮", "硒", "盐", "油", "糖"])]);

/// Last words of the names of houses in which people are cared for or taught, or work.
pub static HOUSES: Words = Words::with(&[&INSTITUTION_ENDINGS, &NAMED_HOUSES], &[]);

/// Houses by words of more than one character, which end no other name.
pub static NAMED_HOUSES: Words = Words::new(&[(
    GENERAL,
    &["卫生室", "实验室", "服务室", "活动室", "机构", "机关", "单位", "企业", "幼儿园", "托班", "商场", "超市"],
)]);

/// Last words of the places whose parts a list names, if it names no other: 公立医院 of 公立医院门诊、住院费用.
pub static OWNING_PLACES: Words = Words::new(&[
    (GENERAL, &["医院", "医疗机构", "卫生机构", "卫生院", "服务中心", "学校", "农村", "乡村", "城镇", "城市", "县城"]),
    (
        GENERAL,
        &["农村地区", "城市地区", "城区", "山区", "脱贫地区", "民族地区", "边远地区", "边境地区", "革命老区", "流行区"],
    ),
    (GENERAL, &["养老机构", "托育机构", "社会办医"]),
    (
        GENERAL,
        &["工作场所", "作业场所", "公共场所", "经营场所", "教学场所", "场所", "车间", "教室", "食堂", "工地", "校园"],
    ),
]);

/// Areas of a city as planners name them, which hold for the rates of a list if the first rate opens with one.
pub static PLANNED_AREAS: Words = Words::new(&[(GENERAL, &["建成区", "城市建成区", "县城建成区", "中心城区建成区"])]);

/// Words for a group of which the parts of a list are examples or members: 医院、学校等公共场所, 县级、乡级两级医院.
pub static GROUP_WORDS: Words =
    Words::new(&[(GENERAL, &["等", "两级", "三级联动", "两类", "三类", "四类", "两项", "三项", "两个", "各类", "两"])]);

/// Subjects that stand beside their like before one measure: 城市、县城污水处理率.
pub static PARALLEL_SUBJECTS: Words = Words::new(&[
    (GENERAL, &["城市", "县城", "城镇", "农村", "乡村", "城区", "建制镇", "小学", "初中", "高中", "男性", "女性"]),
    (GENERAL, &["市区", "山区", "平原", "沿海", "内地", "新区", "老城区", "平川区", "库区"]),
    (GENERAL, &["国家级", "省级", "市级", "县级", "镇级", "乡级", "村级", "一级", "二级", "三级", "公办", "民办"]),
]);

/// Last words of the names of those who do some work: 注册护士, 全科医生, 护理员.
pub static PROFESSIONS: Words = Words::new(&[(
    GENERAL,
    &[
        "医生",
        "护士",
        "医师",
        "药师",
        "技师",
        "教师",
        "师",
        "士",
        "员",
        "工作者",
        "志愿者",
        "带头人",
        "技术人才",
        "工人",
        "校医",
        "村医",
        "名中医",
    ],
)]);

/// Words for that of which a unit is meant: 单位地区生产总值能耗, 万元工业增加值用水量.
pub static UNIT_BASES: Words =
    Words::new(&[(GENERAL, &["生产总值", "增加值", "GDP", "产值", "国内生产总值", "产品", "面积", "建筑面积"])]);

/// Last words of the names of money that is earned or spent.
pub static MONEYS: Words = Words::new(&[(GENERAL, &["经费", "收入", "支出", "费用", "资金", "投入"])]);

/// Words behind a word for people that make it part of the name of what is spent on them: 人员经费.
pub static PEOPLE_COSTS: Words =
    Words::with(&[&MONEYS], &[(GENERAL, &["薪酬", "工资", "编制", "配置", "配备", "培训"])]);

/// Verbs behind those who do or have something, which hold for all parts of a list: 医院设置康复科、儿科的比例.
pub static HOLDING_VERBS: Words = Words::with(
    &[&HAVING_VERBS],
    &[(GENERAL, &["设立", "开设", "开展", "提供", "接入", "达到", "参加", "加入", "承接", "实施", "执行"])],
);

/// Verbs of people and of their work, before the parts of a list that an attribute shares: 接触粉尘、噪声作业的劳动者.
pub static ENGAGING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "采购",
        "集采",
        "定期检测",
        "监控",
        "使用",
        "接触",
        "从事",
        "患有",
        "取得",
        "获得",
        "享受",
        "接受",
        "具备",
        "具有",
        "掌握",
        "涉及",
        "暴露于",
        "感染",
        "来自",
    ],
)]);

/// Nouns for the kinds of things that are counted, which close a list and hold for all its parts: 集采药品、耗材品种.
pub static COUNTED_KINDS: Words = Words::new(&[
    (GENERAL, &["品种数量", "病种数量", "品种数", "病种数", "项目数"]),
    (GENERAL, &["品种", "品规", "病种", "术式", "种类", "品类", "项目", "目录", "事项", "点位", "点位数"]),
]);

/// Shares of amounts, which close a list of things and hold for all of them: 采购药品、耗材金额占比.
pub static AMOUNT_SHARES: Words =
    Words::new(&[(GENERAL, &["金额占比", "金额比例", "金额比重", "费用占比", "费用比例", "数量占比", "用量占比"])]);

/// Last words of such an attribute that belong to each part of the list: 作业 of 粉尘、噪声作业的.
pub static SHARED_NOUNS: Words = Words::new(&[(
    GENERAL,
    &[
        "作业", "岗位", "服务", "科室", "工作", "行业", "专业", "项目", "治疗", "培训", "保险", "环境", "职称", "资格",
        "证书", "学历", "门诊", "病房", "床位", "功能", "疾病", "待遇", "疫苗", "技术", "课程", "危害", "因素", "设备",
        "设施",
    ],
)]);

/// Last characters of words that only say of what kind the noun behind them is: 植入类医疗器械.
pub static KIND_ENDINGS: Chars = Chars::new(&[(GENERAL, "类型性级式款档")]);

/// Nouns that say how or where something is done, before the verb of a measure: 跨省结算率.
pub static WAYS_OF_MEASURES: Words = Words::new(&[(GENERAL, &["跨省", "质量", "平台", "电子"])]);

/// Parts of a whole that stand behind the name of what is measured, before their values: 覆盖率城市达到95%、农村达到60%.
pub static PARTS_OF_WHOLE: Words = Words::with(
    &[&PARALLEL_SUBJECTS],
    &[
        (
            GENERAL,
            &["乡镇", "街道", "社区", "行政村", "县域", "市域", "中心城区", "主城区", "建成区", "城市地区", "农村地区"],
        ),
        (
            GENERAL,
            &[
                "脱贫地区",
                "民族地区",
                "重点地区",
                "城市社区",
                "农村社区",
                "县级以上城市",
                "重点人群",
                "特殊人群",
                "一般人群",
            ],
        ),
        (GENERAL, &["职工医保", "居民医保", "城乡居民医保", "城镇职工", "城乡居民", "郊区", "牧区"]),
        (GENERAL, &["男生", "女生", "小学生", "初中生", "高中生", "老年人", "儿童", "孕产妇", "职工", "居民", "成人"]),
        (
            GENERAL,
            &[
                "公立医院",
                "民营医院",
                "三级医院",
                "二级医院",
                "基层医疗机构",
                "基层医疗卫生机构",
                "乡镇卫生院",
                "村卫生室",
            ],
        ),
    ],
);

/// Verbs of growing and making, between what is grown and how much of it: 种植 of 中药材种植面积.
pub static GROWING_VERBS: Words =
    Words::new(&[(GENERAL, &["种植", "播种", "栽培", "养殖", "生产", "加工", "种养", "基地"])]);

/// How much is grown or made.
pub static OUTPUTS: Words = Words::new(&[(
    GENERAL,
    &["产量", "产值", "总产量", "总产值", "年产量", "年产值", "综合产值", "加工产值", "销售额", "年销售额", "加工量"],
)]);

/// Words that end like the name of a house and name none: 住院患者满意度.
pub static HOUSE_ACTS: Words = Words::new(&[(GENERAL, &["住院", "出院", "入院", "转院", "入园", "在校", "在园"])]);

/// Last words of the name of an industry, before its size.
pub static INDUSTRY_ENDINGS: Words = Words::new(&[(GENERAL, &["产业", "业", "经济", "产业集群", "园区", "企业"])]);

/// How large an industry is, behind its name: 总规模 of 体育产业总规模.
pub static SIZES_OF_INDUSTRY: Words = Words::new(&[(
    GENERAL,
    &[
        "总规模",
        "规模",
        "总产值",
        "产值",
        "总收入",
        "营业收入",
        "营业总收入",
        "主营业务收入",
        "销售收入",
        "综合产值",
        "总量",
    ],
)]);

/// What is measured of an industry that the measure before it names: 增加值占地区生产总值比重.
pub static VALUES_OF_INDUSTRY: Words = Words::new(&[(GENERAL, &["增加值", "利税", "利润总额"])]);
