//! The words that give a misprint away: characters that are never doubled, words left over, ends that are none.

use crate::lexicon::office::COMMON_OFFICE_CHARS;
use crate::lexicon::place::{LOCAL_LEVELS, OTHER_LEVELS};
use crate::lexicon::target::{CONJUNCTION_CHARS, TARGET_TITLES};
use crate::lexicon::value::{COMES_TO, REACHED};
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Words that sound like a term (防治) and are right.
pub static HOMOPHONES: Words = Words::new(&[(GENERAL, &["防制", "检测", "监测"])]);

/// Characters that a phrase may do without.
pub static OPTIONAL_CHARS: Chars = Chars::with(&[&CONJUNCTION_CHARS], &[(GENERAL, "的之等")]);

/// Last characters of names of places, so that what stands before them may be part of one: 镜洲镇, 泷江.
pub static BEHIND_NAMES: Chars =
    Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "乡村街路江河湖山岛港湾桥寺塔庄屯坪寨岭溪涌")]);

/// Characters that are never printed twice in a row, but for [`DOUBLED_CHARS`].
pub static NEVER_DOUBLED: Chars = Chars::new(&[(GENERAL, "的局率或将被者们")]);

/// Characters that mostly stand alone, so that one that belongs to no word says nothing of a slip.
pub static STANDING_ALONE: Chars = Chars::with(
    &[&CONJUNCTION_CHARS, &NEVER_DOUBLED],
    &[(GENERAL, "了在等是为由从至让使以按经各每本其此个不未应可须也又均都还再但你他市县省")],
);

/// Words that print such a character twice in a row all the same.
pub static DOUBLED_CHARS: Words = Words::new(&[(GENERAL, &["目的的", "局局长"])]);

/// Characters that form a word of two with themselves, at the start or the end of a clause as well: 人人, 层层, 等等.
pub static REDUPLICATED: Chars = Chars::new(&[(
    GENERAL,
    "人处事时层步年天日月夜代家户村镇乡街点条件样种个级面方环息源生欣孜兢循谆比累稳紧牢深大多早远常往仅刚偏恰默悄渐等星宝妈爸爷奶哥姐弟妹太叔谢看试想说走跳听好高低细慢快满真实切明白清静落芸绰津娓区千百男女梭猩狒饽馍粑场声册行节朵叶箱捆粒趟帧桩站篇首支队列排幅座栋棵本套课厚浓密",
)]);

/// Last characters of the names of parts of an office or a school, whose heads are called so: 宣传司司长, 财务科科长.
pub static UNIT_LAST_CHARS: Chars = Chars::new(&[(GENERAL, "司课处科股组系班院馆站团队")]);

/// Particles that stand behind a word which may end in the same character: 脚踏实地地.
pub static ENDING_ADVERBS: Chars = Chars::new(&[(GENERAL, "地")]);

/// Words of one character before words that may begin with the same one: 了了解, 和和谐.
pub static SMALL_WORDS: Chars = Chars::new(&[(GENERAL, "了和会要对以为与在")]);

/// First characters of words that are said twice for stress, or for one after the other: 很多很多, 每年每年.
pub static REPEATED_STARTS: Chars = Chars::new(&[(GENERAL, "很最极更太老大多每各")]);

/// Characters of levels, which stand before a name that begins with them: 市市场监督管理局.
pub static DOUBLED_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "乡村国")]);

/// Terms whose first character ends no word, so that it is printed twice by a slip only. For the others, the characters
/// that make a word with it stand beside them: 市委委员会议.
pub static DOUBLED_STARTS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("委员会", ""),
        ("服务", ""),
        ("预防", ""),
        ("促进", ""),
        ("推进", ""),
        ("提升", ""),
        ("完善", ""),
        ("筛查", ""),
        ("评估", ""),
        ("培训", ""),
        ("覆盖", ""),
        ("健全", "保"),
        ("建设", "创新改扩共在"),
        ("机构", "时司危转契"),
        ("成效", "达完形见收"),
        ("成果", "达完形"),
        ("体系", "个整"),
        ("质量", ""),
        ("监测", ""),
        ("防控", "预消"),
        ("县中医院", "各"),
        ("县人民医院", "各"),
        ("县疾控", "各"),
        ("县妇幼", "各"),
        ("县卫生健康", "各"),
        ("市中医院", "各"),
        ("市人民医院", "各"),
        ("市疾控", "各"),
        ("市妇幼", "各"),
        ("市卫生健康", "各"),
        ("区人民医院", "各"),
        ("区卫生健康", "各"),
    ],
)]);

/// Words before a number that lack their second character, each with the one that is missing: 不少93%, 不超5%.
pub static CUT_COMPARATORS: Glossary<char> = Glossary::new(&[(
    GENERAL,
    &[("不少", '于'), ("不低", '于'), ("不高", '于'), ("不多", '于'), ("不大", '于'), ("不小", '于'), ("不超", '过')],
)]);

/// Characters for people, of whom no share is called so (患者率), but for the words in [`AFTER_PEOPLE`].
pub static PEOPLE_CHARS: Chars = Chars::new(&[(GENERAL, "者")]);

/// Words that begin with 率 behind people: 志愿者率先.
pub static AFTER_PEOPLE: Words = Words::new(&[(GENERAL, &["率先", "率领", "率队"])]);

/// Characters that make a word with 等 before them (等级, 等候), so that 、等 is no mark too many.
pub static AFTER_DENG: Chars = Chars::new(&[(GENERAL, "级离同候待额效于")]);

/// English words that a draft leaves behind.
pub static FOREIGN_WORDS: Words =
    Words::new(&[(GENERAL, &["etc", "and", "or", "of", "the", "to", "in", "for", "with"])]);

/// Phrases of a responsibility clause where a unit is missing behind 、.
pub static DANGLING_PHRASES: Words = Words::new(&[(GENERAL, &["、分别负责", "、负责", "、按职责分工负责"])]);

/// First and last characters of words of three that take in the name of any substance: 含碘量, 耗氧量.
pub static AROUND_SUBSTANCES: Words =
    Words::new(&[(GENERAL, &["含量", "耗量", "产量", "排量", "储量", "载量", "用量", "缺症"])]);

/// First characters of adverbs of degree and manner (持续, 逐步) that end no sentence behind what is measured.
pub static CUT_ADVERBS: Chars = Chars::new(&[(GENERAL, "持显逐稳渐趋愈较更仍")]);

/// Single characters that may end a clause behind 的: 必要的人, 较大的县.
pub static NOUNS_OF_ONE: Chars = Chars::new(&[(
    GENERAL,
    "人事物路家病药力水地权责床量度率者时处话书法字点面线款钱税费债源林田湖草山河海气电热光声色味食菜饭肉鱼茶酒烟车船桥站楼房屋室厅门窗店厂矿校班课题卷证卡号名姓词句段例案图片网端云库机器具管井坝渠堤闸泵好坏多少大小高低长短快慢新旧强弱优劣难易爱恨情义理梦心根魂本基底顶头尾中内外上下前后里间旁们是有无县市区镇乡村省国州户口岁年月日天周元分秒米亩吨升克次倍级层种样群城位局关钟我你他她它您手脚眼脸嘴牙血泪汗脉胃肝肾肺脑皮骨诗歌曲雨雪雾霜冰土石沙泥金银铜铁铝钙碘氟氢氧氮碳硫磷军兵官民客主友党盟账亏碑美黑白红绿蓝黄轨球棋牌枪刀剑弓弹空菊兰竹梅松柏狗猫鸡鸭鹅猪牛羊马虎鹿兔蛇虫鸟蚊蝇鼠笑痛福祸罪利害益",
)]);

/// What names of companies and institutions end in, behind words of their own making: 宝武集团.
pub static COMPANIES: Words = Words::new(&[(
    GENERAL,
    &["集团", "公司", "股份", "药业", "医药", "生物", "科技", "药房", "小区", "花园", "大厦", "广场"],
)]);

/// Characters that end the names of prices, rates, papers and the like, and belong to the word before them: 支付价, 报销额.
pub static ENDINGS_OF_NAMES: Chars = Chars::new(&[(GENERAL, "价费率量额权税证款卡期线网户群点值数表库")]);

/// What a device does by itself, unlike an institution (护理机构) or a body of rules (管理机制), of which a slip may leave 机.
pub static WORK_OF_DEVICES: Words = Words::new(&[(GENERAL, &["治疗", "诊断", "筛查", "供水"])]);

/// Clauses that end in 的 and one character and are whole.
pub static SET_OPENINGS: Words = Words::new(&[(GENERAL, &["的确", "总的说", "总的看", "总的讲", "轻的说", "重的说"])]);

/// Nouns of abstract things to which only few single characters can be added.
pub static ABSTRACT_NOUNS: Words = Words::with(
    &[&NO_OFFICES, &WORK_OF_DEVICES],
    &[(
        GENERAL,
        &[
            "工作", "服务", "管理", "监测", "健康", "医疗", "卫生", "保障", "建设", "教育", "防治", "防控", "预防",
            "控制", "救治", "应急", "信息", "技术", "科技", "人才", "监督", "监管", "文化", "产业", "创新", "改革",
            "培训", "培养", "宣传", "评价", "评估", "考核", "康复", "护理", "照护", "养老", "托育", "接种", "干预",
            "诊疗", "组织", "领导", "政策", "发展", "治理", "协同", "共享", "数据", "网络", "设施", "安全", "预警",
            "响应", "处置", "运行", "激励", "约束", "投入", "交通", "生态",
        ],
    )],
);

/// Single characters that may end a clause behind such a noun: 工作者, 服务站, 建设好.
pub static AFTER_ABSTRACT: Chars = Chars::new(&[(
    GENERAL,
    "者量班站室组日证台会队员部处办人业点费商包圈网区券厅所科内中外上下前后时里间化性权层学金房线卡岗期源法式力型率度数额价物品库链器具表单书册图案卷好强高低大小多少优弱快慢新足齐全准实细严稳紧牢深广远近长难易差佳清明透活畅顺了过着等奖师生军家户院校馆园厂店车船码端云群带界城乡村镇县市省国州街社史观论课题词语口号牌旗章印面板墙角廊亭栏窗报刊稿函令规约款目的地片段节年月周天次方向局署司委行险位比值债税股票本箱柜袋瓶剂液针药泉根基底红热潮风气味事病症疫苗关战仗账档坎峰责杆锁阀港岛谷湾桥路梦诗歌曲赛展剧兵匠星件仪计尺服罩镜帽膏丸灯屏轴核极池仓舱团楼堂棚哨起出到入来去成为作完毕止停住说看讲谈批感版系它他忙壳走是帮集",
)]);

/// Nouns among them of which no office is made, so that 局 cannot stand behind them: 体系局.
pub static NO_OFFICES: Words =
    Words::new(&[(GENERAL, &["体系", "机制", "制度", "能力", "水平", "质量", "环境", "资源"])]);

/// What stands before 局 in the names of offices though its last noun is of no office: 生态环境局.
pub static OFFICES_OF_NOUNS: Words = Words::new(&[(GENERAL, &["生态环境", "营商环境"])]);

/// Last characters of a phrase that a clause may do without: 克拉玛依市.
pub static OPTIONAL_ENDS: Chars =
    Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "语族人者的地得性化式型率")]);

/// Conjunctions and prepositions that end no clause, but for the words in [`ENDING_WORDS`].
pub static NEVER_LAST: Chars = Chars::with(&[&CONJUNCTION_CHARS], &[(GENERAL, "或且并而把被将")]);

/// Words that end so and may end a clause.
pub static ENDING_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "参与", "赋予", "给与", "普及", "以及", "涉及", "惠及", "可及", "波及", "顾及", "触及", "危及", "遍及", "企及",
        "提及", "论及", "埃及", "总和", "缓和", "温和", "饱和", "平和", "谦和", "中和", "共和", "柔和", "调和", "合并",
        "兼并", "一并", "归并", "吞并", "裁并", "干将", "大将", "强将", "健将", "主将", "老将", "小将", "继而", "反而",
        "然而", "因而", "从而", "进而", "况且", "而且", "并且", "尚且", "姑且", "暂且",
    ],
)]);

/// Verbs of reaching, behind which a value must stand if what is measured stands before them.
pub static REACHING_VERBS: Words =
    Words::with(&[&COMES_TO, &REACHED], &[(GENERAL, &["控制在", "维持在", "不低于", "不少于", "不超过", "不高于"])]);

/// What is aimed at, which is reached without a value of its own: 规划目标如期达到.
pub static AIMS: Words = Words::with(&[&TARGET_TITLES], &[(GENERAL, &["任务", "预期"])]);

/// Words that say how or by whom something is reached, so that 达到 may end a sentence behind them.
pub static MANNERS_OF_REACHING: Words = Words::new(&[(
    GENERAL,
    &[
        "如期", "全面", "全部", "按期", "提前", "均", "基本", "可以", "可", "能", "难以", "能够", "所", "不", "得到",
        "有望",
    ],
)]);

/// Words with which no sentence ends, whatever stands before them, as an object or a verb must follow.
pub static NEEDING_OBJECTS: Words = Words::new(&[(
    GENERAL,
    &[
        "成为",
        "纳入",
        "予以",
        "加以",
        "旨在",
        "致力于",
        "有利于",
        "有助于",
        "位于",
        "属于",
        "具有",
        "基于",
        "鉴于",
        "关于",
        "对于",
        "由于",
        "用于",
        "立足于",
        "着眼于",
        "取决于",
        "严防",
        "谨防",
        "力争",
        "致使",
        "导致",
        "促使",
        "以便",
        "以免",
        "从而",
        "进而",
        "并且",
        "或者",
        "以及",
        "及其",
        "尤其",
        "特别是",
        "包括",
        "针对",
        "按照",
        "依照",
        "根据",
        "遵照",
        "围绕",
        "借助",
        "凭借",
        "随着",
        "为了",
        "除了",
        "逐步",
        "着力",
        "大力",
        "尽快",
    ],
)]);

/// Verbs of one character with which a clause may end behind a word: 不断供, 不再往镇上跑. Other single verbs stand there only where
/// the rest of a word is missing: 由产权单位负.
pub static VERBS_OF_ONE: Chars = Chars::new(&[(
    GENERAL,
    "跑供看学管用查送回走修吃住行玩穿睡喝买卖领取交报批考赛练讲唱跳游乐医扶操抓干做治开关停放享建改补种养教帮认算打写读听问",
)]);

/// Characters that the list of words has as nouns, and that stand in no plan as a word of their own: 向乡村延, 就医体.
pub static BOUND_NOUNS: Chars = Chars::new(&[(GENERAL, "延结素识障体策效估融协督患域措")]);

/// Nouns of one character that the list of words has as something else: 火化炉, 绩效酬.
pub static FURTHER_NOUNS_OF_ONE: Chars = Chars::new(&[(GENERAL, "炉械制座幢栋仪片丸剂膜贴帽垫枕毯盆桶椅凳")]);

/// Last words of clauses that end in 体 and are whole, although a noun stands before it: 综合服务体.
pub static WHOLE_BODIES: Words = Words::new(&[(GENERAL, &["综合服务体", "联合服务体", "共同发展体"])]);

/// Verbs before a quality that is made greater: 提升获得感.
pub static RAISING_VERBS: Words =
    Words::new(&[(GENERAL, &["提升", "提高", "增强", "增进", "强化", "提振", "激发", "调动"])]);

/// Last characters of words for qualities whose first two are a verb: 获得感, 知晓率.
pub static QUALITY_ENDS: Words = Words::new(&[(GENERAL, &["感", "率", "度", "性", "力"])]);

/// Characters that make a name of a group or a place behind any word: 应急队, 应急处.
pub static GROUPS_AND_PLACES: Chars = Chars::with(
    &[&UNIT_LAST_CHARS, &COMMON_OFFICE_CHARS, &LOCAL_LEVELS],
    &[(GENERAL, "室点所员人者会台厂店街镇村社园校家户")],
);

/// Characters that stand behind a word for a place or a time: 在城市建设中.
pub static POSTPOSITIONS: Chars = Chars::new(&[(GENERAL, "中上下内")]);

/// What is built up, behind which 建 alone is a word cut short: 队伍建，.
pub static BUILT_NOUNS: Words =
    Words::new(&[(GENERAL, &["队伍", "体系", "能力", "制度", "机制", "平台", "学科", "基地", "作风"])]);

/// Words behind which a verb must stand: 为进一步|提升.
pub static BEFORE_VERBS: Words = Words::new(&[(GENERAL, &["进一步"])]);

/// Words behind a number whose first character is doubled by a slip: 95%以以上.
pub static BOUNDS_BEHIND: Words = Words::new(&[(GENERAL, &["以上", "以下", "以内", "以外", "左右"])]);

/// Nouns that no verb of plans is written like, with which a clause lacks its verb: 为进一步基层服务能力，.
pub static SURE_NOUNS: Words = Words::new(&[(
    GENERAL,
    &[
        "基层",
        "医疗",
        "卫生",
        "公共卫生",
        "健康",
        "全县",
        "全市",
        "全区",
        "居民",
        "群众",
        "人民",
        "城乡",
        "人才",
        "中医药",
        "老年人",
        "妇幼",
        "农村",
        "县域",
        "医院",
        "机构",
        "传染病",
        "慢性病",
        "社会",
        "人口",
        "职业病",
        "药品",
        "医保",
    ],
)]);

/// Last words of a text without a mark that ask for another one: 将考核结果作为.
pub static ASKING_FOR_MORE: Words = Words::new(&[(
    GENERAL,
    &[
        "作为",
        "以及",
        "并将",
        "通过",
        "按照",
        "根据",
        "依托",
        "围绕",
        "包括",
        "进一步",
        "不断",
        "积极",
        "到2025年底前",
        "纳入",
    ],
)]);
