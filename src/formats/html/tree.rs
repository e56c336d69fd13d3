//! The tree of a page, as the rules of HTML build it from any bytes: nodes in one list, linked by their numbers.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

use crate::formats::html::block::is_block;
use crate::formats::limits;

pub(super) type Id = usize;

/// The number of the document itself, which holds all other nodes.
pub(super) const DOCUMENT: Id = 0;

#[derive(Debug)]
pub(super) struct Node {
    /// The name of an element; of other nodes it is empty.
    name: QualName,
    pub(super) data: Data,
    parent: Link,
    previous: Link,
    next: Link,
    first: Link,
    last: Link,
    depth: u32,
}

/// The number of another node, if there is one, in four bytes: a page has a node for every few characters, and of most of them
/// nothing else is kept. [`limits::MOST_HTML_NODES`] is far below what four bytes count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link(u32);

impl Link {
    const NONE: Self = Self(u32::MAX);

    fn to(id: Option<Id>) -> Self {
        id.and_then(|id| u32::try_from(id).ok()).map_or(Self::NONE, Self)
    }

    fn get(self) -> Option<Id> {
        (self != Self::NONE).then(|| usize::try_from(self.0).ok())?
    }
}

#[derive(Debug)]
pub(super) enum Data {
    /// The document, a comment, or what else has no text.
    Other,
    Text(StrTendril),
    /// An element, with those of its attributes that are used.
    Element(Box<[(LocalName, StrTendril)]>),
}

impl Node {
    fn new(name: QualName, data: Data) -> Self {
        let none = Link::NONE;
        Self { name, data, parent: none, previous: none, next: none, first: none, last: none, depth: 0 }
    }

    /// A node that is no element.
    fn nameless(data: Data) -> Self {
        Self::new(QualName::new(None, Namespace::default(), LocalName::default()), data)
    }

    /// The node that this one lies in.
    pub(super) fn parent(&self) -> Option<Id> {
        self.parent.get()
    }

    /// The next node of the same parent.
    pub(super) fn next(&self) -> Option<Id> {
        self.next.get()
    }

    /// The first node that lies in this one.
    pub(super) fn first(&self) -> Option<Id> {
        self.first.get()
    }

    /// The name of an element; empty for a text.
    pub(super) fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        match &self.data {
            Data::Element(attributes) => attributes.iter().find(|(own, _)| &**own == name).map(|(_, value)| &**value),
            Data::Other | Data::Text(_) => None,
        }
    }
}

/// The attributes that are used.
const USED: [&str; 11] =
    ["colspan", "content", "hidden", "name", "reversed", "role", "rowspan", "start", "style", "type", "value"];

/// The rules of style that are used; most elements of a page that an office program wrote have others.
const USED_STYLES: [&str; 3] = ["display", "visibility", "list-style"];

/// Whether an attribute is used.
fn is_used(attribute: &Attribute) -> bool {
    let name = &*attribute.name.local;
    let is_used_style = || {
        let style = attribute.value.to_ascii_lowercase();
        USED_STYLES.iter().any(|rule| style.contains(rule))
    };
    USED.contains(&name) && (name != "style" || is_used_style())
}

/// A page that is being built. The tree builder of html5ever calls it, which hands out references that cannot change.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: RefCell<Vec<Node>>,
    /// How deep the place is where the next element goes.
    depth: Cell<u32>,
}

impl Tree {
    pub(super) fn new() -> Self {
        Self { nodes: RefCell::new(vec![Node::nameless(Data::Other)]), depth: Cell::new(0) }
    }

    /// How deep the place is where the next element goes.
    pub(super) fn depth(&self) -> u32 {
        self.depth.get()
    }

    /// Whether the page has more nodes than are read.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.borrow().len() > limits::MOST_HTML_NODES
    }

    fn add(&self, node: Node) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    /// Puts a node, or a text, behind `previous` (`None`: first) in `parent`.
    fn insert(&self, parent: Id, previous: Option<Id>, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendText(text) => {
                if self.takes_text(previous, &text) || !self.shows_text(parent) || self.parts_blocks(previous, &text) {
                    return;
                }
                self.add(Node::nameless(Data::Text(text)))
            }
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes.get(parent).map_or(0, |node| node.depth) + 1;
        let next = match previous {
            Some(previous) => nodes.get(previous).and_then(Node::next),
            None => nodes.get(parent).and_then(Node::first),
        };
        if let Some(node) = nodes.get_mut(child) {
            (node.parent, node.previous, node.next) = (Link::to(Some(parent)), Link::to(previous), Link::to(next));
            node.depth = depth;
            if matches!(node.data, Data::Element(_)) {
                self.depth.set(depth);
            }
        }
        match previous.and_then(|at| nodes.get_mut(at)) {
            Some(node) => node.next = Link::to(Some(child)),
            None => nodes[parent].first = Link::to(Some(child)),
        }
        match next.and_then(|at| nodes.get_mut(at)) {
            Some(node) => node.previous = Link::to(Some(child)),
            None => nodes[parent].last = Link::to(Some(child)),
        }
    }

    /// Adds a text to the text before it, if there is one.
    fn takes_text(&self, previous: Option<Id>, text: &StrTendril) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        match previous.and_then(|at| nodes.get_mut(at)).map(|node| &mut node.data) {
            Some(Data::Text(before)) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    /// Whether the text in an element can be text of the page: scripts and rules of style are not kept at all.
    fn shows_text(&self, parent: Id) -> bool {
        let nodes = self.nodes.borrow();
        !nodes.get(parent).is_some_and(|node| matches!(node.name(), "script" | "style" | "noscript" | "template"))
    }

    /// Whether a text is but the white space behind a block, as between two paragraphs, which no page shows.
    fn parts_blocks(&self, previous: Option<Id>, text: &StrTendril) -> bool {
        let nodes = self.nodes.borrow();
        let is_behind_block = previous.and_then(|at| nodes.get(at)).is_some_and(|node| is_block(node.name()));
        is_behind_block && text.bytes().all(|byte| byte.is_ascii_whitespace())
    }

    fn detach(&self, child: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(node) = nodes.get_mut(child) else { return };
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        (node.parent, node.previous, node.next) = (Link::NONE, Link::NONE, Link::NONE);
        let Some(parent) = parent.get() else { return };
        match previous.get().and_then(|at| nodes.get_mut(at)) {
            Some(node) => node.next = next,
            None => nodes[parent].first = next,
        }
        match next.get().and_then(|at| nodes.get_mut(at)) {
            Some(node) => node.previous = previous,
            None => nodes[parent].last = previous,
        }
    }

    fn last_of(&self, parent: Id) -> Option<Id> {
        self.nodes.borrow().get(parent).and_then(|node| node.last.get())
    }

    fn parent_of(&self, child: Id) -> Option<Id> {
        self.nodes.borrow().get(child).and_then(Node::parent)
    }
}

impl TreeSink for Tree {
    type Handle = Id;
    type Output = Vec<Node>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| &nodes[*target].name)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let used = attributes.into_iter().filter(is_used);
        let attributes = used.map(|attribute| (attribute.name.local, attribute.value)).collect();
        self.add(Node::new(name, Data::Element(attributes)))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Node::nameless(Data::Other))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Node::nameless(Data::Other))
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, self.last_of(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        if self.parent_of(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Id) {
        let depth = self.nodes.borrow().get(*node).map_or(0, |node| node.depth);
        self.depth.set(depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(child) = &child {
            self.detach(*child);
        }
        let place = self.nodes.borrow().get(*sibling).and_then(|node| Some((node.parent()?, node.previous.get())));
        if let Some((parent, previous)) = place {
            self.insert(parent, previous, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(Data::Element(own)) = nodes.get_mut(*target).map(|node| &mut node.data) {
            let mut all = std::mem::take(own).into_vec();
            for attribute in attributes.into_iter().filter(is_used) {
                if !all.iter().any(|(name, _)| *name == attribute.name.local) {
                    all.push((attribute.name.local, attribute.value));
                }
            }
            *own = all.into_boxed_slice();
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        loop {
            let child = self.nodes.borrow().get(*node).and_then(Node::first);
            let Some(child) = child else { return };
            self.append(parent, NodeOrText::AppendNode(child));
        }
    }
}
