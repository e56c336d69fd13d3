//! The closest tasks of other plans: two drafts that share wording find each other, and what
//! is called shared is shared.

use std::collections::HashSet;
use std::process::Output;

use guihua::analysis::similarity::similar::Similar;
use guihua::dataset;
use guihua::model::{Dataset, Kind, Lines, Node, Plan};
use serde_json::Value;

use crate::fixtures::import;

/// Characters of a run that two texts hardly share by chance.
const RUN: usize = 8;

fn run(arguments: &[&str]) -> Output {
    crate::program().arg("similar").args(arguments).output().expect("the program starts")
}

fn plans() -> Dataset {
    dataset::bundled().expect("the bundled plans are read")
}

fn text(node: &Node) -> String {
    node.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The words of a text: without marks and white space.
fn words(text: &str) -> Vec<char> {
    text.chars().filter(|mark| mark.is_alphanumeric()).collect()
}

/// Whether at least half of the runs of a text stand in the other.
fn shares_most(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let held: HashSet<&[char]> = other.windows(RUN).collect();
    let shared = one.windows(RUN).filter(|run| held.contains(run)).count();
    shared > 0 && 2 * shared >= one.windows(RUN).count()
}

fn twins<'a>(node: &Node, plan: &'a Plan) -> Vec<&'a str> {
    let same_title = |other: &Node| {
        let title = |node: &Node| words(node.title.as_deref().unwrap_or_default());
        !title(node).is_empty() && title(node) == title(other)
    };
    plan.tasks()
        .filter(|other| same_title(other) || shares_most(&text(node), &text(other)))
        .map(|other| other.id.as_str())
        .collect()
}

/// Every task of either draft that shares its title or most of its wording with one of the other has that one first.
#[test]
fn a_task_finds_its_twin_in_the_other_draft() {
    let dataset = plans();
    let similar = Similar::new(&dataset);
    for (from, to, at_least) in [("xiangqiao-145", "zhongshan-145", 20), ("zhongshan-145", "xiangqiao-145", 20)] {
        let (from, to) = (dataset.plan(from).expect("bundled"), dataset.plan(to).expect("bundled"));
        let mut n_twins = 0;
        for node in from.tasks() {
            let twins = twins(node, to);
            n_twins += usize::from(!twins.is_empty());
            let found = similar.closest(&dataset, node, 3);
            let first = found.first().map(|row| row.id.as_str());
            assert!(
                twins.is_empty() || first.is_some_and(|first| twins.contains(&first)),
                "{} {:?}: wanted {twins:?}, got {found:#?}",
                node.id,
                node.title
            );
        }
        println!("{n_twins} tasks of {} have a twin in {}", from.id, to.id);
        assert!(n_twins >= at_least, "{n_twins}");
    }
}

#[test]
fn what_is_called_shared_stands_in_both() {
    let dataset = plans();
    let similar = Similar::new(&dataset);
    for plan in &dataset.plans {
        for node in plan.tasks() {
            let own = format!("{}\n{}", node.title.as_deref().unwrap_or_default(), text(node));
            let found = similar.closest(&dataset, node, 5);
            assert!(found.is_sorted_by(|one, other| one.score >= other.score), "{}", node.id);
            for row in found {
                let (_, other) = dataset.node(&row.id).expect("a node");
                let theirs = format!("{}\n{}", other.title.as_deref().unwrap_or_default(), text(other));
                assert!(*row.plan != *node.plan && (0.0..=1.0).contains(&row.score), "{row:?}");
                for phrase in &row.why {
                    assert!(own.contains(phrase) && theirs.contains(phrase), "{} {}: {phrase}", node.id, row.id);
                    assert!(phrase.chars().count() >= 4, "{phrase}");
                }
            }
        }
    }
}

#[test]
fn a_task_taken_over_word_for_word_scores_one() {
    let dataset = plans();
    let (_, node) = dataset.node("xiangqiao-145/3.6.6").expect("促进残疾人健康");
    let found = Similar::new(&dataset).closest(&dataset, node, 1);
    assert!(found[0].score > 0.99, "{found:?}");
    assert_eq!(found[0].why[0], "促进残疾人健康");
    assert_eq!(found[0].draft.as_deref(), Some("征求意见稿"));
}

/// Leaves of the five plans to which nothing is close, judged by reading: no other plan treats what they are about.
const WITHOUT_ANSWER: [&str; 2] = [
    // 优质、高效、低耗的医疗卫生体系已经形成: what one city reports of its costs and its use of beds.
    "zhongshan-145/1.1.1",
    // 健康湾区取得新开局: what one city reports of its part in the Greater Bay Area.
    "zhongshan-145/1.1.9",
];

#[test]
fn every_leaf_on_a_topic_that_another_plan_treats_has_an_answer() {
    let dataset = plans();
    let similar = Similar::new(&dataset);
    let mut without: Vec<&str> = Vec::new();
    let mut n_leaves = 0;
    for plan in &dataset.plans {
        let parents: HashSet<&str> = plan.nodes.iter().filter_map(|node| node.parent.as_deref()).collect();
        for node in plan.nodes.iter().filter(|node| !parents.contains(node.id.as_str()) && node.kind != Kind::Front) {
            n_leaves += 1;
            if similar.closest(&dataset, node, 1).is_empty() {
                without.push(&node.id);
            }
        }
    }
    assert!(n_leaves > 390, "{n_leaves}");
    assert_eq!(without, WITHOUT_ANSWER);
}

/// Two invented plans that put the same tasks in other words, and tasks that share only what any task may say.
const ONE: &str = "\
健康甲江行动（2026—2030年）

为建设健康甲江，制定本方案。

一、主要任务

（一）控烟行动

1.拓宽服务渠道。开设门诊，发放宣传册，推动重点人群尽早改变习惯。

2.强化执法。对公共场所开展联合检查，依法处罚。

（二）慢病防治行动

1.推进肿瘤早诊早治。组织适龄居民到定点医院检查，建立随访台账。

2.规范管理血糖异常者。推动乡镇卫生院建档，逐人随访，落实转诊。

（三）老有所医行动

1.推进重点人群上门服务。组织团队定期上门，为失能长者建立档案。
";

const OTHER: &str = "\
乙河市“十五五”卫生健康规划

为建设健康乙河，制定本规划，规划期为2026至2030年。

一、主要任务

（一）倡导文明风尚

1.创建无烟环境。机关、学校、医院全面禁烟，提供戒烟咨询。

2.推进重点人群体育活动。组织职工、青少年参加健身赛事，开放场馆。

（二）防治重大疾病

1.加强癌症综合防治。扩大机会性筛查，健全登记报告。

2.加强糖尿病综合防治。开展并发症筛查，提升基层能力。

（三）关爱老年人

1.发展医养结合服务。支持养老机构内设医务室。

（四）水利建设

1.加固堤防。完成河道清淤，加固病险水库。
";

/// Node of the first plan → the node of the other that treats the same.
#[test]
fn tasks_on_one_subject_find_each_other_in_other_words() {
    let plans = [("jiajiang-2030.txt", ONE), ("yihe-155.txt", OTHER)].map(|(file, text)| import(file, text));
    let dataset = Dataset { schema: 0, plans: plans.to_vec(), departments: Lines::default() };
    let similar = Similar::new(&dataset);
    let first = |title: &str| {
        let node =
            dataset.plans.iter().flat_map(|plan| plan.nodes.iter()).find(|node| node.title.as_deref() == Some(title));
        let found = similar.closest(&dataset, node.unwrap_or_else(|| panic!("no {title}")), 1);
        found.into_iter().next().map(|row| (row.title.unwrap_or_default(), row.topics))
    };
    for (title, expected, topic) in [
        ("拓宽服务渠道", "创建无烟环境", "控烟限酒"),
        ("强化执法", "创建无烟环境", "控烟限酒"),
        ("推进肿瘤早诊早治", "加强癌症综合防治", "慢性病"),
        // 推进重点人群 stands in 推进重点人群体育活动 as well.
        ("推进重点人群上门服务", "发展医养结合服务", "老年健康"),
    ] {
        let (found, topics) = first(title).unwrap_or_else(|| panic!("nothing for {title}"));
        assert_eq!(found, expected, "{title} {topics:?}");
        assert!(topics.contains(&topic), "{title}: {topics:?}");
    }
    assert_eq!(first("加固堤防"), None, "the other plan says nothing of rivers");
}

#[test]
fn where_nothing_is_close_the_search_is_offered() {
    let output = run(&["zhongshan-145/1.1.9"]);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("可搜索：guihua search "), "{said}");
}

#[test]
fn the_json_is_the_contracts() {
    let output = run(&["xiangqiao-145/3.3.2", "--limit", "2", "--format", "json"]);
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("one JSON array");
    assert_eq!(found.len(), 2);
    for field in ["plan", "id", "title", "score", "why"] {
        assert!(found[0].get(field).is_some(), "no {field}");
    }
    assert_eq!(found[0]["title"], "推进卫生应急管理体系和能力现代化");
}

#[test]
fn statuses() {
    let cases: [(&[&str], i32); 4] = [
        (&["湘桥/3.3.2"], 0),
        (&["xiangqiao-145/99"], 2),
        (&["foshan-2030/front", "--limit", "3"], 1),
        (&["xiangqiao-145/3.3.2", "--with", "nowhere/1"], 2),
    ];
    for (arguments, expected) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(expected), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn two_texts_stand_side_by_side() {
    let output = run(&["xiangqiao-145/3.6.6", "--with", "zhongshan-145/7.6"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("征求意见稿") && text.contains("促进残疾人健康"), "{text}");
    let spans = run(&["xiangqiao-145/3.4.1", "--with", "zhongshan-145/7.6", "--format", "json"]);
    let spans: Vec<Value> = serde_json::from_slice(&spans.stdout).expect("one JSON array");
    for (side, present, absent) in [("left", "left", "right"), ("right", "right", "left")] {
        let only: Vec<&Value> = spans.iter().filter(|span| span["side"] == side).collect();
        assert!(!only.is_empty() && only.iter().all(|span| span[present].is_string() && span[absent].is_null()));
    }
}
