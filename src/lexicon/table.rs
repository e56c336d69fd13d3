//! The words of indicator tables: headers of columns, domains, natures.

use crate::lexicon::target::PLEDGES;
use crate::lexicon::{GENERAL, Glossary, HEALTH_ACTIONS, HEALTHY_CHINA, Words};

/// What the header of a column tells about the row that it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Header {
    /// Whether it makes a row a header wherever the row stands.
    pub is_sure: bool,
    /// Whether a table begins or ends with it: ordinals and domains stand first, natures last.
    pub is_edge: bool,
}

const SURE_EDGE: Header = Header { is_sure: true, is_edge: true };
const SURE: Header = Header { is_sure: true, is_edge: false };
const EDGE: Header = Header { is_sure: false, is_edge: true };
const PLAIN: Header = Header { is_sure: false, is_edge: false };

/// Headers of the column of ordinals.
pub static NUMBER_HEADERS: Glossary<Header> =
    Glossary::new(&[(GENERAL, &[("序号", SURE_EDGE), ("编号", PLAIN), ("序", PLAIN)])]);

/// Headers of the columns of a table that divides tasks among units, which say what is to be done.
pub static TASK_HEADERS: Words = Words::new(&[
    (
        GENERAL,
        &[
            "任务",
            "重点任务",
            "工作任务",
            "主要任务",
            "目标任务",
            "具体任务",
            "任务名称",
            "任务内容",
            "任务事项",
            "分工任务",
        ],
    ),
    (
        GENERAL,
        &["工作", "重点工作", "工作内容", "工作事项", "工作措施", "重点事项", "事项", "内容", "主要内容", "具体内容"],
    ),
    (
        GENERAL,
        &[
            "措施",
            "具体措施",
            "主要措施",
            "工作举措",
            "重点举措",
            "主要举措",
            "项目",
            "项目名称",
            "建设内容",
            "工作要点",
            "具体举措",
            "实事",
            "工程",
        ],
    ),
]);

/// Words in the headers of columns of dates: 开工时间, 建成日期.
pub static TIME_HEADERS: Words = Words::new(&[(GENERAL, &["时间", "日期"])]);

/// Words that open the notes below a table.
pub static NOTE_LABELS: Words = Words::new(&[(GENERAL, &["备注", "注释", "附注", "表注", "注"])]);

/// Headers of the column of domains.
pub static DOMAIN_HEADERS: Glossary<Header> = Glossary::new(&[(
    GENERAL,
    &[
        ("领域", SURE_EDGE),
        ("指标类别", SURE_EDGE),
        ("类别", SURE_EDGE),
        ("分类", PLAIN),
        ("类目", PLAIN),
        ("维度", PLAIN),
        ("指标领域", EDGE),
        ("一级指标", PLAIN),
    ],
)]);

/// Last words of other headers of such a column: 任务类别, 工作领域.
pub static GROUP_ENDINGS: Words = Words::new(&[(GENERAL, &["类别", "领域", "类型", "板块", "方面"])]);

/// Heads below a year that say whose values they are, or which.
pub static WHOSE_HEADERS: Words = Words::new(&[(
    GENERAL,
    &[
        "全国",
        "国家",
        "全省",
        "全市",
        "全县",
        "全区",
        "省级",
        "市级",
        "本市",
        "本县",
        "本区",
        "现状",
        "现状值",
        "年均增长",
        "累计",
    ],
)]);

/// Headers of columns of sums and sizes, without the unit in brackets behind them: 总投资（万元）.
pub static QUANTITY_HEADERS: Words = Words::new(&[(
    GENERAL,
    &["投资额", "计划投资", "年度投资", "资金", "资金需求", "金额", "数量", "占地", "建设面积", "总规模", "床位"],
)]);

/// Last words of the header of a column of names: 工程名称.
pub static NAME_ENDINGS: Words = Words::new(&[(GENERAL, &["名称"])]);

/// Headers of the column of natures.
pub static NATURE_HEADERS: Glossary<Header> = Glossary::new(&[(
    GENERAL,
    &[
        ("指标性质", SURE_EDGE),
        ("指标类型", SURE_EDGE),
        ("性质", SURE_EDGE),
        ("类型", PLAIN),
        ("属性", EDGE),
        ("指标属性", EDGE),
    ],
)]);

/// Headers of the column of units.
pub static UNIT_HEADERS: Glossary<Header> =
    Glossary::new(&[(GENERAL, &[("单位", SURE), ("计量单位", PLAIN), ("指标单位", PLAIN)])]);

/// Headers of the column of names.
pub static NAME_HEADERS: Glossary<Header> = Glossary::new(&[(
    GENERAL,
    &[
        ("指标", SURE),
        ("指标名称", SURE),
        ("主要指标", SURE),
        ("名称", SURE),
        ("项目", SURE),
        ("项目名称", SURE),
        ("核心指标", SURE),
        ("具体指标", SURE),
        ("指标内容", PLAIN),
        ("主要工作指标", PLAIN),
        ("二级指标", PLAIN),
        ("指标项", PLAIN),
        ("内容", PLAIN),
    ],
)]);

/// Words in the header of a column of targets.
pub static TARGET_COLUMNS: Words = Words::new(&[(GENERAL, &["目标", "规划值", "规划要求"])]);

/// Words before 到 and a year by which a text looks ahead: 力争到2030年.
pub static AHEAD_WORDS: Words = Words::with(
    &[&PLEDGES],
    &[(GENERAL, &["计划", "预计", "预期", "是", "为", "即", "并", "和", "及", "使", "展望", "提出", "明确", "其中"])],
);

/// Words in the header of a column of what the plan starts from.
pub static BASELINE_COLUMNS: Words = Words::new(&[(GENERAL, &["基期", "现状", "基准", "基线", "基础值"])]);

/// Words in the header of a column of what was reached.
pub static ACTUAL_COLUMNS: Words = Words::new(&[(GENERAL, &["完成", "实际", "实绩", "达到值"])]);

/// Domains that indicators are grouped by.
pub static DOMAINS: Words = Words::new(&[
    (HEALTHY_CHINA, &["健康水平", "健康生活", "健康服务", "健康保障", "健康环境", "健康产业"]),
    (GENERAL, &["健康资源"]),
]);

/// Natures of indicators: forecast, binding, advocated.
pub static NATURES: Words = Words::new(&[(HEALTH_ACTIONS, &["预期性", "约束性", "倡导性"])]);

/// Names of the row or the column that adds up all others.
pub static TOTALS: Words = Words::new(&[(
    GENERAL,
    &["合计", "总计", "共计", "总数", "合计数", "全市合计", "全县合计", "全区合计", "全省合计"],
)]);

/// Names of the row that adds up those since the last one of its kind.
pub static SUBTOTALS: Words = Words::new(&[(GENERAL, &["小计"])]);

/// First words in the header of a column that adds up those beside it.
pub static TOTAL_HEADERS: Words =
    Words::new(&[(GENERAL, &["合计", "总计", "共计", "小计", "总数", "总量", "总投资", "三年合计", "五年合计"])]);

/// Words in the header of a column of shares or means.
pub static MEAN_HEADERS: Words =
    Words::new(&[(GENERAL, &["率", "比", "均", "每", "占", "%", "‰", "年限", "年份", "时间", "时限", "年龄"])]);

/// Words in the header of a column of dates by which something is done, besides those for its end.
pub static DUE_HEADERS: Words = Words::new(&[(GENERAL, &["时限", "期限"])]);

/// Words in the header of a column of dates at which something begins, besides those for a work.
pub static START_HEADERS: Words = Words::new(&[(GENERAL, &["启动", "开始"])]);

/// Words in the header of a column of what is added to what stands beside it.
pub static ADDED: Words = Words::new(&[(GENERAL, &["新增", "增加", "增量", "拟招", "补充", "扩建"])]);

/// Words in the head of a column of shares that add up to the whole.
pub static SHARE_HEADERS: Words = Words::new(&[(GENERAL, &["占比", "比重", "构成比", "构成"])]);
