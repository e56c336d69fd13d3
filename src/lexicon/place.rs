//! Places and levels of government: provinces, cities, and the characters that close a place's name.

use crate::lexicon::clause::OPENERS_OF_ENDS;
use crate::lexicon::{Chars, DIVISIONS, GENERAL, Glossary, Words};

/// Provinces by short name, with what makes the name whole.
pub static PROVINCES: Glossary<&str> = Glossary::new(&[(
    DIVISIONS,
    &[
        ("北京", "市"),
        ("天津", "市"),
        ("上海", "市"),
        ("重庆", "市"),
        ("河北", "省"),
        ("山西", "省"),
        ("辽宁", "省"),
        ("吉林", "省"),
        ("黑龙江", "省"),
        ("江苏", "省"),
        ("浙江", "省"),
        ("安徽", "省"),
        ("福建", "省"),
        ("江西", "省"),
        ("山东", "省"),
        ("河南", "省"),
        ("湖北", "省"),
        ("湖南", "省"),
        ("广东", "省"),
        ("海南", "省"),
        ("四川", "省"),
        ("贵州", "省"),
        ("云南", "省"),
        ("陕西", "省"),
        ("甘肃", "省"),
        ("青海", "省"),
        ("内蒙古", "自治区"),
        ("广西", "壮族自治区"),
        ("西藏", "自治区"),
        ("宁夏", "回族自治区"),
        ("新疆", "维吾尔自治区"),
    ],
)]);

/// Words for the whole country before the name of an office.
pub static NATION: Words = Words::new(&[(GENERAL, &["国家", "全国"])]);

/// Words before the name of an office of the nation: 国家医保局, 中国残联, 中央宣传部.
pub static NATIONAL: Words = Words::with(&[&NATION], &[(GENERAL, &["中国", "中央", "中共中央", "国务院"])]);

/// The ministries that issue papers of their own, by their full and their short names.
pub static MINISTRIES: Words = Words::new(&[(
    GENERAL,
    &[
        "教育部",
        "科学技术部",
        "科技部",
        "工业和信息化部",
        "公安部",
        "民政部",
        "司法部",
        "财政部",
        "人力资源和社会保障部",
        "人力资源社会保障部",
        "自然资源部",
        "生态环境部",
        "住房和城乡建设部",
        "住房城乡建设部",
        "交通运输部",
        "水利部",
        "农业农村部",
        "商务部",
        "文化和旅游部",
        "退役军人事务部",
        "退役军人部",
        "应急管理部",
    ],
)]);

/// First words of the titles and issuers of the nation's plans and laws, besides those of [`NATIONAL`]: the ministries by the
/// names that the State Council lists, and those of the congress.
pub static NATIONAL_ISSUERS: Words = Words::with(
    &[&MINISTRIES],
    &[(GENERAL, &["中华人民共和国", "全国人民代表大会", "全国人大", "外交部", "应急部", "海关总署", "市场监管总局"])],
);

/// Characters beside the levels in the words for a group of places: 各县(市、区), 各镇(街道).
pub static AROUND_LEVELS: Chars = Chars::new(&[(GENERAL, "各地设(、)")]);

/// Characters of the words for a group of places before the name of the offices that they all have: 各县(市、区).
pub static GROUP_CHARS: Chars =
    Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS, &AROUND_LEVELS, &BELOW_COUNTIES], &[(GENERAL, "旗盟")]);

/// Marks between the levels in the words for a group of places, folded or not, besides the brackets: 各县、区, 各县〈市〉.
pub static IN_GROUPS: Chars = Chars::new(&[(GENERAL, "、〈〉<>")]);

/// Words that some names for a group of places hold beside their levels, each with the level that it means, if any: 各区县
/// （自治县）, 各地级以上市, 县级市.
pub static WORDS_OF_GROUPS: Glossary<&str> = Glossary::new(&[(
    DIVISIONS,
    &[
        ("自治", ""),
        ("地级以上", ""),
        ("地级及以上", ""),
        ("地级", ""),
        ("设区的", ""),
        ("县级", "县"),
        ("省级", "省"),
        ("新城", ""),
        ("主城", ""),
        ("城", ""),
        ("苏木", "乡"),
        ("特区", "区"),
    ],
)]);

/// Words before a group of places that name only some of them: 有关县（市、区）人民政府.
pub static SOME_OF_A_GROUP: Words = Words::with(&[&OPENERS_OF_ENDS], &[(GENERAL, &["各"])]);

/// Last words of the names of zones that have a committee of their own in place of a government.
pub static ZONE_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "开发区",
        "高新区",
        "经开区",
        "新区",
        "管理区",
        "示范区",
        "试验区",
        "度假区",
        "保税区",
        "合作区",
        "工业园",
        "产业园",
        "园区",
        "港区",
        "集聚区",
        "先行区",
        "自贸区",
        "风景区",
        "景区",
        "工业区",
    ],
)]);

/// Levels of a city and of the places in it, in the order in which a name is tried for them: 潮州市湘桥区.
pub static LOCAL_LEVELS: Chars = Chars::new(&[(GENERAL, "区县市")]);

/// Levels above, beside and below those of a city that also name offices: 广东省, 镇.
pub static OTHER_LEVELS: Chars = Chars::new(&[(GENERAL, "省州镇")]);

/// Levels of services from the province to the village, as a list names them: 县、乡、村三级.
pub static TIERS: Chars = Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "乡村")]);

/// Characters that close the name of a place or a level: 佛山市, 广东省, 湘桥区.
pub static LEVEL_CHARS: Chars = Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "盟旗")]);

/// Levels in the name of a region that is made of several places: 潮州市湘桥区.
pub static REGION_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS], &[(GENERAL, "省")]);

/// Characters before the name of an office that say whose it is: 市教育局, 各区教育局.
pub static OFFICE_LEVEL_CHARS: Chars = Chars::with(&[&LOCAL_LEVELS, &OTHER_LEVELS], &[(GENERAL, "各")]);

/// Levels whose name may stand alone before words that leave a list open: 市有关部门.
pub static BARE_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS], &[(GENERAL, "各")]);

/// Levels that a place whose plan is read may have, after its short name.
pub static PLAN_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS], &[(GENERAL, "省州旗")]);

/// Last characters of the words for places below the counties, besides 镇: 乡, 街道.
pub static BELOW_COUNTIES: Chars = Chars::new(&[(GENERAL, "乡街道")]);

/// Levels of a county and its like, which plans also name without their city.
pub static COUNTY_LEVELS: Words = Words::new(&[(GENERAL, &["县", "区", "旗", "州"])]);

/// Characters that no name of a place holds, which tell it from other words before 市 or 区.
pub static NOT_OF_A_PLACE: Chars = Chars::new(&[(GENERAL, "“”年局会卫健府发")]);

/// Levels of the parts of a plan's own place, as they close the name of one: 东山县, 北庄镇.
pub static PART_LEVELS: Chars = Chars::with(&[&LOCAL_LEVELS], &[(GENERAL, "镇乡旗")]);

/// Further characters that no name of a part of a place holds, besides those of [`PART_LEVELS`].
pub static NOT_OF_A_PART: Chars = Chars::with(
    &[&NOT_OF_A_PLACE, &LOCAL_LEVELS, &BEFORE_LEVEL_OF],
    &[(GENERAL, "所个每以达到的在把对各全社园校国其农居户人均比中心医院率数")],
);

/// Last words of the names of areas of one kind within the own place: 高发地区, 丘陵县区, 县（市、区）.
pub static AREA_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "地区",
        "县区",
        "区县",
        "市县",
        "县市",
        "市区",
        "城区",
        "县（市）",
        "县（市、区）",
        "县（区）",
        "市（县）",
        "区（县）",
        "乡镇",
        "街道",
        "社区",
        "行政村",
        "以下",
        "区域",
    ],
)]);

/// Words that open a name and say of which level or above the things are: 市级以上 of 市级以上重点专科.
pub static LEVELS_AND_ABOVE: Words = Words::new(&[(
    GENERAL,
    &[
        "国家级",
        "省级以上",
        "省级及以上",
        "省级",
        "市级以上",
        "市级及以上",
        "市级",
        "县级以上",
        "县级及以上",
        "县级",
        "省部级以上",
        "省部级及以上",
        "国家和省级",
        "国家级和省级",
        "国家级、省级",
    ],
)]);

/// Words that end like the name of a place and name a kind of area: 示范区, 重点镇.
pub static KINDS_OF_AREAS: Words = Words::new(&[
    (GENERAL, &["示范区", "试验区", "实验区", "功能区", "保护区", "旅游区", "景区", "片区", "病区", "厂区"]),
    (GENERAL, &["库区", "牧区", "灾区", "街区", "老区", "院区", "小区", "辖区", "示范县", "试点县", "重点县"]),
    (
        GENERAL,
        &["先进县", "卫生县", "示范市", "试点市", "示范镇", "试点镇", "特色镇", "中心镇", "建制镇", "重点镇", "卫生镇"],
    ),
    (GENERAL, &["示范乡", "卫生乡", "城市", "城镇", "集镇"]),
]);

/// Characters behind a level that make it the start of another word: 县域, 镇村, 区级.
pub static AFTER_NO_LEVEL: Chars = Chars::new(&[(GENERAL, "域村级街里外内间属")]);

/// Characters before a level that name what level a place has: 地级市, 省辖市, 本市.
pub static BEFORE_LEVEL_OF: Chars = Chars::new(&[(GENERAL, "级本我该省辖")]);

/// Frequent family names of one character that are seldom another word, as the first characters of names of persons.
pub static FAMILY_NAMES: Chars = Chars::new(&[(
    GENERAL,
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟龙雷钱汤尹黎易武乔贺赖龚庞樊兰殷翟颜倪严牛俞章鲁葛韦申尤毕聂焦向柳邢岳齐梅莫庄辛祝左涂谷祁童欧甄裴席屈鲍覃霍翁隋",
)]);

/// Words right before the place that a plan takes for its own: 立足丹岔县县情, 与丹岔县经济社会发展水平相适应.
pub static BEFORE_OWN_PLACES: Words = Words::new(&[(
    GENERAL,
    &["立足", "结合", "符合", "契合", "切合", "适合", "适应", "基于", "从", "与", "根据", "针对", "依据"],
)]);

/// Words behind such a place, of what is its own.
pub static BEHIND_OWN_PLACES: Words = Words::new(&[(
    GENERAL,
    &["县情", "市情", "区情", "实际", "经济社会发展", "发展水平相适应", "发展阶段", "卫生健康现状", "国民经济"],
)]);
