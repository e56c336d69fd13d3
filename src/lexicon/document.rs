//! The words of covers, letters and contents pages: how titles and signatures end, what marks a draft.

use crate::lexicon::punctuation::INNER_STOPS;
use crate::lexicon::{Chars, GENERAL, Glossary, OFFICIAL_LAYOUT, PUNCTUATION, Words};

/// Last words of the titles of plans: 健康佛山2030规划.
pub static TITLE_ENDINGS: Words = Words::new(&[
    (GENERAL, &["规划", "行动计划", "实施方案", "行动方案", "方案", "纲要", "行动", "计划", "实施意见"]),
    (
        GENERAL,
        &[
            "意见",
            "措施",
            "要点",
            "清单",
            "条例",
            "办法",
            "规定",
            "细则",
            "决定",
            "指南",
            "指引",
            "导则",
            "准则",
            "任务分工",
            "任务分解",
            "责任分解",
            "责任分工",
            "分工表",
            "分解表",
            "任务书",
            "一览表",
            "任务表",
            "安排表",
            "清单表",
            "责任表",
        ],
    ),
]);

/// Last words of titles that short lines of other kinds end with as well: 深化医药卫生体制改革2027年重点工作任务, but 主要任务.
pub static LONG_TITLE_ENDINGS: Words = Words::new(&[(
    GENERAL,
    &["分工", "任务", "安排", "台账", "规程", "规则", "规范", "预案", "标准", "公告", "通告", "报告", "法", "章程"],
)]);

/// Words by which a letter says what it sends out: 现将《……》印发给你们.
pub static SENDING_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "印发给你们",
        "予以印发",
        "现印发",
        "印发你们",
        "转发给你们",
        "予以公布",
        "现予公布",
        "同意",
        "通过",
        "公开征求",
        "公开征询",
        "征求公众意见",
        "印发给",
    ],
)]);

/// Last words of the title of a letter.
pub static NOTICE_ENDINGS: Words =
    Words::new(&[(OFFICIAL_LAYOUT, &["的通知", "的函", "的批复", "的通告", "的公告", "的复函"])]);

/// Verbs in the title of a letter that sends another document out.
pub static SENDING_VERBS: Words = Words::new(&[(OFFICIAL_LAYOUT, &["印发", "转发", "下达"])]);

/// Words of a letter directly before the title of what it sends out: 现将《……》.
pub static SENDERS: Words =
    Words::new(&[(GENERAL, &["现将", "将", "把", "制定了", "制订了", "起草了", "编制了", "形成了"])]);

/// Words by which a remark in brackets tells who may read the document: （此件公开发布）.
pub static RELEASE_REMARKS: Words = Words::new(&[(
    OFFICIAL_LAYOUT,
    &[
        "此件公开发布",
        "此件主动公开",
        "此件依申请公开",
        "此件不予公开",
        "此件有删减",
        "此件删减后公开",
        "信息公开形式：主动公开",
        "信息公开形式：依申请公开",
        "信息公开类别：主动公开",
        "公开方式：主动公开",
    ],
)]);

/// First words of sentences that are no titles: 为落实……规划.
pub static NOT_AT_TITLE_STARTS: Words = Words::new(&[(
    GENERAL,
    &[
        "为了",
        "为贯彻",
        "为落实",
        "为深入",
        "为进一步",
        "为全面",
        "为加快",
        "为推动",
        "为推进",
        "为切实",
        "根据",
        "按照",
        "依据",
        "现将",
        "经",
    ],
)]);

/// Words that mark a document as a draft.
pub static DRAFTS: Words =
    Words::new(&[(GENERAL, &["征求意见稿", "公开征求意见稿", "送审稿", "讨论稿", "草案", "修订稿"])]);

/// Last words of the names of those who sign a plan.
pub static ISSUER_ENDINGS: Words = Words::new(&[
    (
        GENERAL,
        &[
            "人民政府",
            "人民政府办公室",
            "卫生健康局",
            "委员会",
            "办公室",
            "局",
            "人民政府办公厅",
            "办公厅",
            "国务院",
            "厅",
        ],
    ),
    (
        GENERAL,
        &[
            "健康委",
            "发展改革委",
            "民委",
            "市委",
            "县委",
            "区委",
            "省委",
            "州委",
            "党委",
            "总局",
            "委员会办公室",
            "领导小组",
            "指挥部",
        ],
    ),
    (GENERAL, &["联席会议", "管委会", "爱卫会", "红十字会", "研究院", "疾病预防控制中心", "监督管理总局", "税务总局"]),
    (
        GENERAL,
        &[
            "综合司",
            "综合部",
            "宣传部",
            "组织部",
            "统战部",
            "政法委",
            "残联",
            "残疾人联合会",
            "妇联",
            "妇女联合会",
            "总工会",
            "中国人民银行",
            "改革委",
            "卫健委",
            "卫生健康委",
        ],
    ),
]);

/// Marks that no signature holds.
pub static NOT_IN_SIGNATURES: Chars = Chars::with(&[&INNER_STOPS], &[(PUNCTUATION, "《“"), (GENERAL, " ")]);

/// Headings of the text before the first chapter.
pub static PREAMBLES: Words = Words::new(&[(GENERAL, &["序言", "前言", "引言", "序"])]);

/// Headings of a contents page.
pub static CONTENTS: Words = Words::new(&[(GENERAL, &["目录", "目次"])]);

/// Words before the years of a plan, where its text states them: 规划期限为2021至2025年.
pub static PERIOD_OPENERS: Words = Words::new(&[(GENERAL, &["规划期限为", "规划期为"])]);

/// Last words of the titles of documents that are mistaken for one another, the documents being one (规划纲要 and 规划), each
/// with the word for its family. A longer one stands before those it ends with.
pub static TITLE_FAMILIES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("规划纲要", "规划"),
        ("行动规划", "规划"),
        ("行动纲要", "规划"),
        ("中长期规划", "规划"),
        ("长期规划", "规划"),
        ("中期规划", "规划"),
        ("规划", "规划"),
        ("纲要", "规划"),
        ("实施意见", "方案"),
        ("行动实施方案", "方案"),
        ("行动工作方案", "方案"),
        ("行动方案", "方案"),
        ("实施方案", "方案"),
        ("工作方案", "方案"),
        ("方案", "方案"),
        ("行动计划", "方案"),
        ("工作计划", "方案"),
        ("实施计划", "方案"),
        ("若干意见", "意见"),
        ("指导意见", "意见"),
        ("意见", "意见"),
        ("若干措施", "措施"),
        ("政策措施", "措施"),
        ("措施", "措施"),
        ("管理条例", "条例"),
        ("条例", "条例"),
        ("管理办法", "办法"),
        ("暂行办法", "办法"),
        ("办法", "办法"),
        ("应急预案", "预案"),
        ("预案", "预案"),
        ("管理规范", "规范"),
        ("规范", "规范"),
        ("实施细则", "细则"),
        ("细则", "细则"),
        ("管理规定", "规定"),
        ("暂行规定", "规定"),
        ("规定", "规定"),
    ],
)]);

/// Words of a title that are left out or put in where it is cited from memory: 卫生服务体系规划, 卫生服务体系发展规划.
pub static TITLE_FILLERS: Words = Words::new(&[(
    GENERAL,
    &[
        "关于促进",
        "关于",
        "进一步",
        "发展",
        "工作",
        "总体",
        "专项",
        "综合",
        "事业",
        "建设",
        "加快",
        "推进",
        "推动",
        "加强",
        "实施",
        "的",
    ],
)]);

/// Words of titles that are taken for one another where a document is cited from memory, each with the one that stands for
/// both: 噪声污染防治条例, 噪音污染防治条例.
pub static TITLE_SYNONYMS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("噪音", "噪声"),
        ("饮用水", "饮水"),
        ("保护", "保障"),
        ("防控", "防治"),
        ("防制", "防治"),
        ("老龄", "老年"),
        ("监控", "监测"),
        ("培育", "培养"),
        ("管控", "管理"),
        ("残障人", "残疾人"),
        ("爱卫", "爱国卫生"),
        ("医保", "医疗保障"),
        ("固体废弃物", "固体废物"),
        ("餐厨废弃物", "餐厨垃圾"),
        ("抽烟", "吸烟"),
        ("控制吸烟", "控烟"),
        ("疾病预防控制", "疾控"),
        ("卫生健康", "卫健"),
    ],
)]);

/// Verbs of titles that are taken for one another where a document is cited from memory, each with the one that stands for
/// both. Two documents may have them all the same, so that a text which names both tells them apart.
pub static TITLE_VERBS: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("禁止吸烟", "控烟"),
        ("限制吸烟", "控烟"),
        ("禁烟", "控烟"),
        ("禁止", "限制"),
        ("抢救", "急救"),
        ("扶持", "支持"),
        ("激励", "鼓励"),
        ("整治", "治理"),
        ("监管", "监督"),
        ("救济", "救助"),
        ("维护", "养护"),
    ],
)]);

/// Words of a title that say a little, and that a citation from memory leaves out or puts in all the same: 供水卫生管理办法,
/// 供水管理办法.
#[rustfmt::skip]
pub static TITLE_WORDS: Words = Words::new(&[
    (GENERAL, &["促进", "处置", "处理", "卫生", "监督", "分类", "生活", "公共", "服务", "防治", "预防", "管理", "治理", "安全", "质量"]),
    (GENERAL, &["健康", "行动", "改革", "创新", "试点", "示范", "规范", "使用", "利用", "经营", "运营", "全面", "深化", "提升"]),
    (GENERAL, &["优化", "改善", "高质量", "三年", "五年", "人", "者", "救治", "救助", "保障", "若干"]),
]);

/// Words around a title that make it that of a new or an old edition: 修订后的《…办法》.
pub static NEW_EDITIONS: Words =
    Words::new(&[(GENERAL, &["修订", "修改", "修正", "新印发", "新制定", "新版", "原", "旧", "废止", "最新", "替代"])]);

/// Words before a reference to an attachment that make it that of another document: 《…通知》附件5.
pub static OTHER_DOCUMENTS: Words = Words::new(&[(
    GENERAL,
    &["》", "号", "文件", "文", "通知", "方案", "办法", "意见", "规划", "标准", "指南", "规范"],
)]);

/// What is done with a document on a day, each with one word for those of one sense.
pub static RELEASES: Glossary<&str> = Glossary::new(&[(
    GENERAL,
    &[
        ("印发", "印发"),
        ("发布", "印发"),
        ("公布", "印发"),
        ("下发", "印发"),
        ("颁布", "印发"),
        ("出台", "印发"),
        ("起施行", "施行"),
        ("起实施", "施行"),
        ("起执行", "施行"),
        ("正式施行", "施行"),
        ("施行", "施行"),
        ("生效", "施行"),
        ("审议通过", "通过"),
    ],
)]);

/// What a document calls itself for short.
pub static OWN_NAMES: Words = Words::new(&[(
    GENERAL,
    &[
        "规划",
        "纲要",
        "方案",
        "实施方案",
        "行动方案",
        "计划",
        "行动计划",
        "意见",
        "实施意见",
        "办法",
        "规划纲要",
        "工作方案",
        "专项规划",
    ],
)]);

/// Words right before the title that a document says to be its own.
pub static OWN_TITLE_OPENERS: Words = Words::new(&[(
    GENERAL,
    &[
        "本规划全称为",
        "本规划全称",
        "本规划名称为",
        "本规划即",
        "本规划为",
        "本规划定名为",
        "》全称为",
        "》全称",
        "》的全称为",
        "》的全称是",
        "本规划全称是",
        "本规划的名称为",
        "本方案全称为",
        "本方案名称为",
        "本方案即",
        "本纲要全称为",
        "本计划全称为",
        "本意见全称为",
        "本办法全称为",
        "本规划（",
        "本方案（",
        "本规划名为",
        "本方案名为",
        "本规划名称是",
        "正式名称为",
        "本规划正式名称为",
    ],
)]);

/// Words that open the bracket behind the document's own title, before its short name.
pub static OWN_TITLE_REMARKS: Words =
    Words::new(&[(GENERAL, &["以下简称", "下称", "以下称", "简称", "即", "下文简称", "以下统称"])]);

/// Endings of the names of files, which captions print between title marks.
pub static FILE_ENDINGS: Words = Words::new(&[(GENERAL, &[".doc", ".pdf", ".wps", ".txt", ".xls", ".ppt", ".ofd"])]);

/// What a document calls itself in its own text.
pub static THIS_DOCUMENT: Words = Words::new(&[(
    GENERAL,
    &["本规划", "本方案", "本纲要", "本计划", "本意见", "本办法", "本行动方案", "本实施方案", "本行动计划"],
)]);

/// Words right before a title that say that something is called so.
pub static NAMED_AS: Words = Words::new(&[(
    GENERAL,
    &["即", "即为", "名为", "命名为", "名称为", "名称是", "全称为", "全称是", "全称", "定名为", "题为"],
)]);
