//! The words of indicator tables: headers of columns, domains, natures.

use crate::lexicon::{GENERAL, Glossary, HEALTH_ACTIONS, HEALTHY_CHINA, Words};

/// Headers of the column of ordinals; `true` for those that make a row a header wherever they stand.
pub static NUMBER_HEADERS: Glossary<bool> =
    Glossary::new(&[(GENERAL, &[("序号", true), ("编号", false), ("序", false)])]);

/// Headers of the column of domains; `true` for those that make a row a header wherever they stand.
pub static DOMAIN_HEADERS: Glossary<bool> = Glossary::new(&[(
    GENERAL,
    &[
        ("领域", true),
        ("指标类别", true),
        ("类别", true),
        ("分类", false),
        ("维度", false),
        ("指标领域", false),
        ("一级指标", false),
    ],
)]);

/// Headers of the column of natures; `true` for those that make a row a header wherever they stand.
pub static NATURE_HEADERS: Glossary<bool> = Glossary::new(&[(
    GENERAL,
    &[("指标性质", true), ("指标类型", true), ("性质", true), ("类型", false), ("属性", false), ("指标属性", false)],
)]);

/// Headers of the column of units; `true` for those that make a row a header wherever they stand.
pub static UNIT_HEADERS: Glossary<bool> =
    Glossary::new(&[(GENERAL, &[("单位", true), ("计量单位", false), ("指标单位", false)])]);

/// Headers of the column of names; `true` for those that make a row a header wherever they stand.
pub static NAME_HEADERS: Glossary<bool> = Glossary::new(&[(
    GENERAL,
    &[
        ("指标", true),
        ("指标名称", true),
        ("主要指标", true),
        ("名称", true),
        ("项目", true),
        ("项目名称", true),
        ("核心指标", true),
        ("具体指标", true),
        ("指标内容", false),
        ("主要工作指标", false),
        ("二级指标", false),
        ("指标项", false),
        ("内容", false),
    ],
)]);

/// Headers that a table begins with.
pub static FIRST_HEADERS: Words = Words::new(&[(GENERAL, &["领域", "序号", "指标类别", "类别", "指标领域"])]);

/// Headers that a table ends with.
pub static LAST_HEADERS: Words = Words::new(&[(GENERAL, &["指标性质", "指标类型", "性质", "属性", "指标属性"])]);

/// Words in the header of a column of targets.
pub static TARGET_COLUMNS: Words = Words::new(&[(GENERAL, &["目标", "规划值", "规划要求"])]);

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
