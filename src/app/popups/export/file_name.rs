//! The name proposed for a file: whose it is and what it holds, in Chinese, such that every file system takes it.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::state::command::Command;
use crate::model::{Dataset, Plan};

/// What the rows of a subcommand are called in a file's name.
const NOUNS: &[(&str, &str)] = &[
    ("tree", "目录"),
    ("tasks", "任务"),
    ("depts", "部门任务数"),
    ("indicators", "指标"),
    ("compare", "指标对照"),
    ("targets", "目标"),
    ("similar", "相近任务"),
    ("search", "查找"),
    ("check", "核对"),
    ("dossier", "部门档案"),
    ("matrix", "部门与规划"),
];

/// Longest proposed name, in bytes without the extension: file systems take 255, encrypted ones 143.
const LONGEST: usize = 120;

/// More plans than these are counted and not named.
const N_NAMED: usize = 2;

/// The name for what a command prints, without an extension: `云浮-人力资源和社会保障局-任务`.
pub(crate) fn proposed(dataset: &Dataset, command: &Command) -> String {
    let mut arguments = command.arguments().iter();
    let subcommand = arguments.next().map(String::as_str).unwrap_or_default();
    let mut plans: Vec<String> = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    while let Some(argument) = arguments.next() {
        let (flag, value) = match argument.strip_prefix("--") {
            Some("deep") => continue,
            Some(flag) => (flag, arguments.next().map(String::as_str).unwrap_or_default()),
            None => ("", argument.as_str()),
        };
        let node = dataset.plans.iter().find_map(|plan| Some((plan, plan.node(value)?)));
        match (flag, node, dataset.plan(value)) {
            ("limit" | "depth", ..) => {}
            (_, Some((plan, node)), _) => {
                add(&mut plans, plan);
                parts.push(node.heading());
            }
            (_, None, Some(plan)) => add(&mut plans, plan),
            (_, None, None) => parts.push(value.to_owned()),
        }
    }
    if plans.len() > N_NAMED {
        parts.insert(0, format!("{}份规划", plans.len()));
    } else if !plans.is_empty() {
        parts.insert(0, plans.join("、"));
    }
    parts.extend(NOUNS.iter().find(|(name, _)| *name == subcommand).map(|(_, noun)| (*noun).to_owned()));
    let parts: Vec<String> = parts.iter().map(|part| safe(part)).filter(|part| !part.is_empty()).collect();
    cut(&parts)
}

fn add(plans: &mut Vec<String>, plan: &Plan) {
    let name = plan.marked();
    if !plans.contains(&name) {
        plans.push(name);
    }
}

/// A part of a name: what some file system forbids becomes its full-width twin, which reads the same; white space and
/// controls become one space; dots and spaces at the ends, which hide files or get lost, go.
fn safe(part: &str) -> String {
    let wide = |c: char| match c {
        // The full-width forms lie 0xFEE0 above their ASCII twins (Unicode, Halfwidth and Fullwidth Forms).
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(' '),
        c if c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
        {
            ' '
        }
        c => c,
    };
    let text: String = part.chars().map(wide).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_matches(['.', ' ', '-', '~']).to_owned()
}

/// The parts joined. Where that is too long, the longest part is cut between characters, so that the plan and the noun
/// stay.
fn cut(parts: &[String]) -> String {
    let mut parts = parts.to_vec();
    loop {
        let length: usize = parts.iter().map(|part| part.len() + 1).sum();
        let Some(excess) = length.checked_sub(LONGEST + 1).filter(|excess| *excess > 0) else { break };
        let Some(longest) = parts.iter_mut().max_by_key(|part| part.len()) else { break };
        let room = longest.len().saturating_sub(excess);
        let mut taken = 0;
        let fits = |grapheme: &&str| {
            taken += grapheme.len();
            taken <= room
        };
        let kept: String = longest.graphemes(true).take_while(fits).collect();
        kept.trim_end().clone_into(longest);
        parts.retain(|part| !part.is_empty());
    }
    if parts.is_empty() { "规划".to_owned() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &[&str]) -> String {
        proposed(&crate::dataset::bundled().unwrap(), &Command::new(words))
    }

    #[test]
    fn names_say_whose_and_what() {
        for (words, expected) in [
            (&["tasks", "--dept", "人力资源和社会保障局"][..], "人力资源和社会保障局-任务"),
            (&["tasks", "--dept", "教育局", "--plan", "yunfu-2030"], "云浮-教育局-任务"),
            (&["compare", "婴儿死亡率"], "婴儿死亡率-指标对照"),
            (&["compare", "孕产妇死亡率（1/10万）"], "孕产妇死亡率（1／10万）-指标对照"),
            (&["tree", "--plan", "xiangqiao-145"], "湘桥（征求意见稿）-目录"),
            (&["tree", "--plan", "yunfu-2030", "--plan", "foshan-2030", "--plan", "qingyuan-2030"], "3份规划-目录"),
            (&["search", "婴儿 死亡", "--limit", "500"], "婴儿 死亡-查找"),
            (&["depts"], "部门任务数"),
            (&["show", "没有/3.1"], "没有／3.1"),
            (&["search", "../..\u{202e}//\n"], "／..  ／／-查找"),
            (&[], "规划"),
        ] {
            assert_eq!(name(words), expected.replace("  ", " "), "{words:?}");
        }
        assert!(name(&["show", "yunfu-2030/3.1"]).starts_with("云浮-"));
    }

    #[test]
    fn any_name_is_short_and_safe() {
        let emoji = "👩‍👩‍👧".repeat(40);
        for typed in ["长".repeat(300), "a/".repeat(90), ".".repeat(30), emoji, "\u{0}\u{1b}[31m".to_owned()] {
            let name = name(&["search", &typed, "--plan", "zhongshan-145"]);
            assert!(name.len() <= LONGEST, "{} {name}", name.len());
            assert!(name.starts_with("中山（征求意见稿）-") && name.ends_with("查找"), "{name}");
            let forbidden = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
            assert!(!name.contains(forbidden) && !name.starts_with('.'), "{name}");
        }
    }
}
