//! What the program is asked for the record of its answers: arguments, by command and form.
//!
//! Holds arguments only; who runs them and what comes back is next door, in `answers`.

use guihua::model::Dataset;

/// The arguments of one run.
type Arguments = Vec<String>;

/// Nodes that are shown by themselves, with all below them.
const NODES: [&str; 4] = ["foshan-2030/preamble", "xiangqiao-145/3.3.2", "yunfu-2030/3.1", "zhongshan-145/front"];

/// Commands that are recorded in the forms for the eye and for other programs too, not only as JSON.
const IN_EVERY_FORM: [&[&str]; 15] = [
    &["tree"],
    &["show", "yunfu-2030/3.1", "--deep"],
    &["show", "zhongshan-145"],
    &["tasks"],
    &["tasks", "--dept", "残联"],
    &["depts"],
    &["indicators"],
    &["compare"],
    &["compare", "婴儿死亡率"],
    &["similar", "xiangqiao-145/3.3.2"],
    &["targets", "--plan", "中山"],
    &["check", "--plan", "云浮"],
    &["search", "控烟", "学校"],
    &["dossier", "水利局"],
    &["matrix"],
];

/// Commands that are recorded as documents to print too.
const ON_PAPER: [&[&str]; 4] =
    [&["tasks"], &["dossier", "残联"], &["compare", "婴儿死亡率"], &["show", "云浮", "--deep"]];

/// Forms that hold no time of their making. What a command does not offer is refused, which is recorded as well.
const FORMS: [&str; 2] = ["text", "csv"];
const PAPER: [&str; 2] = ["md", "html"];

/// Wrong use and empty answers: the message and the status are part of the answer.
const REFUSED: [&[&str]; 21] = [
    &["nonsense"],
    &["tree", "--plan", "广州"],
    &["tree", "--plan", "2030"],
    &["tree", "--depth", "x"],
    &["show", "yunfu-2030/99"],
    &["show", "没有的规划/1"],
    &["tasks", "--dept", "量子局局长"],
    &["tasks", "--dept", "教育局", "--no-unit"],
    &["tasks", "--plan", "foshan-2030", "--dept", "教育局"],
    &["tasks", "--chapter", "yunfu-2030/99"],
    &["indicators", "--sort", "没有这一列"],
    &["indicators", "--desc"],
    &["indicators", "--name", "没有这个指标"],
    &["compare", "率"],
    &["compare", "没有这个指标"],
    &["targets", "--year", "1999"],
    &["targets", "--plan", "foshan-2030", "--dept", "教育局"],
    &["check", "--plan", "没有的规划"],
    &["search", "部门:量子局", "近视"],
    &["dossier", "量子局局长"],
    &["similar", "yunfu-2030/99"],
];

fn words(arguments: &[&str]) -> Arguments {
    arguments.iter().map(|&word| word.to_owned()).collect()
}

fn json(arguments: &[&str]) -> Arguments {
    words(&[arguments, &["--format", "json"]].concat())
}

/// The command without arguments, with each plan, and with two.
fn by_plan(command: &[&str], plans: &[&str]) -> Vec<Arguments> {
    let of = |plan: &&str| json(&[command, &["--plan", plan]].concat());
    let two = json(&[command, &["--plan", "云浮", "--plan", "中山"]].concat());
    std::iter::once(json(command)).chain(plans.iter().map(of)).chain([two]).collect()
}

fn tree_and_show(plans: &[&str]) -> Vec<(&'static str, Vec<Arguments>)> {
    let depth = |depth: &&str| json(&["tree", "--depth", depth]);
    let tree = by_plan(&["tree"], plans).into_iter().chain(["1", "2", "3"].iter().map(depth)).collect();
    // The whole text of a plan is every one of its nodes, as each is shown by itself.
    let whole = plans.iter().flat_map(|plan| [json(&["show", plan]), json(&["show", plan, "--deep"])]);
    let single = NODES.iter().map(|node| json(&["show", node, "--deep"]));
    vec![("tree", tree), ("show, every node", whole.chain(single).collect())]
}

fn tasks(dataset: &Dataset, plans: &[&str]) -> Vec<(&'static str, Vec<Arguments>)> {
    let roles = ["lead", "joint", "listed"];
    let by_role = roles.iter().flat_map(|role| by_plan(&["tasks", "--role", role], plans));
    let tops = dataset.plans.iter().flat_map(|plan| plan.nodes.iter().filter(|node| node.parent.is_none()));
    let by_chapter = tops.map(|node| json(&["tasks", "--chapter", &node.id]));
    let two = json(&["tasks", "--dept", "教育局", "--dept", "残联", "--plan", "清远"]);
    let plain = by_plan(&["tasks"], plans).into_iter().chain(by_plan(&["tasks", "--no-unit"], plans));
    vec![("tasks, every plan, role and chapter", plain.chain(by_role).chain(by_chapter).chain([two]).collect())]
}

fn numbers(plans: &[&str]) -> Vec<(&'static str, Vec<Arguments>)> {
    let natures = ["预期性", "约束性", "倡导性"];
    let by_nature = natures
        .iter()
        .flat_map(|nature| [json(&["indicators", "--nature", nature]), json(&["compare", "--nature", nature])]);
    let sorted = [
        json(&["indicators", "--sort", "2025"]),
        json(&["indicators", "--sort", "2030", "--desc"]),
        json(&["indicators", "--plan", "中山", "--sort", "2025年目标"]),
        json(&["indicators", "--name", "死亡率"]),
    ];
    let compared =
        ["婴儿死亡率", "人均预期寿命", "每千人口拥有执业（助理）医师数"].map(|name| json(&["compare", name]));
    let by_year = ["2025", "2030"].iter().map(|year| json(&["targets", "--year", year]));
    let targets = by_plan(&["targets"], plans).into_iter().chain(by_year);
    let targets = targets.chain([json(&["targets", "--dept", "rsj"])]);
    vec![
        ("indicators", by_plan(&["indicators"], plans).into_iter().chain(by_nature).chain(sorted).collect()),
        ("compare", by_plan(&["compare"], plans).into_iter().chain(compared).collect()),
        ("targets", targets.collect()),
    ]
}

fn the_rest(plans: &[&str]) -> Vec<(&'static str, Vec<Arguments>)> {
    let kinds = ["chapter", "target"];
    let by_kind = kinds.iter().map(|kind| json(&["search", "健康", "--kind", kind]));
    let names = ["rsj", "教育局"];
    let dossiers = names.iter().map(|name| json(&["dossier", name, "--plan", "清远"]));
    let similar = [
        json(&["similar", "yunfu-2030/3.1", "--limit", "3"]),
        json(&["similar", "xiangqiao-145/3.3.2", "--with", "zhongshan-145/3.1"]),
        json(&["similar", "yunfu-2030/3.1.1", "--with", "qingyuan-2030/3.1.1"]),
    ];
    let by_form = |form: &&str| IN_EVERY_FORM.map(|arguments| words(&[arguments, &["--format", form]].concat()));
    let printed = |form: &&str| ON_PAPER.map(|arguments| words(&[arguments, &["--format", form]].concat()));
    vec![
        ("export", vec![json(&["export"])]),
        ("depts", by_plan(&["depts"], plans)),
        ("matrix", by_plan(&["matrix"], plans)),
        ("check", by_plan(&["check"], plans)),
        ("search, by kind", by_kind.chain([json(&["search", "控烟", "--plan", "云浮"])]).collect()),
        ("dossier, of one plan", dossiers.collect()),
        ("similar, two side by side", similar.to_vec()),
        (
            "every command in other forms",
            FORMS.iter().flat_map(by_form).chain(PAPER.iter().flat_map(printed)).collect(),
        ),
        ("refused, or nothing found", REFUSED.iter().map(|arguments| words(arguments)).collect()),
    ]
}

/// All that the program is asked: the groups with their arguments.
pub(super) fn groups(dataset: &Dataset) -> Vec<(String, Vec<Arguments>)> {
    let plans: Vec<&str> = dataset.plans.iter().map(|plan| plan.id.as_str()).collect();
    let groups = [tree_and_show(&plans), tasks(dataset, &plans), numbers(&plans), the_rest(&plans)];
    groups.into_iter().flatten().map(|(name, asked)| (name.to_owned(), asked)).collect()
}
