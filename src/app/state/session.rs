//! What every view reads: the dataset with its outlines and its bureaus worked out, the plans chosen, the search in
//! force. Built once; only the choices in it change. It knows no screen.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use crate::analysis::responsibility::dossier::Dossiers;
use crate::analysis::responsibility::ledger::Ledger;
use crate::analysis::similarity::similar::Similar;
use crate::analysis::targets::deadline::Deadline;
use crate::app::state::active_search::ActiveSearch;
use crate::app::state::background::{Review, SourceOf};
use crate::app::state::location::{Location, NodeRef, TargetLine};
use crate::app::state::outline::Outline;
use crate::app::state::search::{Finder, Hit, SearchResults};
use crate::app::wording;
use crate::model::{self, Dataset, Finding, Node, Plan};
use crate::text::width::Width;

/// What every view reads.
pub(crate) struct Session {
    pub(crate) dataset: Arc<Dataset>,
    /// Made when first looked at, as the nodes are read then: the first screen needs one plan's alone.
    outlines: Vec<OnceCell<Outline>>,
    /// Made when first looked at: it needs the nodes of every plan.
    ledger: OnceCell<Ledger>,
    pub(crate) finder: Arc<Finder>,
    /// Made when first asked, or before on another thread: it needs the text of every plan.
    pub(crate) similar: Arc<OnceLock<Similar>>,
    /// Made plan by plan when first asked, or before on another thread.
    pub(crate) review: Arc<Review>,
    /// Whether the first screen has been answered: only then is worked out what texts and trees are marked with.
    pub(crate) is_awake: bool,
    /// What one goes to in a text; none but while one goes.
    pub(crate) target_line: Option<TargetLine>,
    /// Made when first asked, or before on another thread: it reads the text of every plan.
    pub(crate) dossiers: Arc<OnceLock<Dossiers>>,
    /// The documents as text, by the id of their plan, where the caller has them.
    pub(crate) source: Option<SourceOf>,
    pub(crate) width: Width,
    /// Whether each plan is chosen; never all of them unchosen.
    pub(crate) chosen: Vec<bool>,
    pub(crate) search: Option<ActiveSearch>,
    pub(crate) bookmarks: Vec<Location>,
    /// The node that another one is to be set beside.
    pub(crate) held: Option<NodeRef>,
}

impl Session {
    /// The session of the dataset that is searched, every plan chosen.
    pub(crate) fn new(finder: Arc<Finder>, width: Width) -> Self {
        let dataset = Arc::clone(&finder.dataset);
        Self {
            outlines: dataset.plans.iter().map(|_| OnceCell::new()).collect(),
            ledger: OnceCell::new(),
            chosen: vec![true; dataset.plans.len()],
            review: Arc::new(Review::of(dataset.plans.len())),
            is_awake: false,
            target_line: None,
            dataset,
            finder,
            similar: Arc::default(),
            dossiers: Arc::default(),
            width,
            source: None,
            search: None,
            bookmarks: Vec::new(),
            held: None,
        }
    }

    /// Which bureau has which task.
    pub(crate) fn ledger(&self) -> &Ledger {
        self.ledger.get_or_init(|| Ledger::new(&self.dataset))
    }

    /// How close tasks are to each other.
    pub(crate) fn similar(&self) -> &Similar {
        self.similar.get_or_init(|| Similar::new(&self.dataset))
    }

    /// The findings in the plan at this position.
    pub(crate) fn findings(&self, plan: usize) -> &[Finding] {
        self.review.findings(&self.dataset, &self.finder.registry, plan, self.source)
    }

    /// Whether the findings in the plan at this position can be had without waiting for another thread.
    pub(crate) fn has_findings(&self, plan: usize) -> bool {
        self.review.has_findings(plan)
    }

    /// Whether texts and trees of the plan at this position are marked: not on the first screen, and not while another
    /// thread still works out with what.
    pub(crate) fn has_marks(&self, plan: usize) -> bool {
        self.is_awake && self.review.has_findings(plan)
    }

    /// The findings that speak of this node, where they are marked.
    pub(crate) fn findings_at(&self, node_ref: NodeRef) -> impl Iterator<Item = &Finding> {
        let node = self.node(node_ref).filter(|_| self.has_marks(node_ref.plan));
        let findings = if node.is_some() { self.findings(node_ref.plan) } else { &[] };
        let speaks =
            move |finding: &&Finding| finding.nodes.iter().flatten().any(|id| node.is_some_and(|node| node.id == *id));
        findings.iter().filter(speaks)
    }

    /// What the plan at this position sets for which year.
    pub(crate) fn deadlines(&self, plan: usize) -> &[Deadline] {
        self.review.deadlines(&self.dataset, &self.finder.registry, plan, self.source)
    }

    /// What the dossiers of bureaus are made of.
    pub(crate) fn dossiers(&self) -> &Dossiers {
        let source = self.source;
        self.dossiers.get_or_init(|| Dossiers::new(&self.dataset, &self.finder.registry, |plan| source?(plan)))
    }

    /// The outline of the plan at this position.
    fn outline(&self, plan: usize) -> Option<&Outline> {
        let read = self.dataset.plans.get(plan)?;
        Some(self.outlines.get(plan)?.get_or_init(|| Outline::new(read)))
    }

    /// How many places lie right below this one; for a plan, without reading its nodes.
    pub(crate) fn n_children(&self, node_ref: NodeRef) -> usize {
        match node_ref.node {
            Some(_) => self.children(node_ref).len(),
            None => self.plan(node_ref).map_or(0, |plan| plan.counts.top),
        }
    }

    /// Whether some clause of the plan at this position names a unit.
    pub(crate) fn names_units(&self, plan: usize) -> bool {
        self.dataset.plans.get(plan).is_some_and(Plan::names_units)
    }

    /// Whether some clause of the plan at this position says who leads.
    pub(crate) fn says_lead(&self, plan: usize) -> bool {
        self.dataset.plans.get(plan).is_some_and(|plan| plan.counts.leads > 0)
    }

    /// The plans chosen, with their positions.
    pub(crate) fn plans(&self) -> impl Iterator<Item = (usize, &Plan)> {
        self.dataset.plans.iter().enumerate().filter(|(at, _)| self.is_chosen(*at))
    }

    /// Whether the plan at this position is chosen.
    pub(crate) fn is_chosen(&self, plan: usize) -> bool {
        self.chosen.get(plan).copied().unwrap_or(false)
    }

    /// Whether some plan is left out.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.chosen.contains(&false)
    }

    /// The plan of a node.
    pub(crate) fn plan(&self, node_ref: NodeRef) -> Option<&Plan> {
        self.dataset.plans.get(node_ref.plan)
    }

    /// The node of a node; `None` for a plan.
    pub(crate) fn node(&self, node_ref: NodeRef) -> Option<&Node> {
        // Asked first, so that a plan's own row does not have its nodes read.
        let node = node_ref.node?;
        self.plan(node_ref)?.nodes.get(node)
    }

    /// The nodes right below this one, in the order of the document.
    pub(crate) fn children(&self, node_ref: NodeRef) -> impl ExactSizeIterator<Item = NodeRef> + '_ {
        let outline = self.outline(node_ref.plan);
        let children: &[usize] = match node_ref.node {
            None => outline.map_or(&[], |outline| &outline.top),
            Some(node) => outline.and_then(|outline| outline.children.get(node)).map_or(&[], Vec::as_slice),
        };
        children.iter().map(move |&node| NodeRef { plan: node_ref.plan, node: Some(node) })
    }

    /// The node right above: the parent node, or the plan; `None` above a plan.
    pub(crate) fn parent(&self, node_ref: NodeRef) -> Option<NodeRef> {
        let node = node_ref.node?;
        let parent = self.outline(node_ref.plan)?.parent.get(node).copied().flatten();
        Some(NodeRef { plan: node_ref.plan, node: parent })
    }

    /// Levels above: 0 for a plan.
    pub(crate) fn depth(&self, node_ref: NodeRef) -> usize {
        let Some(node) = node_ref.node else { return 0 };
        self.outline(node_ref.plan).and_then(|outline| outline.depth.get(node)).map_or(1, |depth| depth + 1)
    }

    /// The node of a place, if it lies in a plan that is loaded.
    pub(crate) fn node_ref(&self, location: &Location) -> Option<NodeRef> {
        let (plan, node) = match location {
            Location::Plan(id) => (id.as_str(), None),
            Location::Node(id) => (id.split_once('/')?.0, Some(id)),
            Location::Department(_) | Location::Indicator(..) | Location::Finding(..) | Location::Deadline(..) => {
                return None;
            }
        };
        let plan = self.dataset.plans.iter().position(|each| each.id == plan)?;
        let node = match node {
            Some(id) => Some(*self.outline(plan)?.by_id.get(id)?),
            None => None,
        };
        Some(NodeRef { plan, node })
    }

    /// The place of a node.
    pub(crate) fn location(&self, node_ref: NodeRef) -> Option<Location> {
        Some(match self.node(node_ref) {
            Some(node) => Location::Node(node.id.clone()),
            None => Location::Plan(self.plan(node_ref)?.id.clone()),
        })
    }

    /// What the node is called in a list: heading, or what it is where the document prints none.
    pub(crate) fn title(&self, node_ref: NodeRef) -> String {
        match self.node(node_ref) {
            Some(node) if self.is_cover(node_ref, node) => wording::FRONT.to_owned(),
            Some(node) => wording::heading(node),
            // A document without a title is called by its file, as its id is.
            None => self
                .plan(node_ref)
                .map(|plan| [&plan.title, &plan.id])
                .map_or_else(String::new, |[title, id]| if title.is_empty() { id.clone() } else { title.clone() }),
        }
    }

    /// Whether a node is a cover that prints the plan's title again, or nothing.
    fn is_cover(&self, node_ref: NodeRef, node: &Node) -> bool {
        let is_title = |title: &String| self.plan(node_ref).is_some_and(|plan| plan.title == *title);
        node.kind == model::Kind::Front && node.title.as_ref().is_none_or(is_title)
    }

    /// The names from the plan down to the node.
    pub(crate) fn path(&self, node_ref: NodeRef) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = Some(node_ref);
        while let Some(node_ref) = at {
            path.push(self.title(node_ref));
            at = self.parent(node_ref);
        }
        path.reverse();
        path
    }

    /// Asks the search, in the plans that are chosen.
    pub(crate) fn find(&self, query: &str, limit: usize) -> SearchResults {
        let chosen = || self.plans().map(|(_, plan)| plan.id.clone()).collect();
        self.finder.find(query, if self.is_narrowed() { chosen() } else { Vec::new() }, limit)
    }

    /// How many hits a query has in all plans, those left out included.
    pub(crate) fn count_everywhere(&self, query: &str) -> usize {
        self.finder.count(query)
    }

    /// The words to light up in texts.
    pub(crate) fn lit(&self) -> &[String] {
        self.search.as_ref().map_or(&[], |search| &search.lit)
    }

    /// The hit one is at.
    pub(crate) fn hit(&self) -> Option<&Hit> {
        let search = self.search.as_ref()?;
        search.found.hits.get(search.at)
    }
}
