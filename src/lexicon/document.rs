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
    &["此件公开发布", "此件主动公开", "此件依申请公开", "此件不予公开", "此件有删减", "此件删减后公开"],
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

/// Labels of the facts that the website of a government prints above a document, each with the fact it gives.
pub static WEBSITE_FACTS: Glossary<WebsiteFact> = Glossary::new(&[(
    GENERAL,
    &[
        ("标题", WebsiteFact::Title),
        ("名称", WebsiteFact::Title),
        ("文件名称", WebsiteFact::Title),
        ("发文机关", WebsiteFact::Issuer),
        ("发布机构", WebsiteFact::Issuer),
        ("发文单位", WebsiteFact::Issuer),
        ("发布机关", WebsiteFact::Issuer),
        ("制发机关", WebsiteFact::Issuer),
        ("制定机关", WebsiteFact::Issuer),
        ("发布部门", WebsiteFact::Issuer),
        ("颁布单位", WebsiteFact::Issuer),
        ("颁布机关", WebsiteFact::Issuer),
        ("颁布时间", WebsiteFact::Issued),
        ("颁布日期", WebsiteFact::Issued),
        ("中文名", WebsiteFact::Title),
        ("成文日期", WebsiteFact::Issued),
        ("发文日期", WebsiteFact::Issued),
        ("生成日期", WebsiteFact::Issued),
        ("索引号", WebsiteFact::Other),
        ("信息索引", WebsiteFact::Other),
        ("主题分类", WebsiteFact::Other),
        ("分类", WebsiteFact::Other),
        ("信息分类", WebsiteFact::Other),
        ("主题词", WebsiteFact::Other),
        ("关键词", WebsiteFact::Other),
        ("体裁", WebsiteFact::Other),
        ("体裁分类", WebsiteFact::Other),
        ("公文种类", WebsiteFact::Other),
        ("发文字号", WebsiteFact::Other),
        ("文号", WebsiteFact::Other),
        ("发布文号", WebsiteFact::Other),
        ("发布日期", WebsiteFact::Published),
        ("发布时间", WebsiteFact::Published),
        ("公开日期", WebsiteFact::Published),
        ("有效性", WebsiteFact::Other),
        ("时效性", WebsiteFact::Other),
        ("时效", WebsiteFact::Other),
        ("生效日期", WebsiteFact::Other),
        ("失效日期", WebsiteFact::Other),
        ("废止日期", WebsiteFact::Other),
        ("公开方式", WebsiteFact::Other),
        ("公开范围", WebsiteFact::Other),
        ("信息来源", WebsiteFact::Other),
        ("来源", WebsiteFact::Other),
        ("作者", WebsiteFact::Other),
        ("浏览次数", WebsiteFact::Other),
        ("点击数", WebsiteFact::Other),
        ("阅读次数", WebsiteFact::Other),
        ("字体", WebsiteFact::Other),
        ("字号", WebsiteFact::Other),
        ("语种", WebsiteFact::Other),
        ("统一编号", WebsiteFact::Other),
        ("服务对象分类", WebsiteFact::Other),
        ("时间", WebsiteFact::Published),
        ("发表时间", WebsiteFact::Published),
        ("更新时间", WebsiteFact::Published),
        ("发文时间", WebsiteFact::Issued),
        ("成文时间", WebsiteFact::Issued),
        ("印发日期", WebsiteFact::Issued),
        ("签发日期", WebsiteFact::Issued),
        ("实施日期", WebsiteFact::Other),
        ("施行日期", WebsiteFact::Other),
        ("发布", WebsiteFact::Other),
        ("发布单位", WebsiteFact::Issuer),
        ("公开主体", WebsiteFact::Issuer),
        ("制文机关", WebsiteFact::Issuer),
        ("印发机关", WebsiteFact::Issuer),
        ("所属主题", WebsiteFact::Other),
        ("组配分类", WebsiteFact::Other),
        ("文件编号", WebsiteFact::Other),
        ("信息名称", WebsiteFact::Title),
        ("文件有效性", WebsiteFact::Other),
        ("是否有效", WebsiteFact::Other),
        ("公开形式", WebsiteFact::Other),
        ("公开程序", WebsiteFact::Other),
        ("公开属性", WebsiteFact::Other),
        ("文章来源", WebsiteFact::Other),
        ("稿件来源", WebsiteFact::Other),
        ("责任编辑", WebsiteFact::Other),
        ("编辑", WebsiteFact::Other),
        ("浏览量", WebsiteFact::Other),
        ("访问量", WebsiteFact::Other),
        ("点击量", WebsiteFact::Other),
        ("阅读", WebsiteFact::Other),
        ("阅读量", WebsiteFact::Other),
        ("大小", WebsiteFact::Other),
        ("浏览字号", WebsiteFact::Other),
        ("字体大小", WebsiteFact::Other),
        ("编辑出版", WebsiteFact::Other),
        ("主管单位", WebsiteFact::Other),
        ("主办单位", WebsiteFact::Other),
        ("地址", WebsiteFact::Other),
        ("邮政编码", WebsiteFact::Other),
        ("邮编", WebsiteFact::Other),
        ("联系电话", WebsiteFact::Other),
        ("网址", WebsiteFact::Other),
        ("印刷", WebsiteFact::Other),
        ("登记号", WebsiteFact::Other),
        ("备案号", WebsiteFact::Other),
        ("统一登记号", WebsiteFact::Other),
        ("规范性文件编号", WebsiteFact::Other),
    ],
)]);

/// What a label of a website says of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebsiteFact {
    /// The name under which the website lists it, mostly that of the letter.
    Title,
    /// The office that signed it.
    Issuer,
    /// When the office signed it, as printed in any form.
    Issued,
    /// The date on which the website put it up, which is later.
    Published,
    /// Something that a plan does not keep.
    Other,
}

/// Marks before the entries of the menus and lists of a website.
pub static BULLETS: Chars = Chars::new(&[(GENERAL, "•·▪●■◆◇▶►")]);

/// Signs between the title of a page and the name of the website: `……的通知_望海市人民政府`.
pub static SITE_SIGNS: Chars = Chars::with(&[&PAGE_DASHES], &[(GENERAL, "_|")]);

/// Last words of the names of websites.
pub static SITE_ENDINGS: Words = Words::with(&[&ISSUER_ENDINGS], &[(GENERAL, &["网", "网站", "门户", "平台", "公报"])]);

/// Marks on both sides of the number of a page: — 3 —.
pub static PAGE_DASHES: Chars = Chars::new(&[(OFFICIAL_LAYOUT, "—"), (GENERAL, "-－–―·")]);

/// Words that stand only in what every page of a website says of the website.
pub static IMPRINT_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "版权所有",
        "ICP备",
        "公网安备",
        "网站标识码",
        "运行维护单位",
        "网站地图",
        "技术支持：",
        "Copyright",
        "copyright",
    ],
)]);

/// Words of the lines that a website prints around a document: where one is, and what one may do with the page.
pub static WEBSITE_WORDS: Words = Words::with(
    &[&IMPRINT_WORDS],
    &[
        (
            GENERAL,
            &[
                "扫一扫",
                "当前位置",
                "您现在的位置",
                "您当前的位置",
                "您所在的位置",
                "你所在的位置",
                "现在位置",
                "所在位置",
                "首页 >",
                "首页>",
                "打印本页",
                "关闭窗口",
                "关闭本页",
                "【打印】",
                "【关闭】",
            ],
        ),
        (
            GENERAL,
            &[
                "分享到",
                "分享至",
                "【字体",
                "字体：",
                "字号：",
                "浏览次数",
                "相关链接",
                "相关解读",
                "相关文件",
                "相关附件",
                "附件下载",
                "文件下载",
            ],
        ),
        (GENERAL, &["上一篇", "下一篇", "返回顶部", "联系我们", "关于我们", "政府网站"]),
        (
            GENERAL,
            &[
                "主办单位：",
                "承办单位：",
                "责任编辑",
                "政策解读",
                "无障碍",
                "繁體",
                "回到顶部",
                "我要纠错",
                "微信公众号",
            ],
        ),
    ],
);

/// Entries of the menus of a website, which stand alone on a line or beside one another.
pub static MENU_ENTRIES: Words = Words::new(&[
    (
        GENERAL,
        &[
            "手机版",
            "电脑版",
            "长辈版",
            "适老版",
            "长者版",
            "关怀版",
            "长者模式",
            "无障碍浏览",
            "无障碍",
            "一网搜",
            "登录",
            "注册",
            "首页",
            "设为首页",
            "加入收藏",
            "收藏本站",
            "收藏",
            "打印",
            "关闭",
            "下载",
            "繁体",
            "简体",
            "繁体版",
            "简体版",
        ],
    ),
    (
        GENERAL,
        &[
            "English",
            "全文",
            "草案全文",
            "政策原文",
            "文件原文",
            "政策",
            "政策解读",
            "民意征询详情",
            "基本介绍",
            "中国政府网",
            "省政府网",
            "市政府网",
            "走进",
            "新闻中心",
            "政务公开",
            "政府信息公开",
            "政务服务",
            "互动交流",
            "政民互动",
            "专题专栏",
        ],
    ),
]);

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
