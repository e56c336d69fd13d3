//! What changed between two versions of a plan, told by their outlines. Headings that stand in both are found level by level:
//! under a heading that stands in both, one of the same kind and words is the same; of those left over, one in the same place
//! with nearly the same words was renamed.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Kind, Node, Plan};

/// What changed, each list in the order of the document. Ids are those of the new version, but for what was removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Changes {
    pub(super) added: Vec<Heading>,
    pub(super) removed: Vec<Heading>,
    /// Headings that stand in another place among their sisters. What stands below them moves with them and is not listed.
    pub(super) moved: Vec<Moved>,
    pub(super) renamed: Vec<Renamed>,
    /// Headings whose own text, units or tables are others.
    pub(super) edited: Vec<Heading>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Heading {
    pub(super) id: String,
    pub(super) title: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Moved {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) title: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Renamed {
    pub(super) id: String,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
}

impl Changes {
    /// Compares two versions of a plan.
    pub(super) fn between(former: &Plan, present: &Plan) -> Self {
        let [old, new] = [former, present].map(|plan| children(&plan.nodes));
        let mut changes = Self::default();
        let mut stand_in_both = vec![(None, None)];
        while let Some((old_parent, new_parent)) = stand_in_both.pop() {
            let [below_old, below_new] = [(&old, old_parent), (&new, new_parent)]
                .map(|(all, parent): (&Children<'_>, Option<&str>)| all.get(&parent).map_or(&[][..], Vec::as_slice));
            let level = Level::of(below_old, below_new);
            for (one, other) in &level.same {
                stand_in_both.push((Some(one.id.as_str()), Some(other.id.as_str())));
            }
            changes.add(&level, &old, &new);
        }
        changes.sort(former, present);
        changes
    }

    /// Whether outline and text are as before.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add(&mut self, level: &Level<'_>, old: &Children<'_>, new: &Children<'_>) {
        for (one, other) in &level.same {
            if one.title != other.title {
                self.renamed.push(Renamed { id: other.id.clone(), from: one.title.clone(), to: other.title.clone() });
            }
            if ordinal(one) != ordinal(other) {
                self.moved.push(Moved { from: one.id.clone(), to: other.id.clone(), title: other.title.clone() });
            }
            if !has_same_text(one, other) {
                self.edited.push(heading(other));
            }
        }
        self.removed.extend(level.only_old.iter().flat_map(|node| with_all_below(node, old)));
        self.added.extend(level.only_new.iter().flat_map(|node| with_all_below(node, new)));
    }

    /// Puts the lists in the order of the documents.
    fn sort(&mut self, former: &Plan, present: &Plan) {
        let places = |plan: &Plan| -> HashMap<String, usize> {
            plan.nodes.iter().map(|node| node.id.clone()).zip(0..).collect()
        };
        let (old, new) = (places(former), places(present));
        self.removed.sort_by_key(|heading| old.get(&heading.id).copied());
        for list in [&mut self.added, &mut self.edited] {
            list.sort_by_key(|heading| new.get(&heading.id).copied());
        }
        self.moved.sort_by_key(|moved| new.get(&moved.to).copied());
        self.renamed.sort_by_key(|renamed| new.get(&renamed.id).copied());
    }
}

/// The nodes below each node, by its id; those at the top under `None`.
type Children<'p> = HashMap<Option<&'p str>, Vec<&'p Node>>;

fn children(nodes: &[Node]) -> Children<'_> {
    let mut children = Children::new();
    for node in nodes {
        children.entry(node.parent.as_deref()).or_default().push(node);
    }
    children
}

/// The headings below one heading that stands in both versions.
struct Level<'p> {
    same: Vec<(&'p Node, &'p Node)>,
    only_old: Vec<&'p Node>,
    only_new: Vec<&'p Node>,
}

impl<'p> Level<'p> {
    fn of(old: &[&'p Node], new: &[&'p Node]) -> Self {
        // Headings of the same words are told apart by their order.
        let mut waiting: HashMap<(Kind, &str), Vec<&'p Node>> = HashMap::new();
        for node in old.iter().rev() {
            waiting.entry(words(node)).or_default().push(node);
        }
        let mut level = Self { same: Vec::new(), only_old: Vec::new(), only_new: Vec::new() };
        for node in new {
            match waiting.get_mut(&words(node)).and_then(Vec::pop) {
                Some(former) => level.same.push((former, node)),
                None => level.only_new.push(node),
            }
        }
        let mut left: HashMap<&str, &'p Node> =
            waiting.into_values().flatten().map(|node| (ordinal(node), node)).collect();
        let mut still_new = Vec::new();
        for node in level.only_new {
            let former = left.get(ordinal(node)).copied();
            match former.filter(|former| former.kind == node.kind && is_renamed(former, node)) {
                Some(former) => {
                    left.remove(ordinal(former));
                    level.same.push((former, node));
                }
                None => still_new.push(node),
            }
        }
        level.only_new = still_new;
        level.only_old = left.into_values().collect();
        level
    }
}

/// By what a heading is known again: its words, or its number where it has none.
fn words(node: &Node) -> (Kind, &str) {
    (node.kind, node.title.as_deref().or(node.number.as_deref()).unwrap_or_default())
}

/// The last part of an id: the place among the sisters.
fn ordinal(node: &Node) -> &str {
    node.id.rsplit(['/', '.']).next().unwrap_or_default()
}

/// Whether two headings share more than half of their characters, or have the same text below them.
fn is_renamed(one: &Node, other: &Node) -> bool {
    let (one_title, other_title) =
        (one.title.as_deref().unwrap_or_default(), other.title.as_deref().unwrap_or_default());
    let mut counts: HashMap<char, usize> = HashMap::new();
    for character in one_title.chars() {
        *counts.entry(character).or_default() += 1;
    }
    let shared = other_title.chars().filter(|character| match counts.get_mut(character) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        Some(_) | None => false,
    });
    let longest = one_title.chars().count().max(other_title.chars().count());
    shared.count() * 2 > longest || (!one.paragraphs.is_empty() && has_same_text(one, other))
}

fn has_same_text(one: &Node, other: &Node) -> bool {
    let paragraphs = |node: &Node| node.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect::<Vec<_>>();
    let clauses = |node: &Node| node.responsible.iter().map(|clause| clause.raw.clone()).collect::<Vec<_>>();
    let tables = |node: &Node| {
        let rows = node.tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| (row.name.clone(), row.unit.clone(), row.cells.clone())).collect::<Vec<_>>()
    };
    paragraphs(one) == paragraphs(other) && clauses(one) == clauses(other) && tables(one) == tables(other)
}

fn heading(node: &Node) -> Heading {
    Heading { id: node.id.clone(), title: node.title.clone() }
}

/// A node and all nodes below it.
fn with_all_below(node: &Node, children: &Children<'_>) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        headings.push(heading(node));
        waiting.extend(children.get(&Some(node.id.as_str())).into_iter().flatten().rev());
    }
    headings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::own::stored::Facts;
    use crate::dataset;
    use crate::model::Source;

    fn plan(text: &str) -> Plan {
        let source = Source { file: "x.txt".to_owned(), sha256: String::new() };
        Facts::default().plan("x", source, text, &dataset::registry())
    }

    const FORMER: &str = "江海市卫生健康“十五五”规划\n\n一、总体要求\n\n坚持健康优先。\n\n二、主要任务\n\n\
        （一）控制吸烟\n\n公共场所全面禁烟。（市教育局负责）\n\n（二）心理健康\n\n加强服务。\n\n1.设立热线。建成热线。\n\n（三）妇幼健康\n\n加强保健。\n";

    fn changes(edit: &[(&str, &str)]) -> Changes {
        let present = edit.iter().fold(FORMER.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        Changes::between(&plan(FORMER), &plan(&present))
    }

    #[test]
    fn the_same_is_no_change() {
        assert!(changes(&[]).is_empty());
    }

    #[test]
    fn what_is_put_in_moves_what_follows_and_nothing_below_it_twice() {
        let changes =
            changes(&[("（二）心理健康", "（二）口腔健康\n\n检查牙齿。\n\n（三）心理健康"), ("（三）妇", "（四）妇")]);
        assert_eq!(changes.added, [Heading { id: "x/2.2".to_owned(), title: Some("口腔健康".to_owned()) }]);
        let moved: Vec<(&str, &str)> =
            changes.moved.iter().map(|moved| (moved.from.as_str(), moved.to.as_str())).collect();
        assert_eq!(moved, [("x/2.2", "x/2.3"), ("x/2.3", "x/2.4")]);
        assert!(changes.removed.is_empty() && changes.renamed.is_empty() && changes.edited.is_empty(), "{changes:?}");
    }

    #[test]
    fn words_that_change_are_told_by_where_they_stand() {
        let changes = changes(&[("控制吸烟", "全面控制吸烟"), ("加强保健", "加强妇幼保健"), ("（市教育局负责）", "")]);
        let renamed: Vec<_> = changes.renamed.iter().map(|renamed| renamed.id.as_str()).collect();
        assert_eq!(renamed, ["x/2.1"]);
        let edited: Vec<_> = changes.edited.iter().map(|heading| heading.id.as_str()).collect();
        assert_eq!(edited, ["x/2.1", "x/2.3"]);
        assert!(changes.added.is_empty() && changes.removed.is_empty() && changes.moved.is_empty(), "{changes:?}");
    }

    #[test]
    fn what_is_taken_out_goes_with_all_below_it() {
        let changes = changes(&[("（二）心理健康\n\n加强服务。\n\n1.设立热线。建成热线。\n\n（三）", "（二）")]);
        let removed: Vec<_> = changes.removed.iter().map(|heading| heading.id.as_str()).collect();
        assert_eq!(removed, ["x/2.2", "x/2.2.1"]);
        assert_eq!(changes.moved.len(), 1);
    }
}
