//! The words in names of metrics (孕产妇死亡率, 每千人口注册护士数): whose the values are, which direction is better, what
//! is a share of a whole; and the units of their values.

use crate::lexicon::unit::PEOPLE;
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Nouns that say only what kind of thing a part is: 公交车中新能源|车辆|比例.
pub static NOUNS_OF_PARTS: Words =
    Words::new(&[(GENERAL, &["车辆", "人员", "人数", "数量", "机构", "单位", "企业", "数", "人口", "病例", "患者"])]);

/// Words for the whole of the own place: 全市.
pub static OWN_PLACES: Words = Words::new(&[(GENERAL, &["全市", "全区", "全县", "全镇", "我市", "我区", "我县"])]);

/// Names of the own place of any level, before the verb of what is made there: 全省新增公费医学生3500名.
pub static MAKING_PLACES: Words =
    Words::with(&[&OWN_PLACES], &[(GENERAL, &["全省", "全州", "全盟", "全旗", "全自治区", "全自治州", "全域"])]);

/// Prefixes of a name that only say that it is of the plan's own place.
pub static OWN_PREFIXES: Words = Words::with(
    &[&OWN_PLACES, &RATIO_WORDS],
    &[(GENERAL, &["本市", "本区", "本县", "城乡居民", "居民", "我", "辖区"])],
);

/// Prefixes of a name whose values are of another place than the plan's, or of each part of it.
pub static OTHER_PREFIXES: Words = Words::with(
    &[&HIGHER_LEVEL_PREFIXES],
    &[(GENERAL, &["我国", "国家级", "省级", "各镇", "各县", "各区", "每个", "各"])],
);

/// Prefixes of a name whose values are those of the province or the nation.
pub static HIGHER_LEVEL_PREFIXES: Words = Words::new(&[(GENERAL, &["全省", "全国", "我省"])]);

/// Spellings that plans print, each with the one that the registry lists.
pub static SPELLINGS: Glossary<&str> =
    Glossary::new(&[(GENERAL, &[("千人常住人口", "千常住人口"), ("万人常住人口", "万常住人口"), ("设立", "设置")])]);

/// Words that some plans put into a name and others leave out.
pub static OPTIONAL_WORDS: Words = Words::new(&[(
    GENERAL,
    &["适龄儿童", "目标人群", "国家", "免费", "居民", "人群", "医疗机构", "医院", "全市", "现金"],
)]);

/// Rates of harm, shares of which less is better.
pub static HARM_RATES: Words = Words::new(&[(GENERAL, &["死亡率", "发病率", "患病率", "吸烟率", "近视率"])]);

/// Rates of coverage and success, shares of which more is better.
pub static COVERAGE_RATES: Words = Words::new(&[(
    GENERAL,
    &["覆盖率", "知晓率", "合格率", "达标率", "接种率", "参保率", "管理率", "签约率", "筛查率"],
)]);

/// Endings of names of which less is better.
pub static LESS_IS_BETTER: Words = Words::with(
    &[&HARM_RATES],
    &[(
        GENERAL,
        &[
            "感染率",
            "再住院率",
            "住院日",
            "使用强度",
            "发生率",
            "致残率",
            "复发率",
            "肥胖率",
            "超重率",
            "贫血率",
            "迟缓率",
            "不良检出率",
            "龋患率",
            "漏损率",
            "填埋率",
            "超重检出率",
            "肥胖检出率",
            "近视检出率",
            "贫血检出率",
            "异常检出率",
            "障碍检出率",
        ],
    )],
);

/// Endings of names of which more is better.
pub static MORE_IS_BETTER: Words = Words::with(
    &[&COVERAGE_RATES],
    &[(
        GENERAL,
        &[
            "支付比例",
            "普及率",
            "治理率",
            "绿地率",
            "绿化覆盖率",
            "优良率",
            "建档率",
            "配备率",
            "续约率",
            "检出率",
            "生存率",
            "床位数",
            "医师数",
            "医师",
            "医生数",
            "护士数",
            "护士",
            "药师数",
            "人员数",
            "公共卫生人员",
            "诊疗量比例",
            "诊疗量占比",
            "床位数比例",
            "满意度",
            "经费人均标准",
            "学历比例",
            "住户占比",
        ],
    )],
);

/// Words for shares of a whole.
pub static SHARES: Words = Words::with(
    &[&HARM_RATES, &COVERAGE_RATES, &SHARES_ABOVE_WHOLE, &RATIO_WORDS],
    &[(
        GENERAL,
        &["覆盖面", "治疗率", "普及率", "处理率", "报告率", "建档率", "配备率", "治愈率", "参与率", "服务率", "入住率"],
    )],
);

/// Shares that can exceed the whole: extra beds in a ward, a plan more than carried out.
pub static SHARES_ABOVE_WHOLE: Words = Words::new(&[(GENERAL, &["使用率"])]);

/// Canonical units of rates, of which each rate has a customary one.
pub static RATE_UNITS: Words = Words::new(&[(GENERAL, &["%", "‰", "1/10万"])]);

/// Units too large for the values of a city or a district.
pub static NATIONAL_UNITS: Words = Words::new(&[(GENERAL, &["亿人", "亿人次"])]);

/// Words for a part of a whole that is measured against it.
pub static RATIO_WORDS: Words = Words::new(&[(GENERAL, &["比例", "比重", "占比"])]);

/// Last words of names of shares, besides the words for ratios.
pub static SHARE_WORDS: Words = Words::new(&[(GENERAL, &["率", "百分比"])]);

/// Endings of names that are measured as a share, in %, ‰ or the like.
pub static SHARE_ENDINGS: Words = Words::with(&[&SHARE_WORDS, &RATIO_WORDS], &[(GENERAL, &["接种"])]);

/// Characters in a name that say who does something to whom, or what is a share of what.
pub static DIRECTIONS: Chars = Chars::new(&[(GENERAL, "向对由从到至被给比占较")]);

/// Words of a name and of its synonyms, each with what stands for it where two rows of a table are compared.
pub static SAME_MEANING: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("抽烟", "吸烟"),
        ("人数占总人口的百分比", "率"),
        ("人数占总人口的比例", "率"),
        ("人数占总人口的比重", "率"),
        ("人数占总人口百分比", "率"),
        ("人数占总人口比例", "率"),
        ("人数占总人口比重", "率"),
        ("人数占比", "率"),
        ("幼儿园", "园"),
        ("学生", "生"),
        ("老年人", "老人"),
        ("成年人", "成人"),
        ("成人", ""),
        ("15岁以上", ""),
        ("15岁及以上", ""),
        ("数量", ""),
        ("占比", "比例"),
        ("比重", "比例"),
        ("百分比", "比例"),
        ("适龄儿童", ""),
        ("目标人群", ""),
        ("人群", ""),
        ("免费", ""),
        ("在园", ""),
        ("幼儿", "儿童"),
        ("拥有", ""),
        ("的", ""),
    ],
)]);

/// Last words of names that surely count things: 指数 and 倍数 end in 数 as well.
pub static COUNTS_OF_THINGS: Words = Words::new(&[(GENERAL, &["数量", "个数", "家数", "所数"])]);

/// Last words of names that count things, beside which a name of the things' share is another measure.
pub static COUNT_ENDINGS: Words = Words::with(&[&COUNTS_OF_THINGS], &[(GENERAL, &["数"])]);

/// Names of counts of people, of which a share is as usual as the number.
pub static PEOPLE_COUNTS: Words = Words::new(&[(GENERAL, &["人数", "人口数", "人次数", "人数数量"])]);

/// Endings of the names of shares of things, which a count of the things may be taken for: 绿色社区比例, 标准化门诊建成率.
pub static SHARES_OF_THINGS: Words = Words::with(
    &[&RATIO_WORDS],
    &[(GENERAL, &["百分比", "建成率", "创建率", "创成率", "建设率", "设置率", "配备率", "开设率", "设立率", "占有率"])],
);

/// Words for what is done or provided, each with the one that stands for it where two wordings of a share are compared. A
/// longer one stands before those it holds.
pub static SAME_SERVICES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[("门急诊", "诊疗"), ("门诊", "诊疗"), ("就诊", "诊疗"), ("出院", "住院"), ("医护人员", "医务人员")],
)]);

/// Words that two wordings of a share differ in without meaning another one: 67%的养老床位为护理型, 护理型养老床位占比. A
/// longer one stands before those it holds.
#[rustfmt::skip]
pub static SHARE_FILLERS: Words = Words::with(&[&OWN_PLACES, &RATIO_WORDS], &[
    (GENERAL, &["辖区", "本市", "目前", "当前", "现有", "已经", "截至", "年末", "年底", "其中", "只有", "仅有", "仅", "只"]),
    (GENERAL, &["分担率", "占有率", "百分比", "份额", "率"]),
    (
        GENERAL,
        &[
            "提供", "承担", "完成", "负担", "供应", "供给", "诊治", "收治", "接诊", "办理", "处理", "运输", "承运", "创造", "贡献",
            "配备", "配有", "配置", "设置", "设有", "设立", "开设", "建有", "建立", "建成", "拥有", "具备", "具有", "属于", "来自",
            "得到", "获得", "接受", "享有", "实现", "覆盖", "普及",
        ],
    ),
    (GENERAL, &["总数量", "总数", "总量", "总额", "数量", "人次数", "人次", "人数", "人员", "服务", "任务", "工作", "业务"]),
    (GENERAL, &["占", "为", "由", "是", "有", "的", "了", "达", "到", "在", "已", "数", "量", "总", "型", "类", "性", "年"]),
]);

/// Words behind the part of a whole that a share is of: 床位占, 占比达.
pub static PART_VERBS: Words = Words::new(&[(GENERAL, &["的", "占", "承担", "提供", "完成", "贡献", "收治", "接诊"])]);

/// Shares in words, each with its parts in a hundred; 成 stands behind its numeral.
pub static SHARES_IN_WORDS: Glossary<f64> = Glossary::new(&[(
    GENERAL,
    &[
        ("三分之一", 33.3),
        ("三分之二", 66.7),
        ("四分之一", 25.0),
        ("四分之三", 75.0),
        ("五分之一", 20.0),
        ("五分之二", 40.0),
        ("五分之三", 60.0),
        ("五分之四", 80.0),
        ("一半", 50.0),
    ],
)]);

/// Names of things that are newly set up or grow quickly, so that a manifold target is no slip.
pub static FAST_GROWING: Words = Words::new(&[(
    GENERAL,
    &[
        "托位",
        "托育",
        "增加值",
        "产值",
        "规模",
        "营业收入",
        "营收",
        "投资",
        "贸易额",
        "交易额",
        "充电桩",
        "新能源",
        "5G",
        "数字",
        "专利",
        "新增",
        "新建",
        "累计",
        "再生水",
        "装机",
        "储能",
        "算力",
        "企业数",
        "个数",
        "家数",
        "项目数",
    ],
)]);

/// Words in the names of ratios and indices, which have no unit.
pub static WITHOUT_UNIT: Words = Words::new(&[(
    GENERAL,
    &[
        "比",
        "指数",
        "系数",
        "性别比",
        "等级",
        "排名",
        "位次",
        "能耗强度",
        "排放强度",
        "投入强度",
        "消耗强度",
        "碳强度",
        "级别",
        "弹性",
        "得分",
        "评分",
        "满意度",
        "水平",
    ],
)]);

/// Rates of the registered that are counted in ‰ where they are of mental disorders, who are a few in a thousand.
pub static REGISTERED_RATES: Words = Words::new(&[(GENERAL, &["报告患病率", "患病率"])]);

/// What such a rate must be of, in its name or in the text around it.
pub static MENTAL_DISORDERS: Words = Words::new(&[(GENERAL, &["精神障碍", "精神疾病", "精神病", "精神卫生"])]);

/// Rates of infections outside the registry, which are counted in 1/10万.
pub static INFECTION_RATES: Words = Words::new(&[(GENERAL, &["结核病发病率", "传染病发病率"])]);

/// Openings of names whose values are counted for so many people or things: 每千人, 人均.
pub static MEASURED_OPENINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "每千",
        "每万",
        "每十万",
        "每百万",
        "每百",
        "每10万",
        "每1000",
        "千人",
        "万人",
        "千名老",
        "万名老",
        "千名儿童",
        "人均",
    ],
)]);

/// For how many people something is counted, a longer wording before those it begins with.
pub static FOR_PEOPLE: Words = Words::new(&[(
    GENERAL,
    &["每千人口", "每千人人口", "每千人", "每万人口", "每万人", "每十万人口", "每10万人口", "每10万人"],
)]);

/// Those for whom something is counted, behind such an opening: 人口 of 每千人口.
pub static COUNTED_PEOPLE: Words = Words::with(
    &[&PEOPLE],
    &[(
        GENERAL,
        &["人常住人口", "名常住人口", "名老年人", "名儿童", "名学生", "名职工", "名居民", "名新生儿", "名孕产妇"],
    )],
);

/// Last words of the names of those whose rates follow one another: 患者规范管理率…，服药率….
pub static RATED_PEOPLE: Words = Words::new(&[(
    GENERAL,
    &[
        "患者",
        "人群",
        "儿童",
        "妇女",
        "产妇",
        "老年人",
        "老人",
        "居民",
        "学生",
        "新生儿",
        "感染者",
        "病人",
        "劳动者",
        "职工",
        "人员",
        "青少年",
        "成人",
        "成年人",
        "青壮年",
        "中青年",
        "孕妇",
        "婴幼儿",
        "中小学生",
        "残疾人",
        "婴儿",
        "未成年人",
        "农民工",
        "负责人",
        "从业者",
        "低收入人口",
        "脱贫人口",
        "流动人口",
        "困难群众",
    ],
)]);

/// First words of rates that name people of their own: 婴儿死亡率 behind 孕产妇死亡率.
pub static PEOPLE_IN_RATES: Words = Words::with(
    &[&RATED_PEOPLE],
    &[(
        GENERAL,
        &["幼儿", "围产儿", "胎儿", "孕产", "教师", "医师", "医生", "护士", "家庭", "人口", "男", "女", "军人", "农民"],
    )],
);

/// Words before what each person has or takes, which hold for all parts of a list: 人均每日食盐、食用油摄入量.
pub static EACH_WORDS: Words =
    Words::new(&[(GENERAL, &["人均每日", "每人每日", "每人每天", "人均", "每日", "每天", "日均", "年均"])]);

/// Last words of the names of growths, which are measures of other measures: 住院费用增幅.
pub static GROWTH_ENDINGS: Words =
    Words::with(&[&RATIO_WORDS], &[(GENERAL, &["增幅", "增速", "增长率", "增长幅度", "降幅", "下降率", "下降幅度"])]);

/// Words between the name of a part and its share of the whole: 综合医院占42%.
pub static PART_SHARES: Words = Words::new(&[(GENERAL, &["占比达到", "占比为", "占比达", "占比", "约占", "占"])]);

/// Words between the name of one who pays and the share that is paid: 中央财政承担60%.
pub static SHARE_BEARING: Words = Words::new(&[(GENERAL, &["承担", "负担", "分担", "出资", "贡献"])]);

/// Words behind the name of a whole that only say that it is all of it: 占行政村总数的85%.
pub static WHOLE_WORDS: Words = Words::new(&[(
    GENERAL,
    &["总数", "总量", "总人数", "总人口数", "总体", "总额", "全部", "比重", "比例", "总", "数"],
)]);

/// Names of the population of a place, by which rates per head are counted.
pub static POPULATIONS: Words = Words::new(&[(GENERAL, &["常住人口", "户籍人口", "服务人口", "总人口", "人口"])]);

/// Names of the shares that parts of one judgement have, in the clause of their list: 权重分别为40%、30%和30%.
pub static WEIGHTS: Words = Words::new(&[(GENERAL, &["权重", "占比分别为", "比重分别为", "比例分别为"])]);

/// Words before the listed shares of those who bear something together, and behind them: 按照30%、20%、50%的比例分担.
pub static SPLITTING: Words = Words::new(&[(GENERAL, &["按照", "按", "分别按", "分别承担", "各承担", "分别负担"])]);

/// Words behind the listed shares of those who bear something together.
pub static SPLIT_BEHIND: Words = Words::new(&[(
    GENERAL,
    &["的比例分担", "比例分担", "的比例承担", "的比例负担", "的比例安排", "的比例筹集", "的比例分摊", "的比例落实"],
)]);

/// Names of the rate of the old among all, without 率: 老龄化率.
pub static AGEING: Words = Words::new(&[(GENERAL, &["老龄化", "人口老龄化", "老年人口占比"])]);

/// Characters of the words right before a share: 占总数的, 占比达到.
pub static BEFORE_SHARES: Chars = Chars::new(&[(GENERAL, "占的比为到达")]);

/// Rates of all people of a place, whose names need not say so.
pub static OF_ALL_PEOPLE: Words = Words::new(&[(
    GENERAL,
    &[
        "签约率",
        "家庭医生签约率",
        "签约服务率",
        "居民签约率",
        "参保率",
        "医保参保率",
        "建档率",
        "居民电子健康档案建档率",
    ],
)]);
