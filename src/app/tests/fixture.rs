//! A small dataset made by hand: one plan that says who leads, one draft that names no units,
//! control characters in both.

use std::sync::{Arc, LazyLock};

use crate::library::Memory;
use crate::model::{
    Alias, Clause, Column, ColumnRole, Counts, Dataset, Department, Doubt, DoubtKind, Kind, Node, Paragraph, Plan,
    Role, Row, Source, Table, Unit, ValueKind,
};

/// The library over the dataset, made once for all tests.
pub(in crate::app) fn library() -> Arc<Memory> {
    static LIBRARY: LazyLock<Arc<Memory>> = LazyLock::new(|| Arc::new(memory()));
    Arc::clone(&LIBRARY)
}

/// A library over the dataset from which nothing has been worked out yet. It keeps no texts.
pub(in crate::app) fn memory() -> Memory {
    Memory::new(dataset(), (), crate::dataset::registry())
}

/// A library of so many plans of nine places, two periods and two kinds.
pub(in crate::app) fn many(n: usize) -> Memory {
    let places = ["东浦", "南屿", "西岭", "北川", "江海", "蓝湾", "云山", "石桥", "丰泽"];
    let plan = |at: usize| {
        let short = places[at % places.len()];
        let id = format!("p{at}-2030");
        let mut first = node(&id, "1", "一、", "总体要求", &[], [1, 3]);
        first.paragraphs = vec![paragraph(&format!("第{at}部规划的正文。"), 2)];
        let kind = if (at / 9).is_multiple_of(3) { "行动方案" } else { "规划" };
        let title = format!("{short}市健康第{at}号{kind}");
        let made = plan(
            &id,
            short,
            &title,
            Some("印发"),
            vec![first, node(&id, "1.1", "（一）", "工作", &["总体要求"], [3, 3])],
        );
        Plan {
            period: Some(if (at / 9).is_multiple_of(2) { "2021-2025" } else { "2026-2030" }.into()),
            findings: Vec::new().into(),
            ..made
        }
    };
    let dataset = Dataset { schema: 1, plans: (0..n).map(plan).collect(), departments: Vec::new().into() };
    Memory::new(Arc::new(dataset), (), crate::dataset::registry())
}

/// A library of so many plans in which departments have tasks, every third time: of the others one names no units, and one
/// names others. Some texts mention departments.
pub(in crate::app) fn crowd(n: usize) -> Memory {
    let other = || {
        let mut task = node("bu-2030", "1", "一、", "建设社区", &[], [1, 4]);
        task.paragraphs = vec![paragraph("市体育局应当支持社区建设。市体育局和市教育局定期会商。", 2)];
        let units = vec![unit(None, "市某办", "市某办", Role::Lead)];
        task.responsible = vec![Clause { raw: "（市某办负责）".into(), units, ..clause() }];
        plan("bu-2030", "部", "部市行动", Some("印发"), vec![task])
    };
    let copy = |at: usize| {
        let like = [leading, draft, other][at % 3]();
        let id = format!("c{at}-2030");
        let renamed = |old: &String| format!("{id}/{}", old.split_once('/').map_or("", |(_, ordinals)| ordinals));
        let nodes: Vec<Node> = like.nodes.iter().cloned().collect();
        let nodes = nodes.into_iter().map(|node| {
            let (parent, own) = (node.parent.as_ref().map(renamed), renamed(&node.id));
            Node { plan: id.as_str().into(), id: own, parent, tables: Vec::new(), ..node }
        });
        Plan {
            nodes: nodes.collect::<Vec<Node>>().into(),
            id: id.clone(),
            title: format!("{}{at}", like.title),
            ..like
        }
    };
    let departments = dataset().departments.clone();
    let dataset = Dataset { schema: 1, plans: (0..n).map(copy).collect(), departments };
    Memory::new(Arc::new(dataset), (), crate::dataset::registry())
}

fn clause() -> Clause {
    Clause {
        raw: String::new(),
        line: 1,
        units: Vec::new(),
        lead: None,
        each_responsible: false,
        label: None,
        deadline: None,
        open_ended: None,
    }
}

fn dataset() -> Arc<Dataset> {
    let departments = vec![
        department("health", "卫生健康局", &["卫健局"], "weishengjiankangju", "wsjkj"),
        department(
            "human-resources",
            "人力资源和社会保障局",
            &["人社局"],
            "renliziyuanheshehuibaozhangju",
            "rlzyhshbzj",
        ),
        department("sports", "体育局", &[], "tiyuju", "tyj"),
    ];
    Arc::new(Dataset { schema: 1, plans: vec![leading(), draft(), empty()], departments: departments.into() })
}

fn department(id: &str, name: &str, short: &[&str], pinyin: &str, initials: &str) -> Department {
    Department {
        id: id.into(),
        name: name.into(),
        aliases: vec![Alias { raw: format!("市{name}"), plans: vec!["jia-2030".into()] }],
        abbreviations: short.iter().map(|short| (*short).into()).collect(),
        pinyin: pinyin.into(),
        initials: initials.into(),
        sisters: Vec::new(),
        level: None,
    }
}

fn plan(id: &str, short: &str, title: &str, status: Option<&str>, nodes: Vec<Node>) -> Plan {
    Plan {
        id: id.into(),
        title: title.into(),
        short: short.into(),
        label: None,
        sound: None,
        region: Some(format!("{short}市")),
        issuer: Some(format!("{short}市人民政府")),
        issued: None,
        status: status.map(Into::into),
        period: Some("2021-2030".into()),
        supplied: vec!["issuer".into()],
        source: Source { file: format!("{id}.txt"), sha256: String::new() },
        counts: Counts::from_nodes(&nodes),
        nodes: nodes.into(),
        findings: vec![Doubt { line: 12, kind: DoubtKind::Other("编号不连续：三之后是五".into()) }].into(),
    }
}

/// Makes a node; its parent follows from its ordinals.
fn node(plan: &str, ordinals: &str, number: &str, title: &str, path: &[&str], lines: [u32; 2]) -> Node {
    let parent = ordinals.rsplit_once('.').map(|(parent, _)| format!("{plan}/{parent}"));
    let kind = if parent.is_none() { Kind::Chapter } else { Kind::Section };
    Node {
        plan: plan.into(),
        id: format!("{plan}/{ordinals}"),
        parent,
        kind,
        number: (!number.is_empty()).then(|| number.into()),
        title: (!title.is_empty()).then(|| title.into()),
        lines,
        path: path.iter().map(|title| (*title).into()).collect(),
        paragraphs: Vec::new(),
        responsible: Vec::new(),
        tables: Vec::new(),
    }
}

fn paragraph(text: &str, line: u32) -> Paragraph {
    Paragraph { text: text.into(), lines: [line, line] }
}

fn unit(department: Option<&str>, raw: &str, name: &str, role: Role) -> Unit {
    Unit { raw: raw.into(), department: department.map(Into::into), name: name.into(), role }
}

fn leading() -> Plan {
    let id = "jia-2030";
    let chapter = "主要任务";
    let mut preface = node(id, "1", "一、", "总体要求", &[], [1, 3]);
    preface.paragraphs = vec![paragraph("以人民健康为中心，坚持“预防为主”，把健康融入所有政策。", 2)];
    let mut task = node(id, "2.1", "1.", "提升居民健康素养", &[chapter], [10, 14]);
    task.paragraphs = vec![
        paragraph(
            "到2025年，居民健康素养水平达到25%以上；到2030年达到30%。建立并完善健康科普专家库和资源库，构建健康科普知识发布和传播机制。",
            11,
        ),
        paragraph("鼓励各类社会力量参与健康科普\u{1b}[31m，\u{202e}支持媒体开办优质健康科普节目。", 13),
    ];
    task.responsible = vec![Clause {
        raw: "（市卫生健康局牵头，市人社局、市体育局、市健康办等单位按职责分工负责）".into(),
        line: 13,
        units: vec![
            unit(Some("health"), "市卫生健康局", "卫生健康局", Role::Lead),
            unit(Some("human-resources"), "市人社局", "人力资源和社会保障局", Role::Joint),
            unit(Some("sports"), "市体育局", "体育局", Role::Joint),
            unit(None, "市健康办", "市健康办", Role::Joint),
        ],
        lead: Some("卫生健康局".into()),
        each_responsible: true,
        label: None,
        deadline: None,
        open_ended: Some("等单位".into()),
    }];
    let mut second = node(id, "2.2", "2.", "推动全民健身", &[chapter], [15, 18]);
    second.paragraphs = vec![paragraph("第一段。", 16), paragraph("第二段。", 17)];
    second.responsible = [16, 17]
        .map(|line| Clause {
            raw: "（市体育局负责）".into(),
            line,
            units: vec![unit(Some("sports"), "市体育局", "体育局", Role::Lead)],
            lead: Some("体育局".into()),
            each_responsible: false,
            label: None,
            deadline: None,
            open_ended: None,
        })
        .into();
    let mut tables = node(id, "3", "三、", "主要指标", &[], [20, 40]);
    tables.tables = vec![table(id)];
    let nodes = vec![preface, node(id, "2", "二、", chapter, &[], [9, 9]), task, second, tables];
    plan(id, "甲", "健康甲市行动2030", Some("印发"), nodes)
}

fn draft() -> Plan {
    let id = "yi-145";
    let mut text = node(id, "1.1", "第一节", "", &["发展基础"], [5, 6]);
    text.paragraphs = vec![paragraph(&"卫生健康事业取得显著成效，".repeat(60), 5)];
    let nodes = vec![node(id, "1", "第一章", "发展基础", &[], [4, 4]), text, node(id, "2", "", "", &[], [8, 8])];
    plan(id, "乙", "乙市卫生健康事业发展“十四五”规划", Some("征求意见稿"), nodes)
}

fn empty() -> Plan {
    Plan { findings: Vec::new().into(), period: None, region: None, ..plan("bing", "丙", "", None, Vec::new()) }
}

fn table(plan: &str) -> Table {
    let column = |header: &str, role, scope: Option<&str>, year, kind| Column {
        header: header.into(),
        role,
        scope: scope.map(Into::into),
        year,
        kind,
    };
    let value = |header, scope, year, kind| column(header, ColumnRole::Value, Some(scope), Some(year), Some(kind));
    let row = |domain: &str, number: &str, name: &str, cells: &[Option<&str>]| Row {
        domain: Some(domain.into()),
        number: Some(number.into()),
        name: name.into(),
        unit: None,
        nature: Some("预期性".into()),
        lines: [25, 30],
        cells: cells.iter().map(|cell| cell.map(Into::into)).collect(),
        notes: Vec::new(),
    };
    let rows = vec![
        row(
            "健康水平",
            "1",
            "人均预期寿命（岁）",
            &[Some("80.62"), Some("保持省内先进水平，并力争逐年有所提高"), Some("≥81"), Some("79")],
        ),
        row("健康水平", "2", "婴儿死亡率（‰）", &[Some("2.32"), Some("≤6"), Some("≤4"), None]),
        row(
            "健康生活",
            "3",
            "城乡居民达到《国民体质测定标准》合格以上的人数比例（%）",
            &[Some("—"), Some("93"), Some("96"), Some("92.17")],
        ),
    ];
    Table {
        id: format!("{plan}/t1"),
        title: Some("健康甲市建设主要指标".into()),
        node: format!("{plan}/3"),
        lines: [21, 40],
        columns: vec![
            column("领域", ColumnRole::Domain, None, None, None),
            column("序号", ColumnRole::Number, None, None, None),
            column("指标", ColumnRole::Name, None, None, None),
            value("2020年 基期水平", "甲市", 2020, ValueKind::Baseline),
            value("2025年目标值", "甲市", 2025, ValueKind::Target),
            value("2030年目标值", "甲市", 2030, ValueKind::Target),
            value("2030年广东省目标值", "广东省", 2030, ValueKind::Target),
            column("指标性质", ColumnRole::Nature, None, None, None),
        ],
        rows,
    }
}
