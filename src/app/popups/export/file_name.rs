//! Proposes a name for an exported file: the plans or department and what the file holds, such that every file system
//! accepts it. Names of plans and departments stay as they are printed.

use unicode_segmentation::UnicodeSegmentation;

use crate::command::Command;
use crate::model::{Dataset, Plan};
use crate::words::{self, saving};

/// The longest proposed name, in bytes without the extension: file systems take 255, encrypted ones 143.
const LONGEST: usize = 120;

/// Up to this many plans are named; more are only counted.
const N_NAMED: usize = 2;

/// Returns the name for what a command prints, without an extension: `云浮-人力资源和社会保障局-任务`.
pub(crate) fn proposed(dataset: &Dataset, command: &Command) -> String {
    let (subjects, noun) = subjects_and_noun(command);
    let mut plans: Vec<String> = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    for name in subjects.iter().chain(command.plans()) {
        if let Some((plan, node)) = dataset.node(name) {
            add(&mut plans, plan);
            let heading = node.heading();
            parts.push(if heading.is_empty() { node.kind.untitled().to_owned() } else { heading });
        } else if let Some(plan) = dataset.plan(name) {
            add(&mut plans, plan);
        } else {
            parts.push(name.clone());
        }
    }
    if plans.len() > N_NAMED {
        parts.insert(0, saving::plans(plans.len()));
    } else if !plans.is_empty() {
        parts.insert(0, plans.join(words::LIST.get()));
    }
    parts.push(noun.to_owned());
    let parts: Vec<String> = parts.iter().map(|part| safe(part)).filter(|part| !part.is_empty()).collect();
    cut(&parts)
}

/// What a command is asked about besides its plans, and what its rows are called; empty where the subject says it all.
fn subjects_and_noun(command: &Command) -> (Vec<String>, &'static str) {
    match command {
        Command::Tree(_) => (Vec::new(), saving::OUTLINE.get()),
        Command::Show(show) => (vec![show.node.clone()], ""),
        Command::Tasks(tasks) => {
            (tasks.departments.iter().chain(&tasks.chapter).cloned().collect(), saving::TASKS.get())
        }
        Command::Depts(_) => (Vec::new(), saving::OFFICES.get()),
        Command::Dossier(dossier) => (vec![dossier.name.clone()], saving::TASK_LIST.get()),
        Command::Matrix(_) => (Vec::new(), saving::MATRIX.get()),
        Command::Indicators(indicators) => (indicators.name.iter().cloned().collect(), saving::INDICATORS.get()),
        Command::Compare(compare) => (compare.indicator.iter().cloned().collect(), saving::COMPARISON.get()),
        Command::Similar(similar) => {
            ([&similar.node].into_iter().chain(&similar.with).cloned().collect(), saving::SIMILAR.get())
        }
        Command::Targets(targets) => (
            targets.year.map(|year| year.to_string()).into_iter().chain(targets.department.clone()).collect(),
            saving::TARGETS.get(),
        ),
        Command::Check(_) => (Vec::new(), saving::CHECKS.get()),
        Command::Search(search) => (vec![search.query.join(" ")], saving::SEARCH.get()),
        Command::Export(_) => (Vec::new(), ""),
    }
}

fn add(plans: &mut Vec<String>, plan: &Plan) {
    let name = plan.marked();
    if !plans.contains(&name) {
        plans.push(name);
    }
}

/// Makes a part of a name safe. Characters that some file system forbids become full-width, which read
/// alike; white space and control characters become one space; dots and spaces at the ends, which hide
/// files or get lost, are removed.
fn safe(part: &str) -> String {
    let wide = |c: char| match c {
        // The full-width forms are 0xFEE0 above their ASCII counterparts (Unicode, Halfwidth and Fullwidth Forms).
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

/// Joins the parts. Where that is too long, the longest part is cut between characters, so that
/// the plan and the noun stay.
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
    if parts.is_empty() { saving::PLAN.to_string() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Compare, Depts, Search, Show, Targets, Tasks, Tree};

    fn name(command: &Command) -> String {
        proposed(&crate::dataset::bundled().unwrap(), command)
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    fn show(node: &str) -> Command {
        Command::Show(Show { node: node.to_owned(), deep: true })
    }

    fn search(query: &str, plans: &[&str]) -> Command {
        Command::Search(Search { query: owned(&[query]), plans: owned(plans), limit: 500, ..Search::default() })
    }

    #[test]
    fn names_say_whose_and_what() {
        let tasks = |departments: &[&str], plans: &[&str]| {
            Command::Tasks(Tasks { departments: owned(departments), plans: owned(plans), ..Tasks::default() })
        };
        let compare =
            |indicator: &str| Command::Compare(Compare { indicator: Some(indicator.to_owned()), ..Compare::default() });
        let tree = |plans: &[&str]| Command::Tree(Tree { plans: owned(plans), depth: Some(2) });
        let no_unit = Tasks { no_unit: true, plans: owned(&["yunfu-2030"]), ..Tasks::default() };
        for (command, expected) in [
            (tasks(&["人力资源和社会保障局"], &[]), "人力资源和社会保障局-任务"),
            (tasks(&["教育局"], &["yunfu-2030"]), "云浮-教育局-任务"),
            (Command::Tasks(no_unit), "云浮-任务"),
            (compare("婴儿死亡率"), "婴儿死亡率-指标对照"),
            (compare("孕产妇死亡率（1/10万）"), "孕产妇死亡率（1／10万）-指标对照"),
            (tree(&["xiangqiao-145"]), "湘桥（征求意见稿）-目录"),
            (tree(&["yunfu-2030", "foshan-2030", "qingyuan-2030"]), "3部规划-目录"),
            (search("婴儿 死亡", &[]), "婴儿 死亡-查找"),
            (Command::Targets(Targets { year: Some(2030), ..Targets::default() }), "2030-目标"),
            (Command::Depts(Depts::default()), "部门任务数"),
            (show("没有/3.1"), "没有／3.1"),
            (search("../..\u{202e}//\n", &[]), "／.. ／／-查找"),
            (show(""), "规划"),
        ] {
            assert_eq!(name(&command), expected, "{command}");
        }
        assert!(name(&show("yunfu-2030/3.1")).starts_with("云浮-"));
    }

    #[test]
    fn any_name_is_short_and_safe() {
        let emoji = "👩‍👩‍👧".repeat(40);
        for typed in ["长".repeat(300), "a/".repeat(90), ".".repeat(30), emoji, "\u{0}\u{1b}[31m".to_owned()] {
            let name = name(&search(&typed, &["zhongshan-145"]));
            assert!(name.len() <= LONGEST, "{} {name}", name.len());
            assert!(name.starts_with("中山（征求意见稿）-") && name.ends_with("查找"), "{name}");
            let forbidden = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
            assert!(!name.contains(forbidden) && !name.starts_with('.'), "{name}");
        }
    }
}
