//! Finds the main text of a page among its navigation: the innermost element that holds nearly all of its sentences and
//! tables.

use crate::formats::html::tree::{DOCUMENT, Data, Id, Node};
use crate::lexicon::punctuation::CLAUSE_ENDS;

pub(super) struct MainText {
    /// The element that holds it.
    pub(super) root: Id,
    /// Whether it was found by its sentences; otherwise it is the whole page.
    is_found: bool,
    /// The characters of the page that are neither in it nor in scripts and the like.
    pub(super) n_outside: usize,
    /// For each node, whether it is left out: it is not shown, or it is navigation.
    is_left_out: Vec<bool>,
    weights: Vec<Weight>,
}

impl MainText {
    /// Takes lists of links for a part of the text.
    pub(super) fn keep_links(&mut self) {
        self.is_found = true;
    }

    /// Whether a node is left out: it is not shown, or it is navigation. On a page without sentences that is also what holds
    /// links and nothing else.
    pub(super) fn leaves_out(&self, nodes: &[Node], id: Id) -> bool {
        const FEWEST_LINKS: u32 = 3;
        let is_list_of_links = || {
            let weight = self.weights.get(id).copied().unwrap_or_default();
            matches!(nodes.get(id).map(Node::name), Some("ul" | "ol" | "div" | "p" | "td" | "dl"))
                && weight.n_links >= FEWEST_LINKS
                && weight.linked * 10 >= weight.all * 7
        };
        self.is_left_out.get(id).is_none_or(|is_left_out| *is_left_out) || (!self.is_found && is_list_of_links())
    }
}

/// What a node and all in it have.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// Characters of sentences and of tables, outside links.
    content: u32,
    /// All characters but white space.
    all: u32,
    linked: u32,
    n_links: u32,
}

/// Of all content, the share that the main text has to hold, in hundredths.
const LEAST_SHARE: u64 = 97;

pub(super) fn find(nodes: &[Node]) -> MainText {
    let order = in_order(nodes, DOCUMENT);
    let is_left_out = left_out(nodes, &order);
    let weights = weigh(nodes, &order, &is_left_out);
    let weight = |id: Id| weights.get(id).copied().unwrap_or_default();
    let total = weight(DOCUMENT);
    let mut root = DOCUMENT;
    while let Some(child) = children(nodes, root)
        .find(|child| u64::from(weight(*child).content) * 100 >= u64::from(total.content) * LEAST_SHARE)
    {
        if total.content == 0 || !can_hold(nodes, child, &weights) {
            break;
        }
        root = child;
    }
    // A row or the body of a table is none without the rest of it.
    while matches!(nodes.get(root).map(Node::name), Some("tr" | "tbody" | "thead" | "tfoot")) {
        root = nodes.get(root).and_then(Node::parent).unwrap_or(DOCUMENT);
    }
    let n_outside = total.all.saturating_sub(weight(root).all) as usize;
    MainText { root, is_found: total.content > 0, n_outside, is_left_out, weights }
}

/// The nodes of a page in the order of its text, each before those in it.
pub(super) fn in_order(nodes: &[Node], root: Id) -> Vec<Id> {
    let mut order = Vec::new();
    let mut at = Some(root);
    while let Some(id) = at {
        order.push(id);
        at = nodes.get(id).and_then(Node::first).or_else(|| behind(nodes, id, root));
    }
    order
}

/// The next node that is not in this one.
fn behind(nodes: &[Node], id: Id, root: Id) -> Option<Id> {
    let mut at = id;
    while at != root {
        let node = nodes.get(at)?;
        if node.next().is_some() {
            return node.next();
        }
        at = node.parent()?;
    }
    None
}

/// The nodes that are directly in this one.
pub(super) fn children(nodes: &[Node], id: Id) -> impl Iterator<Item = Id> {
    let first = nodes.get(id).and_then(Node::first);
    std::iter::successors(first, |at| nodes.get(*at).and_then(Node::next))
}

/// For each node, whether it is not shown or is navigation by its own name, or stands in such a node.
fn left_out(nodes: &[Node], order: &[Id]) -> Vec<bool> {
    let mut is_left_out = vec![false; nodes.len()];
    for id in order {
        let Some(node) = nodes.get(*id) else { continue };
        let above = node.parent().and_then(|parent| is_left_out.get(parent)).is_some_and(|is_left_out| *is_left_out);
        if let Some(own) = is_left_out.get_mut(*id) {
            *own = above || is_unseen(node) || is_navigation(node);
        }
    }
    is_left_out
}

fn is_unseen(node: &Node) -> bool {
    let style = node.attribute("style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    matches!(
        node.name(),
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "select"
            | "option"
            | "button"
            | "textarea"
            | "iframe"
            | "svg"
            | "object"
            | "rt"
            | "rp"
    ) || node.attribute("hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn is_navigation(node: &Node) -> bool {
    matches!(node.name(), "nav" | "aside" | "footer")
        || matches!(node.attribute("role"), Some("navigation" | "banner" | "contentinfo" | "search" | "complementary"))
}

fn weigh(nodes: &[Node], order: &[Id], is_left_out: &[bool]) -> Vec<Weight> {
    let mut weights = vec![Weight::default(); nodes.len()];
    let mut links = vec![false; nodes.len()];
    let mut cells = vec![false; nodes.len()];
    for id in order {
        let Some(node) = nodes.get(*id) else { continue };
        let above = |flags: &[bool]| node.parent().and_then(|parent| flags.get(parent)).is_some_and(|flag| *flag);
        let (is_linked, is_in_cell) = (above(&links) || node.name() == "a", above(&cells));
        links[*id] = is_linked;
        cells[*id] = is_in_cell && node.name() != "table" || node.name() == "tr" && has_cells(nodes, *id);
        let mut weight = Weight { n_links: u32::from(node.name() == "a"), ..Weight::default() };
        if let Data::Text(text) = &node.data
            && !is_left_out.get(*id).is_some_and(|out| *out)
        {
            // A page has fewer characters than a u32 counts.
            weight.all = u32::try_from(text.chars().filter(|c| !c.is_whitespace()).count()).unwrap_or(u32::MAX);
            weight.linked = if is_linked { weight.all } else { 0 };
            let is_content = !is_linked && (is_in_cell || is_sentence(text));
            weight.content = if is_content { weight.all } else { 0 };
        }
        weights[*id] = weight;
    }
    for id in order.iter().rev() {
        let own = weights.get(*id).copied().unwrap_or_default();
        if let Some(parent) = nodes.get(*id).and_then(Node::parent).and_then(|parent| weights.get_mut(parent)) {
            parent.content += own.content;
            parent.all += own.all;
            parent.linked += own.linked;
            parent.n_links += own.n_links;
        }
    }
    weights
}

/// Whether a row of a table has as many cells as a table of values has, and none that holds a part of the page.
fn has_cells(nodes: &[Node], row: Id) -> bool {
    const FEWEST: usize = 3;
    let cells = children(nodes, row).filter(|cell| matches!(nodes.get(*cell).map(Node::name), Some("td" | "th")));
    let is_small = |cell: Id| children(nodes, cell).count() <= 20;
    let mut n = 0;
    for cell in cells {
        if !is_small(cell) {
            return false;
        }
        n += 1;
    }
    n >= FEWEST
}

/// Whether a text is a part of running text: it has marks that end or part sentences, and is no short label.
fn is_sentence(text: &str) -> bool {
    const SHORTEST: usize = 12;
    text.trim().chars().nth(SHORTEST).is_some() && text.contains(|c| CLAUSE_ENDS.contains(c))
}

/// Whether the main text can be all that an element holds: a part of the page, and not a single paragraph or a cell of a table
/// of values.
fn can_hold(nodes: &[Node], id: Id, weights: &[Weight]) -> bool {
    let Some(node) = nodes.get(id) else { return false };
    let weight = weights.get(id).copied().unwrap_or_default();
    match node.name() {
        "p" | "li" | "ol" | "ul" | "dl" | "dd" | "dt" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote"
        | "pre" | "a" | "b" | "strong" | "" => false,
        // A cell is a part of the page if what stands beside it is hardly more than links.
        "td" | "th" => {
            let mut table = node.parent();
            while table.and_then(|at| nodes.get(at)).is_some_and(|node| node.name() != "table") {
                table = table.and_then(|at| nodes.get(at)).and_then(Node::parent);
            }
            let whole = table.and_then(|at| weights.get(at)).copied().unwrap_or_default();
            let beside = (whole.all - whole.linked).saturating_sub(weight.all - weight.linked);
            beside * 10 <= weight.all
        }
        _ => true,
    }
}
