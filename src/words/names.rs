//! The words about names that people type: of plans, nodes, offices, indicators, columns and levels.

use super::words;

words! {
    // A member of a list with what it is also called: `yunfu-2030（云浮）`.
    also(name, other) = "{name}（{other}）", "{name} ({other})";
    near(names) = "；相近的有：{names}", "; near it: {names}";

    no_plan(name, plans) = "没有名为“{name}”的规划；可用：{plans}", "there is no plan “{name}”; there are: {plans}";
    several_plans(name, plans) =
        "“{name}”可指多部规划：{plans}；请写明其一", "“{name}” can be several plans: {plans}; name one of them";
    no_node(plan, node, id) =
        "{plan} 中没有节点“{node}”；guihua tree --plan {id} 列出全部节点",
        "{plan} has no node “{node}”; guihua tree --plan {id} lists the nodes";

    no_office(name) = "没有名为“{name}”的部门", "there is no office “{name}”";
    ALL_OFFICES = "；guihua depts 列出全部部门", "; guihua depts lists the offices";
    several_offices(name, offices) =
        "“{name}”可指多个部门：{offices}；请写明其一", "“{name}” can be several offices: {offices}; name one of them";
    former_name(name, office) = "“{name}”是{office}的原名", "“{name}” is a former name of {office}";
    no_own_office(line) =
        "未说明“我局”是哪个部门；请写明部门，或先设环境变量，如 {line}",
        "it is not said which office 我局 (our office) is; name an office, or set the variable: {line}";
    wrong_office(setting) = "{setting}有误", "{setting} is wrong";

    no_json(command) = "命令 {command} 不输出 JSON", "the command {command} prints no JSON";
    no_level(name, levels) =
        "没有名为“{name}”的层级；层级有：{levels}", "there is no level “{name}”; there are: {levels}";
    no_indicator(name) = "没有名为“{name}”的指标", "there is no indicator “{name}”";
    ALL_INDICATORS = "；guihua compare 列出全部指标", "; guihua compare lists the indicators";
    several_indicators(name, n, names, more) =
        "“{name}”可指 {n} 个指标：{names}{more}；请写明其一",
        "“{name}” can be {n} indicators: {names}{more}; name one of them";
    AND_OTHERS = " 等", " and others";
    no_column(name, columns) = "没有“{name}”这一列；可用：{columns}", "there is no column “{name}”; there are: {columns}";

    // What stands behind rows of an office: plans that cannot have any.
    plans_without_units(plans) =
        "{plans}的规划没有写明各任务的责任单位，不在其中",
        "not included, as they name no responsible offices: the plans of {plans}";
}
