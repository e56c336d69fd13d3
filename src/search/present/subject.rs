//! What a hit is about: an office, a plan, a node, a row or a target of the dataset, with all that a hit says of it.

use crate::model::{Clause, Dataset, Node, Plan, Target};
use crate::search::base::hit::{Context, HitLocation, Kind};
use crate::search::catalog::entries::{Catalog, NO_PLAN};
use crate::search::catalog::targets::Targets;
use crate::search::text_index::lines::{NodePart, TextLines, row_of};
use crate::words::{Language, Words};

/// The part of the dataset that a hit is about.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) kind: Kind,
    pub(crate) plan: Option<&'a Plan>,
    pub(crate) node: Option<&'a Node>,
    /// Index of the table in the node, and of the row in the table.
    pub(crate) row: Option<(u16, u16)>,
    pub(crate) id: &'a str,
    /// The name or title; what the place is, in Chinese, where it has none.
    pub(crate) title: &'a str,
    /// What the place is, where it has no title.
    pub(crate) untitled: Option<Words>,
    pub(crate) lines: Option<[u32; 2]>,
    pub(crate) context: Context<'a>,
    pub(crate) location: HitLocation,
    pub(crate) target: Option<&'a Target>,
}

impl<'a> Subject<'a> {
    /// The subject of an entry of the catalog. `targets` are those that the catalog was built with.
    pub(crate) fn of_entry(
        dataset: &'a Dataset,
        targets: &'a Targets,
        catalog: &Catalog,
        entry: usize,
    ) -> Option<Self> {
        let place = catalog.entry(entry)?;
        let kind = catalog.kind(entry);
        if place.plan == NO_PLAN {
            let department = dataset.departments.get(place.node as usize)?;
            return Some(Self { kind, ..Self::named(&department.id, &department.name) });
        }
        let plan = dataset.plans.get(place.plan as usize)?;
        if kind == Kind::Plan {
            return Some(Self { kind, plan: Some(plan), ..Self::named(&plan.id, &plan.title) });
        }
        let node = plan.nodes.get(place.node as usize)?;
        if kind == Kind::Target {
            let target = targets.get(catalog.target(entry)?)?;
            let of_node = Self::of_node(node, [target.line; 2]);
            let title = target.metric.as_str();
            return Some(Self { kind, plan: Some(plan), title, target: Some(target), ..of_node });
        }
        if kind != Kind::Indicator {
            return Some(Self { kind, plan: Some(plan), ..Self::of_node(node, node.lines) });
        }
        let (table, row) = row_of(node, place.row.0, place.row.1)?;
        Some(Self {
            kind,
            plan: Some(plan),
            title: &row.name,
            context: Context { table: [table.title.as_deref(), row.domain.as_deref()], ..Context::default() },
            location: HitLocation::Row(usize::from(place.row.0), usize::from(place.row.1)),
            row: Some(place.row),
            ..Self::of_node(node, row.lines)
        })
    }

    /// The subject of a line of running text that is a hit of its own.
    pub(crate) fn of_line(dataset: &'a Dataset, text: &TextLines, line: usize) -> Option<Self> {
        let origin = text.origin(line)?;
        let plan = dataset.plans.get(origin.plan as usize)?;
        let node = plan.nodes.get(origin.node as usize)?;
        let (location, lines) = match origin.part {
            NodePart::Paragraph(at) => {
                let at = usize::from(at);
                (HitLocation::Paragraph(at), node.paragraphs.get(at)?.lines)
            }
            NodePart::Caption(at) => {
                let at = usize::from(at);
                (HitLocation::Caption(at), node.tables.get(at)?.lines)
            }
            NodePart::Clause(_) | NodePart::Cells(..) => (HitLocation::Whole, node.lines),
        };
        Some(Self { kind: Kind::Text, plan: Some(plan), location, ..Self::of_node(node, lines) })
    }

    fn of_node(node: &'a Node, lines: [u32; 2]) -> Self {
        let context = Context { path: &node.path, ..Context::default() };
        let printed = node.title.as_deref().or(node.number.as_deref());
        let untitled = printed.is_none().then(|| node.kind.untitled_words());
        let title = printed.or(untitled.map(|word| word.within(Language::Chinese))).unwrap_or_default();
        Self { node: Some(node), untitled, lines: Some(lines), context, ..Self::named(&node.id, title) }
    }

    /// A subject of which only the id and the title are known.
    fn named(id: &'a str, title: &'a str) -> Self {
        Self {
            kind: Kind::Chapter,
            plan: None,
            node: None,
            row: None,
            id,
            title,
            untitled: None,
            lines: None,
            context: Context::default(),
            location: HitLocation::Whole,
            target: None,
        }
    }

    /// Id of the table that holds the row; `None` if it is not a row.
    pub(crate) fn table_id(&self) -> Option<&'a str> {
        let table = self.node?.tables.get(usize::from(self.row?.0))?;
        Some(&table.id)
    }

    /// The clauses of a node; a row has none of its own.
    pub(crate) fn clauses(&self) -> Option<&'a [Clause]> {
        self.node.filter(|_| self.row.is_none()).map(|node| node.responsible.as_slice())
    }
}
