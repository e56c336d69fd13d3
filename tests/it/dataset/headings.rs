//! Every heading of the five texts is a node with its number, title and parent, and nothing else is a node.
//!
//! The headings are found again from their marks alone, and a second time from the contents pages, which name them too.

use guihua::model::{Kind, Node};

use super::{Line, body, plans, squeezed};

/// The marks in the order in which they nest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Attachment,
    Chapter,
    Section,
    Box,
    Han,
    HanInBrackets,
    Arabic,
    ArabicInBrackets,
}

/// A heading: where it stands, what is printed, and on which line its parent stands.
#[derive(Debug, PartialEq, Eq)]
struct Heading {
    line: u32,
    number: String,
    title: String,
    parent: Option<u32>,
}

/// Splits a line behind its mark.
fn mark(line: &str) -> Option<(Mark, String, &str)> {
    let line = line.trim();
    let digits =
        |text: &str, set: &str| text.chars().take_while(|c| set.contains(*c)).map(char::len_utf8).sum::<usize>();
    let forms: [(Mark, &[&str], &str, &[&str]); 8] = [
        (Mark::Attachment, &["附件"], ARABIC, &[""]),
        (Mark::Chapter, &["第"], HAN, &["章"]),
        (Mark::Section, &["第"], HAN, &["节"]),
        (Mark::Box, &["专栏 ", "专栏"], ARABIC, &[""]),
        (Mark::Han, &[""], HAN, &["、"]),
        (Mark::HanInBrackets, &["（", "("], HAN, &["）", ")"]),
        (Mark::Arabic, &[""], ARABIC, &[".", "、"]),
        (Mark::ArabicInBrackets, &["（", "("], ARABIC, &["）", ")"]),
    ];
    for (mark, before, set, after) in forms {
        for rest in before.iter().filter_map(|before| line.strip_prefix(before)) {
            let (ordinal, rest) = rest.split_at(digits(rest, set));
            let closed = after.iter().find_map(|after| rest.strip_prefix(after));
            if let Some(rest) =
                closed.filter(|rest| !ordinal.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()))
            {
                let number = line.split_at(line.len() - rest.len()).0;
                return Some((mark, number.to_owned(), rest));
            }
        }
    }
    None
}

const HAN: &str = "一二三四五六七八九十";
const ARABIC: &str = "0123456789";

/// The headings of a text. A line with a tab is a cell; the numbered lines below 附件： are a list.
fn headings(text: &str) -> Vec<Heading> {
    let lines = body(text);
    let mut in_list = false;
    let mut found: Vec<(Mark, Line, String, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let bare = line.text.replace("**", "");
        in_list = bare.starts_with("附件：") || (in_list && matches!(mark(&bare), Some((Mark::Arabic, ..))));
        if let Some((mark, number, rest)) = mark(&bare).filter(|_| !in_list && !line.text.contains('\t')) {
            let below = lines.get(at + 1).map_or("", |line| line.text);
            let rest =
                if squeezed(rest).trim_matches('：').is_empty() { below } else { rest.trim_start_matches('：') };
            let title = rest.split(['。', '：']).next().unwrap_or_default();
            found.push((mark, *line, number, squeezed(title)));
        }
    }
    let mut ranks: Vec<Mark> =
        found.iter().map(|one| one.0).filter(|mark| !matches!(mark, Mark::Box | Mark::Attachment)).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut open: Vec<(Mark, u32)> = Vec::new();
    let place = |(mark, line, number, title): (Mark, Line, String, String)| {
        // A box stands among the sections.
        let rank = if mark == Mark::Box { ranks.get(1).copied().unwrap_or(mark) } else { mark };
        open.retain(|(above, _)| *above < rank && (mark != Mark::Box || Some(above) == ranks.first()));
        let parent = open.last().filter(|_| mark != Mark::Attachment).map(|(_, line)| *line);
        open.push((rank, line.no));
        Heading { line: line.no, number, title, parent }
    };
    found.into_iter().map(place).collect()
}

fn is_heading(node: &Node) -> bool {
    !matches!(node.kind, Kind::Front | Kind::Preamble)
}

#[test]
fn headings_are_nodes_and_nodes_are_headings() {
    for (plan, text) in plans() {
        let expected = headings(text);
        let got: Vec<Heading> = plan
            .nodes
            .iter()
            .filter(|node| is_heading(node))
            .map(|node| Heading {
                line: node.lines[0],
                number: node.number.clone().unwrap_or_default(),
                title: squeezed(node.title.as_deref().unwrap_or_default()),
                parent: node.parent.as_deref().and_then(|id| plan.node(id)).map(|parent| parent.lines[0]),
            })
            .collect();
        for (got, expected) in got.iter().zip(&expected) {
            assert_eq!(got, expected, "{}", plan.id);
        }
        assert_eq!(got.len(), expected.len(), "{}", plan.id);
        assert!(expected.len() > 60, "{}: only {} headings found", plan.id, expected.len());
    }
}

fn rank(heading: &str) -> Option<Mark> {
    mark(heading).map(|(mark, ..)| mark)
}

#[test]
fn contents_pages_name_the_nodes() {
    let plain = |text: &str| {
        squeezed(text).replace(',', "，").replace('(', "（").replace(')', "）").trim_end_matches(['。', '.']).to_owned()
    };
    let mut n_plans = 0;
    for (plan, text) in plans() {
        let pages =
            text.lines().skip_while(|line| squeezed(line) != "目录").skip(1).filter(|line| !line.trim().is_empty());
        let entries: Vec<String> = pages
            .map_while(|line| line.rsplit_once('\t').filter(|(_, page)| page.chars().all(|c| c.is_ascii_digit())))
            .map(|(entry, _)| plain(entry))
            .collect();
        let Some(deepest) = entries.iter().filter_map(|entry| rank(entry)).max() else { continue };
        let numbered = |node: &&Node| node.number.as_deref().and_then(rank).is_some_and(|rank| rank != Mark::Box);
        let nodes: Vec<String> = plan.nodes.iter().filter(numbered).map(|node| plain(&node.heading())).collect();
        // The pages may leave out an entry of the deepest rank that they show (湘桥, 面临的形势), but none above it.
        let above = |headings: &[String]| -> Vec<String> {
            headings.iter().filter(|heading| rank(heading).is_some_and(|rank| rank < deepest)).cloned().collect()
        };
        assert_eq!(above(&entries), above(&nodes), "{}", plan.id);
        let mut rest = nodes.iter();
        for entry in &entries {
            assert!(rest.any(|node| node == entry), "{}: {entry} is no node in its place", plan.id);
        }
        n_plans += 1;
    }
    assert_eq!(n_plans, 2);
}

#[test]
fn parents_stand_before_their_children_and_ids_say_where() {
    for (plan, _) in plans() {
        for (at, node) in plan.nodes.iter().enumerate() {
            let before = plan.nodes.get(..at).unwrap_or_default();
            assert!(before.iter().all(|other| other.id != node.id), "{} twice", node.id);
            let siblings = before.iter().filter(|other| other.parent == node.parent && is_heading(other)).count() + 1;
            let parent = node.parent.as_ref().and_then(|id| before.iter().find(|other| other.id == *id));
            let expected = match (parent, node.kind) {
                (_, Kind::Front) => format!("{}/front", plan.id),
                (_, Kind::Preamble) => format!("{}/preamble", plan.id),
                (Some(parent), _) => format!("{}.{siblings}", parent.id),
                (None, _) => format!("{}/{siblings}", plan.id),
            };
            assert_eq!(node.id, expected);
            let own = parent.map(|parent| {
                parent.path.iter().cloned().chain(parent.title.as_deref().map(Into::into)).collect::<Vec<_>>()
            });
            assert_eq!(node.path.to_vec(), own.unwrap_or_default(), "{}", node.id);
        }
    }
}
