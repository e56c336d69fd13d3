//! The dossier of a bureau against the texts: its tasks, partners and mentions counted anew from the seeds, the matrix
//! against the counts, and the Word document read back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::process::Output;

use calamine::Reader;
use guihua::analysis::responsibility::department;
use guihua::analysis::responsibility::dossier::{Dossier, DossierPlan, Dossiers, Mention};
use guihua::analysis::responsibility::matrix;
use guihua::dataset;
use guihua::model::{Dataset, Plan};
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::registry::REGISTRY;

/// Bureaus with many tasks, with few, with names that are parts of words, and none at all in one of the two plans.
const BUREAUS: [&str; 8] =
    ["卫生健康局", "教育局", "民政局", "人力资源和社会保障局", "残疾人联合会", "科学技术协会", "水利局", "统计局"];
/// The plans that name units.
const NAMING: [&str; 2] = ["qingyuan-2030", "yunfu-2030"];

/// Words that may close a clause behind its last unit.
const TAILS: [&str; 6] = ["按职责分工负责", "分别负责", "负责", "等有关单位", "等单位", "有关单位"];

fn run(arguments: &[&str]) -> Output {
    crate::program().args(arguments).output().expect("the program starts")
}

fn bytes(arguments: &[&str], format: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("汇编");
    let path = path.to_str().expect("UTF-8");
    let output = run(&[arguments, &["--format", format, "-o", path]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(path).expect("written")
}

fn seed(plan: &str) -> &'static str {
    dataset::seed(plan).expect("a bundled text")
}

/// The offices that the bracket at the end of a line names, in the order they stand; none for a line without one.
fn offices(line: &str) -> Vec<&'static str> {
    let Some(inner) = line.trim().strip_suffix('）') else { return Vec::new() };
    let mut depth = 0_i32;
    let opens = inner.char_indices().rev().find(|(_, mark)| {
        depth += i32::from(*mark == '）') - i32::from(*mark == '（');
        depth < 0
    });
    let Some(inner) = opens.and_then(|(at, _)| inner.get(at..)) else { return Vec::new() };
    let inner = inner.trim_start_matches('（').trim_start_matches("责任单位：").replace("（市、区）", "（市|区）");
    let bare = |unit: &str| {
        TAILS.iter().fold(unit.to_owned(), |unit, tail| unit.trim_end_matches(tail).to_owned()).replace('|', "、")
    };
    let units = inner.split(['、', '，']).map(bare);
    units.filter_map(|unit| REGISTRY.departments().office(&unit)).map(|office| office.id.as_str()).collect()
}

/// The clauses of a text: line and offices.
fn clauses(plan: &str) -> Vec<(u32, Vec<&'static str>)> {
    seed(plan).lines().zip(1..).map(|(line, no)| (no, offices(line))).filter(|(_, found)| !found.is_empty()).collect()
}

fn id(name: &str) -> &'static str {
    let office = REGISTRY.departments().offices().iter().find(|office| office.name == name);
    office.map_or_else(|| panic!("no {name}"), |office| office.id.as_str())
}

fn with_dossier(name: &str, plans: &[&str], check: impl FnOnce(&Dataset, &Dossier)) {
    let dataset = dataset::bundled().expect("the bundled dataset");
    let dossiers = Dossiers::new(&dataset, &dataset::registry(), dataset::seed);
    check(&dataset, &dossiers.dossier(&dataset, id(name), plans).expect("an office of the registry"));
}

#[test]
fn tasks_are_what_the_clauses_say() {
    let mut n_compared = 0;
    for name in BUREAUS {
        with_dossier(name, &NAMING, |_, dossier| {
            for share in &dossier.plans {
                let expected: BTreeSet<u32> = clauses(share.plan)
                    .into_iter()
                    .filter(|(_, offices)| offices.contains(&dossier.id))
                    .map(|(line, _)| line)
                    .collect();
                let naming = share
                    .tasks()
                    .flat_map(|duty| duty.responsible)
                    .filter(|clause| clause.units.iter().any(|unit| unit.department.as_deref() == Some(dossier.id)));
                let told: BTreeSet<u32> = naming.map(|clause| clause.line).collect();
                assert_eq!(told, expected, "{name} in {}", share.plan);
                assert_eq!(share.counts.total(), share.tasks().count());
                n_compared += expected.len();
                for duty in share.tasks() {
                    assert!(dossier.printed.iter().any(|printed| printed.raw == duty.printed), "{}", duty.id);
                    assert!(duty.targets.iter().all(|target| target.node == duty.id), "{}", duty.id);
                }
            }
        });
    }
    assert!(n_compared > 300, "{n_compared}");
}

#[test]
fn partners_stand_in_the_same_clauses() {
    for name in BUREAUS {
        with_dossier(name, &NAMING, |_, dossier| {
            let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
            for (_, mut offices) in NAMING.iter().flat_map(|plan| clauses(plan)) {
                offices.sort_unstable();
                offices.dedup();
                if offices.contains(&dossier.id) {
                    for other in offices.into_iter().filter(|other| *other != dossier.id) {
                        *expected.entry(other).or_default() += 1;
                    }
                }
            }
            let known = dossier.partners.iter().filter_map(|one| Some((one.department?, one.total)));
            assert_eq!(known.collect::<BTreeMap<_, _>>(), expected, "{name}");
            assert!(dossier.partners.is_sorted_by(|a, b| a.total >= b.total), "{name}");
            assert!(dossier.partners.iter().all(|one| one.total == one.lead + one.joint + one.listed), "{name}");
        });
    }
}

/// Every mention of every office.
fn mentions(check: impl Fn(&Dataset, &str, &Plan, &Mention)) -> usize {
    let dataset = dataset::bundled().expect("the bundled dataset");
    let dossiers = Dossiers::new(&dataset, &dataset::registry(), dataset::seed);
    let mut n_mentions = 0;
    for department in &dataset.departments {
        let dossier = dossiers.dossier(&dataset, &department.id, &[]).expect("an office of the registry");
        for mention in &dossier.mentions {
            n_mentions += 1;
            check(&dataset, &department.id, dataset.plan(&mention.plan).expect("a plan"), mention);
        }
    }
    n_mentions
}

#[test]
fn mentions_are_names_in_sentences_and_stand_in_no_clause() {
    let n_mentions = mentions(|_, office, plan, mention| {
        let Some(bare) = REGISTRY.departments().office(&mention.printed.replace("市级", "市")) else {
            panic!("{} is no name", mention.printed)
        };
        assert_eq!(bare.id, office, "{}", mention.printed);
        assert!(mention.quote.contains(&mention.printed), "{}", mention.quote);
        let node = plan.node(&mention.node).expect("a node");
        assert!(node.paragraphs.iter().any(|paragraph| paragraph.text.contains(&mention.quote)), "{}", mention.quote);
        let line = seed(&plan.id).lines().nth(mention.line as usize - 1).expect("a line");
        let squeezed = |text: &str| text.replace("**", "").split_whitespace().collect::<String>();
        assert!(squeezed(line).contains(&squeezed(&mention.printed)), "{}: {line}", mention.printed);
        for clause in &node.responsible {
            assert!(!clause.raw.contains(&mention.quote), "{}", mention.quote);
        }
    });
    assert!((20..60).contains(&n_mentions), "{n_mentions}");
}

#[test]
fn no_word_and_no_group_is_a_mention() {
    mentions(|_, _, _, mention| {
        let (before, after) = mention.quote.split_once(&mention.printed).expect("the quote holds the name");
        for (front, back) in
            [("多学", "作"), ("残疾", "区"), ("老年", "区"), ("各", ""), ("全", ""), ("省", ""), ("国家", "")]
        {
            assert!(!before.ends_with(front) || !after.starts_with(back), "{before}〔{}〕{after}", mention.printed);
        }
        assert!(!before.ends_with("（市、区）"), "{}", mention.quote);
        assert!(mention.printed != "人民政府" && !mention.printed.contains("民政府民"), "{}", mention.printed);
    });
    for (name, words) in
        [("民政局", "人民政府"), ("科学技术协会", "多学科协作"), ("人力资源和社会保障局", "残疾人社区")]
    {
        let stands = dataset::BUNDLE.iter().any(|row| row.text.contains(words));
        assert!(stands, "{words} stands nowhere: the check would be empty");
        with_dossier(name, &[], |_, dossier| assert_eq!(dossier.mentions, [] as [&_; 0], "{name}"));
    }
    // And names that do stand in sentences are found.
    with_dossier("卫生健康局", &["foshan-2030"], |_, dossier| {
        let lines: Vec<u32> = dossier.mentions.iter().map(|mention| mention.line).collect();
        assert_eq!(lines, [5, 398]);
    });
    with_dossier("残疾人联合会", &["qingyuan-2030"], |_, dossier| assert_eq!(dossier.mentions.len(), 1));
}

#[test]
fn the_matrix_adds_up_to_the_counts() {
    let dataset = dataset::bundled().expect("the bundled dataset");
    for ids in [&[][..], &NAMING[..], &["yunfu-2030"], &["foshan-2030"]] {
        let (counted, rows) = (department::rows(&dataset, ids), matrix::rows(&dataset, ids));
        assert_eq!(rows.len(), counted.len(), "{ids:?}");
        for (row, counts) in rows.iter().zip(&counted) {
            assert_eq!((row.id, row.total), (counts.id, counts.total));
            for ((plan, cell), (_, counts)) in row.plans.iter().zip(&counts.plans) {
                let names_units = dataset.plan(plan).is_some_and(Plan::names_units);
                assert_eq!(*cell, names_units.then_some(*counts), "{} {plan}", row.name);
            }
        }
    }
    let output = run(&["matrix", "--format", "csv"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let first = text.lines().nth(1).expect("a row");
    assert_eq!(first.matches("未写责任单位").count(), 3, "{first}");
}

#[test]
fn tasks_without_a_unit_are_counted_in_words() {
    let output = run(&["tasks", "--no-unit", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(rows.iter().all(|row| row["responsible"].as_array().is_some_and(Vec::is_empty)));
    let words = String::from_utf8(output.stderr).expect("UTF-8");
    let dataset = dataset::bundled().expect("the bundled dataset");
    for plan in &dataset.plans {
        let n_rows = rows.iter().filter(|row| row["plan"] == plan.id.as_str()).count();
        let line = words.lines().find(|line| line.contains(&format!("{}：", plan.marked()))).expect("a line a plan");
        if plan.names_units() {
            assert_eq!(n_rows, 0, "{line}");
            assert!(line.contains("都写了责任单位"), "{line}");
        } else {
            assert!(line.contains("全文未写责任单位") && line.contains(&format!("{n_rows} 项")), "{line}");
        }
    }
    let output = run(&["tasks", "--no-unit", "--plan", "云浮"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(run(&["tasks", "--no-unit", "--dept", "教育局"]).status.code(), Some(2));
}

/// A part of a Word document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut part = String::new();
    container.by_name(name).expect("the part").read_to_string(&mut part).expect("UTF-8");
    part
}

/// The text under a node, breaks as line feeds.
fn text(node: Node) -> String {
    let piece = |node: Node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        _ => String::new(),
    };
    node.descendants().filter(Node::is_element).map(piece).collect()
}

fn named<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

/// The style of a paragraph and its text.
fn styled(paragraph: Node) -> (String, String) {
    let style = paragraph.descendants().find(|node| node.tag_name().name() == "pStyle");
    let value = style.and_then(|style| style.attributes().next()).map(|attribute| attribute.value().to_owned());
    (value.unwrap_or_default(), text(paragraph))
}

/// The role of a task of the JSON in words.
fn role(task: &Value) -> &'static str {
    let names = [("lead", "牵头"), ("joint", "配合"), ("listed", "责任单位（未分牵头）")];
    names.iter().find(|(name, _)| task["role"] == *name).expect("a role").1
}

#[test]
fn the_word_document_reads_back() {
    let arguments = ["dossier", "市教育局"];
    let docx = bytes(&arguments, "docx");
    let body = part(&docx, "word/document.xml");
    let body = Document::parse(&body).expect("well-formed XML");
    let body = body.root_element().first_element_child().expect("a body");
    let paragraphs: Vec<(String, String)> = named(body, "p").map(styled).collect();
    assert_eq!(paragraphs[0].0, "Title");
    assert_eq!(paragraphs[0].1, "教育局任务清单（其中湘桥、中山为征求意见稿）");
    let headings: Vec<&str> =
        paragraphs.iter().filter(|(style, _)| style.starts_with("Heading")).map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        headings,
        [
            "一、任务",
            "《“健康清远2030”规划》",
            "《健康云浮行动2030》",
            "二、共同承担任务的部门",
            "三、未写明责任单位的规划"
        ]
    );
    // Drafts are marked wherever they are named.
    for (_, text) in paragraphs.iter().filter(|(_, text)| text.contains("中山市卫生健康事业")) {
        assert!(text.contains("（征求意见稿）"), "{text}");
    }
    // Word's navigation lists headings by the outline levels of these styles.
    let styles = part(&docx, "word/styles.xml");
    let styles = Document::parse(&styles).expect("well-formed XML");
    let levels = styles.descendants().filter(|node| node.tag_name().name() == "outlineLvl").count();
    assert_eq!(levels, 4);
    // Between two tables and behind the last stands a paragraph; the page is A4 across.
    let blocks: Vec<&str> = body.children().map(|node| node.tag_name().name()).collect();
    assert!(blocks.windows(2).all(|two| two != ["tbl", "tbl"] && two != ["tbl", "sectPr"]), "{blocks:?}");
    let page = body.descendants().find(|node| node.tag_name().name() == "pgSz").expect("a page");
    let sizes: Vec<&str> = page.attributes().map(|attribute| attribute.value()).collect();
    assert_eq!(sizes, ["16838", "11906", "landscape"]);
    // The tasks of the tables are those of the dossier, plan by plan, in their order.
    let tables: Vec<Vec<Vec<String>>> = named(body, "tbl")
        .map(|table| named(table, "tr").map(|row| named(row, "tc").map(text).collect()).collect())
        .collect();
    let json: Vec<Value> =
        serde_json::from_slice(&run(&[&arguments[..], &["--format", "json"]].concat()).stdout).expect("JSON");
    let shares: Vec<&Value> =
        json[0]["plans"].as_array().expect("plans").iter().filter(|share| share["names_units"] == true).collect();
    assert_eq!(tables.len(), shares.len() + 1, "a table a plan, and one of partners");
    for (table, share) in tables.iter().zip(&shares) {
        assert_table_has_tasks(table, share);
    }
}

/// Asserts that the table of a plan in a Word document has a row for each clause of the tasks that the JSON gives.
fn assert_table_has_tasks(table: &[Vec<String>], share: &Value) {
    let tasks: Vec<&Value> = share["chapters"]
        .as_array()
        .expect("chapters")
        .iter()
        .flat_map(|chapter| chapter["tasks"].as_array().expect("tasks"))
        .collect();
    let n_clauses = tasks.iter().map(|task| naming_clauses(task, "education").count()).sum::<usize>();
    assert_eq!(table.len(), n_clauses + 1, "a row a clause");
    let column = |name: &str| table[0].iter().position(|head| head == name).expect("a column");
    // A plan that says who leads lists nobody, and the other way round: what is empty takes no column.
    let says_lead = share["says_lead"] == true;
    assert_eq!(table[0].iter().any(|head| head == "牵头单位"), says_lead);
    assert_eq!(table[0].iter().any(|head| head.starts_with("责任单位")), !says_lead);
    let mut rows = table.iter().skip(1);
    for task in tasks {
        let mut n_targets = 0;
        let mut roles = Vec::new();
        for _ in naming_clauses(task, "education") {
            let row = rows.next().expect("a row a clause");
            assert!(row[column("任务")].ends_with(task["title"].as_str().unwrap_or_default()), "{row:?}");
            roles.push(row[column("本部门角色")].clone());
            let targets = table[0].iter().position(|head| head == "时限与指标").map_or("", |at| row[at].as_str());
            n_targets += targets.lines().filter(|line| !line.is_empty()).count();
        }
        assert!(roles.iter().any(|each| each == role(task)), "{roles:?}");
        assert!(n_targets <= task["targets"].as_array().map_or(0, Vec::len));
    }
}

/// The clauses of a task that name this department.
fn naming_clauses<'a>(task: &'a Value, department: &'a str) -> impl Iterator<Item = &'a Value> {
    let clauses = task["responsible"].as_array().expect("clauses").iter();
    clauses.filter(move |clause| {
        clause["units"].as_array().expect("units").iter().any(|unit| unit["department"] == department)
    })
}

#[test]
fn every_format_says_the_same() {
    let html = String::from_utf8(bytes(&["dossier", "残联"], "html")).expect("UTF-8");
    let md = String::from_utf8(bytes(&["dossier", "残联"], "md")).expect("UTF-8");
    let plain = String::from_utf8(run(&["dossier", "残联"]).stdout).expect("UTF-8");
    with_dossier("残疾人联合会", &[], |_, dossier| {
        assert!(dossier.counts.total() > 5 && !dossier.mentions.is_empty());
        for duty in dossier.plans.iter().flat_map(DossierPlan::tasks) {
            let heading = duty.node.heading();
            assert!(html.contains(&heading) && md.contains(&heading) && plain.contains(&heading), "{heading}");
        }
        for mention in &dossier.mentions {
            assert!(html.contains(&mention.quote) && plain.contains(&mention.quote), "{}", mention.quote);
        }
    });
    for page in [&html, &md, &plain] {
        assert!(
            page.contains("不属于责任分工") && page.contains("中山市卫生健康事业发展“十四五”规划》（征求意见稿）"),
            "{page}"
        );
    }
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes(&["dossier", "残联"], "xlsx"))).expect("a workbook");
    let names = ["清远", "云浮", "共同承担任务的部门", "正文提及（不属于责任分工）", "说明"];
    assert_eq!(book.sheet_names(), names);
    let n_rows = |book: &mut calamine::Xlsx<_>, name: &str| book.worksheet_range(name).expect("a tab").height() - 2;
    let n_duties = n_rows(&mut book, "清远") + n_rows(&mut book, "云浮");
    with_dossier("残疾人联合会", &[], |_, dossier| assert!(n_duties >= dossier.counts.total(), "{n_duties}"));
}

#[test]
fn whom_nobody_names_has_an_empty_dossier() {
    let output = run(&["dossier", "教育局", "--plan", "佛山"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("任务 0 项") && text.contains("未写明责任单位的规划"), "{text}");
    assert_eq!(run(&["dossier", "没有这个局"]).status.code(), Some(2));
}

#[test]
fn shares_are_kept_beside_the_role() {
    let mut n_kept = 0;
    for name in BUREAUS {
        let text = String::from_utf8(run(&["dossier", name]).stdout).expect("UTF-8");
        with_dossier(name, &NAMING, |_, dossier| {
            for duty in dossier.plans.iter().flat_map(DossierPlan::tasks) {
                let line = text.lines().find(|line| line.contains(&format!("{} 第", duty.id)));
                let line = line.unwrap_or_else(|| panic!("{} in {text}", duty.id));
                for words in ["分别负责", "按职责分工负责"] {
                    if duty.naming().any(|clause| clause.raw.contains(words)) {
                        assert!(line.contains(words), "{line}");
                        n_kept += 1;
                    }
                }
            }
        });
    }
    assert!(n_kept > 40, "{n_kept}");
}
