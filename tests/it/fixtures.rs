//! Plans of invented cities, at least one of each family of grammar, read by the rules that read the five.
//!
//! What is expected was written by reading the texts. They hold what makes such documents hard: contents without page
//! numbers, a list of attachments, broken pages, a signature printed twice, clauses in six forms, a merged cell, rows
//! that lost a cell, offices that no registry knows.

use std::fmt::Write;

use guihua::importer::{self, Supplied};
use guihua::model::{Clause, Doubt, Node, Plan, Role, Source, Table};
use guihua::registry::value;

use crate::registry::REGISTRY;

/// 一、 > （一） > run-in 1.; tab rows under a header of two.
const NANYU: &str = include_str!("fixtures/nanyu-155.txt");
/// 第X章 > 第X节 > 一、, boxes, attachments; a cell a line.
const LANXI: &str = include_str!("fixtures/lanxi-2035.txt");

/// 一、 > （一）run-in > 1. > （1）; clauses that close titles, groups over all columns of a table.
const DONGPU: &str = include_str!("fixtures/dongpu-2035.txt");
/// A plan with slips, contradictions and missed targets that were put in on purpose.
const LINJIANG: &str = include_str!("fixtures/linjiang-155.txt");

/// A plan of one table, a cell a line with its groups merged, and clauses that tell 牵头单位 from 配合单位; with slips. The
/// rules of `check` had not met it when it was written, and have learnt from it since.
pub(crate) const LEARNT_LANSHAN: &str = include_str!("fixtures/lanshan-155.txt");
/// A plan of actions with two target years in a sentence and clauses …牵头，…配合; with slips. Learnt from, as the other.
pub(crate) const LEARNT_LINZE: &str = include_str!("fixtures/linze-2035.txt");

/// The texts with the names of their files.
pub(crate) const CITIES: [(&str, &str); 3] =
    [("nanyu-155.txt", NANYU), ("lanxi-2035.txt", LANXI), ("dongpu-2035.txt", DONGPU)];

/// Reads a text as the file `file`.
pub(crate) fn import(file: &str, text: &str) -> Plan {
    let source = Source { file: file.to_owned(), sha256: String::new() };
    importer::import(text, source, &Supplied::default(), REGISTRY.departments())
}

/// The plan that was written to be checked.
pub(crate) fn linjiang() -> Plan {
    import("linjiang-155.txt", LINJIANG)
}

fn nanyu() -> Plan {
    import("nanyu-155.txt", NANYU)
}

fn lanxi() -> Plan {
    import("lanxi-2035.txt", LANXI)
}

fn check(got: &str, expected: &str) {
    let lines = |text: &str| text.trim().lines().map(str::trim).map(str::to_owned).collect::<Vec<_>>();
    compare(&lines(got), &lines(expected));
}

/// Compares line by line, so that a failure shows one line and not a page.
fn compare(got: &[String], expected: &[String]) {
    for at in 0..got.len().max(expected.len()) {
        assert_eq!(got.get(at), expected.get(at), "line {} of what was read", at + 1);
    }
}

/// Kind, ordinals, number, title, lines; then how many paragraphs.
fn outline(plan: &Plan) -> String {
    plan.nodes.iter().fold(String::new(), |mut out, node: &Node| {
        let kind = format!("{:?}", node.kind).to_lowercase();
        let id = node.id.split_once('/').map_or("", |(_, id)| id);
        let heading = [node.number.as_deref().unwrap_or("-"), node.title.as_deref().unwrap_or("-")].join(" | ");
        let [from, to] = node.lines;
        let _ = writeln!(out, "{kind} {id} | {heading} | {from}-{to} | {}", node.paragraphs.len());
        out
    })
}

/// A clause a line: units with role and office, what each answers for, what leaves the list open.
fn clauses(plan: &Plan) -> String {
    let units = |clause: &Clause| -> String {
        let unit = |unit: &guihua::model::Unit| {
            let role = match unit.role {
                Role::Lead => "lead",
                Role::Joint => "joint",
                Role::Listed => "listed",
                Role::Other => "other",
            };
            format!("{role} {} = {}", unit.raw, unit.department.as_ref().map_or("?", |_| &unit.name))
        };
        clause.units.iter().map(unit).collect::<Vec<_>>().join(", ")
    };
    let all = plan.nodes.iter().flat_map(|node| node.responsible.iter().map(move |clause| (node, clause)));
    all.fold(String::new(), |mut out, (node, clause)| {
        let id = node.id.split_once('/').map_or("", |(_, id)| id);
        let each = if clause.each_responsible { " each" } else { "" };
        let open = clause.open_ended.as_ref().map_or_else(String::new, |words| format!(" open {words}"));
        let _ = writeln!(out, "{id} {} | {}{each}{open}", clause.line, units(clause));
        out
    })
}

/// Columns with what they hold, then rows.
fn table(table: &Table) -> String {
    let mut out = format!("{} {:?} {:?}\n", table.id, table.title.as_deref().unwrap_or("-"), table.lines);
    for column in &table.columns {
        let values = column.scope.iter().cloned().chain(column.year.map(|year| year.to_string()));
        let values: Vec<String> = values.chain(column.kind.map(|kind| format!("{kind:?}").to_lowercase())).collect();
        let _ = writeln!(out, "{} | {:?} {}", column.header, column.role, values.join(" "));
    }
    for row in &table.rows {
        let optional = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.clone().unwrap_or_else(|| "∅".to_owned())).collect();
        let head = [&row.domain, &row.number, &Some(row.name.clone()), &row.unit, &row.nature].map(optional);
        let _ = writeln!(out, "{:?} {} | {} {}", row.lines, head.join(" | "), cells.join(" "), row.notes.join(" "));
    }
    out
}

fn findings(plan: &Plan) -> String {
    plan.findings.iter().map(|Doubt { line, kind }| format!("{line} {kind}")).collect::<Vec<_>>().join("\n")
}

fn facts(plan: &Plan) -> String {
    let optional = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let all = [&plan.region, &plan.issuer, &plan.issued, &plan.status, &plan.period].map(optional);
    format!("{} | {} | {}", plan.title, plan.short, all.join(" | "))
}

#[test]
fn facts_of_a_draft_and_of_a_plan_sent_out() {
    check(
        &facts(&nanyu()),
        "南屿市卫生健康事业发展“十五五”规划 | 南屿 | 南屿市 | 南屿市卫生健康局 | 2025-11 | 征求意见稿 | 2026-2030",
    );
    check(
        &facts(&lanxi()),
        "“健康澜西2035”行动纲要 | 澜西 | 澜西市 | 澜西市人民政府办公室 | 2024-03-18 | 印发 | -2035",
    );
}

#[test]
fn outline_of_the_first_family() {
    check(
        &outline(&nanyu()),
        "front front | - | 南屿市卫生健康事业发展“十五五”规划 | 1-10 | 4
        preamble preamble | - | - | 25-25 | 1
        chapter 1 | 一、 | 发展基础 | 27-27 | 0
        section 1.1 | （一） | 主要成效 | 29-37 | 3
        section 1.2 | （二） | 主要问题 | 39-41 | 1
        chapter 2 | 二、 | 总体要求 | 43-57 | 1
        chapter 3 | 三、 | 重点任务 | 59-59 | 0
        section 3.1 | （一） | 完善公共卫生体系 | 61-63 | 1
        item 3.1.1 | 1. | 加强疾病预防控制 | 65-65 | 1
        item 3.1.2 | 2. | 健全卫生应急机制 | 67-67 | 1
        item 3.1.3 | 3. | 促进全民健身 | 69-69 | 1
        item 3.1.4 | 4. | 开展爱国卫生运动 | 71-73 | 1
        section 3.2 | （二） | 优化医疗服务 | 75-75 | 0
        item 3.2.1 | 1. | 推进分级诊疗 | 77-77 | 2
        item 3.2.1.1 | （1） | 签约服务 | 79-79 | 1
        item 3.2.1.2 | （2） | 双向转诊 | 80-80 | 1
        item 3.2.2 | 2. | - | 82-82 | 1
        chapter 4 | 四、 | 保障措施 | 84-86 | 1",
    );
}

#[test]
fn outline_of_the_second_family() {
    check(
        &outline(&lanxi()),
        "front front | - | “健康澜西2035”行动纲要 | 1-8 | 6
        preamble preamble | - | 序言 | 10-12 | 1
        chapter 1 | 第一章 | 总体战略 | 14-14 | 0
        section 1.1 | 第一节 | 指导思想 | 16-22 | 1
        section 1.2 | 第二节 | 战略目标 | 24-25 | 1
        chapter 2 | 第二章 | 建设健康环境 | 27-27 | 0
        section 2.1 | 第一节 | 深入开展爱国卫生运动 | 29-29 | 0
        subsection 2.1.1 | 一、 | 整治城乡环境 | 31-33 | 1
        subsection 2.1.2 | 二、 | 加强饮水安全 | 35-38 | 2
        box 2.2 | 专栏 1 | 健康环境重点工程 | 40-40 | 0
        item 2.2.1 | 1. | 厕所革命工程 | 42-42 | 1
        item 2.2.2 | 2. | 碧水工程 | 44-45 | 2
        section 2.3 | 第三节 | 保障食品安全 | 47-47 | 0
        subsection 2.3.1 | 一、 | 落实“四个最严” | 49-50 | 1
        chapter 3 | 第三章 | 强化组织实施 | 52-52 | 0
        section 3.1 | 第一节 | 加强组织领导 | 54-58 | 2
        attachment 4 | 附件1 | 健康澜西主要指标 | 60-129 | 0
        attachment 5 | 附件2 | 参考文件 | 131-134 | 2",
    );
}

#[test]
fn paragraphs_are_whole_and_nothing_more() {
    let text = |plan: &Plan, id: &str| -> Vec<String> {
        let node = plan.node(&format!("{}/{id}", plan.id));
        node.map(|node| node.paragraphs.iter().map(|one| one.text.clone()).collect()).unwrap_or_default()
    };
    let nanyu = nanyu();
    assert_eq!(
        text(&nanyu, "1.1"),
        [
            "“十四五”时期，全市每千人口床位数达到6.2张，人均预期寿命提高到79.2岁（户籍人口），实施“1-3-7”工作法。全市医疗卫生机构诊疗人次由2020年的312.5万人次增加到2025年的388.1万人次，家庭医生签约服务覆盖率明显提高。",
            "——服务能力增强。新增三级医院2家。",
            "——资源布局优化。县（市、区）域内就诊率达到90%。",
        ]
    );
    assert_eq!(text(&nanyu, "3.1.3"), ["办好市运会（含残运会）。"]);
    assert_eq!(text(&nanyu, "3.1.4"), ["清理卫生死角，降低蚊媒密度。"]);
    assert_eq!(text(&nanyu, "3.2.1"), ["建设城市医疗集团。", "深化支付方式改革。"]);
    let lanxi = lanxi();
    assert_eq!(
        text(&lanxi, "1.1"),
        [
            "坚持健康优先，把健康融入所有政策。全面落实“三医”联动改革要求，推动卫生健康发展方式从以治病为中心转变为以人民健康为中心，到2035年建成与现代化相适应的健康澜西。"
        ]
    );
    assert_eq!(text(&lanxi, "2.2.2"), ["新建水质自动监测站20个，千人*年耗水量下降。", "持续开展“清源”行动。"]);
    assert_eq!(text(&lanxi, "3.1"), ["市健康澜西建设领导小组统筹推进。", "附件：1.健康澜西主要指标2.参考文件"]);
}

#[test]
fn clauses_of_the_first_family() {
    check(
        &clauses(&nanyu()),
        "3.1.1 65 | lead 市卫生健康局 = 卫生健康局, joint 市财政局 = 财政局, joint 市人力资源社会保障局 = 人力资源和社会保障局
        3.1.2 67 | lead 市应急管理局 = 应急管理局, joint 市卫生健康局 = 卫生健康局, joint 市公安局 = 公安局
        3.1.3 69 | lead 市体育局 = 体育局, joint 市残联 = 残疾人联合会, joint 各县（市、区）人民政府 = 各县（市、区）人民政府 each
        3.1.4 73 | listed 市爱卫办 = 爱国卫生运动委员会办公室, listed 市城市管理综合执法局 = 城市管理和综合执法局 open 等有关部门
        3.2.1 77 | listed 市卫生健康局 = 卫生健康局, listed 市医保局 = 医疗保障局
        3.2.1 77 | listed 市医保局 = 医疗保障局, listed 市财政局 = 财政局 each
        3.2.1.1 79 | listed 各镇人民政府 = 各镇人民政府（街道办事处）, listed 市卫生健康局 = 卫生健康局, listed 市星海办 = ?",
    );
}

#[test]
fn clauses_of_the_second_family() {
    check(
        &clauses(&lanxi()),
        "2.1.1 33 | listed 市爱卫办 = 爱国卫生运动委员会办公室, listed 市农业农村局 = 农业农村局, listed 各县（区）人民政府 = 各县（市、区）人民政府, listed 市碧水湾片区开发建设指挥部 = 市碧水湾片区开发建设指挥部
        2.1.2 37 | listed 市水利局 = 水利局, listed 市生态环境局 = 生态环境局 open 等单位
        2.1.2 38 | listed 市疾控中心 = 疾病预防控制中心
        2.3.1 50 | listed 市市场监管局 = 市场监督管理局, listed 市卫生健康局 = 卫生健康局, listed 市海关驻澜西办事处 = ?",
    );
}

#[test]
fn table_of_rows_under_two_headers() {
    let plan = nanyu();
    let tables: String = plan.tables().map(table).collect();
    check(
        &tables,
        "nanyu-155/t1 \"南屿市“十五五”卫生健康主要指标\" [48, 57]
        领域 | Domain
        序号 | Number
        主要指标 | Name
        单位 | Unit
        浙江省 2025年 | Value 浙江省 2025 actual
        浙江省 2030年目标 | Value 浙江省 2030 target
        南屿市 2025年 | Value 南屿市 2025 baseline
        南屿市 2030年目标 | Value 南屿市 2030 target
        指标性质 | Nature
        [50, 50] 健康水平 | 1 | 人均预期寿命 | 岁 | 预期性 | 82.6 ≥83 79.2 80.5
        [51, 51] 健康水平 | 2 | 孕产妇死亡率 | /10万 | 预期性 | 4.1 <6 5.02 <8
        [55, 55] 健康服务 | 3 | 每千人口执业（助理）医师数 | 人 | 预期性 | 3.9 4.3 2.8 3.4
        [56, 56] 健康服务 | - | 其中：中医类别执业（助理）医师数 | 人 | 预期性 | -- 0.8 — 0.7
        [57, 57] - | 4 | 个人卫生支出占卫生总费用比重（含自费药品） | % | 约束性 | 25 24左右 27.3（2024年） ≤25 2024年",
    );
}

#[test]
fn table_of_a_cell_a_line() {
    let plan = lanxi();
    let tables: String = plan.tables().map(table).collect();
    check(
        &tables,
        "lanxi-2035/t1 \"-\" [63, 129]
        领域 | Domain
        序号 | Number
        指  标 | Name
        2022年 | Value 澜西市 2022 baseline
        2025年（湖南） | Value 湖南省 2025 target
        2030年澜西市 | Value 澜西市 2030 target
        2035年澜西市 | Value 澜西市 2035 target
        指标类型 | Nature
        [75, 83] 健康水平 | 1 | 人均预期寿命（岁）（常住人口） | 岁 | 预期性 | 77.9 78.5 79.5 81
        [86, 92] 健康水平 | 2 | 婴儿死亡率（‰） | ‰ | 预期性 | 3.1 ∅ <3.0 <2.5
        [95, 100] 健康水平 | 3 | 居民健康科普资源库建设 | - | 约束性 | ∅ — 基本建成 基本建成
        [114, 121] 健康环境 | 4 | 空气质量优良天数比率（%） | % | 约束性 | 95.2 ≥92 持续改善 持续改善
        [123, 129] - | 5 | 农村卫生厕所普及率（%） | % | 预期性 | 88 -- 比2022年提高5% ≥98",
    );
}

#[test]
fn a_remark_in_a_cell_gives_the_value_its_own_year() {
    let plan = nanyu();
    let cell = plan.tables().next().and_then(|table| {
        let column = table.columns.iter().filter(|column| column.kind.is_some()).nth(2)?;
        Some(value::value(column, table.rows.last()?.cells.get(2)?.as_deref()))
    });
    assert_eq!(cell.and_then(|value| Some((value.year?, value.number?))), Some((2024, 27.3)));
}

#[test]
fn doubts_have_their_lines() {
    check(
        &findings(&nanyu()),
        "57 此行左移一格，所属领域缺失
        79 责任单位“市星海办”不在部门名录中",
    );
    check(
        &findings(&lanxi()),
        "50 责任单位“市海关驻澜西办事处”不在部门名录中
        95 此行少 1 格：“基本建成”为合并单元格，各列同用
        123 此行左移一格，所属领域缺失",
    );
}

#[test]
fn an_action_plan_without_letter_or_contents() {
    let plan = import("dongpu-2035.txt", DONGPU);
    check(&facts(&plan), "健康东浦行动（2026—2035年） | 东浦 | 东浦市 | - | - | - | 2026-2035");
    check(
        &outline(&plan),
        "front front | - | 健康东浦行动（2026—2035年） | 1-1 | 0
        preamble preamble | - | - | 3-3 | 1
        chapter 1 | 一、 | 行动背景 | 5-7 | 1
        chapter 2 | 二、 | 总体要求 | 9-9 | 0
        section 2.1 | （一） | 指导思想 | 11-12 | 1
        section 2.2 | （二） | 基本原则 | 14-17 | 2
        section 2.3 | （三） | 总体目标 | 19-21 | 1
        chapter 3 | 三、 | 主要任务 | 23-23 | 0
        section 3.1 | （一） | 实施健康知识普及行动 | 25-27 | 1
        item 3.1.1 | 1. | 个人和家庭 | 29-29 | 0
        item 3.1.1.1 | （1） | 正确认识健康 | 30-30 | 0
        item 3.1.1.2 | （2） | 养成健康的生活方式 | 31-31 | 0
        item 3.1.2 | 2. | 政府 | 33-33 | 0
        item 3.1.2.1 | （1） | - | 34-34 | 1
        item 3.1.2.2 | （2） | 开设栏目 | 35-35 | 0
        section 3.2 | （二） | 实施合理膳食行动 | 37-37 | 1
        chapter 4 | 四、 | 保障措施 | 39-39 | 0
        section 4.1 | （一） | 加强组织领导 | 41-41 | 1
        section 4.2 | （二） | 加强监测评估 | 43-46 | 1
        attachment 5 | 附件1 | 健康东浦行动主要指标 | 48-74 | 0
        attachment 6 | 附件2 | 重点任务分工表 | 76-88 | 1",
    );
    check(
        &clauses(&plan),
        "3.1.2.1 34 | lead 市卫生健康局 = 卫生健康局, joint 市科技局 = 科学技术局, joint 市科协 = 科学技术协会 each open 等
        3.1.2.2 35 | lead 市委宣传部 = 宣传部, joint 市卫生健康局 = 卫生健康局, joint 市文化广电旅游局 = 文化广电旅游体育局 each open 等
        3.2 37 | listed 市市场监管局 = 市场监督管理局, listed 市卫生健康局 = 卫生健康局
        4.1 41 | lead 市卫生健康局 = 卫生健康局 open 各有关单位",
    );
    let grouped: String = plan.tables().skip(1).map(table).collect();
    check(
        &grouped,
        "dongpu-2035/t2 \"-\" [80, 85]
        序号 | Number
        任务 | Name
        2030年目标值 | Value 东浦市 2030 target
        [82, 82] 一、健康水平 | 1 | 延长人均预期寿命 | - | - | 80岁
        [83, 83] 一、健康水平 | 2 | 降低婴儿死亡率 | - | - | 2.0‰以下
        [85, 85] 二、健康服务 | 3 | 增加普惠托位 | - | - | ≥4.5",
    );
    check(&findings(&plan), "");
}
