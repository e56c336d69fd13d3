//! How the names of offices are made: their last words, the levels and organs before them.

use crate::lexicon::target::CONJUNCTION_CHARS;
use crate::lexicon::{Chars, GENERAL, Glossary, Words};

/// Last words of the names of offices: a name at whose start a level stands (市…) is an office if it ends so.
pub static OFFICE_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "局",
        "委",
        "办",
        "部",
        "厅",
        "会",
        "院",
        "署",
        "中心",
        "政府",
        "办公室",
        "总队",
        "支队",
        "分局",
        "支行",
        "海关",
        "法院",
        "检察院",
        "残联",
        "妇联",
        "文联",
        "日报社",
        "电视台",
        "办事处",
        "管委会",
        "公司",
        "集团",
    ],
)]);

/// Further last words of the names of bodies before which a level stands: 省委督查室, 市中医医院, 县国有林场管理站. Behind a level they
/// are no other word.
pub static LEVELLED_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &[
        "室",
        "机关",
        "协会",
        "联合会",
        "基金会",
        "集团",
        "大学",
        "学院",
        "学校",
        "医院",
        "卫生院",
        "大队",
        "分行",
        "银行",
        "供销社",
        "站",
        "所",
        "馆",
        "台",
        "社",
        "联",
        "协",
        "处",
        "组",
        "团",
        "工委",
        "党校",
        "景区",
        "农场",
    ],
)]);

/// Last words of the names of sections within an office, which an office's own plans put their tasks upon: 医政处, 人事股.
pub static SECTION_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &["处室", "科室", "股室", "司局", "司", "处", "科", "股", "办公室", "中心", "专班", "工作组", "支部", "机关党委"],
)]);

/// The commonest last characters of the names of offices.
pub static COMMON_OFFICE_CHARS: Chars = Chars::new(&[(GENERAL, "局委办厅部联")]);

/// Last characters of the names of offices. An abbreviation without one is a topic (民政, 公安, 公积金): people type it,
/// but in a clause it names no unit.
pub static OFFICE_LAST_CHARS: Chars = Chars::with(&[&COMMON_OFFICE_CHARS], &[(GENERAL, "会社队处所院校行署站馆台心")]);

/// Words behind the name of an office for the party's body in it, which acts for the office: 省卫生健康委党组.
pub static PARTY_GROUPS: Words = Words::new(&[(GENERAL, &["党组", "党委", "机关党委", "分党组"])]);

/// What may stand between a level and the name of its office: 市委宣传部, 市人民政府外事办公室, 市直机关事务局.
pub static ORGANS: Words = Words::new(&[(GENERAL, &["人民政府", "政府", "党委", "委", "直属", "直"])]);

/// Characters that end the name of an office, or join two: what holds one of these is more than a place.
pub static ENDS_AND_JOINTS: Chars = Chars::with(&[&COMMON_OFFICE_CHARS, &CONJUNCTION_CHARS], &[(GENERAL, "各由、,;")]);

/// Last words of the names of institutions, which stand for a kind of institution where no
/// place is before them: 血站, 电台, 疾控中心.
pub static INSTITUTION_ENDINGS: Words =
    Words::new(&[(GENERAL, &["中心", "站", "台", "所", "院", "馆", "校", "园", "宫", "报社", "银行", "支行"])]);

/// Last words of the names of institutions that are units in a clause, while prose names them as places where something is
/// done: 在市人民医院建设……中心.
pub static ONLY_IN_CLAUSES: Words = Words::new(&[
    (
        GENERAL,
        &[
            "各级人民政府",
            "人民医院",
            "中医医院",
            "卫生机构",
            "医共体",
            "国有企业",
            "院校",
            "博物馆",
            "社会团体",
            "信息中心",
            "人才服务中心",
            "招生考试院",
        ],
    ),
    (
        GENERAL,
        &[
            "领导小组办公室",
            "指挥部",
            "专班",
            "联席会议",
            "科研院所",
            "学校",
            "银行机构",
            "电信企业",
            "处室",
            "事业单位",
            "师市",
            "文化场馆",
        ],
    ),
]);

/// Last words of the names of bodies of which every place has its own, too many for a table, each with the id of the entry
/// for their kind: 之江实验室, 县护城河治理指挥部, 市行政审批制度改革工作领导小组办公室.
pub static KINDS_OF_BODIES: Glossary<&str> = Glossary::new(&[
    (
        GENERAL,
        &[
            ("领导小组办公室", "leading-groups"),
            ("领导小组办", "leading-groups"),
            ("领导小组", "leading-groups"),
            ("领导小组（办公室）", "leading-groups"),
            ("指挥部办公室", "headquarters"),
            ("指挥部", "headquarters"),
            ("联席会议办公室", "joint-meetings"),
            ("联席会议", "joint-meetings"),
            ("专班办公室", "task-forces"),
            ("专班", "task-forces"),
            ("工作组", "task-forces"),
        ],
    ),
    (
        GENERAL,
        &[
            ("附属医院", "medical-institutions"),
            ("医院", "medical-institutions"),
            ("卫生院", "township-hospital"),
            ("社区卫生服务中心", "community-health"),
            ("疗养院", "medical-institutions"),
            ("医疗集团", "medical-group"),
            ("医疗健康集团", "medical-group"),
            ("总医院", "medical-group"),
            ("大学", "universities"),
            ("学院", "universities"),
            ("高等专科学校", "universities"),
            ("学校", "schools"),
            ("中学", "schools"),
            ("小学", "schools"),
            ("幼儿园", "schools"),
            ("职教中心", "schools"),
            ("实验室", "research-institutes"),
            ("研究院", "research-institutes"),
            ("研究所", "research-institutes"),
            ("研究中心", "research-institutes"),
            ("科学院", "research-institutes"),
        ],
    ),
    (
        GENERAL,
        &[
            ("银行", "banks"),
            ("支行", "banks"),
            ("分行", "banks"),
            ("农商行", "banks"),
            ("信用社", "banks"),
            ("信用联社", "banks"),
            ("公司", "city-companies"),
            ("集团", "city-companies"),
            ("协会", "professional-bodies"),
            ("学会", "professional-bodies"),
            ("商会", "professional-bodies"),
            ("促进会", "professional-bodies"),
            ("基金会", "professional-bodies"),
            ("联谊会", "professional-bodies"),
            ("村委会", "village-committees"),
            ("居委会", "village-committees"),
            ("村民委员会", "village-committees"),
            ("居民委员会", "village-committees"),
            ("综合执法总队", "law-enforcement"),
            ("综合执法支队", "law-enforcement"),
            ("综合执法大队", "law-enforcement"),
            ("执法总队", "law-enforcement"),
            ("执法支队", "law-enforcement"),
            ("执法大队", "law-enforcement"),
        ],
    ),
]);

/// Words in the names of companies that run the networks of telephones: 市铁塔公司, 中国电信江海分公司.
pub static TELECOM_WORDS: Words = Words::new(&[(GENERAL, &["电信", "移动", "联通", "铁塔", "广电网络", "广电公司"])]);

/// Words in the names of companies that run the networks of power: 国网江海供电公司, 江海电力公司.
pub static POWER_WORDS: Words = Words::new(&[(GENERAL, &["供电", "电力", "国网", "南网", "电网"])]);

/// Last words of the names of public bodies that only a level or a place before them tells from a thing: 县代建中心, 市水文总站.
pub static PUBLIC_BODY_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &["中心", "总站", "管理站", "服务站", "管理所", "管理处", "林场", "农场", "苗圃", "管护局", "博物院"],
)]);

/// Last words of the names of the divisions and regiments of the 兵团, and characters that such a name begins with: 第一师, 各团镇.
pub static CORPS_ENDINGS: Words = Words::new(&[(GENERAL, &["师市", "师", "团场", "团镇", "农牧团场"])]);

/// Last words of the names of offices that do the daily work of a committee, which is another body: 推进委员会办公室.
pub static COMMITTEE_OFFICE_ENDINGS: Words = Words::new(&[(GENERAL, &["委员会办公室", "领导小组办公室"])]);

/// Words for an office by its duty, behind the word of the duty: 教育部门, 公安机关, 卫生健康行政部门.
pub static DUTY_ENDINGS: Words =
    Words::new(&[(GENERAL, &["部门", "机关", "主管部门", "行政部门", "管理部门", "行政主管部门", "行政管理部门"])]);

/// Last words of the names of public bodies, of three characters, behind another word: 残疾人联合会. A name that prints one
/// without its middle character lacks it by a slip.
pub static BODY_ENDINGS: Words =
    Words::new(&[(GENERAL, &["办事处", "联合会", "委员会", "指挥部", "基金会", "合作社", "促进会"])]);

/// Characters that stand for a committee before 委会: 村委会, 业委会.
pub static SHORT_COMMITTEES: Chars = Chars::new(&[(GENERAL, "村居管业家校奥组学院社工常执评筹团党残")]);

/// Last words of the names of governments and of the bodies that stand for one: 各县、区人民政府.
pub static GOVERNMENTS: Words = Words::with(
    &[&PREFECTURE_GOVERNMENTS],
    &[(GENERAL, &["人民政府", "政府", "管委会", "管理委员会", "街道办事处", "办事处"])],
);

/// The words for the government of a prefecture or a league, which a province sends: 各盟行政公署、市人民政府.
pub static PREFECTURE_GOVERNMENTS: Words = Words::new(&[(GENERAL, &["行政公署", "行署"])]);
