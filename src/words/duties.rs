//! The words for what offices do in tasks, for targets with their years, and for tasks that name nobody.

use super::words;

words! {
    /// What an office does in a task.
    LEAD = "牵头", "lead";
    SUPPORT = "配合", "support";
    NAMED = "责任单位（未分牵头）", "named (no lead given)";
    OTHER = "其他单位（指导、监督等）", "other part (guidance, supervision)";

    /// How many tasks of a plan name a responsible office, in one sentence.
    plan_names_none(plan, count) =
        "{plan}：全文未写责任单位，{count} 项任务都没有", "{plan}: no responsible offices in the whole plan; tasks: {count}";
    all_name_one(plan, count) = "{plan}：{count} 项任务都写了责任单位", "{plan}: all tasks name responsible offices; tasks: {count}";
    some_name_none(plan, count, without) =
        "{plan}：{count} 项任务中有 {without} 项没有写责任单位", "{plan}: tasks without responsible offices: {without} of {count}";

    /// A target with its years and values in one line.
    DATED_TASK = "限期任务", "dated task";
    year(year) = "{year}年", "{year}";
    value_of_year(year, value) = "{year}年 {value}", "{year} {value}";
    named(name, said) = "{name}：{said}", "{name}: {said}";
    with_quote(values, quote) = "{values}　“{quote}”", "{values}  “{quote}”";
    /// The row of an indicator table that belongs to a target.
    with_unit(name, unit) = "{name}（{unit}）", "{name} ({unit})";
    row(name, differs) = "指标表“{name}”{differs}", "table “{name}”{differs}";
    row_with_values(name, values, differs) = "指标表“{name}”：{values}{differs}", "table “{name}”: {values}{differs}";
    DIFFERS = "，与正文的数值不同", ", not as in the text";
}
