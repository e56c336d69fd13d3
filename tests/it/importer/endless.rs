//! Texts of any length that are hard to read in linear time. The tests read them, the bench of the importer times them.

/// One text: what it is called, what is repeated, and what stands before and after the repetition.
type Pattern = (&'static str, &'static str, &'static str, &'static str);

const PATTERNS: [Pattern; 48] = [
    ("one line", "健康", "", ""),
    ("one heading", "健康", "一、", ""),
    ("brackets that never close", "（", "一、任务\n", ""),
    ("brackets that close at once", "（）", "一、任务\n", "。。。"),
    ("stops behind brackets", "。", "一、任务\n（甲）（乙）（丙）", ""),
    ("a clause without end", "市卫生健康局、", "一、任务\n推进工作。（", "负责）"),
    ("lines without stops", "推进卫生健康事业高质量发展，\n", "一、任务\n", ""),
    ("closing quotes", "”\n", "一、任务\n“推进卫生健康事业，", ""),
    ("titles", "甲市健康规划\n", "", ""),
    ("headings", "一、任务\n", "", ""),
    ("contents", "一、任务\n", "目录\n", ""),
    ("titles of contents", "目录\n", "", ""),
    ("attachments", "附件1：\n", "", ""),
    ("a list of attachments", "1、附件\n", "一、任务\n附件：\n", ""),
    ("signatures", "甲市人民政府\n", "甲市人民政府\n一、任务\n", ""),
    ("blank lines", "\n", "一、任务\n\t序号\n\t指标\n", "二、任务"),
    ("lone tabs", "\t\n", "一、任务\n", ""),
    ("one row of cells", "1\t", "一、任务\n序号\t指标\t2025年\n", ""),
    ("rows", "1\t预期寿命\t79\n", "一、任务\n序号\t指标\t2025年\n", ""),
    ("groups in halves", "健康\t寿命\t79\n生活\t病床\t8\n", "一、任务\n领域\t指标\t2025年\n", ""),
    ("preambles", "序言\n", "一、任务\n", ""),
    ("boxes", "专栏 1 项目\n", "一、任务\n", ""),
    ("years", "到2030年", "一、任务\n", ""),
    ("clauses", "工作。（市教育局负责）", "一、任务\n", ""),
    ("first points in one line", "1.控烟。", "一、任务（一）范围。", ""),
    ("points in one line", "工作1.控烟", "一、任务（一）范围", "二、保障。"),
    ("first headings in one line", "工作。一、任务（一）控烟。", "", ""),
    ("numbers behind brackets", "工作）一、", "", "二、保障。"),
    ("dates in one line", "2020年1月1日", "甲市人民政府", "一、任务（一）控烟。二、保障"),
    (
        "rows of several lines over pages",
        "1     建设基地    建设生产基地        县农业农村局        2024年12月底\n      二期        再建一处\n\n— 3 —\n\n",
        "一、任务\n序号  任务        具体内容            责任单位            完成时限\n",
        "",
    ),
    (
        "headers above rows without ordinals",
        "序号  任务        具体内容            责任单位\n      任务甲      内容甲\n\n",
        "一、任务\n",
        "",
    ),
    (
        "groups beside the middle of their rows",
        "领域\n        甲乙丙\n                    岁      3\n        丁\n",
        "一、任务\n        主要指标    单位    2020年\n",
        "",
    ),
    ("cells of rows without ordinals", "市场主体\n万户\n2.4\n", "一、任务\n指标\n单位\n2025年\n", ""),
    ("headers of one cell a line", "指标\n单位\n2025年\n", "一、任务\n", ""),
    ("tasks above", "以上任务由市教育局负责。\n", "一、任务\n（一）控烟\n", ""),
    ("rows of one cell a line", "1\n托育\n新增托位\n市教育局\n", "一、任务\n序号\n项目\n任务\n责任单位\n", ""),
    ("headers and rows of one cell a line", "序号\n项目\n任务\n责任单位\n1\n托育\n2\n养老\n", "一、任务\n", ""),
    (
        "names and tasks in turn",
        "城关镇\n建设步道三条，改造公厕十二座，新建健身场地五处，走访家庭。\n",
        "镇、街道\n目标任务\n",
        "",
    ),
    ("parts of a sentence", "由市教育局负责，", "一、任务\n", "。"),
    ("quotations of units", "“市教育局负责”", "一、任务\n", ""),
    ("numbers with another mark", "1。控烟\n2。控盐\n", "", ""),
    ("numbers with zeros", "01 控烟\n02 控盐\n", "", ""),
    ("headings that break words", "（一）加快信息基础设\n施建设\n", "", ""),
    ("names over two lines", "1 千人口\n床位数 张 2 3\n", "一、任务\n序号 指标 单位 2020年 2025年\n", ""),
    ("titles without numbers", "总体要求\n（一）控烟。每个单位都要坚决执行到位。\n", "", ""),
    ("titles apart", "甲市健康规划\n\n", "", ""),
    ("lines of offices", "甲市教育局　甲市民政局\n", "", "关于印发规划的通知\n"),
    ("lines before lines of headings", "工作\n一、任务。二、控烟（一）任务。（二）控烟。\n", "", ""),
];

/// Each text with its name, about `bytes` long.
pub(crate) fn texts(bytes: usize) -> impl Iterator<Item = (&'static str, String)> {
    PATTERNS.iter().map(move |(name, repeated, before, after)| {
        (*name, [before, repeated.repeat(bytes / repeated.len()).as_str(), after].concat())
    })
}
