//! The tree of the session: from a node to its plan, parent, children and titles. What the library has not
//! answered has no nodes yet.

use crate::analysis::responsibility::unassigned::{self, Places};
use crate::app::state::location::{Location, NodeRef};
use crate::app::state::outline::Outline;
use crate::app::state::session::Session;
use crate::app::wording;
use crate::model::{Finding, FindingKind, Kind, Node, Plan};
use crate::words::reading;

impl Session {
    /// Returns the findings that concern this node, where they are marked. Those on the style of the plan are never marked
    /// in its text, as no reader of a place is helped by them.
    pub(crate) fn findings_at(&self, node_ref: NodeRef) -> impl Iterator<Item = &Finding> {
        let node = self.node(node_ref).filter(|_| self.has_marks(node_ref.plan));
        let findings = if node.is_some() { self.findings(node_ref.plan) } else { &[] };
        let speaks =
            move |finding: &&Finding| finding.nodes.iter().flatten().any(|id| node.is_some_and(|node| node.id == *id));
        findings.iter().filter(|finding| finding.kind != FindingKind::Style).filter(speaks)
    }

    fn outline(&self, plan: usize) -> Option<&Outline> {
        // While the contents are not here there is no outline, rather than an empty one that would be kept.
        let read = self.heads().get(plan).filter(|_| self.cache.fetch_contents(plan))?;
        Some(self.outlines.get(plan)?.get_or_init(|| Outline::new(read)))
    }

    /// Returns how many nodes lie right below this one; for a plan, without reading its nodes.
    pub(crate) fn n_children(&self, node_ref: NodeRef) -> usize {
        match node_ref.node {
            Some(_) => self.children(node_ref).len(),
            None => self.plan(node_ref).map_or(0, |plan| plan.counts.top),
        }
    }

    /// Returns the plan that a node belongs to.
    pub(crate) fn plan(&self, node_ref: NodeRef) -> Option<&Plan> {
        self.heads().get(node_ref.plan)
    }

    /// Returns the node itself; `None` for a plan.
    pub(crate) fn node(&self, node_ref: NodeRef) -> Option<&Node> {
        // Checked first, so that the row of a plan does not read its nodes.
        let node = node_ref.node?;
        self.plan(node_ref)?.nodes.get(node)
    }

    /// Returns the nodes of a plan with their positions, in the order of the document; none while its contents are not
    /// here, which are then asked for.
    pub(crate) fn nodes(&self, plan: usize) -> impl Iterator<Item = (usize, &Node)> {
        let read = self.heads().get(plan).filter(|_| self.outline(plan).is_some());
        read.into_iter().flat_map(|plan| plan.nodes.iter().enumerate())
    }

    /// Returns the nodes right below this one, in the order of the document.
    pub(crate) fn children(&self, node_ref: NodeRef) -> impl ExactSizeIterator<Item = NodeRef> + '_ {
        let outline = self.outline(node_ref.plan);
        let children: &[usize] = match node_ref.node {
            None => outline.map_or(&[], |outline| &outline.top),
            Some(node) => outline.and_then(|outline| outline.children.get(node)).map_or(&[], Vec::as_slice),
        };
        children.iter().map(move |&node| NodeRef { plan: node_ref.plan, node: Some(node) })
    }

    /// Returns the parent node, or the plan above a node at the top; `None` above a plan.
    pub(crate) fn parent(&self, node_ref: NodeRef) -> Option<NodeRef> {
        let node = node_ref.node?;
        let parent = self.outline(node_ref.plan)?.parent.get(node).copied().flatten();
        Some(NodeRef { plan: node_ref.plan, node: parent })
    }

    /// Returns the number of levels above: 0 for a plan.
    pub(crate) fn depth(&self, node_ref: NodeRef) -> usize {
        let Some(node) = node_ref.node else { return 0 };
        self.outline(node_ref.plan).and_then(|outline| outline.depth.get(node)).map_or(1, |depth| depth + 1)
    }

    /// Returns the tasks of the plan at this position that nobody is named for; `None` while its contents are not here.
    pub(crate) fn unassigned(&self, plan: usize) -> Option<&Places> {
        let read = self.heads().get(plan).filter(|read| read.nodes.is_here())?;
        let kept = || Some(self.unassigned.get(plan)?.get_or_init(|| unassigned::places(read)));
        self.cache.ledger().and_then(|ledger| ledger.unassigned(plan)).or_else(kept)
    }

    /// Returns the node of a place, if its plan is loaded.
    pub(crate) fn node_ref(&self, location: &Location) -> Option<NodeRef> {
        let (plan, node) = match location {
            Location::Plan(id) => (id.as_str(), None),
            Location::Node(id) => (id.split_once('/')?.0, Some(id)),
            Location::Department(_) | Location::Indicator(..) | Location::Finding(..) | Location::Deadline(..) => {
                return None;
            }
        };
        let plan = self.position(plan)?;
        let node = match node {
            Some(id) => Some(*self.outline(plan)?.by_id.get(id)?),
            None => None,
        };
        Some(NodeRef { plan, node })
    }

    /// Returns the place of a plan or node.
    pub(crate) fn location(&self, node_ref: NodeRef) -> Option<Location> {
        Some(match self.node(node_ref) {
            Some(node) => Location::Node(node.id.clone()),
            None => Location::Plan(self.plan(node_ref)?.id.clone()),
        })
    }

    /// Returns what a node is called in a list: its heading, or its kind where the document prints none.
    pub(crate) fn title(&self, node_ref: NodeRef) -> String {
        match self.node(node_ref) {
            Some(node) if self.is_cover(node_ref, node) => reading::FRONT.to_string(),
            Some(node) => wording::heading(node),
            // A document without a title is called by its id, which comes from its file.
            None => self
                .plan(node_ref)
                .map(|plan| [&plan.title, &plan.id])
                .map_or_else(String::new, |[title, id]| if title.is_empty() { id.clone() } else { title.clone() }),
        }
    }

    /// Returns whether a node is a cover that only repeats the plan's title.
    fn is_cover(&self, node_ref: NodeRef, node: &Node) -> bool {
        let is_title = |title: &String| self.plan(node_ref).is_some_and(|plan| plan.title == *title);
        node.kind == Kind::Front && node.title.as_ref().is_none_or(is_title)
    }

    /// Returns the titles from the plan down to the node.
    pub(crate) fn path(&self, node_ref: NodeRef) -> Vec<String> {
        self.trail(node_ref).into_iter().map(|each| self.title(each)).collect()
    }

    /// Returns the plan, the nodes above the node, and the node itself.
    pub(crate) fn trail(&self, node_ref: NodeRef) -> Vec<NodeRef> {
        let mut trail: Vec<NodeRef> = std::iter::successors(Some(node_ref), |each| self.parent(*each)).collect();
        trail.reverse();
        trail
    }
}
