//! Marks and words that open headings and entries (第一章, 一、, 附件1, 一是), and words in titles of chapters.

use crate::lexicon::change::REDUCING;
use crate::lexicon::punctuation::{CLAUSE_ENDS, CLAUSE_JOINTS, INNER_STOPS, SENTENCE_ENDS};
use crate::lexicon::{Chars, GENERAL, NUMERALS, OFFICIAL_LAYOUT, PUNCTUATION, Words};

/// The Chinese digits from one to nine, in their order.
pub static ONE_TO_NINE: Chars = Chars::new(&[(NUMERALS, "一二三四五六七八九")]);

/// The Chinese numerals from one to ten.
pub static ONE_TO_TEN: Chars = Chars::with(&[&ONE_TO_NINE], &[(NUMERALS, "十")]);

/// The Chinese numerals that things are counted by: 三大工程, 两个阶段.
pub static COUNTING_NUMERALS: Chars = Chars::with(&[&ONE_TO_NINE], &[(NUMERALS, "十"), (GENERAL, "两")]);

/// Characters of Chinese numerals in headings.
pub static NUMERAL_CHARS: Chars = Chars::with(&[&ONE_TO_NINE], &[(NUMERALS, "〇零十百")]);

/// What is counted above the chapters: 第一篇, 第一部分.
pub static PART_UNITS: Words = Words::new(&[(GENERAL, &["部分", "篇", "编"])]);

/// What chapters are counted in: 第一章.
pub static CHAPTER_UNITS: Words = Words::new(&[(GENERAL, &["章"])]);

/// What the sections of a chapter are counted in: 第一节.
pub static SECTION_UNITS: Words = Words::new(&[(GENERAL, &["节"])]);

/// What the articles of rules are counted in: 第一条.
pub static ARTICLE_UNITS: Words = Words::new(&[(GENERAL, &["条"])]);

/// Headings without a number before the first chapter and behind the last one.
pub static UNNUMBERED_CHAPTERS: Words = Words::new(&[(GENERAL, &["总则", "附则"])]);

/// Words behind the number of a chapter or an article that refer to it: 第二章提出的任务, 第四条规定的处罚.
pub static REFERRING_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "提出",
        "确定",
        "部署的",
        "规定",
        "所列",
        "所称",
        "所述",
        "明确的",
        "的",
        "中的",
        "至第",
        "和第",
        "或第",
        "、第",
        "，",
    ],
)]);

/// Words behind 、 that make the numeral before it a part of the text: 二、三级医院.
pub static COUNTED_AFTER_PAUSES: Words =
    Words::new(&[(GENERAL, &["级", "类", "等", "甲", "产", "次", "型", "期", "线"])]);

/// Words that open what is attached to a document: 附件1.
pub static ATTACHMENTS: Words = Words::new(&[(OFFICIAL_LAYOUT, &["附件"]), (GENERAL, &["附表", "附录"])]);

/// Levels of a document that are counted in its headings: 第一章, 第二条.
pub static HEADING_LEVELS: Chars = Chars::new(&[(GENERAL, "章节条")]);

/// Levels that end a number which begins with 第, as people type it: 第三章, 第二条.
pub static COUNTED_LEVELS: Chars = Chars::with(&[&HEADING_LEVELS], &[(GENERAL, "篇款")]);

/// Stops between the number of a heading and its title: 一、总体战略, 1.促进心理健康.
pub static NUMBER_STOPS: Chars = Chars::new(&[(OFFICIAL_LAYOUT, "、．"), (GENERAL, ".")]);

/// Marks at the end of a heading's number behind which the title stands without a space: （一）指导思想.
pub static TIGHT_NUMBER_ENDS: Chars = Chars::with(&[&NUMBER_STOPS], &[(OFFICIAL_LAYOUT, "）"), (GENERAL, ")")]);

/// Titles that many plans have, which tell where a title ends that no mark closes: 一、总体要求深入贯彻……
pub static COMMON_TITLES: Words = Words::new(&[
    (GENERAL, &["指导思想", "基本原则", "发展目标", "组织实施", "保障措施", "组织保障"]),
    (
        GENERAL,
        &[
            "总体要求",
            "总体目标",
            "总体思路",
            "总体考虑",
            "基本思路",
            "工作原则",
            "工作目标",
            "工作任务",
            "工作要求",
            "工作步骤",
            "工作安排",
            "工作措施",
            "主要目标",
            "主要任务",
            "主要措施",
            "主要内容",
        ],
    ),
    (
        GENERAL,
        &[
            "重点任务",
            "重点工作",
            "目标任务",
            "发展背景",
            "具体措施",
            "具体任务",
            "组织领导",
            "加强组织领导",
            "实施步骤",
            "实施范围",
            "有关要求",
            "规划背景",
            "前言",
            "总则",
        ],
    ),
]);

/// Marks that end the title of a heading whose text runs on in the same line, or show that it has none.
pub static RUN_IN_ENDS: Chars = Chars::with(&[&SENTENCE_ENDS, &CLAUSE_JOINTS], &[(GENERAL, ":")]);

/// Marks behind the first words of such a line that make them a part of its text, and no title.
pub static NOT_AFTER_TITLES: Chars = Chars::new(&[(PUNCTUATION, "；！？")]);

/// Marks that a short line without a number holds if it is text, and no heading.
pub static NOT_IN_BARE_HEADINGS: Chars = Chars::with(&[&CLAUSE_ENDS, &INNER_STOPS], &[(PUNCTUATION, "“（")]);

/// Words that a number follows without 第: 专栏1, 附件2.
pub static NUMBERED_WORDS: Words = Words::new(&[(GENERAL, &["专栏", "附件", "附表", "表"])]);

/// Dashes and round bullets before an entry of a list.
pub static DASHES_AND_BULLETS: Chars = Chars::new(&[(GENERAL, "—●•")]);

/// Marks that open an entry of a list: —— and bullets.
pub static ENTRY_MARKS: Chars = Chars::with(&[&DASHES_AND_BULLETS], &[(GENERAL, "[［·－◆①②③④⑤⑥⑦⑧⑨")]);

/// Words in the title of a chapter that frames the tasks and holds none itself: background, aims, safeguards.
pub static FRAME_CHAPTERS: Words = Words::new(&[(
    GENERAL,
    &[
        "背景",
        "总体",
        "指导思想",
        "基本原则",
        "形势",
        "主要指标",
        "发展基础",
        "发展目标",
        "组织实施",
        "保障措施",
        "实施保障",
        "组织保障",
        "附则",
    ],
)]);

/// Marks that the title of a heading may hold where no mark closes it.
pub static IN_TITLES: Chars = Chars::new(&[(PUNCTUATION, "、“”（）")]);

/// Characters between a number and the things that a heading announces: 三大工程, 五项行动.
pub static LISTED_COUNTERS: Chars = Chars::new(&[(GENERAL, "大项个类")]);

/// Things that headings set going by a verb: 推进全民阅读活动.
pub static STARTED_THINGS: Words = Words::new(&[(GENERAL, &["行动", "活动", "工程", "计划", "运动", "工作"])]);

/// Verbs of a heading that wants less of something: 压减住院床位规模.
pub static WANTING_LESS: Words = Words::with(&[&REDUCING], &[(GENERAL, &["降低", "核减", "调减", "缩小"])]);

/// Verbs of a heading that wants more of something: 扩大公园绿地面积.
pub static WANTING_MORE: Words =
    Words::new(&[(GENERAL, &["扩大", "扩充", "扩建", "扩增", "增加", "增设", "新增", "提高", "提升"])]);

/// Things that headings announce by their number and texts list one by one.
pub static COUNTED_NOUNS: Words = Words::with(
    &[&STARTED_THINGS],
    &[(
        GENERAL,
        &[
            "任务", "举措", "措施", "体系", "机制", "制度", "原则", "目标", "项目", "平台", "中心", "基地", "专项",
            "改革", "能力", "阶段", "环节", "重点", "试点", "清单", "攻坚", "战役", "网络", "学校", "医院", "机构",
            "队伍", "系统", "园区", "基金", "产业", "集群",
        ],
    )],
);

/// Words behind the number of an article that refer to it: 第四条规定的处罚.
pub static BEHIND_REFERENCES: Words =
    Words::new(&[(GENERAL, &["规定", "所列", "所称", "第", "、", "和", "至", "或", "的", "中", "，", "明确"])]);

/// Characters behind 附件 and a numeral that make them another word: 附件一览, 附表1-2.
pub static AFTER_NO_ATTACHMENTS: Chars = Chars::new(&[(GENERAL, "-—览致般样")]);

/// Words of headings that any text may print, whatever its subject.
pub static USUAL_WORDS: Words = Words::new(&[(
    GENERAL,
    &[
        "提升",
        "加强",
        "强化",
        "完善",
        "优化",
        "推进",
        "推动",
        "深化",
        "促进",
        "健全",
        "构建",
        "实施",
        "加快",
        "发展",
        "服务",
        "能力",
        "体系",
        "建设",
        "水平",
        "工作",
        "管理",
        "健康",
        "卫生",
        "医疗",
        "保障",
        "质量",
        "机制",
        "制度",
        "防治",
        "防控",
        "行动",
        "工程",
        "重点",
        "人群",
        "机构",
        "全面",
        "做好",
        "做实",
        "拓展",
        "规范",
        "创新",
        "改革",
        "持续",
        "高质量",
        "事业",
        "开展",
        "治理",
        "能力建设",
        "供给",
        "提高",
        "统筹",
        "资源",
        "布局",
        "落实",
        "巩固",
        "扩大",
        "夯实",
        "壮大",
        "深入",
        "积极",
        "着力",
        "大力",
        "安全",
        "社会",
        "综合",
        "监管",
        "监督",
        "保护",
        "与",
    ],
)]);
