//! The words of counting: measure words, what stands around a number, the openings of numbered entries.

use crate::lexicon::heading::{HEADING_LEVELS, LISTED_COUNTERS, NUMBER_STOPS};
use crate::lexicon::punctuation::ROUND_BRACKETS;
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Names of two characters for what a place has in all: 全县辖12个乡镇.
pub static COUNTED_IN_TWO: Words =
    Words::new(&[(GENERAL, &["乡镇", "街道", "社区", "行政村", "医院", "床位", "医师", "护士", "学校"])]);

/// Words before what a place has in all that add nothing to it: 医疗卫生机构床位.
pub static OWNERS_OF_ALL: Words = Words::new(&[(
    GENERAL,
    &["医疗卫生机构", "医疗机构", "各级各类医疗卫生机构", "各类医疗卫生机构", "卫生机构", "各级医疗卫生机构"],
)]);

/// Measure words of institutions and places (个, 家 …), as they stand behind a range.
pub static INSTITUTION_COUNTERS: Chars = Chars::new(&[(GENERAL, "个家所间座支")]);

/// Words for a number that holds for each of many: 每个县建设1-2个.
pub static DISTRIBUTIVES: Chars = Chars::new(&[(GENERAL, "每各")]);

/// Characters around the numeral in the number of a heading, a box or a row: 第一章, 专栏2, （三）.
pub static AROUND_NUMERALS: Chars =
    Chars::with(&[&HEADING_LEVELS, &NUMBER_STOPS, &ROUND_BRACKETS], &[(GENERAL, "第专栏附件表：:")]);

/// Openings of the entries of a list, in their order.
pub static ENTRY_OPENINGS: Words =
    Words::new(&[(GENERAL, &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"])]);

/// Words for a stage of the time in which something is done, behind its number: 第一阶段.
pub static STAGES: Words = Words::new(&[(GENERAL, &["阶段", "步"])]);

/// Measures of grades and ranks, behind a Chinese numeral: 三级, 前三名.
pub static GRADES: Chars = Chars::new(&[(GENERAL, "级等类名位成倍")]);

/// Words that open a list of some of the parts of a whole.
pub static PART_OPENINGS: Words = Words::new(&[(GENERAL, &["其中", "包括", "含"])]);

/// Kinds of areas that divide a place.
pub static AREAS: Words = Words::new(&[(
    GENERAL,
    &[
        "城区",
        "主城区",
        "中心城区",
        "县城",
        "镇区",
        "乡镇",
        "农村",
        "村级",
        "景区",
        "园区",
        "山区",
        "坝区",
        "城郊",
        "郊区",
        "库区",
        "牧区",
        "林区",
        "矿区",
        "产业园区",
    ],
)]);

/// Characters before a numeral that make it none of a count: 第三, 每三, 其三, “三减三健”.
pub static BEFORE_NO_COUNTS: Chars = Chars::new(&[(GENERAL, "第每其“")]);

/// First words of the name of the last part, which is all that the others are not.
pub static REMAINDERS: Words = Words::new(&[(GENERAL, &["其他", "其它", "其余"])]);

/// Words in the name of the last source of money, the place's own.
pub static LAST_SOURCES: Words = Words::new(&[(GENERAL, &["配套", "自筹"])]);

/// Words in the names of parts, each with the feature that it divides a whole by. Parts by one feature do not overlap.
pub static PART_GROUPS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("一级", "级别"),
        ("二级", "级别"),
        ("三级", "级别"),
        ("甲等", "级别"),
        ("国家级", "级别"),
        ("省级", "级别"),
        ("市级", "级别"),
        ("县级", "级别"),
        ("公立", "所有制"),
        ("公办", "所有制"),
        ("民营", "所有制"),
        ("民办", "所有制"),
        ("社会办", "所有制"),
        ("综合", "类别"),
        ("专科", "类别"),
        ("中医", "类别"),
        ("城市", "地区"),
        ("城镇", "地区"),
        ("农村", "地区"),
        ("男", "性别"),
        ("女", "性别"),
        ("儿童", "年龄"),
        ("老年", "年龄"),
        ("岁", "年龄"),
        ("高级", "职称"),
        ("中级", "职称"),
        ("初级", "职称"),
        ("本科", "学历"),
        ("研究生", "学历"),
        ("以上", "范围"),
        ("参保", "状态"),
        ("持证", "状态"),
    ],
)]);

/// Measures behind the number of things that a sentence announces before it lists them: 以下五项工作, 四个方面.
pub static ANNOUNCING_COUNTERS: Chars = Chars::with(&[&LISTED_COUNTERS], &[(GENERAL, "条点种")]);

/// Words that open a list of all that was announced: 四大工程，即….
pub static LIST_OPENINGS: Words = Words::new(&[(
    GENERAL,
    &["即", "包括", "分别为", "分别是", "分别指", "具体包括", "具体为", "具体是", "涵盖", "也就是", "就是"],
)]);

/// Words between a whole and its parts that say that the parts are all of it.
pub static WHOLE_LIST_OPENINGS: Words = Words::with(
    &[&LIST_OPENINGS],
    &[(
        GENERAL,
        &["分别", "由", "来源", "来自", "分布", "构成", "组成", "划分", "分为", "分成", "承担", "：", "分布在", "依次"],
    )],
);

/// Words behind the last part of a whole that is put together: 由…和…组成.
pub static COMPOSED_BEHIND: Words =
    Words::new(&[(GENERAL, &["组成", "构成", "共同组成", "共同构成", "共同承担", "承担", "解决", "筹集", "落实"])]);

/// Words of a sentence that say that there is nothing beside what it lists.
pub static NOTHING_ELSE: Words = Words::new(&[(
    GENERAL,
    &[
        "不再设",
        "不再新增",
        "不再增加",
        "无其他",
        "没有其他",
        "不含其他",
        "再无",
        "不再另",
        "不再向",
        "不另",
        "除此之外",
    ],
)]);

/// Words that say that a thing may be among two of the parts, or that only some are named.
pub static OVERLAPS: Words = Words::new(&[(
    GENERAL,
    &["兼", "交叉", "重复", "重叠", "同时", "既", "部分", "不完全", "加挂", "合署", "含", "四舍五入", "主要"],
)]);

/// Words in a list that leave it open.
pub static OPEN_LISTS: Words = Words::new(&[(GENERAL, &["等", "其中", "主要", "（", "“"])]);

/// Parts that the layout of a city or a region is counted by: 一核三翼, 两轴四区.
pub static LAYOUT_PARTS: Chars = Chars::new(&[(GENERAL, "核翼轴带区圈廊心极片点网环园城港湾群团屏河线")]);

/// Characters behind a part of a layout that begin to explain it: 两翼为….
pub static EXPLAINING_OPENINGS: Chars = Chars::new(&[(GENERAL, "为指是：")]);

/// Verbs and adverbs before the name of what a place has: 全市共有….
pub static OWNING_VERBS: Words = Words::new(&[(
    GENERAL,
    &[
        "共有", "现有", "仅有", "只有", "尚有", "已有", "拥有", "设有", "建有", "配有", "共计", "总共", "累计", "目前",
        "现", "共", "仅", "只", "已", "有", "在册", "在岗", "下辖", "现辖", "管辖", "辖有", "辖",
    ],
)]);

/// Verbs before the name of all things of a kind that there are: 共有医院9家.
pub static COUNTING_ALL: Words =
    Words::new(&[(GENERAL, &["共有", "拥有", "总共有", "共设", "共建有", "共设有", "现共有", "全部共有"])]);

/// Words between a verb of having and a name that say that all kinds are meant, or nothing: 共有各级各类医疗卫生机构.
pub static OF_ALL_KINDS: Words = Words::new(&[(GENERAL, &["各级各类", "各类", "各级", "了", "的"])]);

/// Words between the name of all things of a kind and their number: 医院总数达到9家.
pub static COUNTS_OF_ALL: Words = Words::new(&[(GENERAL, &["总数", "总量", "总人数"])]);

/// Verbs for things that newly come to be. Over a period they tell the same: 新建45家, 建成45家.
pub static SETTING_UP_VERBS: Words =
    Words::new(&[(GENERAL, &["新建成", "新建", "建成", "新增", "增设", "新设", "建起"])]);

/// Words between the name of what is counted and its number.
pub static BEFORE_COUNTS: Words = Words::new(&[(
    GENERAL,
    &[
        "达到",
        "已达",
        "共有",
        "共计",
        "现有",
        "仅有",
        "只有",
        "仅为",
        "增至",
        "增加到",
        "发展到",
        "总数为",
        "达",
        "为",
        "有",
        "共",
        "仅",
    ],
)]);

/// Characters behind the name of what is counted, so that the number is that of all: 11家三级医院中, 38家食堂均….
pub static BEHIND_COUNTED: Chars = Chars::new(&[(GENERAL, "中均都")]);

/// First characters of a clause behind a list that tell something of all that it names: 由…负责, 均….
pub static BEHIND_WHOLE_LISTS: Chars = Chars::new(&[(GENERAL, "由均都每")]);

/// Last characters of the names of places and offices, which a number may sum up behind a list of them: 五部门, 三个县.
pub static SUMMED_UP: Chars = Chars::new(&[(GENERAL, "县区市镇乡局委办厅部联会")]);

/// Characters before the name of the own place where it is compared with, or is the whole: 占全市, 居全市.
pub static COMPARING_CHARS: Chars = Chars::new(&[(GENERAL, "占比较为与居除")]);

/// Characters before a list that is summed up, which are no part of its first name: 由甲、乙两局.
pub static BEFORE_SUMMED_UP: Chars = Chars::new(&[(GENERAL, "在由对将从以和")]);

/// Words behind a numeral that sum up such a list, with or without 个 before them.
pub static SUMMING_NOUNS: Words = Words::new(&[(
    GENERAL,
    &["部门", "县（区）", "县（市、区）", "县区", "区县", "乡镇", "镇街", "县", "区", "镇", "乡", "单位", "地"],
)]);

/// Words between a whole and a part of it: 120个，其中90个; 120个村中，有90个.
pub static PARTS_OF_NAMED: Words = Words::with(&[&PART_OPENINGS], &[(GENERAL, &["中，", "中有", "中已有"])]);

/// Words before a number that sums up those before it: 三年合计5800万元.
pub static SUMMING_WORDS: Words = Words::new(&[(
    GENERAL,
    &["合计", "共计", "总计", "累计", "一共", "总共", "共需", "共安排", "共投入", "共培训", "共"],
)]);

/// Words before a number that holds all that came before it as well, so that such numbers do not add up: 2027年累计建成65个. General words of
/// reports and plans.
pub static TOTALS_SO_FAR: Words = Words::new(&[(GENERAL, &["累计", "总数达", "总量达", "总数为", "达到"])]);

/// Words behind the name of what is counted that say the same: 26所乡镇卫生院全部达标.
pub static ALL_OF_THEM: Words = Words::new(&[(GENERAL, &["全部", "全都", "普遍", "已全部"])]);

/// Words of a clause that tells what is done in the first or in a further part of a time: 首批, 再培育6家.
pub static PHASE_WORDS: Words = Words::new(&[(
    GENERAL,
    &["首批", "第一批", "先行", "一期", "二期", "年内", "当年", "每年", "年均", "再", "另", "其余", "剩余", "已"],
)]);

/// Measures behind a numeral that sums up a list of things: 五种慢性病, 三项机制.
pub static ENUMERATED_COUNTERS: Chars = Chars::new(&[(GENERAL, "种类项大")]);

/// Characters that no thing in such a list has, since they belong to the sentence around it: 以…为重点的….
pub static BEFORE_NUMBERED_LISTS: Chars = Chars::with(&[&BEFORE_SUMMED_UP], &[(GENERAL, "的为把被是于向各每选")]);

/// Measures behind 一 in a list of one thing of each kind: 一份档案, 一次体检.
pub static ONE_OF_EACH: Chars = Chars::new(&[(GENERAL, "份个次套名支家笔张本项条场堂批间处台座册块所位组类期")]);

/// Last words of a sentence that announces the entries behind its full stop: 存在四个方面的问题。一是….
pub static ANNOUNCED_THINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "方面的问题",
        "方面问题",
        "个问题",
        "短板",
        "困难",
        "挑战",
        "特点",
        "方面",
        "任务",
        "原则",
        "举措",
        "措施",
        "步骤",
        "环节",
        "要求",
        "转变",
        "关系",
        "方面的工作",
        "方面工作",
        "阶段推进",
        "阶段实施",
        "阶段",
        "步走",
        "步实施",
        "步推进",
        "工作",
    ],
)]);

/// Words behind 个 for what a list before them names: 三个环节, 四个方面.
pub static LISTED_THINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "环节", "方面", "阶段", "层面", "领域", "维度", "重点", "中心", "平台", "体系", "机制", "关键", "要素", "板块",
        "系统", "渠道", "病种", "专科",
    ],
)]);

/// Features that divide a whole into all of its parts, each value with the first words of its part, and what is divided so.
pub static PARTITIONS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("公立、公办；民营、民办、社会办", "institutions"),
        ("男；女", "people"),
        ("中央；地方", "budgets"),
        ("户籍、本地；流动、非户籍、外来、外地", "residents"),
        ("门诊；住院", "care"),
        ("在编、编内；编外、非在编", "posts"),
        ("山区；坝区、平坝、平原、丘陵；城郊、城区", "grounds"),
        ("城镇、城市；农村、乡村", "places"),
        ("城区、县城、主城区；乡镇、镇区、农村", "places of a county"),
        ("城区、县城；镇区、乡镇；村级、农村", "places of a county and its villages"),
        ("市级；县级；乡级、镇级；村级", "levels"),
        ("市区、市辖区；各县、县域", "places of a city"),
    ],
)]);

/// Verbs of what only some of many things do or get, so that their number is not that of all: 全市38家食堂通过验收.
pub static DONE_BY_SOME: Words = Words::new(&[(
    GENERAL,
    &[
        "通过", "获评", "获得", "完成", "建成", "达到", "纳入", "实现", "开展", "创建", "入选", "参与", "提供", "开通",
        "承担", "接入", "设立",
    ],
)]);

/// Characters of the words between a name and its number: 拥有, 达到, 共计.
pub static STATING_CHARS: Chars = Chars::new(&[(GENERAL, "拥有为达到共约计")]);

/// Words right before a number that say that it is that of all there are: 将全部328所村卫生室纳入管理.
pub static ALL_BEFORE: Words =
    Words::new(&[(GENERAL, &["全部", "所有", "辖区内", "辖区", "现有的", "现有", "已有的"])]);

/// Words in the name of a part of people of whom one may belong to several: 患高血压的占56.2%.
pub static OF_ONE_AMONG_MANY: Words = Words::new(&[(
    GENERAL,
    &[
        "患", "希望", "认为", "表示", "选择", "需要", "愿意", "关注", "反映", "吸烟", "饮酒", "伴有", "合并", "超重",
        "接受", "备有", "拥有", "配有", "持有", "知晓", "知道", "参加", "使用", "佩戴",
    ],
)]);

/// Words before a number of things that follow: 以下四项措施.
pub static FOLLOWING: Words = Words::new(&[(GENERAL, &["以下", "下列", "如下"])]);
