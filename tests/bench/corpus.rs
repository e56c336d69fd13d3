//! A large library made of the bundled plans: copies in which places, some verbs and most numbers are changed.
//!
//! Nothing is random and no clock is read, so every run sees the same text. Years stay, since people search by them.

use guihua::model::{Dataset, Node, Plan};

/// Places that take the stead of the plans' own.
const PLACES: [&str; 60] = [
    "广州", "深圳", "珠海", "汕头", "韶关", "河源", "梅州", "惠州", "汕尾", "东莞", "江门", "阳江", "湛江", "茂名",
    "肇庆", "揭阳", "南宁", "柳州", "桂林", "梧州", "北海", "钦州", "贵港", "玉林", "百色", "贺州", "河池", "来宾",
    "崇左", "海口", "三亚", "长沙", "株洲", "湘潭", "衡阳", "邵阳", "岳阳", "常德", "益阳", "郴州", "永州", "怀化",
    "娄底", "武汉", "黄石", "十堰", "宜昌", "襄阳", "鄂州", "荆门", "孝感", "荆州", "黄冈", "咸宁", "随州", "南昌",
    "萍乡", "九江", "新余", "鹰潭",
];

/// The plans' own places.
const OWN: [&str; 6] = ["佛山", "清远", "潮州", "湘桥", "云浮", "中山"];

/// Verbs that plans use for one another.
const VERBS: [(&str, &str); 6] =
    [("加强", "强化"), ("完善", "健全"), ("推进", "推动"), ("加快", "加速"), ("开展", "实施"), ("提高", "提升")];

/// The bundled plans and `copies` - 1 varied copies of each.
pub(crate) fn library(bundled: &Dataset, copies: usize) -> Dataset {
    let plans = (0..copies).flat_map(|copy| bundled.plans.iter().map(move |plan| varied_plan(plan, copy)));
    Dataset { plans: plans.collect(), ..bundled.clone() }
}

fn varied_plan(plan: &Plan, copy: usize) -> Plan {
    let mut plan = plan.clone();
    if copy == 0 {
        return plan;
    }
    let id = format!("{}-{copy}", plan.id);
    for text in [&mut plan.title, &mut plan.short].into_iter().chain(&mut plan.region) {
        *text = varied(text, copy);
    }
    let mut nodes = plan.nodes.to_vec();
    for node in &mut nodes {
        vary_node(node, &plan.id, &id, copy);
    }
    Node::share(&mut nodes);
    Plan { id, nodes: nodes.into(), ..plan }
}

fn vary_node(node: &mut Node, from: &str, to: &str, copy: usize) {
    node.id = node.id.replacen(from, to, 1);
    node.plan = to.into();
    if let Some(parent) = &mut node.parent {
        *parent = parent.replacen(from, to, 1);
    }
    node.path = node.path.iter().map(|title| varied(title, copy).into()).collect();
    for text in node.title.iter_mut().chain(node.paragraphs.iter_mut().map(|paragraph| &mut paragraph.text)) {
        *text = varied(text, copy);
    }
    for table in &mut node.tables {
        table.id = table.id.replacen(from, to, 1);
        table.node.clone_from(&node.id);
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells).flatten() {
            *cell = varied(cell, copy);
        }
    }
}

/// A text with other places and numbers, and some other verbs.
fn varied(text: &str, copy: usize) -> String {
    let mut text = text.to_owned();
    for (at, own) in OWN.iter().enumerate() {
        if text.contains(own) {
            text = text.replace(own, PLACES[(copy * 7 + at * 31) % PLACES.len()]);
        }
    }
    let mut hash = text.bytes().fold(copy, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
    for (one, other) in VERBS {
        match hash % 4 {
            1 => text = text.replace(one, other),
            2 => text = text.replace(other, one),
            _ => {}
        }
        hash /= 4;
    }
    with_other_numbers(&text, copy)
}

/// Every number but single digits and years with another last digit.
fn with_other_numbers(text: &str, copy: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let length = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let digits: String = chars[at..at + length.max(1)].iter().collect();
        let is_year = length == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        if length < 2 || is_year {
            out.push_str(&digits);
        } else {
            out.extend(&chars[at..at + length - 1]);
            let last = chars[at + length - 1].to_digit(10).unwrap_or_default() as usize;
            out.push_str(&((last + copy + at) % 10).to_string());
        }
        at += length.max(1);
    }
    out
}
